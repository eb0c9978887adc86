//! What several members do together to a vote: stopping it while it is open, or holding it once more before its decision
//! acts ([`crate::stop`]).

use crate::commands::amend::give_the_turn_back;
use crate::commands::election;
use crate::commands::more_time::forget_asked;
use crate::commands::name_helper::forget_helpers;
use crate::commands::review::put_off;
use crate::commands::settle::{draw_up_roll, ends, stored, voters_of};
use crate::commands::{must_step, question_of, save};
use crate::entities::{ballot, proposal, roll, urn as urn_table};
use crate::rules::question::Method;
use crate::rules::state::Event;
use crate::rules::verdict::VoteRules;
use crate::urn;
use commons::clock::local_day;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::Broken;
use commons::register::{self, kinds};
use membership::mail::tell_news;
use membership::queries::{charter, people};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde_json::json;

/// Stops an open vote. Its ballots are void and erased, uncounted; the key of its urn is destroyed after the commit.
pub(crate) async fn cancel(
    tx: &Tx<'_>,
    row: &proposal::Model,
    signers: &[MemberId],
    reason: &str,
) -> Result<(), Broken> {
    let change = proposal::ActiveModel {
        state: Set(must_step(row.state, Event::Cancelled)?),
        // From now on, and not until the deadline that no longer comes.
        closes_at: Set(Some(tx.now())),
        due_at: Set(None),
        closed_at: Set(Some(tx.now())),
        ..Default::default()
    };
    save(tx, row.id, change).await?;
    erase_ballots(tx, row).await?;
    give_the_turn_back(tx, row).await?;
    let body = json!({ "number": row.number, "title": row.title, "reason": reason });
    let about = Some(row.id.to_string());
    let seq = register::append(tx, register::New { kind: kinds::CANCELLED, actors: signers, about, body }).await?;
    put_off(tx, row).await?;
    let told = tx.find::<roll::Entity>().filter(roll::Column::ProposalId.eq(row.id)).all().await?;
    let told: Vec<MemberId> = told.into_iter().map(|row| row.member_id).collect();
    tell_news(tx, &format!("vote-stopped/{}/{seq}", row.id), &told).await
}

/// Holds the vote once more, on the same text and by the same rules, with whoever may vote now. What the first vote said
/// stays in the register; its ballots go.
pub(crate) async fn contest(
    tx: &Tx<'_>,
    row: &proposal::Model,
    signers: &[MemberId],
    reason: &str,
) -> Result<(), Broken> {
    let charter = charter::charter(tx).await?;
    erase_ballots(tx, row).await?;
    if row.secret {
        urn::empty(tx, row.id, local_day(charter.zone(), tx.now())).await?;
        let none: Option<String> = None;
        let this = tx.change::<urn_table::Entity>().filter(urn_table::Column::ProposalId.eq(row.id));
        this.set(urn_table::Column::Receipts, none.clone()).set(urn_table::Column::Ballots, none).go().await?;
    }
    tx.delete::<roll::Entity>().filter(roll::Column::ProposalId.eq(row.id)).go().await?;
    let voters = voters_of(tx, row).await?;
    draw_up_roll(tx, row.id, &voters).await?;
    // As it opened: what a missed quorum changed of it was for the first vote.
    let rules = stored::<VoteRules>(row.rules.as_deref())?.held_anew();
    let method = question_of(row)?.method;
    if method == Method::Election {
        election::begin(tx, row.id, charter.election_days()).await?;
    }
    let closes = ends(&charter, method, tx.now(), row.voting_days);
    let change = proposal::ActiveModel {
        state: Set(must_step(row.state, Event::Contested)?),
        opens_at: Set(Some(tx.now())),
        closes_at: Set(Some(closes)),
        due_at: Set(Some(closes)),
        outcome: Set(None),
        closed_at: Set(None),
        closed_seq: Set(None),
        window_until: Set(None),
        rules: Set(Some(serde_json::to_string(&rules).map_err(Broken::stored)?)),
        contested: Set(true),
        extended: Set(0),
        quorum_missed: Set(false),
        reminded: Set(0),
        ..Default::default()
    };
    save(tx, row.id, change).await?;
    let body = json!({
        "number": row.number, "title": row.title, "reason": reason, "text_hash": row.text_hash,
        "rules": rules, "roll_hash": people::roll_hash(&voters), "closes_at": register::chain::second(closes),
    });
    let about = Some(row.id.to_string());
    register::append(tx, register::New { kind: kinds::CONTESTED, actors: signers, about, body }).await?;
    tell_news(tx, &format!("vote-contested/{}", row.id), &voters).await
}

async fn erase_ballots(tx: &Tx<'_>, row: &proposal::Model) -> Result<(), Broken> {
    tx.delete::<ballot::Entity>().filter(ballot::Column::ProposalId.eq(row.id)).go().await?;
    urn::throw_ballots_away(tx, row.id).await?;
    forget_helpers(tx, row.id).await?;
    election::throw_away(tx, row.id).await?;
    forget_asked(tx, row.id).await
}
