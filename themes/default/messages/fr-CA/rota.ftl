# Chacun son tour : ce que tu donnes, ce qui t'est proposé, une place à prendre.

## Pourquoi pas : tes propres limites. Personne d'autre ne lit ces phrases.

rota-not-other-kind = Tu n'as pas dit oui à ce genre de choses
rota-not-other-hours = Ce n'est pas dans tes heures
rota-not-away = Tu n'es pas là à ce moment
rota-not-overlap = Tu as déjà autre chose à cette heure
rota-not-too-soon = C'est trop près d'autre chose : ton temps de repos est plus long
rota-not-enough-day = Tu donnes déjà ce que tu voulais ce jour-là
rota-not-enough-week = Tu donnes déjà ce que tu voulais cette semaine-là
rota-not-enough-month = Tu donnes déjà ce que tu voulais ce mois-là

## Une place à prendre

rota-cover-covered = C'est fait, merci : quelqu'un a dit oui
rota-cover-called-off = On ne cherche plus personne. Merci quand même
rota-cover-began = C'est déjà commencé

## Pourquoi on te propose ceci

rota-because-listening = Tu as dit oui à l'écoute
rota-because-visit = Tu as dit oui aux visites
rota-because-circle = Tu as dit oui à des coups de main
rota-because-activity = Tu as dit oui à des tâches d'activité
rota-because-kitchen = Tu as dit oui à la cuisine
rota-because-monday = Tu as dit oui au lundi
rota-because-tuesday = Tu as dit oui au mardi
rota-because-wednesday = Tu as dit oui au mercredi
rota-because-thursday = Tu as dit oui au jeudi
rota-because-friday = Tu as dit oui au vendredi
rota-because-saturday = Tu as dit oui au samedi
rota-because-sunday = Tu as dit oui au dimanche
rota-because-per-day = { $number ->
    [one] Tu as dit : une fois par jour au plus
   *[other] Tu as dit : { $number } fois par jour au plus
}
rota-because-per-week = { $number ->
    [one] Tu as dit : une fois par semaine au plus
   *[other] Tu as dit : { $number } fois par semaine au plus
}
rota-because-per-month = { $number ->
    [one] Tu as dit : une fois par mois au plus
   *[other] Tu as dit : { $number } fois par mois au plus
}
rota-because-wished = La personne aimerait que ce soit toi
