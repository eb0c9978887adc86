//! A browser without pictures: one connection, cookies, forms as they stand on the page.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// A request that does not answer in this time is taken for a server that is gone.
const CEILING: Duration = Duration::from_secs(30);

/// Somebody's browser.
pub struct Client {
    address: SocketAddr,
    cookies: BTreeMap<String, String>,
    connection: Option<BufReader<TcpStream>>,
}

/// What the server answered.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// Status.
    pub status: u16,
    /// Headers, names in small letters.
    pub headers: BTreeMap<String, String>,
    /// Body.
    pub body: Vec<u8>,
}

impl Answer {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Where a redirection leads.
    pub fn location(&self) -> &str {
        self.headers.get("location").map(String::as_str).unwrap_or_default()
    }
}

/// A form found on a page: where it goes, and its hidden fields.
#[derive(Clone, Debug)]
pub struct Form {
    /// Where it is sent.
    pub action: String,
    /// Its fields so far.
    pub fields: Vec<(String, String)>,
}

impl Form {
    /// The form of `html` whose action ends with `end`.
    pub fn on(html: &str, end: &str) -> Option<Self> {
        let forms = html.split("<form").skip(1).map(|form| form.split("</form>").next().unwrap_or_default());
        forms.filter_map(|form| Some((attribute(form, "action")?, form))).find(|(action, _)| action.ends_with(end)).map(
            |(action, form)| {
                let inputs = form.split("<input").skip(1).map(|input| input.split('>').next().unwrap_or_default());
                let hidden = inputs.filter(|input| input.contains("type=\"hidden\""));
                let fields = hidden.filter_map(|input| Some((attribute(input, "name")?, attribute(input, "value")?)));
                Self { action, fields: fields.collect() }
            },
        )
    }

    /// Fills a field.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    fn encoded(&self) -> String {
        let pair = |(name, value): &(String, String)| format!("{}={}", encoded(name), encoded(value));
        self.fields.iter().map(pair).collect::<Vec<_>>().join("&")
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let from = tag.find(&format!("{name}=\""))? + name.len() + 2;
    let value = tag.get(from..)?.split('"').next()?;
    Some(value.replace("&amp;", "&").replace("&#x27;", "'").replace("&quot;", "\"").replace("&#x2F;", "/"))
}

fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    text.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

impl Client {
    /// A browser that has never been here.
    pub fn new(address: SocketAddr) -> Self {
        Self { address, cookies: BTreeMap::new(), connection: None }
    }

    /// A browser that holds this cookie.
    #[must_use]
    pub fn with_cookie(mut self, name: &str, value: &str) -> Self {
        self.cookies.insert(name.to_owned(), value.to_owned());
        self
    }

    /// The same browser, when the server has come back elsewhere.
    pub fn moves_to(&mut self, address: SocketAddr) {
        self.address = address;
        self.connection = None;
    }

    /// Reads a page.
    ///
    /// # Errors
    /// When the server does not answer.
    pub fn get(&mut self, path: &str) -> std::io::Result<Answer> {
        let is_kept = self.connection.is_some();
        // A connection that was kept for long may be closed by now; a page can be asked for twice.
        self.send("GET", path, "").or_else(|error| if is_kept { self.send("GET", path, "") } else { Err(error) })
    }

    /// Sends a form.
    ///
    /// # Errors
    /// When the server does not answer: the form may or may not have arrived.
    pub fn submit(&mut self, form: &Form) -> std::io::Result<Answer> {
        self.send("POST", &form.action, &form.encoded())
    }

    fn send(&mut self, method: &str, path: &str, body: &str) -> std::io::Result<Answer> {
        let cookies = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
        let mut request = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nAccept-Language: fr-CA\r\n", self.address);
        if !cookies.is_empty() {
            request += &format!("Cookie: {cookies}\r\n");
        }
        if method == "POST" {
            let kind = "application/x-www-form-urlencoded";
            request += &format!("Content-Type: {kind}\r\nContent-Length: {}\r\n", body.len());
        }
        request += "\r\n";
        request += body;
        let answer = self.exchange(request.as_bytes());
        if answer.is_err() {
            self.connection = None;
        }
        let answer = answer?;
        if answer.headers.get("connection").is_some_and(|value| value == "close") {
            self.connection = None;
        }
        Ok(answer)
    }

    fn exchange(&mut self, request: &[u8]) -> std::io::Result<Answer> {
        if self.connection.is_none() {
            let stream = TcpStream::connect_timeout(&self.address, CEILING)?;
            stream.set_read_timeout(Some(CEILING))?;
            stream.set_nodelay(true)?;
            self.connection = Some(BufReader::new(stream));
        }
        let connection = self.connection.as_mut().ok_or_else(|| std::io::Error::other("no connection"))?;
        connection.get_mut().write_all(request)?;
        let mut line = String::new();
        if connection.read_line(&mut line)? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        let status = line.split(' ').nth(1).and_then(|status| status.parse().ok());
        let mut answer =
            Answer { status: status.ok_or_else(|| std::io::Error::other("no status"))?, ..Answer::default() };
        loop {
            let mut line = String::new();
            connection.read_line(&mut line)?;
            let Some((name, value)) = line.trim_end().split_once(": ") else { break };
            if name.eq_ignore_ascii_case("set-cookie") {
                keep_cookie(&mut self.cookies, value);
            }
            answer.headers.insert(name.to_ascii_lowercase(), value.to_owned());
        }
        answer.body = body(connection, &answer.headers)?;
        Ok(answer)
    }
}

fn keep_cookie(cookies: &mut BTreeMap<String, String>, header: &str) {
    let pair = header.split(';').next().unwrap_or_default();
    let Some((name, value)) = pair.split_once('=') else { return };
    if value.is_empty() || header.contains("Max-Age=0") {
        cookies.remove(name);
    } else {
        cookies.insert(name.to_owned(), value.to_owned());
    }
}

fn body(connection: &mut BufReader<TcpStream>, headers: &BTreeMap<String, String>) -> std::io::Result<Vec<u8>> {
    let mut body = Vec::new();
    if headers.get("transfer-encoding").is_some_and(|value| value == "chunked") {
        loop {
            let mut line = String::new();
            connection.read_line(&mut line)?;
            let size = usize::from_str_radix(line.trim(), 16).map_err(std::io::Error::other)?;
            let mut chunk = vec![0; size + 2];
            connection.read_exact(&mut chunk)?;
            if size == 0 {
                return Ok(body);
            }
            body.extend_from_slice(chunk.get(..size).unwrap_or_default());
        }
    }
    let length = headers.get("content-length").and_then(|value| value.parse().ok()).unwrap_or(0);
    body.resize(length, 0);
    connection.read_exact(&mut body)?;
    Ok(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_found_by_where_it_goes() {
        let html = r#"<form method="post" action="/exit"><input type="hidden" name="csrf" value="a"></form>
            <form method="post" action="/g/x/decide/1/ballot"><input type="hidden" name="csrf" value="b">
            <input type="hidden" name="nonce" value="c"><input type="radio" name="choice" value="yes"></form>"#;
        let form = Form::on(html, "/ballot").unwrap().with("choice", "yes");
        assert_eq!(form.action, "/g/x/decide/1/ballot");
        assert_eq!(form.encoded(), "csrf=b&nonce=c&choice=yes");
        assert!(Form::on(html, "/say").is_none());
    }
}
