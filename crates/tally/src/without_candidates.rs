//! Election without candidates (`decisions` 6.12, `decisions B9`), as in sociocracy: Gerard Endenburg, "Sociocracy: The
//! Organization of Decision-Making", 1998.
//!
//! Nobody stands. Each member names somebody and says why; after a round of reasons, names may change; then whoever
//! leads the meeting proposes the name with the strongest *reasons*. The number of times a name was said decides
//! nothing, and [`Nominations`] has no method that picks one. The proposed person speaks last in the round of consent,
//! and may refuse without a reason.

use crate::options::OptionId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most names that are proposed in one session.
pub const MOST_NAMES: usize = 3;
/// Longest term of a role, in months.
pub const LONGEST_TERM: u8 = 24;
/// Longest term when the names of a session are used up, in months.
pub const LONGEST_SHORT_TERM: u8 = 6;
/// Fewest people with whom it works well.
pub const FEWEST_PEOPLE: u64 = 4;
/// Most people with whom it works well.
pub const MOST_PEOPLE: u64 = 20;

/// Who was named, and by how many, in the order of the list of members. For reading, not for deciding.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Nominations(BTreeMap<OptionId, u64>);

impl FromIterator<OptionId> for Nominations {
    fn from_iter<I: IntoIterator<Item = OptionId>>(named: I) -> Self {
        let mut counts = BTreeMap::new();
        named.into_iter().for_each(|person| *counts.entry(person).or_insert(0) += 1);
        Self(counts)
    }
}

impl Nominations {
    /// Whether somebody named this person.
    pub fn includes(&self, person: OptionId) -> bool {
        self.0.contains_key(&person)
    }

    /// Who was named, and by how many.
    pub fn iter(&self) -> impl Iterator<Item = (OptionId, u64)> {
        self.0.iter().map(|(person, count)| (*person, *count))
    }
}

/// What became of a proposed name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Nobody objects, and she accepts.
    Consent,
    /// She refuses; no reason is asked.
    Refused,
    /// Somebody objects, and it could not be resolved by adapting the role.
    Objection,
}

/// A name proposed, and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// Who.
    pub person: OptionId,
    /// What became of it.
    pub answer: Answer,
}

/// Where a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Session {
    /// Nobody was named yet.
    NothingNamed,
    /// A name may be proposed; so many are left in this session.
    Propose {
        /// How many.
        left: usize,
    },
    /// She holds the role.
    Elected(OptionId),
    /// Three names were tried, or all: a second session, or somebody for six months at most.
    UsedUp,
}

/// Why a list of attempts cannot have happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotASession {
    /// Nobody named this person.
    NotNamed(OptionId),
    /// She was proposed before.
    Twice(OptionId),
    /// Somebody was elected already, or the names were used up.
    AlreadyOver,
}

/// Where a session stands after these attempts.
///
/// # Errors
/// [`NotASession`] when they cannot have happened.
pub fn session(nominations: &Nominations, attempts: &[Attempt]) -> Result<Session, NotASession> {
    let mut tried: Vec<OptionId> = Vec::new();
    let mut elected = None;
    for attempt in attempts {
        if elected.is_some() || tried.len() >= MOST_NAMES {
            return Err(NotASession::AlreadyOver);
        }
        if !nominations.includes(attempt.person) {
            return Err(NotASession::NotNamed(attempt.person));
        }
        if tried.contains(&attempt.person) {
            return Err(NotASession::Twice(attempt.person));
        }
        tried.push(attempt.person);
        match attempt.answer {
            Answer::Consent => elected = Some(attempt.person),
            Answer::Refused | Answer::Objection => {}
        }
    }
    let left = MOST_NAMES.min(nominations.0.len()).saturating_sub(tried.len());
    Ok(match elected {
        Some(person) => Session::Elected(person),
        None if nominations.0.is_empty() => Session::NothingNamed,
        None if left == 0 => Session::UsedUp,
        None => Session::Propose { left },
    })
}

/// What a group should know before it chooses this way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// Fewer than four people.
    TooFew(u64),
    /// More than twenty people.
    TooMany(u64),
    /// Relations are strained: nominations could be secret.
    Strained,
}

/// What to warn of.
pub fn warnings(people: u64, strained: bool) -> Vec<Warning> {
    let few = (people < FEWEST_PEOPLE).then_some(Warning::TooFew(people));
    let many = (people > MOST_PEOPLE).then_some(Warning::TooMany(people));
    few.into_iter().chain(many).chain(strained.then_some(Warning::Strained)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{letter, letters};

    fn named(text: &str) -> Nominations {
        letters(text).into_iter().collect()
    }
    fn tried(text: &str, answer: Answer) -> Vec<Attempt> {
        letters(text).into_iter().map(|person| Attempt { person, answer }).collect()
    }

    #[test]
    fn whoever_is_named_least_can_be_elected() {
        let attempt = tried("b", Answer::Consent);
        assert_eq!(session(&named("aaaab"), &attempt), Ok(Session::Elected(letter('b'))));
    }

    #[test]
    fn a_refusal_leads_to_the_next_name() {
        assert_eq!(session(&named("aabc"), &tried("a", Answer::Refused)), Ok(Session::Propose { left: 2 }));
        assert_eq!(session(&named("aab"), &tried("ab", Answer::Refused)), Ok(Session::UsedUp));
    }

    #[test]
    fn three_names_are_tried_and_no_fourth() {
        let three = tried("abc", Answer::Objection);
        assert_eq!(session(&named("abcd"), &three), Ok(Session::UsedUp));
        assert_eq!(session(&named("abcd"), &tried("abcd", Answer::Objection)), Err(NotASession::AlreadyOver));
    }

    #[test]
    fn nobody_is_proposed_whom_nobody_named() {
        assert_eq!(session(&named("ab"), &tried("c", Answer::Consent)), Err(NotASession::NotNamed(letter('c'))));
    }

    #[test]
    fn nobody_is_proposed_twice_or_after_the_end() {
        assert_eq!(session(&named("ab"), &tried("aa", Answer::Refused)), Err(NotASession::Twice(letter('a'))));
        assert_eq!(session(&named("ab"), &tried("ab", Answer::Consent)), Err(NotASession::AlreadyOver));
    }

    #[test]
    fn without_a_name_there_is_nothing_to_propose() {
        assert_eq!(session(&Nominations::default(), &[]), Ok(Session::NothingNamed));
        assert_eq!(session(&named("a"), &[]), Ok(Session::Propose { left: 1 }));
    }

    #[test]
    fn the_order_in_which_names_are_said_changes_nothing() {
        assert_eq!(named("abcab"), named("bbaac"));
        assert_eq!(named("abcab").iter().map(|(_, count)| count).collect::<Vec<_>>(), [2, 2, 1]);
    }

    #[test]
    fn a_group_is_warned_when_it_is_small_large_or_strained() {
        assert_eq!(warnings(3, false), [Warning::TooFew(3)]);
        assert_eq!(warnings(4, false), []);
        assert_eq!(warnings(20, true), [Warning::Strained]);
        assert_eq!(warnings(21, true), [Warning::TooMany(21), Warning::Strained]);
    }
}
