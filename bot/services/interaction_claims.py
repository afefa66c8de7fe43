"""Each interaction counts once: Discord may send one twice, and two processes with one token both get it."""

from __future__ import annotations

import asyncio

from bot.bounded import Bounded
from bot.clock import Clock
from bot.errors import StoreUnavailable
from bot.store import interaction_claims
from bot.store.engine.database import Database

REMEMBERED = 5000
PATIENCE_SECONDS = 0.5
"""How long the database is waited for: Discord waits three seconds for the answer, which asks it for more."""


class InteractionClaims:
    """Who takes an interaction up. One process alone (on SQLite a second one is refused) needs no database for it."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self._here: Bounded[int, None] = Bounded(REMEMBERED)

    async def claim(self, interaction_id: int) -> bool:
        """Whether the caller is the first to take it up, here or in another process, and has to answer it."""
        if interaction_id in self._here:
            return False
        self._here[interaction_id] = None
        if self._db.kind == "sqlite":
            return True
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                return await self._db.write(interaction_claims.claim, interaction_id, at=self._clock.now())
        except (StoreUnavailable, TimeoutError):
            return True  # whatever it asks for can hardly be stored now, and its asker has to be told in time
