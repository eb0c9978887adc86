//! Naming who helps to fill in a ballot of paper (story 4.7, check 3): whoever took the paper names her, on a screen, or
//! aloud to whoever notes it.

use crate::ProposalId;
use crate::commands::cast_ballot::refuse_unless_open;
use crate::commands::find;
use crate::commands::hand_paper::on_roll;
use crate::entities::roll;
use crate::powers::HandPaper;
use crate::rules::paper::problem_of_helper;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use commons::register::{self, kinds};
use membership::mail::tell_news;
use membership::powers::Permit;
use membership::queries::people;
use sea_orm::ColumnTrait;
use serde_json::json;

/// Notes whom somebody on paper named to help her with her ballot, in the place of whom she named before. The register
/// says both names, and nothing of what the ballot says. Both hear that there is news, but not whoever notes it.
///
/// # Errors
/// When the vote is not open, she took no paper, or the helper is she herself or no member.
pub async fn name_helper(
    tx: &Tx<'_>,
    permit: Permit<HandPaper>,
    id: ProposalId,
    whose: Option<MemberId>,
    helper: Option<MemberId>,
) -> Result<(), No> {
    let row = find(tx, id).await?;
    refuse_unless_open(row.state, row.closes_at, tx.now())?;
    let whose = whose.ok_or_else(|| No::field("whose_ballot", Message::new("whose-choose")))?;
    let hers = on_roll(tx, id, whose).await?.filter(|row| row.on_paper);
    let hers = hers.ok_or_else(|| No::field("whose_ballot", Message::new("helper-no-paper")))?;
    let is_member = match helper {
        Some(helper) => people::is_member(tx, helper).await?,
        None => false,
    };
    if let Some(problem) = problem_of_helper(whose, helper, is_member) {
        return Err(No::Invalid(vec![problem]));
    }
    let Some(helper) = helper.filter(|_| hers.helped_by != helper) else {
        // The form came twice: it is so already.
        return Ok(());
    };
    set(tx, id, whose, Some(helper)).await?;
    let mut body = json!({ "number": row.number, "title": row.title });
    if let (true, Some(fields)) = (whose != permit.by(), body.as_object_mut()) {
        fields.insert("noted_by".to_owned(), json!(permit.by()));
    }
    let entry =
        register::New { kind: kinds::PAPER_HELPED, actors: &[whose, helper], about: Some(id.to_string()), body };
    let seq = register::append(tx, entry).await?;
    let told: Vec<MemberId> = [whose, helper].into_iter().filter(|member| *member != permit.by()).collect();
    Ok(tell_news(tx, &format!("paper-helped/{id}/{seq}"), &told).await?)
}

/// Notes who helps somebody, or that nobody does.
pub(super) async fn set(tx: &Tx<'_>, id: ProposalId, whose: MemberId, helper: Option<MemberId>) -> Result<(), Broken> {
    use roll::Column;
    let hers = tx.change::<roll::Entity>().filter(Column::ProposalId.eq(id)).filter(Column::MemberId.eq(whose));
    hers.set(Column::HelpedBy, helper).go().await?;
    Ok(())
}

/// The paper is counted, or void: who helped is in the register alone.
pub(super) async fn forget_helpers(tx: &Tx<'_>, id: ProposalId) -> Result<(), Broken> {
    use roll::Column;
    let nobody: Option<MemberId> = None;
    tx.change::<roll::Entity>().filter(Column::ProposalId.eq(id)).set(Column::HelpedBy, nobody).go().await?;
    Ok(())
}

/// Somebody leaves: whom she helped, and who helped her, is no longer kept here.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<u64, Broken> {
    use roll::Column;
    let nobody: Option<MemberId> = None;
    let helped = tx.change::<roll::Entity>().filter(Column::HelpedBy.eq(member)).set(Column::HelpedBy, nobody);
    let helped = helped.go().await?;
    let hers = tx.change::<roll::Entity>().filter(Column::MemberId.eq(member)).filter(Column::HelpedBy.is_not_null());
    Ok(helped + hers.set(Column::HelpedBy, nobody).go().await?)
}
