//! The one function that says whether a person may do a thing (`reliability D4`).

use crate::MandateId;
use crate::rules::mandates::{Dates, Term};
use crate::rules::standing::Standing;
use commons::clock::Time;
use commons::ids::MemberId;

/// Who has a power. There is no other way to have one: no rank, no status, no key of the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Every member.
    EveryMember,
    /// Every member; an allied person too, where the charter lets her speak.
    MemberOrAlly,
    /// Who holds a mandate that names it, while it runs.
    Mandate,
    /// Everybody with a way in, about herself alone.
    Herself,
}

/// What makes a power hers: written in the register with what she did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Being a member.
    Member,
    /// The charter lets allied people do it.
    Ally,
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
    /// Its dates: only a running one gives a power.
    pub dates: Dates,
}

/// A person at one instant, read from live rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Who.
    pub member: MemberId,
    /// Where she stands.
    pub standing: Standing,
    /// Whether the charter lets allied people speak.
    pub allies_speak: bool,
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
pub fn can(actor: &Actor, who: Who, power: &str, now: Time) -> Result<Ground, MayNot> {
    let is_member = actor.standing.is_member();
    match who {
        Who::Herself if actor.standing.comes_in() => Ok(Ground::Herself),
        Who::EveryMember | Who::MemberOrAlly if is_member => Ok(Ground::Member),
        Who::MemberOrAlly if actor.standing == Standing::Ally && actor.allies_speak => Ok(Ground::Ally),
        Who::Mandate if is_member => {
            let runs = |held: &&Held| held.dates.term(now) == Term::Running;
            let names = |held: &&Held| held.powers.iter().any(|named| named == power);
            let held = actor.mandates.iter().filter(runs).find(names).ok_or(MayNot)?;
            Ok(Ground::Mandate(held.mandate))
        }
        Who::Herself | Who::EveryMember | Who::MemberOrAlly | Who::Mandate => Err(MayNot),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeDelta, TimeZone, Utc};

    fn noon() -> Time {
        Utc.with_ymd_and_hms(2027, 1, 12, 12, 0, 0).unwrap()
    }

    fn somebody(mandates: Vec<Held>) -> Actor {
        Actor { member: MemberId::new(), standing: Standing::Active, allies_speak: true, mandates }
    }

    fn holding(powers: &[&str]) -> (MandateId, Actor) {
        let mandate = MandateId::new();
        let held = Held {
            mandate,
            powers: powers.iter().map(ToString::to_string).collect(),
            dates: Dates {
                starts_at: noon(),
                ends_at: noon() + TimeDelta::days(1),
                ended_at: None,
                suspended_at: None,
                suspension_lifted_at: None,
            },
        };
        (mandate, somebody(vec![held]))
    }

    #[test]
    fn a_mandate_runs_to_the_microsecond() {
        let (mandate, holder) = holding(&["write_welcome_page"]);
        let ask = |at| can(&holder, Who::Mandate, "write_welcome_page", at);
        assert_eq!(ask(noon() - TimeDelta::microseconds(1)), Err(MayNot));
        assert_eq!(ask(noon()), Ok(Ground::Mandate(mandate)));
        assert_eq!(ask(noon() + TimeDelta::days(1) - TimeDelta::microseconds(1)), Ok(Ground::Mandate(mandate)));
        assert_eq!(ask(noon() + TimeDelta::days(1)), Err(MayNot));
    }

    #[test]
    fn a_suspended_mandate_gives_nothing_until_it_runs_again_by_itself() {
        let (mandate, mut holder) = holding(&["write_welcome_page"]);
        let suspended = noon() + TimeDelta::hours(1);
        holder.mandates[0].dates.suspended_at = Some(suspended);
        holder.mandates[0].dates.ends_at = noon() + TimeDelta::days(90);
        let ask = |at| can(&holder, Who::Mandate, "write_welcome_page", at);
        let over = suspended + TimeDelta::days(21);
        assert_eq!(ask(suspended - TimeDelta::microseconds(1)), Ok(Ground::Mandate(mandate)));
        assert_eq!(ask(suspended), Err(MayNot));
        assert_eq!(ask(over - TimeDelta::microseconds(1)), Err(MayNot));
        assert_eq!(ask(over), Ok(Ground::Mandate(mandate)));
        assert_eq!(can(&holder, Who::EveryMember, "propose", suspended), Ok(Ground::Member), "she stays a member");
    }

    #[test]
    fn an_unwritten_power_does_not_exist() {
        let (_, holder) = holding(&["write_welcome_page"]);
        assert_eq!(can(&holder, Who::Mandate, "something_else", noon()), Err(MayNot));
        let (_, nothing) = holding(&[]);
        assert_eq!(can(&nothing, Who::Mandate, "write_welcome_page", noon()), Err(MayNot));
    }

    #[test]
    fn what_every_member_may_do_needs_no_mandate() {
        let bare = somebody(vec![]);
        assert_eq!(can(&bare, Who::EveryMember, "propose", noon()), Ok(Ground::Member));
        assert_eq!(can(&bare, Who::Herself, "leave", noon()), Ok(Ground::Herself));
    }
    #[test]
    fn no_standing_ever_adds_to_what_a_member_may() {
        let (_, holder) = holding(&["write_welcome_page"]);
        for standing in Standing::ALL {
            for allies_speak in [false, true] {
                let actor = Actor { standing, allies_speak, ..holder.clone() };
                for who in [Who::EveryMember, Who::MemberOrAlly, Who::Mandate, Who::Herself] {
                    let may = can(&actor, who, "write_welcome_page", noon()).is_ok();
                    assert!(!may || can(&holder, who, "write_welcome_page", noon()).is_ok());
                    let expected = match (standing, who) {
                        (Standing::Active | Standing::Paused, _) => true,
                        (Standing::Ally, Who::MemberOrAlly) => allies_speak,
                        (Standing::Ally | Standing::Excluded, Who::Herself) => true,
                        _ => false,
                    };
                    assert_eq!(may, expected, "{standing:?} {who:?} {allies_speak}");
                }
            }
        }
    }
}
