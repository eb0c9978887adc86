//! What members see of this area, one file each.

pub mod apart;
pub mod applications;
pub mod at_request;
pub mod charter;
pub mod circle;
pub mod consents;
pub mod contacts;
pub mod devices;
pub mod incidents;
pub mod invitations;
pub mod legal_register;
pub mod mandates;
pub mod me;
pub mod measures;
pub mod my_card;
pub mod pause;
pub mod people;
pub mod privacy_contact;
pub mod readings;
pub mod recovery;
pub mod removals;
pub mod welcome;
pub mod welcome_pair;
