# S'entraider : ce qui se dit autrement à qui l'on vouvoie.

visits-not-so = Ça ne se peut plus : relisez où en est cette visite

## La chaîne téléphonique

calls-home-lead = La chaîne téléphonique, et votre place dedans.
calls-in-tree = { $count ->
    [0] On vous appelle. Vous n'appelez personne.
    [one] On vous appelle, et vous appelez 1 personne.
   *[other] On vous appelle, et vous appelez { $count } personnes.
}
calls-not-in-tree = Vous n'êtes pas dans la chaîne. On ne vous appelle pas.
calls-lead = Rien n'est coché d'avance. Vous changez quand vous voulez, sans dire pourquoi.
calls-yes = À quoi dites-vous oui ?
calls-needs-number = Pour qu'on vous appelle, écrivez d'abord un numéro
calls-choose-number = Choisissez un de vos numéros
calls-how-many = Choisissez un nombre de 1 à { $most }
calls-hour = Écrivez une heure, par exemple 21:00
calls-voicemail-name = Un prénom, et « rappelez-moi »
calls-silent-hint = On fait ce que vous choisissez ici, et rien d'autre. Jamais la police.
calls-silent-me-door = Elle vous a nommé pour cogner à sa porte. Vous pouvez dire non.
calls-silent-me-tell = Elle voulait que vous le sachiez.
calls-with-hint = Parlez-lui-en d'abord. Elle le lit seulement ce jour-là.
calls-name-somebody = Choisissez la personne que vous nommez
calls-at-once = Un non compte tout de suite, même pendant une chaîne. Vos appels passent à d'autres.
chain-choose-kind = Choisissez pourquoi appeler
chain-kind-drill-hint = Pour voir si ça marche. Dites dans le message que c'est un essai.
chain-words-missing = Écrivez ce qu'il faut dire
chain-alone-yes = Vous avez le mandat : les appels commencent tous tout de suite.
chain-in-register = Le registre dira que vous avez lancé une chaîne. Jamais ce qui s'est dit.
chain-not-on-pause = Vous êtes en pause. Revenez d'abord, si vous voulez.
chain-once-a-day = Vous en avez lancé une dans les 24 dernières heures. Quelqu'un d'autre peut le faire.
chain-say-more = Demandez à la personne de l'écrire. Rien d'autre à dire.
chain-numbers-why = Chaque personne lira que vous avez vu son numéro, et pourquoi.
chain-no-calls = Vous n'avez pas d'appel à faire. Merci.
chain-breathe-more = Vos appels passent à d'autres. Personne ne demande pourquoi.
chain-branch = Votre branche est faite. Rappelez { $name } pour le dire, et pour vérifier les mots.
chain-unreached-why = Vous et la personne qui a lancé la chaîne êtes seuls à lire ceci.
chain-asks = Avez-vous besoin de quelque chose ?
chain-ask-missing = Écrivez de quoi il s'agit
chain-ask-not-hers = Passez seulement ce que demande une personne que vous avez jointe
chain-ask-yours = Vous avez dit oui. C'est pour { $name }.
chain-try-again = Quelque chose vient de changer. Réessayez.
chain-hear-first = Lisez d'abord le message
chain-too-soon = C'est trop tôt pour rappeler. Attendez un quart d'heure.
chain-not-for-you = Cet appel n'est pas pour vous maintenant
chain-board-empty = Aucun appel n'attend pour vous
done-chain-known = C'est noté : vous avez le message.
done-chain-taken = L'appel est à vous.
done-chain-ask-yes = C'est à vous. Merci.
ticks-no-sheet = Ce numéro n'est pas celui d'une feuille que vous pouvez entrer
ticks-none = Écrivez au moins un numéro de ligne
ticks-numbers = Écrivez des numéros, par exemple : 1, 2, 5
ticks-logged = C'est écrit pour la personne et pour vous.
tree-lead = Vous voyez vos propres lignes. Personne ne voit celles des autres.
tree-caller = { $name } vous appelle.
tree-caller-first = La personne qui lance la chaîne vous appelle.
tree-calls = Vous appelez :
tree-no-calls = Vous n'appelez personne.
tree-second = Une heure après, si personne ne les a jointes, vous appelez aussi : { $names }
tree-why-no-room = Vous n'avez pas de place pour l'instant : il manque des personnes pour appeler. On vous appellera quand quelqu'un pourra.
tree-why-nobody-fits = Vous n'avez pas de place pour l'instant. On vous appellera quand quelqu'un pourra.
tree-why-one-voice = Pour l'instant, une seule personne peut vous joindre.
tree-starters-between = Écrivez un nombre de 1 à { $most }
callsheet-strike = Rayez ces lignes : { $lines }
callsheet-destroy = Déchirez cette feuille : elle ne sert plus.
callsheet-print-text = Vos appels seulement. Chaque personne lira que vous avez son numéro.
callsheet-choose-days = Choisissez pour combien de temps
callsheet-for-her-text = À sa demande. C'est écrit pour la personne et pour vous.
callsheet-choose-whom = Choisissez pour qui
callsheet-step-called = On vous appelle
callsheet-calls-you = vous appelle.
callsheet-starter-calls = La personne qui lance la chaîne vous appelle.
callsheet-write = Écrivez le message ici, avec l'heure :
callsheet-step-calls = Vous appelez
callsheet-if-silent = Si { $name } ne répond pas, appelez aussi :
callsheet-two-tries = Deux essais par personne, à 15 minutes d'écart. Sur un répondeur : votre prénom et « rappelez-moi ». Rien d'autre.
callsheet-second-text = Vous êtes leur deuxième voix. Appelez-les si personne ne vous a dit que c'est fait.
callsheet-done-text = Si vous êtes la dernière personne de votre branche, rappelez qui a lancé la chaîne.
callsheet-cannot = Vous ne pouvez pas appeler ce jour-là ? C'est correct. Dites-le à qui vous appelle.
callsheet-not-on-wall = Ne la prenez pas en photo.
yes-be-called-hint = La personne qui vous appelle voit votre numéro, ou l'a sur sa feuille.
yes-call-others-hint = Vous choisissez combien, au plus.
yes-night-urgent-hint = Sans votre oui, on attend le matin.
receipt-calls = Vos appels de la chaîne
receipt-sheet = Votre feuille de la chaîne
