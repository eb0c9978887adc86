//! What a decision can do in hard times: set a lesser measure for a time, and, only as `mutual-aid` ALG10 allows,
//! remove one person (`domain A16`, M14-M17).

use super::end_of;
use crate::entities::{measure, removal};
use crate::queries::measures::{Running, all_running};
use crate::queries::{charter, people, removals};
use crate::rules::kernel::SMALLEST_GROUP_FOR_REMOVAL;
use crate::rules::removal::{Cannot, How, Measure, Removal, Step, WrongEnd, measure_may_end};
use crate::{MeasureId, RemovalId};
use async_trait::async_trait;
use chrono::NaiveDate;
use commons::clock::local_day;
use commons::db::{Scope, Tx};
use commons::effects::{Adopted, CannotAct, Class, Difference, Effect, read_details};
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No, Problem};
use commons::register;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tally::Counts;

/// Most characters of the name of an activity.
const LONGEST_ACTIVITY: usize = 120;

/// Sets a lesser measure for a time. It ends by itself; only another decision sets it again (M15).
#[derive(Clone, Copy, Debug)]
pub struct SetMeasure;

/// Details of [`SetMeasure`]: ids, a day, and the name of an activity of the group. Nothing about why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewMeasure {
    /// Which, by [`Measure::name`].
    pub kind: String,
    /// Whom it concerns.
    pub person: MemberId,
    /// The other person, where there are two.
    pub other: Option<MemberId>,
    /// The two go-betweens of a mediation.
    pub between: Vec<MemberId>,
    /// The activity that is paused.
    pub activity: String,
    /// Its last day.
    pub until: NaiveDate,
}

impl SetMeasure {
    /// Its kind in the store.
    pub const KIND: &'static str = "measure.set/1";

    async fn problems(&self, scope: &Scope<'_>, new: &NewMeasure) -> Result<Vec<Problem>, No> {
        let zone = charter::charter(scope).await?.zone();
        let mut problems = Vec::new();
        let mut say = |field, message| problems.push(Problem::new(field, message));
        let Some(kind) = Measure::named(&new.kind) else {
            return Ok(vec![Problem::new("measure_kind", Message::new("measure-choose-kind"))]);
        };
        if !is_here(scope, new.person).await? {
            say("person", Message::new("measure-choose-person"));
        }
        // Whom somebody keeps apart from by her own word is not looked at here: a refusal would tell.
        if is_between_two(kind) {
            let other = new.other.filter(|other| *other != new.person);
            let is_somebody = match other {
                Some(other) => is_here(scope, other).await?,
                None => false,
            };
            if !is_somebody {
                say("other", Message::new("measure-choose-other"));
            }
        }
        if kind == Measure::Mediation {
            let fits = match new.between.as_slice() {
                [one, two] => {
                    let four = [Some(new.person), new.other, Some(*one), Some(*two)];
                    let are_four = four.iter().enumerate().all(|(at, who)| !four.iter().skip(at + 1).any(|o| o == who));
                    are_four && people::is_member(scope, *one).await? && people::is_member(scope, *two).await?
                }
                _ => false,
            };
            if !fits {
                say("between_one", Message::new("measure-choose-between"));
            }
        }
        let length = new.activity.chars().count();
        if length > LONGEST_ACTIVITY {
            say("activity", Message::new("too-long").with("over", length - LONGEST_ACTIVITY));
        } else if kind == Measure::PauseFromActivity && new.activity.trim().is_empty() {
            say("activity", Message::new("measure-write-activity"));
        }
        match measure_may_end(scope.now(), end_of(zone, new.until)) {
            Ok(()) => {}
            Err(WrongEnd::BeforeItBegins) => {
                say("until", Message::new("day-from").with("day", local_day(zone, scope.now())));
            }
            Err(WrongEnd::After(latest)) => {
                // The last whole day before that instant.
                let day = local_day(zone, latest).pred_opt().unwrap_or(new.until);
                say("until", Message::new("day-until").with("day", day));
            }
        }
        Ok(problems)
    }
}

async fn is_here(scope: &Scope<'_>, member: MemberId) -> Result<bool, Broken> {
    Ok(people::standing(scope, member).await?.is_some_and(|standing| standing.reads()))
}

/// What a measure of this kind is, with the people it concerns, as members read it.
pub(crate) fn measure_named(names: &people::Names, new: &NewMeasure) -> Message {
    let name = |member: MemberId| {
        names
            .of(member)
            .map_or_else(|| Message::new("a-member-who-left"), |name| Message::new("plain").with("words", name))
    };
    let nobody = || Message::new("a-member-who-left");
    let with_one = |key| Message::new(key).with("person", name(new.person));
    let with_two = |key| with_one(key).with("other", new.other.map_or_else(nobody, name));
    match Measure::named(&new.kind) {
        Some(Measure::PauseFromActivity) => with_one("measure-pause").with("activity", new.activity.as_str()),
        Some(Measure::NoContact) => with_two("measure-no-contact"),
        Some(Measure::Mediation) => {
            let between = |at: usize| new.between.get(at).copied().map_or_else(nobody, name);
            with_two("measure-mediation").with("one", between(0)).with("two", between(1))
        }
        Some(Measure::ReturnPlan) | None => with_one("measure-return-plan"),
    }
}

#[async_trait(?Send)]
impl Effect for SetMeasure {
    fn kind(&self) -> &'static str {
        Self::KIND
    }

    fn class(&self) -> Class {
        Class::Ordinary
    }

    async fn check(&self, scope: &Scope<'_>, details: &Value) -> Result<(), No> {
        let problems = self.problems(scope, &read_details(details)?).await?;
        if problems.is_empty() { Ok(()) } else { Err(No::Invalid(problems)) }
    }

    async fn preview(&self, scope: &Scope<'_>, details: &Value) -> Result<Vec<Difference>, No> {
        let new: NewMeasure = read_details(details)?;
        let what = measure_named(&people::names(scope).await?, &new);
        Ok(vec![Difference { what, before: None, after: Some(Message::new("measure-until").with("until", new.until)) }])
    }

    async fn carry_out(&self, tx: &Tx<'_>, adopted: &Adopted, details: &Value) -> Result<(), CannotAct> {
        let new: NewMeasure = read_details(details)?;
        self.check(tx, details).await?;
        let kind =
            Measure::named(&new.kind).ok_or_else(|| CannotAct::NoLongerApplies(Message::new("measure-choose-kind")))?;
        let zone = charter::charter(tx).await?.zone();
        let between = |at: usize| new.between.get(at).copied().filter(|_| kind == Measure::Mediation);
        let row = measure::ActiveModel {
            id: Set(MeasureId::new()),
            kind: Set(kind),
            person: Set(new.person),
            other: Set(new.other.filter(|_| is_between_two(kind))),
            between_one: Set(between(0)),
            between_two: Set(between(1)),
            activity: Set(new.activity.trim().to_owned()),
            starts_at: Set(tx.now()),
            ends_at: Set(end_of(zone, new.until)),
            ended_at: Set(None),
            decision: Set(adopted.decision()),
            ..Default::default()
        };
        Ok(tx.insert(row).await?)
    }
}

/// Ends a measure before its day: what an ordinary decision set, an ordinary decision ends (M15, `domain A16`).
#[derive(Clone, Copy, Debug)]
pub struct EndMeasure;

/// Details of [`EndMeasure`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndedMeasure {
    /// Which.
    pub measure: MeasureId,
}

impl EndMeasure {
    /// Its kind in the store.
    pub const KIND: &'static str = "measure.end/1";

    /// The measure, while it runs.
    async fn running(scope: &Scope<'_>, details: &Value) -> Result<Option<Running>, No> {
        let ended: EndedMeasure = read_details(details)?;
        Ok(all_running(scope).await?.into_iter().find(|measure| measure.id == ended.measure))
    }
}

#[async_trait(?Send)]
impl Effect for EndMeasure {
    fn kind(&self) -> &'static str {
        Self::KIND
    }

    fn class(&self) -> Class {
        Class::Ordinary
    }

    async fn check(&self, scope: &Scope<'_>, details: &Value) -> Result<(), No> {
        match Self::running(scope, details).await? {
            Some(_) => Ok(()),
            None => Err(No::field("measure", Message::new("measure-over-already"))),
        }
    }

    async fn preview(&self, scope: &Scope<'_>, details: &Value) -> Result<Vec<Difference>, No> {
        let running = Self::running(scope, details).await?.into_iter();
        let ends = |measure: Running| Difference {
            what: measure.what,
            before: Some(Message::new("measure-until").with("until", measure.last_day)),
            after: None,
        };
        Ok(running.map(ends).collect())
    }

    async fn carry_out(&self, tx: &Tx<'_>, _adopted: &Adopted, details: &Value) -> Result<(), CannotAct> {
        use measure::Column;
        self.check(tx, details).await?;
        let ended: EndedMeasure = read_details(details)?;
        tx.change::<measure::Entity>().filter(Column::Id.eq(ended.measure)).set(Column::EndedAt, tx.now()).go().await?;
        Ok(())
    }
}

/// Removes one person for a time, at the end of a removal that the group was given notice of.
///
/// The votes are counted here once more, by the rule of removals and from the register: an ordinary majority of the
/// same question removes nobody.
#[derive(Clone, Copy, Debug)]
pub struct RemoveMember;

/// Details of [`RemoveMember`]: one removal, so one person. There is no way to write two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemovedMember {
    /// Which.
    pub removal: RemovalId,
}

impl RemoveMember {
    /// Its kind in the store.
    pub const KIND: &'static str = "member.remove/1";
}

fn refused(key: &'static str) -> No {
    No::field("effect", Message::new(key))
}

#[async_trait(?Send)]
impl Effect for RemoveMember {
    fn kind(&self) -> &'static str {
        Self::KIND
    }

    /// The heaviest there is. Its own rule is stricter still.
    fn class(&self) -> Class {
        Class::Charter
    }

    async fn check(&self, scope: &Scope<'_>, details: &Value) -> Result<(), No> {
        let removed: RemovedMember = read_details(details)?;
        let row = removals::row(scope, removed.removal).await?.ok_or_else(|| refused("removal-without-notice"))?;
        match removals::state(&row)? {
            Removal::Noticed { .. } => Err(refused("removal-not-heard")),
            Removal::Heard { .. } | Removal::Voting { .. } => {
                let active = people::how_many_active(scope).await?;
                let is_member = people::is_member(scope, row.person).await?;
                if active < SMALLEST_GROUP_FOR_REMOVAL {
                    Err(refused("removal-group-too-small"))
                } else if !is_member {
                    Err(refused("removal-person-gone"))
                } else {
                    Ok(())
                }
            }
            Removal::Adopted { .. } | Removal::Acting { .. } | Removal::Over(_) => Err(refused("removal-over-already")),
        }
    }

    async fn preview(&self, scope: &Scope<'_>, details: &Value) -> Result<Vec<Difference>, No> {
        let removed: RemovedMember = read_details(details)?;
        let Some(row) = removals::row(scope, removed.removal).await? else { return Ok(Vec::new()) };
        let names = people::names(scope).await?;
        let name = names
            .of(row.person)
            .map_or_else(|| Message::new("a-member-who-left"), |name| Message::new("plain").with("words", name));
        let after = Message::new("removal-for-months").with("months", i64::from(row.months));
        Ok(vec![Difference {
            what: Message::new("removal-of").with("person", name),
            before: Some(Message::new("removal-member-now")),
            after: Some(after),
        }])
    }

    async fn carry_out(&self, tx: &Tx<'_>, adopted: &Adopted, details: &Value) -> Result<(), CannotAct> {
        self.check(tx, details).await?;
        let removed: RemovedMember = read_details(details)?;
        let no = |key| CannotAct::NoLongerApplies(Message::new(key));
        let row = removals::row(tx, removed.removal).await?.ok_or_else(|| no("removal-without-notice"))?;
        let state = removals::state(&row)?;
        let vote = vote_of(tx, adopted).await?.ok_or_else(|| no("removal-not-its-vote"))?;
        // The very people on the roll of this removal, without the person: another roll of the same size will not do.
        if !matches!(state, Removal::Voting { .. }) || vote.roll_hash.is_none() || vote.roll_hash != row.roll_hash {
            return Err(no("removal-not-its-vote"));
        }
        let close = Step::Close {
            counts: vote.counts,
            approval: charter::charter(tx).await?.removal_approval(),
            adopted_of_late: removals::adopted_of_late(tx).await?,
            months: u32::try_from(row.months).map_err(Broken::stored)?,
        };
        match state.step(close, tx.now()) {
            Ok(Removal::Adopted { acts_at, until }) => {
                let this = tx.change::<removal::Entity>().filter(removal::Column::Id.eq(row.id));
                let this = this.set(removal::Column::ActsAt, acts_at).set(removal::Column::Until, until);
                this.set(removal::Column::Decision, adopted.decision()).go().await?;
                Ok(())
            }
            Ok(Removal::Over(How::TooMany)) => Err(no("removal-too-many")),
            Ok(_) | Err(Cannot::NotNow) => Err(no("removal-too-few-yes")),
            Err(Cannot::TooSoon(_) | Cannot::TooLate(_) | Cannot::NotHeard | Cannot::RollTooSmall) => {
                Err(no("removal-not-its-vote"))
            }
        }
    }
}

/// The votes of a decision, from the entry that says it was adopted, and who was on its roll, from the one that says
/// it was opened.
struct VoteOf {
    counts: Counts,
    roll_hash: Option<String>,
}

async fn vote_of(tx: &Tx<'_>, adopted: &Adopted) -> Result<Option<VoteOf>, Broken> {
    let entry = register::entry(tx, adopted.seq()).await?;
    let counts = entry.and_then(|entry| entry.body?.pointer("/result/counts").cloned());
    let Some(counts) = counts.and_then(|counts| serde_json::from_value(counts).ok()) else { return Ok(None) };
    let about = register::about(tx, &adopted.decision().to_string()).await?;
    let opened = about.into_iter().find(|entry| entry.kind == register::kinds::OPENED);
    let roll_hash = opened.and_then(|entry| Some(entry.body?.get("roll_hash")?.as_str()?.to_owned()));
    Ok(Some(VoteOf { counts, roll_hash }))
}

/// Whether a measure concerns two people.
const fn is_between_two(kind: Measure) -> bool {
    match kind {
        Measure::NoContact | Measure::Mediation => true,
        Measure::PauseFromActivity | Measure::ReturnPlan => false,
    }
}
