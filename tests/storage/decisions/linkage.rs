//! Who voted what? (`reliability` R-32): somebody takes the disk, the journal, copies made before, during and after the
//! vote, the member list and the times at which people came, and does no better than by tossing a coin. A design that
//! only leaves names out of its ballots is undone by the same hand.
//!
//! 200 ballots and 100 changes of mind in the quick form; 1,000 and 500 in the full one, as two votes of groups that have as
//! many people as a group can have.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use commons::ids::GroupId;
use decisions::ProposalId;
use parpour_tests::{Raw, World, count, on_each_database};
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn voters() -> usize {
    count(200, 500)
}

fn votes() -> usize {
    count(1, 2)
}

/// One way of guessing: for each person, in the order in which they first came, yes or no.
type Guess = Vec<bool>;

/// What the attacker holds.
struct Taken {
    /// Files of the data directory, at each moment at which she took a copy. Keys are in none but the last: copies leave
    /// them out.
    files: Vec<(String, Vec<u8>)>,
    /// Sealed ballots of the copies made during the vote: tag, bytes.
    ballots: Vec<(String, Vec<u8>)>,
}

impl Taken {
    async fn copy(&mut self, world: &World, raw: &Raw) {
        for name in ["parpour.db", "parpour.db-wal"] {
            if let Ok(bytes) = std::fs::read(world.data().join(name)) {
                self.files.push((name.to_owned(), bytes));
            }
        }
        let hex = if world.db.is_embedded() {
            "SELECT lower(hex(tag)) || ' ' || lower(hex(sealed)) FROM ballot_box"
        } else {
            "SELECT encode(tag, 'hex') || ' ' || encode(sealed, 'hex') FROM ballot_box"
        };
        for row in raw.texts(hex).await {
            let (tag, sealed) = row.split_once(' ').unwrap();
            self.ballots.push((tag.to_owned(), hex::decode(sealed).unwrap()));
        }
    }

    fn keys_left(&mut self, keys: &Path) {
        for entry in std::fs::read_dir(keys).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                self.keys_left(&path);
            } else {
                self.files.push((path.display().to_string(), std::fs::read(path).unwrap()));
            }
        }
    }

    /// How many of the copied ballots open with any 32 bytes that lie next to each other in these files.
    fn opened_with(&self, vote: ProposalId, files: &[&[u8]]) -> usize {
        let mut open = 0;
        for (tag, sealed) in &self.ballots {
            let place = format!("ballot_box/{vote}/{tag}");
            let keys = files.iter().flat_map(|bytes| bytes.windows(32));
            open += usize::from(keys.into_iter().any(|key| opens(key, &place, sealed)));
        }
        open
    }
}

fn opens(key: &[u8], place: &str, sealed: &[u8]) -> bool {
    let cipher = XChaCha20Poly1305::new(key.try_into().unwrap());
    let nonce: &XNonce = sealed[..24].try_into().unwrap();
    cipher.decrypt(nonce, Payload { msg: &sealed[24..], aad: place.as_bytes() }).is_ok()
}

/// Every column of every table, in the order in which it lies on the disk, as a list of what looks like a choice.
/// Of one group, where a table says whose a row is.
async fn guesses(world: &World, raw: &Raw, group: GroupId, people: usize) -> BTreeMap<String, Guess> {
    let mut guesses = BTreeMap::new();
    for table in raw.tables().await {
        let columns = raw.columns(&table).await;
        let is_hers = if columns.iter().any(|column| column == "group_id") {
            let id = if world.db.is_embedded() { "lower(hex(group_id))" } else { "replace(group_id::text, '-', '')" };
            format!(" AND {id} = '{}'", group.0.simple())
        } else {
            String::new()
        };
        for column in columns {
            let order = if world.db.is_embedded() { "" } else { " ORDER BY xmin::text::bigint, ctid" };
            let sql = format!(
                "SELECT CAST(\"{column}\" AS text) FROM \"{table}\" WHERE \"{column}\" IS NOT NULL{is_hers}{order}"
            );
            let Ok(texts) = raw.try_texts(&sql).await else { continue };
            let mut choices: Vec<bool> = Vec::new();
            for text in &texts {
                let listed: Vec<String> = serde_json::from_str(text).unwrap_or_else(|_| vec![text.clone()]);
                choices.extend(listed.iter().filter_map(|word| match word.as_str() {
                    "yes" => Some(true),
                    "no" => Some(false),
                    _ => None,
                }));
            }
            if choices.len() >= people {
                choices.truncate(people);
                guesses.insert(format!("{table}.{column} as it lies"), choices.clone());
                choices.reverse();
                guesses.insert(format!("{table}.{column} backwards"), choices);
            }
        }
    }
    guesses
}

/// How far a guess is from chance: the square of its distance, in standard deviations, in hundredths. Under a fair coin,
/// 12.25 (three and a half deviations) is passed once in two thousand.
fn beyond_chance(guess: &Guess, truth: &[bool]) -> usize {
    let right = guess.iter().zip(truth).filter(|(guessed, true_one)| guessed == true_one).count();
    let people = truth.len();
    // The deviation is half the root of `people`, so its square is a quarter of it.
    (2 * right).abs_diff(people).pow(2) * 100 / people
}

/// Twelve and a quarter.
const AS_FAR_AS_CHANCE_GOES: usize = 1_225;

/// Half say yes and half say no, in an order drawn by lot; some change their minds on the way.
fn course(rng: &mut StdRng) -> (Vec<bool>, Vec<(usize, bool)>) {
    let mut truth: Vec<bool> = (0..voters()).map(|who| who % 2 == 0).collect();
    truth.shuffle(rng);
    let mut casts = Vec::new();
    for (who, choice) in truth.iter().enumerate() {
        if rng.random_bool(0.5) {
            casts.push((who, rng.random_bool(0.5)));
        }
        casts.push((who, *choice));
    }
    (truth, casts)
}

on_each_database!(with_everything_that_lies_about_nobody_guesses_better_than_a_coin, |world| {
    for _ in 0..votes() {
        nobody_guesses(world).await;
    }
});

async fn nobody_guesses(world: &World) {
    let seed = rand::random();
    println!("seed {seed}");
    let mut rng = StdRng::seed_from_u64(seed);
    let (truth, casts) = course(&mut rng);
    let group = world.a_group().with_people(voters()).quick().found().await;
    let id = group.open_secret_vote(None).await;
    let raw = world.raw().await;
    let mut taken = Taken { files: Vec::new(), ballots: Vec::new() };
    taken.copy(world, &raw).await;
    let mut moments = BTreeSet::new();
    for (number, (who, choice)) in casts.iter().enumerate() {
        group.votes_in_secret(*who, id, if *choice { "yes" } else { "no" }).await.unwrap();
        if number % (casts.len() / 4) == 1 {
            taken.copy(world, &raw).await;
            moments.insert(number);
        }
    }
    assert!(moments.len() >= 4 && taken.ballots.len() > voters());

    // Somebody who has the key of the open vote undoes everything: the claim begins when it closes.
    let key = std::fs::read_dir(world.data().join("keys/votes")).unwrap().next().unwrap().unwrap().path();
    let key = std::fs::read(key).unwrap();
    assert_eq!(taken.opened_with(id, &[&key]), taken.ballots.len(), "the attack itself works");

    let closes = group.see(id).await.closes_at.unwrap();
    world.clock.set(closes);
    group.settle().await;
    let counts = group.see(id).await.result.unwrap().outcome.counts;
    assert_eq!((counts.yes, counts.no), (voters() as u64 / 2, voters() as u64 / 2), "counted right");

    taken.copy(world, &raw).await;
    taken.keys_left(&world.data().join("keys"));
    // No key is left, in any byte of any file: tried on one ballot of each copy, for files are long.
    taken.ballots.truncate(2);
    let files: Vec<&[u8]> = taken.files.iter().map(|(_, bytes)| bytes.as_slice()).collect();
    assert!(!files.iter().any(|bytes| bytes.windows(32).any(|window| window == key)), "the key lies somewhere");
    let keys: Vec<&[u8]> =
        taken.files.iter().filter(|(name, _)| name.contains("keys")).map(|(_, b)| b.as_slice()).collect();
    assert_eq!(taken.opened_with(id, &keys), 0);
    // And no order tells.
    let guesses = guesses(world, &raw, group.id, voters()).await;
    assert!(
        guesses.contains_key("urn.ballots as it lies"),
        "the ballots are there to be recounted: {:?}",
        guesses.keys()
    );
    for (way, guess) in &guesses {
        let beyond = beyond_chance(guess, &truth);
        println!("{way}: {beyond} hundredths of a squared deviation from a coin");
        assert!(beyond < AS_FAR_AS_CHANCE_GOES, "{way} tells who voted what");
    }
    raw.close().await;
}

on_each_database!(a_design_that_only_leaves_names_out_is_undone_by_the_same_hand, |world| {
    let mut rng = StdRng::seed_from_u64(rand::random());
    let (truth, _) = course(&mut rng);
    let raw = world.raw().await;
    world.spoil();
    // Random keys, no name, no time: what most tools do.
    raw.run("CREATE TABLE naive_ballot (id text PRIMARY KEY, choice text NOT NULL)").await.unwrap();
    for choice in &truth {
        let (id, choice) = (uuid::Uuid::new_v4(), if *choice { "yes" } else { "no" });
        raw.run(&format!("INSERT INTO naive_ballot VALUES ('{id}', '{choice}')")).await.unwrap();
    }
    let guesses = guesses(world, &raw, GroupId::new(), voters()).await;
    let beyond = beyond_chance(&guesses["naive_ballot.choice as it lies"], &truth);
    assert!(beyond > 10 * AS_FAR_AS_CHANCE_GOES, "every one is guessed: {beyond}");
    raw.run("DROP TABLE naive_ballot").await.unwrap();
    raw.close().await;
});
