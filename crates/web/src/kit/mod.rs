//! The edge that every page stands on.
//!
//! A handler takes a [`Page`] (who reads) and, for a POST, a [`Form`] (what was typed); it calls a
//! command or a query, and renders, redirects, or shows the form again:
//!
//! ```text
//! async fn new(page: Page) -> PageResult {
//!     page.at(Tab::Decide).render("decide/new.html", context! {})
//! }
//!
//! async fn create(page: Page, form: Form<NewProposal>) -> PageResult {
//!     match propose(page.app(), form.nonce, &form).await {
//!         Ok(number) => Ok(page.go_saying(&format!("/g/tasse/decide/{number}"), "done-proposed")),
//!         Err(no) => new(page.again(&form, no)?).await,
//!     }
//! }
//! ```
//!
//! | module | what it does |
//! |---|---|
//! | [`site`](mod@site) | puts everything together, for the program and for its tests |
//! | [`app`] | settings and state |
//! | [`guard`] | host names, headers, request log |
//! | [`error`] | every no, as a page |
//! | [`page`], [`face`], [`look`], [`cookies`] | who reads, whose pages, how they like to read |
//! | [`form`], [`typed`], [`secrets`] | what was typed, and proof that it came from our page |
//! | [`theme`], [`views`], [`drawings`], [`assets`] | templates and files |
//! | [`messages`], [`when`], [`typography`] | words, days and hours |
//! | [`host`], [`client`], [`rates`] | whose name, where from, how often |
//! | [`exit`], [`reading`] | quick exit; language and reading preferences |

pub mod app;
pub mod assets;
pub mod client;
pub mod cookies;
pub mod drawings;
pub mod error;
pub mod exit;
pub mod face;
pub mod form;
pub mod guard;
pub mod host;
pub mod look;
pub mod messages;
pub mod page;
pub mod rates;
pub mod reading;
pub mod secrets;
pub mod site;
pub mod theme;
pub mod typed;
pub mod typography;
pub mod views;
pub mod when;

#[cfg(test)]
mod tests;

pub use app::{App, EndSession, NoSessions, SettingsError, WebSettings};
pub use cookies::{Cookies, Lasts, Use};
pub use error::{Kind, PageError, PageResult};
pub use face::{CrisisLine, GroupFace, Tab};
pub use form::{Form, ToSendAgain};
pub use messages::{Lang, Place, Voice};
pub use page::{Page, counted};
pub use rates::{Limit, TooMany};
pub use secrets::WebKey;
pub use site::site;
pub use typed::Typed;
