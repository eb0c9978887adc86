//! A chain while it runs: what to say, one's own calls, the board, the watch, what people ask for. Counts for everybody;
//! who did not answer only where it is the reader's to know (ruling 2).

use super::{Choice, chain_home, kind_name, members_only};
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::decisions::{Who, say};
use crate::pages::visit::{May, Member};
use actix_web::web::Path;
use commons::clock::Time;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use membership::powers::Permit;
use membership::queries::people;
use membership::rules::consent::Channel;
use mutual_aid::commands::calls::act::{Doing, Ticks, act, enter_ticks, open_numbers, refuse_old_text};
use mutual_aid::commands::calls::asks;
use mutual_aid::powers::TakePartInChain;
use mutual_aid::queries::calls::chains::{self, Ask, MyCall, Seen, State, Unreached};
use mutual_aid::rules::calls::{Silent, lines};
use mutual_aid::rules::cascade::{Outcome, Stage};
use mutual_aid::{ChainAskId, ChainId};
use serde::{Deserialize, Serialize};
use tera::context;

type One = Path<(String, ChainId)>;

/// A call of hers, as she reads it.
#[derive(Serialize)]
struct CallShown {
    id: String,
    name: String,
    number: Option<String>,
    /// What a telephone dials.
    dial: Option<String>,
    due: Option<Time>,
    again: bool,
    voicemail: Message,
    quiet_from: String,
    quiet_until: String,
    has_quiet: bool,
    /// Who has that number too.
    also: Vec<Choice>,
}

fn call_shown(call: MyCall, who: &Who) -> CallShown {
    let clock = |at: chrono::NaiveTime| at.format("%H:%M").to_string();
    let dial = call
        .number
        .as_deref()
        .map(|number| number.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect::<String>());
    CallShown {
        id: call.to.to_string(),
        name: who.name(call.to),
        dial,
        number: call.number,
        due: (!call.is_due).then_some(call.due),
        again: call.attempts > 0,
        voicemail: Message::keyed(format!("calls-voicemail-{}", call.voicemail.name())),
        quiet_from: clock(call.quiet.from),
        quiet_until: clock(call.quiet.until),
        has_quiet: call.quiet.from != call.quiet.until,
        also: call.also.into_iter().map(|one| Choice::new(one.to_string(), who.name(one))).collect(),
    }
}

/// Somebody who was not reached.
#[derive(Serialize)]
struct UnreachedShown {
    id: String,
    name: String,
    last: Option<&'static str>,
    /// What she wants done, when all voices found nobody.
    silent: Option<Message>,
    names_me: bool,
    to_check: bool,
    /// Whom she named and who has no screen.
    tell: Option<String>,
}

fn unreached_shown(one: Unreached, who: &Who) -> UnreachedShown {
    let last = one.last.map(|last| match last {
        Outcome::Reached | Outcome::NoAnswer => "chain-last-no-answer",
        Outcome::Message => "chain-last-message",
        Outcome::NumberToCheck => "chain-last-to-check",
    });
    let silent = match (one.stage, one.names_me) {
        (_, true) => Some(Message::keyed(format!("calls-silent-me-{}", one.silent.name()))),
        (Stage::Otherwise, false) => Some(Message::keyed(format!("calls-silent-{}", one.silent.name()))),
        _ => None,
    };
    UnreachedShown {
        id: one.who.to_string(),
        name: who.name(one.who),
        last,
        silent: silent.filter(|_| one.names_me || one.silent != Silent::Nothing),
        names_me: one.names_me,
        to_check: one.stage == Stage::ToCheck,
        tell: one.tell.map(|tell| who.name(tell)),
    }
}

/// What somebody asks for.
#[derive(Serialize)]
struct AskShown {
    href: String,
    words: String,
    whose: Option<String>,
    number: Option<String>,
    taken_by: Option<String>,
    is_taken: bool,
    is_mine: bool,
}

fn ask_shown(member: &Member, chain: ChainId, ask: Ask, who: &Who) -> AskShown {
    AskShown {
        href: member.at(&format!("{}/asks/{}", chain_home(chain), ask.id)),
        words: ask.words,
        whose: ask.whose.map(|whose| who.name(whose)),
        number: ask.number,
        taken_by: ask.taken_by.map(|by| who.name(by)),
        is_taken: ask.is_taken,
        is_mine: ask.is_mine,
    }
}

pub(super) async fn show(member: Member, at: One) -> PageResult {
    show_chain(member, at.1).await
}

async fn show_chain(member: Member, id: ChainId) -> PageResult {
    members_only(&member)?;
    let scope = member.read();
    let seen = chains::one(&scope, id, member.id).await?;
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    let others = people::everyone(&scope).await?.into_iter().filter(|one| one.id != member.id);
    let others: Vec<Choice> = others.map(|one| Choice::new(one.id.to_string(), one.name)).collect();
    drop(scope);
    let Seen { calls, unreached, asks, reached, may_mistake, .. } = seen;
    let (due, later): (Vec<MyCall>, Vec<MyCall>) = calls.into_iter().partition(|call| call.is_due);
    let due: Vec<CallShown> = due.into_iter().map(|call| call_shown(call, &who)).collect();
    let due_choices: Vec<Choice> = due.iter().map(|call| Choice::new(call.id.clone(), call.name.clone())).collect();
    let later: Vec<CallShown> = later.into_iter().map(|call| call_shown(call, &who)).collect();
    let unreached: Vec<UnreachedShown> = unreached.into_iter().map(|one| unreached_shown(one, &who)).collect();
    let asks: Vec<AskShown> = asks.into_iter().map(|ask| ask_shown(&member, id, ask, &who)).collect();
    let mut whose = vec![Choice::new(member.id.to_string(), say(&member.page, &Message::new("chain-ask-mine"))?)];
    let reached_by_me: Vec<Choice> =
        may_mistake.into_iter().map(|one| Choice::new(one.to_string(), who.name(one))).collect();
    whose.extend(reached.into_iter().map(|one| Choice::new(one.to_string(), who.name(one))));
    let runs = seen.state != State::Over;
    let context = context! {
        kind => &say(&member.page, &kind_name(seen.kind))?, words => &seen.words, version => &seen.version,
        by => &who.name(seen.started_by), started_at => &seen.started_at, ended_at => &seen.ended_at, is_stopped => &seen.is_stopped, runs => &runs,
        waits_for_yes => &(seen.state == State::WaitsForYes), suspended => &(seen.state == State::Suspended),
        counts => &seen.counts, may_agree => &seen.may_agree, has_heard => &seen.has_heard,
        is_in_it => &seen.is_in_it, i_started => &(seen.started_by == member.id), due => &due, due_choices => &due_choices, later => &later,
        numbers_closed => &seen.numbers_closed, board_for_me => &seen.board_for_me, unreached => &unreached,
        asks => &asks, whose => &whose, reached_by_me => &reached_by_me, i_watch => &seen.i_watch, watchers => &seen.watchers,
        watch_offered => &seen.watch_offered, closes_branch => &seen.closes_branch, may_end => &seen.may_end,
        asks_pause => &seen.asking.pause, asks_resume => &seen.asking.resume, asks_stop => &seen.asking.stop,
        asks_by_me => &seen.asking.by_me, my_number_to_check => &seen.my_number_to_check, calls_went_on => &seen.calls_went_on, others => &others,
        waits_until => &seen.waits_until, home => &member.at(&chain_home(id)), back => &member.at("/call"),
        me => &member.id.to_string(), person_name => &who.name(member.id),
    };
    member.into_page().at(Tab::Call).render("mutual-aid/calls/chain.html", context)
}

/// What somebody does in a chain: one word, and whom it is about.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Done {
    act: String,
    to: String,
    words: String,
    /// Who heard the message in the same call.
    also: Vec<String>,
    /// Who said yes to a call that is passed on; empty for the board.
    next: String,
    /// The text that stood on the page.
    version: String,
}

impl Done {
    fn doing(&self) -> Result<Doing, No> {
        let to = || self.to.parse().map_err(|_| No::NotFound);
        let call = |outcome| Ok::<_, No>(Doing::Call { to: to()?, outcome });
        Ok(match self.act.as_str() {
            "agree" => Doing::Agree,
            "know" => Doing::Know,
            "reached" => call(Outcome::Reached)?,
            "message" => call(Outcome::Message)?,
            "no_answer" => call(Outcome::NoAnswer)?,
            "to_check" => call(Outcome::NumberToCheck)?,
            "called_back" => Doing::CalledBack(to()?),
            "mistook" => Doing::Mistook(to()?),
            "take" => Doing::TakeNext,
            "pass" => Doing::PassOn { to: to()?, next: None },
            "pass_to" => {
                let next = self.next.parse().map_err(|_| No::field("next", Message::new("chain-choose-next")))?;
                Doing::PassOn { to: to()?, next: Some(next) }
            }
            "breathe" => Doing::Breathe,
            "watch" => Doing::TakeWatch,
            "unwatch" => Doing::LeaveWatch,
            "branch" => Doing::CloseBranch,
            "pause" => Doing::AskPause,
            "resume" => Doing::AskResume,
            "stop" => Doing::AskStop,
            "unask" => Doing::AskNoMore,
            "end" => Doing::End,
            "correct" => Doing::Correct(self.words.clone()),
            _ => return Err(No::NotFound),
        })
    }

    /// Whether it says that somebody heard the text of that page.
    fn says_heard(&self) -> bool {
        matches!(self.act.as_str(), "know" | "reached" | "called_back")
    }

    fn said(&self) -> &'static str {
        match self.act.as_str() {
            "agree" => "done-chain-agreed",
            "know" => "done-chain-known",
            "reached" | "message" | "no_answer" | "to_check" | "called_back" => "done-chain-called",
            "mistook" => "done-chain-mistook",
            "take" => "done-chain-taken",
            "pass" | "pass_to" | "breathe" => "done-chain-passed",
            "watch" | "unwatch" => "done-chain-watch",
            "branch" => "done-chain-branch",
            "correct" => "done-chain-corrected",
            _ => "done-chain-asked",
        }
    }
}

/// Who heard the message in a call that was made. Whoever heard it otherwise meanwhile, or is not to be asked for any more, is
/// passed over: what came of the call itself is not lost for it.
async fn reached_too(tx: &Tx<'_>, by: MemberId, id: ChainId, doing: &Doing, also: &[String]) -> Result<(), No> {
    if !matches!(doing, Doing::Call { outcome: Outcome::Reached | Outcome::Message | Outcome::NoAnswer, .. }) {
        return Ok(());
    }
    for whom in also {
        let whom = whom.parse().map_err(|_| No::NotFound)?;
        let permit = membership::powers::ask::<TakePartInChain>(tx, by).await?;
        let tried = tx.attempt(async |tx: &Tx<'_>| act(tx, permit, id, Doing::ReachedToo(whom)).await).await?;
        if let Err(No::Broken(broken)) = tried {
            return Err(broken.into());
        }
    }
    Ok(())
}

pub(super) async fn done(may: May<TakePartInChain, Done>, at: One) -> PageResult {
    let to = may.at(&chain_home(at.1));
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| {
        let doing = may.form.doing()?;
        let takes = doing == Doing::TakeNext;
        if let Some(read) = may.form.version.parse().ok().filter(|_| may.form.says_heard()) {
            refuse_old_text(tx, at.1, read).await?;
        }
        reached_too(tx, may.id, at.1, &doing, &may.form.also).await?;
        act(tx, permit, at.1, doing).await?;
        if takes {
            // Whoever takes a call is about to make it.
            let again = membership::powers::ask::<TakePartInChain>(tx, may.id).await?;
            open_numbers(tx, again, at.1).await?;
        }
        Ok(to)
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, may.form.said())),
        Err(no) => show_chain(may.again(no)?, at.1).await,
    }
}

/// A form that says nothing but "yes, do it".
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Nothing {}

pub(super) async fn opened(may: May<TakePartInChain, Nothing>, at: One) -> PageResult {
    let to = may.at(&chain_home(at.1));
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| {
        open_numbers(tx, permit, at.1).await?;
        Ok(to)
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-chain-numbers")),
        Err(no) => show_chain(may.again(no)?, at.1).await,
    }
}

/// Something that somebody asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    whose: String,
    asked: String,
    agreed: bool,
}

pub(super) async fn asked(may: May<TakePartInChain, Asked>, at: One) -> PageResult {
    let to = may.at(&chain_home(at.1));
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| {
        let form = &may.form;
        let whose = form.whose.parse().map_err(|_| No::field("whose", Message::new("chain-ask-not-hers")))?;
        asks::pass_on(tx, permit, at.1, whose, &form.asked, form.agreed).await?;
        Ok(to)
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-chain-ask")),
        Err(no) => show_chain(may.again(no)?, at.1).await,
    }
}

/// A yes to what somebody asks for, or one's own taken back.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Answered {
    answer: String,
}

pub(super) async fn answered(
    may: May<TakePartInChain, Answered>,
    at: Path<(String, ChainId, ChainAskId)>,
) -> PageResult {
    let to = may.at(&chain_home(at.1));
    let takes_back = may.form.answer == "back";
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| {
        match takes_back {
            true => asks::take_back(tx, permit, at.2).await?,
            false => asks::say_yes(tx, permit, at.2).await?,
        }
        Ok(to)
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, if takes_back { "done-chain-ask-back" } else { "done-chain-ask-yes" })),
        Err(no) => show_chain(may.again(no)?, at.1).await,
    }
}

/// Where the boxes of a sheet are entered.
pub(super) async fn ticks(member: Member, at: One) -> PageResult {
    show_ticks(member, at.1).await
}

async fn show_ticks(member: Member, id: ChainId) -> PageResult {
    members_only(&member)?;
    let seen = chains::one(&member.read(), id, member.id).await?;
    if seen.state == State::Over {
        return Err(PageError::from(No::conflict("chain-over")));
    }
    let texts: Vec<u16> = (1..=seen.version).collect();
    let context = context! {
        texts => &texts, action => &member.at(&format!("{}/ticks", chain_home(id))),
        back => &member.at(&chain_home(id)),
    };
    member.into_page().at(Tab::Call).render("mutual-aid/calls/ticks.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Boxes {
    sheet: String,
    version: String,
    reached: String,
    message: String,
    no_answer: String,
    to_check: String,
    by_mistake: String,
    channel: String,
}

impl Boxes {
    fn ticks(&self) -> Result<Ticks, No> {
        let of = |field, typed: &str| lines(typed).ok_or_else(|| No::field(field, Message::new("ticks-numbers")));
        // Whoever reads the number from paper may leave a space in it.
        let digits: String = self.sheet.chars().filter(|sign| !sign.is_whitespace()).collect();
        let sheet = digits.parse().map_err(|_| No::field("sheet", Message::new("ticks-no-sheet")))?;
        Ok(Ticks {
            sheet,
            version: self.version.parse().ok(),
            reached: of("reached", &self.reached)?,
            message: of("message", &self.message)?,
            no_answer: of("no_answer", &self.no_answer)?,
            to_check: of("to_check", &self.to_check)?,
            by_mistake: of("by_mistake", &self.by_mistake)?,
        })
    }
}

pub(super) async fn ticked(may: May<TakePartInChain, Boxes>, at: One) -> PageResult {
    let to = may.at(&chain_home(at.1));
    let mut says = "done-chain-ticks";
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| {
        let channel = Channel::by_another(&may.form.channel);
        let channel = channel.ok_or_else(|| No::field("channel", Message::new("at-request-choose-channel")))?;
        let ticks = may.form.ticks()?;
        if enter_ticks(tx, permit, at.1, &ticks, channel).await? < ticks.len() {
            says = "done-chain-ticks-some";
        }
        Ok(to.clone())
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, says)),
        Err(no) => show_ticks(may.again(no)?, at.1).await,
    }
}
