//! What somebody keeps about another changes not one byte of what the other is shown (`reliability` R-35, ruling 27).
//!
//! Every page is read by every kind of reader; then the record is made; then every page is read again, at the same
//! instant and with the same sessions. For lists, search and ordinary pages the answers are equal, byte by byte.

use crate::lived::{Lived, Reader, on_lived};
use crate::visitor::{Answer, Ask, Visitor};
use crate::walk::rows;
use commons::db::Tx;
use decisions::commands::contribute::{ContributionKind, say};
use decisions::powers::Contribute;
use membership::powers::Permit;
use parpour_tests::{Kind, World, count};
use std::collections::BTreeMap;

/// The place of Télesphore, who makes the record.
const WHO_KEEPS: usize = 3;

/// What each reader was answered at each address.
type Answers = BTreeMap<(String, String), String>;

/// Addresses whose answers differ, with the first place where they do.
fn differences(before: &Answers, after: &Answers) -> Vec<String> {
    assert_eq!(before.len(), after.len());
    let both = before.iter().zip(after).filter(|(one, other)| one != other);
    both.map(|(((who, at), one), (_, other))| {
        let same = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
        let from = (0..=same.saturating_sub(40)).rev().find(|at| one.is_char_boundary(*at)).unwrap_or_default();
        let part = |text: &str| text.get(from..).unwrap_or_default().chars().take(120).collect::<String>();
        format!("{who} {at}: {:?} became {:?}", part(one), part(other))
    })
    .collect()
}

/// Everything of an answer that its reader could look at, without what is drawn anew for each answer.
fn told(answer: &Answer) -> String {
    let mut headers: Vec<_> = answer.headers.iter().map(|(name, value)| format!("{name}: {value:?}")).collect();
    headers.sort();
    let cookies = headers.iter_mut().filter(|header| header.starts_with("set-cookie"));
    cookies.for_each(|header| *header = header.split('=').next().unwrap().to_owned());
    format!("{}\n{}\n\n{}", answer.status, headers.join("\n"), without_drawn(&answer.body))
}

/// A page without its one-time ids, its tokens, and the words drawn for a new passphrase.
fn without_drawn(body: &str) -> String {
    let mut text = body.to_owned();
    for (start, end) in [
        ("name=\"csrf\" value=\"", "\""),
        ("name=\"nonce\" value=\"", "\""),
        ("name=\"drawn\" value=\"", "\""),
        ("<ol class=\"words\">", "</ol>"),
        ("class=\"input input--pass\"", "</textarea>"),
    ] {
        let mut parts = text.split(start);
        let first = parts.next().unwrap().to_owned();
        let rest = parts.map(|part| part.split_once(end).map_or(part, |(_, rest)| rest));
        text = rest.fold(first, |text, rest| text + start + end + rest);
    }
    text
}

/// Every page below an address, for each of these readers.
async fn read_all(lived: &Lived, readers: &[(Reader, Visitor<'_>)], below: &str) -> Answers {
    let mut answers = Answers::new();
    for (reader, visitor) in readers {
        let mut visitor = visitor.clone();
        for row in rows("GET").filter(|row| row.at.starts_with(below)) {
            visitor.moves();
            let at = lived.fill(row.at);
            answers.insert((format!("{reader:?}"), at.clone()), told(&visitor.ask(Ask::get(&at)).await));
        }
    }
    answers
}

/// What changes for these readers when Télesphore makes a record.
async fn what_changes(
    world: &World,
    lived: &Lived,
    readers: &[Reader],
    below: &str,
    record: impl AsyncFnOnce(&World, &Lived),
) -> Vec<String> {
    let site = lived.site(world).await;
    let mut browsers = Vec::new();
    for reader in readers {
        browsers.push((*reader, lived.reader(world, &site, *reader).await));
    }
    lived.group(world).settle().await;
    let before = read_all(lived, &browsers, below).await;
    record(world, lived).await;
    differences(&before, &read_all(lived, &browsers, below).await)
}

/// A page that shows it: what is said in a discussion is read by all who read the group's pages.
async fn says_it_aloud(world: &World, lived: &Lived) {
    let group = lived.group(world);
    let talk = lived.named("talk").parse().unwrap();
    let talk = decisions::queries::proposal::id_of(&group.read(), talk).await.unwrap();
    let says = async |tx: &Tx<'_>, permit: Permit<Contribute>| {
        say(tx, permit, talk, ContributionKind::Worries, "Pas avec cette personne-là.").await
    };
    group.act(WHO_KEEPS, says).await.unwrap();
}

/// Readers of the quick form: hers who is kept apart are read in full in `hard_times`.
const FEWER: [Reader; 4] = [Reader::Member, Reader::Paused, Reader::Ally, Reader::Visitor];

/// Nothing happens, and nothing changes: what is drawn anew is set aside, and only that.
#[test]
fn the_same_pages_read_twice_are_the_same() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let readers: &[Reader] = count(&FEWER, &Reader::ALL);
        assert_eq!(what_changes(world, lived, readers, "/", async |_: &World, _: &Lived| {}).await, [""; 0]);
    });
}

#[test]
fn the_same_pages_read_twice_are_the_same_on_postgres() {
    on_lived(Kind::Postgres, async |world, lived| {
        let readers: &[Reader] = count(&[Reader::Member], &Reader::ALL);
        assert_eq!(what_changes(world, lived, readers, "/", async |_: &World, _: &Lived| {}).await, [""; 0]);
    });
}

/// Who reads the discussion, and who does not.
const ITS_READERS: [Reader; 4] = [Reader::Member, Reader::Suspended, Reader::Paused, Reader::Ally];
const OTHERS: [Reader; 4] = [Reader::Visitor, Reader::Elsewhere, Reader::Excluded, Reader::Left];

/// The same eyes see what a page would let out.
#[test]
fn a_page_that_tells_is_seen() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let readers = [ITS_READERS, OTHERS].concat();
        let changes = what_changes(world, lived, &readers, "/g/{g}/decide", says_it_aloud).await;
        let talk = lived.fill("/g/{g}/decide/{talk}:");
        for reader in ITS_READERS {
            let seen = changes.iter().any(|change| change.starts_with(&format!("{reader:?} {talk}")));
            assert!(seen, "{reader:?}: {changes:#?}");
        }
        for reader in OTHERS {
            assert!(!changes.iter().any(|change| change.starts_with(&format!("{reader:?} "))), "{changes:#?}");
        }
    });
}

/// Neither a length, nor an order, nor a header, nor a status is passed over; a token is.
#[test]
fn every_byte_counts_save_what_is_drawn() {
    let of = |text: &str| Answers::from([(("Member".to_owned(), "/g/x".to_owned()), without_drawn(text))]);
    let page = |csrf: &str, list: &str| format!("<input name=\"csrf\" value=\"{csrf}\"><ul>{list}</ul>");
    let shown = of(&page("a1", "<li>Ovila</li><li>Solange</li>"));
    assert_eq!(differences(&shown, &of(&page("b22", "<li>Ovila</li><li>Solange</li>"))), [""; 0]);
    for other in ["<li>Solange</li><li>Ovila</li>", "<li>Solange</li>", "<li>Ovila</li><li>Solange</li> "] {
        assert_eq!(differences(&shown, &of(&page("a1", other))).len(), 1, "{other}");
    }
}
