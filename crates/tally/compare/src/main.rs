//! Schulze and the single transferable vote, side by side with tallystick 0.4.3, the fastest counting library that was
//! found among crates and Python packages (ruling 40).
//!
//! What is timed, for both: from 10,000 ballots in memory, each a list of ten options best first, to the winners. So
//! the merging of equal ballots is in our time, and the adding of ballots in theirs. In turns, in one process. Two
//! ratios are printed: the median of all pairs of turns, and that of the fastest turns, which other work on the machine
//! disturbs least.
//! Arithmetic: ours is exact, five decimals cut as the Scottish rules say; theirs is in floating point, and its
//! transfers are not those of the Scottish rules.
//!
//! Then the memory of 1,000,000 ballots is printed, most of them different: a ballot file of them is made, read as a
//! stream and counted, by one method after the other. It is to stay under 200 MB.
//!
//! Its Schulze and STV need features of a nightly compiler; `RUSTC_BOOTSTRAP=1` lets the pinned one build them:
//! `RUSTC_BOOTSTRAP=1 cargo run --release --manifest-path crates/tally/compare/Cargo.toml`

use std::hint::black_box;
use std::io::{BufReader, Read};
use std::time::{Duration, Instant};
use tally::{Ballots, Decision, OptionId, Ranking, schulze, stv};
use tallystick::Quota;
use tallystick::schulze::{SchulzeTally, Variant};

const BALLOTS: usize = 10_000;
const MILLION: usize = 1_000_000;
const OPTIONS: u16 = 10;
const SEATS: u16 = 5;
const TURNS: usize = 201;

/// Orders of all options in which the first ones are liked best, so that there is something to count.
fn orders() -> impl Iterator<Item = Vec<u16>> {
    let mut state = 20_261_129u64;
    let mut below = move |limit: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % limit
    };
    let order = move || {
        let mut keyed: Vec<(u64, u16)> = (0..OPTIONS).map(|place| (below(100) + 6 * u64::from(place), place)).collect();
        keyed.sort_unstable();
        keyed.into_iter().map(|(_, place)| place).collect()
    };
    std::iter::repeat_with(order)
}

/// A ballot file, made while it is read.
struct File<I> {
    parts: I,
    part: Vec<u8>,
    read: usize,
}

impl<I: Iterator<Item = String>> Read for File<I> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.read == self.part.len() {
            self.part = self.parts.next().unwrap_or_default().into_bytes();
            self.read = 0;
        }
        let length = buffer.len().min(self.part.len() - self.read);
        buffer[..length].copy_from_slice(&self.part[self.read..self.read + length]);
        self.read += length;
        Ok(length)
    }
}

fn a_million(method: &str, rules: &str) {
    let names: Vec<String> = (0..OPTIONS).map(|place| format!("\"o{place}\"")).collect();
    let options = names.join(",");
    let head = format!(
        r#"{{"format":"parpour-ballots/1","method":"{method}","rules":{rules},"options":[{options}],"ballots":["#
    );
    let ballot = |(number, order): (usize, Vec<u16>)| {
        let tiers: Vec<String> = order.iter().map(|place| format!("[{}]", names[usize::from(*place)])).collect();
        format!(r#"{}{{"ranking":[{}]}}"#, if number > 0 { "," } else { "" }, tiers.join(","))
    };
    let ballots = orders().take(MILLION).enumerate().map(ballot);
    let parts = std::iter::once(head).chain(ballots).chain(std::iter::once("]}".to_owned()));
    let start = Instant::now();
    let file = tally::file::read(BufReader::new(File { parts, part: Vec::new(), read: 0 })).expect("a right file");
    let counted = file.count().expect("no open ties");
    println!(
        "{method} of {} ballots: {:?}, {:.1?}",
        file.ballots(),
        counted.decision().map(Decision::winners),
        start.elapsed()
    );
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .filter(|line| line.starts_with("VmHWM"))
        .for_each(|line| println!("  memory so far, at most: {line}"));
}

fn ballots(orders: &[Vec<OptionId>]) -> Ballots<Ranking> {
    let rankings = orders.iter().map(|order| Ranking::strict(order).expect("no option comes twice"));
    Ballots::of(OPTIONS, rankings).expect("ten options")
}

fn our_schulze(orders: &[Vec<OptionId>]) -> Vec<u16> {
    schulze::count(&ballots(orders)).decision.winners().iter().map(|option| option.place() as u16).collect()
}

fn their_schulze(orders: &[Vec<u16>]) -> Vec<u16> {
    let mut tally = SchulzeTally::<u16, u64>::with_candidates(1, Variant::Winning, (0..OPTIONS).collect());
    orders.iter().for_each(|order| tally.add(order).expect("no option comes twice"));
    tally.winners().into_unranked()
}

fn our_stv(orders: &[Vec<OptionId>]) -> Vec<u16> {
    let outcome = stv::count(&ballots(orders), SEATS, None).expect("five seats, no equal ranks");
    let mut elected: Vec<u16> = outcome.decision.winners().iter().map(|option| option.place() as u16).collect();
    elected.sort_unstable();
    elected
}

fn their_stv(orders: &[Vec<u16>]) -> Vec<u16> {
    let mut tally = tallystick::stv::Tally::<u16, f64>::new(usize::from(SEATS), Quota::Droop);
    orders.iter().for_each(|order| tally.add_ref(order));
    let mut elected = tally.winners().into_unranked();
    elected.sort_unstable();
    elected
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

fn compare(
    name: &str,
    orders: &[Vec<u16>],
    ours: fn(&[Vec<OptionId>]) -> Vec<u16>,
    theirs: fn(&[Vec<u16>]) -> Vec<u16>,
) {
    let in_our_words: Vec<Vec<OptionId>> =
        orders.iter().map(|order| order.iter().map(|place| OptionId::new(*place)).collect()).collect();
    let ours = || ours(&in_our_words);
    println!("{name}: ours {:?}, theirs {:?}", ours(), theirs(orders));
    let mut pairs: Vec<(f64, Duration, Duration)> = (0..TURNS)
        .map(|_| {
            let (our, their) = (timed(ours), timed(|| theirs(orders)));
            (their.as_secs_f64() / our.as_secs_f64(), our, their)
        })
        .collect();
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (ratio, our, their) = pairs[TURNS / 2];
    let (least, most) = (pairs[0].0, pairs[TURNS - 1].0);
    let fastest = |time: fn(&(f64, Duration, Duration)) -> Duration| pairs.iter().map(time).min().unwrap_or_default();
    let (our_best, their_best) = (fastest(|pair| pair.1), fastest(|pair| pair.2));
    let of_fastest = their_best.as_secs_f64() / our_best.as_secs_f64();
    println!("  fastest turns: theirs / ours {of_fastest:.1}; {our_best:.1?} against {their_best:.1?}");
    println!(
        "  theirs / ours: median {ratio:.1} (smallest {least:.1}, largest {most:.1}); {our:.1?} against {their:.1?}"
    );
}

fn main() {
    let orders: Vec<Vec<u16>> = orders().take(BALLOTS).collect();
    println!("{BALLOTS} ballots, {OPTIONS} options, {TURNS} turns each, against tallystick 0.4.3");
    compare("Schulze, winning votes", &orders, our_schulze, their_schulze);
    compare("single transferable vote, 5 seats", &orders, our_stv, their_stv);
    a_million("schulze", "{}");
    a_million("stv", r#"{"seats":5}"#);
}
