//! Opening a card and waking the circle: by herself, or by whom she named, or by somebody who does it for whom she named
//! and who has no screen. Then both names stand in what she reads (`domain F1`, F3; C3).

use crate::commands::circle::card::set_awake;
use crate::commands::circle::links::{answered, find};
use crate::commands::circle::not_possible;
use crate::entities::circle::{close_opening, close_task};
use crate::powers::{KeepCircle, OpenCircle};
use crate::queries::circle::{Kept, card_of, close, opening_of, opening_row};
use crate::queries::limits::own;
use crate::rules::circle::{Close, Help, NotPossible, Task};
use crate::{LinkId, OpeningId, TaskId};
use chrono::{Days, NaiveDate, NaiveTime, Timelike};
use commons::clock::local_day;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No, Problem};
use membership::mail::tell_news;
use membership::powers::Permit;
use membership::queries::{apart, charter, people};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use std::collections::BTreeSet;

/// Longest time for which a card is opened, in days: a season.
const LONGEST: Days = Days::new(92);

/// For which days, and for whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewOpening {
    /// Whose card.
    pub whose: MemberId,
    /// For whom it is opened: somebody named, who has no screen. None when whoever sends this was named herself.
    pub on_behalf: Option<MemberId>,
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last one.
    pub until: Option<NaiveDate>,
    /// Whether the circle is woken with it.
    pub wake: bool,
}

/// Opens somebody's card for some days, and wakes her circle for them if asked to. One act (C3).
///
/// # Errors
/// When she was not named, or the days are to correct, or nothing is to be done then.
pub async fn open_circle(tx: &Tx<'_>, permit: Permit<OpenCircle>, new: &NewOpening) -> Result<OpeningId, No> {
    let days = days(tx, new.from, new.until).await?;
    let by = match new.on_behalf {
        None => permit.by(),
        Some(other) => without_screen(tx, permit.by(), other).await?,
    };
    let through = new.on_behalf.map(|_| permit.by());
    // Somebody kept apart from her is answered as whoever was not named.
    if apart::apart(tx, permit.by(), new.whose).await? || apart::apart(tx, by, new.whose).await? || by == new.whose {
        return Err(not_possible(NotPossible::NotHers));
    }
    let zone = charter::charter(tx).await?.zone();
    let kept = Kept::of(tx, zone, new.whose).await?;
    let id = open(tx, &kept, by, through, days).await?;
    if new.wake {
        wake(tx, &kept, by, days).await?;
    }
    Ok(id)
}

/// Somebody who has no way in of her own, for whom another may do this.
async fn without_screen(tx: &Tx<'_>, by: MemberId, other: MemberId) -> Result<MemberId, No> {
    let person = people::everyone(tx).await?.into_iter().find(|person| person.id == other);
    match person {
        Some(person) if other != by && !person.has_entered => Ok(other),
        _ => Err(No::field("on_behalf", Message::new("at-request-has-way-in"))),
    }
}

async fn days(tx: &Tx<'_>, from: Option<NaiveDate>, until: Option<NaiveDate>) -> Result<(NaiveDate, NaiveDate), No> {
    let today = local_day(charter::charter(tx).await?.zone(), tx.now());
    let mut problems = Vec::new();
    for (field, day) in [("from", from), ("until", until)] {
        if day.is_none_or(|day| day < today || day > today + Days::new(366)) {
            problems.push(Problem::new(field, Message::new("close-day-wrong")));
        }
    }
    let (Some(from), Some(until), true) = (from, until, problems.is_empty()) else { return Err(No::Invalid(problems)) };
    if until < from || until > from + LONGEST {
        return Err(No::field("until", Message::new("close-day-wrong")));
    }
    Ok((from, until))
}

/// The entry comes first: without it nothing is shown.
async fn open(
    tx: &Tx<'_>,
    kept: &Kept,
    by: MemberId,
    through: Option<MemberId>,
    days: (NaiveDate, NaiveDate),
) -> Result<OpeningId, No> {
    let card = card_of(tx, &kept.circle).await?;
    let opening = card.opened(by, through, tx.now(), days).map_err(not_possible)?;
    let id = OpeningId::new();
    let row = close_opening::ActiveModel {
        id: Set(id),
        member_id: Set(kept.circle.person),
        opened_by: Set(opening.by),
        through: Set(opening.through),
        at: Set(opening.at),
        from_day: Set(opening.from),
        until_day: Set(opening.until),
        ..Default::default()
    };
    tx.insert(row).await?;
    Ok(id)
}

/// Everything that is to be done from one day to another, and nobody named yet. Whoever said yes to it is told that there
/// is news.
async fn wake(tx: &Tx<'_>, kept: &Kept, by: MemberId, (from, until): (NaiveDate, NaiveDate)) -> Result<(), No> {
    let whose = kept.circle.person;
    let (_, tasks) = kept.circle.clone().woken(by, from, until).map_err(not_possible)?;
    let row = |task: &Task<MemberId>| close_task::ActiveModel {
        id: Set(TaskId::new()),
        member_id: Set(whose),
        day: Set(task.date),
        help: Set(task.what.help),
        from_minute: Set(i32::try_from(task.what.from.num_seconds_from_midnight() / 60).unwrap_or_default()),
        minutes: Set(i32::try_from(task.what.minutes).unwrap_or_default()),
        link_id: Set(None),
        ..Default::default()
    };
    tx.insert_many(tasks.iter().map(row)).await?;
    set_awake(tx, whose, Some((from, until))).await?;
    Ok(tell_those_asked(tx, kept, &tasks, None).await?)
}

/// Tells that something is to be done, or to be done by another: to the members who said yes to such help. Whoever rests, is
/// kept apart, gave enough for now or is away on all of those days is not asked (`mutual-aid` C5), nor is whoever gave it back.
pub(super) async fn tell_those_asked(
    tx: &Tx<'_>,
    kept: &Kept,
    tasks: &[Task<MemberId>],
    given_by: Option<Close<MemberId>>,
) -> Result<(), Broken> {
    let mut asked = BTreeSet::new();
    for help in tasks.iter().map(|task| task.what.help).collect::<BTreeSet<Help>>() {
        let days: BTreeSet<NaiveDate> =
            tasks.iter().filter(|task| task.what.help == help).map(|task| task.date).collect();
        for who in kept.circle.may_be_asked(help, |_| false).into_iter().filter(|who| Some(*who) != given_by) {
            let Close::Member(member) = who else { continue };
            let limits = own(tx, member).await?;
            let away = |day: &NaiveDate| limits.away.iter().any(|away| away.from <= *day && *day <= away.until);
            let may_be_asked = !limits.enough && !days.iter().all(away);
            if may_be_asked && !apart::apart(tx, member, kept.circle.person).await? {
                asked.insert(member);
            }
        }
    }
    let asked: Vec<MemberId> = asked.into_iter().collect();
    tell_news(tx, &format!("close/{}/{}", kept.circle.person, tx.now().timestamp()), &asked).await
}

/// Wakes her own circle, and opens the lines of her card to whoever does something on those days.
///
/// # Errors
/// When it is awake already, or nothing is to be done, or the days are to correct.
pub async fn wake_own(
    tx: &Tx<'_>,
    permit: Permit<KeepCircle>,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
) -> Result<(), No> {
    let days = days(tx, from, until).await?;
    let kept = Kept::of(tx, charter::charter(tx).await?.zone(), permit.by()).await?;
    open(tx, &kept, permit.by(), None, days).await?;
    wake(tx, &kept, permit.by(), days).await
}

/// What is open to somebody: she opened it, or did it for whom she named, in the same sitting.
async fn open_to(tx: &Tx<'_>, reader: MemberId, id: OpeningId) -> Result<(Kept, close_opening::Model), No> {
    let row = opening_row(tx, id).await?.ok_or(No::NotFound)?;
    let zone = charter::charter(tx).await?.zone();
    let kept = Kept::of(tx, zone, row.member_id).await?;
    let named = kept.circle.holders.contains(&row.opened_by);
    let reads = opening_of(&row).reads(zone, reader, tx.now());
    if !named || !reads || apart::apart(tx, reader, row.member_id).await? {
        return Err(No::Expired(Message::new("close-card-shut")));
    }
    Ok((kept, row))
}

/// Wakes the circle of a card that is open, for its days.
///
/// # Errors
/// When the card is shut, the circle is awake, or nothing is to be done.
pub async fn wake_opened(tx: &Tx<'_>, permit: Permit<OpenCircle>, id: OpeningId) -> Result<(), No> {
    let (kept, row) = open_to(tx, permit.by(), id).await?;
    let today = local_day(charter::charter(tx).await?.zone(), tx.now());
    wake(tx, &kept, row.opened_by, (row.from_day.max(today), row.until_day)).await
}

/// Her circle sleeps again. What was still to be done is nobody's any more.
///
/// # Errors
/// When the store fails.
pub async fn sleep(tx: &Tx<'_>, permit: Permit<KeepCircle>) -> Result<(), No> {
    sleeps(tx, permit.by()).await
}

/// The same, by whom she named, with a card that is open.
///
/// # Errors
/// When the card is shut.
pub async fn sleep_opened(tx: &Tx<'_>, permit: Permit<OpenCircle>, id: OpeningId) -> Result<(), No> {
    let (kept, _) = open_to(tx, permit.by(), id).await?;
    sleeps(tx, kept.circle.person).await
}

pub(super) async fn sleeps(tx: &Tx<'_>, whose: MemberId) -> Result<(), No> {
    set_awake(tx, whose, None).await?;
    let today = local_day(charter::charter(tx).await?.zone(), tx.now());
    let to_come = tx.delete::<close_task::Entity>().filter(close_task::Column::MemberId.eq(whose));
    to_come.filter(close_task::Column::Day.gte(today)).go().await?;
    // The lines of the card are closed with it.
    let yesterday = today - Days::new(1);
    let open = tx.change::<close_opening::Entity>().filter(close_opening::Column::MemberId.eq(whose));
    let open = open.filter(close_opening::Column::OpenedBy.eq(whose));
    open.filter(close_opening::Column::UntilDay.gte(today))
        .set(close_opening::Column::UntilDay, yesterday)
        .go()
        .await?;
    Ok(())
}

/// Which tasks of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// None: the yes alone.
    None,
    /// Those before noon.
    Morning,
    /// Those from noon on.
    Evening,
    /// All.
    All,
}

impl Part {
    /// All of them, in the order forms offer them.
    pub const ALL: [Self; 4] = [Self::All, Self::Morning, Self::Evening, Self::None];

    /// Its word in forms and translations (`close-part-<word>`).
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Morning => "morning",
            Self::Evening => "evening",
            Self::All => "all",
        }
    }

    /// The one of that word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.word() == word)
    }

    fn holds(self, from: NaiveTime) -> bool {
        match self {
            Self::None => false,
            Self::Morning => from.hour() < 12,
            Self::Evening => from.hour() >= 12,
            Self::All => true,
        }
    }
}

/// What somebody said on the telephone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YesNoted {
    /// Whose link.
    pub link: LinkId,
    /// To what she said yes.
    pub help: BTreeSet<Help>,
    /// Which tasks she does, of those that are free.
    pub part: Part,
}

/// Notes what a neighbour said on the telephone, or a member who has no screen: her yes, and what she does. Says how many
/// tasks she has now that were free.
///
/// # Errors
/// When the card is shut, or somebody says yes on a page of her own.
pub async fn note_yes(tx: &Tx<'_>, permit: Permit<OpenCircle>, id: OpeningId, yes: &YesNoted) -> Result<u64, No> {
    let (kept, _) = open_to(tx, permit.by(), id).await?;
    let row = find(tx, yes.link).await?;
    if row.member_id != kept.circle.person {
        return Err(No::NotFound);
    }
    if let Some(other) = row.other {
        without_screen(tx, permit.by(), other).await.map_err(|no| match no {
            No::Invalid(_) => No::conflict("close-her-own-yes"),
            no => no,
        })?;
        if apart::apart(tx, other, row.member_id).await? {
            return Err(No::conflict("close-her-own-yes"));
        }
    }
    if yes.help.is_empty() {
        return Err(No::field("help", Message::new("close-help-missing")));
    }
    let (who, zone) = (close(&row), charter::charter(tx).await?.zone());
    // One yes more: what she said yes to before stands.
    let kept = Kept::of(tx, zone, row.member_id).await?;
    let before = kept.circle.links.iter().filter(|link| link.who == who).flat_map(|link| link.theirs.iter().copied());
    answered(tx, row.id, &before.chain(yes.help.iter().copied()).collect()).await?;
    // Read again: her yes stands now.
    let kept = Kept::of(tx, zone, row.member_id).await?;
    let theirs =
        kept.tasks.iter().filter(|(_, task)| yes.help.contains(&task.what.help) && yes.part.holds(task.what.from));
    let free: Vec<TaskId> = theirs
        .filter(|(_, task)| task.by.is_none() && task.when(zone).end > tx.now())
        .filter(|(_, task)| kept.circle.taken(*task, who).is_ok())
        .map(|(id, _)| *id)
        .collect();
    super::tasks::gives(tx, row.id, &free).await
}
