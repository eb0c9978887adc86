//! The letters of this area. Their subjects say nothing of the group, a person or a subject (ruling 20).

use crate::RecoveryId;
use commons::clock::Time;
use commons::ids::GroupId;
use commons::ids::MemberId;
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
