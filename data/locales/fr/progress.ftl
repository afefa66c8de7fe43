# /progress et la question « Tu en es où ? »

progress-command = Où tu en es dans la série ; personne d’autre ne le voit jamais
progress-set-command = Dis-moi quel épisode tu as terminé en dernier
progress-set-episode = 0 si tu n’as pas commencé, 8 si tu as tout vu
progress-show-command = Revoir ce que tu m’as dit, et le changer
progress-clear-command = Me faire oublier où tu en es

progress-title = Où tu en es
progress-private = Personne d’autre ne voit où tu en es. Ta progression te suit sur tous les serveurs et tu peux la changer à tout moment.
progress-how-far = Quel épisode as-tu terminé en dernier ?
progress-episode = { $episode }
progress-finished = Les 8
progress-not-started = Pas commencé
progress-rather-not = Je préfère ne rien dire

progress-standing-unset = Tu ne m’as pas dit où tu en es : je garde pour moi tout ce qui dévoile quelque chose.
progress-standing-finished = Tu as vu les huit épisodes : je ne te cache plus rien.
progress-standing = { $episode ->
    [0] Tu n’as pas commencé : je garde pour moi tout ce qui dévoile quelque chose.
    [1] Tu as vu l’épisode 1 : je ne dévoile rien au-delà.
    [2] Tu as vu les épisodes 1 et 2 : je ne dévoile rien au-delà.
   *[other] Tu as vu les épisodes 1 à { $episode } : je ne dévoile rien au-delà.
}

progress-noted = **C’est noté.**
progress-set-back = **Retour en arrière noté.** La suite est de nouveau cachée, partout, dès maintenant.
progress-cleared = **C’est oublié.**
progress-declined = **Très bien.** Je ne te le redemanderai pas ; `/progression définir` reste là si tu changes d’avis.
progress-unchanged = **C’est ce que je savais déjà.**
progress-undo = Annuler
progress-undone = **C’est annulé.**
progress-undo-late = Ta progression a changé depuis, je n’y ai donc pas touché. `/progression voir` te dit où tu en es.
progress-no-such-episode = Il y a { $last } épisodes : donne un nombre de 0 à { $last }.

# Noms des commandes et des options
progress-name-progress = progression
progress-name-set = définir
progress-name-show = voir
progress-name-clear = effacer
progress-name-episode = épisode
