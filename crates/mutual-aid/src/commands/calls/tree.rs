//! Who calls whom: drawn from those who say yes, anew or by hand, and changed as little as can be when somebody comes or
//! goes (`mutual-aid` T1, T2, TP6; ruling 24).

use crate::commands::calls::{open, person, seal};
use crate::entities::calls::call_tree;
use crate::powers::{DrawTree, KeepChain};
use crate::queries::calls::people::{Live, live};
use crate::queries::calls::sheets;
use crate::rules::calls::MOST_STARTERS;
use crate::rules::change;
use crate::rules::group::Person;
use crate::rules::tree::{Fault, Row, Shape, Tree};
use commons::db::{Scope, Tx};
use commons::refusal::{Broken, Message, No};
use membership::powers::{self, Permit};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde::{Deserialize, Serialize};

/// What is kept of a tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    shape: Shape,
    by_hand: bool,
    width: u8,
    root: Option<Person>,
    rows: Vec<Row>,
}

/// The tree as it is for those who say yes now.
#[derive(Clone, Debug)]
pub struct Current {
    /// Its version: how often it was drawn or changed. None was kept yet: 0.
    pub version: i32,
    /// What the group chose about it.
    pub shape: Shape,
    /// Whether it was drawn by hand.
    pub by_hand: bool,
    /// Who calls whom.
    pub tree: Tree,
    /// Everybody who says yes now.
    pub live: Live,
    /// What is kept differs from it.
    changed: bool,
}

fn place(version: i32) -> String {
    format!("call_tree/{version}/lines")
}

/// The tree now: as it was kept, and as those who say yes now make it. Until somebody draws one, it is grown with three
/// starters.
///
/// # Errors
/// When the store fails.
pub async fn current(scope: &Scope<'_>) -> Result<Current, Broken> {
    let live = live(scope).await?;
    let row = scope.find::<call_tree::Entity>().descending(call_tree::Column::Version).one().await?;
    let Some(row) = row else {
        let shape = Shape { seed: seed_of(scope), ..Shape::default() };
        let tree = Tree::grow(&live.group, &shape);
        let changed = tree.places().next().is_some();
        return Ok(Current { version: 0, shape, by_hand: false, tree, live, changed });
    };
    let kept: Kept = open(scope, &place(row.version), &row.lines)?;
    let read = Tree::read(kept.root, kept.width, &kept.rows);
    let read = read.map_err(|_| Broken::stored("a phone tree with a line that leads nowhere"))?;
    let change = change::follow(&read, &live.group, &kept.shape);
    let changed = change.tree.rows() != kept.rows || change.tree.root() != kept.root;
    let by_hand = kept.by_hand && !change.grown_anew;
    Ok(Current { version: row.version, shape: kept.shape, by_hand, tree: change.tree, live, changed })
}

/// The first lot of a group: its own id.
fn seed_of(scope: &Scope<'_>) -> u64 {
    let (high, low) = scope.group().0.as_u64_pair();
    high ^ low
}

/// Keeps the tree as those who say yes now make it, when it is another one than what is kept.
///
/// # Errors
/// When the store fails.
pub(crate) async fn follow(tx: &Tx<'_>) -> Result<(), Broken> {
    let now = current(tx).await?;
    if now.changed {
        keep(tx, now.version, &now.tree, now.shape, now.by_hand).await?;
    }
    Ok(())
}

/// One version is kept: the one that holds.
async fn keep(tx: &Tx<'_>, before: i32, tree: &Tree, shape: Shape, by_hand: bool) -> Result<(), Broken> {
    let version = before.saturating_add(1);
    let kept = Kept { shape, by_hand, width: tree.width(), root: tree.root(), rows: tree.rows() };
    tx.delete::<call_tree::Entity>().filter(call_tree::Column::Version.lte(before)).go().await?;
    let row = call_tree::ActiveModel {
        version: Set(version),
        made_at: Set(tx.now()),
        lines: Set(seal(tx, &place(version), &kept)?),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}

/// Whether everybody can draw it anew: no sheet hangs on a wall that would have to be printed again. Otherwise whoever
/// holds the mandate can.
///
/// # Errors
/// When the store fails.
pub async fn may_draw(scope: &Scope<'_>, by: commons::ids::MemberId) -> Result<bool, Broken> {
    Ok(!sheets::any_good(scope).await? || powers::has::<KeepChain>(scope, by).await?)
}

async fn refuse_while_sheets_hang(tx: &Tx<'_>, permit: &Permit<DrawTree>) -> Result<(), No> {
    if !sheets::any_good(tx).await? {
        return Ok(());
    }
    let keeper = powers::ask_for_more::<KeepChain>(tx, permit.by()).await?;
    keeper.ok_or_else(|| No::conflict("tree-sheets-hang"))?.log_use(tx).await.map_err(No::from)
}

/// Draws the tree anew from those who say yes, with so many who are called first.
///
/// # Errors
/// When sheets hang on walls and she has no mandate for it, or the number is none.
pub async fn draw(tx: &Tx<'_>, permit: Permit<DrawTree>, starters: u8) -> Result<(), No> {
    refuse_while_sheets_hang(tx, &permit).await?;
    if !(1..=MOST_STARTERS).contains(&starters) {
        let message = Message::new("tree-starters-between").with("most", u32::from(MOST_STARTERS));
        return Err(No::field("starters", message));
    }
    let now = current(tx).await?;
    // Another lot each time: who stands where is nobody's to choose.
    let seed = now.shape.seed.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
    let shape = Shape { starters, width: None, root: None, seed };
    let tree = Tree::grow(&now.live.group, &shape);
    Ok(keep(tx, now.version, &tree, shape, false).await?)
}

/// Keeps a tree that was drawn by hand, read by the same rules as one that is grown.
///
/// # Errors
/// Every line that does not hold, in the words of [`fault_key`]; or as [`draw`].
pub async fn draw_by_hand(
    tx: &Tx<'_>,
    permit: Permit<DrawTree>,
    root: Option<Person>,
    rows: &[Row],
) -> Result<Result<(), Vec<Fault>>, No> {
    refuse_while_sheets_hang(tx, &permit).await?;
    let now = current(tx).await?;
    let tree = match Tree::drawn(&now.live.group, root, now.shape.seed, rows) {
        Ok(tree) => tree,
        Err(faults) => match mended(&now, root, rows, faults) {
            Ok(tree) => tree,
            Err(faults) => return Ok(Err(faults)),
        },
    };
    let starters = u8::try_from(tree.starters().len()).unwrap_or(MOST_STARTERS);
    let shape = Shape { starters, root, width: Some(tree.width()), seed: now.shape.seed };
    keep(tx, now.version, &tree, shape, true).await?;
    Ok(Ok(()))
}

/// A line between two who do not call each other is mended in silence, as it is when they say so later: a fault that names
/// them would tell anybody who keeps apart from whom (`mutual-aid` X2). All other faults are told.
fn mended(now: &Current, root: Option<Person>, rows: &[Row], faults: Vec<Fault>) -> Result<Tree, Vec<Fault>> {
    let told: Vec<Fault> = faults.into_iter().filter(|fault| !matches!(fault, Fault::CallsOtherwise { .. })).collect();
    if !told.is_empty() {
        return Err(told);
    }
    let width = now.live.group.members().map(|one| one.calls).max().unwrap_or(1);
    let read = Tree::read(root, width, rows)?;
    let shape = Shape { root, width: Some(width), ..now.shape };
    Ok(change::follow(&read, &now.live.group, &shape).tree)
}

/// The message about a line that does not hold. It never says why somebody should not call another.
pub const fn fault_key(fault: &Fault) -> &'static str {
    match fault {
        Fault::Twice(_) => "tree-fault-twice",
        Fault::NeverReached(_) => "tree-fault-never-reached",
        Fault::NotOfTheTree(_) => "tree-fault-not-of-the-tree",
        Fault::NotDrawn(_) => "tree-fault-not-drawn",
        Fault::TooMany { .. } => "tree-fault-too-many",
        Fault::CallsOtherwise { .. } => "tree-fault-calls-otherwise",
        Fault::SameBranch(_) => "tree-fault-same-branch",
    }
}

/// Somebody leaves: the tree is kept without her.
pub(crate) async fn forget(tx: &Tx<'_>, whose: commons::ids::MemberId) -> Result<u64, Broken> {
    let mut now = current(tx).await?;
    if now.version == 0 {
        return Ok(0);
    }
    let stood = now.tree.place(person(whose)).is_some();
    now.live.group.remove(person(whose));
    let tree = change::follow(&now.tree, &now.live.group, &now.shape).tree;
    if stood || now.changed {
        keep(tx, now.version, &tree, now.shape, now.by_hand).await?;
    }
    Ok(u64::from(stood))
}
