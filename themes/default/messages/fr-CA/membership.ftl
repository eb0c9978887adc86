# Founding, coming in, the group and its charter, one's own things.

# Words of a person, as they are.
plain = { $words }
a-member-who-left = une personne qui est partie
too-long = { $over ->
    [one] Il y a { $over } lettre de trop. Garde l'essentiel
   *[other] Il y a { $over } lettres de trop. Garde l'essentiel
}
who-reads = Qui lit quoi
decision-number = Décision { $number }

## Names, addresses, passphrases

name-mine = Ton nom dans le groupe
name-missing = Écris un nom, comme Odile ou Odile F.
name-too-long = Garde { $max } lettres au plus pour un nom
name-taken = Quelqu'un porte déjà ce nom ici. Ajoute une initiale
name-hidden-signs = Récris ce nom au clavier : il contient des signes invisibles
email-mine = Ton adresse courriel
email-hint = Pour recevoir un lien quand tu veux entrer.
email-who-reads = À part toi, seule la personne qui s'occupe du serveur peut lire ton adresse. Elle sert à t'écrire, rien de plus.
email-missing = Écris l'adresse, comme odile@exemple.ca
email-unreadable = Écris une adresse comme odile@exemple.ca
email-taken = Cette adresse sert déjà à quelqu'un ici. Écris-en une autre
email-last-way-in = Choisis d'abord une phrase de passe. Sans elle, tu n'aurais plus de moyen d'entrer
passphrase-mine = Ta phrase de passe
passphrase-hint = Voici cinq mots tirés au hasard. Note-les sur papier, ou écris ta propre phrase.
passphrase-paper = Note ta phrase maintenant. On ne peut pas te la redire.
passphrase-who-reads = Personne ne peut lire ta phrase, même pas qui s'occupe du serveur.
passphrase-missing = Écris une phrase de passe, comme cinq mots sans lien
passphrase-wrong = Ce n'est pas ta phrase d'aujourd'hui. Vérifie chaque mot
passphrase-short = Ajoute des mots : il faut { $min } lettres ou plus
passphrase-long = Garde { $max } lettres au plus
passphrase-repeats = Cette phrase se devine trop vite. Prends des mots plus variés
own-device = Cet appareil est juste à moi
own-device-hint = Si tu coches, ta session reste ouverte 30 jours. Sinon, elle se ferme après 15 minutes sans page ouverte.

## Front page of the site

front-title = Décider ensemble, par nous et pour nous
front-lead = Parpour est un outil pour de petits groupes qui se mènent eux-mêmes.
front-what = Ce qu'on y fait
front-decide = Décider
front-decide-text = Chaque personne propose, discute et vote. Une décision adoptée agit toute seule.
front-group = Se donner une charte
front-group-text = Le groupe écrit ses règles, et les change par un vote.
front-mandate = Confier une tâche
front-mandate-text = Un mandat va à une personne, pour un temps. Personne n'est au-dessus.
front-private = Rester chez soi
front-private-text = Aucune publicité, aucun pistage, aucun autre site. Tout est gardé sur ce serveur.
front-come-in = Pour entrer
front-empty = Aucun groupe n'est encore fondé ici. Le lien de fondation est donné à qui installe le site.
front-ask = Demande à ton groupe son adresse. Elle finit par deux mots simples.
front-why = Les groupes ne sont pas affichés ici : personne ne doit pouvoir les chercher.

## Founding

found-over = Fonder un groupe
found-step-group = Le groupe
found-step-people = Les personnes
found-step-charter = La charte
found-step-sign = Les signatures
found-next = Continuer
found-group-title = Votre groupe
found-group-lead = Faites-le à deux ou plus, côte à côte. Rien n'est définitif avant les signatures.
found-about = Avant de commencer
found-about-two = Il faut deux personnes ou plus pour fonder un groupe.
found-about-nothing = Rien ne commence avant que tout le monde ait signé.
found-about-pause = Ce que vous écrivez est gardé. Le même lien permet de continuer plus tard.
found-about-change = Après, le groupe peut tout changer par un vote.
found-people-title = Qui est là ?
found-people-lead = Qui fonde le groupe, et qui en fait déjà partie. Un nom par ligne.
found-back-group = Revenir au groupe
found-founders = Les personnes qui fondent
found-founders-hint = Deux ou plus. Chacune signera avec sa propre phrase de passe.
found-others = Les autres personnes du groupe
found-others-hint = Elles votent dès le premier jour. Chacune reçoit ensuite une carte pour entrer.
found-people-reads = Les noms seront lus par les { $members }, et par qui s'occupe du serveur.
found-people-names = Le nom que la personne veut. Un prénom suffit.
found-people-cards = Demandez à chaque personne avant d'écrire son nom.
found-charter-title = La première charte
found-charter-lead = Ce sont les règles du groupe. Chaque case contient une valeur courante : gardez-la ou changez-la.
found-back-people = Revenir aux personnes
found-charter-about = Pour comprendre
found-charter-start = Les valeurs proposées conviennent à un groupe de 5 à 40 personnes.
found-charter-two-sorts = Changer la charte demande plus de temps et plus d'accord qu'une décision ordinaire.
found-charter-later = Chaque règle pourra changer par un vote. L'ancienne reste au registre.
found-usual = Les règles habituelles
found-usual-lead = Elles vont à la plupart des petits groupes. Voici les principales.
found-usual-keep = Garder les règles habituelles
found-or-change = Ou changer des règles
found-next-changed = Continuer avec ces changements
found-trial = L'essai
found-trial-lead = Le groupe essaie cet outil, puis décide s'il le garde.
found-sign-title = Lire et signer
found-sign-lead = Lisez tout à voix haute. Puis chaque personne qui fonde signe.
found-back-charter = Revenir à la charte
found-missing = Il manque encore quelque chose
found-missing-name = Écrire le nom du groupe
found-missing-founders = Nommer deux personnes qui fondent, ou plus
found-the-charter = La charte
found-charter-of = La charte : { $name }
found-change-group = Changer le groupe
found-change-charter = Changer les règles
found-list = Les personnes du groupe
found-change-people = Changer la liste
found-signatures = Les signatures
found-signatures-lead = Signer veut dire : j'ai lu, et je suis d'accord pour commencer ainsi.
found-has-signed = C'est signé
found-sign-as = Je suis { $name }, je signe
found-everybody-signed = Tout le monde a signé. Le groupe peut commencer.
found-found = Fonder le groupe
found-unsign = Reprendre les signatures
found-unsign-why = Pour changer quelque chose, il faut reprendre toutes les signatures.
found-then = Ensuite
found-then-register = La fondation ouvre le registre. Rien ne s'y efface en cachette.
found-then-question = La première question est posée au groupe : adopter cet outil ?
found-then-vote = Tout le monde en discute, puis vote.
found-pen-title = { $name } signe
found-pen-lead = Tu signes la charte du groupe { $name }. Ta phrase de passe servira à entrer. Ne la montre à personne.
found-back-read = Relire le tout
found-sign = Signer
done-signed = La signature est là.
done-unsigned = Les signatures sont reprises. Tout peut changer de nouveau.
found-two-at-least = Écris deux noms ou plus, un par ligne
found-too-many = Un groupe peut avoir { $max } personnes au plus
found-name-twice = { $name } est là deux fois. Ajoute une initiale, ou enlève une ligne
found-signed-already = Quelqu'un a déjà signé. Reprends les signatures pour changer quelque chose
found-she-signed = Cette personne a déjà signé
found-not-signed = Il manque une signature, ou le nom du groupe
found-already = Le groupe est déjà fondé
found-link-gone = Ce lien de fondation a plus de 30 jours, ou il n'est pas complet. Demandes-en un autre à qui s'occupe du serveur.

# These three become the group's own text, in its language.
found-question-title = Adopter cet outil ?
found-question-summary = Le groupe vient d'être fondé ici. Cette question demande si on garde cet outil pour décider ensemble. Si on dit oui, on l'essaie jusqu'au jour écrit plus bas. Ensuite, le groupe décide de nouveau. Si on dit non, rien n'est effacé : le groupe choisit la suite.
found-question-body = Pendant l'essai, chaque personne peut proposer, discuter et voter ici. Ce qui plaît et ce qui inquiète peut se dire dans la discussion. On peut aussi dire non : c'est une réponse comme une autre.

founded-title = Le groupe est fondé : { $name }
founded-lead = La charte est signée et le registre est ouvert.
founded-address = L'adresse du groupe
founded-address-why = Note-la sur papier. Elle ne dit rien du groupe. Donne-la seulement à qui en a besoin.
founded-next = Et maintenant
founded-next-enter = Entre avec ton nom et ta phrase de passe.
founded-next-cards = Fais une carte pour chaque personne de la liste, dans Le groupe, puis Inviter quelqu'un.
founded-next-question = Lis la première question dans Décider : adopter cet outil ?
founded-next-trial = L'essai dure jusqu'au { $day }.
founded-door = Aller à la porte

## The page for visitors

welcome-title = Bienvenue
welcome-unwritten = Ce groupe n'a pas encore écrit sa page.
welcome-member = Je suis déjà { $member }
welcome-card = J'ai une carte ou une invitation
welcome-to-today = Aller à Aujourd'hui
welcome-us = Qui on est
welcome-edit = Changer cette page
welcome-tool = Comment on se mène
welcome-tool-decide = Chaque personne propose et vote. Sa voix vaut celle de tout le monde.
welcome-tool-nobody = Personne n'est au-dessus. Un mandat est une tâche, pour un temps.
welcome-tool-names = Cette page ne nomme personne du groupe.
welcome-edit-title = La page pour les visites
welcome-edit-lead = Ce qu'une personne de passage lit du groupe. Tout le monde peut la voir.
welcome-edit-back = Voir la page
welcome-words = Le texte
welcome-words-hint = Le premier paragraphe est écrit plus gros. Une ligne vide sépare les paragraphes. N'y nomme personne.
welcome-edit-log = Le registre notera que ce mandat a servi.
welcome-save = Mettre en ligne
done-welcome = La page est en ligne.

## The door

door-title = Entrer
door-lead = Par le moyen qui te convient.
door-is-in = Ta session est déjà ouverte.
door-late = La page est restée ouverte longtemps. Entre de nouveau, on t'y ramène.
door-to-today = Aller à Aujourd'hui
door-by-mail = Avec ton courriel
door-by-mail-hint = On t'envoie un lien. Il est bon 30 minutes. Rien à retenir.
door-ask-link = Recevoir mon lien
door-by-card = Avec une carte de papier
door-by-card-text = La carte qu'on t'a remise sert une fois, pour ta première entrée.
card-words = Les quatre mots de la carte
card-words-hint = Comme : tulipe marcher éclair forêt. Les accents ne comptent pas.
card-read = Continuer avec ma carte
door-by-passphrase = Avec ta phrase de passe
door-passphrase-hint = Les majuscules et les accents ne comptent pas.
door-see-letters = Voir les lettres pendant que j'écris
door-enter = Entrer
door-exit = « Sortie rapide », en haut, ferme ta session et ouvre la météo. L'historique du navigateur garde la trace de cette page.
door-wrong = Ce nom et cette phrase ne vont pas ensemble. Vérifie chaque mot
door-nothing-left = Tu n'as plus rien de ça ? Parle à quelqu'un du groupe.
code-title = Regarde tes courriels
code-lead = Si cette adresse est connue ici, un courriel est parti. Ouvre son lien sur cet appareil.
code-back = Revenir à la porte
code-or = Ou écris le code du courriel
code-mine = Le code de huit chiffres
code-hint = Comme : 1234 5678. Il est bon 30 minutes, ici seulement.
code-nothing = Rien n'arrive ?
code-nothing-wait = Attends quelques minutes, et regarde dans les indésirables.
code-nothing-address = Vérifie que c'est l'adresse que tu as donnée au groupe.
code-nothing-other = Entre avec ta phrase de passe, ou demande un autre lien.
door-code-wrong = Ce code n'est pas bon. Regarde le dernier courriel. Après cinq essais, demande un autre lien
door-link-gone = Il a déjà servi, ou il a plus de 30 minutes. Demandes-en un autre à la porte.
link-title = Ton lien est bon
link-lead = Il sert une fois. Appuie sur le bouton pour entrer.
link-elsewhere = Tu l'as demandé sur un autre appareil, ou dans un autre navigateur.
link-elsewhere-then = Pour entrer là-bas
link-elsewhere-back = Retourne à la page où tu as demandé le lien.
link-elsewhere-code = Écris-y le code de huit chiffres du courriel.
link-elsewhere-or = Tu veux plutôt entrer ici ?
link-elsewhere-again = Demander un lien ici
left-title = Ta session est fermée
left-lead = Ce site n'a rien laissé sur cet appareil.
left-history = L'historique du navigateur garde l'adresse des pages. Tu peux l'effacer dans ses réglages.
left-door = Entrer de nouveau

## Coming in for the first time

join-card-title = J'ai une carte
join-card-lead = Écris les quatre mots de ta carte.
join-card-back = Revenir à la porte
join-card-unknown = Ces mots n'ouvrent rien ici. Vérifie-les, ou demande une autre carte
join-gone = Cette invitation a déjà servi, ou elle est trop vieille. Demandes-en une autre. Si tu es déjà { $member }, entre par la porte.
join-title = Bienvenue
join-lead = Quelqu'un t'invite dans ce groupe. Il faut deux choses : un nom, et une phrase de passe ou une adresse pour revenir.
join-hello = Bonjour { $name }
join-listed = Ta place est déjà là. Choisis comment tu veux entrer.
join-name = Comment on t'appelle ici
join-name-hint = Un prénom ou un surnom suffit. Les { $members } te verront sous ce nom.
join-needs-way-in = Garde une phrase de passe ou donne une adresse, pour pouvoir revenir
join-join = Entrer dans le groupe
join-reads-name = Ton nom : les { $members }, et qui s'occupe du serveur.
join-reads-nothing = Rien d'autre n'est demandé. Aucune page ne dit qui t'invite.
join-reads-card = Rien d'autre n'est demandé. Le registre dit qui a fait ta carte.
join-then = Ensuite
join-then-read = Tu peux tout lire, proposer et discuter tout de suite.
join-then-vote = Tu votes dès maintenant.
join-then-vote-next = Tu votes à partir du prochain vote qui ouvre.
join-then-vote-later = { $days ->
    [one] Tu votes dans { $days } jour.
   *[other] Tu votes dans { $days } jours.
}

## The group

group-lead = Qui on est, nos règles, et qui peut faire quoi.
group-members = { $count ->
    [one] { $count } personne fait partie du groupe.
   *[other] { $count } personnes font partie du groupe.
}
group-powers = { $count ->
    [0] Aucun mandat en cours.
    [one] { $count } mandat en cours.
   *[other] { $count } mandats en cours.
}
group-charter = Chaque règle, et la décision d'où elle vient.
group-register = Tout ce qui a été décidé, dans l'ordre.
group-invite = Une carte à remettre, ou un courriel.
group-welcome = Notre page pour les visites
group-welcome-text = Ce que tout le monde peut lire du groupe.
group-welcome-yours = Ton mandat te permet de l'écrire.
members-title = Les { $members }
members-lead = Les noms que les gens ont choisis. Aucune page ne montre les adresses.
members-back = Revenir au groupe
members-count = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
card-has-way-in = Cette personne a déjà un moyen d'entrer
card-waits = Une carte faite par { $maker } attend déjà cette personne. Tu peux en faire une autre après le { $until }
card-enough-today = { $count ->
    [one] Tu as déjà remis { $count } carte en un jour. Quelqu'un d'autre du groupe peut en remettre
   *[other] Tu as déjà remis { $count } cartes en un jour. Quelqu'un d'autre du groupe peut en remettre
}
invite-title = Inviter quelqu'un
invite-lead = { $count ->
    [one] Chaque personne peut faire { $count } invitation par semaine. Une invitation est bonne 30 jours et sert une fois.
   *[other] Chaque personne peut faire { $count } invitations par semaine. Une invitation est bonne 30 jours et sert une fois.
}
invite-by-card = Avec une carte de papier
invite-by-card-text = Quatre mots à imprimer ou à recopier, à remettre en mains propres.
card-for-listed = Remettre une carte à…
card-for-listed-text = Ces personnes sont de la liste de fondation, et n'ont pas encore de moyen d'entrer. Une carte ouvre leur place.
card-to = Pour qui
card-to-nobody = Choisis une personne
card-choose = Choisis une personne dans la liste
card-waiting = Carte pour { $name }, faite par { $by } le { $at }
card-confirm-title = Une carte pour { $name }
card-confirm-lead = La carte ouvre la place de cette personne. Elle sert une fois.
card-confirm-register = Le registre dira que tu as fait cette carte.
card-confirm-hands = Remets-la en mains propres, à cette personne seulement.
card-confirm-do = Faire cette carte
invite-make-card = Faire une carte
invite-by-mail = Par courriel
invite-by-mail-text = Le courriel ne nomme ni le groupe ni toi. Préviens la personne avant.
invite-email = Son adresse courriel
invite-email-hint = Elle sert à cet envoi, puis elle est oubliée.
invite-send = Envoyer l'invitation
invite-enough-this-week = { $count ->
    [one] Tu as déjà fait { $count } invitation cette semaine. Quelqu'un d'autre du groupe peut inviter
   *[other] Tu as déjà fait { $count } invitations cette semaine. Quelqu'un d'autre du groupe peut inviter
}
invite-waiting = Tes invitations qui attendent
invite-waiting-for = Carte pour { $name }
invite-waiting-words = La carte qui commence par « { $words } »
invite-until = bonne jusqu'au { $at }
done-invited-by-mail = L'invitation part par courriel.
invitation-title = Ton invitation
invitation-for = Carte pour { $name }
invitation-lead = Elle sert une fois, jusqu'au { $at }.
invitation-back = Revenir aux invitations
invitation-words = Les quatre mots
invitation-words-text = La personne va à cette adresse et écrit ces mots.
invitation-print = La carte à imprimer
invitation-link = Ou le lien
invitation-link-text = À donner à cette personne seulement.
invitation-take-back-title = Changer d'idée
invitation-take-back-text = Le lien et les mots n'ouvriront plus rien.
invitation-take-back = Annuler l'invitation
done-taken-back = L'invitation est annulée.
card-title = Carte d'entrée
card-lead = Imprime cette page, ou recopie-la à la main.
card-back = Revenir à l'invitation
card-until = Bonne jusqu'au { $at }
card-go = Va à cette adresse
card-write = Écris ces quatre mots
card-accents = Les majuscules et les accents ne comptent pas.
card-name = Choisis ton nom et ta façon d'entrer
card-once = Cette carte sert une seule fois.
card-printed = Imprimée le { $day }. Déchire-la après. Ne la colle pas au mur.

## Charter

charter-title = Notre charte
charter-lead = Les règles du groupe. Elles changent par un vote, et par rien d'autre.
charter-since-decision = Depuis la décision { $number }
charter-since-founding = Depuis la fondation, { $day }.
charter-propose = Proposer un changement
charter-more = À quoi ça sert
charter-chapter-identity = Qui on est
charter-chapter-deciding = Comment on décide
charter-chapter-deciding-help = De la proposition à l'effet : combien d'appuis, combien de temps, combien d'accord.
charter-chapter-coming-in = Comment on arrive
charter-chapter-coming-in-help = Chaque { $member } peut inviter. Qui arrive peut lire et parler tout de suite.
charter-chapter-mandates = Les mandats
charter-chapter-mandates-help = Un mandat est une tâche confiée à une personne, pour un temps.
charter-rule-name = Nom du groupe
charter-rule-name-help = Comme les gens du groupe le disent.
charter-rule-member-word = Le mot pour une personne du groupe
charter-rule-member-word-help = Comme membre, complice, camarade.
charter-rule-members-word = Le même mot pour plusieurs personnes
charter-rule-members-word-help = Comme membres, complices, camarades.
charter-rule-language = Langue du groupe
charter-rule-language-help = Chaque personne peut quand même lire les pages dans l'autre langue.
charter-value-language-fr-ca = Français
charter-value-language-en = English
charter-rule-address = Tu ou vous
charter-rule-address-help = La façon dont les pages parlent aux gens, en français.
charter-value-address-tu = Tu
charter-value-address-vous = Vous
charter-rule-time-zone = Heure du groupe
charter-rule-time-zone-help = Toutes les heures et les dates limites la suivent.
charter-rule-legal-frame = Cadre légal
charter-rule-legal-frame-help = Ce que le groupe est devant la loi.
charter-value-legal-frame-unincorporated = Groupe sans incorporation
charter-value-legal-frame-quebec-part-3 = Organisme sans but lucratif du Québec (partie III)
charter-value-legal-frame-france-1901 = Association loi 1901 (France)
charter-value-legal-frame-other = Autre
charter-rule-theme = Apparence des pages
charter-rule-theme-help = Le nom du thème.
charter-rule-crisis-lines = Numéros au bas des pages
charter-rule-crisis-lines-help = Un par ligne : le numéro, une virgule, ce que c'est. À vérifier ensemble.
crisis-lines-first = 988, appel ou texto, jour et nuit
crisis-lines-second = 811, option 2 : Info-Social, jour et nuit
charter-rule-trial-until = Fin de l'essai
charter-rule-trial-until-help = Ensuite, le groupe décide de nouveau s'il garde cet outil.
charter-rule-seconders = Appuis d'une proposition
charter-rule-seconders-help = Autant de personnes doivent l'appuyer, en plus de qui propose.
charter-rule-unseconded-days = Attente d'un appui
charter-rule-unseconded-days-help = Sans appui après ce temps, la proposition s'éteint. On peut la refaire.
charter-rule-discussion-days-ordinary = Discussion d'une décision ordinaire
charter-rule-discussion-days-ordinary-help = Le temps d'en parler avant le vote, au moins.
charter-rule-discussion-days-charter = Discussion d'un changement de charte
charter-rule-discussion-days-charter-help = Changer les règles demande plus de temps.
charter-rule-voting-days-ordinary = Vote d'une décision ordinaire
charter-rule-voting-days-ordinary-help = Le temps pour voter, au moins.
charter-rule-voting-days-charter = Vote d'un changement de charte
charter-rule-voting-days-charter-help = Le temps pour voter, au moins.
charter-rule-quorum-ordinary = Participation à une décision ordinaire
charter-rule-quorum-ordinary-help = Combien de personnes doivent voter pour que ça compte (le quorum).
charter-rule-quorum-charter = Participation à un changement de charte
charter-rule-quorum-charter-help = Combien de personnes doivent voter pour que ça compte (le quorum).
charter-rule-majority-ordinary = Accord pour une décision ordinaire
charter-rule-majority-ordinary-help = La part des pour, parmi les pour et les contre. Égalité : pas adoptée.
charter-rule-majority-charter = Accord pour un changement de charte
charter-rule-majority-charter-help = La part des pour, parmi les pour et les contre.
charter-rule-challenge-hours-ordinary = Attente avant l'effet d'une décision ordinaire
charter-rule-challenge-hours-ordinary-help = Le temps entre le vote et l'effet. Avec 0, c'est tout de suite.
charter-rule-challenge-hours-charter = Attente avant l'effet d'un changement de charte
charter-rule-challenge-hours-charter-help = Le temps de relire et de contester. Avec 0, c'est tout de suite.
charter-rule-first-vote-days = Premier vote d'une personne qui arrive
charter-rule-first-vote-days-help = Le temps entre l'arrivée et le premier vote. Avec 0, c'est tout de suite.
charter-rule-mandate-months = Durée d'un mandat
charter-rule-mandate-months-help = Au plus. Ensuite, le mandat s'éteint tout seul.
charter-rule-mandates-per-person = Mandats d'une même personne
charter-rule-mandates-per-person-help = Au plus, en même temps.
charter-hint-number = { $help } De { $min } à { $max }.
charter-hint-quorum = { $help } Écris un nombre, comme 12, ou une part, comme 33 %.
unit-days = jours
unit-hours = heures
unit-months = mois
unit-people = personnes
unit-mandates = mandats
charter-unit-seconders = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
charter-unit-unseconded-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
charter-unit-discussion-days-ordinary = { $count ->
    [0] aucun jour
    [one] { $count } jour
   *[other] { $count } jours
}
charter-unit-discussion-days-charter = { $count ->
    [0] aucun jour
    [one] { $count } jour
   *[other] { $count } jours
}
charter-unit-voting-days-ordinary = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
charter-unit-voting-days-charter = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
charter-unit-challenge-hours-ordinary = { $count ->
    [0] tout de suite
    [one] { $count } heure
   *[other] { $count } heures
}
charter-unit-challenge-hours-charter = { $count ->
    [0] tout de suite
    [one] { $count } heure
   *[other] { $count } heures
}
charter-unit-first-vote-days = { $count ->
    [0] dès l'arrivée
    [one] { $count } jour
   *[other] { $count } jours
}
charter-unit-mandate-months = { $count } mois
charter-unit-mandates-per-person = { $count ->
    [one] { $count } mandat
   *[other] { $count } mandats
}
charter-value-words = { $words }
charter-value-nothing = rien
charter-seconders-now = { $count ->
    [one] { $value }. Pour le moment, { $count } suffit : il n'y a personne de plus.
   *[other] { $value }. Pour le moment, { $count } suffisent : il n'y a personne de plus.
}
charter-value-own-theme = celle d'origine
charter-value-day = { $day }
charter-value-half = plus de la moitié des votes
charter-value-part = au moins { $part } des votes
charter-value-members = { $count ->
    [one] au moins { $count } personne
   *[other] au moins { $count } personnes
}
charter-value-percent = au moins { $percent } % des { $members }
charter-value-majority = plus de la moitié des { $members }
charter-write-words = Écris quelques mots, { $max } lettres au plus
charter-write-name = Écris le nom du groupe, en { $max } lettres au plus
charter-write-number = Écris un nombre en chiffres, de { $min } à { $max }
charter-write-quorum = Écris un nombre comme 12, ou une part comme 33 %
charter-write-majority = Écris une part comme 1/2 ou 2/3, d'au moins la moitié
charter-choose-one = Choisis une des réponses
charter-write-zone = Écris une zone comme America/Toronto
charter-write-day = Écris une date comme 2027-03-31
charter-no-such-rule = Choisis une règle de la charte
charter-says-so-already = La charte le dit déjà. Écris une autre valeur

## Mandates and powers

power-invite = inviter quelqu'un
power-hand-card = faire une carte pour une personne de la liste de fondation
power-write-welcome-page = écrire la page pour les visites
power-change-own-access = changer ses moyens d'entrer et ses courriels
error-needs-mandate = Il faut un mandat pour : { $power }. Le groupe peut le confier par un vote.
error-members-only = Cette page est pour les { $members } du groupe.
error-changed-meanwhile = Ça vient de changer ailleurs. Relis, puis recommence
powers-title = Qui peut faire quoi
powers-lead = Ici, personne n'est au-dessus. Un mandat est une tâche précise, confiée par le groupe, pour un temps limité.
powers-running = Les mandats en cours
powers-none = Aucun mandat en cours
powers-none-text = Le groupe peut en confier un quand il en a besoin.
powers-propose = Proposer un mandat
powers-gauge = { $percent } % du temps est passé
powers-until = Jusqu'au { $day }, puis le mandat s'éteint tout seul.
powers-ends-soon = Finit bientôt
powers-aim = Pour
powers-permits = Permet de
powers-limits = Ne permet pas
powers-source = Vient de
powers-source-founding = La fondation
powers-uses = { $count ->
    [0] Pas encore utilisé
    [one] Utilisé { $count } fois
   *[other] Utilisé { $count } fois
}
powers-no-use = Le registre ne montre aucun usage de ce mandat.
powers-recall = Rappeler ce mandat
powers-by-mandate = Ce qui demande un mandat
powers-by-mandate-text = Sans mandat en cours, personne ne peut le faire.
powers-held = Quelqu'un l'a
powers-not-held = Personne ne l'a
powers-everyone = Chaque { $member } peut
powers-read-register = lire tout le registre
powers-herself = Chaque personne, pour elle-même
powers-nobody = Ce que personne du groupe ne peut faire
powers-nobody-erase = Effacer une décision du registre
powers-nobody-vote = Voter à la place d'une personne déjà entrée
powers-nobody-charter = Changer la charte sans un vote
powers-nobody-address = Lire l'adresse ou la phrase de passe d'une autre personne
powers-nobody-extend = Prolonger son propre mandat
powers-cards = Une carte ouvre la place d'une personne de la liste de fondation. L'inscription au registre dit qui l'a faite.
powers-server = Et qui s'occupe du serveur ?
powers-server-can = Cette personne a la machine et ses clés. Elle peut arrêter le site, ou lire ce qui y est gardé. Mieux vaut la choisir ensemble.
powers-server-cannot = Elle n'a aucun pouvoir dans le groupe. Si le registre était changé, une copie exportée le montrerait.
mandate-named = Mandat : { $title }
mandate-granted = { $holder }, jusqu'au { $until }
mandate-held = { $holder }, jusqu'au { $until }
mandate-allows = Ce mandat permet de
mandate-write-it = Écris-le en une phrase ou deux
mandate-no-such-power = Choisis dans la liste
mandate-until-at-most = { $months ->
    [one] Choisis un jour jusqu'au { $day }. La charte permet { $months } mois
   *[other] Choisis un jour jusqu'au { $day }. La charte permet { $months } mois
}
mandate-holder-gone = Cette personne n'est plus dans le groupe. Choisis quelqu'un d'autre
mandate-holder-has-enough = { $count ->
    [one] Cette personne a déjà { $count } mandat. Choisis quelqu'un d'autre
   *[other] Cette personne a déjà { $count } mandats. Choisis quelqu'un d'autre
}
mandate-over-already = Ce mandat est déjà fini
day-from = Choisis un jour à partir du { $day }
day-until = Choisis un jour jusqu'au { $day }
tool-this = Cet outil
tool-trial-until = À l'essai jusqu'au { $day }
tool-trial-goes-on = L'essai continue jusqu'au { $day }

## Me

me-lead = Ce que le groupe garde de toi ici, et tes moyens d'entrer.
me-ways = Tes moyens d'entrer
me-passphrase = Phrase de passe
me-passphrase-yes = Tu en as une. Personne ne peut la lire.
me-passphrase-no = Tu n'en as pas.
me-email = Courriel
me-email-none = Aucune adresse. C'est correct.
me-change = Changer
me-add = Ajouter
me-change-passphrase = la phrase de passe
me-change-email = l'adresse courriel
me-news = Quand on m'écrit
me-news-text = Un courriel peut te dire qu'il y a du nouveau. Il ne dit ni qui, ni quoi.
me-news-yes = Oui, écrivez-moi quand il y a du nouveau
me-news-hint = Chaque courriel a un lien pour arrêter.
me-news-save = Garder ce choix
me-news-no-address = Sans adresse, aucun courriel ne part.
me-news-no-mail = Ce site n'envoie pas de courriels.
done-news-yes = C'est noté. Tu recevras un courriel quand il y a du nouveau.
done-news-no = C'est noté. Aucune nouvelle ne partira par courriel.
me-known = Ce que le groupe sait de moi
me-known-table = Renseignements gardés, et qui les lit
me-what = Quoi
me-here = Ici
me-who = Qui le lit
me-name = Nom
me-since = Dans le groupe depuis
me-votes = Droit de vote
me-votes-now = depuis le { $at }
me-votes-later = à partir du { $at }
me-said = Mes mots et mes votes
me-said-where = Dans chaque proposition
me-passphrase-print = Une empreinte seulement
me-nothing = Rien
me-who-members = Les { $members }, et qui s'occupe du serveur
me-who-nobody = Personne d'autre
me-who-server = Toi, et qui s'occupe du serveur
me-who-register = Les { $members }, dans le registre, et qui s'occupe du serveur
me-known-nothing-else = Rien sur ta santé : il n'y a pas d'endroit pour l'écrire. Aucune page ne dit quand tu viens.
me-session = Ta session
me-session-shared = Appareil partagé. Elle se ferme après 15 minutes sans page ouverte.
me-session-own = Appareil à toi. Elle se ferme après 30 jours sans visite.
me-session-ends = Au plus tard { $at }.
me-leave = Fermer ma session
me-close-others = Fermer mes autres sessions
done-others-closed = Tes autres sessions sont fermées.
me-look = Taille du texte, couleurs, espacement.
me-look-go = Choisir
me-leaving = Pause ou départ
me-leaving-text = Demande à quelqu'un du groupe. Cet outil ne le fait pas encore.
me-back = Revenir à Moi
me-passphrase-title = Changer de phrase de passe
me-passphrase-lead = Tes autres sessions se fermeront.
me-present = Ta phrase d'aujourd'hui
me-present-hint = Pour vérifier que c'est bien toi.
me-new = Ta nouvelle phrase de passe
me-passphrase-save = Changer ma phrase
done-passphrase = Ta nouvelle phrase est en place.
me-email-title = Ton adresse courriel
me-email-hint = Laisse vide pour l'enlever.
me-email-save = Garder cette adresse
done-email = C'est fait.

## Stopping news

stop-title = Arrêter les courriels
stop-lead = Plus aucune nouvelle ne partira vers cette adresse.
stop-stop = Arrêter les courriels
stop-done-title = C'est arrêté
stop-done = Plus aucune nouvelle ne partira par courriel.
stop-done-back = Tu peux changer d'idée dans Moi, quand tu veux.

## Demonstration

demo-title = Démonstration
demo-as = Tu entres comme { $name }
demo-lead = { $group } est un groupe inventé. Rien de ce que tu y fais n'est gardé.
demo-enter = Entrer comme { $name }

## Mail

mail-sign-in-subject = Ton lien d'entrée
mail-sign-in-first = Il est bon 30 minutes. Tu n'as rien demandé ? Ne fais rien.
mail-sign-in-link = Entrer
mail-sign-in-code = Ou écris ce code là où tu as demandé le lien :
mail-invitation-subject = Une invitation pour toi
mail-invitation-first = Quelqu'un que tu connais t'invite. Tu n'attendais rien ? Ne fais rien.
mail-invitation-link = Voir l'invitation
mail-invitation-good = Ce lien sert une fois. Il est bon 30 jours.
mail-invitation-forgotten = Ton adresse a servi à cet envoi. Elle n'est pas gardée.
mail-address-changed-subject = Un changement à vérifier
mail-address-changed-first = Cette adresse n'ouvre plus de porte ici. Tu as fait ce changement ? Ne fais rien.
mail-address-changed-then = Ce n'était pas toi ? Parles-en tout de suite à quelqu'un du groupe.

# Words that arrived after the session had ended.
me-kept-title = Tes mots t'attendent
me-kept-lead = Ils sont arrivés après la fin de ta visite. Rien n'est encore envoyé.
me-kept-nothing = Il n'y a plus rien à envoyer ici.
me-kept-home = Retour à l'accueil du groupe
found-seconders-most = Vous êtes { $count } : écrivez { $most } au plus
