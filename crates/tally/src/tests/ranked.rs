//! Condorcet, Schulze, ranked pairs, Borda and instant run-off on published examples.

use super::{examples, in_tiers, said};
use crate::testing::{id, rankings, tie_order};
use crate::{borda, condorcet, irv, ranked_pairs, schulze};

fn condorcet(options: u16, lines: &[&str]) -> String {
    said(&condorcet::count(&rankings(options, lines)).decision)
}
fn schulze(options: u16, lines: &[&str]) -> String {
    let outcome = schulze::count(&rankings(options, lines));
    format!("{} {}", said(&outcome.decision), in_tiers(&outcome.ranking))
}
fn ranked_pairs(options: u16, lines: &[&str]) -> String {
    said(&ranked_pairs::count(&rankings(options, lines), None).decision)
}
fn ranked_pairs_drawn(order: &str, lines: &[&str]) -> String {
    said(&ranked_pairs::count(&rankings(order.len() as u16, lines), Some(&tie_order(order))).decision)
}
fn borda(options: u16, lines: &[&str]) -> String {
    in_tiers(&borda::count(&rankings(options, lines)).ranking)
}
fn irv(options: u16, lines: &[&str]) -> String {
    said(&irv::count(&rankings(options, lines), None).unwrap().decision)
}
fn irv_drawn(options: u16, order: &str, lines: &[&str]) -> String {
    said(&irv::count(&rankings(options, lines), Some(&tie_order(order))).unwrap().decision)
}

/// Wikipedia, "Condorcet method": the capital of Tennessee. a Memphis, b Nashville, c Chattanooga, d Knoxville.
const TENNESSEE: &[&str] = &["42 abcd", "26 bcda", "15 cdba", "17 dcba"];
/// Wikipedia, "Schulze method": 45 voters. Separates Schulze (e) from ranked pairs (a).
const FORTY_FIVE: &[&str] = &["5 acbed", "5 adecb", "8 bedac", "3 cabed", "7 caebd", "2 cbade", "7 dceba", "8 ebadc"];
/// Schulze, "The Schulze Method of Voting", 2018, section 3, example 1.
const SCHULZE_1: &[&str] = &["8 acdb", "2 badc", "4 cdba", "4 dbac", "3 dcba"];
/// The same, example 2.
const SCHULZE_2: &[&str] = &["3 acdb", "9 bacd", "8 cdab", "5 dabc", "5 dbca"];
/// The same, example 4: two leaders.
const SCHULZE_4: &[&str] = &["3 abcd", "2 cbda", "2 dabc", "2 dbca"];
/// The same, example 5.
const SCHULZE_5: &[&str] = &["12 abcd", "6 adbc", "9 bcda", "15 cdab", "21 dbac"];
/// The same, example 6: two leaders.
const SCHULZE_6: &[&str] = &["8 acdb", "2 bcda", "3 bdac", "5 cbda", "1 cdba", "3 dabc", "1 dbac"];
/// The same, example 7, first situation.
const SCHULZE_7A: &[&str] = &["3 adebcf", "3 bfecda", "4 cabfde", "1 dbcefa", "4 defabc", "2 ecbdfa", "2 facdbe"];
/// The same, example 7, second situation: two voters more, who rank a first, and a wins no more (participation).
const SCHULZE_7B: &[&str] =
    &["3 adebcf", "3 bfecda", "4 cabfde", "1 dbcefa", "4 defabc", "2 ecbdfa", "2 facdbe", "2 aefcbd"];
/// The same, example 8, first situation.
const SCHULZE_8A: &[&str] = &["3 abdc", "5 adbc", "1 adcb", "2 badc", "2 bdca", "4 cabd", "6 cbad", "2 dbca", "5 dcab"];
/// The same, example 8, second situation: e is added beside d.
const SCHULZE_8B: &[&str] =
    &["3 abdec", "5 adebc", "1 adecb", "2 badec", "2 bdeca", "4 cabde", "6 cbade", "2 dbeca", "5 decab"];
/// The same, example 9, first situation.
const SCHULZE_9A: &[&str] = &["5 acdb", "2 bcda", "4 bdac", "2 cdab"];
/// The same, example 9, second situation.
const SCHULZE_9B: &[&str] = &["5 aecdb", "2 bcdae", "4 bdaec", "2 cdabe"];
/// The same, example 10: tied and short ballots.
const SCHULZE_10: &[&str] = &[
    "6 a>b>c>d",
    "8 a=b",
    "8 a=c",
    "18 a=c>d",
    "8 a=c=d",
    "40 b",
    "4 c>b>d",
    "9 c>d>a",
    "8 c=d",
    "14 d>a>b",
    "11 d>b>c",
    "4 d>c>a",
];
/// The same, example 11.
const SCHULZE_11: &[&str] = &["9 adbec", "6 bcade", "5 bcdea", "2 cdbea", "6 decba", "14 eacbd", "2 ecabd", "1 edacb"];
/// The same, example 12.
const SCHULZE_12: &[&str] = &["9 adbec", "1 baced", "6 cbade", "2 cdbea", "5 cdeab", "6 decab", "14 ebacd", "2 ebcad"];
/// The same, example 13.
const SCHULZE_13: &[&str] = &["2 abc", "2 bca", "1 cab"];
/// Rob LeGrand, "Descriptions of ranked-ballot voting methods".
const LEGRAND: &[&str] = &[
    "98 acedb",
    "64 baecd",
    "12 baedc",
    "98 beacd",
    "13 beadc",
    "125 bedac",
    "124 caedb",
    "76 ceadb",
    "21 dabec",
    "30 dbaec",
    "98 dbeca",
    "139 dcabe",
    "23 dcbae",
];
/// Wikipedia, "Copeland's method".
const COPELAND: &[&str] = &["31 a>e>c>d>b", "30 b>a>e>c=d", "29 c>d>b>a=e", "10 d>a>e>b=c"];
/// Tideman, "Independence of clones", 1987, example 5.
const TIDEMAN_5: &[&str] = &["7 abcde", "3 bcaed", "6 debca", "3 dcabe", "5 ecabd", "3 edabc"];
/// Wikipedia, "Borda count": the majority's favourite does not win.
const BORDA_MAJORITY: &[&str] = &["30 bacd", "30 badc", "25 acdb", "15 adcb"];
/// Condorcet's paradox with unequal camps.
const PARADOX: &[&str] = &["40 abc", "35 bca", "25 cab"];
/// Condorcet's paradox with equal camps.
const SYMMETRIC: &[&str] = &["1 abc", "1 bca", "1 cab"];
/// Winning votes and margins differ.
const WINNING_VOTES: &[&str] = &["9 b>c>a", "6 a=c>b", "5 a>b>c"];
/// Wikipedia, "Minimax Condorcet method": minimax would elect the Condorcet loser d.
const MINIMAX_LOSER: &[&str] = &["3 bcad", "2 dcab", "1 abcd", "1 abdc", "1 cdab", "1 dabc"];
/// 80 equal-top ballots.
const EQUAL_TOP: &[&str] = &["80 a=b>c", "50 b>a=c", "40 c>a>b"];
/// Burlington 2009 in small: the Condorcet winner b leaves first in an instant run-off (centre squeeze).
const CENTRE_SQUEEZE: &[&str] = &["40 abc", "35 cba", "25 bac"];

examples! {
    tennessee_has_nashville_as_condorcet_winner: condorcet(4, TENNESSEE) => "b";
    the_forty_five_voters_have_no_condorcet_winner: condorcet(5, FORTY_FIVE) => "nothing";
    a_majority_favourite_is_the_condorcet_winner: condorcet(4, BORDA_MAJORITY) => "b";
    the_paradox_has_no_condorcet_winner: condorcet(3, PARADOX) => "nothing";
    equal_tops_can_have_a_condorcet_winner: condorcet(3, EQUAL_TOP) => "b";
    the_centre_is_the_condorcet_winner: condorcet(3, CENTRE_SQUEEZE) => "b";
    two_tied_options_have_no_condorcet_winner: condorcet(2, &["1 ab", "1 ba"]) => "nothing";
    a_single_option_that_somebody_ranks_beats_every_other: condorcet(1, &["1 a"]) => "a";
    nobody_who_ranks_anything_is_no_condorcet_winner: condorcet(1, &["3 "]) => "nothing";

    tennessee_by_schulze: schulze(4, TENNESSEE) => "b b>c>d>a";
    the_forty_five_voters_by_schulze: schulze(5, FORTY_FIVE) => "e e>a>c>b>d";
    schulze_example_1: schulze(4, SCHULZE_1) => "d d>a>c>b";
    schulze_example_2: schulze(4, SCHULZE_2) => "c c>d>b>a";
    schulze_example_4_has_two_leaders: schulze(4, SCHULZE_4).starts_with("tie: bd ") => true;
    schulze_example_5: schulze(4, SCHULZE_5) => "d d>a=b>c";
    schulze_example_6_has_two_leaders: schulze(4, SCHULZE_6).starts_with("tie: ac ") => true;
    schulze_example_7_first_situation: schulze(6, SCHULZE_7A) => "a a>b>f>d>e>c";
    schulze_example_7_second_situation: schulze(6, SCHULZE_7B) => "d d>e>c>a>b>f";
    schulze_example_8_first_situation: schulze(4, SCHULZE_8A) => "a a>d>c>b";
    schulze_example_8_second_situation: schulze(5, SCHULZE_8B) => "b b>a>d>e>c";
    schulze_example_9_first_situation: schulze(4, SCHULZE_9A) => "a a>c>d>b";
    schulze_example_9_second_situation: schulze(5, SCHULZE_9B) => "b b>a>e>c>d";
    schulze_example_10_with_tied_and_short_ballots: schulze(4, SCHULZE_10) => "d d>a>b>c";
    schulze_example_11: schulze(5, SCHULZE_11) => "b b>e>a=c>d";
    schulze_example_12: schulze(5, SCHULZE_12) => "e e>a=c>d>b";
    schulze_example_13_has_two_leaders: schulze(3, SCHULZE_13).starts_with("tie: ab ") => true;
    legrand_by_schulze: schulze(5, LEGRAND) => "a a>b>e>d>c";
    copelands_example_by_schulze: schulze(5, COPELAND) => "a a>e>c>d>b";
    tidemans_example_by_schulze: schulze(5, TIDEMAN_5) => "a a>b>c>d>e";
    the_paradox_by_schulze: schulze(3, PARADOX) => "a a>b>c";
    the_symmetric_paradox_by_schulze: schulze(3, SYMMETRIC) => "tie: abc a=b=c";
    winning_votes_by_schulze: schulze(3, WINNING_VOTES) => "a a>b>c";
    the_condorcet_loser_is_last_by_schulze: schulze(4, MINIMAX_LOSER) => "tie: abc a=b=c>d";
    equal_tops_by_schulze: schulze(3, EQUAL_TOP) => "b b>a>c";
    the_centre_wins_by_schulze: schulze(3, CENTRE_SQUEEZE) => "b b>a>c";
    ballots_that_tie_everything_tie_everything: schulze(3, &["4 a=b=c"]) => "tie: abc a=b=c";
    no_ballot_at_all_is_no_result_by_schulze: schulze(3, &[]) => "nothing a=b=c";
    empty_ballots_alone_are_no_result_by_schulze: schulze(2, &["5 "]) => "nothing a=b";
    one_option_wins_by_schulze: schulze(1, &["2 a"]) => "a a";

    tennessee_by_ranked_pairs: ranked_pairs(4, TENNESSEE) => "b";
    the_forty_five_voters_by_ranked_pairs: ranked_pairs(5, FORTY_FIVE) => "a";
    schulze_example_1_by_ranked_pairs: ranked_pairs(4, SCHULZE_1) => "a";
    schulze_example_2_by_ranked_pairs: ranked_pairs(4, SCHULZE_2) => "c";
    schulze_example_5_by_ranked_pairs: ranked_pairs(4, SCHULZE_5) => "d";
    schulze_example_8_by_ranked_pairs: ranked_pairs(4, SCHULZE_8A) => "a";
    a_clone_changes_nothing_for_ranked_pairs: ranked_pairs(5, SCHULZE_8B) => "a";
    schulze_example_9_by_ranked_pairs: ranked_pairs(4, SCHULZE_9A) => "a";
    one_more_option_changes_nothing_here_for_ranked_pairs: ranked_pairs(5, SCHULZE_9B) => "a";
    schulze_example_10_by_ranked_pairs: ranked_pairs(4, SCHULZE_10) => "d";
    schulze_example_11_by_ranked_pairs: ranked_pairs(5, SCHULZE_11) => "e";
    schulze_example_12_by_ranked_pairs: ranked_pairs(5, SCHULZE_12) => "e";
    legrand_by_ranked_pairs: ranked_pairs(5, LEGRAND) => "b";
    copelands_example_by_ranked_pairs: ranked_pairs(5, COPELAND) => "a";
    tidemans_example_by_ranked_pairs: ranked_pairs(5, TIDEMAN_5) => "a";
    the_paradox_by_ranked_pairs: ranked_pairs(3, PARADOX) => "a";
    the_symmetric_paradox_locks_nothing: ranked_pairs(3, SYMMETRIC) => "tie: abc";
    winning_votes_by_ranked_pairs: ranked_pairs(3, WINNING_VOTES) => "a";
    equal_tops_by_ranked_pairs: ranked_pairs(3, EQUAL_TOP) => "b";
    a_drawn_duel_is_never_locked: ranked_pairs(2, &["1 ab", "1 ba"]) => "tie: ab";
    a_drawn_duel_stays_a_tie_with_a_drawn_order: ranked_pairs_drawn("ba", &["1 ab", "1 ba"]) => "tie: ab";
    the_drawn_order_settles_the_symmetric_paradox: ranked_pairs_drawn("cab", SYMMETRIC) => "c";
    another_drawn_order_settles_it_otherwise: ranked_pairs_drawn("bca", SYMMETRIC) => "b";
    no_ballot_is_no_result_by_ranked_pairs: ranked_pairs(3, &[]) => "nothing";

    tennessee_by_borda: borda(4, TENNESSEE) => "b>c>a>d";
    the_forty_five_voters_by_borda: borda(5, FORTY_FIVE) => "e>a>b>c>d";
    schulze_example_1_by_borda: borda(4, SCHULZE_1) => "d>c>a>b";
    schulze_example_2_by_borda: borda(4, SCHULZE_2) => "d>a>c>b";
    schulze_example_7_by_borda: borda(6, SCHULZE_7A) => "d>b>a>c=e>f";
    schulze_example_10_by_borda: borda(4, SCHULZE_10) => "d>c>a=b";
    a_majority_favourite_can_lose_by_borda: borda(4, BORDA_MAJORITY) => "a>b>c>d";
    tidemans_example_by_borda: borda(5, TIDEMAN_5) => "a=b>c=e>d";
    the_paradox_by_borda: borda(3, PARADOX) => "b>a>c";
    the_symmetric_paradox_by_borda: borda(3, SYMMETRIC) => "a=b=c";
    legrand_by_borda: borda(5, LEGRAND) => "a>b>c>d>e";
    copelands_example_by_borda: borda(5, COPELAND) => "a>c>e>b>d";
    an_empty_ballot_gives_everybody_the_same: borda(3, &["1 ab", "9 "]) => "a>b>c";

    tennessee_by_instant_runoff: irv(4, TENNESSEE) => "d";
    schulze_example_1_by_instant_runoff: irv(4, SCHULZE_1) => "d";
    schulze_example_5_by_instant_runoff: irv(4, SCHULZE_5) => "c";
    schulze_example_8_by_instant_runoff: irv(4, SCHULZE_8A) => "c";
    schulze_example_9_by_instant_runoff: irv(4, SCHULZE_9A) => "a";
    schulze_example_11_by_instant_runoff: irv(5, SCHULZE_11) => "e";
    legrand_by_instant_runoff: irv(5, LEGRAND) => "d";
    tidemans_example_by_instant_runoff: irv(5, TIDEMAN_5) => "a";
    the_centre_is_squeezed_by_instant_runoff: irv(3, CENTRE_SQUEEZE) => "a";
    the_majority_favourite_wins_at_once: irv(4, BORDA_MAJORITY) => "b";
    the_symmetric_paradox_is_a_tie_of_three: irv(3, SYMMETRIC) => "tie: abc";
    a_drawn_order_says_who_leaves: irv_drawn(3, "abc", SYMMETRIC) => "a";
    another_drawn_order_lets_another_leave: irv_drawn(3, "bca", SYMMETRIC) => "b";
    whoever_leaves_the_same_can_win: irv(4, &["4 a", "2 ba", "2 ca", "1 d"]) => "a";
    half_is_not_more_than_half: irv(2, &["1 a", "1 b"]) => "tie: ab";
    a_tier_of_two_is_exhausted_until_one_is_left: irv(3, &["3 a=b", "2 c", "1 a"]) => "c";
    a_tier_counts_again_when_one_of_it_has_left: irv(3, &["3 a=b", "2 c", "2 a>b"]) => "a";
    no_ballot_is_no_result_by_instant_runoff: irv(3, &["7 "]) => "nothing";
    one_option_wins_alone: irv(1, &["1 a"]) => "a";
}

#[test]
fn a_winner_must_also_beat_the_status_quo_itself() {
    // decisions 6.10. d wins by Schulze, and loses its own duel with c.
    let outcome = schulze::count(&rankings(4, SCHULZE_1));
    assert_eq!(said(&outcome.decision), "d");
    assert_eq!(schulze::beats_status_quo(&outcome, id(2)), Some(false));
    assert_eq!(schulze::beats_status_quo(&outcome, id(1)), Some(true));
    let tied = schulze::count(&rankings(3, SYMMETRIC));
    assert_eq!(schulze::beats_status_quo(&tied, id(0)), None);
}

#[test]
fn the_table_and_the_paths_are_those_of_the_published_example() {
    // Wikipedia, "Schulze method": 20 voters prefer a to b, 25 b to a; the strongest path from e to a has strength 25.
    let outcome = schulze::count(&rankings(5, FORTY_FIVE));
    let (a, b, c, e) = (id(0), id(1), id(2), id(4));
    assert_eq!((outcome.pairwise.prefer(a, b), outcome.pairwise.prefer(b, a)), (20, 25));
    assert_eq!((outcome.pairwise.prefer(a, c), outcome.pairwise.prefer(e, b)), (26, 27));
    assert_eq!((outcome.paths.strength(e, a), outcome.paths.strength(a, e)), (25, 24));
    assert_eq!((outcome.paths.strength(b, c), outcome.paths.strength(a, b)), (28, 28));
}

#[test]
fn ranked_pairs_show_what_was_locked_and_what_was_not() {
    let outcome = ranked_pairs::count(&rankings(3, PARADOX), None);
    let shown: Vec<(u64, bool)> =
        outcome.victories.iter().map(|victory| (victory.for_winner, victory.locked)).collect();
    assert_eq!(shown, [(75, true), (65, true), (60, false)]);
}

#[test]
fn borda_points_are_doubled_and_whole() {
    // a over b over c, and one ballot with b and c tied last: 4, 2, 0 and 4, 1, 1.
    let outcome = borda::count(&rankings(3, &["1 abc", "1 a"]));
    assert_eq!(outcome.points.values().iter().map(|points| points.0).collect::<Vec<_>>(), [8, 3, 1]);
}

#[test]
fn each_stage_of_an_instant_runoff_is_shown() {
    use irv::{Then, Why};
    let outcome = irv::count(&rankings(4, TENNESSEE), None).unwrap();
    let votes: Vec<Vec<u64>> = outcome.stages.iter().map(|stage| stage.votes.values().copied().collect()).collect();
    assert_eq!(votes, [vec![42, 26, 15, 17], vec![42, 26, 32], vec![42, 58]]);
    let then: Vec<&Then> = outcome.stages.iter().map(|stage| &stage.then).collect();
    assert_eq!(then[0], &Then::Leaves { option: id(2), because: Why::FewestVotes });
    assert_eq!(then[1], &Then::Leaves { option: id(1), because: Why::FewestVotes });
    assert_eq!(then[2], &Then::Wins(id(3)));
}

#[test]
fn between_equals_whoever_had_fewer_at_the_latest_earlier_stage_leaves() {
    use irv::{Then, Why};
    // c and d leave; then a and b have 5 each, and at stage 1 b had 3 and a 4. e keeps ahead.
    let outcome = irv::count(&rankings(4, &["4 a", "3 b", "1 ca", "2 db", "6 d"]), None).unwrap();
    let stage = &outcome.stages[1];
    assert_eq!(stage.then, Then::Leaves { option: id(1), because: Why::FewestVotes });
    let tied = irv::count(&rankings(5, &["4 ad", "3 bd", "1 ca", "2 cb", "8 d"]), None).unwrap();
    assert_eq!(tied.stages[0].then, Then::Leaves { option: id(4), because: Why::FewestVotes });
    // a and b then have 5 each with c gone; b had fewer before.
    let after = tied.stages.iter().find(|stage| stage.votes.len() == 3).unwrap();
    assert_eq!(after.then, Then::Leaves { option: id(1), because: Why::EarlierStage(2) });
}

#[test]
fn too_many_open_ties_are_refused_and_a_drawn_order_helps() {
    // 16 options with a vote each: 2^16 sets of continuing options.
    let lines: Vec<String> = (0..16u8).map(|place| format!("1 {}", char::from(b'a' + place))).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    assert_eq!(irv::count(&rankings(16, &lines), None), Err(irv::TooManyTies));
    assert_eq!(irv_drawn(16, "nabcdefghijklmop", &lines), "n");
}
