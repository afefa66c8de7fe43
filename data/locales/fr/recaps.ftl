# /recap

recaps-command = Ce qui s’est passé, sans aller plus loin que toi
recaps-episode-command = Un épisode, en bref ou en long
recaps-episode-number = De 1 à 8
recaps-episode-length = Laisse vide pour une minute
recaps-upto-command = Précédemment dans Étoile : l’histoire jusqu’ici
recaps-upto-episode = Jusqu’à quel épisode ; laisse vide pour t’arrêter où tu en es
recaps-season-command = Toute la saison, épisode par épisode
recaps-season-length = Laisse vide pour une ligne chacun
recaps-who-command = L’histoire d’un personnage jusqu’ici
recaps-who-character = Quelqu’un que tu as déjà rencontré
recaps-catchup-command = Ce dont tout le monde parlait pendant que tu rattrapais ton retard
recaps-choice-line = une ligne
recaps-choice-minute = une minute
recaps-choice-full = en entier
recaps-choice-beats = temps forts

recaps-head-episode = Résumé · épisode { $episode }
recaps-head-upto = { $episode ->
    [1] Précédemment dans Étoile · après l’épisode 1
   *[other] Précédemment dans Étoile · après l’épisode { $episode }
}
recaps-head-season = { $episode ->
    [8] Résumé · toute la saison
   *[other] Résumé · la saison jusqu’à l’épisode { $episode }
}
recaps-head-who = Résumé · l’histoire d’un personnage
recaps-head-catchup = Résumé · séance de rattrapage
recaps-spoils = { $episode ->
    [1] dévoile l’épisode 1
    [2] dévoile les épisodes 1 et 2
   *[other] dévoile les épisodes 1 à { $episode }
}
recaps-sheet = page { $sheet } sur { $sheets }

recaps-previously = Précédemment dans *Étoile*
recaps-season = La saison
recaps-missed = Ce dont tout le monde parlait
recaps-episode = Épisode { $episode }
recaps-episode-titled = Épisode { $episode } · « { $title } »
recaps-disputed = À propos des sources :
recaps-dance = La danse de l’épisode :
recaps-works = Œuvres et musiques :
recaps-sources = D’après { $names }
recaps-more-sources = et { $count ->
    [one] une autre
   *[other] { $count } autres
}

recaps-length-line = Une ligne
recaps-length-minute = Une minute
recaps-length-full = En entier
recaps-length-beats = Temps forts
recaps-other-language = English
recaps-share = Partager
recaps-share-which = **Jusqu’à quel épisode ?** Tout le monde ici lira ce nombre ; ce n’est pas forcément là où tu en es.
recaps-share-up-to = Choisis un épisode
recaps-up-to = { $episode ->
    [1] Épisode 1
    [2] Épisodes 1 et 2
   *[other] Épisodes 1 à { $episode }
}
recaps-up-to-open = peut se lire librement ici
recaps-up-to-covered = je le couvre ici
recaps-shared = C’est partagé.
recaps-mine = Montre-moi ce que je peux voir
recaps-rest = { $episode ->
   *[other] La suite (dévoile les épisodes 1 à { $episode })
}
recaps-before = ◀ Ép. { $episode }
recaps-after = Ép. { $episode } ▶
recaps-recap = Résumé
recaps-recap-of = Résumé de l’épisode { $episode }
recaps-page = Œuvres et lieux

recaps-would-spoil = { $episode ->
    [1] Cela dévoilerait l’épisode 1.
    [2] Cela dévoilerait les épisodes 1 et 2.
   *[other] Cela dévoilerait les épisodes 1 à { $episode }.
}
recaps-seen = { $episode ->
    [8] J’ai tout vu
   *[other] J’ai vu le { $episode }
}
recaps-anyway = Montrer quand même
recaps-instead = Plutôt jusqu’au { $episode }
recaps-here = { $episode ->
    [0] Tu n’as pas commencé.
    [1] Tu as vu l’épisode 1.
    [2] Tu as vu les épisodes 1 et 2.
   *[other] Tu as vu les épisodes 1 à { $episode }.
}
recaps-kept = Alors je le garde pour moi.
recaps-ask = Je raconte l’histoire jusqu’à l’épisode où tu en es ; dis-moi d’abord lequel.

recaps-declined = Très bien, je ne note rien. Nomme plutôt un épisode : `/récap précédemment épisode:3` raconte l’histoire jusque-là.
recaps-nothing-yet = Il ne s’est encore rien passé : l’histoire commence à l’épisode 1. Profites-en !
recaps-nothing-of-them = Jusqu’ici, je n’ai pas d’histoire à raconter sur ce personnage.
recaps-nothing-missed = { $episode ->
    [0] Tu n’as rien manqué : tu n’as pas encore commencé.
   *[other] Tu n’as rien manqué : il n’y a aucun épisode entre là où tu en étais et là où tu en es. `/récap précédemment` raconte toute l’histoire jusqu’ici.
}
recaps-missing = Je ne connais personne de ce nom.
recaps-missing-near = Je ne connais personne de ce nom. Tu pensais à :
recaps-shared-by = { $name } partage ceci
recaps-nothing-to-share = Il n’y a rien ici que je puisse partager pour toi.
recaps-gone = Ce résumé n’existe plus. Redemande-le avec `/récap`.

# Noms des commandes et des options
recaps-name-recap = récap
recaps-name-episode = épisode
recaps-name-upto = précédemment
recaps-name-season = saison
recaps-name-who = personnage
recaps-name-catchup = rattrapage
recaps-name-number = numéro
recaps-name-length = longueur
recaps-name-character = nom
