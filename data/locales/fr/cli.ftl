# La ligne de commande, lue par la personne qui héberge le bot

cli-description = Le bot compagnon des communautés de la série Étoile. Sans commande, lance le bot, ou la répétition s’il n’y a pas de jeton.
cli-commands = COMMANDE
cli-run = lancer le bot ; sans DISCORD_TOKEN, la répétition
cli-require-token = ne jamais se rabattre sur la répétition : échouer s’il n’y a pas de jeton (conteneurs et services)
cli-rehearse = le vrai bot sur un faux Discord, dans ton navigateur
cli-port = port de la page sur 127.0.0.1 ; 0 prend un port libre
cli-check = vérifier les contenus, les phrases, les réglages et la base : tous les problèmes d’un coup
cli-schema = écrire les schémas JSON des contenus dans FOLDER, puis terminer
cli-pack = vérifier les contenus de FOLDER plutôt que ceux qui sont livrés
cli-sync = enregistrer les commandes auprès de Discord
cli-invite = afficher le lien d’invitation et le rôle de chaque permission
cli-invite-id = l’identifiant de l’application, s’il n’y a pas de jeton où le lire
cli-invite-minimal = ne demander que le strict minimum, et dire ce qui ne marche pas sans le reste
cli-invite-without = Laissé de côté, et ce qui ne marche pas sans :
cli-doctor = examiner disque, base, sauvegardes, horloge, jeton et permissions, et dire quoi faire
cli-doctor-backups = le dossier des sauvegardes (par défaut « backups » dans le répertoire d’état)
cli-db = entretenir la base de données
cli-db-upgrade = amener la base à la dernière révision
cli-db-backup = copier la base pendant que le bot tourne
cli-db-backup-file = le fichier à écrire ; il ne doit pas exister
cli-db-backup-keep = le nommer d’après l’heure, et ne garder que les COUNT plus récents (pour les tâches planifiées)
cli-version = afficher les versions

cli-failed = etoile : { $sentence }
cli-unknown-setting = etoile : { $name } n’est pas un réglage et n’a aucun effet ; .env.example les liste tous.
cli-schemas-written = { $count } schémas écrits dans { $folder }.
cli-syncing = Enregistrement des commandes…
cli-synced = { $count } commandes sont enregistrées. Discord peut mettre une minute à les afficher.
cli-db-upgrading = Mise à jour de la base…
cli-db-upgraded = La base est à jour.
cli-db-backing-up = Copie de la base…
cli-db-backed-up = { $file } est écrit ({ $size } octets). La clé des bulletins n’y est pas : garde-la aussi.
cli-db-backup-dropped = { $file } a été supprimé : de plus récents restent.
cli-version-unknown = (non installé)
cli-version-line = etoile { $version } (commit { $commit }), données { $pack }, discord.py { $discord }

check-pack-ok = Contenus : aucun problème.
check-locales-ok = Phrases : aucun problème.
check-settings-ok = Réglages : aucun problème.
check-settings-unknown = n’est pas un réglage ; .env.example les liste tous
check-settings-place = Réglages
check-database-ok = Base de données : joignable et à jour.
check-database-none = Base de données : il n’y en a pas encore ; le premier démarrage la crée.
check-problem = { $place } : { $message }
check-summary = { $count ->
    [0] Tout est en ordre.
    [one] Un problème.
   *[other] { $count } problèmes.
}

settings-wrong = ces réglages sont illisibles : { $problems }
run-token-missing = il n’y a pas de DISCORD_TOKEN. Mets-le dans l’environnement ou dans .env, ou lance la répétition avec `etoile rehearse`.
run-token-refused = Discord a refusé le jeton. Recopie-le depuis le portail des développeurs (Bot → Reset Token) dans DISCORD_TOKEN.
run-intent-missing = Discord a refusé un « intent ». Le bot n’en demande aucun de privilégié : cette version et l’application du jeton ne vont pas ensemble.
run-shards-wrong = Discord ne connaît pas les shards de ETOILE_SHARDS. Écris numéros et nombre comme `0-3/8`, ou `auto`.
run-shards-needed = le bot est sur trop de serveurs pour un seul shard. Mets ETOILE_SHARDS à `auto`, ou répartis les shards entre plusieurs processus, comme `0-3/8`.
run-version-refused = Discord n’accepte plus cette version du bot. Mets-le à jour.
run-no-network = Discord est injoignable. Vérifie le réseau de cette machine, puis réessaie.
run-discord-refused = Discord a refusé la connexion (statut { $code }). Réessaie dans quelques minutes.
run-port-taken = le port { $port } de 127.0.0.1 est pris. Choisis-en un autre avec --port, ou --port 0 pour un port libre.
invite-no-application = il n’y a pas de jeton où lire l’identifiant de l’application. Renseigne DISCORD_TOKEN, ou donne-le avec --id.

scope-bot = rejoindre un serveur comme bot
scope-applications-commands = proposer des commandes et des menus de message
permission-view-channel-name = Voir les salons
permission-view-channel = trouver le salon d’une soirée, d’un sondage ou d’un horizon
permission-send-messages-name = Envoyer des messages
permission-send-messages = publier cartes, rappels et résultats
permission-embed-links-name = Intégrer des liens
permission-embed-links = montrer l’aperçu des liens dans ses propres messages
permission-attach-files-name = Joindre des fichiers
permission-attach-files = publier les images de résultats, les calendriers et les fichiers d’un message voilé
permission-read-message-history-name = Voir les anciens messages
permission-read-message-history = modifier ses cartes et vérifier, après un redémarrage, si un rappel est parti
permission-send-messages-in-threads-name = Envoyer des messages dans les fils
permission-send-messages-in-threads = envoyer les rappels et le compte à rebours dans le fil d’une soirée
permission-create-public-threads-name = Créer des fils publics
permission-create-public-threads = ouvrir un fil pour chaque soirée
permission-manage-threads-name = Gérer les fils
permission-manage-threads = archiver le fil d’une soirée terminée
permission-manage-threads-without = je ne peux ni verrouiller le fil d’une soirée après coup, ni écrire dans un fil archivé
permission-manage-messages-name = Gérer les messages
permission-manage-messages = retirer l’original d’un message voilé comme spoiler
permission-manage-messages-without = je ne peux pas retirer l’original d’un message que la modération voile, ni épingler
permission-manage-roles-name = Gérer les rôles
permission-manage-roles = donner le rôle de participant d’une soirée, puis le reprendre
permission-manage-roles-without = une soirée ne peut pas donner de rôle à ses invités
permission-manage-events-name = Gérer les événements
permission-manage-events = tenir à jour le miroir d’une soirée dans les événements du serveur
permission-create-events-name = Créer des événements
permission-create-events = refléter une soirée dans les événements du serveur
permission-set-voice-channel-status-name = Définir le statut du salon vocal
permission-set-voice-channel-status = afficher dans le salon vocal ce qui est en cours
pack-faulty = les contenus ont { $count ->
    [one] un problème
   *[other] { $count } problèmes
}, le premier : { $first }. `etoile check` les liste tous.

cli-db-restore = remplacer la base par une sauvegarde ; le bot doit être arrêté
cli-db-restore-file = le fichier écrit par `etoile db backup`
cli-db-restore-force = remplacer une base qui existe déjà (une copie en est gardée)
cli-db-restoring = Mise en place de la sauvegarde…
cli-db-restored = { $file } est désormais la base. La clé des bulletins est-elle la sienne ? Remets-la aussi.
cli-db-restore-kept = Ce qui s’y trouvait est gardé sous { $file }.

# etoile doctor

doctor-summary = { $bad ->
    [0] { $odd ->
        [0] Tout est en ordre.
       *[other] Rien de cassé ; à regarder : { $odd }.
    }
   *[other] À réparer : { $bad }. À regarder : { $odd }.
}
doctor-disk-locked = Impossible d’écrire dans { $folder }. Donne ce dossier à qui lance le bot, ou règle ETOILE_STATE_DIR.
doctor-disk-fine = Disque : { $free } Mo libres pour { $folder }.
doctor-disk-odd = Disque : plus que { $free } Mo libres pour { $folder }. Fais de la place avant qu’une migration ou une sauvegarde ne le remplisse.
doctor-database = Base : { $place } ({ $kind }), { $size } Mo, à la dernière révision.
doctor-database-none = Base : { $place } n’existe pas encore ; le premier démarrage la crée. S’il devrait y en avoir une, cherche le volume.
doctor-database-faults = La base est abîmée (constats : { $count } ; le premier : { $first }). Arrête le bot et restaure une sauvegarde : etoile db restore FICHIER.
doctor-due = Travaux : rien en retard ; { $waiting ->
    [0] aucun n’attend
    [one] un seul attend son heure
   *[other] { $waiting } attendent leur heure
}.
doctor-due-late = Travaux : { $overdue } en retard, le plus ancien de { $minutes } minutes. Si le bot tourne, son journal dit pourquoi ; sinon, il rattrape au démarrage.
doctor-key-none = Clé des bulletins : il n’y en a pas encore ; le premier démarrage la crée.
doctor-key-fine = Clé des bulletins : celle de cette base (empreinte { $fingerprint }). Gardes-en une copie à part des sauvegardes.
doctor-key-bad = Clé des bulletins : pas celle de cette base (empreinte { $fingerprint }) ; les sondages anonymes ne prennent plus de bulletin. Remets l’ancienne.
doctor-backup-none = Sauvegardes : aucune dans { $folder }. Planifie cette tâche : etoile db backup { $folder }/etoile.sqlite3 --keep 14
doctor-backup-fine = Sauvegardes : la dernière, { $file }, a { $hours } heures.
doctor-backup-odd = Sauvegardes : la dernière, { $file }, a { $hours } heures. La tâche planifiée tourne-t-elle encore ?
doctor-token-none = Discord : DISCORD_TOKEN n’est pas réglé, seule la répétition peut tourner.
doctor-token-refused = Discord refuse le jeton. Crée-en un nouveau dans le portail des développeurs, sous Bot, et règle DISCORD_TOKEN.
doctor-refused = Discord répond par le statut { $status }. Réessaie plus tard ; son état est sur discordstatus.com.
doctor-no-network = Impossible de joindre Discord. La machine est-elle en ligne, et son pare-feu laisse-t-il passer ?
doctor-token = Discord : connecté en tant que { $name }.
doctor-clock-fine = Horloge : à { $seconds } s de celle de Discord.
doctor-clock-bad = Horloge : à { $seconds } s de celle de Discord. Les rappels arrivent décalés d’autant : laisse la machine se mettre à l’heure (systemd-timesyncd, chrony).
doctor-sessions-fine = Connexions : { $left } sur { $total } restent aujourd’hui.
doctor-sessions-odd = Connexions : plus que { $left } sur { $total } aujourd’hui. Quelque chose relance le bot sans cesse : lis son journal avant que Discord ne le bloque.
doctor-server-lacks = { $server } : il manque à mon rôle { $names }. etoile invite dit à quoi sert chaque permission.
doctor-servers = { $count ->
    [0] Serveurs : aucun pour l’instant. Invite-moi avec le lien d’etoile invite.
    [one] Serveurs : un.
   *[other] Serveurs : { $count }.
}
