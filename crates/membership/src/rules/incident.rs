//! Confidentiality incidents (Quebec, Act respecting the protection of personal information in the private sector,
//! P-39.1, s. 3.5 to 3.8, and the Regulation respecting confidentiality incidents; `domain` 2.13, `reliability` R-48).
//!
//! Every incident is noted, grave or not. What is noted is about data and dates, never about whoever made a mistake.

use chrono::{Months, NaiveDate};
use commons::clock::Time;
use commons::refusal::{Message, Problem};

/// The answer to one question of the assessment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answer {
    /// Nobody has answered yet.
    #[default]
    NotYet,
    /// Yes.
    Yes,
    /// No.
    No,
}

impl Answer {
    /// Every one, in the order of the form.
    pub const ALL: [Self; 3] = [Self::NotYet, Self::Yes, Self::No];

    /// Its name in forms and translations.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotYet => "not_yet",
            Self::Yes => "yes",
            Self::No => "no",
        }
    }

    /// The answer of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.name() == name)
    }
}

/// How an entry was closed. It is kept all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosedAs {
    /// An incident, dealt with.
    Incident,
    /// Looked at, and it was none.
    NotAnIncident,
}

impl ClosedAs {
    /// Its name in forms and translations.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Incident => "incident",
            Self::NotAnIncident => "not_an_incident",
        }
    }
}

/// One of the three questions that say whether the risk is serious (s. 3.7 of the Act).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The answer.
    pub answer: Answer,
    /// Why.
    pub why: String,
}

/// The assessment: how sensitive the data is, what could follow, how likely a misuse is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// Whether the data is sensitive. Being in this group already is.
    pub sensitivity: Question,
    /// Whether something bad could follow for the people concerned.
    pub consequences: Question,
    /// Whether somebody may misuse it.
    pub misuse: Question,
}

/// What the three answers say together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Risk {
    /// A question has no answer yet.
    NotAssessed,
    /// A risk of serious injury: the Commission and the people concerned are told.
    Serious,
    /// No risk of serious injury: it stays in the register.
    NotSerious,
}

impl Risk {
    /// Its name in translations.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotAssessed => "not_assessed",
            Self::Serious => "serious",
            Self::NotSerious => "not_serious",
        }
    }
}

impl Assessment {
    /// Serious as soon as two of the three are answered yes: the law weighs them together, and in doubt it is better
    /// to tell. A plain rule that people can check by hand; their reasons stand beside it.
    pub fn risk(&self) -> Risk {
        let answers = [&self.sensitivity, &self.consequences, &self.misuse].map(|question| question.answer);
        let count = |wanted| answers.iter().filter(|answer| **answer == wanted).count();
        if count(Answer::Yes) >= 2 {
            Risk::Serious
        } else if count(Answer::NotYet) > 0 {
            Risk::NotAssessed
        } else {
            Risk::NotSerious
        }
    }
}

/// What an entry holds: the eight things that the Regulation asks for, and nothing about whoever did it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// 1. The personal information concerned.
    pub data_concerned: String,
    /// 2. What happened.
    pub circumstances: String,
    /// 3. The day, or the first day of the period.
    pub happened_from: NaiveDate,
    /// 3. The last day of the period; none for a single day.
    pub happened_to: Option<NaiveDate>,
    /// 4. The day when the group knew.
    pub known_on: NaiveDate,
    /// 5. How many people are concerned; none while nobody knows.
    pub people: Option<u32>,
    /// 5. How many of them live in Quebec.
    pub people_in_quebec: Option<u32>,
    /// 6. Whether the risk is serious, and why.
    pub assessment: Assessment,
    /// 7. The day when the Commission was told.
    pub commission_told_on: Option<NaiveDate>,
    /// 7. The day when the people concerned were told.
    pub people_told_on: Option<NaiveDate>,
    /// 7. Why a public notice was given instead, if one was.
    pub public_notice_why: String,
    /// 8. What was done so that less harm follows and so that it does not happen again.
    pub measures: String,
}

/// Most characters of each text.
pub const LONGEST: usize = 2_000;
/// Most people.
pub const MOST_PEOPLE: u32 = 1_000_000;
/// Years that the law asks an entry to be kept (Regulation, s. 8), counted from the day when the group knew.
pub const KEPT_BY_LAW_YEARS: u32 = 5;
/// One year more, so that nobody has to count the day.
pub const KEPT_YEARS: u32 = KEPT_BY_LAW_YEARS + 1;

impl Content {
    /// What to correct, all at once. `today` is the group's.
    pub fn problems(&self, today: NaiveDate) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (field, text, asked) in [
            ("data_concerned", &self.data_concerned, true),
            ("circumstances", &self.circumstances, true),
            ("sensitivity_why", &self.assessment.sensitivity.why, false),
            ("consequences_why", &self.assessment.consequences.why, false),
            ("misuse_why", &self.assessment.misuse.why, false),
            ("public_notice_why", &self.public_notice_why, false),
            ("measures", &self.measures, false),
        ] {
            let length = text.chars().count();
            if length > LONGEST {
                problems.push(Problem::new(field, Message::new("too-long").with("over", length - LONGEST)));
            } else if asked && text.trim().is_empty() {
                problems.push(Problem::new(field, Message::new("incident-write-it")));
            }
        }
        for (field, question) in [
            ("sensitivity_why", &self.assessment.sensitivity),
            ("consequences_why", &self.assessment.consequences),
            ("misuse_why", &self.assessment.misuse),
        ] {
            if question.answer != Answer::NotYet && question.why.trim().is_empty() {
                problems.push(Problem::new(field, Message::new("incident-say-why")));
            }
        }
        let days = [
            ("happened_from", Some(self.happened_from)),
            ("happened_to", self.happened_to),
            ("known_on", Some(self.known_on)),
            ("commission_told_on", self.commission_told_on),
            ("people_told_on", self.people_told_on),
        ];
        for (field, day) in days {
            if day.is_some_and(|day| day > today) {
                problems.push(Problem::new(field, Message::new("day-until").with("day", today)));
            }
        }
        if self.happened_to.is_some_and(|to| to < self.happened_from) {
            problems.push(Problem::new("happened_to", Message::new("day-from").with("day", self.happened_from)));
        }
        if self.known_on < self.happened_from {
            problems.push(Problem::new("known_on", Message::new("day-from").with("day", self.happened_from)));
        }
        if self.people_in_quebec.unwrap_or(0) > self.people.unwrap_or(MOST_PEOPLE) {
            problems.push(Problem::new("people_in_quebec", Message::new("incident-part-of-people")));
        }
        problems
    }
}

/// The first day on which an entry known on `known_on` may go.
pub fn kept_until(known_on: NaiveDate) -> NaiveDate {
    known_on.checked_add_months(Months::new(KEPT_YEARS * 12)).unwrap_or(NaiveDate::MAX)
}

/// Whether an entry is over: closed, and its years are past.
pub fn is_over(known_on: NaiveDate, closed_at: Option<Time>, today: NaiveDate) -> bool {
    closed_at.is_some() && kept_until(known_on) <= today
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }
    fn answered(answers: [Answer; 3]) -> Assessment {
        let [sensitivity, consequences, misuse] =
            answers.map(|answer| Question { answer, why: "parce que".to_owned() });
        Assessment { sensitivity, consequences, misuse }
    }
    fn the_lost_sheet() -> Content {
        Content {
            data_concerned: "Prénom, numéro, appartenance au groupe".to_owned(),
            circumstances: "Une feuille photographiée".to_owned(),
            happened_from: day("2027-09-14"),
            known_on: day("2027-09-15"),
            people: Some(7),
            people_in_quebec: Some(7),
            assessment: answered([Answer::Yes; 3]),
            ..Content::default()
        }
    }

    #[test]
    fn the_story_of_the_sheet_is_serious_and_kept_long_enough() {
        assert!(the_lost_sheet().problems(day("2027-09-15")).is_empty());
        assert_eq!(the_lost_sheet().assessment.risk(), Risk::Serious);
        assert!(kept_until(day("2027-09-15")) >= day("2032-09-14"));
        assert_eq!(kept_until(day("2027-09-15")), day("2033-09-15"));
    }

    #[test]
    fn what_is_wrong_is_said_all_at_once() {
        let wrong = Content {
            data_concerned: String::new(),
            circumstances: "x".repeat(LONGEST + 1),
            happened_from: day("2027-09-16"),
            happened_to: Some(day("2027-09-13")),
            people_in_quebec: Some(8),
            assessment: Assessment {
                misuse: Question { answer: Answer::No, why: " ".to_owned() },
                ..Assessment::default()
            },
            ..the_lost_sheet()
        };
        let fields: Vec<_> = wrong.problems(day("2027-09-15")).into_iter().map(|problem| problem.field).collect();
        assert_eq!(
            fields,
            [
                "data_concerned",
                "circumstances",
                "misuse_why",
                "happened_from",
                "happened_to",
                "known_on",
                "people_in_quebec"
            ]
        );
    }

    #[test]
    fn names_come_back() {
        for answer in Answer::ALL {
            assert_eq!(Answer::named(answer.name()), Some(answer));
        }
        assert_eq!(Answer::named("maybe"), None);
    }

    proptest! {
        /// One more yes never makes it less serious, and an unanswered question never makes it harmless.
        #[test]
        fn a_yes_never_makes_it_less_serious(answers in prop::array::uniform3(0_usize..3), which in 0_usize..3) {
            let mut answers = answers.map(|answer| Answer::ALL[answer]);
            let before = answered(answers).risk();
            prop_assert!(before != Risk::NotSerious || !answers.contains(&Answer::NotYet));
            answers[which] = Answer::Yes;
            prop_assert!(before != Risk::Serious || answered(answers).risk() == Risk::Serious);
        }

        /// Nothing goes before the five years of the law, nor while it is open.
        #[test]
        fn kept_at_least_five_years(known in 0_i32..20_000, later in 0_i32..4_000, is_closed in any::<bool>()) {
            let known = NaiveDate::from_num_days_from_ce_opt(730_000 + known).unwrap();
            let today = known + chrono::Days::new(u64::try_from(later).unwrap());
            let closed_at = is_closed.then(|| "2027-01-12T12:00:00Z".parse().unwrap());
            if is_over(known, closed_at, today) {
                prop_assert!(is_closed && today >= known + Months::new(60));
            }
        }
    }
}
