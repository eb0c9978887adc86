# Only what differs when the group says "vous".

plain-http = Cette adresse n'est pas chiffrée. Servez-vous-en seulement sur le réseau du groupe.
look-lead = Vos choix restent sur cet appareil.
form-optional = si vous voulez
form-kept = Ce que vous avez écrit est gardé.
form-write-number = Écrivez un nombre en chiffres, de { $least } à { $most }
form-write-date = Écrivez une date comme 2026-11-27
error-your-words = Ce que vous avez écrit
error-invalid = Il manque une réponse. Revenez à la page et répondez à chaque question.
error-conflict = Quelqu'un a changé cette page entre-temps. Revenez la lire.
error-form-already-sent = Ce formulaire a déjà servi. Relisez, puis envoyez-le de nouveau.
error-expired = Il a déjà servi, ou il est trop vieux. Demandez-en un autre.
error-too-many = Il y a eu beaucoup de demandes. Attendez une minute, puis réessayez.
error-wait-minutes = { $minutes ->
    [one] Il y a eu beaucoup de demandes. Attendez { $minutes } minute, puis réessayez.
   *[other] Il y a eu beaucoup de demandes. Attendez { $minutes } minutes, puis réessayez.
}
error-wait-hours = { $hours ->
    [one] Il y a eu beaucoup de demandes. Attendez { $hours } heure, puis réessayez.
   *[other] Il y a eu beaucoup de demandes. Attendez { $hours } heures, puis réessayez.
}
error-busy = Beaucoup de gens écrivent en même temps. Attendez quelques secondes, puis réessayez.
error-broken = Ce n'est pas votre faute. Réessayez dans un moment.
error-wrong-method = Revenez à la page d'avant et utilisez son bouton.
error-bad-address = Il manque peut-être un bout du lien. Copiez-le au complet.
error-not-text = Il contient des signes illisibles. Revenez à la page et écrivez-le au clavier.
error-control-characters-title = Un signe invisible s'est glissé dans votre texte
error-control-characters = On l'a enlevé. Relisez votre texte, puis envoyez-le de nouveau.
error-not-a-form = Revenez à la page et utilisez son bouton.
error-too-large = Un envoi tient dans environ 20 pages de texte. Gardez l'essentiel.
error-long-address = Revenez à l'accueil et suivez les liens.
error-unknown-host = Ce site ne répond pas sous ce nom. Vérifiez l'adresse que vous avez reçue.
error-stale-form = Par prudence, rien n'a été envoyé. Revenez à la page et recommencez.
error-sign-in-first = Entrez de nouveau. Ce que vous avez écrit est gardé sur cette page.
error-form-kept-late = Entrez de nouveau. Ce que vous avez écrit est gardé 30 minutes et vous attend à l'intérieur.
error-foreign-form = Par prudence, rien n'a été fait. Ouvrez la page ici et recommencez.
form-kept-but-phrase = Ce que vous avez écrit est gardé, sauf la phrase de passe.
