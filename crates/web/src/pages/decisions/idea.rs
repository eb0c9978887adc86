//! The first step of a new proposal: a title, and why. It is kept as a draft at once, so that the steps after
//! it only complete a text that is there.

use crate::kit::{PageResult, Tab};
use crate::pages::{May, Member};
use ::decisions::commands::write_proposal::{Text, write_draft};
use ::decisions::powers::Propose;
use ::membership::powers::Permit;
use commons::db::Tx;
use commons::effects::Class;
use commons::refusal::{Message, No};
use serde::Deserialize;
use tera::context;

/// What the form holds, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Idea {
    title: String,
    summary: String,
}

impl Idea {
    fn text(&self, member: &Member) -> Text {
        Text {
            title: self.title.clone(),
            summary: self.summary.clone(),
            discussion_days: member.charter.discussion_days(Class::Ordinary),
            voting_days: member.charter.voting_days(Class::Ordinary),
            ..Text::default()
        }
    }
}

pub(super) async fn idea(member: Member) -> PageResult {
    let action = member.at("/decide/new");
    member.into_page().at(Tab::Decide).render("decisions/idea.html", context! { action => &action })
}

/// Keeps the idea and leads to what should happen.
pub(super) async fn kept(may: May<Propose, Idea>) -> PageResult {
    let text = may.form.text(&may);
    let keep = async |tx: &Tx<'_>, permit: Permit<Propose>| {
        if text.title.trim().is_empty() {
            return Err(No::field("title", Message::new("proposal-title-missing")));
        }
        let id = write_draft(tx, permit, &may.site.effects, text.clone()).await?;
        Ok(format!("/decide/drafts/{id}/effect"))
    };
    match may.act(keep).await {
        Ok(to) => Ok(may.page.go(&may.at(&to))),
        Err(no) => idea(may.again(no)?).await,
    }
}
