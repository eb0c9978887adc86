//! What somebody said yes to.

use crate::entities::{consent, member};
use crate::rules::consent::{Channel, Use};
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use sea_orm::ColumnTrait;
use std::collections::BTreeSet;

/// One answer, as she reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// To what.
    pub to: Use,
    /// Since when it is a yes; none where it is a no, or where it was said before dates were kept.
    pub since: Option<Time>,
    /// Whether it is a yes.
    pub yes: bool,
    /// How it came.
    pub channel: Option<Channel>,
    /// Who wrote it down for her.
    pub recorded_by: Option<MemberId>,
}

/// Her answer to every use, in the order forms ask.
///
/// # Errors
/// When the store fails.
pub async fn all(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Said>, Broken> {
    use consent::Column;
    let rows = scope.find::<consent::Entity>().filter(Column::MemberId.eq(member)).filter(Column::Until.is_null());
    let rows = rows.all().await?;
    let mut answers = Vec::with_capacity(Use::ALL.len());
    for to in Use::ALL {
        let row = rows.iter().find(|row| row.given_for == to.name());
        answers.push(Said {
            to,
            since: row.map(|row| row.since),
            yes: said(scope, member, to).await?,
            channel: row.map(|row| row.channel),
            recorded_by: row.and_then(|row| row.recorded_by),
        });
    }
    Ok(answers)
}

/// Whether she said yes, and did not take it back. News by mail was a yes before this table was: what counts there is
/// the column that letters look at.
///
/// # Errors
/// When the store fails.
pub async fn said(scope: &Scope<'_>, member: MemberId, to: Use) -> Result<bool, Broken> {
    match to {
        Use::NewsByMail => {
            let row = scope.find::<member::Entity>().filter(member::Column::Id.eq(member)).one().await?;
            Ok(row.is_some_and(|row| row.wants_news))
        }
        Use::BeWelcomed
        | Use::WelcomeOthers
        | Use::PrintedList
        | Use::BeCalled
        | Use::CallOthers
        | Use::BeStarter
        | Use::NightUrgent
        | Use::Listen
        | Use::BeListened
        | Use::Visit
        | Use::BeVisited => Ok(who_said(scope, to).await?.contains(&member)),
    }
}

/// Everybody who says yes to that use now, to the words that are shown now.
///
/// # Errors
/// When the store fails.
pub async fn who_said(scope: &Scope<'_>, to: Use) -> Result<BTreeSet<MemberId>, Broken> {
    use consent::Column;
    let rows = scope.find::<consent::Entity>().filter(Column::GivenFor.eq(to.name())).filter(Column::Until.is_null());
    let rows = rows.filter(Column::WordsVersion.eq(to.words_version())).all().await?;
    Ok(rows.into_iter().map(|row| row.member_id).collect())
}
