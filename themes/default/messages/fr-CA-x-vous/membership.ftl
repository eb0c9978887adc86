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
passphrase-wrong = Ce n'est pas votre phrase de passe. Vérifiez chaque mot
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
door-by-card-text = Un code de votre carte, ou la carte de votre première entrée.
door-by-passphrase = Avec votre phrase de passe
door-exit = « Sortie rapide », en haut, ferme votre session et ouvre la météo. L'historique du navigateur garde la trace de cette page.
door-wrong = Ce nom et cette phrase ne vont pas ensemble. Écrivez les deux, puis vérifiez chaque mot
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
join-listed = Votre place est déjà là. Choisissez comment vous voulez entrer.
join-name = Comment on vous appelle ici
join-name-hint = Un prénom ou un surnom suffit. Les { $members } vous verront sous ce nom.
join-needs-way-in = Gardez une phrase de passe ou donnez une adresse, pour pouvoir revenir
join-reads-name = Votre nom : les { $members }, et qui s'occupe du serveur.
join-then-read = Vous pouvez tout lire, proposer et discuter tout de suite.
join-then-vote = Vous votez dès maintenant.
join-then-vote-later = { $days ->
    [one] Vous votez dans { $days } jour.
   *[other] Vous votez dans { $days } jours.
}

## The group

group-welcome-yours = Votre mandat vous permet de l'écrire.
invite-signs-alone = Votre invitation est la seule signature qu'il faut. Qui vient avec elle peut entrer tout de suite.
invite-signs-first = { $count ->
    [one] Votre invitation est votre signature pour cette personne. Il en faudra { $count } de plus.
   *[other] Votre invitation est votre signature pour cette personne. Il en faudra { $count } de plus.
}
invite-signs-not = Votre invitation sert à demander. C'est le groupe qui décide, par un vote.
asking-written-by = Vos mots prendraient la place de ceux-ci, écrits par : { $who }
handover-more = Ce que vous ajoutez
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
me-known-nothing-else = Rien sur votre santé : il n'y a pas d'endroit pour l'écrire. Les jours où votre place s'ouvre sont gardés 30 jours, pour vous seulement.
me-session = Votre session
me-session-own = Appareil à vous. Elle se ferme après 30 jours sans visite.
done-others-closed = Vos autres sessions sont fermées.
me-passphrase-lead = Vos autres sessions se fermeront.
me-present = Votre phrase de passe
me-present-now = Votre phrase de passe actuelle
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
me-who-server = vous, et qui s'occupe du serveur
card-to-nobody = Choisissez une personne
card-choose = Choisissez une personne dans la liste
card-confirm-register = Le registre dira que vous avez fait cette carte.
card-confirm-hands = Remettez-la en mains propres, à cette personne seulement.
join-reads-card = Rien d'autre n'est demandé. Le registre dit qui a fait votre carte.
join-then-vote-next = Vous votez à partir du prochain vote qui ouvre.
door-nothing-left = Vous n'avez plus rien de ça ? Parlez à quelqu'un du groupe.
door-late = La page est restée ouverte longtemps. Entrez de nouveau, on vous y ramène.
charter-write-name = Écrivez le nom du groupe, en { $max } lettres au plus

## Signing together
together-free = Vous pouvez ne pas signer, sans dire pourquoi. Vous pouvez retirer votre signature tant que ce n'est pas fait.
together-yours = Vous avez signé. Vous pouvez retirer votre signature tant que ce n'est pas fait.
together-not-for-you = Ça vous concerne : ce sont les autres qui signent
done-signed-together = Votre signature est donnée.
done-unsigned-together = Votre signature est retirée.
## What no vote can change

kernel-leave-with-own-data-why = On reste parce qu'on le veut. Personne ne vous retient, et vos mots sont à vous.
kernel-see-who-read-why = Vous avez donné un numéro pour une raison. Vous avez le droit de savoir qui l'a regardé.
kernel-private-records = Ce que vous gardez pour vous, personne d'autre ne peut le lire.
kernel-secret-ballot-why = Vous votez selon ce que vous pensez, sans avoir à l'expliquer à personne.

## Mandates: suspension, recall, learner, handover
mandate-recall-summary = Parlez de la tâche, pas de la personne. 300 mots au plus. Qui signe, signe ces mots.
mandate-asks-sign = Demander, c'est signer. Vous pouvez retirer votre signature tant que ce n'est pas fait.
learner-what = Vous regardez, vous aidez, vous apprenez. Ça ne donne aucun pouvoir.
learner-holder = Cette tâche est déjà la vôtre
learner-apart = Vous gardez vos distances avec la personne qui tient cette tâche
handover-choice = Ce que vous laissez
handover-hint = Par exemple : où sont les choses, qui sait quoi faire. N'écrivez ni nom, ni code, ni mot de passe.
handover-choose = Choisissez l'un ou l'autre
handover-missing = Écrivez quelques mots, ou choisissez « Rien à transmettre »
done-learns = La place pour apprendre est à vous.
data-learner = Les tâches que vous apprenez
## Resting, leaving, what is kept, reaching each other

me-links = On garde un lien avec vous
me-links-text = Personne d'autre ne voit ceci. Vous pouvez dire non à la personne, sans raison.
pause-lead = Aucune raison à donner. Vous revenez quand vous voulez, tout de suite.
pause-on = Vous êtes en pause
pause-until-you-say = Elle dure jusqu'à ce que vous reveniez.
pause-what-silent = Rien ne vous est envoyé, et rien ne vous est demandé.
pause-what-place = Vous gardez votre place, votre nom sur la liste et toutes les pages.
pause-what-vote = Vous pouvez voter quand même. Sans votre vote, vous n'êtes pas dans le compte.
pause-what-unseen = Aucune page ne dit que vous êtes en pause.
pause-until-hint = Laissez vide si vous ne savez pas.
pause-until-past = Choisissez aujourd'hui ou un jour plus tard
pause-until-far = Choisissez un jour jusqu'au { $latest }, ou laissez vide
pause-until-unreadable = Écrivez un jour comme 2027-03-08
pause-tell = Faites-moi signe ce jour-là
pause-link-with-somebody = Choisissez une personne du groupe
pause-link-channel-missing = Choisissez comment garder le lien
pause-link-rhythm-missing = Choisissez un rythme
done-pause = Votre pause est commencée. Prenez votre temps.
done-back = Ça fait plaisir de vous revoir.
mail-pause-over-first = Vous avez demandé un signe ce jour-ci. Le voici. Rien n'est obligatoire.
leave-rest-text = Une pause garde votre place et vos mots. Vous pouvez quitter plus tard.
leave-take-text = Après votre départ, ces fichiers n'existent plus ici.
leave-words = Vos mots dans les discussions
leave-words-text = Cochez ce que vous laissez au groupe, sans votre nom. Le reste s'efface, avec les réponses.
leave-then-erased = Votre nom, vos adresses, votre phrase de passe et vos brouillons s'effacent tout de suite.
leave-then-name = Là où votre nom était écrit, on lit « une personne membre ».
leave-then-votes = Votre vote dans une question ouverte compte. Ailleurs, seuls les nombres restent.
leave-then-mandate = Votre mandat se termine : { $title }
leave-then-group = Les propositions et le registre restent au groupe. Votre nom n'y est pas.
farewell-lead = Vous avez quitté le groupe. Ce qui parlait de vous ici est effacé.
farewell-left-law = Seul le registre légal garde votre nom et deux dates.
farewell-left-nothing = Il ne reste rien à votre nom.
contacts-lead = Rien n'est obligatoire. Rien n'est montré sans votre oui.
contacts-mine = Ce que vous avez noté
contacts-value-hint = Vous pouvez dire les heures qui vous vont.
contacts-yes-hint = Vous pouvez dire non plus tard, d'un seul clic.
contacts-log = Qui demande à vous joindre est noté pour vous, pendant 12 mois :
contact-kind-missing = Choisissez quel moyen c'est
contact-missing = Écrivez le numéro ou l'adresse
contact-too-many = Vous en avez déjà { $most }. Effacez-en un d'abord
contact-purpose-missing = Choisissez pourquoi vous voulez la joindre
contact-enough-today = Vous avez demandé pour { $most } personnes aujourd'hui. Vous pourrez demander encore demain.
member-reach-text = Seul ce que la personne a choisi de montrer s'affiche. Elle lira que vous avez demandé.
member-written-down = Votre demande est notée pour cette personne.
member-is-you = C'est votre page, comme les autres la voient.
data-lead = Tout ce qui est gardé sur vous ici. Il n'y a rien d'autre.
## Hard times

power-keep-apart = nommer une personne qu'on ne doit pas placer avec vous
power-answer-removal = répondre à une exclusion qui vous concerne, et faire appel
apart-lead = Vous pouvez nommer une personne que l'outil ne doit pas placer avec vous.
apart-kept = Avec qui vous gardez vos distances
apart-choose-somebody = Choisissez une personne du groupe
apart-does-end = Ça dure jusqu'à ce que vous le retiriez. C'est effacé si l'une des deux personnes quitte le groupe.
apart-limit-three = À trois, une seule personne fait le lien : un seul chemin reste pour vous joindre.
me-measures = Ce qui est décidé pour un temps et qui vous concerne
me-removal = Une exclusion vous concerne. Tout ce que vous pouvez lire et faire est sur une page.
measures-lead = Des décisions du groupe qui vous concernent. Elles finissent d'elles-mêmes.
measures-none-text = Aucune décision de ce genre ne vous concerne.
measure-choose-kind = Choisissez une des mesures
measure-choose-person = Choisissez la personne concernée
measure-choose-other = Choisissez l'autre personne
measure-choose-between = Choisissez deux autres membres qui feront le lien
measure-write-activity = Écrivez le nom de l'activité
hard-first-talk = Dites ce qui ne va pas à la personne, si vous le pouvez.
hard-first-two = Demandez à deux membres de faire le lien avec cette personne.
hard-first-circle = Demandez un cercle de parole, avec qui veut y venir.
hard-alone = Ce que vous pouvez faire de votre côté
hard-alone-text = Vous pouvez garder vos distances avec quelqu'un, tout de suite et sans le dire.
removal-not-oneself = Choisissez une autre personne. Pour vous, il y a le départ
removal-initiator-has-one = Vous en avez déjà annoncé une qui n'est pas finie
removal-choose-hearing = Choisissez une des deux réponses
removal-write-appeal = Écrivez ce que vous voulez dire
removal-lead = Ce qui vous concerne, et ce que vous pouvez faire.
removal-vote-words = Lire la question, et écrire à côté ce que vous voulez dire
removal-after = Ce jour-là, ce qui vous concerne ici est effacé. Vous pouvez ensuite demander à entrer, comme n'importe qui. Rien ne vous marque.
removal-heard = Avez-vous pu dire ce que vous aviez à dire
removal-heard-hint = Une personne de votre choix peut vous accompagner.
removal-heard-declined-hint = Ce n'est pas un aveu. Vous pouvez changer d'idée avant le vote.
removal-appeal-text = Vous pouvez faire appel une fois, avant { $at }.
removal-appeal-words = Ce que vous voulez dire
removal-appeal-hint = Écrivez comme vous parlez. Vos mots sont scellés.
removal-appealed = Votre appel est noté. Voici vos mots.
removal-appeal-back = Sans réponse avant ce moment, l'exclusion est annulée, et votre place est de nouveau à vous : { $at }.
removal-appeal-mandates = Les mandats que vous teniez ne reviennent pas.
removal-yours = Ce qui reste à vous
removal-yours-data = Vos données sont sur la page « Moi ». Elles sont à vous.
removal-yours-alone = Une exclusion d'un groupe ne dit pas qui vous êtes.
done-removal-heard = Votre réponse est notée.
done-removal-appealed = Votre appel est noté.
me-apart = Nommer une personne qu'on ne doit pas placer avec vous, sans donner de raison.
privacy-what = Pour savoir ce que le groupe garde sur vous, le corriger ou le faire effacer.
incident-new-lead = Quelques questions. Écrivez ce que vous savez, sans aucun nom : ni la personne touchée, ni qui s'est trompé.
incident-people-hint = Laissez vide si on ne le sait pas encore.
incident-risk-later = Vous pouvez répondre maintenant, ou laisser ça à qui tient le mandat.
incident-q-misuse-hint = Pensez à qui a pu voir ces renseignements.
incident-write-it = Écrivez-le en quelques mots
incident-say-why = Dites pourquoi, en une phrase
incident-part-of-people = Écrivez un nombre qui ne dépasse pas celui des personnes touchées
incident-public-notice-hint = Si on ne peut pas joindre les gens autrement : dites pourquoi.
incident-choose-close = Choisissez une des deux réponses
incident-assess-first = Répondez d'abord aux trois questions sur le risque
incident-tell-first = Le risque est sérieux : notez d'abord quand la Commission et les personnes ont été avisées
incident-changed-meanwhile = Quelqu'un a changé cette fiche entre-temps. Relisez-la avant d'enregistrer
incident-letters-text = Des brouillons, remplis avec cette fiche. Relisez-les avant de les envoyer.
incident-letter-lead = Un brouillon. Sur l'enveloppe, n'écrivez pas le nom du groupe.
letter-person-title = Au sujet de vos renseignements personnels
letter-person-opening = Des renseignements sur vous ont été touchés par un incident. Voici ce qu'on sait.
letter-you-can = Ce que vous pouvez faire
letter-you-can-text = Méfiez-vous des appels et des messages inattendus. Vous pouvez demander tout ce que le groupe garde sur vous.
data-no-contact = Vos distances
data-measures = Mesures qui vous concernent
data-removals = Exclusions qui vous concernent
data-removals-begun = Exclusions que vous avez demandées
## Ways in and ways back

door-card-unknown = Ces mots n'ouvrent rien ici. Écrivez les quatre mots, puis vérifiez-les. Un code sert une seule fois
lost-lead = Ça arrive. Des membres qui vous connaissent peuvent vous aider.
lost-how-words = Vous écrivez votre nom. On vous donne quatre mots.
lost-how-say = Vous dites ces mots à des membres, de vive voix. Ces personnes disent : « c'est bien elle » ou « c'est bien lui ».
lost-how-in = Vous revenez ici et vous choisissez une nouvelle phrase de passe.
lost-this-browser = Gardez ce navigateur : la demande se termine ici. La sortie rapide l'efface.
back-title = Votre demande
back-words = Vos quatre mots
back-words-say = Dites-les à voix haute, au téléphone ou en personne. Pas par écrit.
back-waits = Assez de personnes ont confirmé. Revenez à partir de ce moment : { $at }.
back-waits-why = Ce délai laisse le temps de dire non, si la demande ne venait pas de vous.
back-code-text = À deux dans le groupe, il faut aussi un code de votre carte.
back-nothing-read = Les personnes qui confirment ne voient rien de votre place.
back-ready = Votre place vous attend
back-ready-then = Choisissez une nouvelle phrase de passe. Vos anciens moyens d'entrer se ferment.
refusal-title = Une demande pour votre place
refusal-lead = Quelqu'un demande à entrer à votre place. Si c'est vous, ne faites rien.
refusal-done-lead = Personne n'entre à votre place.
refusal-done-then = Parlez-en à quelqu'un du groupe, si vous voulez.
recovery-about-you = Quelqu'un demande à entrer à votre place. Vous êtes ici : vous pouvez dire non.
recovery-lead = Demande faite { $at }. Vous pouvez dire oui, dire un doute, ou ne rien faire.
recovery-yours = Vous avez confirmé.
recovery-vouch-text = Appelez { $name }, ou allez à sa rencontre. Demandez les quatre mots, de vive voix. Par écrit, ça ne compte pas.
recovery-heard = Comment l'avez-vous su ?
recovery-by-voice-hint = Vous connaissez cette voix.
recovery-free = Vous pouvez ne rien faire. Personne ne demandera pourquoi.
recovery-paper-text = À dire ou à remettre à { $name } : quelqu'un demande à entrer à votre place. Demande faite { $at }.
recovery-paper-no = Si ce n'est pas vous, entrez comme d'habitude, ou dites-le à quelqu'un du groupe. Tout s'arrête.
recovery-say-how = Dites comment vous l'avez su
recovery-words-wrong = Ce ne sont pas les mots de cette demande. Faites-les répéter
recovery-vouched-already = Vous avez déjà confirmé
recovery-code-wrong = Ce code n'est pas bon ici. Vérifiez chaque mot
recovery-not-yet = Le moment n'est pas venu. Regardez où ça en est
recovery-too-soon = Le délai court encore. Revenez à partir de ce moment : { $at }
recovery-vouched-often = Vous avez confirmé { $count } fois en 30 jours. Laissez la place à quelqu'un d'autre
done-doubted = Votre doute est noté. La demande attend.
devices-title = Vos appareils
devices-lead = Où votre place est ouverte, et les jours où elle s'est ouverte.
devices-own = Appareil à vous
devices-closed = Fermées par votre cercle
devices-closed-by = { $name } a fermé toutes vos sessions, { $at }.
devices-days-text = On les garde 30 jours, pour vous seulement : le jour, et si l'appareil est partagé ou non.
devices-vouchers = Qui a confirmé que c'était vous
me-circle-text = Des membres qui vous aident à revenir.
my-card-title = Votre carte pour entrer
my-card-left-title = Votre carte d'aujourd'hui
my-card-keep = Gardez-la comme une clé. Le nom du groupe n'est pas dessus.
my-card-shown = La page reste visible 15 minutes. Imprimez-la, ou recopiez les mots.
my-card-gone = Cette page n'est plus visible. Faites une nouvelle carte.
my-card-write = Écrivez un code de la liste
my-card-strike = Barrez-le : il ne sert qu'une fois
my-card-printed = Imprimée le { $day }. Gardez-la comme une clé. Déchirez-la quand tous les codes sont barrés.
circle-title = Votre cercle de retour
circle-lead = Des membres qui peuvent vous aider à revenir, si vous perdez tout.
circle-mine = Les personnes de votre cercle
circle-enough = Votre cercle est prêt.
circle-ask-text = La personne peut dire non, sans raison. Vous verrez seulement que la place est libre.
circle-choose = Choisissez une personne de la liste
circle-full = Gardez { $max } personnes au plus dans votre cercle
circle-others = Les cercles de retour où vous êtes
circle-asks-you = Vous demande d'être dans son cercle de retour. Vous pouvez dire non, sans raison.
circle-close-text = Son téléphone est perdu ? Vous pouvez fermer toutes ses sessions. Vous ne verrez rien de sa place.
done-circle-yes = Merci. Vous êtes dans ce cercle.
mail-way-back-first = Quelqu'un demande à entrer à votre place. C'est vous ? Ne faites rien.
mail-circle-asked-first = Quelque chose vous attend. Vous pouvez le lire, ou ne rien faire.
back-asked = La demande attend que des personnes vous reconnaissent.
back-how-many = Il faut deux personnes du cercle choisi d'avance. Sinon, trois membres qui vous voient en vrai.
back-delay = Après la dernière confirmation, le délai est de trois jours. Sept jours si quelqu'un est entré récemment dans votre place, ou si vous avez un mandat.
card-takes-two-text = Cette personne est entrée sur papier. Pour que personne ne prenne sa place, une autre personne du groupe signe avec vous.
asked-rules-text = En entrant, vous dites oui à ces règles. Une fois membre, vous pouvez proposer de les changer, comme tout le monde.
mail-access-changed-first = Vos moyens d'entrer ont changé. C'est vous ? Ne faites rien.
mail-access-changed-then = Ce n'est pas vous ? Parlez-en à quelqu'un du groupe.

## Asking to join, and being admitted

door-ask = Vous n'êtes pas encore { $member } ?
ask-lead-invited = Quelqu'un vous invite dans ce groupe. Il faut une seule chose : un nom.
ask-questions = Le groupe pose ces questions. Vous pouvez n'en remplir aucune.
ask-ally = Vous voulez venir comme personne alliée ?
ask-described = Ce que vous faites avec le groupe
ask-described-hint = Le groupe le lira à côté de votre nom.
ask-then-link = Vous recevez un lien et quatre mots, sur la page suivante. Aucun courriel n'est nécessaire.
ask-then-act = Quand le groupe dit oui, vous entrez vous-même. Personne n'entre à votre place.
ask-next-open = Après une visite, une personne du groupe note que cette visite a eu lieu. Alors vous pouvez entrer.
ask-next-co-signers = { $count ->
    [one] Une personne du groupe signe. Alors vous pouvez entrer.
   *[other] { $count } personnes du groupe signent. Alors vous pouvez entrer.
}
ask-reads = Votre nom et vos réponses : les { $members }.
ask-reads-invited = La personne qui vous invite signe la première, quand elle le peut.
ask-too-many = Trop de demandes attendent en ce moment. Passez nous voir, ou réessayez dans quelques jours.
ask-gone = Ce lien n'ouvre plus rien. Si vous êtes déjà { $member }, entrez par la porte. Sinon, vous pouvez demander de nouveau.
ask-decided-already = Le groupe a déjà répondu à votre demande
asked-title = Votre demande
asked-lead-admitted = Le groupe vous dit bienvenue. Votre place vous attend.
asked-said = Le groupe vous écrit
asked-good-until = Votre place vous attend jusqu'au { $at }.
asked-waits-meeting = Vous pouvez aussi venir nous rencontrer. Le lieu et l'heure s'écrivent ici.
asked-waits-answer = Trente jours ont passé. Le groupe vous doit une réponse écrite. Elle viendra ici.
asked-words = Vos quatre mots
asked-words-text = Notez-les sur papier. Avec eux, vous revenez à cette page.
asked-link = Ou gardez cette adresse pour vous :
asked-withdraw = Reprendre votre demande
asked-withdraw-text = Sans dire pourquoi. Tout ce que vous avez écrit est effacé.
asked-again = Vous pouvez demander de nouveau, dès maintenant.
done-ask-withdrawn = Votre demande est reprise. Rien n'en reste ici.
join-ask-first = Cette invitation sert à demander. Ouvrez-la pour envoyer votre demande.
join-not-yet = Le groupe n'a pas encore répondu. Votre page vous le dira.
asking-none-text = Vous pouvez inviter quelqu'un, ou remettre la feuille de papier.
asking-words = Vos mots
asking-words-hint = Cette personne les lit avec son lien. Signez de votre nom, si vous voulez.
asking-words-missing = Écrivez quelques mots
asking-now-welcomers = Vous pouvez proposer un lieu et une heure pour se voir.
asking-now-everybody = Sept jours ont passé. Vous pouvez proposer un lieu et une heure pour se voir.
done-asking-written = Vos mots sont sur sa page.
done-asking-closed = Votre réponse est sur sa page. La demande est fermée.
admit-by-decision = La charte laisse cette décision au groupe : écrivez une proposition
admit-newcomer = Vous êtes ici depuis peu. Vous pourrez signer à partir du { $at }
admit-signed-enough = Chaque personne signe pour deux personnes en trente jours. Vous pourrez signer de nouveau à partir du { $at }
admit-grew-enough = Le groupe a accueilli assez de monde ce mois-ci. Signez de nouveau à partir du { $at }
paper-enter-text = La personne l'a signée. Vous la recopiez, puis vous lui rendez sa feuille. Votre signature compte comme la première.
paper-needs-signature = Cochez, si la feuille est signée
at-request-lead = Faites seulement ce que cette personne vous a demandé. Elle reçoit un reçu sur papier.
at-request-yes-text = Lisez-lui chaque phrase. Cochez ce à quoi elle dit oui.
at-request-pause-text = Elle garde sa place et son vote. On n'avertit personne : gardez-le pour vous.
at-request-until-hint = Laissez vide si elle dira elle-même quand.
at-request-choose-channel = Dites comment elle l'a demandé
at-request-done = Fait à votre demande
receipt-by = Fait à votre demande, par : { $by }
receipt-yes = Vos oui
receipt-name = Votre nom
receipt-pause = Votre pause
receipt-back = Votre retour de pause
receipt-contact = Un moyen de vous joindre
receipt-change = Vous pouvez changer d'idée quand vous voulez. Dites-le à une personne du groupe.
me-hers = À vous de choisir
yes-be-welcomed-hint = On vous propose deux personnes pour trouver vos repères, pendant trois mois.
yes-welcome-others-hint = Votre nom est proposé aux personnes qui arrivent. Vous voyez aussi qui demande à venir.
yes-printed-list-hint = Une feuille peut se perdre. Sans votre oui, votre nom n'y est pas.
yes-free = Vous n'avez rien à expliquer. Ça vaut dès la page suivante.
done-yes = Vos réponses sont gardées.
printed-list-foot = Ne collez pas cette feuille au mur. Déchirez-la après.
call-lead = Votre prénom, une initiale, ou un autre nom. Tout le monde vous voit sous ce nom.
call-hint = Le nom que vous voulez.
call-kept = Le nom d'avant n'est plus gardé. Le registre dit que vous avez changé de nom, sans dire lequel.
done-name = Votre nom est changé.
pair-lead = Elles connaissent la maison. Vous changez quand vous voulez.
pair-now = Elles vous accueillent
pair-whom = Qui voulez-vous ?
pair-choose = Choisissez une ou deux personnes de la liste
pair-nobody = Personne ne s'est proposé pour l'instant. Demandez au groupe, en personne.
pair-welcomed = Vous accueillez
done-pair = C'est noté. Allez leur dire bonjour.
kept-consents = Vos oui
kept-consents-why = Pour ne faire que ce à quoi vous avez dit oui.
kept-at-request = Ce qu'une autre personne a fait à votre demande
kept-at-request-why = Pour que vous sachiez qui l'a fait.
data-described = Ce que vous dites de vous
data-at-request = Fait à votre demande, ou par vous pour une autre personne
data-applications-written = Demandes à venir que vous avez écrites pour quelqu'un
data-applications-signed = Demandes à venir que vous avez signées
data-came-in = Les jours où votre place s'est ouverte
data-address-changes = Quand votre adresse de courriel a changé
data-cards-for-me = Cartes faites pour vous
data-sign-in-links = Liens pour entrer qui attendent dans votre courriel
data-card-codes = Votre carte de codes
data-circle = Votre cercle de retour
data-circle-of = Les cercles de retour dont vous faites partie
data-mandate-note = Vos notes pour la suite
data-consents = Vos oui
data-pair-whose = Votre rôle
data-vouched-for-me = Qui a confirmé que c'était vous
data-vouched-by-me = Pour qui vous avez confirmé
data-recoveries = Demandes pour revenir à votre place
error-excluded = Le groupe a décidé une exclusion, jusqu'à une date. Vos données, elles, restent à vous : elles sont sur la page « Moi ».
at-request-for-you = Pour vous
at-request-by-you = Par vous, pour une autre personne
pair-you-are-welcomed = On vous accueille
pair-you-welcome = Vous accueillez
power-leave-measure = finir une médiation ou un plan de retour qui vous concerne
measures-leave-text = Une médiation ou un plan de retour tient par le oui de chaque personne concernée. Vous pouvez y mettre fin, sans donner de raison. Ça finit alors pour tout le monde.
legal-logged = Le registre des décisions dit que vous l'avez lu aujourd'hui.
