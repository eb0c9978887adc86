//! What an adopted proposal does by itself, in whatever area, without areas knowing each other.
//!
//! An area offers effects ([`Effect`]); the composition root lists them once ([`Effects`]). A
//! proposal keeps the effect's kind and details as text. Members read in plain words what will
//! happen before they vote ([`Effect::preview`]); at adoption the effect is checked again and
//! carried out in the same transaction, exactly once (`decisions G2`, `G3`).

use crate::db::{Scope, Tx};
use crate::ids::MemberId;
use crate::refusal::{Broken, Message, No, Refusal};
use crate::register;
use async_trait::async_trait;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

crate::table!(entity = "effect_done", key(decision: Uuid), {
    adopted_seq: i64,
    done_at: DateTimeUtc,
});

/// How much a decision weighs. The charter sets the majority, quorum and delays of each class (`decisions A8`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// Most decisions.
    Ordinary,
    /// A change of the rules themselves.
    Charter,
}

crate::stored_as_word!(Class { Ordinary = "ordinary", Charter = "charter" });

/// One difference that an effect makes: what changes, what it is today, what it becomes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// What changes.
    pub what: Message,
    /// What it is today; none when something new appears.
    pub before: Option<Message>,
    /// What it becomes; none when something ends.
    pub after: Option<Message>,
}

/// Proof that the group adopted a decision and that it has not acted yet: a power that nobody holds.
///
/// Made only here, from the register.
#[derive(Debug)]
#[must_use]
pub struct Adopted {
    decision: Uuid,
    seq: i64,
}

impl Adopted {
    /// The decision that acts.
    pub fn decision(&self) -> Uuid {
        self.decision
    }
    /// Its entry in the register.
    pub fn seq(&self) -> i64 {
        self.seq
    }
}

/// How far a decision goes when it acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// All the way.
    Whole,
    /// It was a first reading: nothing changes before the group says the same thing again (`domain` 2.16).
    FirstReading,
}

/// Where the body of an entry says that the decision was a first reading.
pub const READING: &str = "reading";

/// Why an effect could not be carried out.
#[derive(Debug, thiserror::Error)]
pub enum CannotAct {
    /// What it needs is no longer so; members read the reason.
    #[error("the effect no longer applies: {}", .0.key)]
    NoLongerApplies(Message),
    /// Something broke on our side.
    #[error(transparent)]
    Broken(#[from] Broken),
}

impl From<sea_orm::DbErr> for CannotAct {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Broken(error.into())
    }
}

impl From<No> for CannotAct {
    /// What a person would have to correct, the group reads as the reason: at adoption nobody can correct it.
    fn from(no: No) -> Self {
        match no {
            No::Broken(broken) => Self::Broken(broken),
            No::Invalid(problems) => {
                let first = problems.into_iter().next().map(|problem| problem.message);
                Self::NoLongerApplies(first.unwrap_or_else(|| Message::new("effect-no-longer-applies")))
            }
            other => Self::NoLongerApplies(other.message()),
        }
    }
}

/// The details of an effect as its area knows them.
///
/// # Errors
/// When they do not read (an earlier version wrote them otherwise): a reason in words, not damage.
pub fn read_details<T: for<'a> Deserialize<'a>>(details: &Value) -> Result<T, No> {
    T::deserialize(details).map_err(|_| No::conflict("effect-unreadable"))
}

/// One kind of thing that a decision can do.
#[async_trait(?Send)]
pub trait Effect: Send + Sync {
    /// Its name with the version of its details, such as `charter.change/1`. Stored; never reused for something else.
    fn kind(&self) -> &'static str;

    /// How much a decision with this effect weighs.
    fn class(&self) -> Class;

    /// Whether it could be carried out now: asked when a proposal is sent, and again when it is adopted.
    ///
    /// # Errors
    /// What stands in the way, as fields to correct.
    async fn check(&self, scope: &Scope<'_>, details: &Value) -> Result<(), No>;

    /// What it would change, in words, before anyone votes.
    ///
    /// # Errors
    /// When the details cannot be read.
    async fn preview(&self, scope: &Scope<'_>, details: &Value) -> Result<Vec<Difference>, No>;

    /// How far this decision goes, looked at just before it acts and written in the register. Most go all the way.
    ///
    /// # Errors
    /// When the store fails.
    async fn reach(&self, _scope: &Scope<'_>, _details: &Value) -> Result<Reach, CannotAct> {
        Ok(Reach::Whole)
    }

    /// Does it.
    ///
    /// # Errors
    /// When it no longer applies; then nothing of it is kept and the group is told.
    async fn carry_out(&self, tx: &Tx<'_>, adopted: &Adopted, details: &Value) -> Result<(), CannotAct>;
}

/// Every effect of the product, by kind.
#[derive(Clone, Default)]
pub struct Effects(BTreeMap<&'static str, Arc<dyn Effect>>);

impl Effects {
    /// Adds one.
    ///
    /// # Panics
    /// At start-up, when two effects share a kind: the program is then wrong, not its data.
    #[must_use]
    #[allow(clippy::panic, reason = "a wrong composition must not start")]
    pub fn with(mut self, effect: impl Effect + 'static) -> Self {
        let kind = effect.kind();
        if self.0.insert(kind, Arc::new(effect)).is_some() {
            panic!("two effects share the kind {kind}");
        }
        self
    }

    /// The effect of a kind.
    ///
    /// # Errors
    /// When no area offers it.
    pub fn get(&self, kind: &str) -> Result<&dyn Effect, Broken> {
        self.0.get(kind).map(AsRef::as_ref).ok_or_else(|| Broken::stored(format!("no area offers the effect {kind}")))
    }

    /// Every kind, in order.
    pub fn kinds(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.0.keys().copied()
    }
}

/// A decision that is about to act.
#[derive(Clone, Debug)]
pub struct Decision<'a> {
    /// Its id.
    pub id: Uuid,
    /// The register entry that says it was adopted.
    pub adopted_seq: i64,
    /// The kind of its effect.
    pub kind: &'a str,
    /// The details of its effect.
    pub details: &'a Value,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Acted {
    /// Done, with the register entry that says so.
    Done {
        /// That entry.
        seq: i64,
    },
    /// Not done, and nothing half done; the entry calls for the group to look at it.
    Failed {
        /// That entry.
        seq: i64,
        /// Why.
        reason: Message,
    },
}

/// Carries out the effect of an adopted decision, once, and writes in the register what came of it.
///
/// # Errors
/// When the register does not say the decision was adopted, when it acted already, or when the store fails.
pub async fn act(tx: &Tx<'_>, effects: &Effects, decision: &Decision<'_>) -> Result<Acted, Broken> {
    let adopted = adopted(tx, decision).await?;
    let row = entity::ActiveModel {
        decision: Set(adopted.decision),
        adopted_seq: Set(adopted.seq),
        done_at: Set(tx.now()),
        ..Default::default()
    };
    tx.insert(row).await?;
    let attempt = tx
        .attempt(async |inner: &Tx<'_>| {
            // An area that is gone must not undo the closing: the group reads that nothing was done.
            let known = effects.get(decision.kind);
            let effect = known.map_err(|_| CannotAct::NoLongerApplies(Message::new("effect-unknown")))?;
            effect.check(inner, decision.details).await?;
            let reach = effect.reach(inner, decision.details).await?;
            effect.carry_out(inner, &adopted, decision.details).await?;
            Ok(reach)
        })
        .await?;
    let entry =
        |kind, body| register::New { kind, actors: &[] as &[MemberId], about: Some(decision.id.to_string()), body };
    match attempt {
        Ok(reach) => {
            let mut body = json!({ "effect": decision.kind, "details": decision.details });
            if let (Reach::FirstReading, Some(fields)) = (reach, body.as_object_mut()) {
                fields.insert(READING.to_owned(), json!("first"));
            }
            Ok(Acted::Done { seq: register::append(tx, entry(register::kinds::EFFECT_DONE, body)).await? })
        }
        Err(CannotAct::NoLongerApplies(reason)) => {
            let body = json!({ "effect": decision.kind, "details": decision.details, "reason": reason });
            Ok(Acted::Failed { seq: register::append(tx, entry(register::kinds::EFFECT_FAILED, body)).await?, reason })
        }
        Err(CannotAct::Broken(broken)) => Err(broken),
    }
}

async fn adopted(tx: &Tx<'_>, decision: &Decision<'_>) -> Result<Adopted, Broken> {
    let entry = register::entry(tx, decision.adopted_seq).await?;
    let says_so = entry
        .is_some_and(|entry| entry.kind == register::kinds::ADOPTED && entry.about == Some(decision.id.to_string()));
    let acted = tx.find::<entity::Entity>().filter(entity::Column::Decision.eq(decision.id)).any().await?;
    match (says_so, acted) {
        (true, false) => Ok(Adopted { decision: decision.id, seq: decision.adopted_seq }),
        (false, _) => Err(Broken::stored("the register does not say that this decision was adopted")),
        (_, true) => Err(Broken::stored("this decision has acted already")),
    }
}
