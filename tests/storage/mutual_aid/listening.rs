//! Listening, on both stores.
