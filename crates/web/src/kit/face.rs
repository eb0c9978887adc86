//! What a group's pages look like from outside: its name, its voice, its tabs, its footer.

use super::messages::{Place, Voice};
use chrono_tz::Tz;
use serde::Serialize;

/// Time zone of pages that stand outside every group.
pub const HOME_ZONE: Tz = Tz::America__Toronto;

/// A line to call or write to when talking cannot wait. The group may change or remove them.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct CrisisLine {
    /// What to dial.
    pub number: String,
    /// What it is, in the group's words.
    pub what: String,
}

/// A group as its pages show it.
#[derive(Clone, Debug)]
pub struct GroupFace {
    /// Name of the group.
    pub name: String,
    /// Its word in addresses: `/g/{slug}`.
    pub slug: String,
    /// Name of its theme.
    pub theme: String,
    /// Its language and the way it speaks to people.
    pub voice: Voice,
    /// Its time zone and its words for its people.
    pub place: Place,
    /// Lines shown in the footer.
    pub crisis_lines: Vec<CrisisLine>,
    /// Areas that work in this group, in the fixed order.
    pub tabs: Vec<Tab>,
}

impl GroupFace {
    /// The group's home page.
    pub fn home(&self) -> String {
        format!("/g/{}", self.slug)
    }
}

/// The verbs of the binder, always in this order (design section 1). An area gets its tab the day it works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// What waits for me.
    Today,
    /// Propose, talk, vote.
    Decide,
    /// The phone tree; listening.
    Call,
    /// Seeing one another: visits.
    Visit,
    /// Charter, members, powers.
    Group,
    /// My own things.
    Me,
}

/// A tab as templates see it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ShownTab {
    key: &'static str,
    icon: &'static str,
    paper: &'static str,
    href: String,
    current: bool,
}

impl Tab {
    /// All areas that work, in order.
    pub const ALL: [Self; 6] = [Self::Today, Self::Decide, Self::Call, Self::Visit, Self::Group, Self::Me];

    /// Colour of its paper, a class of the style sheet.
    pub const fn paper(self) -> &'static str {
        match self {
            Self::Today => "f-white",
            Self::Decide => "f-yellow",
            Self::Call => "f-green",
            Self::Visit => "f-pink",
            Self::Group => "f-lilac",
            Self::Me => "f-sand",
        }
    }

    const fn icon(self) -> &'static str {
        match self {
            Self::Today => "home",
            Self::Decide => "ballot",
            Self::Call => "call",
            Self::Visit => "visit",
            Self::Group => "group",
            Self::Me => "me",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Today => "tab-today",
            Self::Decide => "tab-decide",
            Self::Call => "tab-call",
            Self::Visit => "tab-visit",
            Self::Group => "tab-group",
            Self::Me => "tab-me",
        }
    }

    const fn path(self) -> &'static str {
        match self {
            Self::Today => "",
            Self::Decide => "/decide",
            Self::Call => "/call",
            Self::Visit => "/visit",
            Self::Group => "/group",
            Self::Me => "/me",
        }
    }

    pub(super) fn shown(self, face: &GroupFace, current: Option<Self>) -> ShownTab {
        ShownTab {
            key: self.key(),
            icon: self.icon(),
            paper: self.paper(),
            href: face.home() + self.path(),
            current: current == Some(self),
        }
    }
}
