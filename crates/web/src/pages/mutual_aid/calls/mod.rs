//! Pages of the phone tree.
//!
//! | module | pages |
//! |---|---|
//! | `home` | where the tab leads: what goes on, what one can do |
//! | `limits` | what somebody says yes to, under "Me"; and for somebody without a screen |
//! | `start` | starting a chain, with how it would go |
//! | `chain` | a chain while it runs: calls, board, watch, what people ask for |
//! | `tree` | the tree: counts, one's own lines, drawing it anew, printing it together |
//! | `sheets` | sheets of paper |

mod chain;
mod home;
mod limits;
mod sheets;
mod start;
mod tree;

use crate::kit::PageError;
use crate::pages::routes::Route;
use crate::pages::routes::table::{member_get, own_get, power_post};
use crate::pages::visit::Member;
use ::membership::powers::{ChangeOwnAccess, SignTogether};
use commons::refusal::{Message, No};
use mutual_aid::ChainId;
use mutual_aid::powers::{DrawTree, PrintSheet, StartChain, TakePartInChain, WriteCalls};
use mutual_aid::rules::quiet::Kind;
use serde::Serialize;

/// Addresses of this part.
pub(super) fn routes() -> Vec<Route> {
    let mut routes = vec![
        member_get("/g/{group}/call", home::show),
        own_get("/g/{group}/me/calls", limits::show),
        power_post::<ChangeOwnAccess, _, _>("/g/{group}/me/calls", limits::said),
        member_get("/g/{group}/call/for-somebody", limits::for_somebody),
        power_post::<WriteCalls, _, _>("/g/{group}/call/for-somebody", limits::said_for),
        member_get("/g/{group}/call/start", start::show),
        power_post::<StartChain, _, _>("/g/{group}/call/start", start::started),
    ];
    routes.extend(chains());
    routes.extend(papers());
    routes
}

fn chains() -> Vec<Route> {
    vec![
        member_get("/g/{group}/call/chain/{chain}", chain::show),
        power_post::<TakePartInChain, _, _>("/g/{group}/call/chain/{chain}", chain::done),
        power_post::<TakePartInChain, _, _>("/g/{group}/call/chain/{chain}/numbers", chain::opened),
        power_post::<TakePartInChain, _, _>("/g/{group}/call/chain/{chain}/asks", chain::asked),
        power_post::<TakePartInChain, _, _>("/g/{group}/call/chain/{chain}/asks/{ask}", chain::answered),
        member_get("/g/{group}/call/chain/{chain}/ticks", chain::ticks),
        power_post::<TakePartInChain, _, _>("/g/{group}/call/chain/{chain}/ticks", chain::ticked),
    ]
}

fn papers() -> Vec<Route> {
    vec![
        member_get("/g/{group}/call/tree", tree::show),
        power_post::<DrawTree, _, _>("/g/{group}/call/tree", tree::drawn),
        power_post::<DrawTree, _, _>("/g/{group}/call/tree/by-hand", tree::drawn_by_hand),
        power_post::<SignTogether, _, _>("/g/{group}/call/tree/print", tree::asked_to_print),
        member_get("/g/{group}/call/tree/print/{act}", tree::print),
        member_get("/g/{group}/call/sheets", sheets::show),
        power_post::<PrintSheet, _, _>("/g/{group}/call/sheets", sheets::printed),
        member_get("/g/{group}/call/sheets/{sheet}", sheets::one),
        power_post::<PrintSheet, _, _>("/g/{group}/call/sheets/{sheet}", sheets::done),
    ]
}

/// The page of a chain, without the group.
pub(in crate::pages) fn chain_home(id: ChainId) -> String {
    format!("/call/chain/{id}")
}

/// Whom an allied person calls is no business of the group's chain: these pages are for members.
fn members_only(member: &Member) -> Result<(), PageError> {
    if member.standing.is_member() { Ok(()) } else { Err(No::NotAllowed(Message::new("error-not-for-allies")).into()) }
}

/// What a chain is for, in words.
fn kind_name(kind: Kind) -> Message {
    Message::new(match kind {
        Kind::Urgent => "chain-kind-urgent",
        Kind::News => "chain-kind-news",
        Kind::Drill => "chain-kind-drill",
    })
}

/// One of a list, as a form offers it.
#[derive(Debug, Serialize)]
struct Choice {
    value: String,
    label: String,
}

impl Choice {
    fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}
