//! What the group decided in its year, as data. Words are those of an invented group, in its own language.

use chrono::{Days, NaiveDate};
use decisions::commands::contribute::ContributionKind;
use decisions::rules::question::{Method, Offer, Question};

/// What a decision of the story does. People are numbers of [`super::PEOPLE`].
#[derive(Clone, Copy, Debug)]
pub(super) enum Does {
    /// A position: nothing automatic.
    Nothing,
    /// A position about which the group asks itself again after so many months.
    Trial(u32),
    /// A change of one rule.
    Rule(&'static str, &'static str),
    /// A mandate: title, aim, limits, powers, holder.
    Mandate(&'static str, &'static str, &'static str, &'static [&'static str], usize),
    /// The end of the mandate with that title.
    EndOf(&'static str),
}

/// Something said.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said {
    pub(super) by: usize,
    pub(super) kind: ContributionKind,
    pub(super) words: &'static str,
    /// Who answers, and how.
    pub(super) answer: Option<(usize, &'static str)>,
}

/// A way to ask other than yes or no.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asks {
    pub(super) method: Method,
    /// What each option is called and what it costs in dollars; of a date, the hour, and after how many days.
    pub(super) options: &'static [(&'static str, u32)],
    /// How many options win; of dates, how many people must be able to come.
    pub(super) seats: u64,
    /// Dollars to spend.
    pub(super) budget: u32,
    /// How many people say what: a word, or a number for each option.
    pub(super) ballots: &'static [(usize, &'static str)],
}

impl Asks {
    /// The question as a page would put it on that day.
    pub(super) fn question(&self, today: NaiveDate) -> Question {
        let cents = |dollars: u32| u64::from(dollars) * 100;
        let offer = |(label, number): &(&str, u32)| match self.method {
            Method::Dates => Offer { label: format!("{}T{label}", today + Days::new((*number).into())), cost: 0 },
            _ => Offer { label: (*label).to_owned(), cost: cents(*number) },
        };
        let (options, budget) = (self.options.iter().map(offer).collect(), cents(self.budget));
        Question { method: self.method, options, seats: self.seats, budget, ..Question::default() }
    }
}

/// Why somebody votes no.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dissent {
    pub(super) by: usize,
    pub(super) words: &'static str,
    /// Whether she signs it.
    pub(super) signed: bool,
}

/// Other words for the first paragraph of the summary, or, after the first one, for the words of the one before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amended {
    pub(super) by: usize,
    pub(super) seconder: usize,
    pub(super) title: &'static str,
    pub(super) words: &'static str,
    pub(super) why: &'static str,
    /// Yes, no, abstentions.
    pub(super) votes: (usize, usize, usize),
}

/// A proposal of the story.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    pub(super) by: usize,
    pub(super) seconder: usize,
    pub(super) title: &'static str,
    pub(super) summary: &'static str,
    pub(super) body: &'static str,
    pub(super) does: Does,
    pub(super) said: &'static [Said],
    /// Whether somebody asks that its vote be secret.
    pub(super) secret: bool,
    /// How it is put, when not by yes or no; its ballots are then told there.
    pub(super) asks: Option<Asks>,
    /// Yes, no, abstentions; blank ballots instead where the vote is secret.
    pub(super) votes: (usize, usize, usize),
    /// Who votes no first, and why.
    pub(super) dissents: &'static [Dissent],
}

const fn mandate(
    by: usize,
    seconder: usize,
    title: &'static str,
    aim: &'static str,
    limits: &'static str,
    holder: usize,
    votes: (usize, usize, usize),
) -> Told {
    Told {
        by,
        seconder,
        title,
        summary: aim,
        body: "",
        does: Does::Mandate(title, aim, limits, &[], holder),
        said: &[],
        secret: false,
        asks: None,
        votes,
        dissents: &[],
    }
}

const PLEASES: ContributionKind = ContributionKind::Pleases;
const WORRIES: ContributionKind = ContributionKind::Worries;
const QUESTION: ContributionKind = ContributionKind::Question;

/// The first tasks that the group entrusted.
pub(super) const TASKS: &[Told] = &[
    mandate(
        1,
        4,
        "Garder la chaîne téléphonique",
        "Tenir les branches à jour et faire deux essais par année.",
        "Ne lit pas les numéros des autres branches.",
        17,
        (18, 0, 1),
    ),
    mandate(
        2,
        9,
        "Tenir la caisse, première signature",
        "Payer ce qui a été décidé, avec Solange. Chaque dépense a son reçu.",
        "Ne prête pas d'argent. Ne signe rien en solo.",
        9,
        (19, 0, 0),
    ),
    mandate(
        2,
        3,
        "Tenir la caisse, deuxième signature",
        "Payer ce qui a été décidé, avec Isidore. Chaque dépense a son reçu.",
        "Ne prête pas d'argent. Ne signe rien en solo.",
        20,
        (17, 1, 1),
    ),
    mandate(
        6,
        8,
        "Tenir la caisse de cuisine",
        "Avancer les achats des cuisines et rembourser avec reçu.",
        "Pas plus de 50 $ à la fois.",
        3,
        (16, 0, 3),
    ),
    mandate(
        28,
        1,
        "Ouvrir et fermer le local",
        "Garder une clé et ouvrir le mardi.",
        "Ne prête pas la clé.",
        4,
        (20, 0, 0),
    ),
    mandate(28, 12, "Tenir le répertoire", "Vérifier les ressources du quartier une fois par an.", "", 22, (15, 0, 2)),
    Told {
        by: 28,
        seconder: 20,
        title: "Tenir le registre des incidents de confidentialité",
        summary: "Wilfrid noterait les incidents : une feuille perdue, un courriel envoyé à la mauvaise personne. Pour un an.",
        body: "La loi demande ce registre. On y parle de renseignements et de dates, jamais de fautes.",
        does: Does::Mandate(
            "Tenir le registre des incidents",
            "Noter chaque incident, dire aux personnes touchées ce qui s'est passé.",
            "N'y nomme personne.",
            &["keep_incidents"],
            31,
        ),
        said: &[],
        secret: false,
        asks: None,
        votes: (18, 0, 1),
        dissents: &[],
    },
    Told {
        by: 27,
        seconder: 10,
        title: "Écrire la page pour les visiteuses et visiteurs",
        summary: "Fleurette écrirait les mots que lisent les gens qui nous découvrent. Pour un an.",
        body: "",
        does: Does::Mandate(
            "Écrire la page publique",
            "Dire en mots simples qui nous sommes et quand passer.",
            "N'y met le nom de personne.",
            &["write_welcome_page"],
            26,
        ),
        said: &[],
        secret: false,
        asks: None,
        votes: (14, 1, 2),
        dissents: &[],
    },
];

/// The freezer, with other words for it: used, and dearer than that.
pub(super) const FREEZER: Told = Told {
    by: 9,
    seconder: 20,
    title: "Acheter un congélateur",
    summary: "Acheter un congélateur coffre, au plus 600 $.\n\n\
              L'argent est pris dans la caisse. Le congélateur irait dans le local, près de la cuisine. On garderait les \
              portions des cuisines collectives.",
    body: "Isidore et Solange peuvent dépenser cette somme pour cet achat, avec leurs deux signatures.\n\n\
           Ce qui n'est pas dépensé reste dans la caisse. Le reçu est montré à la réunion qui suit.",
    does: Does::Nothing,
    said: &[
        Said {
            by: 6,
            kind: PLEASES,
            words: "On pourrait cuisiner deux fois moins souvent et manger aussi bien.",
            answer: None,
        },
        Said {
            by: 8,
            kind: WORRIES,
            words: "Le local paie déjà cher d'électricité.",
            answer: Some((9, "On a regardé : environ 4 $ par mois pour un petit coffre récent.")),
        },
        Said {
            by: 16,
            kind: QUESTION,
            words: "Qui le transporte?",
            answer: Some((2, "Mon beau-frère a une remorque.")),
        },
    ],
    secret: false,
    asks: None,
    votes: (16, 1, 2),
    dissents: &[Dissent { by: 8, words: "J'aurais mis l'argent dans les cuisines.", signed: true }],
};

/// What changes the words of the freezer: an amendment, and what changes that one.
pub(super) const FREEZER_AMENDED: &[Amended] = &[
    Amended {
        by: 3,
        seconder: 2,
        title: "D'occasion, au plus 450 $",
        words: "Acheter un congélateur coffre, d'occasion ou remis à neuf, au plus 450 $.",
        why: "Un appareil remis à neuf tient aussi longtemps.",
        votes: (14, 3, 2),
    },
    Amended {
        by: 6,
        seconder: 8,
        title: "500 $ plutôt que 450 $",
        words: "Acheter un congélateur coffre, d'occasion ou remis à neuf, au plus 500 $.",
        why: "À 450 $, on n'en trouve pas d'assez grand.",
        votes: (11, 5, 3),
    },
];

/// Saturdays by consent, and a question on which the group is split in two.
pub(super) const SPRING: &[Told] = &[
    Told {
        by: 4,
        seconder: 28,
        title: "Ouvrir le local le samedi matin, à l'essai",
        summary: "Le local serait ouvert le samedi de 9 h 30 à 12 h, six mois à l'essai. Six porteuses et porteurs de clés, \
                  deux chaque samedi, à tour de rôle. Chaque personne peut passer son tour.",
        body: "On met des pantoufles : il y a quelqu'un qui dort au-dessus.\n\nAprès six mois, on se redemande si on garde.",
        does: Does::Trial(6),
        said: &[
            Said {
                by: 12,
                kind: WORRIES,
                words: "Les clés sont toujours chez les deux mêmes. Elles vont se fatiguer.",
                answer: Some((4, "C'est pour ça qu'on serait six, par tours.")),
            },
            Said {
                by: 35,
                kind: PLEASES,
                words: "La semaine je travaille. Le samedi, je pourrais venir.",
                answer: None,
            },
        ],
        secret: false,
        asks: Some(Asks {
            method: Method::Consent,
            options: &[],
            seats: 0,
            budget: 0,
            ballots: &[(18, "consent"), (2, "concern"), (1, "stand_aside")],
        }),
        votes: (0, 0, 0),
        dissents: &[],
    },
    Told {
        by: 15,
        seconder: 13,
        title: "Repeindre le local en jaune",
        summary: "On repeindrait le grand mur en jaune, un samedi. La peinture coûte 60 $.",
        body: "",
        does: Does::Nothing,
        said: &[
            Said { by: 24, kind: WORRIES, words: "Le jaune me fatigue les yeux.", answer: None },
            Said { by: 7, kind: PLEASES, words: "En février, ça ferait du soleil.", answer: None },
        ],
        secret: false,
        asks: None,
        votes: (8, 8, 3),
        dissents: &[],
    },
];

/// A rule changes, a position is taken, a question finds too few voices, and money is shared.
pub(super) const SUMMER: &[Told] = &[
    Told {
        by: 14,
        seconder: 21,
        title: "Discuter sept jours plutôt que cinq",
        summary: "Plusieurs n'ont pas le temps de lire et de demander en cinq jours. On en donnerait sept pour les décisions ordinaires.",
        body: "",
        does: Does::Rule("discussion_days_ordinary", "7"),
        said: &[Said {
            by: 34,
            kind: PLEASES,
            words: "Je lis sur papier. Deux jours de plus, ça change tout.",
            answer: None,
        }],
        secret: false,
        asks: None,
        votes: (17, 3, 1),
        dissents: &[],
    },
    Told {
        by: 20,
        seconder: 27,
        title: "Position : pas de fichier permanent sur nos vies",
        summary: "Le groupe dirait publiquement qu'il refuse les fichiers informatisés permanents sur les personnes. \
                  Nos vies ne sont pas des dossiers. On peut aider sans garder de trace.",
        body: "Considérant que parler est un geste libre;\n\
               considérant qu'une trace reste quand la confiance est partie;\n\
               considérant que nos prédécesseures l'ont déjà dit il y a trente ans;\n\
               considérant qu'on s'entraide très bien sans fichier,\n\n\
               le groupe refuse tout fichier permanent sur ses membres et invite les autres groupes à en parler.",
        does: Does::Nothing,
        said: &[],
        secret: false,
        asks: None,
        votes: (15, 2, 4),
        dissents: &[
            Dissent {
                by: 31,
                words: "Je suis d'accord avec le fond. Je trouve le texte trop dur pour les gens qui travaillent bien.",
                signed: false,
            },
            Dissent {
                by: 11,
                words: "Notre registre aussi est permanent, et on en est fiers. J'ai peur qu'on nous le reproche.",
                signed: false,
            },
        ],
    },
    Told {
        by: 25,
        seconder: 18,
        title: "Une sortie au musée en juillet",
        summary: "On irait au musée de la ville voisine un mardi de juillet. L'entrée est gratuite le mardi.",
        body: "",
        does: Does::Nothing,
        said: &[],
        secret: false,
        asks: None,
        votes: (6, 0, 1),
        dissents: &[],
    },
    Told {
        by: 12,
        seconder: 5,
        title: "Partager 400 $ du bazar",
        summary: "Le bazar a rapporté plus que prévu. On choisirait ensemble à quoi vont 400 $. \
                  Chaque personne pèse autant : ce qui tient à cœur à peu de gens a sa part aussi.",
        body: "",
        does: Does::Nothing,
        said: &[Said {
            by: 32,
            kind: PLEASES,
            words: "Des timbres, c'est comme ça que je reçois les nouvelles.",
            answer: None,
        }],
        secret: false,
        asks: Some(Asks {
            method: Method::EqualShares,
            options: &[
                ("Des bottes d'hiver à prêter", 180),
                ("Un micro pour la salle", 250),
                ("Des timbres et des cartes", 90),
                ("Des tasses et une nappe", 120),
            ],
            seats: 0,
            budget: 400,
            ballots: &[(8, "1,0,1,0"), (6, "0,1,1,0"), (4, "0,0,1,1"), (3, "0,1,0,1")],
        }),
        votes: (0, 0, 0),
        dissents: &[],
    },
];

/// A sheet went astray: a mandate is recalled. And a day is chosen for apples.
pub(super) const AUTUMN: &[Told] = &[
    Told {
        by: 28,
        seconder: 30,
        title: "Rappeler le mandat de la chaîne téléphonique",
        summary: "Une feuille d'appels est sortie du groupe. On rappellerait le mandat. Hubert a été entendu, avec Yolande à côté de lui.",
        body: "On ne cherche pas de coupable. On change les feuilles et on confie la tâche à quelqu'un d'autre.",
        does: Does::EndOf("Garder la chaîne téléphonique"),
        said: &[Said {
            by: 17,
            kind: WORRIES,
            words: "J'ai fait une erreur et je l'ai dite. J'aimerais qu'on se souvienne des deux.",
            answer: None,
        }],
        secret: true,
        asks: None,
        votes: (17, 4, 3),
        dissents: &[],
    },
    Told {
        by: 25,
        seconder: 7,
        title: "Quel jour pour la sortie aux pommes?",
        summary: "Le verger est à une heure d'autobus. Il faut être huit pour le prix de groupe.",
        body: "",
        does: Does::Nothing,
        said: &[],
        secret: false,
        asks: Some(Asks {
            method: Method::Dates,
            options: &[("10:00", 24), ("10:00", 31), ("13:00", 32)],
            seats: 8,
            budget: 0,
            ballots: &[(9, "2,1,0"), (6, "0,2,2"), (5, "2,0,1"), (2, "1,2,0")],
        }),
        votes: (0, 0, 0),
        dissents: &[],
    },
];

/// Open for a vote when the demonstration starts.
pub(super) const VOTING: Told = Told {
    by: 6,
    seconder: 1,
    title: "Tenir la cuisine collective le samedi plutôt que le mardi",
    summary: "La cuisine collective aurait lieu le samedi, de 10 h à 13 h 30. Cinq personnes travaillent ou suivent un cours la semaine.",
    body: "Le mardi, le local resterait ouvert pour le café.\n\nOn essaie jusqu'en février, puis on en reparle.",
    does: Does::Nothing,
    said: &[
        Said { by: 35, kind: PLEASES, words: "Le samedi, je peux venir éplucher.", answer: None },
        Said {
            by: 13,
            kind: WORRIES,
            words: "L'autobus 14 passe une fois l'heure le samedi. Je n'arriverais pas avant 11 h.",
            answer: Some((6, "Rita passe par la rue des Cèdres à 9 h 40. Elle a deux places.")),
        },
        Said {
            by: 10,
            kind: QUESTION,
            words: "Est-ce qu'on garde quand même le local le mardi?",
            answer: Some((6, "Oui, pour le café.")),
        },
    ],
    secret: false,
    asks: None,
    votes: (5, 2, 1),
    dissents: &[],
};

/// Discussed when the demonstration starts.
pub(super) const DISCUSSED: Told = Told {
    by: 31,
    seconder: 28,
    title: "Confier la chaîne téléphonique à Wilfrid",
    summary: "Wilfrid apprend la tâche depuis l'hiver. Il prendrait le mandat, à l'essai, avec Yolande pour l'aider au début.",
    body: "",
    does: Does::Mandate(
        "Garder la chaîne téléphonique, à l'essai",
        "Tenir les branches à jour et faire deux essais par année.",
        "Imprime une branche à la fois, jamais la chaîne entière.",
        &[],
        31,
    ),
    said: &[
        Said { by: 30, kind: PLEASES, words: "Il m'a appelée pendant l'essai. C'était doux et clair.", answer: None },
        Said { by: 24, kind: QUESTION, words: "Est-ce qu'il garde sa place à la cuisine?", answer: None },
    ],
    secret: false,
    asks: None,
    votes: (0, 0, 0),
    dissents: &[],
};

/// Waits to be seconded when the demonstration starts.
pub(super) const WAITING: Told = Told {
    by: 33,
    seconder: 0,
    title: "Un café musique, un dimanche par mois",
    summary: "Les dimanches sont longs. Trois personnes jouent d'un instrument. On se retrouverait au local un dimanche par mois.",
    body: "",
    does: Does::Nothing,
    said: &[],
    secret: false,
    asks: None,
    votes: (0, 0, 0),
    dissents: &[],
};

/// What visitors read.
pub(super) const WELCOME: &str = "On est un groupe par et pour les personnes qui ont connu la détresse, la psychiatrie, ou les deux.\n\n\
On s'appelle, on se visite, on cuisine, on décide ensemble. Personne n'est au-dessus.\n\n\
Tu peux passer prendre un café le mardi, de 13 h à 16 h. Pas besoin de t'inscrire ni de donner ton nom.";

#[cfg(test)]
mod tests {
    use super::*;
    use decisions::rules::counting::{Said as Ballots, count};
    use decisions::rules::question::problems;
    use tally::Verdict;

    /// Each way of asking is one that a page would let through, and the group of 35 comes to a decision by it.
    #[test]
    fn every_choice_of_the_story_is_decided() {
        let today = NaiveDate::from_ymd_opt(2027, 4, 21).unwrap();
        let told = [SPRING, SUMMER, AUTUMN].concat();
        let asks: Vec<Asks> = told.iter().filter_map(|one| one.asks).collect();
        assert_eq!(
            asks.iter().map(|asks| asks.method).collect::<Vec<_>>(),
            [Method::Consent, Method::EqualShares, Method::Dates]
        );
        for asks in asks {
            let question = asks.question(today);
            assert_eq!(problems(&question), [], "{question:?}");
            let ballots = asks.ballots.iter().map(|(count, said)| ((*said).to_owned(), *count as u64));
            let (verdict, counted) = count(&question, 35, 12, ballots.collect::<Ballots>(), None);
            assert_eq!(verdict, Verdict::Adopted, "{counted:?}");
        }
    }

    /// Story 4.5: 11 to 5, 14 to 3, 16 to 1, and each sums to 19.
    #[test]
    fn nineteen_people_decide_on_the_freezer() {
        let all: Vec<_> = FREEZER_AMENDED.iter().map(|change| change.votes).chain([FREEZER.votes]).collect();
        assert!(all.iter().all(|(yes, no, abstain)| yes + no + abstain == 19), "{all:?}");
    }
}
