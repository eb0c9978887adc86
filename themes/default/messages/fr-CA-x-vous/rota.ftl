# Chacun son tour : ce qui se dit autrement à qui l'on vouvoie.

rota-not-other-kind = Vous n'avez pas dit oui à ce genre de choses
rota-not-other-hours = Ce n'est pas dans vos heures
rota-not-away = Vous n'êtes pas là à ce moment
rota-not-overlap = Vous avez déjà autre chose à cette heure
rota-not-too-soon = C'est trop près d'autre chose : votre temps de repos est plus long
rota-not-enough-day = Vous donnez déjà ce que vous vouliez ce jour-là
rota-not-enough-week = Vous donnez déjà ce que vous vouliez cette semaine-là
rota-not-enough-month = Vous donnez déjà ce que vous vouliez ce mois-là
rota-because-listening = Vous avez dit oui à l'écoute
rota-because-visit = Vous avez dit oui aux visites
rota-because-circle = Vous avez dit oui à des coups de main
rota-because-activity = Vous avez dit oui à des tâches d'activité
rota-because-kitchen = Vous avez dit oui à la cuisine
rota-because-monday = Vous avez dit oui au lundi
rota-because-tuesday = Vous avez dit oui au mardi
rota-because-wednesday = Vous avez dit oui au mercredi
rota-because-thursday = Vous avez dit oui au jeudi
rota-because-friday = Vous avez dit oui au vendredi
rota-because-saturday = Vous avez dit oui au samedi
rota-because-sunday = Vous avez dit oui au dimanche
rota-because-per-day = { $number ->
    [one] Vous avez dit : une fois par jour au plus
   *[other] Vous avez dit : { $number } fois par jour au plus
}
rota-because-per-week = { $number ->
    [one] Vous avez dit : une fois par semaine au plus
   *[other] Vous avez dit : { $number } fois par semaine au plus
}
rota-because-per-month = { $number ->
    [one] Vous avez dit : une fois par mois au plus
   *[other] Vous avez dit : { $number } fois par mois au plus
}
rota-because-wished = La personne aimerait que ce soit vous
