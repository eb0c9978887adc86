//! Themes: templates, messages, mail and static files, the default one inside the program and any
//! number of others in a folder on disk.
//!
//! Every file is read once, at start, into a map from names to bytes. A request can only ask the
//! map, never the disk, so there is no path to climb out of a theme by.

use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Name of the theme inside the program.
pub const DEFAULT: &str = "default";

/// Folders a theme may have; anything else beside them is not read.
const FOLDERS: [&str; 4] = ["templates", "messages", "mail", "static"];
const DEEPEST: usize = 6;
const MOST_FILES: usize = 1_000;
const LARGEST_FILE: u64 = 2 * 1024 * 1024;

#[derive(RustEmbed)]
#[folder = "../../themes/default"]
struct Embedded;

type Files = BTreeMap<String, Cow<'static, [u8]>>;

/// Why the themes on disk could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ThemeError {
    /// A file or folder that cannot be read.
    #[error("theme file {}: {source}", path.display())]
    File {
        /// Where it is.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A name that is not made of small letters, digits and hyphens.
    #[error("a theme is named with small letters, digits and hyphens, not {0:?}")]
    Name(String),
    /// More files than any theme needs.
    #[error("the theme {0} has more than {MOST_FILES} files")]
    TooManyFiles(String),
    /// A file larger than any page needs.
    #[error("{} is larger than {LARGEST_FILE} bytes", .0.display())]
    TooLarge(PathBuf),
}

/// One theme: its own files over those of the default theme.
#[derive(Debug)]
pub struct Theme {
    name: String,
    own: Files,
    below: Option<Arc<Theme>>,
    stamp: String,
}

impl Theme {
    fn new(name: &str, own: Files, below: Option<Arc<Theme>>) -> Self {
        let stamp = stamp(&own, below.as_deref());
        Self { name: name.to_owned(), own, below, stamp }
    }

    /// The theme inside the program.
    pub fn embedded() -> Self {
        let own = Embedded::iter().filter_map(|path| Some((path.to_string(), Embedded::get(&path)?.data))).collect();
        Self::new(DEFAULT, own, None)
    }

    /// Its name, as the group's choice names it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Twelve hex digits of the hash of its static files: it is part of their address, so that they
    /// can be kept for ever and still change.
    pub fn stamp(&self) -> &str {
        &self.stamp
    }

    /// The theme it stands on, if it is not the default one.
    pub fn below(&self) -> Option<&Theme> {
        self.below.as_deref()
    }

    /// A file of this theme itself, without those it stands on.
    pub fn own(&self, path: &str) -> Option<&[u8]> {
        self.own.get(path).map(Cow::as_ref)
    }

    /// A file, this theme's own or else the default's.
    pub fn read(&self, path: &str) -> Option<&[u8]> {
        self.own(path).or_else(|| self.below()?.read(path))
    }

    /// A static file as it can be sent without copying it.
    pub fn shared(&self, path: &str) -> Option<bytes::Bytes> {
        match self.own.get(path) {
            Some(Cow::Borrowed(inside)) => Some(bytes::Bytes::from_static(inside)),
            Some(Cow::Owned(from_disk)) => Some(bytes::Bytes::copy_from_slice(from_disk)),
            None => self.below()?.shared(path),
        }
    }

    /// Names of this theme's own files in `folder`, which ends with a slash.
    pub fn own_names<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a str> {
        self.own.keys().map(String::as_str).filter(move |name| name.starts_with(folder))
    }

    /// Names of all files in `folder`, which ends with a slash.
    pub fn names(&self, folder: &str) -> BTreeSet<String> {
        let mut names = self.below().map(|below| below.names(folder)).unwrap_or_default();
        names.extend(self.own_names(folder).map(str::to_owned));
        names
    }
}

fn stamp(own: &Files, below: Option<&Theme>) -> String {
    let mut hash = Sha256::new();
    hash.update(below.map(Theme::stamp).unwrap_or_default());
    for (name, bytes) in own.iter().filter(|(name, _)| name.starts_with("static/")) {
        hash.update(name);
        hash.update([0]);
        hash.update(Sha256::digest(bytes));
    }
    hex::encode(hash.finalize().iter().copied().take(6).collect::<Vec<_>>())
}

/// All themes a group may choose from.
#[derive(Clone, Debug)]
pub struct Themes {
    default: Arc<Theme>,
    others: BTreeMap<String, Arc<Theme>>,
}

impl Themes {
    /// The default theme alone.
    pub fn embedded() -> Self {
        Self { default: Arc::new(Theme::embedded()), others: BTreeMap::new() }
    }

    /// The default theme and those of `folder`: one theme for each sub-folder.
    ///
    /// A sub-folder named `default` is laid over the default theme for every group.
    ///
    /// # Errors
    /// When a folder cannot be read, is badly named, or holds more than a theme may.
    pub fn with_folder(folder: &Path) -> Result<Self, ThemeError> {
        let mut themes = Self::embedded();
        let mut found = sub_folders(folder)?;
        if let Some(path) = found.remove(DEFAULT) {
            themes.default = Arc::new(Theme::new(DEFAULT, read_theme(DEFAULT, &path)?, Some(themes.default)));
        }
        for (name, path) in found {
            let theme = Theme::new(&name, read_theme(&name, &path)?, Some(Arc::clone(&themes.default)));
            themes.others.insert(name, Arc::new(theme));
        }
        Ok(themes)
    }

    /// The theme named `name`, or the default one when there is none of that name.
    pub fn get(&self, name: &str) -> &Arc<Theme> {
        self.others.get(name).unwrap_or(&self.default)
    }

    /// All themes, the default first.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Theme>> {
        std::iter::once(&self.default).chain(self.others.values())
    }
}

fn is_theme_name(name: &str) -> bool {
    let fits = (1..=40).contains(&name.len());
    fits && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn entries(folder: &Path) -> Result<Vec<(String, PathBuf, std::fs::FileType)>, ThemeError> {
    let wrong = |source| ThemeError::File { path: folder.to_owned(), source };
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(wrong)? {
        let entry = entry.map_err(wrong)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') {
            entries.push((name, entry.path(), entry.file_type().map_err(wrong)?));
        }
    }
    Ok(entries)
}

fn sub_folders(folder: &Path) -> Result<BTreeMap<String, PathBuf>, ThemeError> {
    let mut found = BTreeMap::new();
    for (name, path, kind) in entries(folder)? {
        if kind.is_dir() {
            if !is_theme_name(&name) {
                return Err(ThemeError::Name(name));
            }
            found.insert(name, path);
        }
    }
    Ok(found)
}

fn read_theme(name: &str, folder: &Path) -> Result<Files, ThemeError> {
    let mut files = Files::new();
    for (part, path, kind) in entries(folder)? {
        if kind.is_dir() && FOLDERS.contains(&part.as_str()) {
            read_folder(name, &part, &path, DEEPEST, &mut files)?;
        }
    }
    Ok(files)
}

/// Reads `folder` and what is below it. Symbolic links are neither files nor folders here, so they are
/// left out: a theme holds nothing but its own files.
fn read_folder(theme: &str, prefix: &str, folder: &Path, depth: usize, files: &mut Files) -> Result<(), ThemeError> {
    for (part, path, kind) in entries(folder)? {
        let name = format!("{prefix}/{part}");
        if kind.is_dir() && depth > 0 {
            read_folder(theme, &name, &path, depth - 1, files)?;
        } else if kind.is_file() {
            if files.len() >= MOST_FILES {
                return Err(ThemeError::TooManyFiles(theme.to_owned()));
            }
            files.insert(name, Cow::Owned(read_file(&path)?));
        }
    }
    Ok(())
}

fn read_file(path: &Path) -> Result<Vec<u8>, ThemeError> {
    let wrong = |source| ThemeError::File { path: path.to_owned(), source };
    if std::fs::metadata(path).map_err(wrong)?.len() > LARGEST_FILE {
        return Err(ThemeError::TooLarge(path.to_owned()));
    }
    std::fs::read(path).map_err(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn folder_with(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    #[test]
    fn a_theme_lays_its_files_over_the_default_ones() {
        let folder = folder_with(&[("lilas/static/parpour.css", "body{}"), ("lilas/notes.txt", "not read")]);
        let themes = Themes::with_folder(folder.path()).unwrap();
        let lilas = themes.get("lilas");
        assert_eq!(lilas.read("static/parpour.css"), Some(b"body{}".as_slice()));
        assert!(lilas.read("templates/base.html").is_some(), "the rest comes from the default theme");
        assert!(lilas.read("notes.txt").is_none());
        assert_ne!(lilas.stamp(), themes.get(DEFAULT).stamp());
        assert_eq!(themes.get("no-such-theme").name(), DEFAULT);
    }

    #[test]
    fn no_name_leads_out_of_a_theme() {
        let folder = folder_with(&[("lilas/static/a.css", "a"), ("secret.txt", "secret")]);
        #[cfg(unix)]
        std::os::unix::fs::symlink(folder.path().join("secret.txt"), folder.path().join("lilas/static/link.css"))
            .unwrap();
        let themes = Themes::with_folder(folder.path()).unwrap();
        for name in [
            "../secret.txt",
            "static/../../secret.txt",
            "static/..%2f..%2fsecret.txt",
            "/etc/passwd",
            "static/link.css",
            "static/\0",
        ] {
            assert!(themes.get("lilas").read(name).is_none(), "{name}");
        }
        for name in ["../lilas", "..", ".", "/", ""] {
            assert_eq!(themes.get(name).name(), DEFAULT, "{name}");
        }
    }

    #[test]
    fn a_badly_named_theme_is_named_at_start() {
        let folder = folder_with(&[("Été/static/a.css", "a")]);
        assert!(matches!(Themes::with_folder(folder.path()), Err(ThemeError::Name(name)) if name == "Été"));
    }

    #[test]
    fn a_folder_named_default_changes_the_default_theme() {
        let folder = folder_with(&[("default/static/parpour.css", "mine"), ("lilas/static/a.css", "a")]);
        let themes = Themes::with_folder(folder.path()).unwrap();
        assert_eq!(themes.get("lilas").read("static/parpour.css"), Some(b"mine".as_slice()));
        assert!(themes.get("lilas").read("templates/base.html").is_some());
    }
}
