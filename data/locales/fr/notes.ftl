# /etoile-admin note : ce que la modération ajoute à une page
note-command = Ajouter une note de ce serveur au statut ou à une autre page
note-option-text = Ce que les membres devraient savoir
note-option-about = À côté de quelle page ? Vide : le statut
note-option-link = D’où ça vient : une adresse qui commence par https://
note-option-spoils = Ce qu’elle révèle ; vide : rien
note-option-until = Le dernier jour où elle est montrée
note-list-command = Voir, modifier et supprimer les notes de ce serveur
note-list-title = Notes de ce serveur
note-list-empty = Il n’y en a pas encore. Ce que je sais s’arrête à une certaine date : s’il se passe quelque chose depuis, ajoute-le au statut avec `/etoile-admin note`.
note-added = **C’est noté.** Les membres le voient désormais.
note-beside = À côté de « { $page } »
note-page-hidden = une page au-delà de ce que tu as vu
note-level = { $episode ->
    [0] visible par tout le monde
   *[other] visible à partir de l’épisode { $episode }
}
note-until = jusqu’au { $when }
note-hidden = *Je garde ce qu’elle dit : elle révèle jusqu’à l’épisode { $episode }, et tu n’en es pas là.*
note-raised = Certains de ses mots appartiennent à l’épisode { $episode } : seuls les membres qui en sont là voient cette note.
note-edit = Modifier…
note-open = { $episode ->
    [0] Elle ne révèle rien
    [1] Elle révèle l’épisode 1, pas plus
   *[other] Elle révèle l’épisode { $episode }, pas plus
}
note-remove = Supprimer
note-edit-title = Modifier une note
note-edit-label = Ce que les membres devraient savoir
note-logged-added = { $who } a ajouté une note de ce serveur à l’une de mes pages (révèle jusqu’à l’épisode { $episode })
note-logged-reworded = { $who } a modifié une note de ce serveur (révèle jusqu’à l’épisode { $episode })
note-logged-opened = { $who } a ouvert une note de ce serveur aux membres qui ont vu jusqu’à l’épisode { $episode }
note-logged-removed = { $who } a supprimé une note de ce serveur
note-handed-back = { $why } Rien n’a été noté ; voici ton texte :
    { $written }
note-link-wrong = Cette adresse ne peut pas être montrée : elle doit commencer par https://, sans espaces ni parenthèses.
note-about-wrong = Une note ne peut pas être ajoutée à cette page. Choisis l’une de celles que je propose pendant que tu écris.
note-about-unclear = Je ne vois pas de quelle page tu parles. Choisis l’une de celles que je propose pendant que tu écris.
note-empty = Une note a besoin de quelques mots.
note-too-many = Un serveur peut avoir { $most } notes. Supprimes-en une d’abord, avec `/etoile-admin notes`.
note-gone = Cette note n’est plus là.

# Noms
note-name-note = note
note-name-notes = notes
note-name-text = texte
note-name-about = sujet
note-name-link = lien
note-name-spoils = révèle
note-name-until = fin
