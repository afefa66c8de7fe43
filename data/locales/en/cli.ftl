# The command line, read by the operator

cli-description = The companion bot of the communities around the series Étoile. Without a command it runs the bot, or the rehearsal when there is no token.
cli-commands = COMMAND
cli-run = run the bot; without DISCORD_TOKEN, the rehearsal
cli-require-token = never fall back to the rehearsal: fail when there is no token (for containers and services)
cli-rehearse = the real bot on a make-believe Discord, used in your browser
cli-port = port of the page on 127.0.0.1; 0 takes a free one
cli-check = check the show pack, the sentences, the settings and the database: every problem at once
cli-schema = write the JSON Schemas of the show pack into FOLDER and exit
cli-pack = check the show pack in FOLDER instead of the shipped one
cli-sync = register the commands with Discord now
cli-invite = print the link that invites the bot, with what each permission is for
cli-invite-id = the application id, when there is no token to read it from
cli-invite-minimal = ask for the fewest permissions, and say what won’t work without the rest
cli-invite-without = Left out, and what does not work without it:
cli-doctor = look at disk, database, backups, clock, token and permissions, and say what to do
cli-doctor-backups = the folder with the backups (by default “backups” in the state directory)
cli-db = look after the database
cli-db-upgrade = bring the database up to the newest revision
cli-db-backup = copy the database while the bot runs
cli-db-backup-file = the file to write; it must not exist yet
cli-db-backup-keep = name it after the time, and keep only the newest COUNT of such backups (for timers)
cli-version = print the versions

cli-failed = etoile: { $sentence }
cli-unknown-setting = etoile: { $name } is not a setting and has no effect; .env.example lists them all.
cli-schemas-written = { $count } schemas written to { $folder }.
cli-syncing = Registering the commands…
cli-synced = { $count } commands are registered. Discord may take a minute to show them.
cli-db-upgrading = Bringing the database up to date…
cli-db-upgraded = The database is up to date.
cli-db-backing-up = Copying the database…
cli-db-backed-up = { $file } is written ({ $size } bytes). The ballot key is not in it: keep a copy of that too.
cli-db-backup-dropped = { $file } was deleted: newer backups are kept.
cli-version-unknown = (not installed)
cli-version-line = etoile { $version } (commit { $commit }), show pack { $pack }, discord.py { $discord }

check-pack-ok = Show pack: no problems.
check-locales-ok = Sentences: no problems.
check-settings-ok = Settings: no problems.
check-settings-unknown = not a setting; .env.example lists them all
check-settings-place = Settings
check-database-ok = Database: reachable and up to date.
check-database-none = Database: there is none yet; the first start makes it.
check-problem = { $place }: { $message }
check-summary = { $count ->
    [0] Everything is in order.
    [one] One problem.
   *[other] { $count } problems.
}

settings-wrong = these settings cannot be read: { $problems }
run-token-missing = there is no DISCORD_TOKEN. Put it into the environment or into .env, or start the rehearsal with `etoile rehearse`.
run-token-refused = Discord refused the token. Copy it again from the developer portal (Bot → Reset Token) into DISCORD_TOKEN.
run-intent-missing = Discord refused an intent that the bot asked for. The bot needs no privileged one: this version and the token’s application don’t match.
run-shards-wrong = Discord does not know the shards of ETOILE_SHARDS. Write ids and count such as `0-3/8`, or `auto`.
run-shards-needed = the bot is on too many servers for one shard. Set ETOILE_SHARDS to `auto`, or share them out among processes, such as `0-3/8`.
run-version-refused = Discord no longer accepts this version of the bot. Update it.
run-no-network = Discord cannot be reached. Check this machine’s network and try again.
run-discord-refused = Discord refused the connection with status { $code }. Try again in a few minutes.
run-port-taken = port { $port } on 127.0.0.1 is taken. Choose another one with --port, or --port 0 for any free one.
invite-no-application = there is no token to read the application id from. Set DISCORD_TOKEN, or give the id with --id.

scope-bot = join a server as a bot
scope-applications-commands = offer slash commands and message menus
permission-view-channel-name = View Channels
permission-view-channel = find the channel that a party, a poll or a horizon is for
permission-send-messages-name = Send Messages
permission-send-messages = post cards, reminders and results
permission-embed-links-name = Embed Links
permission-embed-links = show a preview for links in the bot’s own messages
permission-attach-files-name = Attach Files
permission-attach-files = post pictures of results, calendars, and the files of a veiled message
permission-read-message-history-name = Read Message History
permission-read-message-history = edit its cards, and look up whether a reminder went out before a restart
permission-send-messages-in-threads-name = Send Messages in Threads
permission-send-messages-in-threads = remind and count down in a party’s thread
permission-create-public-threads-name = Create Public Threads
permission-create-public-threads = open a thread for each party
permission-manage-threads-name = Manage Threads
permission-manage-threads = archive a party’s thread when it is over
permission-manage-threads-without = I cannot lock a party’s thread after it, nor write in one that somebody archived
permission-manage-messages-name = Manage Messages
permission-manage-messages = remove the original of a message that was veiled as a spoiler
permission-manage-messages-without = I cannot take down the original of a message that a moderator veils, nor pin
permission-manage-roles-name = Manage Roles
permission-manage-roles = give the attendee role of a party, and take it back
permission-manage-roles-without = a party cannot give its guests a role
permission-manage-events-name = Manage Events
permission-manage-events = keep the mirror of a party in the server’s events up to date
permission-create-events-name = Create Events
permission-create-events = mirror a party to the server’s events
permission-set-voice-channel-status-name = Set Voice Channel Status
permission-set-voice-channel-status = show in the voice channel what is playing
pack-faulty = the show pack has { $count ->
    [one] a problem
   *[other] { $count } problems
}, the first one is { $first }. `etoile check` lists them all.

cli-db-restore = replace the database with a backup; the bot must be stopped
cli-db-restore-file = the file that `etoile db backup` wrote
cli-db-restore-force = replace a database that is there already (a copy of it is kept)
cli-db-restoring = Putting the backup in place…
cli-db-restored = { $file } is the database now. Does the ballot key belong to it? Put that back too.
cli-db-restore-kept = What was there before is kept as { $file }.

# etoile doctor

doctor-summary = { $bad ->
    [0] { $odd ->
        [0] Everything is in order.
       *[other] Nothing is broken; to look into: { $odd }.
    }
   *[other] To fix: { $bad }. To look into: { $odd }.
}
doctor-disk-locked = { $folder } cannot be written. Give it to the user who runs the bot, or set ETOILE_STATE_DIR.
doctor-disk-fine = Disk: { $free } MB free for { $folder }.
doctor-disk-odd = Disk: only { $free } MB free for { $folder }. Make room, before a migration or a backup fills it.
doctor-database = Database: { $place } ({ $kind }), { $size } MB, at the newest revision.
doctor-database-none = Database: { $place } does not exist yet; the first start makes it. If there should be one, look for the volume.
doctor-database-faults = The database is damaged ({ $count } findings; the first: { $first }). Stop the bot and restore a backup: etoile db restore FILE.
doctor-due = Due work: nothing is late; { $waiting ->
    [one] one job waits for its
   *[other] { $waiting } jobs wait for their
} time.
doctor-due-late = Due work: { $overdue ->
    [one] one job is late, by { $minutes } minutes.
   *[other] { $overdue } jobs are late, the oldest by { $minutes } minutes.
} If the bot runs, its log says why; if not, it catches up when it starts.
doctor-key-none = Ballot key: there is none yet; the first start makes it.
doctor-key-fine = Ballot key: fits this database (fingerprint { $fingerprint }). Keep a copy of it apart from the backups.
doctor-key-bad = Ballot key: not the one of this database (fingerprint { $fingerprint }); anonymous polls take no ballots. Put the old key back.
doctor-backup-none = Backups: none in { $folder }. Let a timer run: etoile db backup { $folder }/etoile.sqlite3 --keep 14
doctor-backup-fine = Backups: the newest, { $file }, is { $hours } hours old.
doctor-backup-odd = Backups: the newest, { $file }, is { $hours } hours old. Does the timer still run?
doctor-token-none = Discord: no DISCORD_TOKEN is set, so only the rehearsal can run.
doctor-token-refused = Discord refuses the token. Make a new one in the developer portal, under Bot, and set DISCORD_TOKEN.
doctor-refused = Discord answers with status { $status }. Try again later; its state is at discordstatus.com.
doctor-no-network = Discord cannot be reached. Is this machine online, and does its firewall let it through?
doctor-token = Discord: connected as { $name }.
doctor-clock-fine = Clock: { $seconds } s from Discord’s.
doctor-clock-bad = Clock: { $seconds } s from Discord’s. Reminders come that much early or late: let the machine keep its time (systemd-timesyncd, chrony).
doctor-sessions-fine = Connections: { $left } of { $total } left today.
doctor-sessions-odd = Connections: only { $left } of { $total } left today. Something restarts the bot again and again: read its log before Discord locks it out.
doctor-server-lacks = { $server }: my role lacks { $names }. etoile invite says what each is for.
doctor-servers = { $count ->
    [0] Servers: none yet. Invite me with the link of etoile invite.
    [one] Servers: one.
   *[other] Servers: { $count }.
}
