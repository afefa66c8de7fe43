"""The moderators' log: each line is kept until it stands in the channel."""

from __future__ import annotations

from datetime import datetime

from bot.clock import Clock
from bot.domain.delivery import DeliveryKey
from bot.store import deliveries, guild_settings, log_lines
from bot.store.engine.database import Database, Transaction


class ModeratorLogService:
    """The lines that are owed to a server's log."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    async def channel_of(self, guild_id: int) -> int | None:
        """Where the server's log is written; None where it has none."""
        return (await self._db.read(guild_settings.load_guild, guild_id=guild_id)).log_channel_id

    async def owe(self, guild_id: int, sentence: str, *, once: DeliveryKey | None = None) -> bool:
        """Keep a line until it is posted. False where it was kept before under the key `once`."""
        return await self._db.write(_owe, guild_id, sentence, once, self._clock.now())

    async def owed(self, guild_id: int) -> list[tuple[int, str]]:
        """The lines that the log lacks, as (id, sentence), the oldest first."""
        return await self._db.read(log_lines.list_owed, guild_id=guild_id)

    async def settle(self, line_id: int) -> None:
        """The line is posted, or can be posted nowhere."""
        await self._db.write(log_lines.settle_line, line_id=line_id)


def _owe(guild_id: int, sentence: str, once: DeliveryKey | None, now: datetime) -> Transaction[bool]:
    if once is not None and (yield from deliveries.begin_delivery(once, at=now)) is not None:
        return False
    yield from log_lines.owe_line(guild_id=guild_id, sentence=sentence, at=now)
    return True
