//! What is printed, what is read back aloud, and what opening a page does not do (`decisions E3`, `E4`, `D11`).

use crate::lived::{Lived, Reader, on_lived};
use crate::visitor::{Ask, Visitor, fields, select};
use crate::walk::hash;
use commons::clock::Clock;
use decisions::rules::ballot::{Typed, words};
use decisions::rules::question::{Method, Question, read_options};
use parpour_tests::Kind;

/// The sheet of that proposal, without the page around it.
async fn sheet(visitor: &mut Visitor<'_>, lived: &Lived, name: &str) -> String {
    let answer = visitor.ask(Ask::get(&lived.fill(&format!("/g/{{g}}/decide/{{{name}}}/sheet")))).await;
    assert_eq!(answer.status, 200, "{name}");
    let body = answer.body.replace('\u{a0}', " ");
    body.split_once("<article").unwrap().1.split_once("</article>").unwrap().0.to_owned()
}

/// The part of a sheet that is torn off, without its markup.
fn ballot(sheet: &str) -> String {
    let part = sheet.split_once("class=\"ps__part\"").expect("a ballot").1.split_once("</section>").unwrap().0;
    part.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, words)| words).collect()
}

#[test]
fn a_sheet_names_no_group_and_a_ballot_nobody() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut member = lived.reader(world, &site, Reader::Member).await;
        for name in ["vote", "secret", "waiting", "talk", "refused"] {
            let sheet = sheet(&mut member, lived, name).await;
            assert!(!sheet.contains("Tasse") && !sheet.contains(&lived.slug), "{name}: {sheet}");
        }
        let open = ballot(&sheet(&mut member, lived, "vote").await);
        assert!(open.contains("Ta raison, si tu veux") && open.contains("Pour") && open.contains("For"), "{open}");
        let secret = ballot(&sheet(&mut member, lived, "secret").await);
        assert!(secret.contains("Le vote est secret.") && !secret.contains("Ta raison"), "{secret}");
        // How an apostrophe is written in a page has a number in it.
        for ballot in [open, secret].map(|ballot| ballot.replace("&#39;", "'")) {
            assert!(!ballot.contains(|sign: char| sign.is_ascii_digit()), "a number on it: {ballot}");
            assert!(!ballot.contains("Solange"), "{ballot}");
        }
        let early = sheet(&mut member, lived, "waiting").await;
        assert!(early.contains("Le vote n’est pas encore ouvert.") && !ballot(&early).is_empty());
        let over = sheet(&mut member, lived, "refused").await;
        assert!(!over.contains("Détacher ici"), "nobody fills it in any more: {over}");
    });
}

#[test]
fn nothing_is_noted_before_it_was_read_back() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut member = lived.reader(world, &site, Reader::Member).await;
        let whose = lived.named("nobody_yet");
        let said = [("whose", whose), ("choice", "no"), ("reason", "Le congélateur d'avant est encore bon.")];
        let sent = member.proven(&fields(&said)).await;
        let before = hash(world).await;
        let answer = member.ask(Ask::post(&lived.fill("/g/{g}/decide/{vote}/phone"), &sent)).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        assert!(answer.says("Éloi") && answer.says("Contre") && answer.says("C’est bien ça"), "{}", answer.text());
        assert_eq!(hash(world).await, before);
        let sent = member.proven(&fields(&said)).await;
        let answer = member.ask(Ask::post(&lived.fill("/g/{g}/decide/{vote}/phone/confirm"), &sent)).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert_ne!(hash(world).await, before);
    });
}

/// Whatever the method, the form of its ballot is on the page of the telephone, empty, and what was said is read back whole.
#[test]
fn a_ballot_among_options_is_read_back_before_it_is_noted() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let group = lived.group(world);
        let options = read_options(Method::Score, "Un banc\nUne table\nUn four");
        let id = group
            .proposes(2)
            .putting(Question { method: Method::Score, options, ..Question::default() })
            .opened()
            .await;
        let typed = |marks: [&str; 3]| Typed { marks: marks.map(str::to_owned).to_vec(), ..Typed::default() };
        // What whoever notes it voted herself is not in the form.
        group.says(2, id, typed(["4", "", ""]), "").await.unwrap();
        let number = group.see(id).await.number.unwrap();
        let site = lived.site(world).await;
        let mut member = lived.reader(world, &site, Reader::Member).await;
        let path = lived.fill(&format!("/g/{{g}}/decide/{number}/phone"));
        let page = member.ask(Ask::get(&path)).await.html();
        let chosen = select(&page, "[name=mark] option[selected]");
        assert!(chosen.iter().all(|option| ["", "0"].contains(&option.value().attr("value").unwrap())));
        assert_eq!(select(&page, "[name=mark]").len(), 3);
        let whose = group.members[1].to_string();
        let said = [("whose", whose.as_str()), ("mark", ""), ("mark", "5"), ("mark", "2"), ("reason", "")];
        let sent = member.proven(&fields(&said)).await;
        let answer = member.ask(Ask::post(&path, &sent)).await;
        assert!(answer.status == 200 && answer.says("Une table : 5 · Un four : 2"), "{}", answer.text());
        let hidden = select(&answer.html(), "input[name=mark]")
            .iter()
            .map(|one| one.value().attr("value").unwrap().to_owned())
            .collect::<Vec<_>>();
        assert_eq!(hidden, ["", "5", "2"]);
        let sent = member.proven(&fields(&said)).await;
        assert_eq!(member.ask(Ask::post(&format!("{path}/confirm"), &sent)).await.status, 303);
        let mine = group.seen_by(1, id).await.unwrap().vote.unwrap().mine.unwrap();
        assert_eq!(mine.by_phone, Some(group.members[2]));
        // Its ballot is torn off the sheet. Where an objection has a name, the sheet is a place to prepare what one will say.
        let sheet = member.ask(Ask::get(&lived.fill(&format!("/g/{{g}}/decide/{number}/sheet")))).await;
        assert_eq!((sheet.status, select(&sheet.html(), ".ps__box").len()), (200, 3));
        assert!(!sheet.says("Ma réponse") && sheet.says("Détacher ici"), "{}", sheet.text());
        let consent = Question { method: Method::Consent, ..Question::default() };
        let consent = group.proposes(2).putting(consent).opened().await;
        let number = group.see(consent).await.number.unwrap();
        let sheet = member.ask(Ask::get(&lived.fill(&format!("/g/{{g}}/decide/{number}/sheet")))).await;
        assert_eq!((sheet.status, select(&sheet.html(), ".ps__box").len()), (200, 5));
        assert!(sheet.says("Ma réponse") && !sheet.says("Détacher ici"), "{}", sheet.text());
    });
}

#[test]
fn opening_the_page_of_a_list_shows_no_list_and_writes_nothing_down() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut member = lived.reader(world, &site, Reader::Member).await;
        let path = lived.fill("/g/{g}/decide/{refused}/roll");
        let before = hash(world).await;
        let page = member.ask(Ask::get(&path)).await;
        assert!(!page.says("Lucille") && page.says("Qui a lu cette liste"), "{}", page.text());
        assert_eq!(hash(world).await, before);
        let sent = member.proven(&fields(&[])).await;
        let list = member.ask(Ask::post(&path, &sent)).await;
        assert!(list.says("Lucille"), "{}", list.text());
        // Everybody sees that she read it.
        let mut other = lived.reader(world, &site, Reader::Mandated).await;
        let page = other.ask(Ask::get(&path)).await;
        assert!(page.says("Noëlla") && !page.says("Lucille"), "{}", page.text());
    });
}

/// Every method has a page of its result, and each answer has its words there.
#[test]
fn the_result_of_every_method_is_read() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let group = lived.group(world);
        let mut votes = Vec::new();
        for method in Method::ALL.into_iter().filter(|method| method.has_ballots()) {
            let options = match method {
                Method::Dates => "2028-05-08 13:30\n2028-05-09 9h",
                Method::EqualShares => "Un banc 100\nUne table 150",
                _ => "Un banc\nUne table\nUn four",
            };
            let options = if method.has_options() { read_options(method, options) } else { Vec::new() };
            let question = Question { method, options, seats: 1, budget: 20_000, ..Question::default() };
            let id = group.proposes(2).putting(question.clone()).opened().await;
            let marks = (0..question.lines()).map(|line| if line == 0 { "1" } else { "0" }.to_owned()).collect();
            let said = words(method).iter().filter(|word| !["blank", "objection", "block"].contains(word));
            let mut said: Vec<Typed> = said.map(|word| Typed::word(*word)).collect();
            said.push(Typed { marks, ..Typed::default() });
            for (who, typed) in [1, 2].into_iter().zip(said) {
                if method.has_options() == typed.choice.is_empty() {
                    group.says(who, id, typed, "").await.unwrap();
                }
            }
            votes.push((method, group.see(id).await.number.unwrap(), id));
        }
        for (.., id) in &votes {
            let due = group.see(*id).await.due_at;
            world.clock.set(due.map_or(world.clock.now(), |due| due.max(world.clock.now())));
            group.settle().await;
        }
        let site = lived.site(world).await;
        let mut member = lived.reader(world, &site, Reader::Member).await;
        for (method, number, id) in votes {
            assert!(group.see(id).await.result.is_some() || method.has_objections(), "{method:?}");
            let page = member.ask(Ask::get(&lived.fill(&format!("/g/{{g}}/decide/{number}")))).await;
            assert_eq!(page.status, 200, "{method:?}: {}", page.text());
        }
    });
}
