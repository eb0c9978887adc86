//! The kit as a person meets it: pages, errors, forms, the quick exit.

mod site;
mod words;
