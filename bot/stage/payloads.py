"""JSON as Discord sends it: the type of a wire object, fast (de)serialising, and instants as text.

Everything on the stage is kept in Discord's own shape, so that what a viewer draws is what Discord would have sent.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, cast

import orjson

Wire = dict[str, Any]
"""One JSON object in Discord's format; ids are strings."""

dumps: Callable[[Any], bytes] = orjson.dumps
loads: Callable[[str | bytes], Any] = orjson.loads

EPOCH_MS = 1_420_070_400_000
"""The first millisecond of 2015 in UTC, where Discord's snowflakes begin."""


def stamp(at: datetime) -> str:
    """An aware instant as Discord writes it: ``2026-11-22T20:00:00.000000+00:00``."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def read_stamp(text: str) -> datetime:
    """An aware UTC instant from Discord's text; raises ValueError for anything else."""
    at = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)


def snowflake_ms(snowflake: str) -> int:
    """The milliseconds since 1970 at which an id was made."""
    return (int(snowflake) >> 22) + EPOCH_MS


def as_dict(value: object) -> Wire:
    """The value when it is an object, else an empty one: for optional parts of what a client sent."""
    return cast("Wire", value) if isinstance(value, dict) else {}


def as_list(value: object) -> list[Any]:
    """The value when it is a list, else an empty one."""
    return cast("list[Any]", value) if isinstance(value, list) else []
