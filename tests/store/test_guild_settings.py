"""What a member has told, what is settled for a place, and the one read that brings both together."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.guild_settings import GuildSettings
from bot.domain.locale import Locale
from bot.domain.readers import Asker, Reader
from bot.store import guild_settings as places
from bot.store import members
from bot.store.engine.database import ConstraintViolated, Database, Transaction, sql

MEMBER, GUILD, CHANNEL, THREAD = 2**62 + 1, 2**62 + 2, 2**62 + 3, 2**62 + 4


def asker(user_id: int, guild_id: int | None, channel_id: int, parent_id: int | None = None) -> Asker:
    return Asker(
        user_id=user_id,
        guild_id=guild_id,
        channel_id=channel_id,
        parent_id=parent_id,
        locale=Locale.EN,
        server_locale=Locale.EN,
    )


async def reader(db: Database, *, user_id: int = MEMBER, channel_id: int = CHANNEL) -> Reader:
    return await db.read(places.reading_context, asker(user_id, GUILD, channel_id))


async def test_of_a_stranger_nothing_is_known(db: Database) -> None:
    assert await reader(db) == Reader(
        progress=None,
        asked=False,
        horizon=0,
        locale=None,
        zone=None,
        titles_shown=False,
        channel_id=CHANNEL,
    )
    assert await db.read(members.load_progress, user_id=MEMBER) is None


async def test_progress_goes_up_down_and_back(db: Database, now: datetime) -> None:
    assert (await db.write(members.save_progress, user_id=MEMBER, episode=5, at=now))[0] is None
    before, stamp = await db.write(members.save_progress, user_id=MEMBER, episode=2, at=now)
    assert before == 5
    assert (await reader(db)).progress == 2
    assert await db.write(members.undo_progress, user_id=MEMBER, stamp=stamp) == (True, 5)
    assert await db.write(members.undo_progress, user_id=MEMBER, stamp=stamp) == (False, 5)


async def test_saying_the_same_twice_keeps_the_undo_of_the_first(db: Database, now: datetime) -> None:
    await db.write(members.save_progress, user_id=MEMBER, episode=3, at=now)
    _, first = await db.write(members.save_progress, user_id=MEMBER, episode=4, at=now)
    before, second = await db.write(members.save_progress, user_id=MEMBER, episode=4, at=now)
    assert (before, second) == (4, first), "nothing moved"
    assert await db.write(members.undo_progress, user_id=MEMBER, stamp=first) == (True, 3)


async def test_an_old_undo_does_not_touch_a_newer_change(db: Database, now: datetime) -> None:
    _, old = await db.write(members.save_progress, user_id=MEMBER, episode=4, at=now)
    await db.write(members.save_progress, user_id=MEMBER, episode=8, at=now)
    assert await db.write(members.undo_progress, user_id=MEMBER, stamp=old) == (False, 8)


async def test_who_would_rather_not_say_is_not_asked_again(db: Database, now: datetime) -> None:
    await db.write(members.save_progress, user_id=MEMBER, episode=None, at=now)
    assert ((await reader(db)).progress, (await reader(db)).asked) == (None, True)
    assert await db.write(members.mark_asked, user_id=MEMBER, at=now) is False


async def test_who_clears_may_be_asked_again_and_can_take_it_back(db: Database, now: datetime) -> None:
    assert await db.write(members.clear_progress, user_id=MEMBER, at=now) == (None, 0)
    await db.write(members.save_progress, user_id=MEMBER, episode=6, at=now)
    before, stamp = await db.write(members.clear_progress, user_id=MEMBER, at=now)
    assert before == 6
    assert ((await reader(db)).progress, (await reader(db)).asked) == (None, False)
    assert await db.write(members.undo_progress, user_id=MEMBER, stamp=stamp) == (True, 6)
    assert (await reader(db)).asked


async def test_only_one_of_two_answers_at_once_asks(db: Database, now: datetime) -> None:
    assert await db.write(members.mark_asked, user_id=MEMBER, at=now) is True
    assert await db.write(members.mark_asked, user_id=MEMBER, at=now) is False
    assert (await reader(db)).progress is None


async def test_a_forgotten_member_is_a_stranger(db: Database, now: datetime) -> None:
    await db.write(members.save_progress, user_id=MEMBER, episode=6, at=now)
    await db.write(members.save_progress, user_id=MEMBER + 9, episode=1, at=now)
    await db.write(members.forget_member, user_id=MEMBER)
    assert not (await reader(db)).asked
    assert (await reader(db, user_id=MEMBER + 9)).progress == 1


async def test_a_servers_settings_come_with_the_reading(db: Database, now: datetime) -> None:
    chosen = GuildSettings(guild_id=GUILD, locale=Locale.FR, zone="Europe/Paris", horizon=3, titles_shown=True)
    assert await db.read(places.load_guild, guild_id=GUILD) == GuildSettings(guild_id=GUILD)
    await db.write(places.save_guild, GuildSettings(guild_id=GUILD, locale=Locale.EN), at=now)
    await db.write(places.save_guild, chosen, at=now + timedelta(hours=1))
    assert await db.read(places.load_guild, guild_id=GUILD) == chosen
    seen = await reader(db)
    assert (seen.horizon, seen.locale, seen.zone, seen.titles_shown) == (3, Locale.FR, "Europe/Paris", True)
    await db.write(places.set_guild_horizon, guild_id=GUILD, horizon=5, at=now)
    assert (await db.read(places.load_guild, guild_id=GUILD)).zone == "Europe/Paris"
    assert (await reader(db)).horizon == 5


@pytest.mark.parametrize("level", [-1, 9])
async def test_the_database_itself_refuses_impossible_levels(db: Database, now: datetime, level: int) -> None:
    for work in (
        partial(members.save_progress, user_id=MEMBER, episode=level, at=now),
        partial(places.set_guild_horizon, guild_id=GUILD, horizon=level, at=now),
        partial(places.set_channel_horizon, channel_id=CHANNEL, guild_id=GUILD, horizon=level, at=now),
    ):
        with pytest.raises(ConstraintViolated):
            await db.write(work)


LEVEL = st.none() | st.integers(0, 8)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(own=LEVEL, parent=LEVEL, server=LEVEL, in_thread=st.booleans())
async def test_the_nearest_horizon_holds(
    db: Database, now: datetime, own: int | None, parent: int | None, server: int | None, in_thread: bool
) -> None:
    """The thread's own, else its parent's, else the server's, else 0; another server's never."""

    def arrange() -> Transaction[None]:
        yield sql("DELETE FROM guilds")
        if server is not None:
            yield from places.set_guild_horizon(guild_id=GUILD, horizon=server, at=now)
        yield from places.set_guild_horizon(guild_id=GUILD + 100, horizon=8, at=now)
        yield from places.set_channel_horizon(channel_id=THREAD, guild_id=GUILD, horizon=own, at=now)
        yield from places.set_channel_horizon(channel_id=CHANNEL, guild_id=GUILD, horizon=parent, at=now)

    await db.write(arrange)
    here = await db.read(
        places.reading_context,
        asker(MEMBER, GUILD, THREAD if in_thread else CHANNEL, CHANNEL if in_thread else None),
    )
    chain = [own, parent, server, 0] if in_thread else [parent, server, 0]
    assert here.horizon == next(level for level in chain if level is not None)
    listed = {THREAD: own, CHANNEL: parent}
    assert await db.read(places.list_channel_horizons, guild_id=GUILD) == {
        channel: level for channel, level in listed.items() if level is not None
    }
    direct = await db.read(places.reading_context, asker(MEMBER, None, THREAD + 50))
    assert direct.horizon == 0
