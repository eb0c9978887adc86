//! Equal shares on published and hand-made examples.

use super::{examples, said, spelt};
use crate::equal_shares::{Budget, Completion, Outcome, Utility, Why, count};
use crate::options::PerOption;
use crate::testing::{approvals, id, tie_order};

fn budget(cents: u64, costs: &[u64], utility: Utility, completion: Completion) -> Budget {
    let costs = PerOption::new(costs.len() as u16, |option| costs[option.place()]);
    Budget { budget: cents, costs, utility, completion }
}
fn counted(cents: u64, costs: &[u64], utility: Utility, completion: Completion, lines: &[&str]) -> Outcome {
    count(&approvals(costs.len() as u16, lines), &budget(cents, costs, utility, completion), None)
}
fn funds(cents: u64, costs: &[u64], lines: &[&str]) -> String {
    said(&counted(cents, costs, Utility::Cost, Completion::None, lines).decision)
}
fn funds_by_count(cents: u64, costs: &[u64], lines: &[&str]) -> String {
    said(&counted(cents, costs, Utility::Count, Completion::None, lines).decision)
}
fn funds_add1(cents: u64, costs: &[u64], lines: &[&str]) -> (String, u64) {
    let outcome = counted(cents, costs, Utility::Cost, Completion::Add1, lines);
    (said(&outcome.decision), outcome.spent)
}
fn funds_greedy(cents: u64, costs: &[u64], lines: &[&str]) -> (String, u64) {
    let outcome = counted(cents, costs, Utility::Cost, Completion::Add1ThenGreedy, lines);
    (said(&outcome.decision), outcome.spent)
}
fn bought(outcome: &Outcome) -> String {
    outcome.purchases.iter().map(|purchase| spelt(&[purchase.option])).collect()
}

/// decisions 6.14: a K1, b K2, c K3, d W1, e W2; twelve voters, 1200.
const WALKERS: &[&str] = &["8 abc", "4 de"];
const WALKERS_COSTS: &[u64] = &[400, 400, 300, 250, 150];
/// decisions 6.14, the second one, without a tie.
const FOUR: &[&str] = &["4 ab", "2 ac", "3 cd", "1 d"];
const FOUR_COSTS: &[u64] = &[200, 180, 120, 90];

examples! {
    four_projects: funds(500, FOUR_COSTS, FOUR) => "acd";
    four_projects_by_count: funds_by_count(500, FOUR_COSTS, FOUR) => "acd";
    lower_cost_first_between_equal_rho: funds(1200, WALKERS_COSTS, WALKERS) => "acde";
    nobody_who_approves_funds_nothing: funds(100, &[10], &["3 "]) => "nothing";
    no_voter_funds_nothing: funds(100, &[10], &[]) => "nothing";
    no_money_funds_nothing: funds(0, &[1], &["3 a"]) => "nothing";
    one_cent_too_little_funds_nothing: funds(9, &[10], &["1 a"]) => "nothing";
    exactly_enough_funds: funds(10, &[10], &["1 a"]) => "a";
    a_voter_who_approves_of_nothing_keeps_her_share: funds(10, &[10], &["1 a", "1 "]) => "nothing";
    a_minority_pays_for_its_own: funds(100, &[75, 25], &["3 a", "1 b"]) => "ab";
    a_majority_cannot_take_the_share_of_others: funds(100, &[100, 25], &["3 a", "1 b"]) => "b";
    thirds_are_exact: funds(100, &[100], &["3 a"]) => "a";
    sevenths_are_exact: funds(100, &[50, 50], &["3 a", "4 ab"]) => "a";
    by_count_the_cheap_one_comes_first: funds_by_count(100, &[60, 40, 40], &["2 abc"]) => "bc";
    by_cost_more_supporters_count: funds(100, &[50, 50, 50], &["2 a", "3 b", "1 c"]) => "b";

    add_one_goes_on_until_it_would_cost_too_much: funds_add1(100, &[60, 41], &["1 a", "1 b"]) => ("b".to_owned(), 41);
    add_one_stops_when_everything_is_funded: funds_add1(100, &[30, 20], &["1 a", "1 b"]) => ("ab".to_owned(), 50);
    add_one_uses_money_left_over: funds_add1(100, &[60, 40], &["1 a", "1 b"]) => ("ab".to_owned(), 100);
    add_one_with_nobody_stops: funds_add1(100, &[60], &["1 "]) => ("nothing".to_owned(), 0);
    add_one_from_nothing_stays_at_nothing: funds_add1(0, &[60], &["1 a"]) => ("nothing".to_owned(), 0);
    then_greedy_buys_what_still_fits: funds_greedy(100, &[60, 41, 30], &["2 ac", "1 b"]).1 => 71;
    then_greedy_takes_nothing_that_nobody_wants: funds_greedy(100, &[10, 10], &["1 a"]) => ("a".to_owned(), 10);
}

#[test]
fn who_paid_what_is_shown() {
    // A full part of 200 ÷ 6 for a; then c is paid by 5, two of whom have less left.
    let outcome = counted(500, FOUR_COSTS, Utility::Cost, Completion::None, FOUR);
    assert_eq!(outcome.share.as_str(), "50");
    assert_eq!(outcome.spent, 410);
    let a = outcome.purchases.iter().find(|purchase| purchase.option == id(0)).unwrap();
    assert_eq!((a.supporters, a.paid_in_full, a.full_part.as_str()), (6, 6, "100/3"));
    let c = outcome.purchases.iter().find(|purchase| purchase.option == id(2)).unwrap();
    let rest: Vec<(u64, &str)> = c.paid_the_rest.iter().map(|(voters, cents)| (*voters, cents.as_str())).collect();
    assert_eq!((c.paid_in_full, c.full_part.as_str(), rest), (3, "260/9", vec![(2, "50/3")]));
}

#[test]
fn the_tie_of_the_walkers_is_named() {
    let outcome = counted(1200, WALKERS_COSTS, Utility::Cost, Completion::None, WALKERS);
    assert_eq!(bought(&outcome), "caed");
    assert_eq!(outcome.purchases[0].because, Why::LowerCost(vec![id(0), id(1), id(2)]));
    assert_eq!(outcome.purchases[1].because, Why::ListedOrder(vec![id(0), id(1)]));
    assert_eq!(outcome.spent, 1100);
}

#[test]
fn a_drawn_order_comes_before_the_listed_one() {
    let ballots = approvals(5, WALKERS);
    let plan = budget(1200, WALKERS_COSTS, Utility::Cost, Completion::None);
    let outcome = count(&ballots, &plan, Some(&tie_order("bacde")));
    assert_eq!(bought(&outcome), "cbed");
    assert_eq!(outcome.purchases[1].because, Why::DrawnOrder(vec![id(0), id(1)]));
}

#[test]
fn more_supporters_come_first_between_equal_rho() {
    // By count: a costs 20 for two voters, b 30 for three: ρ = 10 for both.
    let outcome = counted(100, &[20, 30], Utility::Count, Completion::None, &["2 a", "3 b"]);
    assert_eq!(bought(&outcome), "ba");
    assert_eq!(outcome.purchases[0].because, Why::MoreSupporters(vec![id(0), id(1)]));
}

#[test]
fn skipping_cents_gives_what_one_cent_at_a_time_gives() {
    // The share must grow from 50 to 500,000 cents: half a million steps, of which few are counted.
    let outcome = counted(1_000_000, &[999_000, 500], Utility::Cost, Completion::Add1, &["1 a", "1 b"]);
    assert_eq!((said(&outcome.decision), outcome.raised_by), ("ab".to_owned(), 499_000));
}

#[test]
fn a_quintillion_cents_do_not_overflow() {
    let most = 1_000_000_000_000_000_000;
    let outcome = counted(most, &[most - 1, most, 7], Utility::Cost, Completion::Add1, &["3 ac", "999999 b"]);
    assert!(outcome.spent <= most);
}
