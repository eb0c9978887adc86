//! One text for one value: the subset of RFC 8785 that the register uses (reliability D3).
//!
//! Keys are sorted by their UTF-16 units, strings are in Unicode form NFC, numbers are integers
//! that every language holds exactly, and nothing is nested deeper than [`DEPTH`]. Fractions are
//! left out on purpose: two programs may print the same one differently.

use std::borrow::Cow;
use std::fmt::Write;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

/// How many arrays and objects may lie inside each other.
pub const DEPTH: usize = 8;

/// The largest whole number that every reader of JSON holds exactly, 2^53 - 1.
pub const LARGEST: u64 = (1 << 53) - 1;

/// Why a value or a text has no place in the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotCanonical {
    /// A fraction, or a whole number beyond [`LARGEST`] on either side.
    #[error("a number is not a whole number below 2^53")]
    Number,
    /// Nested deeper than [`DEPTH`].
    #[error("nested deeper than 8 levels")]
    Depth,
    /// Two keys of one object are the same once in form NFC.
    #[error("one object has the same key twice")]
    Key,
    /// The text is not JSON at all.
    #[error("the text is not JSON")]
    Json,
    /// The text is JSON, but written otherwise than the one way.
    #[error("the text is not the canonical one for its value")]
    Text,
}

/// The one text of a value. Strings and keys are brought to form NFC on the way.
pub fn canonical(value: &Value) -> Result<String, NotCanonical> {
    let mut text = String::new();
    write_value(&mut text, value, 0)?;
    Ok(text)
}

/// The value of a text, only if the text is exactly what [`canonical`] writes for it.
///
/// That one rule also refuses repeated keys, spaces, other orders and other escapes.
pub fn parse_canonical(text: &str) -> Result<Value, NotCanonical> {
    let value = serde_json::from_str(text).map_err(|_| NotCanonical::Json)?;
    if canonical(&value)? == text { Ok(value) } else { Err(NotCanonical::Text) }
}

fn write_value(text: &mut String, value: &Value, depth: usize) -> Result<(), NotCanonical> {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(number) => write_number(text, number)?,
        Value::String(string) => write_string(text, &nfc(string)),
        Value::Array(_) | Value::Object(_) if depth == DEPTH => return Err(NotCanonical::Depth),
        Value::Array(items) => {
            text.push('[');
            for (place, item) in items.iter().enumerate() {
                separate(text, place);
                write_value(text, item, depth + 1)?;
            }
            text.push(']');
        }
        Value::Object(members) => {
            text.push('{');
            for (place, (key, member)) in sorted(members)?.iter().enumerate() {
                separate(text, place);
                write_string(text, key);
                text.push(':');
                write_value(text, member, depth + 1)?;
            }
            text.push('}');
        }
    }
    Ok(())
}

fn separate(text: &mut String, place: usize) {
    if place > 0 {
        text.push(',');
    }
}

/// The members in the order of the UTF-16 units of their keys, which differs from the order of
/// code points beyond U+FFFF.
fn sorted(members: &serde_json::Map<String, Value>) -> Result<Vec<(Cow<'_, str>, &Value)>, NotCanonical> {
    let mut members: Vec<_> = members.iter().map(|(key, member)| (nfc(key), member)).collect();
    members.sort_by(|(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
    let apart = members.is_sorted_by(|(one, _), (next, _)| one != next);
    if apart { Ok(members) } else { Err(NotCanonical::Key) }
}

fn write_number(text: &mut String, number: &serde_json::Number) -> Result<(), NotCanonical> {
    let whole = number.as_i64().ok_or(NotCanonical::Number)?;
    if whole.unsigned_abs() > LARGEST {
        return Err(NotCanonical::Number);
    }
    text.push_str(&whole.to_string());
    Ok(())
}

fn write_string(text: &mut String, string: &str) {
    text.push('"');
    for letter in string.chars() {
        match letter {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\u{8}' => text.push_str("\\b"),
            '\t' => text.push_str("\\t"),
            '\n' => text.push_str("\\n"),
            '\u{c}' => text.push_str("\\f"),
            '\r' => text.push_str("\\r"),
            '\0'..='\u{1f}' => {
                // Writing to a String cannot fail.
                let _ = write!(text, "\\u{:04x}", u32::from(letter));
            }
            _ => text.push(letter),
        }
    }
    text.push('"');
}

fn nfc(string: &str) -> Cow<'_, str> {
    if string.is_ascii() { string.into() } else { string.nfc().collect() }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    /// Any value the register can hold, nested up to four levels.
    pub(in crate::register) fn any_value() -> impl Strategy<Value = Value> {
        let limit = LARGEST as i64;
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            (-limit..=limit).prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::hash_map("\\PC{0,6}", inner, 0..6).prop_map(|members| {
                    let nfc = members.into_iter().map(|(key, value)| (nfc(&key).into_owned(), value));
                    Value::Object(nfc.collect())
                }),
            ]
        })
    }

    fn nested(levels: usize) -> Value {
        (0..levels).fold(json!(1), |inner, _| json!([inner]))
    }

    #[test]
    fn keys_follow_their_utf16_units() {
        // The example of RFC 8785 section 3.2.3, save its Hebrew letter, which NFC takes apart.
        let value = json!({"\u{20ac}": 1, "\r": 2, "1": 3, "\u{1f600}": 4, "\u{80}": 5, "ö": 6});
        let expected = "{\"\\r\":2,\"1\":3,\"\u{80}\":5,\"ö\":6,\"\u{20ac}\":1,\"\u{1f600}\":4}";
        assert_eq!(canonical(&value).unwrap(), expected);
        // By code points these two would stand the other way round.
        let beyond = json!({"\u{ff5e}": 1, "\u{1f600}": 2});
        assert_eq!(canonical(&beyond).unwrap(), "{\"\u{1f600}\":2,\"\u{ff5e}\":1}");
    }

    #[test]
    fn strings_use_the_shortest_escapes_and_form_nfc() {
        let value = json!("\u{8}\t\n\u{c}\r\"\\\u{1}\u{1f}/\u{7f}e\u{301}");
        assert_eq!(canonical(&value).unwrap(), "\"\\b\\t\\n\\f\\r\\\"\\\\\\u0001\\u001f/\u{7f}é\"");
    }

    #[test]
    fn fractions_and_large_numbers_are_refused() {
        assert_eq!(canonical(&json!(1.5)), Err(NotCanonical::Number));
        assert_eq!(canonical(&json!(1.0)), Err(NotCanonical::Number));
        assert_eq!(canonical(&json!(LARGEST + 1)), Err(NotCanonical::Number));
        assert_eq!(canonical(&json!(u64::MAX)), Err(NotCanonical::Number));
        assert_eq!(canonical(&json!(i64::MIN)), Err(NotCanonical::Number));
        assert_eq!(canonical(&json!(-(LARGEST as i64))).unwrap(), "-9007199254740991");
    }

    #[test]
    fn depth_is_limited() {
        assert!(canonical(&nested(DEPTH)).is_ok());
        assert_eq!(canonical(&nested(DEPTH + 1)), Err(NotCanonical::Depth));
        assert_eq!(parse_canonical(&"[".repeat(100_000)), Err(NotCanonical::Json));
    }

    #[test]
    fn only_the_one_text_is_read_back() {
        let other_texts = [
            "{\"a\":1,\"a\":1}",
            "{\"b\":1,\"a\":2}",
            "{ }",
            "[1 ]",
            " 1",
            "1\n",
            "-0",
            "01",
            "\"\\u0041\"",
            "\"\\/\"",
            "\"\\u001F\"",
            "\"e\u{301}\"",
            "1.0",
            "1e2",
            "",
            "NaN",
            "\"\\ud800\"",
        ];
        for text in other_texts {
            assert!(parse_canonical(text).is_err(), "{text}");
        }
        for text in ["{\"a\":1,\"b\":[true,null]}", "0", "\"é\"", "{}", "[]"] {
            assert!(parse_canonical(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn keys_that_become_the_same_are_refused() {
        let value = json!({"é": 1, "e\u{301}": 2});
        assert_eq!(canonical(&value), Err(NotCanonical::Key));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(value in any_value()) {
            let text = canonical(&value).unwrap();
            let read = parse_canonical(&text).unwrap();
            prop_assert_eq!(canonical(&read).unwrap(), text);
        }

        #[test]
        fn any_text_is_read_or_refused(text in any::<String>()) {
            let _ = parse_canonical(&text);
        }
    }
}
