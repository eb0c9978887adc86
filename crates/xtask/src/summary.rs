//! What happened, step by step, in a small table.

use std::fmt::{self, Display};
use std::time::Duration;

use crate::libtest::Counts;
use crate::plan::StepName;

/// How a step ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Well.
    Passed,
    /// Badly.
    Failed,
    /// Left out, because a step before it failed.
    NotRun,
}

impl Ending {
    fn word(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "FAILED",
            Self::NotRun => "not run",
        }
    }
}

/// What became of one step.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// Which step.
    pub(crate) step: StepName,
    /// How it ended.
    pub(crate) ending: Ending,
    /// How long it took.
    pub(crate) took: Duration,
    /// The tests it ran, if it runs tests.
    pub(crate) counts: Option<Counts>,
}

impl Outcome {
    /// Judges a step: tests also fail when one was ignored, or when there were none at all.
    pub(crate) fn of(step: StepName, succeeded: bool, took: Duration, counts: Option<Counts>) -> Self {
        let counts_are_good =
            counts.as_ref().is_none_or(|counts| counts.passed > 0 && counts.failed == 0 && counts.ignored == 0);
        let ending = if succeeded && counts_are_good { Ending::Passed } else { Ending::Failed };
        Self { step, ending, took, counts }
    }

    /// A step that was left out.
    pub(crate) fn not_run(step: StepName) -> Self {
        Self { step, ending: Ending::NotRun, took: Duration::ZERO, counts: None }
    }
}

/// What became of all steps.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    /// In the order of the plan.
    pub(crate) outcomes: Vec<Outcome>,
    /// From the first step to the last.
    pub(crate) took: Duration,
}

impl Summary {
    /// Whether every step ended well.
    pub(crate) fn is_success(&self) -> bool {
        self.outcomes.iter().all(|outcome| outcome.ending == Ending::Passed)
    }
}

impl Display for Summary {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{:<10}{:<10}{:>9}", "step", "result", "seconds")?;
        for outcome in &self.outcomes {
            write!(out, "{:<10}{:<10}{:>9}", outcome.step.word(), outcome.ending.word(), seconds(outcome.took))?;
            match &outcome.counts {
                Some(counts) => writeln!(out, "  {}", in_figures(counts))?,
                None => writeln!(out)?,
            }
        }
        writeln!(out, "{:<20}{:>9}", "in all", seconds(self.took))?;
        for counts in self.outcomes.iter().filter_map(|one| one.counts.as_ref()) {
            list(out, "Failed:", &counts.failed_names)?;
            list(out, "Ignored, which is not allowed:", &counts.ignored_names)?;
            if counts.passed == 0 {
                writeln!(out, "No test passed.")?;
            }
        }
        out.write_str(if self.is_success() { "Everything passed." } else { "Not everything passed." })
    }
}

fn in_figures(counts: &Counts) -> String {
    format!("{} passed, {} failed, {} ignored", counts.passed, counts.failed, counts.ignored)
}

fn list(out: &mut fmt::Formatter<'_>, title: &str, names: &[String]) -> fmt::Result {
    if !names.is_empty() {
        writeln!(out, "{title}")?;
    }
    names.iter().try_for_each(|name| writeln!(out, "  {name}"))
}

/// Seconds with one decimal.
pub(crate) fn seconds(duration: Duration) -> String {
    format!("{:.1}", duration.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tests_with(counts: Counts, succeeded: bool) -> Outcome {
        Outcome::of(StepName::Tests, succeeded, Duration::from_millis(2300), Some(counts))
    }

    #[test]
    fn tests_that_all_pass_pass() {
        let counts = Counts { passed: 3, ..Counts::default() };
        assert_eq!(tests_with(counts, true).ending, Ending::Passed);
    }

    #[test]
    fn an_ignored_test_or_no_test_at_all_is_a_failure() {
        let ignored = Counts { passed: 3, ignored: 1, ..Counts::default() };
        assert_eq!(tests_with(ignored, true).ending, Ending::Failed);
        assert_eq!(tests_with(Counts::default(), true).ending, Ending::Failed);
    }

    #[test]
    fn a_command_that_fails_is_a_failure_whatever_was_counted() {
        let counts = Counts { passed: 3, ..Counts::default() };
        assert_eq!(tests_with(counts, false).ending, Ending::Failed);
    }

    #[test]
    fn the_table_names_what_failed() {
        let summary = Summary {
            outcomes: vec![
                Outcome::of(StepName::Format, true, Duration::from_millis(940), None),
                tests_with(
                    Counts { passed: 7, failed: 1, failed_names: vec!["rules::tie".into()], ..Counts::default() },
                    false,
                ),
                Outcome::not_run(StepName::Bench),
            ],
            took: Duration::from_secs(4),
        };
        assert_eq!(
            summary.to_string(),
            "step      result      seconds\n\
             fmt       passed          0.9\n\
             tests     FAILED          2.3  7 passed, 1 failed, 0 ignored\n\
             bench     not run         0.0\n\
             in all                    4.0\n\
             Failed:\n  rules::tie\n\
             Not everything passed."
        );
        assert!(!summary.is_success());
    }
}
