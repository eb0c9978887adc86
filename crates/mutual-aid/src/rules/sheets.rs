//! The sheet that hangs beside the telephone (ruling 24; `mutual-aid` ALG12, T12, T13). It is enough when the network
//! is down: whom one calls, in grey whom to call when one of them stays silent, for whom one is the second voice, and
//! until when it is good. Nobody's sheet has anybody else.
//!
//! Every line has its number, so that one can be struck: "on sheet 12, strike line 3".

use super::group::{Group, Person};
use super::tree::Tree;
use chrono::{Days, NaiveDate};
use membership::ContactId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most days that a sheet is good for.
pub const MOST_DAYS: u64 = 90;

/// Why somebody is on a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Printed {
    /// She calls the holder of the sheet.
    CallsYou,
    /// The holder calls her.
    Call,
    /// In grey: the holder calls her when somebody stays silent.
    IfSilent(Person),
    /// The holder is her second voice, an hour later.
    SecondVoice,
}

/// One line of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its number, from 1.
    pub number: u16,
    /// Who stands there.
    pub person: Person,
    /// Why.
    pub printed: Printed,
}

/// What is printed for one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The number of the sheet.
    pub number: u32,
    /// Whose it is.
    pub holder: Person,
    /// The day it was printed.
    pub printed: NaiveDate,
    /// The last day it is good: to be destroyed after it.
    pub until: NaiveDate,
    /// Its lines.
    pub lines: Vec<Line>,
    /// Which of her numbers stands there for whom: one that she changed since is wrong on paper.
    #[serde(default)]
    pub numbers: BTreeMap<Person, ContactId>,
}

impl Sheet {
    /// The sheet of somebody who has a place in the tree; good for `days`, at most [`MOST_DAYS`]. Whoever starts as a
    /// rule has the starters for her calls. Those with whom she is never put on the line are not there, nor is a gap where
    /// they were (`mutual-aid` X2).
    pub fn of(tree: &Tree, group: &Group, holder: Person, number: u32, printed: NaiveDate, days: u64) -> Option<Self> {
        let place = tree.place(holder)?;
        let calls = tree.calls(holder);
        let second = tree.places().filter(|(_, place)| place.second == Some(holder)).map(|(person, _)| person);
        let lines = place.caller.into_iter().map(|caller| (caller, Printed::CallsYou));
        let lines = lines.chain(calls.iter().flat_map(|called| {
            let grey = tree.calls(*called).iter().map(|person| (*person, Printed::IfSilent(*called)));
            std::iter::once((*called, Printed::Call)).chain(grey)
        }));
        let lines = lines.chain(second.map(|person| (person, Printed::SecondVoice)));
        let lines = lines.filter(|(person, _)| !group.are_apart(holder, *person));
        Some(Self::with(lines.collect(), holder, number, printed, days))
    }

    /// The sheet of a member who starts a chain and has no fixed place at the top: the starters, and in grey their
    /// people.
    pub fn of_the_first(
        tree: &Tree,
        group: &Group,
        holder: Person,
        number: u32,
        printed: NaiveDate,
        days: u64,
    ) -> Self {
        let may_call = |other: Person| other != holder && !group.are_apart(holder, other);
        let starters = tree.starters().iter().filter(|starter| may_call(**starter));
        let lines = starters.flat_map(|starter| {
            let grey = tree.calls(*starter).iter().filter(|person| may_call(**person));
            std::iter::once((*starter, Printed::Call)).chain(grey.map(|person| (*person, Printed::IfSilent(*starter))))
        });
        Self::with(lines.collect(), holder, number, printed, days)
    }

    fn with(lines: Vec<(Person, Printed)>, holder: Person, number: u32, printed: NaiveDate, days: u64) -> Self {
        let until = printed.checked_add_days(Days::new(days.min(MOST_DAYS))).unwrap_or(printed);
        let numbers = 1..=u16::MAX;
        let lines = numbers.zip(lines).map(|(number, (person, printed))| Line { number, person, printed }).collect();
        Self { number, holder, printed, until, lines, numbers: BTreeMap::new() }
    }

    /// Whether it is good on a day.
    pub fn is_good(&self, day: NaiveDate) -> bool {
        self.printed <= day && day <= self.until
    }
}

/// Lines that a holder strikes on her sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strike {
    /// The sheet.
    pub sheet: u32,
    /// Whose it is.
    pub holder: Person,
    /// The numbers of the lines.
    pub lines: Vec<u16>,
}

/// What is done about paper when somebody no longer says yes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OnPaper {
    /// Who strikes what. Nobody is told why.
    pub strikes: Vec<Strike>,
    /// Her own sheets, which she destroys.
    pub to_destroy: Vec<u32>,
}

/// Exactly the sheets that are good on `day` and on which she stands (`mutual-aid` T13), and her own.
pub fn withdraw<'a>(sheets: impl IntoIterator<Item = &'a Sheet>, person: Person, day: NaiveDate) -> OnPaper {
    let mut on_paper = OnPaper::default();
    for sheet in sheets.into_iter().filter(|sheet| sheet.is_good(day)) {
        if sheet.holder == person {
            on_paper.to_destroy.push(sheet.number);
            continue;
        }
        let lines: Vec<u16> = sheet.lines.iter().filter(|line| line.person == person).map(|line| line.number).collect();
        if !lines.is_empty() {
            on_paper.strikes.push(Strike { sheet: sheet.number, holder: sheet.holder, lines });
        }
    }
    on_paper
}

#[cfg(test)]
mod tests {
    use super::super::tree::Shape;
    use super::super::tree::tests::{cases, person, some_group, story};
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn sheets(tree: &Tree, group: &Group) -> Vec<Sheet> {
        let people: Vec<Person> = tree.places().map(|(person, _)| person).collect();
        (1..)
            .zip(people)
            .map(|(number, holder)| Sheet::of(tree, group, holder, number, day("2027-02-22"), 7).unwrap())
            .collect()
    }

    #[test]
    fn the_sheet_of_bastien_has_his_people_and_theirs_in_grey() {
        let (group, rows) = story();
        let tree = Tree::drawn(&group, Some(person(4)), 0, &rows).unwrap();
        let sheet = Sheet::of(&tree, &group, person(2), 12, day("2027-02-22"), 7).unwrap();
        assert_eq!(sheet.until, day("2027-03-01"), "to be destroyed after the first of March");
        let lines: Vec<(Person, Printed)> = sheet.lines.iter().map(|line| (line.person, line.printed)).collect();
        let [c, o] = [12, 13].map(person);
        assert_eq!(
            lines.get(..7).unwrap(),
            [
                (person(4), Printed::CallsYou),
                (c, Printed::Call),
                (person(14), Printed::IfSilent(c)),
                (person(15), Printed::IfSilent(c)),
                (o, Printed::Call),
                (person(16), Printed::IfSilent(o)),
                (person(19), Printed::IfSilent(o)),
            ]
        );
        assert!(lines.iter().skip(7).all(|(_, printed)| *printed == Printed::SecondVoice));
        assert_eq!(sheet.lines.last().unwrap().number, u16::try_from(lines.len()).unwrap());
        // Who starts has the four starters; the sheet of a leaf has who calls her, and her own second voices.
        let first = Sheet::of(&tree, &group, person(4), 1, day("2027-02-22"), 7).unwrap();
        assert_eq!(first.lines.iter().filter(|line| line.printed == Printed::Call).count(), 4);
        let leaf = Sheet::of(&tree, &group, person(7), 2, day("2027-02-22"), 7).unwrap();
        assert!(leaf.lines.iter().all(|line| matches!(line.printed, Printed::CallsYou | Printed::SecondVoice)));
        assert_eq!(Sheet::of(&tree, &group, person(18), 3, day("2027-02-22"), 7), None, "whoever is on pause has none");
    }

    #[test]
    fn no_sheet_is_good_for_longer_than_ninety_days() {
        let (group, rows) = story();
        let tree = Tree::drawn(&group, Some(person(4)), 0, &rows).unwrap();
        let sheet = Sheet::of_the_first(&tree, &group, person(1), 1, day("2027-01-01"), 400);
        assert_eq!(sheet.until, day("2027-04-01"));
        assert!(sheet.lines.iter().all(|line| line.person != person(1)));
        // Whoever is not called herself has no place in the tree, and is kept apart all the same.
        let (outside, mut group) = (person(900), group);
        let [kept, other] = [tree.starters()[0], tree.starters()[1]];
        group.keep_apart(outside, kept);
        let lines = Sheet::of_the_first(&tree, &group, outside, 2, day("2027-01-01"), 7).lines;
        assert!(lines.iter().all(|line| line.person != kept) && lines.iter().any(|line| line.person == other));
        assert!(sheet.is_good(day("2027-04-01")) && !sheet.is_good(day("2027-04-02")));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(cases(60, 1_000)))]

        /// T13: exactly the sheets on which she stands and which are still good.
        #[test]
        fn whoever_withdraws_is_struck_everywhere_and_nowhere_else(
            seed in any::<u64>(), people in 3u32..80, who in any::<u32>(),
        ) {
            let group = some_group(seed, people, 600, 30, false);
            let tree = Tree::grow(&group, &Shape { seed, ..Shape::default() });
            let sheets = sheets(&tree, &group);
            let person = person(who % people);
            let on_paper = withdraw(&sheets, person, day("2027-02-25"));
            let struck: BTreeSet<(u32, u16)> = on_paper
                .strikes
                .iter()
                .flat_map(|strike| strike.lines.iter().map(|line| (strike.sheet, *line)))
                .collect();
            for sheet in &sheets {
                prop_assert!(sheet.holder != person || on_paper.to_destroy == [sheet.number]);
                for line in &sheet.lines {
                    prop_assert_eq!(struck.contains(&(sheet.number, line.number)), line.person == person);
                    prop_assert!(line.person != sheet.holder && !group.are_apart(line.person, sheet.holder));
                }
                // Only her own branch, who calls her, and those whose second voice she is.
                let of_other = sheet.lines.iter().filter(|line| {
                    let branch = |one: Person| tree.place(one).map(|place| place.branch);
                    line.printed != Printed::SecondVoice && branch(line.person) != branch(sheet.holder)
                });
                prop_assert_eq!(of_other.count(), 0);
            }
            // Old sheets are destroyed.
            prop_assert_eq!(withdraw(&sheets, person, day("2027-03-02")), OnPaper::default());
        }
    }
}
