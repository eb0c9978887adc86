//! Votes through the pages: at once, at the deadline, and with a form that outlived its session.

use crate::lived::{Lived, Reader, on_each_lived, on_lived};
use crate::site::{LOOPBACK, Parts};
use crate::visitor::{Ask, Fields, Visitor, fields};
use crate::walk::hash;
use commons::db::Tx;
use commons::refusal::No;
use commons::register::kinds;
use decisions::rules::state::State;
use membership::commands::session;
use parpour_tests::{Kind, World, in_parallel, on_each_database};
use std::collections::{BTreeMap, HashMap};

const AT_ONCE: usize = 50;

async fn session_of(world: &World, lived: &Lived, who: usize) -> String {
    let group = lived.group(world);
    group.write(async |tx: &Tx<'_>| Ok::<_, No>(session::open(tx, lived.members[who], true).await?)).await.unwrap()
}

/// Each sends one form from a browser and a thread of its own. What came of each: status and one-time id.
fn all_send(world: &World, sendings: Vec<(String, String, Fields)>) -> Vec<u16> {
    let parts = Parts::of(world, LOOPBACK, HashMap::new());
    in_parallel(sendings.len(), |number| {
        let (parts, (token, path, form)) = (parts.clone(), sendings[number].clone());
        async move {
            let site = parts.start().await;
            let mut visitor = site.signed_in(&token);
            let sent = visitor.proven(&form).await;
            visitor.ask(Ask::post(&path, &sent)).await.status
        }
    })
}

on_each_lived!(fifty_forms_of_one_member_leave_one_ballot, |world, lived| {
    let group = lived.group(world);
    let token = session_of(world, lived, 2).await;
    let path = lived.fill("/g/{g}/decide/{vote}/vote");
    let choices = ["yes", "no", "abstain"];
    let form =
        |number: usize| (token.clone(), path.clone(), fields(&[("choice", choices[number % 3]), ("reason", "")]));
    let before = world.raw().await;
    let (ballots, head) = (before.rows("ballot").await, group.head().await);
    let statuses = all_send(world, (0..AT_ONCE).map(form).collect());
    // Waiting too long for a turn is said honestly; what is said to be done is done.
    let done = statuses.iter().filter(|status| **status == 303).count();
    assert!(statuses.iter().all(|status| [303, 503].contains(status)), "{statuses:?}");
    assert!(done > 0, "{statuses:?}");
    assert_eq!(before.rows("ballot").await, ballots + 1);
    assert_eq!(group.head().await, head, "an open ballot is not told to the register before the end");
    before.close().await;
    println!("{done} of {AT_ONCE} answered at once, one ballot");
});

on_each_lived!(the_same_form_fifty_times_acts_once, |world, lived| {
    let token = session_of(world, lived, 2).await;
    let path = lived.fill("/g/{g}/decide/{talk}/say");
    let raw = world.raw().await;
    let before = raw.rows("contribution").await;
    let words = "Une seule fois, même si on appuie cinquante fois sur le bouton.";
    let parts = Parts::of(world, LOOPBACK, HashMap::new());
    let site = parts.clone().start().await;
    let sent = site.signed_in(&token).proven(&fields(&[("kind", "question"), ("words", words)])).await;
    let statuses = in_parallel(AT_ONCE, |_| {
        let (parts, token, path, sent) = (parts.clone(), token.clone(), path.clone(), sent.clone());
        async move { parts.start().await.signed_in(&token).ask(Ask::post(&path, &sent)).await.status }
    });
    assert!(statuses.iter().all(|status| [303, 503].contains(status)), "{statuses:?}");
    assert_eq!(raw.rows("contribution").await, before + 1);
    raw.close().await;
});

on_each_database!(votes_before_the_deadline_count_and_none_after, |world| {
    let group = world.a_group().with_people(AT_ONCE).quick().found().await;
    let id = group.open_vote(None).await;
    let proposal = group.see(id).await;
    let path = format!("/g/{}/decide/{}/vote", group.slug, proposal.number.unwrap());
    let mut tokens = Vec::new();
    for member in group.members.clone() {
        let open = async |tx: &Tx<'_>| Ok::<_, No>(session::open(tx, member, true).await?);
        tokens.push(group.write(open).await.unwrap());
    }
    let closes = proposal.closes_at.unwrap();
    world.clock.set(closes - chrono::Duration::microseconds(1));
    let parts = Parts::of(world, LOOPBACK, HashMap::new());
    let statuses = in_parallel(AT_ONCE, |number| {
        let (parts, token, path, clock) = (parts.clone(), tokens[number].clone(), path.clone(), world.clock.clone());
        async move {
            let site = parts.start().await;
            let mut visitor = site.signed_in(&token);
            let sent = visitor.proven(&fields(&[("choice", "yes")])).await;
            if number == AT_ONCE / 2 {
                clock.set(closes);
            }
            visitor.ask(Ask::post(&path, &sent)).await.status
        }
    });
    let mut kinds: BTreeMap<u16, usize> = BTreeMap::new();
    for status in &statuses {
        *kinds.entry(*status).or_default() += 1;
    }
    assert!(statuses.iter().all(|status| [303, 409, 503].contains(status)), "{kinds:?}");
    group.settle().await;
    let seen = group.see(id).await;
    assert!(seen.state.is_over() && seen.state != State::Withdrawn);
    let counted = seen.vote.unwrap().ballots.len();
    assert_eq!(counted, kinds.get(&303).copied().unwrap_or_default(), "{kinds:?}");
    assert_eq!(
        group
            .told_about(id)
            .await
            .iter()
            .filter(|kind| [kinds::ADOPTED, kinds::NOT_ADOPTED].contains(&kind.as_str()))
            .count(),
        1
    );
    println!("{kinds:?}: {counted} ballots counted");
});

#[test]
fn a_vote_sent_too_late_comes_back_with_its_words() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let token = session_of(world, lived, 2).await;
        let mut member = site.signed_in(&token);
        let path = lived.fill("/g/{g}/decide/{vote}/vote");
        member.open(&path).await;
        let reason = "J'aurais aimé en parler encore un peu, à la cuisine.";
        let sent = member.page.form(&path).with(&[("choice", "no"), ("reason", reason)]);
        let id = {
            decisions::queries::proposal::id_of(&lived.group(world).read(), lived.named("vote").parse().unwrap())
                .await
                .unwrap()
        };
        world.clock.set(lived.group(world).see(id).await.closes_at.unwrap());
        let answer = member.ask(Ask::post(&path, &sent)).await;
        assert_eq!(answer.status, 409, "{}", answer.text());
        assert!(answer.keeps(reason), "{}", answer.text());
    });
}

/// The form is kept with the way to the door; after signing in, the same words go through.
#[test]
fn a_vote_outlives_a_session() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut member: Visitor<'_> = lived.reader(world, &site, Reader::Member).await;
        let path = lived.fill("/g/{g}/decide/{vote}/vote");
        member.open(&path).await;
        let reason = "Parce que le vieux fuit depuis le mois de mars.";
        let sent = member.page.form(&path).with(&[("choice", "yes"), ("reason", reason)]);
        world.clock.advance(chrono::Duration::minutes(20));
        let answer = member.ask(Ask::post(&path, &sent)).await;
        assert_eq!(answer.status, 403, "{}", answer.text());
        assert!(answer.keeps(reason), "{}", answer.text());
        let number = lived.named("vote").parse().unwrap();
        let id = decisions::queries::proposal::id_of(&lived.group(world).read(), number).await.unwrap();
        assert!(lived.group(world).seen_by(2, id).await.unwrap().vote.unwrap().mine.is_none());
        // Her words wait inside, with a button (ruling 12).
        let token = session_of(world, lived, 2).await;
        let mut back = site.signed_in(&token);
        back.open(&lived.fill("/g/{g}/me/kept")).await;
        let sent = back.page.form(&path).fields.clone();
        let done = back.ask(Ask::post(&path, &sent)).await;
        assert_eq!(done.status, 303, "{}", done.text());
        let mine = lived.group(world).seen_by(2, id).await.unwrap().vote.unwrap().mine.unwrap();
        assert_eq!(mine.reason.as_deref(), Some(reason));
    });
}

#[test]
fn news_stop_with_one_click_from_a_program_without_cookies() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let stop = membership::mail::stop_token(world.db.keyring(), lived.group(world).id, lived.members[0]);
        let path = lived.fill(&format!("/g/{{g}}/stop-news/{}/{stop}", lived.members[0]));
        lived
            .group(world)
            .act(0, async |tx: &Tx<'_>, permit| membership::commands::change_access::want_news(tx, permit, true).await)
            .await
            .unwrap();
        let before = hash(world).await;
        for _ in 0..2 {
            assert_eq!(site.visitor().ask(Ask::get(&path)).await.status, 200);
        }
        assert_eq!(hash(world).await, before, "looking stopped something");
        let wants = async || {
            let scope = lived.group(world).read();
            membership::queries::people::who_want_news(&scope).await.unwrap().contains(&lived.members[0])
        };
        assert!(wants().await);
        let wrong = lived.fill("/g/{g}/stop-news/{friend}/{stop}");
        assert_eq!(site.visitor().ask(Ask::post(&wrong, &[])).await.status, 404);
        // As RFC 8058 says: no cookie, no origin, one field, from wherever the mail program runs.
        let click = Ask::post(&path, &fields(&[("List-Unsubscribe", "One-Click")]));
        let answer = site.visitor().ask(click.clone()).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        assert!(!wants().await);
        assert_eq!(site.visitor().ask(click.with("sec-fetch-site", "cross-site")).await.status, 200, "again is fine");
    });
}
