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
   *[other] { $count } questions de plus s’ouvrent quand tu as vu l’épisode { $episode }.
}
quiz-untold = Tu ne m’as pas dit où tu en es : je ne pose que ce qui ne dévoile rien. `/progression définir` y change tout.
quiz-all-seen = { $count ->
    [one] **Tu as répondu à la seule question que j’ai pour toi ici.** Elle revient { $when }.
   *[other] **Tu as répondu aux { $count } questions que j’ai pour toi ici.** La prochaine revient { $when }.
}
quiz-anyway = Les revoir quand même
quiz-none-here = **Je n’ai pas encore de question de ce genre pour toi.** Essaie autre chose, ou reviens plus avant dans la saison.
quiz-not-reached = Ces questions dévoilent l’épisode { $episode }. Dis-le-moi avec `/progression définir` quand tu l’auras vu, puis appuie de nouveau.
quiz-round-gone = Cette partie est finie : tu en as commencé une autre depuis. `/quiz moi` en lance une nouvelle.
quiz-evening = Cinq questions sur ce soir

# Noms des commandes et des options
quiz-name-quiz = quiz
quiz-name-me = moi
quiz-name-length = longueur
quiz-name-kind = genre
