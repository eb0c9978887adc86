//! The circle of close ones: its tables.
