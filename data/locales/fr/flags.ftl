# « Ça me spoile » : on signale un message, et d’autres qui en ont vu assez disent s’il dévoile quelque chose

flag-menu = Ça me spoile
flag-form = Ça me spoile
flag-which-about = Pour autant que tu puisses en juger : le dernier épisode qu’il faudrait avoir vu.

flag-thanks = Merci. Je demande à d’autres qui en ont vu autant, et à la modération. Personne ne saura que c’était toi.
flag-said = Merci ; personne ne saura ce que tu as dit. Je couvre le message dès qu’assez de membres le disent.
flag-decided = Merci. La question est réglée.

flag-question = { $episode ->
    [1] Quelqu’un dit qu’un message dans { $place } dévoile l’épisode 1. Si tu l’as vu : est-ce le cas ?
    [2] Quelqu’un dit qu’un message dans { $place } dévoile les épisodes 1 et 2. Si tu les as vus : est-ce le cas ?
   *[other] Quelqu’un dit qu’un message dans { $place } dévoile les épisodes 1 à { $episode }. Si tu les as vus : est-ce le cas ?
}
flag-yes = Oui, ça dévoile
flag-no = Non, rien
flag-jump = Aller au message
flag-is-veiled = { $episode ->
    [1] Un message dans { $place } est couvert : il dévoile l’épisode 1.
    [2] Un message dans { $place } est couvert : il dévoile les épisodes 1 et 2.
   *[other] Un message dans { $place } est couvert : il dévoile les épisodes 1 à { $episode }.
}
flag-is-fine = Un message dans { $place } a été examiné, et reste comme il est.
flag-is-lifted = Un message dans { $place } avait été couvert, et la modération a levé le voile.
flag-is-over = La question portait sur un message dans { $place }. Rien n’a été décidé : il a été modifié ou supprimé, ou trop peu ont répondu.

flag-told = Des membres ont couvert un de tes messages : il dévoile la série jusqu’à l’épisode { $episode }, là où tout le monde n’en a pas vu autant. Rien de grave : tes mots sont toujours là, derrière un clic : { $url }. La prochaine fois, `/voile écrire` les couvre dès le départ. Si c’est une erreur, choisis **Applications → Lever le voile** dans son menu : je demanderai à la modération d’y regarder.
flag-told-delete = Des membres ont couvert un de tes messages : il dévoile la série jusqu’à l’épisode { $episode }, là où tout le monde n’en a pas vu autant. Tes mots y sont de nouveau, derrière un clic : { $url }. Je n’ai pas le droit de supprimer l’original, { $original } : fais-le, s’il te plaît. La prochaine fois, `/voile écrire` les couvre dès le départ. Si c’est une erreur, choisis **Applications → Lever le voile** dans le menu de la copie : je demanderai à la modération d’y regarder.
flag-told-here = { $author }, des membres ont couvert ce message comme spoiler. Tes mots sont derrière le clic, et `/voile écrire` les couvre dès le départ. Si c’est une erreur, **Applications → Lever le voile** dans son menu demande à la modération d’y regarder. Si ton original est encore lisible, supprime-le, s’il te plaît.

flag-own = C’est ton propre message. **Applications → Voiler comme spoiler…** le couvre aussitôt.
flag-allowed-here = { $episode ->
    [1] On peut parler de l’épisode 1 ici.
   *[other] On peut parler ici de ce qui se passe jusqu’à l’épisode { $episode }.
}
flag-nowhere = Je ne sais pas où poser la question : ce serveur n’a ni journal, ni salon où l’on puisse parler de cet épisode. Dis-le à la modération, s’il te plaît.
flag-off = Sur ce serveur, c’est la modération qui décide de ce qui est couvert. Dis-le-lui, s’il te plaît.
flag-often = Tu as signalé { $count } messages en une heure ; je n’en prends pas plus. Si c’est pressé, dis-le à la modération, s’il te plaît.
flag-wrong = Ce que tu as signalé ou confirmé ne dévoilait rien, deux fois. Tu pourras de nouveau signaler et juger { $days ->
    [1] demain
   *[other] dans { $days } jours
}.
flag-settled = Ce message a déjà été jugé, ou la question n’est plus posée.
flag-gone = Ce message a été modifié ou supprimé depuis ; il n’y a plus rien à juger.
flag-out-of-reach = Je ne peux plus regarder ce message. La modération le peut.
flag-not-now = Discord ne m’a pas laissé poser la question. Réessaie dans un instant.
flag-not-reached = Il faut avoir vu l’épisode { $episode } pour en juger. Si c’est ton cas, dis-le-moi avec `/progression définir`, puis appuie de nouveau.
flag-new-here = Tu es sur ce serveur depuis moins d’un jour ; ta voix comptera à partir de demain.
flag-enough = Tu as déjà beaucoup aidé aujourd’hui, merci. C’est au tour des autres.

flag-logged = Quelqu’un dit qu’un message dans { $place } dévoile jusqu’à l’épisode { $episode } · { $url } · **Applications → Voiler comme spoiler…** le couvre
flag-logged-veiled = Des membres s’accordent à dire qu’un message dans { $place } dévoile jusqu’à l’épisode { $episode }, et je l’ai couvert · { $url } · **Applications → Lever le voile** le découvre
flag-logged-fine = Des membres s’accordent à dire qu’un message dans { $place } ne dévoile pas l’épisode { $episode } · { $url }
flag-logged-yes = { $who } dit qu’un message dans { $place } dévoile jusqu’à l’épisode { $episode } ; je le couvre · { $url }
flag-logged-no = { $who } dit qu’un message dans { $place } ne dévoile pas l’épisode { $episode } · { $url }
flag-logged-left = Un message dans { $place } qui dévoile jusqu’à l’épisode { $episode } n’a pas pu être couvert : il a été modifié ou supprimé entre-temps, ou je ne peux pas l’atteindre. À la modération d’y regarder · { $url }
flag-logged-on = { $who } laisse aussi les membres décider de ce qui est couvert
flag-logged-off = { $who } laisse la modération seule décider de ce qui est couvert
flag-readers-on = On peut signaler un message avec **Applications → Ça me spoile** ; trois membres qui en ont vu autant décident, ou une seule personne de la modération.
flag-readers-off = Seule la modération décide de ce qui est couvert : **Applications → Ça me spoile** est éteint.
flag-turn-on = Laisser aussi les membres décider
flag-turn-off = La modération seule décide
