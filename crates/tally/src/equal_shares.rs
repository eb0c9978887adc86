//! Participatory budget by the method of equal shares (`decisions` 6.14, `decisions B11`; `formats/ballots.md`,
//! `equal_shares`).
//!
//! Dominik Peters, Grzegorz Pierczyński and Piotr Skowron, "Proportional Participatory Budgeting with Additive
//! Utilities", NeurIPS 2021. Everybody gets the same share. An option is bought by its supporters at the smallest ρ
//! with Σ min(money, ρ · utility) = cost; the option with the least ρ is bought first.
//!
//! Exact: money is counted in parts of a cent, all of one size at a time (the common denominator of all fractions).
//!
//! Raising shares cent by cent could take a million counts. But a count only ever *compares* amounts, and each amount
//! is a straight line over the share: so a count also tells for how many more cents each of its comparisons, and thus
//! the whole of it, stays as it is (`Horizon`). Those cents are skipped.

use crate::ballots::{Approval, Ballot, Ballots};
use crate::decision::Decision;
use crate::options::{OptionId, PerOption, TieOrder};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};
use serde::{Deserialize, Serialize};
use std::cell::Cell;
use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

/// What an option that a voter approves of is worth to her.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Utility {
    /// Its cost: a large project weighs more.
    #[default]
    Cost,
    /// One, whatever it costs.
    Count,
}

/// What is done with money left over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Completion {
    /// Nothing.
    #[default]
    None,
    /// Every share grows by a cent at a time, on paper, as long as what is bought fits in the real budget.
    Add1,
    /// The same; then whatever still fits is bought by most approvals, cheaper first.
    Add1ThenGreedy,
}

/// What there is to spend, and on what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// In cents.
    pub budget: u64,
    /// Cents for each option, at least 1.
    pub costs: PerOption<u64>,
    /// What an option is worth to a supporter.
    pub utility: Utility,
    /// What is done with money left over.
    pub completion: Completion,
}

/// An exact number of cents, as a reduced fraction: `37/3`, or `12`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cents(String);

impl Cents {
    fn fraction(numerator: &BigInt, denominator: &BigInt) -> Self {
        let common = numerator.gcd(denominator);
        let (numerator, denominator) = (numerator / &common, denominator / &common);
        Self(if denominator.is_one() { numerator.to_string() } else { format!("{numerator}/{denominator}") })
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One option bought, and who paid what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Purchase {
    /// What was bought.
    pub option: OptionId,
    /// Its cost in cents.
    pub cost: u64,
    /// How many approve of it.
    pub supporters: u64,
    /// How many of them paid the full part.
    pub paid_in_full: u64,
    /// The full part of one voter.
    pub full_part: Cents,
    /// The others paid all they had left: how many voters, how much each; most first. Nobody with nothing is listed.
    pub paid_the_rest: Vec<(u64, Cents)>,
    /// Why this one.
    pub because: Why,
}

/// Why an option was bought before others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Its supporters paid least for what it is worth to them.
    LeastRho,
    /// These had the same ρ; it has more supporters.
    MoreSupporters(Vec<OptionId>),
    /// These had the same ρ and as many supporters; it costs less.
    LowerCost(Vec<OptionId>),
    /// These were equal in all that; it is first in the drawn order.
    DrawnOrder(Vec<OptionId>),
    /// These were equal in all that; it is listed first. The one tie that listing settles.
    ListedOrder(Vec<OptionId>),
    /// Bought with what was left over, by approvals.
    Greedy,
}

/// How a budget is spent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// What is funded, in listed order.
    pub decision: Decision,
    /// What was bought, in order.
    pub purchases: Vec<Purchase>,
    /// Cents spent.
    pub spent: u64,
    /// Cents each voter had, on paper when the completion raised it.
    pub share: Cents,
    /// Cents by which the completion raised each share.
    pub raised_by: u64,
}

/// Counts. Every ballot is a voter, empty ones included.
pub fn count(ballots: &Ballots<Approval>, budget: &Budget, tie_order: Option<&TieOrder>) -> Outcome {
    let vote = Vote::new(ballots, budget, tie_order);
    let (raised_by, mut run) = match budget.completion {
        Completion::None => (0, vote.buy(0)),
        Completion::Add1 | Completion::Add1ThenGreedy => vote.add_one(),
    };
    if budget.completion == Completion::Add1ThenGreedy {
        vote.buy_by_approvals(&mut run);
    }
    let share = Cents::fraction(&vote.shares(raised_by), &BigInt::from(ballots.total().max(1)));
    let mut winners: Vec<OptionId> = run.bought.iter().map(|bought| bought.option).collect();
    winners.sort_unstable();
    let decision = if winners.is_empty() { Decision::NoResult } else { Decision::Decided { winners } };
    let spent = u64::try_from(vote.spent(&run)).unwrap_or(u64::MAX);
    Outcome { decision, purchases: vote.receipts(&run, raised_by), spent, share, raised_by }
}

/// What stays the same during a count.
struct Vote<'a> {
    budget: &'a Budget,
    tie_order: Option<&'a TieOrder>,
    voters: u64,
    /// Voters with equal ballots, who always have the same money.
    alike: Vec<u64>,
    /// Whose ballots approve of each option: places in `alike`.
    supporters: PerOption<Vec<usize>>,
    /// How many voters that is.
    support: PerOption<u64>,
}

/// An amount in parts of a cent, and by how much it grows with each cent that is added to every share.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Amount {
    now: BigInt,
    growth: BigInt,
}

impl Amount {
    fn times(&self, factor: &BigInt) -> Self {
        Self { now: &self.now * factor, growth: &self.growth * factor }
    }

    fn less(&mut self, other: &Self) {
        self.now -= &other.now;
        self.growth -= &other.growth;
    }

    fn zero() -> Self {
        Self { now: BigInt::ZERO, growth: BigInt::ZERO }
    }
}

/// For how many more cents in every share all comparisons made so far stay as they are.
struct Horizon(Cell<u64>);

impl Horizon {
    fn compare(&self, a: &Amount, b: &Amount) -> Ordering {
        let order = a.now.cmp(&b.now);
        let growth = a.growth.cmp(&b.growth);
        if growth != Ordering::Equal && growth != order && self.0.get() > 0 {
            let (apart, closer) = ((&a.now - &b.now).abs(), (&a.growth - &b.growth).abs());
            // The gap must stay above zero: ⌈apart ÷ closer⌉ − 1 cents; none when they are equal and drift apart.
            let cents = (apart + &closer - 1u8) / closer - 1u8;
            self.0.set(self.0.get().min(cents.to_u64().unwrap_or(if cents.is_negative() { 0 } else { u64::MAX })));
        }
        order
    }
}

/// Who has how much.
struct Purse {
    /// Money of each voter, for each kind of ballot, in parts of a cent.
    money: Vec<Amount>,
    /// How many of these parts make a cent.
    unit: BigInt,
}

/// What was bought, and for how many more cents in every share it would be the same.
#[derive(Clone, Default)]
struct Run {
    bought: Vec<Bought>,
    same_for: u64,
}

#[derive(Clone)]
struct Bought {
    option: OptionId,
    because: Why,
}

/// At which price supporters can buy an option.
struct Offer {
    option: OptionId,
    /// The full part of one voter is `rest / full` parts of a cent, …
    rest: Amount,
    /// … paid by so many voters; the others pay all they have.
    full: u64,
}

impl<'a> Vote<'a> {
    fn new(ballots: &Ballots<Approval>, budget: &'a Budget, tie_order: Option<&'a TieOrder>) -> Self {
        let mut supporters = PerOption::new(ballots.options(), |_| Vec::new());
        let mut support = PerOption::new(ballots.options(), |_| 0);
        let mut alike = Vec::with_capacity(ballots.iter().len());
        for (place, (ballot, count)) in ballots.iter().enumerate() {
            alike.push(count);
            for option in ballot.named() {
                supporters.get_mut(option).into_iter().for_each(|places: &mut Vec<usize>| places.push(place));
                support.set(option, support.of(option) + count);
            }
        }
        Self { budget, tie_order, voters: ballots.total(), alike, supporters, support }
    }

    fn cost(&self, option: OptionId) -> u64 {
        self.budget.costs.of(option).max(1)
    }

    fn spent(&self, run: &Run) -> u128 {
        run.bought.iter().map(|bought| u128::from(self.cost(bought.option))).sum()
    }

    /// All shares together, in cents, when each is raised by so many cents.
    fn shares(&self, raised_by: u64) -> BigInt {
        BigInt::from(self.budget.budget) + BigInt::from(raised_by) * self.voters
    }

    /// Equal shares, raised by so many cents.
    fn purse(&self, raised_by: u64) -> Purse {
        let share = Amount { now: self.shares(raised_by), growth: BigInt::from(self.voters) };
        Purse { money: vec![share; self.alike.len()], unit: BigInt::from(self.voters.max(1)) }
    }

    /// Buys until no supporters can pay for anything.
    fn buy(&self, raised_by: u64) -> Run {
        self.buy_and(raised_by, |_, _, _| {})
    }

    /// The same; `watch` sees each purchase with the purse before it.
    fn buy_and(&self, raised_by: u64, mut watch: impl FnMut(&Bought, &Offer, &Purse)) -> Run {
        let horizon = Horizon(Cell::new(u64::MAX));
        let mut purse = self.purse(raised_by);
        let mut bought = Vec::new();
        let with_support = self.support.iter().filter(|(_, voters)| **voters > 0);
        let mut offers: Vec<Offer> =
            with_support.filter_map(|(option, _)| self.offer(option, &purse, &horizon)).collect();
        while let Some((offer, because)) = self.best(&mut offers, &purse, &horizon) {
            let purchase = Bought { option: offer.option, because };
            watch(&purchase, &offer, &purse);
            bought.push(purchase);
            let finer = self.pay(&offer, &mut purse, &horizon);
            offers.iter_mut().for_each(|offer| offer.rest = offer.rest.times(&finer));
        }
        Run { bought, same_for: horizon.0.get() }
    }

    /// The price of an option, when its supporters can pay it.
    fn offer(&self, option: OptionId, purse: &Purse, horizon: &Horizon) -> Option<Offer> {
        let places = self.supporters.get(option)?.iter();
        let mut poorest_first: Vec<(&Amount, u64)> =
            places.filter_map(|place| Some((purse.money.get(*place)?, *self.alike.get(*place)?))).collect();
        poorest_first.sort_by(|(a, _), (b, _)| horizon.compare(a, b));
        let mut rest = Amount { now: BigInt::from(self.cost(option)) * &purse.unit, growth: BigInt::ZERO };
        let mut full = self.support.of(option);
        for (money, voters) in poorest_first {
            if horizon.compare(&money.times(&full.into()), &rest) != Ordering::Less {
                return Some(Offer { option, rest, full });
            }
            rest.less(&money.times(&voters.into()));
            full -= voters;
        }
        None
    }

    /// Takes the best offer out of `offers`, and drops those that cannot be paid any more.
    ///
    /// Money only shrinks, so prices only rise: an offer made earlier is a lower bound of what it is now. Only those
    /// whose old price could still be the best one are asked again.
    fn best(&self, offers: &mut Vec<Offer>, purse: &Purse, horizon: &Horizon) -> Option<(Offer, Why)> {
        offers.sort_by(|a, b| self.compare(a, b, horizon));
        let mut best: Vec<Offer> = Vec::new();
        let mut later = Vec::with_capacity(offers.len());
        for old in offers.drain(..) {
            let is_dearer = best.first().is_some_and(|best| self.compare(&old, best, horizon) == Ordering::Greater);
            if is_dearer {
                later.push(old);
                continue;
            }
            let Some(offer) = self.offer(old.option, purse, horizon) else { continue };
            match best.first().map_or(Ordering::Less, |best| self.compare(&offer, best, horizon)) {
                Ordering::Less => later.extend(std::mem::replace(&mut best, vec![offer])),
                Ordering::Equal => best.push(offer),
                Ordering::Greater => later.push(offer),
            }
        }
        let (chosen, because) = self.among_equals(best.iter().map(|offer| offer.option).collect())?;
        let place = best.iter().position(|offer| offer.option == chosen)?;
        let offer = best.swap_remove(place);
        later.extend(best);
        *offers = later;
        Some((offer, because))
    }

    /// Compares ρ: what a full part is per unit of utility.
    fn compare(&self, a: &Offer, b: &Offer, horizon: &Horizon) -> Ordering {
        let worth = |offer: &Offer| match self.budget.utility {
            Utility::Cost => BigInt::from(offer.full) * self.cost(offer.option),
            Utility::Count => BigInt::from(offer.full),
        };
        horizon.compare(&a.rest.times(&worth(b)), &b.rest.times(&worth(a)))
    }

    /// Ties on ρ: more supporters, then lower cost, then the drawn order, then the listed order.
    fn among_equals(&self, mut equals: Vec<OptionId>) -> Option<(OptionId, Why)> {
        equals.sort_unstable();
        let left_by = |key: &dyn Fn(OptionId) -> (Reverse<u64>, u64), among: &[OptionId]| -> Vec<OptionId> {
            let best = among.iter().map(|option| key(*option)).min();
            among.iter().copied().filter(|option| Some(key(*option)) == best).collect()
        };
        let first = *equals.first()?;
        if equals.len() == 1 {
            return Some((first, Why::LeastRho));
        }
        let by_support = left_by(&|option| (Reverse(self.support.of(option)), 0), &equals);
        if let [only] = by_support.as_slice() {
            return Some((*only, Why::MoreSupporters(equals)));
        }
        let by_cost = left_by(&|option| (Reverse(0), self.cost(option)), &by_support);
        if let [only] = by_cost.as_slice() {
            return Some((*only, Why::LowerCost(by_support)));
        }
        match self.tie_order {
            Some(order) => Some((by_cost.iter().copied().min_by_key(|x| order.rank(*x))?, Why::DrawnOrder(by_cost))),
            None => Some((*by_cost.first()?, Why::ListedOrder(by_cost))),
        }
    }

    /// Supporters pay. Returns into how many finer parts each part of a cent had to be cut.
    fn pay(&self, offer: &Offer, purse: &mut Purse, horizon: &Horizon) -> BigInt {
        let full = BigInt::from(offer.full);
        let finer = &full / full.gcd(&offer.rest.now).gcd(&offer.rest.growth);
        if !finer.is_one() {
            purse.money.iter_mut().for_each(|money| *money = money.times(&finer));
            purse.unit *= &finer;
        }
        let exact = offer.rest.times(&finer);
        let part = Amount { now: exact.now / &full, growth: exact.growth / &full };
        for place in self.supporters.get(offer.option).into_iter().flatten() {
            if let Some(money) = purse.money.get_mut(*place) {
                match horizon.compare(money, &part) {
                    Ordering::Greater => money.less(&part),
                    Ordering::Equal | Ordering::Less => *money = Amount::zero(),
                }
            }
        }
        finer
    }

    /// Raises every share cent by cent until too much is bought, or everything with a supporter; keeps the last that fits.
    fn add_one(&self) -> (u64, Run) {
        let buyable = self.support.values().iter().filter(|voters| **voters > 0).count();
        let (mut raised_by, mut run) = (0u64, self.buy(0));
        while run.bought.len() < buyable {
            // Up to here nothing changes; a cent more, and something may.
            let last_alike = raised_by.saturating_add(run.same_for);
            let Some(more) = last_alike.checked_add(1) else { break };
            let next = self.buy(more);
            if self.spent(&next) > u128::from(self.budget.budget) {
                raised_by = last_alike;
                break;
            }
            (raised_by, run) = (more, next);
        }
        (raised_by, run)
    }

    /// Buys by approvals whatever still fits: more supporters, then lower cost, then the drawn or the listed order.
    fn buy_by_approvals(&self, run: &mut Run) {
        let mut left = u128::from(self.budget.budget).saturating_sub(self.spent(run));
        let is_bought = |option: &OptionId| run.bought.iter().any(|bought| bought.option == *option);
        let mut rest: Vec<OptionId> = self.support.iter().map(|(option, _)| option).filter(|x| !is_bought(x)).collect();
        let rank = |option: OptionId| self.tie_order.map_or(0, |order| order.rank(option));
        rest.sort_by_key(|option| (Reverse(self.support.of(*option)), self.cost(*option), rank(*option), *option));
        for option in rest.into_iter().filter(|option| self.support.of(*option) > 0) {
            let cost = u128::from(self.cost(option));
            if cost <= left {
                left -= cost;
                run.bought.push(Bought { option, because: Why::Greedy });
            }
        }
    }

    /// Who paid what, by going through the purchases once more.
    fn receipts(&self, run: &Run, raised_by: u64) -> Vec<Purchase> {
        let mut receipts = Vec::with_capacity(run.bought.len());
        self.buy_and(raised_by, |bought, offer, purse| receipts.push(self.receipt(bought, offer, purse)));
        let by_approvals = run.bought.iter().filter(|bought| bought.because == Why::Greedy);
        receipts.extend(by_approvals.map(|bought| Purchase {
            option: bought.option,
            cost: self.cost(bought.option),
            supporters: self.support.of(bought.option),
            paid_in_full: 0,
            full_part: Cents::fraction(&BigInt::ZERO, &BigInt::one()),
            paid_the_rest: Vec::new(),
            because: Why::Greedy,
        }));
        receipts
    }

    fn receipt(&self, bought: &Bought, offer: &Offer, purse: &Purse) -> Purchase {
        let mut rest: BTreeMap<&BigInt, u64> = BTreeMap::new();
        for place in self.supporters.get(bought.option).into_iter().flatten() {
            let (Some(money), Some(voters)) = (purse.money.get(*place), self.alike.get(*place)) else { continue };
            if &money.now * offer.full < offer.rest.now && !money.now.is_zero() {
                *rest.entry(&money.now).or_default() += voters;
            }
        }
        Purchase {
            option: bought.option,
            cost: self.cost(bought.option),
            supporters: self.support.of(bought.option),
            paid_in_full: offer.full,
            full_part: Cents::fraction(&offer.rest.now, &(&purse.unit * offer.full)),
            paid_the_rest: rest.iter().rev().map(|(money, n)| (*n, Cents::fraction(money, &purse.unit))).collect(),
            because: bought.because.clone(),
        }
    }
}
