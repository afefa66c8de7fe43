"""Veils on both databases: claimed once, recorded once, forgotten on request."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.clock import FunctionClock
from bot.domain.guild_settings import GuildSettings
from bot.domain.locale import Locale
from bot.domain.readers import Asker
from bot.domain.veil import ABANDONED, Original
from bot.errors import EtoileError
from bot.services.veils import VeilsService
from bot.store import guild_settings as places
from bot.store import veils
from bot.store.engine.database import Database
from tests.support.polls import shipped_pack

AUTHOR = Asker(user_id=7, guild_id=1, channel_id=2, parent_id=None, locale=Locale.EN, server_locale=Locale.FR)
MODERATOR = replace(AUTHOR, user_id=8)
ORIGINAL = Original(message_id=100, channel_id=2, author_id=7)


class Clock:
    """A clock that stands where the test puts it."""

    def __init__(self, now: datetime) -> None:
        self.instant = now

    def now(self) -> datetime:
        return self.instant


async def test_a_veil_is_claimed_posted_lifted_and_found_by_its_copies(db: Database, now: datetime) -> None:
    service = VeilsService(db, FunctionClock(lambda: now), shipped_pack())
    begun = await service.begin(AUTHOR, ORIGINAL, 5, moderates=False)
    assert begun.locale is Locale.FR
    with pytest.raises(EtoileError, match="veil-none"):
        await service.of_copy(201)
    await service.finish(begun.veil_id, [202, 201])

    veil = await service.of_copy(201)
    assert (veil.id, veil.message_ids, veil.opened, veil.episode) == (begun.veil_id, (202, 201), False, 5)
    lifted, _ = await service.turn(AUTHOR, veil.id, opened=True, moderates=False)
    assert lifted.opened
    assert (await service.of_copy(202)).opened


async def test_a_message_is_claimed_by_one_at_a_time(db: Database, now: datetime) -> None:
    clock = Clock(now)
    service = VeilsService(db, clock, shipped_pack())
    first = await service.begin(AUTHOR, ORIGINAL, 5, moderates=False)
    with pytest.raises(EtoileError, match="veil-already"):
        await service.begin(MODERATOR, ORIGINAL, 6, moderates=True)

    await service.abandon(first.veil_id)
    second = await service.begin(MODERATOR, ORIGINAL, 6, moderates=True)
    clock.instant += ABANDONED + timedelta(seconds=1)
    third = await service.begin(AUTHOR, ORIGINAL, 4, moderates=False)  # the bot died while it posted for the second
    with pytest.raises(EtoileError, match="veil-already"):
        await service.finish(second.veil_id, [300])
    await service.finish(third.veil_id, [301])

    clock.instant += ABANDONED * 2
    with pytest.raises(EtoileError, match="veil-already"):
        await service.begin(AUTHOR, ORIGINAL, 4, moderates=False)


async def test_only_the_author_and_moderators_of_that_server_lift_it(db: Database, now: datetime) -> None:
    service = VeilsService(db, FunctionClock(lambda: now), shipped_pack())
    begun = await service.begin(MODERATOR, ORIGINAL, 5, moderates=True)
    await service.finish(begun.veil_id, [201])
    stranger = replace(AUTHOR, user_id=9)
    with pytest.raises(EtoileError, match="veil-not-yours"):
        await service.turn(stranger, begun.veil_id, opened=True, moderates=False)
    with pytest.raises(EtoileError, match="veil-none"):
        await service.turn(replace(stranger, guild_id=99), begun.veil_id, opened=True, moderates=True)
    await service.turn(stranger, begun.veil_id, opened=True, moderates=True)


async def test_forgetting_an_author_leaves_the_copies_covered(db: Database, now: datetime) -> None:
    service = VeilsService(db, FunctionClock(lambda: now), shipped_pack())
    begun = await service.begin(AUTHOR, ORIGINAL, 5, moderates=False)
    await service.finish(begun.veil_id, [201])
    await db.write(veils.forget_member, user_id=7)

    veil = await service.of_copy(201)
    assert (veil.author_id, veil.veiled_by, veil.opened) == (None, None, False)
    with pytest.raises(EtoileError, match="veil-not-yours"):
        await service.turn(AUTHOR, veil.id, opened=True, moderates=False)


async def test_the_form_suggests_what_comes_after_the_horizon(db: Database, now: datetime) -> None:
    service = VeilsService(db, FunctionClock(lambda: now), shipped_pack())
    assert await service.weigh(AUTHOR, ORIGINAL, moderates=False) == 1
    await db.write(places.save_guild, GuildSettings(guild_id=1, horizon=8, locale=Locale.EN), at=now)
    assert await service.weigh(AUTHOR, ORIGINAL, moderates=False) == 8
    assert (await service.begin(AUTHOR, ORIGINAL, 8, moderates=False)).locale is Locale.EN


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"system": True}, "veil-system"),
        ({"written_by_bot": True}, "veil-bot"),
        ({"poll": True}, "veil-poll"),
        ({"voice": True, "sizes": (100,)}, "veil-voice"),
        ({"forward": True}, "veil-forward"),
        ({"sticker": True}, "veil-sticker"),
        ({"has_text": False}, "veil-empty"),
        ({"sizes": (11,), "size_limit": 10}, "veil-large"),
        ({"sizes": (9 * 1024 * 1024,) * 3}, "veil-large"),
    ],
)
async def test_what_cannot_be_copied_whole_is_not_veiled(
    db: Database, now: datetime, change: dict[str, object], reason: str
) -> None:
    service = VeilsService(db, FunctionClock(lambda: now), shipped_pack())
    original = replace(ORIGINAL, **change)  # pyright: ignore[reportArgumentType]
    for attempt in (
        service.weigh(AUTHOR, original, moderates=False),
        service.begin(AUTHOR, original, 5, moderates=False),
    ):
        with pytest.raises(EtoileError, match=reason):
            await attempt
