//! The letters of this area. Their subjects say nothing of the group, a person or a subject (ruling 20).

use crate::RecoveryId;
use crate::queries::{charter, people};
use commons::clock::Time;
use commons::db::Tx;
use commons::ids::GroupId;
use commons::ids::MemberId;
use commons::outbox::{self, Letter, Post, To};
use commons::refusal::Broken;
use commons::sealed::Keyring;

/// A link to sign in with.
pub const SIGN_IN: &str = "membership/sign-in";
/// An invitation to join.
pub const INVITATION: &str = "membership/invitation";

/// Told to an address that no longer opens anything.
pub const ADDRESS_CHANGED: &str = "membership/address-changed";

/// Told to somebody who asked for it when her pause is over.
pub const PAUSE_OVER: &str = "membership/pause-over";
/// Told when somebody asks to come back to her place; its link says no.
pub const WAY_BACK: &str = "membership/way-back";
/// Told to the people of a circle when somebody asks to come back: that something waits for them, and no more.
pub const CIRCLE_ASKED: &str = "membership/circle-asked";
/// Told when ways into her place changed or were closed.
pub const ACCESS_CHANGED: &str = "membership/access-changed";

/// The letter that says that there is news, and no more (ruling 20). Its texts stand where votes first used it.
pub const NEWS: &str = "decisions/news";

/// Tells those of `members` who asked for news that there is some, outside their quiet hours. `about` makes it one
/// letter each, however often it is told.
///
/// # Errors
/// When the store fails.
pub async fn tell_news(tx: &Tx<'_>, about: &str, members: &[MemberId]) -> Result<(), Broken> {
    let not_before = Some(outbox::outside_quiet_hours(charter::charter(tx).await?.zone(), tx.now()));
    for member in people::who_want_news(tx).await? {
        if !members.contains(&member) {
            continue;
        }
        let letter = Letter { to: To::Member(member), kind: NEWS.to_owned(), args: Vec::new(), news: true };
        let dedupe_key = format!("{about}/{member}");
        let expires_at = news_expires(tx.now());
        outbox::enqueue(tx, Post { dedupe_key, letter, urgent: false, not_before, expires_at }).await?;
    }
    Ok(())
}

/// The token of the link with which a request to come back is refused without signing in.
pub fn refuse_token(keyring: &Keyring, group: GroupId, request: RecoveryId) -> String {
    hex::encode(keyring.blind_index(group, "refuse recovery", &request.to_string()))
}

/// The token of the link that stops news to one member with one click and without signing in
/// (RFC 8058). It opens nothing else, and stays good as long as she has it.
pub fn stop_token(keyring: &Keyring, group: GroupId, member: MemberId) -> String {
    hex::encode(keyring.blind_index(group, "stop-news", &member.to_string()))
}

/// Until when a letter that is news is worth sending: it tells of something new, and two days later it is not.
pub fn news_expires(now: Time) -> Time {
    now + chrono::Duration::days(2)
}
