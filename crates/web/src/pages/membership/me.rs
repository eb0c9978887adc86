//! One's own things: what the group keeps about oneself here, and one's ways in.

use super::{Drawn, Nothing, asking_for_address};
use crate::kit::{Limit, PageError, PageResult, Tab, ToSendAgain};
use crate::pages::visit::{May, Member, Oneself, keep_in};
use actix_web::HttpResponse;
use commons::db::Tx;
use commons::late;
use commons::refusal::Message;
use membership::commands::{change_access, session};
use membership::powers::ChangeOwnAccess;
use membership::queries::{me, measures, my_card, pause, people, removals};
use membership::rules::standing::Standing;
use serde::{Deserialize, Serialize};
use tera::context;

/// A link that somebody who rests keeps with her. Nobody else sees it.
#[derive(Debug, Serialize)]
struct Kept {
    name: String,
    channel: Message,
    rhythm: Message,
}

/// What the group knows of her.
pub(super) async fn me(Oneself(member): Oneself) -> PageResult {
    let scope = member.read();
    let me = me::me(&scope, member.id).await?;
    let may_vote = me.votes_from <= scope.now();
    let on_pause = member.standing == Standing::Paused;
    let names = people::names(&scope).await?;
    let links: Vec<Kept> = pause::kept_with(&scope, member.id)
        .await?
        .into_iter()
        .filter_map(|(whose, link)| {
            Some(Kept {
                name: names.of(whose)?.to_owned(),
                channel: Message::keyed(format!("pause-channel-{}", link.channel.name())),
                rhythm: Message::keyed(format!("pause-rhythm-{}", link.rhythm.name())),
            })
        })
        .collect();
    let is_measured = !measures::of(&scope, member.id).await?.is_empty();
    let is_removal = removals::of(&scope, member.id).await?.is_some();
    let codes_left = my_card::left(&scope, member.id).await?;
    drop(scope);
    let session_ends = member.signed_in.map(|session| session.ends_at);
    let context = context! {
        is_measured => &is_measured, is_removal => &is_removal, reads => &member.standing.reads(),
        me => &me, may_vote => &may_vote, own_device => &member.own_device, session_ends => &session_ends,
        on_pause => &on_pause, links => &links, is_member => &member.standing.is_member(),
        codes_left => &codes_left,
    };
    member.into_page().at(Tab::Me).render("membership/me.html", context)
}

/// Her words that arrived after the session had ended, each with its button (ruling 12).
pub(super) async fn kept(Oneself(member): Oneself) -> PageResult {
    let forms = late::of(&member.read(), member.id).await?;
    let forms: Vec<_> = forms.into_iter().map(ToSendAgain::from).collect();
    member.into_page().at(Tab::Me).render("membership/me-kept.html", context! { forms => &forms })
}

/// Where she takes another passphrase.
pub(super) async fn passphrase(Oneself(member): Oneself) -> PageResult {
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
pub(super) fn guess(member: &Member) -> Result<(), PageError> {
    Ok(member.page.app().rates.take(Limit::SignIn, (member.group.id.0, member.id.0))?)
}

/// Where she gives, changes or removes her address.
pub(super) async fn email(Oneself(member): Oneself) -> PageResult {
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
