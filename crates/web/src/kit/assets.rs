//! Static files of the themes. Their address holds a hash of them all, so a browser may keep them for
//! ever and still sees every change.

use super::app::App;
use super::error::PageError;
use super::theme::Theme;
use actix_web::http::header::{
    self, AcceptEncoding, CacheControl, CacheDirective, ContentEncoding, Encoding, Header as _,
};
use actix_web::{HttpRequest, HttpResponse, web};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::borrow::Cow;
use std::io::Write;

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
pub async fn file(
    request: HttpRequest,
    app: web::Data<App>,
    place: web::Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
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
    } else if takes_gzip(&request)
        && let Some(packed) = packed(&shortened(&path, &bytes))
    {
        answer.insert_header(ContentEncoding::Gzip);
        answer.insert_header((header::VARY, header::ACCEPT_ENCODING.as_str()));
        return Ok(answer.body(packed));
    }
    Ok(answer.body(bytes))
}

fn takes_gzip(request: &HttpRequest) -> bool {
    let offered = [Encoding::gzip(), Encoding::identity()];
    AcceptEncoding::parse(request).is_ok_and(|accepts| accepts.negotiate(offered.iter()) == Some(Encoding::gzip()))
}

/// What is sent of a file of words.
fn shortened<'b>(path: &str, bytes: &'b [u8]) -> Cow<'b, [u8]> {
    match std::str::from_utf8(bytes) {
        Ok(style) if path.ends_with(".css") => Cow::Owned(terse(style).into_bytes()),
        _ => Cow::Borrowed(bytes),
    }
}

/// A style sheet without what is written for whoever changes it, comments, indents and empty lines: on a phone every half
/// kilobyte counts (ruling 29).
fn terse(style: &str) -> String {
    let mut parts = style.split("/*");
    let first = parts.next().unwrap_or_default();
    // A comment that does not end goes to the end, as in a browser.
    let others = parts.map(|part| part.split_once("*/").map_or("", |(_, rest)| rest));
    let style: String = std::iter::once(first).chain(others).collect();
    style.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Packed well: what packs every page is made for speed, and leaves the style sheet a third larger. A browser
/// asks for it once.
fn packed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(bytes).ok()?;
    gzip.finish().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    #[test]
    fn a_style_sheet_loses_what_is_for_whoever_changes_it_and_nothing_else() {
        for (style, short) in [
            ("a{b:c}", "a{b:c}"),
            ("/* one */a{b:c}/* two\n*/d{}", "a{b:c}d{}"),
            ("a{}/* does not end", "a{}"),
            ("a{}/*/ b */c{}", "a{}c{}"),
            ("  a{}\n\n  b{}\n", "a{}\nb{}"),
            ("", ""),
        ] {
            assert_eq!(terse(style), short);
        }
    }

    #[test]
    fn the_style_sheet_is_packed_well_for_whoever_unpacks_it() {
        let style = include_bytes!("../../../../themes/default/static/parpour.css");
        assert!(packed(style).unwrap().len() < 10 * 1024, "the style sheet weighs more than 10 KB");
        let asks = |how: &str| {
            takes_gzip(&TestRequest::default().insert_header((header::ACCEPT_ENCODING, how)).to_http_request())
        };
        assert!(asks("gzip, br") && asks("br;q=0.5, gzip;q=0.8") && !asks("identity") && !asks("gzip;q=0"));
        assert!(!takes_gzip(&TestRequest::default().to_http_request()));
    }
}
