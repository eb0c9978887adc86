//! Pure rules: no store, no clock (time is an argument). A person is of any type that can be copied and put in order.

pub mod circle;
pub mod listening;
pub mod visits;
