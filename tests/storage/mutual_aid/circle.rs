//! The circle of close ones, on both stores.
