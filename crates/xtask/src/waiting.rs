//! Waiting for something, with an end.

use std::time::{Duration, Instant};

/// No server takes this long to start unless something is wrong.
pub(crate) const CEILING: Duration = Duration::from_secs(30);

const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// Looks again and again until `look` returns something, for at most `limit`.
pub(crate) fn until<T>(limit: Duration, mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let start = Instant::now();
    loop {
        if let Some(found) = look() {
            return Some(found);
        }
        if start.elapsed() >= limit {
            return None;
        }
        std::thread::sleep(BETWEEN_LOOKS);
    }
}
