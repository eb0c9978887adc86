//! Two people to find one's way with. The newcomer chooses among those who offered, changes when she likes, and it
//! ends by itself after three months. Nothing is kept of what is said (`mutual-aid` M4).

use crate::commands::consent::{Came, set};
use crate::entities::welcome_pair;
use crate::powers::{ChangeOwnAccess, Permit};
use crate::queries::welcome_pair as pairs;
use crate::rules::consent::Use;
use crate::rules::welcome_pair::{A_PAIR, ends};
use commons::area::{Datum, Erased, Kept, Section, Then, Until};
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Arg, Broken, Message, No};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use std::collections::BTreeSet;

/// Who welcomes whom, while it lasts.
pub(crate) const KEPT: &[Kept] = &[Kept {
    table: "welcome_pair",
    columns: &["newcomer", "welcomer", "since", "until"],
    name: "welcome_pairs",
    until: Until::Days(92),
    then: Then::Erased,
}];

/// Takes these people to be welcomed by: one or two of those who are offered to her. Choosing them is her yes to being
/// welcomed.
///
/// # Errors
/// When they are not offered to her, or are too many.
pub async fn choose(tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>, chosen: &BTreeSet<MemberId>) -> Result<(), No> {
    let by = permit.by();
    let offered = pairs::offered_to(tx, by).await?;
    if chosen.is_empty() || chosen.len() > A_PAIR || !chosen.iter().all(|one| offered.contains(one)) {
        return Err(No::field("welcomer", Message::new("pair-choose").with("count", A_PAIR)));
    }
    set(tx, by, Use::BeWelcomed, true, Came::HERSELF).await?;
    tx.delete::<welcome_pair::Entity>().filter(welcome_pair::Column::Newcomer.eq(by)).go().await?;
    for welcomer in chosen {
        let row = welcome_pair::ActiveModel {
            newcomer: Set(by),
            welcomer: Set(*welcomer),
            since: Set(tx.now()),
            until: Set(ends(tx.now())),
            ..Default::default()
        };
        tx.insert(row).await?;
    }
    Ok(())
}

/// Ends it now, without a reason.
///
/// # Errors
/// When the store fails.
pub async fn end(tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>) -> Result<(), No> {
    Ok(set(tx, permit.by(), Use::BeWelcomed, false, Came::HERSELF).await?)
}

/// Ends one pair that she is in with `other`, whichever of the two she is, without a reason. The last of those who
/// welcomed her takes her yes with it, as [`end`] does. One that is over is fine.
///
/// # Errors
/// When the store fails.
pub async fn leave(tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>, other: MemberId) -> Result<(), No> {
    use welcome_pair::Column;
    let by = permit.by();
    let this = |newcomer: MemberId, welcomer: MemberId| {
        sea_orm::Condition::all().add(Column::Newcomer.eq(newcomer)).add(Column::Welcomer.eq(welcomer))
    };
    let welcomed = tx.delete::<welcome_pair::Entity>().filter(this(by, other)).go().await? > 0;
    tx.delete::<welcome_pair::Entity>().filter(this(other, by)).go().await?;
    if welcomed && !tx.find::<welcome_pair::Entity>().filter(Column::Newcomer.eq(by)).any().await? {
        set(tx, by, Use::BeWelcomed, false, Came::HERSELF).await?;
    }
    Ok(())
}

/// Until when she is welcomed or welcomes; not by whom nor whom.
pub(crate) async fn about(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
    let rows = pairs::of(scope, member).await?;
    let row = |pair: pairs::Pair| {
        let whose = if pair.newcomer == member { "pair-you-are-welcomed" } else { "pair-you-welcome" };
        vec![Datum::new("pair_whose", Message::new(whose)), Datum::new("pair_until", Arg::Time(pair.until))]
    };
    Ok(vec![Section::new("welcome_pairs", rows.into_iter().map(row).collect())])
}

/// Goes with either of the two. Counted is what her own page showed.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
    use welcome_pair::Column;
    let shown = pairs::of(tx, member).await?.len();
    let either = sea_orm::Condition::any().add(Column::Newcomer.eq(member)).add(Column::Welcomer.eq(member));
    tx.delete::<welcome_pair::Entity>().filter(either).go().await?;
    Ok(vec![Erased { table: "welcome_pair", rows: u64::try_from(shown).unwrap_or(u64::MAX) }])
}

/// Forgets pairs that ended.
pub(crate) async fn purge(tx: &Tx<'_>) -> Result<Erased, Broken> {
    let over = tx.delete::<welcome_pair::Entity>().filter(welcome_pair::Column::Until.lte(tx.now()));
    Ok(Erased { table: "welcome_pair", rows: over.go().await? })
}
