"""Hello and news with the bot as a process of its own, killed at the worst instants: each is said once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.rehearsal.process import BotProcess
from bot.stage.payloads import Wire
from bot.stage.server import Stage
from bot.store.engine.opening import open_database
from bot.store.lifecycle import know_standing
from tests.process.quick import idle, quick
from tests.process.test_health import free_port, until_ready
from tests.support.stage import StageMember, until, visible_text

MESSAGES = "/channels/{channel_id}/messages"


@pytest_asyncio.fixture
async def bot(stage: Stage, tmp_path: Path) -> AsyncIterator[BotProcess]:
    process = quick(stage, env={"ETOILE_HEALTH_PORT": str(free_port())}, state_dir=tmp_path)
    await up(process)
    yield process
    await process.stop()


async def up(bot: BotProcess) -> None:
    """Until it is ready: from then on a server that appears is a new one, and not one that it was waiting for."""
    await bot.start()
    await bot.ready()
    await until_ready(int(bot.env["ETOILE_HEALTH_PORT"]))


def added(stage: Stage) -> str:
    """The bot is added to a French server; gives the channel for newcomers."""
    elise = stage.member("Élise")
    guild = stage.add_guild("Les Parisiennes", elise.id, locale="fr", with_bot=False)
    channel = stage.add_channel(guild["id"], name="accueil")
    stage.invite(guild["id"], elise.id)
    return channel["id"]


def read(stage: Stage, channel_id: str) -> list[Wire]:
    return list(stage.world.messages[channel_id].values())


async def killed_at_a_message(stage: Stage, bot: BotProcess, *, arrives: bool) -> None:
    """Wait until the bot sends a message, and kill it before or after Discord has that."""

    async def strike(call: object) -> None:
        if getattr(call, "template", "") == MESSAGES and getattr(call, "method", "") == "POST" and bot.running:
            await bot.kill()
            if not arrives:
                raise ConnectionResetError

    hooks = stage.after_call if arrives else stage.before_call
    hooks.append(strike)
    await until(lambda: not bot.running, what="the kill")
    hooks.remove(strike)


@pytest.mark.parametrize("arrives", [True, False])
async def test_killed_at_the_hello_it_is_still_said_once(stage: Stage, bot: BotProcess, arrives: bool) -> None:
    channel_id = added(stage)
    await killed_at_a_message(stage, bot, arrives=arrives)
    assert len(read(stage, channel_id)) == arrives
    await up(bot)
    await until(lambda: read(stage, channel_id), what="the hello")
    await idle(bot)
    (hello,) = read(stage, channel_id)
    assert "Bonsoir\u202f! Je suis Étoile." in visible_text(hello)


async def test_added_while_it_was_away_it_says_hello_when_it_is_back(stage: Stage, bot: BotProcess) -> None:
    await bot.kill()
    channel_id = added(stage)
    await up(bot)
    await until(lambda: read(stage, channel_id), what="the hello")
    home = stage.channel_named("foyer")["id"]
    assert not [one for one in read(stage, home) if one["author"]["id"] == stage.world.bot_id]


@pytest.mark.parametrize("arrives", [True, False])
async def test_killed_at_the_news_it_is_still_told_once(
    stage: Stage, bot: BotProcess, arrives: bool, tmp_path: Path
) -> None:
    margot = StageMember(stage, "Margot")
    panel = margot.answer(await margot.slash("etoile-admin setup"))
    await margot.choose(panel, "channels", menu="v1:setup:go")
    projection = stage.channel_named("salle-de-projection")["id"]
    await margot.choose(panel, projection, menu="v1:setup:place:parties")
    await margot.press(panel, "v1:setup:page:hosts")
    for page in ("spoilers", "log", "news"):
        await margot.press(panel, f"v1:setup:page:{page}")
    await margot.press(panel, "Yes, tell this server")
    before = len(read(stage, projection))
    await bot.kill()
    database = await open_database(f"sqlite:///{tmp_path / 'etoile.sqlite3'}")  # as after an upgrade of the show pack
    await database.write(know_standing, guild_id=int(stage.world.guild_id), version=0)
    await database.close()

    await bot.start()
    await killed_at_a_message(stage, bot, arrives=arrives)
    await up(bot)
    await until(lambda: len(read(stage, projection)) > before, what="the news")
    await idle(bot)
    await bot.kill()
    await up(bot)
    await idle(bot)
    assert len(read(stage, projection)) == before + 1
    assert "The series:" in visible_text(read(stage, projection)[-1])
