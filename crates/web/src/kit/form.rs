//! [`Form`]: the only way to read a form. Nobody can forget a check, because there is nothing else.

use super::error::{Kind, PageError};
use super::page::Page;
use super::typed::{NotAForm, Typed};
use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use futures_util::StreamExt;
use futures_util::future::LocalBoxFuture;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// Largest form that is taken, in bytes (reliability D14).
pub const LARGEST: usize = 64 * 1024;
/// A form larger than [`LARGEST`] is refused, but read up to here so that its words can be given back.
const GIVEN_BACK: usize = 4 * LARGEST;
/// Beyond that it is read without being kept, up to here, so that the browser gets to read the answer.
const DRAINED: usize = 2 * 1024 * 1024;

/// A form sent from one of our pages, by the reader it was made for.
///
/// Make `T` of `String`, `Option<String>`, `Vec<String>` and `bool`, with `#[serde(default)]`: whatever
/// is missing is then empty, and the command says what to correct. Numbers and dates are read with
/// [`Typed::number`], [`Typed::date`] and [`Typed::time`].
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
            let body = read(payload).await?;
            let size = body.len();
            let mut typed = Typed::read(&body).map_err(not_a_form)?;
            let ours = typed.take("csrf").is_some_and(|token| page.owns(&token));
            let nonce = typed.take("nonce").and_then(|nonce| Uuid::parse_str(&nonce).ok());
            if ours || says_same_origin(&request) {
                Kept::of(&typed, nonce, request.path()).keep_with(&request);
            }
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

async fn read(mut payload: Payload) -> Result<Vec<u8>, PageError> {
    let mut body = Vec::new();
    let mut seen = 0;
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| PageError::new(Kind::BadAddress))?;
        seen += chunk.len();
        if seen <= GIVEN_BACK {
            body.extend_from_slice(&chunk);
        } else if seen > DRAINED {
            break;
        }
    }
    if seen > GIVEN_BACK { Err(PageError::new(Kind::TooLarge)) } else { Ok(body) }
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
pub(super) struct ToSendAgain {
    action: String,
    nonce: String,
    fields: Vec<(String, String)>,
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
        self.typed.fields().map(|(_, text)| text).filter(|text| text.chars().nth(LONG).is_some()).collect()
    }

    /// The form with its words and its one-time id, so that sending it twice still acts once.
    pub(super) fn to_send_again(&self) -> ToSendAgain {
        ToSendAgain {
            action: self.path.clone(),
            nonce: self.nonce.map(|nonce| nonce.to_string()).unwrap_or_default(),
            fields: self.typed.fields().map(|(name, text)| (name.to_owned(), text.to_owned())).collect(),
        }
    }
}
