//! Every route for every kind of reader, each cell written down (`reliability` R-36).

use crate::entering::{ask_link, letter};
use crate::lived::{Lived, Reader, live, on_lived};
use crate::site::{LOOPBACK, Parts, SECURE, TestSite};
use crate::visitor::{Ask, Fields, Visitor, fields};
use actix_web::http::Method;
use commons::db::Tx;
use membership::commands::session;
use parpour_tests::{Group, World, on_postgres};
use sea_orm::DbBackend;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use web::pages::{Needs, Route, routes};

/// What a reader gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gets {
    /// The page, or what the form asked for (200).
    Page,
    /// It is done, or leads on (303).
    Done,
    /// Led to the door (303), or given her words back with the way to it (403).
    Door,
    /// A no in words: this needs a power she does not have (403).
    Power,
    /// A no in words: it is somebody else's (403).
    Theirs,
    /// Nothing there for her (404).
    Missing,
    /// A link that is no longer good (410).
    Gone,
    /// Something to correct first (422).
    Correct,
    /// Something changed meanwhile (409).
    Changed,
}

use Gets::{Changed, Correct, Done, Door, Gone, Missing, Page, Power, Theirs};

/// One route, an address of it, what is sent there, and what each reader gets: visitor, member (whose things
/// these are), holder of the mandate, holder of one that is over, member of another group.
pub struct Row {
    /// Method.
    pub method: &'static str,
    /// Pattern of the route.
    pub route: &'static str,
    /// An address, with the names of [`Lived`].
    pub at: &'static str,
    /// What is typed.
    pub typed: &'static [(&'static str, &'static str)],
    /// What each reader gets.
    pub cells: [Gets; 5],
}

const EVERYBODY: [Gets; 5] = [Page; 5];
const MEMBERS: [Gets; 5] = [Door, Page, Page, Page, Door];
const HERS: [Gets; 5] = [Door, Page, Missing, Missing, Door];
const HER_WORDS: [Gets; 5] = [Door, Done, Theirs, Theirs, Door];
const MEMBERS_DO: [Gets; 5] = [Door, Done, Done, Done, Door];
/// Whoever is in already is led home instead.
const GONE_UNLESS_IN: [Gets; 5] = [Gone, Done, Done, Done, Gone];
const SHE_DOES: [Gets; 5] = [Door, Done, Missing, Missing, Door];

const fn get(route: &'static str, at: &'static str, cells: [Gets; 5]) -> Row {
    Row { method: "GET", route, at, typed: &[], cells }
}
const fn post(
    route: &'static str,
    at: &'static str,
    typed: &'static [(&'static str, &'static str)],
    cells: [Gets; 5],
) -> Row {
    Row { method: "POST", route, at, typed, cells }
}

const TITLE: (&str, &str) = ("title", "Un banc de bois devant la porte du local");
const SUMMARY: (&str, &str) = ("summary", "En construire un avec les planches de la remise.");
const WORDS: (&str, &str) = ("words", "Une phrase assez longue pour être redonnée à qui l'a écrite.");
const SEND: (&str, &str) = ("act", "send");
const PHRASE: (&str, &str) = ("passphrase", "les chaises du fond craquent quand il pleut");

/// The table. `kit` routes stand in it too.
pub const ROWS: &[Row] = &[
    get("/", "/", EVERYBODY),
    get("/look", "/look", EVERYBODY),
    post("/look", "/look", &[("theme", "sombre"), ("back", "/")], [Done; 5]),
    post("/language", "/language", &[("lang", "en"), ("back", "/")], [Done; 5]),
    // Founding: whoever holds the link.
    get("/found/{token}", "/found/{found}", EVERYBODY),
    post("/found/{token}", "/found/{found}", &[("name", "Le Grain de poivre du coin de la rue")], [Done; 5]),
    get("/found/{token}/people", "/found/{found}/people", EVERYBODY),
    post(
        "/found/{token}/people",
        "/found/{found}/people",
        &[("founders", "Azilda Un\nFernand Deux"), ("people", "Rosalba")],
        [Done; 5],
    ),
    get("/found/{token}/charter", "/found/{found}/charter", EVERYBODY),
    post("/found/{token}/charter", "/found/{found}/charter", &[("seconders", "2")], [Done; 5]),
    get("/found/{token}/sign", "/found/{found}/sign", EVERYBODY),
    get("/found/{token}/sign/{founder}", "/found/{found}/sign/1", EVERYBODY),
    post(
        "/found/{token}/sign/{founder}",
        "/found/{found_to_sign}/sign/1",
        &[("founder", "Rosalba"), PHRASE],
        [Done; 5],
    ),
    post("/found/{token}/unsign", "/found/{found_again}/unsign", &[], [Done; 5]),
    post("/found/{token}/found", "/found/{found_signed}/found", &[], [Done; 5]),
    get("/g/{group}/founded", "/g/{g}/founded", MEMBERS),
    // Ways in.
    get("/g/{group}/welcome", "/g/{g}/welcome", EVERYBODY),
    get("/g/{group}/welcome/edit", "/g/{g}/welcome/edit", [Door, Power, Page, Power, Door]),
    post("/g/{group}/welcome/edit", "/g/{g}/welcome/edit", &[WORDS], [Door, Power, Done, Power, Door]),
    get("/g/{group}/door", "/g/{g}/door", EVERYBODY),
    post(
        "/g/{group}/door",
        "/g/{g}/door",
        &[("name", "Solange"), ("passphrase", "les chats de Solange dorment au soleil")],
        [Done; 5],
    ),
    post("/g/{group}/door/link", "/g/{g}/door/link", &[("email", "{mail}")], [Done; 5]),
    get("/g/{group}/door/code", "/g/{g}/door/code", EVERYBODY),
    post("/g/{group}/door/code", "/g/{g}/door/code", &[("code", "12345678")], [Correct; 5]),
    get("/g/{group}/enter/{token}", "/g/{g}/enter/0123456789abcdef", GONE_UNLESS_IN),
    post("/g/{group}/enter/{token}", "/g/{g}/enter/0123456789abcdef", &[], GONE_UNLESS_IN),
    post("/g/{group}/leave-session", "/g/{g}/leave-session", &[], EVERYBODY),
    get("/g/{group}/join", "/g/{g}/join", EVERYBODY),
    post("/g/{group}/join", "/g/{g}/join", &[("card", "{card_words}")], [Done; 5]),
    get("/g/{group}/join/{token}", "/g/{g}/join/{join}", EVERYBODY),
    post("/g/{group}/join/{token}", "/g/{g}/join/{join}", &[("name", "Azilda"), PHRASE], [Done; 5]),
    get("/demo/{code}", "/demo/regarde", EVERYBODY),
    post("/demo/{code}", "/demo/regarde", &[], [Done; 5]),
    // The group.
    get("/g/{group}", "/g/{g}", MEMBERS),
    get("/g/{group}/group", "/g/{g}/group", MEMBERS),
    get("/g/{group}/group/members", "/g/{g}/group/members", MEMBERS),
    post("/g/{group}/group/members/{member}/card", "/g/{g}/group/members/{nobody_yet}/card", &[], MEMBERS_DO),
    get("/g/{group}/group/members/{member}/card", "/g/{g}/group/members/{nobody_yet}/card", MEMBERS),
    get("/g/{group}/group/invite", "/g/{g}/group/invite", MEMBERS),
    post("/g/{group}/group/invite/card", "/g/{g}/group/invite/card", &[("to", "{nobody_yet}")], MEMBERS_DO),
    post(
        "/g/{group}/group/invite",
        "/g/{g}/group/invite",
        &[("how", "mail"), ("email", "quelquun.de.nouveau@exemple.org")],
        MEMBERS_DO,
    ),
    get("/g/{group}/group/invitations/{invitation}", "/g/{g}/group/invitations/{invitation}", HERS),
    get("/g/{group}/group/invitations/{invitation}/card", "/g/{g}/group/invitations/{invitation}/card", HERS),
    post(
        "/g/{group}/group/invitations/{invitation}/take-back",
        "/g/{g}/group/invitations/{to_take_back}/take-back",
        &[],
        SHE_DOES,
    ),
    get("/g/{group}/group/charter", "/g/{g}/group/charter", MEMBERS),
    get("/g/{group}/group/powers", "/g/{g}/group/powers", MEMBERS),
    // One's own things. Those who signed the founding have a passphrase, which is asked again.
    get("/g/{group}/me", "/g/{g}/me", MEMBERS),
    get("/g/{group}/me/kept", "/g/{g}/me/kept", MEMBERS),
    get("/g/{group}/me/passphrase", "/g/{g}/me/passphrase", MEMBERS),
    post(
        "/g/{group}/me/passphrase",
        "/g/{g}/me/passphrase",
        &[("new", "les chaises du fond craquent quand il pleut")],
        [Door, Done, Correct, Correct, Door],
    ),
    get("/g/{group}/me/email", "/g/{g}/me/email", MEMBERS),
    post(
        "/g/{group}/me/email",
        "/g/{g}/me/email",
        &[("email", "une.adresse.a.moi@exemple.org")],
        [Door, Done, Correct, Correct, Door],
    ),
    post("/g/{group}/me/news", "/g/{g}/me/news", &[("news", "yes")], MEMBERS_DO),
    post("/g/{group}/me/close-others", "/g/{g}/me/close-others", &[], MEMBERS_DO),
    get("/g/{group}/stop-news/{member}/{token}", "/g/{g}/stop-news/{me}/{stop}", EVERYBODY),
    post("/g/{group}/stop-news/{member}/{token}", "/g/{g}/stop-news/{me}/{stop}", &[], EVERYBODY),
    // Writing.
    get("/g/{group}/decide", "/g/{g}/decide", MEMBERS),
    get("/g/{group}/decide/new", "/g/{g}/decide/new", MEMBERS),
    post("/g/{group}/decide/new", "/g/{g}/decide/new", &[TITLE, SUMMARY], MEMBERS_DO),
    get("/g/{group}/decide/new/{kind}", "/g/{g}/decide/new/mandate", MEMBERS),
    post("/g/{group}/decide/new/{kind}", "/g/{g}/decide/new/position", &[TITLE, SUMMARY, SEND], MEMBERS_DO),
    get("/g/{group}/decide/new/{kind}/{about}", "/g/{g}/decide/new/charter/seconders", MEMBERS),
    post(
        "/g/{group}/decide/new/{kind}/{about}",
        "/g/{g}/decide/new/charter/seconders",
        &[TITLE, SUMMARY, ("rule", "seconders"), ("value", "3"), SEND],
        MEMBERS_DO,
    ),
    get("/g/{group}/decide/drafts/{draft}", "/g/{g}/decide/drafts/{draft}", HERS),
    post(
        "/g/{group}/decide/drafts/{draft}",
        "/g/{g}/decide/drafts/{draft}",
        &[TITLE, SUMMARY, SEND],
        [Door, Changed, Missing, Missing, Door],
    ),
    get("/g/{group}/decide/drafts/{draft}/effect", "/g/{g}/decide/drafts/{draft}/effect", HERS),
    post(
        "/g/{group}/decide/drafts/{draft}/effect",
        "/g/{g}/decide/drafts/{draft}/effect",
        &[("effect", "trial")],
        [Door, Done, Done, Done, Door],
    ),
    get("/g/{group}/decide/drafts/{draft}/as/{kind}", "/g/{g}/decide/drafts/{draft}/as/trial", HERS),
    post(
        "/g/{group}/decide/drafts/{draft}/as/{kind}",
        "/g/{g}/decide/drafts/{draft}/as/trial",
        &[TITLE, SUMMARY, ("trial_until", "2027-09-01"), SEND],
        [Door, Changed, Missing, Missing, Door],
    ),
    get(
        "/g/{group}/decide/drafts/{draft}/as/{kind}/{about}",
        "/g/{g}/decide/drafts/{draft}/as/charter/seconders",
        HERS,
    ),
    post(
        "/g/{group}/decide/drafts/{draft}/as/{kind}/{about}",
        "/g/{g}/decide/drafts/{draft}/as/charter/seconders",
        &[TITLE, SUMMARY, ("rule", "seconders"), ("value", "3"), SEND],
        [Door, Changed, Missing, Missing, Door],
    ),
    get("/g/{group}/decide/drafts/{draft}/authors", "/g/{g}/decide/drafts/{draft}/authors", HERS),
    post(
        "/g/{group}/decide/drafts/{draft}/authors",
        "/g/{g}/decide/drafts/{draft}/authors",
        &[("other", "{friend}")],
        SHE_DOES,
    ),
    post("/g/{group}/decide/drafts/{draft}/step-back", "/g/{g}/decide/drafts/{shared}/step-back", &[], SHE_DOES),
    get("/g/{group}/decide/drafts/{draft}/delete", "/g/{g}/decide/drafts/{draft}/delete", HERS),
    post("/g/{group}/decide/drafts/{draft}/delete", "/g/{g}/decide/drafts/{draft}/delete", &[], SHE_DOES),
    // Taking part.
    get("/g/{group}/decide/{number}", "/g/{g}/decide/{talk}", MEMBERS),
    get("/g/{group}/decide/{number}/versions", "/g/{g}/decide/{talk}/versions", MEMBERS),
    post("/g/{group}/decide/{number}/second", "/g/{g}/decide/{waiting}/second", &[], MEMBERS_DO),
    get("/g/{group}/decide/{number}/withdraw", "/g/{g}/decide/{mine}/withdraw", [Door, Page, Done, Done, Door]),
    post(
        "/g/{group}/decide/{number}/withdraw",
        "/g/{g}/decide/{mine}/withdraw",
        &[],
        [Door, Done, Theirs, Theirs, Door],
    ),
    post("/g/{group}/decide/{number}/step-back", "/g/{g}/decide/{together}/step-back", &[], HER_WORDS),
    post("/g/{group}/decide/{number}/say", "/g/{g}/decide/{talk}/say", &[("kind", "worries"), WORDS], MEMBERS_DO),
    get("/g/{group}/decide/{number}/said/{said}", "/g/{g}/decide/{talk}/said/{said}", [Door, Page, Done, Done, Door]),
    post("/g/{group}/decide/{number}/said/{said}", "/g/{g}/decide/{talk}/said/{said}", &[WORDS], HER_WORDS),
    post(
        "/g/{group}/decide/{number}/said/{said}/take-back",
        "/g/{g}/decide/{talk}/said/{said}/take-back",
        &[],
        HER_WORDS,
    ),
    get("/g/{group}/decide/{number}/said/{said}/answer", "/g/{g}/decide/{talk}/said/{asked}/answer", MEMBERS),
    post(
        "/g/{group}/decide/{number}/said/{said}/answer",
        "/g/{g}/decide/{talk}/said/{asked}/answer",
        &[WORDS],
        MEMBERS_DO,
    ),
    get("/g/{group}/decide/{number}/vote", "/g/{g}/decide/{vote}/vote", MEMBERS),
    post(
        "/g/{group}/decide/{number}/vote",
        "/g/{g}/decide/{vote}/vote",
        &[("choice", "no"), ("reason", "Le banc d'en face suffit déjà bien.")],
        MEMBERS_DO,
    ),
    get("/g/{group}/decide/{number}/revise", "/g/{g}/decide/{mine}/revise", [Door, Page, Done, Done, Door]),
    post(
        "/g/{group}/decide/{number}/revise",
        "/g/{g}/decide/{mine}/revise",
        &[TITLE, SUMMARY, SEND],
        [Door, Changed, Changed, Changed, Door],
    ),
    get(
        "/g/{group}/decide/{number}/revise/effect",
        "/g/{g}/decide/{mine}/revise/effect",
        [Door, Page, Done, Done, Door],
    ),
    post(
        "/g/{group}/decide/{number}/revise/effect",
        "/g/{g}/decide/{mine}/revise/effect",
        &[("effect", "recall")],
        MEMBERS_DO,
    ),
    get(
        "/g/{group}/decide/{number}/revise/as/{kind}",
        "/g/{g}/decide/{mine}/revise/as/recall",
        [Door, Page, Done, Done, Door],
    ),
    post(
        "/g/{group}/decide/{number}/revise/as/{kind}",
        "/g/{g}/decide/{mine}/revise/as/recall",
        &[TITLE, SUMMARY, ("mandate", "{mandate}"), SEND],
        [Door, Changed, Changed, Changed, Door],
    ),
    get(
        "/g/{group}/decide/{number}/revise/as/{kind}/{about}",
        "/g/{g}/decide/{mine}/revise/as/recall/{mandate}",
        [Door, Page, Done, Done, Door],
    ),
    post(
        "/g/{group}/decide/{number}/revise/as/{kind}/{about}",
        "/g/{g}/decide/{mine}/revise/as/charter/seconders",
        &[TITLE, SUMMARY, ("rule", "seconders"), ("value", "3"), SEND],
        [Door, Changed, Changed, Changed, Door],
    ),
    // The register.
    get("/g/{group}/register", "/g/{g}/register", MEMBERS),
    get("/g/{group}/register/export.zip", "/g/{g}/register/export.zip", MEMBERS),
    get("/g/{group}/register/verify", "/g/{g}/register/verify", MEMBERS),
    get("/g/{group}/register/{entry}", "/g/{g}/register/{head}", MEMBERS),
];

/// Routes of the kit, which are in no area's table.
const OF_THE_KIT: [(&str, &str); 3] = [("GET", "/look"), ("POST", "/look"), ("POST", "/language")];

/// Forms that carry no token, and why that is right: the quick exit must work from a page hours old and can
/// only end a session; mail programs stop news without any page of ours (RFC 8058).
const WITHOUT_TOKEN: [&str; 2] = ["/exit", "/g/{group}/stop-news/{member}/{token}"];

impl Row {
    /// What is typed here, filled.
    pub fn typed(&self, lived: &Lived) -> Fields {
        fields(&self.typed.iter().map(|(name, value)| (*name, *value)).collect::<Vec<_>>())
            .into_iter()
            .map(|(name, value)| {
                (name, if value.starts_with('{') && value != "{mail}" { lived.fill(&value) } else { value })
            })
            .collect()
    }

    /// Whom the table of routes lets in.
    pub fn needs(&self) -> Needs {
        let found = routes().into_iter().find(|route| (route.method, route.path) == (self.method, self.route));
        found.map_or(Needs::Nothing, |route| route.needs)
    }
}

/// The rows of one method.
pub fn rows(method: &str) -> impl Iterator<Item = &'static Row> {
    ROWS.iter().filter(move |row| row.method == method)
}

#[test]
fn every_route_has_its_row() {
    let key = |route: &Route| (route.method, route.path);
    let known: BTreeSet<_> = routes().iter().map(key).chain(OF_THE_KIT).collect();
    let tabled: BTreeSet<_> = ROWS.iter().map(|row| (row.method, row.route)).collect();
    assert_eq!(tabled.len(), ROWS.len(), "a route stands twice in the table");
    let without: Vec<_> = known.difference(&tabled).collect();
    let unknown: Vec<_> = tabled.difference(&known).collect();
    assert!(
        without.is_empty() && unknown.is_empty(),
        "routes without a row: {without:#?}, rows without a route: {unknown:#?}"
    );
    println!("{} routes, {} cells", ROWS.len(), ROWS.len() * Reader::ALL.len());
}

#[test]
fn nobody_outside_gets_what_the_route_table_keeps_for_members() {
    for row in ROWS {
        let [visitor, member, mandated, expired, elsewhere] = row.cells;
        match row.needs() {
            // A link that serves once leads on whoever is in already; nobody else gets more than a visitor.
            Needs::Nothing => {
                let same = |cell: &Gets| *cell == visitor || (visitor == Gone && *cell == Done);
                assert!(
                    elsewhere == visitor && row.cells.iter().all(|cell| same(cell) && *cell != Door),
                    "{}",
                    row.route
                );
            }
            Needs::Membership => assert!(visitor == Door && elsewhere == Door, "{}", row.route),
            Needs::Power("write_welcome_page") => {
                assert_eq!((visitor, elsewhere, member, expired), (Door, Door, Power, Power), "{}", row.route);
                assert_eq!(mandated, Done);
            }
            Needs::Power(_) => assert!(visitor == Door && elsewhere == Door, "{}", row.route),
        }
    }
}

/// Every cell, each POST on a copy of its own.
mod cells {
    use super::*;

    #[test]
    fn of_reading() {
        on_lived(async |world, lived| read_all(world, lived).await);
    }

    #[test]
    fn of_reading_on_postgres() {
        on_postgres(async |world: &World| {
            let lived = live(world).await;
            read_all(world, &lived).await;
        });
    }

    #[test]
    fn of_sending() {
        let mut wrong = Vec::new();
        on_lived(async |world, lived| {
            let site = lived.site(world).await;
            for (row, reader, gets) in sendings().filter(|(_, _, gets)| !acts(*gets)) {
                wrong.extend(send(world, lived, &site, row, reader, gets).await.err());
            }
        });
        for (row, reader, gets) in sendings().filter(|(_, _, gets)| acts(*gets)) {
            on_lived(async |world, lived| {
                let site = lived.site(world).await;
                wrong.extend(send(world, lived, &site, row, reader, gets).await.err());
            });
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    }

    fn sendings() -> impl Iterator<Item = (&'static Row, Reader, Gets)> {
        rows("POST")
            .flat_map(|row| Reader::ALL.into_iter().zip(row.cells).map(move |(reader, gets)| (row, reader, gets)))
    }

    /// Whether something happens, so that the next one must begin anew.
    fn acts(gets: Gets) -> bool {
        matches!(gets, Done | Page)
    }

    /// Each reader on a store of her own, once through everything: what is refused changes nothing, so it comes
    /// first; then what is done, and last what ends what the others need.
    #[test]
    fn of_sending_on_postgres() {
        let mut sent = 0;
        for reader in Reader::ALL {
            on_postgres(async |world: &World| {
                let lived = live(world).await;
                let site = lived.site(world).await;
                let mut mine: Vec<_> = sendings().filter(|(_, other, _)| *other == reader).collect();
                mine.sort_by_key(|(row, _, gets)| (acts(*gets), ends_something(row)));
                let mut wrong = Vec::new();
                for (row, _, gets) in mine {
                    wrong.extend(send(world, &lived, &site, row, reader, gets).await.err());
                    sent += 1;
                }
                assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
            });
        }
        assert_eq!(sent, sendings().count(), "a cell was left out");
    }

    /// How much a row takes away from those that come after it.
    fn ends_something(row: &Row) -> usize {
        ["withdraw", "step-back", "take-back", "delete", "/me/passphrase", "close-others", "/unsign", "/found"]
            .iter()
            .position(|end| row.route.ends_with(end))
            .map_or(0, |place| place + 1)
    }
}

async fn read_all(world: &World, lived: &Lived) {
    let site = lived.site(world).await;
    for reader in Reader::ALL {
        let mut visitor = lived.reader(world, &site, reader).await;
        lived.group(world).settle().await;
        let before = hash(world).await;
        for row in rows("GET") {
            let gets = row.cells[Reader::ALL.iter().position(|one| *one == reader).unwrap()];
            visitor.moves();
            let answer = visitor.ask(Ask::get(&lived.fill(row.at))).await;
            let about = format!("{reader:?} GET {}", row.at);
            assert_eq!(answer.status, status("GET", gets), "{about} should be {gets:?}:\n{}", answer.text());
            match gets {
                Door => assert_eq!(answer.location(), lived.fill("/g/{g}/door"), "{about}"),
                Power => assert!(answer.says("mandat"), "{about}:\n{}", answer.text()),
                _ => {}
            }
            let head = Ask { method: Method::HEAD, ..Ask::get(&lived.fill(row.at)) };
            assert_eq!(visitor.ask(head).await.status, answer.status, "{about} by HEAD");
        }
        assert_eq!(hash(world).await, before, "{reader:?} changed something by reading");
    }
}

fn status(method: &str, gets: Gets) -> u16 {
    match gets {
        Page => 200,
        Done => 303,
        Door if method == "GET" => 303,
        Door | Power | Theirs => 403,
        Missing => 404,
        Gone => 410,
        Correct => 422,
        Changed => 409,
    }
}

async fn send(
    world: &World,
    lived: &Lived,
    site: &TestSite,
    row: &Row,
    reader: Reader,
    gets: Gets,
) -> Result<(), String> {
    let mut visitor = lived.reader(world, site, reader).await;
    let mut typed = row.typed(lived);
    // One address is sent three links an hour.
    for (_, value) in typed.iter_mut().filter(|(_, value)| *value == "{mail}") {
        *value = format!("personne-{reader:?}@exemple.org").to_lowercase();
    }
    let path = lived.fill(row.at);
    let sent = visitor.proven(&typed).await;
    let before = hash(world).await;
    let answer = visitor.ask(Ask::post(&path, &sent)).await;
    let about = format!("{reader:?} POST {}", row.at);
    if answer.status != status("POST", gets) {
        let (got, to) = (answer.status, answer.location());
        return Err(format!("{about} should be {gets:?}, got {got}, led to {to:?}:\n{}", answer.text()));
    }
    let after = hash(world).await;
    match gets {
        Done | Page => {}
        Correct if row.route.ends_with("/door/code") => {}
        _ => assert_eq!(after, before, "{about} was refused and yet changed something"),
    }
    match gets {
        Door => {
            assert_eq!(answer.link("Aller à la porte"), lived.fill("/g/{g}/door"), "{about}");
            keeps(&answer, &typed, &about);
        }
        Power => assert!(answer.says("mandat"), "{about}:\n{}", answer.text()),
        Correct | Changed => keeps(&answer, &typed, &about),
        Done => assert!(!answer.location().ends_with("/door"), "{about} led to the door"),
        Page | Missing | Gone | Theirs => {}
    }
    Ok(())
}

/// Everything that may be shown again still stands on the page.
pub fn keeps(answer: &crate::visitor::Answer, typed: &[(String, String)], about: &str) {
    for (name, text) in typed.iter().filter(|(name, text)| !is_secret(name) && text.chars().count() > 20) {
        assert!(answer.keeps(text), "{about}: {name} is lost: {text:?}\n{}", answer.text());
    }
}

/// Fields whose text is never shown again.
pub fn is_secret(name: &str) -> bool {
    ["passphrase", "present", "new", "drawn", "code", "token", "csrf", "nonce", "card", "seen"].contains(&name)
}

/// Everything in the store, as one number.
pub async fn hash(world: &World) -> String {
    let raw = world.raw().await;
    let mut hash = Sha256::new();
    for table in raw.tables().await {
        let row = match raw.backend() {
            DbBackend::Sqlite => {
                let columns = raw.texts(&format!("SELECT name FROM pragma_table_info('{table}')")).await;
                columns.iter().map(|name| format!("quote(\"{name}\")")).collect::<Vec<_>>().join("||'|'||")
            }
            _ => format!("\"{table}\"::text"),
        };
        hash.update(table.as_bytes());
        for row in raw.texts(&format!("SELECT {row} AS row FROM \"{table}\" ORDER BY 1")).await {
            hash.update(row.as_bytes());
        }
    }
    raw.close().await;
    hex::encode(hash.finalize())
}

/// What is refused before anybody looks at who sent it.
#[test]
fn forms_that_are_not_ours_are_refused() {
    on_lived(async |world, lived| not_ours(world, lived).await);
}

#[test]
fn forms_that_are_not_ours_are_refused_on_postgres() {
    on_postgres(async |world: &World| {
        let lived = live(world).await;
        not_ours(world, &lived).await;
    });
}

async fn not_ours(world: &World, lived: &Lived) {
    let site = lived.site(world).await;
    let mut stranger = site.visitor();
    let foreign = stranger.proof().await;
    let mut refused = BTreeMap::new();
    for reader in [Reader::Visitor, Reader::Member, Reader::Mandated] {
        let mut visitor = lived.reader(world, &site, reader).await;
        let proof = visitor.proof().await;
        let before = hash(world).await;
        for row in rows("POST").filter(|row| !WITHOUT_TOKEN.contains(&row.route)) {
            let (path, typed) = (lived.fill(row.at), row.typed(lived));
            let with = |proof: &Fields| [typed.clone(), proof.clone()].concat();
            let csrf_only: Fields = proof.iter().filter(|(name, _)| name == "csrf").cloned().collect();
            let nonce_only: Fields = proof.iter().filter(|(name, _)| name == "nonce").cloned().collect();
            let cases = [
                ("no token", Ask::post(&path, &typed)),
                ("no nonce", Ask::post(&path, &with(&csrf_only))),
                ("no csrf", Ask::post(&path, &with(&nonce_only))),
                ("the token of somebody else", Ask::post(&path, &with(&foreign))),
                ("from another site", Ask::post(&path, &with(&proof)).with("sec-fetch-site", "cross-site")),
                ("from a sister site", Ask::post(&path, &with(&proof)).with("sec-fetch-site", "same-site")),
                ("a foreign origin", Ask::post(&path, &with(&proof)).with("origin", "https://ailleurs.example")),
            ];
            for (what, ask) in cases {
                let answer = visitor.ask(ask).await;
                assert_eq!(answer.status, 403, "{reader:?} {} with {what}:\n{}", row.at, answer.text());
                *refused.entry(what).or_insert(0) += 1;
            }
        }
        assert_eq!(hash(world).await, before, "{reader:?}: something changed");
    }
    println!("refused: {refused:?}");
}

/// The quick exit takes no token, and another site still cannot use it.
#[test]
fn another_site_ends_no_session() {
    on_lived(async |world, lived| {
        let site = lived.site(world).await;
        let mut member = lived.reader(world, &site, Reader::Member).await;
        let ask = Ask::post("/exit", &[]).with("sec-fetch-site", "cross-site");
        let session = member.cookies.clone();
        assert_eq!(member.ask(ask).await.status, 200);
        assert_eq!(member.cookies, session);
        assert_eq!(member.open(&lived.fill("/g/{g}")).await.status, 200);
    });
}

/// How she comes in again.
enum Again {
    Passphrase,
    MailLink,
}

/// A form sent too late: its words are given back, kept sealed, and sent by their button after coming in.
async fn sent_too_late(world: &World, lived: &Lived, public: &'static str, again: Again) {
    let site = Parts::of(world, public, HashMap::new()).start().await;
    let group = lived.group(world);
    let mut member: Visitor<'_> = site.visitor();
    come_in(world, lived, &mut member, &again).await;
    member.open(&lived.fill("/g/{g}/decide/{talk}")).await;
    let form = member.page.form(&lived.fill("/g/{g}/decide/{talk}/say"));
    world.clock.advance(chrono::Duration::minutes(16));
    let typed = form.with(&[("kind", "worries"), WORDS]);
    let answer = member.ask(Ask::post(&form.action, &typed)).await;
    assert_eq!(answer.status, 403);
    assert!(answer.keeps(WORDS.1) && answer.says("30 minutes"), "{}", answer.text());
    assert_eq!(answer.link("Aller à la porte"), lived.fill("/g/{g}/door"));
    assert_eq!(kept_forms(world).await, "1");
    // Whoever else comes in at this computer finds nothing.
    let mut other = site.signed_in(&session_of(&group, 3).await);
    assert!(!other.open(&lived.fill("/g/{g}/me/kept")).await.keeps(WORDS.1));
    world.clock.advance(chrono::Duration::minutes(29));
    come_in(world, lived, &mut member, &again).await;
    assert_eq!(member.page.path, lived.fill("/g/{g}/me/kept"), "she is led to her words:\n{}", member.page.text());
    assert!(member.page.keeps(WORDS.1), "{}", member.page.text());
    member.press("Envoyer de nouveau").await;
    assert!(
        member.page.says(WORDS.1) && member.page.path == lived.fill("/g/{g}/decide/{talk}"),
        "{}",
        member.page.text()
    );
    assert_eq!(kept_forms(world).await, "0", "used once, it is forgotten");
}

async fn come_in(world: &World, lived: &Lived, member: &mut Visitor<'_>, how: &Again) {
    let group = lived.group(world);
    member.open(&lived.fill("/g/{g}/door")).await;
    match how {
        Again::Passphrase => {
            let form = member.page.form(&lived.fill("/g/{g}/door"));
            let typed = form.with(&[("name", &group.name(0)), ("passphrase", &group.passphrase(0))]);
            member.send(&form.action, &typed).await;
        }
        Again::MailLink => {
            let (token, _) = mail_link_of(member, world, lived, &group.email(0)).await;
            member.open(&lived.fill(&format!("/g/{{g}}/enter/{token}"))).await;
            member.press("Entrer").await;
        }
    }
}

async fn mail_link_of(member: &mut Visitor<'_>, world: &World, lived: &Lived, email: &str) -> (String, String) {
    assert_eq!(ask_link(member, lived, email).await.status, 303);
    letter(world).await.unwrap()
}

async fn session_of(group: &Group<'_>, who: usize) -> String {
    let member = group.members[who];
    group.write(async |tx: &Tx<'_>| Ok(session::open(tx, member, false).await?)).await.unwrap()
}

async fn kept_forms(world: &World) -> String {
    let raw = world.raw().await;
    let count = raw.texts("SELECT CAST(COUNT(*) AS text) AS row FROM late_form").await.remove(0);
    raw.close().await;
    count
}

#[test]
fn words_survive_a_session() {
    on_lived(async |world, lived| sent_too_late(world, lived, SECURE, Again::Passphrase).await);
}

#[test]
fn words_survive_a_session_over_plain_http() {
    on_lived(async |world, lived| sent_too_late(world, lived, LOOPBACK, Again::Passphrase).await);
}

#[test]
fn words_survive_a_session_and_a_mail_link() {
    on_lived(async |world, lived| sent_too_late(world, lived, SECURE, Again::MailLink).await);
}

#[test]
fn words_survive_a_session_on_postgres() {
    on_postgres(async |world: &World| {
        let lived = live(world).await;
        sent_too_late(world, &lived, LOOPBACK, Again::MailLink).await;
    });
}

/// Half an hour later they are gone, and so is what is never kept.
#[test]
fn words_sent_too_late_are_forgotten_and_secrets_are_not_kept() {
    on_lived(async |world, lived| {
        let site = lived.site(world).await;
        let mut member = lived.reader(world, &site, Reader::Member).await;
        let passphrase = ("new", "les chaises du fond craquent quand il pleut");
        let secret = member.proven(&fields(&[passphrase])).await;
        let ballot = member.proven(&fields(&[("ballot", "yes"), WORDS])).await;
        let words = member.proven(&fields(&[("kind", "worries"), WORDS])).await;
        world.clock.advance(chrono::Duration::minutes(16));
        let say = lived.fill("/g/{g}/decide/{talk}/say");
        for (to, typed) in [(lived.fill("/g/{g}/me/passphrase"), secret), (say.clone(), ballot)] {
            assert_eq!(member.ask(Ask::post(&to, &typed)).await.status, 403);
            assert_eq!(kept_forms(world).await, "0", "{to}");
        }
        assert_eq!(member.ask(Ask::post(&say, &words)).await.status, 403);
        assert_eq!(kept_forms(world).await, "1");
        world.clock.advance(commons::late::KEPT);
        let mut again = lived.reader(world, &site, Reader::Member).await;
        assert!(!again.open(&lived.fill("/g/{g}/me/kept")).await.keeps(WORDS.1));
        let group = lived.group(world);
        assert_eq!(commons::late::forget_old(&world.db, group.id).await.unwrap(), 1);
        assert_eq!(kept_forms(world).await, "0");
        // Whoever left keeps nothing here.
        let words = again.proven(&fields(&[("kind", "worries"), WORDS])).await;
        let cookies = again.cookies.clone();
        let leave = again.proven(&[]).await;
        again.ask(Ask::post(&lived.fill("/g/{g}/leave-session"), &leave)).await;
        again.cookies = cookies;
        assert_eq!(again.ask(Ask::post(&say, &words)).await.status, 403);
        assert_eq!(kept_forms(world).await, "0");
    });
}
