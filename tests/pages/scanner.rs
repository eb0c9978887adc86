//! A link scanner, as mail services have, fetches every address again and again: nothing is cast, noted or read by that
//! (`decisions E1`).

use crate::lived::{Lived, Reader, on_lived};
use crate::visitor::{Ask, Visitor};
use crate::walk::{hash, rows};
use actix_web::http::Method;
use parpour_tests::{Kind, World};

/// How often each address is fetched; and where each answer takes longer.
const FETCHES: usize = 100;
const FETCHES_ON_A_SERVER: usize = 20;
/// What a letter or a form could put behind an address.
const PREFILLED: &str = "choice=yes&reason=oui&ballot=y&whose=&confirm=yes";

#[test]
fn a_hundred_fetches_of_every_voting_address_change_nothing() {
    on_lived(Kind::Sqlite, async |world, lived| scans(world, lived, FETCHES).await);
}

#[test]
fn fetches_of_every_voting_address_change_nothing_on_postgres() {
    on_lived(Kind::Postgres, async |world, lived| scans(world, lived, FETCHES_ON_A_SERVER).await);
}

/// Every address at which somebody votes, notes a vote, or reads who did; those of forms too.
fn voting_addresses(lived: &Lived) -> Vec<String> {
    const ENDS: [&str; 14] = [
        "/vote",
        "/urn",
        "/sheet",
        "/phone",
        "/phone/confirm",
        "/paper",
        "/paper/back",
        "/paper/helper",
        "/paper/tally",
        "/paper/tally/sheet",
        "/paper/tally/off",
        "/paper/tally/all",
        "/roll",
        "/number",
    ];
    let votes = |route: &str| route.contains("/decide/{number}") && ENDS.iter().any(|end| route.ends_with(end));
    let mut addresses: Vec<String> = rows("GET")
        .chain(rows("POST"))
        .filter(|row| votes(row.route) || row.route == "/g/{group}/decide/{number}")
        .map(|row| lived.fill(row.at))
        .collect();
    addresses.push(lived.fill("/g/{g}/decide/{vote}"));
    addresses.push(lived.fill("/g/{g}/decide/{secret}"));
    addresses.push(lived.fill("/g/{g}/decide/{secret}/vote"));
    addresses.sort();
    addresses.dedup();
    addresses
}

async fn scans(world: &World, lived: &Lived, fetches: usize) {
    let site = lived.site(world).await;
    let mut member = lived.reader(world, &site, Reader::Member).await;
    let mut stranger = site.visitor();
    lived.group(world).settle().await;
    let before = hash(world).await;
    let addresses = voting_addresses(lived);
    assert!(addresses.len() >= 12, "{addresses:?}");
    for address in &addresses {
        for fetch in 0..fetches {
            let visitor: &mut Visitor<'_> = if fetch % 2 == 0 { &mut member } else { &mut stranger };
            // Limits by network are not what this is about.
            visitor.moves();
            let path = if fetch % 8 < 4 { address.clone() } else { format!("{address}?{PREFILLED}") };
            let method = if fetch % 4 < 2 { Method::GET } else { Method::HEAD };
            let answer = visitor.ask(Ask { method, ..Ask::get(&path) }).await;
            assert!(answer.status < 500, "{path} answers {}", answer.status);
        }
    }
    assert_eq!(hash(world).await, before, "fetching changed something");
    println!("{} addresses, {fetches} fetches each", addresses.len());
}
