"""Instants: aware UTC datetimes in Python, integer milliseconds since 1970 in the database and in custom ids."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def to_ms(instant: datetime) -> int:
    """Milliseconds since 1970-01-01 UTC. `instant` must be aware; raises ValueError otherwise."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return (instant - _EPOCH) // _MILLISECOND


def from_ms(ms: int) -> datetime:
    """The aware UTC datetime of `ms` milliseconds since 1970."""
    return _EPOCH + ms * _MILLISECOND
