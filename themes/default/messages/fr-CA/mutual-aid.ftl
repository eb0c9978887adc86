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
