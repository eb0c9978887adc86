//! Who asks to join, for members: reading, signing, offering to meet, answering.

use super::{Nothing, members_only};
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::decisions::{Who, list_of, say};
use crate::pages::visit::{May, Member};
use actix_web::web::Path;
use commons::clock::Time;
use commons::db::{Scope, Tx};
use commons::refusal::Refusal;
use membership::ApplicationId;
use membership::admission::{AdmitTogether, Applicant};
use membership::commands::applications as command;
use membership::joint::{self, Signed};
use membership::powers::{SignTogether, WelcomeApplicant};
use membership::queries::applications::{self, Asked};
use membership::queries::{me, people};
use membership::rules::admission::{AdmissionRule, Waiting};
use serde::{Deserialize, Serialize};
use tera::context;

/// Somebody who asks, in a list.
#[derive(Debug, Serialize)]
struct Line {
    href: String,
    name: String,
    asked_at: Time,
    as_ally: bool,
    answer_is_due: bool,
}

/// Everybody who asks.
pub(super) async fn list(member: Member) -> PageResult {
    members_only(&member)?;
    let asked = applications::waiting(&member.read()).await?.into_iter();
    let line = |asked: Asked| Line {
        href: member.at(&format!("/group/asking/{}", asked.id)),
        name: asked.name,
        asked_at: asked.asked_at,
        as_ally: asked.as_ally,
        answer_is_due: asked.waiting == Waiting::AnswerDue,
    };
    let lines: Vec<Line> = asked.map(line).collect();
    member.into_page().at(Tab::Group).render("membership/asking.html", context! { lines => &lines })
}

/// Somebody who asks, with what the page needs to be of use.
#[derive(Debug, Serialize)]
struct Shown {
    href: String,
    name: String,
    answers: Vec<applications::Answered>,
    as_ally: bool,
    described: String,
    said: String,
    said_by: Option<String>,
    on_paper_by: Option<String>,
    asked_at: Time,
    /// `welcomers`, `everybody`, `meeting` or `answer`.
    waits: &'static str,
    /// `open`, `sign` or `assembly`.
    how: &'static str,
    decide: String,
    signers: String,
    missing: u32,
    signed_by_me: bool,
}

/// One person who asks.
pub(super) async fn one(member: Member, path: Path<(String, ApplicationId)>) -> PageResult {
    show(member, path.1).await
}

async fn show(member: Member, id: ApplicationId) -> PageResult {
    members_only(&member)?;
    let scope = member.read();
    let asked = applications::one(&scope, id).await?;
    let is_late = asked.waiting == Waiting::AnswerDue;
    let why_not = why_not(&scope, &member, asked.id).await?;
    let has_passphrase = me::me(&scope, member.id).await?.has_passphrase;
    let shown = shown(&member, &scope, asked).await?;
    drop(scope);
    let context = context! {
        asked => &shown, why_not => &why_not, has_passphrase => &has_passphrase, is_late => &is_late,
    };
    member.into_page().at(Tab::Group).render("membership/asking-one.html", context)
}

/// Why she does not sign now; none when she may.
async fn why_not(scope: &Scope<'_>, member: &Member, id: ApplicationId) -> Result<Option<String>, PageError> {
    let details = Applicant { application: id }.details()?;
    let joint = member.site.joints.get(AdmitTogether::KIND)?;
    match joint.may_sign(scope, &details, member.id).await {
        Ok(()) => Ok(None),
        Err(no @ commons::refusal::No::Broken(_)) => Err(no.into()),
        Err(no) => Ok(Some(say(&member.page, &no.message())?)),
    }
}

async fn shown(member: &Member, scope: &Scope<'_>, asked: Asked) -> Result<Shown, PageError> {
    let who = Who::new(people::names(scope).await?, &member.page)?;
    let act = applications::signatures(scope, asked.id).await?;
    let signers = act.as_ref().map(|act| act.signers.clone()).unwrap_or_default();
    let facts = applications::facts(scope).await?;
    let needed = facts.group().needed(&signers.iter().copied().collect());
    Ok(Shown {
        href: member.at(&format!("/group/asking/{}", asked.id)),
        decide: member.at(&format!("/decide/new/admit/{}", asked.id)),
        name: asked.name,
        answers: asked.answers,
        as_ally: asked.as_ally,
        described: asked.described,
        said: asked.said,
        said_by: applications::written_by(scope, asked.id).await?.map(|by| who.name(by)),
        on_paper_by: asked.on_paper_by.map(|by| who.name(by)),
        asked_at: asked.asked_at,
        waits: match asked.waiting {
            Waiting::Welcomers => "welcomers",
            Waiting::Everybody => "everybody",
            Waiting::Meeting => "meeting",
            Waiting::AnswerDue => "answer",
        },
        how: match member.charter.admission() {
            AdmissionRule::OpenAfterOneVisit => "open",
            AdmissionRule::CoSigners => "sign",
            AdmissionRule::Assembly => "assembly",
        },
        missing: needed.saturating_sub(u32::try_from(signers.len()).unwrap_or(u32::MAX)),
        signed_by_me: signers.contains(&member.id),
        signers: list_of(&member.page, &who.all(&signers))?,
    })
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Signing {
    present: String,
}

/// Signs for her. The last signature that is needed opens her place.
pub(super) async fn sign(may: May<SignTogether, Signing>, path: Path<(String, ApplicationId)>) -> PageResult {
    match try_sign(&may, path.1).await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-signed")),
        Err(no) => show(may.again(no)?, path.1).await,
    }
}

async fn try_sign(may: &May<SignTogether, Signing>, id: ApplicationId) -> Result<String, PageError> {
    let confirmed = may.confirmed(&may.form.present).await?;
    let sign = async |tx: &Tx<'_>, permit| {
        let (joints, details) = (&may.site.joints, Applicant { application: id }.details()?);
        let asked = joint::ask_together(tx, permit, joints, confirmed?, AdmitTogether::KIND, &details).await?;
        Ok(may.at(&match asked {
            (_, Signed::Done) => "/group/asking".to_owned(),
            (_, Signed::Waits) => format!("/group/asking/{id}"),
        }))
    };
    Ok(may.act(sign).await?)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Words {
    words: String,
}

/// Writes to her: an offer to meet, for one.
pub(super) async fn write(may: May<WelcomeApplicant, Words>, path: Path<(String, ApplicationId)>) -> PageResult {
    let write = async |tx: &Tx<'_>, permit| {
        command::say(tx, permit, path.1, &may.form.words).await?;
        Ok(may.at(&format!("/group/asking/{}", path.1)))
    };
    match may.act(write).await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-asking-written")),
        Err(no) => show(may.again(no)?, path.1).await,
    }
}

/// Closes an asking that waited thirty days, with the answer that is owed.
pub(super) async fn close(may: May<WelcomeApplicant, Words>, path: Path<(String, ApplicationId)>) -> PageResult {
    let close = async |tx: &Tx<'_>, permit| {
        command::close(tx, permit, path.1, &may.form.words).await?;
        Ok(may.at("/group/asking"))
    };
    match may.act(close).await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-asking-closed")),
        Err(no) => show(may.again(no)?, path.1).await,
    }
}

/// Takes her own signature back.
pub(super) async fn unsign(may: May<SignTogether, Nothing>, path: Path<(String, ApplicationId)>) -> PageResult {
    let unsign = async |tx: &Tx<'_>, permit| {
        if let Some(act) = applications::signatures(tx, path.1).await? {
            joint::unsign(tx, permit, act.id).await?;
        }
        Ok(may.at(&format!("/group/asking/{}", path.1)))
    };
    match may.act(unsign).await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-unsigned")),
        Err(no) => show(may.again(no)?, path.1).await,
    }
}
