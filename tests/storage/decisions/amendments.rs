//! Amendments and sub-amendments (`decisions A4`, `A5`; story 4.5 of `domain`): in their order, each once, and never
//! merged by guessing.

use super::{problems, refused};
use chrono::{Days, Duration};
use commons::db::Tx;
use commons::register::kinds;
use decisions::ProposalId;
use decisions::amend::WORDS_CHANGED;
use decisions::commands::amend::{NewAmendment, amend};
use decisions::commands::contribute::{ContributionKind, say};
use decisions::commands::write_proposal::{Text, revise};
use decisions::powers::{Contribute, Propose};
use decisions::queries::amendments::Level;
use decisions::queries::versions::versions;
use decisions::rules::paragraphs::{Field, Place};
use decisions::rules::question::{Method, Question};
use decisions::rules::state::State;
use membership::effects::SetMeasure;
use membership::powers::Permit;
use parpour_tests::{Group, World, on_each_database};
use serde_json::json;
use tally::{Counts, Verdict};

const FREEZER: &str = "Acheter un congélateur coffre, au plus 600 $.";
const USED: &str = "Acheter un congélateur coffre, d'occasion ou remis à neuf, au plus 450 $.";
const USED_AND_DEARER: &str = "Acheter un congélateur coffre, d'occasion ou remis à neuf, au plus 500 $.";

/// Nineteen people, of whom twelve must vote.
async fn nineteen(world: &World) -> Group<'_> {
    world.a_group().with_people(19).quick().with_rule("quorum_ordinary", "12").found().await
}

/// The freezer, its amendment and the sub-amendment: seconded, talked about, the sub-amendment is voted on.
async fn the_freezer(group: &Group<'_>) -> [ProposalId; 3] {
    let text = group.proposes(0).summed_up(FREEZER).sent().await.unwrap();
    let amendment = group.amends(1, text, USED).await.unwrap();
    group.seconds(2, amendment).await.unwrap();
    let sub = group.amends(3, amendment, USED_AND_DEARER).await.unwrap();
    group.seconds(4, sub).await.unwrap();
    assert_eq!(states(group, &[text, amendment, sub]).await, [State::Waiting, State::Discussing, State::Discussing]);
    group.seconds(5, text).await.unwrap();
    group.settle().await;
    [text, amendment, sub]
}

async fn states(group: &Group<'_>, ids: &[ProposalId]) -> Vec<State> {
    let mut states = Vec::new();
    for id in ids {
        states.push(group.state(*id).await);
    }
    states
}

async fn ends(group: &Group<'_>, id: ProposalId, yes: usize, no: usize, abstain: usize) -> (Counts, u64, Verdict) {
    group.votes_as_many(id, yes, no, abstain).await;
    group.to_next_step(id).await;
    let outcome = group.see(id).await.result.unwrap().outcome;
    (outcome.counts, outcome.base, outcome.verdict)
}

const fn counts(yes: u64, no: u64, abstain: u64) -> Counts {
    Counts { yes, no, abstain, blank: 0 }
}

const fn body(paragraph: u32) -> Place {
    Place { field: Field::Body, paragraph }
}

/// A text in two paragraphs, waiting for a seconder.
async fn two_paragraphs(group: &Group<'_>) -> ProposalId {
    group.proposes(0).saying("Le lundi, on ouvre.\n\nLe jeudi, on ferme.").sent().await.unwrap()
}

on_each_database!(the_freezer_of_the_story_is_decided_in_the_order_of_the_code, |world| {
    let group = nineteen(world).await;
    let [text, amendment, sub] = the_freezer(&group).await;
    assert_eq!(states(&group, &[text, amendment, sub]).await, [State::Discussing, State::Discussing, State::Voting]);
    assert_eq!(group.see(text).await.due_at, None, "it waits without a date");
    assert_eq!(ends(&group, sub, 11, 5, 3).await, (counts(11, 5, 3), 16, Verdict::Adopted));
    assert_eq!(states(&group, &[text, amendment, sub]).await, [State::Discussing, State::Voting, State::InForce]);
    let details = group.see(amendment).await.effect.unwrap().1;
    assert_eq!((details["before"].as_str(), details["after"].as_str()), (Some(FREEZER), Some(USED_AND_DEARER)));
    assert_eq!(group.see(text).await.summary, FREEZER, "the text waits for the amendment");
    assert_eq!(ends(&group, amendment, 14, 3, 2).await, (counts(14, 3, 2), 17, Verdict::Adopted));
    assert_eq!(states(&group, &[text, amendment]).await, [State::Voting, State::InForce]);
    assert_eq!(group.see(text).await.summary, USED_AND_DEARER);
    assert_eq!(ends(&group, text, 16, 1, 2).await, (counts(16, 1, 2), 17, Verdict::Adopted));
    assert_eq!(group.see(text).await.summary, USED_AND_DEARER);

    let number = group.see(amendment).await.number;
    let written: Vec<_> =
        versions(&group.read(), text).await.unwrap().iter().map(|one| (one.number, one.amendment)).collect();
    assert_eq!(written, [(2, number), (1, None)]);
    let told = group.entries_about(amendment).await;
    let kinds_told: Vec<_> = told.iter().map(|entry| entry.kind.as_str()).collect();
    assert_eq!(kinds_told, [kinds::SUBMITTED, kinds::OPENED, kinds::ADOPTED, kinds::EFFECT_DONE]);
    let number = i64::from(group.see(text).await.number.unwrap());
    assert_eq!(told[0].body.as_ref().unwrap()["amends"], number);
    assert_eq!(told[3].body.as_ref().unwrap()["details"]["number"], number);
    assert_eq!(group.settle().await, 0, "each acts once");
});

on_each_database!(as_many_against_as_for_is_not_adopted_and_the_text_stays_as_it_is, |world| {
    let group = nineteen(world).await;
    let text = group.proposes(0).summed_up(FREEZER).sent().await.unwrap();
    let amendment = group.amends(1, text, USED).await.unwrap();
    group.seconds(2, amendment).await.unwrap();
    group.seconds(2, text).await.unwrap();
    group.settle().await;
    assert_eq!(ends(&group, amendment, 8, 8, 3).await, (counts(8, 8, 3), 16, Verdict::Tied));
    assert_eq!(states(&group, &[text, amendment]).await, [State::Voting, State::NotAdopted]);
    let seen = group.see(text).await;
    assert_eq!((seen.summary.as_str(), seen.version), (FREEZER, 1));
});

on_each_database!(there_is_no_third_level, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let text = group.proposes(0).sent().await.unwrap();
    let amendment = group.amends(1, text, USED).await.unwrap();
    let sub = group.amends(2, amendment, USED_AND_DEARER).await.unwrap();
    assert_eq!(refused(group.amends(3, sub, FREEZER).await), "amendment-too-deep");
    let around = [group.around(text).await, group.around(amendment).await, group.around(sub).await];
    assert_eq!(around.each_ref().map(|one| one.level), [Level::Text, Level::Amendment, Level::Sub]);
    assert_eq!(around.each_ref().map(|one| one.open), [true, true, false]);
    assert_eq!(around[0].below[0].below[0].change.of, group.see(amendment).await.number.unwrap());
});

on_each_database!(different_paragraphs_are_voted_on_at_the_same_time, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let text = two_paragraphs(&group).await;
    let first = group.amends_at(1, text, body(0), "Le lundi, on ouvre à midi.").await.unwrap();
    let second = group.amends_at(2, text, body(1), "Le vendredi, on ferme.").await.unwrap();
    for id in [first, second, text] {
        group.seconds(3, id).await.unwrap();
    }
    group.settle().await;
    assert_eq!(states(&group, &[text, first, second]).await, [State::Discussing, State::Voting, State::Voting]);
    group.all_vote_yes(first).await;
    group.all_vote_yes(second).await;
    group.to_next_step(first).await;
    assert_eq!(states(&group, &[text, first, second]).await, [State::Voting, State::InForce, State::InForce]);
    assert_eq!(group.see(text).await.body, "Le lundi, on ouvre à midi.\n\nLe vendredi, on ferme.");
});

on_each_database!(on_one_paragraph_the_second_is_not_put_to_the_vote_once_the_words_are_others, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let text = two_paragraphs(&group).await;
    let first = group.amends_at(1, text, body(0), "Le lundi, on ouvre à midi.").await.unwrap();
    let second = group.amends_at(2, text, body(0), "Le mardi, on ouvre.").await.unwrap();
    for id in [first, second, text] {
        group.seconds(3, id).await.unwrap();
    }
    group.settle().await;
    assert_eq!(states(&group, &[text, first, second]).await, [State::Discussing, State::Voting, State::Discussing]);
    group.all_vote_yes(first).await;
    group.to_next_step(first).await;
    assert_eq!(states(&group, &[text, first, second]).await, [State::Voting, State::InForce, State::Lapsed]);
    let told = group.entries_about(second).await.pop().unwrap();
    assert_eq!((told.kind.as_str(), told.body.unwrap()["reason"].as_str()), (kinds::LAPSED, Some(WORDS_CHANGED)));
    assert_eq!(group.see(text).await.body, "Le lundi, on ouvre à midi.\n\nLe jeudi, on ferme.");
});

on_each_database!(on_one_paragraph_the_second_has_its_vote_when_the_first_is_not_adopted, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let text = two_paragraphs(&group).await;
    let first = group.amends_at(1, text, body(0), "Le lundi, on ouvre à midi.").await.unwrap();
    let second = group.amends_at(2, text, body(0), "Le mardi, on ouvre.").await.unwrap();
    for id in [first, second, text] {
        group.seconds(3, id).await.unwrap();
    }
    group.settle().await;
    group.to_next_step(first).await;
    assert_eq!(states(&group, &[text, first, second]).await, [State::Discussing, State::NotAdopted, State::Voting]);
});

on_each_database!(a_sub_amendment_of_words_that_are_others_by_now_is_not_put_to_the_vote, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let text = two_paragraphs(&group).await;
    let first = group.amends_at(1, text, body(0), "Le lundi, on ouvre à midi.").await.unwrap();
    let second = group.amends_at(2, text, body(0), "Le mardi, on ouvre.").await.unwrap();
    let sub = group.amends(4, second, "Le mercredi, on ouvre.").await.unwrap();
    let other_sub = group.amends(5, second, "Le samedi, on ouvre.").await.unwrap();
    for id in [first, second, sub, other_sub, text] {
        group.seconds(3, id).await.unwrap();
    }
    group.settle().await;
    let ids = [first, second, sub, other_sub];
    assert_eq!(states(&group, &ids).await, [State::Voting, State::Discussing, State::Voting, State::Discussing]);
    group.all_vote_yes(first).await;
    group.to_next_step(first).await;
    assert_eq!(states(&group, &ids).await, [State::InForce, State::Lapsed, State::NotAdopted, State::Lapsed]);
    assert_eq!(group.state(text).await, State::Voting);
});

on_each_database!(what_nobody_seconded_lapses_and_what_would_change_it_goes_with_it, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let text = group.proposes(0).summed_up(FREEZER).sent().await.unwrap();
    let amendment = group.amends(1, text, USED).await.unwrap();
    let sub = group.amends(2, amendment, USED_AND_DEARER).await.unwrap();
    group.seconds(3, sub).await.unwrap();
    group.seconds(3, text).await.unwrap();
    group.settle().await;
    assert_eq!(states(&group, &[text, amendment, sub]).await, [State::Voting, State::Lapsed, State::Lapsed]);
    assert_eq!(group.told_about(sub).await, [kinds::SUBMITTED, kinds::LAPSED]);
});

on_each_database!(amendments_go_with_a_text_that_is_withdrawn_or_lapses, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    for (withdraws, end) in [(true, State::Withdrawn), (false, State::Lapsed)] {
        let text = group.proposes(0).summed_up(FREEZER).sent().await.unwrap();
        let amendment = group.amends(1, text, USED).await.unwrap();
        let sub = group.amends(2, amendment, USED_AND_DEARER).await.unwrap();
        group.seconds(3, amendment).await.unwrap();
        if withdraws {
            group.withdraws(0, text).await.unwrap();
        } else {
            group.to_next_step(text).await;
        }
        assert_eq!(states(&group, &[text, amendment, sub]).await, [end, end, end]);
        assert_eq!(group.told_about(amendment).await.len(), 2, "sent, and over");
    }
    assert_eq!(group.settle().await, 0);
});

on_each_database!(while_amendments_are_voted_on_the_text_is_the_groups, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    let [text, amendment, sub] = the_freezer(&group).await;
    assert_eq!(refused(group.withdraws(0, text).await), "amendments-are-voted");
    assert_eq!(refused(group.withdraws(1, amendment).await), "amendments-are-voted");
    assert_eq!(refused(group.withdraws(3, sub).await), "proposal-moved-on");
    let effects = &world.effects;
    let other = group.proposes(0).summed_up("Autre chose.").text();
    let revised = async |tx: &Tx<'_>, permit: Permit<Propose>| revise(tx, permit, effects, text, other).await;
    assert_eq!(refused(group.act(0, revised).await), "amendments-are-voted");
    for id in [text, amendment] {
        let says = async |tx: &Tx<'_>, permit: Permit<Contribute>| {
            say(tx, permit, id, ContributionKind::Worries, "Trop tard?").await
        };
        assert_eq!(refused(group.act(5, says).await), "discussion-over");
    }
    assert_eq!(refused(group.amends(5, text, "Rien.").await), "amendment-too-late");
    assert!(group.around(text).await.voting && !group.around(text).await.open);
});

on_each_database!(a_text_does_not_lose_the_words_that_a_seconded_amendment_changes, |world| {
    let group = world.a_group().with_people(6).found().await;
    let text = group.proposes(0).summed_up(FREEZER).sent().await.unwrap();
    group.seconds(1, text).await.unwrap();
    let amendment = group.amends(2, text, USED).await.unwrap();
    group.seconds(3, amendment).await.unwrap();
    let until = group.see(text).await.discussion_until.unwrap();
    assert_eq!(group.see(amendment).await.discussion_until, Some(until), "talked about as long as the text");
    world.clock.set(until - Duration::hours(1));
    let effects = &world.effects;
    let changes = async |words: &str, body: &str| {
        let text_now = group.proposes(0).summed_up(words).saying(body).text();
        let revised = async |tx: &Tx<'_>, permit: Permit<Propose>| revise(tx, permit, effects, text, text_now).await;
        group.act(0, revised).await
    };
    let taken = changes("Acheter un congélateur armoire.", "").await;
    assert_eq!(problems(taken), ["summary: amendment-would-lose-its-words"]);
    changes(FREEZER, "Il ira au sous-sol.").await.unwrap();
    let later = group.see(text).await.discussion_until.unwrap();
    assert!(later > until);
    assert_eq!(group.see(amendment).await.discussion_until, Some(later));
    assert!(!group.around(amendment).await.change.unwrap().text_changed);
    let rewrites = Text { title: "Autre".to_owned(), summary: "Autre.".to_owned(), ..Text::default() };
    let revised = async |tx: &Tx<'_>, permit: Permit<Propose>| revise(tx, permit, effects, amendment, rewrites).await;
    assert_eq!(refused(group.act(2, revised).await), "amendment-not-revised");
    group.withdraws(2, amendment).await.unwrap();
    // What nobody seconded keeps no words in their place, and the page says that they are others.
    let waiting = group.amends(4, text, USED).await.unwrap();
    changes("Acheter un congélateur armoire.", "").await.unwrap();
    assert!(group.around(waiting).await.change.unwrap().text_changed);
    group.to_next_step(text).await;
    assert_eq!(group.state(text).await, State::Voting, "nothing is left to wait for");
});

on_each_database!(bad_amendments_are_refused_by_the_field, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let text = group.proposes(0).summed_up(FREEZER).sent().await.unwrap();
    let draft = group.proposes(0).drafted().await.unwrap();
    let place = Place { field: Field::Summary, paragraph: 0 };
    let good = NewAmendment {
        place,
        words: USED.to_owned(),
        title: "Amendement".to_owned(),
        why: "Pour payer moins.".to_owned(),
        seen: 1,
    };
    let sends = async |id, new: NewAmendment| {
        let effects = &world.effects;
        group.act(1, async |tx: &Tx<'_>, permit: Permit<Propose>| amend(tx, permit, effects, id, new).await).await
    };
    let words = |words: &str| NewAmendment { words: words.to_owned(), ..good.clone() };
    assert_eq!(problems(sends(text, words(FREEZER)).await), ["words: amendment-changes-nothing"]);
    assert_eq!(problems(sends(text, words(" ")).await), ["words: amendment-leaves-nothing"]);
    assert_eq!(problems(sends(text, words(&"mot ".repeat(301))).await), ["words: proposal-summary-long"]);
    let empty = NewAmendment { title: String::new(), why: String::new(), ..good.clone() };
    assert_eq!(
        problems(sends(text, empty).await),
        ["title: proposal-title-missing", "summary: proposal-summary-missing"]
    );
    let stale = NewAmendment { seen: 2, ..good.clone() };
    assert_eq!(refused(sends(text, stale).await), "amendment-text-changed");
    let elsewhere = NewAmendment { place: body(3), ..good.clone() };
    assert_eq!(refused(sends(text, elsewhere).await), "amendment-text-changed");
    assert_eq!(refused(sends(draft, good.clone()).await), "error-not-found");
    // A form of a proposal cannot carry one past its page.
    let amendment = sends(text, good).await.unwrap();
    let id = decisions::queries::proposal::id_of(&group.read(), amendment).await.unwrap();
    let (kind, details) = group.see(id).await.effect.unwrap();
    let smuggled = group.proposes(2).doing(Some((kind.as_str(), details))).sent().await;
    assert_eq!(problems(smuggled), ["effect: amendment-has-its-page"]);
});

on_each_database!(each_proposes_one_amendment_of_a_text_at_a_time, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let text = two_paragraphs(&group).await;
    let first = group.amends_at(1, text, body(0), "Le lundi, on ouvre à midi.").await.unwrap();
    assert_eq!(refused(group.amends_at(1, text, body(1), "Le vendredi, on ferme.").await), "amendment-one-at-a-time");
    group.amends(2, first, "Le mardi, on ouvre à midi.").await.unwrap();
    group.amends_at(2, text, body(1), "Le vendredi, on ferme.").await.unwrap();
    group.withdraws(1, first).await.unwrap();
    group.amends_at(1, text, body(0), "Le mardi, on ouvre.").await.unwrap();
});

on_each_database!(an_amended_text_is_put_as_it_was, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let consent = Question { method: Method::Consent, ..Question::default() };
    let text = group.proposes(0).summed_up(FREEZER).putting(consent.clone()).sent().await.unwrap();
    let amendment = group.amends(1, text, USED).await.unwrap();
    group.seconds(2, amendment).await.unwrap();
    group.seconds(2, text).await.unwrap();
    group.settle().await;
    group.all_vote_yes(amendment).await;
    group.to_next_step(amendment).await;
    assert_eq!((group.state(text).await, group.see(text).await.question), (State::Voting, consent));
    let versions = versions(&group.read(), text).await.unwrap();
    assert_eq!((versions.len(), versions[0].effect_changed), (2, false));
});

on_each_database!(days_for_paper_are_given_to_amendments_too, |world| {
    let group = world.a_group().with_people(6).quick().with_rule("paper_days", "3").found().await;
    let text = group.proposes(0).sent().await.unwrap();
    let amendment = group.amends(1, text, USED).await.unwrap();
    let days = i32::try_from(group.charter().await.amendment_voting_days()).unwrap();
    assert_eq!(group.see(amendment).await.days.1, days + 3);
});

on_each_database!(words_that_several_signed_are_not_amended, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    group.adopts(group.grant(1, &[], 60)).await;
    let mandate = group.mandates().await.pop().unwrap();
    let recall = group.asks_recall(mandate.id).await;
    assert_eq!(refused(group.amends(2, recall, "Tout autre chose.").await), "amendment-not-of-these-words");
    let until = group.now().date_naive() + Days::new(60);
    let measure = json!({
        "kind": "return_plan", "person": group.members[1], "other": null, "between": [], "activity": "", "until": until,
    });
    let measure = group.proposes(0).doing(Some((SetMeasure::KIND, measure))).sent().await.unwrap();
    assert_eq!(refused(group.amends(2, measure, "Tout autre chose.").await), "amendment-not-of-a-measure");
});

on_each_database!(an_amendment_of_a_text_voted_on_in_secret_is_open_unless_somebody_asks, |world| {
    let group = world.a_group().with_people(8).quick().with_rule("secret_counts_from", "0").found().await;
    let text = group.proposes(0).summed_up(FREEZER).sent().await.unwrap();
    group.asks_secrecy(4, text).await.unwrap();
    let amendment = group.amends(1, text, USED).await.unwrap();
    let other = group.amends_at(2, text, Place { field: Field::Summary, paragraph: 0 }, "Rien.").await.unwrap();
    group.asks_secrecy(5, other).await.unwrap();
    for id in [amendment, other, text] {
        group.seconds(3, id).await.unwrap();
    }
    group.settle().await;
    let secret = [group.see(text).await.secret, group.see(amendment).await.secret, group.see(other).await.secret];
    assert_eq!(secret, [true, false, true]);
    group.to_next_step(amendment).await;
    assert_eq!(states(&group, &[text, amendment, other]).await, [State::Discussing, State::NotAdopted, State::Voting]);
    for who in 0..5 {
        group.votes_in_secret(who, other, "yes").await.unwrap();
    }
    group.to_next_step(other).await;
    // There is time to contest it: the text waits for what it will say.
    assert_eq!(states(&group, &[text, other]).await, [State::Discussing, State::Adopted]);
    group.to_next_step(other).await;
    assert_eq!(states(&group, &[text, other]).await, [State::Voting, State::InForce]);
    assert_eq!(group.see(text).await.summary, "Rien.");
});
