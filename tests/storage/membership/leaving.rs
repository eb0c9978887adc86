//! Leaving: erased at once, everywhere; what others refer to has no name; the register still holds.

use super::super::commons::kept::scan;
use super::refused;
use chrono::Duration;
use commons::db::Tx;
use commons::register::kinds;
use commons::register::verify::{Verdict, verify};
use decisions::ContributionId;
use decisions::commands::contribute::{ContributionKind, answer, say};
use decisions::commands::leave_words::let_stay;
use decisions::powers::Contribute;
use decisions::queries::mine;
use membership::commands::contact;
use membership::commands::invite::hand_card;
use membership::commands::leave::{leave, what_stays};
use membership::commands::pause::{Link, Pausing, pause};
use membership::powers::{ChangeOwnAccess, HandCard, KeepLegalRegister, Leave, Permit, Rest};
use membership::queries::{legal_register, people};
use membership::rules::contact::ContactKind;
use membership::rules::pause::{Channel, Rhythm};
use membership::rules::standing::Standing;
use parpour_tests::{Group, on_each_database};
use tally::Choice;

async fn leaves(group: &Group<'_>, who: usize, stay: &[ContributionId]) {
    let go = async |tx: &Tx<'_>, permit: Permit<Leave>| {
        let_stay(tx, &permit, stay).await?;
        leave(tx, permit, &parpour::areas::areas()).await
    };
    group.act(who, go).await.unwrap();
}

async fn says(group: &Group<'_>, who: usize, about: decisions::ProposalId, words: &str) -> ContributionId {
    let say =
        async |tx: &Tx<'_>, permit: Permit<Contribute>| say(tx, permit, about, ContributionKind::Worries, words).await;
    group.act(who, say).await.unwrap()
}

on_each_database!(nothing_of_her_is_left_in_the_files, |world| {
    let group = world.a_group().with_rule("discussion_days_ordinary", "5").found().await;
    let id = group.proposes(1).sent().await.unwrap();
    group.seconds(2, id).await.unwrap();
    says(&group, 0, id, "MARQUEUN a peur du bruit").await;
    let kept = says(&group, 0, id, "MARQUEDEUX trouve ça beau").await;
    group.proposes(0).titled("MARQUETROIS").saying("MARQUETROIS").drafted().await.unwrap();
    let point = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| {
        contact::add(tx, permit, ContactKind::Phone, "MARQUEQUATRE", true).await
    };
    group.act(0, point).await.unwrap();
    let link = Link { to: group.members[1], channel: Channel::Call, rhythm: Rhythm::Weekly };
    let rest = async |tx: &Tx<'_>, permit: Permit<Rest>| {
        pause(tx, permit, Pausing { link: Some(link), ..Pausing::default() }).await
    };
    group.act(0, rest).await.unwrap();
    // Drafts are not sealed: they show that the scan sees what is there.
    assert!(!scan(world, "MARQUETROIS").await.is_empty());
    let raw = world.raw().await;
    let keys = raw.rows("member_key").await;
    raw.close().await;
    leaves(&group, 0, &[kept]).await;
    let raw = world.raw().await;
    assert_eq!(raw.rows("member_key").await, keys - 1, "her key is gone");
    raw.close().await;
    assert_eq!(people::standing(&group.read(), group.members[0]).await.unwrap(), Some(Standing::Left));
    group.write(async |tx: &Tx<'_>| Ok(parpour::areas::areas().purge(tx).await?)).await.unwrap();
    world.db.settle_files().await.unwrap();
    for mark in ["MARQUEUN", "MARQUEDEUX", "MARQUETROIS", "MARQUEQUATRE", &group.name(0), &group.email(0)] {
        assert_eq!(scan(world, mark).await, Vec::<String>::new(), "{mark}");
    }
    let said = group.seen_by(1, id).await.unwrap().contributions;
    assert_eq!(said.iter().map(|one| one.words.as_str()).collect::<Vec<_>>(), ["MARQUEDEUX trouve ça beau"]);
    assert_eq!(people::names(&group.read()).await.unwrap().of(said[0].author), None, "a member without a name");
    assert!(matches!(verify(&group.export().await), Verdict::Sound(_)));
    let entries = group.entries_about(group.members[0]).await;
    assert_eq!(entries.last().unwrap().kind, kinds::LEFT);
    assert_eq!(entries.last().unwrap().body, Some(serde_json::json!({})));
});

on_each_database!(answers_to_what_she_takes_along_go_with_it, |world| {
    let group = world.a_group().found().await;
    let id = group.proposes(1).sent().await.unwrap();
    let said = says(&group, 0, id, "Pourquoi si tôt ?").await;
    let reply = async |tx: &Tx<'_>, permit: Permit<Contribute>| answer(tx, permit, said, "Parce que.").await;
    group.act(1, reply).await.unwrap();
    leaves(&group, 0, &[]).await;
    assert_eq!(group.seen_by(1, id).await.unwrap().contributions, []);
    assert_eq!(mine::said(&group.read(), group.members[1]).await.unwrap(), []);
});

on_each_database!(votes_stand_while_open_and_become_counts, |world| {
    let group = world.a_group().with_people(5).quick().found().await;
    let closed = group.adopts(None).await;
    let open = group.open_vote(None).await;
    let silent = group.open_vote(None).await;
    group.votes_saying(4, open, Choice::No, "Une raison.").await.unwrap();
    leaves(&group, 4, &[]).await;
    let seen = group.see(closed).await;
    assert_eq!(seen.result.unwrap().outcome.counts.yes, 5, "counts stay");
    let vote = seen.vote.unwrap();
    assert_eq!((vote.received, vote.ballots.len()), (5, 4), "her choice is no longer there");
    group.votes(0, open, Choice::Yes).await.unwrap();
    for who in 0..2 {
        group.votes(who, silent, Choice::Yes).await.unwrap();
    }
    assert_eq!(group.see(silent).await.vote.unwrap().roll, 4, "left without a ballot: not counted");
    group.to_next_step(open).await;
    group.settle().await;
    let result = group.see(open).await;
    let counted = result.result.unwrap();
    let counts = counted.outcome.counts;
    assert_eq!((counts.yes, counts.no, counted.roll), (1, 1, 5), "her ballot stands");
    assert_eq!(result.vote.unwrap().ballots.len(), 1, "and then nothing says whose it was");
});

on_each_database!(mandates_end_with_her_and_it_is_written_down, |world| {
    let group = world.a_group().quick().found().await;
    group.adopts(group.grant(1, &["write_welcome_page"], 90)).await;
    let mandate = group.mandates().await[0].id;
    leaves(&group, 1, &[]).await;
    assert_eq!(group.mandates().await, []);
    assert_eq!(group.told_about(mandate).await.last().map(String::as_str), Some(kinds::MANDATE_ENDED));
});

// Ruling 17: what is kept by law is read by whoever holds the mandate for it, and each reading is told.
on_each_database!(the_legal_register_is_read_with_its_mandate_and_each_reading_is_told, |world| {
    let group = world.a_group().with_people(5).quick().with_rule("legal_frame", "quebec_part_3").found().await;
    group.adopts(group.grant(1, &["keep_legal_register"], 90)).await;
    let mandate = group.mandates().await[0].id;
    leaves(&group, 4, &[]).await;
    let reads = async |who: usize| {
        let read = async |tx: &Tx<'_>, permit: Permit<KeepLegalRegister>| legal_register::read(tx, &permit).await;
        group.act(who, read).await
    };
    let read = reads(1).await.unwrap();
    assert_eq!(read.present.len(), 4);
    assert_eq!(read.past.iter().map(|entry| entry.name.clone()).collect::<Vec<_>>(), [group.name(4)]);
    reads(1).await.unwrap();
    let told = group.told_about(mandate).await;
    assert_eq!(told.iter().filter(|kind| kind.as_str() == kinds::MANDATE_USED).count(), 1, "once a day: {told:?}");
    assert_eq!(refused(reads(0).await), "error-needs-mandate", "nobody without the mandate");
});

on_each_database!(only_an_incorporated_group_keeps_a_name_by_law, |world| {
    for (frame, rows) in [("unincorporated", 0), ("other", 0), ("quebec_part_3", 1)] {
        let group = world.a_group().with_rule("legal_frame", frame).found().await;
        let before = what_stays(&group.read(), group.members[0]).await.unwrap();
        assert_eq!(before.map(|entry| entry.name), (rows == 1).then(|| group.name(0)));
        leaves(&group, 0, &[]).await;
        let raw = world.raw().await;
        assert_eq!(raw.rows("legal_register").await, rows, "{frame}");
        raw.close().await;
        world.db.settle_files().await.unwrap();
        assert_eq!(scan(world, &group.email(0)).await, Vec::<String>::new(), "sealed");
    }
});

on_each_database!(the_last_one_can_leave_and_no_way_leads_back, |world| {
    let group = world.a_group().found().await;
    for who in 0..3 {
        if who == 2 {
            let card = async |tx: &Tx<'_>, permit: Permit<HandCard>| hand_card(tx, permit, group.members[0]).await;
            let refusal = group.act(2, card).await;
            assert!(matches!(refusal, Err(commons::refusal::No::NotFound)), "no card leads into an empty place");
        }
        leaves(&group, who, &[]).await;
    }
    assert_eq!(people::how_many(&group.read()).await.unwrap(), 0);
    let again =
        group.act(0, async |tx: &Tx<'_>, permit: Permit<Leave>| leave(tx, permit, &parpour::areas::areas()).await);
    assert!(again.await.is_err());
    world.clock.advance(Duration::days(400));
    group.settle().await;
    assert!(matches!(verify(&group.export().await), Verdict::Sound(_)));
});
