//! What she prepares in good times: her card in her own words, whom she names, what is to be done each day.

use crate::DailyId;
use crate::commands::listening::minute_of;
use crate::entities::circle::{close_card, close_circle, close_daily, close_holder};
use crate::powers::KeepCircle;
use crate::queries::circle::{ALL_LINE, place};
use crate::rules::circle::{Daily, Help};
use chrono::{NaiveDate, NaiveTime};
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No, Problem};
use commons::sealed;
use membership::powers::Permit;
use membership::queries::people;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// Most characters of one line of a card.
const LONGEST_LINE: usize = 600;
/// Most people whom she names.
const MOST_HOLDERS: u64 = 5;
/// Most things to be done each day.
const MOST_DAILY: u64 = 10;
/// Longest of them, in minutes.
const LONGEST_DAILY: u32 = 240;

/// Writes her card, line by line; empty words take a line away.
///
/// # Errors
/// When a line is too long.
pub async fn write_card(tx: &Tx<'_>, permit: Permit<KeepCircle>, lines: &[(Option<Help>, String)]) -> Result<(), No> {
    let by = permit.by();
    let too_long = lines.iter().filter_map(|(help, words)| {
        let over = words.trim().chars().count().saturating_sub(LONGEST_LINE);
        (over > 0).then(|| Problem::new(line_of(*help), Message::new("too-long").with("over", over)))
    });
    let problems: Vec<Problem> = too_long.collect();
    if !problems.is_empty() {
        return Err(No::Invalid(problems));
    }
    let key = sealed::key_of(tx, by).await?;
    for (help, words) in lines {
        let (line, words) = (line_of(*help), words.trim());
        use close_card::Column;
        let hers = tx.delete::<close_card::Entity>().filter(Column::MemberId.eq(by)).filter(Column::Line.eq(line));
        hers.go().await?;
        if words.is_empty() {
            continue;
        }
        let row = close_card::ActiveModel {
            member_id: Set(by),
            line: Set(line.to_owned()),
            words: Set(key.seal(&place("card", format!("{by}/{line}")), words.as_bytes())?),
            ..Default::default()
        };
        tx.insert(row).await?;
    }
    Ok(())
}

fn line_of(help: Option<Help>) -> &'static str {
    help.map_or(ALL_LINE, Help::word)
}

/// Names somebody who may open her card and wake her circle when she cannot.
///
/// # Errors
/// When it is herself, or no member, or she named many already.
pub async fn add_holder(tx: &Tx<'_>, permit: Permit<KeepCircle>, holder: MemberId) -> Result<(), No> {
    use close_holder::Column;
    let by = permit.by();
    if holder == by || !people::is_member(tx, holder).await? {
        return Err(No::field("holder", Message::new("close-choose-member")));
    }
    let hers = || tx.find::<close_holder::Entity>().filter(Column::MemberId.eq(by));
    if hers().filter(Column::Holder.eq(holder)).any().await? {
        return Ok(());
    }
    if hers().count().await? >= MOST_HOLDERS {
        return Err(No::field("holder", Message::new("close-enough").with("most", 5u32)));
    }
    tx.insert(close_holder::ActiveModel { member_id: Set(by), holder: Set(holder), ..Default::default() }).await?;
    Ok(())
}

/// Names her no more. What she opened is shut from now on.
///
/// # Errors
/// When the store fails.
pub async fn remove_holder(tx: &Tx<'_>, permit: Permit<KeepCircle>, holder: MemberId) -> Result<(), No> {
    use close_holder::Column;
    let hers = tx.delete::<close_holder::Entity>().filter(Column::MemberId.eq(permit.by()));
    hers.filter(Column::Holder.eq(holder)).go().await?;
    Ok(())
}

/// Something to be done each day, as it was typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NewDaily {
    /// What.
    pub help: Option<Help>,
    /// From when.
    pub from: Option<NaiveTime>,
    /// How long, in minutes.
    pub minutes: Option<u32>,
}

/// What it is, once nothing of it is to correct.
pub(super) fn what_of(new: NewDaily) -> Result<Daily, Vec<Problem>> {
    let minutes = new.minutes.filter(|minutes| (5..=LONGEST_DAILY).contains(minutes));
    if let (Some(help), Some(from), Some(minutes)) = (new.help, new.from, minutes) {
        return Ok(Daily { help, from, minutes });
    }
    let checks = [
        (new.help.is_none(), Problem::new("help", Message::new("close-help-missing"))),
        (new.from.is_none(), Problem::new("from", Message::new("time-missing"))),
        (minutes.is_none(), Problem::new("minutes", Message::new("close-minutes-wrong").with("most", LONGEST_DAILY))),
    ];
    Err(checks.into_iter().filter(|(wrong, _)| *wrong).map(|(_, problem)| problem).collect())
}

/// Adds something to be done each day while she is away.
///
/// # Errors
/// When something is to correct.
pub async fn add_daily(tx: &Tx<'_>, permit: Permit<KeepCircle>, new: NewDaily) -> Result<DailyId, No> {
    let what = what_of(new).map_err(No::Invalid)?;
    let hers = tx.find::<close_daily::Entity>().filter(close_daily::Column::MemberId.eq(permit.by()));
    if hers.count().await? >= MOST_DAILY {
        return Err(No::field("help", Message::new("close-enough").with("most", 10u32)));
    }
    let id = DailyId::new();
    let row = close_daily::ActiveModel {
        id: Set(id),
        member_id: Set(permit.by()),
        help: Set(what.help),
        from_minute: Set(minute_of(what.from)),
        minutes: Set(i32::try_from(what.minutes).unwrap_or_default()),
        ..Default::default()
    };
    tx.insert(row).await?;
    Ok(id)
}

/// Takes one away. What is to be done already, in a circle that is awake, stays.
///
/// # Errors
/// When it is not hers.
pub async fn remove_daily(tx: &Tx<'_>, permit: Permit<KeepCircle>, id: DailyId) -> Result<(), No> {
    use close_daily::Column;
    let hers = tx.delete::<close_daily::Entity>().filter(Column::Id.eq(id)).filter(Column::MemberId.eq(permit.by()));
    if hers.go().await? == 0 { Err(No::NotFound) } else { Ok(()) }
}

/// Until when her circle is awake; none when it sleeps.
pub(super) async fn set_awake(
    tx: &Tx<'_>,
    whose: MemberId,
    days: Option<(NaiveDate, NaiveDate)>,
) -> Result<(), Broken> {
    tx.delete::<close_circle::Entity>().filter(close_circle::Column::MemberId.eq(whose)).go().await?;
    let Some((from, until)) = days else { return Ok(()) };
    let row = close_circle::ActiveModel {
        member_id: Set(whose),
        awake_from: Set(Some(from)),
        awake_until: Set(Some(until)),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}
