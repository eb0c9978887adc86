# Only what differs when the group says "vous".

too-long = { $over ->
    [one] Il y a { $over } lettre de trop. Gardez l'essentiel
   *[other] Il y a { $over } lettres de trop. Gardez l'essentiel
}

## Names, addresses, passphrases

name-mine = Votre nom dans le groupe
name-missing = Écrivez un nom, comme Odile ou Odile F.
name-too-long = Gardez { $max } lettres au plus pour un nom
name-taken = Quelqu'un porte déjà ce nom ici. Ajoutez une initiale
name-hidden-signs = Récrivez ce nom au clavier : il contient des signes invisibles
email-mine = Votre adresse courriel
email-hint = Pour recevoir un lien quand vous voulez entrer.
email-who-reads = À part vous, seule la personne qui s'occupe du serveur peut lire votre adresse. Elle sert à vous écrire, rien de plus.
email-missing = Écrivez l'adresse, comme odile@exemple.ca
email-unreadable = Écrivez une adresse comme odile@exemple.ca
email-taken = Cette adresse sert déjà à quelqu'un ici. Écrivez-en une autre
email-last-way-in = Choisissez d'abord une phrase de passe. Sans elle, vous n'auriez plus de moyen d'entrer
passphrase-mine = Votre phrase de passe
passphrase-hint = Voici cinq mots tirés au hasard. Notez-les sur papier, ou écrivez votre propre phrase.
passphrase-paper = Notez votre phrase maintenant. On ne peut pas vous la redire.
passphrase-who-reads = Personne ne peut lire votre phrase, même pas qui s'occupe du serveur.
passphrase-missing = Écrivez une phrase de passe, comme cinq mots sans lien
passphrase-wrong = Ce n'est pas votre phrase d'aujourd'hui. Vérifiez chaque mot
passphrase-short = Ajoutez des mots : il faut { $min } lettres ou plus
passphrase-long = Gardez { $max } lettres au plus
passphrase-repeats = Cette phrase se devine trop vite. Prenez des mots plus variés
own-device-hint = Si vous cochez, votre session reste ouverte 30 jours. Sinon, elle se ferme après 15 minutes sans page ouverte.

## Front page of the site

front-ask = Demandez à votre groupe son adresse. Elle finit par deux mots simples.

## Founding

found-pen-lead = Vous signez la charte du groupe { $name }. Votre phrase de passe servira à entrer. Ne la montrez à personne.
found-two-at-least = Écrivez deux noms ou plus, un par ligne
found-name-twice = { $name } est là deux fois. Ajoutez une initiale, ou enlevez une ligne
found-signed-already = Quelqu'un a déjà signé. Reprenez les signatures pour changer quelque chose
found-link-gone = Ce lien de fondation a plus de 30 jours, ou il n'est pas complet. Demandez-en un autre à qui s'occupe du serveur.
founded-address-why = Notez-la sur papier. Elle ne dit rien du groupe. Donnez-la seulement à qui en a besoin.
founded-next-enter = Entrez avec votre nom et votre phrase de passe.
founded-next-cards = Faites une carte pour chaque personne de la liste, dans Le groupe, puis Inviter quelqu'un.
founded-next-question = Lisez la première question dans Décider : adopter cet outil ?

## The page for visitors

welcome-words-hint = Le premier paragraphe est écrit plus gros. Une ligne vide sépare les paragraphes. N'y nommez personne.

## The door

door-lead = Par le moyen qui vous convient.
door-is-in = Votre session est déjà ouverte.
door-by-mail = Avec votre courriel
door-by-mail-hint = On vous envoie un lien. Il est bon 30 minutes. Rien à retenir.
door-by-card-text = La carte qu'on vous a remise sert une fois, pour votre première entrée.
door-by-passphrase = Avec votre phrase de passe
door-exit = « Sortie rapide », en haut, ferme votre session et ouvre la météo. L'historique du navigateur garde la trace de cette page.
door-wrong = Ce nom et cette phrase ne vont pas ensemble. Vérifiez chaque mot
code-title = Regardez vos courriels
code-lead = Si cette adresse est connue ici, un courriel est parti. Ouvrez son lien sur cet appareil.
code-or = Ou écrivez le code du courriel
code-nothing-wait = Attendez quelques minutes, et regardez dans les indésirables.
code-nothing-address = Vérifiez que c'est l'adresse que vous avez donnée au groupe.
code-nothing-other = Entrez avec votre phrase de passe, ou demandez un autre lien.
door-code-wrong = Ce code n'est pas bon. Regardez le dernier courriel. Après cinq essais, demandez un autre lien
door-link-gone = Il a déjà servi, ou il a plus de 30 minutes. Demandez-en un autre à la porte.
link-title = Votre lien est bon
link-lead = Il sert une fois. Appuyez sur le bouton pour entrer.
link-elsewhere = Vous l'avez demandé sur un autre appareil, ou dans un autre navigateur.
link-elsewhere-back = Retournez à la page où vous avez demandé le lien.
link-elsewhere-code = Écrivez-y le code de huit chiffres du courriel.
link-elsewhere-or = Vous voulez plutôt entrer ici ?
left-title = Votre session est fermée
left-history = L'historique du navigateur garde l'adresse des pages. Vous pouvez l'effacer dans ses réglages.

## Coming in for the first time

join-card-lead = Écrivez les quatre mots de votre carte.
join-card-unknown = Ces mots n'ouvrent rien ici. Vérifiez-les, ou demandez une autre carte
join-gone = Cette invitation a déjà servi, ou elle est trop vieille. Demandez-en une autre. Si vous êtes déjà { $member }, entrez par la porte.
join-lead = Quelqu'un vous invite dans ce groupe. Il faut deux choses : un nom, et une phrase de passe ou une adresse pour revenir.
join-listed = Votre place est déjà là. Choisissez comment vous voulez entrer.
join-name = Comment on vous appelle ici
join-name-hint = Un prénom ou un surnom suffit. Les { $members } vous verront sous ce nom.
join-needs-way-in = Gardez une phrase de passe ou donnez une adresse, pour pouvoir revenir
join-reads-name = Votre nom : les { $members }, et qui s'occupe du serveur.
join-reads-nothing = Rien d'autre n'est demandé. Aucune page ne dit qui vous invite.
join-then-read = Vous pouvez tout lire, proposer et discuter tout de suite.
join-then-vote = Vous votez dès maintenant.
join-then-vote-later = { $days ->
    [one] Vous votez dans { $days } jour.
   *[other] Vous votez dans { $days } jours.
}

## The group

group-welcome-yours = Votre mandat vous permet de l'écrire.
invite-by-mail-text = Le courriel ne nomme ni le groupe ni vous. Prévenez la personne avant.
invite-enough-this-week = { $count ->
    [one] Vous avez déjà fait { $count } invitation cette semaine. Quelqu'un d'autre du groupe peut inviter
   *[other] Vous avez déjà fait { $count } invitations cette semaine. Quelqu'un d'autre du groupe peut inviter
}
invite-waiting = Vos invitations qui attendent
invitation-title = Votre invitation
card-lead = Imprimez cette page, ou recopiez-la à la main.
card-go = Allez à cette adresse
card-write = Écrivez ces quatre mots
card-name = Choisissez votre nom et votre façon d'entrer
card-printed = Imprimée le { $day }. Déchirez-la après. Ne la collez pas au mur.

## Charter

charter-hint-quorum = { $help } Écrivez un nombre, comme 12, ou une part, comme 33 %.
charter-write-words = Écrivez quelques mots, { $max } lettres au plus
charter-write-number = Écrivez un nombre en chiffres, de { $min } à { $max }
charter-write-quorum = Écrivez un nombre comme 12, ou une part comme 33 %
charter-write-majority = Écrivez une part comme 1/2 ou 2/3, d'au moins la moitié
charter-choose-one = Choisissez une des réponses
charter-write-zone = Écrivez une zone comme America/Toronto
charter-write-day = Écrivez une date comme 2027-03-31
charter-no-such-rule = Choisissez une règle de la charte
charter-says-so-already = La charte le dit déjà. Écrivez une autre valeur

## Mandates and powers

error-changed-meanwhile = Ça vient de changer ailleurs. Relisez, puis recommencez
mandate-write-it = Écrivez-le en une phrase ou deux
mandate-no-such-power = Choisissez dans la liste
mandate-until-at-most = { $months ->
    [one] Choisissez un jour jusqu'au { $day }. La charte permet { $months } mois
   *[other] Choisissez un jour jusqu'au { $day }. La charte permet { $months } mois
}
mandate-holder-gone = Cette personne n'est plus dans le groupe. Choisissez quelqu'un d'autre
mandate-holder-has-enough = { $count ->
    [one] Cette personne a déjà { $count } mandat. Choisissez quelqu'un d'autre
   *[other] Cette personne a déjà { $count } mandats. Choisissez quelqu'un d'autre
}
day-from = Choisissez un jour à partir du { $day }
day-until = Choisissez un jour jusqu'au { $day }

## Me

me-lead = Ce que le groupe garde de vous ici, et vos moyens d'entrer.
me-ways = Vos moyens d'entrer
me-passphrase-yes = Vous en avez une. Personne ne peut la lire.
me-passphrase-no = Vous n'en avez pas.
me-news-text = Un courriel peut vous dire qu'il y a du nouveau. Il ne dit ni qui, ni quoi.
done-news-yes = C'est noté. Vous recevrez un courriel quand il y a du nouveau.
me-known-nothing-else = Rien sur votre santé : il n'y a pas d'endroit pour l'écrire. Aucune page ne dit quand vous venez.
me-session = Votre session
me-session-own = Appareil à vous. Elle se ferme après 30 jours sans visite.
done-others-closed = Vos autres sessions sont fermées.
me-passphrase-lead = Vos autres sessions se fermeront.
me-present = Votre phrase d'aujourd'hui
me-present-hint = Pour vérifier que c'est bien vous.
me-new = Votre nouvelle phrase de passe
done-passphrase = Votre nouvelle phrase est en place.
me-email-title = Votre adresse courriel
me-email-hint = Laissez vide pour l'enlever.

## Stopping news

stop-done-back = Vous pouvez changer d'idée dans Moi, quand vous voulez.

## Demonstration

demo-as = Vous entrez comme { $name }
demo-lead = { $group } est un groupe inventé. Rien de ce que vous y faites n'est gardé.

## Mail

mail-sign-in-subject = Votre lien d'entrée
mail-sign-in-first = Il est bon 30 minutes. Vous n'avez rien demandé ? Ne faites rien.
mail-sign-in-code = Ou écrivez ce code là où vous avez demandé le lien :
mail-invitation-subject = Une invitation pour vous
mail-invitation-first = Quelqu'un que vous connaissez vous invite. Vous n'attendiez rien ? Ne faites rien.
mail-invitation-forgotten = Votre adresse a servi à cet envoi. Elle n'est pas gardée.

me-kept-title = Vos mots vous attendent
me-kept-lead = Ils sont arrivés après la fin de votre visite. Rien n'est encore envoyé.
card-waits = Une carte faite par { $maker } attend déjà cette personne. Vous pouvez en faire une autre après le { $until }
card-enough-today = { $count ->
    [one] Vous avez déjà remis { $count } carte en un jour. Quelqu'un d'autre du groupe peut en remettre
   *[other] Vous avez déjà remis { $count } cartes en un jour. Quelqu'un d'autre du groupe peut en remettre
}
mail-address-changed-first = Cette adresse n'ouvre plus de porte ici. Vous avez fait ce changement ? Ne faites rien.
mail-address-changed-then = Ce n'était pas vous ? Parlez-en tout de suite à quelqu'un du groupe.
me-who-server = Vous, et qui s'occupe du serveur
card-to-nobody = Choisissez une personne
card-choose = Choisissez une personne dans la liste
card-confirm-register = Le registre dira que vous avez fait cette carte.
card-confirm-hands = Remettez-la en mains propres, à cette personne seulement.
join-reads-card = Rien d'autre n'est demandé. Le registre dit qui a fait votre carte.
join-then-vote-next = Vous votez à partir du prochain vote qui ouvre.
me-leaving-text = Demandez à quelqu'un du groupe. Cet outil ne le fait pas encore.
door-nothing-left = Vous n'avez plus rien de ça ? Parlez à quelqu'un du groupe.
door-late = La page est restée ouverte longtemps. Entrez de nouveau, on vous y ramène.
charter-write-name = Écrivez le nom du groupe, en { $max } lettres au plus
