"""Every page of /etoile, for every reader: what Discord would be sent holds nothing above the level.

Through the real services over a real database and the real panels, without a client: some ten thousand renderings.
The requests come from the files of the show pack, not from the code that is under test.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest
import pytest_asyncio

from bot.app import App, open_app
from bot.clock import FunctionClock
from bot.domain.guild_settings import GuildSettings
from bot.domain.locale import Locale
from bot.domain.readers import Asker
from bot.errors import EtoileError
from bot.services import recaps as recap
from bot.services.facts import Request, Shared
from bot.services.facts_values import Missing
from bot.settings import Settings
from bot.store import guild_settings as places
from cogs.ui import facts as ui
from cogs.ui import recaps
from cogs.ui.facts_finding import missing
from cogs.ui.reports import report_subject
from tests.support import visible
from tests.support.begun import begin_in
from tests.support.oracle import LEVELS, SHOW, oracle

pytestmark = pytest.mark.asyncio(loop_scope="module")

NOW = datetime(2026, 1, 1, tzinfo=UTC)
GUILDS = {Locale.EN: 100, Locale.FR: 200}
PROGRESS: tuple[int | None, ...] = (None, *LEVELS)
LISTS = ("status", "help", "topics", "cast", "episodes", "timeline", "glossary", "bonds")
RECORDS = {
    "fact": ("facts.fact", "claims.fact"),
    "person": ("people.person",),
    "episode": ("episodes.episode",),
    "term": ("glossary.term",),
    "bond": ("bonds.bond",),
    "topic": ("topics.topic",),
    "event": ("timeline.event",),
    "work": ("works.work",),
    "place": ("works.place",),
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def app(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[App]:
    """Readers at every progress, a channel of every horizon, a server of either language."""
    settings = Settings(state_dir=begin_in(tmp_path_factory.mktemp("walk")))
    async with open_app(settings, FunctionClock(lambda: NOW)) as opened:
        for progress in LEVELS:
            await opened.progress.tell(_user(progress), progress)
        for locale, guild_id in GUILDS.items():
            await opened.db.write(places.save_guild, GuildSettings(guild_id=guild_id, locale=locale), at=NOW)
            for horizon in LEVELS:
                await opened.db.write(
                    places.set_channel_horizon,
                    channel_id=guild_id + horizon,
                    guild_id=guild_id,
                    horizon=horizon,
                    at=NOW,
                )
        yield opened


@pytest.mark.parametrize("locale", list(Locale))
async def test_no_private_page_holds_more_than_its_reader_has_seen(app: App, locale: Locale) -> None:
    rendered = withheld = 0
    for request in pages():
        for progress in PROGRESS:
            asker, level = _asker(progress, locale, 0), progress or 0
            found = await app.facts.answer(asker, request)
            seen = _private(app, found, locale)
            _expect(seen.everything(), level, locale, request)
            rendered += 1
            if label := next((name for name in seen.named if _is_anyway(name)), None):
                withheld += 1
                announced = max(map(int, re.findall(r"\d", label)))
                anyway = _private(app, await app.facts.answer(asker, request, anyway=True), locale)
                _expect(anyway.everything(), max(announced, level), locale, request)
    assert rendered > 2400
    assert withheld > 300


@pytest.mark.parametrize("locale", list(Locale))
async def test_no_shared_page_shows_more_than_the_horizon_or_covers_more_than_the_sharer_was_shown(
    app: App, locale: Locale
) -> None:
    rendered = 0
    for request in pages():
        for shown in LEVELS:
            for horizon in range(shown + 1):
                asker = _asker(shown, Locale.EN if locale is Locale.FR else Locale.FR, horizon, server=locale)
                try:
                    shared = await app.facts.share(asker, request, shown=shown)
                except EtoileError as error:
                    assert error.key == "facts-nothing-to-share"
                    break
                seen = _public(app, shared)
                _expect(seen.open, horizon, locale, request)
                _expect(seen.named, 0, locale, request)
                _expect(seen.covered, shown, locale, request)
                assert seen.pushed == []
                assert all(seen.open) and all(seen.covered), f"an empty text in {request}, {shown} over {horizon}"
                rendered += 1
    assert rendered > 8000


@pytest.mark.parametrize("locale", list(Locale))
async def test_no_recap_tells_more_than_its_reader_has_seen_or_was_told_it_would_spoil(
    app: App, locale: Locale
) -> None:
    words, rendered = app.text.words(locale), 0
    for request in tellings(locale):
        for progress in PROGRESS:
            asker, level = _asker(progress, locale, 0), progress or 0
            for anyway in (False, True):
                found = await app.recaps.answer(asker, request, anyway=anyway)
                seen = visible.components(recaps.private(found, words).to_components())
                _expect(seen.everything(), max(level, request.last) if anyway else level, locale, request)
                rendered += 1
                if anyway and request.last > level:
                    _expect(seen.uncovered(), level, locale, request)  # beyond their progress it stays closed
    assert rendered > 3000


@pytest.mark.parametrize("locale", list(Locale))
async def test_no_shared_recap_shows_more_than_the_horizon(app: App, locale: Locale) -> None:
    other, rendered = Locale.EN if locale is Locale.FR else Locale.FR, 0
    for request in tellings(other):
        for horizon in LEVELS:
            asker = _asker(8, other, horizon, server=locale)
            try:
                shared = await app.recaps.share(asker, request, anyway=False)
            except EtoileError as error:
                assert error.key == "recaps-nothing-to-share"
                break
            view = recaps.public(shared, app.text.words(shared.request.locale), sharer_id=1)
            seen = visible.components(view.to_components())
            _expect(seen.open, horizon, locale, request)
            _expect(seen.named, 0, locale, request)
            _expect(seen.covered, request.last, locale, request)
            assert seen.pushed == []
            rendered += 1
    assert rendered > 1500


def tellings(locale: Locale) -> list[recap.Request]:
    """Every telling there is, with its sheets."""
    kinds = [("season", length) for length in ("line", "minute", "full")] + [("upto", "minute")]
    kinds += [("episode", length) for length in ("line", "minute", "full")]
    found: list[recap.Request] = []
    for last in range(1, 9):
        for kind, length in kinds:
            if kind != "season" or last == 8:
                found += [_telling(kind, last, locale, length=length, sheet=sheet) for sheet in range(3)]
        found += [_telling("catchup", last, locale, first=first) for first in range(last)]
        found += [_telling("who", last, locale, who=who["id"]) for who in _records("characters.character")]
    return found


def _telling(kind: str, last: int, locale: Locale, **rest: Any) -> recap.Request:
    return recap.Request(kind=cast("Any", kind), last=last, locale=locale, **rest)


@pytest.mark.parametrize("locale", list(Locale))
async def test_autocomplete_offers_nobody_what_they_may_not_see(app: App, locale: Locale) -> None:
    typed = ["", "che", "coma", "the rat", "sister", "sœur", "kiss", "cemetery", "cimetière", "farm", "5", "ballet"]
    for progress in PROGRESS:
        for page in ("fact", "person", "term", "episode", "event"):
            for text in typed:
                found = await app.facts.suggest(_asker(progress, locale, 8), page, text)
                labels = [match.label for match in found]
                _expect(labels, progress or 0, locale, f"{page} {text!r}")


@pytest.mark.parametrize("locale", list(Locale))
async def test_what_is_looked_up_by_name_gives_no_more_away_than_its_page(app: App, locale: Locale) -> None:
    """By the id or the words of a record that is hidden, and by nonsense: the three nearest are measured as well."""
    asked = [("fact", "jack kisses cheyenne"), ("person", "quinn sister"), ("term", "zzzz"), ("fact", "the slip")]
    asked += [(request.page, request.id) for request in pages() if request.page in ("fact", "person")]
    for page, query in asked:
        for progress in (None, 3, 7):
            found = await app.facts.look_up(_asker(progress, locale, 8), page, query)
            words = app.text.words(locale)
            panel = missing(found, words) if isinstance(found, Missing) else ui.private(found, words)
            _expect(visible.components(panel.to_components()).everything(), progress or 0, locale, query)


async def test_a_server_that_shows_titles_shows_nothing_else(app: App) -> None:
    shown = GuildSettings(guild_id=300, locale=Locale.EN, titles_shown=True)
    await app.db.write(places.save_guild, shown, at=NOW)
    asker = _asker(0, Locale.EN, 0, guild_id=300)
    texts: list[str] = []
    for request in pages():
        texts += _private(app, await app.facts.answer(asker, request), Locale.EN).everything()
    assert any("The Rat" in text for text in texts)
    assert [leak for text in texts for leak in oracle().leaks_in(text, 0, "en", titles_shown=True)] == []


async def test_no_id_of_a_page_gives_it_away() -> None:
    """Reports name a page by its id in the moderators' log, which is read at every point of the season."""
    named = [report_subject(request) for request in pages() if request.page != "sources"]
    ids = [each.replace("-", " ") for each in named]
    assert [leak for each in ids for locale in ("en", "fr") for leak in oracle().leaks_in(each, 0, locale)] == []


@cache
def pages() -> tuple[Request, ...]:
    """Every page there is: lists with all of their sheets, and every record."""
    found = [Request(page=page) for page in LISTS]
    found += [Request(page=page, sheet=sheet) for page in ("cast", "timeline", "glossary") for sheet in range(1, 9)]
    for page, tables in RECORDS.items():
        for table in tables:
            for record in _records(table):
                sheets = range(4) if page == "topic" else range(1)
                found += [Request(page=page, id=record["id"], sheet=sheet) for sheet in sheets]
                if page != "topic":
                    found += [Request(page="sources", id=record["id"], sheet=sheet) for sheet in range(2)]
    return tuple(found)


def _records(table: str) -> Iterator[dict[str, Any]]:
    stem, _, name = table.partition(".")
    yield from tomllib.loads(Path(SHOW / f"{stem}.toml").read_text("utf-8"))[name]


def _user(progress: int | None) -> int:
    return 1 if progress is None else 10 + progress


def _asker(
    progress: int | None, locale: Locale, horizon: int, *, server: Locale | None = None, guild_id: int | None = None
) -> Asker:
    home = guild_id or GUILDS[server or locale]
    return Asker(
        user_id=_user(progress),
        guild_id=home,
        channel_id=home + horizon,
        parent_id=None,
        locale=locale,
        server_locale=Locale.EN,
        manages_server=True,
    )


def _private(app: App, found: Any, locale: Locale) -> visible.Seen:
    return visible.components(ui.private(found, app.text.words(locale)).to_components())


def _public(app: App, shared: Shared) -> visible.Seen:
    return visible.components(ui.public(shared, app.text.words(shared.locale), sharer_id=1).to_components())


def _is_anyway(label: str) -> bool:
    return label.startswith(("Show anyway", "Montrer quand même", "Afficher quand même", "Voir quand même"))


def _expect(texts: list[str], level: int, locale: Locale, what: object) -> None:
    for text in texts:
        leaks = oracle().leaks_in(text, level, locale.value)
        assert not leaks, f"{what} at level {level} in {locale}: {leaks[:5]} in {text[:300]!r}"
