//! Every area and every effect, listed once.

use commons::effects::Effects;
use membership::effects::{ChangeCharter, GrantMandate, KeepTool, RevokeMandate};
use membership::powers::{Listed, Who};

/// Powers of every area, in the order members read them.
pub fn powers() -> impl Iterator<Item = &'static Listed> {
    membership::powers::POWERS.iter().chain(decisions::powers::POWERS)
}

/// What an adopted decision can do.
pub fn effects() -> Effects {
    let grantable = powers().filter(|power| power.who == Who::Mandate).map(|power| power.name).collect();
    Effects::default().with(ChangeCharter).with(GrantMandate { grantable }).with(RevokeMandate).with(KeepTool)
}
