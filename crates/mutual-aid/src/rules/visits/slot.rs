//! One visit: its hour, its seats, and what happens to it (`mutual-aid` 6.4).

use super::NotPossible;
use super::ladder::{EARLY, NOBODY_CAME, WORD_ASKED};
use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;
use rota::time::local_day;
use rota::{Engagement, Kind, Stretch, Time};
use serde::{Deserialize, Serialize};

/// How a visit is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// Somebody comes.
    There,
    /// Somebody calls (V2).
    ByPhone,
}

/// Who sits there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seat<P> {
    /// Nobody yet.
    Free,
    /// Somebody is asked. She sees a day and half of one, and no name.
    Asked {
        /// Who.
        to: P,
        /// Since when.
        since: Time,
    },
    /// She would come, and whoever is visited has not said yes to her yet.
    Willing {
        /// Who.
        who: P,
        /// Since when.
        since: Time,
    },
    /// Both said yes (V8).
    Taken {
        /// Who.
        by: P,
        /// Since when.
        since: Time,
        /// Whether it still holds.
        word: Word,
        /// Whether the evening reminder went out.
        reminded: bool,
    },
}

impl<P: Copy> Seat<P> {
    /// Who is asked, would come, or comes.
    pub fn who(&self) -> Option<P> {
        match *self {
            Self::Free => None,
            Self::Asked { to: who, .. } | Self::Willing { who, .. } | Self::Taken { by: who, .. } => Some(who),
        }
    }

    /// Who comes, and since when that is so.
    pub fn taken(&self) -> Option<(P, Time)> {
        match *self {
            Self::Taken { by, since, .. } => Some((by, since)),
            _ => None,
        }
    }
}

/// Whether she still comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Word {
    /// She said yes when she took it.
    Given,
    /// The day before, she is asked whether it still holds.
    Asked,
    /// It does.
    Held,
    /// No answer four hours before: another one is looked for quietly, beside her.
    Doubtful,
}

/// Where the visit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// To come.
    ToCome,
    /// It goes on.
    Begun,
    /// It was.
    Done,
    /// She said not today. No reason, no number of them.
    NotToday,
    /// Nobody came. Erased with the rest (ruling 16).
    NobodyCame,
}

/// What happens to a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event<P> {
    /// Somebody is asked for a seat: a proposal, or a cover.
    Proposed {
        /// Which seat.
        seat: u16,
        /// Whom.
        to: P,
    },
    /// A no, or a day without an answer.
    LeftFree {
        /// Which seat.
        seat: u16,
    },
    /// She would come; `known` when whoever is visited named her beforehand.
    Offered {
        /// Which seat.
        seat: u16,
        /// Who.
        who: P,
        /// Whether she was named.
        known: bool,
        /// What is known of the ward is old.
        old_card: bool,
    },
    /// Whoever is visited says yes to her.
    Welcomed {
        /// Which seat.
        seat: u16,
        /// What is known of the ward is old.
        old_card: bool,
    },
    /// She cannot come after all; no reason.
    Freed {
        /// Which seat.
        seat: u16,
    },
    /// Her evening reminder went out.
    Reminded {
        /// Which seat.
        seat: u16,
    },
    /// The day before, she was asked whether it holds.
    WordAsked {
        /// Which seat.
        seat: u16,
    },
    /// It holds.
    WordHeld {
        /// Which seat.
        seat: u16,
    },
    /// Four hours before, she had not answered.
    InDoubt {
        /// Which seat.
        seat: u16,
    },
    /// Whoever is visited said yes today.
    HerYes,
    /// The ward said yes today.
    WardsYes,
    /// It begins.
    Began,
    /// Not today: said by her, to anybody, in any way.
    NotToday,
    /// A quarter of an hour has gone and nobody came.
    NobodyCame,
    /// It is over.
    Ended,
}

/// One visit. Its hour is one of the wall: it stays when the clocks change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot<P> {
    /// The day.
    pub date: NaiveDate,
    /// The hour.
    pub from: NaiveTime,
    /// How long, in minutes.
    pub minutes: u32,
    /// How.
    pub manner: Manner,
    /// Where it stands.
    pub state: State,
    /// Its seats.
    pub seats: Vec<Seat<P>>,
    /// The day on which she last said yes to this visit.
    pub her_yes: Option<NaiveDate>,
    /// The day on which the ward last did.
    pub wards_yes: Option<NaiveDate>,
}

impl<P: Copy + Ord> Slot<P> {
    /// A visit to come with free seats.
    pub fn new(date: NaiveDate, from: NaiveTime, minutes: u32, manner: Manner, seats: u16) -> Self {
        let seats = vec![Seat::Free; usize::from(seats)];
        Self { date, from, minutes, manner, state: State::ToCome, seats, her_yes: None, wards_yes: None }
    }

    /// When it is.
    pub fn when(&self, zone: Tz) -> Stretch {
        Stretch::on_the_wall(zone, self.date, self.from, self.minutes)
    }

    /// What it is to somebody's limits.
    pub fn engagement(&self, zone: Tz) -> Engagement {
        Engagement { when: self.when(zone), kind: Kind::Visit }
    }

    /// Who is asked, would come, or comes.
    pub fn people(&self) -> impl Iterator<Item = P> {
        self.seats.iter().filter_map(Seat::who)
    }

    /// Whether it was, is or will be. When nobody came, another visit is possible at once (`mutual-aid` V6).
    pub const fn took_place(&self) -> bool {
        !matches!(self.state, State::NotToday | State::NobodyCame)
    }

    /// Who comes.
    pub fn visitors(&self) -> impl Iterator<Item = P> {
        self.seats.iter().filter_map(|seat| seat.taken().map(|(who, _)| who))
    }

    /// Whether "nobody came" can be said already: a quarter of an hour after the hour, and of a short visit when half of it
    /// is over.
    pub fn is_late(&self, zone: Tz, now: Time) -> bool {
        let when = self.when(zone);
        now >= when.start + NOBODY_CAME.min(when.lasts() / 2)
    }

    /// Since when somebody has the seat she has now.
    pub fn taken_since(&self, who: P) -> Option<Time> {
        self.seats.iter().filter_map(Seat::taken).find(|(by, _)| *by == who).map(|(_, since)| since)
    }

    /// Whether somebody is asked for a seat or offered to come.
    pub fn asks(&self, who: P) -> bool {
        self.seats.iter().any(|seat| seat.taken().is_none() && seat.who() == Some(who))
    }

    /// Whether a seat is looked for.
    pub fn has_a_free_seat(&self) -> bool {
        let is_free = |seat: &Seat<P>| matches!(seat, Seat::Free | Seat::Taken { word: Word::Doubtful, .. });
        self.state == State::ToCome && self.seats.iter().any(is_free)
    }

    /// After something happened to it at `at`. What does not fit changes nothing and says so.
    pub fn after(&self, zone: Tz, event: &Event<P>, at: Time) -> Result<Self, NotPossible> {
        let mut slot = self.clone();
        let (when, today) = (self.when(zone), local_day(zone, at));
        match (self.state, *event) {
            (State::ToCome, Event::HerYes) => slot.her_yes = Some(today),
            (State::ToCome, Event::WardsYes) => slot.wards_yes = Some(today),
            (State::ToCome, Event::Began) if when.start - EARLY <= at && at < when.end => slot.state = State::Begun,
            (State::ToCome | State::Begun, Event::NotToday) if at < when.end => slot.state = State::NotToday,
            (State::ToCome, Event::NobodyCame) if self.is_late(zone, at) => slot.state = State::NobodyCame,
            (State::Begun, Event::Ended) => slot.state = State::Done,
            (State::ToCome, Event::Ended) if at >= when.end => slot.state = State::Done,
            (State::ToCome, _) => {
                let (number, next) = self.seat_after(when, event, at)?;
                *slot.seats.get_mut(usize::from(number)).ok_or(NotPossible::NotSo)? = next;
            }
            _ => return Err(NotPossible::NotSo),
        }
        Ok(slot)
    }

    fn seat_after(&self, when: Stretch, event: &Event<P>, at: Time) -> Result<(u16, Seat<P>), NotPossible> {
        if at >= when.end {
            return Err(NotPossible::NotSo);
        }
        let seat = |number: u16| self.seats.get(usize::from(number)).copied().ok_or(NotPossible::NotSo);
        // Whoever says yes within a day of it has given her word: she is not asked again, unless what is known of the ward is
        // old. Then her word is asked once somebody called it (V3).
        let taken = |by, old_card: bool| {
            let word = if when.start - at <= WORD_ASKED && !old_card { Word::Held } else { Word::Given };
            Seat::Taken { by, since: at, word, reminded: false }
        };
        let next = match *event {
            Event::Proposed { seat: number, to } => match seat(number)? {
                Seat::Free if self.people().all(|one| one != to) => (number, Seat::Asked { to, since: at }),
                _ => return Err(NotPossible::NotSo),
            },
            Event::LeftFree { seat: number } => match seat(number)? {
                Seat::Asked { .. } | Seat::Willing { .. } => (number, Seat::Free),
                _ => return Err(NotPossible::NotSo),
            },
            Event::Offered { seat: number, who, known, old_card } => {
                let is_for_her = match seat(number)? {
                    Seat::Free => self.people().all(|one| one != who),
                    // Only a yes of both takes the seat of somebody who is in doubt: an offer alone sends nobody away.
                    Seat::Taken { word: Word::Doubtful, .. } => known && self.people().all(|one| one != who),
                    Seat::Asked { to, .. } => to == who,
                    Seat::Willing { .. } | Seat::Taken { .. } => false,
                };
                match (is_for_her, known) {
                    (false, _) => return Err(NotPossible::NotForHer),
                    (true, true) => (number, taken(who, old_card)),
                    (true, false) => (number, Seat::Willing { who, since: at }),
                }
            }
            Event::Welcomed { seat: number, old_card } => match seat(number)? {
                Seat::Willing { who, .. } => (number, taken(who, old_card)),
                _ => return Err(NotPossible::NotSo),
            },
            Event::Freed { seat: number } => match seat(number)? {
                Seat::Taken { .. } => (number, Seat::Free),
                _ => return Err(NotPossible::NotSo),
            },
            Event::Reminded { seat: number } => match seat(number)? {
                Seat::Taken { by, since, word, .. } => (number, Seat::Taken { by, since, word, reminded: true }),
                _ => return Err(NotPossible::NotSo),
            },
            Event::WordAsked { seat: number } => (number, with_word(seat(number)?, &[Word::Given], Word::Asked)?),
            Event::WordHeld { seat: number } => {
                (number, with_word(seat(number)?, &[Word::Given, Word::Asked, Word::Doubtful], Word::Held)?)
            }
            Event::InDoubt { seat: number } => {
                (number, with_word(seat(number)?, &[Word::Given, Word::Asked], Word::Doubtful)?)
            }
            _ => return Err(NotPossible::NotSo),
        };
        Ok(next)
    }

    /// Fewer seats, as long as nobody sits there: wherever it stands, a seat without a yes of both goes first.
    pub(super) fn drop_free_seats_beyond(&mut self, room: u16) {
        while self.seats.len() > usize::from(room.max(1)) {
            let Some(place) = self.seats.iter().rposition(|seat| seat.taken().is_none()) else { return };
            self.seats.remove(place);
        }
    }

    /// After a pause, nobody's word is taken as given: each is asked whether it still holds.
    #[must_use]
    pub(super) fn asked_anew(mut self) -> Self {
        for seat in &mut self.seats {
            if let Seat::Taken { word, .. } = seat {
                *word = Word::Given;
            }
        }
        self
    }
}

fn with_word<P>(seat: Seat<P>, from: &[Word], to: Word) -> Result<Seat<P>, NotPossible> {
    match seat {
        Seat::Taken { by, since, word, reminded } if from.contains(&word) => {
            Ok(Seat::Taken { by, since, word: to, reminded })
        }
        _ => Err(NotPossible::NotSo),
    }
}
