"""What happened, told to each reader as far as they have watched.

A request names one telling: what, up to which episode, how long, which language. It fits into a custom id, so that
every telling can be turned, shortened, reread in the other language and shared, also after a restart.

A request beyond the reader's progress is answered by a gate: what it would spoil, and the ways on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, cast, get_args

from bot.content import ShowPack, ShowView
from bot.content.folding import words
from bot.domain.locale import Locale
from bot.domain.readers import Asker, Reader
from bot.domain.show import CharacterStory, Match, Person, Recap
from bot.domain.show import Work as WorkOfArt
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE, NOTHING, may_see, open_level
from bot.errors import EtoileError
from bot.store import guild_settings as places
from bot.store import members
from bot.store.engine.database import Database, Transaction

Kind = Literal["episode", "upto", "season", "who", "catchup"]
Length = Literal["line", "minute", "full", "beats"]
NOBODY = "-"
"""Stands in a request for "no character"."""
EVERYBODY = 1000
"""More than the cast list has."""
SEARCHED = 75.0
"""From this score (of 100) on, the best match is who was meant; below it, the nearest are offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One telling. It spoils the episodes up to `last`; a catch-up begins after `first`.

    `who` is the id of a character's story. `sheet` counts the pages of a long telling from 0.
    """

    kind: Kind
    last: int
    locale: Locale
    first: int = NOTHING
    who: str = NOBODY
    length: Length = "minute"
    sheet: int = 0


def request_of(ids: Mapping[str, str]) -> Request:
    """The request that a custom id carries. Raises EtoileError("recaps-gone") for one that means nothing any more."""
    kind, length, locale = ids["kind"], ids["length"], ids["lang"]
    if kind not in get_args(Kind) or length not in get_args(Length) or locale not in tuple(Locale):
        raise EtoileError("recaps-gone")
    return Request(
        kind=cast("Kind", kind),
        last=_bounded(ids["last"]),
        locale=Locale(locale),
        first=_bounded(ids["first"]),
        who=ids["who"],
        length=cast("Length", length),
        sheet=max(int(ids["sheet"]), 0),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An episode's recap. `title` is None for whom it is hidden from. `works` are the dances, music and films in it."""

    recap: Recap
    title: str | None
    works: tuple[WorkOfArt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodesBody:
    """One or several episodes, each told for itself."""

    episodes: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryBody:
    """The story so far, woven as one text. Paragraphs are separated by blank lines; `note` says what is doubtful."""

    text: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoBody:
    """Who somebody is, and their story so far (None: it has not begun, or they have none of their own).

    `more`: there is a season left for this reader. It says nothing about this character, or else its absence would.
    """

    person: Person
    story: CharacterStory | None
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GateBody:
    """The request lies beyond the reader's progress, which is None when never told."""

    progress: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskBody:
    """Nothing can be told before the reader has said how far they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingBody:
    """There is nothing to tell; `why` is the key of the sentence that says so."""

    why: str


Body: TypeAlias = EpisodesBody | StoryBody | WhoBody | GateBody | AskBody | NothingBody
Telling: TypeAlias = EpisodesBody | StoryBody | WhoBody
"""Bodies that hold plot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecapPage:
    """One telling for one reader. `anyway`: they chose to see more than their progress allows, so it stays closed.
    `shareable`: somebody else reads where they are."""

    request: Request
    body: Body
    anyway: bool = False
    shareable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Nobody goes by that name among those that the reader has met; the nearest, if there are any."""

    matches: tuple[Match, ...]
    last: int
    locale: Locale


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A telling for everybody in a place, `closed` when the place's horizon does not cover it."""

    request: Request
    body: Telling
    closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """Up to which episode a story can be shared at most, and up to which it then stands openly."""

    last: int
    horizon: int


class RecapsService:
    """Answers from the show pack; reads the reader's standpoint anew for every answer."""

    def __init__(self, db: Database, pack: ShowPack) -> None:
        self._db = db
        self._pack = pack
        whole = pack.view(LAST_EPISODE, Locale.EN)
        self._stories = {story.person: story_id for story_id, story in whole.characters.items()}
        self._people = {story_id: person for person, story_id in self._stories.items()}

    async def answer(self, asker: Asker, request: Request, *, anyway: bool = False) -> RecapPage:
        """The telling for this reader, or the gate before it; with `anyway`, the telling whatever it spoils.

        Raises EtoileError("recaps-gone") when there is no such character any more.
        """
        here = await self._db.read(_standpoint, asker)
        return self._for(asker, self._answer(request, here, anyway=anyway))

    async def again(self, asker: Asker, request: Request) -> RecapPage:
        """The telling once more, after the reader has told how far they are: what began at nothing now reaches them."""
        if request.kind == "catchup":
            return await self.catch_up(asker, request.locale)
        here = await self._db.read(_standpoint, asker)
        if request.last == NOTHING:
            request = replace(request, last=here.level)
        return self._for(asker, self._answer(request, here, anyway=False))

    async def so_far(self, asker: Asker, kind: Kind, *, length: Length = "minute") -> RecapPage:
        """The story (kind "upto") or a telling of each episode ("season"), up to where the reader is."""
        here = await self._db.read(_standpoint, asker)
        request = Request(kind=kind, last=here.level, locale=asker.locale, length=length)
        if here.progress is None:
            return RecapPage(request=request, body=AskBody())
        return self._for(asker, self._answer(request, here, anyway=False))

    async def catch_up(self, asker: Asker, locale: Locale | None = None) -> RecapPage:
        """What others talked about in the episodes between the reader's previous and present progress."""
        previous, present = await self._db.read(members.load_step, user_id=asker.user_id)
        request = Request(
            kind="catchup", first=previous or NOTHING, last=present or NOTHING, locale=locale or asker.locale
        )
        if present is None:
            return RecapPage(request=request, body=AskBody())
        return await self.answer(asker, request)

    async def who(self, asker: Asker, query: str, last: int | None) -> RecapPage | Missing:
        """The story of whoever `query` names (a value of `suggest`, or words), up to `last` or the reader's progress.

        Only those are looked through whose names the reader may know.
        """
        here = await self._db.read(_standpoint, asker)
        request = Request(kind="who", last=here.level if last is None else last, locale=asker.locale)
        view = self._view(here.level, request, here)
        story_id, nearest = self._meant(view, query)
        if story_id is None:
            return Missing(matches=nearest, last=request.last, locale=asker.locale)
        request = replace(request, who=story_id)
        if here.progress is None and last is None:
            return RecapPage(request=request, body=AskBody())
        return self._for(asker, self._answer(request, here, anyway=False))

    def _meant(self, view: ShowView, query: str) -> tuple[str | None, tuple[Match, ...]]:
        """Whom `query` names (the id of a story, or of a person without one), else the nearest.

        Everybody on the cast list is known by name, also when their own story has yet to begin for this reader, or when
        they have none.
        """
        if query in self._people or query in view.people:
            return self._stories.get(query, query), ()
        labelled = [match for match in view.find("cast", "", EVERYBODY) if words(match.label) == words(query)]
        if len(labelled) == 1:  # clients that lose a suggestion's value send its label
            return self._stories.get(labelled[0].id, labelled[0].id), ()
        named = view.find("cast", query, 3)
        if named and named[0].score >= SEARCHED:
            return self._stories.get(named[0].id, named[0].id), ()
        return None, tuple(named or view.nearest("cast", query, 3))

    async def suggest(self, asker: Asker, shelf: Literal["cast", "episodes"], typed: str) -> list[Match]:
        """What autocomplete offers: only what the typist may see, best first."""
        here = await self._db.read(_standpoint, asker)
        view = self._pack.view(here.level, asker.locale, here.titles_shown)
        return view.find(shelf, typed, 25)

    async def mine(self, asker: Asker, request: Request) -> RecapPage:
        """Below a shared telling: the same for the presser, cut back to where they are where that can be done."""
        here = await self._db.read(_standpoint, asker)
        if request.kind != "episode" and NOTHING < here.level < request.last:
            request = replace(request, last=here.level, sheet=0)
        return self._for(asker, self._answer(replace(request, locale=asker.locale), here, anyway=False))

    async def share(self, asker: Asker, request: Request, *, anyway: bool) -> Shared:
        """The telling for everybody here, in the place's language: never more than the sharer was shown.

        `anyway`: they were shown it beyond their progress. It stands open where the horizon covers it. Raises
        EtoileError("recaps-nothing-to-share") for anything else than a telling, for one that was set back since, and
        for a catch-up, which would tell how far the sharer had been.
        """
        here = await self._db.read(_standpoint, asker)
        request = replace(request, locale=here.locale or asker.server_locale)
        body = self._body(request, here)
        shown = anyway or may_see(here.level, request.last)
        if not shown or request.kind == "catchup" or not isinstance(body, EpisodesBody | StoryBody | WhoBody):
            raise EtoileError("recaps-nothing-to-share")
        if isinstance(body, WhoBody):
            body = replace(body, more=False)
        closed = open_level(shown=request.last, horizon=here.horizon) < request.last
        return Shared(request=request, body=body, closed=closed)

    async def levels_to_share(self, asker: Asker, request: Request, *, anyway: bool) -> Levels | None:
        """How far whoever shares a story may choose to tell it: what was told up to where they are would tell how far
        that is. None for what is about certain episodes, which is shared as it is.

        Raises EtoileError("recaps-nothing-to-share") as `share` does.
        """
        if request.kind not in ("upto", "who"):
            return None
        here = await self._db.read(_standpoint, asker)
        last = request.last if anyway else min(request.last, here.level)
        if last < FIRST_EPISODE:
            raise EtoileError("recaps-nothing-to-share")
        return Levels(last=last, horizon=here.horizon)

    @staticmethod
    def _for(asker: Asker, page: RecapPage) -> RecapPage:
        return replace(page, shareable=not asker.alone)

    def _answer(self, request: Request, here: Reader, *, anyway: bool) -> RecapPage:
        beyond = not may_see(here.level, request.last)
        if beyond and not anyway:
            return RecapPage(request=request, body=GateBody(progress=here.progress))
        body = self._body(request, here)
        if isinstance(body, WhoBody) and request.last < here.level:
            body = replace(body, more=False)
        return RecapPage(request=request, body=body, anyway=beyond)

    def _body(self, request: Request, here: Reader) -> Body:
        """The telling at the level of the request, which the caller has weighed against the reader."""
        if request.last < FIRST_EPISODE:
            return NothingBody(why="recaps-nothing-yet")
        view = self._view(request.last, request, here)
        if request.kind == "upto":
            story = view.stories.get(request.last)
            return StoryBody(text="") if story is None else StoryBody(text=story.text, note=story.note)
        if request.kind == "who":
            return self._who(view, request.who)
        first = {"episode": request.last, "season": FIRST_EPISODE}.get(request.kind, request.first + 1)
        if first > request.last:
            return NothingBody(why="recaps-nothing-missed")
        return EpisodesBody(episodes=tuple(_told(view, number) for number in range(first, request.last + 1)))

    def _who(self, view: ShowView, who: str) -> WhoBody:
        """The page of `who`, the id of a person or of a story. Raises EtoileError("recaps-gone")."""
        person = view.people.get(self._people.get(who, who))
        if person is None:
            raise EtoileError("recaps-gone")
        story = view.characters.get(self._stories.get(person.id, ""))
        told = story if story is not None and story.parts else None
        return WhoBody(person=person, story=told, more=view.level < LAST_EPISODE)

    def _view(self, level: int, request: Request, here: Reader) -> ShowView:
        return self._pack.view(level, request.locale, here.titles_shown)


def _told(view: ShowView, number: int) -> Told:
    recap = view.recap(number)
    if recap is None:
        raise EtoileError("recaps-gone")
    episode = view.episodes[number]
    return Told(recap=recap, title=episode.title, works=episode.works)


def _standpoint(asker: Asker) -> Transaction[Reader]:
    return places.reading_context(asker)


def _bounded(written: str) -> int:
    return min(max(int(written), NOTHING), LAST_EPISODE)
