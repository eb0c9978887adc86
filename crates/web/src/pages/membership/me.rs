//! One's own things: what the group keeps about oneself here, and one's ways in.

use super::{Drawn, Nothing, asking_for_address};
use crate::kit::{Limit, PageError, PageResult, Tab, ToSendAgain};
use crate::pages::visit::{May, Member, keep_in};
use actix_web::HttpResponse;
use commons::db::Tx;
use commons::late;
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

/// Her words that arrived after the session had ended, each with its button (ruling 12).
pub(super) async fn kept(member: Member) -> PageResult {
    let forms = late::of(&member.read(), member.id).await?;
    let forms: Vec<_> = forms.into_iter().map(ToSendAgain::from).collect();
    member.into_page().at(Tab::Me).render("membership/me-kept.html", context! { forms => &forms })
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

pub(super) async fn change_passphrase(may: May<ChangeOwnAccess, NewPassphrase>) -> PageResult {
    match try_passphrase(&may).await {
        Ok(to) => renewed(&may, may.page.go_saying(&to, "done-passphrase")).await,
        Err(no) => {
            let drawn = Drawn::again(&may.form.drawn, &may.form.new);
            show_passphrase(may.again(no)?, &drawn).await
        }
    }
}

async fn try_passphrase(may: &May<ChangeOwnAccess, NewPassphrase>) -> Result<String, PageError> {
    guess(may)?;
    let typed = &may.form;
    // Whatever was refused is said only inside: the same form sent twice meets its first answer there.
    let checked = change_access::check_passphrase(&may.site.db, may.group.id, may.id, &typed.present, &typed.new).await;
    let change = async |tx: &Tx<'_>, permit| {
        change_access::change_passphrase(tx, permit, checked?, may.token()).await?;
        Ok(may.at("/me"))
    };
    Ok(may.act(change).await?)
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

pub(super) async fn change_email(may: May<ChangeOwnAccess, NewEmail>) -> PageResult {
    match try_email(&may).await {
        Ok(to) => renewed(&may, may.page.go_saying(&to, "done-email")).await,
        Err(no) => show_email(may.again(no)?).await,
    }
}

async fn try_email(may: &May<ChangeOwnAccess, NewEmail>) -> Result<String, PageError> {
    guess(may)?;
    let typed = &may.form;
    let checked = change_access::check_email(&may.site.db, may.group.id, may.id, &typed.present, &typed.email).await;
    let change = async |tx: &Tx<'_>, permit| {
        change_access::change_email(tx, permit, checked?, may.token()).await?;
        Ok(may.at("/me"))
    };
    asking_for_address(may, may.id.0, &typed.email, may.act(change)).await
}

/// A way in was changed: the session goes on under another token.
async fn renewed(member: &Member, mut answer: HttpResponse) -> PageResult {
    if let Some(token) = session::renew(&member.site.db, member.group.id, member.token()).await? {
        keep_in(&member.page, &mut answer, &token, member.own_device);
    }
    Ok(answer)
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
pub(super) async fn close_others(may: May<ChangeOwnAccess, Nothing>) -> PageResult {
    let close = async |tx: &Tx<'_>, permit| {
        change_access::close_others(tx, permit, may.token()).await?;
        Ok(may.at("/me"))
    };
    let to = may.act(close).await?;
    Ok(may.page.go_saying(&to, "done-others-closed"))
}
