"""What is sent once: noted before it is tried, and after it has arrived."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from bot.domain.delivery import Delivery, DeliveryKey
from bot.store import deliveries as store
from bot.store.engine.database import Database


class DeliveryService:
    """The record of everything that must not be sent twice."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def begin(self, key: DeliveryKey, now: datetime) -> Delivery | None:
        """Note that a message is about to be sent. None: this is the first try."""
        return await self._db.write(store.begin_delivery, key, at=now)

    async def end(self, key: DeliveryKey, *, channel_id: int, message_id: int) -> None:
        """Note that it was sent."""
        await self._db.write(store.end_delivery, key, channel_id=channel_id, message_id=message_id)

    async def mark_reached(self, key: DeliveryKey, user_ids: Collection[int], now: datetime, message_id: int) -> None:
        """Note that each of these was reached for the purpose by one message: no later try calls them again."""
        await self._db.write(store.mark_reached, key, user_ids, at=now, message_id=message_id)

    async def reached(self, subject_id: int, purpose: str) -> frozenset[int]:
        """Who was reached for this purpose, alone or with others."""
        return await self._db.read(store.list_reached, subject_id=subject_id, purpose=purpose)

    async def is_on_record(self, message_id: int) -> bool:
        """Whether a message is known as one that was sent for some purpose, or that somebody shared."""
        return await self._db.read(store.is_on_record, message_id=message_id)

    async def forget(self, subject_id: int, purpose: str, *, user_id: int = 0) -> None:
        """Forget a message, which is gone or no longer holds: it may be sent anew."""
        await self._db.write(store.forget_delivery, subject_id=subject_id, purpose=purpose, user_id=user_id)

    async def place_of(self, subject_id: int, purpose: str) -> tuple[int, int] | None:
        """Where a message stands, as (channel, message); None while it is not known to have arrived."""
        sent = await self._db.read(store.load_delivery, subject_id=subject_id, purpose=purpose)
        if sent is None or sent.channel_id is None or sent.message_id is None:
            return None
        return sent.channel_id, sent.message_id
