//! The single transferable vote on published and hand-made examples.

use super::{examples, said, spelt};
use crate::stv::{Action, Refused, Votes, Why, count, quota};
use crate::testing::{id, rankings, tie_order};

fn elects(options: u16, seats: u16, lines: &[&str]) -> String {
    said(&count(&rankings(options, lines), seats, None).unwrap().decision)
}
fn elects_drawn(options: u16, seats: u16, order: &str, lines: &[&str]) -> String {
    said(&count(&rankings(options, lines), seats, Some(&tie_order(order))).unwrap().decision)
}
/// Each stage as votes of all options, exhausted votes and what was cut off.
fn stages(options: u16, seats: u16, lines: &[&str]) -> Vec<String> {
    let outcome = count(&rankings(options, lines), seats, None).unwrap();
    let shown = outcome.stages.iter().map(|stage| {
        let votes: Vec<String> = stage.votes.values().map(ToString::to_string).collect();
        format!("{} | {} {}", votes.join(" "), stage.exhausted, stage.lost)
    });
    shown.collect()
}

/// Wikipedia, "Single transferable vote": food. a orange, b pear, c chocolate, d strawberry, e hamburger; 20 ballots.
const FOOD: &[&str] = &["4 a", "2 ba", "8 cd", "4 ce", "1 d", "1 e"];
/// STVPoll 0.5.6, its own example: 13 ballots, 3 seats, quota 4; b is excluded by the earlier-stage rule.
const THIRTEEN: &[&str] = &["5 abc", "1 ba", "2 cd", "3 dc", "2 ed"];
/// fr.wikipedia, "Scrutin à vote unique transférable".
const FRENCH: &[&str] = &["28 abcd", "14 acdb", "15 bcad", "17 cabd", "26 dbca"];
/// en.wikipedia, "Schulze STV".
const SCHULZE_STV: &[&str] = &["12 abc", "26 acb", "12 acb", "13 cab", "27 b"];
/// it.wikipedia, "Voto singolo trasferibile".
const ITALIAN: &[&str] = &["40 ad", "10 ba", "5 bc", "25 cb", "20 db"];

examples! {
    food_for_twenty: elects(5, 3, FOOD) => "cad";
    thirteen_ballots: elects(5, 3, THIRTEEN) => "adc";
    the_french_example: elects(4, 2, FRENCH) => "ab";
    the_schulze_stv_example: elects(3, 2, SCHULZE_STV) => "ab";
    the_italian_example: elects(4, 3, ITALIAN) => "adc";
    one_seat_is_an_instant_runoff: elects(4, 1, &["42 abcd", "26 bcda", "15 cdba", "17 dcba"]) => "d";
    as_many_options_as_seats_are_all_elected: elects(3, 3, &["5 b", "3 a", "1 c"]) => "bac";
    the_quota_comes_before_those_who_fill: elects(3, 2, &["9 c", "1 a"]) => "ca";
    exactly_the_quota_is_enough_and_leaves_no_surplus: elects(3, 2, &["4 a", "4 b", "3 c"]) => "ab";
    no_ballot_is_no_result: elects(3, 2, &[]) => "nothing";
    empty_ballots_alone_are_no_result: elects(3, 2, &["9 "]) => "nothing";
    equals_without_a_drawn_order_are_a_tie: elects(2, 1, &["1 a", "1 b"]) => "tie: ab";
    a_drawn_order_settles_it: elects_drawn(2, 1, "ba", &["1 a", "1 b"]) => "b";
    the_last_of_the_drawn_order_leaves: elects_drawn(3, 1, "cab", &["1 a", "1 b", "1 c"]) => "c";
    whoever_is_certain_is_told_apart_from_the_tie: elects(3, 2, &["5 c", "2 a", "2 b"]) => "c, tie: ab";
    an_open_tie_that_changes_nothing_is_no_tie: elects(4, 1, &["5 a", "1 b", "1 c", "1 d"]) => "a";
    options_nobody_ranks_leave_without_harm: elects(9, 2, &["6 ab", "4 ba", "3 c"]) => "ab";
    nobody_ranked_and_seats_left_are_tied: elects(4, 2, &["9 a"]) => "a, tie: bcd";
}

examples! {
    the_quota_of_a_hundred_and_four_seats: quota(100, 4) => 21;
    the_quota_of_twenty_and_three_seats: quota(20, 3) => 6;
    the_quota_of_thirteen_and_three_seats: quota(13, 3) => 4;
    the_quota_of_nobody: quota(0, 1) => 1;
    the_quota_of_one_and_one_seat: quota(1, 1) => 1;
    the_quota_of_ninety_nine_and_one_seat: quota(99, 1) => 50;
    votes_are_written_with_five_decimals: Votes::whole(12).to_string() => "12.00000";
    votes_read_back: "12.50001".parse::<Votes>().map(|votes| votes.to_string()) => Ok("12.50001".to_owned());
    votes_with_four_decimals_are_refused: "12.5000".parse::<Votes>().is_err() => true;
    votes_with_a_sign_are_refused: "+1.00000".parse::<Votes>().is_err() => true;
}

#[test]
fn each_stage_of_the_food_example_is_shown() {
    // Quota 6. Chocolate's surplus of 6 moves at 6 × 1 ÷ 12 = 0.5: strawberry 1 + 4, hamburger 1 + 2.
    assert_eq!(
        stages(5, 3, FOOD),
        [
            "4.00000 2.00000 12.00000 1.00000 1.00000 | 0.00000 0.00000",
            "4.00000 2.00000 6.00000 5.00000 3.00000 | 0.00000 0.00000",
            "6.00000 0.00000 6.00000 5.00000 3.00000 | 0.00000 0.00000",
            "6.00000 0.00000 6.00000 5.00000 0.00000 | 3.00000 0.00000",
        ]
    );
}

#[test]
fn transfer_values_are_cut_at_five_decimals_and_the_rest_is_shown_as_lost() {
    // Quota ⌊13 ÷ 3⌋ + 1 = 5; a has 7, surplus 2: 2 ÷ 7 = 0.28571; 7 × 0.28571 = 1.99997.
    let shown = stages(3, 2, &["7 ab", "3 b", "3 c"]);
    assert_eq!(shown[1], "5.00000 4.99997 3.00000 | 0.00000 0.00003");
}

#[test]
fn a_paper_that_moved_before_moves_at_its_value_times_the_share() {
    // Quota 21 ÷ 3 + 1 = 8. a has 12: papers move at 4 ÷ 12 = 0.33333 to b: 5 + 3.99996 = 8.99996.
    // b's surplus 0.99996: a whole paper moves at 0.99996 × 1 ÷ 8.99996 = 0.11110; one of a at 0.03703.
    let lines = &["12 abc", "5 bd", "4 d"];
    let outcome = count(&rankings(4, lines), 2, None).unwrap();
    assert_eq!(said(&outcome.decision), "ab");
    let three = count(&rankings(4, &["12 abc", "5 bd", "4 d", "1 c"]), 3, None).unwrap();
    let moved = three.stages.iter().find(|stage| matches!(&stage.action, Action::Surplus { of, .. } if *of == id(1)));
    assert!(moved.is_some());
}

#[test]
fn the_larger_surplus_moves_first() {
    let outcome = count(&rankings(5, &["9 ad", "12 bd", "4 c", "2 d", "1 e"]), 3, None).unwrap();
    let surpluses: Vec<String> = outcome
        .stages
        .iter()
        .filter_map(|stage| match &stage.action {
            Action::Surplus { of, .. } => Some(spelt(&[*of])),
            Action::FirstPreferences | Action::Exclusion { .. } => None,
        })
        .collect();
    assert_eq!(surpluses, ["b", "a"]);
}

#[test]
fn the_earlier_stage_rule_excludes_b_in_the_thirteen_ballots() {
    let outcome = count(&rankings(5, THIRTEEN), 3, None).unwrap();
    let excluded: Vec<(String, &Why)> = outcome
        .stages
        .iter()
        .filter_map(|stage| match &stage.action {
            Action::Exclusion { of, because } => Some((spelt(&[*of]), because)),
            Action::FirstPreferences | Action::Surplus { .. } => None,
        })
        .collect();
    assert_eq!(excluded, [("b".to_owned(), &Why::EarlierStage(1)), ("e".to_owned(), &Why::Votes)]);
    assert_eq!(outcome.quota, 4);
}

#[test]
fn an_open_tie_names_those_between_whom_it_was() {
    let outcome = count(&rankings(3, &["5 c", "2 a", "2 b"]), 2, None).unwrap();
    let Action::Exclusion { because, .. } = &outcome.stages.last().unwrap().action else { panic!("{outcome:?}") };
    assert_eq!(because, &Why::AnyOf(vec![id(0), id(1)]));
}

#[test]
fn who_fills_the_seats_left_is_told_apart_from_who_reached_the_quota() {
    let outcome = count(&rankings(3, &["9 c", "1 a"]), 2, None).unwrap();
    let last = outcome.stages.last().unwrap();
    assert_eq!((spelt(&outcome.stages[0].elected), spelt(&last.filled)), ("c".to_owned(), "a".to_owned()));
}

#[test]
fn equal_ranks_no_seat_and_too_many_seats_are_refused() {
    let equal = rankings(3, &["1 a=b"]);
    assert_eq!(count(&equal, 1, None), Err(Refused::EqualRanks));
    let right = rankings(3, &["1 ab"]);
    assert_eq!(count(&right, 0, None), Err(Refused::Seats));
    assert_eq!(count(&right, 4, None), Err(Refused::Seats));
}

#[test]
fn too_many_open_ties_are_refused() {
    let mut lines: Vec<String> = (0..15u8).map(|place| format!("1 {}", char::from(b'a' + place))).collect();
    lines.push("15 p".to_owned());
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let refused = count(&rankings(16, &lines), 2, None);
    assert_eq!(refused, Err(Refused::TooManyTies(crate::irv::TooManyTies)));
    assert_eq!(elects_drawn(16, 2, "abcdefghijklmnop", &lines), "pa");
}

#[test]
fn a_quintillion_ballots_do_not_overflow() {
    let lines = &["400000000000000000 ab", "300000000000000000 ba", "300000000000000000 c"];
    assert_eq!(elects(3, 2, lines), "ab");
}
