//! The worker that hurries: it closes votes nobody looks at, sends mail, and forgets what is over.
//!
//! Nothing depends on it being on time: pages settle what is due before they show anything.

use crate::mail::PostOffice;
use commons::db::{Db, Tx};
use commons::effects::Effects;
use commons::groups::{self, Group};
use commons::refusal::Broken;
use commons::{once, outbox};
use decisions::commands::settle::settle;
use membership::commands::{invite, mail_link, session};
use std::time::Duration;

/// Between two rounds. Somebody may be waiting for a link to sign in.
const ROUND: Duration = Duration::from_secs(2);
/// Rounds between two times of forgetting: about once an hour.
const FORGETTING: u64 = 1_800;

/// Works until the program ends.
pub(crate) async fn work(db: Db, effects: Effects, post: PostOffice) {
    let mut round = 0_u64;
    loop {
        if let Err(error) = one_round(&db, &effects, &post, round.is_multiple_of(FORGETTING)).await {
            tracing::error!(%error, "a round of the worker failed; the next one tries again");
        }
        round = round.wrapping_add(1);
        tokio::time::sleep(ROUND).await;
    }
}

/// One group in trouble does not keep the others waiting, nor the mail.
async fn one_round(db: &Db, effects: &Effects, post: &PostOffice, forget: bool) -> Result<(), Broken> {
    for group in groups::all(db).await? {
        if let Err(error) = one_group(db, effects, &group, forget).await {
            tracing::error!(%error, "a group could not be looked after; the next round tries again");
        }
    }
    outbox::deliver_due(db, post).await?;
    if forget {
        db.settle_files().await?;
    }
    Ok(())
}

async fn one_group(db: &Db, effects: &Effects, group: &Group, forget: bool) -> Result<(), Broken> {
    settle(db, effects, group.id).await?;
    if forget {
        db.write(group.id, forget_what_is_over).await?;
    }
    Ok(())
}

async fn forget_what_is_over(tx: &Tx<'_>) -> Result<(), Broken> {
    session::forget_ended(tx).await?;
    mail_link::forget_expired(tx).await?;
    invite::forget_expired(tx).await?;
    once::forget_old(tx).await?;
    Ok(())
}
