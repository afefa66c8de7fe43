# AutoMod

guard-name-guard = garde
guard-name-mode = mode
guard-command = Faire signaler ou arrêter par AutoMod ce qui ressemble à un spoiler
guard-option-mode = Ce qu’il fait ; laisse vide pour voir où il en est
guard-choice-off = éteint
guard-choice-tell = signaler dans le journal
guard-choice-stop = arrêter le message
guard-off = **AutoMod est éteint.** Je n’ai aucune règle ici.
guard-tell = **AutoMod signale dans le journal** ce qui ressemble à un spoiler là où cela ne se dit pas encore. Je ne lis aucun message pour cela.
guard-stop = **AutoMod arrête** ce qui ressemble à un spoiler là où cela ne se dit pas encore, et dit où l’écrire à la personne qui l’a envoyé. Je ne lis aucun message pour cela.
guard-rules = { $count ->
    [0] Je n’ai aucune règle ici
    [one] J’ai une règle ici
   *[other] J’ai { $count } règles ici
 }{ $others ->
    [0] .
    [one]  ; une autre qui cherche des mots n’est pas de moi.
   *[other]  ; { $others } autres qui cherchent des mots ne sont pas de moi.
 }
guard-unguarded = { $first ->
    [8] ⚠️ Ce qui dévoile l’épisode 8 n’est pas cherché : Discord permet six de ces règles et cinquante salons exemptés.
   *[other] ⚠️ Ce qui dévoile les épisodes { $first } à { $last } n’est pas cherché : Discord permet six de ces règles et cinquante salons exemptés.
 }
guard-left-out = Tout ne tient pas dans les règles de Discord : { $count } façons plus rares de le dire passent au travers.
guard-not-managers = Les règles ne s’appliquent pas aux membres qui gèrent le serveur. Elles suivent tes horizons ; les fils suivent leur salon.
guard-differs = Quelqu’un a modifié ou supprimé certaines de mes règles.
guard-later = Discord n’a pas encore tout pris. Je continue d’essayer, et `/etoile-admin garde` dit où cela en est.
guard-left-over = La permission « Gérer le serveur » me manque. S’il reste de mes règles, supprime-les dans les paramètres du serveur, sous AutoMod.
guard-still-there = Certaines de mes règles sont toujours là.
guard-mend = Les remettre en état
guard-rule = Étoile { $number } : dévoile { $first } à { $last }
guard-stopped = Cela ressemble à un spoiler, et ne se dit pas encore ici. /voile écrire le couvre.
guard-stopped-there = Cela ressemble à un spoiler. Sa place est dans { $place } ; ou utilise /voile écrire, qui le couvre.
guard-needs-log = Il faut un journal pour les alertes : choisis-en d’abord le salon avec `/etoile-admin journal`.
guard-forbidden = Pour AutoMod, il me faut la permission « Gérer le serveur ». Donne-la à mon rôle et réessaie ; rien n’a changé.
guard-not-now = Discord ne dit pas où en sont les règles pour le moment. Rien n’a changé ; réessaie dans un instant.
guard-no-such-mode = Choisis l’une des propositions : éteint, signaler ou arrêter.
guard-logged-off = { $who } a éteint AutoMod pour les spoilers
guard-logged-tell = { $who } fait signaler les spoilers par AutoMod
guard-logged-stop = { $who } fait arrêter les spoilers par AutoMod
guard-logged-forbidden = Mes règles d’AutoMod ne suivent plus les horizons : il me manque « Gérer le serveur ». Utilise `/etoile-admin garde` quand je l’aurai.
