//! Single transferable vote by the Scottish rules (`decisions` 6.11, `decisions B8`; `formats/ballots.md`, `stv`).
//!
//! The Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52: weighted inclusive
//! Gregory. One surplus or one exclusion a stage, the largest surplus first. All papers of an elected option move, each
//! at its present value × surplus ÷ votes of the option, cut at five decimals.

use crate::ballots::{Ballot, Ballots, Ranking};
use crate::decision::Decision;
use crate::irv::{MOST_SETS, TooManyTies};
use crate::options::{OptionId, PerOption, TieOrder};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest, Sha256};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

/// Votes, in hundred-thousandths of a vote. Written as exact decimals: `12.50000`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Votes(u128);

impl Votes {
    /// One vote.
    const ONE: u32 = 100_000;

    /// So many whole votes.
    pub fn whole(votes: u64) -> Self {
        Self(u128::from(votes) * u128::from(Self::ONE))
    }

    /// Hundred-thousandths.
    pub const fn hundred_thousandths(self) -> u128 {
        self.0
    }

    fn plus(self, more: Self) -> Self {
        Self(self.0.saturating_add(more.0))
    }

    fn minus(self, less: Self) -> Self {
        Self(self.0.saturating_sub(less.0))
    }
}

impl fmt::Display for Votes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one = u128::from(Self::ONE);
        write!(f, "{}.{:05}", self.0 / one, self.0 % one)
    }
}

/// Not votes with five decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotVotes;

impl fmt::Display for NotVotes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not votes with five decimals, such as 12.50000")
    }
}

impl FromStr for Votes {
    type Err = NotVotes;

    fn from_str(text: &str) -> Result<Self, NotVotes> {
        let (whole, decimals) = text.split_once('.').ok_or(NotVotes)?;
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(decimals) || decimals.len() != 5 {
            return Err(NotVotes);
        }
        format!("{whole}{decimals}").parse().map(Self).map_err(|_| NotVotes)
    }
}

impl Serialize for Votes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Votes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<str>::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// One stage of the count: what was done, and how things stand after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// What was done.
    pub action: Action,
    /// Votes of each option, in listed order; elected ones keep their quota, excluded ones have none.
    pub votes: BTreeMap<OptionId, Votes>,
    /// Votes on papers with no further choice.
    pub exhausted: Votes,
    /// What was cut off beyond the fifth decimal.
    pub lost: Votes,
    /// Who reached the quota, in order of election.
    pub elected: Vec<OptionId>,
    /// Who was elected because they are as many as the seats left, in order of election.
    pub filled: Vec<OptionId>,
}

impl Stage {
    /// Whether another option could have been dealt with as well.
    const fn had_an_open_tie(&self) -> bool {
        match &self.action {
            Action::Surplus { because, .. } | Action::Exclusion { because, .. } => matches!(because, Why::AnyOf(_)),
            Action::FirstPreferences => false,
        }
    }
}

/// What a stage does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Every paper counts for its first choice.
    FirstPreferences,
    /// What an elected option has beyond the quota moves on.
    Surplus {
        /// Whose surplus.
        of: OptionId,
        /// How much.
        surplus: Votes,
        /// Why this one.
        because: Why,
    },
    /// An option leaves; its papers move on at their present value.
    Exclusion {
        /// Who leaves.
        of: OptionId,
        /// Why this one.
        because: Why,
    },
}

/// Why a stage is about one option and no other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Largest surplus, or fewest votes.
    Votes,
    /// Equal now; at this earlier stage, from 1, the latest where they differ, it was ahead (or behind).
    EarlierStage(usize),
    /// Of equals, first in the drawn order for a surplus, last for an exclusion.
    DrawnOrder,
    /// These were equal now and at every earlier stage. One is shown; the decision says what the others lead to.
    AnyOf(Vec<OptionId>),
}

/// How an election ends, stage by stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Who is elected, in order of election; tied, when open ties lead to different councils.
    pub decision: Decision,
    /// Papers that rank something.
    pub papers: u64,
    /// How many votes elect.
    pub quota: u64,
    /// The stages of one way through; [`Why::AnyOf`] tells where another was open.
    pub stages: Vec<Stage>,
}

/// Why there is no count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A ballot puts two options in one tier.
    EqualRanks,
    /// No seat, or more seats than options.
    Seats,
    /// Open ties lead too far.
    TooManyTies(TooManyTies),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EqualRanks => f.write_str("a ballot ranks two options equally"),
            Self::Seats => f.write_str("no seat, or more seats than options"),
            Self::TooManyTies(ties) => ties.fmt(f),
        }
    }
}

impl std::error::Error for Refused {}

/// ⌊papers ÷ (seats + 1)⌋ + 1: the fewest votes that one more than the seats cannot all have.
pub fn quota(papers: u64, seats: u16) -> u64 {
    papers / (u64::from(seats) + 1) + 1
}

/// Counts.
///
/// Ties go by the latest earlier stage where they differ, then by the drawn order. Without one, every choice among
/// equals is followed, as in an instant run-off.
///
/// # Errors
/// [`Refused`].
pub fn count(ballots: &Ballots<Ranking>, seats: u16, tie_order: Option<&TieOrder>) -> Result<Outcome, Refused> {
    if seats == 0 || seats > ballots.options() {
        return Err(Refused::Seats);
    }
    let all: Vec<(&Ranking, u64)> = ballots.iter().collect();
    if !all.iter().all(|(ballot, _)| ballot.is_strict()) {
        return Err(Refused::EqualRanks);
    }
    let papers = ballots.expressed();
    let quota = quota(papers, seats);
    if papers == 0 {
        return Ok(Outcome { decision: Decision::NoResult, papers, quota, stages: Vec::new() });
    }
    let election = Election {
        ballots: all,
        options: ballots.options(),
        seats: usize::from(seats),
        quota: Votes::whole(quota),
        tie_order,
    };
    let (stages, elected) = election.report();
    let decision = if stages.iter().any(Stage::had_an_open_tie) {
        decision(&election.possible_councils().map_err(Refused::TooManyTies)?, elected)
    } else {
        Decision::Decided { winners: elected }
    };
    Ok(Outcome { decision, papers, quota, stages })
}

/// One council: decided. Several: whoever is in all of them is certain, the tie is between the others.
fn decision(councils: &BTreeSet<Vec<OptionId>>, elected: Vec<OptionId>) -> Decision {
    let certain = |option: &OptionId| councils.iter().all(|council| council.contains(option));
    let between: BTreeSet<OptionId> = councils.iter().flatten().copied().filter(|option| !certain(option)).collect();
    if between.is_empty() {
        return Decision::Decided { winners: elected };
    }
    Decision::Tied { winners: elected.into_iter().filter(certain).collect(), between: between.into_iter().collect() }
}

/// What stays the same during a count.
struct Election<'a> {
    ballots: Vec<(&'a Ranking, u64)>,
    options: u16,
    seats: usize,
    quota: Votes,
    tie_order: Option<&'a TieOrder>,
}

/// Where an option stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
enum Status {
    #[default]
    Continuing,
    Elected,
    Excluded,
}

/// Where equal papers lie (nowhere, once they have no further choice), and what each is worth in hundred-thousandths.
#[derive(Clone, Copy, Hash)]
struct Paper {
    held_by: Option<OptionId>,
    value: u32,
}

/// Where a count stands. Two ways that lead to equal standings are one.
#[derive(Clone, Hash)]
struct Standing {
    papers: Vec<Paper>,
    status: PerOption<Status>,
    votes: PerOption<Votes>,
    /// Who was ahead of whom before, latest stage first: equal ranks are equal histories.
    history: PerOption<usize>,
    elected: Vec<OptionId>,
    exhausted: Votes,
    lost: Votes,
}

/// What the next stage is about: one of `equals`.
struct Next {
    is_surplus: bool,
    equals: Vec<OptionId>,
    /// Others are equal in votes alone.
    others_have_as_many: bool,
}

impl<'a> Election<'a> {
    /// First preferences.
    fn start(&self) -> Standing {
        let mut votes = PerOption::new(self.options, |_| Votes::default());
        let held = |(ballot, count): &(&Ranking, u64)| {
            let first = ballot.named().next();
            first.into_iter().for_each(|first| give(&mut votes, first, Votes::whole(*count)));
            Paper { held_by: first, value: Votes::ONE }
        };
        Standing {
            papers: self.ballots.iter().map(held).collect(),
            status: PerOption::new(self.options, |_| Status::Continuing),
            votes,
            history: PerOption::new(self.options, |_| 0),
            elected: Vec::new(),
            exhausted: Votes::default(),
            lost: Votes::default(),
        }
    }

    /// Declares elected whoever can be. Returns those at the quota and those who fill the seats left.
    fn elect(&self, standing: &mut Standing) -> (Vec<OptionId>, Vec<OptionId>) {
        let in_order = |standing: &Standing, mut options: Vec<OptionId>| {
            options.sort_by_key(|option| (Reverse(standing.key(*option)), *option));
            options
        };
        let at_quota = standing.continuing().filter(|option| standing.votes.of(*option) >= self.quota).collect();
        let at_quota = in_order(standing, at_quota);
        standing.elect(&at_quota);
        let continuing: Vec<OptionId> = standing.continuing().collect();
        let left = self.seats.saturating_sub(standing.elected.len());
        let filled = if left > 0 && continuing.len() <= left { in_order(standing, continuing) } else { Vec::new() };
        standing.elect(&filled);
        (at_quota, filled)
    }

    /// What comes next; nothing when every seat is taken.
    fn next(&self, standing: &Standing) -> Option<Next> {
        if standing.elected.len() >= self.seats {
            return None;
        }
        let with_surplus = || standing.elected.iter().copied().filter(|option| standing.votes.of(*option) > self.quota);
        let is_surplus = with_surplus().next().is_some();
        let candidates: Vec<OptionId> =
            if is_surplus { with_surplus().collect() } else { standing.continuing().collect() };
        // The quota is the same for all: the largest surplus is where most votes are.
        let keys = candidates.iter().map(|option| standing.key(*option));
        let (votes, history) = if is_surplus { keys.max() } else { keys.min() }?;
        let as_many = candidates.iter().filter(|option| standing.votes.of(**option) == votes).count();
        let equals = candidates.into_iter().filter(|option| standing.key(*option) == (votes, history));
        let mut equals: Vec<OptionId> = equals.collect();
        equals.sort_unstable();
        let drawn = self.tie_order.and_then(|order| {
            let rank = |option: &OptionId| order.rank(*option);
            if is_surplus { equals.iter().copied().min_by_key(rank) } else { equals.iter().copied().max_by_key(rank) }
        });
        let equals = drawn.map_or(equals, |option| vec![option]);
        Some(Next { is_surplus, equals, others_have_as_many: as_many > 1 })
    }

    /// The stage about `option`.
    fn carry_out(&self, standing: &mut Standing, is_surplus: bool, option: OptionId) {
        standing.remember();
        let votes = standing.votes.of(option);
        let surplus = votes.minus(self.quota);
        let keeps = if is_surplus { self.quota } else { Votes::default() };
        if !is_surplus {
            standing.status.set(option, Status::Excluded);
        }
        standing.votes.set(option, keeps);
        let mut moved = Votes::default();
        // All papers of one value move at one value.
        let mut moves_at = BTreeMap::new();
        for (paper, (ballot, count)) in standing.papers.iter_mut().zip(&self.ballots) {
            if paper.held_by != Some(option) {
                continue;
            }
            if is_surplus {
                let value = moves_at.entry(paper.value);
                paper.value = *value.or_insert_with(|| transfer_value(paper.value, surplus, votes));
            }
            paper.held_by = ballot.named().find(|option| standing.status.of(*option) == Status::Continuing);
            let worth = Votes(u128::from(paper.value) * u128::from(*count));
            moved = moved.plus(worth);
            match paper.held_by {
                Some(next) => give(&mut standing.votes, next, worth),
                None => standing.exhausted = standing.exhausted.plus(worth),
            }
        }
        standing.lost = standing.lost.plus(votes.minus(keeps).minus(moved));
    }

    /// Every council that some choice among equals leads to, each sorted.
    fn possible_councils(&self) -> Result<BTreeSet<Vec<OptionId>>, TooManyTies> {
        let mut councils = BTreeSet::new();
        let (mut sets, mut seen) = (BTreeSet::new(), BTreeSet::new());
        let mut open = vec![self.start()];
        while let Some(mut standing) = open.pop() {
            self.elect(&mut standing);
            sets.insert(standing.continuing().collect::<Vec<_>>());
            if sets.len() > MOST_SETS || seen.len() > 10 * MOST_SETS {
                return Err(TooManyTies);
            }
            let Some(next) = self.next(&standing) else {
                standing.elected.sort_unstable();
                councils.insert(standing.elected);
                continue;
            };
            if let [only] = next.equals.as_slice() {
                self.carry_out(&mut standing, next.is_surplus, *only);
                open.push(standing);
                continue;
            }
            // Several ways may meet again; a fingerprint of each standing met is enough to see it.
            if seen.insert(fingerprint(&standing)) {
                for option in next.equals {
                    let mut after = standing.clone();
                    self.carry_out(&mut after, next.is_surplus, option);
                    open.push(after);
                }
            }
        }
        Ok(councils)
    }

    /// The stages and the order of election when ties are settled by the listed order.
    fn report(&self) -> (Vec<Stage>, Vec<OptionId>) {
        let mut standing = self.start();
        let mut stages: Vec<Stage> = Vec::new();
        let mut action = Action::FirstPreferences;
        loop {
            let (elected, filled) = self.elect(&mut standing);
            let votes = standing.votes.iter().map(|(option, votes)| (option, *votes)).collect();
            let (exhausted, lost) = (standing.exhausted, standing.lost);
            stages.push(Stage { action, votes, exhausted, lost, elected, filled });
            let Some(next) = self.next(&standing) else { return (stages, standing.elected) };
            let shown = if next.is_surplus { next.equals.first() } else { next.equals.last() };
            let Some(of) = shown.copied() else { return (stages, standing.elected) };
            let because = self.why(&stages, &standing, &next, of);
            let surplus = standing.votes.of(of).minus(self.quota);
            action = match next.is_surplus {
                true => Action::Surplus { of, surplus, because },
                false => Action::Exclusion { of, because },
            };
            self.carry_out(&mut standing, next.is_surplus, of);
        }
    }

    fn why(&self, stages: &[Stage], standing: &Standing, next: &Next, of: OptionId) -> Why {
        if !next.others_have_as_many {
            return Why::Votes;
        }
        if next.equals.len() > 1 {
            return Why::AnyOf(next.equals.clone());
        }
        let in_question = |option: &OptionId| match next.is_surplus {
            true => standing.status.of(*option) == Status::Elected,
            false => standing.status.of(*option) == Status::Continuing,
        };
        let as_many = |option: &OptionId| standing.votes.of(*option) == standing.votes.of(of);
        let mut equals: Vec<OptionId> =
            OptionId::first(self.options).filter(|option| in_question(option) && as_many(option)).collect();
        // The last of these stages is the present one.
        for (number, stage) in (1..stages.len()).zip(stages).rev() {
            equals.retain(|option| stage.votes.get(option) == stage.votes.get(&of));
            if equals.len() == 1 {
                return Why::EarlierStage(number);
            }
        }
        Why::DrawnOrder
    }
}

impl Standing {
    fn continuing(&self) -> impl Iterator<Item = OptionId> {
        self.status.iter().filter(|(_, status)| **status == Status::Continuing).map(|(option, _)| option)
    }

    /// What compares two options: votes now, then earlier ones, latest first.
    fn key(&self, option: OptionId) -> (Votes, usize) {
        (self.votes.of(option), self.history.of(option))
    }

    fn elect(&mut self, options: &[OptionId]) {
        options.iter().for_each(|option| self.status.set(*option, Status::Elected));
        self.elected.extend(options);
    }

    /// The present votes become the latest part of everybody's history.
    fn remember(&mut self) {
        let still_in: Vec<OptionId> =
            self.status.iter().filter(|(_, status)| **status != Status::Excluded).map(|(option, _)| option).collect();
        let keys: BTreeSet<(Votes, usize)> = still_in.iter().map(|option| self.key(*option)).collect();
        let keys: Vec<(Votes, usize)> = keys.into_iter().collect();
        let mut history = PerOption::new(u16::try_from(self.status.values().len()).unwrap_or(u16::MAX), |_| 0);
        for option in still_in {
            history.set(option, keys.binary_search(&self.key(option)).unwrap_or_default());
        }
        self.history = history;
    }
}

fn give(votes: &mut PerOption<Votes>, option: OptionId, more: Votes) {
    votes.set(option, votes.of(option).plus(more));
}

/// ⌊surplus × present value ÷ votes⌋ in hundred-thousandths, with one division (SSI 2007/42, rule 48).
fn transfer_value(present: u32, surplus: Votes, votes: Votes) -> u32 {
    let value = surplus.0.saturating_mul(u128::from(present)).checked_div(votes.0).unwrap_or_default();
    u32::try_from(value).unwrap_or(present)
}

/// SHA-256 of a standing: two different ones never share it.
fn fingerprint(standing: &Standing) -> [u8; 32] {
    struct Sha(Sha256);
    impl Hasher for Sha {
        fn write(&mut self, bytes: &[u8]) {
            self.0.update(bytes);
        }
        fn finish(&self) -> u64 {
            0
        }
    }
    let mut sha = Sha(Sha256::new());
    standing.hash(&mut sha);
    sha.0.finalize().into()
}
