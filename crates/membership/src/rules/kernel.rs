//! What no vote can change, and the numbers that go with it (`mutual-aid` 5.4, `domain A13`-`A16`).
//!
//! A charter is the group's own, and a majority writes it. These few clauses protect everybody from a majority,
//! each of us in turn: they are held by the code. Whoever wants to change one changes the program, in public.
//! Other modules take their bounds from here, so that a bound cannot move without this page.

use commons::refusal::Message;
use tally::Threshold;

/// Smallest group, in members not on pause, in which somebody can be removed: under five, two or three people
/// would decide, and everybody would know who said what.
pub const SMALLEST_GROUP_FOR_REMOVAL: u64 = 5;
/// The part of the votes cast that removes a person. The charter cannot lower it.
pub const LOWEST_REMOVAL_SHARE: Threshold = Threshold::TWO_THIRDS;
/// Fewest yes that remove a person, however small the roll.
pub const FEWEST_YES_FOR_REMOVAL: u64 = 3;
/// Days between the notice of a removal and its vote.
pub const REMOVAL_NOTICE_DAYS: i64 = 14;
/// Days between the adoption of a removal and its effect.
pub const REMOVAL_DELAY_DAYS: i64 = 7;
/// Longest exclusion, in months.
pub const LONGEST_EXCLUSION_MONTHS: u32 = 12;
/// Longest lesser measure, in months.
pub const LONGEST_MEASURE_MONTHS: u32 = 6;
/// Longest mandate that a charter can allow, in months.
pub const LONGEST_MANDATE_MONTHS: u32 = 24;
/// The largest part of the votes cast that a recall can need, whatever the charter asks for other decisions: if
/// everybody had to agree, the person who holds the mandate would have to agree too.
pub const HIGHEST_RECALL_SHARE: Threshold = Threshold::TWO_THIRDS;

/// Days in which admissions are counted (`mutual-aid` 5.4).
pub const ADMISSIONS_WINDOW_DAYS: i64 = 30;
/// Admissions that one member signs in that time.
pub const ADMISSIONS_PER_SIGNER: usize = 2;
/// Admissions that a group may always make in that time; a larger group makes a fifth of its size.
pub const ADMISSIONS_ALWAYS: u64 = 3;
/// Days between a person's coming in and her first signature for another.
pub const SIGNS_AFTER_DAYS: i64 = 30;
/// Signatures that suspend a mandate, where there are as many other members (`domain` 2.16).
pub const SUSPENSION_SIGNERS: u32 = 5;
/// Fewest signatures that suspend one: nobody stops another's mandate alone.
pub const FEWEST_SUSPENSION_SIGNERS: u32 = 2;
/// Days of the longest suspension.
pub const LONGEST_SUSPENSION_DAYS: i64 = 21;
/// Days between the asking of a recall and its vote (ruling 4).
pub const RECALL_NOTICE_DAYS: i64 = 10;
/// Most times that the same person takes the same mandate up again without a break (`domain` 2.16).
pub const MOST_RENEWALS: usize = 2;
/// Days of a break that makes the next term a first one.
pub const BREAK_DAYS: i64 = 180;
/// Days between two readings of a protected rule, at least (`domain` 2.16).
pub const READINGS_APART_DAYS: i64 = 30;
/// Days for which the removals of a group are counted, and in which a person is the subject of one at most (M17).
pub const REMOVALS_WINDOW_DAYS: i64 = 90;
/// Days for which a new notice about the same person waits after a removal that did not pass.
pub const AFTER_FAILURE_DAYS: i64 = 30;
/// Days in which a removed person may appeal.
pub const APPEAL_WITHIN_DAYS: i64 = 60;
/// Days after which an appeal that nobody answered annuls the removal: nobody stays excluded because nobody read her
/// words.
pub const APPEAL_ANSWER_DAYS: i64 = 30;
/// Days after which a notice of removal without a vote is over: nobody lives under one for ever.
pub const REMOVAL_NOTICE_ENDS_DAYS: i64 = 60;

/// How the person concerned was heard. Without one or the other, there is no vote about her.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hearing {
    /// She said what she had to say, herself or through a person of her choice.
    Held,
    /// She was asked, and would rather not. It is no admission.
    Declined,
}

/// One thing that no vote can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clause {
    /// Everybody may leave at once, with what is kept about her.
    LeaveWithOwnData,
    /// Everybody sees who read what is hers.
    SeeWhoRead,
    /// What a person keeps for herself is read by nobody else.
    PrivateRecords,
    /// A secret ballot stays secret.
    SecretBallot,
    /// A decision removes one person, never several.
    OnePersonAtATime,
    /// Notice, a frozen roll and a delay before a removal acts.
    NoticeAndDelay,
    /// Nobody is removed from a small group.
    SmallGroups,
    /// The person concerned is heard, and is not counted.
    HeardNotCounted,
    /// A mandate ends, and an ordinary majority can recall it.
    MandatesEnd,
    /// One person, one vote; a tie adopts nothing.
    OneVoteEach,
    /// Being an allied person only takes away.
    AlliesOnlyLess,
    /// Those who disagree may take the texts and go.
    MinorityMayGo,
    /// A group grows step by step, whoever signs.
    SlowGrowth,
    /// A mandate is stopped by several and for a time; a recall is told beforehand.
    SeveralStop,
    /// The same person does not hold the same mandate for ever.
    TakingTurns,
    /// A protected rule is adopted twice.
    TwoReadings,
    /// Removals are few, and there is an appeal.
    FewRemovals,
}

impl Clause {
    /// Every one, in the order they are read.
    pub const ALL: [Self; 17] = [
        Self::LeaveWithOwnData,
        Self::SeeWhoRead,
        Self::PrivateRecords,
        Self::SecretBallot,
        Self::OneVoteEach,
        Self::TwoReadings,
        Self::SlowGrowth,
        Self::OnePersonAtATime,
        Self::NoticeAndDelay,
        Self::HeardNotCounted,
        Self::SmallGroups,
        Self::FewRemovals,
        Self::MandatesEnd,
        Self::SeveralStop,
        Self::TakingTurns,
        Self::AlliesOnlyLess,
        Self::MinorityMayGo,
    ];

    /// Its name; in translations (`kernel-<name>`, `kernel-<name>-why`) underscores become hyphens.
    pub const fn name(self) -> &'static str {
        match self {
            Self::LeaveWithOwnData => "leave_with_own_data",
            Self::SeeWhoRead => "see_who_read",
            Self::PrivateRecords => "private_records",
            Self::SecretBallot => "secret_ballot",
            Self::OnePersonAtATime => "one_person_at_a_time",
            Self::NoticeAndDelay => "notice_and_delay",
            Self::SmallGroups => "small_groups",
            Self::HeardNotCounted => "heard_not_counted",
            Self::MandatesEnd => "mandates_end",
            Self::OneVoteEach => "one_vote_each",
            Self::AlliesOnlyLess => "allies_only_less",
            Self::MinorityMayGo => "minority_may_go",
            Self::SlowGrowth => "slow_growth",
            Self::SeveralStop => "several_stop",
            Self::TakingTurns => "taking_turns",
            Self::TwoReadings => "two_readings",
            Self::FewRemovals => "few_removals",
        }
    }

    /// The clause in one sentence, with its numbers.
    pub fn title(self) -> Message {
        let title = Message::keyed(format!("kernel-{}", self.name().replace('_', "-")));
        match self {
            Self::NoticeAndDelay => title.with("notice", REMOVAL_NOTICE_DAYS).with("delay", REMOVAL_DELAY_DAYS),
            Self::SmallGroups => title.with("members", i64::try_from(SMALLEST_GROUP_FOR_REMOVAL).unwrap_or(i64::MAX)),
            Self::MandatesEnd => title.with("months", LONGEST_MANDATE_MONTHS),
            Self::SlowGrowth => {
                let count = |number| i64::try_from(number).unwrap_or(i64::MAX);
                title.with("days", ADMISSIONS_WINDOW_DAYS).with("each", count(ADMISSIONS_PER_SIGNER))
            }
            Self::SeveralStop => title
                .with("signers", SUSPENSION_SIGNERS)
                .with("days", LONGEST_SUSPENSION_DAYS)
                .with("notice", RECALL_NOTICE_DAYS),
            Self::TakingTurns => title.with("times", i64::try_from(MOST_RENEWALS + 1).unwrap_or(i64::MAX)),
            Self::TwoReadings => title.with("days", READINGS_APART_DAYS),
            Self::FewRemovals => title.with("days", REMOVALS_WINDOW_DAYS).with("appeal", APPEAL_WITHIN_DAYS),
            Self::LeaveWithOwnData
            | Self::SeeWhoRead
            | Self::PrivateRecords
            | Self::SecretBallot
            | Self::OnePersonAtATime
            | Self::HeardNotCounted
            | Self::OneVoteEach
            | Self::AlliesOnlyLess
            | Self::MinorityMayGo => title,
        }
    }

    /// Why it is there, in one or two sentences.
    pub fn why(self) -> Message {
        Message::keyed(format!("kernel-{}-why", self.name().replace('_', "-")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_clause_is_read_once() {
        let names: BTreeSet<_> = Clause::ALL.iter().map(|clause| clause.name()).collect();
        assert_eq!(names.len(), Clause::ALL.len());
        let last = Clause::ALL.into_iter().max().unwrap();
        assert_eq!(last as usize + 1, Clause::ALL.len(), "a new clause is added to ALL");
    }

    /// What a page would fill in, and what the translations wait for.
    #[test]
    fn every_clause_has_its_words_in_both_languages() {
        for language in ["fr-CA", "en"] {
            let file =
                format!("{}/../../themes/default/messages/{language}/membership.ftl", env!("CARGO_MANIFEST_DIR"));
            let words = std::fs::read_to_string(file).unwrap();
            for message in Clause::ALL.into_iter().flat_map(|clause| [clause.title(), clause.why()]) {
                let start = format!("{} = ", message.key);
                let line = words.lines().find(|line| line.starts_with(&start));
                let line = line.unwrap_or_else(|| panic!("{language}: {}", message.key));
                assert_eq!(line.matches("{ $").count(), message.args.len(), "{language}: {line}");
                for (name, _) in &message.args {
                    assert!(line.contains(&format!("{{ ${name} }}")), "{language}: {line}");
                }
                for sentence in line[start.len()..].split(['.', '?', ':']) {
                    assert!(sentence.split_whitespace().count() <= 20, "{language}: {sentence}");
                }
            }
        }
    }
}
