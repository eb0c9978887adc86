//! [`Page`]: who reads, in which voice, how they like to read, and the way to give them a page.

use super::app::App;
use super::client::ClientNet;
use super::cookies::{Lasts, Use};
use super::error::{OurPage, PageError, PageResult};
use super::face::{GroupFace, HOME_ZONE, Tab};
use super::form::Kept;
use super::look::Look;
use super::messages::{Lang, Messages, Place, Voice};
use super::theme;
use super::typed::Typed;
use actix_web::dev::Payload;
use actix_web::http::{StatusCode, header};
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, web};
use commons::late::LateForm;
use commons::refusal::Message;
use serde::Serialize;
use std::collections::BTreeMap;
use std::future::{Ready, ready};
use std::rc::Rc;
use tera::Context;

/// Between the key of what is said and its number, in the cookie.
const COUNTED: char = '.';

/// What is said with a number: a message whose key begins with `done-`, and its argument `count`.
pub fn counted(key: &'static str, count: u64) -> String {
    format!("{key}{COUNTED}{count}")
}

/// The reader of one request, signed in or not. Every handler takes one.
///
/// ```text
/// async fn list(page: Page) -> PageResult {
///     page.at(Tab::Decide).render("decide/list.html", context! { proposals => open_ones().await? })
/// }
/// ```
#[derive(Debug)]
pub struct Page {
    app: web::Data<App>,
    request: HttpRequest,
    asked: Option<Lang>,
    voice: Voice,
    look: Look,
    visitor: Visitor,
    session: Option<String>,
    known_again: bool,
    standing_note: Option<(&'static str, &'static str, String)>,
    said: Option<String>,
    worn: Option<Rc<Worn>>,
    tab: Option<Tab>,
    public: bool,
    here: String,
    refused: Refused,
    status: StatusCode,
}

/// The visitor's secret, the same for all extractors of one request.
#[derive(Clone, Debug)]
struct Visitor {
    id: String,
    fresh: bool,
}

/// The group whose pages these are, kept with the request so that its error pages are dressed alike.
#[derive(Clone, Debug)]
struct Worn {
    face: GroupFace,
    member: bool,
    /// For a reader in the other language: the group's own words for its people belong to its language.
    elsewhere: Place,
}

/// A form that comes back, as templates see it.
#[derive(Clone, Debug, Default, Serialize)]
struct Refused {
    sent: bool,
    /// Whether a passphrase was in it, which no page gives back.
    without_secret: bool,
    /// Where it was sent: of two forms of one page, only that one is filled again.
    to: String,
    title: String,
    values: BTreeMap<String, String>,
    lists: BTreeMap<String, Vec<String>>,
    problems: BTreeMap<&'static str, String>,
    summary: Vec<Shown>,
}

impl Refused {
    fn fill(&mut self, typed: &Typed) {
        let phrases = ["passphrase", "present", "new"].map(|name| typed.get(name));
        // The words that the page drew stand in their field again.
        self.without_secret = phrases.iter().any(|text| !text.is_empty() && *text != typed.get("drawn"));
        for (name, text) in typed.showable().fields() {
            self.values.entry(name.to_owned()).or_insert_with(|| text.to_owned());
            self.lists.entry(name.to_owned()).or_default().push(text.to_owned());
        }
    }
}

/// One line of the summary of what to correct.
#[derive(Clone, Debug, Serialize)]
struct Shown {
    field: &'static str,
    text: String,
}

impl Page {
    /// The reader of `request`.
    ///
    /// # Errors
    /// When the application was put together without an [`App`].
    pub fn of(request: &HttpRequest) -> Result<Self, PageError> {
        let app = request.app_data::<web::Data<App>>().cloned().ok_or_else(|| PageError::broken(NoApp))?;
        let cookies = app.cookies;
        let asked = asked(request, cookies.read(request, Use::Language).as_deref());
        let page = Self {
            asked,
            voice: Voice::FrTu.in_lang(asked.unwrap_or(Lang::Fr)),
            look: cookies.read(request, Use::Look).map(|value| Look::from_cookie(&value)).unwrap_or_default(),
            visitor: visitor(request, cookies.read(request, Use::Visitor)),
            session: cookies.read(request, Use::Session),
            known_again: false,
            standing_note: None,
            said: cookies.read(request, Use::Said),
            worn: request.extensions().get::<Rc<Worn>>().cloned(),
            tab: None,
            public: false,
            here: request.path().to_owned(),
            refused: Refused::default(),
            status: StatusCode::OK,
            request: request.clone(),
            app,
        };
        Ok(page.heard())
    }

    /// The voice, once it is known whose pages these are: the reader's language, the group's manner.
    fn heard(mut self) -> Self {
        if let Some(worn) = &self.worn {
            let lang = self.asked.unwrap_or(worn.face.voice.lang());
            self.voice = worn.face.voice.in_lang(lang);
        }
        self
    }

    /// The page belongs to a group. Its error pages will too.
    #[must_use]
    pub fn in_group(self, face: GroupFace) -> Self {
        let elsewhere = Place { zone: face.place.zone, member: String::new(), members: String::new() };
        self.wearing(Worn { face, member: false, elsewhere })
    }

    /// The reader is one of the group's people: tabs are shown.
    #[must_use]
    pub fn as_member(self) -> Self {
        match self.worn.as_deref().cloned() {
            Some(worn) => self.wearing(Worn { member: true, ..worn }),
            None => self,
        }
    }

    fn wearing(mut self, worn: Worn) -> Self {
        let worn = Rc::new(worn);
        self.request.extensions_mut().insert(Rc::clone(&worn));
        self.worn = Some(worn);
        self.heard()
    }

    /// The page speaks as a group that is not founded yet will, in the reader's own language.
    #[must_use]
    pub fn in_voice(mut self, voice: Voice) -> Self {
        self.voice = voice.in_lang(self.asked.unwrap_or(voice.lang()));
        self
    }

    /// This browser is to be known again by [`Page::visitor`], even when it still sends the cookie of a
    /// session that has ended: a link asked here must find its way back here.
    #[must_use]
    pub fn knowing_again(mut self) -> Self {
        self.known_again = true;
        self
    }

    /// The page is the group's own public one: it bears its name also for whoever is not signed in. Every other
    /// page keeps it for members, so that "back" on a shared computer tells nothing.
    #[must_use]
    pub fn in_public(mut self) -> Self {
        self.public = true;
        self
    }

    /// The page stands under this tab, on its paper.
    #[must_use]
    pub fn at(mut self, tab: Tab) -> Self {
        self.tab = Some(tab);
        self
    }

    /// Where changing the language leads back to, when it is not this address: a page shown by a POST
    /// names the address that shows it by a GET.
    #[must_use]
    pub fn here(mut self, path: impl Into<String>) -> Self {
        self.here = path.into();
        self
    }

    /// Changing the language leads home: this address may take nothing but forms.
    #[must_use]
    pub(super) fn away(self) -> Self {
        let home = self.home();
        self.here(home)
    }

    fn home(&self) -> String {
        self.face().map_or_else(|| "/".to_owned(), GroupFace::home)
    }

    /// Everything the pages stand on.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Whose words to use.
    pub const fn voice(&self) -> Voice {
        self.voice
    }

    /// The group, once [`Page::in_group`] has said which.
    pub fn face(&self) -> Option<&GroupFace> {
        self.worn.as_deref().map(|worn| &worn.face)
    }

    /// Time zone and words of the group; outside every group, those of home.
    pub fn place(&self) -> &Place {
        static HOME: Place = Place { zone: HOME_ZONE, member: String::new(), members: String::new() };
        match self.worn.as_deref() {
            Some(worn) if worn.face.voice.lang() == self.voice.lang() => &worn.face.place,
            Some(worn) => &worn.elsewhere,
            None => &HOME,
        }
    }

    /// Where the reader connects from, for throttling and nothing else.
    pub fn client(&self) -> ClientNet {
        let forwarded = self.request.headers().get_all("x-forwarded-for").filter_map(|value| value.to_str().ok());
        self.app
            .trusted
            .client(self.request.peer_addr().map(|peer| peer.ip()), forwarded.collect::<Vec<_>>().into_iter())
    }

    /// Secret of the session cookie, if the browser sent one. Whether it opens anything is for the
    /// members' area to say.
    pub fn session(&self) -> Option<&str> {
        self.session.as_deref()
    }

    /// What a visitor without a session is known by, for links bound to the browser that asked.
    pub fn visitor(&self) -> &str {
        &self.visitor.id
    }

    /// A token for a form of this reader.
    pub fn csrf(&self) -> String {
        self.app.key.token(self.anchor())
    }

    pub(super) fn owns(&self, token: &str) -> bool {
        self.app.key.knows(token, self.anchor())
    }

    fn anchor(&self) -> &str {
        self.session.as_deref().unwrap_or(&self.visitor.id)
    }

    /// The reader's words.
    ///
    /// # Errors
    /// Never, once the themes are loaded.
    pub fn words(&self) -> Result<&Messages, PageError> {
        Ok(self.app.views.messages(self.theme(), self.voice)?)
    }

    /// Words in one language, for a paper that is made in both.
    ///
    /// # Errors
    /// Never, once the themes are loaded.
    pub fn words_in(&self, lang: Lang) -> Result<&Messages, PageError> {
        Ok(self.app.views.messages(self.theme(), self.voice.in_lang(lang))?)
    }

    /// Time zone and words of the group for a reader of `lang`.
    pub fn place_in(&self, lang: Lang) -> &Place {
        match self.worn.as_deref() {
            Some(worn) if worn.face.voice.lang() == lang => &worn.face.place,
            Some(worn) => &worn.elsewhere,
            None => self.place(),
        }
    }

    fn theme(&self) -> &str {
        self.face().map_or(theme::DEFAULT, |face| &face.theme)
    }

    /// What was typed in a form that this request sent.
    pub(super) fn kept(&self) -> Option<Kept> {
        self.request.extensions().get::<Kept>().cloned()
    }

    /// The form that this request sent, when it may be kept for whoever comes in again: it is whole, proven
    /// to be ours, and nothing in it is secret.
    pub fn late_form(&self) -> Option<LateForm> {
        self.kept()?.to_keep()
    }

    /// Fills `template` and answers with it.
    ///
    /// # Errors
    /// When the template lacks something: the reader gets an incident number.
    pub fn render(&self, template: &str, context: Context) -> PageResult {
        let html = self.html(template, context)?;
        let mut answer = HttpResponse::build(self.status).content_type("text/html; charset=utf-8").body(html);
        answer.extensions_mut().insert(OurPage);
        Ok(self.with_cookies(answer))
    }

    pub(super) fn html(&self, template: &str, mut context: Context) -> Result<String, PageError> {
        context.extend(self.frame()?);
        Ok(self.app.views.render(self.theme(), self.voice, template, &context)?)
    }

    /// What `base.html` and the components take from every page.
    fn frame(&self) -> Result<Context, PageError> {
        let worn = self.worn.as_deref();
        let face = worn.map(|worn| &worn.face);
        let member = worn.filter(|worn| worn.member);
        let tabs: Vec<_> = member
            .map(|worn| worn.face.tabs.iter().map(|tab| tab.shown(&worn.face, self.tab)).collect())
            .unwrap_or_default();
        Context::from_serialize(&Frame {
            csrf: self.csrf(),
            form: &self.refused,
            zone: self.place().zone.name(),
            member_word: &self.place().member,
            member_words: &self.place().members,
            group: face.map(shown_group),
            page: PageFrame {
                lang: self.voice.tag(),
                look: self.look,
                here: &self.here,
                tabs,
                names_group: member.is_some() || self.public,
                paper: self.tab.map_or("", Tab::paper),
                home: self.home(),
                said: self.just_said()?,
                note: self.standing_note()?,
                plain: self.app.is_plain_http_on_a_network(),
                mail: self.app.mail(),
                words_lang: face
                    .map(|face| face.voice)
                    .filter(|voice| voice.lang() != self.voice.lang())
                    .map_or("", Voice::tag),
            },
        })
        .map_err(PageError::broken)
    }

    fn just_said(&self) -> Result<Option<String>, PageError> {
        let words = self.words()?;
        let Some(said) = self.said.as_deref() else { return Ok(None) };
        let (key, count) =
            said.split_once(COUNTED).map_or((said, None), |(key, count)| (key, count.parse::<u32>().ok()));
        if !key.starts_with("done-") || !words.has(key) {
            return Ok(None);
        }
        let message = count.into_iter().fold(Message::keyed(key.to_owned()), |said, count| said.with("count", count));
        // A browser may send back any words: those that lack their number are not said.
        Ok(words.say(&message, self.place()).ok())
    }

    pub(super) fn with_cookies(&self, mut answer: HttpResponse) -> HttpResponse {
        let fresh = (self.visitor.fresh && (self.known_again || self.session.is_none()))
            .then(|| self.app.cookies.set(Use::Visitor, self.visitor.id.clone(), Lasts::Window));
        let said = self.said.as_ref().map(|_| self.app.cookies.remove(Use::Said));
        for cookie in fresh.into_iter().chain(said) {
            if let Err(error) = answer.add_cookie(&cookie) {
                tracing::error!(%error, "a cookie could not be set");
            }
        }
        answer
    }

    /// Leads to another page of ours (303).
    pub fn go(&self, path: &str) -> HttpResponse {
        let path = if is_own_path(path) { path } else { "/" };
        self.with_cookies(HttpResponse::SeeOther().insert_header((header::LOCATION, path)).finish())
    }

    /// The same, and the next page says `key`, a message whose key begins with `done-` and which
    /// takes no argument.
    pub fn go_saying(&self, path: &str, key: &'static str) -> HttpResponse {
        self.go_with_words(path, key.to_owned())
    }

    /// The same, with what a form that is sent twice answers again: a key, or [`counted`].
    pub fn go_repeating(&self, path: &str, said: &str) -> HttpResponse {
        self.go_with_words(path, said.to_owned())
    }

    fn go_with_words(&self, path: &str, words: String) -> HttpResponse {
        let mut answer = self.go(path);
        if let Err(error) = answer.add_cookie(&self.app.cookies.set(Use::Said, words, Lasts::Seconds(60))) {
            tracing::error!(%error, "a cookie could not be set");
        }
        answer
    }

    /// The page of this group that was asked for by somebody who had to come in first, if any. It may have been
    /// written by anybody: only a page of the group of this address is followed.
    pub fn asked_for(&self) -> Option<String> {
        let group = self.face()?.home();
        let asked = self.app.cookies.read(&self.request, Use::Asked)?;
        let inside = asked.strip_prefix(group.as_str()).is_some_and(|rest| rest.starts_with('/'));
        (inside && is_own_path(&asked) && !asked.contains("..")).then_some(asked)
    }

    /// Secret of the request to come back that this browser made, if it made one.
    pub fn way_back(&self) -> Option<String> {
        self.app.cookies.read(&self.request, Use::WayBack)
    }

    /// Something stands on top of each page of this reader until it is settled, with its one button. The keys are
    /// of messages without arguments.
    #[must_use]
    pub fn with_standing_note(mut self, text: &'static str, button: &'static str, action: String) -> Self {
        self.standing_note = Some((text, button, action));
        self
    }

    fn standing_note(&self) -> Result<Option<StandingNote<'_>>, PageError> {
        let Some((text, button, action)) = &self.standing_note else { return Ok(None) };
        let (words, place) = (self.words()?, self.place());
        Ok(Some(StandingNote { text: words.plain(text, place)?, button: words.plain(button, place)?, action }))
    }

    /// Leads to another page, and forgets the page that was asked for.
    pub fn go_as_asked(&self, path: &str) -> HttpResponse {
        let mut answer = self.go(path);
        if self.app.cookies.read(&self.request, Use::Asked).is_some()
            && let Err(error) = answer.add_cookie(&self.app.cookies.remove(Use::Asked))
        {
            tracing::error!(%error, "a cookie could not be set");
        }
        answer
    }

    /// Gets ready to show the form again: everything typed is kept, and what to correct is said on top
    /// and beside each field. The page is then rendered as by the GET.
    ///
    /// ```text
    /// match propose(&db, form.nonce, may, form.values.clone().into()).await {
    ///     Ok(number) => Ok(page.go(&format!("/g/{slug}/decide/{number}"))),
    ///     Err(no) => new(page.again(&form, no)?).await,
    /// }
    /// ```
    ///
    /// # Errors
    /// The refusal itself, when showing the form again would not help: nothing there, not allowed,
    /// expired, broken.
    pub fn again(mut self, typed: impl AsRef<Typed>, no: impl Into<PageError>) -> Result<Self, PageError> {
        let no = no.into();
        if !no.shows_form_again() {
            return Err(no);
        }
        self.refused = self.refusal(typed.as_ref(), &no)?;
        self.status = no.kind().status();
        Ok(self)
    }

    /// Shows the form again with what was typed in it, for a button that only changes how it is shown.
    #[must_use]
    pub fn filled(mut self, typed: impl AsRef<Typed>) -> Self {
        self.refused = Refused { sent: true, to: self.request.path().to_owned(), ..Refused::default() };
        self.refused.fill(typed.as_ref());
        self
    }

    fn refusal(&self, typed: &Typed, no: &PageError) -> Result<Refused, PageError> {
        let words = self.words()?;
        let (title, to) = (words.say(no.message(), self.place())?, self.request.path().to_owned());
        let mut refused = Refused { sent: true, title, to, ..Refused::default() };
        refused.fill(typed);
        for problem in no.problems() {
            let text = words.say(&problem.message, self.place())?;
            refused.problems.entry(problem.field).or_insert_with(|| text.clone());
            refused.summary.push(Shown { field: problem.field, text });
        }
        Ok(refused)
    }
}

/// Variables that every template finds; a page's own never replace them.
#[derive(Serialize)]
struct Frame<'a> {
    csrf: String,
    form: &'a Refused,
    zone: &'static str,
    member_word: &'a str,
    member_words: &'a str,
    group: Option<ShownGroup<'a>>,
    page: PageFrame<'a>,
}

/// The `page` variable of templates.
#[derive(Serialize)]
struct PageFrame<'a> {
    lang: &'static str,
    look: Look,
    here: &'a str,
    tabs: Vec<super::face::ShownTab>,
    names_group: bool,
    paper: &'static str,
    home: String,
    said: Option<String>,
    note: Option<StandingNote<'a>>,
    plain: bool,
    mail: &'static str,
    /// The language of what members wrote, where it is not that of the page.
    words_lang: &'static str,
}

/// What stands on top of each page until it is settled.
#[derive(Serialize)]
struct StandingNote<'a> {
    text: String,
    button: String,
    action: &'a str,
}

#[derive(Serialize)]
struct ShownGroup<'a> {
    name: &'a str,
    slug: &'a str,
    home: String,
    crisis_lines: &'a [super::face::CrisisLine],
}

fn shown_group(face: &GroupFace) -> ShownGroup<'_> {
    ShownGroup { name: &face.name, slug: &face.slug, home: face.home(), crisis_lines: &face.crisis_lines }
}

/// The application was put together without its state.
#[derive(Debug, thiserror::Error)]
#[error("no web::Data<App> in the application")]
struct NoApp;

impl FromRequest for Page {
    type Error = PageError;
    type Future = Ready<Result<Self, PageError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::of(request))
    }
}

fn visitor(request: &HttpRequest, cookie: Option<String>) -> Visitor {
    let known = request.extensions().get::<Visitor>().cloned();
    let visitor = known.unwrap_or_else(|| match cookie {
        Some(id) => Visitor { id, fresh: false },
        None => Visitor { id: super::secrets::random_id(), fresh: true },
    });
    request.extensions_mut().insert(visitor.clone());
    visitor
}

/// Whether `path` stays on this site: one slash, then anything but a second one.
pub(super) fn is_own_path(path: &str) -> bool {
    let one_slash = path.starts_with('/') && !path.starts_with("//") && !path.contains('\\');
    one_slash && path.len() <= 1_024 && path.bytes().all(|b| b.is_ascii_graphic())
}

/// The language the reader asks for: by the cookie, else by the browser's own preference.
fn asked(request: &HttpRequest, cookie: Option<&str>) -> Option<Lang> {
    match cookie {
        Some("fr") => Some(Lang::Fr),
        Some("en") => Some(Lang::En),
        _ => preferred(request.headers().get(header::ACCEPT_LANGUAGE)?.to_str().ok()?),
    }
}

/// The first of French and English in an `Accept-Language` header, by weight, then by order.
fn preferred(header: &str) -> Option<Lang> {
    let mut best = None;
    for range in header.split(',').take(20) {
        let (tag, weight) = range.split_once(';').unwrap_or((range, ""));
        let lang = match tag.trim().get(..2).map(str::to_ascii_lowercase).as_deref() {
            Some("fr") => Lang::Fr,
            Some("en") => Lang::En,
            _ => continue,
        };
        let weight = thousandths(weight);
        if weight > 0 && best.is_none_or(|(most, _)| weight > most) {
            best = Some((weight, lang));
        }
    }
    best.map(|(_, lang)| lang)
}

/// `q=0.8` as 800; nothing as 1000.
fn thousandths(weight: &str) -> u32 {
    let Some(value) = weight.trim().strip_prefix("q=") else { return 1_000 };
    let (whole, part) = value.split_once('.').unwrap_or((value, ""));
    let part: String = part.chars().chain("000".chars()).take(3).collect();
    whole
        .parse::<u32>()
        .ok()
        .zip(part.parse::<u32>().ok())
        .map_or(0, |(whole, part)| whole.min(1) * 1_000 + part)
        .min(1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_preference_is_heard() {
        for (header, lang) in [
            ("fr-CA,fr;q=0.9,en;q=0.8", Some(Lang::Fr)),
            ("en-CA, fr;q=0.9", Some(Lang::En)),
            ("de, en;q=0.5, fr;q=0.7", Some(Lang::Fr)),
            ("es", None),
            ("", None),
            ("fr;q=0, en;q=0.1", Some(Lang::En)),
            ("*", None),
            ("é", None),
        ] {
            assert_eq!(preferred(header), lang, "{header}");
        }
    }

    #[test]
    fn only_our_own_paths_are_followed() {
        for own in ["/", "/g/tasse/decide/41", "/look?back=/g/tasse"] {
            assert!(is_own_path(own), "{own}");
        }
        for foreign in
            ["", "//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nSet-Cookie: x", "/a b", "g/tasse"]
        {
            assert!(!is_own_path(foreign), "{foreign}");
        }
    }
}
