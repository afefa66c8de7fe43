"""The rehearsal from curtain to curtain: stage, bot, page, and an end that leaves nothing behind."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager, suppress

from aiohttp import web

from bot.rehearsal.page.app import Page
from bot.rehearsal.page.words import PageWords, words_for
from bot.rehearsal.prefill import prefill
from bot.rehearsal.preparation import settle
from bot.rehearsal.process import BotFailed, BotProcess
from bot.rehearsal.seed import foyer_stage
from bot.stage.server import HOST, Stage

SEEN_DEAD = 1.5
"""Seconds for which a killed bot stays away, so that one sees what is missing without it."""
LONGEST_PAUSE = 30.0
COMMANDS_WITHIN = 10.0

Say = Callable[[str], None]


class Keeper:
    """Starts the bot, and again whenever it ends; the page's bar on top acts through it."""

    def __init__(self, stage: Stage, bot: BotProcess, words: PageWords, say: Say) -> None:
        self._stage = stage
        self._bot = bot
        self._words = words
        self._say = say
        self._state = "starting"
        self._killed = False
        self._ended: asyncio.Queue[int] = asyncio.Queue()
        bot.on_exit = self._ended.put_nowait

    @property
    def state(self) -> str:
        """`online`, `starting`, `killed`, or `offline` when the process lives without a connection."""
        return self._stage.world.bot_state if self._state == "online" else self._state

    async def start(self) -> None:
        """Start the bot and wait until its commands are there. Raises BotFailed."""
        self._tell("starting")
        await self._bot.start()
        await self._bot.ready(timeout=60)
        self._tell("online")

    async def keep(self) -> None:
        """Start the bot again each time it ends, with growing pauses when it does not come up. Runs until cancelled."""
        failures = 0
        while True:
            code = await self._ended.get()
            if not self._killed:
                self._say(self._words("terminal-bot-failed", code=code, log=str(self._bot.log_path)))
            self._killed = False
            self._tell("killed")
            await asyncio.sleep(min(SEEN_DEAD * 2**failures, LONGEST_PAUSE))
            try:
                await self.start()
                failures = 0
            except (BotFailed, OSError):
                failures += 1
                await self._bot.kill()
                if self._ended.empty():
                    self._ended.put_nowait(-1)

    async def kill(self) -> None:
        """SIGKILL the bot."""
        self._killed = self._bot.running
        await self._bot.kill()

    async def skip(self, seconds: float) -> None:
        """Move the clocks of stage and bot."""
        await self._bot.skip(seconds)

    async def skip_to_next_job(self) -> float | None:
        """Move them to just before the next job; seconds moved, or None when no job waits."""
        return await self._bot.skip_to_next_job()

    def _tell(self, state: str) -> None:
        self._state = state
        self._stage.world.tell("bot", {"state": state})


def _say(line: str) -> None:
    print(line, flush=True)


async def rehearse(port: int = 0, *, say: Say = _say) -> int:
    """Run a rehearsal until Ctrl-C or SIGTERM and return the exit code; the page is on 127.0.0.1 at `port` (0: any).

    Raises OSError when the port is taken. A bot that does not come up is told with the end of its log, exit code 1.
    """
    words = words_for(os.environ.get("LANG", "en"))
    over = asyncio.Event()
    try:
        with _signals(over.set):
            async with opened(port, words=words, say=say) as (address, _stage):
                say(words("terminal-ready", address=address))
                await over.wait()
    except BotFailed as failure:
        say(words("terminal-no-bot", why=str(failure)))
        return 1
    say(words("terminal-ended"))
    return 0


@asynccontextmanager
async def opened(port: int = 0, *, words: PageWords, say: Say) -> AsyncGenerator[tuple[str, Stage], None]:
    """A running rehearsal: the page's address and its stage. Everything ends with the block."""
    stage = foyer_stage()
    bot = BotProcess(stage)
    keeper = Keeper(stage, bot, words, say)
    runner = web.AppRunner(Page(stage, keeper).app(), access_log=None, shutdown_timeout=1.0)
    keeping: asyncio.Task[None] | None = None
    try:
        await runner.setup()
        await web.TCPSite(runner, HOST, port).start()
        say(words("terminal-opening"))
        await stage.start()
        await keeper.start()
        await _commands(stage)
        await settle(stage)
        await prefill(stage)
        keeping = asyncio.create_task(keeper.keep())
        yield f"http://{HOST}:{runner.addresses[0][1]}/", stage
    finally:
        if keeping is not None:
            keeping.cancel()
            with suppress(asyncio.CancelledError):
                await keeping
        await runner.cleanup()
        await bot.stop()
        await stage.stop()


async def _commands(stage: Stage) -> None:
    """The bot registers its commands after it is online; the members cannot use them before."""
    with stage.world.watch() as watcher, suppress(TimeoutError):
        async with asyncio.timeout(COMMANDS_WITHIN):
            while not stage.world.commands:
                await watcher.get()


class _signals:
    """Ctrl-C and SIGTERM as a call, where the platform can; elsewhere Ctrl-C cancels the rehearsal, which ends too."""

    def __init__(self, call: Callable[[], None]) -> None:
        self._call = call

    def __enter__(self) -> None:
        with suppress(NotImplementedError):
            for name in (signal.SIGINT, signal.SIGTERM):
                asyncio.get_running_loop().add_signal_handler(name, self._call)

    def __exit__(self, *_: object) -> None:
        with suppress(NotImplementedError):
            for name in (signal.SIGINT, signal.SIGTERM):
                asyncio.get_running_loop().remove_signal_handler(name)
