//! The group's register of decisions: append-only, each entry chained to the one before by its hash,
//! so that a change to the past is seen by anyone who kept a head (`reliability D3`, `decisions G4`).
//!
//! An entry holds no name, only opaque ids; words stand in its body, which can be withdrawn by a
//! decision while the chain still verifies.

pub mod canonical;
pub mod chain;
pub mod export;
pub mod stored_zip;
pub mod verify;
pub mod words;

use crate::clock::Time;
use crate::db::{Scope, Tx};
use crate::groups;
use crate::ids::MemberId;
use crate::refusal::Broken;
use chrono::SubsecRound;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde_json::Value;

crate::table!(entity = "register", key(seq: i64), {
    kind: String,
    about: Option<String>,
    at: DateTimeUtc,
    entry: String,
    prev: String,
    hash: String,
    body: Option<String>,
    salt: Option<Vec<u8>>,
});

/// The kinds of entry. Stored; never reused for something else.
pub mod kinds {
    /// The founders signed.
    pub const FOUNDED: &str = "group.founded";
    /// Somebody joined.
    pub const JOINED: &str = "member.joined";
    /// Somebody joined with a sheet of paper that she signed; another member wrote it down here.
    pub const JOINED_ON_PAPER: &str = "member.joined_on_paper";
    /// A member chose another way to be called.
    pub const RENAMED: &str = "member.renamed";
    /// Somebody who had asked to join got a written answer: nobody admitted her in thirty days.
    pub const APPLICATION_CLOSED: &str = "application.closed";
    /// A member wrote to somebody who asks to join; the words are not here.
    pub const APPLICATION_WRITTEN: &str = "application.written";
    /// A way in was handed to somebody on the founding list.
    pub const CARD_HANDED: &str = "member.card_handed";
    /// Somebody on the founding list took her place, with a card that somebody handed her.
    pub const ENTERED: &str = "member.entered";
    /// A proposal was sent to the group.
    pub const SUBMITTED: &str = "proposal.submitted";
    /// Its text was frozen, its roll drawn up and its vote opened.
    pub const OPENED: &str = "proposal.opened";
    /// Its vote became secret because somebody wants it so: without saying who.
    pub const MADE_SECRET: &str = "proposal.made_secret";
    /// Its secret vote began anew: the key that joined its ballots to people was lost with a machine.
    pub const BEGUN_ANEW: &str = "proposal.begun_anew";
    /// Its vote lasts longer: the quorum was missed, or members asked for time; without saying who.
    pub const EXTENDED: &str = "proposal.extended";
    /// A round of its vote is over and something is in the way: it is talked about once more, and then voted on again.
    pub const ANOTHER_ROUND: &str = "proposal.another_round";
    /// Everybody on its roll voted, and it closes before its deadline.
    pub const CLOSED_EARLY: &str = "proposal.closed_early";
    /// Its open vote was stopped by several members together, who say why.
    pub const CANCELLED: &str = "proposal.cancelled";
    /// It was adopted and contested by several members together, who say why: it is voted on once more.
    pub const CONTESTED: &str = "proposal.contested";
    /// The group asked itself again, as it had said, and did not keep it.
    pub const ENDED: &str = "proposal.ended";
    /// The numbers of its secret ballots were destroyed, their time being over.
    pub const RECEIPTS_DESTROYED: &str = "proposal.receipts_destroyed";
    /// Somebody noted the vote of somebody else, who said it by telephone; not what it says. First who noted it, then
    /// whose it is.
    pub const VOTE_BY_PHONE: &str = "vote.by_phone";
    /// Somebody named who helps her to fill in her ballot of paper; not what it says. First whose ballot it is, then who
    /// helps.
    pub const PAPER_HELPED: &str = "paper.helped";
    /// Two people counted the ballots of paper, each for herself, and found the same.
    pub const PAPER_COUNTED: &str = "paper.counted";
    /// Nobody counted the ballots of paper in time.
    pub const PAPER_NOT_COUNTED: &str = "paper.not_counted";
    /// A draw by lot was opened.
    pub const DRAW_OPENED: &str = "draw.opened";
    /// A draw closed: what is in it changes no more. The hash of this entry is what it is drawn from.
    pub const DRAW_CLOSED: &str = "draw.closed";
    /// Two people threw dice, and the draw is made.
    pub const DRAW_MADE: &str = "draw.made";
    /// Whoever opened a draw took it back before it closed.
    pub const DRAW_TAKEN_BACK: &str = "draw.taken_back";
    /// A draw closed, and two people did not throw dice in time.
    pub const DRAW_LAPSED: &str = "draw.lapsed";
    /// Somebody started a chain of calls; what was said in it is not here.
    pub const CHAIN_STARTED: &str = "chain.started";
    /// The group said yes.
    pub const ADOPTED: &str = "proposal.adopted";
    /// The vote ended without a yes.
    pub const NOT_ADOPTED: &str = "proposal.not_adopted";
    /// The vote on a question ended for which nothing is adopted.
    pub const CONSULTED: &str = "proposal.consulted";
    /// Taken back before the vote.
    pub const WITHDRAWN: &str = "proposal.withdrawn";
    /// Nobody seconded it in time.
    pub const LAPSED: &str = "proposal.lapsed";
    /// A decision acted.
    pub const EFFECT_DONE: &str = "effect.done";
    /// A decision could not act.
    pub const EFFECT_FAILED: &str = "effect.failed";
    /// Somebody asked others to do something together with her.
    pub const TOGETHER_ASKED: &str = "together.asked";
    /// Enough members signed, and it was done.
    pub const TOGETHER_DONE: &str = "together.done";
    /// A place was handed over to somebody whom others vouched for.
    pub const RECOVERY_COMPLETED: &str = "recovery.completed";
    /// Somebody has a doubt about a request to come back, which waits for one more voucher.
    pub const RECOVERY_FROZEN: &str = "recovery.frozen";
    /// A mandate was used.
    pub const MANDATE_USED: &str = "mandate.used";
    /// A mandate ended because whoever held it left.
    pub const MANDATE_ENDED: &str = "mandate.ended";
    /// Somebody wrote what the next person needs to know of a mandate; the words are not here.
    pub const HANDOVER_WRITTEN: &str = "mandate.handover_written";
    /// Somebody left.
    pub const LEFT: &str = "member.left";

    // Hard times. None of these says a name, a reason or a story.

    /// A measure ended before its time, without saying who wanted it so.
    pub const MEASURE_ENDED: &str = "measure.ended";
    /// The group was told that it will be asked to remove somebody.
    pub const REMOVAL_NOTICED: &str = "removal.noticed";
    /// She was heard, or would rather not be.
    pub const REMOVAL_HEARD: &str = "removal.heard";
    /// The notice was taken back.
    pub const REMOVAL_TAKEN_BACK: &str = "removal.taken_back";
    /// The notice was over without a vote.
    pub const REMOVAL_LAPSED: &str = "removal.lapsed";
    /// A removal took effect.
    pub const REMOVAL_ACTED: &str = "removal.acted";
    /// She appealed.
    pub const REMOVAL_APPEALED: &str = "removal.appealed";
    /// Nobody answered the appeal: the removal is annulled.
    pub const REMOVAL_ANNULLED: &str = "removal.annulled";
    /// A removal came to its end.
    pub const REMOVAL_ENDED: &str = "removal.ended";
    /// A confidentiality incident was noted.
    pub const INCIDENT_OPENED: &str = "incident.opened";
    /// Work on an incident was finished.
    pub const INCIDENT_CLOSED: &str = "incident.closed";
}

/// Something to write in the register.
#[derive(Clone, Debug)]
pub struct New<'a> {
    /// One of [`kinds`].
    pub kind: &'static str,
    /// Who did it, as opaque ids; empty when the clock or a decision did.
    pub actors: &'a [MemberId],
    /// The thing it is about, as an opaque id.
    pub about: Option<String>,
    /// The words, erasable, in the canonical subset of JSON.
    pub body: Value,
}

/// One entry, read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number, from 1.
    pub seq: i64,
    /// One of [`kinds`].
    pub kind: String,
    /// The thing it is about.
    pub about: Option<String>,
    /// When.
    pub at: Time,
    /// Who did it, as opaque ids.
    pub actors: Vec<MemberId>,
    /// Its hash, in hexadecimal.
    pub hash: String,
    /// Its words, unless withdrawn.
    pub body: Option<Value>,
}

/// Where the chain ends: what members compare to know they see the same past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Number of the last entry.
    pub seq: i64,
    /// Its hash, in hexadecimal.
    pub hash: String,
    /// The hash as eight words that can be read over the telephone.
    pub words: String,
}

/// Appends an entry and returns its number.
///
/// The group's row, locked by the write, is the head: two writers never fork the chain.
///
/// # Errors
/// When the body is not canonical, or the store fails.
pub async fn append(tx: &Tx<'_>, new: New<'_>) -> Result<i64, Broken> {
    let head = groups::row(tx).await?;
    let seq = head.register_seq.saturating_add(1);
    // Never before the last entry, even when the machine's clock was set back; whole seconds, as printed.
    let at = tx.now().trunc_subsecs(0).max(head.register_at.trunc_subsecs(0));
    let body = canonical::canonical(&new.body).map_err(Broken::stored)?;
    let salt: [u8; 32] = rand::random();
    let entry = chain::Entry {
        v: chain::VERSION,
        group: tx.group().0,
        seq: u64::try_from(seq).map_err(Broken::stored)?,
        prev: head.register_hash.parse().map_err(Broken::stored)?,
        kind: new.kind.to_owned(),
        at: chain::second(at),
        actors: new.actors.iter().map(ToString::to_string).collect(),
        ref_: new.about.clone(),
        body_commit: chain::body_commit(&salt, body.as_bytes()),
    };
    let text = entry.canonical().map_err(Broken::stored)?;
    let hash = chain::hash(&text).to_string();
    let row = entity::ActiveModel {
        seq: Set(seq),
        kind: Set(new.kind.to_owned()),
        about: Set(new.about),
        at: Set(at),
        entry: Set(text),
        prev: Set(head.register_hash),
        hash: Set(hash.clone()),
        body: Set(Some(body)),
        salt: Set(Some(salt.to_vec())),
        ..Default::default()
    };
    tx.insert(row).await?;
    groups::move_head(tx, seq, hash, at).await?;
    Ok(seq)
}

/// One entry.
///
/// # Errors
/// When the store fails.
pub async fn entry(scope: &Scope<'_>, seq: i64) -> Result<Option<Entry>, Broken> {
    let row = scope.find::<entity::Entity>().filter(entity::Column::Seq.eq(seq)).one().await?;
    row.map(read).transpose()
}

/// Entries about one thing, oldest first.
///
/// # Errors
/// When the store fails.
pub async fn about(scope: &Scope<'_>, thing: &str) -> Result<Vec<Entry>, Broken> {
    let rows = scope
        .find::<entity::Entity>()
        .filter(entity::Column::About.eq(thing))
        .ascending(entity::Column::Seq)
        .all()
        .await?;
    rows.into_iter().map(read).collect()
}

/// Entries of some [`kinds`], oldest first.
///
/// # Errors
/// When the store fails.
pub async fn of_kinds(scope: &Scope<'_>, kinds: &[&str]) -> Result<Vec<Entry>, Broken> {
    let rows = scope.find::<entity::Entity>().filter(entity::Column::Kind.is_in(kinds.iter().copied()));
    rows.ascending(entity::Column::Seq).all().await?.into_iter().map(read).collect()
}

/// Number and instant of each entry that names `member`, as the one who did it or the one it is about.
///
/// # Errors
/// When the store fails.
pub async fn by(scope: &Scope<'_>, member: MemberId) -> Result<Vec<(i64, Time)>, Broken> {
    let id = member.to_string();
    // Wherever the id stands in the entry: in it are ids, numbers and marks, never words.
    let rows = scope.find::<entity::Entity>().filter(entity::Column::Entry.contains(&id));
    Ok(rows.ascending(entity::Column::Seq).all().await?.into_iter().map(|row| (row.seq, row.at)).collect())
}

/// The latest entries before `before` (or the very latest), newest first.
///
/// # Errors
/// When the store fails.
pub async fn latest(scope: &Scope<'_>, before: Option<i64>, count: u64) -> Result<Vec<Entry>, Broken> {
    let before = before.unwrap_or(i64::MAX);
    let rows = scope
        .find::<entity::Entity>()
        .filter(entity::Column::Seq.lt(before))
        .descending(entity::Column::Seq)
        .limit(count);
    rows.all().await?.into_iter().map(read).collect()
}

/// Where the chain ends now.
///
/// # Errors
/// When the store fails.
pub async fn head(scope: &Scope<'_>) -> Result<Head, Broken> {
    let row = groups::row(scope).await?;
    let words = words::head_words(&row.register_hash.parse().map_err(Broken::stored)?).join(" ");
    Ok(Head { seq: row.register_seq, hash: row.register_hash, words })
}

/// The whole register in the form that [`export::export`] packs.
///
/// # Errors
/// When the store fails.
pub async fn lines(scope: &Scope<'_>) -> Result<Vec<export::Line>, Broken> {
    let rows = scope.find::<entity::Entity>().ascending(entity::Column::Seq).all().await?;
    let line = |row: entity::Model| {
        let salt = row
            .salt
            .map(|salt| salt.try_into().map_err(|_| Broken::stored("a salt of the wrong length")))
            .transpose()?;
        Ok(export::Line { entry: row.entry, hash: row.hash, body: row.body, salt })
    };
    rows.into_iter().map(line).collect()
}

fn read(row: entity::Model) -> Result<Entry, Broken> {
    let entry = chain::Entry::parse(&row.entry).map_err(Broken::stored)?;
    let actors = entry.actors.iter().map(|actor| actor.parse()).collect::<Result<_, _>>().map_err(Broken::stored)?;
    let body = row.body.as_deref().map(serde_json::from_str).transpose().map_err(Broken::stored)?;
    Ok(Entry { seq: row.seq, kind: row.kind, about: row.about, at: row.at, actors, hash: row.hash, body })
}
