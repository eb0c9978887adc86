//! A ballot file as it is written, before its parts are held against one another.
//!
//! Keys may come in any order, so ballots may be read before the options they name, the method and the rules. They are
//! merged as they come; what can only be judged at the end is kept with the number of the ballot it was first seen in.

use super::form::{ByName, Name, Short, Whole, given, given_two, given_whole, given_word, object, word};
use super::{Method, Place, Reason, Refusal};
use crate::ballots::{Approval, Ballots, NotCounted, Ranking, Scores};
use crate::equal_shares::{Completion, Utility};
use crate::majority::{Choice, Counts};
use crate::options::{MOST_OPTIONS, OptionId};
use serde::Deserialize;
use serde::de::{self, Deserializer, SeqAccess, Visitor};
use std::collections::BTreeMap;
use std::{fmt, io};

/// Reads the text.
pub fn read(stream: impl io::Read) -> Result<RawFile, Refusal> {
    let mut json = serde_json::Deserializer::from_reader(Limited { stream, left: super::LARGEST });
    let read = RawFile::deserialize(&mut json).and_then(|file| json.end().map(|()| file));
    read.map_err(|error| match error.io_error_kind() {
        Some(io::ErrorKind::FileTooLarge) => Refusal { place: Place::File, reason: Reason::TooLarge },
        Some(_) => Refusal { place: Place::File, reason: Reason::Unreadable(error.to_string()) },
        None => {
            let (line, column) = (error.line(), error.column());
            let said = error.to_string();
            let said = said.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&said);
            Refusal { place: Place::Line { line, column }, reason: Reason::Form(said.to_owned()) }
        }
    })
}

/// A stream that ends in an error when it is too long.
struct Limited<S> {
    stream: S,
    left: u64,
}

impl<S: io::Read> io::Read for Limited<S> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.stream.read(buffer)?;
        let left = self.left.checked_sub(read as u64);
        self.left = left.ok_or_else(|| io::Error::from(io::ErrorKind::FileTooLarge))?;
        Ok(read)
    }
}

/// The file.
pub struct RawFile {
    pub format: String,
    pub method: Method,
    pub title: Option<String>,
    pub options: Option<Vec<String>>,
    pub labels: BTreeMap<String, String>,
    pub ballots: Gathered,
    pub rules: RawRules,
}

impl<'de> Deserialize<'de> for RawFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Keys {
            format: String,
            #[serde(deserialize_with = "word")]
            method: Method,
            #[serde(default, deserialize_with = "given")]
            title: Option<String>,
            #[serde(default, deserialize_with = "given")]
            options: Option<Short<Name>>,
            #[serde(default, deserialize_with = "given")]
            labels: Option<ByName<String>>,
            ballots: Gathered,
            #[serde(default, deserialize_with = "object")]
            rules: RawRules,
        }
        let keys: Keys = object(deserializer)?;
        Ok(Self {
            format: keys.format,
            method: keys.method,
            title: keys.title,
            options: keys.options.map(|names| names.0.into_iter().map(|Name(name)| name).collect()),
            labels: keys.labels.map(|labels| labels.0).unwrap_or_default(),
            ballots: keys.ballots,
            rules: keys.rules,
        })
    }
}

/// Of what a threshold is a part.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    #[default]
    Cast,
    Present,
    Roll,
}

/// Variants of the single transferable vote.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Variant {
    Scottish,
}

/// Completions that a ballot file may ask for.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RawCompletion {
    #[default]
    None,
    Add1,
}

impl From<RawCompletion> for Completion {
    fn from(completion: RawCompletion) -> Self {
        match completion {
            RawCompletion::None => Self::None,
            RawCompletion::Add1 => Self::Add1,
        }
    }
}

/// The rules of every method.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRules {
    #[serde(default, deserialize_with = "given_two")]
    pub threshold: Option<(u64, u64)>,
    #[serde(default, deserialize_with = "given")]
    pub strict: Option<bool>,
    #[serde(default, deserialize_with = "given_word")]
    pub of: Option<Of>,
    #[serde(default, deserialize_with = "given_whole")]
    pub present: Option<u64>,
    #[serde(default, deserialize_with = "given_whole")]
    pub roll: Option<u64>,
    #[serde(default, deserialize_with = "given_whole")]
    pub quorum: Option<u64>,
    #[serde(default, deserialize_with = "given_whole")]
    pub approval_quorum: Option<u64>,
    #[serde(default, deserialize_with = "given_whole")]
    pub seats: Option<u64>,
    #[serde(default, deserialize_with = "given")]
    pub half: Option<bool>,
    #[serde(default, deserialize_with = "given_whole")]
    pub max: Option<u64>,
    #[serde(default, deserialize_with = "given_word")]
    pub variant: Option<Variant>,
    #[serde(default, deserialize_with = "given_whole")]
    pub budget: Option<u64>,
    #[serde(default, deserialize_with = "given_costs")]
    pub costs: Option<BTreeMap<String, u64>>,
    #[serde(default, deserialize_with = "given_word")]
    pub utility: Option<Utility>,
    #[serde(default, deserialize_with = "given_word")]
    pub completion: Option<RawCompletion>,
    #[serde(default, deserialize_with = "given_names")]
    pub tie_order: Option<Vec<String>>,
}

fn given_costs<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<BTreeMap<String, u64>>, D::Error> {
    let costs = ByName::<Whole>::deserialize(deserializer)?.0;
    Ok(Some(costs.into_iter().map(|(name, cost)| (name, cost.0)).collect()))
}

fn given_names<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<String>>, D::Error> {
    let names = Short::<Name>::deserialize(deserializer)?.0;
    Ok(Some(names.into_iter().map(|Name(name)| name).collect()))
}

impl RawRules {
    /// Refuses rules that the method does not know.
    pub fn check_known(&self, method: Method) -> Result<(), Refusal> {
        use Method::{Approval, EqualShares, Majority, Score, Stv};
        let with_seats: &[Method] = &[Approval, Score, Stv];
        let rules: [(&str, bool, &[Method]); 15] = [
            ("threshold", self.threshold.is_some(), &[Majority]),
            ("strict", self.strict.is_some(), &[Majority]),
            ("of", self.of.is_some(), &[Majority]),
            ("present", self.present.is_some(), &[Majority]),
            ("roll", self.roll.is_some(), &[Majority]),
            ("quorum", self.quorum.is_some(), &[Majority]),
            ("approval_quorum", self.approval_quorum.is_some(), &[Majority]),
            ("seats", self.seats.is_some(), with_seats),
            ("half", self.half.is_some(), &[Approval]),
            ("max", self.max.is_some(), &[Score]),
            ("variant", self.variant.is_some(), &[Stv]),
            ("budget", self.budget.is_some(), &[EqualShares]),
            ("costs", self.costs.is_some(), &[EqualShares]),
            ("utility", self.utility.is_some(), &[EqualShares]),
            ("completion", self.completion.is_some(), &[EqualShares]),
        ];
        match rules.iter().find(|(_, is_given, methods)| *is_given && !methods.contains(&method)) {
            Some((rule, ..)) => Err(Refusal::field(&format!("rules.{rule}"), Reason::NotWithThisMethod)),
            None => Ok(()),
        }
    }
}

/// What ballots say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Choice,
    Approve,
    Scores,
    Ranking,
}

impl Kind {
    /// The key of it.
    const fn key(self) -> &'static str {
        match self {
            Self::Choice => "choice",
            Self::Approve => "approve",
            Self::Scores => "scores",
            Self::Ranking => "ranking",
        }
    }
}

/// One ballot.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBallot {
    #[serde(default, deserialize_with = "given_whole")]
    count: Option<u64>,
    #[serde(default, deserialize_with = "given_word")]
    choice: Option<Choice>,
    #[serde(default, deserialize_with = "given")]
    approve: Option<Short<Name>>,
    #[serde(default, deserialize_with = "given")]
    scores: Option<ByName<Whole>>,
    #[serde(default, deserialize_with = "given")]
    ranking: Option<Short<Short<Name>>>,
}

/// One ballot, which is an object.
struct Object(RawBallot);

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer).map(Self)
    }
}

/// Ballots, merged. Options are numbered in the order in which ballots name them.
pub struct Gathered {
    /// The options that ballots name.
    pub names: Vec<String>,
    /// The ballot, from 1, that first names each.
    first_named: Vec<u64>,
    numbers: BTreeMap<String, OptionId>,
    kind: Option<Kind>,
    counts: Counts,
    approvals: Ballots<Approval>,
    scores: Ballots<Scores>,
    rankings: Ballots<Ranking>,
    total: u64,
    /// The first ballot with two options in a tier.
    tied: Option<u64>,
    /// The highest score, and the first ballot that gives it.
    highest: (u16, u64),
}

impl Default for Gathered {
    fn default() -> Self {
        Self {
            names: Vec::new(),
            first_named: Vec::new(),
            numbers: BTreeMap::new(),
            kind: None,
            counts: Counts::default(),
            approvals: Ballots::new(MOST_OPTIONS),
            scores: Ballots::new(MOST_OPTIONS),
            rankings: Ballots::new(MOST_OPTIONS),
            total: 0,
            tied: None,
            highest: (0, 0),
        }
    }
}

impl<'de> Deserialize<'de> for Gathered {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct List;
        impl<'de> Visitor<'de> for List {
            type Value = Gathered;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of ballots")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut ballots: A) -> Result<Gathered, A::Error> {
                let mut gathered = Gathered::default();
                let mut number = 0;
                while let Some(Object(ballot)) = ballots.next_element()? {
                    number += 1;
                    gathered.add(number, ballot).map_err(de::Error::custom)?;
                }
                Ok(gathered)
            }
        }
        deserializer.deserialize_seq(List)
    }
}

impl Gathered {
    /// Puts in one more ballot.
    fn add(&mut self, number: u64, ballot: RawBallot) -> Result<(), Refusal> {
        let refused = |reason| Refusal::ballot(number, reason);
        let count = ballot.count.unwrap_or(1);
        if count == 0 {
            return Err(refused(Reason::NotBetween { least: 1, most: crate::ballots::MOST_BALLOTS }));
        }
        let total = self.total.checked_add(count).filter(|total| *total <= crate::ballots::MOST_BALLOTS);
        self.total = total.ok_or_else(|| refused(Reason::TooManyBallots))?;
        match (ballot.choice, ballot.approve, ballot.scores, ballot.ranking) {
            (Some(choice), None, None, None) => {
                self.expect(number, Kind::Choice)?;
                self.counts.add(choice, count);
                Ok(())
            }
            (None, Some(Short(names)), None, None) => {
                self.expect(number, Kind::Approve)?;
                let options: Vec<OptionId> = self.numbered(number, names)?;
                Approval::new(options).and_then(|ballot| self.approvals.add(ballot, count))
            }
            (None, None, Some(ByName(scores)), None) => {
                self.expect(number, Kind::Scores)?;
                let scores = self.points(number, scores)?;
                Scores::new(scores).and_then(|ballot| self.scores.add(ballot, count))
            }
            (None, None, None, Some(Short(tiers))) => {
                self.expect(number, Kind::Ranking)?;
                let tiers: Vec<Vec<OptionId>> =
                    tiers.into_iter().map(|tier| self.numbered(number, tier.0)).collect::<Result<_, _>>()?;
                if tiers.iter().any(|tier| tier.len() > 1) {
                    self.tied = self.tied.or(Some(number));
                }
                Ranking::new(&tiers).and_then(|ballot| self.rankings.add(ballot, count))
            }
            _ => return Err(refused(Reason::Form("a ballot has one of choice, approve, scores, ranking".to_owned()))),
        }
        .map_err(|reason: NotCounted| refused(reason.into()))
    }

    /// All ballots of a vote say the same kind of thing.
    fn expect(&mut self, number: u64, kind: Kind) -> Result<(), Refusal> {
        match self.kind.replace(kind) {
            Some(before) if before != kind => {
                Err(Refusal::ballot(number, Reason::WrongKind { asked: before.key(), given: kind.key() }))
            }
            Some(_) | None => Ok(()),
        }
    }

    fn number(&mut self, ballot: u64, name: String) -> Result<OptionId, Refusal> {
        if let Some(known) = self.numbers.get(&name) {
            return Ok(*known);
        }
        if self.names.len() >= usize::from(MOST_OPTIONS) {
            return Err(Refusal::ballot(ballot, Reason::TooManyOptions));
        }
        let option = OptionId::new(self.names.len() as u16);
        self.names.push(name.clone());
        self.first_named.push(ballot);
        self.numbers.insert(name, option);
        Ok(option)
    }

    fn numbered(&mut self, ballot: u64, names: Vec<Name>) -> Result<Vec<OptionId>, Refusal> {
        names.into_iter().map(|Name(name)| self.number(ballot, name)).collect()
    }

    fn points(&mut self, ballot: u64, scores: BTreeMap<String, Whole>) -> Result<Vec<(OptionId, u16)>, Refusal> {
        let mut points = Vec::with_capacity(scores.len());
        for (name, Whole(score)) in scores {
            // Past 65,535 it is over every maximum anyway.
            let score = u16::try_from(score).unwrap_or(u16::MAX);
            if score > self.highest.0 {
                self.highest = (score, ballot);
            }
            points.push((self.number(ballot, name)?, score));
        }
        Ok(points)
    }

    /// Ballots name an option that the vote does not have.
    pub fn unknown(&self, number: usize) -> Refusal {
        let ballot = self.first_named.get(number).copied().unwrap_or_default();
        Refusal::ballot(ballot, Reason::UnknownOption(self.names.get(number).cloned().unwrap_or_default()))
    }

    /// Gives each option its number in the listed order.
    pub fn rename(&mut self, options: u16, listed: &[OptionId]) {
        let number = |option: OptionId| listed.get(option.place()).copied().unwrap_or(option);
        let empty = Self::default();
        let approvals = std::mem::replace(&mut self.approvals, empty.approvals);
        self.approvals = approvals.changed(options, |ballot| ballot.renamed(number));
        let scores = std::mem::replace(&mut self.scores, empty.scores);
        self.scores = scores.changed(options, |ballot| ballot.renamed(number));
        let rankings = std::mem::replace(&mut self.rankings, empty.rankings);
        self.rankings = rankings.changed(options, |ballot| ballot.renamed(number));
    }

    /// Refuses ballots that say something else than the method asks.
    pub fn check_kind(&self, asked: Kind) -> Result<(), Refusal> {
        match self.kind {
            Some(given) if given != asked => {
                Err(Refusal::ballot(1, Reason::WrongKind { asked: asked.key(), given: given.key() }))
            }
            Some(_) | None => Ok(()),
        }
    }

    /// Refuses a score over the maximum.
    pub fn check_scores(&self, max: u16) -> Result<(), Refusal> {
        let (score, ballot) = self.highest;
        if score > max { Err(Refusal::ballot(ballot, Reason::ScoreOverMax { score, max })) } else { Ok(()) }
    }

    /// Refuses equal ranks.
    pub fn check_strict(&self) -> Result<(), Refusal> {
        self.tied.map_or(Ok(()), |ballot| Err(Refusal::ballot(ballot, Reason::TiedTier)))
    }

    pub fn into_counts(self) -> Counts {
        self.counts
    }

    pub fn into_approvals(self) -> Ballots<Approval> {
        self.approvals
    }

    pub fn into_scores(self) -> Ballots<Scores> {
        self.scores
    }

    pub fn into_rankings(self) -> Ballots<Ranking> {
        self.rankings
    }
}
