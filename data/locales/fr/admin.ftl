# /etoile-admin : horizons, titres, journal

admin-command = Pour la modération : ce qui peut se dire, et où
admin-horizon-command = Choisir jusqu’à quel épisode on parle librement quelque part
admin-horizon-episode = Le dernier épisode dont on peut parler librement
admin-horizon-channel = Où ? Laisse vide pour ce salon ou ce fil
admin-horizon-server = Vrai : pour tout le serveur
admin-horizons-command = Voir jusqu’où chaque salon du serveur est ouvert
admin-titles-command = Choisir si les titres d’épisodes comptent ici comme des spoilers
admin-titles-titles = Montrés à tout le monde, ou cachés jusqu’à l’épisode
admin-log-command = Choisir où je note ce que change la modération et ce que signalent les membres
admin-log-channel = Où ? Laisse vide pour voir le salon actuel, ou pour arrêter

admin-choice-none = 0 · rien de l’intrigue
admin-choice-first = 1 · l’épisode 1
admin-choice-2 = 2 · les épisodes 1 et 2
admin-choice-3 = 3 · les épisodes 1 à 3
admin-choice-4 = 4 · les épisodes 1 à 4
admin-choice-5 = 5 · les épisodes 1 à 5
admin-choice-6 = 6 · les épisodes 1 à 6
admin-choice-7 = 7 · les épisodes 1 à 7
admin-choice-all = 8 · toute la saison
admin-choice-inherit = comme le salon ou le serveur au-dessus
admin-choice-shown = montrés à tout le monde
admin-choice-hidden = cachés jusqu’à l’épisode

admin-whole-server = Tout le serveur
admin-level = { $episode ->
    [0] On ne peut rien y dire librement de l’intrigue.
    [1] On peut y parler librement de l’épisode 1 ; je couvre tout ce qui en dévoile plus.
    [8] On peut y parler librement de toute la saison.
   *[other] On peut y parler librement des épisodes 1 à { $episode } ; je couvre tout ce qui en dévoile plus.
}
admin-level-short = { $episode ->
    [0] rien de l’intrigue
    [1] l’épisode 1
    [8] toute la saison
   *[other] les épisodes 1 à { $episode }
}
admin-inherits = Pas d’horizon propre : ce qui vaut au-dessus vaut ici.
admin-lowered = **À vérifier :** jusqu’ici, on pouvait parler librement ici de tout, jusqu’à l’épisode { $before }. Ce que les membres ont écrit ne change pas ; couvre ce qui en dit trop avec **Voiler comme spoiler…**, dans le menu du message, sous Applications. Mes propres messages, je les couvre moi-même.
admin-covered = { $count ->
    [0] Aucun de mes messages n’en dit trop maintenant.
    [one] J’ai couvert un de mes messages, qui en disait trop.
   *[other] J’ai couvert { $count } de mes messages, qui en disaient trop.
}
admin-covered-lost = { $count ->
    [one] **Je n’ai pas pu atteindre un de mes messages.** Couvre-le ou supprime-le toi-même, s’il te plaît :
   *[other] **Je n’ai pas pu atteindre { $count } de mes messages.** Couvre-les ou supprime-les toi-même, s’il te plaît :
}
admin-covered-more = et { $count } de plus ; ils sont tous dans le journal
admin-mark-why = Discord peut aussi marquer ce salon lui-même : les membres voient un avertissement et doivent l’accepter avant de lire. Il me faut pour cela la permission « Gérer les salons ».
admin-mark = Marquer comme salon à spoilers
admin-unmark = Retirer la marque de spoiler
admin-marked = { $channel } est maintenant un salon à spoilers, pour Discord aussi.
admin-unmarked = { $channel } ne porte plus la marque de spoiler de Discord.
admin-mark-refused = Discord ne m’a pas laissé changer la marque de { $channel }. L’horizon vaut quand même ; tu peux poser la marque toi-même dans les paramètres du salon, ou m’accorder « Gérer les salons » dans ce salon.

admin-horizons-title = Horizons
admin-horizons-server = **Partout ailleurs**
admin-horizons-none = Aucun salon, aucun fil n’a d’horizon propre.
admin-horizons-how = Un fil suit son propre horizon, sinon celui de son salon, sinon celui du serveur. Change-les avec `/etoile-admin horizon`.
admin-sheet = Page { $sheet } sur { $sheets }

admin-titles-shown = Désormais, je montre les titres de tous les épisodes à tout le monde sur ce serveur.
admin-titles-hidden = Désormais, je ne montre le titre d’un épisode qu’aux membres qui en sont là.

admin-log-none = Je ne tiens pas encore de journal. Choisis un salon que seule la modération lit : `/etoile-admin journal`.
admin-log-now = Je tiens le journal de la modération dans { $channel } : ce que change la modération, et ce que signalent les membres.
admin-log-turn-off = Arrêter
admin-log-off = Désormais, je ne note plus rien.
admin-log-set = Désormais, je note les changements dans { $channel } : qui a fait quoi, et où. Jamais ce que disait un message.
admin-log-begins = { $who } a choisi ce salon pour le journal de la modération : j’y noterai ce que change la modération et ce que signalent les membres.
admin-log-ends = { $moved ->
    [1] { $who } a déplacé le journal de la modération dans un autre salon.
   *[other] { $who } a arrêté le journal de la modération.
}
admin-log-refused = Je ne peux pas écrire dans { $channel } : accorde-moi, dans ce salon, « Voir le salon » et « Envoyer des messages ». Rien n’a été modifié.

admin-logged-horizon = { $who } a déplacé un horizon · { $place } · avant : { $before } · maintenant : { $now }
admin-logged-titles-shown = { $who } a rendu les titres d’épisodes visibles pour tout le monde
admin-logged-titles-hidden = { $who } a caché les titres d’épisodes jusqu’à ce qu’on y soit

admin-not-yours = C’est réservé aux membres qui ont la permission « Gérer le serveur ».
admin-no-such-episode = Un horizon est un nombre de 0 à 8.
admin-no-category = Une catégorie n’a pas d’horizon : choisis un salon, un forum ou un fil.

# Noms des commandes et des options
admin-name-horizon = horizon
admin-name-horizons = horizons
admin-name-titles = titres
admin-name-log = journal
admin-name-episode = épisode
admin-name-channel = salon
admin-name-server = serveur
