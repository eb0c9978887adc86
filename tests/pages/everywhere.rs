//! Every page in the three voices, in a group that has just begun and in one that has lived. The rules of
//! the house hold on each ([`crate::house`]); here is only that each is really shown.

use crate::lived::{Lived, Reader, on_each_lived, on_lived};
use crate::site::{Parts, SECURE, TestSite};
use crate::visitor::{Answer, Ask, select, words};
use crate::walk::rows;
use commons::db::Tx;
use commons::refusal::No;
use membership::commands::{found, session};
use parpour_tests::{Group, Kind, World, on_sqlite};
use scraper::ElementRef;
use std::collections::{BTreeSet, HashMap};

/// Words of one manner that no page in the other may use, outside what people wrote.
const TU: [&str; 5] = ["tu", "ton", "ta", "tes", "toi"];
const VOUS: [&str; 3] = ["vous", "votre", "vos"];

fn own_words(answer: &Answer) -> BTreeSet<String> {
    let page = answer.html();
    let body =
        select(&page, "main :not(.kept):not(textarea):not(option):not(legend):not(label):not(b):not(dd):not(td)");
    let own = body.into_iter().flat_map(|element| {
        element
            .children()
            .filter_map(|child| child.value().as_text().map(|text| text.to_lowercase()))
            .collect::<Vec<_>>()
    });
    own.flat_map(|text| text.split(|c: char| !c.is_alphabetic() && c != '-').map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

fn speaks(answer: &Answer, lang: &str, manner: Option<&[&str]>) {
    let page = answer.html();
    let shown = page.root_element().value().attr("lang").unwrap_or_default();
    assert_eq!(shown, lang, "{}", answer.path);
    if let Some(other) = manner.filter(|_| {
        !answer.path.ends_with("charter")
            && !answer.path.contains("/group/charter/")
            && !answer.path.contains("/register")
    }) {
        let own = own_words(answer);
        let slips: Vec<_> = other.iter().filter(|word| own.contains(**word)).collect();
        assert!(slips.is_empty(), "{} says {slips:?}:\n{}", answer.path, answer.text());
    }
}

/// Reads every page there is for this reader, and returns how many were shown.
async fn all_pages(
    world: &World,
    lived: &Lived,
    site: &TestSite,
    language: &'static str,
    manner: Option<&[&str]>,
) -> usize {
    let mut shown = 0;
    for reader in [Reader::Member, Reader::Mandated, Reader::Visitor] {
        let mut visitor = lived.reader(world, site, reader).await.speaking(language);
        for row in rows("GET") {
            let path = lived.fill(row.at);
            let answer = visitor.ask(Ask::get(&path)).await;
            visitor.moves();
            if answer.is_html() && answer.status == 200 {
                // Outside the group there is no manner but the one everybody starts with.
                let in_group = path.starts_with("/g/");
                speaks(&answer, if language == "fr-CA" { "fr-CA" } else { "en" }, manner.filter(|_| in_group));
                let title: String = select(&answer.html(), "h1").into_iter().map(words).collect();
                assert!(!title.is_empty(), "{path}: no heading");
                shown += 1;
            }
        }
        for number in ["changed", "refused", "withdrawn", "waiting", "mine", "talk", "together", "vote"] {
            if reader != Reader::Visitor {
                let answer = visitor.ask(Ask::get(&lived.fill(&format!("/g/{{g}}/decide/{{{number}}}")))).await;
                assert_eq!(answer.status, 200, "{number}");
                speaks(&answer, if language == "fr-CA" { "fr-CA" } else { "en" }, manner);
                shown += 1;
            }
        }
        for kind in ["position", "charter", "mandate", "trial"] {
            if reader != Reader::Visitor {
                let answer = visitor.ask(Ask::get(&lived.fill(&format!("/g/{{g}}/decide/new/{kind}")))).await;
                assert_eq!(answer.status, 200, "{kind}");
                speaks(&answer, if language == "fr-CA" { "fr-CA" } else { "en" }, manner);
                shown += 1;
            }
        }
    }
    shown
}

#[test]
fn a_group_that_has_lived_in_french_with_tu() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        println!("{} pages", all_pages(world, lived, &site, "fr-CA", Some(&VOUS)).await);
    });
}

#[test]
fn a_group_that_has_lived_in_english() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        println!("{} pages", all_pages(world, lived, &site, "en-CA", None).await);
    });
}

#[test]
fn a_group_that_has_lived_in_french_with_vous() {
    on_lived(Kind::Sqlite, async |world, lived| {
        lived.group(world).adopts(Group::change("address", "vous")).await;
        let site = lived.site(world).await;
        println!("{} pages", all_pages(world, lived, &site, "fr-CA", Some(&TU)).await);
    });
}

/// Whoever hears a page read aloud in English hears what was written in French said as French. Titles inside a
/// sentence of the page are left: the sentence is English.
#[test]
fn words_of_the_group_keep_its_language() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let (mut told, mut foreign) = (0, BTreeSet::new());
        for reader in [Reader::Member, Reader::Mandated] {
            let mut visitor = lived.reader(world, &site, reader).await.speaking("en-CA");
            for row in rows("GET") {
                let answer = visitor.ask(Ask::get(&lived.fill(row.at))).await;
                if answer.status != 200 || !answer.is_html() {
                    continue;
                }
                let page = answer.html();
                for element in select(&page, "body :not(textarea):not(option):not(script)") {
                    let mut texts = element.children().filter_map(|child| child.value().as_text());
                    if texts.any(|text| text.trim_start().starts_with("Un congélateur")) {
                        told += 1;
                        if language_of(element) != "fr-CA" {
                            foreign.insert(format!("{}: {}", row.route, words(element)));
                        }
                    }
                }
            }
        }
        assert!(told > 20, "{told}");
        assert!(foreign.is_empty(), "{foreign:#?}");
    });
}

/// The language that an element is in: its own, or that of the nearest one around it.
fn language_of(element: ElementRef<'_>) -> &str {
    let around = element.ancestors().filter_map(ElementRef::wrap);
    std::iter::once(element).chain(around).find_map(|one| one.value().attr("lang")).unwrap_or_default()
}

on_each_lived!(a_life_on_this_store, |world, lived| {
    let site = lived.site(world).await;
    println!("{} pages", all_pages(world, lived, &site, "fr-CA", Some(&VOUS)).await);
});

/// Pages of a group of two people where nothing has happened yet, over TLS.
#[test]
fn an_empty_group_in_three_voices() {
    for (address, language, lang) in [("tu", "fr-CA", "fr-CA"), ("vous", "fr-CA", "fr-CA"), ("tu", "en-CA", "en")] {
        on_sqlite(async |world: &World| {
            let group = world.a_group().with_people(2).with_rule("address", address).found().await;
            let open = async |tx: &Tx<'_>| Ok::<_, No>(session::open(tx, group.members[0], false).await?);
            let token = group.write(open).await.unwrap();
            let site = Parts::of(world, SECURE, HashMap::new()).start().await;
            let mut member = site.signed_in(&token).speaking(language);
            let manner: Option<&[&str]> = match (address, lang) {
                (_, "en") => None,
                ("tu", _) => Some(&VOUS),
                _ => Some(&TU),
            };
            let mut shown = 0;
            let at = [
                "",
                "/decide",
                "/decide/new",
                "/decide/new/position",
                "/decide/new/trial",
                "/register",
                "/register/1",
                "/register/verify",
                "/register/collection",
                "/group",
                "/group/members",
                "/group/invite",
                "/group/charter",
                "/group/charter/at",
                "/group/charter/rules/seconders",
                "/group/kernel",
                "/group/together",
                "/group/powers",
                "/me",
                "/me/email",
                "/me/passphrase",
                "/welcome",
                "/door",
                "/door/code",
                "/join",
                "/founded",
            ];
            for path in at {
                let answer = member.ask(Ask::get(&format!("/g/{}{path}", group.slug))).await;
                assert_eq!(answer.status, 200, "{path}");
                speaks(&answer, lang, manner);
                shown += 1;
            }
            let token = found::make_link(&world.db).await.unwrap();
            for step in ["", "/people", "/charter", "/sign"] {
                let answer = member.ask(Ask::get(&format!("/found/{token}{step}"))).await;
                assert_eq!(answer.status, 200, "{step}");
                shown += 1;
            }
            for gone in ["/nowhere", &format!("/g/{}/decide/77", group.slug), "/g/nowhere"] {
                let answer = member.ask(Ask::get(gone)).await;
                assert_eq!(answer.status, 404, "{gone}");
                shown += 1;
            }
            println!("{address} {lang}: {shown} pages");
        });
    }
}
