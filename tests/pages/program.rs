//! The command line of the real program (`PARPOUR_TEST_BINARY`).

use parpour_tests::http::{Client, Form};
use parpour_tests::{World, is_required, on_sqlite};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// A program that has not spoken by then never will.
const CEILING: Duration = Duration::from_secs(120);

fn program() -> Option<PathBuf> {
    let program = std::env::var_os("PARPOUR_TEST_BINARY").map(PathBuf::from);
    if program.is_none() {
        assert!(!is_required("postgres"), "PARPOUR_TEST_BINARY is not set");
        eprintln!("LEFT OUT: the command line, because PARPOUR_TEST_BINARY is not set (cargo xtask with …)");
    }
    program
}

/// The program in an empty directory, without anything from this machine's surroundings.
fn parpour(program: &Path, directory: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(words).current_dir(directory).env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.env("TMPDIR", std::env::temp_dir()).stdin(Stdio::null());
    command
}

fn run(program: &Path, directory: &Path, words: &[&str]) -> Output {
    parpour(program, directory, words).output().unwrap()
}

/// The program with nobody listening to what it says.
fn unheard(program: &Path, directory: &Path, words: &[&str]) -> Command {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = parpour(program, directory, words);
    command.stdout(writer).stderr(Stdio::piped());
    command
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A server that was started, ended with the test.
struct Running {
    child: Child,
    lines: mpsc::Receiver<String>,
    said: Vec<String>,
}

impl Running {
    fn start(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (sender, lines) = mpsc::channel();
        let out: [Box<dyn Read + Send>; 2] =
            [Box::new(child.stdout.take().unwrap()), Box::new(child.stderr.take().unwrap())];
        for stream in out {
            let sender = sender.clone();
            std::thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    let _ = sender.send(line);
                }
            });
        }
        Self { child, lines, said: Vec::new() }
    }

    /// Everything said until a line holds `word`, that line last.
    fn until(&mut self, word: &str) -> String {
        let end = Instant::now() + CEILING;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let line = self.lines.recv_timeout(left);
            let line = line.unwrap_or_else(|error| {
                panic!("{word:?} was never said ({error}, ended: {:?}): {:#?}", self.child.try_wait(), self.said)
            });
            self.said.push(line.clone());
            if line.contains(word) {
                return line;
            }
        }
    }

    /// The links said so far and until it says how to stop.
    fn links(&mut self) -> Vec<String> {
        self.until("Ctrl");
        let words = self.said.iter().flat_map(|line| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        words.filter(|word| word.starts_with("http://")).collect()
    }

    /// Asks it to stop, as a service manager does, and returns how it ended.
    fn stop(self) -> std::process::ExitStatus {
        self.end("-TERM")
    }

    /// Sends it a signal and returns how it ended.
    fn end(mut self, signal: &str) -> std::process::ExitStatus {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args([signal, &pid]).status().unwrap().success());
        self.child.wait().unwrap()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn address_of(link: &str) -> (SocketAddr, String) {
    let rest = link.strip_prefix("http://").unwrap();
    let (address, path) = rest.split_once('/').unwrap_or((rest, ""));
    (address.parse().unwrap(), format!("/{path}"))
}

#[test]
fn every_verb_helps() {
    let Some(program) = program() else { return };
    let place = tempfile::tempdir().unwrap();
    let output = run(&program, place.path(), &["--version"]);
    assert!(output.status.success() && said(&output).starts_with("parpour "), "{}", said(&output));
    let help = run(&program, place.path(), &["--help"]);
    assert!(help.status.success() && said(&help).contains("parpour demo"), "{}", said(&help));
    for verb in ["serve", "demo", "check", "founding-link", "verify"] {
        assert!(said(&help).contains(verb), "{verb}");
        let output = run(&program, place.path(), &[verb, "--help"]);
        assert!(output.status.success() && said(&output).contains("Usage"), "{verb}: {}", said(&output));
    }
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 0, "asking for help leaves nothing behind");
    for wrong in [&["fly"][..], &["serve", "--quorum", "12"], &["serve", "--listen", "nowhere"], &["verify"]] {
        let output = run(&program, place.path(), wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}: {}", said(&output));
        assert!(!said(&output).contains("panicked"), "{wrong:?}");
    }
}

#[test]
fn settings_are_refused_by_name() {
    let Some(program) = program() else { return };
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("parpour.toml"), "quorum = 12\n").unwrap();
    for verb in ["serve", "check", "founding-link"] {
        let output = run(&program, place.path(), &[verb]);
        assert_eq!(output.status.code(), Some(1), "{verb}: {}", said(&output));
        assert!(
            said(&output).contains("quorum") && said(&output).contains("parpour.toml"),
            "{verb}: {}",
            said(&output)
        );
    }
    std::fs::remove_file(place.path().join("parpour.toml")).unwrap();
    for (words, says) in [
        (&["serve", "--config", "nowhere.toml"][..], "nowhere.toml"),
        (&["serve", "--database-url", "mysql://x"], "postgres://"),
        (&["serve", "--public-url", "http://example.org"], "http://example.org"),
        (&["serve", "--trust-proxy", "everybody"], "everybody"),
        (&["serve", "--exit-to", "http://plain.example"], "plain.example"),
    ] {
        let output = run(&program, place.path(), words);
        assert_eq!(output.status.code(), Some(1), "{words:?}: {}", said(&output));
        assert!(said(&output).contains(says) && !said(&output).contains("panicked"), "{words:?}: {}", said(&output));
    }
    // A start that was refused leaves the schema to whatever version ran before.
    let store = std::fs::read(place.path().join("data/parpour.db")).unwrap_or_default();
    assert!(!store.windows(12).any(|bytes| bytes == b"CREATE TABLE"));
    let check = run(&program, place.path(), &["check", "--lang", "en"]);
    assert_eq!(check.status.code(), Some(1), "{}", said(&check));
    assert!(said(&check).contains("not up to date"), "{}", said(&check));
}

#[test]
fn nobody_listening_is_no_reason_to_fall() {
    let Some(program) = program() else { return };
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("other.zip"), b"not a zip at all").unwrap();
    for (words, code) in
        [(&["founding-link"][..], 0), (&["check"], 0), (&["verify", "other.zip"], 1), (&["check", "--data", "no"], 1)]
    {
        let output = unheard(&program, place.path(), words).output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{words:?}: {}", said(&output));
        assert!(!said(&output).contains("panicked"), "{words:?}: {}", said(&output));
    }
    let port = free_port();
    let address = SocketAddr::from(([127, 0, 0, 1], port));
    for verb in ["serve", "demo"] {
        let mut child = unheard(&program, place.path(), &[verb, "--listen", &address.to_string()]).spawn().unwrap();
        let end = Instant::now() + CEILING;
        while !Client::new(address).get("/look").is_ok_and(|page| page.status == 200) {
            assert!(child.try_wait().unwrap().is_none() && Instant::now() < end, "{verb} does not answer");
            std::thread::sleep(Duration::from_millis(50));
        }
        assert!(Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap().success());
        assert!(child.wait().unwrap().success(), "{verb}");
    }
}

#[test]
fn a_demonstration_that_cannot_be_shown_says_so_before_its_story() {
    let Some(program) = program() else { return };
    let place = tempfile::tempdir().unwrap();
    let holder = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = holder.local_addr().unwrap().to_string();
    for listen in [taken.as_str(), "0.0.0.0:8080"] {
        let output = run(&program, place.path(), &["demo", "--listen", listen]);
        assert_eq!(output.status.code(), Some(1), "{listen}: {}", said(&output));
        assert!(output.stdout.is_empty(), "{listen}: {}", said(&output));
        assert!(said(&output).contains(listen), "{listen}: {}", said(&output));
    }
}

#[test]
fn a_demonstration_cut_short_leaves_nothing_behind() {
    let Some(program) = program() else { return };
    for signal in ["-INT", "-TERM", "-HUP"] {
        let place = tempfile::tempdir().unwrap();
        let listen = format!("127.0.0.1:{}", free_port());
        let mut command = parpour(&program, place.path(), &["demo", "--listen", &listen, "--lang", "en"]);
        command.env("TMPDIR", place.path());
        let mut server = Running::start(command);
        server.until("getting ready");
        assert!(server.end(signal).success(), "{signal}");
        assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 0, "{signal}");
    }
}

#[test]
fn a_flag_goes_before_the_environment_and_that_before_the_file() {
    let Some(program) = program() else { return };
    let place = tempfile::tempdir().unwrap();
    let kept = |name: &str| place.path().join(name).join("parpour.db").exists();
    std::fs::write(place.path().join("parpour.toml"), "data = \"from-file\"\n").unwrap();
    let link = |words: &[&str], data: Option<&str>| {
        let mut command = parpour(&program, place.path(), words);
        if let Some(data) = data {
            command.env("PARPOUR_DATA", data);
        }
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
    };
    link(&["founding-link", "--data", "from-flag"], Some("from-env"));
    assert!(kept("from-flag") && !kept("from-env") && !kept("from-file"));
    link(&["founding-link"], Some("from-env"));
    assert!(kept("from-env") && !kept("from-file"));
    link(&["founding-link"], None);
    assert!(kept("from-file"));
}

#[test]
fn check_says_line_by_line_what_is_sound() {
    let Some(program) = program() else { return };
    let place = tempfile::tempdir().unwrap();
    // Looking makes nothing: a directory mistyped is said to be empty, and stays so.
    let nothing = run(&program, place.path(), &["check"]);
    assert_eq!(nothing.status.code(), Some(1), "{}", said(&nothing));
    assert!(said(&nothing).contains("data") && !place.path().join("data/parpour.db").exists(), "{}", said(&nothing));
    assert!(run(&program, place.path(), &["founding-link"]).status.success());
    for language in ["fr", "en"] {
        let output = run(&program, place.path(), &["check", "--lang", language]);
        assert!(output.status.success(), "{}", said(&output));
        assert!(said(&output).lines().count() >= 4 && !said(&output).contains("[!!]"), "{}", said(&output));
    }
    std::fs::write(place.path().join("data/parpour.db"), "not a database, whatever its name says").unwrap();
    let output = run(&program, place.path(), &["check"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("[!!]") && !said(&output).contains("panicked"), "{}", said(&output));
}

#[test]
fn a_register_is_verified_anywhere() {
    let Some(program) = program() else { return };
    on_sqlite(async |world: &World| {
        let group = world.a_group().quick().found().await;
        group.adopts(None).await;
        let place = tempfile::tempdir().unwrap();
        let export = group.export().await;
        std::fs::write(place.path().join("good.zip"), &export).unwrap();
        let good = run(&program, place.path(), &["verify", "good.zip"]);
        assert_eq!(good.status.code(), Some(0), "{}", said(&good));
        assert!(said(&good).contains(&group.head().await.to_string()), "{}", said(&good));
        let mut bad = export.clone();
        let middle = bad.windows(9).position(|bytes| bytes == b"\"founded\"" || bytes == b"group.fou").unwrap_or(200);
        bad[middle + 2] ^= 1;
        std::fs::write(place.path().join("bad.zip"), &bad).unwrap();
        let bad = run(&program, place.path(), &["verify", "bad.zip"]);
        assert_eq!(bad.status.code(), Some(1), "{}", said(&bad));
        // Its reason is in the language of the sentence around it.
        let french = run(&program, place.path(), &["verify", "bad.zip", "--lang", "fr"]);
        let english = ["the ", "not ", "a file", "nothing"];
        assert!(!english.iter().any(|word| said(&french).contains(word)), "{}", said(&french));
        std::fs::write(place.path().join("other.zip"), b"not a zip at all").unwrap();
        assert_eq!(run(&program, place.path(), &["verify", "other.zip"]).status.code(), Some(1));
        for unreadable in ["nowhere.zip", "."] {
            let output = run(&program, place.path(), &["verify", unreadable]);
            assert_eq!(output.status.code(), Some(2), "{unreadable}: {}", said(&output));
        }
    });
}

#[test]
fn a_first_start_gives_a_founding_link_and_a_second_one_is_refused() {
    let Some(program) = program() else { return };
    let place = tempfile::tempdir().unwrap();
    let listen = format!("127.0.0.1:{}", free_port());
    let mut server = Running::start(parpour(&program, place.path(), &["serve", "--listen", &listen]));
    let links = server.links();
    let founding = links.iter().find(|link| link.contains("/found/")).unwrap_or_else(|| panic!("{links:?}"));
    let (address, path) = address_of(founding);
    let page = Client::new(address).get(&path).unwrap();
    assert_eq!(page.status, 200, "{}", page.text());
    let other = format!("127.0.0.1:{}", free_port());
    let second = run(&program, place.path(), &["serve", "--listen", &other]);
    assert_eq!(second.status.code(), Some(1), "{}", said(&second));
    assert!(said(&second).contains("data") && !said(&second).contains("panicked"), "{}", said(&second));
    let elsewhere = run(&program, place.path(), &["serve", "--data", "another", "--listen", &listen]);
    assert_eq!(elsewhere.status.code(), Some(1), "{}", said(&elsewhere));
    assert!(said(&elsewhere).contains(&listen), "{}", said(&elsewhere));
    raw_requests(address);
    assert!(server.stop().success());
    let mut again = Running::start(parpour(&program, place.path(), &["serve", "--listen", &listen]));
    again.until("Ctrl");
    assert_eq!(Client::new(address).get("/look").unwrap().status, 200);
    let page = Client::new(address).get(&path).unwrap();
    assert_eq!(page.status, 200, "the link of the first start was noted down: {}", page.text());
    assert!(again.stop().success());
}

/// What no well-behaved program sends: answered with a no, never with nothing, and the server goes on.
fn raw_requests(address: SocketAddr) {
    let host = format!("Host: {address}\r\n");
    let big = "a".repeat(200_000);
    let cases = [
        ("no host", "GET / HTTP/1.1\r\n\r\n".to_owned()),
        ("another host", "GET / HTTP/1.1\r\nHost: ailleurs.example\r\n\r\n".to_owned()),
        ("two hosts", format!("GET / HTTP/1.1\r\n{host}Host: ailleurs.example\r\n\r\n")),
        ("a whole address", format!("GET http://ailleurs.example/ HTTP/1.1\r\n{host}\r\n")),
        ("a huge header", format!("GET / HTTP/1.1\r\n{host}X-Long: {big}\r\n\r\n")),
        ("many headers", format!("GET / HTTP/1.1\r\n{host}{}\r\n", "X-A: b\r\n".repeat(500))),
        ("a long address", format!("GET /{} HTTP/1.1\r\n{host}\r\n", "a".repeat(3_000))),
        ("no protocol", "BONJOUR\r\n\r\n".to_owned()),
        ("another protocol", format!("GET / HTTP/9.9\r\n{host}\r\n")),
        ("a strange method", format!("FAIRE /look HTTP/1.1\r\n{host}\r\n")),
        ("trace", format!("TRACE /look HTTP/1.1\r\n{host}\r\n")),
        (
            "both lengths",
            format!("POST /look HTTP/1.1\r\n{host}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        ),
        ("a negative length", format!("POST /look HTTP/1.1\r\n{host}Content-Length: -1\r\n\r\n")),
        ("dots", format!("GET /static/../../../etc/passwd HTTP/1.1\r\n{host}\r\n")),
    ];
    for (what, request) in cases {
        let answer = exchange(address, request.as_bytes());
        let status: u16 = answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        assert!((400..500).contains(&status), "{what}: {:.300}", answer);
        assert!(!answer.contains("root:"), "{what}");
    }
    assert_eq!(Client::new(address).get("/look").unwrap().status, 200, "it still answers");
}

fn exchange(address: SocketAddr, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    // The server may stop reading before we have said everything.
    let _ = stream.write_all(request);
    let _ = stream.shutdown(std::net::Shutdown::Write);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn the_demonstration_lets_four_people_in() {
    let Some(program) = program() else { return };
    let place = tempfile::tempdir().unwrap();
    let listen = format!("127.0.0.1:{}", free_port());
    let mut server = Running::start(parpour(&program, place.path(), &["demo", "--listen", &listen]));
    let links = server.links();
    let ways: Vec<&String> = links.iter().filter(|link| link.contains("/demo/")).collect();
    assert_eq!(ways.len(), 4, "{links:?}");
    for way in ways {
        let (address, path) = address_of(way);
        let mut guest = Client::new(address);
        let page = guest.get(&path).unwrap();
        assert_eq!(page.status, 200, "{}", page.text());
        let form = Form::on(&page.text(), &path).unwrap();
        let answer = guest.submit(&form).unwrap();
        assert_eq!(answer.status, 303, "{}", answer.text());
        let home = guest.get(answer.location()).unwrap();
        assert_eq!(home.status, 200, "{}", home.text());
        assert!(home.text().contains("La Tasse ébréchée"));
    }
    assert!(server.stop().success());
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 0, "the demonstration leaves nothing behind");
}
