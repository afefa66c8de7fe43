# /quiz

quiz-command = Des questions sur la série, sans rien dévoiler
quiz-me-command = Une partie rien que pour toi, à la mesure de ce que tu as vu
quiz-option-length = Combien de questions ; dix si tu ne dis rien
quiz-option-kind = Sur quoi ; laisse vide pour tout mélanger
quiz-choice-story = l’histoire
quiz-choice-cast = qui joue qui
quiz-choice-making = les coulisses
quiz-choice-music = musiques et danses
quiz-choice-ballet = la danse classique
quiz-choice-cities = Paris et New York

quiz-kind-story = L’histoire
quiz-kind-cast = Qui joue qui
quiz-kind-making = Les coulisses
quiz-kind-music_and_dance = Musiques et danses
quiz-kind-ballet = La danse classique
quiz-kind-cities = Paris et New York
quiz-head = Question { $number } sur { $of } · { $kind }
quiz-right = ✔️ **Bonne réponse !**
quiz-wrong = ✖️ **Pas tout à fait.** C’est **{ $answer }**.
quiz-source = Source : { $names }
quiz-next = Suivante
quiz-to-the-end = Mon résultat
quiz-instead = Tu as fait un retour en arrière entre-temps : voici une autre question.

quiz-score = { $right } sur { $of }
quiz-praise-all = Un sans-faute. La salle est debout.
quiz-praise-many = Bien dansé. Ce que tu as manqué reviendra plus vite que le reste.
quiz-praise-few = C’était la répétition. Ce que tu as manqué reviendra plus vite que le reste.
quiz-streak = { $days } jours d’affilée. À demain ?
quiz-read-up = **À relire**
quiz-again = Une autre partie
quiz-opens = { $count ->
    [one] { $count } question de plus s’ouvre quand tu as vu l’épisode { $episode }.
   *[other] { $count } questions de plus, tous genres confondus, s’ouvrent quand tu as vu l’épisode { $episode }.
}
quiz-untold = Tu ne m’as pas dit où tu en es : je ne pose que ce qui ne dévoile rien. `/progression définir` y change tout.
quiz-all-seen = { $count ->
    [one] **Tu as répondu à la seule question que j’ai pour toi ici.** Elle revient { $when }.
   *[other] **Tu as répondu aux { $count } questions que j’ai pour toi ici.** La prochaine revient { $when }.
}
quiz-anyway = Les revoir quand même
quiz-none-here = **Je n’ai pas encore de question de ce genre pour toi.** Essaie autre chose, ou reviens plus loin dans la saison.
quiz-not-reached = Ces questions dévoilent l’épisode { $episode }. Dis-le-moi avec `/progression définir` quand tu l’auras vu, puis appuie de nouveau.
quiz-round-gone = Cette partie est finie : tu en as commencé une autre depuis. `/quiz moi` en lance une nouvelle.
quiz-evening = Cinq questions sur la soirée

quiz-night-command = Un quiz pour ce salon, maintenant ou plus tard
quiz-stop-command = Arrêter le quiz de ce salon
quiz-option-when = Quand il commence, comme tu le dirais ; maintenant si tu ne dis rien
quiz-option-seconds = Combien de temps par question ; 20 secondes si tu ne dis rien
quiz-option-level = Jusqu’à quel épisode ; comme le salon si tu ne dis rien
quiz-option-speed = Des points pour la rapidité ; oui si tu ne dis rien
quiz-option-sides = New York contre Paris : au choix ou selon le vote ; laisse vide pour s’en passer
quiz-choice-sides-chosen = au choix de chacun
quiz-choice-sides-poll = selon le vote au sondage New York ou Paris
quiz-option-channel = Où ; ici si tu ne dis rien

quiz-night-title = Soirée quiz
quiz-night-starts = Elle commence { $when }, { $soon }.
quiz-night-length = { $count } questions, { $seconds } secondes chacune
quiz-night-level = { $episode ->
    [0] ne dévoile rien
    [1] dévoile l’épisode 1
   *[other] dévoile les épisodes 1 à { $episode }
}
quiz-night-quick = 100 points par bonne réponse, jusqu’à 50 de plus pour la rapidité
quiz-night-slow = 100 points par bonne réponse, sans se presser
quiz-night-cities = New York contre Paris
quiz-night-cities-poll = New York contre Paris, selon le sondage
quiz-night-begins = La première question arrive dans { $channel }. Avec **Pour l’hôte**, tu peux faire une pause, passer une question ou arrêter.
quiz-night-planned = C’est prévu. Je l’annoncerai dans { $channel }. Là-bas, `/quiz arrêter` l’annule.
quiz-come = Me le rappeler
quiz-calendar = Calendrier
quiz-guests = { $count ->
    [one] { $count } personne vient
   *[other] { $count } personnes viennent
}
quiz-coming = Je te mentionnerai ici cinq minutes avant le début. Appuie de nouveau si tu ne le veux plus.
quiz-not-coming = Je ne te mentionnerai pas.
quiz-call = Soirée quiz { $soon } : { $who }
quiz-calendar-here = Pour ton calendrier :
quiz-calendar-text = Une soirée quiz. { $link }
quiz-night-begun = Ce quiz a déjà commencé.
quiz-night-past = Ce moment est déjà passé. Laisse `quand` vide pour commencer maintenant.
quiz-night-far = C’est trop loin : 60 jours au plus.
quiz-night-running = Un quiz est déjà en cours dans ce salon. `/quiz arrêter` y met fin.
quiz-night-nothing = Je n’ai aucune question de ce genre à ce niveau. Choisis un autre genre, ou un niveau plus élevé.
quiz-hosts-only = Sur ce serveur, un quiz se lance avec le rôle { $roles }.
quiz-night-none = Il n’y a pas de quiz dans ce salon.
quiz-night-gone = Ce quiz n’existe plus.
quiz-night-over = Ce quiz est fini.
quiz-night-stopped = C’est arrêté. Le résultat arrive.
quiz-not-host = C’est réservé à l’hôte et aux personnes qui gèrent ce serveur.
quiz-nothing-to-skip = Aucune question n’est posée en ce moment.
quiz-night-not-reached = { $episode ->
    [1] Cette question dévoile l’épisode 1. Dis-le-moi avec `/progression définir` quand tu l’auras vu, et joue.
   *[other] Cette question dévoile les épisodes 1 à { $episode }. Dis-le-moi avec `/progression définir` quand tu les auras vus, et joue.
}
quiz-time-is-up = Le temps est écoulé pour cette question. Vite, la suivante !

quiz-night-gated = Question { $number } · { $episode ->
    [1] dévoile l’épisode 1
   *[other] dévoile les épisodes 1 à { $episode }
}
quiz-show-question = Montre-moi la question
quiz-show-answer = Montre-moi la réponse
quiz-answered = { $count ->
    [0] Encore aucune réponse
    [one] { $count } réponse
   *[other] { $count } réponses
}
quiz-until = fin { $when }
quiz-answer-is = ✔️ C’est **{ $answer }**.
quiz-had = { $answered ->
    [0] Personne n’a répondu.
   *[other] { $had } sur { $answered } ont trouvé.
}
quiz-skipped = Question passée : pas de points.
quiz-paused = Mis en pause par l’hôte.
quiz-place = { $place } { $name } · **{ $points }**
quiz-picked-recorded = C’est noté : **{ $answer }**. Tu peux changer jusqu’à la fin du temps.
quiz-picked-changed = C’est changé : ta réponse est maintenant **{ $answer }**.
quiz-picked-unchanged = C’est déjà ta réponse : **{ $answer }**.
quiz-nth = réponse { $number }
quiz-which-city = Pour quelle ville danses-tu ?
quiz-city-new-york = New York
quiz-city-paris = Paris
quiz-city-chosen = Ce soir, tu danses pour { $city }.
quiz-city-voted = Ce soir, tu danses pour { $city }, selon ton vote.
quiz-city-secret = Ton bulletin dit { $city }. Il reste secret ; le camp que tu choisis ici se voit.
quiz-no-poll = Aucun sondage ne demande ici « New York ou Paris ». Lance-le d’abord avec `/sondage arc`, ou laisse chacun choisir.
quiz-host = Pour l’hôte
quiz-host-about = **Pour l’hôte.** Le quiz continue tout seul, même sans toi.
quiz-pause = Pause après cette question
quiz-resume = Reprendre
quiz-skip = Passer cette question
quiz-stop = Arrêter

quiz-end-title = Rideau
quiz-end-nobody = Personne n’a répondu cette fois.
quiz-end-never-begun = Ce quiz n’a pas commencé.
quiz-end-more = { $count ->
    [one] … et { $count } de plus
   *[other] … et { $count } de plus
}
quiz-cities-end = { $won ->
    [draw] New York { $newyork }, Paris { $paris } : égalité, en moyenne par personne.
    [new-york] **New York { $newyork }**, Paris { $paris }, en moyenne par personne.
   *[paris] **Paris { $paris }**, New York { $newyork }, en moyenne par personne.
}
quiz-hardest = Les plus difficiles
quiz-hard = { $question } ({ $right } sur { $answered })
quiz-hard-unnamed = Question { $number }
quiz-end-unnamed = { $count ->
    [one] Une seule personne a joué, et elle a { $points } points. Jouer, c’est avoir vu jusque-là : je ne nomme donc personne ici.
   *[other] { $count } personnes ont joué, et la meilleure a { $points } points. Jouer, c’est avoir vu jusque-là : je ne nomme donc personne ici.
}
quiz-end-mine = Mon score
quiz-mine = Tu as { $points } points : place { $place } sur { $players }.
quiz-alone = Continuer en solo
quiz-somebody = Quelqu’un
quiz-podium = Le podium
quiz-podium-foot = { $players ->
    [one] { $players } personne
   *[other] { $players } personnes
} · { $questions ->
    [one] { $questions } question
   *[other] { $questions } questions
}
quiz-podium-alt = Le podium du quiz ; les noms et les points sont aussi dans le message.
quiz-log-lost = Le quiz dans { $channel } est terminé : je ne peux plus y écrire. Lances-en un autre là où je peux.

# La question du jour

quiz-daily-command = Une question chaque jour ; sans heure, je montre celles qui existent
quiz-option-time = À quelle heure, par exemple 18:00
quiz-daily-title = Question du jour
quiz-daily-begins = Désormais, je pose une question chaque jour, avec la réponse à la précédente. On a une journée pour y répondre.
quiz-daily-none = Aucun salon de ce serveur n’en a. `/quiz quotidien heure: 18:00` la lance ici.
quiz-daily-line = { $channel } · chaque jour à { $time } ({ $zone }) · la prochaine { $when }
quiz-daily-no-time = Dis-moi à quelle heure la poser, par exemple `18:00`.
quiz-daily-too-many = { $most } salons de ce serveur en ont déjà une. `/quiz quotidien` les montre ; arrête d’abord l’une d’elles.
quiz-daily-there = Ce salon a déjà une question du jour. La personne qui l’a lancée peut la changer, ainsi que celles qui gèrent ce serveur.
quiz-daily-gone = Cette question du jour a été arrêtée.
quiz-daily-stopped = C’est arrêté : plus de question du jour dans { $channel }. La dernière réponse s’y affiche.
quiz-daily-farewell = Personne n’a répondu à la question du jour depuis deux semaines : j’arrête de la poser. `/quiz quotidien` la relance.
quiz-daily-head = Question du jour · { $kind }
quiz-daily-gated = Question du jour · { $episode ->
    [1] dévoile l’épisode 1
   *[other] dévoile les épisodes 1 à { $episode }
}
quiz-daily-until = la réponse arrive { $when }
quiz-daily-yesterday = La question précédente
quiz-daily-recorded = C’est noté : **{ $answer }**. Tu peux changer jusqu’à ce que la réponse arrive, avec la question suivante.
quiz-log-daily-lost = La question du jour dans { $channel } s’est arrêtée : je ne peux plus y écrire. Relance-la là où je peux.

# Classements

quiz-table-command = Le classement du quiz de ce serveur
quiz-table-title = Classement du quiz
quiz-span-season = { $quarter ->
    [1] janvier à mars { $year }
    [2] avril à juin { $year }
    [3] juillet à septembre { $year }
   *[4] octobre à décembre { $year }
}
quiz-span-ever = depuis le tout début
quiz-table-sheet = { $sheet } sur { $sheets }
quiz-table-row = { $place } { $name } · **{ $points }** · { $right } sur { $answered }
quiz-table-empty = Personne n’y est encore. Une soirée quiz ou la question du jour apporte les premiers points : `/quiz soirée`, `/quiz quotidien`.
quiz-table-you = Ta place : **{ $place }** sur { $players }, avec { $points ->
    [one] { $points } point
   *[other] { $points } points
}.
quiz-table-not-you = Tu n’y es pas encore.
quiz-table-unnamed = Les autres lisent « Quelqu’un » à ta place.
quiz-table-sides = Soirées gagnées : { $sides }
quiz-table-season = Cette saison
quiz-table-ever = Depuis toujours
quiz-unname-me = Sans mon nom
quiz-show-my-name = Avec mon nom

# Les questions d’un serveur

quiz-write-command = Les questions de ce serveur, pour ses hôtes
quiz-kind-own = De ce serveur
quiz-own-source = Écrite sur ce serveur
quiz-own-title = Les questions de ce serveur
quiz-own-about = { $count ->
    [0] Aucune encore. Ce que tu écris n’est posé qu’ici, en soirée, comme question du jour et dans `/quiz moi`, et seulement aux membres qui en sont là.
    [one] { $count } question. Elle n’est posée qu’ici, et seulement aux membres qui en sont là.
   *[other] { $count } questions. Elles ne sont posées qu’ici, et seulement aux membres qui en sont là.
}
quiz-own-write = Écrire une question
quiz-own-form = Une question pour le quiz
quiz-own-label-question = La question
quiz-own-label-right = La bonne réponse
quiz-own-label-wrong = Trois mauvaises réponses, une par ligne
quiz-own-label-explanation = Ce qu’on y apprend (facultatif)
quiz-own-label-said = Que dévoile-t-elle ?
quiz-own-said-hint = Question, réponses et explication ensemble
quiz-own-spoils = { $episode ->
    [0] ne dévoile rien
    [1] dévoile l’épisode 1
   *[other] dévoile les épisodes 1 à { $episode }
}
quiz-own-off = désactivée
quiz-own-hidden = Tu pourras la lire quand tu auras vu l’épisode { $episode }.
quiz-own-raised = Des mots y renvoient à l’épisode { $episode } : je ne la pose qu’aux membres qui l’ont vu.
quiz-own-open = { $episode ->
    [0] Elle ne dévoile rien
    [1] Elle ne dévoile que l’épisode 1
   *[other] Elle ne dévoile que les épisodes 1 à { $episode }
}
quiz-own-edit = Modifier
quiz-own-switch-off = Désactiver
quiz-own-switch-on = Réactiver
quiz-own-remove = Supprimer
quiz-own-hosts-only = Sur ce serveur, on écrit des questions avec le rôle { $roles }.
quiz-own-not-yours = Seule la personne qui a écrit cette question, ou qui s’occupe de ce serveur, peut la changer.
quiz-own-gone = Cette question a été supprimée.
quiz-own-too-many = Un serveur peut avoir { $most } questions. Supprimes-en une d’abord.
quiz-own-empty = Il faut un texte et une bonne réponse.
quiz-own-three = Il me faut trois mauvaises réponses, une par ligne ; j’en vois { $count }.
quiz-own-long = Une réponse tient sur un bouton : { $most } caractères au plus.
quiz-own-same = Les quatre réponses doivent être différentes.
quiz-own-handed-back = { $why } Voici ce que tu as écrit :
    { $written }
quiz-own-logged-added = { $who } a écrit une question de quiz (épisode { $episode }).
quiz-own-logged-reworded = { $who } a modifié une question de quiz (épisode { $episode }).
quiz-own-logged-opened = { $who } a dit qu’une question de quiz ne dévoile rien après l’épisode { $episode }.
quiz-own-logged-removed = { $who } a supprimé une question de quiz (épisode { $episode }).
quiz-taken-back = La question { $number } a été supprimée par la personne qui l’a écrite.

# Noms des commandes et des options
quiz-name-quiz = quiz
quiz-name-me = moi
quiz-name-length = longueur
quiz-name-kind = genre
quiz-name-night = soirée
quiz-name-stop = arrêter
quiz-name-when = quand
quiz-name-questions = questions
quiz-name-seconds = secondes
quiz-name-level = niveau
quiz-name-speed = rapidité
quiz-name-sides = camps
quiz-name-channel = salon
quiz-name-daily = quotidien
quiz-name-time = heure
quiz-name-table = classement
quiz-name-write = écrire
