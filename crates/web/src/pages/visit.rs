//! Who comes: a visitor of a group, somebody signed in to it, somebody who asks to use a power.

use super::site::Site;
use crate::kit::{CrisisLine, Form, GroupFace, Lasts, Limit, Page, PageError, Place, Tab, Use, Voice};
use actix_web::dev::Payload;
use actix_web::http::Method;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use commons::db::{Scope, Tx};
use commons::groups::{self, Group};
use commons::ids::MemberId;
use commons::late;
use commons::once::{Sending, once};
use commons::refusal::{Message, No};
use decisions::commands::settle::settle;
use futures_util::future::LocalBoxFuture;
use membership::commands::confirm::{Confirmed, confirm};
use membership::commands::session::{self, SignedIn};
use membership::powers::{Permit, Power, Who, ask};
use membership::queries::{charter, people, recovery};
use membership::rules::charter::Charter;
use membership::rules::standing::Standing;
use mutual_aid::commands::settle::settle as settle_mutual_aid;
use mutual_aid::rules::listening::Line;
use serde::de::DeserializeOwned;
use std::marker::PhantomData;

/// Somebody on a page of a group, signed in or not.
///
/// What the clock brings is settled before anything is read: a vote whose deadline has passed is closed
/// on the very page that asks (`decisions C5`).
#[derive(Debug)]
pub struct Visit {
    /// The reader.
    pub page: Page,
    /// The store and the effects.
    pub site: web::Data<Site>,
    /// The group of the address.
    pub group: Group,
    /// Its rules now.
    pub charter: Charter,
    /// Who is signed in, if anybody.
    pub signed_in: Option<SignedIn>,
}

impl Visit {
    /// Reading in this group.
    pub fn read(&self) -> Scope<'_> {
        self.site.db.read(self.group.id)
    }

    /// An address of this group: `at("/decide")`.
    pub fn at(&self, path: &str) -> String {
        format!("/g/{}{path}", self.group.slug)
    }

    async fn of(request: &HttpRequest) -> Result<Self, PageError> {
        let page = Page::of(request)?;
        let site = request.app_data::<web::Data<Site>>().cloned().ok_or_else(|| PageError::broken(NoSite))?;
        let slug = request.match_info().get("group").unwrap_or_default();
        let group = groups::named(&site.db, slug).await?;
        let mut signed_in = match (&group, page.session()) {
            (Some(group), Some(token)) => session::who(&site.db, group.id, token).await?,
            _ => None,
        };
        // Addresses of groups are not to be walked through: what leads nowhere counts like any other page. A form
        // sent to a group has limits of its own.
        let is_free = group.is_some() && (request.method() == Method::POST || leads_in(request));
        if signed_in.is_none()
            && !is_free
            && let Err(wait) = page.app().rates.take(Limit::PublicPages, page.client())
        {
            if let Some(group) = &group {
                // Whoever is told to wait still finds whom to call.
                let charter = charter::charter(&site.db.read(group.id)).await?;
                let _ = page.in_group(face(group, &charter));
            }
            return Err(wait.into());
        }
        let group = group.ok_or(No::NotFound)?;
        // What could not be settled is said in the log and tried again by the next page; meanwhile its
        // deadline still refuses ballots, and everything else in the group goes on.
        if let Err(error) = settle(&site.db, &site.effects, &site.areas, group.id).await {
            tracing::error!(%error, "something due could not be settled");
        }
        // Chains of calls, places that became free in listening, in circles and in visits, likewise: where they are shown.
        if shows_mutual_aid(request)
            && let Err(error) = settle_mutual_aid(&site.db, group.id).await
        {
            tracing::error!(%error, "something due in calls, listening or visits could not be settled");
        }
        // What was due may have changed where she stands.
        if let (Some(before), Some(token)) = (&signed_in, page.session()) {
            let now = people::standing(&site.db.read(group.id), before.member).await?;
            if now != Some(before.standing) {
                signed_in = session::who(&site.db, group.id, token).await?;
            }
        }
        let charter = charter::charter(&site.db.read(group.id)).await?;
        let mut face = face(&group, &charter);
        if signed_in.is_some_and(|her| !her.standing.reads()) {
            // What is kept about her is all that she may read.
            face.tabs = vec![Tab::Me];
        }
        if signed_in.is_some_and(|her| !her.standing.is_member()) {
            // Calls are between members.
            face.tabs.retain(|tab| *tab != Tab::Call);
        }
        let mut page = page.in_group(face);
        if let Some(signed_in) = &signed_in {
            page = page.as_member();
            // Somebody asks to take her place while she is here: she reads it wherever she is (`reliability D6`).
            if !recovery::all_about(&site.db.read(group.id), signed_in.member).await?.is_empty() {
                let action = format!("/g/{}/me/recovery/refuse", group.slug);
                page = page.with_standing_note("recovery-about-you", "recovery-refuse", action);
            }
        }
        Ok(Self { page, site, group, charter, signed_in })
    }
}

/// Whether the page shows calls, listening, visits or circles: their own pages, one's own, and the home.
fn shows_mutual_aid(request: &HttpRequest) -> bool {
    let inside = request.path().split('/').nth(3).unwrap_or_default();
    matches!(inside, "" | "call" | "visit" | "neighbour" | "me")
}

/// The pages that lead in are never counted: whoever lost everything still finds how to come back.
fn leads_in(request: &HttpRequest) -> bool {
    let pattern = request.match_pattern().unwrap_or_default();
    ["/g/{group}/door", "/g/{group}/door/lost", "/g/{group}/door/lost/waiting"].contains(&pattern.as_str())
}

/// The application was put together without the state of its pages.
#[derive(Debug, thiserror::Error)]
#[error("no web::Data<Site> in the application")]
struct NoSite;

/// What the group's pages look like, from its charter.
pub fn face(group: &Group, charter: &Charter) -> GroupFace {
    GroupFace {
        name: charter.name().to_owned(),
        slug: group.slug.clone(),
        theme: charter.text("theme").to_owned(),
        voice: voice_of(charter),
        place: Place {
            zone: charter.zone(),
            member: charter.text("member_word").to_owned(),
            members: charter.text("members_word").to_owned(),
        },
        crisis_lines: charter.text("crisis_lines").lines().filter_map(crisis_line).collect(),
        tabs: Tab::ALL.to_vec(),
    }
}

/// The language and the manner that a charter sets.
pub(super) fn voice_of(charter: &Charter) -> Voice {
    match (charter.text("language"), charter.text("address")) {
        ("en", _) => Voice::En,
        (_, "vous") => Voice::FrVous,
        _ => Voice::FrTu,
    }
}

/// `988, appel ou texto, jour et nuit`: what to dial, then what it is.
fn crisis_line(line: &str) -> Option<CrisisLine> {
    Line::read(line).map(|line| CrisisLine { number: line.number, what: line.name })
}

impl FromRequest for Visit {
    type Error = PageError;
    type Future = LocalBoxFuture<'static, Result<Self, PageError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Self::of(&request).await })
    }
}

/// Somebody signed in who reads the pages of the group of the address. Anybody else is led to its door.
#[derive(Debug)]
pub struct Member {
    /// The visit.
    pub visit: Visit,
    /// Who.
    pub id: MemberId,
    /// Whether the device is hers alone.
    pub own_device: bool,
    /// Where she stands.
    pub standing: Standing,
}

impl std::ops::Deref for Member {
    type Target = Visit;
    fn deref(&self) -> &Visit {
        &self.visit
    }
}

impl Member {
    async fn of(request: &HttpRequest) -> Result<Self, PageError> {
        Self::among(Visit::of(request).await?)
    }

    /// Somebody who reads the group's pages.
    fn among(visit: Visit) -> Result<Self, PageError> {
        let member = Self::herself(visit)?;
        if member.standing.reads() { Ok(member) } else { Err(No::NotAllowed(Message::new("error-excluded")).into()) }
    }

    /// Somebody with a way in, also when it leads to what is kept about her and to nothing else.
    fn herself(visit: Visit) -> Result<Self, PageError> {
        match visit.signed_in {
            Some(SignedIn { member, own_device, standing, .. }) => Ok(Self { id: member, own_device, standing, visit }),
            None => Err(PageError::to_the_door(visit.at("/door"))),
        }
    }

    /// The page alone, to render with.
    pub fn into_page(self) -> Page {
        self.visit.page
    }

    /// The token of her session.
    pub fn token(&self) -> &str {
        self.visit.page.session().unwrap_or_default()
    }
}

impl FromRequest for Member {
    type Error = PageError;
    type Future = LocalBoxFuture<'static, Result<Self, PageError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Self::of(&request).await })
    }
}

/// Somebody signed in, on a page about herself alone: also when she was removed from the group, which keeps her
/// right to what is kept about her (`domain A16`).
#[derive(Debug)]
pub struct Oneself(pub Member);

impl std::ops::Deref for Oneself {
    type Target = Member;
    fn deref(&self) -> &Member {
        &self.0
    }
}

impl FromRequest for Oneself {
    type Error = PageError;
    type Future = LocalBoxFuture<'static, Result<Self, PageError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Ok(Self(Member::herself(Visit::of(&request).await?)?)) })
    }
}

/// A form sent by somebody signed in, about herself alone: its command takes who sent it.
///
/// The form is read before the session is looked at: when the session ended meanwhile, what was typed is
/// given back (design 9, "Session expirée").
#[derive(Debug)]
pub struct Sent<T> {
    /// Who sent it.
    pub member: Member,
    /// What was typed.
    pub form: Form<T>,
    address: String,
}

impl<T> std::ops::Deref for Sent<T> {
    type Target = Member;
    fn deref(&self) -> &Member {
        &self.member
    }
}

impl<T> Sent<T> {
    /// Does `work` once for this form, however often it is sent. `work` returns where to go next.
    ///
    /// # Errors
    /// Whatever `work` refuses.
    pub async fn once(&self, work: impl AsyncFnOnce(&Tx<'_>) -> Result<String, No>) -> Result<String, No> {
        // Of what was typed, only a mark under a key outside the store: a passphrase could be guessed from less.
        let typed = hex::encode(self.form.typed.content());
        let content = self.site.db.keyring().blind_index(self.group.id, "form", &typed);
        let sending = Sending::new(self.id, &self.address, &self.form.nonce.to_string(), &content);
        let work = async |tx: &Tx<'_>| {
            late::used(tx, self.id, self.form.nonce).await?;
            work(tx).await
        };
        let db = &self.site.db;
        db.write(self.group.id, async |tx: &Tx<'_>| once(tx, &sending, work).await).await
    }

    /// The page to show again with what was typed and what to correct.
    ///
    /// # Errors
    /// The refusal itself, when showing the form again would not help.
    pub fn again(mut self, no: impl Into<PageError>) -> Result<Member, PageError> {
        self.member.visit.page = self.member.visit.page.again(&self.form, no)?;
        Ok(self.member)
    }

    /// Shows the form again with what was typed in it, for a button that only goes back to it.
    #[must_use]
    pub fn filled(mut self) -> Member {
        self.member.visit.page = self.member.visit.page.filled(&self.form);
        self.member
    }
}

impl Member {
    /// Checks the passphrase typed again before something that counts. A session left open must not become a
    /// place to guess it in: wrong ones are few. What is refused is said inside the write, where the same form
    /// sent twice meets its first answer.
    ///
    /// # Errors
    /// Too often in too short a time.
    pub async fn confirmed(&self, present: &str) -> Result<Result<Confirmed, No>, PageError> {
        let (rates, who) = (&self.page.app().rates, (self.group.id.0, self.id.0));
        rates.take(Limit::SignIn, who)?;
        let confirmed = confirm(&self.site.db, self.group.id, self.id, present).await;
        if confirmed.is_ok() {
            rates.give_back(Limit::SignIn, who);
        }
        Ok(confirmed)
    }
}

impl<T: DeserializeOwned + 'static> Sent<T> {
    /// Reads the form, then who sent it: `among` says who may.
    fn by(
        request: &HttpRequest,
        payload: &mut Payload,
        among: fn(Visit) -> Result<Member, PageError>,
    ) -> LocalBoxFuture<'static, Result<Self, PageError>> {
        let form = Form::<T>::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            let form = form.await;
            let visit = Visit::of(&request).await?;
            if visit.signed_in.is_none() && form.is_ok() && keep_late(&visit).await? {
                let no = PageError::to_the_door(visit.at("/door"));
                return Err(no.saying(Message::new("error-form-kept-late")));
            }
            let member = among(visit)?;
            Ok(Self { member, form: form?, address: request.path().to_owned() })
        })
    }
}

impl<T: DeserializeOwned + 'static> FromRequest for Sent<T> {
    type Error = PageError;
    type Future = LocalBoxFuture<'static, Result<Self, PageError>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        Self::by(request, payload, Member::among)
    }
}

/// Keeps the form of somebody whose session has just ended, until she comes in again (ruling 12). Says
/// whether it did: a browser that never was in here has nothing kept.
async fn keep_late(visit: &Visit) -> Result<bool, PageError> {
    let (Some(token), Some(form)) = (visit.page.session(), visit.page.late_form()) else { return Ok(false) };
    let Some(by) = session::whose(&visit.read(), token).await? else { return Ok(false) };
    let keep = async |tx: &Tx<'_>| late::keep(tx, by, &form).await;
    Ok(visit.site.db.write(visit.group.id, keep).await?)
}

/// A form sent by somebody who asks to use the power `P`. The answer is given inside the write
/// transaction, from rows read there (ruling 26): see [`May::act`].
#[derive(Debug)]
pub struct May<P: Power, T> {
    /// The form and who sent it.
    pub sent: Sent<T>,
    power: PhantomData<P>,
}

impl<P: Power, T> std::ops::Deref for May<P, T> {
    type Target = Sent<T>;
    fn deref(&self) -> &Sent<T> {
        &self.sent
    }
}

impl<P: Power, T> May<P, T> {
    /// Asks for the power and does `work` with it, once for this form, however often it is sent. `work`
    /// returns where to go next.
    ///
    /// # Errors
    /// When the power is not hers, or whatever `work` refuses.
    pub async fn act(&self, work: impl AsyncFnOnce(&Tx<'_>, Permit<P>) -> Result<String, No>) -> Result<String, No> {
        self.once(async |tx: &Tx<'_>| {
            let permit = ask::<P>(tx, self.id).await?;
            work(tx, permit).await
        })
        .await
    }

    /// Asks for the power and does `work` with it, each time the form is sent. Nothing notes that it was: for a secret
    /// ballot, of which a mark would tell when somebody voted, and a mark of its content what.
    ///
    /// # Errors
    /// When the power is not hers, or whatever `work` refuses.
    pub async fn act_without_mark<R>(
        &self,
        work: impl AsyncFnOnce(&Tx<'_>, Permit<P>) -> Result<R, No>,
    ) -> Result<R, No> {
        let work = async |tx: &Tx<'_>| {
            let permit = ask::<P>(tx, self.id).await?;
            work(tx, permit).await
        };
        self.site.db.write(self.group.id, work).await
    }

    /// As [`Sent::again`].
    ///
    /// # Errors
    /// The refusal itself, when showing the form again would not help.
    pub fn again(self, no: impl Into<PageError>) -> Result<Member, PageError> {
        self.sent.again(no)
    }
}

impl<P: Power, T: DeserializeOwned + 'static> FromRequest for May<P, T> {
    type Error = PageError;
    type Future = LocalBoxFuture<'static, Result<Self, PageError>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        // What is hers alone stays hers, whatever the group decided about her.
        let among = if P::WHO == Who::Herself { Member::herself } else { Member::among };
        let sent = Sent::by(request, payload, among);
        Box::pin(async move { Ok(Self { sent: sent.await?, power: PhantomData }) })
    }
}

/// Opens the session in the browser and leads to the group's home.
pub(crate) fn welcome_in(page: &Page, token: &str, own_device: bool, to: &str) -> HttpResponse {
    let mut answer = page.go_as_asked(to);
    keep_in(page, &mut answer, token, own_device);
    answer
}

/// The browser keeps this token from now on.
pub(crate) fn keep_in(page: &Page, answer: &mut HttpResponse, token: &str, own_device: bool) {
    let lasts = if own_device { Lasts::Seconds(90 * 24 * 3600) } else { Lasts::Window };
    if let Err(error) = answer.add_cookie(&page.app().cookies.set(Use::Session, token, lasts)) {
        tracing::error!(%error, "a cookie could not be set");
    }
}
