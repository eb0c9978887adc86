//! Founding a group, step by step, under a link that opens once. Nothing is the group's until its founders
//! have signed.

use super::rule_fields::{self, RuleField, label_of, said};
use super::{Drawn, Nothing, full_address};
use crate::kit::messages::Messages;
use crate::kit::{Form, Lang, Page, PageError, PageResult, Place};
use crate::pages::Site;
use crate::pages::visit::{Member, face, voice_of};
use actix_web::{HttpResponse, web};
use commons::groups::{self, Group};
use commons::refusal::{Message, No};
use decisions::commands::ask_first_question::{Question, ask_first_question};
use membership::commands::found::{self, Draft, FEWEST_FOUNDERS, Founded, rules_of, usual_trial_end};
use membership::queries;
use membership::rules::charter::{Chapter, Charter, Rule, rule_named};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tera::context;

type Store = web::Data<Site>;
type Token = web::Path<String>;

/// Whoever reads a step: in the manner that the founders chose, once they have.
fn dressed(page: Page, draft: &Draft) -> Page {
    if draft.charter.contains_key("address") { page.in_voice(voice_of(&draft.charter())) } else { page }
}

/// Once the group is founded, every step leads to what was founded.
fn when_founded(page: &Page, draft: &Draft, token: &str) -> Option<HttpResponse> {
    draft.founded.as_ref().map(|_| page.go(&format!("/found/{token}/sign")))
}

/// Once somebody has signed, a step no longer changes: it leads to the signatures.
fn when_signed(page: &Page, draft: &Draft, token: &str) -> Option<HttpResponse> {
    draft.has_signature().then(|| page.go(&format!("/found/{token}/sign")))
}

/// Rules settled about the group itself. The theme is asked only when there is a choice.
fn rules_of_group(page: &Page) -> Vec<&'static Rule> {
    let one_theme = page.app().themes.all().count() == 1;
    let asked = |rule: &&Rule| rule.name != "trial_until" && !(one_theme && rule.name == "theme");
    rules_of(Chapter::Identity).filter(asked).collect()
}

/// What a field holds until the founders say something else.
fn start(page: &Page, site: &Site, draft: &Draft, rule: &Rule) -> Result<String, PageError> {
    if let Some(settled) = draft.charter.get(rule.name) {
        return Ok(settled.clone());
    }
    usual(page, site, draft, rule)
}

/// What a rule says where founders change nothing.
fn usual(page: &Page, site: &Site, draft: &Draft, rule: &Rule) -> Result<String, PageError> {
    let words = page.words()?;
    if let Some(start) = start_of(words, page.place(), rule.name)? {
        return Ok(start);
    }
    Ok(match rule.name {
        "language" if words.voice().lang() == Lang::En => "en".to_owned(),
        "trial_until" => usual_trial_end(&draft.charter(), site.db.now()).to_string(),
        _ => rule.start.to_owned(),
    })
}

/// Words that a rule starts with, in the language in which the founders read.
pub(super) fn start_of(words: &Messages, place: &Place, rule: &str) -> Result<Option<String>, PageError> {
    let say = |key: &'static str| words.say(&Message::new(key), place);
    Ok(match rule {
        "member_word" => Some(say("member-one")?),
        "members_word" => Some(say("member-many")?),
        // They become the group's own text, which is kept with plain spaces, as people type them.
        "crisis_lines" => {
            Some([say("crisis-lines-first")?, say("crisis-lines-second")?].join("\n").replace('\u{a0}', " "))
        }
        _ => None,
    })
}

fn fields<'a>(
    page: &Page,
    site: &Site,
    draft: &Draft,
    rules: impl IntoIterator<Item = &'a Rule>,
) -> Result<Vec<RuleField>, PageError> {
    let (words, themes) = (page.words()?, rule_fields::installed(page));
    let one = |rule: &Rule| rule_fields::field(words, page.place(), &themes, rule, start(page, site, draft, rule)?);
    rules.into_iter().map(one).collect()
}

/// What was typed about these rules. A question left without an answer changes nothing.
fn typed<'a>(form: &Form<Nothing>, rules: impl IntoIterator<Item = &'a Rule>) -> BTreeMap<String, String> {
    let typed = form.typed.fields().collect::<Vec<_>>();
    let answer = |rule: &Rule| {
        let (name, value) = typed.iter().find(|(name, _)| *name == rule.name)?;
        Some(((*name).to_owned(), (*value).to_owned()))
    };
    rules.into_iter().filter_map(answer).collect()
}

/// Step 1: the group.
pub(super) async fn group(page: Page, site: Store, token: Token) -> PageResult {
    let draft = found::draft(&site.db, &token).await?;
    match when_signed(&page, &draft, &token) {
        Some(signatures) => Ok(signatures),
        None => show_group(page, &site, &token, &draft),
    }
}

fn show_group(page: Page, site: &Site, token: &str, draft: &Draft) -> PageResult {
    if let Some(elsewhere) = when_founded(&page, draft, token) {
        return Ok(elsewhere);
    }
    let page = dressed(page, draft);
    let fields = fields(&page, site, draft, rules_of_group(&page))?;
    page.render("membership/found-group.html", context! { token => token, fields => &fields })
}

pub(super) async fn settle_group(page: Page, site: Store, token: Token, form: Form<Nothing>) -> PageResult {
    let rules = typed(&form, rules_of_group(&page));
    let settled = match refuse_unknown_theme(&page, &rules) {
        Ok(()) => found::settle_rules(&site.db, &token, &rules).await,
        no => no,
    };
    match settled {
        Ok(()) => Ok(page.go(&format!("/found/{token}/people"))),
        Err(no) => {
            let draft = found::draft(&site.db, &token).await?;
            show_group(dressed(page, &draft).again(&form, no)?, &site, &token, &draft)
        }
    }
}

fn refuse_unknown_theme(page: &Page, rules: &BTreeMap<String, String>) -> Result<(), No> {
    match rules.get("theme") {
        Some(theme) if !rule_fields::installed(page).contains(&theme.trim()) => {
            Err(No::field("theme", Message::new("charter-choose-one")))
        }
        _ => Ok(()),
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct People {
    founders: String,
    people: String,
}

/// Step 2: who founds, and who is in the group already.
pub(super) async fn people(page: Page, site: Store, token: Token) -> PageResult {
    let draft = found::draft(&site.db, &token).await?;
    match when_signed(&page, &draft, &token) {
        Some(signatures) => Ok(signatures),
        None => show_people(page, &token, &draft),
    }
}

fn show_people(page: Page, token: &str, draft: &Draft) -> PageResult {
    if let Some(elsewhere) = when_founded(&page, draft, token) {
        return Ok(elsewhere);
    }
    let founders: Vec<&str> = draft.founders.iter().map(|founder| founder.name.as_str()).collect();
    let (founders, people) = (founders.join("\n"), draft.people.join("\n"));
    let page = dressed(page, draft);
    page.render("membership/found-people.html", context! { token => token, founders => &founders, people => &people })
}

pub(super) async fn name_people(page: Page, site: Store, token: Token, form: Form<People>) -> PageResult {
    match found::name_people(&site.db, &token, &form.founders, &form.people).await {
        Ok(()) => Ok(page.go(&format!("/found/{token}/charter"))),
        Err(no) => {
            let draft = found::draft(&site.db, &token).await?;
            show_people(dressed(page, &draft).again(&form, no)?, &token, &draft)
        }
    }
}

/// The chapters that the founders settle on the page of the charter, in reading order.
const CHAPTERS: [Chapter; 3] = [Chapter::Deciding, Chapter::ComingIn, Chapter::Mandates];

fn rules_of_charter() -> impl Iterator<Item = &'static Rule> {
    CHAPTERS.into_iter().flat_map(rules_of).chain(rule_named("trial_until"))
}

#[derive(Debug, Serialize)]
struct ChapterFields {
    name: &'static str,
    title: Message,
    lead: Message,
    fields: Vec<RuleField>,
}

fn chapter_key(chapter: Chapter) -> String {
    format!("charter-chapter-{}", chapter.name())
}

/// Step 3: the first charter.
pub(super) async fn charter(page: Page, site: Store, token: Token) -> PageResult {
    let draft = found::draft(&site.db, &token).await?;
    match when_signed(&page, &draft, &token) {
        Some(signatures) => Ok(signatures),
        None => show_charter(page, &site, &token, &draft),
    }
}

fn show_charter(page: Page, site: &Site, token: &str, draft: &Draft) -> PageResult {
    if let Some(elsewhere) = when_founded(&page, draft, token) {
        return Ok(elsewhere);
    }
    let page = dressed(page, draft);
    let chapters = CHAPTERS.into_iter().map(|chapter| {
        let (title, lead) = (chapter_key(chapter), format!("{}-help", chapter_key(chapter)));
        let fields = fields(&page, site, draft, rules_of(chapter))?;
        Ok(ChapterFields { name: chapter.name(), title: Message::keyed(title), lead: Message::keyed(lead), fields })
    });
    let chapters = chapters.collect::<Result<Vec<_>, PageError>>()?;
    let trial = fields(&page, site, draft, rule_named("trial_until"))?;
    let usual = usual_read(&page, site, draft)?;
    let context = context! { token => token, chapters => &chapters, trial => &trial, usual => &usual };
    page.render("membership/found-charter.html", context)
}

/// Rules that tell what the usual charter is like.
const TELLING: [&str; 5] =
    ["discussion_days_ordinary", "voting_days_ordinary", "quorum_ordinary", "majority_ordinary", "majority_charter"];

fn usual_read(page: &Page, site: &Site, draft: &Draft) -> Result<Vec<RuleRead>, PageError> {
    let words = page.words()?;
    let one = |rule: &Rule| {
        let value = said(words, page.place(), rule, &usual(page, site, draft, rule)?)?;
        Ok(RuleRead { label: label_of(rule.name), value })
    };
    TELLING.into_iter().filter_map(rule_named).map(one).collect()
}

/// The usual charter, whatever was settled or typed before.
fn usual_charter(page: &Page, site: &Site, draft: &Draft) -> Result<BTreeMap<String, String>, PageError> {
    let one = |rule: &Rule| Ok((rule.name.to_owned(), usual(page, site, draft, rule)?));
    rules_of_charter().map(one).collect()
}

pub(super) async fn settle_charter(page: Page, site: Store, token: Token, form: Form<Nothing>) -> PageResult {
    let rules = match form.typed.get("keep") {
        "usual" => usual_charter(&page, &site, &found::draft(&site.db, &token).await?)?,
        _ => typed(&form, rules_of_charter()),
    };
    match found::settle_rules(&site.db, &token, &rules).await {
        Ok(()) => Ok(page.go(&format!("/found/{token}/sign"))),
        Err(no) => {
            let draft = found::draft(&site.db, &token).await?;
            show_charter(dressed(page, &draft).again(&form, no)?, &site, &token, &draft)
        }
    }
}

/// A chapter of the charter to read before signing.
#[derive(Debug, Serialize)]
struct ChapterRead {
    name: &'static str,
    title: Message,
    rules: Vec<RuleRead>,
}

#[derive(Debug, Serialize)]
struct RuleRead {
    label: Message,
    value: String,
}

fn chapters_read(page: &Page, site: &Site, draft: &Draft) -> Result<Vec<ChapterRead>, PageError> {
    let words = page.words()?;
    let one = |rule: &Rule| {
        let value = said(words, page.place(), rule, &start(page, site, draft, rule)?)?;
        Ok(RuleRead { label: label_of(rule.name), value })
    };
    let chapter = |chapter: Chapter| {
        let rules = rules_of(chapter).filter(|rule| rule.name != "theme").map(one).collect::<Result<_, PageError>>()?;
        Ok(ChapterRead { name: chapter.name(), title: Message::keyed(chapter_key(chapter)), rules })
    };
    Chapter::ALL.into_iter().map(chapter).collect()
}

#[derive(Debug, Serialize)]
struct FounderRead<'a> {
    number: usize,
    name: &'a str,
    has_signed: bool,
}

fn founders_read(draft: &Draft) -> Vec<FounderRead<'_>> {
    let founders = draft.founders.iter().zip(1..);
    founders.map(|(one, number)| FounderRead { number, name: &one.name, has_signed: one.signed.is_some() }).collect()
}

/// Step 4: reading the whole, and who has signed.
pub(super) async fn read(page: Page, site: Store, token: Token) -> PageResult {
    let draft = found::draft(&site.db, &token).await?;
    match &draft.founded {
        Some(founded) => show_founded(page, &site, &token, founded).await,
        None => show_whole(page, &site, &token, &draft),
    }
}

fn show_whole(page: Page, site: &Site, token: &str, draft: &Draft) -> PageResult {
    let page = dressed(page, draft).here(format!("/found/{token}/sign"));
    let chapters = chapters_read(&page, site, draft)?;
    let name = draft.charter().name().to_owned();
    let context = context! {
        token => token, name => &name, chapters => &chapters, people => &draft.people,
        founders => &founders_read(draft), enough => &(draft.founders.len() >= FEWEST_FOUNDERS),
        is_signed => &draft.is_signed(), has_signature => &draft.has_signature(),
    };
    page.render("membership/found-sign.html", context)
}

/// The page of one founder: she signs with a passphrase of her own.
pub(super) async fn pen(page: Page, site: Store, path: web::Path<(String, usize)>) -> PageResult {
    let (token, number) = path.into_inner();
    let draft = found::draft(&site.db, &token).await?;
    show_pen(page, &token, number, &draft, &Drawn::new())
}

fn show_pen(page: Page, token: &str, number: usize, draft: &Draft, drawn: &Drawn) -> PageResult {
    if let Some(elsewhere) = when_founded(&page, draft, token) {
        return Ok(elsewhere);
    }
    let founder = number.checked_sub(1).and_then(|index| draft.founders.get(index)).ok_or(No::NotFound)?;
    let page = dressed(page, draft);
    if founder.signed.is_some() {
        return Ok(page.go(&format!("/found/{token}/sign")));
    }
    let name = draft.charter().name().to_owned();
    let context =
        context! { token => token, number => &number, founder => &founder.name, name => &name, drawn => drawn };
    page.render("membership/found-pen.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Signing {
    founder: String,
    passphrase: String,
    drawn: String,
    email: String,
}

pub(super) async fn sign(page: Page, site: Store, path: web::Path<(String, usize)>, form: Form<Signing>) -> PageResult {
    let (token, number) = path.into_inner();
    match found::sign(&site.db, &token, &form.founder, &form.passphrase, &form.email).await {
        Ok(()) => Ok(page.go_saying(&format!("/found/{token}/sign#signatures"), "done-signed")),
        Err(no) => {
            let draft = found::draft(&site.db, &token).await?;
            show_pen(
                dressed(page, &draft).again(&form, no)?,
                &token,
                number,
                &draft,
                &Drawn::again(&form.drawn, &form.passphrase),
            )
        }
    }
}

pub(super) async fn unsign(page: Page, site: Store, token: Token, _: Form<Nothing>) -> PageResult {
    found::unsign(&site.db, &token).await?;
    Ok(page.go_saying(&format!("/found/{token}/sign"), "done-unsigned"))
}

/// Founds the group: its charter, its people and its first question appear together, or nothing does.
pub(super) async fn found(page: Page, site: Store, token: Token, form: Form<Nothing>) -> PageResult {
    let draft = found::draft(&site.db, &token).await?;
    let question = first_question(&page, &draft)?;
    let ask = async |tx: &commons::db::Tx<'_>, founded: &found::Founded| {
        ask_first_question(tx, &site.effects, founded, question).await
    };
    match found::found(&site.db, &token, ask).await {
        Ok(_) => Ok(page.go(&format!("/found/{token}/sign"))),
        Err(no) => show_whole(dressed(page, &draft).again(&form, no)?, &site, &token, &draft),
    }
}

/// In the language of the group, whatever that of the founder who presses the button.
fn first_question(page: &Page, draft: &Draft) -> Result<Question, PageError> {
    let charter = draft.charter();
    let words = page.app().views.messages(charter.text("theme"), voice_of(&charter))?;
    let say = |key: &'static str| words.say(&Message::new(key), page.place());
    Ok(Question {
        title: say("found-question-title")?,
        summary: say("found-question-summary")?,
        body: say("found-question-body")?,
    })
}

/// What was founded, and the way in: for whoever has the founding link, as long as it is kept.
async fn show_founded(page: Page, site: &Site, token: &str, founded: &Founded) -> PageResult {
    let group = groups::named(&site.db, &founded.slug).await?.ok_or(No::NotFound)?;
    let charter = queries::charter::charter(&site.db.read(group.id)).await?;
    let page = page.in_group(face(&group, &charter)).here(format!("/found/{token}/sign"));
    what_was_founded(page, &group, &charter)
}

/// The same for the group's people, whenever they want to read it again.
pub(super) async fn founded(member: Member) -> PageResult {
    let (group, charter) = (member.group.clone(), member.charter.clone());
    what_was_founded(member.into_page(), &group, &charter)
}

fn what_was_founded(page: Page, group: &Group, charter: &Charter) -> PageResult {
    let address = full_address(&page, &format!("/g/{}", group.slug));
    let context = context! { name => charter.name(), address => &address, trial_until => &charter.trial_until() };
    page.render("membership/founded.html", context)
}
