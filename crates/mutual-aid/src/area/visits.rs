//! Visits: what is kept, shown, erased and thrown away.

use commons::area::{Erased, Kept, Section};
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::Broken;

pub(super) const KEPT: &[Kept] = &[];

pub(super) async fn about(_scope: &Scope<'_>, _member: MemberId) -> Result<Vec<Section>, Broken> {
    Ok(Vec::new())
}

pub(super) async fn forget(_tx: &Tx<'_>, _member: MemberId) -> Result<Vec<Erased>, Broken> {
    Ok(Vec::new())
}

pub(super) async fn purge(_tx: &Tx<'_>) -> Result<Vec<Erased>, Broken> {
    Ok(Vec::new())
}
