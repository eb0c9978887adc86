//! Starting a chain: what it is for, the words, and how it would go (`mutual-aid` T3).

use super::{Choice, chain_home, kind_name, members_only};
use crate::kit::{PageResult, Tab};
use crate::pages::decisions::say;
use crate::pages::visit::{May, Member};
use commons::db::Tx;
use membership::powers::Permit;
use mutual_aid::commands::calls::start::{NewChain, named, start, starts_alone, word};
use mutual_aid::powers::StartChain;
use mutual_aid::queries::calls::tree::{Foreseen, foreseen};
use mutual_aid::rules::calls::{GOOD_WORDS, LONGEST_MESSAGE};
use mutual_aid::rules::quiet::Kind;
use mutual_aid::rules::simulate::MILLE;
use serde::{Deserialize, Serialize};
use tera::context;

/// How it would go, in whole numbers that are easy to say.
#[derive(Serialize)]
struct Foresight {
    people: usize,
    /// Of ten people who are there, how many are reached.
    of_ten: u16,
    /// The same, when it goes badly.
    at_worst: u16,
    hours: u32,
    minutes: u32,
    most_calls: usize,
    callers_wanted: u32,
    is_own: bool,
    enough_calls: Option<u8>,
}

impl From<Foreseen> for Foresight {
    fn from(seen: Foreseen) -> Self {
        let of_ten = |reach: u16| reach.saturating_mul(10) / MILLE;
        let minutes = seen.forecast.median_last_minutes;
        Self {
            people: seen.people,
            of_ten: of_ten(seen.forecast.reach),
            // The average of a few very bad times can be below the worst tenth: "at worst" never says more.
            at_worst: of_ten(seen.forecast.worst_decile_reach.min(seen.forecast.reach)),
            hours: minutes / 60,
            minutes: minutes % 60,
            most_calls: seen.forecast.max_calls,
            callers_wanted: seen.forecast.missing_callers,
            is_own: seen.is_own,
            enough_calls: seen.enough_calls,
        }
    }
}

pub(super) async fn show(member: Member) -> PageResult {
    show_start(member).await
}

async fn show_start(member: Member) -> PageResult {
    members_only(&member)?;
    let scope = member.read();
    let foresight = foreseen(&scope, member.id).await?.map(Foresight::from);
    let alone = starts_alone(&scope, member.id, Kind::Urgent).await?;
    drop(scope);
    let mut kinds = Vec::new();
    for kind in [Kind::Urgent, Kind::News, Kind::Drill] {
        kinds.push(Choice::new(word(kind), say(&member.page, &kind_name(kind))?));
    }
    let context = context! {
        kinds => &kinds, foresight => &foresight, alone => &alone, most => &LONGEST_MESSAGE, good => &GOOD_WORDS,
        action => &member.at("/call/start"), back => &member.at("/call"),
    };
    member.into_page().at(Tab::Call).render("mutual-aid/calls/start.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    kind: String,
    words: String,
}

pub(super) async fn started(may: May<StartChain, Typed>) -> PageResult {
    let new = NewChain { kind: named(&may.form.kind), words: may.form.words.clone() };
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<StartChain>| Ok(chain_home(start(tx, permit, &new).await?)));
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-chain-started")),
        Err(no) => show_start(may.again(no)?).await,
    }
}
