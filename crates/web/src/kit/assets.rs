//! Static files of the themes. Their address holds a hash of them all, so a browser may keep them for
//! ever and still sees every change.

use super::app::App;
use super::error::PageError;
use super::theme::Theme;
use actix_web::http::header::{self, CacheControl, CacheDirective, ContentEncoding};
use actix_web::{HttpResponse, web};

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Where a browser finds the static file `path` of `theme`.
pub fn address(theme: &Theme, path: &str) -> String {
    format!("/static/{}.{}/{path}", theme.name(), theme.stamp())
}

/// Types of static files. A file of another type is not served.
fn content_type(path: &str) -> Option<&'static str> {
    Some(match path.rsplit_once('.')?.1 {
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        "png" => "image/png",
        "jpg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        _ => return None,
    })
}

/// `GET /favicon.ico`, which browsers ask for by themselves after a page that names no icon, such as the one
/// that the quick exit shows: an answer without a page, so without a cookie either.
pub async fn no_icon() -> HttpResponse {
    HttpResponse::NoContent().finish()
}

/// `GET /static/{theme}.{stamp}/{path}`.
///
/// A page opened before an upgrade asks with an old stamp: it gets today's file, not to be kept.
///
/// # Errors
/// When there is no such file.
pub async fn file(app: web::Data<App>, place: web::Path<(String, String)>) -> Result<HttpResponse, PageError> {
    let (stamped, path) = place.into_inner();
    let (name, stamp) = stamped.split_once('.').ok_or(PageError::not_found())?;
    let theme = app.themes.get(name);
    let kind = content_type(&path).ok_or(PageError::not_found())?;
    let bytes = theme.shared(&format!("static/{path}")).ok_or(PageError::not_found())?;
    let mut answer = HttpResponse::Ok();
    answer.content_type(kind);
    if theme.name() == name && theme.stamp() == stamp {
        answer.insert_header((header::CACHE_CONTROL, FOR_EVER));
    } else {
        answer.insert_header(CacheControl(vec![CacheDirective::NoStore]));
    }
    if !kind.starts_with("text/") && kind != "image/svg+xml" {
        // Packed already: packing again costs time and gains nothing.
        answer.insert_header(ContentEncoding::Identity);
    }
    Ok(answer.body(bytes))
}
