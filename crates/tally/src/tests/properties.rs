//! What holds of every count, whatever the ballots say.

use crate::ballots::{Approval, Ballots, Ranking, Scores};
use crate::decision::Decision;
use crate::equal_shares::{Budget, Completion, Utility, Why};
use crate::options::{OptionId, PerOption};
use crate::pairwise::Pairwise;
use crate::{approval, borda, condorcet, equal_shares, file, irv, ranked_pairs, schulze, score, stv};
use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestRunner};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const OPTIONS: u16 = 4;
const NAMES: [&str; 4] = ["a", "b", "c", "d"];

/// What a voter thinks: an order of some options and points for all. Each method takes from it what it asks for.
#[derive(Clone, Debug)]
struct Voter {
    order: Vec<usize>,
    points: Vec<u16>,
}

fn a_voter() -> impl Strategy<Value = Voter> {
    let order = (Just((0..4).collect::<Vec<usize>>()).prop_shuffle(), 0..=4usize);
    let order = order.prop_map(|(order, length)| order.into_iter().take(length).collect());
    (order, proptest::collection::vec(0u16..=5, 4)).prop_map(|(order, points)| Voter { order, points })
}
fn voters() -> impl Strategy<Value = Vec<Voter>> {
    proptest::collection::vec(a_voter(), 0..14)
}
/// What the properties below are about; each takes what it needs.
#[derive(Clone, Debug)]
struct Case {
    voters: Vec<Voter>,
    turn: usize,
    times: usize,
    seats: u16,
    cost: u64,
    favourite: usize,
    which: proptest::sample::Index,
    listed: Vec<&'static str>,
    drawn: Vec<u16>,
    budget: Budget,
}

fn a_case() -> impl Strategy<Value = Case> {
    let numbers = (0usize..14, 2usize..5, 1u16..=4, 1u64..50, 0usize..4, any::<proptest::sample::Index>());
    let orders = (Just(NAMES.to_vec()).prop_shuffle(), Just((0..4u16).collect::<Vec<_>>()).prop_shuffle());
    (voters(), numbers, orders, a_budget()).prop_map(|(voters, numbers, (listed, drawn), budget)| {
        let (turn, times, seats, cost, favourite, which) = numbers;
        Case { voters, turn, times, seats, cost, favourite, which, listed, drawn, budget }
    })
}

/// Holds a property against random cases. One runner for all of them compiles in a tenth of the time.
fn hold(property: fn(Case) -> Result<(), TestCaseError>) {
    let mut runner = TestRunner::new(ProptestConfig { source_file: Some(file!()), ..ProptestConfig::with_cases(128) });
    runner.run(&a_case(), property).unwrap_or_else(|failure| panic!("{failure}"));
}

/// One test for each property.
macro_rules! always {
    ($(fn $name:ident($case:ident) $body:block)+) => {
        $(#[test]
        fn $name() {
            hold(|$case| {
                $body
                Ok(())
            });
        })+
    };
}

fn id(place: usize) -> OptionId {
    OptionId::new(place as u16)
}

impl Voter {
    fn ballot(&self, method: &str) -> Value {
        let named = |places: &mut dyn Iterator<Item = usize>| places.map(|place| NAMES[place]).collect::<Vec<_>>();
        match method {
            "majority" => {
                let choices = ["yes", "no", "abstain", "blank"];
                json!({"choice": choices[usize::from(self.points[0]) % 4]})
            }
            "approval" | "equal_shares" => {
                json!({"approve": named(&mut (0..4).filter(|place| self.points[*place] > 2))})
            }
            "score" => {
                json!({"scores": (0..4).map(|p| (NAMES[p], self.points[p])).collect::<std::collections::BTreeMap<_, _>>()})
            }
            "stv" => json!({"ranking": self.order.iter().map(|place| [NAMES[*place]]).collect::<Vec<_>>()}),
            _ => {
                json!({"ranking": self.tiers().iter().map(|tier| named(&mut tier.iter().copied())).collect::<Vec<_>>()})
            }
        }
    }

    /// Options by points, best first; those without points are not ranked.
    fn tiers(&self) -> Vec<Vec<usize>> {
        let tier = |points| (0..4).filter(|place| self.points[*place] == points).collect::<Vec<_>>();
        (1..=5).rev().map(tier).filter(|tier| !tier.is_empty()).collect()
    }

    fn ranking(&self) -> Ranking {
        let tiers: Vec<Vec<OptionId>> =
            self.tiers().iter().map(|tier| tier.iter().copied().map(id).collect()).collect();
        Ranking::new(&tiers).unwrap()
    }

    fn strict(&self) -> Ranking {
        Ranking::strict(&self.order.iter().copied().map(id).collect::<Vec<_>>()).unwrap()
    }

    fn approval(&self) -> Approval {
        Approval::new((0..4).filter(|place| self.points[*place] > 2).map(id)).unwrap()
    }

    fn scores(&self) -> Scores {
        Scores::new((0..4).map(|place| (id(place), self.points[place]))).unwrap()
    }

    /// The same voter, who likes `option` best of all.
    fn with_first(&self, option: usize) -> Self {
        let order =
            std::iter::once(option).chain(self.order.iter().copied().filter(|place| *place != option)).collect();
        let mut points: Vec<u16> = self.points.iter().map(|points| (*points).min(4)).collect();
        points[option] = 5;
        Self { order, points }
    }
}

fn rules(method: &str) -> Value {
    match method {
        "majority" => json!({"threshold": [2, 3], "quorum": 2}),
        "approval" | "score" | "stv" => json!({"seats": 2}),
        "equal_shares" => json!({"budget": 100, "costs": {"a": 40, "b": 30, "c": 55, "d": 20}, "completion": "add1"}),
        _ => json!({}),
    }
}

/// The outcome of a file, as it is written.
fn counted(method: &str, listed: &[&str], ballots: &[Value]) -> String {
    let mut file = json!({"format": file::FORMAT, "method": method, "ballots": ballots, "rules": rules(method)});
    if method != "majority" {
        file["options"] = json!(listed);
    }
    let file = file::parse(&file.to_string()).unwrap();
    file::outcome::write(&file, &file.count().unwrap()).unwrap()
}
fn all(method: &str, voters: &[Voter]) -> String {
    counted(method, &NAMES, &voters.iter().map(|voter| voter.ballot(method)).collect::<Vec<_>>())
}
fn set(value: &Value) -> BTreeSet<String> {
    value.as_array().into_iter().flatten().map(|one| one.as_str().unwrap().to_owned()).collect()
}

/// One module for each method, apart from the modules that count.
mod every_method {
    use super::*;

    /// What holds of every method.
    macro_rules! of_every_method {
    ($($method:ident)+) => {
        $(mod $method {
            use super::*;

            const METHOD: &str = stringify!($method);

            always! {
                fn the_order_of_ballots_changes_not_a_byte(case) {
                    let Case { voters, turn, .. } = case;
                    let mut turned = voters.clone();
                    turned.rotate_left(turn.min(voters.len()));
                    prop_assert_eq!(all(METHOD, &voters), all(METHOD, &turned));
                    turned.reverse();
                    prop_assert_eq!(all(METHOD, &voters), all(METHOD, &turned));
                }

                fn equal_ballots_may_be_merged_or_not(case) {
                    let Case { voters, times, .. } = case;
                    let one_by_one: Vec<Value> =
                        voters.iter().flat_map(|voter| vec![voter.ballot(METHOD); times]).collect();
                    let merged: Vec<Value> = voters.iter().map(|voter| {
                        let mut ballot = voter.ballot(METHOD);
                        ballot["count"] = json!(times);
                        ballot
                    }).collect();
                    prop_assert_eq!(counted(METHOD, &NAMES, &one_by_one), counted(METHOD, &NAMES, &merged));
                }

                fn the_order_of_the_list_changes_no_winner(case) {
                    let Case { voters, listed, .. } = case;
                    let ballots: Vec<Value> = voters.iter().map(|voter| voter.ballot(METHOD)).collect();
                    let one = counted(METHOD, &NAMES, &ballots);
                    let other = counted(METHOD, &listed, &ballots);
                    // Equal shares settle one tie by the listed order, and say so (formats/ballots.md).
                    prop_assume!(!one.contains("listed_order") && !other.contains("listed_order"));
                    let (one, other): (Value, Value) = (serde_json::from_str(&one).unwrap(), serde_json::from_str(&other).unwrap());
                    prop_assert_eq!(&one["status"], &other["status"]);
                    prop_assert_eq!(set(&one["winners"]), set(&other["winners"]));
                    prop_assert_eq!(set(&one["tied"]), set(&other["tied"]));
                }

                fn the_outcome_is_of_its_form(case) {
                    let Case { voters, .. } = case;
                    let line = all(METHOD, &voters);
                    prop_assert!(line.ends_with('\n') && line.matches('\n').count() == 1);
                    let outcome: Value = serde_json::from_str(&line).unwrap();
                    let names: BTreeSet<String> = NAMES.iter().map(|name| (*name).to_owned()).collect();
                    let (winners, tied) = (set(&outcome["winners"]), set(&outcome["tied"]));
                    prop_assert!(winners.is_subset(&names) && tied.is_subset(&names) && winners.is_disjoint(&tied));
                    prop_assert_eq!(outcome.get("tied").is_some(), outcome["status"] == "tied" && METHOD != "majority");
                    prop_assert_eq!(outcome["status"] == "decided", !winners.is_empty() && outcome.get("tied").is_none());
                    prop_assert_eq!(&outcome["ballots"], &json!(voters.len()));
                    if let Some(tiers) = outcome["ranking"].as_array() {
                        let ranked: Vec<&Value> = tiers.iter().flat_map(|tier| tier.as_array().unwrap()).collect();
                        prop_assert_eq!(ranked.len(), 4);
                    }
                }
            }
        })+
    };
}
    of_every_method!(majority approval score schulze ranked_pairs irv borda condorcet stv equal_shares);
}

/// What holds of methods in which the same again from everybody changes nothing, and everybody's favourite wins.
macro_rules! of_every_single_winner {
    ($($name:ident: $decide:expr;)+) => {
        $(mod $name {
            use super::*;

            fn decide(voters: &[Voter]) -> Decision {
                $decide(voters)
            }

            always! {
                fn the_same_again_changes_nothing(case) {
                    let Case { voters, times, .. } = case;
                    let again: Vec<Voter> = voters.iter().flat_map(|voter| vec![voter.clone(); times]).collect();
                    prop_assert_eq!(decide(&voters), decide(&again));
                }

                fn everybodys_favourite_wins(case) {
                    let Case { voters, favourite, .. } = case;
                    prop_assume!(!voters.is_empty());
                    let agreed: Vec<Voter> = voters.iter().map(|voter| voter.with_first(favourite)).collect();
                    prop_assert_eq!(decide(&agreed), Decision::Decided { winners: vec![id(favourite)] });
                }
            }
        })+
    };
}
of_every_single_winner! {
    score_single: |voters: &[Voter]| score::count(&given(voters, Voter::scores), score::Rule { max: 5, seats: 1 }).decision;
    schulze_single: |voters: &[Voter]| schulze::count(&given(voters, Voter::ranking)).decision;
    ranked_pairs_single: |voters: &[Voter]| ranked_pairs::count(&given(voters, Voter::ranking), None).decision;
    irv_single: |voters: &[Voter]| irv::count(&given(voters, Voter::strict), None).unwrap().decision;
    borda_single: |voters: &[Voter]| borda::count(&given(voters, Voter::ranking)).decision;
    condorcet_single: |voters: &[Voter]| condorcet::count(&given(voters, Voter::ranking)).decision;
}

fn given<B: crate::ballots::Ballot>(voters: &[Voter], ballot: impl Fn(&Voter) -> B) -> Ballots<B> {
    Ballots::of(OPTIONS, voters.iter().map(ballot)).unwrap()
}

/// The smallest set of options that all beat every other option.
fn smith_set(pairwise: &Pairwise) -> BTreeSet<OptionId> {
    let beats_all_others = |set: &BTreeSet<OptionId>| {
        let others = || OptionId::first(OPTIONS).filter(|option| !set.contains(option));
        set.iter().all(|one| others().all(|other| pairwise.beats(*one, other)))
    };
    let sets =
        (1u16..16).map(|bits| OptionId::first(OPTIONS).filter(|option| bits >> option.place() & 1 == 1).collect());
    sets.filter(beats_all_others).min_by_key(BTreeSet::len).unwrap()
}
/// The winner, or those who are tied.
fn leaders(decision: &Decision) -> BTreeSet<OptionId> {
    match decision {
        Decision::Decided { winners } => winners.iter().copied().collect(),
        Decision::Tied { between, .. } => between.iter().copied().collect(),
        Decision::NoResult => BTreeSet::new(),
    }
}
fn a_budget() -> impl Strategy<Value = Budget> {
    let utility = prop_oneof![Just(Utility::Cost), Just(Utility::Count)];
    let completion = prop_oneof![Just(Completion::None), Just(Completion::Add1), Just(Completion::Add1ThenGreedy)];
    (0u64..200, proptest::collection::vec(1u64..90, 4), utility, completion).prop_map(
        |(budget, costs, utility, completion)| Budget {
            budget,
            costs: PerOption::new(OPTIONS, |option| costs[option.place()]),
            utility,
            completion,
        },
    )
}

always! {
    fn a_condorcet_winner_wins_by_schulze_and_by_ranked_pairs(case) {
        let Case { voters, .. } = case;
        let ballots = given(&voters, Voter::ranking);
        if let Decision::Decided { winners } = condorcet::count(&ballots).decision {
            prop_assert_eq!(schulze::count(&ballots).decision, Decision::Decided { winners: winners.clone() });
            prop_assert_eq!(ranked_pairs::count(&ballots, None).decision, Decision::Decided { winners });
        }
    }

    fn schulze_leaders_are_in_the_smith_set(case) {
        let Case { voters, .. } = case;
        let outcome = schulze::count(&given(&voters, Voter::ranking));
        prop_assert!(leaders(&outcome.decision).is_subset(&smith_set(&outcome.pairwise)));
    }

    fn ranked_pairs_leaders_are_in_the_smith_set(case) {
        let Case { voters, .. } = case;
        let outcome = ranked_pairs::count(&given(&voters, Voter::ranking), None);
        prop_assert!(leaders(&outcome.decision).is_subset(&smith_set(&outcome.pairwise)));
    }

    fn locked_victories_never_go_round(case) {
        let Case { voters, drawn, .. } = case;
        let drawn = crate::TieOrder::new(OPTIONS, &drawn.into_iter().map(OptionId::new).collect::<Vec<_>>()).unwrap();
        for order in [None, Some(&drawn)] {
            let outcome = ranked_pairs::count(&given(&voters, Voter::ranking), order);
            let mut left: Vec<OptionId> = OptionId::first(OPTIONS).collect();
            while !left.is_empty() {
                let beaten = |option: &OptionId| outcome.victories.iter().any(|v| v.locked && v.loser == *option && left.contains(&v.winner));
                let free: Vec<OptionId> = left.iter().copied().filter(|option| !beaten(option)).collect();
                prop_assert!(!free.is_empty());
                left.retain(|option| !free.contains(option));
            }
        }
    }

    fn whoever_wins_an_instant_runoff_under_a_drawn_order_is_among_the_possible_winners(case) {
        let Case { voters, drawn, .. } = case;
        let ballots = given(&voters, Voter::ranking);
        let drawn = crate::TieOrder::new(OPTIONS, &drawn.into_iter().map(OptionId::new).collect::<Vec<_>>()).unwrap();
        let with = irv::count(&ballots, Some(&drawn)).unwrap().decision;
        let without = irv::count(&ballots, None).unwrap().decision;
        prop_assert!(leaders(&with).len() <= 1);
        prop_assert!(leaders(&with).is_subset(&leaders(&without)));
    }

    fn a_majority_of_first_choices_wins_an_instant_runoff(case) {
        let Case { voters, favourite, .. } = case;
        let camp: Vec<Voter> = voters.iter().map(|voter| voter.with_first(favourite)).chain([Voter { order: vec![favourite], points: vec![0; 4] }]).collect();
        let all: Vec<Voter> = voters.iter().cloned().chain(camp).collect();
        prop_assert_eq!(irv::count(&given(&all, Voter::strict), None).unwrap().decision, Decision::Decided { winners: vec![id(favourite)] });
    }

    fn raising_the_winner_never_harms_it(case) {
        let Case { voters, which, .. } = case;
        prop_assume!(!voters.is_empty());
        let which = which.index(voters.len());
        let raised = |winner: &[OptionId]| {
            let mut raised = voters.clone();
            raised[which] = raised[which].with_first(winner[0].place());
            raised
        };
        type Decide = fn(&[Voter]) -> Decision;
        let methods: [Decide; 4] = [
            |voters| schulze::count(&given(voters, Voter::strict)).decision,
            |voters| borda::count(&given(voters, Voter::strict)).decision,
            |voters| condorcet::count(&given(voters, Voter::strict)).decision,
            |voters| ranked_pairs::count(&given(voters, Voter::strict), None).decision,
        ];
        for decide in methods {
            if let Decision::Decided { winners } = decide(&voters) {
                prop_assert_eq!(decide(&raised(&winners)), Decision::Decided { winners });
            }
        }
    }

    fn one_more_approval_never_harms_a_winner(case) {
        let Case { voters, .. } = case;
        let rule = approval::Rule { seats: 1, half: false };
        let mut ballots = given(&voters, Voter::approval);
        if let Decision::Decided { winners } = approval::count(&ballots, rule).decision {
            ballots.add(Approval::new(winners.iter().copied()).unwrap(), 1).unwrap();
            prop_assert_eq!(approval::count(&ballots, rule).decision, Decision::Decided { winners });
        }
    }

    fn turning_every_ballot_round_turns_the_duels_round(case) {
        let Case { voters, .. } = case;
        let turned: Vec<Voter> = voters.iter().map(|voter| Voter { points: voter.points.iter().map(|p| 6 - p).collect(), ..voter.clone() }).collect();
        let full: Vec<Voter> = voters.iter().map(|voter| Voter { points: voter.points.iter().map(|p| p + 1).collect(), ..voter.clone() }).collect();
        let tiers = |voter: &Voter| {
            let tier = |points| (0..4).filter(|p| voter.points[*p] == points).map(id).collect::<Vec<_>>();
            Ranking::new(&(1..=6).rev().map(tier).filter(|tier| !tier.is_empty()).collect::<Vec<_>>()).unwrap()
        };
        let (one, other) = (Pairwise::of(&given(&full, tiers)), Pairwise::of(&given(&turned, tiers)));
        for x in OptionId::first(OPTIONS) {
            for y in OptionId::first(OPTIONS) {
                prop_assert_eq!(one.prefer(x, y), other.prefer(y, x));
            }
        }
    }

    fn borda_points_have_a_fixed_sum(case) {
        let Case { voters, .. } = case;
        let outcome = borda::count(&given(&voters, Voter::ranking));
        let sum: u128 = outcome.points.values().iter().map(|points| points.0).sum();
        prop_assert_eq!(sum, voters.len() as u128 * 4 * 3);
    }

    fn no_vote_is_made_or_lost_in_stv(case) {
        let Case { voters, seats, .. } = case;
        let outcome = stv::count(&given(&voters, Voter::strict), seats, None).unwrap();
        let all = u128::from(outcome.papers) * 100_000;
        for stage in &outcome.stages {
            let votes: u128 = stage.votes.values().map(|votes| votes.hundred_thousandths()).sum();
            prop_assert_eq!(votes + stage.exhausted.hundred_thousandths() + stage.lost.hundred_thousandths(), all);
        }
    }

    fn every_seat_is_filled_in_stv(case) {
        let Case { voters, seats, .. } = case;
        let outcome = stv::count(&given(&voters, Voter::strict), seats, None).unwrap();
        let elected: usize = outcome.stages.iter().map(|stage| stage.elected.len() + stage.filled.len()).sum();
        prop_assert_eq!(elected, if outcome.papers > 0 { usize::from(seats) } else { 0 });
        if let Decision::Decided { winners } = &outcome.decision {
            prop_assert_eq!(winners.len(), usize::from(seats));
        }
    }

    fn nobody_at_the_quota_is_left_out_in_stv(case) {
        let Case { voters, seats, .. } = case;
        let outcome = stv::count(&given(&voters, Voter::strict), seats, None).unwrap();
        if let Some(first) = outcome.stages.first() {
            for (option, votes) in &first.votes {
                prop_assert!(*votes < stv::Votes::whole(outcome.quota) || outcome.decision.winners().contains(option));
            }
        }
    }

    fn a_solid_coalition_gets_its_seats_in_stv(case) {
        let Case { voters: rest, seats, .. } = case;
        // Droop proportionality: more than a quota that ranks {a, b} first elects one of them.
        let camp = rest.len() + 2;
        let solid = (0..camp).map(|number| Voter { order: vec![number % 2, 1 - number % 2, 2, 3], points: vec![0; 4] });
        let all: Vec<Voter> = rest.iter().cloned().chain(solid).collect();
        let outcome = stv::count(&given(&all, Voter::strict), seats, None).unwrap();
        let elected: Vec<&OptionId> = outcome.stages.iter().flat_map(|stage| stage.elected.iter().chain(&stage.filled)).collect();
        prop_assert!(elected.iter().any(|option| option.place() < 2));
    }

    fn one_seat_by_stv_is_an_instant_runoff(case) {
        let Case { voters, .. } = case;
        let ballots = given(&voters, Voter::strict);
        let (one, other) = (stv::count(&ballots, 1, None).unwrap().decision, irv::count(&ballots, None).unwrap().decision);
        // Over half of all papers ends one, over half of those that still count the other: a winner is the same.
        if let (Decision::Decided { winners: one }, Decision::Decided { winners: other }) = (&one, &other) {
            prop_assert_eq!(one, other);
        }
    }

    fn the_budget_is_never_exceeded(case) {
        let Case { voters, budget, .. } = case;
        let outcome = equal_shares::count(&given(&voters, Voter::approval), &budget, None);
        prop_assert!(outcome.spent <= budget.budget);
        let costs: u64 = outcome.purchases.iter().map(|purchase| budget.costs.of(purchase.option)).sum();
        prop_assert_eq!(outcome.spent, costs);
    }

    fn supporters_pay_the_cost_to_the_cent_and_nobody_else_pays(case) {
        let Case { voters, budget, .. } = case;
        let outcome = equal_shares::count(&given(&voters, Voter::approval), &budget, None);
        for purchase in outcome.purchases.iter().filter(|purchase| purchase.because != Why::Greedy) {
            let (mut paid, mut payers) = (fraction(purchase.full_part.as_str(), purchase.paid_in_full), purchase.paid_in_full);
            for (voters, part) in &purchase.paid_the_rest {
                let more = fraction(part.as_str(), *voters);
                paid = (paid.0 * &more.1 + more.0 * &paid.1, paid.1 * more.1);
                payers += voters;
            }
            prop_assert_eq!(paid.0, paid.1 * purchase.cost);
            prop_assert!(payers <= purchase.supporters);
        }
    }

    fn a_group_that_agrees_can_spend_its_share(case) {
        let Case { voters, cost, .. } = case;
        // Extended justified representation in its smallest form: supporters whose shares are enough for an option get
        // it, or something else of theirs.
        let ballots = given(&voters, Voter::approval);
        let budget = Budget { budget: 100, costs: PerOption::new(OPTIONS, |_| cost), utility: Utility::Count, completion: Completion::None };
        let outcome = equal_shares::count(&ballots, &budget, None);
        let funded = |option: OptionId| outcome.decision.winners().contains(&option);
        for option in OptionId::first(OPTIONS) {
            let supporters: Vec<&Voter> = voters.iter().filter(|voter| voter.approval().includes(option)).collect();
            if supporters.len() as u64 * 100 >= cost * voters.len() as u64 && !supporters.is_empty() {
                prop_assert!(supporters.iter().any(|voter| OptionId::first(OPTIONS).any(|x| voter.approval().includes(x) && funded(x))));
            }
        }
    }

    fn outcomes_are_stored_and_read_back(case) {
        let Case { voters, budget, .. } = case;
        fn same<T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(outcome: T) {
            let text = serde_json::to_string(&outcome).unwrap();
            assert_eq!(serde_json::from_str::<T>(&text).unwrap(), outcome);
        }
        let ballots = given(&voters, Voter::ranking);
        same(schulze::count(&ballots));
        same(ranked_pairs::count(&ballots, None));
        same(condorcet::count(&ballots));
        same(borda::count(&ballots));
        same(irv::count(&ballots, None).unwrap());
        same(stv::count(&given(&voters, Voter::strict), 2, None).unwrap());
        same(approval::count(&given(&voters, Voter::approval), approval::Rule { seats: 1, half: true }));
        same(score::count(&given(&voters, Voter::scores), score::Rule { max: 5, seats: 2 }));
        same(equal_shares::count(&given(&voters, Voter::approval), &budget, None));
    }
}

/// `3/2` times so many, as numerator and denominator.
fn fraction(text: &str, times: u64) -> (num_bigint::BigInt, num_bigint::BigInt) {
    let (numerator, denominator) = text.split_once('/').unwrap_or((text, "1"));
    (numerator.parse::<num_bigint::BigInt>().unwrap() * times, denominator.parse().unwrap())
}
