//! Date poll: yes, if need be, no, for each slot (`decisions` 6.13, `decisions B10`).
//!
//! A slot is feasible when nobody who must be there says no, and enough can come. Of these: most who can come, then
//! most who say yes, then fewest no among those who lost last time (optional), then the earliest. So there is no tie.

use crate::ballots::{Ballot, Ballots};
use crate::options::{OptionId, PerOption};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// What somebody says of a slot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// She can come.
    Yes,
    /// She can come if need be.
    IfNeedBe,
    /// She cannot come. No answer is this.
    #[default]
    No,
}

/// Somebody's answers, for the slots in order of time. Slots after the last answer are answered no.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Answers {
    /// Whether there is no meeting without her.
    pub compulsory: bool,
    /// Whether the slot chosen last time was one of her noes.
    pub lost_last_time: bool,
    /// Her answers.
    pub answers: Vec<Answer>,
}

impl Answers {
    fn of(&self, slot: OptionId) -> Answer {
        self.answers.get(slot.place()).copied().unwrap_or_default()
    }
}

impl Ballot for Answers {
    fn named(&self) -> impl Iterator<Item = OptionId> {
        let count = u16::try_from(self.answers.len()).unwrap_or(u16::MAX);
        OptionId::first(count)
    }
}

/// When a slot will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// How many must be able to come, if need be or not.
    pub minimum: u64,
    /// Whether whoever lost last time is listened to first between equal slots.
    pub fairness: bool,
}

/// What one slot got.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// How many say yes.
    pub yes: u64,
    /// How many say if need be.
    pub if_need_be: u64,
    /// How many say no.
    pub no: u64,
    /// How many of those who must be there say no.
    pub no_of_compulsory: u64,
    /// How many of those who lost last time say no.
    pub no_of_last_time: u64,
    /// Whether it will do.
    pub feasible: bool,
}

/// How a date poll ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The slot; none when none will do.
    pub chosen: Option<OptionId>,
    /// What settled it.
    pub because: Why,
    /// What each slot got, in order of time.
    pub slots: PerOption<Slot>,
}

/// What settles between slots that will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// None will do.
    NoneFeasible,
    /// Most can come.
    MostCanCome,
    /// As many can come elsewhere; most say yes.
    MostSayYes,
    /// Equal so far; fewest noes of whoever lost last time.
    FewestLostTwice,
    /// Equal in all that; it is the earliest.
    Earliest,
}

/// Counts. Slots are in order of time: the first is the earliest.
pub fn count(ballots: &Ballots<Answers>, rule: Rule) -> Outcome {
    let slots = PerOption::new(ballots.options(), |slot| tally(ballots, slot, rule));
    let key = |slot: &Slot| {
        (slot.yes + slot.if_need_be, slot.yes, Reverse(if rule.fairness { slot.no_of_last_time } else { 0 }))
    };
    let feasible: Vec<(OptionId, &Slot)> = slots.iter().filter(|(_, slot)| slot.feasible).collect();
    let best = feasible.iter().max_by_key(|(option, slot)| (key(slot), Reverse(*option)));
    let because = best.map_or(Why::NoneFeasible, |(option, best)| {
        let others = || feasible.iter().filter(|(other, _)| other != option).map(|(_, slot)| key(slot));
        let (can_come, yes, lost) = key(best);
        if others().all(|other| other.0 < can_come) {
            Why::MostCanCome
        } else if others().all(|other| (other.0, other.1) < (can_come, yes)) {
            Why::MostSayYes
        } else if others().all(|other| other < (can_come, yes, lost)) {
            Why::FewestLostTwice
        } else {
            Why::Earliest
        }
    });
    let chosen = best.map(|(option, _)| *option);
    Outcome { chosen, because, slots }
}

fn tally(ballots: &Ballots<Answers>, option: OptionId, rule: Rule) -> Slot {
    let mut slot = Slot::default();
    for (ballot, count) in ballots.iter() {
        match ballot.of(option) {
            Answer::Yes => slot.yes += count,
            Answer::IfNeedBe => slot.if_need_be += count,
            Answer::No => {
                slot.no += count;
                slot.no_of_compulsory += if ballot.compulsory { count } else { 0 };
                slot.no_of_last_time += if ballot.lost_last_time { count } else { 0 };
            }
        }
    }
    let can_come = slot.yes + slot.if_need_be;
    slot.feasible = slot.no_of_compulsory == 0 && can_come > 0 && can_come >= rule.minimum;
    slot
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::id;
    use proptest::prelude::*;

    /// `ynm` is yes, no, if need be (maybe); `!` in front marks who must be there, `~` who lost last time.
    fn answers(text: &str) -> Answers {
        let letters = text.chars().filter_map(|letter| match letter {
            'y' => Some(Answer::Yes),
            'm' => Some(Answer::IfNeedBe),
            'n' => Some(Answer::No),
            _ => None,
        });
        Answers { compulsory: text.contains('!'), lost_last_time: text.contains('~'), answers: letters.collect() }
    }
    fn poll(slots: u16, minimum: u64, fairness: bool, people: &[&str]) -> (Option<OptionId>, Why) {
        let ballots = Ballots::of(slots, people.iter().map(|text| answers(text))).unwrap();
        let outcome = count(&ballots, Rule { minimum, fairness });
        (outcome.chosen, outcome.because)
    }

    #[test]
    fn most_who_can_come_then_most_yes() {
        assert_eq!(poll(2, 1, false, &["yn", "ny", "ny"]), (Some(id(1)), Why::MostCanCome));
        assert_eq!(poll(2, 1, false, &["my", "yy", "my"]), (Some(id(1)), Why::MostSayYes));
        assert_eq!(poll(2, 1, false, &["ym", "yn", "mm", "nm"]), (Some(id(0)), Why::MostSayYes));
    }

    #[test]
    fn more_who_can_come_if_need_be_count_before_more_yes() {
        assert_eq!(poll(2, 1, false, &["ym", "ym", "nm"]), (Some(id(1)), Why::MostCanCome));
    }

    #[test]
    fn no_slot_to_which_somebody_says_no_who_must_be_there() {
        assert_eq!(poll(2, 1, false, &["!ny", "yn", "yn", "yn"]), (Some(id(1)), Why::MostCanCome));
        assert_eq!(poll(1, 1, false, &["!n", "y", "y"]), (None, Why::NoneFeasible));
    }

    #[test]
    fn no_slot_to_which_too_few_can_come() {
        assert_eq!(poll(2, 3, false, &["ym", "yn", "nn"]), (None, Why::NoneFeasible));
        assert_eq!(poll(2, 3, false, &["ym", "yn", "mn"]), (Some(id(0)), Why::MostCanCome));
    }

    #[test]
    fn whoever_lost_last_time_is_listened_to_between_equals() {
        let people = ["~ny", "yn"];
        assert_eq!(poll(2, 1, true, &people), (Some(id(1)), Why::FewestLostTwice));
        assert_eq!(poll(2, 1, false, &people), (Some(id(0)), Why::Earliest));
    }

    #[test]
    fn between_equals_the_earliest() {
        assert_eq!(poll(3, 1, true, &["nyy", "nyy"]), (Some(id(1)), Why::Earliest));
    }

    #[test]
    fn no_answer_is_a_no() {
        assert_eq!(poll(2, 1, false, &["y", "y", "ny"]), (Some(id(0)), Why::MostCanCome));
        assert_eq!(poll(2, 0, false, &[]), (None, Why::NoneFeasible));
    }

    fn any_answers() -> impl Strategy<Value = Answers> {
        let answer = prop_oneof![Just(Answer::Yes), Just(Answer::IfNeedBe), Just(Answer::No)];
        (any::<bool>(), any::<bool>(), proptest::collection::vec(answer, 0..=4))
            .prop_map(|(compulsory, lost_last_time, answers)| Answers { compulsory, lost_last_time, answers })
    }

    proptest! {
        #[test]
        fn the_order_of_people_changes_nothing(people in proptest::collection::vec(any_answers(), 0..12), minimum in 0u64..6, fairness: bool) {
            let rule = Rule { minimum, fairness };
            let one = count(&Ballots::of(4, people.clone()).unwrap(), rule);
            let other = count(&Ballots::of(4, people.into_iter().rev()).unwrap(), rule);
            prop_assert_eq!(one, other);
        }

        #[test]
        fn the_chosen_slot_is_feasible_and_none_is_better(people in proptest::collection::vec(any_answers(), 0..12), minimum in 0u64..6) {
            let outcome = count(&Ballots::of(4, people.clone()).unwrap(), Rule { minimum, fairness: false });
            let can_come = |slot: usize| people.iter().filter(|p| p.answers.get(slot).is_some_and(|a| *a != Answer::No)).count() as u64;
            let fits = |slot: usize| can_come(slot) > 0 && can_come(slot) >= minimum
                && people.iter().all(|p| !p.compulsory || p.answers.get(slot).is_some_and(|a| *a != Answer::No));
            match outcome.chosen {
                Some(slot) => {
                    prop_assert!(fits(slot.place()));
                    prop_assert!((0..4).filter(|other| fits(*other)).all(|other| can_come(other) <= can_come(slot.place())));
                }
                None => prop_assert!(!(0..4).any(fits)),
            }
        }
    }
}
