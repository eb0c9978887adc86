//! What a person typed in a form: read strictly, kept word for word, given back when it is refused.

use chrono::NaiveDate;
use commons::refusal::{Message, Problem};
use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, IntoDeserializer, Visitor, value};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Most fields a form may send (reliability D14).
pub const MOST_FIELDS: usize = 100;

/// Fields that are never shown again, not even to the person who typed them: passphrases, codes, the
/// choices of a secret ballot. A form that holds one of them is not kept either (ruling 12).
const NEVER_SHOWN: [&str; 8] = ["passphrase", "passphrase-again", "present", "new", "drawn", "code", "token", "ballot"];

/// The fields of a form, in the order they were sent, without the form's own token and nonce.
///
/// Lines end with `\n`. Its `Debug` form shows no word of it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Typed(Vec<(String, String)>);

impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Typed({} fields)", self.0.len())
    }
}

/// Why a body is no form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAForm {
    /// Bytes that are not UTF-8.
    #[error("not UTF-8")]
    NotText,
    /// More than [`MOST_FIELDS`].
    #[error("too many fields")]
    TooManyFields,
}

impl Typed {
    /// Reads `application/x-www-form-urlencoded` bytes.
    ///
    /// # Errors
    /// When they are not UTF-8, or hold too many fields.
    pub fn read(body: &[u8]) -> Result<Self, NotAForm> {
        let mut fields = Vec::new();
        for pair in body.split(|b| *b == b'&').filter(|pair| !pair.is_empty()) {
            if fields.len() == MOST_FIELDS {
                return Err(NotAForm::TooManyFields);
            }
            let mut halves = pair.splitn(2, |b| *b == b'=');
            let name = decoded(halves.next().unwrap_or_default()).ok_or(NotAForm::NotText)?;
            let text = decoded(halves.next().unwrap_or_default()).ok_or(NotAForm::NotText)?;
            fields.push((name, text.replace("\r\n", "\n").replace('\r', "\n")));
        }
        Ok(Self(fields))
    }

    /// Reads what can be read of a form that [`Typed::read`] refuses: what is no text becomes a sign, and there
    /// may be any number of fields. It is only ever shown to whoever sent it.
    pub(super) fn read_anyhow(body: &[u8]) -> Self {
        let half =
            |bytes: Option<&[u8]>| String::from_utf8_lossy(&decoded_bytes(bytes.unwrap_or_default())).into_owned();
        let field = |pair: &[u8]| {
            let mut halves = pair.splitn(2, |b| *b == b'=');
            let (name, text) = (half(halves.next()), half(halves.next()));
            (name, text.replace("\r\n", "\n").replace('\r', "\n"))
        };
        Self(body.split(|b| *b == b'&').filter(|pair| !pair.is_empty()).map(field).collect())
    }

    /// The first [`MOST_FIELDS`] of them.
    pub(super) fn truncated(mut self) -> Self {
        self.0.truncate(MOST_FIELDS);
        self
    }

    /// The first value of `name`, empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.fields().find(|(field, _)| *field == name).map(|(_, text)| text).unwrap_or_default()
    }

    /// All values of `name`, as check boxes send them.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, text)| text.as_str())
    }

    /// Every field, in order.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// Takes `name` out, and gives its first value.
    pub fn take(&mut self, name: &str) -> Option<String> {
        let found = self.0.iter().find(|(field, _)| field == name).map(|(_, text)| text.clone());
        self.0.retain(|(field, _)| field != name);
        found
    }

    /// Everything that was typed as bytes, to tell one sending of a form from another.
    pub fn content(&self) -> Vec<u8> {
        self.0.iter().flat_map(|(name, text)| [name.as_bytes(), b"\0", text.as_bytes(), b"\0"].concat()).collect()
    }

    /// The same without what is never shown again: passphrases, codes, tokens.
    #[must_use]
    pub fn showable(&self) -> Self {
        Self(self.0.iter().filter(|(name, _)| !NEVER_SHOWN.contains(&name.as_str())).cloned().collect())
    }

    /// Whether a text holds a NUL or another control character; line ends and tabs are fine.
    pub fn has_control_characters(&self) -> bool {
        self.0.iter().any(|(name, text)| name.contains(char::is_control) || text.contains(is_unwanted))
    }

    /// The same without control characters.
    #[must_use]
    pub fn cleaned(&self) -> Self {
        let clean = |text: &str| text.chars().filter(|c| !is_unwanted(*c)).collect();
        Self(self.0.iter().map(|(name, text)| (clean(name), clean(text))).collect())
    }

    /// A whole number in `range`.
    ///
    /// # Errors
    /// A [`Problem`] with this field that says what to write.
    pub fn number(&self, field: &'static str, range: RangeInclusive<i64>) -> Result<i64, Problem> {
        let wanted = || {
            let (least, most) = (*range.start(), *range.end());
            Problem::new(field, Message::new("form-write-number").with("least", least).with("most", most))
        };
        let number = self.get(field).trim().parse::<i64>().map_err(|_| wanted())?;
        if range.contains(&number) { Ok(number) } else { Err(wanted()) }
    }

    /// A day, as date fields send it (`2026-11-27`).
    ///
    /// # Errors
    /// A [`Problem`] with this field that says what to write.
    pub fn date(&self, field: &'static str) -> Result<NaiveDate, Problem> {
        let day = self.get(field).trim().parse::<NaiveDate>().ok();
        // Four digits: a year such as 20266 is a slip of the finger.
        day.filter(|day| (1900..=9999).contains(&chrono::Datelike::year(day)))
            .ok_or_else(|| Problem::new(field, Message::new("form-write-date")))
    }

    /// Turns the fields into `T`.
    ///
    /// A field of `T` may be `String`, `Option<String>` (`None` when empty), `Vec<String>`, or `bool`
    /// (a box that is checked). With `#[serde(default)]` on `T` this never fails, whatever was sent.
    ///
    /// # Errors
    /// When `T` demands a field that is missing.
    pub fn values<T: DeserializeOwned>(&self) -> Result<T, value::Error> {
        let mut by_name: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (name, text) in self.fields() {
            by_name.entry(name).or_default().push(text);
        }
        T::deserialize(MapDeserializer::new(by_name.into_iter().map(|(name, texts)| (name, Texts(texts)))))
    }
}

fn is_unwanted(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
}

/// Percent-decodes strictly: what is not UTF-8 is not text.
pub(super) fn decoded(bytes: &[u8]) -> Option<String> {
    String::from_utf8(decoded_bytes(bytes)).ok()
}

fn decoded_bytes(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes.iter().copied();
    while let Some(b) = rest.next() {
        match b {
            b'+' => out.push(b' '),
            b'%' => {
                let mut ahead = rest.clone();
                match ahead.next().and_then(hex_digit).zip(ahead.next().and_then(hex_digit)) {
                    Some((high, low)) => {
                        out.push(high << 4 | low);
                        rest = ahead;
                    }
                    None => out.push(b'%'),
                }
            }
            other => out.push(other),
        }
    }
    out
}

fn hex_digit(b: u8) -> Option<u8> {
    char::from(b).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// All values of one field, read as one text or as a list, as `T` asks.
struct Texts<'a>(Vec<&'a str>);

impl<'a> Texts<'a> {
    fn first(&self) -> &'a str {
        self.0.first().copied().unwrap_or_default()
    }
}

impl<'de> IntoDeserializer<'de> for Texts<'_> {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Texts<'_> {
    type Error = value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, value::Error> {
        visitor.visit_string(self.first().to_owned())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, value::Error> {
        if self.first().trim().is_empty() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, value::Error> {
        visitor.visit_bool(!matches!(self.first(), "" | "0" | "no" | "false"))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, value::Error> {
        visitor.visit_seq(SeqDeserializer::new(self.0.into_iter().map(str::to_owned)))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, value::Error> {
        visitor.visit_newtype_struct(self)
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        tuple tuple_struct map struct enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Default, PartialEq, serde::Deserialize)]
    #[serde(default)]
    struct Wish {
        title: String,
        why: Option<String>,
        days: Vec<String>,
        mine: bool,
    }

    #[test]
    fn every_word_is_kept_as_it_was_typed() {
        let typed =
            Typed::read("title=Potage+%26+pain&why=&days=lundi&days=mardi&mine=on&extra=%C3%A9t%C3%A9".as_bytes())
                .unwrap();
        assert_eq!(typed.get("extra"), "été");
        assert_eq!(typed.all("days").collect::<Vec<_>>(), ["lundi", "mardi"]);
        let wish: Wish = typed.values().unwrap();
        let days = vec!["lundi".to_owned(), "mardi".to_owned()];
        assert_eq!(wish, Wish { title: "Potage & pain".to_owned(), why: None, days, mine: true });
    }

    #[test]
    fn nothing_sent_is_no_error() {
        assert_eq!(Typed::read(b"").unwrap().values::<Wish>().unwrap(), Wish::default());
    }

    #[test]
    fn lines_end_the_same_way_everywhere() {
        assert_eq!(Typed::read(b"a=1%0D%0A2%0D3%0A").unwrap().get("a"), "1\n2\n3\n");
    }

    #[test]
    fn only_the_same_form_has_the_same_content() {
        let content = |body: &[u8]| Typed::read(body).unwrap().content();
        assert_eq!(content(b"a=1&b=2"), content(b"a=1&b=%32"));
        assert_ne!(content(b"a=1&b=2"), content(b"a=1b&=2"));
        assert_ne!(content(b"a=1&b=2"), content(b"b=2&a=1"));
    }

    #[test]
    fn what_is_not_utf8_is_not_text() {
        for body in [b"a=%FF".as_slice(), b"a=\xff", b"%C3=1", b"a=%C3%28"] {
            assert_eq!(Typed::read(body), Err(NotAForm::NotText));
        }
        assert_eq!(Typed::read(b"a=100%&b=%zz").unwrap().get("b"), "%zz");
    }

    #[test]
    fn a_hundred_fields_and_no_more() {
        let body = |count: usize| vec!["a=1"; count].join("&");
        assert!(Typed::read(body(100).as_bytes()).is_ok());
        assert_eq!(Typed::read(body(101).as_bytes()), Err(NotAForm::TooManyFields));
    }

    #[test]
    fn ten_thousand_letters_are_read_whole() {
        let body = format!("name={}", "%C3%A9".repeat(10_000));
        assert_eq!(Typed::read(body.as_bytes()).unwrap().get("name").chars().count(), 10_000);
    }

    #[test]
    fn control_characters_are_seen_and_taken_out() {
        for (body, seen) in [
            ("a=%00", true),
            ("a=x%07", true),
            ("a=%C2%85", true),
            ("%01=a", true),
            ("a=%0A%09", false),
            ("a=%F0%9F%8D%B2", false),
        ] {
            let typed = Typed::read(body.as_bytes()).unwrap();
            assert_eq!(typed.has_control_characters(), seen, "{body}");
            assert!(!typed.cleaned().has_control_characters());
        }
        assert_eq!(Typed::read(b"a=x%00y").unwrap().cleaned().get("a"), "xy");
    }

    #[test]
    fn secrets_are_never_shown_again_and_nothing_is_logged() {
        let typed = Typed::read(b"name=Ovila&passphrase=tulipe").unwrap();
        assert_eq!(typed.showable().get("passphrase"), "");
        assert_eq!(typed.showable().get("name"), "Ovila");
        assert_eq!(format!("{typed:?}"), "Typed(2 fields)");
    }

    #[test]
    fn numbers_and_dates_say_what_to_write() {
        let typed = Typed::read(b"n=+8+&m=une+dizaine&d=2026-11-27&e=20266-11-27").unwrap();
        assert_eq!(typed.number("n", 1..=500), Ok(8));
        assert_eq!(typed.number("m", 1..=500).unwrap_err().message.key, "form-write-number");
        assert_eq!(typed.number("n", 10..=20).unwrap_err().field, "n");
        assert!(typed.date("d").is_ok());
        assert_eq!(typed.date("e").unwrap_err().message.key, "form-write-date");
    }
}
