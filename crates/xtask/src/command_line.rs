//! What was typed after `cargo xtask`.

use crate::failure::{Failure, Outcome};
use crate::plan::StepName;

/// The text of `cargo xtask --help`.
pub(crate) const HELP: &str = "\
Usage: cargo xtask <command>

  test                      Every check and every test, with nothing skipped.
  test --only LAYER [WORDS] One layer of tests/ (storage, pages, journeys, ...); WORDS go to
                            `cargo test`, for example a part of a test's name.
  long                      Every test with its full counts and a PostgreSQL that syncs to disk.
  bench [WORDS]             The benchmark, on release builds; WORDS go to it.
  with COMMAND [WORDS]      Any command inside the environment of the tests.

All of them need, and on Debian as root install: chromium, chromium-driver, postgresql (15 or
later), npm, and python3-aiosmtpd (an SMTP server that keeps what it receives). Elsewhere they
say what is missing. `test` also needs rustfmt and clippy.

What the tests receive:
  PARPOUR_TEST_POSTGRES      postgres://user:password@127.0.0.1:port, no database name; the
                             user may create databases
  PARPOUR_TEST_SMTP          127.0.0.1:port, no TLS, no password
  PARPOUR_TEST_SMTP_DIR      a folder with one file per message received
  PARPOUR_TEST_CHROMIUM      path of the browser; set it beforehand to choose another
  PARPOUR_TEST_CHROMEDRIVER  path of its driver; set it beforehand to choose another
  PARPOUR_TEST_AXE           path of axe.min.js
  PARPOUR_TEST_BINARY        path of the parpour program just built
  PARPOUR_TEST_REQUIRE       postgres,smtp,browser: what a test must not skip
  PARPOUR_TEST_LONG          1 under `long` only
  TMPDIR                     a folder that goes away at the end

Examples:
  cargo xtask test
  cargo xtask test --only storage ballots
  cargo xtask with cargo test -p commons";

/// A command, understood.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// Print [`HELP`].
    Help,
    /// `test`, all of it or the named steps.
    Test {
        /// Hidden `--steps`, to try this command itself; `None` means all.
        steps: Option<Vec<StepName>>,
    },
    /// `test --only`.
    Only {
        /// Name of the test binary of parpour-tests.
        layer: String,
        /// What follows, for `cargo test`.
        words: Vec<String>,
    },
    /// `long`.
    Long,
    /// `bench`, with the words for the benchmark.
    Bench(Vec<String>),
    /// `with`, and the command to run.
    With(Vec<String>),
}

/// Understands the words after `cargo xtask`.
///
/// # Errors
/// Says which word is not understood or missing.
pub(crate) fn read(words: &[String]) -> Outcome<Order> {
    let mut words = words.iter().map(String::as_str);
    match words.next() {
        None | Some("help" | "--help" | "-h") => Ok(Order::Help),
        Some("test") => read_test(words),
        Some("long") => nothing_more(words).map(|()| Order::Long),
        Some("bench") => Ok(Order::Bench(words.map(String::from).collect())),
        Some("with") => match words.map(String::from).collect::<Vec<_>>() {
            command if command.is_empty() => Err(Failure::new("`with` needs a command.")),
            command => Ok(Order::With(command)),
        },
        Some(other) => Err(unknown(other)),
    }
}

fn read_test<'w>(mut words: impl Iterator<Item = &'w str>) -> Outcome<Order> {
    match words.next() {
        None => Ok(Order::Test { steps: None }),
        Some("--help" | "-h") => Ok(Order::Help),
        Some("--only") => match words.next() {
            Some(layer) => Ok(Order::Only { layer: layer.to_owned(), words: words.map(String::from).collect() }),
            None => Err(Failure::new("`--only` needs the name of a layer.")),
        },
        Some("--steps") => {
            let steps = read_steps(words.next().unwrap_or_default())?;
            nothing_more(words).map(|()| Order::Test { steps: Some(steps) })
        }
        Some(other) => Err(unknown(other)),
    }
}

fn read_steps(list: &str) -> Outcome<Vec<StepName>> {
    list.split(',')
        .map(|word| StepName::of_a_test().into_iter().find(|step| step.word() == word).ok_or_else(|| unknown(word)))
        .collect()
}

fn nothing_more<'w>(mut words: impl Iterator<Item = &'w str>) -> Outcome {
    words.next().map_or(Ok(()), |word| Err(unknown(word)))
}

fn unknown(word: &str) -> Failure {
    Failure::new(format!("`{word}` is not understood here."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(line: &str) -> Outcome<Order> {
        let words: Vec<String> = line.split_whitespace().map(String::from).collect();
        read(&words)
    }

    #[test]
    fn nothing_typed_shows_the_help() {
        assert_eq!(typed("").unwrap(), Order::Help);
        assert_eq!(typed("test --help").unwrap(), Order::Help);
    }

    #[test]
    fn test_alone_means_every_step() {
        assert_eq!(typed("test").unwrap(), Order::Test { steps: None });
    }

    #[test]
    fn words_after_a_layer_are_kept_for_cargo() {
        assert_eq!(
            typed("test --only storage ballots -- --nocapture").unwrap(),
            Order::Only { layer: "storage".into(), words: vec!["ballots".into(), "--".into(), "--nocapture".into()] }
        );
    }

    #[test]
    fn steps_are_read_by_name() {
        assert_eq!(
            typed("test --steps fmt,tests").unwrap(),
            Order::Test { steps: Some(vec![StepName::Format, StepName::Tests]) }
        );
    }

    #[test]
    fn a_word_not_understood_is_named() {
        for line in ["tset", "test --onyl x", "test --steps fmt,no", "long now"] {
            let wrong = match line {
                "tset" => "tset",
                "test --onyl x" => "--onyl",
                "long now" => "now",
                _ => "no",
            };
            assert!(typed(line).unwrap_err().to_string().contains(wrong));
        }
        assert!(typed("with").is_err());
        assert!(typed("test --only").is_err());
        assert!(typed("test --steps").is_err());
    }
}
