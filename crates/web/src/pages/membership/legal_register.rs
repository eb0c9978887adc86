//! The register of members that the law asks of an incorporated group, for whoever holds the mandate for it.

use crate::kit::{PageResult, Tab};
use crate::pages::visit::Member;
use commons::db::Tx;
use commons::refusal::No;
use membership::powers::{self, KeepLegalRegister};
use membership::queries::legal_register::{self, LegalRegister};
use tera::context;

/// Present and past members, to print. The register of decisions tells that it was read.
pub(super) async fn page(member: Member) -> PageResult {
    let read = async |tx: &Tx<'_>| {
        let permit = powers::ask::<KeepLegalRegister>(tx, member.id).await?;
        legal_register::read(tx, &permit).await
    };
    let LegalRegister { present, past } = member.site.db.write::<_, No, _>(member.group.id, read).await?;
    let now = member.site.db.now();
    let context = context! { present => &present, past => &past, now => &now };
    member.into_page().at(Tab::Group).render("membership/legal-register.html", context)
}
