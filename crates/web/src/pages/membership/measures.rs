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
use membership::commands::leave_mediation::leave_mediation;
use membership::powers::LeaveMediation;
use membership::queries::measures;
use membership::rules::removal::Measure;
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
            may_leave: measure.kind == Measure::Mediation,
        });
    }
    drop(scope);
    let reads = member.standing.reads();
    member
        .into_page()
        .at(Tab::Me)
        .render("membership/me-measures.html", context! { measures => &lines, reads => &reads })
}

pub(super) async fn leave(may: May<LeaveMediation, Nothing>, path: web::Path<(String, String)>) -> PageResult {
    let id = path.1.parse::<MeasureId>().map_err(|_| PageError::not_found())?;
    let to = may
        .act(async |tx, permit| {
            leave_mediation(tx, permit, id).await?;
            Ok(may.at("/me/measures"))
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-mediation-left"))
}
