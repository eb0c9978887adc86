//! The quick exit, on every page (ruling 30): one button, no script, no question asked.

use super::cookies::Use;
use super::error::{OurPage, PageResult};
use super::form::is_foreign;
use super::page::Page;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use tera::context;

const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");

/// `POST /exit`: ends the session, forgets all cookies, and shows a page that looks like nothing in
/// particular while the browser opens the weather.
///
/// It never fails and asks for no token: leaving must work from a page that is hours old. A request
/// made by another site shows the same page and ends nothing.
pub async fn leave(page: Page, request: HttpRequest) -> HttpResponse {
    let to = page.app().exit_to.clone();
    let html = page.html("parts/exit.html", context! { exit_to => &to }).unwrap_or_default();
    let mut answer = HttpResponse::Ok();
    answer.content_type("text/html; charset=utf-8");
    if let Ok(refresh) = HeaderValue::from_str(&format!("0; url={to}")) {
        answer.insert_header((header::REFRESH, refresh));
    }
    if !is_foreign(&page, &request) {
        if let Some(token) = page.session() {
            page.app().sessions.end(token).await;
        }
        leave_nothing(&page, &mut answer);
    }
    let mut answer = answer.body(html);
    answer.extensions_mut().insert(OurPage);
    answer
}

/// The answer to whoever signs out: a page that stands alone, without files, forms or cookies, while the browser
/// forgets all it kept of this site.
///
/// # Errors
/// When the template lacks something.
pub fn gone(page: &Page, template: &str, context: tera::Context) -> PageResult {
    let html = page.html(template, context)?;
    let mut answer = HttpResponse::Ok();
    answer.content_type("text/html; charset=utf-8");
    leave_nothing(page, &mut answer);
    let mut answer = answer.body(html);
    answer.extensions_mut().insert(OurPage);
    Ok(answer)
}

/// The browser forgets all it kept of this site.
fn leave_nothing(page: &Page, answer: &mut HttpResponseBuilder) {
    answer.insert_header((CLEAR_SITE_DATA, r#""cache", "cookies", "storage""#));
    for kind in Use::ALL {
        answer.cookie(page.app().cookies.remove(kind));
    }
}
