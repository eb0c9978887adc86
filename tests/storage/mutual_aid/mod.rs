//! Being there for one another, on both stores.

mod calls;
mod circle;
mod listening;
mod visits;
