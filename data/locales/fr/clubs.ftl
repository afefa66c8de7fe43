# /club : une série de soirées avec un tableau, des salons, et ce qui se fait tout seul

club-command = Regarder toute la saison ensemble
club-start-command = Préparer un club, ou reprendre là où tu en étais
club-board-command = Publier de nouveau le tableau du club
club-programme-command = Où tu en es dans le club ; personne d’autre ne le voit
club-join-command = Venir à toutes les soirées
club-leave-command = Ne plus venir à toutes les soirées
club-stop-command = Terminer le club ; ses salons restent
club-pause-command = Faire une pause ; les soirées suivantes se décalent
club-resume-command = Mettre fin à une pause ; les soirées suivantes sont avancées
club-option-pause-first = Le premier jour de la pause : « 25 décembre »
club-option-pause-until = Le dernier jour de la pause : « 3 janvier »
club-option-first = La première soirée : « vendredi 4 décembre 21h »
club-option-every = À quel rythme ; chaque semaine si tu ne dis rien
club-option-per-evening = Combien d’épisodes par soirée ; un si tu ne dis rien
club-option-skip = Les jours à sauter, avec des virgules : « 25 décembre, 1er janvier »

club-setup = Le club, étape { $number } sur { $of } : { $step }
club-setup-kept = Tu peux t’arrêter et reprendre avec `/club lancer` : tout est gardé deux jours, les dates un jour.
club-step-when = quand
club-step-where = où
club-step-what = quoi
club-step-who = qui
club-preview = Aperçu
club-back = Changer quelque chose
club-post = Lancer le club
club-when-about = Quand a lieu la première soirée, et à quel rythme ? Tape-le, ou demande à tous quand ils peuvent.
club-when-is = **{ $when }**, puis { $rhythm }.
club-when-evenings = { $count ->
    [one] Une seule soirée.
   *[other] { $count } soirées en tout.
}
club-when-searching = 🗓️ Je demande à tous quand ils peuvent. Prends un moment là-bas, ou tapes-en un ici.
club-when-type = Taper la première soirée
club-when-find = Chercher une date
club-when-form = Quand
club-times-form = Chercher une date
club-form-first = La première soirée
club-form-first-hint = « vendredi 4 décembre 21h »
club-form-every = Le rythme
club-form-every-hint = « chaque semaine », « tous les 3 jours », « troisième vendredi du mois »
club-form-per-evening = Épisodes par soirée
club-form-skip = Jours à sauter
club-form-skip-hint = « 25 décembre, 1er janvier »
club-every-week = chaque semaine
club-where-board = Le tableau et les cartes des soirées :
club-where-rooms = Les salons, un par soirée, ouverts quand elle est finie :
club-where-voice = Le salon vocal des soirées :
club-choose-channel = Un salon textuel
club-choose-rooms = Un forum ou un salon textuel ; rien : pas de salons
club-choose-voice = Un salon vocal ; rien : chacun chez soi
club-what-about = Ce dont je m’occupe. Retire ce que tu ne veux pas.
club-choose-pieces = Rien
club-piece-pin = Épingler le tableau
club-piece-pin-about = là où j’en ai le droit
club-piece-rooms = Un salon par soirée
club-piece-rooms-about = S’ouvre quand la soirée est finie, jusqu’à l’épisode qu’elle a atteint
club-piece-nudges = Un rappel deux jours avant
club-piece-nudges-about = À qui le demande et a des épisodes à voir, par message privé
club-who-about = Qui peut prendre une place ; tout le monde si tu ne choisis aucun rôle.
club-who-seats = Nombre de places
club-preview-title = { $count ->
    [one] Le club : une soirée
   *[other] Le club : { $count } soirées
}
club-preview-where = 📌 Le tableau et les cartes vont dans { $channel }.
club-preview-rooms = 💬 Après chaque soirée, un salon s’ouvre dans { $channel }.
club-preview-no-rooms = 💬 Pas de salons.

club-board = ⭐ Le club
club-board-over = La saison est finie. Merci d’être venus.
club-board-stopped = Ce club est terminé ; plus rien n’est prévu. Ses salons restent.
club-next = Prochaine : { $name }
club-on-now = En ce moment : { $name }
club-coming = { $count ->
    [0] personne encore
    [one] 1 y sera
   *[other] { $count } y seront
}
club-came = { $count ->
    [0] personne n’est venu
    [one] 1 y était
   *[other] { $count } y étaient
}
club-past = Jusqu’ici
club-later = Ensuite
club-to-room = son salon
club-join = Je viens à toutes
club-leave = Je ne viens plus à toutes
club-programme = Mon programme
club-joined = Tu viens désormais à toutes les soirées. Pour en manquer une, dis-le sur sa carte.
club-left = Tu ne viens plus d’office aux nouvelles soirées. Tes places te restent : rends-les sur leurs cartes.
club-you-are = { $progress ->
    [0] Tu ne m’as pas encore dit quels épisodes tu as vus.
    [one] Tu as vu l’épisode 1.
   *[other] Tu as vu les épisodes 1 à { $progress }.
}
club-missed = { $count ->
    [one] Le club en a vu un que tu n’as pas vu : l’épisode { $episodes }.
   *[other] Le club en a vu { $count } que tu n’as pas vus : les épisodes { $episodes }.
}
club-to-go = { $count ->
    [0] { $name }, { $soon } : tu es à jour.
    [one] { $name }, { $soon } : encore un épisode d’ici là.
   *[other] { $name }, { $soon } : encore { $count } épisodes d’ici là.
}
club-nudge = { $count ->
    [one] **{ $name }**, { $at } ({ $soon }) : encore un épisode d’ici là, le numéro { $episode }.
   *[other] **{ $name }**, { $at } ({ $soon }) : encore { $count } épisodes d’ici là, à partir du numéro { $episode }.
} Tu m’as demandé de te le dire ; arrête cela dans *Mon programme*.
club-nudge-seen = { $count ->
    [one] Je l’ai vu
   *[other] J’ai vu jusqu’au { $episode }
}
club-nudge-start = Me prévenir avant
club-nudge-stop = Plus de rappels
club-nudge-on = Tu reçois un message privé deux jours avant chaque soirée où tu viens, quand il te reste des épisodes.
club-nudge-off = Plus de rappels.
club-you-come = tu viens
club-you-do-not = tu ne viens pas
club-stop-ask = Tout ce qui était encore prévu est annulé, et les inscrits sont prévenus, une fois. Les salons restent. Tu peux revenir dessus avec `/soirée rétablir`.
club-stop-sure = Terminer le club
club-stopped = Le club est terminé. Ses salons restent.
club-paused = { $count ->
    [one] Une soirée est sautée, et toutes les suivantes se décalent. Je préviens les inscrits, une fois.
   *[other] { $count } soirées sont sautées, et toutes les suivantes se décalent. Je préviens les inscrits, une fois.
} { $next }
club-resume = Mettre fin à la pause
club-resumed = { $count ->
    [one] Une date est rétablie, et toutes les soirées suivantes sont avancées.
   *[other] { $count } dates sont rétablies, et toutes les soirées suivantes sont avancées.
} { $next }
club-next-is = Prochaine : { $name }, { $when } ({ $soon }).
club-log-paused = { $who } a mis le club en pause.
club-log-resumed = { $who } a mis fin à la pause du club.
club-pause-order = La pause finit avant de commencer.
club-pause-idle = Aucune soirée du club ne tombe ces jours-là.
club-not-paused = Le club n’est pas en pause, ou ce qui était sauté est passé.
club-board-posted = Le tableau est de nouveau dans { $channel }.
club-log-stopped = { $who } a terminé le club.
club-log-board-lost = Je ne peux plus montrer le tableau du club dans { $channel } : ce salon n’existe plus ou m’est fermé. Les soirées continuent ; déplace leurs cartes avec `/soirée modifier`, ou rends-moi le salon.
club-room-name = { $name } · le salon
club-room-title = 💬 { $name } · le salon
club-room-about = La soirée du { $when } est finie. { $level ->
    [0] Ici, on ne peut rien dire librement de l’histoire ; la modération peut ouvrir le salon avec `/etoile-admin horizon`.
    [one] On parle ici librement de l’épisode 1.
   *[other] On parle ici librement des épisodes 1 à { $level }.
}
club-let-in = Laisse-moi entrer
club-talk = De quoi parler · dévoile jusqu’à l’épisode { $episode }
club-door-open = Tu as vu tout ce dont on parle ici ({ $name }). Entre.
club-to-the-room = Vers le salon
club-door-closed = { $count ->
    [one] Le salon de **{ $name }** est réservé aux membres qui l’ont vu. Il te reste un épisode : le numéro { $episode }. Dis-le quand tu l’as vu, ou lis le résumé.
   *[other] Le salon de **{ $name }** est réservé aux membres qui l’ont vu. Il te reste { $count } épisodes, à partir du numéro { $episode }. Dis-le quand tu les as vus, ou lis les résumés.
}
club-seen = J’ai vu jusqu’à l’épisode { $episode }
club-no-room = Ce salon n’existe pas.
club-log-rooms-lost = Je ne peux plus ouvrir les salons du club dans { $channel } : ce salon n’existe plus ou m’est fermé. Les soirées continuent sans salons ; rends-moi le droit d’y voir, d’y écrire et d’y créer des fils publics, ou lance le prochain club avec un autre lieu.

club-season-command = Ta saison avec le club ; personne d’autre ne la voit
club-piece-quiz = Le quiz
club-piece-quiz-about = Cinq questions après chaque soirée ; les trois premiers sur le tableau
club-piece-arc = Une question après chaque soirée
club-piece-arc-about = Dans quel camp es-tu ? Sur la carte de fin ; l’évolution sur le tableau
club-piece-season = La saison ensemble
club-piece-season-about = Après la dernière soirée : les soirées, le camp, la question la plus dure
club-arc-vote = Ton camp maintenant ?
club-arc-so-far = Les camps jusqu’ici
club-quiz-best = Le quiz, cette saison
club-season-title = La saison ensemble
club-season-evenings = { $count ->
    [one] Une soirée ensemble.
   *[other] { $count } soirées ensemble.
}
club-season-foot = Combien étaient là à chaque soirée
club-season-alt-evening = épisode { $numbers } : { $count ->
    [0] personne
    [one] 1 personne
   *[other] { $count } personnes
}
club-season-about = { $count ->
    [one] Une soirée, le { $first }.
   *[other] { $count } soirées, du { $first } au { $last }.
}
club-season-members = { $count ->
    [0] Personne n’a pris de place.
    [one] Une seule personne a pris place.
   *[other] { $count } membres ont pris place.
}
club-season-arc = Comment les camps ont évolué :
club-season-hardest = **La question la plus dure :** { $question } ({ $right } sur { $of } ont trouvé)
club-season-faithful = **Les plus fidèles :** { $names }
club-season-one = { $name } ({ $came } sur { $of })
club-season-rooms = **Les salons :** { $rooms }
club-season-note = Je ne nomme que les membres qui l’acceptent. Les hôtes préparent ici le prochain programme : rien n’est publié avant qu’ils l’aient vu.
club-my-season = Ma saison
club-may-name-me = Tu peux me nommer
club-unname-me = Ne me nomme pas
club-next-season = Le prochain programme
club-named = C’est noté : quand la saison sera finie, je pourrai te nommer parmi les plus fidèles.
club-unnamed = C’est noté : je ne te nommerai pas.
club-my-evenings = { $count ->
    [0] Aucune soirée n’est finie.
    [one] Tu étais là { $came } soirée sur une.
   *[other] Tu étais là { $came } { $came ->
        [one] soirée
       *[other] soirées
    } sur { $count }.
}
club-my-foot = En or : les soirées où tu étais là
club-my-quiz = Au quiz, tu avais juste à { $right } { $count ->
    [one] question sur une
   *[other] questions sur { $count }
}.
club-my-place = Au classement du serveur, tu es numéro { $place }, avec { $points } points.
club-my-arc = Dans quel camp tu étais :
club-my-named = Quand la saison sera finie, je pourrai te nommer parmi les plus fidèles.
club-my-unnamed = Je ne te nommerai nulle part dans la saison de ce club.
club-goes-on = La saison de ce club n’est pas finie. Prépare la suivante quand elle le sera.
club-log-season-lost = La saison du club est finie, mais je ne peux pas publier son bilan dans { $channel } : ce salon a disparu ou m’est fermé. Chacun garde la sienne avec `/club saison`.

club-none = Il n’y a pas de club ici que tu puisses voir. Un hôte peut en lancer un avec `/club lancer`.
club-over = Plus rien n’est prévu dans ce club.
club-not-host = C’est réservé à son hôte, et aux membres qui peuvent gérer les événements.
club-may-not-host = Sur ce serveur, les clubs sont lancés par { $roles }.
club-too-many = { $most } clubs sont déjà en cours ici.
club-draft-gone = Cette préparation n’existe plus. Recommence avec `/club lancer`.
club-when-first = Dis d’abord quand : tape la première soirée, ou cherche une date.
club-when-which = Cela peut vouloir dire plusieurs moments. Tape celui que tu veux : { $choices }.
club-per-evening-wrong = « { $typed } » n’est pas un nombre d’épisodes : tape 1 à 8.
club-no-room-place = Il faut un forum ou un salon textuel pour les salons des soirées.
club-room-place-closed = Je ne peux pas ouvrir de salons dans { $channel }. Il me faut y voir le salon, envoyer des messages et créer des fils publics.

club-name-club = club
club-name-start = lancer
club-name-board = tableau
club-name-programme = programme
club-name-join = rejoindre
club-name-leave = quitter
club-name-stop = terminer
club-name-pause = pause
club-name-resume = reprendre
club-name-until = fin
club-name-first = première
club-name-every = rythme
club-name-per-evening = par-soirée
club-name-skip = sauter
club-name-season = saison
