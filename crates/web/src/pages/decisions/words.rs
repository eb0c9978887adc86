//! Names and sentences, as the pages of this area say them.

use crate::kit::{Page, PageError};
use ::membership::queries::people::Names;
use commons::ids::MemberId;
use commons::refusal::Message;

/// Who is called what; somebody who left is told as such.
pub(in crate::pages) struct Who {
    names: Names,
    gone: String,
}

impl Who {
    /// # Errors
    /// Never, once the themes are loaded.
    pub(in crate::pages) fn new(names: Names, page: &Page) -> Result<Self, PageError> {
        let gone = page.words()?.say(&Message::new("a-member-who-left"), page.place())?;
        Ok(Self { names, gone })
    }

    /// What `member` is called.
    pub(in crate::pages) fn name(&self, member: MemberId) -> String {
        self.names.of(member).unwrap_or(&self.gone).to_owned()
    }

    /// What several are called, in reading order, then those who left.
    pub(in crate::pages) fn all(&self, members: &[MemberId]) -> Vec<String> {
        let mut names = self.names.of_all(members.iter().copied());
        names.resize(members.len(), self.gone.clone());
        names
    }
}

/// Puts a message into the words of one reader.
///
/// # Errors
/// Never, once the themes are loaded.
pub(in crate::pages) fn say(page: &Page, message: &Message) -> Result<String, PageError> {
    Ok(page.words()?.say(message, page.place())?)
}

/// Why a decision could not act, told to the group: what a form says to one person when it refuses the same
/// thing is no sentence for a result. Empty when this program no longer knows the reason.
///
/// # Errors
/// Never, once the themes are loaded.
pub(super) fn failure(page: &Page, reason: &Message) -> Result<String, PageError> {
    let told = Message { args: reason.args.clone(), ..Message::keyed(format!("failure-{}", reason.key)) };
    let words = page.words()?;
    match [&told, reason].into_iter().find(|message| words.has(&message.key)) {
        Some(message) => say(page, message),
        None => Ok(String::new()),
    }
}

/// "Fatou", "Fatou et Nadia", "Fatou, Nadia et Steve".
///
/// # Errors
/// Never, once the themes are loaded.
pub(in crate::pages) fn list_of(page: &Page, names: &[String]) -> Result<String, PageError> {
    match names {
        [] => Ok(String::new()),
        [one] => Ok(one.clone()),
        [rest @ .., last] => {
            let message = Message::new("names-and").with("names", rest.join(", ")).with("last", last.as_str());
            say(page, &message)
        }
    }
}
