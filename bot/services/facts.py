"""What `/etoile` answers: each request is measured to its reader, and to the place when it is shared.

A request names one page of the show pack by kind and id; it fits into a custom id, so that every answer can be turned,
reread at another level and shared, also after a restart. One short read of the store per answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.bounded import Bounded
from bot.clock import Clock
from bot.content import ShowPack, ShowView
from bot.domain.happening import Happening
from bot.domain.locale import Locale
from bot.domain.member_text import Viewer
from bot.domain.readers import Asker, Reader
from bot.domain.server_note import ServerNote, ShownNote, shown_to
from bot.domain.show import Bond, Fact, Match, Person
from bot.domain.visibility import LAST_EPISODE, NOTHING, may_see, open_level
from bot.errors import EtoileError
from bot.services.facts_bodies import body_of
from bot.services.facts_values import (
    SHELVES,
    Body,
    FactsPage,
    HelpBody,
    HiddenBody,
    HowToBody,
    ListBody,
    Missing,
    Page,
    Request,
    Shared,
    SourcesBody,
    StatusBody,
    levels_in,
    opaque,
)
from bot.services.finding import Finder
from bot.services.server_notes import about_of
from bot.store import guild_settings as places
from bot.store.engine.database import Database, Transaction
from bot.store.happenings import happening_in
from bot.store.server_notes import list_notes

SHEET: dict[Page, int] = {
    "topics": 20,
    "topic": 8,
    "cast": 16,
    "episodes": 8,
    "timeline": 8,
    "glossary": 6,
    "bonds": 8,
    "sources": 6,
}
"""How many entries one sheet of a list holds."""
POLLS = 3
"""So many open polls are told of beside the status."""
UNANSWERED_KEPT = 512
"""Questions that are kept for the form in which they go to the moderators; in memory alone."""
ANSWERS_KEPT = 256
"""Answers that are kept for the next reader who may see the same."""


class FactsService:
    """Answers from the show pack."""

    def __init__(self, db: Database, pack: ShowPack, clock: Clock) -> None:
        self._db = db
        self._pack = pack
        self._clock = clock
        self._answers: Bounded[tuple[object, ...], FactsPage] = Bounded(ANSWERS_KEPT)
        self._finder = Finder(pack)
        kinds = dict.fromkeys(SHELVES.values())
        self._hidden_ids = {opaque(record): record for kind in kinds for record in pack.ids(kind)}
        self._unanswered: Bounded[int, str] = Bounded(UNANSWERED_KEPT)

    async def answer(self, asker: Asker, request: Request, *, anyway: bool = False) -> FactsPage:
        """The page for this reader; with `anyway`, all of it, whatever it spoils.

        Raises EtoileError("facts-gone") when the record no longer exists.
        """
        request = self._meant(request)
        here = await self._db.read(self._here, asker, request, self._clock.now())
        return self._answer(request, asker, here, anyway=anyway)

    async def look_up(self, asker: Asker, page: Page, query: str) -> FactsPage | Missing:
        """The page that answers `query` (a value of `suggest`, an id or a question), or those to choose from."""
        here = await self._db.read(self._here, asker, None, self._clock.now())
        view = self._view(asker, here)
        await self._finder.prepare(view)
        found = self._finder.look_up(view, page, query)
        if isinstance(found, Missing):
            self._unanswered[asker.user_id] = query
            return found
        return await self.answer(asker, found)

    async def page_of(self, asker: Asker, query: str) -> Request | None:
        """The page that is clearly meant by a value of `suggest`, an id or a question; None when none is."""
        view = self._view(asker, await self._db.read(self._here, asker, None, self._clock.now()))
        await self._finder.prepare(view)
        if query.strip().casefold() == "status":
            return Request(page="status")
        found = self._finder.look_up(view, "fact", query)
        return None if isinstance(found, Missing) else found

    def unanswered(self, user_id: int) -> str:
        """What a member last asked that nothing answered; nothing after a while, or a restart."""
        return self._unanswered.get(user_id, "")

    async def suggest(self, asker: Asker, page: Page, typed: str) -> Sequence[Match]:
        """What autocomplete offers: only what the typist may see, best first. Ids are values for `look_up`."""
        here = await self._db.read(self._here, asker, None, self._clock.now())
        view = self._view(asker, here)
        if typed.strip():
            await self._finder.prepare(view)
        return self._finder.suggest(view, page, typed)

    async def suggest_episodes(self, asker: Asker, typed: str) -> list[Match]:
        """The episodes that are meant by what is typed, also by their works and places; ids are "episode/id"."""
        here = await self._db.read(self._here, asker, None, self._clock.now())
        view = self._view(asker, here)
        if typed.strip():
            await self._finder.prepare(view)
        return self._finder.suggest_episodes(view, typed)

    async def prepare(self) -> None:
        """Build what the first questions search before they come."""
        await self._finder.prepare_first()

    async def share(self, asker: Asker, request: Request, *, shown: int) -> Shared:
        """The page for everybody here: never more than the sharer was shown, open as far as the horizon allows.

        Raises EtoileError("facts-nothing-to-share") for a page of which the sharer was shown nothing.
        """
        request = self._meant(request)
        here = await self._db.read(self._here, asker, request, self._clock.now())
        locale = here.standpoint.locale or asker.server_locale
        audience = here.standpoint.audience
        here = replace(here, happenings=self._told(here.on, audience, locale), notes=_opened(here.noted, audience))
        horizon = open_level(shown=shown, horizon=here.standpoint.horizon)
        opened = self._page(request, horizon, locale, here, moderator=False)
        whole = opened
        if isinstance(opened.body, HiddenBody):
            # Cut to what the record itself spoils: more would tell how far the sharer is.
            lowest = min(levels_in(self._whole(request, locale)))
            whole = self._page(request, min(lowest, shown), locale, here, moderator=False)
        if isinstance(whole.body, HiddenBody):
            raise EtoileError("facts-nothing-to-share")
        return Shared(
            open=None if isinstance(opened.body, HiddenBody) else opened,
            covered=None if whole.body == opened.body else whole,
            locale=locale,
        )

    def spoils(self, request: Request) -> int:
        """What showing all of a page would spoil. Raises EtoileError("facts-gone").

        The same for everybody on the cast list and for all lists: else it would tell when somebody comes back.
        """
        return _spoils(self._whole(self._meant(request), Locale.EN))

    def _meant(self, request: Request) -> Request:
        """The request with the record's own id, where a custom id hides it."""
        record = self._hidden_ids.get(request.id)
        return request if record is None else replace(request, id=record)

    def _here(self, asker: Asker, request: Request | None, now: datetime) -> Transaction[_Here]:
        """The one read of an answer: who reads and where, and for the status, what is on in this server."""
        standpoint = yield from places.reading_context(asker)
        on: list[Happening] = []
        if request is not None and request.page in ("status", "episode") and asker.guild_id is not None:
            on = yield from happening_in(guild_id=asker.guild_id, now=now)
        noted: list[ServerNote] = []
        about = None if request is None else about_of(request)
        if about is not None and asker.guild_id is not None:
            noted = yield from list_notes(guild_id=asker.guild_id, now=now, about=about)
        return _Here(
            standpoint=standpoint,
            on=tuple(on),
            happenings=self._told(on, standpoint, asker.locale),
            noted=tuple(noted),
            notes=_opened(noted, standpoint),
            on_server=asker.guild_id is not None,
        )

    def _told(self, on: Sequence[Happening], viewer: Viewer, locale: Locale) -> tuple[Happening, ...]:
        """What is on, for a viewer: nothing of a channel that they may not view, no question beyond them; of parties
        the next, of polls the newest."""
        seen = [each for each in on if viewer.may_read(NOTHING, each.channel)]
        parties = [each for each in seen if each.episodes is not None][:1]
        polls = [self._named_for(each, viewer, locale) for each in seen if each.episodes is None][:POLLS]
        return (*parties, *polls)

    def _view(self, asker: Asker, here: _Here) -> ShowView:
        return self._pack.view(here.standpoint.level, asker.locale, here.standpoint.titles_shown)

    def _whole(self, request: Request, locale: Locale) -> Body:
        body = body_of(self._pack.view(LAST_EPISODE, locale, True), request)
        if body is None:
            raise EtoileError("facts-gone")
        return body

    def _answer(self, request: Request, asker: Asker, here: _Here, *, anyway: bool) -> FactsPage:
        """The page for this reader; the same object again while nothing that decides about it has changed."""
        stand = here.standpoint
        reader = (stand.level, stand.titles_shown, stand.asked, asker.locale, asker.manages_server)
        key = (request, reader, anyway, here.on_server, here.happenings, here.notes, asker.alone)
        answer = self._answers.get(key)
        if answer is None:
            level = max(stand.level, self.spoils(request)) if anyway else stand.level
            answer = self._page(request, level, asker.locale, here, moderator=asker.manages_server)
            ask = answer.hidden > 0 and not stand.asked and not anyway
            answer = replace(answer, anyway=anyway, ask=ask, shareable=not asker.alone)
            self._answers[key] = answer
        return answer

    def _page(self, request: Request, level: int, locale: Locale, here: _Here, *, moderator: bool) -> FactsPage:
        if request.page == "help":
            told = HelpBody(moderator=moderator, on_server=here.on_server)
            return FactsPage(request=request, body=told, level=level, locale=locale)
        all_of_it = self._whole(request, locale)
        whole, spoils = levels_in(all_of_it), _spoils(all_of_it)
        view = self._pack.view(level, locale, here.standpoint.titles_shown)
        body = body_of(view, request)
        hidden = len(whole) - (0 if body is None else len(levels_in(body)))
        if isinstance(all_of_it, Person | Bond):
            hidden = int(level < LAST_EPISODE)
        sheets = 1
        if body is None:
            body = HiddenBody(spoils=min(whole))
        elif isinstance(body, StatusBody) and here.on_server:
            body = replace(body, happenings=here.happenings)
        elif isinstance(body, HowToBody):
            body = replace(body, on_server=here.on_server)
        elif isinstance(body, ListBody | SourcesBody):
            body, request, sheets = _sheet(body, request)
        return FactsPage(
            request=request,
            body=body,
            level=level,
            locale=locale,
            hidden=hidden,
            spoils=spoils if hidden else NOTHING,
            sheets=sheets,
            party=next((each for each in here.happenings if each.episodes is not None), None),
            notes=() if isinstance(body, HiddenBody) else here.notes,
            following=_following(view, body) if isinstance(body, Fact) else None,
        )

    def _named_for(self, happening: Happening, viewer: Viewer, locale: Locale) -> Happening:
        """A poll with what it asks, in the reader's language where it is a shipped one, if they may read that."""
        rules = self._pack.presets.get(happening.preset_id or "")
        gate = happening.gate if rules is None else max(happening.gate, rules.gate)
        reached = rules is None or not isinstance(viewer, Reader) or may_see(viewer.level, gate)
        if happening.text is None or not reached or not viewer.may_read(gate, happening.channel):
            return replace(happening, gate=gate)
        preset = None if rules is None else self._pack.view(gate, locale).preset(rules.id)
        question = happening.text.opened(viewer) if preset is None else preset.question
        return replace(happening, gate=gate, question=question)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Here:
    """What the one read of an answer found."""

    standpoint: Reader
    on: tuple[Happening, ...]
    happenings: tuple[Happening, ...]
    noted: tuple[ServerNote, ...]
    notes: tuple[ShownNote, ...]
    on_server: bool


def _opened(notes: Sequence[ServerNote], viewer: Viewer) -> tuple[ShownNote, ...]:
    """What a server noted, as far as a viewer may read it."""
    return tuple(shown for note in notes if (shown := shown_to(note, viewer)) is not None)


def _following(view: ShowView, fact: Fact) -> Request | None:
    """The next fact of the topic that the reader may see, after the last the first; None when there is no other."""
    ids = [each.id for each in view.topics[fact.topic].facts] if fact.topic in view.topics else []
    if fact.id not in ids or len(ids) < 2:
        return None
    return Request(page="fact", id=ids[(ids.index(fact.id) + 1) % len(ids)])


def _spoils(body: Body) -> int:
    """What all of a page spoils, as its button says it."""
    return LAST_EPISODE if isinstance(body, ListBody | Person | Bond) else max(levels_in(body), default=NOTHING)


def _sheet(body: ListBody | SourcesBody, request: Request) -> tuple[ListBody | SourcesBody, Request, int]:
    """One sheet of a list; a sheet beyond the last (the list has become shorter) is the last."""
    size = SHEET[request.page]
    sheets = max(-(-len(body.entries) // size), 1)
    sheet = min(request.sheet, sheets - 1)
    part = body.entries[sheet * size : (sheet + 1) * size]
    return replace(body, entries=part), replace(request, sheet=sheet), sheets
