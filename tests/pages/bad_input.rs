//! Whatever is sent: a kind page in the reader's language that says what to do and keeps what was typed;
//! never a 5xx, never a lost form (`reliability` R-19, issue "Bad input gets").

use crate::lived::{Lived, Reader, on_lived};
use crate::site::TestSite;
use crate::visitor::{Answer, Ask, Fields, Visitor, encoded, select, set};
use crate::walk::{Gets, Row, is_secret, rows};
use actix_web::http::Method;
use parpour_tests::{Kind, World, count};
use std::collections::BTreeMap;
use web::pages::Needs;

/// Chance that can be told again: the seed is printed.
struct Chance(u64);

impl Chance {
    fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    fn below(&mut self, most: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % most as u64).unwrap()
    }

    fn one_of<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())].clone()
    }
}

const DATES: [&str; 9] = [
    "0000-00-00",
    "9999-99-99",
    "2027-02-30",
    "275760-09-13",
    "-0001-01-01",
    "2027-13-01",
    "hier",
    "99999999999-01-01",
    "2027-01-01T00:00",
];
const NUMBERS: [&str; 10] =
    ["-1", "0", "99999999999999999999", "2147483648", "-9223372036854775809", "1e9", "NaN", "٣", "1/0", "3,5"];
const TEXTS: [&str; 10] = [
    "<script>alert(1)</script> & \"<b>\" 'x' {{ 7*7 }} {% raw %}",
    "'; DROP TABLE member; -- une phrase assez longue",
    "\u{202e}un texte écrit à l'envers avec des signes cachés\u{200b}\u{feff}",
    "é\u{301}\u{301}\u{301}\u{301} des accents empilés les uns sur les autres",
    "🫖🫖🫖🫖🫖 beaucoup de théières, vraiment beaucoup 🫖",
    "      ",
    "\n\n\n\n",
    "../../../../etc/passwd et encore un peu plus loin",
    "%00%0d%0aSet-Cookie: a=b, comme si de rien n'était",
    "une très longue suite de mots sans fin ni raison d'être",
];

fn long(letters: usize) -> String {
    "Une phrase qui revient sans cesse. ".chars().cycle().take(letters).collect()
}

/// One way to send something that nobody should.
struct Twist {
    name: &'static str,
    /// The statuses that may come of it; empty when any below 500 may.
    gets: &'static [u16],
    /// Whether what was typed must come back when the answer is a no.
    keeps: bool,
    make: fn(&mut Chance, &Lived, &str, &mut Fields) -> Ask,
}

fn send(path: &str, fields: &Fields) -> Ask {
    Ask::post(path, fields)
}

fn raw(path: &str, body: impl Into<Vec<u8>>) -> Ask {
    Ask { body: body.into(), ..Ask::post(path, &[]) }
}

/// A field that a person fills, by chance; one of no name when there is none.
fn any_field(chance: &mut Chance, fields: &Fields) -> String {
    let own: Vec<&String> =
        fields.iter().map(|(name, _)| name).filter(|name| *name != "csrf" && *name != "nonce").collect();
    if own.is_empty() { "rien".to_owned() } else { (chance.one_of(&own)).clone() }
}

fn twisted(chance: &mut Chance, path: &str, fields: &mut Fields, texts: &[&str]) -> Ask {
    let name = any_field(chance, fields);
    set(fields, &name, chance.one_of(texts));
    send(path, fields)
}

const TWISTS: &[Twist] = &[
    Twist {
        name: "an unknown host",
        gets: &[421],
        keeps: false,
        make: |_, _, path, fields| send(path, fields).with("host", "ailleurs.example"),
    },
    Twist {
        name: "a form too large",
        gets: &[413],
        keeps: true,
        make: |chance, _, path, fields| {
            let name = any_field(chance, fields);
            set(fields, &name, &long(100_000));
            send(path, fields)
        },
    },
    Twist {
        name: "a form far too large",
        gets: &[413],
        keeps: true,
        make: |_, _, path, fields| {
            // As a browser sends it: the token comes last.
            fields.insert(fields.len() - 2, ("x".to_owned(), long(700_000)));
            send(path, fields)
        },
    },
    Twist {
        name: "a form far too large that is none",
        gets: &[413],
        keeps: false,
        make: |_, _, path, _| raw(path, vec![b'a'; 700_000]),
    },
    Twist {
        name: "bytes that are no text",
        gets: &[400],
        keeps: true,
        make: |_, _, path, fields| raw(path, format!("{}&x=%FF%FE", encoded(fields))),
    },
    Twist {
        name: "raw bytes that are no text",
        gets: &[400],
        keeps: true,
        make: |_, _, path, fields| raw(path, [encoded(fields).as_bytes(), b"&x=\xc3\x28"].concat()),
    },
    Twist {
        name: "a wrong method",
        gets: &[405],
        keeps: false,
        make: |chance, _, path, fields| {
            let methods = [Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS];
            Ask { method: chance.one_of(&methods), ..send(path, fields) }
        },
    },
    Twist {
        name: "another kind of content",
        gets: &[415],
        keeps: false,
        make: |chance, _, path, fields| {
            send(path, fields).with(
                "content-type",
                chance.one_of(&["application/json", "multipart/form-data; boundary=x", "text/plain"]),
            )
        },
    },
    Twist {
        name: "a packed body",
        gets: &[415],
        keeps: false,
        make: |_, _, path, fields| send(path, fields).with("content-encoding", "gzip"),
    },
    Twist {
        name: "absurd dates",
        gets: &[],
        keeps: true,
        make: |chance, _, path, fields| {
            for name in ["until", "trial_until", "voting_days"] {
                set(fields, name, chance.one_of(&DATES));
            }
            twisted(chance, path, fields, &DATES)
        },
    },
    Twist {
        name: "control characters",
        gets: &[422],
        keeps: true,
        make: |chance, _, path, fields| {
            let name = any_field(chance, fields);
            let held =
                fields.iter().find(|(other, _)| *other == name).map(|(_, text)| text.clone()).unwrap_or_default();
            let sign = chance.one_of(&["\u{0}", "\u{7}", "\u{1b}[31m", "\u{85}"]);
            set(fields, &name, &format!("{held}{sign}"));
            send(path, fields)
        },
    },
    Twist {
        name: "ten thousand letters",
        gets: &[],
        keeps: true,
        make: |chance, _, path, fields| {
            let name = any_field(chance, fields);
            set(fields, &name, &long(10_000));
            send(path, fields)
        },
    },
    Twist {
        name: "unexpected values",
        gets: &[],
        keeps: true,
        make: |chance, _, path, fields| {
            twisted(chance, path, fields, &["tout", "YES", "2", "null", "undefined", "[object Object]", "true"])
        },
    },
    Twist {
        name: "strange texts",
        gets: &[],
        keeps: true,
        make: |chance, _, path, fields| twisted(chance, path, fields, &TEXTS),
    },
    Twist {
        name: "absurd numbers",
        gets: &[],
        keeps: true,
        make: |chance, _, path, fields| {
            for name in ["discussion_days", "voting_days"] {
                set(fields, name, chance.one_of(&NUMBERS));
            }
            twisted(chance, path, fields, &NUMBERS)
        },
    },
    Twist {
        name: "things of the other group",
        gets: &[],
        keeps: true,
        make: |chance, lived, path, fields| {
            for name in ["other", "holder", "mandate", "member", "draft", "invitation"] {
                let theirs = chance.one_of(&["theirs", "their_member", "their_invitation"]);
                set(fields, name, lived.named(theirs));
            }
            send(path, fields)
        },
    },
    Twist {
        name: "an address of the other group",
        gets: &[],
        keeps: false,
        make: |_, lived, path, fields| {
            send(&path.replacen(&format!("/g/{}", lived.slug), &format!("/g/{}", lived.other_slug), 1), fields)
        },
    },
    Twist {
        name: "an address that leads nowhere",
        gets: &[],
        keeps: false,
        make: |chance, lived, path, fields| {
            let parts: Vec<&str> = path.split('/').collect();
            let at = if parts.len() > 3 { 3 + chance.below(parts.len() - 3) } else { parts.len() - 1 };
            let theirs = lived.named("theirs").to_owned();
            let wrong = [
                "0",
                "-1",
                "99999999999999999999",
                "%C3%A9",
                "9%2F9",
                "null",
                "01902f3e-0000-7000-8000-000000000000",
                theirs.as_str(),
                "%27",
                "..%2f..",
            ];
            let wrong = chance.one_of(&wrong);
            let path: Vec<&str> =
                parts.iter().enumerate().map(|(place, part)| if place == at { wrong } else { part }).collect();
            send(&path.join("/"), fields)
        },
    },
    Twist {
        name: "something missing",
        gets: &[],
        keeps: true,
        make: |chance, _, path, fields| {
            let name = any_field(chance, fields);
            fields.retain(|(other, _)| *other != name);
            send(path, fields)
        },
    },
    Twist {
        name: "nothing but the proof",
        gets: &[],
        keeps: false,
        make: |_, _, path, fields| {
            fields.retain(|(name, _)| name == "csrf" || name == "nonce");
            send(path, fields)
        },
    },
    Twist {
        name: "fields twice",
        gets: &[],
        keeps: true,
        make: |_, _, path, fields| {
            let again: Fields = fields.iter().filter(|(name, _)| name != "csrf" && name != "nonce").cloned().collect();
            fields.extend(again);
            send(path, fields)
        },
    },
    Twist {
        name: "a thousand fields",
        gets: &[413],
        keeps: true,
        make: |_, _, path, fields| raw(path, format!("{}{}", encoded(fields), "&a=1".repeat(1_000))),
    },
    Twist {
        name: "a long address",
        gets: &[414],
        keeps: false,
        make: |_, _, path, fields| send(&format!("{path}?{}", "a".repeat(3_000)), fields),
    },
    Twist {
        name: "an address that is no text",
        gets: &[400],
        keeps: false,
        make: |_, _, path, fields| send(&format!("{path}?a=%FF%00"), fields),
    },
    Twist {
        name: "percent signs alone",
        gets: &[],
        keeps: false,
        make: |_, _, path, fields| raw(path, format!("{}&a=%&b=%zz&%=%%&=&&&", encoded(fields))),
    },
    Twist {
        name: "a huge header",
        gets: &[],
        keeps: true,
        make: |_, _, path, fields| send(path, fields).with("x-anything", "a".repeat(7_000)),
    },
    Twist {
        name: "a query nobody asked for",
        gets: &[],
        keeps: true,
        make: |_, _, path, fields| send(&format!("{path}?before=9e9&see=yes&back=//ailleurs.example&%5B%5D"), fields),
    },
    Twist {
        name: "a token that is none",
        gets: &[403],
        keeps: false,
        make: |chance, _, path, fields| {
            set(
                fields,
                "csrf",
                chance.one_of(&[
                    "",
                    "0",
                    "zz",
                    "é",
                    "00000000000000000000000000000000000000000000000000000000000000000",
                ]),
            );
            send(path, fields)
        },
    },
    Twist {
        name: "a one-time id that is none",
        gets: &[403],
        keeps: true,
        make: |chance, _, path, fields| {
            set(fields, "nonce", chance.one_of(&["", "0", "nonce", "01902f3e"]));
            send(path, fields)
        },
    },
];

/// Forms that read nothing of what is sent: what comes with them is left unread.
const READS_NOTHING: [&str; 1] = ["/g/{group}/stop-news/{member}/{token}"];

/// Fields in which people write; the others hold a choice or a button.
const PEOPLE_WRITE: [&str; 12] = [
    "title",
    "summary",
    "body",
    "words",
    "reason",
    "email",
    "name",
    "founders",
    "people",
    "mandate_title",
    "aim",
    "limits",
];

/// Nothing of the workings of the program stands on a page.
fn tells_nothing(answer: &Answer, about: &str) {
    for word in ["panicked", "sea_orm", "sqlx", "SELECT ", "src/", "RUST_BACKTRACE", "unwrap", "Broken"] {
        assert!(!answer.body.contains(word), "{about}: {word} on the page");
    }
}

fn is_cleanly_kept(answer: &Answer, text: &str) -> bool {
    let clean: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    answer.keeps(&clean)
}

/// The answer to a twist: one of those announced, in the reader's language, with what was typed.
fn check(answer: &Answer, twist: &Twist, is_in: bool, fields: &Fields, language: &str, about: &str) {
    assert!(answer.status < 500, "{about}:\n{}", answer.text());
    assert!(
        twist.gets.is_empty() || twist.gets.contains(&answer.status) || !is_in && answer.status == 403,
        "{about} got {} and not {:?}:\n{}",
        answer.status,
        twist.gets,
        answer.text()
    );
    tells_nothing(answer, about);
    if answer.status < 400 {
        return;
    }
    let html = answer.html();
    assert!(select(&html, "details:not([open]) .err").is_empty(), "{about}: what is to correct is folded away");
    let lang = html.root_element().value().attr("lang").unwrap_or_default().to_owned();
    assert_eq!(lang.get(..2), language.get(..2), "{about}: the page speaks {lang}");
    assert!(answer.text().chars().count() > 60, "{about}: the page says nothing");
    if twist.keeps {
        let mut seen: Vec<&str> = Vec::new();
        for (name, text) in fields.iter().filter(|(name, text)| !is_secret(name) && text.trim().chars().count() > 20) {
            if !seen.contains(&name.as_str()) {
                assert!(
                    is_cleanly_kept(answer, text),
                    "{about} ({}): {name} is lost: {:.80}\n{}",
                    answer.status,
                    text,
                    answer.text()
                );
                seen.push(name);
            }
        }
    }
}

/// Everything that can be sent wrong, to every form, for three readers in two languages.
#[test]
fn every_form_takes_every_twist() {
    // The quick form takes the same chances each time; the full one new ones.
    let chosen = std::env::var("PARPOUR_TEST_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = chosen.unwrap_or_else(|| if parpour_tests::long() { rand::random() } else { 1 });
    println!("PARPOUR_TEST_SEED={seed}");
    let mut chance = Chance::seeded(seed);
    let mut statuses: BTreeMap<u16, usize> = BTreeMap::new();
    for reader in [Reader::Visitor, Reader::Member, Reader::Mandated, Reader::Elsewhere] {
        on_lived(Kind::Sqlite, async |world, lived| {
            let site = lived.site(world).await;
            let mut sender = Sender::of(world, lived, &site, reader).await;
            // Whoever leaves is in no more: that form comes last.
            let (leaving, staying): (Vec<_>, Vec<_>) = rows("POST").partition(|row| row.route.ends_with("/me/leave"));
            for (number, row) in staying.into_iter().chain(leaving).enumerate() {
                for round in 0..count(3, 300) {
                    // The quick form goes through the list from form to form; the full one is all chance.
                    let turn = if parpour_tests::long() { chance.below(TWISTS.len()) } else { number * 3 + round };
                    let twist = &TWISTS[turn % TWISTS.len()];
                    let status = sender.send(row, twist, &mut chance).await;
                    *statuses.entry(status).or_default() += 1;
                }
            }
        });
    }
    println!("{} requests: {statuses:?}", statuses.values().sum::<usize>());
}

/// Somebody who sends many forms from one browser.
struct Sender<'s> {
    world: &'s World,
    lived: &'s Lived,
    site: &'s TestSite,
    reader: Reader,
    /// Whether she is in: she may have left by a form.
    is_in: bool,
    visitor: Visitor<'s>,
    proof: Fields,
    anchor: [Option<String>; 2],
}

impl<'s> Sender<'s> {
    async fn of(world: &'s World, lived: &'s Lived, site: &'s TestSite, reader: Reader) -> Self {
        let mut visitor = lived.reader(world, site, reader).await;
        let proof = visitor.proof().await;
        let is_in = visitor.ask(Ask::get(&lived.fill("/g/{g}/me"))).await.status == 200;
        Self { world, lived, site, reader, is_in, anchor: anchor(&visitor), visitor, proof }
    }

    fn has_changed(&self) -> bool {
        anchor(&self.visitor) != self.anchor
    }

    /// Sends the form of a row with a twist, looks at the answer, and says its status.
    async fn send(&mut self, row: &Row, twist: &Twist, chance: &mut Chance) -> u16 {
        if READS_NOTHING.contains(&row.route)
            && !["an unknown host", "a wrong method", "a long address"].contains(&twist.name)
        {
            return 0;
        }
        let language = chance.one_of(&["fr-CA", "en-CA"]);
        if self.has_changed() {
            // She came in or left by one of the forms.
            *self = Self::of(self.world, self.lived, self.site, self.reader).await;
        }
        let Self { lived, reader, is_in, visitor, proof, .. } = self;
        visitor.language = language;
        visitor.cookies.remove("lang");
        visitor.moves();
        set(proof, "nonce", &uuid::Uuid::new_v4().to_string());
        let mut typed = [row.typed(lived), proof.clone()].concat();
        let ask = (twist.make)(chance, lived, &lived.fill(row.at), &mut typed);
        // A wrong method is one that the address does not take.
        let answer = visitor.ask(ask).await;
        let about = format!("{reader:?} {} with {} ({language})", row.at, twist.name);
        // A field that the form does not have was never typed by anybody.
        typed.retain(|(name, _)| row.typed.iter().any(|(own, _)| own == name) && PEOPLE_WRITE.contains(&name.as_str()));
        // Whoever is not in is told so before anything else, and gets her words back.
        let is_in = row.needs() == Needs::Nothing || *is_in;
        check(&answer, twist, is_in, &typed, language, &about);
        answer.status
    }
}

/// What a token of a form is bound to.
fn anchor(visitor: &Visitor<'_>) -> [Option<String>; 2] {
    ["pp", "visitor"].map(|name| visitor.cookies.get(name).cloned())
}

/// Forms that keep nothing: they lead to the page of what was chosen.
const LEAD_ON: [&str; 4] = [
    "/g/{group}/decide/{number}/amend",
    "/g/{group}/decide/drafts/{draft}/effect",
    "/g/{group}/decide/{number}/revise/effect",
    "/g/{group}/group/charter/at",
];

/// The same form sent twice gets the first answer; with other words it comes back with them.
#[test]
fn a_form_sent_twice_acts_once() {
    let mut replayed = 0;
    for row in rows("POST").filter(|row| row.needs() != Needs::Nothing) {
        let Some(reader) = row.cells.who(Gets::Done) else { continue };
        on_lived(Kind::Sqlite, async |world, lived| {
            let site = lived.site(world).await;
            let mut member: Visitor<'_> = lived.reader(world, &site, reader).await;
            let (path, typed) = (lived.fill(row.at), row.typed(lived));
            let sent = member.proven(&typed).await;
            // Pressed twice: both leave with the cookies of the page.
            let (mut pressed_again, mut pressed_late) = (member.clone(), member.clone());
            let first = member.ask(Ask::post(&path, &sent)).await;
            // What the clock brings after the first one is no doing of the second.
            lived.group(world).settle().await;
            let head = lived.group(world).head().await;
            let second = pressed_again.ask(Ask::post(&path, &sent)).await;
            assert_eq!((first.status, second.status), (303, 303), "{}:\n{}", row.at, second.text());
            assert_eq!(first.location(), second.location(), "{}", row.at);
            assert_eq!(lived.group(world).head().await, head, "{}", row.at);
            let mut other = sent.clone();
            let words = "D'autres mots, écrits après coup, qu'il ne faut pas perdre.";
            let field = typed
                .iter()
                .map(|(name, _)| name.as_str())
                .find(|name| ["summary", "words", "reason", "title"].contains(name));
            set(&mut other, field.unwrap_or("words"), words);
            let third = pressed_late.ask(Ask::post(&path, &other)).await;
            if LEAD_ON.contains(&row.route) {
                assert_eq!((third.status, lived.group(world).head().await), (303, head));
                return;
            }
            // A form without words of its own has nothing to come back with: its page says that it was sent.
            assert!([404, 409].contains(&third.status), "{}:\n{}", row.at, third.text());
            if field.is_some() {
                assert_eq!(third.status, 409, "{}", row.at);
                assert!(third.keeps(words), "{}:\n{}", row.at, third.text());
            }
        });
        replayed += 1;
    }
    println!("{replayed} forms sent twice");
    let members = rows("POST").filter(|row| row.needs() != Needs::Nothing && row.cells.who(Gets::Done).is_some());
    assert_eq!(replayed, members.count());
}

/// Files of the theme, and nothing else of the machine.
#[test]
fn only_static_files_are_static() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut visitor = site.visitor();
        let page = visitor.ask(Ask::get("/look")).await;
        let sheet = page
            .body
            .split("href=\"")
            .map(|rest| rest.split('"').next().unwrap())
            .find(|href| href.ends_with(".css"))
            .unwrap()
            .to_owned();
        let good = visitor.ask(Ask::get(&sheet)).await;
        assert_eq!((good.status, good.header("cache-control")), (200, "public, max-age=31536000, immutable"));
        assert!(!good.body.contains("http://") && !good.body.contains("https://") && !good.body.contains("@import"));
        let stamped = sheet.rsplit_once('/').unwrap().0;
        for wrong in [
            "/static/../Cargo.toml",
            "/static/default.x/../../Cargo.toml",
            "/..%2f..%2fetc/passwd",
            "//etc/passwd",
            "/./static",
            "/static/",
            "/static",
            "/static/default",
            "/static/default./parpour.css/",
            "/static/nothing.nothing/nothing.css",
        ] {
            let answer = visitor.ask(Ask::get(wrong)).await;
            assert!((400..500).contains(&answer.status), "{wrong}: {}", answer.status);
        }
        for wrong in [
            "../templates/base.html",
            "..%2Ftemplates%2Fbase.html",
            "%2e%2e/templates/base.html",
            "../messages/en/common.ftl",
            "parpour.css/../../messages/en/common.ftl",
            "..%5C..%5Cmessages",
            "%2Fetc%2Fpasswd",
            "parpour.css%00",
            "",
            "fr.ftl",
        ] {
            let answer = visitor.ask(Ask::get(&format!("{stamped}/{wrong}"))).await;
            assert!((400..500).contains(&answer.status), "{wrong}: {}", answer.status);
        }
        let old = visitor.ask(Ask::get(&sheet.replace("/static/default.", "/static/default.0"))).await;
        assert_eq!((old.status, old.header("cache-control")), (200, "no-store"));
    });
}

/// Every address that is read takes strange addresses too.
#[test]
fn strange_addresses_get_kind_pages() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut asked = 0;
        for reader in [Reader::Visitor, Reader::Member] {
            let mut visitor = lived.reader(world, &site, reader).await;
            for row in rows("GET") {
                let path = lived.fill(row.at);
                for (end, gets) in [("?a=%FF", 400), ("?%00", 400), ("%00", 400), ("%FF", 400)] {
                    assert_eq!(visitor.ask(Ask::get(&format!("{path}{end}"))).await.status, gets, "{path}{end}");
                }
                assert_eq!(visitor.ask(Ask::get(&format!("{path}?{}", "a".repeat(3_000)))).await.status, 414);
                for end in [
                    "/",
                    "/..",
                    "%2F",
                    "%",
                    "%zz",
                    ";a",
                    "?before=99999999999999999999",
                    "?see[]=1&see=2",
                    "?",
                    "//",
                    "?back=https://ailleurs.example",
                ] {
                    let answer = visitor.ask(Ask::get(&format!("{path}{end}"))).await;
                    tells_nothing(&answer, &format!("{path}{end}"));
                    asked += 1;
                }
                let (start, last) = path.rsplit_once('/').unwrap();
                for wrong in [
                    "0",
                    "-1",
                    "99999999999999999999",
                    "nulle-part",
                    "%C3%A9t%C3%A9",
                    lived.named("theirs"),
                    lived.named("their_invitation"),
                ] {
                    let answer = visitor.ask(Ask::get(&format!("{start}/{wrong}"))).await;
                    assert!(!answer.body.contains("Un secret de l'autre groupe"), "{start}/{wrong} instead of {last}");
                    tells_nothing(&answer, &format!("{start}/{wrong}"));
                    asked += 1;
                }
                let wrong = Ask { method: Method::DELETE, ..Ask::get(&path) };
                assert_eq!(visitor.ask(wrong).await.status, 405, "{path}");
                let host = Ask::get(&path).with("host", "ailleurs.example");
                assert_eq!(visitor.ask(host).await.status, 421, "{path}");
            }
        }
        println!("{asked} strange addresses");
    });
}

/// A text whose place is gone meanwhile is given back: deleted, withdrawn, or never there.
#[test]
fn words_sent_to_what_is_gone_come_back() {
    on_lived(Kind::Sqlite, async |world, lived| {
        let site = lived.site(world).await;
        let mut member = lived.reader(world, &site, Reader::Member).await;
        let nowhere = "01902f3e-0000-7000-8000-000000000000";
        let said = lived.named("said").to_owned();
        for (path, field) in [
            (format!("/g/{{g}}/decide/drafts/{nowhere}"), "summary"),
            (format!("/g/{{g}}/decide/drafts/{nowhere}/as/trial"), "body"),
            ("/g/{g}/decide/{withdrawn}/revise".to_owned(), "summary"),
            ("/g/{g}/decide/{withdrawn}/say".to_owned(), "words"),
            ("/g/{g}/decide/9999/say".to_owned(), "words"),
            (format!("/g/{{g}}/decide/{{talk}}/said/{nowhere}/answer"), "words"),
            (format!("/g/{{g}}/decide/9999/said/{said}"), "words"),
            ("/g/{g}/decide/9999/summary".to_owned(), "words"),
            ("/g/{g}/decide/{refused}/summary".to_owned(), "words"),
            ("/g/{g}/decide/{refused}/vote".to_owned(), "reason"),
            ("/g/{g}/decide/{waiting}/vote".to_owned(), "reason"),
        ] {
            let words = "Des mots que personne ne veut écrire deux fois de suite.";
            let typed = [
                (field.to_owned(), words.to_owned()),
                ("choice".to_owned(), "yes".to_owned()),
                ("kind".to_owned(), "pleases".to_owned()),
            ];
            let sent = member.proven(&typed).await;
            let answer = member.ask(Ask::post(&lived.fill(&path), &sent)).await;
            assert!((400..500).contains(&answer.status), "{path}: {}\n{}", answer.status, answer.text());
            assert!(answer.keeps(words), "{path} ({}):\n{}", answer.status, answer.text());
        }
    });
}
