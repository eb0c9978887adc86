//! "I do not wish to be named": one's own, and nobody else's (`domain` 4.7-9).

use crate::kit::{PageResult, Tab};
use crate::pages::{May, Member};
use ::decisions::commands::choose_not_named::{choose_not_named, wish_of};
use ::decisions::powers::ChooseNotNamed;
use ::membership::powers::Permit;
use commons::db::Tx;
use serde::Deserialize;
use tera::context;

pub(super) async fn show(member: Member) -> PageResult {
    let unwilling = wish_of(&member.read(), member.id).await?.unwrap_or_default();
    member.into_page().at(Tab::Me).render("decisions/naming.html", context! { unwilling => &unwilling })
}

/// A tick, or none.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wish {
    unwilling: String,
}

pub(super) async fn chosen(may: May<ChooseNotNamed, Wish>) -> PageResult {
    let unwilling = !may.form.unwilling.is_empty();
    let choose = async |tx: &Tx<'_>, permit: Permit<ChooseNotNamed>| {
        choose_not_named(tx, permit, unwilling).await?;
        Ok(may.at("/me/naming"))
    };
    let to = may.act(choose).await?;
    Ok(may.page.go_saying(&to, "done-naming"))
}
