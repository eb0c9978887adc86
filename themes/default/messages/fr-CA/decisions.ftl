# Proposals, discussions, votes, and the register of decisions.

names-and = { $names } et { $last }
no-way-back = Ensuite, on ne peut pas revenir en arrière.
keep-it = Laisser comme c'est
back-to-proposal = Revenir à la proposition
back-to-text = Revenir au brouillon

## What every member may do here

power-propose = écrire une proposition et l'envoyer au groupe
power-second = appuyer une proposition
power-contribute = dire ce qui plaît, ce qui inquiète, poser une question
power-cast-ballot = voter
power-ask-extension = demander plus de temps pour un vote
power-ask-secrecy = demander qu'un vote soit secret
power-record-phone-vote = noter le vote d'une personne au téléphone
power-hand-paper = noter qui prend un bulletin de papier, ou le rend
power-tally-paper = compter les bulletins de papier, à deux
power-read-roll = lire qui était sur la liste d'un vote fini
power-summarise-talk = écrire où en est une discussion, ou le redire autrement

## Where a proposal is

state-draft = Brouillon
state-waiting = Attend un appui
state-discussing = En discussion
state-voting = Vote ouvert
state-adopted = Adoptée, pas encore en vigueur
state-in-force = Adoptée
state-effect-failed = Adoptée, mais pas appliquée
state-not-adopted = Pas adoptée
state-consulted = Consultation terminée
state-withdrawn = Retirée
state-lapsed = Sans appui
state-cancelled = Vote arrêté
state-ended = Finie

next-lapses = attend un appui jusqu'au { $at }
next-votes = discussion jusqu'au { $at }
next-closes = vote jusqu'au { $at }
next-paper = on attend le décompte du papier, au plus tard le { $at }
next-acts = en vigueur le { $at }
# Begins a line.
next-ends = Finit le { $at }
next-seconds = Jusqu'au { $at }
next-plain = Le { $at }
next-talk-days = { $days ->
    [0] Avec un appui, le vote ouvre tout de suite.
    [one] Avec un appui, on en parle { $days } jour.
   *[other] Avec un appui, on en parle { $days } jours.
}
next-vote-opens = Le vote ouvre le { $at }.
next-vote-days = { $days ->
    [one] Le vote dure { $days } jour. Il finit le soir.
   *[other] Le vote dure { $days } jours. Il finit le soir.
}
past-closed = vote fermé le { $day }
past-over = le { $day }

step-seconds = Appui
step-seconds-until = Appui, jusqu'au { $at }
step-seconded = Appuyée
step-talk = Discussion
step-talk-until = Discussion, jusqu'au { $at }
step-talk-over = Discussion finie
step-vote = Vote
step-vote-until = Vote, jusqu'au { $at }
step-result = Résultat

## The list

list-lead = N'importe qui peut proposer. On en parle, puis on vote.
list-new = Faire une proposition
list-votes = Votes ouverts
list-votes-none = Aucun vote ouvert. Une idée trotte dans ta tête ?
list-discussions = Discussions
list-discussions-none = Aucune discussion en cours.
list-waiting = En attente d'un appui
list-waiting-hint = Appuyer, c'est dire que ça mérite une discussion.
list-adopted = Adoptées, pas encore en vigueur
list-adopted-hint = La décision agit à la fin du délai.
list-over = Terminées
list-over-none = Rien n'est terminé pour le moment.
list-over-all = Voir toutes les propositions terminées
list-drafts = Tes brouillons
list-drafts-hint = Seules les personnes qui les écrivent les voient.
list-drafts-none = Aucun brouillon.
list-draft = Brouillon
list-no-title = Sans titre
list-register = Tout ce que le groupe a décidé y est inscrit.
list-register-read = Lire le registre
# Follows a number, as in "Proposition 41, vote jusqu'au vendredi".
list-then = , { $what }
vote-waits = Ton vote est attendu
vote-nothing-to-do = Rien à faire

## Writing: what should happen

new-title = Nouvelle proposition
new-question = Si c'est adopté, que doit-il se passer ?
new-over = Nouvelle proposition, étape 2 sur 3
new-over-again = Changer ce qui arrive
new-lead = Choisis une seule réponse. Tu pourras la changer plus tard.
new-back = Toutes les propositions
new-back-step = Revenir à l'étape d'avant
new-next = Continuer
new-choose = Choisis une réponse
new-draft = Ton texte est gardé comme brouillon. Personne d'autre que toi ne le voit.
new-draft-kept = C'est encore un brouillon. Rien n'est envoyé au groupe.
new-idea = Quelle est ton idée ?
new-over-idea = Nouvelle proposition, étape 1 sur 3
new-steps = Trois petites étapes
new-step-idea = Ton idée, et pourquoi.
new-step-effect = Ce qui se passe si c'est adopté.
new-step-read = Relire, puis envoyer.
new-same-weight = Les délais restent ceux du début. Certains choix demandent donc une nouvelle proposition.

happens-position = Une idée, une activité, un achat
happens-position-hint = Le groupe se prononce, puis des gens s'en occupent. Rien ne se fait tout seul.
happens-charter = Changer la charte
happens-charter-hint = { $part ->
    [half] Une règle du groupe change. Il faut plus de la moitié des voix.
   *[more] Une règle du groupe change. Il faut au moins { $p } voix sur { $q }.
}
happens-mandate = Confier un mandat
happens-mandate-hint = Une personne peut faire une chose précise, pour un temps limité.
happens-trial = Garder cet outil à l'essai
happens-trial-hint = Le groupe continue de s'en servir, jusqu'à une nouvelle date.

rules-question = Quelle règle changer ?
rules-lead = Chaque règle est suivie de ce qu'elle dit aujourd'hui.

## Writing: the words

write-title-revision = Changer une proposition
write-over = Nouvelle proposition, étape 3 sur 3
write-over-draft = Ton brouillon
write-over-revision = Changer la proposition { $number }
write-lead = Écris avec tes mots. Des phrases courtes aident tout le monde.
write-theirs = Le texte a changé pendant que tu écrivais
write-theirs-hint = Voici le texte gardé. Le tien est plus bas. En l'envoyant, tu remplaces celui-ci.
write-if-adopted = Si c'est adopté
write-other-effect = Changer ce qui arrive si c'est adopté
write-other-rule = Choisir une autre règle
write-read-again = Relire et envoyer
write-value = Nouvelle règle
write-choose = Choisir
write-mandate-title = Nom du mandat
write-mandate-title-hint = Le nom de la tâche. Par exemple : garder les clés.
write-aim = À quoi il sert
write-aim-hint = En une phrase.
write-limits = Ce qu'il ne permet pas
write-limits-hint = Par exemple : un montant, ou ce qui revient au groupe.
write-powers = Ce qu'il permet de faire ici
write-powers-hint = Rien à cocher si la tâche se fait ailleurs.
write-holder = Qui le reçoit
write-holder-hint = Demande d'abord à cette personne si elle veut.
write-choose-holder = Choisis une personne
write-until = Dernier jour
write-until-hint = Choisis le dernier jour, au plus tard le { $day }.
write-trial-until = Jusqu'à quel jour
write-trial-until-hint = Choisis le dernier jour, dans deux ans au plus. Ce jour-là, on se repose la question.
write-words = Les mots
write-title = Titre
write-title-hint = Une ligne qui dit l'idée.
write-summary = Pourquoi, en mots simples
write-summary-hint = Quoi et pourquoi, en 300 mots au plus. Il le faut pour ouvrir la discussion.
write-body = Texte au complet
write-body-hint = Les détails, s'il y en a.
write-days = Le temps qu'on prend
write-days-change = Changer la durée
write-discussion-days = Jours de discussion
write-voting-days = Jours de vote
write-days-least = La charte demande au moins { $least }. Au plus { $most }.
write-pending = Rien n'est encore envoyé au groupe.
write-revision-pending = Le groupe lit encore l'ancien texte.
write-keep = Garder pour plus tard
write-send = Envoyer au groupe
write-revise = Remplacer le texte
write-then = Ce qui vient ensuite
write-then-seconds = Quelqu'un d'autre l'appuie.
write-then-talk = { $days ->
    [0] On en parle, si le groupe veut.
    [one] On en parle au moins { $days } jour.
   *[other] On en parle au moins { $days } jours.
}
write-then-vote = { $days ->
    [one] On vote au moins { $days } jour.
   *[other] On vote au moins { $days } jours.
}
write-then-change = Le texte peut changer tant qu'on en parle.
write-then-revision = Tout le monde voit ce qui a changé, mot par mot.
write-then-time = Un texte changé tard est discuté un jour de plus.

proposal-title-missing = Écris un titre
proposal-summary-missing = Écris pourquoi, en mots simples
proposal-summary-long = { $over ->
    [one] Il y a { $over } mot de trop. Le résumé tient en { $max } mots
   *[other] Il y a { $over } mots de trop. Le résumé tient en { $max } mots
}
proposal-only-authors = Seules les personnes qui l'ont écrite peuvent la changer.
proposal-other-weight = Ce choix suit d'autres délais. Fais plutôt une nouvelle proposition
proposal-moved-on = Cette proposition a avancé entre-temps. Relis la page.
proposal-changed-meanwhile = Quelqu'un a changé ce texte entre-temps. Compare les deux.

## Drafts

draft-title = Ce brouillon
draft-who = Écrit par : { $names }
draft-with-others = Écrire à plusieurs
draft-delete = Jeter ce brouillon
draft-preview = Ce que le groupe lira
draft-preview-hint = D'après le texte gardé.
authors-title = Écrire à plusieurs
authors-lead = Qui écrit avec toi voit le brouillon et peut le changer.
authors-now = Qui l'écrit
authors-other = Avec qui
authors-other-hint = Demande-lui d'abord.
authors-add = Écrire avec cette personne
proposal-choose-member = Choisis une personne
proposal-author-already = Cette personne l'écrit déjà
proposal-last-author = Il ne reste que toi. Tu peux jeter le brouillon, ou retirer la proposition.
step-back-title = Ne plus en faire partie
step-back-hint = Les autres continuent. Ton nom n'y sera plus.
step-back-do = Me retirer de ce texte
delete-title = Jeter ce brouillon ?
delete-text = Le texte disparaît. Le groupe ne l'a pas vu.
delete-with-others = Il disparaît aussi pour les personnes qui l'écrivent avec toi.
delete-do = Jeter le brouillon
done-draft-kept = Ton brouillon est gardé.
done-draft-deleted = Le brouillon est jeté.
done-author-added = Vous écrivez maintenant ensemble.
done-stepped-back = Ton nom n'y est plus.

## One proposal

proposal-number = Proposition { $number }
proposal-closed = Proposition { $number }, vote fermé le { $at }
proposal-text = La proposition
proposal-body = Le texte au complet
proposal-by = { $count ->
    [one] { $names } propose
   *[other] { $names } proposent
}
proposal-of-the-founding = Posée par la fondation
proposal-sent = envoyée le { $sent }
proposal-sent-revised = envoyée le { $sent }, changée le { $revised }
proposal-seconded-by = Appuyée par { $names }
proposal-versions = Voir ce qui a changé le { $revised }
done-proposal-sent = Ta proposition est envoyée au groupe.
done-proposal-revised = Le nouveau texte est en place.

change-line = { $when } : { $what }
change-today = Aujourd'hui
change-then = Ensuite
change-before = Avant
change-now = Maintenant
change-ends = Ensuite, ça prend fin.
change-ended = Ça a pris fin.
effect-nothing = Rien d'automatique. Le groupe prend position, et la décision va au registre.
effect-at-close = Ça se fait tout seul, à la fermeture du vote.
effect-after-window = Ça se fait tout seul, { $hours } heures après la fermeture du vote.
mandate-aim-line = À quoi il sert : { $aim }
mandate-limits-line = Ce qu'il ne permet pas : { $limits }

rule-title = Comment on décide
rule-quorum-of-roll = Il faut au moins { $quorum ->
    [one] { $quorum } vote
   *[other] { $quorum } votes
    }, sur { $roll ->
    [one] { $roll } personne comptée.
   *[other] { $roll } personnes comptées.
    }
rule-quorum-members = { $count ->
    [one] Il faut au moins { $count } vote.
   *[other] Il faut au moins { $count } votes.
    }
rule-quorum-percent = Il faut le vote d'au moins { $percent } % des { $members }.
rule-quorum-majority = Il faut le vote de plus de la moitié des { $members }.
rule-half = C'est adopté s'il y a plus de « pour » que de « contre ».
rule-part = C'est adopté si au moins { $p } voix sur { $q } sont « pour ».
rule-roll = La liste des personnes qui votent se fait à l'ouverture du vote. Elle ne bouge plus.
rule-roll-drawn = La liste s'est faite à l'ouverture, et ne bouge plus. Personnes comptées : { $roll }. Qui est en pause ou n'est plus là compte seulement en votant.
rule-open = Le vote n'est pas secret : à la fin, le groupe lit qui a voté quoi.
rule-change = On peut changer son vote jusqu'à la fin.
rule-abstain = S'abstenir compte dans le nombre de votes, pas dans le résultat.
rule-tie = À égalité, ce n'est pas adopté.
rule-window = La décision agit { $hours } heures après la fermeture. D'ici là, on peut vérifier le compte.

second-title = Un appui, et on en parle
second-missing = { $count ->
    [0] Il ne manque plus d'appui.
    [one] Il manque { $count } appui pour ouvrir la discussion.
   *[other] Il manque { $count } appuis pour ouvrir la discussion.
}
second-until = Elle attend jusqu'au { $at }.
second-what = Appuyer, c'est dire que ça mérite une discussion. Ce n'est pas voter pour.
second-do = J'appuie
second-jump = Aller tout de suite à l'appui
second-own = L'appui vient de quelqu'un d'autre.
second-done = Tu l'appuies.
proposal-second-own = L'appui vient de quelqu'un d'autre.
proposal-seconded-already = Tu l'appuies déjà.
proposal-seconded-meanwhile = La discussion est ouverte. D'autres l'ont appuyée.
done-seconded = Tu appuies cette proposition.

yours-title = Ta proposition
yours-hint = Tu peux la changer tant qu'on en parle.
yours-revise = Changer le texte
yours-withdraw = Retirer la proposition
withdraw-title = Retirer la proposition ?
withdraw-text = Le groupe n'en parle plus et ne vote pas. Le registre dit qu'elle est retirée.
withdraw-with-others = Elle est retirée aussi pour les personnes qui l'ont écrite avec toi.
withdraw-do = Retirer la proposition
done-withdrawn = La proposition est retirée.

versions-title = Les versions
versions-legend = <ins>Souligné</ins> : ajouté. <del>Barré</del> : enlevé.
versions-version = Version { $number }
versions-by = { $name }, { $at }
versions-first = Le texte tel qu'il est arrivé.
versions-effect = Ce qui arrive si c'est adopté a changé aussi.
# Read aloud around words, for those who do not see the line.
versions-added = (ajouté :
versions-removed = (enlevé :
versions-end = )

## What people say

talk-title = Ce que les gens en disent
talk-count = { $count ->
    [one] { $count } raison
   *[other] { $count } raisons
}
talk-none-yet = Rien pour le moment. Les premiers mots peuvent être les tiens.
talk-none = Personne n'a rien écrit.
talk-pleases = Ce qui plaît
talk-worries = Ce qui inquiète
talk-questions = Questions
talk-by = { $name }, { $day }
talk-edited = , redit autrement
talk-answer = Répondre
talk-to = à { $name }
talk-mine = Changer ou retirer mes mots
talk-say = Ajouter une raison
talk-kind = C'est quoi ?
talk-kind-pleases = Ça me plaît
talk-kind-worries = Ça m'inquiète
talk-kind-question = J'ai une question
talk-choose = Choisis une réponse
talk-words = Tes mots
talk-words-hint = Tout le groupe les lira, avec ton nom.
talk-send = Ajouter
answer-title = Répondre à { $name }
answer-words = Ta réponse
answer-send = Envoyer ma réponse
said-title = Tes mots
said-rephrase = Le dire autrement
said-rephrase-hint = Le groupe verra que tes mots ont changé.
said-rephrase-do = Remplacer mes mots
said-over = La discussion est finie.
said-take-back = Retirer tes mots
said-take-back-hint = Ils disparaissent de la page.
said-take-back-answers = { $count ->
    [one] La réponse part avec eux.
   *[other] Les { $count } réponses partent avec eux.
}
said-take-back-do = Retirer mes mots
discussion-over = La discussion est finie.
contribution-missing = Écris quelques mots
contribution-not-yours = Ces mots sont à quelqu'un d'autre.
done-said = Tes mots sont ajoutés.
done-rephrased = Tes mots sont changés.
done-words-taken-back = Tes mots sont retirés.

## Where the discussion stands, and the passage that a worry is about

so-far-title = Où en est-on
so-far-by = Écrit par { $name }, le { $day }
so-far-write = Écrire où en est la discussion
so-far-change = Redire où en est la discussion
so-far-how = En quelques phrases : ce qui est clair, ce qui ne l'est pas encore. Chaque membre peut le redire autrement. Les mots d'avant restent à lire.
so-far-words = Où en est-on
so-far-hint = Tout le groupe le lira, avec ton nom.
so-far-do = Enregistrer
so-far-versions = Tout ce qui a été écrit
so-far-taken-back = Mots repris.
so-far-changed-meanwhile = Quelqu'un a écrit pendant que tu écrivais. Tes mots sont gardés. Compare-les avec les siens, puis envoie de nouveau.
done-so-far = C'est écrit.
passage-title = De quel passage s'agit-il ?
passage-lead = Sous l'inquiétude, un lien mènera à ce passage du texte.
passage-none = Enlever le lien
passage-do = Enregistrer
passage-point = Montrer le passage du texte
passage-of = dont { $name } parle
passage-in-summary = Le texte en parle : paragraphe { $number } du résumé
passage-in-body = Le texte en parle : paragraphe { $number } du texte complet
passage-in-words = L'amendement en parle
passage-changed = (version { $version } ; ce passage a changé depuis)
passage-not-yours = C'est à la personne qui s'inquiète, ou à qui a écrit le texte, de le dire.
passage-text-changed = Le texte a changé entretemps. Regarde de nouveau, puis choisis.
done-passage = Le lien est changé.

## Voting

vote-title = Ton vote
vote-jump = Aller tout de suite au vote
vote-choice = Ton choix
vote-open-until = Tu peux voter jusqu'au { $at }, et changer d'avis d'ici là.
vote-until = Tu peux changer d'avis jusqu'au { $at }.
vote-free = Tu peux aussi ne pas voter.
vote-reason = Ta raison
vote-reason-hint = À la fin du vote, tout le groupe la lira.
vote-unsigned = Ne pas signer ma raison
vote-unsigned-hint = Le groupe lira la raison sans ton nom. Il lira quand même ce que tu as voté. Si personne d'autre ne vote comme toi, il devinera.
vote-pending = Ton vote n'est pas encore envoyé.
vote-change-pending = Ton nouveau choix n'est pas encore envoyé.
vote-send = Envoyer mon vote
vote-open-hint = À la fin, le groupe lit qui a voté quoi. D'ici là, personne.
vote-sent = Ton vote est envoyé
vote-sent-as = Ton vote est envoyé : { $choice }.
vote-change = Changer mon vote
vote-not-on-roll = Ton nom n'est pas sur la liste de ce vote. Elle s'est faite à l'ouverture.
vote-first = Tu pourras voter à partir du { $at }.
vote-over = Le vote a fini le { $at }.
vote-not-open = Le vote n'est pas ouvert.
vote-so-far = Où en est le vote
vote-received = { $count ->
    [one] { $count } vote reçu.
   *[other] { $count } votes reçus.
}
vote-missing = { $count ->
    [one] Il en manque { $count } pour que le vote compte.
   *[other] Il en manque { $count } pour que le vote compte.
}
vote-enough = Il y en a assez pour que le vote compte.
vote-needed = { $missing ->
    [0] Il en faut { $quorum }, c'est assez.
   *[other] Il en faut { $quorum }, il en manque { $missing }.
}
vote-dots = Un rond par personne comptée. Le trait ferme le nombre de votes qu'il faut.
vote-hidden = Le résultat reste caché jusqu'à la fin, pour ne pousser personne.
choice-yes = Pour
choice-no = Contre
choice-abstain = Je m'abstiens
choice-abstain-hint = Compte dans le nombre de votes, pas dans le résultat.
choice-abstention = Abstention
ballot-choose = Choisis une réponse
ballot-not-on-roll = Ton nom n'est pas sur la liste de ce vote.
ballot-too-late = Le vote a fini le { $closed }. Ton choix n'est pas compté.
ballot-too-early = Le vote n'est pas encore ouvert.
done-voted = Ton vote est envoyé.

## What came of it

stamp-adopted = Adoptée
stamp-not-adopted = Pas adoptée
stamp-chosen = Choix fait
stamp-no-choice = Rien ne change
stamp-consulted = Sans décision
stamp-not-yet = Pas encore en vigueur
stamp-not-done = Pas appliquée
verdict-counts = { $yes } pour, { $no } contre, { $abstain ->
    [0] aucune abstention
    [one] { $abstain } abstention
   *[other] { $abstain } abstentions
}{ $blank ->
    [0] {""}
    [one] , { $blank } bulletin blanc
   *[other] , { $blank } bulletins blancs
}
verdict-adopted = Adoptée : { verdict-counts }.
verdict-rejected = Pas adoptée : { verdict-counts }.
verdict-tied = Égalité : pas adoptée. { verdict-counts }.
verdict-no-quorum = { $ballots ->
    [0] Pas adoptée. Aucun vote reçu, il en fallait au moins { $quorum }.
    [one] Pas adoptée. { $ballots } vote reçu, il en fallait au moins { $quorum }.
   *[other] Pas adoptée. { $ballots } votes reçus, il en fallait au moins { $quorum }.
}
verdict-no-result = Pas adoptée. Personne n'a voté pour ni contre.
result-title = Le résultat
result-chart = Nombre de voix par choix
result-square = Un carré est une voix.
result-arithmetic = { $base ->
    [one] Sur { $base } voix pour ou contre, il fallait au moins { $needed } « pour ». Il y en a { $yes }.
   *[other] Sur { $base } voix pour ou contre, il fallait au moins { $needed } « pour ». Il y en a { $yes }.
}
result-share = La règle demande les { $p }/{ $q } de { $base }, donc { $needed }.
result-enough = Assez de votes ? Oui.
result-not-enough = Assez de votes ? Non.
result-quorum = { $ballots ->
    [0] Personne n'a voté. Personnes comptées : { $roll }. Il fallait au moins { $quorum } votes.
    [one] { $ballots } personne a voté. Personnes comptées : { $roll }. Il fallait au moins { $quorum } votes.
   *[other] { $ballots } personnes ont voté. Personnes comptées : { $roll }. Il fallait au moins { $quorum } votes.
}
result-line = Le trait : le nombre de votes qu'il faut, { $quorum }.
result-table = Voir les chiffres en tableau
result-table-caption = Votes de la proposition { $number }
result-choice = Choix
result-votes = Voix
result-part = Part
result-of = { $count } sur { $total }
result-outside = hors du compte
result-received = Votes reçus
voices-title = Qui a voté quoi
voices-hint = Les voix qui n'ont pas passé viennent d'abord. Elles restent avec la décision.
voices-count = { $count ->
    [one] { $count } voix
   *[other] { $count } voix
}
voices-changed = , a changé d'avis pendant le vote
voices-detached = { $count ->
    [one] Une personne de plus a fait ce choix. Son nom n'est plus gardé.
   *[other] { $count } personnes de plus ont fait ce choix. Leurs noms ne sont plus gardés.
}
voices-silent = Sans raison écrite : { $names }
voices-unsigned = Sans signature
voices-not-signed = N'ont pas signé de raison : { $names }
did-title = Ce que la décision change
did-waits = Rien n'a encore changé. La décision agit le { $at }.
did-waits-why = Ce délai laisse le temps de vérifier le compte, ou d'en reparler.
did-done = Fait tout seul, le { $at }.
did-position = Rien d'automatique. Le groupe a pris position.
did-nothing = Rien ne change.
did-failed = C'est adopté, mais ça n'a pas pu se faire.
did-failed-why = La raison : { $reason }
did-failed-then = Rien n'est fait à moitié. Le groupe peut en reparler et proposer autre chose.
# Why a decision could not act: failure-, then the key of the form's own refusal.
failure-charter-says-so-already = La charte le disait déjà.
failure-mandate-holder-gone = La personne qui devait le recevoir n'est plus dans le groupe.
failure-mandate-holder-has-enough = La personne qui devait le recevoir a déjà assez de mandats.
failure-mandate-until-at-most = Le mandat durerait plus que la charte ne permet.
failure-mandate-no-such-power = Un des pouvoirs nommés n'existe plus.
failure-mandate-over-already = Ce mandat était déjà fini.
failure-day-from = Le dernier jour était déjà passé.
failure-day-until = Le dernier jour est trop loin.
check-title = Vérifier
check-register = Au registre
check-fingerprint = Empreinte du texte
check-fingerprint-hint = Les mêmes mots donnent toujours la même empreinte.
check-how = Comment vérifier soi-même
copy-title = Garder une copie
copy-print = Cette page s'imprime telle quelle, avec le menu de ton navigateur.
copy-ballots = Prendre les bulletins, sans les noms
copy-ballots-blt = Les bulletins en .blt, pour les logiciels d'élection
copy-ballots-preflib = Les bulletins au format PrefLib, pour comparer des méthodes
copy-ballots-pb = Les bulletins en .pb (pabulib), montants en cents
copy-ballots-hint = De quoi recompter ailleurs, avec « parpour count », un autre logiciel, ou à la main.
copy-no-recount = Les bulletins de ce vote ne sont montrés à personne. Il ne peut donc pas être recompté ailleurs.

## The register

register-title = Registre des décisions
register-lead = Tout ce que le groupe a décidé, dans l'ordre. Rien ne s'y efface en cachette.
register-newest = Les dernières inscriptions
register-older-title = Inscriptions plus anciennes
register-none = Aucune inscription ici.
register-pages = Pages du registre
register-newest-link = Les dernières inscriptions
register-older = Inscriptions plus anciennes
register-jump = Les huit mots, et la copie à emporter
register-entry = Inscription no { $seq }
register-about = Lire la proposition
register-back = Revenir au registre
register-head = Huit mots à comparer
register-head-hint = Ils résument le registre jusqu'à l'inscription no { $seq }. Les mêmes mots chez toi et chez moi : le même passé.
register-take = Emporter le registre
register-take-hint = Un fichier complet, à garder où tu veux.
register-download = Télécharger le registre
collection-link = Le recueil des décisions, à imprimer
collection-title = Recueil des décisions
collection-lead = { $count ->
    [0] Le { $day }.
    [one] { $count } décision adoptée, le { $day }.
   *[other] { $count } décisions adoptées, le { $day }.
}
collection-none = Le groupe n'a encore rien adopté.
collection-number = Décision { $number }
collection-adopted = Adoptée le { $day }

entry-said = Ce qui est inscrit
entry-check = Pour vérifier
entry-hash = Empreinte
entry-hash-hint = Elle dépend de cette inscription et de toutes celles d'avant.
entry-body = Le texte exact
entry-kind = Sorte d'inscription : { $kind }
entry-words-withdrawn = Les mots de cette inscription ont été retirés. Sa place dans la chaîne reste.
entry-founded = { $count ->
    [one] { $who } : le groupe est fondé, avec { $count } personne.
   *[other] { $who } : le groupe est fondé, avec { $count } personnes.
}
entry-joined = { $who } fait maintenant partie du groupe.
entry-card-handed = { $who } a fait une carte pour { $to }
entry-entered = { $who } a pris sa place, avec la carte faite par { $from }
entry-submitted = Proposition { $number } envoyée par { $who } : { $title }
entry-first-question = Proposition { $number }, posée par la fondation : { $title }
entry-opened = Vote ouvert, proposition { $number } : { $title }
entry-adopted = Proposition { $number } adoptée, { verdict-counts } : { $title }
entry-adopted-withheld = Proposition { $number } adoptée : { $title }
entry-consulted = Consultation { $number } terminée, sans décision : { $title }
entry-not-adopted-withheld = Proposition { $number } pas adoptée : { $title }
entry-not-adopted = Proposition { $number } pas adoptée, { verdict-counts } : { $title }
entry-no-quorum = Proposition { $number } pas adoptée, trop peu de votes : { $title }
entry-withdrawn = Proposition { $number } retirée par { $who } : { $title }
entry-lapsed = Proposition { $number } restée sans appui : { $title }
entry-lapsed-words-changed = Amendement { $number }, pas mis au vote, le passage a changé : { $title }
entry-charter-changed = La charte change. { $rule } : { $value }
entry-mandate-granted = Mandat confié à { $holder } jusqu'au { $until } : { $title }
entry-mandate-recalled = Mandat rappelé : { $title }
entry-tool-kept = Cet outil reste à l'essai jusqu'au { $until }.
entry-effect-done = La décision est appliquée.
entry-effect-failed = La décision n'a pas pu s'appliquer. { $reason }
entry-left = { $who } a quitté le groupe.
entry-mandate-ended = Mandat terminé : { $who } a quitté le groupe.
entry-mandate-ended-removed = Mandat terminé : la personne qui le tenait a été retirée du groupe.
entry-handover-written = { $who } a écrit ce qu'il faut savoir pour reprendre un mandat.
entry-mandate-used = { $who } a utilisé un mandat : { $power }
entry-together-asked = { $who } demande des signatures : { $act }
entry-together-done = Fait à plusieurs, signé par { $who } : { $act }
entry-other = Autre inscription : { $kind }

verify-lead = Trois façons, de la plus simple à la plus complète.
verify-words = 1. Comparer huit mots
verify-words-1 = Voici les mots du registre à l'inscription no { $seq }.
verify-words-2 = Appelle quelqu'un d'autre du groupe. Lisez chacun vos huit mots.
verify-words-3 = Les mêmes mots : vous avez le même registre. D'autres mots pour le même numéro : parlez-en au groupe.
verify-file = 2. Vérifier une copie
verify-file-1 = Prends une copie :
verify-file-2 = Avec Python, sans Internet. Le fichier verify.py est dans la copie :
verify-file-3 = Ou avec le programme :
verify-file-4 = Si une seule lettre a changé, la première inscription changée est nommée.
verify-proves = 3. Comprendre ce que ça prouve
verify-proves-1 = Chaque inscription porte l'empreinte de celle d'avant. Changer le passé change tous les mots d'après.
verify-proves-2 = Les textes du groupe y sont, mot à mot, avec les noms que les gens y ont écrits. Garde la copie dans un endroit sûr.
verify-proves-3 = Une copie seule ne suffit pas : il faut comparer ses mots avec quelqu'un.
verify-hash = Empreinte complète de l'inscription no { $seq }

## Mail

mail-hello = Bonjour,
mail-news-subject = Il y a du nouveau
mail-news-first = Il y a du nouveau dans le groupe.
mail-news-free = Rien n'est obligatoire.
mail-news-read = Aller voir :
mail-news-why = Tu reçois ce courriel parce que tu l'as choisi.
mail-news-stop = Ne plus en recevoir, en un clic :

## Recalls and readings
power-answer-recall = dire ce qu'on veut dire quand son mandat peut être rappelé, ou quand un vote nous concerne
happens-recall-together = Rappeler un mandat ? Ça se demande à plusieurs, depuis la page du mandat.
recall-asked-together = Un rappel se demande à plusieurs, depuis la page du mandat
proposal-asked-together = Demandée ensemble par { $names }
proposal-of-a-removal = Vote sur une exclusion, après le préavis
hearing-title = Ce que { $who } veut en dire
hearing-empty = Rien n'est écrit ici. C'est une réponse comme une autre.
hearing-label = Tes mots
hearing-hint = Si tu veux. Ils restent à côté de la proposition, à la même taille.
hearing-save = Garder mes mots
hearing-hers = Cette place est à la personne concernée
failure-charter-read-too-soon = La deuxième lecture est venue trop tôt. Elle se fait à partir du { $day }. La première compte toujours.
failure-mandate-holder-held-it-long = La personne qui devait le recevoir l'a déjà tenu trois fois de suite.
did-read = C'est la première lecture. Rien ne change encore.
did-read-then = La règle change si le groupe adopte la même chose encore une fois, 30 jours plus tard au moins.
entry-charter-read = Première lecture, sans changement pour l'instant. { $rule } : { $value }
entry-asked-together = Proposition { $number }, demandée ensemble par { $who } : { $title }
entry-together-about = { $act } ({ $title })
kept-hearing = Ce qu'une personne dit quand son mandat peut être rappelé, ou quand on vote sur son exclusion
kept-hearing-why = Pour qu'elle soit entendue à côté de la proposition.
data-hearing = Ce que tu as dit quand un vote te concernait
data-hearing-words = Tes mots
## Hard times

happens-measure = Poser une mesure pour un temps
happens-measure-hint = Pause d'une activité, pas de contact, médiation ou plan de retour. Six mois au plus.
write-measure-lead = Une mesure finit d'elle-même. Parle d'abord à la personne concernée.
write-measure-kind = Quelle mesure
write-measure-person = La personne concernée
write-measure-activity = L'activité
write-measure-activity-hint = Pour une pause seulement.
write-measure-other = L'autre personne
write-measure-other-hint = Pour une médiation, ou pour ne plus avoir de contact.
write-measure-one = Une personne qui fait le lien
write-measure-two = Une autre personne qui fait le lien
write-measure-between-hint = Pour une médiation. Demande-leur avant.
write-measure-until-hint = Au plus tard le { $day }.
entry-measure-set = { $kind } jusqu'au { $until } : { $who }
entry-measure-ended = Une mesure est finie avant sa date
entry-removal-adopted = Le groupe a adopté une exclusion
entry-removal-noticed = { $who } a donné un préavis d'exclusion : { $person }
entry-removal-heard = Audition notée : { $person }
entry-removal-taken-back = { $who } a retiré un préavis d'exclusion : { $person }
entry-removal-lapsed = Préavis d'exclusion fini sans vote : { $person }
entry-removal-vote = Proposition { $number }, le vote sur une exclusion est ouvert, après le préavis : { $title }
entry-removal-acted = Une exclusion commence : { $person }
entry-removal-appealed = Appel d'une exclusion : { $person }
entry-removal-annulled = Exclusion annulée, l'appel est resté sans réponse : { $person }
entry-removal-ended = Une exclusion est finie
entry-incident-opened = Un incident de confidentialité est noté
entry-incident-closed = Une fiche d'incident est fermée

## Admitting by a decision

happens-measure-end = Finir une mesure avant sa date
happens-measure-end-hint = Une pause d'activité, une distance, une médiation, un plan de retour. Ce qu'une décision a posé, une autre peut le finir.
write-measure-ends = Quelle mesure
write-measure-ends-hint = Les mesures en cours, telles que le groupe les a décidées.
write-choose-measure = Choisis la mesure
write-no-measure = Aucune mesure n'est en cours.
happens-admit = Admettre une personne qui demande
happens-admit-hint = Seulement si la charte le laisse à une décision. Une place s'ouvre, et la personne entre elle-même.
write-applicant = Qui
write-applicant-hint = La place s'ouvre si la proposition est adoptée.
write-choose-applicant = Choisis une personne de la liste
write-admit-no-name = N'écris pas le nom de la personne dans le texte : il resterait. L'outil le montre à côté, le temps qu'il faut.
failure-admit-over = La demande n'attendait plus.
failure-admit-too-late = La demande avait plus de trente jours.
failure-admit-grew-enough = Le groupe avait accueilli assez de monde ce mois-ci.
entry-admitted = Le groupe a ouvert une place à une personne qui demandait.
entry-joined-on-paper = { $to } fait maintenant partie du groupe. Inscription sur papier, par : { $who }
entry-renamed = { $who } a changé de nom ici.
entry-renamed-at-request = { $who } a changé ici le nom de { $to }, à sa demande.
entry-application-closed = { $who } a répondu à une demande restée trente jours sans signatures suffisantes.
entry-application-written = { $who } a écrit à quelqu'un qui demande à entrer.

## Votes secrets

choice-blank = Bulletin blanc
secret-title = Vote secret
secret-send = Mettre dans l'urne
secret-hint = Aucun membre ne lit ce choix avec ton nom, ni maintenant ni plus tard.
secret-in-urn = Ton bulletin est dans l'urne
secret-again = Tu peux voter de nouveau jusqu'au { $at }. Le dernier bulletin compte.
secret-few = Vous êtes moins de cinq à voter. À si peu, on devine vite qui a choisi quoi. Une urne de papier ou un vote ouvert peut aller mieux.
secret-limits-link = Ce qu'un vote secret protège
secret-enough = Il y a assez de bulletins pour que le vote compte.
secret-not-enough = Il n'y a pas encore assez de bulletins pour que le vote compte.
secret-enough-hint = C'est regardé une fois par jour. Le nombre de bulletins reste caché jusqu'à la fin.
ballot-secret = Ce vote est devenu secret. Ouvre la page du vote pour mettre un bulletin dans l'urne.
ballot-begins-anew = Le vote est en train de recommencer. Rien n'a été mis dans l'urne. Essaie de nouveau dans un instant.
ballot-not-secret = Ce vote n'est pas secret. Rien n'a été mis dans une urne.
rule-secret = Le vote est secret : personne ne lit qui a voté quoi, ni pendant ni après.

ballot-number-title = C'est dans l'urne
ballot-number-yours = Le numéro de ton bulletin
ballot-number-copy = Copie-le sur un papier si tu veux. Il ne se montre qu'une fois.
ballot-number-what = Après la fermeture, ce numéro te dit que ton bulletin a été compté. Il ne dit pas ce que tu as choisi.
ballot-number-keeping = On peut le chercher pendant { $days } jours après la fermeture.
ballot-number-replaces = Un nouveau bulletin a un nouveau numéro.
ballot-number-done = C'est fait

look-up-title = Chercher un bulletin
look-up-link = Chercher le numéro de mon bulletin
look-up-label = Le numéro du bulletin
look-up-hint = Vingt signes. Les espaces et les majuscules n'ont pas d'importance.
look-up-do = Chercher
look-up-ballots = { $count ->
    [one] Il y avait un bulletin dans l'urne.
   *[other] Il y avait { $count } bulletins dans l'urne.
}
look-up-yes = Ce bulletin est dans le compte.
look-up-no = Aucun bulletin compté ne porte ce numéro.
look-up-no-then = Vérifie chaque signe. Si tu as voté deux fois, c'est le dernier numéro qui compte. Si le vote a recommencé, les numéros d'avant ne valent plus. Si le numéro est le bon, parles-en au groupe : le compte est à revoir.
look-up-open = Le vote n'est pas fini. On pourra chercher un numéro après la fermeture.
look-up-destroyed = Les numéros des bulletins ont été détruits. Leur temps était fini.
ballot-number-wrong = Écris les vingt signes du numéro

secrecy-title = Demander un vote secret
secrecy-heading = Ouvert ou secret
secrecy-is-open = À la fin, le groupe lit qui a voté quoi.
secrecy-is-secret = Le vote sera secret : le groupe ne sait pas qui l'a demandé.
secrecy-ask = Demander un vote secret
secrecy-you-asked = Tu as demandé un vote secret. Il manque encore des demandes.
secrecy-what = Dans un vote secret, personne ne lit qui a choisi quoi. Personne ne sait non plus qui l'a demandé.
secrecy-wanted = { $count ->
    [one] Une seule demande suffit.
   *[other] Il faut que { $count } personnes le demandent.
}
secrecy-anew = { $days ->
    [one] Le vote est ouvert : il recommence à zéro, pour un jour. Les votes déjà reçus sont effacés.
   *[other] Le vote est ouvert : il recommence à zéro, pour { $days } jours. Les votes déjà reçus sont effacés.
}
secrecy-copies = Une copie de sûreté faite entre-temps peut garder ces premiers votes. Demander avant l'ouverture protège mieux.
secrecy-for-good = On ne peut pas revenir à un vote ouvert.
secrecy-do = Demander le secret
secrecy-already = Ce vote est déjà secret.
secrecy-asked-already = Tu l'as déjà demandé.
done-secrecy-asked = C'est demandé.

limits-title = Ce qu'un vote secret protège
limits-holds = Ce qui est protégé
limits-holds-members = Aucun membre, aucun mandat ne peut lire qui a voté quoi.
limits-holds-later = À la fermeture, le lien entre les personnes et les bulletins est détruit. Ni une copie ni un disque volé ne le rend.
limits-holds-count = Avant la fin, personne ne voit combien de bulletins sont là.
limits-holds-not = Ce qui ne l'est pas
limits-machine = La personne qui tient la machine pourrait tricher pendant le vote, si elle change le programme.
limits-beside = Quelqu'un à côté de toi peut voir ton écran.
limits-remaining = { $count ->
    [0] Si tout le monde a choisi pareil, on sait qui a choisi quoi. À très peu, on devine.
   *[other] Si tout le monde a choisi pareil, on sait qui a choisi quoi. À très peu, on devine : sous { $count } bulletins, seul le verdict est écrit.
}
limits-swap = Le numéro montre que ton bulletin est compté. Il ne prouve pas ce qu'il dit : c'est exprès, pour que personne ne te force à le montrer.
limits-how = Comment ça marche
limits-askers = { $count ->
    [one] Chaque membre peut demander le secret, sans dire pourquoi. Une demande suffit.
   *[other] Chaque membre peut demander le secret, sans dire pourquoi. Il faut { $count } demandes.
}
limits-again = On peut voter de nouveau jusqu'à la fin. Le dernier bulletin compte.
limits-number = Chaque bulletin a un numéro, montré une fois. On peut le chercher pendant { $days } jours.
limits-lost = Si la machine est perdue pendant un vote, il recommence. Les personnes de la liste qui veulent des nouvelles en reçoivent une.
limits-paper = Pour une élection très tendue, une urne de papier et deux personnes qui comptent restent le plus sûr.

verdict-adopted-withheld = Adoptée.
verdict-not-adopted-withheld = Pas adoptée.
verdict-no-quorum-withheld = Pas adoptée : pas assez de bulletins.
result-withheld = Les nombres ne sont pas écrits : si peu de bulletins diraient qui a choisi quoi.
urn-title = L'urne
urn-opened = { $count ->
    [0] L'urne a été ouverte à la fermeture. Elle était vide.
    [one] L'urne a été ouverte à la fermeture. Il y avait un bulletin.
   *[other] L'urne a été ouverte à la fermeture. Il y avait { $count } bulletins.
}
urn-opened-few = L'urne a été ouverte à la fermeture. Il y avait peu de bulletins.
urn-take = Prendre les numéros et les bulletins de l'urne
urn-take-hint = Deux listes triées, sans nom. L'empreinte de chacune (SHA-256) est dans l'inscription au registre.
urn-key-destroyed = La clé de l'urne est détruite : rien ne relie plus une personne à son bulletin.
urn-key-waits = La clé de l'urne est en train d'être détruite.
urn-can-recount = Les bulletins sans nom restent. Leur empreinte est au registre, et on peut les recompter.
urn-cannot-recount = Ce vote ne se recompte pas : les bulletins n'ont pas été gardés.

entry-made-secret = Proposition { $number }, le vote est secret : { $title }
entry-begun-anew = Proposition { $number }, le vote secret recommence, sa clé était perdue : { $title }
entry-receipts-destroyed = Proposition { $number }, les numéros des bulletins sont détruits : { $title }

# A count, step by step: on the page of a vote and from `parpour count`.
count-in-order = Dans l'ordre : { $tiers }
count-majority = Pour : { $yes }. Contre : { $no }. Abstentions : { $abstain }. Blancs : { $blank }. Base : { $base } ; il fallait { $needed } pour.
count-approvals = { $option } : { $total } (approbations)
count-points = { $option } : { $total } (points)
count-duel = { $one } contre { $other } : { $votes } à { $against }
count-quota = Voix qu'il faut pour être élu (quota) : { $quota }
count-stage-wins = Tour { $number } : { $votes }. { $option } a plus de la moitié.
count-stage-leaves = Tour { $number } : { $votes }. { $option } sort.
count-stage-any = Tour { $number } : { $votes }. À égalité : { $equals } ; ici, { $option } sort.
count-stage-first = Tour { $number }, premiers choix : { $votes }.
count-stage-surplus = Tour { $number }, surplus de { $option } : { $votes }.
count-stage-excluded = Tour { $number }, { $option } sort : { $votes }.
count-stage-elected = Élection de { $elected }.
count-purchase = { $option } : { $units },{ $cents } $. Payé en entier par { $payers ->
    [one] 1 personne
   *[other] { $payers } personnes
}, { $part } cents chacune. Payé avec ce qui restait : { $rest }.
count-spent = Dépensé : { $units },{ $cents } $

# Ways to decide.
happens-choice = Choisir entre plusieurs possibilités
happens-choice-hint = Une date, un budget, une idée parmi d'autres. Le registre garde le choix.
effect-choice = Le registre garde le choix du groupe. Rien ne se fait tout seul.
methods-question = De quelle manière le groupe choisit
methods-lead = Chaque manière tient en une phrase. Prends la plus simple qui convient.
methods-title = Les manières de choisir
write-other-method = Choisir une autre manière
write-options = Les possibilités
write-options-hint = Une par ligne, 20 au plus.
write-options-costs = Une par ligne, avec son coût à la fin : « Sortie aux pommes 120,50 ».
write-options-dates = Une par ligne : « 2027-05-08 13:30 », ou « 2027-05-08 13 h 30 ».
write-seats = Combien de possibilités sont retenues
write-seats-hint = 1 si une seule est choisie.
write-people = Combien de personnes doivent pouvoir venir
write-people-hint = Un jour qui convient à moins de gens n'est pas retenu.
write-budget = Combien il y a à dépenser
write-budget-hint = Par exemple 400 ou 400,50.
write-method = Comment on décide
write-part = La part des voix qu'il faut
write-part-hint = Tu peux demander plus que la charte, jamais moins. Seulement à la majorité ou par consentement.
write-part-charter = Celle de la charte
write-part-more = Au moins { $p } voix sur { $q }

method-majority = À la majorité
method-majority-rule = Pour, contre, ou abstention. La règle de la charte dit combien il faut de voix.
method-consent = Par consentement
method-consent-rule = C'est adopté si personne ne fait d'objection. Il faut aussi qu'au moins la moitié des gens comptés disent que ça peut aller, ou laissent les autres décider. Et les « ça va » doivent avoir la part que demande la charte.
method-consent-how = Peux-tu vivre avec cette proposition ?
method-gradients = Prendre le pouls, en huit réponses (sans décision)
method-gradients-rule = Une consultation : rien n'est adopté. Chaque personne dit jusqu'où elle suit, de « j'appuie » à « je ne peux pas suivre ». Le groupe lit combien de gens ont donné chaque réponse, et la réponse du milieu.
method-gradients-how = Jusqu'où suis-tu cette idée ?
method-sense = Prendre le pouls, avec le pouce (sans décision)
method-sense-rule = Une consultation : rien n'est adopté. Chaque personne met le pouce en haut, de côté ou en bas. Le groupe lit combien de gens ont donné chaque réponse, et la réponse du milieu.
method-sense-how = Qu'en penses-tu, à première vue ?
consults-title = C'est une consultation
effect-consultation = Rien n'est adopté, et rien ne s'ensuit. Le groupe apprend où il en est.
rule-decides-nothing = Une consultation ne décide rien. Pour décider, il faut une proposition.
question-decides-nothing = Une consultation ne décide rien : rien ne peut en suivre. Choisis une autre manière, ou enlève ce qui devrait se passer
verdict-consulted = Consultation terminée, sans décision.
did-consulted = Rien n'est décidé. Qui veut aller plus loin écrit une proposition.
consulted-answers = { $ballots ->
    [0] Personne n'a répondu, sur { $roll }.
    [one] Une personne a répondu, sur { $roll }.
   *[other] { $ballots } personnes ont répondu, sur { $roll }.
}
consulted-nobody = Personne n'a répondu.
consulted-middle = La réponse du milieu, quand on les met toutes en ordre : { $one }.
consulted-middle-two = Les deux réponses du milieu, quand on les met toutes en ordre : { $one } ; { $other }.
choice-endorse = J'appuie
choice-endorse-hint = Ça me plaît.
choice-minor-point = J'appuie, avec un petit bémol
choice-minor-point-hint = Au fond, ça me plaît.
choice-reserved = Je suis, avec des réserves
choice-reserved-hint = Je peux vivre avec ça.
choice-no-opinion = Je n'ai pas d'avis
choice-no-opinion-hint = Ni pour, ni contre.
choice-not-in-the-way = Je n'aime pas ça, mais je ne retiens pas le groupe
choice-not-in-the-way-hint = Le groupe peut avancer sans moi.
choice-still-support = Je ne suis pas d'accord, et j'aiderais quand même
choice-still-support-hint = J'aimerais que mon désaccord soit noté.
choice-stay-out = Je ne suis pas d'accord, et je n'y prendrais pas part
choice-stay-out-hint = J'aimerais qu'on en parle encore.
choice-cannot-go-along = Je ne peux pas suivre
choice-cannot-go-along-hint = Je chercherais autre chose avec le groupe.
choice-thumb-up = Pouce en haut
choice-thumb-up-hint = Ça me parle.
choice-thumb-sideways = Pouce de côté
choice-thumb-sideways-hint = Je ne sais pas encore.
choice-thumb-down = Pouce en bas
choice-thumb-down-hint = Ça ne me parle pas.
method-approval = Cocher ce qui convient
method-approval-rule = Chaque personne coche tout ce qui lui convient. Ce qui est le plus coché est retenu. Quand une seule possibilité est retenue, il faut qu'elle soit cochée par plus de la moitié.
method-approval-when = La manière la plus simple. Bonne pour presque tout.
method-approval-how = Coche tout ce qui te convient
method-dates = Trouver une date
method-dates-rule = Pour chaque date : oui, s'il le faut, ou non. La date où le plus de gens peuvent venir est retenue. À égalité : la date qui a le plus de « oui », puis la plus proche.
method-dates-when = Pour une sortie, une rencontre, une cuisine.
method-dates-how = Peux-tu venir ?
method-equal-shares = Partager un budget
method-equal-shares-rule = Le budget est partagé en parts égales, une par personne qui vote. On achète ce que les gens qui l'ont coché peuvent payer ensemble, en commençant par ce qui coûte le moins à chacun.
method-equal-shares-when = Pour choisir plusieurs achats avec une somme. Un petit nombre de gens garde sa part.
method-equal-shares-how = Coche tout ce que tu voudrais acheter
method-points = Donner des points
method-points-rule = Chaque personne donne de 0 à 5 points à chaque possibilité. Le plus grand total est retenu.
method-points-when = Quand on veut dire combien on aime chaque idée.
method-points-how = De 0 à 5 points pour chacune
method-schulze = Mettre en ordre, par duels
method-schulze-rule = Chaque personne met les possibilités en ordre. On les compare deux par deux. Celle que le plus de gens préfèrent, duel après duel, est retenue (méthode de Schulze).
method-schulze-when = Pour trois textes ou plus qui se ressemblent. Rien n'empêche d'en mettre deux à égalité.
method-schulze-how = Donne la place 1 à ce que tu préfères, 2 à ce qui vient après
method-stv = Élire pour plusieurs places
method-stv-rule = Chaque personne met des noms en ordre. Une voix qui ne sert plus à un nom passe au suivant. Ainsi, chaque partie du groupe a sa place (vote unique transférable, règles écossaises).
method-stv-when = Pour un comité, quand il y a plus de noms que de places.
method-stv-how = Donne la place 1 à ton premier choix, 2 au suivant. Deux noms ne peuvent pas avoir la même place
method-ranked-pairs = Mettre en ordre, duels les plus nets d'abord
method-ranked-pairs-rule = Chaque personne met les possibilités en ordre. Les duels les plus nets sont retenus en premier, et un duel qui les contredirait est laissé de côté.
method-ranked-pairs-when = Comme les duels, avec un autre calcul.
method-ranked-pairs-how = Donne la place 1 à ce que tu préfères, 2 à ce qui vient après
method-irv = Mettre en ordre, la dernière sort
method-irv-rule = Chaque personne met les possibilités en ordre. La moins choisie sort, et ses voix vont au choix suivant, jusqu'à ce qu'une ait plus de la moitié.
method-irv-when = Quand le groupe connaît déjà cette manière.
method-irv-how = Donne la place 1 à ce que tu préfères, 2 à ce qui vient après
method-borda = Mettre en ordre, des points par place
method-borda-rule = Chaque personne met les possibilités en ordre. Une possibilité gagne des points pour chacune qu'elle devance. Le plus grand total est retenu.
method-borda-when = Quand on cherche ce qui déplaît le moins.
method-borda-how = Donne la place 1 à ce que tu préfères, 2 à ce qui vient après

option-none-of-these = Aucune de ces possibilités
option-cost = { $units },{ $cents } $
option-date = { $at }
mark-date-0 = Non
mark-date-1 = S'il le faut
mark-date-2 = Oui
mark-tick-0 = Non
mark-tick-1 = Oui
mark-no-place = Pas de place
mark-no-points = 0, ou rien
told-mark = { $option } : { $mark }
told-place = { $place }. { $option }
told-nothing = Rien d'écrit
choice-consent = Oui, ça me va
choice-consent-hint = Même si ce n'est pas ce que je préfère.
choice-concern = Oui, avec une inquiétude
choice-concern-hint = Ça peut aller. J'aimerais que mon inquiétude soit écrite.
choice-stand-aside = Je laisse les autres décider
choice-stand-aside-hint = Je ne m'y oppose pas, et je n'y prends pas part.
choice-not-ready = Pas encore
choice-not-ready-hint = Il me manque quelque chose pour répondre.
choice-objection = J'ai une objection
choice-objection-hint = Je vois un tort pour le groupe. J'écris lequel, et ce qui aiderait.
vote-reason-objection = Il en faut une pour une objection : quel tort, et qu'est-ce qui aiderait ? Le groupe lit tout de suite les objections et les inquiétudes.
rule-silence = Ne rien répondre n'est pas un oui.
rule-tie-options = À égalité, rien n'est choisi. Le groupe peut reposer la question, ou tirer au sort.

verdict-consent = Adoptée par consentement : aucune objection.
verdict-no-consent = Pas adoptée : le consentement n'y est pas.
verdict-chosen = Le groupe a choisi : { $winners }.
verdict-bought = Le groupe achète : { $winners }.
verdict-as-it-is = Le groupe garde les choses comme elles sont.
verdict-tied-options = Égalité entre { $tied } : rien n'est choisi.
verdict-no-date = Aucune date ne convient à assez de gens.
verdict-none-chosen = Rien n'est choisi.
counting-table = Ce qu'a donné le vote de la proposition { $number }
counting-steps = Voir le compte, pas à pas
counting-signatures = Les bulletins ne sont pas montrés un par un : dans un petit groupe, un bulletin entier peut dire qui l'a écrit.
row-won = Retenue
row-tied = À égalité
row-not = Pas retenue
row-date = { $can ->
    [one] { $can } peut venir
   *[other] { $can } peuvent venir
} ({ $yes } oui, { $maybe } s'il le faut). { $no } non
date-none = Aucune date n'a assez de gens.
date-most-can-come = C'est la date où le plus de gens peuvent venir.
date-most-say-yes = Autant de gens peuvent venir un autre jour. Celui-ci a plus de « oui ».
date-lost-twice = À égalité, on pense à qui n'avait pas pu venir la dernière fois.
date-earliest = À égalité, c'est la date la plus proche.
consent-nothing-in-the-way = Rien ne s'y oppose.
consent-too-small-a-part = Personne ne s'y oppose. Mais la charte demande une plus grande part de « ça va ».
consent-objections = { $count ->
    [one] Une objection reste ouverte.
   *[other] { $count } objections restent ouvertes.
}
consent-not-ready = { $count ->
    [one] Une personne n'est pas encore prête.
   *[other] { $count } personnes ne sont pas encore prêtes.
}
consent-too-few = { $have ->
    [one] Une réponse laisse passer la proposition.
   *[other] { $have } réponses laissent passer la proposition.
} Il en faut { $need }.
consent-aside = Laissent les autres décider : { $aside } sur { $answers }. C'est plus de la moitié.

question-by-majority = Une décision de ce poids se prend à la majorité, comme le dit la charte
question-by-consent = Une décision de ce poids se prend par consentement, comme le dit la charte
question-by-majority-or-consent = Une décision de ce poids se prend à la majorité ou par consentement, comme le dit la charte
question-two-options = Écris au moins deux possibilités, une par ligne
question-too-many-options = Écris { $most } possibilités au plus
question-option-long = Ligne { $line } : c'est trop long, 120 signes au plus
question-option-empty = Ligne { $line } : écris au moins un mot
question-option-twice = Ligne { $line } : cette possibilité est déjà écrite plus haut
question-option-date = Ligne { $line } : écris la date comme 2027-05-08 13:30
question-option-past = Ligne { $line } : cette date est déjà passée
question-option-cost = Ligne { $line } : écris le coût à la fin, comme 120,50
question-seats = Écris un nombre entre 1 et { $most }
question-people = Écris un nombre entre 1 et 1000
question-budget = Écris une somme, comme 400 ou 400,50
ballot-unreadable = Ce bulletin ne se lit pas. Recommence, s'il te plaît
ballot-place-twice = Deux noms ont la même place. Donne une place différente à chacun
ballot-objection-short = Écris quel tort cette proposition ferait, et ce qui aiderait : au moins { $least } signes
## Amendments

amendments-title = Amendements
amendments-order = Ordre des votes : le sous-amendement, l'amendement, puis la proposition.
amendments-voting = On vote maintenant sur les amendements. La proposition vient après.
amendments-none = Personne n'a proposé d'autres mots.
amendments-are-voted = Les amendements sont au vote. Le texte ne change plus pour l'instant.
amendment-number = Amendement { $number }
amendment-sub-number = Sous-amendement { $number }
amendment-now = C'est son tour : le vote est ouvert.
amendment-waits = Il attend son tour.
amendment-conflict = Le texte a changé depuis.
amendment-conflict-then = Le passage n'est plus celui d'avant. S'il ne revient pas, l'amendement n'ira pas au vote.
amendment-too-deep = Un sous-amendement ne s'amende pas. Deux niveaux suffisent pour s'y retrouver.
amendment-too-late = La discussion est finie. On ne peut plus proposer d'amendement.
amendment-not-of-these-words = Ces mots sont signés par plusieurs personnes. Ils ne s'amendent pas.
amendment-not-of-a-measure = Une mesure concerne une personne. Ces mots ne s'amendent pas.
amendment-not-of-a-review = La question est de garder cette décision, ou non. Ses mots ne s'amendent pas.
amendment-one-at-a-time = Tu as déjà un amendement ici, le { $number }. Retire-le, ou attends sa fin.
amendment-would-lose-its-words = L'amendement { $number } a des appuis, et porte sur ces mots. Garde-les : le groupe va voter
amendment-text-changed = Le texte a changé pendant que tu écrivais. Tes mots sont gardés. Compare-les avec ceux d'aujourd'hui.
amendment-words-changed = Ce passage n'est plus le même. L'amendement ne peut plus s'y appliquer.
amendment-changes-nothing = Change au moins un mot
amendment-leaves-nothing = Laisse au moins une phrase dans le résumé
amendment-choose-place = Choisis un passage
amendment-has-its-page = Un amendement s'écrit depuis la page de la proposition
amendment-not-revised = Un amendement ne se réécrit pas. Retire-le, puis propose d'autres mots.
amend-propose = Proposer un amendement
amend-sub-propose = Proposer un sous-amendement
amend-choose = Quel passage changer ?
amend-lead = Un amendement change les mots d'un seul passage.
amend-present = Les mots d'aujourd'hui
amend-words = Les nouveaux mots
amend-words-hint = Change ce qu'il faut. Si tu effaces tout, le passage disparaît.
amend-why-hint = En une phrase ou deux.
amend-then = { $days ->
    [one] On en parle avec la proposition. Ensuite, le groupe vote là-dessus pendant { $days } jour.
   *[other] On en parle avec la proposition. Ensuite, le groupe vote là-dessus pendant { $days } jours.
}
# Titles that the page proposes; whoever writes may change them.
amend-title-of = Amendement à la proposition { $number }
amend-title-of-sub = Sous-amendement à l'amendement { $number }
amends-title = Ce que ça change
amends-link = Lire la proposition { $number }
amends-summary = Dans le résumé de la proposition { $number }
amends-body = Dans le texte de la proposition { $number }
amends-words = Dans les mots de l'amendement { $number }
amends-why = Pourquoi
yours-amendment-hint = Tu peux retirer cet amendement tant qu'on en parle.
step-vote-in-turn = Vote, à son tour
next-in-turn = Chaque vote vient à son tour : le sous-amendement, l'amendement, puis la proposition.
next-amendment-talk = On en parle en même temps que de la proposition.
versions-amendment = Par l'amendement { $number }
entry-amended = L'amendement { $number } a changé la proposition { $of }.
done-amendment-sent = Ton amendement est envoyé au groupe.
## Le temps d'un vote, et ce qui vient après

extension-heading = Le temps du vote
extension-was = Ce vote a été prolongé.
missed-extend = S'il manque des votes à la fin, le vote est prolongé une fois.
missed-second-call = S'il manque des votes à la fin, le vote est prolongé une fois, et la moitié suffit.
early-when = Quand toutes les personnes comptées ont voté, le vote peut fermer avant la fin. Il dure au moins un jour.
extension-what = { $days ->
    [one] On peut demander un jour de plus. La liste et les votes restent.
   *[other] On peut demander { $days } jours de plus. La liste et les votes restent.
}
extension-wanted = { $count ->
    [one] Une seule demande suffit. Le groupe ne sait pas qui demande.
   *[other] Il faut que { $count } personnes le demandent. Le groupe ne sait pas qui.
}
extension-do = Demander plus de temps
extension-you-asked = Tu as demandé plus de temps. Il manque encore des demandes.
extension-asked-already = Tu l'as déjà demandé.
extension-no-more = Ce vote ne peut pas être prolongé davantage.
done-extension-asked = C'est demandé.

stop-wanted = { $count ->
    [one] Il faut { $count } signature.
   *[other] Il faut { $count } signatures. La tienne est la première.
}
stop-wanted-also = { $count ->
    [one] Il faut { $count } signature. Avec les mêmes mots, la tienne s'ajoute aux autres.
   *[other] Il faut { $count } signatures. Avec les mêmes mots, la tienne s'ajoute aux autres.
}
stop-named = Les noms et la raison vont au registre.
stop-waiting = Des membres l'ont déjà demandé. Lire leur raison
stop-reason = La raison
stop-reason-hint = Ce qui ne va pas, en mots simples. Qui signe, signe ces mots.
stop-reason-missing = Écris la raison
stop-do = Demander et signer
stop-which = La proposition
stop-then = Ce qui se passe alors
cancel-heading = Une erreur ?
cancel-ask = Demander d'arrêter ce vote
cancel-title = Arrêter ce vote
cancel-then = Le vote s'arrête. Les votes déjà reçus sont effacés sans être comptés. On peut refaire la proposition.
cancel-then-ends = Le vote s'arrête, pour la deuxième fois. La décision n'est pas gardée : elle prend fin. Les votes déjà reçus sont effacés sans être comptés.
cancel-not-on-roll = Ce vote s'arrête entre personnes qui peuvent y voter
cancel-not-now = Ce vote ne peut pas être arrêté : il n'est pas ouvert, ou il suit ses propres étapes.
done-vote-stopped = Le vote est arrêté.
stopped-title = Pourquoi le vote est arrêté
stopped-by = Arrêté par { $who }, { $at }.
stopped-then = Les votes déjà reçus sont effacés. Rien n'a été compté.
contest-heading = Avant que ça se fasse
contest-ask = Contester cette décision
contest-title = Contester une décision
contest-then = La décision n'agit pas. On vote encore une fois, sur le même texte. Ce deuxième vote est le dernier.
contest-not-now = Cette décision ne peut pas être contestée : elle n'attend pas, ou elle l'a déjà été.
done-contested = On vote encore une fois.
contested-title = Une décision contestée
contested-by = Contestée par { $who }, { $at }.
contested-then = Le groupe vote encore une fois, sur le même texte. Ce deuxième vote est le dernier.
contested-no-more = Le groupe a voté deux fois. On ne peut plus contester cette décision. Elle agit à la date prévue.
proposal-same-as = Le groupe a déjà dit non à ce texte : c'est la proposition { $number }. Change quelque chose, ou attends jusqu'au { $day }

entry-extended = Proposition { $number }, vote prolongé, il manquait des votes : { $title }
entry-second-call = Proposition { $number }, vote prolongé, la moitié des votes suffit maintenant : { $title }
entry-extended-asked = { $count ->
    [one] Proposition { $number }, vote prolongé à la demande d'une personne : { $title }
   *[other] Proposition { $number }, vote prolongé à la demande de { $count } personnes : { $title }
}
entry-closed-early = Proposition { $number }, toutes les personnes comptées ont voté, le vote ferme avant la fin : { $title }
entry-vote-stopped = Proposition { $number }, vote arrêté par { $who } : { $title }. La raison : { $reason }
entry-contested = Proposition { $number }, contestée par { $who }, on vote encore une fois : { $title }. La raison : { $reason }

## Se reposer la question

write-review = Se reposer la question, après
write-review-hint = De 1 à 60 mois après le vote. À ce moment, on vote pour la garder. Sans un oui, elle prend fin.
review-this = Cette décision
review-in-months = { $months ->
    [one] Un mois après le vote, le groupe se repose la question.
   *[other] { $months } mois après le vote, le groupe se repose la question.
}
review-decision = Garder la décision { $number }
review-otherwise = Sans un oui
review-otherwise-ends = La décision prend fin.
review-over-already = Cette décision a déjà pris fin.
review-comes-by-itself = Cette question se pose toute seule, au moment choisi
proposal-asked-again = Faut-il garder la décision { $number } ? La question est revenue à sa date.
again-title = Se reposer la question
again-when = Le groupe se demandera le { $at } s'il garde cette décision.
ended-title = Cette décision a pris fin
ended-when = Elle a pris fin le { $at }.
ended-by = Lire la proposition { $number }
replaced-title = Cette règle a changé depuis
replaced-by = La décision { $number } a changé cette règle
did-not-kept = La décision { $number } prend fin.
entry-asked-again = Proposition { $number }, revenue à sa date : { $title }
entry-review-set = { $months ->
    [one] Le groupe se reposera la question dans un mois.
   *[other] Le groupe se reposera la question dans { $months } mois.
}
entry-decision-kept = Le groupe garde la décision { $number }.
entry-decision-ended = La décision { $number } a pris fin, par la proposition { $review } : { $title }
## Voter sans écran

without-title = Sans écran
without-sheet-alone = La feuille à imprimer
without-sheet = La feuille à imprimer, avec le bulletin
without-phone = Noter le vote d'une personne au téléphone
without-paper = Les bulletins de papier
without-handed = { $count ->
    [one] Une personne a pris un bulletin de papier.
   *[other] { $count } personnes ont pris un bulletin de papier.
}
whose-nobody = Choisir une personne
whose-choose = Choisis une personne de la liste
whose-not-on-roll = Cette personne n'est pas sur la liste de ce vote. Choisis quelqu'un d'autre

paper-sheet = La feuille de la proposition
paper-sheet-lead = À imprimer en grosses lettres. Le nom du groupe n'y est pas.
paper-sheet-short = En bref
paper-sheet-rule = Comment on décide
paper-sheet-when = Les dates
paper-sheet-until = Le vote finit le { $at }.
paper-sheet-early = Le vote n'est pas encore ouvert. Cette feuille sert à se préparer. Le texte peut encore changer.
paper-options = Ma réponse
paper-options-call = Ce papier est à toi. Pendant le vote, lis-le à quelqu'un du groupe, au téléphone ou en face : cette personne te relit ta réponse, puis la note quand tu dis oui.
paper-ballot = Le bulletin
paper-ballot-tear = Détacher ici
paper-ballot-how = Fais une croix dans une seule case. Sans croix, c'est un bulletin blanc.
paper-ballot-no-name = Le vote est secret. N'écris pas ton nom ni rien d'autre.
paper-ballot-reason = Ta raison, si tu veux :
paper-ballot-fold = Plie le bulletin, les mots en dedans. Mets-le dans la boîte.

phone-title = Un vote au téléphone
phone-what = La personne est au bout du fil. Elle te dit son choix, et tu le notes pour elle. À la page suivante, tu le lis à voix haute.
phone-told = Le registre dit qui a noté le vote de qui, sans dire le choix. La personne le lira ici, et pourra changer son vote jusqu'à la fin.
phone-whose = Qui est au téléphone
phone-whose-hint = Toute la liste du vote est là, que la personne ait voté ou non.
phone-choice = Son choix
phone-abstains = S'abstient
phone-reason = Sa raison
phone-reason-hint = Dans ses mots. À la fin du vote, tout le groupe la lira.
phone-pending = Rien n'est encore noté.
phone-read-back = Relire à voix haute
phone-aloud = Relire à voix haute
phone-aloud-do = Lis à voix haute
phone-script = { $name }, sur la proposition « { $title } », tu réponds : « { $choice } ».
phone-script-reason = Ta raison : « { $reason } ».
phone-script-right = C'est bien ça ?
phone-nothing-yet = Tant que la personne n'a pas dit oui, rien n'est noté.
phone-confirmed = La personne a dit oui : noter son vote
phone-not-so = Non, revenir
phone-again = Revenir au choix
phone-noted = Ce vote a été noté pour toi au téléphone. Si tu votes ici, ton vote prend sa place.
phone-noted-by = Noté pour toi au téléphone par { $who }
phone-never-secret = Un vote secret ne se fait pas au téléphone : quelqu'un saurait le choix. Il reste l'écran et le papier.
phone-not-yourself = C'est toi. Vote toi-même, sur la page du vote
phone-on-paper = Cette personne a pris un bulletin de papier. Note d'abord qu'elle l'a rendu
phone-voted-herself = Cette personne a déjà voté à l'écran. Elle seule peut changer son vote. Rien n'a été noté.
done-phone-vote = Le vote est noté.

on-paper-title = Les bulletins de papier
on-paper-what = Qui prend un bulletin de papier vote sur papier, et non à l'écran. Un bulletin se rend à une autre personne, qui le note. Mets tes initiales sur le bulletin que tu donnes : un bulletin sans initiales est annulé.
on-paper-open = À la fin, deux personnes comptent les bulletins de papier. Ils s'ajoutent aux votes à l'écran.
on-paper-secret = À la fin, deux personnes comptent les bulletins de papier. Tout le monde voit qui a pris un bulletin de papier, pas ce qu'il dit. Avec moins de cinq bulletins de papier, les personnes qui comptent peuvent deviner un choix.
on-paper-hand = Donner un bulletin
on-paper-whose = À qui
on-paper-hand-do = Noter que le bulletin est donné
on-paper-took = Qui a pris un bulletin de papier
on-paper-nobody = Personne.
on-paper-back = Bulletin repris, pas utilisé
on-paper-yours = Mets-le dans la boîte avant le { $at }. Pour voter ici, rends d'abord le bulletin à quelqu'un, qui le note.
ballot-on-paper = Tu as pris un bulletin de papier.
paper-taken = Cette personne a déjà un bulletin de papier. Choisis quelqu'un d'autre
paper-voted = Cette personne a déjà voté. Elle peut changer d'avis à l'écran jusqu'à la fin. Choisis quelqu'un d'autre
paper-not-taken = Ce bulletin est déjà rendu.
done-paper-handed = C'est noté : le bulletin est donné.
done-paper-back = C'est noté : le bulletin est repris, pas utilisé.

paper-waits = On attend le décompte du papier
paper-waits-until = Si le papier n'est pas compté le { $at }, les votes à l'écran comptent seuls.
paper-waits-who = Deux personnes, n'importe lesquelles, ouvrent la boîte et comptent, chacune de son côté.
tally-title = Compter le papier
tally-two = Deux personnes comptent, chacune de son côté. Personne ne voit les nombres de l'autre.
tally-handed = { $count ->
    [one] Un bulletin de papier a été donné.
   *[other] { $count } bulletins de papier ont été donnés.
}
tally-after = On ouvre la boîte quand le vote est fini, le { $at }.
tally-found = Ce que tu as trouvé dans la boîte
tally-again = Corriger tes nombres
tally-zero = Écris 0 là où il n'y en a pas.
tally-blank = Blanc
tally-blank-hint = Sans aucune marque. Ce n'est pas une abstention.
tally-spoiled = Annulé
tally-spoiled-hint = On ne peut pas savoir ce qu'il dit, ou il n'a pas d'initiales. Il ne compte pas, et le résultat dit combien il y en avait.
tally-do = Noter mon décompte
tally-noted = Tes nombres sont notés.
tally-other-waited = Il manque le décompte d'une autre personne.
tally-other-did = { $name } a déjà compté. Il manque un deuxième décompte.
tally-differ-then = Ont compté aussi : { $names }. Dès que deux personnes trouvent pareil, le vote est compté.
tally-differed = Les comptes ne disent pas la même chose. Recomptez.
tally-too-many = Ça fait { $sheets } bulletins, et { $handed } ont été donnés. Recompte
tally-too-early = Le vote n'est pas fini. On ouvre la boîte après.
tally-too-late = Le vote est compté.
tally-no-paper = Personne n'a pris de bulletin de papier.
result-paper = { $total ->
    [one] { $total } bulletin : { $screens } à l'écran, { $paper } sur papier.
   *[other] { $total } bulletins : { $screens } à l'écran, { $paper } sur papier.
}
result-spoiled = { $count ->
    [one] Un autre bulletin de papier était annulé.
   *[other] { $count } autres bulletins de papier étaient annulés.
}
result-paper-not-counted = Le papier n'a pas été compté à temps. Les votes à l'écran comptent seuls.
voices-on-paper = { $count ->
    [one] Un bulletin de papier, sans nom.
   *[other] { $count } bulletins de papier, sans noms.
}
entry-vote-by-phone = Proposition { $number }, vote de { $voter } noté au téléphone par { $who } : { $title }
entry-paper-counted = { $spoiled ->
    [0] Proposition { $number }, bulletins de papier comptés par { $who }. Comptés : { $ballots }. { $title }
   *[other] Proposition { $number }, bulletins de papier comptés par { $who }. Comptés : { $ballots }, annulés : { $spoiled }. { $title }
}
entry-paper-counted-withheld = Proposition { $number }, bulletins de papier comptés par { $who } : { $title }
entry-paper-not-counted = Proposition { $number }, le papier n'a pas été compté à temps : { $title }

roll-title = Qui était sur la liste
roll-what = La liste des personnes qui pouvaient voter s'est faite à l'ouverture.
roll-noted = Ton nom s'ajoute ici quand tu lis la liste. Tout le groupe le voit.
roll-do = Lire la liste
roll-voted = Ont voté
roll-others = N'ont pas voté
roll-nobody-else = Tout le monde a voté.
roll-free = Ne pas voter est libre. Personne n'a à dire pourquoi.
roll-members = La liste du vote
roll-not-told = La page ne dit pas qui a voté : trop peu de votes, des gens en pause, ou les noms ne sont plus gardés.
roll-not-yet = Le vote n'est pas fini. La liste se lit après.
roll-reads = Qui a lu cette liste
roll-read = Le { $day } : { $names }
roll-read-by-nobody = Personne.
roll-kept = C'est gardé un an.
phone-not-here = Ce vote ne se note pas par téléphone : il se fait en plusieurs tours, à l'écran.
entry-chosen = Proposition { $number }, le groupe a choisi { $winners } : { $title }
entry-by-consent = Proposition { $number } adoptée par consentement : { $title }
question-options = Ce qu'il y a à choisir
question-asks-people = { $count ->
    [one] Il faut qu'au moins une personne puisse venir.
   *[other] Il faut qu'au moins { $count } personnes puissent venir.
}
question-asks-budget = À dépenser : { $units },{ $cents } $
question-asks-seats = { $count } possibilités sont retenues.
answers-consent = Ça va
answers-concern = Ça va, avec une inquiétude
answers-stand-aside = Laissent les autres décider
answers-not-ready = Pas encore
answers-objection = Font une objection
paper-back-to-another = Rends le bulletin à une autre personne : c'est elle qui le note
tally-not-on-roll = Compter est pour les personnes sur la liste de ce vote
paper-ballot-initials = Initiales de qui donne ce bulletin :

## Consent, consensus, and what passes without objection

method-consensus = Par consensus
method-consensus-rule = C'est adopté si plus de la moitié des réponses sont d'accord, si au plus un tiers laisse les autres décider, et si aucun blocage appuyé ne tient.
method-consensus-how = Es-tu d'accord avec cette proposition ?
method-tacit = Sans objection
method-tacit-rule = C'est adopté si personne ne fait d'objection, et si assez de gens disent l'avoir vue : un quart des gens comptés, et au moins 3. Le vote dure au moins 3 jours.
method-tacit-how = As-tu vu cette proposition ?
choice-agree = D'accord
choice-agree-hint = Je la veux aussi.
choice-reservations = Avec des réserves
choice-reservations-hint = Elle peut passer. J'aimerais que mes réserves soient écrites.
choice-block = Je bloque
choice-block-hint = Elle va contre ce pour quoi le groupe existe. J'écris pourquoi.
choice-seen = Vu, ça va
choice-seen-hint = Je l'ai lue, et je la laisse passer.
ballot-block-short = Écris en quoi cette proposition va contre le but du groupe : au moins { $least } signes
vote-reason-block = Il en faut une pour bloquer : en quoi ça va contre le but du groupe ? Le groupe lit tout de suite les blocages et les réserves.
vote-open-hint-at-once = Le groupe lit tout de suite les inquiétudes, les réserves et ce qui s'oppose, avec les noms. Le reste, à la fin.
vote-hidden-at-once = Ce qui s'oppose se lit tout de suite, pour qu'on en parle. Le reste, à la fin.
rule-rounds-consent = Si une objection reste ouverte, ou si quelqu'un n'est pas prêt, on en reparle et on vote encore. Il y a 3 tours au plus.
rule-rounds-consensus = S'il n'y a pas de consensus, on en reparle et on vote encore. Il y a 2 tours au plus.
rule-becomes-consent = Une seule objection suffit : on en reparle, puis on vote par consentement.
verdict-consensus = Adoptée par consensus.
verdict-no-consensus = Pas adoptée : le consensus n'y est pas.
verdict-tacit = Adoptée sans objection.
verdict-not-seen = Pas adoptée : trop peu de gens ont dit l'avoir vue.
consensus-no-answer = Personne n'a répondu.
consensus-blocked = { $count ->
    [one] Un blocage tient.
   *[other] { $count } blocages tiennent.
}
consensus-aside = { $aside } personnes sur { $answers } laissent les autres décider. C'est plus d'un tiers.
consensus-too-few = Sur { $answers } réponses, { $agree } sont d'accord sans réserve. Il en faut plus de la moitié.
tacit-seen-by = Aucune objection. Nombre de gens qui l'ont vue : { $count }.
tacit-too-few = Nombre de gens qui l'ont vue : { $have }. Il en faut { $need }.
tacit-too-short = Le vote a duré moins de 72 heures.
secrecy-not-for-consensus = Cette manière de décider se fait à voix haute : elle ne peut pas être secrète. À la majorité ou par consentement, un vote secret est possible.
question-stays-in-rounds = La manière de décider ne change plus entre deux tours
question-tacit-does-nothing = Sans objection, on décide seulement ce qui ne fait rien tout seul
objection-not-yours = Seule la personne qui l'a dite peut la lever.
objection-closed = Ce n'est plus ouvert. Relis la page.
objection-needs-version = Change d'abord le texte. Ensuite, dis que la nouvelle version y répond.
block-is-yours = Ce blocage est le tien. Quelqu'un d'autre peut l'appuyer.
done-objection-lifted = C'est levé.
done-objection-answered = C'est noté. La personne reçoit une nouvelle.
done-block-supported = Ton appui est noté.
done-block-not-supported = Ton appui est retiré.
objections-title = Ce qui s'y oppose
objections-what = On en parle, on change le texte, ou la personne lève ce qu'elle a dit, à l'écran ou au téléphone.
objections-write-first = Pour répondre à une objection, change le texte. Ensuite, tu pourras dire ici que la nouvelle version y répond.
round-which = Tour { $round } sur { $most }. Le tour d'avant n'a rien décidé : tout le monde répond de nouveau.
objection-of = Objection de { $name }
block-of = Blocage de { $name }
objection-open = Ouverte
objection-lifted = Levée par la personne qui l'a dite
objection-answered = La version { $version } y répond
objection-lift = Je lève mon objection
block-lift = Je lève mon blocage
objection-answer = La version { $version } y répond
block-support = J'appuie ce blocage
block-support-no-more = Je n'appuie plus ce blocage
block-supported = Appuyé par { $names }. Appuis qu'il faut : { $needed }.
block-supported-by-nobody = Personne ne l'appuie. Appuis qu'il faut : { $needed }.
voiced-title = Ce qui inquiète
voiced-by = { $name } : { $what }
entry-another-round = Proposition { $number }, on en reparle avant le tour { $round } : { $title }
entry-became-consent = Proposition { $number }, une objection : on en reparle, puis on vote par consentement : { $title }

## Draws by lot

power-draw-lots = faire un tirage au sort, et lancer des dés
power-enter-draw = mettre son nom dans un tirage au sort, le reprendre, laisser sa place
list-draws = Qui s'occupe de quoi, qui parle d'abord : le hasard peut choisir.
list-draws-see = Voir les tirages
draws-title = Tirages au sort
draws-lead = Le hasard choisit, et tout le monde peut vérifier.
draws-new = Nouveau tirage
draws-all = Tous les tirages
draws-none = Il n'y a pas de tirage.
draws-closes = Fermeture : { $at }
draws-kept = Un tirage reste ici un an. Ensuite, le registre garde les personnes sorties. Pour des choses, il garde seulement leurs numéros.
draws-back = Revenir aux tirages
draw-open = Ouvert
draw-waits-for-dice = Attend les dés
draw-drawn = Tiré
draw-empty = Fermé, vide
draw-taken-back = Annulé
draw-lapsed = Fini, sans dés
draw-new-lead = Une seule chose par tirage.
draw-for-what = Qu'est-ce qu'on tire ?
draw-for-what-hint = Par exemple : qui tient la porte mardi, dans quel ordre on parle.
draw-among = On tire parmi
draw-among-names = Les personnes qui mettent leur nom
draw-among-names-hint = Chaque personne met son propre nom. Personne ne le met pour une autre.
draw-among-lines = Des choses écrites ici
draw-among-lines-hint = Des sujets, des endroits, des dates. Pas des personnes.
draw-entries = Les choses écrites ici, une par ligne
draw-entries-hint = Seulement si le tirage se fait parmi des choses.
draw-how-many = Combien en sortent ?
draw-closing = Quand le tirage ferme
draw-closing-quarter = Dans un quart d'heure
draw-closing-day = Demain soir
draw-closing-week = Dans une semaine
draw-closing-at = Fermeture : { $at }
draw-open-do = Ouvrir le tirage
draw-advice = Un tirage est un conseil. Rien ne se fait tout seul : le groupe décide de la suite.
draw-where = Où en est ce tirage
draw-opened-by = Ouvert par { $name }.
draw-seats-told = { $count ->
    [one] Il en sortira un.
   *[other] Il en sortira { $count }.
}
draw-closes-then = Ce tirage ferme le { $at }. Ensuite, deux personnes lancent des dés.
draw-own-name = Chaque personne met son propre nom, ou le reprend, jusqu'à la fermeture.
draw-name-in = Mettre mon nom
draw-name-out = Reprendre mon nom
draw-dice-how = Deux personnes lancent des dés, chacune les siens.
draw-dice-why = Plus rien ne change dans le tirage. Le hasard vient des dés : personne ne peut le préparer.
draw-dice-until = Sans les dés de deux personnes, ce tirage finit le { $at }, et rien ne sort.
draw-lapsed-what = Deux personnes devaient lancer des dés. Elles ne l'ont pas fait en 14 jours. Ce tirage est fini : rien n'est sorti.
draw-dice-noted = Tes dés sont notés. Une autre personne doit lancer les siens.
draw-dice-one-did = { $name } a lancé ses dés. Il en faut une autre.
draw-dice = Ce que montrent tes dés
draw-dice-hint = Lance au moins trois dés. Écris leurs chiffres : 3 5 2.
draw-dice-do = Noter mes dés
draw-you-are-drawn = Ton nom est sorti.
draw-give-way-how = Tu peux laisser ta place à la personne suivante, sans dire pourquoi.
draw-give-way-seen = Le groupe verra que tu laisses ta place.
draw-give-way = Laisser ma place
draw-gave-way = A laissé sa place
draw-is-drawn = Sort au tirage
draw-order = L'ordre du tirage
draw-in-it = Dans le tirage
draw-nobody-yet = Personne n'a encore mis son nom.
draw-replay = Refaire ce tirage soi-même
draw-replay-how = Avec ces nombres, tout le monde trouve le même ordre, sur n'importe quelle machine.
draw-replay-value = Les dés
draw-replay-head = L'inscription du registre qui a fermé le tirage
draw-replay-entry = Lire cette inscription
draw-replay-seed = La graine, faite des deux
draw-replay-command = La commande
draw-replay-entries = Télécharger ce qui était dans le tirage
draw-replay-codes = Le code de chaque nom
draw-take-back = Annuler ce tirage
draw-take-back-what = Une erreur ? Le tirage disparaît avec les noms qui y sont.
draw-title-missing = Écris ce qu'on tire
draw-too-long = C'est trop long, { $most } signes au plus
draw-names-or-things = Tu as écrit des choses à tirer : choisis « Des choses écrites ici », ou efface-les
draw-two-entries = Écris au moins deux choses, une par ligne
draw-too-many = Écris { $most } lignes au plus
draw-line-long = Ligne { $line } : c'est trop long, { $most } signes au plus
draw-line-twice = Ligne { $line } : elle y est déjà
draw-seats = Écris un nombre entre 1 et { $most }
draw-choose-closing = Choisis quand le tirage ferme
draw-dice-wrong = Écris les chiffres de { $least } dés au moins, { $most } au plus : de 1 à 6
draw-not-yours = Seule la personne qui a ouvert ce tirage peut l'annuler.
draw-closed = Ce tirage est fermé. Lis la page de nouveau.
draw-not-closed = Ce tirage est encore ouvert. Les dés viennent après.
draw-over = Ce tirage est fini. Lis la page de nouveau.
draw-thrown-already = Tes dés sont déjà notés. Une autre personne doit lancer les siens.
draw-not-drawn = Ton nom n'est pas sorti, ou ta place est déjà laissée.
done-draw-opened = Le tirage est ouvert.
done-draw-name-in = Ton nom est dans le tirage.
done-draw-name-out = Ton nom n'est plus dans le tirage.
done-draw-taken-back = Le tirage est annulé.
done-draw-dice = Tes dés sont notés.
done-draw-made = Le tirage est fait.
done-draw-gave-way = Ta place va à la personne suivante.
entry-draw-opened = { $who } a ouvert un tirage au sort : { $title }
entry-draw-closed = { $count ->
    [one] Tirage au sort fermé, { $count } nom ou chose : { $title }
   *[other] Tirage au sort fermé, { $count } noms ou choses : { $title }
}
entry-draw-made = Tirage au sort, dés de { $who } : { $title }. Sort : { $drawn }
entry-draw-made-places = { $count ->
    [one] Tirage au sort parmi des choses, dés de { $who } : { $title }. Sort : le numéro { $places }
   *[other] Tirage au sort parmi des choses, dés de { $who } : { $title }. Sortent : les numéros { $places }
}
entry-draw-lapsed = Tirage au sort fini sans être tiré, il manquait des dés : { $title }
entry-draw-taken-back = { $who } a annulé un tirage au sort : { $title }
## Finding somebody for a task, without candidates

method-election = Élection sans candidature
method-election-rule = Chaque personne dit un nom et pourquoi. Tout le monde lit les raisons. Puis on regarde un nom à la fois : ce sont les raisons qui comptent, pas le nombre. La personne nommée parle en dernier.
method-election-how = Qui verrais-tu dans cette tâche ?
method-election-when = Pour trouver quelqu'un, sans que personne ait à se présenter.
question-election-seat = L'élection sans candidature sert à trouver quelqu'un pour un mandat
happens-seat = Trouver quelqu'un pour un mandat
happens-seat-hint = On ne sait pas encore qui. Personne n'a à se présenter : chaque personne dit un nom et pourquoi.
election-few = Le groupe a moins de 4 membres. À si peu, on voit vite qui a dit quoi. Se parler de vive voix est souvent mieux.
election-many = Le groupe a plus de 20 membres. Lire toutes les raisons prend du temps. Il faut en prévoir.
election-strained = S'il y a des tensions, mieux vaut d'abord en parler. Les premiers noms ne sont lus par personne avant la fin du tour, et les raisons sont lues sans signature.
step-election = On cherche quelqu'un
step-election-until = On cherche quelqu'un. Ce tour finit { $at }
next-election = Ensuite, on cherche quelqu'un, en trois étapes.
rule-election-secret = Personne ne lit les noms avant la fin du premier tour. À la fin de l'élection, tout est effacé : il reste seulement le résultat.
rule-election-names = On regarde 3 noms au plus. Dire non ne demande aucune raison.
election-title = Trouver quelqu'un
election-go = Participer
election-step-names = Chaque personne dit un nom
election-step-read = On lit, on garde ou on change
election-step-one = On regarde un nom à la fois
election-now = Où on en est
election-at-naming = Chaque personne dit un nom, et pourquoi. Personne d'autre ne le lit avant la fin du tour.
election-at-changing = Les noms et les raisons sont là. Chaque personne garde son choix, ou le change.
election-at-proposing = Quelqu'un propose un nom, pour ses raisons. N'importe qui sur la liste peut le faire.
election-at-answering = Est-ce que ça va pour { $name } ? Tout le monde répond. { $name } parle en dernier.
election-at-accepting = Rien ne s'y oppose. { $name } dit oui ou non.
election-goes-on = La recherche continue. Les noms sont lus par les gens de la liste et par la personne dont on parle.
election-until = Ce tour finit { $at }.
election-spoken = { $counted ->
    [one] { $spoken } personne sur { $counted } a parlé.
   *[other] Ont parlé : { $spoken } sur { $counted }.
}
election-task = La tâche
election-last-day = Jusqu'au { $day }.
election-name = Dire un nom
election-change = Changer de nom
election-whom = Qui verrais-tu dans cette tâche ?
election-whom-hint = Toi aussi, si tu veux. Ou une personne qui n'est pas là.
election-whom-read-hint = Un des noms que tout le monde a lus.
election-why = Pourquoi
election-why-hint = Ce que cette personne fait bien. Ta raison sera lue sans ta signature, puis effacée.
election-name-do = Envoyer ce nom
election-mine = Tu as nommé : { $name }
election-may-change = Tu peux changer jusqu'à la fin du tour.
election-keep = Je garde ce nom
election-kept = C'est noté. Tu peux encore changer.
election-names = Les noms et les raisons
election-names-hint = Dans l'ordre des prénoms. Le nombre ne compte pas : les raisons, oui.
election-closed = Ce nom n'est plus ouvert.
election-put = Proposer un nom
election-put-hint = Choisis le nom dont les raisons sont les plus fortes.
election-left = { $count ->
    [one] Il reste { $count } nom à regarder.
   *[other] On peut regarder encore { $count } noms.
}
election-put-whom = Le nom
election-put-why = Les raisons les plus fortes
election-put-why-hint = Tout le monde les lira, avec ton nom. C'est effacé à la fin.
election-put-do = Proposer ce nom
election-others-put = Tu ne peux pas proposer de nom maintenant. C'est aux autres de le faire.
election-put-by = Proposé par { $name }
election-put-by-nobody = La personne qui l'a proposé n'est plus ici.
election-shorter = Pour cette personne, la tâche finirait plus tôt : le { $day }.
election-added = Ce qui s'ajoute à la tâche :
election-fine = { $count ->
    [0] Personne n'a encore dit que ça va.
    [one] { $count } personne dit que ça va.
   *[other] { $count } personnes disent que ça va.
}
election-concern-of = Une réserve de { $name }
election-answer = Est-ce que ça va pour { $name } ?
election-answer-fine = Oui, ça va
election-answer-concern = Avec une réserve
election-answer-concern-hint = Ça n'arrête rien. Ça reste à l'esprit.
election-answer-objection = Une objection
election-answer-objection-hint = Un tort que ça ferait, et ce qui aiderait. On y répond d'abord.
election-said = Pourquoi
election-said-hint = Pour une objection, il faut le dire. Lu avec ton nom, effacé à la fin.
election-answer-do = Répondre
election-answered-as = Ta réponse : { $answer }.
election-choose-answer = Choisis une réponse
election-you = On parle de toi.
election-you-last = Tu parles en dernier, quand les autres ont répondu. Tu peux dire non dès maintenant.
election-accept = C'est à toi de parler
election-accept-what = Les autres ont répondu, et rien ne s'y oppose. Dire oui ou dire non : les deux sont bien.
election-public = Ton nom sera au registre du groupe.
election-accept-do = J'accepte
election-decline = Je préfère que ce ne soit pas moi
election-decline-what = Aucune raison n'est demandée. Ton nom n'est plus ouvert, et rien d'autre n'est gardé.
election-decline-do = Pas moi
election-adapt = Adapter la tâche
election-adapt-what = Pour répondre à une objection. Tout le monde répond ensuite de nouveau. L'objection reste jusqu'à ce qu'on y réponde.
election-adapt-added = Ce qui s'ajoute à la tâche
election-adapt-added-hint = Par exemple : la caisse passe à quelqu'un d'autre.
election-adapt-until = Dernier jour, plus tôt
election-adapt-until-hint = La tâche peut être plus courte.
election-adapt-do = Adapter
election-take-up = La tâche adaptée répond à cette objection
election-take-back-what = Ce nom vient de toi. Si on ne sort pas de l'objection, tu peux le reprendre : on passe à un autre.
election-take-back = Reprendre ce nom
election-together = On est ensemble
election-together-what = { $missing ->
    [one] Si tout le monde est dans la même pièce, pas besoin d'attendre. Il manque encore { $missing } personne pour passer à la suite.
   *[other] Si tout le monde est dans la même pièce, pas besoin d'attendre. Il faut encore { $missing } personnes pour passer à la suite.
}
election-together-said = Tu l'as dit. On attend les autres.
election-together-do = On peut passer à la suite
election-good = Bon à savoir
election-good-reasons = Ce sont les raisons qui comptent, pas le nombre.
election-good-erased = À la fin, les noms et les mots sont effacés. Il reste seulement le résultat.
election-good-together = Sur papier ou par téléphone, ce n'est pas encore possible ici. Quelqu'un peut le faire avec toi.
election-say-why = Dis pourquoi, en quelques mots
election-choose-somebody = Choisis quelqu'un
election-choose-other = Choisis quelqu'un d'autre
election-not-yours = C'est à une autre personne de le faire.
election-not-oneself = Choisis une autre personne que toi
election-put-already = Tu as déjà proposé un nom. C'est aux autres de le faire.
election-only-named = Choisis un nom qui a déjà été dit
election-nothing-open = Rien n'est à régler : il n'y a ni objection ni réserve.
election-cannot-be-put = Ce nom ne peut pas être proposé maintenant
election-date-passed = Le dernier jour de cette tâche est passé. Il faut la récrire.
election-you-speak-last = On parle de toi : tu parles en dernier.
election-too-soon = Il manque des gens. On les attend : tout le monde, ou la moitié après un jour.
election-objection-first = Une objection est ouverte. On y répond d'abord.
election-adapt-first = Il faut d'abord adapter la tâche.
election-adapted-enough = La tâche a été adaptée 3 fois pour ce nom. C'est assez : un autre nom, ou les réponses comme elles sont.
election-adapt-how = Écris ce qui s'ajoute, ou choisis un jour
election-until-sooner = Choisis un jour avant le { $day }
election-is-over = Cette recherche est finie.
election-moved-on = On n'en est plus là. Voici où on en est.
election-has-enough = Tu as déjà autant de mandats que la charte permet. Il faudrait d'abord qu'un autre finisse.
election-held-it-long = Tu as tenu cette tâche trois fois de suite. C'est le tour de quelqu'un d'autre.
election-cannot-hold = Ce mandat ne peut pas t'être confié maintenant.
done-election-named = C'est noté.
done-election-together = C'est noté.
done-election-put = Le nom est proposé.
done-election-taken-back = Le nom est repris.
done-election-answered = Ta réponse est notée.
done-election-adapted = La tâche est adaptée. Tout le monde répond de nouveau.
done-election-taken-up = C'est noté. La personne est invitée à répondre de nouveau.
done-election-accepted = C'est oui. Merci.
done-election-declined = C'est noté. Ton nom n'est plus ouvert.
election-found = { $name } reçoit ce mandat.
election-found-soon = { $name } recevra ce mandat.
election-nobody = Personne pour l'instant.
election-nothing-kept = Qui a nommé qui, et ce qui a été dit : rien n'est gardé.
election-what-now = On peut recommencer plus tard. On peut aussi chercher quelqu'un pour 6 mois au plus : c'est plus léger.
election-again = Chercher de nouveau
entry-election-found = Proposition { $number }, { $name } est la personne trouvée : { $title }
entry-election-nobody = Proposition { $number }, personne pour l'instant : { $title }
naming-title = Je ne souhaite pas qu'on me nomme
naming-lead = Dans les élections sans candidature, chaque personne peut dire n'importe quel nom. Le tien peut ne pas y être.
naming-box = Je ne souhaite pas qu'on me nomme
naming-hint = Ton nom ne sera pas offert dans les choix. Aucune raison n'est demandée.
naming-save = Garder
naming-who = Qui le lit
naming-nobody = Toi. Aucune page ne montre cette réponse à quelqu'un d'autre, et il n'y en a aucune liste.
naming-limit = Qui compare la liste des membres avec les choix peut deviner.
done-naming = C'est gardé.
power-choose-not-named = dire qu'on ne souhaite pas que son nom soit dit

# Un bulletin de papier rempli avec de l'aide.
helper-title = Remplir un bulletin avec de l'aide
helper-what = Qui a pris un bulletin de papier peut choisir une personne pour le remplir ensemble. Si quelqu'un d'autre le note, c'est en suivant ce choix.
helper-logged = Le registre dit les deux noms, jamais ce que dit le bulletin. Qui a aidé ne compte pas le papier de ce vote, sauf si moins de deux autres personnes, ou moins de la moitié, peuvent compter.
helper-whose = Le bulletin de
helper-who = Rempli avec l'aide de
helper-do = Noter l'aide
helper-is = Avec l'aide de { $name }
helper-choose = Choisis qui aide, dans la liste
helper-herself = Choisis une autre personne que celle du bulletin
helper-no-paper = Cette personne n'a pas de bulletin de papier. Note d'abord qu'il est donné
done-paper-helped = C'est noté, et écrit au registre.
paper-ballot-help = Tu peux choisir quelqu'un pour le remplir avec toi. Dis son nom à qui te donne ce bulletin, qui le note.
tally-helped = Tu as aidé quelqu'un à remplir son bulletin de ce vote. D'autres personnes comptent le papier
tally-helped-ballots = { $count ->
    [one] Un bulletin a été rempli avec l'aide d'une personne choisie pour ça. Il se compte comme les autres.
   *[other] { $count } bulletins ont été remplis avec l'aide de personnes choisies pour ça. Ils se comptent comme les autres.
}
entry-paper-helped = Proposition { $number }, { $voter } remplit son bulletin de papier avec l'aide de { $helper } : { $title }
entry-paper-helped-noted = Proposition { $number }, { $voter } remplit son bulletin de papier avec l'aide de { $helper } (aide notée par { $who }) : { $title }

# Une égalité départagée par le sort.
tie-draw-open = Départager par un tirage au sort
tie-draw-see = Le tirage au sort qui départage
tie-drawn = Le sort a désigné : { $drawn }.
tie-stays = Le résultat du vote reste une égalité. Le tirage est un conseil.
draw-tie-title = Départager par le sort
draw-tie-among = À égalité
draw-tie-exactly = Le tirage se fait entre ces possibilités, et aucune autre.
draw-of-tie = Pour départager ce qui est à égalité dans la proposition { $number }.
draw-no-tie = Ce vote n'est pas une égalité entre plusieurs possibilités.
draw-tie-drawn = Un tirage au sort départage déjà ce vote.
entry-draw-of-tie = Tirage au sort ouvert par { $who }, pour départager ce qui est à égalité dans la proposition { $number } : { $title }

# Ce qui suit le dernier tour, quand la charte le dit.
rule-then-defer = Si une objection reste ouverte après le dernier tour, on attend { $days } jours. Puis il y a un dernier tour.
rule-then-vote = Si ça bloque encore après le dernier tour, on vote aussitôt : il faut au moins { $p } voix sur { $q } « pour ». Ce qui bloque reste à lire à côté.
rule-then-trial = Si une objection reste ouverte après le dernier tour, on vote aussitôt sur un essai de { $days } jours au plus. Une décision qui fait quelque chose d'elle-même ne s'essaie pas.
rule-trial-asked = C'est un essai de { $days } jours au plus. Avant la fin, on demande au groupe s'il le garde. Sans un oui, c'est fini.
rule-blocks-allowed = { $count ->
    [one] Un blocage qui tient ne suffit pas à l'arrêter.
   *[other] { $count } blocages qui tiennent ne suffisent pas à l'arrêter.
}
rule-quorum-asked = Qui a écrit le texte demande plus de votes que la charte.
round-last = Le dernier tour, après l'attente
rounds-over-vote = Les tours sont finis. On vote, avec ce qui reste en travers écrit ici.
rounds-over-trial = Les tours sont finis. On vote sur un essai, avec ce qui reste en travers écrit ici.
paper-sheet-in-the-way = Ce qui reste en travers
consensus-blocks-survived = { $count ->
    [one] Un blocage tient. La charte demande qu'il y en ait plus pour arrêter une proposition.
   *[other] { $count } blocages tiennent. La charte demande qu'il y en ait plus pour arrêter une proposition.
}
entry-rounds-defer = Proposition { $number }, on attend trente jours avant un dernier tour : { $title }
entry-rounds-trial = Proposition { $number }, les tours sont finis : on vote sur un essai : { $title }
entry-rounds-vote = Proposition { $number }, les tours sont finis : on vote, avec ce qui reste en travers : { $title }
write-quorum = Combien de personnes doivent voter
write-quorum-hint = Tu peux demander plus que la charte, jamais moins. S'il manque des votes, ce n'est pas adopté.
write-quorum-charter = Ce que dit la charte
write-quorum-majority = Plus de la moitié des { $members }
write-quorum-percent = Au moins { $percent } % des { $members }
paper-not-here = Ici, une objection porte un nom : il n'y a pas de bulletin sans nom. Remplis la feuille de la proposition. Lis-la ensuite à quelqu'un du groupe, au téléphone ou en face : cette personne te relit ta réponse, puis la note.
paper-ballot-how-word = Fais une croix dans une seule case. Sans croix, ou avec plusieurs, le bulletin est annulé.
paper-ballot-empty = Un bulletin laissé vide est compté : il ne choisit rien.
phone-objection-hers = Cette personne a écrit elle-même une objection, qui tient toujours. Elle seule peut la changer ou la lever. Au téléphone, on peut noter la même, mot pour mot
tally-by-sheet = Ces bulletins se lisent un par un.
tally-by-word = Ces bulletins se comptent par réponse.
tally-other-sheet = Cette feuille a changé entre-temps, sur une autre page. Regarde ta liste.
tally-unreadable = On ne peut pas la lire
tally-sheets-how = Si les feuilles n'ont pas de numéro, écris-en un au crayon sur chacune : 1, 2, 3. Ne change pas ceux qui y sont. Lis-les dans cet ordre, sans montrer ton écran à l'autre personne.
tally-sheet-number = Feuille { $number }
tally-sheet-empty = Si rien n'est écrit dessus, laisse tout vide. Si ça ne suit pas la consigne, ou s'il n'y a pas d'initiales, c'est une feuille qu'on ne peut pas lire.
tally-sheet-do = Noter cette feuille
tally-sheet-unreadable = On ne peut pas la lire
tally-sheet-leave = Laisser comme c'était
tally-sheet-correct = Corriger
tally-read = Tes feuilles
tally-read-none = Aucune pour l'instant.
tally-all-what = Quand la boîte est vide :
tally-all = { $count ->
    [one] C'est tout : { $count } feuille
   *[other] C'est tout : { $count } feuilles
}
tally-off = Ôter la feuille { $number }
tally-unlike = { $count ->
    [one] { $name } a lu autre chose sur la feuille { $sheets }. Reprenez-la ensemble.
   *[other] { $name } a lu autre chose sur les feuilles { $sheets }. Reprenez-les ensemble.
}
tally-noted-sheets = Tes feuilles sont notées.
tally-sheet-legend = Ce qui est écrit sur la feuille
tally-sheet-twice = Sur cette feuille, deux choix ont la même place : on ne peut pas la lire
tally-sheet-wrong = Cette feuille ne suit pas la consigne : on ne peut pas la lire
paper-ballot-dates = Fais une croix pour chaque date. Sans croix, c'est non.
phone-block-hers = Cette personne a écrit elle-même un blocage, qui tient toujours. Elle seule peut le changer ou le lever. Au téléphone, on peut noter le même, mot pour mot
phone-not-by-author = Ici, le silence compte. Qui a écrit le texte ne note pas les réponses des autres : quelqu'un d'autre le fait.
phone-noted-for-her = Noté au téléphone par { $who }
block-noted-by-you = Tu as noté ce blocage au téléphone. C'est à une autre personne de l'appuyer.
objection-lifted-by-phone = Levée au téléphone
on-paper-secret-among = Les personnes qui comptent lisent chaque bulletin en entier. Un ordre rare peut faire reconnaître quelqu'un.
tally-sure = C'est bien tout : { $handed } ont été données, et { $count } trouvées
tally-say-sure = Coche d'abord que c'est bien tout
answers-seen = L'ont vue
answers-agree = D'accord
answers-reservations = D'accord, avec des réserves
answers-block = Bloquent
vote-signed-here = Ici, ce qu'on écrit est lu tout de suite, avec le nom
row-ticks = { $count ->
    [one] { $count } coche
   *[other] { $count } coches
}
row-points = { $count ->
    [one] { $count } point en tout
   *[other] { $count } points en tout
}
voices-ballots = { $count ->
    [one] { $count } bulletin
   *[other] { $count } bulletins
}
phone-script-at-once = Le groupe le lit tout de suite, avec ton nom.
paper-naming = Le nom que je dis
paper-naming-name = Le nom :
paper-naming-why = Mes raisons :
paper-naming-then = Garde ce papier. Quelqu'un du groupe peut l'écrire avec toi, à un écran : tu entres avec ta carte.
