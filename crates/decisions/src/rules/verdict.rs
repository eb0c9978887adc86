//! The rules a vote is held under, copied when it opens, and its result in a sentence with its arithmetic.

use crate::rules::counting::{self, OtherCount, Said};
use crate::rules::fallback::Fallback;
use crate::rules::paper::OnPaper;
use crate::rules::question::{Method, Question};
use crate::rules::rounds::Beside;
use crate::rules::timing::has_its_own_way;
use commons::effects::Class;
use commons::refusal::Message;
use membership::effects::{RemoveMember, RevokeMandate};
use membership::rules::charter::Charter;
use membership::rules::kernel::LOWEST_REMOVAL_SHARE;
use membership::rules::mandates::recall_rule;
use serde::{Deserialize, Serialize};
use tally::consent::acknowledgements_needed;
use tally::{Counts, MajorityRule, Outcome, Quorum, Threshold, Verdict, consensus};

/// The charter's rules for one vote, as they were when it opened. A charter changed meanwhile does not
/// change a running vote (`decisions` 3.2-14).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoteRules {
    /// The weight of the decision.
    pub class: Class,
    /// The part of votes cast that adopts.
    pub majority: Threshold,
    /// How many must take part.
    pub quorum: Quorum,
    /// Hours between the adoption and its effect.
    pub challenge_hours: u32,
    /// Ballots below which no count is shown; 0 in an open vote, where everybody reads who chose what.
    #[serde(default)]
    pub counts_from: u64,
    /// Fewest yes, besides the majority: only a removal has such a number (`mutual-aid` ALG10).
    #[serde(default)]
    pub approval: u64,
    /// How many had to take part before a second call asked for half: a vote held anew asks for as many again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_quorum: Option<Quorum>,
    /// How many others must support a block in a vote by consensus (`decisions` 6.7).
    #[serde(default)]
    pub block_support: u64,
    /// How many blocks that hold it survives (`decisions` 6.7).
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub blocks_allowed: u64,
    /// What follows when its rounds are over and something is still in the way.
    #[serde(default, skip_serializing_if = "Fallback::is_none")]
    pub fallback: Fallback,
    /// How many must take part besides, when whoever wrote asks for more (`decisions A8`). A second call asks for half of
    /// either, as a number in `quorum`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum_asked: Option<Quorum>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_nothing(number: &u64) -> bool {
    *number == 0
}

/// How a vote is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secrecy {
    /// At the end everybody reads who chose what.
    Open,
    /// Nobody ever does (`reliability D2`).
    Secret,
}

impl Secrecy {
    /// From what the store says.
    pub const fn of(secret: bool) -> Self {
        if secret { Self::Secret } else { Self::Open }
    }
}

impl VoteRules {
    /// What the charter says now for decisions of this weight.
    pub fn of(charter: &Charter, class: Class) -> Self {
        Self {
            class,
            majority: charter.majority(class),
            quorum: charter.quorum(class),
            challenge_hours: charter.challenge_hours(class),
            counts_from: 0,
            approval: 0,
            first_quorum: None,
            block_support: charter.block_support().into(),
            blocks_allowed: charter.consensus_blocks().into(),
            fallback: Fallback::None,
            quorum_asked: None,
        }
    }

    /// The same rules once their quorum was missed, with the quorum of the second call.
    #[must_use]
    pub fn called_again(self, quorum: Quorum) -> Self {
        Self { quorum, first_quorum: Some(self.first_quorum.unwrap_or(self.quorum)), ..self }
    }

    /// The rules with which the vote opened, for one that is held anew.
    #[must_use]
    pub fn held_anew(self) -> Self {
        Self { quorum: self.first_quorum.unwrap_or(self.quorum), first_quorum: None, ..self }
    }

    /// How many must vote when so many are counted: the quorum, or where silence counts, those who have seen it.
    pub fn needed(&self, method: Method, counted: u64) -> u64 {
        match method {
            Method::Tacit => acknowledgements_needed(counted),
            _ => self.required(counted),
        }
    }

    /// How many must take part when so many are counted: what the charter asks for, or whoever wrote, when that is more.
    pub fn required(&self, counted: u64) -> u64 {
        let asked = self.quorum_asked.filter(|_| self.first_quorum.is_none());
        self.quorum.required(counted).max(asked.map_or(0, |asked| asked.required(counted)))
    }

    /// How many others must support a block when so many are counted: nobody where fewer than eight are.
    pub fn support_needed(&self, counted: u64) -> u64 {
        let variant = counting::variant(self.blocks_allowed);
        consensus::Rule { roll: counted, support: self.block_support, variant }.support_needed()
    }

    /// The same for a vote on `roll` people with that effect. A recall has the majority and the quorum of a grant,
    /// within the bounds that no charter moves (ruling 4, `membership::rules::mandates::recall_rule`). A removal has
    /// its own rule, its own delay, and shows its count: it is the proof (`membership::rules::removal`).
    #[must_use]
    pub fn of_effect(charter: &Charter, class: Class, effect: Option<&str>, secrecy: Secrecy, roll: u64) -> Self {
        let rules = Self::of(charter, class).held(charter, secrecy);
        match effect {
            Some(RevokeMandate::KIND) => {
                let within = recall_rule(rules.majority, rules.quorum, roll);
                let quorum = if within.quorum < rules.quorum.required(roll) { Quorum::Majority } else { rules.quorum };
                Self { majority: within.threshold, quorum, ..rules }
            }
            Some(RemoveMember::KIND) => Self {
                class,
                majority: LOWEST_REMOVAL_SHARE,
                quorum: Quorum::Members(0),
                challenge_hours: 0,
                counts_from: 0,
                approval: charter.removal_approval().fewest_yes(roll),
                first_quorum: None,
                block_support: 0,
                blocks_allowed: 0,
                fallback: Fallback::None,
                quorum_asked: None,
            },
            _ => rules,
        }
    }

    /// The same rules for a question put by this method. One that decides nothing needs nobody in particular: whoever
    /// wants to answer does (`decisions B6`).
    #[must_use]
    pub fn put_by(self, method: Method) -> Self {
        if method.is_binding() { self } else { Self { quorum: Quorum::Members(0), ..self } }
    }

    /// The same rules when whoever wrote asks for a larger part of the votes. A smaller one changes nothing
    /// (`decisions A8`).
    #[must_use]
    pub fn asking(self, part: Option<Threshold>) -> Self {
        match part.filter(|part| is_larger(*part, self.majority)) {
            Some(majority) => Self { majority, ..self },
            None => self,
        }
    }

    /// The same rules when whoever wrote asks that more people take part; of `roll` people, more than the charter's. A
    /// decision that has its own way keeps it: nobody makes it harder to recall somebody.
    #[must_use]
    pub fn asking_quorum(self, asked: Option<Quorum>, effect: Option<&str>, roll: u64) -> Self {
        let more = asked.filter(|asked| asked.required(roll) > self.quorum.required(roll));
        Self { quorum_asked: more.filter(|_| !has_its_own_way(effect)), ..self }
    }

    /// The same rules with what the charter says of the end of the rounds of this method. In secret there are no rounds.
    #[must_use]
    pub fn then(self, charter: &Charter, method: Method, secrecy: Secrecy) -> Self {
        match secrecy {
            Secrecy::Open => Self { fallback: Fallback::of(charter, method), ..self },
            Secrecy::Secret => self,
        }
    }

    /// The same rules for a vote that becomes secret. A removal shows its count: it is the proof.
    #[must_use]
    pub fn held_in_secret(self, charter: &Charter) -> Self {
        if self.approval > 0 { self } else { self.held(charter, Secrecy::Secret) }
    }

    /// What secrecy adds: time to contest, and no count that would tell who chose what.
    fn held(self, charter: &Charter, secrecy: Secrecy) -> Self {
        match secrecy {
            Secrecy::Open => self,
            Secrecy::Secret => Self {
                challenge_hours: self.challenge_hours.max(charter.challenge_hours_secret()),
                counts_from: charter.secret_counts_from().into(),
                ..self
            },
        }
    }
}

/// Whether a part of the votes is larger than another.
pub fn is_larger(part: Threshold, than: Threshold) -> bool {
    let part_of = |one: Threshold, other: Threshold| u128::from(one.p) * u128::from(other.q);
    part_of(part, than) > part_of(than, part)
}

/// What a vote said, with everything needed to follow the count by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoteResult {
    /// The verdict and its arithmetic.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// People counted: those on the roll, without whoever neither voted nor was there to vote
    /// ([`crate::rules::base`]).
    pub roll: u64,
    /// Ballots that were needed.
    pub quorum: u64,
    /// The part of votes cast that adopts.
    pub majority: Threshold,
    /// Whether the counts are withheld, because so few voted that they would tell who chose what (`decisions D6`).
    /// The counts of `outcome` are then nothing.
    #[serde(default)]
    pub withheld: bool,
    /// What a vote by another method said; `outcome` then has its verdict alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<OtherCount>,
    /// The part of it that came on paper, when people took paper (`decisions E5`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<OnPaper>,
}

/// Counts a vote in which so many people are counted.
pub fn count(rules: &VoteRules, counted: u64, counts: Counts) -> VoteResult {
    let quorum = rules.required(counted);
    let rule = MajorityRule { approval_quorum: rules.approval, ..MajorityRule::of_votes_cast(rules.majority, quorum) };
    let outcome = rule.count(counts);
    let result = VoteResult {
        outcome,
        roll: counted,
        quorum,
        majority: rules.majority,
        withheld: false,
        other: None,
        paper: None,
    };
    if counts.ballots() < rules.counts_from { result.without_counts() } else { result }
}

/// What came of an election without candidates among so many people. It has no count: what was said in it is kept by
/// nobody (`decisions` 6.12).
pub fn found(rules: &VoteRules, people: u64, somebody: bool) -> VoteResult {
    let verdict = if somebody { Verdict::Adopted } else { Verdict::NoResult };
    VoteResult {
        outcome: Outcome { verdict, counts: Counts::default(), needed: 0, base: 0 },
        roll: people,
        quorum: 0,
        majority: rules.majority,
        withheld: true,
        other: None,
        paper: None,
    }
}

/// The same for a vote by another method than yes or no.
pub fn count_other(
    rules: &VoteRules,
    question: &Question,
    counted: u64,
    said: Said,
    beside: Option<Beside>,
) -> VoteResult {
    let quorum = rules.needed(question.method, counted);
    let (verdict, other) = counting::count(question, counted, quorum, said, beside);
    let verdict =
        if verdict == Verdict::Adopted && !carries(rules, question, &other) { Verdict::Rejected } else { verdict };
    let few = other.ballots < rules.counts_from;
    let outcome = Outcome { verdict, counts: Counts::default(), needed: 0, base: 0 };
    let result = VoteResult {
        outcome,
        roll: counted,
        quorum,
        majority: rules.majority,
        withheld: false,
        other: Some(other),
        paper: None,
    };
    if few { result.without_counts() } else { result }
}

/// Consent asks for no less than the charter: of those who took a side, as large a part lets it pass as would have to
/// vote yes (`decisions A8`).
fn carries(rules: &VoteRules, question: &Question, other: &OtherCount) -> bool {
    let Some(said) = other.said.as_ref().filter(|_| question.method == Method::Consent) else { return true };
    let of = |word: &str| said.get(word).copied().unwrap_or(0);
    let sides =
        Counts { yes: of("consent") + of("concern"), no: of("objection") + of("not_ready"), ..Counts::default() };
    MajorityRule::of_votes_cast(rules.majority, 0).count(sides).verdict == Verdict::Adopted
}

impl VoteResult {
    /// Ballots received.
    pub fn ballots(&self) -> u64 {
        self.other.as_ref().map_or(self.outcome.counts.ballots(), |other| other.ballots)
    }

    /// The same for a vote in secret: what would tell who wrote a ballot is left out (`decisions` 8.2).
    #[must_use]
    pub fn as_secret(mut self, question: &Question) -> Self {
        if let Some(other) = &mut self.other {
            other.as_secret(question, self.roll);
        }
        self
    }

    /// Whether it is adopted, or had too few ballots, alone: a tie of two, or a vote in which all abstained, would tell
    /// what each of them chose.
    fn without_counts(self) -> Self {
        let verdict = match self.outcome.verdict {
            Verdict::Adopted => Verdict::Adopted,
            Verdict::NoQuorum => Verdict::NoQuorum,
            Verdict::Rejected | Verdict::Tied | Verdict::NoResult => Verdict::Rejected,
        };
        let outcome = Outcome { verdict, counts: Counts::default(), needed: 0, base: 0 };
        let won = outcome.verdict == Verdict::Adopted;
        let other = self
            .other
            .map(|other| OtherCount { winners: if won { other.winners } else { Vec::new() }, ..OtherCount::default() });
        Self { outcome, withheld: true, other, ..self }
    }

    /// The result in one sentence: the same words for everybody, no blame for a no.
    pub fn sentence(&self) -> Message {
        let Outcome { verdict, counts, needed, base } = self.outcome;
        if self.withheld {
            return Message::new(match verdict {
                Verdict::Adopted => "verdict-adopted-withheld",
                Verdict::NoQuorum => "verdict-no-quorum-withheld",
                Verdict::Rejected | Verdict::Tied | Verdict::NoResult => "verdict-not-adopted-withheld",
            });
        }
        let key = match verdict {
            Verdict::Adopted => "verdict-adopted",
            Verdict::Rejected => "verdict-rejected",
            Verdict::Tied => "verdict-tied",
            Verdict::NoQuorum => "verdict-no-quorum",
            Verdict::NoResult => "verdict-no-result",
        };
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        Message::new(key)
            .with("yes", number(counts.yes))
            .with("no", number(counts.no))
            .with("abstain", number(counts.abstain))
            .with("blank", number(counts.blank))
            .with("ballots", number(counts.ballots()))
            .with("roll", number(self.roll))
            .with("quorum", number(self.quorum))
            .with("base", number(base))
            .with("needed", number(needed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_freezer_is_adopted_by_16_of_17() {
        let rules = VoteRules {
            class: Class::Ordinary,
            majority: Threshold::HALF,
            quorum: Quorum::Members(12),
            challenge_hours: 0,
            counts_from: 0,
            approval: 0,
            first_quorum: None,
            block_support: 1,
            blocks_allowed: 0,
            fallback: Fallback::None,
            quorum_asked: None,
        };
        let result = count(&rules, 35, Counts { yes: 16, no: 1, abstain: 2, blank: 0 });
        assert_eq!(result.outcome.verdict, Verdict::Adopted);
        assert_eq!((result.outcome.base, result.outcome.needed, result.quorum), (17, 9, 12));
    }

    #[test]
    fn an_author_asks_for_more_than_the_charter_and_never_for_less() {
        let rules = VoteRules::of(&Charter::default(), Class::Charter);
        let asked = |p, q| rules.asking(Threshold::new(p, q)).majority;
        assert_eq!(asked(3, 4), Threshold { p: 3, q: 4 });
        for (p, q) in [(1, 2), (2, 3), (4, 6), (1, 100)] {
            assert_eq!(asked(p, q), Threshold::TWO_THIRDS, "{p}/{q}");
        }
        assert_eq!(rules.asking(None), rules);
    }

    #[test]
    fn an_author_asks_that_more_take_part_and_never_that_fewer_do() {
        let rules = VoteRules::of(&Charter::default(), Class::Ordinary);
        let needed = |asked: &str| rules.asking_quorum(asked.parse().ok(), None, 30).required(30);
        assert_eq!(rules.required(30), 10);
        assert_eq!([needed("majority"), needed("67%"), needed("20"), needed("5"), needed("10%")], [16, 21, 20, 10, 10]);
        // People go on pause meanwhile: the charter's number is still the least.
        let twelve =
            VoteRules { quorum: Quorum::Members(12), ..rules }.asking_quorum("majority".parse().ok(), None, 30);
        assert_eq!((twelve.required(30), twelve.required(20)), (16, 12));
        // A second call asks for half of what was asked, and a vote that is held anew for all of it.
        let again = twelve.called_again(Quorum::Members(8));
        assert_eq!((again.required(30), again.held_anew().required(30)), (8, 16));
        // Nobody makes it harder to recall somebody.
        let recall = rules.asking_quorum("majority".parse().ok(), Some(RevokeMandate::KIND), 30);
        assert_eq!(recall.required(30), 10);
    }

    #[test]
    fn a_group_smaller_than_its_quorum_can_still_decide() {
        let rules = VoteRules {
            class: Class::Ordinary,
            majority: Threshold::HALF,
            quorum: Quorum::Members(12),
            challenge_hours: 0,
            counts_from: 0,
            approval: 0,
            first_quorum: None,
            block_support: 1,
            blocks_allowed: 0,
            fallback: Fallback::None,
            quorum_asked: None,
        };
        assert_eq!(count(&rules, 3, Counts { yes: 2, no: 1, abstain: 0, blank: 0 }).outcome.verdict, Verdict::Adopted);
    }

    /// In secret there are no rounds: those who are not ready are heard in the count (`decisions A8`).
    #[test]
    fn consent_asks_for_no_less_than_the_charter() {
        let rules =
            VoteRules { majority: Threshold::TWO_THIRDS, ..VoteRules::of(&Charter::default(), Class::Ordinary) };
        let rules = VoteRules { quorum: Quorum::Members(0), ..rules };
        let question = Question { method: Method::Consent, ..Question::default() };
        let ends = |consent: u64, not_ready: u64| {
            let said = [("consent", consent), ("not_ready", not_ready)].map(|(word, count)| (word.to_owned(), count));
            count_other(&rules, &question, 6, said.into_iter().collect(), None).outcome.verdict
        };
        assert_eq!(ends(4, 2), Verdict::Adopted);
        assert_eq!(ends(3, 3), Verdict::Rejected, "three of six are not two thirds");
    }
}
