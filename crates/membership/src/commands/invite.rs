//! Inviting somebody, by a mail link or a printed card; handing a way in to somebody of the founding list.
//!
//! The link and the four words of a card are derived from the invitation's id with the key of the data
//! directory: whoever made it can read them again. Four words are 44 bits, few enough to try them all against a
//! plain fingerprint; so the store keeps an index of them made with the same key, and alone opens no door.

use crate::InvitationId;
use crate::commands::confirm::Confirmed;
use crate::commands::secret::fingerprint;
use crate::commands::{checked_email, name_is_free};
use crate::entities::{card_code, invitation, member};
use crate::mail;
use crate::powers::{HandCard, Invite, Permit};
use crate::queries::{charter, people, recovery};
use crate::rules::recovery::Barred;
use chrono::Duration;
use commons::clock::evening_after;
use commons::db::{Scope, Tx};
use commons::ids::{GroupId, MemberId};
use commons::outbox::{self, Letter, Post, To};
use commons::refusal::{Arg, Broken, Message, No};
use commons::register;
use commons::register::chain::Hash;
use commons::register::words::{fold_words, head_words};
use commons::sealed::Keyring;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition};

/// Days for which an invitation is good (ruling 13): it ends in the evening of the last one, never sooner.
pub const GOOD_DAYS: u32 = 30;
/// Invitations one member makes in seven days (`reliability D14`).
pub const A_WEEK: u64 = 3;
/// Cards for the founding list that one member makes in a day. Two people founding a group of twenty-five hand
/// them all out in an evening and the next; one alone does not take the whole list.
pub const CARDS_A_DAY: u64 = 10;
/// For so long nobody else replaces a card that waits.
const WAITS_FOR: Duration = Duration::days(1);
/// Words on a printed card (ruling 13).
const CARD_WORDS: usize = 4;

/// What a person is given to come in with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayIn {
    /// The last part of the link.
    pub token: String,
    /// The words of the card.
    pub words: String,
}

/// The link and words of an invitation.
pub fn way_in(keyring: &Keyring, group: GroupId, id: InvitationId) -> WayIn {
    way_in_of(keyring, "invitation", group, &id.to_string())
}

/// The link and words of something that opens a door, derived from what it is and its id.
pub(crate) fn way_in_of(keyring: &Keyring, what: &str, group: GroupId, id: &str) -> WayIn {
    let secret = keyring.derive(&format!("{what}/{group}/{id}"));
    let words = head_words(&Hash(keyring.derive(&format!("{what} words/{group}/{id}"))));
    WayIn { token: hex::encode(secret), words: words.into_iter().take(CARD_WORDS).collect::<Vec<_>>().join(" ") }
}

/// Invites somebody who is not in the group yet. An address typed here is used for this letter and not kept. The
/// invitation is its maker's signature when somebody asks with it, so she types her passphrase (`reliability D4`).
///
/// # Errors
/// When the address cannot be read, when this member has made enough invitations this week, or when she may not sign
/// for the moment.
pub async fn invite(
    tx: &Tx<'_>,
    permit: Permit<Invite>,
    confirmed: Confirmed,
    email: &str,
) -> Result<InvitationId, No> {
    confirmed.still_holds(tx, permit.by()).await?;
    recovery::refuse_barred(tx, permit.by(), Barred::CoSign).await?;
    let email = checked_email("email", email).map_err(|problem| No::Invalid(vec![problem]))?;
    refuse_too_many(tx, permit.by()).await?;
    let id = create(tx, permit.by(), None).await?;
    if let Some(email) = email {
        let args = vec![("token".to_owned(), Arg::Text(way_in(tx.keyring(), tx.group(), id).token))];
        let letter = Letter { to: To::Address(email), kind: mail::INVITATION.to_owned(), args, news: false };
        let post = Post {
            dedupe_key: letter_key(id),
            letter,
            urgent: false,
            not_before: None,
            expires_at: tx.now() + Duration::days(5),
        };
        outbox::enqueue(tx, post).await?;
    }
    Ok(id)
}

async fn refuse_too_many(tx: &Tx<'_>, by: MemberId) -> Result<(), No> {
    use invitation::Column;
    let recent = tx.find::<invitation::Entity>().filter(Column::MadeBy.eq(by)).filter(Column::ForMember.is_null());
    let recent = recent.filter(Column::MadeAt.gt(tx.now() - Duration::days(7))).count().await?;
    if recent >= A_WEEK {
        return Err(No::TooMany(
            Message::new("invite-enough-this-week").with("count", i64::try_from(A_WEEK).unwrap_or(i64::MAX)),
        ));
    }
    Ok(())
}

/// Makes a card for somebody on the founding list who has no way in of her own yet. Everybody sees in
/// the register that it was made, and by whom.
///
/// # Errors
/// When she has a way in already, is not a member, or came in on paper: then two sign
/// ([`crate::hand_card::HandCardTogether`]).
pub async fn hand_card(tx: &Tx<'_>, permit: Permit<HandCard>, to: MemberId) -> Result<InvitationId, No> {
    may_have_card(tx, permit.by(), to).await?;
    if takes_two(tx, to).await? {
        return Err(No::conflict("card-takes-two"));
    }
    make_card_for(tx, permit.by(), to).await
}

/// Whether a card for her takes two signatures: she came in on paper, after the founding.
///
/// # Errors
/// When the store fails.
pub async fn takes_two(scope: &Scope<'_>, to: MemberId) -> Result<bool, Broken> {
    let entries = register::about(scope, &to.to_string()).await?;
    Ok(entries.iter().any(|entry| entry.kind == register::kinds::JOINED_ON_PAPER))
}

/// Whether a card for her may be made by `by` now.
///
/// # Errors
/// What stands in the way.
pub(crate) async fn may_have_card(scope: &Scope<'_>, by: MemberId, to: MemberId) -> Result<(), No> {
    let row = scope.find::<member::Entity>().filter(member::Column::Id.eq(to)).one().await?;
    // The empty row of somebody who left has no way in either, and gets none.
    let row = row.filter(|row| row.standing.comes_in()).ok_or(No::NotFound)?;
    let codes = scope.find::<card_code::Entity>().filter(card_code::Column::MemberId.eq(to));
    if row.passphrase.is_some() || row.email_index.is_some() || codes.any().await? {
        return Err(No::conflict("card-has-way-in"));
    }
    refuse_while_another_waits(scope, by, to).await?;
    refuse_too_many_cards(scope, by).await
}

/// Makes it. [`may_have_card`] said yes.
pub(crate) async fn make_card_for(tx: &Tx<'_>, by: MemberId, to: MemberId) -> Result<InvitationId, No> {
    // One card at a time: a lost one is replaced, and no longer opens. It still counts in its maker's day.
    let others = tx.change::<invitation::Entity>().filter(invitation::Column::ForMember.eq(to));
    others.set(invitation::Column::TakenBack, true).go().await?;
    let id = create(tx, by, Some(to)).await?;
    let (actors, body) = (&[by], serde_json::json!({}));
    let kind = register::kinds::CARD_HANDED;
    register::append(tx, register::New { kind, actors, about: Some(to.to_string()), body }).await?;
    Ok(id)
}

/// Two people with a card for the same place could each take it: the first one waits a day for her.
async fn refuse_while_another_waits(scope: &Scope<'_>, by: MemberId, to: MemberId) -> Result<(), No> {
    use invitation::Column;
    let waiting = scope.find::<invitation::Entity>().filter(Column::ForMember.eq(to)).filter(Column::MadeBy.ne(by));
    let waiting = waiting.filter(Column::Used.eq(false)).filter(Column::TakenBack.eq(false));
    let Some(card) = waiting.filter(Column::MadeAt.gt(scope.now() - WAITS_FOR)).one().await? else { return Ok(()) };
    let names = people::names(scope).await?;
    let maker = names
        .of(card.made_by)
        .map_or_else(|| Message::new("a-member-who-left"), |name| Message::new("plain").with("words", name));
    Err(No::Conflict(Message::new("card-waits").with("maker", maker).with("until", card.made_at + WAITS_FOR)))
}

async fn refuse_too_many_cards(scope: &Scope<'_>, by: MemberId) -> Result<(), No> {
    use invitation::Column;
    let made = scope.find::<invitation::Entity>().filter(Column::MadeBy.eq(by)).filter(Column::ForMember.is_not_null());
    let today = made.filter(Column::MadeAt.gt(scope.now() - Duration::days(1))).count().await?;
    if today < CARDS_A_DAY {
        return Ok(());
    }
    let most = i64::try_from(CARDS_A_DAY).unwrap_or(i64::MAX);
    Err(No::TooMany(Message::new("card-enough-today").with("count", most)))
}

async fn create(tx: &Tx<'_>, by: MemberId, for_member: Option<MemberId>) -> Result<InvitationId, Broken> {
    forget_expired(tx).await?;
    let id = InvitationId::new();
    let way = way_in(tx.keyring(), tx.group(), id);
    let row = invitation::ActiveModel {
        id: Set(id),
        token: Set(fingerprint(&way.token)),
        words: Set(words_index(tx, &way.words)),
        for_member: Set(for_member),
        used: Set(false),
        taken_back: Set(false),
        made_by: Set(by),
        made_at: Set(tx.now()),
        expires_at: Set(evening_after(charter::charter(tx).await?.zone(), tx.now(), GOOD_DAYS)),
        ..Default::default()
    };
    tx.insert(row).await?;
    Ok(id)
}

/// Where the words of a card are found, however they are typed.
pub(crate) fn words_index(scope: &Scope<'_>, words: &str) -> Vec<u8> {
    scope.keyring().blind_index(scope.group(), "invitation words", &fold_words(words))
}

/// Takes an invitation back, with its letter when it has not left. Only who made it can. It still counts in her
/// week: otherwise three a week would be as many as she likes.
///
/// # Errors
/// When there is none.
pub async fn take_back(tx: &Tx<'_>, permit: Permit<Invite>, id: InvitationId) -> Result<(), No> {
    use invitation::Column;
    let mine = tx.change::<invitation::Entity>().filter(Column::Id.eq(id)).filter(Column::MadeBy.eq(permit.by()));
    let waiting = mine.filter(Column::Used.eq(false)).filter(Column::TakenBack.eq(false));
    if waiting.set(Column::TakenBack, true).go().await? == 0 {
        return Err(No::NotFound);
    }
    Ok(outbox::take_back(tx, &letter_key(id)).await?)
}

fn letter_key(id: InvitationId) -> String {
    format!("invitation/{id}")
}

/// Forgets invitations that are too old.
///
/// # Errors
/// When the store fails.
pub async fn forget_expired(tx: &Tx<'_>) -> Result<u64, Broken> {
    Ok(tx.delete::<invitation::Entity>().filter(invitation::Column::ExpiresAt.lte(tx.now())).go().await?)
}

/// Forgets every invitation that somebody who leaves made or waits with, and the letters that carry them: they
/// open nothing any more.
pub(crate) async fn forget_of(tx: &Tx<'_>, member: MemberId) -> Result<u64, Broken> {
    use invitation::Column;
    let hers = Condition::any().add(Column::MadeBy.eq(member)).add(Column::ForMember.eq(member));
    for row in tx.find::<invitation::Entity>().filter(hers.clone()).all().await? {
        outbox::take_back(tx, &letter_key(row.id)).await?;
    }
    Ok(tx.delete::<invitation::Entity>().filter(hers).go().await?)
}

/// Whether a name could be taken by a newcomer.
pub(crate) async fn free_name(tx: &Tx<'_>, name: &str) -> Result<bool, Broken> {
    name_is_free(tx, name, None).await
}
