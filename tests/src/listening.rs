//! Listening and the circle of close ones, as people of a group do it.

use crate::Group;
use chrono::{Datelike, Duration, NaiveDate, NaiveTime, Timelike, Weekday};
use commons::clock::local_day;
use commons::db::Tx;
use commons::refusal::No;
use membership::powers::Permit;
use mutual_aid::commands::circle::{self, NewDaily, NewNeighbour, NewOpening};
use mutual_aid::commands::listening::{self, Left, NewHours, Settings};
use mutual_aid::powers::{BeListenedTo, HelpInCircle, KeepCircle, Listen, OpenCircle, OpenListening};
use mutual_aid::queries::listening::{At, Now, Week, week, whom_can_i_call};
use mutual_aid::rules::circle::Help;
use mutual_aid::{LinkId, ListeningId, OpeningId, SwapId, TaskId};
use std::collections::BTreeSet;

/// A time on the wall.
pub fn hour(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap()
}

impl Group<'_> {
    /// The day on the group's calendar.
    pub async fn today(&self) -> NaiveDate {
        local_day(self.charter().await.zone(), self.now())
    }

    /// Moves on to the next time at which the group's wall clock shows this hour.
    pub async fn moves_to(&self, hour: u32) {
        let shows = self.now().with_timezone(&self.charter().await.zone()).time();
        let ahead = (24 * 60 + hour * 60 - (shows.hour() * 60 + shows.minute())) % (24 * 60);
        self.world.clock.advance(Duration::minutes(i64::from(ahead)));
    }

    /// What the clock brings in this area, as a page settles it.
    pub async fn settles_aid(&self) {
        Box::pin(mutual_aid::commands::settle::settle(&self.world.db, self.id)).await.unwrap();
    }

    /// Says yes to listening: at any hour, so many slots a week.
    pub async fn listens(&self, who: usize, weekly_most: u32, alone: bool) -> Result<(), No> {
        let settings = Settings {
            number: format!("819 555-01{who:02}"),
            weekly_most: Some(weekly_most),
            alone,
            days: (0..7).collect(),
            from: Some(hour(0)),
            until: Some(hour(0)),
        };
        self.listens_as(who, settings).await
    }

    /// Says yes to listening in her own way.
    pub async fn listens_as(&self, who: usize, settings: Settings) -> Result<(), No> {
        let says = async |tx: &Tx<'_>, permit: Permit<Listen>| listening::listen(tx, permit, &settings).await;
        self.act(who, says).await
    }

    /// Says yes, or no, to be listened to.
    pub async fn wants_to_call(&self, who: usize, yes: bool) {
        let says = async |tx: &Tx<'_>, permit: Permit<BeListenedTo>| listening::be_listened(tx, permit, yes).await;
        self.act(who, says).await.unwrap();
    }

    /// Opens hours on a day of the week.
    pub async fn opens_hours(&self, who: usize, day: Weekday, from: u32, until: u32) -> Result<ListeningId, No> {
        let new = NewHours { day: Some(day), from: Some(hour(from)), until: Some(hour(until)), once: false };
        let opens = async |tx: &Tx<'_>, permit: Permit<OpenListening>| listening::open(tx, permit, new).await;
        self.act(who, opens).await
    }

    /// The first slot of such hours that is to come, so many days from today at least.
    pub async fn slot(&self, who: usize, days: i64, from: u32, until: u32) -> At {
        let day = self.today().await + Duration::days(days);
        At { hours: self.opens_hours(who, day.weekday(), from, until).await.unwrap(), day }
    }

    /// Takes a slot.
    pub async fn takes_slot(&self, who: usize, at: At) -> Result<(), No> {
        let takes = async |tx: &Tx<'_>, permit: Permit<Listen>| listening::take(tx, permit, at).await;
        self.act(who, takes).await
    }

    /// Leaves it.
    pub async fn leaves_slot(&self, who: usize, at: At) -> Result<Left, No> {
        let leaves = async |tx: &Tx<'_>, permit: Permit<Listen>| listening::leave(tx, permit, at).await;
        self.act(who, leaves).await
    }

    /// Would rather have another one.
    pub async fn would_swap(&self, who: usize, own: At, wanted: At) -> Result<SwapId, No> {
        let asks = async |tx: &Tx<'_>, permit: Permit<Listen>| listening::ask_swap(tx, permit, own, wanted).await;
        self.act(who, asks).await
    }

    /// What she reads of listening.
    pub async fn sees_week(&self, who: usize) -> Week {
        week(&self.read(), self.members[who]).await.unwrap()
    }

    /// Whom she can call now.
    pub async fn can_call(&self, who: usize) -> Now {
        whom_can_i_call(&self.read(), self.members[who]).await.unwrap()
    }

    /// Names somebody to open her card.
    pub async fn names_holder(&self, who: usize, holder: usize) -> Result<(), No> {
        let holder = self.members[holder];
        let names = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::add_holder(tx, permit, holder).await;
        self.act(who, names).await
    }

    /// Writes two lines of her card.
    pub async fn writes_card(&self, who: usize, all: &str, animals: &str) -> Result<(), No> {
        let lines = [(None, all.to_owned()), (Some(Help::Animals), animals.to_owned())];
        let writes = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::write_card(tx, permit, &lines).await;
        self.act(who, writes).await
    }

    /// Asks a member into her circle, for animals.
    pub async fn asks_close(&self, who: usize, other: usize, told: &str) -> Result<LinkId, No> {
        let (other, help) = (self.members[other], BTreeSet::from([Help::Animals]));
        let asks =
            async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::add_member(tx, permit, other, told, &help).await;
        self.act(who, asks).await
    }

    /// Puts a neighbour into her circle, for animals.
    pub async fn adds_neighbour(&self, who: usize, name: &str, told: &str) -> Result<LinkId, No> {
        let new = NewNeighbour {
            name: name.to_owned(),
            phone: "819 555-0171".to_owned(),
            told: told.to_owned(),
            help: BTreeSet::from([Help::Animals]),
        };
        let adds = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::add_neighbour(tx, permit, &new).await;
        self.act(who, adds).await
    }

    /// Says what is to be done for her animals each day, at this hour.
    pub async fn needs_daily(&self, who: usize, from: u32) {
        let new = NewDaily { help: Some(Help::Animals), from: Some(hour(from)), minutes: Some(30) };
        let adds = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::add_daily(tx, permit, new).await.map(drop);
        self.act(who, adds).await.unwrap();
    }

    /// Says yes to animals in somebody's circle, or leaves it.
    pub async fn answers_close(&self, who: usize, link: LinkId, yes: bool) -> Result<(), No> {
        let help = if yes { BTreeSet::from([Help::Animals]) } else { BTreeSet::new() };
        let says = async |tx: &Tx<'_>, permit: Permit<HelpInCircle>| circle::answer(tx, permit, link, &help).await;
        self.act(who, says).await
    }

    /// Opens somebody's card from today on for so many days, for herself or for another, and wakes the circle.
    pub async fn opens_card(
        &self,
        who: usize,
        whose: usize,
        on_behalf: Option<usize>,
        days: i64,
    ) -> Result<OpeningId, No> {
        let from = self.today().await;
        let new = NewOpening {
            whose: self.members[whose],
            on_behalf: on_behalf.map(|other| self.members[other]),
            from: Some(from),
            until: Some(from + Duration::days(days - 1)),
            wake: true,
        };
        let opens = async |tx: &Tx<'_>, permit: Permit<OpenCircle>| circle::open_circle(tx, permit, &new).await;
        self.act(who, opens).await.map(|opened| opened.id)
    }

    /// Takes tasks of circles.
    pub async fn takes_tasks(&self, who: usize, tasks: &[TaskId]) -> Result<u64, No> {
        let takes = async |tx: &Tx<'_>, permit: Permit<HelpInCircle>| circle::take(tx, permit, tasks).await;
        self.act(who, takes).await.map(|all| all.taken)
    }

    /// Something in every table of listening and of circles, by people who are there: 0, 1 and 3.
    pub async fn lives_in_listening(&self) {
        self.moves_to(12).await;
        for who in [0, 1, 3] {
            self.listens(who, 3, false).await.unwrap();
        }
        self.wants_to_call(1, true).await;
        let (first, second) = (self.slot(0, 2, 14, 16).await, self.slot(0, 4, 14, 16).await);
        for (who, at) in [(0, first), (1, first), (3, second)] {
            self.takes_slot(who, at).await.unwrap();
        }
        assert_eq!(self.leaves_slot(1, first).await.unwrap(), Left::Before);
        self.settles_aid().await;
        assert_eq!(self.sees_week(3).await.asked.len(), 1);
        self.would_swap(0, first, second).await.unwrap();
        let given_up = self.slot(1, 5, 9, 11).await.hours;
        let gives = async |tx: &Tx<'_>, permit: Permit<OpenListening>| listening::give_up(tx, permit, given_up).await;
        self.act(3, gives).await.unwrap();
    }

    /// The same for circles.
    pub async fn lives_in_circles(&self) {
        self.names_holder(0, 3).await.unwrap();
        self.writes_card(0, "La clé est chez Télesphore.", "Réglisse mange à huit heures.").await.unwrap();
        let link = self.asks_close(0, 1, "deux chats, matin et soir").await.unwrap();
        let neighbour = self.adds_neighbour(0, "Mme Palissade", "deux chats, matin et soir").await.unwrap();
        let makes = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::make_code(tx, permit, neighbour).await;
        self.act(0, makes).await.unwrap();
        self.needs_daily(0, 18).await;
        self.answers_close(1, link, true).await.unwrap();
        self.opens_card(3, 0, None, 3).await.unwrap();
        let tasks = mutual_aid::queries::circle::helping(&self.read(), self.members[1]).await.unwrap().tasks;
        let tasks: Vec<TaskId> = tasks.into_iter().map(|task| task.id).collect();
        assert_eq!(self.takes_tasks(1, &tasks).await.unwrap(), 3);
        let asks = async |tx: &Tx<'_>, permit: Permit<HelpInCircle>| {
            circle::ask(tx, permit, false, Some(Help::Ride), "Jusqu'au marché samedi").await.map(drop)
        };
        self.act(0, asks).await.unwrap();
    }
}
