//! Writing down what somebody asked for on the telephone or on paper. The page and its answers are the same whether or not
//! there are visits to her.

use super::hours::{self, HoursShown, Typed};
use super::plan::Asking;
use super::{channel, others, without_screen};
use crate::kit::{PageResult, Tab};
use crate::pages::visit::{May, Member};
use ::mutual_aid::commands::visits::for_somebody::{Less, ask_for, ask_less};
use ::mutual_aid::commands::visits::for_visitor::gives;
use ::mutual_aid::powers::WriteVisits;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use rota::time::Window;
use serde::Deserialize;
use std::collections::BTreeSet;
use tera::context;

pub(super) async fn show(member: Member) -> PageResult {
    let people = others(&member, &BTreeSet::new()).await?;
    let less: Vec<&str> = Less::ALL.into_iter().map(Less::word).collect();
    let context = context! {
        people => &people, without => &without_screen(&member).await?, less => &less,
        hours => &HoursShown::of_windows(&[]), here => &member.at("/visit/for-somebody"),
    };
    member.into_page().at(Tab::Visit).render("mutual-aid/visits/for-somebody.html", context)
}

/// What she asked for, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Request {
    whom: String,
    channel: String,
    less: String,
    words: String,
    kind: String,
    named: Vec<String>,
    refused: Vec<String>,
    asks_others: bool,
    writes_for_her: bool,
}

/// The person chosen from a list.
pub(super) fn read_whom(typed: &str) -> Result<MemberId, No> {
    typed.parse().map_err(|_| No::field("whom", Message::new("visits-choose-somebody")))
}

impl Request {
    fn whom(&self) -> Result<MemberId, No> {
        read_whom(&self.whom)
    }

    fn asking(&self) -> Asking {
        Asking {
            words: self.words.clone(),
            kind: self.kind.clone(),
            named: self.named.clone(),
            refused: self.refused.clone(),
            asks_others: self.asks_others,
            // Who asks on the telephone asks for now.
            when: "now".to_owned(),
        }
    }
}

pub(super) async fn asked(may: May<WriteVisits, Request>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit| {
        let (whom, how) = (may.form.whom()?, channel(&may.form.channel)?);
        let id = ask_for(tx, permit, whom, how, may.form.asking().read()?, may.form.writes_for_her).await?;
        Ok(may.at(&format!("/group/at-request/{id}")))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-at-request")),
        Err(no) => show(may.again(no)?).await,
    }
}

pub(super) async fn less(may: May<WriteVisits, Request>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit| {
        let less = Less::named(&may.form.less).ok_or_else(|| No::field("less", Message::new("visits-choose-less")))?;
        let (whom, how) = (may.form.whom()?, channel(&may.form.channel)?);
        let id = ask_less(tx, permit, whom, how, less).await?;
        Ok(may.at(&format!("/group/at-request/{id}")))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-at-request")),
        Err(no) => show(may.again(no)?).await,
    }
}

/// What somebody without a screen gives, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Gives {
    whom: String,
    channel: String,
    days: Vec<String>,
    from1: String,
    until1: String,
    from2: String,
    until2: String,
}

impl Gives {
    fn windows(&self) -> Result<Vec<Window>, No> {
        let typed = Typed { days: &self.days, pairs: [(&self.from1, &self.until1), (&self.from2, &self.until2)] };
        let mut problems = Vec::new();
        let windows = hours::read(&typed, &mut problems);
        if problems.is_empty() { Ok(windows) } else { Err(No::Invalid(problems)) }
    }
}

pub(super) async fn visitor(may: May<WriteVisits, Gives>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit| {
        let (whom, how) = (read_whom(&may.form.whom)?, channel(&may.form.channel)?);
        let id = gives(tx, permit, whom, how, may.form.windows()?).await?;
        Ok(may.at(&format!("/group/at-request/{id}")))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-at-request")),
        Err(no) => show(may.again(no)?).await,
    }
}
