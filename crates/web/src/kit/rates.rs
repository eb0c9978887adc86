//! How often is often enough (reliability D14): token buckets in memory, one for each limit and key.
//!
//! They slow a flood down. Rules that members rely on (so many invitations a month) are kept by the
//! commands themselves, in the database.

use commons::refusal::{Message, Refusal, Sort};
use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, RandomState};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Something that is limited in number over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Pages outside a session, for one network: 30 a minute.
    PublicPages,
    /// Wrong passphrases for one name from one network: 10 in 15 minutes. Nobody elsewhere uses them up, so
    /// nobody is locked out by others (reliability D13).
    SignIn,
    /// Wrong passphrases for one name from anywhere: 20 an hour. Beyond, an answer is slower, and a right
    /// passphrase still opens.
    SignInAnywhere,
    /// Wrong passphrases from one network: 20 an hour. A meeting that comes in behind one address is no failure.
    SignInFrom,
    /// Wrong words of cards from one network: 20 an hour.
    CardsFrom,
    /// Sign-in links asked for one address from one network: 3 an hour.
    MailLinks,
    /// Sign-in links asked for one address from anywhere: 12 an hour.
    MailLinksAnywhere,
    /// Addresses found to be somebody else's already, with one invitation or by one member: 3 a day.
    TakenAddresses,
    /// People who ask to join from one network: 10 an hour. A meeting behind one address is no flood.
    Asking,
}

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;

impl Limit {
    const ALL: [Self; 9] = [
        Self::PublicPages,
        Self::SignIn,
        Self::SignInAnywhere,
        Self::SignInFrom,
        Self::CardsFrom,
        Self::MailLinks,
        Self::MailLinksAnywhere,
        Self::TakenAddresses,
        Self::Asking,
    ];

    /// How many in how many seconds; all of them may come at once.
    const fn values(self) -> (u32, u64) {
        match self {
            Self::PublicPages => (30, MINUTE),
            Self::SignIn => (10, 15 * MINUTE),
            Self::SignInAnywhere | Self::SignInFrom | Self::CardsFrom => (20, HOUR),
            Self::MailLinks => (3, HOUR),
            Self::MailLinksAnywhere => (12, HOUR),
            Self::TakenAddresses => (3, 24 * HOUR),
            Self::Asking => (10, HOUR),
        }
    }

    /// How long until one comes back, and until all do.
    const fn paces(self) -> (Duration, Duration) {
        let (count, seconds) = self.values();
        let whole = Duration::from_secs(seconds);
        (Duration::from_millis(seconds * 1_000 / count as u64), whole)
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

/// What is counted of one limit: for each key, when its bucket will be full again, since [`Rates`] began. A key
/// that is not there has a full bucket.
///
/// Written here because what succeeds is given back: crates that count do not take back.
#[derive(Debug)]
struct Buckets {
    limit: Limit,
    full_again: Mutex<HashMap<u64, Duration>>,
}

impl Buckets {
    fn new(limit: Limit) -> Self {
        Self { limit, full_again: Mutex::default() }
    }

    /// The keys. A panic elsewhere cannot leave them half written, so its mark is passed over.
    fn keys(&self) -> MutexGuard<'_, HashMap<u64, Duration>> {
        self.full_again.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes one, or says how long until there is one.
    fn take(&self, key: u64, now: Duration) -> Result<(), TooMany> {
        let (one, whole) = self.limit.paces();
        let mut keys = self.keys();
        let next = keys.get(&key).copied().unwrap_or_default().max(now) + one;
        if let Some(wait) = next.checked_sub(now + whole).filter(|wait| !wait.is_zero()) {
            return Err(TooMany { wait });
        }
        keys.insert(key, next);
        Ok(())
    }

    fn give_back(&self, key: u64) {
        let (one, _) = self.limit.paces();
        if let Some(full) = self.keys().get_mut(&key) {
            *full = full.saturating_sub(one);
        }
    }

    fn forget_full(&self, now: Duration) {
        self.keys().retain(|_, full| *full > now);
    }
}

/// All limits of this process.
#[derive(Debug)]
pub struct Rates {
    buckets: [Buckets; Limit::ALL.len()],
    began: Instant,
    hash: RandomState,
    taken: AtomicU32,
}

/// Full buckets are forgotten after so many takes.
const TIDY_EVERY: u32 = 1_024;

impl Default for Rates {
    fn default() -> Self {
        let (hash, taken) = (RandomState::new(), AtomicU32::new(0));
        Self { buckets: Limit::ALL.map(Buckets::new), began: Instant::now(), hash, taken }
    }
}

impl Rates {
    /// Counts one more of `limit` for `key`: a member's id, the address typed in a field, the network of a
    /// request…
    ///
    /// # Errors
    /// [`TooMany`], with the time to wait.
    pub fn take(&self, limit: Limit, key: impl Hash) -> Result<(), TooMany> {
        self.tidy();
        let Some(buckets) = self.buckets(limit) else { return Ok(()) };
        buckets.take(self.hash.hash_one(key), self.began.elapsed())
    }

    /// Counts one less: what was tried went well, and only failures count. Taken before and given back after,
    /// so that a hundred tries at once are not all let through.
    pub fn give_back(&self, limit: Limit, key: impl Hash) {
        if let Some(buckets) = self.buckets(limit) {
            buckets.give_back(self.hash.hash_one(key));
        }
    }

    fn buckets(&self, limit: Limit) -> Option<&Buckets> {
        self.buckets.iter().find(|buckets| buckets.limit == limit)
    }

    fn tidy(&self) {
        if self.taken.fetch_add(1, Ordering::Relaxed) % TIDY_EVERY == TIDY_EVERY - 1 {
            self.buckets.iter().for_each(|buckets| buckets.forget_full(self.began.elapsed()));
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
    fn a_bucket_fills_again_with_time() {
        let buckets = Buckets::new(Limit::MailLinks);
        let minutes = |count: u64| Duration::from_secs(60 * count);
        for _ in 0..3 {
            buckets.take(1, minutes(0)).unwrap();
        }
        assert_eq!(buckets.take(1, minutes(5)), Err(TooMany { wait: minutes(15) }));
        buckets.take(1, minutes(20)).unwrap();
        assert!(buckets.take(1, minutes(20)).is_err());
        for _ in 0..3 {
            buckets.take(1, minutes(90)).unwrap();
        }
        assert!(buckets.take(1, minutes(90)).is_err(), "an hour's rest gives three, and no more");
        buckets.forget_full(minutes(200));
        assert!(buckets.keys().is_empty());
    }

    #[test]
    fn what_is_given_back_was_never_taken() {
        let rates = Rates::default();
        for _ in 0..100 {
            rates.take(Limit::SignInFrom, 7).unwrap();
            rates.give_back(Limit::SignInFrom, 7);
        }
        rates.give_back(Limit::SignInFrom, 7);
        rates.give_back(Limit::SignInFrom, "somebody who took nothing");
        let passed = (0..100).filter(|_| rates.take(Limit::SignInFrom, 7).is_ok()).count();
        assert_eq!(passed, 20, "giving back more than was taken gives nothing more");
    }

    #[test]
    fn a_visitor_may_open_thirty_pages_at_once() {
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
