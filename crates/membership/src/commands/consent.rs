//! Saying yes or no to each use of one's data. A no is as easy as a yes, and holds from the next page on.

use crate::ConsentId;
use crate::entities::{consent, member, welcome_pair};
use crate::powers::{ChangeOwnAccess, Permit, Power};
use crate::queries::consents;
use crate::rules::consent::{Channel, Use};
use chrono::Months;
use commons::area::{Datum, Erased, Kept, Section, Then, Until};
use commons::clock::Time;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Arg, Broken, Message, No};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use std::collections::BTreeSet;

/// Each yes, with the words it was given to. One that ended is kept a year, so that she can see when it did.
pub(crate) const KEPT: &[Kept] = &[Kept {
    table: "consent",
    columns: &["id", "member_id", "given_for", "words_version", "since", "until", "channel", "recorded_by"],
    name: "consents",
    until: Until::Years(1),
    then: Then::Erased,
}];

/// How an answer came, and who wrote it down when she did not herself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Came {
    pub(crate) channel: Channel,
    pub(crate) recorded_by: Option<MemberId>,
}

impl Came {
    /// From herself, on a page.
    pub(crate) const HERSELF: Self = Self { channel: Channel::Screen, recorded_by: None };
}

/// Says yes to these uses, and no to all the others.
///
/// # Errors
/// When the store fails.
pub async fn say(tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>, yes: &BTreeSet<Use>) -> Result<(), No> {
    Ok(set_all(tx, permit.by(), yes, Came::HERSELF).await?)
}

/// Says yes or no to some uses, where another area asks them beside its own questions; the others stay as they are.
///
/// # Errors
/// When the store fails.
pub async fn say_these<P: Power>(
    tx: &Tx<'_>,
    permit: &Permit<P>,
    answers: impl IntoIterator<Item = (Use, bool)>,
) -> Result<(), Broken> {
    for (one, yes) in answers {
        set(tx, permit.by(), one, yes, Came::HERSELF).await?;
    }
    Ok(())
}

/// A yes that somebody else writes down, as it was said to her on the telephone or on paper.
///
/// # Errors
/// When the store fails.
pub async fn say_for<P: Power>(
    tx: &Tx<'_>,
    permit: &Permit<P>,
    whom: MemberId,
    channel: Channel,
    to: Use,
) -> Result<(), Broken> {
    set(tx, whom, to, true, Came { channel, recorded_by: Some(permit.by()) }).await
}

/// Her yes or her no to these, as somebody else writes them down.
///
/// # Errors
/// When the store fails.
pub async fn say_these_for<P: Power>(
    tx: &Tx<'_>,
    permit: &Permit<P>,
    whom: MemberId,
    channel: Channel,
    answers: impl IntoIterator<Item = (Use, bool)>,
) -> Result<(), Broken> {
    for (one, yes) in answers {
        set(tx, whom, one, yes, Came { channel, recorded_by: Some(permit.by()) }).await?;
    }
    Ok(())
}

pub(crate) async fn set_all(tx: &Tx<'_>, member: MemberId, yes: &BTreeSet<Use>, came: Came) -> Result<(), Broken> {
    for one in Use::ALL {
        set(tx, member, one, yes.contains(&one), came).await?;
    }
    Ok(())
}

/// One answer. Given once more, it changes nothing.
pub(crate) async fn set(tx: &Tx<'_>, member: MemberId, one: Use, yes: bool, came: Came) -> Result<(), Broken> {
    use consent::Column;
    let said = consents::said(tx, member, one).await?;
    if said != yes {
        let running = tx.change::<consent::Entity>().filter(Column::MemberId.eq(member));
        let running = running.filter(Column::GivenFor.eq(one.name())).filter(Column::Until.is_null());
        running.set(Column::Until, tx.now()).go().await?;
    }
    if yes && !said {
        let row = consent::ActiveModel {
            id: Set(ConsentId::new()),
            member_id: Set(member),
            given_for: Set(one.name().to_owned()),
            words_version: Set(one.words_version()),
            since: Set(tx.now()),
            until: Set(None),
            channel: Set(came.channel),
            recorded_by: Set(came.recorded_by),
            ..Default::default()
        };
        tx.insert(row).await?;
    }
    follow(tx, member, one, yes).await
}

/// What holds at once with the answer.
async fn follow(tx: &Tx<'_>, member: MemberId, one: Use, yes: bool) -> Result<(), Broken> {
    match one {
        Use::NewsByMail => {
            let hers = tx.change::<member::Entity>().filter(member::Column::Id.eq(member));
            hers.set(member::Column::WantsNews, yes).go().await?;
        }
        Use::BeWelcomed if !yes => {
            tx.delete::<welcome_pair::Entity>().filter(welcome_pair::Column::Newcomer.eq(member)).go().await?;
        }
        Use::WelcomeOthers if !yes => {
            tx.delete::<welcome_pair::Entity>().filter(welcome_pair::Column::Welcomer.eq(member)).go().await?;
        }
        Use::BeWelcomed | Use::WelcomeOthers | Use::PrintedList => {}
        // Who says yes to calls is looked up each time a call is made, or a line printed.
        Use::BeCalled | Use::CallOthers | Use::BeStarter | Use::NightUrgent => {}
        // What listening and visits do with it is read anew each time: `mutual-aid` ends or frees what has no yes any more.
        Use::Listen | Use::BeListened | Use::Visit | Use::BeVisited => {}
    }
    Ok(())
}

/// What she said yes to, and who wrote it down.
pub(crate) async fn about(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
    use consent::Column;
    let rows = scope.find::<consent::Entity>().filter(Column::MemberId.eq(member)).ascending(Column::Since);
    let named = |what: &str, name: &str| Arg::from(Message::keyed(format!("{what}-{}", name.replace('_', "-"))));
    let row = |row: consent::Model| {
        let mut data = vec![
            Datum::new("consent_use", named("yes", &row.given_for)),
            Datum::new("consent_since", Arg::Time(row.since)),
            Datum::new("consent_channel", named("channel", row.channel.name())),
        ];
        data.extend(row.until.map(|until: Time| Datum::new("consent_until", Arg::Time(until))));
        data
    };
    Ok(vec![Section::new("consents", rows.all().await?.into_iter().map(row).collect())])
}

/// Every yes of hers goes with her. What she wrote down for others stays theirs, without her.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
    use consent::Column;
    let rows = tx.delete::<consent::Entity>().filter(Column::MemberId.eq(member)).go().await?;
    let nobody: Option<uuid::Uuid> = None;
    let written = tx.change::<consent::Entity>().filter(Column::RecordedBy.eq(member));
    let written = written.set(Column::RecordedBy, nobody).go().await?;
    Ok(vec![Erased { table: "consent", rows: rows + written }])
}

/// Forgets what ended a year ago.
pub(crate) async fn purge(tx: &Tx<'_>) -> Result<Erased, Broken> {
    let year = tx.now().checked_sub_months(Months::new(12)).unwrap_or(tx.now());
    let rows = tx.delete::<consent::Entity>().filter(consent::Column::Until.lte(year)).go().await?;
    Ok(Erased { table: "consent", rows })
}
