//! What of visits stands on the home of a member: no name, no place, a day and half of one.

use crate::kit::PageError;
use crate::pages::decisions::say;
use crate::pages::visit::Member;
use ::mutual_aid::queries::visits::home;
use ::mutual_aid::rules::visits::sight::Part;
use commons::db::Scope;
use commons::refusal::Message;

/// Something that waits for her, of visits or of circles.
pub(in crate::pages) struct Waiting {
    /// Of circles `opened`, `close` and `tasks`; of visits `visit` when she is asked, `hoped` when somebody would ask her and cannot yet, `word` when she is asked whether it holds, `company` when somebody would come to her.
    pub(in crate::pages) kind: &'static str,
    /// When.
    pub(in crate::pages) title: String,
    /// Where she answers.
    pub(in crate::pages) href: String,
}

/// Everything that waits for her, the nearest first. Whoever is on pause has nothing of it.
pub(in crate::pages) async fn waiting(scope: &Scope<'_>, member: &Member) -> Result<Vec<Waiting>, PageError> {
    if member.standing != ::membership::rules::standing::Standing::Active {
        return Ok(Vec::new());
    }
    let home = home(scope, member.id).await?;
    let mut waiting = Vec::new();
    for mine in home.mine.iter().filter(|mine| mine.asks_word) {
        let title = say(&member.page, &Message::new("today-word-when").with("at", mine.starts))?;
        waiting.push(Waiting { kind: "word", title, href: member.at(&format!("/visit/visits/{}", mine.id)) });
    }
    for plan in home.plans.iter().filter(|plan| plan.to_welcome > 0 && plan.person == member.id) {
        let title = say(&member.page, &Message::new("visits-to-welcome").with("count", plan.to_welcome))?;
        waiting.push(Waiting { kind: "company", title, href: member.at(&format!("/visit/plans/{}", plan.id)) });
    }
    if home.is_hoped_for {
        let title = say(&member.page, &Message::new("visits-hoped-for"))?;
        waiting.push(Waiting { kind: "hoped", title, href: member.at("/me/limits") });
    }
    for ask in home.asks.iter().filter(|ask| ask.asks_her) {
        let key = match ask.part {
            Part::Morning => "visits-ask-when-morning",
            Part::Afternoon => "visits-ask-when-afternoon",
            Part::Evening => "visits-ask-when-evening",
        };
        let title = say(&member.page, &Message::new(key).with("day", ask.date))?;
        waiting.push(Waiting { kind: "visit", title, href: member.at("/visit") });
    }
    Ok(waiting)
}
