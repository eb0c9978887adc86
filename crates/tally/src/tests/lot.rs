//! Draws by lot, held against SHA-256 computed elsewhere.

use crate::lot::{Hash256, Seed, chosen, draw, tie_order};
use crate::testing::id;
use proptest::prelude::*;

fn seed(public_value: &str) -> Seed {
    Seed::new(&Hash256::new([0x11; 32]), &[0x22; 16], public_value)
}

#[test]
fn the_seed_is_the_hash_of_its_three_parts() {
    // printf of 32 bytes 0x11, 16 bytes 0x22 and "4 2", through sha256sum.
    assert_eq!(seed("4 2").hash().to_string(), "e38b75e41a692368e55fe3e571ee240067bedb8cbe718fdbbfa7cc9e8f8bab0f");
}

#[test]
fn entries_are_in_the_order_of_their_hashes() {
    // The same, then each name after the 32 bytes of the seed.
    let drawn = draw(&seed("4 2"), ["ana", "bo", "cleo", "dee"]);
    let order: Vec<&str> = drawn.iter().map(|drawn| drawn.entry.as_str()).collect();
    assert_eq!(order, ["bo", "cleo", "dee", "ana"]);
}

#[test]
fn another_public_value_gives_another_seed() {
    assert_ne!(seed("4 2"), seed("4 3"));
}

#[test]
fn whoever_refuses_gives_way_to_the_next() {
    let drawn = draw(&seed("4 2"), ["ana", "bo", "cleo", "dee"]);
    let first = drawn[0].entry.as_str();
    let seated: Vec<&str> = chosen(&drawn, &[first], 2).iter().map(|drawn| drawn.entry.as_str()).collect();
    assert_eq!(seated, [drawn[1].entry.as_str(), drawn[2].entry.as_str()]);
    assert_eq!(chosen(&drawn, &[], 9).len(), 4);
}

#[test]
fn an_entry_given_twice_is_in_the_urn_once() {
    assert_eq!(draw(&seed("x"), ["ana", "bo", "ana"]).len(), 2);
    assert_eq!(draw(&seed("x"), Vec::<String>::new()).len(), 0);
}

#[test]
fn a_tie_order_is_drawn_from_the_names_of_options() {
    let names = ["ana", "bo", "cleo", "dee"];
    let order = tie_order(&seed("4 2"), &names).unwrap();
    let drawn = draw(&seed("4 2"), names);
    for (rank, drawn) in drawn.iter().enumerate() {
        let place = names.iter().position(|name| *name == drawn.entry).unwrap();
        assert_eq!(usize::from(order.rank(id(place as u16))), rank);
    }
    assert_eq!(tie_order(&seed("4 2"), &["ana", "ana"]), None);
}

#[test]
fn a_hash_reads_back_and_anything_else_is_refused() {
    let hash = *seed("x").hash();
    let text = serde_json::to_string(&hash).unwrap();
    assert_eq!(serde_json::from_str::<Hash256>(&text).unwrap(), hash);
    for wrong in ["", "zz", &"1".repeat(63), &"G".repeat(64), &"é".repeat(32)] {
        assert!(Hash256::try_from(wrong.to_owned()).is_err(), "{wrong}");
    }
}

proptest! {
    #[test]
    fn the_order_of_entries_changes_nothing(mut entries in proptest::collection::vec("[a-z]{1,4}", 0..20), value in ".{0,8}") {
        let one = draw(&seed(&value), &entries);
        entries.reverse();
        prop_assert_eq!(one, draw(&seed(&value), &entries));
    }

    #[test]
    fn leaving_out_an_entry_keeps_the_order_of_the_others(entries in proptest::collection::btree_set("[a-z]{1,4}", 1..20)) {
        let all = draw(&seed("x"), &entries);
        let without = entries.iter().skip(1);
        let rest: Vec<_> = all.into_iter().filter(|drawn| Some(&drawn.entry) != entries.first()).collect();
        prop_assert_eq!(rest, draw(&seed("x"), without));
    }
}
