"""What a moderator does and the line of the log about it are one transaction."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.clock import FunctionClock
from bot.domain.log_note import LogNote
from bot.services.horizons import HorizonsService, Moved
from bot.store import guild_settings, log_lines
from bot.store.engine.database import Database
from tests.store.test_horizons import MODERATOR

GUILD = 10


async def moving(db: Database, now: datetime, note: LogNote) -> None:
    await HorizonsService(db, FunctionClock(lambda: now)).move(
        MODERATOR, channel_id=None, parent_id=None, episode=2, note=note
    )


async def owed(db: Database) -> list[str]:
    return [line for _, line in await db.read(log_lines.list_owed, guild_id=GUILD)]


async def test_the_line_is_owed_as_soon_as_the_change_is_stored(db: Database, now: datetime) -> None:
    await db.write(guild_settings.set_guild_log, guild_id=GUILD, channel_id=77, at=now)
    await moving(db, now, LogNote(guild_id=GUILD, line=lambda moved: f"{moved.before} to {moved.now}", at=now))
    assert await owed(db) == ["0 to 2"]


async def test_without_a_log_or_with_nothing_to_say_nothing_is_owed(db: Database, now: datetime) -> None:
    await moving(db, now, LogNote(guild_id=GUILD, line=lambda _: "never read", at=now))
    await db.write(guild_settings.set_guild_log, guild_id=GUILD, channel_id=77, at=now)
    await moving(db, now, LogNote(guild_id=GUILD, line=lambda _: None, at=now))
    assert await owed(db) == []


async def test_what_cannot_be_noted_is_not_changed(db: Database, now: datetime) -> None:
    def broken(moved: Moved) -> str:
        raise ValueError(moved.now)

    with pytest.raises(ValueError, match="2"):
        await moving(db, now, LogNote(guild_id=GUILD, line=broken, at=now))
    assert (await db.read(guild_settings.load_guild, guild_id=GUILD)).horizon == 0
