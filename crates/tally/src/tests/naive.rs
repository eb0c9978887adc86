//! Every method a second time, written straight from its definition without care for speed, and held against the first
//! on random elections: some hundreds in the quick form, many more with `PARPOUR_TEST_LONG=1`.

use super::{said, spelt};
use crate::ballots::{Approval, Ballot, Ballots, Ranking};
use crate::decision::Decision;
use crate::equal_shares::{Budget, Completion, Utility};
use crate::options::{OptionId, PerOption};
use crate::{equal_shares, irv, ranked_pairs, schulze, stv};
use num_bigint::BigInt;
use std::collections::BTreeSet;

/// Numbers that look random and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn order(&mut self, options: u16) -> Vec<OptionId> {
        let mut order: Vec<OptionId> = OptionId::first(options).collect();
        for last in (1..order.len()).rev() {
            order.swap(last, self.below(last as u64 + 1) as usize);
        }
        order.truncate(self.below(u64::from(options) + 1) as usize);
        order
    }

    fn rankings(&mut self, options: u16, strict: bool) -> Ballots<Ranking> {
        let mut ballots = Ballots::new(options);
        for _ in 0..self.below(9) {
            let mut tiers: Vec<Vec<OptionId>> = Vec::new();
            for option in self.order(options) {
                match tiers.last_mut() {
                    Some(tier) if !strict && self.below(3) == 0 => tier.push(option),
                    _ => tiers.push(vec![option]),
                }
            }
            ballots.add(Ranking::new(&tiers).unwrap(), self.below(4) + 1).unwrap();
        }
        ballots
    }

    fn approvals(&mut self, options: u16) -> Ballots<Approval> {
        let mut ballots = Ballots::new(options);
        for _ in 0..self.below(8) {
            ballots.add(Approval::new(self.order(options)).unwrap(), self.below(3) + 1).unwrap();
        }
        ballots
    }
}

/// Runs `check` on random numbers: so many times, a hundred times as many in the long form.
fn often(quick: u64, mut check: impl FnMut(&mut Chance, u64)) {
    let long = std::env::var_os("PARPOUR_TEST_LONG").is_some_and(|long| long == "1");
    for number in 0..quick * if long { 100 } else { 1 } {
        check(&mut Chance(number.wrapping_mul(0x9E37_79B9_7F4A_7C15)), number);
    }
}

/// The place of an option on a ballot; unranked is last.
fn place(ballot: &Ranking, option: OptionId) -> usize {
    ballot.tiers().position(|mut tier| tier.any(|one| one == option)).unwrap_or(usize::MAX)
}
fn prefer(ballots: &Ballots<Ranking>, x: OptionId, y: OptionId) -> u64 {
    ballots.iter().filter(|(ballot, _)| place(ballot, x) < place(ballot, y)).map(|(_, count)| count).sum()
}
fn victory(ballots: &Ballots<Ranking>, x: OptionId, y: OptionId) -> Option<u64> {
    let (x, y) = (prefer(ballots, x, y), prefer(ballots, y, x));
    (x > y).then_some(x)
}
fn leaders(options: Vec<OptionId>) -> String {
    said(&Decision::between_leaders(options))
}

/// The strongest path, by trying them all.
fn strongest(ballots: &Ballots<Ranking>, from: OptionId, to: OptionId, passed: &[OptionId]) -> u64 {
    let ways = OptionId::first(ballots.options()).filter(|next| !passed.contains(next));
    let through = ways.filter_map(|next| {
        let link = victory(ballots, from, next)?;
        let rest = if next == to { link } else { strongest(ballots, next, to, &[passed, &[next]].concat()) };
        Some(link.min(rest))
    });
    through.max().unwrap_or(0)
}

fn naive_schulze(ballots: &Ballots<Ranking>) -> String {
    if ballots.expressed() == 0 {
        return "nothing".to_owned();
    }
    let path = |x, y| strongest(ballots, x, y, &[x]);
    let holds = |x| OptionId::first(ballots.options()).all(|y| x == y || path(x, y) >= path(y, x));
    leaders(OptionId::first(ballots.options()).filter(|x| holds(*x)).collect())
}

type Arrows = BTreeSet<(OptionId, OptionId)>;

fn reaches(arrows: &Arrows, from: OptionId, to: OptionId) -> bool {
    let mut seen = BTreeSet::from([from]);
    let mut open = vec![from];
    while let Some(here) = open.pop() {
        for (_, next) in arrows.iter().filter(|(start, _)| *start == here) {
            if *next == to {
                return true;
            }
            if seen.insert(*next) {
                open.push(*next);
            }
        }
    }
    false
}

fn naive_ranked_pairs(ballots: &Ballots<Ranking>) -> String {
    if ballots.expressed() == 0 {
        return "nothing".to_owned();
    }
    let options = || OptionId::first(ballots.options());
    let mut strengths = BTreeSet::new();
    let strength = |x, y| Some((victory(ballots, x, y)?, u64::MAX - prefer(ballots, y, x)));
    options().for_each(|x| strengths.extend(options().filter_map(|y| strength(x, y))));
    let mut locked = Arrows::new();
    for level in strengths.into_iter().rev() {
        let group: Arrows = options()
            .flat_map(|x| options().map(move |y| (x, y)))
            .filter(|(x, y)| strength(*x, *y) == Some(level))
            .collect();
        let all: Arrows = locked.union(&group).copied().collect();
        locked.extend(group.into_iter().filter(|(x, y)| !reaches(&all, *y, *x)));
    }
    leaders(options().filter(|x| !locked.iter().any(|(_, loser)| loser == x)).collect())
}

/// Winners of an instant run-off: whole histories are kept, and every choice is followed.
fn naive_irv(
    ballots: &Ballots<Ranking>,
    continuing: &[OptionId],
    history: &[Vec<u64>],
    winners: &mut BTreeSet<OptionId>,
) {
    let mut votes = vec![0u64; usize::from(ballots.options())];
    for (ballot, count) in ballots.iter() {
        let tiers = ballot.tiers().map(|tier| tier.filter(|one| continuing.contains(one)).collect::<Vec<_>>());
        if let Some([only]) = tiers.into_iter().find(|tier| !tier.is_empty()).as_deref() {
            votes[only.place()] += count;
        }
    }
    let counted: u64 = votes.iter().sum();
    if let Some(winner) = continuing.iter().find(|option| 2 * votes[option.place()] > counted) {
        winners.insert(*winner);
        return;
    }
    let mut history = history.to_vec();
    history.push(votes);
    let mut last = continuing.to_vec();
    for stage in history.iter().rev() {
        let fewest = last.iter().map(|option| stage[option.place()]).min().unwrap();
        last.retain(|option| stage[option.place()] == fewest);
    }
    for gone in last {
        let rest: Vec<OptionId> = continuing.iter().copied().filter(|option| *option != gone).collect();
        naive_irv(ballots, &rest, &history, winners);
    }
}

/// A count by the Scottish rules, paper by paper; every choice is followed.
#[derive(Clone)]
struct NaiveStv {
    /// Each single paper: its order, its value in hundred-thousandths, and who holds it.
    papers: Vec<(Vec<OptionId>, u128, Option<OptionId>)>,
    continuing: Vec<OptionId>,
    elected: Vec<OptionId>,
    done: Vec<OptionId>,
    history: Vec<Vec<u128>>,
}

impl NaiveStv {
    fn votes(&self, options: u16, quota: u128) -> Vec<u128> {
        let votes = |option: OptionId| match self.done.contains(&option) {
            true => quota,
            false => self.papers.iter().filter(|paper| paper.2 == Some(option)).map(|paper| paper.1).sum(),
        };
        OptionId::first(options).map(votes).collect()
    }

    fn go_on(mut self, options: u16, seats: usize, quota: u128, councils: &mut BTreeSet<String>) {
        let votes = self.votes(options, quota);
        self.history.push(votes.clone());
        let reached: Vec<OptionId> = self.continuing.iter().copied().filter(|x| votes[x.place()] >= quota).collect();
        self.continuing.retain(|option| !reached.contains(option));
        self.elected.extend(reached);
        if self.elected.len() < seats && self.continuing.len() + self.elected.len() <= seats {
            self.elected.append(&mut self.continuing);
        }
        if self.elected.len() == seats {
            self.elected.sort_unstable();
            councils.insert(spelt(&self.elected));
            return;
        }
        let with_surplus: Vec<OptionId> = self.elected.iter().copied().filter(|x| votes[x.place()] > quota).collect();
        let is_surplus = !with_surplus.is_empty();
        let mut equals = if is_surplus { with_surplus } else { self.continuing.clone() };
        for stage in self.history.iter().rev() {
            let of = equals.iter().map(|option| stage[option.place()]);
            let extreme = if is_surplus { of.max() } else { of.min() }.unwrap();
            equals.retain(|option| stage[option.place()] == extreme);
        }
        for option in equals {
            let mut after = self.clone();
            let total = votes[option.place()];
            after.continuing.retain(|one| *one != option);
            if is_surplus {
                after.done.push(option);
            }
            for paper in after.papers.iter_mut().filter(|paper| paper.2 == Some(option)) {
                if is_surplus {
                    paper.1 = (total - quota) * paper.1 / total;
                }
                paper.2 = paper.0.iter().copied().find(|next| after.continuing.contains(next));
            }
            after.go_on(options, seats, quota, councils);
        }
    }
}

fn naive_stv(ballots: &Ballots<Ranking>, seats: u16) -> BTreeSet<String> {
    let single = ballots.iter().flat_map(|(ballot, count)| (0..count).map(move |_| ballot.named().collect::<Vec<_>>()));
    let papers: Vec<_> = single
        .filter(|order| !order.is_empty())
        .map(|order| (order.clone(), 100_000, order.first().copied()))
        .collect();
    let quota = (papers.len() as u128 / (u128::from(seats) + 1) + 1) * 100_000;
    let continuing = OptionId::first(ballots.options()).collect();
    let start = NaiveStv { papers, continuing, elected: vec![], done: vec![], history: vec![] };
    let mut councils = BTreeSet::new();
    start.go_on(ballots.options(), usize::from(seats), quota, &mut councils);
    councils
}

/// An exact fraction.
#[derive(Clone)]
struct Fraction(BigInt, BigInt);

impl Fraction {
    fn less(&self, other: &Self) -> Self {
        Self(&self.0 * &other.1 - &other.0 * &self.1, &self.1 * &other.1)
    }
    fn over(&self, by: u64) -> Self {
        Self(self.0.clone(), &self.1 * by)
    }
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (&self.0 * &other.1).cmp(&(&other.0 * &self.1))
    }
}

/// Equal shares, voter by voter, every price made anew each round.
fn naive_equal_shares(ballots: &Ballots<Approval>, budget: &Budget, raised: u64) -> Vec<OptionId> {
    let voters: Vec<&Approval> = ballots.iter().flat_map(|(ballot, count)| (0..count).map(move |_| ballot)).collect();
    let share = BigInt::from(budget.budget) + BigInt::from(raised) * voters.len();
    let mut money = vec![Fraction(share, BigInt::from(voters.len().max(1))); voters.len()];
    let mut bought: Vec<OptionId> = Vec::new();
    loop {
        let mut best: Option<(Fraction, usize, u64, OptionId, Fraction)> = None;
        for option in OptionId::first(ballots.options()).filter(|option| !bought.contains(option)) {
            let mut supporters: Vec<usize> =
                (0..voters.len()).filter(|voter| voters[*voter].includes(option)).collect();
            supporters.sort_by(|a, b| money[*a].cmp(&money[*b]));
            let cost = budget.costs.of(option);
            let mut rest = Fraction(cost.into(), 1.into());
            for (place, voter) in supporters.iter().enumerate() {
                let part = rest.over((supporters.len() - place) as u64);
                if money[*voter].cmp(&part).is_ge() {
                    let rho = match budget.utility {
                        Utility::Cost => part.over(cost),
                        Utility::Count => part.clone(),
                    };
                    let is_better = best.as_ref().is_none_or(|(least, support, price, ..)| {
                        let by_support = support.cmp(&supporters.len());
                        rho.cmp(least).then(by_support).then(cost.cmp(price)).is_lt()
                    });
                    if is_better {
                        best = Some((rho, supporters.len(), cost, option, part));
                    }
                    break;
                }
                rest = rest.less(&money[*voter]);
            }
        }
        let Some((_, _, _, option, part)) = best else { return bought };
        for (voter, ballot) in voters.iter().enumerate().filter(|(_, ballot)| ballot.includes(option)) {
            let _ = ballot;
            money[voter] =
                if money[voter].cmp(&part).is_gt() { money[voter].less(&part) } else { Fraction(0.into(), 1.into()) };
        }
        bought.push(option);
    }
}

/// One cent at a time.
fn naive_add_one(ballots: &Ballots<Approval>, budget: &Budget) -> (Vec<OptionId>, u64) {
    let wanted =
        OptionId::first(ballots.options()).filter(|x| ballots.iter().any(|(ballot, _)| ballot.includes(*x))).count();
    let mut best = (naive_equal_shares(ballots, budget, 0), 0);
    while best.0.len() < wanted {
        let next = naive_equal_shares(ballots, budget, best.1 + 1);
        if next.iter().map(|option| budget.costs.of(*option)).sum::<u64>() > budget.budget {
            break;
        }
        best = (next, best.1 + 1);
    }
    best
}

#[test]
fn schulze_is_its_definition() {
    often(400, |chance, number| {
        let options = chance.below(5) as u16 + 1;
        let ballots = chance.rankings(options, false);
        assert_eq!(said(&schulze::count(&ballots).decision), naive_schulze(&ballots), "election {number}");
    });
}

#[test]
fn ranked_pairs_are_their_definition() {
    often(400, |chance, number| {
        let options = chance.below(6) as u16 + 1;
        let ballots = chance.rankings(options, false);
        assert_eq!(
            said(&ranked_pairs::count(&ballots, None).decision),
            naive_ranked_pairs(&ballots),
            "election {number}"
        );
    });
}

#[test]
fn instant_runoff_is_its_definition() {
    often(400, |chance, number| {
        let options = chance.below(6) as u16 + 1;
        let ballots = chance.rankings(options, false);
        let mut winners = BTreeSet::new();
        if ballots.expressed() > 0 {
            naive_irv(&ballots, &OptionId::first(options).collect::<Vec<_>>(), &[], &mut winners);
        }
        let ours = irv::count(&ballots, None).unwrap();
        assert_eq!(said(&ours.decision), leaders(winners.into_iter().collect()), "election {number}");
    });
}

#[test]
fn the_single_transferable_vote_is_its_definition() {
    often(400, |chance, number| {
        let options = chance.below(5) as u16 + 2;
        let seats = chance.below(u64::from(options)) as u16 + 1;
        let ballots = chance.rankings(options, true);
        let ours = stv::count(&ballots, seats, None).unwrap();
        if ballots.expressed() == 0 {
            assert_eq!(ours.decision, Decision::NoResult);
            return;
        }
        let councils = naive_stv(&ballots, seats);
        let in_all = |one: char| councils.iter().all(|council| council.contains(one));
        let everybody: BTreeSet<char> = councils.iter().flat_map(|council| council.chars()).collect();
        let certain: BTreeSet<char> = everybody.iter().copied().filter(|one| in_all(*one)).collect();
        assert_eq!(spelt(ours.decision.winners()).chars().collect::<BTreeSet<_>>(), certain, "election {number}");
        let tied: String = everybody.difference(&certain).collect();
        match &ours.decision {
            Decision::Tied { between, .. } => assert_eq!(spelt(between), tied, "election {number}"),
            _ => assert_eq!(tied, "", "election {number}"),
        }
    });
}

#[test]
fn equal_shares_are_their_definition() {
    often(200, |chance, number| {
        let options = chance.below(5) as u16 + 1;
        let ballots = chance.approvals(options);
        let costs = PerOption::new(options, |_| chance.below(40) + 1);
        for utility in [Utility::Cost, Utility::Count] {
            let mut budget = Budget { budget: 60, costs: costs.clone(), utility, completion: Completion::None };
            let ours = equal_shares::count(&ballots, &budget, None);
            let bought: Vec<OptionId> = ours.purchases.iter().map(|purchase| purchase.option).collect();
            assert_eq!(bought, naive_equal_shares(&ballots, &budget, 0), "election {number}, {utility:?}");
            budget.completion = Completion::Add1;
            let ours = equal_shares::count(&ballots, &budget, None);
            let bought: Vec<OptionId> = ours.purchases.iter().map(|purchase| purchase.option).collect();
            assert_eq!((bought, ours.raised_by), naive_add_one(&ballots, &budget), "election {number}, {utility:?}");
        }
    });
}
