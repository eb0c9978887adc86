//! Handing a card to somebody who came in on paper and has no way in yet: two members sign.
//!
//! A card opens a place. On the founding list one member hands it, because the list is read aloud and the group is
//! just born. Later a single member who makes one could keep it and take the place of somebody who reads no register
//! (`reliability` T10): so another one has to sign, whom she told.

use crate::commands::invite;
use crate::effects::name_or_gone;
use crate::joint::{Joint, Together};
use crate::queries::people;
use crate::rules::standing::Standing;
use async_trait::async_trait;
use commons::db::{Scope, Tx};
use commons::effects::{Difference, read_details};
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Hands a card to somebody who came in on paper.
#[derive(Clone, Copy, Debug)]
pub struct HandCardTogether;

/// Details of [`HandCardTogether`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardFor {
    /// Whose place it opens.
    pub to: MemberId,
    /// Who hands it over, and reads its words.
    pub by: MemberId,
}

impl CardFor {
    /// As they are stored and signed.
    ///
    /// # Errors
    /// Never.
    pub fn details(self) -> Result<Value, Broken> {
        serde_json::to_value(self).map_err(Broken::stored)
    }
}

impl HandCardTogether {
    /// Its kind in the store.
    pub const KIND: &'static str = "card.hand/1";
    /// How many sign, where there are so many besides her.
    pub const SIGNERS: u64 = 2;
}

#[async_trait(?Send)]
impl Joint for HandCardTogether {
    fn kind(&self) -> &'static str {
        Self::KIND
    }

    async fn needed(&self, scope: &Scope<'_>, details: &Value) -> Result<u32, No> {
        let card: CardFor = read_details(details)?;
        let she_counts = people::standing(scope, card.to).await? == Some(Standing::Active);
        let others = people::how_many_active(scope).await?.saturating_sub(u64::from(she_counts));
        Ok(u32::try_from(others.clamp(1, Self::SIGNERS)).unwrap_or(1))
    }

    async fn check(&self, scope: &Scope<'_>, details: &Value) -> Result<(), No> {
        let card: CardFor = read_details(details)?;
        invite::may_have_card(scope, card.by, card.to).await
    }

    async fn may_sign(&self, _scope: &Scope<'_>, details: &Value, signer: MemberId) -> Result<(), No> {
        let card: CardFor = read_details(details)?;
        if card.to == signer { Err(No::NotAllowed(Message::new("together-not-for-you"))) } else { Ok(()) }
    }

    async fn preview(&self, scope: &Scope<'_>, details: &Value) -> Result<Vec<Difference>, No> {
        let card: CardFor = read_details(details)?;
        let (to, by) = (name_or_gone(scope, card.to).await?, name_or_gone(scope, card.by).await?);
        Ok(vec![Difference {
            what: Message::new("card-confirm-title").with("name", to),
            before: Some(Message::new("card-before")),
            after: Some(Message::new("card-then").with("by", by)),
        }])
    }

    async fn carry_out(&self, tx: &Tx<'_>, _together: &Together, details: &Value) -> Result<(), No> {
        let card: CardFor = read_details(details)?;
        invite::make_card_for(tx, card.by, card.to).await.map(drop)
    }
}
