"""Reading a party: everything that its card is made of, in one trip to the database."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.club import NO_CLUB, EveningPieces, pieces_after
from bot.domain.party import Party, Person, State
from bot.domain.playback import Playback
from bot.domain.readers import Asker, Audience, Reader
from bot.domain.series import Series
from bot.domain.visibility import NOTHING, may_see
from bot.errors import EtoileError
from bot.store import clubs, guild_settings
from bot.store.engine.database import Transaction
from bot.store.parties import parties as store
from bot.store.parties import people as people_store
from bot.store.parties import series as series_store


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """All that a party's card is made of. `audience`: everybody who sees the card. `reader`: who asks, if one does;
    then `regulars` are those who come to every evening of its series. `pieces`: see `PartyView`."""

    party: Party
    people: tuple[Person, ...]
    clock: Playback | None
    audience: Audience
    reader: Reader | None
    series: Series | None
    regulars: frozenset[int] = frozenset()
    pieces: EveningPieces = NO_CLUB


def note_spoils(party: Party, audience: Audience) -> int:
    """Up to which episode the note of a party spoils, where that is more than may be said on its card; else 0."""
    note = party.note
    return NOTHING if note is None or may_see(audience.horizon, note.level) else note.level


def look(party_id: int, asker: Asker | None = None) -> Transaction[Looked]:
    """Reads a party. Raises EtoileError("party-gone")."""
    party = yield from store.load_party(party_id=party_id)
    if party is None:
        raise EtoileError("party-gone")
    return (yield from look_around(party, asker))


def look_around(party: Party, asker: Asker | None = None) -> Transaction[Looked]:
    """Reads what belongs to a party that was read already."""
    people = yield from people_store.load_people(party_id=party.id)
    clock = yield from people_store.load_clock(party_id=party.id)
    audience = yield from guild_settings.load_audience(
        guild_id=party.guild_id, channel_id=party.channel_id, parent_id=None
    )
    reader = None if asker is None else (yield from guild_settings.reading_context(asker))
    series, regulars, pieces = None, frozenset[int](), NO_CLUB
    if party.series_id is not None:
        series = yield from series_store.load_series(series_id=party.series_id)
        if asker is not None:
            regulars = frozenset((yield from series_store.list_regulars(series_id=party.series_id)))
        if party.state is State.OVER:
            pieces = pieces_after((yield from clubs.find_of_series(series_id=party.series_id)))
    return Looked(
        party=party, people=tuple(people.values()), clock=clock, audience=audience, reader=reader, series=series,
        regulars=regulars, pieces=pieces,
    )  # fmt: skip
