//! The phone tree: its tables.
