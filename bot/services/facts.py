"""What `/etoile` answers: each request is measured to its reader, and to the place when it is shared.

A request names one page of the show pack by kind and id; it fits into a custom id, so that every answer can be turned,
reread at another level and shared, also after a restart. One short read of the store per answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.bounded import Bounded
from bot.clock import Clock
from bot.content import ShowPack, ShowView
from bot.domain.happening import Happening
from bot.domain.locale import Locale
from bot.domain.member_text import Viewer
from bot.domain.reading import Asker, Reader
from bot.domain.show import Bond, Kind, Match, Person
from bot.domain.visibility import LAST_EPISODE, NOTHING, may_see, open_level
from bot.errors import EtoileError
from bot.services.facts_values import (
    Answer,
    Body,
    HelpBody,
    HiddenBody,
    ListBody,
    Missing,
    Page,
    Request,
    Shared,
    StatusBody,
    levels_in,
)
from bot.store import guild_settings as places
from bot.store.engine.database import Database, Work
from bot.store.happenings import happening_in

SHELVES: dict[Page, Kind] = {
    "topic": "topics",
    "fact": "facts",
    "person": "cast",
    "episode": "episodes",
    "term": "glossary",
    "bond": "bonds",
}
"""Where the record of a page with an id stands."""
FINDS: dict[Page, tuple[Page, ...]] = {"fact": ("bond", "fact", "topic")}
"""Under which pages a search for one kind looks as well."""
SEARCHED = 75.0
"""From this score (of 100) on, the best match is what was meant; below it, the nearest are offered."""
SHEET: dict[Page, int] = {"topics": 20, "topic": 8, "cast": 6, "episodes": 8, "timeline": 5, "glossary": 8, "bonds": 8}
"""How many entries one sheet of a list holds."""
POLLS = 3
"""So many open polls are told of beside the status."""
FOUND_KEPT = 2048
"""Searches whose results are kept."""
ANSWERS_KEPT = 256
"""Answers that are kept for the next reader who may see the same."""


class FactsService:
    """Answers from the show pack."""

    def __init__(self, db: Database, pack: ShowPack, clock: Clock) -> None:
        self._db = db
        self._pack = pack
        self._clock = clock
        self._answers: Bounded[tuple[object, ...], Answer] = Bounded(ANSWERS_KEPT)
        self._found: Bounded[tuple[int, Locale, bool, Page, str, int], tuple[Match, ...]] = Bounded(FOUND_KEPT)

    async def answer(self, asker: Asker, request: Request, *, anyway: bool = False) -> Answer:
        """The page for this reader; with `anyway`, all of it, whatever it spoils.

        Raises EtoileError("facts-gone") when the record no longer exists.
        """
        here = await self._db.read(self._here, asker, request)
        return self._answer(request, asker, here, anyway=anyway)

    async def look_up(self, asker: Asker, page: Page, query: str) -> Answer | Missing:
        """The page of whatever `query` names (a value of `suggest`, an id or words), or the three nearest."""
        here = await self._db.read(self._here, asker, None)
        view = self._pack.view(here.standpoint.level, asker.locale, here.standpoint.titles_shown)
        request = self._named(page, query)
        if request is None:
            found = self._find(view, page, query, 3)
            if not found or found[0].score < SEARCHED:
                named = {match.id for match in found}
                others = [match for match in self._nearest(view, page, query) if match.id not in named]
                return Missing(page=page, matches=tuple([*found, *others][:3]), locale=asker.locale)
            request = self._named(page, found[0].id)
            assert request is not None
        return self._answer(request, asker, here, anyway=False)

    async def suggest(self, asker: Asker, page: Page, typed: str) -> list[Match]:
        """What autocomplete offers: only what the typist may see, best first. Ids are values for `look_up`."""
        here = await self._db.read(self._here, asker, None)
        view = self._pack.view(here.standpoint.level, asker.locale, here.standpoint.titles_shown)
        return self._find(view, page, typed, 25)

    async def share(self, asker: Asker, request: Request, *, shown: int) -> Shared:
        """The page for everybody here: never more than the sharer was shown, open as far as the horizon allows.

        Raises EtoileError("facts-nothing-to-share") for a page of which the sharer was shown nothing.
        """
        here = await self._db.read(self._here, asker, request)
        locale = here.standpoint.locale or asker.server_locale
        here = replace(here, happenings=self._told(here.on, here.standpoint.audience, locale))
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
        return _spoils(self._whole(request, Locale.EN))

    def _here(self, asker: Asker, request: Request | None) -> Work[_Here]:
        """The one read of an answer: who reads and where, and for the status, what is on in this server."""
        standpoint = yield from places.reading_context(asker)
        on: list[Happening] = []
        if request is not None and request.page in ("status", "episode") and asker.guild_id is not None:
            on = yield from happening_in(guild_id=asker.guild_id, now=self._clock.now())
        happenings = self._told(on, standpoint, asker.locale)
        return _Here(standpoint=standpoint, on=tuple(on), happenings=happenings, on_server=asker.guild_id is not None)

    def _told(self, on: Sequence[Happening], viewer: Viewer, locale: Locale) -> tuple[Happening, ...]:
        """What is on, for a viewer: nothing of a channel that they may not view, no question beyond them; of parties
        the next, of polls the newest."""
        seen = [each for each in on if viewer.may_read(NOTHING, each.channel)]
        parties = [each for each in seen if each.episodes is not None][:1]
        polls = [self._named_for(each, viewer, locale) for each in seen if each.episodes is None][:POLLS]
        return (*parties, *polls)

    def _named(self, page: Page, query: str) -> Request | None:
        """The request behind a value of `suggest` or the id of a record, at any level."""
        kind, slash, record = query.partition("/")
        for candidate in FINDS.get(page, (page,)):
            wanted = record if slash and kind == candidate else query
            if self._pack.knows(SHELVES[candidate], wanted) and (not slash or kind == candidate):
                return Request(page=candidate, id=wanted)
        return None

    def _find(self, view: ShowView, page: Page, query: str, limit: int) -> list[Match]:
        """The best matches of all kinds that are searched together. What is typed comes again: the last are kept."""
        key = (view.level, view.locale, view.titles, page, query, limit)
        found = self._found.get(key)
        if found is None:
            matches = [
                (candidate, match)
                for candidate in FINDS.get(page, (page,))
                for match in view.find(SHELVES[candidate], query, limit)
            ]
            matches.sort(key=lambda each: -each[1].score)
            found = tuple(replace(match, id=f"{candidate}/{match.id}") for candidate, match in matches[:limit])
            self._found[key] = found
        return list(found)

    def _nearest(self, view: ShowView, page: Page, query: str) -> list[Match]:
        return [replace(match, id=f"{page}/{match.id}") for match in view.nearest(SHELVES[page], query, 3)]

    def _whole(self, request: Request, locale: Locale) -> Body:
        body = self._body(self._pack.view(LAST_EPISODE, locale, True), request)
        if body is None:
            raise EtoileError("facts-gone")
        return body

    def _answer(self, request: Request, asker: Asker, here: _Here, *, anyway: bool) -> Answer:
        """The page for this reader; the same object again while nothing that decides about it has changed."""
        stand = here.standpoint
        reader = (stand.level, stand.titles_shown, stand.asked, asker.locale, asker.manages_server)
        key = (request, reader, anyway, here.on_server, here.happenings)
        answer = self._answers.get(key)
        if answer is None:
            level = max(stand.level, self.spoils(request)) if anyway else stand.level
            answer = self._page(request, level, asker.locale, here, moderator=asker.manages_server)
            answer = replace(answer, anyway=anyway, ask=answer.hidden > 0 and not stand.asked and not anyway)
            self._answers[key] = answer
        return answer

    def _page(self, request: Request, level: int, locale: Locale, here: _Here, *, moderator: bool) -> Answer:
        if request.page == "help":
            return Answer(request=request, body=HelpBody(moderator=moderator), level=level, locale=locale)
        all_of_it = self._whole(request, locale)
        whole, spoils = levels_in(all_of_it), _spoils(all_of_it)
        body = self._body(self._pack.view(level, locale, here.standpoint.titles_shown), request)
        hidden = len(whole) - (0 if body is None else len(levels_in(body)))
        if isinstance(all_of_it, Person | Bond):
            hidden = int(level < LAST_EPISODE)
        sheets = 1
        if body is None:
            body = HiddenBody(spoils=min(whole))
        elif isinstance(body, StatusBody) and here.on_server:
            body = replace(body, happenings=here.happenings)
        elif isinstance(body, ListBody):
            body, request, sheets = _sheet(body, request)
        return Answer(
            request=request,
            body=body,
            level=level,
            locale=locale,
            hidden=hidden,
            spoils=spoils if hidden else NOTHING,
            sheets=sheets,
            party=next((each for each in here.happenings if each.episodes is not None), None),
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

    def _body(self, view: ShowView, request: Request) -> Body | None:
        """The page as `view` has it; None when its reader may not see it, or when it does not exist."""
        match request.page:
            case "status":
                return StatusBody(status=view.status, happenings=None)
            case "topics":
                return ListBody(entries=tuple(view.topics.values()))
            case "topic":
                topic = view.topics.get(request.id)
                return None if topic is None else ListBody(entries=topic.facts, title=topic.name)
            case "cast":
                return ListBody(entries=tuple(view.people.values()))
            case "episodes":
                return ListBody(entries=tuple(view.episodes.values()))
            case "timeline":
                return ListBody(entries=tuple(view.timeline))
            case "glossary":
                return ListBody(entries=tuple(view.glossary.values()))
            case "bonds":
                return ListBody(entries=tuple(view.bonds.values()))
            case "fact":
                return view.facts.get(request.id)
            case "person":
                return view.people.get(request.id)
            case "term":
                return view.glossary.get(request.id)
            case "bond":
                return view.bonds.get(request.id)
            case "episode":
                return next((episode for episode in view.episodes.values() if episode.id == request.id), None)
            case "help":
                return HelpBody(moderator=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Here:
    """What the one read of an answer found."""

    standpoint: Reader
    on: tuple[Happening, ...]
    happenings: tuple[Happening, ...]
    on_server: bool


def _spoils(body: Body) -> int:
    """What all of a page spoils, as its button says it."""
    return LAST_EPISODE if isinstance(body, ListBody | Person | Bond) else max(levels_in(body), default=NOTHING)


def _sheet(body: ListBody, request: Request) -> tuple[ListBody, Request, int]:
    """One sheet of a list; a sheet beyond the last (the list has become shorter) is the last."""
    size = SHEET[request.page]
    sheets = max(-(-len(body.entries) // size), 1)
    sheet = min(request.sheet, sheets - 1)
    part = body.entries[sheet * size : (sheet + 1) * size]
    return replace(body, entries=part), replace(request, sheet=sheet), sheets
