//! Admitting somebody who asked: by so many members who sign, or by a decision (ruling 11, `mutual-aid` ALG10).
//!
//! Admitting opens a place. She becomes a member by her own act: by coming in with her link or her words, or by the
//! sheet of paper that she signed (`domain A4`).

use crate::ApplicationId;
use crate::commands::invite::GOOD_DAYS;
use crate::commands::join;
use crate::entities::application;
use crate::joint::{Joint, Joints, Together, ask_as};
use crate::queries::{applications, charter, recovery};
use crate::rules::admission::{Act, AdmissionRule, Application, Cannot, NotYet, Waiting};
use crate::rules::recovery::Barred;
use async_trait::async_trait;
use commons::clock::{Time, evening_after};
use commons::db::{Scope, Tx};
use commons::effects::{Adopted, CannotAct, Class, Difference, Effect, read_details};
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use sea_orm::ActiveValue::Set;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;

/// Details of an admission, signed or decided: an id, never a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applicant {
    /// Which application.
    pub application: ApplicationId,
}

impl Applicant {
    /// As they are stored and signed.
    ///
    /// # Errors
    /// Never.
    pub fn details(self) -> Result<Value, Broken> {
        serde_json::to_value(self).map_err(Broken::stored)
    }
}

/// Admits somebody, by the signatures of several members.
#[derive(Clone, Copy, Debug)]
pub struct AdmitTogether;

impl AdmitTogether {
    /// Its kind in the store.
    pub const KIND: &'static str = "member.admit/1";
}

/// The application, if it can be admitted now.
async fn admissible(scope: &Scope<'_>, id: ApplicationId) -> Result<application::Model, No> {
    let row = applications::row(scope, id).await?.ok_or_else(|| No::conflict("admit-over"))?;
    match row.state.step(Act::Admit, Waiting::of(row.asked_at, scope.now())) {
        Ok(_) => Ok(row),
        Err(Cannot::TooLate) => Err(No::conflict("admit-too-late")),
        Err(Cannot::Over | Cannot::TooSoon) => Err(No::conflict("admit-over")),
    }
}

/// Why an admission is not made now. It is never a no to the person.
fn not_yet(no: NotYet) -> No {
    No::Conflict(match no {
        NotYet::SignsMissing(count) => Message::new("admit-signs-missing").with("count", count),
        NotYet::OwnSign => Message::new("together-not-for-you"),
        NotYet::NotAMember(_) => Message::new("error-members-only"),
        NotYet::Newcomer(_, at) => Message::new("admit-newcomer").with("at", at),
        NotYet::SignedEnough(_, at) => Message::new("admit-signed-enough").with("at", at),
        NotYet::GrewEnough(at) => Message::new("admit-grew-enough").with("at", at),
    })
}

#[async_trait(?Send)]
impl Joint for AdmitTogether {
    fn kind(&self) -> &'static str {
        Self::KIND
    }

    /// Who signs counts, on pause or not (ruling 5).
    async fn needed(&self, scope: &Scope<'_>, details: &Value) -> Result<u32, No> {
        let applicant: Applicant = read_details(details)?;
        let signed = applications::signatures(scope, applicant.application).await?;
        let signers = signed.map(|act| act.signers.into_iter().collect()).unwrap_or_default();
        let facts = applications::facts(scope).await?;
        Ok(facts.group().needed(&signers))
    }

    async fn not_after(&self, scope: &Scope<'_>, details: &Value) -> Result<Time, No> {
        let applicant: Applicant = read_details(details)?;
        Ok(Waiting::AnswerDue.begins(admissible(scope, applicant.application).await?.asked_at))
    }

    /// Whether the group has room is asked when it acts: signatures may be gathered before.
    async fn check(&self, scope: &Scope<'_>, details: &Value) -> Result<(), No> {
        let applicant: Applicant = read_details(details)?;
        admissible(scope, applicant.application).await?;
        match charter::charter(scope).await?.admission() {
            AdmissionRule::Assembly => Err(No::conflict("admit-by-decision")),
            AdmissionRule::OpenAfterOneVisit | AdmissionRule::CoSigners => Ok(()),
        }
    }

    async fn may_sign(&self, scope: &Scope<'_>, _details: &Value, signer: MemberId) -> Result<(), No> {
        applications::facts(scope).await?.group().may_sign(signer, scope.now()).map_err(not_yet)
    }

    async fn preview(&self, scope: &Scope<'_>, details: &Value) -> Result<Vec<Difference>, No> {
        preview(scope, read_details(details)?).await
    }

    async fn carry_out(&self, tx: &Tx<'_>, together: &Together, details: &Value) -> Result<(), No> {
        let applicant: Applicant = read_details(details)?;
        let signers = together.signers().iter().copied().collect();
        admit(tx, applicant.application, &signers).await
    }
}

/// Admits somebody, by a decision of the group.
#[derive(Clone, Copy, Debug)]
pub struct AdmitByDecision;

impl AdmitByDecision {
    /// Its kind in the store.
    pub const KIND: &'static str = "member.admit/1";
}

#[async_trait(?Send)]
impl Effect for AdmitByDecision {
    fn kind(&self) -> &'static str {
        Self::KIND
    }

    fn class(&self) -> Class {
        Class::Ordinary
    }

    async fn check(&self, scope: &Scope<'_>, details: &Value) -> Result<(), No> {
        let applicant: Applicant = read_details(details)?;
        let at_field = |no| match no {
            No::Conflict(message) => No::field("application", message),
            other => other,
        };
        admissible(scope, applicant.application).await.map_err(at_field)?;
        match charter::charter(scope).await?.admission() {
            AdmissionRule::Assembly => Ok(()),
            AdmissionRule::OpenAfterOneVisit | AdmissionRule::CoSigners => {
                Err(No::field("application", Message::new("admit-by-signing")))
            }
        }
    }

    async fn preview(&self, scope: &Scope<'_>, details: &Value) -> Result<Vec<Difference>, No> {
        preview(scope, read_details(details)?).await
    }

    async fn carry_out(&self, tx: &Tx<'_>, _: &Adopted, details: &Value) -> Result<(), CannotAct> {
        let applicant: Applicant =
            read_details(details).map_err(|_| CannotAct::NoLongerApplies(Message::new("admit-over")))?;
        admit(tx, applicant.application, &BTreeSet::new()).await.map_err(|no| match no {
            No::Broken(broken) => CannotAct::Broken(broken),
            No::Conflict(message) => CannotAct::NoLongerApplies(message),
            _ => CannotAct::NoLongerApplies(Message::new("admit-over")),
        })
    }
}

/// The name stands inside the line, so that no copy of it is kept once it is gone.
async fn preview(scope: &Scope<'_>, applicant: Applicant) -> Result<Vec<Difference>, No> {
    let name = match applications::one(scope, applicant.application).await {
        Ok(asked) => Message::new("plain").with("words", asked.name),
        Err(No::NotFound) => Message::new("somebody-who-asked"),
        Err(other) => return Err(other),
    };
    Ok(vec![Difference {
        what: Message::new("admit-what"),
        before: None,
        after: Some(Message::new("admit-place-for").with("holder", name)),
    }])
}

/// Opens her place, under the brakes (`mutual-aid` 5.4): everything is read in the transaction that admits. Her
/// answers are erased now. Whoever signed a sheet of paper is a member from now on; anybody else comes in herself.
async fn admit(tx: &Tx<'_>, id: ApplicationId, signers: &BTreeSet<MemberId>) -> Result<(), No> {
    let row = admissible(tx, id).await?;
    // She has no id among the members yet: her application's stands for her.
    applications::facts(tx).await?.group().may_admit(MemberId(id.0), signers, tx.now()).map_err(not_yet)?;
    let zone = charter::charter(tx).await?.zone();
    let signed_by = signers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let change = application::ActiveModel {
        id: Set(id),
        state: Set(Application::Admitted),
        told: Set(None),
        said: Set(None),
        signed_by: Set(signed_by),
        decided_at: Set(Some(tx.now())),
        good_until: Set(Some(evening_after(zone, tx.now(), GOOD_DAYS))),
        ..Default::default()
    };
    tx.update(change).await?;
    match row.on_paper_by {
        Some(by) => join::seat_on_paper(tx, row, by).await,
        None => Ok(()),
    }
}

/// Signs for `by`, who brought this person, when she may and the group has room. Otherwise the application waits for
/// other signatures, and nothing is refused.
pub(crate) async fn sign_if_may(tx: &Tx<'_>, joints: &Joints, by: MemberId, id: ApplicationId) -> Result<(), No> {
    let facts = applications::facts(tx).await?;
    let group = facts.group();
    let decided_otherwise = group.rule == AdmissionRule::Assembly;
    // Whoever came back of late signs for nobody yet, whatever she brings (`reliability D6`).
    let convalescent = recovery::barred(tx, by, Barred::CoSign).await?.is_some();
    if convalescent || decided_otherwise || group.may_sign(by, tx.now()).is_err() || group.has_room(tx.now()).is_err() {
        return Ok(());
    }
    ask_as(tx, by, joints, AdmitTogether::KIND, &Applicant { application: id }.details()?).await?;
    Ok(())
}
