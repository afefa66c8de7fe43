"""What a question finds: the page when one answers clearly best, and what its asker may choose from when none does."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from bot.bounded import Bounded
from bot.content import ShowPack, ShowView
from bot.content.folding import words
from bot.domain.locale import Locale
from bot.domain.show import Kind, Match
from bot.domain.visibility import LAST_EPISODE, NOTHING
from bot.services.facts_bodies import body_of
from bot.services.facts_values import SHELVES, Missing, Page, Request

SURE = 82.0
"""From this score (of 100) on, the best match may be what was meant."""
CLEARLY = 7.0
"""By so much it must be better than the second; otherwise the asker chooses."""
STATUS = "status/status"
PARTS_OF_STATUS = frozenset(
    {"facts/fact-cancelled", "facts/fact-no-rescue", "facts/claim-06", "timeline/event-cancelled", "topics/status"}
)
"""Pages that tell nothing of the standing of the series that the status does not."""
ANSWERS = 60.0
"""From this score on, what is offered is offered as an answer; below, as what is nearest."""
CHOICES = 3
"""How many pages are offered to choose from."""
SUGGESTED = 10
"""How many pages are suggested while somebody types."""
ALL = 1000
"""More than there are of any kind."""
LISTED = 25
"""How many are listed before anything is typed: as many as Discord takes."""
FOUND_KEPT = 2048
"""Searches whose results are kept: what is typed comes again."""

PAGES: dict[str, Page] = {kind: page for page, kind in SHELVES.items()}
FIRST: dict[Page, tuple[Kind, ...]] = {
    "person": ("cast",),
    "term": ("glossary",),
    "event": ("timeline",),
    "episode": ("episodes", "works", "places"),
}
"""Which kinds come first where one page was asked for; a fact may be anything."""
BEFORE_TYPING: dict[Page, tuple[Kind, ...]] = {"fact": ("status", "topics", "facts")}


class Finder:
    """Finds pages among all that a reader may see."""

    def __init__(self, pack: ShowPack) -> None:
        self._pack = pack
        self._found: Bounded[tuple[int, Locale, bool, Page, str], tuple[Match, ...]] = Bounded(FOUND_KEPT)
        self._preparing = asyncio.Lock()

    async def prepare(self, view: ShowView) -> None:
        """Build what is searched for a reader beside the event loop, one at a time; at once where it stands."""
        if view.prepared:
            return
        async with self._preparing:
            if not view.prepared:
                await asyncio.to_thread(view.prepare)

    async def prepare_first(self) -> None:
        """Prepare for whom the first questions come from: newcomers, and who has seen it all."""
        for level in (NOTHING, LAST_EPISODE):
            for locale in Locale:
                await self.prepare(self._pack.view(level, locale))

    def look_up(self, view: ShowView, page: Page, question: str) -> Request | Missing:
        """The page that a value of `suggest`, an id or a question means, or those to choose from."""
        named = _named(view, page, question) or _labelled(view, page, question)
        if named is not None:
            return named
        found = found_for(view, question, FIRST.get(page, ()))
        matches = [_as_page(match) for match in found]
        if is_sure(found):
            kind, _, record = found[0].id.partition("/")
            return _request(PAGES[kind], record)
        return Missing(
            matches=tuple(matches),
            several=bool(found) and found[0].score >= ANSWERS,
            later=view.level < LAST_EPISODE,
            locale=view.locale,
        )

    def suggest(self, view: ShowView, page: Page, typed: str) -> Sequence[Match]:
        """What is offered while somebody types, best first; ids are "page/id"."""
        key = (view.level, view.locale, view.titles, page, typed)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = tuple(_as_page(match) for match in self._suggest(view, page, typed))
        return found

    def _suggest(self, view: ShowView, page: Page, typed: str) -> list[Match]:
        if typed.strip():
            return view.ask(typed, SUGGESTED, FIRST.get(page, ()))
        kinds = BEFORE_TYPING.get(page, FIRST.get(page, ())[:1])
        listed = [replace(match, id=f"{kind}/{match.id}") for kind in kinds for match in view.find(kind, "", LISTED)]
        return listed[:LISTED]

    def suggest_episodes(self, view: ShowView, typed: str) -> list[Match]:
        """The episodes that are meant by what is typed, also by a work or a place of theirs; ids are "episode/id"."""
        played = {each.id: f"episode-{each.episode}" for each in (*view.works, *view.places)}
        episodes = {match.id: replace(match, id=f"episode/{match.id}") for match in view.find("episodes", "")}
        found: dict[str, Match] = {}
        for match in self.suggest(view, "episode", typed):
            record = match.id.partition("/")[2]
            episode = played.get(record, record)
            if episode in episodes:
                found.setdefault(episode, episodes[episode])
        return list(found.values())


def _named(view: ShowView, page: Page, question: str) -> Request | None:
    """The request behind a value of `suggest`, or behind the bare id of a record of the page asked for.

    Only of what the reader may see: that there is something of this id would tell what comes.
    """
    kind, slash, record = question.partition("/")
    wanted: Page | None = next((each for each in SHELVES if each == kind), None) if slash else page
    if wanted is None:
        return None
    named = record if slash else question
    request = _request(wanted, named)
    known = named == view.status.id if wanted == "status" else body_of(view, request) is not None
    return request if known else None


def _labelled(view: ShowView, page: Page, question: str) -> Request | None:
    """The only page of this label, of the kind asked for where several bear it: clients that lose a suggestion's
    value send its label."""
    wanted = _label(question)
    own = SHELVES.get(page)
    found = [
        (kind, match.id)
        for kind in SHELVES.values()
        if kind != "status"
        for match in view.find(kind, "", ALL)
        if wanted.removeprefix("episode " if kind == "episodes" else "") == _label(match.label)
    ]
    found = [each for each in found if each[0] == own] or found
    if not wanted or len(found) != 1:
        return None
    return _request(PAGES[found[0][0]], found[0][1])


def _label(text: str) -> str:
    return " ".join(words(text))


def _as_page(match: Match) -> Match:
    """A match of the view by the page that shows it: "facts/…" is "fact/…"."""
    kind, _, record = match.id.partition("/")
    return replace(match, id=f"{PAGES[kind]}/{record}")


def _request(page: Page, record: str) -> Request:
    return Request(page=page) if page == "status" else Request(page=page, id=record)


def found_for(view: ShowView, question: str, first: Sequence[Kind] = ()) -> list[Match]:
    """The pages that answer a question best, or are at least near it: three of them, best first, ids "kind/id".

    Those of the kinds named `first` come before others that would do as well.
    """
    found = view.ask(question, CHOICES, first)
    named = {match.id for match in found}
    near = view.nearest_page(question, 2 * CHOICES, first) if len(found) < CHOICES else []
    return [*found, *(match for match in near if match.id not in named)][:CHOICES]


def is_sure(found: Sequence[Match]) -> bool:
    """Whether the first of `found` answers clearly better than the others: no wrong page is opened with confidence.

    The status need not be clearly better than what tells a part of it.
    """
    if not found or found[0].score < SURE:
        return False
    part = PARTS_OF_STATUS if found[0].id == STATUS else ()
    return all(found[0].score - match.score >= CLEARLY for match in found[1:] if match.id not in part)
