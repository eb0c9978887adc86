//! Objections, blocks and silence over rounds (`decisions` 5.2, 6.5 to 6.7, `B3` to `B5`).

use super::{problems, refused};
use chrono::Duration;
use commons::refusal::No;
use commons::register::kinds;
use decisions::ProposalId;
use decisions::rules::ballot::Typed;
use decisions::rules::question::{Method, Question};
use decisions::rules::rounds::Standing;
use decisions::rules::state::State;
use parpour_tests::{Group, World, on_each_database};
use tally::{Choice, Quorum, Threshold};

const KEYS: &str = "Les clés sont toujours avec les deux mêmes, elles vont se fatiguer.";
const NOISE: &str = "Le bruit du samedi matin, pour la voisine d'en haut.";
const PURPOSE: &str = "Ça va contre ce que le groupe s'est promis en se fondant.";

fn by(method: Method) -> Question {
    Question { method, ..Question::default() }
}

async fn people(world: &World, count: usize) -> Group<'_> {
    world.a_group().with_people(count).quick().found().await
}

async fn opened(group: &Group<'_>, method: Method) -> ProposalId {
    group.proposes(0).titled("Ouvrir le samedi").putting(by(method)).opened().await
}

async fn all_say(group: &Group<'_>, id: ProposalId, who: std::ops::Range<usize>, word: &str) {
    for who in who {
        group.says(who, id, Typed::word(word), "").await.unwrap();
    }
}

async fn to_the_vote(group: &Group<'_>, id: ProposalId) {
    while group.state(id).await != State::Voting {
        group.to_next_step(id).await;
    }
}

/// Where each objection stands, the first one first.
async fn standings(group: &Group<'_>, id: ProposalId) -> Vec<Standing> {
    group.see(id).await.objections.into_iter().map(|one| one.standing).collect()
}

async fn writes_another_version(group: &Group<'_>, id: ProposalId, method: Method) {
    let text = group.proposes(0).titled("Ouvrir le samedi, à six").putting(by(method)).text();
    group.revises(0, id, text).await.unwrap();
}

on_each_database!(an_objection_is_open_until_its_author_lifts_it_or_a_new_version_answers_it, |world| {
    let group = people(world, 6).await;
    let id = opened(&group, Method::Consent).await;
    all_say(&group, id, 0..4, "consent").await;
    group.says(4, id, Typed::word("objection"), KEYS).await.unwrap();
    group.says(5, id, Typed::word("objection"), NOISE).await.unwrap();
    let seen = group.see(id).await;
    assert_eq!(seen.objections.iter().map(|one| one.words.as_deref()).collect::<Vec<_>>(), [Some(KEYS), Some(NOISE)]);
    let [keys, noise] = [seen.objections[0].id, seen.objections[1].id];

    // The animation cannot close it, nor can its author's neighbour (story 4.6, check 1).
    assert_eq!(refused(group.lifts(0, id, noise).await), "objection-not-yours");
    group.to_next_step(id).await;
    let seen = group.see(id).await;
    assert_eq!(
        (seen.state, seen.round, seen.result.is_none(), seen.vote.is_none()),
        (State::Discussing, 2, true, true)
    );
    assert_eq!(refused(group.answers(0, id, keys).await), "objection-needs-version");
    writes_another_version(&group, id, Method::Consent).await;
    assert_eq!(refused(group.answers(1, id, keys).await), "proposal-only-authors");
    group.answers(0, id, keys).await.unwrap();
    group.lifts(5, id, noise).await.unwrap();
    assert_eq!(refused(group.lifts(5, id, noise).await), "objection-closed");
    assert_eq!(standings(&group, id).await, [Standing::Integrated, Standing::Withdrawn]);
    assert_eq!(group.see(id).await.objections[0].answered_by, Some(2));

    to_the_vote(&group, id).await;
    assert_eq!(group.see(id).await.vote.unwrap().received, 0, "everybody is asked again");
    all_say(&group, id, 0..6, "consent").await;
    group.to_next_step(id).await;
    assert_eq!(group.state(id).await, State::InForce);
    let entries = group.entries_about(id).await;
    let round = entries.iter().find(|entry| entry.kind == kinds::ANOTHER_ROUND).unwrap().body.clone().unwrap();
    assert_eq!((&round["round"], &round["result"]["other"]["said"]["objection"]), (&2.into(), &2.into()));
    assert!(!round.to_string().contains("clés"), "the register says how many, and nobody's words");
});

on_each_database!(an_objection_stays_in_the_next_round_and_is_counted_once, |world| {
    let group = people(world, 6).await;
    let id = opened(&group, Method::Consent).await;
    all_say(&group, id, 0..5, "consent").await;
    group.says(5, id, Typed::word("objection"), KEYS).await.unwrap();
    for round in 2..=3 {
        group.to_next_step(id).await;
        assert_eq!((group.state(id).await, group.see(id).await.round), (State::Discussing, round));
        to_the_vote(&group, id).await;
        all_say(&group, id, 0..5, "consent").await;
        if round == 3 {
            // She says it again: it is the same one.
            group.says(5, id, Typed::word("objection"), NOISE).await.unwrap();
        }
        assert_eq!(standings(&group, id).await, [Standing::Raised]);
    }
    group.to_next_step(id).await;
    let seen = group.see(id).await;
    assert_eq!(seen.state, State::NotAdopted, "three rounds, and no more");
    assert_eq!(seen.result.unwrap().other.unwrap().beside.unwrap().open, 1);
});

// Story 4.6, check 2: six people hold the keys, each by a decision of its own, and nobody more than two mandates.
on_each_database!(six_people_hold_the_keys_and_nobody_more_than_two_mandates, |world| {
    const LINOTTE: usize = 4;
    let group = people(world, 15).await;
    group.adopts(group.entrust(LINOTTE, "Accueil", &[], 60)).await;
    for holder in LINOTTE..LINOTTE + 6 {
        let keys = group.entrust(holder, "Clés du local", &[], 60);
        let asked = group.proposes(0).titled("Ouvrir le samedi").doing(keys).putting(by(Method::Consent));
        let id = asked.opened().await;
        all_say(&group, id, 0..15, "consent").await;
        group.to_next_step(id).await;
        assert_eq!(group.state(id).await, State::InForce, "one mandate already is no obstacle");
    }
    let held = group.mandates().await;
    let keys: Vec<_> = held.iter().filter(|one| one.title == "Clés du local").map(|one| one.holder).collect();
    assert_eq!(keys, group.members[LINOTTE..LINOTTE + 6]);
    assert_eq!(held.iter().filter(|one| one.holder == group.members[LINOTTE]).count(), 2);
    let third = group.proposes(0).doing(group.entrust(LINOTTE, "Caisse", &[], 60)).sent().await;
    assert_eq!(problems(third), ["holder: mandate-holder-has-enough"]);
});

on_each_database!(whoever_objected_and_votes_otherwise_takes_it_back, |world| {
    let group = people(world, 5).await;
    let id = opened(&group, Method::Consent).await;
    all_say(&group, id, 0..4, "consent").await;
    group.says(4, id, Typed::word("objection"), KEYS).await.unwrap();
    group.says(4, id, Typed::word("concern"), KEYS).await.unwrap();
    assert_eq!(standings(&group, id).await, [Standing::Withdrawn]);
    let voiced = group.see(id).await.vote.unwrap().voiced;
    assert_eq!(voiced.iter().map(|ballot| ballot.member).collect::<Vec<_>>(), [group.members[4]]);
    group.to_next_step(id).await;
    assert_eq!(group.state(id).await, State::InForce);
});

on_each_database!(between_two_rounds_the_way_to_decide_does_not_change, |world| {
    let group = people(world, 5).await;
    let id = opened(&group, Method::Consent).await;
    all_say(&group, id, 0..4, "consent").await;
    group.says(4, id, Typed::word("objection"), KEYS).await.unwrap();
    group.to_next_step(id).await;
    let text = group.proposes(0).titled("Ouvrir, et c'est tout").text();
    assert_eq!(problems(group.revises(0, id, text).await), ["method: question-stays-in-rounds"]);
});

on_each_database!(in_secret_consent_has_one_round_and_no_names, |world| {
    let group = people(world, 6).await;
    let id = opened(&group, Method::Consent).await;
    group.says(5, id, Typed::word("objection"), KEYS).await.unwrap();
    group.asks_secrecy(3, id).await.unwrap();
    assert_eq!(standings(&group, id).await, []);
    for who in 0..5 {
        group.puts_in_urn(who, id, Typed::word("consent")).await.unwrap();
    }
    group.puts_in_urn(5, id, Typed::word("objection")).await.unwrap();
    assert_eq!(standings(&group, id).await, []);
    group.to_next_step(id).await;
    assert_eq!(group.state(id).await, State::NotAdopted);
    for method in [Method::Consensus, Method::Tacit] {
        let id = opened(&group, method).await;
        assert_eq!(refused(group.asks_secrecy(3, id).await), "secrecy-not-for-consensus");
    }
});

on_each_database!(a_block_holds_when_others_support_it_and_there_are_two_rounds, |world| {
    let group = people(world, 9).await;
    let id = opened(&group, Method::Consensus).await;
    assert_eq!(problems(group.says(8, id, Typed::word("block"), "Non.").await), ["reason: ballot-block-short"]);
    all_say(&group, id, 0..8, "agree").await;
    group.says(8, id, Typed::word("block"), PURPOSE).await.unwrap();
    let block = group.see(id).await.objections[0].id;
    assert_eq!(refused(group.supports(8, id, block, true).await), "block-is-yours");
    // Twice is once; and she may think again.
    for yes in [true, true, false, true] {
        group.supports(1, id, block, yes).await.unwrap();
    }
    assert_eq!(group.see(id).await.objections[0].supporters, [group.members[1]]);
    group.to_next_step(id).await;
    assert_eq!((group.state(id).await, group.see(id).await.round), (State::Discussing, 2));
    to_the_vote(&group, id).await;
    all_say(&group, id, 0..8, "agree").await;
    group.to_next_step(id).await;
    assert_eq!(group.state(id).await, State::NotAdopted);
});

on_each_database!(a_block_that_nobody_supports_or_in_other_words_does_not_hold, |world| {
    let group = people(world, 9).await;
    let id = opened(&group, Method::Consensus).await;
    all_say(&group, id, 0..8, "agree").await;
    group.says(8, id, Typed::word("block"), PURPOSE).await.unwrap();
    let block = group.see(id).await.objections[0].id;
    group.supports(1, id, block, true).await.unwrap();
    // Nobody has supported these words yet.
    group.says(8, id, Typed::word("block"), KEYS).await.unwrap();
    group.to_next_step(id).await;
    assert_eq!(group.state(id).await, State::InForce);
});

on_each_database!(what_nobody_objects_to_passes_once_enough_have_seen_it, |world| {
    let group = people(world, 6).await;
    for (seen_by, expected) in [(3, State::InForce), (2, State::NotAdopted)] {
        let id = opened(&group, Method::Tacit).await;
        let seen = group.see(id).await;
        assert!(seen.closes_at.unwrap() - group.now() >= Duration::hours(72));
        assert_eq!(seen.vote.unwrap().quorum, 3);
        all_say(&group, id, 0..seen_by, "seen").await;
        group.to_next_step(id).await;
        assert_eq!(group.state(id).await, expected);
    }
    let does_something = group.proposes(0).doing(group.grant(2, &[], 60)).putting(by(Method::Tacit)).sent().await;
    assert_eq!(problems(does_something), ["method: question-tacit-does-nothing"]);
});

on_each_database!(one_objection_makes_it_a_question_by_consent, |world| {
    let group = people(world, 5).await;
    let id = opened(&group, Method::Tacit).await;
    group.says(4, id, Typed::word("objection"), NOISE).await.unwrap();
    group.to_next_step(id).await;
    let seen = group.see(id).await;
    assert_eq!((seen.state, seen.round, seen.question.method), (State::Discussing, 2, Method::Consent));
    let entries = group.entries_about(id).await;
    let round = entries.iter().find(|entry| entry.kind == kinds::ANOTHER_ROUND).unwrap().body.clone().unwrap();
    assert_eq!(round["method"], "consent");
    to_the_vote(&group, id).await;
    all_say(&group, id, 0..5, "consent").await;
    group.to_next_step(id).await;
    assert_eq!(group.state(id).await, State::InForce);
});

/// A vote by that method in which the last person is in the way in every round, until the rounds are over.
async fn rounds_are_over(group: &Group<'_>, id: ProposalId, rounds: usize, yes: &str, no: &str) {
    let last = group.members.len() - 1;
    for _ in 0..rounds {
        to_the_vote(group, id).await;
        all_say(group, id, 0..last, yes).await;
        group.says(last, id, Typed::word(no), KEYS).await.unwrap();
        group.to_next_step(id).await;
    }
}

/// So many vote yes, the others no, and the time is over.
async fn yes_by(group: &Group<'_>, id: ProposalId, yes: usize) -> State {
    for who in 0..group.members.len() {
        group.votes(who, id, if who < yes { Choice::Yes } else { Choice::No }).await.unwrap();
    }
    group.to_next_step(id).await;
    group.state(id).await
}

// `decisions` 6.5: two thirds, with the objections beside the vote.
on_each_database!(after_three_rounds_two_thirds_decide_with_the_objection_beside_it, |world| {
    for (yes, expected) in [(4, State::InForce), (3, State::NotAdopted)] {
        let group = world.a_group().with_people(6).quick().with_rule("consent_fallback", "two_thirds").found().await;
        let id = opened(&group, Method::Consent).await;
        rounds_are_over(&group, id, 3, "consent", "objection").await;
        // It opened at once, on the same text: it was talked about in every round.
        let seen = group.see(id).await;
        assert_eq!((seen.state, seen.version, seen.round), (State::Voting, 1, 4));
        assert_eq!((seen.rules.majority, seen.question.method), (Threshold::TWO_THIRDS, Method::Majority));
        assert_eq!(seen.objections.iter().map(|one| one.words.as_deref()).collect::<Vec<_>>(), [Some(KEYS)]);
        let entries = group.entries_about(id).await;
        let over = entries.iter().rfind(|entry| entry.kind == kinds::ANOTHER_ROUND).unwrap().body.clone().unwrap();
        assert_eq!((&over["fallback"], &over["method"]), (&"two_thirds".into(), &"majority".into()));
        assert!(!over.to_string().contains("clés"), "nobody's words are in the register");
        assert_eq!(yes_by(&group, id, yes).await, expected, "{yes} of six");
        assert_eq!(standings(&group, id).await, [Standing::Raised], "it stays to be read");
    }
});

// A stricter charter keeps its part, and an author has no say in it (`decisions A8`).
on_each_database!(what_follows_the_rounds_asks_for_no_less_than_the_charter, |world| {
    let group = world.a_group().with_people(6).quick().with_rule("consent_fallback", "two_thirds");
    let group = group.with_rule("majority_ordinary", "4/5").found().await;
    let id = opened(&group, Method::Consent).await;
    rounds_are_over(&group, id, 3, "consent", "objection").await;
    assert_eq!(group.see(id).await.rules.majority, Threshold { p: 4, q: 5 });
    assert_eq!(yes_by(&group, id, 4).await, State::NotAdopted);
});

// The same for what its author asked for, when that is more; less changes nothing (`decisions A8`).
on_each_database!(what_follows_the_rounds_keeps_the_larger_part_that_its_author_asked_for, |world| {
    let group = world.a_group().with_people(6).quick().with_rule("consent_fallback", "two_thirds").found().await;
    let larger = Threshold { p: 3, q: 4 };
    for (part, holds, expected) in
        [(larger, larger, State::NotAdopted), (Threshold::HALF, Threshold::TWO_THIRDS, State::InForce)]
    {
        let question = Question { part: Some(part), ..by(Method::Consent) };
        let id = group.proposes(0).putting(question).opened().await;
        rounds_are_over(&group, id, 3, "consent", "objection").await;
        let seen = group.see(id).await;
        assert_eq!((seen.state, seen.question.part, seen.rules.majority), (State::Voting, Some(holds), holds));
        assert_eq!(yes_by(&group, id, 4).await, expected, "four of six, {part:?} was asked for");
    }
});

// `decisions A13`: the vote that followed the rounds said no to the same words, however they are put.
on_each_database!(what_the_vote_after_the_rounds_rejected_does_not_come_back_at_once_in_another_way, |world| {
    let group = world.a_group().with_people(6).quick().with_rule("consent_fallback", "two_thirds");
    let group = group.with_rule("same_text_days", "90").found().await;
    let id = opened(&group, Method::Consent).await;
    rounds_are_over(&group, id, 3, "consent", "objection").await;
    assert_eq!(yes_by(&group, id, 3).await, State::NotAdopted);
    let sent = async |method: Method| group.proposes(1).putting(by(method)).sent().await;
    for method in [Method::Consent, Method::Consensus, Method::Tacit, Method::Majority] {
        assert_eq!(problems(sent(method).await), ["summary: proposal-same-as"], "{method:?}");
    }
    // One word makes another text, and ninety days are long enough.
    group.proposes(1).summed_up("En acheter un petit.").putting(by(Method::Consent)).sent().await.unwrap();
    world.clock.advance(Duration::days(90));
    sent(Method::Consent).await.unwrap();
});

// Those objections were read openly, with names: secrecy that comes afterwards takes back nothing of that.
on_each_database!(the_vote_after_the_rounds_becomes_secret_and_keeps_the_objection_beside_it, |world| {
    let group = world.a_group().with_people(6).quick().with_rule("consent_fallback", "two_thirds").found().await;
    let id = opened(&group, Method::Consent).await;
    rounds_are_over(&group, id, 3, "consent", "objection").await;
    group.votes(0, id, Choice::No).await.unwrap();
    group.asks_secrecy(3, id).await.unwrap();
    let seen = group.see(id).await;
    assert_eq!((seen.state, seen.secret, seen.question.method), (State::Voting, true, Method::Majority));
    assert_eq!(seen.objections.iter().map(|one| one.words.as_deref()).collect::<Vec<_>>(), [Some(KEYS)]);
    for who in 0..6 {
        group.votes_in_secret(who, id, if who < 4 { "yes" } else { "no" }).await.unwrap();
    }
    group.to_next_step(id).await;
    let seen = group.see(id).await;
    assert_eq!((seen.state, seen.rules.majority), (State::Adopted, Threshold::TWO_THIRDS), "it can be contested");
    assert_eq!(standings(&group, id).await, [Standing::Raised], "it stays to be read");
});

on_each_database!(a_proposal_that_rests_has_one_last_round, |world| {
    let group = world.a_group().with_people(5).quick().with_rule("consent_fallback", "defer").found().await;
    let id = opened(&group, Method::Consent).await;
    rounds_are_over(&group, id, 3, "consent", "objection").await;
    let seen = group.see(id).await;
    assert_eq!((seen.state, seen.round), (State::Discussing, 4));
    let rests = seen.due_at.unwrap() - group.now();
    assert!((30..=31).contains(&rests.num_days()), "{rests}");
    rounds_are_over(&group, id, 1, "consent", "objection").await;
    assert_eq!(group.state(id).await, State::NotAdopted, "and no more");
    // With nothing in the way any more it is adopted after all.
    let id = opened(&group, Method::Consent).await;
    rounds_are_over(&group, id, 3, "consent", "objection").await;
    let objection = group.see(id).await.objections[0].id;
    group.lifts(4, id, objection).await.unwrap();
    to_the_vote(&group, id).await;
    all_say(&group, id, 0..5, "consent").await;
    group.to_next_step(id).await;
    assert_eq!(group.state(id).await, State::InForce);
});

on_each_database!(a_trial_is_over_within_ninety_days_unless_the_group_keeps_it, |world| {
    for kept in [false, true] {
        let group = world.a_group().with_people(5).quick().with_rule("consent_fallback", "trial").found().await;
        let id = opened(&group, Method::Consent).await;
        rounds_are_over(&group, id, 3, "consent", "objection").await;
        let seen = group.see(id).await;
        assert_eq!((seen.state, seen.question.trial, seen.rules.majority), (State::Voting, true, Threshold::HALF));
        let adopted = group.now();
        assert_eq!(yes_by(&group, id, 4).await, State::InForce);
        let closed = group.now();
        assert!(closed > adopted);
        group.to_next_step(id).await;
        let asked = group.list_of_open().await;
        let [question] = asked.as_slice() else { panic!("one question: {asked:?}") };
        assert_eq!(group.see(*question).await.after.keeps, seen.number);
        to_the_vote(&group, *question).await;
        for who in 0..5 {
            group.votes(who, *question, if kept { Choice::Yes } else { Choice::No }).await.unwrap();
        }
        group.to_next_step(*question).await;
        assert!(group.now() - closed <= Duration::days(90), "{}", group.now() - closed);
        let after = group.see(id).await.after;
        assert_eq!((after.ended.is_some(), after.asked_again_at.is_some()), (!kept, kept));
    }
});

// The vote about it lasts longer where sheets are carried around, and where too few took part.
on_each_database!(a_trial_is_over_within_ninety_days_however_long_the_vote_about_it_lasts, |world| {
    for (paper, missed) in [("14", "lapse"), ("0", "extend")] {
        let group = world.a_group().with_people(5).quick().with_rule("consent_fallback", "trial");
        let group = group.with_rule("paper_days", paper).with_rule("quorum_missed", missed);
        let group = group.with_rule("extension_days", "14").found().await;
        let id = opened(&group, Method::Consent).await;
        rounds_are_over(&group, id, 3, "consent", "objection").await;
        assert_eq!(yes_by(&group, id, 4).await, State::InForce);
        let closed = group.now();
        group.to_next_step(id).await;
        let asked = group.list_of_open().await;
        let [question] = asked.as_slice() else { panic!("one question: {asked:?}") };
        to_the_vote(&group, *question).await;
        // Nobody votes.
        while group.state(*question).await == State::Voting {
            group.to_next_step(*question).await;
        }
        let was_longer = group.see(*question).await.after.extended > 0;
        assert_eq!(was_longer, missed == "extend");
        let lasted = group.now() - closed;
        assert!(lasted <= Duration::days(90), "{paper} days for paper, {missed}: {} days", lasted.num_days());
        assert!(group.see(id).await.after.ended.is_some());
    }
});

// `decisions A8`: to keep it, no fewer are asked for than to try it.
on_each_database!(what_is_tried_is_kept_by_the_part_and_the_quorum_that_its_author_asked_for, |world| {
    let group = world.a_group().with_people(5).quick().with_rule("consent_fallback", "trial").found().await;
    let larger = Threshold { p: 3, q: 4 };
    let asked = Question { part: Some(larger), quorum: Some(Quorum::Percent(80)), ..by(Method::Consent) };
    let id = group.proposes(0).putting(asked.clone()).opened().await;
    rounds_are_over(&group, id, 3, "consent", "objection").await;
    let seen = group.see(id).await;
    assert_eq!((seen.question.trial, seen.question.quorum, seen.rules.majority), (true, asked.quorum, larger));
    assert_eq!(yes_by(&group, id, 4).await, State::InForce);
    group.to_next_step(id).await;
    let open = group.list_of_open().await;
    let [question] = open.as_slice() else { panic!("one question: {open:?}") };
    to_the_vote(&group, *question).await;
    let seen = group.see(*question).await;
    assert_eq!(seen.question, Question { method: Method::Majority, ..asked });
    assert_eq!((seen.rules.majority, seen.vote.unwrap().quorum), (larger, 4));
    assert_eq!(yes_by(&group, *question, 3).await, State::NotAdopted, "three of five are more than half");
    assert!(group.see(id).await.after.ended.is_some());
});

on_each_database!(what_does_something_by_itself_is_not_tried, |world| {
    let group = world.a_group().with_people(5).quick().with_rule("consent_fallback", "trial").found().await;
    let id = group.proposes(0).doing(group.grant(2, &[], 60)).putting(by(Method::Consent)).opened().await;
    rounds_are_over(&group, id, 3, "consent", "objection").await;
    assert_eq!(group.state(id).await, State::NotAdopted);
});

on_each_database!(after_two_rounds_of_consensus_a_block_is_read_beside_the_vote_and_holds_no_more, |world| {
    let group = world.a_group().with_people(5).quick().with_rule("consensus_fallback", "four_fifths").found().await;
    let id = opened(&group, Method::Consensus).await;
    rounds_are_over(&group, id, 2, "agree", "block").await;
    let seen = group.see(id).await;
    assert_eq!((seen.state, seen.rules.majority), (State::Voting, Threshold { p: 4, q: 5 }));
    let block = seen.objections[0].id;
    assert!(matches!(group.supports(1, id, block, true).await, Err(No::NotFound)));
    group.lifts(4, id, block).await.unwrap();
    assert_eq!(yes_by(&group, id, 4).await, State::InForce);
});

on_each_database!(in_secret_nothing_follows_the_one_round, |world| {
    let group = world.a_group().with_people(6).quick().with_rule("consent_fallback", "two_thirds").found().await;
    let id = opened(&group, Method::Consent).await;
    group.asks_secrecy(3, id).await.unwrap();
    for who in 0..5 {
        group.puts_in_urn(who, id, Typed::word("consent")).await.unwrap();
    }
    group.puts_in_urn(5, id, Typed::word("objection")).await.unwrap();
    group.to_next_step(id).await;
    assert_eq!(group.state(id).await, State::NotAdopted);
});
