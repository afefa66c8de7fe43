"""Members' zones: their own, else the server's."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.clock import FunctionClock
from bot.domain.guild_settings import GuildSettings
from bot.domain.locale import Locale
from bot.domain.readers import Asker
from bot.errors import EtoileError
from bot.services.zones import ZonesService
from bot.store import guild_settings as places
from bot.store.engine.database import Database

ASKER = Asker(user_id=7, guild_id=1, channel_id=2, parent_id=None, locale=Locale.EN, server_locale=Locale.EN)


async def test_own_zone_comes_before_the_servers(db: Database, now: datetime) -> None:
    zones = ZonesService(db, FunctionClock(lambda: now))
    assert await zones.zone_of(ASKER) is None
    await db.write(places.save_guild, GuildSettings(guild_id=1, zone="America/New_York"), at=now)
    assert await zones.zone_of(ASKER) == "America/New_York"
    assert await zones.tell(7, "Montréal") == "America/Toronto"
    assert await zones.zone_of(ASKER) == "America/Toronto"
    await zones.clear(7)
    assert await zones.zone_of(ASKER) == "America/New_York"
    with pytest.raises(EtoileError):
        await zones.tell(7, "Atlantis")
