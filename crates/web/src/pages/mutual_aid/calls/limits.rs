//! What somebody says yes to in the phone tree, and what goes with it. Nothing is ticked until she ticks it.

use super::{Choice, members_only};
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::decisions::say;
use crate::pages::visit::{May, Member, Oneself};
use commons::clock::Time;
use commons::db::Tx;
use commons::refusal::{Message, No, Problem};
use membership::powers::{ChangeOwnAccess, Permit};
use membership::queries::{consents, contacts, people};
use membership::rules::consent::{Channel, Use};
use membership::rules::contact::ContactKind;
use mutual_aid::commands::calls::limits::{ByAnother, say as say_yes, say_for};
use mutual_aid::powers::WriteCalls;
use mutual_aid::queries::calls::people::choices_of;
use mutual_aid::rules::calls::{Choices, MOST_CALLS, Silent, Voicemail, hour};
use mutual_aid::rules::quiet::Quiet;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use tera::context;

/// A use, as a box to tick.
#[derive(Serialize)]
struct Question {
    name: &'static str,
    key: String,
    yes: bool,
    since: Option<Time>,
}

pub(super) async fn show(Oneself(member): Oneself) -> PageResult {
    show_limits(member).await
}

async fn show_limits(member: Member) -> PageResult {
    let scope = member.read();
    let said = consents::all(&scope, member.id).await?.into_iter().filter(|said| Use::CALLS.contains(&said.to));
    let questions: Vec<Question> = said
        .map(|said| Question {
            name: said.to.name(),
            key: said.to.name().replace('_', "-"),
            yes: said.yes,
            since: said.since,
        })
        .collect();
    let chosen = choices_of(&scope, member.id).await?;
    let mine = contacts::mine(&scope, member.id).await?.into_iter();
    let numbers: Vec<Choice> = mine
        .filter(|point| point.kind == ContactKind::Phone)
        .map(|point| Choice::new(point.id.to_string(), point.value))
        .collect();
    drop(scope);
    let goes_with = goes_with(&member, &chosen).await?;
    let context = context! {
        questions => &questions, numbers => &numbers, number => &chosen.number.map(|id| id.to_string()).unwrap_or_default(),
        shared => &chosen.shared, goes_with => &goes_with,
    };
    member.into_page().at(Tab::Me).render("mutual-aid/calls/limits.html", context)
}

/// What goes with a yes, as the form has it.
#[derive(Serialize)]
struct GoesWith {
    how_many: Vec<Choice>,
    calls: String,
    quiet_from: String,
    quiet_until: String,
    voicemails: Vec<Choice>,
    voicemail: &'static str,
    silents: Vec<Choice>,
    silent: &'static str,
    others: Vec<Choice>,
    with: String,
}

async fn goes_with(member: &Member, chosen: &Choices) -> Result<GoesWith, PageError> {
    let everyone = people::everyone(&member.read()).await?.into_iter().filter(|person| person.id != member.id);
    let mut others = vec![Choice::new("", say(&member.page, &Message::new("calls-nobody"))?)];
    others.extend(everyone.map(|person| Choice::new(person.id.to_string(), person.name)));
    let named = |what: &str, name: &'static str| {
        Ok::<_, PageError>(Choice::new(name, say(&member.page, &Message::keyed(format!("calls-{what}-{name}")))?))
    };
    let voicemails = Voicemail::ALL.into_iter().map(|one| named("voicemail", one.name())).collect::<Result<_, _>>()?;
    let silents = Silent::ALL.into_iter().map(|one| named("silent", one.name())).collect::<Result<_, _>>()?;
    let clock = |at: chrono::NaiveTime| at.format("%H:%M").to_string();
    Ok(GoesWith {
        how_many: (1..=MOST_CALLS).map(|calls| Choice::new(calls.to_string(), calls.to_string())).collect(),
        calls: chosen.calls.to_string(),
        quiet_from: clock(chosen.quiet.from),
        quiet_until: clock(chosen.quiet.until),
        voicemails,
        voicemail: chosen.voicemail.name(),
        silents,
        silent: chosen.silent.name(),
        others,
        with: chosen.with.map(|id| id.to_string()).unwrap_or_default(),
    })
}

/// Writing down what somebody without a screen says yes to.
pub(super) async fn for_somebody(member: Member) -> PageResult {
    members_only(&member)?;
    let without = people::everyone(&member.read()).await?.into_iter();
    let without = without.filter(|person| !person.has_entered && person.id != member.id);
    let mut whom = vec![Choice::new("", say(&member.page, &Message::new("visits-choose"))?)];
    whom.extend(without.map(|person| Choice::new(person.id.to_string(), person.name)));
    let questions =
        Use::CALLS.map(|one| Question { name: one.name(), key: one.name().replace('_', "-"), yes: false, since: None });
    let mut goes_with = goes_with(&member, &Choices::default()).await?;
    let as_before = say(&member.page, &Message::new("calls-as-before"))?;
    for list in [&mut goes_with.how_many, &mut goes_with.voicemails, &mut goes_with.silents] {
        list.insert(0, Choice::new("", as_before.clone()));
    }
    (goes_with.calls, goes_with.voicemail, goes_with.silent) = (String::new(), "", "");
    (goes_with.quiet_from, goes_with.quiet_until) = (String::new(), String::new());
    let context = context! {
        whom => &whom, questions => &questions, goes_with => &goes_with,
        action => &member.at("/call/for-somebody"), back => &member.at("/call"),
    };
    member.into_page().at(Tab::Call).render("mutual-aid/calls/for-somebody.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Said {
    /// For whom, and how she said it, when somebody else writes it down.
    whom: String,
    channel: String,
    yes: Vec<String>,
    number: String,
    calls: String,
    quiet_from: String,
    quiet_until: String,
    voicemail: String,
    silent: String,
    with: String,
    shared: bool,
}

impl Said {
    fn yes(&self) -> BTreeSet<Use> {
        self.yes.iter().filter_map(|name| Use::named(name)).filter(|one| Use::CALLS.contains(one)).collect()
    }

    /// What somebody else writes down: what is left empty stays as it was.
    fn said(&self) -> Result<ByAnother, No> {
        let at = |field, typed: &str| match typed.trim() {
            "" => Ok(None),
            typed => hour(typed).map(Some).ok_or_else(|| No::field(field, Message::new("calls-hour"))),
        };
        Ok(ByAnother {
            calls: self.calls.trim().parse().ok(),
            quiet_from: at("quiet_from", &self.quiet_from)?,
            quiet_until: at("quiet_until", &self.quiet_until)?,
            voicemail: Voicemail::named(&self.voicemail),
            silent: Silent::named(&self.silent),
            with: self.with.parse().ok(),
        })
    }

    fn choices(&self) -> Result<Choices, No> {
        let wanted = |field, key| No::Invalid(vec![Problem::new(field, Message::new(key))]);
        let at = |field, typed: &str| hour(typed).ok_or_else(|| wanted(field, "calls-hour"));
        Ok(Choices {
            // A number that is none is refused by the command, when she calls others.
            calls: self.calls.trim().parse().unwrap_or_default(),
            quiet: Quiet { from: at("quiet_from", &self.quiet_from)?, until: at("quiet_until", &self.quiet_until)? },
            voicemail: Voicemail::named(&self.voicemail).unwrap_or_default(),
            silent: Silent::named(&self.silent).unwrap_or_default(),
            with: self.with.parse().ok(),
            number: self.number.parse().ok(),
            shared: self.shared,
        })
    }
}

pub(super) async fn said(may: May<ChangeOwnAccess, Said>) -> PageResult {
    let yes = may.form.yes();
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| {
        say_yes(tx, permit, &yes, may.form.choices()?).await?;
        Ok(may.at("/me/calls"))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-calls")),
        Err(no) => show_limits(may.again(no)?).await,
    }
}

pub(super) async fn said_for(may: May<WriteCalls, Said>) -> PageResult {
    let form = &may.form;
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<WriteCalls>| {
        let whom = form.whom.parse().map_err(|_| No::field("whom", Message::new("visits-choose-somebody")))?;
        let channel = Channel::by_another(&form.channel);
        let channel = channel.ok_or_else(|| No::field("channel", Message::new("at-request-choose-channel")))?;
        let id = say_for(tx, permit, whom, channel, &form.yes(), &form.said()?).await?;
        Ok(may.at(&format!("/group/at-request/{id}")))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-at-request")),
        Err(no) => for_somebody(may.again(no)?).await,
    }
}
