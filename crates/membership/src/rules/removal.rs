//! Removing a person from the group, and what comes long before (`mutual-aid` ALG10, M14-M17; `domain A16`).
//!
//! The gravest thing a group can do to somebody. One person at a time, heard first, by secret ballot, with time
//! before, time after, an appeal and an end. The bounds that a charter cannot move are in [`crate::rules::kernel`].

use crate::rules::kernel::{
    AFTER_FAILURE_DAYS, APPEAL_ANSWER_DAYS, APPEAL_WITHIN_DAYS, FEWEST_YES_FOR_REMOVAL, Hearing,
    LONGEST_EXCLUSION_MONTHS, LONGEST_MEASURE_MONTHS, LOWEST_REMOVAL_SHARE, REMOVAL_DELAY_DAYS, REMOVAL_NOTICE_DAYS,
    REMOVAL_NOTICE_ENDS_DAYS, REMOVALS_WINDOW_DAYS, SMALLEST_GROUP_FOR_REMOVAL,
};
use chrono::{Months, TimeDelta};
use commons::clock::Time;
use commons::ids::MemberId;
use std::collections::BTreeSet;
use tally::{Base, Counts, MajorityRule, Outcome, Verdict};

/// For so long after one, a person is not the subject of another, and the group's removals are counted.
pub const WINDOW: TimeDelta = TimeDelta::days(REMOVALS_WINDOW_DAYS);
/// After a removal that did not pass, a new notice about the same person waits so long (D7).
pub const AFTER_FAILURE: TimeDelta = TimeDelta::days(AFTER_FAILURE_DAYS);
/// From the effect on, the person may appeal for so long, once.
pub const APPEAL_WITHIN: TimeDelta = TimeDelta::days(APPEAL_WITHIN_DAYS);
/// From the appeal on, it waits so long for an answer; without one, the removal is annulled.
pub const ANSWER_WITHIN: TimeDelta = TimeDelta::days(APPEAL_ANSWER_DAYS);
/// From the notice on, a vote may be opened for so long; after that the notice is over by itself.
pub const NOTICE_ENDS: TimeDelta = TimeDelta::days(REMOVAL_NOTICE_ENDS_DAYS);
/// Between the notice and the opening of the vote.
pub const NOTICE: TimeDelta = TimeDelta::days(REMOVAL_NOTICE_DAYS);
/// Between the adoption and the effect.
pub const DELAY: TimeDelta = TimeDelta::days(REMOVAL_DELAY_DAYS);

/// The part of the frozen roll that must say yes besides the two thirds: an approval quorum, so that staying away
/// never helps a removal and one more no never does either.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Approval {
    /// A third: what holds until the group says otherwise, and the lowest there is.
    Third,
    /// One half: what a charter may raise it to.
    Half,
}

impl Approval {
    /// What the charter stores for each.
    pub const NAMES: [&'static str; 2] = ["third", "half"];

    /// The approval of that name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "third" => Some(Self::Third),
            "half" => Some(Self::Half),
            _ => None,
        }
    }

    /// Fewest yes with a frozen roll of `roll` people, the person concerned left out: never under three.
    pub const fn fewest_yes(self, roll: u64) -> u64 {
        let part = match self {
            Self::Third => roll.div_ceil(3),
            Self::Half => roll.div_ceil(2),
        };
        if part > FEWEST_YES_FOR_REMOVAL { part } else { FEWEST_YES_FOR_REMOVAL }
    }
}

/// The roll of a removal: those who vote now, without the person concerned (D4). Frozen when the vote opens.
pub fn roll(voters: impl IntoIterator<Item = MemberId>, person: MemberId) -> BTreeSet<MemberId> {
    voters.into_iter().filter(|voter| *voter != person).collect()
}

/// Counts a removal: two thirds of the votes cast, and enough yes for a roll of `roll` people. No quorum of
/// presence: with one, a no could turn a failure into a pass.
pub fn count(roll: u64, approval: Approval, counts: Counts) -> Outcome {
    let rule = MajorityRule {
        threshold: LOWEST_REMOVAL_SHARE,
        strict: false,
        of: Base::Cast,
        quorum: 0,
        approval_quorum: approval.fewest_yes(roll),
    };
    rule.count(counts)
}

/// Most removals that a group may adopt in [`WINDOW`], with a roll of `roll` people: one, or a tenth rounded down.
/// A group that wants more has split; it is then offered to part (M17).
pub const fn removals_allowed(roll: u64) -> u64 {
    if roll / 10 > 1 { roll / 10 } else { 1 }
}

/// A removal that was noticed, as far as the next one goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Past {
    /// About whom.
    pub person: MemberId,
    /// Who asked for it.
    pub initiator: MemberId,
    /// When the notice was given.
    pub noticed_at: Time,
    /// How it went.
    pub outcome: PastOutcome,
}

/// How a removal went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PastOutcome {
    /// It is not decided yet.
    Open,
    /// Adopted then.
    Adopted(Time),
    /// Not adopted, or taken back, then.
    NotAdopted(Time),
    /// Adopted, and annulled later. The group counts it all the same.
    Annulled {
        /// When it was adopted.
        adopted: Time,
        /// When it was annulled.
        at: Time,
    },
}

/// A removal that somebody wants to give notice of.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// Everybody whom the decision would remove.
    pub people: &'a [MemberId],
    /// Who asks.
    pub initiator: MemberId,
    /// Members not on pause, the person concerned included.
    pub active: u64,
    /// People who could vote now, the person concerned left out.
    pub roll: u64,
    /// Removals of the last [`WINDOW`] at least.
    pub past: &'a [Past],
}

/// Why there is no removal. The lesser measures stay: [`Measure::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A decision removes exactly one person.
    NotOnePerson,
    /// Nobody proposes her own removal: she leaves.
    Oneself,
    /// Under five members not on pause (M16).
    GroupTooSmall,
    /// The group removed as many as it may of late; from that instant on it may again (M17).
    TooMany(Time),
    /// Whoever asks has one open already (D6).
    InitiatorHasOne,
    /// There was one about this person of late, or one is open; from that instant on there may be another (D6, D7).
    PersonHadOne(Time),
}

/// Whether notice of a removal may be given at `now`.
///
/// # Errors
/// Why not; the gravest first.
pub fn may_give_notice(wanted: &Wanted<'_>, now: Time) -> Result<(), Refused> {
    let [person] = wanted.people else {
        return Err(Refused::NotOnePerson);
    };
    if *person == wanted.initiator {
        return Err(Refused::Oneself);
    }
    if wanted.active < SMALLEST_GROUP_FOR_REMOVAL {
        return Err(Refused::GroupTooSmall);
    }
    let is_open = |past: &Past| past.outcome == PastOutcome::Open;
    if wanted.past.iter().any(|past| past.initiator == wanted.initiator && is_open(past)) {
        return Err(Refused::InitiatorHasOne);
    }
    let about_her = wanted.past.iter().filter(|past| past.person == *person);
    if let Some(free) = about_her.map(|past| past.free_again(now)).max().filter(|free| *free > now) {
        return Err(Refused::PersonHadOne(free));
    }
    let adopted = wanted.past.iter().filter_map(|past| past.adopted_at());
    too_many(adopted, wanted.roll, now).map_or(Ok(()), |free| Err(Refused::TooMany(free)))
}

impl Past {
    fn adopted_at(&self) -> Option<Time> {
        match self.outcome {
            PastOutcome::Adopted(at) | PastOutcome::Annulled { adopted: at, .. } => Some(at),
            PastOutcome::Open | PastOutcome::NotAdopted(_) => None,
        }
    }

    /// From when on the same person may be the subject of another.
    fn free_again(&self, now: Time) -> Time {
        let after_notice = self.noticed_at + WINDOW;
        match self.outcome {
            // An open one ends some day; until then, at the soonest a failure's wait from now.
            PastOutcome::Open => after_notice.max(now + AFTER_FAILURE),
            PastOutcome::NotAdopted(at) | PastOutcome::Annulled { at, .. } => after_notice.max(at + AFTER_FAILURE),
            PastOutcome::Adopted(_) => after_notice,
        }
    }
}

/// When the group may remove again, if at `now` it may not.
fn too_many(adopted: impl Iterator<Item = Time>, roll: u64, now: Time) -> Option<Time> {
    let mut recent: Vec<Time> = adopted.filter(|at| *at > now - WINDOW).collect();
    recent.sort_unstable();
    let over = recent.len().checked_sub(usize::try_from(removals_allowed(roll)).unwrap_or(usize::MAX))?;
    recent.get(over).map(|at| *at + WINDOW)
}

/// Where a removal stands. Each state carries what the next step needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removal {
    /// The person and the group know. She has not been heard.
    Noticed {
        /// Since when.
        at: Time,
    },
    /// She was heard, or declined to be.
    Heard {
        /// When notice was given.
        noticed_at: Time,
        /// Which of both.
        hearing: Hearing,
    },
    /// The vote is open on a frozen roll.
    Voting {
        /// How many are on the roll; she is not.
        roll: u64,
    },
    /// Adopted; nothing has changed for her yet.
    Adopted {
        /// When it acts.
        acts_at: Time,
        /// When the exclusion ends.
        until: Time,
    },
    /// She is excluded.
    Acting {
        /// Since when.
        since: Time,
        /// Until when.
        until: Time,
        /// Whether she has appealed.
        appeal: Appeal,
    },
    /// Over. Nothing follows from it by itself.
    Over(How),
}

/// Whether the person appealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appeal {
    /// Not yet.
    None,
    /// It waits for an answer. There is one appeal.
    Open,
}

/// When an appeal that nobody answered annuls the removal: after [`ANSWER_WITHIN`], or with the last day of the
/// exclusion. It never runs out unread.
pub fn unanswered_at(appealed: Time, until: Time) -> Time {
    until.min(appealed + ANSWER_WITHIN)
}

/// How a removal ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Taken back before the vote.
    TakenBack,
    /// Nobody opened the vote in time, or whoever gave the notice left.
    Lapsed,
    /// Not adopted: a tie, too few yes, or nobody voted.
    NotAdopted,
    /// Adopted by the votes, refused by the bound on removals of [`WINDOW`].
    TooMany,
    /// Nobody answered the appeal: she has her place back. Old mandates do not come back with it.
    Annulled,
    /// The exclusion came to its end: she may ask to come in like anybody, without a mark (M19).
    Ended,
}

/// What can happen to a removal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The hearing is recorded.
    Hear(Hearing),
    /// Whoever asked for it takes it back, or the person leaves.
    TakeBack,
    /// Its time is over, and no vote was opened.
    Lapse,
    /// The vote opens on a frozen roll of so many people, without the person.
    OpenVote(u64),
    /// The vote closes.
    Close {
        /// The ballots.
        counts: Counts,
        /// What the charter asks.
        approval: Approval,
        /// Removals that the group adopted in the last [`WINDOW`], counted in the transaction that closes.
        adopted_of_late: u64,
        /// How long the exclusion lasts, in months; more than twelve counts as twelve.
        months: u32,
    },
    /// The delay is over.
    Act,
    /// She appeals.
    Appeal,
    /// Nobody answered the appeal that she lodged then.
    Unanswered(Time),
    /// The exclusion reached its end.
    End,
}

/// A step that cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cannot {
    /// Not in this state.
    NotNow,
    /// Not before that instant.
    TooSoon(Time),
    /// That instant has passed.
    TooLate(Time),
    /// The person was neither heard nor declined.
    NotHeard,
    /// Too few on the roll for anybody to be removed.
    RollTooSmall,
}

impl Removal {
    /// Where it stands after `step` at `now`.
    ///
    /// # Errors
    /// When the step cannot be taken; nothing has changed then.
    pub fn step(self, step: Step, now: Time) -> Result<Self, Cannot> {
        match (self, step) {
            (Self::Noticed { at }, Step::Hear(hearing)) => Ok(Self::Heard { noticed_at: at, hearing }),
            (Self::Noticed { .. }, Step::OpenVote(_)) => Err(Cannot::NotHeard),
            (Self::Noticed { .. } | Self::Heard { .. }, Step::TakeBack) => Ok(Self::Over(How::TakenBack)),
            (Self::Noticed { at: noticed_at } | Self::Heard { noticed_at, .. }, Step::Lapse) => {
                not_before(noticed_at + NOTICE_ENDS, now)?;
                Ok(Self::Over(How::Lapsed))
            }
            // She declined, and would now be heard after all.
            (Self::Heard { noticed_at, hearing: Hearing::Declined }, Step::Hear(hearing)) => {
                Ok(Self::Heard { noticed_at, hearing })
            }
            (Self::Heard { noticed_at, .. }, Step::OpenVote(roll)) => {
                not_before(noticed_at + NOTICE, now)?;
                if now >= noticed_at + NOTICE_ENDS {
                    return Err(Cannot::TooLate(noticed_at + NOTICE_ENDS));
                }
                if roll + 1 < SMALLEST_GROUP_FOR_REMOVAL {
                    Err(Cannot::RollTooSmall)
                } else {
                    Ok(Self::Voting { roll })
                }
            }
            (Self::Voting { roll }, Step::Close { counts, approval, adopted_of_late, months }) => {
                Ok(if count(roll, approval, counts).verdict != Verdict::Adopted {
                    Self::Over(How::NotAdopted)
                } else if adopted_of_late >= removals_allowed(roll) {
                    Self::Over(How::TooMany)
                } else {
                    let acts_at = now + DELAY;
                    Self::Adopted { acts_at, until: acts_at + Months::new(months.min(LONGEST_EXCLUSION_MONTHS)) }
                })
            }
            (Self::Adopted { acts_at, until }, Step::Act) => {
                not_before(acts_at, now)?;
                Ok(Self::Acting { since: acts_at, until, appeal: Appeal::None })
            }
            (Self::Acting { since, until, appeal: Appeal::None }, Step::Appeal) => {
                let last = since + APPEAL_WITHIN;
                if now < last {
                    Ok(Self::Acting { since, until, appeal: Appeal::Open })
                } else {
                    Err(Cannot::TooLate(last))
                }
            }
            (Self::Acting { until, appeal: Appeal::Open, .. }, Step::Unanswered(appealed)) => {
                not_before(unanswered_at(appealed, until), now)?;
                Ok(Self::Over(How::Annulled))
            }
            (Self::Acting { until, appeal: Appeal::None, .. }, Step::End) => {
                not_before(until, now)?;
                Ok(Self::Over(How::Ended))
            }
            (
                Self::Noticed { .. }
                | Self::Heard { .. }
                | Self::Voting { .. }
                | Self::Adopted { .. }
                | Self::Acting { .. }
                | Self::Over(_),
                Step::Hear(_)
                | Step::TakeBack
                | Step::Lapse
                | Step::OpenVote(_)
                | Step::Close { .. }
                | Step::Act
                | Step::Appeal
                | Step::Unanswered(_)
                | Step::End,
            ) => Err(Cannot::NotNow),
        }
    }

    /// Whether she is kept out at `now`. The end comes by itself, whether or not a job has run.
    pub fn excludes(self, now: Time) -> bool {
        match self {
            Self::Acting { since, until, .. } => since <= now && now < until,
            Self::Noticed { .. } | Self::Heard { .. } | Self::Voting { .. } | Self::Adopted { .. } | Self::Over(_) => {
                false
            }
        }
    }
}

fn not_before(first: Time, now: Time) -> Result<(), Cannot> {
    if now < first { Err(Cannot::TooSoon(first)) } else { Ok(()) }
}

/// What a group decides before it thinks of removing anybody (M15). Each has an end; each can be decided anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// One person stays away from one activity for a time; everything else stays hers.
    PauseFromActivity,
    /// Two people are not put together in anything; both know.
    NoContact,
    /// Somebody from outside, whom both accept, helps them talk.
    Mediation,
    /// How the person comes back, step by step, agreed with her.
    ReturnPlan,
}

impl Measure {
    /// Every one: what is offered in the place of a removal.
    pub const ALL: [Self; 4] = [Self::PauseFromActivity, Self::NoContact, Self::Mediation, Self::ReturnPlan];

    /// Its name in the store and in translations, where underscores become hyphens.
    pub const fn name(self) -> &'static str {
        match self {
            Self::PauseFromActivity => "pause_from_activity",
            Self::NoContact => "no_contact",
            Self::Mediation => "mediation",
            Self::ReturnPlan => "return_plan",
        }
    }

    /// Whether it lives by the yes of those whom it concerns: any of them ends it when she likes, without a reason.
    /// Nobody is made to talk, to stand between two others, or to follow a plan.
    pub const fn rests_on_a_yes(self) -> bool {
        match self {
            Self::Mediation | Self::ReturnPlan => true,
            Self::PauseFromActivity | Self::NoContact => false,
        }
    }

    /// The measure of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.name() == name)
    }
}

/// The last instant at which a measure that begins at `from` may end.
pub fn longest_measure(from: Time) -> Time {
    from.checked_add_months(Months::new(LONGEST_MEASURE_MONTHS)).unwrap_or(Time::MAX_UTC)
}

/// A measure of the wrong length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongEnd {
    /// It would end before it begins.
    BeforeItBegins,
    /// It would last more than six months; this is the latest end.
    After(Time),
}

/// Whether a measure from `from` may end at `until`.
///
/// # Errors
/// When it ends before it begins, or lasts more than six months.
pub fn measure_may_end(from: Time, until: Time) -> Result<(), WrongEnd> {
    let latest = longest_measure(from);
    if until <= from {
        Err(WrongEnd::BeforeItBegins)
    } else if until > latest {
        Err(WrongEnd::After(latest))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeZone, Utc};
    use proptest::prelude::*;
    use tally::Choice;
    use uuid::Uuid;

    fn day(number: i64) -> Time {
        Utc.with_ymd_and_hms(2027, 1, 12, 12, 0, 0).unwrap() + TimeDelta::days(number)
    }
    fn id(number: u128) -> MemberId {
        MemberId(Uuid::from_u128(number))
    }
    fn counts(yes: u64, no: u64) -> Counts {
        Counts { yes, no, abstain: 0, blank: 0 }
    }
    fn passes(roll: u64, approval: Approval, counts: Counts) -> bool {
        count(roll, approval, counts).verdict == Verdict::Adopted
    }
    const BOTH: [Approval; 2] = [Approval::Third, Approval::Half];
    const WANTED: Wanted<'_> =
        Wanted { people: &[], initiator: MemberId(Uuid::nil()), active: 20, roll: 19, past: &[] };

    /// Every roll under sixty, every outcome: the definition, D1, D3, and D7's first half.
    #[test]
    fn every_outcome_of_every_roll_under_sixty() {
        for approval in BOTH {
            for roll in 0..60 {
                for yes in 0..=roll {
                    for no in 0..=roll - yes {
                        let now = passes(roll, approval, counts(yes, no));
                        let part = match approval {
                            Approval::Third => 3 * yes >= roll,
                            Approval::Half => 2 * yes >= roll,
                        };
                        assert_eq!(now, yes >= 3 && 3 * yes >= 2 * (yes + no) && part, "{yes}/{no} of {roll}");
                        assert!(!now || passes(roll, approval, counts(yes + 1, no)), "one more yes");
                        assert!(now || !passes(roll, approval, counts(yes, no + 1)), "one more no");
                        assert!(!now || yes >= FEWEST_YES_FOR_REMOVAL, "nobody removes alone");
                        assert!(!(now && yes <= no), "a tie changes nothing");
                    }
                }
            }
        }
    }

    #[test]
    fn the_charter_raises_the_approval_and_never_lowers_it() {
        for roll in 0..600 {
            assert!(Approval::Half.fewest_yes(roll) >= Approval::Third.fewest_yes(roll));
            assert!(3 * Approval::Third.fewest_yes(roll) >= roll);
        }
        assert_eq!(Approval::NAMES.map(Approval::named), BOTH.map(Some));
        assert_eq!(Approval::named("1/4"), None);
    }

    #[test]
    fn one_person_in_a_group_of_five_and_not_oneself() {
        let ask = |people: &[MemberId], active| may_give_notice(&Wanted { people, active, ..WANTED }, day(0));
        assert_eq!(ask(&[], 20), Err(Refused::NotOnePerson));
        assert_eq!(ask(&[id(7), id(8)], 20), Err(Refused::NotOnePerson));
        assert_eq!(ask(&[WANTED.initiator], 20), Err(Refused::Oneself));
        for active in 0..5 {
            assert_eq!(ask(&[id(7)], active), Err(Refused::GroupTooSmall));
        }
        assert_eq!(ask(&[id(7)], 5), Ok(()));
    }

    #[test]
    fn a_group_removes_one_or_a_tenth_in_ninety_days() {
        for (roll, allowed) in [(4, 1), (10, 1), (19, 1), (20, 2), (29, 2), (35, 3), (500, 50)] {
            assert_eq!(removals_allowed(roll), allowed);
        }
        let past =
            Past { person: id(1), initiator: id(2), noticed_at: day(-40), outcome: PastOutcome::Adopted(day(0)) };
        let ask = |past: &[Past], roll, now| may_give_notice(&Wanted { people: &[id(7)], past, roll, ..WANTED }, now);
        assert_eq!(ask(&[past], 19, day(1)), Err(Refused::TooMany(day(90))));
        assert_eq!(ask(&[past], 20, day(1)), Ok(()));
        assert_eq!(ask(&[past], 19, day(90)), Ok(()));
    }

    #[test]
    fn one_open_removal_for_each_initiator_and_one_for_each_person() {
        let past = |outcome| Past { person: id(1), initiator: id(2), noticed_at: day(0), outcome };
        let ask = |person, initiator, outcome, now| {
            may_give_notice(&Wanted { people: &[person], initiator, past: &[past(outcome)], ..WANTED }, now)
        };
        assert_eq!(ask(id(7), id(2), PastOutcome::Open, day(400)), Err(Refused::InitiatorHasOne));
        assert_eq!(ask(id(7), id(3), PastOutcome::Open, day(1)), Ok(()));
        assert!(matches!(ask(id(1), id(3), PastOutcome::Open, day(400)), Err(Refused::PersonHadOne(_))));
        let failed = PastOutcome::NotAdopted(day(30));
        assert_eq!(ask(id(1), id(3), failed, day(89)), Err(Refused::PersonHadOne(day(90))));
        assert_eq!(ask(id(1), id(3), failed, day(90)), Ok(()));
        let failed_late = PastOutcome::NotAdopted(day(80));
        assert_eq!(ask(id(1), id(2), failed_late, day(109)), Err(Refused::PersonHadOne(day(110))));
        assert_eq!(ask(id(1), id(2), failed_late, day(110)), Ok(()));
    }

    fn close(counts: Counts) -> Step {
        Step::Close { counts, approval: Approval::Third, adopted_of_late: 0, months: 24 }
    }

    #[test]
    fn from_the_notice_to_the_end() {
        let noticed = Removal::Noticed { at: day(0) };
        assert_eq!(noticed.step(Step::OpenVote(12), day(20)), Err(Cannot::NotHeard));
        let heard = noticed.step(Step::Hear(Hearing::Declined), day(3)).unwrap();
        assert_eq!(heard.step(Step::OpenVote(12), day(13)), Err(Cannot::TooSoon(day(14))));
        assert_eq!(heard.step(Step::OpenVote(3), day(14)), Err(Cannot::RollTooSmall));
        let voting = heard.step(Step::OpenVote(12), day(14)).unwrap();
        assert_eq!(voting.step(close(counts(3, 0)), day(21)), Ok(Removal::Over(How::NotAdopted)), "under a third");
        let too_many = Step::Close { counts: counts(12, 0), approval: Approval::Third, adopted_of_late: 1, months: 1 };
        assert_eq!(voting.step(too_many, day(21)), Ok(Removal::Over(How::TooMany)));
        let adopted = voting.step(close(counts(8, 4)), day(21)).unwrap();
        assert!(!adopted.excludes(day(28)));
        assert_eq!(adopted.step(Step::Act, day(27)), Err(Cannot::TooSoon(day(28))));
        let acting = adopted.step(Step::Act, day(28)).unwrap();
        let until = day(28) + Months::new(12);
        assert!(acting.excludes(day(28)) && !acting.excludes(until), "twelve months, whatever was asked");
        assert_eq!(acting.step(Step::Appeal, day(88)), Err(Cannot::TooLate(day(88))));
        let appealed = acting.step(Step::Appeal, day(87)).unwrap();
        assert!(appealed.excludes(day(87)));
        assert_eq!(appealed.step(Step::Appeal, day(87)), Err(Cannot::NotNow));
        assert_eq!(acting.step(Step::Unanswered(day(87)), day(200)), Err(Cannot::NotNow), "nobody appealed");
        assert_eq!(appealed.step(Step::Unanswered(day(87)), day(116)), Err(Cannot::TooSoon(day(117))));
        assert_eq!(appealed.step(Step::Unanswered(day(87)), day(117)), Ok(Removal::Over(How::Annulled)));
        assert_eq!(appealed.step(Step::End, until), Err(Cannot::NotNow), "it never runs out unread");
        assert_eq!(acting.step(Step::End, until), Ok(Removal::Over(How::Ended)));
    }

    #[test]
    fn an_appeal_waits_thirty_days_and_never_longer_than_the_exclusion() {
        assert_eq!(unanswered_at(day(10), day(300)), day(40));
        assert_eq!(unanswered_at(day(10), day(30)), day(30));
    }

    #[test]
    fn a_notice_is_over_after_sixty_days() {
        let noticed = Removal::Noticed { at: day(0) };
        let heard = noticed.step(Step::Hear(Hearing::Held), day(3)).unwrap();
        for waiting in [noticed, heard] {
            assert_eq!(waiting.step(Step::Lapse, day(59)), Err(Cannot::TooSoon(day(60))));
            assert_eq!(waiting.step(Step::Lapse, day(60)), Ok(Removal::Over(How::Lapsed)));
        }
        assert_eq!(heard.step(Step::OpenVote(12), day(60)), Err(Cannot::TooLate(day(60))));
        let voting = heard.step(Step::OpenVote(12), day(59)).unwrap();
        assert_eq!(voting.step(Step::Lapse, day(90)), Err(Cannot::NotNow), "a vote has its own end");
    }

    #[test]
    fn after_an_annulled_removal_the_same_person_has_her_peace_and_the_group_has_removed_one() {
        let annulled = PastOutcome::Annulled { adopted: day(21), at: day(100) };
        let past = Past { person: id(1), initiator: id(2), noticed_at: day(0), outcome: annulled };
        let ask = |person, now| may_give_notice(&Wanted { people: &[person], past: &[past], ..WANTED }, now);
        assert_eq!(ask(id(1), day(129)), Err(Refused::PersonHadOne(day(130))));
        assert_eq!(ask(id(1), day(130)), Ok(()));
        assert_eq!(ask(id(7), day(110)), Err(Refused::TooMany(day(111))));
    }

    fn any_step() -> impl Strategy<Value = Step> {
        prop_oneof![
            Just(Step::Hear(Hearing::Held)),
            Just(Step::Hear(Hearing::Declined)),
            Just(Step::TakeBack),
            (0_u64..30).prop_map(Step::OpenVote),
            (0_u64..20, 0_u64..10, 0_u64..2, 0_u32..30).prop_map(|(yes, no, adopted_of_late, months)| Step::Close {
                counts: counts(yes, no),
                approval: Approval::Third,
                adopted_of_late,
                months
            }),
            Just(Step::Act),
            Just(Step::Appeal),
            Just(Step::Lapse),
            (0_i64..400).prop_map(|appealed| Step::Unanswered(day(appealed))),
            Just(Step::End),
        ]
    }
    fn any_choice() -> impl Strategy<Value = Choice> {
        prop_oneof![3 => Just(Choice::Yes), 1 => Just(Choice::No), 1 => Just(Choice::Abstain), 1 => Just(Choice::Blank)]
    }

    proptest! {
        /// Whatever is tried, in whatever order: nobody is kept out unheard, without notice, without delay, for more
        /// than a year, or by one person.
        #[test]
        fn no_path_around_what_protects(steps in prop::collection::vec((any_step(), 0_i64..20), 0..60)) {
            let (mut removal, mut now) = (Removal::Noticed { at: day(0) }, day(0));
            let (mut heard, mut adopted_at, mut appeals) = (false, None, 0);
            for (step, days) in steps {
                now += TimeDelta::days(days);
                if let Ok(next) = removal.step(step, now) {
                    match step {
                        Step::Hear(_) => heard = true,
                        Step::OpenVote(roll) => {
                            prop_assert!(heard && roll >= 4);
                            prop_assert!(now >= day(0) + NOTICE && now < day(0) + NOTICE_ENDS);
                        }
                        Step::Close { counts, .. } if matches!(next, Removal::Adopted { .. }) => {
                            prop_assert!(counts.yes >= 3 && counts.yes >= 2 * counts.no);
                            adopted_at = Some(now);
                        }
                        Step::Appeal => appeals += 1,
                        _ => {}
                    }
                    removal = next;
                }
                if removal.excludes(now) {
                    prop_assert!(heard && adopted_at.is_some_and(|at| now >= at + DELAY));
                    prop_assert!(adopted_at.is_some_and(|at| now < at + DELAY + Months::new(12)));
                }
                prop_assert!(appeals <= 1);
            }
        }

        /// D4 and D5: she is on no roll, whoever else is; the order of ballots changes nothing.
        #[test]
        fn she_is_on_no_roll_and_ballots_have_no_order(
            voters in prop::collection::btree_set(0_u128..40, 0..30), person in 0_u128..40,
            ballots in prop::collection::vec(any_choice(), 0..30), turn in 0_usize..30
        ) {
            let frozen = roll(voters.iter().map(|voter| id(*voter)), id(person));
            prop_assert!(!frozen.contains(&id(person)));
            prop_assert_eq!(frozen.len() + usize::from(voters.contains(&person)), voters.len());
            let mut turned = ballots.clone();
            turned.rotate_left(turn.min(ballots.len()));
            turned.reverse();
            let outcome = |ballots: Vec<Choice>| count(30, Approval::Third, ballots.into_iter().collect());
            prop_assert_eq!(outcome(ballots), outcome(turned));
        }

        /// D2: once the roll is frozen, who comes in has no ballot; who leaves takes her own and no more, and stays
        /// in the number of the roll: leaving never makes a removal pass that her staying silent would not.
        #[test]
        fn leaving_takes_one_ballot_and_no_more(
            (roll, yes, no) in (4_u64..60)
                .prop_flat_map(|roll| (Just(roll), 0..=roll))
                .prop_flat_map(|(roll, yes)| (Just(roll), Just(yes), 0..=roll - yes))
        ) {
            let before = passes(roll, Approval::Third, counts(yes, no));
            if yes > 0 {
                prop_assert!(before || !passes(roll, Approval::Third, counts(yes - 1, no)));
            }
            let closed = Removal::Voting { roll }.step(close(counts(yes, no)), day(0));
            prop_assert_eq!(matches!(closed, Ok(Removal::Adopted { .. })), before);
        }

        /// D6, D7 and the bound of ninety days, over a long life of the group.
        #[test]
        fn notices_keep_their_distances(
            wishes in prop::collection::vec((0_u128..6, 6_u128..10, 0_i64..25, any::<bool>()), 0..80), roll in 4_u64..40
        ) {
            let mut past: Vec<Past> = Vec::new();
            let mut now = day(0);
            for (person, initiator, days, adopt) in wishes {
                now += TimeDelta::days(days);
                let wanted = Wanted { people: &[id(person)], initiator: id(initiator), roll, past: &past, ..WANTED };
                if may_give_notice(&wanted, now).is_ok() {
                    for other in &past {
                        prop_assert!(other.initiator != id(initiator) || other.outcome != PastOutcome::Open);
                        prop_assert!(other.person != id(person) || other.noticed_at + WINDOW <= now);
                        if let (PastOutcome::NotAdopted(at), true) = (other.outcome, other.person == id(person)) {
                            prop_assert!(at + AFTER_FAILURE <= now);
                        }
                    }
                    past.push(Past { person: id(person), initiator: id(initiator), noticed_at: now, outcome: PastOutcome::Open });
                } else if let Some(at) = past.iter().position(|one| one.outcome == PastOutcome::Open) {
                    let adopted_of_late = past.iter().filter_map(Past::adopted_at).filter(|at| *at > now - WINDOW).count() as u64;
                    let (yes, no) = if adopt { (roll, 0) } else { (1, 1) };
                    let step = Step::Close { counts: counts(yes, no), approval: Approval::Third, adopted_of_late, months: 1 };
                    past[at].outcome = match (Removal::Voting { roll }).step(step, now).unwrap() {
                        Removal::Adopted { .. } => PastOutcome::Adopted(now),
                        _ => PastOutcome::NotAdopted(now),
                    };
                }
                let recent = past.iter().filter_map(Past::adopted_at).filter(|at| *at > now - WINDOW).count() as u64;
                prop_assert!(recent <= removals_allowed(roll));
            }
        }
    }

    #[test]
    fn a_measure_lasts_six_months_at_most() {
        let (from, latest) = (day(0), day(0) + Months::new(6));
        assert_eq!(measure_may_end(from, latest), Ok(()));
        assert_eq!(measure_may_end(from, latest + TimeDelta::microseconds(1)), Err(WrongEnd::After(latest)));
        assert_eq!(measure_may_end(from, from), Err(WrongEnd::BeforeItBegins));
        for measure in Measure::ALL {
            assert_eq!(Measure::named(measure.name()), Some(measure));
        }
    }
}
