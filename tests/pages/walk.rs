//! Every route for every kind of reader, each cell written down (`reliability` R-36).

use crate::entering::{ask_link, letter};
use crate::lived::{Lived, Reader, on_lived};
use crate::site::{LOOPBACK, Parts, SECURE, TestSite, start_anew};
use crate::visitor::{Answer, Ask, Fields, Visitor, fields};
use actix_web::http::Method;
use commons::db::Tx;
use membership::commands::session;
use membership::powers::Who;
use parpour_tests::{Group, Kind, World, long};
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
    /// A no in words: this is for members, and an allied person is none (403).
    Allied,
    /// A no in words: she was removed from the group (403).
    Removed,
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

use Gets::{Allied, Changed, Correct, Done, Door, Gone, Missing, Page, Power, Removed, Theirs};

/// What each reader gets of one route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cells {
    visitor: Gets,
    applicant: Gets,
    /// Whose things these are.
    member: Gets,
    paused: Gets,
    ally: Gets,
    mandated: Gets,
    expired: Gets,
    suspended: Gets,
    excluded: Gets,
    left: Gets,
    elsewhere: Gets,
}

impl Cells {
    /// What that reader gets.
    pub const fn of(&self, reader: Reader) -> Gets {
        match reader {
            Reader::Visitor => self.visitor,
            Reader::Applicant => self.applicant,
            Reader::Member => self.member,
            Reader::Paused => self.paused,
            Reader::Ally => self.ally,
            Reader::Mandated => self.mandated,
            Reader::Expired => self.expired,
            Reader::Suspended => self.suspended,
            Reader::Excluded => self.excluded,
            Reader::Left => self.left,
            Reader::Elsewhere => self.elsewhere,
        }
    }

    /// The first reader who gets this.
    pub fn who(&self, gets: Gets) -> Option<Reader> {
        Reader::ALL.into_iter().find(|reader| self.of(*reader) == gets)
    }

    /// Everybody the same.
    const fn all(gets: Gets) -> Self {
        Self {
            visitor: gets,
            applicant: gets,
            member: gets,
            paused: gets,
            ally: gets,
            mandated: gets,
            expired: gets,
            suspended: gets,
            excluded: gets,
            left: gets,
            elsewhere: gets,
        }
    }

    /// All who read the group's pages the same, save whose things these are and allied people.
    const fn others(self, gets: Gets) -> Self {
        Self { paused: gets, mandated: gets, expired: gets, suspended: gets, ..self }
    }

    const fn member(self, member: Gets) -> Self {
        Self { member, ..self }
    }

    const fn ally(self, ally: Gets) -> Self {
        Self { ally, ..self }
    }

    /// The two who signed the founding, and so have a passphrase: it is asked again.
    const fn founders(self, gets: Gets) -> Self {
        Self { mandated: gets, expired: gets, ..self }
    }
}

/// One route, an address of it, what is sent there, and what each reader gets.
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
    pub cells: Cells,
}

/// Nothing is asked.
const EVERYBODY: Cells = Cells::all(Page);
/// The same for a form.
const ANYBODY_DOES: Cells = Cells::all(Done);
/// Whoever is in already is led home instead.
const GONE_UNLESS_IN: Cells = Cells {
    visitor: Gone,
    applicant: Gone,
    member: Done,
    paused: Done,
    ally: Done,
    mandated: Done,
    expired: Done,
    suspended: Done,
    excluded: Done,
    left: Gone,
    elsewhere: Gone,
};
/// The group's pages: all who read them.
const MEMBERS: Cells = Cells {
    visitor: Door,
    applicant: Door,
    member: Page,
    paused: Page,
    ally: Page,
    mandated: Page,
    expired: Page,
    suspended: Page,
    excluded: Removed,
    left: Door,
    elsewhere: Door,
};
/// A page of the group that shows one's own things only to whose they are.
const HERS: Cells = MEMBERS.others(Missing).ally(Missing);
/// A page of the group that leads all but one elsewhere.
const SHE_SEES: Cells = MEMBERS.others(Done).ally(Done);
/// A form that only leads on: it does nothing, and needs no power.
const READERS_DO: Cells = MEMBERS.member(Done).others(Done).ally(Done);
/// What every member may do, and nobody else.
const MEMBERS_DO: Cells = READERS_DO.ally(Allied);
/// What every member may do with what is hers; it is not told what is somebody else's.
const SHE_DOES: Cells = MEMBERS_DO.others(Missing);
/// What every member may do with what is hers, where all see whose it is.
const HER_WORDS: Cells = MEMBERS_DO.others(Theirs);
/// What several sign: whoever has a passphrase, as the founders do, types it again first.
const SIGNERS: Cells = Cells { mandated: Correct, expired: Correct, ..MEMBERS_DO };
/// What only the holder of the mandate may do.
const HOLDER_DOES: Cells = Cells { mandated: Done, ..MEMBERS_DO.member(Power).others(Power) };
/// Its page.
const HOLDER_SEES: Cells = Cells { mandated: Page, ..MEMBERS.member(Power).others(Power).ally(Power) };
/// About oneself alone: also who was removed.
const ONESELF: Cells = Cells { excluded: Page, ..MEMBERS };
/// The same for a form.
const ONESELF_DOES: Cells = Cells { excluded: Done, ..READERS_DO };
/// What is hers alone, whoever she is; it is not there for anybody else.
const HER_OWN: Cells = Cells { excluded: Missing, ..ONESELF_DOES.others(Missing).ally(Missing) };

/// About oneself, where there is nothing of one's own.
const ONESELF_LACKS: Cells = Cells { excluded: Missing, ..SHE_DOES.member(Missing).ally(Missing) };
/// The same, where it is over.
const ONESELF_LATE: Cells = Cells { excluded: Gone, ..MEMBERS.member(Gone).others(Gone).ally(Gone) };
/// What members may do where somebody asked them, and nobody did.
const NOT_ASKED: Cells = SHE_DOES.member(Missing);
/// Its page.
const NOT_THERE: Cells = MEMBERS.member(Missing).others(Missing).ally(Missing);

// Hard times: nobody in this group has a measure or a removal, nor the mandate to work on incidents.
const NO_MEASURE: &str = "/g/{g}/me/measures/00000000-0000-7000-8000-000000000001/leave";
const NO_INCIDENT: &str = "/g/{g}/group/incidents/00000000-0000-7000-8000-000000000001";
const NO_INCIDENT_CLOSE: &str = "/g/{g}/group/incidents/00000000-0000-7000-8000-000000000001/close";
const NO_INCIDENT_LETTER: &str = "/g/{g}/group/incidents/00000000-0000-7000-8000-000000000001/letter/person-fr";
/// About oneself alone, where nothing concerns her.
const NOTHING_HERS: Cells = Cells { excluded: Missing, ..MEMBERS.member(Missing).others(Missing).ally(Missing) };
/// What only a mandate allows that nobody here holds.
const NOBODY_YET: Cells = MEMBERS_DO.member(Power).others(Power);

/// A form with a choice that is offered to nobody.
const NOBODY_OFFERED: Cells = Cells { excluded: Correct, ..ONESELF_DOES.member(Correct).others(Correct).ally(Correct) };

/// Pages of the phone tree: for members.
const CALLERS_SEE: Cells = MEMBERS.ally(Allied);
/// What no member can do as things stand: something runs already, or a sheet hangs on a wall.
const NOT_NOW: Cells = MEMBERS_DO.member(Changed).others(Changed);
const NO_ACT: &str = "/g/{g}/call/tree/print/00000000-0000-7000-8000-000000000001";

const fn get(route: &'static str, at: &'static str, cells: Cells) -> Row {
    Row { method: "GET", route, at, typed: &[], cells }
}
const fn post(
    route: &'static str,
    at: &'static str,
    typed: &'static [(&'static str, &'static str)],
    cells: Cells,
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
    post("/look", "/look", &[("theme", "sombre"), ("back", "/")], ANYBODY_DOES),
    post("/language", "/language", &[("lang", "en"), ("back", "/")], ANYBODY_DOES),
    // Founding: whoever holds the link.
    get("/found/{token}", "/found/{found}", EVERYBODY),
    post("/found/{token}", "/found/{found}", &[("name", "Le Grain de poivre du coin de la rue")], ANYBODY_DOES),
    get("/found/{token}/people", "/found/{found}/people", EVERYBODY),
    post(
        "/found/{token}/people",
        "/found/{found}/people",
        &[("founders", "Azilda Un\nFernand Deux"), ("people", "Rosalba")],
        ANYBODY_DOES,
    ),
    get("/found/{token}/charter", "/found/{found}/charter", EVERYBODY),
    post("/found/{token}/charter", "/found/{found}/charter", &[("seconders", "2")], ANYBODY_DOES),
    get("/found/{token}/sign", "/found/{found}/sign", EVERYBODY),
    get("/found/{token}/sign/{founder}", "/found/{found}/sign/1", EVERYBODY),
    post(
        "/found/{token}/sign/{founder}",
        "/found/{found_to_sign}/sign/1",
        &[("founder", "Rosalba"), PHRASE],
        ANYBODY_DOES,
    ),
    post("/found/{token}/unsign", "/found/{found_again}/unsign", &[], ANYBODY_DOES),
    post("/found/{token}/found", "/found/{found_signed}/found", &[], ANYBODY_DOES),
    get("/g/{group}/founded", "/g/{g}/founded", MEMBERS),
    // Ways in.
    get("/g/{group}/welcome", "/g/{g}/welcome", EVERYBODY),
    get("/g/{group}/welcome/edit", "/g/{g}/welcome/edit", HOLDER_SEES),
    post("/g/{group}/welcome/edit", "/g/{g}/welcome/edit", &[WORDS], HOLDER_DOES),
    get("/g/{group}/door", "/g/{g}/door", EVERYBODY),
    post(
        "/g/{group}/door",
        "/g/{g}/door",
        &[("name", "Solange"), ("passphrase", "les chats de Solange dorment au soleil")],
        ANYBODY_DOES,
    ),
    post("/g/{group}/door/link", "/g/{g}/door/link", &[("email", "{mail}")], ANYBODY_DOES),
    get("/g/{group}/door/code", "/g/{g}/door/code", EVERYBODY),
    post("/g/{group}/door/code", "/g/{g}/door/code", &[("code", "12345678")], Cells::all(Correct)),
    get("/g/{group}/enter/{token}", "/g/{g}/enter/0123456789abcdef", GONE_UNLESS_IN),
    post("/g/{group}/enter/{token}", "/g/{g}/enter/0123456789abcdef", &[], GONE_UNLESS_IN),
    post("/g/{group}/leave-session", "/g/{g}/leave-session", &[], EVERYBODY),
    get("/g/{group}/join", "/g/{g}/join", EVERYBODY),
    post("/g/{group}/join", "/g/{g}/join", &[("card", "{card_words}")], ANYBODY_DOES),
    get("/g/{group}/join/{token}", "/g/{g}/join/{join}", EVERYBODY),
    post("/g/{group}/join/{token}", "/g/{g}/join/{join}", &[("name", "Azilda"), PHRASE], ANYBODY_DOES),
    get("/demo/{code}", "/demo/regarde", EVERYBODY),
    post("/demo/{code}", "/demo/regarde", &[], ANYBODY_DOES),
    // The group.
    get("/g/{group}", "/g/{g}", MEMBERS),
    get("/g/{group}/group", "/g/{g}/group", MEMBERS),
    get("/g/{group}/group/members", "/g/{g}/group/members", MEMBERS),
    post("/g/{group}/group/members/{member}/card", "/g/{g}/group/members/{nobody_yet}/card", &[], MEMBERS_DO),
    post(
        "/g/{group}/group/members/{member}/card/together",
        "/g/{g}/group/members/{nobody_yet}/card/together",
        &[],
        SIGNERS,
    ),
    get("/g/{group}/group/members/{member}/card", "/g/{g}/group/members/{nobody_yet}/card", MEMBERS),
    get("/g/{group}/group/invite", "/g/{g}/group/invite", MEMBERS),
    post("/g/{group}/group/invite/card", "/g/{g}/group/invite/card", &[("to", "{nobody_yet}")], READERS_DO),
    post(
        "/g/{group}/group/invite",
        "/g/{g}/group/invite",
        &[("how", "mail"), ("email", "quelquun.de.nouveau@exemple.org")],
        SIGNERS,
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
    // The charter on a day, mandates, and what several sign.
    get("/g/{group}/group/charter/at", "/g/{g}/group/charter/at", MEMBERS),
    post("/g/{group}/group/charter/at", "/g/{g}/group/charter/at", &[("day", "2027-01-12")], READERS_DO),
    get("/g/{group}/group/charter/rules/{rule}", "/g/{g}/group/charter/rules/unseconded_days", MEMBERS),
    get("/g/{group}/group/kernel", "/g/{g}/group/kernel", MEMBERS),
    get("/g/{group}/group/powers/{mandate}", "/g/{g}/group/powers/{her_mandate}", MEMBERS),
    post(
        "/g/{group}/group/powers/{mandate}/learn",
        "/g/{g}/group/powers/{her_mandate}/learn",
        &[],
        // She holds it.
        MEMBERS_DO.member(Changed),
    ),
    post(
        "/g/{group}/group/powers/{mandate}/stop-learning",
        "/g/{g}/group/powers/{her_mandate}/stop-learning",
        &[],
        MEMBERS_DO,
    ),
    post(
        "/g/{group}/group/powers/{mandate}/hand-over",
        "/g/{g}/group/powers/{her_mandate}/hand-over",
        &[("handover", "note"), ("note", "Le cahier bleu est derrière la cafetière du local.")],
        HER_WORDS,
    ),
    get("/g/{group}/group/powers/{mandate}/suspend", "/g/{g}/group/powers/{her_mandate}/suspend", MEMBERS),
    post("/g/{group}/group/powers/{mandate}/suspend", "/g/{g}/group/powers/{mandate}/suspend", &[], SIGNERS),
    get("/g/{group}/group/powers/{mandate}/recall", "/g/{g}/group/powers/{her_mandate}/recall", MEMBERS),
    post(
        "/g/{group}/group/powers/{mandate}/recall",
        "/g/{g}/group/powers/{her_mandate}/recall",
        &[TITLE, SUMMARY],
        // The group talks about that one already.
        Cells { mandated: Correct, expired: Correct, ..MEMBERS_DO.member(Changed).others(Changed) },
    ),
    get("/g/{group}/group/together", "/g/{g}/group/together", MEMBERS),
    get("/g/{group}/group/together/{act}", "/g/{g}/group/together/{act}", MEMBERS),
    post("/g/{group}/group/together/{act}", "/g/{g}/group/together/{act}", &[("hash", "{act_hash}")], SIGNERS),
    post("/g/{group}/group/together/{act}/take-back", "/g/{g}/group/together/{act}/take-back", &[], MEMBERS_DO),
    post(
        "/g/{group}/decide/{number}/hearing",
        "/g/{g}/decide/{recall}/hearing",
        &[("hearing", "La tâche se fait mieux à deux qu'à une.")],
        HER_WORDS,
    ),
    // One's own things. Those who signed the founding have a passphrase, which is asked again.
    get("/g/{group}/me", "/g/{g}/me", ONESELF),
    get("/g/{group}/me/kept", "/g/{g}/me/kept", ONESELF),
    get("/g/{group}/me/passphrase", "/g/{g}/me/passphrase", ONESELF),
    post(
        "/g/{group}/me/passphrase",
        "/g/{g}/me/passphrase",
        &[("new", "les chaises du fond craquent quand il pleut")],
        ONESELF_DOES.founders(Correct),
    ),
    get("/g/{group}/me/email", "/g/{g}/me/email", ONESELF),
    post(
        "/g/{group}/me/email",
        "/g/{g}/me/email",
        &[("email", "une.adresse.a.moi@exemple.org")],
        ONESELF_DOES.founders(Correct),
    ),
    post("/g/{group}/me/news", "/g/{g}/me/news", &[("news", "yes")], ONESELF_DOES),
    post("/g/{group}/me/close-others", "/g/{g}/me/close-others", &[], ONESELF_DOES),
    get("/g/{group}/stop-news/{member}/{token}", "/g/{g}/stop-news/{me}/{stop}", EVERYBODY),
    post("/g/{group}/stop-news/{member}/{token}", "/g/{g}/stop-news/{me}/{stop}", &[], EVERYBODY),
    // Resting and leaving, what is kept, reaching each other.
    get("/g/{group}/kept", "/g/{g}/kept", EVERYBODY),
    get("/g/{group}/me/data", "/g/{g}/me/data", ONESELF),
    get("/g/{group}/me/data.html", "/g/{g}/me/data.html", ONESELF),
    get("/g/{group}/me/data.json", "/g/{g}/me/data.json", ONESELF),
    get("/g/{group}/me/pause", "/g/{g}/me/pause", MEMBERS),
    post("/g/{group}/me/pause", "/g/{g}/me/pause", &[], MEMBERS_DO),
    post("/g/{group}/me/back", "/g/{g}/me/back", &[], MEMBERS_DO),
    get("/g/{group}/me/leave", "/g/{g}/me/leave", ONESELF),
    post("/g/{group}/me/leave", "/g/{g}/me/leave", &[], ONESELF),
    get("/g/{group}/me/contacts", "/g/{g}/me/contacts", ONESELF),
    post(
        "/g/{group}/me/contacts",
        "/g/{g}/me/contacts",
        &[("kind", "phone"), ("value", "819 555-0133, le matin plutôt que le soir")],
        ONESELF_DOES,
    ),
    post("/g/{group}/me/contacts/{contact}/show", "/g/{g}/me/contacts/{contact}/show", &[("shown", "yes")], HER_OWN),
    post("/g/{group}/me/contacts/{contact}/remove", "/g/{g}/me/contacts/{contact}/remove", &[], HER_OWN),
    get("/g/{group}/group/members/{member}", "/g/{g}/group/members/{friend}", MEMBERS),
    post(
        "/g/{group}/group/members/{member}",
        "/g/{g}/group/members/{friend}",
        &[("purpose", "bring")],
        MEMBERS.ally(Allied),
    ),
    // Ways in and ways back. A request that is somebody's is in `ways_back`.
    post("/g/{group}/door/card", "/g/{g}/door/card", &[("card", "un deux trois quatre")], Cells::all(Correct)),
    get("/g/{group}/door/lost", "/g/{g}/door/lost", EVERYBODY),
    post("/g/{group}/door/lost", "/g/{g}/door/lost", &[("name", "Personne")], ANYBODY_DOES),
    get("/g/{group}/door/lost/waiting", "/g/{g}/door/lost/waiting", ANYBODY_DOES),
    post("/g/{group}/door/lost/code", "/g/{g}/door/lost/code", &[("code", "un deux trois quatre")], ANYBODY_DOES),
    post(
        "/g/{group}/door/lost/passphrase",
        "/g/{g}/door/lost/passphrase",
        &[("new", "les chaises du fond craquent quand il pleut")],
        ANYBODY_DOES,
    ),
    get(
        "/g/{group}/door/lost/refuse/{recovery}/{token}",
        "/g/{g}/door/lost/refuse/0190a0a0-0000-7000-8000-000000000000/0",
        EVERYBODY,
    ),
    post(
        "/g/{group}/door/lost/refuse/{recovery}/{token}",
        "/g/{g}/door/lost/refuse/0190a0a0-0000-7000-8000-000000000000/0",
        &[],
        Cells::all(Missing),
    ),
    get("/g/{group}/me/devices", "/g/{g}/me/devices", ONESELF),
    post("/g/{group}/me/devices/{session}/close", "/g/{g}/me/devices/0/close", &[], ONESELF_LACKS),
    get("/g/{group}/me/card", "/g/{g}/me/card", ONESELF),
    post("/g/{group}/me/card", "/g/{g}/me/card", &[], ONESELF_DOES.founders(Correct)),
    get("/g/{group}/me/card/{card}", "/g/{g}/me/card/0190a0a0-0000-7000-8000-000000000000", ONESELF_LATE),
    get("/g/{group}/me/circle", "/g/{g}/me/circle", ONESELF),
    post("/g/{group}/me/circle", "/g/{g}/me/circle", &[("member", "{nobody_yet}")], ONESELF_DOES),
    post("/g/{group}/me/circle/{member}/remove", "/g/{g}/me/circle/{friend}/remove", &[], ONESELF_DOES),
    post("/g/{group}/group/circle/{member}/accept", "/g/{g}/group/circle/{friend}/accept", &[], NOT_ASKED),
    post("/g/{group}/group/circle/{member}/decline", "/g/{g}/group/circle/{friend}/decline", &[], MEMBERS_DO),
    post(
        "/g/{group}/group/circle/{member}/close-sessions",
        "/g/{g}/group/circle/{friend}/close-sessions",
        &[],
        NOT_ASKED,
    ),
    post("/g/{group}/me/recovery/refuse", "/g/{g}/me/recovery/refuse", &[], ONESELF_DOES),
    get(
        "/g/{group}/group/recovery/{recovery}",
        "/g/{g}/group/recovery/0190a0a0-0000-7000-8000-000000000000",
        NOT_THERE,
    ),
    post(
        "/g/{group}/group/recovery/{recovery}/vouch",
        "/g/{g}/group/recovery/0190a0a0-0000-7000-8000-000000000000/vouch",
        &[("heard", "voice")],
        NOT_ASKED,
    ),
    post(
        "/g/{group}/group/recovery/{recovery}/doubt",
        "/g/{g}/group/recovery/0190a0a0-0000-7000-8000-000000000000/doubt",
        &[],
        NOT_ASKED,
    ),
    // Own limits and visits: Noëlla is visited, and goes to see Lucille.
    get("/g/{group}/me/limits", "/g/{g}/me/limits", MEMBERS),
    post(
        "/g/{group}/me/limits",
        "/g/{g}/me/limits",
        &[("kind", "visit"), ("days", "mon"), ("from1", "14:00"), ("until1", "16 h"), ("reminder", "none")],
        MEMBERS_DO,
    ),
    post("/g/{group}/me/limits/enough", "/g/{g}/me/limits/enough", &[("enough", "yes")], MEMBERS_DO),
    get("/g/{group}/visit", "/g/{g}/visit", MEMBERS),
    get("/g/{group}/visit/new", "/g/{g}/visit/new", MEMBERS),
    post(
        "/g/{group}/visit/new",
        "/g/{g}/visit/new",
        &[("kind", "elsewhere"), ("when", "now"), ("words", "Le banc du parc, près de la fontaine")],
        // She asked already.
        MEMBERS_DO.member(Changed),
    ),
    get("/g/{group}/visit/for-somebody", "/g/{g}/visit/for-somebody", MEMBERS),
    post(
        "/g/{group}/visit/for-somebody",
        "/g/{g}/visit/for-somebody",
        &[("whom", "{friend}"), ("channel", "phone"), ("kind", "home"), ("words", "Au bout du rang, la maison bleue")],
        MEMBERS_DO,
    ),
    post(
        "/g/{group}/visit/for-somebody/less",
        "/g/{g}/visit/for-somebody/less",
        &[("whom", "{friend}"), ("channel", "paper"), ("less", "off")],
        MEMBERS_DO,
    ),
    post(
        "/g/{group}/visit/for-somebody/visitor",
        "/g/{g}/visit/for-somebody/visitor",
        &[("whom", "{nobody_yet}"), ("channel", "phone"), ("days", "mon"), ("from1", "14 h"), ("until1", "16 h")],
        MEMBERS_DO,
    ),
    get("/g/{group}/visit/sheet", "/g/{g}/visit/sheet", MEMBERS),
    get("/g/{group}/visit/rights", "/g/{g}/visit/rights", MEMBERS),
    get("/g/{group}/visit/rights/{language}", "/g/{g}/visit/rights/fr", MEMBERS),
    post(
        "/g/{group}/visit/rights/{language}",
        "/g/{g}/visit/rights/en",
        &[WORDS, ("reviewed_on", "2027-01-11")],
        MEMBERS_DO,
    ),
    get("/g/{group}/visit/plans/{plan}", "/g/{g}/visit/plans/{visits_to_me}", HERS),
    post(
        "/g/{group}/visit/plans/{plan}/add",
        "/g/{g}/visit/plans/{visits_to_me}/add",
        &[("day", "{visit_day_free}"), ("from", "14:30"), ("minutes", "40"), ("seats", "1"), ("manner", "there")],
        SHE_DOES,
    ),
    post(
        "/g/{group}/visit/plans/{plan}/state",
        "/g/{g}/visit/plans/{visits_to_me}/state",
        &[("act", "pause")],
        SHE_DOES,
    ),
    post(
        "/g/{group}/visit/plans/{plan}/visits/{visit}",
        "/g/{g}/visit/plans/{visits_to_me}/visits/{visit_to_me}",
        &[("act", "not_today")],
        SHE_DOES,
    ),
    get("/g/{group}/visit/plans/{plan}/wishes", "/g/{g}/visit/plans/{visits_to_me}/wishes", HERS),
    post(
        "/g/{group}/visit/plans/{plan}/wishes",
        "/g/{g}/visit/plans/{visits_to_me}/wishes",
        &[
            ("days", "mon"),
            ("from1", "14:00"),
            ("until1", "16:00"),
            ("a_day", "1"),
            ("a_week", "2"),
            ("at_once", "2"),
            ("minutes", "40"),
        ],
        SHE_DOES,
    ),
    post(
        "/g/{group}/visit/plans/{plan}/person",
        "/g/{g}/visit/plans/{visits_to_me}/person",
        &[("who", "{another}"), ("answer", "no")],
        SHE_DOES,
    ),
    post(
        "/g/{group}/visit/plans/{plan}/holder",
        "/g/{g}/visit/plans/{visits_to_me}/holder",
        &[("holder", "{another}"), ("holder_until", "{visit_day}")],
        SHE_DOES,
    ),
    get("/g/{group}/visit/plans/{plan}/place", "/g/{g}/visit/plans/{visits_to_me}/place", HERS),
    post(
        "/g/{group}/visit/plans/{plan}/place",
        "/g/{g}/visit/plans/{visits_to_me}/place",
        &[("kind", "elsewhere"), ("words", "Le café du coin, la table du fond")],
        SHE_DOES,
    ),
    get("/g/{group}/visit/plans/{plan}/sheet", "/g/{g}/visit/plans/{visits_to_me}/sheet", HERS),
    get("/g/{group}/visit/plans/{plan}/card", "/g/{g}/visit/plans/{visits_to_me}/card", HERS),
    get("/g/{group}/visit/visits/{visit}", "/g/{g}/visit/visits/{visit_of_mine}", HERS),
    post("/g/{group}/visit/visits/{visit}", "/g/{g}/visit/visits/{visit_of_mine}", &[("act", "free")], SHE_DOES),
    post(
        "/g/{group}/visit/visits/{visit}/noted",
        "/g/{g}/visit/visits/{visit_of_mine}/noted",
        &[("whom", "{nobody_yet}"), ("channel", "phone"), ("said", "holds")],
        // It is not hers to hold.
        SHE_DOES.member(Correct),
    ),
    // It is no call: nobody has a number there.
    post(
        "/g/{group}/visit/visits/{visit}/number",
        "/g/{g}/visit/visits/{visit_of_mine}/number",
        &[],
        SHE_DOES.member(Missing),
    ),
    get("/g/{group}/visit/visits/{visit}/card", "/g/{g}/visit/visits/{visit_of_mine}/card", HERS),
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
        SHE_DOES.member(Changed).ally(Missing),
    ),
    get("/g/{group}/decide/drafts/{draft}/effect", "/g/{g}/decide/drafts/{draft}/effect", HERS),
    post(
        "/g/{group}/decide/drafts/{draft}/effect",
        "/g/{g}/decide/drafts/{draft}/effect",
        &[("effect", "trial")],
        READERS_DO,
    ),
    get("/g/{group}/decide/drafts/{draft}/as/{kind}", "/g/{g}/decide/drafts/{draft}/as/trial", HERS),
    post(
        "/g/{group}/decide/drafts/{draft}/as/{kind}",
        "/g/{g}/decide/drafts/{draft}/as/trial",
        &[TITLE, SUMMARY, ("trial_until", "2027-09-01"), SEND],
        SHE_DOES.member(Changed),
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
        SHE_DOES.member(Changed),
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
    // One paragraph: nothing to choose from.
    get("/g/{group}/decide/{number}/amend", "/g/{g}/decide/{talk}/amend", READERS_DO),
    post("/g/{group}/decide/{number}/amend", "/g/{g}/decide/{talk}/amend", &[("place", "summary-1")], READERS_DO),
    get("/g/{group}/decide/{number}/amend/{place}", "/g/{g}/decide/{talk}/amend/summary-1", MEMBERS),
    post(
        "/g/{group}/decide/{number}/amend/{place}",
        "/g/{g}/decide/{talk}/amend/summary-1",
        &[WORDS, SUMMARY, TITLE, ("seen", "1")],
        MEMBERS_DO,
    ),
    post("/g/{group}/decide/{number}/second", "/g/{g}/decide/{waiting}/second", &[], MEMBERS_DO),
    get("/g/{group}/decide/{number}/withdraw", "/g/{g}/decide/{mine}/withdraw", SHE_SEES),
    post("/g/{group}/decide/{number}/withdraw", "/g/{g}/decide/{mine}/withdraw", &[], HER_WORDS),
    post("/g/{group}/decide/{number}/step-back", "/g/{g}/decide/{together}/step-back", &[], HER_WORDS),
    post("/g/{group}/decide/{number}/say", "/g/{g}/decide/{talk}/say", &[("kind", "worries"), WORDS], MEMBERS_DO),
    get("/g/{group}/decide/{number}/said/{said}", "/g/{g}/decide/{talk}/said/{said}", SHE_SEES),
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
    get("/g/{group}/decide/{number}/said/{said}/passage", "/g/{g}/decide/{talk}/said/{worried}/passage", SHE_SEES),
    post(
        "/g/{group}/decide/{number}/said/{said}/passage",
        "/g/{g}/decide/{talk}/said/{worried}/passage",
        &[("place", "summary-1"), ("seen", "1")],
        HER_WORDS,
    ),
    get("/g/{group}/decide/{number}/summary", "/g/{g}/decide/{talk}/summary", MEMBERS),
    post("/g/{group}/decide/{number}/summary", "/g/{g}/decide/{talk}/summary", &[WORDS, ("seen", "1")], MEMBERS_DO),
    post(
        "/g/{group}/decide/{number}/summary/{version}/take-back",
        "/g/{g}/decide/{talk}/summary/1/take-back",
        &[],
        HER_WORDS,
    ),
    get("/g/{group}/decide/{number}/vote", "/g/{g}/decide/{vote}/vote", MEMBERS),
    post(
        "/g/{group}/decide/{number}/vote",
        "/g/{g}/decide/{vote}/vote",
        &[("choice", "no"), ("reason", "Le banc d'en face suffit déjà bien.")],
        MEMBERS_DO,
    ),
    // The phone tree.
    get("/g/{group}/call", "/g/{g}/call", CALLERS_SEE),
    get("/g/{group}/me/calls", "/g/{g}/me/calls", ONESELF),
    post(
        "/g/{group}/me/calls",
        "/g/{g}/me/calls",
        &[
            ("calls", "6"),
            ("quiet_from", "21:00"),
            ("quiet_until", "09:00"),
            ("voicemail", "name"),
            ("silent", "nothing"),
        ],
        ONESELF_DOES,
    ),
    get("/g/{group}/call/for-somebody", "/g/{g}/call/for-somebody", CALLERS_SEE),
    post(
        "/g/{group}/call/for-somebody",
        "/g/{g}/call/for-somebody",
        &[("whom", "{nobody_yet}"), ("channel", "phone"), ("quiet_from", "21:00"), ("quiet_until", "09:00")],
        MEMBERS_DO,
    ),
    get("/g/{group}/call/start", "/g/{g}/call/start", CALLERS_SEE),
    post(
        "/g/{group}/call/start",
        "/g/{g}/call/start",
        &[("kind", "urgent"), ("words", "La rue est glissante.")],
        NOT_NOW,
    ),
    get("/g/{group}/call/chain/{chain}", "/g/{g}/call/chain/{chain}", CALLERS_SEE),
    // Whoever started it knows it already; whoever rests is asked for nothing.
    post(
        "/g/{group}/call/chain/{chain}",
        "/g/{g}/call/chain/{chain}",
        &[("act", "know")],
        Cells { paused: Changed, ..MEMBERS_DO.member(Changed) },
    ),
    post("/g/{group}/call/chain/{chain}/numbers", "/g/{g}/call/chain/{chain}/numbers", &[], MEMBERS_DO.others(Changed)),
    post(
        "/g/{group}/call/chain/{chain}/asks",
        "/g/{g}/call/chain/{chain}/asks",
        &[("whose", "{me}"), ("asked", "Du sable pour les marches"), ("agreed", "true")],
        MEMBERS_DO.others(Correct),
    ),
    post(
        "/g/{group}/call/chain/{chain}/asks/{ask}",
        "/g/{g}/call/chain/{chain}/asks/{chain_ask}",
        &[("answer", "yes")],
        MEMBERS_DO,
    ),
    get("/g/{group}/call/chain/{chain}/ticks", "/g/{g}/call/chain/{chain}/ticks", CALLERS_SEE),
    post(
        "/g/{group}/call/chain/{chain}/ticks",
        "/g/{g}/call/chain/{chain}/ticks",
        &[("sheet", "99"), ("reached", "1"), ("channel", "paper")],
        Cells { paused: Changed, ..MEMBERS_DO.member(Correct).others(Correct) },
    ),
    get("/g/{group}/call/tree", "/g/{g}/call/tree", CALLERS_SEE),
    post("/g/{group}/call/tree", "/g/{g}/call/tree", &[("starters", "3")], NOT_NOW),
    post(
        "/g/{group}/call/tree/by-hand",
        "/g/{g}/call/tree/by-hand",
        &[("first", "Nobody Here")],
        MEMBERS_DO.member(Correct).others(Correct),
    ),
    post("/g/{group}/call/tree/print", "/g/{g}/call/tree/print", &[], SIGNERS),
    get("/g/{group}/call/tree/print/{act}", NO_ACT, CALLERS_SEE.member(Missing).others(Missing)),
    get("/g/{group}/call/sheets", "/g/{g}/call/sheets", CALLERS_SEE),
    post("/g/{group}/call/sheets", "/g/{g}/call/sheets", &[("days", "30")], Cells { paused: Changed, ..MEMBERS_DO }),
    get("/g/{group}/call/sheets/{sheet}", "/g/{g}/call/sheets/{sheet}", CALLERS_SEE.others(Missing)),
    post("/g/{group}/call/sheets/{sheet}", "/g/{g}/call/sheets/{sheet}", &[("act", "destroyed")], SHE_DOES),
    // Draws by lot.
    get("/g/{group}/decide/{number}/draw", "/g/{g}/decide/{tied}/draw", MEMBERS),
    post("/g/{group}/decide/{number}/draw", "/g/{g}/decide/{tied}/draw", &[("closing", "day")], MEMBERS_DO),
    get("/g/{group}/decide/draws", "/g/{g}/decide/draws", MEMBERS),
    get("/g/{group}/decide/draws/new", "/g/{g}/decide/draws/new", MEMBERS),
    post(
        "/g/{group}/decide/draws/new",
        "/g/{g}/decide/draws/new",
        &[TITLE, ("how", "names"), ("seats", "1"), ("closing", "day")],
        MEMBERS_DO,
    ),
    get("/g/{group}/decide/draws/{draw}", "/g/{g}/decide/draws/{draw_made}", MEMBERS),
    get("/g/{group}/decide/draws/{draw}/entries.txt", "/g/{g}/decide/draws/{draw_made}/entries.txt", MEMBERS),
    post("/g/{group}/decide/draws/{draw}/name", "/g/{g}/decide/draws/{draw}/name", &[("own", "in")], MEMBERS_DO),
    post(
        "/g/{group}/decide/draws/{draw}/dice",
        "/g/{g}/decide/draws/{draw_closed}/dice",
        &[("dice", "3 5 2 6")],
        MEMBERS_DO,
    ),
    // Nobody else's name is drawn there.
    post(
        "/g/{group}/decide/draws/{draw}/give-way",
        "/g/{g}/decide/draws/{draw_made}/give-way",
        &[],
        MEMBERS_DO.others(Changed),
    ),
    post("/g/{group}/decide/draws/{draw}/take-back", "/g/{g}/decide/draws/{draw}/take-back", &[], HER_WORDS),
    get("/g/{group}/decide/{number}/election", "/g/{g}/decide/{seat}/election", MEMBERS),
    post(
        "/g/{group}/decide/{number}/election",
        "/g/{g}/decide/{seat}/election",
        &[("act", "name"), ("person", "{friend}"), ("reason", "Elle ferme toujours la porte.")],
        MEMBERS_DO,
    ),
    get("/g/{group}/decide/secret", "/g/{g}/decide/secret", MEMBERS),
    post("/g/{group}/decide/{number}/urn", "/g/{g}/decide/{secret}/urn", &[("ballot", "n")], MEMBERS.ally(Allied)),
    // Nobody objects to this one.
    post(
        "/g/{group}/decide/{number}/objections/{objection}/lift",
        "/g/{g}/decide/{vote}/objections/00000000-0000-7000-8000-000000000001/lift",
        &[],
        MEMBERS_DO.member(Missing).others(Missing),
    ),
    post(
        "/g/{group}/decide/{number}/objections/{objection}/answer",
        "/g/{g}/decide/{mine}/objections/00000000-0000-7000-8000-000000000001/answer",
        &[],
        HER_WORDS.member(Missing),
    ),
    post(
        "/g/{group}/decide/{number}/objections/{objection}/support",
        "/g/{g}/decide/{vote}/objections/00000000-0000-7000-8000-000000000001/support",
        &[("support", "yes")],
        MEMBERS_DO.member(Missing).others(Missing),
    ),
    get("/g/{group}/decide/{number}/ballots.json", "/g/{g}/decide/{refused}/ballots.json", MEMBERS),
    // Yes or no has no such file: only rankings and budgets do.
    get(
        "/g/{group}/decide/{number}/ballots.blt",
        "/g/{g}/decide/{refused}/ballots.blt",
        MEMBERS.member(Missing).others(Missing).ally(Missing),
    ),
    get(
        "/g/{group}/decide/{number}/ballots.preflib",
        "/g/{g}/decide/{refused}/ballots.preflib",
        MEMBERS.member(Missing).others(Missing).ally(Missing),
    ),
    get(
        "/g/{group}/decide/{number}/ballots.pb",
        "/g/{g}/decide/{refused}/ballots.pb",
        MEMBERS.member(Missing).others(Missing).ally(Missing),
    ),
    get(
        "/g/{group}/decide/{number}/urn.txt",
        "/g/{g}/decide/{secret}/urn.txt",
        MEMBERS.member(Missing).others(Missing).ally(Missing),
    ),
    get("/g/{group}/decide/{number}/number", "/g/{g}/decide/{secret}/number", MEMBERS),
    post(
        "/g/{group}/decide/{number}/number",
        "/g/{g}/decide/{secret}/number",
        &[("code", "0000 0000 0000 0000 0007")],
        MEMBERS,
    ),
    get("/g/{group}/decide/{number}/secrecy", "/g/{g}/decide/{waiting}/secrecy", MEMBERS),
    post("/g/{group}/decide/{number}/secrecy", "/g/{g}/decide/{waiting}/secrecy", &[], MEMBERS_DO),
    post("/g/{group}/decide/{number}/extend", "/g/{g}/decide/{vote}/extend", &[], MEMBERS_DO),
    get("/g/{group}/decide/{number}/cancel", "/g/{g}/decide/{vote}/cancel", MEMBERS),
    post(
        "/g/{group}/decide/{number}/cancel",
        "/g/{g}/decide/{vote}/cancel",
        &[("reason", "Le montant de la facture est celui d'une autre année.")],
        SIGNERS,
    ),
    get("/g/{group}/decide/{number}/contest", "/g/{g}/decide/{vote}/contest", MEMBERS),
    post(
        "/g/{group}/decide/{number}/contest",
        "/g/{g}/decide/{vote}/contest",
        &[("reason", "Le compte ne tombe pas juste.")],
        // The group votes on it still.
        Cells { mandated: Correct, expired: Correct, ..MEMBERS_DO.member(Changed).others(Changed) },
    ),
    // Without a screen.
    get("/g/{group}/decide/{number}/sheet", "/g/{g}/decide/{vote}/sheet", MEMBERS),
    get("/g/{group}/decide/{number}/phone", "/g/{g}/decide/{vote}/phone", MEMBERS),
    post(
        "/g/{group}/decide/{number}/phone",
        "/g/{g}/decide/{vote}/phone",
        &[("whose", "{nobody_yet}"), ("choice", "yes"), ("reason", "Elle l'a dit au téléphone, mardi soir.")],
        MEMBERS.ally(Allied),
    ),
    post(
        "/g/{group}/decide/{number}/phone/confirm",
        "/g/{g}/decide/{vote}/phone/confirm",
        &[("whose", "{nobody_yet}"), ("choice", "yes"), ("reason", "Elle l'a dit au téléphone, mardi soir.")],
        MEMBERS_DO,
    ),
    get("/g/{group}/decide/{number}/paper", "/g/{g}/decide/{vote}/paper", MEMBERS),
    post("/g/{group}/decide/{number}/paper", "/g/{g}/decide/{vote}/paper", &[("whose", "{another}")], MEMBERS_DO),
    post(
        "/g/{group}/decide/{number}/paper/back",
        "/g/{g}/decide/{vote}/paper/back",
        &[("whose", "{on_paper}")],
        MEMBERS_DO,
    ),
    post(
        "/g/{group}/decide/{number}/paper/helper",
        "/g/{g}/decide/{secret}/paper/helper",
        &[("whose_ballot", "{another}"), ("helper", "{friend}")],
        MEMBERS_DO,
    ),
    get("/g/{group}/decide/{number}/paper/tally", "/g/{g}/decide/{vote}/paper/tally", MEMBERS),
    // The box is opened when the vote is over.
    post(
        "/g/{group}/decide/{number}/paper/tally",
        "/g/{g}/decide/{vote}/paper/tally",
        &[("yes", "1"), ("no", "0"), ("abstain", "0"), ("blank", "0"), ("spoiled", "0")],
        MEMBERS_DO.member(Changed).others(Changed),
    ),
    post(
        "/g/{group}/decide/{number}/paper/tally/sheet",
        "/g/{g}/decide/{vote}/paper/tally/sheet",
        &[("number", "1"), ("mark", "1"), ("mark", "2"), ("what", "says")],
        MEMBERS_DO.member(Changed).others(Changed),
    ),
    post(
        "/g/{group}/decide/{number}/paper/tally/off",
        "/g/{g}/decide/{vote}/paper/tally/off",
        &[],
        MEMBERS_DO.member(Changed).others(Changed),
    ),
    post(
        "/g/{group}/decide/{number}/paper/tally/all",
        "/g/{g}/decide/{vote}/paper/tally/all",
        &[],
        MEMBERS_DO.member(Changed).others(Changed),
    ),
    get("/g/{group}/decide/{number}/roll", "/g/{g}/decide/{refused}/roll", MEMBERS),
    post("/g/{group}/decide/{number}/roll", "/g/{g}/decide/{refused}/roll", &[], MEMBERS.ally(Allied)),
    get("/g/{group}/decide/{number}/revise", "/g/{g}/decide/{mine}/revise", SHE_SEES),
    post(
        "/g/{group}/decide/{number}/revise",
        "/g/{g}/decide/{mine}/revise",
        &[TITLE, SUMMARY, SEND],
        MEMBERS_DO.member(Changed).others(Changed),
    ),
    get("/g/{group}/decide/{number}/revise/effect", "/g/{g}/decide/{mine}/revise/effect", SHE_SEES),
    post(
        "/g/{group}/decide/{number}/revise/effect",
        "/g/{g}/decide/{mine}/revise/effect",
        &[("effect", "trial")],
        READERS_DO,
    ),
    get("/g/{group}/decide/{number}/revise/as/{kind}", "/g/{g}/decide/{mine}/revise/as/trial", SHE_SEES),
    post(
        "/g/{group}/decide/{number}/revise/as/{kind}",
        "/g/{g}/decide/{mine}/revise/as/trial",
        &[TITLE, SUMMARY, ("trial_until", "2027-06-01"), SEND],
        MEMBERS_DO.member(Changed).others(Changed),
    ),
    get(
        "/g/{group}/decide/{number}/revise/as/{kind}/{about}",
        "/g/{g}/decide/{mine}/revise/as/charter/seconders",
        SHE_SEES,
    ),
    post(
        "/g/{group}/decide/{number}/revise/as/{kind}/{about}",
        "/g/{g}/decide/{mine}/revise/as/charter/seconders",
        &[TITLE, SUMMARY, ("rule", "seconders"), ("value", "3"), SEND],
        MEMBERS_DO.member(Changed).others(Changed),
    ),
    // The register.
    get("/g/{group}/register", "/g/{g}/register", MEMBERS),
    get("/g/{group}/register/export.zip", "/g/{g}/register/export.zip", MEMBERS),
    get("/g/{group}/register/verify", "/g/{g}/register/verify", MEMBERS),
    get("/g/{group}/register/collection", "/g/{g}/register/collection", MEMBERS),
    get("/g/{group}/register/{entry}", "/g/{g}/register/{head}", MEMBERS),
    // Hard times.
    get("/g/{group}/me/naming", "/g/{g}/me/naming", MEMBERS),
    post("/g/{group}/me/naming", "/g/{g}/me/naming", &[("unwilling", "yes")], MEMBERS_DO),
    get("/g/{group}/me/apart", "/g/{g}/me/apart", MEMBERS),
    post("/g/{group}/me/apart", "/g/{g}/me/apart", &[("other", "{nobody_yet}")], ONESELF_DOES),
    post("/g/{group}/me/apart/take-back", "/g/{g}/me/apart/take-back", &[("other", "{nobody_yet}")], ONESELF_DOES),
    get("/g/{group}/me/measures", "/g/{g}/me/measures", ONESELF),
    post("/g/{group}/me/measures/{measure}/leave", NO_MEASURE, &[], NOTHING_HERS),
    get("/g/{group}/me/removal", "/g/{g}/me/removal", NOTHING_HERS),
    post("/g/{group}/me/removal/heard", "/g/{g}/me/removal/heard", &[("hearing", "held")], NOTHING_HERS),
    post("/g/{group}/me/removal/appeal", "/g/{g}/me/removal/appeal", &[WORDS], NOTHING_HERS),
    get("/g/{group}/group/hard-times", "/g/{g}/group/hard-times", MEMBERS),
    get("/g/{group}/group/removals", "/g/{g}/group/removals", MEMBERS),
    post(
        "/g/{group}/group/removals",
        "/g/{g}/group/removals",
        &[("person", "{nobody_yet}"), ("months", "0")],
        MEMBERS_DO.member(Correct).others(Correct),
    ),
    post(
        "/g/{group}/group/removals/{removal}/take-back",
        "/g/{g}/group/removals/00000000-0000-7000-8000-000000000001/take-back",
        &[],
        MEMBERS_DO.member(Missing).others(Missing),
    ),
    post(
        "/g/{group}/group/removals/{removal}/heard",
        "/g/{g}/group/removals/00000000-0000-7000-8000-000000000001/heard",
        &[("hearing", "held")],
        MEMBERS_DO.member(Missing).others(Missing),
    ),
    post(
        "/g/{group}/group/removals/{removal}/vote",
        "/g/{g}/group/removals/00000000-0000-7000-8000-000000000001/vote",
        &[],
        MEMBERS_DO.member(Missing).others(Missing),
    ),
    get("/g/{group}/group/legal-register", "/g/{g}/group/legal-register", NOBODY_YET.ally(Allied)),
    get("/g/{group}/group/incidents", "/g/{g}/group/incidents", MEMBERS),
    get("/g/{group}/group/incidents/new", "/g/{g}/group/incidents/new", MEMBERS),
    post(
        "/g/{group}/group/incidents/new",
        "/g/{g}/group/incidents/new",
        &[
            ("data_concerned", "Des prénoms"),
            ("circumstances", "Une feuille est restée à la bibliothèque."),
            ("happened_from", "2026-01-05"),
            ("known_on", "2026-01-06"),
        ],
        MEMBERS_DO,
    ),
    get("/g/{group}/group/incidents/{incident}", NO_INCIDENT, MEMBERS.member(Missing).others(Missing).ally(Missing)),
    post("/g/{group}/group/incidents/{incident}", NO_INCIDENT, &[], NOBODY_YET),
    post("/g/{group}/group/incidents/{incident}/close", NO_INCIDENT_CLOSE, &[("close", "incident")], NOBODY_YET),
    get("/g/{group}/group/incidents/{incident}/letter/{letter}", NO_INCIDENT_LETTER, NOBODY_YET.ally(Power)),
    // Asking to join, welcoming, and what each says yes to.
    get("/g/{group}/ask", "/g/{g}/ask", EVERYBODY),
    post("/g/{group}/ask", "/g/{g}/ask", &[("name", "Azilda")], ANYBODY_DOES),
    get("/g/{group}/ask/sheet", "/g/{g}/ask/sheet", EVERYBODY),
    get("/g/{group}/asked/{token}", "/g/{g}/asked/{asked_link}", EVERYBODY),
    post("/g/{group}/asked/{token}", "/g/{g}/asked/{admitted_link}", &[("name", "Azilda"), PHRASE], ANYBODY_DOES),
    post("/g/{group}/asked/{token}/withdraw", "/g/{g}/asked/{asked_link}/withdraw", &[], ANYBODY_DOES),
    get("/g/{group}/group/asking", "/g/{g}/group/asking", MEMBERS.ally(Allied)),
    get("/g/{group}/group/asking/{application}", "/g/{g}/group/asking/{asking}", MEMBERS.ally(Allied)),
    post("/g/{group}/group/asking/{application}/sign", "/g/{g}/group/asking/{asking}/sign", &[], SIGNERS),
    post("/g/{group}/group/asking/{application}/unsign", "/g/{g}/group/asking/{asking}/unsign", &[], MEMBERS_DO),
    post("/g/{group}/group/asking/{application}/write", "/g/{g}/group/asking/{asking}/write", &[WORDS], MEMBERS_DO),
    post(
        "/g/{group}/group/asking/{application}/close",
        "/g/{g}/group/asking/{asking}/close",
        &[WORDS],
        MEMBERS_DO.member(Changed).others(Changed),
    ),
    get("/g/{group}/group/paper", "/g/{g}/group/paper", MEMBERS.ally(Allied)),
    post("/g/{group}/group/paper", "/g/{g}/group/paper", &[("name", "Bérengère"), ("signed", "yes")], SIGNERS),
    get("/g/{group}/group/members/{member}/for-her", "/g/{g}/group/members/{nobody_yet}/for-her", MEMBERS.ally(Allied)),
    post(
        "/g/{group}/group/members/{member}/for-her/yes",
        "/g/{g}/group/members/{nobody_yet}/for-her/yes",
        &[("yes", "printed_list"), ("channel", "paper")],
        MEMBERS_DO,
    ),
    post(
        "/g/{group}/group/members/{member}/for-her/name",
        "/g/{g}/group/members/{nobody_yet}/for-her/name",
        &[("name", "Clorinthe"), ("channel", "phone")],
        MEMBERS_DO,
    ),
    post(
        "/g/{group}/group/members/{member}/for-her/pause",
        "/g/{g}/group/members/{nobody_yet}/for-her/pause",
        &[("until", ""), ("channel", "paper")],
        MEMBERS_DO,
    ),
    post(
        "/g/{group}/group/members/{member}/for-her/back",
        "/g/{g}/group/members/{nobody_yet}/for-her/back",
        &[("channel", "phone")],
        MEMBERS_DO,
    ),
    post(
        "/g/{group}/group/members/{member}/for-her/contact",
        "/g/{g}/group/members/{nobody_yet}/for-her/contact",
        &[("kind", "phone"), ("value", "819 555-0155"), ("channel", "phone")],
        MEMBERS_DO,
    ),
    get("/g/{group}/group/at-request/{request}", "/g/{g}/group/at-request/{request}", HERS),
    get("/g/{group}/group/printed-list", "/g/{g}/group/printed-list", MEMBERS),
    get("/g/{group}/me/yes", "/g/{g}/me/yes", ONESELF),
    post("/g/{group}/me/yes", "/g/{g}/me/yes", &[("yes", "printed_list")], ONESELF_DOES),
    get("/g/{group}/me/name", "/g/{g}/me/name", ONESELF),
    post("/g/{group}/me/name", "/g/{g}/me/name", &[("name", "Donalda")], ONESELF_DOES),
    get("/g/{group}/me/welcome", "/g/{g}/me/welcome", MEMBERS),
    post("/g/{group}/me/welcome", "/g/{g}/me/welcome", &[("welcomer", "nobody")], NOBODY_OFFERED),
    post("/g/{group}/me/welcome/leave", "/g/{g}/me/welcome/leave", &[("with", "nobody")], ONESELF_DOES),
    post("/g/{group}/me/welcome/end", "/g/{g}/me/welcome/end", &[], ONESELF_DOES),
    // Listening: the slots and the wishes are Noëlla's.
    get("/g/{group}/call/now", "/g/{g}/call/now", MEMBERS),
    post("/g/{group}/call/now/yes", "/g/{g}/call/now/yes", &[("yes", "yes")], MEMBERS_DO),
    get("/g/{group}/call/listening", "/g/{g}/call/listening", MEMBERS),
    post(
        "/g/{group}/call/listening/take",
        "/g/{g}/call/listening/take",
        &[("slot", "{slot_free}")],
        MEMBERS_DO.others(Changed),
    ),
    post(
        "/g/{group}/call/listening/leave",
        "/g/{g}/call/listening/leave",
        &[("slot", "{slot_to_leave}")],
        MEMBERS_DO.others(Changed),
    ),
    post(
        "/g/{group}/call/listening/answer",
        "/g/{g}/call/listening/answer",
        &[("slot", "{slot_asked}"), ("answer", "no")],
        MEMBERS_DO.others(Changed),
    ),
    get("/g/{group}/call/listening/swap/{slot}", "/g/{g}/call/listening/swap/{slot_hers}", HERS),
    post(
        "/g/{group}/call/listening/swap/{slot}",
        "/g/{g}/call/listening/swap/{slot_hers}",
        &[("wanted", "{slot_theirs}")],
        SHE_DOES,
    ),
    post(
        "/g/{group}/call/listening/swaps/{swap}/take-back",
        "/g/{g}/call/listening/swaps/{swap}/take-back",
        &[],
        SHE_DOES,
    ),
    post(
        "/g/{group}/call/listening/swaps/{swap}/accept",
        "/g/{g}/call/listening/swaps/{swap_offered}/accept",
        &[],
        MEMBERS_DO.others(Changed),
    ),
    get("/g/{group}/call/listening/hours", "/g/{g}/call/listening/hours", MEMBERS),
    post(
        "/g/{group}/call/listening/hours",
        "/g/{g}/call/listening/hours",
        &[("day", "2"), ("from", "19:00"), ("until", "21:00")],
        MEMBERS_DO,
    ),
    post(
        "/g/{group}/call/listening/hours/give-up",
        "/g/{g}/call/listening/hours/give-up",
        &[("hours", "{hours}")],
        MEMBERS_DO,
    ),
    get("/g/{group}/me/listening", "/g/{g}/me/listening", MEMBERS),
    post(
        "/g/{group}/me/listening",
        "/g/{g}/me/listening",
        &[("number", "819 555-0102"), ("weekly_most", "2"), ("from", "09:00"), ("until", "21:00")],
        MEMBERS_DO,
    ),
    post("/g/{group}/me/listening/stop", "/g/{g}/me/listening/stop", &[], MEMBERS_DO),
    // Circles: one is Noëlla's, one is another's, in which she helps.
    get("/g/{group}/visit/circle", "/g/{g}/visit/circle", MEMBERS),
    post(
        "/g/{group}/visit/circle/answer",
        "/g/{g}/visit/circle/answer",
        &[("link", "{close_asked_of_her}"), ("help", "animals")],
        SHE_DOES,
    ),
    post(
        "/g/{group}/visit/circle/take",
        "/g/{g}/visit/circle/take",
        &[("tasks", "{close_task_free}")],
        MEMBERS_DO.others(Changed),
    ),
    post(
        "/g/{group}/visit/circle/give-back",
        "/g/{g}/visit/circle/give-back",
        &[("tasks", "{close_task}")],
        MEMBERS_DO.others(Changed),
    ),
    get("/g/{group}/visit/circle/mine", "/g/{g}/visit/circle/mine", MEMBERS),
    post(
        "/g/{group}/visit/circle/mine/holders",
        "/g/{g}/visit/circle/mine/holders",
        &[("holder", "{whose}")],
        MEMBERS_DO,
    ),
    post(
        "/g/{group}/visit/circle/mine/holders/remove",
        "/g/{g}/visit/circle/mine/holders/remove",
        &[("holder", "{whose}")],
        MEMBERS_DO,
    ),
    get("/g/{group}/visit/circle/mine/daily", "/g/{g}/visit/circle/mine/daily", MEMBERS),
    post(
        "/g/{group}/visit/circle/mine/daily",
        "/g/{g}/visit/circle/mine/daily",
        &[("help", "plants"), ("from", "10:00"), ("minutes", "20")],
        MEMBERS_DO,
    ),
    post(
        "/g/{group}/visit/circle/mine/daily/remove",
        "/g/{g}/visit/circle/mine/daily/remove",
        &[("daily", "{close_daily}")],
        SHE_DOES,
    ),
    get("/g/{group}/visit/circle/mine/task", "/g/{g}/visit/circle/mine/task", MEMBERS),
    post(
        "/g/{group}/visit/circle/mine/task",
        "/g/{g}/visit/circle/mine/task",
        &[("help", "ride"), ("day", "{tomorrow}"), ("from", "10:00"), ("minutes", "40")],
        MEMBERS_DO,
    ),
    post(
        "/g/{group}/visit/circle/mine/task/remove",
        "/g/{g}/visit/circle/mine/task/remove",
        &[("task", "{close_task_hers}")],
        SHE_DOES,
    ),
    post(
        "/g/{group}/visit/circle/openings/{opening}/shut",
        "/g/{g}/visit/circle/openings/{opening_of_hers}/shut",
        &[],
        SHE_DOES,
    ),
    // Nobody else has anything to be done each day.
    post(
        "/g/{group}/visit/circle/mine/wake",
        "/g/{g}/visit/circle/mine/wake",
        &[("from", "{today}"), ("until", "{today}")],
        MEMBERS_DO.others(Changed),
    ),
    post("/g/{group}/visit/circle/mine/sleep", "/g/{g}/visit/circle/mine/sleep", &[], MEMBERS_DO),
    get("/g/{group}/visit/circle/mine/member", "/g/{g}/visit/circle/mine/member", MEMBERS),
    post(
        "/g/{group}/visit/circle/mine/member",
        "/g/{g}/visit/circle/mine/member",
        &[("other", "{whose}"), ("help", "plants"), ("told", "Les plantes du balcon, deux fois par semaine.")],
        MEMBERS_DO,
    ),
    get("/g/{group}/visit/circle/mine/neighbour", "/g/{g}/visit/circle/mine/neighbour", MEMBERS),
    post(
        "/g/{group}/visit/circle/mine/neighbour",
        "/g/{g}/visit/circle/mine/neighbour",
        &[("name", "M. Clôture"), ("help", "plants"), ("told", "Les plantes du balcon, deux fois par semaine.")],
        MEMBERS_DO,
    ),
    get("/g/{group}/visit/circle/links/{link}", "/g/{g}/visit/circle/links/{close_link}", HERS),
    post(
        "/g/{group}/visit/circle/links/{link}",
        "/g/{g}/visit/circle/links/{close_link}",
        &[("help", "plants")],
        SHE_DOES,
    ),
    post("/g/{group}/visit/circle/links/{link}/remove", "/g/{g}/visit/circle/links/{close_link}/remove", &[], SHE_DOES),
    post("/g/{group}/visit/circle/links/{link}/sheet", "/g/{g}/visit/circle/links/{close_link}/sheet", &[], SHE_DOES),
    get("/g/{group}/visit/circle/links/{link}/sheet", "/g/{g}/visit/circle/links/{close_link}/sheet", HERS),
    get("/g/{group}/visit/circle/card", "/g/{g}/visit/circle/card", MEMBERS),
    post(
        "/g/{group}/visit/circle/card",
        "/g/{g}/visit/circle/card",
        &[("all", "La clé est sous le pot bleu du balcon.")],
        MEMBERS_DO,
    ),
    get("/g/{group}/visit/circle/open", "/g/{g}/visit/circle/open", MEMBERS),
    post(
        "/g/{group}/visit/circle/open",
        "/g/{g}/visit/circle/open",
        &[("whose", "{whose}"), ("from", "{today}"), ("until", "{today}")],
        MEMBERS_DO.others(Changed),
    ),
    get("/g/{group}/visit/circle/opened/{opening}", "/g/{g}/visit/circle/opened/{opening}", HERS),
    post(
        "/g/{group}/visit/circle/opened/{opening}/wake",
        "/g/{g}/visit/circle/opened/{opening}/wake",
        &[],
        MEMBERS_DO.member(Changed).others(Gone),
    ),
    post(
        "/g/{group}/visit/circle/opened/{opening}/sleep",
        "/g/{g}/visit/circle/opened/{opening}/sleep",
        &[],
        MEMBERS_DO.others(Gone),
    ),
    post(
        "/g/{group}/visit/circle/opened/{opening}/yes",
        "/g/{g}/visit/circle/opened/{opening}/yes",
        &[("link", "{close_link_theirs}"), ("help", "animals"), ("part", "none")],
        MEMBERS_DO.others(Gone),
    ),
    get("/g/{group}/visit/circle/call", "/g/{g}/visit/circle/call", MEMBERS),
    post(
        "/g/{group}/visit/circle/call",
        "/g/{g}/visit/circle/call",
        &[("whose", "{whose}"), ("name", "Mme Tapis")],
        MEMBERS_DO,
    ),
    get("/g/{group}/visit/circle/board", "/g/{g}/visit/circle/board", MEMBERS),
    post(
        "/g/{group}/visit/circle/board",
        "/g/{g}/visit/circle/board",
        &[("how", "offer"), ("help", "ride"), ("words", "Le marché, samedi matin, deux places dans l'auto.")],
        MEMBERS_DO,
    ),
    post(
        "/g/{group}/visit/circle/board/take-back",
        "/g/{g}/visit/circle/board/take-back",
        &[("asked", "{board}")],
        SHE_DOES,
    ),
    get("/g/{group}/neighbour", "/g/{g}/neighbour", EVERYBODY),
    post("/g/{group}/neighbour", "/g/{g}/neighbour", &[("card", "{neighbour_words}")], ANYBODY_DOES),
    get("/g/{group}/neighbour/{token}", "/g/{g}/neighbour/{neighbour}", EVERYBODY),
    post(
        "/g/{group}/neighbour/{token}",
        "/g/{g}/neighbour/{neighbour}",
        &[("act", "says"), ("help", "animals")],
        ANYBODY_DOES,
    ),
];

/// Routes of the kit, which are in no area's table.
const OF_THE_KIT: [(&str, &str); 3] = [("GET", "/look"), ("POST", "/look"), ("POST", "/language")];

/// Forms that carry no token, and why that is right: the quick exit must work from a page hours old and can
/// only end a session; mail programs stop news without any page of ours (RFC 8058).
const WITHOUT_TOKEN: [&str; 2] = ["/exit", "/g/{group}/stop-news/{member}/{token}"];

impl std::fmt::Display for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.method, self.at)
    }
}

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

/// What comes with a place in the phone tree. Her place rests with her while she is on pause.
const RESTS_WITH_HER: [&str; 3] =
    ["/g/{group}/call/chain/{chain}", "/g/{group}/call/chain/{chain}/ticks", "/g/{group}/call/sheets"];

/// What holds of every row, whatever it is about.
#[test]
fn no_standing_and_no_mandate_ever_adds() {
    for row in ROWS {
        let cells = &row.cells;
        for reader in Reader::ALL {
            let gets = cells.of(reader);
            // A mandate is what a member lacks, and the no says that the group can give one.
            let by_mandate = cells.member == Power && reader == Reader::Mandated;
            let may = acts(cells.member) || matches!(cells.member, Correct | Changed);
            assert!(!acts(gets) || may || by_mandate, "{reader:?} gets more than a member: {row}");
        }
        if row.method == "POST" && RESTS_WITH_HER.contains(&row.route) {
            assert_eq!(cells.paused, Changed, "whoever rests is asked for nothing: {row}");
        } else {
            assert_eq!(cells.paused, cells.suspended, "on pause she keeps everything: {row}");
        }
        assert!(!acts(cells.ally) || acts(cells.suspended), "an allied person gets more than a member: {row}");
        assert!(!acts(cells.excluded) || acts(cells.suspended), "who was removed gets more than a member: {row}");
        for (mandate, gets) in [("is over", cells.expired), ("is suspended", cells.suspended)] {
            assert!(cells.member != Power || gets == Power, "a mandate that {mandate} still gives something: {row}");
        }
        for (who, gets) in [("left", cells.left), ("is of another group", cells.elsewhere)] {
            assert_eq!(gets, cells.visitor, "who {who} is a visitor: {row}");
        }
    }
}

/// What holds by the table of routes.
#[test]
fn nobody_gets_what_the_route_table_keeps_for_others() {
    for row in ROWS {
        let cells = &row.cells;
        match row.needs() {
            // A link that serves once leads on whoever is in already; nobody else gets more than a visitor.
            Needs::Nothing => {
                let same = |gets: Gets| gets == cells.visitor || (cells.visitor == Gone && gets == Done);
                for reader in Reader::ALL {
                    assert!(same(cells.of(reader)) && cells.of(reader) != Door, "{reader:?}: {row}");
                }
                continue;
            }
            Needs::Membership => assert_eq!(cells.excluded, Removed, "{row}"),
            Needs::Oneself => assert_eq!(cells.excluded, cells.suspended, "{row}"),
            Needs::Power(name) => match who_has(name) {
                Who::Herself => {
                    assert_eq!((cells.ally, cells.excluded), (cells.suspended, cells.suspended), "{row}");
                }
                // Of what is somebody else's she may not even be told that it is there.
                Who::EveryMember => {
                    assert!(matches!(cells.ally, Allied | Missing) && cells.excluded == Removed, "{row}");
                }
                Who::MemberOrAlly => assert_eq!(cells.excluded, Removed, "{row}"),
                Who::Mandate => {
                    assert_eq!((cells.ally, cells.excluded), (Allied, Removed), "{row}");
                    // Solange's mandate names one power and no other.
                    let hers = if name == "write_welcome_page" { Done } else { Power };
                    assert_eq!((cells.member, cells.mandated), (Power, hers), "{row}");
                }
            },
        }
        for reader in [Reader::Visitor, Reader::Applicant, Reader::Left, Reader::Elsewhere] {
            assert_eq!(cells.of(reader), Door, "{reader:?}: {row}");
        }
    }
}

fn who_has(power: &str) -> Who {
    parpour::areas::powers().find(|listed| listed.name == power).expect("a power that an area lists").who
}

/// Whether something happens or is shown.
fn acts(gets: Gets) -> bool {
    matches!(gets, Done | Page)
}

/// Every cell, each POST on a copy of its own.
mod cells {
    use super::*;

    #[test]
    fn of_reading() {
        on_lived(Kind::Sqlite, async |world, lived| read_all(world, lived, readers(Kind::Sqlite)).await);
    }

    #[test]
    fn of_reading_on_postgres() {
        on_lived(Kind::Postgres, async |world, lived| read_all(world, lived, readers(Kind::Postgres)).await);
    }

    #[test]
    fn of_sending() {
        send_every_form(Kind::Sqlite, readers(Kind::Sqlite));
    }

    #[test]
    fn of_sending_on_postgres() {
        send_every_form(Kind::Postgres, readers(Kind::Postgres));
    }

    /// What a standing may do is a rule without a store: the quick form has two of them on PostgreSQL, and all of them on
    /// SQLite.
    fn readers(kind: Kind) -> &'static [Reader] {
        match kind {
            Kind::Postgres if !long() => &[Reader::Member, Reader::Elsewhere],
            _ => &Reader::ALL,
        }
    }

    /// What Noëlla does, each on a copy of its own; the others each on one copy, once through everything.
    fn send_every_form(kind: Kind, readers: &[Reader]) {
        let mut wrong = Vec::new();
        let sendings = sendings().filter(|(_, reader, _)| readers.contains(reader));
        let (hers, others): (Vec<_>, Vec<_>) = sendings.partition(|cell| cell.1 == Reader::Member && acts(cell.2));
        // A copy on a server takes its time: the quick form makes one for every twelfth of them there.
        let step = if kind == Kind::Postgres && !long() { 12 } else { 1 };
        for (row, reader, gets) in hers.into_iter().step_by(step) {
            on_lived(kind, async |world, lived| {
                let site = lived.site(world).await;
                wrong.extend(send(world, lived, &site, row, reader, gets).await.err());
            });
        }
        for reader in readers {
            let cells = others.iter().filter(|(_, other, _)| other == reader).copied().collect();
            on_lived(kind, async |world, lived| send_all(world, lived, cells, &mut wrong).await);
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    }

    type Sending = (&'static Row, Reader, Gets);

    fn sendings() -> impl Iterator<Item = Sending> {
        rows("POST").flat_map(|row| Reader::ALL.into_iter().map(move |reader| (row, reader, row.cells.of(reader))))
    }

    /// Sends several forms to one store: what is refused changes nothing, so it comes first; then what is done,
    /// and last what ends what the others need.
    async fn send_all(world: &World, lived: &Lived, mut cells: Vec<Sending>, wrong: &mut Vec<String>) {
        let mut site = lived.site(world).await;
        cells.sort_by_key(|(row, _, gets)| (acts(*gets), ends_something(row)));
        let mut mistyped = 0;
        for (row, reader, gets) in cells {
            // Whoever mistypes her passphrase too often waits. That is not what this is about: at every third of these forms
            // she finds a server that has just started.
            if matches!(gets, Correct) {
                mistyped += 1;
                if mistyped % 3 == 0 {
                    start_anew();
                    site = lived.site(world).await;
                }
            }
            wrong.extend(send(world, lived, &site, row, reader, gets).await.err());
        }
    }

    /// How much a row takes away from those that come after it.
    fn ends_something(row: &Row) -> usize {
        [
            "/me/calls",
            "/me/yes",
            "/me/pause",
            "withdraw",
            "step-back",
            "take-back",
            "delete",
            "/me/passphrase",
            "close-others",
            "/unsign",
            "/found",
            "/remove",
            "/me/leave",
        ]
        .iter()
        .position(|end| row.route.ends_with(end))
        .map_or(0, |place| place + 1)
    }
}

async fn read_all(world: &World, lived: &Lived, readers: &[Reader]) {
    let site = lived.site(world).await;
    let mut wrong = Vec::new();
    for &reader in readers {
        let mut visitor = lived.reader(world, &site, reader).await;
        lived.group(world).settle().await;
        let before = hash(world).await;
        for row in rows("GET") {
            let gets = row.cells.of(reader);
            visitor.moves();
            let answer = visitor.ask(Ask::get(&lived.fill(row.at))).await;
            let about = format!("{reader:?} GET {}", row.at);
            if answer.status != status("GET", gets) {
                wrong.push(format!("{about} should be {gets:?}, got {}:\n{}", answer.status, answer.text()));
                continue;
            }
            match gets {
                Door => assert_eq!(answer.location(), lived.fill("/g/{g}/door"), "{about}"),
                Power | Allied | Removed => says_why(gets, &answer, &about),
                _ => {}
            }
            // HEAD is one piece of code for every page: the quick form asks so as whom most pages are for.
            if long() || reader == Reader::Member {
                let head = Ask { method: Method::HEAD, ..Ask::get(&lived.fill(row.at)) };
                assert_eq!(visitor.ask(head).await.status, answer.status, "{about} by HEAD");
            }
        }
        assert_eq!(hash(world).await, before, "{reader:?} changed something by reading");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// A no that says what it rests on.
fn says_why(gets: Gets, answer: &Answer, about: &str) {
    let words = match gets {
        Power => "mandat",
        Allied => "alliée",
        _ => "exclusion",
    };
    assert!(answer.says(words), "{about} does not say {words:?}:\n{}", answer.text());
}

fn status(method: &str, gets: Gets) -> u16 {
    match gets {
        Page => 200,
        Done => 303,
        Door if method == "GET" => 303,
        Door | Power | Allied | Removed | Theirs => 403,
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
        Power | Allied | Removed => says_why(gets, &answer, &about),
        Correct | Changed => keeps(&answer, &typed, &about),
        Done => assert!(!answer.location().ends_with("/door"), "{about} led to the door"),
        Page | Missing | Gone | Theirs => {}
    }
    Ok(())
}

/// Everything that may be shown again still stands on the page.
pub fn keeps(answer: &Answer, typed: &[(String, String)], about: &str) {
    for (name, text) in typed.iter().filter(|(name, text)| !is_secret(name) && text.chars().count() > 20) {
        assert!(answer.keeps(text), "{about}: {name} is lost: {text:?}\n{}", answer.text());
    }
}

/// Fields whose text is never shown again: secrets, and a choice of somebody who was not among those she may choose.
pub fn is_secret(name: &str) -> bool {
    ["whose", "passphrase", "present", "new", "drawn", "code", "token", "csrf", "nonce", "card", "seen"].contains(&name)
}

/// Everything in the store, as one number.
pub async fn hash(world: &World) -> String {
    let raw = world.raw().await;
    let mut hash = Sha256::new();
    for row in raw.everything().await {
        hash.update(row.as_bytes());
    }
    raw.close().await;
    hex::encode(hash.finalize())
}

/// What is refused before anybody looks at who sent it.
#[test]
fn forms_that_are_not_ours_are_refused() {
    on_lived(Kind::Sqlite, async |world, lived| not_ours(world, lived).await);
}

#[test]
fn forms_that_are_not_ours_are_refused_on_postgres() {
    on_lived(Kind::Postgres, async |world, lived| not_ours(world, lived).await);
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
        for (number, row) in rows("POST").filter(|row| !WITHOUT_TOKEN.contains(&row.route)).enumerate() {
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
            // Each form knows all of these from a member on SQLite; elsewhere the quick form tries one of them on each.
            let all = long() || (reader == Reader::Member && world.kind == Kind::Sqlite);
            let (tried, from) = if all { (cases.len(), 0) } else { (1, number % cases.len()) };
            for (what, ask) in cases.into_iter().skip(from).take(tried) {
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
    on_lived(Kind::Sqlite, async |world, lived| {
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
    on_lived(Kind::Sqlite, async |world, lived| sent_too_late(world, lived, SECURE, Again::Passphrase).await);
}

#[test]
fn words_survive_a_session_over_plain_http() {
    on_lived(Kind::Sqlite, async |world, lived| sent_too_late(world, lived, LOOPBACK, Again::Passphrase).await);
}

#[test]
fn words_survive_a_session_and_a_mail_link() {
    on_lived(Kind::Sqlite, async |world, lived| sent_too_late(world, lived, SECURE, Again::MailLink).await);
}

#[test]
fn words_survive_a_session_on_postgres() {
    on_lived(Kind::Postgres, async |world, lived| sent_too_late(world, lived, LOOPBACK, Again::MailLink).await);
}

/// Half an hour later they are gone, and so is what is never kept.
#[test]
fn words_sent_too_late_are_forgotten_and_secrets_are_not_kept() {
    on_lived(Kind::Sqlite, async |world, lived| {
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
