//! What a member sees of herself.

use crate::entities::{ally, invitation, mandate, member, session, sign_in_link};
use crate::joint;
use crate::queries::people::{described_place, email_place, name_place};
use crate::rules::standing::Standing;
use commons::area::{Datum, Section};
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use commons::sealed;
use sea_orm::ColumnTrait;
use sea_orm::sea_query::IntoCondition;
use serde::Serialize;

/// Everything the group keeps about her in this area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Me {
    /// Who.
    pub id: MemberId,
    /// What she is called.
    pub name: String,
    /// Her address, which nobody else reads.
    pub email: Option<String>,
    /// Whether she has a passphrase.
    pub has_passphrase: bool,
    /// Whether she asked to be written to when there is news.
    pub wants_news: bool,
    /// Since when she is here.
    pub joined_at: Time,
    /// From when she votes.
    pub votes_from: Time,
}

/// Herself.
///
/// # Errors
/// When she is not a member, or the store fails.
pub async fn me(scope: &Scope<'_>, member: MemberId) -> Result<Me, No> {
    let row = row(scope, member).await?.ok_or(No::NotFound)?;
    let key = sealed::key_of(scope, member).await?;
    let email = row.email.as_ref().map(|email| key.open_text(&email_place(member), email)).transpose()?;
    Ok(Me {
        id: member,
        name: key.open_text(&name_place(member), &row.name)?,
        email,
        has_passphrase: row.passphrase.is_some(),
        wants_news: row.wants_news,
        joined_at: row.joined_at,
        votes_from: row.votes_from,
    })
}

/// Her row; none once she left: nothing of her is in it.
async fn row(scope: &Scope<'_>, member: MemberId) -> Result<Option<member::Model>, Broken> {
    let row = scope.find::<member::Entity>().filter(member::Column::Id.eq(member));
    Ok(row.filter(member::Column::Standing.ne(Standing::Left)).one().await?)
}

/// The address to write to her, at the moment a letter leaves, and whether news may go there: not while she is on
/// pause, also when it was ready before (`domain A8`). None when she has none.
///
/// # Errors
/// When the store fails.
pub async fn address_of(scope: &Scope<'_>, member: MemberId) -> Result<Option<(String, bool)>, Broken> {
    let on_pause = row(scope, member).await?.is_some_and(|row| row.standing == Standing::Paused);
    match me(scope, member).await {
        Ok(me) => Ok(me.email.map(|email| (email, me.wants_news && !on_pause))),
        Err(No::Broken(broken)) => Err(broken),
        Err(_) => Ok(None),
    }
}

/// Yes or no, as she reads it.
pub(crate) fn yes_or_no(yes: bool) -> Message {
    Message::new(if yes { "data-yes" } else { "data-no" })
}

/// Where she stands, as she reads it.
fn standing_in_words(standing: Standing) -> Message {
    Message::new(match standing {
        Standing::Active => "data-standing-active",
        Standing::Paused => "data-standing-paused",
        Standing::Ally => "data-standing-ally",
        Standing::Excluded => "data-standing-excluded",
        Standing::Left => "a-member-who-left",
    })
}

/// What this area keeps about her, save what goes with pauses and contact points.
pub(crate) async fn about(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
    let Some(row) = row(scope, member).await? else { return Ok(Vec::new()) };
    let key = sealed::key_of(scope, member).await?;
    let mut her = vec![
        Datum::new("name", key.open_text(&name_place(member), &row.name)?),
        Datum::new("id", member.to_string()),
        Datum::new("standing", standing_in_words(row.standing)),
    ];
    her.extend(row.standing_until.map(|until| Datum::new("standing_until", until)));
    her.push(Datum::new("joined", row.joined_at));
    her.push(Datum::new("votes_from", row.votes_from));
    if let Some(email) = &row.email {
        her.push(Datum::new("email", key.open_text(&email_place(member), email)?));
    }
    if let Some(ally) = scope.find::<ally::Entity>().filter(ally::Column::MemberId.eq(member)).one().await? {
        her.push(Datum::new("described", key.open_text(&described_place(member), &ally.described)?));
    }
    her.push(Datum::new("passphrase", yes_or_no(row.passphrase.is_some())));
    her.push(Datum::new("news", yes_or_no(row.wants_news)));
    let mut sections = vec![Section::new("member", vec![her])];
    sections.push(Section::new("sessions", sessions(scope, member).await?));
    sections.push(Section::new("sign_in_links", sign_in_links(scope, member).await?));
    sections.push(Section::new("invitations", invitations(scope, invitation::Column::MadeBy.eq(member)).await?));
    sections.push(Section::new("cards_for_me", invitations(scope, invitation::Column::ForMember.eq(member)).await?));
    sections.push(Section::new("mandates", mandates(scope, member).await?));
    sections.extend(joint::about(scope, member).await?);
    Ok(sections)
}

async fn sessions(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Vec<Datum>>, Broken> {
    let rows = scope.find::<session::Entity>().filter(session::Column::MemberId.eq(member));
    let rows = rows.ascending(session::Column::EndsAt).all().await?.into_iter();
    let told = |row: session::Model| {
        vec![Datum::new("session_own", yes_or_no(row.own_device)), Datum::new("session_ends", row.ends_at)]
    };
    Ok(rows.map(told).collect())
}

/// Links that wait in her mail; not what opens them.
async fn sign_in_links(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Vec<Datum>>, Broken> {
    let rows = scope.find::<sign_in_link::Entity>().filter(sign_in_link::Column::MemberId.eq(member));
    let rows = rows.ascending(sign_in_link::Column::ExpiresAt).all().await?.into_iter();
    Ok(rows.map(|row| vec![Datum::new("link_until", row.expires_at)]).collect())
}

async fn invitations(scope: &Scope<'_>, which: impl IntoCondition) -> Result<Vec<Vec<Datum>>, Broken> {
    let rows = scope.find::<invitation::Entity>().filter(which);
    let rows = rows.ascending(invitation::Column::MadeAt).all().await?.into_iter();
    let told = |row: invitation::Model| {
        vec![
            Datum::new("invitation_made", row.made_at),
            Datum::new("invitation_until", row.expires_at),
            Datum::new("invitation_used", yes_or_no(row.used)),
        ]
    };
    Ok(rows.map(told).collect())
}

async fn mandates(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Vec<Datum>>, Broken> {
    let rows = scope.find::<mandate::Entity>().filter(mandate::Column::Holder.eq(member));
    let rows = rows.ascending(mandate::Column::StartsAt).all().await?.into_iter();
    let told = |row: mandate::Model| {
        let mut told = vec![
            Datum::new("mandate_title", row.title),
            Datum::new("mandate_aim", row.aim),
            Datum::new("mandate_limits", row.limits),
            Datum::new("mandate_from", row.starts_at),
            Datum::new("mandate_until", row.ended_at.unwrap_or(row.ends_at)),
            Datum::new("mandate_note", row.handover_note.unwrap_or_default()),
        ];
        told.retain(|datum| datum.value != commons::refusal::Arg::Text(String::new()));
        told
    };
    Ok(rows.map(told).collect())
}
