//! Elections counted by independent libraries; `vectors/make.py` names them and makes them anew.
//!
//! pref_voting gives all winners under every way to settle ties; where it names one winner, so must we, and otherwise
//! ours is among them. stvpoll: only elections that need no lot, and where
//! moving surpluses together is the same as one by one.

use super::{said, spelt};
use crate::ballots::Ballots;
use crate::decision::Decision;
use crate::equal_shares::{Budget, Completion, Utility};
use crate::options::PerOption;
use crate::testing::{approvals, rankings};
use crate::{Approval, Ranking, approval, borda, condorcet, equal_shares, irv, ranked_pairs, schulze, stv};
use serde::Deserialize;

#[derive(Deserialize)]
struct Ranked {
    options: u16,
    ballots: Vec<(u64, String)>,
    condorcet: String,
    schulze: String,
    ranked_pairs: Option<String>,
    borda: Option<String>,
    irv: Option<String>,
}

#[derive(Deserialize)]
struct Stv {
    options: u16,
    seats: u16,
    ballots: Vec<(u64, String)>,
    elected: String,
}

#[derive(Deserialize)]
struct EqualShares {
    options: u16,
    budget: u64,
    costs: Vec<u64>,
    ballots: Vec<(u64, String)>,
    cost: Vec<String>,
    cost_add1: Option<String>,
    count: Vec<String>,
    count_add1: Option<String>,
}

#[derive(Deserialize)]
struct Approvals {
    options: u16,
    seats: u16,
    ballots: Vec<(u64, String)>,
    av: Vec<String>,
}

fn lines<T: for<'a> Deserialize<'a>>(text: &str) -> Vec<T> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}
fn written(ballots: &[(u64, String)]) -> Vec<String> {
    ballots.iter().map(|(count, said)| format!("{count} {said}")).collect()
}
fn rank(options: u16, ballots: &[(u64, String)]) -> Ballots<Ranking> {
    rankings(options, &written(ballots).iter().map(String::as_str).collect::<Vec<_>>())
}
fn approve(options: u16, ballots: &[(u64, String)]) -> Ballots<Approval> {
    approvals(options, &written(ballots).iter().map(String::as_str).collect::<Vec<_>>())
}
/// Everybody who leads: the winner, or those who are tied.
fn leaders(decision: &Decision) -> String {
    match decision {
        Decision::Decided { winners } => spelt(winners),
        Decision::Tied { between, .. } => spelt(between),
        Decision::NoResult => String::new(),
    }
}

const RANKED: &str = include_str!("../../vectors/ranked.jsonl");
const STV: &str = include_str!("../../vectors/stv.jsonl");
const EQUAL_SHARES: &str = include_str!("../../vectors/equal_shares.jsonl");
const APPROVAL: &str = include_str!("../../vectors/approval.jsonl");

#[test]
fn condorcet_winners_are_those_of_pref_voting() {
    for (number, case) in lines::<Ranked>(RANKED).iter().enumerate() {
        let ours = condorcet::count(&rank(case.options, &case.ballots)).decision;
        assert_eq!(leaders(&ours), case.condorcet, "line {}", number + 1);
    }
}

#[test]
fn schulze_winners_are_those_of_pref_voting() {
    for (number, case) in lines::<Ranked>(RANKED).iter().enumerate() {
        let ours = schulze::count(&rank(case.options, &case.ballots)).decision;
        assert_eq!(leaders(&ours), case.schulze, "line {}", number + 1);
    }
}

#[test]
fn ranked_pairs_winners_are_those_of_pref_voting() {
    let mut single = 0;
    for (number, case) in lines::<Ranked>(RANKED).iter().enumerate() {
        // With several possible winners, equal victories are settled by a lot there and left open here.
        let Some(winner) = case.ranked_pairs.as_ref().filter(|winners| winners.len() == 1) else { continue };
        let ours = ranked_pairs::count(&rank(case.options, &case.ballots), None).decision;
        assert!(leaders(&ours).contains(winner.as_str()), "line {}: {} {winner}", number + 1, said(&ours));
        single += 1;
    }
    assert!(single > 200, "{single}");
}

#[test]
fn borda_winners_are_those_of_pref_voting() {
    for (number, case) in lines::<Ranked>(RANKED).iter().enumerate() {
        let Some(winners) = &case.borda else { continue };
        assert_eq!(
            &leaders(&borda::count(&rank(case.options, &case.ballots)).decision),
            winners,
            "line {}",
            number + 1
        );
    }
}

#[test]
fn instant_runoff_winners_are_among_those_of_pref_voting() {
    for (number, case) in lines::<Ranked>(RANKED).iter().enumerate() {
        let Some(possible) = &case.irv else { continue };
        let ours = leaders(&irv::count(&rank(case.options, &case.ballots), None).unwrap().decision);
        assert!(
            !ours.is_empty() && ours.chars().all(|one| possible.contains(one)),
            "line {}: {ours} {possible}",
            number + 1
        );
    }
}

#[test]
fn the_elected_are_those_of_stvpoll() {
    for (number, case) in lines::<Stv>(STV).iter().enumerate() {
        let ours = stv::count(&rank(case.options, &case.ballots), case.seats, None).unwrap().decision;
        let mut ours = leaders(&ours).into_bytes();
        ours.sort_unstable();
        assert_eq!(String::from_utf8(ours).unwrap(), case.elected, "line {}", number + 1);
    }
}

#[test]
fn what_equal_shares_fund_is_what_pabutools_funds() {
    for (number, case) in lines::<EqualShares>(EQUAL_SHARES).iter().enumerate() {
        let ballots = approve(case.options, &case.ballots);
        let costs = PerOption::new(case.options, |option| case.costs[option.place()]);
        let funded = |utility, completion| {
            let budget = Budget { budget: case.budget, costs: costs.clone(), utility, completion };
            leaders(&equal_shares::count(&ballots, &budget, None).decision)
        };
        for (utility, none, add1) in
            [(Utility::Cost, &case.cost, &case.cost_add1), (Utility::Count, &case.count, &case.count_add1)]
        {
            let ours = funded(utility, Completion::None);
            assert!(none.contains(&ours), "line {}, {utility:?}: {ours} {none:?}", number + 1);
            // Nothing there means that a tie was met on the way; rules for ties differ.
            if let Some(theirs) = add1 {
                assert_eq!(&funded(utility, Completion::Add1), theirs, "line {}, {utility:?}", number + 1);
            }
        }
    }
}

#[test]
fn approval_committees_are_those_of_abcvoting() {
    for (number, case) in lines::<Approvals>(APPROVAL).iter().enumerate() {
        let rule = approval::Rule { seats: case.seats, half: false };
        let ours = approval::count(&approve(case.options, &case.ballots), rule).decision;
        match &ours {
            // There, options without any approval fill up a committee; here they do not.
            Decision::Decided { winners } => {
                let fills =
                    case.av.iter().all(|committee| winners.iter().all(|one| committee.contains(&spelt(&[*one]))));
                assert!(
                    fills && (case.av.len() == 1 || winners.len() < usize::from(case.seats)),
                    "line {}",
                    number + 1
                );
            }
            Decision::Tied { winners, between } => {
                let certain = |one: &str| case.av.iter().all(|committee| committee.contains(one));
                assert!(winners.iter().all(|one| certain(&spelt(&[*one]))), "line {}", number + 1);
                assert!(between.iter().all(|one| !certain(&spelt(&[*one]))), "line {}", number + 1);
            }
            Decision::NoResult => panic!("line {}: somebody approves of something", number + 1),
        }
    }
}
