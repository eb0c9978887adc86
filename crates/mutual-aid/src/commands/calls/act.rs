//! What happens in a chain while it runs: calls and what came of them, calls that go from hand to hand, the watch, the
//! text, and its end (`mutual-aid` 6.3, T4 to T10, T15, T18).

use crate::ChainId;
use crate::commands::calls::chain::{self, tell, told};
use crate::commands::calls::{member, person};
use crate::powers::TakePartInChain;
use crate::queries::calls::chains::{asked_for_too, at_one_number, names};
use crate::queries::calls::people::live_for;
use crate::queries::calls::sheets::find as find_sheet;
use crate::rules::calls::message;
use crate::rules::cascade::{Chain, Outcome, What};
use crate::rules::group::Person;
use commons::clock::local_day;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use membership::commands::{at_request, read_contact};
use membership::powers::Permit;
use membership::queries::recovery::refuse_barred;
use membership::queries::{charter, people};
use membership::rules::consent::Channel;
use membership::rules::recovery::Barred;
use membership::rules::standing::Standing;

/// One thing that a member does in a chain, for herself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doing {
    /// She says yes to the start, as a second member.
    Agree,
    /// She has the message: she read it here, or heard it otherwise.
    Know,
    /// She made a call.
    Call {
        /// To whom.
        to: MemberId,
        /// What came of it.
        outcome: Outcome,
    },
    /// Somebody called her back and heard the message.
    CalledBack(MemberId),
    /// She said that she reached somebody, or that a number is to be checked: a wrong button.
    Mistook(MemberId),
    /// In a call that is hers, another who has the same number heard the message too.
    ReachedToo(MemberId),
    /// She takes the next call from the board.
    TakeNext,
    /// She gives a call to the board, or to somebody who said yes to it.
    PassOn {
        /// The call.
        to: MemberId,
        /// Who takes it; none for the board.
        next: Option<MemberId>,
    },
    /// All her calls go to the board, without a reason.
    Breathe,
    /// She takes the watch.
    TakeWatch,
    /// She gives up the watch.
    LeaveWatch,
    /// She called the one who started: her branch is done.
    CloseBranch,
    /// She asks that no calls are made for now: two do.
    AskPause,
    /// She asks that calls go on: two do.
    AskResume,
    /// She asks that it stops: two do.
    AskStop,
    /// She asks none of these any more.
    AskNoMore,
    /// Nothing is left to do.
    End,
    /// The text is another one from now on.
    Correct(String),
}

/// Does it.
///
/// # Errors
/// What the rules refuse, what is to correct, or that she rests.
pub async fn act(tx: &Tx<'_>, permit: Permit<TakePartInChain>, id: ChainId, doing: Doing) -> Result<(), No> {
    refuse_resting(tx, permit.by()).await?;
    let by = person(permit.by());
    let what = match doing {
        Doing::Agree => What::Agreed(by),
        Doing::Know => What::Knows(by),
        Doing::Call { to, outcome } => What::Called { by, to: person(to), outcome },
        Doing::CalledBack(whom) => What::CalledBack { person: awaited_by(tx, id, by, whom).await?, to: by },
        Doing::ReachedToo(whom) => {
            What::CalledBack { person: at_that_number(tx, id, permit.by(), whom).await?, to: by }
        }
        Doing::Mistook(whom) => What::Mistook { by, to: person(whom) },
        Doing::TakeNext => What::Took { by, to: next_for(tx, id, by).await? },
        Doing::PassOn { to, next } => What::Passed { by, to: person(to), next: next.map(person) },
        Doing::Breathe => What::Breathes(by),
        Doing::TakeWatch => What::TookWatch(by),
        Doing::LeaveWatch => What::LeftWatch(by),
        Doing::CloseBranch => What::ClosedBranch(by),
        Doing::AskPause => What::AskedPause(by),
        Doing::AskResume => What::AskedResume(by),
        Doing::AskStop => What::AskedStop(by),
        Doing::AskNoMore => What::AsksNoMore(by),
        Doing::End => What::Ended(by),
        Doing::Correct(typed) => return correct(tx, id, by, &typed).await,
    };
    tell(tx, id, &[what]).await?;
    Ok(())
}

async fn refuse_resting(tx: &Tx<'_>, by: MemberId) -> Result<(), No> {
    match people::standing(tx, by).await? {
        Some(Standing::Active) => Ok(()),
        _ => Err(No::conflict("chain-not-on-pause")),
    }
}

/// Somebody calls back whoever called her, or had to; or the one whom she named for it reached her. Nobody else is told that
/// she was not reached (ruling 2).
async fn awaited_by(tx: &Tx<'_>, id: ChainId, by: Person, whom: MemberId) -> Result<Person, No> {
    let told = told(tx, id).await?;
    let live = live_for(tx, told.row.started_by).await?;
    let (chain, _) = told.now(tx).await?;
    let one = person(whom);
    let is_hers = chain.sees_answer_of(by, one) || chain.had(by, one) || names(&chain, &live, one, by);
    if is_hers { Ok(one) } else { Err(No::conflict("chain-not-yours")) }
}

/// What somebody read aloud must be the text that holds now: whoever heard another one is called again.
///
/// # Errors
/// When the text was corrected since.
pub async fn refuse_old_text(tx: &Tx<'_>, id: ChainId, read: u16) -> Result<(), No> {
    if now(tx, id).await?.version() == read { Ok(()) } else { Err(No::conflict("chain-old-text")) }
}

/// One call, and each of those who share the number is asked for herself (`mutual-aid` T17).
async fn at_that_number(tx: &Tx<'_>, id: ChainId, by: MemberId, whom: MemberId) -> Result<Person, No> {
    let told = told(tx, id).await?;
    let live = live_for(tx, told.row.started_by).await?;
    let (chain, _) = told.now(tx).await?;
    let is_there = asked_for_too(tx, &chain, &live, by).await?.iter().any(|one| one.who == whom);
    if is_there { Ok(person(whom)) } else { Err(No::conflict("chain-not-yours")) }
}

/// Whom the board has for her. Nothing is said in the same way whatever the reason.
async fn next_for(tx: &Tx<'_>, id: ChainId, by: Person) -> Result<Person, No> {
    let (chain, _) = told(tx, id).await?.now(tx).await?;
    chain.offer(by).ok_or_else(|| No::conflict("chain-board-empty"))
}

async fn correct(tx: &Tx<'_>, id: ChainId, by: Person, typed: &str) -> Result<(), No> {
    let words = message(typed).map_err(|problem| No::Invalid(vec![problem]))?;
    let (_, chain) = tell(tx, id, &[What::Corrected(by)]).await?;
    Ok(chain::write_text(tx, id, i32::from(chain.version()), &words).await?)
}

/// Opens the numbers of her calls: for each of them it is written down, and she whose number it is reads that.
///
/// # Errors
/// When the chain is over, or she has no call.
pub async fn open_numbers(tx: &Tx<'_>, permit: Permit<TakePartInChain>, id: ChainId) -> Result<(), No> {
    refuse_resting(tx, permit.by()).await?;
    refuse_barred(tx, permit.by(), Barred::Reveal).await?;
    let told = told(tx, id).await?;
    if told.over_at() <= tx.now() {
        return Err(No::conflict("chain-over"));
    }
    let (chain, _) = told.now(tx).await?;
    let live = live_for(tx, told.row.started_by).await?;
    let calls = chain.calls_of(person(permit.by()));
    if calls.is_empty() {
        return Err(No::conflict("chain-no-calls"));
    }
    let called = calls.into_iter().map(|call| member(call.to));
    let others = at_one_number(tx, &chain, &live, permit.by()).await?.into_iter().map(|one| one.who);
    for whom in called.chain(others) {
        read_contact::note_call(tx, permit.by(), whom).await?;
    }
    Ok(())
}

/// The boxes that somebody ticked on her sheet of paper, line by line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticks {
    /// The number of the sheet.
    pub sheet: i32,
    /// Which text was read, once there is more than one.
    pub version: Option<u16>,
    /// Lines of people who have the message.
    pub reached: Vec<u16>,
    /// Lines where a message was left.
    pub message: Vec<u16>,
    /// Lines where nobody answered.
    pub no_answer: Vec<u16>,
    /// Lines whose number is to be checked.
    pub to_check: Vec<u16>,
    /// Lines that were entered by mistake before: whoever stands there was not reached, or her number is right.
    pub by_mistake: Vec<u16>,
}

/// What is entered for one line.
#[derive(Clone, Copy)]
enum Entry {
    CameOf(Outcome),
    ByMistake,
}

impl Ticks {
    /// How many boxes are ticked.
    pub fn len(&self) -> usize {
        self.all().count()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What was entered by mistake first: the same sheet may say at once what is so.
    fn all(&self) -> impl Iterator<Item = (u16, Entry)> {
        let boxes = [
            (&self.by_mistake, Entry::ByMistake),
            (&self.reached, Entry::CameOf(Outcome::Reached)),
            (&self.message, Entry::CameOf(Outcome::Message)),
            (&self.no_answer, Entry::CameOf(Outcome::NoAnswer)),
            (&self.to_check, Entry::CameOf(Outcome::NumberToCheck)),
        ];
        boxes.into_iter().flat_map(|(lines, entry)| lines.iter().map(move |line| (*line, entry)))
    }
}

/// Enters what somebody ticked on her sheet, at her request, or what she says by telephone: she who holds it made the
/// calls. Written down for both. Names are on no screen for it: the sheet has them.
///
/// What another has done meanwhile is left as it is. Says how many lines were entered.
///
/// # Errors
/// When there is no such sheet, it is not good any more, a line is not on it, or it is hers to enter on a screen.
pub async fn enter_ticks(
    tx: &Tx<'_>,
    permit: Permit<TakePartInChain>,
    id: ChainId,
    ticks: &Ticks,
    channel: Channel,
) -> Result<usize, No> {
    refuse_resting(tx, permit.by()).await?;
    let no_sheet = || No::field("sheet", Message::new("ticks-no-sheet"));
    let sheet = find_sheet(tx, ticks.sheet).await?.ok_or_else(no_sheet)?;
    let today = local_day(charter::charter(tx).await?.zone(), tx.now());
    let may = sheet.holder == permit.by() || sheet.printed_by == permit.by() || has_no_screen(tx, sheet.holder).await?;
    if !may || !sheet.sheet.is_good(today) {
        return Err(no_sheet());
    }
    let mut ticked = Vec::new();
    for (number, entry) in ticks.all() {
        let line = sheet.sheet.lines.iter().find(|line| line.number == number);
        let line =
            line.ok_or_else(|| No::field("reached", Message::new("ticks-no-line").with("line", u32::from(number))))?;
        ticked.push((line.person, entry));
    }
    if ticked.is_empty() {
        return Err(No::field("reached", Message::new("ticks-none")));
    }
    let holder = person(sheet.holder);
    let mut entered = 0;
    let chain = now(tx, id).await?;
    match ticks.version {
        _ if chain.version() == 1 => {}
        None => return Err(No::field("version", Message::new("ticks-choose-text"))),
        Some(read) if read == chain.version() => {}
        // Whoever heard the old text is called again: nothing of it is entered.
        Some(_) => return Err(No::field("version", Message::new("ticks-old-text"))),
    }
    if !chain.has_heard(holder) {
        tell(tx, id, &[What::Knows(holder)]).await?;
    }
    for (to, entry) in ticked {
        entered += usize::from(enter(tx, id, holder, to, entry).await?);
    }
    if sheet.holder != permit.by() {
        at_request::note(tx, &permit, sheet.holder, channel, "calls").await?;
    }
    Ok(entered)
}

async fn now(tx: &Tx<'_>, id: ChainId) -> Result<Chain, No> {
    Ok(told(tx, id).await?.now(tx).await?.0)
}

/// One line. Whoever has the message has it, whoever was to call; anything else is only entered by whose call it is.
async fn enter(tx: &Tx<'_>, id: ChainId, holder: Person, to: Person, entry: Entry) -> Result<bool, No> {
    let what = match entry {
        Entry::CameOf(outcome) => What::OnPaper { by: holder, to, outcome },
        Entry::ByMistake => What::Mistook { by: holder, to },
    };
    match tx.attempt(async |tx: &Tx<'_>| tell(tx, id, &[what]).await.map(|_| ())).await? {
        Ok(()) => Ok(true),
        Err(No::Broken(broken)) => Err(broken.into()),
        // Done by somebody else: left as it is.
        Err(_) => Ok(false),
    }
}

/// Whether she has no way in of her own: then others write for her.
pub(crate) async fn has_no_screen(tx: &Tx<'_>, whose: MemberId) -> Result<bool, Broken> {
    let everyone = people::everyone(tx).await?;
    Ok(everyone.iter().any(|person| person.id == whose && !person.has_entered))
}
