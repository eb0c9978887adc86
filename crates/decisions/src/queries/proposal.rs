//! One proposal, as one member sees it now.

use crate::commands::answer_recall;
use crate::commands::ask_secrecy;
use crate::commands::cast_ballot;
use crate::commands::contribute;
use crate::commands::election::filled;
use crate::commands::open_removal;
use crate::commands::second;
use crate::commands::settle::result;
use crate::commands::submit::{is_asked_together, is_of_a_removal, is_of_the_founding};
use crate::commands::{authors, details_of, question_of};
use crate::entities::{self, ContributionKind, ballot, contribution, proposal, seconder};
use crate::preview;
use crate::queries::after::{After, after};
use crate::queries::counted;
use crate::queries::election;
use crate::queries::objections::{Objection, objections};
use crate::queries::paper::{self, PaperSeen};
use crate::queries::passages::{Passage, passages};
use crate::queries::summaries::{self, Summary};
use crate::rules::ballot::Said;
use crate::rules::counting::{self, Recount, recount};
use crate::rules::question::Question;
use crate::rules::receipt::Receipt;
use crate::rules::state::State;
use crate::rules::verdict::{Secrecy, VoteResult, VoteRules};
use crate::urn;
use crate::{ContributionId, ProposalId};
use commons::clock::Time;
use commons::db::Scope;
use commons::effects::{self, Class, Difference, Effects};
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use commons::register::{self, kinds};
use commons::sealed::{self, Key};
use membership::RemovalId;
use membership::effects::RemoveMember;
use membership::queries::{charter, people};
use sea_orm::ColumnTrait;
use serde_json::Value;
use std::collections::HashMap;

/// Everything the page of a proposal shows.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Which.
    pub id: ProposalId,
    /// Its number, once sent.
    pub number: Option<i32>,
    /// Where it is in its life.
    pub state: State,
    /// How much it weighs.
    pub class: Class,
    /// Title.
    pub title: String,
    /// Plain summary.
    pub summary: String,
    /// Text.
    pub body: String,
    /// What it does when adopted.
    pub effect: Option<(String, Value)>,
    /// How it is put.
    pub question: Question,
    /// The same, in words: before and after. From the freezing of the text on, before is as it was then.
    pub differences: Vec<Difference>,
    /// Which version of the text this is.
    pub version: i32,
    /// Days of discussion and of voting that its authors asked for, or got.
    pub days: (i32, i32),
    /// Whether it is the question that came with the founding: then it is nobody's own.
    pub of_the_founding: bool,
    /// Whether several members asked it together: they second it, and it is nobody's own.
    pub asked_together: bool,
    /// Whether it is the vote on a removal: it came with the notice, and it is nobody's own.
    pub of_a_removal: bool,
    /// The words of the person concerned: whoever holds the mandate that it would recall, or would be removed.
    pub hearing: Option<Hearing>,
    /// Whether its effect was a first reading, which changes nothing yet.
    pub was_first_reading: bool,
    /// Who wrote it.
    pub authors: Vec<MemberId>,
    /// Who seconded it.
    pub seconders: Vec<MemberId>,
    /// How many seconders it needs: as many as the charter wants, never more than there are others.
    pub seconders_wanted: u64,
    /// When it was sent.
    pub submitted_at: Option<Time>,
    /// What the clock brings next, if anything.
    pub due_at: Option<Time>,
    /// When its discussion ends or ended.
    pub discussion_until: Option<Time>,
    /// When its vote closes or closed.
    pub closes_at: Option<Time>,
    /// When its decision acts, as planned when its vote closed.
    pub window_until: Option<Time>,
    /// When its effect was carried out or could not be, by the register: later than planned when nobody came by.
    pub acted_at: Option<Time>,
    /// The fingerprint of its frozen text.
    pub text_hash: Option<String>,
    /// The rules of its vote: those copied when it opened, before that those of the charter now.
    pub rules: VoteRules,
    /// Which round of its vote it is in or was in last, from 1.
    pub round: i32,
    /// Objections and blocks, of every round.
    pub objections: Vec<Objection>,
    /// What was said.
    pub contributions: Vec<Contribution>,
    /// Where the discussion stands, as a member wrote it last.
    pub so_far: Option<Summary>,
    /// Its vote, once open.
    pub vote: Option<Vote>,
    /// Whom its election found, once it did.
    pub found: Option<MemberId>,
    /// Its result, once counted.
    pub result: Option<VoteResult>,
    /// The same count once more, to be followed step by step; only for methods other than yes or no.
    pub recount: Option<Recount>,
    /// The register entry of the result.
    pub closed_seq: Option<i64>,
    /// Why its effect could not be carried out.
    pub failure: Option<Message>,
    /// Whether its vote is secret, or will be.
    pub secret: bool,
    /// Whether the member who looks asked for secrecy; nobody else sees that.
    pub i_asked_secrecy: bool,
    /// How many must ask for secrecy.
    pub secrecy_wanted: u64,
    /// More time for its vote, and what members do together about it.
    pub after: After,
    /// Whether the member who looks wrote it.
    pub is_mine: bool,
    /// Whether she seconded it.
    pub i_seconded: bool,
}

/// What the person concerned has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hearing {
    /// Who.
    pub member: MemberId,
    /// Her words; none when she wrote none, or left and took them with her.
    pub words: Option<String>,
    /// When she wrote them.
    pub at: Option<Time>,
}

/// Something said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// Which.
    pub id: ContributionId,
    /// Why it was said.
    pub kind: ContributionKind,
    /// Who said it.
    pub author: MemberId,
    /// Her words.
    pub words: String,
    /// Whether she changed them since.
    pub edited: bool,
    /// When.
    pub at: Time,
    /// The passage of the text that it is about, when somebody pointed to one.
    pub passage: Option<Passage>,
    /// Answers, oldest first.
    pub replies: Vec<Contribution>,
}

/// A vote that is or was open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// People counted: when it closed, or as it would be if it closed now.
    pub roll: u64,
    /// Ballots received.
    pub received: u64,
    /// Ballots needed for the vote to count.
    pub quorum: u64,
    /// Whether she is on the roll.
    pub i_may_vote: bool,
    /// Her ballot, if she cast one in an open vote.
    pub mine: Option<Ballot>,
    /// What she may know of the urn of a secret vote; none when the vote is not secret.
    pub urn: Option<Urn>,
    /// Ballots of paper.
    pub paper: PaperSeen,
    /// Everybody's ballot, once the vote is over: before that it would push people one way.
    pub ballots: Vec<Ballot>,
    /// While a vote by consent or consensus is open: ballots with a concern or a reservation, which are there to be
    /// talked about (`decisions` 5.2).
    pub voiced: Vec<Ballot>,
}

/// The urn of a secret vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Urn {
    /// Whether a ballot of hers is in it.
    pub i_voted: bool,
    /// Whether there were enough ballots when it was looked at, once a day.
    pub enough: bool,
    /// Whether it was opened.
    pub opened: bool,
    /// Once it was opened: how many ballots were in it, unless that would tell.
    pub ballots: Option<u64>,
    /// Once it was opened: whether its numbers can still be looked up.
    pub has_receipts: bool,
    /// Whether its key is destroyed.
    pub key_destroyed: bool,
}

/// One open ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// Whose.
    pub member: MemberId,
    /// What it says.
    pub said: Said,
    /// Why, in her words.
    pub reason: Option<String>,
    /// Whether she changed her mind before the end.
    pub changed: bool,
    /// Who noted it, when she said it by telephone and did not vote herself since.
    pub by_phone: Option<MemberId>,
    /// Whether she did not sign her reason: it is shown without her name.
    pub unsigned: bool,
}

/// The proposal of that number.
///
/// # Errors
/// When there is none, or the store fails.
pub async fn numbered(scope: &Scope<'_>, effects: &Effects, number: i32, viewer: MemberId) -> Result<Proposal, No> {
    let row = scope
        .find::<proposal::Entity>()
        .filter(proposal::Column::Number.eq(number))
        .one()
        .await?
        .ok_or(No::NotFound)?;
    read(scope, effects, row, viewer).await
}

/// A draft, for one of its authors. To everybody else it is not there.
///
/// # Errors
/// When there is none for her, or the store fails.
pub async fn draft(scope: &Scope<'_>, effects: &Effects, id: ProposalId, viewer: MemberId) -> Result<Proposal, No> {
    let row = scope
        .find::<proposal::Entity>()
        .filter(proposal::Column::Id.eq(id))
        .filter(proposal::Column::State.eq(State::Draft));
    let proposal = read(scope, effects, row.one().await?.ok_or(No::NotFound)?, viewer).await?;
    if proposal.is_mine { Ok(proposal) } else { Err(No::NotFound) }
}

/// The id of the proposal of that number.
///
/// # Errors
/// When there is none, or the store fails.
pub async fn id_of(scope: &Scope<'_>, number: i32) -> Result<ProposalId, No> {
    let row = scope.find::<proposal::Entity>().filter(proposal::Column::Number.eq(number)).one().await?;
    Ok(row.ok_or(No::NotFound)?.id)
}

/// The number of the proposal with that id, when it has been sent.
///
/// # Errors
/// When the store fails.
pub async fn number_of(scope: &Scope<'_>, id: ProposalId) -> Result<Option<i32>, Broken> {
    let row = scope.find::<proposal::Entity>().filter(proposal::Column::Id.eq(id)).one().await?;
    Ok(row.and_then(|row| row.number))
}

/// The number of the open vote on a removal, if there is one.
///
/// # Errors
/// When the store fails.
pub async fn open_vote_on(scope: &Scope<'_>, removal: RemovalId) -> Result<Option<i32>, Broken> {
    use proposal::Column;
    let open = scope.find::<proposal::Entity>().filter(Column::State.eq(State::Voting));
    for row in open.filter(Column::Effect.eq(RemoveMember::KIND)).all().await? {
        if open_removal::about(&row)? == Some(removal) {
            return Ok(row.number);
        }
    }
    Ok(None)
}

/// The count of a vote by another method, made again from its ballots: those in its result, or those of its urn.
async fn recounted(
    scope: &Scope<'_>,
    id: ProposalId,
    question: &Question,
    result: Option<&VoteResult>,
) -> Result<Option<Recount>, Broken> {
    let Some((roll, other)) = result.and_then(|result| Some((result.roll, result.other.as_ref()?))) else {
        return Ok(None);
    };
    if let Some(said) = &other.said {
        return Ok(recount(question, roll, said, other.beside.as_ref()));
    }
    let kept = scope.find::<entities::urn::Entity>().filter(entities::urn::Column::ProposalId.eq(id)).one().await?;
    let Some(ballots) = kept.and_then(|kept| kept.ballots) else { return Ok(None) };
    let ballots: Vec<String> = serde_json::from_str(&ballots).map_err(Broken::stored)?;
    let mut said = counting::Said::new();
    ballots.into_iter().for_each(|ballot| *said.entry(ballot).or_default() += 1);
    Ok(recount(question, roll, &said, other.beside.as_ref()))
}

async fn read(scope: &Scope<'_>, effects: &Effects, row: proposal::Model, viewer: MemberId) -> Result<Proposal, No> {
    let is_found = matches!(row.state, State::Adopted | State::InForce | State::EffectFailed);
    // Of an election that found somebody: the task as adapted to her.
    let details = if is_found { filled(scope, &row).await? } else { details_of(&row)? };
    let effect = row.effect.clone().zip(details);
    let question = question_of(&row)?;
    let differences = preview::shown(scope, effects, &row).await?;
    let charter = charter::charter(scope).await?;
    let class = row.class;
    let rules = match &row.rules {
        Some(rules) => serde_json::from_str(rules).map_err(Broken::stored)?,
        None => {
            let voters = people::voters(scope, scope.now()).await?.len() as u64;
            let rules = VoteRules::of_effect(&charter, class, row.effect.as_deref(), Secrecy::of(row.secret), voters);
            let rules = rules.put_by(question.method).asking(question.part);
            let rules = rules.then(&charter, question.method, Secrecy::of(row.secret));
            rules.asking_quorum(question.quorum_asked(), row.effect.as_deref(), voters)
        }
    };
    let authors = authors(scope, row.id).await?;
    let seconders = seconders(scope, row.id).await?;
    let told = register::about(scope, &row.id.to_string()).await?;
    let acted = told.iter().find(|entry| [kinds::EFFECT_DONE, kinds::EFFECT_FAILED].contains(&entry.kind.as_str()));
    let was_first_reading =
        acted.and_then(|entry| entry.body.as_ref()).is_some_and(|body| body.get(effects::READING).is_some());
    let keys = sealed::all_keys(scope).await?;
    let counted = result(&row)?;
    let failure = row.failure.as_deref().map(serde_json::from_str).transpose().map_err(Broken::stored)?;
    Ok(Proposal {
        found: election::found(scope, &row).await?,
        vote: vote(scope, &row, &rules, &question, &keys, viewer).await?,
        recount: recounted(scope, row.id, &question, counted.as_ref()).await?,
        result: counted,
        round: row.round,
        objections: objections(scope, row.id, &keys).await?,
        contributions: contributions(scope, &row, &keys).await?,
        so_far: summaries::read(scope, row.id, &keys).await?.into_iter().find(|one| one.words.is_some()),
        hearing: hearing(scope, row.id, &keys).await?,
        // What the register says, not what was planned.
        acted_at: acted.map(|entry| entry.at),
        of_the_founding: told.iter().any(is_of_the_founding),
        asked_together: told.iter().any(is_asked_together),
        of_a_removal: told.iter().any(is_of_a_removal),
        was_first_reading,
        i_asked_secrecy: ask_secrecy::asked_by(scope, row.id, viewer).await?,
        secrecy_wanted: ask_secrecy::wanted(scope).await?,
        secret: row.secret,
        after: after(scope, &row, &told, viewer).await?,
        is_mine: authors.contains(&viewer),
        i_seconded: seconders.contains(&viewer),
        id: row.id,
        number: row.number,
        state: row.state,
        class,
        title: row.title,
        summary: row.summary,
        body: row.body,
        effect,
        question,
        differences,
        version: row.version,
        days: (row.discussion_days, row.voting_days),
        authors,
        seconders,
        seconders_wanted: second::wanted(scope, &charter, row.id).await?,
        submitted_at: row.submitted_at,
        due_at: row.due_at,
        discussion_until: row.discussion_until,
        closes_at: row.closes_at,
        window_until: row.window_until,
        text_hash: row.text_hash,
        rules,
        closed_seq: row.closed_seq,
        failure,
    })
}

/// The place of the person concerned, when there is one.
async fn hearing(scope: &Scope<'_>, id: ProposalId, keys: &HashMap<MemberId, Key>) -> Result<Option<Hearing>, Broken> {
    use entities::hearing;
    let row = scope.find::<hearing::Entity>().filter(hearing::Column::ProposalId.eq(id)).one().await?;
    let Some(row) = row else { return Ok(None) };
    let sealed = row.words.as_ref().zip(keys.get(&row.member_id));
    let words = sealed.map(|(words, key)| key.open_text(&answer_recall::place_in(id), words)).transpose()?;
    Ok(Some(Hearing { member: row.member_id, at: row.written_at.filter(|_| words.is_some()), words }))
}

async fn seconders(scope: &Scope<'_>, id: ProposalId) -> Result<Vec<MemberId>, Broken> {
    let rows = scope.find::<seconder::Entity>().filter(seconder::Column::ProposalId.eq(id));
    Ok(rows.ascending(seconder::Column::SecondedAt).all().await?.into_iter().map(|row| row.member_id).collect())
}

async fn contributions(
    scope: &Scope<'_>,
    about: &proposal::Model,
    keys: &HashMap<MemberId, Key>,
) -> Result<Vec<Contribution>, Broken> {
    let rows = scope.find::<contribution::Entity>().filter(contribution::Column::ProposalId.eq(about.id));
    let rows = rows.ascending(contribution::Column::Id).all().await?;
    let mut passages = passages(scope, about, &rows).await?;
    let group_key = scope.keyring().group_key(scope.group());
    let mut said: Vec<Contribution> = Vec::new();
    let mut replies = Vec::new();
    for row in rows {
        // Words that somebody let stay when she left are under the group's key.
        let key = keys.get(&row.author).unwrap_or(&group_key);
        let one = Contribution {
            id: row.id,
            kind: row.kind,
            author: row.author,
            words: key.open_text(&contribute::place(row.id), &row.words)?,
            edited: row.edited,
            at: row.said_at,
            passage: passages.remove(&row.id),
            replies: Vec::new(),
        };
        match row.reply_to {
            Some(to) => replies.push((to, one)),
            None => said.push(one),
        }
    }
    for (to, reply) in replies {
        if let Some(answered) = said.iter_mut().find(|one| one.id == to) {
            answered.replies.push(reply);
        }
    }
    Ok(said)
}

async fn vote(
    scope: &Scope<'_>,
    row: &proposal::Model,
    rules: &VoteRules,
    question: &Question,
    keys: &HashMap<MemberId, Key>,
    viewer: MemberId,
) -> Result<Option<Vote>, Broken> {
    if row.closes_at.is_none() {
        return Ok(None);
    }
    let roll = counted::roll(scope, row.id).await?;
    let cast = scope.find::<ballot::Entity>().filter(ballot::Column::ProposalId.eq(row.id)).all().await?;
    // Once counted, the result says it: ballots of those who left are no longer there one by one.
    let (received, counted, quorum) = match result(row)? {
        Some(result) => (result.ballots(), result.roll, result.quorum),
        None => {
            // Of a secret vote, who is counted does not say either who has voted.
            let voted = cast.iter().map(|ballot| ballot.member_id).collect();
            let counted = counted::how_many(scope, &roll, &voted).await?;
            (cast.len() as u64, counted, rules.needed(question.method, counted))
        }
    };
    let mut ballots = cast.into_iter().map(|row| opened(row, question, keys)).collect::<Result<Vec<_>, _>>()?;
    let mine = ballots.iter().find(|ballot| ballot.member == viewer).cloned();
    let mut voiced = Vec::new();
    if row.state == State::Voting {
        voiced = std::mem::take(&mut ballots);
        voiced.retain(|ballot| matches!(ballot.said, Said::Word("concern" | "reservations")));
    }
    Ok(Some(Vote {
        roll: counted,
        received,
        quorum,
        i_may_vote: roll.iter().any(|row| row.member_id == viewer),
        mine,
        ballots,
        voiced,
        paper: paper::seen(scope, row, viewer).await?,
        urn: if row.secret { Some(urn_of(scope, row, viewer).await?) } else { None },
    }))
}

async fn urn_of(scope: &Scope<'_>, row: &proposal::Model, viewer: MemberId) -> Result<Urn, Broken> {
    let kept = scope.find::<entities::urn::Entity>().filter(entities::urn::Column::ProposalId.eq(row.id)).one().await?;
    let (enough, receipts) = kept.map_or((false, None), |kept| (kept.enough, kept.receipts));
    Ok(Urn {
        i_voted: !urn::who_voted(scope, row.id, [viewer]).await?.is_empty(),
        enough,
        opened: row.closed_seq.is_some(),
        ballots: result(row)?.filter(|result| !result.withheld).map(|result| result.on_screens()),
        has_receipts: receipts.is_some(),
        key_destroyed: row.closed_seq.is_some() && scope.urn_keys().of(scope.group(), row.id.0)?.is_none(),
    })
}

/// What is left of the urn of a closed vote, as the register has its fingerprints: the numbers as they are published,
/// while they are kept, and the ballots, unless they were withheld. Each is a list in JSON, exactly as it was hashed.
///
/// # Errors
/// When there is no such vote, or the store fails.
pub async fn left_of_the_urn(scope: &Scope<'_>, id: ProposalId) -> Result<(Option<String>, Option<String>), No> {
    let kept = scope.find::<entities::urn::Entity>().filter(entities::urn::Column::ProposalId.eq(id)).one().await?;
    let kept = kept.ok_or(No::NotFound)?;
    Ok((kept.receipts, kept.ballots))
}

/// Whether the urn of a closed vote held a ballot of that number; none when its numbers are not kept any more.
///
/// # Errors
/// When there is no such vote, or the store fails.
pub async fn holds(scope: &Scope<'_>, id: ProposalId, receipt: Receipt) -> Result<Option<bool>, No> {
    let kept = scope.find::<entities::urn::Entity>().filter(entities::urn::Column::ProposalId.eq(id)).one().await?;
    let Some(receipts) = kept.ok_or(No::NotFound)?.receipts else { return Ok(None) };
    let receipts: Vec<String> = serde_json::from_str(&receipts).map_err(Broken::stored)?;
    Ok(Some(receipts.contains(&receipt.published(id.0))))
}

fn opened(row: ballot::Model, question: &Question, keys: &HashMap<MemberId, Key>) -> Result<Ballot, Broken> {
    let place = cast_ballot::place(row.proposal_id, row.member_id);
    let reason = row
        .reason
        .as_ref()
        .zip(keys.get(&row.member_id))
        .map(|(reason, key)| key.open_text(&place, reason))
        .transpose()?;
    let said = Said::stored(question, row.said()).ok_or_else(|| Broken::stored("a ballot says something unknown"))?;
    let (by_phone, unsigned) = (row.recorded_by, row.unsigned);
    Ok(Ballot { member: row.member_id, said, reason, changed: row.changed, by_phone, unsigned })
}
