"""A server's watch parties without Discord: the services over a real database, with a clock that the test moves."""

from __future__ import annotations

import functools
from datetime import datetime, timedelta
from typing import Any

from bot.clock import FunctionClock
from bot.content import ShowPack, load_pack
from bot.domain.locale import Locale
from bot.domain.party import Person, Rsvp, SeatStatus
from bot.domain.readers import Asker
from bot.resources import data_path
from bot.services.deliveries import DeliveryService
from bot.services.parties.clock import PartyClockService
from bot.services.parties.due import PartyDueService
from bot.services.parties.editing import PartyChangesService
from bot.services.parties.service import PartiesService
from bot.services.parties.values import PartyView, Wish
from bot.services.progress import ProgressService
from bot.store import jobs
from bot.store.engine.database import Database

GUILD = 100
CHANNEL = 200
HOST = 1
HOLD = timedelta(minutes=30)


@functools.cache
def pack() -> ShowPack:
    """The shipped show pack, loaded once."""
    return load_pack(data_path() / "show")


def asker(user_id: int, **more: Any) -> Asker:
    """A member of the server."""
    return Asker(
        user_id=user_id, guild_id=GUILD, channel_id=CHANNEL, parent_id=None, locale=Locale.EN,
        server_locale=Locale.EN, **more,
    )  # fmt: skip


class Table:
    """The services, and shorthands for what members do."""

    def __init__(self, db: Database, now: datetime) -> None:
        self.db = db
        self.now = now
        clock = FunctionClock(lambda: self.now)
        self.progress = ProgressService(db, clock)
        self.parties = PartiesService(db, clock, pack(), hold=HOLD)
        self.changes = PartyChangesService(db, clock, pack().level_of_text, hold=HOLD)
        self.clock = PartyClockService(db, clock, self.parties, self.progress)
        self.deliveries = DeliveryService(db)
        self.due = PartyDueService(db, self.parties, hold=HOLD)

    async def party(self, *, hours: float = 24, **more: Any) -> int:
        """A posted party of the host; its id."""
        wish: dict[str, Any] = {
            "channel_id": CHANNEL, "first_episode": 5, "last_episode": 5,
            "starts_at": self.now + timedelta(hours=hours), "zone": "Europe/Paris", "locale": Locale.EN,
        }  # fmt: skip
        preview = await self.parties.draft(asker(HOST), Wish(**(wish | more)))
        return (await self.parties.post(asker(HOST), preview.view.party.id)).party.id

    async def say(self, user_id: int, party_id: int, answer: Rsvp = Rsvp.GOING) -> SeatStatus:
        return (await self.parties.answer(asker(user_id), party_id, answer)).place

    async def view(self, party_id: int) -> PartyView:
        return await self.parties.view(party_id)

    async def person(self, party_id: int, user_id: int) -> Person:
        return next(one for one in (await self.view(party_id)).people if one.user_id == user_id)

    async def places(self, party_id: int) -> dict[int, str]:
        return {person.user_id: person.place.value for person in (await self.view(party_id)).people}

    async def jobs(self) -> dict[str, datetime]:
        """What is scheduled: kind → due instant (the earliest of a kind)."""
        found: dict[str, datetime] = {}
        waiting = await self.db.write(
            jobs.claim_due, now=self.now + timedelta(days=1000), limit=1000, lease_seconds=0.001
        )
        for job in waiting:
            found[job.kind] = min(job.due_at, found.get(job.kind, job.due_at))
        return found
