# Only what differs when the group says "vous".

list-votes-none = Aucun vote ouvert. Une idée trotte dans votre tête ?
list-drafts = Vos brouillons
vote-waits = Votre vote est attendu
new-lead = Choisissez une seule réponse. Vous pourrez la changer plus tard.
new-choose = Choisissez une réponse
new-draft = Votre texte est gardé comme brouillon. Personne d'autre que vous ne le voit.
new-idea = Quelle est votre idée ?
new-step-idea = Votre idée, et pourquoi.
write-over-draft = Votre brouillon
write-lead = Écrivez avec vos mots. Des phrases courtes aident tout le monde.
write-theirs = Le texte a changé pendant que vous écriviez
write-theirs-hint = Voici le texte gardé. Le vôtre est plus bas. En l'envoyant, vous remplacez celui-ci.
write-holder-hint = Demandez d'abord à cette personne si elle veut.
write-choose-holder = Choisissez une personne
proposal-title-missing = Écrivez un titre
proposal-summary-missing = Écrivez pourquoi, en mots simples
proposal-other-weight = Ce choix suit d'autres délais. Faites plutôt une nouvelle proposition
proposal-moved-on = Cette proposition a avancé entre-temps. Relisez la page.
proposal-changed-meanwhile = Quelqu'un a changé ce texte entre-temps. Comparez les deux.
authors-lead = Qui écrit avec vous voit le brouillon et peut le changer.
authors-other-hint = Demandez-lui d'abord.
proposal-choose-member = Choisissez une personne
proposal-last-author = Il ne reste que vous. Vous pouvez jeter le brouillon, ou retirer la proposition.
step-back-hint = Les autres continuent. Votre nom n'y sera plus.
delete-with-others = Il disparaît aussi pour les personnes qui l'écrivent avec vous.
done-draft-kept = Votre brouillon est gardé.
done-stepped-back = Votre nom n'y est plus.
done-proposal-sent = Votre proposition est envoyée au groupe.
second-done = Vous l'appuyez.
proposal-seconded-already = Vous l'appuyez déjà.
done-seconded = Vous appuyez cette proposition.
yours-title = Votre proposition
yours-hint = Vous pouvez la changer tant qu'on en parle.
withdraw-with-others = Elle est retirée aussi pour les personnes qui l'ont écrite avec vous.
talk-none-yet = Rien pour le moment. Les premiers mots peuvent être les vôtres.
talk-choose = Choisissez une réponse
talk-words = Vos mots
talk-words-hint = Tout le groupe les lira, avec votre nom.
answer-words = Votre réponse
said-title = Vos mots
said-rephrase-hint = Le groupe verra que vos mots ont changé.
said-take-back = Retirer vos mots
contribution-missing = Écrivez quelques mots
done-said = Vos mots sont ajoutés.
done-rephrased = Vos mots sont changés.
done-words-taken-back = Vos mots sont retirés.
so-far-hint = Tout le groupe le lira, avec votre nom.
so-far-changed-meanwhile = Quelqu'un a écrit pendant que vous écriviez. Vos mots sont gardés. Comparez-les avec les siens, puis envoyez de nouveau.
passage-text-changed = Le texte a changé entretemps. Regardez de nouveau, puis choisissez.
vote-title = Votre vote
vote-choice = Votre choix
vote-open-until = Vous pouvez voter jusqu'au { $at }, et changer d'avis d'ici là.
vote-until = Vous pouvez changer d'avis jusqu'au { $at }.
vote-free = Vous pouvez aussi ne pas voter.
vote-reason = Votre raison
vote-unsigned-hint = Le groupe lira la raison sans votre nom. Il lira quand même ce que vous avez voté. Si personne d'autre ne vote comme vous, il devinera.
vote-pending = Votre vote n'est pas encore envoyé.
vote-change-pending = Votre nouveau choix n'est pas encore envoyé.
vote-sent = Votre vote est envoyé
vote-sent-as = Votre vote est envoyé : { $choice }.
vote-not-on-roll = Votre nom n'est pas sur la liste de ce vote. Elle s'est faite à l'ouverture.
vote-first = Vous pourrez voter à partir du { $at }.
ballot-choose = Choisissez une réponse
ballot-not-on-roll = Votre nom n'est pas sur la liste de ce vote.
ballot-too-late = Le vote a fini le { $closed }. Votre choix n'est pas compté.
done-voted = Votre vote est envoyé.
copy-print = Cette page s'imprime telle quelle, avec le menu de votre navigateur.
register-head-hint = Ils résument le registre jusqu'à l'inscription no { $seq }. Les mêmes mots chez vous et ailleurs : le même passé.
register-take-hint = Un fichier complet, à garder où vous voulez.
verify-words-2 = Appelez quelqu'un d'autre du groupe. Lisez chacun vos huit mots.
verify-file-1 = Prenez une copie :
mail-news-why = Vous recevez ce courriel parce que vous l'avez choisi.
verify-proves-2 = Les textes du groupe y sont, mot à mot, avec les noms que les gens y ont écrits. Gardez la copie dans un endroit sûr.
write-until-hint = Choisissez le dernier jour, au plus tard le { $day }.
write-trial-until-hint = Choisissez le dernier jour, dans deux ans au plus. Ce jour-là, on se repose la question.

## Recalls and readings
hearing-label = Vos mots
hearing-hint = Si vous voulez. Ils restent à côté de la proposition, à la même taille.
data-hearing = Ce que vous avez dit quand un vote vous concernait
data-hearing-words = Vos mots
## Hard times

write-measure-lead = Une mesure finit d'elle-même. Parlez d'abord à la personne concernée.
write-measure-between-hint = Pour une médiation. Demandez-leur avant.

## Admitting by a decision

write-choose-applicant = Choisissez une personne de la liste
write-admit-no-name = N'écrivez pas le nom de la personne dans le texte : il resterait. L'outil le montre à côté, le temps qu'il faut.
write-choose-measure = Choisissez la mesure

## Votes secrets

secret-hint = Aucun membre ne lit ce choix avec votre nom, ni maintenant ni plus tard.
secret-in-urn = Votre bulletin est dans l'urne
secret-again = Vous pouvez voter de nouveau jusqu'au { $at }. Le dernier bulletin compte.
ballot-secret = Ce vote est devenu secret. Ouvrez la page du vote pour mettre un bulletin dans l'urne.
ballot-number-yours = Le numéro de votre bulletin
ballot-number-copy = Copiez-le sur un papier si vous voulez. Il ne se montre qu'une fois.
ballot-number-what = Après la fermeture, ce numéro vous dit que votre bulletin a été compté. Il ne dit pas ce que vous avez choisi.
look-up-no-then = Vérifiez chaque signe. Si vous avez voté deux fois, c'est le dernier numéro qui compte. Si le vote a recommencé, les numéros d'avant ne valent plus. Si le numéro est le bon, parlez-en au groupe : le compte est à revoir.
ballot-number-wrong = Écrivez les vingt signes du numéro
secrecy-you-asked = Vous avez demandé un vote secret. Il manque encore des demandes.
ballot-begins-anew = Le vote est en train de recommencer. Rien n'a été mis dans l'urne. Essayez de nouveau dans un instant.
secrecy-asked-already = Vous l'avez déjà demandé.
limits-beside = Quelqu'un à côté de vous peut voir votre écran.
limits-swap = Le numéro montre que votre bulletin est compté. Il ne prouve pas ce qu'il dit : c'est exprès, pour que personne ne vous force à le montrer.

# Ways to decide.
methods-lead = Chaque manière tient en une phrase. Prenez la plus simple qui convient.
method-consent-how = Pouvez-vous vivre avec cette proposition ?
method-gradients-how = Jusqu'où suivez-vous cette idée ?
method-sense-how = Qu'en pensez-vous, à première vue ?
question-decides-nothing = Une consultation ne décide rien : rien ne peut en suivre. Choisissez une autre manière, ou enlevez ce qui devrait se passer
method-approval-how = Cochez tout ce qui vous convient
method-dates-how = Pouvez-vous venir ?
method-equal-shares-how = Cochez tout ce que vous voudriez acheter
method-schulze-how = Donnez la place 1 à ce que vous préférez, 2 à ce qui vient après
method-stv-how = Donnez la place 1 à votre premier choix, 2 au suivant. Deux noms ne peuvent pas avoir la même place
method-ranked-pairs-how = Donnez la place 1 à ce que vous préférez, 2 à ce qui vient après
method-irv-how = Donnez la place 1 à ce que vous préférez, 2 à ce qui vient après
method-borda-how = Donnez la place 1 à ce que vous préférez, 2 à ce qui vient après
question-two-options = Écrivez au moins deux possibilités, une par ligne
question-too-many-options = Écrivez { $most } possibilités au plus
question-option-empty = Ligne { $line } : écrivez au moins un mot
question-option-date = Ligne { $line } : écrivez la date comme 2027-05-08 13:30
question-option-cost = Ligne { $line } : écrivez le coût à la fin, comme 120,50
question-seats = Écrivez un nombre entre 1 et { $most }
question-people = Écrivez un nombre entre 1 et 1000
question-budget = Écrivez une somme, comme 400 ou 400,50
ballot-unreadable = Ce bulletin ne se lit pas. Recommencez, s'il vous plaît
ballot-place-twice = Deux noms ont la même place. Donnez une place différente à chacun
ballot-objection-short = Écrivez quel tort cette proposition ferait, et ce qui aiderait : au moins { $least } signes
## Amendments

amendment-text-changed = Le texte a changé pendant que vous écriviez. Vos mots sont gardés. Comparez-les avec ceux d'aujourd'hui.
amendment-one-at-a-time = Vous avez déjà un amendement ici, le { $number }. Retirez-le, ou attendez sa fin.
amendment-would-lose-its-words = L'amendement { $number } a des appuis, et porte sur ces mots. Gardez-les : le groupe va voter
amendment-changes-nothing = Changez au moins un mot
amendment-leaves-nothing = Laissez au moins une phrase dans le résumé
amendment-choose-place = Choisissez un passage
amendment-not-revised = Un amendement ne se réécrit pas. Retirez-le, puis proposez d'autres mots.
amend-words-hint = Changez ce qu'il faut. Si vous effacez tout, le passage disparaît.
yours-amendment-hint = Vous pouvez retirer cet amendement tant qu'on en parle.
done-amendment-sent = Votre amendement est envoyé au groupe.
## Le temps d'un vote, et ce qui vient après

extension-you-asked = Vous avez demandé plus de temps. Il manque encore des demandes.
extension-asked-already = Vous l'avez déjà demandé.
stop-wanted = { $count ->
    [one] Il faut { $count } signature.
   *[other] Il faut { $count } signatures. La vôtre est la première.
}
stop-wanted-also = { $count ->
    [one] Il faut { $count } signature. Avec les mêmes mots, la vôtre s'ajoute aux autres.
   *[other] Il faut { $count } signatures. Avec les mêmes mots, la vôtre s'ajoute aux autres.
}
stop-reason-missing = Écrivez la raison
proposal-same-as = Le groupe a déjà dit non à ce texte : c'est la proposition { $number }. Changez quelque chose, ou attendez jusqu'au { $day }
## Voter sans écran

whose-choose = Choisissez une personne de la liste
whose-not-on-roll = Cette personne n'est pas sur la liste de ce vote. Choisissez quelqu'un d'autre
paper-ballot-how = Faites une croix dans une seule case. Sans croix, c'est un bulletin blanc.
paper-ballot-no-name = Le vote est secret. N'écrivez pas votre nom ni rien d'autre.
paper-ballot-reason = Votre raison, si vous voulez :
paper-ballot-fold = Pliez le bulletin, les mots en dedans. Mettez-le dans la boîte.
phone-what = La personne est au bout du fil. Elle vous dit son choix, et vous le notez pour elle. À la page suivante, vous le lisez à voix haute.
phone-aloud-do = Lisez à voix haute
phone-script = { $name }, sur la proposition « { $title } », vous répondez : « { $choice } ».
phone-script-reason = Votre raison : « { $reason } ».
phone-noted = Ce vote a été noté pour vous au téléphone. Si vous votez ici, votre vote prend sa place.
phone-noted-by = Noté pour vous au téléphone par { $who }
phone-not-yourself = C'est vous. Votez vous-même, sur la page du vote
phone-on-paper = Cette personne a pris un bulletin de papier. Notez d'abord qu'elle l'a rendu
on-paper-yours = Mettez-le dans la boîte avant le { $at }. Pour voter ici, rendez d'abord le bulletin à quelqu'un, qui le note.
ballot-on-paper = Vous avez pris un bulletin de papier.
paper-taken = Cette personne a déjà un bulletin de papier. Choisissez quelqu'un d'autre
paper-voted = Cette personne a déjà voté. Elle peut changer d'avis à l'écran jusqu'à la fin. Choisissez quelqu'un d'autre
tally-found = Ce que vous avez trouvé dans la boîte
tally-again = Corriger vos nombres
tally-zero = Écrivez 0 là où il n'y en a pas.
tally-noted = Vos nombres sont notés.
tally-too-many = Ça fait { $sheets } bulletins, et { $handed } ont été donnés. Recomptez
roll-noted = Votre nom s'ajoute ici quand vous lisez la liste. Tout le groupe le voit.
on-paper-what = Qui prend un bulletin de papier vote sur papier, et non à l'écran. Un bulletin se rend à une autre personne, qui le note. Mettez vos initiales sur le bulletin que vous donnez : un bulletin sans initiales est annulé.
paper-back-to-another = Rendez le bulletin à une autre personne : c'est elle qui le note

## Consent, consensus, and what passes without objection

method-consensus-how = Êtes-vous d'accord avec cette proposition ?
method-tacit-how = Avez-vous vu cette proposition ?
ballot-block-short = Écrivez en quoi cette proposition va contre le but du groupe : au moins { $least } signes
objection-closed = Ce n'est plus ouvert. Relisez la page.
objection-needs-version = Changez d'abord le texte. Ensuite, dites que la nouvelle version y répond.
block-is-yours = Ce blocage est le vôtre. Quelqu'un d'autre peut l'appuyer.
done-block-supported = Votre appui est noté.
done-block-not-supported = Votre appui est retiré.
objections-write-first = Pour répondre à une objection, changez le texte. Ensuite, vous pourrez dire ici que la nouvelle version y répond.

draw-dice-noted = Vos dés sont notés. Une autre personne doit lancer les siens.
draw-dice = Ce que montrent vos dés
draw-dice-hint = Lancez au moins trois dés. Écrivez leurs chiffres : 3 5 2.
draw-you-are-drawn = Votre nom est sorti.
draw-give-way-how = Vous pouvez laisser votre place à la personne suivante, sans dire pourquoi.
draw-give-way-seen = Le groupe verra que vous laissez votre place.
draw-names-or-things = Vous avez écrit des choses à tirer : choisissez « Des choses écrites ici », ou effacez-les
draw-title-missing = Écrivez ce qu'on tire
draw-two-entries = Écrivez au moins deux choses, une par ligne
draw-too-many = Écrivez { $most } lignes au plus
draw-seats = Écrivez un nombre entre 1 et { $most }
draw-choose-closing = Choisissez quand le tirage ferme
draw-dice-wrong = Écrivez les chiffres de { $least } dés au moins, { $most } au plus : de 1 à 6
draw-closed = Ce tirage est fermé. Lisez la page de nouveau.
draw-over = Ce tirage est fini. Lisez la page de nouveau.
draw-thrown-already = Vos dés sont déjà notés. Une autre personne doit lancer les siens.
draw-not-drawn = Votre nom n'est pas sorti, ou votre place est déjà laissée.
done-draw-name-in = Votre nom est dans le tirage.
done-draw-name-out = Votre nom n'est plus dans le tirage.
done-draw-dice = Vos dés sont notés.
done-draw-gave-way = Votre place va à la personne suivante.
write-part-hint = Vous pouvez demander plus que la charte, jamais moins. Seulement à la majorité ou par consentement.
## Finding somebody for a task, without candidates

method-election-how = Qui verriez-vous dans cette tâche ?
election-whom = Qui verriez-vous dans cette tâche ?
election-whom-hint = Vous aussi, si vous voulez. Ou une personne qui n'est pas là.
election-why-hint = Ce que cette personne fait bien. Votre raison sera lue sans votre signature, puis effacée.
election-mine = Vous avez nommé : { $name }
election-may-change = Vous pouvez changer jusqu'à la fin du tour.
election-kept = C'est noté. Vous pouvez encore changer.
election-put-hint = Choisissez le nom dont les raisons sont les plus fortes.
election-put-why-hint = Tout le monde les lira, avec votre nom. C'est effacé à la fin.
election-others-put = Vous ne pouvez pas proposer de nom maintenant. C'est aux autres de le faire.
election-said-hint = Pour une objection, il faut le dire. Lu avec votre nom, effacé à la fin.
election-answered-as = Votre réponse : { $answer }.
election-choose-answer = Choisissez une réponse
election-you = On parle de vous.
election-you-last = Vous parlez en dernier, quand les autres ont répondu. Vous pouvez dire non dès maintenant.
election-accept = C'est à vous de parler
election-public = Votre nom sera au registre du groupe.
election-decline-what = Aucune raison n'est demandée. Votre nom n'est plus ouvert, et rien d'autre n'est gardé.
election-take-back-what = Ce nom vient de vous. Si on ne sort pas de l'objection, vous pouvez le reprendre : on passe à un autre.
election-together-said = Vous l'avez dit. On attend les autres.
election-good-together = Sur papier ou par téléphone, ce n'est pas encore possible ici. Quelqu'un peut le faire avec vous.
election-say-why = Dites pourquoi, en quelques mots
election-choose-somebody = Choisissez quelqu'un
election-choose-other = Choisissez quelqu'un d'autre
election-not-oneself = Choisissez une autre personne que vous
election-put-already = Vous avez déjà proposé un nom. C'est aux autres de le faire.
election-only-named = Choisissez un nom qui a déjà été dit
election-you-speak-last = On parle de vous : vous parlez en dernier.
election-adapt-how = Écrivez ce qui s'ajoute, ou choisissez un jour
election-until-sooner = Choisissez un jour avant le { $day }
election-has-enough = Vous avez déjà autant de mandats que la charte permet. Il faudrait d'abord qu'un autre finisse.
election-held-it-long = Vous avez tenu cette tâche trois fois de suite. C'est le tour de quelqu'un d'autre.
election-cannot-hold = Ce mandat ne peut pas vous être confié maintenant.
done-election-answered = Votre réponse est notée.
done-election-declined = C'est noté. Votre nom n'est plus ouvert.
naming-lead = Dans les élections sans candidature, chaque personne peut dire n'importe quel nom. Le vôtre peut ne pas y être.
naming-hint = Votre nom ne sera pas offert dans les choix. Aucune raison n'est demandée.
naming-nobody = Vous. Aucune page ne montre cette réponse à quelqu'un d'autre, et il n'y en a aucune liste.

helper-choose = Choisissez qui aide, dans la liste
helper-herself = Choisissez une autre personne que celle du bulletin
helper-no-paper = Cette personne n'a pas de bulletin de papier. Notez d'abord qu'il est donné
paper-ballot-help = Vous pouvez choisir quelqu'un pour le remplir avec vous. Dites son nom à qui vous donne ce bulletin, qui le note.
tally-helped = Vous avez aidé quelqu'un à remplir son bulletin de ce vote. D'autres personnes comptent le papier

write-quorum-hint = Vous pouvez demander plus que la charte, jamais moins. S'il manque des votes, ce n'est pas adopté.
paper-options-call = Ce papier est à vous. Pendant le vote, lisez-le à quelqu'un du groupe, au téléphone ou en face : cette personne vous relit votre réponse, puis la note quand vous dites oui.
paper-not-here = Ici, une objection porte un nom : il n'y a pas de bulletin sans nom. Remplissez la feuille de la proposition. Lisez-la ensuite à quelqu'un du groupe, au téléphone ou en face : cette personne vous relit votre réponse, puis la note.
paper-ballot-how-word = Faites une croix dans une seule case. Sans croix, ou avec plusieurs, le bulletin est annulé.
tally-other-sheet = Cette feuille a changé entre-temps, sur une autre page. Regardez votre liste.
tally-sheets-how = Si les feuilles n'ont pas de numéro, écrivez-en un au crayon sur chacune : 1, 2, 3. Ne changez pas ceux qui y sont. Lisez-les dans cet ordre, sans montrer votre écran à l'autre personne.
tally-sheet-empty = Si rien n'est écrit dessus, laissez tout vide. Si ça ne suit pas la consigne, ou s'il n'y a pas d'initiales, c'est une feuille qu'on ne peut pas lire.
tally-read = Vos feuilles
tally-noted-sheets = Vos feuilles sont notées.
paper-ballot-dates = Faites une croix pour chaque date. Sans croix, c'est non.
block-noted-by-you = Vous avez noté ce blocage au téléphone. C'est à une autre personne de l'appuyer.
tally-say-sure = Cochez d'abord que c'est bien tout
phone-script-at-once = Le groupe le lit tout de suite, avec votre nom.
paper-naming-then = Gardez ce papier. Quelqu'un du groupe peut l'écrire avec vous, à un écran : vous entrez avec votre carte.
