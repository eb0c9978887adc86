# Only what differs when the group says "vous".

today-count = { $count ->
    [one] Une chose vous concerne. Rien n'est obligatoire.
   *[other] { $count } choses vous concernent. Rien n'est obligatoire.
}
today-for-you = Ce qui vous concerne
today-vote = Un vote vous attend
today-nothing = Rien ne vous demande aujourd'hui.
today-first-vote = Votre premier vote
today-first-vote-when = Vous pourrez voter à partir du { $day }.
today-first-vote-talk = D'ici là, vous pouvez déjà proposer, appuyer et discuter.
today-circle = On vous demande d'être dans un cercle de retour
today-start = Pour commencer, si vous voulez
today-start-text = À votre rythme. Rien n'est obligatoire, et personne ne note ce que vous lisez.
today-start-yes = Ce que vous acceptez, et ce que vous n'acceptez pas
today-start-pair = Choisir deux personnes pour vous accueillir
today-recall = Le groupe parle de reprendre un mandat que vous tenez
today-recall-do = Lire, et dire ce que vous voulez dire
today-removal = Une exclusion vous concerne
today-removal-do = Lire, et dire ce que vous voulez dire
today-suspended = Un mandat que vous tenez est suspendu
today-phone = Un vote a été noté pour vous au téléphone
today-call-read = Un message vous attend.
