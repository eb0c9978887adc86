//! Objections and blocks as things of their own (`decisions` 5.2, 6.7): raised by a ballot, taken back by whoever raised
//! them, answered by a new version of the text, supported by others.

use crate::commands::cast_ballot::{refuse_unless_on_roll, refuse_unless_open};
use crate::commands::{find, find_as_author, question_of};
use crate::entities::{objection, objection_support, proposal};
use crate::powers::{CastBallot, Propose};
use crate::rules::ballot::Said;
use crate::rules::question::Method;
use crate::rules::rounds::{Beside, Kind, Standing, may_answer};
use crate::rules::state::State;
use crate::rules::verdict::VoteRules;
use crate::{ObjectionId, ProposalId};
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use commons::sealed;
use membership::mail::tell_news;
use membership::powers::Permit;
use membership::queries::people;
use membership::rules::standing::Standing as InTheGroup;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// A ballot of hers was cast: what it puts in the way is raised, and what it no longer says is taken back. `noted_by` is who
/// noted it on the telephone; none when she cast it herself. Says who had noted what she put in the way before.
pub(super) async fn follow_ballot(
    tx: &Tx<'_>,
    row: &proposal::Model,
    by: MemberId,
    said: &Said,
    words: &str,
    noted_by: Option<MemberId>,
) -> Result<Option<MemberId>, Broken> {
    let method = question_of(row)?.method;
    if !method.has_objections() {
        return Ok(None);
    }
    let kind = match said {
        Said::Word(word) => Kind::of(method, word),
        Said::Marks(_) => None,
    };
    let before = raised_by(tx, row.id, by).await?;
    let noted_before = before.as_ref().and_then(|before| before.noted_by);
    match (kind, before) {
        (Some(kind), None) => raise(tx, row, by, kind, words, noted_by).await?,
        (Some(_), Some(before)) => say_anew(tx, row, before, words, noted_by).await?,
        (None, Some(before)) => take_back(tx, before.id, noted_by).await?,
        (None, None) => {}
    }
    Ok(noted_before)
}

/// What somebody put in the way with her own hand is hers alone: nobody says it in other words for her, nor takes it back
/// (5.2). She can say it again by telephone, as it is; what was noted for her, she changes there too.
pub(super) async fn refuse_to_change_hers(
    scope: &Scope<'_>,
    row: &proposal::Model,
    whose: MemberId,
    said: &Said,
    words: &str,
) -> Result<(), No> {
    let method = question_of(row)?.method;
    if !method.has_objections() {
        // The rounds are over: it stands beside a vote of yes or no.
        return Ok(());
    }
    let Some(raised) = raised_by(scope, row.id, whose).await?.filter(|raised| raised.noted_by.is_none()) else {
        return Ok(());
    };
    let is_again = matches!(said, Said::Word(word) if Kind::of(method, word).is_some());
    let said = match &raised.words {
        Some(words) => Some(sealed::key_of(scope, whose).await?.open_text(&place(raised.id), words)?),
        None => None,
    };
    if is_again && said.as_deref() == Some(words) {
        return Ok(());
    }
    let key = if raised.kind == Kind::Block { "phone-block-hers" } else { "phone-objection-hers" };
    Err(No::field("whose", Message::new(key)))
}

/// Takes it back, and tells who noted that, when she did not do so herself.
async fn take_back(tx: &Tx<'_>, id: ObjectionId, noted_by: Option<MemberId>) -> Result<(), Broken> {
    let change = objection::ActiveModel {
        id: Set(id),
        state: Set(Standing::Withdrawn),
        noted_by: Set(noted_by),
        ..Default::default()
    };
    Ok(tx.update(change).await?)
}

async fn raise(
    tx: &Tx<'_>,
    row: &proposal::Model,
    by: MemberId,
    kind: Kind,
    words: &str,
    noted_by: Option<MemberId>,
) -> Result<(), Broken> {
    let id = ObjectionId::new();
    let key = sealed::key_of(tx, by).await?;
    let raised = objection::ActiveModel {
        id: Set(id),
        proposal_id: Set(row.id),
        member_id: Set(by),
        kind: Set(kind),
        version: Set(row.version),
        state: Set(Standing::Raised),
        answered_by: Set(None),
        words: Set(Some(key.seal(&place(id), words.as_bytes())?)),
        noted_by: Set(noted_by),
        ..Default::default()
    };
    Ok(tx.insert(raised).await?)
}

/// She keeps it, against the text as it is now. In other words it is another one: nobody supports those yet.
async fn say_anew(
    tx: &Tx<'_>,
    row: &proposal::Model,
    before: objection::Model,
    words: &str,
    noted_by: Option<MemberId>,
) -> Result<(), Broken> {
    let key = sealed::key_of(tx, before.member_id).await?;
    let said = before.words.as_ref().map(|words| key.open_text(&place(before.id), words)).transpose()?;
    let is_same = said.as_deref() == Some(words);
    if !is_same {
        forget_support(tx, before.id).await?;
    }
    // What she raised herself stays hers when she says it again on the telephone; and whoever noted these words stays the one
    // who does not support them.
    let noted_by = if is_same && noted_by.is_some() { before.noted_by } else { before.noted_by.and(noted_by) };
    let change = objection::ActiveModel {
        id: Set(before.id),
        version: Set(row.version),
        words: Set(Some(key.seal(&place(before.id), words.as_bytes())?)),
        noted_by: Set(noted_by),
        ..Default::default()
    };
    Ok(tx.update(change).await?)
}

/// Takes her own back: nobody else can (`decisions` 5.2).
///
/// # Errors
/// When it is somebody else's, stands no more in the way, or the proposal has moved on.
pub async fn lift(tx: &Tx<'_>, permit: Permit<CastBallot>, id: ProposalId, which: ObjectionId) -> Result<(), No> {
    let (row, raised) = one(tx, id, which).await?;
    if raised.member_id != permit.by() {
        return Err(No::NotAllowed(Message::new("objection-not-yours")));
    }
    match row.state {
        State::Voting => refuse_unless_open(row.state, row.closes_at, tx.now())?,
        State::Discussing if row.due_at.is_none_or(|due| tx.now() < due) => {}
        _ => return Err(No::conflict("proposal-moved-on")),
    }
    refuse_unless_raised(&raised)?;
    Ok(take_back(tx, which, None).await?)
}

/// Says that the text as it is now takes it up. Whoever raised it is told that there is news, and can object anew when
/// the vote opens.
///
/// # Errors
/// When she is not an author, the text is not talked about, or has not changed since it was raised.
pub async fn answer(tx: &Tx<'_>, permit: Permit<Propose>, id: ProposalId, which: ObjectionId) -> Result<(), No> {
    let row = find_as_author(tx, id, permit.by()).await?;
    let (_, raised) = one(tx, id, which).await?;
    if row.state != State::Discussing {
        return Err(No::conflict("proposal-moved-on"));
    }
    refuse_unless_raised(&raised)?;
    if !may_answer(row.version, raised.version) {
        return Err(No::conflict("objection-needs-version"));
    }
    stands(tx, which, Standing::Integrated, Some(row.version)).await?;
    Ok(tell_news(tx, &format!("objection-answered/{which}"), &[raised.member_id]).await?)
}

/// Supports a block, or supports it no longer (`decisions B4`).
///
/// # Errors
/// When the vote is not open, she is not on its roll, or the block is her own or stands no more in the way.
pub async fn support(
    tx: &Tx<'_>,
    permit: Permit<CastBallot>,
    id: ProposalId,
    which: ObjectionId,
    yes: bool,
) -> Result<(), No> {
    let (row, raised) = one(tx, id, which).await?;
    refuse_unless_open(row.state, row.closes_at, tx.now())?;
    refuse_unless_on_roll(tx, id, permit.by()).await?;
    // Once the rounds are over, what is in the way is read beside the vote, and holds nothing up any more.
    if raised.kind != Kind::Block || !question_of(&row)?.method.has_objections() {
        return Err(No::NotFound);
    }
    if raised.member_id == permit.by() {
        return Err(No::conflict("block-is-yours"));
    }
    if raised.noted_by == Some(permit.by()) {
        // Another person's support is another person's (6.7): alone, she would raise it and support it.
        return Err(No::conflict("block-noted-by-you"));
    }
    refuse_unless_raised(&raised)?;
    use objection_support::Column;
    let hers = tx.find::<objection_support::Entity>().filter(Column::ObjectionId.eq(which));
    let supports = hers.filter(Column::MemberId.eq(permit.by())).any().await?;
    match (yes, supports) {
        (true, false) => {
            let hers = objection_support::ActiveModel {
                objection_id: Set(which),
                member_id: Set(permit.by()),
                ..Default::default()
            };
            tx.insert(hers).await?;
        }
        (false, true) => {
            let hers = tx.delete::<objection_support::Entity>().filter(Column::ObjectionId.eq(which));
            hers.filter(Column::MemberId.eq(permit.by())).go().await?;
        }
        // The form came twice: it is so already.
        (true, true) | (false, false) => {}
    }
    Ok(())
}

fn refuse_unless_raised(row: &objection::Model) -> Result<(), No> {
    if row.state == Standing::Raised { Ok(()) } else { Err(No::conflict("objection-closed")) }
}

/// One of that proposal.
async fn one(scope: &Scope<'_>, id: ProposalId, which: ObjectionId) -> Result<(proposal::Model, objection::Model), No> {
    use objection::Column;
    let raised = scope.find::<objection::Entity>().filter(Column::Id.eq(which)).filter(Column::ProposalId.eq(id));
    let raised = raised.one().await?.ok_or(No::NotFound)?;
    Ok((find(scope, id).await?, raised))
}

/// What she has in the way of a proposal: one thing at most.
async fn raised_by(scope: &Scope<'_>, id: ProposalId, by: MemberId) -> Result<Option<objection::Model>, Broken> {
    let raised = raised(scope, id).await?;
    Ok(raised.into_iter().find(|row| row.member_id == by))
}

/// Everything that stands in the way of a proposal.
async fn raised(scope: &Scope<'_>, id: ProposalId) -> Result<Vec<objection::Model>, Broken> {
    use objection::Column;
    let raised = scope.find::<objection::Entity>().filter(Column::ProposalId.eq(id));
    Ok(raised.filter(Column::State.eq(Standing::Raised)).ascending(Column::Id).all().await?)
}

async fn stands(tx: &Tx<'_>, id: ObjectionId, state: Standing, answered_by: Option<i32>) -> Result<(), Broken> {
    let change =
        objection::ActiveModel { id: Set(id), state: Set(state), answered_by: Set(answered_by), ..Default::default() };
    Ok(tx.update(change).await?)
}

/// What stands beside the ballots of an open vote that is counted; nothing for methods that know nothing of the kind.
pub(super) async fn beside(
    scope: &Scope<'_>,
    row: &proposal::Model,
    method: Method,
    rules: &VoteRules,
) -> Result<Option<Beside>, Broken> {
    if !method.has_objections() {
        return Ok(None);
    }
    let raised = raised(scope, row.id).await?;
    let mut blocks = Vec::new();
    for block in raised.iter().filter(|raised| raised.kind == Kind::Block) {
        blocks.push(supporters(scope, block.id).await?.len() as u64);
    }
    blocks.sort_unstable();
    let open = row.opens_at.zip(row.closes_at).map(|(opens, closes)| (closes - opens).num_minutes());
    Ok(Some(Beside {
        round: u8::try_from(row.round).unwrap_or(u8::MAX),
        open: raised.iter().filter(|raised| raised.kind == Kind::Objection).count() as u64,
        blocks,
        support: rules.block_support,
        allowed: rules.blocks_allowed,
        minutes: u64::try_from(open.unwrap_or_default()).unwrap_or_default(),
    }))
}

/// Who supports a block.
pub(crate) async fn supporters(scope: &Scope<'_>, id: ObjectionId) -> Result<Vec<MemberId>, Broken> {
    use objection_support::Column;
    let rows = scope.find::<objection_support::Entity>().filter(Column::ObjectionId.eq(id));
    Ok(rows.ascending(Column::MemberId).all().await?.into_iter().map(|row| row.member_id).collect())
}

/// Erases everything that was put in the way of a proposal: its vote becomes secret, and names do not go with that.
pub(crate) async fn erase(tx: &Tx<'_>, id: ProposalId) -> Result<u64, Broken> {
    let rows = tx.find::<objection::Entity>().filter(objection::Column::ProposalId.eq(id)).all().await?;
    let mut gone = 0;
    for row in rows {
        gone += erase_one(tx, row.id).await?;
    }
    Ok(gone)
}

async fn erase_one(tx: &Tx<'_>, id: ObjectionId) -> Result<u64, Broken> {
    forget_support(tx, id).await?;
    Ok(tx.delete::<objection::Entity>().filter(objection::Column::Id.eq(id)).go().await?)
}

async fn forget_support(tx: &Tx<'_>, id: ObjectionId) -> Result<(), Broken> {
    let all = tx.delete::<objection_support::Entity>().filter(objection_support::Column::ObjectionId.eq(id));
    all.go().await.map(|_| ()).map_err(Into::into)
}

/// What those who left meanwhile put in the way is counted like their ballots; from now on nothing says that it was
/// theirs, and nobody waits for somebody who cannot take it back any more.
pub(super) async fn detach_those_who_left(tx: &Tx<'_>, id: ProposalId) -> Result<(), Broken> {
    use objection_support::Column;
    let standings = people::standings(tx).await?;
    let has_left = |member: MemberId| standings.get(&member) == Some(&InTheGroup::Left);
    for row in tx.find::<objection::Entity>().filter(objection::Column::ProposalId.eq(id)).all().await? {
        if has_left(row.member_id) {
            erase_one(tx, row.id).await?;
            continue;
        }
        for member in supporters(tx, row.id).await?.into_iter().filter(|member| has_left(*member)) {
            let hers = tx.delete::<objection_support::Entity>().filter(Column::ObjectionId.eq(row.id));
            hers.filter(Column::MemberId.eq(member)).go().await?;
        }
    }
    Ok(())
}

/// Somebody leaves: what she put in the way of an open vote stands without its words, as her ballot does. The rest goes,
/// and what she supported with it.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<[u64; 2], Broken> {
    use objection::Column;
    let open = tx.find::<proposal::Entity>().filter(proposal::Column::State.eq(State::Voting)).all().await?;
    let is_open = |row: &objection::Model| open.iter().any(|proposal| proposal.id == row.proposal_id);
    let mut gone = [0, 0];
    for row in tx.find::<objection::Entity>().filter(Column::MemberId.eq(member)).all().await? {
        if is_open(&row) {
            let none: Option<Vec<u8>> = None;
            tx.change::<objection::Entity>().filter(Column::Id.eq(row.id)).set(Column::Words, none).go().await?;
        } else {
            gone[0] += erase_one(tx, row.id).await?;
        }
    }
    let supported = tx.find::<objection_support::Entity>().filter(objection_support::Column::MemberId.eq(member));
    for hers in supported.all().await? {
        let of = tx.find::<objection::Entity>().filter(Column::Id.eq(hers.objection_id)).one().await?;
        if of.is_some_and(|of| !is_open(&of)) {
            use objection_support::Column;
            let this = tx.delete::<objection_support::Entity>().filter(Column::ObjectionId.eq(hers.objection_id));
            gone[1] += this.filter(Column::MemberId.eq(member)).go().await?;
        }
    }
    Ok(gone)
}

/// Where the words of one are sealed.
pub(crate) fn place(id: ObjectionId) -> String {
    format!("objection/{id}/words")
}
