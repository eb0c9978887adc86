//! Passphrase hashes, and the random values handed out as links and cookies.

use crate::rules::passphrase::folded;
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use commons::refusal::Broken;
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

/// Hashing takes 19 MiB and a processor: two at a time, so that a flood of guesses leaves room for
/// everything else (`reliability T14`).
static SLOTS: Semaphore = Semaphore::const_new(2);

/// The Argon2id hash of a passphrase (m = 19 MiB, t = 2, p = 1, as the OWASP cheat sheet advises).
///
/// # Errors
/// When hashing fails.
pub async fn hash(passphrase: &str) -> Result<String, Broken> {
    let folded = folded(passphrase);
    aside(move || {
        Argon2::default().hash_password(folded.as_bytes()).map(|hash| hash.to_string()).map_err(Broken::stored)
    })
    .await?
}

/// Whether a passphrase is the one that was hashed. Without a hash, the same time is spent for a no, so
/// that waiting tells nothing about who is here (`reliability T12`).
///
/// # Errors
/// When hashing fails.
pub async fn is_right(passphrase: &str, hash: Option<String>) -> Result<bool, Broken> {
    let folded = folded(passphrase);
    aside(move || match hash {
        Some(hash) => PasswordHash::new(&hash)
            .is_ok_and(|hash| Argon2::default().verify_password(folded.as_bytes(), &hash).is_ok()),
        None => {
            // The work is the point, not its result.
            let _ = Argon2::default().hash_password(folded.as_bytes());
            false
        }
    })
    .await
}

async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Broken> {
    let _slot = SLOTS.acquire().await.map_err(Broken::stored)?;
    tokio::task::spawn_blocking(work).await.map_err(Broken::stored)
}

/// A random value to hand out, 256 bits in hexadecimal.
pub fn token() -> String {
    hex::encode(rand::random::<[u8; 32]>())
}

/// What is stored of a value that was handed out: its SHA-256, so that the store opens no door.
pub fn fingerprint(handed_out: &str) -> Vec<u8> {
    Sha256::digest(handed_out.as_bytes()).to_vec()
}
