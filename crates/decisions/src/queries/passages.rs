//! The passages of a text that worries are about (`decisions A9`).

use crate::ContributionId;
use crate::commands::amend::words_of;
use crate::entities::{contribution, proposal, proposal_version};
use crate::rules::paragraphs::{Field, Place, paragraphs, still_at};
use commons::db::Scope;
use commons::refusal::Broken;
use sea_orm::ColumnTrait;
use std::collections::HashMap;

/// A passage of a text, in the version that was pointed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Which version.
    pub version: i32,
    /// Where in it.
    pub place: Place,
    /// Where the same words stand in the text of today; none when they changed since.
    pub now: Option<Place>,
}

/// The passage of each worry that points to one.
pub(crate) async fn passages(
    scope: &Scope<'_>,
    row: &proposal::Model,
    said: &[contribution::Model],
) -> Result<HashMap<ContributionId, Passage>, Broken> {
    let pointed = |said: &contribution::Model| {
        let place = said.answered_place.as_deref().and_then(Place::named)?;
        Some((said.id, said.answered_version?, place))
    };
    let pointed: Vec<_> = said.iter().filter_map(pointed).collect();
    if pointed.is_empty() {
        return Ok(HashMap::new());
    }
    let versions = scope.find::<proposal_version::Entity>().filter(proposal_version::Column::ProposalId.eq(row.id));
    let versions = versions.all().await?;
    let today = words_of(row)?;
    let passage = |(id, version, place): (ContributionId, i32, Place)| {
        let then = versions.iter().find(|one| one.version == version);
        let words = match place.field {
            // The words of an amendment never change.
            Field::Words => return (id, Passage { version, place, now: Some(place) }),
            Field::Summary => then.map(|then| &then.summary),
            Field::Body => then.map(|then| &then.body),
        };
        let at = usize::try_from(place.paragraph).unwrap_or(usize::MAX);
        let words = words.and_then(|text| paragraphs(text).get(at).copied());
        (id, Passage { version, place, now: words.and_then(|words| still_at(&today, place, words)) })
    };
    Ok(pointed.into_iter().map(passage).collect())
}
