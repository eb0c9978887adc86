//! Mutual aid: what members do for each other by telephone.
//!
//! Today it holds the rules of the phone tree, and nothing else: no store, no page, no clock. A tree is grown from
//! those who said yes ([`rules::tree`]), a chain of calls runs along it ([`rules::cascade`]), nobody is called in the
//! hours when she sleeps ([`rules::quiet`]), a group tries it out before it needs it ([`rules::simulate`]), and paper is
//! enough ([`rules::sheets`]).

pub mod rules;
