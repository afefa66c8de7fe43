# /mydata

mydata-command = Ce que je garde sur toi : le voir, l’emporter, le faire supprimer
mydata-show-command = Voir tout ce que je garde sur toi, sur tous les serveurs
mydata-export-command = L’emporter en fichier (JSON)
mydata-delete-command = Tout supprimer, aussitôt

mydata-title = Ce que je garde sur toi
mydata-none = Rien. Je ne garde rien sur toi.
mydata-essence = Je garde ce que tu me dis en cliquant et en écrivant : où tu en es, ton fuseau horaire, tes rappels, tes réponses aux soirées, aux sondages et au quiz, et ce que tu organises. Rien de tes messages, et personne d’autre ne le voit, sauf là où tu l’as montré. Tout disparaît avec `/mes-données supprimer` ; et un mois après mon départ d’un serveur, ce qui était à ce serveur disparaît aussi.
mydata-sheet = Page { $sheet } sur { $sheets }
mydata-take = Emporter en fichier
mydata-ask = Tout supprimer…
mydata-server = { $name }
mydata-server-unknown = un serveur où je ne suis pas ({ $id })

mydata-progress = Où tu en es
mydata-progress-line = { $episode ->
    [0] Tu n’as pas commencé
    [1] Épisode 1
    [8] Les huit épisodes
   *[other] Épisodes 1 à { $episode }
} (noté le { $when })
mydata-progress-none = Pas dit, ou gardé pour toi (depuis le { $when })
mydata-before = Avant : { $episode ->
    [0] rien
    [1] épisode 1
   *[other] épisodes 1 à { $episode }
}. Je le garde pour que tu puisses annuler.
mydata-zone = Ton fuseau horaire
mydata-zone-line = { $zone } (noté le { $when })
mydata-reminders = Rappels
mydata-reminders-line = { $times } · { $direct ->
    [1] en message privé
   *[other] là où est la soirée
}
mydata-reminders-quiet = Silence de { $from } à { $to }
mydata-reminders-language = Messages privés dans la langue que tu utilisais alors : { $language }
mydata-answers = Soirées où tu as répondu
mydata-answer-line = { $when } · { $server } · { $episodes } · { $answer ->
    [going] tu viens
    [late] tu viens en retard
    [maybe] peut-être
   *[other] tu ne viens pas
}{ $place ->
    [seat] , avec une place
    [offer] , une place t’est gardée
    [line] , sur la liste d’attente
   *[none] { "" }
}
mydata-hosted = Soirées que tu organises
mydata-hosted-line = { $when } · { $server } · { $episodes } · { $part ->
    [host] tu organises
   *[other] tu coorganises
}
mydata-episodes = { $first ->
    [one] épisode { $first }
   *[other] épisode { $first }
}
mydata-episodes-range = épisodes { $first } à { $last }
mydata-series = Séries que tu organises
mydata-series-line = { $server } · à partir du { $day }, { $time } ({ $zone })
mydata-regular = Séries dont tu suis toutes les soirées
mydata-edits = Changements de soirées que tu n’as pas confirmés
mydata-edits-line = { $count ->
    [one] Un changement
   *[other] { $count } changements
} ; chacun disparaît après un jour
mydata-polls = Sondages que tu as créés
mydata-poll-line = { $server } · { $question }
mydata-notes = Notes que tu as écrites pour un serveur
mydata-note-line = { $server } · { $written }
mydata-question-hidden = une question sur un épisode que tu n’as pas encore vu
mydata-votes = Tes bulletins
mydata-vote-line = { $server } · { $question } · { $chosen }
mydata-vote-anonymous = anonyme
mydata-vote-hidden = je garde ton choix pour moi tant que tu n’en es pas là
mydata-vote-arc = des bulletins à { $count ->
    [one] un épisode
   *[other] { $count } épisodes
}
mydata-votes-lost = Les bulletins des sondages anonymes sont introuvables pour l’instant : la clé qui les cache n’est pas la bonne. Dis-le à la personne qui me fait tourner.
mydata-drafts = Sondages inachevés
mydata-drafts-line = { $count ->
    [one] Un brouillon
   *[other] { $count } brouillons
} ; chacun disparaît après deux jours
mydata-imports = Imports qui t’attendent
mydata-imports-line = { $count ->
    [one] Un fichier
   *[other] { $count } fichiers
} ; chacun disparaît après un jour
mydata-flags = Messages que tu as jugés
mydata-flags-line = { $count ->
    [one] Un message dont tu as dit s’il dévoile quelque chose
   *[other] { $count } messages dont tu as dit s’ils dévoilent quelque chose
} ; chacun est effacé après trente jours, et personne d’autre ne l’apprend
mydata-quiz = Quiz
mydata-quiz-line = { $count ->
    [one] Réponse à { $count } question
   *[other] Réponses à { $count } questions
} · { $days ->
    [one] sur { $days } jour
   *[other] sur { $days } jours d’affilée
}. Lesquelles, et quand, c’est dans le fichier.
mydata-quiz-begun = Une partie commencée, aucune réponse pour l’instant
mydata-quiz-nights = Soirées quiz : { $played } en jouant, { $hosted } en animant
mydata-quiz-dailies = Questions du jour : { $answered } avec une réponse de toi, { $begun } lancées par toi
mydata-quiz-reminders = { $count ->
    [one] Tu viens à { $count } soirée quiz
   *[other] Tu viens à { $count } soirées quiz
}
mydata-quiz-points = Au classement de { $server } : { $points ->
    [one] { $points } point
   *[other] { $points } points
}
mydata-quiz-unnamed = Sans ton nom dans les classements et sur les podiums
mydata-quiz-written = Une question de toi : { $question }
mydata-times = Dates des soirées
mydata-times-line = Recherches de date : tu as coché dans { $ticked }, tu en as lancé { $asked }
mydata-clubs = Clubs
mydata-clubs-line = Animés : { $count } · avec un rappel deux jours avant : { $nudged } · nom montré à la fin de la saison : { $named }
mydata-veils = Messages voilés
mydata-veil-line = { $when } · { $server } · { $part ->
    [author] écrit par toi
   *[other] voilé par toi
} (seulement qui et où ; le texte est chez Discord)
mydata-shares = Réponses que tu as partagées
mydata-shares-line = { $count ->
    [one] Un message de ma part
   *[other] { $count } messages de ma part
} : où il est, pour que tu puisses le couvrir ou le retirer

mydata-exported = Tout ce que je garde sur toi. Personne d’autre ne voit ce fichier.
mydata-delete-title = Tout supprimer ?
mydata-delete-what = **Disparaît aussitôt :** où tu en es, ton fuseau, tes rappels ; tes places et tes réponses ; tes bulletins, même anonymes ; tes brouillons ; ton nom sur les sondages, soirées, séries et voiles.
mydata-delete-stays = **Reste, sans ton nom :** les sondages et les soirées auxquels d’autres participent, avec les mots que tu leur as donnés, et les décomptes des sondages clos. Ta soirée passe à qui la coorganise ; sinon, la modération s’en occupe, et une série s’arrête là.
mydata-delete-known = Je ne saurai alors plus rien de toi, et te redemanderai où tu en es. C’est irréversible : emporte d’abord ton fichier si tu risques d’en avoir besoin.
mydata-delete-yes = Tout supprimer
mydata-delete-no = Garder
mydata-kept = Rien n’a changé.
mydata-deleted = C’est fait. Je ne garde plus rien sur toi, sur aucun serveur.
mydata-deleted-ballots = { $count ->
    [0] { "" }
    [one] Ton bulletin dans un sondage a disparu.
   *[other] Tes bulletins dans { $count } sondages ont disparu.
}
mydata-deleted-incomplete = Il reste une chose : tes bulletins dans les sondages anonymes. La clé qui les retrouve n’est pas la bonne pour l’instant. Dis-le à la personne qui me fait tourner, puis refais `/mes-données supprimer` quand elle sera revenue.

# Noms des commandes et des options
mydata-name-mydata = mes-données
mydata-name-show = voir
mydata-name-export = exporter
mydata-name-delete = supprimer
