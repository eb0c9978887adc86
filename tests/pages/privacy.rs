//! Resting, leaving, what is kept and reaching each other, as people meet them on pages.

use crate::lived::{Reader, on_lived};
use crate::visitor::{Answer, Visitor, fields};
use parpour_tests::Kind;

/// Sends a form as its page would, and goes where the answer leads.
async fn sends(visitor: &mut Visitor<'_>, path: &str, pairs: &[(&str, &str)]) -> Answer {
    let whole = visitor.proven(&fields(pairs)).await;
    visitor.send(path, &whole).await.clone()
}

#[test]
fn what_we_keep_is_open_to_a_visitor_and_names_nobody() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut visitor = lived.reader(world, &site, Reader::Visitor).await;
        let page = visitor.open(&lived.fill("/g/{g}/kept")).await;
        assert_eq!(page.status, 200);
        assert!(page.says("Ce que nous gardons") && page.says("Les mots dans les discussions"));
        assert!(!page.says("registre légal"), "a group that is not incorporated keeps none");
        assert!(!page.says("Solange") && !page.body.contains("id=\"thrown\""));
        let mut member = lived.reader(world, &site, Reader::Member).await;
        assert!(member.open(&lived.fill("/g/{g}/kept")).await.body.contains("id=\"thrown\""));
    });
}

#[test]
fn she_reads_and_takes_home_what_is_kept_of_her_and_nobody_else_does() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut her = lived.reader(world, &site, Reader::Member).await;
        for path in ["/g/{g}/me/data", "/g/{g}/me/data.html", "/g/{g}/me/data.json"] {
            let page = her.open(&lived.fill(path)).await;
            assert_eq!(page.status, 200, "{path}");
            assert!(page.body.contains("819 555-0122") && page.body.contains("Noëlla"), "{path}");
            assert_eq!(page.header("content-disposition").starts_with("attachment"), path.contains("data."), "{path}");
        }
        let mut other = lived.reader(world, &site, Reader::Mandated).await;
        let page = lived.fill("/g/{g}/group/members/{me}");
        assert!(!other.open(&page).await.body.contains("819 555-0122"));
        let answer = sends(&mut other, &page, &[("purpose", "news")]).await;
        assert_eq!(answer.status, 200);
        assert!(answer.says("Rien à montrer") && !answer.body.contains("819 555-0122"));
        // She says yes, and then it is shown to whoever asks.
        sends(&mut her, &lived.fill("/g/{g}/me/contacts/{contact}/show"), &[("shown", "yes")]).await;
        let answer = sends(&mut other, &page, &[("purpose", "news")]).await;
        assert!(answer.body.contains("819 555-0122"));
        assert!(!other.open(&page).await.body.contains("819 555-0122"), "no page shows it without being asked");
        let mine = her.open(&lived.fill("/g/{g}/me/data")).await;
        assert!(mine.says("Qui a lu mes coordonnées") && mine.says("Prendre des nouvelles"));
    });
}

#[test]
fn a_break_is_one_button_and_so_is_coming_back() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut her = lived.reader(world, &site, Reader::Member).await;
        let mut other = lived.reader(world, &site, Reader::Mandated).await;
        let list = lived.fill("/g/{g}/group/members");
        let before = other.open(&list).await.text();
        her.open(&lived.fill("/g/{g}/me/pause")).await;
        her.press("Commencer ma pause").await;
        assert!(her.open(&lived.fill("/g/{g}/me")).await.says("Tu es en pause"));
        assert_eq!(other.open(&list).await.text(), before, "the list is the same");
        assert_eq!(her.open(&list).await.status, 200, "every page stays hers");
        her.open(&lived.fill("/g/{g}/me")).await;
        her.press("Revenir maintenant").await;
        assert!(!her.open(&lived.fill("/g/{g}/me")).await.says("Tu es en pause"));
    });
}

#[test]
fn a_day_that_cannot_be_is_given_back_kindly() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut her = lived.reader(world, &site, Reader::Member).await;
        for (until, says) in [("demain", "Écris un jour"), ("2001-01-01", "un jour plus tard")] {
            let answer = sends(&mut her, &lived.fill("/g/{g}/me/pause"), &[("until", until)]).await;
            assert_eq!(answer.status, 422);
            assert!(answer.says(says) && answer.keeps(until), "{until}");
        }
        let to = lived.named("friend");
        let answer = sends(&mut her, &lived.fill("/g/{g}/me/pause"), &[("link_to", to)]).await;
        assert_eq!(answer.status, 422);
        assert!(answer.says("Choisis comment garder le lien"));
    });
}

#[test]
fn leaving_takes_two_actions_and_leaves_no_name() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut her = lived.reader(world, &site, Reader::Member).await;
        let mut other = lived.reader(world, &site, Reader::Mandated).await;
        let talk = lived.fill("/g/{g}/decide/{mine}");
        assert!(other.open(&talk).await.says("Noëlla"));
        let page = her.open(&lived.fill("/g/{g}/me/leave")).await;
        assert!(page.says("Une pause, peut-être") && page.says("Emporter mes données"));
        let gone = her.press("Quitter maintenant").await;
        assert!(gone.status == 200 && gone.says("Tu as quitté le groupe"));
        let after = other.open(&talk).await;
        assert!(!after.says("Noëlla") && after.says("une personne membre"));
        assert!(!other.open(&lived.fill("/g/{g}/group/members")).await.says("Noëlla"));
        for path in ["/g/{g}/register", "/g/{g}/decide/{vote}", "/g/{g}/group/powers", "/g/{g}"] {
            let page = other.open(&lived.fill(path)).await;
            assert!(page.status == 200 && !page.says("Noëlla"), "{path}");
        }
    });
}
