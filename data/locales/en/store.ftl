# What can be wrong with the database. For members: one sentence. For who runs the bot: which file or server, and the way out.

store-unavailable = I can’t reach my memory right now. Nothing was changed: please try again in a moment.
store-unknown = I lost touch with my memory just now. What you asked for may have been done all the same: have a look before you try again.

store-url-unknown = ETOILE_DATABASE_URL starts with “{ $scheme }”, which is unknown here. It takes a path, sqlite:///path or postgresql://user@host/name.
store-url-wrong = ETOILE_DATABASE_URL cannot be read as the address of a PostgreSQL database ({ $place }). It looks like postgresql://user:password@host:5432/name.
store-sqlite-old = This Python brings SQLite { $found }; Étoile needs 3.35 or newer.
store-not-a-database = { $place } is not an SQLite database. It was left as it is: move it away, or set ETOILE_DATABASE_URL to another path.
store-foreign = { $place } belongs to another program. It was left as it is: set ETOILE_DATABASE_URL to another one.
store-not-writable = { $place } cannot be written. Check that its directory exists and that the bot may write there.
store-full = The disk that holds { $place } is full. Make room and start again; nothing was lost.
store-locked = Another program holds { $place } locked. Close it, or wait, and start again.
store-broken = The database { $place } cannot be used: { $reason }.
store-newer = The database { $place } is at revision { $found }, newer than this version of Étoile knows ({ $known }). Install the newer version again; nothing was changed.
store-behind = The database { $place } is at revision { $found } and needs { $known }. Run: etoile db upgrade
store-empty = Data was expected in { $place }, but there is none. Is the right volume mounted? Nothing was created.
store-unreachable = No PostgreSQL server answers at { $place }. Is it running, and is the address right?
store-password = The PostgreSQL server at { $place } refused the user or the password.
store-no-such-database = The PostgreSQL server answers, but it has no database { $place }. Create it first.
store-not-allowed = The PostgreSQL user may not do what is needed in { $place }. It has to own the database or its schema.

store-backup-exists = { $path } exists already; a backup never overwrites. Choose another name.
store-backup-failed = The backup to { $path } failed: { $reason }. The database itself is untouched.
store-backup-postgres = A PostgreSQL database is backed up with its own tool, pg_dump; nothing was written to { $path }.

store-restore-missing = There is no file { $path }.
store-restore-foreign = { $path } is not a database of Étoile. Nothing was changed.
store-restore-newer = { $path } is at revision { $found }, newer than this version of Étoile knows. Install the newer version; nothing was changed.
store-restore-damaged = { $path } is damaged: { $reason }. Nothing was changed.
store-restore-there = { $place } holds a database already. Add --force to replace it; a copy of it is kept.
store-restore-busy = { $place } is in use: stop the bot first. Nothing was changed.
store-restore-failed = The backup could not be put in place: { $reason }. The database is as it was.
store-restore-postgres = A PostgreSQL database is restored with its own tools, pg_restore or psql.
store-in-use = Another process of mine already runs on the database { $place }. Stop it first, or give this one a database of its own.
