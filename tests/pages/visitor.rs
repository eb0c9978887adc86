//! Somebody who reads pages without JavaScript: she follows links by their words, fills fields by their
//! label, presses buttons; her browser keeps cookies and sends hidden fields.

use crate::house;
use crate::site::{Raw, TestSite};
use actix_web::http::header::{self, HeaderMap};
use actix_web::http::{Method, Uri};
use actix_web::test::TestRequest;
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// What somebody typed or chose, by the name of the field.
pub type Fields = Vec<(String, String)>;

/// Somebody with a browser.
#[derive(Clone)]
pub struct Visitor<'s> {
    site: &'s TestSite,
    from: IpAddr,
    /// Her cookies.
    pub cookies: BTreeMap<String, String>,
    /// The language of her browser.
    pub language: &'static str,
    /// The page in front of her.
    pub page: Answer,
    typed: BTreeMap<String, String>,
    chosen: Vec<(String, String)>,
}

/// An answer, read whole.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The address that was asked.
    pub path: String,
    /// Status.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub body: String,
    /// `Set-Cookie` headers.
    pub cookies: Vec<String>,
}

/// A form found on a page.
#[derive(Clone, Debug)]
pub struct Form {
    /// Where it goes.
    pub action: String,
    /// What a browser would send if nothing were touched, without any button.
    pub fields: Fields,
    /// Fields by label.
    labels: Vec<(String, String)>,
    /// Choices and boxes by label: name and value.
    choices: Vec<(String, String, String)>,
    /// Buttons by words: name and value, when they have any.
    buttons: Vec<(String, Option<(String, String)>)>,
}

/// A request that is about to be sent.
#[derive(Clone, Debug)]
pub struct Ask {
    /// Method.
    pub method: Method,
    /// Path and query.
    pub path: String,
    /// Headers that replace those of the browser.
    pub headers: Vec<(&'static str, String)>,
    /// Body.
    pub body: Vec<u8>,
}

impl Ask {
    /// Reading.
    pub fn get(path: &str) -> Self {
        Self { method: Method::GET, path: path.to_owned(), headers: Vec::new(), body: Vec::new() }
    }

    /// Sending a form.
    pub fn post(path: &str, fields: &[(String, String)]) -> Self {
        Self { method: Method::POST, body: encoded(fields).into_bytes(), ..Self::get(path) }
    }

    /// With this header instead of the browser's own.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

/// Fields as a form sends them.
pub fn encoded(fields: &[(String, String)]) -> String {
    fields.iter().map(|(name, value)| format!("{}={}", percent(name), percent(value))).collect::<Vec<_>>().join("&")
}

fn percent(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    text.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

/// The fields of a list of pairs.
pub fn fields(pairs: &[(&str, &str)]) -> Fields {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

impl<'s> Visitor<'s> {
    /// Somebody who was never here. Each number is a network of its own.
    pub fn new(site: &'s TestSite, number: u32) -> Self {
        Self {
            site,
            from: Ipv4Addr::from(0x0A00_0000 + number).into(),
            cookies: BTreeMap::new(),
            language: "fr-CA",
            page: Answer::default(),
            typed: BTreeMap::new(),
            chosen: Vec::new(),
        }
    }

    /// Whose browser holds this cookie.
    pub fn with_cookie(mut self, name: &str, value: &str) -> Self {
        self.cookies.insert(name.to_owned(), value.to_owned());
        self
    }

    /// Whose browser speaks this language.
    pub fn speaking(mut self, language: &'static str) -> Self {
        self.language = language;
        self
    }

    /// Goes on from another network: limits by network are not what most tests are about.
    pub fn moves(&mut self) {
        let IpAddr::V4(from) = self.from else { return };
        self.from = Ipv4Addr::from(u32::from(from) + 0x0001_0000).into();
    }

    /// Sends one request and keeps the cookies of the answer. Follows nothing.
    pub async fn ask(&mut self, ask: Ask) -> Answer {
        let raw = self.site.answer(self.request(&ask)).await;
        let answer = Answer::read(&ask.path, raw);
        for cookie in &answer.cookies {
            keep(&mut self.cookies, cookie);
        }
        house::rules(&answer, &ask, self.site.public());
        answer
    }

    fn request(&self, ask: &Ask) -> TestRequest {
        let host = self.site.public().split("//").last().unwrap();
        let uri: Uri = ask.path.parse().unwrap_or_else(|error| panic!("{}: {error}", ask.path));
        let mut request = TestRequest::default()
            .method(ask.method.clone())
            .uri(&uri.to_string())
            .peer_addr(SocketAddr::new(self.from, 40_000));
        let mut headers = vec![("host", host.to_owned()), ("accept-language", self.language.to_owned())];
        if !self.cookies.is_empty() {
            let pairs = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
            headers.push(("cookie", pairs.collect::<Vec<_>>().join("; ")));
        }
        if !ask.body.is_empty() || ask.method == Method::POST {
            headers.push(("content-type", "application/x-www-form-urlencoded".to_owned()));
        }
        for (name, value) in headers.into_iter().filter(|(name, _)| ask.headers.iter().all(|(own, _)| own != name)) {
            request = request.insert_header((name, value));
        }
        for (name, value) in &ask.headers {
            request = request.append_header((*name, value.as_str()));
        }
        if ask.method == Method::GET || ask.method == Method::HEAD {
            request
        } else {
            request.set_payload(ask.body.clone())
        }
    }

    /// Opens an address, and goes where it leads.
    pub async fn open(&mut self, path: &str) -> &Answer {
        let mut path = path.to_owned();
        for _ in 0..6 {
            let answer = self.ask(Ask::get(&path)).await;
            if answer.status != 303 {
                self.page = answer;
                self.typed.clear();
                self.chosen.clear();
                return &self.page;
            }
            path = answer.location().to_owned();
        }
        panic!("{path} leads in circles");
    }

    /// Types in a field, by its label.
    pub fn fill(&mut self, label: &str, value: &str) -> &mut Self {
        self.typed.insert(label.to_owned(), value.to_owned());
        self
    }

    /// Presses a button, by its words, and goes where the answer leads.
    pub async fn press(&mut self, words: &str) -> &Answer {
        let (form, button) = self.page.button(words);
        let mut fields = form.fields.clone();
        for (label, value) in std::mem::take(&mut self.typed) {
            let name = form
                .name_of(&label)
                .unwrap_or_else(|| panic!("no field {label:?} with {words:?} on {}", self.page.path));
            set(&mut fields, &name, &value);
        }
        for (name, value) in std::mem::take(&mut self.chosen) {
            let is_radio = form.choices.iter().filter(|(_, other, _)| *other == name).count() > 1;
            if is_radio {
                fields.retain(|(other, _)| *other != name);
            }
            fields.push((name, value));
        }
        fields.extend(button);
        self.send(&form.action, &fields).await
    }

    /// Sends fields, and goes where the answer leads.
    pub async fn send(&mut self, path: &str, fields: &[(String, String)]) -> &Answer {
        let answer = self.ask(Ask::post(path, fields)).await;
        if answer.status == 303 {
            let to = answer.location().to_owned();
            return self.open(&to).await;
        }
        self.page = answer;
        &self.page
    }

    /// A token of hers and a new one-time id, as every form of ours carries them.
    pub async fn proof(&mut self) -> Fields {
        let page = self.ask(Ask::get("/look")).await;
        let form = page.forms().into_iter().find(|form| form.action == "/language").unwrap();
        let mut proof = form.fields;
        proof.retain(|(name, _)| name == "csrf" || name == "nonce");
        assert_eq!(proof.len(), 2);
        proof
    }

    /// These fields with a proof.
    pub async fn proven(&mut self, pairs: &[(String, String)]) -> Fields {
        let mut fields = pairs.to_vec();
        fields.extend(self.proof().await);
        fields
    }
}

/// Sets a field where it stands, or at the end.
pub fn set(fields: &mut Fields, name: &str, value: &str) {
    match fields.iter_mut().find(|(other, _)| other == name) {
        Some((_, old)) => value.clone_into(old),
        None => fields.push((name.to_owned(), value.to_owned())),
    }
}

fn keep(cookies: &mut BTreeMap<String, String>, header: &str) {
    let Some((name, value)) = header.split(';').next().and_then(|pair| pair.split_once('=')) else { return };
    if value.is_empty() || header.contains("Max-Age=0") {
        cookies.remove(name);
    } else {
        cookies.insert(name.to_owned(), value.to_owned());
    }
}

/// Elements that match, in a document.
pub fn select<'h>(html: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn inside<'h>(element: ElementRef<'h>, selector: &str) -> Vec<ElementRef<'h>> {
    element.select(&Selector::parse(selector).unwrap()).collect()
}

/// The words of an element, as one line.
pub fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Answer {
    fn read(path: &str, raw: Raw) -> Self {
        let cookies = raw.headers.get_all(header::SET_COOKIE).map(|value| value.to_str().unwrap().to_owned()).collect();
        let body = String::from_utf8_lossy(&raw.body).into_owned();
        Self { path: path.to_owned(), status: raw.status, headers: raw.headers, body, cookies }
    }

    /// A header, empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    /// Where a redirection leads.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// Whether it is a page.
    pub fn is_html(&self) -> bool {
        self.header("content-type").starts_with("text/html")
    }

    /// The page, parsed.
    pub fn html(&self) -> Html {
        Html::parse_document(&self.body)
    }

    /// Everything that can be read on the page, as one line.
    pub fn text(&self) -> String {
        select(&self.html(), "body").into_iter().map(words).collect()
    }

    /// Whether the page says this.
    pub fn says(&self, what: &str) -> bool {
        self.text().contains(what)
    }

    /// Whether a text that was typed is still there: in a field, or in words to copy.
    pub fn keeps(&self, typed: &str) -> bool {
        let page = self.html();
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let wanted = flat(typed);
        let in_fields = select(&page, "input, option, button");
        let held =
            in_fields.iter().filter_map(|element| element.value().attr("value")).any(|value| flat(value) == wanted);
        held || flat(&select(&page, "body").into_iter().flat_map(|body| body.text()).collect::<String>())
            .contains(&wanted)
    }

    /// Where the link with these words leads.
    pub fn link(&self, wanted: &str) -> String {
        let page = self.html();
        let links = select(&page, "a[href]");
        let exact = links.iter().find(|link| words(**link) == wanted);
        let found = exact.or_else(|| links.iter().find(|link| words(**link).contains(wanted)));
        let found = found.unwrap_or_else(|| panic!("no link {wanted:?} on {}:\n{}", self.path, self.text()));
        found.value().attr("href").unwrap().to_owned()
    }

    /// Every form of the page.
    pub fn forms(&self) -> Vec<Form> {
        let page = self.html();
        select(&page, "form").into_iter().map(|form| Form::read(&page, form)).collect()
    }

    /// The form that goes there.
    pub fn form(&self, action: &str) -> Form {
        let found = self.forms().into_iter().find(|form| form.action == action);
        found.unwrap_or_else(|| panic!("no form to {action} on {} ({}):\n{}", self.path, self.status, self.text()))
    }

    fn button(&self, words: &str) -> (Form, Option<(String, String)>) {
        for form in self.forms() {
            if let Some((_, sent)) = form.buttons.iter().find(|(said, _)| said.contains(words)) {
                return (form.clone(), sent.clone());
            }
        }
        panic!("no button {words:?} on {} ({}):\n{}", self.path, self.status, self.text())
    }
}

impl Form {
    fn read(page: &Html, form: ElementRef<'_>) -> Self {
        let mut read = Self {
            action: form.value().attr("action").unwrap_or_default().to_owned(),
            fields: Vec::new(),
            labels: Vec::new(),
            choices: Vec::new(),
            buttons: Vec::new(),
        };
        for element in inside(form, "input, textarea, select, button") {
            let value = element.value();
            let name = value.attr("name").unwrap_or_default().to_owned();
            let label = label_of(page, element);
            match (value.name(), value.attr("type").unwrap_or("text")) {
                ("button", _) => {
                    let sent = value
                        .attr("name")
                        .map(|name| (name.to_owned(), value.attr("value").unwrap_or_default().to_owned()));
                    read.buttons.push((words(element), sent));
                }
                ("textarea", _) => {
                    let text = element.text().collect::<String>();
                    read.labels.push((label, name.clone()));
                    read.fields.push((name, text));
                }
                ("select", _) => {
                    let options = inside(element, "option");
                    let chosen = options.iter().find(|one| one.value().attr("selected").is_some()).or(options.first());
                    let chosen = chosen.and_then(|one| one.value().attr("value")).unwrap_or_default().to_owned();
                    read.labels.push((label, name.clone()));
                    read.fields.push((name, chosen));
                }
                ("input", "radio" | "checkbox") => {
                    let sent = value.attr("value").unwrap_or("on").to_owned();
                    if value.attr("checked").is_some() {
                        read.fields.push((name.clone(), sent.clone()));
                    }
                    read.choices.push((label, name, sent));
                }
                (_, kind) => {
                    if kind != "hidden" {
                        read.labels.push((label, name.clone()));
                    }
                    read.fields.push((name, value.attr("value").unwrap_or_default().to_owned()));
                }
            }
        }
        read
    }

    fn name_of(&self, label: &str) -> Option<String> {
        self.labels.iter().find(|(words, _)| words.contains(label)).map(|(_, name)| name.clone())
    }

    /// The fields a browser would send, with these instead.
    pub fn with(&self, pairs: &[(&str, &str)]) -> Fields {
        let mut fields = self.fields.clone();
        for (name, value) in pairs {
            set(&mut fields, name, value);
        }
        fields
    }
}

fn label_of(page: &Html, element: ElementRef<'_>) -> String {
    let id = element.value().attr("id").unwrap_or_default();
    let labels = select(page, "label").into_iter().filter(|label| label.value().attr("for") == Some(id));
    labels.map(words).next().or_else(|| element.value().attr("aria-label").map(str::to_owned)).unwrap_or_default()
}
