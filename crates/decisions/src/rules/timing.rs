//! Time around a vote: what happens without its quorum, more time, closing early, reminders (`decisions C4`, `C6`, `C7`,
//! `C9`). The charter's rules about it are copied when a vote opens: a charter changed meanwhile does not change it.

use chrono::{Duration, Months, NaiveDate, NaiveTime};
use commons::clock::{Time, Tz, at_wall_clock, local_day};
use membership::effects::{RemoveMember, RevokeMandate};
use membership::rules::charter::Charter;
use serde::{Deserialize, Serialize};
use tally::Quorum;

/// Most times that one vote is made longer in its life, for whatever reason.
pub const MOST_EXTENSIONS: i32 = 2;
/// Most reminders of one vote.
pub const MOST_REMINDERS: usize = 2;
/// Most months after which the group asks itself again whether to keep a position.
pub const MOST_REVIEW_MONTHS: u32 = 60;
/// A vote is open so long before it can close early, and before anybody is told of it a second time.
const A_DAY: Duration = Duration::hours(24);

/// What the charter says of a vote that ends without its quorum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missed {
    /// It is not adopted.
    Lapse,
    /// It lasts longer, once.
    Extend,
    /// It lasts longer, once, and half of the quorum is enough.
    SecondCall,
}

/// The charter's rules about time for one vote, as they were when it opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeRules {
    /// Without its quorum.
    pub missed: Missed,
    /// Days by which it is made longer.
    pub extension_days: u32,
    /// How many make it longer by asking.
    pub extension_askers: u32,
    /// Whether it closes once everybody voted.
    pub close_when_all_voted: bool,
    /// How many stop it together.
    pub cancel_askers: u32,
    /// How many contest it together before it acts.
    pub challenge_askers: u32,
}

impl TimeRules {
    /// What the charter says now.
    pub fn of(charter: &Charter) -> Self {
        Self {
            missed: match charter.quorum_missed() {
                "extend" => Missed::Extend,
                "second_call" => Missed::SecondCall,
                _ => Missed::Lapse,
            },
            extension_days: charter.extension_days(),
            extension_askers: charter.extension_askers(),
            close_when_all_voted: charter.close_when_all_voted(),
            cancel_askers: charter.cancel_askers(),
            challenge_askers: charter.challenge_askers(),
        }
    }
}

/// Whether a decision has its own ways: to recall a mandate or to remove somebody has its notice, its hearing, its appeal.
/// Its vote is neither made longer, nor stopped, nor held a second time: the person concerned would wait.
pub fn has_its_own_way(effect: Option<&str>) -> bool {
    matches!(effect, Some(RevokeMandate::KIND | RemoveMember::KIND))
}

/// What became of a vote so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Past {
    /// How often it was made longer.
    pub extended: i32,
    /// Whether it missed its quorum already.
    pub quorum_missed: bool,
}

impl Past {
    /// Whether it can be made longer once more.
    pub fn may_last_longer(self) -> bool {
        self.extended < MOST_EXTENSIONS
    }

    /// What is done about a quorum that is missed now: once, and then no more.
    pub fn remedy(self, missed: Missed) -> Missed {
        if self.quorum_missed || !self.may_last_longer() { Missed::Lapse } else { missed }
    }
}

/// Half of the ballots that were needed, rounded up. Written as a number: a part of a part would be
/// hard to follow by hand.
pub fn second_call(needed: u64) -> Quorum {
    Quorum::Members(u32::try_from(needed.div_ceil(2)).unwrap_or(u32::MAX))
}

/// How many of `roll` people make a vote longer by asking: as many as the charter says, a third of them when that is
/// fewer, and at least one.
pub fn extension_askers(wanted: u32, roll: u64) -> u64 {
    u64::from(wanted).min(roll.div_ceil(3)).max(1)
}

/// How many of `roll` people stop a vote: as many as the charter says, a third of them when that is more, and never more
/// than there are. What everybody votes on is not stopped by a handful.
pub fn cancel_signers(wanted: u32, roll: u64) -> u64 {
    u64::from(wanted).max(roll.div_ceil(3)).min(roll).max(1)
}

/// Whether a vote closes before its deadline: everybody who is counted voted, and it has been open for a day.
pub fn may_close_early(counted: u64, voted: u64, opened: Time, now: Time) -> bool {
    voted > 0 && voted >= counted && now - opened >= A_DAY
}

/// When those on the roll are told once more that there is news: half way, and on the last day. Not within a day of its
/// opening, of which they were told, nor twice within a day.
pub fn reminders(opened: Time, closes: Time) -> Vec<Time> {
    let mut told = opened;
    let mut reminders = Vec::with_capacity(MOST_REMINDERS);
    for at in [opened + (closes - opened) / 2, closes - A_DAY] {
        if at - told >= A_DAY {
            reminders.push(at);
            told = at;
        }
    }
    reminders
}

/// When the group asks itself again about something decided at `from`: in the morning, some months later.
pub fn review_at(zone: Tz, from: Time, months: u32) -> Time {
    let morning = NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default();
    let day = local_day(zone, from).checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX);
    at_wall_clock(zone, day, morning)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(hours: i64) -> Time {
        Time::from_timestamp(1_800_000_000, 0).unwrap() + Duration::hours(hours)
    }

    fn any_missed() -> impl Strategy<Value = Missed> {
        prop_oneof![Just(Missed::Lapse), Just(Missed::Extend), Just(Missed::SecondCall)]
    }

    fn any_quorum() -> impl Strategy<Value = Quorum> {
        prop_oneof![(1u32..40).prop_map(Quorum::Members), (1u8..=100).prop_map(Quorum::Percent), Just(Quorum::Majority)]
    }

    proptest! {
        /// Whatever the charter says and however often the quorum is missed or time is asked for, a vote ends.
        #[test]
        fn a_vote_is_made_longer_twice_at_most_and_once_for_its_quorum(missed in any_missed(), asked in proptest::collection::vec(any::<bool>(), 0..12)) {
            let (mut past, mut for_the_quorum) = (Past::default(), 0);
            for by_members in asked {
                if by_members {
                    past.extended += i32::from(past.may_last_longer());
                } else if past.remedy(missed) != Missed::Lapse {
                    past = Past { extended: past.extended + 1, quorum_missed: true };
                    for_the_quorum += 1;
                }
            }
            prop_assert!(past.extended <= MOST_EXTENSIONS && for_the_quorum <= 1);
            prop_assert!(missed != Missed::Lapse || for_the_quorum == 0);
        }

        /// Half, rounded up: never fewer than half, never more than before, never nothing out of something.
        #[test]
        fn a_second_call_needs_half(quorum in any_quorum(), counted in 0u64..500) {
            let (first, second) = (quorum.required(counted), second_call(quorum.required(counted)).required(counted));
            prop_assert!(second <= first && second * 2 >= first && second * 2 <= first + 1);
        }

        #[test]
        fn a_third_asks_at_most_and_somebody_always(wanted in 1u32..20, roll in 0u64..500) {
            let askers = extension_askers(wanted, roll);
            prop_assert!(askers >= 1 && askers <= u64::from(wanted));
            prop_assert!(askers == 1 || (askers - 1) * 3 < roll);
        }

        #[test]
        fn a_third_stops_a_vote_at_least_and_everybody_can(wanted in 2u32..=10, roll in 0u64..500) {
            let signers = cancel_signers(wanted, roll);
            prop_assert!(signers >= 1 && signers <= roll.max(1) && signers * 3 >= roll);
            prop_assert!(signers >= u64::from(wanted).min(roll));
        }

        #[test]
        fn nobody_is_told_twice_in_a_day_nor_more_than_twice_nor_too_late(hours in 1i64..2_000) {
            let (opened, closes) = (at(0), at(hours));
            let told = reminders(opened, closes);
            prop_assert!(told.len() <= MOST_REMINDERS);
            let mut before = opened;
            for reminder in told {
                prop_assert!(reminder - before >= A_DAY && reminder < closes);
                before = reminder;
            }
        }

        #[test]
        fn a_vote_closes_early_only_when_nobody_is_awaited(counted in 0u64..40, voted in 0u64..40, hours in 0i64..80) {
            let early = may_close_early(counted, voted, at(0), at(hours));
            prop_assert_eq!(early, voted > 0 && voted >= counted && hours >= 24);
        }
    }

    #[test]
    fn a_vote_of_five_days_is_recalled_half_way_and_on_its_last_day() {
        assert_eq!(reminders(at(0), at(120)), [at(60), at(96)]);
        assert_eq!(reminders(at(0), at(72)), [at(36)], "the last day comes too soon after");
        assert!(reminders(at(0), at(33)).is_empty(), "who was told yesterday knows");
    }

    #[test]
    fn a_question_comes_back_on_the_same_day_of_the_month_or_on_its_last() {
        let again = |from: &str, months| review_at(Tz::America__Toronto, from.parse().unwrap(), months).to_string();
        assert_eq!(again("2027-01-16T20:00:00-05:00", 6), "2027-07-16 13:00:00 UTC");
        assert_eq!(again("2027-08-31T20:00:00-04:00", 6), "2028-02-29 14:00:00 UTC");
    }

    #[test]
    fn what_concerns_one_person_has_its_own_way() {
        assert!(has_its_own_way(Some("mandate.revoke/1")) && has_its_own_way(Some(RemoveMember::KIND)));
        assert!(!has_its_own_way(Some("charter.change/1")) && !has_its_own_way(None));
    }
}
