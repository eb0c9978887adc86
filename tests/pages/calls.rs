//! What pages say of calls, of one's own limits and of circles, where the words depend on what somebody chose (`mutual-aid`
//! T17, R1, C1, C3).

use crate::lived::{Reader, on_lived};
use crate::visitor::{Ask, fields, select};
use commons::db::Tx;
use membership::commands::contact;
use membership::powers::{ChangeOwnAccess, Permit};
use membership::queries::contacts;
use membership::rules::consent::Use;
use membership::rules::contact::ContactKind;
use mutual_aid::commands::calls::limits;
use mutual_aid::queries::calls::chains;
use mutual_aid::rules::calls::{Choices, Voicemail};
use mutual_aid::rules::quiet::Quiet;
use parpour_tests::{Group, Kind};
use std::collections::BTreeSet;

/// Says yes to being called and to calling, with these choices.
async fn chooses(group: &Group<'_>, who: usize, choices: Choices) {
    let yes = BTreeSet::from([Use::BeCalled, Use::CallOthers]);
    let says = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| limits::say(tx, permit, &yes, choices).await;
    group.act(who, says).await.unwrap();
}

/// With a machine, or with somebody else, nothing is said where she asked so; the paper tells it as the screen does.
#[test]
fn a_sheet_says_to_hang_up_where_she_wants_nothing_left() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut member = lived.reader(world, &site, Reader::Member).await;
        let path = lived.fill("/g/{g}/call/sheets/{sheet}");
        let before = member.ask(Ask::get(&path)).await;
        assert!(before.status == 200 && !before.says("raccroche"), "{}", before.text());
        let group = lived.group(world);
        let yes = BTreeSet::from([Use::BeCalled, Use::CallOthers]);
        for who in 0..group.members.len() {
            let choices = Choices { voicemail: Voicemail::Nothing, ..Choices::default() };
            let says =
                async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| limits::say(tx, permit, &yes, choices).await;
            // Whoever has no number, or rests, is on no sheet.
            let _ = group.act(who, says).await;
        }
        let after = member.ask(Ask::get(&path)).await;
        assert!(after.says("raccroche"), "{}", after.text());
    });
}

/// Nought is a number: none a day is not "as many as there are".
#[test]
fn none_a_day_is_read_again_as_none() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut member = lived.reader(world, &site, Reader::Member).await;
        let path = lived.fill("/g/{g}/me/limits");
        let sent = member.proven(&fields(&[("a_day", "0"), ("a_week", "2")])).await;
        assert_eq!(member.ask(Ask::post(&path, &sent)).await.status, 303);
        let page = member.ask(Ask::get(&path)).await.html();
        let of = |name: &str| select(&page, &format!("[name={name}]"))[0].value().attr("value").map(str::to_owned);
        assert_eq!(
            (of("a_day"), of("a_week"), of("a_month")),
            (Some("0".to_owned()), Some("2".to_owned()), Some(String::new()))
        );
    });
}

/// One call to a number that two have, and both said so: each is asked for, and each has the message for herself.
#[test]
fn whoever_has_the_same_number_is_asked_for_in_the_same_call() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let group = lived.group(world);
        let number = contacts::mine(&group.read(), group.members[0]).await.unwrap().remove(0).value;
        let add = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| {
            contact::add(tx, permit, ContactKind::Phone, &number, false).await
        };
        let number = Some(group.act(1, add).await.unwrap());
        let choices = Choices { quiet: Quiet::NONE, shared: true, ..Choices::default() };
        chooses(&group, 0, choices).await;
        chooses(&group, 1, Choices { number, ..choices }).await;
        let site = lived.site(world).await;
        let mut member = lived.reader(world, &site, Reader::Member).await;
        let path = lived.fill("/g/{g}/call/chain/{chain}");
        let [first, second] = [0, 1].map(|who| group.members[who].to_string());
        // The call to the second one is another's, so that it is not hers twice.
        let sent = member.proven(&fields(&[("act", "pass"), ("to", &second)])).await;
        assert_eq!(member.ask(Ask::post(&path, &sent)).await.status, 303);
        let sent = member.proven(&fields(&[])).await;
        assert_eq!(member.ask(Ask::post(&format!("{path}/numbers"), &sent)).await.status, 303);
        let page = member.ask(Ask::get(&path)).await;
        let words = format!("{} a le même numéro. Demande aussi à lui parler.", group.name(1));
        assert!(page.says(&words) && page.says("a aussi le message"), "{}", page.text());
        // Whoever is not to be asked for there takes nothing from what came of the call.
        let other = group.members[4].to_string();
        let sent = member.proven(&fields(&[("act", "no_answer"), ("to", &first), ("also", &other)])).await;
        assert_eq!(member.ask(Ask::post(&path, &sent)).await.status, 303);
        // With an act that is no call, nobody was reached in it.
        let sent = member.proven(&fields(&[("act", "know"), ("also", &second)])).await;
        member.ask(Ask::post(&path, &sent)).await;
        let sent = member.proven(&fields(&[("act", "reached"), ("to", &first), ("also", &second)])).await;
        assert_eq!(member.ask(Ask::post(&path, &sent)).await.status, 303);
        let page = member.ask(Ask::get(&path)).await;
        assert!(page.status == 200 && !page.says("a le même numéro"), "{}", page.text());
        let chain = chains::one(&group.read(), lived.named("chain").parse().unwrap(), group.members[2]).await.unwrap();
        for who in [0, 1] {
            assert!(chain.reached.contains(&group.members[who]), "{who}");
        }
    });
}

/// A tired person reads one page: what waits for her stands there, without a name.
#[test]
fn what_a_circle_asks_of_her_stands_on_her_first_page() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let group = lived.group(world);
        let site = lived.site(world).await;
        let mut member = lived.reader(world, &site, Reader::Member).await;
        let home = lived.fill("/g/{g}");
        let asked = "Une personne aimerait que tu sois dans son cercle.";
        let before = member.ask(Ask::get(&home)).await;
        assert!(
            before.status == 200 && before.says("Ta carte est ouverte") && !before.says(asked),
            "{}",
            before.text()
        );
        group.asks_close(0, 2, "deux chats, le matin").await.unwrap();
        let after = member.ask(Ask::get(&home)).await;
        assert!(after.says(asked) && !after.says("chats"), "{}", after.text());
    });
}

/// A tree is typed as the group tells it: who starts as a rule, who is called first, and one line for each caller.
#[test]
fn a_tree_is_drawn_by_hand_with_somebody_who_starts_as_a_rule() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let (group, site) = (lived.group(world), lived.site(world).await);
        let raw = world.raw().await;
        raw.run("DELETE FROM call_sheet").await.unwrap();
        raw.close().await;
        let mut member = lived.reader(world, &site, Reader::Member).await;
        let names = membership::queries::people::names(&group.read()).await.unwrap();
        let seen = mutual_aid::commands::calls::tree::current(&group.read()).await.unwrap();
        let called = |one: mutual_aid::rules::group::Person| {
            let id = group.members.iter().find(|id| mutual_aid::commands::calls::person(**id) == one).unwrap();
            names.of(*id).unwrap().to_owned()
        };
        let people: Vec<String> = seen.live.group.members().map(|one| called(one.person)).collect();
        let [root, others @ ..] = people.as_slice() else { panic!("{people:?}") };
        let path = lived.fill("/g/{g}/call/tree/by-hand");
        let first = others.join(", ");
        let wrong = member.proven(&fields(&[("root", "Personne Inconnue"), ("first", &first)])).await;
        let page = member.ask(Ask::post(&path, &wrong)).await;
        assert!(page.status == 422 && page.says("Personne Inconnue"), "{}", page.text());
        let line = format!("{root} : {first}");
        let sent = member.proven(&fields(&[("root", root), ("first", root), ("lines", &line)])).await;
        let page = member.ask(Ask::post(&path, &sent)).await;
        assert_eq!(page.status, 303, "{}", page.text());
        let drawn = mutual_aid::commands::calls::tree::current(&group.read()).await.unwrap();
        assert!(drawn.by_hand);
        assert_eq!(drawn.tree.root().map(called).as_ref(), Some(root));
    });
}
