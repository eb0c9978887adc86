//! What is proposed to me, visits I make, visits to me.

use crate::kit::{PageResult, Tab};
use crate::pages::decisions::Who;
use crate::pages::visit::Member;
use ::membership::queries::people;
use ::membership::rules::standing::Standing;
use ::mutual_aid::queries::visits::{Ask, MyVisit, PlanLine, home as seen};
use ::mutual_aid::rules::visits::plan::State as PlanState;
use ::mutual_aid::rules::visits::sight::Part;
use ::mutual_aid::rules::visits::slot::State;
use chrono::NaiveDate;
use commons::clock::Time;
use commons::refusal::Message;
use serde::Serialize;
use tera::context;

#[derive(Serialize)]
struct AskShown {
    action: String,
    /// Put before the ids of its buttons.
    id: String,
    date: NaiveDate,
    part: &'static str,
    by_phone: bool,
    is_search: bool,
    waits: bool,
    /// She would come if nobody else does.
    if_nobody: bool,
    because: Vec<Message>,
}

#[derive(Serialize)]
struct MineShown {
    href: String,
    starts: Time,
    by_phone: bool,
    state: &'static str,
    asks_word: bool,
    rests: bool,
}

#[derive(Serialize)]
struct PlanShown {
    href: String,
    name: String,
    is_hers: bool,
    state: &'static str,
    next: Option<Time>,
    to_welcome: usize,
    asks_whether_over: bool,
}

/// The word of a state in translations (`visits-state-<word>`).
pub(super) const fn state_word(state: PlanState) -> &'static str {
    match state {
        PlanState::Wished => "wished",
        PlanState::Open => "open",
        PlanState::Paused => "paused",
        PlanState::Ended(_) => "ended",
    }
}

/// The word of a state of one visit (`visit-state-<word>`).
pub(super) const fn visit_word(state: State) -> &'static str {
    match state {
        State::ToCome => "coming",
        State::Begun => "begun",
        State::Done => "done",
        State::NotToday => "off",
        State::NobodyCame => "nobody",
    }
}

fn ask_shown(member: &Member, ask: Ask) -> AskShown {
    let because = ask.because.into_iter().map(|why| {
        let message = Message::new(why.key());
        match why.number() {
            Some(number) => message.with("number", number),
            None => message,
        }
    });
    AskShown {
        action: member.at(&format!("/visit/visits/{}", ask.visit)),
        id: ask.visit.to_string(),
        date: ask.date,
        part: match ask.part {
            Part::Morning => "morning",
            Part::Afternoon => "afternoon",
            Part::Evening => "evening",
        },
        by_phone: ask.by_phone,
        is_search: ask.is_search,
        waits: ask.waits,
        if_nobody: ask.if_nobody,
        because: because.collect(),
    }
}

fn mine_shown(member: &Member, mine: MyVisit) -> MineShown {
    MineShown {
        href: member.at(&format!("/visit/visits/{}", mine.id)),
        starts: mine.starts,
        by_phone: mine.by_phone,
        state: visit_word(mine.state),
        asks_word: mine.asks_word,
        rests: mine.rests,
    }
}

fn plan_shown(member: &Member, who: &Who, plan: PlanLine) -> PlanShown {
    PlanShown {
        href: member.at(&format!("/visit/plans/{}", plan.id)),
        name: who.name(plan.person),
        is_hers: plan.person == member.id,
        state: state_word(plan.state),
        next: plan.next,
        to_welcome: plan.to_welcome,
        asks_whether_over: plan.asks_whether_over,
    }
}

pub(super) async fn home(member: Member) -> PageResult {
    let scope = member.read();
    let seen = seen(&scope, member.id).await?;
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    drop(scope);
    let asks: Vec<AskShown> = seen.asks.into_iter().map(|ask| ask_shown(&member, ask)).collect();
    let mine: Vec<MineShown> = seen.mine.into_iter().map(|mine| mine_shown(&member, mine)).collect();
    let plans: Vec<PlanShown> = seen.plans.into_iter().map(|plan| plan_shown(&member, &who, plan)).collect();
    let context = context! {
        is_hoped_for => &seen.is_hoped_for, asks => &asks, mine => &mine, plans => &plans, has_plan => &seen.has_plan,
        is_member => &member.standing.is_member(), is_paused => &(member.standing == Standing::Paused),
    };
    member.into_page().at(Tab::Visit).render("mutual-aid/visits/home.html", context)
}
