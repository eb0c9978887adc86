//! Reading preferences, kept in a cookie and written as attributes of `<html>` (design section 4).

use serde::Serialize;

/// How a person reads best. `None` follows the device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Look {
    /// `clair` or `sombre`.
    pub theme: Option<&'static str>,
    /// `fort`.
    pub contrast: Option<&'static str>,
    /// `grand` or `tresgrand`.
    pub text: Option<&'static str>,
    /// `large`.
    pub space: Option<&'static str>,
    /// `appareil`.
    pub font: Option<&'static str>,
}

/// Values of each preference, in the order of [`Look`]'s fields. No word stands in two of them.
const VALUES: [&[&str]; 5] = [&["clair", "sombre"], &["fort"], &["grand", "tresgrand"], &["large"], &["appareil"]];

impl Look {
    /// Reads words in any order; unknown ones are left out.
    pub fn read<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut look = Self::default();
        for word in words {
            let places = [&mut look.theme, &mut look.contrast, &mut look.text, &mut look.space, &mut look.font];
            for (place, values) in places.into_iter().zip(VALUES) {
                if let Some(value) = values.iter().copied().find(|value| *value == word) {
                    *place = Some(value);
                }
            }
        }
        look
    }

    /// From the cookie's value.
    pub fn from_cookie(value: &str) -> Self {
        Self::read(value.split('.'))
    }

    /// The cookie's value.
    pub fn to_cookie(self) -> String {
        let words = [self.theme, self.contrast, self.text, self.space, self.font];
        words.into_iter().flatten().collect::<Vec<_>>().join(".")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn preferences_survive_their_cookie_and_strangers_do_not() {
        let look = Look::read(["tresgrand", "sombre", "onload=x", "large"]);
        assert_eq!(
            look,
            Look { theme: Some("sombre"), text: Some("tresgrand"), space: Some("large"), ..Look::default() }
        );
        assert_eq!(Look::from_cookie(&look.to_cookie()), look);
        assert_eq!(Look::from_cookie(""), Look::default());
    }
}
