//! Where a discussion stands, as members write it, and the passage of the text that a worry is about.

use super::{problems, refused};
use commons::db::Tx;
use commons::refusal::No;
use decisions::commands::contribute::{ContributionKind, say};
use decisions::commands::summarise::{let_stay, take_back};
use decisions::commands::write_proposal::revise;
use decisions::powers::{Contribute, Propose, SummariseTalk};
use decisions::queries::summaries::{mine, summaries};
use decisions::rules::paragraphs::Place;
use decisions::{ContributionId, ProposalId};
use membership::commands::leave::leave;
use membership::powers::{Leave, Permit};
use parpour_tests::{Group, on_each_database};

async fn discussed(group: &Group<'_>) -> ProposalId {
    let id = group.proposes(0).saying("Deux pour la cuisine.\n\nUn pour la porte.").lasting(9, 5).sent().await.unwrap();
    for who in 1..=usize::try_from(group.see(id).await.seconders_wanted).unwrap() {
        group.seconds(who, id).await.unwrap();
    }
    id
}

async fn says(group: &Group<'_>, who: usize, id: ProposalId, kind: ContributionKind) -> ContributionId {
    let says = async |tx: &Tx<'_>, permit: Permit<Contribute>| say(tx, permit, id, kind, "Et le prix?").await;
    group.act(who, says).await.unwrap()
}

async fn takes_back(group: &Group<'_>, who: usize, id: ProposalId, version: i32) -> Result<(), No> {
    let back = async |tx: &Tx<'_>, permit: Permit<SummariseTalk>| take_back(tx, permit, id, version).await;
    group.act(who, back).await
}

/// The words of every version, the latest first.
async fn written(group: &Group<'_>, id: ProposalId) -> Vec<Option<String>> {
    summaries(&group.read(), id).await.unwrap().into_iter().map(|one| one.words).collect()
}

fn words(text: &str) -> Option<String> {
    Some(text.to_owned())
}

on_each_database!(anybody_writes_where_the_talk_stands_and_no_words_are_lost, |world| {
    let group = world.a_group().found().await;
    let id = discussed(&group).await;
    assert_eq!(group.see(id).await.so_far, None);
    group.summarises(1, id, "  On en veut deux.  ", 0).await.unwrap();
    group.summarises(2, id, "On en veut deux. Reste le prix.", 1).await.unwrap();
    assert_eq!(written(&group, id).await, [words("On en veut deux. Reste le prix."), words("On en veut deux.")]);
    let shown = group.see(id).await.so_far.unwrap();
    assert_eq!((shown.version, shown.by), (2, group.members[2]));
    // She read the first version only: hers would hide words that she has not seen.
    assert_eq!(refused(group.summarises(1, id, "On en veut trois.", 1).await), "so-far-changed-meanwhile");
    assert_eq!(problems(group.summarises(1, id, " … ", 2).await), ["words: contribution-missing"]);
    assert_eq!(problems(group.summarises(1, id, &"a".repeat(4_001), 2).await), ["words: too-long"]);
    assert_eq!(written(&group, id).await.len(), 2);
});

on_each_database!(nothing_is_written_of_a_talk_that_is_over_and_words_are_taken_back_at_any_time, |world| {
    let group = world.a_group().found().await;
    let id = discussed(&group).await;
    group.summarises(1, id, "On en veut deux.", 0).await.unwrap();
    group.summarises(2, id, "On en veut trois.", 1).await.unwrap();
    group.to_next_step(id).await;
    assert_eq!(refused(group.summarises(1, id, "Trop tard.", 2).await), "discussion-over");
    assert_eq!(refused(takes_back(&group, 1, id, 2).await), "contribution-not-yours");
    assert_eq!(refused(takes_back(&group, 1, id, 3).await), "error-not-found");
    takes_back(&group, 2, id, 2).await.unwrap();
    assert_eq!(refused(takes_back(&group, 2, id, 2).await), "error-not-found");
    assert_eq!(written(&group, id).await, [None, words("On en veut deux.")]);
    assert_eq!(group.see(id).await.so_far.map(|shown| shown.version), Some(1), "the version before is shown again");
});

on_each_database!(whoever_leaves_takes_her_versions_along_or_lets_them_stay, |world| {
    let group = world.a_group().with_people(6).found().await;
    let id = discussed(&group).await;
    group.summarises(4, id, "Un.", 0).await.unwrap();
    group.summarises(4, id, "Deux.", 1).await.unwrap();
    group.summarises(3, id, "Trois.", 2).await.unwrap();
    let hers = mine(&group.read(), group.members[4]).await.unwrap();
    assert_eq!(hers.iter().map(|one| one.version).collect::<Vec<_>>(), [1, 2]);
    let areas = parpour::areas::areas();
    let leaves = async |tx: &Tx<'_>, permit: Permit<Leave>| {
        // The third is not hers, and is passed over.
        let_stay(tx, &permit, &[(id, 1), (id, 3)]).await?;
        leave(tx, permit, &areas).await
    };
    group.act(4, leaves).await.unwrap();
    assert_eq!(written(&group, id).await, [words("Trois."), None, words("Un.")]);
});

on_each_database!(a_worry_leads_to_a_passage_which_is_found_again_or_said_to_have_changed, |world| {
    let group = world.a_group().found().await;
    let id = discussed(&group).await;
    let worry = says(&group, 1, id, ContributionKind::Worries).await;
    let passage = async || group.see(id).await.contributions[0].passage.clone();
    assert_eq!(passage().await, None);
    assert_eq!(refused(group.points(2, worry, "body-2", 1).await), "passage-not-yours");
    assert_eq!(refused(group.points(1, worry, "body-2", 0).await), "passage-text-changed");
    assert_eq!(problems(group.points(1, worry, "body-3", 1).await), ["place: amendment-choose-place"]);
    group.points(1, worry, "body-2", 1).await.unwrap();
    let here = Place::named("body-2");
    let shown = passage().await.unwrap();
    assert_eq!((shown.version, Some(shown.place), shown.now), (1, here, here));
    // One more paragraph before it: the same words stand further down.
    let revises = async |body: &str| {
        let text = group.proposes(0).saying(body).lasting(9, 5).text();
        let effects = &group.world.effects;
        let change = async |tx: &Tx<'_>, permit: Permit<Propose>| revise(tx, permit, effects, id, text).await;
        group.act(0, change).await.unwrap();
    };
    revises("D'abord ceci.\n\nDeux pour la cuisine.\n\nUn pour la porte.").await;
    assert_eq!(passage().await.unwrap().now, Place::named("body-3"));
    revises("D'abord ceci.\n\nRien pour la porte.").await;
    let shown = passage().await.unwrap();
    assert_eq!((shown.version, shown.now), (1, None));
    // An author points elsewhere, then to nothing.
    group.points(0, worry, "body-1", 3).await.unwrap();
    assert_eq!(passage().await.unwrap().version, 3);
    group.points(0, worry, "", 0).await.unwrap();
    assert_eq!(passage().await, None);
});

on_each_database!(only_worries_lead_to_a_passage_and_only_while_they_are_talked_about, |world| {
    let group = world.a_group().found().await;
    let id = discussed(&group).await;
    let question = says(&group, 1, id, ContributionKind::Question).await;
    let worry = says(&group, 1, id, ContributionKind::Worries).await;
    assert_eq!(refused(group.points(1, question, "body-1", 1).await), "error-not-found");
    group.to_next_step(id).await;
    assert_eq!(refused(group.points(1, worry, "body-1", 1).await), "discussion-over");
    let other = world.a_group().found().await;
    assert_eq!(refused(other.points(1, worry, "body-1", 1).await), "error-not-found");
});
