//! What somebody says yes to in the phone tree, and what goes with it. Nothing is ticked until she ticks it.

use super::Choice;
use crate::kit::{PageResult, Tab};
use crate::pages::decisions::say;
use crate::pages::visit::{May, Member, Oneself};
use commons::clock::Time;
use commons::db::Tx;
use commons::refusal::{Message, No, Problem};
use membership::powers::{ChangeOwnAccess, Permit};
use membership::queries::{consents, contacts, people};
use membership::rules::consent::Use;
use membership::rules::contact::ContactKind;
use mutual_aid::commands::calls::limits::say as say_yes;
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
    let everyone = people::everyone(&scope).await?.into_iter().filter(|person| person.id != member.id);
    let mut others = vec![Choice::new("", say(&member.page, &Message::new("calls-nobody"))?)];
    others.extend(everyone.map(|person| Choice::new(person.id.to_string(), person.name)));
    drop(scope);
    let mut voicemails = Vec::new();
    for one in Voicemail::ALL {
        let label = say(&member.page, &Message::keyed(format!("calls-voicemail-{}", one.name())))?;
        voicemails.push(Choice::new(one.name(), label));
    }
    let mut silents = Vec::new();
    for one in Silent::ALL {
        let label = say(&member.page, &Message::keyed(format!("calls-silent-{}", one.name())))?;
        silents.push(Choice::new(one.name(), label));
    }
    let how_many: Vec<Choice> =
        (1..=MOST_CALLS).map(|calls| Choice::new(calls.to_string(), calls.to_string())).collect();
    let clock = |at: chrono::NaiveTime| at.format("%H:%M").to_string();
    let context = context! {
        questions => &questions, numbers => &numbers, number => &chosen.number.map(|id| id.to_string()).unwrap_or_default(),
        how_many => &how_many, calls => &chosen.calls.to_string(), quiet_from => &clock(chosen.quiet.from),
        quiet_until => &clock(chosen.quiet.until), voicemails => &voicemails, voicemail => &chosen.voicemail.name(),
        shared => &chosen.shared, silents => &silents, silent => &chosen.silent.name(), others => &others,
        with => &chosen.with.map(|id| id.to_string()).unwrap_or_default(),
    };
    member.into_page().at(Tab::Me).render("mutual-aid/calls/limits.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Said {
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
    let yes: BTreeSet<Use> =
        may.form.yes.iter().filter_map(|name| Use::named(name)).filter(|one| Use::CALLS.contains(one)).collect();
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| {
        say_yes(tx, permit, &yes, may.form.choices()?).await?;
        Ok(may.at("/me/calls"))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-calls")),
        Err(no) => show_limits(may.again(no)?).await,
    }
}
