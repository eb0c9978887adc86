//! Removals under way, as every member reads them: giving notice, taking it back, noting that the person was heard,
//! opening the vote (`mutual-aid` ALG10). What the person herself reads is in [`super::removal`].

use super::Nothing;
use crate::kit::{PageResult, Tab};
use crate::pages::decisions::say;
use crate::pages::visit::{May, Member};
use actix_web::web::Path;
use commons::clock::Time;
use commons::db::Tx;
use commons::refusal::{Message, No};
use decisions::commands::ask_first_question::Question;
use decisions::commands::open_removal::open_removal;
use membership::RemovalId;
use membership::commands::give_notice::{give_notice, record_hearing, take_back as take_notice_back};
use membership::powers::{GiveNotice, Permit};
use membership::queries::{people, removals};
use membership::rules::kernel::{Hearing, LONGEST_EXCLUSION_MONTHS, REMOVAL_NOTICE_DAYS, REMOVAL_NOTICE_ENDS_DAYS};
use membership::rules::removal::{NOTICE, Removal};
use serde::{Deserialize, Serialize};
use tera::context;

/// A removal under way.
#[derive(Debug, Serialize)]
struct Line {
    id: RemovalId,
    who: String,
    noticed_at: Time,
    vote_from: Time,
    /// `noticed`, `heard` or `voting`.
    stage: &'static str,
    /// Whether the reader gave the notice and can take it back.
    is_hers: bool,
    /// Whether the reader can note that the person was heard.
    may_note: bool,
    /// Whether the vote can be opened.
    may_open: bool,
}

#[derive(Debug, Serialize)]
struct Choice {
    value: String,
    label: String,
}

pub(super) async fn removals(member: Member) -> PageResult {
    show(member).await
}

async fn show(member: Member) -> PageResult {
    let scope = member.read();
    let names = people::names(&scope).await?;
    let somebody = say(&member.page, &Message::new("a-member-who-left"))?;
    let line = |running: removals::Running| {
        let notice_is_over = scope.now() >= running.noticed_at + NOTICE;
        let (stage, heard) = match running.state {
            Removal::Noticed { .. } => ("noticed", false),
            Removal::Heard { .. } => ("heard", true),
            Removal::Voting { .. } | Removal::Adopted { .. } | Removal::Acting { .. } | Removal::Over(_) => {
                ("voting", true)
            }
        };
        Line {
            id: running.id,
            who: names.of(running.person).unwrap_or(&somebody).to_owned(),
            noticed_at: running.noticed_at,
            vote_from: running.noticed_at + NOTICE,
            is_hers: running.initiator == member.id && stage != "voting",
            may_note: !heard && notice_is_over && ![running.initiator, running.person].contains(&member.id),
            may_open: stage == "heard" && notice_is_over && running.person != member.id,
            stage,
        }
    };
    let lines: Vec<Line> = removals::running(&scope).await?.into_iter().map(line).collect();
    let none = Choice { value: String::new(), label: say(&member.page, &Message::new("write-choose"))? };
    let others = people::everyone(&scope).await?.into_iter().filter(|person| person.id != member.id);
    let others = others.map(|person| Choice { value: person.id.to_string(), label: person.name });
    let choices: Vec<Choice> = std::iter::once(none).chain(others).collect();
    drop(scope);
    let context = context! {
        lines => &lines, people => &choices, months => &LONGEST_EXCLUSION_MONTHS, notice => &REMOVAL_NOTICE_DAYS,
        ends => &REMOVAL_NOTICE_ENDS_DAYS,
    };
    member.into_page().at(Tab::Group).render("membership/removals.html", context)
}

/// A notice, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Notice {
    person: String,
    months: String,
}

pub(super) async fn notice(may: May<GiveNotice, Notice>) -> PageResult {
    let given = may
        .act(async |tx, permit| {
            let person = may.form.person.parse();
            let person = person.map_err(|_| No::field("person", Message::new("apart-choose-somebody")))?;
            let months =
                may.form.months.trim().parse().ok().filter(|months| (1..=LONGEST_EXCLUSION_MONTHS).contains(months));
            let wrong = Message::new("charter-write-number").with("min", 1u32).with("max", LONGEST_EXCLUSION_MONTHS);
            give_notice(tx, permit, person, months.ok_or_else(|| No::field("months", wrong))?).await?;
            Ok(may.at("/group/removals"))
        })
        .await;
    match given {
        Ok(to) => Ok(may.page.go_saying(&to, "done-removal-noticed")),
        Err(no) => show(may.again(no)?).await,
    }
}

pub(super) async fn take_back(may: May<GiveNotice, Nothing>, at: Path<(String, RemovalId)>) -> PageResult {
    let back = may.act(async |tx, permit| {
        take_notice_back(tx, permit, at.1).await?;
        Ok(may.at("/group/removals"))
    });
    match back.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-removal-taken-back")),
        Err(no) => show(may.again(no)?).await,
    }
}

/// How the person was heard, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Heard {
    hearing: String,
}

pub(super) async fn heard(may: May<GiveNotice, Heard>, at: Path<(String, RemovalId)>) -> PageResult {
    let noted = may.act(async |tx, permit| {
        let hearing = match may.form.hearing.as_str() {
            "held" => Hearing::Held,
            "declined" => Hearing::Declined,
            _ => return Err(No::field("hearing", Message::new("removal-choose-hearing"))),
        };
        record_hearing(tx, permit, at.1, hearing).await?;
        Ok(may.at("/group/removals"))
    });
    match noted.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-removal-heard")),
        Err(no) => show(may.again(no)?).await,
    }
}

/// Opens the vote. Its words are the group's own text from now on, and name nobody.
pub(super) async fn vote(may: May<GiveNotice, Nothing>, at: Path<(String, RemovalId)>) -> PageResult {
    let words = |key: &'static str| say(&may.page, &Message::new(key));
    let question = Question {
        title: words("removal-question")?,
        summary: words("removal-question-summary")?,
        body: String::new(),
    };
    let opened = may.act(async |tx: &Tx<'_>, permit: Permit<GiveNotice>| {
        let number = open_removal(tx, permit, &may.site.effects, at.1, question.clone()).await?;
        Ok(may.at(&format!("/decide/{number}")))
    });
    match opened.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-removal-vote")),
        Err(no) => show(may.again(no)?).await,
    }
}
