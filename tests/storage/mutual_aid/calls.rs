//! The phone tree: what each says yes to, who calls whom, chains of calls, sheets of paper (`domain` 2.8; `mutual-aid` T1 to
//! T18, X3, X4; story 4.3).

use crate::membership::{problems, refused};
use chrono::Duration;
use commons::area::{Area, Areas};
use commons::clock::Time;
use commons::db::{Db, Storage, Tx};
use commons::refusal::No;
use commons::register::kinds;
use membership::commands::confirm::confirm;
use membership::commands::leave::leave;
use membership::commands::pause::{Pausing, come_back, pause};
use membership::commands::recover::{self, Heard};
use membership::commands::{contact, keep_apart};
use membership::powers::{ChangeOwnAccess, KeepApart, Leave, Permit, Rest};
use membership::queries::recovery::{all_about, words_for};
use membership::queries::{at_request, contacts};
use membership::rules::consent::{Channel, Use};
use membership::rules::contact::{ContactKind, Purpose};
use membership::rules::recovery::{DELAY, NO_REVEAL};
use mutual_aid::commands::calls::act::{Doing, Ticks, act, enter_ticks, open_numbers};
use mutual_aid::commands::calls::sheets::{For, destroyed, open_again, print};
use mutual_aid::commands::calls::start::{NewChain, start};
use mutual_aid::commands::calls::tree::{draw, draw_by_hand};
use mutual_aid::commands::calls::{asks, limits, person};
use mutual_aid::powers::{DrawTree, PrintSheet, StartChain, TakePartInChain, WriteCalls};
use mutual_aid::queries::calls::chains::{self, Seen, State};
use mutual_aid::queries::calls::{sheets, tree};
use mutual_aid::rules::calls::{Choices, Silent, Voicemail};
use mutual_aid::rules::cascade::{Counts, Outcome};
use mutual_aid::rules::quiet::{Kind, Quiet};
use mutual_aid::rules::sheets::Printed;
use mutual_aid::rules::tree::Row;
use mutual_aid::{ChainId, MutualAid};
use parpour_tests::ice_storm::{CALLS, CLOSERS};
use parpour_tests::{Group, World, count, on_each_database};
use std::collections::BTreeSet;

const YES: [Use; 3] = [Use::BeCalled, Use::CallOthers, Use::BeStarter];

async fn says_with(group: &Group<'_>, who: usize, yes: &[Use], choices: Choices) -> Result<(), No> {
    let yes: BTreeSet<Use> = yes.iter().copied().collect();
    let say = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| limits::say(tx, permit, &yes, choices).await;
    group.act(who, say).await
}

async fn says(group: &Group<'_>, who: usize, yes: &[Use]) {
    says_with(group, who, yes, Choices::default()).await.unwrap();
}

/// The first so many of a group say yes to being called and to calling.
async fn everybody_says_yes(group: &Group<'_>, people: usize) {
    for who in 0..people {
        group.has_number(who).await;
        says(group, who, &YES).await;
    }
}

async fn starts(group: &Group<'_>, who: usize, kind: Kind) -> Result<ChainId, No> {
    let new = NewChain { kind: Some(kind), words: "Le local est fermé demain.".to_owned() };
    group.act(who, async |tx: &Tx<'_>, permit: Permit<StartChain>| start(tx, permit, &new).await).await
}

async fn does(group: &Group<'_>, who: usize, id: ChainId, doing: Doing) -> Result<(), No> {
    group.act(who, async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| act(tx, permit, id, doing).await).await
}

async fn calls(group: &Group<'_>, by: usize, to: usize, id: ChainId, outcome: Outcome) {
    let doing = Doing::Call { to: group.members[to], outcome };
    does(group, by, id, doing).await.unwrap_or_else(|no| panic!("{by} calls {to}: {no:?}"));
}

async fn see(group: &Group<'_>, id: ChainId, who: usize) -> Seen {
    chains::one(&group.read(), id, group.members[who]).await.unwrap()
}

async fn hers(group: &Group<'_>, id: ChainId, who: usize) -> Vec<usize> {
    let place = |member| group.members.iter().position(|one| *one == member).unwrap();
    see(group, id, who).await.calls.into_iter().map(|call| place(call.to)).collect()
}

async fn rests(group: &Group<'_>, who: usize) {
    group
        .act(who, async |tx: &Tx<'_>, permit: Permit<Rest>| pause(tx, permit, Pausing::default()).await)
        .await
        .unwrap();
}

async fn keeps_apart(group: &Group<'_>, by: usize, other: usize) {
    let other = group.members[other];
    let keeps = async |tx: &Tx<'_>, permit: Permit<KeepApart>| keep_apart::keep_apart(tx, permit, other).await;
    group.act(by, keeps).await.unwrap();
}

async fn prints(group: &Group<'_>, who: usize, whom: For) -> Result<i32, No> {
    group.act(who, async |tx: &Tx<'_>, permit: Permit<PrintSheet>| print(tx, permit, whom, 7).await).await
}

async fn tears_up(group: &Group<'_>, who: usize, number: i32) {
    let tears = async |tx: &Tx<'_>, permit: Permit<PrintSheet>| destroyed(tx, permit, number).await;
    group.act(who, tears).await.unwrap();
}

/// On a sheet that the first one printed: the line of somebody whom its holder calls, and who that is.
async fn called_on(group: &Group<'_>, sheet: i32) -> (u16, usize) {
    let printed = sheets::one(&group.read(), sheet, group.members[0]).await.unwrap().printed.sheet;
    let line = printed.lines.iter().find(|line| line.printed == Printed::Call).unwrap();
    let called = group.members.iter().position(|one| person(*one) == line.person).unwrap();
    (line.number, called)
}

/// Three branches below the first one, where no lot settles who stands where: who is called, and by whom.
const BRANCHES: [(usize, Option<usize>); 8] =
    [(0, None), (1, Some(0)), (2, Some(0)), (3, Some(0)), (4, Some(1)), (5, Some(1)), (6, Some(2)), (7, Some(3))];

async fn draws_by_hand(group: &Group<'_>, root: Option<usize>, lines: &[(usize, Option<usize>)]) {
    let who = |place: usize| person(group.members[place]);
    let rows = lines.iter().map(|(called, by)| Row { person: who(*called), caller: by.map(who), second: None });
    let (root, rows) = (root.map(who), rows.collect::<Vec<_>>());
    let draws = async |tx: &Tx<'_>, permit: Permit<DrawTree>| draw_by_hand(tx, permit, root, &rows).await;
    group.act(3, draws).await.unwrap().unwrap();
}

/// Who is asked to call whoever started, as the last one of a branch.
async fn asked_to_call_back(group: &Group<'_>, id: ChainId) -> Vec<usize> {
    let mut asked = Vec::new();
    for who in 0..group.members.len() {
        if see(group, id, who).await.closes_branch {
            asked.push(who);
        }
    }
    asked
}

/// She lost every way in, and takes her place again with the help of two of those whom she chose.
async fn takes_her_place_again(group: &Group<'_>, who: usize) {
    let db = &group.world.db;
    group.has_circle(who, &[3, 4, 5]).await;
    let browser = recover::ask(db, group.id, &group.name(who)).await.unwrap();
    let words = words_for(&group.read(), &browser).join(" ");
    let id = all_about(&group.read(), group.members[who]).await.unwrap().pop().unwrap().id;
    for other in [3, 4] {
        let confirmed = confirm(db, group.id, group.members[other], &group.passphrase(other)).await.unwrap();
        let vouch = async |tx: &Tx<'_>, permit| recover::vouch(tx, permit, confirmed, id, Heard::Voice, &words).await;
        group.act(other, vouch).await.unwrap();
    }
    group.world.clock.advance(DELAY);
    recover::complete(db, group.id, &browser, "la rivière coule sous le pont", false).await.unwrap();
}

fn at(text: &str) -> Time {
    text.parse().unwrap()
}

/// A weekday at ten in the morning in Montréal.
fn morning() -> Time {
    at("2027-03-02T10:00:00-05:00")
}

on_each_database!(nobody_is_called_who_did_not_say_yes_and_a_number_comes_first, |world| {
    let group = world.a_group().with_people(4).found().await;
    assert_eq!(tree::seen(&group.read(), group.members[0]).await.unwrap().people, 0);
    assert_eq!(problems(says_with(&group, 0, &YES, Choices::default()).await), ["number: calls-needs-number"]);
    group.has_number(0).await;
    let none = Choices { calls: 7, silent: Silent::Door, ..Choices::default() };
    let wrong = says_with(&group, 0, &YES, none).await;
    assert_eq!(problems(wrong), ["calls: calls-how-many", "with: calls-name-somebody"]);
    let alone = says_with(&group, 0, &[Use::NightUrgent], Choices::default()).await;
    assert_eq!(problems(alone), ["yes: calls-be-called-first"]);
    assert_eq!(refused(starts(&group, 0, Kind::Urgent).await), "chain-nobody");
    everybody_says_yes_after(&group).await;
    assert_eq!(tree::seen(&group.read(), group.members[0]).await.unwrap().people, 4);
    // A no, a pause: gone from the very next look on.
    says(&group, 1, &[]).await;
    rests(&group, 2).await;
    let seen = tree::seen(&group.read(), group.members[0]).await.unwrap();
    assert_eq!((seen.people, seen.callers), (2, 2));
    group.act(2, async |tx: &Tx<'_>, permit: Permit<Rest>| come_back(tx, permit).await).await.unwrap();
    assert_eq!(tree::seen(&group.read(), group.members[2]).await.unwrap().people, 3);
});

async fn everybody_says_yes_after(group: &Group<'_>) {
    says(group, 0, &YES).await;
    for who in 1..4 {
        group.has_number(who).await;
        says(group, who, &YES).await;
    }
}

on_each_database!(the_ice_storm_is_told_step_by_step, |world| {
    use Outcome::Reached;
    let group = world.a_group().with_people(35).quick().found().await;
    let five = at("2027-02-22T17:05:00-05:00");
    world.clock.set(five - Duration::hours(1));
    group.draws_the_tree_of_the_ice_storm().await;
    // Paused members, who said yes before, have no line (check 4).
    let seen = tree::seen(&group.read(), group.members[3]).await.unwrap();
    assert_eq!((seen.people, seen.calls.len(), seen.by_hand), (29, 4, true));
    // Bastien's sheet has his own people, theirs in grey, and whom he is second voice for (checks 1 and 3).
    let number = prints(&group, 1, For::Herself).await.unwrap();
    let sheet = sheets::one(&group.read(), number, group.members[1]).await.unwrap().printed.sheet;
    let on_it: Vec<usize> = sheet
        .lines
        .iter()
        .map(|line| group.members.iter().position(|one| person(*one) == line.person).unwrap() + 1)
        .collect();
    assert_eq!(on_it[..7], [4, 12, 14, 15, 13, 16, 19]);
    assert_eq!(sheet.until.to_string(), "2027-03-01");
    assert!(sheets::one(&group.read(), number, group.members[2]).await.is_err(), "a sheet is its holder's");
    let read = contacts::who_read(&group.read(), group.members[12]).await.unwrap();
    assert_eq!((read[0].reader, read[0].purpose), (group.members[1], Purpose::Chain));

    let minute = |minute: i64| world.clock.set(five + Duration::minutes(minute));
    world.clock.set(five);
    let id = starts(&group, 3, Kind::Urgent).await.unwrap();
    let told = group.entries_about(id).await.pop().unwrap();
    assert_eq!((told.kind.as_str(), told.actors.as_slice()), (kinds::CHAIN_STARTED, &[group.members[3]][..]));
    assert!(!told.body.unwrap().to_string().contains("local"), "never what was said");
    assert_eq!(refused(starts(&group, 3, Kind::Urgent).await), "chain-runs-already");
    let call = async |by: usize, to: usize, outcome| calls(&group, by - 1, to - 1, id, outcome).await;
    // The first level at once; the rest waits for a second yes, which is not hers (ruling 25).
    assert_eq!(hers(&group, id, 3).await.len(), 4);
    minute(4);
    call(4, 1, Reached).await;
    assert_eq!(see(&group, id, 0).await.state, State::WaitsForYes);
    let early = Doing::Call { to: group.members[2], outcome: Reached };
    assert_eq!(refused(does(&group, 0, id, early).await), "chain-waits-for-yes");
    assert_eq!(refused(does(&group, 3, id, Doing::Agree).await), "chain-not-for-you");
    minute(5);
    does(&group, 0, id, Doing::Agree).await.unwrap();
    // Numbers are opened by a button, and each whose number it is reads that.
    assert!(see(&group, id, 3).await.calls.iter().all(|call| call.number.is_none()));
    let open = async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| open_numbers(tx, permit, id).await;
    group.act(3, open).await.unwrap();
    assert_eq!(see(&group, id, 3).await.calls[0].number.as_deref(), Some("819 555-0102"));
    for (at, by, to, outcome) in CALLS {
        minute(at);
        call(by, to, outcome).await;
    }
    // Ovide does not answer: Bastien calls 16 and 19 himself.
    assert_eq!(hers(&group, id, 1).await, [15, 18]);
    minute(39);
    call(2, 16, Reached).await;
    call(2, 19, Reached).await;
    minute(43);
    for closer in CLOSERS {
        assert!(see(&group, id, closer - 1).await.closes_branch);
        does(&group, closer - 1, id, Doing::CloseBranch).await.unwrap();
    }
    // Everybody sees counts; who did not answer only her caller and the one who started (check 6, ruling 2).
    let counts = see(&group, id, 29).await.counts;
    assert_eq!((counts.everybody, counts.reached, counts.message, counts.otherwise), (28, 24, 3, 1));
    assert_eq!((counts.closed_branches, counts.open_branches), (4, 0));
    let unreached = async |who: usize| see(&group, id, who - 1).await.unreached.len();
    assert_eq!([unreached(2).await, unreached(4).await, unreached(16).await, unreached(1).await], [1, 4, 0, 0]);
    // The number to check is told to the caller, and is no mark for others (check 9).
    assert_eq!((unreached(21).await, unreached(24).await), (1, 0));

    // Two asks, relayed with a yes; the first yes has it, others read that it is done (check 8).
    let asks_for = async |by: usize, whose: usize, words: &str, yes: bool| {
        let whose = group.members[whose - 1];
        let pass =
            async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| asks::pass_on(tx, permit, id, whose, words, yes).await;
        group.act(by - 1, pass).await
    };
    let warm = "Une place au chaud pour la nuit";
    assert_eq!(problems(asks_for(27, 30, warm, false).await), ["agreed: chain-ask-needs-yes"]);
    assert_eq!(problems(asks_for(28, 30, warm, true).await), ["whose: chain-ask-not-hers"]);
    let asked = asks_for(27, 30, warm, true).await.unwrap();
    asks_for(21, 24, "Du pain et du lait", true).await.unwrap();
    let of = async |who: usize| see(&group, id, who - 1).await.asks.into_iter().find(|ask| ask.id == asked).unwrap();
    assert_eq!((of(11).await.whose, of(11).await.is_taken), (None, false));
    let yes = async |who: usize| {
        let yes = async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| asks::say_yes(tx, permit, asked).await;
        group.act(who - 1, yes).await
    };
    yes(11).await.unwrap();
    assert_eq!(refused(yes(22).await), "chain-ask-done");
    let (hers_now, others) = (of(11).await, of(22).await);
    assert_eq!((hers_now.whose, hers_now.number.as_deref()), (Some(group.members[29]), Some("819 555-0130")));
    assert_eq!((others.whose, others.is_taken, others.taken_by), (None, true, None));
    assert_eq!(of(30).await.taken_by, Some(group.members[10]));

    // At 20:55 the last tries are told; at night nobody is called (check 5).
    world.clock.set(at("2027-02-22T21:30:00-05:00"));
    let night = see(&group, id, 3).await;
    assert!(!night.board_for_me && night.calls.iter().all(|call| !call.is_due));
    // Two stop it, and a week later only numbers are left (check 7).
    does(&group, 3, id, Doing::AskStop).await.unwrap();
    assert_eq!(refused(does(&group, 3, id, Doing::AskStop).await), "chain-done-already");
    does(&group, 16, id, Doing::AskStop).await.unwrap();
    assert_eq!(see(&group, id, 3).await.state, State::Over);
    assert_eq!(refused(does(&group, 1, id, Doing::Breathe).await), "chain-over");
    let purge = async || group.write(async |tx: &Tx<'_>| Ok(MutualAid.purge(tx).await?)).await.unwrap();
    world.clock.advance(Duration::days(7) - Duration::seconds(1));
    purge().await;
    assert!(chains::one(&group.read(), id, group.members[3]).await.is_ok());
    world.clock.advance(Duration::seconds(1));
    assert!(chains::one(&group.read(), id, group.members[3]).await.is_err(), "its days are over");
    purge().await;
    let raw = world.raw().await;
    for table in ["phone_chain", "chain_text", "chain_event", "chain_ask"] {
        assert_eq!(raw.rows(table).await, 0, "{table}");
    }
    raw.close().await;
    let total = tree::totals(&group.read()).await.unwrap()[0];
    assert_eq!((total.everybody, total.reached + total.message), (28, 27), "28 essayés, 27 joints ou message");
});

on_each_database!(a_no_in_the_middle_holds_at_once_and_is_struck_on_exactly_the_sheets, |world| {
    let group = world.a_group().with_people(12).quick().found().await;
    world.clock.set(morning());
    everybody_says_yes(&group, 12).await;
    for who in 0..12 {
        prints(&group, who, For::Herself).await.unwrap();
    }
    assert!(sheets::strikes(&group.read()).await.unwrap().is_empty());
    assert_eq!(
        refused(group.act(3, async |tx: &Tx<'_>, permit: Permit<DrawTree>| draw(tx, permit, 2).await).await),
        "tree-sheets-hang"
    );
    let id = starts(&group, 0, Kind::Urgent).await.unwrap();
    does(&group, 11, id, Doing::Agree).await.unwrap();
    let first = hers(&group, id, 0).await[0];
    calls(&group, 0, first, id, Outcome::Reached).await;
    let theirs = hers(&group, id, first).await;
    assert!(!theirs.is_empty());
    let called = theirs[0];
    // She whom they were about to call says no, another rests: no call to either, from now on.
    says(&group, called, &[]).await;
    assert!(!hers(&group, id, first).await.contains(&called));
    let to = group.members[called];
    assert_eq!(
        refused(does(&group, first, id, Doing::Call { to, outcome: Outcome::Reached }).await),
        "chain-not-yours"
    );
    // Whoever calls rests: her calls go to others, and nobody reads why.
    rests(&group, first).await;
    assert!(hers(&group, id, first).await.is_empty());
    assert_eq!(refused(does(&group, first, id, Doing::TakeNext).await), "chain-not-on-pause");
    assert!(chains::running(&group.read(), group.members[first]).await.unwrap()[0].counts.open > 0);
    assert!(!chains::running(&group.read(), group.members[first]).await.unwrap()[0].waits_for_me);
    // On paper: exactly the lines on which one of both stands, and their own sheets go.
    let gone = [first, called].map(|who| person(group.members[who]));
    let strikes = sheets::strikes(&group.read()).await.unwrap();
    for who in 0..12 {
        for mine in sheets::mine(&group.read(), group.members[who]).await.unwrap() {
            let sheet = &mine.printed.sheet;
            let wanted: Vec<u16> =
                sheet.lines.iter().filter(|line| gone.contains(&line.person)).map(|line| line.number).collect();
            assert_eq!(mine.strike, wanted, "{who}");
            assert_eq!(strikes.iter().any(|strike| strike.sheet == sheet.number), !wanted.is_empty());
            assert_eq!(mine.to_destroy, gone.contains(&person(group.members[who])));
        }
    }
});

on_each_database!(two_who_are_kept_apart_never_meet_and_nobody_finds_out, |world| {
    let group = world.a_group().with_people(12).quick().found().await;
    world.clock.set(morning());
    everybody_says_yes(&group, 12).await;
    keeps_apart(&group, 5, 6).await;
    let meet = async |one: usize, other: usize| {
        let seen = tree::seen(&group.read(), group.members[one]).await.unwrap();
        let calls: Vec<_> =
            seen.calls.iter().map(|(called, _)| *called).chain(seen.second).chain(seen.caller).collect();
        calls.contains(&group.members[other])
    };
    assert!(!meet(5, 6).await && !meet(6, 5).await);
    let id = starts(&group, 0, Kind::Urgent).await.unwrap();
    does(&group, 1, id, Doing::Agree).await.unwrap();
    // From the middle on, two others: a call between them goes to somebody else.
    let first = hers(&group, id, 0).await[0];
    keeps_apart(&group, first, 0).await;
    assert!(!hers(&group, id, 0).await.contains(&first));
    let to = group.members[first];
    let no = does(&group, 0, id, Doing::Call { to, outcome: Outcome::NoAnswer }).await;
    assert_eq!(refused(no), "chain-not-yours", "as for any call that went to another");
    // What one asks for is not there for the other.
    does(&group, 5, id, Doing::Know).await.unwrap();
    let (five, words) = (group.members[5], "Du pain");
    let pass =
        async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| asks::pass_on(tx, permit, id, five, words, true).await;
    let asked = group.act(5, pass).await.unwrap();
    assert!(see(&group, id, 6).await.asks.is_empty());
    let yes = async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| asks::say_yes(tx, permit, asked).await;
    assert!(matches!(group.act(6, yes).await, Err(No::NotFound)));
    assert_eq!(see(&group, id, 7).await.asks.len(), 1);
    // No id of a pair stands anywhere in clear.
    let raw = world.raw().await;
    for table in ["phone_chain", "chain_event", "call_tree"] {
        assert!(raw.rows(table).await > 0, "{table}");
    }
    assert_eq!(
        raw.tables_with_member(group.members[6]).await.iter().filter(|table| table.contains("chain")).count(),
        0
    );
    raw.close().await;
});

on_each_database!(the_board_the_watch_the_text_and_two_at_once, |world| {
    let group = world.a_group().with_people(12).quick().found().await;
    world.clock.set(morning());
    everybody_says_yes(&group, 12).await;
    let id = starts(&group, 0, Kind::Urgent).await.unwrap();
    does(&group, 11, id, Doing::Agree).await.unwrap();
    let first = hers(&group, id, 0).await;
    for who in &first {
        calls(&group, 0, *who, id, Outcome::Reached).await;
    }
    // "I need to breathe": hers go to the board, and two who want the same call: one has it.
    let (one, other) = (first[0], first[1]);
    let waiting = hers(&group, id, one).await;
    does(&group, one, id, Doing::Breathe).await.unwrap();
    assert!(hers(&group, id, one).await.is_empty() && see(&group, id, other).await.board_for_me);
    let (a, b) = futures_of(&group, id, other, first[2]).await;
    assert!(a.is_ok() && b.is_ok() || waiting.len() == 1);
    let both: BTreeSet<usize> =
        hers(&group, id, other).await.into_iter().chain(hers(&group, id, first[2]).await).collect();
    assert!(waiting.iter().filter(|who| both.contains(who)).count() >= usize::from(waiting.len() > 1));
    // A call passed on, the watch, a correction that reopens.
    let mine = hers(&group, id, other).await[0];
    let pass = Doing::PassOn { to: group.members[mine], next: None };
    does(&group, other, id, pass).await.unwrap();
    assert!(!hers(&group, id, other).await.contains(&mine));
    assert!(see(&group, id, first[0]).await.i_watch, "the first two who are reached watch with her");
    does(&group, first[2], id, Doing::TakeWatch).await.unwrap();
    does(&group, 0, id, Doing::LeaveWatch).await.unwrap();
    assert_eq!(refused(does(&group, 0, id, Doing::Correct("Autre".to_owned())).await), "chain-not-for-you");
    does(&group, first[2], id, Doing::Correct("Le local ouvre jeudi.".to_owned())).await.unwrap();
    let seen = see(&group, id, 0).await;
    assert_eq!((seen.version, seen.words.as_str()), (2, "Le local ouvre jeudi."));
    assert!(!see(&group, id, one).await.has_heard, "whoever heard the old one is called again");
    // Two ask to wait, two let it go on.
    does(&group, 3, id, Doing::AskPause).await.unwrap();
    does(&group, 4, id, Doing::AskPause).await.unwrap();
    assert_eq!(see(&group, id, 0).await.state, State::Suspended);
    does(&group, 3, id, Doing::AskResume).await.unwrap();
    does(&group, 5, id, Doing::AskResume).await.unwrap();
    assert_eq!(see(&group, id, 0).await.state, State::Running);
    // Whoever started reads the new text as everybody does.
    assert_eq!(refused(does(&group, 0, id, Doing::End).await), "chain-hear-first");
    does(&group, 0, id, Doing::Know).await.unwrap();
    assert_eq!(refused(does(&group, 0, id, Doing::End).await), "chain-still-open");
    // Nothing for two days: over by itself, and another can start.
    world.clock.advance(Duration::hours(48));
    assert_eq!(see(&group, id, 0).await.state, State::Over);
    mutual_aid::commands::calls::settle::settle(&world.db, group.id).await.unwrap();
    assert_eq!(tree::totals(&group.read()).await.unwrap().len(), 1);
    starts(&group, 0, Kind::Urgent).await.unwrap();
});

async fn futures_of(group: &Group<'_>, id: ChainId, one: usize, other: usize) -> (Result<(), No>, Result<(), No>) {
    let (a, b) = (Box::pin(does(group, one, id, Doing::TakeNext)), Box::pin(does(group, other, id, Doing::TakeNext)));
    tokio::join!(a, b)
}

on_each_database!(kinds_hours_and_who_may_start, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    world.clock.set(at("2027-03-01T22:00:00-05:00"));
    everybody_says_yes(&group, 5).await;
    let awake = Choices { quiet: Quiet::NONE, ..Choices::default() };
    says_with(&group, 1, &YES, awake).await.unwrap();
    says_with(&group, 2, &[Use::BeCalled, Use::NightUrgent], Choices::default()).await.unwrap();
    // At night: those who said yes to it, and nobody else.
    let id = starts(&group, 0, Kind::Urgent).await.unwrap();
    let due = async |id| -> BTreeSet<usize> {
        let calls = see(&group, id, 0).await.calls.into_iter().filter(|call| call.is_due);
        calls.map(|call| group.members.iter().position(|one| *one == call.to).unwrap()).collect()
    };
    let at_night = due(id).await;
    assert!(at_night.is_subset(&BTreeSet::from([1, 2])), "{at_night:?}");
    // Nobody else said yes to it: whoever started it stops it alone.
    does(&group, 0, id, Doing::AskStop).await.unwrap();
    assert_eq!(refused(starts(&group, 0, Kind::Urgent).await), "chain-once-a-day");
    // News waits for a second yes altogether, and a trial does too.
    world.clock.set(morning() + Duration::days(1));
    let trial = starts(&group, 0, Kind::Drill).await.unwrap();
    assert!(see(&group, trial, 0).await.calls.is_empty());
    assert_eq!(see(&group, trial, 0).await.state, State::WaitsForYes);
    assert_eq!(refused(starts(&group, 1, Kind::News).await), "chain-runs-already");
    starts(&group, 5, Kind::Urgent).await.unwrap();
    does(&group, 1, trial, Doing::Agree).await.unwrap();
    assert!(!see(&group, trial, 0).await.calls.is_empty());
    // Whoever rests starts nothing.
    rests(&group, 3).await;
    assert_eq!(refused(starts(&group, 3, Kind::News).await), "chain-not-on-pause");
    let empty = NewChain { kind: None, words: " ".to_owned() };
    let wrong = group.act(4, async |tx: &Tx<'_>, permit: Permit<StartChain>| start(tx, permit, &empty).await).await;
    assert_eq!(problems(wrong), ["words: chain-words-missing"]);
});

on_each_database!(the_mandate_starts_alone_and_every_use_of_it_is_told, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    group.adopts(group.grant(0, &["keep_chain"], 300)).await;
    let mandate = group.mandates().await.into_iter().find(|mandate| mandate.holder == group.members[0]).unwrap();
    world.clock.set(morning());
    everybody_says_yes(&group, 6).await;
    let uses = async || {
        let entries = group.entries_about(mandate.id).await;
        entries.into_iter().filter(|entry| entry.kind == kinds::MANDATE_USED).count()
    };
    // Whoever has no mandate waits for a second yes, and nothing is told of a mandate.
    let waits = starts(&group, 1, Kind::Drill).await.unwrap();
    assert_eq!((see(&group, waits, 1).await.state, uses().await), (State::WaitsForYes, 0));
    does(&group, 1, waits, Doing::AskStop).await.unwrap();
    let runs = starts(&group, 0, Kind::Drill).await.unwrap();
    assert!(!see(&group, runs, 0).await.calls.is_empty());
    assert_eq!(uses().await, 1);
    // The tree is everybody's to draw until a sheet hangs on a wall: from then on it rests on the mandate.
    let draws = async |who: usize| {
        let draws = async |tx: &Tx<'_>, permit: Permit<DrawTree>| draw(tx, permit, 3).await;
        group.act(who, draws).await
    };
    draws(0).await.unwrap();
    assert_eq!(uses().await, 1);
    prints(&group, 1, For::Herself).await.unwrap();
    assert_eq!(refused(draws(2).await), "tree-sheets-hang");
    draws(0).await.unwrap();
    assert_eq!(uses().await, 2);
});

on_each_database!(on_both_changes_of_hour_the_morning_is_that_of_the_wall, |world| {
    let group = world.a_group().with_people(4).quick().found().await;
    world.clock.set(at("2027-03-13T20:00:00-05:00"));
    everybody_says_yes(&group, 4).await;
    for (evening, nine) in [
        ("2027-03-13T21:30:00-05:00", "2027-03-14T09:00:00-04:00"),
        ("2027-11-06T21:30:00-04:00", "2027-11-07T09:00:00-05:00"),
    ] {
        world.clock.set(at(evening));
        let id = starts(&group, 0, Kind::Urgent).await.unwrap();
        let calls = see(&group, id, 0).await.calls;
        assert!(!calls.is_empty() && calls.iter().all(|call| call.due == at(nine)), "{evening}: {calls:?}");
        world.clock.set(at(nine));
        assert!(see(&group, id, 0).await.calls.iter().all(|call| call.is_due));
        does(&group, 0, id, Doing::AskStop).await.unwrap();
    }
});

on_each_database!(on_paper_the_numbers_of_lines_are_enough, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    world.clock.set(morning());
    everybody_says_yes(&group, 8).await;
    // Everybody but the founders has no way in of her own yet: others print and write for her.
    let first = tree::seen(&group.read(), group.members[0]).await.unwrap();
    assert!(first.people == 8);
    draws_by_hand(&group, Some(0), &BRANCHES).await;
    let holder = (2..8).find_map_with_calls(&group).await;
    let sheet = prints(&group, 0, For::Another(group.members[holder], Channel::Phone)).await.unwrap();
    assert_eq!(
        refused(prints(&group, 1, For::Another(group.members[0], Channel::Phone)).await),
        "callsheet-has-screen"
    );
    let id = starts(&group, 0, Kind::Urgent).await.unwrap();
    does(&group, 1, id, Doing::Agree).await.unwrap();
    let (line, called) = called_on(&group, sheet).await;
    let enters = async |ticks: Ticks| {
        let enter = async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| {
            enter_ticks(tx, permit, id, &ticks, Channel::Paper).await
        };
        group.act(1, enter).await
    };
    assert_eq!(problems(enters(Ticks { sheet: 99, ..Ticks::default() }).await), ["sheet: ticks-no-sheet"]);
    assert_eq!(problems(enters(Ticks { sheet, ..Ticks::default() }).await), ["reached: ticks-none"]);
    let no_line = Ticks { sheet, reached: vec![400], ..Ticks::default() };
    assert_eq!(problems(enters(no_line).await), ["reached: ticks-no-line"]);
    let ticks = Ticks { sheet, reached: vec![line], ..Ticks::default() };
    assert_eq!(enters(ticks.clone()).await.unwrap(), 1);
    assert_eq!(enters(ticks).await.unwrap(), 0, "entered twice, it is so already");
    assert!(see(&group, id, called).await.has_heard && see(&group, id, holder).await.has_heard);
    // A wrong line is taken back by the same sheet, which may say at once what is so.
    let wrong = Ticks { sheet, by_mistake: vec![line], ..Ticks::default() };
    assert_eq!(enters(wrong.clone()).await.unwrap(), 1);
    assert!(!see(&group, id, called).await.has_heard);
    assert_eq!(enters(wrong.clone()).await.unwrap(), 0, "it stands as before already");
    assert_eq!(enters(Ticks { sheet, reached: vec![line], ..Ticks::default() }).await.unwrap(), 1);
    assert_eq!(enters(Ticks { to_check: vec![line], ..wrong }).await.unwrap(), 2);
    assert!(!see(&group, id, called).await.has_heard);
    let done = at_request::done_for(&group.read(), group.members[holder]).await.unwrap();
    let acts: BTreeSet<&str> = done.iter().map(|one| one.act.as_str()).collect();
    assert_eq!(acts, BTreeSet::from(["calls", "sheet"]));
});

on_each_database!(whoever_starts_without_being_called_is_kept_apart_all_the_same, |world| {
    let group = world.a_group().with_people(5).quick().found().await;
    world.clock.set(morning());
    for who in 1..5 {
        group.has_number(who).await;
        says(&group, who, &YES).await;
    }
    draws_by_hand(&group, None, &[(1, None), (2, None), (3, Some(1)), (4, Some(2))]).await;
    keeps_apart(&group, 1, 0).await;
    let id = starts(&group, 0, Kind::Urgent).await.unwrap();
    does(&group, 2, id, Doing::Agree).await.unwrap();
    // Both are called first. One of them waits for another voice, and is not offered to her who started.
    assert_eq!(hers(&group, id, 0).await, [2]);
    assert_eq!(refused(does(&group, 0, id, Doing::TakeNext).await), "chain-board-empty");
    calls(&group, 0, 2, id, Outcome::Reached).await;
    does(&group, 2, id, Doing::TakeNext).await.unwrap();
    assert_eq!(hers(&group, id, 2).await, [1, 4]);
    calls(&group, 2, 1, id, Outcome::Reached).await;
    calls(&group, 2, 4, id, Outcome::Reached).await;
    assert_eq!(asked_to_call_back(&group, id).await, [4]);
    // Nobody else of her branch was reached: nobody calls back, and she least of all.
    calls(&group, 1, 3, id, Outcome::NoAnswer).await;
    assert_eq!(asked_to_call_back(&group, id).await, [4]);
    assert_eq!(refused(does(&group, 1, id, Doing::CloseBranch).await), "chain-not-for-you");
    world.clock.advance(Duration::minutes(15));
    calls(&group, 1, 3, id, Outcome::Reached).await;
    assert_eq!(asked_to_call_back(&group, id).await, [3, 4]);
    for who in [3, 4] {
        does(&group, who, id, Doing::CloseBranch).await.unwrap();
    }
    assert!(asked_to_call_back(&group, id).await.is_empty());
    assert_eq!(see(&group, id, 1).await.counts.closed_branches, 2);
});

on_each_database!(a_branch_is_closed_by_the_last_one_reached_who_may_call_whoever_started, |world| {
    use Outcome::{NoAnswer, Reached};
    let group = world.a_group().with_people(8).quick().found().await;
    world.clock.set(morning());
    everybody_says_yes(&group, 8).await;
    // Whoever asked for it: the last ones of two branches never call the one who starts.
    keeps_apart(&group, 5, 0).await;
    keeps_apart(&group, 0, 7).await;
    draws_by_hand(&group, Some(0), &BRANCHES).await;
    let id = starts(&group, 0, Kind::Urgent).await.unwrap();
    does(&group, 1, id, Doing::Agree).await.unwrap();
    let steps: [(usize, usize, Outcome, &[usize]); 7] = [
        (0, 1, Reached, &[]),
        (0, 2, Reached, &[]),
        (0, 3, Reached, &[]),
        (1, 4, Reached, &[]),
        (3, 7, Reached, &[3]),
        (1, 5, Reached, &[3, 4]),
        (2, 6, NoAnswer, &[2, 3, 4]),
    ];
    for (by, to, outcome, asked) in steps {
        calls(&group, by, to, id, outcome).await;
        assert_eq!(asked_to_call_back(&group, id).await, asked, "{by} called {to}");
    }
    for who in [1, 5, 7] {
        assert_eq!(refused(does(&group, who, id, Doing::CloseBranch).await), "chain-not-for-you", "{who}");
    }
    // From now on another keeps apart: nobody is left to close her branch.
    keeps_apart(&group, 3, 0).await;
    assert_eq!(asked_to_call_back(&group, id).await, [2, 4]);
    assert_eq!(refused(does(&group, 3, id, Doing::CloseBranch).await), "chain-not-for-you");
    does(&group, 4, id, Doing::CloseBranch).await.unwrap();
    assert_eq!(asked_to_call_back(&group, id).await, [2]);
    // Whoever rests is called by nobody, also when she started it.
    rests(&group, 0).await;
    assert!(asked_to_call_back(&group, id).await.is_empty());
    assert_eq!(refused(does(&group, 2, id, Doing::CloseBranch).await), "chain-not-for-you");
});

on_each_database!(a_tree_drawn_by_hand_tells_nobody_who_keeps_apart, |world| {
    let group = world.a_group().with_people(4).quick().found().await;
    world.clock.set(morning());
    everybody_says_yes(&group, 4).await;
    keeps_apart(&group, 2, 1).await;
    let who = |place: usize| person(group.members[place]);
    let row = |called: usize, by: Option<usize>| Row { person: who(called), caller: by.map(who), second: None };
    let rows = [row(0, None), row(1, Some(0)), row(2, Some(1)), row(3, Some(0))];
    let draws = async |rows: &[Row]| {
        let draws = async |tx: &Tx<'_>, permit: Permit<DrawTree>| draw_by_hand(tx, permit, Some(who(0)), rows).await;
        group.act(3, draws).await.unwrap()
    };
    draws(&rows).await.unwrap();
    let called = tree::seen(&group.read(), group.members[1]).await.unwrap();
    assert!(!format!("{called:?}").contains(&group.members[2].0.to_string()), "{called:?}");
    // What else is wrong is told as ever, and nothing of those two is.
    let faults = draws(&rows[..3]).await.unwrap_err();
    assert_eq!(faults, [mutual_aid::rules::tree::Fault::NotDrawn(who(3))]);
});

on_each_database!(a_sheet_is_entered_in_the_evening_and_a_number_is_there_the_next_day, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    world.clock.set(morning());
    everybody_says_yes(&group, 8).await;
    draws_by_hand(&group, Some(0), &BRANCHES).await;
    let holder = (2..8).find_map_with_calls(&group).await;
    let sheet = prints(&group, 0, For::Another(group.members[holder], Channel::Phone)).await.unwrap();
    let (line, called) = called_on(&group, sheet).await;
    let id = starts(&group, 0, Kind::Urgent).await.unwrap();
    does(&group, 1, id, Doing::Agree).await.unwrap();
    world.clock.set(at("2027-03-02T21:40:00-05:00"));
    let ticks = Ticks { sheet, reached: vec![line], ..Ticks::default() };
    let enter =
        async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| enter_ticks(tx, permit, id, &ticks, Channel::Phone).await;
    assert_eq!(group.act(1, enter).await.unwrap(), 1);
    assert!(see(&group, id, called).await.has_heard);
    // She asks for something; whoever says yes finds her number again in the morning.
    let whose = group.members[called];
    let passes_on = async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| {
        asks::pass_on(tx, permit, id, whose, "Du pain", true).await
    };
    let ask = group.act(called, passes_on).await.unwrap();
    let yes = async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| asks::say_yes(tx, permit, ask).await;
    let number = async || see(&group, id, 0).await.asks[0].number.clone();
    group.act(0, yes).await.unwrap();
    assert!(number().await.is_some());
    world.clock.advance(Duration::hours(12));
    assert_eq!(number().await, None);
    group.act(0, yes).await.unwrap();
    assert!(number().await.is_some());
});

on_each_database!(paper_that_was_torn_up_marks_nobody_of_the_sheet_that_follows_it, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    world.clock.set(morning());
    everybody_says_yes(&group, 8).await;
    draws_by_hand(&group, Some(0), &BRANCHES).await;
    let for_her = For::Another(group.members[2], Channel::Phone);
    let mut torn_up = Vec::new();
    for _ in 0..4 {
        let number = prints(&group, 0, for_her).await.unwrap();
        tears_up(&group, 0, number).await;
        torn_up.push(number);
    }
    let sheet = prints(&group, 0, for_her).await.unwrap();
    // By lot, a number may come back once in nine thousand times, and not four times in a row.
    let old = torn_up.into_iter().find(|old| *old != sheet).unwrap();
    let (line, called) = called_on(&group, sheet).await;
    let id = starts(&group, 0, Kind::Urgent).await.unwrap();
    does(&group, 1, id, Doing::Agree).await.unwrap();
    let enters = async |sheet: i32| {
        let ticks = Ticks { sheet, reached: vec![line], ..Ticks::default() };
        let enter = async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| {
            enter_ticks(tx, permit, id, &ticks, Channel::Paper).await
        };
        group.act(1, enter).await
    };
    assert_eq!(problems(enters(old).await), ["sheet: ticks-no-sheet"]);
    assert!(!see(&group, id, called).await.has_heard && !see(&group, id, 2).await.has_heard);
    assert_eq!(enters(sheet).await.unwrap(), 1);
    assert!(see(&group, id, called).await.has_heard);
});

on_each_database!(a_sheet_never_has_the_number_of_another_that_is_kept, |world| {
    let group = world.a_group().with_people(4).quick().found().await;
    world.clock.set(morning());
    everybody_says_yes(&group, 4).await;
    let first = prints(&group, 0, For::Herself).await.unwrap();
    // Nearly all numbers are those of sheets that are not good any more, and not forgotten yet.
    let kept = "INSERT INTO call_sheet (group_id, number, holder, printed_by, printed_on, good_until, lines)
        WITH RECURSIVE numbers(n) AS (SELECT 1000 UNION ALL SELECT n + 1 FROM numbers WHERE n < 9999)
        SELECT group_id, n, holder, printed_by, '2027-02-01', '2027-02-08', lines FROM call_sheet, numbers
        WHERE n % 100 <> 0 AND n <> number";
    let raw = world.raw().await;
    raw.run(kept).await.unwrap();
    assert!(raw.rows("call_sheet").await > 8_900);
    raw.close().await;
    let mut numbers = BTreeSet::from([first]);
    for _ in 0..3 {
        let number = prints(&group, 0, For::Herself).await.unwrap();
        assert!(number % 100 == 0 && numbers.insert(number), "{number} after {numbers:?}");
    }
});

/// Whose place is taken again. She is no founder: she has no passphrase and was never signed in.
const LOST: usize = 2;

on_each_database!(numbers_stay_closed_for_three_days_to_a_place_that_was_taken_again, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    world.clock.set(morning());
    everybody_says_yes(&group, 8).await;
    let sheet = prints(&group, LOST, For::Herself).await.unwrap();
    takes_her_place_again(&group, LOST).await;
    let opens_at = group.now() + NO_REVEAL;
    // She starts a chain and has calls of her own in it; somebody asks for something.
    world.clock.set(opens_at - Duration::minutes(10));
    let id = starts(&group, LOST, Kind::Urgent).await.unwrap();
    let whose = group.members[6];
    let passes_on = async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| {
        asks::pass_on(tx, permit, id, whose, "Du pain", true).await
    };
    let ask = group.act(6, passes_on).await.unwrap();
    let tries = async || {
        let numbers = async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| open_numbers(tx, permit, id).await;
        let again = async |tx: &Tx<'_>, permit: Permit<PrintSheet>| open_again(tx, permit, sheet).await;
        let yes = async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| asks::say_yes(tx, permit, ask).await;
        [
            group.act(LOST, numbers).await,
            prints(&group, LOST, For::Herself).await.map(drop),
            group.act(LOST, again).await,
            group.act(LOST, yes).await,
        ]
    };
    for before in [Duration::minutes(10), Duration::seconds(1)] {
        world.clock.set(opens_at - before);
        for outcome in tries().await {
            assert_eq!(refused(outcome), "recovery-barred");
        }
    }
    let seen = see(&group, id, LOST).await;
    assert!(!seen.calls.is_empty() && seen.calls.iter().all(|call| call.number.is_none()));
    assert_eq!((seen.asks[0].is_taken, seen.asks[0].number.as_deref()), (false, None));
    world.clock.set(opens_at);
    for outcome in tries().await {
        outcome.unwrap();
    }
    let seen = see(&group, id, LOST).await;
    assert!(!seen.calls.is_empty() && seen.calls.iter().all(|call| call.number.is_some()));
    assert_eq!(seen.asks[0].number.as_deref(), Some("819 555-0107"));
});

on_each_database!(calls_wait_for_the_hours_and_go_back_when_they_are_too_many, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    world.clock.set(at("2027-03-02T20:55:00-05:00"));
    everybody_says_yes(&group, 6).await;
    let id = starts(&group, 0, Kind::Urgent).await.unwrap();
    does(&group, 1, id, Doing::Agree).await.unwrap();
    let due = async || see(&group, id, 0).await.calls.iter().filter(|call| call.is_due).count();
    let before = due().await;
    assert!(before > 0);
    world.clock.set(at("2027-03-02T21:05:00-05:00"));
    assert_eq!(due().await, 0, "nobody is to be called after nine");
    // Whoever said fewer has fewer, at once.
    world.clock.set(at("2027-03-03T10:00:00-05:00"));
    let caller = (1..6).find_map_with_calls(&group).await;
    does(&group, caller, id, Doing::Know).await.unwrap();
    says_with(&group, caller, &YES, Choices { calls: 1, ..Choices::default() }).await.unwrap();
    assert!(hers(&group, id, caller).await.len() <= 1);
});

trait WithCalls {
    async fn find_map_with_calls(self, group: &Group<'_>) -> usize;
}

impl<I: Iterator<Item = usize>> WithCalls for I {
    async fn find_map_with_calls(self, group: &Group<'_>) -> usize {
        for who in self {
            if !tree::seen(&group.read(), group.members[who]).await.unwrap().calls.is_empty() {
                return who;
            }
        }
        panic!("nobody calls anybody")
    }
}

on_each_database!(whoever_leaves_is_nowhere_any_more, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    world.clock.set(morning());
    everybody_says_yes(&group, 8).await;
    let names = Choices { silent: Silent::Tell, with: Some(group.members[4]), ..Choices::default() };
    says_with(&group, 2, &YES, names).await.unwrap();
    for who in 0..8 {
        prints(&group, who, For::Herself).await.unwrap();
    }
    let id = starts(&group, 0, Kind::Urgent).await.unwrap();
    does(&group, 1, id, Doing::Agree).await.unwrap();
    does(&group, 4, id, Doing::Know).await.unwrap();
    let whose = group.members[4];
    let pass = async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| {
        asks::pass_on(tx, permit, id, whose, "Du pain et du lait", true).await
    };
    group.act(4, pass).await.unwrap();
    let areas: Areas = parpour::areas::areas();
    let leaves = async |tx: &Tx<'_>, permit: Permit<Leave>| leave(tx, permit, &areas).await;
    group.act(4, leaves).await.unwrap();
    let seen = see(&group, id, 0).await;
    assert!(seen.asks.is_empty() && !seen.calls.iter().any(|call| call.to == whose));
    assert_eq!(tree::seen(&group.read(), group.members[0]).await.unwrap().people, 7);
    assert!(!sheets::strikes(&group.read()).await.unwrap().is_empty());
    assert!(sheets::mine(&group.read(), whose).await.unwrap().is_empty());
    let about = parpour::areas::areas().everything_about(&group.read(), group.members[2]).await.unwrap();
    let chosen = about.iter().find(|section| section.name == "call_choices").unwrap();
    assert!(!chosen.rows[0].iter().any(|datum| datum.name == "calls_silent_with"));
});

/// One chain after another, in groups of every size, to its end (`mutual-aid` X4).
async fn to_the_end(group: &Group<'_>, people: usize) -> Counts {
    let id = starts(group, 0, Kind::Urgent).await.unwrap();
    if people > 1 {
        does(group, people - 1, id, Doing::Agree).await.unwrap();
    }
    for _ in 0..200 {
        let mut moved = false;
        for who in 0..people {
            for called in hers(group, id, who).await {
                calls(group, who, called, id, Outcome::Reached).await;
                moved = true;
            }
            if !moved && see(group, id, who).await.board_for_me {
                does(group, who, id, Doing::TakeNext).await.unwrap();
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    let seen = see(group, id, 0).await;
    assert!(seen.may_end, "{people}: {:?}", seen.counts);
    does(group, 0, id, Doing::End).await.unwrap();
    seen.counts
}

on_each_database!(a_chain_reaches_everybody_in_groups_of_every_size, |world| {
    for people in count(vec![2, 3, 4, 5, 12, 60], vec![2, 3, 4, 5, 12, 60, 500]) {
        let group = world.a_group().with_people(people.max(3)).quick().found().await;
        world.clock.set((group.now() + Duration::days(2)).max(morning()));
        while world_hour(&group) != 10 {
            world.clock.advance(Duration::hours(1));
        }
        everybody_says_yes(&group, people).await;
        let counts = to_the_end(&group, people).await;
        assert_eq!((counts.everybody, counts.reached), (people - 1, people - 1), "{people}");
    }
});

fn world_hour(group: &Group<'_>) -> u32 {
    use chrono::Timelike;
    group.now().with_timezone(&commons::clock::Tz::America__Toronto).hour()
}

on_each_database!(alone_there_is_nobody_to_call, |world| {
    let group = world.a_group().with_people(3).quick().found().await;
    world.clock.set(morning());
    everybody_says_yes(&group, 1).await;
    assert_eq!(refused(starts(&group, 0, Kind::Urgent).await), "chain-nobody");
    assert!(tree::foreseen(&group.read(), group.members[0]).await.unwrap().is_none());
});

/// Killed after any step and opened again, a chain stands where it stood (`mutual-aid` X3).
#[test]
fn a_store_that_is_opened_again_finds_the_same_chain_at_every_step() {
    parpour_tests::on_sqlite(async |world| {
        let group = world.a_group().with_people(12).quick().found().await;
        world.clock.set(morning());
        everybody_says_yes(&group, 12).await;
        let id = starts(&group, 0, Kind::Urgent).await.unwrap();
        let mut steps: Vec<(usize, Doing)> = vec![(11, Doing::Agree)];
        let mut seen = Vec::new();
        for step in 0..12 {
            if let Some((who, doing)) = steps.pop() {
                does(&group, who, id, doing).await.unwrap();
            }
            world.clock.advance(Duration::minutes(4));
            seen.push(every_view(&world.db, &group, id).await);
            // A copy of the data directory, with the log as a kill leaves it.
            let copy = tempfile::tempdir().unwrap();
            std::fs::create_dir(copy.path().join("keys")).unwrap();
            for folder in ["", "keys"] {
                for file in std::fs::read_dir(world.data().join(folder)).unwrap().map(Result::unwrap) {
                    let is_lock = file.file_name().to_string_lossy().contains("lock");
                    if file.path().is_file() && !is_lock {
                        std::fs::copy(file.path(), copy.path().join(folder).join(file.file_name())).unwrap();
                    }
                }
            }
            let clock = std::sync::Arc::new(world.clock.clone());
            let again = Db::open(&Storage::Embedded, copy.path(), clock).await.unwrap();
            assert_eq!(every_view(&again, &group, id).await, seen[step], "step {step}");
            again.close().await.unwrap();
            let next = (0..12).next_call(&group, id).await;
            steps.extend(next.map(|(by, to)| {
                let outcome = if step % 3 == 2 { Outcome::NoAnswer } else { Outcome::Reached };
                (by, Doing::Call { to: group.members[to], outcome })
            }));
        }
    });
}

trait NextCall {
    async fn next_call(self, group: &Group<'_>, id: ChainId) -> Option<(usize, usize)>;
}

impl<I: Iterator<Item = usize>> NextCall for I {
    async fn next_call(self, group: &Group<'_>, id: ChainId) -> Option<(usize, usize)> {
        for who in self {
            let due = see(group, id, who).await.calls.into_iter().find(|call| call.is_due);
            if let Some(call) = due {
                return Some((who, group.members.iter().position(|one| *one == call.to).unwrap()));
            }
        }
        None
    }
}

async fn every_view(db: &Db, group: &Group<'_>, id: ChainId) -> Vec<Seen> {
    let scope = db.read(group.id);
    let mut views = Vec::new();
    for member in &group.members {
        views.push(chains::one(&scope, id, *member).await.unwrap());
    }
    views
}

/// Five people, the first calls 1 and 2, and 2 calls 3 and 4. The numbers of 1 and 4 are the same, and they say so.
async fn two_at_one_number<'w>(world: &'w World, of_four: Choices) -> (Group<'w>, ChainId) {
    world.clock.set(morning());
    let group = world.a_group().with_people(8).quick().found().await;
    let numbers = ["819 555-0100", "819 555-0101", "819 555-0102", "819 555-0103", "1 (819) 555 0101"];
    for (who, number) in numbers.into_iter().enumerate() {
        let add = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| {
            contact::add(tx, permit, ContactKind::Phone, number, false).await
        };
        group.act(who, add).await.unwrap();
        let choices = if who == 4 { of_four } else { Choices { shared: who == 1, ..Choices::default() } };
        says_with(&group, who, &YES, choices).await.unwrap();
    }
    draws_by_hand(&group, Some(0), &[(0, None), (1, Some(0)), (2, Some(0)), (3, Some(2)), (4, Some(2))]).await;
    let id = starts(&group, 0, Kind::Urgent).await.unwrap();
    does(&group, 3, id, Doing::Agree).await.unwrap();
    (group, id)
}

fn shared() -> Choices {
    Choices { shared: true, ..Choices::default() }
}

async fn opens(group: &Group<'_>, who: usize, id: ChainId) {
    let opens = async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| open_numbers(tx, permit, id).await;
    group.act(who, opens).await.unwrap();
}

/// In her call to whom she reads whom to ask for too.
async fn asked_for(group: &Group<'_>, id: ChainId, who: usize) -> Vec<(usize, usize)> {
    let place = |member| group.members.iter().position(|one| *one == member).unwrap();
    let calls = see(group, id, who).await.calls;
    calls.iter().flat_map(|call| call.also.iter().map(|also| (place(call.to), place(*also)))).collect()
}

/// The people who read that they have her number.
async fn who_read(group: &Group<'_>, whose: usize) -> Vec<usize> {
    let place = |member| group.members.iter().position(|one| *one == member).unwrap();
    let read = contacts::who_read(&group.read(), group.members[whose]).await.unwrap();
    read.into_iter().map(|read| place(read.reader)).collect()
}

// One number for two people: one call, and each is asked for herself (`mutual-aid` T17).
on_each_database!(two_people_at_one_number_each_say_that_they_have_the_message, |world| {
    let (group, id) = two_at_one_number(world, shared()).await;
    let too = || Doing::ReachedToo(group.members[4]);
    // Before she opened the number, nothing says who else has it, and no form does.
    assert_eq!((asked_for(&group, id, 0).await, who_read(&group, 4).await), (vec![], vec![]));
    assert_eq!(refused(does(&group, 0, id, too()).await), "chain-not-yours");
    opens(&group, 0, id).await;
    assert_eq!((asked_for(&group, id, 0).await, who_read(&group, 4).await), (vec![(1, 4)], vec![0]));
    // One who answers does not answer for the other.
    does(&group, 0, id, too()).await.unwrap();
    assert_eq!(see(&group, id, 0).await.counts.reached, 1);
    assert_eq!((asked_for(&group, id, 0).await, hers(&group, id, 0).await), (vec![], vec![1, 2]));
    calls(&group, 0, 1, id, Outcome::Reached).await;
    calls(&group, 0, 2, id, Outcome::Reached).await;
    assert_eq!(see(&group, id, 0).await.counts.reached, 3);
    assert_eq!(hers(&group, id, 2).await, [3], "no second call to that number");
    // Nobody says so of whoever has another number.
    assert_eq!(refused(does(&group, 0, id, Doing::ReachedToo(group.members[3])).await), "chain-not-yours");
});

// When that call is over, what is left to do is with whoever is to call her, and nobody else sees it (ruling 2).
on_each_database!(after_the_call_nothing_tells_who_else_has_the_number, |world| {
    let (group, id) = two_at_one_number(world, shared()).await;
    opens(&group, 0, id).await;
    calls(&group, 0, 1, id, Outcome::Reached).await;
    assert_eq!(asked_for(&group, id, 0).await, []);
    assert_eq!(refused(does(&group, 0, id, Doing::ReachedToo(group.members[4])).await), "chain-not-yours");
    calls(&group, 0, 2, id, Outcome::Reached).await;
    assert_eq!(hers(&group, id, 2).await, [3, 4]);
});

// A number that both wrote is no yes: each says it of herself.
on_each_database!(nobody_is_asked_for_at_a_number_unless_both_said_that_it_is_shared, |world| {
    let nothing_said = Choices { voicemail: Voicemail::Nothing, ..shared() };
    for of_four in [Choices::default(), nothing_said] {
        let (group, id) = two_at_one_number(world, of_four).await;
        opens(&group, 0, id).await;
        assert_eq!((asked_for(&group, id, 0).await, who_read(&group, 4).await), (vec![], vec![]), "{of_four:?}");
        assert_eq!(refused(does(&group, 0, id, Doing::ReachedToo(group.members[4])).await), "chain-not-yours");
    }
});

// Neither by whoever calls, nor through whoever answers.
on_each_database!(nobody_is_asked_for_at_a_number_where_two_are_kept_apart, |world| {
    for other in [0, 1] {
        let (group, id) = two_at_one_number(world, shared()).await;
        keeps_apart(&group, 4, other).await;
        opens(&group, 0, id).await;
        assert_eq!((asked_for(&group, id, 0).await, who_read(&group, 4).await), (vec![], vec![]), "{other}");
        assert_eq!(refused(does(&group, 0, id, Doing::ReachedToo(group.members[4])).await), "chain-not-yours");
    }
});

// Her hours are hers: she is asked for in none of her quiet ones.
on_each_database!(nobody_is_asked_for_in_her_quiet_hours, |world| {
    let at = |hour, minute| chrono::NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
    let hers = Quiet { from: at(20, 0), until: at(10, 15) };
    let (group, id) = two_at_one_number(world, Choices { quiet: hers, ..shared() }).await;
    opens(&group, 0, id).await;
    assert_eq!((asked_for(&group, id, 0).await, who_read(&group, 4).await), (vec![], vec![0]));
    world.clock.advance(Duration::minutes(15));
    assert_eq!(asked_for(&group, id, 0).await, [(1, 4)]);
});

// Words are kept as a way to be reached, and nobody is asked to dial them.
on_each_database!(nobody_says_yes_to_calls_with_words_for_a_number, |world| {
    let group = world.a_group().with_people(3).quick().found().await;
    let add = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| {
        contact::add(tx, permit, ContactKind::Phone, "demander à Odile", false).await
    };
    group.act(0, add).await.unwrap();
    let said = says_with(&group, 0, &YES, Choices::default()).await;
    assert_eq!(problems(said), ["number: calls-number-words"]);
    group.has_number(0).await;
    let hers = contacts::mine(&group.read(), group.members[0]).await.unwrap();
    let number = hers.iter().find(|point| point.value.starts_with("819")).map(|point| point.id);
    says_with(&group, 0, &YES, Choices { number, ..Choices::default() }).await.unwrap();
});

/// Nobody answers for so long that every voice has tried: those who have the message do what is theirs, every quarter of an hour.
async fn all_voices_try(group: &Group<'_>, id: ChainId, callers: &[usize], whom: usize) {
    for _ in 0..40 {
        for by in callers {
            let seen = see(group, id, *by).await;
            let is_hers = |seen: &Seen| seen.calls.iter().any(|call| call.is_due && call.to == group.members[whom]);
            if is_hers(&seen) || seen.board_for_me && does(group, *by, id, Doing::TakeNext).await.is_ok() {
                calls(group, *by, whom, id, Outcome::NoAnswer).await;
            }
        }
        group.world.clock.advance(Duration::minutes(15));
    }
}

on_each_database!(whom_she_named_reads_it_when_all_voices_tried_and_says_that_she_has_it, |world| {
    let group = world.a_group().with_people(5).quick().found().await;
    world.clock.set(morning());
    everybody_says_yes(&group, 5).await;
    let door = Choices { silent: Silent::Door, with: Some(group.members[4]), ..Choices::default() };
    says_with(&group, 2, &[Use::BeCalled], door).await.unwrap();
    let mandated = async |kind| {
        let id = starts(&group, 0, kind).await.unwrap();
        does(&group, 1, id, Doing::Agree).await.unwrap();
        for who in [1, 3, 4] {
            does(&group, who, id, Doing::Know).await.unwrap();
        }
        id
    };
    let waits = async |id| {
        let lines = chains::running(&group.read(), group.members[4]).await.unwrap();
        lines.into_iter().find(|line| line.id == id).unwrap().waits_for_me
    };
    // In a trial nobody knocks at a door.
    let trial = mandated(Kind::Drill).await;
    all_voices_try(&group, trial, &[0, 1, 3], 2).await;
    assert_eq!(see(&group, trial, 0).await.counts.otherwise, 1);
    assert!(!waits(trial).await && see(&group, trial, 4).await.unreached.is_empty());
    for who in [1, 3] {
        does(&group, who, trial, Doing::AskStop).await.unwrap();
    }
    world.clock.set(morning() + Duration::hours(48));
    let id = mandated(Kind::Urgent).await;
    assert!(!waits(id).await);
    all_voices_try(&group, id, &[0, 1, 3], 2).await;
    assert!(waits(id).await, "it stands on her first page");
    let told = see(&group, id, 4).await.unreached;
    assert!(matches!(told.as_slice(), [one] if one.names_me && one.silent == Silent::Door), "{told:?}");
    // She has no screen: whoever started reads who is to be told by voice.
    let whom: Vec<_> = see(&group, id, 0).await.unreached.iter().map(|one| one.tell).collect();
    assert_eq!(whom, [Some(group.members[4])]);
    does(&group, 4, id, Doing::CalledBack(group.members[2])).await.unwrap();
    assert!(see(&group, id, 2).await.has_heard);
});

on_each_database!(whom_she_named_and_keeps_apart_from_since_reads_nothing, |world| {
    let group = world.a_group().with_people(5).quick().found().await;
    world.clock.set(morning());
    // Whom she names says yes to no calls.
    everybody_says_yes(&group, 4).await;
    let door = Choices { silent: Silent::Door, with: Some(group.members[4]), ..Choices::default() };
    says_with(&group, 2, &[Use::BeCalled], door).await.unwrap();
    keeps_apart(&group, 2, 4).await;
    let id = starts(&group, 0, Kind::Urgent).await.unwrap();
    does(&group, 1, id, Doing::Agree).await.unwrap();
    for who in [1, 3, 4] {
        does(&group, who, id, Doing::Know).await.unwrap();
    }
    all_voices_try(&group, id, &[0, 1, 3], 2).await;
    assert_eq!(see(&group, id, 0).await.counts.otherwise, 1);
    assert!(see(&group, id, 4).await.unreached.is_empty());
    assert!(see(&group, id, 0).await.unreached.iter().all(|one| one.tell.is_none()));
    assert_eq!(refused(does(&group, 4, id, Doing::CalledBack(group.members[2])).await), "chain-not-yours");
});

on_each_database!(what_was_read_from_an_old_text_is_not_the_new_one, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    world.clock.set(morning());
    everybody_says_yes(&group, 8).await;
    draws_by_hand(&group, Some(0), &BRANCHES).await;
    let holder = (2..8).find_map_with_calls(&group).await;
    let sheet = prints(&group, 0, For::Another(group.members[holder], Channel::Phone)).await.unwrap();
    let (line, called) = called_on(&group, sheet).await;
    let id = starts(&group, 0, Kind::Urgent).await.unwrap();
    does(&group, 1, id, Doing::Agree).await.unwrap();
    let reads = async |version: u16| {
        group.write(async |tx: &Tx<'_>| mutual_aid::commands::calls::act::refuse_old_text(tx, id, version).await).await
    };
    reads(1).await.unwrap();
    does(&group, 0, id, Doing::Correct("Le local ouvre jeudi.".to_owned())).await.unwrap();
    assert_eq!(refused(reads(1).await), "chain-old-text");
    let enters = async |version: Option<u16>| {
        let ticks = Ticks { sheet, version, reached: vec![line], ..Ticks::default() };
        let enter = async |tx: &Tx<'_>, permit: Permit<TakePartInChain>| {
            enter_ticks(tx, permit, id, &ticks, Channel::Paper).await
        };
        group.act(1, enter).await
    };
    assert_eq!(problems(enters(None).await), ["version: ticks-choose-text"]);
    assert_eq!(problems(enters(Some(1)).await), ["version: ticks-old-text"]);
    assert!(!see(&group, id, called).await.has_heard && !see(&group, id, holder).await.has_heard);
    assert_eq!(enters(Some(2)).await.unwrap(), 1);
    assert!(see(&group, id, called).await.has_heard && see(&group, id, holder).await.has_heard);
});

on_each_database!(a_number_that_she_took_away_is_not_replaced_and_paper_says_so, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    world.clock.set(morning());
    everybody_says_yes(&group, 8).await;
    draws_by_hand(&group, Some(0), &BRANCHES).await;
    let points = async || contacts::mine(&group.read(), group.members[2]).await.unwrap();
    let add = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| {
        contact::add(tx, permit, ContactKind::Phone, "819 555-0190", false).await
    };
    group.act(2, add).await.unwrap();
    let (first, second) = (points().await[0].id, points().await[1].id);
    let dials = async |number| says_with(&group, 2, &YES, Choices { number: Some(number), ..Choices::default() }).await;
    dials(first).await.unwrap();
    let sheet = prints(&group, 0, For::Herself).await.unwrap();
    let mine = async || sheets::one(&group.read(), sheet, group.members[0]).await.unwrap();
    let hers = |mine: &sheets::Mine| -> Vec<u16> {
        let lines = mine.printed.sheet.lines.iter();
        lines.filter(|line| line.person == person(group.members[2])).map(|line| line.number).collect()
    };
    let printed = mine().await;
    assert!(!hers(&printed).is_empty() && printed.renumbered.is_empty() && !printed.is_old);
    // Another of her numbers now: the line is named, and nothing else of it.
    dials(second).await.unwrap();
    let changed = mine().await;
    assert_eq!((changed.renumbered.clone(), changed.is_old, changed.strike.len()), (hers(&printed), true, 0));
    // She takes the chosen one away: she is called at no other.
    let remove = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| contact::remove(tx, permit, second).await;
    group.act(2, remove).await.unwrap();
    assert!(!tree::seen(&group.read(), group.members[2]).await.unwrap().is_mine);
    assert_eq!(mine().await.strike, hers(&printed));
});

on_each_database!(a_fresh_sheet_shows_no_gap_where_two_keep_apart, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    world.clock.set(morning());
    everybody_says_yes(&group, 8).await;
    draws_by_hand(&group, Some(0), &BRANCHES).await;
    // The people of her people stand there in grey, but for one who keeps apart from her.
    keeps_apart(&group, 4, 0).await;
    let sheet = prints(&group, 0, For::Herself).await.unwrap();
    let mine = sheets::one(&group.read(), sheet, group.members[0]).await.unwrap();
    let lines = &mine.printed.sheet.lines;
    assert!(lines.iter().all(|line| line.person != person(group.members[4])) && mine.strike.is_empty() && !mine.is_old);
    assert_eq!(lines.last().unwrap().number, u16::try_from(lines.len()).unwrap(), "no number is missing");
    assert!(lines.iter().any(|line| line.person == person(group.members[5])));
});

on_each_database!(whoever_has_no_screen_says_yes_by_telephone_with_all_that_goes_with_it, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    world.clock.set(morning());
    everybody_says_yes(&group, 3).await;
    group.has_number(3).await;
    let notes = async |whom: usize, yes: &[Use], said: limits::ByAnother| {
        let (whom, yes) = (group.members[whom], yes.iter().copied().collect());
        let notes = async |tx: &Tx<'_>, permit: Permit<WriteCalls>| {
            limits::say_for(tx, permit, whom, Channel::Phone, &yes, &said).await
        };
        group.act(1, notes).await
    };
    let midnight = chrono::NaiveTime::MIN;
    let chosen = limits::ByAnother {
        calls: Some(2),
        quiet_from: Some(midnight),
        quiet_until: Some(midnight),
        voicemail: Some(Voicemail::Nothing),
        ..limits::ByAnother::default()
    };
    assert_eq!(problems(notes(0, &YES, chosen).await), ["whom: visits-has-screen"]);
    assert_eq!(problems(notes(1, &YES, chosen).await), ["whom: visits-choose-somebody"]);
    assert_eq!(problems(notes(4, &YES, chosen).await), ["number: calls-needs-number"]);
    notes(3, &[Use::BeCalled, Use::CallOthers], chosen).await.unwrap();
    let said = mutual_aid::queries::calls::people::choices_of(&group.read(), group.members[3]).await.unwrap();
    assert_eq!((said.calls, said.quiet, said.voicemail), (2, Quiet::NONE, Voicemail::Nothing));
    assert!(tree::seen(&group.read(), group.members[3]).await.unwrap().is_mine);
    let done = at_request::done_for(&group.read(), group.members[3]).await.unwrap();
    assert_eq!(done.iter().map(|one| one.act.as_str()).collect::<Vec<_>>(), ["tree"]);
    // What she says nothing of stays as it was.
    notes(3, &[Use::BeCalled], limits::ByAnother { calls: Some(3), ..limits::ByAnother::default() }).await.unwrap();
    let said = mutual_aid::queries::calls::people::choices_of(&group.read(), group.members[3]).await.unwrap();
    assert_eq!((said.calls, said.quiet, said.voicemail), (3, Quiet::NONE, Voicemail::Nothing));
    // Nothing ticked is a no.
    notes(3, &[], chosen).await.unwrap();
    assert!(!tree::seen(&group.read(), group.members[3]).await.unwrap().is_mine);
    // Where the two keep apart it is written that it was asked, and nothing else.
    keeps_apart(&group, 3, 1).await;
    notes(3, &[Use::BeCalled], chosen).await.unwrap();
    assert!(!tree::seen(&group.read(), group.members[3]).await.unwrap().is_mine);
});
