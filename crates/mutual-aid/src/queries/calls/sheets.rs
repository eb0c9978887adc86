//! Sheets of paper: one's own, those that one printed for others, and what is to be struck on them (`mutual-aid` T13).

use crate::commands::calls::{member, open, person, tree};
use crate::entities::calls::call_sheet;
use crate::queries::calls::people::{Live, know_apart};
use crate::rules::group::Person;
use crate::rules::sheets::{Sheet, Strike};
use crate::rules::tree::Tree;
use chrono::NaiveDate;
use commons::clock::local_day;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::{Broken, No};
use membership::queries::charter;
use sea_orm::ColumnTrait;

/// A sheet that was printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Whose it is.
    pub holder: MemberId,
    /// Who printed it.
    pub printed_by: MemberId,
    /// What is on it.
    pub sheet: Sheet,
}

pub(crate) fn place(number: i32) -> String {
    format!("call_sheet/{number}/lines")
}

fn read(scope: &Scope<'_>, row: call_sheet::Model) -> Result<Printed, Broken> {
    let sheet = open(scope, &place(row.number), &row.lines)?;
    Ok(Printed { holder: row.holder, printed_by: row.printed_by, sheet })
}

pub(crate) async fn find(scope: &Scope<'_>, number: i32) -> Result<Option<Printed>, Broken> {
    let row = scope.find::<call_sheet::Entity>().filter(call_sheet::Column::Number.eq(number)).one().await?;
    row.map(|row| read(scope, row)).transpose()
}

async fn today(scope: &Scope<'_>) -> Result<NaiveDate, Broken> {
    Ok(local_day(charter::charter(scope).await?.zone(), scope.now()))
}

async fn good(scope: &Scope<'_>) -> Result<Vec<call_sheet::Model>, Broken> {
    use call_sheet::Column;
    let today = today(scope).await?.to_string();
    let rows = scope.find::<call_sheet::Entity>().filter(Column::GoodUntil.gte(today));
    Ok(rows.descending(Column::Number).all().await?)
}

/// Whether a sheet is good now, whose ever.
pub(crate) async fn any_good(scope: &Scope<'_>) -> Result<bool, Broken> {
    Ok(!good(scope).await?.is_empty())
}

/// A sheet as whoever holds it, or printed it, reads about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mine {
    /// The sheet.
    pub printed: Printed,
    /// The numbers of the lines to strike. Nobody is told why.
    pub strike: Vec<u16>,
    /// The numbers of the lines with another telephone number now.
    pub renumbered: Vec<u16>,
    /// Its holder no longer takes part: it is to be destroyed.
    pub to_destroy: bool,
    /// The tree is another one by now: a new one is better.
    pub is_old: bool,
}

/// The sheets that somebody holds, or printed for others, with what is to be done about them.
///
/// # Errors
/// When the store fails.
pub async fn mine(scope: &Scope<'_>, reader: MemberId) -> Result<Vec<Mine>, Broken> {
    let rows = good(scope).await?;
    if !rows.iter().any(|row| row.holder == reader || row.printed_by == reader) {
        return Ok(Vec::new());
    }
    let mut now = tree::current(scope).await?;
    let mut found = Vec::new();
    for row in rows.into_iter().filter(|row| row.holder == reader || row.printed_by == reader) {
        know_apart(scope, &mut now.live, row.holder).await?;
        found.push(looked_at(read(scope, row)?, &now.live, &now.tree));
    }
    Ok(found)
}

fn looked_at(printed: Printed, live: &Live, tree: &Tree) -> Mine {
    let (sheet, holder) = (&printed.sheet, person(printed.holder));
    let is_gone = |one| live.group.member(one).is_none() || live.group.are_apart(holder, one);
    let strike: Vec<u16> = sheet.lines.iter().filter(|line| is_gone(line.person)).map(|line| line.number).collect();
    let changed = |one: Person| match sheet.numbers.get(&one) {
        Some(printed) => live.numbers.get(&member(one)).is_some_and(|now| now != printed),
        None => false,
    };
    let renumbered: Vec<u16> = sheet.lines.iter().filter(|line| changed(line.person)).map(|line| line.number).collect();
    let days = MOST.min(u64::try_from((sheet.until - sheet.printed).num_days()).unwrap_or_default());
    // Whoever keeps the chain has one without a place in the tree.
    let first = Sheet::of_the_first(tree, &live.group, holder, sheet.number, sheet.printed, days);
    let now = Sheet::of(tree, &live.group, holder, sheet.number, sheet.printed, days);
    let lines = |sheet: &Sheet| sheet.lines.iter().map(|line| (line.person, line.printed)).collect::<Vec<_>>();
    let is_first = lines(&first) == lines(sheet);
    let is_old = !is_first && now.is_none_or(|now| lines(&now) != lines(sheet));
    Mine {
        to_destroy: !live.has(printed.holder) && !is_first,
        strike,
        is_old: is_old || !renumbered.is_empty(),
        renumbered,
        printed,
    }
}

const MOST: u64 = crate::rules::sheets::MOST_DAYS;

/// One sheet, for whoever holds it or printed it.
///
/// # Errors
/// When it is neither's, or not good any more.
pub async fn one(scope: &Scope<'_>, number: i32, reader: MemberId) -> Result<Mine, No> {
    let found = mine(scope, reader).await?.into_iter();
    let wanted = u32::try_from(number).map_err(|_| No::NotFound)?;
    found.into_iter().find(|one| one.printed.sheet.number == wanted).ok_or(No::NotFound)
}

/// Exactly the lines to strike on every sheet that is good, whoever holds it: what a withdrawal leaves to do on paper.
/// For tests and for the one who prints for others; a page shows each reader her own ([`mine`]).
///
/// # Errors
/// When the store fails.
pub async fn strikes(scope: &Scope<'_>) -> Result<Vec<Strike>, Broken> {
    let now = tree::current(scope).await?;
    let mut found = Vec::new();
    for row in good(scope).await? {
        let mine = looked_at(read(scope, row)?, &now.live, &now.tree);
        if !mine.strike.is_empty() {
            let sheet = &mine.printed.sheet;
            found.push(Strike { sheet: sheet.number, holder: sheet.holder, lines: mine.strike });
        }
    }
    Ok(found)
}
