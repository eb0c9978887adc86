//! Ballots on paper beside ballots on a screen, in one count (`decisions E5`, ruling 9).
//!
//! Whoever took paper does not vote on a screen. When the time is over two people open the box and count, each for
//! herself; only two counts that say the same are counted.

use crate::rules::verdict::{Secrecy, VoteResult};
use chrono::Duration;
use commons::ids::MemberId;
use commons::refusal::{Message, Problem};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use tally::Counts;

/// For so long after its deadline a vote waits for its paper to be counted. Long enough for two people to meet, short
/// enough that nobody holds a decision up by not counting: after that, the ballots on screens are counted alone.
pub const PAPER_DAYS: Duration = Duration::days(7);

/// In a secret vote, what the paper says and what the screens say are told apart only from so many ballots on each side:
/// everybody sees who took paper, and of very few one would know who chose what (`decisions D6`).
pub const APART_FROM: u64 = 5;

/// What one person who counts found in the box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// For.
    pub yes: u32,
    /// Against.
    pub no: u32,
    /// Abstentions.
    pub abstain: u32,
    /// Nothing is marked on them.
    pub blank: u32,
    /// Nobody can tell what they say. They count for nothing, and are shown.
    pub spoiled: u32,
}

impl Totals {
    /// What is counted of them: a blank ballot, which is no abstention, but no spoiled one, which says nothing.
    pub fn counts(self) -> Counts {
        Counts { yes: self.yes.into(), no: self.no.into(), abstain: self.abstain.into(), blank: self.blank.into() }
    }

    /// Sheets that were in the box.
    pub fn sheets(self) -> u64 {
        self.counts().ballots() + u64::from(self.spoiled)
    }
}

/// The totals that two people found alike, when any two did: nobody undoes that by typing something else.
pub fn agreed(typed: &[Totals]) -> Option<Totals> {
    let is_found_twice = |one: &&Totals| typed.iter().filter(|other| other == one).count() > 1;
    typed.iter().find(is_found_twice).copied()
}

/// What is to correct when `whose` names somebody to help her fill in her ballot of paper.
pub fn problem_of_helper(whose: MemberId, helper: Option<MemberId>, is_member: bool) -> Option<Problem> {
    let key = match helper {
        Some(helper) if helper == whose => "helper-herself",
        Some(_) if is_member => return None,
        _ => "helper-choose",
    };
    Some(Problem::new("helper", Message::new(key)))
}

/// Whether somebody may count the ballots of paper, as far as helping goes. Whoever filled one in with somebody knows what
/// it says and would know it again among the others; and what one person wrote, two others check. So she does not count in
/// that vote, unless fewer than two of those who could count (`able`) helped nobody, or fewer than half of them: a small
/// group would otherwise lose its paper, and two people could note everybody else as helpers and count alone.
pub fn may_count(person: MemberId, helped: &HashSet<MemberId>, able: &[MemberId]) -> bool {
    let others = able.iter().filter(|one| !helped.contains(one)).count();
    !helped.contains(&person) || others < 2 || others * 2 < able.len()
}

/// The part of a result that came on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnPaper {
    /// Whether it was counted: nobody may have done so in time.
    pub counted: bool,
    /// Ballots on paper in the count; none where the counts are withheld.
    pub ballots: u64,
    /// Spoiled ones beside them.
    pub spoiled: u64,
    /// What they say, where that may be told apart from the screens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<Counts>,
}

impl OnPaper {
    /// Paper that nobody counted in time.
    pub const NOT_COUNTED: Self = Self { counted: false, ballots: 0, spoiled: 0, counts: None };

    /// The part of paper in a result with `screen` ballots on screens.
    pub fn of(totals: Totals, screen: u64, withheld: bool, secrecy: Secrecy, counts_from: u64) -> Self {
        if withheld {
            // So few ballots that their numbers would tell.
            return Self { counted: true, ..Self::NOT_COUNTED };
        }
        let counts = totals.counts();
        let apart = may_be_told_apart(counts.ballots(), screen, secrecy, counts_from);
        Self {
            counted: true,
            ballots: counts.ballots(),
            spoiled: totals.spoiled.into(),
            counts: apart.then_some(counts),
        }
    }
}

/// Whether the result may say what each of the two said. Where one of them said nothing, there is nothing to tell apart.
fn may_be_told_apart(paper: u64, screen: u64, secrecy: Secrecy, counts_from: u64) -> bool {
    let enough = |ballots: u64| ballots == 0 || ballots >= counts_from.max(APART_FROM);
    secrecy == Secrecy::Open || (enough(paper) && enough(screen))
}

impl VoteResult {
    /// Ballots that were cast on screens.
    pub fn on_screens(&self) -> u64 {
        self.ballots().saturating_sub(self.paper.map_or(0, |paper| paper.ballots))
    }

    /// Whether the ballots of a secret vote on screens may be shown one by one: not where one of them tells who wrote it,
    /// nor where the rest would tell what few ballots on paper say.
    pub fn shows_screens(&self) -> bool {
        let told = self.other.as_ref().is_none_or(|other| other.said.is_some());
        told && !self.withheld && self.paper.is_none_or(|paper| !paper.counted || paper.counts.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn totals() -> impl Strategy<Value = Totals> {
        (0u32..30, 0u32..30, 0u32..30, 0u32..30, 0u32..30).prop_map(|(yes, no, abstain, blank, spoiled)| Totals {
            yes,
            no,
            abstain,
            blank,
            spoiled,
        })
    }

    proptest! {
        #[test]
        fn only_two_alike_agree(one in totals(), other in totals()) {
            prop_assert_eq!(agreed(&[one, one]), Some(one));
            prop_assert_eq!(agreed(&[one, other]).is_some(), one == other);
            prop_assert_eq!(agreed(&[one]), None);
            prop_assert_eq!(agreed(&[other, one, one]), Some(one), "a third count undoes nothing");
            prop_assert_eq!(agreed(&[]), None);
        }

        /// Each sheet is counted, or shown as spoiled.
        #[test]
        fn no_sheet_is_lost(found in totals()) {
            prop_assert_eq!(found.counts().ballots() + u64::from(found.spoiled), found.sheets());
        }

        /// Whoever takes one part from the whole learns what few people chose in no secret vote.
        #[test]
        fn few_are_never_told_apart(found in totals(), screen in 0u64..30, from in 0u64..12) {
            let paper = OnPaper::of(found, screen, false, Secrecy::Secret, from);
            let few = |ballots: u64| (1..APART_FROM.max(from)).contains(&ballots);
            prop_assert_eq!(paper.counts.is_none(), few(paper.ballots) || few(screen));
            prop_assert_eq!(OnPaper::of(found, screen, false, Secrecy::Open, from).counts, Some(found.counts()));
            let withheld = OnPaper::of(found, screen, true, Secrecy::Secret, from);
            prop_assert_eq!(withheld, OnPaper { counted: true, ..OnPaper::NOT_COUNTED });
        }

        /// However many are noted as helpers, two may count, and half of those who could.
        #[test]
        fn nobody_is_kept_from_counting_by_what_others_note(able in 2usize..40, helpers in 0usize..40) {
            let people: Vec<MemberId> = (0..able).map(|_| MemberId::new()).collect();
            let helped: HashSet<MemberId> = people.iter().take(helpers).copied().collect();
            let may = people.iter().filter(|one| may_count(**one, &helped, &people)).count();
            prop_assert!(may >= 2 && may * 2 >= able, "{may} of {able}");
        }
    }

    #[test]
    fn who_helps_is_another_member() {
        let [whose, other] = [MemberId::new(), MemberId::new()];
        let said =
            |helper, is_member| problem_of_helper(whose, helper, is_member).map(|one| one.message.key.into_owned());
        assert_eq!(said(Some(other), true), None);
        assert_eq!(said(Some(whose), true).as_deref(), Some("helper-herself"));
        assert_eq!(said(Some(other), false).as_deref(), Some("helper-choose"));
        assert_eq!(said(None, false).as_deref(), Some("helper-choose"));
    }

    #[test]
    fn who_helped_counts_only_where_nobody_else_could() {
        let people: Vec<MemberId> = (0..4).map(|_| MemberId::new()).collect();
        let helped = |count: usize| people.iter().take(count).copied().collect::<HashSet<_>>();
        for (how_many, may) in [(1, false), (2, false), (3, true), (4, true)] {
            assert_eq!(may_count(people[0], &helped(how_many), &people), may, "{how_many} of four helped");
            assert_eq!(may_count(people[3], &helped(how_many), &people), how_many < 4 || may);
        }
    }

    #[test]
    fn who_helped_counts_where_fewer_than_half_helped_nobody() {
        let people: Vec<MemberId> = (0..9).map(|_| MemberId::new()).collect();
        for (how_many, may) in [(1, false), (4, false), (5, true), (7, true), (9, true)] {
            let helped: HashSet<MemberId> = people.iter().take(how_many).copied().collect();
            assert_eq!(may_count(people[0], &helped, &people), may, "{how_many} of nine helped");
        }
    }

    #[test]
    fn a_blank_is_not_an_abstention_is_not_a_spoiled_ballot() {
        let found = Totals { yes: 1, no: 2, abstain: 3, blank: 4, spoiled: 5 };
        assert_eq!(found.counts(), Counts { yes: 1, no: 2, abstain: 3, blank: 4 });
        assert_eq!((found.counts().ballots(), found.sheets()), (10, 15));
    }

    /// Story 4.7: 26 ballots, 18 on screens and 8 on paper.
    #[test]
    fn what_is_stored_reads_back() {
        let paper = OnPaper::of(Totals { yes: 6, no: 1, blank: 1, ..Totals::default() }, 18, false, Secrecy::Secret, 5);
        let stored = serde_json::to_string(&paper).unwrap();
        assert_eq!(serde_json::from_str::<OnPaper>(&stored).unwrap(), paper);
        assert_eq!(
            serde_json::from_str::<OnPaper>(r#"{"counted":false,"ballots":0,"spoiled":0}"#).unwrap(),
            OnPaper::NOT_COUNTED
        );
    }
}
