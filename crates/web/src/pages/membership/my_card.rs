//! A printed card to sign in with: what it is, printing one, reading it for a quarter of an hour.

use super::me::guess;
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::visit::{May, Member, Oneself};
use actix_web::web::Path;
use commons::db::Tx;
use membership::commands::confirm::confirm;
use membership::commands::print_card;
use membership::powers::ChangeOwnAccess;
use membership::queries::{me, my_card};
use serde::Deserialize;
use tera::context;
use uuid::Uuid;

/// What a card is, and how many codes are left.
pub(super) async fn about(Oneself(member): Oneself) -> PageResult {
    show_about(member).await
}

async fn show_about(member: Member) -> PageResult {
    let scope = member.read();
    let left = my_card::left(&scope, member.id).await?;
    let has_passphrase = me::me(&scope, member.id).await?.has_passphrase;
    drop(scope);
    let context = context! { left => &left, has_passphrase => &has_passphrase, codes => &print_card::CODES };
    member.into_page().at(Tab::Me).render("membership/my-card.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Print {
    present: String,
}

/// Makes a new card; the one before opens nothing any more.
pub(super) async fn print(may: May<ChangeOwnAccess, Print>) -> PageResult {
    match try_print(&may).await {
        Ok(to) => Ok(may.page.go(&to)),
        Err(no) => show_about(may.again(no)?).await,
    }
}

async fn try_print(may: &May<ChangeOwnAccess, Print>) -> Result<String, PageError> {
    guess(may)?;
    let confirmed = confirm(&may.site.db, may.group.id, may.id, &may.form.present).await;
    let print = async |tx: &Tx<'_>, permit| {
        let card = print_card::print_card(tx, permit, confirmed?).await?;
        Ok(may.at(&format!("/me/card/{card}")))
    };
    Ok(may.act(print).await?)
}

/// The card itself, to print or to copy by hand.
pub(super) async fn show(Oneself(member): Oneself, path: Path<(String, Uuid)>) -> PageResult {
    let scope = member.read();
    let codes = my_card::shown(&scope, member.id, path.1).await?;
    let now = scope.now();
    drop(scope);
    let address = super::full_address(&member.page, &member.at("/door"));
    let context = context! { codes => &codes, now => &now, address => &address };
    member.into_page().at(Tab::Me).render("membership/my-card-print.html", context)
}
