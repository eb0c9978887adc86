# What every page says: the frame, forms, errors, days and hours.
# No-break spaces, curly apostrophes and the like are put in by the program: type plain spaces.

site-name = Parpour
skip = Aller au contenu
step-done = (fait)
menu = Menu
menu-label = Menu du cartable
tabs-label = Sections du cartable
tab-today = Aujourd'hui
tab-decide = Décider
tab-call = S'appeler
tab-group = Le groupe
tab-me = Moi

# The group's own word replaces these once it is chosen.
member-one = membre
member-many = membres

## Quick exit

exit-word = Sortie
# Follows exit-word on large screens.
exit-rest = rapide
exit-page-title = Météo
exit-page-link = Voir la météo

## Footer

crisis-title = Besoin de parler maintenant ?
footer-charter = Notre charte
footer-register = Registre des décisions
footer-site = Ce site
footer-look = Lire plus facilement
language-other = English
language-other-value = en
plain-http = Cette adresse n'est pas chiffrée. Sers-t'en seulement sur le réseau du groupe.
mail-in-files = Ce site n'envoie pas de vrais courriels. Ils restent sur son ordinateur.

## Reading preferences

look-title = Lire plus facilement
look-lead = Tes choix restent sur cet appareil.
look-back = Revenir à la page
look-text = Taille du texte
look-text-normal = Normale
look-text-large = Grande
look-text-largest = Très grande
look-theme = Couleurs
look-theme-device = Comme mon appareil
look-theme-light = Claires
look-theme-dark = Sombres
look-contrast = Contraste fort
look-space = Espacer les lettres et les lignes
look-font = Police de mon appareil
look-apply = Appliquer

## Forms

form-optional = si tu veux
form-kept = Ce que tu as écrit est gardé.
form-kept-but-phrase = Ce que tu as écrit est gardé, sauf la phrase de passe.
form-write-number = Écris un nombre en chiffres, de { $least } à { $most }
form-write-date = Écris une date comme 2026-11-27
# Before the title of a page that shows a form again.
page-title-error = Erreur :
error-of-field = { $field } : { $text }

## Errors: a title, then what to do

error-to-correct = { $count ->
    [one] Il reste { $count } chose à corriger
   *[other] Il reste { $count } choses à corriger
}
error-incident = Numéro à donner à la personne qui s'occupe du site : { $number }
error-send-again = Envoyer de nouveau
error-your-words = Ce que tu as écrit
error-back-group = Retour à Aujourd'hui
error-back-home = Retour à l'accueil

error-not-found-title = Page introuvable
error-not-found = Cette page n'existe pas, ou elle n'existe plus.
error-not-allowed-title = Page réservée
error-not-allowed = Cette page est pour d'autres personnes du groupe.
error-invalid-title = Il reste quelque chose à corriger
error-invalid = Il manque une réponse. Reviens à la page et réponds à chaque question.
error-conflict-title = La page a changé
error-conflict = Quelqu'un a changé cette page entre-temps. Reviens la lire.
error-form-already-sent = Ce formulaire a déjà servi. Relis, puis envoie-le de nouveau.
error-expired-title = Ce lien n'est plus bon
error-expired = Il a déjà servi, ou il est trop vieux. Demandes-en un autre.
error-too-many-title = Un peu de patience
error-too-many = Il y a eu beaucoup de demandes. Attends une minute, puis réessaie.
error-wait-minutes = { $minutes ->
    [one] Il y a eu beaucoup de demandes. Attends { $minutes } minute, puis réessaie.
   *[other] Il y a eu beaucoup de demandes. Attends { $minutes } minutes, puis réessaie.
}
error-wait-hours = { $hours ->
    [one] Il y a eu beaucoup de demandes. Attends { $hours } heure, puis réessaie.
   *[other] Il y a eu beaucoup de demandes. Attends { $hours } heures, puis réessaie.
}
error-busy-title = Il y a foule
error-busy = Beaucoup de gens écrivent en même temps. Attends quelques secondes, puis réessaie.
error-broken-title = Quelque chose s'est brisé de notre côté
error-broken = Ce n'est pas ta faute. Réessaie dans un moment.
error-wrong-method-title = Cette adresse sert à autre chose
error-wrong-method = Reviens à la page d'avant et utilise son bouton.
error-bad-address-title = Cette adresse ne se lit pas
error-bad-address = Il manque peut-être un bout du lien. Copie-le au complet.
error-not-text-title = Ce texte ne se lit pas
error-not-text = Il contient des signes illisibles. Reviens à la page et écris-le au clavier.
error-control-characters-title = Un signe invisible s'est glissé dans ton texte
error-control-characters = On l'a enlevé. Relis ton texte, puis envoie-le de nouveau.
error-not-a-form-title = Cet envoi ne vient pas d'un formulaire
error-not-a-form = Reviens à la page et utilise son bouton.
error-too-large-title = C'est trop long
error-too-large = Un envoi tient dans environ 20 pages de texte. Garde l'essentiel.
error-long-address-title = Cette adresse est trop longue
error-long-address = Reviens à l'accueil et suis les liens.
error-unknown-host-title = Ce n'est pas la bonne adresse
error-unknown-host = Ce site ne répond pas sous ce nom. Vérifie l'adresse que tu as reçue.
error-stale-form-title = La page est restée ouverte longtemps
error-stale-form = Par prudence, rien n'a été envoyé. Reviens à la page et recommence.
error-sign-in-first-title = La page est restée ouverte longtemps
error-sign-in-first = Entre de nouveau. Ce que tu as écrit est gardé sur cette page.
error-form-kept-late = Entre de nouveau. Ce que tu as écrit est gardé 30 minutes et t'attend à l'intérieur.
error-go-to-door = Aller à la porte d'entrée
error-foreign-form-title = Cet envoi vient d'un autre site
error-foreign-form = Par prudence, rien n'a été fait. Ouvre la page ici et recommence.

## Days and hours

when-weekday = { $weekday ->
    [1] lundi
    [2] mardi
    [3] mercredi
    [4] jeudi
    [5] vendredi
    [6] samedi
   *[7] dimanche
}
when-day-number = { $day ->
    [1] 1er
   *[other] { $day }
}
when-month = { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
}
when-day = { when-weekday } { when-day-number } { when-month }
when-day-year = { when-day } { $year }
when-hour = { $minute ->
    [0] { $hour } h
   *[other] { $hour } h { $minutes }
}
# In autumn one hour comes twice.
when-turn = { $turn ->
    [first] , avant le changement d'heure
    [second] , après le changement d'heure
   *[only] { "" }
}
when-day-time = { when-day } à { when-hour }{ when-turn }
when-day-year-time = { when-day-year } à { when-hour }{ when-turn }
when-deadline = { when-day-time } ({ when-zone })
when-zone = { $zone ->
    [America-Toronto] heure de Montréal
    [America-Montreal] heure de Montréal
    [America-St_Johns] heure de Terre-Neuve
    [America-Port-au-Prince] heure de Port-au-Prince
    [Europe-Brussels] heure de Bruxelles
    [Europe-London] heure de Londres
    [Europe-Zurich] heure de Zurich
    [Indian-Reunion] heure de La Réunion
    [America-Martinique] heure de la Martinique
    [UTC] temps universel
    [Etc-UTC] temps universel
   *[other] { $vowel ->
        [yes] heure d'{ $city }
       *[no] heure de { $city }
    }
}
effect-no-longer-applies = Ce que la décision devait faire n'est plus possible.
effect-unknown = Cette version de l'outil ne sait pas faire ce qui a été décidé.
effect-unreadable = Le détail de ce qui a été décidé ne se lit plus.
