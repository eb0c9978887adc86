//! How a list of seats opens, so that the quickest do not take everything (`mutual-aid` ALG5, R2, R3).
//!
//! The group chooses for each series. By lot: everybody says what she would like until a moment, and
//! [`crate::proposals::propose`] answers; who was first to say so makes no difference.

use crate::limits::{Engagement, Kind};
use crate::proposals::{Helper, WINDOW};
use crate::time::{Time, local_day};
use chrono::{Datelike, Duration, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How many choose in the same round.
pub const A_ROUND: usize = 10;
/// Whoever watches for free seats hears of it at most once in so many days, and once more when it is for tomorrow.
pub const BETWEEN_NEWS: Duration = Duration::days(7);
/// So near, free seats are said once more.
pub const SOON: Duration = Duration::hours(24);

/// How seats are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opening {
    /// Whoever comes first.
    FirstCome,
    /// In rounds: whoever took the fewest turns lately chooses first. The next round opens after so many minutes.
    Rounds {
        /// Minutes of a round.
        minutes: u32,
    },
    /// By lot, at that moment.
    Lot {
        /// Until when wishes are said.
        until: Time,
    },
}

impl Opening {
    /// From when each of these may take a seat herself, in the order in which they may. Worked out when it is needed and
    /// kept nowhere; each sees her own hour alone.
    pub fn from_when<P: Copy + Ord>(self, opened: Time, helpers: &[Helper<P>]) -> Vec<(P, Time)> {
        let mut order: Vec<&Helper<P>> = helpers.iter().collect();
        order.sort_by_key(|helper| (turns(helper, opened), helper.draw, helper.who));
        let each = order.into_iter().map(|helper| helper.who);
        match self {
            Self::FirstCome => each.map(|who| (who, opened)).collect(),
            Self::Lot { until } => each.map(|who| (who, until.max(opened))).collect(),
            Self::Rounds { minutes } => {
                let long = Duration::minutes(i64::from(minutes));
                let places = each.zip(0..);
                places
                    .map(|(who, place)| (who, opened + long * (place / i32::try_from(A_ROUND).unwrap_or(1))))
                    .collect()
            }
        }
    }
}

fn turns<P>(helper: &Helper<P>, now: Time) -> usize {
    helper.held.iter().filter(|one| one.when.start + WINDOW > now).count()
}

/// "Tell me when somebody is needed" (R3): for some kinds, on some days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watch {
    /// Kinds.
    pub kinds: BTreeSet<Kind>,
    /// Days; none means any.
    pub days: Vec<Weekday>,
}

impl Watch {
    /// Whether she wants to hear of this one.
    pub fn wants(&self, zone: Tz, what: &Engagement) -> bool {
        let day = local_day(zone, what.when.start).weekday();
        self.kinds.contains(&what.kind) && (self.days.is_empty() || self.days.contains(&day))
    }

    /// Whether she hears of it now, who heard of something at `before`: not again within a week, unless it is for tomorrow
    /// (`mutual-aid` A6).
    pub fn hears(&self, zone: Tz, what: &Engagement, before: Option<Time>, now: Time) -> bool {
        let last_day = what.when.start - SOON;
        let is_soon = now >= last_day && before.is_none_or(|before| before < last_day);
        let is_rested = before.is_none_or(|before| now >= before + BETWEEN_NEWS);
        what.when.start > now && self.wants(zone, what) && (is_soon || is_rested)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::time::Stretch;

    const HERE: Tz = Tz::America__Toronto;

    fn on(days: i64) -> Engagement {
        // Monday 8 March 2027, at ten in the morning.
        let start = "2027-03-08T15:00:00Z".parse::<Time>().unwrap() + Duration::days(days);
        Engagement { when: Stretch { start, end: start + Duration::hours(1) }, kind: Kind::Visit }
    }
    fn helpers(many: u32) -> Vec<Helper<u32>> {
        let helper = |who| Helper { who, limits: Limits::default(), held: Vec::new(), draw: u64::from(100 - who) };
        (0..many).map(helper).collect()
    }

    #[test]
    fn whoever_took_fewer_turns_chooses_first_and_everybody_gets_to_choose() {
        let mut all = helpers(25);
        all[24].held.push(on(-3));
        all[23].held.push(on(-50));
        let opened = on(0).when.start;
        let hours = Opening::Rounds { minutes: 5 }.from_when(opened, &all);
        let minutes = |who: u32| (hours.iter().find(|one| one.0 == who).unwrap().1 - opened).num_minutes();
        assert_eq!((minutes(24), minutes(23), minutes(0)), (10, 0, 10));
        assert_eq!([0, 5, 10].map(|round| hours.iter().filter(|one| minutes(one.0) == round).count()), [10, 10, 5]);
        all.reverse();
        assert_eq!(hours, Opening::Rounds { minutes: 5 }.from_when(opened, &all));
    }

    #[test]
    fn first_come_is_at_once_and_a_lot_at_its_moment() {
        let (opened, until) = (on(0).when.start, on(2).when.start);
        assert!(Opening::FirstCome.from_when(opened, &helpers(3)).iter().all(|one| one.1 == opened));
        assert!(Opening::Lot { until }.from_when(opened, &helpers(3)).iter().all(|one| one.1 == until));
    }

    #[test]
    fn whoever_watches_hears_what_she_asked_for_and_not_every_day() {
        let watch = Watch { kinds: BTreeSet::from([Kind::Visit]), days: vec![Weekday::Mon] };
        let now = on(-3).when.start;
        assert!(watch.hears(HERE, &on(0), None, now));
        assert!(!watch.hears(HERE, &on(1), None, now), "a Tuesday");
        assert!(!watch.hears(HERE, &Engagement { kind: Kind::Kitchen, ..on(0) }, None, now));
        assert!(!watch.hears(HERE, &on(0), Some(on(-9).when.start), now));
        assert!(watch.hears(HERE, &on(0), Some(on(-10).when.start), now));
        assert!(watch.hears(HERE, &on(0), Some(on(-2).when.start), on(-1).when.start), "it is tomorrow");
        assert!(!watch.hears(HERE, &on(0), Some(on(-1).when.start), on(0).when.start - Duration::hours(2)), "once");
        assert!(!watch.hears(HERE, &on(0), None, on(0).when.start));
        assert!(Watch { days: Vec::new(), ..watch }.wants(HERE, &on(1)));
    }
}
