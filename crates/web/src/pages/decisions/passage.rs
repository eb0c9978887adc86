//! Saying which passage of a text a worry is about (`decisions A9`).

use super::amend::Paragraph;
use super::proposal::home;
use super::said::find;
use super::shown::can_point;
use super::words::Who;
use crate::kit::{PageResult, Tab};
use crate::pages::{May, Member};
use ::decisions::ContributionId;
use ::decisions::commands::point_to_passage::point_to_passage;
use ::decisions::powers::Contribute;
use ::decisions::queries::amendments::places;
use ::decisions::queries::proposal::{id_of, numbered};
use ::decisions::rules::paragraphs::Place;
use ::membership::powers::Permit;
use ::membership::queries::people;
use actix_web::web::Path;
use commons::db::Tx;
use commons::refusal::{Message, No};
use serde::Deserialize;
use tera::context;

/// What stands in the form for no passage.
const NONE: &str = "none";

/// Which passage.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    place: String,
    /// The version of the text that she read.
    seen: String,
}

impl Chosen {
    fn place(&self) -> Result<Option<Place>, No> {
        if self.place == NONE {
            return Ok(None);
        }
        let place = Place::named(&self.place);
        place.map(Some).ok_or_else(|| No::field("place", Message::new("amendment-choose-place")))
    }
}

pub(super) async fn ask(member: Member, at: Path<(String, i32, ContributionId)>) -> PageResult {
    passage_page(member, at.1, at.2).await
}

async fn passage_page(member: Member, number: i32, id: ContributionId) -> PageResult {
    let scope = member.read();
    let proposal = numbered(&scope, &member.site.effects, number, member.id).await?;
    let worry = find(&proposal, id)?;
    if !can_point(&proposal, worry, member.id, scope.now()) {
        return Ok(member.page.go(&member.at(&home(number))));
    }
    let places = places(&scope, proposal.id).await?.into_iter();
    let paragraphs: Vec<Paragraph> = places.map(|(place, words)| Paragraph { word: place.word(), words }).collect();
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    let context = context! {
        number => &number, worry => &worry.words, by => &who.name(worry.author), paragraphs => &paragraphs,
        pointed => &worry.passage.is_some(), seen => &proposal.version, no_passage => NONE,
        home => &member.at(&home(number)), action => &member.at(&format!("{}/said/{id}/passage", home(number))),
    };
    drop(scope);
    member.into_page().at(Tab::Decide).render("decisions/passage.html", context)
}

pub(super) async fn pointed(may: May<Contribute, Chosen>, at: Path<(String, i32, ContributionId)>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<Contribute>| {
        id_of(tx, at.1).await?;
        let seen = may.form.seen.parse().unwrap_or_default();
        point_to_passage(tx, permit, at.2, may.form.place()?, seen).await?;
        Ok(home(at.1))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-passage")),
        Err(no) => passage_page(may.again(no)?, at.1, at.2).await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_is_chosen_or_none_or_asked_for() {
        let chosen = |place: &str| Chosen { place: place.to_owned(), seen: String::new() }.place();
        assert_eq!(chosen("body-2").unwrap(), Place::named("body-2"));
        assert_eq!(chosen(NONE).unwrap(), None);
        for nothing in ["", "title-1", "body-0"] {
            let Err(No::Invalid(wrong)) = chosen(nothing) else { panic!("{nothing} is no passage") };
            assert_eq!(wrong[0].field, "place");
        }
    }
}
