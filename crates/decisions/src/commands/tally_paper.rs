//! Counting the ballots of paper: two people, each for herself (`decisions E5`).

use crate::ProposalId;
use crate::commands::count_paper::{found, keep_typed, typed, waits_until, who_helps, who_took_paper};
use crate::commands::hand_paper::on_roll;
use crate::commands::{find, question_of, save};
use crate::entities::proposal;
use crate::powers::TallyPaper;
use crate::queries::counted;
use crate::rules::ballot::{Said, Typed, words};
use crate::rules::paper::{MOST_SHEETS, Sheets, Tally, Totals, agreed, may_count};
use crate::rules::question::Question;
use crate::rules::state::State;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Message, No, Problem};
use membership::powers::Permit;
use membership::queries::people;
use membership::rules::standing::Standing;
use sea_orm::ActiveValue::Set;
use std::collections::HashSet;

/// What came of comparing totals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    /// The totals of somebody else are waited for.
    First,
    /// Two people found the same: the vote is counted.
    Same,
    /// They did not: they count again, or somebody else does.
    Different,
}

/// Keeps what she found in the box, in the place of what she typed before: how many say each word. Nobody sees what another
/// typed, and nobody undoes it: two who found the same are enough, whatever a third one types.
///
/// # Errors
/// When it is not the time to count, nobody took paper, she is not on the roll, there were more ballots than were handed
/// out, or these ballots are read sheet by sheet.
pub async fn tally_paper(
    tx: &Tx<'_>,
    permit: Permit<TallyPaper>,
    id: ProposalId,
    found: Totals,
) -> Result<Compared, No> {
    let the_box = open_box(tx, permit.by(), id).await?;
    if the_box.question.method.has_options() {
        return Err(No::conflict("tally-by-sheet"));
    }
    if found.said().keys().any(|word| Said::stored(&the_box.question, word).is_none()) {
        return Err(No::conflict("ballot-unreadable"));
    }
    compare(tx, &the_box, permit.by(), Tally::Totals(found)).await
}

/// Which sheet somebody reads, by its number from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The next one.
    Next(usize),
    /// One that she read before.
    Anew(usize),
}

/// Keeps what she read on a sheet; `None` where nobody can tell what it says.
///
/// # Errors
/// The same as [`tally_paper`], the field when it is no ballot of this vote, and when her list changed meanwhile on another
/// page.
pub async fn read_sheet(
    tx: &Tx<'_>,
    permit: Permit<TallyPaper>,
    id: ProposalId,
    which: Which,
    says: Option<&Typed>,
) -> Result<(), No> {
    let the_box = open_box(tx, permit.by(), id).await?;
    let mut read = the_box.sheets_of(permit.by())?;
    let says = says.map(|typed| Said::typed(&the_box.question, typed)).transpose();
    let says = says.map_err(|problem| No::Invalid(vec![as_read(problem)]))?.map(|said| said.word());
    let changed = || No::conflict("tally-other-sheet");
    match which {
        Which::Next(number) if number == read.sheets.len() + 1 && number <= MOST_SHEETS => read.sheets.push(says),
        Which::Next(_) => return Err(changed()),
        Which::Anew(number) => {
            let at = number.checked_sub(1).ok_or_else(changed)?;
            *read.sheets.get_mut(at).ok_or_else(changed)? = says;
        }
    }
    read.all = false;
    Ok(keep_typed(tx, &the_box.row, permit.by(), &Tally::Sheets(read)).await?)
}

/// Whoever reads a sheet corrects nothing on it: what breaks the form of the vote cannot be read.
fn as_read(problem: Problem) -> Problem {
    let is_twice = problem.message.key == "ballot-place-twice";
    Problem::new("mark", Message::new(if is_twice { "tally-sheet-twice" } else { "tally-sheet-wrong" }))
}

/// Takes the last sheet off that she read, number `number`: there are fewer in the box.
///
/// # Errors
/// The same as [`tally_paper`], and when her list changed meanwhile on another page.
pub async fn take_last_sheet_off(
    tx: &Tx<'_>,
    permit: Permit<TallyPaper>,
    id: ProposalId,
    number: usize,
) -> Result<(), No> {
    let the_box = open_box(tx, permit.by(), id).await?;
    let mut read = the_box.sheets_of(permit.by())?;
    if number == 0 || number != read.sheets.len() {
        return Err(No::conflict("tally-other-sheet"));
    }
    read.sheets.pop();
    read.all = false;
    Ok(keep_typed(tx, &the_box.row, permit.by(), &Tally::Sheets(read)).await?)
}

/// She read every sheet: what she found is compared with what others did. Where fewer were in the box than were handed out,
/// she says that she is `sure`: two who agree that there were none would throw everybody's away.
///
/// # Errors
/// The same as [`tally_paper`], and the field `sure`.
pub async fn all_sheets_read(
    tx: &Tx<'_>,
    permit: Permit<TallyPaper>,
    id: ProposalId,
    sure: bool,
) -> Result<Compared, No> {
    let the_box = open_box(tx, permit.by(), id).await?;
    let read = the_box.sheets_of(permit.by())?;
    if read.sheets.len() < the_box.handed && !sure {
        return Err(No::field("sure", Message::new("tally-say-sure")));
    }
    let has_read = |tally: &Tally| matches!(tally, Tally::Sheets(sheets) if sheets.first.is_some());
    let alone = !the_box.typed.iter().any(|(who, tally)| *who != permit.by() && has_read(tally));
    let read = read.all_read(alone);
    compare(tx, &the_box, permit.by(), Tally::Sheets(read)).await
}

/// A box that is being counted.
struct OpenBox {
    row: proposal::Model,
    question: Question,
    /// Ballots that were handed out.
    handed: usize,
    /// What those who count typed so far.
    typed: Vec<(MemberId, Tally)>,
}

impl OpenBox {
    /// The sheets that she read so far.
    fn sheets_of(&self, teller: MemberId) -> Result<Sheets, No> {
        if !self.question.method.has_options() {
            return Err(No::conflict("tally-by-word"));
        }
        Ok(match self.typed.iter().find(|(who, _)| *who == teller) {
            Some((_, Tally::Sheets(sheets))) => sheets.clone(),
            Some((_, Tally::Totals(_))) | None => Sheets::default(),
        })
    }
}

/// The box of a vote, for somebody who may count it now.
async fn open_box(tx: &Tx<'_>, teller: MemberId, id: ProposalId) -> Result<OpenBox, No> {
    let row = find(tx, id).await?;
    refuse_unless_waiting(tx, &row)?;
    let handed = who_took_paper(tx, id).await?.len();
    if handed == 0 {
        return Err(No::conflict("tally-no-paper"));
    }
    // Whom a vote concerns may be off its roll: she does not count its ballots.
    if on_roll(tx, id, teller).await?.is_none() {
        return Err(No::NotAllowed(Message::new("tally-not-on-roll")));
    }
    refuse_if_helped(tx, id, teller).await?;
    let typed = typed(tx, &row).await?;
    if agreed(&totals_of(&typed)).is_some() {
        return Err(No::conflict("tally-too-late"));
    }
    let question = question_of(&row)?;
    Ok(OpenBox { row, question, handed, typed })
}

fn totals_of(typed: &[(MemberId, Tally)]) -> Vec<Totals> {
    found(typed).into_iter().map(|(_, totals)| totals).collect()
}

/// Keeps what she found in the end, and says what came of comparing it.
async fn compare(tx: &Tx<'_>, the_box: &OpenBox, teller: MemberId, tally: Tally) -> Result<Compared, No> {
    // A sheet that nobody handed out is set aside as spoiled: it does not keep the others from being counted.
    let ballots = tally.found().map_or(0, |found| usize::try_from(found.ballots()).unwrap_or(usize::MAX));
    if ballots > the_box.handed {
        let message = Message::new("tally-too-many").with("sheets", ballots).with("handed", the_box.handed);
        return Err(match words(the_box.question.method).first() {
            Some(first) => No::field(first, message),
            None => No::Conflict(message),
        });
    }
    keep_typed(tx, &the_box.row, teller, &tally).await?;
    let others = the_box.typed.iter().filter(|(who, _)| *who != teller).cloned();
    let all = totals_of(&others.chain([(teller, tally)]).collect::<Vec<_>>());
    if agreed(&all).is_some() {
        // Its turn has come: whoever looks next counts.
        save(tx, the_box.row.id, proposal::ActiveModel { due_at: Set(Some(tx.now())), ..Default::default() }).await?;
        return Ok(Compared::Same);
    }
    Ok(if all.len() > 1 { Compared::Different } else { Compared::First })
}

/// Whoever helped somebody with her ballot leaves the counting of that vote to others, where there are others.
async fn refuse_if_helped(tx: &Tx<'_>, id: ProposalId, person: MemberId) -> Result<(), No> {
    let helped: HashSet<MemberId> = who_helps(tx, id).await?.into_iter().map(|(_, helper)| helper).collect();
    if helped.is_empty() {
        return Ok(());
    }
    let standings = people::standings(tx).await?;
    // Nobody is asked to come back from a pause to count.
    let is_here = |member: &MemberId| standings.get(member) == Some(&Standing::Active);
    let able: Vec<MemberId> = counted::roll(tx, id).await?.into_iter().map(|row| row.member_id).collect();
    let able: Vec<MemberId> = able.into_iter().filter(is_here).collect();
    if may_count(person, &helped, &able) { Ok(()) } else { Err(No::NotAllowed(Message::new("tally-helped"))) }
}

/// The box is opened when the time is over, and not before: until then people put their ballots in.
fn refuse_unless_waiting(tx: &Tx<'_>, row: &proposal::Model) -> Result<(), No> {
    match row.state {
        State::Draft => Err(No::NotFound),
        State::Voting if row.closes_at.is_none_or(|closes| tx.now() < closes) => Err(No::conflict("tally-too-early")),
        State::Voting if tx.now() < waits_until(row)? => Ok(()),
        State::Waiting | State::Discussing | State::Frozen => Err(No::conflict("tally-too-early")),
        _ => Err(No::conflict("tally-too-late")),
    }
}
