//! The values of a ballot file: whole numbers, option ids, short lists, objects without a key twice.

use crate::options::MOST_OPTIONS;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserialize, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// Largest number.
const MOST: u64 = 1_000_000_000_000_000_000;

/// A value that is there. `null` is not a way to leave a key out.
pub fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// A word among those of `T`. Left to itself, serde would also take `{"yes": null}` for `"yes"`.
pub fn word<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    T::deserialize(String::deserialize(deserializer)?.into_deserializer())
}

/// The same for a word that may be left out.
pub fn given_word<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    word(deserializer).map(Some)
}

/// An object with the keys of `T`. Left to itself, serde would also take a list for it.
pub fn object<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    struct Object<T>(PhantomData<T>);
    impl<'de, T: Deserialize<'de>> Visitor<'de> for Object<T> {
        type Value = T;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }
        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
            T::deserialize(MapAccessDeserializer::new(map))
        }
    }
    deserializer.deserialize_map(Object(PhantomData))
}

/// The same for a whole number.
pub fn given_whole<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
    Whole::deserialize(deserializer).map(|whole| Some(whole.0))
}

/// The same for two whole numbers.
pub fn given_two<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<(u64, u64)>, D::Error> {
    <(Whole, Whole)>::deserialize(deserializer).map(|(p, q)| Some((p.0, q.0)))
}

/// A whole number up to 10^18, without sign, point or exponent.
#[derive(Clone, Copy)]
pub struct Whole(pub u64);

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Digits;
        impl Visitor<'_> for Digits {
            type Value = Whole;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number up to 10^18")
            }
            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Whole, E> {
                if number > MOST {
                    Err(E::invalid_value(de::Unexpected::Unsigned(number), &self))
                } else {
                    Ok(Whole(number))
                }
            }
        }
        deserializer.deserialize_u64(Digits)
    }
}

/// The id of an option: 1 to 64 letters, digits, `_` or `-`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name(pub String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Id;
        impl Visitor<'_> for Id {
            type Value = Name;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the id of an option: 1 to 64 of a-z, A-Z, 0-9, _ and -")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Name, E> {
                let is_right = (1..=64).contains(&text.len())
                    && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
                if is_right {
                    Ok(Name(text.to_owned()))
                } else {
                    Err(E::custom("not the id of an option: 1 to 64 of a-z, A-Z, 0-9, _ and -"))
                }
            }
        }
        deserializer.deserialize_str(Id)
    }
}

/// A list of no more values than there can be options.
pub struct Short<T>(pub Vec<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Short<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct List<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for List<T> {
            type Value = Short<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a list of at most {MOST_OPTIONS}")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Short<T>, A::Error> {
                let mut values = Vec::new();
                while let Some(value) = list.next_element()? {
                    if values.len() >= usize::from(MOST_OPTIONS) {
                        return Err(de::Error::custom(format_args!("more than {MOST_OPTIONS} in a list")));
                    }
                    values.push(value);
                }
                Ok(Short(values))
            }
        }
        deserializer.deserialize_seq(List(PhantomData))
    }
}

/// An object from options to values, without an option twice.
pub struct ByName<T>(pub BTreeMap<String, T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for ByName<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Object<T> {
            type Value = ByName<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object from options to values")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<ByName<T>, A::Error> {
                let mut values = BTreeMap::new();
                while let Some((Name(name), value)) = object.next_entry()? {
                    if values.len() >= usize::from(MOST_OPTIONS) {
                        return Err(de::Error::custom(format_args!("more than {MOST_OPTIONS} in an object")));
                    }
                    if values.contains_key(&name) {
                        return Err(de::Error::custom(format_args!("key `{name}` twice")));
                    }
                    values.insert(name, value);
                }
                Ok(ByName(values))
            }
        }
        deserializer.deserialize_map(Object(PhantomData))
    }
}
