"""The real client and cogs against SimCord's in-memory Discord, over a real SQLite database.

`world` is a small server with two members and a moderator; `restart` closes the bot and the database and starts anew
on the same file, as an upgrade does.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot.app import App, open_app
from bot.client import EtoileBot
from bot.clock import FunctionClock
from bot.settings import Settings
from tests.support.begun import begin_in, read_pack


@pytest.fixture
def app_settings(tmp_path: Path) -> Settings:
    """Settings over a database in which nothing stands yet."""
    return Settings(state_dir=begin_in(tmp_path), shards="0/1", flood_limit=0, hello=False)


def _now() -> FunctionClock:
    return FunctionClock(discord.utils.utcnow)  # noqa: TID251  (SimCord moves it)


@pytest.fixture
async def app(app_settings: Settings) -> AsyncIterator[App]:
    """The services, for arranging and for looking behind the scenes."""
    async with open_app(app_settings, _now(), pack=read_pack()) as opened:
        yield opened


@pytest.fixture
def simcord_bot(app: App) -> EtoileBot:
    """The bot that `simcord_env` runs."""
    return EtoileBot(app)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A server and the people in it."""

    env: simcord.Env
    guild: Any
    foyer: Any
    finale: Any
    camille: Any
    theo: Any
    margot: Any


@pytest.fixture
def world(simcord_env: simcord.Env) -> Iterator[World]:
    """A server with #foyer, #after-the-finale, two members, and Margot who manages it."""
    simcord_env.settle_timeout = 60  # seconds; a busy machine may need more than the five it takes itself
    guild = simcord_env.create_guild("Étoile, le foyer")
    moderator = guild.create_role("Régie", permissions=discord.Permissions(manage_guild=True, manage_events=True))
    yield World(
        env=simcord_env,
        guild=guild,
        foyer=guild.create_text_channel("foyer"),
        finale=guild.create_text_channel("after-the-finale"),
        camille=guild.add_member(simcord_env.create_user("camille")),
        theo=guild.add_member(simcord_env.create_user("theo")),
        margot=guild.add_member(simcord_env.create_user("margot"), roles=[moderator]),
    )
