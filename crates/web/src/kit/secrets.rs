//! The web's own key, and the token that proves a form came from one of our pages.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

const HALF: usize = 16;

/// The key behind form tokens. Its `Debug` form shows nothing.
#[derive(Clone)]
pub struct WebKey([u8; 32]);

impl std::fmt::Debug for WebKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WebKey(***)")
    }
}

impl WebKey {
    /// The key kept in the data directory, or a random one in tests.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// A token bound to `anchor`, the session's or the visitor's secret cookie.
    ///
    /// Written under a fresh mask each time, so that a compressed page never holds the same token twice
    /// and its size tells nothing (BREACH).
    pub fn token(&self, anchor: &str) -> String {
        let mask: [u8; HALF] = rand::random();
        let masked = xor(mask, self.proof(anchor));
        hex::encode(mask) + &hex::encode(masked)
    }

    /// Whether `token` was made for `anchor`, compared in constant time.
    pub fn knows(&self, token: &str, anchor: &str) -> bool {
        let mut bytes = [0_u8; 2 * HALF];
        if hex::decode_to_slice(token, &mut bytes).is_err() {
            return false;
        }
        let (mask, masked) = bytes.split_at(HALF);
        let (Ok(mask), Ok(masked)) = (<[u8; HALF]>::try_from(mask), <[u8; HALF]>::try_from(masked)) else {
            return false;
        };
        xor(mask, masked).ct_eq(&self.proof(anchor)).into()
    }

    fn proof(&self, anchor: &str) -> [u8; HALF] {
        let mut proof = [0; HALF];
        // A key of any length is accepted, so this always runs.
        if let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(&self.0) {
            mac.update(b"form token\0");
            mac.update(anchor.as_bytes());
            for (to, from) in proof.iter_mut().zip(mac.finalize().into_bytes()) {
                *to = from;
            }
        }
        proof
    }
}

fn xor(one: [u8; HALF], other: [u8; HALF]) -> [u8; HALF] {
    let mut both = one;
    for (to, from) in both.iter_mut().zip(other) {
        *to ^= from;
    }
    both
}

/// 256 random bits in hex: the secret of a visitor's cookie.
pub fn random_id() -> String {
    hex::encode(rand::random::<[u8; 32]>())
}

/// Whether `id` looks like one of [`random_id`]'s.
pub fn is_random_id(id: &str) -> bool {
    id.len() == 64 && id.bytes().all(|b| b.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_good_for_its_anchor_and_key_only() {
        let (key, other) = (WebKey::new([1; 32]), WebKey::new([2; 32]));
        let token = key.token("ovila");
        assert!(key.knows(&token, "ovila"));
        assert!(!key.knows(&token, "lucille"));
        assert!(!other.knows(&token, "ovila"));
        assert_ne!(token, key.token("ovila"), "each writing has its own mask");
    }

    #[test]
    fn what_is_no_token_is_refused() {
        let key = WebKey::new([1; 32]);
        let token = key.token("ovila");
        let changed = if token.starts_with('0') { token.replacen('0', "1", 1) } else { format!("0{}", &token[1..]) };
        for wrong in ["", "00", "zz", &token[1..], &format!("{token}00"), &"0".repeat(64), &changed] {
            assert!(!key.knows(wrong, "ovila"), "{wrong}");
        }
    }

    #[test]
    fn nothing_of_the_key_is_shown() {
        assert_eq!(format!("{:?}", WebKey::new([7; 32])), "WebKey(***)");
        assert!(is_random_id(&random_id()));
        assert!(!is_random_id("short"));
    }
}
