//! What somebody wrote, said and voted here: for herself, to read, to take home, to choose from when she leaves.

use crate::commands::choose_not_named::wish_of;
use crate::commands::contribute;
use crate::commands::election;
use crate::commands::objections;
use crate::commands::question_of;
use crate::entities::{
    ContributionKind, ballot, contribution, draw, draw_dice, draw_entry, election as election_table, election_answer,
    election_closed, election_ready, extension_asked as time_asked, nomination, objection, objection_support,
    paper_tally, proposal, proposal_author, proposal_version, roll, roll_read, seconder, secrecy_asked as asked,
};
use crate::queries::summaries;
use crate::rules::ballot::{Said as BallotSays, called};
use crate::rules::paragraphs::{Field, Place};
use crate::rules::question::Question;
use crate::rules::rounds::Standing;
use crate::rules::state::State;
use crate::urn;
use crate::{ContributionId, DrawId, ProposalId};
use commons::area::{Datum, Section};
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::{Arg, Broken, Message};
use commons::sealed;
use membership::queries::people;
use sea_orm::{ColumnTrait, ExprTrait};
use std::collections::{BTreeSet, HashMap};

/// Something she said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Which.
    pub id: ContributionId,
    /// In the discussion of which proposal.
    pub number: Option<i32>,
    /// Its title.
    pub title: String,
    /// Why.
    pub kind: ContributionKind,
    /// Her words.
    pub words: String,
    /// Whether she changed them.
    pub edited: bool,
    /// When.
    pub at: Time,
    /// The passage of the text that it points to.
    pub passage: Option<Place>,
}

/// Everything she said in discussions, the oldest first.
///
/// # Errors
/// When the store fails.
pub async fn said(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Said>, Broken> {
    let rows = scope.find::<contribution::Entity>().filter(contribution::Column::Author.eq(member));
    let rows = rows.ascending(contribution::Column::Id).all().await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let key = sealed::key_of(scope, member).await?;
    let titles = titles(scope).await?;
    let mut said = Vec::with_capacity(rows.len());
    for row in rows {
        let (number, title) = titles.get(&row.proposal_id).cloned().unwrap_or_default();
        let words = key.open_text(&contribute::place(row.id), &row.words)?;
        let passage = row.answered_place.as_deref().and_then(Place::named);
        said.push(Said {
            id: row.id,
            number,
            title,
            kind: row.kind,
            words,
            edited: row.edited,
            at: row.said_at,
            passage,
        });
    }
    Ok(said)
}

type Titles = HashMap<ProposalId, (Option<i32>, String)>;

async fn titles(scope: &Scope<'_>) -> Result<Titles, Broken> {
    let rows = scope.find::<proposal::Entity>().all().await?;
    Ok(rows.into_iter().map(|row| (row.id, (row.number, row.title))).collect())
}

/// Everything this area keeps about her, in the order she reads it.
pub(crate) async fn about(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
    let titles = titles(scope).await?;
    let mut sections = vec![Section::new("drafts", drafts(scope, member).await?)];
    sections.push(Section::new("versions", versions(scope, member, &titles).await?));
    sections.push(Section::new("authored", authored(scope, member, &titles).await?));
    sections.push(Section::new("seconded", seconded(scope, member, &titles).await?));
    sections.push(Section::new("contributions", said(scope, member).await?.into_iter().map(told).collect()));
    sections.push(Section::new("talk_summaries", talk_summaries(scope, member).await?));
    sections.push(Section::new("ballots", ballots(scope, member, &titles).await?));
    sections.push(Section::new("objections", raised(scope, member, &titles).await?));
    sections.push(Section::new("blocks_supported", supported(scope, member, &titles).await?));
    sections.push(Section::new("phone_votes", phone_votes(scope, member, &titles).await?));
    sections.push(Section::new("rolls", rolls(scope, member, &titles).await?));
    sections.push(Section::new("paper_helped", paper_helped(scope, member, &titles).await?));
    sections.push(Section::new("paper_tallies", paper_tallies(scope, member, &titles).await?));
    sections.push(Section::new("rolls_read", rolls_read(scope, member, &titles).await?));
    sections.push(Section::new("draws_opened", draws_opened(scope, member).await?));
    sections.push(Section::new("draws_entered", draws_entered(scope, member).await?));
    sections.push(Section::new("draw_dice", dice_thrown(scope, member).await?));
    sections.push(Section::new("secret_ballots", secret_ballots(scope, member).await?));
    sections.push(Section::new("secrecy_asked", secrecy_asked(scope, member, &titles).await?));
    sections.push(Section::new("extension_asked", extension_asked(scope, member, &titles).await?));
    sections.extend(elections(scope, member, &titles).await?);
    Ok(sections)
}

fn told(said: Said) -> Vec<Datum> {
    let kind = Message::new(match said.kind {
        ContributionKind::Pleases => "data-said-pleases",
        ContributionKind::Worries => "data-said-worries",
        ContributionKind::Question => "data-said-question",
        ContributionKind::Reply => "data-said-reply",
    });
    let mut told = of((said.number, said.title));
    told.extend([
        Datum::new("said_kind", kind),
        Datum::new("said_words", said.words),
        Datum::new("said_edited", yes_or_no(said.edited)),
        Datum::new("said_at", said.at),
    ]);
    told.extend(said.passage.map(|place| Datum::new("said_passage", in_words(place))));
    told
}

fn in_words(place: Place) -> Message {
    let key = match place.field {
        Field::Summary => "data-passage-summary",
        Field::Body => "data-passage-body",
        Field::Words => "data-passage-words",
    };
    Message::new(key).with("number", i64::from(place.paragraph) + 1)
}

/// What she wrote of where discussions stand.
async fn talk_summaries(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Vec<Datum>>, Broken> {
    let told = |one: summaries::Mine| {
        let mut told = of((one.number, one.title));
        told.push(Datum::new("version_number", i64::from(one.version)));
        told.extend(one.words.map(|words| Datum::new("said_words", words)));
        told.push(Datum::new("version_at", one.at));
        told
    };
    Ok(summaries::mine(scope, member).await?.into_iter().map(told).collect())
}

/// Which proposal it is about.
fn of((number, title): (Option<i32>, String)) -> Vec<Datum> {
    let number = number.map(|number| Datum::new("proposal_number", i64::from(number)));
    number.into_iter().chain([Datum::new("proposal_title", title)]).collect()
}

fn yes_or_no(yes: bool) -> Message {
    Message::new(if yes { "data-yes" } else { "data-no" })
}

/// A text with what it does, without what is empty.
fn text(title: String, summary: String, body: String, details: Option<String>) -> Vec<Datum> {
    let mut text = vec![
        Datum::new("text_title", title),
        Datum::new("text_summary", summary),
        Datum::new("text_body", body),
        Datum::new("text_details", details.unwrap_or_default()),
    ];
    text.retain(|datum| datum.value != Arg::Text(String::new()));
    text
}

async fn authored_ids(scope: &Scope<'_>, member: MemberId) -> Result<Vec<ProposalId>, Broken> {
    let rows = scope.find::<proposal_author::Entity>().filter(proposal_author::Column::MemberId.eq(member));
    Ok(rows
        .ascending(proposal_author::Column::ProposalId)
        .all()
        .await?
        .into_iter()
        .map(|row| row.proposal_id)
        .collect())
}

async fn drafts(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Vec<Datum>>, Broken> {
    use proposal::Column;
    let mine = authored_ids(scope, member).await?;
    let rows = scope.find::<proposal::Entity>().filter(Column::State.eq(State::Draft)).filter(Column::Id.is_in(mine));
    let rows = rows.ascending(Column::DraftedAt).all().await?.into_iter();
    Ok(rows.map(|row| text(row.title, row.summary, row.body, row.details)).collect())
}

async fn versions(scope: &Scope<'_>, member: MemberId, titles: &Titles) -> Result<Vec<Vec<Datum>>, Broken> {
    use proposal_version::Column;
    let rows = scope.find::<proposal_version::Entity>().filter(Column::WrittenBy.eq(member));
    let rows = rows.ascending(Column::WrittenAt).all().await?.into_iter();
    let told = |row: proposal_version::Model| {
        let number = titles.get(&row.proposal_id).and_then(|(number, _)| *number);
        let mut told: Vec<Datum> =
            number.map(|number| Datum::new("proposal_number", i64::from(number))).into_iter().collect();
        told.push(Datum::new("version_number", i64::from(row.version)));
        told.extend(text(row.title, row.summary, row.body, row.details));
        told.push(Datum::new("version_at", row.written_at));
        told
    };
    Ok(rows.map(told).collect())
}

async fn authored(scope: &Scope<'_>, member: MemberId, titles: &Titles) -> Result<Vec<Vec<Datum>>, Broken> {
    let mine = authored_ids(scope, member).await?.into_iter();
    let sent = mine.filter_map(|id| titles.get(&id).cloned()).filter(|(number, _)| number.is_some());
    Ok(sent.map(of).collect())
}

async fn seconded(scope: &Scope<'_>, member: MemberId, titles: &Titles) -> Result<Vec<Vec<Datum>>, Broken> {
    let rows = scope.find::<seconder::Entity>().filter(seconder::Column::MemberId.eq(member));
    let rows = rows.ascending(seconder::Column::SecondedAt).all().await?.into_iter();
    let told = |row: seconder::Model| {
        let mut told = of(titles.get(&row.proposal_id).cloned().unwrap_or_default());
        told.push(Datum::new("seconded_at", row.seconded_at));
        told
    };
    Ok(rows.map(told).collect())
}

async fn ballots(scope: &Scope<'_>, member: MemberId, titles: &Titles) -> Result<Vec<Vec<Datum>>, Broken> {
    let rows = scope.find::<ballot::Entity>().filter(ballot::Column::MemberId.eq(member));
    let rows = rows.ascending(ballot::Column::CastAt).all().await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let key = sealed::key_of(scope, member).await?;
    let voted_on =
        scope.find::<proposal::Entity>().filter(proposal::Column::Id.is_in(rows.iter().map(|row| row.proposal_id)));
    let questions: HashMap<ProposalId, Question> =
        voted_on.all().await?.iter().map(|row| Ok((row.id, question_of(row)?))).collect::<Result<_, Broken>>()?;
    let told = |row: ballot::Model| {
        let mut told = of(titles.get(&row.proposal_id).cloned().unwrap_or_default());
        let question = questions.get(&row.proposal_id);
        told.push(match question.and_then(|question| BallotSays::stored(question, row.said())) {
            Some(BallotSays::Word(word)) => Datum::new("ballot_choice", called(word)),
            Some(BallotSays::Marks(marks)) => {
                Datum::new("ballot_choice", question.map(|asked| marks.told(asked)).unwrap_or_default())
            }
            None => Datum::new("ballot_choice", row.said()),
        });
        let place = crate::commands::cast_ballot::place(row.proposal_id, row.member_id);
        if let Some(reason) = &row.reason {
            told.push(Datum::new("ballot_reason", key.open_text(&place, reason)?));
            told.push(Datum::new("ballot_unsigned", yes_or_no(row.unsigned)));
        }
        told.push(Datum::new("ballot_changed", yes_or_no(row.changed)));
        told.push(Datum::new("ballot_at", row.cast_at));
        told.push(Datum::new("ballot_by_phone", yes_or_no(row.recorded_by.is_some())));
        Ok(told)
    };
    rows.into_iter().map(told).collect()
}

/// What she put in the way of proposals.
async fn raised(scope: &Scope<'_>, member: MemberId, titles: &Titles) -> Result<Vec<Vec<Datum>>, Broken> {
    use objection::Column;
    let rows =
        scope.find::<objection::Entity>().filter(Column::MemberId.eq(member)).ascending(Column::Id).all().await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let key = sealed::key_of(scope, member).await?;
    let told = |row: objection::Model| {
        let mut told = of(titles.get(&row.proposal_id).cloned().unwrap_or_default());
        let standing = Message::new(match row.state {
            Standing::Raised => "data-objection-raised",
            Standing::Integrated => "data-objection-integrated",
            Standing::Withdrawn => "data-objection-withdrawn",
        });
        told.push(Datum::new("objection_state", standing));
        told.extend(row.noted_by.map(|_| Datum::new("objection_by_phone", yes_or_no(true))));
        if let Some(words) = &row.words {
            told.push(Datum::new("objection_words", key.open_text(&objections::place(row.id), words)?));
        }
        Ok(told)
    };
    rows.into_iter().map(told).collect()
}

/// The proposals of which she supports a block.
async fn supported(scope: &Scope<'_>, member: MemberId, titles: &Titles) -> Result<Vec<Vec<Datum>>, Broken> {
    use objection_support::Column;
    let hers = scope.find::<objection_support::Entity>().filter(Column::MemberId.eq(member)).all().await?;
    let blocks = hers.into_iter().map(|row| row.objection_id);
    let blocks = scope.find::<objection::Entity>().filter(objection::Column::Id.is_in(blocks)).all().await?;
    Ok(blocks.into_iter().filter_map(|row| titles.get(&row.proposal_id).cloned()).map(of).collect())
}

/// The lists of voters she stands on.
async fn rolls(scope: &Scope<'_>, member: MemberId, titles: &Titles) -> Result<Vec<Vec<Datum>>, Broken> {
    let rows = scope.find::<roll::Entity>().filter(roll::Column::MemberId.eq(member)).all().await?.into_iter();
    let names = people::names(scope).await?;
    let told = |row: roll::Model| {
        let mut told = of(titles.get(&row.proposal_id).cloned()?);
        told.extend(row.voted.map(|voted| Datum::new("roll_voted", yes_or_no(voted))));
        told.extend(row.on_paper.then(|| Datum::new("roll_on_paper", yes_or_no(true))));
        let helper = row.helped_by.and_then(|helper| names.of(helper));
        told.extend(helper.map(|name| Datum::new("roll_helper", name.to_owned())));
        Some(told)
    };
    Ok(rows.filter_map(told).collect())
}

/// The votes that she noted by telephone for somebody else: which, and not what was said.
async fn phone_votes(scope: &Scope<'_>, member: MemberId, titles: &Titles) -> Result<Vec<Vec<Datum>>, Broken> {
    let rows = scope.find::<ballot::Entity>().filter(ballot::Column::RecordedBy.eq(member)).all().await?.into_iter();
    let noted = rows.map(|row| row.proposal_id).collect::<Vec<_>>();
    // Of the round before, an objection is kept, and the ballot is not.
    let raised =
        scope.find::<objection::Entity>().filter(objection::Column::NotedBy.eq(member)).all().await?.into_iter();
    let raised = raised.map(|row| row.proposal_id).filter(|id| !noted.contains(id)).collect::<BTreeSet<_>>();
    Ok(noted.iter().chain(&raised).filter_map(|id| titles.get(id).cloned()).map(of).collect())
}

/// The votes in which somebody named her to help with a ballot of paper: which, and not what was written.
async fn paper_helped(scope: &Scope<'_>, member: MemberId, titles: &Titles) -> Result<Vec<Vec<Datum>>, Broken> {
    let rows = scope.find::<roll::Entity>().filter(roll::Column::HelpedBy.eq(member)).all().await?.into_iter();
    Ok(rows.filter_map(|row| titles.get(&row.proposal_id).cloned()).map(of).collect())
}

/// The votes whose paper she counted, and is waiting for somebody else to count.
async fn paper_tallies(scope: &Scope<'_>, member: MemberId, titles: &Titles) -> Result<Vec<Vec<Datum>>, Broken> {
    use paper_tally::Column;
    let rows = scope.find::<paper_tally::Entity>().filter(Column::MemberId.eq(member)).all().await?.into_iter();
    Ok(rows.filter_map(|row| titles.get(&row.proposal_id).cloned()).map(of).collect())
}

/// The lists of voters that she read.
async fn rolls_read(scope: &Scope<'_>, member: MemberId, titles: &Titles) -> Result<Vec<Vec<Datum>>, Broken> {
    let rows =
        scope.find::<roll_read::Entity>().filter(roll_read::Column::MemberId.eq(member)).all().await?.into_iter();
    let told = |row: roll_read::Model| {
        let mut told = of(titles.get(&row.proposal_id).cloned()?);
        told.push(Datum::new("roll_read_on", row.day));
        Some(told)
    };
    Ok(rows.filter_map(told).collect())
}

/// The draws that she opened.
async fn draws_opened(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Vec<Datum>>, Broken> {
    let rows = scope.find::<draw::Entity>().filter(draw::Column::OpenedBy.eq(member)).all().await?.into_iter();
    Ok(rows.map(of_draw).collect())
}

/// The draws in which her name is, or was when she gave her place to the next.
async fn draws_entered(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Vec<Datum>>, Broken> {
    let hers = scope.find::<draw_entry::Entity>().filter(draw_entry::Column::MemberId.eq(member)).all().await?;
    let ids: Vec<DrawId> = hers.into_iter().map(|row| row.draw_id).collect();
    let rows = scope.find::<draw::Entity>().filter(draw::Column::Id.is_in(ids)).all().await?.into_iter();
    Ok(rows.map(of_draw).collect())
}

/// What her dice showed, until somebody else throws too.
async fn dice_thrown(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Vec<Datum>>, Broken> {
    let mut told = Vec::new();
    for row in scope.find::<draw_dice::Entity>().filter(draw_dice::Column::MemberId.eq(member)).all().await? {
        if let Some(about) = scope.find::<draw::Entity>().filter(draw::Column::Id.eq(row.draw_id)).one().await? {
            let mut one = of_draw(about);
            one.push(Datum::new("draw_dice_showed", row.dice));
            told.push(one);
        }
    }
    Ok(told)
}

fn of_draw(row: draw::Model) -> Vec<Datum> {
    vec![Datum::new("draw_title", row.title), Datum::new("draw_opened_at", row.opened_at)]
}

/// The open secret votes with a ballot of hers in the urn. What it says, nobody can read, not she either.
async fn secret_ballots(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Vec<Datum>>, Broken> {
    use proposal::Column;
    let open = scope.find::<proposal::Entity>().filter(Column::State.eq(State::Voting)).filter(Column::Secret.eq(true));
    let mut told = Vec::new();
    for row in open.ascending(Column::Number).all().await? {
        if !urn::who_voted(scope, row.id, [member]).await?.is_empty() {
            told.push(of((row.number, row.title)));
        }
    }
    Ok(told)
}

async fn secrecy_asked(scope: &Scope<'_>, member: MemberId, titles: &Titles) -> Result<Vec<Vec<Datum>>, Broken> {
    let rows = scope.find::<asked::Entity>().filter(asked::Column::MemberId.eq(member)).all().await?.into_iter();
    Ok(rows.filter_map(|row| titles.get(&row.proposal_id).cloned()).map(of).collect())
}

async fn extension_asked(scope: &Scope<'_>, member: MemberId, titles: &Titles) -> Result<Vec<Vec<Datum>>, Broken> {
    let rows = scope.find::<time_asked::Entity>().filter(time_asked::Column::MemberId.eq(member)).all().await?;
    Ok(rows.into_iter().filter_map(|row| titles.get(&row.proposal_id).cloned()).map(of).collect())
}

/// What she says in open elections without candidates, and what came of those that concern her. Once one is over, nothing
/// of what was said is there to be told.
async fn elections(scope: &Scope<'_>, member: MemberId, titles: &Titles) -> Result<Vec<Section>, Broken> {
    let about = |id: ProposalId| titles.get(&id).cloned().map(of).unwrap_or_default();
    let key = sealed::key_of(scope, member).await?;
    let mut named = Vec::new();
    let hers = scope.find::<nomination::Entity>().filter(nomination::Column::MemberId.eq(member));
    let names = people::names(scope).await?;
    for row in hers.all().await? {
        let election::Whom { person, why, .. } = election::whom(&key, &row)?;
        let mut told = about(row.proposal_id);
        told.extend(names.of(person).map(|name| Datum::new("named_person", name.to_owned())));
        told.push(Datum::new("named_why", why));
        named.push(told);
    }
    let mut answered = Vec::new();
    let hers = scope.find::<election_answer::Entity>().filter(election_answer::Column::MemberId.eq(member));
    for row in hers.all().await? {
        let mut told = about(row.proposal_id);
        told.push(Datum::new("election_said", Message::keyed(format!("election-answer-{}", row.word.word()))));
        if let Some(words) = &row.words {
            let words = key.open_text(&election::place_of_answer(row.proposal_id, member), words)?;
            told.push(Datum::new("election_words", words));
        }
        answered.push(told);
    }
    let ready = scope.find::<election_ready::Entity>().filter(election_ready::Column::MemberId.eq(member));
    let ready = ready.all().await?.into_iter().map(|row| about(row.proposal_id)).collect();
    let closed = scope.find::<election_closed::Entity>().filter(election_closed::Column::MemberId.eq(member));
    let closed = closed.all().await?.into_iter().map(|row| about(row.proposal_id)).collect();
    let put = election_table::Column::Person.eq(member).or(election_table::Column::PutBy.eq(member));
    let put = scope.find::<election_table::Entity>().filter(put).all().await?;
    let mut of_a_name = Vec::new();
    for row in put {
        let mut told = about(row.proposal_id);
        if let (Some(words), true) = (&row.words, row.put_by == Some(member)) {
            let words = key.open_text(&election::place_of_why(row.proposal_id), words)?;
            told.push(Datum::new("named_why", words));
        }
        of_a_name.push(told);
    }
    let wish = wish_of(scope, member).await?.map(|unwilling| vec![Datum::new("not_named", yes_or_no(unwilling))]);
    Ok(vec![
        Section::new("nominations", named),
        Section::new("election_answers", answered),
        Section::new("election_ready", ready),
        Section::new("names_closed", closed),
        Section::new("elections", of_a_name),
        Section::new("naming_wish", wish.into_iter().collect()),
    ])
}
