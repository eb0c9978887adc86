//! What the charter can say: each rule with its bounds and its starting value.
//!
//! Starting values are those of `spec/domain.md` 2.16 and the rulings named beside them; every one
//! of them is the group's to change, by decision and by nothing else.

use crate::rules::admission::AdmissionRule;
use crate::rules::kernel::LONGEST_MANDATE_MONTHS;
use crate::rules::removal::Approval;
use chrono::{Days, Months, NaiveDate};
use commons::clock::Tz;
use commons::effects::Class;
use commons::refusal::Message;
use std::collections::BTreeMap;
use tally::{Quorum, Threshold};

/// One rule that the charter sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name in the store and in translations (`charter-rule-<name>`).
    pub name: &'static str,
    /// What may be written there.
    pub kind: Kind,
    /// What it says until the group says otherwise.
    pub start: &'static str,
    /// Where members look for it.
    pub chapter: Chapter,
}

/// The chapters of the charter, in the order they are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chapter {
    /// Who we are: name, words, language.
    Identity,
    /// How we decide.
    Deciding,
    /// How people come in.
    ComingIn,
    /// Mandates.
    Mandates,
}

impl Chapter {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::Identity, Self::Deciding, Self::ComingIn, Self::Mandates];

    /// Its name in translations (`charter-chapter-<name>`).
    pub fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Deciding => "deciding",
            Self::ComingIn => "coming-in",
            Self::Mandates => "mandates",
        }
    }
}

/// What may be written in a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words, of so many characters at most.
    Words {
        /// Fewest characters.
        min: usize,
        /// Most characters.
        max: usize,
    },
    /// Several lines, of so many characters at most.
    Lines {
        /// Most characters.
        max: usize,
    },
    /// A whole number between two bounds, both included.
    Number {
        /// Smallest.
        min: u32,
        /// Largest.
        max: u32,
    },
    /// `12`, `33%` or `majority`.
    Quorum,
    /// `1/2`, `2/3` …
    Majority,
    /// One of these.
    OneOf(&'static [&'static str]),
    /// A time zone of the IANA list.
    Zone,
    /// A day, or nothing.
    Day,
    /// The name of a theme that is installed, which [`Rule::accept`] cannot know: see [`is_theme_name`].
    Theme,
}

const fn rule(chapter: Chapter, name: &'static str, kind: Kind, start: &'static str) -> Rule {
    Rule { name, kind, start, chapter }
}

/// Every rule, in the order the charter shows them.
pub const RULES: &[Rule] = &[
    rule(Chapter::Identity, "name", Kind::Words { min: 1, max: 120 }, ""),
    rule(Chapter::Identity, "member_word", Kind::Words { min: 1, max: 40 }, "membre"),
    rule(Chapter::Identity, "members_word", Kind::Words { min: 1, max: 40 }, "membres"),
    rule(Chapter::Identity, "language", Kind::OneOf(&["fr-CA", "en"]), "fr-CA"),
    rule(Chapter::Identity, "address", Kind::OneOf(&["tu", "vous"]), "tu"),
    rule(Chapter::Identity, "time_zone", Kind::Zone, "America/Toronto"),
    rule(
        Chapter::Identity,
        "legal_frame",
        Kind::OneOf(&["unincorporated", "quebec_part_3", "france_1901", "other"]),
        "unincorporated",
    ),
    rule(Chapter::Identity, "theme", Kind::Theme, "default"),
    // In the pages the founders' own language: `crisis-lines-first` and `-second`. 988 and 811 option 2 are from memory in `spec/domain.md` 2.12: the group checks and edits them.
    rule(
        Chapter::Identity,
        "crisis_lines",
        Kind::Lines { max: 600 },
        "988, appel ou texto, jour et nuit\n811, option 2 : Info-Social, jour et nuit",
    ),
    // A generic address, for what visitors read beside the title of the mandate (P-39.1 s. 3.1).
    rule(Chapter::Identity, "privacy_address", Kind::Lines { max: 200 }, ""),
    rule(Chapter::Identity, "trial_until", Kind::Day, ""),
    rule(Chapter::Deciding, "seconders", Kind::Number { min: 1, max: 20 }, "1"),
    rule(Chapter::Deciding, "unseconded_days", Kind::Number { min: 1, max: 90 }, "14"),
    rule(Chapter::Deciding, "discussion_days_ordinary", Kind::Number { min: 0, max: 90 }, "5"),
    rule(Chapter::Deciding, "discussion_days_charter", Kind::Number { min: 0, max: 90 }, "10"),
    rule(Chapter::Deciding, "voting_days_ordinary", Kind::Number { min: 1, max: 60 }, "5"),
    rule(Chapter::Deciding, "voting_days_charter", Kind::Number { min: 1, max: 60 }, "7"),
    // `decisions A5`: an amendment is talked about with its proposal, and then has a vote of its own.
    rule(Chapter::Deciding, "amendment_voting_days", Kind::Number { min: 1, max: 30 }, "2"),
    // `decisions B9`: days of each round of an election without candidates.
    rule(Chapter::Deciding, "election_days", Kind::Number { min: 1, max: 30 }, "3"),
    rule(Chapter::Deciding, "quorum_ordinary", Kind::Quorum, "33%"),
    rule(Chapter::Deciding, "quorum_charter", Kind::Quorum, "50%"),
    rule(Chapter::Deciding, "majority_ordinary", Kind::Majority, "1/2"),
    rule(Chapter::Deciding, "majority_charter", Kind::Majority, "2/3"),
    // `decisions A8`: how one says yes or no to a text. A majority can always change the charter: were consent the only
    // way, one person could keep it as it is for good.
    rule(
        Chapter::Deciding,
        "methods_ordinary",
        Kind::OneOf(&["free", "majority", "majority_consent", "consent"]),
        "free",
    ),
    rule(Chapter::Deciding, "methods_charter", Kind::OneOf(&["majority", "majority_consent"]), "majority"),
    // Ruling 1: at once for ordinary decisions, after 72 hours for a change of charter.
    rule(Chapter::Deciding, "challenge_hours_ordinary", Kind::Number { min: 0, max: 720 }, "0"),
    rule(Chapter::Deciding, "challenge_hours_charter", Kind::Number { min: 0, max: 720 }, "72"),
    // Ruling 1: whatever the decision, when the vote was secret.
    rule(Chapter::Deciding, "challenge_hours_secret", Kind::Number { min: 0, max: 720 }, "72"),
    // `decisions D5`; C.c.Q. 351†: a ballot is taken when one member asks for it.
    rule(Chapter::Deciding, "secrecy_askers", Kind::Number { min: 1, max: 10 }, "1"),
    // `decisions` 6.7: in a group of fewer than eight, a block needs nobody.
    rule(Chapter::Deciding, "block_support", Kind::Number { min: 0, max: 2 }, "1"),
    // `decisions` 6.7: as many blocks as a consensus survives (U−1, U−2).
    rule(Chapter::Deciding, "consensus_blocks", Kind::Number { min: 0, max: 2 }, "0"),
    // `decisions` 6.5, 6.7: what follows when the rounds are over and something is still in the way.
    rule(Chapter::Deciding, "consent_fallback", Kind::OneOf(&["none", "defer", "two_thirds", "trial"]), "none"),
    rule(Chapter::Deciding, "consensus_fallback", Kind::OneOf(&["none", "three_quarters", "four_fifths"]), "none"),
    // `decisions C4`: once for each vote, and never to recall or to remove somebody.
    rule(Chapter::Deciding, "quorum_missed", Kind::OneOf(&["lapse", "extend", "second_call"]), "extend"),
    rule(Chapter::Deciding, "extension_days", Kind::Number { min: 1, max: 14 }, "3"),
    // `decisions C7`: or a third of those who may vote, when that is fewer.
    rule(Chapter::Deciding, "extension_askers", Kind::Number { min: 1, max: 10 }, "3"),
    // `decisions C6`: people may change their minds until the end, so it starts with no.
    rule(Chapter::Deciding, "close_when_all_voted", Kind::OneOf(&["no", "yes"]), "no"),
    // `decisions C10`: time to print and to carry sheets around, on top of the days of every vote.
    rule(Chapter::Deciding, "paper_days", Kind::Number { min: 0, max: 14 }, "0"),
    // `decisions A14`, 5.1.
    rule(Chapter::Deciding, "cancel_askers", Kind::Number { min: 2, max: 10 }, "3"),
    // `decisions D10`.
    rule(Chapter::Deciding, "challenge_askers", Kind::Number { min: 2, max: 10 }, "3"),
    // `decisions A13`.
    rule(Chapter::Deciding, "same_text_days", Kind::Number { min: 0, max: 365 }, "90"),
    // `decisions D6`: with fewer ballots, a secret vote says adopted or not, and no count.
    rule(Chapter::Deciding, "secret_counts_from", Kind::Number { min: 0, max: 10 }, "5"),
    // Ruling 8.
    rule(Chapter::Deciding, "ballot_keeping_days", Kind::Number { min: 30, max: 365 }, "90"),
    // `domain` 2.16: two adoptions, 30 days apart at least.
    rule(Chapter::Deciding, "two_readings", Kind::OneOf(&["core", "all", "itself"]), "core"),
    // Ruling 11, `domain A5`.
    rule(Chapter::ComingIn, "admission", Kind::OneOf(&AdmissionRule::NAMES), "co_signers"),
    // The group's own, one on each line; none to begin with. Answering is never required (`domain A3`).
    rule(Chapter::ComingIn, "ask_questions", Kind::Lines { max: 1_000 }, ""),
    // Ruling 11.
    rule(Chapter::ComingIn, "first_vote_days", Kind::Number { min: 0, max: 30 }, "30"),
    // `domain A14`: an allied person may less than a member, never more.
    rule(Chapter::ComingIn, "allies_may", Kind::OneOf(&["read", "speak"]), "read"),
    // `mutual-aid` ALG10: a third of the roll at least, which the charter may raise.
    rule(Chapter::ComingIn, "removal_share", Kind::OneOf(&Approval::NAMES), "third"),
    rule(Chapter::Mandates, "mandate_months", Kind::Number { min: 1, max: LONGEST_MANDATE_MONTHS }, "12"),
    rule(Chapter::Mandates, "mandates_per_person", Kind::Number { min: 1, max: 10 }, "2"),
];

/// Most questions that are asked of whoever asks to join; further lines are not asked.
pub const MOST_QUESTIONS: usize = 8;

/// Rules that need two readings when the charter says `core`: those by which all the others are changed, and by
/// which people come in or are removed. `two_readings` itself always does. All of a vote on the charter is among them: without its days
/// and its wait, one evening would undo the rest.
pub const CORE: &[&str] = &[
    "quorum_charter",
    "majority_charter",
    "methods_charter",
    "discussion_days_charter",
    "voting_days_charter",
    "challenge_hours_charter",
    "challenge_hours_secret",
    // Half of a quorum is another quorum, and a decision that nobody can contest in time is not contested, nor a vote
    // stopped.
    "quorum_missed",
    "cancel_askers",
    "challenge_askers",
    "admission",
    "removal_share",
];

/// The rule of that name.
pub fn rule_named(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}

impl Rule {
    /// Checks a value and writes it in its one form.
    ///
    /// # Errors
    /// What to write instead.
    pub fn accept(&self, value: &str) -> Result<String, Message> {
        let value = value.trim().replace("\r\n", "\n");
        let length = value.chars().count();
        match self.kind {
            Kind::Words { min, max } => {
                let fits = (min..=max).contains(&length) && !value.contains('\n');
                let what = if self.name == "name" { "charter-write-name" } else { "charter-write-words" };
                keep_if(fits, value, Message::new(what).with("max", max))
            }
            Kind::Lines { max } => keep_if(length <= max, value, Message::new("charter-write-words").with("max", max)),
            Kind::Number { min, max } => match value.parse::<u32>() {
                Ok(number) if (min..=max).contains(&number) => Ok(number.to_string()),
                _ => Err(Message::new("charter-write-number").with("min", min).with("max", max)),
            },
            Kind::Quorum => value
                .parse::<Quorum>()
                .map(|quorum| quorum.to_string())
                .map_err(|_| Message::new("charter-write-quorum")),
            Kind::Majority => majority(&value)
                .map(|part| format!("{}/{}", part.p, part.q))
                .ok_or_else(|| Message::new("charter-write-majority")),
            Kind::OneOf(choices) => {
                keep_if(choices.contains(&value.as_str()), value, Message::new("charter-choose-one"))
            }
            Kind::Zone => keep_if(value.parse::<Tz>().is_ok(), value, Message::new("charter-write-zone")),
            Kind::Theme => keep_if(is_theme_name(&value), value, Message::new("charter-choose-one")),
            Kind::Day => {
                let fits = value.is_empty() || value.parse::<NaiveDate>().is_ok();
                keep_if(fits, value, Message::new("charter-write-day"))
            }
        }
    }
}

/// Longest trial, in months.
const LONGEST_TRIAL: u32 = 24;

/// Whether the group can be asked again on `day`: tomorrow at the soonest, within two years. The same bound
/// whichever way the day is written.
///
/// # Errors
/// Which day to choose.
pub fn trial_day(day: NaiveDate, today: NaiveDate) -> Result<(), Message> {
    let (first, last) = (today + Days::new(1), today + Months::new(LONGEST_TRIAL));
    if day < first {
        return Err(Message::new("day-from").with("day", first));
    }
    if day > last { Err(Message::new("day-until").with("day", last)) } else { Ok(()) }
}

/// Whether a theme can have this name: small letters, digits and hyphens.
pub fn is_theme_name(name: &str) -> bool {
    let fits = (1..=40).contains(&name.len());
    fits && name.bytes().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-')
}

fn keep_if(fits: bool, value: String, otherwise: Message) -> Result<String, Message> {
    if fits { Ok(value) } else { Err(otherwise) }
}

/// Reads `2/3`. At least one half, so that two opposite proposals are never both adopted by the same people.
fn majority(text: &str) -> Option<Threshold> {
    let (p, q) = text.split_once('/')?;
    let part = Threshold::new(p.trim().parse().ok()?, q.trim().parse().ok()?)?;
    (part.q <= 100 && 2 * part.p >= part.q).then_some(part)
}

/// The rules in force at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Charter(BTreeMap<String, String>);

impl Charter {
    /// From stored values; a rule that is not there says its starting value.
    pub fn of(values: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(values.into_iter().collect())
    }

    /// What a rule says, as stored.
    pub fn text(&self, name: &str) -> &str {
        let stored = self.0.get(name).map(String::as_str);
        stored.or_else(|| rule_named(name).map(|rule| rule.start)).unwrap_or_default()
    }

    fn number(&self, name: &str) -> u32 {
        self.text(name).parse().unwrap_or_default()
    }

    fn of_class(&self, name: &str, class: Class) -> &str {
        self.text(&match class {
            Class::Ordinary => format!("{name}_ordinary"),
            Class::Charter => format!("{name}_charter"),
        })
    }

    fn number_of_class(&self, name: &str, class: Class) -> u32 {
        self.of_class(name, class).parse().unwrap_or_default()
    }

    /// The group's name.
    pub fn name(&self) -> &str {
        self.text("name")
    }

    /// The group's time zone.
    pub fn zone(&self) -> Tz {
        self.text("time_zone").parse().unwrap_or(Tz::America__Toronto)
    }

    /// Who second a proposal before it is discussed, besides its authors (`decisions A2`).
    pub fn seconders(&self) -> u32 {
        self.number("seconders")
    }

    /// Days that a proposal waits for seconders before it lapses.
    pub fn unseconded_days(&self) -> u32 {
        self.number("unseconded_days")
    }

    /// Fewest days of discussion.
    pub fn discussion_days(&self, class: Class) -> u32 {
        self.number_of_class("discussion_days", class)
    }

    /// Fewest days of voting.
    pub fn voting_days(&self, class: Class) -> u32 {
        self.number_of_class("voting_days", class)
    }

    /// Days of voting on an amendment (`decisions A5`).
    pub fn amendment_voting_days(&self) -> u32 {
        self.number("amendment_voting_days")
    }

    /// Days of each round of an election without candidates (`decisions B9`).
    pub fn election_days(&self) -> u32 {
        self.number("election_days")
    }

    /// How many must take part.
    pub fn quorum(&self, class: Class) -> Quorum {
        self.of_class("quorum", class).parse().unwrap_or(Quorum::Majority)
    }

    /// The part of votes cast that adopts.
    pub fn majority(&self, class: Class) -> Threshold {
        majority(self.of_class("majority", class)).unwrap_or(Threshold::HALF)
    }

    /// By which methods one says yes or no to a text (`decisions A8`).
    pub fn methods(&self, class: Class) -> &str {
        self.of_class("methods", class)
    }

    /// Hours between the adoption and its effect (ruling 1).
    pub fn challenge_hours(&self, class: Class) -> u32 {
        self.number_of_class("challenge_hours", class)
    }

    /// Hours between the adoption by a secret vote and its effect, at least (ruling 1).
    pub fn challenge_hours_secret(&self) -> u32 {
        self.number("challenge_hours_secret")
    }

    /// How many members make a vote secret by asking for it (`decisions D5`).
    pub fn secrecy_askers(&self) -> u32 {
        self.number("secrecy_askers")
    }

    /// How many others must support a block in a vote by consensus (`decisions B4`).
    pub fn block_support(&self) -> u32 {
        self.number("block_support")
    }

    /// How many blocks that hold a vote by consensus survives (`decisions` 6.7).
    pub fn consensus_blocks(&self) -> u32 {
        self.number("consensus_blocks")
    }

    /// What follows the last round of a vote by consent (`decisions` 6.5).
    pub fn consent_fallback(&self) -> &str {
        self.text("consent_fallback")
    }

    /// What follows the last round of a vote by consensus (`decisions` 6.7).
    pub fn consensus_fallback(&self) -> &str {
        self.text("consensus_fallback")
    }

    /// What happens when a vote ends without its quorum (`decisions C4`).
    pub fn quorum_missed(&self) -> &str {
        self.text("quorum_missed")
    }

    /// Days by which a vote is made longer.
    pub fn extension_days(&self) -> u32 {
        self.number("extension_days")
    }

    /// How many of those who may vote make a vote longer by asking for it (`decisions C7`).
    pub fn extension_askers(&self) -> u32 {
        self.number("extension_askers")
    }

    /// Whether a vote closes early once everybody on its roll voted (`decisions C6`).
    pub fn close_when_all_voted(&self) -> bool {
        self.text("close_when_all_voted") == "yes"
    }

    /// Days that every vote lasts at least besides those of its weight, for those whom paper reaches (`decisions C10`).
    pub fn paper_days(&self) -> u32 {
        self.number("paper_days")
    }

    /// How many members stop an open vote together (`decisions A14`).
    pub fn cancel_askers(&self) -> u32 {
        self.number("cancel_askers")
    }

    /// How many members contest a decision together before it acts (`decisions D10`).
    pub fn challenge_askers(&self) -> u32 {
        self.number("challenge_askers")
    }

    /// Days during which a rejected text does not come back unchanged; 0 when it always may (`decisions A13`).
    pub fn same_text_days(&self) -> u32 {
        self.number("same_text_days")
    }

    /// With fewer ballots than this, a secret vote shows its verdict and no count (`decisions D6`).
    pub fn secret_counts_from(&self) -> u32 {
        self.number("secret_counts_from")
    }

    /// Days after a secret vote during which the numbers of its ballots are kept (ruling 8).
    pub fn ballot_keeping_days(&self) -> u32 {
        self.number("ballot_keeping_days")
    }

    /// Whether allied people take part in discussions.
    pub fn allies_speak(&self) -> bool {
        self.text("allies_may") == "speak"
    }

    /// Whether a change of `rule` is adopted twice before it acts (`domain` 2.16).
    pub fn needs_two_readings(&self, rule: &Rule) -> bool {
        rule.name == "two_readings"
            || match self.text("two_readings") {
                "all" => rule.chapter != Chapter::Identity,
                "core" => CORE.contains(&rule.name),
                _ => false,
            }
    }

    /// How people are admitted (ruling 11).
    pub fn admission(&self) -> AdmissionRule {
        AdmissionRule::named(self.text("admission")).unwrap_or(AdmissionRule::START)
    }

    /// The part of the frozen roll that says yes to a removal, besides the two thirds of the votes.
    pub fn removal_approval(&self) -> Approval {
        Approval::named(self.text("removal_share")).unwrap_or(Approval::Third)
    }

    /// What is asked of whoever asks to join, [`MOST_QUESTIONS`] at most.
    pub fn ask_questions(&self) -> Vec<&str> {
        let lines = self.text("ask_questions").lines().map(str::trim);
        lines.filter(|line| !line.is_empty()).take(MOST_QUESTIONS).collect()
    }

    /// Days between joining and the first vote (ruling 11).
    pub fn first_vote_days(&self) -> u32 {
        self.number("first_vote_days")
    }

    /// Longest mandate, in months.
    pub fn mandate_months(&self) -> u32 {
        self.number("mandate_months")
    }

    /// Most mandates one person holds at a time.
    pub fn mandates_per_person(&self) -> u32 {
        self.number("mandates_per_person")
    }

    /// The day when the group is asked again whether to keep this tool; none when it is not on trial.
    pub fn trial_until(&self) -> Option<NaiveDate> {
        self.text("trial_until").parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_accepts_where_it_starts_and_is_named_once() {
        for rule in RULES {
            if rule.name != "name" {
                assert_eq!(rule.accept(rule.start).as_deref(), Ok(rule.start), "{}", rule.name);
            }
            assert_eq!(RULES.iter().filter(|other| other.name == rule.name).count(), 1, "{}", rule.name);
        }
    }

    #[test]
    fn what_protects_the_others_is_a_rule_and_all_of_a_vote_on_the_charter() {
        for name in CORE {
            assert!(rule_named(name).is_some(), "{name}");
        }
        for rule in RULES.iter().filter(|rule| rule.name.ends_with("_charter")) {
            assert!(CORE.contains(&rule.name), "{}", rule.name);
        }
    }

    #[test]
    fn values_out_of_bounds_are_refused_with_what_to_write() {
        for (name, value) in [
            ("seconders", "0"),
            ("seconders", "-1"),
            ("seconders", "1.5"),
            ("seconders", "99999999999999999999"),
            ("quorum_ordinary", "0%"),
            ("quorum_ordinary", "101%"),
            ("majority_ordinary", "1/3"),
            ("majority_ordinary", "3/2"),
            ("majority_ordinary", "1/0"),
            ("majority_ordinary", "½"),
            ("theme", ""),
            ("theme", "../default"),
            ("theme", "Lilas"),
            ("language", "de"),
            ("time_zone", "Mars/Olympus"),
            ("trial_until", "demain"),
            ("trial_until", "2027-02-30"),
            ("name", ""),
            ("member_word", "deux\nlignes"),
        ] {
            assert!(rule_named(name).unwrap().accept(value).is_err(), "{name} = {value}");
        }
    }

    #[test]
    fn a_trial_ends_tomorrow_at_the_soonest_and_within_two_years() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let ends = |text: &str| trial_day(day(text), day("2027-01-12")).is_ok();
        assert!(ends("2027-01-13") && ends("2029-01-12"));
        for wrong in ["2027-01-12", "0001-01-01", "9999-12-31", "2029-01-13"] {
            assert!(!ends(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_value_is_kept_in_its_one_form() {
        assert_eq!(rule_named("quorum_ordinary").unwrap().accept(" 33 % ").as_deref(), Ok("33%"));
        assert_eq!(rule_named("majority_charter").unwrap().accept("2 / 3").as_deref(), Ok("2/3"));
        assert_eq!(rule_named("seconders").unwrap().accept("007").as_deref(), Ok("7"));
    }

    #[test]
    fn the_rule_on_two_readings_always_needs_two_readings() {
        for choice in ["core", "all", "itself"] {
            let charter = Charter::of([("two_readings".to_owned(), choice.to_owned())]);
            let twice = |name: &str| charter.needs_two_readings(rule_named(name).unwrap());
            assert!(twice("two_readings"), "{choice}");
            assert_eq!(twice("majority_charter"), choice != "itself");
            assert_eq!(twice("voting_days_ordinary"), choice == "all");
            assert!(!twice("name"), "a new name is not worth two meetings");
        }
    }

    #[test]
    fn what_is_not_written_says_its_starting_value() {
        let charter = Charter::of([("seconders".to_owned(), "3".to_owned())]);
        assert_eq!(charter.seconders(), 3);
        assert_eq!(charter.unseconded_days(), 14);
        assert_eq!(charter.quorum(Class::Ordinary), Quorum::Percent(33));
        assert_eq!(charter.majority(Class::Charter), Threshold::TWO_THIRDS);
        assert_eq!(charter.challenge_hours(Class::Charter), 72);
        assert_eq!(charter.trial_until(), None);
    }
}
