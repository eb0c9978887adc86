//! Founding a group: two or more people name it, list who is already in it, settle its first charter and sign.
//!
//! What they type is kept sealed under the founding link until everybody has signed; then the group is
//! made in one transaction, and the link opens nothing more. Whoever runs the machine hands out the
//! link and gets nothing by it: only those who sign are members.

use crate::commands::{NewMember, add_member, checked_email, checked_name, checked_passphrase, secret};
use crate::entities::{charter_rule, founding};
use crate::rules::charter::{Chapter, Charter, RULES, trial_day};
use crate::rules::names::{Looks, looks, tidy};
use chrono::{Duration, NaiveDate};
use commons::clock::{Time, local_day};
use commons::db::{Db, Tx};
use commons::groups::{self, NewGroup};
use commons::ids::{GroupId, MemberId};
use commons::refusal::{Broken, Message, No, Problem};
use commons::register;
use commons::register::words::{fold_words, random_words};
use commons::sealed::Key;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How long a founding link is good.
pub const GOOD_FOR: Duration = Duration::days(30);
/// Fewest people who sign.
pub const FEWEST_FOUNDERS: usize = 2;
/// Most people on the founding list: groups have 3 to 500 members.
pub const MOST_PEOPLE: usize = 500;
/// Months before the group is asked again whether to keep this tool (`domain E7`, `domain` 2.16).
const TRIAL_MONTHS: u32 = 3;

/// What the founders have settled so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Rules of the charter, by name, in their one form.
    pub charter: BTreeMap<String, String>,
    /// Who founds.
    pub founders: Vec<Founder>,
    /// Who is in the group already.
    pub people: Vec<String>,
    /// What came of it, once founded. Everything else is then forgotten.
    #[serde(default)]
    pub founded: Option<Founded>,
}

/// Somebody who founds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Founder {
    /// What she is called.
    pub name: String,
    /// Her signature.
    pub signed: Option<Signature>,
}

/// A signature is a way in of her own: nobody can sign for somebody else and enter as her later.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// Hash of her passphrase.
    pub passphrase: String,
    /// Her address, if she gave one.
    pub email: Option<String>,
}

impl Draft {
    /// The charter as it would stand.
    pub fn charter(&self) -> Charter {
        Charter::of(self.charter.clone())
    }

    /// Whether everybody who founds has signed, and they are enough.
    pub fn is_signed(&self) -> bool {
        self.founders.len() >= FEWEST_FOUNDERS && self.founders.iter().all(|founder| founder.signed.is_some())
    }

    /// Whether somebody has signed: what she signed no longer changes under her.
    pub fn has_signature(&self) -> bool {
        self.founders.iter().any(|founder| founder.signed.is_some())
    }
}

/// Makes a founding link, and returns its last part.
///
/// # Errors
/// When the store fails.
pub async fn make_link(db: &Db) -> Result<String, Broken> {
    let token = secret::token();
    db.write_outside(async |tx: &Tx<'_>| {
        tx.delete_outside::<founding::Entity>().filter(founding::Column::ExpiresAt.lte(tx.now())).go().await?;
        let row = founding::ActiveModel {
            token: Set(secret::fingerprint(&token)),
            expires_at: Set(tx.now() + GOOD_FOR),
            draft: Set(None),
        };
        Ok::<_, Broken>(tx.insert_outside(row).await?)
    })
    .await?;
    Ok(token)
}

/// What the founders have settled so far under this link.
///
/// # Errors
/// When the link is used, too old, or never was.
pub async fn draft(db: &Db, token: &str) -> Result<Draft, No> {
    let scope = db.read_outside();
    let row = scope.find_outside::<founding::Entity>().filter(founding::Column::Token.eq(secret::fingerprint(token)));
    let row = row.filter(founding::Column::ExpiresAt.gt(scope.now())).one().await?.ok_or_else(gone)?;
    unsealed(db, &row)
}

fn gone() -> No {
    No::Expired(Message::new("found-link-gone"))
}

fn drafts_key(db: &Db) -> Key {
    db.keyring().group_key(GroupId(uuid::Uuid::nil()))
}

fn unsealed(db: &Db, row: &founding::Model) -> Result<Draft, No> {
    let Some(sealed) = &row.draft else {
        return Ok(Draft::default());
    };
    let text = drafts_key(db).open(&place(&row.token), sealed)?;
    Ok(serde_json::from_slice(&text).map_err(Broken::stored)?)
}

fn place(token: &[u8]) -> String {
    format!("founding/{}", hex::encode(token))
}

async fn change(db: &Db, token: &str, work: impl AsyncFnOnce(&mut Draft, Time) -> Result<(), No>) -> Result<(), No> {
    db.write_outside(async |tx: &Tx<'_>| {
        let fingerprint = secret::fingerprint(token);
        let row =
            tx.find_outside::<founding::Entity>().filter(founding::Column::Token.eq(fingerprint.clone())).locked();
        let row = row.filter(founding::Column::ExpiresAt.gt(tx.now())).one().await?.ok_or_else(gone)?;
        let mut draft = unsealed(db, &row)?;
        if draft.founded.is_some() {
            return Err(No::conflict("found-already"));
        }
        work(&mut draft, tx.now()).await?;
        Ok(keep(tx, db, &fingerprint, &draft).await?)
    })
    .await
}

async fn keep(tx: &Tx<'_>, db: &Db, fingerprint: &[u8], draft: &Draft) -> Result<(), Broken> {
    let text = serde_json::to_vec(draft).map_err(Broken::stored)?;
    let sealed = drafts_key(db).seal(&place(fingerprint), &text)?;
    let mine = tx.change_outside::<founding::Entity>().filter(founding::Column::Token.eq(fingerprint.to_vec()));
    mine.set(founding::Column::Draft, Some(sealed)).go().await?;
    Ok(())
}

/// Settles rules of the charter. What is not among `typed` stays as it was.
///
/// # Errors
/// What to correct, or that somebody has signed already.
pub async fn settle_rules(db: &Db, token: &str, typed: &BTreeMap<String, String>) -> Result<(), No> {
    change(db, token, async |draft: &mut Draft, now: Time| {
        refuse_once_signed(draft)?;
        let mut problems = Vec::new();
        // In the order of the page, so that problems are said in it too.
        for (rule, value) in RULES.iter().filter_map(|rule| Some((rule, typed.get(rule.name)?))) {
            match rule.accept(value) {
                Ok(value) => {
                    draft.charter.insert(rule.name.to_owned(), value);
                }
                Err(message) => problems.push(Problem::new(rule.name, message)),
            }
        }
        problems.extend(trial_problem(&draft.charter(), now));
        if typed.contains_key(SECONDERS) {
            problems.extend(seconders_problem(draft));
        }
        if problems.is_empty() { Ok(()) } else { Err(No::Invalid(problems)) }
    })
    .await
}

/// The rule that the number of people bounds.
const SECONDERS: &str = "seconders";

/// Whoever proposes does not second: as many as there are others, at most. Nothing is said before people are
/// named.
fn seconders_problem(draft: &Draft) -> Option<Problem> {
    let count = u32::try_from(draft.founders.len() + draft.people.len()).unwrap_or(u32::MAX);
    let most = count.checked_sub(1).filter(|most| *most > 0 && draft.charter().seconders() > *most)?;
    let message = Message::new("found-seconders-most").with("count", count).with("most", most);
    Some(Problem::new(SECONDERS, message))
}

fn trial_problem(charter: &Charter, now: Time) -> Option<Problem> {
    let today = local_day(charter.zone(), now);
    trial_day(charter.trial_until()?, today).err().map(|message| Problem::new("trial_until", message))
}

/// The day when the group is asked again, unless the founders choose another.
pub fn usual_trial_end(charter: &Charter, now: Time) -> NaiveDate {
    local_day(charter.zone(), now) + chrono::Months::new(TRIAL_MONTHS)
}

/// Says who founds and who is in the group already, one name a line.
///
/// # Errors
/// What to correct, or that somebody has signed already.
pub async fn name_people(db: &Db, token: &str, founders: &str, people: &str) -> Result<(), No> {
    change(db, token, async |draft: &mut Draft, _| {
        refuse_once_signed(draft)?;
        let mut problems = Vec::new();
        let founders = names("founders", founders, &mut problems);
        let people = names("people", people, &mut problems);
        if founders.len() < FEWEST_FOUNDERS && problems.is_empty() {
            problems.push(Problem::new("founders", Message::new("found-two-at-least")));
        }
        if founders.len() + people.len() > MOST_PEOPLE {
            problems.push(Problem::new("people", Message::new("found-too-many").with("max", MOST_PEOPLE)));
        }
        problems.extend(twice(&founders, &people));
        if !problems.is_empty() {
            return Err(No::Invalid(problems));
        }
        draft.founders = founders.into_iter().map(|name| Founder { name, signed: None }).collect();
        draft.people = people;
        // Fewer people than when the charter was written: it is asked again, on the next page.
        if seconders_problem(draft).is_some() {
            draft.charter.remove(SECONDERS);
        }
        Ok(())
    })
    .await
}

fn names(field: &'static str, lines: &str, problems: &mut Vec<Problem>) -> Vec<String> {
    let mut names = Vec::new();
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        match checked_name(field, line) {
            Ok(name) => names.push(name),
            // One sentence for the field: a list of a hundred lines would help nobody.
            Err(problem) if problems.iter().all(|known| known.field != field) => problems.push(problem),
            Err(_) => {}
        }
    }
    names
}

fn twice(founders: &[String], people: &[String]) -> Option<Problem> {
    let mut seen: Vec<Looks> = Vec::new();
    let lists = [("founders", founders), ("people", people)];
    for (field, name) in lists.into_iter().flat_map(|(field, names)| names.iter().map(move |name| (field, name))) {
        let looks = looks(name);
        if seen.iter().any(|other| other.are_like(&looks)) {
            return Some(Problem::new(field, Message::new("found-name-twice").with("name", name.as_str())));
        }
        seen.push(looks);
    }
    None
}

fn refuse_once_signed(draft: &Draft) -> Result<(), No> {
    if draft.has_signature() { Err(No::conflict("found-signed-already")) } else { Ok(()) }
}

/// Takes every signature back, so that the founders can change what they settled.
///
/// # Errors
/// When the link is gone.
pub async fn unsign(db: &Db, token: &str) -> Result<(), No> {
    change(db, token, async |draft: &mut Draft, _| {
        draft.founders.iter_mut().for_each(|founder| founder.signed = None);
        Ok(())
    })
    .await
}

/// Signs the charter as one of the founders, with a passphrase of her own.
///
/// # Errors
/// What to correct, or that she has signed already.
pub async fn sign(db: &Db, token: &str, name: &str, passphrase: &str, email: &str) -> Result<(), No> {
    let (checked, email) = (checked_passphrase("passphrase", passphrase), checked_email("email", email));
    let (passphrase, email) = match (checked, email) {
        (Ok(Some(passphrase)), Ok(email)) => (passphrase, email),
        (Ok(None), email) => {
            let missing = Problem::new("passphrase", Message::new("passphrase-missing"));
            return Err(No::Invalid([Some(missing), email.err()].into_iter().flatten().collect()));
        }
        (passphrase, email) => {
            return Err(No::Invalid([passphrase.err(), email.err()].into_iter().flatten().collect()));
        }
    };
    let hash = secret::hash(&passphrase).await?;
    change(db, token, async |draft: &mut Draft, _| {
        if let Some(email) = &email
            && draft
                .founders
                .iter()
                .filter_map(|founder| founder.signed.as_ref()?.email.as_ref())
                .any(|taken| taken.eq_ignore_ascii_case(email))
        {
            return Err(No::field("email", Message::new("email-taken")));
        }
        let wanted = tidy(name).ok_or(No::NotFound)?;
        let founder = draft.founders.iter_mut().find(|founder| founder.name == wanted).ok_or(No::NotFound)?;
        if founder.signed.is_some() {
            return Err(No::conflict("found-she-signed"));
        }
        founder.signed = Some(Signature { passphrase: hash, email });
        Ok(())
    })
    .await
}

/// A group that has just been founded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Founded {
    /// The group.
    pub group: GroupId,
    /// Its word in addresses.
    pub slug: String,
    /// Who signed.
    pub founders: Vec<MemberId>,
    /// When the group is asked again whether to keep this tool.
    pub trial_until: NaiveDate,
}

/// Founds the group, and runs `then` in the same transaction: the first question to the group belongs to
/// another area, and the two open the register together or not at all. Asked twice, it founds once and
/// answers the same.
///
/// # Errors
/// When a signature or a name is missing, or the link is gone.
pub async fn found(
    db: &Db,
    token: &str,
    then: impl AsyncFnOnce(&Tx<'_>, &Founded) -> Result<(), No>,
) -> Result<Founded, No> {
    match found_once(db, token, then).await {
        Err(No::Conflict(message)) => draft(db, token).await?.founded.ok_or(No::Conflict(message)),
        outcome => outcome,
    }
}

async fn found_once(
    db: &Db,
    token: &str,
    then: impl AsyncFnOnce(&Tx<'_>, &Founded) -> Result<(), No>,
) -> Result<Founded, No> {
    let new = NewGroup { id: GroupId::new(), slug: free_slug(db).await? };
    let slug = new.slug.clone();
    db.found(new, async |tx: &Tx<'_>| {
        let fingerprint = secret::fingerprint(token);
        let row =
            tx.find_outside::<founding::Entity>().filter(founding::Column::Token.eq(fingerprint.clone())).locked();
        let row = row.filter(founding::Column::ExpiresAt.gt(tx.now())).one().await?.ok_or_else(gone)?;
        let mut draft = unsealed(db, &row)?;
        if draft.founded.is_some() {
            return Err(No::conflict("found-already"));
        }
        if !draft.is_signed() || draft.charter().name().is_empty() {
            return Err(No::conflict("found-not-signed"));
        }
        let trial_until = draft.charter().trial_until().unwrap_or_else(|| usual_trial_end(&draft.charter(), tx.now()));
        draft.charter.insert("trial_until".to_owned(), trial_until.to_string());
        let founders = seat(tx, &draft).await?;
        write_charter(tx, &draft, &founders).await?;
        let founded = Founded { group: tx.group(), slug, founders, trial_until };
        then(tx, &founded).await?;
        // Names, addresses and hashes typed for the founding are members' rows now, and nowhere else.
        let done = Draft { founded: Some(founded.clone()), ..Draft::default() };
        keep(tx, db, &fingerprint, &done).await?;
        Ok(founded)
    })
    .await
}

/// A neutral word for addresses: the group's name would tell a passer-by too much.
async fn free_slug(db: &Db) -> Result<String, Broken> {
    loop {
        let slug = fold_words(&random_words(2, &mut rand::rng()).join(" ")).replace(' ', "-");
        if groups::named(db, &slug).await?.is_none() {
            return Ok(slug);
        }
    }
}

/// Everybody on the founding list votes from the first day: they are the group (ruling 11).
async fn seat(tx: &Tx<'_>, draft: &Draft) -> Result<Vec<MemberId>, No> {
    let mut founders = Vec::with_capacity(draft.founders.len());
    for founder in &draft.founders {
        let signature = founder.signed.clone().unwrap_or_default();
        let new = NewMember {
            name: founder.name.clone(),
            email: signature.email,
            passphrase: Some(signature.passphrase),
            described: None,
        };
        founders.push(add_member(tx, new, tx.now()).await?);
    }
    for name in &draft.people {
        add_member(tx, NewMember { name: name.clone(), ..Default::default() }, tx.now()).await?;
    }
    Ok(founders)
}

async fn write_charter(tx: &Tx<'_>, draft: &Draft, founders: &[MemberId]) -> Result<(), No> {
    let charter = draft.charter();
    let rules: BTreeMap<&str, &str> = RULES.iter().map(|rule| (rule.name, charter.text(rule.name))).collect();
    let body = serde_json::json!({ "charter": rules, "members": draft.founders.len() + draft.people.len() });
    let about = Some(tx.group().to_string());
    let seq =
        register::append(tx, register::New { kind: register::kinds::FOUNDED, actors: founders, about, body }).await?;
    let rows = rules.into_iter().map(|(name, value)| charter_rule::ActiveModel {
        rule: Set(name.to_owned()),
        since_seq: Set(seq),
        value: Set(value.to_owned()),
        since: Set(tx.now()),
        until: Set(None),
        ..Default::default()
    });
    Ok(tx.insert_many(rows).await?)
}

/// The rules that the founders settle on the page about the group.
pub fn rules_of(chapter: Chapter) -> impl Iterator<Item = &'static crate::rules::charter::Rule> {
    RULES.iter().filter(move |rule| rule.chapter == chapter)
}
