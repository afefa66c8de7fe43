"""Which of the lines that a party's clock announced have to be taken back."""

from __future__ import annotations

from datetime import datetime

from bot.domain.delivery import Delivery, DeliveryKey
from bot.domain.instants import from_ms, to_ms
from bot.domain.party import Party
from bot.domain.playback import Playback
from bot.store import deliveries as store
from bot.store.engine.database import Database, Transaction
from bot.store.parties import people as people_store


class PartyLinesService:
    """The lines that say what a party's clock comes to: which were said, and which no longer hold."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def overtaken(self, party_id: int) -> list[Delivery]:
        """The lines that announce what the clock no longer comes to, and that do not say so yet."""
        return await self._db.read(_overtaken, party_id)

    async def mark_taken_back(self, party: Party, purpose: str, now: datetime) -> None:
        """The line says that it no longer holds."""
        key = DeliveryKey(guild_id=party.guild_id, subject_id=party.id, purpose=_off(purpose))
        await self._db.write(store.begin_delivery, key, at=now)

    async def said(self, party_id: int, purpose: str) -> bool:
        """Whether this line was tried before; if it was taken back, it holds again."""
        return await self._db.write(_said, party_id, purpose)


def go_at(start: datetime) -> str:
    """The purpose of the line for a common start: one line for each instant."""
    return f"go:{to_ms(start)}"


def next_is(episode: int) -> str:
    """The purpose of the line that says which episode is next."""
    return f"next:{episode}"


def start_of(purpose: str) -> datetime | None:
    """The instant that a line announces, None when it is not about one."""
    kind, _, number = purpose.partition(":")
    return from_ms(int(number)) if kind == "go" else None


def _off(purpose: str) -> str:
    return f"off:{purpose}"


def _overtaken(party_id: int) -> Transaction[list[Delivery]]:
    clock = yield from people_store.load_clock(party_id=party_id)
    lines = yield from store.list_deliveries(subject_id=party_id, like="go:%")
    lines += yield from store.list_deliveries(subject_id=party_id, like="next:%")
    off = {post.purpose for post in (yield from store.list_deliveries(subject_id=party_id, like="off:%"))}
    if clock is None:
        return []
    return [line for line in lines if _is_overtaken(line.purpose, clock) and _off(line.purpose) not in off]


def _is_overtaken(purpose: str, clock: Playback) -> bool:
    start = start_of(purpose)
    return clock.overtakes(start) if start is not None else clock.episode < int(purpose.partition(":")[2])


def _said(party_id: int, purpose: str) -> Transaction[bool]:
    yield from store.forget_delivery(subject_id=party_id, purpose=_off(purpose))
    return (yield from store.load_delivery(subject_id=party_id, purpose=purpose)) is not None
