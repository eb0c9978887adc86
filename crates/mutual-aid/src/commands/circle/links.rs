//! Who is in a circle, for what. Her yes comes first; either takes hers back, and what was to come is free again.

use crate::LinkId;
use crate::commands::circle::awake::look_for_others;
use crate::commands::circle::tasks::remind_those_of;
use crate::commands::circle::{not_possible, words_of};
use crate::entities::circle::{close_link, close_task, close_yes};
use crate::powers::{HelpInCircle, KeepCircle};
use crate::queries::circle::{Kept, code_words, neighbour_index, place, task_of};
use crate::rules::circle::{Help, NotPossible};
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use commons::sealed;
use membership::powers::Permit;
use membership::queries::{apart, charter, people};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Most people in one circle.
const MOST_LINKS: u64 = 20;
/// Most characters of what somebody is told, of a name and of a number.
const LONGEST_TOLD: usize = 200;
const LONGEST_NAME: usize = 80;
const LONGEST_NUMBER: usize = 40;

/// A neighbour as she was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewNeighbour {
    /// What she is called.
    pub name: String,
    /// How she is called on the telephone.
    pub phone: String,
    /// What she is told, and nothing else.
    pub told: String,
    /// What for.
    pub help: BTreeSet<Help>,
}

fn some_help(help: &BTreeSet<Help>) -> Result<(), No> {
    if help.is_empty() { Err(No::field("help", Message::new("close-help-missing"))) } else { Ok(()) }
}

async fn room(tx: &Tx<'_>, whose: MemberId) -> Result<(), No> {
    let hers = tx.find::<close_link::Entity>().filter(close_link::Column::MemberId.eq(whose));
    if hers.count().await? < MOST_LINKS {
        return Ok(());
    }
    Err(No::field("help", Message::new("close-enough").with("most", 20u32)))
}

/// Asks a member to be in her circle. She reads it on her page, and does nothing before she says yes.
///
/// # Errors
/// When something is to correct, or she is in it already.
pub async fn add_member(
    tx: &Tx<'_>,
    permit: Permit<KeepCircle>,
    other: MemberId,
    told: &str,
    help: &BTreeSet<Help>,
) -> Result<LinkId, No> {
    let whose = permit.by();
    if other == whose || !people::is_member(tx, other).await? {
        return Err(No::field("other", Message::new("close-choose-member")));
    }
    some_help(help)?;
    room(tx, whose).await?;
    let told = words_of("told", told, LONGEST_TOLD, "close-told-missing")?;
    use close_link::Column;
    let known = tx.find::<close_link::Entity>().filter(Column::MemberId.eq(whose)).filter(Column::Other.eq(other));
    if known.any().await? {
        return Err(No::field("other", Message::new("close-there-already")));
    }
    insert(tx, whose, Some(other), (None, None, told), help).await
}

/// Puts a neighbour into her circle. Nobody calls her before that (`domain F2`).
///
/// # Errors
/// When something is to correct.
pub async fn add_neighbour(tx: &Tx<'_>, permit: Permit<KeepCircle>, new: &NewNeighbour) -> Result<LinkId, No> {
    let name = words_of("name", &new.name, LONGEST_NAME, "close-name-missing")?;
    let phone = new.phone.trim();
    let over = phone.chars().count().saturating_sub(LONGEST_NUMBER);
    if over > 0 {
        return Err(No::field("phone", Message::new("too-long").with("over", over)));
    }
    let told = words_of("told", &new.told, LONGEST_TOLD, "close-told-missing")?;
    some_help(&new.help)?;
    room(tx, permit.by()).await?;
    insert(tx, permit.by(), None, (Some(name), Some(phone), told), &new.help).await
}

async fn insert(
    tx: &Tx<'_>,
    whose: MemberId,
    other: Option<MemberId>,
    (name, phone, told): (Option<&str>, Option<&str>, &str),
    help: &BTreeSet<Help>,
) -> Result<LinkId, No> {
    let (id, key) = (LinkId::new(), sealed::key_of(tx, whose).await?);
    let seal = |what: &str, words: &str| key.seal(&place(what, id), words.as_bytes());
    let row = close_link::ActiveModel {
        id: Set(id),
        member_id: Set(whose),
        other: Set(other),
        name: Set(name.map(|name| seal("name", name)).transpose()?),
        phone: Set(phone.map(|phone| seal("phone", phone)).transpose()?),
        told: Set(seal("told", told)?),
        code: Set(None),
        code_index: Set(None),
        code_made: Set(None),
        token: Set(None),
        ..Default::default()
    };
    tx.insert(row).await?;
    let yes = |help: &Help| close_yes::ActiveModel {
        link_id: Set(id),
        help: Set(*help),
        theirs: Set(false),
        ..Default::default()
    };
    tx.insert_many(help.iter().map(yes)).await?;
    Ok(id)
}

/// A link of this group.
pub(super) async fn find(tx: &Tx<'_>, id: LinkId) -> Result<close_link::Model, No> {
    tx.find::<close_link::Entity>().filter(close_link::Column::Id.eq(id)).one().await?.ok_or(No::NotFound)
}

/// Her yes to somebody, kind by kind: one that she does not say any more is taken back, with what was to come.
///
/// # Errors
/// When it is not her circle, or she says yes to nothing: then she takes the person out.
pub async fn say_yes(tx: &Tx<'_>, permit: Permit<KeepCircle>, id: LinkId, help: &BTreeSet<Help>) -> Result<(), No> {
    let row = find(tx, id).await?;
    if row.member_id != permit.by() {
        return Err(No::NotFound);
    }
    some_help(help)?;
    for one in Help::ALL {
        let this = tx.find::<close_yes::Entity>().filter(close_yes::Column::LinkId.eq(id));
        let stands = this.filter(close_yes::Column::Help.eq(one)).any().await?;
        match (help.contains(&one), stands) {
            (true, false) => {
                let yes = close_yes::ActiveModel {
                    link_id: Set(id),
                    help: Set(one),
                    theirs: Set(false),
                    ..Default::default()
                };
                tx.insert(yes).await?;
            }
            (false, true) => {
                let this = tx.delete::<close_yes::Entity>().filter(close_yes::Column::LinkId.eq(id));
                this.filter(close_yes::Column::Help.eq(one)).go().await?;
                free_tasks_of(tx, id, Some(one)).await?;
            }
            (true, true) | (false, false) => {}
        }
    }
    Ok(())
}

/// Takes somebody out of her circle.
///
/// # Errors
/// When it is not her circle.
pub async fn remove(tx: &Tx<'_>, permit: Permit<KeepCircle>, id: LinkId) -> Result<(), No> {
    if find(tx, id).await?.member_id != permit.by() {
        return Err(No::NotFound);
    }
    Ok(end_link(tx, id).await?)
}

/// What a member says who is asked, kind by kind. Nothing at all takes her out of the circle.
///
/// # Errors
/// When she is not asked.
pub async fn answer(tx: &Tx<'_>, permit: Permit<HelpInCircle>, id: LinkId, help: &BTreeSet<Help>) -> Result<(), No> {
    let row = find(tx, id).await?;
    if row.other != Some(permit.by()) || apart::apart(tx, permit.by(), row.member_id).await? {
        return Err(No::NotFound);
    }
    answered(tx, id, help).await
}

/// The yes of the other end, kind by kind: only to what she is asked for.
pub(super) async fn answered(tx: &Tx<'_>, id: LinkId, help: &BTreeSet<Help>) -> Result<(), No> {
    if help.is_empty() {
        return Ok(end_link(tx, id).await?);
    }
    let rows = tx.find::<close_yes::Entity>().filter(close_yes::Column::LinkId.eq(id)).all().await?;
    if help.iter().any(|help| !rows.iter().any(|row| row.help == *help)) {
        return Err(not_possible(NotPossible::HerYesFirst));
    }
    for row in rows {
        let yes = help.contains(&row.help);
        let this = tx.change::<close_yes::Entity>().filter(close_yes::Column::LinkId.eq(id));
        this.filter(close_yes::Column::Help.eq(row.help)).set(close_yes::Column::Theirs, yes).go().await?;
        if row.theirs && !yes {
            free_tasks_of(tx, id, Some(row.help)).await?;
        }
    }
    Ok(())
}

/// What somebody was to do and that has not begun is free again, of one kind of help or of all, and is looked for.
pub(crate) async fn free_tasks_of(tx: &Tx<'_>, id: LinkId, help: Option<Help>) -> Result<(), Broken> {
    let to_come = to_come_of(tx, id, help).await?;
    let nobody: Option<Uuid> = None;
    let these = close_task::Column::Id.is_in(to_come.iter().map(|row| row.id));
    tx.change::<close_task::Entity>().filter(these).set(close_task::Column::LinkId, nobody).go().await?;
    remind_those_of(tx, &to_come).await?;
    look_for_others_of(tx, &to_come).await
}

/// Her tasks that have not begun.
async fn to_come_of(tx: &Tx<'_>, id: LinkId, help: Option<Help>) -> Result<Vec<close_task::Model>, Broken> {
    let zone = charter::charter(tx).await?.zone();
    let mut rows = tx.find::<close_task::Entity>().filter(close_task::Column::LinkId.eq(id)).all().await?;
    rows.retain(|row| help.is_none_or(|help| help == row.help) && task_of(row, &[]).when(zone).start > tx.now());
    Ok(rows)
}

/// Looks for others, as the circle is now.
async fn look_for_others_of(tx: &Tx<'_>, freed: &[close_task::Model]) -> Result<(), Broken> {
    let Some(first) = freed.first() else { return Ok(()) };
    let kept = Kept::of(tx, charter::charter(tx).await?.zone(), first.member_id).await?;
    let tasks: Vec<_> = freed.iter().map(|row| task_of(row, &[])).collect();
    look_for_others(tx, &kept, &tasks, None).await
}

/// A link ends: what is over keeps no name either, and what was to come is looked for.
pub(crate) async fn end_link(tx: &Tx<'_>, id: LinkId) -> Result<(), Broken> {
    let to_come = to_come_of(tx, id, None).await?;
    let nobody: Option<Uuid> = None;
    let done = tx.change::<close_task::Entity>().filter(close_task::Column::LinkId.eq(id));
    done.set(close_task::Column::LinkId, nobody).go().await?;
    remind_those_of(tx, &to_come).await?;
    tx.delete::<close_yes::Entity>().filter(close_yes::Column::LinkId.eq(id)).go().await?;
    tx.delete::<close_link::Entity>().filter(close_link::Column::Id.eq(id)).go().await?;
    look_for_others_of(tx, &to_come).await
}

/// Makes the sheet of a neighbour: four words, good once. The one before, and the page it led to, open nothing any more.
///
/// # Errors
/// When it is not her circle, or the other end is a member.
pub async fn make_code(tx: &Tx<'_>, permit: Permit<KeepCircle>, id: LinkId) -> Result<(), No> {
    let row = find(tx, id).await?;
    if row.member_id != permit.by() || row.other.is_some() {
        return Err(No::NotFound);
    }
    // Born of chance alone: an id that tells its time would make the words easier to guess.
    let code = Uuid::from_bytes(rand::random());
    let nothing: Option<Vec<u8>> = None;
    use close_link::Column;
    let change = tx.change::<close_link::Entity>().filter(Column::Id.eq(id)).set(Column::Code, Some(code));
    let change = change.set(Column::CodeIndex, Some(neighbour_index(tx, &code_words(tx, id, code))));
    change.set(Column::CodeMade, Some(tx.now())).set(Column::Token, nothing).go().await?;
    Ok(())
}
