//! Resting, and coming back.

use super::Nothing;
use crate::kit::{PageResult, Tab};
use crate::pages::decisions::words::say;
use crate::pages::visit::{May, Member};
use chrono::NaiveDate;
use commons::clock::local_day;
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use membership::commands::pause::{Link, Pausing, come_back, pause as begin};
use membership::powers::Rest;
use membership::queries::{me, pause};
use membership::rules::pause::{Channel, Rhythm};
use serde::{Deserialize, Serialize};
use tera::context;

/// An entry of a list to choose from.
#[derive(Debug, Serialize)]
pub(super) struct Choice {
    value: String,
    label: String,
}

impl Choice {
    pub(super) fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// Where she pauses; while she rests, where she changes it or comes back.
pub(super) async fn show(member: Member) -> PageResult {
    let scope = member.read();
    let mine = pause::mine(&scope, member.id).await?;
    let has_address = me::me(&scope, member.id).await?.email.is_some();
    let others = pause::who_could(&scope, member.id).await?.into_iter();
    let others: Vec<Choice> = others.map(|person| Choice::new(person.id.to_string(), person.name)).collect();
    drop(scope);
    // The last day is the one before the midnight at which it ends.
    let zone = member.charter.zone();
    let until = mine.and_then(|pause| pause.until);
    let until = until.map(|until| local_day(zone, until - chrono::TimeDelta::microseconds(1)));
    let link = mine.and_then(|pause| pause.link);
    let page = &member.page;
    let mut channels = Vec::new();
    for channel in Channel::ALL {
        let label = say(page, &Message::keyed(format!("pause-channel-{}", channel.name())))?;
        channels.push(Choice::new(channel.name(), label));
    }
    let mut rhythms = Vec::new();
    for rhythm in Rhythm::ALL {
        let label = say(page, &Message::keyed(format!("pause-rhythm-{}", rhythm.name())))?;
        rhythms.push(Choice::new(rhythm.name(), label));
    }
    let context = context! {
        on_pause => &mine.is_some(), until => &until, tell_me => &mine.is_some_and(|pause| pause.tell_me),
        link_to => &link.map(|link| link.to.to_string()).unwrap_or_default(),
        channel => &link.map_or("", |link| link.channel.name()), rhythm => &link.map_or("", |link| link.rhythm.name()),
        others => &others, channels => &channels, rhythms => &rhythms, has_address => &has_address,
    };
    member.into_page().at(Tab::Me).render("membership/pause.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    until: String,
    tell_me: bool,
    link_to: String,
    channel: String,
    rhythm: String,
}

impl Wanted {
    fn read(&self) -> Result<Pausing, No> {
        let day = |text: &str| {
            text.parse::<NaiveDate>().map_err(|_| No::field("until", Message::new("pause-until-unreadable")))
        };
        let until = Some(self.until.trim()).filter(|text| !text.is_empty()).map(day).transpose()?;
        Ok(Pausing { until, tell_me: self.tell_me, link: self.link()? })
    }

    /// None unless a person is chosen; then the way and the rhythm are hers to say too.
    fn link(&self) -> Result<Option<Link>, No> {
        if self.link_to.is_empty() {
            return Ok(None);
        }
        let to: MemberId =
            self.link_to.parse().map_err(|_| No::field("link_to", Message::new("pause-link-with-somebody")))?;
        let channel = Channel::named(&self.channel);
        let channel = channel.ok_or_else(|| No::field("channel", Message::new("pause-link-channel-missing")))?;
        let rhythm = Rhythm::named(&self.rhythm);
        let rhythm = rhythm.ok_or_else(|| No::field("rhythm", Message::new("pause-link-rhythm-missing")))?;
        Ok(Some(Link { to, channel, rhythm }))
    }
}

pub(super) async fn rest(may: May<Rest, Wanted>) -> PageResult {
    let to = may.at("/me");
    let done = may
        .act(async |tx, permit| {
            begin(tx, permit, may.form.read()?).await?;
            Ok(to)
        })
        .await;
    match done {
        Ok(to) => Ok(may.page.go_saying(&to, "done-pause")),
        Err(no) => show(may.again(no)?).await,
    }
}

/// At once, from any page that offers it.
pub(super) async fn back(may: May<Rest, Nothing>) -> PageResult {
    let to = may.at("");
    let to = may
        .act(async |tx, permit| {
            come_back(tx, permit).await?;
            Ok(to)
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-back"))
}
