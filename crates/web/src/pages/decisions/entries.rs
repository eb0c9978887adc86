//! Entries of the register, in words.

use super::words::{Who, failure, list_of, say};
use crate::kit::{Page, PageError};
use crate::pages::Member;
use ::decisions::ProposalId;
use ::decisions::commands::submit::is_of_the_founding;
use ::decisions::queries::proposal::number_of;
use ::membership::MandateId;
use ::membership::effects::{
    ChangeCharter, EndedMandate, GrantMandate, KeepTool, NewMandate, NewRule, RevokeMandate, Trial, value_in_words,
};
use ::membership::queries::mandates;
use commons::clock::Time;
use commons::db::Scope;
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
    let mut told = Vec::with_capacity(entries.len());
    for entry in entries {
        let teller = Teller { page: &member.page, who, titles: &titles, entry: &entry };
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

/// Titles of mandates, when an entry ends one: it names it by its id alone.
async fn mandate_titles(scope: &Scope<'_>, entries: &[Entry]) -> Result<HashMap<MandateId, String>, PageError> {
    let ends = |entry: &Entry| {
        entry.body.as_ref().and_then(|body| body.get("effect")) == Some(&Value::from(RevokeMandate::KIND))
    };
    if !entries.iter().any(ends) {
        return Ok(HashMap::new());
    }
    Ok(mandates::all(scope).await?.into_iter().map(|mandate| (mandate.id, mandate.title)).collect())
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
    Ok(number.map(|number| format!("/decide/{number}")))
}

/// Tells one entry.
struct Teller<'a> {
    page: &'a Page,
    who: &'a Who,
    titles: &'a HashMap<MandateId, String>,
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
            kinds::CARD_HANDED => self.with_actors(Message::new("entry-card-handed"))?.with("to", self.subject()),
            kinds::ENTERED => {
                let from = text(body, "/handed_by").parse::<MemberId>().ok();
                let from = from.map(|member| self.who.name(member)).unwrap_or_default();
                self.with_actors(Message::new("entry-entered"))?.with("from", from)
            }
            kinds::SUBMITTED if is_of_the_founding(self.entry) => {
                about_proposal(Message::new("entry-first-question"), body)
            }
            kinds::SUBMITTED => about_proposal(self.with_actors(Message::new("entry-submitted"))?, body),
            kinds::OPENED => about_proposal(Message::new("entry-opened"), body).with("roll", whole(body, "/roll")),
            kinds::ADOPTED => counted(about_proposal(Message::new("entry-adopted"), body), body),
            kinds::NOT_ADOPTED if text(body, "/result/verdict") == "no_quorum" => {
                about_proposal(Message::new("entry-no-quorum"), body)
            }
            kinds::NOT_ADOPTED => counted(about_proposal(Message::new("entry-not-adopted"), body), body),
            kinds::WITHDRAWN => about_proposal(self.with_actors(Message::new("entry-withdrawn"))?, body),
            kinds::LAPSED => about_proposal(Message::new("entry-lapsed"), body),
            kinds::EFFECT_DONE => self.effect(body)?,
            kinds::EFFECT_FAILED => Message::new("entry-effect-failed").with("reason", self.reason(body)?),
            kinds::MANDATE_USED => {
                let power = text(body, "/power");
                let power = self.known(Message::keyed(format!("power-{}", power.replace('_', "-"))), &power)?;
                self.with_actors(Message::new("entry-mandate-used"))?.with("power", power)
            }
            other => Message::new("entry-other").with("kind", other),
        })
    }

    fn with_actors(&self, message: Message) -> Result<Message, PageError> {
        let names = list_of(self.page, &self.who.all(&self.entry.actors))?;
        Ok(message.with("who", names))
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
            RevokeMandate::KIND => EndedMandate::deserialize(details).ok().map(|ended| {
                let title = self.titles.get(&ended.mandate).cloned().unwrap_or_default();
                Message::new("entry-mandate-recalled").with("title", title)
            }),
            KeepTool::KIND => {
                Trial::deserialize(details).ok().map(|trial| Message::new("entry-tool-kept").with("until", trial.until))
            }
            _ => None,
        };
        Ok(told.unwrap_or_else(|| Message::new("entry-effect-done")))
    }

    fn rule(&self, new: &NewRule) -> Result<Message, PageError> {
        let rule = self.known(Message::keyed(format!("charter-rule-{}", new.rule.replace('_', "-"))), &new.rule)?;
        let value = self.known(value_in_words(&new.rule, &new.value), &new.value)?;
        Ok(Message::new("entry-charter-changed").with("rule", rule).with("value", value))
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

fn counted(message: Message, body: &Value) -> Message {
    let of = |choice: &str| whole(body, &format!("/result/counts/{choice}"));
    message.with("yes", of("yes")).with("no", of("no")).with("abstain", of("abstain"))
}
