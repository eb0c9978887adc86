//! Leaving, in two actions: this page, and its button (`mutual-aid` IM6).

use super::kept::thrown_from;
use crate::kit::PageResult;
use crate::kit::Tab;
use crate::kit::exit::gone;
use crate::pages::visit::{May, Member, Oneself};
use chrono::NaiveDate;
use commons::area::{Areas, Erased, Kept};
use commons::refusal::Message;
use decisions::ProposalId;
use decisions::commands::leave_words::let_stay;
use decisions::commands::summarise;
use decisions::queries::{mine, summaries};
use membership::commands::leave;
use membership::powers::Leave;
use membership::queries::mandates;
use serde::{Deserialize, Serialize};
use tera::context;

#[derive(Debug, Serialize)]
struct Words {
    id: String,
    number: Option<i32>,
    title: String,
    words: String,
}

impl Words {
    /// What she wrote of where a discussion stands, unless she took it back.
    fn of_summary(one: summaries::Mine) -> Option<Self> {
        let id = format!("{}.{}", one.proposal, one.version);
        Some(Self { id, number: one.number, title: one.title, words: one.words? })
    }
}

/// The version of that id.
fn summary_of(id: &str) -> Option<(ProposalId, i32)> {
    let (proposal, version) = id.split_once('.')?;
    Some((proposal.parse().ok()?, version.parse().ok()?))
}

#[derive(Debug, Serialize)]
struct ByLaw {
    name: String,
    from: NaiveDate,
    until: NaiveDate,
}

/// What she may do instead, what she may take along, what becomes of her words, what would stay.
pub(super) async fn show(Oneself(member): Oneself) -> PageResult {
    show_to(member).await
}

async fn show_to(member: Member) -> PageResult {
    let scope = member.read();
    let by_law = leave::what_stays(&scope, member.id).await?;
    let by_law = by_law.map(|entry| ByLaw { name: entry.name, from: entry.from, until: entry.until });
    let said = mine::said(&scope, member.id).await?.into_iter();
    let said =
        said.map(|said| Words { id: said.id.to_string(), number: said.number, title: said.title, words: said.words });
    let summaries = summaries::mine(&scope, member.id).await?.into_iter().filter_map(Words::of_summary);
    let said: Vec<Words> = said.chain(summaries).collect();
    let held = mandates::running(&scope).await?.into_iter().filter(|mandate| mandate.holder == member.id);
    let held: Vec<String> = held.map(|mandate| mandate.title).collect();
    drop(scope);
    let context = context! {
        by_law => &by_law, said => &said, held => &held, may_rest => &member.standing.is_member(),
    };
    member.into_page().at(Tab::Me).render("membership/leave.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wishes {
    /// What she said and lets stay without her name. The rest goes with her.
    stay: Vec<String>,
}

/// What was erased, counted.
#[derive(Debug, Serialize)]
struct Gone {
    what: Message,
    rows: u64,
}

/// Everything is gone when this answers, and so is what the browser kept. She reads how much, table by table.
pub(super) async fn go(may: May<Leave, Wishes>) -> PageResult {
    let home = may.at("");
    let (mut erased, mut by_law) = (Vec::new(), false);
    let left = may
        .act(async |tx, permit| {
            let stay: Vec<_> = may.form.stay.iter().filter_map(|id| id.parse().ok()).collect();
            let_stay(tx, &permit, &stay).await?;
            let stay: Vec<_> = may.form.stay.iter().filter_map(|id| summary_of(id)).collect();
            summarise::let_stay(tx, &permit, &stay).await?;
            by_law = leave::what_stays(tx, permit.by()).await?.is_some();
            erased = leave::leave(tx, permit, &may.site.areas).await?;
            Ok(home)
        })
        .await;
    match left {
        Ok(_) => {
            if let Err(error) = may.site.db.settle_files().await {
                tracing::warn!(%error, "what she took along may still be in a file until the next purge");
            }
            let context = context! { erased => &counted(&may.site.areas, &erased), by_law => &by_law };
            gone(&may.page, "membership/farewell.html", context)
        }
        Err(no) => show_to(may.again(no)?).await,
    }
}

fn counted(areas: &Areas, erased: &[Erased]) -> Vec<Gone> {
    let all: Vec<Kept> = areas.kept().into_iter().flat_map(|(_, kept)| kept).collect();
    let some = erased.iter().filter(|one| one.rows > 0);
    some.filter_map(|one| Some(Gone { what: thrown_from(&all, one.table)?, rows: one.rows })).collect()
}
