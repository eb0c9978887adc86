//! The life of a mandate: a dated task that a decision entrusts to one person (`domain` A17, A18, 2.16;
//! `reliability` D4, T09; ruling 4).
//!
//! A mandate always ends. Until then a majority can take it back, a few members can stop it for three weeks, and
//! somebody can learn it by looking on.

use crate::rules::kernel::{
    BREAK_DAYS, FEWEST_SUSPENSION_SIGNERS, HIGHEST_RECALL_SHARE, LONGEST_SUSPENSION_DAYS, MOST_RENEWALS,
    RECALL_NOTICE_DAYS, SUSPENSION_SIGNERS,
};
use chrono::TimeDelta;
use commons::clock::Time;
use commons::ids::MemberId;
use tally::{MajorityRule, Quorum, Threshold};

/// Longest suspension. It ends by itself, or before: when the group votes on the recall and does not adopt it.
pub const LONGEST_SUSPENSION: TimeDelta = TimeDelta::days(LONGEST_SUSPENSION_DAYS);
/// Between the asking of a recall and its vote (ruling 4).
pub const RECALL_NOTICE: TimeDelta = TimeDelta::days(RECALL_NOTICE_DAYS);
/// Members who ask for a recall in a large group.
pub const RECALL_ASKERS: u64 = 3;
/// Fewest members who ask for a recall, where there are two.
pub const FEWEST_RECALL_ASKERS: u64 = 2;
/// A pause of so long between two terms makes the later one a first one.
pub const BREAK: TimeDelta = TimeDelta::days(BREAK_DAYS);

/// The dates of a mandate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// From this instant.
    pub starts_at: Time,
    /// Until just before this instant.
    pub ends_at: Time,
    /// When it was ended before its time, if it was.
    pub ended_at: Option<Time>,
    /// When it was suspended, if it ever was.
    pub suspended_at: Option<Time>,
    /// When the group voted on its recall and let it run on, if it did while it was suspended.
    pub suspension_lifted_at: Option<Time>,
}

/// Where a mandate stands at one instant. Only a running one gives a power.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// It has not begun.
    NotYet,
    /// It runs.
    Running,
    /// Members suspended it.
    Suspended {
        /// It runs again from that instant on, unless it is over by then.
        until: Time,
    },
    /// It is over.
    Ended,
}

impl Dates {
    /// Where it stands at `now`. Nothing has to happen for a suspension or a mandate to end.
    pub fn term(&self, now: Time) -> Term {
        let until = self.suspended_at.map(|at| {
            let longest = at + LONGEST_SUSPENSION;
            self.suspension_lifted_at.map_or(longest, |lifted| longest.min(lifted))
        });
        if self.ended_at.is_some_and(|at| at <= now) || now >= self.ends_at {
            Term::Ended
        } else if now < self.starts_at {
            Term::NotYet
        } else {
            match (self.suspended_at, until) {
                (Some(from), Some(until)) if from <= now && now < until => Term::Suspended { until },
                _ => Term::Running,
            }
        }
    }

    /// Whether it may be suspended at `now`: while it runs, and once. A second suspension would be a recall that
    /// nobody voted.
    ///
    /// # Errors
    /// Why not.
    pub fn may_be_suspended(&self, now: Time) -> Result<(), NoSuspension> {
        match (self.term(now), self.suspended_at) {
            (Term::Running, None) => Ok(()),
            (Term::Running | Term::Suspended { .. }, Some(_)) => Err(NoSuspension::OnceAlready),
            (Term::NotYet | Term::Ended | Term::Suspended { .. }, _) => Err(NoSuspension::NotRunning),
        }
    }

    /// Whether it can still be recalled: until it is over, begun or not, suspended or not.
    pub fn may_be_recalled(&self, now: Time) -> bool {
        match self.term(now) {
            Term::NotYet | Term::Running | Term::Suspended { .. } => true,
            Term::Ended => false,
        }
    }
}

/// Why a mandate is not suspended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSuspension {
    /// It gives no power now.
    NotRunning,
    /// It was suspended once: the group decides.
    OnceAlready,
}

/// How many signatures suspend a mandate when there are `others` members besides its holder, those on pause
/// included: five, or all the others where they are fewer, and two at least. The holder does not sign, so that in a
/// group of two nobody suspends ([`others_can_suspend`]).
pub fn suspension_signers(others: u64) -> u32 {
    u32::try_from(others).unwrap_or(u32::MAX).clamp(FEWEST_SUSPENSION_SIGNERS, SUSPENSION_SIGNERS)
}

/// Whether `others` members, besides the holder, are enough to suspend a mandate.
pub fn others_can_suspend(others: u64) -> bool {
    others >= u64::from(suspension_signers(others))
}

/// How many members ask for a recall when `members` are not on pause: three or a tenth rounded up, the smaller, but
/// two at least, and never more than there are (ruling 4).
pub fn recall_askers(members: u64) -> u64 {
    RECALL_ASKERS.min(members.div_ceil(10)).max(FEWEST_RECALL_ASKERS).min(members.max(1))
}

/// How a recall is counted on a roll of `roll` people: the majority and the quorum of the grant (ruling 4), within
/// the kernel's bounds. A charter may ask that everybody agree before a mandate is granted; taking one back never
/// needs more than two thirds of the votes cast, nor more than a majority taking part.
pub fn recall_rule(majority: Threshold, quorum: Quorum, roll: u64) -> MajorityRule {
    let exceeds = u128::from(majority.p) * u128::from(HIGHEST_RECALL_SHARE.q)
        > u128::from(HIGHEST_RECALL_SHARE.p) * u128::from(majority.q);
    let share = if exceeds { HIGHEST_RECALL_SHARE } else { majority };
    MajorityRule::of_votes_cast(share, quorum.required(roll).min(Quorum::Majority.required(roll)))
}

/// Terms in a row, before one that would start at `starts_at`, of the same person in the same mandate: each began
/// less than [`BREAK`] after the end of the one before it. `terms` are her earlier ones as (start, end), in any
/// order.
pub fn terms_in_a_row(terms: &[(Time, Time)], starts_at: Time) -> usize {
    let mut earlier: Vec<(Time, Time)> = terms.iter().copied().filter(|(start, _)| *start < starts_at).collect();
    earlier.sort_unstable();
    let mut next_start = starts_at;
    let mut count = 0;
    for (start, end) in earlier.into_iter().rev() {
        if next_start - end >= BREAK {
            break;
        }
        next_start = start;
        count += 1;
    }
    count
}

/// Whether she may take up another term from `starts_at`: a first one and two renewals, then somebody else's turn.
pub fn may_renew(terms: &[(Time, Time)], starts_at: Time) -> bool {
    terms_in_a_row(terms, starts_at) <= MOST_RENEWALS
}

/// Why somebody does not take the learner seat of a mandate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSeat {
    /// Somebody has it.
    Taken,
    /// She holds the mandate.
    Holder,
    /// The mandate is over.
    Ended,
}

/// Whether `asker` may take the one learner seat of a mandate, `learner` being who has it (`domain A17`). A learner
/// looks on and helps; the seat gives no power.
///
/// # Errors
/// Why not.
pub fn may_learn(holder: MemberId, learner: Option<MemberId>, asker: MemberId, term: Term) -> Result<(), NoSeat> {
    match term {
        Term::Ended => Err(NoSeat::Ended),
        Term::NotYet | Term::Running | Term::Suspended { .. } if asker == holder => Err(NoSeat::Holder),
        Term::NotYet | Term::Running | Term::Suspended { .. } => {
            if learner.is_some_and(|learner| learner != asker) {
                Err(NoSeat::Taken)
            } else {
                Ok(())
            }
        }
    }
}

/// What whoever held a mandate leaves to the next person (`domain A18`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Handover {
    /// How we do it, in her words.
    Note,
    /// She wrote that there is nothing to hand over.
    Nothing,
}

/// How a mandate is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closing {
    /// It is not over.
    Open,
    /// It is over, and the handover is not written. Nobody is pressed for it: it is asked, to whoever can tell.
    HandoverWaits,
    /// It is over, and handed over.
    Clean,
}

impl Closing {
    /// How a mandate is closed.
    pub const fn of(term: Term, handover: Option<Handover>) -> Self {
        match (term, handover) {
            (Term::NotYet | Term::Running | Term::Suspended { .. }, _) => Self::Open,
            (Term::Ended, None) => Self::HandoverWaits,
            (Term::Ended, Some(Handover::Note | Handover::Nothing)) => Self::Clean,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeZone, Utc};
    use proptest::prelude::*;
    use std::collections::BTreeSet;
    use tally::{Counts, Verdict};
    use uuid::Uuid;

    fn day(number: i64) -> Time {
        Utc.with_ymd_and_hms(2027, 1, 12, 12, 0, 0).unwrap() + TimeDelta::days(number)
    }
    fn id(number: u128) -> MemberId {
        MemberId(Uuid::from_u128(number))
    }
    const INSTANT: TimeDelta = TimeDelta::microseconds(1);

    fn a_year() -> Dates {
        Dates { starts_at: day(0), ends_at: day(365), ended_at: None, suspended_at: None, suspension_lifted_at: None }
    }

    #[test]
    fn a_term_is_told_to_the_microsecond() {
        let term = |dates: Dates, now| dates.term(now);
        assert_eq!(term(a_year(), day(0) - INSTANT), Term::NotYet);
        assert_eq!(term(a_year(), day(0)), Term::Running);
        assert_eq!(term(a_year(), day(365) - INSTANT), Term::Running);
        assert_eq!(term(a_year(), day(365)), Term::Ended);
        let ended = Dates { ended_at: Some(day(9)), ..a_year() };
        assert_eq!((term(ended, day(9) - INSTANT), term(ended, day(9))), (Term::Running, Term::Ended));
        let suspended = Dates { suspended_at: Some(day(10)), ..a_year() };
        let until = day(31);
        assert_eq!(term(suspended, day(10) - INSTANT), Term::Running);
        assert_eq!(term(suspended, day(10)), Term::Suspended { until });
        assert_eq!(term(suspended, until - INSTANT), Term::Suspended { until });
        assert_eq!(term(suspended, until), Term::Running, "it ends by itself");
        let lifted = Dates { suspension_lifted_at: Some(day(15)), ..suspended };
        assert_eq!(term(lifted, day(15) - INSTANT), Term::Suspended { until: day(15) });
        assert_eq!(term(lifted, day(15)), Term::Running, "the group has voted");
        assert_eq!(lifted.may_be_suspended(day(16)), Err(NoSuspension::OnceAlready), "once, all the same");
        let near_the_end = Dates { suspended_at: Some(day(360)), ..a_year() };
        assert_eq!(term(near_the_end, day(365)), Term::Ended);
    }

    #[test]
    fn a_mandate_is_suspended_once() {
        assert_eq!(a_year().may_be_suspended(day(1)), Ok(()));
        assert_eq!(a_year().may_be_suspended(day(-1)), Err(NoSuspension::NotRunning));
        assert_eq!(a_year().may_be_suspended(day(365)), Err(NoSuspension::NotRunning));
        let suspended = Dates { suspended_at: Some(day(10)), ..a_year() };
        for now in [day(11), day(40)] {
            assert_eq!(suspended.may_be_suspended(now), Err(NoSuspension::OnceAlready));
        }
    }

    #[test]
    fn signers_and_askers_at_known_sizes() {
        for (others, signers) in [(0, 2), (1, 2), (2, 2), (4, 4), (5, 5), (6, 5), (499, 5)] {
            assert_eq!(suspension_signers(others), signers, "{others}");
        }
        assert!(!others_can_suspend(0) && !others_can_suspend(1), "in a group of two nobody suspends");
        for (members, askers) in [(0, 1), (1, 1), (2, 2), (3, 2), (10, 2), (20, 2), (21, 3), (35, 3), (500, 3)] {
            assert_eq!(recall_askers(members), askers, "{members}");
        }
    }

    #[test]
    fn a_recall_never_needs_more_than_the_kernel_lets_it() {
        let everybody = Threshold::new(1, 1).unwrap();
        let rule = recall_rule(everybody, Quorum::Percent(100), 9);
        assert_eq!((rule.threshold, rule.quorum), (HIGHEST_RECALL_SHARE, 5));
        let as_granted = recall_rule(Threshold::HALF, Quorum::Percent(33), 35);
        assert_eq!(as_granted, MajorityRule::of_votes_cast(Threshold::HALF, 12));
    }

    #[test]
    fn the_same_person_renews_twice() {
        let year = |number: i64| (day(365 * number), day(365 * (number + 1)));
        assert!(may_renew(&[], day(0)));
        assert!(may_renew(&[year(1), year(0)], day(730)), "a second renewal");
        assert!(!may_renew(&[year(0), year(1), year(2)], day(365 * 3)));
        assert!(!may_renew(&[year(0), year(1), year(2)], day(365 * 3 + 179)), "a short break is none");
        assert!(may_renew(&[year(0), year(1), year(2)], day(365 * 3 + 180)));
        assert_eq!(terms_in_a_row(&[year(0), year(2)], day(365 * 3)), 1);
    }

    #[test]
    fn one_learner_who_is_not_the_holder() {
        assert_eq!(may_learn(id(1), None, id(2), Term::Running), Ok(()));
        assert_eq!(may_learn(id(1), Some(id(2)), id(2), Term::NotYet), Ok(()), "she has the seat");
        assert_eq!(may_learn(id(1), Some(id(2)), id(3), Term::Running), Err(NoSeat::Taken));
        assert_eq!(may_learn(id(1), None, id(1), Term::Suspended { until: day(1) }), Err(NoSeat::Holder));
        assert_eq!(may_learn(id(1), None, id(2), Term::Ended), Err(NoSeat::Ended));
    }

    #[test]
    fn a_mandate_closes_with_a_note_or_with_the_words_that_there_is_none() {
        for handover in [None, Some(Handover::Note), Some(Handover::Nothing)] {
            let closed = if handover.is_some() { Closing::Clean } else { Closing::HandoverWaits };
            assert_eq!(Closing::of(Term::Ended, handover), closed);
            assert_eq!(Closing::of(Term::Running, handover), Closing::Open);
        }
    }

    proptest! {
        #[test]
        fn nobody_suspends_alone_and_all_the_others_can(others in 0_u64..5_000) {
            let signers = u64::from(suspension_signers(others));
            prop_assert!((2..=5).contains(&signers));
            prop_assert_eq!(others_can_suspend(others), others >= 2);
            prop_assert!(others < 2 || signers == others.min(5));
        }

        #[test]
        fn askers_are_the_smaller_of_three_and_a_tenth_but_two(members in 1_u64..5_000) {
            let askers = recall_askers(members);
            prop_assert!(askers <= members && askers <= 3);
            prop_assert!(members < 2 || askers >= 2);
            prop_assert!(askers == 2.min(members) || askers >= 3.min(members.div_ceil(10)));
        }

        #[test]
        fn whatever_the_dates_a_mandate_ends_and_a_suspension_lasts_three_weeks(
            length in 0_i64..800,
            ended in prop::option::of(0_i64..900),
            suspended in prop::option::of(0_i64..900),
            lifted in prop::option::of(0_i64..900),
            at in -10_i64..900
        ) {
            let dates = Dates {
                starts_at: day(0),
                ends_at: day(length),
                ended_at: ended.map(day),
                suspended_at: suspended.map(day),
                suspension_lifted_at: lifted.map(day),
            };
            if let Term::Suspended { until } = dates.term(day(at)) {
                prop_assert!(day(at) < until && until - day(at) <= LONGEST_SUSPENSION);
                let again = matches!(dates.term(until), Term::Suspended { .. });
                prop_assert!(!again);
            }
            prop_assert!(dates.term(day(at)) != Term::Ended || dates.term(day(at + 1)) == Term::Ended, "it does not come back");
            prop_assert_eq!(dates.term(day(length)), Term::Ended);
        }
    }

    /// Everybody in the small group, from the most present.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    enum Here {
        Active,
        Paused,
        Left,
    }

    /// A mandate in the model, with the place of its holder.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    enum Task {
        Ungranted,
        Running {
            holder: usize,
            was_suspended: bool,
        },
        Suspended {
            holder: usize,
        },
        /// Recalled or expired: it can be granted anew.
        Over,
    }

    type State = ([Here; 6], [Task; 3]);

    impl Task {
        fn holder(self) -> Option<usize> {
            match self {
                Self::Running { holder, .. } | Self::Suspended { holder } => Some(holder),
                Self::Ungranted | Self::Over => None,
            }
        }

        fn held_by(self, whom: impl Fn(usize) -> usize) -> Self {
            match self {
                Self::Running { holder, was_suspended } => Self::Running { holder: whom(holder), was_suspended },
                Self::Suspended { holder } => Self::Suspended { holder: whom(holder) },
                Self::Ungranted | Self::Over => self,
            }
        }

        fn dates(self) -> Option<Dates> {
            let suspended_at = match self {
                Self::Running { was_suspended, .. } => was_suspended.then(|| day(1)),
                Self::Suspended { .. } => Some(day(99)),
                Self::Ungranted | Self::Over => return None,
            };
            Some(Dates { suspended_at, ..a_year() })
        }
    }

    /// The same state with people and mandates in one order: nobody's name matters.
    fn in_one_order((people, tasks): State) -> State {
        let held = |who: usize| {
            let hers = tasks.iter().filter(|task| task.holder() == Some(who));
            let mut hers: Vec<Task> = hers.map(|task| task.held_by(|_| 0)).collect();
            hers.sort();
            hers
        };
        let mut order: Vec<usize> = (0..6).collect();
        order.sort_by_key(|who| (people[*who], held(*who)));
        let place = |who: usize| order.iter().position(|other| *other == who).unwrap();
        let mut tasks = tasks.map(|task| task.held_by(place));
        tasks.sort();
        (std::array::from_fn(|at| people[order[at]]), tasks)
    }

    /// Members on whom a vote counts: those not on pause; when everybody is, whoever acts (ruling 5).
    fn counted(people: &[Here; 6]) -> u64 {
        let active = people.iter().filter(|here| **here == Here::Active).count() as u64;
        let paused = people.iter().filter(|here| **here == Here::Paused).count() as u64;
        if active > 0 { active } else { paused.min(1) }
    }

    /// Everything that can happen next.
    fn next(state: &State) -> Vec<State> {
        let (people, tasks) = *state;
        let mut found = Vec::new();
        for who in 0..6 {
            let others: &[Here] = match people[who] {
                Here::Active => &[Here::Paused, Here::Left],
                Here::Paused => &[Here::Active, Here::Left],
                Here::Left => &[],
            };
            for here in others {
                let mut people = people;
                people[who] = *here;
                found.push((people, tasks));
            }
        }
        for at in 0..3 {
            let mut with = |task| {
                let mut tasks = tasks;
                tasks[at] = task;
                found.push((people, tasks));
            };
            match tasks[at] {
                Task::Ungranted | Task::Over => {
                    // The charter lets one person hold two.
                    let may_hold = |who: &usize| {
                        people[*who] != Here::Left
                            && tasks.iter().filter(|task| task.holder() == Some(*who)).count() < 2
                    };
                    (0..6).filter(may_hold).for_each(|holder| with(Task::Running { holder, was_suspended: false }));
                }
                task @ Task::Running { holder, was_suspended } => {
                    let others = (0..6).filter(|who| *who != holder && people[*who] != Here::Left).count() as u64;
                    let may = task.dates().unwrap().may_be_suspended(day(100)).is_ok();
                    assert_eq!(may, !was_suspended);
                    if may && others_can_suspend(others) {
                        with(Task::Suspended { holder });
                    }
                    with(Task::Over);
                }
                Task::Suspended { holder } => {
                    with(Task::Running { holder, was_suspended: true });
                    with(Task::Over);
                }
            }
        }
        found
    }

    /// An ordinary majority of those counted asks, waits its ten days, and votes; everybody else votes no, the
    /// holder too, or stays away.
    fn can_be_recalled(task: Task, counted: u64, majority: Threshold, quorum: Quorum) -> bool {
        let rule = recall_rule(majority, quorum, counted);
        let needed = (1..=counted).find(|yes| {
            let others_vote_no = Counts { yes: *yes, no: counted - yes, ..Counts::default() };
            let others_stay_away = Counts { yes: *yes, ..Counts::default() };
            [others_vote_no, others_stay_away].into_iter().all(|votes| rule.count(votes).verdict == Verdict::Adopted)
        });
        let within = |yes: u64| if majority.is_half() { yes == counted / 2 + 1 } else { yes <= counted };
        let opens = |askers| askers >= recall_askers(counted);
        let lives = task.dates().is_some_and(|dates| dates.may_be_recalled(day(110)));
        // Without the holder's yes, save where nobody else is counted.
        let without_her = |yes: u64| counted <= 2 || yes < counted;
        needed.is_some_and(|yes| within(yes) && opens(yes) && without_her(yes)) && lives
    }

    /// T09: from every state that can be reached, an ordinary majority of those counted revokes every mandate,
    /// whoever holds it, on pause or gone, suspended or not, and whatever the charter asks.
    #[test]
    fn no_dead_end() {
        let charters = [
            (Threshold::HALF, Quorum::Percent(33)),
            (Threshold::HALF, Quorum::Percent(100)),
            (Threshold::HALF, Quorum::Members(12)),
            (Threshold::TWO_THIRDS, Quorum::Majority),
            (Threshold { p: 1, q: 1 }, Quorum::Percent(100)),
        ];
        let start = ([Here::Active; 6], [Task::Ungranted; 3]);
        let mut seen = BTreeSet::from([start]);
        let mut to_visit = vec![start];
        while let Some(state) = to_visit.pop() {
            let counted = counted(&state.0);
            for task in state.1.into_iter().filter(|task| counted > 0 && task.holder().is_some()) {
                for (majority, quorum) in charters {
                    assert!(
                        can_be_recalled(task, counted, majority, quorum),
                        "{state:?} {task:?} {majority:?} {quorum}"
                    );
                }
            }
            for next in next(&state).into_iter().map(in_one_order) {
                if seen.insert(next) {
                    to_visit.push(next);
                }
            }
        }
        println!("{} states of six people and three mandates, up to names", seen.len());
        assert!(seen.len() > 1_000);
    }
}
