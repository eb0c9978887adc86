//! Signing together, mandates and the charter, through their pages.

use crate::lived::{Reader, on_lived};
use crate::visitor::{Ask, fields};
use membership::admission::AdmitTogether;
use membership::joint;
use membership::rules::kernel::Clause;
use parpour_tests::Kind;

#[test]
fn an_act_is_read_signed_with_the_passphrase_typed_again_and_taken_back() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let (site, group) = (lived.site(world).await, lived.group(world));
        let mut ovila = lived.reader(world, &site, Reader::Expired).await;
        let act = lived.fill("/g/{g}/group/together/{act}");
        assert!(ovila.open(&lived.fill("/g/{g}")).await.says("Une demande attend des signatures"));
        assert!(ovila.open(&lived.fill("/g/{g}/group/together")).await.says("Suspendre un mandat"));
        assert!(ovila.open(&act).await.says("Suspendu 21 jours au plus"));
        let mut sign = async |present: &str| {
            let typed = fields(&[("hash", lived.named("act_hash")), ("present", present)]);
            let sent = ovila.proven(&typed).await;
            let answer = ovila.ask(Ask::post(&act, &sent)).await;
            (answer.status, ovila.open(&act).await.text())
        };
        let (status, page) = sign("ce ne sont pas ces mots-là").await;
        assert_eq!((status, page.contains("Signé par : Télesphore")), (422, true), "{page}");
        let (status, page) = sign(&group.passphrase(1)).await;
        assert_eq!((status, page.contains("Ovila et Télesphore")), (303, true), "{page}");
        assert!(!ovila.open(&lived.fill("/g/{g}")).await.says("Une demande attend des signatures"), "she has answered");
        ovila.open(&act).await;
        let page = ovila.press("Retirer ma signature").await;
        assert!(page.says("Ta signature est retirée") && page.says("Signé par : Télesphore"), "{}", page.text());
        // Whoever it is about reads it and cannot sign.
        let mut solange = lived.reader(world, &site, Reader::Mandated).await;
        let page = solange.open(&act).await;
        assert!(page.says("ce sont les autres qui signent") && page.forms().iter().all(|form| form.action != act));
        // Nothing is asked of whoever is on pause.
        let mut rosalba = lived.reader(world, &site, Reader::Paused).await;
        assert!(!rosalba.open(&lived.fill("/g/{g}")).await.says("Une demande attend des signatures"));
    });
}

#[test]
fn who_holds_a_mandate_speaks_beside_its_recall_at_the_size_of_the_summary() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let page = lived.fill("/g/{g}/decide/{recall}");
        let mut solange = lived.reader(world, &site, Reader::Mandated).await;
        let seen = solange.open(&page).await.clone();
        assert!(
            seen.says("Ce que Noëlla veut en dire") && seen.says("C’est une réponse comme une autre"),
            "{}",
            seen.text()
        );
        assert!(seen.says("Demandée ensemble par"));
        assert!(seen.forms().iter().all(|form| !form.action.ends_with("/hearing")), "the place is Noëlla's");
        let mut noella = lived.reader(world, &site, Reader::Member).await;
        noella.open(&page).await;
        noella.fill("Tes mots", "La page est à jour, venez voir.");
        assert!(noella.press("Garder mes mots").await.says("La page est à jour, venez voir."));
        let seen = solange.open(&page).await;
        assert!(seen.says("La page est à jour, venez voir."));
        // The same element with the same class for both.
        let summary = seen.body.find("<div class=\"text\"><p class=\"kept\"").unwrap();
        let hers = seen.body.rfind("<div class=\"text\"><p class=\"kept\"").unwrap();
        assert!(summary < hers);
    });
}

#[test]
fn who_may_do_what_shows_a_suspension_who_learns_and_what_is_left() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mandate = lived.fill("/g/{g}/group/powers/{mandate}");
        let mut noella = lived.reader(world, &site, Reader::Member).await;
        let powers = lived.fill("/g/{g}/group/powers");
        let page = noella.open(&powers).await;
        assert!(page.says("Suspendu jusqu") && page.says("Carnet attendu"), "{}", page.text());
        assert!(page.says("À plusieurs signatures") && page.says("Les mandats passés"));
        noella.open(&mandate).await;
        assert!(noella.press("Prendre la place pour apprendre").await.says("Noëlla apprend cette tâche."));
        assert!(noella.press("Laisser la place").await.says("La place est libre."));
        let mut solange = lived.reader(world, &site, Reader::Mandated).await;
        let note = fields(&[("handover", "note"), ("note", "Le cahier bleu dit tout.")]);
        let sent = solange.proven(&note).await;
        assert_eq!(solange.ask(Ask::post(&format!("{mandate}/hand-over"), &sent)).await.status, 303);
        assert!(noella.open(&mandate).await.says("Le cahier bleu dit tout."));
        let sent = solange.proven(&fields(&[("note", "Sans choisir, ces mots restent là.")])).await;
        let again = solange.ask(Ask::post(&format!("{mandate}/hand-over"), &sent)).await;
        assert!(again.status == 422 && again.keeps("Sans choisir, ces mots restent là."), "{}", again.text());
    });
}

#[test]
fn the_charter_is_read_as_it_was_on_a_day_and_each_rule_tells_how_it_changed() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut noella = lived.reader(world, &site, Reader::Member).await;
        let at = lived.fill("/g/{g}/group/charter/at");
        let rule = lived.fill("/g/{g}/group/charter/rules/unseconded_days");
        let page = noella.open(&rule).await;
        assert!(page.says("De 1 à 90") && page.says("Depuis la décision") && page.says("Depuis la fondation"));
        for day in ["2027-01-12", "1900-01-01", "2999-12-31", "demain"] {
            assert_eq!(noella.open(&format!("{at}?day={day}")).await.status, 200, "{day}");
        }
        let sent = noella.proven(&fields(&[("day", "pas un jour, mais quelques mots")])).await;
        let again = noella.ask(Ask::post(&at, &sent)).await;
        assert!(again.status == 422 && again.keeps("pas un jour, mais quelques mots"));
        assert_eq!(noella.open(&lived.fill("/g/{g}/group/charter/rules/no_such_rule")).await.status, 404);
        let page = noella.open(&lived.fill("/g/{g}/group/kernel")).await;
        let clauses = page.body.matches("id=\"clause-").count();
        assert_eq!(clauses, Clause::ALL.len(), "every clause is read");
    });
}

#[test]
fn allied_people_do_not_read_who_asks_to_join() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let (site, group) = (lived.site(world).await, lived.group(world));
        group.asks("Philomène").await.unwrap();
        let waiting = joint::all_waiting(&group.read()).await.unwrap().into_iter();
        let ids: Vec<String> =
            waiting.filter(|act| act.kind == AdmitTogether::KIND).map(|act| act.id.to_string()).collect();
        let list = lived.fill("/g/{g}/group/together");
        let act = |id: &String| format!("{list}/{id}");
        let mut member = lived.reader(world, &site, Reader::Member).await;
        assert!(member.open(&list).await.says("Philomène"));
        let mut allied = lived.reader(world, &site, Reader::Ally).await;
        let page = allied.open(&list).await;
        assert!(page.status == 200 && !page.says("Philomène") && page.says("Suspendre un mandat"), "{}", page.text());
        assert!(!ids.is_empty());
        for id in &ids {
            assert_eq!(member.open(&act(id)).await.status, 200);
            let page = allied.open(&act(id)).await;
            assert!(page.status == 403 && page.says("alliée") && !page.says("Philomène"), "{}", page.text());
        }
    });
}
