//! Groups that are founded and act by commands, as people would.

use crate::World;
use chrono::Duration;
use commons::clock::{Clock, Time};
use commons::db::{Scope, Tx};
use commons::ids::{GroupId, MemberId};
use commons::refusal::No;
use commons::register::{self, Entry};
use decisions::commands::amend::{NewAmendment, amend};
use decisions::commands::ask_extension::ask_extension;
use decisions::commands::ask_first_question::{Question, ask_first_question};
use decisions::commands::ask_secrecy::ask_secrecy;
use decisions::commands::cast_ballot::{Cast, cast_ballot};
use decisions::commands::cast_secret_ballot::cast_secret_ballot;
use decisions::commands::choose_not_named::choose_not_named;
use decisions::commands::draw;
use decisions::commands::election::{Doing, take_part};
use decisions::commands::hand_paper::{give_back, hand_paper};
use decisions::commands::name_helper::name_helper;
use decisions::commands::objections;
use decisions::commands::point_to_passage::point_to_passage;
use decisions::commands::read_roll::read_roll;
use decisions::commands::record_phone_vote::{Call, record_phone_vote};
use decisions::commands::settle::settle;
use decisions::commands::summarise::summarise;
use decisions::commands::tally_paper::{Compared, Which, all_sheets_read, read_sheet, tally_paper};
use decisions::commands::write_proposal::{Text, revise, write_draft};
use decisions::commands::{second, submit, withdraw};
use decisions::powers::{
    AskExtension, AskSecrecy, CastBallot, ChooseNotNamed, Contribute, DrawLots, EnterDraw, HandPaper, Propose,
    ReadRoll, RecordPhoneVote, Second, SummariseTalk, TallyPaper,
};
use decisions::queries::amendments::{Around, around, places};
use decisions::queries::election::{Election, of_number};
use decisions::queries::proposal::{self, Proposal};
use decisions::queries::roll::WasOnRoll;
use decisions::recall::{AskRecall, Recall};
use decisions::rules::ballot::{Typed, word};
use decisions::rules::draw::{Closing, NewDraw, lines};
use decisions::rules::election::Act;
use decisions::rules::paper::Totals;
use decisions::rules::paragraphs::Place;
use decisions::rules::question::Method;
use decisions::rules::receipt::Receipt;
use decisions::rules::state::State;
use decisions::stop::Stop;
use decisions::{ContributionId, DrawId, ObjectionId, ProposalId};
use membership::ApplicationId;
use membership::admission::{AdmitTogether, Applicant};
use membership::commands::ask::{self, Asking};
use membership::commands::circle;
use membership::commands::confirm::{Confirmed, confirm};
use membership::commands::join::{Arrival, join};
use membership::commands::{call_me, found, invite};
use membership::effects::{ChangeCharter, FillSeat, GrantMandate, KeepTool, NewMandate, NewSeat, RevokeMandate};
use membership::joint::{self, Joints, Signed};
use membership::powers::{self, ChangeOwnAccess, HandCard, Invite, Permit, Power, SignTogether, Vouch};
use membership::queries::applications::way_back;
use membership::queries::me::me;
use membership::queries::{charter, mandates, people};
use membership::rules::charter::Charter;
use membership::suspension::SuspendMandate;
use membership::{InvitationId, JointId, MandateId};
use mutual_aid::commands::limits;
use mutual_aid::commands::visits::plans;
use mutual_aid::commands::visits::visiting::{self, Says};
use mutual_aid::powers::{AskVisits, SetOwnLimits, Visit};
use mutual_aid::rules::limits::OwnLimits;
use mutual_aid::{VisitId, VisitPlanId};
use rota::Kind;
use rota::time::Window;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use tally::Choice;

/// A group about to be founded.
#[must_use]
pub struct GroupToFound<'w> {
    world: &'w World,
    people: usize,
    rules: BTreeMap<String, String>,
    first_question: bool,
}

impl World {
    /// A group of three people, two of whom found it, with the charter everybody starts with, save what is said below.
    pub fn a_group(&self) -> GroupToFound<'_> {
        let rules = BTreeMap::from([("name".to_owned(), "La Tasse ébréchée".to_owned())]);
        let group = GroupToFound { world: self, people: 3, rules, first_question: false };
        // A vote ends at its first deadline, and the same text comes as often as a test likes, unless it says otherwise.
        group.with_rule("quorum_missed", "lapse").with_rule("same_text_days", "0")
    }
}

impl<'w> GroupToFound<'w> {
    /// So many people in all; two of them sign, the others stand on the founding list.
    pub fn with_people(mut self, count: usize) -> Self {
        self.people = count;
        self
    }

    /// A rule of its charter.
    pub fn with_rule(mut self, name: &str, value: &str) -> Self {
        self.rules.insert(name.to_owned(), value.to_owned());
        self
    }

    /// A charter without waiting: no days of discussion, votes that close the next evening, effects at once.
    pub fn quick(self) -> Self {
        let days = self.with_rule("discussion_days_ordinary", "0").with_rule("discussion_days_charter", "0");
        let days = days.with_rule("voting_days_ordinary", "1").with_rule("voting_days_charter", "1");
        days.with_rule("challenge_hours_charter", "0")
    }

    /// Founded with the question whether to keep this tool, as real groups are.
    pub fn with_first_question(mut self) -> Self {
        self.first_question = true;
        self
    }

    /// Founds it.
    pub async fn found(self) -> Group<'w> {
        let db = &self.world.db;
        let token = found::make_link(db).await.unwrap();
        found::settle_rules(db, &token, &self.rules).await.unwrap();
        let names: Vec<String> = (0..self.people).map(name).collect();
        found::name_people(db, &token, &names[..2].join("\n"), &names[2..].join("\n")).await.unwrap();
        for (number, name) in names.iter().take(2).enumerate() {
            found::sign(db, &token, name, &passphrase(number), &email(number)).await.unwrap();
        }
        let founded = found::found(db, &token, async |tx: &Tx<'_>, founded: &found::Founded| {
            if self.first_question {
                ask_first_question(tx, &self.world.effects, founded, question()).await?;
            }
            Ok(())
        });
        let founded = founded.await.unwrap();
        let mut members: Vec<MemberId> =
            people::everyone(&db.read(founded.group)).await.unwrap().into_iter().map(|person| person.id).collect();
        // In the order they were listed: ids sort by birth.
        members.sort();
        assert_eq!(members[..2], founded.founders[..]);
        Group { world: self.world, id: founded.group, slug: founded.slug, members }
    }
}

fn question() -> Question {
    Question {
        title: "Adopter cet outil?".to_owned(),
        summary: "L'essayer trois mois.".to_owned(),
        body: String::new(),
    }
}

/// What the person of that place in the founding list is called.
fn name(place: usize) -> String {
    const NAMES: [&str; 11] = [
        "Solange",
        "Ovila",
        "Noëlla",
        "Télesphore",
        "Lucille",
        "Éloi",
        "Rosalba",
        "Fernand",
        "Philias",
        "Delvina",
        "Ozias",
    ];
    NAMES.get(place).map_or_else(|| format!("Membre {place}"), |name| (*name).to_owned())
}

fn passphrase(place: usize) -> String {
    format!("les chats de {} dorment au soleil", name(place))
}

fn email(place: usize) -> String {
    format!("personne{place}@exemple.org")
}

/// A group that was founded in this world.
pub struct Group<'w> {
    /// Where it is.
    pub world: &'w World,
    /// Which.
    pub id: GroupId,
    /// Its word in addresses.
    pub slug: String,
    /// Its people, the two founders first. Everywhere here, people are named by their place in this list.
    pub members: Vec<MemberId>,
}

impl<'w> Group<'w> {
    /// What the person of that place is called.
    pub fn name(&self, who: usize) -> String {
        name(who)
    }

    /// The passphrase with which a founder signed.
    pub fn passphrase(&self, who: usize) -> String {
        passphrase(who)
    }

    /// The address that a founder gave.
    pub fn email(&self, who: usize) -> String {
        email(who)
    }

    /// Reading in this group.
    pub fn read(&self) -> Scope<'w> {
        self.world.db.read(self.id)
    }

    /// Writing in this group.
    ///
    /// # Errors
    /// What `work` refuses.
    pub async fn write<T>(&self, work: impl AsyncFnOnce(&Tx<'_>) -> Result<T, No>) -> Result<T, No> {
        self.world.db.write(self.id, work).await
    }

    /// Does `work` with the power `P` of that person.
    ///
    /// # Errors
    /// When the power is not hers, or what `work` refuses.
    pub async fn act<P: Power, T>(
        &self,
        who: usize,
        work: impl AsyncFnOnce(&Tx<'_>, Permit<P>) -> Result<T, No>,
    ) -> Result<T, No> {
        self.write(async |tx: &Tx<'_>| {
            let permit = powers::ask::<P>(tx, self.members[who]).await?;
            Box::pin(work(tx, permit)).await
        })
        .await
    }

    /// Does what the clock brings, and says how many proposals moved.
    pub async fn settle(&self) -> usize {
        // On the heap: a test that lives through much has little stack left.
        let moves = Box::pin(settle(&self.world.db, &self.world.effects, &parpour::areas::areas(), self.id)).await;
        Box::pin(mutual_aid::commands::settle::settle(&self.world.db, self.id)).await.unwrap();
        moves.unwrap()
    }

    /// That person says yes to visiting others, at any hour.
    pub async fn says_own_limits(&self, who: usize) {
        let always = Window::every_day(chrono::NaiveTime::MIN, chrono::NaiveTime::MIN).to_vec();
        let limits = OwnLimits { windows: always, a_week: Some(5), ..OwnLimits::default() };
        let says = async |tx: &Tx<'_>, permit: Permit<SetOwnLimits>| {
            limits::say(tx, permit, limits, &BTreeSet::from([Kind::Visit])).await
        };
        self.act(who, says).await.unwrap();
    }

    /// That person asks these to visit her in a café on that day, and is visited once.
    pub async fn is_visited(&self, who: usize, by: &[usize], day: chrono::NaiveDate) -> (VisitPlanId, VisitId) {
        let new = plans::NewPlan {
            named: by.iter().map(|one| self.members[*one]).collect(),
            refused: BTreeSet::new(),
            asks_others: false,
            words: "Le café du coin".to_owned(),
            kind: "elsewhere".to_owned(),
            later: false,
        };
        let asks = async |tx: &Tx<'_>, permit: Permit<AskVisits>| plans::ask(tx, permit, new).await;
        let plan = self.act(who, asks).await.unwrap();
        let from = chrono::NaiveTime::from_hms_opt(14, 30, 0).unwrap();
        let visit = plans::NewVisit { date: day, from, minutes: 40, seats: 1, by_phone: false };
        let adds = async |tx: &Tx<'_>, permit: Permit<AskVisits>| {
            plans::change(tx, permit, plan, None, plans::Change::Add(visit)).await
        };
        self.act(who, adds).await.unwrap();
        let seen = mutual_aid::queries::visits::plan(&self.read(), plan, self.members[who]).await.unwrap();
        (plan, seen.visits[0].id)
    }

    /// That person says yes to a visit.
    pub async fn says_yes_to_visit(&self, who: usize, visit: VisitId) {
        let yes = async |tx: &Tx<'_>, permit: Permit<Visit>| visiting::answer(tx, permit, visit, Says::Yes).await;
        self.act(who, yes).await.unwrap();
    }

    /// The charter now.
    pub async fn charter(&self) -> Charter {
        charter::charter(&self.read()).await.unwrap()
    }

    /// A proposal that person is about to write.
    pub fn proposes(&self, who: usize) -> Proposing<'_, 'w> {
        let text = Text {
            title: "Un congélateur d'occasion".to_owned(),
            summary: "En acheter un, 200 $ au plus.".to_owned(),
            ..Text::default()
        };
        Proposing { group: self, who, text }
    }

    /// That person seconds a proposal.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn seconds(&self, who: usize, id: ProposalId) -> Result<(), No> {
        self.act(who, async |tx: &Tx<'_>, permit: Permit<Second>| second::second(tx, permit, id).await).await
    }

    /// That person votes.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn votes(&self, who: usize, id: ProposalId, choice: Choice) -> Result<(), No> {
        self.votes_saying(who, id, choice, "").await
    }

    /// That person votes and says why.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn votes_saying(&self, who: usize, id: ProposalId, choice: Choice, reason: &str) -> Result<(), No> {
        self.says(who, id, Typed::word(word(choice)), reason).await
    }

    /// That person casts a ballot of whatever method.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn says(&self, who: usize, id: ProposalId, said: Typed, reason: &str) -> Result<(), No> {
        self.casts(who, id, Cast { said, reason: reason.to_owned(), unsigned: false }).await
    }

    /// That person votes, says why, and does not sign it.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn votes_unsigned(&self, who: usize, id: ProposalId, choice: Choice, reason: &str) -> Result<(), No> {
        self.says_unsigned(who, id, Typed::word(word(choice)), reason).await
    }

    /// The same by whatever method.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn says_unsigned(&self, who: usize, id: ProposalId, said: Typed, reason: &str) -> Result<(), No> {
        self.casts(who, id, Cast { said, reason: reason.to_owned(), unsigned: true }).await
    }

    async fn casts(&self, who: usize, id: ProposalId, cast: Cast) -> Result<(), No> {
        self.act(who, async |tx: &Tx<'_>, permit: Permit<CastBallot>| cast_ballot(tx, permit, id, cast).await).await
    }

    /// That person takes her objection or her block back.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn lifts(&self, who: usize, id: ProposalId, which: ObjectionId) -> Result<(), No> {
        let lift = async |tx: &Tx<'_>, permit: Permit<CastBallot>| objections::lift(tx, permit, id, which).await;
        self.act(who, lift).await
    }

    /// That person says that the text as it is now takes an objection up.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn answers(&self, who: usize, id: ProposalId, which: ObjectionId) -> Result<(), No> {
        let answer = async |tx: &Tx<'_>, permit: Permit<Propose>| objections::answer(tx, permit, id, which).await;
        self.act(who, answer).await
    }

    /// That person supports a block, or no longer does.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn supports(&self, who: usize, id: ProposalId, which: ObjectionId, yes: bool) -> Result<(), No> {
        let support =
            async |tx: &Tx<'_>, permit: Permit<CastBallot>| objections::support(tx, permit, id, which, yes).await;
        self.act(who, support).await
    }

    /// That person writes a new version of a text.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn revises(&self, who: usize, id: ProposalId, text: Text) -> Result<(), No> {
        let effects = &self.world.effects;
        self.act(who, async |tx: &Tx<'_>, permit: Permit<Propose>| revise(tx, permit, effects, id, text).await).await
    }

    /// That person puts a ballot in the urn of a secret vote.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn votes_in_secret(&self, who: usize, id: ProposalId, choice: &str) -> Result<Receipt, No> {
        self.puts_in_urn(who, id, Typed::word(choice)).await
    }

    /// The same with a ballot of whatever method.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn puts_in_urn(&self, who: usize, id: ProposalId, said: Typed) -> Result<Receipt, No> {
        let casts = async |tx: &Tx<'_>, permit: Permit<CastBallot>| {
            cast_secret_ballot(tx, permit, id, &said, uuid::Uuid::new_v4()).await
        };
        self.act(who, casts).await
    }

    /// That person writes where a discussion stands, having read version `seen` of it.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn summarises(&self, who: usize, id: ProposalId, words: &str, seen: i32) -> Result<(), No> {
        let writes = async |tx: &Tx<'_>, permit: Permit<SummariseTalk>| summarise(tx, permit, id, words, seen).await;
        self.act(who, writes).await
    }

    /// That person says which passage of a text a worry is about.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn points(&self, who: usize, worry: ContributionId, place: &str, seen: i32) -> Result<(), No> {
        let place = Place::named(place);
        let points =
            async |tx: &Tx<'_>, permit: Permit<Contribute>| point_to_passage(tx, permit, worry, place, seen).await;
        self.act(who, points).await
    }

    /// That person asks that a vote be secret.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn asks_secrecy(&self, who: usize, id: ProposalId) -> Result<(), No> {
        self.act(who, async |tx: &Tx<'_>, permit: Permit<AskSecrecy>| ask_secrecy(tx, permit, id).await).await
    }

    /// That person asks that a vote last longer.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn asks_extension(&self, who: usize, id: ProposalId) -> Result<(), No> {
        self.act(who, async |tx: &Tx<'_>, permit: Permit<AskExtension>| ask_extension(tx, permit, id).await).await
    }

    /// That person asks the others to stop a vote, or to contest a decision, or signs what waits in the same words.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn stops(&self, who: usize, kind: &'static str, id: ProposalId, reason: &str) -> Result<Signed, No> {
        let details = serde_json::to_value(Stop { proposal: id, reason: reason.to_owned() }).unwrap();
        Ok(self.asks_together(who, &self.world.joints, kind, &details).await?.1)
    }

    /// That person notes the vote of another, who is on the telephone.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn notes_by_phone(&self, who: usize, whose: usize, id: ProposalId, choice: Choice) -> Result<(), No> {
        self.notes_said_by_phone(who, whose, id, Typed::word(word(choice)), "Dit au téléphone").await
    }

    /// The same, of whatever method.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn notes_said_by_phone(
        &self,
        who: usize,
        whose: usize,
        id: ProposalId,
        said: Typed,
        reason: &str,
    ) -> Result<(), No> {
        let cast = Cast { said, reason: reason.to_owned(), unsigned: false };
        let call = Call { whose: Some(self.members[whose]), cast };
        let notes = async |tx: &Tx<'_>, permit: Permit<RecordPhoneVote>| record_phone_vote(tx, permit, id, call).await;
        self.act(who, notes).await
    }

    /// That person notes that another took a ballot of paper.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn hands_paper(&self, who: usize, whose: usize, id: ProposalId) -> Result<(), No> {
        let whose = Some(self.members[whose]);
        self.act(who, async |tx: &Tx<'_>, permit: Permit<HandPaper>| hand_paper(tx, permit, id, whose).await).await
    }

    /// That person notes that another gave a ballot of paper back.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn takes_paper_back(&self, who: usize, whose: usize, id: ProposalId) -> Result<(), No> {
        let whose = Some(self.members[whose]);
        self.act(who, async |tx: &Tx<'_>, permit: Permit<HandPaper>| give_back(tx, permit, id, whose).await).await
    }

    /// That person notes who helps another, or herself, with a ballot of paper.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn notes_help(&self, who: usize, whose: usize, helper: usize, id: ProposalId) -> Result<(), No> {
        let (whose, helper) = (Some(self.members[whose]), Some(self.members[helper]));
        let notes = async |tx: &Tx<'_>, permit: Permit<HandPaper>| name_helper(tx, permit, id, whose, helper).await;
        self.act(who, notes).await
    }

    /// That person types what she found in the box: for, against, abstentions, blank, spoiled.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn counts_paper(&self, who: usize, id: ProposalId, found: [u64; 5]) -> Result<Compared, No> {
        let [yes, no, abstain, blank, spoiled] = found;
        let said = [("yes", yes), ("no", no), ("abstain", abstain), ("blank", blank)];
        self.counts_words_on_paper(who, id, &said, spoiled).await
    }

    /// That person types how many sheets say each word.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn counts_words_on_paper(
        &self,
        who: usize,
        id: ProposalId,
        said: &[(&str, u64)],
        spoiled: u64,
    ) -> Result<Compared, No> {
        let found = Totals::of(said.iter().map(|(word, sheets)| ((*word).to_owned(), *sheets)), spoiled);
        let tally = async |tx: &Tx<'_>, permit: Permit<TallyPaper>| tally_paper(tx, permit, id, found.clone()).await;
        self.act(who, tally).await
    }

    /// That person reads a sheet of the box: the numbers on it, or nothing when nobody can tell.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn reads_sheet(&self, who: usize, id: ProposalId, which: Which, says: Option<&[&str]>) -> Result<(), No> {
        let typed = says
            .map(|marks| Typed { marks: marks.iter().map(|mark| (*mark).to_owned()).collect(), ..Typed::default() });
        let reads =
            async |tx: &Tx<'_>, permit: Permit<TallyPaper>| read_sheet(tx, permit, id, which, typed.as_ref()).await;
        self.act(who, reads).await
    }

    /// That person has read every sheet of the box.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn has_read_all(&self, who: usize, id: ProposalId, sure: bool) -> Result<Compared, No> {
        self.act(who, async |tx: &Tx<'_>, permit: Permit<TallyPaper>| all_sheets_read(tx, permit, id, sure).await).await
    }

    /// That person reads who was on the list of a vote.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn reads_roll(&self, who: usize, id: ProposalId) -> Result<WasOnRoll, No> {
        self.act(who, async |tx: &Tx<'_>, permit: Permit<ReadRoll>| read_roll(tx, permit, id).await).await
    }

    /// A secret vote with that effect, open.
    pub async fn open_secret_vote(&self, effect: Option<(&str, Value)>) -> ProposalId {
        let id = self.proposes(0).doing(effect).sent().await.unwrap();
        for who in 1..=usize::try_from(self.see(id).await.secrecy_wanted).unwrap() {
            self.asks_secrecy(who, id).await.unwrap();
        }
        for who in 1..=usize::try_from(self.see(id).await.seconders_wanted).unwrap() {
            self.seconds(who, id).await.unwrap();
        }
        if self.state(id).await == State::Discussing {
            self.to_next_step(id).await;
        }
        assert_eq!(self.state(id).await, State::Voting);
        id
    }

    /// That person proposes other words for the first paragraph of a proposal, or for the words of an amendment.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn amends(&self, who: usize, id: ProposalId, words: &str) -> Result<ProposalId, No> {
        let place = places(&self.read(), id).await?.first().expect("something to amend").0;
        self.amends_at(who, id, place, words).await
    }

    /// The same for a paragraph of its own.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn amends_at(&self, who: usize, id: ProposalId, place: Place, words: &str) -> Result<ProposalId, No> {
        let seen = self.see(id).await;
        let new = NewAmendment {
            place,
            words: words.to_owned(),
            title: format!("Amendement à la proposition {}", seen.number.unwrap_or_default()),
            why: "C'est plus clair ainsi.".to_owned(),
            seen: seen.version,
        };
        let effects = &self.world.effects;
        let sends = async |tx: &Tx<'_>, permit: Permit<Propose>| amend(tx, permit, effects, id, new).await;
        let number = self.act(who, sends).await?;
        proposal::id_of(&self.read(), number).await
    }

    /// A proposal among its amendments.
    pub async fn around(&self, id: ProposalId) -> Around {
        around(&self.read(), id).await.unwrap()
    }

    /// So many people vote yes, no, and neither, in the order of the list.
    pub async fn votes_as_many(&self, id: ProposalId, yes: usize, no: usize, abstain: usize) {
        let choices = std::iter::repeat_n(Choice::Yes, yes).chain(std::iter::repeat_n(Choice::No, no));
        for (who, choice) in choices.chain(std::iter::repeat_n(Choice::Abstain, abstain)).enumerate() {
            self.votes(who, id, choice).await.unwrap();
        }
    }

    /// That person takes a proposal back.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn withdraws(&self, who: usize, id: ProposalId) -> Result<(), No> {
        self.act(who, async |tx: &Tx<'_>, permit: Permit<Propose>| withdraw::withdraw(tx, permit, id).await).await
    }

    /// A proposal as that person sees it.
    ///
    /// # Errors
    /// When there is none for her.
    pub async fn seen_by(&self, who: usize, id: ProposalId) -> Result<Proposal, No> {
        let scope = self.read();
        match proposal::number_of(&scope, id).await? {
            Some(number) => Box::pin(proposal::numbered(&scope, &self.world.effects, number, self.members[who])).await,
            None => Box::pin(proposal::draft(&scope, &self.world.effects, id, self.members[who])).await,
        }
    }

    /// A proposal that was sent.
    pub async fn see(&self, id: ProposalId) -> Proposal {
        self.seen_by(0, id).await.unwrap()
    }

    /// Where a sent proposal is in its life.
    pub async fn state(&self, id: ProposalId) -> State {
        self.see(id).await.state
    }

    /// Goes to the instant at which the clock next does something with this proposal, and lets it.
    pub async fn to_next_step(&self, id: ProposalId) {
        let due = self.see(id).await.due_at.expect("something to wait for");
        self.world.clock.set(due.max(self.world.clock.now()));
        self.settle().await;
    }

    /// Proposed by the first founder, seconded by others, discussed: its vote is open.
    pub async fn open_vote(&self, effect: Option<(&str, Value)>) -> ProposalId {
        let id = self.proposes(0).doing(effect).sent().await.unwrap();
        for who in 1..=usize::try_from(self.see(id).await.seconders_wanted).unwrap() {
            self.seconds(who, id).await.unwrap();
        }
        if self.state(id).await == State::Discussing {
            self.to_next_step(id).await;
        }
        assert_eq!(self.state(id).await, State::Voting);
        id
    }

    /// Everybody on the roll votes yes.
    pub async fn all_vote_yes(&self, id: ProposalId) {
        for who in 0..self.members.len() {
            if self.seen_by(who, id).await.unwrap().vote.unwrap().i_may_vote {
                self.votes(who, id, Choice::Yes).await.unwrap();
            }
        }
    }

    /// Adopted by everybody, its challenge window over.
    pub async fn adopts(&self, effect: Option<(&str, Value)>) -> ProposalId {
        let id = self.open_vote(effect).await;
        self.all_vote_yes(id).await;
        while !self.state(id).await.is_over() {
            self.to_next_step(id).await;
        }
        id
    }

    /// Every register entry about something, oldest first.
    pub async fn entries_about(&self, thing: impl ToString) -> Vec<Entry> {
        register::about(&self.read(), &thing.to_string()).await.unwrap()
    }

    /// The kinds of every register entry about something, oldest first.
    pub async fn told_about(&self, thing: impl ToString) -> Vec<String> {
        self.entries_about(thing).await.into_iter().map(|entry| entry.kind).collect()
    }

    /// The number of the last register entry.
    pub async fn head(&self) -> i64 {
        register::head(&self.read()).await.unwrap().seq
    }

    /// The register as members take it home.
    pub async fn export(&self) -> Vec<u8> {
        let lines = register::lines(&self.read()).await.unwrap();
        register::export::export(self.charter().await.name(), &lines).unwrap()
    }

    /// The effect that changes a rule.
    pub fn change(rule: &str, value: &str) -> Option<(&'static str, Value)> {
        Some((ChangeCharter::KIND, json!({ "rule": rule, "value": value })))
    }

    /// The effect that grants that person a mandate, over after so many days.
    pub fn grant(&self, who: usize, powers: &[&str], days: i64) -> Option<(&'static str, Value)> {
        self.entrust(who, "Page d'accueil", powers, days)
    }

    /// The effect that entrusts that person with the task of this name.
    pub fn entrust(&self, who: usize, title: &str, powers: &[&str], days: i64) -> Option<(&'static str, Value)> {
        let new = NewMandate {
            title: title.to_owned(),
            aim: "Tenir la page d'accueil à jour.".to_owned(),
            limits: String::new(),
            powers: powers.iter().map(ToString::to_string).collect(),
            holder: self.members[who],
            until: (self.world.clock.now() + Duration::days(days)).date_naive(),
        };
        Some((GrantMandate::KIND, serde_json::to_value(new).unwrap()))
    }

    /// The effect that entrusts the task of this name to somebody still to be found, over after so many days.
    pub fn seat(&self, title: &str, days: i64) -> Option<(&'static str, Value)> {
        let new = NewSeat {
            title: title.to_owned(),
            aim: "Que la tâche soit faite.".to_owned(),
            limits: String::new(),
            powers: Vec::new(),
            holder: None,
            until: (self.world.clock.now() + Duration::days(days)).date_naive(),
        };
        Some((FillSeat::KIND, serde_json::to_value(new).unwrap()))
    }

    /// That person takes part in an election without candidates.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn takes_part(&self, who: usize, id: ProposalId, doing: Doing) -> Result<(), No> {
        let effects = &self.world.effects;
        let takes =
            async |tx: &Tx<'_>, permit: Permit<CastBallot>| Box::pin(take_part(tx, permit, effects, id, doing)).await;
        self.act(who, takes).await
    }

    /// That person names another, with a reason.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn names(&self, who: usize, id: ProposalId, whom: usize) -> Result<(), No> {
        let why = format!("{} le ferait bien.", self.name(whom));
        self.takes_part(who, id, Doing::saying(Act::Name(self.members[whom]), why)).await
    }

    /// An election without candidates for the task of this name, open.
    pub async fn opens_election(&self, title: &str) -> ProposalId {
        let question = decisions::rules::question::Question { method: Method::Election, ..Default::default() };
        self.proposes(0).titled("Trouver quelqu'un").doing(self.seat(title, 90)).putting(question).opened().await
    }

    /// An election, as that person reads it.
    pub async fn election(&self, who: usize, id: ProposalId) -> Election {
        let number = self.see(id).await.number.unwrap();
        of_number(&self.read(), number, self.members[who]).await.unwrap().unwrap()
    }

    /// That person says whether she does not wish to be named.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn wishes_not_to_be_named(&self, who: usize, not: bool) -> Result<(), No> {
        let wishes = async |tx: &Tx<'_>, permit: Permit<ChooseNotNamed>| choose_not_named(tx, permit, not).await;
        self.act(who, wishes).await
    }

    /// That person asks others to do something together, and signs by asking.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn asks_together(
        &self,
        who: usize,
        joints: &Joints,
        kind: &'static str,
        details: &Value,
    ) -> Result<(JointId, Signed), No> {
        let confirmed = self.confirmed(who).await?;
        self.act(who, async |tx: &Tx<'_>, permit: Permit<SignTogether>| {
            joint::ask_together(tx, permit, joints, confirmed, kind, details).await
        })
        .await
    }

    /// That person signs what waits.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn signs(&self, who: usize, joints: &Joints, act: JointId) -> Result<Signed, No> {
        let hash = joint::one(&self.read(), act).await?.hash;
        let confirmed = self.confirmed(who).await?;
        self.act(who, async |tx: &Tx<'_>, permit: Permit<SignTogether>| {
            joint::sign(tx, permit, joints, confirmed, act, &hash).await
        })
        .await
    }

    /// Her passphrase, typed again by whoever has one: the founders, and whoever came in.
    async fn confirmed(&self, who: usize) -> Result<Confirmed, No> {
        let has_one = me(&self.read(), self.members[who]).await?.has_passphrase;
        let typed = if has_one { passphrase(who) } else { String::new() };
        confirm(&self.world.db, self.id, self.members[who], &typed).await
    }

    /// As many as it takes, save whoever holds the mandate, do something together about it.
    pub async fn together_about(&self, mandate: &mandates::Mandate, kind: &'static str, details: &Value) -> JointId {
        let others = (0..self.members.len()).filter(|who| self.members[*who] != mandate.holder);
        for who in others {
            let (act, signed) = self.asks_together(who, &self.world.joints, kind, details).await.unwrap();
            if signed == Signed::Done {
                return act;
            }
        }
        panic!("not enough people for {kind}");
    }

    /// The group is asked to recall a mandate, by as many as it takes: it is discussed.
    pub async fn asks_recall(&self, mandate: MandateId) -> ProposalId {
        let mandate = mandates::one(&self.read(), mandate).await.unwrap().unwrap();
        let recall = Recall {
            mandate: mandate.id,
            title: "Rappeler ce mandat".to_owned(),
            summary: "La tâche se ferait autrement.".to_owned(),
        };
        let before = self.head().await;
        self.together_about(&mandate, AskRecall::KIND, &serde_json::to_value(recall).unwrap()).await;
        let entries = register::latest(&self.read(), None, 20).await.unwrap().into_iter();
        let mut sent = entries.filter(|entry| entry.seq > before && entry.kind == register::kinds::SUBMITTED);
        sent.next().unwrap().about.unwrap().parse().unwrap()
    }

    /// The vote on a recall is open.
    pub async fn open_recall(&self, mandate: MandateId) -> ProposalId {
        let id = self.asks_recall(mandate).await;
        self.to_next_step(id).await;
        assert_eq!(self.state(id).await, State::Voting);
        id
    }

    /// The group recalled a mandate.
    pub async fn recalls(&self, mandate: MandateId) -> ProposalId {
        let id = self.open_recall(mandate).await;
        self.all_vote_yes(id).await;
        while !self.state(id).await.is_over() {
            self.to_next_step(id).await;
        }
        id
    }

    /// Members suspend a mandate.
    pub async fn suspends(&self, mandate: &mandates::Mandate) -> JointId {
        self.together_about(mandate, SuspendMandate::KIND, &json!({ "mandate": mandate.id })).await
    }

    /// The effect that ends a mandate, which nobody can propose alone.
    pub fn revoke(mandate: membership::MandateId) -> Option<(&'static str, Value)> {
        Some((RevokeMandate::KIND, json!({ "mandate": mandate })))
    }

    /// The effect that keeps this tool on trial until a day.
    pub fn keep_tool(until: &str) -> Option<(&'static str, Value)> {
        Some((KeepTool::KIND, json!({ "until": until })))
    }

    /// The mandates that run now.
    pub async fn mandates(&self) -> Vec<mandates::Mandate> {
        mandates::running(&self.read()).await.unwrap()
    }

    /// Now, by the clock of this world.
    pub fn now(&self) -> Time {
        self.world.clock.now()
    }
}

/// A proposal about to be written.
#[must_use]
pub struct Proposing<'g, 'w> {
    group: &'g Group<'w>,
    who: usize,
    text: Text,
}

impl Proposing<'_, '_> {
    /// With this title.
    pub fn titled(mut self, title: &str) -> Self {
        self.text.title = title.to_owned();
        self
    }

    /// With this plain summary.
    pub fn summed_up(mut self, summary: &str) -> Self {
        self.text.summary = summary.to_owned();
        self
    }

    /// With this text.
    pub fn saying(mut self, body: &str) -> Self {
        self.text.body = body.to_owned();
        self
    }

    /// With this effect.
    pub fn doing(mut self, effect: Option<(&str, Value)>) -> Self {
        self.text.effect = effect.map(|(kind, details)| (kind.to_owned(), details));
        self
    }

    /// With so many days of discussion and of voting.
    pub fn lasting(mut self, discussion: u32, voting: u32) -> Self {
        self.text.discussion_days = discussion;
        self.text.voting_days = voting;
        self
    }

    /// Puts it by another method than yes or no.
    pub fn putting(mut self, question: decisions::rules::question::Question) -> Self {
        self.text.question = question;
        self
    }

    /// What would be written.
    pub fn text(self) -> Text {
        self.text
    }

    /// Writes the draft.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn drafted(self) -> Result<ProposalId, No> {
        let Self { group, who, text } = self;
        group
            .act(who, async |tx: &Tx<'_>, permit: Permit<Propose>| {
                write_draft(tx, permit, &group.world.effects, text).await
            })
            .await
    }

    /// Writes the draft and sends it to the group.
    ///
    /// # Errors
    /// What the commands refuse; the draft stays.
    pub async fn sent(self) -> Result<ProposalId, No> {
        let (group, who) = (self.group, self.who);
        let id = self.drafted().await?;
        group.sends(who, id).await?;
        Ok(id)
    }

    /// Writes it, sends it, and lets the clock bring it to its vote.
    pub async fn opened(self) -> ProposalId {
        let (group, who) = (self.group, self.who);
        let id = self.sent().await.unwrap();
        if group.state(id).await == State::Waiting {
            group.seconds((who + 1) % group.members.len(), id).await.unwrap();
        }
        while group.state(id).await != State::Voting {
            group.to_next_step(id).await;
        }
        id
    }
}

impl Group<'_> {
    /// That person sends a draft to the group. Returns its number.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn sends(&self, who: usize, id: ProposalId) -> Result<i32, No> {
        self.act(who, async |tx: &Tx<'_>, permit: Permit<Propose>| {
            submit::submit(tx, permit, &self.world.effects, id).await
        })
        .await
    }
}

impl Group<'_> {
    /// That person opens a draw for one seat that closes in a quarter of an hour: among typed lines, or among those who
    /// put their names when there are none.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn draws(&self, who: usize, title: &str, typed: &str) -> Result<DrawId, No> {
        let (title, entries) = (title.to_owned(), lines(typed));
        let closing = Some(Closing::Quarter);
        let new = NewDraw { title, by_name: entries.is_empty(), entries, seats: Some(1), closing };
        self.act(who, async |tx: &Tx<'_>, permit: Permit<DrawLots>| draw::open(tx, permit, &new).await).await
    }

    /// The proposals that are talked about or voted on now, the first to move on first.
    pub async fn list_of_open(&self) -> Vec<ProposalId> {
        let list = decisions::queries::list::list(&self.read(), self.members[0]).await.unwrap();
        list.discussing.into_iter().chain(list.voting).map(|line| line.id).collect()
    }

    /// That person hands what a vote left tied to a draw that closes in a quarter of an hour.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn draws_for_tie(&self, who: usize, id: ProposalId) -> Result<DrawId, No> {
        let opens = async |tx: &Tx<'_>, permit: Permit<DrawLots>| {
            draw::open_for_tie(tx, permit, id, Some(Closing::Quarter), "Aucune").await
        };
        self.act(who, opens).await
    }

    /// That person puts her own name in a draw, or takes it back.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn enters_draw(&self, who: usize, id: DrawId, inside: bool) -> Result<(), No> {
        let enters = async |tx: &Tx<'_>, permit: Permit<EnterDraw>| draw::put_own_name(tx, permit, id, inside).await;
        self.act(who, enters).await
    }

    /// That person types what her dice showed.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn throws(&self, who: usize, id: DrawId, dice: &str) -> Result<draw::Thrown, No> {
        self.act(who, async |tx: &Tx<'_>, permit: Permit<DrawLots>| draw::throw(tx, permit, id, dice).await).await
    }

    /// That person gives her place in a draw to the next.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn gives_way(&self, who: usize, id: DrawId) -> Result<(), No> {
        self.act(who, async |tx: &Tx<'_>, permit: Permit<EnterDraw>| draw::give_way(tx, permit, id).await).await
    }
}

impl Group<'_> {
    /// The circle of that person: she asked each of them, and each said yes.
    pub async fn has_circle(&self, who: usize, others: &[usize]) {
        let whose = self.members[who];
        for other in others.iter().copied() {
            let asked = self.members[other];
            let ask = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| circle::ask(tx, permit, asked).await;
            self.act(who, ask).await.unwrap();
            let accept = async |tx: &Tx<'_>, permit: Permit<Vouch>| circle::accept(tx, permit, whose).await;
            self.act(other, accept).await.unwrap();
        }
    }

    /// That person of the founding list comes in for the first time, with a card of the first founder, and takes
    /// [`Group::passphrase`] for hers.
    ///
    /// # Errors
    /// What the commands refuse.
    pub async fn comes_in(&self, who: usize) -> Result<(), No> {
        let card = async |tx: &Tx<'_>, permit: Permit<HandCard>| invite::hand_card(tx, permit, self.members[who]).await;
        let way_in = invite::way_in(self.world.db.keyring(), self.id, self.act(0, card).await?);
        let arrival = Arrival { link_or_words: way_in.token, passphrase: passphrase(who), ..Arrival::default() };
        join(&self.world.db, self.id, arrival).await.map(drop)
    }

    /// That person wants another name than the one of the list.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn calls_herself(&self, who: usize, name: &str) -> Result<(), No> {
        self.act(who, async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| call_me::call_me(tx, permit, name).await)
            .await
    }
}

impl Group<'_> {
    /// That person invites somebody, at an address or, when it is empty, with a card.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn invites(&self, who: usize, email: &str) -> Result<InvitationId, No> {
        let confirmed = self.confirmed(who).await?;
        let invite = async |tx: &Tx<'_>, permit: Permit<Invite>| invite::invite(tx, permit, confirmed, email).await;
        self.act(who, invite).await
    }

    /// Somebody asks to join with an invitation of the first founder.
    ///
    /// # Errors
    /// What the commands refuse.
    pub async fn asks(&self, name: &str) -> Result<ApplicationId, No> {
        let invited = self.invites(0, "").await?;
        let invitation = invite::way_in(self.world.db.keyring(), self.id, invited).token;
        self.asks_with(Asking { name: name.to_owned(), invitation, ..Asking::default() }).await
    }

    /// Somebody asks to join.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn asks_with(&self, asking: Asking) -> Result<ApplicationId, No> {
        self.write(async |tx: &Tx<'_>| ask::ask(tx, &self.world.joints, &asking).await).await
    }

    /// That person signs for somebody who asks.
    ///
    /// # Errors
    /// What the command refuses.
    pub async fn signs_for(&self, who: usize, id: ApplicationId) -> Result<Signed, No> {
        let details = Applicant { application: id }.details()?;
        Ok(self.asks_together(who, &self.world.joints, AdmitTogether::KIND, &details).await?.1)
    }

    /// The link of somebody who asked.
    pub fn link_of(&self, id: ApplicationId) -> String {
        way_back(self.world.db.keyring(), self.id, id).token
    }

    /// Somebody comes with an invitation of the first founder, the second one signs too, and she comes in as
    /// `arrival` says. Returns the token of her session.
    ///
    /// # Errors
    /// What the commands refuse.
    pub async fn welcomes(&self, arrival: Arrival) -> Result<String, No> {
        let id = self.asks(&arrival.name).await?;
        self.signs_for(1, id).await?;
        join(&self.world.db, self.id, Arrival { link_or_words: self.link_of(id), ..arrival }).await
    }
}
