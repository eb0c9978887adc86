//! Tables of this area. Private: other areas ask [`crate::queries`], and write through [`crate::commands`].

pub(crate) mod calls;
pub(crate) mod circle;
pub(crate) mod limits;
pub(crate) mod listening;
pub(crate) mod visits;

pub(crate) use limits::own_limit;
pub(crate) use visits::{rights_card, visit, visit_plan, visit_seat};
