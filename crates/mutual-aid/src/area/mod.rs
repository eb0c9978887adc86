//! What this area owes to the people it keeps something about, one file for each of its parts.

use async_trait::async_trait;
use commons::area::{Area, Erased, Kept, Section};
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::Broken;

mod calls;
mod circle;
mod limits;
mod listening;
mod visits;

/// The tables of being there for one another.
#[derive(Clone, Copy, Debug)]
pub struct MutualAid;

#[async_trait(?Send)]
impl Area for MutualAid {
    fn name(&self) -> &'static str {
        "mutual-aid"
    }

    fn kept(&self) -> Vec<Kept> {
        [limits::KEPT, calls::KEPT, listening::KEPT, visits::KEPT, circle::KEPT].concat()
    }

    async fn everything_about(&self, scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
        let mut sections = limits::about(scope, member).await?;
        sections.extend(calls::about(scope, member).await?);
        sections.extend(listening::about(scope, member).await?);
        sections.extend(visits::about(scope, member).await?);
        sections.extend(circle::about(scope, member).await?);
        Ok(sections)
    }

    async fn forget(&self, tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
        let mut erased = limits::forget(tx, member).await?;
        erased.extend(calls::forget(tx, member).await?);
        erased.extend(listening::forget(tx, member).await?);
        erased.extend(visits::forget(tx, member).await?);
        erased.extend(circle::forget(tx, member).await?);
        Ok(erased)
    }

    async fn purge(&self, tx: &Tx<'_>) -> Result<Vec<Erased>, Broken> {
        let mut erased = limits::purge(tx).await?;
        erased.extend(calls::purge(tx).await?);
        erased.extend(listening::purge(tx).await?);
        erased.extend(visits::purge(tx).await?);
        erased.extend(circle::purge(tx).await?);
        Ok(erased)
    }
}
