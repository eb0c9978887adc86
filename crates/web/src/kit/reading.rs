//! Language and reading preferences, open to everyone, signed in or not.

use super::cookies::{Lasts, Use};
use super::error::{Kind, PageError, PageResult};
use super::form::Form;
use super::look::Look;
use super::page::{Page, is_own_path};
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use tera::context;

/// The form of the footer.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Language {
    lang: String,
    back: String,
}

/// `POST /language`.
///
/// # Errors
/// When the language is none of ours.
pub async fn choose_language(page: Page, form: Form<Language>) -> PageResult {
    match form.lang.as_str() {
        "fr" | "en" => Ok(keeping(&page, &form.back, Use::Language, form.lang.clone())),
        _ => Err(PageError::new(Kind::Invalid)),
    }
}

/// Where to go back to, in the address of the preferences' page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Back {
    back: String,
}

/// `GET /look`: the page of reading preferences.
///
/// # Errors
/// When the page cannot be made.
pub async fn show_look(page: Page, back: web::Query<Back>) -> PageResult {
    let back = if is_own_path(&back.back) { back.back.as_str() } else { "/" };
    page.render("parts/look.html", context! { back => back })
}

/// The preferences' form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Preferences {
    theme: String,
    contrast: String,
    text: String,
    space: String,
    font: String,
    back: String,
}

/// `POST /look`.
///
/// # Errors
/// Never by itself: words it does not know are left out.
pub async fn choose_look(page: Page, form: Form<Preferences>) -> PageResult {
    let words = [&form.theme, &form.contrast, &form.text, &form.space, &form.font];
    let look = Look::read(words.into_iter().map(String::as_str));
    Ok(keeping(&page, &form.back, Use::Look, look.to_cookie()))
}

fn keeping(page: &Page, back: &str, kind: Use, value: String) -> HttpResponse {
    let cookies = page.app().cookies;
    let cookie = if value.is_empty() { cookies.remove(kind) } else { cookies.set(kind, value, Lasts::YEAR) };
    let mut answer = page.go(back);
    if let Err(error) = answer.add_cookie(&cookie) {
        tracing::error!(%error, "a cookie could not be set");
    }
    answer
}
