//! Ballots of paper: who took one, and two people who count them (`decisions E5`).

use super::drafts::Nothing;
use super::phone::{Person, named};
use super::proposal::home;
use super::shown::vote_shown;
use super::words::{Who, list_of};
use crate::kit::{PageResult, Tab, Typed};
use crate::pages::{May, Member};
use ::decisions::commands::hand_paper::{give_back, hand_paper};
use ::decisions::commands::name_helper::name_helper;
use ::decisions::commands::tally_paper::{self, tally_paper};
use ::decisions::powers::{HandPaper, TallyPaper};
use ::decisions::queries::paper::{counting, helpers, on_paper, on_roll};
use ::decisions::queries::proposal::{id_of, numbered};
use ::decisions::rules::paper::Totals;
use ::membership::powers::Permit;
use ::membership::queries::people;
use actix_web::web::Path;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::No;
use serde::{Deserialize, Serialize};
use tera::context;

/// Whose ballot.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Whose {
    whose: String,
}

impl Whose {
    fn member(&self) -> Option<MemberId> {
        self.whose.parse().ok()
    }
}

/// Whose ballot, and who helps.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Helped {
    whose_ballot: String,
    helper: String,
}

/// Somebody who took paper.
#[derive(Serialize)]
struct Took {
    value: String,
    label: String,
    /// Who helps her; empty when nobody does.
    helper: String,
}

/// Its address within the group.
fn here(number: i32) -> String {
    format!("{}/paper", home(number))
}

fn took_shown(one: Person, helpers: &[(MemberId, MemberId)], who: &Who) -> Took {
    let helper = helpers.iter().find(|(whose, _)| whose.to_string() == one.value).map(|(_, helper)| who.name(*helper));
    Took { value: one.value, label: one.label, helper: helper.unwrap_or_default() }
}

pub(super) async fn show(member: Member, at: Path<(String, i32)>) -> PageResult {
    paper_page(member, at.1).await
}

async fn paper_page(member: Member, number: i32) -> PageResult {
    let scope = member.read();
    let proposal = numbered(&scope, &member.site.effects, number, member.id).await?;
    let took = on_paper(&scope, proposal.id).await?;
    let mut others = on_roll(&scope, proposal.id).await?;
    others.retain(|voter| !took.contains(voter));
    let (took, others) = (named(&scope, &took).await?, named(&scope, &others).await?);
    let helpers = helpers(&scope, proposal.id).await?;
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    let took: Vec<Took> = took.into_iter().map(|one| took_shown(one, &helpers, &who)).collect();
    let everyone = people::everyone(&scope).await?.into_iter();
    let can_help: Vec<Person> =
        everyone.map(|person| Person { value: person.id.to_string(), label: person.name }).collect();
    let vote = vote_shown(&member.page, &proposal, scope.now(), &[])?;
    drop(scope);
    let context = context! {
        number => &number, title => &proposal.title, secret => &proposal.secret, vote => &vote, took => &took,
        others => &others, can_help => &can_help, home => &member.at(&home(number)), here => &member.at(&here(number)),
    };
    member.into_page().at(Tab::Decide).render("decisions/paper.html", context)
}

pub(super) async fn handed(may: May<HandPaper, Whose>, at: Path<(String, i32)>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<HandPaper>| {
        hand_paper(tx, permit, id_of(tx, at.1).await?, may.form.member()).await?;
        Ok(here(at.1))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-paper-handed")),
        Err(no) => paper_page(may.again(no)?, at.1).await,
    }
}

pub(super) async fn given_back(may: May<HandPaper, Whose>, at: Path<(String, i32)>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<HandPaper>| {
        let whose = may.form.member();
        give_back(tx, permit, id_of(tx, at.1).await?, whose).await?;
        Ok(here(at.1))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-paper-back")),
        Err(no) => paper_page(may.again(no)?, at.1).await,
    }
}

pub(super) async fn helped(may: May<HandPaper, Helped>, at: Path<(String, i32)>) -> PageResult {
    let (whose, helper) = (may.form.whose_ballot.parse().ok(), may.form.helper.parse().ok());
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<HandPaper>| {
        name_helper(tx, permit, id_of(tx, at.1).await?, whose, helper).await?;
        Ok(here(at.1))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-paper-helped")),
        Err(no) => paper_page(may.again(no)?, at.1).await,
    }
}

pub(super) async fn tally(member: Member, at: Path<(String, i32)>) -> PageResult {
    tally_page(member, at.1).await
}

/// Nobody is shown what another person typed.
async fn tally_page(member: Member, number: i32) -> PageResult {
    let scope = member.read();
    let proposal = numbered(&scope, &member.site.effects, number, member.id).await?;
    let counting = counting(&scope, proposal.id, member.id).await?;
    let names = people::names(&scope).await?;
    drop(scope);
    let who = Who::new(names, &member.page)?;
    let others = list_of(&member.page, &who.all(&counting.others))?;
    let context = context! {
        number => &number, title => &proposal.title, handed => &counting.handed, helped => &counting.helped, mine => &counting.mine,
        others => &others, differed => &counting.differed, until => &counting.until,
        closes_at => &proposal.closes_at, is_over => &proposal.result.is_some(),
        home => &member.at(&home(number)), action => &member.at(&format!("{}/tally", here(number))),
    };
    member.into_page().at(Tab::Decide).render("decisions/paper-tally.html", context)
}

/// Most sheets that somebody can have counted of one kind.
const MOST_SHEETS: i64 = 99_999;

/// What she found, or everything that is to correct.
fn totals(typed: &Typed) -> Result<Totals, No> {
    let mut wrong = Vec::new();
    let mut read = |field: &'static str| match typed.number(field, 0..=MOST_SHEETS) {
        Ok(number) => u32::try_from(number).unwrap_or_default(),
        Err(problem) => {
            wrong.push(problem);
            0
        }
    };
    let found = Totals {
        yes: read("yes"),
        no: read("no"),
        abstain: read("abstain"),
        blank: read("blank"),
        spoiled: read("spoiled"),
    };
    if wrong.is_empty() { Ok(found) } else { Err(No::Invalid(wrong)) }
}

pub(super) async fn tallied(may: May<TallyPaper, Nothing>, at: Path<(String, i32)>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<TallyPaper>| {
        let id = id_of(tx, at.1).await?;
        Ok(match tally_paper(tx, permit, id, totals(&may.form.typed)?).await? {
            tally_paper::Compared::Same => home(at.1),
            // Its page says how far the counting is.
            tally_paper::Compared::First | tally_paper::Compared::Different => format!("{}/tally", here(at.1)),
        })
    });
    match done.await {
        Ok(to) => Ok(may.page.go(&may.at(&to))),
        Err(no) => tally_page(may.again(no)?, at.1).await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_that_does_not_read_is_named() {
        let typed = Typed::read(b"yes=21&no=trois&abstain=0&blank=&spoiled=-1").unwrap();
        let Err(No::Invalid(wrong)) = totals(&typed) else { panic!("these are no totals") };
        assert_eq!(wrong.iter().map(|problem| problem.field).collect::<Vec<_>>(), ["no", "blank", "spoiled"]);
        let typed = Typed::read(b"yes=6&no=1&abstain=0&blank=1&spoiled=0").unwrap();
        assert_eq!(totals(&typed).unwrap(), Totals { yes: 6, no: 1, abstain: 0, blank: 1, spoiled: 0 });
    }
}
