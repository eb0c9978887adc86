//! The whole site in process, with a few pages of its own.

use crate::kit::error::{Kind, PageError, PageResult};
use crate::kit::face::{CrisisLine, HOME_ZONE};
use crate::kit::guard::CONTENT_SECURITY_POLICY;
use crate::kit::{App, EndSession, Form, GroupFace, Page, Place, Tab, TooMany, Voice, WebKey, WebSettings};
use actix_http::Request;
use actix_web::body::MessageBody;
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::header::{self, HeaderMap};
use actix_web::{Error, test, web};
use commons::refusal::{Broken, Message, No, Problem};
use futures_util::future::LocalBoxFuture;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tera::context;

#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Wish {
    title: String,
}

fn face(voice: Voice) -> GroupFace {
    GroupFace {
        name: "La Tasse ébréchée".to_owned(),
        slug: "tasse".to_owned(),
        theme: "default".to_owned(),
        voice,
        place: Place { zone: HOME_ZONE, member: "complice".to_owned(), members: "complices".to_owned() },
        crisis_lines: vec![CrisisLine { number: "988".to_owned(), what: "jour et nuit".to_owned() }],
        tabs: Tab::ALL.to_vec(),
    }
}

async fn show(page: Page) -> PageResult {
    let context = context! { closes_at => "2026-11-28T01:00:00Z", result => &Message::new("form-write-number").with("least", 1_i64).with("most", 8_i64) };
    page.in_group(face(Voice::FrTu)).as_member().at(Tab::Decide).render("wish.html", context)
}

async fn wish(page: Page, form: Form<Wish>) -> PageResult {
    let no = match form.title.as_str() {
        "" => {
            let when = form.typed.date("when").err();
            No::Invalid(when.into_iter().chain([Problem::new("title", Message::new("form-write-date"))]).collect())
        }
        "taken" => No::conflict("error-conflict"),
        "broken" => Broken::stored("\"Solange\" is not a number").into(),
        _ => return Ok(page.go_saying("/g/tasse/wish", "done-test")),
    };
    show(page.again(&form, no)?).await
}

async fn fail(page: Page, kind: web::Path<String>) -> PageResult {
    let _page = page.in_group(face(Voice::FrVous));
    Err(match kind.as_str() {
        "403" => No::NotAllowed(Message::new("error-not-allowed")).into(),
        "404" => No::NotFound.into(),
        "409" => No::conflict("error-conflict").into(),
        "410" => No::Expired(Message::new("error-expired")).into(),
        "422" => No::field("title", Message::new("form-write-date")).into(),
        "429" => TooMany { wait: Duration::from_secs(600) }.into(),
        "500" => Broken::stored("the word \"Solange\" in `member_name`").into(),
        "503" => Broken::Busy.into(),
        _ => PageError::new(Kind::BadAddress),
    })
}

async fn number(_: Page, _: web::Path<u32>) -> &'static str {
    "a number"
}

async fn unknown_template(page: Page) -> PageResult {
    page.render("nowhere.html", context! {})
}

#[derive(Default)]
struct Ended(Mutex<Vec<String>>);

impl EndSession for Ended {
    fn end<'a>(&'a self, token: &'a str) -> LocalBoxFuture<'a, ()> {
        Box::pin(async move { self.0.lock().unwrap().push(token.to_owned()) })
    }
}

const TEMPLATE: &str = r#"{% extends "base.html" %}
{% block title %}{{ t(key="tab-decide") }}{% endblock %}
{% block band %}{% <band title={t(key="tab-decide")} icon="ballot" back={t(key="look-back")} back_href="/"> %}{{ <steps current={2} steps={[{"icon": "chat", "text": "1"}, {"icon": "ballot", "text": "2"}]} /> }}{% </band> %}{% endblock %}
{% block main %}
<p>{{ <when at={closes_at} form="deadline" /> }} {{ <when at={closes_at} form="day" year={true} /> }} {{ closes_at | hour }} {{ closes_at | day_time(zone="Europe/Paris") }}</p>
<p>{{ result | say }}. {{ t_html(key="test-html", name="<b>") }}</p>
{{ <tag kind="yes" icon="check" text="x" /> }}{{ <stamp text="y" adopted={true} /> }}{{ <who name="Élise" /> }}{{ <patch name="cup" /> }}
{% <units label="v"> %}{{ <units.row name="n" icon="x" kind="no" count={3} total={14} /> }}{{ <units.row name="n" icon="check" kind="yes" count={50} total={80} /> }}{% </units> %}
{{ <quorum total={20} voted={14} needed={10} text="q" /> }}{{ <gauge gone={40} text="g" /> }}
{% <table caption="c"> %}<tbody><tr><td>1</td></tr></tbody>{% </table> %}
{% <fold title="f"> %}<p>z</p>{% </fold> %}{% <note kind="wait"> %}<p>z</p>{% </note> %}{% <empty icon="cup" title="e"> %}<p>z</p>{% </empty> %}
{% <form.post action="/g/tasse/wish" class="sheet stack stack--loose"> %}
{{ <form.field name="title" label="Titre" hint="h" /> }}
{{ <form.textarea name="why" label="Pourquoi" optional={true} /> }}
{{ <form.field name="when" label="Quand" value="2026-12-01" size="mid" /> }}
{{ <form.field name="passphrase" label="Phrase" type="password" /> }}
{% <form.choices name="vote" legend="Ton choix"> %}{{ <form.choice name="vote" value="yes" label="Pour" icon="check" /> }}{{ <form.choice name="vote" value="no" label="Contre" hint="h" /> }}{% </form.choices> %}
{{ <form.check name="kinds" id="kind-a" value="a" label="A" /> }}{{ <form.check name="kinds" id="kind-b" value="b" label="B" hint="h" checked={true} /> }}
{{ <form.select name="zone" label="Zone" value="b" options={[{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]} /> }}
{{ <form.pending text="Pas encore envoyé" /> }}<button class="btn">Envoyer</button>
{% </form.post> %}
{% endblock %}
"#;
const FR: &str = "done-test = C'est envoyé.\ntest-html = <b>Oui</b>, { $name }\n";
const EN: &str = "done-test = It is sent.\ntest-html = <b>Yes</b>, { $name }\n";

struct Browser<S> {
    site: S,
    host: &'static str,
    language: &'static str,
    jar: BTreeMap<String, String>,
    extra: Vec<(&'static str, &'static str)>,
    ended: Arc<Ended>,
    _themes: tempfile::TempDir,
}

struct Answer {
    status: u16,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }
    fn says(&self, words: &str) -> bool {
        self.body.replace('\u{a0}', " ").contains(words)
    }
    /// Value of the last hidden field `name`: that of the page's own form, or of the footer's.
    fn hidden(&self, name: &str) -> String {
        let mark = format!("name=\"{name}\" value=\"");
        self.body.split_once(&mark).unwrap().1.split('"').next().unwrap().to_owned()
    }
}

fn urlencoded(fields: &[(&str, &str)]) -> String {
    serde_urlencoded::to_string(fields).unwrap()
}

impl<S, B> Browser<S>
where
    S: Service<Request, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody,
{
    async fn send(&mut self, mut request: test::TestRequest) -> Answer {
        request =
            request.insert_header((header::HOST, self.host)).insert_header((header::ACCEPT_LANGUAGE, self.language));
        let jar = self.jar.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
        request = request.insert_header((header::COOKIE, jar));
        for pair in &self.extra {
            request = request.insert_header(*pair);
        }
        let answer = self.site.call(request.to_request()).await.unwrap();
        for cookie in answer.response().cookies() {
            match cookie.value() {
                "" => self.jar.remove(cookie.name()),
                value => self.jar.insert(cookie.name().to_owned(), value.to_owned()),
            };
        }
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let body = String::from_utf8_lossy(&test::read_body(answer).await).into_owned();
        Answer { status, headers, body }
    }
    async fn get(&mut self, uri: &str) -> Answer {
        self.send(test::TestRequest::get().uri(uri)).await
    }
    async fn post(&mut self, uri: &str, body: impl Into<Vec<u8>>) -> Answer {
        let form = ("content-type", "application/x-www-form-urlencoded");
        self.send(test::TestRequest::post().uri(uri).insert_header(form).set_payload(body.into())).await
    }
    /// Opens the page, then sends its form with `fields`.
    async fn fill(&mut self, uri: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.get(uri).await;
        let (csrf, nonce) = (page.hidden("csrf"), page.hidden("nonce"));
        let all = [&[("csrf", csrf.as_str()), ("nonce", nonce.as_str())], fields].concat();
        self.post(uri, urlencoded(&all)).await
    }
}

async fn site_at(
    public_url: &str,
    host: &'static str,
) -> Browser<impl Service<Request, Response = ServiceResponse<impl MessageBody>, Error = Error>> {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in
        [("templates/wish.html", TEMPLATE), ("messages/fr-CA/test.ftl", FR), ("messages/en/test.ftl", EN)]
    {
        let path = folder.path().join("default").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let ended = Arc::new(Ended::default());
    let settings = WebSettings {
        public_url: public_url.to_owned(),
        listen: "127.0.0.1:8080".parse().unwrap(),
        plain_http: true,
        themes: Some(folder.path().to_owned()),
        trusted_proxies: vec![],
        key: WebKey::new([7; 32]),
        exit_to: crate::kit::app::WEATHER.to_owned(),
        mails: crate::kit::app::Mails::Leave,
    };
    let app = web::Data::new(App::new(settings, Arc::clone(&ended) as Arc<dyn EndSession>).unwrap());
    let pages = |config: &mut web::ServiceConfig| {
        config
            .service(web::resource("/g/tasse/wish").route(web::get().to(show)).route(web::post().to(wish)))
            .service(web::resource("/fail/{kind}").route(web::get().to(fail)).route(web::post().to(fail)))
            .service(web::resource("/number/{n}").route(web::get().to(number)))
            .service(web::resource("/unknown").route(web::get().to(unknown_template)));
    };
    let site = test::init_service(crate::kit::site(app, pages)).await;
    Browser { site, host, language: "fr-CA", jar: BTreeMap::new(), extra: vec![], ended, _themes: folder }
}

macro_rules! here {
    () => {
        site_at("http://127.0.0.1:8080", "127.0.0.1:8080").await
    };
}
macro_rules! online {
    () => {
        site_at("https://parpour.example.org", "parpour.example.org").await
    };
}

#[actix_web::test]
async fn every_component_fills_and_escapes_in_both_languages() {
    let mut browser = here!();
    for (language, words) in [
        ("fr-CA", "vendredi 27 novembre à 20 h (heure de Montréal)"),
        ("en", "Friday, November 27 at 8 p.m. (Montréal time)"),
    ] {
        browser.language = language;
        let page = browser.get("/g/tasse/wish").await;
        assert_eq!(page.status, 200, "{}", page.body);
        assert!(page.says(words), "{}", page.body);
        assert!(page.says("&lt;b&gt;"));
        assert!(page.says("La Tasse ébréchée") && page.says("<strong>988</strong>, jour et nuit"));
        assert!(!page.says("style=") && !page.says("<script") && !page.says(" on"), "nothing inline");
    }
}

#[actix_web::test]
async fn every_answer_carries_the_headers_of_a_careful_site() {
    let mut browser = online!();
    for uri in ["/g/tasse/wish", "/nowhere", "/fail/500", "/look"] {
        let answer = browser.get(uri).await;
        assert_eq!(answer.header("content-security-policy"), CONTENT_SECURITY_POLICY, "{uri}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
        assert_eq!(answer.header("x-robots-tag"), "noindex, nofollow");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.header("strict-transport-security"), "max-age=31536000");
        assert!(answer.header("permissions-policy").contains("camera=()"));
    }
    let cookie = browser.get("/look").await;
    assert_eq!(cookie.header("set-cookie"), "", "the visitor is known already");
    assert!(browser.jar.contains_key("__Host-visitor"));
    assert_eq!(here!().get("/look").await.header("strict-transport-security"), "", "only over https");
}

#[actix_web::test]
async fn each_no_is_a_page_in_the_readers_language() {
    let mut browser = here!();
    for (kind, fr, en) in [
        ("403", "Page réservée", "This page is for others"),
        ("404", "Cette page n’existe pas", "This page does not exist"),
        ("409", "Revenez la lire", "Go back and read it"),
        ("410", "Ce lien n’est plus bon", "This link is no longer good"),
        ("422", "Écrivez une date", "Write a date"),
        ("429", "Attendez 10 minutes", "Wait 10 minutes"),
        ("500", "Ce n’est pas votre faute", "It is not your fault"),
        ("503", "Attendez quelques secondes", "Wait a few seconds"),
    ] {
        for (language, words) in [("fr", fr), ("en-CA,fr;q=0.5", en)] {
            browser.language = language;
            let page = browser.get(&format!("/fail/{kind}")).await;
            assert_eq!(page.status.to_string(), kind);
            assert!(page.says(words), "{kind}: {}", page.body);
            assert!(page.says("<a href=\"/g/tasse\">"), "dressed as its group");
            assert!(!page.says("La Tasse ébréchée"), "whose name is for its members");
            assert!(!page.says("Solange"));
        }
    }
    assert_eq!(browser.get("/fail/429").await.header("retry-after"), "600");
    assert_eq!(browser.get("/fail/503").await.header("retry-after"), "5");
    assert!(browser.get("/fail/500").await.says("Number to give"));
    let broken = browser.get("/unknown").await;
    assert_eq!(broken.status, 500);
    assert!(!broken.says("nowhere.html"));
}

#[actix_web::test]
async fn what_actix_answers_on_its_own_becomes_a_page() {
    let mut browser = here!();
    let page = browser.get("/nowhere").await;
    assert!(page.status == 404 && page.says("Cette page n’existe pas"));
    assert_eq!(browser.get("/number/seven").await.status, 404);
    assert_eq!(browser.get("/number/7").await.body, "a number");
    assert_eq!(browser.get("/look?back=%2Flook&back=%2F").await.status, 400, "a query that does not read");
    let page = browser.get("/exit").await;
    assert_eq!((page.status, page.header("allow")), (405, "POST"));
    assert!(page.says("Cette adresse sert à autre chose"));
    let page = browser.send(test::TestRequest::delete().uri("/g/tasse/wish")).await;
    assert_eq!((page.status, page.header("allow")), (405, "GET, HEAD, POST"));
    let page = browser.post("/number/7", "").await;
    assert_eq!((page.status, page.header("allow")), (405, "GET, HEAD"));
}

#[actix_web::test]
async fn a_head_request_is_answered_like_a_get() {
    let mut browser = here!();
    let head = browser.send(test::TestRequest::default().method(actix_web::http::Method::HEAD).uri("/look")).await;
    assert_eq!(head.status, 200);
}

#[actix_web::test]
async fn other_names_than_ours_are_refused_kindly() {
    let mut browser = online!();
    browser.host = "evil.example";
    let page = browser.get("/look").await;
    assert!(page.status == 421 && page.says("Ce n’est pas la bonne adresse"), "{}", page.body);
    browser.host = "localhost:8080";
    assert_eq!(browser.get("/look").await.status, 200, "we listen on this machine");
}

#[actix_web::test]
async fn addresses_too_long_or_unreadable_are_refused_kindly() {
    let mut browser = here!();
    let page = browser.get(&format!("/look?back=/{}", "a".repeat(2_100))).await;
    assert!(page.status == 414 && page.says("trop longue"));
    for uri in ["/g/%FF", "/g/%00", "/look?back=%ff"] {
        let page = browser.get(uri).await;
        assert!(page.status == 400 && page.says("ne se lit pas"), "{uri}");
    }
}

#[actix_web::test]
async fn a_refused_form_comes_back_with_every_word() {
    let mut browser = here!();
    let why = "Parce que « la soupe » & <b>le pain</b>\net l'amitié";
    let fields = [
        ("title", ""),
        ("why", why),
        ("when", "20266-01-01"),
        ("vote", "no"),
        ("kinds", "a"),
        ("zone", "a"),
        ("passphrase", "tulipe"),
    ];
    let page = browser.fill("/g/tasse/wish", &fields).await;
    assert_eq!(page.status, 422);
    assert!(page.says("<title>Erreur : Décider · Parpour</title>"), "{}", page.body);
    assert!(page.says("Il reste 2 choses à corriger"));
    assert!(page.says("Ce que tu as écrit est gardé, sauf la phrase de passe."), "{}", page.body);
    let none_secret = browser.fill("/g/tasse/wish", &fields[..6]).await;
    assert!(none_secret.says("Ce que tu as écrit est gardé.</p>"), "{}", none_secret.body);
    assert!(page.says("<a href=\"#title\">Écris une date") && page.says("<a href=\"#when\">"));
    assert!(page.says("id=\"title\" name=\"title\" type=\"text\" value=\"\" aria-describedby=\"title-hint title-problem\" aria-invalid=\"true\""));
    assert!(
        page.says("Parce que « la soupe » &amp; &lt;b&gt;le pain&lt;/b&gt;\net l&#39;amitié</textarea>"),
        "{}",
        page.body
    );
    assert!(page.says("value=\"20266-01-01\""));
    assert!(page.says("value=\"no\" checked") && !page.says("value=\"yes\" checked"));
    assert!(page.says("id=\"kind-a\" name=\"kinds\" value=\"a\" checked") && !page.says("value=\"b\" checked"));
    assert!(page.says("<option value=\"a\" selected>"));
    assert!(!page.says("tulipe"), "a secret is not shown again");
}

#[actix_web::test]
async fn a_page_that_changed_meanwhile_keeps_the_form_too() {
    let mut browser = here!();
    let page = browser.fill("/g/tasse/wish", &[("title", "taken"), ("why", "des mots")]).await;
    assert_eq!(page.status, 409);
    assert!(page.says("Quelqu’un a changé cette page") && page.says("des mots</textarea>"));
}

#[actix_web::test]
async fn a_form_that_passes_leads_on_and_says_so_once() {
    let mut browser = here!();
    let answer = browser.fill("/g/tasse/wish", &[("title", "Soupe")]).await;
    assert_eq!((answer.status, answer.header("location")), (303, "/g/tasse/wish"));
    assert!(browser.get("/g/tasse/wish").await.says("C’est envoyé."));
    assert!(!browser.get("/g/tasse/wish").await.says("C’est envoyé."));
    browser.jar.insert("said".to_owned(), "menu".to_owned());
    assert!(!browser.get("/g/tasse/wish").await.says("<b>Menu</b>"), "only what was done can be said");
}

#[actix_web::test]
async fn when_something_breaks_the_words_come_back_with_a_button() {
    let mut browser = here!();
    let long = "Un long texte qui a pris une heure à écrire.";
    let page = browser.fill("/g/tasse/wish", &[("title", "broken"), ("why", long)]).await;
    assert_eq!(page.status, 500);
    assert!(page.says(long) && page.says("Envoyer de nouveau"), "{}", page.body);
    assert!(page.says("action=\"/g/tasse/wish\"") && !page.says("Solange"));
}

#[actix_web::test]
async fn a_form_without_its_token_does_nothing() {
    let mut browser = here!();
    let page = browser.get("/g/tasse/wish").await;
    let (csrf, nonce) = (page.hidden("csrf"), page.hidden("nonce"));
    let long = "Un long texte qui a pris une heure à écrire.";
    for fields in [
        vec![("title", "Soupe"), ("why", long)],
        vec![("csrf", "00"), ("nonce", &nonce), ("title", "Soupe"), ("why", long)],
        vec![("csrf", &csrf), ("title", "Soupe"), ("why", long)],
        vec![("csrf", &csrf), ("nonce", "not-an-id"), ("title", "Soupe"), ("why", long)],
    ] {
        let page = browser.post("/g/tasse/wish", urlencoded(&fields)).await;
        assert!(page.status == 403 && page.says("La page est restée ouverte longtemps"), "{}", page.body);
    }
    let stale = urlencoded(&[("csrf", "00"), ("nonce", &nonce), ("title", "Soupe"), ("why", long)]);
    assert!(!browser.post("/g/tasse/wish", stale.clone()).await.says(long), "it may come from anywhere");
    browser.extra = vec![("sec-fetch-site", "same-origin")];
    let page = browser.post("/g/tasse/wish", stale).await;
    assert!(page.says(long) && page.says("Envoyer de nouveau"), "the browser says it is ours");
    let again = urlencoded(&[("csrf", &page.hidden("csrf")), ("nonce", &nonce), ("title", "Soupe")]);
    assert_eq!(browser.post("/g/tasse/wish", again).await.status, 303);
}

#[actix_web::test]
async fn a_token_is_bound_to_the_reader() {
    let mut browser = here!();
    let page = browser.get("/g/tasse/wish").await;
    let body = urlencoded(&[("csrf", &page.hidden("csrf")), ("nonce", &page.hidden("nonce")), ("title", "Soupe")]);
    browser.jar.insert("visitor".to_owned(), "a".repeat(64));
    assert_eq!(browser.post("/g/tasse/wish", body.clone()).await.status, 403);
    browser.jar.insert("pp".to_owned(), "b".repeat(64));
    assert_eq!(browser.post("/g/tasse/wish", body).await.status, 403);
}

#[actix_web::test]
async fn forms_from_other_sites_are_refused() {
    let mut browser = online!();
    let page = browser.get("/g/tasse/wish").await;
    let body = urlencoded(&[("csrf", &page.hidden("csrf")), ("nonce", &page.hidden("nonce")), ("title", "Soupe")]);
    for foreign in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
        ("origin", "http://parpour.example.org"),
    ] {
        browser.extra = vec![foreign];
        let page = browser.post("/g/tasse/wish", body.clone()).await;
        assert!(page.status == 403 && page.says("Cet envoi vient d’un autre site"), "{foreign:?}");
    }
    for own in [
        ("sec-fetch-site", "same-origin"),
        ("origin", "https://parpour.example.org"),
        ("origin", "null"),
        ("sec-fetch-site", "none"),
    ] {
        browser.extra = vec![own];
        assert_eq!(browser.post("/g/tasse/wish", body.clone()).await.status, 303, "{own:?}");
    }
}

#[actix_web::test]
async fn bodies_that_are_no_form_are_refused_kindly() {
    let mut browser = here!();
    let page = browser.get("/g/tasse/wish").await;
    let start = urlencoded(&[("csrf", &page.hidden("csrf")), ("nonce", &page.hidden("nonce"))]);
    let json = test::TestRequest::post()
        .uri("/g/tasse/wish")
        .insert_header(("content-type", "application/json"))
        .set_payload("{}");
    assert_eq!(browser.send(json).await.status, 415);
    let page = browser.post("/g/tasse/wish", format!("{start}&title=%FF")).await;
    assert!(page.status == 400 && page.says("Ce texte ne se lit pas"));
    let page = browser
        .post("/g/tasse/wish", format!("{start}&title=Soupe%00&why=Un+long+texte+avec+un+signe%07+invisible"))
        .await;
    assert!(page.status == 422 && page.says("Un signe invisible"), "{}", page.body);
    assert!(
        page.says("Un long texte avec un signe invisible") && page.says("value=\"Soupe\""),
        "given back without it"
    );
    let page = browser.post("/g/tasse/wish", format!("{start}{}", "&a=1".repeat(101))).await;
    assert_eq!(page.status, 413);
}

#[actix_web::test]
async fn a_form_too_large_is_given_back() {
    let mut browser = here!();
    let page = browser.get("/g/tasse/wish").await;
    let start = urlencoded(&[("csrf", &page.hidden("csrf")), ("nonce", &page.hidden("nonce"))]);
    let long = "potage ".repeat(10_000);
    let page = browser.post("/g/tasse/wish", format!("{start}&{}", urlencoded(&[("why", &long)]))).await;
    assert!(page.status == 413 && page.says("C’est trop long") && page.says(&long), "read, refused, given back");
    assert!(!page.says("Envoyer de nouveau"));
    let page = browser.post("/g/tasse/wish", format!("{start}&why={}", "a".repeat(3_000_000))).await;
    assert!(page.status == 413 && page.says(&"a".repeat(200_000)), "its beginning is given back");
    assert!(page.body.len() < 300_000, "too large to be kept whole");
    let words = urlencoded(&[("title", "Une soupe de plus le lundi soir")]);
    let end = &start;
    let page = browser.post("/g/tasse/wish", format!("{words}&why={}&{end}", "a".repeat(1_000_000))).await;
    assert!(page.status == 413 && page.says("Une soupe de plus le lundi soir"), "its token comes last");
    let page = browser.post("/g/tasse/wish", format!("{words}&why=%FF&{start}")).await;
    assert!(page.status == 400 && page.says("Une soupe de plus le lundi soir"), "not text, and given back");
    let page = browser.post("/g/tasse/wish", format!("{words}{}&{start}", "&a=1".repeat(200))).await;
    assert!(page.status == 413 && page.says("Une soupe de plus le lundi soir"), "too many fields, and given back");
    let page = browser.post("/g/tasse/wish", format!("{start}&title={}", "a".repeat(10_000))).await;
    assert_eq!(page.status, 303, "ten thousand letters are the command's business");
}

#[actix_web::test]
async fn language_is_chosen_by_cookie_then_browser_then_group() {
    let mut browser = here!();
    browser.language = "de";
    assert!(browser.get("/g/tasse/wish").await.says("lang=\"fr-CA\""));
    browser.language = "en";
    let page = browser.get("/g/tasse/wish").await;
    assert!(page.says("lang=\"en\"") && page.says(">Français</button>"));
    let footer = page.body.rsplit_once("action=\"/language\"").unwrap().1.to_owned();
    let footer = Answer { body: footer, ..page };
    let body = urlencoded(&[
        ("csrf", &footer.hidden("csrf")),
        ("nonce", &footer.hidden("nonce")),
        ("lang", &footer.hidden("lang")),
        ("back", &footer.hidden("back")),
    ]);
    let answer = browser.post("/language", body).await;
    assert_eq!((answer.status, answer.header("location")), (303, "/g/tasse/wish"));
    assert!(browser.get("/g/tasse/wish").await.says("lang=\"fr-CA\""), "the cookie wins");
}

#[actix_web::test]
async fn reading_preferences_are_kept_and_lead_back_to_our_pages_only() {
    let mut browser = here!();
    let preferences =
        [("text", "tresgrand"), ("theme", "sombre"), ("contrast", "fort"), ("space", ""), ("back", "/g/tasse/wish")];
    let answer = browser.fill("/look", &preferences).await;
    assert_eq!((answer.status, answer.header("location")), (303, "/g/tasse/wish"));
    let page = browser.get("/g/tasse/wish").await;
    assert!(
        page.says("<html lang=\"fr-CA\" data-theme=\"sombre\" data-contrast=\"fort\" data-text=\"tresgrand\">"),
        "{}",
        page.body
    );
    for foreign in ["https://evil.example", "//evil.example", "/\\evil.example"] {
        assert_eq!(browser.fill("/look", &[("back", foreign)]).await.header("location"), "/");
        assert!(browser.get(&format!("/look?back={foreign}")).await.says("class=\"band__back\" href=\"/\""));
    }
    assert!(!browser.jar.contains_key("look"), "back to the device's own");
}

#[actix_web::test]
async fn the_quick_exit_leaves_nothing_behind() {
    let mut browser = online!();
    let token = "s".repeat(64);
    browser.jar.insert("__Host-pp".to_owned(), token.clone());
    browser.jar.insert("lang".to_owned(), "fr".to_owned());
    browser.get("/g/tasse/wish").await;
    let page = browser.post("/exit", "").await;
    assert_eq!(page.status, 200);
    assert!(page.says("<title>Météo</title>") && !page.says("Parpour") && !page.says("Tasse"));
    assert_eq!(page.header("refresh"), "0; url=https://meteo.gc.ca/");
    assert_eq!(page.header("clear-site-data"), r#""cache", "cookies", "storage""#);
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(browser.get("/favicon.ico").await.status, 204, "browsers ask for it by themselves");
    assert!(browser.jar.is_empty(), "{:?}", browser.jar);
    assert_eq!(*browser.ended.0.lock().unwrap(), [token]);
}

#[actix_web::test]
async fn another_site_cannot_sign_anybody_out() {
    let mut browser = online!();
    browser.jar.insert("__Host-pp".to_owned(), "s".repeat(64));
    browser.extra = vec![("sec-fetch-site", "cross-site")];
    let page = browser.post("/exit", "").await;
    assert_eq!((page.status, page.header("clear-site-data")), (200, ""));
    assert!(browser.ended.0.lock().unwrap().is_empty() && browser.jar.contains_key("__Host-pp"));
}

#[actix_web::test]
async fn static_files_are_kept_for_ever_under_an_address_that_changes_with_them() {
    let mut browser = here!();
    let page = browser.get("/g/tasse/wish").await;
    let css = page
        .body
        .split("href=\"")
        .find(|part| part.contains("parpour.css"))
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let file = browser.get(&css).await;
    assert_eq!((file.status, file.header("content-type")), (200, "text/css; charset=utf-8"));
    assert_eq!(file.header("cache-control"), "public, max-age=31536000, immutable");
    let old = css.replace("default.", "default.0");
    assert_eq!(browser.get(&old).await.header("cache-control"), "no-store", "asked for by a page of yesterday");
    for uri in [
        "/static/default.x/../../Cargo.toml",
        "/static/default.x/..%2F..%2FCargo.toml",
        "/static/default.x/nothing.css",
        "/static/default/parpour.css",
        "/static/default.x/%2e%2e/messages/en/common.ftl",
    ] {
        assert_eq!(browser.get(uri).await.status, 404, "{uri}");
    }
}

#[actix_web::test]
async fn the_first_view_weighs_less_than_sixty_kilobytes() {
    let mut browser = here!();
    browser.extra = vec![("accept-encoding", "gzip, br")];
    let mut total = 0;
    let page = browser.send(test::TestRequest::get().uri("/g/tasse/wish")).await;
    assert_eq!(page.header("content-encoding"), "gzip");
    browser.extra.clear();
    let page = browser.get("/g/tasse/wish").await;
    let css = page
        .body
        .split("href=\"")
        .find(|part| part.contains("parpour.css"))
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let folder = css.rsplit_once('/').unwrap().0;
    for (uri, gzip) in [
        ("/g/tasse/wish".to_owned(), true),
        (css.clone(), true),
        (format!("{folder}/andika-400.woff2"), false),
        (format!("{folder}/andika-700.woff2"), false),
        (format!("{folder}/favicon.svg"), false),
    ] {
        let request = test::TestRequest::get()
            .uri(&uri)
            .insert_header((header::HOST, browser.host))
            .insert_header(("accept-encoding", "gzip"));
        let answer = browser.site.call(request.to_request()).await.unwrap();
        assert_eq!(answer.headers().contains_key("content-encoding") && gzip, gzip, "{uri}");
        total += test::read_body(answer).await.len();
    }
    println!("first view of the page with every component: {total} bytes");
    assert!(total <= 60_000, "{total}");
}

#[actix_web::test]
async fn no_request_can_ask_for_a_packing_that_does_not_exist() {
    let mut browser = here!();
    for accepted in ["*;q=0", "identity;q=0", "br", "gzip;q=0, *;q=0", "\u{e9}"] {
        let request = test::TestRequest::get()
            .uri("/look")
            .insert_header((header::HOST, browser.host))
            .insert_header(("accept-encoding", accepted));
        let answer = browser.site.call(request.to_request()).await.unwrap();
        assert_eq!(answer.status().as_u16(), 200, "{accepted}");
    }
    assert_eq!(browser.get("/look").await.status, 200);
}

#[actix_web::test]
async fn plain_http_on_a_network_is_said_on_the_page() {
    let mut browser = site_at("http://cuisine.local", "cuisine.local").await;
    assert!(browser.get("/look").await.says("Cette adresse n’est pas chiffrée"));
    assert!(!here!().get("/look").await.says("Cette adresse n’est pas chiffrée"));
    assert!(!online!().get("/look").await.says("Cette adresse n’est pas chiffrée"));
}

#[::core::prelude::v1::test]
fn wrong_settings_are_named_at_start() {
    let settings = |public_url: &str| WebSettings {
        public_url: public_url.to_owned(),
        listen: "0.0.0.0:8080".parse().unwrap(),
        plain_http: false,
        themes: None,
        trusted_proxies: vec![],
        key: WebKey::new([7; 32]),
        exit_to: crate::kit::app::WEATHER.to_owned(),
        mails: crate::kit::app::Mails::StayInFiles,
    };
    let told =
        |settings| App::new(settings, Arc::new(crate::kit::NoSessions)).map(|_| ()).map_err(|error| error.to_string());
    assert_eq!(told(settings("http://127.0.0.1:8080")), Ok(()));
    assert!(told(settings("http://cuisine.local")).unwrap_err().contains("plain http"));
    assert!(told(settings("cuisine.local")).unwrap_err().contains("public address"));
    let proxy = WebSettings { trusted_proxies: vec!["proxy".to_owned()], ..settings("https://a.example") };
    assert!(told(proxy).unwrap_err().contains("proxy"));
    let exit = WebSettings { exit_to: "javascript:x".to_owned(), ..settings("https://a.example") };
    assert!(told(exit).unwrap_err().contains("quick exit"));
}
