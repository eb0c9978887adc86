//! Who was on the list of a vote that is over, and who read that (`decisions D7`, `D11`). Opening the page writes
//! nothing down and shows no list; the button does both.

use super::drafts::Nothing;
use super::proposal::home;
use super::words::{Who, list_of};
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::{May, Member};
use ::decisions::commands::read_roll::read_roll;
use ::decisions::powers::ReadRoll;
use ::decisions::queries::proposal::{id_of, numbered};
use ::decisions::queries::roll::{Read, WasOnRoll, reads};
use ::membership::powers::Permit;
use ::membership::queries::people;
use actix_web::web::Path;
use chrono::NaiveDate;
use commons::db::Tx;
use commons::late;
use serde::Serialize;
use tera::context;

/// Who was on the list, by name.
#[derive(Serialize)]
struct Listed {
    members: Vec<String>,
    /// Who voted and who did not, where that is told.
    voted: Option<[Vec<String>; 2]>,
}

impl Listed {
    fn of(roll: &WasOnRoll, who: &Who) -> Self {
        let voted = roll.voted.as_ref().map(|(voted, others)| [who.all(voted), who.all(others)]);
        Self { members: who.all(&roll.members), voted }
    }
}

/// Who read it on one day.
#[derive(Serialize)]
struct ReadOn {
    day: NaiveDate,
    names: String,
}

pub(super) async fn show(member: Member, at: Path<(String, i32)>) -> PageResult {
    roll_page(member, at.1, None).await
}

pub(super) async fn read(may: May<ReadRoll, Nothing>, at: Path<(String, i32)>) -> PageResult {
    let read = may.act_without_mark(async |tx: &Tx<'_>, permit: Permit<ReadRoll>| {
        late::used(tx, may.id, may.form.nonce).await?;
        read_roll(tx, permit, id_of(tx, at.1).await?).await
    });
    match read.await {
        Ok(roll) => roll_page(may.sent.member, at.1, Some(roll)).await,
        Err(no) => roll_page(may.again(no)?, at.1, None).await,
    }
}

async fn roll_page(member: Member, number: i32, roll: Option<WasOnRoll>) -> PageResult {
    let scope = member.read();
    let proposal = numbered(&scope, &member.site.effects, number, member.id).await?;
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    let read = reads(&scope, proposal.id).await?;
    drop(scope);
    let told = |read: Read| Ok(ReadOn { day: read.day, names: list_of(&member.page, &who.all(&read.by))? });
    let read = read.into_iter().map(told).collect::<Result<Vec<_>, PageError>>()?;
    let listed = roll.as_ref().map(|roll| Listed::of(roll, &who));
    let context = context! {
        number => &number, title => &proposal.title, is_over => &proposal.result.is_some(), listed => &listed,
        reads => &read, may_ask => &member.standing.is_member(), home => &member.at(&home(number)),
        action => &member.at(&format!("{}/roll", home(number))),
    };
    member.into_page().at(Tab::Decide).render("decisions/roll.html", context)
}
