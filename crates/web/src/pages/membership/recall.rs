//! Asking others to suspend a mandate, or to put its recall to the group. Whoever asks signs by asking.

use crate::kit::{PageError, PageResult, Tab};
use crate::pages::decisions::say;
use crate::pages::visit::{May, Member};
use actix_web::web::Path;
use commons::db::Tx;
use commons::refusal::{Message, No};
use decisions::recall::{AskRecall, Recall};
use membership::MandateId;
use membership::effects::EndedMandate;
use membership::joint::{self, Signed};
use membership::powers::SignTogether;
use membership::queries::{mandates, me, people};
use membership::rules::mandates::{
    LONGEST_SUSPENSION, RECALL_NOTICE, others_can_suspend, recall_askers, suspension_signers,
};
use membership::suspension::SuspendMandate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tera::context;

/// What is typed: the words of a recall, and the passphrase again.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asking {
    title: String,
    summary: String,
    present: String,
}

/// Which of the two is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Suspension,
    Recall,
}

impl Asked {
    const fn word(self) -> &'static str {
        match self {
            Self::Suspension => "suspend",
            Self::Recall => "recall",
        }
    }

    const fn kind(self) -> &'static str {
        match self {
            Self::Suspension => SuspendMandate::KIND,
            Self::Recall => AskRecall::KIND,
        }
    }
}

/// Where others are asked to suspend a mandate.
pub(super) async fn ask_to_suspend(member: Member, path: Path<(String, MandateId)>) -> PageResult {
    show(member, path.1, Asked::Suspension).await
}

/// Where others are asked to put its recall to the group.
pub(super) async fn ask_to_recall(member: Member, path: Path<(String, MandateId)>) -> PageResult {
    show(member, path.1, Asked::Recall).await
}

async fn show(member: Member, id: MandateId, asked: Asked) -> PageResult {
    let scope = member.read();
    let mandate = mandates::one(&scope, id).await?.ok_or(No::NotFound)?;
    let holder = people::names(&scope).await?.of(mandate.holder).map(str::to_owned);
    let others = people::others_than(&scope, mandate.holder).await?;
    let (mine, now) = (mandate.holder == member.id, scope.now());
    let possible = match asked {
        Asked::Suspension => mandate.dates().may_be_suspended(now).is_ok() && others_can_suspend(others),
        Asked::Recall => mandate.dates().may_be_recalled(now),
    };
    let needed = match asked {
        Asked::Suspension => u64::from(suspension_signers(others)),
        Asked::Recall => recall_askers(people::how_many_active(&scope).await?),
    };
    let has_passphrase = me::me(&scope, member.id).await?.has_passphrase;
    drop(scope);
    let title = say(&member.page, &Message::new("recall-proposal-title").with("title", mandate.title.as_str()))?;
    let context = context! {
        asked => &asked.word(), title => &mandate.title, holder => &holder, mine => &mine, possible => &possible,
        needed => &needed, has_passphrase => &has_passphrase, proposed_title => &title,
        days => &LONGEST_SUSPENSION.num_days(), notice => &RECALL_NOTICE.num_days(),
        home => &member.at(&format!("/group/powers/{id}")),
    };
    member.into_page().at(Tab::Group).render("membership/mandate-ask.html", context)
}

/// Asks others to suspend it.
pub(super) async fn suspend(may: May<SignTogether, Asking>, path: Path<(String, MandateId)>) -> PageResult {
    ask(may, path.1, Asked::Suspension).await
}

/// Asks others to put its recall to the group.
pub(super) async fn recall(may: May<SignTogether, Asking>, path: Path<(String, MandateId)>) -> PageResult {
    ask(may, path.1, Asked::Recall).await
}

async fn ask(may: May<SignTogether, Asking>, id: MandateId, asked: Asked) -> PageResult {
    match try_ask(&may, id, asked).await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-signed-together")),
        Err(no) => show(may.again(no)?, id, asked).await,
    }
}

async fn try_ask(may: &May<SignTogether, Asking>, id: MandateId, asked: Asked) -> Result<String, PageError> {
    let trimmed = |text: &str| text.trim().to_owned();
    let details = match asked {
        Asked::Suspension => details(EndedMandate { mandate: id }),
        Asked::Recall => {
            details(Recall { mandate: id, title: trimmed(&may.form.title), summary: trimmed(&may.form.summary) })
        }
    }?;
    let confirmed = may.confirmed(&may.form.present).await?;
    let ask = async |tx: &Tx<'_>, permit| {
        // An address that names no mandate leads nowhere.
        mandates::one(tx, id).await?.ok_or(No::NotFound)?;
        let (act, signed) =
            joint::ask_together(tx, permit, &may.site.joints, confirmed?, asked.kind(), &details).await?;
        let to = match (signed, asked) {
            (Signed::Done, Asked::Suspension) => format!("/group/powers/{id}"),
            (Signed::Done | Signed::Waits, _) => format!("/group/together/{act}"),
        };
        Ok(may.at(&to))
    };
    Ok(may.act(ask).await?)
}

fn details(details: impl Serialize) -> Result<Value, PageError> {
    serde_json::to_value(details).map_err(PageError::broken)
}
