//! One's own things: what the group keeps about oneself here, and one's ways in.

use super::{Drawn, Nothing};
use crate::kit::{Limit, PageError, PageResult, Tab};
use crate::pages::visit::{May, Member, Sent};
use commons::db::Tx;
use membership::commands::{change_access, session};
use membership::powers::ChangeOwnAccess;
use membership::queries::me;
use serde::Deserialize;
use tera::context;

/// What the group knows of her.
pub(super) async fn me(member: Member) -> PageResult {
    let scope = member.read();
    let me = me::me(&scope, member.id).await?;
    let may_vote = me.votes_from <= scope.now();
    drop(scope);
    let session_ends = member.signed_in.map(|session| session.ends_at);
    let context = context! {
        me => &me, may_vote => &may_vote, own_device => &member.own_device, session_ends => &session_ends,
    };
    member.into_page().at(Tab::Me).render("membership/me.html", context)
}

/// Where she takes another passphrase.
pub(super) async fn passphrase(member: Member) -> PageResult {
    show_passphrase(member, &Drawn::new()).await
}

async fn show_passphrase(member: Member, drawn: &Drawn) -> PageResult {
    let has_passphrase = me::me(&member.read(), member.id).await?.has_passphrase;
    let context = context! { has_passphrase => &has_passphrase, drawn => drawn };
    member.into_page().at(Tab::Me).render("membership/me-passphrase.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct NewPassphrase {
    present: String,
    new: String,
    drawn: String,
}

pub(super) async fn change_passphrase(sent: Sent<NewPassphrase>) -> PageResult {
    match try_passphrase(&sent).await {
        Ok(()) => Ok(sent.page.go_saying(&sent.at("/me"), "done-passphrase")),
        Err(no) => {
            let drawn = Drawn::again(&sent.form.drawn, &sent.form.new);
            show_passphrase(sent.again(no)?, &drawn).await
        }
    }
}

async fn try_passphrase(sent: &Sent<NewPassphrase>) -> Result<(), PageError> {
    guess(sent)?;
    let (db, group) = (&sent.site.db, sent.group.id);
    let typed = &sent.form;
    Ok(change_access::change_passphrase(db, group, sent.id, sent.token(), &typed.present, &typed.new).await?)
}

/// A session left open must not become a place to guess a passphrase in.
fn guess(member: &Member) -> Result<(), PageError> {
    Ok(member.page.app().rates.take(Limit::SignIn, (member.group.id.0, member.id.0))?)
}

/// Where she gives, changes or removes her address.
pub(super) async fn email(member: Member) -> PageResult {
    show_email(member).await
}

async fn show_email(member: Member) -> PageResult {
    let me = me::me(&member.read(), member.id).await?;
    let context = context! { has_passphrase => &me.has_passphrase, email => &me.email.unwrap_or_default() };
    member.into_page().at(Tab::Me).render("membership/me-email.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct NewEmail {
    present: String,
    email: String,
}

pub(super) async fn change_email(sent: Sent<NewEmail>) -> PageResult {
    match try_email(&sent).await {
        Ok(()) => Ok(sent.page.go_saying(&sent.at("/me"), "done-email")),
        Err(no) => show_email(sent.again(no)?).await,
    }
}

async fn try_email(sent: &Sent<NewEmail>) -> Result<(), PageError> {
    guess(sent)?;
    let typed = &sent.form;
    Ok(change_access::change_email(&sent.site.db, sent.group.id, sent.id, &typed.present, &typed.email).await?)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct News {
    news: bool,
}

/// Says whether she wants to be written to when there is news.
pub(super) async fn want_news(may: May<ChangeOwnAccess, News>) -> PageResult {
    let to = may
        .act(async |tx, permit| {
            change_access::want_news(tx, permit, may.form.news).await?;
            Ok(may.at("/me"))
        })
        .await?;
    Ok(may.page.go_saying(&to, if may.form.news { "done-news-yes" } else { "done-news-no" }))
}

/// Ends her sessions everywhere else.
pub(super) async fn close_others(sent: Sent<Nothing>) -> PageResult {
    let (who, token) = (sent.id, sent.token());
    let write = async |tx: &Tx<'_>| session::close_others(tx, who, Some(token)).await;
    sent.site.db.write(sent.group.id, write).await?;
    Ok(sent.page.go_saying(&sent.at("/me"), "done-others-closed"))
}
