"""The bot and the stage in one process, in virtual time: minutes of waiting pass in a moment."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from bot.app import App, open_app
from bot.client import EtoileBot
from bot.clock import FunctionClock
from bot.discordpy.endpoints import point_at
from bot.discordpy.responses import answer_so
from bot.rehearsal.seed import foyer_stage
from bot.settings import Settings
from bot.stage import server
from bot.stage.clock import StageClock
from bot.stage.server import Stage
from tests.support import stage as stage_support
from tests.support import virtual_time
from tests.support.scene import Scene, set_up
from tests.support.stage import until

T = TypeVar("T")
BEGAN = datetime(2026, 11, 28, 18, 0, tzinfo=UTC)


class _Clock(StageClock):
    __slots__ = ("began",)

    def ms(self) -> int:
        return int((BEGAN.timestamp() + asyncio.get_running_loop().time() - self.began + self.offset) * 1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """What is on."""

    stage: Stage
    app: App
    bot: EtoileBot
    scene: Scene
    settings: Settings


def running_clock(stage: Stage) -> StageClock:
    """A clock for a stage that goes with the loop's time."""
    clock = _Clock()
    clock.began = asyncio.get_running_loop().time()
    stage.clock = stage.world.clock = clock
    return clock


@asynccontextmanager
async def playing(state_dir: Path, **settings: Any) -> AsyncGenerator[Play]:
    """The bot on a stage of its own, with a poll and a party. Nobody is asked not to press so fast."""
    stage = foyer_stage()
    clock = running_clock(stage)
    async with stage:
        point_at(stage.url)
        answer_so()
        options = Settings(state_dir=state_dir, token=stage.token, hello=False, flood_limit=0, **settings)
        async with open_app(options, FunctionClock(clock.now)) as app:
            bot = EtoileBot(app)
            async with bot:
                running = asyncio.create_task(bot.start(stage.token))
                await until(lambda: bot.is_ready() and stage.world.commands, timeout=600)
                yield Play(stage=stage, app=app, bot=bot, scene=await set_up(stage), settings=options)
                await bot.close()
                await running


def in_virtual_time(play: Callable[[Path], Coroutine[Any, Any, T]]) -> T:
    """Play it with a folder of its own, which is gone afterwards."""
    virtual_time.QUIET = 0.001
    stage_support.POLL = 0.5
    server.TICK = 60.0
    fast = "/dev/shm" if Path("/dev/shm").is_dir() else None  # a disk is too slow
    with tempfile.TemporaryDirectory(dir=fast) as folder:
        return virtual_time.VirtualLoop().run_until_complete(play(Path(folder)))
