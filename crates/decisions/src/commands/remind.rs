//! Telling those on a roll once more that there is news, half way and on the last day (`decisions C9`).
//!
//! The letter is the one of any news (ruling 20): it says nothing of a vote, and nothing of who voted. It keeps quiet
//! hours, goes to nobody on pause, and to nobody who wants none.

use crate::ProposalId;
use crate::commands::more_time::who_voted;
use crate::commands::settle::again;
use crate::commands::{question_of, save};
use crate::entities::proposal;
use crate::queries::counted;
use crate::rules::state::State;
use crate::rules::timing::reminders;
use commons::clock::Time;
use commons::db::{Db, Tx};
use commons::ids::{GroupId, MemberId};
use commons::refusal::Broken;
use membership::mail::tell_news;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// Sends what is due of every open vote, each once.
pub(super) async fn remind(db: &Db, group: GroupId, open: &[proposal::Model]) -> Result<(), Broken> {
    for row in open {
        // An election tells whom it asks at each round.
        if question_of(row)?.method.has_ballots() && due(row, db.now()).is_some() {
            db.write(group, async |tx: &Tx<'_>| remind_of(tx, row.id).await).await?;
        }
    }
    Ok(())
}

/// Which reminder is due now, counted from 1; none when it was sent. After an outage there is one, not two at once.
fn due(row: &proposal::Model, now: Time) -> Option<i32> {
    let (opened, closes) = (row.opens_at?, row.closes_at.filter(|closes| now < *closes)?);
    let passed = reminders(opened, closes).into_iter().filter(|at| *at <= now).count();
    i32::try_from(passed).ok().filter(|passed| *passed > row.reminded)
}

/// Looked at once more under the lock: another may have told them.
async fn remind_of(tx: &Tx<'_>, id: ProposalId) -> Result<(), Broken> {
    let row = tx.find::<proposal::Entity>().filter(proposal::Column::Id.eq(id)).one().await?;
    let Some(row) = row.filter(|row| row.state == State::Voting) else { return Ok(()) };
    let Some(which) = due(&row, tx.now()) else { return Ok(()) };
    save(tx, id, proposal::ActiveModel { reminded: Set(which), ..Default::default() }).await?;
    let roll = counted::roll(tx, id).await?.into_iter().map(|row| row.member_id);
    // In a secret vote whoever voted is told as well: the letters would say who did not.
    let voted = if row.secret { Default::default() } else { who_voted(tx, &row).await? };
    let told: Vec<MemberId> = roll.filter(|member| !voted.contains(member)).collect();
    tell_news(tx, &format!("vote-again/{id}/{which}{}", again(&row)), &told).await
}
