//! Ballots of paper: who took one, and two people who count them (`decisions E5`).

use super::drafts::Nothing;
use super::method::{BallotForm, ballot_form, told};
use super::phone::{Person, named};
use super::proposal::home;
use super::shown::vote_shown;
use super::words::{Who, list_of, say};
use crate::kit::{Page, PageError, PageResult, Tab, Typed};
use crate::pages::{May, Member};
use ::decisions::commands::hand_paper::{give_back, hand_paper};
use ::decisions::commands::name_helper::name_helper;
use ::decisions::commands::tally_paper::{
    Compared, Which, all_sheets_read, read_sheet, take_last_sheet_off, tally_paper,
};
use ::decisions::powers::{HandPaper, TallyPaper};
use ::decisions::queries::paper::{counting, helpers, on_paper, on_roll};
use ::decisions::queries::proposal::{id_of, numbered};
use ::decisions::rules::ballot::{Said, Typed as Ballot, called, words};
use ::decisions::rules::paper::Totals;
use ::decisions::rules::question::{Method, Question};
use ::membership::powers::Permit;
use ::membership::queries::people;
use actix_web::web::{Path, Query};
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Message, No};
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
        on_paper => &proposal.question.method.is_on_paper(proposal.secret), has_ballots => &proposal.question.method.has_ballots(),
        among => &proposal.question.method.has_options(),
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

/// Which sheet is read anew.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    sheet: String,
}

pub(super) async fn tally(member: Member, at: Path<(String, i32)>, which: Query<Asked>) -> PageResult {
    tally_page(member, at.1, which.sheet.parse().ok(), &[]).await
}

/// A word, and how many sheets that say it are asked for.
#[derive(Serialize)]
struct Counted {
    word: &'static str,
    label: String,
    hint: String,
}

/// A sheet that she read.
#[derive(Serialize)]
struct Read {
    number: usize,
    says: String,
    /// Whether members wrote all of what it says.
    written: bool,
    href: String,
}

/// The sheet that she reads now.
#[derive(Serialize)]
struct Now {
    number: usize,
    /// Whether she read it before.
    anew: bool,
    ballot: BallotForm,
}

/// Which sheets somebody else read differently.
#[derive(Serialize)]
struct Unlike {
    name: String,
    sheets: String,
    count: usize,
}

/// Nobody is shown what another person typed. `sheet` is read anew, or else the next one is; `typed` are the numbers on it
/// that were refused.
async fn tally_page(member: Member, number: i32, sheet: Option<usize>, typed: &[String]) -> PageResult {
    let scope = member.read();
    let proposal = numbered(&scope, &member.site.effects, number, member.id).await?;
    let counting = counting(&scope, proposal.id, member.id).await?;
    let names = people::names(&scope).await?;
    drop(scope);
    let (page, question) = (&member.page, &proposal.question);
    let who = Who::new(names, page)?;
    let others = list_of(page, &who.all(&counting.others))?;
    let action = member.at(&format!("{}/tally", here(number)));
    let by_sheet = question.method.has_options();
    let read =
        counting.sheets.iter().zip(1..).map(|(says, number)| read(page, question, says.as_ref(), number, &action));
    let unlike = counting.unlike.iter().map(|(teller, sheets)| {
        let numbers: Vec<String> = sheets.iter().map(usize::to_string).collect();
        Ok(Unlike { name: who.name(*teller), sheets: list_of(page, &numbers)?, count: sheets.len() })
    });
    let context = context! {
        number => &number, title => &proposal.title, handed => &counting.handed, helped => &counting.helped, mine => &counting.mine,
        others => &others, differed => &counting.differed, until => &counting.until, by_sheet => &by_sheet,
        asked => &asked(page, question)?, read => &read.collect::<Result<Vec<_>, PageError>>()?,
        vote => &by_sheet.then(|| now_read(page, question, &counting.sheets, sheet, typed)).transpose()?,
        unlike => &unlike.collect::<Result<Vec<_>, PageError>>()?,
        closes_at => &proposal.closes_at, is_over => &proposal.result.is_some(),
        home => &member.at(&home(number)), action => &action,
    };
    member.into_page().at(Tab::Decide).render("decisions/paper-tally.html", context)
}

fn read(page: &Page, question: &Question, says: Option<&Said>, number: usize, action: &str) -> Result<Read, PageError> {
    let is_empty = |said: &Said| matches!(said, Said::Marks(marks) if marks.numbers().iter().all(|mark| *mark == 0));
    let written = says.is_some_and(|said| !is_empty(said)) && question.method != Method::Dates;
    let says = match says {
        Some(said) => told(page, question, said)?,
        None => say(page, &Message::new("tally-unreadable"))?,
    };
    Ok(Read { number, says, written, href: format!("{action}?sheet={number}#says") })
}

/// The sheet that she asks for, when she read it before, or else the next one.
fn now_read(
    page: &Page,
    question: &Question,
    sheets: &[Option<Said>],
    sheet: Option<usize>,
    typed: &[String],
) -> Result<Now, PageError> {
    let before = sheet.and_then(|number| Some((number, sheets.get(number.checked_sub(1)?)?)));
    let (number, said) = before.map_or((sheets.len() + 1, None), |(number, said)| (number, said.as_ref()));
    Ok(Now {
        number,
        anew: before.is_some(),
        ballot: ballot_form(page, question, said, typed)?.asking(page, "tally-sheet-legend")?,
    })
}

/// The words that are counted; none where ballots are read sheet by sheet.
fn asked(page: &Page, question: &Question) -> Result<Vec<Counted>, PageError> {
    let asked = |word: &&'static str| {
        let (label, hint) = match *word {
            "blank" => (Message::new("tally-blank"), say(page, &Message::new("tally-blank-hint"))?),
            word => (called(word), String::new()),
        };
        Ok(Counted { word, label: say(page, &label)?, hint })
    };
    words(question.method).iter().map(asked).collect()
}

/// Most sheets that somebody can have counted of one kind.
const MOST_SHEETS: i64 = 99_999;

/// What she found, or everything that is to correct.
fn totals(words: &[&'static str], typed: &Typed) -> Result<Totals, No> {
    let mut wrong = Vec::new();
    let mut read = |field: &'static str| match typed.number(field, 0..=MOST_SHEETS) {
        Ok(number) => u64::try_from(number).unwrap_or_default(),
        Err(problem) => {
            wrong.push(problem);
            0
        }
    };
    let said: Vec<_> = words.iter().map(|word| ((*word).to_owned(), read(word))).collect();
    let found = Totals::of(said, read("spoiled"));
    if wrong.is_empty() { Ok(found) } else { Err(No::Invalid(wrong)) }
}

/// Where somebody goes on after what she found was compared.
fn after(compared: Compared, number: i32) -> String {
    match compared {
        Compared::Same => home(number),
        // Its page says how far the counting is.
        Compared::First | Compared::Different => format!("{}/tally", here(number)),
    }
}

pub(super) async fn tallied(may: May<TallyPaper, Nothing>, at: Path<(String, i32)>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<TallyPaper>| {
        let id = id_of(tx, at.1).await?;
        let method = numbered(tx, &may.site.effects, at.1, may.id).await?.question.method;
        let compared = tally_paper(tx, permit, id, totals(words(method), &may.form.typed)?).await?;
        Ok(after(compared, at.1))
    });
    match done.await {
        Ok(to) => Ok(may.page.go(&may.at(&to))),
        Err(no) => tally_page(may.again(no)?, at.1, None, &[]).await,
    }
}

/// What a sheet says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sheet {
    number: String,
    /// `yes` when she read it before.
    anew: String,
    ticked: Vec<String>,
    mark: Vec<String>,
    /// `unreadable` where nobody can tell.
    what: String,
}

impl Sheet {
    fn which(&self) -> Which {
        let number = self.number.parse().unwrap_or_default();
        if self.anew == "yes" { Which::Anew(number) } else { Which::Next(number) }
    }

    fn says(&self) -> Option<Ballot> {
        let ballot = Ballot { ticked: self.ticked.clone(), marks: self.mark.clone(), ..Ballot::default() };
        (self.what != "unreadable").then_some(ballot)
    }
}

pub(super) async fn sheet_read(may: May<TallyPaper, Sheet>, at: Path<(String, i32)>) -> PageResult {
    let (which, mark) = (may.form.which(), may.form.mark.clone());
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<TallyPaper>| {
        read_sheet(tx, permit, id_of(tx, at.1).await?, which, may.form.says().as_ref()).await?;
        Ok(format!("{}/tally#says", here(at.1)))
    });
    match done.await {
        Ok(to) => Ok(may.page.go(&may.at(&to))),
        Err(no) => {
            let anew = if let Which::Anew(number) = which { Some(number) } else { None };
            tally_page(may.again(no)?, at.1, anew, &mark).await
        }
    }
}

/// The sheet that is taken off.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Off {
    number: String,
}

pub(super) async fn sheet_off(may: May<TallyPaper, Off>, at: Path<(String, i32)>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<TallyPaper>| {
        take_last_sheet_off(tx, permit, id_of(tx, at.1).await?, may.form.number.parse().unwrap_or_default()).await?;
        Ok(format!("{}/tally", here(at.1)))
    });
    match done.await {
        Ok(to) => Ok(may.page.go(&may.at(&to))),
        Err(no) => tally_page(may.again(no)?, at.1, None, &[]).await,
    }
}

/// Whether she is sure that there are no more sheets.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sure {
    sure: bool,
}

pub(super) async fn all_read(may: May<TallyPaper, Sure>, at: Path<(String, i32)>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<TallyPaper>| {
        Ok(after(all_sheets_read(tx, permit, id_of(tx, at.1).await?, may.form.sure).await?, at.1))
    });
    match done.await {
        Ok(to) => Ok(may.page.go(&may.at(&to))),
        Err(no) => tally_page(may.again(no)?, at.1, None, &[]).await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_that_does_not_read_is_named() {
        let typed = Typed::read(b"yes=21&no=trois&abstain=0&blank=&spoiled=-1").unwrap();
        let words = words(Method::Majority);
        let Err(No::Invalid(wrong)) = totals(words, &typed) else { panic!("these are no totals") };
        assert_eq!(wrong.iter().map(|problem| problem.field).collect::<Vec<_>>(), ["no", "blank", "spoiled"]);
        let typed = Typed::read(b"yes=6&no=1&abstain=0&blank=1&spoiled=0").unwrap();
        let found = [("yes", 6), ("no", 1), ("blank", 1)].map(|(word, sheets)| (word.to_owned(), sheets));
        assert_eq!(totals(words, &typed).unwrap(), Totals::of(found, 0));
    }
}
