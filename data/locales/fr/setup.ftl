# /etoile-admin setup, status, export, import, et le bonjour à l’arrivée sur un serveur

setup-command = Me configurer pour ce serveur, pas à pas
setup-status-command = Comment je vais ici : rappels, permissions, version
setup-export-command = Enregistrer réglages, sondages (décomptes) et soirées en un fichier
setup-import-command = Importer un tel fichier ; tu vois d’abord ce qu’il changerait
setup-import-file = Le fichier JSON de /etoile-admin exporter

setup-title = Configuration
setup-intro = Chaque choix est enregistré aussitôt ; tu peux t’arrêter quand tu veux.
setup-begin = Un par un
setup-usual = Choix habituels
setup-usual-what = Choix habituels : heure de { $zone }, cartes dans { $channel }, tout le monde peut organiser.
setup-usual-zone = Choix habituels : heure de { $zone }, tout le monde peut organiser.
setup-proposed = **D’après leur nom**, on peut y parler librement de :
setup-proposed-set = Régler ainsi
setup-next = Suivant ▶
setup-overview = Vue d’ensemble
setup-go = Aller à…
setup-step = Configuration · { $step } sur { $steps }
setup-saved = C’est déjà enregistré. Tu peux fermer à tout moment.
setup-not-chosen = pas encore choisi

setup-language-title = Langue
setup-language-text = La langue de ce que je publie pour tout le monde ici. En privé, je réponds à chacun dans la sienne.
setup-language-follow = Celle du serveur sur Discord
setup-language-en = English
setup-language-fr = Français

setup-zone-title = Fuseau horaire
setup-zone-text = Ce que veut dire « vendredi 21 h » pour qui ne m’a pas dit son fuseau. Sur les cartes, chacun lit sa propre heure de toute façon.
setup-zone-choose = Une ville
setup-zone-none = Aucun
setup-zone-other = Une autre ville…
setup-zone-which = Je ne connais pas exactement ce nom. Est-ce l’une de ces villes ?
setup-zone-now = **{ $zone }** · il y est { $time } en ce moment.
setup-city-title = Le fuseau du serveur
setup-city-label = Une grande ville
setup-city-example = Paris, Montréal, New York…
setup-city-unknown = Je ne connais pas cette ville. Tape plutôt une grande ville qui vit à la même heure, par exemple `Lyon`, `Montréal` ou `Chicago`.

setup-channels-title = Salons
setup-channels-text = Là où je publie soirées et sondages quand on ne précise rien.
setup-channels-none = là où on les crée
setup-channels-parties = **Soirées**
setup-channels-polls = **Sondages**
setup-place-none = Aucun choisi

setup-hosts-title = Qui peut organiser
setup-hosts-text = Les membres qui ont l’un de ces rôles peuvent créer des soirées et des sondages. Si tu n’en choisis aucun, tout le monde peut.
setup-hosts-all = Tout le monde

setup-spoilers-title = Spoilers
setup-spoilers-text = Jusqu’à quel épisode on peut parler ouvertement, là où rien d’autre n’est réglé. `/etoile-admin horizon` ouvre davantage certains salons.
setup-titles-text = Les **titres d’épisodes** en disent long, eux aussi.
setup-titles-hidden = titres cachés tant qu’on n’y est pas
setup-titles-shown = titres visibles par tout le monde

setup-log-title = Journal de la modération
setup-log-text = Un salon que seule la modération lit. J’y note qui déplace un horizon, voile un message, clôt ou supprime un sondage, annule une soirée ou importe un fichier ; ce que les membres signalent y arrive aussi.
setup-log-none = aucun
setup-log-public = ⚠ **Tout le monde peut lire { $channel }.** Ce que les membres signalent y arrive avec leur nom, et peut gâcher la suite : choisis un salon réservé à la modération.

setup-news-title = Nouvelles de la série
setup-news-text = Si ce qu’on sait de la série change, je peux l’annoncer ici : un seul message, sans notifier personne.
setup-news-where = Je le publierai dans { $channel }.
setup-news-nowhere = Il me faut un salon pour cela : choisis-en un pour les soirées ou les sondages à la page **Salons**.
setup-news-yes = Oui, annonce-le ici
setup-news-no = Non
setup-news-on = annoncées ici
setup-news-waits = activées, mais sans salon où publier
setup-news-off = désactivées

setup-check-title = Vérification
setup-check-all-fine = J’ai tout ce qu’il me faut.
setup-check-look = Sans cela, une partie de ce que je fais échoue. Accorde-moi ce qui manque : pour le serveur, dans ses paramètres, à Rôles ; pour un salon, dans les siens, à Permissions.
setup-check-fine = tout est en ordre
setup-check-not-fine = { $count ->
    [0] quelque chose mérite un coup d’œil
    [one] il manque une permission
   *[other] il manque { $count } permissions
}
setup-check-server = le serveur dans son ensemble
setup-check-parties = soirées
setup-check-polls = sondages
setup-check-log = journal
setup-check-gone = ce salon a disparu, ou m’est caché
setup-check-public = tout le monde peut lire ce journal
setup-check-missing = { $count ->
    [one] il manque { $names }
   *[other] il manque : { $names }
}
setup-check-what-for = À quoi elles servent :
setup-check-again = Vérifier de nouveau
setup-grant = Les accorder sur le serveur
setup-test = Publier une carte d’essai
setup-test-title = Ce n’est qu’un essai
setup-test-question = New York ou Paris ?
setup-test-who = { $who } veut voir à quoi ressemblent les cartes ici
setup-test-remove = La retirer
setup-tested = { $channel } · publiée : [la voir]({ $link })
setup-test-unsure = Discord n’a pas dit si la carte d’essai est dans { $channel }. Va voir là-bas.
setup-test-refused = Je n’ai pas le droit de publier dans { $channel }.

setup-status-title = Comment je vais ici
setup-status-fine = Tout est en ordre.
setup-status-not-fine = Quelque chose mérite un coup d’œil.
setup-status-no-zone = **Pas encore de fuseau** · « vendredi 21h » n’a de sens que pour les membres qui m’ont donné le leur.
setup-status-no-channel = **Pas encore de salon** · soirées et sondages paraissent là où on les crée.
setup-status-sent = **Dernier envoi pour une soirée** · { $when }
setup-status-never = rien encore
setup-status-waiting = **En attente de son heure** · { $count ->
    [0] rien
    [one] une chose
   *[other] { $count } choses
}
setup-status-overdue = ⚠ **En retard** · { $count ->
    [one] une chose
   *[other] { $count } choses
}. Quelques secondes, c’est normal ; si cela dure, dis-le à la personne qui me fait tourner.
setup-status-pack = Ce que je sais a été vérifié le { $date } (version { $number })
setup-status-latency = { $ms } ms jusqu’à Discord

setup-hello-title = Bonsoir ! Je suis Étoile.
setup-hello-text = J’accompagne les communautés de la série : des faits avec leurs sources, des résumés aussi courts que tu veux, des soirées à l’heure de chacun, et des sondages pour l’éternel débat. Je n’en dis jamais plus que ce que chacun a vu.
setup-hello-how = Pour tout le monde : `/etoile aide`, `/progression définir`. Pour la modération : `/etoile-admin configurer`, deux minutes suffisent.
setup-hello-begin = Me configurer

setup-news-headline = La série : { $headline }
setup-news-posted = On m’a demandé de le dire si cela changeait.
setup-news-more = Où en est la série

transfer-exported = Les réglages, { $polls ->
    [0] aucun sondage
    [one] un sondage
   *[other] { $polls } sondages
} (les décomptes seulement) et { $parties ->
    [0] aucune soirée
    [one] une soirée
   *[other] { $parties } soirées
}. Les questions des sondages peuvent te gâcher la suite : ouvre-le avec prudence.
transfer-too-large = Ce fichier dépasse { $megabytes } Mo : ce n’est pas l’un de mes exports.
transfer-not-read = Discord ne m’a pas remis ce fichier. Réessaie.
transfer-refused-title = Je n’ai rien modifié
transfer-refused = { $count ->
    [one] Une chose dans ce fichier n’est pas comme il faut :
   *[other] { $count } choses dans ce fichier ne sont pas comme il faut :
}
transfer-more = et { $count } de plus
transfer-problem-missing = `{ $place }` manque
transfer-problem-unknown = je ne connais pas `{ $place }`
transfer-problem-wrong = `{ $place }` n’est pas valable
transfer-problem-unreadable = ce n’est pas du JSON
transfer-problem-version = il vient d’une autre version de moi
transfer-problem-large = il est trop grand
transfer-plan-title = Ce que ce fichier changerait
transfer-plan-nothing = Rien : tout ce qu’il contient est déjà là.
transfer-plan-setting = { $field } : { $before } → { $now }
transfer-plan-horizon = { $episode ->
    [0] horizon de { $channel } : rien de l’intrigue
    [1] horizon de { $channel } : l’épisode 1
    [8] horizon de { $channel } : toute la saison
   *[other] horizon de { $channel } : les épisodes 1 à { $episode }
}
transfer-plan-horizons = { $count ->
    [one] L’horizon d’un salon
   *[other] Les horizons de { $count } salons
}
transfer-plan-polls = { $count ->
    [one] Un sondage, clos, avec son décompte
   *[other] { $count } sondages, clos, avec leurs décomptes
}
transfer-plan-series = { $count ->
    [one] Une série de soirées
   *[other] { $count } séries de soirées
}
transfer-plan-ahead = { $count ->
    [one] Une soirée à venir : elle retrouve une carte (dans ce salon, si le sien n’existe pas) et repart sans réponses
   *[other] { $count } soirées à venir : elles retrouvent une carte (dans ce salon, si le leur n’existe pas) et repartent sans réponses
}
transfer-plan-notes = { $count ->
    [one] Une note du serveur
   *[other] { $count } notes du serveur
}
transfer-plan-clubs = { $count ->
    [one] Un club, dont je republie le tableau
   *[other] { $count } clubs, dont je republie les tableaux
}
transfer-plan-questions = { $count ->
    [one] { $count } question de quiz du serveur
   *[other] { $count } questions de quiz du serveur
}
transfer-plan-past = { $count ->
    [one] Une soirée passée
   *[other] { $count } soirées passées
}
transfer-plan-known = { $count ->
    [one] Une chose est déjà là et reste telle quelle.
   *[other] { $count } choses sont déjà là et restent telles quelles.
}
transfer-plan-left-out = { $count ->
    [one] Un salon ou rôle du fichier n’existe pas ici : je le laisse de côté.
   *[other] { $count } salons et rôles du fichier n’existent pas ici : je les laisse de côté.
}
transfer-plan-elsewhere = Le fichier vient d’un autre serveur.
transfer-apply = Appliquer
transfer-discard = Non, laisser
transfer-applied-title = C’est fait
transfer-discarded = Je n’ai rien modifié et j’ai jeté le fichier.
transfer-gone = Cet essai n’est plus valable (il dure un jour, et seule la personne qui l’a lancé peut le confirmer). Recommence avec `/etoile-admin importer`.
transfer-contradicts = Ce fichier se contredit, ou contredit ce qui est ici : je n’ai rien modifié du tout.
transfer-logged = { $who } a importé un fichier · sondages : { $polls } · soirées : { $parties }
transfer-field-locale = langue
transfer-field-zone = fuseau horaire
transfer-field-horizon = horizon
transfer-field-titles-shown = titres d’épisodes
transfer-field-host-role-ids = qui peut organiser
transfer-field-log-channel-id = salon du journal
transfer-field-party-channel-id = salon des soirées
transfer-field-poll-channel-id = salon des sondages
transfer-field-announce = nouvelles de la série

# Noms des commandes et des options
setup-name-setup = configurer
setup-name-status = état
setup-name-export = exporter
setup-name-import = importer
setup-name-file = fichier
