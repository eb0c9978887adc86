//! Tests that go across modules: published examples, properties, vectors of independent libraries, files.

mod approval;
mod equal_shares;
mod exchange;
mod file;
mod lot;
mod naive;
mod properties;
mod ranked;
mod score;
mod stv;
mod temperature;
mod vectors;

use crate::decision::Decision;
use crate::options::OptionId;

/// One test for each line: what is counted, and what should come out.
macro_rules! examples {
    ($($name:ident: $counted:expr => $expected:expr;)+) => {
        $(#[test]
        fn $name() {
            assert_eq!($counted, $expected);
        })+
    };
}
use examples;

/// Options as letters.
fn spelt(options: &[OptionId]) -> String {
    options.iter().map(|option| char::from(b'a' + option.place() as u8)).collect()
}

/// `b`; `tie: ab`; `c, tie: ab`; `nothing`.
fn said(decision: &Decision) -> String {
    match decision {
        Decision::Decided { winners } => spelt(winners),
        Decision::Tied { winners, between } if winners.is_empty() => format!("tie: {}", spelt(between)),
        Decision::Tied { winners, between } => format!("{}, tie: {}", spelt(winners), spelt(between)),
        Decision::NoResult => "nothing".to_owned(),
    }
}

/// `b>a=c`.
fn in_tiers(ranking: &[Vec<OptionId>]) -> String {
    let tiers = ranking.iter().map(|tier| tier.iter().map(|x| spelt(&[*x])).collect::<Vec<_>>().join("="));
    tiers.collect::<Vec<_>>().join(">")
}
