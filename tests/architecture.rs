//! The promises that no single crate can keep alone: who depends on whom, where things are, which words
//! exist, what comes from elsewhere.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on stops at once, and says so"
)]

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Who may know whom. An arrow that is not here does not compile past this test.
const ARROWS: [(&str, &[&str]); 10] = [
    ("parpour-migrations", &[]),
    ("tally", &[]),
    ("commons", &["parpour-migrations"]),
    ("membership", &["commons", "tally"]),
    ("decisions", &["commons", "membership", "tally"]),
    ("rota", &["commons", "membership"]),
    ("mutual-aid", &["commons", "membership", "rota"]),
    ("web", &["commons", "membership", "decisions", "mutual-aid", "rota", "tally"]),
    ("parpour", &["commons", "membership", "decisions", "mutual-aid", "tally", "web"]),
    ("xtask", &[]),
];

/// Most crates in the program (ruling 41).
const MOST_CRATES: usize = 350;

/// Licences that the AGPL can live with. Of an OR, one of them is enough; of an AND, all are needed.
const LICENCES: [&str; 12] = [
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "0BSD",
    "ISC",
    "Zlib",
    "CC0-1.0",
    "Unicode-3.0",
    "CDLA-Permissive-2.0",
    "AGPL-3.0-or-later",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn read(path: impl AsRef<Path>) -> String {
    std::fs::read_to_string(root().join(&path)).unwrap_or_else(|error| panic!("{}: {error}", path.as_ref().display()))
}

/// Every file under a folder of the workspace, in order.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "rs")
}

/// Rust sources of the product under a folder, without comments and without their tests.
fn code(folder: &str) -> Vec<(PathBuf, String)> {
    let of_product = |path: &PathBuf| is_rust(path) && !path.iter().any(|part| part == "tests" || part == "tests.rs");
    files(folder).into_iter().filter(of_product).map(|path| (path.clone(), without_comments(&read(&path)))).collect()
}

fn without_comments(text: &str) -> String {
    let product = text.split("#[cfg(test)]\nmod tests").next().unwrap();
    let lines = product.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(|line| line.split(" // ").next().unwrap()).collect::<Vec<_>>().join("\n")
}

fn cargo(words: &[&str]) -> String {
    // Not `--offline`: crates of other platforms stand in the lock file, and a build here never fetched them.
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo).current_dir(root()).args(words).arg("--locked").output().unwrap();
    assert!(output.status.success(), "cargo {words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn packages() -> Vec<Value> {
    let metadata: Value = serde_json::from_str(&cargo(&["metadata", "--format-version", "1"])).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

/// What each crate of the workspace lists in its manifest for the product itself.
fn listed() -> BTreeMap<String, BTreeSet<String>> {
    let ours = packages().into_iter().filter(|package| package["source"].is_null());
    ours.map(|package| {
        let dependencies = package["dependencies"].as_array().unwrap().iter();
        let for_product = dependencies.filter(|dependency| dependency["kind"].is_null());
        let names = for_product.map(|dependency| dependency["name"].as_str().unwrap().to_owned()).collect();
        (package["name"].as_str().unwrap().to_owned(), names)
    })
    .collect()
}

#[test]
fn arrows_only_point_down() {
    let listed = listed();
    let ours: BTreeSet<&str> = listed.keys().map(String::as_str).collect();
    let known: BTreeSet<&str> = ARROWS.iter().map(|(name, _)| *name).chain(["parpour-tests"]).collect();
    assert_eq!(ours, known, "a crate that is new here says whom it may know");
    for (name, allowed) in ARROWS {
        for other in listed[name].iter().filter(|other| ours.contains(other.as_str())) {
            assert!(allowed.contains(&other.as_str()), "{name} knows {other}");
        }
    }
}

#[test]
fn pages_cannot_reach_a_row_and_counting_knows_no_store() {
    let listed = listed();
    for name in ["web", "tally"] {
        for other in ["sea-orm", "sea-query", "sqlx", "sea-orm-migration", "parpour-migrations"] {
            assert!(!listed[name].contains(other), "{name} lists {other}");
        }
    }
    // Exact numbers, the hash of a public seed, and the form of ballot files; nothing that reads a file or a clock.
    let pure = ["num-bigint", "num-integer", "num-traits", "serde", "serde_json", "sha2"].map(str::to_owned);
    assert_eq!(listed["tally"], BTreeSet::from(pure));
}

#[test]
fn every_crate_is_held_to_the_same_rules() {
    let manifests = files("crates").into_iter().filter(|path| path.ends_with("Cargo.toml"));
    for manifest in manifests.chain([root().join("migrations/Cargo.toml"), root().join("tests/Cargo.toml")]) {
        let text = read(&manifest);
        assert!(text.contains("[lints]\nworkspace = true"), "{}", manifest.display());
        assert!(text.contains("license.workspace = true"), "{}", manifest.display());
    }
    assert!(read("Cargo.toml").contains("unsafe_code = \"forbid\""));
}

/// Areas: crates in which members do things.
fn areas() -> Vec<String> {
    let crates = std::fs::read_dir(root().join("crates")).unwrap().map(|entry| entry.unwrap().path());
    let mut areas: Vec<String> = crates
        .filter(|path| path.join("src/commands").is_dir())
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    areas.sort();
    areas
}

#[test]
fn an_area_has_the_same_word_everywhere() {
    assert_eq!(areas(), ["decisions", "membership", "mutual-aid"]);
    for area in areas() {
        let module = area.replace('-', "_");
        for place in [
            format!("crates/{area}/src/lib.rs"),
            format!("crates/web/src/pages/{module}"),
            format!("themes/default/templates/{area}"),
            format!("themes/default/messages/fr-CA/{area}.ftl"),
            format!("themes/default/messages/fr-CA-x-vous/{area}.ftl"),
            format!("themes/default/messages/en/{area}.ftl"),
            format!("tests/storage/{module}"),
            format!("docs/areas/{area}.md"),
        ] {
            assert!(root().join(&place).exists(), "{place}");
        }
        assert!(read("docs/where-things-are.md").contains(&area), "docs/where-things-are.md names {area}");
        for folder in ["commands", "queries", "rules"] {
            assert!(root().join(format!("crates/{area}/src/{folder}")).is_dir(), "{area}/{folder}");
        }
    }
}

#[test]
fn rules_know_neither_the_store_nor_the_time() {
    let mut seen = 0;
    for (path, text) in code("crates").into_iter().filter(|(path, _)| path.iter().any(|part| part == "rules")) {
        seen += 1;
        for word in ["sea_orm", "Utc::now", "SystemTime", "SystemClock", "async fn", "commons::db"] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
    assert!(seen >= 8, "only {seen} files of rules were found");
}

#[test]
fn a_query_cannot_forget_its_group() {
    let ways_round = [
        "Entity::find",
        "Entity::insert",
        "Entity::update",
        "Entity::delete",
        "::find_by_id(",
        "::find_related(",
        "EntityTrait::",
        "DatabaseConnection",
        "Statement::from",
        "execute_unprepared",
    ];
    for (path, text) in
        code("crates").into_iter().filter(|(path, _)| !path.to_string_lossy().contains("commons/src/db"))
    {
        for way in ways_round {
            assert!(!text.contains(way), "{}: {way}", path.display());
        }
    }
}

/// A member stops being one by leaving and by the removal procedure, and in no other way: this is every place that
/// writes where somebody stands, or empties a place, and nobody's row is ever deleted.
#[test]
fn nobody_stops_being_a_member_but_by_leaving_or_by_the_removal_procedure() {
    let crates = code("crates");
    let found = |written: &str| -> Vec<String> {
        let holds = crates.iter().filter(|(_, text)| text.split_whitespace().collect::<String>().contains(written));
        holds.map(|(path, _)| path.strip_prefix(root()).unwrap().display().to_string()).collect()
    };
    let commands = |names: &[&str]| -> Vec<String> {
        names.iter().map(|name| format!("crates/membership/src/commands/{name}.rs")).collect()
    };
    assert_eq!(found("Set(Standing::Left)"), commands(&["leave"]));
    assert_eq!(found("Set(Standing::Excluded)"), commands(&["settle_removals"]));
    // The third one makes the row of somebody who comes in; the others only pause.
    assert_eq!(found("standing:Set("), commands(&["leave", "mod", "pause", "settle_removals"]));
    assert_eq!(found("Column::Standing,Standing::Active)"), commands(&["pause"]));
    for other in ["Column::Standing,Standing::Left)", "Column::Standing,Standing::Excluded)"] {
        assert_eq!(found(&format!(".set({other}")), commands(&[]), "{other}");
        assert_eq!(found(&format!(".set(member::{other}")), commands(&[]), "{other}");
    }
    assert_eq!(found("areas.forget("), commands(&["leave"]));
    assert_eq!(found("empty_place("), commands(&["leave", "settle_removals"]));
    assert_eq!(found("delete::<member::Entity>"), commands(&[]));
    let by_hand = crates.iter().filter(|(_, text)| text.to_lowercase().contains("delete from member"));
    assert_eq!(by_hand.count(), 0);
}

#[test]
fn the_time_comes_from_one_place() {
    for (path, text) in code("crates").into_iter().chain(code("migrations")) {
        let is_the_clock = path.ends_with("commons/src/clock.rs");
        let is_outside = path.to_string_lossy().contains("/xtask/");
        for word in ["Utc::now(", "Local::now(", "SystemTime::now("] {
            assert!(is_the_clock || is_outside || !text.contains(word), "{}: {word}", path.display());
        }
    }
}

#[test]
fn steps_of_the_schema_import_no_entity() {
    for (path, text) in code("migrations") {
        for word in
            ["commons", "membership", "decisions", "EntityTrait", "schema_from_entity", "create_table_from_entity"]
        {
            assert!(!text.contains(&format!(" {word}::")), "{}: {word}", path.display());
        }
    }
}

#[test]
fn no_test_is_set_aside() {
    for folder in ["crates", "tests/src", "tests/storage", "tests/pages", "tests/crash", "tests/journeys", "migrations"]
    {
        for path in files(folder).into_iter().filter(|path| is_rust(path)) {
            // Written in two parts, so that this line does not name itself.
            assert!(!read(&path).contains(concat!("#[", "ignore")), "{}", path.display());
        }
    }
}

/// Looking for examples in a crate without any takes as long as compiling it: where it is left out, there is none.
#[test]
fn an_example_in_a_comment_is_always_run() {
    for folder in ["crates", "migrations"] {
        for manifest in files(folder).iter().filter(|path| path.ends_with("Cargo.toml")) {
            if !read(manifest).contains("doctest = false") {
                continue;
            }
            for path in files(manifest.parent().unwrap().to_str().unwrap()).iter().filter(|path| is_rust(path)) {
                let text = read(path);
                let fences = text.lines().map(str::trim).filter(|line| line.starts_with("//") && line.contains("```"));
                let opening: Vec<&str> = fences.step_by(2).filter(|line| !line.ends_with("```text")).collect();
                assert!(opening.is_empty(), "{} has an example, and its crate runs none: {opening:?}", path.display());
            }
        }
    }
}

#[test]
fn the_program_is_made_of_few_crates() {
    let tree = cargo(&["tree", "-p", "parpour", "-e", "normal", "--prefix", "none", "--no-dedupe"]);
    let crates: BTreeSet<_> = tree.lines().map(|line| line.split(' ').take(2).collect::<Vec<_>>()).collect();
    println!("{} crates in the program, those that only help to build it included", crates.len());
    assert!(crates.len() <= MOST_CRATES, "{}", crates.len());
}

/// Whether a licence expression can be met: SPDX, and the older way with a slash.
fn is_allowed(expression: &str) -> bool {
    let expression = expression.replace(" / ", " OR ").replace('/', " OR ");
    let every = expression.split(" AND ").map(|part| part.trim_matches(['(', ')', ' ']));
    let mut every = every.map(|part| part.split(" OR ").map(|one| one.trim_matches(['(', ')', ' '])));
    every.all(|mut any| any.any(|one| LICENCES.contains(&one)))
}

#[test]
fn every_licence_can_live_with_ours() {
    assert!(is_allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
    assert!(is_allowed("Apache-2.0/MIT"));
    assert!(!is_allowed("GPL-2.0-only"));
    assert!(!is_allowed("MIT AND SSPL-1.0"));
    let used = cargo(&[
        "tree",
        "-p",
        "parpour",
        "-e",
        "normal,build",
        "--prefix",
        "none",
        "--no-dedupe",
        "--format",
        "{p}|{l}",
    ]);
    for line in used.lines().collect::<BTreeSet<_>>() {
        let (package, licence) = line.trim_end_matches(" (*)").split_once('|').unwrap();
        assert!(is_allowed(licence), "{package}: {licence:?}");
    }
}

/// The words an identifier is made of: `is_last_owner`, `IsLastOwner` and `is-last-owner` have the same three.
fn words_of(text: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let mut word = String::new();
    for letter in text.chars() {
        if letter.is_uppercase() && word.ends_with(char::is_lowercase) || !letter.is_alphanumeric() {
            words.insert(std::mem::take(&mut word).to_lowercase());
        }
        if letter.is_alphanumeric() {
            word.push(letter);
        }
    }
    words.insert(word.to_lowercase());
    words
}

#[test]
fn nobody_is_above_anybody_and_nobody_is_a_file() {
    const RANKS: [&str; 11] = [
        "admin",
        "admins",
        "administrator",
        "staff",
        "moderator",
        "superuser",
        "sudo",
        "supervisor",
        "patient",
        "diagnosis",
        "caseload",
    ];
    let mut texts: Vec<(PathBuf, String)> = code("crates").into_iter().chain(code("migrations")).collect();
    texts.retain(|(path, _)| !path.to_string_lossy().contains("/xtask/"));
    let is_template = |path: &PathBuf| path.extension().is_some_and(|end| end == "html" || end == "ftl");
    texts.extend(files("themes").into_iter().filter(is_template).map(|path| (path.clone(), read(&path))));
    texts.push(("columns.txt".into(), read("tests/fixtures/columns.txt")));
    for (path, text) in texts {
        let words = words_of(&text);
        for rank in RANKS {
            assert!(!words.contains(rank), "{}: {rank}", path.display());
        }
        for field in ["is_owner", "is_admin", "role_id", "user_role", "is_staff"] {
            assert!(!text.contains(field), "{}: {field}", path.display());
        }
    }
}

/// Words that stand in no table, column, address or field of a form: they would rank people, sort them by what
/// they suffer from, count what they do or lack, or keep a file on them (`domain` 3.1, A1, A19; `mutual-aid` R5).
/// A word of two parts stands here with its underscore.
const NEVER_A_NAME: [&str; 73] = [
    "absence",
    "absences",
    "admin",
    "administrator",
    "attendance",
    "badge",
    "badges",
    "boss",
    "case",
    "cases",
    "client",
    "clients",
    "count",
    "counts",
    "credit",
    "credits",
    "crisis",
    "deficit",
    "deficits",
    "diagnosis",
    "diagnostic",
    "disability",
    "disorder",
    "dormant",
    "dossier",
    "dossiers",
    "file",
    "files",
    "health",
    "hospital",
    "illness",
    "inactive",
    "karma",
    "kpi",
    "last_active",
    "last_seen",
    "level",
    "levels",
    "medication",
    "medications",
    "medicine",
    "moderator",
    "need",
    "needs",
    "no_show",
    "no_shows",
    "owner",
    "owners",
    "patient",
    "patients",
    "points",
    "presence",
    "progress",
    "rank",
    "ranking",
    "rating",
    "reliability",
    "reputation",
    "risk",
    "role",
    "roles",
    "score",
    "scores",
    "severity",
    "staff",
    "streak",
    "superuser",
    "supervisor",
    "symptom",
    "symptoms",
    "target",
    "treatment",
    "trust",
];

/// Words that no page and no letter says, in either language (`domain` 3.1 and 3.3). A file on a disk is called so;
/// a *dossier* on somebody is not kept.
const NEVER_SAID: [&str; 87] = [
    // English.
    "admin",
    "administrator",
    "badge",
    "beneficiary",
    "boss",
    "caseload",
    "client",
    "clients",
    "diagnosis",
    "diagnoses",
    "disorder",
    "dormant",
    "inactive",
    "karma",
    "kpi",
    "moderator",
    "patient",
    "patients",
    "rank",
    "ranking",
    "score",
    "scores",
    "severity",
    "staff",
    "superuser",
    "supervisor",
    "symptom",
    "symptoms",
    "treatment",
    // French.
    "absent",
    "absente",
    "absentes",
    "absents",
    "administrateur",
    "administrateurs",
    "bénéficiaire",
    "bénéficiaires",
    "bipolaire",
    "bénévole",
    "bénévoles",
    "cible",
    "cibles",
    "classement",
    "cliente",
    "clientèle",
    "décompensation",
    "décompensé",
    "diagnostic",
    "diagnostics",
    "dossier",
    "dossiers",
    "gestionnaire",
    "gestionnaires",
    "inactif",
    "inactifs",
    "inactives",
    "indicateur",
    "indicateurs",
    "intervenant",
    "intervenante",
    "intervention",
    "interventions",
    "livrable",
    "malade",
    "malades",
    "modérateur",
    "modératrice",
    "patiente",
    "patientes",
    "performance",
    "performances",
    "pointage",
    "réadaptation",
    "réinsertion",
    "relance",
    "relances",
    "responsable",
    "responsables",
    "schizophrène",
    "suivi",
    "superviseur",
    "symptôme",
    "symptômes",
    "traitement",
    "traitements",
    "usager",
    "usagers",
];

/// Turns that nobody is met with (`domain` 3.3, ruling 20).
const NEVER_TURNED_SO: [&str; 8] = [
    "case management",
    "gestion de cas",
    "prise en charge",
    "pris en charge",
    "tu n'as pas encore",
    "vous n'avez pas encore",
    "you have not yet",
    "you haven't yet",
];

/// What may be said all the same, for it is about no person, or the law calls it so.
const SAID_ALL_THE_SAME: [(&str, &str); 1] =
    [("responsable de la protection", "what the Act calls whoever answers for personal information (s. 3.1)")];

/// The words of a list that stand in a text.
fn found_in<'w>(text: &str, words: &[&'w str]) -> Vec<&'w str> {
    let parts = words_of(text);
    let low = text.to_lowercase();
    words.iter().copied().filter(|word| parts.contains(*word) || word.contains('_') && low.contains(word)).collect()
}

/// What of a text that people read should not be there.
fn should_not_be_said(text: &str) -> Vec<&'static str> {
    let mut text = text.to_lowercase().replace('’', "'");
    for (allowed, _) in SAID_ALL_THE_SAME {
        text = text.replace(allowed, " ");
    }
    let turned = NEVER_TURNED_SO.into_iter().filter(|turn| text.contains(turn));
    found_in(&text, &NEVER_SAID).into_iter().chain(turned).collect()
}

/// Names of the fields that forms send: those the handlers read, and those the templates write.
fn fields_of_forms() -> BTreeSet<(PathBuf, String)> {
    let mut fields = BTreeSet::new();
    for (path, text) in code("crates/web/src") {
        for part in text.split("Deserialize").skip(1) {
            let Some((head, body)) = part.split_once('{') else { continue };
            if !head.contains("struct ") || head.contains(';') {
                continue;
            }
            let lines = body.split("\n}").next().unwrap().lines();
            let names = lines.filter_map(|line| line.trim().trim_start_matches("pub ").split_once(':'));
            fields.extend(names.map(|(name, _)| (path.clone(), name.rsplit(' ').next().unwrap().to_owned())));
        }
    }
    for path in files("themes/default/templates") {
        let text = read(&path);
        let names = text.split(" name=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
        fields.extend(names.map(|name| (path.clone(), name)));
    }
    fields
}

/// A text of a template without what only its writers read.
fn without_remarks(text: &str) -> String {
    text.split("{#").map(|part| part.split_once("#}").map_or(part, |(_, rest)| rest)).collect()
}

#[test]
fn no_name_ranks_people_or_keeps_a_file_on_them() {
    // The columns are those of both stores: `storage` compares them.
    let columns = read("tests/fixtures/columns.txt");
    let mut names: Vec<(String, String)> = columns
        .lines()
        .map(|line| line.split(' ').next().unwrap())
        .map(|name| ("a table".to_owned(), name.to_owned()))
        .collect();
    names.extend(web::pages::routes().iter().map(|route| ("an address".to_owned(), route.path.to_owned())));
    let fields = fields_of_forms();
    assert!(fields.len() > 50 && names.len() > 200, "{} fields, {} names", fields.len(), names.len());
    names.extend(fields.into_iter().map(|(path, name)| (path.display().to_string(), name)));
    for (place, name) in names {
        assert_eq!(found_in(&name, &NEVER_A_NAME), [""; 0], "{name} of {place}");
    }
}

#[test]
fn no_page_and_no_letter_ranks_people_or_speaks_of_a_file_on_them() {
    for language in ["fr-CA", "fr-CA-x-vous", "en"] {
        for (key, words) in messages(language) {
            // What is filled in has names of its own.
            let own: String =
                words.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect();
            let both = format!("{key} {own}");
            assert_eq!(should_not_be_said(&both), [""; 0], "{language}: {key} = {words}");
        }
    }
    for path in files("themes/default/templates").into_iter().chain(files("themes/default/mail")) {
        assert_eq!(should_not_be_said(&without_remarks(&read(&path))), [""; 0], "{}", path.display());
    }
}

/// The lists find what they are for: each of these was a column or a sentence of another tool.
#[test]
fn names_and_words_that_must_be_found_are_found() {
    for name in ["member.risk_level", "presence.member_id", "/g/{group}/members/{member}/file", "lastSeen_at no_show"] {
        assert!(!found_in(name, &NEVER_A_NAME).is_empty(), "{name}");
    }
    for words in [
        "Le dossier de Noëlla est complet.",
        "Tu n’as pas encore répondu.",
        "3 absents depuis mardi",
        "Ask a moderator",
        "La personne responsable du groupe",
    ] {
        assert!(!should_not_be_said(words).is_empty(), "{words}");
    }
    for words in ["La personne responsable de la protection", "Un fichier complet, à garder", "Need to talk now?"] {
        assert!(should_not_be_said(words).is_empty(), "{words}");
    }
}

#[test]
fn the_shipped_program_has_no_door_to_its_clock() {
    for (name, listed) in listed() {
        assert!(!listed.contains("parpour-tests"), "{name}");
    }
    for (path, text) in code("crates") {
        assert!(!text.contains("TestClock"), "{}", path.display());
    }
}

/// The messages of one language, by key.
fn messages(language: &str) -> BTreeMap<String, String> {
    let mut messages: BTreeMap<String, String> = BTreeMap::new();
    for path in files(&format!("themes/default/messages/{language}")) {
        let mut key = None;
        for line in read(&path).lines().filter(|line| !line.starts_with('#')) {
            match line.split_once(" =") {
                Some((name, words)) if name.starts_with(|first: char| first.is_ascii_lowercase()) => {
                    let before = messages.insert(name.to_owned(), words.to_owned());
                    assert_eq!(before, None, "{language}: {name} is written twice");
                    key = Some(name.to_owned());
                }
                _ => {
                    if let Some(words) = key.as_ref().and_then(|key| messages.get_mut(key)) {
                        words.push('\n');
                        words.push_str(line);
                    }
                }
            }
        }
    }
    messages
}

fn keys(language: &str) -> BTreeSet<String> {
    messages(language).into_keys().collect()
}

/// What stands between quotes and looks like the key of a message.
fn quoted(text: &str) -> BTreeSet<String> {
    let parts = text.split('"').skip(1).step_by(2);
    let is_key = |part: &&str| {
        part.starts_with(|first: char| first.is_ascii_lowercase())
            && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    parts.filter(is_key).map(str::to_owned).collect()
}

/// What stands between quotes on some line, each line by itself: a lone quote does not upset the rest.
fn quoted_by_line(text: &str) -> BTreeSet<String> {
    text.lines().flat_map(|line| quoted(&line.replace("\\\"", "").replace("'\"'", ""))).collect()
}

/// Keys that are put together while the program runs, from the lists that the program itself uses.
fn put_together() -> BTreeSet<String> {
    use membership::rules::charter::{Chapter, Kind, RULES};
    let dashed = |name: &str| name.replace('_', "-");
    let mut keys = BTreeSet::new();
    for rule in RULES {
        keys.insert(format!("charter-rule-{}", dashed(rule.name)));
        keys.insert(format!("charter-rule-{}-help", dashed(rule.name)));
        match rule.kind {
            Kind::OneOf(choices) => keys.extend(
                choices
                    .iter()
                    .map(|choice| format!("charter-value-{}-{}", dashed(rule.name), dashed(choice).to_lowercase())),
            ),
            Kind::Number { .. } => drop(keys.insert(format!("charter-unit-{}", dashed(rule.name)))),
            _ => {}
        }
    }
    for chapter in Chapter::ALL {
        keys.insert(format!("charter-chapter-{}", chapter.name()));
        keys.insert(format!("charter-chapter-{}-help", chapter.name()));
    }
    let todos = [
        "recall",
        "removal",
        "suspended",
        "recovery",
        "circle",
        "asking",
        "second",
        "sign",
        "talk",
        "vote",
        "trial",
        "phone",
        "seat",
        "dice",
        "call",
        "listening",
        "visit",
        "word",
        "company",
        "hoped",
        "gap",
        "opened",
        "close",
        "tasks",
    ];
    keys.extend(todos.iter().flat_map(|todo| [format!("today-{todo}"), format!("today-{todo}-do")]));
    keys.extend(parpour::areas::powers().map(|power| format!("power-{}", dashed(power.name))));
    let kernel = membership::rules::kernel::Clause::ALL.into_iter();
    keys.extend(kernel.flat_map(|clause| [clause.title(), clause.why()]).map(|message| message.key.into_owned()));
    for (area, kept) in parpour::areas::areas().kept() {
        keys.insert(format!("kept-area-{area}"));
        for kept in kept {
            keys.insert(format!("kept-{}", dashed(kept.name)));
            keys.insert(format!("kept-{}-why", dashed(kept.name)));
        }
    }
    keys.extend(named_data().into_iter().map(|name| format!("data-{}", dashed(&name))));
    let (channels, rhythms) = (membership::rules::pause::Channel::ALL, membership::rules::pause::Rhythm::ALL);
    keys.extend(channels.map(|channel| format!("pause-channel-{}", channel.name())));
    keys.extend(rhythms.map(|rhythm| format!("pause-rhythm-{}", rhythm.name())));
    let (kinds, purposes) = (membership::rules::contact::ContactKind::ALL, membership::rules::contact::Purpose::ALL);
    keys.extend(kinds.map(|kind| format!("contact-kind-{}", kind.name())));
    let purposes = purposes.into_iter().chain(membership::rules::contact::Purpose::OTHERS);
    keys.extend(purposes.map(|purpose| format!("contact-purpose-{}", purpose.name())));
    for method in decisions::rules::question::Method::ALL {
        keys.extend(["", "rule", "how", "when"].map(|what| method.message(what).key.into_owned()));
        for word in decisions::rules::ballot::words(method) {
            keys.extend([format!("choice-{}", dashed(word)), format!("choice-{}-hint", dashed(word))]);
            if method.has_objections() {
                keys.insert(format!("answers-{}", dashed(word)));
            }
        }
    }
    let stages = decisions::rules::election::Stage::ALL.into_iter().filter(|stage| !stage.is_over());
    keys.extend(stages.map(|stage| format!("election-at-{}", stage.name())));
    let answers = decisions::rules::election::Answer::ALL;
    keys.extend(answers.map(|answer| format!("election-answer-{}", answer.word())));
    keys.extend((0..3).map(|mark| format!("mark-date-{mark}")).chain((0..2).map(|mark| format!("mark-tick-{mark}"))));
    keys.extend(of_welcoming());
    keys.extend(of_hard_times());
    keys.extend(of_calls());
    keys.extend(of_listening());
    keys.extend(of_visits());
    let asked = ["recall", "suspend"];
    keys.extend(
        asked.iter().flat_map(|what| ["title", "lead", "not-now"].map(|part| format!("mandate-{what}-{part}"))),
    );
    keys.extend(
        [
            "member-admit",
            "mandate-suspend",
            "mandate-recall",
            "card-hand",
            "vote-cancel",
            "decision-contest",
            "tree-print",
        ]
        .map(|kind| format!("together-{kind}")),
    );
    keys.extend(decisions::rules::state::State::ALL.map(|state| format!("state-{}", state.name())));
    keys
}

/// Names of what areas show a person of herself.
/// Messages of asking to join and of what each says yes to, whose keys are put together.
fn of_welcoming() -> Vec<String> {
    use membership::rules::consent::Use;
    let mut keys: Vec<String> = Use::ALL
        .iter()
        .map(|one| format!("yes-{}", one.name().replace('_', "-")))
        .flat_map(|key| [key.clone(), format!("{key}-hint")])
        .collect();
    keys.extend(["admitted", "asked", "closed"].map(|state| format!("asked-lead-{state}")));
    keys.extend(["assembly", "open", "sign"].map(|how| format!("asking-how-{how}")));
    keys.extend(["answer", "everybody", "meeting", "welcomers"].map(|waits| format!("asking-now-{waits}")));
    let acts = ["name", "yes", "pause", "back", "contact", "calls", "sheet", "visits", "visiting", "circle", "tree"];
    keys.extend(acts.iter().flat_map(|act| [format!("at-request-{act}"), format!("receipt-{act}")]));
    keys.extend(["paper", "phone", "screen"].map(|channel| format!("channel-{channel}")));
    keys
}

/// Messages of the phone tree, whose keys are put together.
fn of_calls() -> Vec<String> {
    use mutual_aid::rules::calls::{Silent, Voicemail};
    let mut keys: Vec<String> = Voicemail::ALL.map(|one| format!("calls-voicemail-{}", one.name())).into();
    keys.extend(Silent::ALL.map(|one| format!("calls-silent-{}", one.name())));
    let named = Silent::ALL.into_iter().filter(|one| one.names_somebody());
    keys.extend(named.map(|one| format!("calls-silent-me-{}", one.name())));
    keys.extend(["urgent", "news", "drill"].map(|kind| format!("chain-kind-{kind}-hint")));
    keys
}

/// Messages of listening and of circles, whose keys are put together.
fn of_listening() -> Vec<String> {
    let mut keys: Vec<String> = (0..7).map(|day| format!("week-day-{day}")).collect();
    keys.extend(mutual_aid::rules::circle::Help::ALL.map(|help| format!("close-help-{}", help.word())));
    keys.extend(mutual_aid::commands::circle::Part::ALL.map(|part| format!("close-part-{}", part.word())));
    keys
}

/// Messages of visits and own limits, whose keys are put together.
fn of_visits() -> Vec<String> {
    use mutual_aid::commands::visits::for_somebody::Less;
    use mutual_aid::commands::visits::for_visitor::Said;
    use mutual_aid::queries::visits::rights::LANGUAGES;
    use mutual_aid::rules::hours::{WEEK, word};
    use mutual_aid::rules::limits::Reminder;
    let mut keys: Vec<String> = WEEK.into_iter().map(|day| format!("weekday-{}", word(day))).collect();
    keys.extend(Reminder::ALL.map(|one| format!("own-limits-reminder-{}", one.word())));
    keys.extend(Less::ALL.map(|less| format!("visits-less-{}", less.word())));
    keys.extend(Said::ALL.map(|said| format!("visits-said-{}", said.word())));
    keys.extend(LANGUAGES.map(|language| format!("rights-in-{language}")));
    keys.extend(["morning", "afternoon", "evening"].map(|part| format!("visits-ask-when-{part}")));
    keys.extend(["wished", "open", "paused", "ended"].map(|state| format!("visits-state-{state}")));
    keys.extend(["coming", "begun", "done", "off", "nobody"].map(|state| format!("visit-state-{state}")));
    let kinds = ["ward", "home", "elsewhere"].iter();
    keys.extend(kinds.flat_map(|kind| [format!("visits-kind-{kind}"), format!("visits-kind-{kind}-hint")]));
    keys.extend(["any", "same", "new"].map(|faces| format!("visits-faces-{faces}")));
    let sources = ["phone", "there", "paper"].iter();
    keys.extend(sources.flat_map(|source| [format!("ward-checked-{source}"), format!("ward-source-{source}")]));
    keys
}

/// Messages of measures, removals and incidents, whose keys are put together.
fn of_hard_times() -> Vec<String> {
    use membership::rules::incident::Answer;
    use membership::rules::removal::Measure;
    let measures = Measure::ALL.map(|kind| kind.name().replace('_', "-"));
    let mut keys: Vec<String> =
        measures.iter().flat_map(|kind| [format!("measure-kind-{kind}"), format!("measure-about-{kind}")]).collect();
    keys.extend(Answer::ALL.map(|answer| format!("incident-answer-{}", answer.name())));
    keys.extend(["incident", "not-an-incident"].map(|how| format!("incident-closed-{how}")));
    keys.extend(["not-assessed", "not-serious", "serious"].map(|risk| format!("incident-risk-{risk}")));
    let questions = ["sensitivity", "consequences", "misuse"];
    let asked = ["q-{}", "q-{}-hint", "why-{}"];
    keys.extend(questions.iter().flat_map(|of| asked.map(|key| format!("incident-{}", key.replace("{}", of)))));
    let letters = ["commission", "person"];
    keys.extend(letters.iter().flat_map(|to| ["en", "fr"].map(|language| format!("incident-letter-{to}-{language}"))));
    keys.extend(letters.iter().flat_map(|to| ["opening", "title", "to"].map(|part| format!("letter-{to}-{part}"))));
    keys
}

fn named_data() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (_, text) in code("crates") {
        let text = text.replace("(\n", "(").split_whitespace().collect::<Vec<_>>().join(" ").replace("( ", "(");
        for start in ["Datum::new(\"", "Section::new(\""] {
            names.extend(text.split(start).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()));
        }
    }
    names
}

/// Texts of the product that name messages: code, templates, mail.
fn texts_that_name_messages() -> Vec<(PathBuf, String)> {
    let mut texts: Vec<_> =
        code("crates").into_iter().filter(|(path, _)| !path.to_string_lossy().contains("/xtask/")).collect();
    texts.extend(files("themes/default/templates").into_iter().map(|path| (path.clone(), read(&path))));
    texts.extend(files("themes/default/mail").into_iter().map(|path| (path.clone(), read(&path))));
    texts
}

#[test]
fn both_languages_have_the_same_messages() {
    let (fr, en, vous) = (keys("fr-CA"), keys("en"), keys("fr-CA-x-vous"));
    // Parts of a date that one language needs and the other does not.
    let of_dates: BTreeSet<String> = ["when-clock", "when-day-number"].map(str::to_owned).into();
    let apart: BTreeSet<_> = fr.symmetric_difference(&en).cloned().collect();
    assert!(apart.is_subset(&of_dates), "{apart:?}");
    assert!(vous.is_subset(&fr), "{:?}", vous.difference(&fr).collect::<Vec<_>>());
    assert!(fr.len() > 500);
}

#[test]
fn every_message_that_is_named_exists() {
    let (known, whole) = (keys("fr-CA"), put_together());
    for key in &whole {
        // A state, a chapter or a power is always told; the others only where pages show them.
        let always = [
            "charter-rule-",
            "charter-unit-",
            "charter-value-",
            "charter-chapter-",
            "power-",
            "kept-",
            "data-",
            "pause-",
            "contact-",
            "answers-",
        ];
        if always.iter().any(|start| key.starts_with(start)) && !key.ends_with("-help") {
            assert!(known.contains(key), "{key}");
        }
    }
    let named = ["Message::new(\"", "No::conflict(\"", "t(key=\"", "words.say(\"", "fails_with(\""];
    for (path, text) in texts_that_name_messages() {
        let text = text.replace("(\n", "(").split_whitespace().collect::<Vec<_>>().join(" ").replace("( ", "(");
        for start in named {
            for rest in text.split(start).skip(1) {
                let key = rest.split('"').next().unwrap();
                // The start of a key that a template puts together.
                let exists = known.contains(key) || key.ends_with('-') && whole.iter().any(|one| one.starts_with(key));
                assert!(exists, "{}: {key}", path.display());
            }
        }
    }
}

#[test]
fn what_looks_like_a_message_in_the_code_is_one() {
    /// Words with a hyphen that are no messages: of HTTP, of style sheets, of the product's own lists.
    const OTHER_WORDS: [&str; 25] = [
        "auto-generated",
        "clear-site-data",
        "cross-site",
        "kebab-case",
        "mutual-aid",
        "no-referrer",
        "no-store",
        "same-origin",
        "same-site",
        "sec-fetch-site",
        "stop-news",
        "x-forwarded-for",
        "x-permitted-cross-domain-policies",
        "x-robots-tag",
        "f-white",
        "f-green",
        "f-yellow",
        "f-lilac",
        "f-pink",
        "f-sand",
        "coming-in",
        "effect-failed",
        "in-force",
        "not-adopted",
        "passphrase-again",
    ];
    let known = keys("fr-CA");
    for (path, text) in code("crates").into_iter().filter(|(path, _)| !path.to_string_lossy().contains("/xtask/")) {
        for word in quoted_by_line(&text).into_iter().filter(|word| word.contains('-') && !word.ends_with('-')) {
            let is_known = known.contains(&word) || OTHER_WORDS.contains(&word.as_str());
            assert!(is_known, "{}: is {word:?} a message? it is in no file", path.display());
        }
    }
}

#[test]
fn no_message_is_kept_that_nobody_says() {
    let mut said = put_together();
    for (_, text) in texts_that_name_messages() {
        said.extend(quoted_by_line(&text));
        // In templates one quote often stands inside another.
        said.extend(text.split("t(key=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()));
    }
    // What one message says inside another.
    for words in messages("fr-CA").values().chain(messages("en").values()) {
        said.extend(words.split(['{', '}']).skip(1).step_by(2).map(|inside| inside.trim().to_owned()));
    }
    // Why an effect failed is told by the reason's own key, after this word.
    let failures: Vec<String> = said.iter().map(|key| format!("failure-{key}")).collect();
    said.extend(failures);
    let idle: Vec<String> = keys("fr-CA").into_iter().filter(|key| !said.contains(key)).collect();
    assert!(idle.is_empty(), "{idle:#?}");
}

#[test]
fn whoever_is_told_tu_can_be_told_vous() {
    /// Messages that name the word itself.
    const ABOUT_THE_WORD: [&str; 2] = ["charter-rule-address", "charter-value-address-tu"];
    let vous = messages("fr-CA-x-vous");
    let says_tu = |words: &str| {
        let words = words.to_lowercase().replace('’', "'");
        let mut apart = words.split(|letter: char| !letter.is_alphanumeric() && letter != '\'' && letter != '-');
        apart.any(|word| {
            ["tu", "te", "toi", "ton", "ta", "tes"].contains(&word) || word.starts_with("t'") || word.ends_with("-toi")
        })
    };
    for (key, words) in messages("fr-CA") {
        if says_tu(&words) && !ABOUT_THE_WORD.contains(&key.as_str()) {
            assert!(vous.contains_key(&key), "{key} says tu and has no vous: {words}");
        }
    }
    for (key, words) in &vous {
        assert!(!says_tu(words), "{key} says tu to whoever is told vous: {words}");
    }
}

#[test]
fn every_letter_has_its_subject_its_text_and_its_page() {
    use membership::mail::{ACCESS_CHANGED, ADDRESS_CHANGED, CIRCLE_ASKED, INVITATION, PAUSE_OVER, SIGN_IN, WAY_BACK};
    let of_membership = [SIGN_IN, INVITATION, ADDRESS_CHANGED, PAUSE_OVER, WAY_BACK, ACCESS_CHANGED, CIRCLE_ASKED];
    for kind in of_membership.into_iter().chain([decisions::mail::NEWS, mutual_aid::mail::APPOINTMENT]) {
        for end in ["subject.txt", "txt", "html"] {
            let path = format!("themes/default/mail/{kind}.{end}");
            assert!(root().join(&path).is_file(), "{path}");
        }
    }
    assert_eq!(files("themes/default/mail").len(), 27, "a letter that is new here is listed above");
}
