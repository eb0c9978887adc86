//! Telling the story through the commands that members use, at the times it happened.

use super::people::PEOPLE;
use super::story::{self, Amended, Asks, Dissent, Does, Said, Told};
use super::{aid, calls, choosing, life};
use crate::areas;
use chrono::{Duration, NaiveTime};
use commons::area::Areas;
use commons::clock::{Clock, SystemClock, Time, Tz, days_later, local_day};
use commons::db::{Db, OpenError, Scope, Storage, Tx};
use commons::effects::Effects;
use commons::ids::{GroupId, MemberId};
use commons::refusal::No;
use decisions::ProposalId;
use decisions::commands::amend::{NewAmendment, amend};
use decisions::commands::ask_first_question::{Question, ask_first_question};
use decisions::commands::ask_secrecy::ask_secrecy;
use decisions::commands::cast_ballot::{Cast, cast_ballot};
use decisions::commands::cast_secret_ballot::cast_secret_ballot;
use decisions::commands::write_proposal::{Text, write_draft};
use decisions::commands::{contribute, second, settle, submit};
use decisions::powers::{AskSecrecy, CastBallot, Contribute, Propose, Second};
use decisions::queries::{list, proposal};
use decisions::recall::{AskRecall, Recall};
use decisions::review::{Again, Revisit};
use decisions::rules::ballot::{Typed, word};
use decisions::rules::paragraphs::{Field, Place};
use membership::MandateId;
use membership::commands::confirm::confirm;
use membership::commands::found;
use membership::commands::write_welcome_page::write_welcome_page;
use membership::effects::{ChangeCharter, GrantMandate, NewMandate, NewRule};
use membership::joint::ask_together;
use membership::powers::{Permit, Power, SignTogether, WriteWelcomePage, ask};
use membership::queries::{mandates, people};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// A demonstration, ready to be served.
#[derive(Clone, Debug)]
pub struct Demonstration {
    /// The group's word in addresses.
    pub slug: String,
    /// Its members, in the order of [`PEOPLE`].
    pub members: Vec<MemberId>,
    /// Ready sign-in codes, with the number of the member each is for.
    pub codes: Vec<(usize, String)>,
}

/// Why the story could not be told.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    /// The throw-away store.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// A command refused: the story does not fit the rules.
    #[error("the story of the demonstration cannot be told: {0}")]
    Refused(#[from] No),
}

impl From<commons::refusal::Broken> for SeedError {
    fn from(broken: commons::refusal::Broken) -> Self {
        Self::Refused(broken.into())
    }
}

/// A clock that is told what time it was. Only the story has one.
struct ToldClock(Mutex<Time>);

impl Clock for ToldClock {
    fn now(&self) -> Time {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ToldClock {
    fn set(&self, now: Time) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = now;
    }
}

const ZONE: Tz = Tz::America__Toronto;

/// Tells the whole story into a new store. `progress` hears of each step: how many are done, of how many.
///
/// # Errors
/// See [`SeedError`].
pub async fn seed(
    storage: &Storage,
    data: &Path,
    mut progress: impl FnMut(usize, usize),
) -> Result<Demonstration, SeedError> {
    let today = SystemClock.now();
    let clock = Arc::new(ToldClock(Mutex::new(evening(today, 40 * 7))));
    let db = Db::open(storage, data, clock.clone()).await?;
    let mut teller = Teller {
        db,
        clock,
        effects: areas::effects(),
        areas: areas::areas(),
        group: GroupId(uuid()),
        members: Vec::new(),
    };
    let steps = 9;
    let slug = teller.found(today).await?;
    progress(1, steps);
    teller.a_round(story::TASKS, evening(today, 36 * 7)).await?;
    progress(2, steps);
    teller.an_amended_round(&story::FREEZER, story::FREEZER_AMENDED, evening(today, 26 * 7)).await?;
    progress(3, steps);
    for (step, (told, days_ago)) in
        [(story::SPRING, 22 * 7), (story::SUMMER, 16 * 7), (story::AUTUMN, 7 * 7)].into_iter().enumerate()
    {
        teller.a_round(told, evening(today, days_ago)).await?;
        progress(step + 4, steps);
    }
    life::note_incident(&teller, teller.clock.now()).await?;
    teller.clock.set(evening(today, 34).max(teller.clock.now()));
    choosing::find_somebody(&teller).await?;
    choosing::draw_seats(&teller).await?;
    teller.write_welcome(evening(today, 13).max(teller.clock.now())).await?;
    teller.clock.set(evening(today, 12).max(teller.clock.now()));
    life::live(&teller, teller.clock.now()).await?;
    teller.clock.set(next_evening(teller.clock.now()));
    calls::tell(&teller).await?;
    aid::live(&teller, today).await?;
    progress(7, steps);
    teller.present(today).await?;
    progress(8, steps);
    teller.db.close().await?;
    progress(9, steps);
    let code = |number: usize| (number, membership::commands::secret::token().chars().take(24).collect());
    Ok(Demonstration { slug, members: teller.members, codes: super::READY.into_iter().map(code).collect() })
}

fn uuid() -> uuid::Uuid {
    uuid::Uuid::nil()
}

/// Six in the evening, so many days before `today`.
fn evening(today: Time, days_ago: i64) -> Time {
    let six = NaiveTime::from_hms_opt(18, 0, 0).unwrap_or_default();
    days_later(ZONE, today - Duration::days(days_ago), 0, six)
}

/// The next evening at six: nobody is called in the night.
fn next_evening(now: Time) -> Time {
    let today = evening(now, 0);
    if today >= now { today } else { evening(now + Duration::days(1), 0) }
}

/// Everybody once, beginning after the member of that number.
fn people_from(first: usize) -> impl Iterator<Item = usize> {
    (0..PEOPLE.len()).map(move |step| (first + step) % PEOPLE.len() + 1)
}

fn without_reason(said: Typed) -> Cast {
    Cast { said, reason: String::new(), unsigned: false }
}

pub(super) struct Teller {
    db: Db,
    clock: Arc<ToldClock>,
    effects: Effects,
    areas: Areas,
    group: GroupId,
    members: Vec<MemberId>,
}

impl Teller {
    async fn found(&mut self, today: Time) -> Result<String, SeedError> {
        let token = found::make_link(&self.db).await?;
        let trial_until = local_day(ZONE, today) + chrono::Months::new(1);
        let rules = [
            ("name", "La Tasse ébréchée"),
            ("legal_frame", "quebec_part_3"),
            ("quorum_ordinary", "12"),
            ("first_vote_days", "0"),
            ("trial_until", &trial_until.to_string()),
        ];
        let rules: BTreeMap<String, String> =
            rules.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        found::settle_rules(&self.db, &token, &rules).await?;
        let (founders, others) = PEOPLE.split_at(2);
        found::name_people(&self.db, &token, &founders.join("\n"), &others.join("\n")).await?;
        for founder in founders {
            let passphrase = membership::rules::passphrase::draw();
            found::sign(&self.db, &token, founder, &passphrase, "").await?;
        }
        let question = Question {
            title: "Adopter cet outil?".to_owned(),
            summary: "On essaierait cet outil pour décider ensemble, jusqu'à la date dite. Ensuite, on se repose la question.".to_owned(),
            body: "Si c'est non, on garde le papier et le téléphone. Rien ne se perd : le registre s'imprime.".to_owned(),
        };
        let founded = found::found(&self.db, &token, async |tx: &Tx<'_>, founded: &found::Founded| {
            ask_first_question(tx, &self.effects, founded, question).await
        })
        .await?;
        self.group = founded.group;
        let everyone = people::everyone(&self.db.read(self.group)).await?;
        let number = |name: &&str| everyone.iter().find(|person| person.name == **name).map(|person| person.id);
        self.members = PEOPLE.iter().filter_map(number).collect();
        self.wait_for_vote_to_open().await?;
        let first = list::list(&self.db.read(self.group), self.member(1)).await?.voting;
        for line in first {
            self.vote(line.id, 1, (21, 2, 1), &[]).await?;
        }
        self.wait_for_vote_to_close().await?;
        Ok(founded.slug)
    }

    pub(super) fn member(&self, number: usize) -> MemberId {
        self.members.get(number.saturating_sub(1)).copied().unwrap_or_else(MemberId::new)
    }

    /// What somebody does for herself, through the power that a page would ask for.
    pub(super) async fn act<P: Power, T>(
        &self,
        number: usize,
        work: impl AsyncFnOnce(&Tx<'_>, Permit<P>) -> Result<T, No>,
    ) -> Result<T, SeedError> {
        self.later(20);
        self.act_now(number, work).await
    }

    /// The same, at the hour that it is.
    pub(super) async fn act_now<P: Power, T>(
        &self,
        number: usize,
        work: impl AsyncFnOnce(&Tx<'_>, Permit<P>) -> Result<T, No>,
    ) -> Result<T, SeedError> {
        let by = self.member(number);
        self.write(async |tx: &Tx<'_>| work(tx, ask::<P>(tx, by).await?).await).await
    }

    /// What happens in the group.
    pub(super) async fn write<T>(&self, work: impl AsyncFnOnce(&Tx<'_>) -> Result<T, No>) -> Result<T, SeedError> {
        Ok(self.db.write(self.group, work).await?)
    }

    /// What the group is like now.
    pub(super) fn read(&self) -> Scope<'_> {
        self.db.read(self.group)
    }

    /// The hour of the story.
    pub(super) fn now(&self) -> Time {
        self.clock.now()
    }

    /// What adopted decisions can do.
    pub(super) fn effects(&self) -> &Effects {
        &self.effects
    }

    /// Where the group is.
    pub(super) fn zone(&self) -> Tz {
        ZONE
    }

    /// Several proposals told together: sent, seconded, discussed, voted, closed.
    async fn a_round(&self, told: &[Told], begin: Time) -> Result<(), SeedError> {
        self.clock.set(begin);
        let mut proposals = Vec::new();
        for (place, one) in told.iter().enumerate() {
            proposals.push((self.bring(one).await?, one, place));
        }
        self.wait_for_vote_to_open().await?;
        for (id, one, place) in proposals {
            // Each vote begins with another member, so that the same people do not always vote first.
            let first = one.by + place * 5;
            match one.asks {
                Some(asks) => self.vote_otherwise(id, first, asks).await?,
                None if one.secret => self.vote_in_secret(id, first, one.votes).await?,
                None => self.vote(id, first, one.votes, one.dissents).await?,
            }
        }
        self.wait_for_vote_to_close().await
    }

    /// A proposal whose words others change, each those of the one before: the last change is voted on first.
    async fn an_amended_round(&self, told: &Told, changes: &[Amended], begin: Time) -> Result<(), SeedError> {
        self.clock.set(begin);
        let text = self.bring(told).await?;
        let mut amended = (text, Field::Summary);
        let mut amendments = Vec::new();
        for change in changes {
            let id = self.amend(amended, change).await?;
            amendments.push((id, change));
            amended = (id, Field::Words);
        }
        self.wait_for_vote_to_open().await?;
        for (id, change) in amendments.into_iter().rev() {
            self.vote(id, change.by, change.votes, &[]).await?;
            // The next one opens as this one closes.
            self.wait_until_due(|list| list.voting.iter().filter_map(|line| line.due_at).min()).await?;
        }
        self.vote(text, told.by, told.votes, told.dissents).await?;
        self.wait_for_vote_to_close().await
    }

    /// Sends other words for the first paragraph of a field, and has them seconded.
    async fn amend(&self, (of, field): (ProposalId, Field), change: &Amended) -> Result<ProposalId, SeedError> {
        let new = NewAmendment {
            place: Place { field, paragraph: 0 },
            words: change.words.to_owned(),
            title: change.title.to_owned(),
            why: change.why.to_owned(),
            seen: 1,
        };
        let send = async |tx: &Tx<'_>, permit: Permit<Propose>| amend(tx, permit, &self.effects, of, new).await;
        let number = self.act(change.by, send).await?;
        let id = proposal::id_of(&self.db.read(self.group), number).await?;
        let second = async |tx: &Tx<'_>, permit: Permit<Second>| second::second(tx, permit, id).await;
        self.act(change.seconder, second).await?;
        Ok(id)
    }

    /// Writes it, sends it, has it seconded and discussed.
    async fn bring(&self, told: &Told) -> Result<ProposalId, SeedError> {
        let id = match told.does {
            Does::EndOf(title) => self.ask_recall(told, title).await?,
            _ => self.send_seconded(told).await?,
        };
        if told.secret {
            let asks = self.member(told.seconder);
            let ask_it = async |tx: &Tx<'_>| ask_secrecy(tx, ask::<AskSecrecy>(tx, asks).await?, id).await;
            self.db.write(self.group, ask_it).await?;
        }
        for said in told.said {
            self.later(55);
            self.say(id, said).await?;
        }
        Ok(id)
    }

    async fn send_seconded(&self, told: &Told) -> Result<ProposalId, SeedError> {
        let id = self.send(told).await?;
        self.second(id, told.seconder).await?;
        Ok(id)
    }

    /// A text sent by the first, and seconded by the other.
    pub(super) async fn send_text(&self, (by, seconder): (usize, usize), text: Text) -> Result<ProposalId, SeedError> {
        let id = self.write_and_send(by, text).await?;
        self.second(id, seconder).await?;
        Ok(id)
    }

    async fn second(&self, id: ProposalId, number: usize) -> Result<(), SeedError> {
        self.later(90);
        let seconder = self.member(number);
        let second = async |tx: &Tx<'_>| second::second(tx, ask::<Second>(tx, seconder).await?, id).await;
        Ok(self.db.write(self.group, second).await?)
    }

    /// Three members ask the group to recall a mandate: whoever tells it, whoever would second it, and another.
    async fn ask_recall(&self, told: &Told, title: &str) -> Result<ProposalId, SeedError> {
        let mandate = self.mandate(title).await?;
        let recall = Recall { mandate, title: told.title.to_owned(), summary: told.summary.to_owned() };
        let details = serde_json::to_value(recall).map_err(commons::refusal::Broken::stored)?;
        let joints = areas::joints();
        for number in [told.by, told.seconder, told.by + 1] {
            let by = self.member(number);
            let confirmed = confirm(&self.db, self.group, by, "").await?;
            let sign = async |tx: &Tx<'_>| {
                let permit = ask::<SignTogether>(tx, by).await?;
                ask_together(tx, permit, &joints, confirmed, AskRecall::KIND, &details).await
            };
            self.db.write(self.group, sign).await?;
            self.later(90);
        }
        let talked = list::list(&self.db.read(self.group), self.member(told.by)).await?.discussing;
        let asked = talked.into_iter().find(|line| line.title == told.title);
        Ok(asked.ok_or(No::NotFound)?.id)
    }

    pub(super) async fn mandate(&self, title: &str) -> Result<MandateId, SeedError> {
        let running = mandates::running(&self.db.read(self.group)).await?;
        let mandate = running.into_iter().find(|mandate| mandate.title == title).ok_or(No::NotFound)?;
        Ok(mandate.id)
    }

    async fn send(&self, told: &Told) -> Result<ProposalId, SeedError> {
        let effect = self.effect(told.does).await?;
        let text = Text {
            title: told.title.to_owned(),
            summary: told.summary.to_owned(),
            body: told.body.to_owned(),
            effect,
            question: told.asks.map(|asks| asks.question(local_day(ZONE, self.clock.now()))).unwrap_or_default(),
            ..Text::default()
        };
        self.write_and_send(told.by, text).await
    }

    async fn write_and_send(&self, number: usize, text: Text) -> Result<ProposalId, SeedError> {
        let by = self.member(number);
        let sent = self.db.write(self.group, async |tx: &Tx<'_>| {
            let id = write_draft(tx, ask::<Propose>(tx, by).await?, &self.effects, text).await?;
            submit::submit(tx, ask::<Propose>(tx, by).await?, &self.effects, id).await?;
            Ok::<_, No>(id)
        });
        Ok(sent.await?)
    }

    async fn effect(&self, does: Does) -> Result<Option<(String, Value)>, SeedError> {
        let effect = match does {
            // A recall is asked by several: see `ask_recall`.
            Does::Nothing | Does::EndOf(_) => None,
            Does::Trial(months) => Some((Revisit::KIND, serde_json::to_value(Again { months }))),
            Does::Rule(rule, value) => {
                let details = NewRule { rule: rule.to_owned(), value: value.to_owned() };
                Some((ChangeCharter::KIND, serde_json::to_value(details)))
            }
            Does::Mandate(title, aim, limits, powers, holder) => {
                let details = NewMandate {
                    title: title.to_owned(),
                    aim: aim.to_owned(),
                    limits: limits.to_owned(),
                    powers: powers.iter().map(ToString::to_string).collect(),
                    holder: self.member(holder),
                    until: local_day(ZONE, self.clock.now()) + chrono::Months::new(11),
                };
                Some((GrantMandate::KIND, serde_json::to_value(details)))
            }
        };
        match effect {
            None => Ok(None),
            Some((kind, details)) => Ok(Some((kind.to_owned(), details.map_err(commons::refusal::Broken::stored)?))),
        }
    }

    async fn say(&self, id: ProposalId, said: &Said) -> Result<(), SeedError> {
        let by = self.member(said.by);
        let words = self.db.write(self.group, async |tx: &Tx<'_>| {
            contribute::say(tx, ask::<Contribute>(tx, by).await?, id, said.kind, said.words).await
        });
        let words = words.await?;
        let Some((by, answer)) = said.answer else { return Ok(()) };
        self.later(200);
        let by = self.member(by);
        let answered = self.db.write(self.group, async |tx: &Tx<'_>| {
            contribute::answer(tx, ask::<Contribute>(tx, by).await?, words, answer).await
        });
        answered.await?;
        Ok(())
    }

    /// Yes, no and abstentions, from member `first` on.
    async fn vote(
        &self,
        id: ProposalId,
        first: usize,
        (yes, no, abstain): (usize, usize, usize),
        dissents: &[Dissent],
    ) -> Result<(), SeedError> {
        use tally::Choice;
        let mut choices = [vec![Choice::Yes; yes], vec![Choice::Abstain; abstain], vec![Choice::No; no]].concat();
        for dissent in dissents {
            choices.pop();
            let said = Typed::word(word(Choice::No));
            let cast = Cast { said, reason: dissent.words.to_owned(), unsigned: !dissent.signed };
            self.cast(id, dissent.by, cast).await?;
        }
        let others = people_from(first).filter(|number| dissents.iter().all(|dissent| dissent.by != *number));
        for (number, choice) in others.zip(choices) {
            self.cast(id, number, without_reason(Typed::word(word(choice)))).await?;
        }
        Ok(())
    }

    /// The ballots of a method other than yes or no, from member `first` on.
    async fn vote_otherwise(&self, id: ProposalId, first: usize, asks: Asks) -> Result<(), SeedError> {
        let ballots = asks.ballots.iter().flat_map(|(count, said)| std::iter::repeat_n(*said, *count));
        for (number, said) in people_from(first).zip(ballots) {
            let said = if asks.method.has_options() {
                Typed { marks: said.split(',').map(str::to_owned).collect(), ..Typed::default() }
            } else {
                Typed::word(said)
            };
            self.cast(id, number, without_reason(said)).await?;
        }
        Ok(())
    }

    /// Yes, no and blank ballots, from member `first` on. Nobody keeps a number.
    async fn vote_in_secret(
        &self,
        id: ProposalId,
        first: usize,
        (yes, no, blank): (usize, usize, usize),
    ) -> Result<(), SeedError> {
        let choices = [vec!["yes"; yes], vec!["blank"; blank], vec!["no"; no]].concat();
        for (number, choice) in people_from(first).zip(choices) {
            self.later(7);
            let by = self.member(number);
            let casts = async |tx: &Tx<'_>| {
                cast_secret_ballot(tx, ask::<CastBallot>(tx, by).await?, id, &Typed::word(choice), uuid()).await
            };
            self.db.write(self.group, casts).await?;
        }
        Ok(())
    }

    async fn cast(&self, id: ProposalId, number: usize, cast: Cast) -> Result<(), SeedError> {
        self.later(7);
        let by = self.member(number);
        let done = self
            .db
            .write(self.group, async |tx: &Tx<'_>| cast_ballot(tx, ask::<CastBallot>(tx, by).await?, id, cast).await);
        Ok(done.await?)
    }

    /// Time passes.
    pub(super) fn later(&self, minutes: i64) {
        self.clock.set(self.clock.now() + Duration::minutes(minutes));
    }

    pub(super) async fn wait_for_vote_to_open(&self) -> Result<(), SeedError> {
        self.wait_until_due(|list| list.discussing.iter().filter_map(|line| line.due_at).max()).await?;
        Ok(())
    }

    async fn wait_for_vote_to_close(&self) -> Result<(), SeedError> {
        // Each at its own hour, so that the register tells the day on which a vote closed. A change of charter
        // acts after its challenge window.
        let next =
            |list: &list::Proposals| list.voting.iter().chain(&list.adopted).filter_map(|line| line.due_at).min();
        while self.wait_until_due(next).await? {}
        Ok(())
    }

    /// Goes to the instant that `due` finds, if there is one, and does what the clock brings there.
    async fn wait_until_due(&self, due: impl FnOnce(&list::Proposals) -> Option<Time>) -> Result<bool, SeedError> {
        let list = list::list(&self.db.read(self.group), self.member(1)).await?;
        let Some(due) = due(&list) else { return Ok(false) };
        self.clock.set(due.max(self.clock.now()));
        settle::settle(&self.db, &self.effects, &self.areas, self.group).await?;
        Ok(true)
    }

    async fn write_welcome(&self, at: Time) -> Result<(), SeedError> {
        self.clock.set(at);
        let by = self.member(26);
        let written = self.db.write(self.group, async |tx: &Tx<'_>| {
            write_welcome_page(tx, ask::<WriteWelcomePage>(tx, by).await?, story::WELCOME).await
        });
        Ok(written.await?)
    }

    /// What is going on the day the demonstration starts.
    async fn present(&self, today: Time) -> Result<(), SeedError> {
        // Discussed for seven days until yesterday evening, so that its vote is open now.
        self.clock.set(evening(today, 8));
        let voting = self.bring(&story::VOTING).await?;
        self.clock.set(evening(today, 2).max(self.clock.now()));
        self.bring(&story::DISCUSSED).await?;
        self.wait_until(evening(today, 1) + Duration::hours(2)).await?;
        self.vote(voting, story::VOTING.by, story::VOTING.votes, &[]).await?;
        self.send(&story::WAITING).await?;
        choosing::draw_going_on(self).await?;
        self.draft().await
    }

    pub(super) async fn wait_until(&self, at: Time) -> Result<(), SeedError> {
        self.clock.set(at.max(self.clock.now()));
        settle::settle(&self.db, &self.effects, &self.areas, self.group).await?;
        Ok(())
    }

    async fn draft(&self) -> Result<(), SeedError> {
        let by = self.member(1);
        let text = Text {
            title: "Des chaises moins dures".to_owned(),
            summary: "Après une heure, tout le monde se lève. On chercherait six chaises d'occasion.".to_owned(),
            ..Text::default()
        };
        let written = self.db.write(self.group, async |tx: &Tx<'_>| {
            write_draft(tx, ask::<Propose>(tx, by).await?, &self.effects, text).await
        });
        written.await?;
        Ok(())
    }
}
