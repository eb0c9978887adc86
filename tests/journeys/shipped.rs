//! What the shipped program cannot do.

use parpour_tests::browser::{CLOCK_OPTION, shipped, shipped_path};
use serde_json::Value;
use std::process::Command;

#[test]
fn the_shipped_program_has_no_clock_to_move() {
    let Some(path) = shipped_path() else { return };
    let help = shipped(&["serve", "--help"]).unwrap();
    assert_eq!(help.code, Some(0));
    assert!(help.said.contains("--listen") && !help.said.to_lowercase().contains("clock"), "{}", help.said);
    let refused = shipped(&["serve", CLOCK_OPTION, "/dev/null"]).unwrap();
    assert_eq!(refused.code, Some(2), "{}", refused.said);
    let bytes = std::fs::read(&path).unwrap();
    let word = CLOCK_OPTION.trim_start_matches('-').as_bytes();
    assert!(!bytes.windows(word.len()).any(|window| window == word), "the option stands in the program");
}

#[test]
fn nothing_shipped_depends_on_the_tests() {
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline", "--no-deps"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&metadata.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 5, "{} packages", packages.len());
    for package in packages.iter().filter(|package| package["name"] != "parpour-tests") {
        let depends = package["dependencies"].as_array().unwrap();
        assert!(depends.iter().all(|one| one["name"] != "parpour-tests"), "{} depends on the tests", package["name"]);
        let features = package["features"].as_object().unwrap();
        assert!(features.keys().all(|feature| !feature.contains("clock")), "{} has a clock to choose", package["name"]);
    }
}
