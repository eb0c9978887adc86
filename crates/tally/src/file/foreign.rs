//! Ballots in the formats of other programs ([`crate::exchange`]) as a ballot file: counted and told as any other.
//!
//! Options are called `o1`, `o2` and so on, in listed order, and keep their names as labels.

use super::{BallotFile, Method, Place, Reason, Refusal, Vote};
use crate::ballots::{Ballots, Ranking};
use crate::equal_shares::{Budget, Completion, Utility};
use crate::exchange::{blt, pabulib, preflib};
use crate::options::OptionId;

/// A `.blt` election, counted by `method`; by the single transferable vote when nobody says.
///
/// # Errors
/// [`Refusal`] when the method cannot count it.
pub fn of_election(election: blt::Election, method: Option<Method>) -> Result<BallotFile, Refusal> {
    let blt::Election { seats, names, title, ballots } = election;
    let vote = by(method.unwrap_or(Method::Stv), Some(seats), ballots)?;
    Ok(named(title, &names, vote))
}

/// Rankings of PrefLib, counted by `method`; by that of Schulze when nobody says.
///
/// # Errors
/// [`Refusal`] when the method cannot count them.
pub fn of_profile(profile: preflib::Profile, method: Option<Method>) -> Result<BallotFile, Refusal> {
    let preflib::Profile { title, names, ballots } = profile;
    let vote = by(method.unwrap_or(Method::Schulze), None, ballots)?;
    Ok(named(title, &names, vote))
}

/// A participatory budget of pabulib, by equal shares, completed as groups complete theirs ([`Completion::Add1`]).
///
/// # Errors
/// [`Refusal`] when a project costs nothing.
pub fn of_budget(vote: pabulib::Vote) -> Result<BallotFile, Refusal> {
    let pabulib::Vote { description, budget, projects: _, names, costs, ballots } = vote;
    if costs.values().contains(&0) {
        return Err(Refusal::field("cost", Reason::CostOfZero));
    }
    let budget = Budget { budget, costs, utility: Utility::default(), completion: Completion::Add1 };
    Ok(named(description, &names, Vote::EqualShares { budget, ballots }))
}

/// Rankings with the method that counts them.
fn by(method: Method, seats: Option<u64>, ballots: Ballots<Ranking>) -> Result<Vote, Refusal> {
    Ok(match method {
        Method::Schulze => Vote::Schulze(ballots),
        Method::RankedPairs => Vote::RankedPairs(ballots),
        Method::Irv => Vote::Irv(ballots),
        Method::Borda => Vote::Borda(ballots),
        Method::Condorcet => Vote::Condorcet(ballots),
        Method::Stv => {
            if ballots.iter().any(|(ballot, _)| !ballot.is_strict()) {
                return Err(Refusal { place: Place::File, reason: Reason::TiedTier });
            }
            Vote::Stv { seats: fitting(seats, ballots.options())?, ballots }
        }
        Method::Majority | Method::Approval | Method::Score | Method::EqualShares => {
            return Err(Refusal::field("method", Reason::NotWithThisMethod));
        }
    })
}

/// As many seats as there can be with so many options.
fn fitting(seats: Option<u64>, options: u16) -> Result<u16, Refusal> {
    let seats = seats.ok_or_else(|| Refusal::field("seats", Reason::Missing))?;
    let fits = u16::try_from(seats).ok().filter(|seats| (1..=options).contains(seats));
    fits.ok_or_else(|| Refusal::field("seats", Reason::NotBetween { least: 1, most: options.into() }))
}

fn named(title: String, names: &[String], vote: Vote) -> BallotFile {
    let title = (!title.is_empty()).then_some(title);
    let options = || OptionId::first(u16::try_from(names.len()).unwrap_or(u16::MAX));
    let labels = options().zip(names.iter().cloned()).filter(|(_, name)| !name.is_empty()).collect();
    let ids = options().map(|option| format!("o{}", option.place() + 1)).collect();
    BallotFile { title, names: ids, labels, tie_order: None, vote }
}
