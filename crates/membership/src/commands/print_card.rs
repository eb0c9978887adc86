//! A card to sign in with, printed: ten codes of four words, each good once (rulings 13 and 14). It takes neither
//! mail nor memory, and is a full way in.
//!
//! The words are derived from the card's random id with the key of the data directory, so that the page can show
//! them for a quarter of an hour. The store keeps an index of each, made with the same key: alone it opens nothing.

use crate::commands::confirm::Confirmed;
use crate::commands::{secret, session};
use crate::entities::card_code;
use crate::mail;
use crate::powers::{ChangeOwnAccess, Permit};
use crate::queries::my_card::words_of;
use crate::queries::people;
use crate::queries::recovery::refuse_barred;
use crate::rules::recovery::Barred;
use chrono::Duration;
use commons::area::{Erased, Kept, Then, Until};
use commons::db::{Db, Scope, Tx};
use commons::ids::{GroupId, MemberId};
use commons::outbox::{self, Letter, Post, To};
use commons::refusal::{Broken, No};
use commons::register::words::fold_words;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use uuid::Uuid;

/// Codes on a card.
pub const CODES: i32 = 10;
/// Words of a code: 44 bits, tried through the door alone, which counts.
pub const WORDS: usize = 4;
/// For so long after it was made, its page can be seen.
pub const SHOWN_FOR: Duration = Duration::minutes(15);

pub(crate) const KEPT: &[Kept] = &[Kept {
    table: "card_code",
    columns: &["words", "card", "member_id", "place", "made_at"],
    name: "card_codes",
    until: Until::SheSaysSo,
    then: Then::Erased,
}];

/// Makes a card for herself. The one before opens nothing any more, and she is told by mail.
///
/// # Errors
/// When her passphrase changed meanwhile, or her place was handed over of late.
pub async fn print_card(tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>, confirmed: Confirmed) -> Result<Uuid, No> {
    confirmed.still_holds(tx, permit.by()).await?;
    refuse_barred(tx, permit.by(), Barred::PrintCard).await?;
    let card = make_card(tx, permit.by()).await?;
    tell(tx, permit.by()).await?;
    Ok(card)
}

/// Makes a card for `member`, who asked for it; whoever calls this has looked whether it may.
///
/// # Errors
/// When the store fails.
pub async fn make_card(tx: &Tx<'_>, member: MemberId) -> Result<Uuid, Broken> {
    void_card(tx, member).await?;
    // Born of chance alone: an id that tells its time would make the words easier to guess.
    let card = Uuid::from_bytes(rand::random());
    for place in 1..=CODES {
        let row = card_code::ActiveModel {
            words: Set(index(tx, &words_of(tx, card, place))),
            card: Set(card),
            member_id: Set(member),
            place: Set(place),
            made_at: Set(tx.now()),
            ..Default::default()
        };
        tx.insert(row).await?;
    }
    Ok(card)
}

/// Her card opens nothing any more.
pub(crate) async fn void_card(tx: &Tx<'_>, member: MemberId) -> Result<u64, Broken> {
    Ok(tx.delete::<card_code::Entity>().filter(card_code::Column::MemberId.eq(member)).go().await?)
}

fn index(scope: &Scope<'_>, words: &str) -> Vec<u8> {
    scope.keyring().blind_index(scope.group(), "card code", &fold_words(words))
}

/// Uses a code up, and says whose it was; none for words that open nothing.
pub(crate) async fn use_code(tx: &Tx<'_>, words: &str) -> Result<Option<MemberId>, Broken> {
    let this = card_code::Column::Words.eq(index(tx, words));
    let Some(row) = tx.find::<card_code::Entity>().filter(this.clone()).one().await? else { return Ok(None) };
    tx.delete::<card_code::Entity>().filter(this).go().await?;
    Ok(Some(row.member_id))
}

/// Signs in with a code and returns the token of a session; none when the words are no code of anybody here.
/// `sending` is the form, as [`session::enter_again`] knows it.
///
/// # Errors
/// When the store fails.
pub async fn enter(
    db: &Db,
    group: GroupId,
    words: &str,
    own_device: bool,
    sending: &str,
) -> Result<Option<String>, Broken> {
    db.write(group, async |tx: &Tx<'_>| {
        let Some(member) = use_code(tx, words).await? else { return Ok(None) };
        if !people::standing(tx, member).await?.is_some_and(|standing| standing.comes_in()) {
            return Ok(None);
        }
        session::remember(tx, sending, member, own_device).await?;
        session::open(tx, member, own_device).await.map(Some)
    })
    .await
}

/// Tells her by mail that a way into her place changed, without saying which.
pub(crate) async fn tell(tx: &Tx<'_>, member: MemberId) -> Result<(), Broken> {
    let letter =
        Letter { to: To::Member(member), kind: mail::ACCESS_CHANGED.to_owned(), args: Vec::new(), news: false };
    let post = Post {
        dedupe_key: format!("access-changed/{}", hex::encode(secret::fingerprint(&secret::token()))),
        letter,
        urgent: true,
        not_before: None,
        expires_at: tx.now() + Duration::days(5),
    };
    outbox::enqueue(tx, post).await
}

pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
    Ok(vec![Erased { table: "card_code", rows: void_card(tx, member).await? }])
}
