//! What a browser fetched, read from its own log of the network.

use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;

/// One request, with what came of it so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Request {
    /// Address; the last one when there were redirections.
    pub(super) url: String,
    /// `Document`, `Stylesheet`, `Font`, `Image`…
    pub(super) kind: String,
    /// What the other site is told about where the reader comes from.
    pub(super) referrer: Option<String>,
    /// Status, once answered.
    pub(super) status: Option<u16>,
    /// Headers of the answer, names in small letters.
    pub(super) headers: BTreeMap<String, String>,
    /// Bytes received, headers included, packed as they came.
    pub(super) bytes: u64,
    /// Whether it came from what the browser keeps.
    pub(super) from_cache: bool,
    /// Whether nothing more comes.
    pub(super) is_over: bool,
    /// Why it failed, if it did.
    pub(super) failure: Option<String>,
}

/// Requests since the last act.
#[derive(Debug, Default)]
pub(super) struct Traffic {
    requests: BTreeMap<String, Request>,
    /// Ids in the order of their beginning.
    order: Vec<String>,
    /// Addresses of every hop, redirections included.
    pub(super) hops: Vec<String>,
}

impl Traffic {
    /// All requests, oldest first.
    pub(super) fn requests(&self) -> impl Iterator<Item = &Request> {
        self.order.iter().filter_map(|id| self.requests.get(id))
    }

    /// The page itself, once answered: the newest document.
    pub(super) fn page(&self) -> Option<&Request> {
        self.requests().filter(|request| request.kind == "Document" && request.status.is_some()).last()
    }

    /// Whether everything that was asked for has come, or failed.
    pub(super) fn is_quiet(&self) -> bool {
        self.requests().all(|request| request.is_over)
    }

    /// Reads one line of the log.
    pub(super) fn read(&mut self, line: &str) {
        let line: Value = serde_json::from_str(line).unwrap();
        let event = &line["message"];
        let params = &event["params"];
        let Some(id) = params["requestId"].as_str() else { return };
        let method = event["method"].as_str().unwrap_or_default();
        if method == "Network.requestWillBeSent" {
            self.begin(id, params);
        }
        let Some(request) = self.requests.get_mut(id) else { return };
        match method {
            "Network.responseReceived" => request.answered(&params["response"]),
            "Network.requestServedFromCache" => request.from_cache = true,
            "Network.loadingFinished" => {
                request.bytes = params["encodedDataLength"].as_f64().map_or(0, whole);
                request.is_over = true;
            }
            "Network.loadingFailed" => {
                request.failure = Some(params.to_string());
                request.is_over = true;
            }
            _ => {}
        }
    }

    fn begin(&mut self, id: &str, params: &Value) {
        let url = params["request"]["url"].as_str().unwrap_or_default().to_owned();
        self.hops.push(url.clone());
        let referrer = params["request"]["headers"]["Referer"].as_str().map(str::to_owned);
        let kind = params["type"].as_str().unwrap_or_default().to_owned();
        if !self.requests.contains_key(id) {
            self.order.push(id.to_owned());
        }
        self.requests.insert(id.to_owned(), Request { url, kind, referrer, ..Request::default() });
    }
}

/// A page that is waited for; it tells what was asked for so far, and what came of it.
pub(super) struct APage<'t>(pub(super) &'t RefCell<Traffic>);

impl fmt::Display for APage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a page")?;
        let traffic = self.0.try_borrow().map_err(|_| fmt::Error)?;
        for Request { kind, url, status, is_over, failure, .. } in traffic.requests() {
            write!(f, "\n{kind} {url}: status {status:?}, over: {is_over}, failure {failure:?}")?;
        }
        Ok(())
    }
}

impl Request {
    fn answered(&mut self, response: &Value) {
        self.status = response["status"].as_u64().and_then(|status| u16::try_from(status).ok());
        self.from_cache |= response["fromDiskCache"].as_bool() == Some(true);
        let headers = response["headers"].as_object().into_iter().flatten();
        self.headers =
            headers.map(|(name, value)| (name.to_lowercase(), value.as_str().unwrap_or_default().to_owned())).collect();
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of bytes, never negative")]
fn whole(bytes: f64) -> u64 {
    bytes as u64
}
