//! The life of a proposal as a state machine (`decisions` 5.1, as far as this version goes).

use serde::{Deserialize, Serialize};
use tally::Verdict;

/// Where a proposal is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Seen by its authors alone.
    Draft,
    /// Sent; waits for somebody to second it.
    Waiting,
    /// Discussed; its authors may still change the text.
    Discussing,
    /// The text no longer changes; the vote is about to open.
    Frozen,
    /// Voted on.
    Voting,
    /// Adopted; its effect waits for the challenge window to end.
    Adopted,
    /// Adopted, and its effect carried out.
    InForce,
    /// Adopted, but its effect could not be carried out: the group has to look at it.
    EffectFailed,
    /// The vote ended without a yes.
    NotAdopted,
    /// The vote ended, and it was a question for which nothing is adopted (`decisions B6`).
    Consulted,
    /// Taken back by its authors before the vote.
    Withdrawn,
    /// Nobody seconded it in time; an amendment also when the text it would change is over.
    Lapsed,
    /// Its open vote was stopped by several members together: they found a fault, and said which.
    Cancelled,
}

/// What happens to a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// An author sends it to the group.
    Submitted,
    /// Enough members seconded it.
    Seconded,
    /// The time to be seconded is over.
    Lapsed,
    /// The text that it would change is over before its own vote (`decisions A5`).
    LeftAlone,
    /// An author changes the text.
    Revised,
    /// An author takes it back.
    Withdrawn,
    /// The discussion is over.
    Frozen,
    /// The roll is drawn up and the vote opens.
    Opened,
    /// Its vote begins anew: secret from now on, or with another key.
    BegunAnew,
    /// Its vote lasts longer: the quorum was missed, or enough members asked.
    Extended,
    /// Several members stopped its open vote.
    Cancelled,
    /// What was said against it is answered first: it is talked about and voted on once more (`decisions B3`).
    TalkedAgain,
    /// Several members contest it before it acts: it is voted on once more.
    Contested,
    /// The deadline has passed and the ballots are counted.
    Closed(Verdict),
    /// The deadline has passed, the ballots are counted, and nothing follows: it was a question.
    Consulted,
    /// Its effect was carried out, or there was none.
    Acted,
    /// Its effect could not be carried out.
    CouldNotAct,
}

/// This cannot happen to a proposal in that state; nothing is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Illegal;

/// Where an event leads.
///
/// # Errors
/// When it cannot happen there.
pub fn next(state: State, event: Event) -> Result<State, Illegal> {
    use State as S;
    match (state, event) {
        (S::Draft | S::Waiting | S::Discussing, Event::Revised) => Ok(state),
        (S::Draft, Event::Submitted) => Ok(S::Waiting),
        (S::Waiting, Event::Seconded) => Ok(S::Discussing),
        (S::Waiting, Event::Lapsed) => Ok(S::Lapsed),
        (S::Waiting | S::Discussing, Event::LeftAlone) => Ok(S::Lapsed),
        (S::Draft | S::Waiting | S::Discussing, Event::Withdrawn) => Ok(S::Withdrawn),
        (S::Discussing, Event::Frozen) => Ok(S::Frozen),
        (S::Frozen, Event::Opened) => Ok(S::Voting),
        (S::Voting, Event::BegunAnew | Event::Extended) => Ok(S::Voting),
        (S::Voting, Event::Cancelled) => Ok(S::Cancelled),
        (S::Voting, Event::TalkedAgain) => Ok(S::Discussing),
        (S::Voting, Event::Closed(Verdict::Adopted)) => Ok(S::Adopted),
        (S::Voting, Event::Closed(_)) => Ok(S::NotAdopted),
        (S::Voting, Event::Consulted) => Ok(S::Consulted),
        (S::Adopted, Event::Contested) => Ok(S::Voting),
        (S::Adopted, Event::Acted) => Ok(S::InForce),
        (S::Adopted, Event::CouldNotAct) => Ok(S::EffectFailed),
        _ => Err(Illegal),
    }
}

impl State {
    /// Every state.
    pub const ALL: [Self; 13] = [
        Self::Draft,
        Self::Waiting,
        Self::Discussing,
        Self::Frozen,
        Self::Voting,
        Self::Adopted,
        Self::InForce,
        Self::EffectFailed,
        Self::NotAdopted,
        Self::Consulted,
        Self::Withdrawn,
        Self::Lapsed,
        Self::Cancelled,
    ];

    /// Its name in translations (`state-<name>`).
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Waiting => "waiting",
            Self::Discussing => "discussing",
            Self::Frozen => "frozen",
            Self::Voting => "voting",
            Self::Adopted => "adopted",
            Self::InForce => "in-force",
            Self::EffectFailed => "effect-failed",
            Self::NotAdopted => "not-adopted",
            Self::Consulted => "consulted",
            Self::Withdrawn => "withdrawn",
            Self::Lapsed => "lapsed",
            Self::Cancelled => "cancelled",
        }
    }

    /// Whether nothing more happens to it.
    pub fn is_over(self) -> bool {
        matches!(
            self,
            Self::InForce
                | Self::EffectFailed
                | Self::NotAdopted
                | Self::Consulted
                | Self::Withdrawn
                | Self::Lapsed
                | Self::Cancelled
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const EVENTS: [Event; 21] = [
        Event::Consulted,
        Event::TalkedAgain,
        Event::LeftAlone,
        Event::BegunAnew,
        Event::Extended,
        Event::Cancelled,
        Event::Contested,
        Event::Submitted,
        Event::Seconded,
        Event::Lapsed,
        Event::Revised,
        Event::Withdrawn,
        Event::Frozen,
        Event::Opened,
        Event::Closed(Verdict::Adopted),
        Event::Closed(Verdict::Rejected),
        Event::Closed(Verdict::Tied),
        Event::Closed(Verdict::NoQuorum),
        Event::Closed(Verdict::NoResult),
        Event::Acted,
        Event::CouldNotAct,
    ];

    #[test]
    fn every_state_is_reached_and_every_living_state_has_a_way_on() {
        let mut reached = vec![State::Draft];
        let mut place = 0;
        while let Some(state) = reached.get(place).copied() {
            for event in EVENTS {
                if let Ok(next) = next(state, event)
                    && !reached.contains(&next)
                {
                    reached.push(next);
                }
            }
            place += 1;
        }
        assert_eq!(reached.len(), State::ALL.len());
        for state in State::ALL {
            assert_eq!(state.is_over(), EVENTS.iter().all(|event| next(state, *event).is_err()), "{state:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(100_000))]

        /// Each vote has one result, and only a contest holds it once more; the effect runs once at most, and nothing
        /// comes after the end.
        #[test]
        fn one_result_and_one_effect(walk in proptest::collection::vec(any::<proptest::sample::Index>(), 0..60)) {
            let (mut state, mut results, mut contests, mut effects) = (State::Draft, 0, 0, 0);
            for step in walk {
                // Only what may happen does, so that walks go far.
                let possible: Vec<_> =
                    EVENTS.into_iter().filter_map(|event| Some((event, next(state, event).ok()?))).collect();
                prop_assert_eq!(possible.is_empty(), state.is_over());
                if possible.is_empty() {
                    break;
                }
                let (event, then) = *step.get(&possible);
                match event {
                    Event::Closed(_) | Event::Consulted => results += 1,
                    Event::Contested => contests += 1,
                    Event::Acted | Event::CouldNotAct => effects += 1,
                    _ => {}
                }
                state = then;
                let counted = matches!(
                    state,
                    State::Adopted | State::NotAdopted | State::Consulted | State::InForce | State::EffectFailed
                );
                prop_assert_eq!(results, contests + usize::from(counted));
                prop_assert!(effects <= 1 && (effects == 1) == matches!(state, State::InForce | State::EffectFailed));
            }
        }
    }

    proptest! {
        #[test]
        fn nothing_acts_that_was_not_adopted(walk in proptest::collection::vec(0usize..EVENTS.len(), 0..40)) {
            let mut state = State::Draft;
            let mut past = vec![state];
            for step in walk {
                let before = state;
                match next(state, EVENTS[step]) {
                    Ok(next) => { state = next; past.push(state); }
                    Err(Illegal) => prop_assert_eq!(state, before),
                }
                if matches!(state, State::InForce | State::EffectFailed) {
                    prop_assert!(past.contains(&State::Adopted) && past.contains(&State::Voting) && past.contains(&State::Frozen));
                }
                if state == State::Voting {
                    prop_assert!(past.contains(&State::Waiting) && past.contains(&State::Discussing));
                }
            }
        }
    }
}
