//! Making an open vote longer, when its quorum is missed (`decisions C4`) or when members ask (`C7`), and closing it early
//! when everybody voted (`C6`).

use crate::ProposalId;
use crate::commands::settle::stored;
use crate::commands::{must_step, question_of, save};
use crate::entities::{ballot, extension_asked, proposal, urn as urn_table};
use crate::queries::counted;
use crate::rules::question::Method;
use crate::rules::schedule::closes_at;
use crate::rules::state::{Event, State};
use crate::rules::timing::{Missed, Past, TimeRules, has_its_own_way, may_close_early, second_call};
use crate::rules::verdict::VoteRules;
use crate::urn;
use chrono::NaiveDate;
use commons::clock::{Time, local_day};
use commons::db::{Db, Scope, Tx};
use commons::ids::{GroupId, MemberId};
use commons::refusal::Broken;
use commons::register::{self, kinds};
use membership::mail::tell_news;
use membership::queries::charter;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde_json::{Value, json};
use std::collections::HashSet;

/// The rules about time that were copied when its vote opened; none of a vote that opened before there were any.
pub(crate) fn time_rules(row: &proposal::Model) -> Result<Option<TimeRules>, Broken> {
    row.time_rules.as_deref().map(serde_json::from_str).transpose().map_err(Broken::stored)
}

/// What became of its vote so far.
pub(crate) fn past(row: &proposal::Model) -> Past {
    Past { extended: row.extended, quorum_missed: row.quorum_missed }
}

/// Who voted. Of a secret vote, only its key can tell, and its urn stays closed.
pub(super) async fn who_voted(scope: &Scope<'_>, row: &proposal::Model) -> Result<HashSet<MemberId>, Broken> {
    if row.secret {
        let roll = counted::roll(scope, row.id).await?;
        return urn::who_voted(scope, row.id, roll.iter().map(|row| row.member_id)).await;
    }
    let ballots = scope.find::<ballot::Entity>().filter(ballot::Column::ProposalId.eq(row.id)).all().await?;
    Ok(ballots.into_iter().map(|ballot| ballot.member_id).collect())
}

/// The deadline has come without the quorum: makes the vote longer when the charter says so, once, and says whether it
/// did. Nothing is counted, no urn is opened: only how many voted is looked at.
pub(super) async fn after_missed_quorum(tx: &Tx<'_>, row: &proposal::Model) -> Result<bool, Broken> {
    // Where silence counts, too few who have seen it is an answer too.
    let has_its_own_way = has_its_own_way(row.effect.as_deref()) || question_of(row)?.method == Method::Tacit;
    let Some(time) = time_rules(row)?.filter(|_| !has_its_own_way) else { return Ok(false) };
    let remedy = past(row).remedy(time.missed);
    if remedy == Missed::Lapse {
        return Ok(false);
    }
    let rules: VoteRules = stored(row.rules.as_deref())?;
    let (roll, voted) = (counted::roll(tx, row.id).await?, who_voted(tx, row).await?);
    if voted.len() as u64 >= rules.required(counted::how_many(tx, &roll, &voted).await?) {
        return Ok(false);
    }
    let mut why = json!({ "why": "quorum" });
    let mut change = proposal::ActiveModel { quorum_missed: Set(true), ..Default::default() };
    if remedy == Missed::SecondCall {
        // As if nobody had voted yet: who rests and voted all the same would show in the number.
        let quorum = second_call(rules.required(counted::how_many(tx, &roll, &HashSet::new()).await?));
        change.rules = Set(Some(serde_json::to_string(&rules.called_again(quorum)).map_err(Broken::stored)?));
        why = json!({ "why": "second_call", "quorum": quorum });
    }
    let seq = make_longer(tx, row, time, tx.now(), change, why).await?;
    // In a secret vote whoever voted is told as well: the letters would say who did not.
    let awaited = |member: &MemberId| row.secret || !voted.contains(member);
    let told: Vec<MemberId> = roll.into_iter().map(|row| row.member_id).filter(awaited).collect();
    tell_news(tx, &format!("vote-longer/{}/{seq}", row.id), &told).await?;
    Ok(true)
}

/// Members asked for time: everybody on the roll is told that there is news.
pub(super) async fn asked_for(tx: &Tx<'_>, row: &proposal::Model, time: TimeRules, askers: u64) -> Result<(), Broken> {
    let from = row.closes_at.unwrap_or(tx.now());
    let why = json!({ "why": "asked", "askers": askers });
    let seq = make_longer(tx, row, time, from, proposal::ActiveModel::default(), why).await?;
    let roll = counted::roll(tx, row.id).await?;
    let told: Vec<MemberId> = roll.into_iter().map(|row| row.member_id).collect();
    tell_news(tx, &format!("vote-longer/{}/{seq}", row.id), &told).await
}

/// The same roll and the same ballots, until the evening after some days. Returns the entry that says so.
async fn make_longer(
    tx: &Tx<'_>,
    row: &proposal::Model,
    time: TimeRules,
    from: Time,
    change: proposal::ActiveModel,
    why: Value,
) -> Result<i64, Broken> {
    let zone = charter::charter(tx).await?.zone();
    let closes = closes_at(zone, from, time.extension_days);
    let change = proposal::ActiveModel {
        state: Set(must_step(row.state, Event::Extended)?),
        closes_at: Set(Some(closes)),
        due_at: Set(Some(closes)),
        extended: Set(row.extended.saturating_add(1)),
        ..change
    };
    save(tx, row.id, change).await?;
    forget_asked(tx, row.id).await?;
    let mut body = json!({ "number": row.number, "title": row.title, "closes_at": register::chain::second(closes) });
    if let (Some(fields), Value::Object(why)) = (body.as_object_mut(), why) {
        fields.extend(why);
    }
    log(tx, kinds::EXTENDED, row, body).await
}

/// Who asked for time is of no use once it was given, or once the vote is over.
pub(super) async fn forget_asked(tx: &Tx<'_>, id: ProposalId) -> Result<(), Broken> {
    tx.delete::<extension_asked::Entity>().filter(extension_asked::Column::ProposalId.eq(id)).go().await?;
    Ok(())
}

/// Lets votes close early in which nobody is awaited any more, where the charter wants it so. Of a secret vote this is
/// looked at once a day, before `look_at_urns` notes that it looked: told more often, it would tell who was last.
pub(super) async fn close_early(db: &Db, group: GroupId, open: &[proposal::Model]) -> Result<(), Broken> {
    let scope = db.read(group);
    for row in open {
        if !wants_to_close_early(row)? {
            continue;
        }
        let today = local_day(charter::charter(&scope).await?.zone(), scope.now());
        if row.secret && was_looked_at(&scope, row.id, today).await? {
            continue;
        }
        if nobody_is_awaited(&scope, row).await? {
            db.write(group, async |tx: &Tx<'_>| close_this_early(tx, row.id).await).await?;
        }
    }
    Ok(())
}

fn wants_to_close_early(row: &proposal::Model) -> Result<bool, Broken> {
    // There is time to object until the end, and to support a block that was raised last.
    let waits_for_its_end = matches!(question_of(row)?.method, Method::Consensus | Method::Tacit | Method::Election);
    Ok(!waits_for_its_end && time_rules(row)?.is_some_and(|time| time.close_when_all_voted))
}

async fn was_looked_at(scope: &Scope<'_>, id: ProposalId, today: NaiveDate) -> Result<bool, Broken> {
    let urn = scope.find::<urn_table::Entity>().filter(urn_table::Column::ProposalId.eq(id)).one().await?;
    Ok(urn.is_none_or(|urn| urn.looked_on == Some(today)))
}

async fn is_any_by_phone(scope: &Scope<'_>, id: ProposalId) -> Result<bool, Broken> {
    let ballots = scope.find::<ballot::Entity>().filter(ballot::Column::ProposalId.eq(id));
    Ok(ballots.filter(ballot::Column::RecordedBy.is_not_null()).any().await?)
}

async fn nobody_is_awaited(scope: &Scope<'_>, row: &proposal::Model) -> Result<bool, Broken> {
    let Some(opened) = row.opens_at.filter(|_| row.closes_at.is_some_and(|closes| scope.now() < closes)) else {
        return Ok(false);
    };
    let (roll, voted) = (counted::roll(scope, row.id).await?, who_voted(scope, row).await?);
    if roll.iter().any(|row| row.on_paper) {
        // Her ballot is awaited on paper, and the box is opened at the end.
        return Ok(false);
    }
    if is_any_by_phone(scope, row.id).await? {
        // What another noted for her, she may change until the end (`decisions E3`).
        return Ok(false);
    }
    let counted = counted::how_many(scope, &roll, &voted).await?;
    let rules: VoteRules = stored(row.rules.as_deref())?;
    if counted < rules.counts_from {
        // Too few to be told who came, in a secret vote.
        return Ok(false);
    }
    Ok(may_close_early(counted, voted.len() as u64, opened, scope.now()))
}

/// Looked at once more under the lock: somebody may have made it longer, or begun it anew.
async fn close_this_early(tx: &Tx<'_>, id: ProposalId) -> Result<(), Broken> {
    let row = tx.find::<proposal::Entity>().filter(proposal::Column::Id.eq(id)).one().await?;
    let Some(row) = row.filter(|row| row.state == State::Voting) else { return Ok(()) };
    if !nobody_is_awaited(tx, &row).await? {
        return Ok(());
    }
    let now = Some(tx.now());
    save(tx, id, proposal::ActiveModel { closes_at: Set(now), due_at: Set(now), ..Default::default() }).await?;
    log(tx, kinds::CLOSED_EARLY, &row, json!({ "number": row.number, "title": row.title })).await.map(|_| ())
}

async fn log(tx: &Tx<'_>, kind: &'static str, row: &proposal::Model, body: Value) -> Result<i64, Broken> {
    register::append(tx, register::New { kind, actors: &[], about: Some(row.id.to_string()), body }).await
}
