//! What somebody says yes to in the phone tree. All of it is a no until she says so, and a no holds at once
//! (`mutual-aid` T8).

use crate::commands::calls::tree;
use crate::entities::calls::call_choice;
use crate::queries::calls::people::place;
use crate::rules::calls::{Choices, MOST_CALLS};
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No, Problem};
use commons::sealed;
use membership::ContactId;
use membership::commands::consent::say_these;
use membership::powers::{ChangeOwnAccess, Permit};
use membership::queries::{contacts, people};
use membership::rules::consent::Use;
use membership::rules::contact::dialled;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use std::collections::BTreeSet;

/// Says yes to these uses of [`Use::CALLS`] and no to the others, with what goes with them.
///
/// # Errors
/// What to correct: no number to be called at, too many calls, nobody named.
pub async fn say(
    tx: &Tx<'_>,
    permit: Permit<ChangeOwnAccess>,
    yes: &BTreeSet<Use>,
    choices: Choices,
) -> Result<(), No> {
    let by = permit.by();
    let problems = problems(tx, by, yes, &choices).await?;
    if !problems.is_empty() {
        return Err(No::Invalid(problems));
    }
    say_these(tx, &permit, Use::CALLS.map(|one| (one, yes.contains(&one)))).await?;
    let choices = Choices { with: choices.with.filter(|_| choices.silent.names_somebody()), ..choices };
    keep(tx, by, Some(choices)).await?;
    Ok(tree::follow(tx).await?)
}

async fn problems(tx: &Tx<'_>, by: MemberId, yes: &BTreeSet<Use>, choices: &Choices) -> Result<Vec<Problem>, Broken> {
    let mut problems = Vec::new();
    let hers = contacts::telephones(tx).await?.remove(&by).unwrap_or_default();
    if yes.contains(&Use::BeCalled) && hers.is_empty() {
        problems.push(Problem::new("number", Message::new("calls-needs-number")));
    }
    if choices.number.is_some_and(|number| !hers.contains(&number)) {
        problems.push(Problem::new("number", Message::new("calls-choose-number")));
    } else if let Some(number) =
        choices.number.or_else(|| hers.first().copied()).filter(|_| yes.contains(&Use::BeCalled))
        && !is_dialled(tx, by, number).await?
    {
        problems.push(Problem::new("number", Message::new("calls-number-words")));
    }
    if yes.contains(&Use::CallOthers) && !(1..=MOST_CALLS).contains(&choices.calls) {
        let message = Message::new("calls-how-many").with("most", u32::from(MOST_CALLS));
        problems.push(Problem::new("calls", message));
    }
    let others = [Use::CallOthers, Use::BeStarter, Use::NightUrgent];
    if !yes.contains(&Use::BeCalled) && others.iter().any(|one| yes.contains(one)) {
        problems.push(Problem::new("yes", Message::new("calls-be-called-first")));
    }
    if choices.silent.names_somebody() {
        // Somebody who keeps apart from her is accepted as anybody, and never reads of it.
        let is_somebody = match choices.with {
            Some(with) => with != by && people::is_member(tx, with).await?,
            None => false,
        };
        if !is_somebody {
            problems.push(Problem::new("with", Message::new("calls-name-somebody")));
        }
    }
    Ok(problems)
}

/// Whether somebody could call there: words are no number.
async fn is_dialled(tx: &Tx<'_>, by: MemberId, number: ContactId) -> Result<bool, Broken> {
    let mine = contacts::mine(tx, by).await?;
    Ok(mine.iter().any(|point| point.id == number && dialled(&point.value).is_some()))
}

/// Keeps what she chose; none forgets it.
pub(crate) async fn keep(tx: &Tx<'_>, whose: MemberId, choices: Option<Choices>) -> Result<u64, Broken> {
    use call_choice::Column;
    let gone = tx.delete::<call_choice::Entity>().filter(Column::MemberId.eq(whose)).go().await?;
    if let Some(choices) = choices {
        let text = serde_json::to_vec(&choices).map_err(Broken::stored)?;
        let said = sealed::key_of(tx, whose).await?.seal(&place(whose), &text)?;
        tx.insert(call_choice::ActiveModel { member_id: Set(whose), said: Set(said), ..Default::default() }).await?;
    }
    Ok(gone)
}
