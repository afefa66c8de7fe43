"""Alembic's entry: uses the connection, and the transaction, that runner.py opened."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
