//! A position with a date at which the group asks itself again whether to keep it (`decisions G1`, `G6`): when the time
//! comes the question is asked by nobody, straight into discussion. With a yes the position stays for as long again;
//! without one it has come to its end, and the register says so.
//!
//! Only what does nothing by itself has such a date. A mandate, a measure and the trial of this tool have a last day of
//! their own; a rule of the charter is changed by another change.

use crate::ProposalId;
use crate::commands::find;
use crate::commands::review::keep;
use crate::rules::state::State;
use crate::rules::timing::MOST_REVIEW_MONTHS;
use async_trait::async_trait;
use commons::db::{Scope, Tx};
use commons::effects::{Adopted, CannotAct, Class, Difference, Effect, read_details};
use commons::refusal::{Message, No};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Has the group ask itself again, some months after it took a position.
#[derive(Clone, Copy, Debug)]
pub struct Revisit;

/// Details of [`Revisit`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Again {
    /// After so many months. Not a day: the vote itself takes a while, and the day might be over before its end.
    pub months: u32,
}

/// Keeps a position for as long again.
#[derive(Clone, Copy, Debug)]
pub struct KeepDecision;

/// Details of [`KeepDecision`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Which.
    pub decision: ProposalId,
    /// Its number.
    pub number: i32,
    /// After so many months the group asks itself again.
    pub months: u32,
}

impl Revisit {
    /// Its kind in the store.
    pub const KIND: &'static str = "decision.revisit/1";
}

impl KeepDecision {
    /// Its kind in the store.
    pub const KIND: &'static str = "decision.review/1";
}

fn told(what: Message, after: Message) -> Difference {
    Difference { what, before: None, after: Some(after) }
}

fn in_months(months: u32) -> Message {
    Message::new("review-in-months").with("months", months)
}

#[async_trait(?Send)]
impl Effect for Revisit {
    fn kind(&self) -> &'static str {
        Self::KIND
    }

    fn class(&self) -> Class {
        Class::Ordinary
    }

    async fn check(&self, _: &Scope<'_>, details: &Value) -> Result<(), No> {
        let again: Again = read_details(details)?;
        if (1..=MOST_REVIEW_MONTHS).contains(&again.months) {
            return Ok(());
        }
        let message = Message::new("form-write-number").with("least", 1u32).with("most", MOST_REVIEW_MONTHS);
        Err(No::field("review_months", message))
    }

    async fn preview(&self, _: &Scope<'_>, details: &Value) -> Result<Vec<Difference>, No> {
        // A draft may say something that is no number yet.
        let again = Again::deserialize(details).ok();
        Ok(again.map(|again| told(Message::new("review-this"), in_months(again.months))).into_iter().collect())
    }

    /// The clock asks: it reads the months where they are written.
    async fn carry_out(&self, _: &Tx<'_>, _: &Adopted, _: &Value) -> Result<(), CannotAct> {
        Ok(())
    }
}

#[async_trait(?Send)]
impl Effect for KeepDecision {
    fn kind(&self) -> &'static str {
        Self::KIND
    }

    fn class(&self) -> Class {
        Class::Ordinary
    }

    async fn check(&self, scope: &Scope<'_>, details: &Value) -> Result<(), No> {
        let kept: Kept = read_details(details)?;
        let row = find(scope, kept.decision).await?;
        if row.state == State::InForce && row.ended_by.is_none() {
            return Ok(());
        }
        Err(No::conflict("review-over-already"))
    }

    async fn preview(&self, _: &Scope<'_>, details: &Value) -> Result<Vec<Difference>, No> {
        let kept: Kept = read_details(details)?;
        let decision = Message::new("review-decision").with("number", i64::from(kept.number));
        Ok(vec![
            told(decision, in_months(kept.months)),
            told(Message::new("review-otherwise"), Message::new("review-otherwise-ends")),
        ])
    }

    async fn carry_out(&self, tx: &Tx<'_>, _: &Adopted, details: &Value) -> Result<(), CannotAct> {
        let kept: Kept = read_details(details)?;
        Ok(keep(tx, kept).await?)
    }
}
