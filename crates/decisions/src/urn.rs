//! The urn of a secret vote (`reliability D2`, `decisions D1`-`D4`): ballots without names, times or order.
//!
//! A ballot lies under a tag that only the key of the vote can make from a member's id. With the key, she can vote
//! again; without it, nothing on any disk says whose ballot it was. When the vote closes, all ballots are opened at
//! once, sorted, counted, and the key is destroyed (`commons::urn_keys`, `docs/decisions/0022-secret-ballots.md`).

use crate::ProposalId;
use crate::entities::{ballot_box, roll, urn};
use crate::rules::receipt::Receipt;
use chrono::NaiveDate;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::Broken;
use commons::sealed::Key;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use std::collections::HashSet;

/// Bytes of every ballot before it is sealed, whatever it says: a longer choice must not show.
const LENGTH: usize = 512;
/// Bytes of the number of a ballot.
const RECEIPT: usize = 13;
/// Most bytes of a choice.
pub(crate) const LONGEST_CHOICE: usize = LENGTH - RECEIPT - 2;

/// Sets up the urn of a vote that opens.
pub(crate) async fn set_up(tx: &Tx<'_>, vote: ProposalId, today: NaiveDate) -> Result<(), Broken> {
    tx.urn_keys().make(tx.group(), vote.0)?;
    let row = urn::ActiveModel {
        proposal_id: Set(vote),
        enough: Set(false),
        looked_on: Set(Some(today)),
        receipts: Set(None),
        ballots: Set(None),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}

/// Empties the urn without counting: its vote begins anew, with a key that is here.
pub(crate) async fn empty(tx: &Tx<'_>, vote: ProposalId) -> Result<(), Broken> {
    tx.urn_keys().make(tx.group(), vote.0)?;
    throw_ballots_away(tx, vote).await
}

async fn throw_ballots_away(tx: &Tx<'_>, vote: ProposalId) -> Result<(), Broken> {
    tx.delete::<ballot_box::Entity>().filter(ballot_box::Column::ProposalId.eq(vote)).go().await?;
    Ok(())
}

/// Whether the key of the vote is on this machine.
pub(crate) fn has_key(scope: &Scope<'_>, vote: ProposalId) -> Result<bool, Broken> {
    Ok(scope.urn_keys().of(scope.group(), vote.0)?.is_some())
}

fn key(scope: &Scope<'_>, vote: ProposalId) -> Result<Key, Broken> {
    let key = scope.urn_keys().of(scope.group(), vote.0)?;
    key.ok_or_else(|| Broken::stored("the key of a secret vote is not on this machine"))
}

/// Puts a ballot in, in the place of the one she put in before, and returns its new number.
pub(crate) async fn put_in(tx: &Tx<'_>, vote: ProposalId, by: MemberId, choice: &str) -> Result<Receipt, Broken> {
    use ballot_box::Column;
    let key = key(tx, vote)?;
    let tag = tag(&key, by);
    let receipt = Receipt::of(rand::random());
    let sealed = key.seal(&place(vote, &tag), &written(receipt, choice)?)?;
    let before = tx.change::<ballot_box::Entity>().filter(Column::ProposalId.eq(vote));
    let replaced = before.filter(Column::Tag.eq(tag.clone())).set(Column::Sealed, sealed.clone()).go().await?;
    if replaced == 0 {
        let row = ballot_box::ActiveModel {
            proposal_id: Set(vote),
            tag: Set(tag),
            sealed: Set(sealed),
            ..Default::default()
        };
        tx.insert(row).await?;
    }
    Ok(receipt)
}

/// Who of these people has a ballot in the urn of an open vote. Without the key nobody can tell.
pub(crate) async fn who_voted(
    scope: &Scope<'_>,
    vote: ProposalId,
    among: impl IntoIterator<Item = MemberId>,
) -> Result<HashSet<MemberId>, Broken> {
    let Some(key) = scope.urn_keys().of(scope.group(), vote.0)? else { return Ok(HashSet::new()) };
    let rows = scope.find::<ballot_box::Entity>().filter(ballot_box::Column::ProposalId.eq(vote)).all().await?;
    let tags: HashSet<Vec<u8>> = rows.into_iter().map(|row| row.tag).collect();
    Ok(among.into_iter().filter(|member| tags.contains(&tag(&key, *member))).collect())
}

/// What was in an urn, in an order that says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Contents {
    /// What each number is published as, sorted.
    pub receipts: Vec<String>,
    /// What each ballot says, sorted.
    pub ballots: Vec<String>,
    /// Who is on the roll and has a ballot in it.
    pub voted: HashSet<MemberId>,
}

/// Opens the urn, once: its ballots are taken out of the store, and who voted is noted on the roll, for all at the
/// same moment. The key is for [`destroy_keys`], after the commit.
pub(crate) async fn open(tx: &Tx<'_>, vote: ProposalId) -> Result<Contents, Broken> {
    let key = key(tx, vote)?;
    let roll = tx.find::<roll::Entity>().filter(roll::Column::ProposalId.eq(vote)).all().await?;
    let voted = who_voted(tx, vote, roll.iter().map(|row| row.member_id)).await?;
    let rows = tx.find::<ballot_box::Entity>().filter(ballot_box::Column::ProposalId.eq(vote)).all().await?;
    if voted.len() != rows.len() || rows.len() > roll.len() {
        return Err(Broken::stored("an urn holds a ballot of nobody on its roll"));
    }
    let mut contents = Contents { voted, ..Contents::default() };
    for row in rows {
        let (receipt, choice) = read(&key.open(&place(vote, &row.tag), &row.sealed)?)?;
        contents.receipts.push(receipt.published(vote.0));
        contents.ballots.push(choice);
    }
    contents.receipts.sort_unstable();
    contents.ballots.sort_unstable();
    throw_ballots_away(tx, vote).await?;
    for row in roll {
        use roll::Column;
        let this = tx.change::<roll::Entity>().filter(Column::ProposalId.eq(vote));
        let this = this.filter(Column::MemberId.eq(row.member_id));
        this.set(Column::Voted, Some(contents.voted.contains(&row.member_id))).go().await?;
    }
    Ok(contents)
}

fn tag(key: &Key, member: MemberId) -> Vec<u8> {
    key.mark("tag", member.0.as_bytes())
}

fn place(vote: ProposalId, tag: &[u8]) -> String {
    format!("ballot_box/{vote}/{}", hex::encode(tag))
}

fn written(receipt: Receipt, choice: &str) -> Result<Vec<u8>, Broken> {
    let length = u16::try_from(choice.len()).ok().filter(|_| choice.len() <= LONGEST_CHOICE);
    let length = length.ok_or_else(|| Broken::stored("a choice that does not fit on a secret ballot"))?;
    let mut bytes = [&receipt.to_bytes()[..], &length.to_be_bytes(), choice.as_bytes()].concat();
    bytes.resize(LENGTH, 0);
    Ok(bytes)
}

fn read(bytes: &[u8]) -> Result<(Receipt, String), Broken> {
    let damaged = || Broken::stored("a secret ballot is damaged");
    let (receipt, rest) = bytes.split_first_chunk::<RECEIPT>().ok_or_else(damaged)?;
    let (length, rest) = rest.split_first_chunk::<2>().ok_or_else(damaged)?;
    let choice = rest.get(..usize::from(u16::from_be_bytes(*length))).ok_or_else(damaged)?;
    Ok((Receipt::from_bytes(*receipt), std::str::from_utf8(choice).map_err(|_| damaged())?.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ballot_is_of_the_same_length_and_reads_back() {
        let receipt = Receipt::of(rand::random());
        for choice in ["yes", "abstain", "", &"x".repeat(LONGEST_CHOICE)] {
            let bytes = written(receipt, choice).unwrap();
            assert_eq!(bytes.len(), LENGTH);
            assert_eq!(read(&bytes).unwrap(), (receipt, choice.to_owned()));
        }
        assert!(written(receipt, &"x".repeat(LONGEST_CHOICE + 1)).is_err());
        assert!(read(&[0; 14]).is_err());
        assert!(read(&[&[0; 13][..], &[255, 255], &[0; 40]].concat()).is_err());
    }
}
