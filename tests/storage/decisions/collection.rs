//! The collection of decisions: what was adopted, as it was adopted, and nothing else.

use commons::register::kinds;
use decisions::queries::collection::collection;
use parpour_tests::{Group, on_each_database};
use tally::Choice;

on_each_database!(the_collection_holds_what_was_adopted_with_its_result, |world| {
    let group = world.a_group().quick().found().await;
    assert!(collection(&group.read()).await.unwrap().is_empty());
    let changed = group.adopts(Group::change("unseconded_days", "20")).await;
    let refused = group.open_vote(None).await;
    for who in 0..3 {
        group.votes(who, refused, Choice::No).await.unwrap();
    }
    group.to_next_step(refused).await;
    let plain = group.open_vote(None).await;
    group.all_vote_yes(plain).await;
    group.to_next_step(plain).await;
    let told = collection(&group.read()).await.unwrap();
    assert_eq!(told.iter().map(|one| one.id).collect::<Vec<_>>(), [changed, plain], "in the order of their numbers");
    assert_eq!((told[1].title.as_str(), told[1].ended_by), ("Un congélateur d'occasion", None));
    let said = |place: usize| told[place].entries.iter().map(|entry| entry.kind.as_str()).collect::<Vec<_>>();
    assert_eq!(said(0), [kinds::ADOPTED, kinds::EFFECT_DONE]);
    assert_eq!(said(1), [kinds::ADOPTED], "a position does nothing by itself");
});

on_each_database!(a_decision_about_a_rule_leads_to_the_one_that_changed_it_since, |world| {
    let group = world.a_group().quick().found().await;
    let first = group.adopts(Group::change("unseconded_days", "20")).await;
    let other = group.adopts(Group::change("seconders", "2")).await;
    assert_eq!(group.see(first).await.after.replaced_by, None, "another rule is another matter");
    let second = group.adopts(Group::change("unseconded_days", "21")).await;
    let number = group.see(second).await.number;
    assert_eq!(group.see(first).await.after.replaced_by, number);
    assert_eq!(group.see(second).await.after.replaced_by, None);
    let told = collection(&group.read()).await.unwrap();
    let replaced: Vec<_> = told.iter().map(|one| (one.id, one.replaced_by)).collect();
    assert_eq!(replaced, [(first, number), (other, None), (second, None)]);
});
