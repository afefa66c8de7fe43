"""Everything that is kept: plain SQL, written once, on SQLite or PostgreSQL. SQL stands only in this package."""
