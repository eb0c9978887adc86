//! Ways in, what a session is, ways out (`reliability D13`, rulings 12 to 14, 30).

use crate::lived::{Lived, Reader, on_lived};
use crate::site::{NO_MAIL, Parts, SECURE, TestSite};
use crate::visitor::{Answer, Ask, Visitor, fields, select};
use crate::walk::hash;
use chrono::Duration;
use commons::outbox::{self, Sent};
use commons::refusal::Arg;
use parpour_tests::{Kind, Post, World};
use std::collections::HashMap;

async fn at_the_door<'s>(site: &'s TestSite, lived: &Lived) -> Visitor<'s> {
    let mut visitor = site.visitor();
    visitor.open(&lived.fill("/g/{g}/door")).await;
    visitor
}

async fn by_passphrase<'s>(site: &'s TestSite, world: &World, lived: &Lived, own: bool) -> Visitor<'s> {
    let mut visitor = at_the_door(site, lived).await;
    let form = visitor.page.form(&lived.fill("/g/{g}/door"));
    let phrase = lived.group(world).passphrase(0);
    let mut sent = form.with(&[("name", "Solange"), ("passphrase", &phrase)]);
    if own {
        sent.push(("own_device".to_owned(), "yes".to_owned()));
    }
    let answer = visitor.ask(Ask::post(&form.action, &sent)).await;
    assert_eq!((answer.status, answer.location()), (303, lived.fill("/g/{g}").as_str()), "{}", answer.text());
    visitor.page = answer;
    visitor
}

fn session_cookie(answer: &Answer) -> &str {
    answer
        .cookies
        .iter()
        .find(|cookie| cookie.starts_with("pp=") || cookie.starts_with("__Host-pp="))
        .map_or("", String::as_str)
}

async fn is_in(visitor: &mut Visitor<'_>, lived: &Lived) -> bool {
    visitor.ask(Ask::get(&lived.fill("/g/{g}"))).await.status == 200
}

#[test]
fn a_device_is_shared_until_somebody_says_otherwise() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        for path in ["/g/{g}/door", "/g/{g}/join/{card_link}", "/g/{g}/asked/{admitted_link}"] {
            let mut visitor = site.visitor();
            visitor.open(&lived.fill(path)).await;
            let page = visitor.page.html();
            let boxes = select(&page, "input[name=own_device]");
            assert!(!boxes.is_empty() && boxes.iter().all(|one| one.value().attr("checked").is_none()), "{path}");
        }
        let shared = by_passphrase(&site, world, lived, false).await;
        let cookie = session_cookie(&shared.page);
        assert!(
            cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && !cookie.contains("Max-Age"),
            "{cookie}"
        );
        let own = by_passphrase(&site, world, lived, true).await;
        assert!(session_cookie(&own.page).contains("Max-Age=7776000"), "{}", session_cookie(&own.page));
    });
}

#[test]
fn over_tls_the_session_is_bound_to_the_host() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = Parts::of(world, SECURE, HashMap::new()).start().await;
        let visitor = by_passphrase(&site, world, lived, false).await;
        let cookie = session_cookie(&visitor.page);
        assert!(cookie.starts_with("__Host-pp=") && cookie.contains("Secure") && cookie.contains("Path=/"), "{cookie}");
        assert!(!cookie.contains("Domain"), "{cookie}");
    });
}

#[test]
fn on_a_shared_device_fifteen_minutes_without_a_page_end_it() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut visitor = by_passphrase(&site, world, lived, false).await;
        for _ in 0..3 {
            world.clock.advance(Duration::minutes(14));
            assert!(is_in(&mut visitor, lived).await);
        }
        world.clock.advance(Duration::minutes(15));
        assert!(!is_in(&mut visitor, lived).await);
        let mut visitor = by_passphrase(&site, world, lived, false).await;
        let end = world.db.now() + Duration::hours(8);
        while world.db.now() + Duration::minutes(14) < end {
            world.clock.advance(Duration::minutes(14));
            assert!(is_in(&mut visitor, lived).await, "{} before the end", end - world.db.now());
        }
        world.clock.set(end);
        assert!(!is_in(&mut visitor, lived).await, "eight hours are over");
        let mut own = by_passphrase(&site, world, lived, true).await;
        world.clock.advance(Duration::days(29));
        assert!(is_in(&mut own, lived).await);
        world.clock.advance(Duration::days(31));
        assert!(!is_in(&mut own, lived).await);
    });
}

#[test]
fn leaving_ends_the_session_itself() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        for way in ["Fermer ma session", "Sortie"] {
            let mut visitor = by_passphrase(&site, world, lived, true).await;
            let stolen = visitor.cookies.clone();
            visitor.open(&lived.fill("/g/{g}/me")).await;
            let answer = if way == "Sortie" {
                visitor.ask(Ask::post("/exit", &[])).await
            } else {
                let form = visitor.page.form(&lived.fill("/g/{g}/leave-session"));
                visitor.ask(Ask::post(&form.action, &form.fields)).await
            };
            assert_eq!(answer.header("clear-site-data"), r#""cache", "cookies", "storage""#, "{way}");
            if way == "Sortie" {
                assert!(answer.header("refresh").contains("https://meteo.gc.ca/"), "{way}");
                assert!(
                    !answer.body.contains("Tasse") && !answer.body.to_lowercase().contains("parpour"),
                    "{}",
                    answer.body
                );
            } else {
                assert_eq!(answer.status, 200);
                assert!(answer.says("Ta session est fermée"), "{}", answer.text());
                assert!(!answer.body.contains("/static/") && !answer.body.contains("<form"), "{}", answer.body);
            }
            assert!(visitor.cookies.is_empty(), "{way}: {:?}", visitor.cookies);
            let mut thief = site.visitor();
            thief.cookies = stolen;
            assert!(!is_in(&mut thief, lived).await, "{way}: the session is still open");
        }
    });
}

/// The link and the code of the last letter, if there is one.
pub async fn letter(world: &World) -> Option<(String, String)> {
    let post = Post::answering(Sent::Done);
    outbox::deliver_due(&world.db, &post).await.unwrap();
    let letters = post.taken();
    let last = letters.into_iter().rfind(|delivery| delivery.letter.kind == membership::mail::SIGN_IN)?;
    let text = |name: &str| match last.letter.args.iter().find(|(other, _)| other == name) {
        Some((_, Arg::Text(text))) => text.clone(),
        _ => panic!("no {name} in the letter"),
    };
    Some((text("token"), text("code")))
}

pub async fn ask_link(visitor: &mut Visitor<'_>, lived: &Lived, email: &str) -> Answer {
    visitor.open(&lived.fill("/g/{g}/door")).await;
    let form = visitor.page.form(&lived.fill("/g/{g}/door/link"));
    visitor.ask(Ask::post(&form.action, &form.with(&[("email", email)]))).await
}

#[test]
fn a_mail_link_opens_in_the_browser_that_asked() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut asking = site.visitor();
        let email = lived.group(world).email(0);
        assert_eq!(ask_link(&mut asking, lived, &email).await.status, 303);
        let (token, code) = letter(world).await.unwrap();
        assert_eq!(code.len(), 8);
        let link = lived.fill(&format!("/g/{{g}}/enter/{token}"));
        let mut elsewhere = site.visitor();
        let before = hash(world).await;
        let page = elsewhere.open(&link).await.clone();
        assert!(page.forms().iter().all(|form| form.action != link), "another browser gets no button");
        asking.open(&link).await;
        assert_eq!(hash(world).await, before, "opening a link changes nothing");
        let forced = elsewhere.proven(&[]).await;
        let refused = elsewhere.ask(Ask::post(&link, &forced)).await;
        assert!(!is_in(&mut elsewhere, lived).await, "{}", refused.text());
        asking.press("Entrer").await;
        assert!(is_in(&mut asking, lived).await);
        let mut late = site.visitor();
        assert_eq!(late.ask(Ask::get(&link)).await.status, 410, "a link is good once");
    });
}

#[test]
fn a_code_is_typed_in_the_browser_that_asked() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let email = lived.group(world).email(1);
        let mut asking = site.visitor();
        ask_link(&mut asking, lived, &email).await;
        let (_, code) = letter(world).await.unwrap();
        let mut elsewhere = site.visitor();
        elsewhere.open(&lived.fill("/g/{g}/door/code")).await;
        elsewhere.fill("code", &code);
        assert_eq!(elsewhere.press("Entrer").await.status, 422, "a code is worth nothing elsewhere");
        asking.open(&lived.fill("/g/{g}/door/code")).await;
        asking.fill("code", &format!("{} {}", &code[..4], &code[4..]));
        asking.press("Entrer").await;
        assert!(is_in(&mut asking, lived).await, "{}", asking.page.text());
        // Five wrong codes, and the right one is dead too.
        let mut guessing = site.visitor();
        ask_link(&mut guessing, lived, &email).await;
        let (_, code) = letter(world).await.unwrap();
        for guess in 0..5 {
            guessing.open(&lived.fill("/g/{g}/door/code")).await;
            guessing.fill("code", &format!("0000000{guess}"));
            assert_eq!(guessing.press("Entrer").await.status, 422);
        }
        guessing.open(&lived.fill("/g/{g}/door/code")).await;
        guessing.fill("code", &code);
        assert_eq!(guessing.press("Entrer").await.status, 422);
        // Half an hour.
        let mut slow = site.visitor();
        ask_link(&mut slow, lived, &lived.group(world).email(0)).await;
        let (token, _) = letter(world).await.unwrap();
        world.clock.advance(Duration::minutes(30));
        assert_eq!(slow.ask(Ask::get(&lived.fill(&format!("/g/{{g}}/enter/{token}")))).await.status, 410);
    });
}

fn without_what_changes(answer: &Answer) -> String {
    let mut text = answer.body.clone();
    for mark in ["name=\"csrf\" value=\"", "name=\"nonce\" value=\""] {
        let parts: Vec<String> = text
            .split(mark)
            .enumerate()
            .map(|(place, part)| if place == 0 { part.to_owned() } else { part.split_once('"').unwrap().1.to_owned() })
            .collect();
        text = parts.join("");
    }
    text
}

#[test]
fn nobody_learns_who_belongs_here() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let (mut known, mut unknown) = (site.visitor(), site.visitor());
        let email = lived.group(world).email(0);
        let one = ask_link(&mut known, lived, &email).await;
        let other = ask_link(&mut unknown, lived, "personne.de.tel@exemple.org").await;
        assert_eq!((one.status, one.location()), (other.status, other.location()));
        assert!(letter(world).await.is_some());
        let one = known.open(&lived.fill("/g/{g}/door/code")).await.clone();
        let other = unknown.open(&lived.fill("/g/{g}/door/code")).await.clone();
        assert_eq!(without_what_changes(&one), without_what_changes(&other));
        // By name and passphrase too.
        let mut pages = Vec::new();
        for name in ["Solange", "Hermance"] {
            let mut visitor = at_the_door(&site, lived).await;
            let form = visitor.page.form(&lived.fill("/g/{g}/door"));
            let answer = visitor
                .ask(Ask::post(&form.action, &form.with(&[("name", name), ("passphrase", "pas du tout cette phrase")])))
                .await;
            pages.push((answer.status, without_what_changes(&answer).replace(name, "…")));
        }
        assert_eq!(pages[0], pages[1]);
    });
}

#[test]
fn too_many_tries_are_told_to_wait() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut visitor = site.visitor();
        for turn in 1..=4 {
            let answer = ask_link(&mut visitor, lived, "quelquun@exemple.org").await;
            assert_eq!(answer.status, 303, "the answer stays the same");
            assert_eq!(letter(world).await.is_some(), turn < 4, "the fourth sends nothing");
        }
        let mut guessing = site.visitor();
        let mut statuses = Vec::new();
        for _ in 0..12 {
            let answer = try_as(&mut guessing, lived, "Ovila", "je ne sais plus laquelle").await;
            statuses.push(answer.status);
            if answer.status == 429 {
                told_to_wait(&answer);
            }
        }
        assert!(statuses[..10].iter().all(|status| *status == 422), "{statuses:?}");
        assert_eq!(statuses[10..], [429, 429], "{statuses:?}");
        // Somebody else's failures lock nobody out.
        let mut herself = site.visitor();
        herself.moves();
        let right = lived.group(world).passphrase(1);
        assert_eq!(try_as(&mut herself, lived, "Ovila", &right).await.status, 303);
        // One network, many words of cards.
        let mut guessing = site.visitor();
        let mut last = 0;
        for turn in 0..22 {
            let sent = guessing.proven(&fields(&[("card", &format!("quatre mots au hasard{turn}"))])).await;
            last = guessing.ask(Ask::post(&lived.fill("/g/{g}/join"), &sent)).await.status;
        }
        assert_eq!(last, 429);
        // Words of cards and passphrases are counted apart.
        let mut herself = site.visitor();
        let right = lived.group(world).passphrase(0);
        assert_eq!(try_as(&mut herself, lived, "Solange", &right).await.status, 303);
    });
}

async fn try_as(visitor: &mut Visitor<'_>, lived: &Lived, name: &str, passphrase: &str) -> Answer {
    let typed = visitor.proven(&fields(&[("name", name), ("passphrase", passphrase)])).await;
    visitor.ask(Ask::post(&lived.fill("/g/{g}/door"), &typed)).await
}

/// A meeting that comes in behind one address.
#[test]
fn those_who_come_in_do_not_use_up_the_tries_of_others() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let right = lived.group(world).passphrase(0);
        for turn in 0..25 {
            let mut visitor = site.visitor();
            assert_eq!(try_as(&mut visitor, lived, "Solange", &right).await.status, 303, "{turn}");
        }
    });
}

#[test]
fn a_second_click_comes_in_too() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut asking = site.visitor();
        ask_link(&mut asking, lived, &lived.group(world).email(0)).await;
        let (token, _) = letter(world).await.unwrap();
        let link = lived.fill(&format!("/g/{{g}}/enter/{token}"));
        asking.open(&link).await;
        let (form, before) = (asking.page.form(&link), asking.cookies.clone());
        for click in 1..=2 {
            asking.cookies = before.clone();
            let answer = asking.ask(Ask::post(&form.action, &form.fields)).await;
            assert_eq!((answer.status, answer.location()), (303, lived.fill("/g/{g}").as_str()), "{click}");
            assert!(is_in(&mut asking, lived).await, "{click}");
        }
        assert_eq!(asking.ask(Ask::get(&link)).await.status, 303, "and who is in goes home");
    });
}

fn told_to_wait(answer: &Answer) {
    assert_eq!(answer.status, 429, "{}", answer.text());
    let text = answer.text();
    assert!(text.contains("minute") || text.contains("heure"), "{text}");
}

#[test]
fn whoever_is_told_to_wait_still_finds_whom_to_call() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut visitor = site.visitor();
        for path in ["/g/{g}/welcome", "/g/{g}/kept"] {
            let path = lived.fill(path);
            let mut answer = visitor.ask(Ask::get(&path)).await;
            for _ in 0..40 {
                answer = visitor.ask(Ask::get(&path)).await;
            }
            told_to_wait(&answer);
            assert!(answer.says("988"), "{}", answer.text());
        }
    });
}

#[test]
fn a_printed_card_opens_the_door_once() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut visitor = at_the_door(&site, lived).await;
        let typed = lived.named("card_words").to_uppercase().replace(' ', "  ");
        visitor.fill("quatre mots", &typed);
        visitor.press("Continuer avec ma carte").await;
        assert!(visitor.page.path.contains("/join/"), "{}", visitor.page.text());
        assert!(visitor.page.says("Lucille"), "she is on the founding list: {}", visitor.page.text());
        visitor.press("Entrer dans le groupe").await;
        assert_eq!(visitor.page.path, lived.fill("/g/{g}"));
        assert!(visitor.page.says("Lucille"));
        let mut second = at_the_door(&site, lived).await;
        second.fill("quatre mots", &typed);
        assert_eq!(second.press("Continuer avec ma carte").await.status, 422);
        let used = lived.fill("/g/{g}/join/{card_link}");
        assert_eq!(second.ask(Ask::get(&used)).await.status, 410);
    });
}

#[test]
fn an_invitation_is_a_way_to_ask_and_looking_at_it_does_nothing() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let link = lived.fill("/g/{g}/join/{join}");
        let before = hash(world).await;
        let mut visitor = site.visitor();
        visitor.open(&link).await;
        assert_eq!(hash(world).await, before);
        // A name somebody has: nothing says so to somebody who only asks.
        visitor.fill("Comment on t’appelle", "Solange");
        visitor.press("Envoyer ma demande").await;
        assert!(visitor.page.says("Tes quatre mots"), "{}", visitor.page.text());
        let hers = visitor.page.path.clone();
        let mut member = lived.reader(world, &site, Reader::Suspended).await;
        let list = member.open(&lived.fill("/g/{g}/group/asking")).await.html();
        let asking: Vec<String> = select(&list, "main li a[href*='/group/asking/']")
            .iter()
            .filter(|one| one.text().any(|text| text.contains("Solange")))
            .filter_map(|one| one.value().attr("href").map(str::to_owned))
            .collect();
        member.open(&asking[0]).await;
        assert!(member.page.says("Signé par : Noëlla"), "whoever invited her signed first: {}", member.page.text());
        member.press("Signer").await;
        visitor.open(&hers).await;
        assert!(visitor.page.says("Ta place t’attend"), "{}", visitor.page.text());
        // Now she may hear that somebody has her name; the phrase drawn for her is still there.
        let drawn = select(&visitor.page.html(), "input[name=drawn]")[0].value().attr("value").unwrap().to_owned();
        let again = visitor.press("Entrer dans le groupe").await.clone();
        assert_eq!(again.status, 422);
        assert!(again.keeps("Solange") && again.keeps(&drawn), "{}", again.text());
        visitor.fill("Comment on t’appelle", "Azilda");
        visitor.press("Entrer dans le groupe").await;
        assert!(is_in(&mut visitor, lived).await, "{}", visitor.page.text());
        // The phrase that was drawn opens the door.
        let mut later = at_the_door(&site, lived).await;
        let form = later.page.form(&lived.fill("/g/{g}/door"));
        let answer =
            later.ask(Ask::post(&form.action, &form.with(&[("name", "azilda"), ("passphrase", &drawn)]))).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert!(member.open(&lived.fill("/g/{g}/group/members")).await.says("Azilda"));
    });
}

/// A session that ends without a word, and the way back to what was read.
#[test]
fn whoever_comes_in_again_is_led_back() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let asked = lived.fill("/g/{g}/decide/{talk}");
        let mut visitor = by_passphrase(&site, world, lived, false).await;
        world.clock.advance(Duration::minutes(16));
        visitor.open(&asked).await;
        assert_eq!(visitor.page.path, lived.fill("/g/{g}/door"));
        assert!(visitor.page.says("La page est restée ouverte longtemps"), "{}", visitor.page.text());
        let phrase = lived.group(world).passphrase(0);
        let back = try_as(&mut visitor, lived, "Solange", &phrase).await;
        assert_eq!((back.status, back.location()), (303, asked.as_str()));
        assert!(!visitor.cookies.contains_key("asked"), "once is enough: {:?}", visitor.cookies);
        // Nobody is told that of a session she never had.
        let mut stranger = site.visitor();
        stranger.open(&asked).await;
        assert!(!stranger.page.says("restée ouverte"), "{}", stranger.page.text());
        assert_eq!(try_as(&mut stranger, lived, "Solange", &phrase).await.location(), asked);
    });
}

#[test]
fn only_a_page_of_the_same_group_is_led_back_to() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let (home, phrase) = (lived.fill("/g/{g}"), lived.group(world).passphrase(0));
        let foreign = [
            "//evil.example/x".to_owned(),
            "https://evil.example/".to_owned(),
            lived.fill("/g/{other}/decide"),
            format!("{home}x/decide"),
            format!("{home}/../{}/decide", lived.other_slug),
            "/exit".to_owned(),
        ];
        for asked in foreign {
            let mut visitor = site.visitor().with_cookie("asked", &asked);
            let answer = try_as(&mut visitor, lived, "Solange", &phrase).await;
            assert_eq!((answer.status, answer.location()), (303, home.as_str()), "{asked}");
        }
    });
}

#[test]
fn where_no_mail_leaves_no_page_offers_it() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = Parts::of(world, NO_MAIL, HashMap::new()).start().await;
        let mut member = lived.reader(world, &site, Reader::Member).await;
        let mut visitor = site.visitor();
        for path in
            ["/g/{g}/door", "/g/{g}/join/{card_link}", "/g/{g}/asked/{admitted_link}", "/found/{found_to_sign}/sign/1"]
        {
            let page = visitor.open(&lived.fill(path)).await.html();
            assert!(select(&page, "input[name=email]").is_empty(), "{path}");
        }
        for path in ["/g/{g}/group/invite", "/g/{g}/me"] {
            let page = member.open(&lived.fill(path)).await.html();
            assert!(select(&page, "input[name=email], a[href$='/me/email']").is_empty(), "{path}");
        }
        let page = visitor.open(&lived.fill("/g/{g}/door")).await.html();
        let first = select(&page, "main form")[0].value().attr("action").unwrap().to_owned();
        assert_eq!(first, lived.fill("/g/{g}/door"), "the passphrase comes first");
    });
}

#[test]
fn making_a_card_is_said_before_it_is_done() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut member = lived.reader(world, &site, Reader::Member).await;
        let list = member.open(&lived.fill("/g/{g}/group/members")).await;
        assert!(list.says("Éloi") && !list.says("carte"), "names only: {}", list.text());
        let before = hash(world).await;
        let invite = member.open(&lived.fill("/g/{g}/group/invite")).await.clone();
        let me = lived.named("me");
        assert!(!invite.body.contains(me), "nobody makes a card for herself");
        let form = invite.form(&lived.fill("/g/{g}/group/invite/card"));
        let mut nobody = form.fields.clone();
        crate::visitor::set(&mut nobody, "to", "");
        assert_eq!(member.ask(Ask::post(&form.action, &nobody)).await.status, 422);
        member.open(&lived.fill("/g/{g}/group/members/{nobody_yet}/card")).await;
        assert!(member.page.says("Le registre dira que tu as fait cette carte"), "{}", member.page.text());
        assert_eq!(hash(world).await, before, "nothing is done before she says so");
        member.press("Faire cette carte").await;
        assert!(member.page.path.contains("/group/invitations/"), "{}", member.page.text());
        let told = member.open(&lived.fill("/g/{g}/register")).await;
        assert!(told.says("Noëlla a fait une carte pour Éloi"), "{}", told.text());
        // Whoever comes with it is told so.
        let card = site.visitor().open(&lived.fill("/g/{g}/join/{card_link}")).await.clone();
        assert!(card.says("Le registre dit qui a fait ta carte") && !card.says("Aucune page ne dit qui"));
    });
}
