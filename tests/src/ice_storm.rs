//! The phone tree of the ice storm (`domain` story 4.3), and what came of its calls. People are named by their number in the
//! story: member 1 is the first.

use crate::Group;
use commons::db::Tx;
use membership::commands::contact;
use membership::commands::pause::{Pausing, pause};
use membership::powers::{ChangeOwnAccess, Permit, Rest};
use membership::rules::consent::Use;
use membership::rules::contact::ContactKind;
use mutual_aid::commands::calls::tree::draw_by_hand;
use mutual_aid::commands::calls::{limits, person};
use mutual_aid::powers::DrawTree;
use mutual_aid::rules::calls::Choices;
use mutual_aid::rules::cascade::Outcome::{self, Message, NumberToCheck, Reached};
use mutual_aid::rules::tree::{Fault, Row};
use std::collections::BTreeSet;

/// Who starts.
pub const LINOTTE: usize = 4;
/// Who calls the people of Ovide, who does not answer.
pub const BASTIEN: usize = 2;
/// On pause: they said yes to calls before.
pub const PAUSED: [usize; 2] = [18, 25];
/// The last of each branch: each calls whoever started.
pub const CLOSERS: [usize; 4] = [11, 19, 24, 5];

/// Who calls whom.
pub const LINES: [(usize, &[usize]); 13] = [
    (LINOTTE, &[1, BASTIEN, 10, 17]),
    (1, &[3, 6]),
    (BASTIEN, &[12, 13]),
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

/// The calls after the second yes, before Bastien calls the people of Ovide himself: minute after five past five, by whom, to
/// whom, and what came of it.
pub const CALLS: [(i64, usize, usize, Outcome); 26] = [
    (8, LINOTTE, BASTIEN, Reached),
    (8, 1, 3, Reached),
    (12, LINOTTE, 10, Reached),
    (12, 1, 6, Reached),
    (12, BASTIEN, 12, Reached),
    (12, 3, 7, Reached),
    (16, LINOTTE, 17, Reached),
    (16, BASTIEN, 13, Message),
    (16, 10, 20, Reached),
    (16, 3, 8, Reached),
    (16, 6, 9, Reached),
    (16, 12, 14, Reached),
    (20, 10, 21, Reached),
    (20, 17, 27, Reached),
    (20, 6, 11, Reached),
    (20, 12, 15, Reached),
    (20, 20, 22, Reached),
    (24, 17, 28, Reached),
    (24, 20, 23, Message),
    (24, 21, 24, Reached),
    (24, 27, 29, Message),
    (28, 21, 26, NumberToCheck),
    (28, 27, 30, Reached),
    (28, 28, 31, Reached),
    (32, 28, 5, Reached),
    // A quarter of an hour after his first try, and the seconds that a browser takes.
    (33, BASTIEN, 13, Message),
];

impl Group<'_> {
    /// That person has the number that ends with her place in the list.
    pub async fn has_number(&self, who: usize) {
        let number = format!("819 555-{:04}", 101 + who);
        let add = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| {
            contact::add(tx, permit, ContactKind::Phone, &number, false).await
        };
        self.act(who, add).await.unwrap();
    }

    /// Everybody of the story has a number, those of the tree and the paused said yes, and the tree is drawn by hand.
    pub async fn draws_the_tree_of_the_ice_storm(&self) {
        let yes = BTreeSet::from([Use::BeCalled, Use::CallOthers, Use::BeStarter]);
        let in_it: BTreeSet<usize> = LINES.iter().flat_map(|(by, calls)| calls.iter().chain([by])).copied().collect();
        for number in 1..=34 {
            self.has_number(number - 1).await;
            if in_it.contains(&number) || PAUSED.contains(&number) {
                let says = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| {
                    limits::say(tx, permit, &yes, Choices::default()).await
                };
                self.act(number - 1, says).await.unwrap();
            }
        }
        for paused in PAUSED {
            let rests = async |tx: &Tx<'_>, permit: Permit<Rest>| pause(tx, permit, Pausing::default()).await;
            self.act(paused - 1, rests).await.unwrap();
        }
        let who = |number: usize| person(self.members[number - 1]);
        let called = LINES.iter().flat_map(|(by, calls)| {
            calls.iter().map(|called| Row { person: who(*called), caller: Some(who(*by)), second: None })
        });
        let root = Row { person: who(LINOTTE), caller: None, second: None };
        let rows: Vec<Row> = std::iter::once(root).chain(called).collect();
        assert!(self.draws_by_hand(&rows[1..]).await.is_err(), "whoever starts has a line of her own");
        self.draws_by_hand(&rows).await.unwrap();
    }

    async fn draws_by_hand(&self, rows: &[Row]) -> Result<(), Vec<Fault>> {
        let root = Some(person(self.members[LINOTTE - 1]));
        let draws = async |tx: &Tx<'_>, permit: Permit<DrawTree>| draw_by_hand(tx, permit, root, rows).await;
        self.act(16, draws).await.unwrap()
    }
}
