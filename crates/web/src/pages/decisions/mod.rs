//! Pages of the decisions area: propose, talk, vote, read what came of it, check the register.
//!
//! | module | pages |
//! |---|---|
//! | `list` | every proposal, by where it is in its life |
//! | `idea` | the first step of a new proposal: a title and why |
//! | `write`, `fields`, `desk` | writing: a new proposal, a draft, a revision |
//! | `drafts` | drafts written with others, and drafts thrown away |
//! | `proposal`, `shown`, `outcome` | one proposal, from its sending to what came of it |
//! | `method` | the ways to decide: names, ballots, counts in words |
//! | `amend` | amendments: what would change a proposal, and writing one |
//! | `take_part`, `said`, `ballot` | seconding, withdrawing, talking, voting |
//! | `objections` | objections and blocks over rounds: taking back, answering, supporting |
//! | `summary`, `passage` | where a discussion stands, and the passage that a worry is about |
//! | `election`, `naming` | finding somebody for a task without candidates, and not wishing to be named |
//! | `after` | more time for a vote; stopping it, or contesting its decision, with others |
//! | `sheet`, `phone`, `paper` | taking part without a screen |
//! | `voters` | who was on the list of a vote that is over, and who read that |
//! | `register`, `entries` | the register of decisions |
//! | `draws` | draws by lot, with names or things, dice and how to replay them |
//! | `collection` | the decisions that were adopted, to be printed |

mod after;
mod amend;
mod ballot;
mod collection;
mod desk;
mod drafts;
mod draws;
mod election;
mod entries;
mod fields;
mod idea;
mod list;
mod method;
mod naming;
mod objections;
mod outcome;
mod paper;
mod passage;
mod phone;
mod proposal;
mod register;
mod said;
mod secret;
mod sheet;
mod shown;
mod summary;
mod take_part;
mod voters;
pub(in crate::pages) mod words;
mod write;

#[cfg(test)]
mod tests;

pub(super) use draws::home as draw_home;
pub(super) use list::{address, row};
pub(super) use shown::{Change, changes};
pub(super) use words::{Who, list_of, say};

use super::routes::Route;
use super::routes::table::{member_get, member_post, power_post};
use ::decisions::powers::{
    AnswerRecall, AskExtension, AskSecrecy, CastBallot, ChooseNotNamed, Contribute, DrawLots, EnterDraw, HandPaper,
    Propose, ReadRoll, RecordPhoneVote, Second, SummariseTalk, TallyPaper,
};
use ::membership::powers::SignTogether;

/// Addresses of this area. What is fixed comes before what varies: `new` is no number.
pub(super) fn routes() -> Vec<Route> {
    let mut routes = vec![member_get("/g/{group}/decide", list::list)];
    routes.extend(writing());
    routes.extend(drawing());
    routes.extend(proposals());
    routes.extend(without_a_screen());
    routes.extend(registers());
    routes.push(member_get("/g/{group}/me/naming", naming::show));
    routes.push(power_post::<ChooseNotNamed, _, _>("/g/{group}/me/naming", naming::chosen));
    routes
}

fn writing() -> Vec<Route> {
    vec![
        member_get("/g/{group}/decide/new", idea::idea),
        power_post::<Propose, _, _>("/g/{group}/decide/new", idea::kept),
        member_get("/g/{group}/decide/new/{kind}", write::write),
        power_post::<Propose, _, _>("/g/{group}/decide/new/{kind}", write::written),
        member_get("/g/{group}/decide/new/{kind}/{about}", write::write),
        power_post::<Propose, _, _>("/g/{group}/decide/new/{kind}/{about}", write::written),
        member_get("/g/{group}/decide/drafts/{draft}", write::write),
        power_post::<Propose, _, _>("/g/{group}/decide/drafts/{draft}", write::written),
        member_get("/g/{group}/decide/drafts/{draft}/effect", write::choose),
        member_post("/g/{group}/decide/drafts/{draft}/effect", write::chosen),
        member_get("/g/{group}/decide/drafts/{draft}/as/{kind}", write::write),
        power_post::<Propose, _, _>("/g/{group}/decide/drafts/{draft}/as/{kind}", write::written),
        member_get("/g/{group}/decide/drafts/{draft}/as/{kind}/{about}", write::write),
        power_post::<Propose, _, _>("/g/{group}/decide/drafts/{draft}/as/{kind}/{about}", write::written),
        member_get("/g/{group}/decide/drafts/{draft}/authors", drafts::authors),
        power_post::<Propose, _, _>("/g/{group}/decide/drafts/{draft}/authors", drafts::write_with),
        power_post::<Propose, _, _>("/g/{group}/decide/drafts/{draft}/step-back", drafts::step_back),
        member_get("/g/{group}/decide/drafts/{draft}/delete", drafts::ask_to_delete),
        power_post::<Propose, _, _>("/g/{group}/decide/drafts/{draft}/delete", drafts::delete),
    ]
}

fn drawing() -> Vec<Route> {
    vec![
        member_get("/g/{group}/decide/draws", draws::list),
        member_get("/g/{group}/decide/draws/new", draws::new),
        power_post::<DrawLots, _, _>("/g/{group}/decide/draws/new", draws::opened),
        member_get("/g/{group}/decide/draws/{draw}", draws::show),
        power_post::<EnterDraw, _, _>("/g/{group}/decide/draws/{draw}/name", draws::name),
        power_post::<DrawLots, _, _>("/g/{group}/decide/draws/{draw}/dice", draws::thrown),
        power_post::<EnterDraw, _, _>("/g/{group}/decide/draws/{draw}/give-way", draws::gave_way),
        power_post::<DrawLots, _, _>("/g/{group}/decide/draws/{draw}/take-back", draws::taken_back),
        member_get("/g/{group}/decide/draws/{draw}/entries.txt", draws::entries),
    ]
}

fn proposals() -> Vec<Route> {
    vec![
        member_get("/g/{group}/decide/secret", secret::limits),
        member_get("/g/{group}/decide/{number}", proposal::proposal),
        member_get("/g/{group}/decide/{number}/draw", draws::ask_for_tie),
        power_post::<DrawLots, _, _>("/g/{group}/decide/{number}/draw", draws::opened_for_tie),
        member_get("/g/{group}/decide/{number}/versions", proposal::versions),
        member_get("/g/{group}/decide/{number}/amend", amend::choose),
        member_post("/g/{group}/decide/{number}/amend", amend::chosen),
        member_get("/g/{group}/decide/{number}/amend/{place}", amend::write),
        power_post::<Propose, _, _>("/g/{group}/decide/{number}/amend/{place}", amend::written),
        power_post::<Second, _, _>("/g/{group}/decide/{number}/second", take_part::second),
        member_get("/g/{group}/decide/{number}/withdraw", take_part::ask_to_withdraw),
        power_post::<Propose, _, _>("/g/{group}/decide/{number}/withdraw", take_part::withdraw),
        power_post::<Propose, _, _>("/g/{group}/decide/{number}/step-back", take_part::step_back),
        power_post::<AnswerRecall, _, _>("/g/{group}/decide/{number}/hearing", take_part::answer_recall),
        power_post::<Contribute, _, _>("/g/{group}/decide/{number}/say", said::say),
        member_get("/g/{group}/decide/{number}/said/{said}", said::mine),
        power_post::<Contribute, _, _>("/g/{group}/decide/{number}/said/{said}", said::rephrase),
        power_post::<Contribute, _, _>("/g/{group}/decide/{number}/said/{said}/take-back", said::take_back),
        member_get("/g/{group}/decide/{number}/said/{said}/answer", said::ask_for_answer),
        power_post::<Contribute, _, _>("/g/{group}/decide/{number}/said/{said}/answer", said::answer),
        member_get("/g/{group}/decide/{number}/said/{said}/passage", passage::ask),
        power_post::<Contribute, _, _>("/g/{group}/decide/{number}/said/{said}/passage", passage::pointed),
        member_get("/g/{group}/decide/{number}/summary", summary::show),
        power_post::<SummariseTalk, _, _>("/g/{group}/decide/{number}/summary", summary::written),
        power_post::<SummariseTalk, _, _>("/g/{group}/decide/{number}/summary/{version}/take-back", summary::take_back),
        member_get("/g/{group}/decide/{number}/vote", ballot::show),
        power_post::<CastBallot, _, _>("/g/{group}/decide/{number}/vote", ballot::cast),
        member_get("/g/{group}/decide/{number}/election", election::show),
        power_post::<CastBallot, _, _>("/g/{group}/decide/{number}/election", election::taken_part),
        power_post::<CastBallot, _, _>("/g/{group}/decide/{number}/urn", secret::cast),
        power_post::<CastBallot, _, _>("/g/{group}/decide/{number}/objections/{objection}/lift", objections::lift),
        power_post::<Propose, _, _>("/g/{group}/decide/{number}/objections/{objection}/answer", objections::answer),
        power_post::<CastBallot, _, _>(
            "/g/{group}/decide/{number}/objections/{objection}/support",
            objections::support_block,
        ),
        member_get("/g/{group}/decide/{number}/ballots.json", proposal::ballots),
        member_get("/g/{group}/decide/{number}/ballots.blt", proposal::ballots_blt),
        member_get("/g/{group}/decide/{number}/ballots.preflib", proposal::ballots_preflib),
        member_get("/g/{group}/decide/{number}/ballots.pb", proposal::ballots_pb),
        member_get("/g/{group}/decide/{number}/urn.txt", secret::urn_file),
        member_get("/g/{group}/decide/{number}/number", secret::look_up),
        member_post("/g/{group}/decide/{number}/number", secret::looked_up),
        member_get("/g/{group}/decide/{number}/secrecy", secret::ask),
        power_post::<AskSecrecy, _, _>("/g/{group}/decide/{number}/secrecy", secret::asked),
        power_post::<AskExtension, _, _>("/g/{group}/decide/{number}/extend", after::extend),
        member_get("/g/{group}/decide/{number}/cancel", after::ask_to_cancel),
        power_post::<SignTogether, _, _>("/g/{group}/decide/{number}/cancel", after::cancel),
        member_get("/g/{group}/decide/{number}/contest", after::ask_to_contest),
        power_post::<SignTogether, _, _>("/g/{group}/decide/{number}/contest", after::contest),
        member_get("/g/{group}/decide/{number}/revise", write::write),
        power_post::<Propose, _, _>("/g/{group}/decide/{number}/revise", write::written),
        member_get("/g/{group}/decide/{number}/revise/effect", write::choose),
        member_post("/g/{group}/decide/{number}/revise/effect", write::chosen),
        member_get("/g/{group}/decide/{number}/revise/as/{kind}", write::write),
        power_post::<Propose, _, _>("/g/{group}/decide/{number}/revise/as/{kind}", write::written),
        member_get("/g/{group}/decide/{number}/revise/as/{kind}/{about}", write::write),
        power_post::<Propose, _, _>("/g/{group}/decide/{number}/revise/as/{kind}/{about}", write::written),
    ]
}

fn without_a_screen() -> Vec<Route> {
    vec![
        member_get("/g/{group}/decide/{number}/sheet", sheet::sheet),
        member_get("/g/{group}/decide/{number}/phone", phone::ask),
        power_post::<RecordPhoneVote, _, _>("/g/{group}/decide/{number}/phone", phone::read_back),
        power_post::<RecordPhoneVote, _, _>("/g/{group}/decide/{number}/phone/confirm", phone::confirmed),
        member_get("/g/{group}/decide/{number}/paper", paper::show),
        power_post::<HandPaper, _, _>("/g/{group}/decide/{number}/paper", paper::handed),
        power_post::<HandPaper, _, _>("/g/{group}/decide/{number}/paper/back", paper::given_back),
        power_post::<HandPaper, _, _>("/g/{group}/decide/{number}/paper/helper", paper::helped),
        member_get("/g/{group}/decide/{number}/paper/tally", paper::tally),
        power_post::<TallyPaper, _, _>("/g/{group}/decide/{number}/paper/tally", paper::tallied),
        power_post::<TallyPaper, _, _>("/g/{group}/decide/{number}/paper/tally/sheet", paper::sheet_read),
        power_post::<TallyPaper, _, _>("/g/{group}/decide/{number}/paper/tally/off", paper::sheet_off),
        power_post::<TallyPaper, _, _>("/g/{group}/decide/{number}/paper/tally/all", paper::all_read),
        member_get("/g/{group}/decide/{number}/roll", voters::show),
        power_post::<ReadRoll, _, _>("/g/{group}/decide/{number}/roll", voters::read),
    ]
}

fn registers() -> Vec<Route> {
    vec![
        member_get("/g/{group}/register", register::register),
        member_get("/g/{group}/register/export.zip", register::export),
        member_get("/g/{group}/register/verify", register::verify),
        member_get("/g/{group}/register/collection", collection::collection),
        member_get("/g/{group}/register/{entry}", register::entry),
    ]
}
