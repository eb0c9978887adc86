//! My card for the day I cannot say it: my own words, and whom I named reads them (`domain B18`).

use super::{MINE, help_name};
use crate::kit::{PageResult, Tab};
use crate::pages::visit::{May, Member};
use commons::db::Tx;
use membership::powers::Permit;
use mutual_aid::commands::circle::write_card;
use mutual_aid::powers::KeepCircle;
use mutual_aid::queries::circle::{ALL_LINE, mine};
use mutual_aid::rules::circle::Help;
use serde::{Deserialize, Serialize};
use tera::context;

#[derive(Serialize)]
struct LineShown {
    word: &'static str,
    label: String,
    words: String,
}

pub(super) async fn show(member: Member) -> PageResult {
    let hers = mine(&member.read(), member.id).await?;
    let words = |help: Option<Help>| {
        let line = hers.card.iter().find(|line| line.help == help);
        line.map(|line| line.words.clone()).unwrap_or_default()
    };
    let mut lines = Vec::new();
    for help in Help::ALL {
        lines.push(LineShown { word: help.word(), label: help_name(&member.page, help)?, words: words(Some(help)) });
    }
    let context = context! {
        all => &ALL_LINE, all_words => &words(None), lines => &lines, action => &member.at("/visit/circle/card"),
        back => &member.at(MINE),
    };
    member.into_page().at(Tab::Visit).render("mutual-aid/circle/card.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Card {
    all: String,
    animals: String,
    plants: String,
    mail: String,
    groceries: String,
    ride: String,
    snow: String,
    papers: String,
    company: String,
}

impl Card {
    fn of(&self, help: Help) -> &str {
        match help {
            Help::Animals => &self.animals,
            Help::Plants => &self.plants,
            Help::Mail => &self.mail,
            Help::Groceries => &self.groceries,
            Help::Ride => &self.ride,
            Help::Snow => &self.snow,
            Help::Papers => &self.papers,
            Help::Company => &self.company,
        }
    }

    fn lines(&self) -> Vec<(Option<Help>, String)> {
        let each = Help::ALL.into_iter().map(|help| (Some(help), self.of(help).to_owned()));
        std::iter::once((None, self.all.clone())).chain(each).collect()
    }
}

pub(super) async fn write(may: May<KeepCircle, Card>) -> PageResult {
    let (to, lines) = (may.at(MINE), may.form.lines());
    let done = may
        .act(async |tx: &Tx<'_>, permit: Permit<KeepCircle>| {
            write_card(tx, permit, &lines).await?;
            Ok(to)
        })
        .await;
    match done {
        Ok(to) => Ok(may.page.go_saying(&to, "done-close-card")),
        Err(no) => show(may.again(no)?).await,
    }
}
