//! The register of decisions: read it, compare its head, take it home, check it.

use super::entries::{Told, told};
use super::outcome::in_fours;
use super::words::Who;
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::Member;
use ::membership::queries::people;
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Path, Query};
use commons::refusal::Broken;
use commons::register::{self, Head};
use serde::{Deserialize, Serialize};
use tera::context;

/// Entries on one page.
const PAGE: u64 = 10;

/// Which page of the register.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Older {
    before: Option<String>,
}

/// Where the chain ends, to be compared.
#[derive(Serialize)]
pub(super) struct HeadShown {
    seq: i64,
    words: Vec<String>,
    hash: String,
}

impl From<Head> for HeadShown {
    fn from(head: Head) -> Self {
        Self { seq: head.seq, words: head.words.split(' ').map(str::to_owned).collect(), hash: in_fours(&head.hash) }
    }
}

pub(super) async fn register(member: Member, older: Query<Older>) -> PageResult {
    // Whatever was typed in the address, there is a page: the latest one.
    let before = older.before.as_deref().and_then(|before| before.parse::<i64>().ok());
    let scope = member.read();
    let entries = register::latest(&scope, before, PAGE).await?;
    let oldest = entries.last().map_or(1, |entry| entry.seq);
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    let entries = told(&scope, &member, &who, entries).await?;
    let head = HeadShown::from(register::head(&scope).await?);
    drop(scope);
    let context = context! {
        entries => &entries, head => &head, base => &member.at("/register"), newest => &before.is_none(),
        older => &(oldest > 1).then_some(oldest),
    };
    member.into_page().at(Tab::Decide).render("decisions/register.html", context)
}

pub(super) async fn entry(member: Member, at: Path<(String, i64)>) -> PageResult {
    let scope = member.read();
    let entry = register::entry(&scope, at.1).await?.ok_or_else(PageError::not_found)?;
    let body = entry.body.as_ref().map(serde_json::to_string_pretty).transpose().map_err(Broken::stored)?;
    let (kind, hash) = (entry.kind.clone(), in_fours(&entry.hash));
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    let told: Option<Told> = told(&scope, &member, &who, vec![entry]).await?.pop();
    drop(scope);
    let context =
        context! { told => &told, kind => &kind, hash => &hash, body => &body, base => &member.at("/register") };
    member.into_page().at(Tab::Decide).render("decisions/entry.html", context)
}

pub(super) async fn verify(member: Member) -> PageResult {
    let head = HeadShown::from(register::head(&member.read()).await?);
    let context = context! { head => &head, base => &member.at("/register") };
    member.into_page().at(Tab::Decide).render("decisions/verify.html", context)
}

/// The whole register as a file. Its name tells nothing of the group: it stays in a list of downloads.
pub(super) async fn export(member: Member) -> PageResult {
    let lines = register::lines(&member.read()).await?;
    let file = register::export::export(member.charter.name(), &lines)
        .map_err(|_| Broken::stored("a register too large to export"))?;
    let mut answer = HttpResponse::Ok();
    answer.content_type("application/zip");
    answer.insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"parpour-register.zip\""));
    answer.insert_header((header::CACHE_CONTROL, "no-store"));
    Ok(answer.body(file))
}
