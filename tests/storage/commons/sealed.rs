//! What is personal is in no file of the store in clear (`reliability D8`, ruling 18).

use commons::db::Tx;
use commons::outbox::{Sent, deliver_due};
use decisions::commands::contribute::{ContributionKind, say};
use decisions::powers::Contribute;
use membership::commands::leave::leave;
use membership::commands::{found, invite, mail_link};
use membership::powers::{Leave, Permit};
use parpour_tests::{Kind, Post, World, on_each_database};
use tally::Choice;

const SAID: &str = "Je me sens mieux depuis la marche du lundi";
const REASON: &str = "Parce que mes nuits sont longues";
const GUEST: &str = "grand-maman.tricot@exemple.org";

/// Everything the store holds, as bytes to look through.
async fn everything(world: &World) -> Vec<u8> {
    let raw = world.raw().await;
    let mut bytes = Vec::new();
    if world.kind == Kind::Postgres {
        for table in raw.tables().await {
            for row in raw.texts(&format!("SELECT t::text FROM {table} AS t")).await {
                bytes.extend(row.into_bytes());
                bytes.push(b'\n');
            }
        }
        raw.close().await;
        return bytes;
    }
    raw.close().await;
    for file in std::fs::read_dir(world.data()).unwrap() {
        let path = file.unwrap().path();
        if path.is_file() {
            bytes.extend(std::fs::read(path).unwrap());
        }
    }
    bytes
}

/// Whether the words are there, as they are or in the hexadecimal of a column of bytes.
fn holds(bytes: &[u8], words: &str) -> bool {
    let find = |wanted: &[u8]| bytes.windows(wanted.len()).any(|window| window == wanted);
    find(words.as_bytes()) || find(hex::encode(words).as_bytes())
}

on_each_database!(no_name_address_reason_or_word_is_in_the_store_in_clear, |world| {
    let link = found::make_link(&world.db).await.unwrap();
    found::name_people(&world.db, &link, "Philomène\nAnatole", "Gédéon").await.unwrap();
    found::sign(&world.db, &link, "Philomène", "la rivière coule sous le pont", "philo@exemple.org").await.unwrap();
    let group = world.a_group().with_people(4).quick().found().await;
    let id = group.proposes(0).sent().await.unwrap();
    group
        .act(1, async |tx: &Tx<'_>, permit: Permit<Contribute>| {
            say(tx, permit, id, ContributionKind::Pleases, SAID).await
        })
        .await
        .unwrap();
    group.seconds(1, id).await.unwrap();
    group.settle().await;
    group.votes_saying(0, id, Choice::Yes, REASON).await.unwrap();
    group.invites(0, GUEST).await.unwrap();
    let email = group.email(1);
    group.write(async |tx: &Tx<'_>| mail_link::ask(tx, &email, "browser", false).await).await.unwrap();

    let bytes = everything(world).await;
    assert!(
        holds(&bytes, "En acheter un, 200 $ au plus."),
        "the text of a proposal is the group's: it shows this looks right"
    );
    let personal = ["Philomène", "Anatole", "Gédéon", "philo@exemple.org", SAID, REASON, GUEST];
    let named: Vec<String> = (0..4).map(|who| group.name(who)).chain([group.email(0), group.email(1)]).collect();
    for words in personal.into_iter().chain(named.iter().map(String::as_str)) {
        assert!(!holds(&bytes, words), "{words}");
    }
    for who in 0..2 {
        assert!(!holds(&bytes, &group.passphrase(who)));
    }
    // And yet who may read it does.
    let seen = group.seen_by(2, id).await.unwrap();
    assert_eq!(seen.contributions[0].words, SAID);
    assert_eq!(group.seen_by(0, id).await.unwrap().vote.unwrap().mine.unwrap().reason.as_deref(), Some(REASON));
});

on_each_database!(what_opens_a_door_is_not_in_the_store, |world| {
    let group = world.a_group().found().await;
    let founding = found::make_link(&world.db).await.unwrap();
    let id = group.invites(0, "").await.unwrap();
    let way_in = invite::way_in(world.db.keyring(), group.id, id);
    let email = group.email(0);
    group.write(async |tx: &Tx<'_>| mail_link::ask(tx, &email, "a browser's own secret", false).await).await.unwrap();
    let session = {
        let member = group.members[0];
        group.write(async |tx: &Tx<'_>| Ok(membership::commands::session::open(tx, member, true).await?)).await.unwrap()
    };
    let bytes = everything(world).await;
    let post = Post::answering(Sent::Done);
    deliver_due(&world.db, &post).await.unwrap();
    let mailed = post.taken();
    let mailed = mailed[0].letter.args.iter().map(|(name, arg)| match arg {
        commons::refusal::Arg::Text(text) => text.clone(),
        other => panic!("{name}: {other:?}"),
    });
    let secrets = [founding, way_in.token, way_in.words, session, "a browser's own secret".to_owned()];
    for secret in secrets.into_iter().chain(mailed) {
        assert!(!holds(&bytes, &secret), "{secret}");
        if let Ok(raw) = hex::decode(&secret) {
            assert!(!bytes.windows(raw.len()).any(|window| window == raw), "{secret} as bytes");
        }
    }
});

on_each_database!(what_was_taken_back_is_in_no_file_once_the_log_is_emptied, |world| {
    let group = world.a_group().quick().found().await;
    let text = "Une phrase que personne d'autre n'écrirait, sur les pommes de route";
    let id = group.proposes(0).titled(text).drafted().await.unwrap();
    assert!(holds(&everything(world).await, text));
    group.withdraws(0, id).await.unwrap();
    world.db.settle_files().await.unwrap();
    assert!(!holds(&everything(world).await, text));
});

/// Every file of the store, as bytes to look through; of PostgreSQL, those of its tables.
async fn files(world: &World) -> Vec<u8> {
    if world.kind == Kind::Sqlite {
        return everything(world).await;
    }
    let (raw, mut bytes) = (world.raw().await, Vec::new());
    raw.run("CHECKPOINT").await.unwrap();
    for table in raw.tables().await {
        let sql = format!("SELECT encode(pg_read_binary_file(pg_relation_filepath('{table}')), 'hex')");
        bytes.extend(hex::decode(raw.texts(&sql).await.remove(0)).unwrap());
    }
    raw.close().await;
    bytes
}

on_each_database!(the_key_of_somebody_who_left_is_in_no_file, |world| {
    let group = world.a_group().found().await;
    let raw = world.raw().await;
    let id = group.members[0].0;
    let sql = match world.kind {
        Kind::Sqlite => format!("SELECT lower(hex(wrapped)) FROM member_key WHERE member_id = X'{}'", id.simple()),
        Kind::Postgres => format!("SELECT encode(wrapped, 'hex') FROM member_key WHERE member_id = '{id}'"),
    };
    let wrapped = hex::decode(raw.texts(&sql).await.remove(0)).unwrap();
    raw.close().await;
    let stands = |bytes: &[u8]| bytes.windows(wrapped.len()).any(|window| window == wrapped);
    assert!(wrapped.len() > 32 && stands(&files(world).await), "the scan sees what is there");
    let areas = parpour::areas::areas();
    let leaves = async |tx: &Tx<'_>, permit: Permit<Leave>| leave(tx, permit, &areas).await;
    group.act(0, leaves).await.unwrap();
    world.db.settle_files().await.unwrap();
    assert!(!stands(&files(world).await));
});
