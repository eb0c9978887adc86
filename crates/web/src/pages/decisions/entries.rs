//! Entries of the register, in words.

use super::draws::home;
use super::method::spoken;
use super::words::{Who, failure, list_of, say};
use crate::kit::{Page, PageError};
use crate::pages::Member;
use crate::pages::membership::name_of;
use ::decisions::amend::{AmendText, Amendment, WORDS_CHANGED};
use ::decisions::commands::submit::{is_asked_together, is_of_a_removal, is_of_a_review, is_of_the_founding};
use ::decisions::queries::draws;
use ::decisions::queries::proposal::number_of;
use ::decisions::recall::AskRecall;
use ::decisions::review::{Again, KeepDecision, Kept, Revisit};
use ::decisions::rules::question::Method;
use ::decisions::{DrawId, ProposalId};
use ::membership::MandateId;
use ::membership::admission::AdmitByDecision;
use ::membership::effects::{
    ChangeCharter, EndMeasure, EndedMandate, FillSeat, GrantMandate, KeepTool, NewMandate, NewMeasure, NewRule,
    NewSeat, RemoveMember, RevokeMandate, SetMeasure, Trial, value_in_words,
};
use ::membership::queries::mandates;
use ::membership::suspension::SuspendMandate;
use commons::clock::Time;
use commons::db::Scope;
use commons::effects::READING;
use commons::ids::MemberId;
use commons::refusal::Message;
use commons::register::{Entry, kinds};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::HashMap;

/// An entry, told.
#[derive(Serialize)]
pub(super) struct Told {
    pub(super) seq: i64,
    pub(super) href: String,
    pub(super) at: Time,
    pub(super) text: String,
    /// The page of what it is about.
    pub(super) about: Option<String>,
}

/// Puts entries into words.
///
/// # Errors
/// When the store fails.
pub(super) async fn told(
    scope: &Scope<'_>,
    member: &Member,
    who: &Who,
    entries: Vec<Entry>,
) -> Result<Vec<Told>, PageError> {
    let titles = mandate_titles(scope, &entries).await?;
    let numbers = amendment_numbers(scope, &entries).await?;
    let mut told = Vec::with_capacity(entries.len());
    for entry in entries {
        let teller = Teller { page: &member.page, who, titles: &titles, numbers: &numbers, entry: &entry };
        told.push(Told {
            seq: entry.seq,
            href: member.at(&format!("/register/{}", entry.seq)),
            at: entry.at,
            text: say(&member.page, &teller.message()?)?,
            about: about(scope, &entry).await?.map(|path| member.at(&path)),
        });
    }
    Ok(told)
}

/// Titles of mandates, when an entry ends or suspends one: it names it by its id alone.
async fn mandate_titles(scope: &Scope<'_>, entries: &[Entry]) -> Result<HashMap<MandateId, String>, PageError> {
    const KINDS: [&str; 3] = [RevokeMandate::KIND, SuspendMandate::KIND, AskRecall::KIND];
    let names = |entry: &Entry| {
        let kind = entry.body.as_ref().and_then(|body| body.get("effect").or_else(|| body.get("act"))?.as_str());
        kind.is_some_and(|kind| KINDS.contains(&kind))
    };
    if !entries.iter().any(names) {
        return Ok(HashMap::new());
    }
    Ok(mandates::all(scope).await?.into_iter().map(|mandate| (mandate.id, mandate.title)).collect())
}

/// Numbers of amendments, when an entry says what one did: it names it by its id alone.
async fn amendment_numbers(scope: &Scope<'_>, entries: &[Entry]) -> Result<HashMap<ProposalId, i32>, PageError> {
    let mut numbers = HashMap::new();
    for entry in entries {
        let body = entry.body.as_ref().filter(|body| text(body, "/effect") == AmendText::KIND);
        let id = body.and(entry.about.as_deref()).and_then(|about| about.parse::<ProposalId>().ok());
        if let Some(id) = id
            && let Some(number) = number_of(scope, id).await?
        {
            numbers.insert(id, number);
        }
    }
    Ok(numbers)
}

/// The page of the proposal that an entry is about.
async fn about(scope: &Scope<'_>, entry: &Entry) -> Result<Option<String>, PageError> {
    let written = entry.body.as_ref().and_then(|body| body.get("number")?.as_i64());
    let is_effect = matches!(entry.kind.as_str(), kinds::EFFECT_DONE | kinds::EFFECT_FAILED);
    let proposal = entry.about.as_deref().and_then(|about| about.parse::<ProposalId>().ok());
    let number = match (written, proposal) {
        (Some(number), _) => Some(number),
        (None, Some(id)) if is_effect => number_of(scope, id).await?.map(i64::from),
        _ => None,
    };
    match number {
        Some(number) => Ok(Some(format!("/decide/{number}"))),
        None => drawn_there(scope, entry).await,
    }
}

/// The page of the draw that an entry is about, as long as it is kept.
async fn drawn_there(scope: &Scope<'_>, entry: &Entry) -> Result<Option<String>, PageError> {
    const DRAWS: [&str; 5] =
        [kinds::DRAW_OPENED, kinds::DRAW_CLOSED, kinds::DRAW_MADE, kinds::DRAW_TAKEN_BACK, kinds::DRAW_LAPSED];
    let id = entry.about.as_deref().filter(|_| DRAWS.contains(&entry.kind.as_str()));
    let Some(id) = id.and_then(|about| about.parse::<DrawId>().ok()) else { return Ok(None) };
    Ok(draws::is_kept(scope, id).await?.then(|| home(id)))
}

/// Tells one entry.
struct Teller<'a> {
    page: &'a Page,
    who: &'a Who,
    titles: &'a HashMap<MandateId, String>,
    numbers: &'a HashMap<ProposalId, i32>,
    entry: &'a Entry,
}

impl Teller<'_> {
    fn message(&self) -> Result<Message, PageError> {
        let Some(body) = &self.entry.body else { return Ok(Message::new("entry-words-withdrawn")) };
        Ok(match self.entry.kind.as_str() {
            kinds::FOUNDED => {
                let count = body.get("members").and_then(Value::as_i64).unwrap_or_default();
                self.with_actors(Message::new("entry-founded"))?.with("count", count)
            }
            kinds::JOINED => self.with_actors(Message::new("entry-joined"))?,
            kinds::JOINED_ON_PAPER => {
                self.with_actors(Message::new("entry-joined-on-paper"))?.with("to", self.subject())
            }
            kinds::RENAMED if self.is_by_another() => {
                self.with_actors(Message::new("entry-renamed-at-request"))?.with("to", self.subject())
            }
            kinds::RENAMED => self.with_actors(Message::new("entry-renamed"))?,
            kinds::APPLICATION_WRITTEN => self.with_actors(Message::new("entry-application-written"))?,
            kinds::APPLICATION_CLOSED => self.with_actors(Message::new("entry-application-closed"))?,
            kinds::CARD_HANDED => self.with_actors(Message::new("entry-card-handed"))?.with("to", self.subject()),
            kinds::ENTERED => {
                let from = text(body, "/handed_by").parse::<MemberId>().ok();
                let from = from.map(|member| self.who.name(member)).unwrap_or_default();
                self.with_actors(Message::new("entry-entered"))?.with("from", from)
            }
            kinds::SUBMITTED if is_of_the_founding(self.entry) => {
                about_proposal(Message::new("entry-first-question"), body)
            }
            kinds::SUBMITTED if is_of_a_review(self.entry) => about_proposal(Message::new("entry-asked-again"), body),
            kinds::SUBMITTED if is_of_a_removal(self.entry) => about_proposal(Message::new("entry-removal-vote"), body),
            kinds::SUBMITTED if is_asked_together(self.entry) => {
                about_proposal(self.with_actors(Message::new("entry-asked-together"))?, body)
            }
            kinds::SUBMITTED => about_proposal(self.with_actors(Message::new("entry-submitted"))?, body),
            kinds::OPENED => about_proposal(Message::new("entry-opened"), body),
            kinds::ADOPTED if is_election(body) => {
                let person = text(body, "/elected").parse::<MemberId>().ok();
                let name = person.map(|person| self.who.name(person)).unwrap_or_default();
                about_proposal(Message::new("entry-election-found"), body).with("name", name)
            }
            kinds::NOT_ADOPTED if is_election(body) => about_proposal(Message::new("entry-election-nobody"), body),
            kinds::ADOPTED if has_another_method(body) => self.chosen(body)?,
            kinds::ADOPTED if is_withheld(body) => about_proposal(Message::new("entry-adopted-withheld"), body),
            kinds::NOT_ADOPTED if is_withheld(body) => about_proposal(Message::new("entry-not-adopted-withheld"), body),
            kinds::ADOPTED => counted(about_proposal(Message::new("entry-adopted"), body), body),
            kinds::NOT_ADOPTED if text(body, "/result/verdict") == "no_quorum" => {
                about_proposal(Message::new("entry-no-quorum"), body)
            }
            kinds::NOT_ADOPTED if has_another_method(body) => {
                about_proposal(Message::new("entry-not-adopted-withheld"), body)
            }
            kinds::NOT_ADOPTED => counted(about_proposal(Message::new("entry-not-adopted"), body), body),
            kinds::CONSULTED => about_proposal(Message::new("entry-consulted"), body),
            kinds::MADE_SECRET => about_proposal(Message::new("entry-made-secret"), body),
            kinds::BEGUN_ANEW => about_proposal(Message::new("entry-begun-anew"), body),
            kinds::EXTENDED => self.extended(body),
            kinds::ANOTHER_ROUND => {
                let key = match text(body, "/fallback").as_str() {
                    "" if body.get("method").is_some() => "entry-became-consent",
                    "" => "entry-another-round",
                    "defer" => "entry-rounds-defer",
                    "trial" => "entry-rounds-trial",
                    _ => "entry-rounds-vote",
                };
                about_proposal(Message::new(key), body).with("round", whole(body, "/round"))
            }
            kinds::ENDED => {
                about_proposal(Message::new("entry-decision-ended"), body).with("review", whole(body, "/review"))
            }
            kinds::CLOSED_EARLY => about_proposal(Message::new("entry-closed-early"), body),
            kinds::CANCELLED => {
                let message = self.with_actors(Message::new("entry-vote-stopped"))?;
                about_proposal(message, body).with("reason", text(body, "/reason"))
            }
            kinds::CONTESTED => {
                let message = self.with_actors(Message::new("entry-contested"))?;
                about_proposal(message, body).with("reason", text(body, "/reason"))
            }
            kinds::RECEIPTS_DESTROYED => about_proposal(Message::new("entry-receipts-destroyed"), body),
            kinds::VOTE_BY_PHONE => {
                let named = |place: usize| self.entry.actors.get(place).map(|member| self.who.name(*member));
                let message = about_proposal(Message::new("entry-vote-by-phone"), body);
                message.with("who", named(0).unwrap_or_default()).with("voter", named(1).unwrap_or_default())
            }
            kinds::PAPER_HELPED => self.helped(body),
            kinds::PAPER_COUNTED if body.get("paper").is_none() => {
                about_proposal(self.with_actors(Message::new("entry-paper-counted-withheld"))?, body)
            }
            kinds::PAPER_COUNTED => {
                let message = about_proposal(self.with_actors(Message::new("entry-paper-counted"))?, body);
                let of = |what: &str| whole(body, &format!("/paper/{what}"));
                message.with("ballots", of("ballots")).with("spoiled", of("spoiled"))
            }
            kinds::DRAW_OPENED => {
                let of_tie = body.get("tie_of").is_some();
                let message = Message::new(if of_tie { "entry-draw-of-tie" } else { "entry-draw-opened" });
                let message = self.with_actors(message)?.with("title", text(body, "/title"));
                message.with("number", whole(body, "/tie_of"))
            }
            kinds::DRAW_CLOSED => Message::new("entry-draw-closed")
                .with("title", text(body, "/title"))
                .with("count", whole(body, "/count")),
            kinds::DRAW_MADE => self.drawn(body)?,
            kinds::DRAW_TAKEN_BACK => {
                self.with_actors(Message::new("entry-draw-taken-back"))?.with("title", text(body, "/title"))
            }
            kinds::DRAW_LAPSED => Message::new("entry-draw-lapsed").with("title", text(body, "/title")),
            kinds::CHAIN_STARTED => self.with_actors(Message::new(match text(body, "/kind").as_str() {
                "urgent" => "entry-chain-urgent",
                "drill" => "entry-chain-drill",
                _ => "entry-chain-news",
            }))?,
            kinds::PAPER_NOT_COUNTED => about_proposal(Message::new("entry-paper-not-counted"), body),
            kinds::WITHDRAWN => about_proposal(self.with_actors(Message::new("entry-withdrawn"))?, body),
            kinds::LAPSED if text(body, "/reason") == WORDS_CHANGED => {
                about_proposal(Message::new("entry-lapsed-words-changed"), body)
            }
            kinds::LAPSED => about_proposal(Message::new("entry-lapsed"), body),
            kinds::EFFECT_DONE => self.effect(body)?,
            kinds::EFFECT_FAILED => Message::new("entry-effect-failed").with("reason", self.reason(body)?),
            kinds::TOGETHER_ASKED => self.together("entry-together-asked", body)?,
            kinds::TOGETHER_DONE => self.together("entry-together-done", body)?,
            kinds::LEFT => self.with_actors(Message::new("entry-left"))?,
            kinds::MANDATE_ENDED if self.entry.actors.is_empty() => Message::new("entry-mandate-ended-removed"),
            kinds::MANDATE_ENDED => self.with_actors(Message::new("entry-mandate-ended"))?,
            kinds::HANDOVER_WRITTEN => self.with_actors(Message::new("entry-handover-written"))?,
            kinds::MANDATE_USED => {
                let power = text(body, "/power");
                let power = self.known(Message::keyed(format!("power-{}", power.replace('_', "-"))), &power)?;
                self.with_actors(Message::new("entry-mandate-used"))?.with("power", power)
            }
            // Hard times.
            kinds::MEASURE_ENDED => Message::new("entry-measure-ended"),
            kinds::REMOVAL_NOTICED => {
                self.with_actors(Message::new("entry-removal-noticed"))?.with("person", self.subject())
            }
            kinds::REMOVAL_HEARD => Message::new("entry-removal-heard").with("person", self.subject()),
            kinds::REMOVAL_TAKEN_BACK => {
                self.with_actors(Message::new("entry-removal-taken-back"))?.with("person", self.subject())
            }
            kinds::REMOVAL_ACTED => Message::new("entry-removal-acted").with("person", self.subject()),
            kinds::REMOVAL_APPEALED => Message::new("entry-removal-appealed").with("person", self.subject()),
            kinds::REMOVAL_LAPSED => Message::new("entry-removal-lapsed").with("person", self.subject()),
            kinds::REMOVAL_ANNULLED => Message::new("entry-removal-annulled").with("person", self.subject()),
            kinds::REMOVAL_ENDED => Message::new("entry-removal-ended"),
            kinds::INCIDENT_OPENED => Message::new("entry-incident-opened"),
            kinds::INCIDENT_CLOSED => Message::new("entry-incident-closed"),
            other => Message::new("entry-other").with("kind", other),
        })
    }

    /// Who named whom to help with her ballot of paper, and who noted it for her.
    fn helped(&self, body: &Value) -> Message {
        let named = |place: usize| self.entry.actors.get(place).map(|member| self.who.name(*member));
        let noted_by = text(body, "/noted_by").parse::<MemberId>().ok().map(|member| self.who.name(member));
        let message = match noted_by {
            Some(who) => Message::new("entry-paper-helped-noted").with("who", who),
            None => Message::new("entry-paper-helped"),
        };
        let message = about_proposal(message, body).with("voter", named(0).unwrap_or_default());
        message.with("helper", named(1).unwrap_or_default())
    }

    /// Why a vote lasts longer, and how many asked when somebody did.
    fn extended(&self, body: &Value) -> Message {
        let why = match text(body, "/why").as_str() {
            "asked" => Message::new("entry-extended-asked").with("count", whole(body, "/askers")),
            "second_call" => Message::new("entry-second-call"),
            _ => Message::new("entry-extended"),
        };
        about_proposal(why, body)
    }

    /// What the group chose, or that it consented.
    fn chosen(&self, body: &Value) -> Result<Message, PageError> {
        let chosen = body.get("chosen").and_then(Value::as_array).into_iter().flatten();
        let chosen = chosen.filter_map(Value::as_str).map(|name| spoken(self.page, name));
        let chosen = chosen.collect::<Result<Vec<_>, _>>()?;
        let key = if chosen.is_empty() { "entry-by-consent" } else { "entry-chosen" };
        Ok(about_proposal(Message::new(key), body).with("winners", list_of(self.page, &chosen)?))
    }

    /// What a draw brought: people by the names they have now, things by their places in what was drawn.
    fn drawn(&self, body: &Value) -> Result<Message, PageError> {
        if let Some(places) = body.get("places").and_then(Value::as_array) {
            let places: Vec<String> = places.iter().filter_map(Value::as_u64).map(|place| place.to_string()).collect();
            let message = self.with_actors(Message::new("entry-draw-made-places"))?.with("title", text(body, "/title"));
            return Ok(message.with("count", places.len()).with("places", list_of(self.page, &places)?));
        }
        let by_name = body.get("by_name").and_then(Value::as_bool).unwrap_or_default();
        let drawn = body.get("drawn").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        let named = |entry: &str| match entry.parse::<MemberId>() {
            Ok(member) if by_name => self.who.name(member),
            _ => entry.to_owned(),
        };
        let drawn = list_of(self.page, &drawn.map(named).collect::<Vec<_>>())?;
        let message = self.with_actors(Message::new("entry-draw-made"))?;
        Ok(message.with("title", text(body, "/title")).with("drawn", drawn))
    }

    fn with_actors(&self, message: Message) -> Result<Message, PageError> {
        let names = list_of(self.page, &self.who.all(&self.entry.actors))?;
        Ok(message.with("who", names))
    }

    /// An act that several sign, by the name of its kind.
    fn together(&self, key: &'static str, body: &Value) -> Result<Message, PageError> {
        let kind = text(body, "/act");
        let mut act = self.known(name_of(&kind), &kind)?;
        let mandate = text(body, "/details/mandate").parse::<MandateId>().ok();
        if let Some(title) = mandate.and_then(|mandate| self.titles.get(&mandate)) {
            let about = Message::new("entry-together-about").with("act", act).with("title", title.as_str());
            act = say(self.page, &about)?;
        }
        Ok(self.with_actors(Message::new(key))?.with("act", act))
    }

    /// Whether somebody else than the member it is about did it.
    fn is_by_another(&self) -> bool {
        let about = self.entry.about.as_deref().and_then(|about| about.parse::<MemberId>().ok());
        about.is_some_and(|about| !self.entry.actors.contains(&about))
    }

    /// The member that the entry is about.
    fn subject(&self) -> String {
        let subject = self.entry.about.as_deref().and_then(|about| about.parse::<MemberId>().ok());
        subject.map(|member| self.who.name(member)).unwrap_or_default()
    }

    fn effect(&self, body: &Value) -> Result<Message, PageError> {
        let details = body.get("details").unwrap_or(&Value::Null);
        let told = match text(body, "/effect").as_str() {
            ChangeCharter::KIND => NewRule::deserialize(details).ok().map(|new| self.rule(&new)).transpose()?,
            GrantMandate::KIND => NewMandate::deserialize(details).ok().map(|new| {
                let message = Message::new("entry-mandate-granted").with("title", new.title);
                message.with("holder", self.who.name(new.holder)).with("until", new.until)
            }),
            FillSeat::KIND => NewSeat::deserialize(details).ok().and_then(|new| {
                let message = Message::new("entry-mandate-granted").with("title", new.title);
                Some(message.with("holder", self.who.name(new.holder?)).with("until", new.until))
            }),
            RevokeMandate::KIND => EndedMandate::deserialize(details).ok().map(|ended| {
                let title = self.titles.get(&ended.mandate).cloned().unwrap_or_default();
                Message::new("entry-mandate-recalled").with("title", title)
            }),
            AdmitByDecision::KIND => Some(Message::new("entry-admitted")),
            AmendText::KIND => Amendment::deserialize(details).ok().map(|amendment| self.amended(&amendment)),
            KeepTool::KIND => {
                Trial::deserialize(details).ok().map(|trial| Message::new("entry-tool-kept").with("until", trial.until))
            }
            SetMeasure::KIND => NewMeasure::deserialize(details).ok().map(|new| self.measure(&new)).transpose()?,
            EndMeasure::KIND => Some(Message::new("entry-measure-ended")),
            RemoveMember::KIND => Some(Message::new("entry-removal-adopted")),
            Revisit::KIND => Again::deserialize(details)
                .ok()
                .map(|again| Message::new("entry-review-set").with("months", again.months)),
            KeepDecision::KIND => Kept::deserialize(details)
                .ok()
                .map(|kept| Message::new("entry-decision-kept").with("number", i64::from(kept.number))),
            _ => None,
        };
        Ok(told.unwrap_or_else(|| Message::new("entry-effect-done")))
    }

    /// Which amendment changed which proposal.
    fn amended(&self, amendment: &Amendment) -> Message {
        let own = self.entry.about.as_deref().and_then(|about| about.parse::<ProposalId>().ok());
        let own = own.and_then(|id| self.numbers.get(&id).copied()).unwrap_or_default();
        let message = Message::new("entry-amended").with("number", i64::from(own));
        message.with("of", i64::from(amendment.number))
    }

    /// A measure: whom it concerns, by the ids that the entry holds.
    fn measure(&self, new: &NewMeasure) -> Result<Message, PageError> {
        let kind = self.known(Message::keyed(format!("measure-kind-{}", new.kind.replace('_', "-"))), &new.kind)?;
        let people: Vec<MemberId> = std::iter::once(new.person).chain(new.other).collect();
        let who = list_of(self.page, &self.who.all(&people))?;
        Ok(Message::new("entry-measure-set").with("kind", kind).with("who", who).with("until", new.until))
    }

    fn rule(&self, new: &NewRule) -> Result<Message, PageError> {
        let rule = self.known(Message::keyed(format!("charter-rule-{}", new.rule.replace('_', "-"))), &new.rule)?;
        let value = self.known(value_in_words(&new.rule, &new.value), &new.value)?;
        let is_first = self.entry.body.as_ref().is_some_and(|body| body.get(READING).is_some());
        let key = if is_first { "entry-charter-read" } else { "entry-charter-changed" };
        Ok(Message::new(key).with("rule", rule).with("value", value))
    }

    /// The reason as it was stored; an older program may have had other sentences.
    fn reason(&self, body: &Value) -> Result<String, PageError> {
        match body.get("reason").map(Message::deserialize) {
            Some(Ok(reason)) => failure(self.page, &reason),
            _ => Ok(String::new()),
        }
    }

    /// A message in words, or `otherwise` when this program no longer knows it: the register outlives
    /// every version.
    fn known(&self, message: Message, otherwise: &str) -> Result<String, PageError> {
        if self.page.words()?.has(&message.key) { say(self.page, &message) } else { Ok(otherwise.to_owned()) }
    }
}

fn text(body: &Value, at: &str) -> String {
    body.pointer(at).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn whole(body: &Value, at: &str) -> i64 {
    body.pointer(at).and_then(Value::as_i64).unwrap_or_default()
}

fn about_proposal(message: Message, body: &Value) -> Message {
    message.with("number", whole(body, "/number")).with("title", text(body, "/title"))
}

/// So few voted in secret that their counts are written nowhere.
fn is_withheld(body: &Value) -> bool {
    body.pointer("/result/withheld").and_then(Value::as_bool).unwrap_or_default()
}

/// Whether it was decided otherwise than by yes or no.
fn has_another_method(body: &Value) -> bool {
    body.pointer("/result/other").is_some_and(|other| !other.is_null())
}

/// Whether somebody was looked for without candidates.
fn is_election(body: &Value) -> bool {
    text(body, "/method") == Method::Election.word()
}

fn counted(message: Message, body: &Value) -> Message {
    let of = |choice: &str| whole(body, &format!("/result/counts/{choice}"));
    message.with("yes", of("yes")).with("no", of("no")).with("abstain", of("abstain")).with("blank", of("blank"))
}
