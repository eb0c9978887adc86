//! How a question is put: by which method, and among which options (`decisions` 6, `decisions A7`, `A8`).

use chrono::Datelike;
use commons::refusal::{Message, Problem};
use serde::{Deserialize, Serialize};
use tally::{Quorum, Threshold};

/// Most options of one question: a longer list is read by nobody.
pub const MOST_OPTIONS: usize = 20;
/// Most options where the last one leaves, stage by stage: with more, ties among those that nobody chose could be
/// followed in too many ways (`formats/ballots.md`, `irv`).
pub const MOST_IN_STAGES: usize = 12;
/// Most people that a date can ask for.
pub const MOST_PEOPLE: u64 = 1_000;
/// Most characters of an option.
pub const LONGEST_OPTION: usize = 120;
/// Most cents of a budget: far more than any group has, and sums stay small.
pub const MOST_CENTS: u64 = 10_000_000_000;

/// By which method a group decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Yes, no, or neither (`decisions B1`).
    #[default]
    Majority,
    /// Everybody may live with it: nobody objects (`decisions B3`).
    Consent,
    /// Everybody agrees, and nobody blocks for a reason that others support (`decisions B4`).
    Consensus,
    /// It passes unless somebody objects, once enough have seen it (`decisions B5`).
    Tacit,
    /// As many options as one likes; the most approved wins (`decisions B6`).
    Approval,
    /// 0 to 5 points for each option (`decisions B6`).
    Score,
    /// Ranking, counted in duels by strongest paths (`decisions B7`).
    Schulze,
    /// Ranking, counted in duels locked from the clearest (`decisions B7`).
    RankedPairs,
    /// Ranking, the last leaves until one has more than half.
    Irv,
    /// Ranking, points by place.
    Borda,
    /// Ranking, for several seats (`decisions B8`).
    Stv,
    /// A budget shared so that everybody weighs the same (`decisions B11`).
    EqualShares,
    /// Days that suit (`decisions B10`).
    Dates,
    /// How warm the group is, in eight gradients; decides nothing (`decisions B6`).
    Gradients,
    /// How warm the group is, by thumbs; decides nothing (`decisions B6`).
    Sense,
    /// Finding somebody for a task, without candidates (`decisions B9`).
    Election,
}

/// What a ballot of a method looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ballot {
    /// One word of a few.
    Word,
    /// A tick, or none, beside each option.
    Ticks,
    /// A number from 0 beside each option.
    Numbers,
    /// A place in a ranking beside each option.
    Places,
}

impl Method {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 16] = [
        Self::Majority,
        Self::Consent,
        Self::Consensus,
        Self::Tacit,
        Self::Approval,
        Self::Dates,
        Self::EqualShares,
        Self::Score,
        Self::Schulze,
        Self::Stv,
        Self::RankedPairs,
        Self::Irv,
        Self::Borda,
        Self::Gradients,
        Self::Sense,
        Self::Election,
    ];

    /// Its word in forms, in the frozen text and in ballot files (`formats/ballots.md`).
    pub const fn word(self) -> &'static str {
        match self {
            Self::Majority => "majority",
            Self::Consent => "consent",
            Self::Consensus => "consensus",
            Self::Tacit => "tacit",
            Self::Approval => "approval",
            Self::Score => "score",
            Self::Schulze => "schulze",
            Self::RankedPairs => "ranked_pairs",
            Self::Irv => "irv",
            Self::Borda => "borda",
            Self::Stv => "stv",
            Self::EqualShares => "equal_shares",
            Self::Dates => "dates",
            Self::Gradients => "gradients",
            Self::Sense => "sense",
            Self::Election => "election",
        }
    }

    /// The method of that word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.word() == word)
    }

    /// What is said of it: its name, or its `rule`, `how` its ballot is filled, `when` it helps.
    pub fn message(self, what: &str) -> Message {
        let name = match self {
            Self::Score => "points".to_owned(),
            other => other.word().replace('_', "-"),
        };
        Message::keyed(if what.is_empty() { format!("method-{name}") } else { format!("method-{name}-{what}") })
    }

    /// What its ballot looks like.
    pub const fn ballot(self) -> Ballot {
        match self {
            Self::Majority
            | Self::Consent
            | Self::Consensus
            | Self::Tacit
            | Self::Gradients
            | Self::Sense
            | Self::Election => Ballot::Word,
            Self::Approval | Self::EqualShares => Ballot::Ticks,
            Self::Score | Self::Dates => Ballot::Numbers,
            Self::Schulze | Self::RankedPairs | Self::Irv | Self::Borda | Self::Stv => Ballot::Places,
        }
    }

    /// Whether it chooses among options, and does not say yes or no to one text.
    pub const fn has_options(self) -> bool {
        !matches!(self.ballot(), Ballot::Word)
    }

    /// Most options that it takes.
    pub const fn most_options(self) -> usize {
        match self {
            Self::Irv | Self::Stv => MOST_IN_STAGES,
            _ => MOST_OPTIONS,
        }
    }

    /// Whether the group decides by it. Otherwise it asks how warm people are to an idea: nothing is adopted, and
    /// nothing follows (`decisions B6`).
    pub const fn is_binding(self) -> bool {
        !matches!(self, Self::Gradients | Self::Sense)
    }

    /// Whether somebody can put something in its way that lives on until it is answered or taken back.
    pub const fn has_objections(self) -> bool {
        matches!(self, Self::Consent | Self::Consensus | Self::Tacit)
    }

    /// Whether its vote can be secret. A block is supported by others, and silence that counts is a silence that people
    /// see: both are open. An election has a secrecy of its own.
    pub const fn may_be_secret(self) -> bool {
        !matches!(self, Self::Consensus | Self::Tacit | Self::Election)
    }

    /// Whether people answer it with a ballot. An election goes through rounds instead ([`crate::rules::election`]).
    pub const fn has_ballots(self) -> bool {
        !matches!(self, Self::Election)
    }

    /// Whether people vote on a ballot of paper, without a name, that goes into a box (`decisions E5`). Not where they object
    /// or block in the open: what stands in the way is somebody's, who says it in other words or takes it back (5.2). Her
    /// sheet is read to a peer, who notes it.
    pub const fn is_on_paper(self, secret: bool) -> bool {
        self.has_ballots() && (secret || !self.has_objections())
    }

    /// Whether so many must take part as the charter says, or an author: not where nothing is decided, where silence counts,
    /// nor where everybody on the roll is heard in rounds.
    pub const fn asks_quorum(self) -> bool {
        self.is_binding() && !matches!(self, Self::Tacit | Self::Election)
    }

    /// Whether several options can win.
    pub const fn has_seats(self) -> bool {
        matches!(self, Self::Approval | Self::Stv)
    }

    /// Whether "none of these" stands at the end of its list: a group may always leave things as they are
    /// (`decisions A7`). Where several win, or nothing need be approved, it needs no line of its own.
    pub const fn keeps_status_quo(self) -> bool {
        matches!(self, Self::Schulze | Self::RankedPairs | Self::Irv | Self::Borda)
    }
}

/// Something to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// What it is called; of a date, `2027-05-08T13:30` on the group's wall clock.
    pub label: String,
    /// What it costs in cents; 0 where nothing is bought.
    #[serde(default, skip_serializing_if = "is_none")]
    pub cost: u64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_none(number: &u64) -> bool {
    *number == 0
}

/// A question as it is put. The default is yes or no.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The method.
    pub method: Method,
    /// What there is to choose, without "none of these".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Offer>,
    /// How many options win; of dates, how many people must be able to come.
    #[serde(default, skip_serializing_if = "is_none")]
    pub seats: u64,
    /// What there is to spend, in cents.
    #[serde(default, skip_serializing_if = "is_none")]
    pub budget: u64,
    /// What was typed for `seats` or for `budget` and is no number: a draft keeps it as it is, and nothing is sent with it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub typed: String,
    /// The part of the votes that must say yes, when whoever wrote asks for more than the charter (`decisions A8`). Less
    /// than the charter's is raised to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Threshold>,
    /// How many must take part, when whoever wrote asks for more than the charter (`decisions A8`). Less changes nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<Quorum>,
    /// Whether it is asked to try it for a while, after rounds that led to no consent ([`crate::rules::fallback`]). No
    /// author asks so.
    #[serde(default, skip_serializing_if = "is_not")]
    pub trial: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_not(word: &bool) -> bool {
    !*word
}

impl Question {
    /// How many must take part, when whoever wrote asks for it and the method asks for anybody in particular.
    pub fn quorum_asked(&self) -> Option<Quorum> {
        self.quorum.filter(|_| self.method.asks_quorum())
    }

    /// How many lines its ballot has: the options, and "none of these" where it stands.
    pub fn lines(&self) -> usize {
        self.options.len() + usize::from(self.method.keeps_status_quo())
    }

    /// How many options win at most.
    pub fn winners(&self) -> u16 {
        if self.method.has_seats() { u16::try_from(self.seats).unwrap_or(u16::MAX).max(1) } else { 1 }
    }

    /// Whether this line of the ballot is "none of these".
    pub fn is_status_quo(&self, line: usize) -> bool {
        self.method.keeps_status_quo() && line == self.options.len()
    }

    /// What a line of the ballot is called; a dash for "none of these".
    pub fn name(&self, line: usize) -> String {
        self.options.get(line).map_or_else(|| "—".to_owned(), |offer| offer.label.clone())
    }

    /// The highest number that may stand beside an option.
    pub fn highest(&self) -> u16 {
        match self.method {
            Method::Majority
            | Method::Consent
            | Method::Consensus
            | Method::Tacit
            | Method::Gradients
            | Method::Sense
            | Method::Election => 0,
            Method::Approval | Method::EqualShares => 1,
            Method::Dates => 2,
            Method::Score => 5,
            Method::Schulze | Method::RankedPairs | Method::Irv | Method::Borda | Method::Stv => {
                u16::try_from(self.lines()).unwrap_or(u16::MAX)
            }
        }
    }
}

/// What keeps a question from being put.
pub fn problems(question: &Question) -> Vec<Problem> {
    let problem = |field, message| Some(Problem::new(field, message));
    if !question.method.has_options() {
        return Vec::new();
    }
    let options = &question.options;
    let among = u64::try_from(options.len()).unwrap_or(u64::MAX);
    let of_options = match options.len() {
        0 | 1 => problem("options", Message::new("question-two-options")),
        count if count > question.method.most_options() => {
            let most = question.method.most_options();
            problem("options", Message::new("question-too-many-options").with("most", most))
        }
        _ => options.iter().enumerate().find_map(|(at, offer)| problem_of(question.method, options, at, offer)),
    };
    let seats = match question.method {
        Method::Approval | Method::Stv if !(1..among.max(2)).contains(&question.seats) => {
            problem("seats", Message::new("question-seats").with("most", options.len().saturating_sub(1).max(1)))
        }
        Method::Dates if !(1..=MOST_PEOPLE).contains(&question.seats) => {
            problem("seats", Message::new("question-people"))
        }
        _ => None,
    };
    let budget = (question.method == Method::EqualShares && !(1..=MOST_CENTS).contains(&question.budget))
        .then(|| Problem::new("budget", Message::new("question-budget")));
    of_options.into_iter().chain(seats).chain(budget).collect()
}

/// What is wrong with one option, by its number in the list.
fn problem_of(method: Method, all: &[Offer], at: usize, offer: &Offer) -> Option<Problem> {
    let line = at + 1;
    let key = if offer.label.chars().count() > LONGEST_OPTION {
        "question-option-long"
    } else if !offer.label.chars().any(char::is_alphanumeric) {
        "question-option-empty"
    } else if all.iter().take(at).any(|other| other.label.to_lowercase() == offer.label.to_lowercase()) {
        "question-option-twice"
    } else if method == Method::Dates && local_time(&offer.label).is_none() {
        "question-option-date"
    } else if method == Method::EqualShares && !(1..=MOST_CENTS).contains(&offer.cost) {
        "question-option-cost"
    } else {
        return None;
    };
    Some(Problem::new("options", Message::new(key).with("line", line)))
}

/// The first date that is over already, `now` on the group's wall clock.
pub fn past_date(question: &Question, now: chrono::NaiveDateTime) -> Option<Problem> {
    let is_past = |offer: &Offer| local_time(&offer.label).is_some_and(|at| at <= now);
    let line = question.options.iter().position(is_past).filter(|_| question.method == Method::Dates)?;
    Some(Problem::new("options", Message::new("question-option-past").with("line", line + 1)))
}

/// How a date is written in a question.
const LOCAL: &str = "%Y-%m-%dT%H:%M";

/// The day and hour that a date of a question says, on the group's wall clock.
pub fn local_time(label: &str) -> Option<chrono::NaiveDateTime> {
    let at = chrono::NaiveDateTime::parse_from_str(label, LOCAL).ok()?;
    // Two digits would be a year of the Romans.
    (2000..2200).contains(&at.year()).then_some(at)
}

/// The options from what was typed, one a line. What cannot be read stays as it was typed, for [`problems`] to name.
pub fn read_options(method: Method, typed: &str) -> Vec<Offer> {
    let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
    let offers = lines.map(|line| match method {
        Method::EqualShares => with_cost(line),
        Method::Dates => Offer { label: date(line).unwrap_or_else(|| line.to_owned()), cost: 0 },
        _ => Offer { label: line.to_owned(), cost: 0 },
    });
    let mut offers: Vec<Offer> = offers.collect();
    if method == Method::Dates && offers.iter().all(|offer| local_time(&offer.label).is_some()) {
        // The earliest first, as on a calendar; as long as one is to correct, all stay where they were typed.
        offers.sort_by_key(|offer| local_time(&offer.label));
    }
    offers
}

/// The options as they are typed again.
pub fn written_options(question: &Question) -> String {
    let line = |offer: &Offer| match question.method {
        Method::EqualShares if offer.cost > 0 => format!("{} {}", offer.label, money(offer.cost)),
        Method::Dates => offer.label.replace('T', " "),
        _ => offer.label.clone(),
    };
    question.options.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// An amount as it is typed: `120,50`.
pub fn money(cents: u64) -> String {
    format!("{},{:02}", cents / 100, cents % 100)
}

/// The cents of `120`, `120,50` or `1 200.50 $`.
pub fn read_money(typed: &str) -> Option<u64> {
    let plain: String =
        typed.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '$' | '€')).collect();
    let (whole, cents) = plain.split_once([',', '.']).unwrap_or((&plain, "00"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(cents) || cents.len() > 2 {
        return None;
    }
    let cents = if cents.len() == 1 { cents.parse::<u64>().ok()? * 10 } else { cents.parse().ok()? };
    whole.parse::<u64>().ok()?.checked_mul(100)?.checked_add(cents)
}

/// A label with the amount that stands last on its line.
fn with_cost(line: &str) -> Offer {
    let bare = line.trim_end_matches(|letter: char| letter.is_whitespace() || matches!(letter, '$' | '€'));
    let read = cut_before_amount(bare).and_then(|(label, amount)| {
        let label = label.trim_end_matches(|letter: char| letter.is_whitespace() || matches!(letter, ':' | '=' | ';'));
        Some(Offer { label: label.to_owned(), cost: read_money(amount)? })
    });
    read.unwrap_or_else(|| Offer { label: line.to_owned(), cost: 0 })
}

/// Where the amount begins: at the last word, or one word before when thousands stand apart (`1 200,50`).
fn cut_before_amount(line: &str) -> Option<(&str, &str)> {
    let is_space = |letter: char| letter == ' ' || letter == '\t';
    let (label, last) = line.rsplit_once(is_space)?;
    let hundreds = last.split([',', '.']).next().unwrap_or_default();
    let thousands = label.rsplit_once(is_space).filter(|(_, thousands)| {
        let digits = thousands.bytes().all(|byte| byte.is_ascii_digit());
        digits && (1..=3).contains(&thousands.len()) && hundreds.len() == 3
    });
    match thousands {
        Some((label, _)) => Some((label, line.get(label.len()..)?.trim_start_matches(is_space))),
        None => Some((label, last)),
    }
}

/// A date as it is stored, from `2027-05-08 13:30`, `2027-05-08 13 h 30` or `2027-05-08 13h`.
fn date(line: &str) -> Option<String> {
    let (day, hour) = line.split_once([' ', 'T'])?;
    let hour = hour.replace([' ', '\u{a0}', '\u{202f}'], "").replace('h', ":");
    let (hour, minute) = hour.split_once(':')?;
    let minute = if minute.is_empty() { "00" } else { minute };
    let label = format!("{day}T{hour:0>2}:{minute}");
    local_time(&label).map(|at| at.format(LOCAL).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn asked(method: Method, typed: &str) -> Question {
        Question { method, options: read_options(method, typed), seats: 1, budget: 10_000, ..Question::default() }
    }

    fn wrong(question: &Question) -> Vec<(&'static str, String)> {
        problems(question).into_iter().map(|one| (one.field, one.message.key.into_owned())).collect()
    }

    #[test]
    fn every_method_has_its_own_word() {
        for method in Method::ALL {
            assert_eq!(Method::named(method.word()), Some(method));
            assert_eq!(serde_json::to_value(method).unwrap(), method.word(), "stored as it is typed");
        }
    }

    #[test]
    fn options_stand_one_a_line() {
        let question = asked(Method::Approval, "Un banc\n\n  Une table \nUn four");
        assert_eq!(
            question.options.iter().map(|one| one.label.as_str()).collect::<Vec<_>>(),
            ["Un banc", "Une table", "Un four"]
        );
        assert!(problems(&question).is_empty());
        assert_eq!(read_options(Method::Approval, &written_options(&question)), question.options);
    }

    #[test]
    fn a_cost_stands_last_on_its_line() {
        let question = asked(Method::EqualShares, "Sortie aux pommes : 120,50 $\nLivres = 80\nJeux 1200.5 €");
        let costs: Vec<_> = question.options.iter().map(|one| (one.label.as_str(), one.cost)).collect();
        assert_eq!(costs, [("Sortie aux pommes", 12_050), ("Livres", 8_000), ("Jeux", 120_050)]);
        assert!(problems(&question).is_empty());
        assert_eq!(read_options(Method::EqualShares, &written_options(&question)), question.options);
        assert_eq!(
            wrong(&asked(Method::EqualShares, "Livres\nJeux 12")),
            [("options", "question-option-cost".to_owned())]
        );
    }

    #[test]
    fn dates_are_read_as_people_write_them_and_stand_in_order() {
        let question = asked(Method::Dates, "2027-05-08 13 h 30\n2027-05-07 9h\n2027-05-07 18:15");
        let labels: Vec<_> = question.options.iter().map(|one| one.label.as_str()).collect();
        assert_eq!(labels, ["2027-05-07T09:00", "2027-05-07T18:15", "2027-05-08T13:30"]);
        assert!(problems(&question).is_empty());
        assert_eq!(read_options(Method::Dates, &written_options(&question)), question.options);
        assert_eq!(
            wrong(&asked(Method::Dates, "2027-05-08 13:30\nsamedi")),
            [("options", "question-option-date".to_owned())]
        );
    }

    #[test]
    fn nobody_is_asked_about_a_day_that_is_over() {
        let question = asked(Method::Dates, "2027-05-07 18:15\n2027-05-08 13:30");
        let at = |label| past_date(&question, local_time(label).unwrap()).map(|one| one.message.key.into_owned());
        assert_eq!(at("2027-05-07T18:14"), None);
        assert_eq!(at("2027-05-07T18:15").as_deref(), Some("question-option-past"));
        let other = Question { method: Method::Approval, ..question.clone() };
        assert_eq!(past_date(&other, local_time("2028-01-01T00:00").unwrap()), None);
    }

    #[test]
    fn what_cannot_be_asked_is_said_with_its_line() {
        assert_eq!(wrong(&asked(Method::Score, "Un banc")), [("options", "question-two-options".to_owned())]);
        assert_eq!(wrong(&asked(Method::Score, "Un banc\nun BANC")), [("options", "question-option-twice".to_owned())]);
        assert_eq!(wrong(&asked(Method::Score, "Un banc\n—")), [("options", "question-option-empty".to_owned())]);
        let long = "x".repeat(LONGEST_OPTION + 1);
        assert_eq!(
            wrong(&asked(Method::Score, &format!("Un banc\n{long}"))),
            [("options", "question-option-long".to_owned())]
        );
        let many: String = (0..=MOST_OPTIONS).map(|number| format!("Nº {number}\n")).collect();
        assert_eq!(wrong(&asked(Method::Score, &many)), [("options", "question-too-many-options".to_owned())]);
        let stages: String = (0..=MOST_IN_STAGES).map(|number| format!("Nº {number}\n")).collect();
        assert_eq!(wrong(&asked(Method::Stv, &stages)), [("options", "question-too-many-options".to_owned())]);
        let crowd = Question { seats: u64::MAX, ..asked(Method::Dates, "2027-05-08 13:30\n2027-05-09 13:30") };
        assert_eq!(wrong(&crowd), [("seats", "question-people".to_owned())]);
        let rome = asked(Method::Dates, "27-05-08 13:30\n2027-05-09 13:30");
        assert_eq!(wrong(&rome), [("options", "question-option-date".to_owned())]);
        let none = Question { seats: 0, ..asked(Method::Stv, "A\nB\nC") };
        assert_eq!(wrong(&none), [("seats", "question-seats".to_owned())]);
        let all = Question { seats: 3, ..asked(Method::Stv, "A\nB\nC") };
        assert_eq!(wrong(&all), [("seats", "question-seats".to_owned())]);
        let broke = Question { budget: 0, ..asked(Method::EqualShares, "A 1\nB 2") };
        assert_eq!(wrong(&broke), [("budget", "question-budget".to_owned())]);
        assert!(problems(&Question::default()).is_empty());
    }

    proptest! {
        #[test]
        fn money_reads_back(cents in 0..=MOST_CENTS) {
            prop_assert_eq!(read_money(&money(cents)), Some(cents));
        }

        #[test]
        fn nothing_typed_makes_it_stumble(typed in "\\PC*", lines in "(?s).{0,80}") {
            let _ = read_money(&typed);
            for method in Method::ALL {
                let _ = problems(&Question { method, options: read_options(method, &lines), seats: 1, budget: 1, ..Question::default() });
            }
        }
    }
}
