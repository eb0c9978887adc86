//! Requests to come back, for whoever asked, for those who can vouch, and for whose place it is.

use crate::RecoveryId;
use crate::commands::recover::Heard;
use crate::commands::secret::fingerprint;
use crate::entities::{StoredPath, StoredState, mandate, recovery, recovery_vouch};
use crate::queries::apart::{apart_from, known_to};
use crate::queries::devices;
use crate::queries::people::{self, Names};
use crate::rules::recovery::{Account, Barred, Path, Recovery, State, Voucher, WAITS_FOR, WORDS, words_of};
use commons::area::{Datum, Section};
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::{Arg, Broken, Message, No};
use commons::register::chain::Hash;
use commons::register::words::fold_words;
use commons::register::{self, kinds};
use sea_orm::ColumnTrait;
use std::collections::{BTreeSet, HashSet};

/// A request about somebody's place.
#[derive(Clone, Debug)]
pub struct Request {
    /// Which.
    pub id: RecoveryId,
    /// Where it stands.
    pub recovery: Recovery,
    /// When it was made.
    pub asked_at: Time,
    /// Everybody who vouched, also those whose vouch does not count because the owner keeps apart from them.
    pub vouched: BTreeSet<MemberId>,
    /// The index of its words.
    pub(crate) words: Vec<u8>,
}

/// Until when a thing is barred on the place of somebody who came back of late; none when it is not.
///
/// # Errors
/// When the store fails.
pub async fn barred(scope: &Scope<'_>, member: MemberId, what: Barred) -> Result<Option<Time>, Broken> {
    use recovery::Column;
    let rows = scope.find::<recovery::Entity>().filter(Column::Whose.eq(member));
    let last = rows.filter(Column::State.eq(StoredState::Completed)).descending(Column::StateAt).one().await?;
    Ok(what.until(last.and_then(|row| row.state_at), scope.now()))
}

/// Refuses what is barred, and says until when.
///
/// # Errors
/// When it is.
pub async fn refuse_barred(scope: &Scope<'_>, member: MemberId, what: Barred) -> Result<(), No> {
    match barred(scope, member, what).await? {
        Some(until) => Err(No::Conflict(Message::new("recovery-barred").with("at", until))),
        None => Ok(()),
    }
}

/// What the rules need to know of an account. The same is read whoever is asked about.
pub(crate) async fn account(scope: &Scope<'_>, member: MemberId) -> Result<Account, Broken> {
    use mandate::Column;
    let held = scope.find::<mandate::Entity>().filter(Column::Holder.eq(member)).filter(Column::EndedAt.is_null());
    let held = held.filter(Column::StartsAt.lte(scope.now())).filter(Column::EndsAt.gt(scope.now()));
    Ok(Account {
        holds_mandate: held.count().await? > 0,
        used_at: devices::used_at(scope, member).await?,
        address_changed_at: devices::address_changed_at(scope, member).await?,
    })
}

/// When somebody asked about this place for the last time.
pub(crate) async fn last_asked(scope: &Scope<'_>, owner: MemberId) -> Result<Option<Time>, Broken> {
    use recovery::Column;
    let rows = scope.find::<recovery::Entity>().filter(Column::Whose.eq(owner)).descending(Column::AskedAt);
    Ok(rows.one().await?.map(|row| row.asked_at))
}

/// The four words of the request that this browser made.
pub fn words_for(scope: &Scope<'_>, browser: &str) -> [&'static str; WORDS] {
    words_of(&Hash(scope.keyring().derive(&format!("recovery words/{}/{browser}", scope.group()))))
}

pub(crate) fn words_index(scope: &Scope<'_>, words: &str) -> Vec<u8> {
    scope.keyring().blind_index(scope.group(), "recovery words", &fold_words(words))
}

/// The founder at the head of those through whom `member` came in: who invited her, who invited that one, and so on.
pub(crate) async fn branch_of(scope: &Scope<'_>, member: MemberId) -> Result<MemberId, Broken> {
    let (mut branch, mut seen) = (member, BTreeSet::from([member]));
    while let Some(by) = brought_in_by(scope, branch).await? {
        if !seen.insert(by) {
            break;
        }
        branch = by;
    }
    Ok(branch)
}

async fn brought_in_by(scope: &Scope<'_>, member: MemberId) -> Result<Option<MemberId>, Broken> {
    let entries = register::about(scope, &member.to_string()).await?;
    let came_in = [kinds::JOINED, kinds::JOINED_ON_PAPER, kinds::ENTERED];
    let entry = entries.into_iter().find(|entry| came_in.contains(&entry.kind.as_str()));
    let body = entry.and_then(|entry| entry.body);
    let by = body.as_ref().and_then(|body| body.get("invited_by").or_else(|| body.get("handed_by")));
    Ok(by.and_then(|by| by.as_str()).and_then(|by| by.parse().ok()))
}

/// One request, unless it is about nobody.
pub(crate) async fn one(scope: &Scope<'_>, id: RecoveryId) -> Result<Option<Request>, Broken> {
    let row = scope.find::<recovery::Entity>().filter(recovery::Column::Id.eq(id)).one().await?;
    match row {
        Some(row) => read(scope, row).await,
        None => Ok(None),
    }
}

async fn read(scope: &Scope<'_>, row: recovery::Model) -> Result<Option<Request>, Broken> {
    let Some(owner) = row.whose else { return Ok(None) };
    let given = recovery_vouch::Column::RecoveryId.eq(row.id);
    let given =
        scope.find::<recovery_vouch::Entity>().filter(given).filter(recovery_vouch::Column::TakenBack.eq(false));
    let given = given.all().await?;
    let vouched = given.iter().map(|row| row.member_id).collect();
    let apart = if given.is_empty() { HashSet::new() } else { apart_from(scope, owner).await? };
    let vouchers = given.into_iter().filter(|row| !apart.contains(&row.member_id));
    let vouchers = vouchers.map(|row| Voucher { member: row.member_id, branch: row.branch });
    let at = || row.state_at.ok_or_else(|| Broken::stored("a state without its instant"));
    let path = match row.path {
        StoredPath::Circle => {
            let members = row.circle.split_whitespace().map(str::parse).collect::<Result<_, _>>();
            Path::Circle(members.map_err(Broken::stored)?)
        }
        StoredPath::Branches => Path::Branches,
        StoredPath::Pair => Path::Pair,
    };
    let state = match row.state {
        StoredState::Requested => State::Requested,
        StoredState::Waiting => State::Waiting { until: at()? },
        StoredState::Frozen => State::Frozen,
        StoredState::Ready => State::Ready,
        StoredState::Completed => State::Completed { at: at()? },
        StoredState::Cancelled => State::Cancelled,
        StoredState::Expired => State::Expired,
    };
    let recovery = Recovery {
        seq: row.seq.try_into().map_err(Broken::stored)?,
        owner,
        path,
        vouchers: vouchers.collect(),
        vouchers_needed: row.vouchers_needed.try_into().map_err(Broken::stored)?,
        doubts: row.doubts.try_into().map_err(Broken::stored)?,
        code_given: row.code_given,
        state,
        expires_at: row.expires_at,
    };
    Ok(Some(Request { id: row.id, recovery, asked_at: row.asked_at, vouched, words: row.words }))
}

/// Requests about one place that are not over.
///
/// # Errors
/// When the store fails.
pub async fn all_about(scope: &Scope<'_>, owner: MemberId) -> Result<Vec<Request>, Broken> {
    let rows = alive(scope).await?.into_iter().filter(|row| row.whose == Some(owner));
    read_alive(scope, rows).await
}

/// Rows of requests about somebody that may not be over.
async fn alive(scope: &Scope<'_>) -> Result<Vec<recovery::Model>, Broken> {
    use recovery::Column;
    let rows = scope.find::<recovery::Entity>().filter(Column::Whose.is_not_null());
    let rows = rows.filter(Column::ExpiresAt.gt(scope.now())).ascending(Column::AskedAt);
    Ok(rows.all().await?)
}

async fn read_alive(
    scope: &Scope<'_>,
    rows: impl IntoIterator<Item = recovery::Model>,
) -> Result<Vec<Request>, Broken> {
    let mut requests = Vec::new();
    for row in rows {
        requests.extend(read(scope, row).await?.filter(|request| is_alive(&request.recovery, scope.now())));
    }
    Ok(requests)
}

fn is_alive(recovery: &Recovery, now: Time) -> bool {
    match recovery.state_at(now) {
        State::Requested | State::Waiting { .. } | State::Frozen | State::Ready => true,
        State::Completed { .. } | State::Cancelled | State::Expired => false,
    }
}

/// Whether somebody can vouch and doubt in a request, and so sees it: her circle, or where nobody was chosen every
/// other member.
fn concerns(recovery: &Recovery, member: MemberId) -> bool {
    match &recovery.path {
        Path::Circle(members) => members.contains(&member),
        Path::Branches | Path::Pair => member != recovery.owner,
    }
}

/// One request, for somebody who can vouch in it.
///
/// # Errors
/// When there is none for her, or it is over.
pub async fn seen_by(scope: &Scope<'_>, member: MemberId, id: RecoveryId) -> Result<Request, No> {
    let request = one(scope, id).await?.filter(|request| concerns(&request.recovery, member));
    let request = request.ok_or(No::NotFound)?;
    // Whoever keeps apart from her neither reads of it nor answers; an allied person vouches for nobody.
    if known_to(scope, member).await?.contains(&request.recovery.owner) || !people::is_member(scope, member).await? {
        return Err(No::NotFound);
    }
    if is_alive(&request.recovery, scope.now()) { Ok(request) } else { Err(No::Expired(Message::new("recovery-over"))) }
}

/// Every request in which somebody can vouch or doubt now, with the name of whose place it is.
///
/// # Errors
/// When the store fails.
pub async fn all_seen_by(scope: &Scope<'_>, member: MemberId) -> Result<Vec<(Request, String)>, Broken> {
    let rows = alive(scope).await?;
    if rows.is_empty() || !people::is_member(scope, member).await? {
        return Ok(Vec::new());
    }
    let (names, apart) = (people::names(scope).await?, known_to(scope, member).await?);
    let requests = read_alive(scope, rows).await?.into_iter();
    let requests = requests.filter(|request| concerns(&request.recovery, member));
    let requests = requests.filter(|request| !apart.contains(&request.recovery.owner));
    let named = |request: Request| names.of(request.recovery.owner).map(str::to_owned).map(|name| (request, name));
    Ok(requests.filter_map(named).collect())
}

/// What a browser asked.
pub(crate) struct AskedHere {
    asked_at: Time,
    /// The request; none when it is about nobody.
    pub(crate) request: Option<Request>,
}

impl AskedHere {
    /// What this browser is told at `now`.
    pub(crate) fn told(&self, now: Time) -> Told {
        told(self.request.as_ref().map(|request| &request.recovery), self.asked_at, now)
    }
}

/// What this browser asked, whoever it is about.
pub(crate) async fn of_browser(scope: &Scope<'_>, browser: &str) -> Result<Option<AskedHere>, Broken> {
    let row = scope.find::<recovery::Entity>().filter(recovery::Column::Browser.eq(fingerprint(browser))).one().await?;
    match row {
        Some(row) => Ok(Some(AskedHere { asked_at: row.asked_at, request: read(scope, row).await? })),
        None => Ok(None),
    }
}

/// What the browser that asked is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Not enough people vouched yet. A request about nobody says this as well, until it is over.
    Asked,
    /// In a group of two, the other one vouched, and the printed code of the place is asked for too.
    NeedsCode,
    /// Somebody has a doubt: one more person is needed.
    Doubted,
    /// The delay runs.
    Waits {
        /// Until then.
        until: Time,
    },
    /// A new passphrase can be chosen.
    Ready,
    /// It is over, and says no more.
    Over,
}

/// What its browser is told of a request: nothing that a request about nobody would not say too, as long as nobody
/// vouched for whoever asks. How many vouched is never told: whoever vouches, and asks as well, would learn whether
/// the vouch counts, and so whether the owner keeps apart from them.
pub fn told(recovery: Option<&Recovery>, asked_at: Time, now: Time) -> Told {
    let vouched = recovery.filter(|recovery| !recovery.vouchers.is_empty());
    let Some(recovery) = vouched else {
        return if now < asked_at + WAITS_FOR { Told::Asked } else { Told::Over };
    };
    match recovery.state_at(now) {
        State::Requested if recovery.path == Path::Pair && !recovery.code_given => Told::NeedsCode,
        State::Requested => Told::Asked,
        State::Frozen => Told::Doubted,
        State::Waiting { until } => Told::Waits { until },
        State::Ready => Told::Ready,
        State::Completed { .. } | State::Cancelled | State::Expired => Told::Over,
    }
}

/// What the browser that asked sees: when it asked and where that stands; none when it asked nothing here.
///
/// # Errors
/// When the store fails.
pub async fn for_browser(scope: &Scope<'_>, browser: &str) -> Result<Option<(Time, Told)>, Broken> {
    let asked = of_browser(scope, browser).await?;
    Ok(asked.map(|asked| (asked.asked_at, asked.told(scope.now()))))
}

/// Who vouched for somebody when she came back, as she reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VouchedForHer {
    /// What the voucher is called; none once she left.
    pub name: Option<String>,
    /// How she recognised her.
    pub heard: Heard,
    /// When.
    pub at: Time,
}

/// Everybody who vouched for her in the last months, whatever became of it.
///
/// # Errors
/// When the store fails.
pub async fn vouched_for(scope: &Scope<'_>, owner: MemberId) -> Result<Vec<VouchedForHer>, Broken> {
    let rows = scope.find::<recovery::Entity>().filter(recovery::Column::Whose.eq(owner)).all().await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<RecoveryId> = rows.into_iter().map(|row| row.id).collect();
    let names: Names = people::names(scope).await?;
    let vouches = scope.find::<recovery_vouch::Entity>().filter(recovery_vouch::Column::RecoveryId.is_in(ids));
    let vouches = vouches.ascending(recovery_vouch::Column::VouchedAt).all().await?;
    let hers = |row: recovery_vouch::Model| VouchedForHer {
        name: names.of(row.member_id).map(str::to_owned),
        heard: row.heard,
        at: row.vouched_at,
    };
    Ok(vouches.into_iter().map(hers).collect())
}

/// What is kept of her here: requests about her place, who vouched for her, and for whom she vouched.
pub(crate) async fn about(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
    let row = |vouched: VouchedForHer| {
        vec![Datum::new("name", Arg::Text(vouched.name.unwrap_or_default())), Datum::new("at", Arg::Time(vouched.at))]
    };
    let for_her = vouched_for(scope, member).await?.into_iter().map(row).collect();
    let asked = scope.find::<recovery::Entity>().filter(recovery::Column::Whose.eq(member));
    let asked = asked.ascending(recovery::Column::AskedAt).all().await?.into_iter();
    let asked = asked.map(|row| vec![Datum::new("at", row.asked_at), Datum::new("until", row.expires_at)]).collect();
    Ok(vec![
        Section::new("recoveries", asked),
        Section::new("vouched_for_me", for_her),
        Section::new("vouched_by_me", vouched_by(scope, member).await?),
    ])
}

/// For whom she vouched, and when.
async fn vouched_by(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Vec<Datum>>, Broken> {
    let given = scope.find::<recovery_vouch::Entity>().filter(recovery_vouch::Column::MemberId.eq(member));
    let given = given.ascending(recovery_vouch::Column::VouchedAt).all().await?;
    let names = people::names(scope).await?;
    let mut rows = Vec::with_capacity(given.len());
    for vouch in given {
        let request = scope.find::<recovery::Entity>().filter(recovery::Column::Id.eq(vouch.recovery_id)).one().await?;
        let name = request.and_then(|row| row.whose).and_then(|whose| names.of(whose)).unwrap_or_default();
        rows.push(vec![Datum::new("name", name), Datum::new("at", vouch.vouched_at)]);
    }
    Ok(rows)
}
