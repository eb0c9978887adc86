//! In which order amendments are voted on (`decisions A5`, the order of the Code Morin): what changes an amendment
//! first, then the amendments in the order in which they were sent, then the text as it stands by then.
//!
//! Amendments of one level may be voted on at the same time when they are about different paragraphs. On the same
//! paragraph they have their turn one after the other.

use crate::rules::paragraphs::Place;
use crate::rules::state::State;

/// How far an amendment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nobody seconded it yet.
    Waiting,
    /// It was talked about, and waits for its turn.
    Talked,
    /// It is voted on, or its decision is about to act.
    Voted,
    /// Nothing more happens to it.
    Over,
}

impl From<State> for Stage {
    fn from(state: State) -> Self {
        match state {
            State::Draft | State::Waiting => Self::Waiting,
            State::Discussing => Self::Talked,
            State::Frozen | State::Voting | State::Adopted => Self::Voted,
            State::InForce
            | State::EffectFailed
            | State::NotAdopted
            | State::Consulted
            | State::Cancelled
            | State::Withdrawn
            | State::Lapsed => Self::Over,
        }
    }
}

/// An amendment among those of one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amendment {
    /// Its number: whoever was sent first has the smaller one.
    pub number: i32,
    /// The number of what it changes: the text, or another amendment.
    pub of: i32,
    /// Which paragraph of it.
    pub place: Place,
    /// How far it is.
    pub stage: Stage,
}

/// What comes next once the discussion of a text is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turn {
    /// These are not voted on: nobody seconded them, or what they change is over. Look again afterwards.
    Lapse(Vec<i32>),
    /// The votes on these open now.
    Vote(Vec<i32>),
    /// A vote is going on.
    Wait,
    /// The text itself.
    Text,
}

/// Whose turn it is among the amendments of the text of that number.
pub fn whose_turn(text: i32, amendments: &[Amendment]) -> Turn {
    let living = || amendments.iter().filter(|one| one.stage != Stage::Over);
    let is_alone = |one: &Amendment| one.of != text && !living().any(|above| above.number == one.of);
    let lapse = living().filter(|one| one.stage == Stage::Waiting || (one.stage == Stage::Talked && is_alone(one)));
    let lapse: Vec<i32> = lapse.map(|one| one.number).collect();
    if !lapse.is_empty() {
        return Turn::Lapse(lapse);
    }
    let has_below = |one: &Amendment| living().any(|below| below.of == one.number);
    let comes_after = |one: &Amendment| {
        living().any(|other| (other.of, other.place) == (one.of, one.place) && other.number < one.number)
    };
    let open = living().filter(|one| one.stage == Stage::Talked && !has_below(one) && !comes_after(one));
    let open: Vec<i32> = open.map(|one| one.number).collect();
    match (open.is_empty(), living().next()) {
        (false, _) => Turn::Vote(open),
        (true, Some(_)) => Turn::Wait,
        (true, None) => Turn::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::paragraphs::Field;
    use proptest::prelude::*;

    const TEXT: i32 = 7;

    fn one(number: i32, of: i32, paragraph: u32, stage: Stage) -> Amendment {
        let field = if of == TEXT { Field::Body } else { Field::Words };
        Amendment { number, of, place: Place { field, paragraph }, stage }
    }

    #[test]
    fn the_freezer_of_the_story() {
        let stages = |amendment, sub| [one(8, TEXT, 0, amendment), one(9, 8, 0, sub)];
        assert_eq!(whose_turn(TEXT, &stages(Stage::Talked, Stage::Talked)), Turn::Vote(vec![9]));
        assert_eq!(whose_turn(TEXT, &stages(Stage::Talked, Stage::Voted)), Turn::Wait);
        assert_eq!(whose_turn(TEXT, &stages(Stage::Talked, Stage::Over)), Turn::Vote(vec![8]));
        assert_eq!(whose_turn(TEXT, &stages(Stage::Over, Stage::Over)), Turn::Text);
        assert_eq!(whose_turn(TEXT, &[]), Turn::Text);
    }

    #[test]
    fn what_nobody_seconded_lapses_first_and_takes_with_it_what_would_change_it() {
        let amendments = [one(8, TEXT, 0, Stage::Waiting), one(9, 8, 0, Stage::Talked)];
        assert_eq!(whose_turn(TEXT, &amendments), Turn::Lapse(vec![8]));
        let amendments = [one(8, TEXT, 0, Stage::Over), one(9, 8, 0, Stage::Talked)];
        assert_eq!(whose_turn(TEXT, &amendments), Turn::Lapse(vec![9]));
    }

    #[test]
    fn different_paragraphs_at_the_same_time_and_the_same_one_after_the_other() {
        let two = |place| [one(8, TEXT, 0, Stage::Talked), one(9, TEXT, place, Stage::Talked)];
        assert_eq!(whose_turn(TEXT, &two(1)), Turn::Vote(vec![8, 9]));
        assert_eq!(whose_turn(TEXT, &two(0)), Turn::Vote(vec![8]));
    }

    /// Up to nine amendments, each of the text or of an amendment of the text, on one of three paragraphs.
    fn tree() -> impl Strategy<Value = Vec<Amendment>> {
        proptest::collection::vec((any::<bool>(), any::<usize>(), 0u32..3, any::<bool>()), 0..9).prop_map(|drawn| {
            let mut amendments: Vec<Amendment> = Vec::new();
            for (number, (is_sub, above, paragraph, seconded)) in (8..).zip(drawn) {
                let firsts: Vec<i32> = amendments.iter().filter(|one| one.of == TEXT).map(|one| one.number).collect();
                let stage = if seconded { Stage::Talked } else { Stage::Waiting };
                amendments.push(if is_sub && !firsts.is_empty() {
                    one(number, firsts[above % firsts.len()], 0, stage)
                } else {
                    one(number, TEXT, paragraph, stage)
                });
            }
            amendments
        })
    }

    fn put(amendments: &mut [Amendment], numbers: &[i32], stage: Stage) {
        amendments.iter_mut().filter(|one| numbers.contains(&one.number)).for_each(|one| one.stage = stage);
    }

    proptest! {
        /// The text never before an amendment, an amendment never before what changes it, one vote at a time on a
        /// paragraph; and every walk comes to the text.
        #[test]
        fn every_walk_ends_at_the_text_in_the_right_order(tree in tree(), ends in proptest::collection::vec(any::<usize>(), 40)) {
            let mut amendments = tree;
            let mut ends = ends.into_iter();
            let mut voted: Vec<i32> = Vec::new();
            let most = amendments.len() * 3 + 1;
            for _ in 0..most {
                match whose_turn(TEXT, &amendments) {
                    Turn::Lapse(numbers) => {
                        prop_assert!(!numbers.iter().any(|number| voted.contains(number)));
                        put(&mut amendments, &numbers, Stage::Over);
                    }
                    Turn::Vote(numbers) => {
                        for number in &numbers {
                            let this = *amendments.iter().find(|one| one.number == *number).unwrap();
                            prop_assert_eq!(this.stage, Stage::Talked);
                            prop_assert!(!amendments.iter().any(|one| one.of == *number && one.stage != Stage::Over));
                            let at_once = amendments.iter().filter(|one| {
                                (one.of, one.place) == (this.of, this.place)
                                    && (one.stage == Stage::Voted || numbers.contains(&one.number))
                            });
                            prop_assert_eq!(at_once.count(), 1);
                        }
                        voted.extend(&numbers);
                        put(&mut amendments, &numbers, Stage::Voted);
                    }
                    Turn::Wait => {
                        let open: Vec<i32> =
                            amendments.iter().filter(|one| one.stage == Stage::Voted).map(|one| one.number).collect();
                        prop_assert!(!open.is_empty(), "nothing to wait for");
                        put(&mut amendments, &[open[ends.next().unwrap() % open.len()]], Stage::Over);
                    }
                    Turn::Text => break,
                }
            }
            prop_assert_eq!(whose_turn(TEXT, &amendments), Turn::Text);
            prop_assert!(amendments.iter().all(|one| one.stage == Stage::Over));
            // On one paragraph, in the order in which they were sent.
            for (earlier, later) in voted.iter().enumerate().flat_map(|(at, one)| voted[at + 1..].iter().map(move |other| (one, other))) {
                let of = |number: &i32| amendments.iter().find(|one| one.number == *number).map(|one| (one.of, one.place));
                prop_assert!(of(earlier) != of(later) || earlier < later);
            }
        }
    }
}
