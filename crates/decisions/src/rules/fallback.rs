//! What follows when the rounds of consent or of consensus are over and something is still in the way (`decisions` 6.5,
//! 6.7). The charter says it, for every proposal alike: no author chooses it, and it is copied when the vote opens.

use crate::rules::question::{Method, Question};
use crate::rules::schedule::closes_at;
use crate::rules::verdict::is_larger;
use commons::clock::{Time, Tz};
use membership::rules::charter::Charter;
use serde::{Deserialize, Serialize};
use tally::Threshold;

/// Days that a proposal waits before its very last round.
pub const DEFER_DAYS: u32 = 30;
/// Most days of a trial, the question whether to keep it included.
pub const TRIAL_DAYS: u32 = 90;
/// For so many months a trial is kept when the group keeps it; then it is asked again.
pub const KEPT_MONTHS: u32 = 3;

/// What follows the last round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fallback {
    /// Nothing: it is not adopted.
    #[default]
    None,
    /// It rests for [`DEFER_DAYS`], is talked about meanwhile, and has one more round.
    Defer,
    /// A vote of yes or no, with what is in the way beside it; at least two thirds of those who choose say yes.
    TwoThirds,
    /// The same, with at least three quarters.
    ThreeQuarters,
    /// The same, with at least four fifths.
    FourFifths,
    /// A vote of yes or no, by the charter's majority, on trying it for [`TRIAL_DAYS`] at most.
    Trial,
}

impl Fallback {
    /// What the charter says for votes by this method.
    pub fn of(charter: &Charter, method: Method) -> Self {
        match (method, charter.consent_fallback(), charter.consensus_fallback()) {
            (Method::Consent, "defer", _) => Self::Defer,
            (Method::Consent, "two_thirds", _) => Self::TwoThirds,
            (Method::Consent, "trial", _) => Self::Trial,
            (Method::Consensus, _, "three_quarters") => Self::ThreeQuarters,
            (Method::Consensus, _, "four_fifths") => Self::FourFifths,
            _ => Self::None,
        }
    }

    /// Whether there is none.
    pub fn is_none(&self) -> bool {
        *self == Self::None
    }

    /// The part of the votes that it asks for, when it is a vote that asks for one.
    pub const fn part(self) -> Option<Threshold> {
        match self {
            Self::TwoThirds => Some(Threshold { p: 2, q: 3 }),
            Self::ThreeQuarters => Some(Threshold { p: 3, q: 4 }),
            Self::FourFifths => Some(Threshold { p: 4, q: 5 }),
            Self::None | Self::Defer | Self::Trial => None,
        }
    }

    /// The question that it puts, in the place of one whose rounds are over; none when it puts none.
    ///
    /// A trial is for what does nothing by itself (`does_nothing`): a mandate or a rule of the charter cannot be undone by
    /// the calendar.
    pub fn question(self, asked: &Question, does_nothing: bool) -> Option<Question> {
        let vote = Question { method: Method::Majority, quorum: asked.quorum, ..Question::default() };
        match self {
            Self::None => None,
            Self::Defer => Some(asked.clone()),
            Self::TwoThirds | Self::ThreeQuarters | Self::FourFifths => {
                // A larger part that the author asked for stays (`decisions A8`).
                let part = match (self.part(), asked.part) {
                    (Some(own), Some(more)) if is_larger(more, own) => Some(more),
                    (own, _) => own,
                };
                Some(Question { part, ..vote })
            }
            Self::Trial => does_nothing.then_some(Question { trial: true, part: asked.part, ..vote }),
        }
    }
}

/// When the group is asked whether to keep what it tries from `from` on: so early that the talk and the vote about it, which
/// take so many days, are over when the trial is.
pub fn trial_asked_at(zone: Tz, from: Time, talk_and_vote: u32) -> Time {
    // Three days more: each of the three ends in the evening after its days.
    closes_at(zone, from, TRIAL_DAYS.saturating_sub(talk_and_vote.saturating_add(3)).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Duration;
    use membership::rules::charter::{Kind, rule_named};
    use proptest::prelude::*;

    fn saying(rule: &str, value: &str) -> Charter {
        Charter::of([(rule.to_owned(), value.to_owned())])
    }

    #[test]
    fn the_charter_says_it_for_each_of_the_two_ways_and_for_no_other() {
        for (rule, method) in [("consent_fallback", Method::Consent), ("consensus_fallback", Method::Consensus)] {
            let Some(Kind::OneOf(values)) = rule_named(rule).map(|rule| rule.kind) else { panic!("a choice") };
            for value in values {
                let charter = saying(rule, value);
                assert_eq!(Fallback::of(&charter, method).is_none(), *value == "none", "{value}");
                for other in Method::ALL.into_iter().filter(|other| *other != method) {
                    assert!(Fallback::of(&charter, other).is_none(), "{value}, {other:?}");
                }
            }
            assert!(Fallback::of(&Charter::default(), method).is_none(), "not adopted, until the group says otherwise");
        }
    }

    #[test]
    fn a_vote_asks_for_its_part_and_a_trial_is_for_what_does_nothing() {
        let asked = Question { method: Method::Consent, ..Question::default() };
        let part = |fallback: Fallback| fallback.question(&asked, false).and_then(|question| question.part);
        assert_eq!(part(Fallback::TwoThirds), Threshold::new(2, 3));
        assert_eq!(part(Fallback::ThreeQuarters), Threshold::new(3, 4));
        assert_eq!(part(Fallback::FourFifths), Threshold::new(4, 5));
        assert_eq!(Fallback::None.question(&asked, true), None);
        assert_eq!(Fallback::Defer.question(&asked, false), Some(asked.clone()));
        assert_eq!(Fallback::Trial.question(&asked, false), None);
        let trial = Fallback::Trial.question(&asked, true).unwrap();
        assert_eq!((trial.method, trial.trial), (Method::Majority, true));
    }

    /// `decisions A8`: what an author asked for beyond the charter is not lost with the rounds.
    #[test]
    fn a_vote_after_the_rounds_asks_for_the_larger_of_both_parts() {
        let quorum = Some(tally::Quorum::Members(9));
        let put = |fallback: Fallback, part: Option<Threshold>| {
            let asked = Question { method: Method::Consent, part, quorum, ..Question::default() };
            fallback.question(&asked, true).unwrap()
        };
        let larger = Threshold::new(5, 6);
        for fallback in [Fallback::TwoThirds, Fallback::ThreeQuarters, Fallback::FourFifths] {
            let own = fallback.part();
            for (asked, holds) in [(None, own), (Some(Threshold::HALF), own), (own, own), (larger, larger)] {
                let question = put(fallback, asked);
                assert_eq!((question.part, question.quorum), (holds, quorum), "{fallback:?}, {asked:?}");
            }
        }
        let trial = put(Fallback::Trial, larger);
        assert_eq!((trial.part, trial.quorum), (larger, quorum));
    }

    proptest! {
        /// Whatever the charter says of talking and voting: the trial is over after ninety days, unless these alone take
        /// longer.
        #[test]
        fn a_trial_is_over_in_time(talk in 0u32..40, vote in 1u32..40, hour in 0i64..24_000) {
            let from = Time::from_timestamp(1_800_000_000, 0).unwrap() + Duration::hours(hour);
            let zone = Tz::America__Toronto;
            let asked = trial_asked_at(zone, from, talk + vote);
            let over = closes_at(zone, closes_at(zone, asked, talk), vote);
            prop_assert!(over - from <= Duration::days(TRIAL_DAYS.into()), "{} days", (over - from).num_days());
            prop_assert!(asked > from);
        }
    }
}
