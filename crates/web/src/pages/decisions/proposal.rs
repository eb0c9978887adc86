//! The page of one proposal, and of its versions.

use super::amend;
use super::draws;
use super::entries::{self, Told};
use super::method::all_options;
use super::outcome::outcome;
use super::shown::{Seen, shown};
use super::words::Who;
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::Member;
use ::decisions::queries::proposal::{Proposal, numbered};
use ::decisions::queries::versions;
use ::decisions::rules::ballot::ballot_file;
use ::decisions::rules::exchange::{Format, written};
use ::decisions::rules::text::Run;
use ::membership::queries::people;
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Path;
use commons::clock::Time;
use commons::db::Scope;
use commons::register;
use serde::Serialize;
use tera::context;

/// The address of a proposal within its group.
pub(super) fn home(number: i32) -> String {
    format!("/decide/{number}")
}

pub(super) async fn proposal(member: Member, at: Path<(String, i32)>) -> PageResult {
    proposal_page(member, at.1).await
}

/// The page of a proposal; also what a form of it that was refused comes back to.
pub(super) async fn proposal_page(member: Member, number: i32) -> PageResult {
    let scope = member.read();
    let proposal = numbered(&scope, &member.site.effects, number, member.id).await?;
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    let revised_at = if proposal.version > 1 { versions::revised_at(&scope, proposal.id).await? } else { None };
    let told = told(&scope, &member, &proposal, &who).await?;
    let seen = Seen { page: &member.page, who: &who, by: member.id, now: scope.now() };
    let home = member.at(&home(number));
    let votes_from = people::votes_from(&scope, member.id).await?;
    let amendments = amend::amendments(&member, proposal.id).await?;
    let tie = draws::tie(&scope, &member, &proposal).await?;
    let context = context! {
        amendments => &amendments, tie => &tie,
        shown => &shown(&seen, &proposal, revised_at)?, outcome => &outcome(&member.page, &proposal, &who)?,
        entries => &told, base => &home, vote_href => &format!("{home}/vote"), votes_from => &votes_from, now => &scope.now(),
    };
    drop(scope);
    let Member { visit, .. } = member;
    visit.page.at(Tab::Decide).here(home).render("decisions/proposal.html", context)
}

/// What the register says of its result and of what came of it.
async fn told(scope: &Scope<'_>, member: &Member, proposal: &Proposal, who: &Who) -> Result<Vec<Told>, PageError> {
    let Some(closed) = proposal.closed_seq else { return Ok(Vec::new()) };
    let mut about = register::about(scope, &proposal.id.to_string()).await?;
    about.retain(|entry| entry.seq >= closed);
    let told = entries::told(scope, member, who, about).await?;
    // Each of them is about this very page.
    Ok(told.into_iter().map(|entry| Told { about: None, ..entry }).collect())
}

/// The ballots of a closed vote, without names, for whoever wants to count them again. Its name tells nothing of the
/// group: it stays in a list of downloads.
pub(super) async fn ballots(member: Member, at: Path<(String, i32)>) -> PageResult {
    let proposal = numbered(&member.read(), &member.site.effects, at.1, member.id).await?;
    let result = proposal.result.as_ref().ok_or_else(PageError::not_found)?;
    let file =
        ballot_file(&proposal.title, &proposal.rules, &proposal.question, result).ok_or_else(PageError::not_found)?;
    Ok(taken_home(at.1, "json", "application/json", file))
}

/// The same for programs that elect (`decisions G9`).
pub(super) async fn ballots_blt(member: Member, at: Path<(String, i32)>) -> PageResult {
    ballots_in(Format::Blt, &member, at.1).await
}

/// The same as rankings of PrefLib. The end of its name says what kind of rankings they are.
pub(super) async fn ballots_preflib(member: Member, at: Path<(String, i32)>) -> PageResult {
    ballots_in(Format::Preflib, &member, at.1).await
}

/// The same for programs that share budgets.
pub(super) async fn ballots_pb(member: Member, at: Path<(String, i32)>) -> PageResult {
    ballots_in(Format::Pabulib, &member, at.1).await
}

/// Ballots in a format of other programs, where it can say them and secrecy lets it.
async fn ballots_in(format: Format, member: &Member, number: i32) -> PageResult {
    let proposal = numbered(&member.read(), &member.site.effects, number, member.id).await?;
    let result = proposal.result.as_ref().ok_or_else(PageError::not_found)?;
    let names = all_options(&member.page, &proposal.question)?;
    let file = written(format, &proposal.title, names, &proposal.question, result).ok_or_else(PageError::not_found)?;
    Ok(taken_home(number, file.end, "text/plain; charset=utf-8", file.text))
}

fn taken_home(number: i32, end: &str, kind: &'static str, file: String) -> HttpResponse {
    let name = format!("attachment; filename=\"ballots-{number}.{end}\"");
    HttpResponse::Ok()
        .content_type(kind)
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(file)
}

/// A version with what it changed.
#[derive(Serialize)]
struct VersionShown {
    number: i32,
    by: String,
    /// The amendment it came from.
    amendment: Option<i32>,
    at: Time,
    title: Vec<Run>,
    summary: Vec<Run>,
    body: Vec<Run>,
    effect_changed: bool,
    first: bool,
}

pub(super) async fn versions(member: Member, at: Path<(String, i32)>) -> PageResult {
    let scope = member.read();
    let proposal = numbered(&scope, &member.site.effects, at.1, member.id).await?;
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    let versions = versions::versions(&scope, proposal.id).await?.into_iter().map(|version| VersionShown {
        number: version.number,
        by: who.name(version.by),
        amendment: version.amendment,
        at: version.at,
        first: version.number == 1,
        title: version.title,
        summary: version.summary,
        body: version.body,
        effect_changed: version.effect_changed,
    });
    let versions: Vec<_> = versions.collect();
    drop(scope);
    let context =
        context! { number => &at.1, title => &proposal.title, versions => &versions, home => &member.at(&home(at.1)) };
    member.into_page().at(Tab::Decide).render("decisions/versions.html", context)
}
