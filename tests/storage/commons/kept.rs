//! "What we keep" names every column of the store, and the purge does what it says.

use chrono::Duration;
use commons::area::{Areas, Then, Until};
use commons::db::Tx;
use membership::rules::recovery::WAITS_FOR;
use parpour_tests::{Kind, Raw, World, on_each_database};
use std::collections::BTreeSet;

fn areas() -> Areas {
    parpour::areas::areas()
}

/// Columns of a table, without the group's own.
async fn columns_of(raw: &Raw, table: &str) -> Vec<String> {
    raw.columns(table).await.into_iter().filter(|name| name != "group_id").collect()
}

/// Where some text is found: files of the data directory, and on PostgreSQL columns read as text.
pub async fn scan(world: &World, mark: &str) -> Vec<String> {
    let mut found = Vec::new();
    if world.kind == Kind::Sqlite {
        for file in std::fs::read_dir(world.data()).unwrap() {
            let path = file.unwrap().path();
            if path.is_file() {
                let bytes = std::fs::read(&path).unwrap();
                if bytes.windows(mark.len()).any(|window| window == mark.as_bytes()) {
                    found.push(path.display().to_string());
                }
            }
        }
        return found;
    }
    let raw = world.raw().await;
    for table in raw.tables().await {
        let sql = format!("SELECT count(*) FROM {table} AS row WHERE row::text LIKE '%{mark}%'");
        if raw.number(&sql).await > 0 {
            found.push(table);
        }
    }
    raw.close().await;
    found
}

on_each_database!(every_column_is_in_what_we_keep, |world| {
    let raw = world.raw().await;
    let mut in_the_store = BTreeSet::new();
    for table in raw.tables().await.into_iter().filter(|table| table != "seaql_migrations") {
        for column in columns_of(&raw, &table).await {
            in_the_store.insert(format!("{table}.{column}"));
        }
    }
    raw.close().await;
    let kept: Vec<_> = areas().kept().into_iter().flat_map(|(_, kept)| kept).collect();
    let named: BTreeSet<String> =
        kept.iter().flat_map(|kept| kept.columns.iter().map(|column| format!("{}.{column}", kept.table))).collect();
    assert_eq!(in_the_store.difference(&named).collect::<Vec<_>>(), Vec::<&String>::new(), "columns without a row");
    assert_eq!(named.difference(&in_the_store).collect::<Vec<_>>(), Vec::<&String>::new(), "rows without a column");
    let names: BTreeSet<_> = kept.iter().map(|kept| kept.name).collect();
    assert_eq!(names.len(), kept.len(), "each row has a name of its own");
});

/// How long after something has served it is thrown away.
fn delay(until: Until) -> Option<Duration> {
    match until {
        // What the charter says has its own test, where the rule is named.
        Until::Always | Until::SheSaysSo | Until::SheLeaves | Until::Served | Until::CharterSays => None,
        Until::Minutes(count) => Some(Duration::minutes(i64::from(count))),
        Until::Days(count) => Some(Duration::days(i64::from(count))),
        // A day more: what is kept for a year is counted on the calendar.
        Until::Years(count) => Some(Duration::days(i64::from(count) * 366 + 1)),
    }
}

/// What is still going on at the end of the whole life: `membership::hard_times` follows it to its end.
const OPEN: [&str; 2] = ["removal", "incident"];

on_each_database!(nothing_older_than_what_we_say_is_left, |world| {
    let group = world.a_whole_life().await;
    group.invites(0, "x@exemple.org").await.unwrap();
    let kept = areas().kept().into_iter().flat_map(|(_, kept)| kept);
    let kept = kept.filter(|kept| !OPEN.contains(&kept.name));
    let mut delays: Vec<_> = kept.filter_map(|kept| Some((delay(kept.until)?, kept))).collect();
    delays.sort_by_key(|(delay, _)| *delay);
    let raw = world.raw().await;
    let rows = async |kept: &commons::area::Kept| match kept.name {
        "drafts" => raw.number("SELECT count(*) FROM proposal WHERE state = 'draft'").await,
        // A yes is kept while it is one; a year after it was taken back, it goes.
        "consents" => raw.number("SELECT count(*) FROM consent WHERE until IS NOT NULL").await,
        "listener_asked" => raw.number("SELECT count(*) FROM listener WHERE asked_at IS NOT NULL").await,
        // Hours come back until they are given up.
        "listening_hours" => raw.number("SELECT count(*) FROM listening WHERE last_day IS NOT NULL").await,
        "close_codes" => raw.number("SELECT count(*) FROM close_link WHERE code_made IS NOT NULL").await,
        _ => raw.rows(kept.table).await,
    };
    // Votes end first: each opening and closing would put new letters in the way.
    for _ in 0..4 {
        world.clock.advance(Duration::days(15));
        group.settle().await;
    }
    let begun = group.now();
    for (_, kept) in &delays {
        // Receipts are made by the purge itself, and an entrance by coming in with a link.
        if !["receipts", "entrances"].contains(&kept.name) {
            assert!(rows(kept).await > 0, "{}: this test makes none", kept.name);
        }
    }
    for (delay, kept) in &delays {
        // Some things last a while before they have served.
        let served = match kept.name {
            "sessions" => Duration::days(90),
            "recoveries" | "recovery_vouches" => WAITS_FOR + WAITS_FOR,
            "measure" => Duration::days(160),
            "applications" => Duration::days(60),
            _ => Duration::zero(),
        };
        let then = begun + *delay + served + Duration::days(1);
        world.clock.set(then.max(group.now()));
        group.write(async |tx: &Tx<'_>| Ok(areas().purge(tx).await?)).await.unwrap();
        if kept.name == "receipts" {
            let old = (then - Duration::days(367)).date_naive();
            assert_eq!(raw.number(&format!("SELECT count(*) FROM purge_receipt WHERE day < '{old}'")).await, 0);
        } else {
            assert_eq!(rows(kept).await, 0, "{} after {delay}", kept.name);
        }
        assert_ne!(kept.then, Then::Stays, "{}: a delay after which it stays", kept.name);
    }
    let receipts = commons::area::receipts::latest(&group.read(), 100).await.unwrap();
    assert!(receipts.iter().any(|receipt| receipt.table == "ballot"), "{receipts:?}");
    raw.close().await;
});

/// Where she reads what a table keeps under her id: the sections of "my data".
const TOLD: &[(&str, &[&str])] = &[
    ("address_change", &["address_changes"]),
    ("ally", &["member"]),
    ("application", &["applications_signed", "applications_written"]),
    ("at_request", &["at_request"]),
    ("ballot", &["ballots", "phone_votes"]),
    ("call_choice", &["call_choices"]),
    ("call_sheet", &["call_sheets"]),
    ("came_in", &["came_in"]),
    ("card_code", &["card_codes"]),
    ("chain_ask", &["chain_asks"]),
    ("circle", &["circle", "circle_of"]),
    ("close_asked", &["close_asked"]),
    ("close_card", &["close_card"]),
    ("close_circle", &["close_awake"]),
    ("close_daily", &["close_daily"]),
    ("close_holder", &["close_holders", "close_named"]),
    ("close_link", &["close_links", "close_in"]),
    ("close_opening", &["close_openings", "close_opened"]),
    ("close_task", &["close_tasks"]),
    ("listener", &["listener"]),
    ("listening_ask", &["listening_asks"]),
    ("listening_swap", &["listening_swaps"]),
    ("listening_take", &["listening_takes"]),
    ("consent", &["consents"]),
    ("contact_point", &["contact_points"]),
    ("contribution", &["contributions"]),
    ("draw", &["draws_opened"]),
    ("draw_dice", &["draw_dice"]),
    ("draw_entry", &["draws_entered"]),
    ("election", &["elections"]),
    ("election_answer", &["election_answers"]),
    ("election_closed", &["names_closed"]),
    ("election_ready", &["election_ready"]),
    ("extension_asked", &["extension_asked"]),
    ("hearing", &["hearing"]),
    ("invitation", &["invitations", "cards_for_me"]),
    ("joint_act", &["joint_acts"]),
    ("joint_signature", &["joint_signatures"]),
    ("late_form", &["late_forms"]),
    ("mandate", &["mandates"]),
    ("mandate_learner", &["learner"]),
    ("measure", &["measures"]),
    ("member", &["member"]),
    ("naming_wish", &["naming_wish"]),
    ("nomination", &["nominations"]),
    ("objection", &["objections"]),
    ("objection_support", &["blocks_supported"]),
    ("outbox", &["letters"]),
    ("pause", &["pause"]),
    ("paper_tally", &["paper_tallies"]),
    ("phone_chain", &["chains_started"]),
    ("proposal", &["drafts", "authored", "mandates"]),
    ("proposal_author", &["authored", "drafts"]),
    ("proposal_version", &["versions", "mandates"]),
    ("reader_log", &["read_by_me", "read_of_me"]),
    ("recovery", &["recoveries", "circle_of"]),
    ("recovery_vouch", &["vouched_by_me", "vouched_for_me"]),
    ("register", &["entries"]),
    ("removal", &["removals", "removals_begun"]),
    ("roll", &["rolls", "paper_helped"]),
    ("roll_read", &["rolls_read"]),
    ("seconder", &["seconded"]),
    ("secrecy_asked", &["secrecy_asked"]),
    ("session", &["sessions"]),
    ("sign_in_link", &["sign_in_links"]),
    ("talk_summary", &["talk_summaries"]),
    ("welcome_pair", &["welcome_pairs"]),
    ("own_limit", &["own_limits"]),
    ("visit_plan", &["visit_plan", "visit_plans_kept"]),
    ("visit_seat", &["visit_seats"]),
];

/// Tables with her id of which she reads nothing there, and why.
const UNTOLD: &[(&str, &str)] = &[
    ("member_key", "the key with which all of it is opened for her, and nothing about her"),
    ("command_done", "a form that was acted on once: what it did is told where it is"),
    ("entrance", "a link that she used within the last minute"),
    ("effect_done", "what a decision did: told by the mandate or the measure that it made"),
];

on_each_database!(she_reads_what_every_table_keeps_under_her_id, |world| {
    let group = world.a_whole_life().await;
    let (raw, scope) = (world.raw().await, group.read());
    let mut missing = BTreeSet::new();
    for person in membership::queries::people::with_a_place(&scope).await.unwrap() {
        let sections = areas().everything_about(&scope, person.id).await.unwrap();
        let full: BTreeSet<&str> =
            sections.iter().filter(|section| !section.rows.is_empty()).map(|section| section.name).collect();
        for table in raw.tables_with_member(person.id).await {
            if UNTOLD.iter().any(|(untold, _)| *untold == table) {
                continue;
            }
            let told = TOLD.iter().find(|(told, _)| *told == table).map(|(_, sections)| *sections);
            if !told.unwrap_or_default().iter().any(|section| full.contains(section)) {
                missing.insert(table);
            }
        }
    }
    raw.close().await;
    assert_eq!(missing, BTreeSet::new());
    let kept: BTreeSet<_> = areas().kept().into_iter().flat_map(|(_, kept)| kept).map(|kept| kept.table).collect();
    for table in TOLD.iter().map(|(table, _)| table).chain(UNTOLD.iter().map(|(table, _)| table)) {
        assert!(kept.contains(table), "{table} is no table any more");
    }
});
