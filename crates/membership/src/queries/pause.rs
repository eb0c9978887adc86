//! A pause, for herself; the link she keeps, for the one person she chose (`domain A9`).

use crate::commands::pause::Link;
use crate::entities::{member, pause};
use crate::queries::apart::known_to;
use crate::queries::people;
use crate::rules::standing::Standing;
use commons::area::{Datum, Section};
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message};
use commons::sealed::{self, Key};
use sea_orm::ColumnTrait;

/// Her own pause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// When it ends by itself; none when she ends it.
    pub until: Option<Time>,
    /// Whether a mail tells her.
    pub tell_me: bool,
    /// The link she keeps.
    pub link: Option<Link>,
}

/// The pause of `member`, for herself alone; none when she is not on pause.
///
/// # Errors
/// When the store fails.
pub async fn mine(scope: &Scope<'_>, member: MemberId) -> Result<Option<Pause>, Broken> {
    let row = scope.find::<member::Entity>().filter(member::Column::Id.eq(member)).one().await?;
    let Some(row) = row.filter(|row| row.standing == Standing::Paused) else { return Ok(None) };
    let beside = scope.find::<pause::Entity>().filter(pause::Column::MemberId.eq(member)).one().await?;
    let Some(beside) = beside else {
        return Ok(Some(Pause { until: row.standing_until, tell_me: false, link: None }));
    };
    let key = sealed::key_of(scope, member).await?;
    let tell_me = beside.tell_me;
    Ok(Some(Pause { until: row.standing_until, tell_me, link: open(&key, beside)? }))
}

/// The links that people on pause keep with `member`, for her alone; none of somebody whom she keeps apart from.
///
/// # Errors
/// When the store fails.
pub async fn kept_with(scope: &Scope<'_>, member: MemberId) -> Result<Vec<(MemberId, Link)>, Broken> {
    let with_her: Vec<_> = links(scope).await?.into_iter().filter(|(_, link)| link.to == member).collect();
    if with_her.is_empty() {
        return Ok(with_her);
    }
    let apart = known_to(scope, member).await?;
    Ok(with_her.into_iter().filter(|(whose, _)| !apart.contains(whose)).collect())
}

/// With whom she could keep a link: members, never herself, and nobody whom she knows herself kept apart from.
///
/// # Errors
/// When the store fails.
pub async fn who_could(scope: &Scope<'_>, member: MemberId) -> Result<Vec<people::Person>, Broken> {
    let apart = known_to(scope, member).await?;
    let everyone = people::everyone(scope).await?.into_iter();
    Ok(everyone.filter(|person| person.id != member && !apart.contains(&person.id)).collect())
}

/// Every link. With whom it is stands inside what is sealed, so all are opened; few people rest at once.
pub(crate) async fn links(scope: &Scope<'_>) -> Result<Vec<(MemberId, Link)>, Broken> {
    let rows = scope.find::<pause::Entity>().filter(pause::Column::Link.is_not_null());
    let rows = rows.ascending(pause::Column::MemberId).all().await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let keys = sealed::all_keys(scope).await?;
    let mut links = Vec::with_capacity(rows.len());
    for row in rows {
        let whose = row.member_id;
        let key = keys.get(&whose).ok_or_else(|| Broken::stored("a member without key"))?;
        links.extend(open(key, row)?.map(|link| (whose, link)));
    }
    Ok(links)
}

fn open(key: &Key, row: pause::Model) -> Result<Option<Link>, Broken> {
    let Some(sealed) = row.link else { return Ok(None) };
    let text = key.open(&place(row.member_id), &sealed)?;
    serde_json::from_slice(&text).map(Some).map_err(Broken::stored)
}

pub(crate) fn place(member: MemberId) -> String {
    format!("pause/{member}/link")
}

/// What is kept about her pause, and the links that others keep with her.
pub(crate) async fn about(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
    let names = people::names(scope).await?;
    let told = |with: MemberId, link: Link| {
        let how = Message::keyed(format!("pause-channel-{}", link.channel.name()));
        let often = Message::keyed(format!("pause-rhythm-{}", link.rhythm.name()));
        vec![
            Datum::new("link_with", names.of(with).unwrap_or_default()),
            Datum::new("link_channel", how),
            Datum::new("link_rhythm", often),
        ]
    };
    let mut pause = Vec::new();
    if let Some(mine) = mine(scope, member).await? {
        let mut row: Vec<Datum> = mine.until.map(|until| Datum::new("pause_until", until)).into_iter().collect();
        row.push(Datum::new("pause_tell", super::me::yes_or_no(mine.tell_me)));
        row.extend(mine.link.map(|link| told(link.to, link)).unwrap_or_default());
        pause.push(row);
    }
    let kept = kept_with(scope, member).await?.into_iter().map(|(whose, link)| told(whose, link)).collect();
    Ok(vec![Section::new("pause", pause), Section::new("links", kept)])
}
