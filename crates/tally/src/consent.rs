//! Consent with objections as objects, and tacit consent (`decisions` 5.2, 6.5, 6.6, `decisions B3`, `decisions B5`).
//!
//! An objection is not a no: it says what harm it sees and what would help, and it lives until it is integrated into a
//! new version or taken back by whoever raised it. Silence is not consent, except in tacit consent, which asks for a
//! number of people who say that they have seen it.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Fewest characters of an objection: what harm, what would help (`decisions` 6.5).
pub const SHORTEST_OBJECTION: usize = 20;
/// Most rounds of consent before the group's charter says what comes next (`decisions` 6.5).
pub const MOST_ROUNDS: u8 = 3;
/// Fewest acknowledgements of a tacit consent, however small the group (`decisions` 6.6).
pub const FEWEST_ACKNOWLEDGEMENTS: u64 = 3;
/// Shortest tacit consent, in minutes: 72 hours (`decisions` 6.6).
pub const SHORTEST_TACIT_MINUTES: u64 = 72 * 60;

/// What one member answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Consents.
    Consent,
    /// Consents, and leaves a concern in words.
    Concern,
    /// Raises an objection, kept as an [`Objection`].
    Objection,
    /// Stands aside: does not carry it, and does not hold it up.
    StandAside,
    /// "Pas encore prête": asks for time.
    NotReady,
}

/// Which objection: its number within the proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ObjectionId(pub u32);

/// Which version of the text, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Version(pub u32);

/// Where an objection stands (`decisions` 5.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObjectionState {
    /// Said.
    Raised,
    /// Asked about, and understood.
    Clarified,
    /// A new version of the text takes it up.
    Integrated(Version),
    /// Taken back by whoever raised it; nobody else can.
    Withdrawn,
    /// Kept, after it was talked about.
    Maintained,
}

/// An objection to a version of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// Which one.
    pub id: ObjectionId,
    /// The version it was raised against.
    pub against: Version,
    /// Where it stands.
    pub state: ObjectionState,
    /// Whether the group has asked itself if it shows harm to its aim; that is asked once at most.
    pub checked: bool,
}

/// What can happen to an objection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Questions were asked and answered.
    Clarify,
    /// This later version takes it up.
    Integrate(Version),
    /// Whoever raised it takes it back.
    Withdraw,
    /// Whoever raised it keeps it.
    Maintain,
    /// The group asks itself whether it shows harm to its aim.
    Check,
}

/// A step that an objection cannot take where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotFromHere {
    /// Where it stands.
    pub state: ObjectionState,
    /// What was tried.
    pub step: Step,
}

impl fmt::Display for NotFromHere {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not possible for an objection that is {:?}", self.step, self.state)
    }
}

impl std::error::Error for NotFromHere {}

impl Objection {
    /// A new objection against a version.
    pub const fn raise(id: ObjectionId, against: Version) -> Self {
        Self { id, against, state: ObjectionState::Raised, checked: false }
    }

    /// Whether it still stands in the way.
    pub const fn is_open(&self) -> bool {
        match self.state {
            ObjectionState::Raised | ObjectionState::Clarified | ObjectionState::Maintained => true,
            ObjectionState::Integrated(_) | ObjectionState::Withdrawn => false,
        }
    }

    /// Takes a step.
    ///
    /// # Errors
    /// [`NotFromHere`]: what is integrated or withdrawn stays so, a version integrates only what was raised against an
    /// earlier one, only what was clarified can be maintained, and it is checked once.
    pub fn take(self, step: Step) -> Result<Self, NotFromHere> {
        use ObjectionState::{Clarified, Integrated, Maintained, Raised, Withdrawn};
        let state = match (self.state, step) {
            (Raised, Step::Clarify) => Clarified,
            (Clarified, Step::Maintain) => Maintained,
            (Raised | Clarified | Maintained, Step::Withdraw) => Withdrawn,
            (Raised | Clarified | Maintained, Step::Integrate(version)) if version > self.against => {
                Integrated(version)
            }
            (Clarified | Maintained, Step::Check) if !self.checked => return Ok(Self { checked: true, ..self }),
            (Raised | Clarified | Maintained | Integrated(_) | Withdrawn, _) => {
                return Err(NotFromHere { state: self.state, step });
            }
        };
        Ok(Self { state, ..self })
    }
}

/// How many answer what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// Consents.
    pub consent: u64,
    /// Consents with a concern.
    pub concern: u64,
    /// Objections, open or not.
    pub objection: u64,
    /// Stands aside.
    pub stand_aside: u64,
    /// Not ready yet.
    pub not_ready: u64,
}

impl FromIterator<Answer> for Answers {
    fn from_iter<I: IntoIterator<Item = Answer>>(answers: I) -> Self {
        let mut counts = Self::default();
        for answer in answers {
            let one = match answer {
                Answer::Consent => &mut counts.consent,
                Answer::Concern => &mut counts.concern,
                Answer::Objection => &mut counts.objection,
                Answer::StandAside => &mut counts.stand_aside,
                Answer::NotReady => &mut counts.not_ready,
            };
            *one = one.saturating_add(1);
        }
        counts
    }
}

impl Answers {
    /// Everybody who answered.
    pub fn respondents(&self) -> u64 {
        let all = [self.consent, self.concern, self.objection, self.stand_aside, self.not_ready];
        all.into_iter().fold(0, u64::saturating_add)
    }

    /// Those who let it pass: consent, with a concern or not, and standing aside.
    fn let_pass(&self) -> u64 {
        self.consent.saturating_add(self.concern).saturating_add(self.stand_aside)
    }
}

/// A round of consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Which round, from 1.
    pub number: u8,
    /// Most rounds, [`MOST_ROUNDS`] by default.
    pub most: u8,
    /// How many must let it pass; see [`default_quorum`].
    pub quorum: u64,
    /// Whether the time for "not ready yet" is over.
    pub time_is_up: bool,
}

/// ⌈roll ÷ 2⌉: how many must let a proposal pass, unless the charter says otherwise (`decisions` 6.5).
pub const fn default_quorum(roll: u64) -> u64 {
    roll.div_ceil(2)
}

/// What a round says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Nothing stands in the way.
    Adopted,
    /// Not adopted, for this first reason.
    NotYet(Missing),
}

/// What stands in the way of a proposal: the first that does, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// So many objections are open.
    OpenObjections(u64),
    /// So many are not ready yet.
    NotReady(u64),
    /// Too few let it pass: there are `have`, there should be `need`.
    Quorum {
        /// How many let it pass.
        have: u64,
        /// How many should.
        need: u64,
    },
    /// More than half of those who answered stand aside.
    TooManyStandAside {
        /// How many stand aside.
        aside: u64,
        /// Of so many who answered.
        respondents: u64,
    },
}

/// What comes after a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Then {
    /// It is adopted.
    Done,
    /// Another round, on this version or a new one.
    AnotherRound,
    /// The rounds are used up: what the charter says then (wait, a sub-group, two thirds, a trial).
    Fallback,
}

/// How a round ends, with its arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// What it says.
    pub verdict: Verdict,
    /// What comes next.
    pub then: Then,
    /// The answers.
    pub answers: Answers,
    /// Objections that stand in the way.
    pub open_objections: u64,
    /// The round.
    pub round: Round,
}

/// Counts a round. Objections are those of the whole proposal, whatever version they were raised against.
pub fn count(answers: Answers, objections: &[Objection], round: Round) -> Outcome {
    let open_objections = objections.iter().filter(|objection| objection.is_open()).count() as u64;
    let (have, respondents) = (answers.let_pass(), answers.respondents());
    let missing = if open_objections > 0 {
        Some(Missing::OpenObjections(open_objections))
    } else if answers.not_ready > 0 && !round.time_is_up {
        Some(Missing::NotReady(answers.not_ready))
    } else if have == 0 || have < round.quorum {
        Some(Missing::Quorum { have, need: round.quorum.max(1) })
    } else if u128::from(answers.stand_aside) * 2 > u128::from(respondents) {
        Some(Missing::TooManyStandAside { aside: answers.stand_aside, respondents })
    } else {
        None
    };
    let verdict = missing.map_or(Verdict::Adopted, Verdict::NotYet);
    let then = match verdict {
        Verdict::Adopted => Then::Done,
        Verdict::NotYet(_) if round.number < round.most => Then::AnotherRound,
        Verdict::NotYet(_) => Then::Fallback,
    };
    Outcome { verdict, then, answers, open_objections, round }
}

/// What became of a member's consent when the text got a new version (`decisions` 5.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Carried {
    /// It stands: she trusts minor adjustments, or did not consent.
    Stands(Answer),
    /// She is asked again.
    ToReconfirm,
}

/// Carries an answer over to a new version. Objections stay.
pub const fn carry_over(answer: Answer, trusts_minor_adjustments: bool) -> Carried {
    match answer {
        Answer::Consent | Answer::Concern if !trusts_minor_adjustments => Carried::ToReconfirm,
        Answer::Consent | Answer::Concern | Answer::Objection | Answer::StandAside | Answer::NotReady => {
            Carried::Stands(answer)
        }
    }
}

/// A tacit consent ("sans objection d'ici vendredi") when its time is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tacit {
    /// Members on the roll.
    pub roll: u64,
    /// How many said that they have seen it.
    pub acknowledged: u64,
    /// How many objections were raised.
    pub objections: u64,
    /// How long it was open, in minutes.
    pub open_minutes: u64,
}

/// What a tacit consent says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TacitVerdict {
    /// Nobody objected, and enough have seen it.
    Adopted,
    /// One objection is enough: it goes on as a round of consent.
    BecomesConsent,
    /// It was not open for 72 hours.
    TooShort,
    /// Too few have seen it: there are `have`, there should be `need`.
    TooFewAcknowledged {
        /// How many.
        have: u64,
        /// How many should.
        need: u64,
    },
}

/// max(3, ⌈roll ÷ 4⌉): how many must say that they have seen it (`decisions` 6.6).
pub fn acknowledgements_needed(roll: u64) -> u64 {
    roll.div_ceil(4).max(FEWEST_ACKNOWLEDGEMENTS)
}

impl Tacit {
    /// Counts.
    pub fn count(&self) -> TacitVerdict {
        let need = acknowledgements_needed(self.roll);
        if self.objections > 0 {
            TacitVerdict::BecomesConsent
        } else if self.open_minutes < SHORTEST_TACIT_MINUTES {
            TacitVerdict::TooShort
        } else if self.acknowledged < need {
            TacitVerdict::TooFewAcknowledged { have: self.acknowledged, need }
        } else {
            TacitVerdict::Adopted
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn round(number: u8, quorum: u64) -> Round {
        Round { number, most: MOST_ROUNDS, quorum, time_is_up: false }
    }
    fn answers(consent: u64, concern: u64, stand_aside: u64) -> Answers {
        Answers { consent, concern, stand_aside, ..Answers::default() }
    }
    fn raised(number: u32) -> Objection {
        Objection::raise(ObjectionId(number), Version(1))
    }

    #[test]
    fn consent_concerns_and_standing_aside_let_a_proposal_pass() {
        let outcome = count(answers(3, 1, 2), &[], round(1, 6));
        assert_eq!((outcome.verdict, outcome.then), (Verdict::Adopted, Then::Done));
    }

    #[test]
    fn one_open_objection_is_enough() {
        let outcome = count(answers(30, 0, 0), &[raised(1)], round(1, 5));
        assert_eq!(outcome.verdict, Verdict::NotYet(Missing::OpenObjections(1)));
        assert_eq!(outcome.then, Then::AnotherRound);
    }

    #[test]
    fn an_objection_taken_up_by_a_new_version_stands_no_more_in_the_way() {
        let integrated = raised(1).take(Step::Integrate(Version(2))).unwrap();
        assert_eq!(count(answers(5, 0, 0), &[integrated], round(2, 5)).verdict, Verdict::Adopted);
    }

    #[test]
    fn an_objection_taken_back_stands_no_more_in_the_way() {
        let withdrawn = raised(1).take(Step::Withdraw).unwrap();
        assert_eq!(count(answers(5, 0, 0), &[withdrawn], round(1, 5)).verdict, Verdict::Adopted);
    }

    #[test]
    fn a_maintained_objection_stands_in_the_way() {
        let kept = raised(1).take(Step::Clarify).and_then(|kept| kept.take(Step::Maintain)).unwrap();
        assert_eq!(count(answers(5, 0, 0), &[kept], round(1, 5)).open_objections, 1);
    }

    #[test]
    fn a_version_cannot_integrate_an_objection_raised_against_itself() {
        let refused = raised(1).take(Step::Integrate(Version(1)));
        assert_eq!(refused, Err(NotFromHere { state: ObjectionState::Raised, step: Step::Integrate(Version(1)) }));
    }

    #[test]
    fn what_is_over_stays_over() {
        let steps = [Step::Clarify, Step::Integrate(Version(9)), Step::Withdraw, Step::Maintain, Step::Check];
        for over in [ObjectionState::Withdrawn, ObjectionState::Integrated(Version(2))] {
            for step in steps {
                assert!(Objection { state: over, ..raised(1) }.take(step).is_err(), "{over:?} {step:?}");
            }
        }
    }

    #[test]
    fn whether_an_objection_shows_harm_is_asked_once() {
        let clarified = raised(1).take(Step::Clarify).unwrap();
        let checked = clarified.take(Step::Check).unwrap();
        assert!(checked.checked && checked.is_open());
        assert!(checked.take(Step::Check).is_err());
        assert!(raised(1).take(Step::Check).is_err(), "it is understood first");
    }

    #[test]
    fn silence_is_not_consent() {
        assert_eq!(default_quorum(9), 5);
        let outcome = count(answers(4, 0, 0), &[], round(1, default_quorum(9)));
        assert_eq!(outcome.verdict, Verdict::NotYet(Missing::Quorum { have: 4, need: 5 }));
    }

    #[test]
    fn nobody_at_all_adopts_nothing_even_without_a_quorum() {
        let outcome = count(Answers::default(), &[], round(1, 0));
        assert_eq!(outcome.verdict, Verdict::NotYet(Missing::Quorum { have: 0, need: 1 }));
    }

    #[test]
    fn who_is_not_ready_is_waited_for_until_the_time_is_up() {
        let some = Answers { consent: 6, not_ready: 1, ..Answers::default() };
        assert_eq!(count(some, &[], round(1, 5)).verdict, Verdict::NotYet(Missing::NotReady(1)));
        let up = Round { time_is_up: true, ..round(1, 5) };
        assert_eq!(count(some, &[], up).verdict, Verdict::Adopted);
    }

    #[test]
    fn half_may_stand_aside_and_not_one_more() {
        assert_eq!(count(answers(3, 0, 3), &[], round(1, 5)).verdict, Verdict::Adopted);
        let missing = Missing::TooManyStandAside { aside: 4, respondents: 7 };
        assert_eq!(count(answers(3, 0, 4), &[], round(1, 5)).verdict, Verdict::NotYet(missing));
    }

    #[test]
    fn after_three_rounds_the_charter_says_what_comes() {
        let third = count(answers(9, 0, 0), &[raised(1)], round(3, 5));
        assert_eq!(third.then, Then::Fallback);
    }

    #[test]
    fn a_new_version_asks_again_whoever_consented() {
        assert_eq!(carry_over(Answer::Consent, false), Carried::ToReconfirm);
        assert_eq!(carry_over(Answer::Concern, false), Carried::ToReconfirm);
        assert_eq!(carry_over(Answer::Consent, true), Carried::Stands(Answer::Consent));
        assert_eq!(carry_over(Answer::Objection, false), Carried::Stands(Answer::Objection));
        assert_eq!(carry_over(Answer::StandAside, false), Carried::Stands(Answer::StandAside));
    }

    fn tacit(roll: u64, acknowledged: u64) -> Tacit {
        Tacit { roll, acknowledged, objections: 0, open_minutes: SHORTEST_TACIT_MINUTES }
    }

    #[test]
    fn tacit_consent_asks_for_three_or_a_quarter_to_have_seen_it() {
        for (roll, needed) in [(0, 3), (4, 3), (12, 3), (13, 4), (16, 4), (17, 5), (500, 125)] {
            assert_eq!(acknowledgements_needed(roll), needed, "{roll}");
            assert_eq!(tacit(roll, needed).count(), TacitVerdict::Adopted);
            let short = TacitVerdict::TooFewAcknowledged { have: needed - 1, need: needed };
            assert_eq!(tacit(roll, needed - 1).count(), short);
        }
    }

    #[test]
    fn one_objection_turns_tacit_consent_into_consent() {
        assert_eq!(Tacit { objections: 1, ..tacit(20, 20) }.count(), TacitVerdict::BecomesConsent);
        assert_eq!(Tacit { objections: 1, open_minutes: 0, ..tacit(20, 0) }.count(), TacitVerdict::BecomesConsent);
    }

    #[test]
    fn tacit_consent_is_open_for_seventy_two_hours() {
        assert_eq!(Tacit { open_minutes: SHORTEST_TACIT_MINUTES - 1, ..tacit(20, 20) }.count(), TacitVerdict::TooShort);
    }

    fn any_answer() -> impl Strategy<Value = Answer> {
        use Answer::{Concern, Consent, NotReady, Objection, StandAside};
        prop_oneof![Just(Consent), Just(Concern), Just(Objection), Just(StandAside), Just(NotReady)]
    }

    proptest! {
        #[test]
        fn the_order_of_answers_changes_nothing(mut given in proptest::collection::vec(any_answer(), 0..40), quorum in 0u64..20) {
            let one = count(given.iter().copied().collect(), &[], round(1, quorum));
            given.reverse();
            prop_assert_eq!(one, count(given.into_iter().collect(), &[], round(1, quorum)));
        }

        #[test]
        fn one_more_consent_never_undoes_an_adoption(consent in 0u64..30, concern in 0u64..30, aside in 0u64..30, quorum in 0u64..60) {
            if count(answers(consent, concern, aside), &[], round(1, quorum)).verdict == Verdict::Adopted {
                prop_assert_eq!(count(answers(consent + 1, concern, aside), &[], round(1, quorum)).verdict, Verdict::Adopted);
            }
        }

        #[test]
        fn any_numbers_are_counted(all in any::<[u64; 5]>(), roll in any::<u64>(), quorum in any::<u64>()) {
            let [consent, concern, objection, stand_aside, not_ready] = all;
            let answers = Answers { consent, concern, objection, stand_aside, not_ready };
            count(answers, &[], round(1, quorum));
            Tacit { roll, acknowledged: consent, objections: concern, open_minutes: quorum }.count();
            prop_assert!(default_quorum(roll) <= roll);
        }
    }
}
