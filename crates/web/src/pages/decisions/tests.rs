//! Every state of a proposal on its page, in every voice; and the way from a form to a text and back.

use super::amend::Amendments;
use super::desk::{Desk, Happens, Which};
use super::fields::{Fields, Least, fingerprint};
use super::outcome::{in_fours, outcome};
use super::shown::{Seen, shown};
use super::words::Who;
use crate::kit::app::WEATHER;
use crate::kit::face::HOME_ZONE;
use crate::kit::{App, GroupFace, NoSessions, Page, Place, Tab, Typed, Voice, WebKey, WebSettings};
use ::decisions::commands::contribute::ContributionKind;
use ::decisions::queries::after::After;
use ::decisions::queries::paper::PaperSeen;
use ::decisions::queries::passages::Passage;
use ::decisions::queries::proposal::{Ballot, Contribution, Proposal, Vote};
use ::decisions::queries::summaries::Summary;
use ::decisions::rules::ballot::{Said, word};
use ::decisions::rules::counting::{self, recount};
use ::decisions::rules::paper::{OnPaper, Totals};
use ::decisions::rules::paragraphs::{Field, Place as Spot};
use ::decisions::rules::question::{Method, Question};
use ::decisions::rules::state::State;
use ::decisions::rules::verdict::{Secrecy, VoteRules, count, count_other};
use ::decisions::{ContributionId, ProposalId};
use ::membership::effects::{ChangeCharter, GrantMandate, NewMandate};
use ::membership::queries::people::Names;
use ::membership::rules::charter::Charter;
use ::tally::{Choice, Counts};
use actix_web::body::to_bytes;
use actix_web::test::TestRequest;
use actix_web::web::Data;
use commons::clock::Time;
use commons::effects::{Class, Difference};
use commons::ids::MemberId;
use commons::refusal::Message;
use serde::Deserialize;
use serde_json::json;
use std::sync::{Arc, LazyLock};
use tera::context;

fn at(text: &str) -> Time {
    text.parse().unwrap()
}

/// Reading every template takes a moment: once for all tests.
static APP: LazyLock<Data<App>> = LazyLock::new(|| {
    let settings = WebSettings {
        public_url: "http://127.0.0.1:8080".to_owned(),
        listen: "127.0.0.1:8080".parse().unwrap(),
        plain_http: false,
        themes: None,
        trusted_proxies: vec![],
        key: WebKey::new([7; 32]),
        exit_to: WEATHER.to_owned(),
        mails: crate::kit::app::Mails::Leave,
    };
    Data::new(App::new(settings, Arc::new(NoSessions)).unwrap())
});

fn page(voice: Voice) -> Page {
    let place = Place { zone: HOME_ZONE, member: String::new(), members: String::new() };
    let face = GroupFace {
        name: "La Tasse ébréchée".to_owned(),
        slug: "tasse".to_owned(),
        theme: "default".to_owned(),
        voice,
        place,
        crisis_lines: vec![],
        tabs: Tab::ALL.to_vec(),
    };
    let request = TestRequest::default().app_data(APP.clone()).to_http_request();
    Page::of(&request).unwrap().in_group(face).as_member().at(Tab::Decide)
}

async fn filled(page: &Page, template: &str, context: tera::Context) -> String {
    let answer = page.render(template, context).unwrap();
    let body = to_bytes(answer.into_body()).await.unwrap();
    String::from_utf8(body.to_vec()).unwrap().replace('\u{a0}', " ")
}

/// A change of the charter, seen by its author; twenty may vote, fourteen did.
fn sample(state: State) -> Proposal {
    let me = MemberId::new();
    let rules = VoteRules::of(&Charter::default(), Class::Charter);
    let counts = if state == State::NotAdopted { (5, 8, 1) } else { (11, 2, 1) };
    let counts = Counts { yes: counts.0, no: counts.1, abstain: counts.2, blank: 0 };
    let over = matches!(state, State::Adopted | State::InForce | State::EffectFailed | State::NotAdopted);
    let voted = over || state == State::Voting;
    // The machine was off when the decision should have acted.
    let acted = matches!(state, State::InForce | State::EffectFailed);
    let ballot = |choice, reason: Option<&str>| Ballot {
        member: MemberId::new(),
        said: Said::Word(word(choice)),
        reason: reason.map(str::to_owned),
        changed: true,
        by_phone: None,
        unsigned: false,
    };
    let said = |kind, replies| Contribution {
        id: ContributionId::new(),
        kind,
        author: me,
        words: "<b>Trop</b> vite ?".to_owned(),
        edited: true,
        at: at("2026-11-12T15:00:00Z"),
        // It was pointed to before that paragraph changed.
        passage: (kind == ContributionKind::Worries).then_some(Passage {
            version: 1,
            place: Spot { field: Field::Body, paragraph: 0 },
            now: None,
        }),
        replies,
    };
    let value = |words: &str| Some(Message::new("charter-value-words").with("words", words));
    let after = Difference { what: Message::new("tool-this"), before: value("5 jours"), after: value("7 jours") };
    Proposal {
        question: Question::default(),
        recount: None,
        found: None,
        secret: false,
        i_asked_secrecy: false,
        after: After::default(),
        secrecy_wanted: 1,
        of_the_founding: false,
        asked_together: false,
        of_a_removal: false,
        hearing: None,
        was_first_reading: false,
        id: ProposalId::new(),
        number: Some(41),
        state,
        class: Class::Charter,
        title: "Discuter sept jours <plutôt> que cinq".to_owned(),
        summary: "On manque de temps.".to_owned(),
        body: "Deux jours de plus.".to_owned(),
        effect: Some((ChangeCharter::KIND.to_owned(), json!({"rule": "discussion_days_ordinary", "value": "7"}))),
        differences: vec![after],
        version: 2,
        days: (10, 7),
        authors: vec![me],
        seconders: vec![MemberId::new()],
        seconders_wanted: 2,
        submitted_at: Some(at("2026-11-11T15:00:00Z")),
        due_at: Some(at("2026-11-28T01:00:00Z")),
        discussion_until: Some(at("2026-11-22T01:00:00Z")),
        closes_at: voted.then(|| at("2026-11-28T01:00:00Z")),
        window_until: over.then(|| at("2026-12-01T01:00:00Z")),
        acted_at: acted.then(|| at("2026-12-03T14:00:00Z")),
        text_hash: voted.then(|| "7f3a91c4".repeat(8)),
        rules,
        round: 1,
        objections: vec![],
        contributions: vec![
            said(ContributionKind::Worries, vec![said(ContributionKind::Reply, vec![])]),
            said(ContributionKind::Question, vec![]),
        ],
        so_far: Some(Summary {
            version: 2,
            by: me,
            at: at("2026-11-13T15:00:00Z"),
            words: Some("Où <en> est-on".to_owned()),
        }),
        vote: voted.then(|| Vote {
            urn: None,
            roll: 20,
            received: 9,
            quorum: 10,
            i_may_vote: true,
            mine: None,
            paper: PaperSeen::default(),
            voiced: vec![],
            ballots: if over { vec![ballot(Choice::No, Some("Trop tôt")), ballot(Choice::Yes, None)] } else { vec![] },
        }),
        result: over.then(|| count(&rules, 20, counts)),
        closed_seq: over.then_some(112),
        failure: (state == State::EffectFailed).then(|| Message::new("charter-says-so-already")),
        is_mine: true,
        i_seconded: false,
    }
}

async fn told(voice: Voice, proposal: &Proposal) -> String {
    told_among(voice, proposal, &Amendments::default()).await
}

async fn told_among(voice: Voice, proposal: &Proposal, amendments: &Amendments) -> String {
    let page = page(voice);
    let who = Who::new(Names::default(), &page).unwrap();
    let now = at("2026-11-20T01:00:00Z");
    let seen = Seen { page: &page, who: &who, by: proposal.authors[0], now };
    let none: [u8; 0] = [];
    let context = context! {
        amendments => &amendments,
        shown => &shown(&seen, proposal, Some(now)).unwrap(), outcome => &outcome(&page, proposal, &who).unwrap(),
        entries => &none, base => "/g/tasse/decide/41", vote_href => "/g/tasse/decide/41/vote",
        votes_from => &Some(now), now => &now,
    };
    filled(&page, "decisions/proposal.html", context).await
}

#[actix_web::test]
async fn every_state_is_told_in_every_voice_and_no_word_is_taken_for_markup() {
    for voice in Voice::ALL {
        for state in State::ALL {
            let html = told(voice, &sample(state)).await;
            assert!(html.contains("Discuter sept jours &lt;plutôt&gt; que cinq"), "{state:?}");
            assert!(
                html.contains("&lt;b&gt;Trop&lt;&#x2F;b&gt; vite ?") || html.contains("&lt;b&gt;Trop&lt;/b&gt; vite ?")
            );
            assert!(!html.contains("<b>Trop"), "{state:?}");
            let title = html.split_once("<title>").unwrap().1.split_once("</title>").unwrap().0;
            assert!(!title.contains("Discuter"), "a title of a page is neutral: {title}");
        }
    }
}

#[actix_web::test]
async fn amendments_are_told_in_every_voice_beside_the_text_and_on_their_own_pages() {
    for voice in Voice::ALL {
        for level in ["text", "amendment", "sub"] {
            for state in State::ALL {
                let html = told_among(voice, &sample(state), &Amendments::sample(&page(voice), level)).await;
                assert!(html.contains("<ins>") && html.contains("<del>"), "{level} {state:?}");
                assert!(!html.contains("Amendement <"), "{level} {state:?}");
                assert_eq!(html.contains("/decide/41/amend\""), level == "amendment", "{level} {state:?}");
            }
        }
    }
    let french = page(Voice::FrTu);
    let html = told_among(Voice::FrTu, &sample(State::Discussing), &Amendments::sample(&french, "text")).await;
    assert!(html.contains("Ordre des votes : le sous-amendement, l’amendement, puis la proposition."));
    assert!(html.contains("Il attend son tour.") && html.contains("C’est son tour : le vote est ouvert."));
    assert!(html.contains("Le texte a changé depuis."));
}

#[actix_web::test]
async fn the_pages_where_an_amendment_is_written_are_told_in_every_voice() {
    for voice in Voice::ALL {
        let page = page(voice);
        let paragraphs = json!([{ "word": "summary-1", "words": "Un." }, { "word": "body-1", "words": "Deux <b>." }]);
        let context = context! {
            number => &7, paragraphs => &paragraphs, home => "/g/tasse/decide/7", action => "/g/tasse/decide/7/amend",
        };
        let html = filled(&page, "decisions/amend-choose.html", context).await;
        assert!(html.contains("value=\"body-1\"") && !html.contains(" checked") && !html.contains("Deux <b>"));
        for (is_sub, present) in [(false, Some("Un.")), (true, Some("Deux.")), (false, None)] {
            let context = context! {
                number => &7, of => "Un congélateur", present => &present, seen => &3, is_sub => &is_sub,
                title => "Amendement", days => &2, home => "/g/tasse/decide/7",
                action => "/g/tasse/decide/7/amend/body-1",
            };
            let html = filled(&page, "decisions/amend.html", context).await;
            assert!(html.contains("name=\"seen\" value=\"3\""), "{is_sub} {present:?}");
        }
    }
}

#[actix_web::test]
async fn a_vote_begins_without_a_choice_and_says_that_nothing_is_sent() {
    let html = told(Voice::FrTu, &sample(State::Voting)).await;
    assert!(!html.contains(" checked"));
    assert!(html.contains("Ton vote n’est pas encore envoyé."));
    assert!(html.contains("vendredi 27 novembre à 20 h (heure de Montréal)"));
    assert!(html.contains("Il en manque 1 pour que le vote compte."));
    let mut voted = sample(State::Voting);
    let mine = Ballot {
        member: voted.authors[0],
        said: Said::Word("no"),
        reason: Some("Non".to_owned()),
        changed: false,
        by_phone: None,
        unsigned: false,
    };
    voted.vote.as_mut().unwrap().mine = Some(mine);
    let html = told(Voice::FrTu, &voted).await;
    assert!(html.contains("Ton vote est envoyé") && html.contains("Changer mon vote"));
    assert!(!html.contains("n’est pas encore envoyé"));
}

#[actix_web::test]
async fn a_result_shows_its_arithmetic_and_first_the_voices_that_did_not_carry() {
    let html = told(Voice::FrTu, &sample(State::Adopted)).await;
    assert!(html.contains("Adoptée : 11 pour, 2 contre, 1 abstention."));
    assert!(html.contains("Sur 13 voix pour ou contre, il fallait au moins 9 « pour ». Il y en a 11."));
    assert!(html.contains("La décision agit le lundi 30 novembre à 20 h (heure de Montréal)."));
    assert!(html.find("Trop tôt").unwrap() < html.find("Sans raison écrite").unwrap());
    let done = told(Voice::FrTu, &sample(State::InForce)).await;
    assert!(
        done.contains("Fait tout seul, le jeudi 3 décembre 2026 à 9 h"),
        "when it happened, not when it was planned"
    );
    assert!(!done.contains("30 novembre"));
    let failed = told(Voice::FrTu, &sample(State::EffectFailed)).await;
    assert!(failed.contains("La charte le disait déjà.") && failed.contains("Pas appliquée"));
    let not = told(Voice::En, &sample(State::NotAdopted)).await;
    assert!(not.contains("Not adopted: 5 for, 8 against, 1 abstention.") && not.contains("Nothing changes."));
}

/// A question that decides nothing, answered by two.
fn consulted() -> Proposal {
    let question = Question { method: Method::Sense, ..Question::default() };
    let said: counting::Said = ["thumb_up", "thumb_sideways"].map(|word| (word.to_owned(), 1)).into();
    let over = sample(State::InForce);
    Proposal {
        state: State::Consulted,
        effect: None,
        differences: vec![],
        recount: recount(&question, 20, &said, None),
        result: Some(count_other(&over.rules.put_by(Method::Sense), &question, 20, said, None)),
        question,
        ..over
    }
}

#[actix_web::test]
async fn a_consultation_says_that_it_decides_nothing_and_what_was_answered() {
    for voice in Voice::ALL {
        let html = told(voice, &consulted()).await;
        assert!(!html.contains("ballots.json") && !html.contains("class=\"stamp"), "{html}");
    }
    let html = told(Voice::FrTu, &consulted()).await;
    assert!(html.contains("Sans décision") && html.contains("Les deux réponses du milieu"), "{html}");
    assert!(html.contains("2 personnes ont répondu, sur 20.") && !html.contains("Pas adoptée"), "{html}");
}

#[actix_web::test]
async fn a_reason_that_is_not_signed_is_read_without_a_name() {
    let mut adopted = sample(State::Adopted);
    let against = &mut adopted.vote.as_mut().unwrap().ballots[0];
    against.unsigned = true;
    let html = told(Voice::FrTu, &adopted).await;
    assert!(html.contains("Trop tôt") && html.contains("Sans signature"));
    assert!(html.contains("N’ont pas signé de raison"), "{html}");
    assert!(!html.contains("pendant le vote"), "whoever changed her mind would be known by it");
    let html = told(Voice::FrTu, &sample(State::Adopted)).await;
    assert!(html.contains("pendant le vote") && !html.contains("Sans signature"));
}

#[actix_web::test]
async fn paper_is_told_apart_from_the_screens_and_waited_for() {
    let mut adopted = sample(State::Adopted);
    let found = Totals::of([("yes".to_owned(), 4), ("no".to_owned(), 1)], 1);
    adopted.result.as_mut().unwrap().paper = Some(OnPaper::of(&found, 9, false, Secrecy::Open, 0));
    let html = told(Voice::FrTu, &adopted).await;
    assert!(html.contains("14 bulletins : 9 à l’écran, 5 sur papier."), "{html}");
    assert!(html.contains("Un autre bulletin de papier était annulé."));
    assert!(html.contains("4 bulletins de papier, sans noms."));
    adopted.result.as_mut().unwrap().paper = Some(OnPaper::NOT_COUNTED);
    let html = told(Voice::En, &adopted).await;
    assert!(html.contains("The paper was not counted in time.") && !html.contains("on paper."));
    let mut waits = sample(State::Voting);
    waits.closes_at = Some(at("2026-11-19T01:00:00Z"));
    let until = Some(at("2026-11-26T01:00:00Z"));
    waits.vote.as_mut().unwrap().paper = PaperSeen { mine: None, handed: 2, waits_until: until };
    let html = told(Voice::FrTu, &waits).await;
    assert!(html.contains("On attend le décompte du papier") && html.contains("/decide/41/paper/tally"));
    assert!(html.contains("mercredi 25 novembre à 20 h (heure de Montréal)"));
    assert!(!html.contains("Envoyer mon vote"), "no ballot is taken any more");
}

#[actix_web::test]
async fn whoever_took_paper_is_not_asked_to_vote_on_a_screen() {
    let mut voting = sample(State::Voting);
    voting.vote.as_mut().unwrap().paper = PaperSeen { mine: Some(voting.authors[0]), handed: 1, waits_until: None };
    let html = told(Voice::FrVous, &voting).await;
    assert!(html.contains("Vous avez pris un bulletin de papier.") && !html.contains("Envoyer mon vote"));
    assert!(!html.contains("/paper/back"), "somebody else notes that she gave it back");
}

#[actix_web::test]
async fn what_its_authors_may_do_is_gone_once_the_text_is_frozen() {
    for state in State::ALL {
        let html = told(Voice::FrTu, &sample(state)).await;
        let may_change = matches!(state, State::Waiting | State::Discussing);
        assert_eq!(html.contains("/decide/41/revise"), may_change, "{state:?}");
        assert_eq!(html.contains("action=\"/g/tasse/decide/41/say\""), may_change, "{state:?}");
        assert!(!html.contains("/decide/41/second"), "nobody seconds her own: {state:?}");
    }
}

#[actix_web::test]
async fn where_the_talk_stands_comes_first_and_a_worry_leads_to_its_passage() {
    let html = told(Voice::FrTu, &sample(State::Discussing)).await;
    let (so_far, worry) = (html.find("Où &lt;en&gt; est-on").unwrap(), html.find("id=\"said-").unwrap());
    assert!(so_far < worry);
    assert!(html.contains("id=\"text-summary-1\"") && html.contains("id=\"text-body-1\""));
    assert!(html.contains("href=\"/g/tasse/decide/41/versions#version-1\""), "the passage changed since");
    let mut still = sample(State::Discussing);
    let here = Spot { field: Field::Body, paragraph: 0 };
    still.contributions[0].passage = Some(Passage { version: 2, place: here, now: Some(here) });
    let html = told(Voice::En, &still).await;
    assert!(html.contains("href=\"#text-body-1\""));
    for state in State::ALL {
        let html = told(Voice::FrVous, &sample(state)).await;
        let open = matches!(state, State::Waiting | State::Discussing);
        assert_eq!(html.contains("/passage\""), open, "{state:?}");
    }
}

const LEAST: Least = Least { discussion: 5, voting: 5 };

#[test]
fn an_unfinished_mandate_is_kept_as_it_was_typed() {
    let fields = Fields { mandate_title: "Clés".to_owned(), until: "bientôt".to_owned(), ..Fields::default() };
    let (kind, details) = fields.text(Happens::Mandate, LEAST).effect.unwrap();
    assert_eq!(kind, GrantMandate::KIND);
    assert_eq!(details["until"], "bientôt");
    assert!(NewMandate::deserialize(&details).is_err());
    let proposal = Proposal { effect: Some((kind, details)), ..sample(State::Draft) };
    let again = Fields::of(&proposal);
    assert_eq!(
        (again.mandate_title.as_str(), again.until.as_str(), again.trial_until.as_str()),
        ("Clés", "bientôt", "")
    );
}

#[test]
fn a_number_that_cannot_be_read_comes_back_as_it_was_typed() {
    let draft = |method: Method, seats: &str, budget: &str| {
        let fields = Fields {
            method: method.word().to_owned(),
            options: "Un banc 10\nUne table 20".to_owned(),
            seats: seats.to_owned(),
            budget: budget.to_owned(),
            ..Fields::default()
        };
        let question = fields.text(Happens::Choice, LEAST).question;
        let is_sent = ::decisions::rules::question::problems(&question).is_empty();
        let again = Fields::of(&Proposal { question, ..sample(State::Draft) });
        (again.seats, again.budget, is_sent)
    };
    let typed = |seats: &str, budget: &str, is_sent| (seats.to_owned(), budget.to_owned(), is_sent);
    assert_eq!(draft(Method::Approval, " deux ", ""), typed("deux", "", false));
    assert_eq!(draft(Method::Approval, "1", ""), typed("1", "", true));
    assert_eq!(draft(Method::EqualShares, "", "douze piastres"), typed("", "douze piastres", false));
    assert_eq!(draft(Method::EqualShares, "", "120,50 $"), typed("", "120,50", true));
    assert_eq!(draft(Method::Dates, "une dizaine", "").0, "une dizaine");
    assert_eq!(draft(Method::Score, "deux", ""), typed("", "", true), "where no number is asked for");
}

#[test]
fn everything_that_cannot_be_read_is_said_at_once() {
    let typed = Typed::read("until=bient%C3%B4t&discussion_days=une+dizaine".as_bytes()).unwrap();
    let fields: Fields = typed.values().unwrap();
    let named = |problems: Vec<commons::refusal::Problem>| problems.iter().map(|p| p.field).collect::<Vec<_>>();
    assert_eq!(named(Fields::unreadable_days(&typed, LEAST)), ["discussion_days"]);
    assert_eq!(named(fields.unreadable_effect(Happens::Mandate, &typed)), ["holder", "until"]);
    assert_eq!(named(fields.other_problems(Happens::Mandate)), ["title", "summary", "mandate_title", "aim"]);
    assert_eq!(fields.unreadable_effect(Happens::Nothing, &typed), []);
    assert_eq!(named(fields.unreadable_effect(Happens::Trial, &typed)), ["trial_until"]);
}

#[test]
fn a_rule_is_kept_in_its_one_form_or_as_typed() {
    let written = |rule: &str, value: &str| {
        let fields = Fields { rule: rule.to_owned(), value: value.to_owned(), ..Fields::default() };
        fields.text(Happens::Charter, LEAST).effect.unwrap().1["value"].as_str().unwrap().to_owned()
    };
    assert_eq!(written("quorum_ordinary", " 33 % "), "33%");
    assert_eq!(written("seconders", "007"), "7");
    assert_eq!(written("seconders", " deux "), "deux");
    assert_eq!(written("no_such_rule", "x"), "x");
}

#[test]
fn one_changed_word_is_seen() {
    let before = sample(State::Draft);
    let after = Proposal { summary: format!("{}.", before.summary), ..before.clone() };
    assert_eq!(fingerprint(&before), fingerprint(&before.clone()));
    assert_ne!(fingerprint(&before), fingerprint(&after));
    // What stands at the end of one part is not taken for the start of the next.
    let moved =
        Proposal { title: format!("{}O", before.title), summary: "n manque de temps.".to_owned(), ..before.clone() };
    assert_ne!(fingerprint(&before), fingerprint(&moved));
}

#[test]
fn every_desk_has_its_addresses() {
    let desk = |which, happens, about: Option<&str>| Desk { which, happens, about: about.map(str::to_owned) };
    let new = desk(Which::New, Some(Happens::Charter), Some("seconders"));
    assert_eq!((new.asks().as_str(), new.here().as_str()), ("/decide/new", "/decide/new/charter/seconders"));
    let revision = desk(Which::Revision(41), None, None);
    assert_eq!(revision.here(), "/decide/41/revise");
    assert_eq!(revision.asks(), "/decide/41/revise/effect");
    assert_eq!(revision.writes(Happens::Trial), "/decide/41/revise/as/trial");
    for happens in Happens::ALL {
        assert_eq!(Happens::named(happens.word()), Some(happens));
        let method = if happens == Happens::Choice { Method::Approval } else { Method::Majority };
        assert_eq!(Happens::of(happens.effect(), method), happens);
    }
}

#[test]
fn a_fingerprint_is_read_in_fours() {
    assert_eq!(in_fours("7f3a91c40b2ed8"), "7f3a 91c4 0b2e d8");
    assert_eq!(in_fours(""), "");
}
