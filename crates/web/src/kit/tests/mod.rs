//! The kit as a person meets it: pages, errors, forms, the quick exit.

mod rules;
mod site;
mod words;
