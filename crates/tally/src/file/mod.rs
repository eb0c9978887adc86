//! The ballot file and the outcome file, version 1 (`formats/ballots.md`).
//!
//! A ballot file is read as a stream: equal ballots are merged on the way, so a million ballots take no more room than
//! their different ones. [`BallotFile::count`] counts it, [`outcome::write`] writes the outcome.

pub mod foreign;
mod form;
pub mod outcome;
mod raw;
mod refusal;

use crate::ballots::{Approval, Ballots, NotCounted, Ranking, Scores};
use crate::majority::{Base, Counts, MajorityRule, Threshold};
use crate::options::{OptionId, PerOption, TieOrder};
use crate::{approval, borda, condorcet, equal_shares, irv, majority, ranked_pairs, schulze, score, stv};
use raw::{Gathered, Kind, RawFile, RawRules};
pub use refusal::{Place, Reason, Refusal};
use std::collections::BTreeMap;
use std::io;

/// What `format` says in a ballot file.
pub const FORMAT: &str = "parpour-ballots/1";
/// Largest ballot file, in bytes.
pub const LARGEST: u64 = 256_000_000;

/// A ballot file that was read and found right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BallotFile {
    /// What the vote is about, for readers.
    pub title: Option<String>,
    /// The ids of the options, in listed order.
    pub names: Vec<String>,
    /// What options are called, for readers.
    pub labels: BTreeMap<OptionId, String>,
    /// An order of all options drawn beforehand.
    pub tie_order: Option<TieOrder>,
    /// The method, its rules and the ballots.
    pub vote: Vote,
}

/// A method with its rules and its ballots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Vote {
    /// [`majority`].
    Majority {
        /// When it is adopted.
        rule: MajorityRule,
        /// The ballots.
        counts: Counts,
    },
    /// [`approval`].
    Approval {
        /// Seats, and whether half is needed.
        rule: approval::Rule,
        /// The ballots.
        ballots: Ballots<Approval>,
    },
    /// [`score`].
    Score {
        /// Seats and maximum.
        rule: score::Rule,
        /// The ballots.
        ballots: Ballots<Scores>,
    },
    /// [`schulze`].
    Schulze(Ballots<Ranking>),
    /// [`ranked_pairs`].
    RankedPairs(Ballots<Ranking>),
    /// [`irv`].
    Irv(Ballots<Ranking>),
    /// [`borda`].
    Borda(Ballots<Ranking>),
    /// [`condorcet`].
    Condorcet(Ballots<Ranking>),
    /// [`stv`].
    Stv {
        /// Seats.
        seats: u16,
        /// The ballots, without equal ranks.
        ballots: Ballots<Ranking>,
    },
    /// [`equal_shares`].
    EqualShares {
        /// What there is to spend, and on what.
        budget: equal_shares::Budget,
        /// The ballots.
        ballots: Ballots<Approval>,
    },
}

/// The outcome of whichever method it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counted {
    /// [`majority`].
    Majority(majority::Outcome),
    /// [`approval`].
    Approval(approval::Outcome),
    /// [`score`].
    Score(score::Outcome),
    /// [`schulze`].
    Schulze(schulze::Outcome),
    /// [`ranked_pairs`].
    RankedPairs(ranked_pairs::Outcome),
    /// [`irv`].
    Irv(irv::Outcome),
    /// [`borda`].
    Borda(borda::Outcome),
    /// [`condorcet`].
    Condorcet(condorcet::Outcome),
    /// [`stv`].
    Stv(stv::Outcome),
    /// [`equal_shares`].
    EqualShares(equal_shares::Outcome),
}

/// Reads a ballot file from a text.
///
/// # Errors
/// [`Refusal`], which names the place and the reason.
pub fn parse(text: &str) -> Result<BallotFile, Refusal> {
    read(text.as_bytes())
}

/// Reads a ballot file from a stream. A [`io::BufReader`] around a file makes it fast.
///
/// # Errors
/// [`Refusal`], which names the place and the reason.
pub fn read(stream: impl io::Read) -> Result<BallotFile, Refusal> {
    let raw = raw::read(stream)?;
    if raw.format != FORMAT {
        return Err(Refusal::field("format", Reason::NotThisFormat));
    }
    raw.rules.check_known(raw.method)?;
    let names = option_names(&raw)?;
    let options = names.len() as u16;
    let place = |name: &str| names.iter().position(|known| known == name).map(|place| OptionId::new(place as u16));
    let named = |name: &str, field: &str| {
        place(name).ok_or_else(|| Refusal::field(field, Reason::UnknownOption(name.to_owned())))
    };
    let mut labels = BTreeMap::new();
    for (name, label) in &raw.labels {
        labels.insert(named(name, "labels")?, label.clone());
    }
    let tie_order = match &raw.rules.tie_order {
        None => None,
        Some(order) => {
            let order: Vec<OptionId> =
                order.iter().map(|name| named(name, "rules.tie_order")).collect::<Result<_, _>>()?;
            let all = TieOrder::new(options, &order);
            Some(all.ok_or_else(|| Refusal::field("rules.tie_order", Reason::NotAllOptions))?)
        }
    };
    let mut costs = PerOption::new(options, |_| None);
    for (name, cost) in raw.rules.costs.iter().flatten() {
        costs.set(named(name, "rules.costs")?, Some(*cost));
    }
    let mut gathered = raw.ballots;
    let renamed: Vec<Option<OptionId>> = gathered.names.iter().map(|name| place(name)).collect();
    if let Some(unknown) = renamed.iter().position(Option::is_none) {
        return Err(gathered.unknown(unknown));
    }
    gathered.rename(options, &renamed.into_iter().flatten().collect::<Vec<_>>());
    let vote = vote(raw.method, &raw.rules, gathered, options, &costs)?;
    Ok(BallotFile { title: raw.title, names, labels, tie_order, vote })
}

/// The ids of the options; none for a majority vote.
fn option_names(raw: &RawFile) -> Result<Vec<String>, Refusal> {
    match (&raw.options, raw.method) {
        (Some(_), Method::Majority) => Err(Refusal::field("options", Reason::NotWithThisMethod)),
        (None, Method::Majority) => Ok(Vec::new()),
        (None, _) => Err(Refusal::field("options", Reason::Missing)),
        (Some(names), _) if names.is_empty() => Err(Refusal::field("options", Reason::NoOption)),
        (Some(names), _) => {
            let mut sorted: Vec<&String> = names.iter().collect();
            sorted.sort_unstable();
            match sorted.windows(2).find(|pair| pair.first() == pair.last()).and_then(<[_]>::first) {
                Some(twice) => Err(Refusal::field("options", Reason::OptionTwice((*twice).clone()))),
                None => Ok(names.clone()),
            }
        }
    }
}

/// The rules of the method, checked, with the ballots.
fn vote(
    method: Method,
    rules: &RawRules,
    ballots: Gathered,
    options: u16,
    costs: &PerOption<Option<u64>>,
) -> Result<Vote, Refusal> {
    ballots.check_kind(method.kind())?;
    let seats = |default: Option<u64>| {
        let seats = rules.seats.or(default).ok_or_else(|| Refusal::field("rules.seats", Reason::Missing))?;
        let fits = u16::try_from(seats).ok().filter(|seats| (1..=options).contains(seats));
        fits.ok_or_else(|| Refusal::field("rules.seats", Reason::NotBetween { least: 1, most: options.into() }))
    };
    Ok(match method {
        Method::Majority => {
            let rule = majority_rule(rules)?;
            let counts = ballots.into_counts();
            let (of, most) = match rule.of {
                Base::Cast => ("", u64::MAX),
                Base::Present(number) => ("rules.present", number),
                Base::Roll(number) => ("rules.roll", number),
            };
            if counts.ballots() > most {
                return Err(Refusal::field(of, Reason::FewerThanBallots));
            }
            Vote::Majority { rule, counts }
        }
        Method::Approval => {
            let rule = approval::Rule { seats: seats(Some(1))?, half: rules.half.unwrap_or_default() };
            Vote::Approval { rule, ballots: ballots.into_approvals() }
        }
        Method::Score => {
            let max = u16::try_from(rules.max.unwrap_or(5)).ok().filter(|max| (1..=MOST_POINTS).contains(max));
            let between = Reason::NotBetween { least: 1, most: MOST_POINTS.into() };
            let max = max.ok_or_else(|| Refusal::field("rules.max", between))?;
            ballots.check_scores(max)?;
            Vote::Score { rule: score::Rule { max, seats: seats(Some(1))? }, ballots: ballots.into_scores() }
        }
        Method::Schulze => Vote::Schulze(ballots.into_rankings()),
        Method::RankedPairs => Vote::RankedPairs(ballots.into_rankings()),
        Method::Irv => Vote::Irv(ballots.into_rankings()),
        Method::Borda => Vote::Borda(ballots.into_rankings()),
        Method::Condorcet => Vote::Condorcet(ballots.into_rankings()),
        Method::Stv => {
            ballots.check_strict()?;
            Vote::Stv { seats: seats(None)?, ballots: ballots.into_rankings() }
        }
        Method::EqualShares => {
            let budget = rules.budget.ok_or_else(|| Refusal::field("rules.budget", Reason::Missing))?;
            if rules.costs.is_none() {
                return Err(Refusal::field("rules.costs", Reason::Missing));
            }
            let costs: Option<Vec<u64>> = costs.values().iter().copied().collect();
            let costs = costs.ok_or_else(|| Refusal::field("rules.costs", Reason::NotAllOptions))?;
            if costs.contains(&0) {
                return Err(Refusal::field("rules.costs", Reason::CostOfZero));
            }
            let costs = PerOption::new(options, |option| costs.get(option.place()).copied().unwrap_or_default());
            let (utility, completion) = (rules.utility.unwrap_or_default(), rules.completion.unwrap_or_default());
            let budget = equal_shares::Budget { budget, costs, utility, completion: completion.into() };
            Vote::EqualShares { budget, ballots: ballots.into_approvals() }
        }
    })
}

/// Most points for one option that a ballot file may allow.
const MOST_POINTS: u16 = 1_000;

fn majority_rule(rules: &RawRules) -> Result<MajorityRule, Refusal> {
    let (p, q) = rules.threshold.unwrap_or((1, 2));
    let threshold = Threshold::new(p, q).ok_or_else(|| Refusal::field("rules.threshold", Reason::NotAPart))?;
    let number = |number: Option<u64>, field| number.ok_or_else(|| Refusal::field(field, Reason::Missing));
    let of = match rules.of.unwrap_or_default() {
        raw::Of::Cast => Base::Cast,
        raw::Of::Present => Base::Present(number(rules.present, "rules.present")?),
        raw::Of::Roll => Base::Roll(number(rules.roll, "rules.roll")?),
    };
    Ok(MajorityRule {
        threshold,
        strict: rules.strict.unwrap_or_else(|| threshold.is_half()),
        of,
        quorum: rules.quorum.unwrap_or_default(),
        approval_quorum: rules.approval_quorum.unwrap_or_default(),
    })
}

/// A counting method, by its name in ballot files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// `majority`
    Majority,
    /// `approval`
    Approval,
    /// `score`
    Score,
    /// `schulze`
    Schulze,
    /// `ranked_pairs`
    RankedPairs,
    /// `irv`
    Irv,
    /// `borda`
    Borda,
    /// `condorcet`
    Condorcet,
    /// `stv`
    Stv,
    /// `equal_shares`
    EqualShares,
}

impl Method {
    /// What its ballots say.
    fn kind(self) -> Kind {
        match self {
            Self::Majority => Kind::Choice,
            Self::Approval | Self::EqualShares => Kind::Approve,
            Self::Score => Kind::Scores,
            Self::Schulze | Self::RankedPairs | Self::Irv | Self::Borda | Self::Condorcet | Self::Stv => Kind::Ranking,
        }
    }
}

impl BallotFile {
    /// The method.
    pub const fn method(&self) -> Method {
        match self.vote {
            Vote::Majority { .. } => Method::Majority,
            Vote::Approval { .. } => Method::Approval,
            Vote::Score { .. } => Method::Score,
            Vote::Schulze(_) => Method::Schulze,
            Vote::RankedPairs(_) => Method::RankedPairs,
            Vote::Irv(_) => Method::Irv,
            Vote::Borda(_) => Method::Borda,
            Vote::Condorcet(_) => Method::Condorcet,
            Vote::Stv { .. } => Method::Stv,
            Vote::EqualShares { .. } => Method::EqualShares,
        }
    }

    /// How many ballots there are.
    pub fn ballots(&self) -> u64 {
        match &self.vote {
            Vote::Majority { counts, .. } => counts.ballots(),
            Vote::Approval { ballots, .. } | Vote::EqualShares { ballots, .. } => ballots.total(),
            Vote::Score { ballots, .. } => ballots.total(),
            Vote::Schulze(ballots)
            | Vote::RankedPairs(ballots)
            | Vote::Irv(ballots)
            | Vote::Borda(ballots)
            | Vote::Condorcet(ballots)
            | Vote::Stv { ballots, .. } => ballots.total(),
        }
    }

    /// The id of an option.
    pub fn name(&self, option: OptionId) -> &str {
        self.names.get(option.place()).map_or("", String::as_str)
    }

    /// Counts.
    ///
    /// # Errors
    /// When open ties lead too far in an instant run-off or a single transferable vote: draw a `tie_order` first.
    pub fn count(&self) -> Result<Counted, Refusal> {
        let order = self.tie_order.as_ref();
        let too_many_ties = || Refusal::field("rules.tie_order", Reason::TooManyTies);
        Ok(match &self.vote {
            Vote::Majority { rule, counts } => Counted::Majority(rule.count(*counts)),
            Vote::Approval { rule, ballots } => Counted::Approval(approval::count(ballots, *rule)),
            Vote::Score { rule, ballots } => Counted::Score(score::count(ballots, *rule)),
            Vote::Schulze(ballots) => Counted::Schulze(schulze::count(ballots)),
            Vote::RankedPairs(ballots) => Counted::RankedPairs(ranked_pairs::count(ballots, order)),
            Vote::Irv(ballots) => Counted::Irv(irv::count(ballots, order).map_err(|_| too_many_ties())?),
            Vote::Borda(ballots) => Counted::Borda(borda::count(ballots)),
            Vote::Condorcet(ballots) => Counted::Condorcet(condorcet::count(ballots)),
            Vote::Stv { seats, ballots } => {
                Counted::Stv(stv::count(ballots, *seats, order).map_err(|refused| match refused {
                    stv::Refused::EqualRanks => Refusal::field("ballots", Reason::TiedTier),
                    stv::Refused::Seats => Refusal::field("rules.seats", Reason::Missing),
                    stv::Refused::TooManyTies(_) => too_many_ties(),
                })?)
            }
            Vote::EqualShares { budget, ballots } => Counted::EqualShares(equal_shares::count(ballots, budget, order)),
        })
    }
}

impl From<NotCounted> for Reason {
    fn from(reason: NotCounted) -> Self {
        match reason {
            NotCounted::UnknownOption(_) => Self::TooManyOptions,
            NotCounted::TooMany => Self::TooManyBallots,
            NotCounted::Twice(_) => Self::OptionTwiceInBallot,
            NotCounted::EmptyTier => Self::EmptyTier,
        }
    }
}
