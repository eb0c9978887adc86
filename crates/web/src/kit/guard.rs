//! The outermost layer: host names, addresses too long, security headers on every answer, the request
//! log (reliability D14, D15).

use super::app::App;
use super::error::{Kind, PageError, RequestId, respond};
use super::typed::decoded;
use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web;
use std::time::Instant;

/// Longest path with its query, in bytes.
const LONGEST_ADDRESS: usize = 2 * 1024;

/// What pages may load: our own styles, images and fonts; forms go to us; nobody frames us. No script.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Every feature a browser may offer to a page, refused.
const PERMISSIONS_POLICY: &str = "accelerometer=(), autoplay=(), \
    browsing-topics=(), camera=(), clipboard-read=(), clipboard-write=(), compute-pressure=(), display-capture=(), encrypted-media=(), \
    fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), \
    local-fonts=(), magnetometer=(), microphone=(), midi=(), otp-credentials=(), payment=(), \
    picture-in-picture=(), publickey-credentials-create=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), \
    storage-access=(), sync-xhr=(), usb=(), window-management=(), xr-spatial-tracking=()";

/// Headers of every answer; those a handler has set itself are left.
const ALWAYS: [(HeaderName, &str); 10] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CROSS_ORIGIN_OPENER_POLICY, "same-origin"),
    (header::CROSS_ORIGIN_RESOURCE_POLICY, "same-origin"),
    (header::PERMISSIONS_POLICY, PERMISSIONS_POLICY),
    (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
    (HeaderName::from_static("x-permitted-cross-domain-policies"), "none"),
    (header::CACHE_CONTROL, "no-store"),
];

/// One year.
const STRICT_TRANSPORT: &str = "max-age=31536000";

/// The outermost middleware.
///
/// # Errors
/// Those of an inner service that answers with none.
pub async fn guard<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, actix_web::Error> {
    let started = Instant::now();
    let id = RequestId::give(&request);
    let method = request.method().clone();
    let strict = request.app_data::<web::Data<App>>().is_some_and(|app| app.public_url().is_https());
    let refused = refusal(&request);
    tidy(&mut request);
    let mut answer = match refused {
        Some(kind) => {
            let page = respond(request.request(), &PageError::new(kind));
            request.into_response(page.map_into_right_body())
        }
        None => next.call(request).await?.map_into_left_body(),
    };
    add_headers(answer.headers_mut(), strict);
    log(&method, &answer, id, started);
    Ok(answer)
}

fn refusal(request: &ServiceRequest) -> Option<Kind> {
    let long = request.uri().path_and_query().is_some_and(|address| address.as_str().len() > LONGEST_ADDRESS);
    let known = request.app_data::<web::Data<App>>().is_none_or(|app| app.hosts.knows(request.request()));
    if !known {
        Some(Kind::UnknownHost)
    } else if long {
        Some(Kind::LongAddress)
    } else if !reads(request.path()) || !reads(request.query_string()) {
        Some(Kind::BadAddress)
    } else {
        None
    }
}

/// Whether an address is text without control characters once decoded.
fn reads(part: &str) -> bool {
    decoded(part.as_bytes()).is_some_and(|text| !text.contains(char::is_control))
}

/// HEAD is answered like GET (the server leaves the body out), and gzip is the only packing spoken of,
/// so that no request can ask for one that does not exist.
fn tidy(request: &mut ServiceRequest) {
    if request.method() == Method::HEAD {
        request.head_mut().method = Method::GET;
    }
    let gzip =
        request.headers().get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).is_some_and(takes_gzip);
    let headers = request.headers_mut();
    headers.remove(header::ACCEPT_ENCODING);
    if gzip {
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
    }
}

fn takes_gzip(accepted: &str) -> bool {
    accepted.split(',').map(|coding| coding.split_once(';').unwrap_or((coding, ""))).any(|(coding, weight)| {
        let refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.trim_matches(['0', '.']).is_empty());
        coding.trim().eq_ignore_ascii_case("gzip") && !refused
    })
}

fn add_headers(headers: &mut HeaderMap, strict: bool) {
    for (name, value) in ALWAYS {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    if strict {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(STRICT_TRANSPORT));
    }
}

/// Where secret ballots are sent. When one came is written nowhere (`reliability D2`).
const URN: &str = "/urn";

/// Typed fields only: no path (the route's pattern instead), no query, no address, no person.
fn log<B>(method: &Method, answer: &ServiceResponse<B>, id: RequestId, started: Instant) {
    let method = match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    };
    let route = answer.request().match_pattern().unwrap_or_else(|| "none".to_owned());
    if route.ends_with(URN) && answer.status().is_success() {
        return;
    }
    let ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(target: "parpour::request", method, route, status = answer.status().as_u16(), ms, id = %id);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gzip_is_used_only_when_it_is_taken() {
        for (accepted, gzip) in [
            ("gzip, deflate, br", true),
            ("br;q=1.0, GZIP;q=0.5", true),
            ("gzip;q=0", false),
            ("gzip;q=0.000", false),
            ("*;q=0", false),
            ("identity", false),
        ] {
            assert_eq!(takes_gzip(accepted), gzip, "{accepted}");
        }
    }

    #[test]
    fn an_address_is_text_without_control_characters() {
        for (part, good) in [
            ("/g/tasse", true),
            ("/g/%C3%A9t%C3%A9", true),
            ("/g/%FF", false),
            ("/g/%00", false),
            ("/g/%0d%0a", false),
            ("a=100%", true),
        ] {
            assert_eq!(reads(part), good, "{part}");
        }
    }
}
