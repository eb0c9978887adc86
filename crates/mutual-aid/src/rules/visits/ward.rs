//! What a ward allows (`mutual-aid` V3, V4; `domain` 2.9). Each line says how it is known and since when.

use chrono::{Duration, NaiveDate};
use rota::time::Window;
use serde::{Deserialize, Serialize};

/// Wards change their rules: after so many days somebody asks again (`mutual-aid` 5.3).
pub const FRESH: Duration = Duration::days(60);

/// How something is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Said by the ward, by phone.
    Phone,
    /// Seen or heard there.
    There,
    /// Read: a leaflet, a page.
    Paper,
}

/// Something said of a ward.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact<T> {
    /// What.
    pub what: T,
    /// How it is known.
    pub from: Source,
    /// Since when.
    pub on: NaiveDate,
}

impl<T> Fact<T> {
    /// Something that the ward said by phone that day.
    pub const fn by_phone(what: T, on: NaiveDate) -> Self {
        Self { what, from: Source::Phone, on }
    }

    /// Whether somebody has to ask again. A day that is still to come is as good as none.
    pub fn is_old(&self, today: NaiveDate) -> bool {
        today - self.on > FRESH || self.on > today
    }
}

/// The card of a ward.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ward {
    /// When it has visits.
    pub hours: Fact<Vec<Window>>,
    /// How many visitors it lets in at once, family and others too.
    pub at_once: Fact<u16>,
    /// Places that she keeps for family and others who are not of the group (V4).
    pub kept_for_others: u16,
    /// Whether visitors call first.
    pub call_first: Option<Fact<bool>>,
    /// Whether they sign in.
    pub register: Option<Fact<bool>>,
    /// So many minutes before the end nobody comes in any more.
    pub arrive_before: Option<Fact<u16>>,
    /// Its telephone, as it is dialled. A card of before this line was asked has none.
    #[serde(default)]
    pub phone: Option<Fact<String>>,
    /// Nobody younger comes in.
    #[serde(default)]
    pub least_age: Option<Fact<u16>>,
    /// Whether visitors show a paper with their name.
    #[serde(default)]
    pub papers: Option<Fact<bool>>,
    /// What stays outside; each thing is "to be asked" until the ward said so.
    pub not_to_bring: Vec<Fact<String>>,
    /// The last day on which somebody came as the card says and was not let in: somebody calls before the next visit. It says
    /// something of the place, and nothing of anybody (`mutual-aid` 5.3).
    #[serde(default)]
    pub turned_away: Option<NaiveDate>,
}

impl Ward {
    /// How many of the group may be there at once.
    pub fn room(&self) -> u16 {
        self.at_once.what.saturating_sub(self.kept_for_others)
    }

    /// Whether the ward says yes on the day itself, besides her.
    pub fn says_yes_each_day(&self) -> bool {
        self.call_first.as_ref().is_none_or(|fact| fact.what)
    }

    /// Whether something that decides about a visit has to be asked again (V3).
    pub fn is_old(&self, today: NaiveDate) -> bool {
        let yeses = [&self.call_first, &self.register, &self.papers].map(|fact| is_old(fact.as_ref(), today));
        let numbers = [&self.arrive_before, &self.least_age].map(|fact| is_old(fact.as_ref(), today));
        let others_are_old = yeses.into_iter().chain(numbers).any(|is_old| is_old);
        self.turned_away.is_some() || self.hours.is_old(today) || self.at_once.is_old(today) || others_are_old
    }
}

fn is_old<T>(fact: Option<&Fact<T>>, today: NaiveDate) -> bool {
    fact.is_some_and(|fact| fact.is_old(today))
}
