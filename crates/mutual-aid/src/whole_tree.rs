//! Printing the whole tree: three members together, and a line that everybody reads (`domain` 2.8, rule 7). It has names
//! and who calls whom, and no number.

use crate::commands::calls::tree;
use async_trait::async_trait;
use chrono::Duration;
use commons::db::{Scope, Tx};
use commons::effects::{Difference, read_details};
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use membership::joint::{Joint, JointAct, Together};
use membership::queries::people;
use membership::rules::standing::Standing;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// How many sign.
const SIGNERS: u64 = 3;
/// For so long it can be printed then.
pub const OPEN_FOR: Duration = Duration::hours(24);

/// What for, as everybody reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WholeTree {
    /// The version of the tree: another one is another act.
    pub version: i32,
}

/// Prints the whole tree.
#[derive(Clone, Copy, Debug)]
pub struct PrintTree;

impl PrintTree {
    /// Its kind in the store.
    pub const KIND: &'static str = "tree.print/1";
}

#[async_trait(?Send)]
impl Joint for PrintTree {
    fn kind(&self) -> &'static str {
        Self::KIND
    }

    async fn needed(&self, scope: &Scope<'_>, _details: &Value) -> Result<u32, No> {
        // Never alone: of two, both.
        let members = people::how_many_active(scope).await?.max(2);
        Ok(u32::try_from(SIGNERS.min(members)).unwrap_or(u32::MAX))
    }

    async fn check(&self, scope: &Scope<'_>, details: &Value) -> Result<(), No> {
        let _: WholeTree = read_details(details)?;
        let now = tree::current(scope).await?;
        if now.tree.places().next().is_none() { Err(No::conflict("chain-nobody")) } else { Ok(()) }
    }

    async fn may_sign(&self, scope: &Scope<'_>, _details: &Value, signer: MemberId) -> Result<(), No> {
        match people::standing(scope, signer).await? {
            Some(Standing::Active | Standing::Paused) => Ok(()),
            _ => Err(No::NotAllowed(Message::new("together-not-for-you"))),
        }
    }

    async fn preview(&self, scope: &Scope<'_>, details: &Value) -> Result<Vec<Difference>, No> {
        let _: WholeTree = read_details(details)?;
        let people = tree::current(scope).await?.tree.places().count();
        let what = Message::new("tree-print-what");
        let after = Message::new("tree-print-then").with("people", people).with("hours", OPEN_FOR.num_hours());
        Ok(vec![Difference { what, before: None, after: Some(after) }])
    }

    async fn carry_out(&self, _tx: &Tx<'_>, _together: &Together, _details: &Value) -> Result<(), No> {
        // The register has said who signed; the page opens from that.
        Ok(())
    }
}

/// Whether an act lets this reader print the tree at this instant: she signed it, and it was done a short while ago.
pub fn opens(act: &JointAct, reader: MemberId, now: commons::clock::Time) -> bool {
    let is_recent = act.done_at.is_some_and(|done| done <= now && now < done + OPEN_FOR);
    act.kind == PrintTree::KIND && is_recent && act.signers.contains(&reader)
}
