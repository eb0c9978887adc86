//! Any bytes are read or refused, and what is read is counted, written, and counted the same again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tally::exchange::{blt, pabulib, preflib};
use tally::file::foreign::{of_budget, of_election, of_profile};
use tally::file::{self, outcome};

/// With more options than that a count takes its time, and shows nothing new.
const FEW: usize = 12;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(file) = file::read(bytes) {
        let line = |counted| outcome::write(&file, &counted).expect("every outcome can be written");
        assert_eq!(file.count().map(line), file.count().map(line));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        if let Ok(election) = blt::read(text) {
            assert_eq!(blt::read(&blt::write(&election)).map(|read| read.ballots), Ok(election.ballots.clone()));
            if election.names.len() <= FEW {
                let _ = of_election(election, None).and_then(|file| file.count());
            }
        }
        if let Ok(profile) = preflib::read(text) {
            assert_eq!(preflib::read(&preflib::write(&profile)).map(|read| read.ballots), Ok(profile.ballots.clone()));
            if profile.names.len() <= FEW {
                let _ = of_profile(profile, None).and_then(|file| file.count());
            }
        }
        if let Ok(vote) = pabulib::read(text)
            && vote.names.len() <= FEW
        {
            let _ = of_budget(vote).and_then(|file| file.count());
        }
    }
});
