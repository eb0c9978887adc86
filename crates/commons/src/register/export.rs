//! The register as a file that members take home (reliability D3, ruling 43).
//!
//! The same register always gives the same bytes. A damaged register is exported as it is: a copy
//! that shows what is wrong is worth more than no copy.

use super::chain::{Hash, Salt};
use super::stored_zip::{self, File, TooLarge};

/// The file with one line per entry.
pub const REGISTER: &str = "register.jsonl";
/// The verifier that needs nothing but Python.
pub const VERIFIER: &str = "verify.py";
/// What this is, in French.
pub const LISEZMOI: &str = "LISEZMOI.txt";
/// What this is, in English.
pub const README: &str = "README.txt";

/// The files of every export, beside the bodies.
pub const ALWAYS: [&str; 4] = [LISEZMOI, README, REGISTER, VERIFIER];

/// One entry as the database keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The canonical text of the entry.
    pub entry: String,
    /// The hash of that text, in hexadecimal.
    pub hash: String,
    /// The canonical text of the body; none once withdrawn.
    pub body: Option<String>,
    /// What binds the body to the entry; none once withdrawn.
    pub salt: Option<Salt>,
}

/// The export of a whole register, its lines in order from the first.
///
/// `group_name` is only printed in the two pages that explain the file. The one failure is a
/// register too large for the form.
pub fn export(group_name: &str, lines: &[Line]) -> Result<Vec<u8>, TooLarge> {
    let register: String = lines.iter().map(register_line).collect();
    let [french, english] =
        [include_str!("LISEZMOI.txt"), include_str!("README.txt")].map(|page| page.replace("{group}", group_name));
    let names: Vec<String> = (1..).take(lines.len()).map(body_name).collect();
    let bodies = names
        .iter()
        .zip(lines)
        .filter_map(|(name, line)| line.body.as_ref().map(|body| File::new(name, body.as_bytes())));
    let always = [
        File::new(LISEZMOI, french.as_bytes()),
        File::new(README, english.as_bytes()),
        File::new(REGISTER, register.as_bytes()),
        File::new(VERIFIER, include_bytes!("verify.py")),
    ];
    stored_zip::write(always.into_iter().chain(bodies).collect())
}

/// Where the body of an entry lies: `bodies/000001.json`.
pub fn body_name(seq: u64) -> String {
    format!("bodies/{seq:06}.json")
}

fn register_line(line: &Line) -> String {
    let Line { entry, hash, salt, .. } = line;
    let salt = salt.map_or("null".into(), |salt| format!("\"{}\"", hex::encode(salt)));
    format!("{{\"entry\":{entry},\"hash\":\"{hash}\",\"salt\":{salt}}}\n")
}

/// An entry, its hash and the salt, as [`export`] wrote them on one line (without its line feed).
pub(super) fn parse_line(line: &str) -> Option<(&str, &str, Option<Salt>)> {
    let inside = line.strip_prefix("{\"entry\":")?.strip_suffix('}')?;
    let (rest, salt) = inside.rsplit_once(",\"salt\":")?;
    let (entry, hash) = rest.rsplit_once(",\"hash\":")?;
    let salt = match salt {
        "null" => None,
        quoted => Some(unquoted(quoted)?.parse::<Hash>().ok()?.0),
    };
    Some((entry, unquoted(hash)?, salt))
}

fn unquoted(text: &str) -> Option<&str> {
    text.strip_prefix('"')?.strip_suffix('"')
}
