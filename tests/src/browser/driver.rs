//! The program that drives browsers.

use super::Tools;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long it may take to close its browsers.
const PATIENCE: Duration = Duration::from_secs(10);

/// A running driver; it and its browsers end with this value, and with the process group of the tests.
pub(super) struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts one on a free port. Whatever it and its browsers leave behind lands in `folder`.
    pub(super) fn start(tools: &Tools, folder: &Path) -> Self {
        let mut child = Command::new(&tools.chromedriver)
            .arg("--port=0")
            .env("TMPDIR", folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let port = lines
            .by_ref()
            .find_map(|line| {
                line.unwrap().strip_suffix('.')?.split_once("started successfully on port ")?.1.parse().ok()
            })
            .expect("the driver says on which port it listens");
        // Its pipe is emptied, or it would stop one day.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, port }
    }

    /// Where it listens.
    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Asks it to close every browser and to end.
    fn ask_to_end(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(stream, "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", self.port)?;
        stream.read_to_end(&mut Vec::new()).map(drop)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Nothing can be done here about an error; the process is ended in any case.
        let _ = self.ask_to_end();
        let begin = Instant::now();
        while begin.elapsed() < PATIENCE && matches!(self.child.try_wait(), Ok(None)) {
            std::thread::sleep(super::BLINK);
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
