//! Sheets of paper beside the telephone (`mutual-aid` T12, T13; ruling 24): each its own number, its lines written down so
//! that one can be struck, and good for a time.

use crate::commands::calls::act::has_no_screen;
use crate::commands::calls::{member, open, person, seal, tree};
use crate::entities::calls::call_sheet;
use crate::powers::{KeepChain, PrintSheet};
use crate::queries::calls::people::know_apart;
use crate::queries::calls::sheets::{Printed, find, place};
use crate::rules::group::Person;
use crate::rules::sheets::{MOST_DAYS, Sheet};
use commons::clock::local_day;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use membership::commands::{at_request, read_contact};
use membership::powers::{self, Permit};
use membership::queries::charter;
use membership::queries::recovery::refuse_barred;
use membership::rules::consent::Channel;
use membership::rules::recovery::Barred;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// For how many days a sheet is good, as forms offer it.
pub const DAYS: [u64; 3] = [7, 30, MOST_DAYS];

/// For whom a sheet is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// For herself.
    Herself,
    /// For somebody who has no screen and asked for it, in that way.
    Another(MemberId, Channel),
}

/// Prints a sheet. Whoever stands on it reads that her number was given.
///
/// # Errors
/// When whoever it is for has no place in the tree, or can print her own.
pub async fn print(tx: &Tx<'_>, permit: Permit<PrintSheet>, whom: For, days: u64) -> Result<i32, No> {
    let by = permit.by();
    refuse_barred(tx, by, Barred::Reveal).await?;
    let holder = match whom {
        For::Herself => by,
        For::Another(holder, _) => holder,
    };
    if holder != by && !has_no_screen(tx, holder).await? {
        return Err(No::conflict("callsheet-has-screen"));
    }
    if !DAYS.contains(&days) {
        return Err(No::field("days", Message::new("callsheet-choose-days")));
    }
    tree::follow(tx).await?;
    let mut now = tree::current(tx).await?;
    know_apart(tx, &mut now.live, holder).await?;
    let number = unused_number(tx).await?;
    let today = local_day(charter::charter(tx).await?.zone(), tx.now());
    let number_of = u32::try_from(number).map_err(Broken::stored)?;
    let sheet = Sheet::of(&now.tree, &now.live.group, person(holder), number_of, today, days);
    let mut sheet = match sheet {
        Some(sheet) => sheet,
        // Whoever keeps the chain starts it as a rule, with a place in it or without.
        None => {
            let keeper = powers::ask_for_more::<KeepChain>(tx, holder).await?;
            keeper.ok_or_else(|| No::conflict("callsheet-not-in-tree"))?.log_use(tx).await?;
            Sheet::of_the_first(&now.tree, &now.live.group, person(holder), number_of, today, days)
        }
    };
    let is_there = |one: Person| sheet.lines.iter().any(|line| line.person == one);
    let numbers = now.live.numbers.iter().map(|(whose, point)| (person(*whose), *point));
    sheet.numbers = numbers.filter(|(one, _)| is_there(*one)).collect();
    let row = call_sheet::ActiveModel {
        number: Set(number),
        holder: Set(holder),
        printed_by: Set(by),
        printed_on: Set(sheet.printed.to_string()),
        good_until: Set(sheet.until.to_string()),
        lines: Set(seal(tx, &place(number), &sheet)?),
        ..Default::default()
    };
    tx.insert(row).await?;
    give_numbers(tx, by, holder, &sheet).await?;
    if let For::Another(holder, channel) = whom {
        at_request::note(tx, &permit, holder, channel, "sheet").await?;
    }
    Ok(number)
}

/// A number of four digits that no sheet has: one that was torn up lends its number to none that follows soon, so that
/// lines read from old paper are those of no other sheet.
async fn unused_number(tx: &Tx<'_>) -> Result<i32, Broken> {
    use call_sheet::Column;
    loop {
        let [high, low, ..] = *uuid::Uuid::new_v4().as_bytes();
        let number = 1000 + i32::from(u16::from_be_bytes([high, low]) % 9000);
        if !tx.find::<call_sheet::Entity>().filter(Column::Number.eq(number)).any().await? {
            return Ok(number);
        }
    }
}

/// Opens the numbers of a sheet once more, to print it again.
///
/// # Errors
/// When it is not hers, or not good any more.
pub async fn open_again(tx: &Tx<'_>, permit: Permit<PrintSheet>, number: i32) -> Result<(), No> {
    refuse_barred(tx, permit.by(), Barred::Reveal).await?;
    let printed = find(tx, number).await?.filter(|one| one.is_for(permit.by())).ok_or(No::NotFound)?;
    let today = local_day(charter::charter(tx).await?.zone(), tx.now());
    if !printed.sheet.is_good(today) {
        return Err(No::conflict("callsheet-over"));
    }
    give_numbers(tx, permit.by(), printed.holder, &printed.sheet).await
}

/// Only of those who still say yes: a line that is to be struck opens nothing.
async fn give_numbers(tx: &Tx<'_>, by: MemberId, holder: MemberId, sheet: &Sheet) -> Result<(), No> {
    let mut live = tree::current(tx).await?.live;
    know_apart(tx, &mut live, holder).await?;
    for line in &sheet.lines {
        if live.group.member(line.person).is_none() || live.group.are_apart(person(holder), line.person) {
            continue;
        }
        let whose = member(line.person);
        if whose != holder {
            read_contact::note_call(tx, holder, whose).await?;
        }
        if by != holder && whose != by {
            read_contact::note_call(tx, by, whose).await?;
        }
    }
    Ok(())
}

/// Says that a sheet was destroyed.
///
/// # Errors
/// When it is not hers.
pub async fn destroyed(tx: &Tx<'_>, permit: Permit<PrintSheet>, number: i32) -> Result<(), No> {
    find(tx, number).await?.filter(|one| one.is_for(permit.by())).ok_or(No::NotFound)?;
    tx.delete::<call_sheet::Entity>().filter(call_sheet::Column::Number.eq(number)).go().await?;
    Ok(())
}

/// Nobody: a line that stays on a sheet, to be struck, of somebody who left.
const NOBODY: Person = Person(0);

/// Somebody leaves: her sheets go, and her line on those of others keeps its number and nothing of her.
pub(crate) async fn forget(tx: &Tx<'_>, whose: MemberId) -> Result<u64, Broken> {
    use call_sheet::Column;
    let mut gone = tx.delete::<call_sheet::Entity>().filter(Column::Holder.eq(whose)).go().await?;
    for row in tx.find::<call_sheet::Entity>().all().await? {
        let mut sheet: Sheet = open(tx, &place(row.number), &row.lines)?;
        let mut is_on_it = row.printed_by == whose;
        for line in &mut sheet.lines {
            if line.person == person(whose) {
                line.person = NOBODY;
                is_on_it = true;
            }
            if line.printed == crate::rules::sheets::Printed::IfSilent(person(whose)) {
                line.printed = crate::rules::sheets::Printed::IfSilent(NOBODY);
                is_on_it = true;
            }
        }
        if is_on_it {
            let change = call_sheet::ActiveModel {
                number: Set(row.number),
                printed_by: Set(if row.printed_by == whose { row.holder } else { row.printed_by }),
                lines: Set(seal(tx, &place(row.number), &sheet)?),
                ..Default::default()
            };
            tx.update(change).await?;
            gone += 1;
        }
    }
    Ok(gone)
}

/// Sheets that are not good any more are forgotten.
pub(crate) async fn purge(tx: &Tx<'_>) -> Result<u64, Broken> {
    let today = local_day(charter::charter(tx).await?.zone(), tx.now()).to_string();
    // Days written `2027-03-08` are in the order of time.
    Ok(tx.delete::<call_sheet::Entity>().filter(call_sheet::Column::GoodUntil.lt(today)).go().await?)
}

impl Printed {
    /// Whether it is hers to read: she holds it, or printed it for somebody.
    pub fn is_for(&self, reader: MemberId) -> bool {
        self.holder == reader || self.printed_by == reader
    }
}
