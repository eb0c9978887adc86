//! Votes by telephone, ballots of paper in one count with those on screens, and who reads the list of voters
//! (`decisions E3`, `E5`, `D7`, `D11`).

use super::{problems, refused};
use chrono::Duration;
use commons::area::Area;
use commons::clock::Clock;
use commons::db::Tx;
use commons::register::kinds;
use decisions::commands::tally_paper::Compared;
use decisions::queries::paper::{counting, helpers};
use decisions::queries::proposal::left_of_the_urn;
use decisions::queries::roll::reads;
use decisions::queries::today::today;
use decisions::queries::versions::versions;
use decisions::rules::ballot::Said;
use decisions::rules::paper::{APART_FROM, OnPaper, PAPER_DAYS};
use decisions::rules::state::State;
use decisions::{Decisions, ProposalId};
use membership::commands::change_access::want_news;
use membership::powers::{ChangeOwnAccess, Permit};
use parpour_tests::{Group, on_each_database};
use tally::{Choice, Counts, Verdict};

/// The time of a vote is over, and somebody comes by.
async fn time_is_over(group: &Group<'_>, id: ProposalId) {
    let closes = group.see(id).await.closes_at.unwrap();
    group.world.clock.set(closes.max(group.world.clock.now()));
    group.settle().await;
}

/// The names of the sections of her own data that hold something.
async fn sections(group: &Group<'_>, who: usize) -> Vec<&'static str> {
    let told = Decisions.everything_about(&group.read(), group.members[who]).await.unwrap();
    told.into_iter().filter(|section| !section.rows.is_empty()).map(|section| section.name).collect()
}

// Story 4.7, check 8. Ruling 1: at once only where the charter gives a secret vote no window.
on_each_database!(by_law_4_is_in_force_at_once_and_its_difference_is_read, |world| {
    let group = world.a_group().with_people(26).quick().with_rule("quorum_ordinary", "12");
    let group = group.with_rule("majority_ordinary", "2/3").with_rule("challenge_hours_secret", "0").found().await;
    let by_law = |words: &str| group.proposes(2).titled("Règlement 4").saying(words);
    let id = by_law("Les membres dans la salle votent.").sent().await.unwrap();
    let text = by_law("Les membres dans la salle ou au téléphone votent.").text();
    group.revises(2, id, text).await.unwrap();
    group.asks_secrecy(4, id).await.unwrap();
    group.seconds(3, id).await.unwrap();
    while group.state(id).await != State::Voting {
        group.to_next_step(id).await;
    }
    for who in 0..26 {
        let choice = match who {
            0..21 => "yes",
            21..24 => "no",
            _ => "blank",
        };
        group.votes_in_secret(who, id, choice).await.unwrap();
    }
    time_is_over(&group, id).await;
    let seen = group.see(id).await;
    let outcome = seen.result.unwrap().outcome;
    assert_eq!((seen.state, seen.version), (State::InForce, 2));
    assert_eq!((outcome.counts, outcome.base), (Counts { yes: 21, no: 3, abstain: 0, blank: 2 }, 24));
    let kept = versions(&group.read(), id).await.unwrap();
    let added = kept[0].body.iter().filter(|run| run.change == "added").map(|run| run.words.trim());
    assert_eq!(added.collect::<Vec<_>>().join(" "), "ou au téléphone");
    assert!(kept[0].body.iter().all(|run| run.change != "removed"));
});

on_each_database!(a_vote_by_telephone_is_hers_to_change_until_the_end, |world| {
    let group = world.a_group().with_people(5).quick().found().await;
    let news = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| want_news(tx, permit, true).await;
    group.act(1, news).await.unwrap();
    let id = group.open_vote(None).await;
    group.notes_by_phone(0, 1, id, Choice::No).await.unwrap();
    let told = group.entries_about(id).await.pop().unwrap();
    assert_eq!((told.kind.as_str(), told.actors), (kinds::VOTE_BY_PHONE, vec![group.members[0], group.members[1]]));
    let body = told.body.unwrap().to_string();
    assert!(!body.contains("\"no\"") && !body.contains("choice") && !body.contains("téléphone"), "{body}");
    // She sees it where she comes in, and who noted it; and is told that there is news, no more.
    let found = today(&group.read(), group.members[1]).await.unwrap();
    assert_eq!(found.by_phone.iter().map(|(_, by)| *by).collect::<Vec<_>>(), [group.members[0]]);
    assert!(found.to_vote.is_empty());
    let raw = world.raw().await;
    let letters = raw.number("SELECT count(*) FROM outbox WHERE dedupe_key LIKE '%vote-by-phone/%'").await;
    raw.close().await;
    assert_eq!(letters, 1);
    let mine = group.seen_by(1, id).await.unwrap().vote.unwrap().mine.unwrap();
    assert_eq!((mine.said, mine.by_phone), (Said::Word("no"), Some(group.members[0])));
    // She calls again; then she votes herself, and nobody changes that for her.
    group.notes_by_phone(2, 1, id, Choice::Abstain).await.unwrap();
    assert!(sections(&group, 2).await.contains(&"phone_votes"));
    group.votes(1, id, Choice::Yes).await.unwrap();
    let mine = group.seen_by(1, id).await.unwrap().vote.unwrap().mine.unwrap();
    assert_eq!((mine.said, mine.by_phone), (Said::Word("yes"), None));
    assert_eq!(refused(group.notes_by_phone(0, 1, id, Choice::No).await), "phone-voted-herself");
    assert!(today(&group.read(), group.members[1]).await.unwrap().by_phone.is_empty());
    time_is_over(&group, id).await;
    assert_eq!(group.see(id).await.result.unwrap().outcome.counts, Counts { yes: 1, ..Counts::default() });
    assert_eq!(refused(group.notes_by_phone(0, 2, id, Choice::No).await), "ballot-too-late");
});

on_each_database!(a_vote_by_telephone_is_never_secret_nor_ones_own, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let secret = group.open_secret_vote(None).await;
    assert_eq!(refused(group.notes_by_phone(0, 1, secret, Choice::No).await), "phone-never-secret");
    let open = group.open_vote(None).await;
    assert_eq!(problems(group.notes_by_phone(0, 0, open, Choice::No).await), ["whose: phone-not-yourself"]);
    assert_eq!(problems(group.notes_by_phone(0, 1, open, Choice::Blank).await), ["choice: ballot-choose"]);
    group.hands_paper(0, 2, open).await.unwrap();
    assert_eq!(problems(group.notes_by_phone(0, 2, open, Choice::No).await), ["whose: phone-on-paper"]);
    assert_eq!(group.see(open).await.vote.unwrap().received, 0);
    assert!(!group.told_about(open).await.contains(&kinds::VOTE_BY_PHONE.to_owned()));
});

on_each_database!(whoever_took_paper_votes_on_paper_unless_she_gives_it_back, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    for secret in [false, true] {
        let id = if secret { group.open_secret_vote(None).await } else { group.open_vote(None).await };
        let votes = async |who: usize| {
            if secret {
                group.votes_in_secret(who, id, "yes").await.map(|_| ())
            } else {
                group.votes(who, id, Choice::Yes).await
            }
        };
        let head = group.head().await;
        group.hands_paper(0, 1, id).await.unwrap();
        assert_eq!(refused(votes(1).await), "ballot-on-paper");
        assert_eq!(problems(group.hands_paper(2, 1, id).await), ["whose: paper-taken"]);
        assert_eq!(group.seen_by(1, id).await.unwrap().vote.unwrap().paper.mine, Some(group.members[1]));
        assert!(today(&group.read(), group.members[1]).await.unwrap().to_vote.iter().all(|line| line.id != id));
        votes(2).await.unwrap();
        if secret {
            // Nobody learns that she had voted: paper takes the place of her ballot.
            group.hands_paper(0, 2, id).await.unwrap();
            group.takes_paper_back(0, 2, id).await.unwrap();
            assert!(!group.seen_by(2, id).await.unwrap().vote.unwrap().urn.unwrap().i_voted);
            votes(2).await.unwrap();
        } else {
            assert_eq!(problems(group.hands_paper(0, 2, id).await), ["whose: paper-voted"]);
        }
        assert_eq!(refused(group.takes_paper_back(1, 1, id).await), "paper-back-to-another");
        group.takes_paper_back(0, 1, id).await.unwrap();
        assert_eq!(refused(group.takes_paper_back(0, 1, id).await), "paper-not-taken");
        votes(1).await.unwrap();
        assert_eq!(group.head().await, head, "who took paper is told nowhere else");
        // Nobody is on paper any more: it closes at its time.
        time_is_over(&group, id).await;
        assert!(group.see(id).await.result.unwrap().paper.is_none());
        assert_eq!(refused(group.hands_paper(0, 3, id).await), "ballot-too-late");
    }
});

// Story 4.7, check 3.
on_each_database!(a_ballot_is_filled_in_with_whom_its_voter_named_and_the_register_says_so, |world| {
    let group = world.a_group().with_people(6).quick().with_rule("quorum_ordinary", "2").found().await;
    for secret in [false, true] {
        let id = if secret { group.open_secret_vote(None).await } else { group.open_vote(None).await };
        assert_eq!(problems(group.notes_help(1, 1, 2, id).await), ["whose_ballot: helper-no-paper"]);
        group.hands_paper(0, 1, id).await.unwrap();
        assert_eq!(problems(group.notes_help(1, 1, 1, id).await), ["helper: helper-herself"]);
        group.notes_help(1, 1, 2, id).await.unwrap();
        group.notes_help(1, 1, 2, id).await.unwrap();
        // She changes her mind, and says so to whoever is at the table.
        group.notes_help(0, 1, 3, id).await.unwrap();
        let told = group.entries_about(id).await.into_iter().filter(|entry| entry.kind == kinds::PAPER_HELPED);
        let told: Vec<_> = told.collect();
        let [by_herself, for_her] = told.as_slice() else { panic!("noted twice, and one came twice") };
        assert_eq!(by_herself.actors, [group.members[1], group.members[2]]);
        assert_eq!(for_her.actors, [group.members[1], group.members[3]]);
        let bodies = [by_herself, for_her].map(|entry| entry.body.clone().unwrap());
        assert_eq!(bodies[0].get("noted_by"), None);
        assert_eq!(bodies[1]["noted_by"], group.members[0].to_string());
        assert!(bodies.iter().all(|body| !body.to_string().contains("choice")), "{bodies:?}");
        assert!(
            sections(&group, 3).await.contains(&"paper_helped") && !sections(&group, 2).await.contains(&"paper_helped")
        );
        group.hands_paper(0, 5, id).await.unwrap();
        group.notes_help(0, 5, 4, id).await.unwrap();
        group.takes_paper_back(0, 5, id).await.unwrap();
        assert!(!sections(&group, 4).await.contains(&"paper_helped"), "her help goes with the sheet");
        time_is_over(&group, id).await;
        assert_eq!(refused(group.notes_help(0, 1, 2, id).await), "ballot-too-late");
        assert_eq!(counting(&group.read(), id, group.members[0]).await.unwrap().helped, 1);
        assert_eq!(refused(group.counts_paper(3, id, [1, 0, 0, 0, 0]).await), "tally-helped");
        for who in [0, 2] {
            group.counts_paper(who, id, [1, 0, 0, 0, 0]).await.unwrap();
        }
        group.settle().await;
        assert_eq!(group.see(id).await.state, State::NotAdopted, "one of two that are needed");
        assert_eq!(helpers(&group.read(), id).await.unwrap(), [], "only the register tells it now");
    }
});

on_each_database!(where_nobody_else_could_whoever_helped_counts_too, |world| {
    let group = world.a_group().with_people(3).quick().with_rule("quorum_ordinary", "1").found().await;
    let id = group.open_vote(None).await;
    for (whose, helper) in [(0, 1), (2, 0)] {
        group.hands_paper(1, whose, id).await.unwrap();
        group.notes_help(whose, whose, helper, id).await.unwrap();
    }
    time_is_over(&group, id).await;
    assert_eq!(group.counts_paper(0, id, [2, 0, 0, 0, 0]).await.unwrap(), Compared::First);
    assert_eq!(group.counts_paper(1, id, [2, 0, 0, 0, 0]).await.unwrap(), Compared::Same);
    group.settle().await;
    assert_eq!(group.see(id).await.state, State::InForce);
});

on_each_database!(two_people_who_note_everybody_else_as_helpers_do_not_count_alone, |world| {
    let group = world.a_group().with_people(7).quick().found().await;
    let id = group.open_vote(None).await;
    for whose in 2..7 {
        group.hands_paper(0, whose, id).await.unwrap();
        // Each helps the one before her, and the first of them the last: five of seven helped somebody.
        let helper = if whose == 6 { 2 } else { whose + 1 };
        group.notes_help(0, whose, helper, id).await.unwrap();
    }
    time_is_over(&group, id).await;
    for (who, compared) in [(3, Compared::First), (5, Compared::Same)] {
        assert_eq!(group.counts_paper(who, id, [4, 1, 0, 0, 0]).await.unwrap(), compared);
    }
    group.settle().await;
    assert_eq!(group.see(id).await.state, State::InForce);
});

on_each_database!(whoever_leaves_helps_nobody_and_sheets_that_are_void_keep_no_helper, |world| {
    let group = world.a_group().with_people(6).quick().with_rule("voting_days_ordinary", "5").found().await;
    let id = group.open_vote(None).await;
    for (whose, helper) in [(1, 2), (3, 1), (4, 5)] {
        group.hands_paper(0, whose, id).await.unwrap();
        group.notes_help(0, whose, helper, id).await.unwrap();
    }
    let erased = async |tx: &Tx<'_>| Ok(Decisions.forget(tx, group.members[1]).await?);
    group.write(erased).await.unwrap();
    assert_eq!(helpers(&group.read(), id).await.unwrap(), [(group.members[4], group.members[5])]);
    group.asks_secrecy(0, id).await.unwrap();
    assert_eq!(helpers(&group.read(), id).await.unwrap(), [], "the sheets are void");
});

on_each_database!(two_people_count_and_must_find_the_same, |world| {
    let group = world.a_group().with_people(12).quick().with_rule("quorum_ordinary", "3").found().await;
    let id = group.open_vote(None).await;
    for who in 0..4 {
        group.votes(who, id, Choice::Yes).await.unwrap();
    }
    for who in 4..10 {
        group.hands_paper(0, who, id).await.unwrap();
    }
    assert_eq!(refused(group.counts_paper(0, id, [1, 0, 0, 0, 0]).await), "tally-too-early");
    time_is_over(&group, id).await;
    let seen = group.see(id).await;
    let until = seen.closes_at.unwrap() + PAPER_DAYS;
    assert_eq!((seen.state, seen.due_at, seen.result), (State::Voting, Some(until), None));
    assert_eq!(seen.vote.unwrap().paper.waits_until, Some(until));
    assert_eq!(refused(group.votes(10, id, Choice::No).await), "ballot-too-late");
    assert_eq!(refused(group.takes_paper_back(0, 4, id).await), "ballot-too-late");
    assert_eq!(refused(group.asks_secrecy(10, id).await), "proposal-moved-on");
    assert_eq!(group.settle().await, 0, "nothing more to do until it is counted");

    assert_eq!(problems(group.counts_paper(0, id, [4, 1, 1, 1, 0]).await), ["yes: tally-too-many"], "seven of six");
    assert_eq!(group.counts_paper(0, id, [3, 1, 0, 0, 1]).await.unwrap(), Compared::First);
    // One person is not two, however often she types.
    assert_eq!(group.counts_paper(0, id, [2, 1, 1, 1, 1]).await.unwrap(), Compared::First);
    assert_eq!(group.counts_paper(10, id, [2, 2, 1, 1, 0]).await.unwrap(), Compared::Different);
    let raw = world.raw().await;
    assert!(sections(&group, 10).await.contains(&"paper_tallies"));
    // A sheet too many is set aside as spoiled; anybody on the roll may be the second, and a third undoes nothing.
    assert_eq!(group.counts_paper(0, id, [2, 1, 1, 1, 3]).await.unwrap(), Compared::Different);
    assert_eq!(group.counts_paper(10, id, [2, 1, 1, 1, 1]).await.unwrap(), Compared::Different);
    assert_eq!(group.counts_paper(11, id, [2, 1, 1, 1, 1]).await.unwrap(), Compared::Same);
    assert_eq!(refused(group.counts_paper(0, id, [1, 1, 1, 1, 1]).await), "tally-too-late");
    world.clock.advance(Duration::hours(1));
    group.settle().await;
    let seen = group.see(id).await;
    let result = seen.result.unwrap();
    assert_eq!(seen.state, State::InForce);
    assert_eq!(result.outcome.counts, Counts { yes: 6, no: 1, abstain: 1, blank: 1 });
    let paper = result.paper.unwrap();
    assert_eq!((paper.counted, paper.ballots, paper.spoiled, result.on_screens()), (true, 5, 1, 4));
    assert_eq!(paper.counts, Some(Counts { yes: 2, no: 1, abstain: 1, blank: 1 }), "an open vote hides nothing");
    assert_eq!(raw.rows("paper_tally").await, 0);
    raw.close().await;
    let told = group.entries_about(id).await;
    let counted = told.iter().find(|entry| entry.kind == kinds::PAPER_COUNTED).unwrap();
    assert_eq!(counted.actors.len(), 2);
    assert!(counted.actors.contains(&group.members[10]) && counted.actors.contains(&group.members[11]));
    assert_eq!(counted.body.as_ref().unwrap()["paper"]["spoiled"], 1);
    assert_eq!(refused(group.counts_paper(0, id, [2, 1, 1, 1, 1]).await), "tally-too-late");
});

on_each_database!(paper_that_nobody_counts_holds_nothing_up, |world| {
    let group = world.a_group().with_people(6).quick().with_rule("challenge_hours_charter", "72").found().await;
    let id = group.open_vote(Group::change("seconders", "2")).await;
    for who in 0..4 {
        group.votes(who, id, Choice::Yes).await.unwrap();
    }
    group.hands_paper(0, 4, id).await.unwrap();
    time_is_over(&group, id).await;
    let until = group.see(id).await.due_at.unwrap();
    group.counts_paper(0, id, [0, 1, 0, 0, 0]).await.unwrap();
    world.clock.set(until - Duration::microseconds(1));
    group.settle().await;
    assert_eq!(group.state(id).await, State::Voting);
    world.clock.set(until);
    group.settle().await;
    let seen = group.see(id).await;
    let result = seen.result.unwrap();
    assert_eq!(result.outcome.counts, Counts { yes: 4, ..Counts::default() });
    assert_eq!(result.paper, Some(OnPaper::NOT_COUNTED));
    assert_eq!(seen.window_until, Some(until + Duration::hours(72)), "there is as much time to contest it as ever");
    assert!(group.told_about(id).await.contains(&kinds::PAPER_NOT_COUNTED.to_owned()));
    let raw = world.raw().await;
    assert_eq!(raw.rows("paper_tally").await, 0);
    raw.close().await;
});

// Story 4.7: 26 ballots, 18 on screens and 8 on paper; 21 for, 3 against, 2 blank (ruling 9).
on_each_database!(receipts_and_paper_make_the_ballots, |world| {
    let group = world.a_group().with_people(30).quick().with_rule("quorum_ordinary", "12").found().await;
    let id = group.open_secret_vote(None).await;
    for who in 0..18 {
        let choice = ["yes", "no", "blank"][usize::from(who >= 15) + usize::from(who >= 17)];
        group.votes_in_secret(who, id, choice).await.unwrap();
    }
    for who in 18..26 {
        group.hands_paper(0, who, id).await.unwrap();
    }
    time_is_over(&group, id).await;
    group.counts_paper(27, id, [6, 1, 0, 1, 0]).await.unwrap();
    assert_eq!(group.counts_paper(28, id, [6, 1, 0, 1, 0]).await.unwrap(), Compared::Same);
    group.settle().await;
    let seen = group.see(id).await;
    let result = seen.result.unwrap();
    assert_eq!(result.outcome.counts, Counts { yes: 21, no: 3, abstain: 0, blank: 2 });
    assert_eq!(result.outcome.verdict, Verdict::Adopted);
    let (receipts, ballots) = left_of_the_urn(&group.read(), id).await.unwrap();
    let how_many = |list: Option<String>| serde_json::from_str::<Vec<String>>(&list.unwrap()).unwrap().len() as u64;
    let (receipts, ballots) = (how_many(receipts), how_many(ballots));
    assert_eq!((receipts, ballots), (18, 18));
    assert_eq!(receipts + result.paper.unwrap().ballots, result.outcome.counts.ballots());
    assert_eq!(seen.vote.unwrap().urn.unwrap().ballots, Some(18), "the urn held those on screens");
    // Whoever took paper that was counted has voted, as everybody with a ballot in the urn.
    let roll = group.reads_roll(0, id).await.unwrap();
    let (voted, others) = roll.voted.unwrap();
    assert_eq!((roll.members.len(), voted.len(), others.len()), (30, 26, 4));
});

on_each_database!(few_on_paper_are_not_told_apart_in_a_secret_vote, |world| {
    let group = world.a_group().with_people(12).quick().found().await;
    let id = group.open_secret_vote(None).await;
    for who in 0..8 {
        group.votes_in_secret(who, id, "yes").await.unwrap();
    }
    group.hands_paper(0, 8, id).await.unwrap();
    time_is_over(&group, id).await;
    for who in [0, 1] {
        group.counts_paper(who, id, [0, 1, 0, 0, 0]).await.unwrap();
    }
    group.settle().await;
    let result = group.see(id).await.result.unwrap();
    assert_eq!(result.outcome.counts, Counts { yes: 8, no: 1, ..Counts::default() });
    assert!(result.paper.unwrap().ballots < APART_FROM);
    assert_eq!((result.paper.unwrap().counts, result.shows_screens()), (None, false));
    // What lay in the urn would tell what the one ballot of paper says.
    assert_eq!(left_of_the_urn(&group.read(), id).await.unwrap().1, None);
    let told = group.entries_about(id).await;
    let counted = told.iter().find(|entry| entry.kind == kinds::PAPER_COUNTED).unwrap();
    assert_eq!(counted.body.as_ref().unwrap()["paper"].get("counts"), None);
});

on_each_database!(where_counts_are_withheld_the_paper_says_nothing_either, |world| {
    let group = world.a_group().with_people(6).quick().with_rule("secret_counts_from", "5");
    let group = group.with_rule("quorum_ordinary", "1").found().await;
    let id = group.open_secret_vote(None).await;
    group.votes_in_secret(0, id, "yes").await.unwrap();
    group.hands_paper(0, 1, id).await.unwrap();
    time_is_over(&group, id).await;
    for who in [2, 3] {
        group.counts_paper(who, id, [1, 0, 0, 0, 0]).await.unwrap();
    }
    group.settle().await;
    let result = group.see(id).await.result.unwrap();
    assert!(result.withheld);
    assert_eq!(result.paper, Some(OnPaper { counted: true, ..OnPaper::NOT_COUNTED }));
    let told = group.entries_about(id).await;
    let counted = told.iter().find(|entry| entry.kind == kinds::PAPER_COUNTED).unwrap();
    assert_eq!(counted.body.as_ref().unwrap().get("paper"), None);
    assert_eq!(group.reads_roll(0, id).await.unwrap().voted, None);
});

on_each_database!(sheets_of_an_open_vote_are_void_once_it_is_secret, |world| {
    let group = world.a_group().with_people(8).quick().with_rule("voting_days_ordinary", "5").found().await;
    let id = group.open_vote(None).await;
    group.hands_paper(0, 1, id).await.unwrap();
    group.notes_by_phone(0, 2, id, Choice::Yes).await.unwrap();
    group.asks_secrecy(3, id).await.unwrap();
    assert!(group.see(id).await.secret);
    // Some have a line for a reason, and some lie in the box already.
    assert_eq!(group.see(id).await.vote.unwrap().paper.handed, 0);
    group.votes_in_secret(1, id, "yes").await.unwrap();
    group.votes_in_secret(2, id, "no").await.unwrap();
});

on_each_database!(who_reads_the_list_is_read_by_everybody, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let id = group.open_vote(None).await;
    for who in 0..4 {
        group.votes(who, id, Choice::Yes).await.unwrap();
    }
    assert_eq!(refused(group.reads_roll(0, id).await), "roll-not-yet");
    time_is_over(&group, id).await;
    let roll = group.reads_roll(4, id).await.unwrap();
    let (voted, others) = roll.voted.unwrap();
    assert_eq!((roll.members.len(), voted.len(), others.len()), (6, 4, 2));
    group.reads_roll(4, id).await.unwrap();
    group.reads_roll(5, id).await.unwrap();
    let read = reads(&group.read(), id).await.unwrap();
    assert_eq!(read.len(), 1, "once for each day, whoever it is");
    assert_eq!(read[0].by.len(), 2);
    assert!(sections(&group, 4).await.contains(&"rolls_read"));
    let forget = async |tx: &Tx<'_>| Ok(Decisions.forget(tx, group.members[4]).await?);
    group.write(forget).await.unwrap();
    assert_eq!(reads(&group.read(), id).await.unwrap()[0].by, [group.members[5]]);
    // With fewer votes than were needed, who was on the list is all that is told.
    let few = group.open_vote(None).await;
    group.votes(0, few, Choice::Yes).await.unwrap();
    time_is_over(&group, few).await;
    let roll = group.reads_roll(0, few).await.unwrap();
    assert_eq!((roll.members.len(), roll.voted), (6, None));
});
