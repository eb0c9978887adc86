//! Hard times: keeping apart, lesser measures, removal, incidents (`mutual-aid` M14-M17, M19, X1, X2; `domain A16`;
//! `reliability` R-48).

use super::{problems, refused};
use chrono::{Days, Duration, Months, NaiveDate};
use commons::clock::{Time, Tz, local_day};
use commons::db::Tx;
use commons::effects::{Acted, Decision, Effects, act};
use commons::ids::MemberId;
use commons::outbox;
use commons::refusal::No;
use commons::register::{self, kinds};
use decisions::ProposalId;
use decisions::commands::answer_recall::answer_recall;
use decisions::commands::ask_first_question::Question as Asked;
use decisions::commands::open_removal::open_removal;
use decisions::powers::AnswerRecall;
use decisions::queries::proposal::{self, open_vote_on};
use decisions::queries::today::today;
use membership::commands::change_access::want_news;
use membership::commands::leave::{leave, what_stays};
use membership::commands::pause::{Link, Pausing, pause};
use membership::commands::{answer_removal, circle, give_notice, incident, keep_apart, leave_measure};
use membership::effects::{EndMeasure, RemoveMember, SetMeasure};
use membership::powers::{
    AnswerRemoval, ChangeOwnAccess, GiveNotice, KeepApart, KeepIncidents, Leave, LeaveMeasure, OpenIncident, Permit,
    Rest, has,
};
use membership::queries::apart::{apart, apart_from, hers};
use membership::queries::{incidents, measures, people, removals};
use membership::rules::incident::{Answer, Assessment, ClosedAs, Content, Question, Risk};
use membership::rules::kernel::Hearing;
use membership::rules::pause::{Channel, Rhythm};
use membership::rules::removal::{ANSWER_WITHIN, DELAY, Measure, NOTICE, NOTICE_ENDS, Removal};
use membership::rules::standing::Standing;
use membership::{IncidentId, RemovalId};
use parpour_tests::{Group, on_each_database};
use serde_json::{Value, json};
use uuid::Uuid;

async fn keeps_apart(group: &Group<'_>, who: usize, from: usize) -> Result<(), No> {
    let other = group.members[from];
    group.act(who, async |tx: &Tx<'_>, permit: Permit<KeepApart>| keep_apart::keep_apart(tx, permit, other).await).await
}

async fn takes_back(group: &Group<'_>, who: usize, from: usize) {
    let other = group.members[from];
    group
        .act(who, async |tx: &Tx<'_>, permit: Permit<KeepApart>| keep_apart::take_back(tx, permit, other).await)
        .await
        .unwrap();
}

/// Every pair as the one predicate and as the lists have it: symmetric, and the same in both.
async fn pairs(group: &Group<'_>) -> Vec<(usize, usize)> {
    let scope = group.read();
    let mut found = Vec::new();
    for (a, one) in group.members.iter().enumerate() {
        let listed = apart_from(&scope, *one).await.unwrap();
        for (b, other) in group.members.iter().enumerate() {
            let now = apart(&scope, *one, *other).await.unwrap();
            assert_eq!(now, apart(&scope, *other, *one).await.unwrap(), "{a} {b}");
            assert_eq!(now, listed.contains(other), "{a} {b}");
            if now && a < b {
                found.push((a, b));
            }
        }
    }
    found
}

on_each_database!(keeping_apart_is_symmetric_hers_alone_and_leaves_no_trace, |world| {
    let group = world.a_group().with_people(5).quick().found().await;
    let before = group.head().await;
    keeps_apart(&group, 0, 3).await.unwrap();
    keeps_apart(&group, 0, 3).await.unwrap();
    keeps_apart(&group, 3, 0).await.unwrap();
    keeps_apart(&group, 1, 2).await.unwrap();
    assert_eq!(pairs(&group).await, [(0, 3), (1, 2)]);
    takes_back(&group, 0, 3).await;
    assert_eq!(pairs(&group).await, [(0, 3), (1, 2)], "the other still says so");
    takes_back(&group, 3, 0).await;
    takes_back(&group, 2, 1).await;
    assert_eq!(pairs(&group).await, [(1, 2)], "what another said is not taken back");
    assert_eq!(refused(keeps_apart(&group, 1, 1).await), "error-to-correct");
    assert_eq!(group.head().await, before, "nothing in the register");
    let scope = group.read();
    for (who, count) in [(1, 1), (2, 0)] {
        let member = group.members[who];
        let key = commons::sealed::key_of(&scope, member).await.unwrap();
        assert_eq!(hers(&scope, member, &key).await.unwrap().len(), count);
    }
});

on_each_database!(the_store_does_not_tell_who_keeps_apart_from_whom, |world| {
    let group = world.a_group().with_people(4).quick().found().await;
    keeps_apart(&group, 1, 2).await.unwrap();
    let raw = world.raw().await;
    let sql = world.either(
        "SELECT lower(hex(mark)) || lower(hex(since)) FROM no_contact",
        "SELECT encode(mark, 'hex') || encode(since, 'hex') FROM no_contact",
    );
    let rows = raw.texts(sql).await;
    raw.close().await;
    assert_eq!(rows.len(), 1);
    for member in &group.members {
        assert!(!rows[0].contains(&member.0.simple().to_string()));
    }
});

on_each_database!(whoever_leaves_is_not_told_who_keeps_apart_from_her, |world| {
    let group = world.a_group().with_people(5).quick().found().await;
    let her = group.members[0];
    keeps_apart(&group, 0, 1).await.unwrap();
    for who in [2, 3] {
        keeps_apart(&group, who, 0).await.unwrap();
    }
    // What she keeps apart from is hidden from her: a circle that she is asked to be in, a link kept with her.
    let ask = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| circle::ask(tx, permit, her).await;
    group.act(1, ask).await.unwrap();
    let link = Some(Link { to: her, channel: Channel::Call, rhythm: Rhythm::Once });
    let rest =
        async |tx: &Tx<'_>, permit: Permit<Rest>| pause(tx, permit, Pausing { link, ..Pausing::default() }).await;
    group.act(1, rest).await.unwrap();
    let areas = parpour::areas::areas();
    let mut erased = Vec::new();
    group
        .act(0, async |tx: &Tx<'_>, permit: Permit<Leave>| {
            erased = leave(tx, permit, &areas).await?;
            Ok(())
        })
        .await
        .unwrap();
    let told = |table: &str| erased.iter().filter(|one| one.table == table).map(|one| one.rows).sum::<u64>();
    assert_eq!((told("no_contact"), told("circle"), told("pause")), (1, 0, 0), "her own word, and no other's");
    let raw = world.raw().await;
    assert_eq!((raw.rows("no_contact").await, raw.rows("circle").await), (0, 0), "and nothing is left of either");
    assert_eq!(raw.number("SELECT count(*) FROM pause WHERE link IS NOT NULL").await, 0);
    raw.close().await;
});

fn measure(group: &Group<'_>, kind: &str, person: usize, other: Option<usize>, until: NaiveDate) -> Value {
    let between: Vec<String> =
        if kind == "mediation" { vec![group.members[2].to_string(), group.members[3].to_string()] } else { Vec::new() };
    json!({
        "kind": kind, "person": group.members[person], "other": other.map(|other| group.members[other]),
        "between": between, "activity": if kind == "pause_from_activity" { "La cuisine du mardi" } else { "" },
        "until": until,
    })
}

fn in_days(group: &Group<'_>, days: u64) -> NaiveDate {
    group.now().date_naive() + Days::new(days)
}

on_each_database!(a_measure_is_known_to_those_it_concerns_and_ends_by_itself, |world| {
    let group = world.a_group().with_people(5).quick().found().await;
    let until = in_days(&group, 60);
    let id = group.adopts(Some((SetMeasure::KIND, measure(&group, "no_contact", 0, Some(1), until)))).await;
    assert_eq!(pairs(&group).await, [(0, 1)]);
    let count = async |who: usize| measures::of(&group.read(), group.members[who]).await.unwrap().len();
    assert_eq!((count(0).await, count(1).await, count(2).await), (1, 1, 0));
    let done = group.entries_about(id).await.into_iter().find(|entry| entry.kind == kinds::EFFECT_DONE).unwrap();
    let body = done.body.unwrap().to_string();
    assert!((0..5).all(|who| !body.contains(&group.name(who))), "ids only: {body}");
    let ends_at = measures::of(&group.read(), group.members[0]).await.unwrap()[0].ends_at;
    world.clock.set(ends_at - Duration::microseconds(1));
    assert_eq!(pairs(&group).await, [(0, 1)]);
    world.clock.set(ends_at);
    assert!(pairs(&group).await.is_empty());
    assert_eq!(count(0).await, 0);
});

on_each_database!(a_measure_lasts_six_months_at_most_and_needs_its_people, |world| {
    let group = world.a_group().with_people(5).quick().found().await;
    let sends =
        async |details: Value| problems(group.proposes(0).doing(Some((SetMeasure::KIND, details))).sent().await);
    let long = group.now().date_naive() + Months::new(6) + Days::new(1);
    assert_eq!(sends(measure(&group, "return_plan", 1, None, long)).await, ["until: day-until"]);
    assert_eq!(
        sends(measure(&group, "no_contact", 1, None, in_days(&group, 9))).await,
        ["other: measure-choose-other"]
    );
    assert_eq!(
        sends(measure(&group, "no_contact", 1, Some(1), in_days(&group, 9))).await,
        ["other: measure-choose-other"]
    );
    assert_eq!(
        sends(measure(&group, "mediation", 1, Some(2), in_days(&group, 9))).await,
        ["between_one: measure-choose-between"]
    );
    assert_eq!(
        sends(measure(&group, "exile", 1, None, in_days(&group, 9))).await,
        ["measure_kind: measure-choose-kind"]
    );
});

on_each_database!(anybody_goes_out_of_a_mediation_and_nobody_knows_who, |world| {
    let group = world.a_group().with_people(5).quick().found().await;
    group.adopts(Some((SetMeasure::KIND, measure(&group, "mediation", 0, Some(1), in_days(&group, 60))))).await;
    let id = measures::of(&group.read(), group.members[2]).await.unwrap()[0].id;
    let leaves = async |who: usize| {
        group
            .act(who, async |tx: &Tx<'_>, permit: Permit<LeaveMeasure>| {
                leave_measure::leave_measure(tx, permit, id).await
            })
            .await
    };
    assert_eq!(refused(leaves(4).await), "error-not-found");
    leaves(2).await.unwrap();
    assert_eq!(refused(leaves(0).await), "measure-over-already");
    assert!(measures::of(&group.read(), group.members[0]).await.unwrap().is_empty());
    let told = group.entries_about(id).await;
    assert_eq!(told.len(), 1);
    assert!(told[0].actors.is_empty());
});

// M15: a plan of return is agreed with her, or it is none. What protects others does not end by one word.
on_each_database!(she_ends_a_plan_of_return_and_no_measure_that_protects_others, |world| {
    let group = world.a_group().with_people(5).quick().found().await;
    group.adopts(Some((SetMeasure::KIND, measure(&group, "return_plan", 1, None, in_days(&group, 60))))).await;
    group.adopts(Some((SetMeasure::KIND, measure(&group, "no_contact", 1, Some(2), in_days(&group, 60))))).await;
    let running = measures::of(&group.read(), group.members[1]).await.unwrap();
    let leaves = async |who: usize, kind: Measure| {
        let id = running.iter().find(|measure| measure.kind == kind).unwrap().id;
        let leave =
            async |tx: &Tx<'_>, permit: Permit<LeaveMeasure>| leave_measure::leave_measure(tx, permit, id).await;
        group.act(who, leave).await
    };
    assert_eq!(refused(leaves(3, Measure::ReturnPlan).await), "error-not-found");
    leaves(1, Measure::ReturnPlan).await.unwrap();
    assert_eq!(refused(leaves(1, Measure::NoContact).await), "error-not-found");
    let left = measures::of(&group.read(), group.members[1]).await.unwrap();
    assert_eq!(left.iter().map(|measure| measure.kind).collect::<Vec<_>>(), [Measure::NoContact]);
});

// `domain A16`: what a decision set, another one ends before its day.
on_each_database!(a_decision_ends_a_measure_before_its_day, |world| {
    let group = world.a_group().with_people(5).quick().found().await;
    group.adopts(Some((SetMeasure::KIND, measure(&group, "no_contact", 0, Some(1), in_days(&group, 60))))).await;
    let id = measures::of(&group.read(), group.members[0]).await.unwrap()[0].id;
    let end = || Some((EndMeasure::KIND, json!({ "measure": id })));
    group.adopts(end()).await;
    assert!(measures::of(&group.read(), group.members[0]).await.unwrap().is_empty());
    assert!(!apart(&group.read(), group.members[0], group.members[1]).await.unwrap());
    assert_eq!(problems(group.proposes(0).doing(end()).sent().await), ["measure: measure-over-already"]);
});

// Removal.

async fn notice(group: &Group<'_>, by: usize, person: usize) -> Result<RemovalId, No> {
    let person = group.members[person];
    group
        .act(by, async |tx: &Tx<'_>, permit: Permit<GiveNotice>| give_notice::give_notice(tx, permit, person, 24).await)
        .await
}

async fn freezes(group: &Group<'_>, id: RemovalId) -> Result<Vec<MemberId>, No> {
    group.act(0, async |tx: &Tx<'_>, permit: Permit<GiveNotice>| give_notice::freeze_roll(tx, permit, id).await).await
}

async fn answers(group: &Group<'_>, who: usize, hearing: Hearing) -> Result<(), No> {
    group
        .act(who, async |tx: &Tx<'_>, permit: Permit<AnswerRemoval>| answer_removal::answer(tx, permit, hearing).await)
        .await
}

/// The closing of a vote about a removal, as secret ballots will write it: the entry, then what it does.
pub(super) async fn decides(group: &Group<'_>, id: RemovalId, yes: u64, no: u64, roll: &[MemberId]) -> Acted {
    let effects = Effects::default().with(RemoveMember);
    let decision = Uuid::new_v4();
    let details = json!({ "removal": id });
    group
        .write(async |tx: &Tx<'_>| {
            let body = json!({ "roll_hash": people::roll_hash(roll) });
            let about = Some(decision.to_string());
            register::append(tx, register::New { kind: kinds::OPENED, actors: &[], about, body }).await?;
            let body = json!({ "result": {
                "verdict": "adopted", "roll": roll.len(),
                "counts": { "yes": yes, "no": no, "abstain": 0, "blank": 0 },
            }});
            let about = Some(decision.to_string());
            let adopted_seq =
                register::append(tx, register::New { kind: kinds::ADOPTED, actors: &[], about, body }).await?;
            let decision = Decision { id: decision, adopted_seq, kind: RemoveMember::KIND, details: &details };
            Ok(act(tx, &effects, &decision).await?)
        })
        .await
        .unwrap()
}

pub(super) fn reason(acted: &Acted) -> String {
    match acted {
        Acted::Failed { reason, .. } => reason.key.to_string(),
        Acted::Done { .. } => "done".to_owned(),
    }
}

/// Everybody but the person in that place.
pub(super) fn all_but(group: &Group<'_>, who: usize) -> Vec<MemberId> {
    group.members.iter().copied().filter(|member| *member != group.members[who]).collect()
}

/// Member 5 of a group of eight, heard, the roll frozen.
pub(super) async fn at_the_vote(group: &Group<'_>) -> RemovalId {
    let id = notice(group, 0, 5).await.unwrap();
    answers(group, 5, Hearing::Declined).await.unwrap();
    group.world.clock.set(group.now() + NOTICE);
    let roll = freezes(group, id).await.unwrap();
    assert_eq!(roll.len(), 7);
    assert!(!roll.contains(&group.members[5]), "she is not on the roll");
    id
}

async fn standing(group: &Group<'_>, who: usize) -> Option<Standing> {
    group.settle().await;
    people::standing(&group.read(), group.members[who]).await.unwrap()
}

on_each_database!(nobody_is_removed_by_an_ordinary_proposal, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    let id = notice(&group, 0, 5).await.unwrap();
    answers(&group, 5, Hearing::Held).await.unwrap();
    let sent = group.proposes(0).doing(Some((RemoveMember::KIND, json!({ "removal": id })))).sent().await;
    assert_eq!(problems(sent), ["effect: removal-without-notice"]);
});

/// The vote about a removal, opened once its notice is over.
async fn opens_vote(group: &Group<'_>, by: usize, id: RemovalId) -> Result<ProposalId, No> {
    let effects = &group.world.effects;
    let number = group
        .act(by, async |tx: &Tx<'_>, permit: Permit<GiveNotice>| {
            let question =
                Asked { title: "Exclusion".to_owned(), summary: "Un vote secret.".to_owned(), body: String::new() };
            open_removal(tx, permit, effects, id, question).await
        })
        .await?;
    proposal::id_of(&group.read(), number).await
}

on_each_database!(a_removal_is_voted_in_secret_without_the_person_and_acts_after_its_delay, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    let id = notice(&group, 0, 5).await.unwrap();
    assert_eq!(refused(opens_vote(&group, 0, id).await), "removal-not-heard");
    answers(&group, 5, Hearing::Declined).await.unwrap();
    assert_eq!(refused(opens_vote(&group, 0, id).await), "removal-too-soon");
    world.clock.set(group.now() + NOTICE);
    let vote = opens_vote(&group, 1, id).await.unwrap();
    let seen = group.see(vote).await;
    assert!(seen.secret && seen.state == decisions::rules::state::State::Voting);
    assert_eq!(refused(group.votes_in_secret(5, vote, "no").await), "ballot-not-on-roll");
    for (who, choice) in [(0, "yes"), (1, "yes"), (2, "yes"), (3, "yes"), (4, "no"), (6, "no"), (7, "blank")] {
        group.votes_in_secret(who, vote, choice).await.unwrap();
    }
    group.to_next_step(vote).await;
    let result = group.see(vote).await.result.unwrap();
    assert!(!result.withheld, "the count is the proof");
    assert_eq!((result.outcome.counts.yes, result.roll), (4, 7));
    assert_eq!(standing(&group, 5).await, Some(Standing::Active), "nothing changes before the delay is over");
    world.clock.advance(DELAY);
    assert_eq!(standing(&group, 5).await, Some(Standing::Excluded));
});

on_each_database!(a_removal_with_too_few_yes_is_over_and_waits_for_another_notice, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    let id = notice(&group, 0, 5).await.unwrap();
    answers(&group, 5, Hearing::Held).await.unwrap();
    world.clock.set(group.now() + NOTICE);
    let vote = opens_vote(&group, 0, id).await.unwrap();
    for (who, choice) in [(0, "yes"), (1, "yes"), (2, "no")] {
        group.votes_in_secret(who, vote, choice).await.unwrap();
    }
    group.to_next_step(vote).await;
    assert_eq!(standing(&group, 5).await, Some(Standing::Active));
    assert!(removals::running(&group.read()).await.unwrap().is_empty(), "it is over");
    assert_eq!(refused(notice(&group, 1, 5).await), "removal-person-had-one");
});

on_each_database!(a_removal_is_heard_counted_by_its_own_rule_delayed_and_over_by_itself, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    let id = notice(&group, 0, 5).await.unwrap();
    assert_eq!(refused(notice(&group, 0, 6).await), "removal-initiator-has-one");
    assert_eq!(refused(notice(&group, 1, 5).await), "removal-person-had-one");
    assert_eq!(refused(freezes(&group, id).await), "removal-not-heard");
    assert_eq!(refused(answers(&group, 4, Hearing::Held).await), "error-not-found");
    answers(&group, 5, Hearing::Declined).await.unwrap();
    assert_eq!(refused(freezes(&group, id).await), "removal-too-soon");
    world.clock.set(group.now() + NOTICE);
    assert_eq!(freezes(&group, id).await.unwrap().len(), 7);
    // An ordinary vote has her on its roll; a majority that is none by this rule removes nobody.
    assert_eq!(reason(&decides(&group, id, 7, 1, &group.members).await), "removal-not-its-vote");
    let another = decides(&group, id, 7, 0, &all_but(&group, 4)).await;
    assert_eq!(reason(&another), "removal-not-its-vote", "of the same size, with her on it");
    assert_eq!(reason(&decides(&group, id, 4, 3, &all_but(&group, 5)).await), "removal-too-few-yes");
    assert_eq!(reason(&decides(&group, id, 2, 0, &all_but(&group, 5)).await), "removal-too-few-yes");
    assert_eq!(standing(&group, 5).await, Some(Standing::Active));
    assert!(matches!(decides(&group, id, 5, 2, &all_but(&group, 5)).await, Acted::Done { .. }));
    let adopted = group.now();
    world.clock.set(adopted + DELAY - Duration::microseconds(1));
    assert_eq!(standing(&group, 5).await, Some(Standing::Active));
    world.clock.set(adopted + DELAY);
    assert_eq!(standing(&group, 5).await, Some(Standing::Excluded));
    assert_eq!(group.settle().await, 0, "once");
    let until = match removals::of(&group.read(), group.members[5]).await.unwrap().unwrap().state {
        Removal::Acting { until, .. } => until,
        other => panic!("{other:?}"),
    };
    assert_eq!(until, adopted + DELAY + Months::new(12), "twelve months, whatever was asked");
    world.clock.set(until - Duration::microseconds(1));
    assert_eq!(standing(&group, 5).await, Some(Standing::Excluded));
    world.clock.set(until);
    assert_eq!(standing(&group, 5).await, Some(Standing::Left));
    assert!(removals::of(&group.read(), group.members[5]).await.unwrap().is_none(), "no mark");
});

on_each_database!(an_excluded_person_keeps_what_is_hers_and_nothing_else, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    let id = at_the_vote(&group).await;
    decides(&group, id, 7, 0, &all_but(&group, 5)).await;
    world.clock.set(group.now() + DELAY);
    assert_eq!(standing(&group, 5).await, Some(Standing::Excluded));
    assert!(!has::<OpenIncident>(&group.read(), group.members[5]).await.unwrap());
    assert!(has::<AnswerRemoval>(&group.read(), group.members[5]).await.unwrap());
    let appeals = async |words: &str| {
        group
            .act(5, async |tx: &Tx<'_>, permit: Permit<AnswerRemoval>| answer_removal::appeal(tx, permit, words).await)
            .await
    };
    assert_eq!(problems(appeals(" ").await), ["words: removal-write-appeal"]);
    appeals("Je n'étais pas là ce jour-là.").await.unwrap();
    assert_eq!(refused(appeals("Encore.").await), "removal-not-now");
    let hers = removals::of(&group.read(), group.members[5]).await.unwrap().unwrap();
    assert_eq!(hers.appeal.as_deref(), Some("Je n'étais pas là ce jour-là."));
    // Her name is still hers: nobody comes in under it before the term (M19).
    let names = people::with_a_place(&group.read()).await.unwrap();
    assert!(names.iter().any(|person| person.name == group.name(5)));
    // The bound of ninety days: one of eight.
    assert_eq!(refused(notice(&group, 1, 6).await), "removal-too-many-until");
});

on_each_database!(
    an_exclusion_ends_mandates_in_the_register_and_an_incorporated_group_keeps_what_the_law_asks,
    |world| {
        for (frame, kept) in [("unincorporated", 0), ("quebec_part_3", 1)] {
            let group = world.a_group().with_people(8).quick().with_rule("legal_frame", frame).found().await;
            group.adopts(group.grant(5, &["write_welcome_page"], 300)).await;
            let mandate = group.mandates().await.pop().unwrap();
            let id = at_the_vote(&group).await;
            decides(&group, id, 7, 0, &all_but(&group, 5)).await;
            world.clock.set(group.now() + DELAY);
            assert_eq!(standing(&group, 5).await, Some(Standing::Excluded));
            assert_eq!(group.mandates().await, []);
            let ended = group.entries_about(mandate.id).await.pop().unwrap();
            assert_eq!((ended.kind.as_str(), ended.actors.len()), (kinds::MANDATE_ENDED, 0));
            let last_day = local_day(Tz::America__Toronto, group.now());
            let stays = what_stays(&group.read(), group.members[5]).await.unwrap();
            assert_eq!(stays.map(|entry| entry.until), (kept == 1).then_some(last_day), "her last day as a member");
            world.clock.advance(Duration::days(400));
            assert_eq!(standing(&group, 5).await, Some(Standing::Left));
            let raw = world.raw().await;
            assert_eq!(raw.rows("legal_register").await, kept, "{frame}");
            raw.close().await;
        }
    }
);

async fn appeals(group: &Group<'_>, who: usize, words: &str) -> Result<(), No> {
    group
        .act(who, async |tx: &Tx<'_>, permit: Permit<AnswerRemoval>| answer_removal::appeal(tx, permit, words).await)
        .await
}

on_each_database!(an_appeal_that_nobody_answers_gives_her_her_place_back, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    group.adopts(group.grant(5, &["write_welcome_page"], 300)).await;
    let id = at_the_vote(&group).await;
    decides(&group, id, 7, 0, &all_but(&group, 5)).await;
    world.clock.set(group.now() + DELAY);
    assert_eq!(standing(&group, 5).await, Some(Standing::Excluded));
    appeals(&group, 5, "Je n'étais pas là ce jour-là.").await.unwrap();
    let back_at = group.now() + ANSWER_WITHIN;
    assert_eq!(removals::of(&group.read(), group.members[5]).await.unwrap().unwrap().back_at, Some(back_at));
    world.clock.set(back_at - Duration::microseconds(1));
    assert_eq!(standing(&group, 5).await, Some(Standing::Excluded));
    world.clock.set(back_at);
    assert_eq!(standing(&group, 5).await, Some(Standing::Active), "nobody read her words");
    assert_eq!(group.settle().await, 0, "once");
    assert!(removals::of(&group.read(), group.members[5]).await.unwrap().is_none());
    assert!(group.mandates().await.is_empty(), "her old mandates do not come back");
    let told = group.entries_about(group.members[5]).await.pop().unwrap();
    assert_eq!((told.kind.as_str(), told.actors), (kinds::REMOVAL_ANNULLED, vec![]));
    // She has her peace for a while, and a vote like anybody.
    assert_eq!(refused(notice(&group, 1, 5).await), "removal-person-had-one");
    let vote = group.open_vote(None).await;
    assert!(group.seen_by(5, vote).await.unwrap().vote.unwrap().i_may_vote);
    let raw = world.raw().await;
    assert_eq!(raw.number("SELECT count(*) FROM removal WHERE appeal_words IS NOT NULL").await, 0);
    raw.close().await;
});

on_each_database!(an_appeal_that_waits_on_the_last_day_of_an_exclusion_annuls_it, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    let person = group.members[5];
    let gives = async |tx: &Tx<'_>, permit: Permit<GiveNotice>| give_notice::give_notice(tx, permit, person, 1).await;
    let id = group.act(0, gives).await.unwrap();
    answers(&group, 5, Hearing::Declined).await.unwrap();
    world.clock.set(group.now() + NOTICE);
    freezes(&group, id).await.unwrap();
    decides(&group, id, 7, 0, &all_but(&group, 5)).await;
    world.clock.set(group.now() + DELAY);
    assert_eq!(standing(&group, 5).await, Some(Standing::Excluded));
    let last = group.now() + Months::new(1);
    world.clock.set(last - Duration::days(10));
    appeals(&group, 5, "Je n'étais pas là ce jour-là.").await.unwrap();
    world.clock.set(last);
    assert_eq!(standing(&group, 5).await, Some(Standing::Active), "it does not run out unread");
});

on_each_database!(a_notice_is_over_after_sixty_days_or_when_whoever_gave_it_leaves, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    let given = group.now();
    let id = notice(&group, 0, 5).await.unwrap();
    answers(&group, 5, Hearing::Declined).await.unwrap();
    world.clock.set(given + NOTICE_ENDS - Duration::microseconds(1));
    group.settle().await;
    assert_eq!(removals::running(&group.read()).await.unwrap().len(), 1);
    world.clock.set(given + NOTICE_ENDS);
    assert_eq!(refused(opens_vote(&group, 0, id).await), "removal-too-late", "whether or not somebody has come by");
    group.settle().await;
    assert!(removals::running(&group.read()).await.unwrap().is_empty());
    let told = group.entries_about(group.members[5]).await.pop().unwrap();
    assert_eq!((told.kind.as_str(), told.actors), (kinds::REMOVAL_LAPSED, vec![]));
    assert_eq!(refused(notice(&group, 1, 5).await), "removal-person-had-one");
    // Whoever gave another leaves: it goes with her.
    notice(&group, 2, 6).await.unwrap();
    let areas = parpour::areas::areas();
    let leaves = async |tx: &Tx<'_>, permit: Permit<Leave>| leave(tx, permit, &areas).await;
    group.act(2, leaves).await.unwrap();
    assert!(removals::running(&group.read()).await.unwrap().is_empty());
});

on_each_database!(the_person_concerned_is_told_and_writes_beside_the_vote, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    let wants = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| want_news(tx, permit, true).await;
    group.act(1, wants).await.unwrap();
    let letters = async || outbox::waiting_for(&group.read(), group.members[1]).await.unwrap().len();
    let id = notice(&group, 0, 1).await.unwrap();
    assert_eq!(letters().await, 1, "she does not hear it from somebody first");
    answers(&group, 1, Hearing::Held).await.unwrap();
    world.clock.set(group.now() + NOTICE);
    let vote = opens_vote(&group, 2, id).await.unwrap();
    assert_eq!(letters().await, 2, "she is not on the roll, and is told all the same");
    let seen = group.see(vote).await;
    assert!(seen.of_a_removal && !seen.asked_together && seen.authors.is_empty());
    assert_eq!(open_vote_on(&group.read(), id).await.unwrap(), seen.number);
    let says = async |who: usize, words: &str| {
        let words = words.to_owned();
        let say = async |tx: &Tx<'_>, permit: Permit<AnswerRecall>| answer_recall(tx, permit, vote, &words).await;
        group.act(who, say).await
    };
    assert_eq!(refused(says(0, "Moi aussi.").await), "hearing-hers");
    says(1, "Je veux rester.").await.unwrap();
    let heard = group.see(vote).await.hearing.unwrap();
    assert_eq!((heard.member, heard.words.as_deref()), (group.members[1], Some("Je veux rester.")));
    let hers = today(&group.read(), group.members[1]).await.unwrap();
    assert!(hers.to_answer.is_empty(), "no mandate of hers is asked about");
});

on_each_database!(a_group_of_four_removes_nobody, |world| {
    let group = world.a_group().with_people(4).quick().found().await;
    assert_eq!(refused(notice(&group, 0, 3).await), "removal-group-too-small");
});

// Incidents.

fn the_lost_sheet(group: &Group<'_>) -> Content {
    let today = local_day(Tz::America__Toronto, group.now());
    let yes = |why: &str| Question { answer: Answer::Yes, why: why.to_owned() };
    Content {
        data_concerned: "Prénoms, numéros, appartenance au groupe".to_owned(),
        circumstances: "Une feuille de branche photographiée.".to_owned(),
        happened_from: today - Days::new(1),
        happened_to: Some(today),
        known_on: today,
        people: Some(7),
        people_in_quebec: Some(6),
        assessment: Assessment {
            sensitivity: yes("Elle révèle l'appartenance."),
            consequences: yes("Des appels."),
            misuse: Question { answer: Answer::No, why: "Effacée.".to_owned() },
        },
        ..Content::default()
    }
}

async fn opens(group: &Group<'_>, who: usize, content: &Content) -> Result<IncidentId, No> {
    group.act(who, async |tx: &Tx<'_>, permit: Permit<OpenIncident>| incident::open(tx, permit, content).await).await
}

async fn keeps(group: &Group<'_>, who: usize, id: IncidentId, seen: Time, content: &Content) -> Result<(), No> {
    group
        .act(who, async |tx: &Tx<'_>, permit: Permit<KeepIncidents>| {
            incident::keep(tx, permit, id, seen, content).await
        })
        .await
}

async fn closes(group: &Group<'_>, who: usize, id: IncidentId, how: ClosedAs) -> Result<(), No> {
    group.act(who, async |tx: &Tx<'_>, permit: Permit<KeepIncidents>| incident::close(tx, permit, id, how).await).await
}

on_each_database!(an_incident_keeps_its_eight_things_without_a_name, |world| {
    let group = world.a_group().with_people(5).quick().found().await;
    group.adopts(group.grant(2, &["keep_incidents"], 60)).await;
    let content = the_lost_sheet(&group);
    let id = opens(&group, 4, &content).await.unwrap();
    let (state, kept) = incidents::one(&group.read(), id).await.unwrap();
    assert_eq!((state.number, state.risk, kept), (1, Risk::Serious, content.clone()));
    assert_eq!(refused(keeps(&group, 4, id, state.changed_at, &content).await), "error-needs-mandate");
    let told = Content {
        commission_told_on: Some(content.known_on),
        people_told_on: Some(content.known_on),
        public_notice_why: "Une personne sans adresse.".to_owned(),
        measures: "Nouvelles feuilles.".to_owned(),
        ..content
    };
    assert_eq!(problems(closes(&group, 2, id, ClosedAs::Incident).await), ["close: incident-tell-first"]);
    keeps(&group, 2, id, state.changed_at, &told).await.unwrap();
    let (state, kept) = incidents::one(&group.read(), id).await.unwrap();
    assert_eq!(kept, told, "all eight, as written");
    closes(&group, 2, id, ClosedAs::Incident).await.unwrap();
    assert_eq!(refused(keeps(&group, 2, id, state.changed_at, &told).await), "incident-closed-already");
    for entry in group.entries_about(id).await {
        assert!(entry.actors.is_empty());
        assert_eq!(entry.body, Some(json!({})));
    }
    assert_eq!(group.told_about(id).await, [kinds::INCIDENT_OPENED, kinds::INCIDENT_CLOSED]);
});

on_each_database!(reading_an_incident_with_the_mandate_is_written_once_a_day_and_entry, |world| {
    let group = world.a_group().with_people(4).quick().found().await;
    group.adopts(group.grant(2, &["keep_incidents"], 300)).await;
    let mandate = group.mandates().await.pop().unwrap().id;
    let first = opens(&group, 0, &the_lost_sheet(&group)).await.unwrap();
    let second = opens(&group, 1, &the_lost_sheet(&group)).await.unwrap();
    let reads = async |who: usize, id: IncidentId| {
        group.act(who, async |tx: &Tx<'_>, permit: Permit<KeepIncidents>| incident::read(tx, permit, id).await).await
    };
    let uses = async || {
        let told = group.told_about(mandate).await.into_iter();
        told.filter(|kind| kind == kinds::MANDATE_USED).count()
    };
    assert_eq!(refused(reads(0, first).await.map(|_| ())), "error-needs-mandate");
    for _ in 0..3 {
        assert_eq!(reads(2, first).await.unwrap().0.number, 1);
    }
    assert_eq!(uses().await, 1);
    reads(2, second).await.unwrap();
    assert_eq!(uses().await, 2, "another entry is another reading");
    world.clock.advance(Duration::days(1));
    reads(2, first).await.unwrap();
    assert_eq!(uses().await, 3);
    let told = group.entries_about(mandate).await.pop().unwrap();
    assert_eq!((told.actors, told.body.unwrap()["power"].clone()), (vec![group.members[2]], json!("keep_incidents")));
});

on_each_database!(an_incident_is_kept_five_years_at_least_and_then_goes, |world| {
    let group = world.a_group().with_people(5).quick().found().await;
    group.adopts(group.grant(2, &["keep_incidents"], 60)).await;
    let content = the_lost_sheet(&group);
    let none = opens(&group, 4, &content).await.unwrap();
    let open = opens(&group, 4, &content).await.unwrap();
    closes(&group, 2, none, ClosedAs::NotAnIncident).await.unwrap();
    let purge = async || group.write(async |tx: &Tx<'_>| Ok(incident::purge(tx).await?)).await.unwrap()[0].rows;
    world.clock.set(group.now() + Months::new(71));
    assert_eq!(purge().await, 0);
    world.clock.set(group.now() + Months::new(2));
    assert_eq!(purge().await, 1);
    let left = incidents::all(&group.read()).await.unwrap();
    assert_eq!(left.iter().map(|one| one.id).collect::<Vec<_>>(), [open], "one that is open stays");
});
