//! Where a request comes from, as coarsely as throttling allows, and never in a log.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

/// A client's network: the address itself in IPv4, the first 64 bits in IPv6 (reliability D14).
///
/// Its `Debug` form shows nothing, so that it cannot slip into a log.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ClientNet(u64);

impl std::fmt::Debug for ClientNet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ClientNet(***)")
    }
}

impl From<IpAddr> for ClientNet {
    fn from(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(v4) => Self(u64::from(v4.to_bits())),
            IpAddr::V6(v6) => Self(u64::try_from(v6.to_bits() >> 64).unwrap_or_default()),
        }
    }
}

/// A block of addresses, such as `10.0.0.0/8`, `::1` or `192.168.1.4`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    first: u128,
    length: u32,
}

/// An address or a block that does not read.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("not an address or a block of addresses: {0:?}")]
pub struct NotABlock(String);

/// IPv4 and IPv6 in one number, IPv4 in its mapped form.
fn bits(address: IpAddr) -> u128 {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.to_ipv6_mapped().to_bits(),
        IpAddr::V6(v6) => v6.to_bits(),
    }
}

fn mask(length: u32) -> u128 {
    match length {
        0 => 0,
        length => u128::MAX << (128 - length.min(128)),
    }
}

impl FromStr for Block {
    type Err = NotABlock;

    fn from_str(text: &str) -> Result<Self, NotABlock> {
        let wrong = || NotABlock(text.to_owned());
        let (address, length) = text.trim().split_once('/').map_or((text.trim(), None), |(a, l)| (a, Some(l)));
        let address: IpAddr = address.parse().map_err(|_| wrong())?;
        let (whole, offset) = if address.is_ipv4() { (32, 96) } else { (128, 0) };
        let length = length.map_or(Ok(whole), str::parse::<u32>).map_err(|_| wrong())?;
        if length > whole {
            return Err(wrong());
        }
        let length = length + offset;
        Ok(Self { first: bits(address) & mask(length), length })
    }
}

impl Block {
    fn holds(&self, address: IpAddr) -> bool {
        bits(address) & mask(self.length) == self.first
    }
}

/// The proxies whose `X-Forwarded-For` is believed (`--trust-proxy`).
#[derive(Clone, Debug, Default)]
pub struct TrustedProxies(Vec<Block>);

impl TrustedProxies {
    /// Reads a list of addresses and blocks.
    ///
    /// # Errors
    /// When one of them does not read.
    pub fn read<'a>(list: impl IntoIterator<Item = &'a str>) -> Result<Self, NotABlock> {
        list.into_iter().map(str::parse).collect::<Result<_, _>>().map(Self)
    }

    /// Where the request comes from: the connection's own address, or, behind a trusted proxy, the
    /// right-most address of `forwarded` that is not a trusted proxy itself.
    ///
    /// `forwarded` holds the values of all `X-Forwarded-For` headers, in order. Whatever stands left
    /// of an address that does not read is not believed.
    pub fn client<'a>(&self, peer: Option<IpAddr>, forwarded: impl DoubleEndedIterator<Item = &'a str>) -> ClientNet {
        let mut seen = peer.unwrap_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED));
        for hop in forwarded.flat_map(|value| value.split(',')).rev() {
            if !self.trusts(seen) {
                break;
            }
            match address_of(hop) {
                Some(address) => seen = address,
                None => break,
            }
        }
        seen.into()
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|block| block.holds(address))
    }
}

/// `203.0.113.7`, `203.0.113.7:4711`, `2001:db8::1` or `[2001:db8::1]:4711`.
fn address_of(hop: &str) -> Option<IpAddr> {
    let hop = hop.trim();
    let inside = hop.strip_prefix('[').and_then(|rest| rest.split_once(']')).map(|(inside, _)| inside);
    inside.and_then(|inside| inside.parse().ok().map(IpAddr::V6)).or_else(|| hop.parse().ok()).or_else(|| {
        let (address, _port) = hop.rsplit_once(':')?;
        address.parse::<Ipv4Addr>().ok().map(IpAddr::V4)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(peer: &str, forwarded: &[&str]) -> ClientNet {
        let trusted = TrustedProxies::read(["10.0.0.0/8", "::1"]).unwrap();
        trusted.client(Some(peer.parse().unwrap()), forwarded.iter().copied())
    }
    fn net(address: &str) -> ClientNet {
        address.parse::<IpAddr>().unwrap().into()
    }

    #[test]
    fn a_stranger_cannot_say_where_it_comes_from() {
        assert_eq!(from("203.0.113.7", &["198.51.100.1"]), net("203.0.113.7"));
    }

    #[test]
    fn behind_a_trusted_proxy_the_right_most_stranger_counts() {
        assert_eq!(from("10.1.2.3", &["1.2.3.4, 198.51.100.1"]), net("198.51.100.1"));
        assert_eq!(from("::1", &["6.6.6.6, 198.51.100.1", "10.9.9.9"]), net("198.51.100.1"));
        assert_eq!(from("10.1.2.3", &["[2001:db8::7]:443"]), net("2001:db8::99"));
        assert_eq!(from("10.1.2.3", &["198.51.100.1:5000"]), net("198.51.100.1"));
    }

    #[test]
    fn what_does_not_read_is_not_believed() {
        assert_eq!(from("10.1.2.3", &["198.51.100.1, garbage"]), net("10.1.2.3"));
        assert_eq!(from("10.1.2.3", &[]), net("10.1.2.3"));
    }

    #[test]
    fn addresses_are_reduced_and_never_shown() {
        assert_eq!(net("2001:db8:1:2:3:4:5:6"), net("2001:db8:1:2::1"));
        assert_ne!(net("2001:db8:1:3::1"), net("2001:db8:1:2::1"));
        assert_eq!(net("::ffff:198.51.100.1"), net("198.51.100.1"));
        assert_eq!(format!("{:?}", net("198.51.100.1")), "ClientNet(***)");
    }

    #[test]
    fn a_wrong_list_is_refused() {
        for wrong in ["10.0.0.0/33", "proxy", "::1/129", "10.0.0.0/x", ""] {
            assert_eq!(wrong.parse::<Block>(), Err(NotABlock(wrong.to_owned())));
        }
    }
}
