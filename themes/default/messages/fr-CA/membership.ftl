# Founding, coming in, the group and its charter, one's own things.

# Words of a person, as they are.
plain = { $words }
a-member-who-left = une personne membre
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
passphrase-wrong = Ce n'est pas ta phrase de passe. Vérifie chaque mot
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
welcome-back = Revenir à la page du groupe
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
door-by-card-text = Un code de ta carte, ou la carte de ta première entrée.
card-words = Les quatre mots de la carte
card-words-hint = Comme : tulipe marcher éclair forêt. Les accents ne comptent pas.
card-read = Continuer avec ma carte
door-by-passphrase = Avec ta phrase de passe
door-passphrase-hint = Les majuscules et les accents ne comptent pas.
door-see-letters = Voir les lettres pendant que j'écris
door-enter = Entrer
door-exit = « Sortie rapide », en haut, ferme ta session et ouvre la météo. L'historique du navigateur garde la trace de cette page.
door-wrong = Ce nom et cette phrase ne vont pas ensemble. Écris les deux, puis vérifie chaque mot
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
join-hello = Bonjour { $name }
join-listed = Ta place est déjà là. Choisis comment tu veux entrer.
join-name = Comment on t'appelle ici
join-name-hint = Un prénom ou un surnom suffit. Les { $members } te verront sous ce nom.
join-needs-way-in = Garde une phrase de passe ou donne une adresse, pour pouvoir revenir
join-join = Entrer dans le groupe
join-reads-name = Ton nom : les { $members }, et qui s'occupe du serveur.
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
invite-how = Comment l'inviter
invite-signs-alone = Ton invitation est la seule signature qu'il faut. Qui vient avec elle peut entrer tout de suite.
invite-signs-first = { $count ->
    [one] Ton invitation est ta signature pour cette personne. Il en faudra { $count } de plus.
   *[other] Ton invitation est ta signature pour cette personne. Il en faudra { $count } de plus.
}
invite-signs-not = Ton invitation sert à demander. C'est le groupe qui décide, par un vote.
invite-do = Signer et inviter
card-for-listed = Remettre une carte à…
card-for-listed-text = Ces personnes sont de la liste de fondation, et n'ont pas encore de moyen d'entrer. Une carte ouvre leur place.
card-to = Pour qui
card-to-nobody = Choisis une personne
card-choose = Choisis une personne dans la liste
card-waiting = Carte pour { $name }, faite par { $by } le { $at }
card-takes-two = Cette personne est entrée sur papier : pour sa carte, il faut deux signatures
card-takes-two-text = Cette personne est entrée sur papier. Pour que personne ne prenne sa place, une autre personne du groupe signe avec toi.
card-ask-other = Signer et demander à une autre personne
card-before = Cette personne n'a pas de moyen d'entrer par elle-même.
card-then = { $by } lui remet une carte, qui ouvre sa place une fois.
card-confirm-title = Une carte pour { $name }
card-confirm-lead = La carte ouvre la place de cette personne. Elle sert une fois.
card-confirm-register = Le registre dira que tu as fait cette carte.
card-confirm-hands = Remets-la en mains propres, à cette personne seulement.
card-confirm-do = Faire cette carte
invite-by-mail = Par courriel
invite-by-mail-text = Le courriel ne nomme ni le groupe ni toi. Préviens la personne avant.
invite-email = Son adresse courriel
invite-email-hint = Elle sert à cet envoi, puis elle est oubliée.
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
charter-rest-since-founding = Depuis la fondation, { $day } : toutes les règles qui ne disent pas autre chose.
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
charter-rule-crisis-lines-help = Un par ligne : le numéro, une virgule, ce que c'est. Au bout, si vous le savez, les heures (09:00-24:00) et le jour de la vérification (2026-11-30). À vérifier ensemble.
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
charter-rule-methods-ordinary = Comment on dit oui ou non à une proposition
charter-rule-methods-ordinary-help = Choisir une date, partager un budget ou demander un avis reste toujours permis.
charter-value-methods-ordinary-free = Au choix de la personne qui propose
charter-value-methods-ordinary-majority = À la majorité
charter-value-methods-ordinary-majority-consent = À la majorité ou par consentement
charter-value-methods-ordinary-consent = Par consentement
charter-rule-methods-charter = Comment on dit oui ou non à un changement de charte
charter-rule-methods-charter-help = Par consentement, il faut aussi la majorité de la charte. Une majorité peut toujours changer la charte.
charter-value-methods-charter-majority = À la majorité
charter-value-methods-charter-majority-consent = À la majorité ou par consentement
charter-rule-challenge-hours-ordinary = Attente avant l'effet d'une décision ordinaire
charter-rule-challenge-hours-ordinary-help = Le temps entre le vote et l'effet. Avec 0, c'est tout de suite.
charter-rule-challenge-hours-charter = Attente avant l'effet d'un changement de charte
charter-rule-challenge-hours-charter-help = Le temps de relire et de contester. Avec 0, c'est tout de suite.
charter-rule-challenge-hours-secret = Attente avant l'effet d'un vote secret
charter-rule-challenge-hours-secret-help = Le temps de chercher son bulletin et de contester. Avec 0, comme pour un vote ouvert.
charter-rule-amendment-voting-days = Vote sur un amendement
charter-rule-amendment-voting-days-help = On parle d'un amendement avec sa proposition. Ensuite, il a son propre vote, avant elle.
charter-rule-secrecy-askers = Demandes pour un vote secret
charter-rule-secrecy-askers-help = Quand autant de membres le demandent, le vote est secret. Personne ne sait qui.
charter-rule-block-support = Appuis pour un blocage
charter-unit-block-support = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
charter-rule-block-support-help = Dans un vote par consensus, combien d'autres personnes doivent appuyer un blocage. À moins de huit, il n'en faut aucune.
charter-rule-consensus-blocks = Blocages qu'un consensus supporte
charter-unit-consensus-blocks = { $count ->
    [one] { $count } blocage
   *[other] { $count } blocages
}
charter-rule-consensus-blocks-help = Avec 0, un seul blocage qui tient arrête une proposition.
charter-rule-consent-fallback = Après le dernier tour, par consentement
charter-rule-consent-fallback-help = Quand une objection reste ouverte.
charter-value-consent-fallback-none = Ce n'est pas adopté
charter-value-consent-fallback-defer = 30 jours d'attente, puis un dernier tour
charter-value-consent-fallback-two-thirds = Un vote, aux deux tiers
charter-value-consent-fallback-trial = Un vote sur un essai de 90 jours
charter-rule-consensus-fallback = Après le dernier tour, par consensus
charter-rule-consensus-fallback-help = Quand le consensus n'y est pas.
charter-value-consensus-fallback-none = Ce n'est pas adopté
charter-value-consensus-fallback-three-quarters = Un vote, aux trois quarts
charter-value-consensus-fallback-four-fifths = Un vote, aux quatre cinquièmes
charter-rule-quorum-missed = S'il manque des votes à la fin
charter-rule-quorum-missed-help = Une seule fois par vote. Jamais pour rappeler un mandat ou retirer une personne.
charter-value-quorum-missed-lapse = Ce n'est pas adopté
charter-value-quorum-missed-extend = Le vote est prolongé
charter-value-quorum-missed-second-call = Le vote est prolongé, et la moitié des votes suffit
charter-rule-extension-days = Durée d'une prolongation
charter-rule-extension-days-help = Un vote est prolongé deux fois au plus.
charter-rule-extension-askers = Demandes pour prolonger un vote
charter-rule-extension-askers-help = Ou le tiers des personnes qui peuvent voter, si c'est moins. Le groupe ne sait pas qui.
charter-rule-close-when-all-voted = Fermer quand tout le monde a voté
charter-rule-close-when-all-voted-help = Les gens peuvent changer d'avis jusqu'à la fin. Fermer plus tôt leur enlève ce temps.
charter-value-close-when-all-voted-no = Non, attendre la fin
charter-value-close-when-all-voted-yes = Oui, après un jour au moins
charter-rule-paper-days = Jours de plus pour le papier
charter-rule-paper-days-help = Le temps d'imprimer et de porter les feuilles. Ajouté à la durée la plus courte de chaque vote.
charter-rule-cancel-askers = Signatures pour arrêter un vote
charter-rule-cancel-askers-help = Quand des membres trouvent une erreur pendant un vote. Leurs noms et leur raison vont au registre.
charter-rule-challenge-askers = Signatures pour contester une décision
charter-rule-challenge-askers-help = Avant qu'elle agisse. On vote alors encore une fois.
charter-rule-same-text-days = Attente avant de reposer la même question
charter-rule-same-text-days-help = Un texte rejeté ne revient pas tel quel avant ce temps. Avec 0, c'est permis tout de suite.
charter-rule-secret-counts-from = Bulletins pour montrer les nombres
charter-rule-secret-counts-from-help = Avec moins de bulletins secrets, on écrit seulement si c'est adopté.
charter-rule-ballot-keeping-days = Garde des numéros de bulletins
charter-rule-ballot-keeping-days-help = Le temps pendant lequel chaque personne peut chercher le sien. Ensuite ils sont détruits.
charter-rule-first-vote-days = Premier vote d'une personne qui arrive
charter-rule-first-vote-days-help = Le temps entre l'arrivée et le premier vote. Avec 0, c'est tout de suite.
charter-rule-allies-may = Ce que peut une personne alliée
charter-rule-allies-may-help = Une personne alliée n'est pas { $member }. Elle ne vote pas et ne tient pas de mandat. Elle peut toujours moins qu'une personne { $member }.
charter-value-allies-may-read = Lire
charter-value-allies-may-speak = Lire et parler dans les discussions
charter-rule-removal-share = Qui doit dire oui pour retirer une personne
charter-rule-removal-share-help = En plus des deux tiers des votes. Qui ne vote pas ne dit pas oui. Jamais moins de trois oui.
charter-value-removal-share-third = Au moins le tiers des personnes qui peuvent voter
charter-value-removal-share-half = Au moins la moitié des personnes qui peuvent voter
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
charter-unit-challenge-hours-secret = { $count ->
    [0] comme pour un vote ouvert
    [one] { $count } heure
   *[other] { $count } heures
}
charter-unit-amendment-voting-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
charter-unit-secrecy-askers = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
charter-unit-extension-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
charter-unit-extension-askers = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
charter-unit-paper-days = { $count ->
    [0] aucun jour
    [one] { $count } jour
   *[other] { $count } jours
}
charter-unit-cancel-askers = { $count } personnes
charter-unit-challenge-askers = { $count } personnes
charter-unit-same-text-days = { $count ->
    [0] aucune attente
    [one] { $count } jour
   *[other] { $count } jours
}
charter-unit-secret-counts-from = { $count ->
    [0] toujours
    [one] { $count } bulletin
   *[other] { $count } bulletins
}
charter-unit-ballot-keeping-days = { $count } jours
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
charter-value-nothing = rien d'écrit
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
power-sign-together = agir à plusieurs, en signant
power-hand-card = faire une carte pour une personne de la liste de fondation
power-write-welcome-page = écrire la page pour les visites
power-change-own-access = changer ses moyens d'entrer et ses courriels
error-needs-mandate = Il faut un mandat pour : { $power }. Le groupe peut le confier par un vote.
error-members-only = Cette page est pour les { $members } du groupe.
error-not-for-allies = Une personne alliée ne fait pas ça ici. Demande à une personne { $member } du groupe.
error-excluded = Le groupe a décidé une exclusion, jusqu'à une date. Tes données, elles, restent à toi : elles sont sur la page « Moi ».
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
me-name = Nom
me-since = Dans le groupe depuis
me-votes = Droit de vote
me-votes-now = depuis le { $at }
me-votes-later = à partir du { $at }
me-said = Mes mots et mes votes
me-said-where = Dans chaque proposition
me-read-by = Qui le lit : { $who }
me-passphrase-print = Une empreinte seulement
me-nothing = Rien
me-who-members = les { $members }, et qui s'occupe du serveur
me-who-nobody = personne
me-who-server = toi, et qui s'occupe du serveur
me-who-register = les { $members }, dans le registre, et qui s'occupe du serveur
me-known-nothing-else = Rien sur ta santé : il n'y a pas d'endroit pour l'écrire. Les jours où ta place s'ouvre sont gardés 30 jours, pour toi seulement.
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
me-back = Revenir à Moi
me-passphrase-title = Changer de phrase de passe
me-passphrase-lead = Tes autres sessions se fermeront.
me-present = Ta phrase de passe
me-present-now = Ta phrase de passe actuelle
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

## Signing together
together-changed = Le texte a changé. Relis-le avant de signer
together-done-already = C'est déjà fait
together-over = Le temps pour signer est passé
together-title = Signer à plusieurs
together-lead = Certaines choses se font à plusieurs. Quand il y a assez de signatures, c'est fait.
together-back = Retour à ce qui attend
together-none = Rien n'attend de signature.
together-none-text = Ce qui se demande à plusieurs se trouve ici, le temps de signer.
together-waiting = { $count ->
    [0] Rien n'attend de signature
    [one] { $count } demande attend des signatures
   *[other] { $count } demandes attendent des signatures
}
together-what = Ce que ça fait
together-asked-by = Demandé par { $who }, le { $at }.
together-signed-by = Signé par : { $who }
together-signed-by-nobody = Personne n'a signé pour l'instant.
together-missing = { $count ->
    [0] Il ne manque pas de signature.
    [one] Il manque { $count } signature.
   *[other] Il manque { $count } signatures.
}
together-until = On peut signer jusqu'au { $at }.
together-is-over = Le temps pour signer est passé. Rien n'a été fait.
together-hash = L'empreinte de ce qui est signé
together-hash-text = Chaque signature vaut pour ces mots, et pour rien d'autre. Un mot changé, c'est une autre demande.
together-free = Tu peux ne pas signer, sans dire pourquoi. Tu peux retirer ta signature tant que ce n'est pas fait.
together-sign = Signer
together-yours = Tu as signé. Tu peux retirer ta signature tant que ce n'est pas fait.
together-take-back = Retirer ma signature
together-done = C'est fait, à plusieurs
together-entry = L'inscription au registre
together-not-for-you = Ça te concerne : ce sont les autres qui signent
done-signed-together = Ta signature est donnée.
done-unsigned-together = Ta signature est retirée.

## What no vote can change

kernel-leave-with-own-data = Chaque personne peut partir tout de suite, avec une copie de ce qui la concerne.
kernel-leave-with-own-data-why = On reste parce qu'on le veut. Personne ne te retient, et tes mots sont à toi.
kernel-see-who-read = Chaque personne voit qui a lu ses coordonnées.
kernel-see-who-read-why = Tu as donné un numéro pour une raison. Tu as le droit de savoir qui l'a regardé.
kernel-private-records = Ce que tu gardes pour toi, personne d'autre ne peut le lire.
kernel-private-records-why = Aucun vote ne l'ouvre, même avec une bonne raison.
kernel-secret-ballot = Un vote secret reste secret.
kernel-secret-ballot-why = Tu votes selon ce que tu penses, sans avoir à l'expliquer à personne.
kernel-one-vote-each = Une personne, une voix. Égalité : pas adoptée.
kernel-one-vote-each-why = Aucune voix ne compte double, et personne ne tranche à la place du groupe.
kernel-one-person-at-a-time = Une décision ne peut exclure qu'une seule personne.
kernel-one-person-at-a-time-why = Chaque personne a son histoire. Un groupe qui veut en exclure plusieurs peut se séparer en deux.
kernel-notice-and-delay = Une exclusion s'annonce { $notice } jours avant le vote. Elle n'a d'effet que { $delay } jours après.
kernel-notice-and-delay-why = Il faut du temps pour se parler et changer d'idée. Qui vote est fixé à l'ouverture du vote.
kernel-heard-not-counted = La personne concernée est entendue d'abord. Elle ne compte pas dans le vote.
kernel-heard-not-counted-why = On ne décide pas du sort d'une personne sans elle. Son silence n'est pas un aveu.
kernel-small-groups = Un groupe de moins de { $members } personnes n'exclut personne.
kernel-small-groups-why = À trois ou quatre, tout le monde sait qui a voté quoi. Il y a d'autres chemins.
kernel-mandates-end = Un mandat dure { $months } mois au plus. À trois ou plus, un vote ordinaire peut toujours le reprendre.
kernel-mandates-end-why = Une tâche est prêtée, jamais donnée.
kernel-allies-only-less = Une personne alliée peut faire autant qu'une personne du groupe, ou moins. Jamais plus.
kernel-allies-only-less-why = Un emploi ou un titre ne donne ici aucun pouvoir.
kernel-minority-may-go = Qui n'est pas d'accord peut partir avec la charte et les textes du groupe.
kernel-minority-may-go-why = Une majorité ne garde personne de force. Recommencer ailleurs reste possible.
kernel-two-readings = Une règle qui protège les autres se vote deux fois, à { $days } jours d'écart au moins.
kernel-two-readings-why = Une seule soirée ne défait pas ce qui protège tout le monde.
kernel-slow-growth = En { $days } jours, une personne signe pour { $each } arrivées au plus. Le groupe grandit au pas.
kernel-slow-growth-why = Quelques personnes arrivées ensemble ne peuvent pas prendre un groupe.
kernel-few-removals = En { $days } jours, un groupe exclut une personne, ou une sur dix. L'appel est ouvert { $appeal } jours.
kernel-few-removals-why = Exclure ne devient pas une habitude. Et un groupe peut se tromper.
kernel-several-stop = { $signers } signatures, ou toutes les autres, arrêtent un mandat { $days } jours au plus. Un rappel s'annonce { $notice } jours avant.
kernel-several-stop-why = Personne ne peut arrêter une tâche sans les autres, ni par surprise.
kernel-taking-turns = La même personne tient le même mandat { $times } fois de suite au plus.
kernel-taking-turns-why = Une tâche qui tourne reste à tout le monde.

## Mandates: suspension, recall, learner, handover
together-mandate-suspend = Suspendre un mandat
together-vote-cancel = Arrêter un vote
together-decision-contest = Contester une décision
together-mandate-recall = Demander au groupe de rappeler un mandat
power-learn-mandate = apprendre une tâche à côté de qui la fait
power-hand-over = écrire ce qu'on laisse à la fin de son mandat
mandate-holder-held-it-long = Cette personne a tenu cette tâche trois fois de suite. C'est le tour de quelqu'un d'autre
mandate-suspended = Suspendu
mandate-suspended-for = Suspendu { $days } jours au plus. Ça finit tout seul.
mandate-suspended-until = Suspendu jusqu'au { $at }. Ensuite, le mandat reprend tout seul.
mandate-suspension-lifted = Le groupe a voté le { $at } : le mandat continue. La suspension est finie.
mandate-suspended-by = Qui a signé la suspension
suspension-not-running = Ce mandat n'est pas en cours
suspension-once = Ce mandat a déjà été suspendu une fois. La suite se décide en groupe
suspension-never-alone = Suspendre un mandat se fait à deux ou plus, sans compter la personne qui le tient
mandate-back = Retour au mandat
mandate-all = Tous les mandats
mandate-what = Ce mandat
mandate-holder = Confié à
mandate-until = Durée
mandate-ended = Fini le { $at }.
mandate-suspend-title = Demander une suspension
mandate-suspend-lead = { $count ->
    [one] Il faut { $count } signature.
   *[other] Il faut { $count } signatures.
}
mandate-suspend-how = Le mandat s'arrête au plus { $days } jours. Il reprend tout seul, ou dès que le groupe vote de le garder. Ça laisse le temps de se parler.
mandate-suspend-not-now = Ce mandat ne peut pas être suspendu en ce moment.
mandate-recall-title = Demander un rappel
mandate-recall-lead = { $count ->
    [one] Il faut { $count } signature. Ensuite, le groupe vote.
   *[other] Il faut { $count } signatures. Ensuite, le groupe vote.
}
mandate-recall-how = Le vote ouvre { $days } jours après, au plus tôt. Il se gagne comme celui qui confie un mandat.
mandate-recall-heard = La personne peut dire ce qu'elle veut dire. Ses mots sont montrés à côté de la proposition.
mandate-recall-not-now = Ce mandat est déjà fini.
mandate-recall-summary = Parle de la tâche, pas de la personne. 300 mots au plus. Qui signe, signe ces mots.
mandate-asked-of = Personne qui tient ce mandat : { $who }
mandate-asks-sign = Demander, c'est signer. Tu peux retirer ta signature tant que ce n'est pas fait.
mandate-ask-do = Signer et demander aux autres
recall-proposal-title = Rappeler le mandat : { $title }
recall-title = Le titre de la proposition
recall-summary = En bref
recall-then = Ce qui suit
recall-then-votes = Le groupe vote, { $days } jours après au plus tôt.
recall-under-way = Le groupe parle déjà de ce rappel
learner-title = La place pour apprendre
learner-none = La place est libre.
learner-is = { $who } apprend cette tâche.
learner-what = Tu regardes, tu aides, tu apprends. Ça ne donne aucun pouvoir.
learner-take = Prendre la place pour apprendre
learner-leave = Laisser la place
learner-taken = Quelqu'un vient de prendre la place
learner-holder = Cette tâche est déjà la tienne
learner-apart = Tu gardes tes distances avec la personne qui tient cette tâche
handover-title = Carnet de transmission
handover-waits = Le carnet est attendu. Rien ne presse.
handover-is-nothing = Rien à transmettre.
handover-choice = Ce que tu laisses
handover-note = Un mot pour la suite
handover-nothing = Rien à transmettre
handover-words = Comment on fait
handover-more = Ce que tu ajoutes
handover-hint = Par exemple : où sont les choses, qui sait quoi faire. N'écris ni nom, ni code, ni mot de passe.
handover-save = Garder
handover-choose = Choisis l'un ou l'autre
handover-missing = Écris quelques mots, ou choisis « Rien à transmettre »
handover-holder-writes = C'est la personne qui a tenu le mandat qui écrit ici
handover-tag-waits = Carnet attendu
handover-tag-note = Carnet écrit
powers-past = Les mandats passés
powers-past-line = { $who }, fini le { $day }
powers-together = À plusieurs signatures
powers-signers = { $count ->
    [one] { $count } { $member }
   *[other] { $count } { $members }
}
done-learns = La place pour apprendre est à toi.
done-learns-no-more = La place est libre.
done-handed-over = C'est gardé.

## The charter: readings, days, bounds
charter-rule-two-readings = Ce qui s'adopte deux fois
charter-rule-two-readings-help = Certaines règles protègent toutes les autres. On peut demander deux décisions pareilles, à 30 jours d'écart au moins.
charter-value-two-readings-core = Les règles qui protègent les autres
charter-value-two-readings-all = Toutes les règles, sauf le nom et les mots du groupe
charter-value-two-readings-itself = Cette règle-ci seulement
charter-two-readings = Deux lectures
charter-read-never = pas encore lue
charter-read-once = lue une première fois le { $day }
charter-readings-how = La première adoption ne change rien. La même, { $days } jours plus tard au moins, change la règle.
charter-read-line = Lu une première fois le { $day } : { $value }. Rien ne change avant une deuxième décision pareille.
charter-read-too-soon = La deuxième lecture se fait à partir du { $day }
charter-twice = Cette règle change en deux lectures, à 30 jours d'écart au moins.
charter-back = Revenir à la charte
charter-at-title = Les règles à une date
charter-on-day = Les règles au { $day }
charter-at-day = Quel jour
charter-at-hint = Depuis la fondation, { $day }.
charter-at-show = Voir les règles de ce jour-là
charter-history = Comment cette règle a changé
charter-rule-page = La changer, ou voir comment elle a changé
charter-never-changed = Cette règle dit la même chose depuis le début.
charter-said-until = Jusqu'au { $day }.
charter-starts = Au départ, cette règle dit : { $value }.
charter-bounds = Ce qu'on peut y écrire
charter-bounds-words = Des mots, { $max } caractères au plus.
charter-bounds-number = De { $min } à { $max }.
charter-bounds-quorum = Un nombre de personnes, une part du groupe, ou plus de la moitié.
charter-bounds-majority = Au moins la moitié des votes.
charter-bounds-choices = { $count ->
    [one] Il y a une seule réponse possible.
   *[other] Le groupe choisit parmi { $count } réponses.
}
charter-bounds-zone = Un fuseau horaire qui existe.
charter-bounds-day = Un jour, dans les deux ans.
charter-bounds-theme = Une apparence installée ici.
kernel-title = Ce qu'aucun vote ne peut changer
kernel-lead = Ces règles protègent chaque personne, chacune son tour. Elles tiennent dans le programme lui-même.

## What is kept about mandates
kept-mandate-suspension = La suspension d'un mandat
kept-mandate-suspension-why = Pour qu'elle finisse toute seule, et que le groupe s'en souvienne.
kept-handover = Le carnet de transmission d'un mandat
kept-handover-why = Pour que la personne suivante sache comment faire.
kept-learner = Qui apprend une tâche
kept-learner-why = Pour montrer que la place est prise.
kept-charter-reading = La première lecture d'une règle
kept-charter-reading-why = Pour reconnaître la deuxième.
data-learner = Les tâches que tu apprends
data-learner-mandate = Le mandat
data-learner-since = Depuis

## Resting, leaving, what is kept, reaching each other

me-all-data = Tout ce qui est gardé sur moi
me-links = On garde un lien avec toi
me-links-text = Personne d'autre ne voit ceci. Tu peux dire non à la personne, sans raison.
me-link = { $name }, en pause : { $channel }, { $rhythm }.
group-kept = Ce qui est gardé, pourquoi, et jusqu'à quand.
pause-title = Faire une pause
pause-lead = Aucune raison à donner. Tu reviens quand tu veux, tout de suite.
pause-on = Tu es en pause
pause-until-day = Elle dure jusqu'au { $day }.
pause-until-you-say = Elle dure jusqu'à ce que tu reviennes.
pause-back = Revenir maintenant
pause-what = Ce que la pause change
pause-what-silent = Rien ne t'est envoyé, et rien ne t'est demandé.
pause-what-place = Tu gardes ta place, ton nom sur la liste et toutes les pages.
pause-what-vote = Tu peux voter quand même. Sans ton vote, tu n'es pas dans le compte.
pause-what-unseen = Aucune page ne dit que tu es en pause.
pause-until = Dernier jour de la pause
pause-until-hint = Laisse vide si tu ne sais pas.
pause-until-past = Choisis aujourd'hui ou un jour plus tard
pause-until-far = Choisis un jour jusqu'au { $latest }, ou laisse vide
pause-until-unreadable = Écris un jour comme 2027-03-08
pause-tell = Fais-moi signe ce jour-là
pause-tell-hint = Un seul courriel. Sans cette case, rien n'est envoyé.
pause-link = Garder un lien avec une personne
pause-link-text = Cette personne le saura, et personne d'autre. Elle ne reçoit aucun rappel : parlez-en avant.
pause-link-to = Avec qui
pause-link-nobody = Personne
pause-link-channel = Comment
pause-link-rhythm = À quel rythme
pause-link-choose = Choisir
pause-link-with-somebody = Choisis une personne du groupe
pause-link-channel-missing = Choisis comment garder le lien
pause-link-rhythm-missing = Choisis un rythme
pause-channel-card = une carte par la poste
pause-channel-call = un appel
pause-channel-text = un texto
pause-channel-mail = un courriel
pause-rhythm-once = une fois
pause-rhythm-weekly = chaque semaine
pause-rhythm-monthly = chaque mois
pause-rhythm-seasonal = chaque saison
pause-do = Commencer ma pause
pause-change = Garder ces changements
pause-change-or-read = Changer ma pause
done-pause = Ta pause est commencée. Prends ton temps.
done-back = Ça fait plaisir de te revoir.
mail-pause-over-subject = Un petit signe
mail-pause-over-first = Tu as demandé un signe ce jour-ci. Le voici. Rien n'est obligatoire.
leave-title = Quitter le groupe
leave-lead = Aucune raison à donner. Le bouton est au bas de la page.
leave-rest = Une pause, peut-être
leave-rest-text = Une pause garde ta place et tes mots. Tu peux quitter plus tard.
leave-rest-go = Voir la pause
leave-take-text = Après ton départ, ces fichiers n'existent plus ici.
leave-words = Tes mots dans les discussions
leave-words-text = Coche ce que tu laisses au groupe, sans ton nom. Le reste s'efface, avec les réponses.
leave-words-in = Proposition { $number } : { $title }
leave-words-stay = Laisser ces mots, sans mon nom
leave-then = Ce qui se passe ensuite
leave-then-erased = Ton nom, tes adresses, ta phrase de passe et tes brouillons s'effacent tout de suite.
leave-then-name = Là où ton nom était écrit, on lit « une personne membre ».
leave-then-votes = Ton vote dans une question ouverte compte. Ailleurs, seuls les nombres restent.
leave-then-mandate = Ton mandat se termine : { $title }
leave-then-group = Les propositions et le registre restent au groupe. Ton nom n'y est pas.
leave-law = Ce que la loi fait garder
leave-law-text = Le groupe est incorporé : son registre légal garde, sous clé, { $name }, du { $from } au { $until }.
leave-no-way-back = C'est définitif. Personne ne pourra remettre ce qui est effacé.
leave-do = Quitter maintenant
farewell-title = C'est fait
farewell-lead = Tu as quitté le groupe. Ce qui parlait de toi ici est effacé.
farewell-erased = Effacé à l'instant
farewell-erased-line = { $what } : { $rows }
farewell-left-nothing = Il ne reste rien à ton nom.
farewell-left-law = Seul le registre légal garde ton nom et deux dates.
farewell-thanks = Merci pour le temps passé ici. La porte reste ouverte.
contacts-title = Comment me joindre
contacts-lead = Rien n'est obligatoire. Rien n'est montré sans ton oui.
contacts-mine = Ce que tu as noté
contacts-shown = Montré à qui le demande, dans le groupe.
contacts-hidden = Montré à personne.
contacts-show = Montrer à qui le demande
contacts-hide = Ne plus montrer
contacts-remove = Effacer
contacts-new = Ajouter un moyen
contacts-kind = Quel moyen
contacts-value = Le numéro ou l'adresse
contacts-value-hint = Tu peux dire les heures qui te vont.
contacts-yes = Oui, montrez-le aux { $members } qui le demandent
contacts-yes-hint = Tu peux dire non plus tard, d'un seul clic.
contacts-keep = Garder
contacts-log = Qui demande à te joindre est noté pour toi, pendant 12 mois :
contact-kind-phone = Téléphone
contact-kind-mail = Courriel
contact-kind-post = Adresse postale
contact-kind-other = Autre moyen
contact-kind-missing = Choisis quel moyen c'est
contact-missing = Écris le numéro ou l'adresse
contact-too-many = Tu en as déjà { $most }. Efface-en un d'abord
contact-purpose-news = Prendre des nouvelles
contact-purpose-task = Parler d'une tâche du groupe
contact-purpose-bring = Apporter quelque chose
contact-purpose-meet = Se voir
contact-purpose-missing = Choisis pourquoi tu veux la joindre
contact-enough-today = Tu as demandé pour { $most } personnes aujourd'hui. Tu pourras demander encore demain.
done-contact = C'est noté.
done-contact-removed = C'est effacé.
member-title = Une personne du groupe
member-back = Revenir à la liste
member-held = Ses mandats
member-reach = Joindre cette personne
member-reach-text = Seul ce que la personne a choisi de montrer s'affiche. Elle lira que tu as demandé.
member-purpose = Pourquoi
member-ask = Voir comment la joindre
member-nothing = Rien à montrer.
member-written-down = Ta demande est notée pour cette personne.
member-is-you = C'est ta page, comme les autres la voient.
kept-title = Ce que nous gardons
kept-lead = Quoi, pourquoi, et jusqu'à quand. Le reste n'est pas gardé.
kept-never = Ce qui n'est jamais gardé
kept-never-health = Rien sur la santé. Il n'y a pas d'endroit pour l'écrire.
kept-never-visits = Ni qui vient aux activités, ni d'où une page est ouverte. Les jours où une place s'ouvre sont gardés 30 jours, pour cette personne seulement.
kept-never-others = Rien n'est donné ni vendu à quelqu'un d'autre. Aucun autre site n'est appelé.
kept-mine = Lire ce qui est gardé sur moi
kept-until = On garde ça { $until }.
kept-until-always = pour toujours
kept-until-she-says = jusqu'à ce que la personne change d'idée ou parte
kept-until-she-leaves = jusqu'à ce que la personne parte
kept-until-served = le temps que ça serve
kept-until-charter-says = le temps que dit la charte
kept-until-minutes = { $count ->
    [one] une minute après
   *[other] { $count } minutes après
}
kept-until-days = { $count ->
    [one] un jour après
   *[other] { $count } jours après
}
kept-until-years = { $count ->
    [one] un an après
   *[other] { $count } ans après
}
kept-then-stays = Ça reste au groupe.
kept-then-erased = Puis c'est effacé.
kept-then-detached = Puis on enlève les noms. Le reste demeure.
kept-short = En mémoire seulement
kept-short-text = L'adresse de l'ordinateur sert un moment contre les abus. Elle n'est écrite nulle part.
kept-thrown = Ce qui a été jeté
kept-thrown-table = Ce qui a été jeté, jour par jour
kept-thrown-day = Jour
kept-thrown-what = Quoi
kept-thrown-count = Combien
kept-thrown-nothing = Rien encore.
kept-area-membership = Les personnes et le groupe
kept-area-decisions = Les décisions
kept-area-foundations = Ce qui fait tourner l'outil
kept-group = L'adresse du groupe
kept-group-why = Pour que ses pages s'ouvrent.
kept-store-mark = Une marque de la clé
kept-store-mark-why = Pour reconnaître la bonne clé au démarrage.
kept-register = Le registre
kept-register-why = Pour que personne ne change le passé en cachette. Il contient des numéros, pas des noms.
kept-effects = Les décisions appliquées
kept-effects-why = Pour qu'une décision agisse une seule fois.
kept-keys = La clé de chaque personne
kept-keys-why = Pour sceller son nom et ses mots. Sans elle, rien ne s'ouvre.
kept-letters = Les courriels en attente
kept-letters-why = Pour les envoyer. Un courriel parti s'efface aussitôt.
kept-forms = Les réponses aux formulaires
kept-forms-why = Pour qu'un formulaire envoyé deux fois agisse une seule fois.
kept-late-forms = Les mots envoyés trop tard
kept-late-forms-why = Pour les rendre à qui les a écrits.
kept-receipts = Ce qui a été jeté, en nombres
kept-receipts-why = Pour que le groupe voie que l'effacement se fait.
kept-member = Le nom et la place dans le groupe
kept-member-why = Pour savoir qui est là et qui peut voter. Le nom est scellé.
kept-email = L'adresse courriel
kept-email-why = Pour entrer, et pour écrire à qui l'a demandé.
kept-passphrase = L'empreinte de la phrase de passe
kept-passphrase-why = Pour entrer. La phrase elle-même n'est pas gardée.
kept-sessions = Les sessions ouvertes
kept-sessions-why = Pour rester à l'intérieur d'une page à l'autre, jusqu'à la fin de la session.
kept-entrances = Une entrée toute récente
kept-entrances-why = Pour qu'un double clic ne ferme pas la porte.
kept-sign-in-links = Les liens pour entrer
kept-sign-in-links-why = Pour entrer par courriel.
kept-invitations = Les invitations
kept-invitations-why = Pour que la personne invitée puisse entrer.
kept-charter = La charte et ses anciennes règles
kept-charter-why = Pour savoir quelle règle valait quand.
kept-mandates = Les mandats
kept-mandates-why = Pour savoir qui pouvait faire quoi. Après un départ, sans nom.
kept-joint-acts = Ce qui se fait à plusieurs
kept-joint-acts-why = Pour recueillir les signatures. Ce qui n'a pas été fait est effacé après 90 jours. Le reste demeure.
kept-joint-signatures = Les signatures
kept-joint-signatures-why = Pour savoir ce que plusieurs ont voulu ensemble. Après un départ, sans nom.
kept-welcome-page = La page pour les visites
kept-welcome-page-why = Pour dire ce qu'est le groupe.
kept-founding = Les liens de fondation
kept-founding-why = Pour fonder un groupe.
kept-legal-register = Le registre légal
kept-legal-register-why = La loi le demande à un groupe incorporé : le nom et les dates de qui est parti. Scellé.
kept-pause = La pause
kept-pause-why = Pour respecter ce que la personne a choisi. Scellé.
kept-contact-points = Les moyens de joindre une personne
kept-contact-points-why = Pour se joindre, seulement si la personne a dit oui. Scellés.
kept-reader-log = Qui a demandé à joindre qui
kept-reader-log-why = Pour que chaque personne sache qui a lu ses coordonnées.
kept-proposals = Les propositions et leurs résultats
kept-proposals-why = C'est la mémoire des décisions du groupe.
kept-drafts = Les brouillons
kept-drafts-why = Pour écrire en plusieurs fois.
kept-authors = Qui a écrit une proposition
kept-authors-why = Pour savoir à qui en parler.
kept-versions = Les versions d'une proposition
kept-versions-why = Pour voir ce qui a changé avant le vote.
kept-seconders = Qui a appuyé une proposition
kept-seconders-why = Pour savoir quand la discussion commence.
kept-contributions = Les mots dans les discussions
kept-contributions-why = Pour discuter avant de voter. Scellés.
kept-talk-summaries = Où en est une discussion, en quelques mots
kept-talk-summaries-why = Pour s'y retrouver avant de voter. Scellé.
kept-rolls = La liste de qui pouvait voter
kept-rolls-why = Pour que le compte puisse se refaire.
kept-ballots = Les votes ouverts et leurs raisons
kept-ballots-why = Pour que chaque personne lise comment le groupe a décidé.
kept-objections = Les objections et les blocages, avec leurs mots
kept-objections-why = Pour que le groupe en parle et y réponde.
kept-blocks-supported = Qui appuie un blocage
kept-blocks-supported-why = Pour compter les appuis.
kept-secret-ballots = Les bulletins d'un vote secret ouvert, sous une clé
kept-secret-ballots-why = Pour qu'on puisse voter de nouveau jusqu'à la fin. À la fermeture, la clé est détruite.
kept-ballot-numbers = Les numéros des bulletins secrets, brouillés
kept-ballot-numbers-why = Pour que chaque personne vérifie que le sien est compté.
kept-anonymous-ballots = Les bulletins secrets, sans nom
kept-anonymous-ballots-why = Pour que le compte puisse se refaire.
kept-extension-asked = Qui a demandé plus de temps pour un vote
kept-extension-asked-why = Pour compter les demandes. Personne d'autre ne le lit.
kept-secrecy-asked = Qui a demandé un vote secret
kept-secrecy-asked-why = Pour compter les demandes. Personne d'autre ne le lit.
kept-paper-tallies = Le décompte du papier d'un vote
kept-paper-tallies-why = Pour que deux personnes comptent chacune de son côté. Effacé quand le vote est compté.
kept-paper-helpers = Qui aide à remplir un bulletin de papier
kept-paper-helpers-why = Pour que cette personne ne compte pas ce papier. Effacé quand le vote est compté. Le registre garde les deux noms.
kept-rolls-read = Qui a lu la liste d'un vote fini
kept-rolls-read-why = Pour que tout le groupe sache qui l'a lue.
kept-draws = Un tirage au sort
kept-draws-why = Pour que tout le monde puisse le refaire. Ensuite, le registre garde les personnes sorties, ou les numéros des choses sorties.
kept-draw-entries = Les noms et les choses d'un tirage
kept-draw-entries-why = Pour tirer, et pour refaire le tirage.
kept-draw-dice = Les dés d'une personne, en attendant ceux d'une autre
kept-draw-dice-why = Pour que personne ne choisisse le hasard.
data-title = Mes données
data-lead = Tout ce qui est gardé sur toi ici. Il n'y a rien d'autre.
data-take = Emporter mes données
data-take-text = Un fichier se lit dans un navigateur. L'autre est fait pour un autre outil.
data-take-html = Page à lire
data-take-json = Fichier JSON
data-how-long = Combien de temps, et pourquoi
data-none = Rien n'est gardé ici pour
data-yes = oui
data-no = non
data-standing-active = membre
data-standing-paused = membre, en pause
data-standing-ally = personne alliée
data-standing-excluded = à l'écart, par une décision
data-said-pleases = Ce qui plaît
data-said-worries = Ce qui inquiète
data-said-question = Question
data-said-reply = Réponse
data-member = Ma place dans le groupe
data-name = Nom
data-id = Numéro interne
data-standing = Situation
data-standing-until = Jusqu'au
data-joined = Dans le groupe depuis
data-votes-from = Droit de vote depuis
data-email = Adresse courriel
data-passphrase = Empreinte d'une phrase de passe
data-news = Courriel quand il y a du nouveau
data-sessions = Mes sessions
data-session-own = Appareil à moi
data-session-ends = Se ferme au plus tard
data-invitations = Les invitations que j'ai faites
data-invitation-made = Faite
data-invitation-until = Bonne jusqu'au
data-invitation-used = A servi
data-mandates = Mes mandats
data-mandate-title = Titre
data-mandate-aim = But
data-mandate-limits = Limites
data-mandate-from = Depuis
data-mandate-until = Jusqu'au
data-mandate-note = Tes notes pour la suite
data-joint-acts = Ce que j'ai demandé de faire à plusieurs
data-joint-kind = Sorte
data-joint-details = Détails
data-joint-asked-at = Demandé
data-joint-signatures = Mes signatures
data-joint-signed-at = Signé
data-pause = Ma pause
data-pause-until = Jusqu'au
data-pause-tell = Un courriel me le dira
data-links = Les liens qu'on garde avec moi
data-link-with = Avec
data-link-channel = Comment
data-link-rhythm = Rythme
data-contact-points = Comment me joindre
data-contact-kind = Moyen
data-contact-value = Numéro ou adresse
data-contact-shown = Montré à qui le demande
data-read-of-me = Qui a lu mes coordonnées
data-read-by-me = Les coordonnées que j'ai demandées
data-read-by = Qui
data-read-of = De qui
data-read-for = Pourquoi
data-read-on = Jour
data-drafts = Mes brouillons
data-text-title = Titre
data-text-summary = Résumé
data-text-body = Texte
data-text-details = Effet, comme l'outil le garde
data-versions = Les versions que j'ai écrites
data-version-number = Version
data-version-at = Écrite
data-authored = Mes propositions
data-proposal-number = Proposition
data-proposal-title = Titre de la proposition
data-seconded = Les propositions que j'ai appuyées
data-seconded-at = Appuyée
data-contributions = Mes mots dans les discussions
data-said-kind = Sorte
data-said-words = Mots
data-said-edited = Changés depuis
data-said-at = Dits
data-said-passage = Passage du texte
data-passage-summary = Paragraphe { $number } du résumé
data-passage-body = Paragraphe { $number } du texte complet
data-passage-words = Les mots de l'amendement
data-talk-summaries = Mes mots sur où en sont les discussions
data-ballots = Mes votes
data-objections = Mes objections et mes blocages
data-objection-state = Où c'en est
data-objection-raised = Ouverte
data-objection-integrated = Une nouvelle version y répond
data-objection-withdrawn = Levée
data-objection-words = Mots
data-objection-by-phone = Notée au téléphone
data-blocks-supported = Les blocages que j'appuie
data-ballot-choice = Choix
data-ballot-reason = Raison
data-ballot-unsigned = Raison sans signature
data-ballot-changed = Changé avant la fin
data-ballot-at = Voté
data-rolls = Les votes où mon nom était sur la liste
data-roll-voted = Mon bulletin secret était dans l'urne
data-secret-ballots = Les votes secrets ouverts où mon bulletin est dans l'urne
data-extension-asked = Les votes pour lesquels j'ai demandé plus de temps
data-secrecy-asked = Les votes que j'ai demandés secrets
data-ballot-by-phone = Noté au téléphone
data-phone-votes = Les votes que j'ai notés au téléphone
data-roll-on-paper = J'ai pris un bulletin de papier
data-roll-helper = Rempli avec l'aide de
data-paper-helped = Les votes où j'aide à remplir un bulletin de papier
data-paper-tallies = Les votes dont j'ai compté le papier
data-rolls-read = Les listes de vote que j'ai lues
data-roll-read-on = Jour
data-draws-opened = Les tirages au sort que j'ai ouverts
data-draws-entered = Les tirages au sort où j'ai mis mon nom
data-draw-dice = Mes dés
data-draw-title = Ce qu'on tire
data-draw-opened-at = Ouvert
data-draw-dice-showed = Ce que montraient les dés
data-late-forms = Mots envoyés trop tard
data-late-words = Mots
data-letters = Courriels en attente pour moi
data-letter-until = Gardé au plus tard jusqu'au
data-entries = Le registre, là où mon numéro est écrit
data-entry-number = Inscription
data-entry-at = Inscrite
power-rest = Faire une pause, et revenir
power-leave = Quitter le groupe
power-read-contact = Demander comment joindre une autre personne
## Hard times

power-keep-apart = nommer une personne qu'on ne doit pas placer avec toi
power-leave-measure = finir une médiation ou un plan de retour qui te concerne
power-give-notice = annoncer au groupe qu'une exclusion sera demandée
power-answer-removal = répondre à une exclusion qui te concerne, et faire appel
power-open-incident = noter un incident de confidentialité
power-keep-legal-register = lire le registre des membres que la loi demande
power-keep-incidents = s'occuper du registre des incidents de confidentialité
power-privacy-contact = répondre de la protection des renseignements

charter-rule-privacy-address = Où écrire pour la protection des renseignements
charter-rule-privacy-address-help = Une adresse générale du groupe, jamais celle d'une personne. Les gens de passage la lisent avec le titre du mandat.

## Keeping apart

apart-title = Garder mes distances
apart-lead = Tu peux nommer une personne que l'outil ne doit pas placer avec toi.
apart-kept = Avec qui tu gardes tes distances
apart-since = Depuis le { $day }
apart-take-back = Retirer
apart-who = Avec qui
apart-who-hint = Aucune raison à donner.
apart-keep = Garder mes distances
apart-choose-somebody = Choisis une personne du groupe
apart-does = Ce que ça fait
apart-does-pair = L'outil ne met plus ces deux personnes ensemble quand il forme des paires ou des équipes. Ça vaut dans les deux sens.
apart-does-secret = L'autre personne ne l'apprend pas. Ses pages restent les mêmes.
apart-does-reason = Il n'y a pas de case pour une raison. Rien ne va au registre ni par courriel.
apart-does-read = Personne d'autre ne lit cette page. C'est gardé scellé.
apart-does-end = Ça dure jusqu'à ce que tu le retires. C'est effacé si l'une des deux personnes quitte le groupe.
apart-limits = Ce que ça ne fait pas
apart-limit-small = Dans un groupe de moins de six personnes, ça peut se deviner.
apart-limit-three = À trois, une seule personne fait le lien : un seul chemin reste pour te joindre.
apart-limit-room = L'autre personne vient encore aux rencontres et lit les mêmes discussions.
apart-limit-people = La liste des noms, les mandats et les votes ne changent pas. Une absence y ferait tout deviner.
done-apart = C'est noté. Personne d'autre ne le lit.
done-apart-back = C'est retiré.
me-apart = Nommer une personne qu'on ne doit pas placer avec toi, sans donner de raison.
me-measures = Ce qui est décidé pour un temps et qui te concerne
me-removal = Une exclusion te concerne. Tout ce que tu peux lire et faire est sur une page.
me-removal-go = Lire cette page

## Lesser measures

measures-title = Décidé pour un temps
measures-lead = Des décisions du groupe qui te concernent. Elles finissent d'elles-mêmes.
measures-from = Depuis le { $at }.
measures-ends = Dernier jour : le { $day }. Seule une nouvelle décision peut recommencer.
measures-ask-end = Proposer au groupe d'y mettre fin
measures-leave-text = Une médiation ou un plan de retour tient par le oui de chaque personne concernée. Tu peux y mettre fin, sans donner de raison. Ça finit alors pour tout le monde.
measures-leave = Y mettre fin
measures-none = Rien en ce moment
measures-none-text = Aucune décision de ce genre ne te concerne.
measure-pause = Pause pour { $person } : { $activity }
measure-no-contact = Pas de contact entre { $person } et { $other }
measure-mediation = Médiation entre { $person } et { $other }, avec { $one } et { $two }
measure-return-plan = Plan de retour pour { $person }
measure-until = jusqu'au { $until }
measure-kind-pause-from-activity = Pause d'une activité
measure-kind-no-contact = Pas de contact
measure-kind-mediation = Médiation
measure-kind-return-plan = Plan de retour
measure-about-pause-from-activity = Une personne ne vient pas à une activité, pour un temps. Tout le reste lui reste ouvert.
measure-about-no-contact = Deux personnes ne sont plus mises ensemble, pour un temps. Les deux le savent.
measure-about-mediation = Deux membres aident deux personnes à se parler. Chaque personne peut en sortir.
measure-about-return-plan = La personne revient par étapes, comme convenu avec elle.
measure-choose-kind = Choisis une des mesures
measure-choose-person = Choisis la personne concernée
measure-choose-other = Choisis l'autre personne
measure-choose-between = Choisis deux autres membres qui feront le lien
measure-write-activity = Écris le nom de l'activité
measure-over-already = Cette mesure est déjà finie
done-measure-left = C'est noté. C'est fini.

## Instead of a removal

hard-title = Temps difficiles
hard-lead = Quand ça ne va pas entre nous, il y a plusieurs chemins.
hard-first = D'abord, se parler
hard-first-talk = Dis ce qui ne va pas à la personne, si tu le peux.
hard-first-two = Demande à deux membres de faire le lien avec cette personne.
hard-first-circle = Demande un cercle de parole, avec qui veut y venir.
hard-alone = Ce que tu peux faire de ton côté
hard-alone-text = Tu peux garder tes distances avec quelqu'un, tout de suite et sans le dire.
hard-measures = Ce que le groupe peut décider
hard-measures-text = Une mesure dure { $months } mois au plus et finit d'elle-même. La personne concernée est entendue avant.
hard-propose = Proposer une mesure
hard-removal = Exclure une personne
hard-removal-then = Voici les règles. Aucun vote ne peut les enlever.
hard-removal-heard = La personne l'apprend { $notice } jours avant le vote. Elle est entendue, ou dit qu'elle préfère ne pas l'être.
hard-removal-votes = Il faut deux tiers des voix, et au moins un tiers des gens qui peuvent voter. Elle n'est pas du nombre.
hard-removal-delay = L'effet vient { $delay } jours après. Il dure { $months } mois au plus.
hard-removal-appeal = Un appel est possible pendant { $appeal } jours. Sans réponse { $answer } jours plus tard, l'exclusion est annulée.
hard-removal-small = À moins de { $smallest } membres, on n'exclut personne.
hard-removal-one = Une décision ne concerne qu'une personne. En 90 jours, c'est une personne, ou un dixième du groupe.
hard-removal-fork = Un groupe qui veut exclure plus de gens s'est déjà séparé. Qui part peut emporter les textes du groupe.
hard-removal-export = Emporter une copie du registre
group-hard-times = Garder ses distances, médiation, mesures pour un temps
removal-one-person = Une décision ne peut concerner qu'une personne
removal-not-oneself = Choisis une autre personne. Pour toi, il y a le départ
removal-group-too-small = Le groupe est trop petit pour exclure quelqu'un
removal-too-many = Le groupe a déjà exclu autant de gens qu'il le peut en 90 jours
removal-too-many-until = Le groupe a exclu autant de gens qu'il le peut. Ce sera de nouveau possible { $at }
removal-initiator-has-one = Tu en as déjà annoncé une qui n'est pas finie
removal-person-had-one = Cette personne en a déjà eu une. Ce sera de nouveau possible { $at }
removal-person-gone = Cette personne n'est plus membre
removal-not-heard = La personne n'a pas encore été entendue
removal-without-notice = Une exclusion commence par un préavis
removal-over-already = Cette exclusion est déjà décidée ou finie
removal-not-its-vote = Ce vote n'est pas celui d'une exclusion : la liste de qui vote en est une autre
removal-too-few-yes = Il n'y a pas assez de voix pour une exclusion
removal-not-now = Ce n'est pas le moment de le faire
removal-too-soon = Ce n'est pas possible avant { $at }
removal-too-late = C'était possible jusqu'à { $at }
removal-hearing-by-another = Une autre personne doit le noter : ni celle qui demande, ni celle qui est concernée
removal-choose-hearing = Choisis une des deux réponses
removal-write-appeal = Écris ce que tu veux dire
removal-of = Exclusion de { $person }
removal-member-now = membre
removal-for-months = { $months ->
    [one] hors du groupe pendant { $months } mois
   *[other] hors du groupe pendant { $months } mois
}
removal-title = Exclusion
removal-lead = Ce qui te concerne, et ce que tu peux faire.
removal-where = Où ça en est
removal-noticed-on = Préavis donné : { $at }.
removal-vote-from = Le vote ne peut pas ouvrir avant { $at }.
removal-notice-until = Sans vote avant ce moment, le préavis prend fin : { $at }.
removal-vote-open = Le vote est ouvert.
removal-vote-words = Lire la question, et écrire à côté ce que tu veux dire
removal-acts-on = Le groupe a dit oui. L'effet vient : { $at }.
removal-acted-on = L'exclusion a commencé : { $at }.
removal-ends-on = Elle finit d'elle-même : { $at }.
removal-after = Ce jour-là, ce qui te concerne ici est effacé. Tu peux ensuite demander à entrer, comme n'importe qui. Rien ne te marque.
removal-heard = As-tu pu dire ce que tu avais à dire
removal-heard-hint = Une personne de ton choix peut t'accompagner.
removal-heard-held = Oui, j'ai pu le dire
removal-heard-declined = Je préfère ne rien dire
removal-heard-declined-hint = Ce n'est pas un aveu. Tu peux changer d'idée avant le vote.
removal-heard-save = Enregistrer ma réponse
removal-appeal = Faire appel
removal-appeal-text = Tu peux faire appel une fois, avant { $at }.
removal-appeal-then = Cet outil ne sait pas encore faire lire un appel par d'autres. Sans réponse après { $days } jours, l'exclusion est annulée. Si elle devait finir avant, elle est annulée à sa fin.
removal-appeal-words = Ce que tu veux dire
removal-appeal-hint = Écris comme tu parles. Tes mots sont scellés.
removal-appeal-send = Faire appel
removal-appealed = Ton appel est noté. Voici tes mots.
removal-appeal-back = Sans réponse avant ce moment, l'exclusion est annulée, et ta place est de nouveau à toi : { $at }.
removal-appeal-mandates = Les mandats que tu tenais ne reviennent pas.
removal-appeal-over = Le temps pour faire appel est passé.
removal-yours = Ce qui reste à toi
removal-yours-data = Tes données sont sur la page « Moi ». Elles sont à toi.
removal-yours-alone = Une exclusion d'un groupe ne dit pas qui tu es.
removal-yours-lines = Les numéros pour parler à quelqu'un sont au bas de la page, jour et nuit.
done-removal-heard = Ta réponse est notée.
done-removal-appealed = Ton appel est noté.
removals-title = Exclusions en cours
removals-lead = Ce que le groupe sera appelé à décider, en secret.
removals-link = Voir les exclusions en cours, ou donner un préavis
removals-none = Il n'y en a aucune.
removals-not-heard = La personne n'a pas encore été entendue.
removals-heard = La personne a été entendue, ou préfère ne rien dire.
removals-note-heard = Comment la personne a-t-elle été entendue
removals-note-held = Elle a pu dire ce qu'elle avait à dire
removals-note-declined = Elle préfère ne rien dire
removals-note = Noter qu'elle a été entendue
removals-open = Ouvrir le vote secret
removals-take-back = Retirer mon préavis
removals-give = Donner un préavis d'exclusion
removals-before = C'est la dernière chose à faire. Une mesure pour un temps suffit souvent.
removals-ends = Sans vote en { $days } jours, le préavis prend fin de lui-même.
removals-person = La personne
removals-months = Pour combien de mois
removals-months-hint = De 1 à { $months }. L'exclusion finit d'elle-même.
removals-send = Donner ce préavis
removal-question = Exclure une personne pour un temps
removal-question-summary = Le groupe a reçu un préavis. La personne a été entendue, ou a préféré ne rien dire. Le vote est secret, et elle n'est pas sur la liste.
done-removal-noticed = Le préavis est donné.
done-removal-taken-back = Le préavis est retiré.
done-removal-vote = Le vote est ouvert.

## Confidentiality incidents

incidents-title = Incidents de confidentialité
incidents-lead = Une feuille perdue, un courriel à la mauvaise adresse : on le note, sans chercher de coupable.
incidents-open = Noter un incident
incidents-none = Aucun incident noté
incidents-none-text = Tout incident se note ici, grave ou pas. La loi le demande au Québec.
incidents-vacant = Personne ne tient le mandat de s'occuper des incidents. Le devoir revient au groupe entier.
group-legal = Ce que la loi demande, pour le mandat qui le tient.
group-incidents = Noter une fuite de renseignements, et voir où ça en est
privacy-title = Responsable de la protection des renseignements
privacy-what = Pour savoir ce que le groupe garde sur toi, le corriger ou le faire effacer.
privacy-vacant = Personne ne répond de la protection des renseignements en ce moment.
incident-number = Incident { $number }
incident-back = Les incidents
incident-back-one = L'incident
incident-new-title = Noter un incident
incident-new-lead = Quelques questions. Écris ce que tu sais, sans aucun nom : ni la personne touchée, ni qui s'est trompé.
incident-what = Ce qui s'est passé
incident-data = Renseignements touchés
incident-data-hint = Par exemple : prénoms et numéros de téléphone. Aucun nom ici.
incident-circumstances = Les circonstances
incident-circumstances-hint = Ce qui est arrivé, en quelques phrases. Pas qui l'a fait.
incident-from = Le jour, ou le premier jour
incident-to = Le dernier jour
incident-to-hint = Si ça a duré plus d'un jour.
incident-known-on = Le jour où on l'a su
incident-people = Nombre de personnes touchées
incident-people-hint = Laisse vide si on ne le sait pas encore.
incident-in-quebec = Dont au Québec
incident-risk = Risque de préjudice sérieux
incident-risk-later = Tu peux répondre maintenant, ou laisser ça à qui tient le mandat.
incident-q-sensitivity = Les renseignements sont-ils sensibles?
incident-q-sensitivity-hint = Faire partie de ce groupe l'est déjà.
incident-q-consequences = Ça peut-il faire du tort aux personnes touchées?
incident-q-consequences-hint = Par exemple : perdre un emploi, ou que quelqu'un retrouve la personne.
incident-q-misuse = Quelqu'un peut-il s'en servir à de mauvaises fins?
incident-q-misuse-hint = Pense à qui a pu voir ces renseignements.
incident-answer-yes = Oui
incident-answer-no = Non
incident-answer-not_yet = Pas encore répondu
incident-why-sensitivity = Pourquoi ils sont sensibles, ou pas
incident-why-consequences = Pourquoi ça peut faire du tort, ou pas
incident-why-misuse = Pourquoi quelqu'un peut s'en servir, ou pas
incident-open = Noter cet incident
incident-write-it = Écris-le en quelques mots
incident-say-why = Dis pourquoi, en une phrase
incident-part-of-people = Écris un nombre qui ne dépasse pas celui des personnes touchées
incident-notices = Qui a été avisé
incident-commission-told = Commission d'accès à l'information avisée
incident-commission-hint = Quand le risque est sérieux, la loi demande de l'aviser avec diligence.
incident-people-told = Personnes touchées avisées
incident-public-notice = Avis public donné à la place
incident-public-notice-hint = Si on ne peut pas joindre les gens autrement : dis pourquoi.
incident-measures = Mesures prises
incident-measures-hint = Pour que le tort soit moins grand, et que ça n'arrive plus.
incident-keep = Enregistrer
incident-close = Fermer cette fiche
incident-close-hint = Elle reste gardée, quelle que soit la réponse.
incident-close-incident = C'était un incident, tout est fait
incident-close-none = Ce n'était pas un incident
incident-close-none-hint = La fiche reste, sans aucun nom.
incident-close-save = Fermer
incident-choose-close = Choisis une des deux réponses
incident-assess-first = Réponds d'abord aux trois questions sur le risque
incident-tell-first = Le risque est sérieux : note d'abord quand la Commission et les personnes ont été avisées
incident-closed-already = Cette fiche est fermée
incident-changed-meanwhile = Quelqu'un a changé cette fiche entre-temps. Relis-la avant d'enregistrer
incident-unknown = pas encore su
incident-not-yet = pas encore
incident-who = Qui s'en occupe
incident-who-text = Une personne tient le mandat de s'occuper des incidents. Personne d'autre ne lit les détails.
incident-who-nobody = Personne ne tient ce mandat. Tant que c'est ainsi, personne ne lit les détails.
incident-state = Où ça en est
incident-days = { $count ->
    [0] aujourd'hui
    [one] il y a { $count } jour
   *[other] il y a { $count } jours
}
incident-opened = Noté
incident-end = Fin
incident-still-open = on y travaille
incident-risk-not-assessed = pas encore évalué
incident-risk-serious = sérieux : la Commission et les personnes sont avisées
incident-risk-not-serious = pas sérieux
incident-closed-incident = fermé
incident-closed-not-an-incident = fermé : ce n'était pas un incident
incident-kept-until = Gardé jusqu'au { $day }. La loi demande cinq ans au moins.
incident-letters = Lettres à imprimer
incident-letters-text = Des brouillons, remplis avec cette fiche. Relis-les avant de les envoyer.
incident-letter-commission-fr = Avis à la Commission, en français
incident-letter-commission-en = Avis à la Commission, en anglais
incident-letter-person-fr = Lettre aux personnes, en français
incident-letter-person-en = Lettre aux personnes, en anglais
incident-letter = Lettre
incident-letter-lead = Un brouillon. Sur l'enveloppe, n'écris pas le nom du groupe.
done-incident-opened = C'est noté. Merci de l'avoir dit.
done-incident-kept = C'est enregistré.
done-incident-closed = La fiche est fermée. Elle reste gardée.

## Letters about an incident

legal-title = Le registre des membres
legal-lead = La loi le demande à un groupe constitué : qui est membre, qui l'a été, de quand à quand.
legal-logged = Le registre des décisions dit que tu l'as lu aujourd'hui.
legal-present = Membres
legal-past = Membres d'avant
legal-from = Depuis le { $from }
legal-from-until = Du { $from } au { $until }
legal-nobody = Personne.
legal-printed = Tel qu'il est le { $at }.
letter-commission-title = Avis d'un incident de confidentialité
letter-commission-to = Commission d'accès à l'information du Québec
letter-commission-opening = Le groupe nommé ici avise la Commission d'un incident qui présente un risque de préjudice sérieux.
letter-person-title = Au sujet de tes renseignements personnels
letter-person-to = À l'attention de :
letter-person-opening = Des renseignements sur toi ont été touchés par un incident. Voici ce qu'on sait.
letter-group = Groupe :
letter-data = Renseignements touchés
letter-circumstances = Ce qui s'est passé
letter-when = Quand
letter-day = { $day }
letter-period = du { $from } au { $to }
letter-known = Jour où le groupe l'a su
letter-people = Nombre de personnes touchées
letter-people-in-quebec = Nombre de personnes au Québec
letter-people-count = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
letter-risk = Pourquoi le risque est jugé sérieux
letter-people-told = Personnes touchées avisées
letter-measures = Ce que le groupe fait
letter-you-can = Ce que tu peux faire
letter-you-can-text = Méfie-toi des appels et des messages inattendus. Tu peux demander tout ce que le groupe garde sur toi.
letter-contact = À qui écrire
letter-sign = Pour le groupe :

kept-no-contact = Avec qui une personne garde ses distances
kept-no-contact-why = Pour que l'outil ne les place pas ensemble. Scellé. Personne d'autre ne le lit.
kept-measure = Mesures décidées pour un temps
kept-measure-why = Pour qu'elles soient connues des personnes concernées, et finissent.
kept-removal = Exclusions annoncées
kept-removal-why = Pour les délais, l'appel et les bornes, jusqu'à la fin.
kept-incident = Registre des incidents de confidentialité
kept-incident-why = La loi du Québec le demande. Sans aucun nom.
data-no-contact = Tes distances
data-apart-from = Avec
data-measures = Mesures qui te concernent
data-measure = Mesure
data-removals = Exclusions qui te concernent
data-removals-begun = Exclusions que tu as demandées
data-noticed-at = Préavis
data-heard-at = Audition
data-acts-at = Effet
data-appealed-at = Appel
## Ways in and ways back

power-vouch = aider quelqu'un à revenir, ou dire un doute
door-card-unknown = Ces mots n'ouvrent rien ici. Écris les quatre mots, puis vérifie-les. Un code sert une seule fois
door-lost = Je n'ai plus aucun moyen d'entrer
lost-title = Revenir sans aucun moyen d'entrer
lost-lead = Ça arrive. Des membres qui te connaissent peuvent t'aider.
lost-asked-already = Une demande attend dans ce navigateur.
lost-asked-see = La voir
lost-how = Comment ça se passe
lost-how-words = Tu écris ton nom. On te donne quatre mots.
lost-how-say = Tu dis ces mots à des membres, de vive voix. Ces personnes disent : « c'est bien elle » ou « c'est bien lui ».
lost-how-wait = Ensuite, trois jours passent. Parfois sept.
lost-how-in = Tu reviens ici et tu choisis une nouvelle phrase de passe.
lost-ask = Demander à revenir
lost-good-to-know = Bon à savoir
lost-this-browser = Garde ce navigateur : la demande se termine ici. La sortie rapide l'efface.
lost-once = Une demande par semaine peut être faite pour une même place.
lost-nothing-read = Cette page répond la même chose pour tous les noms.
back-title = Ta demande
back-lead = Faite de ce navigateur, { $at }.
back-words = Tes quatre mots
back-words-say = Dis-les à voix haute, au téléphone ou en personne. Pas par écrit.
back-where = Où ça en est
back-asked = La demande attend que des personnes te reconnaissent.
back-how-many = Il faut deux personnes du cercle choisi d'avance. Sinon, trois membres qui te voient en vrai.
back-confirmed = L'autre personne a confirmé.
back-doubted = Quelqu'un a un doute. Il faut une personne de plus, puis un nouveau délai.
back-waits = Assez de personnes ont confirmé. Reviens à partir de ce moment : { $at }.
back-waits-why = Ce délai laisse le temps de dire non, si la demande ne venait pas de toi.
back-delay = Après la dernière confirmation, le délai est de trois jours. Sept jours si quelqu'un est entré récemment dans ta place, ou si tu as un mandat.
back-code = Un code de papier, en plus
back-code-text = À deux dans le groupe, il faut aussi un code de ta carte.
back-code-give = Donner ce code
back-refresh = Mettre à jour
back-nothing-read = Les personnes qui confirment ne voient rien de ta place.
back-ready = Ta place t'attend
back-ready-then = Choisis une nouvelle phrase de passe. Tes anciens moyens d'entrer se ferment.
back-over = Cette demande est finie
back-over-then = Elle a été arrêtée, ou elle a attendu trop longtemps.
back-over-again = Comment demander de nouveau
refusal-title = Une demande pour ta place
refusal-lead = Quelqu'un demande à entrer à ta place. Si c'est toi, ne fais rien.
refusal-done = La demande est arrêtée
refusal-done-lead = Personne n'entre à ta place.
refusal-done-then = Parles-en à quelqu'un du groupe, si tu veux.
recovery-about-you = Quelqu'un demande à entrer à ta place. Tu es ici : tu peux dire non.
recovery-refuse = Ce n'est pas moi : arrêter la demande
recovery-tab = Une demande de retour
recovery-title = { $name } demande à revenir
recovery-lead = Demande faite { $at }. Tu peux dire oui, dire un doute, ou ne rien faire.
recovery-open = La demande attend que des personnes confirment. Combien l'ont fait, personne ne le lit.
recovery-frozen = Quelqu'un a un doute : il faut une personne de plus, puis un nouveau délai.
recovery-until = La place s'ouvre à partir de ce moment : { $at }. Un doute arrête tout d'ici là.
recovery-yours = Tu as confirmé.
recovery-vouch-title = C'est bien cette personne
recovery-vouch-text = Appelle { $name }, ou va à sa rencontre. Demande les quatre mots, de vive voix. Par écrit, ça ne compte pas.
recovery-heard = Comment l'as-tu su ?
recovery-by-voice = De vive voix
recovery-by-voice-hint = Tu connais cette voix.
recovery-face = Face à face
recovery-words = Les quatre mots entendus
recovery-words-hint = Les majuscules et les accents ne comptent pas.
recovery-free = Tu peux ne rien faire. Personne ne demandera pourquoi.
recovery-vouch = Oui, c'est bien cette personne
recovery-doubt-title = J'ai un doute
recovery-doubt-text = Aucune raison n'est demandée. Il faudra une personne de plus et un nouveau délai.
recovery-doubt = J'ai un doute
recovery-paper = Pour le dire autrement
recovery-paper-text = À dire ou à remettre à { $name } : quelqu'un demande à entrer à ta place. Demande faite { $at }.
recovery-paper-no = Si ce n'est pas toi, entre comme d'habitude, ou dis-le à quelqu'un du groupe. Tout s'arrête.
recovery-say-how = Dis comment tu l'as su
recovery-words-wrong = Ce ne sont pas les mots de cette demande. Fais-les répéter
recovery-face-to-face = Sans cercle choisi d'avance, il faut se voir face à face
recovery-over = Cette demande est finie
recovery-vouched-already = Tu as déjà confirmé
recovery-enough-vouchers = Assez de personnes ont confirmé. Le délai court
recovery-no-code-needed = Aucun code n'est demandé ici
recovery-code-wrong = Ce code n'est pas bon ici. Vérifie chaque mot
recovery-not-yet = Le moment n'est pas venu. Regarde où ça en est
recovery-too-soon = Le délai court encore. Reviens à partir de ce moment : { $at }
recovery-vouched-often = Tu as confirmé { $count } fois en 30 jours. Laisse la place à quelqu'un d'autre
recovery-same-pair = Vous avez aidé une autre personne ensemble il y a peu. Il faut quelqu'un d'autre
recovery-barred = Cette place vient d'être rendue. Ceci rouvre à partir de ce moment : { $at }
done-vouched = C'est noté. Merci.
done-doubted = Ton doute est noté. La demande attend.
done-refused = La demande est arrêtée.
devices-title = Tes appareils
devices-lead = Où ta place est ouverte, et les jours où elle s'est ouverte.
devices-open = Sessions ouvertes
devices-own = Appareil à toi
devices-shared = Appareil partagé
devices-this = (celui-ci)
devices-since = Ouverte le { $at }
devices-close = Fermer
devices-closed = Fermées par ton cercle
devices-closed-by = { $name } a fermé toutes tes sessions, { $at }.
devices-days = Jours d'entrée
devices-days-text = On les garde 30 jours, pour toi seulement : le jour, et si l'appareil est partagé ou non.
devices-times = { $count ->
    [one] une fois
   *[other] { $count } fois
}
devices-vouchers = Qui a confirmé que c'était toi
done-session-closed = Cette session est fermée.
me-card = Carte de papier
me-card-go = Voir ou imprimer
me-circle-text = Des membres qui t'aident à revenir.
me-circle-go = Voir
my-card-title = Ta carte pour entrer
my-card-lead = { $count } codes de quatre mots. Chacun sert une fois, sans courriel et sans phrase de passe.
my-card-left-title = Ta carte d'aujourd'hui
my-card-left = { $count ->
    [one] Il reste un code.
   *[other] Il reste { $count } codes.
}
my-card-none = Aucun code.
my-card-new = Une nouvelle carte
my-card-replaces = L'ancienne carte n'ouvre plus rien.
my-card-keep = Garde-la comme une clé. Le nom du groupe n'est pas dessus.
my-card-shown = La page reste visible 15 minutes. Imprime-la, ou recopie les mots.
my-card-make = Faire ma carte
my-card-gone = Cette page n'est plus visible. Fais une nouvelle carte.
my-card-write = Écris un code de la liste
my-card-strike = Barre-le : il ne sert qu'une fois
my-card-printed = Imprimée le { $day }. Garde-la comme une clé. Déchire-la quand tous les codes sont barrés.
circle-title = Ton cercle de retour
circle-lead = Des membres qui peuvent t'aider à revenir, si tu perds tout.
circle-mine = Les personnes de ton cercle
circle-mine-text = De { $min } à { $max } membres. Personne d'autre ne voit cette liste.
circle-yes = a dit oui
circle-asked = réponse attendue
circle-remove = Retirer
circle-enough = Ton cercle est prêt.
circle-not-enough = Il est prêt quand { $min } personnes ont dit oui.
circle-ask-title = Demander à quelqu'un
circle-ask-text = La personne peut dire non, sans raison. Tu verras seulement que la place est libre.
circle-who = À qui
circle-ask = Demander
circle-choose = Choisis une personne de la liste
circle-full = Garde { $max } personnes au plus dans ton cercle
circle-others = Les cercles de retour où tu es
circle-others-text = Personne d'autre ne le voit.
circle-asks-you = Te demande d'être dans son cercle de retour. Tu peux dire non, sans raison.
circle-accept = Oui
circle-decline = Non
circle-leave = Quitter ce cercle
circle-close-text = Son téléphone est perdu ? Tu peux fermer toutes ses sessions. Tu ne verras rien de sa place.
circle-close = Fermer ses sessions
done-circle-asked = La demande est faite.
done-circle-changed = C'est fait.
done-circle-yes = Merci. Tu es dans ce cercle.
done-circle-no = C'est noté.
done-sessions-closed = Les sessions sont fermées.
mail-way-back-first = Quelqu'un demande à entrer à ta place. C'est toi ? Ne fais rien.
mail-way-back-link = Ce n'est pas moi
mail-way-back-then = Entrer comme d'habitude arrête aussi la demande.
mail-circle-asked-first = Quelque chose t'attend. Tu peux le lire, ou ne rien faire.
mail-access-changed-first = Tes moyens d'entrer ont changé. C'est toi ? Ne fais rien.
mail-access-changed-then = Ce n'est pas toi ? Parles-en à quelqu'un du groupe.
## Asking to join, and being admitted

welcome-ask = Demander à faire partie du groupe
door-ask = Tu n'es pas encore { $member } ?
ask-title = Demander à faire partie du groupe
ask-lead = Il faut une seule chose : un nom. Le reste est libre.
ask-lead-invited = Quelqu'un t'invite dans ce groupe. Il faut une seule chose : un nom.
ask-questions = Le groupe pose ces questions. Tu peux n'en remplir aucune.
ask-ally = Tu veux venir comme personne alliée ?
ask-as-ally = Je demande à venir comme personne alliée
ask-as-ally-hint = Une personne alliée aide le groupe sans être { $member }. Elle ne vote pas.
ask-described = Ce que tu fais avec le groupe
ask-described-hint = Le groupe le lira à côté de ton nom.
ask-send = Envoyer ma demande
ask-then-link = Tu reçois un lien et quatre mots, sur la page suivante. Aucun courriel n'est nécessaire.
ask-then-act = Quand le groupe dit oui, tu entres toi-même. Personne n'entre à ta place.
ask-next-open = Après une visite, une personne du groupe note que cette visite a eu lieu. Alors tu peux entrer.
ask-next-co-signers = { $count ->
    [one] Une personne du groupe signe. Alors tu peux entrer.
   *[other] { $count } personnes du groupe signent. Alors tu peux entrer.
}
ask-next-assembly = Le groupe en décide ensemble. Ça prend quelques jours.
ask-reads = Ton nom et tes réponses : les { $members }.
ask-erased = Les réponses sont effacées dès que le groupe a décidé.
ask-reads-invited = La personne qui t'invite signe la première, quand elle le peut.
ask-nothing-else = Rien d'autre n'est demandé.
ask-too-many = Trop de demandes attendent en ce moment. Passe nous voir, ou réessaie dans quelques jours.
ask-gone = Ce lien n'ouvre plus rien. Si tu es déjà { $member }, entre par la porte. Sinon, tu peux demander de nouveau.
ask-decided-already = Le groupe a déjà répondu à ta demande
ask-close-too-soon = On ferme une demande après trente jours, pas avant
asked-title = Ta demande
asked-lead-asked = Elle est arrivée. Le groupe peut la lire.
asked-lead-admitted = Le groupe te dit bienvenue. Ta place t'attend.
asked-lead-closed = Cette demande est fermée.
asked-said = Le groupe t'écrit
asked-rules = Comment le groupe décide
asked-rules-text = En entrant, tu dis oui à ces règles. Une fois membre, tu peux proposer de les changer, comme tout le monde.
asked-rules-all = Lire toutes les règles
asked-come = Entrer
asked-good-until = Ta place t'attend jusqu'au { $at }.
asked-state = Demandé le { $at }
asked-waits-welcomers = Les personnes qui accueillent la voient en premier.
asked-waits-everybody = Tout le groupe la voit maintenant.
asked-waits-meeting = Tu peux aussi venir nous rencontrer. Le lieu et l'heure s'écrivent ici.
asked-waits-answer = Trente jours ont passé. Le groupe te doit une réponse écrite. Elle viendra ici.
asked-words = Tes quatre mots
asked-words-text = Note-les sur papier. Avec eux, tu reviens à cette page.
asked-words-where = On les écrit à cette adresse :
asked-link = Ou garde cette adresse pour toi :
asked-withdraw = Reprendre ta demande
asked-withdraw-text = Sans dire pourquoi. Tout ce que tu as écrit est effacé.
asked-withdraw-do = Reprendre ma demande
asked-again = Tu peux demander de nouveau, dès maintenant.
done-ask-withdrawn = Ta demande est reprise. Rien n'en reste ici.
join-ask-first = Cette invitation sert à demander. Ouvre-la pour envoyer ta demande.
join-not-yet = Le groupe n'a pas encore répondu. Ta page te le dira.
sheet-link = La feuille de papier, à imprimer
sheet-title = Faire partie du groupe
sheet-questions = Si on veut, répondre
sheet-free = On peut laisser vide. Les réponses sont effacées après la décision.
sheet-sign = Signer
sheet-sign-text = Je demande moi-même à faire partie du groupe.
sheet-then = Une personne du groupe recopie cette feuille dans l'outil, puis la rend. Le registre dit qui l'a recopiée.
sheet-printed = Imprimée le { $day }.
asking-title = Qui demande à venir
asking-lead = Une demande se lit, et se signe si on veut. Le silence n'admet personne, et une seule personne ne peut pas refuser.
asking-count = { $count ->
    [0] Personne ne demande en ce moment
    [one] { $count } personne demande à venir
   *[other] { $count } personnes demandent à venir
}
asking-none = Personne ne demande en ce moment.
asking-none-text = Tu peux inviter quelqu'un, ou remettre la feuille de papier.
asking-since = Demandé le { $at }.
asking-answer-due = Réponse à écrire
asking-back = Toutes les demandes
asking-told = Ce que cette personne a écrit
asking-told-nothing = Aucune réponse, et c'est bien ainsi.
asking-on-paper = Feuille recopiée par : { $by }
asking-as-ally = Cette personne demande à venir comme personne alliée.
asking-how = Comment elle entre
asking-how-open = Une personne signe que la visite a eu lieu. Ce n'est pas un jugement.
asking-how-sign = Plusieurs personnes signent. Chacune signe pour deux personnes au plus en trente jours.
asking-how-assembly = La charte laisse cette décision au groupe.
asking-propose = Écrire la proposition
asking-write = Lui écrire
asking-write-do = Envoyer
asking-written-by = Tes mots prendraient la place de ceux-ci, écrits par : { $who }
asking-close = Lui répondre
asking-close-do = Envoyer la réponse et fermer
asking-words = Tes mots
asking-words-hint = Cette personne les lit avec son lien. Signe de ton nom, si tu veux.
asking-words-missing = Écris quelques mots
asking-now-welcomers = Tu peux proposer un lieu et une heure pour se voir.
asking-now-everybody = Sept jours ont passé. Tu peux proposer un lieu et une heure pour se voir.
asking-now-meeting = Quatorze jours ont passé. C'est le moment de proposer une rencontre.
asking-now-answer = Trente jours ont passé. Cette personne attend une réponse écrite. Elle pourra redemander aussitôt.
done-asking-written = Tes mots sont sur sa page.
done-asking-closed = Ta réponse est sur sa page. La demande est fermée.
admit-over = Cette demande n'attend plus
admit-too-late = Trente jours ont passé : une réponse est due, et la personne peut redemander
admit-by-decision = La charte laisse cette décision au groupe : écris une proposition
admit-by-signing = La charte dit que cela se signe à plusieurs
admit-signs-missing = { $count ->
    [one] Il manque { $count } signature
   *[other] Il manque { $count } signatures
}
admit-newcomer = Tu es ici depuis peu. Tu pourras signer à partir du { $at }
admit-signed-enough = Chaque personne signe pour deux personnes en trente jours. Tu pourras signer de nouveau à partir du { $at }
admit-grew-enough = Le groupe a accueilli assez de monde ce mois-ci. Signe de nouveau à partir du { $at }
admit-what = Une place dans le groupe
admit-place-for = ouverte pour { $holder }
somebody-who-asked = une personne qui a demandé
together-card-hand = Remettre une carte à quelqu'un
together-member-admit = Admettre une personne qui demande
members-allies = Personnes alliées
members-allies-text = Elles aident le groupe sans en être { $members }. Elles ne votent pas.
members-ally = Personne alliée
charter-rule-admission = Comment on entre dans le groupe
charter-rule-admission-help = Trois façons. Dans toutes, la personne entre par son propre geste, et le groupe grandit au pas.
charter-value-admission-open-after-one-visit = Après une visite, notée par une personne
charter-value-admission-co-signers = Quand plusieurs { $members } signent
charter-value-admission-assembly = Par une décision du groupe
charter-rule-ask-questions = Questions à qui demande à venir
charter-rule-ask-questions-help = Une par ligne, huit au plus. Répondre n'est jamais obligatoire. Rien sur la santé, ni sur qui envoie la personne.
power-welcome-applicant = écrire à une personne qui demande à venir
power-enter-paper = recopier la feuille d'une personne qui s'inscrit sur papier
power-act-at-request = agir à la demande d'une personne sans écran

## On paper, and at somebody's request

paper-title = Sans écran
paper-place = Recopier une feuille, agir à la demande de quelqu'un
paper-lead = Le papier est une façon entière de faire partie du groupe.
paper-enter = Recopier une feuille d'inscription
paper-enter-text = La personne l'a signée. Tu la recopies, puis tu lui rends sa feuille. Ta signature compte comme la première.
paper-name = Son nom dans le groupe
paper-name-hint = Comme sur la feuille.
paper-ally = Cette personne vient comme alliée ?
paper-as-ally = Elle demande à venir comme personne alliée
paper-described = Ce qu'elle fait avec le groupe
paper-signed = Elle a signé la feuille
paper-signed-hint = Sans sa signature, rien ne se fait : personne n'entre à la place d'une autre.
paper-needs-signature = Coche, si la feuille est signée
paper-enter-do = Inscrire
paper-name-taken = Quelqu'un a pris ce nom entre-temps. Demandez-lui une initiale, et recopiez la feuille de nouveau
done-paper = La feuille est recopiée.
at-request-title = Agir à sa demande
at-request-text = Pour les personnes qui n'ont pas de moyen d'entrer ici. Jamais pour voter en secret, pour confirmer qui est quelqu'un, ou pour quitter.
at-request-lead = Fais seulement ce que cette personne t'a demandé. Elle reçoit un reçu sur papier.
at-request-yes = Ses oui
at-request-yes-text = Lis-lui chaque phrase. Coche ce à quoi elle dit oui.
at-request-name = Son nom
at-request-pause = Sa pause
at-request-pause-text = Elle garde sa place et son vote. On n'avertit personne : garde-le pour toi.
at-request-until-hint = Laisse vide si elle dira elle-même quand.
at-request-back = Son retour de pause
at-request-contact = Un moyen de la joindre
at-request-shown = Elle dit oui : les membres peuvent le demander
at-request-how = Comment elle l'a demandé
at-request-do-yes = Noter ces oui, et préparer le reçu
at-request-do-name = Changer ce nom, et préparer le reçu
at-request-do-pause = Commencer cette pause, et préparer le reçu
at-request-do-back = Finir cette pause, et préparer le reçu
at-request-do-contact = Ajouter ce moyen, et préparer le reçu
at-request-choose-channel = Dis comment elle l'a demandé
at-request-has-way-in = Cette personne a un moyen d'entrer : c'est à elle de le faire
at-request-done = Fait à ta demande
at-request-done-by = Par { $by }, le { $at }
channel-screen = À l'écran
channel-paper = Sur papier
channel-phone = De vive voix ou au téléphone
done-at-request = C'est fait. Voici le reçu à imprimer.
receipt-title = Reçu
receipt-lead = À imprimer et à remettre à la personne.
receipt-what = Pour : { $whom }
receipt-by = Fait à ta demande, par : { $by }
receipt-yes = Tes oui
receipt-name = Ton nom
receipt-pause = Ta pause
receipt-back = Ton retour de pause
receipt-contact = Un moyen de te joindre
receipt-now = Ce qui vaut maintenant
receipt-change = Tu peux changer d'idée quand tu veux. Dis-le à une personne du groupe.

## A yes for each use

me-hers = À toi de choisir
yes-title = Mes oui
yes-lead = Rien n'est coché d'avance. Un oui se reprend comme il se donne.
yes-news-by-mail = Un courriel quand il y a du nouveau
yes-news-by-mail-hint = Il dit qu'il y a du nouveau, rien de plus. Il faut une adresse.
yes-be-welcomed = Avoir deux personnes pour m'accueillir
yes-be-welcomed-hint = On te propose deux personnes pour trouver tes repères, pendant trois mois.
yes-welcome-others = Accueillir
yes-welcome-others-hint = Ton nom est proposé aux personnes qui arrivent. Tu vois aussi qui demande à venir.
yes-printed-list = Mon nom sur la liste imprimée
yes-printed-list-hint = Une feuille peut se perdre. Sans ton oui, ton nom n'y est pas.
yes-since = Oui depuis le { $at }
yes-is-yes = oui
yes-is-no = non
yes-free = Tu n'as rien à expliquer. Ça vaut dès la page suivante.
yes-save = Garder mes réponses
done-yes = Tes réponses sont gardées.
printed-list = La liste à imprimer
printed-list-lead = Seulement les noms des personnes qui ont dit oui.
printed-list-nobody = Personne n'a dit oui pour l'instant.
printed-list-foot = Ne colle pas cette feuille au mur. Déchire-la après.

## What one is called

call-title = Mon nom ici
call-lead = Ton prénom, une initiale, ou un autre nom. Tout le monde te voit sous ce nom.
call-shorter-title = Plus court
call-shorter = Plus court : { $first }, ou { $second }
call-hint = Le nom que tu veux.
call-kept = Le nom d'avant n'est plus gardé. Le registre dit que tu as changé de nom, sans dire lequel.
call-save = Garder ce nom
done-name = Ton nom est changé.

## Two people to find one's way with

pair-title = Deux personnes pour m'accueillir
pair-lead = Elles connaissent la maison. Tu changes quand tu veux.
pair-now = Elles t'accueillent
pair-until = Ça finit tout seul le { $at }.
pair-end = Arrêter maintenant
pair-leave-whom = Finir avec { $who }
pair-offered = Elles ont dit oui à accueillir
pair-whom = Qui veux-tu ?
pair-whom-hint = Une ou deux personnes.
pair-choose = Choisis une ou deux personnes de la liste
pair-take = Choisir ces personnes
pair-nobody = Personne ne s'est proposé pour l'instant. Demande au groupe, en personne.
pair-welcomed = Tu accueilles
pair-nothing-kept = Rien n'est gardé de ce qui se dit entre les personnes.
done-pair = C'est noté. Va leur dire bonjour.
done-pair-ended = C'est fini.

## What is kept, and what each reads of it

kept-applications = Une demande à venir, une fois la réponse donnée
kept-applications-why = Pour que la personne lise la réponse et prenne sa place.
kept-applications-waiting = Une demande à venir qui attend une réponse
kept-applications-waiting-why = Pour que le groupe puisse encore répondre.
kept-consents = Tes oui
kept-consents-why = Pour ne faire que ce à quoi tu as dit oui.
kept-at-request = Ce qu'une autre personne a fait à ta demande
kept-at-request-why = Pour que tu saches qui l'a fait.
kept-welcome-pairs = Qui accueille qui
kept-welcome-pairs-why = Pour savoir avec qui.
kept-ally = Ce qu'une personne alliée dit d'elle-même
kept-ally-why = Pour que le groupe sache qui elle est. Scellé.
data-described = Ce que tu dis de toi

# What is kept of ways in, of asking to join and of welcoming, in the words of « Mes données » and « Ce que nous gardons ».
kept-address-changes = Le jour où une adresse a changé
kept-address-changes-why = Pour attendre plus longtemps avant de rendre une place après un changement.
kept-came-in = Les jours où une place s'est ouverte
kept-came-in-why = Pour que la personne voie si quelqu'un d'autre est entré à sa place. Personne d'autre ne les lit.
kept-card-codes = Les codes de la carte imprimée
kept-card-codes-why = Pour entrer sans courriel ni phrase de passe. Seule une empreinte est gardée.
kept-circle = Le cercle de retour de chaque personne
kept-circle-why = Pour aider la personne à revenir si elle perd ses moyens d'entrer. Personne d'autre n'en lit la liste.
kept-recoveries = Les demandes pour revenir
kept-recoveries-why = Pour rendre une place à la bonne personne, après un délai.
kept-recovery-vouches = Qui a confirmé une demande pour revenir
kept-recovery-vouches-why = Pour que la personne sache qui a donné son aide.
data-at = Quand
data-at-request = Fait à ta demande, ou par toi pour une autre personne
data-applications-written = Demandes à venir que tu as écrites pour quelqu'un
data-applications-signed = Demandes à venir que tu as signées
data-at-request-act = Quoi
data-at-request-at = Quand
data-at-request-whose = Pour qui
data-came-in = Les jours où ta place s'est ouverte
data-address-changes = Quand ton adresse de courriel a changé
data-cards-for-me = Cartes faites pour toi
data-sign-in-links = Liens pour entrer qui attendent dans ton courriel
data-link-until = Bon jusqu'à
data-card-codes = Ta carte de codes
data-card-made = Faite le
data-card-left = Codes qui restent
data-circle = Ton cercle de retour
data-circle-of = Les cercles de retour dont tu fais partie
data-circle-closed = Sessions fermées le
data-consents = Tes oui
data-consent-use = Pour quoi
data-consent-since = Depuis
data-consent-until = Jusqu'à
data-consent-channel = Comment
data-day = Jour
data-pair-until = Jusqu'à
data-pair-whose = Ton rôle
data-since = Depuis
data-times = Fois
data-until = Jusqu'à
data-vouched-for-me = Qui a confirmé que c'était toi
data-vouched-by-me = Pour qui tu as confirmé
data-recoveries = Demandes pour revenir à ta place
data-welcome-pairs = Jumelages d'accueil
at-request-for-you = Pour toi
at-request-by-you = Par toi, pour une autre personne
pair-you-are-welcomed = On t'accueille
pair-you-welcome = Tu accueilles

## Elections without candidates

charter-rule-election-days = Jours de chaque tour d'une élection sans candidature
charter-rule-election-days-help = Pour trouver quelqu'un, il y a plusieurs tours. Chacun finit au plus tard après autant de jours.
charter-unit-election-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
mandate-to-fill = À une personne encore à trouver, jusqu'au { $until }
mandate-nobody-found = Personne n'a été trouvé
kept-elections = Où en est une élection sans candidature, et qui a été trouvé
kept-elections-why = Pour que le groupe sache qui tient la tâche.
kept-nominations = Qui a nommé qui, et pourquoi
kept-nominations-why = Pour lire les raisons. C'est effacé quand l'élection finit.
kept-names-closed = Les noms qui ne sont plus ouverts dans une élection
kept-names-closed-why = Pour ne pas redemander. Rien ne dit pourquoi.
kept-election-answers = Ce que chaque personne dit d'un nom
kept-election-answers-why = Pour trouver quelqu'un à qui personne ne s'oppose. C'est effacé à la fin.
kept-election-ready = Qui a dit « On peut passer à la suite »
kept-election-ready-why = Pour finir un tour quand on est ensemble.
kept-naming-wish = Si une personne ne souhaite pas être nommée
kept-naming-wish-why = Pour ne pas offrir son nom. Personne d'autre ne peut le lire.
data-elections = Les élections où on regarde mon nom, où j'ai proposé un nom, ou qui ont trouvé mon nom
data-nominations = Les noms que j'ai dits
data-named-person = La personne
data-named-why = Pourquoi
data-names-closed = Les élections où mon nom n'est plus ouvert
data-election-answers = Mes réponses sur un nom
data-election-said = Ma réponse
data-election-words = Mes mots
data-election-ready = Les tours que j'ai dit prêts à finir
data-naming-wish = Mon souhait qu'on ne me nomme pas
data-not-named = Je ne souhaite pas qu'on me nomme
