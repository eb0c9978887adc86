//! What is needed to follow a count by hand, one sentence a line: for the page of a vote and for `parpour count`.

use commons::refusal::Message;
use tally::consent::{self, Missing};
use tally::equal_shares::Purchase;
use tally::file::Counted;
use tally::pairwise::Pairwise;
use tally::{OptionId, date_poll, irv, stv};

/// How options are called.
type Name<'a> = &'a dyn Fn(OptionId) -> String;

/// A count, step by step. The same ballots give the same lines (`decisions B13`).
pub fn explain(counted: &Counted, name: Name<'_>) -> Vec<Message> {
    let in_order = counted.ranking().map(|tiers| in_order(tiers, name));
    in_order.into_iter().chain(steps(counted, name)).collect()
}

fn in_order(tiers: &[Vec<OptionId>], name: Name<'_>) -> Message {
    let tiers: Vec<String> = tiers.iter().map(|tier| several(tier, " = ", name)).collect();
    Message::new("count-in-order").with("tiers", tiers.join(" > "))
}

fn steps(counted: &Counted, name: Name<'_>) -> Vec<Message> {
    match counted {
        Counted::Majority(outcome) => vec![
            Message::new("count-majority")
                .with("yes", outcome.counts.yes.to_string())
                .with("no", outcome.counts.no.to_string())
                .with("abstain", outcome.counts.abstain.to_string())
                .with("blank", outcome.counts.blank.to_string())
                .with("base", outcome.base.to_string())
                .with("needed", outcome.needed.to_string()),
        ],
        Counted::Approval(outcome) => {
            outcome.approvals.iter().map(|(option, votes)| total("count-approvals", name(option), votes)).collect()
        }
        Counted::Score(outcome) => {
            outcome.totals.iter().map(|(option, all)| total("count-points", name(option), &all.points)).collect()
        }
        Counted::Borda(outcome) => {
            outcome.points.iter().map(|(option, points)| total("count-points", name(option), points)).collect()
        }
        Counted::Schulze(outcome) => duels(&outcome.pairwise, name),
        Counted::RankedPairs(outcome) => duels(&outcome.pairwise, name),
        Counted::Condorcet(outcome) => duels(&outcome.pairwise, name),
        Counted::Irv(outcome) => {
            (1usize..).zip(&outcome.stages).map(|(number, stage)| runoff(number, stage, name)).collect()
        }
        Counted::Stv(outcome) => {
            let quota = Message::new("count-quota").with("quota", outcome.quota.to_string());
            let stages = (1usize..).zip(&outcome.stages).flat_map(|(number, stage)| transfer(number, stage, name));
            std::iter::once(quota).chain(stages).collect()
        }
        Counted::EqualShares(outcome) => {
            let spent = with_money(Message::new("count-spent"), outcome.spent);
            outcome.purchases.iter().map(|bought| purchase(bought, name)).chain([spent]).collect()
        }
    }
}

fn total(key: &'static str, option: String, total: &impl ToString) -> Message {
    Message::new(key).with("option", option).with("total", total.to_string())
}

fn duels(pairwise: &Pairwise, name: Name<'_>) -> Vec<Message> {
    let places = || OptionId::first(pairwise.options());
    let pairs = places().flat_map(|x| places().filter(move |y| x < *y).map(move |y| (x, y)));
    let duel = |(x, y)| {
        Message::new("count-duel")
            .with("one", name(x))
            .with("other", name(y))
            .with("votes", pairwise.prefer(x, y).to_string())
            .with("against", pairwise.prefer(y, x).to_string())
    };
    pairs.map(duel).collect()
}

fn runoff(number: usize, stage: &irv::Stage, name: Name<'_>) -> Message {
    let votes = stage.votes.iter().map(|(option, votes)| format!("{} {votes}", name(*option)));
    let (key, option, equals) = match &stage.then {
        irv::Then::Wins(option) => ("count-stage-wins", *option, &[][..]),
        irv::Then::Leaves { option, because: irv::Why::AnyOf(equals) } => {
            ("count-stage-any", *option, equals.as_slice())
        }
        irv::Then::Leaves { option, .. } => ("count-stage-leaves", *option, &[][..]),
    };
    let stage = Message::new(key).with("number", number).with("votes", votes.collect::<Vec<_>>().join(", "));
    stage.with("option", name(option)).with("equals", several(equals, ", ", name))
}

fn transfer(number: usize, stage: &stv::Stage, name: Name<'_>) -> Vec<Message> {
    let votes = stage.votes.iter().map(|(option, votes)| format!("{} {votes}", name(*option)));
    let (key, of) = match &stage.action {
        stv::Action::FirstPreferences => ("count-stage-first", None),
        stv::Action::Surplus { of, .. } => ("count-stage-surplus", Some(*of)),
        stv::Action::Exclusion { of, .. } => ("count-stage-excluded", Some(*of)),
    };
    let told = Message::new(key).with("number", number).with("votes", votes.collect::<Vec<_>>().join(", "));
    let told = told.with("option", of.map(name).unwrap_or_default());
    let elected = [stage.elected.as_slice(), &stage.filled].concat();
    let elected = (!elected.is_empty())
        .then(|| Message::new("count-stage-elected").with("elected", several(&elected, ", ", name)));
    std::iter::once(told).chain(elected).collect()
}

fn purchase(bought: &Purchase, name: Name<'_>) -> Message {
    let rest: u64 = bought.paid_the_rest.iter().map(|(voters, _)| voters).sum();
    with_money(Message::new("count-purchase"), bought.cost)
        .with("option", name(bought.option))
        .with("payers", bought.paid_in_full.to_string())
        .with("part", bought.full_part.as_str())
        .with("rest", rest.to_string())
}

/// A message with an amount: whole units and cents apart, because each language has its own sign between them.
pub fn with_money(message: Message, cents: u64) -> Message {
    message.with("units", (cents / 100).to_string()).with("cents", format!("{:02}", cents % 100))
}

/// What settled between days.
pub fn explain_dates(outcome: &date_poll::Outcome) -> Vec<Message> {
    let key = match outcome.because {
        date_poll::Why::NoneFeasible => "date-none",
        date_poll::Why::MostCanCome => "date-most-can-come",
        date_poll::Why::MostSayYes => "date-most-say-yes",
        date_poll::Why::FewestLostTwice => "date-lost-twice",
        date_poll::Why::Earliest => "date-earliest",
    };
    vec![Message::new(key)]
}

/// What stands in the way of consent, if anything.
pub fn explain_consent(outcome: &consent::Outcome) -> Vec<Message> {
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    vec![match outcome.verdict {
        consent::Verdict::Adopted => Message::new("consent-nothing-in-the-way"),
        consent::Verdict::NotYet(missing) => match missing {
            Missing::OpenObjections(count) => Message::new("consent-objections").with("count", number(count)),
            Missing::NotReady(count) => Message::new("consent-not-ready").with("count", number(count)),
            Missing::Quorum { have, need } => {
                Message::new("consent-too-few").with("have", number(have)).with("need", number(need))
            }
            Missing::TooManyStandAside { aside, respondents } => {
                Message::new("consent-aside").with("aside", number(aside)).with("answers", number(respondents))
            }
        },
    }]
}

fn several(options: &[OptionId], between: &str, name: Name<'_>) -> String {
    options.iter().map(|option| name(*option)).collect::<Vec<_>>().join(between)
}
