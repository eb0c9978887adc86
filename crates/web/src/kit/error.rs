//! Every no, as a page: kind, in the reader's language, with what to do next, and with what was typed.
//!
//! [`PageError`] is the only `ResponseError` of the product. It carries no page itself: the page is
//! made by `respond`, which knows the reader; [`kind_pages`] calls it for our refusals and for the
//! bare bodies that actix makes on its own.

use super::app::App;
use super::cookies::{Lasts, Use};
use super::form::ToSendAgain;
use super::page::Page;
use super::rates::TooMany;
use super::views::{ViewError, escaped};
use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, ResponseError};
use commons::refusal::{Message, Problem, Refusal, Sort};
use serde::Serialize;
use std::any::Any;
use std::time::Duration;
use tera::Context;

/// What a handler answers.
pub type PageResult = Result<HttpResponse, PageError>;

/// What kind of no it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing there, or nothing there for this person.
    NotFound,
    /// A power the person does not have.
    NotAllowed,
    /// Something to correct.
    Invalid,
    /// Changed meanwhile.
    Conflict,
    /// A link or code that is no longer good.
    Expired,
    /// Too often in too short a time.
    TooMany,
    /// Too much work is waiting.
    Busy,
    /// Something broke on our side.
    Broken,
    /// Opened where a form should be sent, or the other way round.
    WrongMethod,
    /// An address that does not read.
    BadAddress,
    /// Bytes that are not text.
    NotText,
    /// A text with control characters.
    ControlCharacters,
    /// Not one of our forms.
    NotAForm,
    /// A form too large.
    TooLarge,
    /// An address too long.
    LongAddress,
    /// A host name that is not ours.
    UnknownHost,
    /// A form whose page is too old, or was opened before signing in.
    StaleForm,
    /// A form sent from another site.
    ForeignForm,
    /// Nobody is signed in, or no longer.
    SignInFirst,
}

impl Kind {
    /// Its HTTP status.
    pub const fn status(self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::NotAllowed | Self::StaleForm | Self::ForeignForm | Self::SignInFirst => StatusCode::FORBIDDEN,
            Self::Invalid | Self::ControlCharacters => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Conflict => StatusCode::CONFLICT,
            Self::Expired => StatusCode::GONE,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::BadAddress | Self::NotText => StatusCode::BAD_REQUEST,
            Self::NotAForm => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::LongAddress => StatusCode::URI_TOO_LONG,
            Self::UnknownHost => StatusCode::MISDIRECTED_REQUEST,
        }
    }

    /// Keys of its title and of what to do, in `common.ftl`.
    const fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::NotFound => ("error-not-found-title", "error-not-found"),
            Self::NotAllowed => ("error-not-allowed-title", "error-not-allowed"),
            Self::Invalid => ("error-invalid-title", "error-invalid"),
            Self::Conflict => ("error-conflict-title", "error-conflict"),
            Self::Expired => ("error-expired-title", "error-expired"),
            Self::TooMany => ("error-too-many-title", "error-too-many"),
            Self::Busy => ("error-busy-title", "error-busy"),
            Self::Broken => ("error-broken-title", "error-broken"),
            Self::WrongMethod => ("error-wrong-method-title", "error-wrong-method"),
            Self::BadAddress => ("error-bad-address-title", "error-bad-address"),
            Self::NotText => ("error-not-text-title", "error-not-text"),
            Self::ControlCharacters => ("error-control-characters-title", "error-control-characters"),
            Self::NotAForm => ("error-not-a-form-title", "error-not-a-form"),
            Self::TooLarge => ("error-too-large-title", "error-too-large"),
            Self::LongAddress => ("error-long-address-title", "error-long-address"),
            Self::UnknownHost => ("error-unknown-host-title", "error-unknown-host"),
            Self::StaleForm => ("error-stale-form-title", "error-stale-form"),
            Self::ForeignForm => ("error-foreign-form-title", "error-foreign-form"),
            Self::SignInFirst => ("error-sign-in-first-title", "error-sign-in-first"),
        }
    }

    /// Whether the page that holds the form can be shown again with what was typed.
    const fn shows_form_again(self) -> bool {
        matches!(self, Self::Invalid | Self::Conflict | Self::TooMany | Self::Busy)
    }

    /// Whether sending the same words once more may pass.
    const fn may_pass_again(self) -> bool {
        matches!(
            self,
            Self::Conflict
                | Self::TooMany
                | Self::Busy
                | Self::Broken
                | Self::StaleForm
                | Self::ControlCharacters
                | Self::SignInFirst
        )
    }

    /// The kind of a bare answer that actix made on its own.
    fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::WrongMethod,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::URI_TOO_LONG => Self::LongAddress,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::NotAForm,
            StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED => Self::NotAllowed,
            StatusCode::TOO_MANY_REQUESTS => Self::TooMany,
            StatusCode::SERVICE_UNAVAILABLE | StatusCode::REQUEST_TIMEOUT => Self::Busy,
            status if status.as_u16() >= 500 => Self::Broken,
            _ => Self::BadAddress,
        }
    }
}

impl From<Sort> for Kind {
    fn from(sort: Sort) -> Self {
        match sort {
            Sort::NotFound => Self::NotFound,
            Sort::NotAllowed => Self::NotAllowed,
            Sort::Invalid => Self::Invalid,
            Sort::Conflict => Self::Conflict,
            Sort::Expired => Self::Expired,
            Sort::TooMany => Self::TooMany,
            Sort::Busy => Self::Busy,
            Sort::Broken => Self::Broken,
        }
    }
}

/// A no on its way to a person.
#[derive(Debug)]
pub struct PageError(Box<Told>);

#[derive(Debug)]
struct Told {
    kind: Kind,
    message: Message,
    problems: Vec<Problem>,
    wait: Option<Duration>,
    door: Option<String>,
    cause: Option<Box<dyn std::error::Error>>,
}

/// How long to wait when the server itself is too busy.
const BUSY_WAIT: Duration = Duration::from_secs(5);

impl PageError {
    /// A no of this kind, in its usual words.
    pub fn new(kind: Kind) -> Self {
        let wait = (kind == Kind::Busy).then_some(BUSY_WAIT);
        Self(Box::new(Told {
            kind,
            message: Message::new(kind.keys().1),
            problems: Vec::new(),
            wait,
            door: None,
            cause: None,
        }))
    }

    /// Nobody is signed in: a page leads to the `door` at once, a form is given back with the way to it.
    pub fn to_the_door(door: String) -> Self {
        let mut no = Self::new(Kind::SignInFirst);
        no.0.door = Some(door);
        no
    }

    /// Nothing there.
    pub fn not_found() -> Self {
        Self::new(Kind::NotFound)
    }

    /// Something broke on our side; `cause` goes to the log, never to the page.
    pub fn broken(cause: impl std::error::Error + 'static) -> Self {
        let mut no = Self::new(Kind::Broken);
        no.0.cause = Some(Box::new(cause));
        no
    }

    /// The same no in other words.
    #[must_use]
    pub fn saying(mut self, message: Message) -> Self {
        self.0.message = message;
        self
    }

    /// What kind of no it is.
    pub fn kind(&self) -> Kind {
        self.0.kind
    }

    /// What is said to the person.
    pub fn message(&self) -> &Message {
        &self.0.message
    }

    /// What to correct, field by field.
    pub fn problems(&self) -> &[Problem] {
        &self.0.problems
    }

    pub(super) fn shows_form_again(&self) -> bool {
        self.0.kind.shows_form_again()
    }

    /// Causes from the nearest to the deepest, without what was quoted in them.
    fn causes(&self) -> String {
        let mut told = String::new();
        for error in std::iter::successors(self.0.cause.as_deref(), |error| error.source()) {
            let text = without_quotes(&error.to_string());
            if !told.contains(&text) {
                let between = if told.is_empty() { "" } else { ": " };
                told = told + between + &text;
            }
        }
        told
    }
}

impl<R: Refusal + 'static> From<R> for PageError {
    fn from(refusal: R) -> Self {
        let wait = (&refusal as &dyn Any).downcast_ref::<TooMany>().map(|no| no.wait);
        let mut told = Self::new(refusal.sort().into());
        told.0.message = refusal.message();
        told.0.problems = refusal.problems().to_vec();
        told.0.wait = wait.or(told.0.wait);
        told.0.cause = Some(Box::new(refusal));
        told
    }
}

impl From<ViewError> for PageError {
    fn from(error: ViewError) -> Self {
        Self::broken(error)
    }
}

impl From<super::messages::MessageError> for PageError {
    fn from(error: super::messages::MessageError) -> Self {
        Self::broken(error)
    }
}

impl std::fmt::Display for PageError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.0.kind)
    }
}

impl ResponseError for PageError {
    fn status_code(&self) -> StatusCode {
        self.0.kind.status()
    }
    fn error_response(&self) -> HttpResponse<BoxBody> {
        HttpResponse::new(self.0.kind.status())
    }
}

/// Errors of the database and of templates may quote values; only names of things are left in.
fn without_quotes(text: &str) -> String {
    let is_name = |part: &str| {
        part.contains('_')
            && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'.' | b'/'))
    };
    let mut out = String::with_capacity(text.len());
    for (index, part) in text.split(['"', '`', '«', '»']).enumerate() {
        let quoted = index % 2 == 1;
        out.push_str(if quoted && !is_name(part) { "…" } else { part });
    }
    out
}

/// Marks an answer that is one of our pages already.
#[derive(Clone, Copy, Debug)]
pub(super) struct OurPage;

/// Turns every no into a page (middleware, inside compression).
///
/// # Errors
/// Those of an inner service that answers with none.
pub async fn kind_pages<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, actix_web::Error> {
    let answer = next.call(request).await?;
    let ours = answer.response().extensions().contains::<OurPage>();
    if answer.status().as_u16() < 400 || ours {
        return Ok(answer.map_into_left_body());
    }
    let own = answer.response().error().and_then(|error| error.as_error::<PageError>());
    let page = match own {
        Some(error) => respond(answer.request(), error),
        None => respond(answer.request(), &PageError::new(Kind::of_status(answer.status()))),
    };
    Ok(answer.into_response(page.map_into_right_body()))
}

/// The page of a no, for whoever sent `request`.
pub(super) fn respond(request: &HttpRequest, error: &PageError) -> HttpResponse {
    if let (Some(door), true) = (&error.0.door, request.method() != Method::POST) {
        return to_door(request, door);
    }
    let incident = RequestId::of(request);
    if error.0.kind == Kind::Broken {
        tracing::error!(incident = %incident, cause = error.causes(), "something broke");
    }
    let page = Page::of(request).map(|page| if request.method() == Method::POST { page.away() } else { page });
    let html =
        page.as_ref().map_err(PageError::causes).and_then(|page| fill(page, error, incident).map_err(|no| no.causes()));
    let html = html.unwrap_or_else(|cause| {
        tracing::error!(incident = %incident, cause, "the page of an error broke");
        bare(page.as_ref().ok(), error)
    });
    let mut answer = HttpResponse::build(error.0.kind.status());
    answer.content_type("text/html; charset=utf-8");
    if let Some(wait) = error.0.wait {
        answer.insert_header((header::RETRY_AFTER, wait.as_secs().max(1)));
    }
    if error.0.kind == Kind::WrongMethod {
        answer.insert_header((header::ALLOW, allowed(request.method())));
    }
    let mut answer = answer.body(html);
    answer.extensions_mut().insert(OurPage);
    match page {
        Ok(page) => page.with_cookies(answer),
        Err(_) => answer,
    }
}

/// Leads to the door. The page asked for is remembered for a while, so that coming in leads there.
fn to_door(request: &HttpRequest, door: &str) -> HttpResponse {
    let mut answer = HttpResponse::SeeOther();
    answer.insert_header((header::LOCATION, door));
    let asked = request.path();
    // The home of the group is where everybody is led anyway.
    if let Some(app) = request.app_data::<actix_web::web::Data<App>>()
        && door.strip_suffix("/door").is_some_and(|home| asked != home)
    {
        answer.cookie(app.cookies.set(Use::Asked, asked, Lasts::Seconds(ASKED_FOR)));
    }
    answer.finish()
}

/// How long the page asked for is remembered, in seconds.
const ASKED_FOR: i64 = 30 * 60;

/// Every route takes GET, POST, or both, so the method that failed says which one is left.
fn allowed(method: &Method) -> HeaderValue {
    HeaderValue::from_static(match *method {
        Method::GET | Method::HEAD => "POST",
        Method::POST => "GET, HEAD",
        _ => "GET, HEAD, POST",
    })
}

fn fill(page: &Page, error: &PageError, incident: RequestId) -> Result<String, PageError> {
    let words = page.words()?;
    let kept = page.kept().unwrap_or_default();
    let problems = error.0.problems.iter().map(|problem| words.say(&problem.message, page.place()));
    let shown = Shown {
        title: words.plain(error.0.kind.keys().0, page.place())?,
        text: words.say(&error.0.message, page.place())?,
        problems: problems.collect::<Result<_, _>>()?,
        incident: (error.0.kind == Kind::Broken).then(|| incident.to_string()),
        kept: kept.long_texts(),
        again: kept.to_send_again().filter(|_| error.0.kind.may_pass_again()),
        door: error.0.door.as_deref(),
    };
    page.html("errors/page.html", Context::from_serialize(&shown).map_err(PageError::broken)?)
}

/// What the page of an error shows.
#[derive(Serialize)]
struct Shown<'a> {
    title: String,
    text: String,
    problems: Vec<String>,
    incident: Option<String>,
    kept: Vec<&'a str>,
    again: Option<ToSendAgain>,
    door: Option<&'a str>,
}

/// A page for the day when not even the page of errors can be made.
fn bare(page: Option<&Page>, error: &PageError) -> String {
    let lang = page.map_or("fr-CA", |page| page.voice().tag());
    let said = page.and_then(|page| page.words().ok()?.say(&error.0.message, page.place()).ok()).unwrap_or_default();
    let said = escaped(&said);
    format!(
        "<!DOCTYPE html><html lang=\"{lang}\"><meta charset=\"utf-8\"><title>{}</title><p>{said}</p></html>",
        error.0.kind.status().as_u16()
    )
}

/// A request's number in the log, and the incident number a person may read aloud. Random: it tells
/// neither who nor when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestId(u32);

impl RequestId {
    /// A new one, kept with `request`.
    pub(super) fn give(request: &ServiceRequest) -> Self {
        let id = Self(rand::random());
        request.extensions_mut().insert(id);
        id
    }

    /// The one that was given to `request`.
    pub fn of(request: &HttpRequest) -> Self {
        request.extensions().get::<Self>().copied().unwrap_or(Self(0))
    }
}

impl std::fmt::Display for RequestId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04X}-{:04X}", self.0 >> 16, self.0 & 0xFFFF)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use commons::refusal::{Broken, No};

    #[test]
    fn each_sort_of_refusal_has_its_status() {
        let broken = No::Broken(Broken::stored("x"));
        for (no, status) in [
            (No::NotFound, 404),
            (No::NotAllowed(Message::new("k")), 403),
            (No::field("title", Message::new("k")), 422),
            (No::conflict("k"), 409),
            (No::Expired(Message::new("k")), 410),
            (No::TooMany(Message::new("k")), 429),
            (broken, 500),
        ] {
            assert_eq!(PageError::from(no).status_code().as_u16(), status);
        }
        assert_eq!(PageError::from(Broken::Busy).status_code().as_u16(), 503);
        let wait = Duration::from_secs(90);
        assert_eq!(PageError::from(TooMany { wait }).0.wait, Some(wait));
    }

    #[test]
    fn the_log_gets_causes_but_no_values() {
        let no = No::Broken(Broken::stored("column `member_name` holds \"Solange Roy\" and «Ovila»"));
        assert_eq!(PageError::from(no).causes(), "stored data: column member_name holds … and …");
    }
}
