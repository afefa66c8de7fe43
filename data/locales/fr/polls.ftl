# Les sondages : /poll, leurs cartes, bulletins et résultats

poll-command = Des sondages qui gardent un secret : celui des votes, celui de l’intrigue
poll-preset-command = Poser une question toute prête sur la série
poll-preset-name = Quelle question
poll-arc-command = Poser la même question à chaque épisode
poll-create-command = Poser ta propre question
poll-list-command = Voir les sondages de ce serveur
poll-show-command = Ton bulletin ; et la carte, à nouveau, si elle a été supprimée
poll-results-command = Voir où en est un sondage
poll-edit-command = Ajouter une réponse, reformuler, changer la fin
poll-close-command = Clore un sondage maintenant
poll-reopen-command = Rouvrir un sondage clos
poll-delete-command = Supprimer un sondage et ses bulletins
poll-export-command = Enregistrer les décomptes dans un tableau (CSV)
poll-option-poll = Quel sondage
poll-option-closes = Quand il se termine, dit comme tu veux : vendredi 21h, dans 3 jours

# Nombres et petits morceaux
poll-percent = { $percent } %
poll-votes = { $count ->
    [one] { $count } voix
   *[other] { $count } voix
}
poll-ballots = { $count ->
    [0] aucun bulletin pour l’instant
    [one] 1 bulletin
   *[other] { $count } bulletins
}
poll-ballots-none = personne n’a voté
poll-pair = { $name } : { $said }
poll-and = {" et "}
poll-mine-mark = ✓
poll-episode = Épisode { $episode }
poll-spoils = { $episode ->
    [1] dévoile l’épisode 1
    [2] dévoile les épisodes 1 et 2
    [8] dévoile toute la saison
   *[other] dévoile les épisodes 1 à { $episode }
}
poll-everybody = Tout le monde
poll-newcomers = Première fois

# La carte
poll-neutral = Un sondage · { $spoils }
poll-neutral-in = Un sondage dans { $channel } · { $spoils }
poll-neutral-about = Je ne montre la question, les réponses et les résultats qu’à toi, une fois que tu en es là.
poll-arc-about = Un bulletin pour chaque épisode terminé ; tu ne vois les résultats que de ceux-là.
poll-added = Ajoutée après coup : { $name } · { $when }
poll-frozen = Ce sondage a été supprimé le { $when }. Ses bulletins n’existent plus.
poll-most = { $all ->
    [true] autant de réponses que tu veux
   *[other] jusqu’à { $most } réponses
}
poll-roles = seulement pour { $roles }
poll-open-end = sans date de fin
poll-open-end-long = Il reste ouvert jusqu’à ce que quelqu’un le close.
poll-closes-at = se termine { $when }
poll-closed-at = clos le { $when }
poll-vote = Voter
poll-chosen = ✔ Choisi
poll-my-ballot = Mon bulletin
poll-asks = { $who } demande
poll-badge-arc = 📈 l’arc : la même question à chaque épisode
poll-badge-anonymous = 🔒 anonyme
poll-badge-named = votes nominatifs
poll-badge-gated = réservé à qui a vu { $episode ->
    [1] l’épisode 1
    [2] les épisodes 1 et 2
    [8] toute la saison
   *[other] les épisodes 1 à { $episode }
}
poll-badge-voted = résultats une fois ton vote donné
poll-badge-end = résultats à la fin
poll-counts-from = Les décomptes s’affichent à partir de trois bulletins.
poll-results = Résultats
poll-share = Partager
poll-shared-by = { $name } partage les résultats du moment
poll-share-nothing = Il n’y a encore rien que tout le monde puisse voir ici.
poll-share-elsewhere = Seul le salon du sondage peut voir cela, dans la limite de son horizon. Je n’ai rien partagé.
poll-share-later = Dans ce salon, on peut parler de plus d’épisodes que tu n’en as vu. Je ne partage un arc que pour les membres qui en sont là.
poll-to-card = Voir le sondage

poll-secret = Anonyme : ni la personne qui l’a posé ni la modération ne peuvent voir qui a choisi quoi, et les décomptes restent cachés en dessous de trois votes.
poll-secret-arc = Anonyme : personne ne peut voir qui a choisi quoi, ni où en est qui que ce soit. Les décomptes restent cachés en dessous de trois votes.
poll-named = Nominatif : qui voit les résultats voit aussi qui a choisi quoi.
poll-named-gated = Nominatif, mais il dévoile quelque chose : les noms diraient qui en a vu autant, je n’en montre donc aucun. Les décomptes restent cachés en dessous de trois votes.
poll-results-voted = Tu vois les résultats une fois que tu as voté.
poll-results-end = Personne ne voit les résultats avant la fin, pas même la personne qui l’a posé.

poll-hidden-at-the-end = Personne ne voit les résultats avant la clôture.
poll-hidden-after-voting = Tu vois les résultats une fois que tu as voté.
poll-hidden-too-few = Les décomptes restent cachés en dessous de trois votes, pour qu’on ne puisse pas deviner qui a voté quoi.
poll-hidden-not-finished = Tu vois les résultats d’un épisode une fois que tu l’as terminé.

# Ce qu’un clic a donné
poll-recorded = { $episode ->
    [0] C’est noté : { $answers }.
   *[other] C’est noté pour l’épisode { $episode } : { $answers }.
}
poll-changed = { $episode ->
    [0] C’est changé. Ton bulletin dit maintenant { $answers }.
   *[other] C’est changé. Pour l’épisode { $episode }, ton bulletin dit maintenant { $answers }.
}
poll-unchanged = { $episode ->
    [0] Ton bulletin dit { $answers }, comme avant.
   *[other] Pour l’épisode { $episode }, ton bulletin dit { $answers }, comme avant.
}
poll-withdrawn = { $episode ->
    [0] Bulletin retiré. Tu n’as plus de vote ici.
   *[other] Bulletin retiré. Tu n’as plus de vote pour l’épisode { $episode }.
}
poll-nothing-to-take-back = { $episode ->
    [0] Tu n’as pas de bulletin à retirer ici.
   *[other] Tu n’as pas de bulletin à retirer pour l’épisode { $episode }.
}
poll-how-to-change = Appuie encore sur la même réponse pour la retirer, ou sur une autre pour changer.
poll-take-back = Retirer mon bulletin
poll-about-episode = **À propos de l’épisode { $episode }** : ton avis à la fin de l’épisode.
poll-episode-voted = Tu as voté
poll-episode-open = Pas encore de bulletin
poll-gate-about = Si oui, je note où tu en es ; personne d’autre ne le voit jamais.
poll-gate-keeps = Si oui, je note où tu en es et je compte ton vote. Où tu en es, personne d’autre ne le voit.
poll-gate-arc = Cette question se pose à chaque épisode. Quel épisode as-tu terminé en dernier ?
poll-have-seen = Oui, je l’ai vu
poll-never-mind = Pas maintenant
poll-never-minded = Rien n’a changé.

# Résultats
poll-won = { $name } l’emporte.
poll-tied = Égalité : { $names }.
poll-nobody-voted = Personne n’a voté.
poll-has-ended = Le sondage est terminé
poll-names-and = { $names } et { $count } de plus
poll-names-exported = Il y a trop de noms pour les montrer ici ; `/sondage exporter` les a tous.
poll-names-more = { $count ->
    [one] Un autre bulletin n’est pas détaillé ici.
   *[other] { $count } autres bulletins ne sont pas détaillés ici.
}
poll-arc-few = moins de trois bulletins pour l’instant
poll-arc-of = L’arc : { $question }
poll-arc-ballots = { $episodes ->
    [one] { $count } bulletins sur un épisode
   *[other] { $count } bulletins sur { $episodes } épisodes
}
poll-picture-anonymous = anonyme
poll-picture-named = nominatif
poll-picture-several = plusieurs choix
poll-picture-fewer = Moins de voix : { $names }.
poll-picture-none = Aucune voix : { $names }.
poll-picture-left-out = Hors de l’image : { $names }.
poll-head-all = { $count ->
    [1] { $name }, par l’unique voix.
   *[other] À l’unanimité ({ $count } voix) : { $name }.
}
poll-head-duel = { $over ->
    [true] { $name } l’emporte, { $most } à { $other }.
   *[other] { $name } mène, { $most } à { $other }.
}
poll-head-ahead = { $over ->
    [true] { $name } l’emporte avec { $most } voix sur { $voters }.
   *[other] { $name } mène avec { $most } voix sur { $voters }.
}
poll-head-shared = { $count } réponses se partagent la tête.
poll-story-level = Égalité à chaque épisode pour l’instant.
poll-story-at = { $name } mène à l’épisode { $first }.
poll-story-on = { $name } mène à partir de l’épisode { $first }.
poll-story-two = { $before } d’abord ; { $name } prend la tête à l’épisode { $episode }.
poll-story-back = { $other } prend la tête à l’épisode { $lost } ; { $name } la reprend à l’épisode { $again }.
poll-story-many = La tête change { $count } fois ; après l’épisode { $last }, elle est à { $name }.
poll-alt-bars = Barres. { $question } { $said } { $numbers }.
poll-alt-arc = L’arc au fil des épisodes. { $question } { $said } { $numbers }.
poll-alt-covered = Le résultat en image ; les nombres sont à côté.

# En écrire un
poll-form-title = Ta propre question
poll-form-question = Question
poll-form-answers = Réponses, une par ligne
poll-form-answers-about = De deux à dix, de 55 caractères au plus
poll-form-answers-example =
    Jack
    Geneviève
poll-form-most = Combien peut-on en choisir ?
poll-form-most-1 = Une seule
poll-form-most-2 = Jusqu’à deux
poll-form-most-3 = Jusqu’à trois
poll-form-most-0 = Autant qu’on veut
poll-form-results = Qui voit les résultats, et quand ?
poll-form-results-live = Tout le monde, en direct
poll-form-results-voted = Chaque membre, une fois son vote donné
poll-form-results-end = Tout le monde, à la fin
poll-form-closes = Quand se termine-t-il ?
poll-form-closes-about = Laisse vide pour ne pas fixer de fin
poll-form-closes-example = vendredi 21h · dans 3 jours · 24 décembre 20 h

poll-preview = Aperçu : personne d’autre ne le voit
poll-preview-closes = se termine le { $when } ({ $left })
poll-ends-now-on = Il se termine le { $when } ({ $left }).
poll-preview-neutral = Cela dévoile plus que ce qui se dit ouvertement là-bas : le salon ne verra qu’une ligne neutre et **Voter**.
poll-gate-placeholder = Que dévoile-t-il ?
poll-gate-choice = { $episode ->
    [0] Ne dévoile rien
    [1] Dévoile l’épisode 1
    [2] Dévoile les épisodes 1 et 2
    [8] Dévoile toute la saison
   *[other] Dévoile les épisodes 1 à { $episode }
}
poll-roles-placeholder = Qui peut voter ? Tout le monde, ou choisis des rôles
poll-make-named = Rendre nominatif
poll-make-anonymous = Rendre anonyme
poll-post = Publier
poll-edit = Modifier
poll-cancel = Annuler
poll-posted = C’est publié dans { $channel }.
poll-posted-again = Le voici de nouveau.
poll-draft-dropped = C’est abandonné. Rien n’a été publié.
poll-posted-later = Ton sondage est ouvert, mais Discord ne prend pas sa carte pour le moment. Je la publie dans { $channel } dès que possible ; rien n’est perdu.
poll-not-posted-again = Discord n’a pas pris la carte pour le moment : elle n’est peut-être pas encore dans { $channel }. Regarde là-bas dans une minute, et refais `/sondage voir` s’il n’y a rien.
poll-cannot-post = Je n’ai pas le droit d’écrire dans { $channel }. Accorde-moi là-bas « Voir le salon », « Envoyer des messages » et « Joindre des fichiers », puis fais `/sondage voir` : j’ai gardé le sondage.

# S’en occuper
poll-add = Ajouter une réponse
poll-add-label = La nouvelle réponse
poll-added-done = Ajouté : **{ $answer }**. La carte dit depuis quand.
poll-reword = Reformuler
poll-reworded = C’est reformulé. Il demande maintenant :
poll-move-end = Changer la fin
poll-close = Clore maintenant
poll-closing = C’est clos. Le résultat arrive dans { $channel }.
poll-reopen = Rouvrir
poll-reopened = Rouvert, avec les bulletins qu’il avait : { $until }.
poll-export = Exporter
poll-exported = Les décomptes, autant que tu peux en voir.
poll-delete = Supprimer
poll-delete-ask = Supprimer…
poll-delete-sure = Supprimer ce sondage ? Je ne pourrai pas retrouver ses bulletins ni ses décomptes. La carte reste, et dit qu’il a été supprimé.
poll-deleted = Ce sondage est supprimé.
poll-list = Sondages
poll-list-none = Il n’y en a pas encore. `/sondage question` a des questions toutes prêtes ; `/sondage créer` prend les tiennes.
poll-list-about = { $open ->
    [one] { $open } ouvert
   *[other] { $open } ouverts
} · { $closed ->
    [one] { $closed } clos
   *[other] { $closed } clos
}
poll-no-card = sa carte n’est plus là ; `/sondage voir` la publie de nouveau
poll-choice-open = ouvert
poll-choice-closed = clos

poll-csv-answer = réponse
poll-csv-votes = voix
poll-csv-share = part
poll-csv-voters = votants
poll-csv-ballots = bulletins
poll-csv-episode = épisode
poll-csv-who = qui
poll-csv-all = tout le monde
poll-csv-newcomers = première fois
poll-csv-returning = en sachant la suite

poll-log-closed = { $who } a clos un sondage · { $card }
poll-log-reopened = { $who } a rouvert un sondage · { $card }
poll-log-deleted = { $who } a supprimé un sondage · { $card }
poll-log-added = { $who } a ajouté une réponse à un sondage · { $card }

# Ce qui ne se peut pas
poll-not-reached = Ce sondage dévoile { $episode ->
    [1] l’épisode 1
    [2] les épisodes 1 et 2
    [8] les huit épisodes
   *[other] les épisodes 1 à { $episode }
}. Tu en es là ?
poll-gone = Je ne connais plus ce sondage.
poll-was-deleted = Ce sondage a été supprimé.
poll-elsewhere = Ce sondage appartient à un autre serveur.
poll-closed-to-votes = Ce sondage est clos : ce vote n’a pas été compté, le précédent l’est toujours.
poll-closed-to-changes = Ce sondage est clos. Rouvre-le d’abord.
poll-closed-already = Ce sondage est déjà clos.
poll-open-already = Ce sondage est déjà ouvert.
poll-other-roles = Seuls certains rôles peuvent voter ici, et tu n’en as aucun. La carte dit lesquels.
poll-episode-not-reached = Tu ne peux voter que sur les épisodes que tu as terminés. `/progression définir` me dit où tu en es.
poll-too-many = { $most ->
    [one] On ne peut choisir qu’une réponse ici.
   *[other] On peut choisir { $most } réponses au plus ici : retires-en d’abord une.
}
poll-no-such-answer = Ce sondage n’a pas cette réponse.
poll-not-yours = C’est réservé à la personne qui l’a posé, aux rôles d’hôte et aux membres qui ont « Gérer le serveur ».
poll-hosts-only = Sur ce serveur, ces rôles publient les sondages : { $roles }.
poll-choose-one = Choisis l’un des sondages proposés.
poll-no-such-preset = Choisis l’une des questions proposées. Certaines n’apparaissent qu’une fois que tu en es là.
poll-not-an-arc = Cette question ne peut pas être posée à chaque épisode.
poll-arc-fixed = La question d’un arc ne peut pas être reformulée.
poll-draft-gone = Ce brouillon n’existe plus : il a été publié, abandonné, ou attendait depuis deux jours.
poll-no-question = Il faut une question à un sondage.
poll-question-long = La question peut compter { $most } caractères au plus.
poll-no-answer = La réponse est vide.
poll-answer-count = Un sondage prend de { $fewest } à { $most } réponses, une par ligne. Tu en as donné { $count }.
poll-answer-long = Une réponse peut compter { $most } caractères au plus ; l’une des tiennes en a { $count }.
poll-answer-twice = Deux réponses sont identiques.
poll-full = Un sondage prend { $most } réponses, et celui-ci les a déjà.
poll-has-ballots = Quelqu’un a déjà voté, les mots doivent donc rester. Tu peux ajouter une réponse, ou clore ce sondage et en poser un autre.
poll-gate-too-low = Cette question dévoile l’épisode { $lowest } : elle ne peut pas être posée avant.
poll-closes-in-past = Cette fin est déjà passée.
poll-closes-too-late = Un sondage se termine dans l’année, ou reste ouvert.
poll-key-differs = On ne peut pas voter dans les sondages anonymes pour le moment : la clé qui les garde anonymes n’est pas celle avec laquelle ils ont commencé. La personne qui me fait tourner doit la remettre.

# Pour qui fait tourner le bot, au démarrage
poll-key-missing = Avec un serveur de base de données, il faut donner la clé des bulletins : mets dans ETOILE_BALLOT_KEY un secret de 32 caractères ou plus, le même pour chaque processus, et garde-le. Sans elle, on ne peut pas distinguer les bulletins anonymes.
poll-key-short = ETOILE_BALLOT_KEY est trop courte : il faut { $least } octets ou plus.
poll-key-unreadable = La clé des bulletins dans { $path } ne peut être ni lue ni créée.
poll-log-given-up = Le sondage de { $author } dans { $channel } est terminé, mais je n’ai pas réussi à en publier le résultat, malgré plusieurs essais. `/sondage résultats` le montre toujours.
poll-author-forgotten = quelqu’un

# Noms des commandes et des options
poll-name-poll = sondage
poll-name-preset = question
poll-name-arc = arc
poll-name-create = créer
poll-name-list = liste
poll-name-show = voir
poll-name-results = résultats
poll-name-edit = modifier
poll-name-close = clore
poll-name-reopen = rouvrir
poll-name-delete = supprimer
poll-name-export = exporter
poll-name-name = nom
poll-name-closes = fin

# Ce que dévoilent les mots des membres
poll-neutral-gone = Un sondage
poll-ended-about = La question et le résultat ne s’affichent que pour toi, quand tu as vu jusque-là.
poll-moderators-only = Seule la modération peut dire ce qu’un sondage publié dévoile.
poll-log-gated = { $who } a indiqué ce que dévoile un sondage · { $card }
poll-post-spoiling = Publier en disant qu’il dévoile { $episode ->
    [1] l’épisode 1
    [2] les épisodes 1 et 2
    [8] toute la saison
   *[other] les épisodes 1 à { $episode }
}
poll-preview-spoken = À la lecture, on croirait qu’il dévoile l’épisode { $episode }. Le réserver aux membres qui l’ont vu ?
poll-preview-cleared = À la lecture, on croirait qu’il dévoile l’épisode { $episode } ; tu dis qu’il ne révèle rien. La modération le lira dans son journal.
poll-clear = Il ne révèle rien
poll-log-cleared = { $who } dit qu’un sondage ne révèle rien, bien qu’on y lise l’épisode { $episode } · { $card }
