//! Suspending and recalling a mandate with others, learning it, handing it over (`domain` A17, A18, 2.16, ruling 4).

use super::{problems, refused};
use chrono::Duration;
use commons::db::Tx;
use commons::outbox;
use commons::refusal::No;
use commons::register::kinds;
use decisions::commands::answer_recall::answer_recall;
use decisions::powers::AnswerRecall;
use decisions::queries::today::today;
use decisions::recall::{AskRecall, Recall};
use decisions::rules::state::State;
use membership::commands::change_access::want_news;
use membership::commands::hand_over::hand_over;
use membership::commands::keep_apart;
use membership::commands::learn::{leave_seat, take_seat};
use membership::commands::pause::{Pausing, pause};
use membership::commands::write_welcome_page::write_welcome_page;
use membership::joint::Signed;
use membership::powers::{ChangeOwnAccess, HandOver, KeepApart, LearnMandate, Permit, Rest, WriteWelcomePage, has};
use membership::queries::mandates::{self, Mandate};
use membership::rules::mandates::{Closing, Handover, LONGEST_SUSPENSION, Term};
use membership::suspension::SuspendMandate;
use parpour_tests::{Group, World, on_each_database};
use serde_json::{Value, json};
use tally::Choice;

/// Ten people; the one in place 2 holds a mandate for most of a year.
async fn with_a_mandate(world: &World) -> (Group<'_>, Mandate) {
    let group = world.a_group().with_people(10).quick().found().await;
    group.adopts(group.grant(2, &["write_welcome_page"], 300)).await;
    let mandate = group.mandates().await.pop().unwrap();
    (group, mandate)
}

async fn writes(group: &Group<'_>, who: usize) -> Result<(), No> {
    let write = async |tx: &Tx<'_>, permit: Permit<WriteWelcomePage>| write_welcome_page(tx, permit, "Bonjour").await;
    group.act(who, write).await
}

async fn asks(group: &Group<'_>, who: usize, kind: &'static str, details: &Value) -> Result<Signed, No> {
    Ok(group.asks_together(who, &group.world.joints, kind, details).await?.1)
}

fn recall_of(mandate: &Mandate) -> Value {
    let recall = Recall { mandate: mandate.id, title: "Rappel".to_owned(), summary: "Autrement.".to_owned() };
    serde_json::to_value(recall).unwrap()
}

async fn now(group: &Group<'_>, mandate: &Mandate) -> Mandate {
    mandates::one(&group.read(), mandate.id).await.unwrap().unwrap()
}

on_each_database!(five_members_suspend_a_mandate_which_runs_again_by_itself, |world| {
    let (group, mandate) = with_a_mandate(world).await;
    let details = json!({ "mandate": mandate.id });
    assert_eq!(refused(asks(&group, 2, SuspendMandate::KIND, &details).await), "together-not-for-you");
    for who in [0, 1, 3, 4] {
        assert_eq!(asks(&group, who, SuspendMandate::KIND, &details).await.unwrap(), Signed::Waits);
    }
    writes(&group, 2).await.unwrap();
    assert_eq!(asks(&group, 5, SuspendMandate::KIND, &details).await.unwrap(), Signed::Done);
    assert_eq!(refused(writes(&group, 2).await), "error-needs-mandate", "at once");
    assert!(!has::<WriteWelcomePage>(&group.read(), group.members[2]).await.unwrap());
    let until = group.now() + LONGEST_SUSPENSION;
    assert_eq!(now(&group, &mandate).await.term(group.now()), Term::Suspended { until });
    assert_eq!(group.mandates().await.len(), 1, "it is still hers, and it is shown");
    // She votes and talks like everybody.
    let id = group.open_vote(None).await;
    group.votes(2, id, Choice::Yes).await.unwrap();
    world.clock.set(until - Duration::microseconds(1));
    assert_eq!(refused(writes(&group, 2).await), "error-needs-mandate");
    world.clock.set(until);
    writes(&group, 2).await.unwrap();
    assert_eq!(refused(asks(&group, 0, SuspendMandate::KIND, &details).await), "suspension-once");
});

on_each_database!(a_small_group_suspends_with_all_the_others, |world| {
    let group = world.a_group().with_people(3).quick().found().await;
    group.adopts(group.grant(2, &["write_welcome_page"], 90)).await;
    let mandate = group.mandates().await.pop().unwrap();
    let details = json!({ "mandate": mandate.id });
    assert_eq!(asks(&group, 0, SuspendMandate::KIND, &details).await.unwrap(), Signed::Waits);
    assert_eq!(asks(&group, 1, SuspendMandate::KIND, &details).await.unwrap(), Signed::Done);
});

on_each_database!(one_person_alone_never_suspends_a_mandate, |world| {
    let group = world.a_group().with_people(2).quick().found().await;
    group.adopts(group.grant(1, &["write_welcome_page"], 90)).await;
    let mandate = group.mandates().await.pop().unwrap();
    let details = json!({ "mandate": mandate.id });
    assert_eq!(refused(asks(&group, 0, SuspendMandate::KIND, &details).await), "suspension-never-alone");
    writes(&group, 1).await.unwrap();
});

on_each_database!(members_on_pause_count_among_all_the_others_who_suspend, |world| {
    let group = world.a_group().with_people(4).quick().found().await;
    group.adopts(group.grant(2, &["write_welcome_page"], 90)).await;
    let mandate = group.mandates().await.pop().unwrap();
    for who in [1, 3] {
        let rests = async |tx: &Tx<'_>, permit: Permit<Rest>| pause(tx, permit, Pausing::default()).await;
        group.act(who, rests).await.unwrap();
    }
    let details = json!({ "mandate": mandate.id });
    for who in [0, 1] {
        assert_eq!(asks(&group, who, SuspendMandate::KIND, &details).await.unwrap(), Signed::Waits, "{who}");
    }
    assert_eq!(asks(&group, 3, SuspendMandate::KIND, &details).await.unwrap(), Signed::Done);
});

on_each_database!(a_recall_is_asked_by_two_of_ten_and_never_by_one, |world| {
    let (group, mandate) = with_a_mandate(world).await;
    let alone = group.proposes(0).doing(Group::revoke(mandate.id)).sent().await;
    assert_eq!(problems(alone), ["effect: recall-asked-together"]);
    let details = recall_of(&mandate);
    assert_eq!(refused(asks(&group, 2, AskRecall::KIND, &details).await), "together-not-for-you");
    let empty = json!({ "mandate": mandate.id, "title": "", "summary": "" });
    assert_eq!(
        problems(asks(&group, 0, AskRecall::KIND, &empty).await),
        ["title: proposal-title-missing", "summary: proposal-summary-missing"]
    );
    assert_eq!(asks(&group, 0, AskRecall::KIND, &details).await.unwrap(), Signed::Waits);
    assert_eq!(asks(&group, 1, AskRecall::KIND, &details).await.unwrap(), Signed::Done);
    assert_eq!(refused(asks(&group, 3, AskRecall::KIND, &details).await), "recall-under-way");
});

on_each_database!(the_vote_on_a_recall_opens_ten_days_later_with_the_majority_of_a_grant, |world| {
    let (group, mandate) = with_a_mandate(world).await;
    let asked = group.now();
    let id = group.asks_recall(mandate.id).await;
    let seen = group.see(id).await;
    assert_eq!((seen.state, seen.authors.len(), seen.asked_together), (State::Discussing, 0, true));
    assert_eq!(seen.seconders.len(), 2);
    assert!(seen.discussion_until.unwrap() >= asked + Duration::days(10));
    let granted = group.see(decisions::ProposalId(mandate.granted_by)).await.rules;
    assert_eq!(seen.rules, granted);
    world.clock.set(asked + Duration::days(10) - Duration::microseconds(1));
    group.settle().await;
    assert_eq!(group.state(id).await, State::Discussing);
    for who in 0..group.members.len() {
        assert!(!group.seen_by(who, id).await.unwrap().is_mine, "it is nobody's own");
        assert_eq!(refused(group.withdraws(who, id).await), "proposal-only-authors");
    }
    group.to_next_step(id).await;
    for (who, choice) in [(0, Choice::Yes), (1, Choice::Yes), (3, Choice::Yes), (2, Choice::No)] {
        group.votes(who, id, choice).await.unwrap();
    }
    group.to_next_step(id).await;
    assert_eq!(now(&group, &mandate).await.ended_at, Some(group.now()));
    assert_eq!(refused(writes(&group, 2).await), "error-needs-mandate");
});

on_each_database!(a_recall_needs_no_more_than_the_kernel_lets_a_charter_ask, |world| {
    let group = world.a_group().with_people(10).quick().with_rule("majority_ordinary", "1/1");
    let group = group.with_rule("quorum_ordinary", "100%").found().await;
    group.adopts(group.grant(2, &[], 90)).await;
    let mandate = group.mandates().await.pop().unwrap();
    let id = group.open_recall(mandate.id).await;
    for who in [0, 1, 3, 4] {
        group.votes(who, id, Choice::Yes).await.unwrap();
    }
    for who in [2, 5] {
        group.votes(who, id, Choice::No).await.unwrap();
    }
    group.to_next_step(id).await;
    assert_eq!(group.state(id).await, State::InForce, "four of six, six of ten");
});

on_each_database!(whoever_holds_the_mandate_says_what_she_wants_beside_the_proposal, |world| {
    let (group, mandate) = with_a_mandate(world).await;
    let id = group.asks_recall(mandate.id).await;
    let says = async |who: usize, words: &str| {
        let words = words.to_owned();
        let say = async |tx: &Tx<'_>, permit: Permit<AnswerRecall>| answer_recall(tx, permit, id, &words).await;
        group.act(who, say).await
    };
    let heard = async || group.see(id).await.hearing.unwrap();
    assert_eq!((heard().await.member, heard().await.words), (group.members[2], None));
    assert_eq!(refused(says(0, "Moi aussi.").await), "hearing-hers");
    says(2, "Je l'ai dit moi-même.").await.unwrap();
    says(2, "  Je l'ai dit moi-même, et vite.  ").await.unwrap();
    assert_eq!(heard().await.words.as_deref(), Some("Je l'ai dit moi-même, et vite."));
    assert_eq!(problems(says(2, &"x".repeat(4_001)).await), ["hearing: too-long"]);
    says(2, "").await.unwrap();
    assert_eq!(heard().await.words, None, "an empty place is an answer like another");
    group.to_next_step(id).await;
    says(2, "Encore un mot.").await.unwrap();
    let closes = group.see(id).await.closes_at.unwrap();
    world.clock.set(closes);
    assert_eq!(refused(says(2, "Trop tard.").await), "proposal-moved-on");
    let raw = world.raw().await;
    let clear = raw.number(world.either(
        "SELECT count(*) FROM hearing WHERE instr(words, 'Encore') > 0",
        "SELECT count(*) FROM hearing WHERE position('Encore'::bytea in words) > 0",
    ));
    assert_eq!(clear.await, 0, "her words are sealed");
    raw.close().await;
});

on_each_database!(a_recall_that_is_not_adopted_ends_the_suspension_and_there_is_no_second_one, |world| {
    let (group, mandate) = with_a_mandate(world).await;
    let id = group.asks_recall(mandate.id).await;
    group.to_next_step(id).await;
    group.suspends(&mandate).await;
    assert_eq!(refused(writes(&group, 2).await), "error-needs-mandate");
    for who in [0, 1, 3, 4] {
        group.votes(who, id, Choice::No).await.unwrap();
    }
    let closes = group.see(id).await.closes_at.unwrap();
    assert!(closes < now(&group, &mandate).await.suspended.unwrap().0 + LONGEST_SUSPENSION);
    group.to_next_step(id).await;
    assert_eq!(group.state(id).await, State::NotAdopted);
    writes(&group, 2).await.unwrap();
    assert_eq!(now(&group, &mandate).await.suspension_lifted_at, Some(closes));
    let details = json!({ "mandate": mandate.id });
    assert_eq!(refused(asks(&group, 0, SuspendMandate::KIND, &details).await), "suspension-once");
});

on_each_database!(another_vote_that_is_not_adopted_leaves_a_suspension_as_it_is, |world| {
    let (group, mandate) = with_a_mandate(world).await;
    group.suspends(&mandate).await;
    let id = group.open_vote(group.grant(3, &[], 30)).await;
    group.votes(0, id, Choice::No).await.unwrap();
    group.to_next_step(id).await;
    assert_eq!(group.state(id).await, State::NotAdopted);
    assert_eq!(refused(writes(&group, 2).await), "error-needs-mandate");
});

on_each_database!(whoever_holds_the_mandate_is_told_of_a_recall_and_of_a_suspension, |world| {
    let group = world.a_group().with_people(10).quick().found().await;
    group.adopts(group.grant(1, &["write_welcome_page"], 300)).await;
    let mandate = group.mandates().await.pop().unwrap();
    let wants = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| want_news(tx, permit, true).await;
    group.act(1, wants).await.unwrap();
    let letters = async || outbox::waiting_for(&group.read(), group.members[1]).await.unwrap().len();
    let to_answer = async |who: usize| {
        let today = today(&group.read(), group.members[who]).await.unwrap();
        today.to_answer.len()
    };
    assert_eq!((letters().await, to_answer(1).await), (0, 0));
    let id = group.asks_recall(mandate.id).await;
    assert_eq!((letters().await, to_answer(1).await, to_answer(0).await), (1, 1, 0), "hers alone");
    group.suspends(&mandate).await;
    assert_eq!(letters().await, 2);
    let say = async |tx: &Tx<'_>, permit: Permit<AnswerRecall>| answer_recall(tx, permit, id, "Me voici.").await;
    group.act(1, say).await.unwrap();
    assert_eq!(to_answer(1).await, 0);
});

on_each_database!(a_mandate_of_somebody_who_left_can_be_recalled, |world| {
    let (group, mandate) = with_a_mandate(world).await;
    let raw = world.raw().await;
    raw.leave(mandate.holder).await;
    raw.close().await;
    let id = group.open_recall(mandate.id).await;
    let before = group.see(id).await.differences.remove(0).before.unwrap();
    assert!(format!("{before:?}").contains("a-member-who-left"));
    for who in [0, 1, 3, 4] {
        group.votes(who, id, Choice::Yes).await.unwrap();
    }
    group.to_next_step(id).await;
    assert_eq!(group.state(id).await, State::InForce);
});

on_each_database!(one_member_takes_the_learner_seat_and_leaves_it, |world| {
    let (group, mandate) = with_a_mandate(world).await;
    let takes = async |who: usize| {
        let take = async |tx: &Tx<'_>, permit: Permit<LearnMandate>| take_seat(tx, permit, mandate.id).await;
        group.act(who, take).await
    };
    let leaves = async |who: usize| {
        let leave = async |tx: &Tx<'_>, permit: Permit<LearnMandate>| leave_seat(tx, permit, mandate.id).await;
        group.act(who, leave).await
    };
    let learner = async || mandates::learners(&group.read()).await.unwrap().get(&mandate.id).copied();
    assert_eq!(refused(takes(2).await), "learner-holder");
    takes(3).await.unwrap();
    takes(3).await.unwrap();
    assert_eq!(refused(takes(4).await), "learner-taken");
    assert_eq!(learner().await, Some(group.members[3]));
    assert_eq!(refused(writes(&group, 3).await), "error-needs-mandate", "looking on gives no power");
    leaves(4).await.unwrap();
    assert_eq!(learner().await, Some(group.members[3]), "nobody leaves another's seat");
    leaves(3).await.unwrap();
    takes(4).await.unwrap();
    world.clock.set(mandate.ends_at);
    assert_eq!(refused(takes(4).await), "mandate-over-already");
});

on_each_database!(the_learner_seat_tells_nobody_that_the_holder_keeps_apart, |world| {
    let (group, mandate) = with_a_mandate(world).await;
    let keeps = async |who: usize, from: usize| {
        let other = group.members[from];
        let keep = async |tx: &Tx<'_>, permit: Permit<KeepApart>| keep_apart::keep_apart(tx, permit, other).await;
        group.act(who, keep).await.unwrap();
    };
    let takes = async |who: usize| {
        let take = async |tx: &Tx<'_>, permit: Permit<LearnMandate>| take_seat(tx, permit, mandate.id).await;
        group.act(who, take).await
    };
    assert_eq!(mandate.holder, group.members[2]);
    keeps(3, 2).await;
    assert_eq!(refused(takes(3).await), "learner-apart", "her own word is known to her");
    keeps(2, 4).await;
    takes(4).await.unwrap();
});

on_each_database!(a_mandate_closes_cleanly_once_it_is_handed_over, |world| {
    let (group, mandate) = with_a_mandate(world).await;
    let hands = async |who: usize, handover: Handover, note: &str| {
        let note = note.to_owned();
        let hand =
            async |tx: &Tx<'_>, permit: Permit<HandOver>| hand_over(tx, permit, mandate.id, handover, &note).await;
        group.act(who, hand).await
    };
    let closing = async || now(&group, &mandate).await.closing(group.now());
    assert_eq!(refused(hands(0, Handover::Note, "Moi").await), "handover-holder-writes");
    assert_eq!(problems(hands(2, Handover::Note, " ").await), ["note: handover-missing"]);
    assert_eq!(problems(hands(2, Handover::Note, &"x".repeat(4_001)).await), ["note: too-long"]);
    assert_eq!(closing().await, Closing::Open);
    world.clock.set(mandate.ends_at);
    assert_eq!(closing().await, Closing::HandoverWaits);
    hands(2, Handover::Nothing, "").await.unwrap();
    assert_eq!(closing().await, Closing::Clean);
    hands(2, Handover::Note, "Le café est dans l'armoire.").await.unwrap();
    let kept = now(&group, &mandate).await.handover;
    assert_eq!(kept, Some((Handover::Note, "Le café est dans l'armoire.".to_owned())));
});

on_each_database!(nobody_takes_away_the_note_of_somebody_who_left_and_the_register_says_who_adds, |world| {
    let (group, mandate) = with_a_mandate(world).await;
    let hands = async |who: usize, handover: Handover, note: &str| {
        let hand =
            async |tx: &Tx<'_>, permit: Permit<HandOver>| hand_over(tx, permit, mandate.id, handover, note).await;
        group.act(who, hand).await
    };
    hands(2, Handover::Note, "La clé est chez Lucille.").await.unwrap();
    let raw = world.raw().await;
    raw.leave(mandate.holder).await;
    raw.close().await;
    assert_eq!(problems(hands(0, Handover::Nothing, "").await), ["note: handover-missing"]);
    assert_eq!(problems(hands(0, Handover::Note, &"x".repeat(3_990)).await), ["note: too-long"]);
    hands(0, Handover::Nothing, "Et le double, chez Éloi.").await.unwrap();
    let kept = now(&group, &mandate).await.handover;
    assert_eq!(kept, Some((Handover::Note, "La clé est chez Lucille.\n\nEt le double, chez Éloi.".to_owned())));
    let told = group.entries_about(mandate.id).await;
    let written: Vec<_> = told.iter().filter(|entry| entry.kind == kinds::HANDOVER_WRITTEN).collect();
    assert_eq!(written.len(), 2);
    assert_eq!(
        (&written[1].actors, &written[1].body),
        (&vec![group.members[0]], &Some(json!({}))),
        "without the words"
    );
});

on_each_database!(after_three_terms_in_a_row_it_is_somebody_elses_turn, |world| {
    let group = world.a_group().with_people(4).quick().found().await;
    for _ in 0..3 {
        group.adopts(group.grant(2, &[], 30)).await;
        world.clock.advance(Duration::days(40));
    }
    let again = group.proposes(0).doing(group.grant(2, &[], 30)).sent().await;
    assert_eq!(problems(again), ["holder: mandate-holder-held-it-long"]);
    group.proposes(0).doing(group.grant(3, &[], 30)).sent().await.unwrap();
    world.clock.advance(Duration::days(180));
    group.settle().await;
    group.proposes(0).doing(group.grant(2, &[], 30)).sent().await.unwrap();
});
