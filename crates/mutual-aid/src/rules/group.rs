//! Who takes part in a phone tree, what each said yes to, and who is never put on the line with whom.

use super::quiet::Hours;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A member, by the bytes of her id. The rules know nothing else of who she is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Person(pub u128);

impl fmt::Display for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}", self.0)
    }
}

impl From<Person> for String {
    fn from(person: Person) -> Self {
        person.to_string()
    }
}

/// Not the id of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not 32 hexadecimal digits")]
pub struct NotAPerson;

impl TryFrom<String> for Person {
    type Error = NotAPerson;

    fn try_from(text: String) -> Result<Self, NotAPerson> {
        let digits = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = u128::from_str_radix(&text, 16).map_err(|_| NotAPerson)?;
        if digits { Ok(Self(number)) } else { Err(NotAPerson) }
    }
}

/// What one person said yes to. Whoever did not say yes to being called is not there at all, nor whoever is on pause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Who.
    pub person: Person,
    /// Most people whom she calls in one chain: the number she gave. None when she is called and calls nobody.
    pub calls: u8,
    /// She said yes to being one of the first called.
    pub starter: bool,
    /// When she may be called.
    pub hours: Hours,
    /// When three voices found nobody, she is tried once more the next day (`mutual-aid` 5.1, "to reach otherwise").
    #[serde(default)]
    pub tomorrow: bool,
}

/// Pairs that are never on the line together. Who asked for it is not known here: both ways are the same, so that the
/// tree of one who is kept away is the tree of one who keeps away (`mutual-aid` X2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Apart(BTreeSet<(Person, Person)>);

impl Apart {
    /// Keeps two people apart.
    pub fn keep(&mut self, one: Person, other: Person) {
        self.0.insert((one.min(other), one.max(other)));
    }

    fn holds(&self, one: Person, other: Person) -> bool {
        self.0.contains(&(one.min(other), one.max(other)))
    }
}

/// Everybody who said yes to being called, and who is kept apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    members: BTreeMap<Person, Member>,
    apart: Apart,
}

impl Group {
    /// A group. The order in which people and pairs are given changes nothing.
    pub fn new(members: impl IntoIterator<Item = Member>, apart: impl IntoIterator<Item = (Person, Person)>) -> Self {
        let members = members.into_iter().map(|member| (member.person, member)).collect();
        let mut group = Self { members, apart: Apart::default() };
        apart.into_iter().for_each(|(one, other)| group.keep_apart(one, other));
        group
    }

    /// Whoever said yes, in the order of their ids.
    pub fn members(&self) -> impl Iterator<Item = &Member> {
        self.members.values()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether nobody said yes.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// What somebody said yes to.
    pub fn member(&self, person: Person) -> Option<&Member> {
        self.members.get(&person)
    }

    /// Most people whom she calls.
    pub fn most_calls(&self, person: Person) -> usize {
        self.member(person).map_or(0, |member| usize::from(member.calls))
    }

    /// From now on these two are kept apart.
    pub fn keep_apart(&mut self, one: Person, other: Person) {
        self.apart.keep(one, other);
    }

    /// Whether these two are kept apart.
    pub fn are_apart(&self, one: Person, other: Person) -> bool {
        self.apart.holds(one, other)
    }

    /// Who is kept apart, each pair once.
    pub fn apart(&self) -> impl Iterator<Item = (Person, Person)> {
        self.apart.0.iter().copied()
    }

    /// One who comes in.
    pub fn add(&mut self, member: Member) {
        self.members.insert(member.person, member);
    }

    /// One who no longer says yes.
    pub fn remove(&mut self, person: Person) {
        self.members.remove(&person);
    }

    /// Whether one may call the other: the only place that says so, for the tree, the takeovers, the board and the
    /// drawn tree alike (`mutual-aid` X1). They are not kept apart, and there is an hour when both are awake. Nobody
    /// who is refused learns which of the two it was.
    pub fn may_pair(&self, one: Person, other: Person) -> bool {
        let meet = match (self.member(one), self.member(other)) {
            (Some(one), Some(other)) => one.hours.quiet.meets(other.hours.quiet),
            // Whoever starts a chain may be outside the tree.
            _ => true,
        };
        one != other && meet && !self.apart.holds(one, other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_written_with_her_digits_and_read_again() {
        let person = Person(0x0190_0000_0000_7000_8000_0000_0000_002a);
        let text = serde_json::to_string(&person).unwrap();
        assert_eq!(text, "\"0190000000007000800000000000002a\"");
        assert_eq!(serde_json::from_str::<Person>(&text).unwrap(), person);
        for wrong in ["", "2a", "+190000000007000800000000000002a", "0190000000007000800000000000002g"] {
            assert_eq!(Person::try_from(wrong.to_owned()), Err(NotAPerson), "{wrong}");
        }
    }

    #[test]
    fn apart_holds_from_both_sides() {
        let [one, other, third] = [1, 2, 3].map(Person);
        let member = |person| Member { person, calls: 4, starter: false, hours: Hours::USUAL, tomorrow: false };
        let group = Group::new([one, other, third].map(member), [(other, one)]);
        assert!(!group.may_pair(one, other) && !group.may_pair(other, one) && !group.may_pair(one, one));
        assert!(group.may_pair(one, third));
    }
}
