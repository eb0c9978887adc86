//! What several members sign together: what waits, what is signed, signing it and taking a signature back.

use super::{Nothing, members_only};
use crate::kit::{Page, PageError, PageResult, Tab};
use crate::pages::decisions::{Change, Who, changes, list_of, say};
use crate::pages::visit::{May, Member};
use actix_web::web::Path;
use commons::clock::Time;
use commons::db::{Scope, Tx};
use commons::refusal::{Message, No, Refusal};
use membership::JointId;
use membership::admission::AdmitTogether;
use membership::joint::{self, JointAct};
use membership::powers::{self, SignTogether};
use membership::queries::{me, people};
use serde::{Deserialize, Serialize};
use tera::context;

/// What an act is called: `together-mandate-suspend` for `mandate.suspend/1`.
pub(in crate::pages) fn name_of(kind: &str) -> Message {
    let name = kind.split('/').next().unwrap_or_default().replace(['.', '_'], "-");
    Message::keyed(format!("together-{name}"))
}

/// An act as members read it.
#[derive(Serialize)]
struct Shown {
    href: String,
    title: String,
    /// Who asked for it.
    asked_by: String,
    asked_at: Time,
    not_after: Time,
    done_at: Option<Time>,
    /// The register entry that says it was done.
    entry: Option<String>,
    is_over: bool,
    changes: Vec<Change>,
    signers: String,
    /// How many more signatures it takes.
    missing: u64,
    hash: String,
    signed_by_me: bool,
}

/// Who asks to join is read by members alone, here as on the list of those who ask.
fn is_hers_to_read(member: &Member, act: &JointAct) -> bool {
    act.kind != AdmitTogether::KIND || member.standing.is_member()
}

/// Everything that waits.
pub(super) async fn list(member: Member) -> PageResult {
    let scope = member.read();
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    let mut acts = Vec::new();
    for act in joint::all_waiting(&scope).await?.into_iter().filter(|act| is_hers_to_read(&member, act)) {
        acts.push(shown(&member, &scope, &who, act).await?);
    }
    drop(scope);
    member.into_page().at(Tab::Group).render("membership/together.html", context! { acts => &acts })
}

/// One act, with all that is signed.
pub(super) async fn one(member: Member, path: Path<(String, JointId)>) -> PageResult {
    show(member, path.1).await
}

async fn show(member: Member, id: JointId) -> PageResult {
    let scope = member.read();
    let act = joint::one(&scope, id).await?;
    if !is_hers_to_read(&member, &act) {
        members_only(&member)?;
    }
    let waits = act.done_at.is_none() && act.not_after > scope.now();
    let why_not = if waits { why_not(&scope, &member, &act).await? } else { None };
    let why_not = why_not.map(|message| say(&member.page, &message)).transpose()?;
    let may = waits && why_not.is_none() && powers::has::<SignTogether>(&scope, member.id).await?;
    let has_passphrase = me::me(&scope, member.id).await?.has_passphrase;
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    let act = shown(&member, &scope, &who, act).await?;
    drop(scope);
    let context = context! {
        act => &act, waits => &waits, may => &may, why_not => &why_not, has_passphrase => &has_passphrase,
    };
    member.into_page().at(Tab::Group).render("membership/together-act.html", context)
}

/// Why it is not hers to sign; none when it is.
async fn why_not(scope: &Scope<'_>, member: &Member, act: &JointAct) -> Result<Option<Message>, PageError> {
    match member.site.joints.get(&act.kind)?.may_sign(scope, &act.details, member.id).await {
        Ok(()) => Ok(None),
        Err(No::Broken(broken)) => Err(No::Broken(broken).into()),
        Err(no) => Ok(Some(no.message())),
    }
}

async fn shown(member: &Member, scope: &Scope<'_>, who: &Who, act: JointAct) -> Result<Shown, PageError> {
    let (page, joint) = (&member.page, member.site.joints.get(&act.kind)?);
    let waits = act.done_at.is_none();
    // What is done already is told by the register: here "today" would no longer be what it was.
    let differences = if waits { joint.preview(scope, &act.details).await? } else { Vec::new() };
    let needed = if waits { joint.needed(scope, &act.details).await? } else { 0 };
    let signed = u64::try_from(act.signers.len()).unwrap_or(u64::MAX);
    Ok(Shown {
        href: member.at(&format!("/group/together/{}", act.id)),
        title: said(page, &name_of(&act.kind), &act.kind)?,
        asked_by: who.name(act.asked_by),
        asked_at: act.asked_at,
        not_after: act.not_after,
        done_at: act.done_at,
        entry: act.done_seq.map(|seq| member.at(&format!("/register/{seq}"))),
        is_over: waits && act.not_after <= scope.now(),
        changes: changes(page, &differences)?,
        signed_by_me: act.signers.contains(&member.id),
        signers: list_of(page, &who.all(&act.signers))?,
        missing: u64::from(needed).saturating_sub(signed),
        hash: act.hash,
    })
}

/// The name of a kind; itself when this program no longer knows it.
fn said(page: &Page, message: &Message, otherwise: &str) -> Result<String, PageError> {
    if page.words()?.has(&message.key) { say(page, message) } else { Ok(otherwise.to_owned()) }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Signature {
    hash: String,
    present: String,
}

/// Signs the words that stood on the page.
pub(super) async fn sign(may: May<SignTogether, Signature>, path: Path<(String, JointId)>) -> PageResult {
    match try_sign(&may, path.1).await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-signed-together")),
        Err(no) => show(may.again(no)?, path.1).await,
    }
}

async fn try_sign(may: &May<SignTogether, Signature>, id: JointId) -> Result<String, PageError> {
    let confirmed = may.confirmed(&may.form.present).await?;
    let sign = async |tx: &Tx<'_>, permit| {
        joint::sign(tx, permit, &may.site.joints, confirmed?, id, &may.form.hash).await?;
        Ok(may.at(&format!("/group/together/{id}")))
    };
    Ok(may.act(sign).await?)
}

/// Takes her signature back.
pub(super) async fn take_back(may: May<SignTogether, Nothing>, path: Path<(String, JointId)>) -> PageResult {
    let take_back = async |tx: &Tx<'_>, permit| {
        joint::unsign(tx, permit, path.1).await?;
        Ok(may.at(&format!("/group/together/{}", path.1)))
    };
    match may.act(take_back).await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-unsigned-together")),
        Err(no) => show(may.again(no)?, path.1).await,
    }
}
