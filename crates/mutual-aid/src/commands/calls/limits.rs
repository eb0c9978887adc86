//! What somebody says yes to in the phone tree. All of it is a no until she says so, and a no holds at once
//! (`mutual-aid` T8).

use crate::commands::calls::act::has_no_screen;
use crate::commands::calls::tree;
use crate::entities::calls::call_choice;
use crate::powers::WriteCalls;
use crate::queries::calls::people::{choices_of, place};
use crate::rules::calls::{Choices, MOST_CALLS, Silent, Voicemail};
use crate::rules::quiet::Quiet;
use chrono::NaiveTime;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No, Problem};
use commons::sealed;
use membership::commands::at_request;
use membership::commands::consent::{say_these, say_these_for};
use membership::powers::{ChangeOwnAccess, Permit};
use membership::queries::apart::apart;
use membership::queries::{contacts, people};
use membership::rules::consent::{Channel, Use};
use membership::rules::contact::dialled;
use membership::{AtRequestId, ContactId};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use std::collections::BTreeSet;

/// The name of an act done at somebody's request, in translations (`at-request-<name>`).
pub const AT_REQUEST: &str = "tree";

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
    say_these(tx, &permit, answers(yes)).await?;
    Ok(keep_said(tx, by, choices).await?)
}

fn answers(yes: &BTreeSet<Use>) -> [(Use, bool); Use::CALLS.len()] {
    Use::CALLS.map(|one| (one, yes.contains(&one)))
}

async fn keep_said(tx: &Tx<'_>, whose: MemberId, choices: Choices) -> Result<(), Broken> {
    let choices = Choices { with: choices.with.filter(|_| choices.silent.names_somebody()), ..choices };
    keep(tx, whose, Some(choices)).await?;
    tree::follow(tx).await
}

/// What somebody without a screen said of what goes with her yes; nothing of what she said nothing of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ByAnother {
    /// Most people whom she calls.
    pub calls: Option<u8>,
    /// From when nobody calls her.
    pub quiet_from: Option<NaiveTime>,
    /// Until when.
    pub quiet_until: Option<NaiveTime>,
    /// What may be left with a machine.
    pub voicemail: Option<Voicemail>,
    /// What to do when she does not answer.
    pub silent: Option<Silent>,
    /// The person whom that names.
    pub with: Option<MemberId>,
}

impl ByAnother {
    fn over(&self, before: Choices) -> Choices {
        let quiet = Quiet {
            from: self.quiet_from.unwrap_or(before.quiet.from),
            until: self.quiet_until.unwrap_or(before.quiet.until),
        };
        Choices {
            calls: self.calls.unwrap_or(before.calls),
            quiet,
            voicemail: self.voicemail.unwrap_or(before.voicemail),
            silent: self.silent.unwrap_or(before.silent),
            with: self.with.or(before.with),
            ..before
        }
    }
}

/// The same for somebody who has no screen, as she said it on the telephone or on paper (`mutual-aid` M21). Both are named in
/// her data. What she said nothing of stays as it was. Where the two keep apart, nothing is
/// written but that it was asked.
///
/// # Errors
/// When she says it on a screen herself, or what to correct.
pub async fn say_for(
    tx: &Tx<'_>,
    permit: Permit<WriteCalls>,
    whom: MemberId,
    channel: Channel,
    yes: &BTreeSet<Use>,
    said: &ByAnother,
) -> Result<AtRequestId, No> {
    if whom == permit.by() || !people::is_member(tx, whom).await? {
        return Err(No::field("whom", Message::new("visits-choose-somebody")));
    }
    if !has_no_screen(tx, whom).await? {
        return Err(No::field("whom", Message::new("visits-has-screen")));
    }
    let before = choices_of(tx, whom).await?;
    let choices = said.over(before);
    let problems = problems(tx, whom, yes, &choices).await?;
    if !problems.is_empty() {
        return Err(No::Invalid(problems));
    }
    let id = at_request::note(tx, &permit, whom, channel, AT_REQUEST).await?;
    if !apart(tx, permit.by(), whom).await? {
        say_these_for(tx, &permit, whom, channel, answers(yes)).await?;
        keep_said(tx, whom, choices).await?;
    }
    Ok(id)
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
