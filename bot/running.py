"""Running the bot: from settings to a connection, and from a signal to an orderly end."""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
from datetime import timedelta

import aiohttp
import discord

from bot.app import App, open_app
from bot.client import EtoileBot
from bot.clock import SystemClock, wall_seconds
from bot.discordpy.endpoints import point_at
from bot.discordpy.responses import answer_so
from bot.errors import StartupError, StoreUnavailable
from bot.first_start import prepare_apart
from bot.health import serving_health
from bot.logs import set_up_logging
from bot.settings import Settings
from bot.store.engine.alone import alone_on

_log = logging.getLogger(__name__)
CLOCK_LOOK_SECONDS = 10.0
CLOCK_STEP_SECONDS = 2.0
"""Less than that is a clock being kept right, not set."""
CLOSED_FOR_GOOD = {
    4004: "run-token-refused",
    4010: "run-shards-wrong",
    4011: "run-shards-needed",
    4012: "run-version-refused",
    4013: "run-intent-missing",
    4014: "run-intent-missing",
}
"""Sentences for the close codes of the gateway after which connecting again is no use (Discord's documentation)."""


async def run_bot(settings: Settings) -> int:
    """Connect to Discord (or to the stage of the settings) and stay until a signal ends it.

    Raises StartupError with the reason why it cannot start.
    """
    set_up_logging(settings.log_level, as_json=settings.log_format == "json", secret=settings.token)
    if settings.stage_url:
        point_at(settings.stage_url)
    answer_so()
    clock = SystemClock(timedelta(seconds=settings.clock_offset))
    async with alone_on(settings.database):
        await prepare_apart(settings)
        await _run(settings, clock)
    return 0


async def _run(settings: Settings, clock: SystemClock) -> None:
    async with open_app(settings, clock) as app:
        bot = EtoileBot(app)
        # The show pack stays for good: the collector need not look through it again and again.
        gc.freeze()
        gc.set_threshold(10_000, 20, 20)
        loop = asyncio.get_running_loop()
        async with serving_health(bot, settings.health_host, settings.health_port):
            running = loop.create_task(_connect(bot, settings.token))
            for name in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(name, lambda: loop.create_task(bot.close()))
            orders = loop.create_task(_take_orders(settings, clock, app, bot))
            watch = loop.create_task(_watch_the_clock(app))
            try:
                await running
            finally:
                orders.cancel()
                watch.cancel()


async def sync_commands(settings: Settings) -> int:
    """Register the commands with Discord whether or not they changed, and return how many there are."""
    if settings.stage_url:
        point_at(settings.stage_url)
    async with open_app(settings, SystemClock()) as app:
        bot = EtoileBot(app)
        try:
            async with _sentences():
                await bot.login(settings.token)
            return len(await bot.tree.sync())
        finally:
            await bot.close()


async def _connect(bot: EtoileBot, token: str) -> None:
    async with _sentences(), bot:
        preparing = asyncio.create_task(_prepare(bot))
        try:
            await bot.start(token)
        finally:
            preparing.cancel()


async def _prepare(bot: EtoileBot) -> None:
    """Once the bot is there, and not before: nobody waits for it to come because of what is searched."""
    await bot.wait_until_ready()
    await bot.app.facts.prepare()
    gc.freeze()  # what is searched stays, too


async def _watch_the_clock(app: App) -> None:
    """Notices when the machine's clock is set, or the machine slept, and has due work looked at again.

    Work is due by the wall clock, but a sleeping ticker is woken by the monotonic one: after a step forward it would
    come up to five minutes late.
    """
    loop = asyncio.get_running_loop()
    ahead = wall_seconds() - loop.time()
    while True:
        await asyncio.sleep(CLOCK_LOOK_SECONDS)
        now_ahead = wall_seconds() - loop.time()
        if abs(now_ahead - ahead) < CLOCK_STEP_SECONDS:
            continue
        _log.warning("the machine's clock moved by %d s; looking at due work again", round(now_ahead - ahead))
        try:
            await app.jobs.clock_stepped()
        except StoreUnavailable:
            continue  # the step is looked at again with the next round
        ahead = now_ahead


async def _take_orders(settings: Settings, clock: SystemClock, app: App, bot: EtoileBot) -> None:
    if settings.control != "stdin":
        return
    from bot.control import follow_orders

    await follow_orders(clock, app.jobs, bot.wake)
    await bot.close()


class _sentences:
    """Turns what discord.py raises at start into a sentence, without the token in it."""

    async def __aenter__(self) -> None:
        return None

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, discord.LoginFailure):
            raise StartupError("run-token-refused") from None
        if isinstance(error, discord.PrivilegedIntentsRequired):
            raise StartupError("run-intent-missing") from None
        if isinstance(error, discord.ConnectionClosed) and (key := CLOSED_FOR_GOOD.get(error.code)) is not None:
            raise StartupError(key) from None
        if isinstance(error, aiohttp.ClientConnectionError | TimeoutError | ConnectionError):
            raise StartupError("run-no-network") from None
        if isinstance(error, discord.HTTPException):
            raise StartupError("run-discord-refused", code=str(error.status)) from None
