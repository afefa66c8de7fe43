# Le voile : couvrir un message qui en dit trop

veil-menu = Voiler comme spoiler…
veil-menu-unveil = Lever le voile
veil-form = Voiler comme spoiler
veil-which = Que dévoile-t-il ?
veil-which-about = Le dernier épisode qu’il faut avoir vu pour le lire.
veil-episode = Épisode { $episode }

veil-line = { $episode ->
    [1] { $author } · dévoile l’épisode 1
    [2] { $author } · dévoile les épisodes 1 et 2
   *[other] { $author } · dévoile les épisodes 1 à { $episode }
}
veil-somebody = Quelqu’un
veil-part = partie { $part } sur { $parts }
veil-by-author = Voilé par la personne qui l’a écrit
veil-by-moderator = Voilé par la modération
veil-by-readers = Voilé par des membres qui se sont accordés à le faire
veil-opened = Voile levé
veil-close = Voiler de nouveau
veil-picture = Une image ou une vidéo voilée comme spoiler

veil-done = C’est voilé.
veil-jump = Aller à la copie
veil-delete-yours = Je n’ai pas le droit de supprimer des messages ici : **ton original reste donc lisible, supprime-le toi-même.** Sur un ordinateur, survole-le et choisis … → Supprimer le message ; sur un téléphone, appuie longuement dessus → Supprimer le message.
veil-delete-theirs = Je n’ai pas le droit de supprimer des messages ici : **l’original reste donc lisible.** J’ai demandé à la personne qui l’a écrit de le supprimer ; tu peux peut-être le faire toi-même. Avec « Gérer les messages », je le pourrais.
veil-told = La modération a couvert un de tes messages : il dévoile la série jusqu’à l’épisode { $episode }, là où tout le monde n’en a pas vu autant. Tes mots sont toujours là, derrière un clic : { $url }. Si c’est une erreur, choisis **Applications → Lever le voile** dans son menu : je demanderai à la modération d’y regarder de nouveau.
veil-told-delete = La modération a couvert un de tes messages : il dévoile la série jusqu’à l’épisode { $episode }, là où tout le monde n’en a pas vu autant. Tes mots y sont de nouveau, derrière un clic : { $url }. Je n’ai pas le droit de supprimer l’original, { $original }. Fais-le, s’il te plaît : sur un ordinateur, survole-le et choisis … → Supprimer le message ; sur un téléphone, appuie longuement dessus → Supprimer le message.
veil-told-here = { $author }, la modération a couvert ce message comme spoiler. Tes mots sont derrière le clic ; si c’est une erreur, **Applications → Lever le voile** dans son menu demande à la modération d’y regarder de nouveau. Si ton original est encore lisible, supprime-le, s’il te plaît.

veil-turned-open = Voile levé : tout le monde le lit maintenant.
veil-turned-kept = Ce que la personne qui l’a écrit avait couvert elle-même reste couvert, texte entre barres comme fichiers marqués : elle seule peut le montrer, en le publiant de nouveau.
veil-turned-closed = C’est de nouveau voilé.
veil-turned-missing = C’est fait, pour les copies qui existent encore et que je peux modifier.

veil-logged = { $who } a voilé un message de { $author } · { $place } · dévoile jusqu’à l’épisode { $episode } · { $url }
veil-logged-own = { $who } a voilé son propre message · { $place } · dévoile jusqu’à l’épisode { $episode } · { $url }
veil-logged-open = { $who } a levé un voile · { $place } · dévoile jusqu’à l’épisode { $episode } · { $url }
veil-logged-close = { $who } a remis un voile · { $place } · dévoile jusqu’à l’épisode { $episode } · { $url }

veil-not-yours = Seules la personne qui a écrit un message et la modération peuvent le voiler.
veil-not-yours-to-lift = Seules la personne qui a écrit un message et la modération peuvent lever son voile, ou le remettre, pour tout le monde. Pour le lire toi-même, ouvre la partie cachée.
veil-none = Je n’ai pas voilé ce message.
veil-already = Ce message est déjà voilé, ou quelqu’un est en train de le faire.
veil-gone = Ce message n’existe plus ; il n’y a plus rien à voiler.
veil-edited = Ce message a été modifié pendant que ton formulaire était ouvert. Relis-le, puis voile-le à nouveau.
veil-no-such-episode = Choisis un épisode de 1 à 8.
veil-cannot-post = Je ne peux pas voiler ici : il me faut « Voir le salon », « Envoyer des messages » et, pour les images, « Joindre des fichiers ». Rien n’a été modifié.
veil-system = Personne n’a écrit ce message, il ne peut donc pas être voilé.
veil-bot = C’est le message d’un autre bot. Je ne voile que ce que les membres ont écrit, et mes propres messages.
veil-poll = Un sondage ne peut pas être copié sans perdre ses votes. La modération peut le supprimer.
veil-voice = Un message vocal ne peut pas être copié. La personne qui l’a envoyé, ou la modération, peut le supprimer.
veil-forward = Un message transféré ne peut pas être copié. La personne qui l’a envoyé, ou la modération, peut le supprimer.
veil-sticker = Je ne peux pas copier les autocollants, je laisse donc ce message tel quel. La personne qui l’a envoyé, ou la modération, peut le supprimer.
veil-empty = Il n’y a rien dans ce message que je puisse copier.
veil-large = Les fichiers de ce message sont trop lourds pour que je les republie, je le laisse donc tel quel. La personne qui l’a envoyé, ou la modération, peut le supprimer.

veil-moderators-lift = Seule la modération peut lever ce voile.
veil-review-asked = Seule la modération peut lever ce voile. Je lui ai demandé d’y regarder de nouveau.
veil-review-asked-before = Seule la modération peut lever ce voile. Je le lui ai déjà demandé.
veil-logged-review = { $who } te demande de regarder de nouveau un voile dans { $place } · { $url }
veil-not-now = Discord ne m’a pas laissé terminer le voile, je l’ai donc retiré : le message est resté comme il était. Réessaie dans un instant.

# Ce que j’ai publié moi-même
posts-covered = **Couvert** · { $episode ->
    [1] dévoile l’épisode 1
    [2] dévoile les épisodes 1 et 2
   *[other] dévoile les épisodes 1 à { $episode }
}
posts-covered-whole = Il y avait ici une réponse que quelqu’un a partagée. Elle en dit plus qu’on ne peut en dire ici, je l’ai donc retirée.
posts-what-share = C’est une réponse que quelqu’un a partagée. **Couvrir** met ce qu’elle raconte dans un cadre fermé ; **Retirer** l’enlève tout à fait.
posts-what-written = C’est une réponse que quelqu’un a partagée. **Couvrir** et **Retirer** enlèvent tous deux ce qu’elle raconte ; une réponse couverte laisse une ligne qui le dit.
posts-what-result = C’est le résultat d’un sondage. **Couvrir** ne laisse que la ligne qui dit qu’il est clos ; les membres qui en ont vu assez lisent toujours le résultat avec son bouton.
posts-is-covered = Ce message est déjà couvert.
posts-cover = Couvrir
posts-remove = Retirer
posts-now-covered = Ce message est couvert.
posts-removed = Ce message est retiré.
posts-lost = Je ne peux plus atteindre ce message. La modération peut le supprimer.
posts-gone = Ce message n’existe plus, ou n’est pas de moi.
posts-not-yours = Seules la modération et la personne qui l’a partagé ou qui organise peuvent couvrir ce message de ma part.
posts-nothing = Ce message de ma part ne raconte rien de l’intrigue, il n’y a donc rien à couvrir.
posts-stay-covered = Ce que j’ai couvert dans mes propres messages reste couvert. Partage-le de nouveau là où on peut le lire.
posts-card-covered = { $episode ->
    [1] C’est noté : cela dévoile l’épisode 1. Là où on ne peut pas en parler, je le couvre.
    [2] C’est noté : cela dévoile les épisodes 1 et 2. Là où on ne peut pas en parler, je le couvre.
   *[other] C’est noté : cela dévoile les épisodes 1 à { $episode }. Là où on ne peut pas en parler, je le couvre.
}
posts-logged-lost = Je n’ai pas pu couvrir un de mes messages, qui en dit plus qu’on ne peut en dire là où il est. Couvre-le ou supprime-le, s’il te plaît : { $url }
posts-logged-covered = { $who } a couvert un message de ma part · { $place }
posts-logged-removed = { $who } a retiré un message de ma part · { $place }
veil-command = Écrire sur ce que d’autres n’ont pas encore vu
veil-name-veil = voile
veil-name-write = écrire
veil-write-command = Écrire un message couvert comme spoiler dès le départ
veil-write-form = Écrire sous un voile
veil-write-text = Ton message
veil-write-example = Personne ne le lit sans l’ouvrir.
veil-raised = À la lecture, on croirait qu’il dévoile l’épisode { $episode } : je l’ai donc écrit au-dessus.
veil-lower = Non, seulement l’épisode { $episode }
veil-lowered = Il y est maintenant écrit qu’il dévoile jusqu’à l’épisode { $episode }. La modération peut lire dans son journal que tu l’as dit.
veil-logged-lower = { $who } dit qu’un texte voilé ne dévoile que jusqu’à l’épisode { $episode }, bien qu’on y lise l’épisode { $reads } · { $place } · { $url }
veil-handed-back = { $why }
    Ton texte, à copier :
    { $written }
