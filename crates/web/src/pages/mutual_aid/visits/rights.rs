//! The card of rights: a text that the group keeps in each language, with the day on which it was checked.

use crate::kit::{Lang, Page, PageError, PageResult, Tab};
use crate::pages::visit::{May, Member};
use ::mutual_aid::commands::visits::rights::write;
use ::mutual_aid::powers::KeepRightsCard;
use ::mutual_aid::queries::visits::rights::{LANGUAGES, card};
use actix_web::web::Path;
use chrono::NaiveDate;
use commons::clock::local_day;
use commons::db::Tx;
use commons::refusal::{Message, No};
use serde::{Deserialize, Serialize};
use tera::context;

#[derive(Serialize)]
struct CardShown {
    language: &'static str,
    /// Paragraphs, as they were typed.
    words: Vec<String>,
    /// Paragraphs of the model, as long as the group wrote none.
    model: Vec<String>,
    reviewed_on: Option<NaiveDate>,
    is_old: bool,
}

pub(super) async fn show(member: Member) -> PageResult {
    let scope = member.read();
    let mut cards = Vec::new();
    for language in LANGUAGES {
        let kept = card(&scope, language).await?;
        cards.push(CardShown {
            language,
            model: if kept.is_none() { model(&member.page, language)? } else { Vec::new() },
            words: kept
                .as_ref()
                .map(|kept| kept.words.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect())
                .unwrap_or_default(),
            reviewed_on: kept.as_ref().map(|kept| kept.reviewed_on),
            is_old: kept.as_ref().is_some_and(|kept| kept.is_old),
        });
    }
    drop(scope);
    let context = context! { cards => &cards, may => &member.standing.is_member() };
    member.into_page().at(Tab::Visit).render("mutual-aid/visits/rights.html", context)
}

/// The model that comes with the product, in its own language: what the law says, for somebody who knows it to check.
fn model(page: &Page, language: &str) -> Result<Vec<String>, PageError> {
    let lang = if language == "en" { Lang::En } else { Lang::Fr };
    let (words, place) = (page.words_in(lang)?, page.place_in(lang));
    MODEL.into_iter().map(|key| words.plain(key, place).map_err(PageError::broken)).collect()
}

/// The paragraphs of the model.
const MODEL: [&str; 6] = [
    "rights-model-free",
    "rights-model-limit",
    "rights-model-never",
    "rights-model-visits",
    "rights-model-ask",
    "rights-model-source",
];

pub(super) async fn edit(member: Member, at: Path<(String, String)>) -> PageResult {
    form(member, &at.1).await
}

async fn form(member: Member, language: &str) -> PageResult {
    let language = LANGUAGES.into_iter().find(|one| *one == language).ok_or(No::NotFound)?;
    let scope = member.read();
    let (kept, now) = (card(&scope, language).await?, scope.now());
    drop(scope);
    let today = local_day(member.charter.zone(), now);
    let words = match &kept {
        Some(kept) => kept.words.clone(),
        None => model(&member.page, language)?.join("\n\n"),
    };
    let context = context! {
        language => &language, words => &words,
        reviewed_on => &kept.map(|kept| kept.reviewed_on.to_string()).unwrap_or_default(), today => &today.to_string(),
        action => &member.at(&format!("/visit/rights/{language}")), back => &member.at("/visit/rights"),
    };
    member.into_page().at(Tab::Visit).render("mutual-aid/visits/rights-edit.html", context)
}

/// The card, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    words: String,
    reviewed_on: String,
}

pub(super) async fn written(may: May<KeepRightsCard, Typed>, at: Path<(String, String)>) -> PageResult {
    let language = at.1.clone();
    let done = may.act(async |tx: &Tx<'_>, permit| {
        let day = may.form.reviewed_on.trim().parse::<NaiveDate>();
        let day = day.map_err(|_| No::field("reviewed_on", Message::new("form-write-date")))?;
        write(tx, permit, &language, &may.form.words, day).await?;
        Ok(may.at("/visit/rights"))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-rights")),
        Err(no) => form(may.again(no)?, &language).await,
    }
}
