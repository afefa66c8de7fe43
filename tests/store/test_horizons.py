"""Horizons on both databases: a thread's own, else its channel's, else the server's."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from bot.clock import FunctionClock
from bot.domain.locale import Locale
from bot.domain.readers import Asker
from bot.errors import EtoileError
from bot.services.horizons import SHEET, HorizonsService
from bot.store import guild_settings as places
from bot.store.engine.database import Database

MODERATOR = Asker(
    user_id=1,
    guild_id=10,
    channel_id=20,
    parent_id=None,
    locale=Locale.EN,
    server_locale=Locale.EN,
    manages_server=True,
)
FORUM, POST = 20, 30


@pytest.fixture
def horizons(db: Database, now: datetime) -> HorizonsService:
    return HorizonsService(db, FunctionClock(lambda: now))


async def horizon_in_post(db: Database) -> int:
    """What holds in a forum post."""
    audience = await db.read(places.load_audience, guild_id=10, channel_id=POST, parent_id=FORUM)
    return audience.horizon


async def test_the_nearest_horizon_holds(db: Database, horizons: HorizonsService) -> None:
    await horizons.move(MODERATOR, channel_id=None, parent_id=None, episode=2)
    assert await horizon_in_post(db) == 2
    await horizons.move(MODERATOR, channel_id=FORUM, parent_id=None, episode=5)
    assert await horizon_in_post(db) == 5
    moved = await horizons.move(MODERATOR, channel_id=POST, parent_id=FORUM, episode=0)
    assert (moved.before, moved.now, moved.lowered) == (5, 0, True)
    assert await horizon_in_post(db) == 0


async def test_inheriting_falls_back_one_step_and_says_what_holds_now(db: Database, horizons: HorizonsService) -> None:
    await horizons.move(MODERATOR, channel_id=FORUM, parent_id=None, episode=5)
    await horizons.move(MODERATOR, channel_id=POST, parent_id=FORUM, episode=8)
    moved = await horizons.move(MODERATOR, channel_id=POST, parent_id=FORUM, episode=None)
    assert (moved.before, moved.now, moved.inherits) == (8, 5, True)
    assert await horizon_in_post(db) == 5
    server = await horizons.move(MODERATOR, channel_id=None, parent_id=None, episode=None)
    assert server.now == 0


async def test_settings_do_not_disturb_each_other(horizons: HorizonsService) -> None:
    await horizons.log_to(MODERATOR, 77)
    await horizons.show_titles(MODERATOR, shown=True)
    await horizons.move(MODERATOR, channel_id=None, parent_id=None, episode=3)
    settings = await horizons.settings(10)
    assert (settings.log_channel_id, settings.titles_shown, settings.horizon) == (77, True, 3)
    await horizons.log_to(MODERATOR, None)
    assert (await horizons.settings(10)).log_channel_id is None


async def test_the_list_shows_the_most_open_places_first_and_stops_at_its_end(horizons: HorizonsService) -> None:
    for number in range(SHEET + 3):
        await horizons.move(MODERATOR, channel_id=100 + number, parent_id=None, episode=number % 9)
    first, last = await horizons.listed(MODERATOR, 0), await horizons.listed(MODERATOR, 99)
    assert (first.sheets, last.sheet, len(last.places)) == (2, 1, 3)
    levels = [level for _, level in (*first.places, *last.places)]
    assert levels == sorted(levels, reverse=True)


@pytest.mark.parametrize(
    ("asker", "reason"),
    [(replace(MODERATOR, manages_server=False), "admin-not-yours"), (replace(MODERATOR, guild_id=None), "server-only")],
)
async def test_others_change_nothing(db: Database, horizons: HorizonsService, asker: Asker, reason: str) -> None:
    attempts = (
        horizons.move(asker, channel_id=POST, parent_id=FORUM, episode=8),
        horizons.show_titles(asker, shown=True),
        horizons.log_to(asker, 5),
        horizons.listed(asker, 0),
    )
    for attempt in attempts:
        with pytest.raises(EtoileError, match=reason):
            await attempt
    assert await horizon_in_post(db) == 0


async def test_there_is_no_ninth_episode(horizons: HorizonsService) -> None:
    with pytest.raises(EtoileError, match="admin-no-such-episode"):
        await horizons.move(MODERATOR, channel_id=POST, parent_id=FORUM, episode=9)
