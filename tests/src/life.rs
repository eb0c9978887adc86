//! A group that lived through everything there is, and what can be said of it: what a store of today leaves
//! to the programs of later (ruling 44).

use crate::{Group, World};
use chrono::Duration;
use commons::clock::Clock;
use commons::db::Tx;
use commons::late::{self, LateForm};
use commons::once::{Sending, once};
use commons::refusal::No;
use commons::register;
use decisions::ProposalId;
use decisions::commands::answer_recall::answer_recall;
use decisions::commands::contribute::{ContributionKind, answer, say};
use decisions::commands::election::Doing;
use decisions::commands::write_proposal::revise;
use decisions::powers::{AnswerRecall, Contribute, Propose};
use decisions::queries::list::list;
use decisions::rules::ballot::Typed;
use decisions::rules::election::{Act as Elects, Answer, Stage};
use decisions::rules::question::{Method, Question};
use decisions::rules::state::State;
use decisions::stop::CancelVote;
use membership::commands::ask::Asking;
use membership::commands::at_request::{Act, act_for};
use membership::commands::change_access::{change_email, check_email, want_news};
use membership::commands::confirm::confirm;
use membership::commands::hand_over::hand_over;
use membership::commands::join::{Arrival, join};
use membership::commands::pause::{self, Pausing};
use membership::commands::read_contact::{Protected, Reading};
use membership::commands::recover::{self, Heard};
use membership::commands::write_welcome_page::write_welcome_page;
use membership::commands::{
    consent, contact, found, give_notice, incident, invite, keep_apart, learn, leave, mail_link, print_card, session,
    welcome_pair,
};
use membership::effects::SetMeasure;
use membership::powers::{
    ActAtRequest, ChangeOwnAccess, GiveNotice, HandCard, HandOver, KeepApart, LearnMandate, Leave, OpenIncident,
    Permit, ReadContact, Rest, WriteWelcomePage,
};
use membership::queries::recovery::{all_about, words_for};
use membership::queries::{mandates, people, welcome};
use membership::rules::charter::RULES;
use membership::rules::consent::{Channel, Use};
use membership::rules::contact::{ContactKind, Purpose};
use membership::rules::incident::Content;
use membership::rules::mandates::Handover;
use membership::suspension::SuspendMandate;
use mutual_aid::commands::calls::act::{self, Doing as Calling};
use mutual_aid::commands::calls::sheets::{self, For};
use mutual_aid::commands::calls::start::{self, NewChain};
use mutual_aid::commands::calls::{asks, limits};
use mutual_aid::commands::visits::plans::{Change, change};
use mutual_aid::commands::visits::rights;
use mutual_aid::powers::{AskVisits, KeepRightsCard};
use mutual_aid::powers::{PrintSheet, StartChain, TakePartInChain};
use mutual_aid::rules::calls::Choices;
use mutual_aid::rules::quiet::{Kind, Quiet};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use tally::Choice;

impl World {
    /// A group with something in every table, and a proposal at every step of its life.
    pub async fn a_whole_life(&self) -> Group<'_> {
        let group = self.a_group().with_people(6).quick().with_rule("voting_days_ordinary", "3").with_first_question();
        let group = group.with_rule("challenge_hours_charter", "72").with_rule("legal_frame", "quebec_part_3");
        let group = group.with_rule("secrecy_askers", "2").with_rule("election_days", "30");
        let group = group.found().await;
        let first = decisions::queries::proposal::id_of(&group.read(), 1).await.unwrap();
        group.settle().await;
        group.all_vote_yes(first).await;
        group.to_next_step(first).await;
        Box::pin(self.people_come(&group)).await;
        Box::pin(self.hard_times(&group)).await;
        Box::pin(self.mandates_come_and_go(&group)).await;
        Box::pin(self.votes_end(&group)).await;
        Box::pin(self.lots_are_drawn(&group)).await;
        Box::pin(self.things_wait(&group)).await;
        Box::pin(self.people_say_yes(&group)).await;
        Box::pin(self.calls_are_made(&group)).await;
        Box::pin(group.lives_in_listening()).await;
        Box::pin(group.lives_in_circles()).await;
        Box::pin(self.somebody_asks_to_come_back(&group)).await;
        Box::pin(self.somebody_is_visited(&group)).await;
        Box::pin(Self::a_form_comes_too_late(&group)).await;
        Box::pin(self.somebody_rests_and_somebody_leaves(&group)).await;
        group
    }

    /// What is over is thrown away. Then ways to be reached, yeses, somebody who welcomes, something done for somebody at her request, an ally.
    async fn people_say_yes(&self, group: &Group<'_>) {
        group.write(async |tx: &Tx<'_>| Ok(parpour::areas::areas().purge(tx).await?)).await.unwrap();
        let phone = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| {
            contact::add(tx, permit, ContactKind::Phone, "819 555-0101", true).await
        };
        group.act(0, phone).await.unwrap();
        let read = async |tx: &Tx<'_>, permit: Permit<ReadContact>| {
            Protected::of(tx, group.members[0]).await?.open(tx, Reading::new(permit, Purpose::News)).await
        };
        group.act(1, read).await.unwrap();
        let yes = BTreeSet::from([Use::WelcomeOthers]);
        let welcomes = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| consent::say(tx, permit, &yes).await;
        group.act(0, welcomes).await.unwrap();
        for yes in [BTreeSet::from([Use::PrintedList]), BTreeSet::new()] {
            let says = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| consent::say(tx, permit, &yes).await;
            group.act(3, says).await.unwrap();
        }
        let pair = BTreeSet::from([group.members[0]]);
        let chosen = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| welcome_pair::choose(tx, permit, &pair).await;
        group.act(1, chosen).await.unwrap();
        let (whom, act) = (group.members[4], Act::Yes(BTreeSet::from([Use::PrintedList])));
        let for_her =
            async |tx: &Tx<'_>, permit: Permit<ActAtRequest>| act_for(tx, permit, whom, Channel::Paper, act).await;
        group.act(1, for_her).await.unwrap();
        let described = "Elle tient les comptes du quartier.".to_owned();
        let asking = Asking { name: "Gaston".to_owned(), as_ally: true, described, ..Asking::default() };
        let ally = group.asks_with(asking).await.unwrap();
        for who in [0, 1] {
            group.signs_for(who, ally).await.unwrap();
        }
        let arrival = Arrival {
            link_or_words: group.link_of(ally),
            name: "Gaston".to_owned(),
            passphrase: "les chaises du fond craquent".to_owned(),
            sending: "his browser, this form".to_owned(),
            ..Arrival::default()
        };
        join(&self.db, group.id, arrival).await.unwrap();
        group.asks_with(Asking { name: "Azilda".to_owned(), ..Asking::default() }).await.unwrap();
    }

    /// The phone tree: who says yes, a chain that is over with what somebody asked for, one that runs, a sheet.
    async fn calls_are_made(&self, group: &Group<'_>) {
        for who in 0..4 {
            let number = format!("819 555-{:04}", 200 + who);
            let phone = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| {
                contact::add(tx, permit, ContactKind::Phone, &number, false).await
            };
            group.act(who, phone).await.unwrap();
            let yes = BTreeSet::from([Use::BeCalled, Use::CallOthers]);
            let said = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| {
                limits::say(tx, permit, &yes, Choices { quiet: Quiet::NONE, ..Choices::default() }).await
            };
            group.act(who, said).await.unwrap();
        }
        let sheet = async |tx: &Tx<'_>, permit: Permit<PrintSheet>| sheets::print(tx, permit, For::Herself, 90).await;
        group.act(1, sheet).await.unwrap();
        for who in [0, 1] {
            let new = NewChain { kind: Some(Kind::Urgent), words: "La porte est gelée.".to_owned() };
            let start = async |tx: &Tx<'_>, permit: Permit<StartChain>| start::start(tx, permit, &new).await;
            let id = group.act(who, start).await.unwrap();
            let does = async |who: usize, doing: Calling| {
                let doing = async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| act::act(tx, permit, id, doing).await;
                group.act(who, doing).await.unwrap();
            };
            does(2, Calling::Agree).await;
            does(3, Calling::Know).await;
            let whose = group.members[3];
            let asks = async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| {
                asks::pass_on(tx, permit, id, whose, "Du pain et du lait", true).await
            };
            let asked = group.act(3, asks).await.unwrap();
            let yes = async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| asks::say_yes(tx, permit, asked).await;
            group.act(2, yes).await.unwrap();
            if who == 0 {
                does(2, Calling::AskStop).await;
                does(3, Calling::AskStop).await;
            }
        }
    }

    /// A card, a circle, a changed address, and a request for which somebody vouched.
    async fn somebody_asks_to_come_back(&self, group: &Group<'_>) {
        let hers = group.members[1];
        group.write(async |tx: &Tx<'_>| Ok(print_card::make_card(tx, hers).await?)).await.unwrap();
        let present = group.write(async |tx: &Tx<'_>| Ok(session::open(tx, hers, true).await?)).await.unwrap();
        let checked =
            check_email(&self.db, group.id, hers, &group.passphrase(1), "ailleurs@exemple.org").await.unwrap();
        let change = async |tx: &Tx<'_>, permit| change_email(tx, permit, checked, &present).await;
        group.act(1, change).await.unwrap();
        let whose = group.members[2];
        group.has_circle(2, &[0, 3, 4]).await;
        let browser = recover::ask(&self.db, group.id, &group.name(2)).await.unwrap();
        let words = words_for(&group.read(), &browser).join(" ");
        let request = all_about(&group.read(), whose).await.unwrap().pop().unwrap();
        let confirmed = confirm(&self.db, group.id, group.members[0], &group.passphrase(0)).await.unwrap();
        let vouch =
            async |tx: &Tx<'_>, permit| recover::vouch(tx, permit, confirmed, request.id, Heard::Voice, &words).await;
        group.act(0, vouch).await.unwrap();
    }

    /// Own limits, a visit that somebody makes, another for which somebody is asked, and the card of rights.
    async fn somebody_is_visited(&self, group: &Group<'_>) {
        let day = (group.now() + Duration::days(9)).date_naive();
        for who in [0, 2] {
            group.says_own_limits(who).await;
        }
        let (plan, visit) = group.is_visited(1, &[0, 2], day).await;
        group.says_yes_to_visit(0, visit).await;
        let holder = Change::Holder(Some((group.members[2], day)));
        let names = async |tx: &Tx<'_>, permit: Permit<AskVisits>| change(tx, permit, plan, None, holder).await;
        group.act(1, names).await.unwrap();
        let reviewed = (group.now() - Duration::days(2)).date_naive();
        let rights = async |tx: &Tx<'_>, permit: Permit<KeepRightsCard>| {
            rights::write(tx, permit, "fr", "Chaque personne peut appeler qui elle veut.", reviewed).await
        };
        group.act(3, rights).await.unwrap();
    }

    /// A pause, and a departure from a group that the law asks for a register.
    async fn somebody_rests_and_somebody_leaves(&self, group: &Group<'_>) {
        let rests = async |tx: &Tx<'_>, permit: Permit<Rest>| pause::pause(tx, permit, Pausing::default()).await;
        group.act(4, rests).await.unwrap();
        let areas = parpour::areas::areas();
        let leaves = async |tx: &Tx<'_>, permit: Permit<Leave>| leave::leave(tx, permit, &areas).await;
        group.act(5, leaves).await.unwrap();
    }

    async fn people_come(&self, group: &Group<'_>) {
        let arrival = Arrival {
            name: "Philomène".to_owned(),
            email: "philomene@exemple.org".to_owned(),
            own_device: true,
            sending: "her browser, this form".to_owned(),
            ..Arrival::default()
        };
        group.welcomes(arrival).await.unwrap();
        let news = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| want_news(tx, permit, true).await;
        group.act(1, news).await.unwrap();
    }

    async fn hard_times(&self, group: &Group<'_>) {
        let (one, other) = (group.members[2], group.members[3]);
        group
            .act(1, async |tx: &Tx<'_>, permit: Permit<KeepApart>| keep_apart::keep_apart(tx, permit, one).await)
            .await
            .unwrap();
        let until = group.now().date_naive() + chrono::Days::new(150);
        let plan = serde_json::json!({
            "kind": "return_plan", "person": one, "other": null, "between": [], "activity": "", "until": until,
        });
        group.adopts(Some((SetMeasure::KIND, plan))).await;
        let notice =
            async |tx: &Tx<'_>, permit: Permit<GiveNotice>| give_notice::give_notice(tx, permit, other, 6).await;
        group.act(0, notice).await.unwrap();
        let today = group.now().date_naive();
        let content = Content {
            data_concerned: "Des prénoms".to_owned(),
            circumstances: "Une feuille oubliée à la bibliothèque.".to_owned(),
            happened_from: today - chrono::Days::new(2),
            known_on: today - chrono::Days::new(1),
            ..Content::default()
        };
        let open = async |tx: &Tx<'_>, permit: Permit<OpenIncident>| incident::open(tx, permit, &content).await;
        group.act(2, open).await.unwrap();
    }

    async fn mandates_come_and_go(&self, group: &Group<'_>) {
        group.adopts(group.grant(2, &["write_welcome_page"], 60)).await;
        let write = async |tx: &Tx<'_>, permit: Permit<WriteWelcomePage>| {
            write_welcome_page(tx, permit, "On se voit le mardi.").await
        };
        group.act(2, write).await.unwrap();
        group.adopts(group.grant(3, &[], 90)).await;
        let ended = group.mandates().await.into_iter().find(|mandate| mandate.holder == group.members[3]).unwrap();
        group.recalls(ended.id).await;
        // All stand when they are sent; the last one finds a person who has enough.
        let mut same = Vec::new();
        for _ in 0..3 {
            same.push(group.open_vote(group.grant(3, &[], 60)).await);
        }
        for id in same.iter().copied() {
            group.all_vote_yes(id).await;
        }
        group.to_next_step(same[0]).await;
        self.mandate_goes_through_everything(group).await;
    }

    /// A first reading, a suspension, somebody who learns, notes left, a recall with the words of whoever it is about,
    /// and something that waits for signatures.
    async fn mandate_goes_through_everything(&self, group: &Group<'_>) {
        group.adopts(Group::change("majority_charter", "3/4")).await;
        let mandate = group.mandates().await.into_iter().find(|mandate| mandate.holder == group.members[3]).unwrap();
        let learns = async |tx: &Tx<'_>, permit: Permit<LearnMandate>| learn::take_seat(tx, permit, mandate.id).await;
        group.act(0, learns).await.unwrap();
        let hands_over = async |tx: &Tx<'_>, permit: Permit<HandOver>| {
            hand_over(tx, permit, mandate.id, Handover::Note, "Les clés sont au clou.").await
        };
        group.act(3, hands_over).await.unwrap();
        group.suspends(&mandate).await;
        let recall = group.asks_recall(mandate.id).await;
        let answers = async |tx: &Tx<'_>, permit: Permit<AnswerRecall>| {
            answer_recall(tx, permit, recall, "J'ai fait de mon mieux.").await
        };
        group.act(3, answers).await.unwrap();
        let other = group.mandates().await.into_iter().find(|mandate| mandate.holder == group.members[2]).unwrap();
        let details = serde_json::json!({ "mandate": other.id });
        group.asks_together(0, &self.joints, SuspendMandate::KIND, &details).await.unwrap();
    }

    async fn votes_end(&self, group: &Group<'_>) {
        group.adopts(Group::change("unseconded_days", "2")).await;
        Box::pin(self.somebody_blocks(group)).await;
        let election = Self::names_are_said(group).await;
        let rejected = group.open_vote(None).await;
        group.votes_saying(0, rejected, Choice::No, "On manque de place").await.unwrap();
        group.votes(1, rejected, Choice::No).await.unwrap();
        group.to_next_step(rejected).await;
        Self::names_are_read(group, election).await;
        // Opened in secret and closed, with an urn that is empty now.
        let secret = group.open_secret_vote(None).await;
        for (who, choice) in [(0, "yes"), (1, "yes"), (2, "no"), (3, "blank"), (4, "yes")] {
            group.votes_in_secret(who, secret, choice).await.unwrap();
        }
        group.to_next_step(secret).await;
        Self::a_name_is_put_forward(group, election).await;
        // Somebody reads who was on a list: everybody sees that she did.
        group.reads_roll(0, rejected).await.unwrap();
        let lapsed = group.proposes(3).titled("Un piano").sent().await.unwrap();
        group.to_next_step(lapsed).await;
        let withdrawn = group.proposes(2).titled("Une corde à linge").sent().await.unwrap();
        group.withdraws(2, withdrawn).await.unwrap();
        let stopped = group.proposes(1).titled("Un poêle").sent().await.unwrap();
        group.seconds(0, stopped).await.unwrap();
        group.settle().await;
        for who in 0..3 {
            group.stops(who, CancelVote::KIND, stopped, "Le prix est celui d'un autre.").await.unwrap();
        }
        let question = Question { method: Method::Sense, ..Question::default() };
        let asked = group.proposes(0).titled("Des murs bleus?").putting(question).opened().await;
        group.says(1, asked, Typed::word("thumb_up"), "").await.unwrap();
        group.to_next_step(asked).await;
    }

    /// One draw that is made, and one in which a second throw is waited for.
    async fn lots_are_drawn(&self, group: &Group<'_>) {
        let made = group.draws(0, "Qui ouvre le mardi", "").await.unwrap();
        let waits = group.draws(1, "Par où commencer", "La cuisine\nLe jardin").await.unwrap();
        for who in [2, 3] {
            group.enters_draw(who, made, true).await.unwrap();
        }
        self.clock.advance(Duration::minutes(15));
        group.settle().await;
        group.throws(0, made, "3 5 2").await.unwrap();
        group.throws(1, made, "6 1 4").await.unwrap();
        group.throws(2, waits, "1 1 1").await.unwrap();
    }

    /// A block that somebody supports, and that is taken back before the end.
    async fn somebody_blocks(&self, group: &Group<'_>) {
        let question = Question { method: Method::Consensus, ..Question::default() };
        let id = group.proposes(1).titled("Une cloche").putting(question).opened().await;
        for who in [0, 1, 3] {
            group.says(who, id, Typed::word("agree"), "").await.unwrap();
        }
        group.says(2, id, Typed::word("block"), "La cloche fait peur aux enfants.").await.unwrap();
        let block = group.see(id).await.objections[0].id;
        group.supports(1, id, block, true).await.unwrap();
        group.lifts(2, id, block).await.unwrap();
    }

    /// Those in one room do not wait for the others, a day after a round began.
    async fn goes_on_from(group: &Group<'_>, id: ProposalId, stage: Stage) {
        for who in 0..3 {
            if group.election(0, id).await.stage == stage {
                group.takes_part(who, id, Doing::only(Elects::Together)).await.unwrap();
            }
        }
    }

    /// An election without candidates begins: everybody who is there says a name.
    async fn names_are_said(group: &Group<'_>) -> ProposalId {
        let id = group.opens_election("Les clés").await;
        for who in 0..6 {
            group.names(who, id, if who % 2 == 0 { 1 } else { 4 }).await.unwrap();
        }
        id
    }

    /// Its names are read, and one is no longer open.
    async fn names_are_read(group: &Group<'_>, id: ProposalId) {
        Self::goes_on_from(group, id, Stage::Naming).await;
        group.takes_part(4, id, Doing::only(Elects::Decline)).await.unwrap();
        for who in 0..6 {
            group.names(who, id, 1).await.unwrap();
        }
    }

    /// A name is put forward, and some have answered.
    async fn a_name_is_put_forward(group: &Group<'_>, id: ProposalId) {
        Self::goes_on_from(group, id, Stage::Changing).await;
        let why = Doing::saying(Elects::Put(group.members[1]), "Elle ferme toujours la porte.");
        group.takes_part(2, id, why).await.unwrap();
        for who in [0, 4] {
            let concern = Doing::saying(Elects::Answer(Answer::Concern), "Qu'elle ne soit pas seule.");
            group.takes_part(who, id, concern).await.unwrap();
        }
        group.wishes_not_to_be_named(2, true).await.unwrap();
    }

    async fn things_wait(&self, group: &Group<'_>) {
        // On paper for one of them; when it is over, one person has counted and another is waited for.
        let election = group.opens_election("Le jardin").await;
        for who in [0, 1, 2, 5] {
            group.names(who, election, 3).await.unwrap();
        }
        let on_paper = group.open_vote(Group::change("unseconded_days", "3")).await;
        group.hands_paper(1, 2, on_paper).await.unwrap();
        group.notes_help(2, 2, 4, on_paper).await.unwrap();
        let adopted = group.open_vote(Group::change("seconders", "2")).await;
        group.all_vote_yes(adopted).await;
        group.to_next_step(adopted).await;
        group.counts_paper(3, on_paper, [1, 0, 0, 0, 0]).await.unwrap();
        let voting = group.open_vote(None).await;
        group.votes_saying(0, voting, Choice::Yes, "Pour les tartes").await.unwrap();
        group.votes(1, voting, Choice::Abstain).await.unwrap();
        group.asks_extension(1, voting).await.unwrap();
        group.notes_by_phone(1, 3, voting, Choice::Yes).await.unwrap();
        // Who did not name anybody yet is still waited for, by one of those in the room.
        group.takes_part(0, election, Doing::only(Elects::Together)).await.unwrap();
        let secret = group.open_secret_vote(None).await;
        group.votes_in_secret(0, secret, "no").await.unwrap();
        let discussed = group.proposes(0).titled("Des rideaux").lasting(9, 5).sent().await.unwrap();
        group.seconds(1, discussed).await.unwrap();
        group.asks_secrecy(1, discussed).await.unwrap();
        self.talk(group, discussed).await;
        group.proposes(1).titled("Un tapis").sent().await.unwrap();
        group.proposes(2).titled("Une lampe").drafted().await.unwrap();
        let last = group.members[3];
        group
            .act(0, async |tx: &Tx<'_>, permit: Permit<HandCard>| invite::hand_card(tx, permit, last).await)
            .await
            .unwrap();
        let (email, member) = (group.email(0), group.members[0]);
        group.write(async |tx: &Tx<'_>| mail_link::ask(tx, &email, "browser", false).await).await.unwrap();
        group.write(async |tx: &Tx<'_>| Ok(session::open(tx, member, true).await?)).await.unwrap();
        let sent = Sending::new(member, "/form", "nonce", b"x");
        let answered = async |tx: &Tx<'_>| once(tx, &sent, async |_: &Tx<'_>| Ok::<_, No>("/g".to_owned())).await;
        group.write(answered).await.unwrap();
        let link = found::make_link(&self.db).await.unwrap();
        found::name_people(&self.db, &link, "Anatole\nGédéon", "").await.unwrap();
    }

    /// It is kept for half an hour only: nothing that takes longer comes after.
    async fn a_form_comes_too_late(group: &Group<'_>) {
        let member = group.members[0];
        let late = LateForm {
            to: format!("/g/{}/decide/1/say", group.slug),
            nonce: uuid::Uuid::new_v4(),
            fields: vec![("words".to_owned(), "Des rideaux à pois".to_owned())],
        };
        assert!(group.write(async |tx: &Tx<'_>| Ok(late::keep(tx, member, &late).await?)).await.unwrap());
    }

    async fn talk(&self, group: &Group<'_>, id: ProposalId) {
        let kind = ContributionKind::Worries;
        let worry = async |tx: &Tx<'_>, permit: Permit<Contribute>| say(tx, permit, id, kind, "Quelle couleur?").await;
        let worry = group.act(2, worry).await.unwrap();
        let reply = async |tx: &Tx<'_>, permit: Permit<Contribute>| answer(tx, permit, worry, "Lilas.").await;
        group.act(0, reply).await.unwrap();
        let text = group.proposes(0).titled("Des rideaux lilas").lasting(9, 5).text();
        let change = async |tx: &Tx<'_>, permit: Permit<Propose>| revise(tx, permit, &self.effects, id, text).await;
        group.act(0, change).await.unwrap();
        group.points(2, worry, "summary-1", 2).await.unwrap();
        group.summarises(3, id, "On les veut lilas. Reste le prix.", 0).await.unwrap();
    }

    /// The only group of this world, at the instant of its last register entry.
    pub async fn the_group(&self) -> Group<'_> {
        let found = commons::groups::all(&self.db).await.unwrap().pop().expect("a group");
        let scope = self.db.read(found.id);
        let last = register::latest(&scope, None, 1).await.unwrap().pop().unwrap();
        // Whatever happened after the last entry happened within a day.
        self.clock.set(last.at + Duration::hours(1));
        let mut members: Vec<_> = people::everyone(&scope).await.unwrap().into_iter().map(|person| person.id).collect();
        members.sort();
        Group { world: self, id: found.id, slug: found.slug, members }
    }
}

/// What members would miss if an upgrade lost it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// Names, in reading order, with whether each has a way in.
    pub people: Vec<(String, bool)>,
    /// Each rule of the charter with what it says.
    pub charter: BTreeMap<String, String>,
    /// Title and state of each proposal that was sent, by number.
    pub proposals: BTreeMap<i32, (String, String)>,
    /// Titles of the drafts.
    pub drafts: Vec<String>,
    /// What was said, and why people voted as they did.
    pub words: Vec<String>,
    /// Ballots of each proposal that was voted on, by number.
    pub ballots: BTreeMap<i32, u64>,
    /// Mandates, with whether each runs.
    pub mandates: Vec<(String, bool)>,
    /// The page for visitors.
    pub welcome: Option<String>,
    /// Where the register ends.
    pub head: (i64, String),
}

impl Remembered {
    /// What this group remembers now.
    pub async fn of(group: &Group<'_>) -> Self {
        let scope = group.read();
        let head = register::head(&scope).await.unwrap();
        let mut remembered = Self {
            people: people::everyone(&scope)
                .await
                .unwrap()
                .into_iter()
                .map(|one| (one.name, one.has_entered))
                .collect(),
            charter: BTreeMap::new(),
            proposals: BTreeMap::new(),
            drafts: Vec::new(),
            words: Vec::new(),
            ballots: BTreeMap::new(),
            mandates: Vec::new(),
            welcome: welcome::words(&scope).await.unwrap(),
            head: (head.seq, head.words),
        };
        let charter = group.charter().await;
        remembered.charter =
            RULES.iter().map(|rule| (rule.name.to_owned(), charter.text(rule.name).to_owned())).collect();
        let now = group.world.clock.now();
        let all = mandates::all(&scope).await.unwrap().into_iter();
        remembered.mandates = all.map(|one| (one.title, one.ended_at.is_none() && one.ends_at > now)).collect();
        for member in &group.members {
            let drafts = list(&scope, *member).await.unwrap().my_drafts;
            remembered.drafts.extend(drafts.into_iter().map(|draft| draft.title));
        }
        for number in 1.. {
            let viewer = group.members[0];
            let found = decisions::queries::proposal::numbered(&scope, &group.world.effects, number, viewer).await;
            let Ok(proposal) = found else { break };
            remembered.note(number, proposal);
        }
        remembered
    }

    fn note(&mut self, number: i32, proposal: decisions::queries::proposal::Proposal) {
        for said in proposal.contributions {
            self.words.push(said.words);
            self.words.extend(said.replies.into_iter().map(|reply| reply.words));
        }
        if let Some(vote) = proposal.vote {
            self.ballots.insert(number, vote.received);
            let mine = vote.mine.into_iter().filter(|_| proposal.state == State::Voting);
            self.words.extend(vote.ballots.into_iter().chain(mine).filter_map(|ballot| ballot.reason));
        }
        self.proposals.insert(number, (proposal.title, proposal.state.name().to_owned()));
    }
}
