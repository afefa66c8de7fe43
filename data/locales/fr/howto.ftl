# Ce que l’on peut faire avec ce bot : une page par entrée de data/show/howto.toml

howto-vote = Appuie sur une réponse, sur la carte du sondage ; `/sondage liste` montre tous ceux d’ici. Appuie de nouveau pour la reprendre, ou sur une autre pour changer, jusqu’à la fin.
howto-poll = `/sondage question` pose une question toute prête, `/sondage créer` la tienne, `/sondage arc` la même à chaque épisode. `/sondage modifier` et `/sondage clore` sont là pour la personne qui l’a posée.
howto-party-join = `/soirée liste` montre ce qui est prévu. Appuie sur **Je viens**, sur la carte de la soirée, ou passe par `/soirée répondre`. Quand tout est pris, tu attends ton tour, et je te préviens.
howto-party-plan = `/soirée planifier` en prépare une, `/soirée série` un épisode chaque semaine, et `/soirée trouver` demande d’abord à tous quand ils peuvent. Chacun lit l’heure dans son propre fuseau.
howto-party-change = `/soirée modifier` la change, `/soirée annuler` l’annule, `/soirée sauter` saute une date d’une série, et `/soirée rétablir` la rétablit. Je préviens les inscrits.
howto-party-clock = `/soirée horloge` dit où l’on en est, et les hôtes y lancent, arrêtent et avancent. Je ne diffuse rien : chacun regarde sur son écran. Les inscrits peuvent demander une pause avec **Attendez !**
howto-reminders = `/soirée rappels` règle quand et où tu reçois tes rappels, ou si tu n’en veux pas. Je ne mentionne personne qui ne l’a pas demandé.
howto-zone = `/soirée fuseau` le règle, d’après une grande ville près de chez toi. Sur les cartes, c’est Discord qui montre chaque heure dans le tien.
howto-calendar = `/soirée agenda` enregistre une soirée, une série ou tout ce qui est prévu dans un fichier pour n’importe quel agenda (.ics).
howto-spoilers = `/voile écrire` écrit un message couvert dès le départ. Pour un message déjà publié : ouvre son menu, puis *Applications*, puis **Voiler comme spoiler…**
howto-progress = `/progression définir`, avec le dernier épisode terminé : je ne montre rien au-delà. Personne d’autre ne le voit jamais. `/progression voir` le change, `/progression effacer` me le fait oublier.
howto-recap = `/récap précédemment` raconte l’histoire jusqu’ici, `/récap épisode` un épisode en bref ou en long, `/récap personnage` un personnage, et `/récap rattrapage` ce qui s’est dit ici entre-temps.
howto-club = Toute une saison ensemble, soirée après soirée. `/club rejoindre` pour venir à toutes, `/club quitter` pour ne plus venir, `/club programme` pour savoir où tu en es. `/club lancer` en prépare un ; `/club pause` et `/club terminer` l’arrêtent.
howto-quiz = `/quiz moi` est une partie rien que pour toi, `/quiz soirée` une pour tout le salon, `/quiz quotidien` une question par jour, `/quiz classement` les points. Rien sur ce que tu n’as pas vu.
howto-data = `/mes-données voir` montre tout, sur tous les serveurs ; `/mes-données exporter` l’enregistre en fichier, `/mes-données supprimer` supprime tout, aussitôt.
howto-moderators = Sous chaque réponse, **⋯** cache **Un problème ?** : c’est pour la modération, avec ton nom. Sous une question à laquelle je ne sais pas répondre, il y a **Demander à la modération**.
howto-share = Personne d’autre ne voit mes réponses. **Partager**, dessous, les montre au salon : ce qui peut s’y dire librement, et le reste derrière un clic.
howto-commands = `/etoile aide` montre tout, un bouton pour chaque chose. Pose-moi tes questions sur la série avec `/etoile demander`, comme elles te viennent.
howto-language = Ce que tu lis pour toi vient dans la langue de ton Discord, en français ou en anglais. Ce que je publie pour tous vient dans celle du serveur, choisie avec `/etoile-admin configurer`.
howto-setup = Pour la modération : `/etoile-admin configurer` fait tout pas à pas, `/etoile-admin état` dit comment je vais ici, `/etoile-admin journal` où je note ce qui change.
howto-horizon = Pour la modération : `/etoile-admin horizon` règle jusqu’à quel épisode on parle librement dans un salon, `/etoile-admin horizons` les montre tous, `/etoile-admin titres` si les titres comptent comme spoilers, `/etoile-admin garde` fait veiller AutoMod.
howto-note = Pour la modération : `/etoile-admin note` ajoute une note au statut ou à une autre page, jusqu’au jour que tu choisis ; `/etoile-admin notes` en donne la liste.
