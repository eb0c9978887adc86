//! The tree: who calls whom (`mutual-aid` ALG1, TP1 to TP7; ruling 24). The same people, the same seed: the same tree.
//!
//! Whoever starts a chain calls the starters. Each calls a few, who call a few. Callers stand near the top, so that a
//! tree is flat. Each person also has a *second voice* in another branch: one silent person cuts nobody off. A group
//! may draw its tree by hand instead; then the same rules read it ([`Tree::drawn`]).
//!
//! A tree of `n` people takes `n log n` steps, and one more for each pair that is kept apart.

use super::branch::Spare;
use super::chance::lot;
use super::group::{Group, Person};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// In a group of so few, whoever starts calls everybody (`mutual-aid` 5.4).
pub const EVERYBODY_IS_CALLED: usize = 4;
/// Most people whom one person calls on a tree that is grown: fewer when that is enough.
pub const WIDTHS: [u8; 3] = [2, 3, 4];

/// What a group chose about its tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shape {
    /// How many are called first.
    pub starters: u8,
    /// Most people whom one person calls. None: the smallest of [`WIDTHS`] with which everybody has a place.
    pub width: Option<u8>,
    /// The member who starts as a rule. None: whoever starts calls the starters.
    pub root: Option<Person>,
    /// The lot that settles who stands where.
    pub seed: u64,
}

impl Default for Shape {
    fn default() -> Self {
        Self { starters: 3, width: None, root: None, seed: 0 }
    }
}

/// Where somebody stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Who calls her. None: whoever starts the chain.
    pub caller: Option<Person>,
    /// Who calls her when nobody reached her: somebody of another branch.
    pub second: Option<Person>,
    /// The branch: the number of its starter, from 0.
    pub branch: usize,
    /// How many calls away from whoever starts: 1 for a starter, 0 for the root.
    pub depth: usize,
}

/// Why somebody has no place, or no second voice. Others only learn *that* she has none; which of both it is, is told
/// to nobody but her (`mutual-aid` 5.2, X2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Everybody who calls has as many calls as she said yes to.
    NoRoom,
    /// Somebody has room, and none of those is somebody who may call her.
    NobodyFits,
}

/// Who calls whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    pub(super) width: u8,
    pub(super) root: Option<Person>,
    pub(super) starters: Vec<Person>,
    pub(super) places: BTreeMap<Person, Place>,
    pub(super) calls: BTreeMap<Person, Vec<Person>>,
    pub(super) unplaced: BTreeMap<Person, Why>,
    pub(super) one_voice: BTreeMap<Person, Why>,
}

/// One line of a tree, as it is stored, or drawn by hand. Their order is the order of the calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Who is called.
    pub person: Person,
    /// By whom. None: by whoever starts.
    pub caller: Option<Person>,
    /// Her second voice.
    pub second: Option<Person>,
}

/// What does not hold in a tree that was drawn by hand. Each names whom it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// She is there twice.
    Twice(Person),
    /// No call leads to her from whoever starts: her caller is not in the tree, or they call each other in a circle.
    NeverReached(Person),
    /// She did not say yes to being called.
    NotOfTheTree(Person),
    /// She said yes to being called and is not drawn.
    NotDrawn(Person),
    /// She has more calls than she said yes to.
    TooMany {
        /// Who.
        person: Person,
        /// Drawn.
        drawn: usize,
        /// What she said yes to.
        most: usize,
    },
    /// Somebody else should call. It is never said why: what is between two people is theirs.
    CallsOtherwise {
        /// Who should not call.
        caller: Person,
        /// Whom.
        person: Person,
    },
    /// Her second voice is of her own branch: one silent person would cut off both.
    SameBranch(Person),
}

impl Tree {
    /// Grows the tree of a group (`mutual-aid` ALG1).
    pub fn grow(group: &Group, shape: &Shape) -> Self {
        let widths = shape.width.map_or_else(|| WIDTHS.to_vec(), |width| vec![width]);
        let mut best: Option<Self> = None;
        for width in widths {
            let tree = Growing::new(group, shape, width).grow();
            if tree.unplaced.is_empty() {
                return tree;
            }
            if best.as_ref().is_none_or(|best| tree.unplaced.len() < best.unplaced.len()) {
                best = Some(tree);
            }
        }
        best.unwrap_or_default()
    }

    /// A tree as it was stored. Whoever no line leads to is an error, and nothing else: people may have left since.
    pub fn read(root: Option<Person>, width: u8, rows: &[Row]) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut places: BTreeMap<Person, Place> = BTreeMap::new();
        let mut calls: BTreeMap<Person, Vec<Person>> = BTreeMap::new();
        let mut first = Vec::new();
        for row in rows {
            let place = Place { caller: row.caller, second: row.second, branch: 0, depth: 0 };
            if places.insert(row.person, place).is_some() {
                faults.push(Fault::Twice(row.person));
                continue;
            }
            match row.caller {
                Some(caller) => calls.entry(caller).or_default().push(row.person),
                None => first.push(row.person),
            }
        }
        let starters = match root {
            Some(root) => calls.get(&root).cloned().unwrap_or_default(),
            None => first,
        };
        let mut tree =
            Self { width, root, starters, places, calls, unplaced: BTreeMap::new(), one_voice: BTreeMap::new() };
        let reached = tree.number_branches();
        let people = tree.places.keys().copied();
        faults.extend(people.filter(|person| !reached.contains(person)).map(Fault::NeverReached));
        tree.one_voice = tree.without_second().map(|person| (person, Why::NoRoom)).collect();
        if faults.is_empty() { Ok(tree) } else { Err(faults) }
    }

    /// A tree that was drawn by hand, read by the same rules as one that is grown (ruling 24). Second voices that were
    /// not drawn are found. Everything that does not hold is named at once.
    pub fn drawn(group: &Group, root: Option<Person>, seed: u64, rows: &[Row]) -> Result<Self, Vec<Fault>> {
        let mut calls: BTreeMap<Person, u8> = BTreeMap::new();
        for caller in rows.iter().filter_map(|row| row.caller).filter(|caller| root != Some(*caller)) {
            let drawn = calls.entry(caller).or_default();
            *drawn = drawn.saturating_add(1);
        }
        let mut tree = Self::read(root, calls.values().copied().max().unwrap_or(1), rows)?;
        let faults = tree.faults(group);
        if !faults.is_empty() {
            return Err(faults);
        }
        let without: Vec<Person> = tree.without_second().collect();
        tree.find_second_voices(group, seed, &without);
        Ok(tree)
    }

    /// What does not hold of what people said yes to.
    pub fn faults(&self, group: &Group) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (person, place) in &self.places {
            if group.member(*person).is_none() {
                faults.push(Fault::NotOfTheTree(*person));
            }
            for caller in [place.caller, place.second].into_iter().flatten() {
                if !group.may_pair(caller, *person) {
                    faults.push(Fault::CallsOtherwise { caller, person: *person });
                }
            }
            let of_other = |second: &Person| self.places.get(second).is_some_and(|other| other.branch != place.branch);
            if place.second.is_some_and(|second| !of_other(&second)) {
                faults.push(Fault::SameBranch(*person));
            }
        }
        for (person, calls) in [&self.calls, &self.second_calls()].into_iter().flatten() {
            let most = group.most_calls(*person);
            // Whoever starts calls the starters, who are few.
            if calls.len() > most && self.root != Some(*person) {
                faults.push(Fault::TooMany { person: *person, drawn: calls.len(), most });
            }
        }
        let everybody = group.members().map(|member| member.person);
        faults.extend(everybody.filter(|person| !self.places.contains_key(person)).map(Fault::NotDrawn));
        faults
    }

    /// Most people whom one person calls.
    pub const fn width(&self) -> u8 {
        self.width
    }

    /// The member who starts as a rule.
    pub const fn root(&self) -> Option<Person> {
        self.root
    }

    /// Who is called first, one for each branch.
    pub fn starters(&self) -> &[Person] {
        &self.starters
    }

    /// Where somebody stands.
    pub fn place(&self, person: Person) -> Option<&Place> {
        self.places.get(&person)
    }

    /// Everybody who has a place, in the order of their ids.
    pub fn places(&self) -> impl Iterator<Item = (Person, &Place)> {
        self.places.iter().map(|(person, place)| (*person, place))
    }

    /// Whom somebody calls, in order.
    pub fn calls(&self, person: Person) -> &[Person] {
        self.calls.get(&person).map_or(&[], Vec::as_slice)
    }

    /// For whom each person is the second voice, in the order of their ids.
    pub fn second_calls(&self) -> BTreeMap<Person, Vec<Person>> {
        let mut calls: BTreeMap<Person, Vec<Person>> = BTreeMap::new();
        for (person, place) in &self.places {
            if let Some(second) = place.second {
                calls.entry(second).or_default().push(*person);
            }
        }
        calls
    }

    /// Who has no place, and why: for her alone.
    pub const fn unplaced(&self) -> &BTreeMap<Person, Why> {
        &self.unplaced
    }

    /// Who is reached by one way only, and why: for her alone (`mutual-aid` T2).
    pub const fn one_voice(&self) -> &BTreeMap<Person, Why> {
        &self.one_voice
    }

    /// The longest way from whoever starts.
    pub fn depth(&self) -> usize {
        self.places.values().map(|place| place.depth).max().unwrap_or(0)
    }

    /// Its lines, layer by layer from the top, as they are stored.
    pub fn rows(&self) -> Vec<Row> {
        self.by_layer().into_iter().filter_map(|person| self.row(person)).collect()
    }

    fn row(&self, person: Person) -> Option<Row> {
        let place = self.places.get(&person)?;
        Some(Row { person, caller: place.caller, second: place.second })
    }

    /// Everybody whom calls lead to, layer by layer.
    pub fn by_layer(&self) -> Vec<Person> {
        let mut found: Vec<Person> = Vec::with_capacity(self.places.len());
        let top = self.root.filter(|root| self.places.contains_key(root));
        let mut waiting: VecDeque<Person> = match top {
            Some(root) => VecDeque::from([root]),
            None => self.starters.iter().copied().collect(),
        };
        while let Some(person) = waiting.pop_front() {
            found.push(person);
            waiting.extend(self.calls(person));
        }
        found
    }

    /// The way of calls to somebody, from the first called to herself.
    pub fn way_to(&self, person: Person) -> Vec<Person> {
        let mut way = Vec::new();
        let mut next = self.places.contains_key(&person).then_some(person);
        while let Some(person) = next {
            way.push(person);
            next = self.places.get(&person).and_then(|place| place.caller);
        }
        way.reverse();
        way
    }

    fn without_second(&self) -> impl Iterator<Item = Person> {
        let root = self.root;
        let without =
            self.places.iter().filter(move |(person, place)| place.second.is_none() && root != Some(**person));
        without.map(|(person, _)| *person)
    }

    /// Numbers branches and layers anew. Returns whom calls lead to.
    pub(super) fn number_branches(&mut self) -> BTreeSet<Person> {
        let mut reached = BTreeSet::new();
        if let Some(place) = self.root.and_then(|root| self.places.get_mut(&root)) {
            // A branch of its own, for whoever starts is a second voice to nobody.
            *place = Place { branch: usize::MAX, depth: 0, caller: None, second: None };
            reached.extend(self.root);
        }
        let starters = self.starters.iter().enumerate().map(|(branch, starter)| (*starter, branch, 1));
        let mut waiting: VecDeque<(Person, usize, usize)> = starters.collect();
        while let Some((person, branch, depth)) = waiting.pop_front() {
            let Some(place) = self.places.get_mut(&person) else { continue };
            if reached.insert(person) {
                (place.branch, place.depth) = (branch, depth);
                waiting.extend(self.calls(person).iter().map(|called| (*called, branch, depth + 1)));
            }
        }
        reached
    }

    /// Finds second voices for these people: the caller of another branch who has fewest (`mutual-aid` ALG1). A starter
    /// is given another starter when there is one.
    pub(super) fn find_second_voices(&mut self, group: &Group, seed: u64, people: &[Person]) {
        let given = self.second_calls();
        let given = |person: Person| given.get(&person).map_or(0, Vec::len);
        let room = |person: Person| group.most_calls(person).min(usize::from(self.width));
        // Who has room, branch by branch: `Spare` keeps those with fewest first.
        let mut spare: BTreeMap<usize, Spare> = BTreeMap::new();
        for (person, place) in self.places.iter().filter(|(person, _)| self.root != Some(**person)) {
            if given(*person) < room(*person) {
                let lot = lot(seed ^ SECOND, person.0);
                spare.entry(place.branch).or_default().add(*person, given(*person), lot);
            }
        }
        let mut found = Vec::with_capacity(people.len());
        for person in people {
            let Some(place) = self.places.get(person) else { continue };
            let is_starter = place.depth == 1;
            let fits = |other: Person| group.may_pair(other, *person);
            let starts = |other: Person| fits(other) && self.places.get(&other).is_some_and(|place| place.depth == 1);
            let others = || spare.iter().filter(|(branch, _)| **branch != place.branch);
            let starter = || others().filter_map(|(branch, spare)| Some((spare.first(starts)?, *branch))).min();
            let anybody = || others().filter_map(|(branch, spare)| Some((spare.first(fits)?, *branch))).min();
            let second = if is_starter { starter().or_else(anybody) } else { anybody() };
            let Some((key, branch)) = second else {
                let nobody = others().all(|(_, spare)| spare.is_empty());
                found.push((*person, Err(if nobody { Why::NoRoom } else { Why::NobodyFits })));
                continue;
            };
            if let Some(spare) = spare.get_mut(&branch) {
                spare.take(key, room(key.person));
            }
            found.push((*person, Ok(key.person)));
        }
        for (person, second) in found {
            self.one_voice.remove(&person);
            match (second, self.places.get_mut(&person)) {
                (Ok(second), Some(place)) => place.second = Some(second),
                (Err(why), _) => drop(self.one_voice.insert(person, why)),
                (Ok(_), None) => {}
            }
        }
    }
}

/// So that the lot of second voices is another one than that of places.
const SECOND: u64 = 0x7365_636f_6e64;

/// A tree that is being grown.
pub(super) struct Growing<'a> {
    group: &'a Group,
    seed: u64,
    most_starters: usize,
    pub(super) tree: Tree,
    /// Who is in the tree and has room, nearest to the top first.
    spare: BTreeSet<Near>,
}

/// Order among those who have room: near the top, few calls, by lot.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Near {
    depth: usize,
    load: usize,
    lot: u64,
    person: Person,
}

impl<'a> Growing<'a> {
    fn new(group: &'a Group, shape: &Shape, width: u8) -> Self {
        let root = shape.root.filter(|root| group.member(*root).is_some());
        let tree = Tree { width, root, ..Tree::default() };
        let few = group.len() - usize::from(root.is_some()) <= EVERYBODY_IS_CALLED;
        let most_starters = if few { group.len() } else { usize::from(shape.starters.max(1)) };
        Self { group, seed: shape.seed, most_starters, tree, spare: BTreeSet::new() }
    }

    /// A tree as it stands, to which people are added.
    pub(super) fn from_tree(group: &'a Group, seed: u64, tree: Tree) -> Self {
        let mut growing = Self { group, seed, most_starters: tree.starters.len(), tree, spare: BTreeSet::new() };
        let people: Vec<Person> = growing.tree.places.keys().copied().collect();
        people.into_iter().for_each(|person| growing.offer(person));
        growing
    }

    fn grow(mut self) -> Tree {
        if let Some(root) = self.tree.root {
            self.tree.places.insert(root, Place { caller: None, second: None, branch: usize::MAX, depth: 0 });
        }
        let mut left = Vec::new();
        for person in self.in_order() {
            if !self.start_with(person) && !self.insert(person) {
                left.push(person);
            }
        }
        self.try_again(left);
        self.tree.number_branches();
        let mut everybody = self.tree.by_layer();
        everybody.retain(|person| self.tree.root != Some(*person));
        self.tree.find_second_voices(self.group, self.seed, &everybody);
        self.tree
    }

    /// Callers before those who only are called, those who like to start before the others, then by lot.
    fn in_order(&self) -> Vec<Person> {
        let placed = self.group.members().filter(|member| self.tree.root != Some(member.person));
        let mut people: Vec<_> = placed
            .map(|member| {
                let calls = member.calls > 0;
                (!calls, !(calls && member.starter), lot(self.seed, member.person.0), member.person)
            })
            .collect();
        people.sort_unstable();
        people.into_iter().map(|(.., person)| person).collect()
    }

    /// Makes somebody a starter while there are too few.
    fn start_with(&mut self, person: Person) -> bool {
        let calls = self.group.most_calls(person) > 0 || self.most_starters == self.group.len();
        let fits = self.tree.root.is_none_or(|root| self.group.may_pair(root, person));
        if self.tree.starters.len() >= self.most_starters || !calls || !fits {
            return false;
        }
        self.tree.starters.push(person);
        if let Some(root) = self.tree.root {
            self.tree.calls.entry(root).or_default().push(person);
        }
        let branch = self.tree.starters.len() - 1;
        self.tree.places.insert(person, Place { caller: self.tree.root, second: None, branch, depth: 1 });
        self.offer(person);
        true
    }

    /// Gives somebody a place where it changes no other place.
    pub(super) fn place(&mut self, person: Person) -> bool {
        let near = self.spare.iter().find(|near| self.group.may_pair(near.person, person)).copied();
        near.is_some_and(|near| {
            self.hang(person, near.person);
            true
        })
    }

    fn insert(&mut self, person: Person) -> bool {
        self.place(person) || self.make_room(person)
    }

    /// Those with room may not call her: one who may gives a leaf of hers to one of them (`mutual-aid` ALG1,
    /// "augmenting move"). One move, no more.
    fn make_room(&mut self, person: Person) -> bool {
        let Some((leaf, from, to)) = self.find_move(person) else { return false };
        self.withdraw(leaf);
        self.withdraw(from);
        if let Some(calls) = self.tree.calls.get_mut(&from) {
            calls.retain(|called| *called != leaf);
        }
        self.offer(from);
        self.hang(leaf, to);
        self.hang(person, from);
        true
    }

    fn find_move(&self, person: Person) -> Option<(Person, Person, Person)> {
        if self.spare.is_empty() {
            return None;
        }
        let leaves = self.tree.places.iter().filter(|(leaf, _)| self.tree.calls(**leaf).is_empty());
        let hung = leaves.filter_map(|(leaf, place)| Some((*leaf, place.caller?)));
        let mut could = hung.filter(|(_, from)| self.tree.root != Some(*from) && self.group.may_pair(*from, person));
        could.find_map(|(leaf, from)| {
            let mut others = self.spare.iter().map(|near| near.person).filter(|to| *to != leaf && *to != from);
            let to = others.find(|to| self.group.may_pair(*to, leaf))?;
            Some((leaf, from, to))
        })
    }

    /// A move, or a caller who came after, may have made room for whoever had none.
    fn try_again(&mut self, mut left: Vec<Person>) {
        loop {
            let before = left.len();
            left.retain(|person| !self.insert(*person));
            if left.len() == before || left.is_empty() {
                break;
            }
        }
        let why = if self.spare.is_empty() { Why::NoRoom } else { Why::NobodyFits };
        self.tree.unplaced = left.into_iter().map(|person| (person, why)).collect();
    }

    fn hang(&mut self, person: Person, caller: Person) {
        let Some(above) = self.tree.places.get(&caller).copied() else { return };
        self.withdraw(caller);
        self.tree.calls.entry(caller).or_default().push(person);
        let place = Place { caller: Some(caller), second: None, branch: above.branch, depth: above.depth + 1 };
        self.tree.places.insert(person, place);
        self.offer(caller);
        self.offer(person);
    }

    fn near(&self, person: Person) -> Option<Near> {
        let depth = self.tree.places.get(&person)?.depth;
        Some(Near { depth, load: self.tree.calls(person).len(), lot: lot(self.seed, person.0), person })
    }

    fn withdraw(&mut self, person: Person) {
        if let Some(near) = self.near(person) {
            self.spare.remove(&near);
        }
    }

    fn offer(&mut self, person: Person) {
        let room = self.group.most_calls(person).min(usize::from(self.tree.width));
        if let Some(near) = self.near(person).filter(|near| near.load < room && self.tree.root != Some(person)) {
            self.spare.insert(near);
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::rules::chance::Chance;
    use crate::rules::group::Member;
    use crate::rules::quiet::{Hours, Quiet};
    use proptest::prelude::*;

    /// The full count under `PARPOUR_TEST_LONG=1` (ruling 38), the quick one otherwise.
    pub fn cases(quick: u32, long: u32) -> u32 {
        if std::env::var_os("PARPOUR_TEST_LONG").is_some_and(|value| value == "1") { long } else { quick }
    }

    pub fn person(number: u32) -> Person {
        // As ids are: most of their bits are alike.
        Person((0x0190_5f1e_u128 << 96) | u128::from(number))
    }

    /// A random group: most call, some only have evenings, up to a tenth of the pairs are apart.
    pub fn some_group(seed: u64, people: u32, callers: u16, apart_per_mille: u16, hours: bool) -> Group {
        let mut chance = Chance::new(seed);
        let evening = Quiet { from: "22:00:00".parse().unwrap(), until: "17:00:00".parse().unwrap() };
        let morning = Quiet { from: "12:00:00".parse().unwrap(), until: "08:00:00".parse().unwrap() };
        let members: Vec<Member> = (0..people)
            .map(|number| {
                let calls = if chance.happens(callers) { 2 + u8::try_from(chance.draw() % 5).unwrap() } else { 0 };
                let quiet = match chance.draw() % 10 {
                    0 if hours => evening,
                    1 if hours => morning,
                    _ => Quiet::USUAL,
                };
                let hours = Hours { quiet, urgent_at_night: chance.happens(200) };
                Member {
                    person: person(number),
                    calls,
                    starter: chance.happens(300),
                    hours,
                    tomorrow: chance.happens(200),
                }
            })
            .collect();
        let pairs = (0..people).flat_map(|one| (0..one).map(move |other| (one, other)));
        let apart: Vec<_> = pairs.filter(|_| chance.happens(apart_per_mille)).collect();
        Group::new(members, apart.into_iter().map(|(one, other)| (person(one), person(other))))
    }

    /// Everybody calls as many as are wanted, nobody is apart.
    pub fn easy_group(people: u32, calls: u8) -> Group {
        let member =
            |number| Member { person: person(number), calls, starter: false, hours: Hours::USUAL, tomorrow: false };
        Group::new((0..people).map(member), [])
    }

    /// Whom calls reach when one person is silent: on the tree, then by second voices who were reached on it.
    fn reached_without(tree: &Tree, silent: Person) -> BTreeSet<Person> {
        let on_the_tree = |person: Person| !tree.way_to(person).contains(&silent);
        let people = tree.places().filter(|(person, _)| *person != silent);
        let by_either = people.filter(|(person, place)| on_the_tree(*person) || place.second.is_some_and(&on_the_tree));
        by_either.map(|(person, _)| person).collect()
    }

    fn holds(group: &Group, shape: &Shape, tree: &Tree) -> Result<(), TestCaseError> {
        // TP1: rooted, without a circle, everybody has a place or is named.
        let named: BTreeSet<Person> = tree.places.keys().chain(tree.unplaced.keys()).copied().collect();
        prop_assert_eq!(named.len(), group.len());
        prop_assert_eq!(tree.places.len() + tree.unplaced.len(), group.len());
        prop_assert_eq!(tree.by_layer().len(), tree.places.len());
        let starters = if group.len() <= EVERYBODY_IS_CALLED { group.len() } else { usize::from(shape.starters) };
        prop_assert!(tree.starters.len() <= starters);
        // TP2, X1: what each said yes to, and nobody who is apart; every fault but those who have no place.
        let faults = tree.faults(group);
        let others: Vec<_> = faults.iter().filter(|fault| !matches!(fault, Fault::NotDrawn(_))).collect();
        prop_assert!(others.is_empty(), "{:?}", others);
        for calls in tree.calls.values().chain(tree.second_calls().values()) {
            prop_assert!(calls.len() <= usize::from(tree.width));
        }
        // TP3: two ways that share nobody.
        for (person, place) in tree.places() {
            let Some(second) = place.second else {
                prop_assert!(tree.one_voice.contains_key(&person));
                continue;
            };
            let mut way = tree.way_to(second);
            way.retain(|other| tree.way_to(person).contains(other));
            prop_assert!(way.is_empty(), "{:?} by {:?}", person, second);
        }
        // TP7: each who has no place has nobody who could call her.
        for person in tree.unplaced.keys() {
            let mut spare = group.members().map(|member| member.person).filter(|caller| {
                let room = group.most_calls(*caller).min(usize::from(tree.width));
                tree.places.contains_key(caller) && tree.calls(*caller).len() < room
            });
            prop_assert!(spare.all(|caller| !group.may_pair(caller, *person)), "{:?}", person);
        }
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(cases(500, 20_000)))]

        /// TP1, TP2, TP3, TP7 and the first half of TP6.
        #[test]
        fn a_tree_keeps_every_promise(
            seed in any::<u64>(), people in prop_oneof![4 => 3u32..60, 1 => 60u32..=500], callers in 200u16..=1000,
            apart in 0u16..=100, hours in any::<bool>(), starters in 1u8..=6,
        ) {
            let group = some_group(seed, people, callers, apart, hours);
            let shape = Shape { starters, seed, ..Shape::default() };
            let tree = Tree::grow(&group, &shape);
            holds(&group, &shape, &tree)?;
            // TP6: the order in which people are told changes nothing, nor who of two asked to be kept apart.
            let pairs = (0..people).flat_map(|one| (0..one).map(move |other| (person(one), person(other))));
            let mut members: Vec<Member> = group.members().copied().collect();
            members.reverse();
            let awake = |one: Person, other: Person| {
                group.member(one).unwrap().hours.quiet.meets(group.member(other).unwrap().hours.quiet)
            };
            let apart = pairs.filter(|(one, other)| awake(*one, *other) && !group.may_pair(*one, *other));
            let apart: Vec<_> = apart.collect();
            let again = Group::new(members, apart.into_iter().map(|(one, other)| (other, one)));
            prop_assert_eq!(Tree::grow(&again, &shape), tree.clone());
            // What is stored is the tree.
            let read = Tree::read(tree.root, tree.width, &tree.rows()).unwrap();
            prop_assert_eq!(read.places, tree.places);
            prop_assert_eq!(read.calls, tree.calls);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(cases(60, 2_000)))]

        /// TP4: one silent person cuts off nobody who has a second voice.
        #[test]
        fn one_silent_person_cuts_off_nobody(
            seed in any::<u64>(), people in 5u32..60, callers in 500u16..=1000, apart in 0u16..=50,
        ) {
            let group = some_group(seed, people, callers, apart, false);
            let tree = Tree::grow(&group, &Shape { seed, ..Shape::default() });
            for silent in tree.places.keys() {
                let reached = reached_without(&tree, *silent);
                let has_two = tree.places().filter(|(person, place)| place.second.is_some() && person != silent);
                for (person, _) in has_two {
                    prop_assert!(reached.contains(&person), "{:?} without {:?}", person, silent);
                }
            }
        }

        /// TP5: with callers enough and nobody apart, everybody has a place and the tree is flat.
        #[test]
        fn with_callers_enough_everybody_has_a_place(
            seed in any::<u64>(), people in 3u32..=500, width in 2u8..=4, extra in 0u16..=200,
        ) {
            let least = (people * 2).div_ceil(u32::from(width)).min(people);
            let callers = (least + people * u32::from(extra) / 1000).min(people);
            let member = |number| {
                let calls = if number < callers { 4 } else { 0 };
                Member { person: person(number), calls, starter: false, hours: Hours::USUAL, tomorrow: false }
            };
            let group = Group::new((0..people).map(member), []);
            let tree = Tree::grow(&group, &Shape { width: Some(width), seed, ..Shape::default() });
            prop_assert!(tree.unplaced.is_empty());
            let mut log = 0;
            while usize::from(width).pow(log) < group.len() {
                log += 1;
            }
            prop_assert!(tree.depth() <= usize::try_from(log).unwrap() + 1, "{} of {}", tree.depth(), people);
        }
    }

    /// X2, ruling 27: whoever is kept away from stands as near to the top as ever, as far as counting many trees can
    /// tell.
    #[test]
    fn nobody_can_tell_from_her_place_that_somebody_keeps_away_from_her() {
        let trees = 2_000_u64;
        let depths = |apart: &[(Person, Person)]| {
            let mut group = easy_group(15, 3);
            apart.iter().for_each(|(one, other)| group.keep_apart(*one, *other));
            let mut depths = [0_u64; 6];
            for seed in 0..trees {
                let tree = Tree::grow(&group, &Shape { seed, ..Shape::default() });
                depths[tree.place(person(3)).unwrap().depth] += 1;
            }
            depths
        };
        let [with, without] = [depths(&[(person(8), person(3))]), depths(&[])];
        println!("of {trees} trees, by depth: {with:?} with somebody who keeps away, {without:?} without");
        for (with, without) in with.into_iter().zip(without) {
            assert!(with.abs_diff(without) <= trees / 20, "one tree in twenty");
        }
    }

    /// The tree of story 4.3, line by line.
    pub fn story() -> (Group, Vec<Row>) {
        let lines: [(u32, &[u32]); 13] = [
            (4, &[1, 2, 10, 17]),
            (1, &[3, 6]),
            (2, &[12, 13]),
            (10, &[20, 21]),
            (17, &[27, 28]),
            (3, &[7, 8]),
            (6, &[9, 11]),
            (12, &[14, 15]),
            (13, &[16, 19]),
            (20, &[22, 23]),
            (21, &[24, 26]),
            (27, &[29, 30]),
            (28, &[31, 5]),
        ];
        let root = Row { person: person(4), caller: None, second: None };
        let called = lines.iter().flat_map(|(caller, calls)| {
            calls.iter().map(|called| Row { person: person(*called), caller: Some(person(*caller)), second: None })
        });
        let rows: Vec<Row> = std::iter::once(root).chain(called).collect();
        // Not in the tree: paused 18 and 25, post only 32 to 34, 35 who gave nothing.
        let member =
            |row: &Row| Member { person: row.person, calls: 4, starter: false, hours: Hours::USUAL, tomorrow: false };
        (Group::new(rows.iter().map(member), []), rows)
    }

    #[test]
    fn the_tree_of_the_ice_storm_is_accepted_as_it_was_drawn() {
        let (group, rows) = story();
        assert_eq!(group.len(), 29);
        let tree = Tree::drawn(&group, Some(person(4)), 0, &rows).unwrap();
        assert_eq!(tree.starters(), [1, 2, 10, 17].map(person));
        assert_eq!(tree.calls(person(13)), [16, 19].map(person));
        assert_eq!((tree.depth(), tree.width()), (3, 2));
        assert_eq!(tree.way_to(person(5)), [4, 17, 28, 5].map(person));
        let layers = [0, 1, 2, 3].map(|depth| tree.places().filter(|(_, place)| place.depth == depth).count());
        assert_eq!(layers, [1, 4, 8, 16]);
        for (person, place) in tree.places().filter(|(_, place)| place.depth > 0) {
            let second = tree.place(place.second.unwrap()).unwrap();
            assert_ne!(second.branch, place.branch, "{person:?}");
        }
        let by_rows: Vec<Option<Person>> = tree.rows().iter().map(|row| row.caller).collect();
        assert_eq!(by_rows.len(), 29);
    }

    #[test]
    fn a_tree_that_is_grown_for_the_same_people_has_the_same_layers() {
        let (group, _) = story();
        let shape = Shape { starters: 4, root: Some(person(4)), ..Shape::default() };
        let tree = Tree::grow(&group, &shape);
        let layers = [0, 1, 2, 3, 4].map(|depth| tree.places().filter(|(_, place)| place.depth == depth).count());
        assert_eq!((layers, tree.width()), ([1, 4, 8, 16, 0], 2));
        assert_eq!(tree.faults(&group), []);
    }

    #[test]
    fn a_drawn_tree_is_told_everything_that_does_not_hold() {
        let (mut group, mut rows) = story();
        group.keep_apart(person(28), person(17));
        group.add(Member { person: person(6), calls: 1, starter: false, hours: Hours::USUAL, tomorrow: false });
        group.add(Member { person: person(40), calls: 0, starter: false, hours: Hours::USUAL, tomorrow: false });
        group.remove(person(9));
        rows[5].second = Some(person(8));
        let faults = Tree::drawn(&group, Some(person(4)), 0, &rows).unwrap_err();
        for fault in [
            Fault::CallsOtherwise { caller: person(17), person: person(28) },
            Fault::TooMany { person: person(6), drawn: 2, most: 1 },
            Fault::NotDrawn(person(40)),
            Fault::NotOfTheTree(person(9)),
            Fault::SameBranch(rows[5].person),
        ] {
            assert!(faults.contains(&fault), "{fault:?} in {faults:?}");
        }
        assert_eq!(faults.len(), 5, "{faults:?}");
    }

    #[test]
    fn a_circle_and_a_person_drawn_twice_are_found() {
        let row = |person_: u32, caller: Option<u32>| Row {
            person: person(person_),
            caller: caller.map(person),
            second: None,
        };
        let circle = [row(1, None), row(2, Some(3)), row(3, Some(2)), row(5, Some(9))];
        let never = [2, 3, 5].map(|number| Fault::NeverReached(person(number)));
        assert_eq!(Tree::read(None, 2, &circle).unwrap_err(), never);
        let twice = [row(1, None), row(1, None)];
        assert_eq!(Tree::read(None, 2, &twice).unwrap_err(), [Fault::Twice(person(1))]);
    }

    #[test]
    fn in_a_small_group_everybody_is_called_first() {
        for people in 1..=4 {
            let mut group = easy_group(people, 4);
            group.add(Member { person: person(0), calls: 0, starter: false, hours: Hours::USUAL, tomorrow: false });
            let tree = Tree::grow(&group, &Shape::default());
            assert_eq!(tree.starters().len(), group.len());
            assert!(tree.unplaced().is_empty());
        }
    }

    #[test]
    fn without_anybody_who_calls_everybody_is_named() {
        let tree = Tree::grow(&easy_group(9, 0), &Shape::default());
        assert_eq!(tree.unplaced().len(), 9);
        assert!(tree.unplaced().values().all(|why| *why == Why::NoRoom));
        assert_eq!(Tree::grow(&Group::default(), &Shape::default()).rows(), []);
    }

    #[test]
    fn one_who_is_apart_from_all_who_have_room_is_placed_by_one_move() {
        // 1 starts and calls 2 and 3; 3 has room; 4 is apart from 2 and 3. 1 takes 4 and gives a leaf to 3.
        let member = |number, calls| Member {
            person: person(number),
            calls,
            starter: number == 1,
            hours: Hours::USUAL,
            tomorrow: false,
        };
        let group = Group::new(
            [member(1, 2), member(2, 0), member(3, 2), member(4, 0), member(5, 0)],
            [(person(4), person(3))],
        );
        let tree = Tree::grow(&group, &Shape { starters: 1, ..Shape::default() });
        assert!(tree.unplaced().is_empty(), "{tree:?}");
        assert_eq!(tree.place(person(4)).unwrap().caller, Some(person(1)));
    }
}
