//! Score and dots on published and hand-made examples.

use super::{examples, in_tiers, said};
use crate::ballots::{Ballots, Scores};
use crate::dots;
use crate::score::{Outcome, Rule, count};
use crate::testing::id;

/// `42 5210` are 42 ballots that give 5, 2, 1 and 0 points, in listed order.
fn scores(options: u16, lines: &[&str]) -> Ballots<Scores> {
    let mut ballots = Ballots::new(options);
    for line in lines {
        let (number, digits) = line.split_once(' ').unwrap();
        let points = (0..).zip(digits.bytes()).map(|(place, digit)| (id(place), u16::from(digit - b'0')));
        ballots.add(Scores::new(points).unwrap(), number.parse().unwrap()).unwrap();
    }
    ballots
}
fn counted(options: u16, seats: u16, lines: &[&str]) -> Outcome {
    count(&scores(options, lines), Rule { max: 5, seats })
}
fn elects(options: u16, seats: u16, lines: &[&str]) -> String {
    said(&counted(options, seats, lines).decision)
}
fn ranking(options: u16, lines: &[&str]) -> String {
    in_tiers(&counted(options, 1, lines).ranking)
}

/// electowiki, "STAR voting": Tennessee with stars. Sums 210, 261, 246, 182.
const TENNESSEE: &[&str] = &["42 5210", "26 0532", "17 0135", "15 0253"];

examples! {
    tennessee_by_score: elects(4, 1, TENNESSEE) => "b";
    tennessee_in_order: ranking(4, TENNESSEE) => "b>c>a>d";
    two_seats_by_score: elects(4, 2, TENNESSEE) => "bc";
    equal_sums_go_to_more_fives: elects(2, 1, &["1 54", "1 34"]) => "a";
    then_to_fewer_zeros: ranking(3, &["1 530", "1 010", "1 011"]) => "a>b>c";
    then_fewer_zeros_settle: elects(2, 1, &["1 12", "1 10"]) => "a";
    equal_in_all_is_a_tie: elects(3, 1, &["1 450", "1 540"]) => "tie: ab";
    no_point_anywhere_is_no_result: elects(3, 1, &["4 000"]) => "nothing";
    no_ballot_is_no_result: elects(3, 1, &[]) => "nothing";
    without_a_note_is_zero: ranking(3, &["2 3", "1 33"]) => "a>b>c";
    one_ballot_is_enough: elects(2, 1, &["1 01"]) => "b";
}

#[test]
fn totals_are_shown() {
    let totals = counted(4, 1, TENNESSEE).totals;
    let points: Vec<u128> = totals.values().iter().map(|total| total.points.0).collect();
    assert_eq!(points, [210, 261, 246, 182]);
    assert_eq!((totals.of(id(0)).at_max, totals.of(id(0)).at_zero), (42, 58));
}

#[test]
fn more_than_the_maximum_counts_as_the_maximum() {
    let ballots = scores(2, &["1 95"]);
    assert_eq!(said(&count(&ballots, Rule { max: 5, seats: 1 }).decision), "tie: ab");
}

#[test]
fn dots_have_limits_for_one_option_and_in_all() {
    let rule = dots::Rule { total: 5, per_option: 3, seats: 1 };
    assert!(rule.ballot(&[(id(0), 3), (id(1), 2)]).is_ok());
    assert_eq!(rule.ballot(&[(id(0), 4)]), Err(dots::NotDots::TooManyOnOne(id(0))));
    assert_eq!(rule.ballot(&[(id(0), 3), (id(1), 3)]), Err(dots::NotDots::TooManyInAll(6)));
    assert!(matches!(rule.ballot(&[(id(0), 1), (id(0), 1)]), Err(dots::NotDots::NotCounted(_))));
}

#[test]
fn most_dots_win_and_an_option_without_any_never_does() {
    let rule = dots::Rule { total: 5, per_option: 5, seats: 2 };
    assert_eq!(said(&dots::count(&scores(3, &["2 320", "1 050"]), rule).decision), "ab");
    assert_eq!(said(&dots::count(&scores(3, &["2 500"]), rule).decision), "a");
    assert_eq!(said(&dots::count(&scores(3, &["2 000"]), rule).decision), "nothing");
    assert_eq!(said(&dots::count(&scores(3, &["1 311", "1 023"]), rule).decision), "c, tie: ab");
}
