//! Who is in the group, how people come in, and what each may do.

mod access;
mod admission;
mod cards;
mod consents;
mod contacts;
mod founding;
mod hard_times;
mod invitations;
mod leaving;
mod mail_links;
mod mandates;
mod parameters;
mod passphrases;
mod pauses;
mod readings;
mod recalls;
mod recovery;
mod sessions;
mod together;

use commons::refusal::{No, Refusal};

/// The key of what was refused, and the fields to correct.
pub fn told<T: std::fmt::Debug>(outcome: Result<T, No>) -> (String, Vec<&'static str>) {
    let no = outcome.expect_err("this should have been refused");
    (no.message().key.into_owned(), no.problems().iter().map(|problem| problem.field).collect())
}

/// The key of what was refused.
pub fn refused<T: std::fmt::Debug>(outcome: Result<T, No>) -> String {
    told(outcome).0
}

/// The keys of what is to correct.
pub fn problems<T: std::fmt::Debug>(outcome: Result<T, No>) -> Vec<String> {
    let no = outcome.expect_err("this should have been refused");
    no.problems().iter().map(|problem| format!("{}: {}", problem.field, problem.message.key)).collect()
}
