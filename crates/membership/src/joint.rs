//! What several members do together: each signs the same words, and the last signature acts (`reliability D4`).
//!
//! A joint act is bound to the hash of what it does: whoever changes a word asks for another act. Signatures
//! count while their signers are members; each can be taken back until the act is done. Nothing here is a power
//! of one person, whoever she is.

use crate::JointId;
use crate::commands::confirm::Confirmed;
use crate::entities::{joint_act, joint_signature, member};
use crate::powers::{Permit, SignTogether};
use crate::queries::recovery;
use crate::rules::recovery::Barred;
use async_trait::async_trait;
use chrono::Duration;
use commons::area::{Datum, Section};
use commons::clock::Time;
use commons::db::{Scope, Tx};
use commons::effects::Difference;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use commons::register::{self, canonical};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How long an act waits for its signatures (`reliability D4`).
pub const WAITS_FOR: Duration = Duration::days(14);

/// One kind of thing that several members can do together.
#[async_trait(?Send)]
pub trait Joint: Send + Sync {
    /// Its name with the version of its details, such as `mandate.suspend/1`. Stored; never reused.
    fn kind(&self) -> &'static str;

    /// How many signatures it takes now, whoever asked included.
    ///
    /// # Errors
    /// When the details do not read.
    async fn needed(&self, scope: &Scope<'_>, details: &Value) -> Result<u32, No>;

    /// Whether it could be done now: asked with the first signature, and again before it acts.
    ///
    /// # Errors
    /// What stands in the way.
    async fn check(&self, scope: &Scope<'_>, details: &Value) -> Result<(), No>;

    /// Whether `signer` may sign this one: nobody signs for her own benefit.
    ///
    /// # Errors
    /// Why not.
    async fn may_sign(&self, scope: &Scope<'_>, details: &Value, signer: MemberId) -> Result<(), No>;

    /// Until just before which instant it waits for its signatures, when it is asked now.
    ///
    /// # Errors
    /// When the details do not read.
    async fn not_after(&self, scope: &Scope<'_>, _details: &Value) -> Result<Time, No> {
        Ok(scope.now() + WAITS_FOR)
    }

    /// What it would change, in words, before anybody signs.
    ///
    /// # Errors
    /// When the details do not read.
    async fn preview(&self, scope: &Scope<'_>, details: &Value) -> Result<Vec<Difference>, No>;

    /// Does it.
    ///
    /// # Errors
    /// When it no longer applies; then the signature that would have been the last is not taken either.
    async fn carry_out(&self, tx: &Tx<'_>, together: &Together, details: &Value) -> Result<(), No>;
}

/// Proof that enough members signed this very act, which is done now, once. Made only here.
#[derive(Debug)]
#[must_use]
pub struct Together {
    act: JointId,
    signers: Vec<MemberId>,
}

impl Together {
    /// Which act.
    pub fn act(&self) -> JointId {
        self.act
    }
    /// Who signed, in the order of their ids.
    pub fn signers(&self) -> &[MemberId] {
        &self.signers
    }
}

/// Every kind of joint act of the product.
#[derive(Clone, Default)]
pub struct Joints(BTreeMap<&'static str, Arc<dyn Joint>>);

impl Joints {
    /// Adds one.
    ///
    /// # Panics
    /// At start-up, when two share a kind: the program is then wrong, not its data.
    #[must_use]
    #[allow(clippy::panic, reason = "a wrong composition must not start")]
    pub fn with(mut self, joint: impl Joint + 'static) -> Self {
        let kind = joint.kind();
        if self.0.insert(kind, Arc::new(joint)).is_some() {
            panic!("two joint acts share the kind {kind}");
        }
        self
    }

    /// The joint act of a kind.
    ///
    /// # Errors
    /// When no area offers it.
    pub fn get(&self, kind: &str) -> Result<&dyn Joint, Broken> {
        self.0.get(kind).map(AsRef::as_ref).ok_or_else(|| Broken::stored(format!("no joint act is called {kind}")))
    }
}

/// A joint act as members read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JointAct {
    /// Which.
    pub id: JointId,
    /// Its kind.
    pub kind: String,
    /// Its details.
    pub details: Value,
    /// What is signed, in hexadecimal.
    pub hash: String,
    /// Who asked for it.
    pub asked_by: MemberId,
    /// When.
    pub asked_at: Time,
    /// Until just before this instant it can be signed.
    pub not_after: Time,
    /// When it was done; none while it waits.
    pub done_at: Option<Time>,
    /// The register entry that says so.
    pub done_seq: Option<i64>,
    /// Who signed and is a member now.
    pub signers: Vec<MemberId>,
}

/// What is signed: the kind and the details, and nothing else.
///
/// # Errors
/// When the details are not canonical JSON.
pub fn hash_of(kind: &str, details: &Value) -> Result<String, Broken> {
    let text = canonical::canonical(&json!({ "kind": kind, "details": details })).map_err(Broken::stored)?;
    Ok(hex::encode(Sha256::digest(text.as_bytes())))
}

/// What came of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signed {
    /// Others are awaited.
    Waits,
    /// It was the last one needed, and the act is done.
    Done,
}

/// Asks the others to do something together. Whoever asks signs by asking, so she typed her passphrase; the same
/// act that waits already is signed instead of asked twice.
///
/// # Errors
/// What stands in the way.
pub async fn ask_together(
    tx: &Tx<'_>,
    permit: Permit<SignTogether>,
    joints: &Joints,
    confirmed: Confirmed,
    kind: &'static str,
    details: &Value,
) -> Result<(JointId, Signed), No> {
    confirmed.still_holds(tx, permit.by()).await?;
    recovery::refuse_barred(tx, permit.by(), Barred::CoSign).await?;
    ask_as(tx, permit.by(), joints, kind, details).await
}

/// The same for somebody whose signature was given otherwise: she made the invitation that is used now.
pub(crate) async fn ask_as(
    tx: &Tx<'_>,
    by: MemberId,
    joints: &Joints,
    kind: &'static str,
    details: &Value,
) -> Result<(JointId, Signed), No> {
    let hash = hash_of(kind, details)?;
    let joint = joints.get(kind)?;
    joint.check(tx, details).await?;
    if let Some(waiting) = waiting_rows(tx).await?.into_iter().find(|row| row.hash == hash) {
        return Ok((waiting.id, sign_row(tx, by, joint, waiting).await?));
    }
    let row = joint_act::ActiveModel {
        id: Set(JointId::new()),
        kind: Set(kind.to_owned()),
        details: Set(canonical::canonical(details).map_err(Broken::stored)?),
        hash: Set(hash),
        asked_by: Set(by),
        asked_at: Set(tx.now()),
        not_after: Set(joint.not_after(tx, details).await?),
        done_at: Set(None),
        done_seq: Set(None),
        ..Default::default()
    };
    let id = row.id.clone().take().unwrap_or_else(JointId::new);
    tx.insert(row).await?;
    let body = json!({ "act": kind, "details": details });
    log(tx, register::kinds::TOGETHER_ASKED, &[by], id, body).await?;
    let row = find(tx, id).await?;
    Ok((id, sign_row(tx, by, joint, row).await?))
}

/// Signs what `hash` names: the words she read, and no others. Each signer typed her passphrase (`reliability D4`).
///
/// # Errors
/// When it is done, over, changed, or not hers to sign.
pub async fn sign(
    tx: &Tx<'_>,
    permit: Permit<SignTogether>,
    joints: &Joints,
    confirmed: Confirmed,
    id: JointId,
    hash: &str,
) -> Result<Signed, No> {
    confirmed.still_holds(tx, permit.by()).await?;
    recovery::refuse_barred(tx, permit.by(), Barred::CoSign).await?;
    let row = waiting(tx, id).await?;
    if row.hash != hash {
        return Err(No::conflict("together-changed"));
    }
    let joint = joints.get(&row.kind)?;
    sign_row(tx, permit.by(), joint, row).await
}

/// Takes one's signature back, as long as the act is not done.
///
/// # Errors
/// When it is done or over.
pub async fn unsign(tx: &Tx<'_>, permit: Permit<SignTogether>, id: JointId) -> Result<(), No> {
    use joint_signature::Column;
    let row = waiting(tx, id).await?;
    let mine = tx.delete::<joint_signature::Entity>().filter(Column::ActId.eq(row.id));
    mine.filter(Column::MemberId.eq(permit.by())).go().await?;
    Ok(())
}

async fn sign_row(tx: &Tx<'_>, by: MemberId, joint: &dyn Joint, row: joint_act::Model) -> Result<Signed, No> {
    let details = read_details(&row)?;
    joint.may_sign(tx, &details, by).await?;
    if !signers(tx, row.id).await?.contains(&by) {
        let signature = joint_signature::ActiveModel {
            act_id: Set(row.id),
            member_id: Set(by),
            signed_at: Set(tx.now()),
            ..Default::default()
        };
        tx.insert(signature).await?;
    }
    let signers = who_count(tx, joint, row.id, &details).await?;
    let needed = joint.needed(tx, &details).await?;
    if u64::try_from(signers.len()).unwrap_or(u64::MAX) < u64::from(needed) {
        return Ok(Signed::Waits);
    }
    joint.check(tx, &details).await?;
    let body = json!({ "act": row.kind, "details": details });
    let seq = log(tx, register::kinds::TOGETHER_DONE, &signers, row.id, body).await?;
    let this = tx.change::<joint_act::Entity>().filter(joint_act::Column::Id.eq(row.id));
    this.set(joint_act::Column::DoneAt, tx.now()).set(joint_act::Column::DoneSeq, seq).go().await?;
    joint.carry_out(tx, &Together { act: row.id, signers }, &details).await?;
    Ok(Signed::Done)
}

/// Whose signatures count now: members who would still be let sign. What comes to benefit somebody after she
/// signed is not carried by her.
async fn who_count(scope: &Scope<'_>, joint: &dyn Joint, id: JointId, details: &Value) -> Result<Vec<MemberId>, No> {
    let mut count = Vec::new();
    for signer in signers(scope, id).await? {
        match joint.may_sign(scope, details, signer).await {
            Ok(()) => count.push(signer),
            Err(No::Broken(broken)) => return Err(broken.into()),
            Err(_) => {}
        }
    }
    Ok(count)
}

async fn log(tx: &Tx<'_>, kind: &'static str, actors: &[MemberId], about: JointId, body: Value) -> Result<i64, Broken> {
    register::append(tx, register::New { kind, actors, about: Some(about.to_string()), body }).await
}

fn read_details(row: &joint_act::Model) -> Result<Value, Broken> {
    serde_json::from_str(&row.details).map_err(Broken::stored)
}

async fn find(scope: &Scope<'_>, id: JointId) -> Result<joint_act::Model, No> {
    scope.find::<joint_act::Entity>().filter(joint_act::Column::Id.eq(id)).one().await?.ok_or(No::NotFound)
}

async fn waiting(scope: &Scope<'_>, id: JointId) -> Result<joint_act::Model, No> {
    let row = find(scope, id).await?;
    match row.done_at {
        Some(_) => Err(No::conflict("together-done-already")),
        None if row.not_after <= scope.now() => Err(No::Expired(Message::new("together-over"))),
        None => Ok(row),
    }
}

async fn waiting_rows(scope: &Scope<'_>) -> Result<Vec<joint_act::Model>, Broken> {
    use joint_act::Column;
    let rows = scope.find::<joint_act::Entity>().filter(Column::DoneAt.is_null());
    Ok(rows.filter(Column::NotAfter.gt(scope.now())).ascending(Column::AskedAt).all().await?)
}

/// Who signed and is a member now, in the order of their ids: a signature of somebody who left counts no more.
async fn signers(scope: &Scope<'_>, id: JointId) -> Result<Vec<MemberId>, Broken> {
    let rows = scope.find::<joint_signature::Entity>().filter(joint_signature::Column::ActId.eq(id)).all().await?;
    let signed: Vec<MemberId> = rows.into_iter().map(|row| row.member_id).collect();
    let here = scope.find::<member::Entity>().filter(member::Column::Id.is_in(signed));
    let here = here.ascending(member::Column::Id).all().await?;
    Ok(here.into_iter().filter(|row| row.standing.is_member()).map(|row| row.id).collect())
}

async fn read(scope: &Scope<'_>, row: joint_act::Model) -> Result<JointAct, Broken> {
    Ok(JointAct {
        id: row.id,
        details: read_details(&row)?,
        kind: row.kind,
        hash: row.hash,
        asked_by: row.asked_by,
        asked_at: row.asked_at,
        not_after: row.not_after,
        done_at: row.done_at,
        done_seq: row.done_seq,
        signers: signers(scope, row.id).await?,
    })
}

/// What waits for signatures, the one that waits longest first.
///
/// # Errors
/// When the store fails.
pub async fn all_waiting(scope: &Scope<'_>) -> Result<Vec<JointAct>, Broken> {
    let mut acts = Vec::new();
    for row in waiting_rows(scope).await? {
        acts.push(read(scope, row).await?);
    }
    Ok(acts)
}

/// The act of that kind and those details that waits, if it was asked.
///
/// # Errors
/// When the store fails.
pub async fn waiting_act(scope: &Scope<'_>, kind: &str, details: &Value) -> Result<Option<JointAct>, Broken> {
    let hash = hash_of(kind, details)?;
    match waiting_rows(scope).await?.into_iter().find(|row| row.hash == hash) {
        Some(row) => read(scope, row).await.map(Some),
        None => Ok(None),
    }
}

/// Takes away an act that waits, with its signatures: what it was about is no longer there. The register keeps that
/// it was asked.
pub(crate) async fn drop_waiting(tx: &Tx<'_>, kind: &str, details: &Value) -> Result<(), Broken> {
    use joint_act::Column;
    let hash = hash_of(kind, details)?;
    let rows = tx.find::<joint_act::Entity>().filter(Column::Hash.eq(hash)).filter(Column::DoneAt.is_null());
    for row in rows.all().await? {
        tx.delete::<joint_signature::Entity>().filter(joint_signature::Column::ActId.eq(row.id)).go().await?;
        tx.delete::<joint_act::Entity>().filter(Column::Id.eq(row.id)).go().await?;
    }
    Ok(())
}

/// What waits for the signature of one member: acts that she may sign and has not signed.
///
/// # Errors
/// When the store fails.
pub async fn waiting_for(scope: &Scope<'_>, joints: &Joints, member: MemberId) -> Result<Vec<JointAct>, Broken> {
    let mut acts = Vec::new();
    for act in all_waiting(scope).await? {
        let may = match joints.get(&act.kind)?.may_sign(scope, &act.details, member).await {
            Ok(()) => true,
            Err(No::Broken(broken)) => return Err(broken),
            Err(_) => false,
        };
        if may && !act.signers.contains(&member) {
            acts.push(act);
        }
    }
    Ok(acts)
}

/// One joint act.
///
/// # Errors
/// When there is none, or the store fails.
pub async fn one(scope: &Scope<'_>, id: JointId) -> Result<JointAct, No> {
    let row = find(scope, id).await?;
    Ok(read(scope, row).await?)
}

/// Takes back every signature of somebody who leaves from what is not done yet. What was done with it stays done.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<u64, Broken> {
    use joint_signature::Column;
    let waiting: Vec<JointId> = tx
        .find::<joint_act::Entity>()
        .filter(joint_act::Column::DoneAt.is_null())
        .all()
        .await?
        .into_iter()
        .map(|row| row.id)
        .collect();
    let hers = tx.delete::<joint_signature::Entity>().filter(Column::MemberId.eq(member));
    Ok(hers.filter(Column::ActId.is_in(waiting)).go().await?)
}

/// What somebody asked the others to do, or signed, as she reads it.
pub(crate) async fn about(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
    let asked = scope.find::<joint_act::Entity>().filter(joint_act::Column::AskedBy.eq(member));
    let asked = asked.ascending(joint_act::Column::AskedAt).all().await?.into_iter();
    let asked = asked.map(|row| {
        vec![
            Datum::new("joint_kind", row.kind),
            Datum::new("joint_details", row.details),
            Datum::new("joint_asked_at", row.asked_at),
        ]
    });
    let signed = scope.find::<joint_signature::Entity>().filter(joint_signature::Column::MemberId.eq(member));
    let signed = signed.ascending(joint_signature::Column::SignedAt).all().await?.into_iter();
    let signed = signed.map(|row| vec![Datum::new("joint_signed_at", row.signed_at)]);
    Ok(vec![Section::new("joint_acts", asked.collect()), Section::new("joint_signatures", signed.collect())])
}

/// Forgets acts that nobody signed in time, 90 days after (`reliability D7`, refused requests).
///
/// # Errors
/// When the store fails.
pub async fn forget_old(tx: &Tx<'_>) -> Result<u64, Broken> {
    use joint_act::Column;
    let old = tx.find::<joint_act::Entity>().filter(Column::DoneAt.is_null());
    let old = old.filter(Column::NotAfter.lte(tx.now() - Duration::days(90))).all().await?;
    let ids: Vec<JointId> = old.into_iter().map(|row| row.id).collect();
    tx.delete::<joint_signature::Entity>().filter(joint_signature::Column::ActId.is_in(ids.clone())).go().await?;
    Ok(tx.delete::<joint_act::Entity>().filter(Column::Id.is_in(ids)).go().await?)
}
