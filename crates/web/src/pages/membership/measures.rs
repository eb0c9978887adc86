//! What a decision set for a time and that concerns her: known to her, and over by itself (`mutual-aid` M15).

use super::Nothing;
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::decisions::say;
use crate::pages::visit::{May, Oneself};
use actix_web::web;
use chrono::NaiveDate;
use commons::clock::Time;
use decisions::ProposalId;
use decisions::queries::proposal::number_of;
use membership::MeasureId;
use membership::commands::leave_measure::leave_measure;
use membership::powers::LeaveMeasure;
use membership::queries::measures;
use serde::Serialize;
use tera::context;

#[derive(Debug, Serialize)]
struct Line {
    id: MeasureId,
    what: String,
    since: Time,
    last_day: NaiveDate,
    /// Her decision, by its number.
    decision: Option<i32>,
    may_leave: bool,
}

pub(super) async fn measures(Oneself(member): Oneself) -> PageResult {
    let scope = member.read();
    let mut lines = Vec::new();
    for measure in measures::of(&scope, member.id).await? {
        lines.push(Line {
            id: measure.id,
            what: say(&member.page, &measure.what)?,
            since: measure.starts_at,
            last_day: measure.last_day,
            decision: number_of(&scope, ProposalId(measure.decision)).await?,
            may_leave: measure.kind.rests_on_a_yes(),
        });
    }
    drop(scope);
    let reads = member.standing.reads();
    member
        .into_page()
        .at(Tab::Me)
        .render("membership/me-measures.html", context! { measures => &lines, reads => &reads })
}

pub(super) async fn leave(may: May<LeaveMeasure, Nothing>, path: web::Path<(String, String)>) -> PageResult {
    let id = path.1.parse::<MeasureId>().map_err(|_| PageError::not_found())?;
    let to = may
        .act(async |tx, permit| {
            leave_measure(tx, permit, id).await?;
            Ok(may.at("/me/measures"))
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-measure-left"))
}
