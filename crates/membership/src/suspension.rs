//! Suspending a mandate: several members stop it for three weeks at most, and it runs again by itself
//! (`domain` 2.16, story 4.8).
//!
//! It is no recall and no judgement: it gives the group the time to meet. The holder stays a member like any other.

use crate::MandateId;
use crate::effects::{EndedMandate, last_day, name_or_gone};
use crate::entities::mandate;
use crate::joint::{Joint, Together};
use crate::mail::tell_news;
use crate::queries::mandates::{self, Mandate};
use crate::queries::{charter, people};
use crate::rules::mandates::{LONGEST_SUSPENSION, NoSuspension, Term, others_can_suspend, suspension_signers};
use async_trait::async_trait;
use commons::clock::Time;
use commons::db::{Scope, Tx};
use commons::effects::{Difference, read_details};
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde_json::Value;

/// Suspends a mandate. Its details name it, as those of a recall do.
#[derive(Clone, Copy, Debug)]
pub struct SuspendMandate;

impl SuspendMandate {
    /// Its kind in the store.
    pub const KIND: &'static str = "mandate.suspend/1";
}

async fn named(scope: &Scope<'_>, details: &Value) -> Result<Mandate, No> {
    let named: EndedMandate = read_details(details)?;
    mandates::one(scope, named.mandate).await?.ok_or(No::NotFound)
}

#[async_trait(?Send)]
impl Joint for SuspendMandate {
    fn kind(&self) -> &'static str {
        Self::KIND
    }

    async fn needed(&self, scope: &Scope<'_>, details: &Value) -> Result<u32, No> {
        let mandate = named(scope, details).await?;
        Ok(suspension_signers(people::others_than(scope, mandate.holder).await?))
    }

    async fn check(&self, scope: &Scope<'_>, details: &Value) -> Result<(), No> {
        let mandate = named(scope, details).await?;
        mandate.dates().may_be_suspended(scope.now()).map_err(|no| match no {
            NoSuspension::NotRunning => No::conflict("suspension-not-running"),
            NoSuspension::OnceAlready => No::conflict("suspension-once"),
        })?;
        if !others_can_suspend(people::others_than(scope, mandate.holder).await?) {
            return Err(No::conflict("suspension-never-alone"));
        }
        Ok(())
    }

    async fn may_sign(&self, scope: &Scope<'_>, details: &Value, signer: MemberId) -> Result<(), No> {
        if named(scope, details).await?.holder == signer {
            return Err(No::NotAllowed(Message::new("together-not-for-you")));
        }
        Ok(())
    }

    async fn preview(&self, scope: &Scope<'_>, details: &Value) -> Result<Vec<Difference>, No> {
        let mandate = named(scope, details).await?;
        let holder = name_or_gone(scope, mandate.holder).await?;
        let until = last_day(charter::charter(scope).await?.zone(), mandate.ends_at);
        Ok(vec![Difference {
            what: Message::new("mandate-named").with("title", mandate.title),
            before: Some(Message::new("mandate-held").with("holder", holder).with("until", until)),
            after: Some(Message::new("mandate-suspended-for").with("days", LONGEST_SUSPENSION.num_days())),
        }])
    }

    async fn carry_out(&self, tx: &Tx<'_>, together: &Together, details: &Value) -> Result<(), No> {
        let mandate = named(tx, details).await?;
        let row = mandate::ActiveModel {
            id: Set(mandate.id),
            suspended_at: Set(Some(tx.now())),
            suspended_by: Set(Some(together.act())),
            ..Default::default()
        };
        tx.update(row).await?;
        Ok(tell_news(tx, &format!("suspension/{}", mandate.id), &[mandate.holder]).await?)
    }
}

/// Ends the suspension of a mandate whose recall was voted and not adopted: the group has spoken. `at` is when the
/// vote closed; a suspension that others signed later stays. The mandate is not suspended again.
///
/// # Errors
/// When the store fails.
pub async fn lift(tx: &Tx<'_>, mandate: MandateId, at: Time) -> Result<(), Broken> {
    use mandate::Column;
    let is_suspended =
        mandates::one(tx, mandate).await?.is_some_and(|mandate| matches!(mandate.term(at), Term::Suspended { .. }));
    if is_suspended {
        let this = tx.change::<mandate::Entity>().filter(Column::Id.eq(mandate));
        this.set(Column::SuspensionLiftedAt, at).go().await?;
    }
    Ok(())
}
