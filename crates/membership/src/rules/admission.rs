//! How a person is admitted: who signs, what slows a flood, how long an application waits (`mutual-aid` 5.4, M1,
//! M2, M13, M18; ruling 11).
//!
//! Nobody is admitted by silence, and nobody is refused by one person. Three people who admit their friends as
//! fast as they can need five months, in public, to outnumber twenty-seven.

use crate::rules::kernel::{ADMISSIONS_ALWAYS, ADMISSIONS_PER_SIGNER, ADMISSIONS_WINDOW_DAYS, SIGNS_AFTER_DAYS};
use crate::rules::standing::Standing;
use chrono::TimeDelta;
use commons::clock::Time;
use commons::ids::MemberId;
use std::collections::BTreeSet;

/// The window of both brakes: an admission counts until just before this has passed since.
pub const WINDOW: TimeDelta = TimeDelta::days(ADMISSIONS_WINDOW_DAYS);
/// Before this has passed since her admission, a member does not sign another: otherwise the brakes would be no
/// brake, each newcomer bringing the next the same evening. In a group with too few others, she does.
pub const SIGNS_AFTER: TimeDelta = TimeDelta::days(SIGNS_AFTER_DAYS);

/// How many co-signers admit a person in a group with `active` members not on pause: k(a) of `mutual-aid` 5.4.
pub const fn co_signers_needed(active: u64) -> u32 {
    match active {
        0..=2 => 1,
        3..=20 => 2,
        _ => 3,
    }
}

/// How people are admitted; each group chooses in its charter (ruling 11, `domain A5`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AdmissionRule {
    /// By her own act, once she has come. One member signs that she came; it is no judgment of her.
    OpenAfterOneVisit,
    /// So many members sign ([`co_signers_needed`]).
    CoSigners,
    /// By a decision.
    Assembly,
}

impl AdmissionRule {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::OpenAfterOneVisit, Self::CoSigners, Self::Assembly];
    /// What the charter stores for each, in the order of [`Self::ALL`].
    pub const NAMES: [&'static str; 3] = ["open_after_one_visit", "co_signers", "assembly"];
    /// What holds until the group says otherwise.
    pub const START: Self = Self::CoSigners;

    /// What the charter stores.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OpenAfterOneVisit => "open_after_one_visit",
            Self::CoSigners => "co_signers",
            Self::Assembly => "assembly",
        }
    }

    /// The rule of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.name() == name)
    }

    /// How many members sign in a group with `active` members not on pause. None under [`Self::Assembly`]: there
    /// the decision admits.
    pub const fn signs_needed(self, active: u64) -> u32 {
        match self {
            Self::OpenAfterOneVisit => 1,
            Self::CoSigners => co_signers_needed(active),
            Self::Assembly => 0,
        }
    }
}

/// A member, as far as admissions go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer {
    /// Who.
    pub member: MemberId,
    /// [`Standing::Active`] or [`Standing::Paused`]; people of another standing neither sign nor count.
    pub standing: Standing,
    /// When she was admitted. None for founders and people of the founding list, who are outside the brakes
    /// (ruling 11).
    pub admitted_at: Option<Time>,
}

impl Peer {
    fn was_here(&self, before: Time) -> bool {
        self.admitted_at.is_none_or(|at| at <= before)
    }
}

/// An admission that was made. Founders and the founding list leave none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Admission {
    /// When.
    pub at: Time,
    /// Who signed it; nobody when an assembly decided.
    pub signers: BTreeSet<MemberId>,
}

/// The group at one instant, read from live rows in the transaction that admits: that is what makes the brakes hold
/// when two requests arrive at once (M18).
#[derive(Clone, Copy, Debug)]
pub struct Group<'a> {
    /// What the charter says.
    pub rule: AdmissionRule,
    /// Everybody who is a member.
    pub peers: &'a [Peer],
    /// Admissions of the last [`WINDOW`] at least; older ones change nothing.
    pub admissions: &'a [Admission],
}

/// Why an admission is not made now. None of them is a no to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotYet {
    /// So many signs are still missing.
    SignsMissing(u32),
    /// The applicant cannot sign for herself.
    OwnSign,
    /// This signer is no longer a member.
    NotAMember(MemberId),
    /// This signer came in a short while ago: she may sign from that instant on.
    Newcomer(MemberId, Time),
    /// This signer signed enough of late: she may again from that instant on.
    SignedEnough(MemberId, Time),
    /// The group grew enough of late: it may admit again from that instant on.
    GrewEnough(Time),
}

/// How many people a group may admit in one window, when `settled` of its members were here at the window's start
/// already: three, or a fifth of them rounded down, whichever is more. So 19 settled members admit three, 20 admit
/// four, 24 still four.
pub const fn growth_allowed(settled: u64) -> u64 {
    let fifth = settled / 5;
    if fifth > ADMISSIONS_ALWAYS { fifth } else { ADMISSIONS_ALWAYS }
}

impl Group<'_> {
    /// Members not on pause, and those on pause among `acting`: who acts counts (ruling 5).
    fn active(&self, acting: &BTreeSet<MemberId>) -> u64 {
        let counts = |peer: &&Peer| match peer.standing {
            Standing::Active => true,
            Standing::Paused => acting.contains(&peer.member),
            Standing::Ally | Standing::Excluded | Standing::Left => false,
        };
        count(self.peers.iter().filter(counts))
    }

    /// How many signatures it takes when `signing` sign.
    pub fn needed(&self, signing: &BTreeSet<MemberId>) -> u32 {
        self.rule.signs_needed(self.active(signing))
    }

    /// Members who were members at the start of the window that ends at `now`, on pause or not; founders and the
    /// founding list always. Who left since is not among them.
    pub fn settled(&self, now: Time) -> u64 {
        let settled = |peer: &&Peer| peer.standing.is_member() && peer.was_here(now - WINDOW);
        count(self.peers.iter().filter(settled))
    }

    /// Admissions that still count at `now`.
    fn recent(&self, now: Time) -> impl Iterator<Item = &Admission> {
        self.admissions.iter().filter(move |admission| admission.at > now - WINDOW)
    }

    /// Whether the group may admit one more person at `now`, whoever signs.
    ///
    /// # Errors
    /// When it grew enough of late, with the instant from which it may again.
    pub fn has_room(&self, now: Time) -> Result<(), NotYet> {
        let times = self.recent(now).map(|admission| admission.at).collect();
        free_at(times, growth_allowed(self.settled(now))).map_or(Ok(()), |at| Err(NotYet::GrewEnough(at)))
    }

    /// Whether `signer` may sign one more admission at `now`. To ask before she signs, and again when it acts.
    ///
    /// # Errors
    /// When she is not a member, came in of late while there are enough others, or signed enough of late.
    pub fn may_sign(&self, signer: MemberId, now: Time) -> Result<(), NotYet> {
        let is_she = |peer: &&Peer| peer.member == signer && peer.standing.is_member();
        let peer = self.peers.iter().find(is_she).ok_or(NotYet::NotAMember(signer))?;
        if let Some(admitted_at) = peer.admitted_at
            && !peer.was_here(now - SIGNS_AFTER)
            && self.has_enough_settled_signers(now)
        {
            return Err(NotYet::Newcomer(signer, admitted_at + SIGNS_AFTER));
        }
        let signed = self.recent(now).filter(|admission| admission.signers.contains(&signer));
        let times = signed.map(|admission| admission.at).collect();
        free_at(times, ADMISSIONS_PER_SIGNER as u64).map_or(Ok(()), |at| Err(NotYet::SignedEnough(signer, at)))
    }

    /// Whether members who are no newcomers are enough to sign. When they are not, newcomers sign too: a group of
    /// three that just met would otherwise admit nobody for a month.
    fn has_enough_settled_signers(&self, now: Time) -> bool {
        let may = |peer: &&Peer| peer.standing == Standing::Active && peer.was_here(now - SIGNS_AFTER);
        count(self.peers.iter().filter(may)) >= u64::from(self.rule.signs_needed(self.active(&BTreeSet::new())))
    }

    /// Whether `signers` admit `applicant` at `now`. A set: each signs once. Under [`AdmissionRule::Assembly`] it is
    /// empty, and the decision has been adopted already.
    ///
    /// # Errors
    /// What is missing; the first thing found.
    pub fn may_admit(&self, applicant: MemberId, signers: &BTreeSet<MemberId>, now: Time) -> Result<(), NotYet> {
        if signers.contains(&applicant) {
            return Err(NotYet::OwnSign);
        }
        for signer in signers {
            self.may_sign(*signer, now)?;
        }
        let needed = self.needed(signers);
        let there = u32::try_from(signers.len()).unwrap_or(u32::MAX);
        if there < needed {
            return Err(NotYet::SignsMissing(needed - there));
        }
        self.has_room(now)
    }
}

fn count<T>(things: impl Iterator<Item = T>) -> u64 {
    things.fold(0, |count, _| count + 1)
}

/// When fewer than `most` of these instants are still within their window; none when that is so already.
fn free_at(mut times: Vec<Time>, most: u64) -> Option<Time> {
    times.sort_unstable();
    let over = u64::try_from(times.len()).unwrap_or(u64::MAX).checked_sub(most)?;
    times.get(usize::try_from(over).ok()?).map(|oldest_that_must_pass| *oldest_that_must_pass + WINDOW)
}

/// What is due for an application that nobody has answered, from its age alone (`mutual-aid` 5.4, "silence on an
/// application").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Waiting {
    /// Those who welcome people now see it. Until day 7.
    Welcomers,
    /// Every member sees it. Until day 14.
    Everybody,
    /// A meeting is offered to the person. Until day 30.
    Meeting,
    /// It can no longer be signed: the members who welcome owe her a written answer, and she may ask again at once.
    AnswerDue,
}

impl Waiting {
    /// Every one, in order.
    pub const ALL: [Self; 4] = [Self::Welcomers, Self::Everybody, Self::Meeting, Self::AnswerDue];

    /// Days after the asking at which it begins. Days of 24 hours.
    pub const fn from_day(self) -> i64 {
        match self {
            Self::Welcomers => 0,
            Self::Everybody => 7,
            Self::Meeting => 14,
            Self::AnswerDue => 30,
        }
    }

    /// The instant at which it begins for an application asked at `asked_at`.
    pub fn begins(self, asked_at: Time) -> Time {
        asked_at + TimeDelta::days(self.from_day())
    }

    /// What is due at `now`.
    pub fn of(asked_at: Time, now: Time) -> Self {
        let has_begun = |waiting: &Self| waiting.begins(asked_at) <= now;
        Self::ALL.into_iter().rev().find(has_begun).unwrap_or(Self::Welcomers)
    }

    /// What comes next; none at the end.
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::Welcomers => Some(Self::Everybody),
            Self::Everybody => Some(Self::Meeting),
            Self::Meeting => Some(Self::AnswerDue),
            Self::AnswerDue => None,
        }
    }
}

/// Where an application stands. Its answers are erased when it leaves [`Self::Asked`] (M1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Application {
    /// Asked; see [`Waiting`].
    Asked,
    /// The group admits her; she is a member once she comes in, by her own act.
    Admitted,
    /// She took it back, without a reason.
    Withdrawn,
    /// Thirty days passed, and a member wrote her an answer.
    Closed,
}

/// What can happen to an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    /// The group admits her: [`Group::may_admit`] said yes.
    Admit,
    /// She takes it back.
    Withdraw,
    /// A member sends the written answer that is due.
    Close,
}

/// It cannot happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cannot {
    /// The application is over.
    Over,
    /// Its thirty days are over: an answer is due, and she may ask again.
    TooLate,
    /// Its thirty days are not over: nobody closes it before.
    TooSoon,
}

impl Application {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Asked, Self::Admitted, Self::Withdrawn, Self::Closed];

    /// Where it stands after `act`. No other thing moves it: time alone never admits and never refuses.
    ///
    /// # Errors
    /// When `act` cannot happen now.
    pub const fn step(self, act: Act, waiting: Waiting) -> Result<Self, Cannot> {
        match (self, act, waiting) {
            (Self::Asked, Act::Withdraw, _) => Ok(Self::Withdrawn),
            (Self::Asked, Act::Admit, Waiting::AnswerDue) => Err(Cannot::TooLate),
            (Self::Asked, Act::Admit, Waiting::Welcomers | Waiting::Everybody | Waiting::Meeting) => Ok(Self::Admitted),
            (Self::Asked, Act::Close, Waiting::AnswerDue) => Ok(Self::Closed),
            (Self::Asked, Act::Close, Waiting::Welcomers | Waiting::Everybody | Waiting::Meeting) => {
                Err(Cannot::TooSoon)
            }
            (Self::Admitted | Self::Withdrawn | Self::Closed, _, _) => Err(Cannot::Over),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeZone, Utc};
    use proptest::prelude::*;
    use uuid::Uuid;

    fn day(number: i64) -> Time {
        Utc.with_ymd_and_hms(2027, 1, 12, 12, 0, 0).unwrap() + TimeDelta::days(number)
    }
    fn id(number: u128) -> MemberId {
        MemberId(Uuid::from_u128(number))
    }
    fn founder(number: u128) -> Peer {
        Peer { member: id(number), standing: Standing::Active, admitted_at: None }
    }
    fn newcomer(number: u128, at: Time) -> Peer {
        Peer { admitted_at: Some(at), ..founder(number) }
    }
    fn founders(count: u128) -> Vec<Peer> {
        (0..count).map(founder).collect()
    }
    fn set(numbers: &[u128]) -> BTreeSet<MemberId> {
        numbers.iter().map(|number| id(*number)).collect()
    }
    fn group<'a>(peers: &'a [Peer], admissions: &'a [Admission]) -> Group<'a> {
        Group { rule: AdmissionRule::CoSigners, peers, admissions }
    }
    const APPLICANT: u128 = 9_999;

    #[test]
    fn the_number_of_co_signers_at_known_sizes() {
        for (active, needed) in [(0, 1), (1, 1), (2, 1), (3, 2), (20, 2), (21, 3), (500, 3)] {
            assert_eq!(co_signers_needed(active), needed, "{active}");
            assert!(active == 0 || u64::from(needed) <= active);
        }
    }

    #[test]
    fn a_fifth_is_rounded_down_and_three_are_always_allowed() {
        for (settled, allowed) in [(0, 3), (1, 3), (19, 3), (20, 4), (24, 4), (25, 5), (35, 7), (500, 100)] {
            assert_eq!(growth_allowed(settled), allowed, "{settled}");
        }
    }

    #[test]
    fn the_charter_names_every_rule() {
        assert_eq!(AdmissionRule::ALL.map(AdmissionRule::name), AdmissionRule::NAMES);
        for rule in AdmissionRule::ALL {
            assert_eq!(AdmissionRule::named(rule.name()), Some(rule));
        }
        assert_eq!(AdmissionRule::named("lot"), None);
    }

    #[test]
    fn distinct_members_sign_and_the_applicant_is_not_one_of_them() {
        let peers = founders(10);
        let admit = |signers: &[u128]| group(&peers, &[]).may_admit(id(APPLICANT), &set(signers), day(0));
        assert_eq!(admit(&[1, 2]), Ok(()));
        assert_eq!(admit(&[1]), Err(NotYet::SignsMissing(1)));
        assert_eq!(admit(&[1, 1]), Err(NotYet::SignsMissing(1)));
        assert_eq!(admit(&[1, APPLICANT]), Err(NotYet::OwnSign));
        assert_eq!(admit(&[1, 77]), Err(NotYet::NotAMember(id(77))));
        let open = Group { rule: AdmissionRule::OpenAfterOneVisit, ..group(&peers, &[]) };
        assert_eq!(open.may_admit(id(APPLICANT), &set(&[]), day(0)), Err(NotYet::SignsMissing(1)));
        assert_eq!(open.may_admit(id(APPLICANT), &set(&[1]), day(0)), Ok(()));
        let assembly = Group { rule: AdmissionRule::Assembly, ..group(&peers, &[]) };
        assert_eq!(assembly.may_admit(id(APPLICANT), &set(&[]), day(0)), Ok(()));
    }

    #[test]
    fn allied_and_excluded_people_do_not_sign() {
        for standing in [Standing::Ally, Standing::Excluded, Standing::Left] {
            let mut peers = founders(3);
            peers[2].standing = standing;
            assert_eq!(group(&peers, &[]).may_sign(id(2), day(0)), Err(NotYet::NotAMember(id(2))));
        }
    }

    #[test]
    fn the_third_sign_waits_until_the_first_is_thirty_days_old() {
        let peers = founders(10);
        let made = [0, 4].map(|at| Admission { at: day(at), signers: set(&[1, 2]) });
        let may = |now| group(&peers, &made).may_sign(id(1), now);
        assert_eq!(may(day(5)), Err(NotYet::SignedEnough(id(1), day(30))));
        assert_eq!(may(day(30) - TimeDelta::microseconds(1)), Err(NotYet::SignedEnough(id(1), day(30))));
        assert_eq!(may(day(30)), Ok(()));
        assert_eq!(group(&peers, &made).may_sign(id(3), day(5)), Ok(()));
    }

    #[test]
    fn the_group_brake_holds_under_every_rule() {
        let peers = founders(10);
        let made: Vec<_> = (0..3_u8)
            .map(|at| Admission { at: day(at.into()), signers: set(&[u128::from(at) * 2, u128::from(at) * 2 + 1]) })
            .collect();
        for (rule, signers) in AdmissionRule::ALL.into_iter().zip([vec![8], vec![8, 9], vec![]]) {
            let group = Group { rule, ..group(&peers, &made) };
            let admit = |now| group.may_admit(id(APPLICANT), &set(&signers), now);
            assert_eq!(admit(day(5)), Err(NotYet::GrewEnough(day(30))), "{rule:?}");
            assert_eq!(admit(day(30)), Ok(()), "{rule:?}");
        }
    }

    #[test]
    fn a_newcomer_signs_after_a_month_or_where_others_are_too_few() {
        let mut peers = founders(10);
        peers.push(newcomer(50, day(0)));
        assert_eq!(group(&peers, &[]).may_sign(id(50), day(29)), Err(NotYet::Newcomer(id(50), day(30))));
        assert_eq!(group(&peers, &[]).may_sign(id(50), day(30)), Ok(()));
        let few = [founder(1), newcomer(50, day(0)), newcomer(51, day(0))];
        assert_eq!(group(&few, &[]).may_admit(id(APPLICANT), &set(&[50, 51]), day(1)), Ok(()));
        let mut resting = founders(10);
        resting.iter_mut().for_each(|peer| peer.standing = Standing::Paused);
        resting.push(newcomer(50, day(0)));
        assert_eq!(group(&resting, &[]).may_sign(id(50), day(1)), Ok(()), "people on pause are asked nothing");
    }

    #[test]
    fn people_on_pause_do_not_block_and_count_when_they_act() {
        let mut peers = founders(21);
        for peer in &mut peers[1..] {
            peer.standing = Standing::Paused;
        }
        let group = group(&peers, &[]);
        assert_eq!(group.may_admit(id(APPLICANT), &set(&[0]), day(0)), Ok(()), "one reachable person is enough");
        assert_eq!(group.may_admit(id(APPLICANT), &set(&[5]), day(0)), Ok(()), "she acts, so there are two");
        assert_eq!(group.may_admit(id(APPLICANT), &set(&[5, 6]), day(0)), Ok(()), "three, and two of them sign");
    }

    /// A member in one letter: a founder, or admitted so many days ago; on pause or not.
    fn any_peers() -> impl Strategy<Value = Vec<Peer>> {
        let one = (prop::option::of(-60_i64..=0), prop::bool::weighted(0.25));
        prop::collection::vec(one, 1..45).prop_map(|all| {
            let peer = |(number, (admitted, paused)): (usize, (Option<i64>, bool))| Peer {
                member: id(number as u128),
                standing: if paused { Standing::Paused } else { Standing::Active },
                admitted_at: admitted.map(day),
            };
            all.into_iter().enumerate().map(peer).collect()
        })
    }

    /// Requests in the order in which the store serialises them: their times may cross, as those of two machines do.
    fn any_requests() -> impl Strategy<Value = Vec<(i64, Vec<u128>)>> {
        prop::collection::vec((0_i64..75 * 24, prop::collection::vec(0_u128..60, 0..5)), 0..60)
    }

    /// Serves each request on the rows as they are by then. Who is admitted signs in her turn.
    fn serve(rule: AdmissionRule, peers: &mut Vec<Peer>, requests: Vec<(i64, Vec<u128>)>) -> Vec<Admission> {
        let mut made: Vec<Admission> = Vec::new();
        for (hours, signers) in requests {
            let at = day(0) + TimeDelta::hours(hours);
            let (signers, applicant) = (set(&signers), id(peers.len() as u128));
            if (Group { rule, peers, admissions: &made }).may_admit(applicant, &signers, at).is_ok() {
                made.push(Admission { at, signers });
                peers.push(newcomer(applicant.0.as_u128(), at));
            }
        }
        made
    }

    proptest! {
        #[test]
        fn the_brakes_hold_in_whatever_order_requests_are_served(
            mut peers in any_peers(), requests in any_requests(), rule in prop::sample::select(&AdmissionRule::ALL[..])
        ) {
            let made = serve(rule, &mut peers, requests);
            for end in made.iter().map(|admission| admission.at) {
                let window: Vec<_> = made.iter().filter(|one| end - WINDOW < one.at && one.at <= end).collect();
                let settled = peers.iter().filter(|peer| peer.was_here(end - WINDOW)).count() as u64;
                prop_assert!(window.len() as u64 <= growth_allowed(settled));
                for peer in &peers {
                    let signed = window.iter().filter(|one| one.signers.contains(&peer.member)).count();
                    prop_assert!(signed <= ADMISSIONS_PER_SIGNER);
                }
            }
        }

        #[test]
        fn every_admission_is_signed_by_enough_other_members(mut peers in any_peers(), requests in any_requests()) {
            let before = peers.len();
            let made = serve(AdmissionRule::CoSigners, &mut peers, requests);
            let active = peers.iter().take(before).filter(|peer| peer.standing == Standing::Active).count() as u64;
            for (number, admission) in made.iter().enumerate() {
                let earlier: BTreeSet<_> = peers[..before + number].iter().map(|peer| peer.member).collect();
                prop_assert!(admission.signers.is_subset(&earlier), "nobody signs before she is a member");
                let needed = co_signers_needed(active + number as u64) as usize;
                prop_assert!(admission.signers.len() >= needed);
            }
        }

        /// M13: whatever was done before, once the brakes are free a group with one reachable person admits.
        #[test]
        fn a_group_with_one_reachable_person_always_admits_within_a_month(
            mut peers in any_peers(), requests in any_requests()
        ) {
            let made = serve(AdmissionRule::CoSigners, &mut peers, requests);
            let last = made.iter().map(|admission| admission.at).max().unwrap_or(day(0));
            let active: Vec<_> = peers.iter().filter(|peer| peer.standing == Standing::Active).collect();
            prop_assume!(!active.is_empty());
            let needed = co_signers_needed(active.len() as u64) as usize;
            let signers = active.iter().map(|peer| peer.member).take(needed).collect();
            prop_assert_eq!(group(&peers, &made).may_admit(id(APPLICANT), &signers, last + WINDOW), Ok(()));
        }

        /// At any instant, the wait before newcomers sign leaves enough people who may.
        #[test]
        fn waiting_to_sign_never_leaves_too_few(peers in any_peers(), at in 0_i64..40) {
            let group = group(&peers, &[]);
            let active = peers.iter().filter(|peer| peer.standing == Standing::Active);
            let may = active.clone().filter(|peer| group.may_sign(peer.member, day(at)).is_ok()).count();
            let needed = co_signers_needed(active.clone().count() as u64) as usize;
            prop_assert!(active.count() == 0 || may >= needed);
        }
    }

    /// Hostile accounts that admit each other's friends as fast as the rules allow, hour after hour, while the
    /// honest ones admit nobody: the day from which they are more than half of the members, and of those whose
    /// first vote has come.
    fn days_until_majority(honest: u128, hostile: &[Option<Time>], first_vote_days: i64) -> (i64, i64, Vec<usize>) {
        let mut peers = founders(honest);
        for (number, admitted_at) in hostile.iter().enumerate() {
            peers.push(Peer { admitted_at: *admitted_at, ..founder(honest + number as u128) });
        }
        let mut made: Vec<Admission> = Vec::new();
        let (mut of_members, mut by_month) = (None, vec![hostile.len()]);
        for hour in 0.. {
            let now = day(0) + TimeDelta::hours(hour);
            loop {
                let group = group(&peers, &made);
                if group.has_room(now).is_err() {
                    break;
                }
                let hostile = peers.iter().skip(honest as usize).map(|peer| peer.member);
                let mut able: Vec<_> = hostile.filter(|member| group.may_sign(*member, now).is_ok()).collect();
                // Those who signed least first: that makes the most of their signs.
                able.sort_by_key(|member| group.recent(now).filter(|one| one.signers.contains(member)).count());
                let signers = able.into_iter().take(co_signers_needed(peers.len() as u64) as usize).collect();
                let applicant = id(peers.len() as u128);
                if group.may_admit(applicant, &signers, now).is_err() {
                    break;
                }
                made.push(Admission { at: now, signers });
                peers.push(newcomer(applicant.0.as_u128(), now));
            }
            let hostile_now = peers.len() - honest as usize;
            if by_month.last() != Some(&hostile_now) {
                by_month.push(hostile_now);
            }
            let voting = peers.iter().skip(honest as usize);
            let voting = voting.filter(|peer| peer.was_here(now - TimeDelta::days(first_vote_days))).count();
            if of_members.is_none() && hostile_now as u128 > honest {
                of_members = Some(hour / 24);
            }
            if voting as u128 > honest {
                return (of_members.unwrap(), hour / 24, by_month);
            }
        }
        unreachable!()
    }

    #[test]
    fn three_hostile_accounts() {
        // They came in on day 0, as anybody does.
        let (members, voters, growth) = days_until_majority(27, &[Some(day(0)); 3], 30);
        println!(
            "three newcomers among 27: {growth:?}, a majority of members on day {members}, of voters on day {voters}"
        );
        assert!(members >= 150 && voters >= 150);
        // They were here for years, and begin on day 0. Nobody had seen them coming, so a month is gone.
        let (members, voters, growth) = days_until_majority(27, &[None; 3], 30);
        println!(
            "three old members among 27: {growth:?}, a majority of members on day {members}, of voters on day {voters}"
        );
        assert!(members >= 120 && voters >= 150);
    }

    #[test]
    fn an_application_that_nobody_answers_goes_through_every_stage() {
        let at = |days: i64, less: i64| Waiting::of(day(0), day(days) - TimeDelta::microseconds(less));
        assert_eq!((at(0, 0), at(7, 1)), (Waiting::Welcomers, Waiting::Welcomers));
        assert_eq!((at(7, 0), at(14, 1)), (Waiting::Everybody, Waiting::Everybody));
        assert_eq!((at(14, 0), at(30, 1)), (Waiting::Meeting, Waiting::Meeting));
        assert_eq!((at(30, 0), at(3_000, 0)), (Waiting::AnswerDue, Waiting::AnswerDue));
        assert_eq!(at(-1, 0), Waiting::Welcomers);
        let in_order: Vec<_> = std::iter::successors(Some(Waiting::Welcomers), |waiting| waiting.next()).collect();
        assert_eq!(in_order, Waiting::ALL);
    }

    #[test]
    fn silence_neither_admits_nor_refuses() {
        for state in Application::ALL {
            for act in [Act::Admit, Act::Withdraw, Act::Close] {
                for waiting in Waiting::ALL {
                    let due = waiting == Waiting::AnswerDue;
                    let expected = match (state, act) {
                        (Application::Asked, Act::Withdraw) => Ok(Application::Withdrawn),
                        (Application::Asked, Act::Admit) if due => Err(Cannot::TooLate),
                        (Application::Asked, Act::Admit) => Ok(Application::Admitted),
                        (Application::Asked, Act::Close) if due => Ok(Application::Closed),
                        (Application::Asked, Act::Close) => Err(Cannot::TooSoon),
                        _ => Err(Cannot::Over),
                    };
                    assert_eq!(state.step(act, waiting), expected, "{state:?} {act:?} {waiting:?}");
                }
            }
        }
    }
}
