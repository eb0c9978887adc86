//! A text that the group said no to does not come back unchanged before its time (`decisions A13`).
//!
//! What counts is what it says and does, whatever its title. A vote that had too few ballots, or was tied, said no to
//! nothing: its text may come back at once.

use crate::commands::settle::result;
use crate::commands::write_proposal::Text;
use crate::commands::{details_of, question_of};
use crate::entities::proposal;
use crate::rules::question::{Method, Question};
use crate::rules::state::State;
use crate::rules::text::{Frozen, same_but_for_title};
use chrono::Duration;
use commons::clock::local_day;
use commons::db::Scope;
use commons::refusal::{Broken, Message, No};
use membership::queries::charter;
use sea_orm::ColumnTrait;
use tally::Verdict;

/// Refuses a text that was rejected lately, and says as which proposal and until when.
pub(super) async fn refuse_same(scope: &Scope<'_>, text: &Text) -> Result<(), No> {
    use proposal::Column;
    let charter = charter::charter(scope).await?;
    let wait = Duration::days(charter.same_text_days().into());
    let rejected = scope.find::<proposal::Entity>().filter(Column::State.eq(State::NotAdopted));
    let lately = rejected.filter(Column::ClosedAt.gt(scope.now() - wait)).descending(Column::ClosedAt).all().await?;
    let details = text.effect.as_ref().map(|(_, details)| details);
    let now = Frozen {
        title: "",
        summary: text.summary.trim(),
        body: text.body.trim(),
        effect: text.effect.as_ref().map(|(kind, _)| kind.as_str()),
        details,
        question: &put(text.question.clone()),
    };
    for row in lately {
        if !was_rejected(&row)? || !is_same(&row, &now)? {
            continue;
        }
        let until = local_day(charter.zone(), row.closed_at.unwrap_or(scope.now()) + wait);
        let message = Message::new("proposal-same-as").with("number", i64::from(row.number.unwrap_or_default()));
        return Err(No::field("summary", message.with("day", until)));
    }
    Ok(())
}

/// How a yes or no is put makes no other text of it: a vote that followed the rounds said no to the same words. Nor do the
/// part or the quorum that somebody asks for, which could be another one each time.
fn put(question: Question) -> Question {
    let is_yes_or_no =
        !question.method.has_options() && question.method.is_binding() && question.method != Method::Election;
    if is_yes_or_no { Question::default() } else { Question { part: None, quorum: None, ..question } }
}

fn was_rejected(row: &proposal::Model) -> Result<bool, Broken> {
    Ok(result(row)?.is_some_and(|result| result.outcome.verdict == Verdict::Rejected))
}

fn is_same(row: &proposal::Model, now: &Frozen<'_>) -> Result<bool, Broken> {
    // Details that no longer read are those of no text written today.
    let Ok(details) = details_of(row) else { return Ok(false) };
    let then = Frozen {
        title: "",
        summary: &row.summary,
        body: &row.body,
        effect: row.effect.as_deref(),
        details: details.as_ref(),
        question: &put(question_of(row)?),
    };
    same_but_for_title(&then, now).map_err(Broken::stored)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tally::{Quorum, Threshold};

    #[test]
    fn another_way_of_putting_it_is_the_same_text_and_other_options_are_not() {
        let asked = |method| Question {
            method,
            part: Some(Threshold { p: 3, q: 4 }),
            quorum: Some(Quorum::Members(9)),
            ..Question::default()
        };
        for method in [Method::Majority, Method::Consent, Method::Consensus, Method::Tacit] {
            assert_eq!(put(asked(method)), Question::default(), "{method:?}");
        }
        for method in [Method::Approval, Method::Stv, Method::Election, Method::Sense] {
            assert_eq!(put(asked(method)), Question { method, ..Question::default() }, "{method:?}");
        }
        assert_ne!(put(Question { seats: 2, ..asked(Method::Stv) }), put(asked(Method::Stv)));
    }
}
