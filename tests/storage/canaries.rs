//! No shadow file, and nothing left of who left (`reliability` ): 200 people (60 in the quick form) type words unlike any other in
//! everything there is to type, the disk is taken away with its keys, and everything on it is read.
//!
//! A field that is new for people to type in has its line in [`Typed::writes`], and its name in [`FIELDS`].

use commons::db::Tx;
use commons::late::{self, LateForm};
use commons::outbox::{Sent, deliver_due};
use decisions::ProposalId;
use decisions::commands::contribute::{ContributionKind, say};
use decisions::powers::Contribute;
use membership::commands::confirm::confirm;
use membership::commands::join::{Arrival, join};
use membership::commands::leave::leave;
use membership::commands::{contact, found, invite, mail_link};
use membership::powers::{ChangeOwnAccess, HandCard, Invite, Leave, Permit};
use membership::queries::people;
use membership::rules::contact::ContactKind;
use mutual_aid::commands::circle::ask;
use mutual_aid::commands::listening::Settings;
use mutual_aid::powers::HelpInCircle;
use mutual_aid::rules::circle::Help;
use parpour_tests::seizure::{Canaries, Canary, Seizure, files_of_the_server};
use parpour_tests::{Group, Kind, Post, World, count, hour, on_each_database};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::sync::{Arc, Mutex};
use tally::Choice;

/// How many people type.
fn crowd() -> usize {
    count(60, 200)
}

/// How many of them leave.
fn leavers() -> usize {
    crowd() * 9 / 10
}

/// What each types. Besides, one proposal is sent, and two people have a passphrase (`phrase`).
const FIELDS: [&str; 13] = [
    "name",
    "mail",
    "said",
    "reason",
    "draft",
    "guest",
    "late",
    "phone",
    "listens",
    "card",
    "neighbour",
    "told",
    "asked",
];

/// Where words may be read without a key, and which: texts of the group, and drafts of such texts (decision 0008).
/// Whole files are read too, so that these fields alone may be found in them.
const READABLE: [(&str, &str); 10] = [
    ("proposal", "proposal.title"),
    ("proposal", "proposal.summary"),
    ("proposal", "proposal.body"),
    ("proposal", "proposal_version.title"),
    ("proposal", "proposal_version.summary"),
    ("proposal", "proposal_version.body"),
    ("proposal", "register.body"),
    ("draft", "proposal.title"),
    ("draft", "proposal.summary"),
    ("draft", "proposal.body"),
];

/// Files that hold the tables, and what the group itself takes home.
const HOLD_TABLES: [&str; 6] =
    ["parpour.db", "parpour.db-wal", "parpour.db-shm", "a file of heap", "a file of wal", "register.zip"];

/// A group of that many people who all typed something everywhere.
pub struct Typed<'w> {
    /// The group.
    pub group: Group<'w>,
    /// What they typed.
    pub canaries: Canaries,
}

impl<'w> Typed<'w> {
    /// Lets them type.
    pub async fn by(world: &'w World, people: usize) -> Self {
        let canaries = Canaries::new();
        let group = found_with(world, &canaries, people).await;
        let typed = Self { group, canaries };
        let talk = typed.group.proposes(0).lasting(9, 4).titled(&typed.word(0, "proposal")).sent().await.unwrap();
        typed.group.seconds(1, talk).await.unwrap();
        let vote = typed.group.open_vote(None).await;
        for who in 0..people {
            typed.comes_in(who).await;
            typed.writes(who, talk, vote).await;
        }
        typed
    }

    /// What that person types in that field.
    pub fn word(&self, who: usize, field: &str) -> String {
        format!("Il y a {} ici.", self.canaries.of(who, field))
    }

    fn address(&self, who: usize, field: &str) -> String {
        format!("{}@exemple.org", self.canaries.of(who, field))
    }

    /// What she types again before something that counts; nothing for whoever has none.
    fn passphrase(&self, who: usize) -> String {
        if who < 2 { passphrase(&self.canaries, who) } else { String::new() }
    }

    /// Whoever is on the founding list comes in with a card of somebody who is in.
    async fn comes_in(&self, who: usize) {
        if who < 2 {
            return;
        }
        let (group, world, to) = (&self.group, self.group.world, self.group.members[who]);
        let card = async |tx: &Tx<'_>, permit: Permit<HandCard>| invite::hand_card(tx, permit, to).await;
        let card = group.act(who - 1, card).await.unwrap();
        let link_or_words = invite::way_in(world.db.keyring(), group.id, card).token;
        let arrival = Arrival { link_or_words, email: self.address(who, "mail"), ..Arrival::default() };
        join(&world.db, group.id, arrival).await.unwrap();
    }

    async fn writes(&self, who: usize, talk: ProposalId, vote: ProposalId) {
        let (group, member) = (&self.group, self.group.members[who]);
        let words = self.word(who, "said");
        let says = async |tx: &Tx<'_>, permit: Permit<Contribute>| {
            say(tx, permit, talk, ContributionKind::Worries, &words).await
        };
        group.act(who, says).await.unwrap();
        group.votes_saying(who, vote, Choice::No, &self.word(who, "reason")).await.unwrap();
        let draft = self.word(who, "draft");
        group.proposes(who).titled(&draft).summed_up(&draft).saying(&draft).drafted().await.unwrap();
        let phone = self.word(who, "phone");
        let adds = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| {
            contact::add(tx, permit, ContactKind::Other, &phone, true).await
        };
        group.act(who, adds).await.unwrap();
        self.writes_to_close_ones(who).await;
        let guest = self.address(who, "guest");
        let confirmed = confirm(&group.world.db, group.id, member, &self.passphrase(who)).await.unwrap();
        let invites = async |tx: &Tx<'_>, permit: Permit<Invite>| invite::invite(tx, permit, confirmed, &guest).await;
        group.act(who, invites).await.unwrap();
        let late = LateForm {
            to: format!("/g/{}/decide/1/say", group.slug),
            nonce: uuid::Uuid::new_v4(),
            fields: vec![("words".to_owned(), self.word(who, "late"))],
        };
        assert!(group.write(async |tx: &Tx<'_>| Ok(late::keep(tx, member, &late).await?)).await.unwrap());
        let email = self.address(who, "mail");
        group.write(async |tx: &Tx<'_>| mail_link::ask(tx, &email, "browser", false).await).await.unwrap();
    }

    /// The number for listening, a card, a neighbour, what is asked of the group.
    async fn writes_to_close_ones(&self, who: usize) {
        let group = &self.group;
        let settings = Settings {
            number: self.canaries.of(who, "listens"),
            weekly_most: Some(1),
            from: Some(hour(9)),
            until: Some(hour(21)),
            ..Settings::default()
        };
        group.listens_as(who, settings).await.unwrap();
        group.writes_card(who, &self.word(who, "card"), "").await.unwrap();
        group.adds_neighbour(who, &self.word(who, "neighbour"), &self.word(who, "told")).await.unwrap();
        let words = self.word(who, "asked");
        let asks = async |tx: &Tx<'_>, permit: Permit<HelpInCircle>| {
            ask(tx, permit, true, Some(Help::Ride), &words).await.map(drop)
        };
        group.act(who, asks).await.unwrap();
    }

    /// Every letter leaves.
    pub async fn post_leaves(&self) {
        let post = Post::answering(Sent::Done);
        while deliver_due(&self.group.world.db, &post).await.unwrap() > 0 {}
    }

    /// Takes the disk away, with what members took home.
    pub async fn seized(&self) -> Seizure {
        let mut seizure = Seizure::of(self.group.world).await.with("register.zip", self.group.export().await);
        if self.group.world.kind == Kind::Postgres {
            for (place, bytes) in files_of_the_server(self.group.world).await {
                seizure = seizure.with(&place, bytes);
            }
        }
        seizure
    }

    /// Everything that person is shown of what is kept about her.
    async fn shown_to(&self, who: usize) -> BTreeSet<Canary> {
        let (scope, member) = (self.group.read(), self.group.members[who]);
        let sections = parpour::areas::areas().everything_about(&scope, member).await.unwrap();
        self.canaries.found_in(format!("{sections:?}").as_bytes())
    }

    /// That person leaves, and takes her words along.
    async fn leaves(&self, who: usize) {
        let areas = parpour::areas::areas();
        self.group.act(who, async |tx: &Tx<'_>, permit: Permit<Leave>| leave(tx, permit, &areas).await).await.unwrap();
    }

    /// Words that are read without a key and should not be, each with where.
    pub fn bare(&self, seizure: &Seizure) -> Vec<(Canary, String)> {
        let found = seizure.in_clear(&self.canaries).into_iter();
        let each = found.flat_map(|(canary, places)| places.into_iter().map(move |place| (canary.clone(), place)));
        each.filter(|((_, field), place)| !may_be_read(field, place)).collect()
    }
}

fn may_be_read(field: &str, place: &str) -> bool {
    let in_a_file = HOLD_TABLES.iter().any(|file| place.ends_with(file));
    let at_home = place.ends_with("register.zip");
    READABLE.iter().any(|(known, column)| field == *known && (in_a_file || place == *column))
        && !(at_home && field == "draft")
}

fn passphrase(canaries: &Canaries, who: usize) -> String {
    format!("les chats de {} dorment au soleil", canaries.of(who, "phrase"))
}

/// Founded by two people with a passphrase and an address; the others are on the list.
async fn found_with<'w>(world: &'w World, canaries: &Canaries, people: usize) -> Group<'w> {
    let db = &world.db;
    let name = |who: usize| format!("Une {}", canaries.of(who, "name"));
    let names: Vec<String> = (0..people).map(name).collect();
    let rules = [("name", "La Clé des champs"), ("discussion_days_ordinary", "0"), ("voting_days_ordinary", "5")];
    let rules: BTreeMap<String, String> =
        rules.into_iter().map(|(rule, value)| (rule.to_owned(), value.to_owned())).collect();
    let token = found::make_link(db).await.unwrap();
    found::settle_rules(db, &token, &rules).await.unwrap();
    found::name_people(db, &token, &names[..2].join("\n"), &names[2..].join("\n")).await.unwrap();
    for (who, name) in names[..2].iter().enumerate() {
        let passphrase = passphrase(canaries, who);
        let email = format!("{}@exemple.org", canaries.of(who, "mail"));
        found::sign(db, &token, name, &passphrase, &email).await.unwrap();
    }
    let founded = found::found(db, &token, async |_: &Tx<'_>, _: &found::Founded| Ok(())).await.unwrap();
    let mut members: Vec<_> =
        people::everyone(&db.read(founded.group)).await.unwrap().into_iter().map(|person| person.id).collect();
    members.sort();
    Group { world, id: founded.group, slug: founded.slug, members }
}

/// Everything the program says to whoever watches it.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn said(&self) -> Vec<u8> {
        self.0.lock().unwrap().clone()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

on_each_database!(a_seized_disk_tells_of_people_what_they_are_shown_and_nothing_of_who_left, |world| {
    let log = Log::default();
    let writer = log.clone();
    let subscriber =
        tracing_subscriber::fmt().with_max_level(tracing::Level::DEBUG).with_writer(move || writer.clone()).finish();
    let listening = tracing::subscriber::set_default(subscriber);
    tracing::info!("listening");
    let typed = Typed::by(world, crowd()).await;
    nothing_is_bare(&typed, &log).await;
    typed.post_leaves().await;
    all_is_shown(&typed, &log).await;
    who_left_is_nowhere(&typed).await;
    drop(listening);
    assert!(!log.said().is_empty());
});

/// Without the keys, the texts of the group are read and nothing else; with them, everything is found.
async fn nothing_is_bare(typed: &Typed<'_>, log: &Log) {
    let seizure = typed.seized().await.with("what the program said", log.said());
    assert_eq!(typed.bare(&seizure), []);
    let opened = seizure.opened(&typed.canaries);
    for who in 0..crowd() {
        for field in FIELDS {
            assert!(opened.contains_key(&(who, field.to_owned())), "{field} of {who} is not found with the keys");
        }
    }
    // What is no text at all: a passphrase is nowhere, with keys or without.
    assert!(opened.keys().all(|(_, field)| field != "phrase"));
    println!("{} words of {} people found with the keys", opened.len(), crowd());
}

/// What is found of somebody with the keys is what she reads on her own page: neither more nor less.
async fn all_is_shown(typed: &Typed<'_>, log: &Log) {
    let seizure = typed.seized().await.with("what the program said", log.said());
    assert_eq!(typed.bare(&seizure), []);
    let opened = seizure.opened(&typed.canaries);
    for who in 0..crowd() {
        // The texts of the group are everybody's.
        let kept = opened.keys().filter(|(whose, field)| *whose == who && field != "proposal");
        let shown = typed.shown_to(who).await.into_iter().filter(|(_, field)| field != "proposal");
        assert_eq!(kept.cloned().collect::<BTreeSet<_>>(), shown.collect::<BTreeSet<_>>(), "of {who}");
    }
    // A letter that left is gone, with the address typed for it alone.
    assert!(opened.keys().all(|(_, field)| field != "guest"));
}

/// Nothing of who left is in any byte, nor any copy of what was sealed for her; nor her key.
async fn who_left_is_nowhere(typed: &Typed<'_>) {
    let world = typed.group.world;
    let before = typed.seized().await.nonces();
    let (leaving, staying) = (crowd() - leavers()..crowd(), crowd() - leavers());
    for who in leaving.clone() {
        typed.leaves(who).await;
    }
    typed.group.write(async |tx: &Tx<'_>| Ok(parpour::areas::areas().purge(tx).await?)).await.unwrap();
    world.db.settle_files().await.unwrap();
    let raw = world.raw().await;
    if world.kind == Kind::Postgres {
        // A row that is deleted lies in its page until the room is used again (`docs/limits.md`).
        raw.run("VACUUM").await.unwrap();
        let seizure = typed.seized().await;
        let gone: BTreeSet<_> = before.difference(&seizure.nonces()).copied().collect();
        println!("after VACUUM, of {} erased: {} in pages", gone.len(), seizure.lying_in("heap", &gone));
        // The server keeps samples of each column, too, until it looks again.
        raw.run("ANALYZE").await.unwrap();
        raw.run("VACUUM FULL").await.unwrap();
    }
    raw.close().await;
    let seizure = typed.seized().await;
    assert_eq!(seizure.how_many("member_key.wrapped"), staying);
    let theirs = |canary: &Canary| leaving.contains(&canary.0) && canary.1 != "proposal";
    let opened: Vec<_> = seizure.opened(&typed.canaries).into_iter().filter(|(canary, _)| theirs(canary)).collect();
    assert_eq!(opened, [], "read with the keys that are left");
    // The log of the server holds what was written until the server writes over it (`docs/limits.md`).
    let clear = seizure.in_clear(&typed.canaries).into_iter().filter(|(canary, _)| theirs(canary));
    let clear = clear.filter(|(_, places)| places.iter().any(|place| place != "a file of wal"));
    assert_eq!(clear.collect::<Vec<_>>(), [], "read without any key");
    let gone: BTreeSet<_> = before.difference(&seizure.nonces()).copied().collect();
    assert!(gone.len() >= leavers() * 5, "only {} sealed texts went", gone.len());
    let held = ["parpour.db", "parpour.db-wal", "parpour.db-shm", "heap"].map(|file| seizure.lying_in(file, &gone));
    assert_eq!(held, [0; 4], "copies of what was sealed");
    println!(
        "{} people left; of {} erased texts {} lie in the log of the server",
        leavers(),
        gone.len(),
        seizure.lying_in("wal", &gone)
    );
}

// The same eyes find what a careless store would keep.
on_each_database!(words_that_were_kept_carelessly_are_found, |world| {
    let typed = Typed::by(world, 3).await;
    let (name, reason) = (typed.canaries.of(2, "name"), typed.canaries.of(2, "reason"));
    assert_eq!(typed.bare(&typed.seized().await), []);
    let raw = world.raw().await;
    // In a column that nobody thought of, in the text of a proposal, in one of bytes, in capitals.
    raw.run(&format!("UPDATE sign_in_link SET code = {}", blob(world, &reason))).await.unwrap();
    raw.run(&format!("UPDATE proposal SET failure = 'parce que {}'", name.to_uppercase())).await.unwrap();
    raw.run(&format!("UPDATE proposal SET body = '{name}' WHERE number = 1")).await.unwrap();
    // Sealed, but in another place than the product knows: opened all the same.
    raw.run("UPDATE member SET email = name").await.unwrap();
    raw.close().await;
    let log = typed.canaries.of(1, "mail");
    let seizure = typed.seized().await.with("what the program said", hex::encode(log));
    let bare: BTreeSet<(Canary, String)> = typed.bare(&seizure).into_iter().collect();
    for (who, field, place) in [
        (2, "reason", "sign_in_link.code"),
        (2, "name", "proposal.failure"),
        (2, "name", "proposal.body"),
        (1, "mail", "what the program said"),
    ] {
        assert!(bare.contains(&((who, field.to_owned()), place.to_owned())), "{field} in {place}: {bare:?}");
    }
    if world.kind == Kind::Sqlite {
        assert!(
            bare.iter().any(|((_, field), place)| field == "name" && place.ends_with("parpour.db-wal")),
            "{bare:?}"
        );
    }
    let opened = seizure.opened(&typed.canaries);
    assert!(opened[&(2, "name".to_owned())].contains("member.email"), "{opened:?}");
});

fn blob(world: &World, words: &str) -> String {
    let hex = hex::encode(words);
    match world.kind {
        Kind::Sqlite => format!("X'{hex}'"),
        Kind::Postgres => format!("'\\x{hex}'"),
    }
}
