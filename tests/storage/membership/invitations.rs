//! Coming in: by a link, by the words of a card, by the person's own act.

use super::{problems, refused};
use chrono::Duration;
use commons::clock::EVENING_HOURS;
use commons::db::Tx;
use commons::outbox::{Sent, To, deliver_due};
use commons::refusal::No;
use commons::register;
use membership::commands::ask::Asking;
use membership::commands::confirm::confirm;
use membership::commands::invite::{self, GOOD_DAYS, WayIn, way_in};
use membership::commands::join::{Arrival, join};
use membership::commands::session;
use membership::joint::Signed;
use membership::powers::{HandCard, Invite, Permit};
use membership::queries::applications::{self, way_back};
use membership::queries::{invitations, people};
use membership::{ApplicationId, InvitationId};
use parpour_tests::{Group, Post, in_parallel, on_each_database};

const PASSPHRASE: &str = "la rivière coule sous le pont";

async fn invites(group: &Group<'_>, who: usize, email: &str) -> Result<InvitationId, No> {
    group.invites(who, email).await
}

async fn hands_card(group: &Group<'_>, who: usize, to: usize) -> Result<InvitationId, No> {
    let to = group.members[to];
    group.act(who, async |tx: &Tx<'_>, permit: Permit<HandCard>| invite::hand_card(tx, permit, to).await).await
}

fn way(group: &Group<'_>, id: InvitationId) -> WayIn {
    way_in(group.world.db.keyring(), group.id, id)
}

fn arrival(link_or_words: &str, name: &str) -> Arrival {
    let (name, passphrase) = (name.to_owned(), PASSPHRASE.to_owned());
    Arrival { link_or_words: link_or_words.to_owned(), name, passphrase, ..Arrival::default() }
}

async fn comes_in(group: &Group<'_>, arrival: Arrival) -> Result<String, No> {
    join(&group.world.db, group.id, arrival).await
}

/// Somebody asks, with an invitation.
async fn asks(group: &Group<'_>, invitation: &str, name: &str) -> Result<ApplicationId, No> {
    let asking = Asking { name: name.to_owned(), invitation: invitation.to_owned(), ..Asking::default() };
    group.asks_with(asking).await
}

/// The link of somebody whom the group admitted.
async fn admitted(group: &Group<'_>) -> String {
    let id = group.asks("Philomène").await.unwrap();
    group.signs_for(1, id).await.unwrap();
    group.link_of(id)
}

async fn names(group: &Group<'_>) -> Vec<String> {
    people::everyone(&group.read()).await.unwrap().into_iter().map(|person| person.name).collect()
}

on_each_database!(an_invitation_is_a_signature_so_its_maker_types_her_passphrase, |world| {
    let group = world.a_group().found().await;
    let wrong = confirm(&world.db, group.id, group.members[0], "une autre phrase que la sienne").await;
    assert_eq!(problems(wrong), ["present: passphrase-wrong"]);
    let anothers = confirm(&world.db, group.id, group.members[1], &group.passphrase(1)).await.unwrap();
    let signs = async |tx: &Tx<'_>, permit: Permit<Invite>| invite::invite(tx, permit, anothers, "").await;
    assert_eq!(refused(group.act(0, signs).await), "error-changed-meanwhile");
    assert!(invitations::all_made_by(&group.read(), group.members[0]).await.unwrap().is_empty());
    invites(&group, 0, "").await.unwrap();
});

on_each_database!(an_invitation_by_mail_is_a_way_to_ask_and_its_maker_signs_first, |world| {
    let group = world.a_group().found().await;
    let id = invites(&group, 0, "invitee@exemple.org").await.unwrap();
    let post = Post::answering(Sent::Done);
    deliver_due(&world.db, &post).await.unwrap();
    let letter = post.taken().pop().unwrap().letter;
    assert_eq!(letter.to, To::Address("invitee@exemple.org".to_owned()));
    let token = way(&group, id).token;
    assert!(invitations::opened_by(&group.read(), &token).await.unwrap().unwrap().member.is_none());
    assert_eq!(refused(comes_in(&group, arrival(&token, "Philomène")).await), "join-ask-first");
    let asked = asks(&group, &token, " Philomène  L. ").await.unwrap();
    let link = group.link_of(asked);
    assert_eq!(refused(comes_in(&group, arrival(&link, "Philomène")).await), "join-not-yet", "of three, two sign");
    assert_eq!(group.signs_for(1, asked).await.unwrap(), Signed::Done);
    let session = comes_in(&group, arrival(&link, "Philomène L.")).await.unwrap();
    let who = session::who(&world.db, group.id, &session).await.unwrap().unwrap();
    assert_eq!(people::names(&group.read()).await.unwrap().of(who.member), Some("Philomène L."));
    assert_eq!(refused(asks(&group, &token, "Autre").await), "join-gone");
    assert_eq!(refused(comes_in(&group, arrival(&link, "Autre")).await), "join-gone");
    assert_eq!(names(&group).await.len(), 4);
    let joined = group.entries_about(who.member).await;
    assert_eq!((joined[0].kind.as_str(), joined[0].actors.clone()), (register::kinds::JOINED, vec![who.member]));
});

on_each_database!(the_words_of_a_card_do_as_well_however_they_are_typed, |world| {
    let group = world.a_group().found().await;
    let words = way(&group, invites(&group, 0, "").await.unwrap()).words;
    assert_eq!(words.split(' ').count(), 4);
    assert!(invitations::opened_by(&group.read(), "pomme poire raisin fraise").await.unwrap().is_none());
    let typed = format!("  {} ", words.to_uppercase().replace(' ', "  "));
    let asked = asks(&group, &typed, "Philomène").await.unwrap();
    group.signs_for(1, asked).await.unwrap();
    let words = way_back(world.db.keyring(), group.id, asked).words;
    assert_eq!(words.split(' ').count(), 4, "whoever asked has four words too");
    comes_in(&group, arrival(&words.to_uppercase(), "Philomène")).await.unwrap();
});

on_each_database!(of_twenty_that_use_one_invitation_at_once_one_asks, |world| {
    let group = world.a_group().found().await;
    let token = way(&group, invites(&group, 0, "").await.unwrap()).token;
    let asked = in_parallel(20, |number| {
        let (group, token) = (&group, &token);
        async move { asks(group, token, &format!("Philomène {number}")).await.is_ok() }
    });
    assert_eq!(asked.into_iter().filter(|asked| *asked).count(), 1);
    assert_eq!(applications::waiting(&group.read()).await.unwrap().len(), 1);
});

on_each_database!(a_name_or_address_that_is_taken_is_asked_again_and_the_place_stays_hers, |world| {
    let group = world.a_group().found().await;
    let token = admitted(&group).await;
    assert_eq!(problems(comes_in(&group, arrival(&token, "NOELLA")).await), ["name: name-taken"]);
    assert_eq!(problems(comes_in(&group, arrival(&token, " ")).await), ["name: name-missing"]);
    let taken = Arrival { email: group.email(0), ..arrival(&token, "Philomène") };
    assert_eq!(problems(comes_in(&group, taken).await), ["email: email-taken"]);
    let without = Arrival { passphrase: String::new(), ..arrival(&token, "Philomène") };
    assert_eq!(problems(comes_in(&group, without).await), ["passphrase: join-needs-way-in"]);
    let weak = Arrival { passphrase: "court".into(), email: "x".into(), ..arrival(&token, "Philomène") };
    assert_eq!(problems(comes_in(&group, weak).await), ["email: email-unreadable", "passphrase: passphrase-short"]);
    comes_in(&group, arrival(&token, "Philomène")).await.unwrap();
});

on_each_database!(an_invitation_is_good_for_thirty_days, |world| {
    let group = world.a_group().found().await;
    let made = invites(&group, 0, "").await.unwrap();
    let token = way(&group, made).token;
    let until = invitations::made_by(&group.read(), group.members[0], made).await.unwrap().expires_at;
    let promised = group.now() + Duration::days(GOOD_DAYS.into());
    assert!(until >= promised && until < promised + Duration::days(1), "{until}");
    let hour = until.with_timezone(&group.charter().await.zone()).time();
    assert!(EVENING_HOURS.contains(&hour), "it ends in an evening, not at {hour}");
    world.clock.set(until);
    assert_eq!(refused(asks(&group, &token, "Philomène").await), "join-gone");
    world.clock.advance(-Duration::microseconds(1));
    asks(&group, &token, "Philomène").await.unwrap();
});

on_each_database!(three_invitations_a_week_each_and_one_taken_back_no_longer_opens, |world| {
    let group = world.a_group().found().await;
    let first = invites(&group, 0, "").await.unwrap();
    for _ in 0..2 {
        world.clock.advance(Duration::days(1));
        invites(&group, 0, "").await.unwrap();
    }
    assert_eq!(refused(invites(&group, 0, "").await), "invite-enough-this-week");
    let mine = invites(&group, 1, "").await.unwrap();
    world.clock.advance(Duration::days(5));
    invites(&group, 0, "").await.unwrap();
    let take_back = async |who: usize, id| {
        group.act(who, async |tx: &Tx<'_>, permit: Permit<Invite>| invite::take_back(tx, permit, id).await).await
    };
    assert_eq!(refused(take_back(1, first).await), "error-not-found", "only who made it");
    take_back(0, first).await.unwrap();
    assert_eq!(refused(take_back(0, first).await), "error-not-found");
    assert_eq!(refused(asks(&group, &way(&group, first).token, "Philomène").await), "join-gone");
    asks(&group, &way(&group, mine).token, "Philomène").await.unwrap();
    assert_eq!(refused(take_back(1, mine).await), "error-not-found", "a used one still counts");
});

on_each_database!(who_made_an_invitation_reads_it_again_and_nobody_else, |world| {
    let group = world.a_group().found().await;
    let id = invites(&group, 0, "").await.unwrap();
    let made = invitations::made_by(&group.read(), group.members[0], id).await.unwrap();
    assert_eq!(made.way_in, way(&group, id));
    assert!(invitations::made_by(&group.read(), group.members[1], id).await.is_err());
    asks(&group, &made.way_in.token, "Philomène").await.unwrap();
    assert!(invitations::made_by(&group.read(), group.members[0], id).await.is_err());
});

on_each_database!(a_card_gives_somebody_of_the_founding_list_her_own_place, |world| {
    let group = world.a_group().found().await;
    assert_eq!(refused(hands_card(&group, 0, 1).await), "card-has-way-in");
    let lost = hands_card(&group, 0, 2).await.unwrap();
    let card = hands_card(&group, 0, 2).await.unwrap();
    assert_eq!(
        refused(comes_in(&group, arrival(&way(&group, lost).words, "")).await),
        "join-gone",
        "a lost card is replaced"
    );
    let invited = invitations::opened_by(&group.read(), &way(&group, card).words).await.unwrap().unwrap();
    assert_eq!((invited.member, invited.name.as_deref()), (Some(group.members[2]), Some("Noëlla")));
    let session = comes_in(&group, arrival(&way(&group, card).words, "ignored")).await.unwrap();
    assert_eq!(session::who(&world.db, group.id, &session).await.unwrap().unwrap().member, group.members[2]);
    assert_eq!(names(&group).await, ["Noëlla", "Ovila", "Solange"], "nobody new");
    let entries = group.entries_about(group.members[2]).await;
    let kinds: Vec<&str> = entries.iter().map(|entry| entry.kind.as_str()).collect();
    let (handed, entered) = (register::kinds::CARD_HANDED, register::kinds::ENTERED);
    assert_eq!(kinds, [handed, handed, entered], "everybody sees who made one, and that the place was taken");
    assert_eq!(entries[2].actors, [group.members[2]]);
    assert_eq!(entries[2].body.as_ref().unwrap()["handed_by"], group.members[0].to_string());
    assert_eq!(refused(hands_card(&group, 0, 2).await), "card-has-way-in");
});

on_each_database!(while_a_card_waits_nobody_else_makes_one_for_the_same_place, |world| {
    let group = world.a_group().found().await;
    let first = hands_card(&group, 0, 2).await.unwrap();
    assert_eq!(refused(hands_card(&group, 1, 2).await), "card-waits");
    let handed = invitations::handed(&group.read()).await.unwrap();
    assert_eq!(handed.len(), 1);
    assert_eq!((handed[0].by, handed[0].to, handed[0].used), (group.members[0], group.members[2], false));
    world.clock.advance(Duration::days(1));
    let second = hands_card(&group, 1, 2).await.unwrap();
    assert_eq!(refused(comes_in(&group, arrival(&way(&group, first).token, "")).await), "join-gone");
    comes_in(&group, arrival(&way(&group, second).token, "")).await.unwrap();
    let handed = invitations::handed(&group.read()).await.unwrap();
    assert_eq!((handed.len(), handed[0].by, handed[0].used), (1, group.members[1], true), "and it is seen to be taken");
});

on_each_database!(nobody_takes_the_places_of_the_whole_list_in_a_day, |world| {
    let group = world.a_group().with_people(15).found().await;
    for to in 2..12 {
        hands_card(&group, 0, to).await.unwrap();
    }
    assert_eq!(refused(hands_card(&group, 0, 12).await), "card-enough-today");
    assert_eq!(refused(hands_card(&group, 0, 2).await), "card-enough-today", "a replaced one counts too");
    hands_card(&group, 1, 12).await.unwrap();
    world.clock.advance(Duration::days(1));
    hands_card(&group, 0, 13).await.unwrap();
});

on_each_database!(a_card_of_the_list_is_no_invitation_of_its_maker, |world| {
    let group = world.a_group().with_people(6).found().await;
    for to in 2..5 {
        let card = hands_card(&group, 0, to).await.unwrap();
        comes_in(&group, arrival(&way(&group, card).token, "")).await.unwrap();
    }
    for _ in 0..3 {
        invites(&group, 0, "").await.unwrap();
    }
    assert_eq!(refused(invites(&group, 0, "").await), "invite-enough-this-week");
});

on_each_database!(an_invitation_taken_back_still_counts_and_its_letter_stays, |world| {
    let group = world.a_group().found().await;
    for _ in 0..3 {
        let id = invites(&group, 0, "invitee@exemple.org").await.unwrap();
        let back = async |tx: &Tx<'_>, permit: Permit<Invite>| invite::take_back(tx, permit, id).await;
        group.act(0, back).await.unwrap();
        assert!(invitations::made_by(&group.read(), group.members[0], id).await.is_err());
    }
    assert_eq!(invitations::all_made_by(&group.read(), group.members[0]).await.unwrap(), []);
    assert_eq!(refused(invites(&group, 0, "").await), "invite-enough-this-week");
    let post = Post::answering(Sent::Done);
    deliver_due(&world.db, &post).await.unwrap();
    assert_eq!(post.taken().len(), 0, "nobody is written to for nothing");
});

on_each_database!(the_store_alone_cannot_try_the_words_of_a_card, |world| {
    let group = world.a_group().found().await;
    let words = way(&group, invites(&group, 0, "").await.unwrap()).words;
    let raw = world.raw().await;
    let hex = if world.kind == parpour_tests::Kind::Sqlite { "hex(words)" } else { "encode(words, 'hex')" };
    let stored = raw.texts(&format!("SELECT lower({hex}) FROM invitation")).await;
    raw.close().await;
    let guessed = hex::encode(membership::commands::secret::fingerprint(&register::words::fold_words(&words)));
    assert!(!stored[0].is_empty() && stored[0] != guessed, "anybody who reads the store could try all words");
    let index = world.db.keyring().blind_index(group.id, "invitation words", &register::words::fold_words(&words));
    assert_eq!(stored[0], hex::encode(index));
});

on_each_database!(the_same_form_lets_the_same_browser_in_again_for_a_minute, |world| {
    let group = world.a_group().found().await;
    let token = admitted(&group).await;
    let sending = "browser/nonce";
    let again = async |sending: &str| session::enter_again(&world.db, group.id, sending).await.unwrap();
    assert_eq!(again(sending).await, None);
    let clicked = Arrival { sending: sending.to_owned(), ..arrival(&token, "Philomène") };
    comes_in(&group, clicked.clone()).await.unwrap();
    assert_eq!(refused(comes_in(&group, clicked).await), "join-gone");
    let session = again(sending).await.unwrap();
    let who = session::who(&world.db, group.id, &session).await.unwrap().unwrap();
    assert_eq!(people::names(&group.read()).await.unwrap().of(who.member), Some("Philomène"));
    for other in ["", "another browser/nonce", "browser/another nonce"] {
        assert_eq!(again(other).await, None, "{other}");
    }
    world.clock.advance(Duration::minutes(1));
    assert_eq!(again(sending).await, None, "a minute later it is another story");
});

on_each_database!(a_name_drawn_like_another_is_taken, |world| {
    let group = world.a_group().found().await;
    let token = admitted(&group).await;
    assert_eq!(problems(comes_in(&group, arrival(&token, "Sоlаngе")).await), ["name: name-taken"], "Cyrillic letters");
    assert_eq!(problems(comes_in(&group, arrival(&token, "Sol\u{200b}ange")).await), ["name: name-hidden-signs"]);
});

on_each_database!(an_invitation_of_one_group_opens_no_other, |world| {
    let (group, other) = (world.a_group().found().await, world.a_group().found().await);
    let way = way(&group, invites(&group, 0, "").await.unwrap());
    for opener in [&way.token, &way.words] {
        assert_eq!(refused(asks(&other, opener, "Philomène").await), "join-gone");
        assert_eq!(refused(comes_in(&other, arrival(opener, "Philomène")).await), "join-gone");
    }
});
