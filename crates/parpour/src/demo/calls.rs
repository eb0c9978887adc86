//! The phone tree of the demonstration: who said yes, the tree that one evening of ice went along, and what is left of it.
//! People are numbers of [`super::PEOPLE`].

use super::year::{SeedError, Teller};
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::No;
use membership::commands::contact;
use membership::powers::{ChangeOwnAccess, Permit};
use membership::queries::contacts;
use membership::rules::consent::Use;
use membership::rules::contact::ContactKind;
use mutual_aid::ChainId;
use mutual_aid::commands::calls::act::{Doing, act};
use mutual_aid::commands::calls::limits;
use mutual_aid::commands::calls::person;
use mutual_aid::commands::calls::start::{NewChain, start};
use mutual_aid::commands::calls::tree::{draw_by_hand, fault_key};
use mutual_aid::powers::{DrawTree, StartChain, TakePartInChain};
use mutual_aid::queries::calls::chains;
use mutual_aid::rules::calls::{Choices, Silent};
use mutual_aid::rules::cascade::Outcome;
use mutual_aid::rules::quiet::Kind;
use mutual_aid::rules::tree::Row;
use std::collections::BTreeSet;

/// Who calls whom, as it was drawn on the back of an envelope (`domain` 4.3). The first one starts.
const LINES: [(usize, &[usize]); 13] = [
    (4, &[1, 2, 10, 17]),
    (1, &[3, 6]),
    (2, &[12, 13]),
    (10, &[20, 21]),
    (17, &[27, 28]),
    (3, &[7, 8]),
    (6, &[9, 11]),
    (12, &[14, 15]),
    (13, &[16, 19]),
    (20, &[22, 23]),
    (21, &[24, 26]),
    (27, &[29, 30]),
    (28, &[31, 5]),
];
/// Who starts.
const STARTER: usize = 4;
/// Who says the second yes.
const SECOND: usize = 1;
/// Who did not answer that evening.
const SILENT: [usize; 3] = [13, 23, 29];
/// What was said.
const WORDS: &str = "Il y a du verglas. La rencontre de mardi est annulée. Le local est fermé. As-tu ce qu'il faut pour \
                     deux jours?";

/// Tells it, from the hour that it is.
pub(super) async fn tell(teller: &Teller) -> Result<(), SeedError> {
    for number in everybody() {
        say_yes(teller, number).await?;
    }
    draw(teller).await?;
    let new = NewChain { kind: Some(Kind::Urgent), words: WORDS.to_owned() };
    let begin = async |tx: &Tx<'_>, permit: Permit<StartChain>| start(tx, permit, &new).await;
    let id = teller.act_now(STARTER, begin).await?;
    does(teller, SECOND, id, Doing::Agree).await?;
    while one_more_call(teller, id).await? {}
    if teller.chain(id, STARTER).await?.counts.reached == 0 {
        return Err(No::conflict("chain-nobody").into());
    }
    for number in [STARTER, SECOND] {
        does(teller, number, id, Doing::AskStop).await?;
    }
    Ok(())
}

fn everybody() -> BTreeSet<usize> {
    LINES.iter().flat_map(|(caller, calls)| calls.iter().chain([caller])).copied().collect()
}

async fn say_yes(teller: &Teller, number: usize) -> Result<(), SeedError> {
    let value = format!("819 555-{:04}", 100 + number);
    let yes = BTreeSet::from([Use::BeCalled, Use::CallOthers, Use::BeStarter]);
    let choices = Choices { silent: Silent::Tomorrow, ..Choices::default() };
    let say = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| limits::say(tx, permit, &yes, choices).await;
    let whose = teller.member(number);
    let add = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| {
        if !contacts::telephones(tx).await?.contains_key(&whose) {
            contact::add(tx, permit, ContactKind::Phone, &value, false).await?;
        }
        Ok(())
    };
    teller.act_now(number, add).await?;
    teller.act_now(number, say).await
}

async fn draw(teller: &Teller) -> Result<(), SeedError> {
    let who = |number: usize| person(teller.member(number));
    let called = LINES.iter().flat_map(|(caller, calls)| {
        calls.iter().map(|called| Row { person: who(*called), caller: Some(who(*caller)), second: None })
    });
    let root = Row { person: who(STARTER), caller: None, second: None };
    let rows: Vec<Row> = std::iter::once(root).chain(called).collect();
    let drawn = async |tx: &Tx<'_>, permit: Permit<DrawTree>| {
        let faults = match draw_by_hand(tx, permit, Some(who(STARTER)), &rows).await? {
            Ok(()) => return Ok(()),
            Err(faults) => faults,
        };
        Err(No::conflict(faults.first().map_or("chain-nobody", fault_key)))
    };
    teller.act_now(SECOND, drawn).await
}

async fn does(teller: &Teller, number: usize, id: ChainId, doing: Doing) -> Result<(), SeedError> {
    let doing = async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| act(tx, permit, id, doing).await;
    teller.act_now(number, doing).await
}

/// One call that somebody can make two minutes later, hers or one that waits for anybody: whether there was any.
async fn one_more_call(teller: &Teller, id: ChainId) -> Result<bool, SeedError> {
    teller.later(2);
    let silent: Vec<MemberId> = SILENT.iter().map(|number| teller.member(*number)).collect();
    for number in everybody() {
        let seen = teller.chain(id, number).await?;
        if let Some(call) = seen.calls.into_iter().find(|call| call.is_due) {
            let outcome = if silent.contains(&call.to) { Outcome::Message } else { Outcome::Reached };
            does(teller, number, id, Doing::Call { to: call.to, outcome }).await?;
            return Ok(true);
        }
        if seen.board_for_me {
            does(teller, number, id, Doing::TakeNext).await?;
            return Ok(true);
        }
    }
    Ok(false)
}

impl Teller {
    async fn chain(&self, id: ChainId, number: usize) -> Result<chains::Seen, SeedError> {
        Ok(chains::one(&self.read(), id, self.member(number)).await?)
    }
}
