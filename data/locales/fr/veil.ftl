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
veil-by-author = Voilé par son auteur ou son autrice
veil-by-moderator = Voilé par la modération
veil-opened = Voile levé
veil-close = Voiler de nouveau
veil-picture = Une image ou une vidéo voilée comme spoiler

veil-done = C’est voilé.
veil-jump = Aller à la copie
veil-delete-yours = Je n’ai pas le droit de supprimer des messages ici : **ton original reste donc lisible, supprime-le toi-même.** Sur un ordinateur, survole-le et choisis … → Supprimer le message ; sur un téléphone, appuie longuement dessus → Supprimer le message.
veil-delete-theirs = Je n’ai pas le droit de supprimer des messages ici : **l’original reste donc lisible.** J’ai demandé à la personne qui l’a écrit de le supprimer ; tu peux peut-être le faire toi-même. Avec « Gérer les messages », je le pourrais.
veil-told = La modération a couvert un de tes messages : il dévoile la série jusqu’à l’épisode { $episode }, à un endroit où tout le monde ne l’a pas encore vue. Tes mots sont toujours là, derrière un clic : { $url }. Si c’est une erreur, choisis **Applications → Lever le voile** dans son menu : je demanderai à la modération d’y regarder de nouveau.
veil-told-delete = La modération a couvert un de tes messages : il dévoile la série jusqu’à l’épisode { $episode }, à un endroit où tout le monde ne l’a pas encore vue. Tes mots y sont de nouveau, derrière un clic : { $url }. Je n’ai pas le droit de supprimer l’original, { $original }. Fais-le, s’il te plaît : sur un ordinateur, survole-le et choisis … → Supprimer le message ; sur un téléphone, appuie longuement dessus → Supprimer le message.
veil-told-here = { $author }, la modération a couvert ce message comme spoiler. Tes mots sont derrière le clic ; si c’est une erreur, **Applications → Lever le voile** dans son menu demande à la modération d’y regarder de nouveau. Si ton original est encore lisible, supprime-le, s’il te plaît.

veil-turned-open = Voile levé : tout le monde le lit maintenant.
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
veil-system = Ce message n’est écrit par personne, il ne peut donc pas être voilé.
veil-bot = C’est le message d’un bot. Je ne voile que ce que les membres ont écrit.
veil-poll = Un sondage ne peut pas être copié sans perdre ses votes. La modération peut le supprimer.
veil-voice = Un message vocal ne peut pas être copié. La personne qui l’a envoyé, ou la modération, peut le supprimer.
veil-forward = Un message transféré ne peut pas être copié. La personne qui l’a envoyé, ou la modération, peut le supprimer.
veil-sticker = Je ne peux pas copier les autocollants, je laisse donc ce message tel quel. La personne qui l’a envoyé, ou la modération, peut le supprimer.
veil-empty = Il n’y a rien dans ce message que je puisse copier.
veil-large = Les fichiers de ce message sont trop lourds pour que je les republie, je le laisse donc tel quel. La personne qui l’a envoyé, ou la modération, peut le supprimer.

veil-moderators-lift = La modération a posé ce voile ; elle seule peut le lever.
veil-review-asked = La modération a posé ce voile, et elle seule peut le lever. Je lui ai demandé d’y regarder de nouveau.
veil-review-asked-before = La modération a posé ce voile, et elle seule peut le lever. Je le lui ai déjà demandé.
veil-logged-review = { $who } te demande de regarder de nouveau un voile dans { $place } · { $url }
