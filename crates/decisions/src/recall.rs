//! Asking the group to recall a mandate: several members ask, in words they all signed; ten days later at the soonest
//! the group votes, by the majority that grants a mandate (ruling 4).
//!
//! The proposal is nobody's own: nobody changes it or takes it back alone. Whoever holds the mandate says what she
//! wants to say, and her words stand beside the others' ([`crate::commands::answer_recall`]).

use crate::ProposalId;
use crate::commands::ask_recall::{ask, under_way};
use crate::rules::text::problems;
use async_trait::async_trait;
use commons::db::{Scope, Tx};
use commons::effects::{Difference, Effect, read_details};
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use membership::MandateId;
use membership::effects::RevokeMandate;
use membership::joint::{Joint, Together};
use membership::queries::{mandates, people};
use membership::rules::mandates::{RECALL_NOTICE, recall_askers};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Asks the group whether a mandate ends before its time.
#[derive(Clone, Copy, Debug)]
pub struct AskRecall;

/// Details of [`AskRecall`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recall {
    /// Which mandate.
    pub mandate: MandateId,
    /// The title of the proposal.
    pub title: String,
    /// Its plain summary: what is asked and why, about the task and not about the person.
    pub summary: String,
}

impl AskRecall {
    /// Its kind in the store.
    pub const KIND: &'static str = "mandate.recall/1";

    /// The details that a decision to recall has.
    fn effect(recall: &Recall) -> Value {
        json!({ "mandate": recall.mandate })
    }
}

#[async_trait(?Send)]
impl Joint for AskRecall {
    fn kind(&self) -> &'static str {
        Self::KIND
    }

    async fn needed(&self, scope: &Scope<'_>, _details: &Value) -> Result<u32, No> {
        let askers = recall_askers(people::how_many_active(scope).await?);
        Ok(u32::try_from(askers).unwrap_or(u32::MAX))
    }

    async fn check(&self, scope: &Scope<'_>, details: &Value) -> Result<(), No> {
        let recall: Recall = read_details(details)?;
        let wrong = problems(&recall.title, &recall.summary, "");
        if !wrong.is_empty() {
            return Err(No::Invalid(wrong));
        }
        match RevokeMandate.check(scope, &Self::effect(&recall)).await {
            // There is no field to correct here: the mandate is the one of the page.
            Err(No::Invalid(_)) => return Err(No::conflict("mandate-over-already")),
            otherwise => otherwise?,
        }
        if under_way(scope, recall.mandate).await?.is_some() {
            return Err(No::conflict("recall-under-way"));
        }
        Ok(())
    }

    async fn may_sign(&self, scope: &Scope<'_>, details: &Value, signer: MemberId) -> Result<(), No> {
        let recall: Recall = read_details(details)?;
        let mandate = mandates::one(scope, recall.mandate).await?.ok_or(No::NotFound)?;
        if mandate.holder == signer {
            return Err(No::NotAllowed(Message::new("together-not-for-you")));
        }
        Ok(())
    }

    async fn preview(&self, scope: &Scope<'_>, details: &Value) -> Result<Vec<Difference>, No> {
        let recall: Recall = read_details(details)?;
        let told = |what: &'static str, after: Message| Difference {
            what: Message::new(what),
            before: None,
            after: Some(after),
        };
        let words = |words: &str| Message::new("plain").with("words", words);
        let mut differences = RevokeMandate.preview(scope, &Self::effect(&recall)).await?;
        differences.push(told("recall-title", words(&recall.title)));
        differences.push(told("recall-summary", words(&recall.summary)));
        differences.push(told("recall-then", Message::new("recall-then-votes").with("days", RECALL_NOTICE.num_days())));
        Ok(differences)
    }

    async fn carry_out(&self, tx: &Tx<'_>, together: &Together, details: &Value) -> Result<(), No> {
        let recall: Recall = read_details(details)?;
        let _: ProposalId = ask(tx, together, &recall).await?;
        Ok(())
    }
}
