//! Ballots on paper beside ballots on a screen, in one count (`decisions E5`, ruling 9).
//!
//! Whoever took paper does not vote on a screen. When the time is over two people open the box and count, each for
//! herself; only two counts that say the same are counted.

use crate::rules::ballot::word;
use crate::rules::counting::Said;
use crate::rules::verdict::{Secrecy, VoteResult};
use chrono::Duration;
use commons::ids::MemberId;
use commons::refusal::{Message, Problem};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use tally::{Choice, Counts};

/// For so long after its deadline a vote waits for its paper to be counted. Long enough for two people to meet, short
/// enough that nobody holds a decision up by not counting: after that, the ballots on screens are counted alone.
pub const PAPER_DAYS: Duration = Duration::days(7);

/// In a secret vote, what the paper says and what the screens say are told apart only from so many ballots on each side:
/// everybody sees who took paper, and of very few one would know who chose what (`decisions D6`).
pub const APART_FROM: u64 = 5;

/// Most sheets that are read one after the other: more than any group has members.
pub const MOST_SHEETS: usize = 999;

/// What one person who counts found in the box.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Nobody can tell what they say. They count for nothing, and are shown.
    pub spoiled: u64,
    /// The different ballots as they are stored, and how many sheets say each; none that no sheet says.
    #[serde(flatten)]
    said: Said,
}

impl Totals {
    /// So many sheets that say each ballot, and so many that nobody can read.
    pub fn of(said: impl IntoIterator<Item = (String, u64)>, spoiled: u64) -> Self {
        let mut totals = Self { spoiled, said: Said::new() };
        for (word, sheets) in said.into_iter().filter(|(_, sheets)| *sheets > 0) {
            let all = totals.said.entry(word).or_default();
            *all = all.saturating_add(sheets);
        }
        totals
    }

    /// The different ballots, and how many sheets say each.
    pub fn said(&self) -> &Said {
        &self.said
    }

    /// What is counted of a vote by yes or no: a blank ballot, which is no abstention, but no spoiled one, which says
    /// nothing.
    pub fn counts(&self) -> Counts {
        let of = |choice| self.said.get(word(choice)).copied().unwrap_or(0);
        Counts { yes: of(Choice::Yes), no: of(Choice::No), abstain: of(Choice::Abstain), blank: of(Choice::Blank) }
    }

    /// Ballots that are counted.
    pub fn ballots(&self) -> u64 {
        self.said.values().fold(0, |all, sheets| all.saturating_add(*sheets))
    }

    /// Sheets that were in the box.
    pub fn sheets(&self) -> u64 {
        self.ballots().saturating_add(self.spoiled)
    }
}

/// The sheets of a box read one after the other, where one is not like the next: ballots among options. Whoever counts
/// numbers them with a pencil first, so that two people can find which sheet they read differently.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheets {
    /// The ballot on each as it is stored; none where nobody can tell what it says.
    pub sheets: Vec<Option<String>>,
    /// Whether these are all of them.
    pub all: bool,
    /// What she read the first time she had read all of them. Two first readings are compared sheet by sheet, and no later one:
    /// who could try again and again would learn what the other read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Vec<Option<String>>>,
}

impl Sheets {
    /// What they say together.
    pub fn totals(&self) -> Totals {
        let says = self.sheets.iter().flatten().map(|says| (says.clone(), 1));
        Totals::of(says, self.sheets.iter().filter(|says| says.is_none()).count() as u64)
    }

    /// These are all of them. As long as nobody else has read hers (`alone`), nothing was compared, and this is her first
    /// reading, whatever she said before.
    #[must_use]
    pub fn all_read(self, alone: bool) -> Self {
        let first = self.first.filter(|_| !alone).unwrap_or_else(|| self.sheets.clone());
        Self { all: true, first: Some(first), sheets: self.sheets }
    }

    /// The numbers, from 1, of the sheets that another person read differently the first time, or did not read. None as long
    /// as one of the two has not read all of them once.
    pub fn unlike(&self, other: &Self) -> Option<Vec<usize>> {
        let (hers, theirs) = (self.first.as_ref()?, other.first.as_ref()?);
        let most = hers.len().max(theirs.len());
        Some((1..=most).filter(|number| hers.get(number - 1) != theirs.get(number - 1)).collect())
    }
}

/// What one person who counts typed so far, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Tally {
    /// Sheet by sheet.
    Sheets(Sheets),
    /// How many say each word.
    Totals(Totals),
}

impl Tally {
    /// What she found, once she typed all of it.
    pub fn found(&self) -> Option<Totals> {
        match self {
            Self::Sheets(sheets) => sheets.all.then(|| sheets.totals()),
            Self::Totals(totals) => Some(Totals::of(totals.said.clone(), totals.spoiled)),
        }
    }
}

/// The totals that two people found alike, when any two did: nobody undoes that by typing something else.
pub fn agreed(typed: &[Totals]) -> Option<&Totals> {
    typed.iter().find(|one| typed.iter().filter(|other| other == one).count() > 1)
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
    /// Whether what paper and screens say may be told apart.
    #[serde(default)]
    pub apart: bool,
    /// What they say, where they say yes or no and that may be told apart from the screens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<Counts>,
}

impl OnPaper {
    /// Paper that nobody counted in time.
    pub const NOT_COUNTED: Self = Self { counted: false, ballots: 0, spoiled: 0, apart: false, counts: None };

    /// The part of paper in a result with `screen` ballots on screens.
    pub fn of(totals: &Totals, screen: u64, withheld: bool, secrecy: Secrecy, counts_from: u64) -> Self {
        if withheld {
            // So few ballots that their numbers would tell.
            return Self { counted: true, ..Self::NOT_COUNTED };
        }
        let ballots = totals.ballots();
        let apart = may_be_told_apart(ballots, screen, secrecy, counts_from);
        Self { counted: true, ballots, spoiled: totals.spoiled, apart, counts: apart.then(|| totals.counts()) }
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
        told && !self.withheld && self.paper.is_none_or(|paper| !paper.counted || paper.apart || paper.counts.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn totals() -> impl Strategy<Value = Totals> {
        let sheets = || 0u64..30;
        (sheets(), sheets(), sheets(), sheets(), sheets())
            .prop_map(|(yes, no, abstain, blank, spoiled)| found(yes, no, abstain, blank, spoiled))
    }

    fn found(yes: u64, no: u64, abstain: u64, blank: u64, spoiled: u64) -> Totals {
        let said = [("yes", yes), ("no", no), ("abstain", abstain), ("blank", blank)];
        Totals::of(said.map(|(word, sheets)| (word.to_owned(), sheets)), spoiled)
    }

    fn sheets() -> impl Strategy<Value = Sheets> {
        let says = proptest::option::of(proptest::sample::select(vec!["1,0", "0,1", "1,1"]).prop_map(str::to_owned));
        proptest::collection::vec(says, 0..6).prop_map(|sheets| Sheets { sheets, ..Sheets::default() }.all_read(true))
    }

    proptest! {
        #[test]
        fn only_two_alike_agree(one in totals(), other in totals()) {
            let found = |whose: &[&Totals]| agreed(&whose.iter().copied().cloned().collect::<Vec<_>>()).cloned();
            prop_assert_eq!(found(&[&one, &one]), Some(one.clone()));
            prop_assert_eq!(found(&[&one, &other]).is_some(), one == other);
            prop_assert_eq!(found(&[&one]), None);
            prop_assert_eq!(found(&[&other, &one, &one]), Some(one), "a third count undoes nothing");
            prop_assert_eq!(found(&[]), None);
        }

        /// Each sheet is counted, or shown as spoiled.
        #[test]
        fn no_sheet_is_lost(found in totals()) {
            prop_assert_eq!(found.counts().ballots(), found.ballots());
            prop_assert_eq!(found.ballots() + found.spoiled, found.sheets());
        }

        /// Two who read the same sheets found the same, in whichever order; and what differs is named.
        #[test]
        fn sheets_are_compared_one_by_one(one in sheets(), other in sheets(), turned in any::<bool>()) {
            prop_assert_eq!(one.totals().sheets(), one.sheets.len() as u64);
            prop_assert_eq!(one.unlike(&other).unwrap().is_empty(), one == other);
            prop_assert_eq!(one.unlike(&other), other.unlike(&one));
            prop_assert_eq!(one.unlike(&Sheets { sheets: other.sheets.clone(), ..Sheets::default() }), None);
            // Whoever reads again learns nothing more.
            let tries = Sheets { sheets: one.sheets.clone(), all: false, ..other.clone() }.all_read(false);
            prop_assert_eq!(one.unlike(&tries), one.unlike(&other));
            let mut again = one.clone();
            if turned {
                again.sheets.reverse();
            }
            prop_assert_eq!(again.totals(), one.totals());
        }

        /// What is kept of what somebody typed reads back, and only what she finished is found.
        #[test]
        fn what_was_typed_reads_back(found in totals(), read in sheets()) {
            let again = |tally: &Tally| serde_json::from_str::<Tally>(&serde_json::to_string(tally).unwrap()).unwrap();
            let (totals, by_sheet) = (Tally::Totals(found.clone()), Tally::Sheets(read.clone()));
            prop_assert_eq!(again(&totals), totals.clone());
            prop_assert_eq!(again(&by_sheet), by_sheet.clone());
            prop_assert_eq!(totals.found(), Some(found));
            prop_assert_eq!(by_sheet.found(), Some(read.totals()));
            prop_assert_eq!(Tally::Sheets(Sheets { all: false, ..read }).found(), None);
        }

        /// Whoever takes one part from the whole learns what few people chose in no secret vote.
        #[test]
        fn few_are_never_told_apart(found in totals(), screen in 0u64..30, from in 0u64..12) {
            let paper = OnPaper::of(&found, screen, false, Secrecy::Secret, from);
            let few = |ballots: u64| (1..APART_FROM.max(from)).contains(&ballots);
            prop_assert_eq!(paper.counts.is_none(), few(paper.ballots) || few(screen));
            prop_assert_eq!(OnPaper::of(&found, screen, false, Secrecy::Open, from).counts, Some(found.counts()));
            let withheld = OnPaper::of(&found, screen, true, Secrecy::Secret, from);
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
        let found = found(1, 2, 3, 4, 5);
        assert_eq!(found.counts(), Counts { yes: 1, no: 2, abstain: 3, blank: 4 });
        assert_eq!((found.ballots(), found.sheets()), (10, 15));
    }

    /// What was typed before there were other ballots on paper, with its zeros.
    #[test]
    fn what_was_kept_before_is_still_read() {
        let kept = r#"{"yes":6,"no":0,"abstain":0,"blank":1,"spoiled":2}"#;
        assert_eq!(serde_json::from_str::<Tally>(kept).unwrap().found(), Some(found(6, 0, 0, 1, 2)));
    }

    /// Story 4.7: 26 ballots, 18 on screens and 8 on paper.
    #[test]
    fn what_is_stored_reads_back() {
        let paper = OnPaper::of(&found(6, 1, 0, 1, 0), 18, false, Secrecy::Secret, 5);
        let stored = serde_json::to_string(&paper).unwrap();
        assert_eq!(serde_json::from_str::<OnPaper>(&stored).unwrap(), paper);
        assert_eq!(
            serde_json::from_str::<OnPaper>(r#"{"counted":false,"ballots":0,"spoiled":0}"#).unwrap(),
            OnPaper::NOT_COUNTED
        );
    }
}
