//! What goes with a yes to the phone tree, and the words of a message (`domain` 2.8; `mutual-aid` 5.1).

use super::quiet::Quiet;
use chrono::NaiveTime;
use commons::ids::MemberId;
use commons::refusal::{Message, Problem};
use membership::ContactId;
use serde::{Deserialize, Serialize};

/// Most people whom somebody says she calls in one chain.
pub const MOST_CALLS: u8 = 6;
/// What the form suggests: with fewer, a chain in which many are away reaches too few (`mutual-aid` ALG2).
pub const SUGGESTED_CALLS: u8 = 6;
/// Longest message, in characters: it is read aloud and written down at the other end.
pub const LONGEST_MESSAGE: usize = 300;
/// A message is easier to say in so many words.
pub const GOOD_WORDS: usize = 40;
/// Longest thing that somebody asks for, in characters.
pub const LONGEST_ASK: usize = 160;
/// Most who are called first.
pub const MOST_STARTERS: u8 = 9;

/// What may be left with a machine, or with somebody else who answers (ruling 19).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Voicemail {
    /// A first name, and "call me back".
    #[default]
    NameOnly,
    /// The message itself too.
    Text,
    /// Nothing: hang up.
    Nothing,
}

impl Voicemail {
    /// All, in the order forms offer them.
    pub const ALL: [Self; 3] = [Self::NameOnly, Self::Text, Self::Nothing];

    /// Its name in forms and translations (`calls-voicemail-<name>`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::NameOnly => "name",
            Self::Text => "text",
            Self::Nothing => "nothing",
        }
    }

    /// The one of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// What she wants when three voices found nobody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Silent {
    /// Nothing.
    #[default]
    Nothing,
    /// That somebody tries again the next day.
    Tomorrow,
    /// That somebody whom she named knocks at her door.
    Door,
    /// That somebody whom she named is told, and nobody else.
    Tell,
}

impl Silent {
    /// All, in the order forms offer them.
    pub const ALL: [Self; 4] = [Self::Nothing, Self::Tomorrow, Self::Door, Self::Tell];

    /// Its name in forms and translations (`calls-silent-<name>`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Tomorrow => "tomorrow",
            Self::Door => "door",
            Self::Tell => "tell",
        }
    }

    /// The one of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// Whether it takes somebody whom she names.
    pub const fn names_somebody(self) -> bool {
        match self {
            Self::Door | Self::Tell => true,
            Self::Nothing | Self::Tomorrow => false,
        }
    }
}

/// What goes with her yes. Her key alone opens it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// Most people whom she calls in one chain, when she calls others.
    pub calls: u8,
    /// When nobody calls her.
    pub quiet: Quiet,
    /// What may be left with a machine.
    pub voicemail: Voicemail,
    /// What to do when she does not answer.
    pub silent: Silent,
    /// The person whom that names.
    pub with: Option<MemberId>,
    /// The number for it. None: the first one she wrote.
    pub number: Option<ContactId>,
    /// Others have that number too: in a call to one of them she may be asked for, once they said so as well
    /// (`mutual-aid` T17).
    #[serde(default)]
    pub shared: bool,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            calls: SUGGESTED_CALLS,
            quiet: Quiet::USUAL,
            voicemail: Voicemail::default(),
            silent: Silent::default(),
            with: None,
            number: None,
            shared: false,
        }
    }
}

/// An hour as forms send it: `21:00`.
pub fn hour(typed: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(typed.trim(), "%H:%M").ok()
}

/// The words of a message.
///
/// # Errors
/// What to correct.
pub fn message(typed: &str) -> Result<String, Problem> {
    short(typed, "words", "chain-words-missing", LONGEST_MESSAGE)
}

/// The words of something that somebody asks for.
///
/// # Errors
/// What to correct.
pub fn ask(typed: &str) -> Result<String, Problem> {
    short(typed, "asked", "chain-ask-missing", LONGEST_ASK)
}

fn short(typed: &str, field: &'static str, missing: &'static str, longest: usize) -> Result<String, Problem> {
    let typed = typed.trim();
    let over = typed.chars().count().saturating_sub(longest);
    match (typed.is_empty(), over) {
        (true, _) => Err(Problem::new(field, Message::new(missing))),
        (false, 0) => Ok(typed.to_owned()),
        (false, over) => Err(Problem::new(field, Message::new("too-long").with("over", over))),
    }
}

/// The numbers of lines as somebody reads them from a sheet: `1, 2 5`. None when something else stands there.
pub fn lines(typed: &str) -> Option<Vec<u16>> {
    let between = |sign: char| sign.is_whitespace() || sign == ',' || sign == ';';
    typed.split(between).filter(|part| !part.is_empty()).map(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_leads_back() {
        for one in Voicemail::ALL {
            assert_eq!(Voicemail::named(one.name()), Some(one));
        }
        for one in Silent::ALL {
            assert_eq!(Silent::named(one.name()), Some(one));
        }
        assert!(Silent::Door.names_somebody() && !Silent::Tomorrow.names_somebody());
    }

    #[test]
    fn a_message_is_short_enough_to_be_read_aloud() {
        assert_eq!(message("  Le local est fermé.\n").as_deref(), Ok("Le local est fermé."));
        assert_eq!(message(" ").unwrap_err().message.key, "chain-words-missing");
        assert!(message(&"é".repeat(LONGEST_MESSAGE)).is_ok());
        assert_eq!(message(&"é".repeat(LONGEST_MESSAGE + 1)).unwrap_err().message.key, "too-long");
        assert_eq!(ask(&"é".repeat(LONGEST_ASK + 1)).unwrap_err().field, "asked");
    }

    #[test]
    fn hours_and_lines_are_read_as_they_are_typed() {
        assert_eq!(hour(" 21:00"), NaiveTime::from_hms_opt(21, 0, 0));
        assert_eq!((hour("21 h"), hour("")), (None, None));
        assert_eq!(lines("1, 2 5;7"), Some(vec![1, 2, 5, 7]));
        assert_eq!((lines(""), lines("une")), (Some(Vec::new()), None));
    }
}
