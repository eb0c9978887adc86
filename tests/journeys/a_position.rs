//! A position with dissents (story 4.9, checks 3 and 9): 15 for, 2 against, 4 abstentions. The two who are against say
//! why and do not sign; their reasons come first, as large as the others. Nothing happens by itself.

use crate::{enter, in_full, setting, tell_of_a_group};
use chrono::Duration;
use commons::refusal::Message;
use parpour_tests::Kind::{Postgres, Sqlite};
use parpour_tests::World;
use parpour_tests::browser::Language::{English, French};
use parpour_tests::browser::Screen::Phone;
use parpour_tests::browser::{Person, Said, Scene, Setting};
use tally::Choice;

/// 118 words.
const SUMMARY: &str = "\
    On propose que le groupe dise tout haut ce qu'il pense des fichiers sur les personnes. Un fichier permanent, \
    c'est une liste ou un dossier qui reste quand la confiance est partie. On en a vu dans nos vies. Ils ont suivi \
    des gens de ville en ville, et il a fallu des années pour les faire corriger. Le groupe refuserait d'en tenir \
    sur ses membres, et il inviterait les autres groupes à en parler. Rien ne change dans nos façons de faire, \
    parce qu'on n'en tient pas. Si le texte passe, on le lira au congrès de novembre. Si le texte ne passe pas, \
    chaque personne reste libre de dire ce qu'elle pense en son propre nom.";
const TEXT: &str = "Considérant que parler est un geste libre;\n\
    considérant qu'une trace reste quand la confiance est partie;\n\
    considérant que nos prédécesseures l'ont déjà dit il y a trente ans;\n\
    considérant qu'on s'entraide très bien sans fichier,\n\n\
    le groupe refuse tout fichier permanent sur ses membres et invite les autres groupes à en parler.";
/// 62 words.
const LONGER: &str = "\
    Je suis d'accord avec le fond. Je trouve le texte trop dur pour les gens qui travaillent bien. Une infirmière \
    a écrit dans mon dossier que je disais vrai, et cette page m'a sauvée devant le juge. Sans cette trace, ma \
    parole ne valait rien. J'aurais voulu qu'on écrive cela, et qu'on demande le droit de corriger plutôt que de \
    tout refuser.";
/// 41 words.
const SHORTER: &str = "\
    Permanent est un mot trop large. Notre registre aussi est permanent, et on en est fiers. J'ai peur qu'on nous \
    le reproche. J'aurais préféré un texte sur les fichiers qu'on ne peut ni lire ni faire effacer. Je suivrai la \
    décision.";
const FOR: &str = "Mon dossier m'a suivie plus longtemps que ma peine.";

/// What people need to know of the group.
struct Start {
    home: String,
    proposal: String,
    solange: (String, String),
    ovila: (String, String),
    /// Who signed her reason.
    signed: String,
}

#[test]
fn on_a_phone_in_french() {
    a_position(setting(Sqlite, Phone, French));
}

#[test]
fn on_a_phone_in_english() {
    in_full(setting(Postgres, Phone, English), a_position);
}

#[test]
fn the_texts_are_as_long_as_in_the_story() {
    let words = [SUMMARY, LONGER, SHORTER].map(|text| text.split_whitespace().count());
    assert_eq!(words, [118, 62, 41]);
}

fn a_position(setting: Setting) {
    tell_of_a_group("a position", setting, &[], a_question_almost_decided, async |scene: &mut Scene, start: Start| {
        let (solange, ovila) = (scene.somebody("Solange").await, scene.somebody("Ovila").await);
        comes_in(&solange, &start, &start.solange).await;
        comes_in(&ovila, &start, &start.ovila).await;
        forgets_to_choose(&solange, &start).await;
        dissents(&solange, LONGER).await;
        ovila.visit(&start.proposal).await;
        ovila.choose("vote-unsigned").await;
        dissents(&ovila, SHORTER).await;

        scene.program.advance(Duration::days(3));
        comes_in(&ovila, &start, &start.ovila).await;
        ovila.visit(&start.proposal).await;
        reads_the_result(&ovila).await;
        reads_the_reasons(&ovila, &start).await;
        solange.close().await;
        ovila.close().await;
    });
}

/// 35 members; 15 have voted for, 4 abstain.
async fn a_question_almost_decided(world: &World) -> Start {
    let group = world.a_group().with_people(35).quick().with_rule("quorum_ordinary", "12");
    let group = group.with_rule("voting_days_ordinary", "2").found().await;
    let proposal = group.proposes(2).titled("Pas de fichier permanent sur nos vies").summed_up(SUMMARY).saying(TEXT);
    let id = proposal.opened().await;
    group.votes_saying(2, id, Choice::Yes, FOR).await.unwrap();
    for who in 3..17 {
        group.votes(who, id, Choice::Yes).await.unwrap();
    }
    for who in 17..21 {
        group.votes(who, id, Choice::Abstain).await.unwrap();
    }
    let number = group.see(id).await.number.unwrap();
    let home = format!("/g/{}", group.slug);
    let way = |who: usize| (group.name(who), group.passphrase(who));
    Start { proposal: format!("{home}/decide/{number}"), home, solange: way(0), ovila: way(1), signed: group.name(2) }
}

async fn comes_in(person: &Person, start: &Start, (name, passphrase): &(String, String)) {
    enter(person, &start.home, name, passphrase).await;
}

/// What she ticked and wrote stays when she forgot the rest.
async fn forgets_to_choose(person: &Person, start: &Start) {
    person.visit(&start.proposal).await;
    person.reads(SUMMARY.to_owned()).await;
    person.reads("vote-unsigned-hint").await;
    person.fill("vote-reason", LONGER).await;
    person.choose("vote-unsigned").await;
    person.press_expecting("vote-send", 422).await;
    person.reads("ballot-choose").await;
    assert_eq!(person.value("vote-reason").await, LONGER);
    assert!(person.has_chosen("vote-unsigned").await, "what was ticked is kept");
}

/// Votes against on the page she is on, where the reason is not to be signed.
async fn dissents(person: &Person, why: &str) {
    person.choose("choice-no").await;
    person.fill("vote-reason", why).await;
    person.press("vote-send").await;
    person.reads("vote-sent").await;
    person.reads(why.to_owned()).await;
    person.reads("voices-unsigned").await;
}

async fn reads_the_result(person: &Person) {
    person.reads("stamp-adopted").await;
    let verdict = Message::new("verdict-adopted").with("yes", 15i64).with("no", 2i64);
    person.reads(verdict.with("abstain", 4i64).with("blank", 0i64)).await;
    person.reads(Message::new("result-arithmetic").with("base", 17i64).with("needed", 9i64).with("yes", 15i64)).await;
    person.reads(Message::new("result-quorum").with("ballots", 21i64).with("roll", 35i64).with("quorum", 12i64)).await;
    person.reads("did-position").await;
}

/// Both dissents come first, in the same type as every other reason, and nothing says whose each is.
async fn reads_the_reasons(person: &Person, start: &Start) {
    let reasons = person.texts(".reasons .kept").await;
    assert_eq!(reasons, [LONGER, SHORTER, FOR]);
    let sizes = person.type_sizes(".reasons .kept").await;
    assert!(sizes.iter().all(|size| *size == sizes[0]), "{sizes:?}");
    let unsigned = person.say(&Said::from("voices-unsigned"));
    assert_eq!(person.texts(".reasons .byline").await, [unsigned.clone(), unsigned, start.signed.clone()]);
    // What they chose is told with their names, as in every open vote.
    let against = &person.texts(".reasons").await[0];
    assert!(against.contains(&start.solange.0) && against.contains(&start.ovila.0), "{against}");
}
