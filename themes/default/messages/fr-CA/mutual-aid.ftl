# S'entraider : l'écoute, les visites, le cercle de proches.

## L'écoute

listening-not-full = Cette plage est déjà prise
listening-not-over = Cette plage est terminée

## Les visites

visits-not-hers = C'est la personne visitée qui décide de cela
visits-not-open = Les visites ne sont pas ouvertes en ce moment
visits-not-yes = Le oui aux visites ne va pas jusque-là
visits-not-her-hours = Ce n'est pas dans les heures choisies par la personne visitée
visits-not-ward-hours = L'unité ne reçoit pas de visites à cette heure
visits-not-her-company = { $number ->
    [one] La personne visitée veut voir une seule personne à la fois
   *[other] La personne visitée veut voir au plus { $number } personnes à la fois
}
visits-not-ward-company = { $number ->
    [one] L'unité laisse entrer une seule personne à la fois
   *[other] L'unité laisse entrer au plus { $number } personnes à la fois
}
visits-not-too-long = C'est trop long : { $number } minutes au plus, au choix de la personne visitée
visits-not-enough = La personne visitée ne veut pas plus de visites ce jour-là ou cette semaine-là
visits-not-call-instead = La personne préfère un appel
visits-not-old-card = Ce qu'on sait de l'unité est ancien. Quelqu'un doit l'appeler d'abord
visits-not-so = Ça ne se peut plus : relis où en est cette visite
visits-not-for-you = Cette place n'est pas libre
visits-not-today-yet = Il manque un oui d'aujourd'hui : celui de la personne visitée, ou celui de l'unité

## Le cercle de proches

circle-not-yes-first = La personne dit oui d'abord. Avant, on n'appelle personne
circle-not-hers = Seule la personne, ou quelqu'un qu'elle a nommé, peut faire cela
circle-not-awake = Le cercle est déjà réveillé
circle-not-nothing = Il n'y a rien à faire ces jours-là
circle-not-code = Ce code a déjà servi, ou il est trop vieux
circle-not-yours = Cette tâche n'est pas libre

## La chaîne téléphonique

calls-home-lead = La chaîne téléphonique, et ta place dedans.
calls-back = Revenir à S'appeler
calls-mine = Moi dans la chaîne
calls-in-tree = { $count ->
    [0] On t'appelle. Tu n'appelles personne.
    [one] On t'appelle, et tu appelles 1 personne.
   *[other] On t'appelle, et tu appelles { $count } personnes.
}
calls-not-in-tree = Tu n'es pas dans la chaîne. On ne t'appelle pas.
calls-to-strike = Il y a des lignes à rayer sur une feuille
calls-title = La chaîne téléphonique et moi
calls-lead = Rien n'est coché d'avance. Tu changes quand tu veux, sans dire pourquoi.
calls-yes = À quoi dis-tu oui ?
calls-number = Le numéro où on m'appelle
calls-no-number = Il n'y a pas de numéro ici.
calls-write-number = Écrire ou changer un numéro
calls-needs-number = Pour qu'on t'appelle, écris d'abord un numéro
calls-choose-number = Choisis un de tes numéros
calls-how-many-label = J'appelle au plus combien de personnes ?
calls-how-many-why = On propose 6 : le jour où plusieurs ne sont pas là, ça suffit pour joindre tout le monde. D'habitude, c'est 2 ou 3.
calls-how-many = Choisis un nombre de 1 à { $most }
calls-be-called-first = Les autres oui vont avec celui d'être appelé
calls-quiet-from = On ne m'appelle plus à partir de
calls-quiet-hint = La même heure aux deux places : on peut m'appeler à toute heure.
calls-quiet-until = On peut me rappeler à partir de
calls-hour = Écris une heure, par exemple 21:00
calls-voicemail = Ce qu'on peut dire à mon répondeur, ou à quelqu'un d'autre
calls-voicemail-name = Un prénom, et « rappelle-moi »
calls-voicemail-text = Le message au complet
calls-voicemail-nothing = Rien : raccrocher
calls-silent = Si trois personnes essaient et que je ne réponds pas
calls-silent-hint = On fait ce que tu choisis ici, et rien d'autre. Jamais la police.
calls-silent-nothing = Ne rien faire
calls-silent-tomorrow = Réessayer le lendemain
calls-silent-door = La personne que je nomme cogne à ma porte
calls-silent-tell = Le dire à la personne que je nomme
calls-silent-me-door = Elle t'a nommé pour cogner à sa porte. Tu peux dire non.
calls-silent-me-tell = Elle voulait que tu le saches.
calls-with = La personne que je nomme
calls-with-hint = Parle-lui-en d'abord. Elle le lit seulement ce jour-là.
calls-nobody = Personne
calls-name-somebody = Choisis la personne que tu nommes
calls-at-once = Un non compte tout de suite, même pendant une chaîne. Tes appels passent à d'autres.
done-calls = C'est noté. Ça compte dès maintenant.
chain-title = Chaîne téléphonique
chain-kind = Pourquoi appeler ?
chain-choose-kind = Choisis pourquoi appeler
chain-kind-urgent = Ça ne peut pas attendre
chain-kind-urgent-hint = Du verglas, un local fermé demain. Une fois par 24 heures.
chain-kind-news = Des nouvelles
chain-kind-news-hint = Ça peut attendre le matin. Une deuxième personne dit oui d'abord.
chain-kind-drill = Un essai
chain-kind-drill-hint = Pour voir si ça marche. Dis dans le message que c'est un essai.
chain-words = Ce qu'il faut dire
chain-words-hint = { $good } mots, c'est facile à lire au téléphone. { $most } caractères au plus.
chain-words-missing = Écris ce qu'il faut dire
chain-start = Lancer une chaîne
chain-start-text = N'importe quel membre peut le faire. On voit d'abord comment ça irait.
chain-start-lead = Des personnes s'appellent l'une l'autre, avec le même message.
chain-start-do = Lancer la chaîne
chain-alone-yes = Tu as le mandat : les appels commencent tous tout de suite.
chain-alone-no = Si ça ne peut pas attendre, les premières personnes sont appelées tout de suite. Les autres attendent le oui d'une deuxième personne.
chain-in-register = Le registre dira que tu as lancé une chaîne. Jamais ce qui s'est dit.
chain-not-on-pause = Tu es en pause. Reviens d'abord, si tu veux.
chain-once-a-day = Tu en as lancé une dans les 24 dernières heures. Quelqu'un d'autre peut le faire.
chain-runs-already = Une chaîne est déjà en cours
chain-nobody = Il n'y a personne à appeler pour l'instant
chain-none = Aucune chaîne en cours
chain-none-more = Quand il y en aura une, elle sera ici.
chain-started-at = Lancée { $at }
chain-told-of = { $reached } sur { $everybody } ont le message.
chain-waits-tag = Attend un deuxième oui
chain-suspended-tag = Arrêtée pour l'instant
chain-open = Voir la chaîne
chain-over-title = Chaînes finies
chain-total = { $everybody } à joindre, { $told } jointes ou message laissé
chain-back = Revenir à la chaîne
chain-by = Lancée par { $name }, { $at }.
chain-ended = Cette chaîne est finie depuis { $at }.
chain-kept = Une semaine après, il en reste seulement des nombres.
chain-waits-text = Une deuxième personne dit oui, pour éviter une fausse alerte. Ensuite, tout le monde est appelé.
chain-agree = Oui, c'est vrai : continuez
chain-suspended-text = Deux personnes ont demandé d'attendre. Aucun appel ne se fait. Deux personnes peuvent repartir la chaîne.
chain-resume = Je demande qu'on reparte
chain-say = Ce qu'il faut dire
chain-version = Texte corrigé, version { $version }
chain-say-more = Demande à la personne de l'écrire. Rien d'autre à dire.
chain-know = J'ai le message
chain-my-calls = { $count ->
    [0] Mes appels
    [one] Mon appel
   *[other] Mes { $count } appels
}
chain-numbers = Voir les numéros
chain-numbers-why = Chaque personne lira que tu as vu son numéro, et pourquoi.
chain-again = À rappeler
chain-to-call = À appeler
chain-voicemail = Si c'est un répondeur ou quelqu'un d'autre :
chain-hours = De { $from } à { $until }
chain-after = Après l'appel
chain-reached = A répondu
chain-message = Message laissé
chain-no-answer = Pas de réponse
chain-to-check = Numéro à vérifier
chain-pass = Passer cet appel à quelqu'un
chain-no-calls = Tu n'as pas d'appel à faire. Merci.
chain-later = { $name } : à partir de { $at }
chain-board = Un appel attend quelqu'un.
chain-take = Je prends le prochain appel
chain-breathe = J'ai besoin de souffler
chain-breathe-more = Tes appels passent à d'autres. Personne ne demande pourquoi.
chain-branch = Ta branche est faite. Rappelle { $name } pour le dire, et pour vérifier les mots.
chain-branch-do = C'est fait
chain-unreached = Pas encore jointes
chain-unreached-why = Toi seul et la personne qui a lancé la chaîne lisez ceci.
chain-last-no-answer = pas de réponse
chain-last-message = message laissé
chain-last-to-check = numéro à vérifier, par elle
chain-called-back = M'a rappelé, et a le message
chain-asks = As-tu besoin de quelque chose ?
chain-ask-new = Passer une demande
chain-ask-whose = De qui ?
chain-ask-mine = De moi
chain-ask-what = Quoi ?
chain-ask-hint = Par exemple : du pain et du lait. Sans son nom.
chain-ask-missing = Écris de quoi il s'agit
chain-ask-agreed = La personne a dit oui : on peut le demander aux autres
chain-ask-needs-yes = Il faut son oui d'abord
chain-ask-not-hers = Passe seulement ce que demande une personne que tu as jointe
chain-ask-do = Passer la demande
chain-ask-yes = Je m'en occupe
chain-ask-done = C'est fait, merci.
chain-ask-yours = Tu as dit oui. C'est pour { $name }.
chain-ask-taken-by = { $name } a dit oui.
chain-ask-waits = On attend un oui.
chain-ask-back = Reprendre ma demande
chain-whole = Toute la chaîne
chain-whole-why = Des nombres, pas de noms. Qui n'a pas répondu reste entre la personne, qui l'appelle et qui a lancé la chaîne.
chain-of = { $some } sur { $all }
chain-counts-reached = Ont le message
chain-counts-message = Message laissé, à rappeler
chain-counts-open = Restent à appeler
chain-counts-board = Attendent quelqu'un
chain-counts-otherwise = À joindre autrement
chain-counts-branches = Branches ouvertes
chain-wants-callers = Il manque des personnes pour appeler.
chain-next = Prochain appel possible : { $at }
chain-refresh = Mettre à jour
chain-paper = Sur papier, ou par téléphone
chain-paper-text = Quelqu'un a seulement une feuille. Ses appels s'écrivent ici, à sa demande.
chain-watch = La veille
chain-watch-text = { $count ->
    [0] Personne ne veille sur la chaîne.
    [one] 1 personne veille sur la chaîne.
   *[other] { $count } personnes veillent sur la chaîne.
}
chain-watch-offered = La veille est à prendre.
chain-watch-take = Je prends la veille
chain-watch-leave = Je laisse la veille
chain-end = Tout est fait : finir la chaîne
chain-correct = Corriger le texte
chain-correct-words = Le nouveau texte
chain-correct-hint = Les personnes déjà jointes sont rappelées.
chain-correct-do = Changer le texte
chain-stop = Attendre, ou arrêter
chain-stop-text = Deux personnes ensemble. La chaîne attend, ou s'arrête.
chain-pause = Je demande d'attendre
chain-stop-do = Je demande d'arrêter
chain-over = Cette chaîne est finie
chain-try-again = Quelque chose vient de changer. Réessaie.
chain-not-running = La chaîne ne roule pas en ce moment
chain-waits-for-yes = La chaîne attend le oui d'une deuxième personne
chain-done-already = C'est déjà fait
chain-not-here = Ça ne se peut pas dans cette chaîne
chain-hear-first = Lis d'abord le message
chain-not-yours = Cet appel est passé à quelqu'un d'autre
chain-too-soon = C'est trop tôt pour rappeler. Attends un quart d'heure.
chain-quiet = Ce n'est pas une heure pour l'appeler
chain-not-for-you = Cet appel n'est pas pour toi maintenant
chain-still-open = Il reste des appels à faire
chain-board-empty = Aucun appel n'attend pour toi
done-chain-started = La chaîne est lancée.
done-chain-agreed = Merci. Les appels continuent.
done-chain-known = C'est noté : tu as le message.
done-chain-called = C'est noté.
done-chain-taken = L'appel est à toi.
done-chain-passed = C'est passé à d'autres.
done-chain-watch = C'est noté pour la veille.
done-chain-branch = La branche est fermée. Merci.
done-chain-corrected = Le texte est changé.
done-chain-asked = C'est noté.
done-chain-numbers = Les numéros sont là.
done-chain-ask = La demande est passée.
done-chain-ask-back = La demande est reprise.
done-chain-ask-yes = C'est à toi. Merci.
done-chain-ticks = La feuille est entrée.
foresight-title = Comment ça irait
foresight-people = { $count ->
    [one] 1 personne à joindre.
   *[other] { $count } personnes à joindre.
}
foresight-reach = Sur 10 personnes qui sont là, { $of_ten } seraient jointes. Au pire, { $worst }.
foresight-time = Ça prendrait environ { $hours } h { $minutes } min.
foresight-most = { $count ->
    [one] Personne n'appellerait plus de 1 personne.
   *[other] Personne n'appellerait plus de { $count } personnes.
}
foresight-callers = { $count ->
    [one] Avec 1 personne de plus pour appeler, ça irait mieux.
   *[other] Avec { $count } personnes de plus pour appeler, ça irait mieux.
}
foresight-own = Calculé avec les réponses de votre dernier essai.
foresight-guessed = C'est une supposition. Un essai donnerait vos propres nombres.
ticks-title = Entrer une feuille
ticks-lead = Les numéros des lignes suffisent. Aucun nom à écrire.
ticks-sheet = Numéro de la feuille
ticks-sheet-hint = En haut, à droite.
ticks-no-sheet = Ce numéro n'est pas celui d'une feuille que tu peux entrer
ticks-no-line = Il n'y a pas de ligne { $line } sur cette feuille
ticks-none = Écris au moins un numéro de ligne
ticks-numbers = Écris des numéros, par exemple : 1, 2, 5
ticks-lines-hint = Par exemple : 1, 2, 5
ticks-reached = Lignes qui ont répondu
ticks-message = Lignes avec un message laissé
ticks-no-answer = Lignes sans réponse
ticks-to-check = Lignes dont le numéro est à vérifier
ticks-channel = La demande est venue comment ?
ticks-logged = C'est écrit pour la personne et pour toi.
ticks-do = Entrer la feuille
tree-title = Qui appelle qui
tree-lead = Tu vois tes propres lignes. Personne ne voit celles des autres.
tree-back = Revenir à l'arbre
tree-numbers = En nombres
tree-people = Personnes à appeler
tree-callers = Appellent d'autres personnes
tree-starters = Appelées les premières
tree-depth = Appels jusqu'à la dernière
tree-unplaced = { $count ->
    [one] 1 personne n'a pas de place : on l'appelle quand quelqu'un peut.
   *[other] { $count } personnes n'ont pas de place : on les appelle quand quelqu'un peut.
}
tree-one-voice = { $count ->
    [one] 1 personne n'a qu'un chemin pour être jointe.
   *[other] { $count } personnes n'ont qu'un chemin pour être jointes.
}
tree-by-hand-now = Dessiné à la main.
tree-by-lot = Tiré au sort, parmi les personnes qui ont dit oui.
tree-version = Version { $version }.
tree-mine = Mes lignes
tree-caller = { $name } t'appelle.
tree-caller-first = La personne qui lance la chaîne t'appelle.
tree-calls = Tu appelles :
tree-then = Si cette personne ne répond pas : { $names }
tree-no-calls = Tu n'appelles personne.
tree-second = Une heure après, si personne ne les a jointes, tu appelles aussi : { $names }
tree-why-no-room = Tu n'as pas de place pour l'instant : il manque des personnes pour appeler. On t'appellera quand quelqu'un pourra.
tree-why-nobody-fits = Tu n'as pas de place pour l'instant. On t'appellera quand quelqu'un pourra.
tree-why-one-voice = Pour l'instant, une seule personne peut te joindre.
tree-draw = Tirer l'arbre de nouveau
tree-draw-text = Le sort choisit qui appelle qui. Toutes les feuilles seront à imprimer.
tree-draw-starters = Combien de personnes sont appelées les premières ?
tree-draw-do = Tirer l'arbre
tree-starters-between = Écris un nombre de 1 à { $most }
tree-hand = Dessiner l'arbre à la main
tree-hand-text = Toutes les personnes qui ont dit oui, et elles seules. On vérifie chaque ligne.
tree-hand-first = Appelées les premières
tree-hand-first-hint = Les noms, séparés par des virgules.
tree-hand-lines = Qui appelle qui, une ligne par personne
tree-hand-lines-hint = Par exemple : Odile Framboisier : Rosaire Pommeraie, Fern Brindille
tree-hand-do = Vérifier et garder
tree-name-unknown = Ce nom n'est pas celui d'un membre : { $name }
tree-line-how = Une ligne s'écrit : nom, deux-points, noms
tree-sheets-hang = Des feuilles sont chez des gens. L'arbre change seul quand quelqu'un vient ou part. Pour le tirer de nouveau, il faut le mandat de la chaîne.
tree-fault-twice = { $name } est là deux fois
tree-fault-never-reached = Aucun appel ne mène à { $name }
tree-fault-not-of-the-tree = { $name } n'a pas dit oui aux appels
tree-fault-not-drawn = Il manque { $name }
tree-fault-too-many = { $name } a plus d'appels que son oui
tree-fault-calls-otherwise = Quelqu'un d'autre devrait appeler { $name }
tree-fault-same-branch = La deuxième voix de { $name } est de la même branche
tree-print = Imprimer tout l'arbre
tree-print-text = Trois membres signent ensemble, et le registre le dit. Des noms, sans numéros. Ça s'ouvre pour 24 heures.
tree-print-do = Demander les signatures
tree-print-lead = Pour les personnes qui ont signé.
tree-print-first = Appelées les premières :
tree-print-calls = appelle { $names }
tree-print-what = Tout l'arbre sur papier, sans numéros
tree-print-then = { $people ->
    [one] 1 personne y est.
   *[other] { $people } personnes y sont.
} Les personnes qui signent peuvent l'imprimer pendant { $hours } heures.
together-tree-print = Imprimer tout l'arbre
done-tree-drawn = L'arbre est gardé.
callsheets-title = Feuilles de papier
callsheets-lead = Une feuille suffit quand le réseau est en panne.
callsheets-back = Revenir aux feuilles
callsheets-mine = Les feuilles imprimées
callsheets-none = Aucune feuille n'est imprimée.
callsheet-number = Feuille { $number }
callsheet-of = de { $name }
callsheet-until = Bonne jusqu'au { $day }
callsheet-strike = Raye ces lignes : { $lines }
callsheet-destroy = Déchire cette feuille : elle ne sert plus.
callsheet-old = L'arbre a changé. Une nouvelle feuille est mieux.
callsheet-print = Imprimer ma feuille
callsheet-print-text = Tes appels seulement. Chaque personne lira que tu as son numéro.
callsheet-days = Bonne pour combien de temps ?
callsheet-days-count = { $count } jours
callsheet-choose-days = Choisis pour combien de temps
callsheet-print-do = Faire la feuille
callsheet-for-her = Pour quelqu'un qui n'a pas d'écran
callsheet-for-her-text = À sa demande. C'est écrit pour la personne et pour toi.
callsheet-whom = Pour qui ?
callsheet-choose-whom = Choisis pour qui
callsheet-for-her-do = Faire sa feuille
callsheet-has-screen = Cette personne peut imprimer sa propre feuille
callsheet-not-in-tree = Une feuille vient avec une place dans l'arbre
callsheet-over = Cette feuille n'est plus bonne
callsheet-title = Feuille à imprimer
callsheet-lead = Une page. Pour imprimer : menu du navigateur, puis « Imprimer ».
callsheet-destroyed = J'ai déchiré cette feuille
callsheet-of-name = Feuille de { $name }
callsheet-step-called = On t'appelle
callsheet-calls-you = t'appelle.
callsheet-ask-her = Pour demander s'il se passe quelque chose : { $number }
callsheet-starter-calls = La personne qui lance la chaîne t'appelle.
callsheet-write = Écris le message ici, avec l'heure :
callsheet-step-calls = Tu appelles
callsheet-if-silent = Si { $name } ne répond pas, appelle aussi :
callsheet-two-tries = Deux essais par personne, à 15 minutes d'écart. Sur un répondeur : ton prénom et « rappelle-moi ». Rien d'autre.
callsheet-step-second = Une heure après
callsheet-second-text = Tu es leur deuxième voix. Appelle-les si personne ne t'a dit que c'est fait.
callsheet-step-done = C'est fini
callsheet-done-text = Si tu es la dernière personne de ta branche, rappelle qui a lancé la chaîne.
callsheet-cannot = Tu ne peux pas appeler ce jour-là ? C'est correct. Dis-le à qui t'appelle.
callsheet-foot = Imprimée le { $day } par { $name }.
callsheet-destroy-after = Détruire après le { $day }.
callsheet-not-on-wall = Ne la prends pas en photo.
done-sheet = La feuille est prête.
done-sheet-destroyed = Merci. Cette feuille ne compte plus.
power-start-chain = lancer une chaîne téléphonique
power-take-part-in-chain = faire les appels d'une chaîne
power-draw-tree = tirer ou dessiner l'arbre d'appels
power-print-sheet = imprimer une feuille de la chaîne
power-keep-chain = garder la chaîne : la lancer sans deuxième oui, tirer l'arbre de nouveau
yes-be-called = On peut m'appeler dans la chaîne
yes-be-called-hint = La personne qui t'appelle voit ton numéro, ou l'a sur sa feuille.
yes-call-others = J'appelle d'autres personnes
yes-call-others-hint = Tu choisis combien, au plus.
yes-be-starter = On m'appelle parmi les premières personnes
yes-be-starter-hint = Quand rien ne va, c'est là que ça commence.
yes-night-urgent = Si ça ne peut pas attendre, même la nuit
yes-night-urgent-hint = Sans ton oui, on attend le matin.
contact-purpose-chain = Un appel ou une feuille de la chaîne téléphonique
at-request-calls = Ses appels de la chaîne
at-request-sheet = Sa feuille de la chaîne
receipt-calls = Tes appels de la chaîne
receipt-sheet = Ta feuille de la chaîne
entry-chain-urgent = { $who } a lancé une chaîne téléphonique qui ne pouvait pas attendre
entry-chain-news = { $who } a lancé une chaîne téléphonique
entry-chain-drill = { $who } a lancé un essai de la chaîne téléphonique
kept-call-choices = Ce que chaque personne choisit pour la chaîne
kept-call-choices-why = Pour appeler aux bonnes heures, au bon numéro, et comme elle veut.
kept-call-tree = Qui appelle qui
kept-call-tree-why = Pour que chaque personne sache qui appeler.
kept-phone-chains = Une chaîne d'appels
kept-phone-chains-why = Pour que les appels se fassent, et qu'on voie ce qui reste.
kept-chain-texts = Le message d'une chaîne
kept-chain-texts-why = Pour que tout le monde dise les mêmes mots.
kept-chain-events = Les appels d'une chaîne
kept-chain-events-why = Pour ne pas appeler deux fois, et n'oublier personne.
kept-chain-asks = Ce qu'une personne demande pendant une chaîne
kept-chain-asks-why = Pour que la première personne qui dit oui puisse aider.
kept-chain-totals = Les nombres d'une chaîne finie
kept-chain-totals-why = Pour prévoir la prochaine. Aucun nom.
kept-call-sheets = Une feuille de la chaîne
kept-call-sheets-why = Pour savoir quelles lignes rayer quand quelqu'un dit non.
data-call-choices = Mes choix pour la chaîne
data-calls-most = J'appelle au plus
data-calls-quiet-from = On ne m'appelle plus à partir de
data-calls-quiet-until = On peut m'appeler à partir de
data-calls-voicemail = Sur mon répondeur
data-calls-silent = Si je ne réponds pas
data-calls-silent-with = La personne que je nomme
data-call-tree = Mes lignes dans l'arbre d'appels
data-tree-called-by = On m'appelle
data-tree-calls = J'appelle
data-tree-second-for = Deuxième voix pour
data-tree-place = Ma place
data-tree-first = Appelée par qui lance la chaîne
data-chains-started = Les chaînes que j'ai lancées
data-chain-started-at = Lancée
data-chain-calls = Les chaînes où j'étais à joindre
data-chain-stands = Où ça en est
data-chain-reached = J'ai le message
data-chain-withdrawn = Retirée de cette chaîne
data-chain-open = Pas encore jointe
data-chain-asks = Mes demandes, et mes oui à celles des autres
data-chain-asked = J'ai demandé
data-chain-said-yes = J'ai dit oui à
data-call-sheets = Les feuilles de la chaîne où je suis
data-sheet-number = Numéro
data-sheet-holder = Chez
data-sheet-until = Bonne jusqu'au
kept-area-mutual-aid = S'entraider
