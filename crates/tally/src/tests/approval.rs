//! Approval on published and hand-made examples.

use super::{examples, in_tiers, said};
use crate::approval::{Rule, count};
use crate::testing::approvals;

fn elects(options: u16, seats: u16, lines: &[&str]) -> String {
    said(&count(&approvals(options, lines), Rule { seats, half: false }).decision)
}
fn elects_over_half(options: u16, seats: u16, lines: &[&str]) -> String {
    said(&count(&approvals(options, lines), Rule { seats, half: true }).decision)
}
fn ranking(options: u16, lines: &[&str]) -> String {
    in_tiers(&count(&approvals(options, lines), Rule { seats: 1, half: false }).ranking)
}

/// Lackner and Skowron, "Multi-Winner Voting with Approval Preferences", 2023, example 2.1 (AV).
const BOOK: &[&str] = &["3 ab", "3 ac", "2 ad", "1 bcf", "1 e", "1 f", "1 g"];
/// Svante Janson, "Phragmén's and Thiele's election methods", 2016: Tenow's example of 1912.
const TENOW: &[&str] =
    &["960 acd", "3000 bcd", "520 bc", "1620 ab", "1081 ad", "1240 ac", "360 bd", "360 d", "120 c", "60 b"];
/// electowiki, "Approval voting": Tennessee.
const TENNESSEE: &[&str] = &["21 a", "21 ab", "16 bc", "13 b", "12 cd", "9 d", "8 c"];

examples! {
    the_books_example_has_a_tie_across_the_last_seat: elects(8, 4, BOOK) => "abc, tie: df";
    the_same_with_three_seats_has_none: elects(8, 3, BOOK) => "abc";
    tenows_example: elects(4, 2, TENOW) => "cd";
    tennessee_by_approval: elects(4, 1, TENNESSEE) => "b";
    two_seats_in_tennessee: elects(4, 2, TENNESSEE) => "ab";
    the_ranking_has_every_option: ranking(4, &["2 ab", "1 b"]) => "b>a>c=d";
    equal_approvals_across_the_seat_are_a_tie: elects(3, 1, &["1 a", "1 b"]) => "tie: ab";
    a_tie_that_fits_in_the_seats_is_none: elects(3, 2, &["1 a", "1 b"]) => "ab";
    an_option_nobody_approves_of_never_wins: elects(3, 3, &["1 a", "1 b"]) => "ab";
    nobody_who_approves_is_no_result: elects(3, 1, &["4 "]) => "nothing";
    no_ballot_is_no_result: elects(3, 1, &[]) => "nothing";
    half_is_not_over_half: elects_over_half(2, 1, &["2 a", "2 b"]) => "nothing";
    one_more_than_half_is: elects_over_half(2, 1, &["3 a", "2 b"]) => "a";
    empty_ballots_count_in_the_half: elects_over_half(2, 1, &["3 a", "3 "]) => "nothing";
    fewer_winners_than_seats_are_decided: elects_over_half(3, 2, &["3 a", "1 b", "1 ac"]) => "a";
    a_tie_over_half_is_a_tie: elects_over_half(3, 1, &["3 ab", "1 c"]) => "tie: ab";
    a_tie_under_half_is_none: elects_over_half(3, 2, &["4 a", "1 b", "1 c"]) => "a";
    everything_is_approved_of: elects(3, 1, &["5 abc"]) => "tie: abc";
}

#[test]
fn the_number_needed_is_shown() {
    let ballots = approvals(2, &["5 a", "6 b"]);
    assert_eq!(count(&ballots, Rule { seats: 1, half: true }).needed, 6);
    assert_eq!(count(&ballots, Rule { seats: 1, half: false }).needed, 1);
}
