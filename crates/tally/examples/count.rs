//! Counts the ballot file on standard input and writes the outcome on standard output.

use std::io::{self, BufReader, Write};
use std::process::ExitCode;
use tally::file;

fn main() -> ExitCode {
    let file = match file::read(BufReader::new(io::stdin().lock())) {
        Ok(file) => file,
        Err(refusal) => {
            eprintln!("{refusal}");
            return ExitCode::from(2);
        }
    };
    let line = file.count().map(|counted| file::outcome::write(&file, &counted));
    match line {
        Ok(Ok(line)) => io::stdout().write_all(line.as_bytes()).map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS),
        Ok(Err(error)) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
        Err(refusal) => {
            eprintln!("{refusal}");
            ExitCode::from(2)
        }
    }
}
