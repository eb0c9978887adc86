//! A plan, for whoever is visited and whom she named: its visits, and what is done with them.

use super::home::{state_word, visit_word};
use super::visit::{PlaceShown, place_shown};
use super::{Choice, channel, others};
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::decisions::{Who, list_of};
use crate::pages::visit::{May, Member};
use ::membership::queries::people;
use ::mutual_aid::commands::visits::plans::{
    Answer, Change, NewPlan, NewVisit, OfVisit, ask, change, of_visit as happens,
};
use ::mutual_aid::powers::AskVisits;
use ::mutual_aid::queries::visits::{PlanLine, PlanSeen, VisitSeen, home, plan as seen};
use ::mutual_aid::rules::hours::time;
use ::mutual_aid::rules::visits::plan::State as PlanState;
use ::mutual_aid::{VisitId, VisitPlanId};
use actix_web::web::Path;
use chrono::NaiveDate;
use commons::clock::Time;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Message, No, Problem};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use tera::context;

/// Asking for visits, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asking {
    pub(super) words: String,
    pub(super) kind: String,
    pub(super) named: Vec<String>,
    pub(super) refused: Vec<String>,
    pub(super) asks_others: bool,
    pub(super) when: String,
}

impl Asking {
    /// Nothing is said for her: what kind of place it is and since when she wants it, she chooses herself.
    pub(super) fn read(&self) -> Result<NewPlan, No> {
        let is_kind = ["ward", "home", "elsewhere"].contains(&self.kind.as_str());
        let is_when = ["now", "later"].contains(&self.when.as_str());
        let chosen = [("kind", is_kind, "visits-choose-kind"), ("when", is_when, "visits-choose-when")];
        let missing = chosen.into_iter().filter(|(_, is_chosen, _)| !is_chosen);
        let problems: Vec<Problem> = missing.map(|(field, _, key)| Problem::new(field, Message::new(key))).collect();
        if !problems.is_empty() {
            return Err(No::Invalid(problems));
        }
        let members = |ids: &[String]| -> BTreeSet<MemberId> { ids.iter().filter_map(|id| id.parse().ok()).collect() };
        Ok(NewPlan {
            named: members(&self.named),
            refused: members(&self.refused),
            asks_others: self.asks_others,
            words: self.words.clone(),
            kind: self.kind.clone(),
            later: self.when == "later",
        })
    }
}

pub(super) async fn new(member: Member) -> PageResult {
    let people = others(&member, &BTreeSet::new()).await?;
    let seen = home(&member.read(), member.id).await?;
    let is_hers = |plan: &&PlanLine| plan.person == member.id && !matches!(plan.state, PlanState::Ended(_));
    let hers = seen.plans.iter().find(is_hers);
    let hers = hers.map(|plan| member.at(&format!("/visit/plans/{}", plan.id)));
    let context =
        context! { hers => &hers, people => &people, action => &member.at("/visit/new"), back => &member.at("/visit") };
    member.into_page().at(Tab::Visit).render("mutual-aid/visits/new.html", context)
}

pub(super) async fn asked(may: May<AskVisits, Asking>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit| {
        let id = ask(tx, permit, may.form.read()?).await?;
        Ok(may.at(&format!("/visit/plans/{id}")))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-visits-asked")),
        Err(no) => new(may.again(no)?).await,
    }
}

#[derive(Serialize)]
struct WouldCome {
    id: String,
    number: u16,
    name: String,
}

#[derive(Serialize)]
struct VisitShown {
    action: String,
    /// Where it is read by itself.
    page: String,
    id: String,
    starts: Time,
    minutes: u32,
    by_phone: bool,
    state: &'static str,
    who: String,
    free: usize,
    would_come: Vec<WouldCome>,
    her_yes: bool,
    is_today: bool,
    may_say_nobody: bool,
    /// Whom one call goes to when nobody came.
    call: Vec<Choice>,
    is_over: bool,
}

fn visit_shown(member: &Member, who: &Who, base: &str, seen: VisitSeen) -> Result<VisitShown, PageError> {
    let would_come = seen.seats.iter().filter_map(|seat| {
        seat.would_come.map(|person| WouldCome { id: person.to_string(), number: seat.number, name: who.name(person) })
    });
    let call = seen.closing.into_iter().flat_map(|closing| closing.call);
    Ok(VisitShown {
        action: format!("{base}/visits/{}", seen.id),
        page: member.at(&format!("/visit/visits/{}", seen.id)),
        id: seen.id.to_string(),
        starts: seen.starts,
        minutes: seen.minutes,
        by_phone: seen.by_phone,
        state: visit_word(seen.state),
        who: list_of(&member.page, &who.all(&seen.visitors))?,
        free: seen.seats.iter().filter(|seat| seat.comes.is_none()).count(),
        would_come: would_come.collect(),
        her_yes: seen.her_yes,
        is_today: seen.is_today,
        may_say_nobody: seen.may_say_nobody,
        call: call.map(|one| Choice::new(member.at(&format!("/group/members/{one}")), who.name(one))).collect(),
        is_over: seen.is_over,
    })
}

/// A plan, with what every page of it needs.
pub(super) async fn of(member: &Member, id: VisitPlanId) -> Result<(PlanSeen, Who), PageError> {
    let scope = member.read();
    let plan = seen(&scope, id, member.id).await?;
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    Ok((plan, who))
}

pub(super) async fn show(member: Member, at: Path<(String, VisitPlanId)>) -> PageResult {
    page(member, at.1).await
}

async fn page(member: Member, id: VisitPlanId) -> PageResult {
    let (plan, who) = of(&member, id).await?;
    let base = member.at(&format!("/visit/plans/{id}"));
    let place: Option<PlaceShown> = plan.place.map(place_shown);
    let visits = plan.visits.into_iter().map(|visit| visit_shown(&member, &who, &base, visit));
    let visits = visits.collect::<Result<Vec<_>, _>>()?;
    let named: Vec<MemberId> = plan.named.iter().copied().collect();
    let context = context! {
        base => &base, name => &who.name(plan.person), is_hers => &plan.is_hers, state => &state_word(plan.state),
        is_over => &matches!(plan.state, PlanState::Ended(_)), visits => &visits, place => &place,
        named => &list_of(&member.page, &who.all(&named))?, call_instead => &plan.call_instead,
        most_minutes => &plan.caps.minutes, at_once => &plan.caps.at_once,
        holder => &plan.holder.map(|holder| who.name(holder.who)),
        nobody_asked => &(plan.is_hers && named.is_empty() && !plan.asks_others),
        holder_until => &plan.holder.map(|holder| holder.until),
        asks_whether_over => &plan.asks_whether_over, goes_at => &plan.goes_at, place_goes_at => &plan.place_goes_at,
    };
    member.into_page().at(Tab::Visit).render("mutual-aid/visits/plan.html", context)
}

/// One visit more, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Adding {
    day: String,
    from: String,
    minutes: String,
    seats: String,
    manner: String,
    channel: String,
}

impl Adding {
    fn read(&self) -> Result<NewVisit, No> {
        let mut problems = Vec::new();
        let date: Option<NaiveDate> = self.day.trim().parse().ok();
        let from = time(&self.from);
        let minutes = self.minutes.trim().parse().ok();
        let seats = self.seats.trim().parse().ok();
        for (field, is_read, key) in [
            ("day", date.is_some(), "form-write-date"),
            ("from", from.is_some(), "hours-unreadable"),
            ("minutes", minutes.is_some(), "own-limits-number-unreadable"),
            ("seats", seats.is_some(), "own-limits-number-unreadable"),
        ] {
            if !is_read {
                problems.push(Problem::new(field, Message::new(key)));
            }
        }
        match (date, from, minutes, seats) {
            (Some(date), Some(from), Some(minutes), Some(seats)) => {
                Ok(NewVisit { date, from, minutes, seats, by_phone: self.manner == "by_phone" })
            }
            _ => Err(No::Invalid(problems)),
        }
    }
}

/// Changes a plan. Whoever is not visited says how she was asked, where the change makes more of it.
pub(super) async fn changes(
    tx: &Tx<'_>,
    permit: ::membership::powers::Permit<AskVisits>,
    id: VisitPlanId,
    typed_channel: &str,
    what: Change,
) -> Result<(), No> {
    let plan = seen(tx, id, permit.by()).await?;
    // What makes less needs no word of hers; fewer visits neither, and the command knows fewer from more.
    let makes_less =
        matches!(what, Change::Pause | Change::End | Change::Checked | Change::Person(_, Answer::No | Answer::Neither));
    let may_make_less = matches!(what, Change::Wishes(_)) && typed_channel.is_empty();
    let how = if plan.is_hers || makes_less || may_make_less { None } else { Some(channel(typed_channel)?) };
    change(tx, permit, id, how, what).await
}

pub(super) async fn added(may: May<AskVisits, Adding>, at: Path<(String, VisitPlanId)>) -> PageResult {
    let id = at.1;
    let done = may.act(async |tx: &Tx<'_>, permit| {
        changes(tx, permit, id, &may.form.channel, Change::Add(may.form.read()?)).await?;
        Ok(may.at(&format!("/visit/plans/{id}")))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-visit-added")),
        Err(no) => page(may.again(no)?, id).await,
    }
}

/// Where the plan is to stand.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Becoming {
    act: String,
    channel: String,
}

pub(super) async fn state(may: May<AskVisits, Becoming>, at: Path<(String, VisitPlanId)>) -> PageResult {
    let id = at.1;
    let (what, said) = match may.form.act.as_str() {
        "open" => (Change::Open, "done-visits-open"),
        "pause" => (Change::Pause, "done-visits-paused"),
        "resume" => (Change::Resume, "done-visits-open"),
        "end" => (Change::End, "done-visits-ended"),
        "checked" => (Change::Checked, "done-visits-checked"),
        _ => return Err(No::NotFound.into()),
    };
    let done = may.act(async |tx: &Tx<'_>, permit| {
        // Whom she named may open what she wrote beforehand, without asking her that day (V1).
        if what == Change::Open {
            change(tx, permit, id, None, what.clone()).await?;
        } else {
            changes(tx, permit, id, &may.form.channel, what.clone()).await?;
        }
        Ok(may.at(&format!("/visit/plans/{id}")))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, said)),
        Err(no) => page(may.again(no)?, id).await,
    }
}

/// What is done with one visit.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct OfOne {
    act: String,
    who: String,
    /// Whether it is written down for whoever is visited.
    at_request: bool,
    channel: String,
}

pub(super) async fn of_visit(may: May<AskVisits, OfOne>, at: Path<(String, VisitPlanId, VisitId)>) -> PageResult {
    let (id, visit) = (at.1, at.2);
    let who = || may.form.who.parse().map_err(|_| No::NotFound);
    let (what, said) = match may.form.act.as_str() {
        "welcome" => (OfVisit::Welcome(who()?), "done-visit-welcomed"),
        "decline" => (OfVisit::Decline(who()?), "done-visit-declined"),
        "yes" => (OfVisit::Yes, "done-visit"),
        "not_today" => (OfVisit::NotToday, "done-visit-not-today"),
        "nobody" => (OfVisit::NobodyCame, "done-visit-nobody"),
        _ => return Err(No::NotFound.into()),
    };
    let done = may.act(async |tx: &Tx<'_>, permit| {
        let how = if may.form.at_request { Some(channel(&may.form.channel)?) } else { None };
        happens(tx, permit, id, visit, how, what).await?;
        Ok(may.at(&format!("/visit/plans/{id}")))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, said)),
        Err(no) => page(may.again(no)?, id).await,
    }
}
