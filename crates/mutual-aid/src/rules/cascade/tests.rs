//! A chain of calls, followed step by step, and walked at random.

use super::super::chance::Chance;
use super::super::group::Member;
use super::super::quiet::{Hours, Quiet};
use super::super::tree::Shape;
use super::super::tree::tests::{cases, easy_group, person, some_group, story};
use super::*;
use proptest::prelude::*;

const ZONE: Tz = Tz::America__Toronto;

fn at(text: &str) -> Time {
    text.parse().unwrap()
}

fn plan(group: Group, kind: Kind, start: Time) -> Plan {
    let tree = Tree::grow(&group, &Shape::default());
    Plan { group, tree, zone: ZONE, kind, trigger: person(0), alone: true, first_calls: FIRST_CALLS, at: start }
}

/// A chain with its list of events.
struct Told {
    start: Plan,
    chain: Chain,
    events: Vec<Event>,
}

impl Told {
    fn new(plan: Plan) -> Self {
        Self { chain: Chain::start(plan.clone()), start: plan, events: Vec::new() }
    }

    /// Silence ends a chain whose board nobody empties.
    fn over_at(&self) -> Time {
        self.events.last().map_or(self.start.at, |event| event.at) + SILENT
    }

    fn tell(&mut self, at: Time, what: What) -> Result<(), Refused> {
        let event = Event { at, what };
        self.chain.apply(&event)?;
        self.events.push(event);
        Ok(())
    }

    fn call(&mut self, at: Time, by: u32, to: u32, outcome: Outcome) {
        let what = What::Called { by: person(by), to: person(to), outcome };
        self.tell(at, what).unwrap_or_else(|why| panic!("{by} to {to} at {at}: {why}"));
    }

    fn stage(&self, of: u32) -> Stage {
        self.chain.standing(person(of)).unwrap().stage
    }
}

/// The chain of story 4.3: Monday 22 February 2027, five past five.
fn ice_storm() -> Told {
    let (group, rows) = story();
    let tree = Tree::drawn(&group, Some(person(4)), 0, &rows).unwrap();
    let start = at("2027-02-22T17:05:00-05:00");
    Told::new(Plan {
        group,
        tree,
        zone: ZONE,
        kind: Kind::Urgent,
        trigger: person(4),
        alone: false,
        first_calls: FIRST_CALLS,
        at: start,
    })
}

#[test]
fn another_yes_holds_from_that_moment_on() {
    use Outcome::Reached;
    let mut told = ice_storm();
    let minute = |minute: i64| at("2027-02-22T17:05:00-05:00") + Duration::minutes(minute);
    told.call(minute(4), 4, 1, Reached);
    told.tell(minute(5), What::Agreed(person(1))).unwrap();
    // Ovide's caller Bastien is to be called from six on only; Odile calls nobody any more.
    let changed = |told: &Told, who: u32, change: fn(&mut Member)| {
        let mut member = *told.chain.plan().group.member(person(who)).unwrap();
        change(&mut member);
        What::Changed(member)
    };
    let sleeps = changed(&told, 2, |member| {
        member.hours.quiet = Quiet { from: "12:00:00".parse().unwrap(), until: "18:00:00".parse().unwrap() };
    });
    told.tell(minute(6), sleeps).unwrap();
    let six = at("2027-02-22T18:00:00-05:00");
    assert_eq!(told.stage(2), Stage::With { by: person(4), due: six });
    let early = What::Called { by: person(4), to: person(2), outcome: Reached };
    assert_eq!(told.tell(minute(8), early), Err(Refused::Quiet));
    let rests = changed(&told, 1, |member| member.calls = 0);
    told.tell(minute(9), rests).unwrap();
    assert!(told.chain.calls_of(person(1)).is_empty());
    assert!(matches!(told.stage(3), Stage::Board { .. }));
    let again = What::Took { by: person(1), to: person(3) };
    assert_eq!(told.tell(minute(10), again), Err(Refused::NotForHer));
    let nobody =
        What::Changed(Member { person: person(99), calls: 1, starter: false, hours: Hours::USUAL, tomorrow: false });
    assert_eq!(told.tell(minute(11), nobody), Err(Refused::NotHere));
    let again = Chain::replay(told.start.clone(), &told.events, minute(11)).unwrap();
    told.chain.pass(minute(11));
    assert_eq!(again, told.chain);
}

#[test]
fn whoever_pressed_the_wrong_button_has_the_call_again() {
    use Outcome::{NoAnswer, Reached};
    let mut told = ice_storm();
    let minute = |minute: i64| at("2027-02-22T17:05:00-05:00") + Duration::minutes(minute);
    told.call(minute(4), 4, 1, Reached);
    told.tell(minute(5), What::Agreed(person(1))).unwrap();
    assert!(told.chain.watch().contains(&person(1)));
    let mistook = |by: u32, to: u32| What::Mistook { by: person(by), to: person(to) };
    assert_eq!(told.tell(minute(6), mistook(2, 1)), Err(Refused::HasNotHeard));
    assert_eq!(told.tell(minute(6), mistook(1, 1)), Err(Refused::NotHers));
    told.tell(minute(6), mistook(4, 1)).unwrap();
    assert_eq!(told.stage(1), Stage::With { by: person(4), due: minute(6) });
    assert!(told.chain.calls_of(person(1)).is_empty(), "her calls wait for her");
    assert_eq!(told.chain.counts().reached, 0);
    assert!(!told.chain.watch().contains(&person(1)), "she watches over nothing that she has not heard of");
    // As often as ever: what was said by mistake was no attempt.
    told.call(minute(7), 4, 1, NoAnswer);
    told.call(minute(22), 4, 1, Reached);
    told.call(minute(23), 1, 3, Reached);
    assert_eq!(told.tell(minute(24), mistook(4, 1)), Err(Refused::NotHers), "she called somebody: she has it");
    told.tell(minute(25), mistook(1, 3)).unwrap();
    // Whoever is on the board of those who are reached otherwise, or whose number is to be checked, is so again.
    told.call(minute(26), 1, 6, Outcome::NumberToCheck);
    told.tell(minute(26), mistook(1, 6)).unwrap();
    assert!(matches!(told.stage(6), Stage::With { .. }), "that was a wrong button too");
    told.call(minute(26), 1, 6, Outcome::NumberToCheck);
    told.tell(minute(27), What::CalledBack { person: person(6), to: person(1) }).unwrap();
    told.tell(minute(28), mistook(1, 6)).unwrap();
    assert_eq!(told.stage(6), Stage::ToCheck, "a wrong number is not given out again");
    // Who did something herself has the message, and keeps the watch that she took.
    told.call(minute(29), 4, 2, Reached);
    told.tell(minute(30), What::LeftWatch(person(2))).ok();
    told.tell(minute(30), What::TookWatch(person(2))).unwrap();
    assert_eq!(told.tell(minute(31), mistook(4, 2)), Err(Refused::NotHers));
    let again = Chain::replay(told.start.clone(), &told.events, minute(31)).unwrap();
    told.chain.pass(minute(31));
    assert_eq!(again, told.chain);
}

#[test]
fn the_ice_storm_goes_as_it_was_told() {
    use Outcome::{Message, NumberToCheck, Reached};
    let mut told = ice_storm();
    let minute = |minute: i64| at("2027-02-22T17:05:00-05:00") + Duration::minutes(minute);
    told.call(minute(4), 4, 1, Reached);
    let too_soon = What::Called { by: person(1), to: person(3), outcome: Reached };
    assert_eq!(told.tell(minute(5), too_soon), Err(Refused::NotAgreed), "the second layer waits for a second yes");
    assert_eq!(told.tell(minute(5), What::Agreed(person(4))), Err(Refused::NotForHer));
    told.tell(minute(5), What::Agreed(person(1))).unwrap();
    told.call(minute(8), 4, 2, Reached);
    told.call(minute(8), 1, 3, Reached);
    told.call(minute(12), 4, 10, Reached);
    told.call(minute(12), 1, 6, Reached);
    told.call(minute(12), 2, 12, Reached);
    told.call(minute(12), 3, 7, Reached);
    told.call(minute(16), 4, 17, Reached);
    told.call(minute(16), 2, 13, Message);
    told.call(minute(16), 10, 20, Reached);
    for (by, to) in [(3, 8), (6, 9), (12, 14)] {
        told.call(minute(16), by, to, Reached);
    }
    for (by, to) in [(10, 21), (17, 27), (6, 11), (12, 15), (20, 22)] {
        told.call(minute(20), by, to, Reached);
    }
    told.call(minute(24), 17, 28, Reached);
    told.call(minute(24), 20, 23, Message);
    told.call(minute(24), 21, 24, Reached);
    told.call(minute(24), 27, 29, Message);
    told.call(minute(28), 21, 26, NumberToCheck);
    told.call(minute(28), 27, 30, Reached);
    told.call(minute(28), 28, 31, Reached);
    // Ovide does not answer a second time: Bastien calls his two people himself.
    told.call(minute(31), 2, 13, Message);
    assert_eq!(told.chain.calls_of(person(2)).iter().map(|call| call.to).collect::<Vec<_>>(), [16, 19].map(person));
    told.call(minute(32), 28, 5, Reached);
    told.call(minute(35), 2, 16, Reached);
    assert_eq!(told.chain.counts().open_branches, 1);
    told.call(minute(39), 2, 19, Reached);
    let closers: Vec<_> = told.chain.closers().into_iter().map(|(_, closer)| closer.unwrap()).collect();
    assert_eq!(closers, [11, 19, 24, 5].map(person));
    for closer in closers {
        told.tell(minute(43), What::ClosedBranch(closer)).unwrap();
    }
    let counts = told.chain.counts();
    assert_eq!((counts.everybody, counts.reached, counts.message, counts.otherwise), (28, 24, 3, 1));
    assert_eq!((counts.closed_branches, counts.open_branches), (4, 0));
    assert_eq!(told.stage(26), Stage::ToCheck);
    // Who did not answer is visible only to whoever called her and to the one who started.
    for (viewer, sees) in [(2, true), (4, true), (16, false), (1, false), (13, true)] {
        assert_eq!(told.chain.sees_answer_of(person(viewer), person(13)), sees, "{viewer}");
    }
    // An hour later a second voice of another branch tries; at nine in the evening nobody does any more.
    told.chain.pass(minute(31 + 60));
    let Stage::With { by, .. } = told.stage(13) else { panic!("{:?}", told.stage(13)) };
    assert_eq!(Some(by), told.start.tree.place(person(13)).unwrap().second);
    let night = at("2027-02-22T21:30:00-05:00");
    told.chain.pass(night);
    let late = What::Called { by, to: person(13), outcome: Reached };
    assert!(told.tell(night, late).is_err());
    assert_eq!(told.chain.waiting().count(), 0);
    // Two of them stop it.
    told.tell(night, What::AskedStop(person(4))).unwrap();
    assert_eq!(told.chain.phase(), Phase::Running);
    assert_eq!(told.tell(night, What::AskedStop(person(4))), Err(Refused::Already));
    told.tell(night, What::AskedStop(person(17))).unwrap();
    assert_eq!(told.chain.phase(), Phase::Stopped);
    assert_eq!(told.tell(night, What::Breathes(person(2))), Err(Refused::NotRunning));
}

#[test]
fn whoever_starts_is_limited_and_other_kinds_wait() {
    let now = at("2027-02-22T17:05:00-05:00");
    assert!(may_start(Kind::Urgent, None, now));
    assert!(!may_start(Kind::Urgent, Some(now - Duration::hours(23)), now));
    assert!(may_start(Kind::Urgent, Some(now - Duration::hours(24)), now) && may_start(Kind::News, Some(now), now));
    let mut news = Told::new(Plan { alone: false, ..plan(easy_group(12, 4), Kind::News, now) });
    assert_eq!(news.chain.calls_of(person(0)), []);
    news.tell(now, What::Agreed(person(5))).unwrap();
    assert!(!news.chain.calls_of(person(0)).is_empty());
    // The size of the group counts, not how many of it said yes to calls.
    assert!(starts_alone(Kind::News, false, 3) && !starts_alone(Kind::News, false, 4));
    assert!(starts_alone(Kind::News, true, 35) && !starts_alone(Kind::Urgent, false, 3));
    // What nobody else said yes to, whoever started it stops alone.
    let mut news = Told::new(Plan { alone: false, ..plan(easy_group(12, 4), Kind::News, now) });
    news.tell(now, What::AskedStop(person(0))).unwrap();
    assert_eq!(news.chain.phase(), Phase::Stopped);
}

#[test]
fn a_call_that_ends_after_it_went_on_was_made_all_the_same() {
    let start = at("2027-02-22T10:00:00-05:00");
    let mut told = Told::new(plan(easy_group(12, 4), Kind::Urgent, start));
    let by = told.chain.calls_of(person(0))[0].to;
    told.tell(start, What::Called { by: person(0), to: by, outcome: Outcome::Reached }).unwrap();
    let to = told.chain.calls_of(by)[0].to;
    let late = start + HOLD + Duration::minutes(5);
    told.chain.pass(late);
    assert!(matches!(told.chain.standing(to).unwrap().stage, Stage::Board { .. }));
    let what = |outcome| What::Called { by, to, outcome };
    assert_eq!(
        told.tell(late, what(Outcome::NoAnswer)),
        Err(Refused::NotHers),
        "whoever was not reached is tried anew"
    );
    let stranger = What::Called { by: person(0), to, outcome: Outcome::Reached };
    assert_eq!(told.tell(late, stranger), Err(Refused::NotHers), "it never was hers");
    told.tell(late, what(Outcome::Reached)).unwrap();
    assert!(told.chain.has_reached(by, to));
    // It was in the hands of another already: it is gone from there too.
    let to = told.chain.offer(person(0)).unwrap();
    told.tell(late, What::Took { by: person(0), to }).unwrap();
    if told.chain.had(by, to) {
        told.tell(late, What::Called { by, to, outcome: Outcome::Reached }).unwrap();
        assert!(told.chain.calls_of(person(0)).iter().all(|call| call.to != to));
    }
}

#[test]
fn a_sheet_is_entered_at_any_hour_and_counts_for_both_tries() {
    let start = at("2027-02-22T20:00:00-05:00");
    let mut told = Told::new(plan(easy_group(12, 4), Kind::Urgent, start));
    let calls: Vec<Person> = told.chain.calls_of(person(0)).iter().map(|call| call.to).collect();
    let night = start + Duration::minutes(100);
    let on_paper = |to, outcome| What::OnPaper { by: person(0), to, outcome };
    let called = What::Called { by: person(0), to: calls[0], outcome: Outcome::NoAnswer };
    assert!(told.tell(night, called).is_err(), "nobody calls at that hour");
    told.tell(night, on_paper(calls[0], Outcome::NoAnswer)).unwrap();
    let standing = *told.chain.standing(calls[0]).unwrap();
    assert_eq!((standing.all, standing.voice), (2, 2), "as often as a sheet asks for: now another voice");
    assert_eq!(standing.stage, Stage::Resting { until: at("2027-02-23T09:00:00-05:00") });
    told.tell(night, on_paper(calls[1], Outcome::NumberToCheck)).unwrap();
    assert_eq!(told.chain.standing(calls[1]).unwrap().stage, Stage::ToCheck);
    told.tell(night, on_paper(calls[2], Outcome::Reached)).unwrap();
    assert_eq!(told.tell(night, on_paper(calls[2], Outcome::NoAnswer)), Err(Refused::Already));
    // The same sheet once more, when another voice is waited for on the board: it was counted already.
    told.chain.pass(at("2027-02-23T12:00:00-05:00"));
    let before = *told.chain.standing(calls[0]).unwrap();
    if matches!(before.stage, Stage::Board { .. }) {
        let again = told.tell(told.chain.now, on_paper(calls[0], Outcome::NoAnswer));
        assert_eq!(again, Err(Refused::Already));
    }
    assert!(told.chain.standing(calls[0]).unwrap().all <= before.all.max(2));
}

#[test]
fn whoever_wishes_it_is_tried_once_more_the_next_day() {
    let start = at("2027-02-22T10:00:00-05:00");
    let mut group = easy_group(2, 4);
    group.add(Member { person: person(1), calls: 4, starter: false, hours: Hours::USUAL, tomorrow: true });
    let mut told = Told::new(plan(group, Kind::Urgent, start));
    let mut day_of_each = Vec::new();
    for _ in 0..40 {
        let now = told.chain.now;
        let hers = told.chain.calls_of(person(0)).iter().any(|call| call.to == person(1) && call.due <= now);
        if hers {
            day_of_each.push(local_day(ZONE, now));
            told.call(now, 0, 1, Outcome::NoAnswer);
        } else if told.chain.offer(person(0)) == Some(person(1)) {
            told.tell(now, What::Took { by: person(0), to: person(1) }).unwrap();
        } else if let Some(next) = told.chain.next_instant() {
            told.chain.pass(next);
        }
    }
    assert_eq!(told.stage(1), Stage::Otherwise);
    let days: BTreeSet<_> = day_of_each.iter().copied().collect();
    assert_eq!((day_of_each.len(), days.len()), (8, 2), "three voices, and one more time the next day");
}

#[test]
fn whoever_started_has_the_new_text_only_once_she_read_it() {
    let start = at("2027-02-22T10:00:00-05:00");
    let mut told = Told::new(plan(easy_group(12, 4), Kind::Urgent, start));
    let first = told.chain.calls_of(person(0))[0].to;
    told.tell(start, What::Called { by: person(0), to: first, outcome: Outcome::Reached }).unwrap();
    told.tell(start, What::Corrected(first)).unwrap();
    assert!(told.chain.has_heard(first) && !told.chain.has_heard(person(0)));
    assert_eq!(told.chain.calls_of(person(0)), []);
    told.tell(start, What::Knows(person(0))).unwrap();
    assert!(!told.chain.calls_of(person(0)).is_empty());
}

#[test]
fn what_one_asks_holds_for_an_hour_and_can_be_taken_back() {
    let start = at("2027-02-22T10:00:00-05:00");
    let mut told = Told::new(plan(easy_group(12, 4), Kind::Urgent, start));
    told.tell(start, What::AskedStop(person(3))).unwrap();
    assert_eq!(told.chain.asking().stop, BTreeSet::from([person(3)]));
    told.tell(start, What::AsksNoMore(person(3))).unwrap();
    assert_eq!(told.tell(start, What::AsksNoMore(person(3))), Err(Refused::Already));
    told.tell(start, What::AskedStop(person(5))).unwrap();
    assert_eq!(told.chain.phase(), Phase::Running, "a wrong button and another one hours apart stop nothing");
    let later = start + ASKED_HOLDS;
    told.chain.pass(later);
    assert_eq!(told.chain.asking(), Asking::default());
    told.tell(later, What::AskedStop(person(6))).unwrap();
    assert_eq!(told.chain.phase(), Phase::Running);
    told.tell(later, What::AskedStop(person(5))).unwrap();
    assert_eq!(told.chain.phase(), Phase::Stopped);
}

/// Whoever starts as a rule has her own calls at once, also when nobody else said yes (story 4.3).
#[test]
fn whoever_is_called_by_the_one_who_starts_is_called_first() {
    let start = at("2027-02-22T17:05:00-05:00");
    let group = easy_group(12, 4);
    let tree = Tree::grow(&group, &Shape { root: None, starters: 1, ..Shape::default() });
    let [starter] = tree.starters() else { panic!("one starter") };
    let trigger = *starter;
    let plan = Plan { tree: tree.clone(), trigger, alone: false, ..plan(group, Kind::Urgent, start) };
    let told = Told::new(plan);
    let mut hers: Vec<Person> = told.chain.calls_of(trigger).iter().map(|call| call.to).collect();
    hers.sort();
    let mut drawn = tree.calls(trigger).to_vec();
    drawn.sort();
    assert_eq!(hers, drawn);
    assert!(!hers.is_empty());
}

/// Nobody of a silent caller waits for longer than twenty minutes (`mutual-aid` T4).
#[test]
fn what_nobody_does_goes_to_the_board() {
    let start = at("2027-02-22T10:00:00-05:00");
    let mut told = Told::new(plan(easy_group(12, 4), Kind::Urgent, start));
    let first = told.chain.calls_of(person(0))[0].to;
    told.tell(start, What::Called { by: person(0), to: first, outcome: Outcome::Reached }).unwrap();
    let hers: Vec<Person> = told.chain.calls_of(first).iter().map(|call| call.to).collect();
    assert!(!hers.is_empty());
    told.chain.pass(start + HOLD - Duration::seconds(1));
    assert_eq!(told.chain.calls_of(first).len(), hers.len());
    told.chain.pass(start + HOLD);
    assert!(told.chain.calls_of(first).is_empty());
    assert_eq!(told.chain.calls_in_hand(first), 0);
    let to = told.chain.offer(first).unwrap();
    told.tell(start + HOLD, What::Took { by: first, to }).unwrap();
    assert_eq!(told.chain.calls_of(first)[0].to, to);
    assert_eq!(told.tell(start + HOLD, What::Took { by: first, to }), Err(Refused::NotForHer));
}

/// A chain whose first calls go to people who call nobody can end there (`mutual-aid` 5.1, "starter(s) silent").
#[test]
fn whoever_starts_keeps_her_calls_for_those_who_call_others() {
    let start = at("2027-02-22T10:00:00-05:00");
    let members = (0..30).map(|number| {
        let calls = if number < 18 { 4 } else { 0 };
        Member { person: person(number), calls, starter: false, hours: Hours::USUAL, tomorrow: false }
    });
    let mut told = Told::new(plan(Group::new(members, []), Kind::Urgent, start));
    let first: Vec<Person> = told.chain.calls_of(person(0)).iter().map(|call| call.to).collect();
    let mut now = start;
    for _ in 0..2 {
        for to in &first {
            told.tell(now, What::Called { by: person(0), to: *to, outcome: Outcome::NoAnswer }).unwrap();
        }
        now += GAP;
    }
    let next: Vec<Person> = told.chain.calls_of(person(0)).iter().map(|call| call.to).collect();
    assert!(!next.is_empty() && next.iter().all(|to| told.chain.leads(*to)), "{next:?}");
    assert!(told.chain.offer(person(0)).is_none_or(|to| told.chain.leads(to)));
    assert!(told.chain.calls_in_hand(person(0)) <= usize::from(FIRST_CALLS));
}

#[test]
fn no_call_is_made_to_nor_by_whoever_withdrew() {
    let start = at("2027-02-22T10:00:00-05:00");
    let mut told = Told::new(plan(easy_group(12, 4), Kind::Urgent, start));
    let first = told.chain.calls_of(person(0))[0].to;
    let hers = told.chain.plan().tree.calls(first).to_vec();
    told.tell(start, What::Withdrew(first)).unwrap();
    let call = |to| What::Called { by: person(0), to, outcome: Outcome::Reached };
    assert_eq!(told.tell(start, call(first)), Err(Refused::NotHers));
    assert!(told.chain.calls_of(person(0)).iter().all(|call| call.to != first));
    for orphan in hers {
        assert!(matches!(told.chain.standing(orphan).unwrap().stage, Stage::Board { .. }));
    }
    assert_eq!(told.tell(start, What::Knows(first)), Err(Refused::NotHere));
    assert_eq!(told.chain.counts().everybody, 10);
}

#[test]
fn a_relay_is_passed_and_a_breath_is_taken_without_a_reason() {
    let start = at("2027-02-22T10:00:00-05:00");
    let mut told = Told::new(plan(easy_group(12, 4), Kind::Urgent, start));
    let calls: Vec<Person> = told.chain.calls_of(person(0)).iter().map(|call| call.to).collect();
    let reached = |told: &mut Told, to| {
        told.tell(start, What::Called { by: person(0), to, outcome: Outcome::Reached }).unwrap();
    };
    reached(&mut told, calls[0]);
    let pass = |next| What::Passed { by: person(0), to: calls[1], next };
    assert_eq!(told.tell(start, pass(Some(calls[2]))), Err(Refused::NotForThem), "she has not heard it herself");
    told.tell(start, pass(Some(calls[0]))).unwrap();
    assert!(told.chain.calls_of(calls[0]).iter().any(|call| call.to == calls[1]));
    told.tell(start, What::Breathes(calls[0])).unwrap();
    assert_eq!(told.chain.calls_of(calls[0]), []);
    assert!(told.chain.waiting().any(|to| to == calls[1]));
}

#[test]
fn the_watch_goes_on_without_the_one_who_started() {
    let start = at("2027-02-22T10:00:00-05:00");
    let mut told = Told::new(plan(easy_group(12, 4), Kind::Urgent, start));
    let calls: Vec<Person> = told.chain.calls_of(person(0)).iter().map(|call| call.to).collect();
    for to in &calls {
        told.tell(start, What::Called { by: person(0), to: *to, outcome: Outcome::Reached }).unwrap();
    }
    assert_eq!(told.chain.watch().len(), 1 + FIRST_WATCHERS);
    assert!(!told.chain.watch_is_offered());
    told.chain.pass(start + WATCH);
    assert!(told.chain.watch_is_offered());
    told.tell(start + WATCH, What::TookWatch(calls[2])).unwrap();
    for watcher in [person(0), calls[0], calls[1], calls[2]] {
        told.tell(start + WATCH, What::LeftWatch(watcher)).unwrap();
    }
    assert!(told.chain.watch_is_offered());
}

#[test]
fn a_corrected_text_is_told_to_everybody_again() {
    let start = at("2027-02-22T10:00:00-05:00");
    let mut told = Told::new(plan(easy_group(12, 4), Kind::Urgent, start));
    let first = told.chain.calls_of(person(0))[0].to;
    told.tell(start, What::Called { by: person(0), to: first, outcome: Outcome::Reached }).unwrap();
    assert!(!told.chain.calls_of(first).is_empty());
    assert_eq!(told.tell(start, What::Corrected(person(7))), Err(Refused::NotForHer));
    told.tell(start, What::Corrected(person(0))).unwrap();
    assert_eq!((told.chain.version(), told.chain.counts().reached), (2, 0));
    assert_eq!(told.chain.calls_of(first), [], "she hears the new text before she tells it");
    assert!(told.chain.calls_of(person(0)).iter().any(|call| call.to == first));
    told.tell(start, What::Called { by: person(0), to: first, outcome: Outcome::Reached }).unwrap();
    assert!(!told.chain.calls_of(first).is_empty());
}

#[test]
fn two_suspend_and_two_let_it_go_on() {
    let start = at("2027-02-22T10:00:00-05:00");
    let mut told = Told::new(plan(easy_group(12, 4), Kind::Urgent, start));
    let call = told.chain.calls_of(person(0))[0];
    told.tell(start, What::AskedPause(person(3))).unwrap();
    told.tell(start, What::AskedPause(person(5))).unwrap();
    assert_eq!(told.chain.phase(), Phase::Suspended);
    let reached = What::Called { by: person(0), to: call.to, outcome: Outcome::Reached };
    assert_eq!(told.tell(start, reached), Err(Refused::NotRunning));
    assert_eq!(told.chain.calls_of(person(0)), []);
    let later = start + Duration::hours(2);
    told.tell(later, What::AskedResume(person(3))).unwrap();
    told.tell(later, What::AskedResume(person(6))).unwrap();
    assert!(told.chain.calls_of(person(0)).contains(&Call { due: later, ..call }), "nothing was late meanwhile");
}

#[test]
fn at_night_only_whoever_ticked_it_is_called() {
    let start = at("2027-02-22T22:00:00-05:00");
    let mut group = easy_group(4, 4);
    let hours = Hours { quiet: Quiet::USUAL, urgent_at_night: true };
    group.add(Member { person: person(2), calls: 4, starter: false, hours, tomorrow: false });
    let mut told = Told::new(plan(group.clone(), Kind::Urgent, start));
    let due: Vec<_> = told.chain.calls_of(person(0)).iter().map(|call| (call.to, call.due)).collect();
    let nine = at("2027-02-23T09:00:00-05:00");
    assert_eq!(due, [(person(2), start), (person(1), nine), (person(3), nine)]);
    let call = |to| What::Called { by: person(0), to: person(to), outcome: Outcome::NoAnswer };
    assert_eq!(told.tell(start, call(1)), Err(Refused::Quiet));
    told.tell(start, call(2)).unwrap();
    // The morning comes, and the calls are still hers: at night nobody was late.
    told.chain.pass(nine);
    assert!(told.chain.calls_of(person(0)).iter().any(|call| call.to == person(1)));
    let news = Told::new(plan(group, Kind::News, start));
    assert!(news.chain.calls_of(person(0)).iter().all(|call| call.due == nine));
}

/// What somebody might do next: mostly what the page offers, sometimes anything.
fn something(chain: &Chain, chance: &mut Chance, people: u32) -> What {
    let anybody = |chance: &mut Chance| person(u32::try_from(chance.draw() % u64::from(people)).unwrap());
    let outcome = |chance: &mut Chance| match chance.draw() % 20 {
        0..10 => Outcome::Reached,
        10..14 => Outcome::NoAnswer,
        14..19 => Outcome::Message,
        _ => Outcome::NumberToCheck,
    };
    let by = anybody(chance);
    match chance.draw() % 100 {
        0..50 => {
            let callers: Vec<Person> = chain.callers().filter(|by| !chain.calls_of(*by).is_empty()).collect();
            let Some(by) = callers.get(usize::try_from(chance.draw()).unwrap() % callers.len().max(1)) else {
                return What::Knows(by);
            };
            What::Called { by: *by, to: chain.calls_of(*by)[0].to, outcome: outcome(chance) }
        }
        50..65 => What::Took { by, to: chain.offer(by).unwrap_or(by) },
        65..70 => What::Called { by, to: anybody(chance), outcome: outcome(chance) },
        70..73 => What::Took { by, to: anybody(chance) },
        73..75 => What::CalledBack { person: by, to: anybody(chance) },
        75 => What::Mistook { by, to: anybody(chance) },
        76 => What::OnPaper { by, to: anybody(chance), outcome: outcome(chance) },
        77..79 => What::Knows(by),
        79..82 => {
            let to = chain.calls_of(by).first().map_or(by, |call| call.to);
            What::Passed { by, to, next: chance.happens(500).then(|| anybody(chance)) }
        }
        82..84 => What::Breathes(by),
        84..86 => What::Withdrew(by),
        86..88 => What::Apart(by, anybody(chance)),
        88 => What::Corrected(by),
        89 => What::TookWatch(by),
        90 => What::LeftWatch(by),
        91 => What::ClosedBranch(by),
        92 => What::AskedPause(by),
        93 => What::AsksNoMore(by),
        94..97 => What::AskedResume(by),
        97 => What::Ended(by),
        _ => What::Agreed(by),
    }
}

fn holds(chain: &Chain) -> Result<(), TestCaseError> {
    for (by, hers) in &chain.hands {
        // IP4: nobody calls more people than she said, whoever starts no more than is set.
        prop_assert!(hers.len() <= chain.most_calls(*by), "{:?}: {:?}", by, hers);
    }
    let mut board = 0;
    for (person, standing) in chain.people() {
        let voices = if standing.tomorrow { 4 } else { 3 };
        prop_assert!(standing.all <= voices * ATTEMPTS && standing.attempts <= ATTEMPTS);
        match standing.stage {
            // IP2: no call of a pair that is apart, none by whoever withdrew.
            Stage::With { by, due } => {
                prop_assert!(chain.plan.group.may_pair(by, person) && !chain.gone.contains(&by));
                prop_assert!(chain.hands[&by].contains_key(&person));
                let armed = chain.has_heard(by) && chain.is_agreed(person) && chain.phase == Phase::Running;
                prop_assert_eq!(armed, chain.due.contains(&(due, person)) && chain.phase == Phase::Running);
                // IP3: whoever cannot be reached any more has nobody waiting for her.
                let above = chain.standing(by).map(|one| one.stage);
                let lost =
                    matches!(above, Some(Stage::Otherwise | Stage::ToCheck | Stage::Withdrawn | Stage::Resting { .. }));
                prop_assert!(!lost, "{:?} waits for {:?}", person, by);
            }
            Stage::Board { due } => {
                board += 1;
                prop_assert!(chain.board.contains(&(standing.all, due, person)));
            }
            Stage::Resting { .. } => prop_assert!(standing.alarm.is_some()),
            Stage::Heard { .. } | Stage::Otherwise | Stage::ToCheck | Stage::Withdrawn => {}
        }
    }
    prop_assert_eq!(board, chain.board.len());
    Ok(())
}

/// What must hold of each event that was accepted, in the chain before it.
fn accepted(before: &Chain, event: &Event) -> Result<(), TestCaseError> {
    if let What::OnPaper { by, to, .. } = event.what {
        prop_assert!(!before.gone.contains(&to) && !before.gone.contains(&by));
        prop_assert!(before.has_heard(by) && !before.has_heard(to));
    }
    if let What::Called { by, to, outcome } = event.what {
        if !before.is_with(by, to) {
            // A call that went on while it was made: what two people are to each other meanwhile changes nothing of it.
            prop_assert!(
                outcome == Outcome::Reached && before.had(by, to) && before.has_heard(by) && !before.has_heard(to)
            );
            return Ok(());
        }
        let hours = before.plan.group.member(to).unwrap().hours;
        let allowed = [event.at, event.at - TOLD_LATE].iter().any(|at| hours.allow(before.plan.kind, ZONE, *at));
        prop_assert!(allowed, "{:?} in quiet hours", to);
        prop_assert!(!before.gone.contains(&to) && !before.gone.contains(&by));
        prop_assert!(before.plan.group.may_pair(by, to) && before.has_heard(by) && !before.has_heard(to));
    }
    Ok(())
}

/// Lets everybody do what is theirs until nothing is left. Returns how many calls it took.
fn let_it_end(told: &mut Told, chance: &mut Chance) -> usize {
    let most = 200 + 40 * told.start.group.len();
    let [one, other] = [person(70_001), person(70_002)];
    for _ in 0..2 * most {
        let now = told.chain.now;
        for by in [one, other] {
            let _ = told.tell(now, What::AskedResume(by));
            let _ = told.tell(now, What::Agreed(by));
        }
        let callers: Vec<Person> = told.chain.callers().collect();
        let call = callers.iter().find_map(|by| {
            let calls = told.chain.calls_of(*by);
            calls
                .into_iter()
                .find(|call| call.due <= now && told.chain.may_be_called(call.to, now))
                .map(|call| (*by, call.to))
        });
        if let Some((by, to)) = call {
            let outcome = if chance.happens(500) { Outcome::Reached } else { Outcome::NoAnswer };
            told.tell(now, What::Called { by, to, outcome }).unwrap();
        } else if let Some((by, to)) = callers.iter().find_map(|by| Some((*by, told.chain.offer(*by)?))) {
            told.tell(now, What::Took { by, to }).unwrap();
        } else if let Some(next) = told.chain.next_instant().filter(|next| *next <= told.over_at()) {
            told.chain.pass(next);
        } else {
            return told.events.len();
        }
    }
    panic!("no end: {:?}", told.chain.counts());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(150, 5_000)))]

    /// Whatever is done and tried, in whatever order: caps, pairs and hours hold, whoever reads the list of events
    /// again sees the same chain, looking between changes nothing, and there is an end.
    #[test]
    fn any_walk_keeps_every_promise(
        seed in any::<u64>(), people in 1u32..40, callers in 300u16..=1000, apart in 0u16..=60, hours in any::<bool>(),
        hour in 0i64..24, urgent in any::<bool>(), mandated in any::<bool>(), steps in 0usize..120,
    ) {
        let mut chance = Chance::new(seed);
        let group = some_group(seed, people, callers, apart, hours);
        let start = at("2027-03-13T05:00:00Z") + Duration::hours(hour);
        let kind = if urgent { Kind::Urgent } else { Kind::News };
        let start = Plan { alone: mandated, ..plan(group, kind, start) };
        let mut told = Told::new(start.clone());
        holds(&told.chain)?;
        let mut now = start.at;
        for _ in 0..steps {
            if chance.happens(600) {
                now += Duration::seconds(i64::try_from(chance.draw() % 1_500).unwrap());
            }
            told.chain.pass(now);
            let what = something(&told.chain, &mut chance, people);
            let before = told.chain.clone();
            let everybody = before.people().map(|(one, _)| one);
            let heard: BTreeSet<Person> = everybody.filter(|one| before.has_heard(*one)).collect();
            match told.tell(now, what) {
                Ok(()) => {
                    accepted(&before, told.events.last().unwrap())?;
                    // What was heard stays heard, for the same text, unless it was said by mistake.
                    let by_mistake = |one: &Person| matches!(what, What::Mistook { to, .. } if to == *one);
                    let stays =
                        |one: &Person| told.chain.has_heard(*one) || told.chain.gone.contains(one) || by_mistake(one);
                    prop_assert!(before.version != told.chain.version || heard.iter().all(stays));
                }
                Err(_) => prop_assert_eq!(&before, &told.chain, "refused, {:?} changed something", what),
            }
            holds(&told.chain)?;
        }
        // X3: after a crash, from the list alone.
        prop_assert_eq!(&Chain::replay(start.clone(), &told.events, now).unwrap(), &told.chain);
        // Looking at other hours changes nothing.
        let mut looked = Chain::start(start.clone());
        for event in &told.events {
            let between = (event.at - looked.now) / 3;
            looked.pass(looked.now + between);
            looked.apply(event).unwrap();
        }
        looked.pass(now);
        prop_assert_eq!(&looked, &told.chain);
        // There is an end, and what is left open is what nobody can do.
        if matches!(told.chain.phase(), Phase::Running | Phase::Suspended) {
            let_it_end(&mut told, &mut chance);
            holds(&told.chain)?;
            for (person, standing) in told.chain.people() {
                match standing.stage {
                    Stage::With { by, .. } => prop_assert!(!told.chain.has_heard(by), "{:?}", person),
                    Stage::Board { .. } => {
                        prop_assert!(told.chain.callers().all(|by| !told.chain.has_room(by, person)));
                    }
                    Stage::Resting { .. } => prop_assert!(false, "{:?} rests for ever", person),
                    Stage::Heard { .. } | Stage::Otherwise | Stage::ToCheck | Stage::Withdrawn => {}
                }
            }
            let at = told.chain.now;
            told.tell(at, What::AskedStop(person(70_001))).unwrap();
            told.tell(at, What::AskedStop(person(70_002))).unwrap();
            prop_assert_eq!(told.chain.phase(), Phase::Stopped);
        }
    }
}
