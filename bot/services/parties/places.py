"""What parties stand on: channels, threads, roles. What is left without them, and who has to hear of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.delivery import DeliveryKey
from bot.domain.instants import to_ms
from bot.domain.job_kinds import JobKind
from bot.domain.party import CURRENT, Party, State
from bot.domain.party_trouble import Trouble, trouble_of
from bot.services.parties.schedule import schedule_redraw
from bot.store import deliveries, guild_settings
from bot.store.engine.database import Database, Transaction
from bot.store.jobs import schedule
from bot.store.parties import parties as store


class PartyPlacesService:
    """Whatever a party loses is noted once, whoever notices first; a job tells its host and the moderators' log."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def standing_on(self, guild_id: int, thing_id: int) -> list[Party]:
        """The server's parties, on or ahead, for which this is the channel, the thread, the voice channel or a role."""
        found = await self._db.read(store.list_parties, guild_id=guild_id, states=CURRENT)
        return [party for party in found if thing_id in _things(party)]

    async def note(self, party: Party, trouble: Trouble, now: datetime, *, at: datetime | None = None) -> None:
        """Have this told, once for each party; with `at`, once for each such instant."""
        await self._db.write(_note, party, trouble, now, at)

    async def let_go(self, party: Party, thing_id: int, trouble: Trouble, now: datetime) -> None:
        """This thread, voice channel or role is gone: the party goes on without it, and that is told."""
        await self._db.write(_let_go, party, thing_id, trouble, now)

    async def untold(self, party_id: int) -> list[tuple[str, Trouble]]:
        """What was noted and not told yet, as (purpose, trouble)."""
        noted = await self._db.read(deliveries.list_deliveries, subject_id=party_id, like="trouble:%")
        waiting = [each.purpose for each in noted if each.message_id is None]
        return [(purpose, trouble) for purpose in waiting if (trouble := trouble_of(purpose)) is not None]

    async def mark_told(self, party: Party, purpose: str) -> None:
        """Everybody who has to has heard of it."""
        key = DeliveryKey(guild_id=party.guild_id, subject_id=party.id, purpose=purpose)
        await self._db.write(deliveries.end_delivery, key, channel_id=0, message_id=0)

    async def lost_its_thread(self, party_id: int) -> bool:
        """Whether the party had a thread that was deleted: no other is opened for it."""
        purpose = Trouble.THREAD_GONE.purpose
        return await self._db.read(deliveries.load_delivery, subject_id=party_id, purpose=purpose) is not None

    async def open_for(self, party: Party) -> int | None:
        """Up to which episode the party's thread is open, where that is more than its channel is; else None."""
        return await self._db.read(_open_for, party)

    async def cards_replaced(self, party_id: int) -> int:
        """How often the party's card was deleted and posted again by itself."""
        return len(await self._db.read(deliveries.list_deliveries, subject_id=party_id, like="card-again:%"))


def _things(party: Party) -> tuple[int | None, ...]:
    return party.channel_id, party.thread_id, party.voice_id, party.call_role_id, party.seat_role_id


def _note(party: Party, trouble: Trouble, now: datetime, at: datetime | None = None) -> Transaction[None]:
    purpose = trouble.purpose if at is None else f"{trouble.purpose}:{to_ms(at)}"
    key = DeliveryKey(guild_id=party.guild_id, subject_id=party.id, purpose=purpose)
    if (yield from deliveries.begin_delivery(key, at=now)) is None:
        yield from schedule(kind=JobKind.PARTY_TROUBLE, subject_id=party.id, due_at=now)


def _let_go(party: Party, thing_id: int, trouble: Trouble, now: datetime) -> Transaction[None]:
    yield from _note(party, trouble, now)
    stored = yield from store.lock_party(party_id=party.id)
    if stored is None:
        return
    left = replace(
        stored,
        thread_id=None if stored.thread_id == thing_id else stored.thread_id,
        voice_id=None if stored.voice_id == thing_id else stored.voice_id,
        call_role_id=None if stored.call_role_id == thing_id else stored.call_role_id,
        seat_role_id=None if stored.seat_role_id == thing_id else stored.seat_role_id,
    )
    if left == stored:
        return
    yield from store.save_party(left)
    yield from schedule_redraw(left, now, mirror=left.voice_id != stored.voice_id)
    if left.thread_id != stored.thread_id and stored.state is State.LIVE:  # the clock that stood there, stands anew
        yield from schedule(kind=JobKind.PARTY_CARD, subject_id=party.id, due_at=now)


def _open_for(party: Party) -> Transaction[int | None]:
    own = (yield from guild_settings.list_channel_horizons(guild_id=party.guild_id)).get(party.thread_id or 0)
    parent = yield from guild_settings.load_audience(
        guild_id=party.guild_id, channel_id=party.channel_id, parent_id=None
    )
    return own if own is not None and own > parent.horizon else None
