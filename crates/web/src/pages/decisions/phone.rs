//! A vote by telephone: whose and what, read back aloud, then noted (`decisions E3`).

use super::method::told_whole;
use super::proposal::home;
use super::shown;
use crate::kit::{PageResult, Tab};
use crate::pages::{May, Member};
use ::decisions::commands::cast_ballot::Cast;
use ::decisions::commands::record_phone_vote::{Call, check_phone_vote, record_phone_vote};
use ::decisions::powers::RecordPhoneVote;
use ::decisions::queries::paper::on_roll;
use ::decisions::queries::proposal::{id_of, numbered};
use ::decisions::rules::ballot::{Said as Ballot, Typed};
use ::decisions::rules::question::Method;
use ::membership::powers::Permit;
use ::membership::queries::people;
use actix_web::web::Path;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::late;
use commons::refusal::{Broken, No};
use serde::{Deserialize, Serialize};
use tera::context;

/// What was said, as typed.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct Said {
    whose: String,
    /// A word, ticked lines, or a number for each line: whichever the method asks.
    choice: String,
    ticked: Vec<String>,
    mark: Vec<String>,
    reason: String,
    /// `back` when it was not right: the form is shown again with all of it.
    not_so: String,
}

impl Said {
    fn typed(&self) -> Typed {
        Typed { choice: self.choice.clone(), ticked: self.ticked.clone(), marks: self.mark.clone() }
    }

    fn call(&self) -> Call {
        let cast = Cast { said: self.typed(), reason: self.reason.clone(), unsigned: false };
        Call { whose: self.whose.parse().ok(), cast }
    }
}

/// Somebody to choose.
#[derive(Serialize)]
pub(super) struct Person {
    pub(super) value: String,
    pub(super) label: String,
}

/// Those of `among` who are still here, in the order of names.
pub(super) async fn named(scope: &Scope<'_>, among: &[MemberId]) -> Result<Vec<Person>, Broken> {
    let here = people::with_a_place(scope).await?.into_iter().filter(|person| among.contains(&person.id));
    Ok(here.map(|person| Person { value: person.id.to_string(), label: person.name }).collect())
}

pub(super) async fn ask(member: Member, at: Path<(String, i32)>) -> PageResult {
    phone_page(member, at.1, &[]).await
}

/// Everybody on the roll is in the list, whether or not she has voted: it pushes nobody. `typed` are the numbers of a ballot
/// that was refused.
async fn phone_page(member: Member, number: i32, typed: &[String]) -> PageResult {
    let scope = member.read();
    let mut proposal = numbered(&scope, &member.site.effects, number, member.id).await?;
    let mut voters = on_roll(&scope, proposal.id).await?;
    voters.retain(|voter| *voter != member.id);
    let voters = named(&scope, &voters).await?;
    if let Some(vote) = &mut proposal.vote {
        // What whoever is here voted herself is on no ballot of another.
        vote.mine = None;
    }
    let vote = shown::vote_shown(&member.page, &proposal, scope.now(), typed)?;
    let vote = vote.map(|vote| vote.asking(&member.page, "phone-choice")).transpose()?;
    let is_not_hers = proposal.question.method == Method::Tacit && proposal.is_mine;
    drop(scope);
    let context = context! {
        number => &number, title => &proposal.title, secret => &proposal.secret,
        is_said => &proposal.question.method.has_ballots(), objects => &proposal.question.method.has_objections(), is_not_hers => &is_not_hers, vote => &vote, voters => &voters,
        home => &member.at(&home(number)), action => &member.at(&format!("{}/phone", home(number))),
    };
    member.into_page().at(Tab::Decide).render("decisions/phone.html", context)
}

/// Reads it back; nothing is noted.
pub(super) async fn read_back(may: May<RecordPhoneVote, Said>, at: Path<(String, i32)>) -> PageResult {
    if may.form.not_so == "back" {
        let mark = may.form.mark.clone();
        return phone_page(may.sent.filled(), at.1, &mark).await;
    }
    let said = Said { whose: may.form.whose.clone(), reason: may.form.reason.trim().to_owned(), ..(*may.form).clone() };
    let call = said.call();
    let checked = may.act_without_mark(async |tx: &Tx<'_>, permit: Permit<RecordPhoneVote>| {
        late::used(tx, may.id, may.form.nonce).await?;
        check_phone_vote(tx, &permit, id_of(tx, at.1).await?, &call).await
    });
    match checked.await {
        Ok(voter) => script_page(may.sent.member, at.1, voter, &said).await,
        Err(no) => phone_page(may.again(no)?, at.1, &said.mark).await,
    }
}

async fn script_page(member: Member, number: i32, voter: MemberId, said: &Said) -> PageResult {
    let scope = member.read();
    let proposal = numbered(&scope, &member.site.effects, number, member.id).await?;
    let names = people::names(&scope).await?;
    let name = names.of(voter).unwrap_or_default().to_owned();
    drop(scope);
    let ballot = Ballot::typed(&proposal.question, &said.typed()).map_err(|problem| No::Invalid(vec![problem]))?;
    let context = context! {
        number => &number, title => &proposal.title, name => &name, objects => &proposal.question.method.has_objections(), choice => &told_whole(&member.page, &proposal.question, &ballot)?,
        said => &said,
        home => &member.at(&home(number)), back => &member.at(&format!("{}/phone", home(number))),
        action => &member.at(&format!("{}/phone/confirm", home(number))),
    };
    member.into_page().at(Tab::Decide).render("decisions/phone-script.html", context)
}

/// She heard it and said yes.
pub(super) async fn confirmed(may: May<RecordPhoneVote, Said>, at: Path<(String, i32)>) -> PageResult {
    let (call, mark) = (may.form.call(), may.form.mark.clone());
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<RecordPhoneVote>| {
        record_phone_vote(tx, permit, id_of(tx, at.1).await?, call.clone()).await?;
        Ok(home(at.1))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-phone-vote")),
        Err(no) => phone_page(may.again(no)?, at.1, &mark).await,
    }
}
