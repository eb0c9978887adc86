//! What pleases, what worries, questions, and one level of answers.

use super::{problems, refused};
use commons::db::Tx;
use commons::refusal::No;
use decisions::commands::contribute::{ContributionKind, answer, rephrase, say, take_back};
use decisions::powers::Contribute;
use decisions::{ContributionId, ProposalId};
use membership::powers::Permit;
use parpour_tests::{Group, on_each_database};

async fn says(group: &Group<'_>, who: usize, id: ProposalId, words: &str) -> Result<ContributionId, No> {
    let kind = ContributionKind::Worries;
    group.act(who, async |tx: &Tx<'_>, permit: Permit<Contribute>| say(tx, permit, id, kind, words).await).await
}

async fn answers(group: &Group<'_>, who: usize, to: ContributionId, words: &str) -> Result<ContributionId, No> {
    group.act(who, async |tx: &Tx<'_>, permit: Permit<Contribute>| answer(tx, permit, to, words).await).await
}

async fn rephrases(group: &Group<'_>, who: usize, id: ContributionId, words: &str) -> Result<(), No> {
    group.act(who, async |tx: &Tx<'_>, permit: Permit<Contribute>| rephrase(tx, permit, id, words).await).await
}

async fn takes_back(group: &Group<'_>, who: usize, id: ContributionId) -> Result<(), No> {
    group.act(who, async |tx: &Tx<'_>, permit: Permit<Contribute>| take_back(tx, permit, id).await).await
}

on_each_database!(everybody_talks_before_the_vote_and_reads_what_was_said, |world| {
    let group = world.a_group().found().await;
    let id = group.proposes(0).sent().await.unwrap();
    let worry = says(&group, 1, id, "  Où le mettre?  ").await.unwrap();
    group.seconds(1, id).await.unwrap();
    let reply = answers(&group, 0, worry, "Au sous-sol.").await.unwrap();
    answers(&group, 2, worry, "Ou dans l'entrée.").await.unwrap();
    assert_eq!(refused(answers(&group, 1, reply, "Non.").await), "error-not-found", "an answer is not answered again");
    let said = group.seen_by(2, id).await.unwrap().contributions;
    assert_eq!(said.len(), 1);
    assert_eq!((said[0].words.as_str(), said[0].author, said[0].edited), ("Où le mettre?", group.members[1], false));
    let replies: Vec<_> = said[0].replies.iter().map(|reply| reply.words.as_str()).collect();
    assert_eq!(replies, ["Au sous-sol.", "Ou dans l'entrée."]);
    assert_eq!(group.head().await, 2, "talk stays out of the register");
});

on_each_database!(words_are_changed_and_taken_back_by_who_said_them, |world| {
    let group = world.a_group().found().await;
    let id = group.proposes(0).sent().await.unwrap();
    let worry = says(&group, 1, id, "Trop cher").await.unwrap();
    answers(&group, 0, worry, "Deux cents dollars?").await.unwrap();
    assert_eq!(refused(rephrases(&group, 0, worry, "x").await), "contribution-not-yours");
    assert_eq!(refused(takes_back(&group, 0, worry).await), "contribution-not-yours");
    rephrases(&group, 1, worry, "Un peu cher").await.unwrap();
    let said = group.see(id).await.contributions;
    assert_eq!((said[0].words.as_str(), said[0].edited), ("Un peu cher", true));
    takes_back(&group, 1, worry).await.unwrap();
    assert_eq!(group.see(id).await.contributions, [], "answers that quote it go with it");
    assert_eq!(refused(takes_back(&group, 1, worry).await), "error-not-found");
    let raw = world.raw().await;
    assert_eq!(raw.rows("contribution").await, 0);
    raw.close().await;
});

on_each_database!(nothing_is_said_without_words_or_without_end, |world| {
    let group = world.a_group().found().await;
    let id = group.proposes(0).sent().await.unwrap();
    assert_eq!(problems(says(&group, 1, id, " … ").await), ["words: contribution-missing"]);
    assert_eq!(problems(says(&group, 1, id, &"a".repeat(4_001)).await), ["words: too-long"]);
    says(&group, 1, id, &"a".repeat(4_000)).await.unwrap();
    let kind = ContributionKind::Reply;
    let outcome =
        group.act(1, async |tx: &Tx<'_>, permit: Permit<Contribute>| say(tx, permit, id, kind, "à rien").await).await;
    assert_eq!(refused(outcome), "error-not-found");
    assert_eq!(refused(answers(&group, 1, ContributionId::new(), "à rien").await), "error-not-found");
});

on_each_database!(the_discussion_ends_at_its_hour_and_what_was_said_can_still_be_taken_back, |world| {
    let group = world.a_group().found().await;
    let id = group.proposes(0).sent().await.unwrap();
    group.seconds(1, id).await.unwrap();
    let worry = says(&group, 1, id, "Trop cher").await.unwrap();
    let until = group.see(id).await.discussion_until.unwrap();
    world.clock.set(until - chrono::Duration::microseconds(1));
    says(&group, 2, id, "De justesse").await.unwrap();
    world.clock.set(until);
    // Nobody has come by to freeze it yet: the hour decides, not whoever comes by.
    assert_eq!(refused(says(&group, 2, id, "Trop tard").await), "discussion-over");
    assert_eq!(refused(answers(&group, 2, worry, "Trop tard").await), "discussion-over");
    assert_eq!(refused(rephrases(&group, 1, worry, "Trop tard").await), "discussion-over");
    group.settle().await;
    assert_eq!(refused(says(&group, 2, id, "Trop tard").await), "discussion-over");
    takes_back(&group, 1, worry).await.unwrap();
    assert_eq!(group.see(id).await.contributions.len(), 1);
});

on_each_database!(nothing_is_said_any_more_once_the_time_to_be_seconded_is_over, |world| {
    let group = world.a_group().found().await;
    let id = group.proposes(0).sent().await.unwrap();
    let worry = says(&group, 1, id, "Trop cher").await.unwrap();
    let lapses = group.see(id).await.due_at.unwrap();
    world.clock.set(lapses - chrono::Duration::microseconds(1));
    says(&group, 2, id, "De justesse").await.unwrap();
    world.clock.set(lapses);
    // Nobody has come by to write down that it lapsed.
    assert_eq!(refused(says(&group, 2, id, "Trop tard").await), "proposal-moved-on");
    assert_eq!(refused(answers(&group, 2, worry, "Trop tard").await), "proposal-moved-on");
    assert_eq!(refused(rephrases(&group, 1, worry, "Trop tard").await), "proposal-moved-on");
    group.settle().await;
    assert_eq!(refused(says(&group, 2, id, "Trop tard").await), "discussion-over");
    takes_back(&group, 1, worry).await.unwrap();
    assert_eq!(group.see(id).await.contributions.len(), 1);
});

on_each_database!(one_group_does_not_talk_in_another, |world| {
    let (group, other) = (world.a_group().found().await, world.a_group().found().await);
    let id = group.proposes(0).sent().await.unwrap();
    let worry = says(&group, 1, id, "Trop cher").await.unwrap();
    assert_eq!(refused(says(&other, 1, id, "x").await), "error-not-found");
    assert_eq!(refused(answers(&other, 1, worry, "x").await), "error-not-found");
    assert_eq!(refused(takes_back(&other, 1, worry).await), "error-not-found");
    assert!(other.seen_by(0, id).await.is_err());
    assert_eq!(refused(other.seconds(1, id).await), "error-not-found");
});
