//! What pages need besides the kit: the store, what decisions can do, and what several members can do together.

use crate::kit::EndSession;
use commons::area::Areas;
use commons::db::Db;
use commons::effects::Effects;
use commons::ids::MemberId;
use futures_util::future::LocalBoxFuture;
use membership::joint::Joints;
use std::collections::HashMap;

/// State shared by the pages of every area.
#[derive(Clone)]
pub struct Site {
    /// The store.
    pub db: Db,
    /// What decisions can do.
    pub effects: Effects,
    /// What several members can do together.
    pub joints: Joints,
    /// What is kept about people.
    pub areas: Areas,
    /// Ready sign-in codes of the demonstration, by member; empty everywhere else. Only the `demo` command
    /// makes them (ruling 35).
    pub demo: HashMap<String, MemberId>,
}

impl std::fmt::Debug for Site {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Site").finish_non_exhaustive()
    }
}

/// Ends sessions in the store.
#[derive(Clone)]
pub struct StoredSessions(pub Db);

impl EndSession for StoredSessions {
    fn end<'a>(&'a self, token: &'a str) -> LocalBoxFuture<'a, ()> {
        Box::pin(async move {
            if let Err(error) = membership::commands::session::close_anywhere(&self.0, token).await {
                tracing::error!(%error, "a session could not be ended");
            }
        })
    }
}
