//! Invitations, for who made them and for who comes with one.

use crate::InvitationId;
use crate::commands::invite::{WayIn, way_in, words_index};
use crate::commands::secret::fingerprint;
use crate::entities::invitation;
use crate::queries::people;
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::{Broken, No};
use sea_orm::ColumnTrait;

/// An invitation, for who made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Which.
    pub id: InvitationId,
    /// The link and the words.
    pub way_in: WayIn,
    /// The member of the founding list it is for, by name.
    pub for_name: Option<String>,
    /// Until when it is good.
    pub expires_at: Time,
}

/// One unused invitation that `by` made.
///
/// # Errors
/// When there is none.
pub async fn made_by(scope: &Scope<'_>, by: MemberId, id: InvitationId) -> Result<Made, No> {
    use invitation::Column;
    let row = scope
        .find::<invitation::Entity>()
        .filter(Column::Id.eq(id))
        .filter(Column::MadeBy.eq(by))
        .filter(Column::Used.eq(false))
        .filter(Column::TakenBack.eq(false));
    let row = row.filter(Column::ExpiresAt.gt(scope.now())).one().await?.ok_or(No::NotFound)?;
    Ok(made(scope, &people::names(scope).await?, row))
}

/// Every unused invitation that `by` made, the one that ends first coming first.
///
/// # Errors
/// When the store fails.
pub async fn all_made_by(scope: &Scope<'_>, by: MemberId) -> Result<Vec<Made>, Broken> {
    use invitation::Column;
    let rows = scope.find::<invitation::Entity>().filter(Column::MadeBy.eq(by)).filter(Column::Used.eq(false));
    let rows = rows.filter(Column::TakenBack.eq(false));
    let rows = rows.filter(Column::ExpiresAt.gt(scope.now())).ascending(Column::ExpiresAt).all().await?;
    let names = people::names(scope).await?;
    Ok(rows.into_iter().map(|row| made(scope, &names, row)).collect())
}

fn made(scope: &Scope<'_>, names: &people::Names, row: invitation::Model) -> Made {
    let for_name = row.for_member.and_then(|member| names.of(member)).map(str::to_owned);
    Made { id: row.id, way_in: way_in(scope.keyring(), scope.group(), row.id), for_name, expires_at: row.expires_at }
}

/// A card that was handed to somebody on the founding list, as everybody sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// Whose place it opens.
    pub to: MemberId,
    /// Who handed it.
    pub by: MemberId,
    /// When.
    pub at: Time,
    /// Whether the place was taken with it.
    pub used: bool,
}

/// Cards of the founding list that wait, or were used, for as long as a card is good: everybody sees who handed
/// which, and which place was taken, so that a place taken by somebody else does not go unseen. The register
/// keeps it after that.
///
/// # Errors
/// When the store fails.
pub async fn handed(scope: &Scope<'_>) -> Result<Vec<Handed>, Broken> {
    use invitation::Column;
    let cards = scope.find::<invitation::Entity>().filter(Column::ForMember.is_not_null());
    let cards = cards.filter(Column::TakenBack.eq(false)).filter(Column::ExpiresAt.gt(scope.now()));
    let rows = cards.ascending(Column::MadeAt).all().await?;
    let handed =
        |row: invitation::Model| Some(Handed { to: row.for_member?, by: row.made_by, at: row.made_at, used: row.used });
    Ok(rows.into_iter().filter_map(handed).collect())
}

/// Whom a way in is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// Which invitation.
    pub id: InvitationId,
    /// The member of the founding list it is for; none for somebody new.
    pub member: Option<MemberId>,
    /// What that member is called.
    pub name: Option<String>,
    /// Who made it.
    pub made_by: MemberId,
}

/// The invitation that a link or a card's words open. Looking uses nothing.
///
/// # Errors
/// When the store fails.
pub async fn opened_by(scope: &Scope<'_>, link_or_words: &str) -> Result<Option<Invited>, Broken> {
    use invitation::Column;
    let (token, words) = (fingerprint(link_or_words), words_index(scope, link_or_words));
    let row = scope
        .find::<invitation::Entity>()
        .filter(sea_orm::Condition::any().add(Column::Token.eq(token)).add(Column::Words.eq(words)));
    let row = row.filter(Column::Used.eq(false)).filter(Column::TakenBack.eq(false));
    let row = row.filter(Column::ExpiresAt.gt(scope.now())).one().await?;
    let Some(row) = row else { return Ok(None) };
    let name = match row.for_member {
        Some(member) => people::names(scope).await?.of(member).map(str::to_owned),
        None => None,
    };
    Ok(Some(Invited { id: row.id, member: row.for_member, name, made_by: row.made_by }))
}
