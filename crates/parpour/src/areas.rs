//! Every area and every effect, listed once.

use commons::effects::Effects;
use membership::effects::{ChangeCharter, GrantMandate, KeepTool, RevokeMandate};
use membership::powers::{Listed, Who};

/// Powers of every area, in the order members read them.
pub fn powers() -> impl Iterator<Item = &'static Listed> {
    membership::powers::POWERS.iter().chain(decisions::powers::POWERS)
}

/// What an adopted decision can do, where the default theme is the only one.
pub fn effects() -> Effects {
    effects_with([web::kit::theme::DEFAULT.to_owned()])
}

/// What an adopted decision can do, with the themes that are installed here.
pub fn effects_with(themes: impl IntoIterator<Item = String>) -> Effects {
    let grantable = powers().filter(|power| power.who == Who::Mandate).map(|power| power.name).collect();
    let charter = ChangeCharter { themes: themes.into_iter().collect() };
    Effects::default().with(charter).with(GrantMandate { grantable }).with(RevokeMandate).with(KeepTool)
}
