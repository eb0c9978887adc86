//! What a decision can do here: change the charter, grant or end a mandate, keep this tool on trial.

mod hard_times;
mod seat;

pub(crate) use hard_times::measure_named as measure_in_words;
pub use hard_times::{EndMeasure, EndedMeasure, NewMeasure, RemoveMember, RemovedMember, SetMeasure};
pub use seat::{FillSeat, NewSeat};

use crate::MandateId;
use crate::entities::{charter_rule, mandate};
use crate::queries::{charter, mandates, people, readings};
use crate::rules::charter::{Kind, Rule, rule_named, trial_day};
use crate::rules::mandates::may_renew;
use async_trait::async_trait;
use chrono::{Months, NaiveDate, NaiveTime};
use commons::clock::{Time, at_wall_clock, local_day};
use commons::db::{Scope, Tx};
use commons::effects::{Adopted, CannotAct, Class, Difference, Effect, Reach, read_details};
use commons::ids::MemberId;
use commons::refusal::{Message, No, Problem};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Changes what one rule of the charter says.
#[derive(Clone, Debug)]
pub struct ChangeCharter {
    /// Themes installed here: the only ones that the rule `theme` may name.
    pub themes: Vec<String>,
}

/// Details of [`ChangeCharter`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewRule {
    /// The rule.
    pub rule: String,
    /// What it will say.
    pub value: String,
}

impl ChangeCharter {
    /// Its kind in the store.
    pub const KIND: &'static str = "charter.change/1";

    /// What a value must be besides well written: a theme that is here, a day when the group can be asked.
    fn refuse_misfit(&self, rule: &Rule, value: &str, today: NaiveDate) -> Result<(), No> {
        if rule.kind == Kind::Theme && !self.themes.iter().any(|theme| theme == value) {
            return Err(No::field("value", Message::new("charter-choose-one")));
        }
        if rule.name != "trial_until" {
            return Ok(());
        }
        let day = value.parse().map_err(|_| No::field("value", Message::new("charter-write-day")))?;
        trial_day(day, today).map_err(|message| No::field("value", message))
    }
}

#[async_trait(?Send)]
impl Effect for ChangeCharter {
    fn kind(&self) -> &'static str {
        Self::KIND
    }

    fn class(&self) -> Class {
        Class::Charter
    }

    async fn check(&self, scope: &Scope<'_>, details: &Value) -> Result<(), No> {
        let new: NewRule = read_details(details)?;
        let rule = rule_named(&new.rule).ok_or_else(|| No::field("rule", Message::new("charter-no-such-rule")))?;
        let value = rule.accept(&new.value).map_err(|message| No::field("value", message))?;
        let charter = charter::charter(scope).await?;
        self.refuse_misfit(rule, &value, local_day(charter.zone(), scope.now()))?;
        if charter.text(rule.name) == value {
            return Err(No::field("value", Message::new("charter-says-so-already")));
        }
        Ok(())
    }

    async fn preview(&self, scope: &Scope<'_>, details: &Value) -> Result<Vec<Difference>, No> {
        let new: NewRule = read_details(details)?;
        let charter = charter::charter(scope).await?;
        let what = Message::keyed(format!("charter-rule-{}", new.rule.replace('_', "-")));
        let mut differences = vec![Difference {
            what,
            before: Some(value_in_words(&new.rule, charter.text(&new.rule))),
            after: Some(value_in_words(&new.rule, &new.value)),
        }];
        if rule_named(&new.rule).is_some_and(|rule| charter.needs_two_readings(rule)) {
            let first = readings::first(scope, &new.rule, &new.value).await?;
            let zone = charter.zone();
            differences.push(Difference {
                what: Message::new("charter-two-readings"),
                before: Some(match &first {
                    Some(first) => Message::new("charter-read-once").with("day", local_day(zone, first.read_at)),
                    None => Message::new("charter-read-never"),
                }),
                after: Some(Message::new("charter-readings-how").with("days", readings::APART.num_days())),
            });
        }
        Ok(differences)
    }

    async fn reach(&self, scope: &Scope<'_>, details: &Value) -> Result<Reach, CannotAct> {
        let new: NewRule = read_details(details)?;
        let protected = match rule_named(&new.rule) {
            Some(rule) => charter::charter(scope).await?.needs_two_readings(rule),
            None => false,
        };
        let is_first = protected && readings::first(scope, &new.rule, &new.value).await?.is_none();
        Ok(if is_first { Reach::FirstReading } else { Reach::Whole })
    }

    async fn carry_out(&self, tx: &Tx<'_>, adopted: &Adopted, details: &Value) -> Result<(), CannotAct> {
        let new: NewRule = read_details(details)?;
        let rule =
            rule_named(&new.rule).ok_or_else(|| CannotAct::NoLongerApplies(Message::new("charter-no-such-rule")))?;
        let value = rule.accept(&new.value).map_err(CannotAct::NoLongerApplies)?;
        if charter::charter(tx).await?.needs_two_readings(rule) && !readings::read(tx, adopted, rule, &value).await? {
            return Ok(());
        }
        set_rule(tx, adopted, rule.name, value).await
    }
}

/// The rule said something until now; from now on it says something else. Nothing is overwritten (`decisions` 3.5-25).
async fn set_rule(tx: &Tx<'_>, adopted: &Adopted, rule: &str, value: String) -> Result<(), CannotAct> {
    use charter_rule::Column;
    let present = tx.change::<charter_rule::Entity>().filter(Column::Rule.eq(rule)).filter(Column::Until.is_null());
    present.set(Column::Until, tx.now()).go().await?;
    let row = charter_rule::ActiveModel {
        rule: Set(rule.to_owned()),
        since_seq: Set(adopted.seq()),
        value: Set(value),
        since: Set(tx.now()),
        until: Set(None),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}

/// What a rule says, as members read it.
pub fn value_in_words(rule: &str, value: &str) -> Message {
    let kind = rule_named(rule).map(|rule| rule.kind);
    match kind {
        Some(Kind::OneOf(_)) => Message::keyed(format!(
            "charter-value-{}-{}",
            rule.replace('_', "-"),
            value.replace('_', "-").to_lowercase()
        )),
        Some(Kind::Quorum) => match value.parse() {
            Ok(tally::Quorum::Members(count)) => Message::new("charter-value-members").with("count", count),
            Ok(tally::Quorum::Percent(percent)) => {
                Message::new("charter-value-percent").with("percent", u32::from(percent))
            }
            Ok(tally::Quorum::Majority) => Message::new("charter-value-majority"),
            Err(_) => Message::new("charter-value-words").with("words", value),
        },
        Some(Kind::Majority) if value == "1/2" => Message::new("charter-value-half"),
        Some(Kind::Majority) => Message::new("charter-value-part").with("part", value),
        Some(Kind::Number { .. }) => {
            let number = value.parse::<i64>().unwrap_or_default();
            Message::keyed(format!("charter-unit-{}", rule.replace('_', "-"))).with("count", number)
        }
        Some(Kind::Day) => match value.parse::<NaiveDate>() {
            Ok(day) => Message::new("charter-value-day").with("day", day),
            Err(_) => Message::new("charter-value-nothing"),
        },
        Some(Kind::Theme) if value == "default" => Message::new("charter-value-own-theme"),
        _ if value.is_empty() => Message::new("charter-value-nothing"),
        _ => Message::new("charter-value-words").with("words", value),
    }
}

/// Entrusts a task to one person, for a time.
#[derive(Clone, Debug)]
pub struct GrantMandate {
    /// Powers that a mandate may name: those of every area that nobody has otherwise.
    pub grantable: Vec<&'static str>,
}

/// Details of [`GrantMandate`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewMandate {
    /// Its name.
    pub title: String,
    /// What it is for, in one sentence.
    pub aim: String,
    /// What it does not allow, in words; may be empty.
    pub limits: String,
    /// Powers it names; may be empty, when the task is done outside this tool.
    pub powers: Vec<String>,
    /// Who holds it.
    pub holder: MemberId,
    /// Its last day.
    pub until: NaiveDate,
}

impl GrantMandate {
    /// Its kind in the store.
    pub const KIND: &'static str = "mandate.grant/1";

    /// What stands in the way of a task, and of whoever would hold it, once somebody would.
    async fn problems(&self, scope: &Scope<'_>, new: &NewSeat) -> Result<Vec<Problem>, No> {
        let charter = charter::charter(scope).await?;
        let today = local_day(charter.zone(), scope.now());
        let last = today + Months::new(charter.mandate_months());
        let mut problems = Vec::new();
        let mut say = |field, message| problems.push(Problem::new(field, message));
        for (field, text, max) in
            [("mandate_title", &new.title, 120), ("aim", &new.aim, 600), ("limits", &new.limits, 600)]
        {
            let length = text.chars().count();
            if length > max {
                say(field, Message::new("too-long").with("over", length - max));
            } else if text.trim().is_empty() && field != "limits" {
                say(field, Message::new("mandate-write-it"));
            }
        }
        if new.powers.iter().any(|power| !self.grantable.contains(&power.as_str())) {
            say("powers", Message::new("mandate-no-such-power"));
        }
        if new.until < today {
            say("until", Message::new("day-from").with("day", today));
        } else if new.until > last {
            say(
                "until",
                Message::new("mandate-until-at-most").with("day", last).with("months", charter.mandate_months()),
            );
        }
        let Some(holder) = new.holder else { return Ok(problems) };
        let mut say = |field, message| problems.push(Problem::new(field, message));
        if !people::is_member(scope, holder).await? {
            say("holder", Message::new("mandate-holder-gone"));
        } else if mandates::held_by(scope, holder).await? >= u64::from(charter.mandates_per_person()) {
            say("holder", Message::new("mandate-holder-has-enough").with("count", charter.mandates_per_person()));
        } else if !may_renew(&mandates::terms_of(scope, holder, &new.title).await?, scope.now()) {
            say("holder", Message::new("mandate-holder-held-it-long"));
        }
        Ok(problems)
    }
}

/// What somebody is called, read anew each time: names are not copied (ruling 18).
pub(crate) async fn name_or_gone(scope: &Scope<'_>, member: MemberId) -> Result<Message, No> {
    let names = people::names(scope).await?;
    let named = |name| Message::new("plain").with("words", name);
    Ok(names.of(member).map_or_else(|| Message::new("a-member-who-left"), named))
}

/// The last day of a mandate, as members read it: it ends at the midnight that follows.
pub fn last_day(zone: commons::clock::Tz, ends_at: Time) -> NaiveDate {
    local_day(zone, ends_at - chrono::TimeDelta::microseconds(1))
}

/// The instant when a mandate whose last day is `until` ends: midnight on the group's wall clock.
fn end_of(scope_zone: commons::clock::Tz, until: NaiveDate) -> Time {
    at_wall_clock(scope_zone, until.succ_opt().unwrap_or(until), NaiveTime::MIN)
}

#[async_trait(?Send)]
impl Effect for GrantMandate {
    fn kind(&self) -> &'static str {
        Self::KIND
    }

    fn class(&self) -> Class {
        Class::Ordinary
    }

    async fn check(&self, scope: &Scope<'_>, details: &Value) -> Result<(), No> {
        let new: NewMandate = read_details(details)?;
        let problems = self.problems(scope, &new.into()).await?;
        if problems.is_empty() { Ok(()) } else { Err(No::Invalid(problems)) }
    }

    async fn preview(&self, scope: &Scope<'_>, details: &Value) -> Result<Vec<Difference>, No> {
        let new: NewMandate = read_details(details)?;
        let holder = name_or_gone(scope, new.holder).await?;
        let after = Message::new("mandate-granted").with("holder", holder).with("until", new.until);
        Ok(told(new.title, after, new.powers))
    }

    async fn carry_out(&self, tx: &Tx<'_>, adopted: &Adopted, details: &Value) -> Result<(), CannotAct> {
        entrust(tx, adopted, read_details(details)?).await
    }
}

/// A task in words, with what it allows.
fn told(title: String, after: Message, powers: Vec<String>) -> Vec<Difference> {
    let task =
        Difference { what: Message::new("mandate-named").with("title", title), before: None, after: Some(after) };
    let allowed = powers.into_iter().map(|power| Difference {
        what: Message::new("mandate-allows"),
        before: None,
        after: Some(Message::keyed(format!("power-{}", power.replace('_', "-")))),
    });
    std::iter::once(task).chain(allowed).collect()
}

/// From now on she holds it.
async fn entrust(tx: &Tx<'_>, adopted: &Adopted, new: NewMandate) -> Result<(), CannotAct> {
    let zone = charter::charter(tx).await?.zone();
    let row = mandate::ActiveModel {
        id: Set(MandateId::new()),
        title: Set(new.title.trim().to_owned()),
        aim: Set(new.aim.trim().to_owned()),
        limits: Set(new.limits.trim().to_owned()),
        powers: Set(new.powers.join(" ")),
        holder: Set(new.holder),
        starts_at: Set(tx.now()),
        ends_at: Set(end_of(zone, new.until)),
        granted_by: Set(adopted.decision()),
        ended_at: Set(None),
        ended_by: Set(None),
        suspended_at: Set(None),
        suspended_by: Set(None),
        handover: Set(None),
        handover_note: Set(None),
        suspension_lifted_at: Set(None),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}

/// Ends a mandate before its time.
#[derive(Clone, Copy, Debug)]
pub struct RevokeMandate;

/// Details of [`RevokeMandate`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndedMandate {
    /// Which.
    pub mandate: MandateId,
}

impl RevokeMandate {
    /// Its kind in the store.
    pub const KIND: &'static str = "mandate.revoke/1";
}

#[async_trait(?Send)]
impl Effect for RevokeMandate {
    fn kind(&self) -> &'static str {
        Self::KIND
    }

    /// As a grant: what an ordinary majority gave, an ordinary majority takes back (ruling 4).
    fn class(&self) -> Class {
        Class::Ordinary
    }

    async fn check(&self, scope: &Scope<'_>, details: &Value) -> Result<(), No> {
        let ended: EndedMandate = read_details(details)?;
        let mandate = mandates::one(scope, ended.mandate).await?;
        if mandate.is_some_and(|mandate| mandate.dates().may_be_recalled(scope.now())) {
            Ok(())
        } else {
            Err(No::field("mandate", Message::new("mandate-over-already")))
        }
    }

    async fn preview(&self, scope: &Scope<'_>, details: &Value) -> Result<Vec<Difference>, No> {
        let ended: EndedMandate = read_details(details)?;
        let Some(mandate) = mandates::one(scope, ended.mandate).await? else {
            return Ok(Vec::new());
        };
        let holder = name_or_gone(scope, mandate.holder).await?;
        let what = Message::new("mandate-named").with("title", mandate.title);
        let until = last_day(charter::charter(scope).await?.zone(), mandate.ends_at);
        let before = Message::new("mandate-held").with("holder", holder).with("until", until);
        Ok(vec![Difference { what, before: Some(before), after: None }])
    }

    async fn carry_out(&self, tx: &Tx<'_>, adopted: &Adopted, details: &Value) -> Result<(), CannotAct> {
        use mandate::Column;
        let ended: EndedMandate = read_details(details)?;
        let running =
            tx.change::<mandate::Entity>().filter(Column::Id.eq(ended.mandate)).filter(Column::EndedAt.is_null());
        let touched = running.set(Column::EndedAt, tx.now()).set(Column::EndedBy, adopted.decision()).go().await?;
        if touched == 1 { Ok(()) } else { Err(CannotAct::NoLongerApplies(Message::new("mandate-over-already"))) }
    }
}

/// Keeps this tool on trial until a day, when the group is asked again (`domain E7`).
#[derive(Clone, Copy, Debug)]
pub struct KeepTool;

/// Details of [`KeepTool`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trial {
    /// The day of the next question.
    pub until: NaiveDate,
}

impl KeepTool {
    /// Its kind in the store.
    pub const KIND: &'static str = "tool.keep/1";
}

#[async_trait(?Send)]
impl Effect for KeepTool {
    fn kind(&self) -> &'static str {
        Self::KIND
    }

    fn class(&self) -> Class {
        Class::Ordinary
    }

    async fn check(&self, scope: &Scope<'_>, details: &Value) -> Result<(), No> {
        let trial: Trial = read_details(details)?;
        let today = local_day(charter::charter(scope).await?.zone(), scope.now());
        trial_day(trial.until, today).map_err(|message| No::field("trial_until", message))
    }

    async fn preview(&self, scope: &Scope<'_>, details: &Value) -> Result<Vec<Difference>, No> {
        let trial: Trial = read_details(details)?;
        let now = charter::charter(scope).await?.trial_until();
        // The first question asks for the very day that the founders signed: nothing changes, it goes on.
        let goes_on = now == Some(trial.until);
        let told = |key: &'static str, day| Message::new(key).with("day", day);
        let before = now.filter(|_| !goes_on).map(|day| told("tool-trial-until", day));
        let after = told(if goes_on { "tool-trial-goes-on" } else { "tool-trial-until" }, trial.until);
        Ok(vec![Difference { what: Message::new("tool-this"), before, after: Some(after) }])
    }

    async fn carry_out(&self, tx: &Tx<'_>, adopted: &Adopted, details: &Value) -> Result<(), CannotAct> {
        let trial: Trial = read_details(details)?;
        set_rule(tx, adopted, "trial_until", trial.until.to_string()).await
    }
}
