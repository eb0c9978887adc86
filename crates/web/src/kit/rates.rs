//! How often is often enough (reliability D14): token buckets in memory, one for each limit and key.
//!
//! They slow a flood down. Rules that members rely on (so many invitations a month) are kept by the
//! commands themselves, in the database.

use super::client::ClientNet;
use commons::refusal::{Message, Refusal, Sort};
use governor::clock::{Clock, DefaultClock};
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use std::hash::{BuildHasher, Hash, RandomState};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// Something that is limited in number over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Pages outside a session, for one network: 30 a minute.
    PublicPages,
    /// Tries to come in as one member: 10 in 15 minutes.
    SignIn,
    /// Tries to come in from one network: 20 an hour.
    SignInFrom,
    /// Sign-in links sent to one address: 3 an hour.
    MailLinks,
}

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;

impl Limit {
    const ALL: [Self; 4] = [Self::PublicPages, Self::SignIn, Self::SignInFrom, Self::MailLinks];

    /// How many in how many seconds, and how many of them at once.
    const fn values(self) -> (u64, u64, u32) {
        match self {
            Self::PublicPages => (30, MINUTE, 30),
            Self::SignIn => (10, 15 * MINUTE, 10),
            Self::SignInFrom => (20, HOUR, 20),
            Self::MailLinks => (3, HOUR, 3),
        }
    }

    fn quota(self) -> Quota {
        let (count, seconds, burst) = self.values();
        let one = Duration::from_millis(seconds * 1_000 / count.max(1));
        let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
        Quota::with_period(one).unwrap_or(Quota::per_second(NonZeroU32::MIN)).allow_burst(burst)
    }
}

/// Too often in too short a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many: wait {wait:?}")]
pub struct TooMany {
    /// How long until the next one passes.
    pub wait: Duration,
}

impl Refusal for TooMany {
    fn sort(&self) -> Sort {
        Sort::TooMany
    }
    fn message(&self) -> Message {
        let minutes = self.wait.as_secs().div_ceil(MINUTE).max(1);
        if minutes < 60 {
            Message::new("error-wait-minutes").with("minutes", i64::try_from(minutes).unwrap_or(i64::MAX))
        } else {
            Message::new("error-wait-hours").with("hours", i64::try_from(minutes.div_ceil(60)).unwrap_or(i64::MAX))
        }
    }
}

type Bucket = RateLimiter<u64, DashMapStateStore<u64>, DefaultClock>;

/// All limits of this process.
pub struct Rates {
    buckets: Vec<(Limit, Bucket)>,
    clock: DefaultClock,
    hash: RandomState,
    taken: AtomicU32,
}

impl std::fmt::Debug for Rates {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Rates")
    }
}

/// Full buckets are forgotten after so many takes.
const TIDY_EVERY: u32 = 1_024;

impl Default for Rates {
    fn default() -> Self {
        let buckets = Limit::ALL.into_iter().map(|limit| (limit, RateLimiter::dashmap(limit.quota()))).collect();
        Self { buckets, clock: DefaultClock::default(), hash: RandomState::new(), taken: AtomicU32::new(0) }
    }
}

impl Rates {
    /// Counts one more of `limit` for `key`: a member's id, the address typed in a field…
    ///
    /// # Errors
    /// [`TooMany`], with the time to wait.
    pub fn take(&self, limit: Limit, key: impl Hash) -> Result<(), TooMany> {
        self.tidy();
        let Some((_, bucket)) = self.buckets.iter().find(|(named, _)| *named == limit) else { return Ok(()) };
        bucket
            .check_key(&self.hash.hash_one(key))
            .map_err(|until| TooMany { wait: until.wait_time_from(self.clock.now()) })
    }

    /// Counts one more of `limit` for the network a request comes from.
    ///
    /// # Errors
    /// [`TooMany`], with the time to wait.
    pub fn take_from(&self, limit: Limit, client: ClientNet) -> Result<(), TooMany> {
        self.take(limit, client)
    }

    fn tidy(&self) {
        if self.taken.fetch_add(1, Ordering::Relaxed) % TIDY_EVERY == TIDY_EVERY - 1 {
            for (_, bucket) in &self.buckets {
                bucket.retain_recent();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fourth_mail_link_in_an_hour_waits_twenty_minutes() {
        let rates = Rates::default();
        for _ in 0..3 {
            rates.take(Limit::MailLinks, "ovila@example.org").unwrap();
        }
        let TooMany { wait } = rates.take(Limit::MailLinks, "ovila@example.org").unwrap_err();
        assert!((19 * 60..=20 * 60).contains(&wait.as_secs()), "{wait:?}");
        rates.take(Limit::MailLinks, "lucille@example.org").unwrap();
    }

    #[test]
    fn a_member_may_open_thirty_pages_at_once() {
        let rates = Rates::default();
        let passed = (0..100).filter(|_| rates.take(Limit::PublicPages, 7).is_ok()).count();
        assert!((30..35).contains(&passed), "{passed}");
    }

    #[test]
    fn waiting_is_told_in_minutes_then_in_hours() {
        let key = |seconds| TooMany { wait: Duration::from_secs(seconds) }.message();
        assert_eq!(key(5), Message::new("error-wait-minutes").with("minutes", 1_i64));
        assert_eq!(key(61), Message::new("error-wait-minutes").with("minutes", 2_i64));
        assert_eq!(key(4 * 3_600), Message::new("error-wait-hours").with("hours", 4_i64));
    }
}
