//! Visits: its tables.
