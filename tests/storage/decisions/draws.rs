//! Draws by lot (`decisions B12`): one's own name and nobody else's, dice after the register has what is in it, and an
//! order that anybody finds again.

use super::{problems, refused};
use chrono::Duration;
use commons::area::Area;
use commons::db::Tx;
use commons::register::kinds;
use commons::register::verify::{self, verify};
use decisions::commands::draw::{Thrown, take_back};
use decisions::powers::DrawLots;
use decisions::queries::draws::{self, Draw};
use decisions::rules::ballot::Typed;
use decisions::rules::draw::{Stage, fingerprint, made};
use decisions::rules::question::{Method, Question, read_options};
use decisions::rules::state::State;
use decisions::{Decisions, DrawId, ProposalId};
use membership::powers::Permit;
use parpour_tests::{Group, on_each_database};
use std::collections::BTreeSet;
use tally::{Choice, Verdict};

async fn see(group: &Group<'_>, id: DrawId) -> Draw {
    draws::one(&group.read(), id).await.unwrap()
}

/// The time of a draw is over.
async fn closes(group: &Group<'_>, id: DrawId) {
    group.world.clock.set(see(group, id).await.closes_at);
    group.settle().await;
}

/// The names, or things, that are drawn now.
async fn drawn(group: &Group<'_>, id: DrawId) -> Vec<String> {
    let entries = see(group, id).await.entries.into_iter();
    entries.filter(|entry| entry.drawn).map(|entry| entry.entry).collect()
}

on_each_database!(names_are_put_and_taken_back_by_their_own_and_the_draw_is_found_again, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let id = group.draws(0, "Qui ouvre le mardi", "").await.unwrap();
    for who in [1, 2, 3, 4] {
        group.enters_draw(who, id, true).await.unwrap();
        group.enters_draw(who, id, true).await.unwrap();
    }
    group.enters_draw(4, id, false).await.unwrap();
    assert_eq!(see(&group, id).await.entries.len(), 3);
    assert_eq!(refused(group.throws(0, id, "3 5 2").await), "draw-not-closed");
    closes(&group, id).await;
    assert_eq!(refused(group.enters_draw(5, id, true).await), "draw-closed");
    assert_eq!(refused(group.gives_way(1, id).await), "draw-not-drawn");

    // The register has what is in it, and its hash is the head, before any dice fall.
    let entry = group.entries_about(id).await.pop().unwrap();
    let seen = see(&group, id).await;
    assert_eq!(
        (entry.kind.as_str(), seen.stage, seen.closed_seq),
        (kinds::DRAW_CLOSED, Stage::Closed, Some(entry.seq))
    );
    let names: Vec<String> = seen.entries.iter().map(|entry| entry.entry.clone()).collect();
    assert_eq!(entry.body.unwrap()["entries"], fingerprint(&names));

    assert_eq!(problems(group.throws(0, id, "sept").await), ["dice: draw-dice-wrong"]);
    assert_eq!(group.throws(0, id, "3 5 2").await.unwrap(), Thrown::Waits);
    assert_eq!(refused(group.throws(0, id, "6 6 6").await), "draw-thrown-already");
    let waiting = see(&group, id).await;
    assert_eq!((waiting.threw, waiting.replay), (Some(group.members[0]), None), "nobody sees what she threw");
    assert_eq!(group.throws(5, id, "6,1,4").await.unwrap(), Thrown::Made);
    assert_eq!(refused(group.throws(4, id, "1 1 1").await), "draw-over");

    let seen = see(&group, id).await;
    let replay = seen.replay.unwrap();
    assert_eq!((replay.value.as_str(), replay.head.as_str()), ("352 614", entry.hash.as_str()));
    let again = made(&entry.hash, id.0.as_bytes(), "352 614", &names).unwrap();
    let order: Vec<String> = seen.entries.iter().map(|entry| entry.entry.clone()).collect();
    assert_eq!((&again.order, &again.seed), (&order, &replay.seed));
    let told = group.entries_about(id).await.pop().unwrap();
    assert_eq!((told.kind.as_str(), told.actors.len()), (kinds::DRAW_MADE, 2));
    assert_eq!(told.body.unwrap()["drawn"][0], order[0].as_str());
    let raw = world.raw().await;
    assert_eq!(raw.rows("draw_dice").await, 0);
    raw.close().await;
    assert!(matches!(verify(&group.export().await), verify::Verdict::Sound(_)));
});

on_each_database!(whoever_is_drawn_gives_her_place_to_the_next_without_a_word_in_the_register, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let id = group.draws(0, "Qui ouvre le mardi", "").await.unwrap();
    for who in 1..5 {
        group.enters_draw(who, id, true).await.unwrap();
    }
    closes(&group, id).await;
    group.throws(0, id, "3 5 2").await.unwrap();
    group.throws(1, id, "6 1 4").await.unwrap();
    let order: Vec<String> = see(&group, id).await.entries.into_iter().map(|entry| entry.entry).collect();
    let place = |entry: &String| group.members.iter().position(|member| member.to_string() == *entry).unwrap();
    assert_eq!(drawn(&group, id).await, order[..1]);
    assert_eq!(refused(group.gives_way(place(&order[1]), id).await), "draw-not-drawn");
    let head = group.head().await;
    group.gives_way(place(&order[0]), id).await.unwrap();
    assert_eq!((drawn(&group, id).await, group.head().await), (vec![order[1].clone()], head));
    assert_eq!(refused(group.gives_way(place(&order[0]), id).await), "draw-not-drawn");
    // Whoever leaves gives hers too, and the order stays what anybody finds again.
    let leaving = group.members[place(&order[1])];
    group.write(async |tx: &Tx<'_>| Ok(Decisions.forget(tx, leaving).await?)).await.unwrap();
    assert_eq!(drawn(&group, id).await, [order[2].clone()]);
    let kept: Vec<String> = see(&group, id).await.entries.into_iter().map(|entry| entry.entry).collect();
    assert_eq!(kept, order);
});

on_each_database!(things_are_drawn_and_an_empty_draw_is_over, |world| {
    let group = world.a_group().with_people(4).quick().found().await;
    assert_eq!(
        problems(group.draws(0, "", "Un seul").await),
        ["title: draw-title-missing", "entries: draw-two-entries"]
    );
    let things = group.draws(0, "Par où commencer", "La cuisine\nLe jardin\nLa porte").await.unwrap();
    let nobody = group.draws(0, "Qui chante", "").await.unwrap();
    let mistake = group.draws(1, "Erreur", "").await.unwrap();
    assert!(group.enters_draw(1, things, true).await.is_err(), "no name among things");
    group.enters_draw(2, mistake, true).await.unwrap();
    let takes = async |who| {
        let takes = async |tx: &Tx<'_>, permit: Permit<DrawLots>| take_back(tx, permit, mistake).await;
        group.act(who, takes).await
    };
    assert_eq!(refused(takes(0).await), "draw-not-yours");
    takes(1).await.unwrap();
    assert_eq!((see(&group, mistake).await.stage, see(&group, mistake).await.entries.len()), (Stage::TakenBack, 0));
    closes(&group, things).await;
    assert_eq!(see(&group, nobody).await.stage, Stage::Empty);
    assert_eq!(refused(group.throws(0, nobody, "3 5 2").await), "draw-over");
    group.throws(2, things, "1 2 3").await.unwrap();
    group.throws(3, things, "4 5 6").await.unwrap();
    let out = drawn(&group, things).await;
    assert_eq!(out.len(), 1);
    // The register has the place of what is drawn, in the order of the file, and no line of what was typed.
    let told = group.entries_about(things).await.pop().unwrap().body.unwrap();
    let sorted = ["La cuisine", "La porte", "Le jardin"];
    assert_eq!(told["places"], serde_json::json!([sorted.iter().position(|line| *line == out[0]).unwrap() + 1]));
    assert!(told.get("drawn").is_none() && sorted.iter().all(|line| !told.to_string().contains(line)));
    assert_eq!(refused(group.gives_way(0, things).await), "draw-not-drawn", "things give no place");
    assert_eq!(draws::list(&group.read()).await.unwrap().len(), 3);

    // A year later only the register tells.
    world.clock.advance(Duration::days(367));
    group.write(async |tx: &Tx<'_>| Ok(Decisions.purge(tx).await?)).await.unwrap();
    assert!(draws::list(&group.read()).await.unwrap().is_empty());
    assert!(!draws::is_kept(&group.read(), things).await.unwrap());
    assert_eq!(group.told_about(things).await, [kinds::DRAW_OPENED, kinds::DRAW_CLOSED, kinds::DRAW_MADE]);
});

/// A vote among four things, in which each of `ballots` ticks these lines, until it is over.
async fn chosen(group: &Group<'_>, seats: u64, ballots: &[&[usize]]) -> ProposalId {
    let options = read_options(Method::Approval, "Le four\nLe banc\nLa table\nLa lampe");
    let question = Question { method: Method::Approval, options, seats, ..Question::default() };
    let id = group.proposes(0).titled("Quoi réparer").putting(question).opened().await;
    for (who, ticked) in ballots.iter().enumerate() {
        let marks = (0..4).map(|line| if ticked.contains(&line) { "1" } else { "0" }.to_owned()).collect();
        group.says(who, id, Typed { marks, ..Typed::default() }, "").await.unwrap();
    }
    group.to_next_step(id).await;
    id
}

// `decisions` 7.2, ruling 23.
on_each_database!(a_tie_among_options_is_drawn_among_exactly_what_is_tied, |world| {
    let group = world.a_group().with_people(5).quick().found().await;
    let yes_or_no = group.open_vote(None).await;
    for (who, choice) in [(0, Choice::Yes), (1, Choice::No)] {
        group.votes(who, yes_or_no, choice).await.unwrap();
    }
    assert_eq!(refused(group.draws_for_tie(2, yes_or_no).await), "draw-no-tie", "it is open");
    group.to_next_step(yes_or_no).await;
    assert_eq!(group.see(yes_or_no).await.result.unwrap().outcome.verdict, Verdict::Tied);
    assert_eq!(refused(group.draws_for_tie(2, yes_or_no).await), "draw-no-tie", "a yes or no is never drawn");
    let won = chosen(&group, 1, &[&[0], &[0, 1], &[0]]).await;
    assert_eq!(refused(group.draws_for_tie(2, won).await), "draw-no-tie");

    // One thing is chosen in any case; two stand for the second place.
    let id = chosen(&group, 2, &[&[1, 0], &[1, 3], &[1]]).await;
    let before = group.see(id).await;
    assert_eq!((before.state, before.result.as_ref().unwrap().outcome.verdict), (State::NotAdopted, Verdict::Tied));
    let draw = group.draws_for_tie(3, id).await.unwrap();
    assert_eq!(refused(group.draws_for_tie(4, id).await), "draw-tie-drawn");
    let seen = see(&group, draw).await;
    let entries: Vec<&str> = seen.entries.iter().map(|entry| entry.entry.as_str()).collect();
    assert_eq!((entries, seen.seats, seen.tie_of), (vec!["La lampe", "Le four"], 1, before.number));
    assert_eq!((seen.title.as_str(), seen.by_name), ("Quoi réparer", false));
    let told = group.entries_about(draw).await.remove(0);
    assert_eq!(
        (told.actors, &told.body.unwrap()["tie_of"]),
        (vec![group.members[3]], &serde_json::json!(before.number))
    );
    closes(&group, draw).await;
    group.throws(0, draw, "1 2 3").await.unwrap();
    assert!(draws::of_tie(&group.read(), id).await.unwrap().unwrap().drawn.is_empty());
    group.throws(1, draw, "4 5 6").await.unwrap();
    let shown = draws::of_tie(&group.read(), id).await.unwrap().unwrap();
    assert_eq!((shown.stage, &shown.drawn), (Stage::Drawn, &drawn(&group, draw).await));
    assert_eq!(shown.drawn.len(), 1);
    // The vote says what it said.
    let after = group.see(id).await;
    assert_eq!((after.state, after.result), (before.state, before.result));
    assert_eq!(refused(group.draws_for_tie(4, id).await), "draw-tie-drawn", "nobody draws again until it suits");
});

// The group calls leaving things as they are "Aucune". A draw takes two lines that differ in capitals alone for one.
on_each_database!(an_option_called_like_leaving_things_as_they_are_is_told_apart_from_it, |world| {
    let group = world.a_group().with_people(4).quick().found().await;
    for (named, none) in [("Aucune", "Aucune (—)"), ("aucune", "Aucune (—)"), ("Le banc", "Aucune")] {
        let options = read_options(Method::Borda, &format!("{named}\nLe four"));
        let question = Question { method: Method::Borda, options, ..Question::default() };
        let id = group.proposes(0).titled("Quoi réparer").putting(question).opened().await;
        // The last line leaves things as they are: one person puts it first, and the other the first option.
        for (who, places) in [["1", "3", "2"], ["2", "3", "1"]].into_iter().enumerate() {
            let marks = places.into_iter().map(str::to_owned).collect();
            group.says(who, id, Typed { marks, ..Typed::default() }, "").await.unwrap();
        }
        group.to_next_step(id).await;
        let draw = group.draws_for_tie(3, id).await.unwrap();
        let entries = see(&group, draw).await.entries.into_iter().map(|entry| entry.entry);
        assert_eq!(entries.collect::<BTreeSet<_>>(), BTreeSet::from([named, none].map(str::to_owned)));
    }
});

on_each_database!(a_draw_that_came_to_nothing_leaves_the_tie_to_another, |world| {
    let group = world.a_group().with_people(5).quick().found().await;
    let id = chosen(&group, 1, &[&[1, 0], &[1, 0]]).await;
    let mistake = group.draws_for_tie(1, id).await.unwrap();
    group.act(1, async |tx: &Tx<'_>, permit: Permit<DrawLots>| take_back(tx, permit, mistake).await).await.unwrap();
    assert_eq!(draws::of_tie(&group.read(), id).await.unwrap(), None);
    let lapses = group.draws_for_tie(2, id).await.unwrap();
    closes(&group, lapses).await;
    world.clock.set(see(&group, lapses).await.lapses_at);
    group.settle().await;
    assert_eq!(see(&group, lapses).await.stage, Stage::Lapsed);
    group.draws_for_tie(3, id).await.unwrap();
});

on_each_database!(a_draw_that_waits_two_weeks_for_dice_is_over, |world| {
    let group = world.a_group().with_people(4).quick().found().await;
    let id = group.draws(0, "Par où commencer", "La cuisine\nLe jardin").await.unwrap();
    let waits = async |who: usize| draws::waiting_for_dice(&group.read(), group.members[who]).await.unwrap().len();
    assert_eq!(waits(0).await, 0, "it is open");
    closes(&group, id).await;
    group.throws(1, id, "3 5 2").await.unwrap();
    assert_eq!((waits(0).await, waits(1).await), (1, 0), "whoever threw is asked nothing more");
    let until = see(&group, id).await.lapses_at;
    world.clock.set(until - Duration::seconds(1));
    group.settle().await;
    assert_eq!(see(&group, id).await.stage, Stage::Closed);
    // The hour decides, whoever comes by.
    world.clock.set(until);
    assert_eq!(refused(group.throws(0, id, "1 2 3").await), "draw-over");
    assert_eq!(waits(0).await, 0);
    group.settle().await;
    group.settle().await;
    let seen = see(&group, id).await;
    assert_eq!((seen.stage, seen.threw, seen.entries.len()), (Stage::Lapsed, None, 2));
    assert_eq!(group.told_about(id).await, [kinds::DRAW_OPENED, kinds::DRAW_CLOSED, kinds::DRAW_LAPSED]);
});
