//! Visits, on both stores.
