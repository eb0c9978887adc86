//! The one function that says whether a person may do a thing (`reliability D4`).

use crate::MandateId;
use commons::clock::Time;
use commons::ids::MemberId;

/// Who has a power. There is no other way to have one: no rank, no status, no key of the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Every member.
    EveryMember,
    /// Who holds a mandate that names it, while it runs.
    Mandate,
    /// Every member, about herself alone.
    Herself,
}

/// What makes a power hers: written in the register with what she did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Being a member.
    Member,
    /// A mandate.
    Mandate(MandateId),
    /// It is about herself.
    Herself,
}

/// A mandate as far as power goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Which mandate.
    pub mandate: MandateId,
    /// The powers it names.
    pub powers: Vec<String>,
    /// From this instant.
    pub starts_at: Time,
    /// Until just before this instant.
    pub ends_at: Time,
}

/// A person's place in the group at one instant, read from live rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Who.
    pub member: MemberId,
    /// The mandates that were granted to her and not ended.
    pub mandates: Vec<Held>,
}

/// She may not; the group can decide otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MayNot;

/// Whether a power is hers at `now`, and on what ground.
///
/// # Errors
/// When it is not.
pub fn can(standing: &Standing, who: Who, power: &str, now: Time) -> Result<Ground, MayNot> {
    match who {
        Who::EveryMember => Ok(Ground::Member),
        Who::Herself => Ok(Ground::Herself),
        Who::Mandate => {
            let runs = |held: &&Held| held.starts_at <= now && now < held.ends_at;
            let names = |held: &&Held| held.powers.iter().any(|named| named == power);
            let held = standing.mandates.iter().filter(runs).find(names).ok_or(MayNot)?;
            Ok(Ground::Mandate(held.mandate))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeDelta, TimeZone, Utc};

    fn noon() -> Time {
        Utc.with_ymd_and_hms(2027, 1, 12, 12, 0, 0).unwrap()
    }

    fn holding(powers: &[&str]) -> (MandateId, Standing) {
        let mandate = MandateId::new();
        let held = Held {
            mandate,
            powers: powers.iter().map(ToString::to_string).collect(),
            starts_at: noon(),
            ends_at: noon() + TimeDelta::days(1),
        };
        (mandate, Standing { member: MemberId::new(), mandates: vec![held] })
    }

    #[test]
    fn a_mandate_runs_to_the_microsecond() {
        let (mandate, standing) = holding(&["write_welcome_page"]);
        let ask = |at| can(&standing, Who::Mandate, "write_welcome_page", at);
        assert_eq!(ask(noon() - TimeDelta::microseconds(1)), Err(MayNot));
        assert_eq!(ask(noon()), Ok(Ground::Mandate(mandate)));
        assert_eq!(ask(noon() + TimeDelta::days(1) - TimeDelta::microseconds(1)), Ok(Ground::Mandate(mandate)));
        assert_eq!(ask(noon() + TimeDelta::days(1)), Err(MayNot));
    }

    #[test]
    fn an_unwritten_power_does_not_exist() {
        let (_, standing) = holding(&["write_welcome_page"]);
        assert_eq!(can(&standing, Who::Mandate, "something_else", noon()), Err(MayNot));
        let (_, nothing) = holding(&[]);
        assert_eq!(can(&nothing, Who::Mandate, "write_welcome_page", noon()), Err(MayNot));
    }

    #[test]
    fn what_every_member_may_do_needs_no_mandate() {
        let bare = Standing { member: MemberId::new(), mandates: vec![] };
        assert_eq!(can(&bare, Who::EveryMember, "propose", noon()), Ok(Ground::Member));
        assert_eq!(can(&bare, Who::Herself, "leave", noon()), Ok(Ground::Herself));
    }
}
