//! Coming back when every way in is lost, through its pages; a printed card; what a circle sees.

use crate::lived::{Lived, Reader, on_lived};
use crate::site::TestSite;
use crate::visitor::{Answer, Ask, Visitor, select, words};
use chrono::Duration;
use commons::outbox::{self, Sent};
use commons::refusal::Arg;
use parpour_tests::{Kind, Post, World};

/// Télesphore, whose circle is Noëlla and the two who hold or held a mandate.
const OWNER: usize = 3;

async fn with_circle(world: &World, lived: &Lived) {
    lived.group(world).has_circle(OWNER, &[0, 1, 2]).await;
}

async fn asks<'s>(site: &'s TestSite, lived: &Lived, name: &str) -> Visitor<'s> {
    let mut asker = site.visitor();
    asker.open(&lived.fill("/g/{g}/door/lost")).await;
    let form = asker.page.form(&lived.fill("/g/{g}/door/lost"));
    let answer = asker.ask(Ask::post(&form.action, &form.with(&[("name", name)]))).await;
    assert_eq!((answer.status, answer.location()), (303, lived.fill("/g/{g}/door/lost/waiting").as_str()));
    let cookie = answer.cookies.iter().find(|cookie| cookie.starts_with("back=")).unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    asker.open(&lived.fill("/g/{g}/door/lost/waiting")).await;
    asker
}

fn four_words(page: &Answer) -> String {
    let html = page.html();
    let list: Vec<String> = select(&html, "ol.words li").into_iter().map(words).collect();
    assert_eq!(list.len(), 4);
    list.join(" ")
}

async fn vouches(world: &World, site: &TestSite, lived: &Lived, reader: Reader, heard: &str, present: &str) -> Answer {
    let mut voucher = lived.reader(world, site, reader).await;
    voucher.open(&lived.fill("/g/{g}")).await;
    let href = voucher.page.link("Lire et répondre");
    voucher.open(&href).await;
    assert!(voucher.page.says("Télesphore demande à revenir"), "{}", voucher.page.text());
    let form = voucher.page.form(&format!("{href}/vouch"));
    let typed = form.with(&[("heard", "voice"), ("words", heard), ("present", present)]);
    voucher.ask(Ask::post(&form.action, &typed)).await
}

#[test]
fn two_people_of_the_circle_bring_somebody_back() {
    on_lived(Kind::Sqlite, async |world, lived| {
        with_circle(world, lived).await;
        let site = lived.site(world).await;
        let mut asker = asks(&site, lived, "télesphore").await;
        assert!(asker.page.says("La demande attend que des personnes te reconnaissent"), "{}", asker.page.text());
        let heard = four_words(&asker.page);
        let wrong = vouches(world, &site, lived, Reader::Member, "un deux trois quatre", "").await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.says("Ce ne sont pas les mots de cette demande"), "{}", wrong.text());
        assert_eq!(vouches(world, &site, lived, Reader::Member, &heard, "").await.status, 303);
        let phrase = lived.group(world).passphrase(0);
        assert_eq!(vouches(world, &site, lived, Reader::Mandated, &heard, "autre chose").await.status, 422);
        assert_eq!(vouches(world, &site, lived, Reader::Mandated, &heard, &phrase).await.status, 303);
        asker.open(&lived.fill("/g/{g}/door/lost/waiting")).await;
        assert!(asker.page.says("Assez de personnes ont confirmé"), "{}", asker.page.text());
        world.clock.advance(Duration::days(7));
        asker.open(&lived.fill("/g/{g}/door/lost/waiting")).await;
        assert!(asker.page.says("Ta place t’attend"), "{}", asker.page.text());
        let mut elsewhere = site.visitor();
        let answer = elsewhere.ask(Ask::get(&lived.fill("/g/{g}/door/lost/waiting"))).await;
        assert_eq!(answer.location(), lived.fill("/g/{g}/door/lost"), "only in the browser that asked");
        let form = asker.page.form(&lived.fill("/g/{g}/door/lost/passphrase"));
        let weak = asker.ask(Ask::post(&form.action, &form.with(&[("new", "court")]))).await;
        assert_eq!(weak.status, 422);
        let typed = form.with(&[("new", "les chaises du fond craquent quand il pleut")]);
        let answer = asker.ask(Ask::post(&form.action, &typed)).await;
        assert_eq!((answer.status, answer.location()), (303, lived.fill("/g/{g}").as_str()), "{}", answer.text());
        asker.open(&lived.fill("/g/{g}/me/devices")).await;
        assert!(asker.page.says("Noëlla") && asker.page.says("Solange"), "she reads who vouched for her");
    });
}

/// What the page says, without what is drawn anew for each: words, tokens, one-time ids.
fn same_for_all(page: &Answer) -> String {
    let mut text = page.body.clone();
    for word in select(&page.html(), "ol.words li").into_iter().map(words) {
        text = text.replace(&format!(">{word}</li>"), "></li>");
    }
    let html = page.html();
    for hidden in select(&html, "input[type=hidden]") {
        text = text.replace(hidden.value().attr("value").unwrap_or_default(), "");
    }
    text
}

#[test]
fn a_name_that_nobody_has_gets_the_same_bytes() {
    on_lived(Kind::Sqlite, async |world, lived| {
        with_circle(world, lived).await;
        let site = lived.site(world).await;
        let known = asks(&site, lived, "Télesphore").await;
        let unknown = asks(&site, lived, "Personne d'ici").await;
        let again = asks(&site, lived, "Télesphore").await;
        let first = same_for_all(&known.page);
        assert!(first.contains("que des personnes te reconnaiss"), "{first}");
        for other in [&unknown, &again] {
            assert_eq!(same_for_all(&other.page), first);
        }
    });
}

#[test]
fn whoever_is_there_reads_it_on_every_page_and_says_no() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut noella = lived.reader(world, &site, Reader::Member).await;
        let asker = asks(&site, lived, "Noëlla").await;
        drop(asker);
        for path in ["/g/{g}", "/g/{g}/decide", "/g/{g}/me"] {
            noella.open(&lived.fill(path)).await;
            assert!(noella.page.says("Quelqu’un demande à entrer à ta place"), "{path}");
        }
        noella.press("Ce n’est pas moi : arrêter la demande").await;
        noella.open(&lived.fill("/g/{g}")).await;
        assert!(!noella.page.says("Quelqu’un demande à entrer à ta place"));
    });
}

#[test]
fn the_link_of_the_letter_says_no_after_one_button() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        asks(&site, lived, "Solange").await;
        let post = Post::answering(Sent::Done);
        outbox::deliver_due(&world.db, &post).await.unwrap();
        let letters = post.taken();
        let letter = letters.iter().find(|one| one.letter.kind == membership::mail::WAY_BACK).unwrap();
        let (_, Arg::Text(token)) = &letter.letter.args[0] else { panic!("no token") };
        let link = format!("{}{token}", lived.fill("/g/{g}/door/lost/refuse/"));
        let mut reader = site.visitor();
        reader.open(&link).await;
        let solange = lived.members[0];
        let waiting = async || {
            let scope = lived.group(world).read();
            membership::queries::recovery::all_about(&scope, solange).await.unwrap().len()
        };
        assert_eq!(waiting().await, 1, "following the link changes nothing");
        reader.press("Ce n’est pas moi : arrêter la demande").await;
        assert!(reader.page.says("La demande est arrêtée"), "{}", reader.page.text());
        assert_eq!(waiting().await, 0);
    });
}

#[test]
fn how_to_come_back_is_always_there() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut visitor = site.visitor();
        for _ in 0..40 {
            for path in ["/g/{g}/door", "/g/{g}/door/lost"] {
                let answer = visitor.ask(Ask::get(&lived.fill(path))).await;
                assert_eq!(answer.status, 200, "{path}");
            }
        }
    });
}

#[test]
fn a_printed_code_opens_the_door() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut noella = lived.reader(world, &site, Reader::Member).await;
        noella.open(&lived.fill("/g/{g}/me/card")).await;
        noella.press("Faire ma carte").await;
        let html = noella.page.html();
        let codes: Vec<String> = select(&html, "article ol li").into_iter().map(words).collect();
        assert_eq!(codes.len(), 10, "{}", noella.page.text());
        assert!(!words(select(&html, "article").remove(0)).contains("Tasse"), "the group's name is not on it");
        let mut visitor = site.visitor();
        visitor.open(&lived.fill("/g/{g}/door")).await;
        let form = visitor.page.form(&lived.fill("/g/{g}/door/card"));
        let answer = visitor.ask(Ask::post(&form.action, &form.with(&[("card", &codes[2])]))).await;
        assert_eq!((answer.status, answer.location()), (303, lived.fill("/g/{g}").as_str()), "{}", answer.text());
        let mut other = site.visitor();
        other.open(&lived.fill("/g/{g}/door")).await;
        let form = other.page.form(&lived.fill("/g/{g}/door/card"));
        let answer = other.ask(Ask::post(&form.action, &form.with(&[("card", &codes[2])]))).await;
        assert_eq!(answer.status, 422);
        let typed = form.with(&[("card", lived.named("card_words"))]);
        let answer = other.ask(Ask::post(&form.action, &typed)).await;
        assert!(answer.location().starts_with(&lived.fill("/g/{g}/join/")), "the card of a first entrance leads on");
    });
}
