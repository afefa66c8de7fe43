"""What was said for a party and holds no longer: lines of its clock, reminders, offers, questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.domain.delivery import Delivery
from bot.domain.instants import from_ms
from bot.domain.party import Party, Person, SeatStatus, State
from bot.domain.playback import Phase, Playback
from bot.store import deliveries as store
from bot.store.engine.database import Database, Transaction
from bot.store.parties import parties as party_store
from bot.store.parties import people as people_store

Why = Literal["moved", "cancelled", "begun", "started", "over", "answered", "taken", "passed"]
"""Why a message holds no longer; the catalogue has a sentence for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outdated:
    """A message that asks for what can no longer be answered, or says what is no longer so."""

    delivery: Delivery
    why: Why


class PartyLinesService:
    """What was posted for a party: of its clock's lines only the newest stands, and what is outdated says so."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def earlier(self, party_id: int, purpose: str, *, end_cards: bool) -> list[Delivery]:
        """The clock's lines but the one of this purpose; with the end cards of a party that is on again."""
        return await self._db.read(_earlier, party_id, purpose, end_cards=end_cards)

    async def outdated(self, party_id: int) -> list[Outdated]:
        """The messages with buttons that hold no longer and do not say so yet."""
        return await self._db.read(_outdated, party_id)


def line_of(clock: Playback) -> str:
    """The purpose of the line about what the clock was told last."""
    return f"line:{clock.presses}"


def _earlier(party_id: int, purpose: str, *, end_cards: bool) -> Transaction[list[Delivery]]:
    found: list[Delivery] = []
    # "go:" and "next:" are lines of an earlier version, which may still stand there.
    for like in ("line:%", "go:%", "next:%", *(("over%",) if end_cards else ())):
        found += yield from store.list_deliveries(subject_id=party_id, like=like)
    return [line for line in found if line.purpose != purpose]


def _outdated(party_id: int) -> Transaction[list[Outdated]]:
    party = yield from party_store.load_party(party_id=party_id)
    if party is None:
        return []
    people = yield from people_store.load_people(party_id=party_id)
    clock = yield from people_store.load_clock(party_id=party_id)
    sent = yield from store.list_deliveries(subject_id=party_id, like="%")
    standing = [one for one in sent if one.channel_id and one.message_id]
    found: list[tuple[Delivery, Why | None]]
    found = [(one, _why(one, party, people.get(one.user_id), clock)) for one in standing]
    return [Outdated(delivery=one, why=why) for one, why in found if why is not None]


def _why(sent: Delivery, party: Party, person: Person | None, clock: Playback | None) -> Why | None:
    """Why this message holds no longer; None while it does, or where it asks for nothing."""
    kind, _, rest = sent.purpose.partition(":")
    number = int(rest.split(":")[0]) if rest.split(":")[0].isdecimal() else 0
    if kind == "news":
        if number == party.sequence and party.state is State.CANCELLED:  # it says so itself
            return None
        return _ended(party) or ("moved" if number != party.sequence else None)
    if kind == "remind":
        return _ended(party) or ("moved" if number != int(party.starts_at.timestamp()) else None)
    if kind == "offer":
        return _ended(party) or _offer(person, number, moved="moved" in rest)
    if kind == "start":
        return _after_ready(party, clock)
    if kind == "ask" and clock is not None:
        return _over(party) or ("answered" if clock.since > from_ms(number * 1000) else None)
    if kind == "wait" and clock is not None:
        return _over(party) or ("answered" if clock.presses != number else None)
    return None


def _over(party: Party) -> Why | None:
    if party.state is State.CANCELLED:
        return "cancelled"
    return "over" if party.state is State.OVER else None


def _ended(party: Party) -> Why | None:
    """Whether it is too late to answer the invitation."""
    return _over(party) or ("begun" if party.state is State.LIVE else None)


def _offer(person: Person | None, until: int, *, moved: bool) -> Why | None:
    if person is None or person.place not in (SeatStatus.SEAT, SeatStatus.OFFER):
        return "passed"
    if person.offer_until is None:
        return "taken"
    return None if moved or int(person.offer_until.timestamp()) == until else "passed"


def _after_ready(party: Party, clock: Playback | None) -> Why | None:
    over = _over(party)
    if over is not None or clock is None:
        return over
    return None if clock.phase(clock.since) is Phase.READY else "started"


def is_private(sent: Delivery) -> bool:
    """Whether it went to one member by direct message."""
    if sent.purpose.startswith("offer:"):
        return sent.purpose.endswith(":direct")
    return sent.user_id != 0 and not sent.purpose.endswith(":here")
