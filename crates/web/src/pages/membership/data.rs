//! "My data": everything that is kept about oneself, on one page to read or print, and as a file to take along.

use crate::kit::{Page, PageError, PageResult, Tab};
use crate::pages::decisions::words::say;
use crate::pages::visit::{Member, Oneself};
use actix_web::HttpResponse;
use actix_web::http::header::{self, HeaderValue};
use commons::area::{Datum, Section};
use commons::refusal::{Arg, Broken, Message};
use membership::queries::recovery;
use membership::rules::recovery::Barred;
use serde::Serialize;
use serde_json::{Value, json};
use tera::context;

#[derive(Debug, Serialize)]
struct Shown {
    name: &'static str,
    title: Message,
    rows: Vec<Vec<Pair>>,
}

#[derive(Debug, Serialize)]
struct Pair {
    label: Message,
    value: String,
    /// Somebody's own words, in the language of the group.
    is_text: bool,
}

fn called(name: &str) -> Message {
    Message::keyed(format!("data-{}", name.replace('_', "-")))
}

/// One value, as she reads it.
fn told(page: &Page, value: &Arg) -> Result<String, PageError> {
    let (words, place) = (page.words()?, page.place());
    Ok(match value {
        Arg::Text(text) => text.clone(),
        Arg::Number(number) => number.to_string(),
        Arg::Time(at) => words.day_time(*at, place.zone, true)?,
        Arg::Date(day) => words.day(*day, true)?,
        Arg::Message(message) => words.say(message, place)?,
    })
}

async fn sections(member: &Member) -> Result<Vec<Section>, PageError> {
    Ok(member.site.areas.everything_about(&member.read(), member.id).await?)
}

fn shown(page: &Page, sections: &[Section]) -> Result<(Vec<Shown>, Vec<Message>), PageError> {
    let pair = |datum: &Datum| {
        let (value, is_text) = (told(page, &datum.value)?, matches!(datum.value, Arg::Text(_)));
        Ok::<_, PageError>(Pair { label: called(datum.name), value, is_text })
    };
    let (mut full, mut empty) = (Vec::new(), Vec::new());
    for section in sections {
        let rows = section.rows.iter().map(|row| row.iter().map(pair).collect()).collect::<Result<Vec<_>, _>>()?;
        if rows.is_empty() {
            empty.push(called(section.name));
        } else {
            full.push(Shown { name: section.name, title: called(section.name), rows });
        }
    }
    Ok((full, empty))
}

async fn show(member: Member, template: &str) -> PageResult {
    let (full, empty) = shown(&member.page, &sections(&member).await?)?;
    let empty = empty.iter().map(|name| say(&member.page, name)).collect::<Result<Vec<_>, _>>()?.join(", ");
    let context = context! { sections => &full, empty => &empty, name => member.charter.name() };
    member.into_page().at(Tab::Me).render(template, context)
}

/// Everything about her, on one page.
pub(super) async fn data(Oneself(member): Oneself) -> PageResult {
    show(member, "membership/data.html").await
}

/// What leaves with a file waits while a place that was given back is convalescent (`reliability D6`); the page does
/// not.
async fn may_take_along(member: &Member) -> Result<(), PageError> {
    Ok(recovery::refuse_barred(&member.read(), member.id, Barred::Export).await?)
}

/// The same as a page of its own, to keep and read without this site.
pub(super) async fn html(Oneself(member): Oneself) -> PageResult {
    may_take_along(&member).await?;
    let mut answer = show(member, "membership/data-file.html").await?;
    to_keep(&mut answer, "attachment; filename=\"parpour.html\"");
    Ok(answer)
}

/// The same for another program (Quebec, s. 27 of the Act; GDPR art. 20).
pub(super) async fn json(Oneself(member): Oneself) -> PageResult {
    may_take_along(&member).await?;
    let page = &member.page;
    let value = |arg: &Arg| {
        Ok::<_, PageError>(match arg {
            Arg::Number(number) => json!(number),
            Arg::Time(at) => json!(at.to_rfc3339()),
            Arg::Date(day) => json!(day.to_string()),
            Arg::Text(_) | Arg::Message(_) => json!(told(page, arg)?),
        })
    };
    let mut all = serde_json::Map::new();
    for section in sections(&member).await? {
        let mut rows = Vec::with_capacity(section.rows.len());
        for row in &section.rows {
            let row = row.iter().map(|datum| Ok::<_, PageError>((datum.name.to_owned(), value(&datum.value)?)));
            rows.push(Value::Object(row.collect::<Result<_, _>>()?));
        }
        all.insert(section.name.to_owned(), Value::Array(rows));
    }
    let text = serde_json::to_string_pretty(&all).map_err(Broken::stored)?;
    let mut answer = HttpResponse::Ok().content_type("application/json; charset=utf-8").body(text);
    to_keep(&mut answer, "attachment; filename=\"parpour.json\"");
    Ok(answer)
}

/// The name of the file says nothing of the group nor of her.
fn to_keep(answer: &mut HttpResponse, disposition: &'static str) {
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static(disposition));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
}
