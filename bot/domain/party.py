"""Watch parties as values, and who may do what with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.locale import Locale
from bot.domain.member_text import Channel, MemberText
from bot.domain.readers import Asker


class State(StrEnum):
    """Where a party is in its life. `PLANNED`: a later date of a series, not announced yet."""

    DRAFT = "draft"
    PLANNED = "planned"
    OPEN = "open"
    LIVE = "live"
    OVER = "over"
    CANCELLED = "cancelled"


MAX_SEATS = 500
NOTE_LENGTH = 300
"""Characters of a host's note."""

IN_THREAD = 0
"""Stands for the message of a thread that a party has left."""

AHEAD = (State.PLANNED, State.OPEN)
CURRENT = (State.PLANNED, State.OPEN, State.LIVE)


class Rsvp(StrEnum):
    """What a member says to the invitation. Who comes late takes a seat as well."""

    GOING = "going"
    LATE = "late"
    MAYBE = "maybe"
    NO = "no"

    @property
    def comes(self) -> bool:
        return self in (Rsvp.GOING, Rsvp.LATE)


class SeatStatus(StrEnum):
    """What a member holds: a seat, a seat that is held for them, a place in the line, or nothing."""

    SEAT = "seat"
    OFFER = "offer"
    LINE = "line"
    NONE = "none"


class Ended(StrEnum):
    """Why a party is over or called off. `SERIES`: the host called it off, and with it all that were to follow."""

    HOST = "host"
    SERIES = "series"
    MINIMUM = "minimum"
    LENGTH = "length"
    IDLE = "idle"


class Mirror(StrEnum):
    """Whether a party has a server event beside it, or why it has none."""

    ON = "on"
    OFF = "off"
    REFUSED = "refused"
    FULL = "full"


class News(StrEnum):
    """What those with a seat have still to be told. `SERIES`: called off together with others."""

    MOVED = "moved"
    CANCELLED = "cancelled"
    MINIMUM = "minimum"
    SERIES = "series"
    BACK = "back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One watch party. Instants are aware UTC; `seats` of None means as many as come.

    `zone` is where its host's clock stands; not `zone_sure`: taken on trust, because nobody has asked yet.
    `closes_at`: from then on nobody takes a seat any more. `minimum` of seats must be taken at `minimum_at`, or it is
    called off. `sequence` rises with every change that calendars must learn of. `locale` is the language
    of its public messages. `role_ids`: only who has one of these roles can take a seat; none: everybody.
    `left_cards`: channels and messages in which its card stood before, and threads (with IN_THREAD for the message)
    in which it was talked of, which have yet to say where it is now.
    `wait_pauses`: "Wait!" of anybody who comes pauses by itself; else it asks the hosts.
    """

    id: int
    guild_id: int
    channel_id: int
    host_id: int
    cohost_ids: frozenset[int]
    series_id: int | None
    occurrence: int | None
    first_episode: int
    last_episode: int
    starts_at: datetime
    zone: str
    zone_sure: bool = True
    voice_id: int | None
    seats: int | None
    note: MemberText | None
    call_role_id: int | None
    seat_role_id: int | None
    closes_at: datetime | None
    minimum: int | None
    minimum_at: datetime | None
    length_minutes: int | None
    state: State
    ended: Ended | None
    sequence: int
    news: News | None
    message_id: int | None
    thread_id: int | None
    event_id: int | None
    mirror: Mirror
    locale: Locale
    reminded_to: datetime
    role_ids: frozenset[int] = frozenset()
    left_cards: tuple[tuple[int, int], ...] = ()
    wait_pauses: bool = False

    @property
    def place_id(self) -> int:
        """Where its messages go: its thread, else its channel."""
        return self.thread_id or self.channel_id

    @property
    def episodes(self) -> range:
        """The numbers of its episodes."""
        return range(self.first_episode, self.last_episode + 1)

    @property
    def length(self) -> timedelta:
        """How long it takes, or about how long when nobody said."""
        return timedelta(minutes=self.length_minutes or 60) * len(self.episodes)

    def open_to(self, now: datetime) -> bool:
        """Whether a seat can still be taken."""
        if self.state is State.LIVE:
            return True
        return self.state in AHEAD and (self.closes_at is None or now < self.closes_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A member's part in one party. `turn` orders the line; `passed`: let an offered seat go by.

    `offer_until`: until when a seat is held for them; beside a seat, they came to it without a press of their own.
    `offer_told`: they know.
    """

    user_id: int
    answer: Rsvp
    place: SeatStatus
    turn: int = 0
    passed: bool = False
    offer_until: datetime | None = None
    offer_told: bool = False
    ready: bool = False
    watched: bool = False
    has_role: bool = False

    @property
    def has_untold_seat(self) -> bool:
        """Whether they came to their seat without a press of their own, and do not know it yet."""
        return self.place is SeatStatus.SEAT and self.offer_until is not None and not self.offer_told


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderChoice:
    """When a member wants to be reminded: minutes before, by direct message or in the party's thread, and the hours
    (minutes of their own day) in which they do not want to be. `locale`: the language in which they chose, for what is
    written to them alone; None: not known."""

    minutes: frozenset[int] = frozenset({15})
    direct: bool = False
    quiet_from: int | None = None
    quiet_to: int | None = None
    locale: Locale | None = None

    def quiet_at(self, minute_of_day: int) -> bool:
        """Whether the member wants quiet at this minute of their day."""
        if self.quiet_from is None or self.quiet_to is None or self.quiet_from == self.quiet_to:
            return False
        if self.quiet_from < self.quiet_to:
            return self.quiet_from <= minute_of_day < self.quiet_to
        return minute_of_day >= self.quiet_from or minute_of_day < self.quiet_to


REMINDER_MINUTES = (10080, 1440, 180, 60, 30, 15)
"""How long before a party members can be reminded, the earliest first."""


def may_manage(party: Party, asker: Asker) -> bool:
    """Whether `asker` may edit, cancel, skip and steer the party: its host, co-hosts, and who may manage events."""
    if asker.guild_id != party.guild_id:
        return False
    return asker.manages_events or asker.user_id == party.host_id or asker.user_id in party.cohost_ids


def may_know(party: Party, asker: Asker) -> bool:
    """Whether `asker` may know of the party: a member of its server who may view its channel, or who manages it."""
    if asker.guild_id != party.guild_id:
        return False
    stands_here = party.channel_id in (asker.channel_id, asker.parent_id) or party.thread_id == asker.channel_id
    return stands_here or may_manage(party, asker) or asker.may_view(Channel(party.channel_id))


def may_take_seat(party: Party, asker: Asker) -> bool:
    """Whether the party's limit to certain roles lets `asker` take a seat; its hosts always may."""
    limited = bool(party.role_ids) and not party.role_ids & asker.role_ids
    return not limited or asker.user_id == party.host_id or asker.user_id in party.cohost_ids


def roles_of(party: Party) -> str:
    """The roles that can take a seat, as mentions."""
    return " ".join(f"<@&{role_id}>" for role_id in sorted(party.role_ids))


def seated(people: list[Person]) -> list[Person]:
    """Those with a seat."""
    return [person for person in people if person.place is SeatStatus.SEAT]
