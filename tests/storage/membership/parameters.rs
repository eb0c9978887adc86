//! What each rule of the charter changes, one small proof for each. A rule without one fails the suite
//! (`decisions H4`).
//!
//! A test is named `the_rule_<name of the rule>_…`, so that whoever adds a rule finds where its behaviour is shown.

use super::{hard_times, problems, refused};
use chrono::{Duration, NaiveTime};
use commons::area::Area;
use commons::clock::{Clock, Time, local_day};
use commons::db::Tx;
use decisions::ProposalId;
use decisions::powers::{Contribute, Propose};
use decisions::rules::ballot::Typed;
use decisions::rules::question::{Method, Question};
use decisions::rules::state::State;
use decisions::stop::{CancelVote, Contest};
use membership::commands::ask::Asking;
use membership::commands::join::Arrival;
use membership::commands::session;
use membership::effects::value_in_words;
use membership::joint::Signed;
use membership::powers;
use membership::queries::applications;
use membership::queries::{charter, people};
use membership::rules::charter::RULES;
use parpour_tests::{Group, World, on_each_database};
use std::path::Path;
use tally::{Choice, Threshold};
use web::kit::{GroupFace, Voice};

#[test]
fn every_rule_has_a_test_of_what_it_changes() {
    let tests = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("storage/membership/parameters.rs"))
        .unwrap();
    for rule in RULES {
        // Written in two parts, so that this line is no test of anything.
        let test = format!("on_each_database!({}{}_", "the_rule_", rule.name);
        assert!(
            tests.replace("on_each_database!(\n    ", "on_each_database!(").contains(&test),
            "no test of what the rule {} changes",
            rule.name
        );
    }
}

/// Two groups that differ by one rule.
async fn differing<'w>(world: &'w World, rule: &str, one: &str, other: &str) -> [Group<'w>; 2] {
    let found = async |value: &str| world.a_group().with_people(10).quick().with_rule(rule, value).found().await;
    [found(one).await, found(other).await]
}

/// What the pages of a group look like.
async fn face(group: &Group<'_>) -> GroupFace {
    let this = commons::groups::this(&group.read()).await.unwrap();
    web::pages::face(&this, &group.charter().await)
}

/// The pages of a group once it decided what a rule says.
async fn face_once(world: &World, rule: &str, value: &str) -> (GroupFace, GroupFace) {
    let group = world.a_group().quick().found().await;
    let before = face(&group).await;
    group.adopts(Group::change(rule, value)).await;
    (before, face(&group).await)
}

fn charter_change() -> Option<(&'static str, serde_json::Value)> {
    Group::change("unseconded_days", "9")
}

/// Waits to be seconded, then is discussed, for a whole decision of either weight.
async fn discussed(group: &Group<'_>, of_charter: bool) -> ProposalId {
    let effect = charter_change().filter(|_| of_charter);
    let id = group.proposes(0).doing(effect).sent().await.unwrap();
    group.seconds(1, id).await.unwrap();
    id
}

fn days_until(group: &Group<'_>, until: Option<Time>) -> i64 {
    let zone = commons::clock::Tz::America__Toronto;
    (local_day(zone, until.unwrap()) - local_day(zone, group.now())).num_days()
}

async fn discussion(group: &Group<'_>, of_charter: bool) -> i64 {
    let id = discussed(group, of_charter).await;
    days_until(group, group.see(id).await.discussion_until)
}

async fn voting(group: &Group<'_>, of_charter: bool) -> i64 {
    let id = group.open_vote(charter_change().filter(|_| of_charter)).await;
    days_until(group, group.see(id).await.closes_at)
}

/// The state in which a vote with so many yes and no ends, without waiting for its window.
async fn ends(group: &Group<'_>, of_charter: bool, yes: usize, no: usize) -> State {
    let id = group.open_vote(charter_change().filter(|_| of_charter)).await;
    for who in 0..yes + no {
        group.votes(who, id, if who < yes { Choice::Yes } else { Choice::No }).await.unwrap();
    }
    group.to_next_step(id).await;
    group.state(id).await
}

on_each_database!(the_rule_name_is_what_every_page_calls_the_group, |world| {
    let (before, after) = face_once(world, "name", "La Tasse recollée").await;
    assert_eq!((before.name.as_str(), after.name.as_str()), ("La Tasse ébréchée", "La Tasse recollée"));
    assert_eq!(before.slug, after.slug, "its address stays");
});

on_each_database!(the_rule_member_word_is_what_one_of_them_is_called, |world| {
    let (before, after) = face_once(world, "member_word", "complice").await;
    assert_eq!((before.place.member.as_str(), after.place.member.as_str()), ("membre", "complice"));
});

on_each_database!(the_rule_members_word_is_what_they_are_called_together, |world| {
    let (before, after) = face_once(world, "members_word", "complices").await;
    assert_eq!((before.place.members.as_str(), after.place.members.as_str()), ("membres", "complices"));
});

on_each_database!(the_rule_language_is_the_one_pages_speak_first, |world| {
    let (before, after) = face_once(world, "language", "en").await;
    assert_eq!((before.voice, after.voice), (Voice::FrTu, Voice::En));
});

on_each_database!(the_rule_address_says_tu_or_vous, |world| {
    let (before, after) = face_once(world, "address", "vous").await;
    assert_eq!((before.voice, after.voice), (Voice::FrTu, Voice::FrVous));
});

on_each_database!(the_rule_time_zone_is_that_of_every_deadline, |world| {
    let [montreal, paris] = differing(world, "time_zone", "America/Toronto", "Europe/Paris").await;
    let eight = NaiveTime::from_hms_opt(20, 0, 0);
    let mut deadlines = Vec::new();
    for group in [&montreal, &paris] {
        let id = group.open_vote(None).await;
        let closes = group.see(id).await.closes_at.unwrap();
        assert_eq!(Some(closes.with_timezone(&group.charter().await.zone()).time()), eight);
        deadlines.push(closes);
    }
    assert_eq!(deadlines[0] - deadlines[1], Duration::hours(6));
});

on_each_database!(the_rule_legal_frame_is_read_in_the_charter_and_in_the_register, |world| {
    let group = world.a_group().quick().found().await;
    let id = group.adopts(Group::change("legal_frame", "quebec_part_3")).await;
    let rules = charter::in_force(&group.read()).await.unwrap();
    let rule = rules.into_iter().find(|rule| rule.rule.name == "legal_frame").unwrap();
    assert_eq!(value_in_words("legal_frame", &rule.value).key, "charter-value-legal-frame-quebec-part-3");
    assert_eq!(Some(rule.since_seq), group.see(id).await.closed_seq);
});

on_each_database!(the_rule_theme_is_how_pages_look, |world| {
    let (before, after) = face_once(world, "theme", "lilas").await;
    assert_eq!((before.theme.as_str(), after.theme.as_str()), ("default", "lilas"));
});

on_each_database!(the_rule_crisis_lines_is_what_stands_at_the_foot_of_every_page, |world| {
    let (before, after) = face_once(world, "crisis_lines", "1 866 277-3553, ligne de crise\n\n911").await;
    assert_eq!(before.crisis_lines[0].number, "988");
    let lines: Vec<_> = after.crisis_lines.iter().map(|line| (line.number.as_str(), line.what.as_str())).collect();
    assert_eq!(lines, [("1 866 277-3553", "ligne de crise"), ("911", "")]);
    let (_, none) = face_once(world, "crisis_lines", "").await;
    assert_eq!(none.crisis_lines, [], "a group may want none");
});

on_each_database!(the_rule_privacy_address_is_what_visitors_read_beside_the_title_of_the_mandate, |world| {
    use membership::queries::privacy_contact::contact;
    let group = world.a_group().quick().found().await;
    assert_eq!(contact(&group.read()).await.unwrap(), None);
    group.adopts(group.grant(1, &["privacy_contact"], 60)).await;
    assert_eq!(contact(&group.read()).await.unwrap().unwrap().address, "");
    group.adopts(Group::change("privacy_address", "vie.privee@exemple.org")).await;
    assert_eq!(contact(&group.read()).await.unwrap().unwrap().address, "vie.privee@exemple.org");
});

on_each_database!(the_rule_trial_until_is_the_day_when_the_group_is_asked_again, |world| {
    let group = world.a_group().quick().with_rule("trial_until", "2027-02-01").with_first_question().found().await;
    let id = decisions::queries::proposal::id_of(&group.read(), 1).await.unwrap();
    let effect = group.see(id).await.effect.unwrap();
    assert_eq!(effect.1["until"], "2027-02-01", "the founders' day is what the first question asks about");
    group.adopts(Group::keep_tool("2027-05-01")).await;
    assert_eq!(group.charter().await.trial_until(), Some("2027-05-01".parse().unwrap()));
});

on_each_database!(the_rule_seconders_is_how_many_others_open_the_talk, |world| {
    let [one, three] = differing(world, "seconders", "1", "3").await;
    for (group, wanted) in [(&one, 1), (&three, 3)] {
        let id = group.proposes(0).sent().await.unwrap();
        for who in 1..=wanted {
            assert_eq!(group.state(id).await, State::Waiting);
            group.seconds(who, id).await.unwrap();
        }
        assert_eq!(group.state(id).await, State::Discussing);
    }
});

on_each_database!(the_rule_unseconded_days_is_how_long_a_proposal_waits_for_them, |world| {
    let [short, long] = differing(world, "unseconded_days", "2", "3").await;
    let ids = [short.proposes(0).sent().await.unwrap(), long.proposes(0).sent().await.unwrap()];
    let due = short.see(ids[0]).await.due_at.unwrap();
    assert!(due >= world.db.now() + Duration::days(2) && due < world.db.now() + Duration::days(3), "{due}");
    world.clock.set(due);
    for group in [&short, &long] {
        group.settle().await;
    }
    assert_eq!((short.state(ids[0]).await, long.state(ids[1]).await), (State::Lapsed, State::Waiting));
});

on_each_database!(the_rule_discussion_days_ordinary_is_how_long_an_ordinary_proposal_is_talked_about, |world| {
    let [two, seven] = differing(world, "discussion_days_ordinary", "2", "7").await;
    assert_eq!((discussion(&two, false).await, discussion(&seven, false).await), (2, 7));
    assert_eq!(discussion(&seven, true).await, 0, "a change of charter has its own");
});

on_each_database!(the_rule_discussion_days_charter_is_how_long_a_change_of_charter_is_talked_about, |world| {
    let [two, seven] = differing(world, "discussion_days_charter", "2", "7").await;
    assert_eq!((discussion(&two, true).await, discussion(&seven, true).await), (2, 7));
    assert_eq!(discussion(&seven, false).await, 0);
});

on_each_database!(the_rule_voting_days_ordinary_is_how_long_an_ordinary_vote_is_open, |world| {
    let [two, seven] = differing(world, "voting_days_ordinary", "2", "7").await;
    assert_eq!((voting(&two, false).await, voting(&seven, false).await), (2, 7));
    assert_eq!(voting(&seven, true).await, 1);
});

on_each_database!(the_rule_voting_days_charter_is_how_long_a_vote_on_the_charter_is_open, |world| {
    let [two, seven] = differing(world, "voting_days_charter", "2", "7").await;
    assert_eq!((voting(&two, true).await, voting(&seven, true).await), (2, 7));
    assert_eq!(voting(&seven, false).await, 1);
});

on_each_database!(the_rule_quorum_ordinary_is_how_many_take_part_for_an_ordinary_vote_to_count, |world| {
    let [three, majority] = differing(world, "quorum_ordinary", "3", "majority").await;
    assert_eq!(ends(&three, false, 2, 0).await, State::NotAdopted);
    assert_eq!(ends(&three, false, 3, 0).await, State::InForce);
    assert_eq!(ends(&majority, false, 5, 0).await, State::NotAdopted);
    assert_eq!(ends(&majority, false, 6, 0).await, State::InForce);
});

on_each_database!(the_rule_quorum_charter_is_how_many_take_part_for_a_vote_on_the_charter_to_count, |world| {
    let [three, most] = differing(world, "quorum_charter", "3", "80%").await;
    assert_eq!(ends(&three, true, 2, 0).await, State::NotAdopted);
    assert_eq!(ends(&three, true, 3, 0).await, State::InForce);
    assert_eq!(ends(&most, true, 7, 0).await, State::NotAdopted);
    assert_eq!(ends(&most, true, 8, 0).await, State::InForce);
});

on_each_database!(the_rule_majority_ordinary_is_the_part_of_yes_that_adopts, |world| {
    let [half, three_quarters] = differing(world, "majority_ordinary", "1/2", "3/4").await;
    assert_eq!(ends(&half, false, 3, 2).await, State::InForce);
    assert_eq!(ends(&half, false, 3, 3).await, State::NotAdopted);
    assert_eq!(ends(&three_quarters, false, 5, 2).await, State::NotAdopted);
    assert_eq!(ends(&three_quarters, false, 6, 2).await, State::InForce);
});

on_each_database!(the_rule_majority_charter_is_the_part_of_yes_that_changes_the_charter, |world| {
    let [two_thirds, half] = differing(world, "majority_charter", "2/3", "1/2").await;
    assert_eq!(ends(&two_thirds, true, 3, 2).await, State::NotAdopted);
    assert_eq!(ends(&two_thirds, true, 4, 2).await, State::InForce);
    assert_eq!(ends(&half, true, 3, 2).await, State::InForce);
});

on_each_database!(the_rule_challenge_hours_ordinary_is_how_long_an_ordinary_decision_waits_to_act, |world| {
    let [none, five] = differing(world, "challenge_hours_ordinary", "0", "5").await;
    assert_eq!(ends(&none, false, 5, 0).await, State::InForce);
    assert_eq!(ends(&five, false, 5, 0).await, State::Adopted);
    world.clock.advance(Duration::hours(5));
    assert_eq!(five.settle().await, 1);
    assert_eq!(ends(&five, true, 5, 0).await, State::InForce);
});

on_each_database!(the_rule_challenge_hours_charter_is_how_long_a_change_of_charter_waits_to_act, |world| {
    let [none, day] = differing(world, "challenge_hours_charter", "0", "24").await;
    assert_eq!(ends(&none, true, 5, 0).await, State::InForce);
    assert_eq!(ends(&day, true, 5, 0).await, State::Adopted);
    world.clock.advance(Duration::hours(24) - Duration::microseconds(1));
    assert_eq!(day.settle().await, 0);
    world.clock.advance(Duration::microseconds(1));
    assert_eq!(day.settle().await, 1);
    assert_eq!(day.charter().await.unseconded_days(), 9);
});

/// A secret vote that five say yes to, closed.
async fn ends_in_secret(group: &Group<'_>, yes: usize) -> decisions::queries::proposal::Proposal {
    let id = group.open_secret_vote(None).await;
    for who in 0..yes {
        group.votes_in_secret(who, id, "yes").await.unwrap();
    }
    group.to_next_step(id).await;
    group.see(id).await
}

on_each_database!(the_rule_challenge_hours_secret_is_how_long_a_secret_vote_waits_to_act, |world| {
    let [none, day] = differing(world, "challenge_hours_secret", "0", "24").await;
    assert_eq!(ends_in_secret(&none, 5).await.state, State::InForce);
    let waits = ends_in_secret(&day, 5).await;
    assert_eq!(waits.state, State::Adopted);
    world.clock.advance(Duration::hours(24));
    day.settle().await;
    assert_eq!(day.state(waits.id).await, State::InForce);
});

on_each_database!(the_rule_amendment_voting_days_is_how_long_an_amendment_is_voted_on, |world| {
    let [one, nine] = differing(world, "amendment_voting_days", "1", "9").await;
    for (group, days) in [(&one, 1), (&nine, 9)] {
        let text = group.proposes(0).sent().await.unwrap();
        let amendment = group.amends(1, text, "En acheter un, 300 $ au plus.").await.unwrap();
        group.seconds(2, amendment).await.unwrap();
        group.seconds(2, text).await.unwrap();
        group.settle().await;
        let seen = group.see(amendment).await;
        assert_eq!((seen.state, seen.days.1), (State::Voting, days));
        assert!(seen.closes_at.unwrap() >= group.now() + Duration::days(days.into()));
    }
});

on_each_database!(the_rule_block_support_is_how_many_others_make_a_block_hold, |world| {
    let people =
        async |support: &str| world.a_group().with_people(9).quick().with_rule("block_support", support).found().await;
    for (group, supporters, holds) in
        [(people("0").await, 0, true), (people("2").await, 1, false), (people("2").await, 2, true)]
    {
        let question = Question { method: Method::Consensus, ..Question::default() };
        let id = group.proposes(0).putting(question).opened().await;
        for who in 0..7 {
            group.says(who, id, Typed::word("agree"), "").await.unwrap();
        }
        group.says(8, id, Typed::word("block"), "Ça va contre ce qu'on s'était promis.").await.unwrap();
        let block = group.see(id).await.objections[0].id;
        for who in 0..supporters {
            group.supports(who, id, block, true).await.unwrap();
        }
        group.to_next_step(id).await;
        assert_eq!(group.state(id).await == State::Discussing, holds);
    }
});

const PURPOSE: &str = "Ça va contre ce qu'on s'était promis.";

/// A vote by that method in which the last person is in the way in every round, until the rounds are over.
async fn to_the_end_of_its_rounds(group: &Group<'_>, method: Method) -> ProposalId {
    let (yes, no, rounds) = if method == Method::Consent { ("consent", "objection", 3) } else { ("agree", "block", 2) };
    let question = Question { method, ..Question::default() };
    let id = group.proposes(0).putting(question).opened().await;
    for _ in 0..rounds {
        while group.state(id).await != State::Voting {
            group.to_next_step(id).await;
        }
        for who in 0..6 {
            group.says(who, id, Typed::word(yes), "").await.unwrap();
        }
        group.says(6, id, Typed::word(no), PURPOSE).await.unwrap();
        group.to_next_step(id).await;
    }
    id
}

on_each_database!(the_rule_consensus_blocks_is_how_many_blocks_a_consensus_survives, |world| {
    let people =
        async |blocks: &str| world.a_group().with_people(7).quick().with_rule("consensus_blocks", blocks).found().await;
    for (blocks, expected) in [("0", State::Discussing), ("1", State::Discussing), ("2", State::InForce)] {
        let group = people(blocks).await;
        let question = Question { method: Method::Consensus, ..Question::default() };
        let id = group.proposes(0).putting(question).opened().await;
        for who in 0..5 {
            group.says(who, id, Typed::word("agree"), "").await.unwrap();
        }
        for who in [5, 6] {
            group.says(who, id, Typed::word("block"), PURPOSE).await.unwrap();
        }
        group.to_next_step(id).await;
        assert_eq!(group.state(id).await, expected, "{blocks}");
    }
});

on_each_database!(the_rule_consent_fallback_is_what_follows_the_last_round_of_consent, |world| {
    for (value, expected) in [
        ("none", (State::NotAdopted, Method::Consent)),
        ("defer", (State::Discussing, Method::Consent)),
        ("two_thirds", (State::Voting, Method::Majority)),
        ("trial", (State::Voting, Method::Majority)),
    ] {
        let group = world.a_group().with_people(7).quick().with_rule("consent_fallback", value).found().await;
        let id = to_the_end_of_its_rounds(&group, Method::Consent).await;
        let seen = group.see(id).await;
        assert_eq!((seen.state, seen.question.method), expected, "{value}");
        assert_eq!(seen.question.trial, value == "trial");
    }
});

on_each_database!(the_rule_consensus_fallback_is_what_follows_the_last_round_of_consensus, |world| {
    for (value, part) in
        [("none", None), ("three_quarters", Threshold::new(3, 4)), ("four_fifths", Threshold::new(4, 5))]
    {
        let group = world.a_group().with_people(7).quick().with_rule("consensus_fallback", value).found().await;
        let id = to_the_end_of_its_rounds(&group, Method::Consensus).await;
        let seen = group.see(id).await;
        let expected = if value == "none" { State::NotAdopted } else { State::Voting };
        assert_eq!((seen.state, seen.question.part), (expected, part), "{value}");
    }
});

/// Whether the group lets somebody put that by that method, and what it says otherwise.
async fn put(group: &Group<'_>, of_charter: bool, method: Method) -> Option<String> {
    let question = Question { method, ..Question::default() };
    let effect = charter_change().filter(|_| of_charter);
    match group.proposes(0).doing(effect).putting(question).sent().await {
        Ok(_) => None,
        refused => Some(problems(refused).join(", ")),
    }
}

on_each_database!(the_rule_methods_ordinary_is_what_an_author_may_choose_and_no_other_question, |world| {
    let [free, consent] = differing(world, "methods_ordinary", "free", "consent").await;
    let said = |key: &str| Some(format!("method: {key}"));
    for method in [Method::Majority, Method::Consent, Method::Consensus, Method::Tacit] {
        assert_eq!(put(&free, false, method).await, None);
        let expected = if method == Method::Consent { None } else { said("question-by-consent") };
        assert_eq!(put(&consent, false, method).await, expected, "{method:?}");
    }
    assert_eq!(put(&consent, false, Method::Sense).await, None, "asking what people think decides nothing");
    assert_eq!(put(&consent, true, Method::Majority).await, None, "a change of charter has its own rule");
    // What was sent keeps its way, and what changes its words has its own.
    let question = Question { method: Method::Majority, ..Question::default() };
    let found = world.a_group().with_people(5).quick().found().await;
    let id = found.proposes(0).putting(question.clone()).sent().await.unwrap();
    found.adopts(Group::change("methods_ordinary", "majority_consent")).await;
    found.adopts(Group::change("methods_ordinary", "consent")).await;
    let text = found.proposes(0).titled("Autrement").putting(question).text();
    found.revises(0, id, text).await.unwrap();
    let other = Question { method: Method::Tacit, ..Question::default() };
    let text = found.proposes(0).putting(other).text();
    assert_eq!(problems(found.revises(0, id, text).await), ["method: question-by-consent"]);
    found.amends(1, id, "Ne rien acheter.").await.unwrap();
});

on_each_database!(the_rule_methods_charter_is_how_the_charter_may_be_changed, |world| {
    let [majority, both] = differing(world, "methods_charter", "majority", "majority_consent").await;
    for group in [&majority, &both] {
        assert_eq!(put(group, true, Method::Majority).await, None, "a majority always may");
        assert!(put(group, true, Method::Consensus).await.is_some());
        assert!(put(group, true, Method::Tacit).await.is_some());
    }
    assert_eq!(put(&majority, true, Method::Consent).await.as_deref(), Some("method: question-by-majority"));
    assert_eq!(put(&both, true, Method::Consent).await, None);
    // By consent, as many have to vote as the charter says.
    let question = Question { method: Method::Consent, ..Question::default() };
    let id = both.proposes(0).doing(charter_change()).putting(question).opened().await;
    for who in 0..4 {
        both.says(who, id, Typed::word("consent"), "").await.unwrap();
    }
    both.to_next_step(id).await;
    assert_eq!(both.state(id).await, State::NotAdopted, "half of ten must vote");
});

on_each_database!(the_rule_election_days_is_how_long_a_round_of_an_election_lasts, |world| {
    let [two, nine] = differing(world, "election_days", "2", "9").await;
    for (group, days) in [(&two, 2), (&nine, 9)] {
        let id = group.opens_election("Les clés").await;
        let lasts = group.election(0, id).await.until.unwrap() - group.now();
        assert!((days..=days + 1).contains(&lasts.num_days()), "{lasts}");
    }
});

on_each_database!(the_rule_secrecy_askers_is_how_many_make_a_vote_secret, |world| {
    let [one, three] = differing(world, "secrecy_askers", "1", "3").await;
    for (group, askers) in [(&one, 1), (&three, 3)] {
        let id = group.proposes(0).sent().await.unwrap();
        for who in 1..=askers {
            assert!(!group.see(id).await.secret);
            group.asks_secrecy(who, id).await.unwrap();
        }
        assert!(group.see(id).await.secret);
    }
});

on_each_database!(the_rule_secret_counts_from_is_how_many_ballots_show_their_counts, |world| {
    let [always, six] = differing(world, "secret_counts_from", "0", "6").await;
    assert!(!ends_in_secret(&always, 5).await.result.unwrap().withheld);
    assert!(ends_in_secret(&six, 5).await.result.unwrap().withheld);
    assert!(!ends_in_secret(&six, 6).await.result.unwrap().withheld);
});

on_each_database!(the_rule_ballot_keeping_days_is_how_long_the_numbers_of_ballots_are_kept, |world| {
    let [month, year] = differing(world, "ballot_keeping_days", "30", "365").await;
    for (group, is_kept) in [(&month, false), (&year, true)] {
        let id = ends_in_secret(group, 5).await.id;
        world.clock.advance(Duration::days(30));
        let purge = async |tx: &Tx<'_>| Ok(decisions::Decisions.purge(tx).await?);
        group.write(purge).await.unwrap();
        let urn = group.see(id).await.vote.unwrap().urn.unwrap();
        assert_eq!(urn.has_receipts, is_kept);
    }
});

on_each_database!(the_rule_first_vote_days_is_how_long_somebody_new_waits_for_her_first_vote, |world| {
    let [at_once, later] = differing(world, "first_vote_days", "0", "12").await;
    for (group, days) in [(&at_once, 0), (&later, 12)] {
        let arrival = Arrival {
            name: "Philomène".to_owned(),
            passphrase: "la rivière coule sous le pont".to_owned(),
            ..Arrival::default()
        };
        let token = group.welcomes(arrival).await.unwrap();
        let member = session::who(&world.db, group.id, &token).await.unwrap().unwrap().member;
        let from = people::votes_from(&group.read(), member).await.unwrap().unwrap();
        assert_eq!(from, group.now() + Duration::days(days));
        let voters = async |at| people::voters(&group.read(), at).await.unwrap().contains(&member);
        assert!(voters(from).await);
        assert!(!voters(from - Duration::microseconds(1)).await);
    }
});

on_each_database!(the_rule_mandate_months_is_the_longest_a_mandate_lasts, |world| {
    let [one, twelve] = differing(world, "mandate_months", "1", "12").await;
    let longest = "2027-02-11".parse::<chrono::NaiveDate>().unwrap() - world.clock.now().date_naive();
    one.proposes(0).doing(one.grant(1, &[], longest.num_days())).sent().await.unwrap();
    let longer = one.proposes(0).doing(one.grant(1, &[], longest.num_days() + 1)).sent().await;
    assert_eq!(problems(longer), ["until: mandate-until-at-most"]);
    twelve.proposes(0).doing(twelve.grant(1, &[], longest.num_days() + 1)).sent().await.unwrap();
});

on_each_database!(the_rule_mandates_per_person_is_how_many_one_person_holds, |world| {
    let [one, two] = differing(world, "mandates_per_person", "1", "2").await;
    for group in [&one, &two] {
        group.adopts(group.grant(1, &[], 60)).await;
    }
    let more = one.proposes(0).doing(one.grant(1, &[], 60)).sent().await;
    assert_eq!(problems(more), ["holder: mandate-holder-has-enough"]);
    one.proposes(0).doing(one.grant(2, &[], 60)).sent().await.unwrap();
    two.adopts(two.grant(1, &[], 60)).await;
    assert_eq!(two.mandates().await.len(), 2);
});

on_each_database!(a_rule_changes_by_a_decision_and_by_nothing_else, |world| {
    let group = world.a_group().quick().found().await;
    let before = group.charter().await;
    let rejected = group.open_vote(Group::change("seconders", "2")).await;
    for who in 0..3 {
        group.votes(who, rejected, Choice::No).await.unwrap();
    }
    group.to_next_step(rejected).await;
    let draft = group.proposes(0).doing(Group::change("seconders", "2")).drafted().await.unwrap();
    group.withdraws(0, draft).await.unwrap();
    assert_eq!(refused(group.withdraws(0, draft).await), "error-not-found");
    assert_eq!(group.charter().await, before);
});

on_each_database!(a_proposal_names_a_theme_that_is_here_and_a_day_that_can_come, |world| {
    let group = world.a_group().found().await;
    let sent = async |rule: &str, value: &str| group.proposes(0).doing(Group::change(rule, value)).sent().await;
    for (rule, value, said) in [
        ("theme", "mauve", "value: charter-choose-one"),
        ("theme", "../default", "value: charter-choose-one"),
        ("trial_until", "0001-01-01", "value: day-from"),
        ("trial_until", "9999-12-31", "value: day-until"),
        ("trial_until", "", "value: charter-write-day"),
    ] {
        assert_eq!(problems(sent(rule, value).await), [said], "{rule} = {value}");
    }
    sent("trial_until", "2027-03-01").await.unwrap();
});

on_each_database!(the_rule_two_readings_says_which_changes_are_adopted_twice, |world| {
    for (choice, majority, seconders) in [("core", "2/3", "2"), ("all", "2/3", "1"), ("itself", "3/4", "2")] {
        let group = world.a_group().quick().with_rule("two_readings", choice).found().await;
        group.adopts(Group::change("majority_charter", "3/4")).await;
        group.adopts(Group::change("seconders", "2")).await;
        let charter = group.charter().await;
        assert_eq!((charter.text("majority_charter"), charter.text("seconders")), (majority, seconders), "{choice}");
    }
});

on_each_database!(the_rule_allies_may_says_whether_an_allied_person_speaks, |world| {
    for (may, speaks) in [("read", false), ("speak", true)] {
        let group = world.a_group().quick().with_rule("allies_may", may).found().await;
        let raw = world.raw().await;
        raw.ally(group.members[2]).await;
        raw.close().await;
        let has = powers::has::<Contribute>(&group.read(), group.members[2]).await.unwrap();
        assert_eq!(has, speaks, "{may}");
        assert!(!powers::has::<Propose>(&group.read(), group.members[2]).await.unwrap(), "never more than that");
    }
});

on_each_database!(the_rule_removal_share_is_how_many_of_the_roll_say_yes_to_a_removal, |world| {
    for (share, outcome) in [("third", "done"), ("half", "removal-too-few-yes")] {
        let group = world.a_group().with_people(8).quick().with_rule("removal_share", share).found().await;
        let id = hard_times::at_the_vote(&group).await;
        let acted = hard_times::decides(&group, id, 3, 1, &hard_times::all_but(&group, 5)).await;
        assert_eq!(hard_times::reason(&acted), outcome, "{share}: three of seven");
    }
});

on_each_database!(the_rule_admission_is_how_people_are_admitted, |world| {
    let [open, signed] = differing(world, "admission", "open_after_one_visit", "co_signers").await;
    for (group, enough) in [(&open, Signed::Done), (&signed, Signed::Waits)] {
        let asking = Asking { name: "Philomène".to_owned(), ..Asking::default() };
        let id = group.asks_with(asking).await.unwrap();
        assert_eq!(group.signs_for(0, id).await.unwrap(), enough);
    }
});

on_each_database!(the_rule_ask_questions_is_what_whoever_asks_may_answer, |world| {
    let [one, none] = differing(world, "ask_questions", "Qu'est-ce que tu aimes ?", "").await;
    for (group, count) in [(&one, 1), (&none, 0)] {
        let answers = vec!["Les chats".to_owned()];
        let asking = Asking { name: "Philomène".to_owned(), answers, ..Asking::default() };
        let id = group.asks_with(asking).await.unwrap();
        assert_eq!(applications::one(&group.read(), id).await.unwrap().answers.len(), count);
    }
});

on_each_database!(the_rule_quorum_missed_is_what_happens_without_enough_votes, |world| {
    let [lapse, extend] = differing(world, "quorum_missed", "lapse", "extend").await;
    assert_eq!(ends(&lapse, false, 1, 0).await, State::NotAdopted);
    assert_eq!(ends(&extend, false, 1, 0).await, State::Voting);
    assert_eq!(ends(&extend, false, 4, 0).await, State::InForce);
    let second = world.a_group().with_people(10).quick().with_rule("quorum_missed", "second_call").found().await;
    let id = second.open_vote(None).await;
    second.to_next_step(id).await;
    assert_eq!(second.see(id).await.vote.unwrap().quorum, 2, "half of four");
});

/// By how many days a vote grows when three members ask.
async fn grows(group: &Group<'_>) -> i64 {
    let id = group.open_vote(None).await;
    let first = group.see(id).await.closes_at.unwrap();
    for who in 0..3 {
        group.asks_extension(who, id).await.unwrap();
    }
    (group.see(id).await.closes_at.unwrap() - first).num_days()
}

on_each_database!(the_rule_extension_days_is_by_how_much_a_vote_is_made_longer, |world| {
    let [one, seven] = differing(world, "extension_days", "1", "7").await;
    assert_eq!((grows(&one).await, grows(&seven).await), (1, 7));
});

on_each_database!(the_rule_extension_askers_is_how_many_make_a_vote_longer, |world| {
    let [one, two] = differing(world, "extension_askers", "1", "2").await;
    for (group, askers) in [(&one, 1), (&two, 2)] {
        let id = group.open_vote(None).await;
        for who in 0..askers {
            assert_eq!(group.see(id).await.after.extended, 0);
            group.asks_extension(who, id).await.unwrap();
        }
        assert_eq!(group.see(id).await.after.extended, 1);
    }
});

on_each_database!(the_rule_close_when_all_voted_lets_a_vote_end_before_its_deadline, |world| {
    let found = async |value: &str| {
        let group = world.a_group().quick().with_rule("voting_days_ordinary", "5");
        group.with_rule("close_when_all_voted", value).found().await
    };
    for (value, expected) in [("no", State::Voting), ("yes", State::InForce)] {
        let group = found(value).await;
        let id = group.open_vote(None).await;
        group.all_vote_yes(id).await;
        world.clock.advance(Duration::days(2));
        group.settle().await;
        assert_eq!(group.state(id).await, expected, "{value}");
    }
});

on_each_database!(the_rule_paper_days_is_by_how_much_every_vote_is_longer, |world| {
    let [none, four] = differing(world, "paper_days", "0", "4").await;
    assert_eq!((voting(&none, false).await, voting(&four, false).await), (1, 5));
    assert_eq!(voting(&four, true).await, 5);
});

on_each_database!(the_rule_cancel_askers_is_how_many_stop_a_vote, |world| {
    // In a group of six: a third of the list is two already.
    let found =
        async |value: &str| world.a_group().with_people(6).quick().with_rule("cancel_askers", value).found().await;
    for (group, signers) in [(found("2").await, 2), (found("3").await, 3)] {
        let id = group.open_vote(None).await;
        for who in 0..signers {
            assert_eq!(group.state(id).await, State::Voting);
            group.stops(who, CancelVote::KIND, id, "Une erreur").await.unwrap();
        }
        assert_eq!(group.state(id).await, State::Cancelled);
    }
});

on_each_database!(the_rule_challenge_askers_is_how_many_contest_a_decision, |world| {
    let found = async |value: &str| {
        let group = world.a_group().with_people(10).quick().with_rule("challenge_hours_charter", "24");
        group.with_rule("challenge_askers", value).found().await
    };
    for (value, signers) in [("2", 2), ("3", 3)] {
        let group = found(value).await;
        let id = group.open_vote(charter_change()).await;
        group.all_vote_yes(id).await;
        group.to_next_step(id).await;
        for who in 0..signers {
            assert_eq!(group.state(id).await, State::Adopted);
            group.stops(who, Contest::KIND, id, "Une erreur").await.unwrap();
        }
        assert_eq!(group.state(id).await, State::Voting);
    }
});

on_each_database!(the_rule_same_text_days_is_how_long_a_rejected_text_waits, |world| {
    let [none, some] = differing(world, "same_text_days", "0", "30").await;
    for (group, waits) in [(&none, false), (&some, true)] {
        assert_eq!(ends(group, false, 1, 4).await, State::NotAdopted);
        assert_eq!(group.proposes(0).sent().await.is_err(), waits);
        world.clock.advance(Duration::days(30));
        assert!(group.proposes(0).sent().await.is_ok());
    }
});
