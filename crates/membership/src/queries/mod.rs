//! What members see of this area, one file each.

pub mod charter;
pub mod invitations;
pub mod mandates;
pub mod me;
pub mod people;
pub mod welcome;
