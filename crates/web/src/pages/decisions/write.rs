//! Writing a proposal: what should happen, then the whole to read again. The same pages serve a new proposal,
//! a draft, and a text that the group discusses already.

use super::desk::{Desk, Happens, Which};
use super::fields::{Fields, Least, MOST_DAYS, PARTS, QUORUMS, written_part};
use super::shown::{Change, changes, number};
use super::words::{Who, list_of, say};
use crate::kit::{Kind as No_, Page, PageError, PageResult, Tab};
use crate::pages::membership::rule_fields::{self, RuleField};
use crate::pages::{May, Member, Sent};
use ::decisions::amend::AmendText;
use ::decisions::commands::submit::submit;
use ::decisions::commands::write_proposal::{Text, revise, write_draft};
use ::decisions::powers::Propose;
use ::decisions::queries::proposal::{self, Proposal, draft, numbered};
use ::decisions::rules::by_charter::is_allowed;
use ::decisions::rules::election::{Warning, warnings};
use ::decisions::rules::question::Method;
use ::decisions::rules::state::State;
use ::decisions::rules::verdict::is_larger;
use ::membership::powers::{Permit, Who as Whose, ask};
use ::membership::queries::{applications, measures, people};
use ::membership::rules::charter::{Chapter, Kind, RULES, Rule, rule_named};
use ::membership::rules::removal::longest_measure;
use ::tally::{Quorum, Threshold};
use commons::db::{Scope, Tx};
use commons::effects::{Class, Effects};
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use serde::{Deserialize, Serialize};
use tera::context;

/// What should happen.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    effect: String,
}

pub(super) async fn choose(member: Member, desk: Desk) -> PageResult {
    ask_what(member, &desk).await
}

pub(super) async fn chosen(sent: Sent<Chosen>, desk: Desk) -> PageResult {
    match Happens::named(&sent.form.effect) {
        Some(happens) => Ok(sent.page.go(&sent.at(&desk.writes(happens)))),
        None => ask_what(sent.again(No::field("effect", Message::new("new-choose")))?, &desk).await,
    }
}

async fn ask_what(member: Member, desk: &Desk) -> PageResult {
    let scope = member.read();
    let stored = stored(&scope, &member.site.effects, desk.which, member.id).await?;
    drop(scope);
    if stored.as_ref().is_some_and(|stored| !may_change(stored)) {
        return Ok(member.page.go(&member.at(&home(desk.which))));
    }
    let majority = member.charter.majority(Class::Charter);
    let context = context! {
        chosen => &stored.as_ref().and_then(chosen_already).unwrap_or_default(),
        part => &(if majority.is_half() { "half" } else { "more" }), p => &majority.p, q => &majority.q,
        action => &member.at(&desk.asks()), which => &word(desk.which), back => &member.at(&home(desk.which)),
    };
    member.into_page().at(Tab::Decide).render("decisions/effect.html", context)
}

/// What was chosen before. A draft that does nothing may not have been asked yet: nothing is chosen for it.
fn chosen_already(stored: &Proposal) -> Option<&'static str> {
    let happens = happens_in(stored);
    (stored.state != State::Draft || happens != Happens::Nothing).then(|| happens.word())
}

pub(super) async fn write(member: Member, desk: Desk) -> PageResult {
    form(member, &desk, Showing::First).await
}

pub(super) async fn written(may: May<Propose, Fields>, desk: Desk) -> PageResult {
    let order = match order(&may, &desk).await {
        Ok(order) => order,
        Err(no) => return form(may.again(no)?, &desk, Showing::Again).await,
    };
    let done =
        may.act(async |tx: &Tx<'_>, permit: Permit<Propose>| save(tx, permit, &may.site.effects, &order).await).await;
    match done {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), order.said())),
        Err(no) => {
            let no = PageError::from(no);
            let showing = if no.kind() == No_::Conflict { Showing::Changed } else { Showing::Again };
            form(may.again(no)?, &desk, showing).await
        }
    }
}

/// What somebody asks to do with a text.
struct Order {
    which: Which,
    text: Text,
    /// Whether it goes to the group, and is not only kept.
    sends: bool,
    /// What keeps it from going there.
    unreadable: Vec<commons::refusal::Problem>,
    /// The fingerprint of the text she started from.
    seen: String,
}

impl Order {
    /// What the next page says.
    fn said(&self) -> &'static str {
        match (self.which, self.sends) {
            (Which::Revision(_), _) => "done-proposal-revised",
            (_, true) => "done-proposal-sent",
            (_, false) => "done-draft-kept",
        }
    }
}

async fn order(may: &May<Propose, Fields>, desk: &Desk) -> Result<Order, PageError> {
    let happens = match desk.happens {
        Some(happens) => happens,
        None => {
            let stored = stored(&may.read(), &may.site.effects, desk.which, may.id).await?;
            stored.map_or(Happens::Nothing, |stored| happens_in(&stored))
        }
    };
    let least = least(may, happens.class(&may.site.effects)?);
    let fields = &may.form.values;
    let sends = fields.act == "send" || matches!(desk.which, Which::Revision(_));
    let is_revision = matches!(desk.which, Which::Revision(_));
    let mut unreadable = if is_revision { Vec::new() } else { Fields::unreadable_days(&may.form.typed, least) };
    if sends {
        unreadable.extend(fields.unreadable_effect(happens, &may.form.typed));
    }
    if sends && !unreadable.is_empty() {
        unreadable.splice(0..0, fields.other_problems(happens));
    }
    Ok(Order { which: desk.which, text: fields.text(happens, least), sends, unreadable, seen: fields.seen.clone() })
}

/// Keeps or sends the text, and returns where to read it.
async fn save(tx: &Tx<'_>, permit: Permit<Propose>, effects: &Effects, order: &Order) -> Result<String, No> {
    if !order.unreadable.is_empty() {
        return Err(No::Invalid(order.unreadable.clone()));
    }
    let by = permit.by();
    if let Some(now) = stored(tx, effects, order.which, by).await?
        && super::fields::fingerprint(&now) != order.seen
    {
        return Err(No::conflict("proposal-changed-meanwhile"));
    }
    let id = match order.which {
        Which::New => write_draft(tx, permit, effects, order.text.clone()).await?,
        Which::Draft(id) => {
            revise(tx, permit, effects, id, order.text.clone()).await?;
            id
        }
        Which::Revision(number) => {
            let id = proposal::id_of(tx, number).await?;
            revise(tx, permit, effects, id, order.text.clone()).await?;
            return Ok(home(order.which));
        }
    };
    if !order.sends {
        return Ok(home(Which::Draft(id)));
    }
    let number = submit(tx, ask::<Propose>(tx, by).await?, effects, id).await?;
    Ok(format!("/decide/{number}"))
}

/// The text as it is kept; none for a new one.
async fn stored(scope: &Scope<'_>, effects: &Effects, which: Which, by: MemberId) -> Result<Option<Proposal>, No> {
    match which {
        Which::New => Ok(None),
        Which::Draft(id) => draft(scope, effects, id, by).await.map(Some),
        Which::Revision(number) => numbered(scope, effects, number, by).await.map(Some),
    }
}

fn may_change(stored: &Proposal) -> bool {
    // An amendment has its own page, beside what it changes.
    let is_amendment = stored.effect.as_ref().is_some_and(|(kind, _)| kind == AmendText::KIND);
    stored.is_mine && !is_amendment && matches!(stored.state, State::Draft | State::Waiting | State::Discussing)
}

fn happens_in(stored: &Proposal) -> Happens {
    Happens::of(stored.effect.as_ref().map(|(kind, _)| kind.as_str()), stored.question.method)
}

/// Where a text is read.
fn home(which: Which) -> String {
    match which {
        Which::New => "/decide".to_owned(),
        Which::Draft(id) => format!("/decide/drafts/{id}"),
        Which::Revision(number) => format!("/decide/{number}"),
    }
}

fn word(which: Which) -> &'static str {
    match which {
        Which::New => "new",
        Which::Draft(_) => "draft",
        Which::Revision(_) => "revision",
    }
}

fn least(member: &Member, class: Class) -> Least {
    let voting = member.charter.voting_days(class) + member.charter.paper_days();
    Least { discussion: member.charter.discussion_days(class), voting }
}

/// How the form comes to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Showing {
    /// Somebody opened it.
    First,
    /// Something is to correct.
    Again,
    /// The text changed meanwhile: both are shown.
    Changed,
}

async fn form(member: Member, desk: &Desk, showing: Showing) -> PageResult {
    let scope = member.read();
    let stored = stored(&scope, &member.site.effects, desk.which, member.id).await?;
    if showing == Showing::First && stored.as_ref().is_some_and(|stored| !may_change(stored)) {
        return Ok(member.page.go(&member.at(&home(desk.which))));
    }
    let happens = desk.happens.or(stored.as_ref().map(happens_in)).unwrap_or(Happens::Nothing);
    let mut fields = stored.as_ref().map(Fields::of).unwrap_or_default();
    match (happens, &desk.about) {
        (Happens::Admit, Some(about)) => fields.application.clone_from(about),
        (Happens::EndOfMeasure, Some(about)) => fields.measure.clone_from(about),
        _ => {}
    }
    let rule = if happens == Happens::Charter {
        let Some(rule) = rule(&member, desk, &fields, &stored)? else { return rules(member, desk) };
        Some(rule)
    } else {
        None
    };
    let choice = if happens == Happens::Choice {
        let Some(method) = method(desk, &stored)? else { return methods(member, desk) };
        method.word().clone_into(&mut fields.method);
        Some(choice(&member.page, method)?)
    } else {
        None
    };
    let class = happens.class(&member.site.effects)?;
    let least = least(&member, class);
    fields.discussion_days = at_least(&fields.discussion_days, least.discussion);
    fields.voting_days = at_least(&fields.voting_days, least.voting);
    let lists = lists(&scope, &member, happens).await?;
    let quorums = if happens == Happens::Seat {
        Vec::new()
    } else {
        quorums(&member, class, people::voters(&scope, scope.now()).await?.len() as u64)?
    };
    let draft = match (&stored, desk.which) {
        (Some(stored), Which::Draft(_)) => Some(drafted(&scope, &member, stored).await?),
        _ => None,
    };
    let context = context! {
        which => &word(desk.which), happens => &happens.word(), fields => &fields, rule => &rule, lists => &lists,
        choice => &choice, parts => &parts(&member, happens, class)?, quorums => &quorums, ways => &ways(&member, happens, class, &fields)?,
        least_discussion => &least.discussion, least_voting => &least.voting, most => &MOST_DAYS, draft => &draft,
        number => &stored.as_ref().and_then(|stored| stored.number), action => &member.at(&desk.here()),
        base => &member.at(&desk.base()), asks => &member.at(&desk.asks()), rules => &member.at(&desk.writes(Happens::Charter)),
        methods => &member.at(&desk.writes(Happens::Choice)),
        back => &member.at(&back(desk)), is_step => &is_step(desk),
        longer => &(fields.discussion_days != least.discussion.to_string() || fields.voting_days != least.voting.to_string()), theirs => &(showing == Showing::Changed && stored.is_some()),
    };
    drop(scope);
    member.into_page().at(Tab::Decide).render("decisions/write.html", context)
}

/// A way to decide about one text.
#[derive(Serialize)]
struct Way {
    word: &'static str,
    label: String,
    rule: String,
    chosen: bool,
}

/// The ways that the charter leaves to an author (`decisions A8`). In silence passes only what does nothing by itself.
fn ways(member: &Member, happens: Happens, class: Class, fields: &Fields) -> Result<Vec<Way>, PageError> {
    let fits = |method: &Method| match method {
        // What passes in silence, and what decides nothing, does nothing by itself.
        Method::Tacit | Method::Gradients | Method::Sense => happens == Happens::Nothing,
        method => *method == Method::Majority || method.has_objections(),
    };
    let allowed = |method: &Method| is_allowed(&member.charter, class, *method);
    let offered: Vec<Method> = Method::ALL.into_iter().filter(fits).filter(allowed).collect();
    if matches!(happens, Happens::Choice | Happens::Seat) || offered == [Method::Majority] {
        return Ok(Vec::new());
    }
    let chosen = Method::named(&fields.method).filter(|method| offered.contains(method));
    let chosen = chosen.or(offered.first().copied()).unwrap_or_default();
    let page = &member.page;
    let way = |method: Method| {
        Ok(Way {
            word: method.word(),
            label: say(page, &method.message(""))?,
            rule: say(page, &method.message("rule"))?,
            chosen: method == chosen,
        })
    };
    offered.into_iter().map(way).collect()
}

/// A part of the votes that must say yes.
#[derive(Serialize)]
struct Part {
    value: String,
    label: String,
}

/// The parts that are larger than the charter's (`decisions A8`), after the charter's own; nothing when none is.
fn parts(member: &Member, happens: Happens, class: Class) -> Result<Vec<Part>, PageError> {
    let charters = member.charter.majority(class);
    let larger: Vec<_> = PARTS.into_iter().filter(|part| is_larger(*part, charters)).collect();
    if happens == Happens::Choice || larger.is_empty() {
        return Ok(Vec::new());
    }
    let own = Part { value: String::new(), label: say(&member.page, &Message::new("write-part-charter"))? };
    let part = |part| {
        let Threshold { p, q } = part;
        let message = Message::new("write-part-more").with("p", number(p)).with("q", number(q));
        Ok(Part { value: written_part(part), label: say(&member.page, &message)? })
    };
    std::iter::once(Ok(own)).chain(larger.into_iter().map(part)).collect()
}

/// The quorums that are larger than the charter's for the group as it is (`decisions A8`), after the charter's own; nothing
/// when none is.
fn quorums(member: &Member, class: Class, voters: u64) -> Result<Vec<Part>, PageError> {
    let charters = member.charter.quorum(class).required(voters);
    let larger: Vec<_> = QUORUMS.into_iter().filter(|quorum| quorum.required(voters) > charters).collect();
    if larger.is_empty() {
        return Ok(Vec::new());
    }
    let own = Part { value: String::new(), label: say(&member.page, &Message::new("write-quorum-charter"))? };
    let more = |quorum: Quorum| {
        let message = match quorum {
            Quorum::Percent(percent) => Message::new("write-quorum-percent").with("percent", u32::from(percent)),
            Quorum::Majority | Quorum::Members(_) => Message::new("write-quorum-majority"),
        };
        Ok(Part { value: quorum.to_string(), label: say(&member.page, &message)? })
    };
    std::iter::once(Ok(own)).chain(larger.into_iter().map(more)).collect()
}

/// One step back from the form.
fn back(desk: &Desk) -> String {
    match (desk.which, desk.happens, &desk.about) {
        (_, Some(happens @ (Happens::Charter | Happens::Choice)), Some(_)) => desk.writes(happens),
        (Which::New, ..) | (Which::Draft(_), None, _) => "/decide".to_owned(),
        (Which::Draft(_), Some(_), _) => desk.asks(),
        (which, ..) => home(which),
    }
}

/// Whether one comes here from the step before.
fn is_step(desk: &Desk) -> bool {
    desk.happens.is_some() && (matches!(desk.which, Which::Draft(_)) || desk.about.is_some())
}

fn at_least(days: &str, least: u32) -> String {
    days.parse::<u32>().unwrap_or_default().max(least).to_string()
}

/// A draft, beside the form.
#[derive(Serialize)]
struct Drafted {
    authors: String,
    alone: bool,
    changes: Vec<Change>,
}

async fn drafted(scope: &Scope<'_>, member: &Member, stored: &Proposal) -> Result<Drafted, PageError> {
    let who = Who::new(people::names(scope).await?, &member.page)?;
    let changes = if is_whole(stored) { changes(&member.page, &stored.differences)? } else { Vec::new() };
    Ok(Drafted {
        authors: list_of(&member.page, &who.all(&stored.authors))?,
        alone: stored.authors.len() == 1,
        changes,
    })
}

/// Whether the effect of a draft can be put into words.
fn is_whole(stored: &Proposal) -> bool {
    let fields = Fields::of(stored);
    happens_in(stored) != Happens::Charter
        || rule_named(&fields.rule).is_some_and(|rule| rule.accept(&fields.value).is_ok())
}

/// What to choose from in the form.
#[derive(Default, Serialize)]
struct Lists {
    people: Vec<Choice>,
    powers: Vec<Choice>,
    measures: Vec<Choice>,
    applicants: Vec<Choice>,
    /// What to know before somebody is looked for without candidates.
    warnings: Vec<String>,
    /// The last day that a mandate may have.
    last_day: Option<chrono::NaiveDate>,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    label: String,
}

async fn lists(scope: &Scope<'_>, member: &Member, happens: Happens) -> Result<Lists, PageError> {
    let page = &member.page;
    match happens {
        Happens::Nothing | Happens::Choice | Happens::Charter | Happens::Trial => Ok(Lists::default()),
        Happens::Mandate => {
            let everyone = people::everyone(scope).await?.into_iter();
            let today = commons::clock::local_day(member.charter.zone(), scope.now());
            Ok(Lists {
                people: nobody_yet(
                    page,
                    everyone.map(|person| Choice { value: person.id.to_string(), label: person.name }),
                )?,
                powers: grantable(page)?,
                last_day: Some(today + chrono::Months::new(member.charter.mandate_months())),
                ..Lists::default()
            })
        }
        Happens::Seat => {
            let today = commons::clock::local_day(member.charter.zone(), scope.now());
            let found = warnings(people::how_many(scope).await?, false);
            Ok(Lists {
                powers: grantable(page)?,
                last_day: Some(today + chrono::Months::new(member.charter.mandate_months())),
                warnings: found.iter().map(|found| say(page, &warning(found))).collect::<Result<_, _>>()?,
                ..Lists::default()
            })
        }
        Happens::Measure => {
            let everyone = people::everyone(scope).await?.into_iter();
            let choice = |person: people::Person| Choice { value: person.id.to_string(), label: person.name };
            let last = longest_measure(scope.now()) - chrono::Duration::days(1);
            Ok(Lists {
                people: nobody_yet(page, everyone.map(choice))?,
                last_day: Some(commons::clock::local_day(member.charter.zone(), last)),
                ..Lists::default()
            })
        }
        Happens::EndOfMeasure => {
            let mut running = Vec::new();
            for measure in measures::all_running(scope).await? {
                running.push(Choice { value: measure.id.to_string(), label: say(page, &measure.what)? });
            }
            Ok(Lists { measures: nobody_yet(page, running.into_iter())?, ..Lists::default() })
        }
        Happens::Admit => {
            let asked = applications::waiting(scope).await?.into_iter();
            let applicants = asked.map(|asked| Choice { value: asked.id.to_string(), label: asked.name });
            Ok(Lists { applicants: nobody_yet(page, applicants)?, ..Lists::default() })
        }
    }
}

/// What a group should know before it looks for somebody without candidates.
fn warning(warning: &Warning) -> Message {
    match warning {
        Warning::TooFew(_) => Message::new("election-few"),
        Warning::TooMany(_) => Message::new("election-many"),
        Warning::Strained => Message::new("election-strained"),
    }
}

/// A list whose first line chooses nothing: a person is never proposed by the page.
fn nobody_yet(page: &Page, choices: impl Iterator<Item = Choice>) -> Result<Vec<Choice>, PageError> {
    let none = Choice { value: String::new(), label: say(page, &Message::new("write-choose"))? };
    Ok(std::iter::once(none).chain(choices).collect())
}

/// Powers that only a mandate gives, of every area.
fn grantable(page: &Page) -> Result<Vec<Choice>, PageError> {
    let areas = [::membership::powers::POWERS, ::decisions::powers::POWERS];
    let powers = areas.into_iter().flatten().filter(|power| power.who == Whose::Mandate);
    let choice = |name: &str| {
        let label = say(page, &Message::keyed(format!("power-{}", name.replace('_', "-"))))?;
        Ok(Choice { value: name.to_owned(), label })
    };
    powers.map(|power| choice(power.name)).collect()
}

/// A way to choose, with what its form asks.
#[derive(Serialize)]
struct Choosing {
    method: &'static str,
    title: String,
    rule: String,
    /// How options are written.
    options: String,
    /// Asks how many win.
    seats: bool,
    /// Asks how many people must be able to come.
    people: bool,
    /// Asks what there is to spend.
    budget: bool,
}

fn choice(page: &Page, method: Method) -> Result<Choosing, PageError> {
    let options = match method {
        Method::EqualShares => "write-options-costs",
        Method::Dates => "write-options-dates",
        _ => "write-options-hint",
    };
    Ok(Choosing {
        method: method.word(),
        title: say(page, &method.message(""))?,
        rule: say(page, &method.message("rule"))?,
        options: say(page, &Message::new(options))?,
        seats: method.has_seats(),
        people: method == Method::Dates,
        budget: method == Method::EqualShares,
    })
}

/// The method that the address names, or that of the text as it is kept; none when it is still to choose.
fn method(desk: &Desk, stored: &Option<Proposal>) -> Result<Option<Method>, PageError> {
    let kept = stored.as_ref().map(|stored| stored.question.method).filter(|method| method.has_options());
    match &desk.about {
        Some(word) => {
            Method::named(word).filter(|method| method.has_options()).map(Some).ok_or_else(PageError::not_found)
        }
        None => Ok(kept.filter(|_| desk.happens.is_none())),
    }
}

/// A way to choose, to choose from.
#[derive(Serialize)]
struct MethodLine {
    href: String,
    title: String,
    rule: String,
    when: String,
}

fn methods(member: Member, desk: &Desk) -> PageResult {
    let page = &member.page;
    let line = |method: Method| {
        Ok(MethodLine {
            href: member.at(&format!("{}/{}", desk.writes(Happens::Choice), method.word())),
            title: say(page, &method.message(""))?,
            rule: say(page, &method.message("rule"))?,
            when: say(page, &method.message("when"))?,
        })
    };
    let lines = Method::ALL.into_iter().filter(|method| method.has_options()).map(line);
    let lines = lines.collect::<Result<Vec<_>, PageError>>()?;
    let context = context! { methods => &lines, back => &member.at(&desk.asks()) };
    member.into_page().at(Tab::Decide).render("decisions/methods.html", context)
}

/// The rule of the charter that changes, with how to write it.
#[derive(Serialize)]
struct RuleShown {
    name: &'static str,
    label: String,
    present: String,
    field: RuleField,
}

/// The rule that is about to change; none when it is still to choose.
fn rule(
    member: &Member,
    desk: &Desk,
    fields: &Fields,
    stored: &Option<Proposal>,
) -> Result<Option<RuleShown>, PageError> {
    let already = stored.as_ref().is_some_and(|stored| happens_in(stored) == Happens::Charter);
    let rule = match &desk.about {
        Some(name) => Some(rule_named(name).ok_or_else(PageError::not_found)?),
        None if already && desk.happens.is_none() => rule_named(&fields.rule),
        None => None,
    };
    rule.map(|rule| rule_shown(member, rule, fields)).transpose()
}

/// The field starts from what is written, or else from what the charter says now.
fn rule_shown(member: &Member, rule: &'static Rule, fields: &Fields) -> Result<RuleShown, PageError> {
    let (words, place) = (member.page.words()?, member.page.place());
    let now = member.charter.text(rule.name);
    let reads = !matches!(rule.kind, Kind::OneOf(_)) || rule.accept(&fields.value).is_ok();
    let written = fields.rule == rule.name && !fields.value.is_empty() && reads;
    let value = if written { &fields.value } else { now };
    let field = rule_fields::field(words, place, &rule_fields::installed(&member.page), rule, value.to_owned())?;
    Ok(RuleShown {
        name: rule.name,
        label: words.say(&rule_fields::label_of(rule.name), place)?,
        present: rule_fields::said(words, place, rule, now)?,
        field: field.called("value", say(&member.page, &Message::new("write-value"))?),
    })
}

/// A chapter of the charter, to choose a rule from.
#[derive(Serialize)]
struct ChapterShown {
    title: String,
    id: &'static str,
    rules: Vec<RuleLine>,
}

#[derive(Serialize)]
struct RuleLine {
    href: String,
    label: String,
    help: String,
    present: String,
}

fn rules(member: Member, desk: &Desk) -> PageResult {
    let (words, place) = (member.page.words()?, member.page.place());
    let line = |rule: &'static Rule| {
        Ok(RuleLine {
            href: member.at(&format!("{}/{}", desk.writes(Happens::Charter), rule.name)),
            label: words.say(&rule_fields::label_of(rule.name), place)?,
            help: words.say(&rule_fields::help_of(rule.name), place)?,
            present: rule_fields::said(words, place, rule, member.charter.text(rule.name))?,
        })
    };
    let chapter = |chapter: Chapter| {
        let rules = RULES.iter().filter(|rule| rule.chapter == chapter).map(line).collect::<Result<_, PageError>>()?;
        let title = words.say(&Message::keyed(format!("charter-chapter-{}", chapter.name())), place)?;
        Ok(ChapterShown { title, id: chapter.name(), rules })
    };
    let chapters = Chapter::ALL.into_iter().map(chapter).collect::<Result<Vec<_>, PageError>>()?;
    let context = context! {
        chapters => &chapters, which => &word(desk.which), back => &member.at(&desk.asks()),
    };
    member.into_page().at(Tab::Decide).render("decisions/rules.html", context)
}
