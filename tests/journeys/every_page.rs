//! Every page that the route table names is opened by somebody and looked at: a new page that nobody opens
//! fails here.

use crate::{enter, setting, tell_of_a_group, tell_of_the_demonstration};
use commons::db::Tx;
use commons::outbox::{self, Sent};
use commons::refusal::{Arg, Message};
use decisions::ProposalId;
use decisions::commands::contribute::{ContributionKind, answer, say};
use decisions::commands::write_proposal::{revise, write_with};
use decisions::powers::{Contribute, Propose};
use decisions::rules::ballot::Typed;
use decisions::rules::question::{Method, Question, read_options};
use membership::commands::at_request::{Act, act_for};
use membership::commands::give_notice::give_notice;
use membership::commands::invite::way_in;
use membership::commands::write_welcome_page::write_welcome_page;
use membership::commands::{contact, found, incident, mail_link, print_card, recover};
use membership::effects::SetMeasure;
use membership::mail::{refuse_token, stop_token};
use membership::powers::{ActAtRequest, ChangeOwnAccess, GiveNotice, OpenIncident, Permit, WriteWelcomePage};
use membership::queries::recovery::all_about;
use membership::rules::consent::{Channel, Use};
use membership::rules::contact::ContactKind;
use membership::rules::incident::Content;
use membership::suspension::SuspendMandate;
use mutual_aid::commands::calls::limits;
use mutual_aid::commands::calls::sheets::{self, For};
use mutual_aid::commands::calls::start::{self, NewChain};
use mutual_aid::commands::circle::{make_code, use_code};
use mutual_aid::powers::{KeepCircle, PrintSheet, StartChain};
use mutual_aid::rules::calls::Choices;
use mutual_aid::rules::quiet::{Kind, Quiet};
use mutual_aid::whole_tree::{PrintTree, WholeTree};
use parpour_tests::Kind::{Postgres, Sqlite};
use parpour_tests::browser::Language::{English, French};
use parpour_tests::browser::Screen::{Desk, Phone};
use parpour_tests::browser::{Person, Scene, Setting};
use parpour_tests::{Group, Post, World, long};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// A page of the kit, which the table of the areas does not name.
const OF_THE_KIT: &str = "/look";
/// Only the demonstration has it: [`the_demonstration_lets_a_guest_in`] opens it.
const OF_THE_DEMONSTRATION: &str = "/demo/{code}";
/// Files and no pages: `a_group_decides` takes the first one home, `a_departure` the last two.
const FILES: [&str; 9] = [
    "/g/{group}/decide/draws/{draw}/entries.txt",
    "/g/{group}/decide/{number}/urn.txt",
    "/g/{group}/decide/{number}/ballots.json",
    "/g/{group}/decide/{number}/ballots.blt",
    "/g/{group}/decide/{number}/ballots.preflib",
    "/g/{group}/decide/{number}/ballots.pb",
    "/g/{group}/register/export.zip",
    "/g/{group}/me/data.html",
    "/g/{group}/me/data.json",
];
/// What anybody sees who asked, in this very browser, to come back.
const OF_WHOEVER_ASKED: &str = "/g/{group}/door/lost/waiting";
/// After so many pages of one kind, another shows nothing new: the walk ends, also where no link leads on.
const OF_A_KIND: usize = 6;

/// Where Solange comes in, and where her walk begins.
struct Start {
    home: String,
    name: String,
    passphrase: String,
    /// Pages that no link of the group leads to: a letter, a card, a founding, a button.
    elsewhere: Vec<String>,
}

/// A group where Solange has something of hers on every page.
async fn a_group_with_every_page(world: &World) -> Start {
    let group = world.a_group().with_people(6).quick().with_rule("legal_frame", "quebec_part_3").found().await;
    // Beside another, for the front page leads to a group that is alone.
    world.a_group().with_people(2).with_rule("name", "Le Grain d'ail").found().await;
    group.adopts(group.grant(0, &["write_welcome_page", "keep_incidents", "keep_legal_register"], 60)).await;
    let write = async |tx: &Tx<'_>, permit: Permit<WriteWelcomePage>| write_welcome_page(tx, permit, "Le mardi.").await;
    group.act(0, write).await.unwrap();
    drafts(&group).await;
    group.draws(1, "Par où commencer", "La cuisine\nLe jardin").await.unwrap();
    let talked = a_discussion(&group).await;
    group.proposes(1).titled("Un tapis").sent().await.unwrap();
    let voted = group.open_vote(None).await;
    let secret = group.open_secret_vote(None).await;
    // What is good for minutes comes last: the days of the votes before would be too long for it.
    let elsewhere = [
        forms(&group, talked, voted).await,
        secret_votes(&group, secret).await,
        foundings(world).await,
        a_tie(&group).await,
        together(&group).await,
        people_ask(&group).await,
        hard_times(&group).await,
        a_vote_that_is_open(&group).await,
        close_ones(&group).await,
        visits(&group).await,
        calls(&group).await,
        letters(&group).await,
        ways_back(&group).await,
    ];
    let elsewhere = elsewhere.concat();
    Start { home: format!("/g/{}", group.slug), name: group.name(0), passphrase: group.passphrase(0), elsewhere }
}

/// One that does nothing by itself, one that changes the charter, one written with somebody.
async fn drafts(group: &Group<'_>) {
    group.proposes(0).titled("Une lampe").drafted().await.unwrap();
    group.proposes(0).titled("Le temps").doing(Group::change("voting_days_ordinary", "3")).drafted().await.unwrap();
    let shared = group.proposes(0).titled("Une nappe").drafted().await.unwrap();
    let with = async |tx: &Tx<'_>, permit: Permit<Propose>| write_with(tx, permit, shared, group.members[1]).await;
    group.act(0, with).await.unwrap();
}

/// A proposal of Solange's that is talked about: a worry, its answer, and a text changed since.
async fn a_discussion(group: &Group<'_>) -> ProposalId {
    let talked = group.proposes(0).titled("Des rideaux").lasting(9, 5).sent().await.unwrap();
    group.seconds(1, talked).await.unwrap();
    let worries = async |tx: &Tx<'_>, permit: Permit<Contribute>| {
        say(tx, permit, talked, ContributionKind::Worries, "Quelle couleur?").await
    };
    let worry = group.act(0, worries).await.unwrap();
    let reply = async |tx: &Tx<'_>, permit: Permit<Contribute>| answer(tx, permit, worry, "Lilas.").await;
    group.act(1, reply).await.unwrap();
    // Several paragraphs: whoever would change one chooses which.
    let text = group.proposes(0).titled("Des rideaux lilas").saying("Deux pour la cuisine.\n\nUn pour la porte.");
    let text = text.lasting(9, 5).text();
    let effects = &group.world.effects;
    let change = async |tx: &Tx<'_>, permit: Permit<Propose>| revise(tx, permit, effects, talked, text).await;
    group.act(0, change).await.unwrap();
    talked
}

/// The days of the others are over by now.
async fn a_vote_that_is_open(group: &Group<'_>) -> Vec<String> {
    let open = group.open_vote(None).await;
    let seat = group.opens_election("Les clés du local").await;
    vec![
        format!("/g/{}/decide/{}", group.slug, group.see(open).await.number.unwrap()),
        format!("/g/{}/decide/{}/election", group.slug, group.see(seat).await.number.unwrap()),
    ]
}

/// What is opened from a letter, a card or a button, and not from a link of the group.
async fn letters(group: &Group<'_>) -> Vec<String> {
    let keyring = group.world.db.keyring();
    let join = way_in(keyring, group.id, group.invites(0, "").await.unwrap()).token;
    let (me, stop) = (group.members[0], stop_token(keyring, group.id, group.members[0]));
    let (enter, new) = (link_by_mail(group).await, group.members[3]);
    [
        format!("enter/{enter}"),
        format!("join/{join}"),
        format!("stop-news/{me}/{stop}"),
        format!("group/members/{new}/card"),
        "founded".to_owned(),
        "door/code".to_owned(),
        "join".to_owned(),
        "me/kept".to_owned(),
    ]
    .map(|page| format!("/g/{}/{page}", group.slug))
    .to_vec()
}

/// Where a form leads: its answer when something is to be corrected stands at the same address.
async fn forms(group: &Group<'_>, talked: ProposalId, voted: ProposalId) -> Vec<String> {
    let (talked, voted) = (group.see(talked).await.number.unwrap(), group.see(voted).await.number.unwrap());
    [
        "new/mandate".to_owned(),
        "new/charter".to_owned(),
        format!("{talked}/revise/as/mandate"),
        format!("{talked}/revise/as/charter"),
        format!("{voted}/vote"),
        // Beside a decision that waits to act there is a link; here none does.
        format!("{voted}/contest"),
    ]
    .map(|page| format!("/g/{}/decide/{page}", group.slug))
    .to_vec()
}

/// A number of a ballot is looked up when its vote has closed; the page is there before.
async fn secret_votes(group: &Group<'_>, secret: ProposalId) -> Vec<String> {
    let number = group.see(secret).await.number.unwrap();
    vec![format!("/g/{}/decide/{number}/number", group.slug)]
}

/// The token of a sign-in link that Solange asked for.
async fn link_by_mail(group: &Group<'_>) -> String {
    let ask = async |tx: &Tx<'_>| mail_link::ask(tx, &group.email(0), "another browser", false).await;
    group.write(ask).await.unwrap();
    let post = Post::answering(Sent::Done);
    outbox::deliver_due(&group.world.db, &post).await.unwrap();
    let letter =
        post.taken().into_iter().map(|sent| sent.letter).rfind(|letter| letter.kind == membership::mail::SIGN_IN);
    let token = letter.unwrap().args.into_iter().find_map(|(name, value)| match value {
        Arg::Text(token) if name == "token" => Some(token),
        _ => None,
    });
    token.expect("a token in the letter")
}

/// Two more groups under way: one that nobody has signed yet, one that everybody has.
async fn foundings(world: &World) -> Vec<String> {
    let db = &world.db;
    let rules = BTreeMap::from([("name".to_owned(), "Le Grain de sel".to_owned())]);
    let (open, signed) = (found::make_link(db).await.unwrap(), found::make_link(db).await.unwrap());
    for token in [&open, &signed] {
        found::settle_rules(db, token, &rules).await.unwrap();
        found::name_people(db, token, "Rosalba\nFernand", "Azilda").await.unwrap();
    }
    for name in ["Rosalba", "Fernand"] {
        found::sign(db, &signed, name, &format!("cinq mots pour {name} seulement"), "").await.unwrap();
    }
    let of = |token: &str, page: &str| format!("/found/{token}{page}");
    vec![of(&open, ""), of(&open, "/people"), of(&open, "/charter"), of(&open, "/sign"), of(&signed, "/sign")]
}

/// Ovila's mandate, and members who want to suspend it together.
async fn together(group: &Group<'_>) -> Vec<String> {
    group.adopts(group.grant(1, &[], 60)).await;
    let his = group.mandates().await.into_iter().find(|mandate| mandate.holder == group.members[1]).unwrap();
    let details = json!({ "mandate": his.id });
    let (act, _) = group.asks_together(2, &group.world.joints, SuspendMandate::KIND, &details).await.unwrap();
    vec![format!("/g/{}/group/together/{act}", group.slug)]
}

/// Somebody asks to come in, and Solange notes a yes for somebody without a screen.
async fn people_ask(group: &Group<'_>) -> Vec<String> {
    let asking = group.asks("Philomène").await.unwrap();
    let (whom, act) = (group.members[4], Act::Yes(BTreeSet::from([Use::PrintedList])));
    let for_her =
        async |tx: &Tx<'_>, permit: Permit<ActAtRequest>| act_for(tx, permit, whom, Channel::Paper, act).await;
    let request = group.act(0, for_her).await.unwrap();
    [
        format!("asked/{}", group.link_of(asking)),
        "ask".to_owned(),
        "ask/sheet".to_owned(),
        format!("group/at-request/{request}"),
    ]
    .map(|page| format!("/g/{}/{page}", group.slug))
    .to_vec()
}

/// A measure that concerns Solange, a notice about her, and an incident that is hers to look after.
async fn hard_times(group: &Group<'_>) -> Vec<String> {
    let (solange, today) = (group.members[0], group.now().date_naive());
    let plan = json!({
        "kind": "return_plan", "person": solange, "other": null, "between": [], "activity": "",
        "until": today + chrono::Days::new(90),
    });
    group.adopts(Some((SetMeasure::KIND, plan))).await;
    let notice = async |tx: &Tx<'_>, permit: Permit<GiveNotice>| give_notice(tx, permit, solange, 6).await;
    group.act(1, notice).await.unwrap();
    let content = Content {
        data_concerned: "Des prénoms".to_owned(),
        circumstances: "Une feuille oubliée à la bibliothèque.".to_owned(),
        happened_from: today,
        known_on: today,
        ..Content::default()
    };
    let open = async |tx: &Tx<'_>, permit: Permit<OpenIncident>| incident::open(tx, permit, &content).await;
    let incident = group.act(2, open).await.unwrap();
    let page = |page: String| format!("/g/{}/{page}", group.slug);
    let letter = |letter: &str| page(format!("group/incidents/{incident}/letter/{letter}"));
    vec![page("me/removal".to_owned()), letter("commission-fr"), letter("person-en")]
}

/// A printed card of Solange's, and somebody of whose circle she is and who asks to come back.
async fn ways_back(group: &Group<'_>) -> Vec<String> {
    let world = group.world;
    group.has_circle(3, &[0, 1, 2]).await;
    recover::ask(&world.db, group.id, &group.name(3)).await.unwrap();
    let recovery = all_about(&group.read(), group.members[3]).await.unwrap().pop().unwrap().id;
    let refuse = refuse_token(world.db.keyring(), group.id, recovery);
    let solange = group.members[0];
    let card = group.write(async |tx: &Tx<'_>| Ok(print_card::make_card(tx, solange).await?)).await.unwrap();
    [
        format!("me/card/{card}"),
        format!("group/recovery/{recovery}"),
        "door/lost".to_owned(),
        "door/lost/waiting".to_owned(),
        format!("door/lost/refuse/{recovery}/{refuse}"),
    ]
    .map(|page| format!("/g/{}/{page}", group.slug))
    .to_vec()
}

/// A vote that left two things tied.
async fn a_tie(group: &Group<'_>) -> Vec<String> {
    let options = read_options(Method::Approval, "La cuisine\nLe jardin\nLa porte");
    let question = Question { method: Method::Approval, options, seats: 1, ..Question::default() };
    let tied = group.proposes(0).titled("Quoi peindre").putting(question).opened().await;
    for who in 0..5 {
        let marks = ["1", "1", "0"].map(str::to_owned).to_vec();
        group.says(who, tied, Typed { marks, ..Typed::default() }, "").await.unwrap();
    }
    group.to_next_step(tied).await;
    vec![format!("/g/{}/decide/{}/draw", group.slug, group.see(tied).await.number.unwrap())]
}

/// Solange is visited by Ovila, who is visited by her.
async fn visits(group: &Group<'_>) -> Vec<String> {
    let day = (group.now() + chrono::Duration::days(9)).date_naive();
    group.says_own_limits(0).await;
    let (hers, _) = group.is_visited(0, &[1], day).await;
    let (_, to_make) = group.is_visited(1, &[0], day).await;
    group.says_yes_to_visit(0, to_make).await;
    [
        format!("plans/{hers}"),
        format!("plans/{hers}/card"),
        format!("visits/{to_make}"),
        format!("visits/{to_make}/card"),
        "rights/fr".to_owned(),
        "new".to_owned(),
    ]
    .map(|page| format!("/g/{}/visit/{page}", group.slug))
    .to_vec()
}

/// Three say yes to calls; Solange has a sheet and started a chain. Three printed the whole tree together.
async fn calls(group: &Group<'_>) -> Vec<String> {
    for who in 0..3 {
        let number = format!("819 555-{:04}", 300 + who);
        let phone = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| {
            contact::add(tx, permit, ContactKind::Phone, &number, false).await
        };
        group.act(who, phone).await.unwrap();
        let yes = BTreeSet::from([Use::BeCalled, Use::CallOthers]);
        let choices = Choices { quiet: Quiet::NONE, ..Choices::default() };
        let says = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| limits::say(tx, permit, &yes, choices).await;
        group.act(who, says).await.unwrap();
    }
    let sheet = async |tx: &Tx<'_>, permit: Permit<PrintSheet>| sheets::print(tx, permit, For::Herself, 90).await;
    let sheet = group.act(0, sheet).await.unwrap();
    let new = NewChain { kind: Some(Kind::Urgent), words: "La porte est gelée.".to_owned() };
    let start = async |tx: &Tx<'_>, permit: Permit<StartChain>| start::start(tx, permit, &new).await;
    let chain = group.act(0, start).await.unwrap();
    let joints = parpour::areas::joints();
    let whole = serde_json::to_value(WholeTree { version: 1 }).unwrap();
    let (act, _) = group.asks_together(0, &joints, PrintTree::KIND, &whole).await.unwrap();
    for who in [1, 2] {
        group.signs(who, &joints, act).await.unwrap();
    }
    [format!("sheets/{sheet}"), format!("chain/{chain}"), format!("chain/{chain}/ticks"), format!("tree/print/{act}")]
        .map(|page| format!("/g/{}/call/{page}", group.slug))
        .to_vec()
}

/// Solange listens, has a circle with a neighbour who has a page, and opened somebody's card.
async fn close_ones(group: &Group<'_>) -> Vec<String> {
    group.moves_to(12).await;
    for who in [0, 1] {
        group.listens(who, 3, false).await.unwrap();
    }
    let (hers, theirs) = (group.slot(0, 2, 14, 16).await, group.slot(0, 4, 14, 16).await);
    group.takes_slot(0, hers).await.unwrap();
    group.takes_slot(1, theirs).await.unwrap();
    group.needs_daily(0, 18).await;
    group.names_holder(1, 0).await.unwrap();
    group.needs_daily(1, 18).await;
    group.opens_card(0, 1, None, 3).await.unwrap();
    let sheet = async |words: &str| {
        let link = group.adds_neighbour(0, words, "deux chats, matin et soir").await.unwrap();
        let makes = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| make_code(tx, permit, link).await;
        group.act(0, makes).await.unwrap();
        mutual_aid::queries::circle::sheet(&group.read(), group.members[0], link).await.unwrap().0
    };
    sheet("Mme Paillasson").await;
    let words = sheet("Mme Palissade").await;
    let token = group.write(async |tx: &Tx<'_>| use_code(tx, &words).await).await.unwrap();
    ["neighbour".to_owned(), format!("neighbour/{token}")].map(|page| format!("/g/{}/{page}", group.slug)).to_vec()
}

/// Somebody asks at the door to come back: her browser waits from then on.
async fn asks_to_come_back(person: &Person, home: &str) {
    person.visit(&format!("{home}/door/lost")).await;
    person.fill("name-mine", "Delphine").await;
    person.press("lost-ask").await;
    assert_eq!(kind_of(&pages(), &person.path().await), Some(OF_WHOEVER_ASKED));
}

/// The patterns of every page: the table of the areas, and the page of the kit.
fn pages() -> BTreeSet<&'static str> {
    let routes = web::pages::routes().into_iter().filter(|route| route.method == "GET").map(|route| route.path);
    routes.chain([OF_THE_KIT]).collect()
}

/// The pattern that an address is of; the most exact one when several fit.
fn kind_of(pages: &BTreeSet<&'static str>, address: &str) -> Option<&'static str> {
    let path: Vec<&str> = address.split(['?', '#']).next()?.split('/').collect();
    let fits = |page: &&&str| {
        let pattern: Vec<&str> = page.split('/').collect();
        pattern.len() == path.len() && pattern.iter().zip(&path).all(|(own, part)| own.starts_with('{') || own == part)
    };
    pages.iter().filter(fits).min_by_key(|page| page.matches('{').count()).copied()
}

/// A quarter of the pages, so that each story stays short.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quarter {
    /// From an idea to its result.
    Deciding,
    /// Calls, listening, visits, circles.
    Aid,
    /// The group: members, charter, mandates, what is done together.
    Group,
    /// Ways in, the register, oneself.
    Else,
}

impl Quarter {
    fn of(page: &str) -> Self {
        if page.starts_with("/g/{group}/decide") {
            Self::Deciding
        } else if ["/g/{group}/call", "/g/{group}/visit", "/g/{group}/neighbour"]
            .iter()
            .any(|aid| page.starts_with(aid))
        {
            Self::Aid
        } else if page.starts_with("/g/{group}/group") {
            Self::Group
        } else {
            Self::Else
        }
    }
}

fn every_page(quarter: Quarter, setting: Setting) {
    tell_of_a_group("every page", setting, &[], a_group_with_every_page, async |scene: &mut Scene, start: Start| {
        let solange = scene.somebody("Solange").await;
        enter(&solange, &start.home, &start.name, &start.passphrase).await;
        asks_to_come_back(&solange, &start.home).await;
        let mut pages = pages();
        assert!(pages.remove(OF_THE_DEMONSTRATION) && FILES.iter().all(|file| pages.remove(file)));
        pages.retain(|page| Quarter::of(page) == quarter);
        // From link to link, first to what she has seen least of: what one proposal lacks, another leads to.
        let mut met = BTreeSet::new();
        let mut ahead: Vec<String> = Vec::new();
        // Each tab leads to pages of every quarter.
        let mut leads = start.elsewhere;
        for tab in ["/decide", "/call", "/visit", "/group", "/me", ""] {
            let tab = format!("{}{tab}", start.home);
            solange.visit(&tab).await;
            leads.extend(solange.links().await);
            leads.push(tab);
        }
        let mut looked_at: BTreeMap<&str, usize> = pages.iter().map(|page| (*page, 0)).collect();
        loop {
            ahead.extend(leads.into_iter().filter(|address| met.insert(address.clone())));
            ahead.retain(|address| kind_of(&pages, address).is_some_and(|kind| looked_at[kind] < OF_A_KIND));
            let times = |next: &usize| kind_of(&pages, &ahead[*next]).map(|kind| looked_at[kind]);
            let Some(next) = (0..ahead.len()).min_by_key(times) else { break };
            let address = ahead.remove(next);
            solange.visit(&address).await;
            // An address that leads elsewhere is no look at its own page.
            if let Some(times) = kind_of(&pages, &solange.path().await).and_then(|kind| looked_at.get_mut(kind)) {
                *times += 1;
            }
            if looked_at.values().all(|times| *times > 0) {
                break;
            }
            leads = solange.links().await;
        }
        pages.retain(|page| looked_at[page] == 0);
        assert!(pages.is_empty(), "nobody looks at {pages:?}");
        solange.close().await;
    });
}

/// All of them on a phone in French; on a desk in English with `PARPOUR_TEST_LONG=1`.
macro_rules! looked_at {
    ($($name:ident: $quarter:ident, $store:ident, $screen:ident, $language:ident, $quick:expr;)*) => { $(
        #[test]
        fn $name() {
            if $quick || long() {
                every_page(Quarter::$quarter, setting($store, $screen, $language));
            }
        }
    )* };
}

looked_at! {
    of_deciding_on_a_phone_in_french: Deciding, Sqlite, Phone, French, true;
    of_deciding_on_a_desk_in_english: Deciding, Postgres, Desk, English, false;
    of_calls_and_visits_on_a_phone_in_french: Aid, Sqlite, Phone, French, true;
    of_calls_and_visits_on_a_desk_in_english: Aid, Postgres, Desk, English, false;
    of_the_group_on_a_phone_in_french: Group, Sqlite, Phone, French, true;
    of_the_group_on_a_desk_in_english: Group, Postgres, Desk, English, false;
    of_all_else_on_a_phone_in_french: Else, Sqlite, Phone, French, true;
    of_all_else_on_a_desk_in_english: Else, Postgres, Desk, English, false;
}

/// A printed line with a name and an address.
fn is_way_in((_, address): &(&str, &str)) -> bool {
    address.contains("/demo/")
}

/// The last page of the table, and what a guest sees first.
#[test]
fn the_demonstration_lets_a_guest_in() {
    tell_of_the_demonstration("a guest", async |scene: &mut Scene| {
        let guest = scene.somebody("a guest").await;
        let (name, way_in) =
            scene.program.said.iter().find_map(|line| line.split_once("http:").filter(is_way_in)).unwrap();
        guest.visit(&format!("http:{way_in}")).await;
        assert_eq!(kind_of(&pages(), &guest.path().await), Some(OF_THE_DEMONSTRATION));
        guest.press(Message::new("demo-enter").with("name", name.trim())).await;
        guest.reads("today-going-on").await;
        guest.turn_to("tab-decide").await;
        guest.close().await;
    });
}
