//! Coming back with the help of people one chose (`reliability D6`, T10, R-37): the whole path on both stores, every
//! objection in time, races, what an asker learns, and walks compared step by step with the pure rules.

use super::{problems, refused};
use chrono::Duration;
use commons::clock::{Clock, Time};
use commons::db::Tx;
use commons::ids::MemberId;
use commons::outbox::{Sent, deliver_due};
use commons::refusal::{Arg, No};
use membership::RecoveryId;
use membership::commands::ask::{Asking, ask_on_paper};
use membership::commands::circle;
use membership::commands::confirm::confirm;
use membership::commands::keep_apart::keep_apart;
use membership::commands::recover::{self, Heard};
use membership::commands::sign_in::{AtTheDoor, sign_in};
use membership::commands::{print_card, session};
use membership::powers::{ChangeOwnAccess, EnterPaper, Permit, Vouch};
use membership::queries::circle::Close;
use membership::queries::recovery::{
    Told, all_about, all_seen_by, barred, for_browser, seen_by, vouched_for, words_for,
};
use membership::queries::{applications, circle as circles, my_card};
use membership::rules::recovery::{
    Account, Barred, CONVALESCENCE, Cannot, DELAY, Event, LONG_DELAY, Path, Recovery, State, Voucher, WAITS_FOR,
    may_vouch,
};
use parpour_tests::{Group, Post, World, count, in_parallel, on_each_database};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

const NEW: &str = "la rivière coule sous le pont";
/// Whose place it is. She is no founder: she has no passphrase and no address.
const OWNER: usize = 2;

/// `owner` asks `others`, who say yes.
async fn chooses(group: &Group<'_>, owner: usize, others: &[usize]) {
    for other in others {
        let (asked, asks) = (group.members[*other], group.members[owner]);
        let ask = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| circle::ask(tx, permit, asked).await;
        group.act(owner, ask).await.unwrap();
        let accept = async |tx: &Tx<'_>, permit: Permit<Vouch>| circle::accept(tx, permit, asks).await;
        group.act(*other, accept).await.unwrap();
    }
}

/// A group of eight in which [`OWNER`] chose four people.
async fn with_circle(world: &World) -> Group<'_> {
    let group = world.a_group().with_people(8).found().await;
    chooses(&group, OWNER, &[3, 4, 5, 6]).await;
    group
}

/// A browser that asks, with the request when it is about somebody.
struct Asker {
    browser: String,
    words: String,
}

async fn asks(group: &Group<'_>, name: &str) -> Asker {
    let browser = recover::ask(&group.world.db, group.id, name).await.unwrap();
    let words = words_for(&group.read(), &browser).join(" ");
    Asker { browser, words }
}

async fn request(group: &Group<'_>, owner: usize) -> RecoveryId {
    all_about(&group.read(), group.members[owner]).await.unwrap().pop().unwrap().id
}

async fn vouches(group: &Group<'_>, who: usize, id: RecoveryId, heard: Heard, words: &str) -> Result<(), No> {
    let confirmed = confirm(&group.world.db, group.id, group.members[who], &group.passphrase(who)).await?;
    group.act(who, async |tx: &Tx<'_>, permit| recover::vouch(tx, permit, confirmed, id, heard, words).await).await
}

async fn doubts(group: &Group<'_>, who: usize, id: RecoveryId) -> Result<(), No> {
    group.act(who, async |tx: &Tx<'_>, permit| recover::doubt(tx, permit, id).await).await
}

async fn completes(group: &Group<'_>, browser: &str) -> Result<String, No> {
    recover::complete(&group.world.db, group.id, browser, NEW, false).await
}

async fn opens(group: &Group<'_>, who: usize) -> String {
    let member = group.members[who];
    group.write(async |tx: &Tx<'_>| Ok(session::open(tx, member, true).await?)).await.unwrap()
}

async fn is_open(group: &Group<'_>, token: &str) -> bool {
    session::who(&group.world.db, group.id, token).await.unwrap().is_some()
}

async fn told(group: &Group<'_>, asker: &Asker) -> Told {
    for_browser(&group.read(), &asker.browser).await.unwrap().unwrap().1
}

on_each_database!(two_of_her_circle_and_three_days_open_her_place, |world| {
    let group = with_circle(world).await;
    let owner = group.members[OWNER];
    let asker = asks(&group, &group.name(OWNER).to_uppercase()).await;
    let id = request(&group, OWNER).await;
    assert_eq!(told(&group, &asker).await, Told::Asked);
    for (who, sees) in [(0, 0), (3, 1), (6, 1), (7, 0), (OWNER, 0)] {
        assert_eq!(all_seen_by(&group.read(), group.members[who]).await.unwrap().len(), sees, "{who}");
    }
    assert_eq!(
        problems(vouches(&group, 3, id, Heard::Voice, "un deux trois quatre").await),
        ["words: recovery-words-wrong"]
    );
    assert_eq!(refused(vouches(&group, 7, id, Heard::Voice, &asker.words).await), "error-not-found");
    vouches(&group, 3, id, Heard::Voice, &asker.words.to_uppercase()).await.unwrap();
    assert_eq!(refused(vouches(&group, 3, id, Heard::Voice, &asker.words).await), "recovery-vouched-already");
    assert_eq!(told(&group, &asker).await, Told::Asked);
    assert_eq!(refused(completes(&group, &asker.browser).await), "recovery-not-yet");
    vouches(&group, 4, id, Heard::Face, &asker.words).await.unwrap();
    let until = world.clock.now() + DELAY;
    assert_eq!(told(&group, &asker).await, Told::Waits { until });
    world.clock.set(until - Duration::microseconds(1));
    assert_eq!(refused(completes(&group, &asker.browser).await), "recovery-too-soon");
    world.clock.set(until);
    assert_eq!(told(&group, &asker).await, Told::Ready);
    let other_browser = "0".repeat(64);
    assert_eq!(refused(completes(&group, &other_browser).await), "recovery-not-yet", "only where it was asked");
    let token = completes(&group, &asker.browser).await.unwrap();
    assert!(is_open(&group, &token).await);
    assert_eq!(refused(completes(&group, &asker.browser).await), "recovery-over");
    let knock = AtTheDoor { name: group.name(OWNER), passphrase: NEW.to_owned(), own_device: false };
    sign_in(&world.db, group.id, knock).await.unwrap();
    let names: Vec<_> = vouched_for(&group.read(), owner).await.unwrap().into_iter().map(|one| one.name).collect();
    assert_eq!(names, [Some(group.name(3)), Some(group.name(4))], "she reads who vouched");
    let entries = group.entries_about(owner).await;
    let entry = entries.iter().find(|entry| entry.kind == "recovery.completed").unwrap();
    assert!(entry.actors.is_empty(), "the register does not tell who is in her circle");
});

on_each_database!(everything_else_that_opened_her_place_is_closed, |world| {
    let group = with_circle(world).await;
    let owner = group.members[OWNER];
    let asker = asks(&group, &group.name(OWNER)).await;
    let id = request(&group, OWNER).await;
    // Sessions that were open before, which whoever stole her telephone holds: they sign nobody in anew.
    let card = group.write(async |tx: &Tx<'_>| Ok(print_card::make_card(tx, owner).await?)).await.unwrap();
    let codes = my_card::shown(&group.read(), owner, card).await.unwrap();
    vouches(&group, 3, id, Heard::Voice, &asker.words).await.unwrap();
    vouches(&group, 4, id, Heard::Voice, &asker.words).await.unwrap();
    world.clock.advance(DELAY);
    completes(&group, &asker.browser).await.unwrap();
    let entered = print_card::enter(&world.db, group.id, &codes[0], false, "").await.unwrap();
    assert_eq!(entered, None, "the printed codes open nothing any more");
    let raw = world.raw().await;
    assert_eq!(raw.rows("card_code").await, 0);
    assert_eq!(raw.rows("session").await, 1, "only the one that was just opened");
    raw.close().await;
});

on_each_database!(a_place_used_of_late_or_with_a_mandate_waits_seven_days, |world| {
    let group = world.a_group().quick().with_people(8).found().await;
    chooses(&group, OWNER, &[3, 4, 5, 6]).await;
    let token = opens(&group, OWNER).await;
    assert!(is_open(&group, &token).await);
    let asker = asks(&group, &group.name(OWNER)).await;
    let id = request(&group, OWNER).await;
    vouches(&group, 3, id, Heard::Voice, &asker.words).await.unwrap();
    vouches(&group, 4, id, Heard::Voice, &asker.words).await.unwrap();
    assert_eq!(told(&group, &asker).await, Told::Waits { until: world.clock.now() + LONG_DELAY });
    world.clock.advance(LONG_DELAY);
    completes(&group, &asker.browser).await.unwrap();
    assert!(!is_open(&group, &token).await, "the session that was open is closed");

    chooses(&group, 7, &[0, 1, 5, 6]).await;
    group.adopts(group.grant(7, &["write_welcome_page"], 90)).await;
    let asker = asks(&group, &group.name(7)).await;
    let id = request(&group, 7).await;
    vouches(&group, 0, id, Heard::Voice, &asker.words).await.unwrap();
    vouches(&group, 1, id, Heard::Voice, &asker.words).await.unwrap();
    assert_eq!(told(&group, &asker).await, Told::Asked, "three for a mandate");
    vouches(&group, 5, id, Heard::Voice, &asker.words).await.unwrap();
    assert_eq!(told(&group, &asker).await, Told::Waits { until: world.clock.now() + LONG_DELAY });
});

on_each_database!(her_own_no_ends_it_at_every_step, |world| {
    let group = with_circle(world).await;
    let owner = group.members[OWNER];
    for vouchers in 0..3 {
        for way in ["signs in", "says no where she is in", "follows the link"] {
            world.clock.advance(Duration::days(100));
            let asker = asks(&group, &group.name(OWNER)).await;
            let id = request(&group, OWNER).await;
            for who in [3, 4].iter().take(vouchers) {
                vouches(&group, *who, id, Heard::Voice, &asker.words).await.unwrap();
            }
            if vouchers == 2 {
                world.clock.advance(LONG_DELAY);
            }
            match way {
                "signs in" => drop(opens(&group, OWNER).await),
                "follows the link" => {
                    let token = membership::mail::refuse_token(world.db.keyring(), group.id, id);
                    let refuse = async |tx: &Tx<'_>| recover::refuse_by_link(tx, id, &token).await;
                    group.write(refuse).await.unwrap();
                    group.write(refuse).await.unwrap();
                }
                _ => {
                    let refuse = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| recover::refuse(tx, permit).await;
                    group.act(OWNER, refuse).await.unwrap();
                }
            }
            assert!(all_about(&group.read(), owner).await.unwrap().is_empty(), "{way} after {vouchers}");
            world.clock.advance(LONG_DELAY);
            let answer = if vouchers == 0 { "recovery-not-yet" } else { "recovery-over" };
            assert_eq!(refused(completes(&group, &asker.browser).await), answer, "{way} after {vouchers}");
            let shown = if vouchers == 0 { Told::Asked } else { Told::Over };
            assert_eq!(told(&group, &asker).await, shown, "before anybody vouched, nothing tells that she was there");
        }
    }
    let wrong = async |tx: &Tx<'_>| recover::refuse_by_link(tx, RecoveryId::new(), "0").await;
    assert_eq!(refused(group.write(wrong).await), "error-not-found");
});

on_each_database!(one_doubt_asks_for_one_more_and_a_new_delay, |world| {
    let group = with_circle(world).await;
    let asker = asks(&group, &group.name(OWNER)).await;
    let id = request(&group, OWNER).await;
    vouches(&group, 3, id, Heard::Voice, &asker.words).await.unwrap();
    vouches(&group, 4, id, Heard::Voice, &asker.words).await.unwrap();
    world.clock.advance(DELAY);
    assert_eq!(refused(doubts(&group, 7, id).await), "error-not-found");
    doubts(&group, 5, id).await.unwrap();
    assert_eq!(told(&group, &asker).await, Told::Doubted);
    assert_eq!(refused(completes(&group, &asker.browser).await), "recovery-not-yet");
    let entries = group.entries_about(group.members[OWNER]).await;
    let frozen: Vec<_> = entries.iter().filter(|entry| entry.kind == "recovery.frozen").collect();
    assert!(frozen.len() == 1 && frozen[0].actors.is_empty(), "{frozen:?}");
    vouches(&group, 6, id, Heard::Face, &asker.words).await.unwrap();
    assert_eq!(told(&group, &asker).await, Told::Waits { until: world.clock.now() + DELAY });
    world.clock.advance(DELAY);
    completes(&group, &asker.browser).await.unwrap();
});

on_each_database!(without_a_circle_three_people_face_to_face_of_two_branches, |world| {
    let group = world.a_group().with_people(6).found().await;
    let asker = asks(&group, &group.name(OWNER)).await;
    let id = request(&group, OWNER).await;
    assert_eq!(problems(vouches(&group, 3, id, Heard::Voice, &asker.words).await), ["heard: recovery-face-to-face"]);
    for who in [0, 3, 4] {
        vouches(&group, who, id, Heard::Face, &asker.words).await.unwrap();
    }
    assert_eq!(told(&group, &asker).await, Told::Waits { until: world.clock.now() + LONG_DELAY });
});

on_each_database!(a_group_of_two_needs_the_printed_code_as_well, |world| {
    let group = world.a_group().with_people(2).found().await;
    let owner = group.members[1];
    let card = group.write(async |tx: &Tx<'_>| Ok(print_card::make_card(tx, owner).await?)).await.unwrap();
    let code = my_card::shown(&group.read(), owner, card).await.unwrap().remove(3);
    let asker = asks(&group, &group.name(1)).await;
    let id = request(&group, 1).await;
    vouches(&group, 0, id, Heard::Voice, &asker.words).await.unwrap();
    assert_eq!(told(&group, &asker).await, Told::NeedsCode);
    let give =
        async |words: &str| group.write(async |tx: &Tx<'_>| recover::give_code(tx, &asker.browser, words).await).await;
    assert_eq!(problems(give("un deux trois quatre").await), ["code: recovery-code-wrong"]);
    give(&code).await.unwrap();
    assert!(matches!(told(&group, &asker).await, Told::Waits { .. }));
});

/// What the store holds that somebody outside could measure.
async fn sizes(world: &World) -> Vec<(String, i64)> {
    let raw = world.raw().await;
    let mut sizes = Vec::new();
    for table in raw.tables().await {
        sizes.push((table.clone(), raw.rows(&table).await));
    }
    raw.close().await;
    sizes
}

on_each_database!(whoever_asks_learns_nothing_from_the_answer, |world| {
    let group = with_circle(world).await;
    let mut grown = Vec::new();
    for name in [group.name(OWNER), "Personne d'ici".to_owned(), group.name(OWNER), group.name(0), String::new()] {
        let before = sizes(world).await;
        let asker = asks(&group, &name).await;
        let after = sizes(world).await;
        let more: Vec<_> = before
            .into_iter()
            .zip(after)
            .filter(|(before, after)| before != after)
            .map(|(before, after)| (after.0, after.1 - before.1))
            .collect();
        grown.push((asker.browser.len(), asker.words.split(' ').count(), told(&group, &asker).await, more));
    }
    assert!(grown.windows(2).all(|two| two[0] == two[1]), "{grown:#?}");
    let once = all_about(&group.read(), group.members[OWNER]).await.unwrap();
    assert_eq!(once.len(), 1, "one request a week about a place");
    let post = Post::answering(Sent::Done);
    // More letters than one round takes.
    for _ in 0..5 {
        deliver_due(&world.db, &post).await.unwrap();
    }
    let letters = post.taken();
    let kinds = [membership::mail::WAY_BACK, membership::mail::CIRCLE_ASKED];
    assert!(letters.iter().all(|one| kinds.contains(&one.letter.kind.as_str()) && !one.letter.news));
    let hers = letters.iter().find(|one| one.letter.kind == membership::mail::WAY_BACK).unwrap();
    let token = hers.letter.args.iter().find(|(name, _)| name == "token").unwrap();
    assert!(matches!(&token.1, Arg::Text(text) if text.contains('/')));
});

on_each_database!(a_request_is_over_after_fourteen_days, |world| {
    let group = with_circle(world).await;
    let (asker, nobody) = (asks(&group, &group.name(OWNER)).await, asks(&group, "Personne").await);
    let id = request(&group, OWNER).await;
    world.clock.advance(WAITS_FOR - Duration::microseconds(1));
    assert_eq!((told(&group, &asker).await, told(&group, &nobody).await), (Told::Asked, Told::Asked));
    world.clock.advance(Duration::microseconds(1));
    assert_eq!((told(&group, &asker).await, told(&group, &nobody).await), (Told::Over, Told::Over));
    assert_eq!(refused(vouches(&group, 3, id, Heard::Voice, &asker.words).await), "recovery-over");
    group.write(async |tx: &Tx<'_>| Ok(recover::purge(tx).await?)).await.unwrap();
    world.clock.advance(Duration::days(90));
    group.write(async |tx: &Tx<'_>| Ok(recover::purge(tx).await?)).await.unwrap();
    let raw = world.raw().await;
    assert_eq!(raw.rows("recovery").await, 0);
    raw.close().await;
});

on_each_database!(whoever_vouches_has_bounds, |world| {
    let group = world.a_group().with_people(8).found().await;
    for owner in [2, 6, 7] {
        chooses(&group, owner, &[3, 4, 5]).await;
    }
    let mut asked = Vec::new();
    for owner in [2, 6, 7] {
        let asker = asks(&group, &group.name(owner)).await;
        asked.push((request(&group, owner).await, asker));
    }
    let vouch = async |who: usize, which: usize| {
        vouches(&group, who, asked[which].0, Heard::Voice, &asked[which].1.words).await
    };
    vouch(3, 0).await.unwrap();
    vouch(4, 0).await.unwrap();
    vouch(3, 1).await.unwrap();
    assert_eq!(refused(vouch(4, 1).await), "recovery-same-pair");
    assert_eq!(refused(vouch(3, 2).await), "recovery-vouched-often");
    vouch(4, 2).await.unwrap();
});

on_each_database!(a_place_handed_over_is_convalescent, |world| {
    let group = with_circle(world).await;
    let owner = group.members[OWNER];
    let asker = asks(&group, &group.name(OWNER)).await;
    let id = request(&group, OWNER).await;
    for who in [3, 4] {
        vouches(&group, who, id, Heard::Voice, &asker.words).await.unwrap();
    }
    world.clock.advance(DELAY);
    completes(&group, &asker.browser).await.unwrap();
    let until = world.clock.now() + CONVALESCENCE;
    for what in Barred::ALL {
        assert!(barred(&group.read(), owner, what).await.unwrap().is_some(), "{what:?}");
        assert_eq!(barred(&group.read(), group.members[3], what).await.unwrap(), None);
    }
    chooses(&group, 7, &[OWNER, 3, 5]).await;
    let other = asks(&group, &group.name(7)).await;
    let theirs = request(&group, 7).await;
    let vouching = async || {
        let confirmed = confirm(&world.db, group.id, owner, NEW).await?;
        let vouch =
            async |tx: &Tx<'_>, permit| recover::vouch(tx, permit, confirmed, theirs, Heard::Voice, &other.words).await;
        group.act(OWNER, vouch).await
    };
    assert_eq!(refused(vouching().await), "recovery-barred");
    let change = async || {
        use membership::commands::change_access::{change_email, check_email};
        let checked = check_email(&world.db, group.id, owner, NEW, "neuve@exemple.org").await?;
        group.act(OWNER, async |tx: &Tx<'_>, permit| change_email(tx, permit, checked, "").await).await
    };
    assert_eq!(refused(change().await), "recovery-barred");
    let another = group.members[7];
    let ask = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| circle::ask(tx, permit, another).await;
    assert_eq!(refused(group.act(OWNER, ask).await), "recovery-barred");
    let take_out = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| circle::remove(tx, permit, another).await;
    assert_eq!(refused(group.act(OWNER, take_out).await), "recovery-barred");
    let confirmed = confirm(&world.db, group.id, owner, NEW).await.unwrap();
    let print = async |tx: &Tx<'_>, permit| print_card::print_card(tx, permit, confirmed).await;
    assert_eq!(refused(group.act(OWNER, print).await), "recovery-barred");
    let confirmed = confirm(&world.db, group.id, owner, NEW).await.unwrap();
    let sheet = Asking { name: "Télesphore L.".to_owned(), ..Asking::default() };
    let enter = async |tx: &Tx<'_>, permit: Permit<EnterPaper>| {
        ask_on_paper(tx, permit, &world.joints, confirmed, &sheet).await
    };
    let id = group.act(OWNER, enter).await.unwrap();
    let signed = applications::signatures(&group.read(), id).await.unwrap();
    assert!(signed.is_none_or(|act| act.signers.is_empty()), "she enters a sheet, and signs for nobody");
    world.clock.set(until - Duration::days(2));
    assert_eq!(refused(vouching().await), "recovery-barred");
    world.clock.set(until);
    assert_eq!(barred(&group.read(), owner, Barred::Vouch).await.unwrap(), None);
    change().await.unwrap();
});

on_each_database!(two_last_vouches_at_once_are_one_step, |world| {
    let group = with_circle(world).await;
    let asker = asks(&group, &group.name(OWNER)).await;
    let id = request(&group, OWNER).await;
    vouches(&group, 3, id, Heard::Voice, &asker.words).await.unwrap();
    let outcomes = in_parallel(3, async |number| vouches(&group, 4 + number, id, Heard::Voice, &asker.words).await);
    let (went, stayed): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Result::is_ok);
    assert_eq!((went.len(), stayed.len()), (1, 2));
    for no in stayed {
        assert_eq!(refused(no), "recovery-enough-vouchers");
    }
    assert_eq!(all_about(&group.read(), group.members[OWNER]).await.unwrap()[0].recovery.vouchers.len(), 2);
});

on_each_database!(completing_and_doubting_at_once_never_both_succeed, |world| {
    let group = with_circle(world).await;
    for round in 0..count(4, 20) {
        world.clock.advance(Duration::days(200));
        let asker = asks(&group, &group.name(OWNER)).await;
        let id = request(&group, OWNER).await;
        for who in [3, 4] {
            vouches(&group, who, id, Heard::Voice, &asker.words).await.unwrap();
        }
        world.clock.advance(LONG_DELAY);
        let outcomes = in_parallel(2, async |number| match number {
            0 => completes(&group, &asker.browser).await.map(drop),
            _ => doubts(&group, 5, id).await,
        });
        let went = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        assert_eq!(went, 1, "round {round}: {outcomes:?}");
    }
});

on_each_database!(a_circle_is_seen_by_its_owner_and_each_sees_only_herself_in_it, |world| {
    let group = world.a_group().with_people(8).found().await;
    let members = &group.members;
    let ask = async |owner: usize, who: usize| {
        let asked = members[who];
        group
            .act(owner, async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| circle::ask(tx, permit, asked).await)
            .await
    };
    let say_no = async |who: usize, owner: usize| {
        let asks = members[owner];
        group.act(who, async |tx: &Tx<'_>, permit: Permit<Vouch>| circle::decline(tx, permit, asks).await).await
    };
    for who in [3, 4, 4] {
        ask(OWNER, who).await.unwrap();
    }
    assert_eq!(problems(ask(OWNER, OWNER).await), ["member: circle-choose"]);
    let mine = async |owner: usize| circles::mine(&group.read(), members[owner]).await.unwrap();
    let of_others = async |who: usize| circles::of_others(&group.read(), members[who]).await.unwrap();
    assert_eq!(mine(OWNER).await.len(), 2);
    assert!(mine(OWNER).await.iter().all(|close| !close.accepted));
    assert_eq!(of_others(3).await.len(), 1);
    assert!(of_others(5).await.is_empty() && of_others(OWNER).await.is_empty());
    let accept = async |tx: &Tx<'_>, permit: Permit<Vouch>| circle::accept(tx, permit, members[OWNER]).await;
    group.act(3, accept).await.unwrap();
    let nobody_asked = async |tx: &Tx<'_>, permit: Permit<Vouch>| circle::accept(tx, permit, members[OWNER]).await;
    assert_eq!(refused(group.act(5, nobody_asked).await), "error-not-found");
    say_no(4, OWNER).await.unwrap();
    say_no(4, OWNER).await.unwrap();
    assert_eq!(mine(OWNER).await.len(), 1, "the place is free, and nothing says why");
    for who in [0, 1, 4, 5, 6, 7] {
        ask(OWNER, who).await.unwrap();
    }
    assert_eq!(mine(OWNER).await.len(), 7);
});

on_each_database!(somebody_of_her_circle_closes_her_sessions_and_reads_nothing, |world| {
    let group = with_circle(world).await;
    let owner = group.members[OWNER];
    let (one, two, hers) = (opens(&group, OWNER).await, opens(&group, OWNER).await, opens(&group, 3).await);
    let close = async |who: usize| {
        let close = async |tx: &Tx<'_>, permit: Permit<Vouch>| circle::close_sessions(tx, permit, owner).await;
        group.act(who, close).await
    };
    assert_eq!(refused(close(7).await), "error-not-found");
    assert!(is_open(&group, &one).await);
    close(3).await.unwrap();
    assert!(!is_open(&group, &one).await && !is_open(&group, &two).await && is_open(&group, &hers).await);
    let closed: Vec<_> =
        circles::mine(&group.read(), owner).await.unwrap().into_iter().filter(|one| one.closed_at.is_some()).collect();
    assert_eq!(closed.iter().map(|one| one.id).collect::<Vec<_>>(), [group.members[3]], "she reads who did it");
    opens(&group, OWNER).await;
});

/// What somebody reads of circles: her own, those of others, and whom she could ask.
async fn reads_of_circles(group: &Group<'_>, who: usize) -> (Vec<Close>, Vec<Close>, Vec<MemberId>) {
    let (scope, member) = (group.read(), group.members[who]);
    let could = circles::who_could(&scope, member).await.unwrap().into_iter().map(|person| person.id).collect();
    (circles::mine(&scope, member).await.unwrap(), circles::of_others(&scope, member).await.unwrap(), could)
}

async fn keeps_apart(group: &Group<'_>, who: usize, from: usize) {
    let from = group.members[from];
    group.act(who, async |tx: &Tx<'_>, permit| keep_apart(tx, permit, from).await).await.unwrap();
}

// `reliability` R-35: whom somebody keeps apart from reads the same, and what she does there comes to nothing.
on_each_database!(whom_she_keeps_apart_from_reads_the_same_and_changes_nothing, |world| {
    let group = with_circle(world).await;
    let (owner, barred) = (group.members[OWNER], group.members[3]);
    let before = reads_of_circles(&group, 3).await;
    keeps_apart(&group, OWNER, 3).await;
    assert_eq!(reads_of_circles(&group, 3).await, before);
    let (hers, _, could) = reads_of_circles(&group, OWNER).await;
    assert!(hers.iter().all(|close| close.id != barred) && !could.contains(&barred));

    let open = opens(&group, OWNER).await;
    let close = async |tx: &Tx<'_>, permit: Permit<Vouch>| circle::close_sessions(tx, permit, owner).await;
    group.act(3, close).await.unwrap();
    assert!(is_open(&group, &open).await, "nobody whom she keeps apart from puts her out");

    let ask = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| circle::ask(tx, permit, owner).await;
    group.act(3, ask).await.unwrap();
    let (_, asked, _) = reads_of_circles(&group, OWNER).await;
    assert!(asked.iter().all(|close| close.id != barred), "she never reads of it");
});

// The vouch of somebody whom she keeps apart from is taken and never counts; neither the page that waits nor another
// answer shows it, however often it is tried.
on_each_database!(whom_she_keeps_apart_from_vouches_and_does_not_count, |world| {
    let (group, other) = (with_circle(world).await, with_circle(world).await);
    keeps_apart(&group, OWNER, 3).await;
    let mut seen = Vec::new();
    for group in [&group, &other] {
        let asker = asks(group, &group.name(OWNER)).await;
        let barred = group.members[3];
        let sees = all_seen_by(&group.read(), barred).await.unwrap().len();
        let id = request(group, OWNER).await;
        let wrong = problems(vouches(group, 3, id, Heard::Face, "ce ne sont pas").await);
        vouches(group, 3, id, Heard::Face, &asker.words).await.unwrap();
        let again = refused(vouches(group, 3, id, Heard::Face, &asker.words).await);
        let mine = seen_by(&group.read(), barred, id).await.unwrap().vouched.contains(&barred);
        let early = refused(completes(group, &asker.browser).await);
        seen.push((sees, wrong, again, mine, early, told(group, &asker).await));
        vouches(group, 4, id, Heard::Face, &asker.words).await.unwrap();
    }
    assert_eq!(seen[0], seen[1]);
    let waits = async |group: &Group<'_>| {
        let state = all_about(&group.read(), group.members[OWNER]).await.unwrap()[0].recovery.state;
        matches!(state, State::Waiting { .. })
    };
    assert!(!waits(&group).await && waits(&other).await, "two who count, or no delay begins");
});

// `reliability` T12: as long as nobody vouched, no answer of any page tells a place from a name that nobody has, nor
// whether its owner was there, nor when a request is old enough to go.
on_each_database!(every_answer_is_the_same_about_nobody, |world| {
    let group = with_circle(world).await;
    let (somebody, nobody) = (asks(&group, &group.name(OWNER)).await, asks(&group, "Personne d'ici").await);
    let answers = async |asker: &Asker| {
        let give = async |tx: &Tx<'_>| recover::give_code(tx, &asker.browser, "un deux trois quatre").await;
        let code = problems(group.write(give).await);
        (code, refused(completes(&group, &asker.browser).await), told(&group, asker).await)
    };
    assert_eq!(answers(&somebody).await, answers(&nobody).await);
    opens(&group, OWNER).await;
    assert_eq!(answers(&somebody).await, answers(&nobody).await, "she was there");
    let purge = async || group.write(async |tx: &Tx<'_>| Ok(recover::purge(tx).await?)).await.unwrap();
    world.clock.advance(WAITS_FOR + Duration::days(1));
    purge().await;
    assert_eq!(answers(&somebody).await, answers(&nobody).await, "over");
    let owner = group.members[OWNER];
    group.write(async |tx: &Tx<'_>| Ok(recover::forget(tx, owner).await?)).await.unwrap();
    assert_eq!(answers(&somebody).await, answers(&nobody).await, "she left");
});

// M20: those who watch are told when it is asked and when the delay begins, and she too.
on_each_database!(her_circle_is_told_when_it_is_asked_and_when_the_delay_begins, |world| {
    let group = with_circle(world).await;
    let raw = world.raw().await;
    let letters = async |kind: &str, step: &str| {
        raw.number(&format!("SELECT count(*) FROM outbox WHERE dedupe_key LIKE '{kind}/%/{step}%'")).await
    };
    let asker = asks(&group, &group.name(OWNER)).await;
    let id = request(&group, OWNER).await;
    let (owner, circle) = (membership::mail::WAY_BACK, membership::mail::CIRCLE_ASKED);
    assert_eq!((letters(owner, "asked").await, letters(circle, "asked").await), (1, 7), "some go nowhere");
    for who in [3, 4] {
        vouches(&group, who, id, Heard::Voice, &asker.words).await.unwrap();
    }
    assert_eq!((letters(owner, "delayed").await, letters(circle, "delayed").await), (1, 4));
    raw.close().await;
});

/// What came of a step in the store, in the words of the rules.
fn outcome(result: Result<(), No>) -> Option<String> {
    result.err().map(|no| refused(Err::<(), _>(no)))
}

fn expected(cannot: Cannot) -> &'static str {
    match cannot {
        Cannot::Changed => "error-changed-meanwhile",
        Cannot::Over => "recovery-over",
        Cannot::NotOfTheCircle | Cannot::OtherBrowser => "error-not-found",
        Cannot::VouchedAlready => "recovery-vouched-already",
        Cannot::EnoughVouchers => "recovery-enough-vouchers",
        Cannot::NoCodeNeeded => "recovery-no-code-needed",
        Cannot::NotEnoughVouchers => "recovery-not-yet",
        Cannot::TooSoon(_) => "recovery-too-soon",
    }
}

/// One life of a request in the store, and the same in the rules alone.
async fn walk(group: &Group<'_>, seed: u64) -> bool {
    let mut chance = StdRng::seed_from_u64(seed);
    let world = group.world;
    // Long enough for every bound and every use of the place to be forgotten.
    world.clock.advance(Duration::days(200));
    let asker = asks(group, &group.name(OWNER)).await;
    let id = request(group, OWNER).await;
    let circle = Path::Circle((3..7).map(|who| group.members[who]).collect());
    let quiet = Account { holds_mandate: false, used_at: None, address_changed_at: None };
    let mut model = Recovery::request(group.members[OWNER], circle, &quiet, world.clock.now());
    let asked_at = world.clock.now();
    let mut given: Vec<(usize, Time)> = Vec::new();
    for step in 0..14 {
        let minutes = [1, 60, 24 * 60, 72 * 60][chance.random_range(0..4)];
        world.clock.advance(Duration::minutes(minutes));
        let now = world.clock.now();
        let who = chance.random_range(3..8);
        let branch = group.members[who];
        let (event, came) = match chance.random_range(0..12) {
            0..6 => {
                let recent: Vec<_> = given
                    .iter()
                    .map(|(who, at)| membership::rules::recovery::Vouched {
                        voucher: group.members[*who],
                        person: group.members[OWNER],
                        at: *at,
                    })
                    .collect();
                if may_vouch(&model, branch, &recent, now).is_err() {
                    continue;
                }
                let came = vouches(group, who, id, Heard::Voice, &asker.words).await;
                if came.is_ok() {
                    given.retain(|(other, _)| *other != who);
                    given.push((who, now));
                }
                (Event::Vouch(Voucher { member: branch, branch }), came)
            }
            6 => (Event::Doubt(branch), doubts(group, who, id).await),
            7 if chance.random_range(0..3) == 0 => {
                let token = membership::mail::refuse_token(world.db.keyring(), group.id, id);
                let refuse = async |tx: &Tx<'_>| recover::refuse_by_link(tx, id, &token).await;
                group.write(refuse).await.unwrap();
                let over = model.step(model.seq, Event::OwnerObjects, &quiet, now).is_err();
                // The link says the same whether there was something left to refuse.
                (
                    Event::OwnerObjects,
                    if over { Err(No::Expired(commons::refusal::Message::new("recovery-over"))) } else { Ok(()) },
                )
            }
            _ => (Event::Complete { in_requesting_browser: true }, completes(group, &asker.browser).await.map(drop)),
        };
        let next = model.step(model.seq, event, &quiet, now);
        // Outside the circle nobody is told that it is over.
        let outside = who == 7 && matches!(event, Event::Vouch(_) | Event::Doubt(_));
        let wanted = if outside { Some("error-not-found") } else { next.as_ref().err().copied().map(expected) };
        // As long as nobody vouches, whoever asks for the place reads what somebody who asked about nobody would read.
        let uniform = matches!(event, Event::Complete { .. }) && model.vouchers.is_empty();
        let so_far = if now < asked_at + WAITS_FOR { "recovery-not-yet" } else { "recovery-over" };
        let wanted = if uniform { Some(so_far) } else { wanted };
        assert_eq!(outcome(came).as_deref(), wanted, "seed {seed}, step {step}: {event:?} on {model:?}");
        if let Ok(next) = next {
            model = next;
        }
        let stored = all_about(&group.read(), group.members[OWNER]).await.unwrap();
        match model.state_at(now) {
            State::Completed { .. } => return true,
            State::Cancelled | State::Expired => assert!(stored.is_empty(), "seed {seed}, step {step}"),
            state => {
                let stored = &stored[0].recovery;
                assert_eq!(stored.state_at(now), state, "seed {seed}, step {step}");
                let members = |recovery: &Recovery| {
                    recovery.vouchers.iter().map(|voucher| voucher.member).collect::<std::collections::BTreeSet<_>>()
                };
                assert_eq!(
                    (stored.seq, members(stored), stored.needed()),
                    (model.seq, members(&model), model.needed()),
                    "seed {seed}, step {step}"
                );
            }
        }
    }
    false
}

// walks of the store beside those of the rules (ruling 38). `PARPOUR_TEST_SEED=<seed>` replays one.
on_each_database!(random_lives_of_a_request_follow_the_rules, |world| {
    let group = with_circle(world).await;
    if let Some(seed) = std::env::var("PARPOUR_TEST_SEED").ok().and_then(|seed| seed.parse().ok()) {
        println!("seed {seed}: handed over: {}", walk(&group, seed).await);
        return;
    }
    let first = rand::random_range(0..1_000_000_000);
    println!("seeds from {first}");
    let walks = count(60, 3_000);
    let mut handed_over = 0;
    for seed in first..first + walks {
        handed_over += u64::from(walk(&group, seed).await);
    }
    println!("{walks} walks, {handed_over} places handed over");
    assert!(handed_over > 3, "walks that never end well prove little");
});
