"""One file per revision, a linear chain. Only raw SQL that SQLite and PostgreSQL both understand, one statement per
`op.execute` (asyncpg prepares each, and can prepare only one), a literal colon written as `\\:`. No way back down: the
copy that is kept before a migration is the way back."""
