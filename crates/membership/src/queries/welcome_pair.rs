//! Who welcomes whom, and who could.

use crate::entities::welcome_pair;
use crate::queries::apart::{apart, known_to};
use crate::queries::{consents, people};
use crate::rules::consent::Use;
use crate::rules::standing::Standing;
use crate::rules::welcome_pair::offered;
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use sea_orm::ColumnTrait;

/// Somebody who welcomes somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Who came in.
    pub newcomer: MemberId,
    /// Who welcomes her.
    pub welcomer: MemberId,
    /// Until when.
    pub until: Time,
}

impl Pair {
    /// The other of the two.
    pub fn other_than(self, member: MemberId) -> MemberId {
        if self.newcomer == member { self.welcomer } else { self.newcomer }
    }
}

/// The pairs that she is in, either way, while they last; without somebody whom she knows herself kept apart from.
///
/// # Errors
/// When the store fails.
pub async fn of(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Pair>, Broken> {
    use welcome_pair::Column;
    let either = sea_orm::Condition::any().add(Column::Newcomer.eq(member)).add(Column::Welcomer.eq(member));
    let rows = scope.find::<welcome_pair::Entity>().filter(either).filter(Column::Until.gt(scope.now()));
    let pair = |row: welcome_pair::Model| Pair { newcomer: row.newcomer, welcomer: row.welcomer, until: row.until };
    let pairs: Vec<Pair> = rows.ascending(Column::Welcomer).all().await?.into_iter().map(pair).collect();
    if pairs.is_empty() {
        return Ok(pairs);
    }
    let apart = known_to(scope, member).await?;
    Ok(pairs.into_iter().filter(|pair| !apart.contains(&pair.other_than(member))).collect())
}

/// Members who said yes to welcoming and do not rest, in the order in which `newcomer` is offered them. Nobody is
/// offered who keeps apart from her; to somebody whom the group removed, nobody is. Who welcomes her already is always
/// there: a name that went from this list alone would tell that she rests, or keeps apart.
///
/// # Errors
/// When the store fails.
pub async fn offered_to(scope: &Scope<'_>, newcomer: MemberId) -> Result<Vec<MemberId>, Broken> {
    let mut welcomers = Vec::new();
    if !people::standing(scope, newcomer).await?.is_some_and(Standing::reads) {
        return Ok(welcomers);
    }
    for welcomer in consents::who_said(scope, Use::WelcomeOthers).await? {
        let is_here = people::standing(scope, welcomer).await? == Some(Standing::Active);
        if is_here && !apart(scope, newcomer, welcomer).await? {
            welcomers.push(welcomer);
        }
    }
    let present = of(scope, newcomer).await?.into_iter().filter(|pair| pair.newcomer == newcomer);
    welcomers.extend(present.map(|pair| pair.welcomer));
    Ok(offered(newcomer, welcomers))
}
