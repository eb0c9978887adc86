//! A group that has lived: something at every step of its life, and a second group beside it.
//!
//! Its people: Solange (0) holds a mandate, Ovila (1) held one that is over, Noëlla (2) wrote what is hers
//! in the tables of the tests, Télesphore (3) and Lucille (4) are there, Éloi (5) has no way in yet, Rosalba (6)
//! is on pause, Fernand (7) is an allied person, the mandate of Philias (8) is suspended, Delvina (9) was removed,
//! Ozias (10) left.

use chrono::Days;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::No;
use decisions::commands::contribute::{self, ContributionKind};
use decisions::commands::write_proposal;
use decisions::powers::{Contribute, Propose};
use decisions::rules::ballot::Typed;
use decisions::rules::question::{Method, Question, read_options};
use decisions::rules::state::State;
use decisions::{ContributionId, ProposalId};
use membership::commands::ask::Asking;
use membership::commands::at_request::{Act, act_for};
use membership::commands::pause::{self, Pausing};
use membership::commands::{contact, found, invite, leave, session, write_welcome_page};
use membership::joint;
use membership::powers::{ActAtRequest, ChangeOwnAccess, HandCard, Leave, Permit, Rest, WriteWelcomePage};
use membership::rules::consent::{Channel, Use};
use membership::rules::contact::ContactKind;
use membership::suspension::SuspendMandate;
use mutual_aid::commands::calls::act::{self, Doing};
use mutual_aid::commands::calls::sheets::{self, For};
use mutual_aid::commands::calls::start::{self, NewChain};
use mutual_aid::commands::calls::{asks, limits};
use mutual_aid::powers::{PrintSheet, StartChain, TakePartInChain};
use mutual_aid::rules::calls::Choices;
use mutual_aid::rules::quiet::{self, Quiet};
use parpour_tests::{Group, Kept, Kind, World, keep, on_a_copy};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;
use tally::Choice;

use crate::site::{LOOPBACK, Parts, TestSite};
use crate::visitor::Visitor;

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Nobody is signed in.
    Visitor,
    /// Somebody who asked to come in and waits. Until there is a way to ask: a browser whose cookie opens nothing.
    Applicant,
    /// Noëlla, who wrote what is hers here.
    Member,
    /// Rosalba, who is on pause.
    Paused,
    /// Fernand, an allied person.
    Ally,
    /// Solange, who holds the mandate.
    Mandated,
    /// Ovila, whose mandate is over.
    Expired,
    /// Philias, whose mandate is suspended.
    Suspended,
    /// Delvina, who was removed.
    Excluded,
    /// Ozias, who left; his browser still has its cookie.
    Left,
    /// A member of the other group, with her session there.
    Elsewhere,
}

impl Reader {
    /// All of them, in the order of the tables.
    pub const ALL: [Self; 11] = [
        Self::Visitor,
        Self::Applicant,
        Self::Member,
        Self::Paused,
        Self::Ally,
        Self::Mandated,
        Self::Expired,
        Self::Suspended,
        Self::Excluded,
        Self::Left,
        Self::Elsewhere,
    ];
}

/// What there is, by the names the tables use.
#[derive(Clone, Debug)]
pub struct Lived {
    /// The group.
    pub slug: String,
    /// Its people.
    pub members: Vec<MemberId>,
    /// The other group.
    pub other_slug: String,
    /// A member there.
    pub stranger: MemberId,
    group: commons::ids::GroupId,
    other: commons::ids::GroupId,
    names: BTreeMap<&'static str, String>,
}

impl Lived {
    /// Fills `{names}` of an address.
    pub fn fill(&self, address: &str) -> String {
        let mut filled = address.to_owned();
        for (name, value) in &self.names {
            filled = filled.replace(&format!("{{{name}}}"), value);
        }
        assert!(!filled.contains('{'), "{filled}");
        filled
    }

    /// What a name stands for.
    pub fn named(&self, name: &str) -> &str {
        &self.names[name]
    }

    /// The group in this world, to act in.
    pub fn group<'w>(&self, world: &'w World) -> Group<'w> {
        Group { world, id: self.group, slug: self.slug.clone(), members: self.members.clone() }
    }

    /// A browser of each kind of reader.
    pub async fn reader<'s>(&self, world: &World, site: &'s TestSite, reader: Reader) -> Visitor<'s> {
        let (group, member) = match reader {
            Reader::Visitor => return site.visitor(),
            Reader::Applicant => return site.signed_in(&"0".repeat(64)),
            Reader::Mandated => (self.group, self.members[0]),
            Reader::Expired => (self.group, self.members[1]),
            Reader::Member => (self.group, self.members[2]),
            Reader::Paused => (self.group, self.members[6]),
            Reader::Ally => (self.group, self.members[7]),
            Reader::Suspended => (self.group, self.members[8]),
            Reader::Excluded => (self.group, self.members[9]),
            Reader::Left => (self.group, self.members[10]),
            Reader::Elsewhere => (self.other, self.stranger),
        };
        let open = async |tx: &Tx<'_>| Ok::<_, No>(session::open(tx, member, false).await?);
        site.signed_in(&world.db.write(group, open).await.unwrap())
    }

    /// The site of this world, with the ready way in that the demonstration has.
    pub async fn site(&self, world: &World) -> TestSite {
        let demo = HashMap::from([("regarde".to_owned(), self.members[2])]);
        Parts::of(world, LOOPBACK, demo).start().await
    }
}

/// Runs a test on a copy of the group that has lived: made once on each kind of store, copied each time.
pub fn on_lived(kind: Kind, test: impl AsyncFnOnce(&World, &Lived)) {
    static SQLITE: OnceLock<Option<(Kept, Lived)>> = OnceLock::new();
    static POSTGRES: OnceLock<Option<(Kept, Lived)>> = OnceLock::new();
    let made = match kind {
        Kind::Sqlite => &SQLITE,
        Kind::Postgres => &POSTGRES,
    };
    let Some((kept, lived)) = made.get_or_init(|| keep(kind, async |world: &World| live(world).await)) else { return };
    on_a_copy(kept, async |world: &World| test(world, lived).await);
}

/// The same test on copies of the group that has lived, on each kind of store.
macro_rules! on_each_lived {
    ($name:ident, |$world:ident, $lived:ident| $body:block) => {
        mod $name {
            use super::*;

            async fn run($world: &World, $lived: &Lived) $body

            #[test]
            fn sqlite() {
                on_lived(Kind::Sqlite, run);
            }

            #[test]
            fn postgres() {
                on_lived(Kind::Postgres, run);
            }
        }
    };
}
pub(crate) use on_each_lived;

/// Lives the life of the group.
async fn live(world: &World) -> Lived {
    let group = world.a_group().with_people(11).quick().with_first_question().found().await;
    let other = world.a_group().with_rule("name", "Le Grain d'ail").quick().found().await;
    let mut names = BTreeMap::new();
    names.insert("g", group.slug.clone());
    names.insert("other", other.slug.clone());
    Box::pin(mandates(&group)).await;
    Box::pin(proposals(&group, &mut names)).await;
    let theirs = other.proposes(0).titled("Un secret de l'autre groupe").drafted().await.unwrap();
    names.insert("theirs", theirs.to_string());
    names.insert("their_invitation", other.invites(0, "").await.unwrap().to_string());
    names.insert("their_member", other.members[1].to_string());
    Box::pin(listening(&group, &mut names)).await;
    Box::pin(circles(&group, &mut names)).await;
    Box::pin(visits(&group, &mut names)).await;
    Box::pin(draws(&group, &mut names)).await;
    // Calls come last: they do not wait for a day.
    Box::pin(calls(&group, &mut names)).await;
    // Whoever looks at a page finds nothing left to be done.
    group.settle().await;
    Box::pin(ways_in(&group, &mut names)).await;
    Box::pin(foundings(world, &mut names)).await;
    Box::pin(standings(&group)).await;
    let (slug, other_slug) = (group.slug.clone(), other.slug.clone());
    Lived {
        slug,
        members: group.members,
        other_slug,
        stranger: other.members[2],
        group: group.id,
        other: other.id,
        names,
    }
}

/// Where those stand who are not simply members.
async fn standings(group: &Group<'_>) {
    let rests = async |tx: &Tx<'_>, permit: Permit<Rest>| pause::pause(tx, permit, Pausing::default()).await;
    group.act(6, rests).await.unwrap();
    let areas = parpour::areas::areas();
    let leaves = async |tx: &Tx<'_>, permit: Permit<Leave>| leave::leave(tx, permit, &areas).await;
    group.act(10, leaves).await.unwrap();
    let raw = group.world.raw().await;
    raw.ally(group.members[7]).await;
    raw.exclude(group.members[9]).await;
    raw.close().await;
}

async fn mandates(group: &Group<'_>) {
    group.adopts(group.grant(1, &["write_welcome_page"], 6)).await;
    group.adopts(group.grant(8, &["write_welcome_page"], 300)).await;
    let to_suspend = group.mandates().await.into_iter().find(|mandate| mandate.holder == group.members[8]).unwrap();
    group.suspends(&to_suspend).await;
    group.adopts(group.grant(0, &["write_welcome_page"], 300)).await;
    group
        .act(0, async |tx: &Tx<'_>, permit: Permit<WriteWelcomePage>| {
            write_welcome_page::write_welcome_page(
                tx,
                permit,
                "Une table, du café, du monde.\n\nTout le monde peut venir.",
            )
            .await
        })
        .await
        .unwrap();
    group.world.clock.advance(chrono::Duration::days(6));
    group.settle().await;
}

async fn proposals(group: &Group<'_>, names: &mut BTreeMap<&'static str, String>) {
    group.adopts(group.grant(2, &[], 200)).await;
    let changed = group.adopts(Group::change("unseconded_days", "20")).await;
    let refused = group.open_vote(None).await;
    group.votes_saying(2, refused, Choice::No, "Le congélateur d'avant est encore bon.").await.unwrap();
    group.votes(3, refused, Choice::No).await.unwrap();
    group.votes(0, refused, Choice::Yes).await.unwrap();
    group.votes(4, refused, Choice::Abstain).await.unwrap();
    group.to_next_step(refused).await;
    let tied = tied(group).await;
    let withdrawn = group.proposes(3).sent().await.unwrap();
    group.withdraws(3, withdrawn).await.unwrap();

    let waiting = group.proposes(3).titled("Un congélateur de plus").sent().await.unwrap();
    let mine = group.proposes(2).sent().await.unwrap();
    let talk = group.proposes(2).lasting(9, 4).doing(Group::change("voting_days_ordinary", "3")).sent().await.unwrap();
    group.seconds(0, talk).await.unwrap();
    let said = says(group, 2, talk, ContributionKind::Pleases, "On mangera du sorbet en janvier.").await;
    let asked = says(group, 0, talk, ContributionKind::Question, "Et la facture de courant, elle monte?").await;
    let worried = says(group, 3, talk, ContributionKind::Worries, "Le plancher du fond penche.").await;
    group.summarises(2, talk, "Tout le monde en veut un. Reste à savoir où.", 0).await.unwrap();
    answers(group, 2, asked, "De quatre dollars par mois.").await;
    let draft = group.proposes(2).titled("Un congélateur pour plus tard").drafted().await.unwrap();
    let shared = group.proposes(2).titled("Un congélateur à deux").drafted().await.unwrap();
    writes_with(group, 2, shared, group.members[3]).await;
    let together = group.proposes(2).lasting(9, 4).drafted().await.unwrap();
    writes_with(group, 2, together, group.members[3]).await;
    group.sends(2, together).await.unwrap();
    let recall = group.proposes(2).doing(group.grant(4, &["write_welcome_page"], 90)).drafted().await.unwrap();

    let vote = group.proposes(0).sent().await.unwrap();
    group.seconds(1, vote).await.unwrap();
    if group.state(vote).await == State::Discussing {
        group.to_next_step(vote).await;
    }
    group.votes_saying(3, vote, Choice::Yes, "Il en faut un.").await.unwrap();
    // Delvina took a ballot of paper; she is removed later on.
    group.hands_paper(0, 9, vote).await.unwrap();
    let secret = group.proposes(0).sent().await.unwrap();
    group.asks_secrecy(4, secret).await.unwrap();
    group.seconds(1, secret).await.unwrap();
    if group.state(secret).await == State::Discussing {
        group.to_next_step(secret).await;
    }
    group.votes_in_secret(3, secret, "yes").await.unwrap();
    // Somebody who is on paper here names who helps her.
    group.hands_paper(0, 4, secret).await.unwrap();
    let seat = group.opens_election("Les clés du local").await;
    for (name, id) in [
        ("changed", changed),
        ("refused", refused),
        ("tied", tied),
        ("withdrawn", withdrawn),
        ("waiting", waiting),
        ("mine", mine),
        ("talk", talk),
        ("together", together),
        ("vote", vote),
        ("secret", secret),
        ("seat", seat),
    ] {
        names.insert(name, group.see(id).await.number.unwrap().to_string());
    }
    for (name, id) in [("draft", draft), ("shared", shared), ("grant", recall)] {
        names.insert(name, id.to_string());
    }
    names.insert("said", said.to_string());
    names.insert("asked", asked.to_string());
    names.insert("worried", worried.to_string());
    let held = group.mandates().await.into_iter().find(|mandate| mandate.holder == group.members[0]).unwrap();
    names.insert("mandate", held.id.to_string());
    let hers = group.mandates().await.into_iter().find(|mandate| mandate.holder == group.members[2]).unwrap();
    names.insert("her_mandate", hers.id.to_string());
    let recalled = group.asks_recall(hers.id).await;
    names.insert("recall", group.see(recalled).await.number.unwrap().to_string());
    let details = serde_json::json!({ "mandate": held.id });
    let asked = group.asks_together(3, &group.world.joints, SuspendMandate::KIND, &details).await.unwrap();
    let act = joint::one(&group.read(), asked.0).await.unwrap();
    names.insert("act", act.id.to_string());
    names.insert("act_hash", act.hash);
    people_ask(group, names).await;
    names.insert("head", group.head().await.to_string());
}

/// A vote that leaves two things tied.
async fn tied(group: &Group<'_>) -> ProposalId {
    let options = read_options(Method::Approval, "La cuisine\nLe jardin\nLa porte");
    let question = Question { method: Method::Approval, options, seats: 1, ..Question::default() };
    let id = group.proposes(0).titled("Quoi peindre").putting(question).opened().await;
    for who in [0, 2, 3, 4, 5] {
        let marks = ["1", "1", "0"].map(str::to_owned).to_vec();
        group.says(who, id, Typed { marks, ..Typed::default() }, "").await.unwrap();
    }
    group.to_next_step(id).await;
    id
}

async fn says(group: &Group<'_>, who: usize, id: ProposalId, kind: ContributionKind, text: &str) -> ContributionId {
    group
        .act(who, async |tx: &Tx<'_>, permit: Permit<Contribute>| contribute::say(tx, permit, id, kind, text).await)
        .await
        .unwrap()
}

async fn answers(group: &Group<'_>, who: usize, to: ContributionId, text: &str) -> ContributionId {
    group
        .act(who, async |tx: &Tx<'_>, permit: Permit<Contribute>| contribute::answer(tx, permit, to, text).await)
        .await
        .unwrap()
}

async fn writes_with(group: &Group<'_>, who: usize, id: ProposalId, other: MemberId) {
    group
        .act(who, async |tx: &Tx<'_>, permit: Permit<Propose>| write_proposal::write_with(tx, permit, id, other).await)
        .await
        .unwrap();
}

/// Draws by lot: one that Noëlla opened, one that waits for dice, one in which she is drawn.
async fn draws(group: &Group<'_>, names: &mut BTreeMap<&'static str, String>) {
    let closed = group.draws(0, "Par où commencer", "La cuisine\nLe jardin").await.unwrap();
    let made = group.draws(0, "Qui ouvre le mardi", "").await.unwrap();
    group.enters_draw(2, made, true).await.unwrap();
    group.world.clock.advance(chrono::Duration::minutes(15));
    group.settle().await;
    group.throws(0, made, "3 5 2").await.unwrap();
    group.throws(3, made, "6 1 4").await.unwrap();
    let open = group.draws(2, "Qui parle d'abord", "").await.unwrap();
    for (name, id) in [("draw", open), ("draw_closed", closed), ("draw_made", made)] {
        names.insert(name, id.to_string());
    }
}

/// The phone tree: five say yes, Noëlla prints her sheet and starts a chain that runs, and Lucille asks for something.
/// Télesphore, who keeps apart from others in some tests, is not in it.
async fn calls(group: &Group<'_>, names: &mut BTreeMap<&'static str, String>) {
    for who in [0, 1, 2, 4, 8] {
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
    names.insert("sheet", group.act(2, sheet).await.unwrap().to_string());
    let new = NewChain { kind: Some(quiet::Kind::Urgent), words: "La porte est gelée.".to_owned() };
    let start = async |tx: &Tx<'_>, permit: Permit<StartChain>| start::start(tx, permit, &new).await;
    let chain = group.act(2, start).await.unwrap();
    for doing in [Doing::Agree, Doing::Know] {
        let doing = async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| act::act(tx, permit, chain, doing).await;
        group.act(4, doing).await.unwrap();
    }
    let whose = group.members[4];
    let asks = async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| {
        asks::pass_on(tx, permit, chain, whose, "Du pain et du lait", true).await
    };
    names.insert("chain_ask", group.act(4, asks).await.unwrap().to_string());
    names.insert("chain", chain.to_string());
}

/// Télesphore, who keeps apart from people in some tests, pairs with nobody here.
///
/// Listening: Noëlla has a slot that she would exchange, one that she could leave, and a place is asked of her. Another one
/// would exchange with her.
async fn listening(group: &Group<'_>, names: &mut BTreeMap<&'static str, String>) {
    group.moves_to(14).await;
    for who in [2, 4, 5] {
        group.listens(who, 7, false).await.unwrap();
    }
    group.wants_to_call(2, true).await;
    let mut slots = Vec::new();
    for days in 2..7 {
        slots.push(group.slot(2, days, 14, 16).await);
    }
    let [hers, to_leave, theirs, asked, free] = slots[..] else { panic!("five slots") };
    for (who, at) in [(2, hers), (2, to_leave), (4, theirs), (5, asked), (4, asked)] {
        group.takes_slot(who, at).await.unwrap();
    }
    group.leaves_slot(5, asked).await.unwrap();
    group.settles_aid().await;
    let swap = group.would_swap(2, hers, theirs).await.unwrap();
    let offered = group.would_swap(4, theirs, to_leave).await.unwrap();
    for (name, at) in [("slot_hers", hers), ("slot_to_leave", to_leave), ("slot_theirs", theirs), ("slot_asked", asked)]
    {
        names.insert(name, at.to_string());
    }
    names.insert("slot_free", free.to_string());
    names.insert("hours", free.hours.to_string());
    names.insert("swap", swap.to_string());
    names.insert("swap_offered", offered.to_string());
}

/// Circles: Noëlla's own, awake, with a neighbour who has a page; another's, whose card she opened and in which she does
/// something.
async fn circles(group: &Group<'_>, names: &mut BTreeMap<&'static str, String>) {
    use mutual_aid::commands::circle;
    use mutual_aid::powers::{HelpInCircle, KeepCircle, OpenCircle};
    group.names_holder(2, 3).await.unwrap();
    group.writes_card(2, "La clé est chez Télesphore.", "Réglisse mange à huit heures.").await.unwrap();
    let link = group.adds_neighbour(2, "Mme Palissade", "deux chats, matin et soir").await.unwrap();
    let other = group.adds_neighbour(2, "Mme Paillasson", "deux chats, matin et soir").await.unwrap();
    for link in [link, other] {
        let makes = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::make_code(tx, permit, link).await;
        group.act(2, makes).await.unwrap();
    }
    let words = async |link| mutual_aid::queries::circle::sheet(&group.read(), group.members[2], link).await.unwrap().0;
    let token = words(link).await;
    let token = group.write(async |tx: &Tx<'_>| circle::use_code(tx, &token).await).await.unwrap();
    names.insert("neighbour", token);
    names.insert("neighbour_words", words(other).await);
    names.insert("close_link", other.to_string());
    group.needs_daily(2, 18).await;
    let daily = mutual_aid::queries::circle::mine(&group.read(), group.members[2]).await.unwrap().daily;
    names.insert("close_daily", daily[0].id.to_string());
    let today = group.today().await;
    let tomorrow = today + Days::new(1);
    names.insert("today", today.to_string());
    names.insert("tomorrow", tomorrow.to_string());
    // Somebody opened her card, and she asked for one thing on one day.
    group.names_holder(2, 4).await.unwrap();
    let (whose, from) = (group.members[2], Some(today));
    let new = circle::NewOpening { whose, on_behalf: None, from, until: Some(tomorrow), wake: false };
    let opens = async |tx: &Tx<'_>, permit: Permit<OpenCircle>| circle::open_circle(tx, permit, &new).await;
    names.insert("opening_of_hers", group.act(4, opens).await.unwrap().id.to_string());
    let what = circle::NewDaily {
        help: Some(mutual_aid::rules::circle::Help::Ride),
        from: chrono::NaiveTime::from_hms_opt(10, 0, 0),
        minutes: Some(40),
    };
    let once = circle::NewTask { day: Some(tomorrow), what };
    let asks = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::add_task(tx, permit, once).await;
    group.act(2, asks).await.unwrap();
    let hers = mutual_aid::queries::circle::mine(&group.read(), group.members[2]).await.unwrap().tasks;
    names.insert("close_task_hers", hers[0].id.to_string());

    group.names_holder(4, 2).await.unwrap();
    let asked = group.asks_close(4, 2, "les plantes").await.unwrap();
    group.needs_daily(4, 18).await;
    group.answers_close(2, asked, true).await.unwrap();
    let opening = group.opens_card(2, 4, None, 4).await.unwrap();
    let tasks = mutual_aid::queries::circle::helping(&group.read(), group.members[2]).await.unwrap().tasks;
    group.takes_tasks(2, &[tasks[0].id]).await.unwrap();
    names.insert("close_asked_of_her", asked.to_string());
    names.insert("close_task", tasks[0].id.to_string());
    names.insert("close_task_free", tasks[1].id.to_string());
    names.insert("opening", opening.to_string());
    names.insert("whose", group.members[4].to_string());
    let theirs = group.adds_neighbour(4, "Mme Tapis", "les plantes").await.unwrap();
    names.insert("close_link_theirs", theirs.to_string());
    let asks = async |tx: &Tx<'_>, permit: Permit<HelpInCircle>| {
        circle::ask(tx, permit, false, Some(mutual_aid::rules::circle::Help::Snow), "Le perron, vendredi").await
    };
    names.insert("board", group.act(2, asks).await.unwrap().to_string());
}

/// Visits: some to Noëlla, and one that she makes to Lucille.
async fn visits(group: &Group<'_>, names: &mut BTreeMap<&'static str, String>) {
    let day = (group.now() + chrono::Duration::days(9)).date_naive();
    names.insert("visit_day", day.to_string());
    names.insert("visit_day_free", (day + chrono::Duration::days(1)).to_string());
    group.says_own_limits(2).await;
    let (hers, to_her) = group.is_visited(2, &[4], day).await;
    let (_, of_hers) = group.is_visited(4, &[2], day).await;
    group.says_yes_to_visit(2, of_hers).await;
    for (name, id) in [("visits_to_me", hers.0), ("visit_to_me", to_her.0), ("visit_of_mine", of_hers.0)] {
        names.insert(name, id.to_string());
    }
}

async fn ways_in(group: &Group<'_>, names: &mut BTreeMap<&'static str, String>) {
    let keyring = group.world.db.keyring();
    let made = group.invites(2, "").await.unwrap();
    let card = group
        .act(0, async |tx: &Tx<'_>, permit: Permit<HandCard>| invite::hand_card(tx, permit, group.members[4]).await);
    let card = invite::way_in(keyring, group.id, card.await.unwrap());
    let other = group.invites(2, "");
    names.insert("invitation", made.to_string());
    names.insert("to_take_back", other.await.unwrap().to_string());
    names.insert("join", invite::way_in(keyring, group.id, made).token);
    names.insert("card_words", card.words);
    names.insert("card_link", card.token);
    names.insert("nobody_yet", group.members[5].to_string());
    names.insert("me", group.members[2].to_string());
    names.insert("friend", group.members[3].to_string());
    names.insert("another", group.members[4].to_string());
    names.insert("on_paper", group.members[9].to_string());
    let contact = group.act(2, async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| {
        contact::add(tx, permit, ContactKind::Phone, "819 555-0122", false).await
    });
    names.insert("contact", contact.await.unwrap().to_string());
    names.insert("stop", membership::mail::stop_token(keyring, group.id, group.members[2]));
}

/// Foundings under way: two that still change, two that everybody signed.
async fn foundings(world: &World, names: &mut BTreeMap<&'static str, String>) {
    let db = &world.db;
    let rules = BTreeMap::from([("name".to_owned(), "Le Grain de sel".to_owned())]);
    let link = async || found::make_link(db).await.unwrap();
    let (open, to_sign, signed, again) = (link().await, link().await, link().await, link().await);
    for token in [&open, &to_sign, &signed, &again] {
        found::settle_rules(db, token, &rules).await.unwrap();
        found::name_people(db, token, "Rosalba\nFernand", "Azilda").await.unwrap();
    }
    for name in ["Rosalba", "Fernand"] {
        for token in [&signed, &again] {
            found::sign(db, token, name, &format!("cinq mots pour {name} seulement"), "").await.unwrap();
        }
    }
    names.insert("found", open);
    names.insert("found_to_sign", to_sign);
    names.insert("found_signed", signed);
    names.insert("found_again", again);
}

/// One person asks, another may come in; something was done at the request of somebody without a screen.
async fn people_ask(group: &Group<'_>, names: &mut BTreeMap<&'static str, String>) {
    let asking = Asking { name: "Philomène".to_owned(), ..Asking::default() };
    let waiting = group.asks_with(asking.clone()).await.unwrap();
    let admitted = group.asks_with(Asking { name: "Rosalie".to_owned(), ..asking }).await.unwrap();
    group.signs_for(0, admitted).await.unwrap();
    group.signs_for(1, admitted).await.unwrap();
    names.insert("asking", waiting.to_string());
    names.insert("asked_link", group.link_of(waiting));
    names.insert("admitted_link", group.link_of(admitted));
    let (whom, act) = (group.members[5], Act::Yes(BTreeSet::from([Use::PrintedList])));
    let request =
        async |tx: &Tx<'_>, permit: Permit<ActAtRequest>| act_for(tx, permit, whom, Channel::Paper, act).await;
    names.insert("request", group.act(2, request).await.unwrap().to_string());
}
