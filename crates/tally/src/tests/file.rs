//! Ballot files and outcome files.

use super::examples;
use crate::file::{Place, Reason, Refusal, Vote, outcome, parse, read};
use crate::testing::{id, rankings};
use proptest::prelude::*;

/// A file for a method, with ballots and rules as they are written.
fn file(method: &str, options: &str, ballots: &str, rules: &str) -> String {
    let options = if options.is_empty() { String::new() } else { format!(r#""options":{options},"#) };
    format!(r#"{{"format":"parpour-ballots/1","method":"{method}",{options}"ballots":{ballots},"rules":{rules}}}"#)
}
/// Why a text is refused, and where.
fn refused(text: &str) -> String {
    parse(text).map_or_else(|refusal| refusal.to_string(), |file| format!("read as {file:?}"))
}
fn counted(text: &str) -> String {
    let file = parse(text).unwrap();
    outcome::write(&file, &file.count().unwrap()).unwrap()
}
/// The outcome without its details.
fn told(text: &str) -> String {
    counted(text).split(r#","details""#).next().unwrap().split(r#""status":"#).nth(1).unwrap().to_owned()
}
fn ranked(method: &str, ballots: &str, rules: &str) -> String {
    file(method, r#"["a","b","c"]"#, ballots, rules)
}
fn majority(ballots: &str, rules: &str) -> String {
    file("majority", "", ballots, rules)
}
fn shares(ballots: &str, rules: &str) -> String {
    file("equal_shares", r#"["a","b"]"#, ballots, rules)
}

const EXAMPLE: &str = r#"{
  "format": "parpour-ballots/1",
  "method": "schulze",
  "options": ["a", "b", "c"],
  "ballots": [
    { "count": 3, "ranking": [["a"], ["b", "c"]] },
    { "count": 2, "ranking": [["c"], ["a"]] }
  ],
  "rules": { }
}"#;

#[test]
fn the_documented_example_is_counted() {
    let expected = r#"{"format":"parpour-outcome/1","method":"schulze","status":"decided","winners":["a"],"ranking":[["a"],["c"],["b"]],"ballots":5,"details":"#;
    let line = counted(EXAMPLE);
    assert!(line.starts_with(expected), "{line}");
    assert!(line.ends_with("}\n"));
}

#[test]
fn details_name_the_options() {
    let line = counted(&ranked("irv", r#"[{"ranking":[["b"]],"count":2},{"ranking":[["a"]]}]"#, "{}"));
    assert!(line.contains(r#""votes":{"a":1,"b":2,"c":0}"#), "{line}");
    assert!(!line.contains('#'), "{line}");
}

#[test]
fn keys_may_come_in_any_order() {
    let turned = r#"{"rules":{},"ballots":[{"ranking":[["c"],["a"]],"count":2},{"ranking":[["a"],["c","b"]],"count":3}],
        "options":["a","b","c"],"method":"schulze","format":"parpour-ballots/1"}"#;
    assert_eq!(counted(turned), counted(EXAMPLE));
}

#[test]
fn ballots_are_read_as_they_are_written() {
    let Vote::Schulze(ballots) = parse(EXAMPLE).unwrap().vote else { panic!("another method") };
    assert_eq!(ballots, rankings(3, &["3 a>b=c", "2 c>a"]));
}

#[test]
fn title_and_labels_do_not_change_the_count() {
    let titled = EXAMPLE.replacen('{', r##"{"title":"Où ?","labels":{"a":"Alma","c":"#1"},"##, 1);
    assert_eq!(counted(&titled), counted(EXAMPLE));
    let file = parse(&titled).unwrap();
    assert_eq!((file.title.as_deref(), file.labels.get(&id(0)).map(String::as_str)), (Some("Où ?"), Some("Alma")));
}

examples! {
    a_number_with_a_point_is_refused: refused(&majority(r#"[{"count":3.0,"choice":"yes"}]"#, "{}")).contains("whole number") => true;
    a_number_with_an_exponent_is_refused: refused(&majority(r#"[{"count":1e3,"choice":"yes"}]"#, "{}")).contains("whole number") => true;
    a_negative_number_is_refused: refused(&majority(r#"[{"count":-1,"choice":"yes"}]"#, "{}")).contains("whole number") => true;
    minus_zero_is_refused: refused(&majority(r#"[{"count":-0,"choice":"yes"}]"#, "{}")).contains("whole number") => true;
    a_number_as_text_is_refused: refused(&majority(r#"[{"count":"3","choice":"yes"}]"#, "{}")).contains("whole number") => true;
    a_count_of_zero_is_refused: refused(&majority(r#"[{"count":0,"choice":"yes"}]"#, "{}")).contains("ballot 1: must be between 1") => true;
    a_number_past_a_quintillion_is_refused: refused(&majority(r#"[{"count":1000000000000000001,"choice":"yes"}]"#, "{}")).contains("10^18") => true;
    a_sum_past_a_quintillion_is_refused: refused(&majority(r#"[{"choice":"no"},{"count":1000000000000000000,"choice":"yes"}]"#, "{}")).contains("ballot 2: more than 1000000000000000000 ballots") => true;
    a_quintillion_is_counted: told(&majority(r#"[{"count":1000000000000000000,"choice":"yes"}]"#, "{}")) => r#""adopted","winners":[],"ballots":1000000000000000000"#;
    null_is_not_a_way_to_leave_a_key_out: refused(&majority(r#"[{"count":null,"choice":"yes"}]"#, "{}")).starts_with("line 1, column ") => true;
    rules_of_null_are_refused: refused(&majority("[]", "null")).contains("an object") => true;
    rules_as_a_list_are_refused: refused(&majority("[]", "[]")).contains("an object") => true;
    a_ballot_as_a_list_is_refused: refused(&majority(r#"[[1,"yes"]]"#, "{}")).contains("an object") => true;
    a_choice_as_an_object_is_refused: refused(&majority(r#"[{"choice":{"yes":null}}]"#, "{}")).contains("a string") => true;
    an_unknown_choice_is_refused: refused(&majority(r#"[{"choice":"maybe"}]"#, "{}")).contains("maybe") => true;
    an_empty_text_is_refused: refused("").starts_with("line 1, column 0: EOF") => true;
    a_list_is_not_a_file: refused("[]").contains("an object") => true;
    text_after_the_object_is_refused: refused(&format!("{EXAMPLE} x")).starts_with("line 10, column 3: trailing") => true;
    a_second_object_is_refused: refused(&format!("{EXAMPLE}{{}}")).contains("trailing") => true;
    white_space_after_the_object_is_fine: parse(&format!("{EXAMPLE}\n \n")).is_ok() => true;
    a_byte_order_mark_is_refused: refused(&format!("\u{feff}{EXAMPLE}")).starts_with("line 1, column 1: expected value") => true;
    an_unknown_key_is_refused: refused(&EXAMPLE.replace("rules", "rule")).contains("unknown field `rule`") => true;
    an_unknown_key_of_a_ballot_is_refused: refused(&EXAMPLE.replace("\"count\": 2", "\"weight\": 2")).starts_with("line 7, column ") => true;
    a_key_twice_is_refused: refused(&EXAMPLE.replace("\"rules\": { }", "\"rules\": { }, \"rules\": { }")).contains("duplicate field `rules`") => true;
    a_key_twice_in_a_ballot_is_refused: refused(&EXAMPLE.replace("\"count\": 2", "\"count\": 2, \"count\": 2")).contains("duplicate field `count`") => true;
    a_label_twice_is_refused: refused(&EXAMPLE.replacen('{', r#"{"labels":{"a":"x","a":"x"},"#, 1)).contains("`a` twice") => true;
    a_label_of_an_unknown_option_is_refused: refused(&EXAMPLE.replacen('{', r#"{"labels":{"z":"x"},"#, 1)) => "`labels`: unknown option `z`";
    a_label_that_is_no_text_is_refused: refused(&EXAMPLE.replacen('{', r#"{"labels":{"a":1},"#, 1)).contains("string") => true;
    another_format_is_refused: refused(&EXAMPLE.replace("ballots/1", "ballots/2")) => "`format`: not parpour-ballots/1";
    a_missing_format_is_refused: refused(&EXAMPLE.replace("\"format\": \"parpour-ballots/1\",", "")).contains("missing field `format`") => true;
    a_missing_method_is_refused: refused(&EXAMPLE.replace("\"method\": \"schulze\",", "")).contains("missing field `method`") => true;
    missing_ballots_are_refused: refused(r#"{"format":"parpour-ballots/1","method":"majority"}"#).contains("missing field `ballots`") => true;
    an_unknown_method_is_refused: refused(&EXAMPLE.replace("schulze", "plurality")).contains("unknown variant `plurality`") => true;
    missing_options_are_refused: refused(&file("irv", "", "[]", "{}")) => "`options`: required";
    options_in_a_majority_vote_are_refused: refused(&file("majority", r#"["a"]"#, "[]", "{}")) => "`options`: not known for this method";
    no_option_is_refused: refused(&file("irv", "[]", "[]", "{}")) => "`options`: no option";
    an_option_listed_twice_is_refused: refused(&file("irv", r#"["a","b","a"]"#, "[]", "{}")) => "`options`: option `a` twice";
    an_empty_id_is_refused: refused(&file("irv", r#"[""]"#, "[]", "{}")).contains("the id of an option") => true;
    an_id_with_a_space_is_refused: refused(&file("irv", r#"["a b"]"#, "[]", "{}")).contains("the id of an option") => true;
    an_id_with_an_accent_is_refused: refused(&file("irv", r#"["é"]"#, "[]", "{}")).contains("the id of an option") => true;
    an_id_of_sixty_four_is_fine: parse(&file("irv", &format!("[\"{}\"]", "x".repeat(64)), "[]", "{}")).is_ok() => true;
    an_id_of_sixty_five_is_refused: refused(&file("irv", &format!("[\"{}\"]", "x".repeat(65)), "[]", "{}")).contains("the id of an option") => true;
    an_unknown_option_is_refused: refused(&ranked("irv", r#"[{"ranking":[["a"]]},{"ranking":[["z"]]}]"#, "{}")) => "ballot 2: unknown option `z`";
    an_option_twice_in_a_ballot_is_refused: refused(&ranked("irv", r#"[{"ranking":[["a"],["a"]]}]"#, "{}")).contains("ballot 1: an option twice") => true;
    an_option_twice_in_a_tier_is_refused: refused(&ranked("irv", r#"[{"ranking":[["a","a"]]}]"#, "{}")).contains("ballot 1: an option twice") => true;
    an_empty_tier_is_refused: refused(&ranked("irv", r#"[{"ranking":[["a"],[]]}]"#, "{}")).contains("ballot 1: an empty tier") => true;
    a_ballot_of_another_kind_is_refused: refused(&ranked("irv", r#"[{"approve":["a"]}]"#, "{}")) => "ballot 1: this method asks for `ranking`, not `approve`";
    ballots_of_two_kinds_are_refused: refused(&ranked("irv", r#"[{"ranking":[["a"]]},{"approve":["a"]}]"#, "{}")).contains("ballot 2: this method asks for `ranking`, not `approve`") => true;
    a_ballot_that_says_two_things_is_refused: refused(&ranked("irv", r#"[{"ranking":[["a"]],"approve":["a"]}]"#, "{}")).contains("a ballot has one of") => true;
    a_ballot_that_says_nothing_is_refused: refused(&ranked("irv", r#"[{"count":2}]"#, "{}")).contains("a ballot has one of") => true;
    a_rule_of_another_method_is_refused: refused(&ranked("irv", "[]", r#"{"seats":2}"#)) => "`rules.seats`: not known for this method";
    half_is_not_a_rule_of_scores: refused(&ranked("score", "[]", r#"{"half":true}"#)) => "`rules.half`: not known for this method";
    an_unknown_rule_is_refused: refused(&ranked("irv", "[]", r#"{"seed":2}"#)).contains("unknown field `seed`") => true;
    a_drawn_order_is_a_rule_of_every_method: parse(&ranked("borda", "[]", r#"{"tie_order":["c","a","b"]}"#)).is_ok() => true;
    a_drawn_order_of_some_options_is_refused: refused(&ranked("irv", "[]", r#"{"tie_order":["a","b"]}"#)) => "`rules.tie_order`: does not name every option exactly once";
    a_drawn_order_with_an_option_twice_is_refused: refused(&ranked("irv", "[]", r#"{"tie_order":["a","b","b"]}"#)) => "`rules.tie_order`: does not name every option exactly once";
    a_drawn_order_with_an_unknown_option_is_refused: refused(&ranked("irv", "[]", r#"{"tie_order":["a","b","z"]}"#)) => "`rules.tie_order`: unknown option `z`";
    a_missing_number_of_seats_is_refused: refused(&ranked("stv", "[]", "{}")) => "`rules.seats`: required";
    no_seat_is_refused: refused(&ranked("stv", "[]", r#"{"seats":0}"#)) => "`rules.seats`: must be between 1 and 3";
    more_seats_than_options_are_refused: refused(&ranked("approval", "[]", r#"{"seats":4}"#)) => "`rules.seats`: must be between 1 and 3";
    a_tied_tier_is_refused_by_stv: refused(&ranked("stv", r#"[{"ranking":[["a"]]},{"ranking":[["b","c"]]}]"#, r#"{"seats":1}"#)) => "ballot 2: this method takes one option a tier";
    another_variant_of_stv_is_refused: refused(&ranked("stv", "[]", r#"{"seats":1,"variant":"meek"}"#)).contains("unknown variant `meek`") => true;
    the_scottish_variant_is_known: parse(&ranked("stv", "[]", r#"{"seats":1,"variant":"scottish"}"#)).is_ok() => true;
    a_maximum_of_zero_is_refused: refused(&ranked("score", "[]", r#"{"max":0}"#)) => "`rules.max`: must be between 1 and 1000";
    a_maximum_past_a_thousand_is_refused: refused(&ranked("score", "[]", r#"{"max":1001}"#)) => "`rules.max`: must be between 1 and 1000";
    a_score_over_the_maximum_is_refused: refused(&ranked("score", r#"[{"scores":{"a":5}},{"scores":{"a":6}}]"#, "{}")) => "ballot 2: score 6 is over the maximum of 5";
    a_huge_score_is_refused: refused(&ranked("score", r#"[{"scores":{"a":99999999}}]"#, r#"{"max":1000}"#)).contains("ballot 1: score 65535") => true;
    a_score_twice_is_refused: refused(&ranked("score", r#"[{"scores":{"a":5,"a":5}}]"#, "{}")).contains("`a` twice") => true;
    a_threshold_of_zero_is_refused: refused(&majority("[]", r#"{"threshold":[0,2]}"#)) => "`rules.threshold`: must be [p, q] with 1 <= p <= q";
    a_threshold_over_one_is_refused: refused(&majority("[]", r#"{"threshold":[3,2]}"#)) => "`rules.threshold`: must be [p, q] with 1 <= p <= q";
    a_threshold_of_one_number_is_refused: refused(&majority("[]", r#"{"threshold":[1]}"#)).starts_with("line 1") => true;
    a_threshold_of_three_numbers_is_refused: refused(&majority("[]", r#"{"threshold":[1,2,3]}"#)).starts_with("line 1") => true;
    a_missing_number_of_present_is_refused: refused(&majority("[]", r#"{"of":"present"}"#)) => "`rules.present`: required";
    a_missing_roll_is_refused: refused(&majority("[]", r#"{"of":"roll"}"#)) => "`rules.roll`: required";
    more_ballots_than_present_are_refused: refused(&majority(r#"[{"count":3,"choice":"yes"}]"#, r#"{"of":"present","present":2}"#)) => "`rules.present`: there are more ballots than that";
    more_ballots_than_the_roll_are_refused: refused(&majority(r#"[{"count":3,"choice":"blank"}]"#, r#"{"of":"roll","roll":2}"#)) => "`rules.roll`: there are more ballots than that";
    a_roll_that_is_not_used_is_not_held_against_the_ballots: parse(&majority(r#"[{"count":3,"choice":"yes"}]"#, r#"{"roll":2,"present":1}"#)).is_ok() => true;
    a_missing_budget_is_refused: refused(&shares("[]", r#"{"costs":{"a":1,"b":1}}"#)) => "`rules.budget`: required";
    missing_costs_are_refused: refused(&shares("[]", r#"{"budget":1}"#)) => "`rules.costs`: required";
    an_option_without_a_cost_is_refused: refused(&shares("[]", r#"{"budget":1,"costs":{"a":1}}"#)) => "`rules.costs`: does not name every option exactly once";
    a_cost_of_an_unknown_option_is_refused: refused(&shares("[]", r#"{"budget":1,"costs":{"a":1,"b":1,"z":1}}"#)) => "`rules.costs`: unknown option `z`";
    a_cost_of_zero_is_refused: refused(&shares("[]", r#"{"budget":1,"costs":{"a":1,"b":0}}"#)) => "`rules.costs`: an option costs 0";
    a_completion_that_is_not_declared_is_refused: refused(&shares("[]", r#"{"budget":1,"costs":{"a":1,"b":1},"completion":"greedy"}"#)).contains("unknown variant `greedy`") => true;
    a_word_for_true_is_refused: refused(&majority("[]", r#"{"strict":"yes"}"#)).contains("boolean") => true;
    nesting_without_end_is_refused: refused(&"[".repeat(100_000)).starts_with("line 1") => true;
    a_lone_surrogate_is_refused: refused(&EXAMPLE.replacen('{', r#"{"title":"\ud800","#, 1)).starts_with("line 1") => true;
    a_control_character_in_a_text_is_refused: refused(&EXAMPLE.replacen('{', "{\"title\":\"\u{1}\",", 1)).starts_with("line 1") => true;

    a_majority_is_adopted: told(&majority(r#"[{"count":6,"choice":"yes"},{"count":5,"choice":"no"}]"#, "{}")) => r#""adopted","winners":[],"ballots":11"#;
    a_majority_is_tied: told(&majority(r#"[{"choice":"yes"},{"choice":"no"}]"#, "{}")) => r#""tied","winners":[],"ballots":2"#;
    a_quorum_is_missed: told(&majority(r#"[{"choice":"yes"}]"#, r#"{"quorum":2}"#)) => r#""no_quorum","winners":[],"ballots":1"#;
    everybody_abstains: told(&majority(r#"[{"count":4,"choice":"abstain"}]"#, "{}")) => r#""no_result","winners":[],"ballots":4"#;
    two_thirds_by_default_are_reached_by_equality: told(&majority(r#"[{"count":2,"choice":"yes"},{"choice":"no"}]"#, r#"{"threshold":[2,3]}"#)) => r#""adopted","winners":[],"ballots":3"#;
    more_than_two_thirds_are_not: told(&majority(r#"[{"count":2,"choice":"yes"},{"choice":"no"}]"#, r#"{"threshold":[2,3],"strict":true}"#)) => r#""rejected","winners":[],"ballots":3"#;
    half_without_strict_and_equal_is_tied: told(&majority(r#"[{"choice":"yes"},{"choice":"no"}]"#, r#"{"strict":false}"#)) => r#""tied","winners":[],"ballots":2"#;
    half_of_the_present_and_equal_is_rejected: told(&majority(r#"[{"choice":"yes"},{"choice":"no"}]"#, r#"{"of":"present","present":2}"#)) => r#""rejected","winners":[],"ballots":2"#;
    nobody_present_is_no_result: told(&majority("[]", r#"{"of":"present","present":0}"#)) => r#""no_result","winners":[],"ballots":0"#;
    a_tie_names_its_options_after_the_winners: told(&file("approval", r#"["a","b","c"]"#, r#"[{"approve":["c","a"]},{"approve":["b","c"]}]"#, r#"{"seats":2}"#)) => r#""tied","winners":["c"],"tied":["a","b"],"ranking":[["c"],["a","b"]],"ballots":2"#;
    no_result_still_ranks: told(&ranked("score", r#"[{"scores":{}}]"#, "{}")) => r#""no_result","winners":[],"ranking":[["a","b","c"]],"ballots":1"#;
    scores_rank: told(&ranked("score", r#"[{"scores":{"b":5,"a":1}}]"#, "{}")) => r#""decided","winners":["b"],"ranking":[["b"],["a"],["c"]],"ballots":1"#;
    condorcet_does_not_rank: told(&ranked("condorcet", r#"[{"ranking":[["b"]]}]"#, "{}")) => r#""decided","winners":["b"],"ballots":1"#;
    winners_of_stv_are_in_order_of_election: told(&ranked("stv", r#"[{"count":9,"ranking":[["c"]]},{"count":5,"ranking":[["a"]]}]"#, r#"{"seats":2}"#)) => r#""decided","winners":["c","a"],"ballots":14"#;
    a_budget_is_spent: told(&shares(r#"[{"approve":["b"]}]"#, r#"{"budget":9,"costs":{"a":5,"b":9}}"#)) => r#""decided","winners":["b"],"ballots":1"#;
}

#[test]
fn more_names_than_there_can_be_options_are_refused() {
    let names: Vec<String> = (0..1001).map(|number| format!("[\"o{number}\"]")).collect();
    let ballots = format!(r#"[{{"ranking":[{}]}}]"#, names.join(","));
    assert!(refused(&ranked("irv", &ballots, "{}")).contains("more than 1000"));
    let two = format!(r#"[{{"ranking":[{}]}},{{"ranking":[{}]}}]"#, names[..999].join(","), names[999..].join(","));
    assert!(refused(&ranked("irv", &two, "{}")).contains("ballot 2: more than 1000 options"));
}

#[test]
fn open_ties_that_lead_too_far_ask_for_a_drawn_order() {
    let names: Vec<String> = (0..16).map(|number| format!("\"o{number}\"")).collect();
    let ballots: Vec<String> = names[..15].iter().map(|name| format!(r#"{{"ranking":[[{name}]]}}"#)).collect();
    let text = file("irv", &format!("[{}]", names.join(",")), &format!("[{}]", ballots.join(",")), "{}");
    let refusal = parse(&text).unwrap().count().unwrap_err();
    assert_eq!(refusal, Refusal { place: Place::Field("rules.tie_order".to_owned()), reason: Reason::TooManyTies });
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let mut bytes = EXAMPLE.replacen('{', r#"{"title":"x","#, 1).into_bytes();
    let at = bytes.iter().position(|byte| *byte == b'x').unwrap();
    bytes[at] = 0xff;
    assert!(matches!(read(bytes.as_slice()).unwrap_err().place, Place::Line { line: 1, .. }));
}

#[test]
fn a_file_past_its_largest_size_is_refused_without_keeping_it() {
    let endless = std::io::Read::chain(&b"{ "[..], std::io::Read::take(std::io::repeat(b' '), crate::file::LARGEST));
    let refusal = read(std::io::BufReader::with_capacity(1 << 20, endless)).unwrap_err();
    assert_eq!(refusal, Refusal { place: Place::File, reason: Reason::TooLarge });
}

#[test]
fn a_stream_that_fails_is_told_from_a_wrong_file() {
    struct Broken;
    impl std::io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("no more"))
        }
    }
    assert!(matches!(read(Broken).unwrap_err().reason, Reason::Unreadable(_)));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(bytes.as_slice());
    }

    #[test]
    fn any_json_like_text_is_read_or_refused(text in r#"[\{\}\[\]",:0-9a-z \\.eE+-]{0,200}"#) {
        let _ = parse(&text);
    }

    #[test]
    fn a_file_changed_anywhere_is_counted_or_refused(at in any::<proptest::sample::Index>(), byte in any::<u8>(), which in 0usize..4) {
        let texts = [
            EXAMPLE.to_owned(),
            ranked("stv", r#"[{"count":9,"ranking":[["c"]]},{"ranking":[["a"],["b"]]}]"#, r#"{"seats":2,"tie_order":["a","b","c"]}"#),
            shares(r#"[{"approve":["b"]},{"approve":["a","b"]}]"#, r#"{"budget":90,"costs":{"a":5,"b":9},"completion":"add1"}"#),
            ranked("score", r#"[{"scores":{"a":5,"b":0}}]"#, r#"{"max":9}"#),
        ];
        let mut bytes = texts[which].clone().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(file) = read(bytes.as_slice()) {
            let written = file.count().map(|counted| outcome::write(&file, &counted).unwrap());
            prop_assert!(written.is_err() || written.unwrap().ends_with('\n'));
        }
    }
}
