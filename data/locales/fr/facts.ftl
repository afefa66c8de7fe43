# /etoile

facts-command = La série, sans aller plus loin que toi
facts-status-command = Où en est la série, et ce qui se passe ici
facts-facts-command = Chercher un fait, avec ses sources
facts-facts-about = À propos de quoi ? Laisse vide pour choisir un thème
facts-cast-command = Qui joue qui
facts-cast-who = Un acteur, une actrice ou un personnage
facts-episode-command = Un épisode : de quoi il parle, ses œuvres et ses lieux
facts-episode-number = De 1 à 8
facts-timeline-command = Tout ce qui est arrivé à la série, dans l’ordre
facts-glossary-command = Les mots de la danse, et comment les dire
facts-glossary-term = Un mot de la danse
facts-help-command = Ce que je peux faire pour toi

facts-alt-status = { $headline }. { $steps }.
facts-alt-step = { $date } : { $what }
facts-alt-list = { $title }. { $entries }.
facts-city-new-york = New York
facts-city-paris = Paris
facts-as-of = Au { $date }
facts-looked-into = Vérifié pour la dernière fois le { $date } : rien de plus récent.
facts-status-why = Pourquoi ?
facts-server-note = Une note de ce serveur :
facts-status-sure = Est-ce sûr ?
facts-status-open = Personne ne sait :
facts-status-nothing = Rien pour l’instant. `/soirée planifier` ou `/sondage question` y remédierait.
facts-status-go = Ouvrir
facts-status-more = Pourquoi ?
facts-on-party = Soirée : épisode { $first }
facts-on-parties = Soirée : épisodes { $first } à { $last }
facts-on-poll = Sondage : { $question }
facts-on-arc = L’arc : { $question }
facts-on-gated-poll = Un sondage qui dévoile jusqu’à l’épisode { $episode }
facts-next-party = Prochaine soirée

facts-standing-disputed = Les sources divergent
facts-standing-stands = Avéré
facts-standing-overtaken = C’est dépassé
facts-mark-disputed = les sources divergent
facts-mark-overtaken = dépassé
facts-claimed = Ce qui avait été dit :
facts-more-sources = et { $count ->
    [one] une autre
   *[other] { $count } autres
}

facts-billing-main = rôle principal
facts-billing-recurring = rôle récurrent
facts-billing-guest = rôle invité
facts-billing-dancer = danse
facts-company-mbt = Metropolitan Ballet Theater, New York
facts-company-lbn = Le Ballet National, Paris
facts-actor-unknown = interprète non nommé

facts-episode = Épisode { $number }
facts-episode-titled = Épisode { $number } · « { $title } »
facts-unofficial = « { $title } », traduction maison
facts-released = Sorti le { $date }
facts-works = Œuvres et musiques
facts-places = Lieux
facts-say = Se dit « { $sound } »

facts-list-topics = Que veux-tu savoir ?
facts-list-cast = Qui est qui
facts-list-episodes = Les huit épisodes
facts-list-timeline = L’histoire de la série
facts-list-glossary = Les mots de la danse
facts-list-bonds = Les liens
facts-list-empty = Rien ici que tu puisses lire sans te gâcher la suite.
facts-topic-count = { $count ->
    [one] { $count } fait
   *[other] { $count } faits
}
facts-above-help = Tout ce que je sais faire
facts-above-topics = Tous les thèmes
facts-above-topic = Tout le thème
facts-following = Fait suivant ▸
facts-above-cast = Qui est qui
facts-above-episodes = Les épisodes
facts-above-timeline = Toute l’histoire
facts-above-glossary = Tous les mots
facts-above-bonds = Tous les liens
facts-sheet = Page { $sheet } sur { $sheets }
facts-open = Lire…

facts-kept-back = Je garde pour moi ce que tu n’as pas encore vu.
facts-hidden-title = Pas encore
facts-hidden = Cela touche à ce qui arrive jusqu’à l’épisode { $episode }. Tu ne m’as pas dit en être là, alors je le garde pour moi.
facts-anyway = { $episode ->
    [1] Montrer quand même (dévoile l’épisode 1)
    [2] Montrer quand même (dévoile les épisodes 1 et 2)
   *[other] Montrer quand même (dévoile les épisodes 1 à { $episode })
}
facts-why-ask = Je ne le demande qu’une fois, pour ne jamais t’en dire trop. Personne d’autre ne voit ta réponse.
facts-share = Partager
facts-nothing-to-share = Cette page ne t’a rien montré, il n’y a donc rien à partager.
facts-shared-by = { $name } m’a posé la question et partage la réponse
facts-covered = { $episode ->
    [1] Le reste dévoile l’épisode 1 :
    [2] Le reste dévoile les épisodes 1 et 2 :
   *[other] Le reste dévoile les épisodes 1 à { $episode } :
}
facts-mine = Montre-moi ce que je peux voir
facts-missing = Je n’ai pas cela. Ce qui s’en approche le plus :
facts-gone = Cette page n’existe plus. Redemande-la avec `/etoile`.

facts-help-title = Ce que je fais
facts-help-etoile = **La série** · `/etoile demander`
    -# Ce que l’on sait, et qui le dit
facts-help-etoile-button = Statut
facts-help-progress = **Ta progression** · `/progression définir`
    -# Je ne montre rien au-delà
facts-help-progress-button = Voir
facts-help-recap = **Résumés** · `/récap épisode`
    -# Jusqu’à l’épisode où tu en es
facts-help-recap-button = Lire
facts-help-party = **Soirées** · `/soirée planifier`
    -# Dans ton propre fuseau
facts-help-party-button = Tout voir
facts-help-club = **Club** · `/club lancer`, `/soirée trouver`
    -# Toute une saison, quand cela convient à tous
facts-help-poll = **Sondages** · `/sondage question`
    -# New York ou Paris ?
facts-help-poll-button = Tout voir
facts-help-quiz = **Quiz** · `/quiz moi`
    -# Seulement sur ce que tu as vu
facts-help-quiz-button = Jouer
facts-help-mydata = **Tes données** · `/mes-données voir`
    -# À lire, à emporter, à effacer
facts-help-mydata-button = Voir
facts-help-setup = **Pour la modération** · `/etoile-admin configurer`, `/etoile-admin horizon`
    -# **Voiler comme spoiler…**, dans le menu d’un message sous Applications, couvre ce qui en dit trop.
facts-help-setup-button = Réglages
facts-help-horizon-button = Les horizons

# Noms des commandes et des options
facts-name-status = statut
facts-name-facts = infos
facts-name-cast = distribution
facts-name-episode = épisode
facts-name-timeline = chronologie
facts-name-glossary = glossaire
facts-name-help = aide
facts-name-about = sujet
facts-name-who = qui
facts-name-number = numéro
facts-name-term = mot
facts-name-ask = demander
facts-name-question = question

facts-ask-command = Pose n’importe quelle question sur la série
facts-ask-question = Ta question, comme à une amie ou à un ami
facts-ask-row = Demander : { $question }
facts-ask-season-2 = Saison 2 ?
facts-ask-why = Pourquoi annulée ?
facts-ask-where = Où la voir ?
facts-ask-who = Qui est qui ?
facts-ask-true = Histoire vraie ?
facts-go-to = Aller à : { $page }
facts-timeline-about = Que s’est-il passé ? Laisse vide pour tout voir
facts-several = Je ne sais pas laquelle de ces pages tu veux :
facts-later = Si cela vient après ce que tu as vu, je le garde pour moi.
facts-sources = { $count ->
    [one] Source
   *[other] Sources ({ $count })
}
facts-sources-title = D’où cela vient
facts-source-later = le reste quand tu seras plus loin
facts-source-spoils = dévoile jusqu’à l’épisode { $episode }
facts-source-language-en = en anglais
facts-source-language-fr = en français
facts-source-language-it = en italien
facts-source-language-de = en allemand
facts-source-language-pt = en portugais
facts-back = Retour
