//! An election without candidates: where it stands, what the reader can do, and her doing it (`decisions B9`).

use super::proposal::home;
use super::words::{Who, say};
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::{May, Member};
use ::decisions::commands::election::{Doing, take_part};
use ::decisions::powers::CastBallot;
use ::decisions::queries::election::{Election, Voice, of_number};
use ::decisions::queries::proposal::id_of;
use ::decisions::rules::election::{Act, Answer, Stage};
use ::membership::powers::Permit;
use ::membership::queries::people;
use actix_web::web::Path;
use chrono::NaiveDate;
use commons::clock::Time;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use serde::{Deserialize, Serialize};
use tera::context;

/// The address of the page, within that of the proposal.
pub(super) const PATH: &str = "/election";

/// What the page shows.
#[derive(Serialize)]
struct Shown {
    title: String,
    summary: String,
    stage: &'static str,
    until: Option<Time>,
    on_roll: bool,
    reads: bool,
    may_put: bool,
    can_adapt: bool,
    may_take_back: bool,
    asks_me: bool,
    spoken: u64,
    counted: u64,
    task: String,
    aim: String,
    limits: String,
    last_day: NaiveDate,
    steps: Vec<Step>,
    current: usize,
    /// Who can be named, after a line that names nobody.
    people: Vec<Choice>,
    /// Whom the reader named, as an id, by name, and why.
    mine: Option<Mine>,
    i_spoke: bool,
    names: Vec<NameShown>,
    /// Names that can be put forward, after a line that names nobody.
    open: Vec<Choice>,
    left: usize,
    /// The name that is looked at.
    put: Option<PutShown>,
    fine: u64,
    concerns: Vec<Said>,
    objections: Vec<Said>,
    /// What the reader answered: a word, and her own words.
    answer: &'static str,
    said: String,
    is_me: bool,
    may_decline: bool,
    may_adapt: bool,
    together: bool,
    i_am_together: bool,
    together_missing: usize,
}

#[derive(Serialize)]
struct Step {
    icon: &'static str,
    text: String,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    label: String,
}

#[derive(Serialize)]
struct Mine {
    person: String,
    name: String,
    why: String,
}

#[derive(Serialize)]
struct NameShown {
    name: String,
    reasons: Vec<String>,
    open: bool,
}

#[derive(Serialize)]
struct PutShown {
    name: String,
    by: String,
    why: String,
    until: Option<NaiveDate>,
    added: String,
}

#[derive(Serialize)]
struct Said {
    id: String,
    by: String,
    words: String,
    can_be_taken_up: bool,
}

pub(super) async fn show(member: Member, at: Path<(String, i32)>) -> PageResult {
    election_page(member, at.1, Coming::First).await
}

/// How the page comes to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Coming {
    /// Somebody opened it.
    First,
    /// A form of it was refused: her words come back, whatever has become of the election.
    Again,
}

async fn election_page(member: Member, number: i32, coming: Coming) -> PageResult {
    let scope = member.read();
    let election = of_number(&scope, number, member.id).await?.filter(|election| election.until.is_some());
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    drop(scope);
    let at_home = member.at(&home(number));
    if election.is_none() && coming == Coming::First {
        return Ok(member.page.go(&at_home));
    }
    let context = context! {
        e => &election.as_ref().map(|election| shown(&member, &who, election)).transpose()?, number => &number,
        home => &at_home, action => &format!("{at_home}{PATH}"),
    };
    member.into_page().at(Tab::Decide).render("decisions/election.html", context)
}

fn shown(member: &Member, who: &Who, election: &Election) -> Result<Shown, PageError> {
    let nobody = || {
        Ok::<_, PageError>(Choice { value: String::new(), label: say(&member.page, &Message::new("write-choose"))? })
    };
    let choice = |id: MemberId, label: String| Choice { value: id.to_string(), label };
    let people = election.offered.iter().map(|person| choice(person.id, person.name.clone()));
    let open = election.names.iter().filter(|one| one.open && one.person != member.id);
    let open = open.map(|one| choice(one.person, who.name(one.person)));
    let (steps, current) = steps(member, election.stage)?;
    let names = election.names.iter().map(|one| NameShown {
        name: who.name(one.person),
        reasons: one.reasons.clone(),
        open: one.open,
    });
    Ok(Shown {
        title: election.title.clone(),
        summary: election.summary.clone(),
        stage: election.stage.name(),
        until: election.until,
        on_roll: election.on_roll,
        reads: election.reads,
        may_put: election.may_put,
        can_adapt: election.can_adapt,
        may_take_back: election.may_take_back,
        asks_me: election.asks_me,
        spoken: election.spoken.0,
        counted: election.spoken.1,
        task: election.seat.title.clone(),
        aim: election.seat.aim.clone(),
        limits: election.seat.limits.clone(),
        last_day: election.seat.until,
        steps,
        current,
        people: std::iter::once(nobody()?).chain(people).collect(),
        mine: election.mine.as_ref().map(|(person, why)| Mine {
            person: person.to_string(),
            name: who.name(*person),
            why: why.clone(),
        }),
        i_spoke: election.i_spoke,
        names: names.collect(),
        open: std::iter::once(nobody()?).chain(open).collect(),
        left: election.left,
        put: election.put.as_ref().map(|put| PutShown {
            name: who.name(put.person),
            by: put.by.map(|by| who.name(by)).unwrap_or_default(),
            why: put.why.clone().unwrap_or_default(),
            until: put.until,
            added: put.added.clone().unwrap_or_default(),
        }),
        fine: election.fine,
        concerns: election.concerns.iter().map(|voice| said(who, voice)).collect(),
        objections: election.objections.iter().map(|voice| said(who, voice)).collect(),
        answer: election.my_answer.as_ref().map(|(answer, _)| answer.word()).unwrap_or_default(),
        said: election.my_answer.as_ref().map(|(_, words)| words.clone()).unwrap_or_default(),
        is_me: election.is_me,
        may_decline: election.may_decline,
        may_adapt: election.may_adapt,
        together: election.together.possible,
        i_am_together: election.together.i_am,
        together_missing: election.together.missing,
    })
}

fn said(who: &Who, voice: &Voice) -> Said {
    Said {
        id: voice.member.to_string(),
        by: who.name(voice.member),
        words: voice.words.clone(),
        can_be_taken_up: voice.can_be_taken_up,
    }
}

/// Its three steps, and which one it is at, counted from 1.
fn steps(member: &Member, stage: Stage) -> Result<(Vec<Step>, usize), PageError> {
    let current = match stage {
        Stage::Naming => 1,
        Stage::Changing => 2,
        _ => 3,
    };
    let step =
        |(icon, key): (&'static str, &'static str)| Ok(Step { icon, text: say(&member.page, &Message::new(key))? });
    let steps = [("pen", "election-step-names"), ("chat", "election-step-read"), ("hands", "election-step-one")];
    Ok((steps.into_iter().map(step).collect::<Result<_, PageError>>()?, current))
}

/// What she does: one form of the page, by its `act`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    act: String,
    /// Whom she names, and why.
    person: String,
    reason: String,
    /// Whose name she puts forward, and why.
    name: String,
    why: String,
    /// What she says of the name.
    answer: String,
    said: String,
    /// How the task is adapted to it.
    added: String,
    until: String,
    /// Whose objection that takes up.
    objector: String,
}

impl Typed {
    fn doing(&self, until: impl FnOnce() -> Result<NaiveDate, No>) -> Result<Doing, No> {
        let somebody = |field: &'static str, id: &str| {
            id.parse::<MemberId>().map_err(|_| No::field(field, Message::new("election-choose-somebody")))
        };
        Ok(match self.act.as_str() {
            "name" => Doing::saying(Act::Name(somebody("person", &self.person)?), &self.reason),
            "keep" => Doing::only(Act::Keep),
            "together" => Doing::only(Act::Together),
            "put" => Doing::saying(Act::Put(somebody("name", &self.name)?), &self.why),
            "back" => Doing::only(Act::TakeBack),
            "answer" => {
                let answer = Answer::named(&self.answer);
                let answer = answer.ok_or_else(|| No::field("answer", Message::new("election-choose-answer")))?;
                Doing::saying(Act::Answer(answer), &self.said)
            }
            "adapt" => {
                let until = if self.until.trim().is_empty() { None } else { Some(until()?) };
                Doing { act: Act::Adapt, words: self.added.clone(), until }
            }
            "resolve" => Doing::only(Act::TakeUp(somebody("objector", &self.objector)?)),
            "accept" => Doing::only(Act::Accept),
            "decline" => Doing::only(Act::Decline),
            _ => return Err(No::conflict("election-moved-on")),
        })
    }
}

/// What the next page says.
fn done(act: Act<MemberId>) -> &'static str {
    match act {
        Act::Name(_) | Act::Keep => "done-election-named",
        Act::Together => "done-election-together",
        Act::Put(_) => "done-election-put",
        Act::TakeBack => "done-election-taken-back",
        Act::Answer(_) => "done-election-answered",
        Act::Adapt => "done-election-adapted",
        Act::TakeUp(_) => "done-election-taken-up",
        Act::Accept => "done-election-accepted",
        Act::Decline => "done-election-declined",
    }
}

pub(super) async fn taken_part(may: May<CastBallot, Typed>, at: Path<(String, i32)>) -> PageResult {
    let until = || may.form.typed.date("until").map_err(|problem| No::Invalid(vec![problem]));
    let doing = match may.form.doing(until) {
        Ok(doing) => doing,
        Err(no) => return election_page(may.again(no)?, at.1, Coming::Again).await,
    };
    let act = doing.act;
    let effects = &may.site.effects;
    let taken = may.act(async |tx: &Tx<'_>, permit: Permit<CastBallot>| {
        take_part(tx, permit, effects, id_of(tx, at.1).await?, doing.clone()).await?;
        // With her yes it is over: what came of it is read beside the proposal.
        Ok(if doing.act == Act::Accept { home(at.1) } else { format!("{}{PATH}", home(at.1)) })
    });
    match taken.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), done(act))),
        Err(no) => election_page(may.again(no)?, at.1, Coming::Again).await,
    }
}
