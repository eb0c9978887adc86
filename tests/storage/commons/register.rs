//! The register is only added to, holds, and shows every change (`reliability D3`, T18, ruling 43).

use commons::db::Tx;
use commons::refusal::No;
use commons::register::stored_zip;
use commons::register::verify::{Verdict, verify};
use commons::register::{self, New};
use parpour_tests::{Group, World, in_parallel, long, on_each_database};
use serde_json::json;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use tally::Choice;

/// A group that lived: adopted, rejected, withdrawn and lapsed proposals, mandates used and ended, a newcomer.
async fn a_lived_group(world: &World) -> Group<'_> {
    let group = world.a_group().with_people(4).quick().with_first_question().found().await;
    group.adopts(None).await;
    group.adopts(group.grant(0, &["write_welcome_page"], 30)).await;
    group.adopts(Group::change("unseconded_days", "3")).await;
    let no = group.open_vote(None).await;
    group.votes(0, no, Choice::No).await.unwrap();
    group.votes(1, no, Choice::No).await.unwrap();
    group.to_next_step(no).await;
    let withdrawn = group.proposes(2).sent().await.unwrap();
    group.withdraws(2, withdrawn).await.unwrap();
    let lapsed = group.proposes(3).titled("Un « vœu » que personne n'appuie, à 3 $").sent().await.unwrap();
    group.to_next_step(lapsed).await;
    group.recalls(group.mandates().await[0].id).await;
    group
}

on_each_database!(an_entry_is_never_changed_nor_deleted_whoever_asks, |world| {
    let group = world.a_group().found().await;
    let raw = world.raw().await;
    let before = register::lines(&group.read()).await.unwrap();
    for change in [
        "seq = seq + 1",
        "kind = 'x'",
        "about = 'x'",
        "entry = 'x'",
        "prev = 'x'",
        "hash = 'x'",
        "body = 'x'",
        "salt = salt",
        "at = '2020-01-01 00:00:00+00:00'",
    ] {
        let said = raw.run(&format!("UPDATE register SET {change}")).await.unwrap_err();
        assert!(said.contains("a register entry is never changed"), "{change}: {said}");
    }
    let said = raw.run("DELETE FROM register").await.unwrap_err();
    assert!(said.contains("a register entry is never deleted"), "{said}");
    assert_eq!(register::lines(&group.read()).await.unwrap(), before);
    // Words may go; the chain holds without them.
    raw.run("UPDATE register SET body = NULL, salt = NULL").await.unwrap();
    let Verdict::Sound(sound) = verify(&group.export().await) else { panic!() };
    assert_eq!(sound.withdrawn.len(), before.len());
    let said = raw.run("UPDATE register SET body = '{}'").await.unwrap_err();
    assert!(said.contains("never changed"), "{said}");
    raw.close().await;
});

on_each_database!(what_a_lived_group_takes_home_holds, |world| {
    let group = a_lived_group(world).await;
    let Verdict::Sound(sound) = verify(&group.export().await) else { panic!() };
    let head = register::head(&group.read()).await.unwrap();
    assert_eq!(i64::try_from(sound.entries).unwrap(), head.seq);
    assert_eq!((sound.head.hash.to_string(), sound.head.words().join(" ")), (head.hash, head.words));
    assert!(sound.withdrawn.is_empty());
    assert!(sound.entries > 20, "{}", sound.entries);
});

on_each_database!(sixteen_writers_at_once_make_one_chain, |world| {
    let group = world.a_group().found().await;
    let before = group.head().await;
    let numbers = in_parallel(16, |writer| {
        let group = &group;
        async move {
            let mut numbers = Vec::new();
            for turn in 0..3 {
                let body = json!({ "writer": writer, "turn": turn });
                let new = New { kind: register::kinds::MANDATE_USED, actors: &[], about: None, body };
                numbers.push(group.write(async |tx: &Tx<'_>| Ok(register::append(tx, new).await?)).await.unwrap());
            }
            numbers
        }
    });
    let mut numbers: Vec<i64> = numbers.into_iter().flatten().collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (before + 1..=before + 48).collect::<Vec<_>>());
    assert!(matches!(verify(&group.export().await), Verdict::Sound(_)));
});

on_each_database!(a_refused_command_leaves_no_entry_and_no_gap, |world| {
    let group = world.a_group().found().await;
    let refused: Result<(), No> = group
        .write(async |tx: &Tx<'_>| {
            let new = New { kind: register::kinds::MANDATE_USED, actors: &[], about: None, body: json!({}) };
            register::append(tx, new).await?;
            Err(No::NotFound)
        })
        .await;
    assert!(refused.is_err());
    assert_eq!(group.head().await, 1);
    assert!(matches!(verify(&group.export().await), Verdict::Sound(_)));
});

on_each_database!(a_clock_set_back_never_makes_an_entry_older_than_the_one_before, |world| {
    let group = world.a_group().found().await;
    world.clock.advance(-chrono::Duration::days(400));
    group.proposes(0).sent().await.unwrap();
    world.clock.advance(chrono::Duration::days(4000));
    group.proposes(0).sent().await.unwrap();
    assert!(matches!(verify(&group.export().await), Verdict::Sound(_)));
});

on_each_database!(two_groups_of_one_store_have_two_chains, |world| {
    let (one, other) = (world.a_group().found().await, world.a_group().found().await);
    one.proposes(0).sent().await.unwrap();
    other.proposes(0).sent().await.unwrap();
    one.proposes(1).sent().await.unwrap();
    assert_eq!((one.head().await, other.head().await), (3, 2));
    for group in [&one, &other] {
        assert!(matches!(verify(&group.export().await), Verdict::Sound(_)));
    }
});

/// The `verify.py` of an export, kept running: one export in, one verdict out.
struct Script {
    child: Child,
    answers: BufReader<std::process::ChildStdout>,
    _folder: tempfile::TempDir,
}

const DRIVER: &str = r#"
import importlib.util, struct, sys
spec = importlib.util.spec_from_file_location("verify", sys.argv[1])
verify = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify)
while length := sys.stdin.buffer.read(8):
    data = sys.stdin.buffer.read(struct.unpack("<Q", length)[0])
    try:
        print("sound %d" % verify.check_zip(data)["entries"], flush=True)
    except verify.Wrong as wrong:
        seq = wrong.args[1]
        print("damaged" if seq is None else "entry %d" % seq, flush=True)
"#;

impl Script {
    /// Starts the script that is inside this very export.
    fn of(export: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("verify.py");
        let files = stored_zip::read(export).unwrap();
        std::fs::write(&file, files.iter().find(|file| file.name == b"verify.py").unwrap().data).unwrap();
        let mut python = Command::new("python3");
        python.args(["-B", "-X", "utf8", "-c", DRIVER]).arg(&file).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = python.spawn().expect("python3 is needed to check verify.py");
        let answers = BufReader::new(child.stdout.take().unwrap());
        Self { child, answers, _folder: folder }
    }

    fn verdict(&mut self, export: &[u8]) -> String {
        let input = self.child.stdin.as_mut().unwrap();
        input.write_all(&(export.len() as u64).to_le_bytes()).unwrap();
        input.write_all(export).unwrap();
        let mut line = String::new();
        self.answers.read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }
}

impl Drop for Script {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn told(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Sound(sound) => format!("sound {}", sound.entries),
        Verdict::BadEntry { seq, .. } => format!("entry {seq}"),
        Verdict::Damaged { .. } => "damaged".to_owned(),
    }
}

/// Each byte of the entries and bodies with the entry it belongs to.
fn bytes_of_entries(export: &[u8]) -> Vec<(usize, u64)> {
    let mut owned = Vec::new();
    let mut own = |part: &[u8], seq: u64| {
        let start = part.as_ptr().addr() - export.as_ptr().addr();
        owned.extend((start..start + part.len()).map(|place| (place, seq)));
    };
    for file in stored_zip::read(export).unwrap() {
        let name = str::from_utf8(file.name).unwrap();
        if name == "register.jsonl" {
            (1..).zip(file.data.split_inclusive(|byte| *byte == b'\n')).for_each(|(seq, line)| own(line, seq));
        } else if let Some(seq) = name.strip_prefix("bodies/").and_then(|name| name.strip_suffix(".json")) {
            own(file.data, seq.parse().unwrap());
        }
    }
    owned
}

on_each_database!(every_changed_byte_is_named_by_both_verifiers, |world| {
    let group = a_lived_group(world).await;
    let good = group.export().await;
    let mut script = Script::of(&good);
    assert_eq!(script.verdict(&good), told(&verify(&good)));
    let every = bytes_of_entries(&good);
    // A stride that meets each column of each line sooner or later; all of them in the full form.
    let stride = if long() { 1 } else { 23 };
    let mut bytes = good.clone();
    let mut changed = 0;
    for (place, seq) in every.iter().step_by(stride).copied() {
        for other in [good[place] ^ 1, good[place] ^ 0x20, good[place].wrapping_add(1 + (place % 254) as u8)] {
            bytes[place] = other;
            let verdict = verify(&bytes);
            assert_eq!(told(&verdict), format!("entry {seq}"), "byte {place}: {verdict:?}");
            if long() || changed % 7 == 0 {
                assert_eq!(script.verdict(&bytes), format!("entry {seq}"), "verify.py, byte {place}");
            }
            changed += 1;
        }
        bytes[place] = good[place];
    }
    println!("{changed} changes in {} bytes of {} entries, all named", every.len(), group.head().await);
});
