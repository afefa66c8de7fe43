# /party : les soirées, leurs séries, les rappels et l’horloge commune

party-command = Regarder la série ensemble
party-schedule-command = Planifier une soirée
party-series-command = Planifier un épisode chaque semaine, ou à un autre rythme
party-find-command = Demander à tous quand ils peuvent, puis planifier
party-list-command = Voir les soirées à venir
party-show-command = Voir une soirée ; je republie sa carte si elle a été supprimée
party-calendar-command = Mettre les soirées dans ton agenda (.ics)
party-answer-command = Dire si tu viens
party-clock-command = On en est où ? Et, pour les hôtes, mener la séance
party-edit-command = Modifier une soirée, ou elle et toutes les suivantes
party-cancel-command = Annuler une soirée
party-skip-command = Sauter une date d’une série ; les épisodes se décalent
party-revive-command = Rétablir une soirée annulée, ou une date sautée
party-seat-command = Pour les hôtes : donner, reprendre ou céder une place
party-remind-command = Choisir quand et où je t’envoie des rappels
party-zone-command = Régler ton fuseau horaire

party-option-when = « vendredi 21h », « 4 décembre 20 h 30 », « dans 3 jours », ou @time
party-option-times = « soirs de semaine la semaine prochaine », « sam ou dim 20h Paris »
party-option-find-channel = Où je demande, puis publie la carte ; vide : ici
party-option-episode = Quel épisode
party-option-to = Jusqu’à quel épisode, s’il y en a plusieurs
party-option-channel = Où publier la carte ; ici par défaut
party-option-channels = Où publier les cartes ; ici par défaut
party-option-voice = Le salon vocal où se retrouver ; sinon chacun chez soi
party-option-seats = Nombre de places ; vide : sans limite
party-option-note = Ce que tout le monde doit savoir
party-option-call = Un rôle à mentionner au début
party-option-seat-role = Un rôle pour les inscrits, jusqu’à la fin
party-option-close = Clore les réponses combien de minutes avant le début
party-option-minimum = L’annuler une heure avant s’il vient moins de monde que cela
party-option-length = La durée d’un épisode en minutes, si tu la connais
party-option-event = Dans les événements du serveur aussi (par défaut si tout le monde voit le salon)
party-option-wait = Vrai : tout inscrit peut mettre en pause avec « Attendez ! »
party-option-first = La première soirée : « vendredi 4 décembre 21h »
party-option-every = À quel rythme : « chaque semaine », « tous les 3 jours », « troisième vendredi du mois »
party-option-per-evening = Combien d’épisodes par soirée ; un seul par défaut
party-option-evenings = Combien de soirées au plus
party-option-for-role = Seuls les membres qui ont ce rôle peuvent prendre une place
party-option-new-channel = Déplacer sa carte dans un autre salon
party-option-clear = Retirer quelque chose
party-option-lost = Quoi rétablir
party-option-give = Qui reçoit une place
party-option-take = À qui était la place ; je préviens par message privé si c’est permis
party-clear-voice = salon vocal
party-clear-roles = rôles exigés
party-clear-note = note
party-clear-call = rôle à mentionner
party-clear-seat-role = rôle des inscrits
party-clear-length = durée
party-option-first-episode = L’épisode du début ; 1 par défaut
party-option-last-episode = L’épisode de la fin ; 8 par défaut
party-option-weekdays = Plusieurs jours par semaine : « lun jeu » ; sinon celui de la première
party-option-until = Aucune soirée après ce jour
party-option-skip = Les jours à sauter, avec des virgules : « 25 décembre, 1er janvier »
party-option-party = Quelle soirée
party-option-calendar = Quelle soirée ; vide : toutes celles à venir
party-option-calendar-series = Vrai : avec toute sa série
party-option-come = Tu viens ?
party-option-do = Pour les hôtes ; laisse vide pour savoir où l’on en est
party-option-position = Où aller : 17:42
party-option-new-when = Le nouvel horaire
party-option-new-seats = Nombre de places ; 0 : sans limite
party-option-cohost = Quelqu’un qui pourra aussi modifier et mener
party-option-no-cohost = Quelqu’un qui ne le pourra plus
party-option-following = Vrai : celle-ci et toutes les suivantes
party-option-city = Une grande ville près de chez toi ; laisse vide pour voir ton fuseau
party-choice-first = premier du mois
party-choice-second = deuxième du mois
party-choice-third = troisième du mois
party-choice-fourth = quatrième du mois
party-choice-last = dernier du mois
party-every-day = { $step ->
    [1] tous les jours
    [2] un jour sur deux
   *[other] tous les { $step } jours
}
party-every-week = { $step ->
    [1] chaque semaine
    [2] une semaine sur deux
   *[other] toutes les { $step } semaines
}
party-every-month = { $step ->
    [1] chaque mois
    [2] un mois sur deux
   *[other] tous les { $step } mois
}
party-every-weekday = { $step ->
    [1] chaque { $day }
    [2] un { $day } sur deux
   *[other] tous les { $step } { $day }s
}
party-weeks-on = { $often }, { $days }
party-days-and = { $first } et { $last }
party-nth-weekday = { $nth } { $day } du mois
party-choice-going = je viens
party-choice-late = je viens, mais en retard
party-choice-maybe = peut-être
party-choice-no = je ne peux pas
party-choice-go = commencer
party-choice-pause = pause
party-choice-resume = reprendre
party-choice-back = reculer de 10 secondes
party-choice-jump = aller à
party-choice-break = entracte de 5 minutes
party-choice-undo = annuler le dernier geste
party-choice-next = épisode suivant
party-choice-end = terminer

# Les mots de toutes les cartes

party-episode = Épisode { $episode }
party-episodes = { $together ->
    [2] Épisodes { $first } et { $last }
   *[other] Épisodes { $first } à { $last }
}
party-with-title = { $name } · { $title }
party-hour = { $sharp ->
    [1] { $hour } h
   *[other] { $hour } h { $minute }
}
party-wall = { $weekday } { $day }, { $time }
party-weekday-0 = lundi
party-weekday-1 = mardi
party-weekday-2 = mercredi
party-weekday-3 = jeudi
party-weekday-4 = vendredi
party-weekday-5 = samedi
party-weekday-6 = dimanche
party-cities = { $same_day ->
    [1] 🗽 New York { $new_york } · 🗼 Paris { $paris } ({ $paris_day })
   *[other] 🗽 New York { $new_york_day } { $new_york } · 🗼 Paris { $paris_day } { $paris }
}
party-cities-odd = Une seule des deux villes a changé d’heure : cette semaine, { $new_york } à New York, c’est { $paris } à Paris, { $hours } heures d’avance au lieu de 6.
party-at-home = 🏠 chacun chez soi
party-in-voice = 🔊 { $channel }
party-host = proposée par { $host }
party-hosts = proposée par { $host } avec { $others }
party-host-forgotten = la modération
party-and-more = { $names } et { $count } de plus
party-late-name = { $name } (en retard)
party-list-end = { $first } et { $last }
party-nth = { $nth ->
    [1] premier
    [2] deuxième
    [3] troisième
    [4] quatrième
    [5] cinquième
   *[other] dernier
}
party-weekly = { $step ->
    [1] chaque { $days } à { $time } (heure de { $city })
    [2] une semaine sur deux, { $days }, à { $time } (heure de { $city })
   *[other] toutes les { $step } semaines, { $days }, à { $time } (heure de { $city })
}
party-monthly = { $step ->
    [1] chaque { $nth } { $days } du mois à { $time } (heure de { $city })
   *[other] tous les { $step } mois, le { $nth } { $days } à { $time } (heure de { $city })
}
party-daily = { $step ->
    [1] tous les jours à { $time } (heure de { $city })
    [2] un jour sur deux à { $time } (heure de { $city })
   *[other] tous les { $step } jours à { $time } (heure de { $city })
}

# La carte

party-title-draft = 🎬 Soirée Étoile · { $name }
party-title-planned = 🎬 { $name } · prévue
party-title-open = 🎬 { $name }
party-title-live = 🎬 C’est parti · { $name }
party-title-over = Terminé · { $name }
party-title-cancelled = Annulée · { $name }
party-why-host = L’hôte l’a annulée.
party-why-series = L’hôte l’a annulée, avec le reste de la série.
party-why-minimum = { $count ->
   *[other] Moins de { $count } personnes pouvaient venir.
}
party-seats = { $seats ->
    [0] Places sans limite
    [one] Une place
   *[other] { $seats } places
}
party-coming = { $limited ->
    [1] Inscrits ({ $count } sur { $seats })
   *[other] Inscrits ({ $count })
}
party-maybe = Peut-être ({ $count })
party-waiting = Liste d’attente ({ $count })
party-absent = { $count ->
    [one] 1 personne ne peut pas venir
   *[other] { $count } personnes ne peuvent pas venir
}
party-was = C’est fini. Merci à tout le monde.
party-nobody-came = C’est fini. Personne n’avait pris de place.
party-closes = Réponses jusqu’au { $until }.
party-minimum = S’il vient moins de { $count } personnes d’ici { $until }, elle sera annulée.
party-only-for = 🔒 Réservé à { $roles }.
party-moved-to = La soirée **{ $name }** a déménagé dans { $channel }.
party-everybody = tout le monde
party-series-line = Une série : { $rhythm }.
party-then = Ensuite : { $days }.
party-policy = Si un changement d’heure saute cet horaire, ce sera une heure plus tard ; s’il le répète, la première fois compte.
party-mirror-refused = Pas dans les événements du serveur : je n’ai pas le droit d’en créer.
party-mirror-full = Pas dans les événements du serveur : il y en a déjà 100.
party-answer-going = Je viens
party-answer-late = En retard
party-answer-maybe = Peut-être
party-answer-no = Non
party-who = Qui vient ?
party-reminders = Rappels
party-calendar = Agenda
party-manage = Gérer
party-more = Plus
party-to-all = Je viens à toutes
party-not-to-all = Je ne viens plus à toutes
party-to-thread = Voir le fil
party-to-card = Voir la carte
party-you-come = Tu as une place.
party-me-nothing = Tu n’as pas encore répondu.
party-me-late = Tu as une place, et tu arriveras en retard.
party-me-maybe = Tu as dit : peut-être.
party-me-no = Tu ne viens pas.
party-me-no-reminder = Je ne t’enverrai pas de rappel.
party-me-reminded = { $direct ->
    [1] Je te le rappellerai par message privé : { $times }.
   *[other] Je te le rappellerai dans le fil de la soirée : { $times }.
}
party-behind = { $count ->
    [one] Il te reste un épisode à voir avant la soirée, { $soon }.
   *[other] Il te reste { $count } épisodes à voir avant la soirée, { $soon }.
}
party-seen-it = { $count ->
    [one] Déjà vu
   *[other] Déjà vus
}
party-missed-it = { $count ->
    [one] Tu as manqué l’épisode { $episode } ? Son résumé demande avant de dévoiler quoi que ce soit. En dessous, l’histoire jusqu’à l’épisode où tu en es.
   *[other] Tu as manqué ces épisodes ? Leurs résumés demandent avant de dévoiler quoi que ce soit. En dessous, l’histoire jusqu’à l’épisode où tu en es.
}
party-you-do-not = C’est noté.
party-you-wait = { $before ->
    [0] Toutes les places sont prises. Tu es en tête de la liste d’attente ; je te préviendrai dès qu’une place se libère.
    [one] Toutes les places sont prises. Une personne est avant toi sur la liste d’attente ; je te préviendrai quand ce sera ton tour.
   *[other] Toutes les places sont prises. { $before } personnes sont avant toi sur la liste d’attente ; je te préviendrai quand ce sera ton tour.
}
party-you-are-offered = Une place t’est gardée, jusqu’à { $until }. Appuie sur « Je viens » pour la prendre.
party-who-seat = Inscrits :
party-who-offer = Une place est gardée pour :
party-who-line = Liste d’attente :
party-who-maybe = Peut-être :
party-who-no = Ne viennent pas :
party-who-going = Viendraient :
party-who-late = Viendraient en retard :
party-nobody-yet = Personne n’a encore répondu.
party-page = Page { $page } sur { $pages }

# Prévoir

party-preview = Personne d’autre ne voit ceci. Publie quand tout est bon.
party-your-clock = Compris à l’heure de { $city } : **{ $time }**
party-servers-clock = À l’heure du serveur ({ $city }) : { $time }
party-note-spoils = ⚠️ Ta note parle de l’épisode { $episode } : c’est plus qu’on ne peut en dire là-bas. La carte la tait ; dans mes réponses, je la montre aux membres qui en ont vu autant.
party-where-posted = La carte ira dans { $channel }.
party-extra-call = 🔔 Je mentionnerai { $role } au début.
party-extra-seat-role = 🎫 Les inscrits reçoivent { $role } jusqu’à la fin.
party-extra-length = { $count ->
    [one] ⏱️ Un épisode dure 1 minute.
   *[other] ⏱️ Un épisode dure { $count } minutes.
}
party-extra-event = 📌 Elle figurera aussi parmi les événements du serveur.
party-extra-no-event = 📌 Elle ne figurera pas parmi les événements du serveur.
party-extra-wait = ✋ Les inscrits peuvent mettre en pause avec **Attendez !**
party-plan = { $count ->
    [one] 🗓️ **Une soirée :**
   *[other] 🗓️ **{ $count } soirées :**
}
party-plan-short = ⚠️ Il ne reste aucune soirée pour { $name }.
party-plan-skips = Dates sautées : { $days }.
party-read-guess = Compris à l’heure de **{ $city }**, au jugé. Si ce n’est pas la tienne, choisis une autre ville ci-dessous ; le reste de ce que tu as tapé est gardé.
party-first-moved = ⚠️ Tu as tapé { $typed } pour la première soirée, mais ce n’est pas un jour de la série : elle commence au suivant.
party-skips-idle = ⚠️ Rien n’est sauté le { $days } : aucune soirée ne tombe ce jour-là.
party-clash = ⚠️ Une autre soirée tombe en même temps : { $name }, { $when }.
party-whose-clock = **À l’heure de quelle ville ?** Je ne le demande qu’une fois ; `/soirée fuseau` le change.
party-choose-city = Choisis la ville la plus proche
party-post = Publier
party-edit = Modifier
party-discard = Abandonner
party-posted = Publiée dans { $channel }. Je tiendrai la carte à jour, j’ouvrirai un fil une demi-heure avant le début, et je lancerai le compte à rebours.
party-posted-later = La soirée est planifiée, mais Discord ne prend pas la carte pour le moment. Je la publierai dans { $channel } dès que possible ; rien n’est perdu.
party-cannot-post = La soirée est planifiée, mais je n’ai pas le droit d’écrire dans { $channel }. Accorde-moi « Envoyer des messages » là-bas, puis utilise `/soirée voir`.
party-posted-again = La carte avait disparu. Je l’ai republiée dans { $channel }.
party-discarded = C’est abandonné. Rien n’a été publié.
party-list-title = À venir
party-list-empty = Rien n’est planifié. `/soirée planifier` peut y remédier.
party-list-live = en cours
party-list-planned = pas encore annoncée
party-list-you = tu viens
party-list-goes-on = ↳ La série continue jusqu’au { $until } ({ $name }).
party-lost-date = Date sautée · { $when }
party-lost-party = { $name } · { $when } · annulée

# Modifier

party-manage-hint = Si tu changes l’horaire, je préviendrai les inscrits, une seule fois.
party-skip = Sauter cette date
party-cancel = Annuler…
party-keep = Garder la soirée
party-revive = La rétablir
party-revived = Elle est rétablie : { $when }. Je préviens les membres qui avaient une place.
party-revive-all = La rétablir, avec toutes les suivantes
party-revived-all = Elles sont rétablies, la première { $when }. Je préviens les membres qui avaient une place.
party-unskip = Rétablir cette date
party-unskip-placeholder = Rétablir une date sautée
party-unskipped = La date { $when } est rétablie. La suite avance d’une date, et je préviens les inscrits.
party-seat-button = Places…
party-seat-title = Une place à la main
party-seat-give = Qui reçoit une place
party-seat-give-hint = Laisse vide pour seulement reprendre une place.
party-seat-take = À qui était la place
party-seat-take-hint = Avec les deux, la place passe de l’un à l’autre.
party-seat-hand-given = { $who } a maintenant une place. Je préviens cette personne.
party-seat-hand-taken = { $whose } n’a plus de place. Elle revient à la liste d’attente, s’il y en a une.
party-seat-hand-moved = La place de { $whose } est maintenant celle de { $who }. Je préviens cette personne.
party-seat-told = J’ai prévenu { $whose } par message privé.
party-seat-not-told = Je ne peux pas écrire à { $whose } en privé : préviens cette personne toi-même.
party-seat-lost = Les hôtes ont repris ta place pour **{ $name }** ({ $at }). Si c’est une erreur, demande à { $host }.
party-cancel-one = Annuler celle-ci
party-cancel-all = Toutes les suivantes
party-cancel-question = Annuler { $name } ? Je préviendrai les inscrits.
party-cancel-series = Elle fait partie d’une série. **Cette date seulement :** { $name } passe à la suivante. **Avec son épisode :** il n’est pas regardé. **Toutes les suivantes :** la série s’arrête là.
party-cancel-skip = Cette date seulement
party-cancel-with-episode = Avec son épisode
party-cancelled-one = Annulé : **{ $name }**, { $when }. Je préviens les inscrits.
party-cancelled-all = Annulé : **{ $name }**, { $when }, avec toutes les suivantes. Je préviens les inscrits.
party-skipped = Date sautée : { $when }. Les épisodes passent aux dates suivantes, et je préviens les inscrits.
party-edited = Modifié : **{ $name }**
party-edited-all = Modifié : **{ $name }**, avec toutes les suivantes
party-mirrored-again = Je la remets parmi les événements du serveur.
party-edit-title = Modifier la soirée
party-edit-when = Nouvel horaire
party-edit-when-hint = À l’heure de { $city }. Ce que tu ne tapes pas reste : le jour ou l’heure.
party-edit-seats = Places
party-edit-seats-hint = Vide : sans limite.
party-edit-note = Note
party-edit-scope = Lesquelles ?
party-edit-one = Seulement celle-ci
party-edit-all = Celle-ci et toutes les suivantes
party-edit-question = Modifier { $name } ?
party-edit-start-was = **Début :** ~~{ $old }~~ → **{ $new }**
party-edit-episode-was = **Épisodes :** { $old } → **{ $new }**
party-edit-seats-was = **Places :** { $old } → **{ $new }**
party-edit-length-was = **Durée d’un épisode :** { $old } → **{ $new }**
party-edit-voice-was = **Salon vocal :** { $old } → **{ $new }**
party-edit-channel-was = **Salon :** { $old } → **{ $new }**
party-edit-roles-was = **Réservé à :** { $old } → **{ $new }**
party-edit-roles = Seulement pour ces rôles
party-edit-channel-note = Je publierai une nouvelle carte là-bas, et l’ancienne dira où elle est.
party-edit-dropped-count = { $count ->
    [one] ⚠️ Une soirée disparaît : il ne reste ni épisode ni date pour elle.
   *[other] ⚠️ { $count } soirées disparaissent : il ne reste ni épisode ni date pour elles.
}
party-edit-call-was = **Rôle mentionné au début :** { $old } → **{ $new }**
party-edit-seat-role-was = **Rôle des inscrits :** { $old } → **{ $new }**
party-edit-closes-was = **Fin des réponses :** { $old } → **{ $new }**
party-edit-minimum-was = **Annulée en dessous de :** { $old } → **{ $new }**
party-edit-event-was = **Parmi les événements du serveur :** { $old } → **{ $new }**
party-edit-wait-was = **Attendez ! met en pause :** { $old } → **{ $new }**
party-edit-hosts-was = **Coorganisateurs :** { $old } → **{ $new }**
party-edit-note-new = **Nouvelle note :**
party-edit-note-gone = **Note :** retirée
party-none = aucun
party-yes = oui
party-no = non
party-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
party-edit-along = { $count ->
    [one] La suivante de la série change aussi.
   *[other] Les { $count } suivantes de la série changent aussi.
}
party-edit-told = { $count ->
    [one] Je préviendrai un membre, qui a une place ou en attend une.
   *[other] Je préviendrai { $count } membres, qui ont une place ou en attendent une.
}
party-edit-apply = Modifier
party-edit-drop = Ne rien changer
party-edit-dropped = Rien ne change.
party-edit-nothing = Rien n’a changé : c’est déjà ainsi.
party-edit-gone = Cette modification est déjà faite, abandonnée, ou n’est pas la tienne. Recommence avec `/soirée modifier`.
party-which-moment = Lequel voulais-tu dire ?
party-read-there = -# À l’heure de { $city }. Le reste de ce que tu as tapé est gardé.
party-another-city = Une autre ville…
party-city-title = C’est l’heure de quelle ville ?
party-city = Ville
party-city-hint = Une grande ville près de chez toi, ou un pays à fuseau unique
party-no-city = Je ne connais pas de ville qui s’appelle « { $typed } ». Essaie une plus grande, tout près.

# Rappels et nouvelles

party-reminder = Soirée **{ $name }**. Début : { $at }, { $soon }. [Voir la carte]({ $link })
party-reminder-late = J’étais hors ligne, ce rappel arrive donc en retard. Soirée **{ $name }**. Début : { $at }, { $soon }. [Voir la carte]({ $link })
party-still-coming = Je viens toujours
party-starts = La soirée **{ $name }** commence. Ouvre l’épisode, mets-le en pause au début, et appuie sur **C’est prêt**.
party-started-late = J’étais hors ligne quand la soirée **{ $name }** devait commencer ({ $at }), je n’ai donc mentionné personne. On peut commencer maintenant.
party-missed = J’étais hors ligne quand la soirée **{ $name }** devait commencer ({ $at }), et trop longtemps pour rattraper cela. Toutes mes excuses. L’hôte peut la replanifier.
party-offer = Une place pour **{ $name }** ({ $at }) est à toi jusqu’à { $until }. Ensuite, elle passe à la personne suivante.
party-seat-given = Une place pour **{ $name }** ({ $at }) est maintenant à toi. Tu viens toujours ?
party-seat-given-moved = Une place pour **{ $name }** est maintenant à toi, et la soirée change d’horaire : { $at }, { $soon }. Tu pourras venir ?
party-take = Je la prends
party-pass = Je la laisse
party-news-moved = La soirée **{ $name }** change d’horaire : { $at }, { $soon }. Tu peux toujours venir ?
party-news-back = La soirée **{ $name }** a finalement lieu : { $at }, { $soon }.
party-news-cancelled = La soirée **{ $name }** ({ $at }) est annulée.
party-news-series = La soirée **{ $name }** ({ $at }) est annulée, avec le reste de sa série.
party-news-minimum = La soirée **{ $name }** ({ $at }) est annulée : moins de { $count } personnes pouvaient venir.
party-still = Je viens toujours
party-no-longer = Je ne peux plus
party-event-gone = L’événement de cette soirée a été annulé sur le serveur. La soirée elle-même est-elle annulée ?
party-event-name = Soirée Étoile · { $name }
party-event-text = Étoile, à regarder ensemble. Dis si tu viens : { $link }
party-event-place = Discord
party-thread-name = { $name } · { $day } { $month }
party-calendar-name = Soirées Étoile
party-calendar-here = { $count ->
    [one] Importe ce fichier dans ton agenda. L’importer de nouveau après un changement met l’entrée à jour.
   *[other] { $count } soirées. Importe ce fichier dans ton agenda ; l’importer de nouveau plus tard les met à jour.
}
party-google = Google Agenda

party-reminders-title = Tes rappels
party-reminded-thread = Je te mentionnerai dans le fil de la soirée, à ces moments-là et au début.
party-reminded-direct = Je t’enverrai un message privé, à ces moments-là et au début.
party-reminded-never = Je ne te mentionnerai pas. Choisis un moment pour changer cela.
party-reminders-note = Pour chaque soirée où tu as une place, sur tous les serveurs. Personne d’autre ne voit ceci.
party-no-reminder = Aucun rappel
party-before = { $minutes ->
    [15] 15 minutes avant
    [30] 30 minutes avant
    [60] 1 heure avant
    [180] 3 heures avant
    [1440] 1 jour avant
   *[other] 1 semaine avant
}
party-quiet = Heures calmes
party-quiet-none = Pas d’heures calmes
party-quiet-hours = Silence de { $first } h à { $last } h
party-quiet-clock = Les heures calmes suivent ton heure ({ $city }). Je n’envoie pas les rappels qui y tombent.
party-quiet-no-clock = Les heures calmes suivent l’heure de chaque soirée, tant que `/soirée fuseau` ne m’a pas dit la tienne. Je n’envoie pas les rappels qui y tombent.
party-direct = M’envoyer les rappels en message privé
party-in-thread = M’envoyer les rappels dans le fil
party-direct-test = C’est ainsi que je t’enverrai les rappels.
party-direct-closed = Tes messages privés me sont fermés, je continuerai donc à te mentionner dans le fil. Ouvre-les dans les paramètres de confidentialité de ce serveur, puis réessaie.
party-stop = Ne plus m’envoyer de rappels
party-stopped = Je ne t’enverrai plus de rappels. `/soirée rappels` les réactive.

# L’horloge commune

party-ready = C’est prêt
party-where = On en est où ?
party-host-controls = Régie
party-wait = Attendez !
party-wait-asked = J’ai demandé une pause aux hôtes.
party-wait-paused = J’ai mis en pause pour toi. Quand tu es de retour, dis-le aux hôtes.
party-wait-line = ✋ { $who } demande une pause.
party-wait-line-paused = ✋ { $who } a besoin d’un moment : j’ai mis en pause.
party-clock-ready = Tout le monde est prêt ? · { $name }
party-clock-countdown = À vos marques · { $name }
party-clock-break = Entracte · { $name }
party-clock-playing = En cours · { $name }
party-clock-paused = En pause à { $position } · { $name }
party-clock-waiting = Bientôt · { $name }
party-clock-ended = Fin de l’épisode · { $name }
party-clock-over = Terminé · { $name }
party-clock-stopped = L’horloge est arrêtée.
party-get-ready = Ouvre l’épisode, mets-le en pause à 00:00:00, et appuie sur **C’est prêt**. Quand tout le monde l’aura fait, je lancerai le compte à rebours.
party-ready-until = Celles et ceux qui sont prêts commencent au plus tard à { $until } ; ensuite, il suffit que quelqu’un appuie sur « C’est prêt ».
party-ready-count = C’est prêt ({ $ready } sur { $all })
party-not-ready = Pas encore
party-play-at = ▶ Lecture à { $at }
party-play-from = Appuie alors sur lecture, { $from_where }.
party-bar = { $done } min sur { $whole }
party-from = { $beginning ->
    [1] depuis le début
   *[other] depuis **{ $position }** de l’épisode
}
party-stands = Tout le monde est à **{ $position }**.
party-get-set = Ouvre l’épisode et mets-le en pause à { $position }. Un hôte le lance avec **Commencer**.
party-began = À **{ $at }** ({ $ago }), tout le monde a lancé la lecture, { $from_where }.
party-ask-where = En retard ? **On en est où ?** te dit où lancer la lecture.
party-for-hosts = Pour les hôtes :
party-steer-go = Commencer sans les autres
party-steer-start = Commencer
party-steer-pause = Pause
party-steer-resume = Reprendre
party-steer-back = Reculer 10 s
party-steer-break = Entracte 5 min
party-steer-undo = Annuler le geste
party-steer-next = Épisode suivant
party-jump = Aller à…
party-end = Terminer
party-end-question = Terminer la soirée pour tout le monde ?
party-end-sure = Oui, c’est fini
party-ended = C’est fini. La carte de fin arrive.
party-end-undo = Ce n’est pas fini
party-jump-title = Aller à…
party-jump-label = Position
party-jump-hint = 17:42, ou 1:02:03
party-try-again = Réessayer
party-go = **{ $name }** : lecture à **{ $at }** ({ $soon }), { $from_where }.
party-go-break = Entracte. **{ $name }** reprend à **{ $at }** ({ $soon }), { $from_where }.
party-go-next = **{ $name }** : c’est la suite. Ouvre-le, mets-le en pause à 00:00:00, et attends : un hôte le lance sur [l’horloge]({ $link }).
party-line-paused = ⏸️ Pause. Tout le monde s’arrête à **{ $position }** et attend le compte à rebours.
party-line-waiting = ⏸️ **{ $name }** n’a pas commencé. Mets-le en pause à 00:00:00 et attends : un hôte le lance sur [l’horloge]({ $link }).
party-line-back = ⏪ Retour de 10 s : on en était à **{ $position }** à **{ $at }**. Recule de 10 secondes sur ton lecteur.
party-line-on = ▶️ La dernière action est annulée : ça continue, depuis **{ $position }** à **{ $at }**. **On en est où ?** te dit où appuyer sur lecture.
party-stale-moved = -# Ce n’est plus valable : **{ $name }** commence maintenant le { $at }, { $soon }. [Voir la soirée]({ $link })
party-stale-cancelled = -# Ce n’est plus valable : **{ $name }** est annulé.
party-stale-begun = -# **{ $name }** a commencé. [Voir la soirée]({ $link })
party-stale-started = -# **{ $name }** a démarré. **On en est où ?** sur [l’horloge]({ $link }) te dit où appuyer sur lecture.
party-stale-over = -# **{ $name }** est terminé.
party-stale-answered = -# Quelqu’un a touché à l’horloge depuis. [Voir la soirée]({ $link })
party-stale-taken = -# La place pour **{ $name }** ({ $at }) est prise : elle est à toi. [Voir la soirée]({ $link })
party-stale-passed = -# La place pour **{ $name }** ({ $at }) est allée à quelqu’un d’autre. [Voir la soirée]({ $link })
party-is-it-over = L’épisode est-il fini ? Si oui, appuie sur « Terminer ». Sinon, continuez : je redemanderai plus tard.
party-you-are-ready = C’est noté.
party-countdown-there = Le compte à rebours est dans { $thread }.
party-you-are-not-ready = Pas encore, alors.
party-cue = **{ $now }** en ce moment. Va à **{ $press }**, et lance la lecture dans { $seconds } s, à { $at }.
party-here-ready = Pas encore commencé. Ouvre l’épisode, mets-le en pause à 00:00:00, et appuie sur « C’est prêt ».
party-here-countdown = Lance la lecture à **{ $at }** ({ $soon }), { $from_where }.
party-here-break = Entracte : reprise à **{ $at }** ({ $soon }), { $from_where }.
party-here-paused = En pause à **{ $position }**. Arrête-toi là et attends le compte à rebours.
party-here-waiting = Pas encore commencé. Ouvre l’épisode, mets-le en pause à 00:00:00, et attends le compte à rebours.
party-here-episode = { $name } · { $line }
party-here-ended = L’épisode est fini.
party-here-over = La soirée est finie.
party-here-playing = **{ $position }** en ce moment.
party-over-host = Merci d’avoir regardé ensemble.
party-over-length = Merci d’avoir regardé ensemble.
party-over-idle = Plus personne n’appuyait sur rien depuis longtemps, j’ai donc clos la soirée.
party-evening-came = { $count ->
    [one] Une personne est venue
   *[other] { $count } personnes sont venues
}
party-evening-new-york = New York { $hour }
party-evening-paris = Paris { $hour }
party-next-time = La prochaine fois : { $when }, { $soon }.
party-count = Compter l’épisode { $episode } comme vu
party-counted = L’épisode { $episode } est compté comme vu.
party-count-question = Tu m’avais dit moins que cela. Cela compte **les épisodes { $first } à { $last }** comme vus, et je ne cacherai plus ce qu’ils racontent.
party-count-all = Compter { $first } à { $last }
party-counted-already = Tu me l’avais déjà dit, et peut-être davantage.
party-next-question = Un sondage revient à chaque épisode, et sa prochaine question t’est ouverte.
party-to-poll = Voir le sondage
party-voice = { $name } · { $phase ->
    [ready] on se prépare
    [countdown] à vos marques
    [break] entracte
    [paused] en pause
    [waiting] bientôt
   *[other] en cours
}
party-catch-up = Rattraper
party-attendance = Qui était là ?
party-there = { $count ->
    [one] Une personne était là : { $names }
   *[other] { $count } personnes étaient là : { $names }
}
party-there-nobody = Personne n’a appuyé sur « C’est prêt ». Cela ne dit pas grand-chose : on oublie vite les boutons.

# Ce qui ne se peut pas

party-gone = Cette soirée n’existe plus. `/soirée liste` montre celles à venir.
party-closed = Cette soirée est terminée ou annulée.
party-draft-gone = Ce brouillon n’est plus là : publié, abandonné, ou pas le tien. Recommence avec `/soirée planifier`.
party-answers-closed = Les réponses sont closes pour cette soirée.
party-may-not-host = Sur ce serveur, ces rôles organisent les soirées : { $roles }.
party-may-not-manage = C’est réservé à ses hôtes, et aux membres qui peuvent gérer les événements.
party-may-not-steer = Seuls les hôtes, et les membres qui peuvent gérer les événements, mènent l’horloge. **On en est où ?** est pour tout le monde.
party-no-such-episode = Il y a { $last } épisodes, et le dernier ne peut pas venir avant le premier.
party-seats-wrong = Places : un nombre de 1 à { $most }, ou rien, sans limite.
party-limit-past = Cette limite serait déjà passée. Choisis un horaire plus tardif, ou moins de minutes avant.
party-too-many = Il y a déjà { $most } soirées à venir sur ce serveur. Annules-en d’abord quelques-unes.
party-cohosts-many = { $most } co-hôtes au plus.
party-has-begun = Elle a commencé. Termine-la plutôt.
party-not-begun = Elle n’a pas encore commencé.
party-not-started = On vérifie encore qui est prêt : commence d’abord.
party-started = C’est parti. Appuie sur **On en est où ?** pour rejoindre les autres.
party-not-over = Elle n’est pas encore finie.
party-end-stands = C’est fini depuis plus de 30 minutes, et ça le reste. `/soirée planifier` prépare la prochaine.
party-not-called-off = On ne peut rétablir qu’une soirée annulée qui n’a pas encore commencé.
party-not-skipped = Cette date n’est pas sautée, ou elle est passée.
party-choose-lost = Choisis parmi les suggestions ce que tu veux rétablir.
party-nothing-lost = Il n’y a rien que tu puisses rétablir : aucune soirée à venir n’a été annulée, et aucune date n’a été sautée.
party-for-roles = Les places de cette soirée sont pour { $roles }, et tu n’as aucun de ces rôles. Parles-en à un hôte si cela te semble une erreur.
party-seat-already = { $who } a déjà une place.
party-seat-not-theirs = { $who } n’a pas de place à reprendre.
party-seat-none-free = Toutes les places sont prises, ou gardées pour la liste d’attente. Choisis aussi à qui était la place, ou augmente leur nombre.
party-seat-nobody = Choisis qui reçoit une place, ou à qui tu la reprends.
party-seat-bot = Les bots ne regardent pas de séries. Choisis un membre.
party-seat-cannot-see = { $who } ne voit pas { $channel }, et ne trouverait donc pas la soirée.
party-days-and-weekdays = Tous les tant de jours, cela tombe chaque fois un autre jour de la semaine. Laisse `jours` vide, ou choisis un rythme en semaines.
party-full = Toutes les places sont prises, tu ne peux donc pas appuyer sur « C’est prêt ». Regarde quand même : **On en est où ?** est pour tout le monde.
party-clock-so-already = C’est déjà le cas.
party-no-position = Je n’ai pas su lire cette position. Tape par exemple 17:42, ou 1:02:03.
party-beyond-length = L’épisode ne dure que { $length }. Choisis un moment avant la fin.
party-wait-seated = Demander une pause est réservé aux inscrits.
party-wait-stands = Rien ne joue en ce moment : il n’y a rien à mettre en pause.
party-series-days = Cette série a lieu plusieurs jours par semaine. Change seulement l’heure, ou annule la suite et planifie une nouvelle série.
party-series-empty = Cette règle ne donne aucune date. Vérifie le dernier jour et les jours à sauter.
party-no-series = Cette soirée ne fait partie d’aucune série. Tu peux l’annuler, ou la modifier.
party-zone-first = Dis d’abord à l’heure de quelle ville tu pensais : choisis-la dans l’aperçu.
party-none-on = Aucune soirée n’est en cours ici. `/soirée liste` montre ce qui est prévu.
party-choose = Choisis une soirée parmi les suggestions.
party-no-place = Il faut un salon textuel pour la carte. Choisis-le avec `salon`.
party-place-not-yours = Tu n’as pas le droit d’écrire dans ce salon, je n’y publierai donc rien pour toi.
party-role-not-callable = Tu n’as pas le droit de mentionner ce rôle toi-même, je ne le ferai donc pas pour toi.
party-role-not-yours = Pour choisir un rôle pour les inscrits, il faut « Gérer les rôles », et un rôle que rien d’autre ne gère.
party-role-grants = Ce rôle donne des permissions. Choisis-en un qui n’en donne aucune, puisque tout le monde peut prendre une place.
party-trouble-thread-gone = Le fil de la soirée **{ $name }** ({ $when }) de { $host } a été supprimé. J’écris dans { $channel } à la place, et son horloge y est. Tu n’as rien à faire.
party-trouble-thread-closed = Le fil de la soirée **{ $name }** ({ $when }) de { $host } est verrouillé. J’écris dans { $channel } à la place. Déverrouille-le pour continuer là-bas.
party-trouble-thread-forbidden = Je ne peux pas écrire dans le fil de la soirée **{ $name }** ({ $when }) de { $host }, alors j’écris dans { $channel }. Accorde-moi « Envoyer des messages dans les fils ».
party-trouble-no-thread = Je ne peux pas ouvrir de fil pour la soirée **{ $name }** ({ $when }) de { $host } : tout se passe dans { $channel }. Accorde-moi « Créer des fils publics » si tu en veux un la prochaine fois.
party-trouble-channel-gone = Le salon de la soirée **{ $name }** ({ $when }) de { $host } a été supprimé, et sa carte avec. Je ne peux prévenir que les membres qui ont choisi les messages privés. `/soirée modifier` la déplace dans un autre salon, `/soirée annuler` l’annule.
party-trouble-channel-forbidden = Je ne peux pas écrire dans { $channel }, où se tient la soirée **{ $name }** ({ $when }) de { $host }. Je ne peux prévenir que les membres qui ont choisi les messages privés. Accorde-moi « Voir le salon » et « Envoyer des messages » ; `/soirée voir` republie ensuite la carte si elle manque.
party-trouble-card-again = La carte de la soirée **{ $name }** ({ $when }) de { $host } dans { $channel } a été supprimée, alors je l’ai republiée : [carte]({ $link }). Si la soirée n’a plus lieu, utilise `/soirée annuler`.
party-trouble-card-gone = La carte de la soirée **{ $name }** ({ $when }) de { $host } dans { $channel } a été supprimée une fois de plus. J’en reste là : `/soirée voir` la republie, `/soirée annuler` annule la soirée.
party-trouble-voice-gone = Le salon vocal de la soirée **{ $name }** ({ $when }) de { $host } dans { $channel } a été supprimé. La soirée continue sans ; `/soirée modifier` lui en donne un autre.
party-trouble-host-gone = { $host }, qui organise la soirée **{ $name }** ({ $when }) dans { $channel }, a quitté le serveur. Les co-hôtes et les membres qui peuvent gérer les événements peuvent la mener ; `/soirée modifier` ajoute un hôte, `/soirée annuler` l’annule.
party-trouble-call-role-gone = Le rôle que la soirée **{ $name }** ({ $when }) de { $host } dans { $channel } devait mentionner a été supprimé. Ceux qui ont une place sont prévenus quand même ; `/soirée modifier` choisit un autre rôle.
party-trouble-call-role-silent = Je ne peux pas mentionner le rôle choisi pour la soirée **{ $name }** ({ $when }) de { $host } dans { $channel } : il n’a prévenu personne. Permets à tous de le mentionner, ou accorde-moi « Mentionner tous les rôles ».
party-trouble-seat-role-gone = Le rôle des inscrits de la soirée **{ $name }** ({ $when }) de { $host } dans { $channel } a été supprimé. `/soirée modifier` en choisit un autre.
party-trouble-seat-role-forbidden = Je ne peux pas donner le rôle des inscrits de la soirée **{ $name }** ({ $when }) de { $host } dans { $channel }. Accorde-moi « Gérer les rôles », et place mon rôle au-dessus de celui-là.
party-trouble-not-reminded = Malgré plusieurs essais, je n’ai pas pu rappeler à tout le monde la soirée **{ $name }** ({ $when }) de { $host } dans { $channel }. Écris toi-même à ceux qui viennent : **Qui vient ?** sur [la carte]({ $link }) les nomme.
party-trouble-not-started = Malgré plusieurs essais, je n’ai pas pu prévenir tout le monde du début de la soirée **{ $name }** ({ $when }) de { $host } dans { $channel }. [La carte]({ $link }) montre son horloge : **Plus** mène aux commandes.
party-trouble-not-told = Malgré plusieurs essais, je n’ai pas pu dire à tout le monde que la soirée **{ $name }** de { $host } dans { $channel } a changé ; elle est maintenant prévue pour { $when }. Écris toi-même à ceux qui viennent : **Qui vient ?** sur [la carte]({ $link }) les nomme.
party-log-minimum = J’ai annulé la soirée **{ $name }** ({ $when }) de { $host } dans { $channel } : moins de { $count } pouvaient venir.
party-log-opened = On peut maintenant parler jusqu’à l’épisode { $episode } dans { $thread } : il y a été vu jusqu’au bout. `/etoile-admin horizon` change cela.
party-log-cancelled = { $who } a annulé la soirée **{ $name }** ({ $when }) de { $host } dans { $channel }.
party-log-cancelled-all = { $who } a annulé la soirée **{ $name }** ({ $when }) de { $host } dans { $channel }, et la suite de sa série.
party-log-skipped = { $who } a sauté la date du { $when } de la série de { $host } dans { $channel } ; **{ $name }** passe à la suivante.
party-log-revived = { $who } a rétabli la soirée **{ $name }** ({ $when }) de { $host } dans { $channel }.
party-log-moved = { $who } a déplacé la soirée **{ $name }** de { $host } dans { $channel } au { $when }.
party-log-elsewhere = { $who } a déplacé la soirée **{ $name }** ({ $when }) de { $host } dans { $channel }.
party-log-unskipped = { $who } a rétabli la date { $when } de la série de { $host } dans { $channel }.
party-log-revived-all = { $who } a rétabli la soirée **{ $name }** ({ $when }) de { $host } dans { $channel }, et la suite de sa série.
party-log-seat-given = { $host } a donné une place à { $who } pour la soirée **{ $name }** ({ $when }) dans { $channel }.
party-log-seat-taken = { $host } a repris la place de { $whose } pour la soirée **{ $name }** ({ $when }) dans { $channel }.
party-log-seat-moved = { $host } a fait passer la place de { $whose } à { $who } pour la soirée **{ $name }** ({ $when }) dans { $channel }.

# Noms des commandes et des options
party-name-party = soirée
party-name-schedule = planifier
party-name-series = série
party-name-find = trouver
party-name-times = moments
party-name-list = liste
party-name-show = voir
party-name-calendar = agenda
party-name-answer = répondre
party-name-clock = horloge
party-name-edit = modifier
party-name-cancel = annuler
party-name-skip = sauter
party-name-revive = rétablir
party-name-seat = place
party-name-per-evening = par-soirée
party-name-evenings = nombre
party-name-for-role = réservée-à
party-name-clear = retirer
party-name-give = donner
party-name-take = reprendre
party-name-remind = rappels
party-name-zone = fuseau
party-name-when = quand
party-name-episode = épisode
party-name-to = jusqu-à
party-name-channel = salon
party-name-voice = vocal
party-name-seats = places
party-name-note = note
party-name-call = mention
party-name-seat-role = rôle
party-name-close-before = clôture
party-name-minimum = minimum
party-name-length = durée
party-name-event = événement
party-name-wait = pause
party-name-first = première
party-name-every = rythme
party-name-last = dernier
party-name-weekdays = jours
party-name-until = fin
party-name-come = réponse
party-name-do = action
party-name-position = position
party-name-add-host = ajouter-hôte
party-name-remove-host = retirer-hôte
party-name-following = suivantes
party-name-city = ville
