//! What a real browser needs, as `cargo xtask` hands it over.

use crate::is_required;
use std::path::PathBuf;

/// Browser, driver, and the accessibility checker.
#[derive(Clone, Debug)]
pub struct Tools {
    /// The browser.
    pub chromium: PathBuf,
    /// Its driver.
    pub chromedriver: PathBuf,
    /// axe.min.js.
    pub axe: PathBuf,
}

impl Tools {
    /// The tools, or nothing, said aloud.
    ///
    /// # Panics
    /// When one is missing and `PARPOUR_TEST_REQUIRE` names `browser`.
    pub fn found(story: &str) -> Option<Self> {
        let named = |name: &str| std::env::var_os(name).map(PathBuf::from);
        let tools = (named("PARPOUR_TEST_CHROMIUM"), named("PARPOUR_TEST_CHROMEDRIVER"), named("PARPOUR_TEST_AXE"));
        if let (Some(chromium), Some(chromedriver), Some(axe)) = tools {
            return Some(Self { chromium, chromedriver, axe });
        }
        assert!(!is_required("browser"), "no browser, and PARPOUR_TEST_REQUIRE asks for one");
        eprintln!("LEFT OUT: {story}, for want of a browser and its tools (cargo xtask with …)");
        None
    }
}
