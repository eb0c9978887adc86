//! An election without candidates as it is held here (`decisions B9`, 6.12; `domain` 4.7): who may do what, and what comes
//! next. Nobody stands, nobody leads: every step belongs to everybody on the roll, or to the clock.
//!
//! The number of times a name was said decides nothing here: no rule below looks at it.

use std::collections::{BTreeMap, BTreeSet};
use tally::Quorum;
use tally::consent::default_quorum;
pub use tally::without_candidates::{LONGEST_SHORT_TERM, MOST_NAMES, Warning, warnings};

/// How many people in one room can end a round before its time, a day after it began and once half have spoken. Three, and
/// no more than are awaited: nobody has the power to lead the meeting, and one person alone must not be able to hurry the
/// others. A round in which everybody has spoken ends by itself.
pub const TOGETHER: usize = 3;
/// Most times that the role is adapted to one name: every session ends.
pub const MOST_ADAPTATIONS: u32 = 3;

/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Each names one person, and nobody reads it.
    Naming,
    /// Everybody has read the names and the reasons, and keeps hers or changes it.
    Changing,
    /// A name is to be put forward, for its reasons.
    Proposing,
    /// Everybody but the named person says whether it can be she.
    Answering,
    /// The named person speaks, last.
    Accepting,
    /// She has the task.
    Elected,
    /// Nobody for now.
    Nobody,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Self; 7] =
        [Self::Naming, Self::Changing, Self::Proposing, Self::Answering, Self::Accepting, Self::Elected, Self::Nobody];

    /// Its name in translations (`election-at-<name>`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Naming => "naming",
            Self::Changing => "changing",
            Self::Proposing => "proposing",
            Self::Answering => "answering",
            Self::Accepting => "accepting",
            Self::Elected => "elected",
            Self::Nobody => "nobody",
        }
    }

    /// Whether nothing more is asked of anybody.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Elected | Self::Nobody)
    }

    /// Whether one name is looked at.
    pub const fn has_a_name(self) -> bool {
        matches!(self, Self::Answering | Self::Accepting | Self::Elected)
    }
}

/// What somebody says of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It can be she.
    Fine,
    /// It can be she, and something is to be kept in mind.
    Concern,
    /// It would do harm: it says which, and what would help.
    Objection,
}

impl Answer {
    /// All, warmest first.
    pub const ALL: [Self; 3] = [Self::Fine, Self::Concern, Self::Objection];

    /// Its word in forms and in the store.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Fine => "fine",
            Self::Concern => "concern",
            Self::Objection => "objection",
        }
    }

    /// The answer of that word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.word() == word)
    }
}

/// Whom somebody named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nomination<P> {
    /// Whom.
    pub person: P,
    /// Whom she named in the first round, which everybody has read; none when she had not spoken then.
    pub first: Option<P>,
    /// Whether she has kept or changed it since everybody read them.
    pub settled: bool,
}

/// The name that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Put<P> {
    /// Whose.
    pub person: P,
    /// Who put it forward; none when she has left since.
    pub by: Option<P>,
    /// How often the role was adapted to it.
    pub version: u32,
}

/// An answer, and after how many adaptations it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// What.
    pub answer: Answer,
    /// After how many.
    pub version: u32,
    /// Whether this is an objection that somebody says is taken up. She who raised it is asked anew, and waited for until
    /// the end of the round.
    pub taken_up: bool,
}

/// Something that somebody does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act<P> {
    /// Names somebody, or somebody else than before.
    Name(P),
    /// Keeps what she said, having read the others.
    Keep,
    /// Says that those in the room are ready for what comes next.
    Together,
    /// Puts a name forward.
    Put(P),
    /// Takes back the name that she put forward.
    TakeBack,
    /// Says whether it can be she.
    Answer(Answer),
    /// Adapts the role to this name: a shorter term, a condition.
    Adapt,
    /// Says that the role, as adapted, takes up what that person objected. She is asked anew.
    TakeUp(P),
    /// The named person accepts.
    Accept,
    /// A named person does not want to. No reason is asked, and none is kept.
    Decline,
}

/// Why it cannot be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is not the time for it.
    NotNow,
    /// She is not on the roll.
    NotOnRoll,
    /// That name is not offered, whatever the reason.
    ChooseOther,
    /// She is the one who is spoken of: she speaks last.
    SpeaksLast,
    /// It belongs to whoever put the name forward, or wrote the text.
    NotHers,
    /// Nobody puts herself forward: naming oneself in the first round is enough.
    NotOneself,
    /// She put a name forward already: it is for others to do.
    PutAlready,
    /// Having read the names, one chooses among them.
    OnlyNamed,
    /// Nothing was objected, and nothing is to be kept in mind.
    NothingOpen,
    /// Some have not spoken, and may have had no time for it: those who are not in the room would have no say.
    TooSoon,
    /// Somebody objects: that comes first.
    ObjectionOpen,
    /// The role has not been adapted since.
    NothingAdapted,
    /// The role was adapted often enough.
    AdaptedEnough,
}

/// A session. `P` is a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session<P: Ord> {
    /// Where it stands.
    pub stage: Stage,
    /// Who was on the roll when it opened, and is still a member.
    pub roll: BTreeSet<P>,
    /// Those of the roll who are waited for: nobody on pause (ruling 5).
    pub awaited: BTreeSet<P>,
    /// Who can be named: every member, here or not.
    pub members: BTreeSet<P>,
    /// Those who do not want to be named. They are never offered.
    pub unwilling: BTreeSet<P>,
    /// Who wrote the text.
    pub authors: BTreeSet<P>,
    /// Who named whom.
    pub named: BTreeMap<P, Nomination<P>>,
    /// Names that are no longer open, whatever became of them.
    pub closed: BTreeSet<P>,
    /// How many names were put forward.
    pub tried: usize,
    /// The one that is looked at, or holds the task in the end.
    pub put: Option<Put<P>>,
    /// What is said of it.
    pub answers: BTreeMap<P, Said>,
    /// Who says that those in the room are ready.
    pub together: BTreeSet<P>,
    /// Who put a name forward in this session.
    pub proposers: BTreeSet<P>,
    /// How many must answer, by the charter.
    pub quorum: Quorum,
    /// Whether this round began a day ago or more.
    pub is_a_day_old: bool,
    /// How many rounds have begun, each adaptation and each objection taken up among them.
    pub rounds: u32,
}

impl<P: Copy + Ord> Session<P> {
    /// Does it. Says whether another round begins with it, and so another deadline.
    ///
    /// # Errors
    /// When she cannot do it now; nothing is changed.
    pub fn act(&mut self, by: P, act: Act<P>) -> Result<bool, Refused> {
        let before = self.stage;
        let mut anew = false;
        match act {
            Act::Name(person) => self.name(by, person)?,
            Act::Keep => self.keep(by)?,
            Act::Together => self.come_together(by)?,
            Act::Put(person) => self.put(by, person)?,
            Act::TakeBack => self.take_back(by)?,
            Act::Answer(answer) => self.answer(by, answer)?,
            Act::Adapt => {
                self.adapt(by)?;
                anew = true;
            }
            Act::TakeUp(objector) => {
                self.take_up(by, objector)?;
                anew = true;
            }
            Act::Accept => self.accept(by)?,
            Act::Decline => self.decline(by)?,
        }
        if !self.move_on(false) && anew {
            self.rounds += 1;
        }
        Ok(anew || self.stage != before)
    }

    /// The time of a round is over. Says whether another begins; it always does, or the session ends.
    pub fn time_is_up(&mut self) -> bool {
        self.move_on(true)
    }

    /// Somebody is no longer a member: what she said goes with her, and nobody waits for her.
    pub fn leave(&mut self, person: P) {
        for people in [
            &mut self.roll,
            &mut self.awaited,
            &mut self.members,
            &mut self.authors,
            &mut self.together,
            &mut self.proposers,
        ] {
            people.remove(&person);
        }
        self.named.remove(&person);
        self.answers.remove(&person);
        if let Some(put) = self.put.as_mut().filter(|put| put.by == Some(person)) {
            put.by = None;
        }
        self.move_on(false);
    }

    /// Whether somebody can be named now.
    pub fn may_be_named(&self, person: P) -> bool {
        self.members.contains(&person) && !self.unwilling.contains(&person) && !self.closed.contains(&person)
    }

    /// Whether somebody named her.
    pub fn is_named(&self, person: P) -> bool {
        self.named.values().any(|one| one.person == person)
    }

    /// Whether everybody has read her name: somebody named her in the first round.
    pub fn was_read(&self, person: P) -> bool {
        self.named.values().any(|one| one.first == Some(person))
    }

    /// Whether a name can be put forward: somebody named her, for a reason.
    pub fn may_be_put(&self, person: P) -> bool {
        self.may_be_named(person) && self.is_named(person)
    }

    /// Whether she can put a name forward: one in each session, and not her own.
    pub fn may_put(&self, by: P) -> bool {
        let another = self.named.values().any(|one| one.person != by && self.may_be_put(one.person));
        self.roll.contains(&by) && !self.proposers.contains(&by) && another
    }

    /// How many names can still be put forward.
    pub fn left(&self) -> usize {
        let names: BTreeSet<P> = self.named.values().map(|one| one.person).collect();
        let open = names.into_iter().filter(|person| self.may_be_put(*person)).count();
        open.min(MOST_NAMES.saturating_sub(self.tried))
    }

    /// Whether she has said something in this round.
    pub fn has_spoken(&self, person: P) -> bool {
        match self.stage {
            Stage::Naming => self.named.contains_key(&person),
            Stage::Changing => self.named.get(&person).is_some_and(|one| one.settled),
            Stage::Answering => self.answers.get(&person).is_some_and(|said| !said.taken_up),
            _ => false,
        }
    }

    /// Whether this round asks something of her.
    pub fn asks(&self, person: P) -> bool {
        let is_named = self.is_put(person);
        match self.stage {
            Stage::Naming | Stage::Changing => self.roll.contains(&person) && !self.has_spoken(person),
            Stage::Proposing => self.may_put(person),
            Stage::Answering => self.roll.contains(&person) && !is_named && !self.has_spoken(person),
            Stage::Accepting => is_named,
            Stage::Elected | Stage::Nobody => false,
        }
    }

    /// How many have spoken in this round, and of how many. Whoever rests counts once she speaks.
    pub fn spoken(&self) -> (u64, u64) {
        let named = self.put.filter(|_| self.stage == Stage::Answering).map(|put| put.person);
        let asked = self.roll.iter().filter(|person| Some(**person) != named);
        let spoken = asked.clone().filter(|person| self.has_spoken(**person)).count() as u64;
        let counted = asked.filter(|person| self.awaited.contains(person) || self.has_spoken(**person)).count() as u64;
        (spoken, counted)
    }

    /// How many objections are open.
    pub fn objections(&self) -> usize {
        self.answers.values().filter(|said| said.answer == Answer::Objection && !said.taken_up).count()
    }

    /// Whether hers is the name that is looked at.
    pub fn is_put(&self, person: P) -> bool {
        self.put.is_some_and(|put| put.person == person)
    }

    /// Whether somebody whose objection was taken up is waited for: her silence is no yes.
    fn waits_for_an_objector(&self) -> bool {
        self.answers.values().any(|said| said.taken_up)
    }

    /// Whether enough of the others said whether it can be she. Silence is not consent: at least half, as many as the
    /// charter asks for, and somebody whenever there is somebody else.
    fn enough_answers(&self) -> bool {
        let (spoken, counted) = self.spoken();
        let needed = default_quorum(counted).max(self.quorum.required(counted));
        spoken >= needed.max(u64::from(self.has_others()))
    }

    /// Whether anybody on the roll can be asked about the name.
    fn has_others(&self) -> bool {
        self.roll.iter().any(|person| !self.is_put(*person))
    }

    /// How many in one room end this round.
    pub fn together_wanted(&self) -> usize {
        TOGETHER.min(self.awaited.len()).max(1)
    }

    /// Why those in one room cannot end this round; nothing when they can. Either all have spoken, or at least half have and
    /// all had a day for it: the others are not left out by three who hurry. Of a name, everybody is asked.
    pub fn refuses_together(&self) -> Option<Refused> {
        let (spoken, counted) = self.spoken();
        let is_time = spoken >= counted || (self.is_a_day_old && spoken * 2 >= counted);
        match self.stage {
            Stage::Naming | Stage::Changing if !is_time => Some(Refused::TooSoon),
            Stage::Naming | Stage::Changing => None,
            Stage::Answering if self.objections() > 0 => Some(Refused::ObjectionOpen),
            Stage::Answering if spoken < counted || self.waits_for_an_objector() => Some(Refused::TooSoon),
            Stage::Answering => None,
            _ => Some(Refused::NotNow),
        }
    }

    /// Whether she may adapt the role to the name: she put it forward, or wrote the text; and it is not hers.
    pub fn may_adapt(&self, person: P) -> bool {
        let put_it = self.put.is_some_and(|put| put.by == Some(person));
        let is_hers = put_it || self.authors.contains(&person);
        self.stage == Stage::Answering && is_hers && !self.is_put(person)
    }

    /// Whether something is there for which the role could be adapted: an objection, or something to keep in mind.
    pub fn has_something_open(&self) -> bool {
        self.answers.values().any(|said| said.answer != Answer::Fine)
    }

    /// Whether she may say that she does not want to: once the names are read, and hers is among them.
    pub fn may_decline(&self, person: P) -> bool {
        let is_read = self.stage > Stage::Naming && !self.stage.is_over();
        is_read && !self.closed.contains(&person) && (self.is_put(person) || self.is_named(person))
    }

    fn on_roll(&self, by: P) -> Result<(), Refused> {
        if self.roll.contains(&by) { Ok(()) } else { Err(Refused::NotOnRoll) }
    }

    fn at(&self, stages: &[Stage]) -> Result<(), Refused> {
        if stages.contains(&self.stage) { Ok(()) } else { Err(Refused::NotNow) }
    }

    /// She speaks last, whatever else she may do.
    fn not_of_herself(&self, by: P) -> Result<(), Refused> {
        if self.stage == Stage::Answering && self.is_put(by) { Err(Refused::SpeaksLast) } else { Ok(()) }
    }

    fn name(&mut self, by: P, person: P) -> Result<(), Refused> {
        self.at(&[Stage::Naming, Stage::Changing])?;
        self.on_roll(by)?;
        if !self.may_be_named(person) {
            return Err(Refused::ChooseOther);
        }
        let settled = self.stage == Stage::Changing;
        if settled && !self.was_read(person) {
            return Err(Refused::OnlyNamed);
        }
        let first = if settled { self.named.get(&by).and_then(|one| one.first) } else { Some(person) };
        self.named.insert(by, Nomination { person, first, settled });
        Ok(())
    }

    fn keep(&mut self, by: P) -> Result<(), Refused> {
        self.at(&[Stage::Changing])?;
        self.on_roll(by)?;
        let mine = *self.named.get(&by).ok_or(Refused::NotNow)?;
        if !self.may_be_named(mine.person) {
            return Err(Refused::ChooseOther);
        }
        self.named.insert(by, Nomination { settled: true, ..mine });
        Ok(())
    }

    fn come_together(&mut self, by: P) -> Result<(), Refused> {
        self.on_roll(by)?;
        self.not_of_herself(by)?;
        match self.refuses_together() {
            Some(refused) => Err(refused),
            None => {
                self.together.insert(by);
                Ok(())
            }
        }
    }

    fn put(&mut self, by: P, person: P) -> Result<(), Refused> {
        self.at(&[Stage::Proposing])?;
        self.on_roll(by)?;
        if by == person {
            return Err(Refused::NotOneself);
        }
        if self.proposers.contains(&by) {
            return Err(Refused::PutAlready);
        }
        if !self.may_be_put(person) {
            return Err(Refused::ChooseOther);
        }
        self.tried += 1;
        self.proposers.insert(by);
        self.put = Some(Put { person, by: Some(by), version: 0 });
        self.stage = Stage::Answering;
        Ok(())
    }

    fn take_back(&mut self, by: P) -> Result<(), Refused> {
        self.at(&[Stage::Answering])?;
        if self.put.is_none_or(|put| put.by != Some(by)) {
            return Err(Refused::NotHers);
        }
        if self.objections() == 0 {
            return Err(Refused::NothingOpen);
        }
        self.next_name();
        Ok(())
    }

    fn answer(&mut self, by: P, answer: Answer) -> Result<(), Refused> {
        self.at(&[Stage::Answering])?;
        self.on_roll(by)?;
        let put = self.put.ok_or(Refused::NotNow)?;
        if put.person == by {
            return Err(Refused::SpeaksLast);
        }
        self.answers.insert(by, Said { answer, version: put.version, taken_up: false });
        Ok(())
    }

    /// Whoever said that it can be she says so anew; what was objected stays until it is taken up or taken back.
    fn adapt(&mut self, by: P) -> Result<(), Refused> {
        self.at(&[Stage::Answering])?;
        self.not_of_herself(by)?;
        if !self.may_adapt(by) {
            return Err(Refused::NotHers);
        }
        if !self.has_something_open() {
            return Err(Refused::NothingOpen);
        }
        let put = self.put.as_mut().ok_or(Refused::NotNow)?;
        if put.version >= MOST_ADAPTATIONS {
            return Err(Refused::AdaptedEnough);
        }
        put.version += 1;
        self.answers.retain(|_, said| said.answer == Answer::Objection);
        self.together.clear();
        Ok(())
    }

    /// The round begins anew, and she who objected is waited for in it.
    fn take_up(&mut self, by: P, objector: P) -> Result<(), Refused> {
        self.at(&[Stage::Answering])?;
        self.not_of_herself(by)?;
        if !self.may_adapt(by) {
            return Err(Refused::NotHers);
        }
        let version = self.put.ok_or(Refused::NotNow)?.version;
        let is_open = |said: &&mut Said| said.answer == Answer::Objection && !said.taken_up;
        let raised = self.answers.get_mut(&objector).filter(is_open);
        match raised {
            None => Err(Refused::NotNow),
            Some(raised) if raised.version >= version => Err(Refused::NothingAdapted),
            Some(raised) => {
                raised.taken_up = true;
                self.together.clear();
                Ok(())
            }
        }
    }

    fn accept(&mut self, by: P) -> Result<(), Refused> {
        self.at(&[Stage::Accepting])?;
        if self.put.is_none_or(|put| put.person != by) {
            return Err(Refused::NotHers);
        }
        self.stage = Stage::Elected;
        Ok(())
    }

    fn decline(&mut self, by: P) -> Result<(), Refused> {
        if !self.may_decline(by) {
            return Err(Refused::NotNow);
        }
        self.closed.insert(by);
        if self.is_put(by) {
            self.next_name();
        }
        Ok(())
    }

    /// The name that was looked at is no longer open; another one may be put forward, while there is one.
    fn next_name(&mut self) {
        if let Some(put) = self.put.take() {
            self.closed.insert(put.person);
        }
        self.answers.clear();
        self.stage = if self.can_go_on() { Stage::Proposing } else { Stage::Nobody };
    }

    /// Whether a name is left, and somebody who can put it forward.
    fn can_go_on(&self) -> bool {
        self.left() > 0 && self.roll.iter().any(|by| self.may_put(*by))
    }

    /// Goes on when a round is over. Says whether it did.
    fn move_on(&mut self, time_is_up: bool) -> bool {
        let before = self.stage;
        let is_gone = self.stage.has_a_name() && self.put.is_none_or(|put| !self.members.contains(&put.person));
        if self.stage == Stage::Changing {
            // Who named somebody whose name is closed since is asked anew.
            let open =
                self.members.iter().copied().filter(|person| self.may_be_named(*person)).collect::<BTreeSet<P>>();
            self.named.values_mut().for_each(|one| one.settled &= open.contains(&one.person));
        }
        let (spoken, counted) = self.spoken();
        let alone = self.stage == Stage::Answering && !self.has_others();
        let everybody = spoken >= counted && (spoken > 0 || alone);
        let in_one_room = self.refuses_together().is_none() && self.together.len() >= self.together_wanted();
        let is_over = time_is_up || everybody || in_one_room;
        match self.stage {
            Stage::Elected | Stage::Nobody => {}
            _ if is_gone => self.next_name(),
            Stage::Naming if is_over && self.named.is_empty() => self.stage = Stage::Nobody,
            Stage::Naming if is_over => self.stage = Stage::Changing,
            Stage::Changing if is_over || self.left() == 0 => self.next_name(),
            Stage::Proposing if time_is_up || !self.can_go_on() => self.stage = Stage::Nobody,
            Stage::Answering if self.objections() > 0 => {
                if time_is_up {
                    self.next_name();
                }
            }
            Stage::Answering if self.waits_for_an_objector() && !time_is_up => {}
            Stage::Answering if is_over && self.enough_answers() => self.stage = Stage::Accepting,
            Stage::Answering if is_over => self.next_name(),
            Stage::Accepting if time_is_up => self.next_name(),
            Stage::Naming | Stage::Changing | Stage::Proposing | Stage::Answering | Stage::Accepting => {}
        }
        if self.stage != before {
            self.together.clear();
            self.rounds += 1;
            self.is_a_day_old = false;
        }
        self.stage != before
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use tally::OptionId;
    use tally::without_candidates::{self as pure, Attempt, Nominations};

    fn session(people: u16) -> Session<u16> {
        let everybody: BTreeSet<u16> = (0..people).collect();
        Session {
            stage: Stage::Naming,
            roll: everybody.clone(),
            awaited: everybody.clone(),
            members: everybody,
            unwilling: BTreeSet::new(),
            authors: BTreeSet::from([0]),
            named: BTreeMap::new(),
            closed: BTreeSet::new(),
            tried: 0,
            put: None,
            answers: BTreeMap::new(),
            together: BTreeSet::new(),
            proposers: BTreeSet::new(),
            quorum: Quorum::Members(0),
            is_a_day_old: false,
            rounds: 0,
        }
    }

    /// Everybody names that person, reads, and keeps her nomination.
    fn all_name(session: &mut Session<u16>, whom: impl Fn(u16) -> u16) {
        let people: Vec<u16> = session.roll.iter().copied().collect();
        for who in &people {
            session.act(*who, Act::Name(whom(*who))).unwrap();
        }
        for who in &people {
            session.act(*who, Act::Keep).unwrap();
        }
        assert_eq!(session.stage, Stage::Proposing);
    }

    #[test]
    fn the_named_person_speaks_last() {
        let mut five = session(5);
        all_name(&mut five, |who| who % 2);
        five.act(2, Act::Put(1)).unwrap();
        assert_eq!(five.act(1, Act::Answer(Answer::Fine)), Err(Refused::SpeaksLast));
        assert_eq!(five.act(1, Act::Accept), Err(Refused::NotNow));
        for who in [0, 2, 3, 4] {
            assert_eq!(five.stage, Stage::Answering);
            five.act(who, Act::Answer(Answer::Fine)).unwrap();
        }
        assert_eq!(five.act(0, Act::Accept), Err(Refused::NotHers));
        assert_eq!(five.act(0, Act::Answer(Answer::Objection)), Err(Refused::NotNow));
        five.act(1, Act::Accept).unwrap();
        assert_eq!(five.stage, Stage::Elected);
    }

    #[test]
    fn whoever_is_named_once_can_have_the_task() {
        let mut five = session(5);
        all_name(&mut five, |who| u16::from(who == 3) * 4);
        five.act(0, Act::Put(4)).unwrap();
        for who in 0..4 {
            five.act(who, Act::Answer(Answer::Fine)).unwrap();
        }
        five.act(4, Act::Accept).unwrap();
        assert_eq!((five.stage, five.put.map(|put| put.person)), (Stage::Elected, Some(4)));
    }

    #[test]
    fn an_objection_waits_for_the_role_to_change() {
        let mut five = session(5);
        all_name(&mut five, |_| 1);
        five.act(2, Act::Put(1)).unwrap();
        for who in [0, 2, 4] {
            five.act(who, Act::Answer(Answer::Fine)).unwrap();
        }
        five.act(3, Act::Answer(Answer::Objection)).unwrap();
        assert_eq!(five.stage, Stage::Answering);
        assert_eq!(five.act(0, Act::Together), Err(Refused::ObjectionOpen));
        assert_eq!(five.act(0, Act::TakeUp(3)), Err(Refused::NothingAdapted));
        assert_eq!(five.act(4, Act::Adapt), Err(Refused::NotHers));
        assert_eq!(five.act(2, Act::Adapt), Ok(true), "who put the name forward");
        assert_eq!(five.answers.len(), 1, "all but the objection are asked anew");
        let rounds = five.rounds;
        assert_eq!(five.act(0, Act::TakeUp(3)), Ok(true), "the round begins anew");
        assert_eq!((five.rounds, five.objections()), (rounds + 1, 0));
        assert_eq!(five.act(0, Act::TakeUp(3)), Err(Refused::NotNow));
        for who in [0, 2, 4] {
            five.act(who, Act::Answer(Answer::Fine)).unwrap();
        }
        assert!(five.stage == Stage::Answering && five.asks(3), "she who objected is waited for");
        assert_eq!(five.act(0, Act::Together), Err(Refused::TooSoon));
        let mut silent = five.clone();
        silent.awaited.remove(&3);
        silent.act(2, Act::Answer(Answer::Fine)).unwrap();
        assert_eq!(silent.stage, Stage::Answering, "also when she rests");
        silent.time_is_up();
        assert_eq!(silent.stage, Stage::Accepting, "for a whole round");
        five.act(3, Act::Answer(Answer::Fine)).unwrap();
        assert_eq!(five.stage, Stage::Accepting);
    }

    #[test]
    fn the_named_person_does_nothing_for_her_own_name() {
        let mut five = session(5);
        all_name(&mut five, |_| 0);
        assert_eq!(five.act(0, Act::Put(0)), Err(Refused::NotOneself));
        five.act(1, Act::Put(0)).unwrap();
        assert_eq!(five.act(1, Act::Adapt), Err(Refused::NothingOpen));
        five.act(2, Act::Answer(Answer::Objection)).unwrap();
        for act in [Act::Adapt, Act::TakeUp(2), Act::Together] {
            assert_eq!(five.act(0, act), Err(Refused::SpeaksLast), "an author too");
        }
    }

    #[test]
    fn each_puts_one_name_forward_and_takes_it_back_for_an_objection() {
        let mut five = session(5);
        all_name(&mut five, |who| who);
        five.act(0, Act::Put(1)).unwrap();
        assert_eq!(five.act(0, Act::TakeBack), Err(Refused::NothingOpen));
        five.act(2, Act::Answer(Answer::Objection)).unwrap();
        five.act(0, Act::TakeBack).unwrap();
        assert_eq!(five.act(0, Act::Put(2)), Err(Refused::PutAlready));
        assert!(!five.asks(0) && five.asks(2));
    }

    #[test]
    fn as_many_answer_as_the_charter_asks_and_never_nobody() {
        let mut five = session(5);
        five.quorum = Quorum::Percent(75);
        all_name(&mut five, |who| who);
        five.act(0, Act::Put(1)).unwrap();
        for who in [0, 2] {
            five.act(who, Act::Answer(Answer::Fine)).unwrap();
        }
        five.time_is_up();
        assert_eq!(five.stage, Stage::Proposing, "two of four are not three");
        five.awaited.clear();
        five.act(2, Act::Put(3)).unwrap();
        assert_eq!(five.stage, Stage::Answering, "all rest");
        five.time_is_up();
        assert_eq!(five.stage, Stage::Proposing, "nobody said yes");
    }

    #[test]
    fn who_named_a_name_that_is_closed_is_asked_anew() {
        let mut five = session(5);
        for who in 0..5 {
            five.act(who, Act::Name(who % 2)).unwrap();
        }
        five.act(3, Act::Keep).unwrap();
        five.act(1, Act::Decline).unwrap();
        assert!(five.asks(3));
        assert_eq!(five.act(3, Act::Keep), Err(Refused::ChooseOther));
        assert_eq!(five.act(3, Act::Name(4)), Err(Refused::OnlyNamed));
        five.act(3, Act::Name(0)).unwrap();
        five.act(0, Act::Decline).unwrap();
        assert_eq!(five.stage, Stage::Nobody, "no name is left");
    }

    #[test]
    fn an_objection_that_stays_leads_to_the_next_name_when_the_time_is_over() {
        let mut five = session(5);
        all_name(&mut five, |who| who);
        five.act(2, Act::Put(1)).unwrap();
        five.act(0, Act::Answer(Answer::Objection)).unwrap();
        assert!(five.time_is_up());
        assert_eq!((five.stage, five.left()), (Stage::Proposing, 2));
        assert_eq!(five.act(0, Act::Put(1)), Err(Refused::ChooseOther));
    }

    #[test]
    fn silence_is_no_consent() {
        let mut five = session(5);
        all_name(&mut five, |who| who);
        five.act(0, Act::Put(1)).unwrap();
        five.act(0, Act::Answer(Answer::Fine)).unwrap();
        five.time_is_up();
        assert_eq!(five.stage, Stage::Proposing, "one of four is not half");
        five.act(3, Act::Put(2)).unwrap();
        five.act(0, Act::Answer(Answer::Fine)).unwrap();
        five.act(1, Act::Answer(Answer::Concern)).unwrap();
        five.time_is_up();
        assert_eq!(five.stage, Stage::Accepting);
        five.time_is_up();
        assert_eq!(five.stage, Stage::Proposing, "nor is hers");
    }

    #[test]
    fn three_in_one_room_end_a_round_once_half_have_spoken() {
        let mut eight = session(8);
        for who in 0..3 {
            eight.act(who, Act::Name(0)).unwrap();
        }
        assert_eq!(eight.act(0, Act::Together), Err(Refused::TooSoon));
        eight.act(3, Act::Name(5)).unwrap();
        assert_eq!(eight.act(0, Act::Together), Err(Refused::TooSoon), "within a day, everybody is waited for");
        eight.is_a_day_old = true;
        eight.act(0, Act::Together).unwrap();
        eight.act(0, Act::Together).unwrap();
        eight.act(1, Act::Together).unwrap();
        assert_eq!(eight.stage, Stage::Naming);
        eight.act(7, Act::Together).unwrap();
        assert_eq!((eight.stage, eight.together.len()), (Stage::Changing, 0));
    }

    #[test]
    fn whoever_does_not_want_to_is_never_offered() {
        let mut five = session(5);
        five.unwilling.insert(3);
        assert_eq!(five.act(0, Act::Name(3)), Err(Refused::ChooseOther));
        assert_eq!(five.act(3, Act::Name(3)), Err(Refused::ChooseOther));
        assert_eq!(five.act(0, Act::Name(9)), Err(Refused::ChooseOther), "somebody who is no member");
    }

    #[test]
    fn a_name_goes_with_the_person_who_leaves() {
        let mut five = session(5);
        all_name(&mut five, |who| who % 2);
        five.act(2, Act::Put(1)).unwrap();
        five.leave(1);
        assert_eq!((five.stage, five.left()), (Stage::Proposing, 1));
    }

    /// What somebody may try, whether it makes sense or not.
    fn any_act() -> impl Strategy<Value = Option<(u16, Act<u16>)>> {
        let act = prop_oneof![
            4 => (0u16..7).prop_map(Act::Name),
            2 => Just(Act::Keep),
            2 => Just(Act::Together),
            3 => (0u16..7).prop_map(Act::Put),
            1 => Just(Act::TakeBack),
            6 => proptest::sample::select(Answer::ALL.to_vec()).prop_map(Act::Answer),
            1 => Just(Act::Adapt),
            1 => (0u16..7).prop_map(Act::TakeUp),
            3 => Just(Act::Accept),
            1 => Just(Act::Decline),
        ];
        // Now and then the clock.
        prop_oneof![12 => (0u16..7, act).prop_map(Some), 1 => Just(None)]
    }

    proptest! {
        #[test]
        fn any_walk_keeps_to_the_rules_and_ends(walk in proptest::collection::vec(any_act(), 0..220)) {
            let mut now = session(6);
            let mut attempts: Vec<Attempt> = Vec::new();
            let mut names = Nominations::default();
            for step in walk {
                let before = now.clone();
                match step {
                    Some((by, act)) => {
                        let done = now.act(by, act);
                        if done.is_err() {
                            prop_assert_eq!(&now, &before, "a refusal changes nothing");
                        }
                        if let (Ok(_), Act::Put(person)) = (done, act) {
                            prop_assert!(by != person && !before.proposers.contains(&by));
                            prop_assert!(!before.closed.contains(&person) && before.left() > 0);
                        }
                        if let (Ok(_), Act::Accept) = (done, act) {
                            // Everybody else spoke before her, and nothing is in the way.
                            prop_assert!(before.stage == Stage::Accepting && before.put.unwrap().person == by);
                            prop_assert_eq!(before.objections(), 0);
                        }
                    }
                    None => prop_assert!(now.time_is_up() || before.stage.is_over()),
                }
                if before.stage == Stage::Changing && now.stage > Stage::Changing {
                    names = now.named.values().map(|one| OptionId::new(one.person)).collect();
                }
                // What became of each name, told to the counting of anybody else.
                if let (Some(put), None) = (before.put, now.put) {
                    attempts.push(Attempt { person: OptionId::new(put.person), answer: pure::Answer::Refused });
                }
                prop_assert!(now.tried <= MOST_NAMES && now.closed.is_superset(&before.closed));
                prop_assert!(now.answers.keys().all(|by| Some(*by) != now.put.map(|put| put.person)));
                prop_assert!(now.stage.has_a_name() == now.put.is_some());
                if now.stage == Stage::Accepting {
                    prop_assert_eq!(now.objections(), 0);
                }
            }
            if let Some(put) = now.put.filter(|_| now.stage == Stage::Elected) {
                attempts.push(Attempt { person: OptionId::new(put.person), answer: pure::Answer::Consent });
                let told = pure::session(&names, &attempts);
                prop_assert_eq!(told, Ok(pure::Session::Elected(OptionId::new(put.person))));
            } else {
                prop_assert!(pure::session(&names, &attempts).is_ok());
            }
            // Left alone, it ends by the clock.
            for _ in 0..12 {
                now.time_is_up();
            }
            prop_assert!(now.stage.is_over());
        }
    }
}
