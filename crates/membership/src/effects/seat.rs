//! A mandate for which the group first has to find somebody (`decisions B9`).

use super::{GrantMandate, NewMandate, entrust, name_or_gone, told};
use async_trait::async_trait;
use chrono::NaiveDate;
use commons::db::{Scope, Tx};
use commons::effects::{Adopted, CannotAct, Class, Difference, Effect, read_details};
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Entrusts a task to the person whom an election found.
#[derive(Clone, Debug)]
pub struct FillSeat {
    /// What is asked of the task itself is what is asked of any mandate.
    pub grant: GrantMandate,
}

/// Details of [`FillSeat`]: a mandate, with nobody yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewSeat {
    /// Its name.
    pub title: String,
    /// What it is for, in one sentence.
    pub aim: String,
    /// What it does not allow, in words; may be empty.
    pub limits: String,
    /// Powers it names; may be empty.
    pub powers: Vec<String>,
    /// Who holds it, once somebody was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<MemberId>,
    /// Its last day.
    pub until: NaiveDate,
}

impl From<NewMandate> for NewSeat {
    fn from(new: NewMandate) -> Self {
        let NewMandate { title, aim, limits, powers, holder, until } = new;
        Self { title, aim, limits, powers, holder: Some(holder), until }
    }
}

impl NewSeat {
    /// The mandate, once somebody was found.
    fn found(self) -> Option<NewMandate> {
        let Self { title, aim, limits, powers, holder, until } = self;
        Some(NewMandate { title, aim, limits, powers, holder: holder?, until })
    }
}

impl FillSeat {
    /// Its kind in the store.
    pub const KIND: &'static str = "mandate.fill/1";
}

#[async_trait(?Send)]
impl Effect for FillSeat {
    fn kind(&self) -> &'static str {
        Self::KIND
    }

    fn class(&self) -> Class {
        self.grant.class()
    }

    async fn check(&self, scope: &Scope<'_>, details: &Value) -> Result<(), No> {
        let problems = self.grant.problems(scope, &read_details(details)?).await?;
        if problems.is_empty() { Ok(()) } else { Err(No::Invalid(problems)) }
    }

    async fn preview(&self, scope: &Scope<'_>, details: &Value) -> Result<Vec<Difference>, No> {
        let new: NewSeat = read_details(details)?;
        let after = match new.holder {
            Some(holder) => Message::new("mandate-granted").with("holder", name_or_gone(scope, holder).await?),
            None => Message::new("mandate-to-fill"),
        };
        Ok(told(new.title, after.with("until", new.until), new.powers))
    }

    async fn carry_out(&self, tx: &Tx<'_>, adopted: &Adopted, details: &Value) -> Result<(), CannotAct> {
        let new: NewSeat = read_details(details)?;
        match new.found() {
            Some(found) => entrust(tx, adopted, found).await,
            None => Err(CannotAct::NoLongerApplies(Message::new("mandate-nobody-found"))),
        }
    }
}
