//! [`Form`]: the only way to read a form. Nobody can forget a check, because there is nothing else.

use super::error::{Kind, PageError};
use super::page::Page;
use super::typed::{NotAForm, Typed};
use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use commons::late::LateForm;
use futures_util::StreamExt;
use futures_util::future::LocalBoxFuture;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// Largest form that is taken, in bytes (reliability D14).
pub const LARGEST: usize = 64 * 1024;
/// A form larger than [`LARGEST`] is refused, but read up to here so that its words can be given back.
const GIVEN_BACK: usize = 4 * LARGEST;
/// Of the end of a larger form, so much is read: its token stands there.
const END: usize = 1024;
/// Beyond that it is read without being kept, up to here, so that the browser gets to read the answer.
const DRAINED: usize = 2 * 1024 * 1024;

/// A form sent from one of our pages, by the reader it was made for.
///
/// Make `T` of `String`, `Option<String>`, `Vec<String>` and `bool`, with `#[serde(default)]`: whatever
/// is missing is then empty, and the command says what to correct. Numbers and dates are read with
/// [`Typed::number`] and [`Typed::date`].
#[derive(Debug)]
pub struct Form<T> {
    /// The fields as `T` names them.
    pub values: T,
    /// The fields as they were typed.
    pub typed: Typed,
    /// One-time id of the form: the same form sent twice acts once.
    pub nonce: Uuid,
}

impl<T> std::ops::Deref for Form<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.values
    }
}

impl<T> AsRef<Typed> for Form<T> {
    fn as_ref(&self) -> &Typed {
        &self.typed
    }
}

impl<T: DeserializeOwned + 'static> FromRequest for Form<T> {
    type Error = PageError;
    type Future = LocalBoxFuture<'static, Result<Self, PageError>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let payload = payload.take();
        Box::pin(async move {
            let page = Page::of(&request)?;
            refuse_foreign(&page, &request)?;
            refuse_other_content(&request)?;
            let (body, size) = read(payload).await?;
            // Before anything is refused, what can be read is kept to be given back.
            let mut shown = Typed::read_anyhow(&body);
            let ours = shown.take("csrf").is_some_and(|token| page.owns(&token));
            let nonce = shown.take("nonce").and_then(|nonce| Uuid::parse_str(&nonce).ok());
            if ours || says_same_origin(&request) {
                Kept::of(&shown.truncated(), nonce, request.path()).keep_with(&request);
            }
            if size > GIVEN_BACK {
                return Err(PageError::new(Kind::TooLarge));
            }
            let mut typed = Typed::read(&body).map_err(not_a_form)?;
            typed.take("csrf");
            typed.take("nonce");
            let nonce = nonce.filter(|_| ours).ok_or_else(|| PageError::new(Kind::StaleForm))?;
            if size > LARGEST {
                return Err(PageError::new(Kind::TooLarge));
            }
            if typed.has_control_characters() {
                return Err(PageError::new(Kind::ControlCharacters));
            }
            let values = typed.values().map_err(|_| PageError::new(Kind::Invalid))?;
            Ok(Self { values, typed, nonce })
        })
    }
}

fn not_a_form(why: NotAForm) -> PageError {
    PageError::new(match why {
        NotAForm::NotText => Kind::NotText,
        NotAForm::TooManyFields => Kind::TooLarge,
    })
}

/// The browser's own word that the form stands on one of our pages.
fn says_same_origin(request: &HttpRequest) -> bool {
    request.headers().get("sec-fetch-site").is_some_and(|site| site == "same-origin")
}

/// Whether the browser says that another site made this request.
///
/// `Origin: null` says nothing: it is what browsers send from our own pages, whose referrer policy is
/// `no-referrer`.
pub(super) fn is_foreign(page: &Page, request: &HttpRequest) -> bool {
    let headers = request.headers();
    let site = headers.get("sec-fetch-site").is_some_and(|site| site == "cross-site" || site == "same-site");
    let origin = headers.get(header::ORIGIN).filter(|origin| *origin != "null");
    site || origin.is_some_and(|origin| !page.app().hosts.is_own_origin(origin.to_str().unwrap_or_default(), request))
}

fn refuse_foreign(page: &Page, request: &HttpRequest) -> Result<(), PageError> {
    if is_foreign(page, request) { Err(PageError::new(Kind::ForeignForm)) } else { Ok(()) }
}

fn refuse_other_content(request: &HttpRequest) -> Result<(), PageError> {
    let plain = !request.headers().contains_key(header::CONTENT_ENCODING);
    let form = request.content_type().eq_ignore_ascii_case("application/x-www-form-urlencoded");
    if plain && form { Ok(()) } else { Err(PageError::new(Kind::NotAForm)) }
}

/// The body and its whole size. Of one larger than [`GIVEN_BACK`], the beginning, and the end, where our forms
/// carry their token.
async fn read(mut payload: Payload) -> Result<(Vec<u8>, usize), PageError> {
    let (mut body, mut end) = (Vec::new(), Vec::new());
    let mut size = 0;
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| PageError::new(Kind::BadAddress))?;
        size += chunk.len();
        let (first, rest) = chunk.split_at(chunk.len().min(GIVEN_BACK - body.len()));
        body.extend_from_slice(first);
        end.extend_from_slice(rest);
        let long = end.len().saturating_sub(END);
        end.drain(..long);
        if size > DRAINED {
            break;
        }
    }
    if let Some(whole_field) = end.iter().position(|b| *b == b'&') {
        body.extend_from_slice(end.get(whole_field..).unwrap_or_default());
    } else if size <= GIVEN_BACK + END {
        body.extend_from_slice(&end);
    }
    Ok((body, size))
}

/// What was typed, kept with the request so that the page of any error can give it back.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept {
    typed: Typed,
    nonce: Option<Uuid>,
    path: String,
    /// Whether a button may send it once more: nothing secret was left out.
    pub(super) may_be_sent_again: bool,
}

/// A form to send once more, as a template sees it.
#[derive(Debug, Serialize)]
pub struct ToSendAgain {
    action: String,
    nonce: String,
    fields: Vec<(String, String)>,
    /// The texts worth reading before sending.
    words: Vec<String>,
}

impl From<LateForm> for ToSendAgain {
    fn from(form: LateForm) -> Self {
        let words = form.fields.iter().map(|(_, text)| text.clone()).filter(|text| is_long(text)).collect();
        Self { action: form.to, nonce: form.nonce.to_string(), fields: form.fields, words }
    }
}

fn is_long(text: &str) -> bool {
    text.chars().nth(LONG).is_some()
}

/// A text that took a while to write, in characters.
const LONG: usize = 20;

impl Kept {
    fn of(typed: &Typed, nonce: Option<Uuid>, path: &str) -> Self {
        let shown = typed.cleaned().showable();
        let whole = shown.fields().count() == typed.fields().count();
        Self { typed: shown, nonce, path: path.to_owned(), may_be_sent_again: whole && nonce.is_some() }
    }

    fn keep_with(self, request: &HttpRequest) {
        request.extensions_mut().insert(self);
    }

    /// The texts worth copying before leaving the page.
    pub(super) fn long_texts(&self) -> Vec<&str> {
        self.typed.fields().map(|(_, text)| text).filter(|text| is_long(text)).collect()
    }

    /// The form as it is kept for whoever comes in again; nothing when a part of it may not be kept.
    pub(super) fn to_keep(&self) -> Option<LateForm> {
        let nonce = self.nonce.filter(|_| self.may_be_sent_again)?;
        let fields = self.typed.fields().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
        Some(LateForm { to: self.path.clone(), nonce, fields })
    }

    /// The form with its words and its one-time id, so that sending it twice still acts once.
    pub(super) fn to_send_again(&self) -> Option<ToSendAgain> {
        self.to_keep().map(ToSendAgain::from)
    }
}
