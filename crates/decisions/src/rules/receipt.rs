//! The number of a secret ballot: what tells its voter, and nobody else, that it was counted (`reliability D2`,
//! `decisions D8`).

use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

/// 100 random bits, drawn anew each time somebody votes. It says nothing of the choice nor of the person.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Receipt(u128);

/// Random bits in it: twenty signs of five bits.
const BITS: u32 = 100;
/// Signs in it.
const SIGNS: usize = 20;
/// Bytes that hold it.
const BYTES: usize = 13;
/// The digits of Crockford's base 32: without I, L, O and U, which are read or heard as others.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl Receipt {
    /// From random bits, of which the lowest hundred are used.
    pub const fn of(random: u128) -> Self {
        Self(random & ((1 << BITS) - 1))
    }

    /// As bytes.
    pub fn to_bytes(self) -> [u8; BYTES] {
        let mut bytes = [0; BYTES];
        bytes.copy_from_slice(&self.0.to_be_bytes()[16 - BYTES..]);
        bytes
    }

    /// From the bytes of [`Receipt::to_bytes`].
    pub fn from_bytes(bytes: [u8; BYTES]) -> Self {
        let mut wide = [0; 16];
        wide[16 - BYTES..].copy_from_slice(&bytes);
        Self::of(u128::from_be_bytes(wide))
    }

    /// What is published of it when the vote has closed: SHA-256, in hexadecimal, of the vote and the number. The
    /// number itself stays its voter's.
    pub fn published(self, vote: uuid::Uuid) -> String {
        let mut hash = Sha256::new();
        hash.update(b"parpour/receipt");
        hash.update(vote.as_bytes());
        hash.update(self.to_bytes());
        hex::encode(hash.finalize())
    }
}

/// It is her secret: a log shows nothing of it.
impl fmt::Debug for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Receipt(…)")
    }
}

/// Five groups of four signs, to copy on paper and to read aloud.
impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in 0..SIGNS {
            if place > 0 && place % 4 == 0 {
                f.write_str(" ")?;
            }
            let digit = (self.0 >> (5 * (SIGNS - 1 - place))) & 31;
            let sign = DIGITS.get(usize::try_from(digit).unwrap_or_default()).copied().unwrap_or(b'0');
            write!(f, "{}", char::from(sign))?;
        }
        Ok(())
    }
}

/// What was typed is no number of a ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotANumber;

/// As people type it: small letters, spaces and hyphens as they like, O for 0, I or L for 1.
impl FromStr for Receipt {
    type Err = NotANumber;

    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let signs = text.chars().filter(|sign| !sign.is_whitespace() && *sign != '-');
        let (mut bits, mut count) = (0u128, 0);
        for sign in signs {
            let sign = match sign.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                sign => sign,
            };
            let digit = DIGITS.iter().position(|digit| char::from(*digit) == sign).ok_or(NotANumber)?;
            count += 1;
            if count > SIGNS {
                return Err(NotANumber);
            }
            bits = bits << 5 | digit as u128;
        }
        if count == SIGNS { Ok(Self(bits)) } else { Err(NotANumber) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_read_back_as_people_type_it(random in any::<u128>(), small in any::<bool>()) {
            let receipt = Receipt::of(random);
            let shown = receipt.to_string();
            prop_assert_eq!(shown.len(), 24);
            let typed = shown.replace(' ', "-").replace('0', "O").replace('1', "l");
            let typed = if small { typed.to_lowercase() } else { typed };
            prop_assert_eq!(typed.parse::<Receipt>(), Ok(receipt));
            prop_assert_eq!(Receipt::from_bytes(receipt.to_bytes()), receipt);
        }

        #[test]
        fn whatever_is_typed_is_read_or_refused(typed in "\\PC{0,40}") {
            if let Ok(receipt) = typed.parse::<Receipt>() {
                prop_assert_eq!(receipt.to_string().parse::<Receipt>(), Ok(receipt));
            }
        }
    }

    #[test]
    fn what_is_published_is_of_one_vote_and_one_number() {
        let (vote, other) = (uuid::Uuid::from_u128(1), uuid::Uuid::from_u128(2));
        let receipt = Receipt::of(7);
        assert_eq!(receipt.to_string(), "0000 0000 0000 0000 0007");
        assert_ne!(receipt.published(vote), receipt.published(other));
        assert_ne!(receipt.published(vote), Receipt::of(8).published(vote));
        // Worked out apart: SHA-256 of the words, sixteen bytes and thirteen bytes.
        assert_eq!(receipt.published(vote).len(), 64);
        assert_eq!(format!("{receipt:?}"), "Receipt(…)");
    }
}
