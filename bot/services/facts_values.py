"""What the service of facts is asked and answers: requests for pages, and pages as one reader may see them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2s
from typing import Literal, TypeAlias, cast, get_args

from bot.domain.happening import Happening
from bot.domain.locale import Locale
from bot.domain.post import Openly
from bot.domain.server_note import ShownNote
from bot.domain.show import (
    Bond,
    Episode,
    Event,
    Fact,
    HowTo,
    Kind,
    Match,
    Person,
    Place,
    Source,
    Status,
    Term,
    Topic,
    Work,
)
from bot.domain.visibility import NOTHING
from bot.errors import EtoileError

Page = Literal[
    "status", "topics", "topic", "fact", "cast", "person", "episodes", "episode", "timeline", "glossary", "term",
    "bonds", "bond", "event", "work", "place", "sources", "help", "howto",
]  # fmt: skip
"""What can be asked for. The singular ones have an id, that of their record; so has "sources", that of any record."""

SHELVES: dict[Page, Kind] = {
    "status": "status",
    "topic": "topics",
    "fact": "facts",
    "person": "cast",
    "episode": "episodes",
    "term": "glossary",
    "bond": "bonds",
    "event": "timeline",
    "work": "works",
    "place": "places",
    "howto": "howto",
}
"""Where the record of a page stands."""

ABOVE: dict[Page, Page] = {
    "topic": "topics",
    "fact": "topic",
    "person": "cast",
    "episode": "episodes",
    "term": "glossary",
    "bond": "bonds",
    "event": "timeline",
    "howto": "help",
}
"""The list in which the record of a page stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One page: its kind, the record's id ("-" for pages without one), and the sheet of a long list, from 0."""

    page: Page
    id: str = "-"
    sheet: int = 0


def request_of(page: str, record: str, sheet: int) -> Request:
    """The request that a custom id carries. Raises EtoileError("facts-gone") for one that no longer means anything."""
    if page not in get_args(Page):
        raise EtoileError("facts-gone")
    return Request(page=cast("Page", page), id=record, sheet=max(sheet, 0))


def opaque(record: str) -> str:
    """The id of a record as custom ids carry it, which whoever reads a message can look at: it names nothing."""
    if record in PLAIN or record.startswith(HIDDEN):
        return record
    return HIDDEN + blake2s(record.encode(), digest_size=6).hexdigest()


HIDDEN = "~"
PLAIN = frozenset({"-", "whole"})
"""What stands in a request for "no record", and for all of the status."""


Entry: TypeAlias = Topic | Fact | Person | Episode | Event | Term | Bond
"""What a list can hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusBody:
    """Where the series stands, and what is on in this server (None where there is no server)."""

    status: Status
    happenings: tuple[Happening, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBody:
    """A list, or one sheet of it."""

    entries: tuple[Entry, ...]
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesBody:
    """Everything that a record at `level` goes back to, or one sheet of it. `of` is its page.

    `told` are the levels of those sources of which the reader may know more than the publisher.
    """

    of: Request
    title: str
    level: int
    told: tuple[int, ...]
    entries: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenBody:
    """A record that the reader may not see yet."""

    spoils: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpBody:
    """What the bot does; `moderator` adds what only moderators need. `on_server`: it was asked on a server."""

    moderator: bool
    on_server: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class HowToBody:
    """How something is done with this bot. `on_server`: it was asked on a server."""

    howto: HowTo
    on_server: bool = False


Body: TypeAlias = (
    StatusBody
    | ListBody
    | SourcesBody
    | HiddenBody
    | HelpBody
    | HowToBody
    | Fact
    | Person
    | Episode
    | Term
    | Bond
    | Event
    | Work
    | Place
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsPage:
    """One page as a reader at `level` may see it.

    `hidden` pieces are withheld; showing them would spoil up to episode `spoils` (0: nothing is withheld). `ask` says
    that this answer should ask "How far are you?". `sheets` is the number of sheets of a list. `anyway`: the reader
    asked for all of it. `party`: the next one in this server, with an episode. `notes`: what the server's moderators
    put beside it. `following`: the next fact of the same topic. `shareable`: somebody else reads where the reader asks.
    """

    request: Request
    body: Body
    level: int
    locale: Locale
    hidden: int = 0
    spoils: int = 0
    sheets: int = 1
    ask: bool = False
    anyway: bool = False
    party: Happening | None = None
    notes: tuple[ShownNote, ...] = ()
    following: Request | None = None
    shareable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """No page answers clearly better than others: the three that come nearest, ids "page/id".

    `several` says that they do answer; otherwise nothing does that this reader may see. `later`: there is more further
    on, as there always is before the last episode; whether of this, is not told.
    """

    matches: tuple[Match, ...]
    several: bool
    later: bool
    locale: Locale


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A page for everybody in a place: what may stand openly, and what must be covered (None: nothing)."""

    open: FactsPage | None
    covered: FactsPage | None
    locale: Locale

    @property
    def openly(self) -> Openly:
        """What stands openly in it."""
        if self.open is None:
            return Openly(level=NOTHING)
        written = list(_written_in(self.open))
        titled = max([NOTHING, *levels_in(self.open.body), *written])
        return Openly(level=min(self.open.level, titled), titled=titled, written=bool(written))


def _written_in(page: FactsPage) -> Iterator[int]:
    """The level of each thing on a page that members wrote: notes of moderators, questions of polls."""
    yield from (note.level for note in page.notes)
    if isinstance(page.body, StatusBody):
        for each in page.body.happenings or ():
            if each.question is not None:
                yield max(each.gate, NOTHING if each.text is None else each.text.level)


def levels_in(body: Body) -> tuple[int, ...]:
    """The level of each piece of a page that can be withheld from somebody."""
    match body:
        case ListBody():
            return tuple(level for entry in body.entries for level in _levels_in_list(entry))
        case Person() | Bond():
            return (body.level, *(line.level for line in body.spoilers))
        case Episode():
            pieces = (*body.works, *body.places)
            title = () if body.title is None else (body.number,)
            return (body.level, *_logline(body), *title, *(piece.level for piece in pieces))
        case HiddenBody():
            return (body.spoils,)
        case SourcesBody():
            return (body.level, *body.told)
        case Fact() | Term() | Event() | Work() | Place():
            return (body.level,)
        case StatusBody() | HelpBody() | HowToBody():
            return (NOTHING,)


def _levels_in_list(entry: Entry) -> tuple[int, ...]:
    """The pieces of an entry that a list shows: not the lines that stand on the entry's own page."""
    match entry:
        case Topic():
            return (max([entry.level, *(fact.level for fact in entry.facts)]),)
        case Episode():
            return (entry.level, *_logline(entry), *(() if entry.title is None else (entry.number,)))
        case _:
            return (entry.level,)


def _logline(episode: Episode) -> tuple[int, ...]:
    return () if episode.logline is None else (episode.number - 1,)
