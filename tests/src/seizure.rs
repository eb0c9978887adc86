//! A disk that was taken away, its keys with it: everything that somebody patient reads on it (`reliability` T15).
//!
//! It opens sealed text by hand, without the product's code and without knowing where a text belongs: a cipher
//! stream needs no more than a key and a nonce. So a column that the product forgot is read too.

use crate::{Kind, World};
use chacha20::XChaCha20;
use chacha20::cipher::{KeyIvInit, StreamCipher, StreamCipherSeek};
use hmac::{Hmac, KeyInit, Mac};
use memchr::memmem;
use rand::RngExt;
use sha2::Sha256;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Words that are unlike any other, to be found wherever they went: `q017reason` and the mark of this run.
#[derive(Clone, Debug)]
pub struct Canaries {
    run: String,
    finder: memmem::Finder<'static>,
}

/// One of them: whose, and in what she typed it.
pub type Canary = (usize, String);

impl Canaries {
    /// Those of one run: another run, in a server that both used, has others.
    pub fn new() -> Self {
        let run = format!("zz{:08x}", rand::rng().random::<u32>());
        Self { finder: memmem::Finder::new(&run).into_owned(), run }
    }

    /// The word that person types in that field; `field` is of small letters, without q.
    pub fn of(&self, who: usize, field: &str) -> String {
        format!("q{who:03}{field}{}", self.run)
    }

    /// Whether there are any in some bytes, as they were typed.
    fn are_in(&self, bytes: &[u8]) -> bool {
        self.finder.find(bytes).is_some()
    }

    /// Those that stand in some bytes, also where bytes are written as hexadecimal.
    pub fn found_in(&self, bytes: &[u8]) -> BTreeSet<Canary> {
        let small = bytes.to_ascii_lowercase();
        let mut found = BTreeSet::new();
        for at in self.finder.find_iter(&small) {
            found.extend(canary(&small[at.saturating_sub(24)..at]));
        }
        for at in memmem::find_iter(&small, hex::encode(&self.run).as_bytes()) {
            let before = &small[at.saturating_sub(48)..at];
            found.extend(hex::decode(before).ok().and_then(|before| canary(&before)));
        }
        found
    }
}

impl Default for Canaries {
    fn default() -> Self {
        Self::new()
    }
}

/// The canary whose first half these bytes end with.
fn canary(before: &[u8]) -> Option<Canary> {
    let start = before.iter().rposition(|byte| *byte == b'q')?;
    let text = std::str::from_utf8(&before[start + 1..]).ok()?;
    let (who, field) = text.split_at_checked(3)?;
    Some((who.parse().ok()?, field.to_owned()))
}

/// A value of one row.
struct Cell {
    column: String,
    /// Whether the column is of bytes: it may be sealed.
    may_be_sealed: bool,
    bytes: Vec<u8>,
}

/// Everything that was taken.
pub struct Seizure {
    /// Files, and whatever else lies about.
    places: Vec<(String, Vec<u8>)>,
    cells: Vec<Cell>,
    /// Keys of members and of groups.
    keys: Vec<[u8; 32]>,
}

impl Seizure {
    /// Takes the store of this world as it is, and its data directory.
    pub async fn of(world: &World) -> Self {
        let mut places = Vec::new();
        read_folder(world.data(), &mut places);
        let cells = cells(world).await;
        let kek = std::fs::read(world.data().join("keys/kek")).unwrap();
        let wrapping = mac(&kek, &[b"member keys"]);
        let of_members = cells.iter().filter(|cell| cell.column == "member_key.wrapped");
        let of_members = of_members.filter_map(|cell| stream(&wrapping, &cell.bytes)?.try_into().ok());
        let of_groups = cells.iter().filter(|cell| cell.column == "groups.id");
        let of_groups = of_groups.map(|cell| mac(&kek, &[b"group", &id_bytes(&cell.bytes)]));
        let keys = of_members.chain(of_groups).collect();
        Self { places, cells, keys }
    }

    /// Takes something else that lay there: logs, letters, exports.
    #[must_use]
    pub fn with(mut self, place: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.places.push((place.to_owned(), bytes.into()));
        self
    }

    /// Canaries that are read without any key, each with the places where they stand: files, or `table.column`.
    pub fn in_clear(&self, canaries: &Canaries) -> BTreeMap<Canary, BTreeSet<String>> {
        let mut found: BTreeMap<Canary, BTreeSet<String>> = BTreeMap::new();
        let cells = self.cells.iter().map(|cell| (&cell.column, &cell.bytes));
        for (place, bytes) in cells.chain(self.places.iter().map(|(place, bytes)| (place, bytes))) {
            for canary in canaries.found_in(bytes) {
                found.entry(canary).or_default().insert(place.clone());
            }
        }
        found
    }

    /// Canaries in the cells of the store, read with every key there is: each with its columns.
    pub fn opened(&self, canaries: &Canaries) -> BTreeMap<Canary, BTreeSet<String>> {
        let mut found: BTreeMap<Canary, BTreeSet<String>> = BTreeMap::new();
        for cell in &self.cells {
            let clear = canaries.found_in(&cell.bytes);
            let keys = self.keys.iter().filter(|_| cell.may_be_sealed);
            // Nearly every key is the wrong one: what it gives is looked at once, and let go.
            let opened = keys.filter_map(|key| stream(key, &cell.bytes)).filter(|text| canaries.are_in(text));
            for canary in clear.into_iter().chain(opened.flat_map(|text| canaries.found_in(&text))) {
                found.entry(canary).or_default().insert(cell.column.clone());
            }
        }
        found
    }

    /// The first bytes of everything that is sealed (nonces, each unlike any other): where one of them lies, a copy
    /// of what was sealed lies.
    pub fn nonces(&self) -> BTreeSet<Nonce> {
        let sealed = self.cells.iter().filter(|cell| cell.may_be_sealed && cell.bytes.len() > NONCE + TAG);
        sealed.map(|cell| *cell.bytes.first_chunk().unwrap()).collect()
    }

    /// How many of these nonces lie in the places whose name ends so.
    pub fn lying_in(&self, ending: &str, nonces: &BTreeSet<Nonce>) -> usize {
        // Two bytes are looked at first: files are long.
        let mut begins = vec![false; 1 << 16];
        let pair = |bytes: &[u8]| usize::from(bytes[0]) << 8 | usize::from(bytes[1]);
        nonces.iter().for_each(|nonce| begins[pair(nonce)] = true);
        let places = self.places.iter().filter(|(place, _)| place.ends_with(ending));
        let windows = places.flat_map(|(_, bytes)| bytes.windows(NONCE)).filter(|window| begins[pair(window)]);
        windows.filter_map(|window| nonces.get(window)).collect::<BTreeSet<_>>().len()
    }

    /// How many values there are in a column.
    pub fn how_many(&self, column: &str) -> usize {
        self.cells.iter().filter(|cell| cell.column == column).count()
    }
}

/// What stands before sealed text, and is unlike any other.
pub type Nonce = [u8; NONCE];
const NONCE: usize = 24;
/// What stands after it.
const TAG: usize = 16;

/// What was sealed, opened with a key that may be the wrong one: then it is noise. None when it is too short.
fn stream(key: &[u8; 32], sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
    let (sealed, _) = sealed.split_last_chunk::<TAG>()?;
    let mut text = sealed.to_vec();
    let mut cipher = XChaCha20::new(key.into(), nonce.into());
    // The first block is for the tag, which is not looked at: it would ask what the text is bound to.
    cipher.seek(64_u32);
    cipher.apply_keystream(&mut text);
    Some(text)
}

fn mac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// An id as the store has it, in its 16 bytes.
fn id_bytes(stored: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(stored).ok().and_then(|text| uuid::Uuid::parse_str(text).ok());
    text.map_or_else(|| stored.to_vec(), |id| id.as_bytes().to_vec())
}

fn read_folder(folder: &Path, places: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_folder(&path, places);
        } else {
            places.push((path.display().to_string(), std::fs::read(&path).unwrap()));
        }
    }
}

/// Every value of every row.
async fn cells(world: &World) -> Vec<Cell> {
    let raw = world.raw().await;
    let mut cells = Vec::new();
    for table in raw.tables().await {
        let sql = match world.kind {
            Kind::Sqlite => format!("SELECT name || ':' || lower(type) FROM pragma_table_info('{table}')"),
            Kind::Postgres => format!(
                "SELECT column_name || ':' || data_type FROM information_schema.columns
                 WHERE table_schema = 'public' AND table_name = '{table}'"
            ),
        };
        for column in raw.texts(&sql).await {
            let (name, kind) = column.split_once(':').unwrap_or((&column, ""));
            let value = match (world.kind, kind) {
                (Kind::Sqlite, _) => format!("hex(CAST(\"{name}\" AS BLOB))"),
                (Kind::Postgres, "bytea") => format!("encode(\"{name}\", 'hex')"),
                (Kind::Postgres, _) => format!("encode(convert_to(\"{name}\"::text, 'UTF8'), 'hex')"),
            };
            for value in raw.texts(&format!("SELECT {value} AS value FROM \"{table}\"")).await {
                let (column, bytes) = (format!("{table}.{name}"), hex::decode(value).unwrap());
                cells.push(Cell { column, may_be_sealed: kind.starts_with("blob") || kind == "bytea", bytes });
            }
        }
    }
    raw.close().await;
    cells
}

/// The files of this world's database and of the write-ahead log of its server, written out; none when the server
/// is elsewhere, which is then said aloud.
pub async fn files_of_the_server(world: &World) -> Vec<(String, Vec<u8>)> {
    let raw = world.raw().await;
    raw.run("CHECKPOINT").await.unwrap();
    let folder =
        PathBuf::from(raw.texts("SELECT setting FROM pg_settings WHERE name = 'data_directory'").await.remove(0));
    let own = raw.texts("SELECT oid::text FROM pg_database WHERE datname = current_database()").await.remove(0);
    raw.close().await;
    let mut files = Vec::new();
    for (what, folder) in [("heap", folder.join("base").join(own)), ("wal", folder.join("pg_wal"))] {
        let Ok(entries) = std::fs::read_dir(&folder) else {
            eprintln!("LEFT OUT: the {what} files of PostgreSQL, because {} cannot be read here", folder.display());
            continue;
        };
        // A file may go while it is looked at.
        let read = entries.filter_map(|entry| std::fs::read(entry.unwrap().path()).ok());
        files.extend(read.map(|bytes| (format!("a file of {what}"), bytes)));
    }
    files
}
