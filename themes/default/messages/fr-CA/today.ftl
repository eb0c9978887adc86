# The home of a member.

today-date = Le { $day }
today-hello = Bonjour { $name }
today-count = { $count ->
    [one] Une chose te concerne. Rien n'est obligatoire.
   *[other] { $count } choses te concernent. Rien n'est obligatoire.
}
today-for-you = Ce qui te concerne
today-vote = Un vote t'attend
today-vote-do = Lire et voter
today-seat = On cherche quelqu'un pour une tâche
today-seat-do = Participer
today-dice = Un tirage attend des dés
today-dice-do = Lancer des dés
today-second = Une proposition cherche un appui
today-second-do = La lire
today-more = { $count ->
    [one] Voir une autre chose dans Décider
   *[other] Voir { $count } autres choses dans Décider
}
today-nothing = Rien ne te demande aujourd'hui.
today-nothing-more = Bonne journée.
today-going-on = En ce moment dans le groupe
today-start = Pour commencer, si tu veux
today-start-text = À ton rythme. Rien n'est obligatoire, et personne ne note ce que tu lis.
today-start-charter = Comment le groupe décide
today-start-yes = Ce que tu acceptes, et ce que tu n'acceptes pas
today-start-pair = Choisir deux personnes pour t'accueillir
today-quiet = C'est tranquille. Aucun vote et aucune discussion en cours.
today-vote-ends = Fin du vote :
today-talk-ends = Fin de la discussion :
today-waits = Attend un appui :
today-binder = Ouvrir le cartable
today-decided = Décidé dernièrement
today-first-vote = Ton premier vote
today-first-vote-when = Tu pourras voter à partir du { $day }.
today-first-vote-talk = D'ici là, tu peux déjà proposer, appuyer et discuter.
today-idea = Une idée ?
today-idea-hint = N'importe qui peut proposer un changement, un mandat, une prise de position.
today-tool = Cet outil
today-trial-until = Le groupe essaie cet outil jusqu'au { $day }.
today-trial-over = L'essai de cet outil a pris fin le { $day }.
today-trial-how = Garder, changer ou arrêter : c'est le groupe qui décide.
today-trial-do = Proposer de garder cet outil
today-sign = Une demande attend des signatures
today-sign-do = La lire
today-recall = Le groupe parle de reprendre un mandat que tu tiens
today-recall-do = Lire, et dire ce que tu veux dire
today-removal = Une exclusion te concerne
today-removal-do = Lire, et dire ce que tu veux dire
today-suspended = Un mandat que tu tiens est suspendu
today-suspended-do = Voir ce mandat
today-recovery = Quelqu'un demande à revenir
today-recovery-do = Lire et répondre
today-circle = On te demande d'être dans un cercle de retour
today-circle-do = Répondre, ou non
today-asking = Quelqu'un demande à faire partie du groupe
today-asking-do = Lire
today-phone = Un vote a été noté pour toi au téléphone
today-phone-do = Le voir, ou le changer
today-paper-waits = Le papier d'un vote se compte :
today-call = Une chaîne téléphonique est en cours
today-call-do = Voir la chaîne
today-call-agree = On attend le oui d'une deuxième personne.
today-call-read = Un message t'attend.
today-call-make = { $count ->
    [one] 1 appel à faire
   *[other] { $count } appels à faire
}
