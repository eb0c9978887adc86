//! A real SMTP server that delivers nothing: it keeps each message it receives as a file.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;
use std::time::Duration;

use crate::failure::Outcome;
use crate::keeper::{Keeper, Kept};
use crate::server;

const ANSWERS_WITHIN: Duration = Duration::from_secs(1);

/// A running SMTP server; stops with this value.
#[derive(Debug)]
pub(crate) struct Peer {
    /// Where it listens, as `127.0.0.1:port`.
    pub(crate) address: SocketAddr,
    /// Where the messages land, one file each. A file appears whole or not at all.
    pub(crate) folder: PathBuf,
    _server: Kept,
}

impl Peer {
    /// Starts the server. `python` can import aiosmtpd.
    pub(crate) fn start(python: &Path, keeper: &Rc<Keeper>) -> Outcome<Self> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, server::free_port()?));
        let maildir = keeper.folder().join("mail");
        let mut command = Command::new(python);
        command
            .args(["-m", "aiosmtpd", "--nosetuid"])
            .args(["--listen", &address.to_string()])
            .args(["--class", "aiosmtpd.handlers.Mailbox"])
            .arg(&maildir);
        let server = server::start(keeper, "SMTP", &mut command, || greets(address))?;
        Ok(Self { address, folder: maildir.join("new"), _server: server })
    }
}

/// Whether a server answers there as SMTP does.
fn greets(address: SocketAddr) -> bool {
    greeting(address).is_ok_and(|line| line.starts_with("220 "))
}

fn greeting(address: SocketAddr) -> std::io::Result<String> {
    let stream = TcpStream::connect_timeout(&address, ANSWERS_WITHIN)?;
    stream.set_read_timeout(Some(ANSWERS_WITHIN))?;
    let mut line = String::new();
    BufReader::new(stream).read_line(&mut line)?;
    Ok(line)
}
