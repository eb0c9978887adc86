//! Which steps a command takes, in which order, without running any.

use crate::command_line::Order;

/// One step of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StepName {
    /// `cargo fmt --check`.
    Format,
    /// `cargo clippy`, warnings refused.
    Clippy,
    /// `cargo doc`, warnings refused.
    Docs,
    /// The program, the helper programs of the tests and the tests, compiled at once: with one set of features, so
    /// that nothing is compiled twice.
    Build,
    /// The tests.
    Tests,
    /// The program, in release.
    ReleaseProgram,
    /// The benchmark.
    Bench,
    /// A command of the person's own.
    Command,
}

impl StepName {
    /// The steps of `cargo xtask test`, in order. Quick ones first: they fail soonest.
    pub(crate) fn of_a_test() -> [Self; 5] {
        [Self::Format, Self::Clippy, Self::Docs, Self::Build, Self::Tests]
    }

    /// Its name on the command line and in the table.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Format => "fmt",
            Self::Clippy => "clippy",
            Self::Docs => "doc",
            Self::Build => "build",
            Self::Tests => "tests",
            Self::ReleaseProgram => "release",
            Self::Bench => "bench",
            Self::Command => "command",
        }
    }

    /// Whether later steps make no sense when this one fails.
    fn is_needed_later(self) -> bool {
        matches!(self, Self::Build | Self::ReleaseProgram)
    }

    /// Whether it runs tests, and so needs their servers.
    fn uses_environment(self) -> bool {
        matches!(self, Self::Tests | Self::Bench | Self::Command)
    }
}

/// What PostgreSQL does before it says a change is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Durability {
    /// Leaves the disk to the operating system: killed processes lose nothing, only a power cut
    /// would.
    Relaxed,
    /// Syncs to disk, as in real use.
    Full,
}

/// One step, ready to run.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Step {
    /// Which one.
    pub(crate) name: StepName,
    /// The command; the first word is the program.
    pub(crate) command: Vec<String>,
    /// Variables for this step alone.
    pub(crate) variables: Vec<(&'static str, &'static str)>,
    /// Whether to count the tests in what it prints.
    pub(crate) counts_tests: bool,
}

impl Step {
    fn new(name: StepName, command: &[&str]) -> Self {
        Self {
            name,
            command: command.iter().map(|word| (*word).to_owned()).collect(),
            variables: Vec::new(),
            counts_tests: name == StepName::Tests,
        }
    }

    fn with_words(mut self, words: &[String]) -> Self {
        self.command.extend_from_slice(words);
        self
    }

    fn with_variable(mut self, name: &'static str, value: &'static str) -> Self {
        self.variables.push((name, value));
        self
    }

    /// Whether the steps after it are left out when it fails.
    pub(crate) fn is_needed_later(&self) -> bool {
        self.name.is_needed_later()
    }
}

/// The steps of a command.
#[derive(Debug)]
pub(crate) struct Plan {
    /// In the order they run.
    pub(crate) steps: Vec<Step>,
    /// How the throw-away PostgreSQL writes.
    pub(crate) durability: Durability,
    /// Whether the tests start the release build of the program.
    pub(crate) release: bool,
}

impl Plan {
    /// The plan of an order. [`Order::Help`] has no steps.
    pub(crate) fn of(order: &Order) -> Self {
        let (steps, durability, release) = match order {
            Order::Help => (Vec::new(), Durability::Relaxed, false),
            Order::Test { steps } => (test_steps(steps.as_deref()), Durability::Relaxed, false),
            Order::Only { layer, words } => (only_steps(layer, words), Durability::Relaxed, false),
            Order::Long => (long_steps(), Durability::Full, false),
            Order::Bench(words) => (bench_steps(words), Durability::Full, true),
            Order::With(command) => (with_steps(command), Durability::Relaxed, false),
        };
        Self { steps, durability, release }
    }

    /// Whether a step needs the servers and the browser.
    pub(crate) fn needs_environment(&self) -> bool {
        self.steps.iter().any(|step| step.name.uses_environment())
    }
}

fn test_steps(chosen: Option<&[StepName]>) -> Vec<Step> {
    StepName::of_a_test()
        .into_iter()
        .filter(|name| chosen.is_none_or(|chosen| chosen.contains(name)))
        .map(step)
        .collect()
}

fn only_steps(layer: &str, words: &[String]) -> Vec<Step> {
    let build = Step::new(StepName::Build, &["cargo", "build", "--workspace", "--bins", "--test", layer]);
    let tests = Step::new(StepName::Tests, &["cargo", "test", "--workspace", "--test", layer]);
    vec![build, tests.with_words(words)]
}

fn long_steps() -> Vec<Step> {
    [StepName::Build, StepName::Tests].map(|name| step(name).with_variable("PARPOUR_TEST_LONG", "1")).into()
}

fn bench_steps(words: &[String]) -> Vec<Step> {
    vec![step(StepName::ReleaseProgram), step(StepName::Bench).with_words(words)]
}

fn with_steps(command: &[String]) -> Vec<Step> {
    vec![step(StepName::Command).with_words(command)]
}

fn step(name: StepName) -> Step {
    match name {
        StepName::Format => Step::new(name, &["cargo", "fmt", "--all", "--check"]),
        StepName::Clippy => {
            Step::new(name, &["cargo", "clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])
        }
        StepName::Docs => {
            Step::new(name, &["cargo", "doc", "--workspace", "--no-deps"]).with_variable("RUSTDOCFLAGS", "-D warnings")
        }
        StepName::Build => Step::new(name, &["cargo", "build", "--workspace", "--all-targets"]),
        StepName::Tests => Step::new(name, &["cargo", "test", "--workspace", "--no-fail-fast"]),
        StepName::ReleaseProgram => Step::new(name, &["cargo", "build", "--release", "-p", "parpour"]),
        StepName::Bench => {
            Step::new(name, &["cargo", "run", "--release", "-p", "parpour-tests", "--bin", "bench", "--"])
        }
        StepName::Command => Step::new(name, &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(plan: &Plan) -> Vec<&'static str> {
        plan.steps.iter().map(|step| step.name.word()).collect()
    }

    #[test]
    fn a_whole_test_runs_every_step_in_order() {
        let plan = Plan::of(&Order::Test { steps: None });
        assert_eq!(words(&plan), ["fmt", "clippy", "doc", "build", "tests"]);
        assert!(plan.needs_environment());
    }

    #[test]
    fn chosen_steps_keep_their_order_and_may_need_no_server() {
        let plan = Plan::of(&Order::Test { steps: Some(vec![StepName::Docs, StepName::Format]) });
        assert_eq!(words(&plan), ["fmt", "doc"]);
        assert!(!plan.needs_environment());
    }

    #[test]
    fn one_layer_is_tested_with_the_words_given() {
        let plan = Plan::of(&Order::Only { layer: "storage".into(), words: vec!["ballots".into()] });
        let tests = plan.steps.last().unwrap();
        assert_eq!(tests.command.join(" "), "cargo test --workspace --test storage ballots");
        assert!(tests.counts_tests);
    }

    #[test]
    fn the_long_form_asks_for_full_counts_on_a_store_that_syncs() {
        let plan = Plan::of(&Order::Long);
        let tests = plan.steps.last().unwrap();
        assert_eq!(tests.variables, [("PARPOUR_TEST_LONG", "1")]);
        assert_eq!(plan.durability, Durability::Full);
    }

    #[test]
    fn the_benchmark_uses_release_builds() {
        let plan = Plan::of(&Order::Bench(vec!["--quick".into()]));
        assert!(plan.release);
        assert_eq!(
            plan.steps.last().unwrap().command.join(" "),
            "cargo run --release -p parpour-tests --bin bench -- --quick"
        );
    }
}
