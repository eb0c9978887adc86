//! A clock that shows what the test says.

use chrono::Duration;
use commons::clock::{Clock, Time};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// A clock that moves only when told. Clones show the same time.
#[derive(Clone, Debug)]
pub struct TestClock(Arc<AtomicI64>);

impl TestClock {
    /// A clock that shows `at`.
    pub fn at(at: Time) -> Self {
        Self(Arc::new(AtomicI64::new(at.timestamp_micros())))
    }

    /// Where every test begins: Monday 11 January 2027, 10 in the morning in Montréal.
    pub fn start() -> Time {
        "2027-01-11T15:00:00Z".parse().unwrap()
    }

    /// Shows `at` from now on.
    pub fn set(&self, at: Time) {
        self.0.store(at.timestamp_micros(), Ordering::SeqCst);
    }

    /// Goes forward, or back when `by` is negative.
    pub fn advance(&self, by: Duration) {
        self.0.fetch_add(by.num_microseconds().unwrap(), Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Time {
        Time::from_timestamp_micros(self.0.load(Ordering::SeqCst)).unwrap()
    }
}
