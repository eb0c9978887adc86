//! Writing down what somebody said who goes to see others and has no screen (`mutual-aid` M21, V7; story 4.4: Simone is asked at
//! her door). It is her act, and both are named in her data.
//!
//! Only those who know of a visit write something down about it: whoever is visited, whom she named, and who comes. What
//! stands in the way of a yes has one answer, whatever it is: her hours and who keeps apart are nobody's to read.

use super::save::of_visit;
use super::visiting::{Does, comes_as_told, done};
use crate::VisitId;
use crate::commands::calls::act::has_no_screen;
use crate::commands::limits::say_hours;
use crate::powers::WriteVisits;
use crate::queries::visits::look::may_note;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use membership::AtRequestId;
use membership::commands::{at_request, consent};
use membership::powers::Permit;
use membership::queries::apart::apart;
use membership::queries::people;
use membership::rules::consent::{Channel, Use};
use rota::time::Window;

/// The name of an act done at somebody's request, in translations (`at-request-<name>`).
pub const AT_REQUEST: &str = "visiting";

async fn refuse_unless_without_screen(tx: &Tx<'_>, by: MemberId, whom: MemberId) -> Result<(), No> {
    if whom == by || !people::is_member(tx, whom).await? {
        return Err(No::field("whom", Message::new("visits-choose-somebody")));
    }
    if !has_no_screen(tx, whom).await? {
        return Err(No::field("whom", Message::new("visits-has-screen")));
    }
    Ok(())
}

/// She says yes to visiting others, within these hours. Where the two keep apart, nothing is written but that it was asked.
///
/// # Errors
/// When she says it herself on a screen, or there are no hours.
pub async fn gives(
    tx: &Tx<'_>,
    permit: Permit<WriteVisits>,
    whom: MemberId,
    channel: Channel,
    windows: Vec<Window>,
) -> Result<AtRequestId, No> {
    let by = permit.by();
    refuse_unless_without_screen(tx, by, whom).await?;
    if windows.is_empty() {
        return Err(No::field("days", Message::new("hours-missing")));
    }
    let id = at_request::note(tx, &permit, whom, channel, AT_REQUEST).await?;
    if !apart(tx, by, whom).await? {
        consent::say_for(tx, &permit, whom, channel, Use::Visit).await?;
        say_hours(tx, whom, windows).await?;
    }
    Ok(id)
}

/// What she said about one visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// She comes.
    Comes,
    /// The day before: it holds.
    Holds,
    /// She cannot come after all.
    CannotCome,
}

impl Said {
    /// All of them, in the order forms offer them.
    pub const ALL: [Self; 3] = [Self::Comes, Self::Holds, Self::CannotCome];

    /// Its word in forms and translations (`visits-said-<word>`).
    pub const fn word(self) -> &'static str {
        match self {
            Self::Comes => "comes",
            Self::Holds => "holds",
            Self::CannotCome => "cannot",
        }
    }

    /// The one of that word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// Writes it down.
///
/// # Errors
/// When the writer does not know of that visit, she says it herself on a screen, or the place is not hers to have or to leave.
pub async fn note(
    tx: &Tx<'_>,
    permit: Permit<WriteVisits>,
    visit: VisitId,
    whom: MemberId,
    channel: Channel,
    said: Said,
) -> Result<AtRequestId, No> {
    let by = permit.by();
    let (_, plan, place, around) = of_visit(tx, visit).await?;
    if !may_note(&plan, place, by, &around) {
        return Err(No::NotFound);
    }
    refuse_unless_without_screen(tx, by, whom).await?;
    let is_apart = apart(tx, by, whom).await?;
    let tried = match said {
        _ if is_apart => Err(No::NotFound),
        Said::Comes => comes_as_told(tx, whom, visit).await,
        Said::Holds => done(tx, whom, visit, Does::Holds).await,
        Said::CannotCome => done(tx, whom, visit, Does::Free).await,
    };
    match tried {
        Ok(()) => Ok(at_request::note(tx, &permit, whom, channel, AT_REQUEST).await?),
        Err(No::Broken(broken)) => Err(broken.into()),
        Err(_) => Err(No::field("whom", Message::new("visits-not-theirs"))),
    }
}
