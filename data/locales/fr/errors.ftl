# Ce qui n’a pas marché, dit à qui l’a demandé

error-unexpected = Quelque chose s’est mal passé de mon côté. Regarde si c’est fait avant de réessayer. Si cela se reproduit, donne ce code à la modération : { $reference }.
error-not-allowed = Tu n’as pas le droit de faire cela ici. Adresse-toi à la modération du serveur.
error-form-outlived = Je n’avais plus ton formulaire : j’ai redémarré, ou tu en as ouvert d’autres depuis. Voici ce que tu avais écrit ; rouvre le formulaire et colle-le.
error-server-only = Cela ne fonctionne que sur un serveur, pas en message privé.
error-too-fast = Doucement ! Laisse-moi quelques secondes, puis continue.
error-button-gone = Ce bouton vient d’une version plus ancienne, ou ne mène plus nulle part. Utilise plutôt la commande : `/etoile aide` les donne toutes.
error-not-begun = Discord ne m’a pas laissé commencer, rien n’a donc changé. Réessaie dans un instant.
error-answer-lost = C’est fait ; seule ma réponse s’est perdue en passant par Discord. Si tu voulais lire quelque chose, demande-le-moi de nouveau.
error-earlier = À propos de ce que tu as fait { $when }, quand Discord n’a pas transmis ma réponse : { $said }
error-discord = Discord n’a pas accepté ma réponse. Ce que tu as demandé a peut-être été fait quand même : regarde avant de réessayer.
error-discord-forbidden = Discord ne me laisse pas faire cela ici : il me manque une permission dans ce salon. La modération peut voir laquelle avec `/etoile-admin état`.
error-discord-gone = Cela dépendait de quelque chose qui a été supprimé sur Discord.
error-discord-closed = Ce fil est archivé ou verrouillé, Discord ne me laisse donc pas y écrire. Rouvre-le, ou réessaie dans le salon.
error-discord-door = Discord ne me laisse pas leur écrire en privé : leurs messages privés me sont fermés.
error-discord-full = Ce serveur en a autant que Discord le permet. Retires-en un, puis réessaie.
error-discord-filtered = Un filtre de ce serveur ne laisse pas passer ce texte. Dis-le autrement, ou adresse-toi à la modération.
error-discord-large = C’est plus que ce que Discord accepte dans un message. Raccourcis, puis réessaie.
error-may-not-write = Tu ne peux pas écrire dans ce salon, je n’y publie donc rien pour toi. Essaie là où tu peux écrire.
error-server-unavailable = Discord n’arrive pas à joindre ce serveur pour le moment. Rien n’a changé ; réessaie dans quelques minutes.
