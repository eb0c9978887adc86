//! Members who help in circles: their own limits, and what they hold already. Their yes is in the link (`mutual-aid` R1, C5,
//! ALG6; `domain F5`).

use crate::queries::limits::{held, own};
use crate::rules::circle::{Task, within_limits};
use commons::clock::Tz;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use membership::queries::{charter, people};
use membership::rules::standing::Standing;
use rota::{Engagement, Hindrance, Limits};
use std::collections::BTreeMap;

/// What limits some members.
#[derive(Clone, Debug)]
pub(crate) struct Helpers {
    zone: Tz,
    /// Of those who are here: whoever rests is asked for nothing.
    limits: BTreeMap<MemberId, Limits>,
    held: BTreeMap<MemberId, Vec<Engagement>>,
}

impl Helpers {
    /// Of these members.
    pub(crate) async fn of(scope: &Scope<'_>, members: impl IntoIterator<Item = MemberId>) -> Result<Self, Broken> {
        let (zone, standings) = (charter::charter(scope).await?.zone(), people::standings(scope).await?);
        let mut limits = BTreeMap::new();
        for member in members {
            if standings.get(&member) == Some(&Standing::Active) {
                limits.insert(member, own(scope, member).await?.in_circles(zone, scope.now()));
            }
        }
        Ok(Self { zone, limits, held: held(scope).await? })
    }

    /// Whether she may be asked for a task, or shown that it is free.
    pub(crate) fn may_do(&self, who: MemberId, task: Task<MemberId>) -> bool {
        let (fitting, _) = self.fitting(who, [((), task)]);
        !fitting.is_empty()
    }

    /// Which of these tasks, in the order of time, she may take one after the other, and what stands in the way of the first
    /// one that she may not. None for whoever rests.
    pub(crate) fn fitting<T>(
        &self,
        who: MemberId,
        tasks: impl IntoIterator<Item = (T, Task<MemberId>)>,
    ) -> (Vec<T>, Option<Hindrance>) {
        let Some(limits) = self.limits.get(&who) else { return (Vec::new(), None) };
        let held = self.held.get(&who).map(Vec::as_slice).unwrap_or_default();
        within_limits(self.zone, limits, held, tasks)
    }
}
