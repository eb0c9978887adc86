//! What the clock brings: a proposal nobody seconded lapses, a discussion ends, a vote opens, closes, and
//! its decision acts.
//!
//! No timer holds the truth. Every page first settles what is due in its group; a worker only hurries
//! when nobody looks (`decisions C5`, `reliability D10`). Each step is one transaction under the group's
//! lock: whoever comes second finds nothing to do.

use crate::ProposalId;
use crate::commands::amend::{End, end_with, give_the_turn_back};
use crate::commands::ask_recall::turned_down;
use crate::commands::ask_secrecy::begin_anew;
use crate::commands::count_paper::{Paper, paper_totals};
use crate::commands::draw::close_draws;
use crate::commands::election;
use crate::commands::more_time::{after_missed_quorum, close_early, forget_asked};
use crate::commands::objections::{beside, detach_those_who_left as detach_objections};
use crate::commands::open_removal::{self, removed_nobody};
use crate::commands::remind::remind;
use crate::commands::review::{ask_again, asked_again_at, may_be_tried, not_kept};
use crate::commands::second::begin_when_enough;
use crate::commands::take_turns::take_turns;
use crate::commands::talk_again::talk_again;
use crate::commands::{details_of, must_step, question_of, read_days, save};
use crate::entities::{ballot, proposal, roll, urn as urn_table};
use crate::preview;
use crate::queries::counted;
use crate::rules::ballot::{self as ballots, choice_named};
use crate::rules::question::{Method, Question};
use crate::rules::rounds::{Beside, next_round, vote_closes_at};
use crate::rules::schedule::{closes_at, window_until};
use crate::rules::state::{Event, State};
use crate::rules::text::Frozen;
use crate::rules::timing::TimeRules;
use crate::rules::verdict::{Secrecy, VoteResult, VoteRules, count, count_other, found};
use crate::urn;
use commons::area::Areas;
use commons::clock::{Time, local_day};
use commons::db::{Db, Scope, Tx};
use commons::effects::{self, Acted, Decision, Effects};
use commons::ids::{GroupId, MemberId};
use commons::refusal::Broken;
use commons::register;
use membership::commands::pause;
use membership::commands::settle_removals::settle_removals;
use membership::mail::tell_news;
use membership::queries::{charter, people, removals};
use membership::rules::charter::Charter;
use membership::rules::removal;
use membership::rules::standing::Standing;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tally::{Counts, Verdict};

/// Does everything that is due in a group, in the order in which it was due, and says how many moves
/// there were. Deadlines hold whoever notices them and when; what is read at the moment of noticing (the
/// charter, the list of members when a vote opens late) is as it is then
/// (`docs/decisions/0006-the-clock-on-every-read.md`).
///
/// A proposal that cannot be settled keeps nobody waiting: the others have their turn, and it is tried
/// again by whoever comes next.
///
/// # Errors
/// [`Broken::Busy`] at once, otherwise the first failure; what was settled stays settled.
pub async fn settle(db: &Db, effects: &Effects, areas: &Areas, group: GroupId) -> Result<usize, Broken> {
    // First who is in the group, and who is back: it says who votes.
    let mut moves = settle_removals(db, areas, group).await?;
    pause::end_those_over(db, group).await?;
    let open = open_votes(&db.read(group)).await?;
    let early = Box::pin(close_early(db, group, &open)).await;
    let (mut stuck, mut failure) = (Vec::new(), None);
    // Looked at without a lock first: most of the time there is nothing to do.
    while let Some(first) = first_due(&db.read(group), &stuck).await? {
        match db.write(group, async |tx: &Tx<'_>| Box::pin(settle_first(tx, effects, &stuck)).await).await {
            Ok(moved) => moves += moved,
            // The store has no time: asking for the others would only wait as long again.
            Err(Broken::Busy) => return Err(Broken::Busy),
            Err(broken) => {
                stuck.push(first.id);
                failure = failure.or(Some(broken));
            }
        }
    }
    // Each has its turn, whatever else is broken; the keys first.
    let keys = Box::pin(destroy_spent_keys(db, group)).await;
    let urns = Box::pin(look_at_urns(db, group)).await;
    let reminders = Box::pin(remind(db, group, &open)).await;
    let draws = Box::pin(close_draws(db, group)).await;
    failure.map_or(Ok(()), Err).and(early).and(keys).and(urns).and(reminders).and(draws).map(|()| moves)
}

/// Votes that are open, the first to close first. Whoever writes looks once more under the lock.
async fn open_votes(scope: &Scope<'_>) -> Result<Vec<proposal::Model>, Broken> {
    use proposal::Column;
    let open = scope.find::<proposal::Entity>().filter(Column::State.eq(State::Voting));
    Ok(open.ascending(Column::DueAt).all().await?)
}

/// Notes, once a day, whether secret votes have enough ballots: told more often, it would tell who came (ruling 6). A
/// vote whose key was lost with a machine begins anew.
async fn look_at_urns(db: &Db, group: GroupId) -> Result<(), Broken> {
    let scope = db.read(group);
    let open = scope.find::<proposal::Entity>().filter(proposal::Column::State.eq(State::Voting));
    let open = open.filter(proposal::Column::Secret.eq(true)).all().await?;
    if open.is_empty() {
        return Ok(());
    }
    let today = local_day(charter::charter(&scope).await?.zone(), scope.now());
    for row in open {
        use urn_table::Column;
        if !urn::has_key(&scope, row.id).await? {
            db.write(group, async |tx: &Tx<'_>| begin_anew_without_key(tx, row.id).await).await?;
            continue;
        }
        let urn = scope.find::<urn_table::Entity>().filter(Column::ProposalId.eq(row.id)).one().await?;
        if urn.is_none_or(|urn| urn.looked_on == Some(today)) {
            continue;
        }
        let rules: VoteRules = stored(row.rules.as_deref())?;
        db.write(group, async |tx: &Tx<'_>| {
            let roll = counted::roll(tx, row.id).await?;
            let voted = urn::who_voted(tx, row.id, roll.iter().map(|row| row.member_id)).await?;
            let needed = rules.required(counted::how_many(tx, &roll, &voted).await?);
            let this = tx.change::<urn_table::Entity>().filter(Column::ProposalId.eq(row.id));
            let this = this.set(Column::Enough, voted.len() as u64 >= needed);
            this.set(Column::LookedOn, Some(today)).go().await?;
            Ok::<_, Broken>(())
        })
        .await?;
    }
    Ok(())
}

/// Looked at once more under the lock: somebody may have closed it, or begun it anew.
async fn begin_anew_without_key(tx: &Tx<'_>, id: ProposalId) -> Result<(), Broken> {
    let row = tx.find::<proposal::Entity>().filter(proposal::Column::Id.eq(id)).one().await?;
    match row.filter(|row| row.state == State::Voting) {
        Some(row) if !urn::has_key(tx, id).await? => begin_anew(tx, &row, register::kinds::BEGUN_ANEW).await,
        _ => Ok(()),
    }
}

/// The keys of secret votes that are over, destroyed: after the commit, never before, and again until it is done. Each
/// is looked at once more under the lock: meanwhile a decision may have been contested, and a key made anew in the
/// same place.
async fn destroy_spent_keys(db: &Db, group: GroupId) -> Result<(), Broken> {
    let scope = db.read(group);
    let mut spent = Vec::new();
    for vote in scope.urn_keys().kept(group)? {
        if !needs_its_key(&scope, ProposalId(vote)).await? {
            spent.push(ProposalId(vote));
        }
    }
    drop(scope);
    let (mut destroyed, mut failure) = (false, None);
    for vote in spent {
        match db.write(group, async |tx: &Tx<'_>| destroy_if_spent(tx, vote).await).await {
            Ok(gone) => destroyed |= gone,
            // The store has no time: tried again by whoever comes next.
            Err(Broken::Busy) => break,
            // The others have their turn; this one is tried again by whoever comes next.
            Err(broken) => failure = failure.or(Some(broken)),
        }
    }
    if destroyed && db.is_embedded() {
        // What the urn held opens no more, wherever it is left; the journal forgets it too when nobody is reading.
        match db.settle_files().await {
            Ok(()) | Err(Broken::Busy) => {}
            Err(broken) => failure = failure.or(Some(broken)),
        }
    }
    failure.map_or(Ok(()), Err)
}

/// Whether the key of a vote still opens something, or will.
async fn needs_its_key(scope: &Scope<'_>, vote: ProposalId) -> Result<bool, Broken> {
    let row = scope.find::<proposal::Entity>().filter(proposal::Column::Id.eq(vote)).one().await?;
    let before_its_end = |state| matches!(state, State::Waiting | State::Discussing | State::Frozen | State::Voting);
    Ok(row.is_some_and(|row| before_its_end(row.state)))
}

async fn destroy_if_spent(tx: &Tx<'_>, vote: ProposalId) -> Result<bool, Broken> {
    if needs_its_key(tx, vote).await? {
        return Ok(false);
    }
    tx.urn_keys().destroy(tx.group(), vote.0)?;
    Ok(true)
}

/// The proposal whose turn it is: the one due first, and of those due at once the one sent first.
async fn first_due(scope: &Scope<'_>, stuck: &[ProposalId]) -> Result<Option<proposal::Model>, Broken> {
    use proposal::Column;
    let due = scope.find::<proposal::Entity>().filter(Column::DueAt.lte(scope.now()));
    let due = due.filter(Column::Id.is_not_in(stuck.iter().copied()));
    Ok(due.ascending(Column::DueAt).ascending(Column::Number).limit(1).one().await?)
}

/// Moves the proposal whose turn it is, for as long as it stays its turn: a decision without challenge
/// window acts in the transaction that closes its vote.
async fn settle_first(tx: &Tx<'_>, effects: &Effects, stuck: &[ProposalId]) -> Result<usize, Broken> {
    let mut moves = 0;
    let mut turn = None;
    while let Some(row) = first_due(tx, stuck).await? {
        if turn.is_some_and(|turn| turn != row.id) {
            break;
        }
        turn = Some(row.id);
        move_on(tx, effects, row).await?;
        moves += 1;
    }
    Ok(moves)
}

async fn move_on(tx: &Tx<'_>, effects: &Effects, row: proposal::Model) -> Result<(), Broken> {
    // Each on the heap: together they would fill the stack of the thread that happens to look.
    match row.state {
        State::Waiting => Box::pin(lapse(tx, effects, row)).await,
        State::Discussing => Box::pin(take_turns(tx, effects, row)).await,
        State::Frozen => Box::pin(open(tx, row)).await,
        State::Voting => Box::pin(close(tx, row)).await,
        State::Adopted => Box::pin(act(tx, effects, row)).await,
        // The group said that it would ask itself again.
        State::InForce => Box::pin(ask_again(tx, row)).await,
        State::Draft
        | State::EffectFailed
        | State::NotAdopted
        | State::Consulted
        | State::Withdrawn
        | State::Lapsed
        | State::Cancelled => Err(Broken::stored("nothing is due for a proposal in this state")),
    }
}

/// Whoever might have seconded it may have left meanwhile, or the charter asks for fewer now: with enough
/// seconders for the group as it is, it is discussed after all.
pub(super) async fn lapse(tx: &Tx<'_>, effects: &Effects, row: proposal::Model) -> Result<(), Broken> {
    if begin_when_enough(tx, &row).await? {
        return Ok(());
    }
    let state = must_step(row.state, Event::Lapsed)?;
    let change = proposal::ActiveModel {
        state: Set(state),
        due_at: Set(None),
        closed_at: Set(row.due_at),
        preview: Set(preview::to_keep(tx, effects, &row).await?),
        ..Default::default()
    };
    save(tx, row.id, change).await?;
    log(tx, register::kinds::LAPSED, row.id, json!({ "number": row.number, "title": row.title })).await?;
    end_with(tx, row.id, End::Lapsed).await
}

/// The text no longer changes; its fingerprint is what the vote is about (`decisions A3`).
pub(super) async fn freeze(tx: &Tx<'_>, effects: &Effects, row: proposal::Model) -> Result<(), Broken> {
    let details = details_of(&row)?;
    let frozen = Frozen {
        title: &row.title,
        summary: &row.summary,
        body: &row.body,
        effect: row.effect.as_deref(),
        details: details.as_ref(),
        question: &question_of(&row)?,
    };
    let change = proposal::ActiveModel {
        state: Set(must_step(row.state, Event::Frozen)?),
        text_hash: Set(Some(frozen.hash().map_err(Broken::stored)?)),
        preview: Set(preview::to_keep(tx, effects, &row).await?),
        // Still its turn: the vote opens in the same transaction.
        opens_at: Set(Some(tx.now())),
        ..Default::default()
    };
    save(tx, row.id, change).await
}

/// When a vote that begins now ends. A round of an election has a time of its own.
pub(super) fn ends(charter: &Charter, method: Method, now: Time, voting_days: i32) -> Time {
    if method == Method::Election {
        closes_at(charter.zone(), now, charter.election_days())
    } else {
        vote_closes_at(method, charter.zone(), now, read_days(voting_days))
    }
}

/// Draws up the roll and copies the charter's rules: neither changes any more for this vote.
pub(super) async fn open(tx: &Tx<'_>, row: proposal::Model) -> Result<(), Broken> {
    let charter = charter::charter(tx).await?;
    let voters = voters_of(tx, &row).await?;
    let secrecy = Secrecy::of(row.secret);
    let rules = VoteRules::of_effect(&charter, row.class, row.effect.as_deref(), secrecy, voters.len() as u64);
    let question = question_of(&row)?;
    let method = question.method;
    let rules = rules.put_by(method).asking(question.part).then(&charter, method, secrecy);
    let rules = rules.asking_quorum(question.quorum_asked(), row.effect.as_deref(), voters.len() as u64);
    let closes = ends(&charter, method, tx.now(), row.voting_days);
    let rules_text = serde_json::to_string(&rules).map_err(Broken::stored)?;
    let time_rules = TimeRules::of(&charter);
    let change = proposal::ActiveModel {
        state: Set(must_step(row.state, Event::Opened)?),
        rules: Set(Some(rules_text)),
        time_rules: Set(Some(serde_json::to_string(&time_rules).map_err(Broken::stored)?)),
        closes_at: Set(Some(closes)),
        due_at: Set(Some(closes)),
        ..Default::default()
    };
    save(tx, row.id, change).await?;
    draw_up_roll(tx, row.id, &voters).await?;
    if method == Method::Election {
        election::begin(tx, row.id, charter.election_days()).await?;
    }
    if secrecy == Secrecy::Secret {
        urn::set_up(tx, row.id, local_day(charter.zone(), tx.now())).await?;
    }
    let mut body = json!({
        "number": row.number, "title": row.title, "summary": row.summary, "text": row.body, "secret": row.secret,
        "effect": row.effect, "details": details_of(&row)?, "text_hash": row.text_hash,
        // Not how many: beside the result, the number would tell how many rest (ruling 5).
        "roll_hash": people::roll_hash(&voters), "rules": rules, "time_rules": time_rules,
        "closes_at": register::chain::second(closes),
    });
    if let (Some(question), Some(fields)) = (&row.question, body.as_object_mut()) {
        fields.insert("question".to_owned(), serde_json::from_str(question).map_err(Broken::stored)?);
    }
    if let (2.., Some(fields)) = (row.round, body.as_object_mut()) {
        fields.insert("round".to_owned(), json!(row.round));
    }
    log(tx, register::kinds::OPENED, row.id, body).await?;
    tell_news(tx, &format!("vote-open/{}{}", row.id, again(&row)), &voters).await
}

/// What tells the letters of a later round from those of the first.
pub(super) fn again(row: &proposal::Model) -> String {
    if row.round > 1 { format!("/round-{}", row.round) } else { String::new() }
}

/// Writes down who may vote.
pub(super) async fn draw_up_roll(tx: &Tx<'_>, id: ProposalId, voters: &[MemberId]) -> Result<(), Broken> {
    let rows = voters.iter().map(|voter| roll::ActiveModel {
        proposal_id: Set(id),
        member_id: Set(*voter),
        ..Default::default()
    });
    Ok(tx.insert_many(rows).await?)
}

/// Who votes on it: everybody whose first vote has come; on a removal, without the person whom it concerns (D4).
pub(super) async fn voters_of(tx: &Tx<'_>, row: &proposal::Model) -> Result<Vec<MemberId>, Broken> {
    let voters = people::voters(tx, tx.now()).await?;
    let person = match open_removal::about(row)? {
        Some(removal) => removals::person_of(tx, removal).await?,
        None => None,
    };
    Ok(match person {
        Some(person) => removal::roll(voters, person).into_iter().collect(),
        None => voters,
    })
}

/// Counts, once. What the deadline refused is not there to be counted.
async fn close(tx: &Tx<'_>, row: proposal::Model) -> Result<(), Broken> {
    let rules: VoteRules = stored(row.rules.as_deref())?;
    if question_of(&row)?.method == Method::Election {
        // A round is over; or all of it, and then there are no ballots to count.
        let Some(ended) = election::time_is_up(tx, &row).await? else { return Ok(()) };
        let result = found(&rules, ended.people, ended.person.is_some());
        return end(tx, row, &rules, result, Came { proof: None, paper: Paper::None, found: ended.person }).await;
    }
    if row.secret && !urn::has_key(tx, row.id).await? {
        return begin_anew(tx, &row, register::kinds::BEGUN_ANEW).await;
    }
    let paper = paper_totals(tx, &row).await?;
    if let Paper::Waiting(until) = paper {
        // Its time is over, and no ballot is taken any more (`refuse_unless_open`); it is counted with its paper.
        return save(tx, row.id, proposal::ActiveModel { due_at: Set(Some(until)), ..Default::default() }).await;
    }
    // A box that was opened is not closed again: with paper, a vote has one end.
    if matches!(paper, Paper::None) && after_missed_quorum(tx, &row).await? {
        return Ok(());
    }
    forget_asked(tx, row.id).await?;
    let (result, proof) = if row.secret {
        count_secret(tx, &row, &rules, &paper).await?
    } else {
        count_open(tx, &row, &rules, &paper).await?
    };
    if let Some(next) = next_round(&question_of(&row)?, &result, rules.fallback, may_be_tried(&row)) {
        return talk_again(tx, &row, &next, &result).await;
    }
    end(tx, row, &rules, result, Came { proof, paper, found: None }).await
}

/// What comes with a result.
struct Came {
    proof: Option<Value>,
    paper: Paper,
    /// Whom an election found.
    found: Option<MemberId>,
}

/// Writes a result down; what was adopted acts, or waits to.
async fn end(
    tx: &Tx<'_>,
    row: proposal::Model,
    rules: &VoteRules,
    result: VoteResult,
    Came { proof, paper, found }: Came,
) -> Result<(), Broken> {
    detach_objections(tx, row.id).await?;
    let (event, kind) = ending(question_of(&row)?.method, result.outcome.verdict);
    let state = must_step(row.state, event)?;
    let adopted = kind == register::kinds::ADOPTED;
    let mut body = json!({ "number": row.number, "title": row.title, "text_hash": row.text_hash, "result": result });
    if let (Some(proof), Some(fields)) = (proof, body.as_object_mut()) {
        fields.insert("proof".to_owned(), proof);
    }
    if let (Some(other), Some(fields)) = (&result.other, body.as_object_mut()) {
        let question = question_of(&row)?;
        fields.insert("method".to_owned(), json!(question.method));
        // The register is read alone, without the question beside it.
        let names = other.winners.iter().filter_map(|line| question.options.get(*line));
        fields.insert("chosen".to_owned(), names.map(|offer| offer.label.as_str()).collect());
    }
    if let (Method::Election, Some(fields)) = (question_of(&row)?.method, body.as_object_mut()) {
        // Neither how many names were looked at, nor whose.
        fields.insert("method".to_owned(), json!(Method::Election));
        fields.extend(found.map(|person| ("elected".to_owned(), json!(person))));
    }
    let seq = log(tx, kind, row.id, body).await?;
    paper.tell(tx, &row, &result).await?;
    // The window is counted from the deadline, or from when the paper was counted; not from when somebody noticed.
    let closed = paper.counted_at(&row).unwrap_or(tx.now());
    let window = adopted.then(|| window_until(closed, rules.challenge_hours));
    let change = proposal::ActiveModel {
        state: Set(state),
        outcome: Set(Some(serde_json::to_string(&result).map_err(Broken::stored)?)),
        closed_at: Set(Some(closed)),
        closed_seq: Set(Some(seq)),
        window_until: Set(window),
        due_at: Set(window),
        ..Default::default()
    };
    save(tx, row.id, change).await?;
    if adopted {
        return Ok(());
    }
    removed_nobody(tx, &row).await?;
    not_kept(tx, &row).await?;
    turned_down(tx, &row, closed).await?;
    give_the_turn_back(tx, &row).await
}

/// What a count leads to, and how the register tells it. A question that decides nothing adopts nothing, whatever was
/// said (`decisions B6`).
fn ending(method: Method, verdict: Verdict) -> (Event, &'static str) {
    match verdict {
        _ if !method.is_binding() => (Event::Consulted, register::kinds::CONSULTED),
        Verdict::Adopted => (Event::Closed(verdict), register::kinds::ADOPTED),
        _ => (Event::Closed(verdict), register::kinds::NOT_ADOPTED),
    }
}

/// Counts open ballots.
async fn count_open(
    tx: &Tx<'_>,
    row: &proposal::Model,
    rules: &VoteRules,
    paper: &Paper,
) -> Result<(VoteResult, Option<Value>), Broken> {
    let ballots = tx.find::<ballot::Entity>().filter(ballot::Column::ProposalId.eq(row.id)).all().await?;
    let words = ballots.iter().map(ballot::Model::said);
    let voted = paper.with_voters(ballots.iter().map(|ballot| ballot.member_id).collect());
    let counted = counted::how_many(tx, &counted::roll(tx, row.id).await?, &voted).await?;
    detach_those_who_left(tx, &ballots).await?;
    let question = question_of(row)?;
    if question.method == Method::Majority {
        return Ok((count_choices(rules, counted, words, paper, Secrecy::Open)?, None));
    }
    let beside = beside(tx, row, question.method, rules).await?;
    Ok((count_said(&question, rules, counted, words, beside, (paper, Secrecy::Open))?, None))
}

/// Opens the urn and counts. What is left of it: the sorted numbers as they are published, the sorted ballots unless
/// so few voted that they would tell, and the fingerprints of both in the register (`decisions D9`).
async fn count_secret(
    tx: &Tx<'_>,
    row: &proposal::Model,
    rules: &VoteRules,
    paper: &Paper,
) -> Result<(VoteResult, Option<Value>), Broken> {
    let roll = counted::roll(tx, row.id).await?;
    let contents = urn::open(tx, row.id).await?;
    let question = question_of(row)?;
    let voted = paper.with_voters(contents.voted);
    let counted = counted::how_many(tx, &roll, &voted).await?;
    let words = contents.ballots.iter().map(String::as_str);
    let result = if question.method == Method::Majority {
        count_choices(rules, counted, words, paper, Secrecy::Secret)?
    } else {
        count_said(&question, rules, counted, words, None, (paper, Secrecy::Secret))?
    };
    let result = result.as_secret(&question);
    let receipts = serde_json::to_string(&contents.receipts).map_err(Broken::stored)?;
    let ballots = serde_json::to_string(&contents.ballots).map_err(Broken::stored)?;
    if !result.withheld {
        urn::note_who_voted(tx, row.id, &voted).await?;
    }
    let proof = if result.shows_screens() {
        json!({ "receipts": sha256(&receipts), "ballots": sha256(&ballots) })
    } else {
        json!({ "receipts": sha256(&receipts) })
    };
    let change = urn_table::ActiveModel {
        proposal_id: Set(row.id),
        receipts: Set(Some(receipts)),
        ballots: Set(result.shows_screens().then_some(ballots)),
        ..Default::default()
    };
    tx.update(change).await?;
    Ok((result, Some(proof)))
}

fn unknown() -> Broken {
    Broken::stored("a ballot says something unknown")
}

/// Counts ballots that say yes or no as they are stored, with those of paper.
fn count_choices<'a>(
    rules: &VoteRules,
    counted: u64,
    words: impl Iterator<Item = &'a str>,
    paper: &Paper,
    secrecy: Secrecy,
) -> Result<VoteResult, Broken> {
    let counts: Counts = words.map(|word| choice_named(word).ok_or_else(unknown)).collect::<Result<_, _>>()?;
    let result = count(rules, counted, paper.with(counts));
    Ok(paper.told_in(result, counts.ballots(), secrecy, rules))
}

/// The same by another method.
fn count_said<'a>(
    question: &Question,
    rules: &VoteRules,
    counted: u64,
    words: impl Iterator<Item = &'a str>,
    beside: Option<Beside>,
    (paper, secrecy): (&Paper, Secrecy),
) -> Result<VoteResult, Broken> {
    let (mut said, mut screen) = (paper.said(), 0);
    for word in words {
        *said.entry(word.to_owned()).or_default() += 1;
        screen += 1;
    }
    if said.keys().any(|word| ballots::Said::stored(question, word).is_none()) {
        return Err(unknown());
    }
    Ok(paper.told_in(count_other(rules, question, counted, said, beside), screen, secrecy, rules))
}

fn sha256(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}

/// The ballots of those who left meanwhile are counted; from now on nothing says what they chose.
async fn detach_those_who_left(tx: &Tx<'_>, ballots: &[ballot::Model]) -> Result<(), Broken> {
    use ballot::Column;
    let standings = people::standings(tx).await?;
    for ballot in ballots.iter().filter(|ballot| standings.get(&ballot.member_id) == Some(&Standing::Left)) {
        let hers = tx.delete::<ballot::Entity>().filter(Column::ProposalId.eq(ballot.proposal_id));
        hers.filter(Column::MemberId.eq(ballot.member_id)).go().await?;
    }
    Ok(())
}

/// Does what was decided, once (`decisions G2`). Without challenge window, that is in the transaction that closed the vote.
async fn act(tx: &Tx<'_>, effects: &Effects, row: proposal::Model) -> Result<(), Broken> {
    // Details that no longer read are for the effect to refuse, in words: they must not undo the closing.
    let details = match details_of(&row) {
        Ok(_) => election::filled(tx, &row).await?,
        Err(_) => Some(serde_json::Value::Null),
    };
    let acted = match (row.effect.as_deref(), details) {
        (Some(kind), Some(details)) => {
            let adopted_seq = row.closed_seq.ok_or_else(|| Broken::stored("an adopted proposal without its entry"))?;
            let decision = Decision { id: row.id.0, adopted_seq, kind, details: &details };
            Some(effects::act(tx, effects, &decision).await?)
        }
        _ => None,
    };
    if matches!(acted, Some(Acted::Failed { .. })) {
        removed_nobody(tx, &row).await?;
    }
    let (event, failure) = match acted {
        Some(Acted::Failed { reason, .. }) => {
            (Event::CouldNotAct, Some(serde_json::to_string(&reason).map_err(Broken::stored)?))
        }
        Some(Acted::Done { .. }) | None => (Event::Acted, None),
    };
    let due = if failure.is_none() { asked_again_at(tx, &row).await? } else { None };
    let change = proposal::ActiveModel {
        state: Set(must_step(row.state, event)?),
        due_at: Set(due),
        failure: Set(failure),
        ..Default::default()
    };
    save(tx, row.id, change).await?;
    give_the_turn_back(tx, &row).await
}

pub(super) fn stored<T: for<'a> serde::Deserialize<'a>>(text: Option<&str>) -> Result<T, Broken> {
    let text = text.ok_or_else(|| Broken::stored("an open vote without its rules"))?;
    serde_json::from_str(text).map_err(Broken::stored)
}

/// The result of a closed vote, as stored.
pub(crate) fn result(row: &proposal::Model) -> Result<Option<VoteResult>, Broken> {
    row.outcome.as_deref().map(serde_json::from_str).transpose().map_err(Broken::stored)
}

async fn log(tx: &Tx<'_>, kind: &'static str, id: ProposalId, body: serde_json::Value) -> Result<i64, Broken> {
    register::append(tx, register::New { kind, actors: &[], about: Some(id.to_string()), body }).await
}
