//! Doing something for a member at her request: she has no way in of her own, and has the same rights (`mutual-aid`
//! M21). Both are written down, she reads it in her data, and a receipt can be printed for her.
//!
//! Never to vote in secret, to vouch, to sign, or to leave: what is here is all there is. Nor what would show a private
//! record to whoever writes for her: whom she keeps apart from, whom she is offered to be welcomed by, what is kept about
//! her (`docs/decisions/0018-keeping-apart.md`).

use crate::AtRequestId;
use crate::commands::consent::{Came, set_all};
use crate::commands::pause::{self, Pausing};
use crate::commands::{call_me, contact};
use crate::entities::{at_request, member};
use crate::powers::{ActAtRequest, Permit, Power};
use crate::rules::consent::{Channel, Use};
use crate::rules::contact::ContactKind;
use chrono::{Months, NaiveDate};
use commons::area::{Datum, Erased, Kept, Section, Then, Until};
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Arg, Broken, Message, No};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use std::collections::BTreeSet;

/// Who did what for whom.
pub(crate) const KEPT: &[Kept] = &[Kept {
    table: "at_request",
    columns: &["id", "member_id", "done_by", "act", "channel", "at"],
    name: "at_request",
    until: Until::Years(1),
    then: Then::Erased,
}];

/// What is done for her.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Her yes or no to each use.
    Yes(BTreeSet<Use>),
    /// What she is called.
    Name(String),
    /// She rests: until that day, or until she says so. No link: with whom is hers alone.
    Pause(Option<NaiveDate>),
    /// She is back. Done for somebody who does not rest, it changes nothing.
    Back,
    /// A way to reach her, and her yes or no to members asking for it.
    Contact {
        /// Which way.
        kind: ContactKind,
        /// The number, or the address.
        value: String,
        /// Her yes.
        shown: bool,
    },
}

impl Act {
    /// Its name in the store and in translations (`at-request-<name>`).
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Yes(_) => "yes",
            Self::Name(_) => "name",
            Self::Pause(_) => "pause",
            Self::Back => "back",
            Self::Contact { .. } => "contact",
        }
    }

    async fn act(self, tx: &Tx<'_>, by: MemberId, whom: MemberId, channel: Channel) -> Result<(), No> {
        match self {
            Self::Yes(yes) => set_all(tx, whom, &yes, Came { channel, recorded_by: Some(by) }).await?,
            Self::Name(typed) => call_me::rename(tx, by, whom, &typed).await?,
            Self::Pause(until) => pause::begin(tx, whom, Pausing { until, ..Pausing::default() }).await?,
            Self::Back => pause::end(tx, whom).await?,
            Self::Contact { kind, value, shown } => {
                contact::add_to(tx, whom, kind, &value, shown).await?;
            }
        }
        Ok(())
    }
}

/// Does it, as she asked: on paper, or by word of mouth.
///
/// # Errors
/// When she has a way in of her own: then it is hers to do. Or what to correct.
pub async fn act_for(
    tx: &Tx<'_>,
    permit: Permit<ActAtRequest>,
    whom: MemberId,
    channel: Channel,
    act: Act,
) -> Result<AtRequestId, No> {
    let row = tx.find::<member::Entity>().filter(member::Column::Id.eq(whom)).one().await?;
    let row = row.filter(|row| row.standing.reads()).ok_or(No::NotFound)?;
    if whom == permit.by() || row.passphrase.is_some() || row.email_index.is_some() {
        return Err(No::conflict("at-request-has-way-in"));
    }
    let name = act.name();
    // An allied person has no pause.
    if !row.standing.is_member() && matches!(act, Act::Pause(_)) {
        return Err(No::NotFound);
    }
    act.act(tx, permit.by(), whom, channel).await?;
    Ok(write_down(tx, permit.by(), whom, channel, name).await?)
}

/// Writes down that something was done for a member at her request, where another area does it. `act` is its name in
/// translations (`at-request-<act>`). She reads it in her data, with who did it, whether or not she has a way in of her own.
///
/// # Errors
/// When the store fails.
pub async fn note<P: Power>(
    tx: &Tx<'_>,
    permit: &Permit<P>,
    whom: MemberId,
    channel: Channel,
    act: &'static str,
) -> Result<AtRequestId, Broken> {
    write_down(tx, permit.by(), whom, channel, act).await
}

async fn write_down(
    tx: &Tx<'_>,
    by: MemberId,
    whom: MemberId,
    channel: Channel,
    act: &'static str,
) -> Result<AtRequestId, Broken> {
    let id = AtRequestId::new();
    let row = at_request::ActiveModel {
        id: Set(id),
        member_id: Set(whom),
        done_by: Set(by),
        act: Set(act.to_owned()),
        channel: Set(channel),
        at: Set(tx.now()),
        ..Default::default()
    };
    tx.insert(row).await?;
    Ok(id)
}

/// What was done for her, and what she did for others.
pub(crate) async fn about(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
    use at_request::Column;
    let either = sea_orm::Condition::any().add(Column::MemberId.eq(member)).add(Column::DoneBy.eq(member));
    let rows = scope.find::<at_request::Entity>().filter(either).ascending(Column::At).all().await?;
    let row = |row: at_request::Model| {
        let whose = if row.member_id == member { "at-request-for-you" } else { "at-request-by-you" };
        vec![
            Datum::new("at_request_whose", Message::new(whose)),
            Datum::new("at_request_act", Message::keyed(format!("at-request-{}", row.act))),
            Datum::new("at_request_at", Arg::Time(row.at)),
        ]
    };
    Ok(vec![Section::new("at_request", rows.into_iter().map(row).collect())])
}

/// What was done for her goes with her. What she did for others stays theirs: of her, an id without a name.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
    let hers = tx.delete::<at_request::Entity>().filter(at_request::Column::MemberId.eq(member));
    Ok(vec![Erased { table: "at_request", rows: hers.go().await? }])
}

/// Forgets what was done a year ago.
pub(crate) async fn purge(tx: &Tx<'_>) -> Result<Erased, Broken> {
    let year = tx.now().checked_sub_months(Months::new(12)).unwrap_or(tx.now());
    let rows = tx.delete::<at_request::Entity>().filter(at_request::Column::At.lte(year)).go().await?;
    Ok(Erased { table: "at_request", rows })
}
