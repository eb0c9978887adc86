//! The worker that hurries: it closes votes nobody looks at, sends mail, and forgets what is over.
//!
//! Nothing depends on it being on time: pages settle what is due before they show anything. Mail has a
//! loop of its own, so that a slow mail server delays letters and nothing else.

use crate::areas;
use actix_web::rt::task::JoinHandle;
use commons::db::{Db, Tx};
use commons::effects::Effects;
use commons::groups::{self, Group};
use commons::ids::GroupId;
use commons::outbox::Mailer;
use commons::refusal::Broken;
use commons::{late, outbox};
use decisions::commands::settle::settle;
use mutual_aid::commands::settle::settle as settle_mutual_aid;
use std::collections::BTreeSet;
use std::time::Duration;
use tokio::sync::watch;

/// Between two rounds. Somebody may be waiting for a link to sign in.
const ROUND: Duration = Duration::from_secs(2);
/// Rounds between two times of forgetting: about once an hour.
const FORGETTING: u64 = 1_800;

/// The two loops of a server.
pub struct Worker {
    stop: watch::Sender<bool>,
    loops: [JoinHandle<()>; 2],
}

impl Worker {
    /// Starts both loops on the present thread.
    pub fn start(db: Db, effects: Effects, post: impl Mailer + 'static) -> Self {
        let (stop, stopped) = watch::channel(false);
        let settling = actix_web::rt::spawn(look_after(db.clone(), effects, stopped.clone()));
        let mail = actix_web::rt::spawn(deliver(db, post, stopped));
        Self { stop, loops: [settling, mail] }
    }

    /// Asks both loops to stop and waits for what they have in hand, at most `grace`: a letter cut short
    /// after the mail server took it would leave twice.
    pub async fn stop(self, grace: Duration) {
        let _ = self.stop.send(true);
        let end = tokio::time::Instant::now() + grace;
        for mut task in self.loops {
            if tokio::time::timeout_at(end, &mut task).await.is_err() {
                task.abort();
                let _ = task.await;
            }
        }
    }
}

/// Waits for the next round; whether there is one.
async fn next_round(stop: &mut watch::Receiver<bool>) -> bool {
    let told = tokio::time::timeout(ROUND, stop.wait_for(|stop| *stop)).await;
    // Nothing was said, so work goes on; a worker that nobody holds any more stops too.
    told.is_err()
}

async fn look_after(db: Db, effects: Effects, mut stop: watch::Receiver<bool>) {
    let mut forgetting = Forgetting::default();
    loop {
        if let Err(error) = one_round(&db, &effects, &mut forgetting).await {
            tracing::error!(%error, "a round of the worker failed; the next one tries again");
        }
        if !next_round(&mut stop).await {
            return;
        }
    }
}

async fn deliver(db: Db, post: impl Mailer, mut stop: watch::Receiver<bool>) {
    loop {
        let go_on = || !*stop.borrow();
        if let Err(error) = outbox::deliver_while(&db, &post, go_on).await {
            tracing::error!(%error, "letters could not be looked at; the next round tries again");
        }
        if !next_round(&mut stop).await {
            return;
        }
    }
}

/// What is still to be forgotten: cleared only when it was, so that a store that is busy for a moment does
/// not keep for an hour what should be gone.
#[derive(Debug, Default)]
pub struct Forgetting {
    rounds: u64,
    groups: BTreeSet<GroupId>,
    files: bool,
}

impl Forgetting {
    /// Begins a round: once in a while, everything is to be forgotten anew.
    fn begin(&mut self, groups: &[Group]) {
        if self.rounds.is_multiple_of(FORGETTING) {
            self.groups.extend(groups.iter().map(|group| group.id));
            self.files = true;
        }
        self.rounds = self.rounds.wrapping_add(1);
    }

    /// Whether nothing is left to forget until the next time.
    pub fn is_done(&self) -> bool {
        self.groups.is_empty() && !self.files
    }
}

/// One round of settling and forgetting. One group in trouble does not keep the others waiting.
///
/// # Errors
/// When the store fails; what is left to forget stays so.
pub async fn one_round(db: &Db, effects: &Effects, forgetting: &mut Forgetting) -> Result<(), Broken> {
    let groups = groups::all(db).await?;
    forgetting.begin(&groups);
    for group in groups {
        if let Err(error) = settle(db, effects, &areas::areas(), group.id).await {
            tracing::error!(%error, "a group could not be looked after; the next round tries again");
        }
        if let Err(error) = settle_mutual_aid(db, group.id).await {
            tracing::error!(%error, "calls, listening or visits could not be looked after; the next round tries again");
        }
        if let Err(error) = forget(db, group.id, forgetting).await {
            tracing::error!(%error, "what is over could not be forgotten; the next round tries again");
        }
    }
    if forgetting.files {
        db.settle_files().await?;
        forgetting.files = false;
    }
    Ok(())
}

async fn forget(db: &Db, group: GroupId, forgetting: &mut Forgetting) -> Result<(), Broken> {
    late::forget_old(db, group).await?;
    if forgetting.groups.contains(&group) {
        db.write(group, forget_what_is_over).await?;
        forgetting.groups.remove(&group);
        // What was erased just now is still in the log.
        forgetting.files = true;
    }
    Ok(())
}

async fn forget_what_is_over(tx: &Tx<'_>) -> Result<(), Broken> {
    areas::areas().purge(tx).await.map(|_| ())
}
