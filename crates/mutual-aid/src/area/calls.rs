//! The phone tree: what is kept, shown, erased and thrown away.

use crate::commands::calls::{asks, chain, limits, member, open, person, settle, sheets, tree};
use crate::entities::calls::{call_choice, call_sheet, chain_ask, phone_chain};
use crate::queries::calls::people::choices_of;
use crate::queries::calls::sheets::place as sheet_place;
use crate::rules::calls::{Choices, Silent};
use crate::rules::cascade::{Stage, What};
use crate::rules::sheets::Sheet;
use commons::area::{Datum, Erased, Kept, Section, Then, Until};
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Arg, Broken, Message, No};
use commons::sealed;
use membership::queries::people;
use sea_orm::ColumnTrait;

pub(super) const KEPT: &[Kept] = &[
    Kept {
        table: "call_choice",
        columns: &["member_id", "said"],
        name: "call_choices",
        until: Until::SheSaysSo,
        then: Then::Erased,
    },
    Kept {
        table: "call_tree",
        columns: &["version", "made_at", "lines"],
        name: "call_tree",
        until: Until::SheSaysSo,
        then: Then::Erased,
    },
    Kept {
        table: "phone_chain",
        columns: &["id", "kind", "started_by", "started_at", "ended_at", "plan"],
        name: "phone_chains",
        until: Until::Days(7),
        then: Then::Erased,
    },
    Kept {
        table: "chain_text",
        columns: &["chain_id", "version", "words"],
        name: "chain_texts",
        until: Until::Days(7),
        then: Then::Erased,
    },
    Kept {
        table: "chain_event",
        columns: &["chain_id", "seq", "at", "what"],
        name: "chain_events",
        until: Until::Days(7),
        then: Then::Erased,
    },
    Kept {
        table: "chain_ask",
        columns: &["id", "chain_id", "whose", "words", "taken_by"],
        name: "chain_asks",
        until: Until::Days(7),
        then: Then::Erased,
    },
    Kept {
        table: "chain_total",
        columns: &["id", "kind", "ended_at", "everybody", "reached", "message", "answered"],
        name: "chain_totals",
        until: Until::Years(1),
        then: Then::Erased,
    },
    Kept {
        table: "call_sheet",
        columns: &["number", "holder", "printed_by", "printed_on", "good_until", "lines"],
        name: "call_sheets",
        until: Until::Served,
        then: Then::Erased,
    },
];

pub(super) async fn about(scope: &Scope<'_>, whose: MemberId) -> Result<Vec<Section>, Broken> {
    let names = people::names(scope).await?;
    let name = |of: MemberId| match names.of(of) {
        Some(name) => Arg::from(Message::new("plain").with("words", name)),
        None => Arg::from(Message::new("a-member-who-left")),
    };
    Ok(vec![
        Section::new("call_choices", chosen(scope, whose, &name).await?),
        Section::new("call_tree", lines(scope, whose, &name).await?),
        Section::new("chains_started", started(scope, whose).await?),
        Section::new("chain_calls", calls(scope, whose).await?),
        Section::new("chain_asks", asked(scope, whose).await?),
        Section::new("call_sheets", on_paper(scope, whose, &name).await?),
    ])
}

type Rows = Vec<Vec<Datum>>;

async fn chosen(scope: &Scope<'_>, whose: MemberId, name: &impl Fn(MemberId) -> Arg) -> Result<Rows, Broken> {
    let row = scope.find::<call_choice::Entity>().filter(call_choice::Column::MemberId.eq(whose)).one().await?;
    if row.is_none() {
        return Ok(Vec::new());
    }
    let chosen = choices_of(scope, whose).await?;
    let hour = |at: chrono::NaiveTime| at.format("%H:%M").to_string();
    let mut data = vec![
        Datum::new("calls_most", u32::from(chosen.calls)),
        Datum::new("calls_quiet_from", hour(chosen.quiet.from)),
        Datum::new("calls_quiet_until", hour(chosen.quiet.until)),
        Datum::new("calls_shared", Message::new(if chosen.shared { "data-yes" } else { "data-no" })),
        Datum::new("calls_voicemail", Message::keyed(format!("calls-voicemail-{}", chosen.voicemail.name()))),
        Datum::new("calls_silent", Message::keyed(format!("calls-silent-{}", chosen.silent.name()))),
    ];
    data.extend(chosen.with.map(|with| Datum::new("calls_silent_with", name(with))));
    Ok(vec![data])
}

async fn lines(scope: &Scope<'_>, whose: MemberId, name: &impl Fn(MemberId) -> Arg) -> Result<Rows, Broken> {
    let now = tree::current(scope).await?;
    let me = person(whose);
    let Some(place) = now.tree.place(me) else { return Ok(Vec::new()) };
    let caller = place.caller.map(|caller| vec![Datum::new("tree_called_by", name(member(caller)))]);
    let calls = now.tree.calls(me).iter().map(|called| vec![Datum::new("tree_calls", name(member(*called)))]);
    let second = now.tree.second_calls().remove(&me).unwrap_or_default();
    let second = second.into_iter().map(|called| vec![Datum::new("tree_second_for", name(member(called)))]);
    let mut rows: Rows = caller.into_iter().chain(calls).chain(second).collect();
    if rows.is_empty() {
        rows.push(vec![Datum::new("tree_place", Message::new("data-tree-first"))]);
    }
    Ok(rows)
}

async fn started(scope: &Scope<'_>, whose: MemberId) -> Result<Rows, Broken> {
    let rows = scope.find::<phone_chain::Entity>().filter(phone_chain::Column::StartedBy.eq(whose));
    let rows = rows.ascending(phone_chain::Column::StartedAt).all().await?.into_iter();
    Ok(rows.map(|row| vec![Datum::new("chain_started_at", row.started_at)]).collect())
}

/// What is kept of calls to her, for a week after the end.
async fn calls(scope: &Scope<'_>, whose: MemberId) -> Result<Rows, Broken> {
    let mut rows = Vec::new();
    for row in scope.find::<phone_chain::Entity>().ascending(phone_chain::Column::StartedAt).all().await? {
        let at = row.started_at;
        let told = chain::read(scope, row).await?;
        let (chain, _) = told.now(scope).await?;
        let Some(standing) = chain.standing(person(whose)) else { continue };
        let said = match standing.stage {
            Stage::Heard { .. } => "data-chain-reached",
            Stage::Withdrawn => "data-chain-withdrawn",
            _ => "data-chain-open",
        };
        rows.push(vec![Datum::new("chain_started_at", at), Datum::new("chain_stands", Message::new(said))]);
    }
    Ok(rows)
}

async fn asked(scope: &Scope<'_>, whose: MemberId) -> Result<Rows, Broken> {
    use chain_ask::Column;
    let hers = scope.find::<chain_ask::Entity>().filter(Column::Whose.eq(whose)).ascending(Column::Id).all().await?;
    let mut rows = Vec::new();
    for row in hers {
        let key = sealed::key_of(scope, whose).await?;
        rows.push(vec![Datum::new("chain_asked", key.open_text(&asks::place(row.id), &row.words)?)]);
    }
    let taken = scope.find::<chain_ask::Entity>().filter(Column::TakenBy.eq(whose)).ascending(Column::Id).all().await?;
    for row in taken {
        let key = sealed::key_of(scope, row.whose).await?;
        rows.push(vec![Datum::new("chain_said_yes", key.open_text(&asks::place(row.id), &row.words)?)]);
    }
    Ok(rows)
}

/// Sheets that she holds, printed, or stands on.
async fn on_paper(scope: &Scope<'_>, whose: MemberId, name: &impl Fn(MemberId) -> Arg) -> Result<Rows, Broken> {
    let mut rows = Vec::new();
    for row in scope.find::<call_sheet::Entity>().ascending(call_sheet::Column::Number).all().await? {
        let sheet: Sheet = open(scope, &sheet_place(row.number), &row.lines)?;
        let is_on_it = sheet.lines.iter().any(|line| line.person == person(whose));
        if row.holder == whose || row.printed_by == whose || is_on_it {
            rows.push(vec![
                Datum::new("sheet_number", i64::from(row.number)),
                Datum::new("sheet_holder", name(row.holder)),
                Datum::new("sheet_until", sheet.until),
            ]);
        }
    }
    Ok(rows)
}

pub(super) async fn forget(tx: &Tx<'_>, whose: MemberId) -> Result<Vec<Erased>, Broken> {
    let erased = |table, rows| Erased { table, rows };
    let withdrawn = withdraw(tx, whose).await?;
    Ok(vec![
        erased("call_choice", forget_choices(tx, whose).await?),
        erased("call_tree", tree::forget(tx, whose).await?),
        erased("chain_event", withdrawn),
        erased("chain_ask", asks::forget(tx, whose).await?),
        erased("call_sheet", sheets::forget(tx, whose).await?),
    ])
}

/// From this instant on nobody calls her, in any chain that runs.
async fn withdraw(tx: &Tx<'_>, whose: MemberId) -> Result<u64, Broken> {
    let mut told = 0;
    for row in tx.find::<phone_chain::Entity>().filter(phone_chain::Column::EndedAt.is_null()).all().await? {
        match chain::tell(tx, row.id, &[What::Withdrew(person(whose))]).await {
            Ok(_) => told += 1,
            Err(No::Broken(broken)) => return Err(broken),
            // She was not in it, has withdrawn already, or it is over.
            Err(_) => {}
        }
    }
    Ok(told)
}

/// What she chose goes, and her name from what others chose.
async fn forget_choices(tx: &Tx<'_>, whose: MemberId) -> Result<u64, Broken> {
    let mut rows = limits::keep(tx, whose, None).await?;
    for (other, choices) in crate::queries::calls::people::all_choices(tx).await? {
        if choices.with == Some(whose) {
            limits::keep(tx, other, Some(Choices { with: None, silent: Silent::Nothing, ..choices })).await?;
            rows += 1;
        }
    }
    Ok(rows)
}

pub(super) async fn purge(tx: &Tx<'_>) -> Result<Vec<Erased>, Broken> {
    Ok(vec![
        Erased { table: "phone_chain", rows: settle::purge(tx).await? },
        Erased { table: "chain_total", rows: settle::purge_totals(tx).await? },
        Erased { table: "call_sheet", rows: sheets::purge(tx).await? },
    ])
}
