//! axe-core, which looks for accessibility faults in a page: fetched by npm at the pinned version.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;

use crate::failure::{Doing, Failure, Outcome};
use crate::keeper::Keeper;

/// The path of axe.min.js; fetches it unless the pinned version is already there.
pub(crate) fn fetch(npm: &Path, root: &Path, keeper: &Rc<Keeper>) -> Outcome<PathBuf> {
    let project = root.join("tests/journeys");
    let script = project.join("node_modules/axe-core/axe.min.js");
    let lock = fs::read(project.join("package-lock.json")).doing("reading package-lock.json")?;
    let installed = project.join("node_modules/.installed-lock.json");
    let is_there = script.is_file() && fs::read(&installed).is_ok_and(|there| there == lock);
    if !is_there {
        install(npm, &project, keeper)?;
        fs::write(&installed, &lock).doing("noting what npm installed")?;
    }
    if script.is_file() { Ok(script) } else { Err(Failure::new(format!("npm did not bring {}.", script.display()))) }
}

fn install(npm: &Path, project: &Path, keeper: &Rc<Keeper>) -> Outcome {
    println!("Fetching axe-core with npm.");
    let mut command = Command::new(npm);
    command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(project);
    if keeper.spawn(&mut command)?.wait()?.success() {
        Ok(())
    } else {
        Err(Failure::new(format!("`npm ci` fails in {}.", project.display())))
    }
}
