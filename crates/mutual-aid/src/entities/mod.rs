//! Tables of this area. Private: other areas ask [`crate::queries`], and write through [`crate::commands`].

pub(crate) mod calls;
pub(crate) mod circle;
pub(crate) mod listening;
pub(crate) mod visits;
