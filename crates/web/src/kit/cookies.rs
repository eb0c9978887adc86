//! The seven cookies of the product, all `HttpOnly`, `SameSite=Lax`, path `/`.

use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite, time::Duration};

/// What a cookie is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Secret of a session; its meaning belongs to the members' area.
    Session,
    /// Secret of a visitor who has no session: it anchors form tokens, nothing else.
    Visitor,
    /// Chosen language.
    Language,
    /// Reading preferences.
    Look,
    /// Key of what was just done, said once by the next page.
    Said,
    /// The page that somebody asked for before coming in: she is led there once she is in.
    Asked,
    /// Secret of a request to come back to one's place: only this browser can finish it.
    WayBack,
}

impl Use {
    /// All of them, for the quick exit.
    pub const ALL: [Self; 7] =
        [Self::Session, Self::Visitor, Self::Language, Self::Look, Self::Said, Self::Asked, Self::WayBack];

    fn fits(self, value: &str) -> bool {
        let short =
            |extra: &[u8]| value.len() <= 128 && value.bytes().all(|b| b.is_ascii_alphanumeric() || extra.contains(&b));
        match self {
            Self::Session => value.len() >= 32 && short(b"-_"),
            Self::Visitor | Self::WayBack => super::secrets::is_random_id(value),
            Self::Asked => value.starts_with('/') && short(b"-_/"),
            Self::Language | Self::Look | Self::Said => short(b"-."),
        }
    }
}

/// How long a cookie stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasts {
    /// Until the window closes: a shared computer.
    Window,
    /// So many seconds.
    Seconds(i64),
}

impl Lasts {
    /// One year, for language and reading preferences.
    pub const YEAR: Self = Self::Seconds(365 * 24 * 3_600);
}

/// How cookies are named and kept at this public address.
#[derive(Clone, Copy, Debug)]
pub struct Cookies {
    secure: bool,
}

impl Cookies {
    /// `secure` when the public address is https: cookies are then `Secure`, and the secret ones carry
    /// the `__Host-` prefix, so that no other host can plant them.
    pub const fn new(secure: bool) -> Self {
        Self { secure }
    }

    /// The cookie's name.
    pub const fn name(self, kind: Use) -> &'static str {
        match (kind, self.secure) {
            (Use::Session, true) => "__Host-pp",
            (Use::Session, false) => "pp",
            (Use::Visitor, true) => "__Host-visitor",
            (Use::Visitor, false) => "visitor",
            (Use::WayBack, true) => "__Host-back",
            (Use::WayBack, false) => "back",
            (Use::Language, _) => "lang",
            (Use::Look, _) => "look",
            (Use::Said, _) => "said",
            (Use::Asked, _) => "asked",
        }
    }

    /// A cookie to send.
    pub fn set(self, kind: Use, value: impl Into<String>, lasts: Lasts) -> Cookie<'static> {
        let mut cookie = Cookie::new(self.name(kind), value.into());
        cookie.set_path("/");
        cookie.set_http_only(true);
        cookie.set_same_site(SameSite::Lax);
        cookie.set_secure(self.secure);
        if let Lasts::Seconds(seconds) = lasts {
            cookie.set_max_age(Duration::seconds(seconds));
        }
        cookie
    }

    /// The same cookie, taken back.
    pub fn remove(self, kind: Use) -> Cookie<'static> {
        let mut cookie = self.set(kind, "", Lasts::Window);
        cookie.make_removal();
        cookie
    }

    /// What the browser sent, if it looks like something we made.
    pub fn read(self, request: &HttpRequest, kind: Use) -> Option<String> {
        request.cookie(self.name(kind)).map(|cookie| cookie.value().to_owned()).filter(|value| kind.fits(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    #[test]
    fn secrets_are_bound_to_the_host_over_https() {
        let cookie = Cookies::new(true).set(Use::Visitor, "a", Lasts::Window).to_string();
        assert_eq!(cookie, "__Host-visitor=a; HttpOnly; SameSite=Lax; Secure; Path=/");
        let plain = Cookies::new(false).set(Use::Session, "a", Lasts::Seconds(60)).to_string();
        assert_eq!(plain, "pp=a; HttpOnly; SameSite=Lax; Path=/; Max-Age=60");
    }

    #[test]
    fn a_cookie_that_does_not_look_right_is_not_read() {
        let cookies = Cookies::new(false);
        for (value, read) in [("a".repeat(64), true), ("a".repeat(63), false), ("g".repeat(64), false)] {
            let request = TestRequest::default().cookie(Cookie::new("visitor", value)).to_http_request();
            assert_eq!(cookies.read(&request, Use::Visitor).is_some(), read);
        }
        let request = TestRequest::default().cookie(Cookie::new("look", "dark<script>")).to_http_request();
        assert_eq!(cookies.read(&request, Use::Look), None);
    }
}
