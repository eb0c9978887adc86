//! A pause: until when, and the one link that may be kept meanwhile (`domain A8`, `A9`).

use chrono::{Months, NaiveDate};
use commons::refusal::Message;
use serde::{Deserialize, Serialize};

/// How the link is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// A card by post.
    Card,
    /// A telephone call.
    Call,
    /// A text message.
    Text,
    /// A mail, from one person to the other.
    Mail,
}

impl Channel {
    /// All of them, in the order forms offer them.
    pub const ALL: [Self; 4] = [Self::Card, Self::Call, Self::Text, Self::Mail];

    /// Its name in forms and translations (`pause-channel-<name>`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Call => "call",
            Self::Text => "text",
            Self::Mail => "mail",
        }
    }

    /// The one of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.name() == name)
    }
}

/// How often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rhythm {
    /// Once.
    Once,
    /// Once a week.
    Weekly,
    /// Once a month.
    Monthly,
    /// Once a season.
    Seasonal,
}

impl Rhythm {
    /// All of them, in the order forms offer them.
    pub const ALL: [Self; 4] = [Self::Once, Self::Weekly, Self::Monthly, Self::Seasonal];

    /// Its name in forms and translations (`pause-rhythm-<name>`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Once => "once",
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
            Self::Seasonal => "seasonal",
        }
    }

    /// The one of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rhythm| rhythm.name() == name)
    }
}

/// Longest pause with a date, in months: past that it is a slip of the pen. Without a date it ends when she says.
const LONGEST: u32 = 60;

/// Whether a pause may last until the end of that day.
///
/// # Errors
/// What to do about the day.
pub fn check_until(until: NaiveDate, today: NaiveDate) -> Result<(), Message> {
    if until < today {
        return Err(Message::new("pause-until-past"));
    }
    match today.checked_add_months(Months::new(LONGEST)) {
        Some(latest) if until > latest => Err(Message::new("pause-until-far").with("latest", latest)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_may_end_tonight_and_not_yesterday() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2027-11-01");
        assert!(check_until(today, today).is_ok());
        assert!(check_until(day("2028-01-31"), today).is_ok());
        assert!(check_until(day("2027-10-31"), today).is_err());
        assert!(check_until(day("2032-11-01"), today).is_ok());
        assert!(check_until(day("2032-11-02"), today).is_err());
        assert!(check_until(day("+100000-01-01"), today).is_err());
    }

    #[test]
    fn each_name_leads_back() {
        for channel in Channel::ALL {
            assert_eq!(Channel::named(channel.name()), Some(channel));
        }
        for rhythm in Rhythm::ALL {
            assert_eq!(Rhythm::named(rhythm.name()), Some(rhythm));
        }
    }
}
