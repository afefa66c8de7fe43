"""Small facts about the database itself, by key."""

from __future__ import annotations

from bot.store.engine.database import Transaction, sql


def load(key: str) -> Transaction[str | None]:
    """The value, or None."""
    rows = yield sql("SELECT value FROM meta WHERE key = :key", key=key)
    return rows[0]["value"] if rows else None


def save(key: str, value: str) -> Transaction[None]:
    """Sets the value."""
    yield sql(
        "INSERT INTO meta (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        key=key,
        value=value,
    )
