//! What a group does instead of removing somebody; and, for a person whom a removal concerns, her own page
//! (`domain A16`, `mutual-aid` ALG10).

use crate::kit::{PageError, PageResult, Tab};
use crate::pages::visit::{May, Member, Oneself};
use chrono::NaiveDate;
use commons::clock::{Time, local_day};
use commons::refusal::{Message, No};
use decisions::ProposalId;
use decisions::queries::proposal::{number_of, open_vote_on};
use membership::commands::answer_removal;
use membership::powers::AnswerRemoval;
use membership::queries::removals;
use membership::rules::kernel::{
    APPEAL_ANSWER_DAYS, APPEAL_WITHIN_DAYS, Hearing, LONGEST_EXCLUSION_MONTHS, LONGEST_MEASURE_MONTHS,
    REMOVAL_DELAY_DAYS, REMOVAL_NOTICE_DAYS, SMALLEST_GROUP_FOR_REMOVAL,
};
use membership::rules::removal::{Measure, NOTICE, NOTICE_ENDS, Removal};
use serde::{Deserialize, Serialize};
use tera::context;

/// What a group does before it thinks of removing somebody.
pub(super) async fn instead(member: Member) -> PageResult {
    let kinds: Vec<Message> = Measure::ALL
        .iter()
        .map(|kind| Message::keyed(format!("measure-about-{}", kind.name().replace('_', "-"))))
        .collect();
    let context = context! {
        kinds => &kinds, measure_months => &LONGEST_MEASURE_MONTHS, smallest => &SMALLEST_GROUP_FOR_REMOVAL,
        appeal => &APPEAL_WITHIN_DAYS, answer => &APPEAL_ANSWER_DAYS, notice => &REMOVAL_NOTICE_DAYS, delay => &REMOVAL_DELAY_DAYS, months => &LONGEST_EXCLUSION_MONTHS,
    };
    member.into_page().at(Tab::Group).render("membership/hard-times.html", context)
}

/// Her removal as she reads it.
#[derive(Debug, Serialize)]
struct Hers {
    /// `noticed`, `voting`, `adopted` or `acting`.
    stage: &'static str,
    noticed_at: Time,
    /// The soonest that the vote may open.
    vote_from: Time,
    /// When the notice is over without a vote.
    notice_until: Time,
    /// The number of the vote, while it is open.
    vote: Option<i32>,
    acts_at: Option<Time>,
    until: Option<Time>,
    last_day: Option<NaiveDate>,
    decision: Option<i32>,
    may_answer: bool,
    appeal_until: Option<Time>,
    appeal: Option<String>,
    /// When she has her place back, as long as nobody answers her appeal.
    back_at: Option<Time>,
    /// Days that an appeal waits for its answer.
    answer_days: i64,
}

pub(super) async fn hers(Oneself(member): Oneself) -> PageResult {
    show(member).await
}

async fn show(member: Member) -> PageResult {
    let scope = member.read();
    let hers = removals::of(&scope, member.id).await?.ok_or(No::NotFound)?;
    let decision = match hers.decision {
        Some(decision) => number_of(&scope, ProposalId(decision)).await?,
        None => None,
    };
    let vote = open_vote_on(&scope, hers.id).await?;
    drop(scope);
    let (stage, acts_at, until) = match hers.state {
        Removal::Noticed { .. } | Removal::Heard { .. } => ("noticed", None, None),
        Removal::Voting { .. } => ("voting", None, None),
        Removal::Adopted { acts_at, until } => ("adopted", Some(acts_at), Some(until)),
        Removal::Acting { since, until, .. } => ("acting", Some(since), Some(until)),
        Removal::Over(_) => return Err(PageError::not_found()),
    };
    let zone = member.charter.zone();
    let shown = Hers {
        stage,
        noticed_at: hers.noticed_at,
        vote_from: hers.noticed_at + NOTICE,
        notice_until: hers.noticed_at + NOTICE_ENDS,
        vote,
        acts_at,
        until,
        last_day: until.map(|until| local_day(zone, until)),
        decision,
        may_answer: matches!(hers.state, Removal::Noticed { .. } | Removal::Heard { hearing: Hearing::Declined, .. }),
        appeal_until: hers.appeal_until,
        appeal: hers.appeal,
        back_at: hers.back_at,
        answer_days: APPEAL_ANSWER_DAYS,
    };
    let context = context! { removal => &shown, reads => &member.standing.reads() };
    member.into_page().at(Tab::Me).render("membership/me-removal.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Heard {
    hearing: String,
}

pub(super) async fn answer(may: May<AnswerRemoval, Heard>) -> PageResult {
    let answered = may
        .act(async |tx, permit| {
            let hearing = match may.form.hearing.as_str() {
                "held" => Hearing::Held,
                "declined" => Hearing::Declined,
                _ => return Err(No::field("hearing", Message::new("removal-choose-hearing"))),
            };
            answer_removal::answer(tx, permit, hearing).await?;
            Ok(may.at("/me/removal"))
        })
        .await;
    match answered {
        Ok(to) => Ok(may.page.go_saying(&to, "done-removal-heard")),
        Err(no) => show(may.again(no)?).await,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Words {
    words: String,
}

pub(super) async fn appeal(may: May<AnswerRemoval, Words>) -> PageResult {
    let appealed = may
        .act(async |tx, permit| {
            answer_removal::appeal(tx, permit, &may.form.words).await?;
            Ok(may.at("/me/removal"))
        })
        .await;
    match appealed {
        Ok(to) => Ok(may.page.go_saying(&to, "done-removal-appealed")),
        Err(no) => show(may.again(no)?).await,
    }
}
