//! Where a discussion stands: written by whoever wants to, and every version of it (`decisions A9`).

use super::drafts::Nothing;
use super::proposal::home;
use super::shown::can_talk;
use super::words::Who;
use crate::kit::{PageResult, Tab};
use crate::pages::{May, Member};
use ::decisions::commands::summarise::{self, summarise};
use ::decisions::powers::SummariseTalk;
use ::decisions::queries::proposal::{id_of, numbered};
use ::decisions::queries::summaries::{Summary, summaries};
use ::decisions::rules::text::{Run, difference};
use ::membership::powers::Permit;
use ::membership::queries::people;
use actix_web::web::Path;
use commons::clock::Time;
use commons::db::Tx;
use commons::ids::MemberId;
use serde::{Deserialize, Serialize};
use tera::context;

/// Where the discussion stands, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Written {
    words: String,
    /// The version that she read.
    seen: String,
}

/// A version with what it changed.
#[derive(Serialize)]
struct VersionShown {
    number: i32,
    by: String,
    at: Time,
    /// Against the version before; none once its words were taken back.
    words: Option<Vec<Run>>,
    mine: bool,
}

impl VersionShown {
    fn of(one: &Summary, words: Option<Vec<Run>>, who: &Who, reader: MemberId) -> Self {
        Self { number: one.version, by: who.name(one.by), at: one.at, mine: one.by == reader && words.is_some(), words }
    }
}

/// Each version, the latest first, against the one before whose words are still there. The first is shown against
/// itself.
fn compared(versions: &[Summary]) -> Vec<Option<Vec<Run>>> {
    let run = |(place, one): (usize, &Summary)| {
        let words = one.words.as_ref()?;
        let before = versions.iter().skip(place + 1).find_map(|older| older.words.as_ref());
        Some(difference(before.unwrap_or(words), words))
    };
    versions.iter().enumerate().map(run).collect()
}

pub(super) async fn show(member: Member, at: Path<(String, i32)>) -> PageResult {
    summary_page(member, at.1).await
}

async fn summary_page(member: Member, number: i32) -> PageResult {
    let scope = member.read();
    let proposal = numbered(&scope, &member.site.effects, number, member.id).await?;
    let versions = summaries(&scope, proposal.id).await?;
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    let open = can_talk(&proposal, scope.now());
    drop(scope);
    let shown = versions.iter().zip(compared(&versions));
    let shown: Vec<_> = shown.map(|(one, words)| VersionShown::of(one, words, &who, member.id)).collect();
    let words = proposal.so_far.and_then(|one| one.words).unwrap_or_default();
    let context = context! {
        number => &number, title => &proposal.title, open => &open, words => &words,
        seen => &versions.first().map_or(0, |latest| latest.version),
        versions => &shown,
        home => &member.at(&home(number)), action => &member.at(&here(number)),
    };
    member.into_page().at(Tab::Decide).render("decisions/summary.html", context)
}

/// Its address within the group.
fn here(number: i32) -> String {
    format!("{}/summary", home(number))
}

pub(super) async fn written(may: May<SummariseTalk, Written>, at: Path<(String, i32)>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<SummariseTalk>| {
        let id = id_of(tx, at.1).await?;
        summarise(tx, permit, id, &may.form.words, may.form.seen.parse().unwrap_or_default()).await?;
        Ok(home(at.1))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-so-far")),
        Err(no) => summary_page(may.again(no)?, at.1).await,
    }
}

pub(super) async fn take_back(may: May<SummariseTalk, Nothing>, at: Path<(String, i32, i32)>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<SummariseTalk>| {
        summarise::take_back(tx, permit, id_of(tx, at.1).await?, at.2).await?;
        Ok(here(at.1))
    });
    let to = done.await?;
    Ok(may.page.go_saying(&may.at(&to), "done-words-taken-back"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(version: i32, words: Option<&str>) -> Summary {
        let at = "2026-11-12T15:00:00Z".parse().unwrap();
        Summary { version, by: MemberId::new(), at, words: words.map(str::to_owned) }
    }

    #[test]
    fn a_version_is_compared_with_the_last_whose_words_are_there() {
        let versions = [version(3, Some("Un congélateur neuf")), version(2, None), version(1, Some("Un congélateur"))];
        let runs = compared(&versions);
        assert!(runs[0].as_ref().unwrap().iter().any(|run| run.change == "added"));
        assert!(runs[1].is_none());
        assert!(runs[2].as_ref().unwrap().iter().all(|run| run.change == "same"));
    }
}
