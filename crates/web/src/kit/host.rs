//! Which host names are ours: the public address and, on this machine, its loopback names.

use actix_web::HttpRequest;
use actix_web::http::{Uri, header};
use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

/// The address that people type: scheme and host, with its port if it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    https: bool,
    authority: String,
}

/// A public address that does not read.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("a public address is http:// or https:// and a host, without a path: {0:?} is not")]
pub struct NotAnAddress(String);

impl FromStr for PublicUrl {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<Self, NotAnAddress> {
        let wrong = || NotAnAddress(text.to_owned());
        let uri: Uri = text.trim_end_matches('/').parse().map_err(|_| wrong())?;
        let https = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err(wrong()),
        };
        let authority = uri.authority().map(|authority| authority.as_str().to_ascii_lowercase()).ok_or_else(wrong)?;
        let bare = uri.path().trim_matches('/').is_empty() && uri.query().is_none() && !authority.contains('@');
        if bare && !name_of(&authority).is_empty() { Ok(Self { https, authority }) } else { Err(wrong()) }
    }
}

impl std::fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let scheme = if self.https { "https" } else { "http" };
        write!(f, "{scheme}://{}", self.authority)
    }
}

impl PublicUrl {
    /// Whether it is reached over TLS.
    pub const fn is_https(&self) -> bool {
        self.https
    }

    /// Whether it is this machine talking to itself.
    pub fn is_loopback(&self) -> bool {
        is_loopback(name_of(&self.authority))
    }
}

/// The names this site answers to; any other is refused, so that no other site can hide behind ours.
#[derive(Clone, Debug)]
pub struct Hosts {
    public: PublicUrl,
    listen: String,
    loopback: bool,
}

impl Hosts {
    /// The public name and that of the address we listen on; loopback names when one of them is.
    pub fn new(public: PublicUrl, listen: SocketAddr) -> Self {
        let loopback = public.is_loopback() || listen.ip().is_loopback();
        let listen = match listen.ip() {
            IpAddr::V4(v4) if !v4.is_unspecified() => v4.to_string(),
            IpAddr::V6(v6) if !v6.is_unspecified() => format!("[{v6}]"),
            IpAddr::V4(_) | IpAddr::V6(_) => String::new(),
        };
        Self { public, listen, loopback }
    }

    /// The address people type.
    pub const fn public(&self) -> &PublicUrl {
        &self.public
    }

    /// Whether `request` was sent to us by name.
    pub fn knows(&self, request: &HttpRequest) -> bool {
        let named = host_header(request).is_some_and(|host| self.knows_name(name_of(host)));
        // A whole address in the request line must agree (RFC 9112, 3.2.2).
        named && request.uri().authority().is_none_or(|authority| self.knows_name(name_of(authority.as_str())))
    }

    fn knows_name(&self, name: &str) -> bool {
        let same = |own: &str| !own.is_empty() && own.eq_ignore_ascii_case(name);
        same(name_of(&self.public.authority)) || same(&self.listen) || (self.loopback && is_loopback(name))
    }

    /// Whether a page of `origin` is one of ours, as seen by `request`.
    pub fn is_own_origin(&self, origin: &str, request: &HttpRequest) -> bool {
        let Some(host) = host_header(request) else { return false };
        let is_public = name_of(host).eq_ignore_ascii_case(name_of(&self.public.authority));
        let scheme = if is_public && self.public.https { "https://" } else { "http://" };
        origin.strip_prefix(scheme).is_some_and(|authority| authority.eq_ignore_ascii_case(host))
    }
}

fn host_header(request: &HttpRequest) -> Option<&str> {
    request.headers().get(header::HOST)?.to_str().ok()
}

/// The host without its port. A port tells nothing about whose name it is.
fn name_of(authority: &str) -> &str {
    let after_bracket = authority.rfind(']').unwrap_or(0);
    match authority.rfind(':') {
        Some(colon) if colon > after_bracket => authority.get(..colon).unwrap_or(authority),
        _ => authority,
    }
}

fn is_loopback(name: &str) -> bool {
    let bare = name.trim_start_matches('[').trim_end_matches(']');
    name.eq_ignore_ascii_case("localhost") || bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn hosts(public: &str, listen: &str) -> Hosts {
        Hosts::new(public.parse().unwrap(), listen.parse().unwrap())
    }
    fn to(host: &str) -> HttpRequest {
        TestRequest::default().insert_header((header::HOST, host)).to_http_request()
    }

    #[test]
    fn a_public_address_is_a_scheme_and_a_host() {
        assert_eq!(
            "https://Parpour.example.org/".parse::<PublicUrl>().unwrap().to_string(),
            "https://parpour.example.org"
        );
        assert!("http://[::1]:8080".parse::<PublicUrl>().unwrap().is_loopback());
        for wrong in ["parpour.example.org", "ftp://a", "https://", "https://a/b", "https://a?b", "https://u:p@a", ""] {
            assert!(wrong.parse::<PublicUrl>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn only_our_own_names_are_answered() {
        let hosts = hosts("https://parpour.example.org", "0.0.0.0:8080");
        for ours in ["parpour.example.org", "PARPOUR.example.org:443"] {
            assert!(hosts.knows(&to(ours)), "{ours}");
        }
        for other in ["evil.example", "parpour.example.org.evil.example", "localhost", "127.0.0.1:8080", "", "0.0.0.0"]
        {
            assert!(!hosts.knows(&to(other)), "{other}");
        }
        assert!(!hosts.knows(&TestRequest::default().to_http_request()), "a request without a host");
    }

    #[test]
    fn loopback_names_are_ours_when_we_listen_there() {
        let hosts = hosts("http://127.0.0.1:8080", "127.0.0.1:8080");
        for ours in ["127.0.0.1:8080", "localhost:8080", "[::1]:9000", "localhost"] {
            assert!(hosts.knows(&to(ours)), "{ours}");
        }
        assert!(!hosts.knows(&to("rebound.example:8080")));
    }

    #[test]
    fn an_address_on_the_network_is_known_by_its_number() {
        let hosts = hosts("http://cuisine.local", "192.168.1.20:8080");
        assert!(hosts.knows(&to("192.168.1.20:8080")) && hosts.knows(&to("cuisine.local")));
        assert!(!hosts.knows(&to("192.168.1.21:8080")));
    }

    #[test]
    fn an_origin_is_ours_by_scheme_host_and_port() {
        let public = hosts("https://parpour.example.org", "127.0.0.1:8080");
        let request = to("parpour.example.org");
        assert!(public.is_own_origin("https://parpour.example.org", &request));
        for other in ["http://parpour.example.org", "https://evil.example", "https://parpour.example.org:444", ""] {
            assert!(!public.is_own_origin(other, &request), "{other}");
        }
        assert!(public.is_own_origin("http://localhost:8080", &to("localhost:8080")));
        assert!(!public.is_own_origin("http://localhost:9000", &to("localhost:8080")));
    }
}
