//! The formats of other programs.

use crate::ballots::NotCounted;
use crate::exchange::{Reason, Refused, blt, pabulib, preflib};
use crate::file::foreign::{of_budget, of_election, of_profile};
use crate::file::{self, Method, Place, Refusal};
use crate::options::PerOption;
use crate::testing::{approvals, id, rankings};
use proptest::prelude::*;

const BLT: &str = "3 2 # options, seats\n4 1 3 0\n1 2=3 0\n\n2 0\n0\n\"Ana\"\n\"Bo #2\"\n\"Cleo\"\n\"Board\"\n";
const TOI: &str = "# TITLE: Board\n# NUMBER ALTERNATIVES: 3\n# ALTERNATIVE NAME 1: Ana\n4: 1,3\n1: {2,3}\n2: {1,2},3\n";
const PB: &str = "META\nkey;value\ndescription;Garden\nbudget;500\nvote_type;approval\nPROJECTS\nproject_id;name;cost\na;Alley;200\nb;Bench;90\nVOTES\nvoter_id;age;vote\n1;30;a,b\n2;40;\n3;50;b\n";

#[test]
fn a_blt_text_is_read() {
    let election = blt::read(BLT).unwrap();
    assert_eq!(election.names, ["Ana", "Bo #2", "Cleo"]);
    assert_eq!((election.seats, election.title.as_str()), (2, "Board"));
    assert_eq!(election.ballots, rankings(3, &["4 ac", "1 b=c", "2 "]));
}

#[test]
fn a_blt_text_with_an_error_is_refused_by_line() {
    for (text, line, reason) in [
        ("", 1, Reason::Ends),
        ("3\n", 1, Reason::Form),
        ("0 1\n0\n", 1, Reason::Options),
        ("1001 1\n0\n", 1, Reason::Options),
        ("2 x\n", 1, Reason::Number),
        ("2 1\n-2\n", 2, Reason::NotSupported),
        ("2 1\n1 1 2\n", 2, Reason::Form),
        ("2 1\n1 0 0\n", 2, Reason::Form),
        ("2 1\n1.5 1 0\n", 2, Reason::Number),
        ("2 1\n1 3 0\n", 2, Reason::Ballot(NotCounted::UnknownOption(id(2)))),
        ("2 1\n1 1 1 0\n", 2, Reason::Ballot(NotCounted::Twice(id(0)))),
        ("2 1\n1 1 0\n", 3, Reason::Ends),
        ("2 1\n0\nAna\n", 3, Reason::Form),
        ("1 1\n0\n\"A\"\n\"T\"\n\"more\"\n", 5, Reason::Form),
    ] {
        assert_eq!(blt::read(text), Err(Refused { line, reason }), "{text:?}");
    }
}

#[test]
fn a_preflib_text_is_read() {
    let profile = preflib::read(TOI).unwrap();
    assert_eq!(
        (profile.title.as_str(), profile.names.as_slice()),
        ("Board", ["Ana", "2", "3"].map(String::from).as_slice())
    );
    assert_eq!(profile.ballots, rankings(3, &["4 ac", "1 b=c", "2 a=b>c"]));
}

#[test]
fn a_preflib_text_with_an_error_is_refused_by_line() {
    let head = "# NUMBER ALTERNATIVES: 3\n";
    for (body, line, reason) in [
        ("1: {1,2\n", 2, Reason::Form),
        ("1: 1,2}\n", 2, Reason::Form),
        ("1: {{1},2}\n", 2, Reason::Number),
        ("1: {}\n", 2, Reason::Ballot(NotCounted::EmptyTier)),
        ("1: 0\n", 2, Reason::Form),
        ("1: 4\n", 2, Reason::Ballot(NotCounted::UnknownOption(id(3)))),
        ("1: 1,1\n", 2, Reason::Ballot(NotCounted::Twice(id(0)))),
        ("x: 1\n", 2, Reason::Number),
        ("1 1\n", 2, Reason::Form),
        ("# ALTERNATIVE NAME 4: D\n", 2, Reason::Form),
        ("# NUMBER ALTERNATIVES: 3\n", 2, Reason::Form),
    ] {
        assert_eq!(preflib::read(&format!("{head}{body}")), Err(Refused { line, reason }), "{body:?}");
    }
    assert_eq!(preflib::read("1: 1\n").unwrap_err().reason, Reason::Form);
    assert_eq!(preflib::read("# x\n").unwrap_err(), Refused { line: 2, reason: Reason::Ends });
}

#[test]
fn the_data_type_of_preflib_says_what_the_ballots_are() {
    for (lines, kind) in [(&["1 abc"][..], "soc"), (&["1 ab"], "soi"), (&["1 a=b>c"], "toc"), (&["1 a=b"], "toi")] {
        let names = ["x", "y", "z"].map(String::from).to_vec();
        let text = preflib::write(&preflib::Profile { title: String::new(), names, ballots: rankings(3, lines) });
        assert!(text.contains(&format!("# DATA TYPE: {kind}\n")), "{text}");
    }
}

#[test]
fn a_pabulib_text_is_read() {
    let vote = pabulib::read(PB).unwrap();
    assert_eq!((vote.description.as_str(), vote.budget), ("Garden", 500));
    assert_eq!((vote.projects.join(" "), vote.names.join(" ")), ("a b".to_owned(), "Alley Bench".to_owned()));
    let unnamed = pabulib::read(&PB.replace(";name;", ";category;")).unwrap();
    assert_eq!(unnamed.names, unnamed.projects, "a project without a name is called by its id");
    assert_eq!(vote.costs, PerOption::new(2, |option| [200, 90][option.place()]));
    assert_eq!(vote.ballots, approvals(2, &["1 ab", "1 ", "1 b"]));
}

#[test]
fn a_pabulib_text_with_an_error_is_refused_by_line() {
    for (from, to, line, reason) in [
        ("approval", "ordinal", 5, Reason::NotSupported),
        ("budget;500", "budget;5.5", 4, Reason::Number),
        ("budget;500\n", "", 14, Reason::Ends),
        ("a;Alley;200", "a;Alley;x", 8, Reason::Number),
        ("b;Bench;90", "a;Bench;90", 9, Reason::Form),
        ("b;Bench;90", "b", 9, Reason::Form),
        ("project_id", "id", 7, Reason::Form),
        ("3;50;b", "3;50;c", 14, Reason::Form),
        ("1;30;a,b", "1;30;a,a", 12, Reason::Ballot(NotCounted::Twice(id(0)))),
        ("META\n", "", 1, Reason::Form),
    ] {
        assert_eq!(pabulib::read(&PB.replace(from, to)), Err(Refused { line, reason }), "{from} -> {to}");
    }
}

#[test]
fn what_is_written_reads_back() {
    let election = blt::read(BLT).unwrap();
    assert_eq!(blt::read(&blt::write(&election)).as_ref(), Ok(&election));
    let profile = preflib::read(TOI).unwrap();
    assert_eq!(preflib::read(&preflib::write(&profile)).as_ref(), Ok(&profile));
    let vote = pabulib::read(PB).unwrap();
    assert_eq!(pabulib::read(&pabulib::write(&vote)).as_ref(), Ok(&vote));
}

#[test]
fn a_name_cannot_break_out_of_its_line() {
    let mut election = blt::read(BLT).unwrap();
    election.names[0] = "A\"\n\"B".to_owned();
    assert_eq!(blt::read(&blt::write(&election)).unwrap().names[0], "A   B");
    let mut vote = pabulib::read(PB).unwrap();
    vote.description = "x;y\nVOTES".to_owned();
    assert_eq!(pabulib::read(&pabulib::write(&vote)).unwrap().description, "x y VOTES");
}

#[test]
fn ballots_of_other_programs_are_counted_as_any_other() {
    let winners = |file: file::BallotFile| {
        let counted = file.count().unwrap();
        let winners = counted.decision().unwrap().winners().iter().map(|one| file.labels[one].clone());
        let mut winners: Vec<String> = winners.collect();
        winners.sort_unstable();
        (file.method(), winners.join(" "))
    };
    let strict = BLT.replace("2=3", "2");
    assert_eq!(winners(of_election(blt::read(&strict).unwrap(), None).unwrap()).0, Method::Stv);
    let irv = of_election(blt::read(BLT).unwrap(), Some(Method::Irv)).unwrap();
    assert_eq!(irv.title.as_deref(), Some("Board"));
    assert_eq!(winners(irv), (Method::Irv, "Ana".to_owned()));
    assert_eq!(winners(of_profile(preflib::read(TOI).unwrap(), None).unwrap()), (Method::Schulze, "Ana".to_owned()));
    let budget = of_budget(pabulib::read(PB).unwrap()).unwrap();
    assert_eq!(winners(budget), (Method::EqualShares, "Alley Bench".to_owned()));
}

#[test]
fn what_a_method_cannot_count_is_refused() {
    let refused = |place, reason| Err(Refusal { place, reason });
    let field = |name: &str| Place::Field(name.to_owned());
    let tied = of_election(blt::read(BLT).unwrap(), None);
    assert_eq!(tied, refused(Place::File, file::Reason::TiedTier));
    let many = BLT.replace("2=3", "2").replace("3 2 #", "3 4 #");
    let many = of_election(blt::read(&many).unwrap(), None);
    assert_eq!(many, refused(field("seats"), file::Reason::NotBetween { least: 1, most: 3 }));
    let seatless = preflib::read(&TOI.replace("{2,3}", "2").replace("{1,2}", "1")).unwrap();
    assert_eq!(of_profile(seatless, Some(Method::Stv)), refused(field("seats"), file::Reason::Missing));
    let other = of_profile(preflib::read(TOI).unwrap(), Some(Method::Score));
    assert_eq!(other, refused(field("method"), file::Reason::NotWithThisMethod));
    let free = of_budget(pabulib::read(&PB.replace(";90", ";0")).unwrap());
    assert_eq!(free, refused(field("cost"), file::Reason::CostOfZero));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused_by_every_reader(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let text = String::from_utf8_lossy(&bytes);
        let _ = (blt::read(&text), preflib::read(&text), pabulib::read(&text));
    }

    #[test]
    fn a_good_text_with_any_bytes_changed_is_read_or_refused(
        which in 0usize..3, changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = [BLT, TOI, PB][which].as_bytes().to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let text = String::from_utf8_lossy(&bytes);
        if let Ok(election) = blt::read(&text) {
            prop_assert_eq!(blt::read(&blt::write(&election)).map(|read| read.ballots), Ok(election.ballots));
        }
        if let Ok(profile) = preflib::read(&text) {
            prop_assert_eq!(preflib::read(&preflib::write(&profile)).map(|read| read.ballots), Ok(profile.ballots));
        }
        let _ = pabulib::read(&text);
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,200}", lines in "[0-9 =0\"#:,{};\nMETAkeyvlu-]{0,200}") {
        for text in [text, lines] {
            let _ = (blt::read(&text), preflib::read(&text), pabulib::read(&text));
        }
    }

    #[test]
    fn a_text_cut_or_changed_anywhere_is_read_or_refused(at in 0usize..200, letter in "[ -~]") {
        for text in [BLT, TOI, PB] {
            let at = at % text.len();
            let changed = format!("{}{letter}{}", &text[..at], &text[at + 1..]);
            for text in [&text[..at], &changed] {
                let _ = (blt::read(text), preflib::read(text), pabulib::read(text));
            }
        }
    }
}
