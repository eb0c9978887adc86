//! Who is told of having voted, once a vote is over (`decisions D7`).

/// With fewer, a list of who voted points at people.
const FEWEST: u64 = 3;

/// Whether the list says who voted: only when at least three did, and as many as the quorum, or half of those counted
/// where there was none. Never when the counts are withheld. Who was on the list is told always.
pub fn says_who_voted(ballots: u64, quorum: u64, counted: u64, withheld: bool) -> bool {
    let enough = if quorum > 0 { quorum } else { counted.div_ceil(2) };
    !withheld && ballots >= enough.max(FEWEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_are_not_told() {
        for (ballots, quorum, counted, withheld, told) in [
            (12, 12, 35, false, true),
            (11, 12, 35, false, false),
            (12, 12, 35, true, false),
            (2, 1, 35, false, false),
            (3, 1, 35, false, true),
            (17, 0, 35, false, false),
            (18, 0, 35, false, true),
            (2, 0, 2, false, false),
            (0, 0, 0, false, false),
        ] {
            assert_eq!(says_who_voted(ballots, quorum, counted, withheld), told, "{ballots} of {counted}, {quorum}");
        }
    }
}
