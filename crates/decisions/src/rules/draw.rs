//! Draws by lot (`decisions B12`, 6.15): what may be drawn, how the public value is made of two people's dice, and who is
//! drawn. The order itself is in [`tally::lot`].
//!
//! When a draw closes, the register says what is in it; the hash of that very entry is the head from which the order is
//! made. Then the dice fall: nobody could have known both.

use crate::rules::question::Question;
use crate::rules::schedule::closes_at;
use crate::rules::verdict::VoteResult;
use chrono::Duration;
use commons::clock::{EVENING_HOURS, Time, Tz, days_later};
use commons::refusal::{Message, Problem};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use tally::Verdict;
use tally::lot::{Hash256, Seed, draw};

/// Longest title.
pub const LONGEST_TITLE: usize = 120;
/// Longest entry.
pub const LONGEST_ENTRY: usize = 120;
/// Most entries that somebody types.
pub const MOST_ENTRIES: usize = 100;
/// Fewest dice that somebody throws: fewer could be guessed.
pub const FEWEST_DICE: usize = 3;
/// Most dice.
pub const MOST_DICE: usize = 20;

/// For so long after it closed, a draw waits for dice; then it is over without being drawn.
pub const WAITS_FOR_DICE: Duration = Duration::days(14);

/// Where a draw is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// People put or take back their own names, or read what is in it.
    Open,
    /// Nothing changes any more: two people throw dice.
    Closed,
    /// It is drawn.
    Drawn,
    /// It closed with nothing in it.
    Empty,
    /// Whoever opened it took it back before it closed.
    TakenBack,
    /// It closed, and two people did not throw dice in time.
    Lapsed,
}

/// When it closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// In a quarter of an hour: during a meeting.
    Quarter,
    /// Tomorrow evening, however late it is today.
    Day,
    /// The evening after a week.
    Week,
}

impl Closing {
    /// All of them, the soonest first.
    pub const ALL: [Self; 3] = [Self::Quarter, Self::Day, Self::Week];

    /// Its word in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Quarter => "quarter",
            Self::Day => "day",
            Self::Week => "week",
        }
    }

    /// The one of that word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }

    /// The instant, when it is opened now.
    pub fn at(self, zone: Tz, now: Time) -> Time {
        match self {
            Self::Quarter => now + Duration::minutes(15),
            Self::Day => days_later(zone, now, 1, EVENING_HOURS[0]),
            Self::Week => closes_at(zone, now, 7),
        }
    }
}

/// A draw as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDraw {
    /// For what.
    pub title: String,
    /// Whether people put their own names; otherwise it is drawn among what is typed.
    pub by_name: bool,
    /// What is typed, one a line.
    pub entries: Vec<String>,
    /// How many are drawn; none when no number was typed.
    pub seats: Option<u32>,
    /// When it closes; none when nothing was chosen.
    pub closing: Option<Closing>,
}

/// The lines of what was typed.
pub fn lines(typed: &str) -> Vec<String> {
    typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// What a draw settles when a vote among options ended as a tie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Lines of the ballot between which it stands, in listed order.
    pub lines: Vec<usize>,
    /// How many of them are to be drawn: the seats that are left by those who win in any case.
    pub seats: u32,
}

/// The tie of a vote that is over (`decisions` 7.2). None for a yes or no, which a tie leaves as things are (ruling 23), and
/// where what was counted is withheld.
pub fn tie_of(question: &Question, result: &VoteResult) -> Option<Tie> {
    let is_tie = result.outcome.verdict == Verdict::Tied && question.method.has_options() && !result.withheld;
    let other = result.other.as_ref().filter(|other| is_tie && other.tied.len() > 1)?;
    let left = usize::from(question.winners()).saturating_sub(other.sure.len());
    let seats = left.clamp(1, other.tied.len() - 1);
    Some(Tie { lines: other.tied.clone(), seats: u32::try_from(seats).unwrap_or(1) })
}

/// A title for a draw, from the title of what it is about.
pub fn title_of(title: &str) -> String {
    title.chars().take(LONGEST_TITLE).collect()
}

/// What is to correct.
pub fn problems(new: &NewDraw) -> Vec<Problem> {
    let title = match new.title.trim().chars().count() {
        0 => Some(Message::new("draw-title-missing")),
        1..=LONGEST_TITLE => None,
        _ => Some(Message::new("draw-too-long").with("most", LONGEST_TITLE)),
    };
    let most = if new.by_name { MOST_ENTRIES } else { new.entries.len().clamp(1, MOST_ENTRIES) };
    let seats = new.seats.and_then(|seats| usize::try_from(seats).ok()).filter(|seats| (1..=most).contains(seats));
    let seats = if seats.is_some() { None } else { Some(Message::new("draw-seats").with("most", most)) };
    let entries = if new.by_name { None } else { problem_of_entries(&new.entries) };
    let closing = if new.closing.is_some() { None } else { Some(Message::new("draw-choose-closing")) };
    // Otherwise what was typed would be lost without a word.
    let how = (new.by_name && !new.entries.is_empty()).then(|| Message::new("draw-names-or-things"));
    let all = [("title", title), ("how", how), ("entries", entries), ("seats", seats), ("closing", closing)];
    all.into_iter().filter_map(|(field, message)| Some(Problem::new(field, message?))).collect()
}

fn problem_of_entries(entries: &[String]) -> Option<Message> {
    let mut seen = BTreeSet::new();
    let twice = entries.iter().position(|entry| !seen.insert(entry.to_lowercase()));
    let long = entries.iter().position(|entry| entry.chars().count() > LONGEST_ENTRY);
    match (entries.len(), long, twice) {
        (0 | 1, ..) => Some(Message::new("draw-two-entries")),
        (count, ..) if count > MOST_ENTRIES => Some(Message::new("draw-too-many").with("most", MOST_ENTRIES)),
        (_, Some(line), _) => Some(Message::new("draw-line-long").with("line", line + 1).with("most", LONGEST_ENTRY)),
        (_, None, Some(line)) => Some(Message::new("draw-line-twice").with("line", line + 1)),
        _ => None,
    }
}

/// What somebody's dice showed: digits from 1 to 6, whatever stands between them.
///
/// # Errors
/// What to type.
pub fn read_dice(typed: &str) -> Result<String, Problem> {
    let between = |sign: char| sign.is_whitespace() || matches!(sign, ',' | ';' | '-' | '+' | '.');
    let dice: String = typed.chars().filter(|sign| !between(*sign)).collect();
    let shows_dice = dice.chars().all(|sign| matches!(sign, '1'..='6'));
    if shows_dice && (FEWEST_DICE..=MOST_DICE).contains(&dice.len()) {
        return Ok(dice);
    }
    let message = Message::new("draw-dice-wrong").with("least", FEWEST_DICE).with("most", MOST_DICE);
    Err(Problem::new("dice", message))
}

/// The public value: what both threw, in the order in which they typed it.
pub fn public_value(first: &str, second: &str) -> String {
    format!("{first} {second}")
}

/// The fingerprint of everything that is in a draw, one a line in the order of their bytes: the register has it before
/// the dice fall.
pub fn fingerprint(entries: &[String]) -> String {
    let sorted: BTreeSet<&str> = entries.iter().map(String::as_str).collect();
    let mut sha = Sha256::new();
    for entry in sorted {
        sha.update(entry.as_bytes());
        sha.update(b"\n");
    }
    hex::encode(sha.finalize())
}

/// The places of `lines` among everything that is in a draw, counted from 1 in the order of their bytes, which is that of
/// the fingerprint: the register keeps these for things, and not what was typed.
pub fn places(entries: &[String], lines: &[&str]) -> Vec<usize> {
    let sorted: BTreeSet<&str> = entries.iter().map(String::as_str).collect();
    (1..).zip(sorted).filter(|(_, entry)| lines.contains(entry)).map(|(place, _)| place).collect()
}

/// A draw that is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// What it was made from, in hexadecimal.
    pub seed: String,
    /// Every entry, first drawn first.
    pub order: Vec<String>,
}

/// Makes the draw. Nothing when the head does not read: then it was damaged.
pub fn made(head: &str, id: &[u8; 16], value: &str, entries: &[String]) -> Option<Made> {
    let head = Hash256::try_from(head.to_owned()).ok()?;
    let seed = Seed::new(&head, id, value);
    let order = draw(&seed, entries).into_iter().map(|drawn| drawn.entry).collect();
    Some(Made { seed: seed.hash().to_string(), order })
}

/// Who is drawn, leaving out those who gave their place to the next.
pub fn standing<'a>(order: &'a [String], refused: &[&str], seats: usize) -> Vec<&'a str> {
    order.iter().map(String::as_str).filter(|entry| !refused.contains(entry)).take(seats).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::question::{Method, read_options};
    use crate::rules::verdict::{Secrecy, VoteRules, count, count_other};
    use commons::effects::Class;
    use membership::rules::charter::Charter;
    use proptest::prelude::*;
    use tally::Counts;

    fn new(entries: &str) -> NewDraw {
        let closing = Some(Closing::Quarter);
        NewDraw { title: "Qui ouvre".to_owned(), by_name: false, entries: lines(entries), seats: Some(1), closing }
    }

    fn wrong(new: &NewDraw) -> Vec<String> {
        problems(new).into_iter().map(|problem| format!("{}: {}", problem.field, problem.message.key)).collect()
    }

    #[test]
    fn what_is_to_correct_is_said_with_its_field_and_all_at_once() {
        assert!(wrong(&new(" Le jardin \n\n La cuisine")).is_empty());
        assert_eq!(wrong(&new("Le jardin")), ["entries: draw-two-entries"]);
        assert_eq!(wrong(&new("Le jardin\nle JARDIN")), ["entries: draw-line-twice"]);
        assert_eq!(wrong(&new(&format!("a\n{}", "b".repeat(LONGEST_ENTRY + 1)))), ["entries: draw-line-long"]);
        let many: String = (0..=MOST_ENTRIES).map(|line| format!("{line}\n")).collect();
        assert_eq!(wrong(&new(&many)), ["entries: draw-too-many"]);
        let nothing =
            NewDraw { title: " ".to_owned(), by_name: false, entries: Vec::new(), seats: None, closing: None };
        let all = ["title: draw-title-missing", "entries: draw-two-entries", "seats: draw-seats"];
        assert_eq!(wrong(&nothing)[..3], all);
        assert_eq!(wrong(&NewDraw { seats: Some(3), ..new("a\nb") }), ["seats: draw-seats"]);
        assert!(wrong(&NewDraw { by_name: true, entries: Vec::new(), seats: Some(3), ..new("") }).is_empty());
        assert_eq!(wrong(&NewDraw { by_name: true, ..new("Le jardin") }), ["how: draw-names-or-things"]);
    }

    fn ended(method: Method, seats: u64, ballots: &[(&str, u64)]) -> (Question, VoteResult) {
        let options = read_options(method, "Un banc\nUne table\nUn four\nUne lampe");
        let question = Question { method, options, seats, budget: 0, ..Question::default() };
        let said = ballots.iter().map(|(word, count)| ((*word).to_owned(), *count)).collect();
        let rules = VoteRules::of_effect(&Charter::default(), Class::Ordinary, None, Secrecy::Open, 6);
        let result = count_other(&rules, &question, 6, said, None);
        (question, result)
    }

    #[test]
    fn a_tie_among_options_is_drawn_for_the_seats_that_are_left() {
        let tie = |method, seats, ballots: &[(&str, u64)]| {
            let (question, result) = ended(method, seats, ballots);
            tie_of(&question, &result)
        };
        let two = [("1,1,0,0", 4), ("0,0,0,1", 2)];
        assert_eq!(tie(Method::Approval, 1, &two), Some(Tie { lines: vec![0, 1], seats: 1 }));
        // One is chosen in any case; two stand for the other seat.
        let across = [("1,1,1,0", 3), ("1,0,0,0", 2)];
        assert_eq!(tie(Method::Approval, 2, &across), Some(Tie { lines: vec![1, 2], seats: 1 }));
        // Three stand for two seats.
        let three = [("1,1,1,0", 4)];
        assert_eq!(tie(Method::Approval, 2, &three), Some(Tie { lines: vec![0, 1, 2], seats: 2 }));
        assert_eq!(tie(Method::Approval, 1, &[("1,0,0,0", 4)]), None, "one is chosen");
        assert_eq!(tie(Method::Approval, 1, &[("1,0,0,0", 1)]), None, "too few voted");
    }

    /// Ruling 23: no lot where a tie already says what happens.
    #[test]
    fn a_tie_of_yes_and_no_is_never_drawn() {
        let rules = VoteRules::of_effect(&Charter::default(), Class::Ordinary, None, Secrecy::Open, 6);
        let result = count(&rules, 6, Counts { yes: 3, no: 3, ..Counts::default() });
        assert_eq!((result.outcome.verdict, tie_of(&Question::default(), &result)), (Verdict::Tied, None));
        let (question, result) = ended(Method::Approval, 1, &[("1,1,0,0", 4)]);
        assert_eq!(tie_of(&question, &VoteResult { withheld: true, ..result }), None);
    }

    #[test]
    fn the_places_of_things_are_counted_in_the_order_of_their_bytes() {
        let entries = lines("Le jardin\nLa porte\nÉtienne\nLa cuisine");
        assert_eq!(places(&entries, &["Le jardin", "La cuisine"]), [1, 3]);
        assert_eq!(places(&entries, &["Étienne"]), [4]);
        assert!(places(&entries, &[]).is_empty());
    }

    #[test]
    fn dice_are_read_however_they_are_typed() {
        for typed in ["3526", "3 5 2 6", "3, 5, 2, 6", "3-5-2-6"] {
            assert_eq!(read_dice(typed).as_deref(), Ok("3526"), "{typed}");
        }
        for typed in ["", "35", "3 5 7", "trois", "3526\u{0}", &"1".repeat(MOST_DICE + 1)] {
            assert_eq!(read_dice(typed).unwrap_err().field, "dice", "{typed}");
        }
    }

    #[test]
    fn a_meeting_waits_a_quarter_of_an_hour_and_a_week_ends_in_an_evening() {
        let now = Time::from_timestamp(1_800_000_000, 0).unwrap();
        assert_eq!(Closing::Quarter.at(Tz::UTC, now) - now, Duration::minutes(15));
        assert!(Closing::Week.at(Tz::UTC, now) - now >= Duration::days(7));
        for (now, evening) in [
            ("2027-01-15T23:30:00Z", "2027-01-17T01:00:00Z"),
            // Ten to midnight in Toronto: tomorrow evening is not the day after.
            ("2027-01-16T04:50:00Z", "2027-01-17T01:00:00Z"),
        ] {
            let (now, evening): (Time, Time) = (now.parse().unwrap(), evening.parse().unwrap());
            assert_eq!(Closing::Day.at(Tz::America__Toronto, now), evening);
        }
        for closing in Closing::ALL {
            assert_eq!(Closing::named(closing.word()), Some(closing));
        }
    }

    fn entries() -> impl Strategy<Value = Vec<String>> {
        proptest::collection::btree_set("[a-z]{1,6}", 1..12).prop_map(|set| set.into_iter().collect())
    }

    proptest! {
        /// The order depends on what is in it, and not on the order in which it is given.
        #[test]
        fn anybody_who_replays_it_finds_the_same(entries in entries(), head in "[0-9a-f]{64}", dice in "[1-6]{3,8} [1-6]{3,8}", turn in 0usize..12) {
            let first = made(&head, &[7; 16], &dice, &entries).unwrap();
            let mut turned = entries.clone();
            turned.rotate_left(turn % entries.len());
            prop_assert_eq!(fingerprint(&entries), fingerprint(&turned));
            let again = made(&head, &[7; 16], &dice, &turned).unwrap();
            prop_assert_eq!(&first, &again);
            let mut order = first.order.clone();
            order.sort();
            prop_assert_eq!(order, entries);
        }

        /// Whoever gives her place away lets the next one in, and moves nobody who was drawn.
        #[test]
        fn who_refuses_gives_way_to_the_next(entries in entries(), seats in 1usize..6, who in 0usize..6) {
            let made = made(&"0".repeat(64), &[1; 16], "123 456", &entries).unwrap();
            let before = standing(&made.order, &[], seats);
            let refused = before[who % before.len()];
            let after = standing(&made.order, &[refused], seats);
            prop_assert!(!after.contains(&refused));
            let mut stay = before.iter().filter(|entry| **entry != refused);
            prop_assert!(stay.all(|entry| after.contains(entry)));
            let next = made.order.get(seats).is_some();
            prop_assert_eq!(after.len(), if next { before.len() } else { before.len() - 1 });
        }

        #[test]
        fn other_dice_make_another_seed(one in "[1-6]{3,8}", other in "[1-6]{3,8}") {
            let seed = |first: &str, second: &str| made(&"a".repeat(64), &[2; 16], &public_value(first, second), &["x".to_owned()]).unwrap().seed;
            prop_assert_eq!(seed(&one, &other) == seed(&other, &one), one == other);
        }
    }
}
