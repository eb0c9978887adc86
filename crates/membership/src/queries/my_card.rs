//! One's printed card, for a quarter of an hour, and how many of its codes are left.

use crate::commands::print_card::{SHOWN_FOR, WORDS};
use crate::entities::card_code;
use commons::area::{Datum, Section};
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::{Arg, Broken, Message, No};
use commons::register::chain::Hash;
use commons::register::words::head_words;
use sea_orm::ColumnTrait;
use uuid::Uuid;

/// The words of one code of a card.
pub(crate) fn words_of(scope: &Scope<'_>, card: Uuid, place: i32) -> String {
    let bits = scope.keyring().derive(&format!("card code/{}/{card}/{place}", scope.group()));
    head_words(&Hash(bits)).into_iter().take(WORDS).collect::<Vec<_>>().join(" ")
}

/// The codes of one card while it can be seen, in order, used ones left out.
///
/// # Errors
/// When it is not hers, was made too long ago, or is no longer good.
pub async fn shown(scope: &Scope<'_>, member: MemberId, card: Uuid) -> Result<Vec<String>, No> {
    use card_code::Column;
    let rows = scope.find::<card_code::Entity>().filter(Column::Card.eq(card)).filter(Column::MemberId.eq(member));
    let rows = rows.filter(Column::MadeAt.gt(scope.now() - SHOWN_FOR)).ascending(Column::Place).all().await?;
    if rows.is_empty() {
        return Err(No::Expired(Message::new("my-card-gone")));
    }
    Ok(rows.into_iter().map(|row| words_of(scope, row.card, row.place)).collect())
}

/// How many codes of hers are still good.
///
/// # Errors
/// When the store fails.
pub async fn left(scope: &Scope<'_>, member: MemberId) -> Result<u64, Broken> {
    Ok(scope.find::<card_code::Entity>().filter(card_code::Column::MemberId.eq(member)).count().await?)
}

/// That she has codes, and since when; not what they are.
pub(crate) async fn about(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
    let codes = scope.find::<card_code::Entity>().filter(card_code::Column::MemberId.eq(member));
    let made_at = codes.one().await?.map(|row| row.made_at);
    let left = i64::try_from(left(scope, member).await?).unwrap_or(i64::MAX);
    let row = |at| vec![Datum::new("card_made", Arg::Time(at)), Datum::new("card_left", Arg::Number(left))];
    Ok(vec![Section::new("card_codes", made_at.into_iter().map(row).collect())])
}
