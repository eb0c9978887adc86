//! The circle of close ones (`mutual-aid` C1–C5; `domain` F1–F5): a yes from both, a neighbour without account, a card that
//! is opened for some days and tells its author, tasks taken by the first yes. Story 4.10 A, checks 1 and 2.

use crate::membership::{problems, refused};
use crate::mutual_aid::listening::{says_limits, wants_news, who_is_told};
use chrono::Duration;
use commons::area::Area;
use commons::db::Tx;
use commons::refusal::No;
use membership::commands::keep_apart::keep_apart;
use membership::commands::pause::{Pausing, pause};
use membership::powers::{KeepApart, Permit, Rest};
use mutual_aid::commands::circle::{self, Did, NewNeighbour, Part, YesNoted};
use mutual_aid::commands::limits::say_enough;
use mutual_aid::powers::{HelpInCircle, KeepCircle, OpenCircle, SetOwnLimits};
use mutual_aid::queries::circle::{Helping, Mine, board, helping, mine, neighbour, opened, sheet};
use mutual_aid::rules::circle::Help;
use mutual_aid::rules::limits::{Away, OwnLimits};
use mutual_aid::{LinkId, MutualAid, OpeningId, TaskId};
use parpour_tests::{Group, on_each_database};
use std::collections::BTreeSet;

const ANIMALS: [Help; 1] = [Help::Animals];

async fn hers(group: &Group<'_>, who: usize) -> Mine {
    mine(&group.read(), group.members[who]).await.unwrap()
}

async fn helps(group: &Group<'_>, who: usize) -> Helping {
    helping(&group.read(), group.members[who]).await.unwrap()
}

/// Tasks that somebody could take.
async fn free(group: &Group<'_>, who: usize) -> Vec<TaskId> {
    helps(group, who).await.tasks.into_iter().filter(|task| !task.mine).map(|task| task.id).collect()
}

/// What a member notes of a call, with a card that is open.
async fn notes(group: &Group<'_>, who: usize, opening: OpeningId, link: LinkId, part: Part) -> Result<u64, No> {
    let yes = YesNoted { link, help: ANIMALS.into(), part };
    let notes = async |tx: &Tx<'_>, permit: Permit<OpenCircle>| circle::note_yes(tx, permit, opening, &yes).await;
    group.act(who, notes).await
}

async fn stops(group: &Group<'_>, who: usize, whose: usize, name: &str) -> Result<(), No> {
    let whose = group.members[whose];
    let stops = async |tx: &Tx<'_>, permit: Permit<HelpInCircle>| {
        circle::note_stop(tx, permit, whose, name, &BTreeSet::new()).await
    };
    group.act(who, stops).await
}

async fn keeps_apart(group: &Group<'_>, who: usize, other: usize) {
    let other = group.members[other];
    let keeps = async |tx: &Tx<'_>, permit: Permit<KeepApart>| keep_apart(tx, permit, other).await;
    group.act(who, keeps).await.unwrap();
}

// Solange stands for Simone, the third for Noëlla, who has no screen, Ovila for Rita, the fourth for Eustache.
const SIMONE: usize = 0;
const RITA: usize = 1;
const NOELLA: usize = 2;
const EUSTACHE: usize = 3;

/// Simone asks them into her circle, each says yes, and wants news. There is something to do each evening.
async fn has_close_ones(group: &Group<'_>, close: &[usize]) -> Vec<LinkId> {
    let mut links = Vec::new();
    for who in close.iter().copied() {
        let link = group.asks_close(SIMONE, who, "deux chats").await.unwrap();
        group.answers_close(who, link, true).await.unwrap();
        wants_news(group, who).await;
        links.push(link);
    }
    group.needs_daily(SIMONE, 18).await;
    links
}

/// Simone's circle is awake for three days, from today on.
async fn wakes(group: &Group<'_>) {
    let today = group.today().await;
    let wakes = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| {
        circle::wake_own(tx, permit, Some(today), Some(today + Duration::days(2))).await
    };
    group.act(SIMONE, wakes).await.unwrap();
}

/// She takes all three evenings. A minute goes by: what is told from then on is told apart from what was before.
async fn takes_all(group: &Group<'_>, who: usize) {
    let tasks = free(group, who).await;
    assert_eq!(group.takes_tasks(who, &tasks).await.unwrap(), 3);
    group.world.clock.advance(Duration::minutes(1));
}

async fn rests(group: &Group<'_>, who: usize) {
    let rests = async |tx: &Tx<'_>, permit: Permit<Rest>| pause(tx, permit, Pausing::default()).await;
    group.act(who, rests).await.unwrap();
}

/// To whom Simone's circle writes at this instant.
async fn told_now(group: &Group<'_>) -> Vec<usize> {
    who_is_told(group, &format!("close/{}/{}", group.members[SIMONE], group.now().timestamp())).await
}

on_each_database!(two_cats_morning_and_evening, |world| {
    let group = world.a_group().with_people(6).found().await;
    group.moves_to(9).await;
    group.names_holder(SIMONE, NOELLA).await.unwrap();
    group.writes_card(SIMONE, "La clé est chez Noëlla.", "Réglisse et Biscuit, deux fois par jour.").await.unwrap();
    let palissade = group.adds_neighbour(SIMONE, "Mme Palissade", "deux chats, matin et soir").await.unwrap();
    let eustache = group.asks_close(SIMONE, EUSTACHE, "deux chats, matin et soir").await.unwrap();
    for hour in [8, 18] {
        group.needs_daily(SIMONE, hour).await;
    }
    world.clock.advance(Duration::days(100));
    group.moves_to(7).await;

    // Nobody else opens it, and nobody opens it in the name of somebody who can herself.
    assert_eq!(refused(group.opens_card(RITA, SIMONE, None, 8).await), "circle-not-hers");
    assert_eq!(refused(group.opens_card(RITA, SIMONE, Some(EUSTACHE), 8).await), "circle-not-hers");
    assert_eq!(problems(group.opens_card(NOELLA, SIMONE, Some(RITA), 8).await), ["on_behalf: at-request-has-way-in"]);
    // Noëlla has no screen: Rita opens it for her and wakes the circle, in one act.
    let opening = group.opens_card(RITA, SIMONE, Some(NOELLA), 8).await.unwrap();
    let today = group.today().await;
    // 1. Simone reads both names and the hour.
    let told = hers(&group, SIMONE).await.openings;
    let [told] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!((told.by, told.through), (group.members[NOELLA], Some(group.members[RITA])));
    assert_eq!((told.at, told.from, told.until), (group.now(), today, today + Duration::days(7)));
    let sections = MutualAid.everything_about(&group.read(), group.members[SIMONE]).await.unwrap();
    assert!(sections.iter().any(|section| section.name == "close_openings" && section.rows.len() == 1));
    // Rita reads the card for a quarter of an hour, Noëlla for those days, and nobody else at all.
    let reads = async |who: usize| opened(&group.read(), group.members[who], opening).await;
    assert_eq!(reads(RITA).await.unwrap().card.len(), 2);
    assert_eq!(refused(reads(EUSTACHE).await), "error-not-found");
    // Once more: what is awake stays as it is, and she reads that too.
    world.clock.advance(Duration::minutes(1));
    group.opens_card(RITA, SIMONE, Some(NOELLA), 8).await.unwrap();
    assert_eq!(hers(&group, SIMONE).await.openings.len(), 2);

    // Sixteen tasks, and nobody is asked before both said yes.
    assert_eq!(hers(&group, SIMONE).await.tasks.len(), 16);
    assert!(free(&group, EUSTACHE).await.is_empty());
    // Mme Palissade says yes by phone, for the mornings; Eustache says yes himself, for the evenings.
    assert_eq!(notes(&group, RITA, opening, palissade, Part::Morning).await.unwrap(), 8);
    group.answers_close(EUSTACHE, eustache, true).await.unwrap();
    let evenings = free(&group, EUSTACHE).await;
    assert_eq!(evenings.len(), 8);
    assert_eq!(group.takes_tasks(EUSTACHE, &evenings).await.unwrap(), 8);
    assert!(hers(&group, SIMONE).await.tasks.iter().all(|task| task.task.by.is_some()));
    // Whoever feeds them reads that line, those days, and no other.
    let lines = helps(&group, EUSTACHE).await.lines;
    assert!(matches!(lines.as_slice(), [(_, line)] if line.help == Some(Help::Animals)), "{lines:?}");
    world.clock.advance(Duration::minutes(15));
    assert_eq!(refused(reads(RITA).await), "close-card-shut");
    assert_eq!(refused(notes(&group, RITA, opening, palissade, Part::All).await), "close-card-shut");
    reads(NOELLA).await.unwrap();

    // 2. The neighbour stops by one call that any member notes; what was to come is looked for again.
    world.clock.advance(Duration::days(3));
    group.moves_to(12).await;
    assert_eq!(problems(stops(&group, 4, SIMONE, "Mme Paillasson").await), ["name: neighbour-name-unknown"]);
    stops(&group, 4, SIMONE, "mme PALISSADE").await.unwrap();
    let left = hers(&group, SIMONE).await;
    assert_eq!((left.links.len(), free(&group, EUSTACHE).await.len()), (1, 4));
    // 1. It closes on the last day.
    world.clock.set(group.now() + Duration::days(9));
    assert_eq!(refused(reads(NOELLA).await), "close-card-shut");
    assert!(helps(&group, EUSTACHE).await.lines.is_empty());
    assert_eq!(hers(&group, SIMONE).await.awake, None, "it sleeps again by itself");
});

on_each_database!(a_neighbour_without_account_has_a_code_that_is_good_once, |world| {
    let group = world.a_group().with_people(5).found().await;
    group.moves_to(7).await;
    let link = group.adds_neighbour(0, "Mme Palissade", "deux chats").await.unwrap();
    group.needs_daily(0, 8).await;
    let makes = async |who: usize| {
        let makes = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::make_code(tx, permit, link).await;
        group.act(who, makes).await
    };
    assert_eq!(refused(makes(1).await), "error-not-found");
    makes(0).await.unwrap();
    let words = async || sheet(&group.read(), group.members[0], link).await.map(|(words, _)| words);
    let first = words().await.unwrap();
    assert_eq!(first.split(' ').count(), 4);
    let uses = async |words: &str| group.write(async |tx: &Tx<'_>| circle::use_code(tx, words).await).await;
    assert_eq!(problems(uses("abaisser abaisser abaisser abaisser").await), ["card: neighbour-code-unknown"]);
    let token = uses(&first.to_uppercase()).await.unwrap();
    assert_eq!(problems(uses(&first).await), ["card: neighbour-code-unknown"], "once");
    assert_eq!(refused(words().await), "circle-not-code");

    let sees = async |token: &str| neighbour(&group.read(), token).await;
    let page = sees(&token).await.unwrap();
    assert_eq!((page.told.as_str(), page.tasks.len(), page.help.len()), ("deux chats", 0, 1));
    let acts = async |did: Did| group.write(async |tx: &Tx<'_>| circle::act(tx, &token, &did).await).await;
    assert_eq!(refused(acts(Did::Says(BTreeSet::from([Help::Snow]))).await), "circle-not-yes-first");
    assert_eq!(problems(acts(Did::Says(BTreeSet::new())).await), ["help: close-help-missing"], "she is still there");
    acts(Did::Says(ANIMALS.into())).await.unwrap();
    let today = group.today().await;
    let wakes = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| {
        circle::wake_own(tx, permit, Some(today), Some(today + Duration::days(2))).await
    };
    group.act(0, wakes).await.unwrap();
    let tasks: BTreeSet<TaskId> = sees(&token).await.unwrap().tasks.iter().map(|task| task.id).collect();
    assert_eq!(tasks.len(), 3);
    acts(Did::Takes(tasks.clone())).await.unwrap();
    assert_eq!(refused(acts(Did::Takes(tasks.clone())).await), "circle-not-yours");
    acts(Did::GivesBack(tasks.clone())).await.unwrap();
    acts(Did::Takes(tasks)).await.unwrap();
    // A new sheet shuts the page of the one before.
    makes(0).await.unwrap();
    assert_eq!(refused(sees(&token).await), "neighbour-gone");
    world.clock.advance(Duration::days(30));
    assert_eq!(refused(words().await), "circle-not-code");
    group.write(async |tx: &Tx<'_>| Ok(MutualAid.purge(tx).await?)).await.unwrap();
    let raw = world.raw().await;
    assert_eq!(raw.number("SELECT count(*) FROM close_link WHERE code IS NOT NULL OR code_made IS NOT NULL").await, 0);
    raw.close().await;
});

on_each_database!(both_say_yes_and_each_takes_it_back, |world| {
    let group = world.a_group().with_people(6).found().await;
    group.moves_to(7).await;
    assert_eq!(problems(group.asks_close(0, 0, "deux chats").await), ["other: close-choose-member"]);
    assert_eq!(problems(group.asks_close(0, 1, " ").await), ["told: close-told-missing"]);
    let (one, other) = (group.asks_close(0, 1, "chats").await.unwrap(), group.asks_close(0, 3, "chats").await.unwrap());
    assert_eq!(problems(group.asks_close(0, 1, "chats").await), ["other: close-there-already"]);
    assert_eq!(refused(group.answers_close(2, one, true).await), "error-not-found", "it is not she who is asked");
    for hour in [8, 18] {
        group.needs_daily(0, hour).await;
    }
    let (today, until) = (group.today().await, group.today().await + Duration::days(1));
    let wakes = async || {
        let wakes = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| {
            circle::wake_own(tx, permit, Some(today), Some(until)).await
        };
        group.act(0, wakes).await
    };
    wakes().await.unwrap();
    assert_eq!(refused(wakes().await), "circle-not-awake");
    for (who, link) in [(1, one), (3, other)] {
        group.answers_close(who, link, true).await.unwrap();
    }
    // Two who take the same at once: each task has one name.
    let tasks = free(&group, 1).await;
    assert_eq!(tasks.len(), 4);
    let (first, second) = tokio::join!(group.takes_tasks(1, &tasks), group.takes_tasks(3, &tasks));
    assert_eq!(first.unwrap_or(0) + second.unwrap_or(0), 4);
    assert!(free(&group, 1).await.is_empty() && free(&group, 3).await.is_empty());
    let holder = if helps(&group, 1).await.tasks.is_empty() { (3, 1) } else { (1, 3) };
    // Whoever is on pause has none any more, and reads nothing.
    let rests = async |tx: &Tx<'_>, permit: Permit<Rest>| pause(tx, permit, Pausing::default()).await;
    group.act(holder.0, rests).await.unwrap();
    group.settles_aid().await;
    assert!(helps(&group, holder.0).await.asks.is_empty());
    assert_eq!(free(&group, holder.1).await.len(), 4);
    assert_eq!(refused(group.takes_tasks(holder.0, &tasks).await), "close-resting");
    // Kept apart since: freed, and no line of it is left on either page.
    group.takes_tasks(holder.1, &tasks).await.unwrap();
    keeps_apart(&group, holder.1, 0).await;
    group.settles_aid().await;
    assert!(hers(&group, 0).await.tasks.iter().all(|task| task.task.by.is_none()));
    assert_eq!(helps(&group, holder.1).await, Helping::default());
    assert_eq!(refused(group.takes_tasks(holder.1, &tasks).await), "circle-not-yours");
    // Leaving takes her out.
    let leaving = group.members[holder.0];
    group.write(async |tx: &Tx<'_>| Ok(MutualAid.forget(tx, leaving).await?)).await.unwrap();
    assert_eq!(hers(&group, 0).await.links.len(), 1);
    // She sleeps: what was to be done is nobody's.
    let sleeps = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::sleep(tx, permit).await;
    group.act(0, sleeps).await.unwrap();
    let asleep = hers(&group, 0).await;
    assert_eq!((asleep.awake, asleep.tasks.len()), (None, 0));
    // Her own leaving erases all of it.
    let her = group.members[0];
    group.write(async |tx: &Tx<'_>| Ok(MutualAid.forget(tx, her).await?)).await.unwrap();
    let raw = world.raw().await;
    for table in ["close_circle", "close_holder", "close_link", "close_yes", "close_daily", "close_task", "close_card"]
    {
        assert_eq!(raw.rows(table).await, 0, "{table}");
    }
    raw.close().await;
});

on_each_database!(a_yes_noted_on_the_telephone_leaves_those_before_as_they_are, |world| {
    let group = world.a_group().with_people(4).found().await;
    group.moves_to(7).await;
    group.names_holder(SIMONE, RITA).await.unwrap();
    let new = NewNeighbour {
        name: "Mme Palissade".to_owned(),
        phone: "819 555-0171".to_owned(),
        told: "deux chats, et le perron".to_owned(),
        help: BTreeSet::from([Help::Animals, Help::Snow]),
    };
    let adds = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::add_neighbour(tx, permit, &new).await;
    let palissade = group.act(SIMONE, adds).await.unwrap();
    group.needs_daily(SIMONE, 8).await;
    let opening = group.opens_card(RITA, SIMONE, None, 3).await.unwrap();
    assert_eq!(notes(&group, RITA, opening, palissade, Part::All).await.unwrap(), 3);
    // She calls again, for the snow: nothing was said of the cats, which she feeds all the same.
    let snow = YesNoted { link: palissade, help: BTreeSet::from([Help::Snow]), part: Part::None };
    let calls = async |tx: &Tx<'_>, permit: Permit<OpenCircle>| circle::note_yes(tx, permit, opening, &snow).await;
    assert_eq!(group.act(RITA, calls).await.unwrap(), 0);
    let seen = hers(&group, SIMONE).await;
    let theirs = seen.links[0].yes.iter().filter(|line| line.theirs);
    assert_eq!(theirs.map(|line| line.help).collect::<Vec<_>>(), [Help::Animals, Help::Snow]);
    let hers_to_do = seen.tasks.iter().filter(|task| task.link == Some(palissade));
    assert_eq!(hers_to_do.count(), 3);
});

on_each_database!(whoever_leaves_a_circle_frees_what_was_hers_and_the_others_are_told, |world| {
    let group = world.a_group().with_people(6).found().await;
    group.moves_to(7).await;
    let links = has_close_ones(&group, &[RITA, EUSTACHE, 4, 5]).await;
    wakes(&group).await;
    let freed = async || (free(&group, RITA).await.len(), told_now(&group).await);
    // She says no to all of it.
    takes_all(&group, 5).await;
    assert_eq!(freed().await, (0, vec![]));
    group.answers_close(5, links[3], false).await.unwrap();
    assert_eq!(freed().await, (3, vec![RITA, EUSTACHE, 4]));
    // Simone takes her out.
    takes_all(&group, 4).await;
    let takes_out = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::remove(tx, permit, links[2]).await;
    group.act(SIMONE, takes_out).await.unwrap();
    assert_eq!(freed().await, (3, vec![RITA, EUSTACHE]));
    // She leaves the group.
    takes_all(&group, EUSTACHE).await;
    let leaving = group.members[EUSTACHE];
    group.write(async |tx: &Tx<'_>| Ok(MutualAid.forget(tx, leaving).await?)).await.unwrap();
    assert_eq!(freed().await, (3, vec![RITA]));
});

on_each_database!(whoever_rests_or_takes_one_yes_back_frees_what_was_hers_and_the_others_are_told, |world| {
    let group = world.a_group().with_people(5).found().await;
    group.moves_to(7).await;
    let links = has_close_ones(&group, &[RITA, EUSTACHE, 4]).await;
    wakes(&group).await;
    let freed = async || (free(&group, RITA).await.len(), told_now(&group).await);
    takes_all(&group, EUSTACHE).await;
    rests(&group, EUSTACHE).await;
    group.settles_aid().await;
    assert_eq!(freed().await, (3, vec![RITA, 4]));
    // She says yes to the snow and no longer to the cats: she stays in the circle.
    takes_all(&group, 4).await;
    let (both, snow) = (BTreeSet::from([Help::Animals, Help::Snow]), BTreeSet::from([Help::Snow]));
    let asks = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::say_yes(tx, permit, links[2], &both).await;
    group.act(SIMONE, asks).await.unwrap();
    let says = async |tx: &Tx<'_>, permit: Permit<HelpInCircle>| circle::answer(tx, permit, links[2], &snow).await;
    group.act(4, says).await.unwrap();
    assert_eq!(freed().await, (3, vec![RITA]));
    assert_eq!(hers(&group, SIMONE).await.links.len(), 3);
});

on_each_database!(a_circle_does_not_write_to_whoever_is_away_on_those_days_or_rests, |world| {
    let group = world.a_group().with_people(6).found().await;
    group.moves_to(7).await;
    has_close_ones(&group, &[RITA, EUSTACHE, 4]).await;
    let link = group.asks_close(SIMONE, 5, "deux chats").await.unwrap();
    group.answers_close(5, link, true).await.unwrap();
    let today = group.today().await;
    let away = |from: i64, until: i64| {
        let days = Away { from: today + Duration::days(from), until: today + Duration::days(until) };
        OwnLimits { away: vec![days], ..OwnLimits::default() }
    };
    says_limits(&group, RITA, away(1, 1)).await;
    says_limits(&group, EUSTACHE, away(0, 2)).await;
    rests(&group, 4).await;
    wakes(&group).await;
    assert_eq!(told_now(&group).await, [RITA], "she is there on some of those days");
    // What is given back is of one day: whoever is away on it does not read of it, nor does whoever gave it back.
    wants_news(&group, 5).await;
    let tasks = free(&group, 5).await;
    for (task, told) in [(tasks[1], vec![]), (tasks[0], vec![RITA])] {
        group.takes_tasks(5, &[task]).await.unwrap();
        world.clock.advance(Duration::minutes(1));
        let gives = async |tx: &Tx<'_>, permit: Permit<HelpInCircle>| circle::give_back(tx, permit, &[task]).await;
        group.act(5, gives).await.unwrap();
        assert_eq!(told_now(&group).await, told);
    }
});

on_each_database!(whom_she_keeps_apart_from_opens_nothing_and_is_told_nothing, |world| {
    let group = world.a_group().with_people(6).found().await;
    group.moves_to(7).await;
    group.names_holder(0, 1).await.unwrap();
    group.asks_close(0, 3, "chats").await.unwrap();
    group.needs_daily(0, 8).await;
    assert_eq!(helps(&group, 1).await.holds_for, [group.members[0]]);
    keeps_apart(&group, 0, 1).await;
    keeps_apart(&group, 3, 0).await;
    assert_eq!((helps(&group, 1).await, helps(&group, 3).await), (Helping::default(), Helping::default()));
    assert_eq!(refused(group.opens_card(1, 0, None, 3).await), "circle-not-hers", "as whoever was not named");
    // Nor through another, who has no screen and was named.
    group.names_holder(0, 2).await.unwrap();
    assert_eq!(refused(group.opens_card(1, 0, Some(2), 3).await), "circle-not-hers");
    assert_eq!(problems(stops(&group, 1, 0, "Mme Palissade").await), ["name: neighbour-name-unknown"]);
});

on_each_database!(what_is_asked_goes_by_itself_and_nothing_is_added_up, |world| {
    let group = world.a_group().with_people(5).found().await;
    let asks = async |who: usize, words: &str| {
        let asks = async |tx: &Tx<'_>, permit: Permit<HelpInCircle>| {
            circle::ask(tx, permit, false, Some(Help::Snow), words).await
        };
        group.act(who, asks).await
    };
    assert_eq!(problems(asks(0, "").await), ["words: close-words-missing"]);
    let id = asks(0, "Le perron, vendredi").await.unwrap();
    let shown = async |who: usize| board(&group.read(), group.members[who]).await.unwrap().len();
    assert_eq!((shown(1).await, shown(2).await), (1, 1));
    keeps_apart(&group, 2, 0).await;
    assert_eq!((shown(1).await, shown(2).await), (1, 0));
    let takes = async |who: usize| {
        let takes = async |tx: &Tx<'_>, permit: Permit<HelpInCircle>| circle::take_back(tx, permit, id).await;
        group.act(who, takes).await
    };
    assert_eq!(refused(takes(1).await), "error-not-found");
    world.clock.advance(Duration::days(14) - Duration::seconds(1));
    assert_eq!(shown(1).await, 1);
    world.clock.advance(Duration::seconds(1));
    assert_eq!(shown(1).await, 0);
    group.write(async |tx: &Tx<'_>| Ok(MutualAid.purge(tx).await?)).await.unwrap();
    let raw = world.raw().await;
    assert_eq!(raw.rows("close_asked").await, 0);
    // No table adds up who gave what (C4).
    for table in raw.tables().await.iter().filter(|table| table.starts_with("close_")) {
        for column in raw.columns(table).await {
            assert!(
                !["count", "sum", "total", "given", "times"].iter().any(|word| column.contains(word)),
                "{table}.{column}"
            );
        }
    }
    raw.close().await;
});

on_each_database!(nobody_gives_more_in_circles_than_she_said, |world| {
    let group = world.a_group().with_people(6).found().await;
    group.moves_to(7).await;
    has_close_ones(&group, &[RITA, EUSTACHE, 4]).await;
    group.needs_daily(SIMONE, 8).await;
    says_limits(&group, RITA, OwnLimits { a_day: Some(1), ..OwnLimits::default() }).await;
    let enough = async |tx: &Tx<'_>, permit: Permit<SetOwnLimits>| say_enough(tx, permit, true).await;
    group.act(EUSTACHE, enough).await.unwrap();
    let asked = helps(&group, EUSTACHE).await.asks.len();
    wakes(&group).await;
    // Whoever has given enough is not written to, and reads of nothing that is free; the rest of her page is the same.
    assert_eq!(told_now(&group).await, [RITA, 4]);
    assert_eq!((helps(&group, EUSTACHE).await.asks.len(), free(&group, EUSTACHE).await.len()), (asked, 0));
    let tasks = free(&group, RITA).await;
    assert_eq!(tasks.len(), 6, "each of them, alone");
    let refuses = async |who: usize| refused(group.takes_tasks(who, &tasks).await);
    assert_eq!(refuses(EUSTACHE).await, "rota-not-away");
    // One a day, and no more is shown or given.
    let takes = async |tx: &Tx<'_>, permit: Permit<HelpInCircle>| circle::take(tx, permit, &tasks).await;
    let all = group.act(RITA, takes).await.unwrap();
    assert_eq!((all.taken, all.beyond), (3, Some(rota::Hindrance::Enough(rota::limits::Per::Day))));
    assert_eq!((free(&group, RITA).await.len(), free(&group, 4).await.len()), (0, 3));
    assert_eq!(refuses(RITA).await, "rota-not-enough-day");
});

on_each_database!(what_nobody_may_be_asked_for_is_told_to_whose_circle_it_is, |world| {
    let group = world.a_group().with_people(6).found().await;
    group.moves_to(7).await;
    has_close_ones(&group, &[EUSTACHE]).await;
    group.names_holder(SIMONE, RITA).await.unwrap();
    for who in [SIMONE, RITA] {
        wants_news(&group, who).await;
    }
    group.opens_card(RITA, SIMONE, None, 3).await.unwrap();
    takes_all(&group, EUSTACHE).await;
    let gap =
        async || who_is_told(&group, &format!("close-gap/{}/{}", group.members[SIMONE], group.now().timestamp())).await;
    assert_eq!(gap().await, [] as [usize; 0]);
    rests(&group, EUSTACHE).await;
    group.settles_aid().await;
    assert_eq!((gap().await, told_now(&group).await), (vec![SIMONE, RITA], vec![]));
});

on_each_database!(an_open_card_is_shut_by_her_and_with_her_circle, |world| {
    let group = world.a_group().with_people(6).found().await;
    group.moves_to(7).await;
    has_close_ones(&group, &[EUSTACHE]).await;
    group.names_holder(SIMONE, RITA).await.unwrap();
    group.writes_card(SIMONE, "La clé est chez Noëlla.", "Réglisse, deux fois par jour.").await.unwrap();
    let opening = group.opens_card(RITA, SIMONE, None, 3).await.unwrap();
    let reads = async |id| opened(&group.read(), group.members[RITA], id).await;
    assert_eq!(reads(opening).await.unwrap().tasks.len(), 3);
    // Only she shuts it, and her circle goes on.
    let shuts = async |who: usize, id: OpeningId| {
        let shuts = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::shut_card(tx, permit, id).await;
        group.act(who, shuts).await
    };
    assert_eq!(refused(shuts(RITA, opening).await), "error-not-found");
    shuts(SIMONE, opening).await.unwrap();
    assert_eq!(refused(reads(opening).await), "close-card-shut");
    assert_eq!(refused(shuts(SIMONE, opening).await), "error-not-found");
    assert_eq!(hers(&group, SIMONE).await.tasks.len(), 3);
    // Whoever was to come reads that it is off when it sleeps again; and the card is shut, whoever opened it.
    takes_all(&group, EUSTACHE).await;
    let again = group.opens_card(RITA, SIMONE, None, 4).await.unwrap();
    let sleeps = async |tx: &Tx<'_>, permit: Permit<OpenCircle>| circle::sleep_opened(tx, permit, again).await;
    group.act(RITA, sleeps).await.unwrap();
    let off = format!("close-off/{}/{}", group.members[SIMONE], group.now().timestamp());
    assert_eq!(who_is_told(&group, &off).await, [EUSTACHE]);
    assert_eq!(refused(reads(again).await), "close-card-shut");
    assert_eq!(hers(&group, SIMONE).await.awake, None);
});

on_each_database!(one_thing_is_asked_for_on_one_day, |world| {
    let group = world.a_group().with_people(6).found().await;
    group.moves_to(7).await;
    let links = has_close_ones(&group, &[EUSTACHE, 4]).await;
    let today = group.today().await;
    let asks = async |day: Option<chrono::NaiveDate>, from: u32| {
        let from = chrono::NaiveTime::from_hms_opt(from, 0, 0);
        let what = circle::NewDaily { help: Some(Help::Animals), from, minutes: Some(30) };
        let new = circle::NewTask { day, what };
        let asks = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::add_task(tx, permit, new).await;
        group.act(SIMONE, asks).await
    };
    assert_eq!(problems(asks(None, 10).await), ["day: close-day-wrong"]);
    assert_eq!(problems(asks(Some(today), 6).await), ["from: visits-hour-past"]);
    assert_eq!(problems(asks(Some(today + Duration::days(93)), 10).await), ["day: close-day-wrong"]);
    asks(Some(today + Duration::days(5)), 10).await.unwrap();
    assert_eq!(told_now(&group).await, [EUSTACHE, 4]);
    assert_eq!(hers(&group, SIMONE).await.awake, None, "nothing is woken for it");
    let tasks = free(&group, EUSTACHE).await;
    assert_eq!(group.takes_tasks(EUSTACHE, &tasks).await.unwrap(), 1);
    // Her circle wakes and sleeps for other days: this one stays.
    wakes(&group).await;
    let sleeps = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::sleep(tx, permit).await;
    group.act(SIMONE, sleeps).await.unwrap();
    let left = hers(&group, SIMONE).await.tasks;
    assert_eq!((left.len(), left[0].link), (1, Some(links[0])));
    // Once more, asleep already: nothing more goes.
    asks(Some(today), 20).await.unwrap();
    let again = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::sleep(tx, permit).await;
    group.act(SIMONE, again).await.unwrap();
    assert_eq!(hers(&group, SIMONE).await.tasks.len(), 2);
    world.clock.advance(Duration::minutes(1));
    let removes = async |who: usize| {
        let removes = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::remove_task(tx, permit, left[0].id).await;
        group.act(who, removes).await
    };
    assert_eq!(refused(removes(4).await), "error-not-found");
    removes(SIMONE).await.unwrap();
    let off = format!("close-off/{}/{}", group.members[SIMONE], group.now().timestamp());
    assert_eq!(who_is_told(&group, &off).await, [EUSTACHE]);
});

on_each_database!(a_member_without_a_screen_says_yes_and_stops_by_telephone, |world| {
    let group = world.a_group().with_people(6).found().await;
    group.moves_to(7).await;
    let raw = world.raw().await;
    let link = group.asks_close(SIMONE, NOELLA, "deux chats").await.unwrap();
    group.names_holder(SIMONE, RITA).await.unwrap();
    group.needs_daily(SIMONE, 18).await;
    let opening = group.opens_card(RITA, SIMONE, None, 3).await.unwrap();
    assert_eq!(notes(&group, RITA, opening, link, Part::All).await.unwrap(), 3);
    let requests = async || raw.number("SELECT count(*) FROM at_request WHERE act = 'circle'").await;
    assert_eq!(requests().await, 1, "both are named in what she reads");
    let name =
        membership::queries::people::names(&group.read()).await.unwrap().of(group.members[NOELLA]).unwrap().to_owned();
    // Whoever notes it need not know whether she is in that circle: the answer is the same.
    stops(&group, 4, EUSTACHE, &name).await.unwrap();
    assert_eq!(hers(&group, SIMONE).await.links.len(), 1);
    stops(&group, 4, SIMONE, &name).await.unwrap();
    assert_eq!((hers(&group, SIMONE).await.links.len(), requests().await), (0, 3));
    // Somebody who has a screen says it there.
    let name =
        membership::queries::people::names(&group.read()).await.unwrap().of(group.members[RITA]).unwrap().to_owned();
    assert_eq!(problems(stops(&group, 4, SIMONE, &name).await), ["name: neighbour-name-unknown"]);
    // Where the two keep apart, it looks as if nothing was free.
    let link = group.asks_close(SIMONE, NOELLA, "deux chats").await.unwrap();
    keeps_apart(&group, SIMONE, NOELLA).await;
    assert_eq!(notes(&group, RITA, opening, link, Part::All).await.unwrap(), 0);
    raw.close().await;
});

on_each_database!(whoever_is_kept_apart_from_her_writes_no_yes_for_her, |world| {
    let group = world.a_group().with_people(6).found().await;
    group.moves_to(7).await;
    let link = group.asks_close(SIMONE, NOELLA, "deux chats").await.unwrap();
    group.names_holder(SIMONE, RITA).await.unwrap();
    group.needs_daily(SIMONE, 18).await;
    let opening = group.opens_card(RITA, SIMONE, None, 3).await.unwrap();
    keeps_apart(&group, NOELLA, RITA).await;
    assert_eq!(notes(&group, RITA, opening, link, Part::All).await.unwrap(), 0, "as if nothing was free");
    let seen = hers(&group, SIMONE).await;
    assert!(seen.links[0].yes.iter().all(|line| !line.theirs) && seen.tasks.iter().all(|task| task.link.is_none()));
});

on_each_database!(part_of_it_is_stopped_by_telephone, |world| {
    let group = world.a_group().with_people(4).found().await;
    group.moves_to(7).await;
    group.names_holder(SIMONE, RITA).await.unwrap();
    let new = NewNeighbour {
        name: "Mme Palissade".to_owned(),
        told: "deux chats, et le perron".to_owned(),
        help: BTreeSet::from([Help::Animals, Help::Snow]),
        ..NewNeighbour::default()
    };
    let adds = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::add_neighbour(tx, permit, &new).await;
    let palissade = group.act(SIMONE, adds).await.unwrap();
    group.needs_daily(SIMONE, 8).await;
    let opening = group.opens_card(RITA, SIMONE, None, 3).await.unwrap();
    let yes = YesNoted { link: palissade, help: new.help.clone(), part: Part::All };
    let calls = async |tx: &Tx<'_>, permit: Permit<OpenCircle>| circle::note_yes(tx, permit, opening, &yes).await;
    assert_eq!(group.act(RITA, calls).await.unwrap(), 3);
    let whose = group.members[SIMONE];
    let stops = async |tx: &Tx<'_>, permit: Permit<HelpInCircle>| {
        circle::note_stop(tx, permit, whose, "Mme Palissade", &ANIMALS.into()).await
    };
    group.act(EUSTACHE, stops).await.unwrap();
    let seen = hers(&group, SIMONE).await;
    let theirs: Vec<Help> = seen.links[0].yes.iter().filter(|line| line.theirs).map(|line| line.help).collect();
    assert_eq!(theirs, [Help::Snow]);
    assert!(seen.tasks.iter().all(|task| task.link.is_none()));
});
