//! Asking to join: with one required field, a name to be called by (`domain A3`, `mutual-aid` M1).
//!
//! Whoever asks gets a link and four words, derived from the application's id as those of an invitation are. With
//! them she reads where it stands, takes it back, and comes in once the group admitted her. Nobody is told whether
//! a name is known here.

use crate::ApplicationId;
use crate::admission::{AdmitTogether, Applicant, sign_if_may};
use crate::commands::confirm::Confirmed;
use crate::commands::secret::fingerprint;
use crate::commands::{checked_name, name_is_free};
use crate::entities::{application, invitation};
use crate::joint::{Joints, drop_waiting};
use crate::powers::{EnterPaper, Permit};
use crate::queries::applications::{self, Answered, place, row_opened_by, way_back, words_index};
use crate::queries::charter;
use crate::queries::invitations::opened_by;
use crate::rules::admission::{Act, Application, Waiting};
use chrono::Duration;
use commons::area::{Erased, Kept, Then, Until};
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No, Problem};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use uuid::Uuid;

/// Most characters of one answer, or of what an allied person says of herself.
pub const LONGEST: usize = 600;
/// Applications that wait at once in a group. Beyond, something else than people is asking.
pub const MOST_WAITING: u64 = 100;
/// Days after which an application that nobody answered is erased.
const FORGOTTEN_AFTER_DAYS: u32 = 90;

/// What an application keeps.
const COLUMNS: &[&str] = &[
    "id",
    "token",
    "words",
    "state",
    "name",
    "told",
    "described",
    "said",
    "as_ally",
    "on_paper_by",
    "asked_at",
    "signed_by",
    "decided_at",
    "good_until",
    "entered_at",
];
/// The fields of the answers, in the order of the questions.
pub const ANSWERS: [&str; crate::rules::charter::MOST_QUESTIONS] =
    ["answer_1", "answer_2", "answer_3", "answer_4", "answer_5", "answer_6", "answer_7", "answer_8"];

/// What applications keep: answered, for as long as the answer may be read or a place taken; otherwise until nobody
/// answers any more.
pub(crate) const KEPT: &[Kept] = &[
    Kept { table: "application", columns: COLUMNS, name: "applications", until: Until::Days(31), then: Then::Erased },
    Kept {
        table: "application",
        columns: COLUMNS,
        name: "applications_waiting",
        until: Until::Days(FORGOTTEN_AFTER_DAYS),
        then: Then::Erased,
    },
];

/// What somebody who asks typed.
#[derive(Clone, Debug, Default)]
pub struct Asking {
    /// What she wants to be called: the one thing required.
    pub name: String,
    /// Her answers, in the order of the questions; empty ones are answers too.
    pub answers: Vec<String>,
    /// Whether she asks to come as an allied person.
    pub as_ally: bool,
    /// How she describes what she does, as an allied person.
    pub described: String,
    /// The link or the words of an invitation; empty for none.
    pub invitation: String,
    /// The form: sent twice, it asks once. Empty for none.
    pub sending: String,
}

/// Asks to join. Whoever brought her with an invitation signs first, when she may.
///
/// # Errors
/// What to correct, or that the invitation is no longer good.
pub async fn ask(tx: &Tx<'_>, joints: &Joints, asking: &Asking) -> Result<ApplicationId, No> {
    let id = id_of(tx, &asking.sending);
    if applications::row(tx, id).await?.is_some() {
        return Ok(id);
    }
    let invited = if asking.invitation.is_empty() {
        None
    } else {
        let invited = opened_by(tx, &asking.invitation).await?.filter(|invited| invited.member.is_none());
        Some(invited.ok_or_else(|| No::Expired(Message::new("join-gone")))?)
    };
    keep(tx, id, asking, None).await?;
    if let Some(invited) = invited {
        let used = tx.change::<invitation::Entity>().filter(invitation::Column::Id.eq(invited.id));
        used.set(invitation::Column::Used, true).go().await?;
        sign_if_may(tx, joints, invited.made_by, id).await?;
    }
    Ok(id)
}

/// Writes down the sheet that somebody signed. Whoever writes it down signs first, so she typed her passphrase.
///
/// # Errors
/// What to correct: here a name that is taken is said, to a member.
pub async fn ask_on_paper(
    tx: &Tx<'_>,
    permit: Permit<EnterPaper>,
    joints: &Joints,
    confirmed: Confirmed,
    asking: &Asking,
) -> Result<ApplicationId, No> {
    confirmed.still_holds(tx, permit.by()).await?;
    let name = checked_name("name", &asking.name).map_err(|problem| No::Invalid(vec![problem]))?;
    if !name_is_free(tx, &name, None).await? {
        return Err(No::field("name", Message::new("name-taken")));
    }
    let id = id_of(tx, "");
    keep(tx, id, asking, Some(permit.by())).await?;
    sign_if_may(tx, joints, permit.by(), id).await?;
    Ok(id)
}

/// One form makes one id, without a table of forms. It says nothing of the time it was made.
fn id_of(tx: &Tx<'_>, sending: &str) -> ApplicationId {
    let bytes = if sending.is_empty() {
        rand::random()
    } else {
        let [bytes @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] =
            tx.keyring().derive(&format!("asking/{}/{sending}", tx.group()));
        bytes
    };
    ApplicationId(uuid::Builder::from_random_bytes(bytes).into_uuid())
}

async fn keep(tx: &Tx<'_>, id: ApplicationId, asking: &Asking, on_paper_by: Option<MemberId>) -> Result<(), No> {
    let name = checked(asking)?;
    forget_old(tx).await?;
    let waiting = tx.find::<application::Entity>().filter(application::Column::State.eq(Application::Asked));
    if waiting.count().await? >= MOST_WAITING {
        return Err(No::TooMany(Message::new("ask-too-many")));
    }
    let charter = charter::charter(tx).await?;
    let answers = charter.ask_questions().into_iter().zip(&asking.answers);
    let answers: Vec<Answered> = answers
        .map(|(question, answer)| Answered { question: question.to_owned(), answer: answer.trim().to_owned() })
        .filter(|one| !one.answer.is_empty())
        .collect();
    let (key, way) = (tx.keyring().group_key(tx.group()), way_back(tx.keyring(), tx.group(), id));
    let seal = |column: &str, text: &str| key.seal(&place(id, column), text.as_bytes());
    let row = application::ActiveModel {
        id: Set(id),
        token: Set(fingerprint(&way.token)),
        words: Set(words_index(tx, &way.words)),
        state: Set(Application::Asked),
        name: Set(Some(seal("name", &name)?)),
        told: Set(Some(seal("told", &serde_json::to_string(&answers).map_err(Broken::stored)?)?)),
        described: Set(if asking.as_ally { Some(seal("described", asking.described.trim())?) } else { None }),
        said: Set(None),
        as_ally: Set(asking.as_ally),
        on_paper_by: Set(on_paper_by),
        asked_at: Set(tx.now()),
        signed_by: Set(String::new()),
        decided_at: Set(None),
        good_until: Set(None),
        entered_at: Set(None),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}

/// Everything there is to correct, all at once.
fn checked(asking: &Asking) -> Result<String, No> {
    let long = |(field, text): (&'static str, &String)| {
        let over = text.trim().chars().count().saturating_sub(LONGEST);
        (over > 0).then(|| Problem::new(field, Message::new("too-long").with("over", over)))
    };
    let fields = ANSWERS.into_iter().zip(&asking.answers).chain([("described", &asking.described)]);
    let others: Vec<Problem> = fields.filter_map(long).collect();
    match checked_name("name", &asking.name) {
        Ok(name) if others.is_empty() => Ok(name),
        Ok(_) => Err(No::Invalid(others)),
        Err(problem) => Err(No::Invalid([vec![problem], others].concat())),
    }
}

/// Takes one's own asking back, without a reason: nothing of it is left here.
///
/// # Errors
/// When the link opens nothing, or the group decided already.
pub async fn withdraw(tx: &Tx<'_>, link_or_words: &str) -> Result<(), No> {
    let row = row_opened_by(tx, link_or_words).await?.ok_or(No::NotFound)?;
    let waiting = Waiting::of(row.asked_at, tx.now());
    row.state.step(Act::Withdraw, waiting).map_err(|_| No::conflict("ask-decided-already"))?;
    drop_waiting(tx, AdmitTogether::KIND, &Applicant { application: row.id }.details()?).await?;
    tx.delete::<application::Entity>().filter(application::Column::Id.eq(row.id)).go().await?;
    Ok(())
}

/// Forgets places that nobody took, answers that were there to read for a month, admissions that no brake counts
/// any more, and what nobody answered.
///
/// # Errors
/// When the store fails.
pub async fn forget_old(tx: &Tx<'_>) -> Result<u64, Broken> {
    use application::Column;
    let now = tx.now();
    let unanswered = now - Duration::days(FORGOTTEN_AFTER_DAYS.into());
    let over = sea_orm::Condition::any()
        .add(sea_orm::Condition::all().add(Column::EnteredAt.is_null()).add(Column::GoodUntil.lte(now)))
        .add(Column::EnteredAt.lte(now - crate::rules::admission::WINDOW))
        .add(sea_orm::Condition::all().add(Column::GoodUntil.is_null()).add(Column::AskedAt.lte(unanswered)));
    let rows = tx.find::<application::Entity>().filter(over).all().await?;
    let ids: Vec<ApplicationId> = rows.into_iter().map(|row| row.id).collect();
    Ok(tx.delete::<application::Entity>().filter(Column::Id.is_in(ids)).go().await?)
}

/// Somebody who leaves is no longer named as having written down a sheet.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
    use application::Column;
    let hers = tx.change::<application::Entity>().filter(Column::OnPaperBy.eq(member));
    let hers = hers.filter(Column::State.ne(Application::Asked));
    let nobody: Option<Uuid> = None;
    Ok(vec![Erased { table: "application", rows: hers.set(Column::OnPaperBy, nobody).go().await? }])
}
