//! Opening a card and waking the circle: by herself, or by whom she named, or by somebody who does it for whom she named
//! and who has no screen. Then both names stand in what she reads (`domain F1`, F3; C3).

use crate::commands::circle::card::set_awake;
use crate::commands::circle::links::{answered, find};
use crate::commands::circle::not_possible;
use crate::commands::circle::tasks::{remind_those_of, takes, tell_it_is_off};
use crate::entities::circle::{close_opening, close_task};
use crate::powers::{KeepCircle, OpenCircle};
use crate::queries::circle::{Helpers, Kept, card_of, close, opening_of, opening_row, openings};
use crate::rules::circle::{Close, Help, NotPossible, Task};
use crate::{LinkId, OpeningId, TaskId};
use chrono::{Days, NaiveDate, NaiveTime, Timelike};
use commons::clock::local_day;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No, Problem};
use membership::commands::at_request;
use membership::mail::tell_news;
use membership::powers::Permit;
use membership::queries::{apart, charter, people};
use membership::rules::consent::Channel;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition};
use std::collections::BTreeSet;

/// The name of an act done at somebody's request, in translations (`at-request-<name>`).
pub const AT_REQUEST: &str = "circle";
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

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DidOpen {
    /// The opening.
    pub id: OpeningId,
    /// Whether the circle was woken with it: not when it is awake already, or nothing comes back each day.
    pub woken: bool,
}

/// Opens somebody's card for some days, and wakes her circle for them if asked to. One act (C3). Where there is nothing to wake,
/// the card is open all the same.
///
/// # Errors
/// When she was not named, or the days are to correct.
pub async fn open_circle(tx: &Tx<'_>, permit: Permit<OpenCircle>, new: &NewOpening) -> Result<DidOpen, No> {
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
    let woken = new.wake && kept.circle.clone().woken(by, days.0, days.1).is_ok();
    if woken {
        wake(tx, &kept, by, days).await?;
    }
    Ok(DidOpen { id, woken })
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
    let (circle, tasks) = kept.circle.clone().woken(by, from, until).map_err(not_possible)?;
    insert_tasks(tx, whose, &tasks).await?;
    set_awake(tx, whose, circle.awake).await?;
    tell_those_asked(tx, kept, &tasks, None).await?;
    Ok(())
}

/// Something to be done, and nobody named yet.
pub(super) async fn insert_tasks(tx: &Tx<'_>, whose: MemberId, tasks: &[Task<MemberId>]) -> Result<(), Broken> {
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
    Ok(tx.insert_many(tasks.iter().map(row)).await?)
}

/// Tells that something is to be done, or to be done by another: to the members who said yes to such help, as far as it is
/// within their own limits. Whoever rests, is kept apart, gave enough for now or is away then is not asked (`mutual-aid` C5),
/// nor is whoever gave it back. Says whether there is somebody for each of the tasks.
pub(super) async fn tell_those_asked(
    tx: &Tx<'_>,
    kept: &Kept,
    tasks: &[Task<MemberId>],
    given_by: Option<Close<MemberId>>,
) -> Result<bool, Broken> {
    let member = |who: Close<MemberId>| match who {
        Close::Member(member) if Some(who) != given_by => Some(member),
        Close::Member(_) | Close::Neighbour(_) => None,
    };
    let whose = kept.circle.person;
    let mut linked: BTreeSet<MemberId> = kept.circle.links.iter().filter_map(|link| member(link.who)).collect();
    let apart = apart::apart_from(tx, whose).await?;
    linked.retain(|who| !apart.contains(who));
    let helpers = Helpers::of(tx, linked.iter().copied()).await?;
    let (mut asked, mut each_has_one) = (BTreeSet::new(), true);
    for task in tasks {
        let may = |who: Close<MemberId>| member(who).filter(|who| linked.contains(who) && helpers.may_do(*who, *task));
        let these: Vec<MemberId> = kept.circle.said_yes_to(task.what.help).filter_map(may).collect();
        each_has_one &= !these.is_empty();
        asked.extend(these);
    }
    let asked: Vec<MemberId> = asked.into_iter().collect();
    tell_news(tx, &format!("close/{whose}/{}", tx.now().timestamp()), &asked).await?;
    Ok(each_has_one)
}

/// Something became free: those who may be asked are told. Where nobody is left to be asked, whose circle it is reads it, and
/// whoever has her card open: somebody calls a neighbour, or does without.
pub(super) async fn look_for_others(
    tx: &Tx<'_>,
    kept: &Kept,
    freed: &[Task<MemberId>],
    given_by: Option<Close<MemberId>>,
) -> Result<(), Broken> {
    if freed.is_empty() || tell_those_asked(tx, kept, freed, given_by).await? {
        return Ok(());
    }
    let (zone, whose) = (charter::charter(tx).await?.zone(), kept.circle.person);
    let open = openings(tx, whose).await?.into_iter().filter(|row| opening_of(row).is_open(zone, tx.now()));
    let told: BTreeSet<MemberId> = open.map(|row| row.opened_by).chain([whose]).collect();
    let told: Vec<MemberId> = told.into_iter().collect();
    tell_news(tx, &format!("close-gap/{whose}/{}", tx.now().timestamp()), &told).await
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
    use close_task::Column;
    let zone = charter::charter(tx).await?.zone();
    let today = local_day(zone, tx.now());
    // What was asked for on other days stays.
    let Some((first, last)) = Kept::of(tx, zone, whose).await?.circle.awake else { return Ok(()) };
    let hers = || Condition::all().add(Column::MemberId.eq(whose));
    let to_come = || hers().add(Column::Day.gte(today.max(first))).add(Column::Day.lte(last));
    set_awake(tx, whose, None).await?;
    let off = tx.find::<close_task::Entity>().filter(to_come()).all().await?;
    tell_it_is_off(tx, &off).await?;
    tx.delete::<close_task::Entity>().filter(to_come()).go().await?;
    remind_those_of(tx, &off).await?;
    // The card is closed with it, whoever opened it.
    shut(tx, whose, None).await?;
    Ok(())
}

/// Shuts somebody's card where it is open, or one opening of it. That it was opened stays for her to read.
async fn shut(tx: &Tx<'_>, whose: MemberId, opening: Option<OpeningId>) -> Result<u64, Broken> {
    use close_opening::Column;
    let today = local_day(charter::charter(tx).await?.zone(), tx.now());
    let open = tx.change::<close_opening::Entity>().filter(Column::MemberId.eq(whose));
    let open = open.filter(Column::UntilDay.gte(today));
    let these = match opening {
        Some(id) => open.filter(Column::Id.eq(id)),
        None => open,
    };
    Ok(these.set(Column::UntilDay, today - Days::new(1)).go().await?)
}

/// She shuts her own card, which somebody opened, before its last day. Her circle goes on as it is.
///
/// # Errors
/// When it is not open.
pub async fn shut_card(tx: &Tx<'_>, permit: Permit<KeepCircle>, id: OpeningId) -> Result<(), No> {
    if shut(tx, permit.by(), Some(id)).await? == 0 { Err(No::NotFound) } else { Ok(()) }
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
/// tasks she has now that were free. What stands in the way of more, her own limits or that two keep apart, is nobody's to
/// read: it looks as if nothing was free.
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
    }
    if yes.help.is_empty() {
        return Err(No::field("help", Message::new("close-help-missing")));
    }
    if let Some(other) = row.other {
        at_request::note(tx, &permit, other, Channel::Phone, AT_REQUEST).await?;
        if apart::apart(tx, permit.by(), other).await? {
            return Ok(0);
        }
    }
    let who = close(&row);
    // One yes more: what she said yes to before stands.
    let before = kept.circle.links.iter().filter(|link| link.who == who).flat_map(|link| link.theirs.iter().copied());
    answered(tx, row.id, &before.chain(yes.help.iter().copied()).collect()).await?;
    // Read again: her yes stands now.
    let kept = Kept::of(tx, charter::charter(tx).await?.zone(), row.member_id).await?;
    let theirs =
        kept.tasks.iter().filter(|(_, task)| yes.help.contains(&task.what.help) && yes.part.holds(task.what.from));
    let wanted: BTreeSet<TaskId> = theirs.map(|(id, _)| *id).collect();
    Ok(takes(tx, &kept, &row, &wanted).await?.taken)
}
