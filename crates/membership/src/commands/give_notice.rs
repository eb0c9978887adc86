//! The life of a removal before its vote: notice, and taking it back; the hearing is in
//! [`crate::commands::answer_removal`] (`mutual-aid` ALG10, M14-M17). The vote is opened in `decisions`, on the roll that
//! [`freeze_roll`] draws up.

use crate::RemovalId;
use crate::entities::removal;
use crate::mail::tell_news;
use crate::powers::{GiveNotice, Permit};
use crate::queries::{people, removals};
use crate::rules::kernel::{Hearing, LONGEST_EXCLUSION_MONTHS};
use crate::rules::removal::{Appeal, Cannot, How, NOTICE, Refused, Removal, Step, roll};
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use commons::register;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde_json::json;

/// Tells the group that it will be asked to remove one person, for at most so many months.
///
/// # Errors
/// Why there is none: see [`Refused`].
pub async fn give_notice(
    tx: &Tx<'_>,
    permit: Permit<GiveNotice>,
    person: MemberId,
    months: u32,
) -> Result<RemovalId, No> {
    if !people::is_member(tx, person).await? {
        return Err(No::field("person", Message::new("removal-person-gone")));
    }
    removals::may_be_noticed(tx, permit.by(), person).await?.map_err(|refused| No::Conflict(words(refused)))?;
    let id = RemovalId::new();
    let row = removal::ActiveModel {
        id: Set(id),
        person: Set(person),
        initiator: Set(permit.by()),
        months: Set(i32::try_from(months.clamp(1, LONGEST_EXCLUSION_MONTHS)).map_err(Broken::stored)?),
        noticed_at: Set(tx.now()),
        hearing: Set(None),
        heard_at: Set(None),
        roll: Set(None),
        acts_at: Set(None),
        acted_at: Set(None),
        until: Set(None),
        decision: Set(None),
        appeal: Set(Appeal::None),
        appeal_words: Set(None),
        appealed_at: Set(None),
        how: Set(None),
        over_at: Set(None),
        roll_hash: Set(None),
        ..Default::default()
    };
    tx.insert(row).await?;
    log(tx, register::kinds::REMOVAL_NOTICED, &[permit.by()], person).await?;
    // She learns it from the group before she hears it from somebody.
    tell_news(tx, &format!("removal/{id}"), &[person]).await?;
    Ok(id)
}

/// What stands in the way of a removal, in words.
pub fn words(refused: Refused) -> Message {
    match refused {
        Refused::NotOnePerson => Message::new("removal-one-person"),
        Refused::Oneself => Message::new("removal-not-oneself"),
        Refused::GroupTooSmall => Message::new("removal-group-too-small"),
        Refused::TooMany(free) => Message::new("removal-too-many-until").with("at", free),
        Refused::InitiatorHasOne => Message::new("removal-initiator-has-one"),
        Refused::PersonHadOne(free) => Message::new("removal-person-had-one").with("at", free),
    }
}

/// What keeps a removal from going on, in words.
pub(crate) fn cannot(cannot: Cannot) -> No {
    No::Conflict(match cannot {
        Cannot::NotNow => Message::new("removal-not-now"),
        Cannot::TooSoon(first) => Message::new("removal-too-soon").with("at", first),
        Cannot::TooLate(last) => Message::new("removal-too-late").with("at", last),
        Cannot::NotHeard => Message::new("removal-not-heard"),
        Cannot::RollTooSmall => Message::new("removal-group-too-small"),
    })
}

/// Takes the notice back, as long as no vote is open. Only whoever gave it may.
///
/// # Errors
/// When it is not hers, or it is too late.
pub async fn take_back(tx: &Tx<'_>, permit: Permit<GiveNotice>, id: RemovalId) -> Result<(), No> {
    let row = removals::row(tx, id).await?.filter(|row| row.initiator == permit.by()).ok_or(No::NotFound)?;
    removals::state(&row)?.step(Step::TakeBack, tx.now()).map_err(cannot)?;
    let this = tx.change::<removal::Entity>().filter(removal::Column::Id.eq(id));
    this.set(removal::Column::How, How::TakenBack).set(removal::Column::OverAt, tx.now()).go().await?;
    log(tx, register::kinds::REMOVAL_TAKEN_BACK, &[permit.by()], row.person).await
}

/// Records the hearing of somebody who has not recorded it herself once the notice is over: by a member who did not
/// give the notice. Without it, silence would stop the group for ever; before, it is hers alone.
///
/// # Errors
/// Before the end of the notice, or when whoever asks gave it.
pub async fn record_hearing(
    tx: &Tx<'_>,
    permit: Permit<GiveNotice>,
    id: RemovalId,
    hearing: Hearing,
) -> Result<(), No> {
    let row = removals::row(tx, id).await?.ok_or(No::NotFound)?;
    if [row.initiator, row.person].contains(&permit.by()) {
        return Err(No::NotAllowed(Message::new("removal-hearing-by-another")));
    }
    if tx.now() < row.noticed_at + NOTICE {
        return Err(cannot(Cannot::TooSoon(row.noticed_at + NOTICE)));
    }
    heard(tx, &row, hearing, &[permit.by()]).await
}

pub(crate) async fn heard(tx: &Tx<'_>, row: &removal::Model, hearing: Hearing, actors: &[MemberId]) -> Result<(), No> {
    removals::state(row)?.step(Step::Hear(hearing), tx.now()).map_err(cannot)?;
    let this = tx.change::<removal::Entity>().filter(removal::Column::Id.eq(row.id));
    this.set(removal::Column::Hearing, hearing).set(removal::Column::HeardAt, tx.now()).go().await?;
    log(tx, register::kinds::REMOVAL_HEARD, actors, row.person).await
}

/// Freezes the roll, without the person. From now on, whoever comes in or leaves changes nothing but her own ballot.
///
/// # Errors
/// Before the end of the notice, or before she was heard or declined to be.
pub async fn freeze_roll(tx: &Tx<'_>, _permit: Permit<GiveNotice>, id: RemovalId) -> Result<Vec<MemberId>, No> {
    let row = removals::row(tx, id).await?.ok_or(No::NotFound)?;
    let frozen: Vec<MemberId> = roll(people::voters(tx, tx.now()).await?, row.person).into_iter().collect();
    let count = u64::try_from(frozen.len()).map_err(Broken::stored)?;
    match removals::state(&row)?.step(Step::OpenVote(count), tx.now()).map_err(cannot)? {
        Removal::Voting { .. } => {
            let count = i32::try_from(count).map_err(Broken::stored)?;
            let this = tx.change::<removal::Entity>().filter(removal::Column::Id.eq(id));
            let this = this.set(removal::Column::Roll, count);
            this.set(removal::Column::RollHash, people::roll_hash(&frozen)).go().await?;
            Ok(frozen)
        }
        _ => Err(cannot(Cannot::NotNow)),
    }
}

/// The vote about it removed nobody: it is over, and a new notice about the same person waits (D7).
///
/// # Errors
/// When the store fails.
pub async fn vote_was_lost(tx: &Tx<'_>, id: RemovalId, how: How) -> Result<(), Broken> {
    let this = tx.change::<removal::Entity>().filter(removal::Column::Id.eq(id)).filter(removal::Column::How.is_null());
    this.set(removal::Column::How, how).set(removal::Column::OverAt, tx.now()).go().await?;
    Ok(())
}

/// Writes it in the register: about whom, by her id, and nothing else.
pub(crate) async fn log(tx: &Tx<'_>, kind: &'static str, actors: &[MemberId], person: MemberId) -> Result<(), No> {
    let entry = register::New { kind, actors, about: Some(person.to_string()), body: json!({}) };
    register::append(tx, entry).await?;
    Ok(())
}
