//! Coming back when every way in is lost (`reliability D6`): a request, people who vouch, a delay in which everybody
//! concerned is told, and a hand-over in the browser that asked. What may happen when is in [`rules`]; here it is
//! read, stored with its number, and told.
//!
//! A request about a name that nobody has is written all the same, and says the same: whoever asks learns nothing.

use crate::RecoveryId;
use crate::commands::confirm::Confirmed;
use crate::commands::secret::{self, fingerprint, token};
use crate::commands::{change_access, print_card, session};
use crate::entities::{StoredPath, StoredState, invitation, member, recovery, recovery_vouch};
use crate::mail;
use crate::powers::{ChangeOwnAccess, Permit, Vouch};
use crate::queries::apart::apart;
use crate::queries::recovery::{self as queries, Request};
use crate::queries::{circle, people, recovery::account};
use crate::rules::names::folded;
use crate::rules::recovery::{
    self as rules, Barred, Cannot, Event, LARGEST_CIRCLE, NoVouch, PAIR_WINDOW, Path, Recovery, State, VOUCHES,
    Vouched, Voucher,
};
use chrono::Duration;
use commons::area::{Erased, Kept, Then, Until};
use commons::db::{Db, Scope, Tx};
use commons::ids::{GroupId, MemberId};
use commons::outbox::{self, Letter, Post, To};
use commons::refusal::{Arg, Broken, Message, No};
use commons::register::{self, kinds};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use std::collections::BTreeSet;
use subtle::ConstantTimeEq;

/// Days for which a request and its vouches are kept: as long as two people are remembered to have vouched together.
const KEPT_DAYS: u32 = 90;

pub(crate) const KEPT: &[Kept] = &[
    Kept {
        table: "recovery",
        columns: &[
            "id",
            "whose",
            "browser",
            "words",
            "path",
            "circle",
            "seq",
            "vouchers_needed",
            "doubts",
            "code_given",
            "state",
            "state_at",
            "asked_at",
            "expires_at",
        ],
        name: "recoveries",
        until: Until::Days(KEPT_DAYS),
        then: Then::Erased,
    },
    Kept {
        table: "recovery_vouch",
        columns: &["recovery_id", "member_id", "branch", "heard", "vouched_at", "taken_back"],
        name: "recovery_vouches",
        until: Until::Days(KEPT_DAYS),
        then: Then::Erased,
    },
];

/// How a voucher recognised who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// By her voice.
    Voice,
    /// Face to face.
    Face,
}

/// Asks to come back to the place of whoever is called `name`, and returns the secret that the browser keeps.
/// Whether somebody is called so, and whether she was asked about in the last seven days, the same is read and
/// written, so that neither the answer nor its time tells (`reliability T12`): for nobody, a request that nobody
/// sees and a letter that goes to nobody.
///
/// # Errors
/// When the store fails.
pub async fn ask(db: &Db, group: GroupId, name: &str) -> Result<String, Broken> {
    let (browser, wanted) = (token(), folded(name));
    db.write(group, async |tx: &Tx<'_>| {
        let person = people::with_a_place(tx).await?.into_iter().find(|person| folded(&person.name) == wanted);
        let somebody = person.map(|person| person.id);
        let looked_at = somebody.unwrap_or_else(MemberId::new);
        let asked_before = queries::last_asked(tx, looked_at).await?;
        let account = account(tx, looked_at).await?;
        let path = match Path::of(circle::accepted(tx, looked_at).await?, people::how_many(tx).await?) {
            // Those who watch are all of them, also whom she keeps apart from: a gap would tell.
            Path::Circle(_) => Path::Circle(circle::watching(tx, looked_at).await?),
            path @ (Path::Branches | Path::Pair) => path,
        };
        let new = Recovery::request(looked_at, path, &account, tx.now());
        let owner = somebody.filter(|_| rules::may_request(asked_before, tx.now()));
        let id = insert(tx, owner, &browser, &new).await?;
        tell_owner(tx, owner.unwrap_or_else(MemberId::new), id, Told::Asked).await?;
        // As many letters whoever is asked about; those to nobody go nowhere.
        let circle = new.path.circle().iter().copied().filter(|_| owner.is_some());
        for member in circle.chain(std::iter::repeat_with(MemberId::new)).take(LARGEST_CIRCLE) {
            tell_circle(tx, member, id, Told::Asked).await?;
        }
        Ok::<_, Broken>(())
    })
    .await?;
    Ok(browser)
}

async fn insert(tx: &Tx<'_>, owner: Option<MemberId>, browser: &str, new: &Recovery) -> Result<RecoveryId, Broken> {
    let id = RecoveryId::new();
    let (path, _) = stored_path(&new.path);
    // Of a request that nobody sees, no circle is kept.
    let circle = owner.map(|_| stored_path(&new.path).1).unwrap_or_default();
    let row = recovery::ActiveModel {
        id: Set(id),
        whose: Set(owner),
        browser: Set(fingerprint(browser)),
        words: Set(queries::words_index(tx, &queries::words_for(tx, browser).join(" "))),
        path: Set(path),
        circle: Set(circle),
        seq: Set(new.seq.into()),
        vouchers_needed: Set(new.vouchers_needed.try_into().unwrap_or(i64::MAX)),
        doubts: Set(0),
        code_given: Set(new.code_given),
        state: Set(StoredState::Requested),
        state_at: Set(None),
        asked_at: Set(tx.now()),
        expires_at: Set(new.expires_at),
        ..Default::default()
    };
    tx.insert(row).await?;
    Ok(id)
}

fn stored_path(path: &Path) -> (StoredPath, String) {
    match path {
        Path::Circle(members) => {
            (StoredPath::Circle, members.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
        }
        Path::Branches => (StoredPath::Branches, String::new()),
        Path::Pair => (StoredPath::Pair, String::new()),
    }
}

/// What letters tell of: each is told once to each person of one request.
#[derive(Clone, Copy)]
enum Told {
    /// It was made.
    Asked,
    /// The delay begins: it will end well unless somebody objects.
    Delayed(u32),
}

/// The letter says nothing of who or what; its link refuses (ruling 20).
async fn tell_owner(tx: &Tx<'_>, owner: MemberId, id: RecoveryId, what: Told) -> Result<(), Broken> {
    let refusal = format!("{id}/{}", mail::refuse_token(tx.keyring(), tx.group(), id));
    tell(tx, owner, id, what, mail::WAY_BACK, vec![("token".to_owned(), Arg::Text(refusal))]).await
}

/// Those who were chosen to watch are told that something waits for them; what it is, they read inside.
async fn tell_circle(tx: &Tx<'_>, member: MemberId, id: RecoveryId, what: Told) -> Result<(), Broken> {
    tell(tx, member, id, what, mail::CIRCLE_ASKED, Vec::new()).await
}

async fn tell(
    tx: &Tx<'_>,
    to: MemberId,
    id: RecoveryId,
    what: Told,
    kind: &str,
    args: Vec<(String, Arg)>,
) -> Result<(), Broken> {
    let step = match what {
        Told::Asked => "asked".to_owned(),
        Told::Delayed(seq) => format!("delayed-{seq}"),
    };
    let post = Post {
        dedupe_key: format!("{kind}/{id}/{step}/{to}"),
        letter: Letter { to: To::Member(to), kind: kind.to_owned(), args, news: false },
        urgent: true,
        not_before: None,
        expires_at: tx.now() + Duration::days(5),
    };
    outbox::enqueue(tx, post).await
}

/// Takes one step of a request, stored only if its number is still what was read.
async fn step(tx: &Tx<'_>, request: &Request, event: Event) -> Result<Recovery, No> {
    let before = &request.recovery;
    let account = account(tx, before.owner).await?;
    let next = before.step(before.seq, event, &account, tx.now()).map_err(no)?;
    let (state, state_at) = match next.state {
        State::Requested => (StoredState::Requested, None),
        State::Waiting { until } => (StoredState::Waiting, Some(until)),
        State::Frozen => (StoredState::Frozen, None),
        State::Ready => (StoredState::Ready, None),
        State::Completed { at } => (StoredState::Completed, Some(at)),
        State::Cancelled => (StoredState::Cancelled, None),
        State::Expired => (StoredState::Expired, None),
    };
    use recovery::Column;
    let this = tx.change::<recovery::Entity>().filter(Column::Id.eq(request.id));
    let this = this.filter(Column::Seq.eq(i64::from(before.seq)));
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let changed = this
        .set(Column::Seq, i64::from(next.seq))
        .set(Column::VouchersNeeded, number(next.vouchers_needed))
        .set(Column::Doubts, number(next.doubts))
        .set(Column::CodeGiven, next.code_given)
        .set(Column::State, state)
        .set(Column::StateAt, state_at)
        .set(Column::ExpiresAt, next.expires_at);
    if changed.go().await? == 0 { Err(no(Cannot::Changed)) } else { Ok(next) }
}

fn no(cannot: Cannot) -> No {
    match cannot {
        Cannot::Changed => No::conflict("error-changed-meanwhile"),
        Cannot::Over => No::Expired(Message::new("recovery-over")),
        Cannot::NotOfTheCircle | Cannot::OtherBrowser => No::NotFound,
        Cannot::VouchedAlready => No::conflict("recovery-vouched-already"),
        Cannot::EnoughVouchers => No::conflict("recovery-enough-vouchers"),
        Cannot::NoCodeNeeded => No::conflict("recovery-no-code-needed"),
        Cannot::NotEnoughVouchers => No::conflict("recovery-not-yet"),
        Cannot::TooSoon(until) => No::Conflict(Message::new("recovery-too-soon").with("at", until)),
    }
}

/// Vouches for whoever asks: she typed her own passphrase again, heard the four words, and says how.
///
/// # Errors
/// When she is not one who can, came back herself of late, vouched too often, or heard other words.
pub async fn vouch(
    tx: &Tx<'_>,
    permit: Permit<Vouch>,
    confirmed: Confirmed,
    id: RecoveryId,
    heard: Heard,
    words: &str,
) -> Result<(), No> {
    let by = permit.by();
    confirmed.still_holds(tx, by).await?;
    queries::refuse_barred(tx, by, Barred::Vouch).await?;
    let request = queries::seen_by(tx, by, id).await?;
    if request.recovery.path == Path::Branches && heard == Heard::Voice {
        return Err(No::field("heard", Message::new("recovery-face-to-face")));
    }
    if !bool::from(request.words.ct_eq(&queries::words_index(tx, words))) {
        return Err(No::field("words", Message::new("recovery-words-wrong")));
    }
    if request.vouched.contains(&by) {
        return Err(no(Cannot::VouchedAlready));
    }
    let recent = recent_vouches(tx).await?;
    rules::may_vouch(&request.recovery, by, &recent, tx.now()).map_err(|why| match why {
        NoVouch::Oneself => No::NotFound,
        NoVouch::TooOften => No::TooMany(Message::new("recovery-vouched-often").with("count", VOUCHES)),
        NoVouch::SamePair => No::conflict("recovery-same-pair"),
    })?;
    let branch = queries::branch_of(tx, by).await?;
    count_vouch(tx, &request, Voucher { member: by, branch }).await?;
    // A vouch that was taken back by a doubt is given anew.
    tx.delete::<recovery_vouch::Entity>().filter(vouch_of(id, by)).go().await?;
    let row = recovery_vouch::ActiveModel {
        recovery_id: Set(id),
        member_id: Set(by),
        branch: Set(branch),
        heard: Set(heard),
        vouched_at: Set(tx.now()),
        taken_back: Set(false),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}

/// Counts her vouch. Of somebody whom the owner keeps apart from it is kept and never counts, and nothing shows it:
/// the same refusals, the same answer, and no page prints how many vouched.
async fn count_vouch(tx: &Tx<'_>, request: &Request, voucher: Voucher) -> Result<(), No> {
    let (before, event) = (&request.recovery, Event::Vouch(voucher));
    if apart(tx, voucher.member, before.owner).await? {
        let account = account(tx, before.owner).await?;
        before.step(before.seq, event, &account, tx.now()).map_err(no)?;
        return Ok(());
    }
    let next = step(tx, request, event).await?;
    if !matches!(next.state, State::Waiting { .. }) {
        return Ok(());
    }
    let what = Told::Delayed(next.seq);
    tell_owner(tx, before.owner, request.id, what).await?;
    for member in before.path.circle() {
        tell_circle(tx, *member, request.id, what).await?;
    }
    Ok(())
}

fn vouch_of(id: RecoveryId, by: MemberId) -> sea_orm::Condition {
    use recovery_vouch::Column;
    sea_orm::Condition::all().add(Column::RecoveryId.eq(id)).add(Column::MemberId.eq(by))
}

/// Every vouch of the last [`PAIR_WINDOW`], whatever became of it.
async fn recent_vouches(scope: &Scope<'_>) -> Result<Vec<Vouched>, Broken> {
    use recovery_vouch::Column;
    let rows = scope.find::<recovery_vouch::Entity>().filter(Column::VouchedAt.gt(scope.now() - PAIR_WINDOW));
    let rows = rows.all().await?;
    let ids: Vec<RecoveryId> = rows.iter().map(|row| row.recovery_id).collect();
    let about = scope.find::<recovery::Entity>().filter(recovery::Column::Id.is_in(ids)).all().await?;
    let vouched = |row: recovery_vouch::Model| {
        let person = about.iter().find(|request| request.id == row.recovery_id)?.whose?;
        Some(Vouched { voucher: row.member_id, person, at: row.vouched_at })
    };
    Ok(rows.into_iter().filter_map(vouched).collect())
}

/// Says "I have a doubt": the request waits for one more voucher and a new delay. No reason is asked, and the
/// register names nobody but the place.
///
/// # Errors
/// When she is not one who can, or it is over.
pub async fn doubt(tx: &Tx<'_>, permit: Permit<Vouch>, id: RecoveryId) -> Result<(), No> {
    let request = queries::seen_by(tx, permit.by(), id).await?;
    step(tx, &request, Event::Doubt(permit.by())).await?;
    let hers = tx.change::<recovery_vouch::Entity>().filter(vouch_of(id, permit.by()));
    hers.set(recovery_vouch::Column::TakenBack, true).go().await?;
    if request.recovery.state_at(tx.now()) == State::Frozen {
        return Ok(());
    }
    Ok(log(tx, kinds::RECOVERY_FROZEN, request.recovery.owner).await?)
}

async fn log(tx: &Tx<'_>, kind: &'static str, owner: MemberId) -> Result<(), Broken> {
    let body = serde_json::json!({});
    register::append(tx, register::New { kind, actors: &[], about: Some(owner.to_string()), body }).await?;
    Ok(())
}

/// Whoever signs in is there: every request about her place ends.
pub(crate) async fn owner_is_here(tx: &Tx<'_>, owner: MemberId) -> Result<(), Broken> {
    for request in queries::all_about(tx, owner).await? {
        match step(tx, &request, Event::OwnerObjects).await {
            Ok(_) => {}
            Err(No::Broken(broken)) => return Err(broken),
            // Over meanwhile: nothing is left to refuse.
            Err(_) => {}
        }
    }
    Ok(())
}

/// Refuses every request about her own place, from a page where she is signed in.
///
/// # Errors
/// When the store fails.
pub async fn refuse(tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>) -> Result<(), No> {
    Ok(owner_is_here(tx, permit.by()).await?)
}

/// Refuses with the link of a mail, without signing in. Done twice, it is done.
///
/// # Errors
/// When the link is not good.
pub async fn refuse_by_link(tx: &Tx<'_>, id: RecoveryId, token: &str) -> Result<(), No> {
    let right = mail::refuse_token(tx.keyring(), tx.group(), id);
    if !bool::from(right.as_bytes().ct_eq(token.as_bytes())) {
        return Err(No::NotFound);
    }
    match queries::one(tx, id).await? {
        Some(request) => match step(tx, &request, Event::OwnerObjects).await {
            Ok(_) | Err(No::Expired(_)) => Ok(()),
            Err(no) => Err(no),
        },
        None => Ok(()),
    }
}

/// Gives the owner's printed code in the browser that asked, where only two people are: the code is used up.
///
/// # Errors
/// When it is not hers; whoever asked about nobody reads the same. The code is used up only when it serves.
pub async fn give_code(tx: &Tx<'_>, browser: &str, words: &str) -> Result<(), No> {
    let asked = queries::of_browser(tx, browser).await?;
    let whose = print_card::use_code(tx, words).await?;
    match asked.and_then(|asked| asked.request).filter(|request| whose == Some(request.recovery.owner)) {
        Some(request) => step(tx, &request, Event::Code).await.map(|_| ()),
        None => Err(No::field("code", Message::new("recovery-code-wrong"))),
    }
}

/// Takes the place with a new passphrase, in the browser that asked, and returns the token of a session. Every other
/// way in closes: sessions, links, printed codes.
///
/// # Errors
/// When the passphrase is weak, or the time has not come.
pub async fn complete(db: &Db, group: GroupId, browser: &str, new: &str, own_device: bool) -> Result<String, No> {
    let new = change_access::checked_new("new", new)?;
    // Looked at first: hashing takes a while, and whoever comes too early costs nothing.
    may_complete(&db.read(group), browser).await?;
    let hash = secret::hash(&new).await?;
    db.write(group, async |tx: &Tx<'_>| {
        let request = may_complete(tx, browser).await?;
        let owner = request.recovery.owner;
        step(tx, &request, HANDED_OVER).await?;
        if !people::standing(tx, owner).await?.is_some_and(|standing| standing.comes_in()) {
            return Err(No::NotFound);
        }
        let row = member::ActiveModel { id: Set(owner), passphrase: Set(Some(hash.clone())), ..Default::default() };
        tx.update(row).await?;
        session::close_every_way(tx, owner).await?;
        print_card::void_card(tx, owner).await?;
        let cards = tx.change::<invitation::Entity>().filter(invitation::Column::ForMember.eq(owner));
        cards.set(invitation::Column::TakenBack, true).go().await?;
        log(tx, kinds::RECOVERY_COMPLETED, owner).await?;
        print_card::tell(tx, owner).await?;
        Ok(session::open(tx, owner, own_device).await?)
    })
    .await
}

/// Somebody asks for the place in the browser that asked to come back: no other finds its request.
const HANDED_OVER: Event = Event::Complete { in_requesting_browser: true };

/// The request that this browser made, when its place can be handed over now.
async fn may_complete(scope: &Scope<'_>, browser: &str) -> Result<Request, No> {
    let asked = queries::of_browser(scope, browser).await?.ok_or_else(|| no(Cannot::NotEnoughVouchers))?;
    // As long as nobody vouched, whoever asks learns no more here than on the page that waits.
    let told = asked.told(scope.now());
    let Some(request) = asked.request.filter(|_| !matches!(told, queries::Told::Asked | queries::Told::Over)) else {
        return Err(no(if told == queries::Told::Over { Cannot::Over } else { Cannot::NotEnoughVouchers }));
    };
    let (before, account) = (&request.recovery, account(scope, request.recovery.owner).await?);
    before.step(before.seq, HANDED_OVER, &account, scope.now()).map_err(no)?;
    Ok(request)
}

/// Makes of the requests about somebody who leaves requests about nobody, so that the browser which asked is told
/// nothing new, and erases the vouches for her and her own.
///
/// # Errors
/// When the store fails.
pub async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
    use recovery::Column;
    let hers = tx.find::<recovery::Entity>().filter(Column::Whose.eq(member)).all().await?;
    let ids: BTreeSet<RecoveryId> = hers.into_iter().map(|row| row.id).collect();
    let vouches = sea_orm::Condition::any()
        .add(recovery_vouch::Column::MemberId.eq(member))
        .add(recovery_vouch::Column::RecoveryId.is_in(ids));
    let vouches = tx.delete::<recovery_vouch::Entity>().filter(vouches).go().await?;
    let hers = tx.change::<recovery::Entity>().filter(Column::Whose.eq(member));
    let hers = hers.set(Column::Whose, None::<uuid::Uuid>).set(Column::Circle, String::new()).go().await?;
    Ok(vec![Erased { table: "recovery_vouch", rows: vouches }, Erased { table: "recovery", rows: hers }])
}

/// Forgets requests that are over for long enough, with their vouches.
///
/// # Errors
/// When the store fails.
pub async fn purge(tx: &Tx<'_>) -> Result<Vec<Erased>, Broken> {
    // About nobody no less long than about somebody: a request that goes sooner would tell.
    let old = recovery::Column::ExpiresAt.lte(tx.now() - Duration::days(KEPT_DAYS.into()));
    let rows = tx.find::<recovery::Entity>().filter(old.clone()).all().await?;
    let ids: BTreeSet<RecoveryId> = rows.into_iter().map(|row| row.id).collect();
    let vouches = tx.delete::<recovery_vouch::Entity>().filter(recovery_vouch::Column::RecoveryId.is_in(ids));
    let vouches = vouches.go().await?;
    Ok(vec![
        Erased { table: "recovery_vouch", rows: vouches },
        Erased { table: "recovery", rows: tx.delete::<recovery::Entity>().filter(old).go().await? },
    ])
}
