//! The fields of the form that writes a proposal, and the way from them to its text and effect and back.

use super::desk::Happens;
use crate::kit::Typed;
use ::decisions::commands::write_proposal::Text;
use ::decisions::queries::proposal::Proposal;
use ::decisions::review::Revisit;
use ::decisions::rules::question::{Method, Question, money, read_money, read_options, written_options};
use ::decisions::rules::text::problems;
use ::decisions::rules::timing::MOST_REVIEW_MONTHS;
use ::membership::rules::charter::rule_named;
use ::membership::rules::removal::Measure;
use ::membership::{ApplicationId, MeasureId};
use ::tally::{Quorum, Threshold};
use commons::ids::MemberId;
use commons::refusal::{Message, Problem};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Most days of discussion or of voting.
pub(super) const MOST_DAYS: u32 = 90;

/// What the form holds, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) body: String,
    /// By which method it is decided, what there is to choose, how many win, what there is to spend.
    pub(super) method: String,
    pub(super) options: String,
    pub(super) seats: String,
    pub(super) budget: String,
    /// The part of the votes that must say yes, such as `3/4`; nothing for that of the charter.
    pub(super) part: String,
    /// How many must take part, such as `67%`; nothing for what the charter says.
    pub(super) quorum: String,
    /// The rule of the charter that changes.
    pub(super) rule: String,
    /// What it will say.
    pub(super) value: String,
    pub(super) mandate_title: String,
    pub(super) aim: String,
    pub(super) limits: String,
    pub(super) powers: Vec<String>,
    /// Who holds the mandate, as an id.
    pub(super) holder: String,
    /// Its last day.
    pub(super) until: String,
    pub(super) trial_until: String,
    /// Which lesser measure.
    pub(super) measure_kind: String,
    /// Whom it concerns, the other person, and two go-betweens, as ids.
    pub(super) person: String,
    pub(super) other: String,
    pub(super) between_one: String,
    pub(super) between_two: String,
    /// The activity that is paused.
    pub(super) activity: String,
    /// The measure that ends, as an id.
    pub(super) measure: String,
    /// The application of somebody who is admitted, as an id.
    pub(super) application: String,
    /// After how many months the group asks itself again whether to keep a position; empty when it does not.
    pub(super) review_months: String,
    pub(super) discussion_days: String,
    pub(super) voting_days: String,
    /// `keep` or `send`.
    pub(super) act: String,
    /// The fingerprint of the text that the form showed.
    pub(super) seen: String,
}

/// Fewest days that the charter asks for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Least {
    pub(super) discussion: u32,
    pub(super) voting: u32,
}

/// Parts of the votes that an author may ask for, where the charter asks for less.
pub(super) const PARTS: [Threshold; 2] = [Threshold::TWO_THIRDS, Threshold { p: 3, q: 4 }];

/// A part as it is sent.
pub(super) fn written_part(part: Threshold) -> String {
    format!("{}/{}", part.p, part.q)
}

/// How many of those who may vote an author may ask to take part, where the charter asks for fewer.
pub(super) const QUORUMS: [Quorum; 3] = [Quorum::Majority, Quorum::Percent(67), Quorum::Percent(75)];

fn read_quorum(typed: &str) -> Option<Quorum> {
    QUORUMS.into_iter().find(|quorum| quorum.to_string() == typed)
}

/// Most signs of something that should have been a number, as a draft keeps it.
const LONGEST_TYPED: usize = 40;

/// Whether a question by this method says a number of winners, or of people.
const fn asks_how_many(method: Method) -> bool {
    method.has_seats() || matches!(method, Method::Dates)
}

fn read_part(typed: &str) -> Option<Threshold> {
    PARTS.into_iter().find(|part| written_part(*part) == typed)
}

impl Fields {
    /// What is written now.
    pub(super) fn of(proposal: &Proposal) -> Self {
        let details = proposal.effect.as_ref().map(|(_, details)| details);
        let text = |name: &str| details.and_then(|details| details.get(name)?.as_str()).unwrap_or_default().to_owned();
        let powers = details.and_then(|details| details.get("powers")?.as_array()).into_iter().flatten();
        let question = &proposal.question;
        let happens = Happens::of(proposal.effect.as_ref().map(|(kind, _)| kind.as_str()), question.method);
        let between = |at: usize| {
            let id = details.and_then(|details| details.get("between")?.get(at)?.as_str());
            id.unwrap_or_default().to_owned()
        };
        // Three effects call their day `until`: each is read into its own field.
        let until = |of: Happens| if happens == of { text("until") } else { String::new() };
        Self {
            title: proposal.title.clone(),
            summary: proposal.summary.clone(),
            body: proposal.body.clone(),
            method: question.method.word().to_owned(),
            options: written_options(question),
            seats: match question.seats {
                0 if asks_how_many(question.method) => question.typed.clone(),
                0 => String::new(),
                seats => seats.to_string(),
            },
            budget: match question.budget {
                0 if question.method == Method::EqualShares => question.typed.clone(),
                0 => String::new(),
                budget => money(budget),
            },
            quorum: question.quorum.map(|quorum| quorum.to_string()).unwrap_or_default(),
            part: question.part.map(written_part).unwrap_or_default(),
            rule: text("rule"),
            value: text("value"),
            mandate_title: text("title"),
            aim: text("aim"),
            limits: text("limits"),
            powers: powers.filter_map(|power| power.as_str().map(str::to_owned)).collect(),
            holder: text("holder"),
            until: match happens {
                Happens::Measure | Happens::Seat => text("until"),
                _ => until(Happens::Mandate),
            },
            trial_until: until(Happens::Trial),
            measure_kind: text("kind"),
            person: text("person"),
            other: text("other"),
            between_one: between(0),
            between_two: between(1),
            activity: text("activity"),
            measure: text("measure"),
            application: text("application"),
            review_months: review_months(details),
            discussion_days: proposal.days.0.to_string(),
            voting_days: proposal.days.1.to_string(),
            act: String::new(),
            seen: fingerprint(proposal),
        }
    }

    /// The text they make. What is unfinished in it is kept as it was typed.
    pub(super) fn text(&self, happens: Happens, least: Least) -> Text {
        let days = |typed: &str, least: u32| typed.trim().parse().unwrap_or(least);
        Text {
            title: self.title.clone(),
            summary: self.summary.clone(),
            body: self.body.clone(),
            effect: self.effect(happens),
            question: self.question(happens),
            discussion_days: days(&self.discussion_days, least.discussion),
            voting_days: days(&self.voting_days, least.voting),
        }
    }

    /// How it is put. What cannot be read is nothing, and the command says what is to correct.
    fn question(&self, happens: Happens) -> Question {
        let method = Method::named(&self.method).unwrap_or_default();
        if happens == Happens::Seat {
            return Question { method: Method::Election, ..Question::default() };
        }
        if happens != Happens::Choice {
            // The charter itself is never changed by consensus or in silence: consent keeps its majority.
            let is_by_consent = method.has_objections() && (happens != Happens::Charter || method == Method::Consent);
            let asks_only = happens == Happens::Nothing && !method.is_binding();
            let method = if is_by_consent || asks_only { method } else { Method::Majority };
            let part = read_part(&self.part).filter(|_| matches!(method, Method::Majority | Method::Consent));
            let quorum = read_quorum(&self.quorum).filter(|_| method.asks_quorum());
            return Question { method, part, quorum, ..Question::default() };
        }
        let method = if method.has_options() { method } else { Method::Approval };
        let seats = if self.seats.trim().is_empty() { Some(1) } else { self.seats.trim().parse().ok() };
        let seats = seats.filter(|_| asks_how_many(method)).unwrap_or_default();
        let budget = read_money(&self.budget).filter(|_| method == Method::EqualShares).unwrap_or_default();
        // What is no number stays as it was typed, until it is one; of an endless line, the beginning.
        let typed = match method {
            Method::EqualShares if budget == 0 => &self.budget,
            _ if asks_how_many(method) && seats == 0 => &self.seats,
            _ => "",
        };
        let typed = typed.trim().chars().take(LONGEST_TYPED).collect();
        let options = read_options(method, &self.options);
        Question { method, options, seats, budget, typed, quorum: read_quorum(&self.quorum), ..Question::default() }
    }

    fn effect(&self, happens: Happens) -> Option<(String, Value)> {
        let trimmed = |text: &str| text.trim().to_owned();
        let details = match happens {
            Happens::Choice => return None,
            Happens::Nothing => return self.review(),
            Happens::Charter => json!({ "rule": self.rule, "value": rule_value(&self.rule, &self.value) }),
            Happens::Mandate => json!({
                "title": trimmed(&self.mandate_title), "aim": trimmed(&self.aim), "limits": trimmed(&self.limits),
                "powers": self.powers, "holder": self.holder, "until": trimmed(&self.until),
            }),
            Happens::Seat => json!({
                "title": trimmed(&self.mandate_title), "aim": trimmed(&self.aim), "limits": trimmed(&self.limits),
                "powers": self.powers, "until": trimmed(&self.until),
            }),
            Happens::Trial => json!({ "until": trimmed(&self.trial_until) }),
            Happens::Measure => self.new_measure(),
            Happens::EndOfMeasure => json!({ "measure": self.measure }),
            Happens::Admit => json!({ "application": self.application }),
        };
        happens.effect().map(|kind| (kind.to_owned(), details))
    }

    /// A position with a time at which the group asks itself again (`decisions G1`).
    fn review(&self) -> Option<(String, Value)> {
        let typed = self.review_months.trim();
        let months = typed.parse::<u32>().map_or_else(|_| json!(typed), |months| json!(months));
        (!typed.is_empty()).then(|| (Revisit::KIND.to_owned(), json!({ "months": months })))
    }

    /// Only what the measure needs: a name chosen before another kind was chosen is left out.
    fn new_measure(&self) -> Value {
        let kind = Measure::named(&self.measure_kind);
        let is_between_two = matches!(kind, Some(Measure::NoContact | Measure::Mediation));
        let other = Some(&self.other).filter(|other| is_between_two && !other.is_empty());
        let between = [&self.between_one, &self.between_two].into_iter();
        let between: Vec<_> = between.filter(|id| kind == Some(Measure::Mediation) && !id.is_empty()).collect();
        let activity = if kind == Some(Measure::PauseFromActivity) { self.activity.trim() } else { "" };
        json!({
            "kind": self.measure_kind, "person": self.person, "other": other, "between": between,
            "activity": activity, "until": self.until.trim(),
        })
    }

    /// What cannot be read, whatever is done with it: numbers of days. A text that the group has seen
    /// keeps those it got.
    pub(super) fn unreadable_days(typed: &Typed, least: Least) -> Vec<Problem> {
        let read = |field: &'static str, least: u32| match typed.get(field).trim() {
            "" => None,
            _ => typed.number(field, i64::from(least)..=i64::from(MOST_DAYS)).err(),
        };
        [read("discussion_days", least.discussion), read("voting_days", least.voting)].into_iter().flatten().collect()
    }

    /// What cannot be read in the effect and keeps the text from being sent. When it reads, the command
    /// says what else is to correct.
    pub(super) fn unreadable_effect(&self, happens: Happens, typed: &Typed) -> Vec<Problem> {
        let choose = |field: &'static str, key: &'static str| Problem::new(field, Message::new(key));
        match happens {
            Happens::Nothing if self.review_months.trim().is_empty() => Vec::new(),
            Happens::Nothing => {
                typed.number("review_months", 1..=i64::from(MOST_REVIEW_MONTHS)).err().into_iter().collect()
            }
            Happens::Choice | Happens::Charter => Vec::new(),
            Happens::Mandate => {
                let nobody = self.holder.parse::<MemberId>().is_err();
                let holder = nobody.then(|| choose("holder", "write-choose-holder"));
                holder.into_iter().chain(typed.date("until").err()).collect()
            }
            Happens::Seat => typed.date("until").err().into_iter().collect(),
            Happens::Trial => typed.date("trial_until").err().into_iter().collect(),
            Happens::Measure => {
                let nobody = self.person.parse::<MemberId>().is_err();
                let person = nobody.then(|| choose("person", "measure-choose-person"));
                person.into_iter().chain(typed.date("until").err()).collect()
            }
            Happens::EndOfMeasure => {
                let none = self.measure.parse::<MeasureId>().is_err();
                none.then(|| choose("measure", "write-choose-measure")).into_iter().collect()
            }
            Happens::Admit => {
                let none = self.application.parse::<ApplicationId>().is_err();
                none.then(|| choose("application", "write-choose-applicant")).into_iter().collect()
            }
        }
    }

    /// What else is to correct when something could not be read, so that all of it is said at once.
    pub(super) fn other_problems(&self, happens: Happens) -> Vec<Problem> {
        let missing = |(field, text): (&'static str, &String)| {
            text.trim().is_empty().then(|| Problem::new(field, Message::new("mandate-write-it")))
        };
        let in_effect: Vec<Problem> = match happens {
            Happens::Mandate | Happens::Seat => {
                [("mandate_title", &self.mandate_title), ("aim", &self.aim)].into_iter().filter_map(missing).collect()
            }
            Happens::Charter => {
                let refused = rule_named(&self.rule).and_then(|rule| rule.accept(&self.value).err());
                refused.map(|message| Problem::new("value", message)).into_iter().collect()
            }
            Happens::Measure if Measure::named(&self.measure_kind).is_none() => {
                vec![Problem::new("measure_kind", Message::new("measure-choose-kind"))]
            }
            Happens::Nothing
            | Happens::Choice
            | Happens::Trial
            | Happens::Measure
            | Happens::EndOfMeasure
            | Happens::Admit => Vec::new(),
        };
        problems(&self.title, &self.summary, &self.body).into_iter().chain(in_effect).collect()
    }
}

/// The months of a position that the group asks itself about again; as typed while they are unfinished.
fn review_months(details: Option<&Value>) -> String {
    match details.and_then(|details| details.get("months")) {
        Some(Value::String(typed)) => typed.clone(),
        Some(months) => months.to_string(),
        None => String::new(),
    }
}

/// A rule's value in its one form when it has one, as typed otherwise.
fn rule_value(rule: &str, typed: &str) -> String {
    rule_named(rule).and_then(|rule| rule.accept(typed).ok()).unwrap_or_else(|| typed.trim().to_owned())
}

/// What tells one text from another, so that nobody writes over words she has not seen.
pub(super) fn fingerprint(proposal: &Proposal) -> String {
    let mut hash = Sha256::new();
    let effect = serde_json::to_string(&proposal.effect).unwrap_or_default();
    let question = serde_json::to_string(&proposal.question).unwrap_or_default();
    for part in [&proposal.title, &proposal.summary, &proposal.body, &effect, &question] {
        hash.update(part.len().to_be_bytes());
        hash.update(part.as_bytes());
    }
    hex::encode(hash.finalize()).chars().take(16).collect()
}
