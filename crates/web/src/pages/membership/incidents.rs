//! The register of confidentiality incidents: where each stands, for every member; the entry and its letters, for
//! whoever holds the mandate (Quebec, P-39.1 s. 3.5 to 3.8; `reliability` R-48).

use crate::kit::{Lang, PageError, PageResult, Tab, Typed};
use crate::pages::visit::{May, Member};
use actix_web::web;
use chrono::NaiveDate;
use commons::clock::{Time, local_day};
use commons::db::Tx;
use commons::refusal::{Message, No, Problem};
use membership::IncidentId;
use membership::commands::incident;
use membership::powers::{self, KeepIncidents, OpenIncident};
use membership::queries::{incidents, privacy_contact};
use membership::rules::incident::{Answer, Assessment, ClosedAs, Content, MOST_PEOPLE, Question, kept_until};
use serde::{Deserialize, Serialize};
use tera::context;

/// Where an entry stands, as every member reads it.
#[derive(Debug, Serialize)]
struct Line {
    id: IncidentId,
    number: i32,
    opened_at: Time,
    known_on: NaiveDate,
    /// Days since the group knew.
    days: i64,
    risk: Message,
    commission_told_on: Option<NaiveDate>,
    people_told_on: Option<NaiveDate>,
    /// How it was closed; none while it is open.
    closed: Option<Message>,
    closed_at: Option<Time>,
    kept_until: NaiveDate,
    seen: String,
}

fn line(standing: &incidents::Standing, today: NaiveDate) -> Line {
    let word = |of: &str, name: &str| Message::keyed(format!("incident-{of}-{}", name.replace('_', "-")));
    Line {
        id: standing.id,
        number: standing.number,
        opened_at: standing.opened_at,
        known_on: standing.known_on,
        days: (today - standing.known_on).num_days(),
        risk: word("risk", standing.risk.name()),
        commission_told_on: standing.commission_told_on,
        people_told_on: standing.people_told_on,
        closed: standing.closed.map(|(_, how)| word("closed", how.name())),
        closed_at: standing.closed.map(|(at, _)| at),
        kept_until: kept_until(standing.known_on),
        seen: standing.changed_at.to_rfc3339(),
    }
}

pub(super) async fn all(member: Member) -> PageResult {
    let scope = member.read();
    let today = local_day(member.charter.zone(), scope.now());
    let lines: Vec<Line> = incidents::all(&scope).await?.iter().map(|standing| line(standing, today)).collect();
    let contact = privacy_contact::contact(&scope).await?;
    let keeps = powers::has::<KeepIncidents>(&scope, member.id).await?;
    let is_kept = privacy_contact::is_kept(&scope).await?;
    drop(scope);
    let context = context! {
        incidents => &lines, keeps => &keeps, is_kept => &is_kept, is_vacant => &contact.is_none(),
    };
    member.into_page().at(Tab::Group).render("membership/incidents.html", context)
}

/// What the form holds, as typed.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct Fields {
    data_concerned: String,
    circumstances: String,
    happened_from: String,
    happened_to: String,
    known_on: String,
    people: String,
    people_in_quebec: String,
    sensitivity: String,
    sensitivity_why: String,
    consequences: String,
    consequences_why: String,
    misuse: String,
    misuse_why: String,
    commission_told_on: String,
    people_told_on: String,
    public_notice_why: String,
    measures: String,
    seen: String,
}

impl Fields {
    fn of(content: &Content, seen: Time) -> Self {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let count = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
        let assessment = &content.assessment;
        Self {
            data_concerned: content.data_concerned.clone(),
            circumstances: content.circumstances.clone(),
            happened_from: content.happened_from.to_string(),
            happened_to: day(content.happened_to),
            known_on: content.known_on.to_string(),
            people: count(content.people),
            people_in_quebec: count(content.people_in_quebec),
            sensitivity: assessment.sensitivity.answer.name().to_owned(),
            sensitivity_why: assessment.sensitivity.why.clone(),
            consequences: assessment.consequences.answer.name().to_owned(),
            consequences_why: assessment.consequences.why.clone(),
            misuse: assessment.misuse.answer.name().to_owned(),
            misuse_why: assessment.misuse.why.clone(),
            commission_told_on: day(content.commission_told_on),
            people_told_on: day(content.people_told_on),
            public_notice_why: content.public_notice_why.clone(),
            measures: content.measures.clone(),
            seen: seen.to_rfc3339(),
        }
    }

    /// What was typed, read; what does not read and what is wrong are said together.
    fn content(&self, typed: &Typed, today: NaiveDate) -> Result<Content, No> {
        let mut problems = Vec::new();
        let mut needed = |field| typed.date(field).map_err(|problem| problems.push(problem)).ok();
        let (happened_from, known_on) = (needed("happened_from"), needed("known_on"));
        let mut day = |field: &'static str| -> Option<NaiveDate> {
            if typed.get(field).trim().is_empty() {
                return None;
            }
            typed.date(field).map_err(|problem| problems.push(problem)).ok()
        };
        let (happened_to, commission_told_on, people_told_on) =
            (day("happened_to"), day("commission_told_on"), day("people_told_on"));
        let mut count = |field: &'static str| -> Option<u32> {
            if typed.get(field).trim().is_empty() {
                return None;
            }
            let read = typed.number(field, 0..=i64::from(MOST_PEOPLE));
            read.map_err(|problem| problems.push(problem)).ok().and_then(|count| u32::try_from(count).ok())
        };
        let (people, people_in_quebec) = (count("people"), count("people_in_quebec"));
        let question = |answer: &str, why: &str| Question {
            answer: Answer::named(answer).unwrap_or_default(),
            why: why.trim().to_owned(),
        };
        let content = Content {
            data_concerned: self.data_concerned.trim().to_owned(),
            circumstances: self.circumstances.trim().to_owned(),
            // A day that does not read is said already: today stands in for it while the rest is looked at.
            happened_from: happened_from.or(known_on).unwrap_or(today),
            happened_to,
            known_on: known_on.unwrap_or(today),
            people,
            people_in_quebec,
            assessment: Assessment {
                sensitivity: question(&self.sensitivity, &self.sensitivity_why),
                consequences: question(&self.consequences, &self.consequences_why),
                misuse: question(&self.misuse, &self.misuse_why),
            },
            commission_told_on,
            people_told_on,
            public_notice_why: self.public_notice_why.trim().to_owned(),
            measures: self.measures.trim().to_owned(),
        };
        let said: Vec<&str> = problems.iter().map(|problem: &Problem| problem.field).collect();
        let others: Vec<Problem> =
            content.problems(today).into_iter().filter(|problem| !said.contains(&problem.field)).collect();
        problems.extend(others);
        if problems.is_empty() { Ok(content) } else { Err(No::Invalid(problems)) }
    }
}

pub(super) async fn new(member: Member) -> PageResult {
    show_new(member).await
}

async fn show_new(member: Member) -> PageResult {
    let today = local_day(member.charter.zone(), member.read().now());
    let fields = Fields { known_on: today.to_string(), ..Fields::default() };
    member.into_page().at(Tab::Group).render("membership/incident-new.html", context! { fields => &fields })
}

pub(super) async fn open(may: May<OpenIncident, Fields>) -> PageResult {
    let today = local_day(may.charter.zone(), may.read().now());
    let opened = may
        .act(async |tx, permit| {
            let content = may.form.content(&may.form.typed, today)?;
            let id = incident::open(tx, permit, &content).await?;
            Ok(may.at(&format!("/group/incidents/{id}")))
        })
        .await;
    match opened {
        Ok(to) => Ok(may.page.go_saying(&to, "done-incident-opened")),
        Err(no) => show_new(may.again(no)?).await,
    }
}

fn named(path: &str) -> Result<IncidentId, PageError> {
    path.parse().map_err(|_| PageError::not_found())
}

pub(super) async fn one(member: Member, path: web::Path<(String, String)>) -> PageResult {
    show(member, named(&path.1)?).await
}

/// What whoever holds the mandate reads; the register says that she did.
async fn read_with_mandate(member: &Member, id: IncidentId) -> Result<(incidents::Standing, Content), No> {
    let read = async |tx: &Tx<'_>| {
        let permit = powers::ask::<KeepIncidents>(tx, member.id).await?;
        incident::read(tx, permit, id).await
    };
    member.site.db.write(member.group.id, read).await
}

async fn show(member: Member, id: IncidentId) -> PageResult {
    let scope = member.read();
    let today = local_day(member.charter.zone(), scope.now());
    let (mut standing, mut content) = incidents::one(&scope, id).await?;
    let keeps = powers::has::<KeepIncidents>(&scope, member.id).await?;
    let is_kept = privacy_contact::is_kept(&scope).await?;
    drop(scope);
    if keeps {
        (standing, content) = read_with_mandate(&member, id).await?;
    }
    let fields = keeps.then(|| Fields::of(&content, standing.changed_at));
    let context = context! {
        incident => &line(&standing, today), fields => &fields, keeps => &keeps, is_kept => &is_kept,
    };
    member.into_page().at(Tab::Group).render("membership/incident.html", context)
}

pub(super) async fn keep(may: May<KeepIncidents, Fields>, path: web::Path<(String, String)>) -> PageResult {
    let id = named(&path.1)?;
    let today = local_day(may.charter.zone(), may.read().now());
    let kept = may
        .act(async |tx, permit| {
            let seen = may.form.seen.parse().map_err(|_| No::conflict("incident-changed-meanwhile"))?;
            let content = may.form.content(&may.form.typed, today)?;
            incident::keep(tx, permit, id, seen, &content).await?;
            Ok(may.at(&format!("/group/incidents/{id}")))
        })
        .await;
    match kept {
        Ok(to) => Ok(may.page.go_saying(&to, "done-incident-kept")),
        Err(no) => show(may.again(no)?, id).await,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct How {
    close: String,
}

pub(super) async fn close(may: May<KeepIncidents, How>, path: web::Path<(String, String)>) -> PageResult {
    let id = named(&path.1)?;
    let closed = may
        .act(async |tx, permit| {
            let how = match may.form.close.as_str() {
                "incident" => ClosedAs::Incident,
                "not_an_incident" => ClosedAs::NotAnIncident,
                _ => return Err(No::field("close", Message::new("incident-choose-close"))),
            };
            incident::close(tx, permit, id, how).await?;
            Ok(may.at(&format!("/group/incidents/{id}")))
        })
        .await;
    match closed {
        Ok(to) => Ok(may.page.go_saying(&to, "done-incident-closed")),
        Err(no) => show(may.again(no)?, id).await,
    }
}

/// One paragraph of a letter: its heading, and what the register of incidents says there; nothing leaves a blank
/// line to write on.
#[derive(Debug, Serialize)]
struct Paragraph {
    heading: String,
    text: Option<String>,
}

/// A draft to print: `commission-fr`, `commission-en`, `person-fr` or `person-en`. The group's name stands inside,
/// never where an envelope would show it.
pub(super) async fn letter(member: Member, path: web::Path<(String, String, String)>) -> PageResult {
    let id = named(&path.1)?;
    let (to, lang) = path.2.split_once('-').ok_or_else(PageError::not_found)?;
    let lang = match lang {
        "fr" => Lang::Fr,
        "en" => Lang::En,
        _ => return Err(PageError::not_found()),
    };
    let is_for_commission = match to {
        "commission" => true,
        "person" => false,
        _ => return Err(PageError::not_found()),
    };
    let scope = member.read();
    if !powers::has::<KeepIncidents>(&scope, member.id).await? {
        let power = Message::new("power-keep-incidents");
        return Err(No::NotAllowed(Message::new("error-needs-mandate").with("power", power)).into());
    }
    let contact = privacy_contact::contact(&scope).await?;
    let today = local_day(member.charter.zone(), scope.now());
    drop(scope);
    let (standing, content) = read_with_mandate(&member, id).await?;
    let page = &member.page;
    let say = |message: &Message| -> Result<String, PageError> {
        Ok(page.words_in(lang)?.say(message, page.place_in(lang))?)
    };
    let named = |key: &str| say(&Message::keyed(key.to_owned()));
    let text = |text: &str| Some(text.to_owned()).filter(|text| !text.trim().is_empty());
    let day = |day: NaiveDate| say(&Message::new("letter-day").with("day", day));
    let period = match content.happened_to {
        Some(last) => say(&Message::new("letter-period").with("from", content.happened_from).with("to", last))?,
        None => day(content.happened_from)?,
    };
    let part = |key: &str, text: Option<String>| Ok::<_, PageError>(Paragraph { heading: named(key)?, text });
    let contact_text = contact.as_ref().map(|contact| format!("{}\n{}", contact.title, contact.address));
    let mut parts = vec![
        part("letter-data", text(&content.data_concerned))?,
        part("letter-circumstances", text(&content.circumstances))?,
        part("letter-when", Some(period))?,
    ];
    if is_for_commission {
        let (people, in_quebec) = (content.people, content.people_in_quebec);
        let people = match people {
            Some(people) => Some(say(&Message::new("letter-people-count").with("count", people))?),
            None => None,
        };
        let in_quebec = match in_quebec {
            Some(count) => Some(say(&Message::new("letter-people-count").with("count", count))?),
            None => None,
        };
        let reasons = [
            ("incident-q-sensitivity", &content.assessment.sensitivity),
            ("incident-q-consequences", &content.assessment.consequences),
            ("incident-q-misuse", &content.assessment.misuse),
        ];
        let mut why = Vec::new();
        for (key, question) in reasons {
            if question.answer != Answer::NotYet {
                let answer = Message::keyed(format!("incident-answer-{}", question.answer.name()));
                why.push(format!("{} {}. {}", say(&Message::new(key))?, say(&answer)?, question.why));
            }
        }
        let told = content.people_told_on.map(day).transpose()?;
        parts.extend([
            part("letter-known", Some(day(content.known_on)?))?,
            part("letter-people", people)?,
            part("letter-people-in-quebec", in_quebec)?,
            part("letter-risk", text(&why.join("\n")))?,
            part("letter-people-told", told.or_else(|| text(&content.public_notice_why)))?,
            part("letter-measures", text(&content.measures))?,
        ]);
    } else {
        parts.extend([
            part("letter-measures", text(&content.measures))?,
            part("letter-you-can", Some(named("letter-you-can-text")?))?,
        ]);
    }
    parts.push(part("letter-contact", contact_text)?);
    let kind = if is_for_commission { "commission" } else { "person" };
    let head = Head {
        title: named(&format!("letter-{kind}-title"))?,
        to: named(&format!("letter-{kind}-to"))?,
        opening: named(&format!("letter-{kind}-opening"))?,
        group: member.charter.name().to_owned(),
        day: day(today)?,
        group_label: named("letter-group")?,
        sign: named("letter-sign")?,
        lang: if lang == Lang::Fr { "fr-CA" } else { "en" },
    };
    let context = context! { letter => &head, parts => &parts, incident => &line(&standing, today) };
    member.into_page().at(Tab::Group).render("membership/incident-letter.html", context)
}

/// The top of a letter.
#[derive(Debug, Serialize)]
struct Head {
    title: String,
    to: String,
    opening: String,
    group: String,
    group_label: String,
    day: String,
    sign: String,
    lang: &'static str,
}
