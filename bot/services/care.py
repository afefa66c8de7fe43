"""What keeps the installation itself in order."""

from __future__ import annotations

from bot.store import meta
from bot.store.database import Database

_COMMANDS = "commands"


class CareService:
    """Small facts about this installation that must survive a restart."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def synced_commands(self) -> str | None:
        """The mark of the commands that were registered with Discord last."""
        return await self._db.read(meta.load(_COMMANDS))

    async def remember_synced_commands(self, mark: str) -> None:
        """Remember that the commands with this mark are registered."""
        await self._db.write(meta.save(_COMMANDS, mark))
