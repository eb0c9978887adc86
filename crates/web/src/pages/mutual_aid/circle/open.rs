//! Opening somebody's card for some days and waking her circle: by whom she named, or for whom she named and who has no
//! screen.

use super::mine::{link_shown, tasks_shown};
use super::{Choice, HOME, Nothing, boxes, help_name, names, others, ticked};
use crate::kit::{PageResult, Tab, counted};
use crate::pages::decisions::words::say;
use crate::pages::visit::{May, Member};
use actix_web::web::Path;
use commons::clock::local_day;
use commons::db::Tx;
use commons::refusal::{Message, No};
use membership::powers::Permit;
use membership::queries::people;
use mutual_aid::OpeningId;
use mutual_aid::commands::circle::{self as command, NewOpening, Part, YesNoted};
use mutual_aid::powers::OpenCircle;
use mutual_aid::queries::circle::opened;
use serde::{Deserialize, Serialize};
use tera::context;

/// Where a card is opened.
pub(super) async fn form(member: Member) -> PageResult {
    let scope = member.read();
    let others = others(&scope, member.id).await?;
    let without = people::everyone(&scope).await?.into_iter().filter(|one| !one.has_entered && one.id != member.id);
    let without: Vec<Choice> = without.map(|one| Choice { value: one.id.to_string(), label: one.name }).collect();
    let today = local_day(member.charter.zone(), scope.now());
    drop(scope);
    let context = context! {
        others => &others, without => &without, today => &today.to_string(), back => &member.at(HOME),
        action => &member.at("/visit/circle/open"),
    };
    member.into_page().at(Tab::Visit).render("mutual-aid/circle/open.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    whose: String,
    on_behalf: String,
    from: String,
    until: String,
    wake: bool,
}

fn home(id: OpeningId) -> String {
    format!("/visit/circle/opened/{id}")
}

pub(super) async fn open(may: May<OpenCircle, Typed>) -> PageResult {
    let typed = &may.form;
    let done = may
        .act(async |tx: &Tx<'_>, permit: Permit<OpenCircle>| {
            let choose = |field| move |_| No::field(field, Message::new("close-choose-member"));
            let whose = typed.whose.parse().map_err(choose("whose"))?;
            let on_behalf = match typed.on_behalf.as_str() {
                "" => None,
                id => Some(id.parse().map_err(choose("on_behalf"))?),
            };
            let (from, until) = (typed.from.parse().ok(), typed.until.parse().ok());
            let new = NewOpening { whose, on_behalf, from, until, wake: typed.wake };
            let opened = command::open_circle(tx, permit, &new).await?;
            let said = if opened.woken { "done-close-opened-awake" } else { "done-close-opened" };
            Ok(format!("{} {said}", may.at(&home(opened.id))))
        })
        .await;
    match done {
        Ok(done) => {
            let (to, said) = done.split_once(' ').unwrap_or((&done, "done-close-opened"));
            Ok(may.page.go_repeating(to, said))
        }
        Err(no) => form(may.again(no)?).await,
    }
}

#[derive(Serialize)]
struct LineShown {
    help: Option<String>,
    words: String,
}

pub(super) async fn show(member: Member, at: Path<(String, OpeningId)>) -> PageResult {
    show_opened(member, at.1).await
}

async fn show_opened(member: Member, id: OpeningId) -> PageResult {
    let scope = member.read();
    let open = opened(&scope, member.id, id).await?;
    let who = names(&scope, &member.page).await?;
    let entered: Vec<_> = people::everyone(&scope).await?.into_iter().filter(|one| one.has_entered).collect();
    drop(scope);
    let mut card = Vec::new();
    for line in &open.card {
        let help = line.help.map(|help| help_name(&member.page, help)).transpose()?;
        card.push(LineShown { help, words: line.words.clone() });
    }
    let links = open.links.iter().map(|link| link_shown(&member.page, link, &who)).collect::<Result<Vec<_>, _>>()?;
    // Of those who say yes by themselves, nobody notes it.
    let may_note = open
        .links
        .iter()
        .zip(&links)
        .filter(|(link, _)| link.member.is_none_or(|member| !entered.iter().any(|one| one.id == member)));
    let may_note: Vec<Choice> =
        may_note.map(|(_, link)| Choice { value: link.id.clone(), label: link.name.clone() }).collect();
    let mut parts = Vec::new();
    for part in Part::ALL {
        let label = say(&member.page, &Message::keyed(format!("close-part-{}", part.word())))?;
        parts.push(Choice { value: part.word().to_owned(), label });
    }
    let tasks = tasks_shown(&member.page, &open.tasks, &open.links, &who)?;
    let kinds = boxes(|_| false);
    let context = context! {
        whose => &who.name(open.whose), by => &who.name(open.by), through => &open.through.map(|one| who.name(one)),
        from => &open.days.0, until => &open.days.1, card => &card, links => &links, may_note => &may_note,
        parts => &parts, boxes => &kinds, awake => &open.awake, tasks => &tasks, action => &member.at(&home(id)),
        back => &member.at(HOME),
    };
    member.into_page().at(Tab::Visit).render("mutual-aid/circle/opened.html", context)
}

pub(super) async fn wake(may: May<OpenCircle, Nothing>, at: Path<(String, OpeningId)>) -> PageResult {
    let to = may.at(&home(at.1));
    let to = may
        .act(async |tx: &Tx<'_>, permit: Permit<OpenCircle>| {
            command::wake_opened(tx, permit, at.1).await?;
            Ok(to)
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-close-awake"))
}

/// The card is shut with it: the way leads back to the home of this part.
pub(super) async fn sleep(may: May<OpenCircle, Nothing>, at: Path<(String, OpeningId)>) -> PageResult {
    let to = may.at(HOME);
    let to = may
        .act(async |tx: &Tx<'_>, permit: Permit<OpenCircle>| {
            command::sleep_opened(tx, permit, at.1).await?;
            Ok(to)
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-close-asleep"))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Yes {
    link: String,
    help: Vec<String>,
    part: String,
}

pub(super) async fn note_yes(may: May<OpenCircle, Yes>, at: Path<(String, OpeningId)>) -> PageResult {
    let done = may
        .act(async |tx: &Tx<'_>, permit: Permit<OpenCircle>| {
            let link = may.form.link.parse().map_err(|_| No::field("link", Message::new("close-choose-person")))?;
            let part = Part::named(&may.form.part).unwrap_or(Part::None);
            let yes = YesNoted { link, help: ticked(&may.form.help), part };
            Ok(counted("done-close-noted", command::note_yes(tx, permit, at.1, &yes).await?))
        })
        .await;
    match done {
        Ok(said) => Ok(may.page.go_repeating(&may.at(&home(at.1)), &said)),
        Err(no) => show_opened(may.again(no)?, at.1).await,
    }
}
