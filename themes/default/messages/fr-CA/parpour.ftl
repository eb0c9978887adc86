# Ce que dit le programme dans un terminal.
cli-ready = Parpour est prêt : { $address }
cli-kept-in = Tout est gardé dans { $place }
cli-kept-in-postgres = Tout est gardé dans PostgreSQL.
cli-mail-in-files = Pas de serveur de courriel. Les courriels sont déposés dans { $place } (voir --smtp).
cli-found-here =
    Pour fonder un groupe, ouvrir ce lien. Il sert une fois, pendant 30 jours :
      { $link }
cli-how-to-stop = Pour arrêter : Ctrl+C
cli-demo-preparing = Le groupe inventé se prépare. Rien n'est gardé.
cli-demo-progress = { $percent } % du récit est raconté
cli-demo-ready =
    La démonstration est prête : { $address }
    Pour entrer, choisir une personne :
cli-demo-mail = Les courriels sont déposés dans { $place }
cli-verify-sound =
    Le registre tient : { $entries } inscriptions, { $withdrawn } corps retirés.
    Tête nº { $seq } : { $words }
    { $hash }
cli-verify-bad-entry = Le registre ne tient pas. Première inscription changée : nº { $seq } ({ $reason })
cli-verify-damaged = Le fichier est abîmé ou n'est pas un registre exporté : { $reason }
cli-fault-form = la ligne n'a pas la forme d'une inscription
cli-fault-sequence = son numéro ne suit pas celui d'avant
cli-fault-group = elle vient d'un autre groupe
cli-fault-link = son lien avec celle d'avant est rompu
cli-fault-time = son heure est avant celle de l'inscription précédente
cli-fault-hash = son empreinte n'est pas la sienne
cli-fault-unproven-body = rien ne lie ce corps à l'inscription
cli-fault-missing-body = son corps manque
cli-fault-body = son corps n'est pas celui qui a été inscrit
cli-damage-form = ce n'est pas l'archive d'un registre, ou pas toute
cli-damage-files = un fichier manque ou est de trop
cli-damage-checksum = un fichier autre que le registre a changé
cli-verify-unreadable = Le fichier { $file } ne se lit pas : { $error }
cli-check-store = Les données s'ouvrent : { $place }
cli-check-nothing = Il n'y a pas de données dans { $place }. Vérifier --data, ou démarrer une première fois avec serve.
cli-check-store-bad = Les données ne s'ouvrent pas : { $error }
cli-check-schema-old = La forme des données n'est pas à jour ({ $steps } étapes manquent). Démarrer une fois avec serve la met à jour.
cli-check-integrity = La base de données est saine.
cli-check-integrity-bad = La base de données a un défaut : { $error }
cli-check-groups-bad = La liste des groupes ne se lit pas : { $error }
cli-check-register = Le registre du groupe { $group } tient ({ $entries } inscriptions).
cli-check-register-bad = Le registre du groupe { $group } ne tient pas : { $error }
cli-check-web = Les pages sont prêtes pour { $address }
cli-check-web-bad = Les pages ne peuvent pas s'afficher : { $error }
cli-check-mail = Le serveur de courriel répond.
cli-check-mail-bad = Le courriel ne part pas : { $error }
cli-check-mail-unwilling = Le serveur de courriel répond, mais ne veut pas de nous.

cli-count-refused = { $file } est refusé, { $place } : { $reason }
cli-count-at-line = ligne { $line }, colonne { $column }
cli-count-at-field = champ { $field }
cli-count-at-ballot = bulletin nº { $number }
cli-count-at-file = le fichier entier
cli-count-at-line-alone = ligne { $line }
cli-count-reason-form = ce n'est pas un fichier de bulletins bien écrit (« { $said } »)
cli-count-reason-unreadable = le fichier ne se lit pas (« { $said } »)
cli-count-reason-too-large = le fichier dépasse { $most } octets
cli-count-reason-not-this-format = le format n'est pas { $format }
cli-count-reason-missing = c'est obligatoire, et ça manque
cli-count-reason-not-with-this-method = ça ne va pas avec cette méthode
cli-count-reason-no-option = il n'y a aucune possibilité
cli-count-reason-too-many-options = il y a plus de { $most } possibilités
cli-count-reason-option-twice = la possibilité « { $option } » y est deux fois
cli-count-reason-unknown-option = il n'y a pas de possibilité « { $option } »
cli-count-reason-not-all-options = chaque possibilité doit y être une fois, et une seule
cli-count-reason-not-between = il faut un nombre de { $least } à { $most }
cli-count-reason-not-a-part = il faut [p, q], avec p de 1 à q
cli-count-reason-fewer-than-ballots = il y a plus de bulletins que ça
cli-count-reason-cost-of-zero = une possibilité coûte 0
cli-count-reason-wrong-kind = cette méthode demande « { $asked } », et non « { $given } »
cli-count-reason-points-over-max = { $score } points, c'est plus que le maximum de { $max }
cli-count-reason-tied-tier = avec cette méthode, deux possibilités ne peuvent pas être à égalité sur un bulletin
cli-count-reason-empty-tier = un rang est vide
cli-count-reason-option-twice-in-ballot = une possibilité y est deux fois
cli-count-reason-too-many-ballots = il y a plus de { $most } bulletins
cli-count-reason-too-many-ties = il faut un ordre tiré au sort d'avance : les égalités peuvent se régler de trop de façons
cli-count-reason-line-form = cette ligne n'est pas écrite comme le format le demande
cli-count-reason-number = il faut un nombre entier, pas trop grand
cli-count-reason-options = il faut de 1 à { $most } possibilités
cli-count-reason-not-supported = c'est permis dans ce format, mais parpour ne sait pas le lire
cli-count-reason-ends = le fichier finit trop tôt
cli-count-reason-method-is-said = ce fichier dit lui-même comment il se compte : enlevez --method
cli-count-head = { $method }. Bulletins : { $ballots }
cli-count-decided = Résultat : { $winners }
cli-count-adopted = Résultat : adopté
cli-count-rejected = Résultat : rejeté
cli-count-tied-majority = Résultat : égalité, pas adopté
cli-count-tied = Résultat : égalité entre { $tied }
cli-count-tied-with-winners = Résultat : { $winners } ; égalité entre { $tied }
cli-count-no-quorum = Résultat : quorum pas atteint
cli-count-no-result = Aucun résultat
cli-method-majority = Vote pour ou contre
cli-method-approval = Vote par approbation
cli-method-points = Vote par notes
cli-method-schulze = Méthode de Schulze
cli-method-ranked-pairs = Paires rangées
cli-method-irv = Vote préférentiel à tours éliminatoires
cli-method-borda = Méthode de Borda
cli-method-condorcet = Gagnant de Condorcet
cli-method-stv = Vote unique transférable, règles écossaises
cli-method-equal-shares = Budget à parts égales

# Des chiffres : la virgule décimale.
cli-simulate-comma = ,
cli-simulate-reach = Personnes jointes, parmi celles qui sont là : { $percent } %
cli-simulate-worst = Neuf fois sur dix, au moins : { $percent } %
cli-simulate-last = La dernière personne est jointe après : { $minutes } min (une fois sur deux)
cli-simulate-calls = Une même personne en appelle au plus : { $most }
cli-simulate-first = La personne qui commence en appelle au plus : { $most }
cli-simulate-missing = Il manque des personnes qui appellent : { $callers }
cli-simulate-one-caller = Il faut au moins une personne qui appelle. L'essai en compte une.
