//! The page that visitors read, in the group's own words.

use crate::kit::{PageError, PageResult, Tab};
use crate::pages::visit::{May, Member, Visit};
use commons::refusal::{Message, No};
use membership::commands::write_welcome_page::write_welcome_page;
use membership::powers::{self, WriteWelcomePage};
use membership::queries::{privacy_contact, welcome};
use serde::Deserialize;
use tera::context;

/// The public page. It names no member.
pub(super) async fn welcome(visit: Visit) -> PageResult {
    let scope = visit.read();
    let words = welcome::words(&scope).await?;
    let contact = privacy_contact::contact(&scope).await?;
    let may_write = match visit.signed_in {
        Some(her) => powers::has::<WriteWelcomePage>(&scope, her.member).await?,
        None => false,
    };
    drop(scope);
    let paragraphs = words.as_deref().map(paragraphs).unwrap_or_default();
    // A group that has not written its page has not chosen to be named to passers-by.
    let is_in = visit.signed_in.is_some();
    let name = Some(visit.charter.name()).filter(|_| is_in || !paragraphs.is_empty());
    let is_named = name.is_some();
    let context = context! {
        name => &name, paragraphs => &paragraphs, may_write => &may_write,
        is_in => &is_in, contact => &contact.filter(|_| is_named),
    };
    let page = if name.is_some() { visit.page.in_public() } else { visit.page };
    page.render("membership/welcome.html", context)
}

/// Texts parted by an empty line.
fn paragraphs(words: &str) -> Vec<&str> {
    words.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()).collect()
}

/// Where whoever holds the mandate writes it.
pub(super) async fn edit(member: Member) -> PageResult {
    show_edit(member).await
}

async fn show_edit(member: Member) -> PageResult {
    let scope = member.read();
    if !powers::has::<WriteWelcomePage>(&scope, member.id).await? {
        return Err(needs_mandate());
    }
    let words = welcome::words(&scope).await?.unwrap_or_default();
    drop(scope);
    member.into_page().at(Tab::Group).render("membership/welcome-edit.html", context! { words => &words })
}

fn needs_mandate() -> PageError {
    let power = Message::new("power-write-welcome-page");
    No::NotAllowed(Message::new("error-needs-mandate").with("power", power)).into()
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Words {
    words: String,
}

pub(super) async fn write(may: May<WriteWelcomePage, Words>) -> PageResult {
    let to = may.at("/welcome");
    let written = may
        .act(async |tx, permit| {
            write_welcome_page(tx, permit, &may.form.words).await?;
            Ok(to)
        })
        .await;
    match written {
        Ok(to) => Ok(may.page.go_saying(&to, "done-welcome")),
        Err(no) => show_edit(may.again(no)?).await,
    }
}
