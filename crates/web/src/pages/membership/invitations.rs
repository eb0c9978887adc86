//! Inviting somebody, by mail or with a printed card; making a card for somebody of the founding list.

use super::{Nothing, full_address};
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::visit::{May, Member, Sent};
use actix_web::web;
use commons::clock::Time;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use membership::InvitationId;
use membership::commands::invite;
use membership::hand_card::{CardFor, HandCardTogether};
use membership::joint::ask_together;
use membership::powers::{HandCard, Invite, SignTogether};
use membership::queries::invitations::{self, Made};
use membership::queries::{me, people};
use membership::rules::admission::AdmissionRule;
use serde::{Deserialize, Serialize};
use tera::context;

/// An invitation as its maker reads it.
#[derive(Debug, Serialize)]
struct Shown {
    id: InvitationId,
    link: String,
    card_address: String,
    words: Vec<String>,
    for_name: Option<String>,
    expires_at: Time,
}

fn shown(member: &Member, made: Made) -> Shown {
    Shown {
        id: made.id,
        link: full_address(&member.page, &member.at(&format!("/join/{}", made.way_in.token))),
        card_address: full_address(&member.page, &member.at("/join")),
        words: made.way_in.words.split(' ').map(str::to_owned).collect(),
        for_name: made.for_name,
        expires_at: made.expires_at,
    }
}

/// The ways to invite, cards for those who have no way in yet, and the invitations of hers that wait.
pub(super) async fn new(member: Member) -> PageResult {
    let scope = member.read();
    let waiting = invitations::all_made_by(&scope, member.id).await?;
    let without = without_way_in(&scope, member.id).await?;
    let cards = waiting_cards(&scope).await?;
    let signs = what_it_signs(&scope, &member).await?;
    let has_passphrase = me::me(&scope, member.id).await?.has_passphrase;
    drop(scope);
    let waiting: Vec<Shown> = waiting.into_iter().map(|made| shown(&member, made)).collect();
    let context = context! {
        waiting => &waiting, most => &invite::A_WEEK, without => &without, cards => &cards,
        signs => &signs, has_passphrase => &has_passphrase,
    };
    let here = member.at("/group/invite");
    member.into_page().here(here).at(Tab::Group).render("membership/invite.html", context)
}

/// What an invitation does by itself: it is a signature, and under some rules the only one that it takes.
async fn what_it_signs(scope: &Scope<'_>, member: &Member) -> Result<Message, PageError> {
    let rule = member.charter.admission();
    let others = rule.signs_needed(people::how_many_active(scope).await?).saturating_sub(1);
    Ok(match (rule, others) {
        (AdmissionRule::Assembly, _) => Message::new("invite-signs-not"),
        (AdmissionRule::OpenAfterOneVisit | AdmissionRule::CoSigners, 0) => Message::new("invite-signs-alone"),
        (AdmissionRule::OpenAfterOneVisit | AdmissionRule::CoSigners, others) => {
            Message::new("invite-signs-first").with("count", others)
        }
    })
}

/// Somebody to choose in a list.
#[derive(Debug, Serialize)]
struct Choice {
    value: String,
    label: String,
}

/// Who has no way in yet, except whoever asks: she is in.
async fn without_way_in(scope: &Scope<'_>, asks: MemberId) -> Result<Vec<Choice>, PageError> {
    let everyone = people::everyone(scope).await?.into_iter();
    let without = everyone.filter(|person| !person.has_entered && person.id != asks);
    Ok(without.map(|person| Choice { value: person.id.to_string(), label: person.name }).collect())
}

/// A card that waits for somebody, as everybody sees it.
#[derive(Debug, Serialize)]
struct WaitingCard {
    to: String,
    by: String,
    at: Time,
}

async fn waiting_cards(scope: &Scope<'_>) -> Result<Vec<WaitingCard>, PageError> {
    let names = people::names(scope).await?;
    let name = |member| names.of(member).map(str::to_owned).unwrap_or_default();
    let waiting = invitations::handed(scope).await?.into_iter().filter(|card| !card.used);
    Ok(waiting.map(|card| WaitingCard { to: name(card.to), by: name(card.by), at: card.at }).collect())
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Choosing {
    to: String,
}

/// Whom a card is for. Nothing is done yet: the next page says what the register will tell.
pub(super) async fn choose(sent: Sent<Choosing>) -> PageResult {
    let chosen = sent
        .once(async |_| {
            let to = sent.form.to.parse::<MemberId>();
            let to = to.map_err(|_| No::field("to", Message::new("card-choose")))?;
            Ok(sent.at(&format!("/group/members/{to}/card")))
        })
        .await;
    match chosen {
        Ok(to) => Ok(sent.page.go(&to)),
        Err(no) => new(sent.again(no)?).await,
    }
}

/// Says what the register will tell, before the card is made.
pub(super) async fn confirm(member: Member, path: web::Path<(String, String)>) -> PageResult {
    show_confirm(member, &path.1).await
}

async fn show_confirm(member: Member, to: &str) -> PageResult {
    let without = without_way_in(&member.read(), member.id).await?;
    let whom = without.into_iter().find(|one| one.value == to).ok_or(No::NotFound)?;
    let scope = member.read();
    let takes_two = invite::takes_two(&scope, to.parse().map_err(|_| No::NotFound)?).await?;
    let has_passphrase = me::me(&scope, member.id).await?.has_passphrase;
    drop(scope);
    let here = member.at(&format!("/group/members/{to}/card"));
    let context = context! {
        to => &whom.value, name => &whom.label, takes_two => &takes_two, has_passphrase => &has_passphrase,
    };
    member.into_page().here(here).at(Tab::Group).render("membership/card-confirm.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asking {
    present: String,
}

/// Asks another member to sign for a card, for somebody who came in on paper.
pub(super) async fn ask_card(may: May<SignTogether, Asking>, path: web::Path<(String, String)>) -> PageResult {
    match try_ask_card(&may, &path.1).await {
        Ok(to) => Ok(may.page.go(&to)),
        Err(no) => show_confirm(may.again(no)?, &path.1).await,
    }
}

async fn try_ask_card(may: &May<SignTogether, Asking>, to: &str) -> Result<String, PageError> {
    let to: MemberId = to.parse().map_err(|_| No::NotFound)?;
    let confirmed = may.confirmed(&may.form.present).await?;
    let details = CardFor { to, by: may.id }.details()?;
    let ask = async |tx: &Tx<'_>, permit| {
        let (id, _) = ask_together(tx, permit, &may.site.joints, confirmed?, HandCardTogether::KIND, &details).await?;
        Ok(may.at(&format!("/group/together/{id}")))
    };
    Ok(may.act(ask).await?)
}

/// Makes a card for somebody on the founding list who has no way in yet.
pub(super) async fn hand_card(may: May<HandCard, Nothing>, path: web::Path<(String, String)>) -> PageResult {
    let to: MemberId = path.1.parse().map_err(|_| No::NotFound)?;
    let made = may
        .act(async |tx, permit| {
            let id = invite::hand_card(tx, permit, to).await?;
            Ok(may.at(&format!("/group/invitations/{id}")))
        })
        .await;
    match made {
        Ok(to) => Ok(may.page.go(&to)),
        Err(no) => new(may.again(no)?).await,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Inviting {
    /// `mail` or `card`.
    how: String,
    email: String,
    /// Her passphrase, typed again.
    present: String,
}

/// Signs for whoever will come with it.
pub(super) async fn invite(may: May<Invite, Inviting>) -> PageResult {
    let confirmed = may.confirmed(&may.form.present).await?;
    let invited = may
        .act(async |tx, permit| {
            let email = if may.form.how == "mail" { may.form.email.trim() } else { "" };
            if may.form.how == "mail" && email.is_empty() {
                return Err(No::field("email", Message::new("email-missing")));
            }
            let id = invite::invite(tx, permit, confirmed?, email).await?;
            Ok(may.at(&format!("/group/invitations/{id}")))
        })
        .await;
    match invited {
        Ok(to) if may.form.how == "mail" => Ok(may.page.go_saying(&to, "done-invited-by-mail")),
        Ok(to) => Ok(may.page.go(&to)),
        Err(no) => new(may.again(no)?).await,
    }
}

async fn mine(member: &Member, id: &str) -> Result<Shown, No> {
    let id: InvitationId = id.parse().map_err(|_| No::NotFound)?;
    let made = invitations::made_by(&member.read(), member.id, id).await?;
    Ok(shown(member, made))
}

/// The link and the words, for whoever made the invitation.
pub(super) async fn one(member: Member, path: web::Path<(String, String)>) -> PageResult {
    let invitation = mine(&member, &path.1).await?;
    let signs = what_it_signs(&member.read(), &member).await?;
    let context = context! { invitation => &invitation, signs => &signs };
    member.into_page().at(Tab::Group).render("membership/invitation.html", context)
}

/// The same as a card to print: it says neither who nor what the group is.
pub(super) async fn card(member: Member, path: web::Path<(String, String)>) -> PageResult {
    let invitation = mine(&member, &path.1).await?;
    let context = context! { invitation => &invitation, now => &member.site.db.now() };
    member.into_page().at(Tab::Group).render("membership/invitation-card.html", context)
}

pub(super) async fn take_back(may: May<Invite, Nothing>, path: web::Path<(String, String)>) -> PageResult {
    let id: InvitationId = path.1.parse().map_err(|_| No::NotFound)?;
    let to = may
        .act(async |tx, permit| {
            invite::take_back(tx, permit, id).await?;
            Ok(may.at("/group/invite"))
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-taken-back"))
}
