//! Everything the tests find around them, and the variables that say where it is.

use std::ffi::OsString;
use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;
use std::rc::Rc;
use std::time::Instant;

use crate::axe;
use crate::failure::{Doing, Outcome};
use crate::keeper::Keeper;
use crate::plan::Durability;
use crate::postgres::Cluster;
use crate::smtp::Peer;
use crate::summary;
use crate::tools;

/// What the tests must not skip: everything that is started here.
const REQUIRED: &str = "postgres,smtp,browser";

/// The running servers, and the variables for the tests.
#[derive(Debug)]
pub(crate) struct Environment {
    /// Names and values, for the tests.
    pub(crate) variables: Vec<(&'static str, OsString)>,
    _cluster: Cluster,
    _peer: Peer,
}

impl Environment {
    /// Finds or installs what the tests need, and starts the servers.
    pub(crate) fn prepare(root: &Path, keeper: &Rc<Keeper>, durability: Durability) -> Outcome<Self> {
        let start = Instant::now();
        println!("── Preparing: browser, PostgreSQL, SMTP server, axe-core");
        let tools = tools::find_or_install()?;
        let axe = axe::fetch(&tools.npm, root, keeper)?;
        let cluster = Cluster::start(&tools.postgres, keeper, durability)?;
        let peer = Peer::start(&tools.python, keeper)?;
        let variables = vec![
            ("PARPOUR_TEST_REQUIRE", REQUIRED.into()),
            ("PARPOUR_TEST_POSTGRES", cluster.url.clone().into()),
            ("PARPOUR_TEST_SMTP", peer.address.to_string().into()),
            ("PARPOUR_TEST_SMTP_DIR", peer.folder.clone().into()),
            ("PARPOUR_TEST_CHROMIUM", tools.chromium.into()),
            ("PARPOUR_TEST_CHROMEDRIVER", tools.chromedriver.into()),
            ("PARPOUR_TEST_AXE", axe.into()),
            ("TMPDIR", temporary_folder(keeper.folder())?),
        ];
        println!("Ready in {} s.", summary::seconds(start.elapsed()));
        Ok(Self { variables, _cluster: cluster, _peer: peer })
    }
}

/// A folder for what the tests leave behind, browser profiles and data directories included.
fn temporary_folder(parent: &Path) -> Outcome<OsString> {
    let folder = parent.join("tmp");
    DirBuilder::new().mode(0o700).create(&folder).doing("making the folder of the tests")?;
    Ok(folder.into())
}
