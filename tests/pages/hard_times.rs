//! Hard times, as people see them: nothing betrays who keeps apart (`mutual-aid` X2, `reliability` R-35); an
//! incident reaches its letter in one form and one page; what comes before a removal is said in plain words.

use crate::lived::{Reader, on_lived};
use crate::visitor::{Answer, Ask, Visitor};
use crate::walk::ROWS;
use commons::db::Tx;
use commons::ids::MemberId;
use membership::commands::keep_apart::keep_apart;
use membership::powers::{KeepApart, Permit};
use parpour_tests::Kind;

/// A page without what is drawn anew for each.
fn without_what_is_drawn(answer: &Answer) -> String {
    without(&without(&answer.body, "nonce"), "csrf")
}

/// A page without the values of a hidden field.
fn without(body: &str, field: &str) -> String {
    let start = format!("name=\"{field}\" value=\"");
    let mut parts = body.split(start.as_str());
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('"').map_or("", |(_, after)| after))
}

async fn every_page(visitor: &mut Visitor<'_>, paths: &[String]) -> Vec<(String, u16, String)> {
    let mut pages = Vec::new();
    for path in paths {
        let answer = visitor.ask(Ask::get(path)).await;
        // The words of a passphrase are drawn anew each time.
        let body = if path.ends_with("/me/passphrase") { String::new() } else { without_what_is_drawn(&answer) };
        pages.push((path.clone(), answer.status, body));
    }
    pages
}

/// The first lines in which two pages differ.
fn difference(one: &(String, u16, String), other: &(String, u16, String)) -> Option<(String, String)> {
    if one == other {
        return None;
    }
    let lines = one.2.lines().zip(other.2.lines()).find(|(left, right)| left != right);
    let (left, right) = lines.unwrap_or((&one.2, &other.2));
    Some((format!("{} {left}", one.1), format!("{} {right}", other.1)))
}

#[test]
fn every_page_of_the_barred_person_stays_the_same_to_the_byte() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let group = lived.group(world);
        let mut barred = lived.reader(world, &site, Reader::Member).await;
        let hers = |path: &&str| path.starts_with("/g/{g}") && !path.contains("/join") && !path.contains("/enter");
        let paths: Vec<String> = ROWS
            .iter()
            .filter(|row| row.method == "GET")
            .map(|row| row.at)
            .filter(hers)
            .map(|path| lived.fill(path))
            .collect();
        assert!(paths.len() > 30);
        let first = every_page(&mut barred, &paths).await;
        let before = every_page(&mut barred, &paths).await;
        assert_eq!(first.len(), before.len());
        for (one, again) in first.iter().zip(&before) {
            assert_eq!(difference(one, again), None, "{} is not the same twice with nothing changed", one.0);
        }
        // People with whom she shares no tree, no rota and no visit: there it is equal in distribution (ruling 27), and has its
        // tests in `tests/storage/mutual_aid`.
        let target = lived.members[2];
        for who in [3, 6] {
            let keep = async |tx: &Tx<'_>, permit: Permit<KeepApart>| keep_apart(tx, permit, target).await;
            group.act(who, keep).await.unwrap();
        }
        let after = every_page(&mut barred, &paths).await;
        for (one, now) in before.iter().zip(&after) {
            assert_eq!(difference(one, now), None, "{} betrays who keeps apart", one.0);
        }
        // Who said so reads it, and nobody else does.
        let mut rosalba = lived.reader(world, &site, Reader::Paused).await;
        let page = rosalba.open(&lived.fill("/g/{g}/me/apart")).await;
        assert!(page.says("Avec qui tu gardes tes distances"), "{}", page.text());
        let name = group.read();
        let names = membership::queries::people::names(&name).await.unwrap();
        assert!(page.says(names.of(target).unwrap()));
    });
}

#[test]
fn the_page_says_what_there_is_before_a_removal_and_how_one_is_begun() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut member = lived.reader(world, &site, Reader::Member).await;
        let page = member.open(&lived.fill("/g/{g}/group/hard-times")).await.clone();
        for words in [
            "Deux membres aident",
            "par étapes",
            "Proposer une mesure",
            "Voir les exclusions en cours, ou donner un préavis",
        ] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        assert!(page.forms().iter().all(|form| !form.action.contains("remov")), "a notice is given on its own page");
        assert_eq!(member.ask(Ask::get(&lived.fill("/g/{g}/me/removal"))).await.status, 404);
        // The way to a measure is open.
        let page = member.open(&lived.fill("/g/{g}/decide/new/measure")).await;
        assert!(page.says("Pas de contact") && page.says("Plan de retour"), "{}", page.text());
    });
}

#[test]
fn an_incident_reaches_its_letter_by_one_form_and_one_page_with_the_eight_things_of_the_law() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let group = lived.group(world);
        group.adopts(group.grant(2, &["keep_incidents"], 90)).await;
        let site = lived.site(world).await;
        let mut holder = lived.reader(world, &site, Reader::Member).await;
        holder.open(&lived.fill("/g/{g}/group/incidents/new")).await;
        let typed = [
            ("data_concerned", "DONNEES prénoms et numéros"),
            ("circumstances", "CIRCONSTANCES feuille égarée"),
            ("happened_from", "2026-01-05"),
            ("known_on", "2026-01-06"),
            ("people", "41"),
            ("people_in_quebec", "37"),
            ("sensitivity", "yes"),
            ("sensitivity_why", "RAISON appartenance"),
            ("consequences", "yes"),
            ("consequences_why", "Des appels"),
            ("misuse", "no"),
            ("misuse_why", "Retrouvée vite"),
        ];
        let form = holder.page.form(&lived.fill("/g/{g}/group/incidents/new"));
        let sent = form.with(&typed);
        let opened = holder.ask(Ask::post(&form.action, &sent)).await;
        assert_eq!(opened.status, 303, "{}", opened.text());
        let one = opened.location().split('?').next().unwrap().to_owned();
        holder.open(&one).await;
        let form = holder.page.form(&one);
        let rest = [
            ("commission_told_on", "2026-01-06"),
            ("people_told_on", "2026-01-07"),
            ("measures", "MESURES nouvelles feuilles"),
        ];
        let kept = holder.ask(Ask::post(&form.action, &form.with(&rest))).await;
        assert_eq!(kept.status, 303, "{}", kept.text());
        holder.open(&one).await;
        for letter in ["commission-fr", "commission-en"] {
            let page = holder.open(&format!("{one}/letter/{letter}")).await;
            for thing in ["DONNEES", "CIRCONSTANCES", "2026", "41", "37", "RAISON", "MESURES"] {
                assert!(page.says(thing), "{letter}: {thing}: {}", page.text());
            }
        }
        assert!(holder.open(&format!("{one}/letter/person-en")).await.says("Information about you"));
        // Every other member reads where it stands, and not what it says.
        let mut other = lived.reader(world, &site, Reader::Mandated).await;
        let page = other.open(&one).await;
        assert!(page.says("sérieux") && !page.says("DONNEES") && !page.says("CIRCONSTANCES"), "{}", page.text());
    });
}

#[test]
fn who_answers_for_privacy_is_public_by_title_and_a_vacancy_is_told_to_all() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let group = lived.group(world);
        let site = lived.site(world).await;
        let mut member = lived.reader(world, &site, Reader::Member).await;
        let vacant = "Personne ne répond de la protection des renseignements";
        assert!(member.open(&lived.fill("/g/{g}/group")).await.says(vacant));
        group.adopts(group.grant(3, &["privacy_contact"], 90)).await;
        let mut member = lived.reader(world, &site, Reader::Member).await;
        assert!(!member.open(&lived.fill("/g/{g}/group")).await.says(vacant));
        let mut visitor = site.visitor();
        let page = visitor.open(&lived.fill("/g/{g}/welcome")).await.clone();
        let holder: MemberId = lived.members[3];
        let scope = group.read();
        let names = membership::queries::people::names(&scope).await.unwrap();
        assert!(page.says("Responsable de la protection des renseignements"), "{}", page.text());
        assert!(!page.says(names.of(holder).unwrap()), "by title, not by name");
    });
}
