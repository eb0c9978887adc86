//! Every page that the route table names is opened by somebody and looked at: a new route without a look fails here.

use crate::{enter, setting, tell_of_a_group};
use commons::db::Tx;
use decisions::commands::contribute::{ContributionKind, answer, say};
use decisions::commands::write_proposal::revise;
use decisions::powers::{Contribute, Propose};
use membership::commands::invite::invite;
use membership::commands::write_welcome_page::write_welcome_page;
use membership::powers::{Invite, Permit, WriteWelcomePage};
use parpour_tests::Kind::{Postgres, Sqlite};
use parpour_tests::World;
use parpour_tests::browser::Language::{English, French};
use parpour_tests::browser::Screen::{Desk, Phone};
use parpour_tests::browser::{Scene, Setting};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Pages that no walk from link to link reaches, and the story that opens them.
const ELSEWHERE: [(&str, &str); 9] = [
    ("/found/{token}", "a_group_decides"),
    ("/found/{token}/people", "a_group_decides"),
    ("/found/{token}/charter", "a_group_decides"),
    ("/found/{token}/sign", "a_group_decides"),
    ("/found/{token}/sign/{founder}", "a_group_decides"),
    ("/g/{group}/enter/{token}", "ways_in"),
    ("/g/{group}/door/code", "ways_in"),
    ("/demo/{code}", "the demonstration alone has it"),
    ("/g/{group}/register/export.zip", "a file, taken home in a_group_decides"),
];

struct Group {
    home: String,
    name: String,
    passphrase: String,
    /// Where nobody links to: what a letter or a button leads to.
    more: Vec<String>,
}

/// A group where Solange has something of hers on every page.
async fn a_group_with_every_page(world: &World) -> Group {
    let group = world.a_group().with_people(5).quick().found().await;
    group.adopts(group.grant(0, &["write_welcome_page"], 60)).await;
    let write = async |tx: &Tx<'_>, permit: Permit<WriteWelcomePage>| write_welcome_page(tx, permit, "Le mardi.").await;
    group.act(0, write).await.unwrap();
    let invited = async |tx: &Tx<'_>, permit: Permit<Invite>| invite(tx, permit, "").await;
    let invitation = group.act(0, invited).await.unwrap();
    let join = membership::commands::invite::way_in(world.db.keyring(), group.id, invitation).token;
    let draft = group.proposes(0).titled("Une lampe").drafted().await.unwrap();
    let talked = group.proposes(0).titled("Des rideaux").lasting(9, 5).sent().await.unwrap();
    group.seconds(1, talked).await.unwrap();
    let worry = async |tx: &Tx<'_>, permit: Permit<Contribute>| {
        say(tx, permit, talked, ContributionKind::Worries, "Quelle couleur?").await
    };
    let worry = group.act(0, worry).await.unwrap();
    let reply = async |tx: &Tx<'_>, permit: Permit<Contribute>| answer(tx, permit, worry, "Lilas.").await;
    group.act(1, reply).await.unwrap();
    let text = group.proposes(0).titled("Des rideaux lilas").lasting(9, 5).text();
    let change = async |tx: &Tx<'_>, permit: Permit<Propose>| revise(tx, permit, &world.effects, talked, text).await;
    group.act(0, change).await.unwrap();
    group.proposes(1).titled("Un tapis").sent().await.unwrap();
    let voting = group.open_vote(None).await;
    let number = async |id| group.see(id).await.number.unwrap();
    let (talked, voting) = (number(talked).await, number(voting).await);
    let home = format!("/g/{}", group.slug);
    let stop = membership::mail::stop_token(world.db.keyring(), group.id, group.members[0]);
    let more = vec![
        format!("{home}/join/{join}"),
        format!("{home}/stop-news/{}/{stop}", group.members[0]),
        format!("{home}/founded"),
        format!("{home}/me/kept"),
        format!("{home}/group/members/{}/card", group.members[3]),
        // Another kind of decision is chosen with a button, which leads on.
        format!("{home}/decide/drafts/{draft}/as/charter"),
        format!("{home}/decide/drafts/{draft}/as/charter/quorum_ordinary"),
        format!("{home}/decide/{talked}/revise/as/charter"),
        format!("{home}/decide/{talked}/revise/as/charter/quorum_ordinary"),
        format!("{home}/decide/{voting}"),
        format!("{home}/decide/{voting}/vote"),
        format!("{home}/decide/{talked}"),
        format!("{home}/decide/{talked}/versions"),
        format!("{home}/door"),
        format!("{home}/join"),
        "/".to_owned(),
    ];
    Group { home, name: group.name(0), passphrase: group.passphrase(0), more }
}

/// The pattern of the route table that an address is of; the most exact one when several fit.
fn route_of(path: &str) -> Option<&'static str> {
    let path = path.split(['?', '#']).next().unwrap();
    let parts: Vec<&str> = path.split('/').collect();
    let fits = |route: &&str| {
        let own: Vec<&str> = route.split('/').collect();
        own.len() == parts.len() && own.iter().zip(&parts).all(|(own, part)| own.starts_with('{') || own == part)
    };
    pages().into_iter().filter(fits).min_by_key(|route| route.matches('{').count())
}

/// Every route that is a page.
fn pages() -> Vec<&'static str> {
    web::pages::routes().into_iter().filter(|route| route.method == "GET").map(|route| route.path).collect()
}

fn walk_through_every_page(setting: Setting) {
    tell_of_a_group("every page", setting, &[], a_group_with_every_page, async |scene: &mut Scene, group: Group| {
        let solange = scene.somebody("Solange").await;
        enter(&solange, &group.home, &group.name, &group.passphrase).await;
        let elsewhere: BTreeMap<&str, &str> = ELSEWHERE.into();
        let mut seen = BTreeSet::new();
        // One page of each route, and every page that was asked for by its address.
        let asked_for: BTreeSet<String> = group.more.iter().cloned().collect();
        let mut waiting: VecDeque<String> = [vec![group.home.clone()], group.more.clone()].concat().into();
        let mut opened = BTreeSet::new();
        while let Some(path) = waiting.pop_front() {
            let Some(route) = route_of(&path) else { continue };
            let is_new = seen.insert(route) || asked_for.contains(&path);
            if elsewhere.contains_key(route) || !is_new || !opened.insert(path.clone()) {
                continue;
            }
            solange.visit(&path).await;
            waiting.extend(solange.links().await);
        }
        let missing: Vec<_> =
            pages().into_iter().filter(|route| !seen.contains(route) && !elsewhere.contains_key(route)).collect();
        assert!(missing.is_empty(), "nobody looks at {missing:?}");
        solange.close().await;
    });
}

#[test]
fn on_a_phone_in_french() {
    walk_through_every_page(setting(Sqlite, Phone, French));
}

#[test]
fn on_a_desk_in_english() {
    walk_through_every_page(setting(Postgres, Desk, English));
}
