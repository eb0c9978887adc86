//! The phone tree, on both stores.
