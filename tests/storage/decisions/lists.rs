//! Where members find proposals: the list, and what waits for them today.

use decisions::queries::list::list;
use decisions::queries::today::today;
use parpour_tests::on_each_database;
use tally::Choice;

on_each_database!(every_proposal_is_in_the_place_of_its_state, |world| {
    let group = world.a_group().with_people(4).found().await;
    let voting = group.open_vote(None).await;
    let discussed = group.proposes(0).titled("Discuté").sent().await.unwrap();
    group.seconds(1, discussed).await.unwrap();
    let waiting = group.proposes(0).titled("En attente").sent().await.unwrap();
    let draft = group.proposes(0).titled("Brouillon").drafted().await.unwrap();
    let withdrawn = group.proposes(0).titled("Retiré").sent().await.unwrap();
    group.withdraws(0, withdrawn).await.unwrap();

    let seen = list(&group.read(), group.members[0]).await.unwrap();
    let ids = |lines: &[decisions::queries::list::Line]| lines.iter().map(|line| line.id).collect::<Vec<_>>();
    assert_eq!(ids(&seen.my_drafts), [draft]);
    assert_eq!(ids(&seen.voting), [voting]);
    assert_eq!(ids(&seen.discussing), [discussed]);
    assert_eq!(ids(&seen.waiting), [waiting]);
    assert_eq!(ids(&seen.over), [withdrawn]);
    assert!(seen.adopted.is_empty());

    let mine = today(&group.read(), group.members[0]).await.unwrap();
    assert_eq!((ids(&mine.to_vote), ids(&mine.to_second)), (vec![voting], vec![]), "one does not second one's own");
    let hers = today(&group.read(), group.members[2]).await.unwrap();
    assert_eq!(
        (ids(&hers.to_vote), ids(&hers.to_second), ids(&hers.discussions)),
        (vec![voting], vec![waiting], vec![discussed])
    );

    group.votes(2, voting, Choice::Yes).await.unwrap();
    group.seconds(2, waiting).await.unwrap();
    let hers = today(&group.read(), group.members[2]).await.unwrap();
    assert!(hers.to_vote.is_empty() && hers.to_second.is_empty());

    group.to_next_step(voting).await;
    let decided = today(&group.read(), group.members[2]).await.unwrap().decided;
    assert_eq!(ids(&decided), [voting]);
});
