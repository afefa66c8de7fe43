# /etoile

facts-command = La série, jusqu’où tu en es
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
facts-as-of = Au { $date }
facts-looked-into = Vérifié pour la dernière fois le { $date } : rien de plus récent.
facts-status-why = Pourquoi ?
facts-server-note = Une note de ce serveur :
facts-status-sure = Est-ce sûr ?
facts-status-open = Personne ne sait :
facts-status-here = En ce moment sur ce serveur
facts-status-nothing = Rien pour l’instant. `/soirée planifier` ou `/sondage question` y remédierait.
facts-on-party = Soirée : épisode { $first }
facts-on-parties = Soirée : épisodes { $first } à { $last }
facts-on-poll = Sondage : { $question }
facts-on-gated-poll = Un sondage qui dévoile jusqu’à l’épisode { $episode }
facts-next-party = Prochaine soirée

facts-standing-disputed = Les sources divergent.
facts-standing-overtaken = C’est dépassé.
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
facts-above-topics = Tous les thèmes
facts-above-topic = Même thème
facts-above-cast = Qui est qui
facts-above-episodes = Les épisodes
facts-above-timeline = Toute l’histoire
facts-above-glossary = Tous les mots
facts-above-bonds = Tous les liens
facts-sheet = Page { $sheet } sur { $sheets }
facts-open = Ouvrir…

facts-kept-back = Je garde pour moi ce que tu n’as pas encore vu.
facts-hidden-title = Pas encore
facts-hidden = Cela touche à ce qui arrive jusqu’à l’épisode { $episode }. Tu ne m’as pas dit en être là, alors je le garde pour moi.
facts-anyway = { $episode ->
    [1] Montrer quand même (dévoile l’épisode 1)
    [2] Montrer quand même (dévoile les épisodes 1 et 2)
   *[other] Montrer quand même (dévoile les épisodes 1 à { $episode })
}
facts-why-ask = Je ne le demande qu’une fois, pour ne jamais t’en dire trop. Personne d’autre ne voit ta réponse.
facts-share = Partager ici
facts-nothing-to-share = Rien de cette page ne t’a été montré, il n’y a donc rien à partager.
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
facts-help = - **`/etoile`** dit ce que l’on sait de la série, et qui le dit ; commence par `/etoile statut`.
    { "" }- **`/progression`**, c’est où tu en es. Je ne te montre jamais rien au-delà, et personne d’autre ne le voit.
    { "" }- **`/récap`** raconte ce qui s’est passé, en long ou en bref, jusqu’où tu en es.
    { "" }- **`/soirée`** organise des soirées, dans le fuseau de chacun, et donne le départ.
    { "" }- **`/sondage`** tranche l’éternelle querelle, anonymement : New York ou Paris ?
    { "" }- **`/quiz`** ne te demande que ce que tu as vu ; `/quiz moi` est rien que pour toi, `/quiz soirée` pour tout un salon.
    { "" }- **`/mes-données`** montre ce que je garde sur toi, te le remet ou l’efface.
facts-help-moderator = **Pour la modération**
    { "" }- **`/etoile-admin configurer`** passe tout en revue.
    { "" }- **`/etoile-admin horizon`** dit jusqu’à quel épisode un salon peut parler librement ; tout ce que j’y publie s’y tient.
    { "" }- **Voiler comme spoiler…**, dans le menu d’un message sous Applications, couvre un message qui en dit trop.

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
facts-go-to = Aller à : { $page }
facts-timeline-about = Que s’est-il passé ? Laisse vide pour tout voir
facts-several = Je ne sais pas lequel tu veux :
facts-later = Si cela vient plus loin que ce que tu m’as dit avoir vu, je le garde pour moi.
facts-sources = { $count ->
    [one] Source
   *[other] Sources ({ $count })
}
facts-sources-title = D’où cela vient
facts-source-later = la suite après l’épisode { $episode }
facts-source-spoils = dévoile jusqu’à l’épisode { $episode }
facts-source-language-en = en anglais
facts-source-language-fr = en français
facts-source-language-it = en italien
facts-source-language-de = en allemand
facts-source-language-pt = en portugais
facts-back = Retour
