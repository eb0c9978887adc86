//! Where somebody writes: a new proposal, a draft, a revision; and what it should do if adopted.

use crate::kit::PageError;
use ::decisions::ProposalId;
use ::decisions::rules::question::Method;
use ::membership::admission::AdmitByDecision;
use ::membership::effects::{ChangeCharter, EndMeasure, FillSeat, GrantMandate, KeepTool, SetMeasure};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use commons::effects::{Class, Effects};
use commons::refusal::Broken;
use std::future::{Ready, ready};

/// What should happen if the group says yes. A recall is not among them: it is asked by several (ruling 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Happens {
    /// Nothing by itself: the group takes a position.
    Nothing,
    /// Nothing by itself: the group chooses among several options.
    Choice,
    /// A rule of the charter changes.
    Charter,
    /// A mandate is entrusted.
    Mandate,
    /// A mandate is entrusted to somebody whom an election without candidates finds.
    Seat,
    /// This tool stays on trial.
    Trial,
    /// A lesser measure is set for a time.
    Measure,
    /// A measure ends before its day.
    EndOfMeasure,
    /// Somebody who asked to join is admitted, where the charter leaves it to a decision.
    Admit,
}

impl Happens {
    /// All of them, in the order they are asked.
    pub(super) const ALL: [Self; 9] = [
        Self::Nothing,
        Self::Choice,
        Self::Charter,
        Self::Mandate,
        Self::Seat,
        Self::Trial,
        Self::Measure,
        Self::EndOfMeasure,
        Self::Admit,
    ];

    /// Its word in addresses and forms.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Nothing => "position",
            Self::Choice => "choice",
            Self::Charter => "charter",
            Self::Mandate => "mandate",
            Self::Seat => "seat",
            Self::Trial => "trial",
            Self::Measure => "measure",
            Self::EndOfMeasure => "lift",
            Self::Admit => "admit",
        }
    }

    /// The one of that word.
    pub(super) fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|happens| happens.word() == word)
    }

    /// The kind of its effect, as stored.
    pub(super) const fn effect(self) -> Option<&'static str> {
        match self {
            Self::Nothing | Self::Choice => None,
            Self::Charter => Some(ChangeCharter::KIND),
            Self::Mandate => Some(GrantMandate::KIND),
            Self::Seat => Some(FillSeat::KIND),
            Self::Trial => Some(KeepTool::KIND),
            Self::Measure => Some(SetMeasure::KIND),
            Self::EndOfMeasure => Some(EndMeasure::KIND),
            Self::Admit => Some(AdmitByDecision::KIND),
        }
    }

    /// The one with that stored effect and method; nothing for an effect that this page cannot write.
    pub(super) fn of(kind: Option<&str>, method: Method) -> Self {
        if method.has_options() {
            return Self::Choice;
        }
        Self::ALL.into_iter().find(|happens| happens.effect() == kind).unwrap_or(Self::Nothing)
    }

    /// How much such a decision weighs.
    pub(super) fn class(self, effects: &Effects) -> Result<Class, Broken> {
        self.effect().map_or(Ok(Class::Ordinary), |kind| Ok(effects.get(kind)?.class()))
    }
}

/// The text somebody writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// One that is not kept yet.
    New,
    /// A draft.
    Draft(ProposalId),
    /// One that the group has seen, by its number.
    Revision(i32),
}

/// A place to write, as an address names it.
#[derive(Clone, Debug)]
pub(super) struct Desk {
    /// Which text.
    pub(super) which: Which,
    /// What should happen, when the address says so.
    pub(super) happens: Option<Happens>,
    /// The rule it is about, or the method, when the address says so.
    pub(super) about: Option<String>,
}

impl Desk {
    /// The address of the text within the group.
    pub(super) fn base(&self) -> String {
        match self.which {
            Which::New => "/decide/new".to_owned(),
            Which::Draft(id) => format!("/decide/drafts/{id}"),
            Which::Revision(number) => format!("/decide/{number}/revise"),
        }
    }

    /// The page that asks what should happen.
    pub(super) fn asks(&self) -> String {
        match self.which {
            Which::New => self.base(),
            Which::Draft(_) | Which::Revision(_) => self.base() + "/effect",
        }
    }

    /// The page to write it, when `happens` should happen.
    pub(super) fn writes(&self, happens: Happens) -> String {
        match self.which {
            Which::New => format!("{}/{}", self.base(), happens.word()),
            Which::Draft(_) | Which::Revision(_) => format!("{}/as/{}", self.base(), happens.word()),
        }
    }

    /// Where this very form is sent.
    pub(super) fn here(&self) -> String {
        let mut here = self.happens.map_or_else(|| self.base(), |happens| self.writes(happens));
        if let Some(about) = &self.about {
            here.push('/');
            here.push_str(about);
        }
        here
    }

    fn of(request: &HttpRequest) -> Option<Self> {
        let part = |name| request.match_info().get(name);
        let which = match (part("draft"), part("number")) {
            (Some(id), _) => Which::Draft(id.parse().ok()?),
            (_, Some(number)) => Which::Revision(number.parse().ok()?),
            (None, None) => Which::New,
        };
        let happens = match part("kind") {
            Some(word) => Some(Happens::named(word)?),
            None => None,
        };
        Some(Self { which, happens, about: part("about").map(str::to_owned) })
    }
}

impl FromRequest for Desk {
    type Error = PageError;
    type Future = Ready<Result<Self, PageError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::of(request).ok_or_else(PageError::not_found))
    }
}
