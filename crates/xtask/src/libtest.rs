//! Counting tests in what `cargo test` prints.

/// The tests seen so far.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Tests that passed.
    pub(crate) passed: u64,
    /// Tests that failed.
    pub(crate) failed: u64,
    /// Tests that were not run.
    pub(crate) ignored: u64,
    /// Names of the tests that failed.
    pub(crate) failed_names: Vec<String>,
    /// Names of the tests that were not run.
    pub(crate) ignored_names: Vec<String>,
}

/// Reads the output of `cargo test`, in pieces of any size.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    counts: Counts,
    unfinished: Vec<u8>,
}

impl Reader {
    /// Reads one more piece.
    pub(crate) fn read(&mut self, piece: &[u8]) {
        for byte in piece {
            if *byte == b'\n' {
                let line = std::mem::take(&mut self.unfinished);
                self.counts.read_line(&String::from_utf8_lossy(&line));
            } else {
                self.unfinished.push(*byte);
            }
        }
    }

    /// What was counted up to here; counting starts again from nothing.
    pub(crate) fn take_counts(&mut self) -> Counts {
        std::mem::take(&mut self.counts)
    }
}

impl Counts {
    fn read_line(&mut self, line: &str) {
        let line = without_colours(line);
        let line = line.trim();
        if let Some(result) = line.strip_prefix("test result: ") {
            self.read_result(result);
        } else if let Some(test) = line.strip_prefix("test ") {
            self.read_test(test);
        }
    }

    /// For example `ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out`.
    fn read_result(&mut self, result: &str) {
        let figures = result.split_once(". ").map_or(result, |(_, figures)| figures);
        for figure in figures.split("; ") {
            let Some((number, word)) = figure.split_once(' ') else {
                continue;
            };
            let number = number.parse().unwrap_or(0);
            match word {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                _ => {}
            }
        }
    }

    /// For example `rules::tie ... FAILED` or `rules::tie ... ignored, too slow`.
    fn read_test(&mut self, test: &str) {
        let Some((name, outcome)) = test.split_once(" ... ") else {
            return;
        };
        if outcome == "FAILED" {
            self.failed_names.push(name.to_owned());
        } else if outcome == "ignored" || outcome.starts_with("ignored, ") {
            self.ignored_names.push(name.to_owned());
        }
    }
}

/// Takes out the escape sequences that colour a terminal.
fn without_colours(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            letters.find(char::is_ascii_alphabetic);
        } else {
            plain.push(letter);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(output: &str) -> Counts {
        let mut reader = Reader::default();
        reader.read(output.as_bytes());
        reader.take_counts()
    }

    const OUTPUT: &str = "\
     Running unittests src/lib.rs (target/debug/deps/tally-1)

running 4 tests
test rules::tie ... ok
test rules::slow ... ignored, takes an hour
test rules::quorum ... FAILED
test rules::refused - should panic ... ok

test result: FAILED. 2 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s

   Doc-tests tally

running 1 test
test crates/tally/src/lib.rs - Verdict (line 12) - compile fail ... ok

test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 7 filtered out; finished in 0.30s

";

    #[test]
    fn the_results_of_every_binary_are_added_up() {
        let counts = counted(OUTPUT);
        assert_eq!((counts.passed, counts.failed, counts.ignored), (3, 1, 1));
        assert_eq!(counts.failed_names, ["rules::quorum"]);
        assert_eq!(counts.ignored_names, ["rules::slow"]);
    }

    #[test]
    fn colours_change_nothing() {
        let coloured =
            OUTPUT.replace("FAILED", "\u{1b}[31mFAILED\u{1b}(B\u{1b}[m").replace(" ok", " \u{1b}[32mok\u{1b}[0m");
        assert_eq!(counted(&coloured), counted(OUTPUT));
    }

    #[test]
    fn output_may_come_in_any_pieces() {
        let mut reader = Reader::default();
        for piece in OUTPUT.as_bytes().chunks(7) {
            reader.read(piece);
        }
        assert_eq!(reader.take_counts(), counted(OUTPUT));
    }

    #[test]
    fn other_lines_and_other_bytes_count_for_nothing() {
        let mut reader = Reader::default();
        reader.read(b"test result is unknown\n\xff\xfe\ntest of something\n\n");
        assert_eq!(reader.take_counts(), Counts::default());
    }
}
