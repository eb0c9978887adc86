//! What several members sign together: each counts once, for the words she read, and the last signature acts once
//! (`reliability D4`).

use super::{problems, refused};
use async_trait::async_trait;
use chrono::{DateTime, Duration, Utc};
use commons::db::{Scope, Tx};
use commons::effects::Difference;
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use commons::register;
use membership::JointId;
use membership::commands::confirm::confirm;
use membership::joint::{self, Joint, Joints, Signed, Together, WAITS_FOR};
use membership::powers::{Permit, SignTogether};
use parpour_tests::{Group, World, in_parallel, on_each_database};
use serde_json::{Value, json};

/// Rings a bell: for one person, when so many sign, unless it is broken.
struct Bell;

const KIND: &str = "test.bell/1";
const RUNG: &str = "test.rung";

#[async_trait(?Send)]
impl Joint for Bell {
    fn kind(&self) -> &'static str {
        KIND
    }
    async fn needed(&self, _: &Scope<'_>, details: &Value) -> Result<u32, No> {
        Ok(u32::try_from(details["needed"].as_u64().unwrap()).unwrap())
    }
    async fn check(&self, scope: &Scope<'_>, details: &Value) -> Result<(), No> {
        // Broken from a day on.
        let breaks = details["breaks"].as_str().and_then(|at| at.parse::<DateTime<Utc>>().ok());
        if breaks.is_some_and(|at| at <= scope.now()) { Err(No::conflict("bell-broken")) } else { Ok(()) }
    }
    async fn may_sign(&self, _: &Scope<'_>, details: &Value, signer: MemberId) -> Result<(), No> {
        if details["for"] == signer.to_string() {
            return Err(No::NotAllowed(Message::new("together-not-for-you")));
        }
        Ok(())
    }
    async fn preview(&self, _: &Scope<'_>, _: &Value) -> Result<Vec<Difference>, No> {
        Ok(Vec::new())
    }
    async fn carry_out(&self, tx: &Tx<'_>, together: &Together, _: &Value) -> Result<(), No> {
        let about = Some(together.act().to_string());
        let entry = register::New { kind: RUNG, actors: together.signers(), about, body: json!({}) };
        register::append(tx, entry).await?;
        Ok(())
    }
}

fn bells() -> Joints {
    Joints::default().with(Bell)
}

async fn five(world: &World) -> Group<'_> {
    world.a_group().with_people(6).quick().found().await
}

fn rings(needed: u32) -> Value {
    json!({ "needed": needed })
}

async fn asks(group: &Group<'_>, who: usize, details: &Value) -> Result<(JointId, Signed), No> {
    group.asks_together(who, &bells(), KIND, details).await
}

/// How often the bell rang for an act.
async fn rung(group: &Group<'_>, act: JointId) -> usize {
    group.told_about(act).await.into_iter().filter(|kind| kind == RUNG).count()
}

async fn unsigns(group: &Group<'_>, who: usize, act: JointId) -> Result<(), No> {
    group.act(who, async |tx: &Tx<'_>, permit: Permit<SignTogether>| joint::unsign(tx, permit, act).await).await
}

on_each_database!(the_last_signature_acts_and_the_register_says_who_signed, |world| {
    let group = five(world).await;
    let (act, signed) = asks(&group, 2, &rings(3)).await.unwrap();
    assert_eq!(signed, Signed::Waits);
    assert_eq!(group.signs(3, &bells(), act).await.unwrap(), Signed::Waits);
    assert_eq!(rung(&group, act).await, 0);
    assert_eq!(group.signs(4, &bells(), act).await.unwrap(), Signed::Done);
    assert_eq!(group.told_about(act).await, ["together.asked", "together.done", RUNG]);
    let done = group.entries_about(act).await.remove(1);
    let mut signers = vec![group.members[2], group.members[3], group.members[4]];
    signers.sort();
    assert_eq!(done.actors, signers);
    assert_eq!(joint::one(&group.read(), act).await.unwrap().done_seq, Some(done.seq));
    assert_eq!(refused(group.signs(5, &bells(), act).await), "together-done-already");
    assert!(joint::all_waiting(&group.read()).await.unwrap().is_empty());
});

on_each_database!(each_signer_counts_once_however_often_she_signs, |world| {
    let group = five(world).await;
    let (act, _) = asks(&group, 2, &rings(3)).await.unwrap();
    for _ in 0..4 {
        assert_eq!(group.signs(2, &bells(), act).await.unwrap(), Signed::Waits);
        assert_eq!(group.signs(3, &bells(), act).await.unwrap(), Signed::Waits);
    }
    assert_eq!(joint::one(&group.read(), act).await.unwrap().signers.len(), 2);
});

on_each_database!(another_word_is_another_act_and_the_same_words_are_one, |world| {
    let group = five(world).await;
    let (act, _) = asks(&group, 2, &rings(3)).await.unwrap();
    let (other, _) = asks(&group, 3, &json!({ "needed": 3, "softly": true })).await.unwrap();
    assert_ne!(act, other);
    let (same, signed) = asks(&group, 3, &rings(3)).await.unwrap();
    assert_eq!((same, signed), (act, Signed::Waits), "asked twice, it is signed");
    let hash = joint::one(&group.read(), other).await.unwrap().hash;
    let confirmed = confirm(&world.db, group.id, group.members[4], "").await.unwrap();
    let sign = async |tx: &Tx<'_>, permit: Permit<SignTogether>| {
        joint::sign(tx, permit, &bells(), confirmed, act, &hash).await
    };
    assert_eq!(refused(group.act(4, sign).await), "together-changed");
});

on_each_database!(a_signature_is_taken_back_until_the_act_is_done, |world| {
    let group = five(world).await;
    let (act, _) = asks(&group, 2, &rings(3)).await.unwrap();
    group.signs(3, &bells(), act).await.unwrap();
    unsigns(&group, 2, act).await.unwrap();
    unsigns(&group, 2, act).await.unwrap();
    assert_eq!(group.signs(4, &bells(), act).await.unwrap(), Signed::Waits, "two are left");
    assert_eq!(group.signs(5, &bells(), act).await.unwrap(), Signed::Done);
    assert_eq!(refused(unsigns(&group, 3, act).await), "together-done-already");
});

on_each_database!(who_left_signs_no_more, |world| {
    let group = five(world).await;
    let (act, _) = asks(&group, 2, &rings(3)).await.unwrap();
    group.signs(3, &bells(), act).await.unwrap();
    let gone = group.members[2];
    let raw = world.raw().await;
    raw.leave(gone).await;
    raw.close().await;
    assert_eq!(group.signs(4, &bells(), act).await.unwrap(), Signed::Waits);
    assert_eq!(group.signs(5, &bells(), act).await.unwrap(), Signed::Done);
    let done = group.entries_about(act).await.remove(1);
    assert!(!done.actors.contains(&gone));
});

on_each_database!(it_can_be_signed_for_fourteen_days, |world| {
    let group = five(world).await;
    let (act, _) = asks(&group, 2, &rings(4)).await.unwrap();
    let not_after = joint::one(&group.read(), act).await.unwrap().not_after;
    assert_eq!(not_after, group.now() + WAITS_FOR);
    world.clock.set(not_after - Duration::microseconds(1));
    group.signs(3, &bells(), act).await.unwrap();
    world.clock.set(not_after);
    assert_eq!(refused(group.signs(4, &bells(), act).await), "together-over");
    assert_eq!(refused(unsigns(&group, 3, act).await), "together-over");
    assert!(joint::all_waiting(&group.read()).await.unwrap().is_empty());
    let (again, _) = asks(&group, 4, &rings(4)).await.unwrap();
    assert_ne!(again, act, "asked again, it begins again");
});

on_each_database!(parallel_last_signatures_act_exactly_once, |world| {
    let group = world.a_group().with_people(14).quick().found().await;
    let (act, _) = asks(&group, 2, &rings(3)).await.unwrap();
    let outcomes = in_parallel(10, |number| {
        let group = &group;
        async move { group.signs(number + 3, &bells(), act).await.map_err(|no| refused::<()>(Err(no))) }
    });
    let done = outcomes.iter().filter(|outcome| **outcome == Ok(Signed::Done)).count();
    let waits = outcomes.iter().filter(|outcome| **outcome == Ok(Signed::Waits)).count();
    assert_eq!((done, waits), (1, 1), "{outcomes:?}");
    assert!(outcomes.iter().all(|outcome| outcome.as_ref().err().is_none_or(|no| no == "together-done-already")));
    assert_eq!(rung(&group, act).await, 1);
});

on_each_database!(nobody_signs_for_her_own_benefit, |world| {
    let group = five(world).await;
    let details = json!({ "needed": 2, "for": group.members[3] });
    assert_eq!(refused(asks(&group, 3, &details).await), "together-not-for-you");
    let (act, _) = asks(&group, 2, &details).await.unwrap();
    assert_eq!(refused(group.signs(3, &bells(), act).await), "together-not-for-you");
    let waits_for =
        async |who: usize| joint::waiting_for(&group.read(), &bells(), group.members[who]).await.unwrap().len();
    assert_eq!((waits_for(2).await, waits_for(3).await, waits_for(4).await), (0, 0, 1));
});

on_each_database!(what_no_longer_applies_is_not_done_and_its_last_signature_is_not_kept, |world| {
    let group = five(world).await;
    let breaks = (group.now() + Duration::days(1)).to_rfc3339();
    let (act, _) = asks(&group, 2, &json!({ "needed": 2, "breaks": breaks })).await.unwrap();
    world.clock.advance(Duration::days(2));
    assert_eq!(refused(group.signs(3, &bells(), act).await), "bell-broken");
    let kept = joint::one(&group.read(), act).await.unwrap();
    assert_eq!((kept.signers, kept.done_at), (vec![group.members[2]], None));
    assert_eq!(rung(&group, act).await, 0);
});

on_each_database!(who_has_a_passphrase_types_it_again, |world| {
    let group = five(world).await;
    let typed = async |who: usize, words: &str| confirm(&world.db, group.id, group.members[who], words).await;
    assert_eq!(problems(typed(0, "").await), ["present: passphrase-wrong"]);
    assert_eq!(problems(typed(0, &group.passphrase(1)).await), ["present: passphrase-wrong"]);
    let hers = typed(1, &group.passphrase(1)).await.unwrap();
    let stolen = group.act(2, async |tx: &Tx<'_>, permit: Permit<SignTogether>| {
        joint::ask_together(tx, permit, &bells(), hers, KIND, &rings(2)).await
    });
    assert_eq!(refused(stolen.await), "error-changed-meanwhile", "what another typed proves nothing");
    assert!(joint::all_waiting(&group.read()).await.unwrap().is_empty());
});
