//! Listening: its tables.
