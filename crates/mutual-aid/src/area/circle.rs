//! The circle of close ones: what is kept, shown, erased and thrown away.

use crate::LinkId;
use crate::commands::circle::end_link;
use crate::entities::circle::{
    close_asked, close_card, close_circle, close_daily, close_holder, close_link, close_opening, close_task, close_yes,
};
use crate::queries::circle::{OnBoard, board, mine};
use crate::queries::listening::time_of;
use crate::rules::circle::{CODE_HOLDS, EXPIRES, Help};
use chrono::{Days, Months};
use commons::area::{Datum, Erased, Kept, Section, Then, Until};
use commons::clock::local_day;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Arg, Broken, Message};
use membership::queries::people::{self, Names};
use membership::queries::{apart, charter};
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

/// What was done goes so long after its day (ruling 16).
const DONE: Days = Days::new(14);

pub(super) const KEPT: &[Kept] = &[
    Kept {
        table: "close_circle",
        columns: &["member_id", "awake_from", "awake_until"],
        name: "close_awake",
        until: Until::Days(14),
        then: Then::Erased,
    },
    Kept {
        table: "close_holder",
        columns: &["member_id", "holder"],
        name: "close_holders",
        until: Until::SheSaysSo,
        then: Then::Erased,
    },
    Kept {
        table: "close_link",
        columns: &["id", "member_id", "other", "name", "phone", "told", "token"],
        name: "close_links",
        until: Until::SheSaysSo,
        then: Then::Erased,
    },
    Kept {
        table: "close_link",
        columns: &["code", "code_index", "code_made"],
        name: "close_codes",
        until: Until::Days(30),
        then: Then::Erased,
    },
    Kept {
        table: "close_yes",
        columns: &["link_id", "help", "theirs"],
        name: "close_yeses",
        until: Until::SheSaysSo,
        then: Then::Erased,
    },
    Kept {
        table: "close_daily",
        columns: &["id", "member_id", "help", "from_minute", "minutes"],
        name: "close_daily",
        until: Until::SheSaysSo,
        then: Then::Erased,
    },
    Kept {
        table: "close_task",
        columns: &["id", "member_id", "day", "help", "from_minute", "minutes", "link_id"],
        name: "close_tasks",
        until: Until::Days(14),
        then: Then::Erased,
    },
    Kept {
        table: "close_card",
        columns: &["member_id", "line", "words"],
        name: "close_card",
        until: Until::SheSaysSo,
        then: Then::Erased,
    },
    Kept {
        table: "close_opening",
        columns: &["id", "member_id", "opened_by", "through", "at", "from_day", "until_day"],
        name: "close_openings",
        until: Until::Years(1),
        then: Then::Erased,
    },
    Kept {
        table: "close_asked",
        columns: &["id", "member_id", "offered", "help", "words", "at"],
        name: "close_asked",
        until: Until::Days(14),
        then: Then::Erased,
    },
];

fn called(names: &Names, who: MemberId) -> Message {
    match names.of(who) {
        Some(name) => Message::new("plain").with("words", name),
        None => Message::new("a-member-who-left"),
    }
}

fn help_name(help: Help) -> Arg {
    Arg::from(Message::keyed(format!("close-help-{}", help.word())))
}

pub(super) async fn about(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
    let names = people::names(scope).await?;
    let mut sections = own(scope, member, &names).await?;
    sections.extend(of_others(scope, member, &names).await?);
    Ok(sections)
}

/// Her own circle.
async fn own(scope: &Scope<'_>, member: MemberId, names: &Names) -> Result<Vec<Section>, Broken> {
    let hers = mine(scope, member).await?;
    let who = |who: MemberId| Datum::new("close_who", called(names, who));
    let holders = hers.holders.iter().map(|holder| vec![who(*holder)]).collect();
    let links = hers.links.iter().map(|link| {
        let mut data = match (link.member, &link.name) {
            (Some(member), _) => vec![who(member)],
            (None, name) => vec![Datum::new("close_who", name.clone().unwrap_or_default())],
        };
        data.extend(link.phone.clone().filter(|phone| !phone.is_empty()).map(|phone| Datum::new("close_phone", phone)));
        data.push(Datum::new("close_told", link.told.clone()));
        data.extend(link.yes.iter().filter(|yes| yes.hers).map(|yes| Datum::new("close_help", help_name(yes.help))));
        data
    });
    let links = links.collect();
    let daily = hers.daily.iter().map(|one| {
        vec![
            Datum::new("close_help", help_name(one.help)),
            Datum::new("close_from", one.from.format("%H:%M").to_string()),
        ]
    });
    let daily = daily.collect();
    let rows = scope.find::<close_task::Entity>().filter(close_task::Column::MemberId.eq(member));
    let tasks = rows.ascending(close_task::Column::Day).all().await?.iter().map(task).collect();
    let awake = scope.find::<close_circle::Entity>().filter(close_circle::Column::MemberId.eq(member)).one().await?;
    let awake = awake.and_then(|row| row.awake_until).map(|until| vec![Datum::new("close_until", until)]);
    let card = hers.card.iter().map(|line| vec![Datum::new("close_words", line.words.clone())]).collect();
    let openings = hers.openings.iter().map(|one| {
        let mut data = vec![Datum::new("close_opened_by", called(names, one.by))];
        data.extend(one.through.map(|who| Datum::new("close_through", called(names, who))));
        data.extend([Datum::new("close_at", Arg::Time(one.at)), Datum::new("close_until", one.until)]);
        data
    });
    let openings = openings.collect();
    let asked = scope.find::<close_asked::Entity>().filter(close_asked::Column::MemberId.eq(member)).any().await?;
    let asked = if asked { board(scope, member).await? } else { Vec::new() };
    let asked = asked.into_iter().filter(|one| one.who == member);
    let asked = asked
        .map(|one: OnBoard| vec![Datum::new("close_help", help_name(one.help)), Datum::new("close_words", one.words)]);
    Ok(vec![
        Section::new("close_holders", holders),
        Section::new("close_links", links),
        Section::new("close_daily", daily),
        Section::new("close_awake", awake.into_iter().collect()),
        Section::new("close_tasks", tasks),
        Section::new("close_card", card),
        Section::new("close_openings", openings),
        Section::new("close_asked", asked.collect()),
    ])
}

fn task(row: &close_task::Model) -> Vec<Datum> {
    vec![
        Datum::new("close_help", help_name(row.help)),
        Datum::new("close_day", row.day),
        Datum::new("close_from", time_of(row.from_minute).format("%H:%M").to_string()),
    ]
}

/// Circles of others in which she is: none of somebody who keeps apart from her, which she never reads of.
async fn of_others(scope: &Scope<'_>, member: MemberId, names: &Names) -> Result<Vec<Section>, Broken> {
    let links = scope.find::<close_link::Entity>().filter(close_link::Column::Other.eq(member)).all().await?;
    let held = scope.find::<close_holder::Entity>().filter(close_holder::Column::Holder.eq(member)).all().await?;
    let opened =
        Condition::any().add(close_opening::Column::OpenedBy.eq(member)).add(close_opening::Column::Through.eq(member));
    let opened = scope.find::<close_opening::Entity>().filter(opened).all().await?;
    let apart = if links.is_empty() && held.is_empty() {
        std::collections::HashSet::new()
    } else {
        apart::apart_from(scope, member).await?
    };
    let whose = |who: MemberId| Datum::new("close_whose", called(names, who));
    let mut tasks = Vec::new();
    for link in &links {
        let rows = scope.find::<close_task::Entity>().filter(close_task::Column::LinkId.eq(link.id)).all().await?;
        tasks.extend(rows.iter().map(task));
    }
    let links = links.iter().filter(|link| !apart.contains(&link.member_id)).map(|link| vec![whose(link.member_id)]);
    let held = held.iter().filter(|row| !apart.contains(&row.member_id)).map(|row| vec![whose(row.member_id)]);
    let opened = opened.iter().filter(|row| row.member_id != member);
    let opened = opened.map(|row| vec![whose(row.member_id), Datum::new("close_at", Arg::Time(row.at))]);
    Ok(vec![
        Section::new("close_in", links.collect()),
        Section::new("close_named", held.collect()),
        Section::new("close_doing", tasks),
        Section::new("close_opened", opened.collect()),
    ])
}

/// Her circle goes with her, and she out of the circles of others: what she was to do is free again. That she opened
/// somebody's card stays theirs: of her, an id without a name.
pub(super) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
    let tasks = tx.delete::<close_task::Entity>().filter(close_task::Column::MemberId.eq(member)).go().await?;
    let either =
        Condition::any().add(close_link::Column::MemberId.eq(member)).add(close_link::Column::Other.eq(member));
    let links: Vec<LinkId> =
        tx.find::<close_link::Entity>().filter(either).all().await?.into_iter().map(|row| row.id).collect();
    let yes = tx.find::<close_yes::Entity>().filter(close_yes::Column::LinkId.is_in(links.clone())).count().await?;
    for link in &links {
        end_link(tx, *link).await?;
    }
    let either =
        Condition::any().add(close_holder::Column::MemberId.eq(member)).add(close_holder::Column::Holder.eq(member));
    let holders = tx.delete::<close_holder::Entity>().filter(either).go().await?;
    let daily = tx.delete::<close_daily::Entity>().filter(close_daily::Column::MemberId.eq(member)).go().await?;
    let circle = tx.delete::<close_circle::Entity>().filter(close_circle::Column::MemberId.eq(member)).go().await?;
    let card = tx.delete::<close_card::Entity>().filter(close_card::Column::MemberId.eq(member)).go().await?;
    let openings = tx.delete::<close_opening::Entity>().filter(close_opening::Column::MemberId.eq(member)).go().await?;
    let asked = tx.delete::<close_asked::Entity>().filter(close_asked::Column::MemberId.eq(member)).go().await?;
    Ok(vec![
        Erased { table: "close_task", rows: tasks },
        Erased { table: "close_yes", rows: yes },
        Erased { table: "close_link", rows: u64::try_from(links.len()).unwrap_or(u64::MAX) },
        Erased { table: "close_holder", rows: holders },
        Erased { table: "close_daily", rows: daily },
        Erased { table: "close_circle", rows: circle },
        Erased { table: "close_card", rows: card },
        Erased { table: "close_opening", rows: openings },
        Erased { table: "close_asked", rows: asked },
    ])
}

pub(super) async fn purge(tx: &Tx<'_>) -> Result<Vec<Erased>, Broken> {
    let now = tx.now();
    let today = local_day(charter::charter(tx).await?.zone(), now);
    let done = tx.delete::<close_task::Entity>().filter(close_task::Column::Day.lt(today - DONE)).go().await?;
    let asleep =
        tx.delete::<close_circle::Entity>().filter(close_circle::Column::AwakeUntil.lt(today - DONE)).go().await?;
    let asked = tx.delete::<close_asked::Entity>().filter(close_asked::Column::At.lte(now - EXPIRES)).go().await?;
    let year = now.checked_sub_months(Months::new(12)).unwrap_or(now);
    let openings = tx.delete::<close_opening::Entity>().filter(close_opening::Column::At.lte(year)).go().await?;
    let (code, nothing, never): (Option<Uuid>, Option<Vec<u8>>, Option<commons::clock::Time>) = (None, None, None);
    use close_link::Column;
    let old = tx.change::<close_link::Entity>().filter(Column::CodeMade.lte(now - CODE_HOLDS));
    let codes = old.set(Column::Code, code).set(Column::CodeIndex, nothing).set(Column::CodeMade, never).go().await?;
    Ok(vec![
        Erased { table: "close_task", rows: done },
        Erased { table: "close_circle", rows: asleep },
        Erased { table: "close_asked", rows: asked },
        Erased { table: "close_opening", rows: openings },
        Erased { table: "close_link", rows: codes },
    ])
}
