//! A chain of calls while it runs (`mutual-aid` 6.3, ALG2, IP1 to IP6, T4 to T15; rulings 2, 15, 24, 25).
//!
//! What happened is a list of events that only grows; where things stand is a fold over them: [`Chain::start`], then
//! [`Chain::apply`] for each event, then [`Chain::pass`] up to now. What time alone brings (a second voice an hour
//! later, a call that nobody makes and that goes to the board) is no event: it follows from the events and the hour, so
//! that whoever reads the same list at the same hour sees the same chain, also after a crash (`mutual-aid` X3).
//!
//! Nobody is above anybody here either: whoever was reached may take a call from the board, hold the watch, or stop.

use super::group::{Group, Member, Person};
use super::quiet::{Kind, Time};
use super::tree::Tree;
use chrono::{Duration, NaiveTime};
use chrono_tz::Tz;
use rota::time::{at_wall_clock, local_day};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A chain in which nothing happened for so long is over: nobody waits for a call any more.
pub const SILENT: Duration = Duration::hours(48);
/// Most people whom the one who starts calls.
pub const FIRST_CALLS: u8 = 6;
/// Two attempts of one voice, a quarter of an hour apart.
pub const ATTEMPTS: u8 = 2;
/// Between two attempts of one voice.
pub const GAP: Duration = Duration::minutes(15);
/// After a voice found nobody, the next one waits so long.
pub const NEXT_VOICE: Duration = Duration::minutes(60);
/// A call that its caller does not make while she makes no other goes to the board (`mutual-aid` T4).
pub const HOLD: Duration = Duration::minutes(20);
/// Nothing has happened for so long: the watch is offered to whoever was reached (`mutual-aid` T9).
pub const WATCH: Duration = Duration::minutes(45);
/// How long after the last hour for calls a call may still be told.
pub const TOLD_LATE: Duration = Duration::minutes(15);
/// How many of those reached first watch over the chain with the one who started it.
pub const FIRST_WATCHERS: usize = 2;
/// Whoever starts keeps her calls for those who call others, until so many of them were reached (`mutual-aid` 5.1): a
/// chain whose first calls go to people who call nobody can end there.
pub const FIRST_CALLERS: usize = 3;
/// How many suspend a chain together, let it go on, or stop it.
pub const TOGETHER: usize = 2;
/// In a smaller group nobody else needs to say yes to a start.
pub const YES_FROM: usize = 4;
/// That somebody asks to wait, to go on or to stop holds so long: two who ask at different hours did not ask together.
pub const ASKED_HOLDS: Duration = Duration::hours(1);

/// What a chain starts from. All of it is kept as it was when it started: what changes meanwhile is an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Everybody who is to be reached. Whoever is on pause is not here.
    pub group: Group,
    /// Who calls whom.
    pub tree: Tree,
    /// Whose wall clock rules the quiet hours.
    pub zone: Tz,
    /// What it is for.
    pub kind: Kind,
    /// Who starts it.
    pub trigger: Person,
    /// Nobody else needs to say yes to the start ([`starts_alone`]).
    pub alone: bool,
    /// Most people whom she calls herself.
    pub first_calls: u8,
    /// When it starts.
    pub at: Time,
}

/// What came of a call (`domain` 2.8, rule 4). Kept until seven days after the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// She has the message.
    Reached,
    /// A message with a first name and "call me back" (ruling 19), with a machine or with somebody else.
    Message,
    /// Nobody.
    NoAnswer,
    /// The number is not hers, or not in service. Only she changes it.
    NumberToCheck,
}

/// What somebody did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// A second member says yes to the start (ruling 25).
    Agreed(Person),
    /// A call was made.
    Called {
        /// By whom.
        by: Person,
        /// To whom.
        to: Person,
        /// What came of it.
        outcome: Outcome,
    },
    /// The same, as it stands on a sheet of paper that is entered later: the call was made at an hour that nobody wrote down,
    /// and whoever was not reached was tried as often as a sheet asks for (`mutual-aid` T7).
    OnPaper {
        /// By whom.
        by: Person,
        /// To whom.
        to: Person,
        /// What came of it.
        outcome: Outcome,
    },
    /// Somebody who was not reached called back and heard the message (`mutual-aid` T18).
    CalledBack {
        /// Who.
        person: Person,
        /// Whom she called.
        to: Person,
    },
    /// Somebody said that she reached another, or that a number is to be checked, and it was a wrong button.
    Mistook {
        /// Who said so.
        by: Person,
        /// Who has no message.
        to: Person,
    },
    /// Somebody has the message otherwise: on a screen, at the door.
    Knows(Person),
    /// Somebody takes a call from the board (`mutual-aid` T5).
    Took {
        /// Who.
        by: Person,
        /// Whom she is to call.
        to: Person,
    },
    /// "Pass the relay": a call is given to somebody who says yes, or to the board. No reason (`mutual-aid` T15).
    Passed {
        /// Who had it.
        by: Person,
        /// The call.
        to: Person,
        /// Who has it now. None: the board.
        next: Option<Person>,
    },
    /// "I need to breathe": all her calls go to the board. No reason (`mutual-aid` T15).
    Breathes(Person),
    /// Somebody no longer says yes, or is on pause: no call to her, none by her (`mutual-aid` T8).
    Withdrew(Person),
    /// From now on two people are kept apart.
    Apart(Person, Person),
    /// Somebody said yes to something else: other hours, fewer calls, no calls at night.
    Changed(Member),
    /// The text was corrected: whoever heard the old one is called again (`mutual-aid` T10).
    Corrected(Person),
    /// Somebody who was reached takes the watch (`mutual-aid` T9).
    TookWatch(Person),
    /// Somebody gives up the watch.
    LeftWatch(Person),
    /// The last one of a branch called the one who started: the loop is closed.
    ClosedBranch(Person),
    /// Asks that no calls are made for now. Two of them suspend the chain.
    AskedPause(Person),
    /// Asks that it goes on. Two of them let it.
    AskedResume(Person),
    /// Asks that it stops. Two of them stop it; whoever started it does so alone, as long as nobody else said yes.
    AskedStop(Person),
    /// Asks none of these any more: a wrong button.
    AsksNoMore(Person),
    /// Nothing is left to do: it is over.
    Ended(Person),
}

/// Something that happened, and when. The list of them is what is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When.
    pub at: Time,
    /// What.
    pub what: What,
}

/// Why something cannot be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It would be before something that happened already.
    #[error("earlier than what happened before")]
    Earlier,
    /// The chain is over, or suspended.
    #[error("the chain does not run")]
    NotRunning,
    /// A second member has not said yes (ruling 25).
    #[error("a second member has not said yes")]
    NotAgreed,
    /// It was hers to do before, or is said already.
    #[error("it is done already")]
    Already,
    /// She is not in this chain, or no longer.
    #[error("not in this chain")]
    NotHere,
    /// She has not heard the message herself.
    #[error("has not heard the message")]
    HasNotHeard,
    /// This call is not hers.
    #[error("not her call")]
    NotHers,
    /// It is too soon to call again.
    #[error("too soon to call again")]
    TooSoon,
    /// This is no hour to call her.
    #[error("quiet hours")]
    Quiet,
    /// This call is not for her: it never says why. Her calls may be enough, or it waits for another hour, or what is
    /// between two people is theirs.
    #[error("not for her now")]
    NotForHer,
    /// Whoever it is passed to cannot take it now: it never says why.
    #[error("not for that person now")]
    NotForThem,
    /// Calls are still to be made.
    #[error("calls are still to be made")]
    StillOpen,
}

/// Where a chain is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Calls are made.
    Running,
    /// No call is made until two let it go on.
    Suspended,
    /// Everything was done.
    Ended,
    /// Two stopped it.
    Stopped,
}

/// Where somebody stands in a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Somebody is to call her, once she has heard the message herself, and not before `due`.
    With {
        /// Who.
        by: Person,
        /// From when on.
        due: Time,
    },
    /// Whoever was reached may call her, from `due` on.
    Board {
        /// From when on.
        due: Time,
    },
    /// A voice found nobody: the next one waits.
    Resting {
        /// Until when.
        until: Time,
    },
    /// She has the message.
    Heard {
        /// From whom; from herself when she has it otherwise.
        by: Person,
        /// Which text.
        version: u16,
    },
    /// Three voices found nobody: she is reached otherwise, as she wishes.
    Otherwise,
    /// Her number is to be checked, by her.
    ToCheck,
    /// She no longer says yes. Nobody is told why.
    Withdrawn,
}

/// Where somebody stands, and how often she was called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Where.
    pub stage: Stage,
    /// Which voice it is: the first, the second or the third.
    pub voice: u8,
    /// Attempts of this voice.
    pub attempts: u8,
    /// Attempts of all voices, for this text.
    pub all: u8,
    /// What came of the last one.
    pub last: Option<Outcome>,
    /// The next day was waited for, as she wished: once.
    tomorrow: bool,
    alarm: Option<Time>,
}

/// What everybody sees of a chain: numbers and branches, no names (ruling 2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// To be reached, without those who withdrew.
    pub everybody: usize,
    /// Have the message.
    pub reached: usize,
    /// A message waits for them.
    pub message: usize,
    /// Are still to be called.
    pub open: usize,
    /// Of those, how many wait on the board.
    pub board: usize,
    /// Are reached otherwise, or their number is to be checked.
    pub otherwise: usize,
    /// Branches in which somebody was not called yet.
    pub open_branches: usize,
    /// Branches whose last one called back.
    pub closed_branches: usize,
    /// The board waits, and nobody has room: callers are wanted.
    pub wants_callers: bool,
}

/// Who asks for something that takes two.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asking {
    /// That no calls are made for now.
    pub pause: BTreeSet<Person>,
    /// That calls go on.
    pub resume: BTreeSet<Person>,
    /// That it stops.
    pub stop: BTreeSet<Person>,
}

/// A call that somebody is to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    /// To whom.
    pub to: Person,
    /// From when on.
    pub due: Time,
    /// How often she was called by this voice.
    pub attempts: u8,
}

/// A chain of calls at one instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    plan: Plan,
    now: Time,
    last: Time,
    phase: Phase,
    agreed: bool,
    version: u16,
    people: BTreeMap<Person, Standing>,
    /// Whom each calls, and whether she did: those count against her number, whatever came of it (IP4).
    hands: BTreeMap<Person, BTreeMap<Person, bool>>,
    /// When each did something last.
    active: BTreeMap<Person, Time>,
    /// What time will bring.
    alarms: BTreeSet<(Time, Person)>,
    /// Calls that can be made now or later, by whoever has them.
    due: BTreeSet<(Time, Person)>,
    /// The board: least tried first, then longest waiting.
    board: BTreeSet<(u8, Time, Person)>,
    /// Whoever has the message and is not to be reached: the one who starts, others outside the tree.
    outside: BTreeSet<Person>,
    breathing: BTreeSet<Person>,
    /// Who passed a call on herself.
    gave_up: BTreeSet<Person>,
    gone: BTreeSet<Person>,
    watch: BTreeSet<Person>,
    /// Who watches because she was reached first.
    watches_first: BTreeSet<Person>,
    /// Of whom somebody said that they have the message, or a number to be checked: who said so, and where they stood.
    before_mark: BTreeMap<Person, (Person, Standing)>,
    /// Who had which call, now or before: a call that ends after it went on to another was made all the same.
    had: BTreeSet<(Person, Person)>,
    /// Who did something in the chain since she has the present text: she has it.
    acted: BTreeSet<Person>,
    /// Who asks to wait, to go on, to stop, and since when.
    pausing: BTreeMap<Person, Time>,
    resuming: BTreeMap<Person, Time>,
    stopping: BTreeMap<Person, Time>,
    closed: BTreeSet<usize>,
}

/// Whether somebody may start a chain (ruling 25): an urgent one once in 24 hours, the others when somebody else said
/// yes, which [`What::Agreed`] tells.
pub fn may_start(kind: Kind, last_urgent_start: Option<Time>, now: Time) -> bool {
    kind != Kind::Urgent || last_urgent_start.is_none_or(|last| now - last >= Duration::hours(24))
}

/// Whether nobody else needs to say yes to a start: whoever starts has a mandate for it, or the group is very small. An urgent
/// chain reaches its first people without that yes, and has one layer in so small a group (ruling 25).
pub const fn starts_alone(kind: Kind, mandated: bool, members: usize) -> bool {
    mandated || members < YES_FROM && !matches!(kind, Kind::Urgent)
}

impl Chain {
    /// A chain that starts. The first layer is called at once when it is urgent; all of it when somebody else agreed.
    pub fn start(plan: Plan) -> Self {
        let at = plan.at;
        let (agreed, trigger) = (plan.alone, plan.trigger);
        let mut chain = Self {
            plan,
            now: at,
            last: at,
            phase: Phase::Running,
            agreed,
            version: 1,
            people: BTreeMap::new(),
            hands: BTreeMap::new(),
            active: BTreeMap::from([(trigger, at)]),
            alarms: BTreeSet::new(),
            due: BTreeSet::new(),
            board: BTreeSet::new(),
            outside: BTreeSet::from([trigger]),
            breathing: BTreeSet::new(),
            gave_up: BTreeSet::new(),
            gone: BTreeSet::new(),
            watch: BTreeSet::from([trigger]),
            watches_first: BTreeSet::new(),
            before_mark: BTreeMap::new(),
            had: BTreeSet::new(),
            acted: BTreeSet::new(),
            pausing: BTreeMap::new(),
            resuming: BTreeMap::new(),
            stopping: BTreeMap::new(),
            closed: BTreeSet::new(),
        };
        chain.deal(at);
        chain
    }

    /// A chain as a list of events leaves it, at `now`.
    pub fn replay(plan: Plan, events: &[Event], now: Time) -> Result<Self, Refused> {
        let mut chain = Self::start(plan);
        for event in events {
            chain.apply(event)?;
        }
        chain.pass(now);
        Ok(chain)
    }

    /// Gives everybody to her caller; to the board, whoever has none.
    fn deal(&mut self, at: Time) {
        let members: Vec<Person> = self.plan.group.members().map(|member| member.person).collect();
        let blank = |stage| Standing { stage, voice: 1, attempts: 0, all: 0, last: None, tomorrow: false, alarm: None };
        for person in members {
            self.people.insert(person, blank(Stage::Resting { until: at }));
        }
        let trigger = self.plan.trigger;
        self.set(trigger, Stage::Heard { by: trigger, version: 1 });
        let layers = self.plan.tree.by_layer();
        let unplaced: Vec<Person> =
            self.people.keys().copied().filter(|one| self.plan.tree.place(*one).is_none()).collect();
        for person in layers.into_iter().chain(unplaced).filter(|person| *person != trigger) {
            let caller = self.plan.tree.place(person).map(|place| place.caller.unwrap_or(trigger));
            match caller.filter(|caller| self.has_room(*caller, person)) {
                Some(caller) => self.give(person, caller, at),
                None => self.put_on_board(person, at),
            }
        }
    }

    // ---- What happens ---------------------------------------------------------------------------

    /// Something happens. Refused, it changes nothing, save that time has passed.
    pub fn apply(&mut self, event: &Event) -> Result<(), Refused> {
        if event.at < self.now {
            return Err(Refused::Earlier);
        }
        self.pass(event.at);
        self.happens(event.what, event.at)?;
        self.last = event.at;
        Ok(())
    }

    fn happens(&mut self, what: What, at: Time) -> Result<(), Refused> {
        if matches!(self.phase, Phase::Ended | Phase::Stopped) {
            return Err(Refused::NotRunning);
        }
        match what {
            What::Agreed(by) => self.agree(by, at),
            What::Called { by, to, outcome } => self.called(by, to, outcome, at),
            What::OnPaper { by, to, outcome } => self.on_paper(by, to, outcome, at),
            What::CalledBack { person, to } => self.called_back(person, to, at),
            What::Mistook { by, to } => self.mistook(by, to, at),
            What::Knows(person) => self.knows_already(person, at),
            What::Took { by, to } => self.take(by, to, at),
            What::Passed { by, to, next } => self.pass_on(by, to, next, at),
            What::Breathes(person) => self.breathe(person, at),
            What::Withdrew(person) => self.withdraw(person, at),
            What::Apart(one, other) => self.keep_apart(one, other, at),
            What::Changed(member) => self.change(member, at),
            What::Corrected(by) => self.correct(by, at),
            What::TookWatch(person) => self.take_watch(person),
            What::LeftWatch(person) => self.leave_watch(person),
            What::ClosedBranch(person) => self.close_branch(person),
            What::AskedPause(person) => self.ask_pause(person, at),
            What::AskedResume(person) => self.ask_resume(person, at),
            What::AskedStop(person) => self.ask_stop(person, at),
            What::AsksNoMore(person) => self.asks_no_more(person),
            What::Ended(person) => self.end(person),
        }
    }

    fn agree(&mut self, by: Person, at: Time) -> Result<(), Refused> {
        if by == self.plan.trigger || self.gone.contains(&by) {
            return Err(Refused::NotForHer);
        }
        if self.agreed {
            return Err(Refused::Already);
        }
        self.agreed = true;
        let callers: Vec<Person> = self.hands.keys().copied().collect();
        callers.into_iter().for_each(|caller| self.wake(caller, at));
        Ok(())
    }

    fn called(&mut self, by: Person, to: Person, outcome: Outcome, at: Time) -> Result<(), Refused> {
        self.must_run()?;
        let standing = *self.people.get(&to).ok_or(Refused::NotHere)?;
        let due = match standing.stage {
            Stage::With { by: caller, due } if caller == by => due,
            Stage::Heard { .. } => return Err(Refused::Already),
            // It went on while she was on the line: whoever has the message has it.
            Stage::With { .. } | Stage::Board { .. } | Stage::Resting { .. } | Stage::Otherwise
                if outcome == Outcome::Reached && self.had(by, to) =>
            {
                self.must_be_an_hour_for(to, at)?;
                return self.called_back(to, by, at);
            }
            _ => return Err(Refused::NotHers),
        };
        self.must_have_heard(by)?;
        self.must_be_agreed(to)?;
        self.must_be_an_hour_for(to, at)?;
        // Whoever called too soon and reached her has reached her.
        if standing.attempts > 0 && at < due && outcome != Outcome::Reached {
            return Err(Refused::TooSoon);
        }
        self.came_of(by, to, outcome, 1, at);
        Ok(())
    }

    /// What a sheet says of a call, whatever the hour is when somebody enters it.
    fn on_paper(&mut self, by: Person, to: Person, outcome: Outcome, at: Time) -> Result<(), Refused> {
        self.must_run()?;
        self.must_have_heard(by)?;
        let standing = *self.people.get(&to).ok_or(Refused::NotHere)?;
        match standing.stage {
            Stage::With { by: caller, .. } if caller == by => self.must_be_agreed(to)?,
            Stage::Heard { .. } => return Err(Refused::Already),
            _ if outcome == Outcome::Reached => return self.called_back(to, by, at),
            // Made and entered before: the same sheet once more.
            Stage::Board { .. } if self.has_called(by, to) => return Err(Refused::Already),
            Stage::Board { .. } if self.is_agreed(to) && self.has_room(by, to) => self.give(to, by, at),
            _ => return Err(Refused::NotHers),
        }
        // On a board her attempts are those of nobody yet: what counts is what this voice has left.
        let attempts = if outcome == Outcome::Reached { 1 } else { ATTEMPTS.saturating_sub(standing.attempts).max(1) };
        self.came_of(by, to, outcome, attempts, at);
        Ok(())
    }

    /// A call that is hers was made, so many times.
    fn came_of(&mut self, by: Person, to: Person, outcome: Outcome, attempts: u8, at: Time) {
        let Some(standing) = self.people.get(&to).copied() else { return };
        self.active.insert(by, at);
        self.acted.insert(by);
        self.hands.entry(by).or_default().insert(to, true);
        if let Some(standing) = self.people.get_mut(&to) {
            standing.attempts += attempts;
            standing.all += attempts;
            standing.last = Some(outcome);
        }
        match outcome {
            Outcome::Reached => {
                self.before_mark.insert(to, (by, standing));
                self.hears(to, by, at);
            }
            Outcome::NumberToCheck => {
                self.before_mark.insert(to, (by, standing));
                self.set(to, Stage::ToCheck);
                self.hand_on(to, Some(by), at);
            }
            Outcome::Message | Outcome::NoAnswer if standing.attempts + attempts < ATTEMPTS => {
                self.set(to, Stage::With { by, due: self.next_hour(to, at + GAP) });
            }
            Outcome::Message | Outcome::NoAnswer => self.voice_found_nobody(to, by, at),
        }
    }

    /// Two attempts: whom she would have called are called by the one above, and another voice tries her later.
    fn voice_found_nobody(&mut self, person: Person, by: Person, at: Time) {
        let Some(standing) = self.people.get_mut(&person) else { return };
        let is_last = standing.voice >= 3;
        let tomorrow = is_last && !standing.tomorrow && self.plan.group.member(person).is_some_and(|one| one.tomorrow);
        if !is_last {
            standing.voice += 1;
        }
        if !is_last || tomorrow {
            standing.attempts = 0;
        }
        standing.tomorrow |= tomorrow;
        let from = if tomorrow { next_day(self.plan.zone, at) } else { at + NEXT_VOICE };
        let until = self.next_hour(person, from);
        self.set(person, if is_last && !tomorrow { Stage::Otherwise } else { Stage::Resting { until } });
        self.hand_on(person, Some(by), at);
    }

    fn called_back(&mut self, person: Person, to: Person, at: Time) -> Result<(), Refused> {
        self.must_have_heard(to)?;
        self.must_be_awaited(person)?;
        self.acted.insert(to);
        if let Some(standing) = self.people.get(&person).copied() {
            self.before_mark.insert(person, (to, standing));
        }
        self.hears(person, to, at);
        Ok(())
    }

    /// Whoever was said to have the message stands again where she stood before, as if that had not been said. Once she did
    /// something in the chain herself, she has it.
    fn mistook(&mut self, by: Person, to: Person, at: Time) -> Result<(), Refused> {
        self.must_run()?;
        self.must_have_heard(by)?;
        let (_, before) = *self.before_mark.get(&to).filter(|_| self.may_mistake(by, to)).ok_or(Refused::NotHers)?;
        self.before_mark.remove(&to);
        if let Some(standing) = self.people.get_mut(&to) {
            (standing.voice, standing.attempts, standing.all, standing.last) =
                (before.voice, before.attempts, before.all, before.last);
        }
        if self.watches_first.remove(&to) {
            self.watch.remove(&to);
        }
        if let Some(place) = self.plan.tree.place(to) {
            self.closed.remove(&place.branch);
        }
        self.active.insert(by, at);
        match before.stage {
            Stage::With { by: caller, due } if !self.breathing.contains(&caller) && self.has_room(caller, to) => {
                self.give(to, caller, due.max(at));
            }
            Stage::Resting { until } if until > at => self.set(to, before.stage),
            Stage::Otherwise | Stage::ToCheck => self.set(to, before.stage),
            _ => self.put_on_board(to, at),
        }
        // Her own calls wait until she has it.
        self.wake(to, at);
        Ok(())
    }

    fn knows_already(&mut self, person: Person, at: Time) -> Result<(), Refused> {
        if self.people.contains_key(&person) {
            self.must_be_awaited(person)?;
            self.before_mark.remove(&person);
            self.hears(person, person, at);
        } else if self.gone.contains(&person) || !self.outside.insert(person) {
            return Err(Refused::Already);
        }
        self.active.insert(person, at);
        Ok(())
    }

    fn hears(&mut self, person: Person, by: Person, at: Time) {
        self.set(person, Stage::Heard { by, version: self.version });
        self.active.insert(person, at);
        if self.watches_first.len() < FIRST_WATCHERS && self.version == 1 && self.watch.insert(person) {
            self.watches_first.insert(person);
        }
        self.wake(person, at);
    }

    fn take(&mut self, by: Person, to: Person, at: Time) -> Result<(), Refused> {
        self.must_run()?;
        self.must_have_heard(by)?;
        let is_there = matches!(self.people.get(&to).map(|one| one.stage), Some(Stage::Board { due }) if due <= at);
        if !is_there || !self.is_agreed(to) || !self.may_be_called(to, at) || !self.has_room(by, to) {
            return Err(Refused::NotForHer);
        }
        self.active.insert(by, at);
        self.acted.insert(by);
        self.breathing.remove(&by);
        self.give(to, by, at);
        Ok(())
    }

    fn pass_on(&mut self, by: Person, to: Person, next: Option<Person>, at: Time) -> Result<(), Refused> {
        self.must_run()?;
        self.must_have_heard(by)?;
        if !self.is_with(by, to) {
            return Err(Refused::NotHers);
        }
        if next.is_some_and(|next| next == by || !self.takes(next, to)) {
            return Err(Refused::NotForThem);
        }
        self.active.insert(by, at);
        self.acted.insert(by);
        self.gave_up.insert(by);
        match next {
            Some(next) => self.give(to, next, at),
            None => self.put_on_board(to, at),
        }
        Ok(())
    }

    fn breathe(&mut self, person: Person, at: Time) -> Result<(), Refused> {
        if !self.is_here(person) {
            return Err(Refused::NotHere);
        }
        self.breathing.insert(person);
        self.hand_on(person, None, at);
        Ok(())
    }

    fn withdraw(&mut self, person: Person, at: Time) -> Result<(), Refused> {
        if !self.is_here(person) {
            return Err(Refused::NotHere);
        }
        self.gone.insert(person);
        self.outside.remove(&person);
        self.watch.remove(&person);
        if self.people.contains_key(&person) {
            self.set(person, Stage::Withdrawn);
        }
        self.hand_on(person, None, at);
        Ok(())
    }

    fn keep_apart(&mut self, one: Person, other: Person, at: Time) -> Result<(), Refused> {
        self.plan.group.keep_apart(one, other);
        for (by, to) in [(one, other), (other, one)] {
            if self.is_with(by, to) {
                self.put_on_board(to, at);
            }
        }
        Ok(())
    }

    /// What she says yes to now holds at once: a call to her waits for her hours, and when she calls nobody any more, her
    /// calls go to the board.
    fn change(&mut self, member: Member, at: Time) -> Result<(), Refused> {
        let person = member.person;
        let standing = self.people.get(&person).copied().filter(|_| !self.gone.contains(&person));
        let standing = standing.ok_or(Refused::NotHere)?;
        self.plan.group.add(member);
        match standing.stage {
            Stage::With { by, due } => {
                let from = if standing.attempts == 0 { at } else { due.max(at) };
                self.set(person, Stage::With { by, due: self.next_hour(person, from) });
            }
            Stage::Board { due } => self.set(person, Stage::Board { due: self.next_hour(person, due) }),
            Stage::Resting { until } => self.set(person, Stage::Resting { until: self.next_hour(person, until) }),
            Stage::Heard { .. } | Stage::Otherwise | Stage::ToCheck | Stage::Withdrawn => {}
        }
        if person == self.plan.trigger {
            return Ok(());
        }
        if member.calls == 0 {
            self.breathing.insert(person);
            self.hand_on(person, None, at);
        } else {
            self.give_back_too_many(person, usize::from(member.calls), at);
        }
        Ok(())
    }

    /// Whoever calls fewer people from now on gives back the calls that she did not make and that are too many (IP4).
    fn give_back_too_many(&mut self, person: Person, most: usize, at: Time) {
        let too_many = self.calls_in_hand(person).saturating_sub(most);
        let hers = self.hands.get(&person).into_iter().flatten();
        let not_made = hers.filter(|(_, was_called)| !**was_called).map(|(to, _)| *to);
        let not_made: Vec<Person> = not_made.filter(|to| self.is_with(person, *to)).collect();
        for to in not_made.into_iter().rev().take(too_many) {
            self.put_on_board(to, at);
        }
    }

    /// Whoever heard the old text is called again by whoever called her; the same pairs, so nobody calls more people.
    fn correct(&mut self, by: Person, at: Time) -> Result<(), Refused> {
        if !self.watch.contains(&by) {
            return Err(Refused::NotForHer);
        }
        self.version += 1;
        self.closed.clear();
        self.before_mark.clear();
        self.acted = BTreeSet::from([by]);
        let people: Vec<(Person, Stage)> = self.people.iter().map(|(one, standing)| (*one, standing.stage)).collect();
        // Nobody knows the new text but whoever wrote it, not even whoever started. Calls of the others wait until they do.
        self.outside.retain(|one| *one == by);
        if matches!(self.people.get(&by).map(|one| one.stage), Some(Stage::Heard { .. })) {
            self.set(by, Stage::Heard { by, version: self.version });
        }
        for (person, stage) in &people {
            if let Stage::With { .. } = stage {
                self.set(*person, *stage);
            }
        }
        for (person, stage) in people {
            let Stage::Heard { by: caller, .. } = stage else { continue };
            if person == by {
                continue;
            }
            if let Some(standing) = self.people.get_mut(&person) {
                (standing.voice, standing.attempts, standing.all, standing.last) = (1, 0, 0, None);
                standing.tomorrow = false;
            }
            if caller != person && !self.breathing.contains(&caller) && self.has_room(caller, person) {
                self.give(person, caller, at);
            } else {
                self.put_on_board(person, at);
            }
        }
        Ok(())
    }

    fn take_watch(&mut self, person: Person) -> Result<(), Refused> {
        self.must_have_heard(person)?;
        if !self.watch.insert(person) {
            return Err(Refused::Already);
        }
        self.acted.insert(person);
        Ok(())
    }

    fn leave_watch(&mut self, person: Person) -> Result<(), Refused> {
        if self.watch.remove(&person) { Ok(()) } else { Err(Refused::NotHere) }
    }

    fn close_branch(&mut self, person: Person) -> Result<(), Refused> {
        let branch = self.closers().into_iter().find(|(_, closer)| *closer == Some(person)).map(|(branch, _)| branch);
        let branch = branch.ok_or(Refused::NotForHer)?;
        if !self.closed.insert(branch) {
            return Err(Refused::Already);
        }
        self.acted.insert(person);
        Ok(())
    }

    fn ask_pause(&mut self, person: Person, at: Time) -> Result<(), Refused> {
        self.must_run()?;
        if together(&mut self.pausing, person, at)? {
            self.phase = Phase::Suspended;
            self.resuming.clear();
        }
        Ok(())
    }

    fn ask_resume(&mut self, person: Person, at: Time) -> Result<(), Refused> {
        if self.phase != Phase::Suspended {
            return Err(Refused::Already);
        }
        if together(&mut self.resuming, person, at)? {
            self.phase = Phase::Running;
            self.pausing.clear();
            let callers: Vec<Person> = self.hands.keys().copied().collect();
            callers.into_iter().for_each(|caller| self.wake(caller, at));
        }
        Ok(())
    }

    fn ask_stop(&mut self, person: Person, at: Time) -> Result<(), Refused> {
        // What nobody else said yes to is hers alone.
        let is_hers = !self.agreed && person == self.plan.trigger;
        if is_hers || together(&mut self.stopping, person, at)? {
            self.close(Phase::Stopped);
        }
        Ok(())
    }

    fn asks_no_more(&mut self, person: Person) -> Result<(), Refused> {
        let asked = [&mut self.pausing, &mut self.resuming, &mut self.stopping];
        let some = asked.into_iter().filter_map(|asking| asking.remove(&person)).count();
        if some > 0 { Ok(()) } else { Err(Refused::Already) }
    }

    fn end(&mut self, person: Person) -> Result<(), Refused> {
        self.must_have_heard(person)?;
        if self.open() > 0 {
            return Err(Refused::StillOpen);
        }
        self.close(Phase::Ended);
        Ok(())
    }

    fn close(&mut self, phase: Phase) {
        self.phase = phase;
        self.alarms.clear();
        self.due.clear();
        self.people.values_mut().for_each(|standing| standing.alarm = None);
    }

    // ---- What time brings -----------------------------------------------------------------------

    /// Lets time pass. Looking twice, or at any hour between, changes nothing.
    pub fn pass(&mut self, now: Time) {
        while let Some((at, person)) = self.alarms.first().copied().filter(|(at, _)| *at <= now) {
            self.alarms.pop_first();
            if let Some(standing) = self.people.get_mut(&person) {
                standing.alarm = None;
            }
            self.ring(person, at);
        }
        self.now = self.now.max(now);
    }

    fn ring(&mut self, person: Person, at: Time) {
        let Some(standing) = self.people.get(&person).copied() else { return };
        if self.phase != Phase::Running {
            self.wake_at(person, at + HOLD);
            return;
        }
        match standing.stage {
            Stage::With { by, due } => self.nobody_calls(person, by, due, at),
            Stage::Resting { .. } => self.next_voice(person, at),
            Stage::Board { .. } | Stage::Heard { .. } | Stage::Otherwise | Stage::ToCheck | Stage::Withdrawn => {}
        }
    }

    /// Her caller makes no call: whoever was reached may. While she calls others, and at night, nothing is late.
    fn nobody_calls(&mut self, person: Person, by: Person, due: Time, at: Time) {
        let until = self.active.get(&by).copied().unwrap_or(due).max(due) + HOLD;
        if at < until {
            self.wake_at(person, until);
        } else if self.may_be_called(person, at) {
            self.put_on_board(person, at);
        } else {
            self.set(person, Stage::With { by, due: self.next_hour(person, at) });
        }
    }

    /// The second voice is the one of the tree, when she can; the third is whoever takes it.
    fn next_voice(&mut self, person: Person, at: Time) {
        let is_second = self.people.get(&person).is_some_and(|standing| standing.voice == 2);
        let second = self.plan.tree.place(person).and_then(|place| place.second).filter(|_| is_second);
        match second.filter(|second| self.takes(*second, person)) {
            Some(second) => self.give(person, second, at),
            None => self.put_on_board(person, at),
        }
    }

    /// When time next brings something, or a call or the board is due after `now`.
    pub fn next_instant(&self) -> Option<Time> {
        let alarm = self.alarms.first().map(|(at, _)| *at);
        let mut after = self.due.range((self.now + Duration::microseconds(1), Person(0))..);
        let due = after.next().map(|(at, _)| *at);
        // At night the board waits for the morning of each.
        let board = self.board.iter().map(|(_, at, to)| self.next_hour(*to, self.now.max(*at)));
        let board = board.filter(|at| *at > self.now).min();
        [alarm, due, board].into_iter().flatten().min()
    }

    // ---- Where calls go -------------------------------------------------------------------------

    /// Whom she would have called: to the one above while there is room, the others to the board (`mutual-aid` T4).
    fn hand_on(&mut self, person: Person, above: Option<Person>, at: Time) {
        let hers = self.hands.get(&person).into_iter().flatten().map(|(to, _)| *to);
        let mut waiting: Vec<Person> = hers.filter(|to| self.is_with(person, *to)).collect();
        // Those who call others first.
        waiting.sort_by_key(|to| self.hands.get(to).is_none_or(BTreeMap::is_empty));
        for to in waiting {
            match above.filter(|above| self.takes(*above, to)) {
                Some(above) => self.give(to, above, at),
                None => self.put_on_board(to, at),
            }
        }
    }

    fn give(&mut self, to: Person, by: Person, at: Time) {
        self.hands.entry(by).or_default().entry(to).or_insert(false);
        self.had.insert((by, to));
        self.set(to, Stage::With { by, due: self.next_hour(to, at) });
    }

    fn put_on_board(&mut self, person: Person, at: Time) {
        self.set(person, Stage::Board { due: self.next_hour(person, at) });
    }

    /// Her calls can be made from now on.
    fn wake(&mut self, by: Person, at: Time) {
        let hers: Vec<Person> = self.hands.get(&by).into_iter().flatten().map(|(to, _)| *to).collect();
        for to in hers {
            if let Some(Stage::With { by: caller, due }) = self.people.get(&to).map(|one| one.stage)
                && caller == by
            {
                self.set(to, Stage::With { by, due: self.next_hour(to, due.max(at)) });
            }
        }
    }

    /// The one place where somebody's stage changes: it keeps the lists of what is due.
    fn set(&mut self, person: Person, stage: Stage) {
        let Some(standing) = self.people.get(&person).copied() else { return };
        match standing.stage {
            Stage::With { by, due } => {
                self.due.remove(&(due, person));
                let stays = matches!(stage, Stage::With { by: next, .. } if next == by);
                // A call that was never made is not hers any more.
                if let Some(hers) = self.hands.get_mut(&by).filter(|hers| !stays && hers.get(&person) == Some(&false)) {
                    hers.remove(&person);
                }
            }
            Stage::Board { due } => drop(self.board.remove(&(standing.all, due, person))),
            _ => {}
        }
        if let Some(alarm) = standing.alarm {
            self.alarms.remove(&(alarm, person));
        }
        if let Some(standing) = self.people.get_mut(&person) {
            standing.stage = stage;
            standing.alarm = None;
        }
        match stage {
            Stage::With { by, due } if self.has_heard(by) && self.is_agreed(person) => {
                self.due.insert((due, person));
                self.wake_at(person, due + HOLD);
            }
            Stage::Board { due } => drop(self.board.insert((standing.all, due, person))),
            Stage::Resting { until } => self.wake_at(person, until),
            _ => {}
        }
    }

    fn wake_at(&mut self, person: Person, at: Time) {
        if let Some(standing) = self.people.get_mut(&person) {
            standing.alarm = Some(at);
            self.alarms.insert((at, person));
        }
    }

    // ---- Questions ------------------------------------------------------------------------------

    fn must_run(&self) -> Result<(), Refused> {
        if self.phase == Phase::Running { Ok(()) } else { Err(Refused::NotRunning) }
    }

    fn must_have_heard(&self, person: Person) -> Result<(), Refused> {
        if self.has_heard(person) { Ok(()) } else { Err(Refused::HasNotHeard) }
    }

    fn must_be_agreed(&self, to: Person) -> Result<(), Refused> {
        if self.is_agreed(to) { Ok(()) } else { Err(Refused::NotAgreed) }
    }

    /// Whether she may be called now, or a call that was made when she might ends now.
    fn must_be_an_hour_for(&self, to: Person, at: Time) -> Result<(), Refused> {
        let may = self.may_be_called(to, at) || self.may_be_called(to, at - TOLD_LATE);
        if may { Ok(()) } else { Err(Refused::Quiet) }
    }

    fn must_be_awaited(&self, person: Person) -> Result<(), Refused> {
        match self.people.get(&person).map(|one| one.stage) {
            None | Some(Stage::Withdrawn) => Err(Refused::NotHere),
            Some(Stage::Heard { version, .. }) if version == self.version => Err(Refused::Already),
            Some(_) => Ok(()),
        }
    }

    /// Whether this call may be made yet: the first layer of an urgent chain always (ruling 25).
    fn is_agreed(&self, to: Person) -> bool {
        let is_first = || {
            let place = self.plan.tree.place(to);
            place.is_some_and(|place| place.depth <= 1 || place.caller == Some(self.plan.trigger))
        };
        self.agreed || self.plan.kind == Kind::Urgent && is_first()
    }

    fn is_here(&self, person: Person) -> bool {
        !self.gone.contains(&person) && (self.people.contains_key(&person) || self.outside.contains(&person))
    }

    /// Whether she called somebody already.
    fn has_called(&self, by: Person, to: Person) -> bool {
        self.hands.get(&by).is_some_and(|hers| hers.get(&to) == Some(&true))
    }

    /// Whether a call was hers, now or before.
    pub fn had(&self, by: Person, to: Person) -> bool {
        self.had.contains(&(by, to))
    }

    /// Whether calls of hers went on because she made none, and she did not give them up herself: she may be well, and nobody
    /// asks her why (`mutual-aid` 5.1, "caller silent").
    pub fn went_on_without(&self, by: Person) -> bool {
        let hands = self.hands.get(&by);
        let is_hers = |to: &Person| hands.is_some_and(|hers| hers.contains_key(to));
        let had = self.had.range((by, Person(0))..=(by, Person(u128::MAX)));
        let mut lost = had.map(|(_, to)| *to).filter(|to| !is_hers(to));
        !self.breathing.contains(&by) && !self.gave_up.contains(&by) && lost.next().is_some()
    }

    fn is_with(&self, by: Person, to: Person) -> bool {
        matches!(self.people.get(&to).map(|one| one.stage), Some(Stage::With { by: caller, .. }) if caller == by)
    }

    /// Whether somebody knows the present text.
    pub fn has_heard(&self, person: Person) -> bool {
        let heard = |stage| matches!(stage, Stage::Heard { version, .. } if version == self.version);
        match self.people.get(&person) {
            Some(standing) => heard(standing.stage),
            None => self.outside.contains(&person),
        }
    }

    /// Most people whom somebody calls in this chain.
    pub fn most_calls(&self, person: Person) -> usize {
        let first = usize::from(self.plan.first_calls);
        if person == self.plan.trigger { first } else { self.plan.group.most_calls(person) }
    }

    /// How many she has called, or is to call.
    pub fn calls_in_hand(&self, person: Person) -> usize {
        self.hands.get(&person).map_or(0, BTreeMap::len)
    }

    /// Whether she may have this call: they are not apart, and it is not one too many (IP2, IP4).
    fn has_room(&self, by: Person, to: Person) -> bool {
        let has_it = self.hands.get(&by).is_some_and(|hers| hers.contains_key(&to));
        let has_one_more = || self.calls_in_hand(by) < self.most_calls(by) && !self.keeps_room(by, to);
        !self.gone.contains(&by) && self.plan.group.may_pair(by, to) && (has_it || has_one_more())
    }

    /// Whether the one who starts keeps her calls for others, whom she may call and who call others.
    fn keeps_room(&self, by: Person, to: Person) -> bool {
        if by != self.plan.trigger || self.leads(to) {
            return false;
        }
        let leaders = self.callers().filter(|caller| *caller != by).take(FIRST_CALLERS);
        let waits = |person: Person| self.leads(person) && self.plan.group.may_pair(by, person);
        leaders.count() < FIRST_CALLERS
            && self.people.iter().any(|(person, standing)| standing.is_open() && waits(*person))
    }

    /// Whether she calls others, or is called first in any case.
    fn leads(&self, person: Person) -> bool {
        let is_first = || self.plan.tree.place(person).is_some_and(|place| place.depth <= 1);
        self.plan.group.most_calls(person) > 0 || is_first()
    }

    /// Whether a call can be given to her without asking.
    pub(super) fn takes(&self, by: Person, to: Person) -> bool {
        self.has_heard(by) && !self.breathing.contains(&by) && self.has_room(by, to)
    }

    fn may_be_called(&self, person: Person, at: Time) -> bool {
        let hours = self.plan.group.member(person).map(|member| member.hours);
        hours.is_some_and(|hours| hours.allow(self.plan.kind, self.plan.zone, at))
    }

    fn next_hour(&self, person: Person, at: Time) -> Time {
        let hours = self.plan.group.member(person).map(|member| member.hours);
        hours.map_or(at, |hours| hours.next(self.plan.kind, self.plan.zone, at))
    }

    /// Where it is.
    pub const fn phase(&self) -> Phase {
        self.phase
    }

    /// Whether somebody else said yes, or nobody needed to.
    pub const fn is_confirmed(&self) -> bool {
        self.agreed
    }

    /// Which text is read.
    pub const fn version(&self) -> u16 {
        self.version
    }

    /// What it started from.
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Where somebody stands.
    pub fn standing(&self, person: Person) -> Option<&Standing> {
        self.people.get(&person)
    }

    /// Everybody, in the order of their ids.
    pub fn people(&self) -> impl Iterator<Item = (Person, &Standing)> {
        self.people.iter().map(|(person, standing)| (*person, standing))
    }

    /// What somebody is to do: her calls, those that can be made now first. Empty until she has heard the message,
    /// while the chain is suspended, and when it is over.
    pub fn calls_of(&self, by: Person) -> Vec<Call> {
        if self.phase != Phase::Running || !self.has_heard(by) {
            return Vec::new();
        }
        let hers = self.hands.get(&by).into_iter().flatten().map(|(to, _)| *to);
        let mut calls: Vec<Call> = hers
            .filter(|to| self.is_agreed(*to))
            .filter_map(|to| match self.people.get(&to)? {
                Standing { stage: Stage::With { by: caller, due }, attempts, .. } if *caller == by => {
                    // One that was not made before her hours ended waits for the next ones.
                    let is_late = *due <= self.now && !self.may_be_called(to, self.now);
                    let due = if is_late { self.next_hour(to, self.now) } else { *due };
                    Some(Call { to, due, attempts: *attempts })
                }
                _ => None,
            })
            .collect();
        calls.sort_by_key(|call| (call.due, call.to));
        calls
    }

    /// Whom somebody may call from the board now: least tried, then longest waiting (`mutual-aid` ALG2). None is said
    /// in the same way whatever the reason.
    pub fn offer(&self, by: Person) -> Option<Person> {
        if self.phase != Phase::Running || !self.has_heard(by) {
            return None;
        }
        let mut waiting = self.waiting();
        waiting.find(|to| self.has_room(by, *to))
    }

    /// Who waits on the board and can be called now, in its order.
    pub fn waiting(&self) -> impl Iterator<Item = Person> {
        let due = self.board.iter().filter(|(_, due, _)| *due <= self.now).map(|(.., to)| *to);
        due.filter(|to| self.is_agreed(*to) && self.may_be_called(*to, self.now))
    }

    /// Calls that can be made from some instant on, by whom, up to now.
    pub(super) fn due_since(&self, since: Time) -> impl Iterator<Item = (Person, Person)> {
        let due = self.due.range((since, Person(0))..=(self.now, Person(u128::MAX)));
        due.filter_map(|(_, to)| match self.people.get(to)?.stage {
            Stage::With { by, .. } => Some((by, *to)),
            _ => None,
        })
    }

    /// Whether `by` said that she reached `to`, who did nothing in the chain since, or that her number is to be checked: it
    /// may have been a wrong button.
    pub fn may_mistake(&self, by: Person, to: Person) -> bool {
        let hers = self.before_mark.get(&to).is_some_and(|(marked, _)| *marked == by);
        let to_check = || self.people.get(&to).is_some_and(|standing| standing.stage == Stage::ToCheck);
        by != to && hers && (to_check() || self.has_reached(by, to) && !self.acted.contains(&to))
    }

    /// Whether `person` has the message from `by`.
    pub fn has_reached(&self, by: Person, person: Person) -> bool {
        matches!(self.people.get(&person).map(|one| one.stage), Some(Stage::Heard { by: caller, .. }) if caller == by)
    }

    /// Whether it may be seen by `viewer` that `person` did not answer: by whoever has to call her or did, and by the
    /// one who started (ruling 2). In a drill by nobody but her caller (`mutual-aid` T14).
    pub fn sees_answer_of(&self, viewer: Person, person: Person) -> bool {
        let called_her = self.hands.get(&viewer).and_then(|hers| hers.get(&person)) == Some(&true);
        let calls_her = called_her || self.is_with(viewer, person);
        calls_her || viewer == person || viewer == self.plan.trigger && self.plan.kind != Kind::Drill
    }

    /// Whether somebody is to be reached who may be asked for in a call to another (`mutual-aid` T17).
    pub fn is_to_be_reached(&self, person: Person) -> bool {
        let is_open = self.people.get(&person).is_some_and(Standing::is_open);
        self.phase == Phase::Running && is_open && self.is_agreed(person)
    }

    /// Whether this is an hour at which she is called.
    pub fn is_her_hour(&self, person: Person) -> bool {
        self.may_be_called(person, self.now)
    }

    /// Who asks to wait, to go on, or to stop, as long as that holds.
    pub fn asking(&self) -> Asking {
        let holds = |asking: &BTreeMap<Person, Time>| -> BTreeSet<Person> {
            asking.iter().filter(|(_, since)| self.now < **since + ASKED_HOLDS).map(|(one, _)| *one).collect()
        };
        Asking { pause: holds(&self.pausing), resume: holds(&self.resuming), stop: holds(&self.stopping) }
    }

    /// Who watches over the chain.
    pub const fn watch(&self) -> &BTreeSet<Person> {
        &self.watch
    }

    /// Whether the watch is offered to whoever was reached: nobody has it, or nothing has happened for long.
    pub fn watch_is_offered(&self) -> bool {
        self.phase == Phase::Running && (self.watch.is_empty() || self.now - self.last >= WATCH)
    }

    /// The last one of each branch who was reached: she calls the one who started, and the loop is closed. None as long
    /// as somebody there was not called once, or when nobody was reached.
    pub fn closers(&self) -> Vec<(usize, Option<Person>)> {
        let open = self.open_branches();
        let branches = 0..self.plan.tree.starters().len();
        let mut closers: BTreeMap<usize, Option<Person>> = branches.map(|branch| (branch, None)).collect();
        for person in self.plan.tree.by_layer() {
            let Some(place) = self.plan.tree.place(person).filter(|place| place.depth > 0) else { continue };
            if self.has_heard(person) && self.may_call_back(person) && !open.contains(&place.branch) {
                closers.insert(place.branch, Some(person));
            }
        }
        closers.into_iter().collect()
    }

    /// Whether somebody can call the one who started, who is still there.
    fn may_call_back(&self, person: Person) -> bool {
        let trigger = self.plan.trigger;
        person != trigger && !self.gone.contains(&trigger) && !self.plan.group.are_apart(person, trigger)
    }

    /// Whether somebody is the last one of a branch who was reached, and its loop is not closed.
    pub fn may_close_branch(&self, person: Person) -> bool {
        self.closers().into_iter().any(|(branch, closer)| closer == Some(person) && !self.closed.contains(&branch))
    }

    fn open_branches(&self) -> BTreeSet<usize> {
        let open = self.people.iter().filter(|(_, standing)| standing.is_open() && standing.all == 0);
        open.filter_map(|(person, _)| Some(self.plan.tree.place(*person)?.branch)).collect()
    }

    /// How many are still to be called.
    pub fn open(&self) -> usize {
        self.people.values().filter(|standing| standing.is_open()).count()
    }

    /// How many somebody called, whatever came of it.
    pub fn called_by(&self, person: Person) -> usize {
        self.hands.get(&person).map_or(0, |hers| hers.values().filter(|called| **called).count())
    }

    /// The numbers that everybody sees. Whoever started is not among those to be reached.
    pub fn counts(&self) -> Counts {
        let (closed_branches, open_branches) = (self.closed.len(), self.open_branches().len());
        let mut counts = Counts { closed_branches, open_branches, ..Counts::default() };
        for (_, standing) in self.people.iter().filter(|(person, _)| **person != self.plan.trigger) {
            counts.everybody += usize::from(standing.stage != Stage::Withdrawn);
            counts.reached +=
                usize::from(matches!(standing.stage, Stage::Heard { version, .. } if version == self.version));
            counts.open += usize::from(standing.is_open());
            counts.board += usize::from(matches!(standing.stage, Stage::Board { .. }));
            counts.otherwise += usize::from(matches!(standing.stage, Stage::Otherwise | Stage::ToCheck));
            let left = standing.last == Some(Outcome::Message);
            counts.message += usize::from(left && !matches!(standing.stage, Stage::Heard { .. } | Stage::Withdrawn));
        }
        let can_take = || self.waiting().any(|to| self.callers().any(|by| self.takes(by, to)));
        counts.wants_callers = self.phase == Phase::Running && self.waiting().next().is_some() && !can_take();
        counts
    }

    /// Whoever knows the text and calls.
    pub(super) fn callers(&self) -> impl Iterator<Item = Person> {
        let known = self.people.keys().chain(self.outside.iter()).copied();
        known.filter(|person| self.most_calls(*person) > 0 && self.has_heard(*person))
    }
}

impl Standing {
    /// Whether she is still to be called.
    pub const fn is_open(&self) -> bool {
        matches!(self.stage, Stage::With { .. } | Stage::Board { .. } | Stage::Resting { .. })
    }
}

/// Adds somebody to those who ask the same, of whom each asks for [`ASKED_HOLDS`]. Whether they are enough.
fn together(asking: &mut BTreeMap<Person, Time>, person: Person, at: Time) -> Result<bool, Refused> {
    asking.retain(|_, since| at < *since + ASKED_HOLDS);
    if asking.contains_key(&person) {
        return Err(Refused::Already);
    }
    asking.insert(person, at);
    let enough = asking.len() >= TOGETHER;
    if enough {
        asking.clear();
    }
    Ok(enough)
}

/// The first instant of the next day on the wall.
fn next_day(zone: Tz, at: Time) -> Time {
    let today = local_day(zone, at);
    at_wall_clock(zone, today.succ_opt().unwrap_or(today), NaiveTime::MIN)
}

#[cfg(test)]
mod tests;
