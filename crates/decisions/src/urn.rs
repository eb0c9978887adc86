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
use commons::sealed::{Key, Sealed};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use std::collections::HashSet;
use uuid::Uuid;

/// Bytes of every ballot before it is sealed, whatever it says: a longer choice must not show.
const LENGTH: usize = 512;
/// Bytes of the number of a ballot.
const RECEIPT: usize = 13;
/// Most bytes of a choice.
pub(crate) const LONGEST_CHOICE: usize = LENGTH - RECEIPT - 2;

/// Sets up the urn of a vote that opens.
pub(crate) async fn set_up(tx: &Tx<'_>, vote: ProposalId, today: NaiveDate) -> Result<(), Broken> {
    let key = tx.urn_keys().make(tx.group(), vote.0)?;
    let row = urn::ActiveModel {
        proposal_id: Set(vote),
        mark: Set(mark_of(&key, vote)),
        enough: Set(false),
        looked_on: Set(Some(today)),
        receipts: Set(None),
        ballots: Set(None),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}

/// Empties the urn without counting: its vote begins anew, with another key.
pub(crate) async fn empty(tx: &Tx<'_>, vote: ProposalId, today: NaiveDate) -> Result<(), Broken> {
    use urn::Column;
    let key = tx.urn_keys().make_anew(tx.group(), vote.0)?;
    let this = tx.change::<urn::Entity>().filter(Column::ProposalId.eq(vote));
    let this = this.set(Column::Mark, mark_of(&key, vote)).set(Column::Enough, false);
    this.set(Column::LookedOn, Some(today)).go().await?;
    throw_ballots_away(tx, vote).await
}

fn mark_of(key: &Key, vote: ProposalId) -> Vec<u8> {
    key.mark("urn", vote.0.as_bytes())
}

/// Takes every ballot out, unread.
pub(crate) async fn throw_ballots_away(tx: &Tx<'_>, vote: ProposalId) -> Result<(), Broken> {
    tx.delete::<ballot_box::Entity>().filter(ballot_box::Column::ProposalId.eq(vote)).go().await?;
    Ok(())
}

/// Whether the key of the vote is on this machine: the very one that its ballots lie under, not one put back from a copy.
pub(crate) async fn has_key(scope: &Scope<'_>, vote: ProposalId) -> Result<bool, Broken> {
    Ok(key_if_here(scope, vote).await?.is_some())
}

async fn key_if_here(scope: &Scope<'_>, vote: ProposalId) -> Result<Option<Key>, Broken> {
    let Some(key) = scope.urn_keys().of(scope.group(), vote.0)? else { return Ok(None) };
    let row = scope.find::<urn::Entity>().filter(urn::Column::ProposalId.eq(vote)).one().await?;
    Ok(row.filter(|row| row.mark == mark_of(&key, vote)).map(|_| key))
}

async fn key(scope: &Scope<'_>, vote: ProposalId) -> Result<Key, Broken> {
    let key = key_if_here(scope, vote).await?;
    key.ok_or_else(|| Broken::stored("the key of a secret vote is not on this machine"))
}

/// Puts a ballot in, in the place of the one she put in before, and returns its number. The same form sent twice has the
/// same number: it is made from the form with the key of the vote, so that nothing need be noted.
pub(crate) async fn put_in(
    tx: &Tx<'_>,
    vote: ProposalId,
    by: MemberId,
    choice: &str,
    form: Uuid,
) -> Result<Receipt, Broken> {
    use ballot_box::Column;
    let key = key(tx, vote).await?;
    let tag = tag(&key, by);
    let drawn = key.mark("number", &[by.0.as_bytes().as_slice(), form.as_bytes(), choice.as_bytes()].concat());
    let drawn = drawn.try_into().map_err(|_| Broken::stored("a mark of the wrong length"))?;
    let receipt = Receipt::of(u128::from_be_bytes(drawn));
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

/// Takes her ballot out again, if there is one: she votes on paper instead.
pub(crate) async fn take_out(tx: &Tx<'_>, vote: ProposalId, member: MemberId) -> Result<(), Broken> {
    use ballot_box::Column;
    let tag = tag(&key(tx, vote).await?, member);
    tx.delete::<ballot_box::Entity>().filter(Column::ProposalId.eq(vote)).filter(Column::Tag.eq(tag)).go().await?;
    Ok(())
}

/// Seals what somebody read on the paper of the vote: with the key it goes, wherever it was copied to.
pub(crate) async fn seal_tally(
    scope: &Scope<'_>,
    vote: ProposalId,
    teller: MemberId,
    text: &str,
) -> Result<Sealed, Broken> {
    key(scope, vote).await?.seal(&tally_of(vote, teller), text.as_bytes())
}

/// Opens it again.
pub(crate) async fn read_tally(
    scope: &Scope<'_>,
    vote: ProposalId,
    teller: MemberId,
    sealed: &Sealed,
) -> Result<String, Broken> {
    key(scope, vote).await?.open_text(&tally_of(vote, teller), sealed)
}

fn tally_of(vote: ProposalId, teller: MemberId) -> String {
    format!("tally/{vote}/{teller}")
}

/// Who of these people has a ballot in the urn of an open vote. Without the key nobody can tell.
pub(crate) async fn who_voted(
    scope: &Scope<'_>,
    vote: ProposalId,
    among: impl IntoIterator<Item = MemberId>,
) -> Result<HashSet<MemberId>, Broken> {
    let Some(key) = key_if_here(scope, vote).await? else { return Ok(HashSet::new()) };
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

/// Opens the urn, once: its ballots are taken out of the store. The key is destroyed after the commit.
pub(crate) async fn open(tx: &Tx<'_>, vote: ProposalId) -> Result<Contents, Broken> {
    let key = key(tx, vote).await?;
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
    Ok(contents)
}

/// Notes on the roll who voted, for everybody at the same moment. Not where the counts are withheld: beside a verdict,
/// one of very few would be one choice.
pub(crate) async fn note_who_voted(tx: &Tx<'_>, vote: ProposalId, voted: &HashSet<MemberId>) -> Result<(), Broken> {
    use roll::Column;
    for row in tx.find::<roll::Entity>().filter(Column::ProposalId.eq(vote)).all().await? {
        let this = tx.change::<roll::Entity>().filter(Column::ProposalId.eq(vote));
        let this = this.filter(Column::MemberId.eq(row.member_id));
        this.set(Column::Voted, Some(voted.contains(&row.member_id))).go().await?;
    }
    Ok(())
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
