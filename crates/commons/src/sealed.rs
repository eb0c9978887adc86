//! Personal text, kept under a key of the person it is about.
//!
//! Each member has a random 32-byte key, kept wrapped under the key of the data directory
//! (`keys/kek`, mode 0600, never in the database nor in a backup). Destroying her key makes all her
//! sealed text unreadable, also where copies of the pages remain (`reliability D7`, `D8`).
//! The place of a text (table, column, row) is bound to it: moved elsewhere, it does not open.

use crate::db::{Scope, Tx};
use crate::ids::{GroupId, MemberId};
use crate::refusal::Broken;
use chacha20poly1305::aead::{Aead, Generate, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, DeriveValueType};
use sha2::Sha256;
use std::collections::HashMap;
use std::path::Path;

crate::table!(entity = "member_key", key(member_id: MemberId), {
    wrapped: Sealed,
});

/// Sealed bytes as a column. It has no `Display` and no `Serialize`: it opens only with a key.
#[derive(Clone, PartialEq, Eq, DeriveValueType)]
pub struct Sealed(Vec<u8>);

impl std::fmt::Debug for Sealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sealed(…)")
    }
}

/// A key that opens what was sealed with it: a member's, or one derived for the group.
#[derive(Clone)]
pub struct Key([u8; 32]);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(…)")
    }
}

impl Key {
    fn random() -> Self {
        Self(rand::random())
    }

    /// Reads the key in a file, made the first time and readable by its account alone.
    ///
    /// # Errors
    /// When it cannot be made or read, or is not 32 bytes long.
    pub(crate) fn load_or_create(path: &Path) -> std::io::Result<Self> {
        match Self::load(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                create(path)?;
                Self::load(path)
            }
            loaded => loaded,
        }
    }

    /// Reads the key in a file. Makes nothing.
    ///
    /// # Errors
    /// When it is not there, cannot be read, or is not 32 bytes long.
    pub(crate) fn load(path: &Path) -> std::io::Result<Self> {
        let key = std::fs::read(path)?.try_into();
        key.map(Self)
            .map_err(|_| std::io::Error::other(format!("{} is damaged: it must hold 32 bytes", path.display())))
    }

    /// A mark of these bytes that says nothing of them without the key: 16 bytes of an HMAC (RFC 2104).
    pub fn mark(&self, r#use: &str, bytes: &[u8]) -> Vec<u8> {
        mac(&self.0, &[r#use.as_bytes(), bytes]).into_iter().take(16).collect()
    }

    /// Seals `clear` for `place`, such as `member/<id>/name`.
    ///
    /// # Errors
    /// When the text is longer than the cipher allows.
    pub fn seal(&self, place: &str, clear: &[u8]) -> Result<Sealed, Broken> {
        let nonce = XNonce::generate();
        let sealed = self.cipher().encrypt(&nonce, Payload { msg: clear, aad: place.as_bytes() });
        let sealed = sealed.map_err(|_| Broken::stored("a text cannot be sealed"))?;
        Ok(Sealed([nonce.as_slice(), &sealed].concat()))
    }

    /// Opens what was sealed for `place`.
    ///
    /// # Errors
    /// When it was sealed with another key or for another place, or is damaged.
    pub fn open(&self, place: &str, sealed: &Sealed) -> Result<Vec<u8>, Broken> {
        let unreadable = || Broken::stored("a sealed text does not open");
        let (nonce, sealed) = sealed.0.split_at_checked(24).ok_or_else(unreadable)?;
        let nonce = nonce.try_into().map_err(|_| unreadable())?;
        self.cipher().decrypt(nonce, Payload { msg: sealed, aad: place.as_bytes() }).map_err(|_| unreadable())
    }

    /// Opens a text.
    ///
    /// # Errors
    /// As [`Key::open`].
    pub fn open_text(&self, place: &str, sealed: &Sealed) -> Result<String, Broken> {
        String::from_utf8(self.open(place, sealed)?).map_err(|_| Broken::stored("a sealed text is not text"))
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&self.0).into())
    }
}

/// The key of the data directory, and what is derived from it.
pub struct Keyring([u8; 32]);

impl Keyring {
    /// A keyring of its own, for tests and throw-away stores.
    pub fn random() -> Self {
        Self(rand::random())
    }

    /// Reads `kek` in `directory`. Makes nothing.
    ///
    /// # Errors
    /// When the file is not there, cannot be read, or is not 32 bytes long.
    pub fn load(directory: &Path) -> std::io::Result<Self> {
        Key::load(&directory.join("kek")).map(|key| Self(key.0))
    }

    /// Reads `kek` in `directory`, made at the first start and readable by its account alone.
    ///
    /// # Errors
    /// When the file cannot be made or read, or is not 32 bytes long.
    pub fn load_or_create(directory: &Path) -> std::io::Result<Self> {
        Key::load_or_create(&directory.join("kek")).map(|key| Self(key.0))
    }

    /// A key for one use, such as the tokens of forms. The same each time for the same use.
    pub fn derive(&self, r#use: &str) -> [u8; 32] {
        self.mac(&[r#use.as_bytes()])
    }

    /// The key for what belongs to the group and not to a person, such as waiting mails.
    pub fn group_key(&self, group: GroupId) -> Key {
        Key(self.mac(&[b"group", group.0.as_bytes()]))
    }

    /// A blind index: finds a row by a value without storing the value (`reliability D8`).
    pub fn blind_index(&self, group: GroupId, column: &str, value: &str) -> Vec<u8> {
        self.mac(&[b"index", group.0.as_bytes(), column.as_bytes(), value.as_bytes()]).into_iter().take(16).collect()
    }

    fn wrapping(&self) -> Key {
        Key(self.derive("member keys"))
    }

    fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        mac(&self.0, parts)
    }
}

fn mac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new(&block(key));
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// The key as HMAC pads it before use (RFC 2104): a whole block, which cannot be of the wrong length.
fn block(key: &[u8; 32]) -> hmac::digest::array::Array<u8, hmac::digest::array::typenum::U64> {
    let mut block = [0; 64];
    let (used, _) = block.split_at_mut(32);
    used.copy_from_slice(key);
    block.into()
}

/// Makes a directory for this account alone: keys, and what opens doors. One that was there is left as its
/// keeper wants it.
///
/// # Errors
/// When it cannot be made.
pub fn make_private(directory: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(directory)
}

/// Written aside and linked into place: a crash leaves no half key, and of two processes one wins.
fn create(path: &Path) -> std::io::Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let directory = path.parent().ok_or_else(|| std::io::Error::other("a key lies in a directory"))?;
    make_private(directory)?;
    let aside = directory.join(format!("new.{}", uuid::Uuid::new_v4().simple()));
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&aside)?;
    file.write_all(&rand::random::<[u8; 32]>())?;
    file.sync_all()?;
    let linked = std::fs::hard_link(&aside, path);
    std::fs::remove_file(&aside)?;
    match linked {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
        _ => std::fs::File::open(directory)?.sync_all(),
    }
}

fn place(member: MemberId) -> String {
    format!("member_key/{member}")
}

/// Makes the key of a new member.
///
/// # Errors
/// When the store fails.
pub async fn new_key(tx: &Tx<'_>, member: MemberId) -> Result<Key, Broken> {
    let key = Key::random();
    let wrapped = tx.keyring().wrapping().seal(&place(member), &key.0)?;
    tx.insert(entity::ActiveModel { member_id: Set(member), wrapped: Set(wrapped), ..Default::default() }).await?;
    Ok(key)
}

/// The key of one member.
///
/// # Errors
/// When she has none (she left), or the store fails.
pub async fn key_of(scope: &Scope<'_>, member: MemberId) -> Result<Key, Broken> {
    let row = scope.find::<entity::Entity>().filter(entity::Column::MemberId.eq(member)).one().await?;
    unwrap(scope, row.ok_or_else(|| Broken::stored("a member without key"))?).map(|(_, key)| key)
}

/// The keys of every member of the group.
///
/// # Errors
/// When the store fails.
pub async fn all_keys(scope: &Scope<'_>) -> Result<HashMap<MemberId, Key>, Broken> {
    let rows = scope.find::<entity::Entity>().all().await?;
    rows.into_iter().map(|row| unwrap(scope, row)).collect()
}

/// Destroys the key of somebody who leaves. Whatever was sealed with it and is left anywhere no longer opens.
pub(crate) async fn destroy_key(tx: &Tx<'_>, member: MemberId) -> Result<u64, Broken> {
    Ok(tx.delete::<entity::Entity>().filter(entity::Column::MemberId.eq(member)).go().await?)
}

fn unwrap(scope: &Scope<'_>, row: entity::Model) -> Result<(MemberId, Key), Broken> {
    let key = scope.keyring().wrapping().open(&place(row.member_id), &row.wrapped)?;
    let key = key.try_into().map_err(|_| Broken::stored("a member key of the wrong length"))?;
    Ok((row.member_id, Key(key)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_opens_only_with_its_key_and_in_its_place() {
        let key = Key::random();
        let sealed = key.seal("member/1/name", "Odile".as_bytes()).unwrap();
        assert_eq!(key.open_text("member/1/name", &sealed).unwrap(), "Odile");
        assert!(key.open("member/2/name", &sealed).is_err(), "copied to another row");
        assert!(Key::random().open("member/1/name", &sealed).is_err(), "with another key");
        assert!(key.open("member/1/name", &Sealed(vec![1, 2, 3])).is_err(), "cut short");
    }

    #[test]
    fn the_key_of_a_directory_stays_the_same_and_is_private() {
        use std::os::unix::fs::PermissionsExt;
        let directory = tempfile::tempdir().unwrap();
        let keys = directory.path().join("keys");
        let first = Keyring::load_or_create(&keys).unwrap();
        let again = Keyring::load_or_create(&keys).unwrap();
        assert_eq!(first.derive("x"), again.derive("x"));
        assert_ne!(first.derive("x"), first.derive("y"));
        assert_eq!(std::fs::metadata(keys.join("kek")).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(std::fs::read_dir(&keys).unwrap().count(), 1);
        std::fs::write(keys.join("kek"), b"short").unwrap();
        assert!(Keyring::load_or_create(&keys).is_err());
    }

    #[test]
    fn a_key_that_is_there_is_read_where_nothing_can_be_written() {
        use std::os::unix::fs::PermissionsExt;
        let directory = tempfile::tempdir().unwrap();
        let keys = directory.path().join("keys");
        assert!(Keyring::load(&keys).is_err());
        assert!(!keys.exists(), "reading makes nothing");
        let first = Keyring::load_or_create(&keys).unwrap();
        let before = std::fs::metadata(&keys).unwrap().modified().unwrap();
        std::fs::set_permissions(&keys, std::fs::Permissions::from_mode(0o500)).unwrap();
        assert_eq!(Keyring::load_or_create(&keys).unwrap().derive("x"), first.derive("x"));
        assert_eq!(Keyring::load(&keys).unwrap().derive("x"), first.derive("x"));
        let after = std::fs::metadata(&keys).unwrap().modified().unwrap();
        std::fs::set_permissions(&keys, std::fs::Permissions::from_mode(0o700)).unwrap();
        assert_eq!(after, before, "nothing was written beside the key");
    }

    #[test]
    fn what_is_derived_stays_what_it_was() {
        // Worked out apart: HMAC-SHA-256 of each part after its length in eight bytes.
        assert_eq!(
            hex::encode(Keyring([7; 32]).derive("form tokens")),
            "c06252efa8b4c881d79a0369fe5a2cdc2cf6aedfcef392c0ed9b01619c8d5611"
        );
    }

    #[test]
    fn a_blind_index_is_of_one_group_and_one_column() {
        let keyring = Keyring::random();
        let (a, b) = (GroupId::new(), GroupId::new());
        assert_eq!(keyring.blind_index(a, "email", "x@y.org"), keyring.blind_index(a, "email", "x@y.org"));
        assert_ne!(keyring.blind_index(a, "email", "x@y.org"), keyring.blind_index(b, "email", "x@y.org"));
        assert_ne!(keyring.blind_index(a, "email", "x@y.org"), keyring.blind_index(a, "phone", "x@y.org"));
    }
}
