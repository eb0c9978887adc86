//! "Whom can I call now?" (`mutual-aid` L1, L4, L5). Reading it leaves no trace: not of who asked, not of whom she was
//! shown, not of a call (`docs/decisions/0028-listening-and-circle.md`).

use crate::queries::listening::{Apart, Listening, number_place};
use crate::rules::listening::{Answer, Asker, Line, Lines, whom_can_i_call as answer};
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use commons::sealed;
use membership::queries::{charter, consents, people};
use membership::rules::charter::Charter;
use membership::rules::consent::Use;
use rota::Stretch;

/// Somebody who is there, with the number she gave for that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct There {
    /// Who.
    pub who: MemberId,
    /// Her number, as she wrote it.
    pub number: String,
    /// Until when she is there.
    pub until: Time,
}

/// The answer, as it is shown. Never empty: somebody who is there, or lines outside the group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Now {
    /// These are there.
    Call(Vec<There>, Vec<Line>),
    /// Nobody is. When somebody will be, if that is known.
    Nobody(Option<Stretch>, Vec<Line>),
    /// She did not say yes to be listened to.
    SayYesFirst(Vec<Line>),
}

/// Whom somebody can call at this instant.
///
/// # Errors
/// When the store fails.
pub async fn whom_can_i_call(scope: &Scope<'_>, asker: MemberId) -> Result<Now, Broken> {
    let (charter, now) = (charter::charter(scope).await?, scope.now());
    let listening = Listening::read(scope).await?;
    let is_member = people::is_member(scope, asker).await?;
    let yes = is_member && consents::said(scope, asker, Use::BeListened).await?;
    let apart = Apart::of(scope, [asker]).await?;
    let asker = Asker { who: asker, yes };
    let slots: Vec<_> = listening.slots.iter().map(|placed| placed.slot.clone()).collect();
    let is_apart = |one, other| apart.holds(one, other);
    let (listeners, lines) = match answer(listening.zone, now, asker, &slots, &lines_of(&charter), is_apart) {
        Answer::Call { listeners, lines } => (listeners, lines),
        Answer::Nobody { next, lines } => return Ok(Now::Nobody(next, lines)),
        Answer::SayYesFirst { lines } => return Ok(Now::SayYesFirst(lines)),
    };
    let mut there = Vec::new();
    for who in listeners {
        // The rule that opens a number is asked anew for each one.
        let shows = |slot: &&_| crate::rules::listening::Slot::shows_number(*slot, who, asker, now, is_apart);
        let (Some(slot), Some(row)) = (slots.iter().find(shows), listening.ready.get(&who)) else { continue };
        let number = sealed::key_of(scope, who).await?.open_text(&number_place(who), &row.number)?;
        there.push(There { who, number, until: slot.when.end });
    }
    Ok(Now::Call(there, lines))
}

/// The lines outside that the charter names, `number, what it is` on each line; with `09:00-24:00` when it answers only then, and
/// with the day on which somebody last called it, `2026-11-30`.
fn lines_of(charter: &Charter) -> Lines {
    Lines(charter.text("crisis_lines").lines().filter_map(Line::read).collect())
}
