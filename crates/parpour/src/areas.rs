//! Every area, every effect and everything that several members sign together, listed once.

use commons::area::{Areas, Foundations};
use commons::effects::Effects;
use decisions::amend::AmendText;
use decisions::recall::AskRecall;
use decisions::review::{KeepDecision, Revisit};
use decisions::stop::{CancelVote, Contest};
use membership::admission::{AdmitByDecision, AdmitTogether};
use membership::effects::{
    ChangeCharter, EndMeasure, FillSeat, GrantMandate, KeepTool, RemoveMember, RevokeMandate, SetMeasure,
};
use membership::hand_card::HandCardTogether;
use membership::joint::Joints;
use membership::powers::{Listed, Who};
use membership::suspension::SuspendMandate;
use mutual_aid::whole_tree::PrintTree;

/// Powers of every area, in the order members read them.
pub fn powers() -> impl Iterator<Item = &'static Listed> {
    membership::powers::POWERS.iter().chain(decisions::powers::POWERS).chain(mutual_aid::powers::POWERS)
}

/// What is kept, shown, erased and thrown away, area by area. What all stand on comes last: it destroys keys.
pub fn areas() -> Areas {
    Areas::default()
        .with(membership::Membership)
        .with(decisions::Decisions)
        .with(mutual_aid::MutualAid)
        .with(Foundations)
}

/// What an adopted decision can do, where the default theme is the only one.
pub fn effects() -> Effects {
    effects_with([web::kit::theme::DEFAULT.to_owned()])
}

/// What an adopted decision can do, with the themes that are installed here.
pub fn effects_with(themes: impl IntoIterator<Item = String>) -> Effects {
    let grantable = powers().filter(|power| power.who == Who::Mandate).map(|power| power.name).collect();
    let grant = GrantMandate { grantable };
    let charter = ChangeCharter { themes: themes.into_iter().collect() };
    let effects = Effects::default()
        .with(charter)
        .with(FillSeat { grant: grant.clone() })
        .with(grant)
        .with(RevokeMandate)
        .with(KeepTool);
    let effects = effects.with(SetMeasure).with(EndMeasure).with(RemoveMember).with(AdmitByDecision);
    effects.with(Revisit).with(KeepDecision).with(AmendText)
}

/// What several members can do together.
pub fn joints() -> Joints {
    let joints = Joints::default().with(SuspendMandate).with(AskRecall).with(AdmitTogether).with(HandCardTogether);
    joints.with(CancelVote).with(Contest).with(PrintTree)
}
