"""The two databases behind one face: opening, migrating, transactions, backups."""
