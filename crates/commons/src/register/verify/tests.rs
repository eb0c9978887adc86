//! Both verifiers, this crate's and the `verify.py` of every export, against the same files.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::ops::Range;
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Output, Stdio};
use std::time::Instant;

use chrono::DateTime;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::*;
use crate::register::canonical::{canonical, tests::any_value};
use crate::register::chain::{VERSION, body_commit, hash, second};
use crate::register::export::{LISEZMOI, Line, README, VERIFIER, export};
use crate::register::stored_zip::write;

/// One act to enter; the rest of an entry follows from its place.
#[derive(Clone, Debug)]
struct Act {
    kind: String,
    actors: Vec<String>,
    about: Option<String>,
    /// Seconds since the act before.
    later: i64,
    body: Value,
    withdrawn: bool,
}

fn act(kind: &str, about: Option<&str>, body: Value) -> Act {
    let actors = vec!["3f2a".into(), "9c1d".into()];
    Act { kind: kind.into(), actors, about: about.map(Into::into), later: 3600, body, withdrawn: false }
}

fn lines(acts: &[Act]) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut prev, mut time) = (Hash::GENESIS, 1_777_645_800);
    for (seq, act) in (1..).zip(acts) {
        time += act.later;
        let body = canonical(&act.body).unwrap();
        let salt: Salt = Sha256::digest(format!("salt {seq}")).into();
        let entry = Entry {
            v: VERSION,
            group: Uuid::from_u128(0x0196_8a3e_7b00_7000_8000_0000_0000_0001),
            seq,
            prev,
            kind: act.kind.clone(),
            at: second(DateTime::from_timestamp_secs(time).unwrap()),
            actors: act.actors.clone(),
            ref_: act.about.clone(),
            body_commit: body_commit(&salt, body.as_bytes()),
        };
        let entry = entry.canonical().unwrap();
        prev = hash(&entry);
        let kept = !act.withdrawn;
        lines.push(Line { entry, hash: prev.to_string(), body: kept.then_some(body), salt: kept.then_some(salt) });
    }
    lines
}

fn small_lines() -> Vec<Line> {
    let mut acts = [
        act("group.founded", None, json!({"nom": "La Tasse ébréchée", "présents": 12})),
        act("proposal.adopted", Some("2026-01"), json!({"pour": 9, "contre": 1, "texte": "Ouvrir « à l'essai »"})),
        act("member.left", None, json!(null)),
        act(BODY_WITHDRAWN, Some("3"), json!(["départ"])),
        act("proposal.adopted", Some("2026-02"), json!({})),
    ];
    acts[2].withdrawn = true;
    lines(&acts)
}

fn small_export() -> Vec<u8> {
    export("La Tasse ébréchée", &small_lines()).unwrap()
}

/// Changes entries, then makes every later hash and link right again, as a forger would.
fn forged(change: impl Fn(&mut Entry)) -> Vec<u8> {
    let mut lines = small_lines();
    let mut prev = Hash::GENESIS;
    for line in &mut lines {
        let mut entry = Entry::parse(&line.entry).unwrap();
        entry.prev = prev;
        change(&mut entry);
        // Straight to text: `Entry::canonical` would refuse what some forgeries need.
        line.entry = canonical(&serde_json::to_value(entry).unwrap()).unwrap();
        prev = hash(&line.entry);
        line.hash = prev.to_string();
    }
    export("g", &lines).unwrap()
}

/// The export with its files changed and its archive in good form.
fn refiled(change: impl FnOnce(&mut BTreeMap<String, Vec<u8>>)) -> Vec<u8> {
    refiled_from(&small_export(), change)
}

fn refiled_from(export: &[u8], change: impl FnOnce(&mut BTreeMap<String, Vec<u8>>)) -> Vec<u8> {
    let files = stored_zip::read(export).unwrap();
    let name = |file: &File<'_>| String::from_utf8(file.name.to_vec()).unwrap();
    let mut files = files.iter().map(|file| (name(file), file.data.to_vec())).collect();
    change(&mut files);
    write(files.iter().map(|(name, data)| File::new(name, data)).collect()).unwrap()
}

fn text_replaced(file: &str, from: &str, to: &str) -> Vec<u8> {
    refiled(|files| {
        let data = files.get_mut(file).unwrap();
        let text = String::from_utf8(std::mem::take(data)).unwrap();
        assert!(text.contains(from));
        *data = text.replace(from, to).into_bytes();
    })
}

fn script() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "src", "register", "verify.py"].iter().collect()
}

/// The other verifier kept running: a file in, a verdict out, on one line.
struct Python {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

const DRIVER: &str = r#"
import importlib.util, struct, sys
spec = importlib.util.spec_from_file_location("verify", sys.argv[1])
verify = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify)
def verdict(data):
    try:
        found = verify.check_zip(data)
    except verify.Wrong as wrong:
        reason, seq = wrong.args
        return "damaged %s" % reason if seq is None else "entry %d %s" % (seq, reason)
    withdrawn = ["%d:%s" % (seq, "%d@%s" % by if by else "-") for seq, by in found["withdrawn"]]
    return " ".join(["sound", str(found["entries"]), found["head"]] + found["words"] + withdrawn)
while length := sys.stdin.buffer.read(8):
    print(verdict(sys.stdin.buffer.read(struct.unpack("<Q", length)[0])), flush=True)
"#;

impl Python {
    fn start() -> Self {
        let mut child = Command::new("python3")
            .args(["-B", "-X", "utf8", "-c", DRIVER])
            .arg(script())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 is needed to check verify.py");
        let input = child.stdin.take().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        Self { child, input, output }
    }

    fn verdict(&mut self, bytes: &[u8]) -> String {
        self.input.write_all(&(bytes.len() as u64).to_le_bytes()).unwrap();
        self.input.write_all(bytes).unwrap();
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }

    /// The verdict of both verifiers, which must be the same down to its reason.
    fn agreed(&mut self, bytes: &[u8]) -> Verdict {
        let verdict = verify(bytes);
        assert_eq!(told(&verdict), self.verdict(bytes));
        verdict
    }
}

impl Drop for Python {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A verdict as the driver of the other verifier prints it.
fn told(verdict: &Verdict) -> String {
    match verdict {
        Verdict::BadEntry { seq, reason } => {
            let reason = match reason {
                Fault::Form => "form",
                Fault::Sequence => "seq",
                Fault::Group => "group",
                Fault::Link => "prev",
                Fault::Time => "time",
                Fault::Hash => "hash",
                Fault::UnprovenBody => "unproven",
                Fault::MissingBody => "missing",
                Fault::Body => "body",
            };
            format!("entry {seq} {reason}")
        }
        Verdict::Damaged { reason: Damage::Form } => "damaged zip".into(),
        Verdict::Damaged { reason: Damage::Files } => "damaged files".into(),
        Verdict::Damaged { reason: Damage::Checksum } => "damaged checksum".into(),
        Verdict::Sound(Sound { entries, withdrawn, head }) => {
            let mut parts = vec!["sound".into(), entries.to_string(), head.hash.to_string()];
            parts.extend(head.words().map(Into::into));
            parts.extend(withdrawn.iter().map(|Withdrawn { seq, by }| match by {
                Some((by, at)) => format!("{seq}:{by}@{at}"),
                None => format!("{seq}:-"),
            }));
            parts.join(" ")
        }
    }
}

/// Where each byte of an export belongs: the entry it is part of, or none.
fn entries_by_byte(export: &[u8]) -> Vec<Option<u64>> {
    let mut owners = vec![None; export.len()];
    let mut own = |data: &[u8], seq| {
        let start = data.as_ptr() as usize - export.as_ptr() as usize;
        let range: Range<usize> = start..start + data.len();
        owners[range].fill(Some(seq));
    };
    for file in stored_zip::read(export).unwrap() {
        let name = str::from_utf8(file.name).unwrap();
        if name == REGISTER {
            (1..).zip(file.data.split_inclusive(|byte| *byte == b'\n')).for_each(|(seq, line)| own(line, seq));
        } else if let Some(seq) = name.strip_prefix("bodies/") {
            own(file.data, seq.strip_suffix(".json").unwrap().parse().unwrap());
        }
    }
    owners
}

fn assert_named(verdict: &Verdict, owner: Option<u64>) {
    match (verdict, owner) {
        (Verdict::BadEntry { seq, .. }, Some(owner)) => assert_eq!(*seq, owner),
        (Verdict::Damaged { .. }, None) => (),
        _ => panic!("{verdict:?} for a byte of {owner:?}"),
    }
}

#[test]
fn the_form_of_an_export_is_pinned() {
    let export = small_export();
    let sum = hex::encode(Sha256::digest(&export));
    assert_eq!(sum, "931ea13365450a5fc5c2437112990768bde3bc03ebe14e4de7d6ffabaa78d804");
    let Verdict::Sound(sound) = Python::start().agreed(&export) else { panic!() };
    assert_eq!(sound.entries, 5);
    assert_eq!(sound.withdrawn, [Withdrawn { seq: 3, by: Some((4, "2026-05-01T18:30:00Z".into())) }]);
    assert_eq!(sound.head.seq, 5);
    assert_eq!(sound.head.words().join(" "), "diamant cascade acier maniable filou pangolin fragile reptile");
}

#[test]
fn an_empty_register_is_sound() {
    let Verdict::Sound(sound) = Python::start().agreed(&export("g", &[]).unwrap()) else { panic!() };
    assert_eq!(sound.head, Head { seq: 0, hash: Hash::GENESIS });
}

#[test]
fn every_changed_byte_of_entries_and_bodies_is_named() {
    let mut python = Python::start();
    let good = small_export();
    let owners = entries_by_byte(&good);
    let mut bytes = good.clone();
    for (place, owner) in owners.iter().enumerate().filter(|(_, owner)| owner.is_some()) {
        for other in [good[place] ^ 1, good[place] ^ 0x20, good[place] ^ 0x80, b'\n', b'"', b'0'] {
            if other != good[place] {
                bytes[place] = other;
                assert_named(&python.agreed(&bytes), *owner);
            }
        }
        bytes[place] = good[place];
    }
}

#[test]
fn every_other_changed_byte_is_damage() {
    let mut python = Python::start();
    let good = small_export();
    let mut bytes = good.clone();
    for (place, owner) in entries_by_byte(&good).into_iter().enumerate() {
        if owner.is_none() {
            bytes[place] ^= 1 << (place % 8);
            assert_named(&python.agreed(&bytes), None);
            bytes[place] = good[place];
        }
    }
}

#[test]
fn truncated_or_longer_files_are_damage() {
    let mut python = Python::start();
    let good = small_export();
    for length in 0..good.len() {
        assert_eq!(verify(&good[..length]), Verdict::Damaged { reason: Damage::Form });
        if length % 61 == 0 || length + 100 > good.len() {
            python.agreed(&good[..length]);
        }
    }
    for end in [&b"\0"[..], b"\n", b"PK\x03\x04", &good] {
        assert_eq!(python.agreed(&[&good, end].concat()), Verdict::Damaged { reason: Damage::Form });
    }
}

#[test]
fn forgeries_with_right_hashes_are_named() {
    let at = |seq: u64, change: fn(&mut Entry)| {
        forged(move |entry| {
            if entry.seq == seq {
                change(entry)
            }
        })
    };
    let cases = [
        (at(3, |entry| entry.seq = 4), 3, Fault::Sequence),
        (at(1, |entry| entry.seq = 2), 1, Fault::Sequence),
        (at(1, |entry| entry.prev = Hash([1; 32])), 1, Fault::Link),
        (at(4, |entry| entry.prev = Hash::GENESIS), 4, Fault::Link),
        (at(2, |entry| entry.group = Uuid::nil()), 2, Fault::Group),
        (at(5, |entry| entry.at = "2026-05-01T18:29:59Z".into()), 5, Fault::Time),
        (at(5, |entry| entry.at = "2026-05-32T18:30:00Z".into()), 5, Fault::Form),
        (at(2, |entry| entry.v = 2), 2, Fault::Form),
        (at(2, |entry| entry.kind = "élu".into()), 2, Fault::Form),
        (at(2, |entry| entry.actors = vec!["a b".into()]), 2, Fault::Form),
        (at(2, |entry| entry.ref_ = Some(String::new())), 2, Fault::Form),
        (at(2, |entry| entry.body_commit = Hash::GENESIS), 2, Fault::Body),
        (text_replaced(REGISTER, "\"v\":1}", "\"v\":1.0}"), 1, Fault::Form),
        (text_replaced(REGISTER, "\"v\":1}", "\"v\":true}"), 1, Fault::Form),
        (text_replaced(REGISTER, "\"ref\":\"3\"", "\"ref\":3"), 4, Fault::Form),
        (text_replaced(REGISTER, "\n", "\r\n"), 1, Fault::Form),
        (text_replaced(REGISTER, "}\n", "}\n\n"), 2, Fault::Form),
        (text_replaced(REGISTER, "{\"entry\":{", "\u{feff}{\"entry\":{"), 1, Fault::Form),
        (text_replaced("bodies/000002.json", "9", "8"), 2, Fault::Body),
        (refiled(|files| drop(files.remove("bodies/000001.json"))), 1, Fault::MissingBody),
        (refiled(|files| drop(files.insert("bodies/000003.json".into(), b"null".into()))), 3, Fault::UnprovenBody),
        (refiled(|files| assert_eq!(files.get_mut(REGISTER).unwrap().pop(), Some(b'\n'))), 5, Fault::Form),
        (refiled(|files| files.get_mut(REGISTER).unwrap().extend([b'['; 100_000])), 6, Fault::Form),
    ];
    let mut python = Python::start();
    for (bytes, seq, reason) in cases {
        assert_eq!(python.agreed(&bytes), Verdict::BadEntry { seq, reason });
    }
    assert!(matches!(python.agreed(&forged(|_| ())), Verdict::Sound(_)));
}

#[test]
fn missing_and_foreign_files_are_damage() {
    let mut python = Python::start();
    for name in [LISEZMOI, README, REGISTER, VERIFIER] {
        let without = refiled(|files| drop(files.remove(name)));
        assert_eq!(python.agreed(&without), Verdict::Damaged { reason: Damage::Files });
    }
    for name in ["bodies/000006.json", "bodies/1.json", "bodies/", "a", "verify.pyc", "é"] {
        let with = refiled(|files| drop(files.insert(name.into(), Vec::new())));
        assert_eq!(python.agreed(&with), Verdict::Damaged { reason: Damage::Files });
    }
}

#[test]
fn a_withdrawal_counts_only_when_a_later_entry_says_so() {
    let mut acts = vec![act("a", None, json!(1)); 4];
    acts[0] = act(BODY_WITHDRAWN, Some("2"), json!(1));
    acts[2] = act(BODY_WITHDRAWN, Some("03"), json!(1));
    acts[1].withdrawn = true;
    acts[2].withdrawn = true;
    let Verdict::Sound(sound) = Python::start().agreed(&export("g", &lines(&acts)).unwrap()) else { panic!() };
    assert_eq!(sound.withdrawn, [Withdrawn { seq: 2, by: None }, Withdrawn { seq: 3, by: None }]);
}

fn any_act() -> impl Strategy<Value = Act> {
    let kind = prop_oneof![Just(BODY_WITHDRAWN.to_owned()), "[A-Za-z0-9._:/#-]{1,20}"];
    let about = proptest::option::of(prop_oneof!["[0-9]{1,2}", "[A-Za-z0-9._:/#-]{1,128}"]);
    let actors = prop::collection::vec("[0-9a-f-]{1,36}", 0..4);
    (kind, actors, about, 0..100_000_i64, any_value(), any::<bool>())
        .prop_map(|(kind, actors, about, later, body, withdrawn)| Act { kind, actors, about, later, body, withdrawn })
}

/// Something done to an export, its archive kept in good form unless it is cut.
#[derive(Clone, Debug)]
enum Harm {
    None,
    Splice { file: Index, at: Index, removed: usize, inserted: Vec<u8> },
    SwapLines(Index, Index),
    DropLine(Index),
    DropFile(Index),
    Cut(Index),
}

fn any_harm() -> impl Strategy<Value = Harm> {
    let inserted =
        prop_oneof![prop::collection::vec(any::<u8>(), 0..4), "[\\[{},:\"0-9a-f\n]{0,4}".prop_map(String::into_bytes)];
    prop_oneof![
        2 => Just(Harm::None),
        4 => (any::<Index>(), any::<Index>(), 0..4_usize, inserted)
            .prop_map(|(file, at, removed, inserted)| Harm::Splice { file, at, removed, inserted }),
        1 => (any::<Index>(), any::<Index>()).prop_map(|(one, two)| Harm::SwapLines(one, two)),
        1 => any::<Index>().prop_map(Harm::DropLine),
        1 => any::<Index>().prop_map(Harm::DropFile),
        1 => any::<Index>().prop_map(Harm::Cut),
    ]
}

fn harmed(export: &[u8], harm: Harm) -> Vec<u8> {
    let on_lines = |change: &dyn Fn(&mut Vec<Vec<u8>>)| {
        refiled_from(export, |files| {
            let register = files.get_mut(REGISTER).unwrap();
            let mut lines = register.split_inclusive(|byte| *byte == b'\n').map(Into::into).collect::<Vec<_>>();
            if !lines.is_empty() {
                change(&mut lines);
            }
            *register = lines.concat();
        })
    };
    match harm {
        Harm::None => export.into(),
        Harm::Cut(at) => export[..at.index(export.len())].into(),
        Harm::SwapLines(one, two) => on_lines(&|lines| {
            let count = lines.len();
            lines.swap(one.index(count), two.index(count));
        }),
        Harm::DropLine(which) => on_lines(&|lines| drop(lines.remove(which.index(lines.len())))),
        Harm::DropFile(which) => refiled_from(export, |files| {
            let name = files.keys().nth(which.index(files.len())).unwrap().clone();
            files.remove(&name);
        }),
        Harm::Splice { file, at, removed, inserted } => refiled_from(export, |files| {
            let place = file.index(files.len());
            let data = files.values_mut().nth(place).unwrap();
            let start = at.index(data.len() + 1);
            let end = data.len().min(start + removed);
            data.splice(start..end, inserted);
        }),
    }
}

fn both_agree_on_random_registers(cases: u32) {
    let python = RefCell::new(Python::start());
    let strategy = (prop::collection::vec(any_act(), 0..12), any_harm());
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::with_cases(cases) });
    runner
        .run(&strategy, |(acts, harm)| {
            let good = export("Groupe", &lines(&acts)).unwrap();
            let untouched = matches!(harm, Harm::None);
            let bytes = harmed(&good, harm);
            let verdict = verify(&bytes);
            prop_assert_eq!(told(&verdict), python.borrow_mut().verdict(&bytes));
            prop_assert!(matches!(verdict, Verdict::Sound(_)) || !untouched);
            Ok(())
        })
        .unwrap();
}

#[test]
fn both_verifiers_agree_on_random_registers() {
    both_agree_on_random_registers(400);
}

proptest! {
    #[test]
    fn any_bytes_get_a_verdict(bytes: Vec<u8>, text: String) {
        let damaged = Verdict::Damaged { reason: Damage::Form };
        prop_assert_eq!(verify(&bytes), damaged);
        let _ = verify(&refiled(|files| drop(files.insert(REGISTER.into(), bytes))));
        let line = Line { entry: text.clone(), hash: text, body: None, salt: None };
        let verdict = verify(&export("g", &[line]).unwrap());
        prop_assert_eq!(verdict, Verdict::BadEntry { seq: 1, reason: Fault::Form });
    }
}

fn run_script(on: &std::path::Path) -> Output {
    Command::new("python3").arg("-B").arg(script()).arg(on).env("PYTHONIOENCODING", "utf-8").output().unwrap()
}

#[test]
fn the_script_says_what_it_found_in_both_languages() {
    let place = tempfile::tempdir().unwrap();
    let mut bytes = small_export();
    let run = |bytes: &[u8]| {
        let file = place.path().join("export.zip");
        std::fs::write(&file, bytes).unwrap();
        let output = run_script(&file);
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let (code, said) = run(&bytes);
    let words = match verify(&bytes) {
        Verdict::Sound(sound) => sound.head.words().join(" "),
        _ => panic!(),
    };
    assert_eq!(code, Some(0));
    for part in [
        "REGISTRE INTACT",
        "SOUND REGISTER",
        "n°\u{a0}3, le 2026-05-01T18:30:00Z par l'inscription n°\u{a0}4",
        "no. 3, 2026-05-01T18:30:00Z by entry no. 4",
        &words,
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let of_second = entries_by_byte(&bytes).iter().position(|owner| *owner == Some(2)).unwrap();
    bytes[of_second] ^= 1;
    let (code, said) = run(&bytes);
    assert_eq!(code, Some(1));
    assert!(said.contains("INSCRIPTION N°\u{a0}2 FAUSSE") && said.contains("ENTRY NO. 2 IS WRONG"), "{said}");
    let (code, said) = run(b"PK");
    assert_eq!(code, Some(1));
    assert!(said.contains("REGISTRE ABÎMÉ") && said.contains("DAMAGED REGISTER"), "{said}");
    assert_eq!(run_script(&place.path().join("absent.zip")).status.code(), Some(1));
}

#[test]
fn the_script_checks_an_unpacked_folder() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path();
    std::fs::create_dir(folder.join("bodies")).unwrap();
    for file in stored_zip::read(&small_export()).unwrap() {
        std::fs::write(folder.join(str::from_utf8(file.name).unwrap()), file.data).unwrap();
    }
    let says = |code, part: &str| {
        let output = run_script(folder);
        let said = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(code), "{said}");
        assert!(said.contains(part), "{said}");
    };
    std::fs::remove_file(folder.join(README)).unwrap();
    says(0, "SOUND REGISTER, entries: 5");
    std::fs::write(folder.join("bodies/000009.json"), "null").unwrap();
    says(1, "DAMAGED REGISTER");
    std::fs::remove_file(folder.join("bodies/000009.json")).unwrap();
    std::fs::write(folder.join("bodies/000005.json"), "[]").unwrap();
    says(1, "ENTRY NO. 5");
    std::fs::remove_file(folder.join("bodies/000002.json")).unwrap();
    says(1, "ENTRY NO. 2");
    std::fs::remove_file(folder.join(REGISTER)).unwrap();
    says(1, "DAMAGED REGISTER");
}

fn python(code: &str, argument: &std::path::Path) -> String {
    let output = Command::new("python3").args(["-B", "-X", "utf8", "-c", code]).arg(argument).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim_end().to_owned()
}

#[test]
fn the_script_is_short_and_knows_the_same_words() {
    let text = std::fs::read_to_string(script()).unwrap();
    assert!(text.lines().count() < 200);
    let known = text.split("WORDS = \"\"\"\n").nth(1).unwrap().split("\"\"\"").next().unwrap();
    let known: Vec<_> = known.split_whitespace().collect();
    let every: Vec<_> = (0..2048_u16)
        .map(|word| {
            let [high, low] = (word << 5).to_be_bytes();
            head_words(&Hash(std::array::from_fn(|place| [high, low].get(place).copied().unwrap_or(0))))[0]
        })
        .collect();
    assert_eq!(known, every);
}

#[test]
fn an_ordinary_zip_library_opens_an_export() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("export.zip");
    let code = "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), len(z.namelist()), z.namelist()[-1])";
    std::fs::write(&file, small_export()).unwrap();
    assert_eq!(python(code, &file), "None 8 verify.py");
    let names: Vec<String> = (0..66_000).map(|name| format!("{name:06}")).collect();
    std::fs::write(&file, write(names.iter().map(|name| File::new(name, b"x")).collect()).unwrap()).unwrap();
    assert_eq!(python(code, &file), "None 66000 065999");
}

#[test]
fn both_verifiers_follow_many_files() {
    let acts = vec![act("a", None, json!(1)); 65_600];
    let bytes = export("g", &lines(&acts)).unwrap();
    assert!(matches!(Python::start().agreed(&bytes), Verdict::Sound(Sound { entries: 65_600, .. })));
}

#[test]
fn changed_bytes_are_named_by_their_entry() {
    let mut python = Python::start();
    let acts: Vec<_> = (0..40).map(|n| Act { withdrawn: n % 5 == 0, ..act("a", Some("1"), json!({"n": n})) }).collect();
    let good = export("g", &lines(&acts)).unwrap();
    let owners = entries_by_byte(&good);
    let ours: Vec<usize> = (0..good.len()).filter(|place| owners[*place].is_some()).collect();
    let mut bytes = good.clone();
    for (turn, place) in (0..full_or(1_000, 100_000)).zip(ours.iter().cycle()) {
        bytes[*place] = good[*place].wrapping_add(1 + (turn * 37 % 255) as u8);
        assert_named(&python.agreed(&bytes), owners[*place]);
        bytes[*place] = good[*place];
    }
}

#[test]
fn both_verifiers_agree_on_random_registers_in_number() {
    both_agree_on_random_registers(u32::try_from(full_or(50, 10_000)).unwrap());
}

#[test]
fn many_entries_are_verified() {
    let acts =
        vec![act("proposal.adopted", Some("2026-01"), json!({"pour": 9, "contre": 1})); full_or(2_000, 1_000_000)];
    let bytes = export("g", &lines(&acts)).unwrap();
    drop(acts);
    let mut python = Python::start();
    let start = Instant::now();
    let verdict = verify(&bytes);
    println!("{} MB of entries: this crate {:?}", bytes.len() / 1_000_000, start.elapsed());
    let start = Instant::now();
    assert_eq!(python.verdict(&bytes), told(&verdict));
    println!("verify.py {:?}", start.elapsed());
}

/// The full count under `PARPOUR_TEST_LONG=1` (R-34), the quick one otherwise.
fn full_or(quick: usize, full: usize) -> usize {
    if std::env::var_os("PARPOUR_TEST_LONG").is_some_and(|value| value == "1") { full } else { quick }
}
