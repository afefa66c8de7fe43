"""Two days before an evening: who asked for it, comes, and has episodes to go, is told so. Alone, and directly: how far
somebody is, nobody else learns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.clock import Clock
from bot.domain.club import Piece
from bot.domain.locale import Locale
from bot.domain.party import Party, State, seated
from bot.domain.readers import Asker
from bot.domain.visibility import level_of
from bot.services.clubs.links import NUDGE_LATEST
from bot.services.clubs.service import ClubsService
from bot.services.clubs.values import Programme
from bot.services.progress import ProgressService
from bot.store import clubs as store
from bot.store import members
from bot.store.engine.database import Database, Transaction
from bot.store.parties import parties as party_store
from bot.store.parties import people as people_store


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge:
    """One member, in which language to write to them, and the episodes that they have to go."""

    user_id: int
    locale: Locale
    to_go: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NudgesDue:
    """Whom to nudge before an evening."""

    party: Party
    nudges: tuple[Nudge, ...]


class NudgesService:
    """Who wants to be nudged, and who is."""

    def __init__(self, db: Database, clock: Clock, clubs: ClubsService, progress: ProgressService) -> None:
        self._db = db
        self._clock = clock
        self._clubs = clubs
        self._progress = progress

    async def ask(self, asker: Asker, club_id: int, *, wanted: bool) -> Programme:
        """Be told two days before each evening, or no longer. Raises EtoileError("club-none")."""
        view = await self._clubs.here(asker, club_id)
        await self._db.write(
            store.set_nudge, club_id=view.club.id, user_id=asker.user_id, locale=asker.locale, wanted=wanted
        )
        return await self._clubs.programme(asker, view.club.id)

    async def due(self, party_id: int) -> NudgesDue | None:
        """Whom to nudge before this evening; None when it is not ahead any more, or too near."""
        return await self._db.read(_due, party_id, self._clock.now())

    async def say_seen(self, asker: Asker, party_id: int) -> int:
        """ "I have seen them": all before the evening. Progress never falls. Returns up to which episode."""
        party = await self._db.read(party_store.load_party, party_id=party_id)
        progress = level_of(await self._progress.show(asker.user_id))
        wanted = progress if party is None else max(progress, party.first_episode - 1)
        if wanted > progress:
            await self._progress.tell(asker.user_id, wanted)
        return wanted


def _due(party_id: int, now: datetime) -> Transaction[NudgesDue | None]:
    party = yield from party_store.load_party(party_id=party_id)
    if party is None or party.state is not State.OPEN or party.series_id is None:
        return None
    if party.starts_at - now < NUDGE_LATEST:
        return None
    club = yield from store.find_of_series(series_id=party.series_id)
    if club is None or Piece.NUDGES not in club.pieces:
        return None
    people = yield from people_store.load_people(party_id=party_id)
    coming = {person.user_id for person in seated(list(people.values()))}
    nudges: list[Nudge] = []
    for user_id, locale in (yield from store.list_nudges(club_id=club.id)):
        progress = level_of((yield from members.load_progress(user_id=user_id)))
        to_go = tuple(range(progress + 1, party.first_episode))
        if user_id in coming and to_go:
            nudges.append(Nudge(user_id=user_id, locale=locale, to_go=to_go))
    return NudgesDue(party=party, nudges=tuple(nudges))
