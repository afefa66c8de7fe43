"""Clubs: set up step by step, posted with their series, shown to everybody and to one member."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.clock import Clock
from bot.domain.club import MOST_CLUBS, Club, ClubEvening, ClubState, Piece, may_know_club, may_run_club
from bot.domain.hosting import may_host
from bot.domain.log_note import LogNote
from bot.domain.party import CURRENT, Party, State
from bot.domain.readers import Asker
from bot.domain.series import SeriesState
from bot.domain.visibility import level_of
from bot.errors import EtoileError
from bot.services.clubs import boards
from bot.services.clubs.values import ClubDraft, ClubView, Programme
from bot.services.parties.editing import PartyChangesService
from bot.services.parties.searches import TimeSearchService
from bot.services.parties.series_dates import evenings_after
from bot.services.parties.service import PartiesService
from bot.services.parties.values import Edit, Wish
from bot.services.progress import ProgressService
from bot.store import clubs as store
from bot.store import guild_settings
from bot.store.engine.database import Database, Transaction
from bot.store.ids import new_id
from bot.store.parties import parties as party_store
from bot.store.parties import searches as search_store
from bot.store.parties import series as series_store

SHOWN = (State.PLANNED, State.OPEN, State.LIVE, State.OVER, State.CANCELLED)


class ClubsService:
    """What hosts and members do with a club."""

    def __init__(
        self,
        db: Database,
        clock: Clock,
        parties: PartiesService,
        changes: PartyChangesService,
        searches: TimeSearchService,
        progress: ProgressService,
    ) -> None:
        self._db = db
        self._clock = clock
        self._parties = parties
        self._changes = changes
        self._searches = searches
        self._progress = progress

    # -- setting up

    async def begin(self, asker: Asker, channel_id: int) -> ClubDraft:
        """What the asker left unfinished on this server, or a new club for this channel.

        Raises EtoileError for who may not host here, and where there are too many clubs already.
        """
        club_id = await self._db.write(_begin, asker, channel_id, new_id(), self._clock.now())
        return await self.draft(asker, club_id)

    async def draft(self, asker: Asker, club_id: int) -> ClubDraft:
        """A club that is being set up, for its host. Raises EtoileError("club-draft-gone")."""
        club, party, searching = await self._db.read(_draft, asker, club_id)
        preview = None if party is None else await self._parties.preview(asker, party.id)
        return ClubDraft(club=club, preview=preview, searching=searching)

    async def plan(self, asker: Asker, club_id: int, wish: Wish) -> ClubDraft:
        """Say when: the draft of its series, instead of the one before, with what was chosen for that.

        Raises EtoileError for a wish that cannot be; then the one before stays.
        """
        found = await self.draft(asker, club_id)
        preview = await self._parties.draft(asker, _carried(wish, found))
        await self._db.write(_planned, asker, club_id, preview.view.party.series_id, self._clock.now())
        await self._drop_earlier(asker, found)
        return await self.draft(asker, club_id)

    async def look_for_time(self, asker: Asker, club_id: int, wish: Wish, slots: Sequence[datetime]) -> int:
        """Have everybody asked when the first evening may be: the id of the search, which is not posted yet."""
        found = await self.draft(asker, club_id)
        search = await self._searches.propose(asker, _carried(wish, found), slots)
        party = (await self._parties.preview(asker, search.party_id or 0)).view.party
        await self._db.write(_planned, asker, club_id, party.series_id, self._clock.now())
        await self._drop_earlier(asker, found)
        return search.id

    async def _drop_earlier(self, asker: Asker, found: ClubDraft) -> None:
        if found.preview is not None:
            await self._parties.discard(asker, found.preview.view.party.id)

    async def change(self, asker: Asker, club_id: int, edit: Edit) -> ClubDraft:
        """Change what its evenings have in common. Raises EtoileError, also while nobody said when."""
        found = await self.draft(asker, club_id)
        if found.preview is None:
            raise EtoileError("club-when-first")
        await self._changes.amend_draft(asker, found.preview.view.party.id, edit)
        if edit.channel_id is not None:
            await self._db.write(_set, asker, club_id, self._clock.now(), channel_id=edit.channel_id)
        return await self.draft(asker, club_id)

    async def set_pieces(self, asker: Asker, club_id: int, pieces: frozenset[Piece]) -> ClubDraft:
        """Say what happens by itself."""
        await self._db.write(_set, asker, club_id, self._clock.now(), pieces=pieces)
        return await self.draft(asker, club_id)

    async def set_room_place(self, asker: Asker, club_id: int, place_id: int | None) -> ClubDraft:
        """Say where its rooms open; None: nowhere."""
        await self._db.write(_set, asker, club_id, self._clock.now(), room_place_id=place_id or 0)
        return await self.draft(asker, club_id)

    async def drop(self, asker: Asker, club_id: int) -> None:
        """Leave it. Raises EtoileError."""
        found = await self.draft(asker, club_id)
        await self._db.write(store.delete_club, club_id=club_id)
        await self._drop_earlier(asker, found)

    # -- looking

    async def find(self, club_id: int) -> ClubView | None:
        """A club that was posted, as everybody may see it; None when there is none."""
        club = await self._db.read(store.load_club, club_id=club_id)
        if club is None or club.state is ClubState.DRAFT:
            return None
        return await self._db.read(_look, club)

    async def here(self, asker: Asker, club_id: int | None = None) -> ClubView:
        """The club of that id, else that of this channel, else the only one that the asker may know of, else the newest
        that still goes on. Raises EtoileError("club-none")."""
        clubs = await self._db.read(store.list_clubs, guild_id=asker.guild_id or 0)
        known = [club for club in clubs if may_know_club(club, asker) and club_id in (None, club.id)]
        known.sort(key=lambda club: club.channel_id not in (asker.channel_id, asker.parent_id))
        views = [await self._db.read(_look, club) for club in known]
        views.sort(key=lambda view: view.over)  # stable: this channel's first, those that go on before all
        if not views:
            raise EtoileError("club-none")
        return views[0]

    async def run_by(self, asker: Asker, club_id: int | None = None) -> ClubView:
        """The same, for who may run it. Raises EtoileError."""
        view = await self.here(asker, club_id)
        if not may_run_club(view.club, asker):
            raise EtoileError("club-not-host")
        return view

    async def programme(self, asker: Asker, club_id: int | None = None) -> Programme:
        """Where the asker stands in a club, for them alone. Raises EtoileError("club-none")."""
        view = await self.here(asker, club_id)
        progress = level_of(await self._progress.show(asker.user_id))
        seats = await self._parties.joined(asker)
        regulars = await self._db.read(series_store.list_regulars, series_id=view.club.series_id or 0)
        seen = [episode for one in view.past for episode in range(one.first_episode, one.last_episode + 1)]
        nudged = await self._db.read(store.list_nudges, club_id=view.club.id)
        ahead = view.next.first_episode if view.next is not None else 0
        return Programme(
            view=view,
            progress=progress,
            seats=frozenset(seats),
            joined=asker.user_id in regulars,
            missed=tuple(episode for episode in seen if episode > progress),
            to_go=tuple(range(progress + 1, ahead)),
            nudged=any(user_id == asker.user_id for user_id, _ in nudged),
            now=self._clock.now(),
        )

    # -- joining, ending

    async def join(self, asker: Asker, club_id: int | None, *, comes: bool) -> Programme:
        """Come to every evening from the next on, or no longer by itself. Raises EtoileError."""
        view = await self.here(asker, club_id)
        evening = view.next
        if evening is None or evening.party_id is None or view.stopped:
            raise EtoileError("club-over")
        await self._parties.come_to_all(asker, evening.party_id, comes=comes)
        return await self.programme(asker, view.club.id)

    async def stop(self, asker: Asker, club_id: int, note: LogNote | None = None) -> Party | None:
        """Call off all that is still to come; rooms stay. Raises EtoileError."""
        view = await self.run_by(asker, club_id)
        if view.over:
            raise EtoileError("club-over")
        evening = view.next
        if evening is None or evening.party_id is None:
            return None
        return await self._changes.cancel(asker, evening.party_id, following=True, note=note)

    # -- the board

    async def board_posted(self, club_id: int, message_id: int) -> None:
        """Remember where its board stands."""
        await self._db.write(boards.board_posted, club_id, message_id)

    async def next_board(self, asker: Asker, club_id: int) -> None:
        """Have its board posted anew; the one that stands is to be taken away then. Raises EtoileError."""
        await self._db.write(boards.next_board, (await self.run_by(asker, club_id)).club.id, self._clock.now())

    async def lost_board(self, club_id: int) -> bool:
        """Its board was deleted: whether it is to be posted again, which is so once."""
        return await self._db.write(boards.lost_board, club_id, self._clock.now())


# -- transactions


def _begin(asker: Asker, channel_id: int, fresh_id: int, now: datetime) -> Transaction[int]:
    if asker.guild_id is None:
        raise EtoileError("error-server-only")
    settings = yield from guild_settings.load_guild(guild_id=asker.guild_id)
    if not may_host(asker, settings):
        raise EtoileError("club-may-not-host", roles=settings.host_role_ids)
    club = yield from store.find_draft(guild_id=asker.guild_id, host_id=asker.user_id)
    if club is None:
        going = 0
        for one in (yield from store.list_clubs(guild_id=asker.guild_id)):
            going += not (yield from _look(one)).over
        if going >= MOST_CLUBS:
            raise EtoileError("club-too-many", most=MOST_CLUBS)
        club = Club(
            id=fresh_id,
            guild_id=asker.guild_id,
            channel_id=channel_id,
            host_id=asker.user_id,
            series_id=None,
            room_place_id=None,
            locale=settings.locale or asker.server_locale,
            state=ClubState.DRAFT,
        )
    yield from store.save_club(club, at=now)
    return club.id


def _draft(asker: Asker, club_id: int) -> Transaction[tuple[Club, Party | None, bool]]:
    club = yield from store.load_club(club_id=club_id)
    if club is None or club.state is not ClubState.DRAFT or club.host_id != asker.user_id:
        raise EtoileError("club-draft-gone")
    if club.series_id is None:
        return club, None, False
    parties = yield from party_store.list_series(series_id=club.series_id, states=(State.DRAFT,))
    if not parties:
        return club, None, False
    search = yield from search_store.find_search(party_id=parties[0].id)
    return club, parties[0], search is not None and search.message_id is not None


def _carried(wish: Wish, found: ClubDraft) -> Wish:
    """The wish with what was chosen for the draft before it."""
    if found.preview is None:
        return replace(wish, channel_id=found.club.channel_id)
    party = found.preview.view.party
    return replace(
        wish,
        channel_id=party.channel_id,
        voice_id=party.voice_id,
        seats=party.seats,
        role_ids=party.role_ids,
        length_minutes=wish.length_minutes or party.length_minutes,
    )


def _planned(asker: Asker, club_id: int, series_id: int | None, now: datetime) -> Transaction[None]:
    club, _, _ = yield from _draft(asker, club_id)
    yield from store.save_club(replace(club, series_id=series_id), at=now)


def _set(
    asker: Asker,
    club_id: int,
    now: datetime,
    *,
    channel_id: int | None = None,
    room_place_id: int | None = None,
    pieces: frozenset[Piece] | None = None,
) -> Transaction[None]:
    """None leaves it; `room_place_id` 0 takes it away."""
    club, _, _ = yield from _draft(asker, club_id)
    club = replace(
        club,
        channel_id=channel_id or club.channel_id,
        room_place_id=club.room_place_id if room_place_id is None else room_place_id or None,
        pieces=club.pieces if pieces is None else pieces,
    )
    yield from store.save_club(club, at=now)


def _look(club: Club) -> Transaction[ClubView]:
    series = None if club.series_id is None else (yield from series_store.load_series(series_id=club.series_id))
    if series is None:
        return ClubView(club=club, evenings=(), stopped=True, rule=None)
    parties = yield from party_store.list_series(series_id=series.id, states=SHOWN)
    coming = yield from store.count_coming(series_id=series.id)
    rooms = yield from store.list_rooms(club_id=club.id)
    evenings = [
        ClubEvening(
            first_episode=party.first_episode,
            last_episode=party.last_episode,
            at=party.starts_at,
            state=party.state,
            party_id=party.id,
            message_id=party.message_id,
            coming=coming.get(party.id, 0),
            room_id=rooms[party.id].thread_id if party.id in rooms else None,
        )
        for party in parties
    ]
    ended = series.state is SeriesState.CANCELLED  # by its host; or nobody is left, and what is made still stands
    stopped = ended and not any(party.state in CURRENT for party in parties)
    if parties and not ended:
        evenings += [
            ClubEvening(
                first_episode=later.first_episode,
                last_episode=later.last_episode,
                at=later.occurrence.instant,
                state=State.PLANNED,
            )
            for later in evenings_after(series, parties[-1])
        ]
    return ClubView(club=club, evenings=tuple(evenings), stopped=stopped, rule=series.rule)
