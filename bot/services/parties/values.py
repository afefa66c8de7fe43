"""What the parties' services take and give: plain frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.domain.club import NO_CLUB, EveningPieces
from bot.domain.locale import Locale
from bot.domain.party import Party, Person, SeatStatus
from bot.domain.playback import Playback
from bot.domain.series import Evening, Occurrence, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wants to host. Instants are aware UTC; minutes count back from the start.

    With a `rule` it is a series, whose first party this is; `last_episode` is then the last one of the series, of which
    `per_evening` are watched on each date. Only who has one of `role_ids` can take a seat; none: everybody.
    `wait_pauses`: see `Party`.
    """

    channel_id: int
    first_episode: int
    last_episode: int
    starts_at: datetime
    zone: str
    locale: Locale
    zone_sure: bool = True
    voice_id: int | None = None
    seats: int | None = None
    note: str | None = None
    call_role_id: int | None = None
    seat_role_id: int | None = None
    closes_before: int | None = None
    minimum: int | None = None
    minimum_before: int = 60
    length_minutes: int | None = None
    mirror: bool = True
    role_ids: frozenset[int] = frozenset()
    rule: Rule | None = None
    per_evening: int = 1
    wait_pauses: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What shall change about a party; None leaves it, and 0 takes away: the limit of seats, the voice channel, a role,
    the minimum, the length, the instant at which answers close. An empty `note` takes the note away, and empty
    `role_ids` let everybody take a seat. `closes_before`: in minutes.
    """

    starts_at: datetime | None = None
    seats: int | None = None
    note: str | None = None
    first_episode: int | None = None
    last_episode: int | None = None
    length_minutes: int | None = None
    voice_id: int | None = None
    call_role_id: int | None = None
    seat_role_id: int | None = None
    closes_before: int | None = None
    minimum: int | None = None
    mirror: bool | None = None
    wait_pauses: bool | None = None
    channel_id: int | None = None
    role_ids: tuple[int, ...] | None = None
    add_cohost: int | None = None
    remove_cohost: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyView:
    """A party as somebody may see it: everybody who sees its card, or one member alone.

    `title` is the episode's, None where it would spoil or there are several. `note` is what the host wrote, None where
    it might spoil. `regulars`: who comes to every evening of its series, and
    `skipped`: the dates ahead that its series leaves out; both are known only when a member asks. `pieces`: what stands
    on it when it is over.
    """

    party: Party
    people: tuple[Person, ...]
    clock: Playback | None
    title: str | None
    note: str | None = None
    rule: Rule | None
    following: tuple[Occurrence, ...] = ()
    skipped: tuple[Occurrence, ...] = ()
    regulars: frozenset[int] = frozenset()
    pieces: EveningPieces = NO_CLUB

    def holding(self, *places: SeatStatus) -> list[Person]:
        """Those who hold one of these places, in the order in which they came."""
        return [person for person in self.people if person.place in places]

    @property
    def attended(self) -> list[Person]:
        """Those who were there, as far as the clock knows: who was ready. Who counted the episode as watched is not
        among them for that: how far somebody is, nobody learns from us."""
        return [one for one in self.people if one.ready]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A draft before it is posted: what it clashes with, and the zone of its server (None: not set).

    `evenings`: all dates of a series with their episodes; `last_episode`: the last that it was to show. `idle_skips`:
    days to leave out on which no evening of the series falls. `first_day`: the day that was typed for its first
    evening, where the rule makes it another one. `note_spoils`: up to which episode, where that is more than may be
    said on the card.
    """

    view: PartyView
    clashes: tuple[Party, ...]
    server_zone: str | None
    evenings: tuple[Evening, ...] = ()
    last_episode: int | None = None
    idle_skips: tuple[date, ...] = ()
    first_day: date | None = None
    note_spoils: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A change before it happens: the party as it is and as it would be. `along`: how many parties of the series change
    with it. `dropped`: how many of all these fall out, because no date or no episode is left for them. `told`: how many
    members will be told, besides whoever asked for it. Notes are those that they may read;
    `note_spoils` is as in a preview."""

    id: int
    before: Party
    after: Party
    note_before: str | None
    note_after: str | None
    along: int
    dropped: int
    told: int
    clashes: tuple[Party, ...]
    note_spoils: int = 0

    @property
    def is_idle(self) -> bool:
        """Whether nothing would be different."""
        return replace(self.after, sequence=self.before.sequence) == self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What an answer led to for the member.

    `waiting`: how many wait before them in the line. `offer_until`: until when a seat is held for them.
    """

    party: Party
    place: SeatStatus
    waiting: int
    offer_until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Whom to call, and how. `late`: it should have been earlier than now by more than a few minutes. `given`: who at
    the same time came to a seat, and learns both from one message of their own. `locales`: the languages of those who
    are called, where they are known. `deserted`: nobody has a seat, so nothing is said until
    somebody comes."""

    view: PartyView
    purpose: str
    here: tuple[int, ...]
    direct: tuple[int, ...]
    late: bool
    given: tuple[Person, ...] = ()
    deserted: bool = False
    locales: Mapping[int, Locale] = field(default_factory=dict[int, Locale])

    def locale_of(self, user_id: int) -> Locale:
        """In which language to write to a member alone: theirs, or the server's while it is not known."""
        return self.locales.get(user_id, self.view.party.locale)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatsToTell:
    """Who of a party has to be told of a seat, in the order of the line."""

    view: PartyView
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChanges:
    """Who has to get the role of a party's attendees and who has to lose it, by their ids."""

    party: Party
    give: tuple[int, ...]
    take: tuple[int, ...]
