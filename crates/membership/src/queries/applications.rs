//! Who asked to join: as she sees it with her link, and as members see it.

use crate::ApplicationId;
use crate::admission::{AdmitTogether, Applicant};
use crate::commands::invite::{WayIn, way_in_of};
use crate::commands::secret::fingerprint;
use crate::entities::{application, member};
use crate::joint::{self, JointAct};
use crate::queries::charter;
use crate::rules::admission::{Admission, AdmissionRule, Application, Group, Peer, WINDOW, Waiting};
use commons::area::{Datum, Section};
use commons::clock::Time;
use commons::db::Scope;
use commons::groups;
use commons::ids::{GroupId, MemberId};
use commons::refusal::{Broken, No};
use commons::register;
use commons::register::words::fold_words;
use commons::sealed::{Keyring, Sealed};
use sea_orm::ColumnTrait;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The link and the words by which somebody who asked comes back.
pub fn way_back(keyring: &Keyring, group: GroupId, id: ApplicationId) -> WayIn {
    way_in_of(keyring, "application", group, &id.to_string())
}

/// Where the words are found, however they are typed.
pub(crate) fn words_index(scope: &Scope<'_>, words: &str) -> Vec<u8> {
    scope.keyring().blind_index(scope.group(), "application words", &fold_words(words))
}

/// One of the group's questions with what she answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// As it was asked.
    pub question: String,
    /// Hers.
    pub answer: String,
}

/// An application, with what is still kept of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which.
    pub id: ApplicationId,
    /// What she wants to be called; empty once it has served.
    pub name: String,
    /// Her answers; none once the group decided.
    pub answers: Vec<Answered>,
    /// Whether she asks to come as an allied person.
    pub as_ally: bool,
    /// How she describes what she does, as an allied person.
    pub described: String,
    /// What members wrote to her; empty when nothing.
    pub said: String,
    /// Who wrote it down here, when she asked on paper.
    pub on_paper_by: Option<MemberId>,
    /// When she asked.
    pub asked_at: Time,
    /// Where it stands.
    pub state: Application,
    /// What its age brings.
    pub waiting: Waiting,
    /// Until when her place waits, or the answer can be read.
    pub good_until: Option<Time>,
}

pub(crate) fn place(id: ApplicationId, column: &str) -> String {
    format!("application/{id}/{column}")
}

pub(crate) fn open(scope: &Scope<'_>, row: application::Model) -> Result<Asked, Broken> {
    let key = scope.keyring().group_key(scope.group());
    let text = |column: &str, sealed: &Option<Sealed>| match sealed {
        Some(sealed) => key.open_text(&place(row.id, column), sealed),
        None => Ok(String::new()),
    };
    let told = text("told", &row.told)?;
    Ok(Asked {
        id: row.id,
        name: text("name", &row.name)?,
        answers: if told.is_empty() { Vec::new() } else { serde_json::from_str(&told).map_err(Broken::stored)? },
        as_ally: row.as_ally,
        described: text("described", &row.described)?,
        said: text("said", &row.said)?,
        on_paper_by: row.on_paper_by,
        asked_at: row.asked_at,
        state: row.state,
        waiting: Waiting::of(row.asked_at, scope.now()),
        good_until: row.good_until,
    })
}

/// Those that wait for the group, the one that waits longest first.
///
/// # Errors
/// When the store fails.
pub async fn waiting(scope: &Scope<'_>) -> Result<Vec<Asked>, Broken> {
    use application::Column;
    let rows = scope.find::<application::Entity>().filter(Column::State.eq(Application::Asked));
    rows.ascending(Column::AskedAt).all().await?.into_iter().map(|row| open(scope, row)).collect()
}

/// One that waits for the group.
///
/// # Errors
/// When there is none, or the group decided.
pub async fn one(scope: &Scope<'_>, id: ApplicationId) -> Result<Asked, No> {
    let row = row(scope, id).await?.filter(|row| row.state == Application::Asked).ok_or(No::NotFound)?;
    Ok(open(scope, row)?)
}

pub(crate) async fn row(scope: &Scope<'_>, id: ApplicationId) -> Result<Option<application::Model>, Broken> {
    Ok(scope.find::<application::Entity>().filter(application::Column::Id.eq(id)).one().await?)
}

/// Who wrote to her last, when somebody did: the register says so.
///
/// # Errors
/// When the store fails.
pub async fn written_by(scope: &Scope<'_>, id: ApplicationId) -> Result<Option<MemberId>, Broken> {
    let entries = register::about(scope, &id.to_string()).await?;
    let last = entries.into_iter().rfind(|entry| entry.kind == register::kinds::APPLICATION_WRITTEN);
    Ok(last.and_then(|entry| entry.actors.first().copied()))
}

/// Its signatures, when somebody signed.
///
/// # Errors
/// When the store fails.
pub async fn signatures(scope: &Scope<'_>, id: ApplicationId) -> Result<Option<JointAct>, Broken> {
    joint::waiting_act(scope, AdmitTogether::KIND, &Applicant { application: id }.details()?).await
}

/// The application that a link or its words open, as long as there is something to read or to do.
///
/// # Errors
/// When the store fails.
pub async fn opened_by(scope: &Scope<'_>, link_or_words: &str) -> Result<Option<Asked>, Broken> {
    row_opened_by(scope, link_or_words).await?.map(|row| open(scope, row)).transpose()
}

pub(crate) async fn row_opened_by(
    scope: &Scope<'_>,
    link_or_words: &str,
) -> Result<Option<application::Model>, Broken> {
    use application::Column;
    let (token, words) = (fingerprint(link_or_words), words_index(scope, link_or_words));
    let either = sea_orm::Condition::any().add(Column::Token.eq(token)).add(Column::Words.eq(words));
    let row = scope.find::<application::Entity>().filter(either).filter(Column::EnteredAt.is_null()).one().await?;
    Ok(row.filter(|row| row.good_until.is_none_or(|until| scope.now() < until)))
}

/// What the rules of admission are asked about, from live rows.
#[derive(Clone, Debug)]
pub struct Facts {
    rule: AdmissionRule,
    peers: Vec<Peer>,
    admissions: Vec<Admission>,
}

impl Facts {
    /// As the rules take it.
    pub fn group(&self) -> Group<'_> {
        Group { rule: self.rule, peers: &self.peers, admissions: &self.admissions }
    }
}

/// The group as admissions see it now.
///
/// A place that waits counts as if it were taken now, and from her entry on for the whole window: however long
/// people wait before they come in, the brakes hold for those who came.
///
/// # Errors
/// When the store fails.
pub async fn facts(scope: &Scope<'_>) -> Result<Facts, Broken> {
    use application::Column;
    let (now, founded_at) = (scope.now(), groups::this(scope).await?.founded_at);
    let peer = |row: member::Model| Peer {
        member: row.id,
        standing: row.standing,
        admitted_at: (row.joined_at > founded_at).then_some(row.joined_at),
    };
    let admitted = scope.find::<application::Entity>().filter(Column::State.eq(Application::Admitted)).all().await?;
    let admission = |row: application::Model| match (row.entered_at, row.good_until) {
        (Some(at), _) if at > now - WINDOW => Some(Admission { at, signers: ids(&row.signed_by) }),
        (None, Some(until)) if now < until => Some(Admission { at: now, signers: ids(&row.signed_by) }),
        _ => None,
    };
    Ok(Facts {
        rule: charter::charter(scope).await?.admission(),
        peers: scope.find::<member::Entity>().all().await?.into_iter().map(peer).collect(),
        admissions: admitted.into_iter().filter_map(admission).collect(),
    })
}

fn ids(text: &str) -> BTreeSet<MemberId> {
    text.split_whitespace().filter_map(|id| id.parse().ok()).collect()
}

/// What she did about those who asked to join: sheets that she wrote down, admissions that she signed; not of whom.
pub(crate) async fn about(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
    let rows = scope.find::<application::Entity>().ascending(application::Column::AskedAt).all().await?;
    let (mut written, mut signed) = (Vec::new(), Vec::new());
    for row in rows {
        if row.on_paper_by == Some(member) {
            written.push(vec![Datum::new("at", row.asked_at)]);
        }
        if ids(&row.signed_by).contains(&member) {
            signed.push(vec![Datum::new("at", row.decided_at.unwrap_or(row.asked_at))]);
        }
    }
    Ok(vec![Section::new("applications_written", written), Section::new("applications_signed", signed)])
}
