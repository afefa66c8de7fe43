"""A house where every word is overheard: the real bot on the stage, both in this process.

A scenario only *uses* the bot, as members do. Whatever the bot then shows anywhere (messages, edits, forms, choices,
threads, events, files, log lines) is read as Discord's client would show it and judged by the oracle:

- what one member alone sees: all of it at most their progress, or what the press that they chose had announced;
- what everybody sees: content, embeds and open text at most the horizon of the place; controls, file names and names
  of threads and events nothing at all; what is covered at most what the member who posted it had been shown;
- log lines: no plot and none of the members' own words.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import re
import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import discord
from discord.asset import Asset
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.app import App, open_app
from bot.client import EtoileBot
from bot.clock import SystemClock
from bot.discordpy.endpoints import point_at
from bot.domain.guild_settings import GuildSettings
from bot.domain.locale import Locale
from bot.logs import set_up_logging
from bot.rehearsal import seed
from bot.settings import Settings
from bot.stage.server import Stage
from bot.store import guild_settings as places
from cogs.ui.parties.refresh import redraws_of
from cogs.ui.parties.search_drawing import search_redraws_of
from cogs.ui.polls.refresh import CardDrawer, drawer_of
from cogs.ui.quiz.refresh import night_drawer_of
from tests.leaks.case import ERROR, Case, Place
from tests.support.begun import FILE, begun
from tests.support.stage import PATIENCE, StageMember

BEGINNING = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
"""When the house opens its doors, whenever the tests are run: scenarios plan evenings on days of that winter."""
LOCALES = {Locale.EN: "en-US", Locale.FR: "fr"}


class House:
    """Stage, bot and ears. Made once, for as many cases as there are."""

    def __init__(self, stage: Stage, app: App, bot: EtoileBot, clock: SystemClock) -> None:
        self.stage, self.app, self.bot, self.clock = stage, app, bot, clock
        self.running: asyncio.Task[None] | None = None
        self.lines: list[str] = []
        self.played: set[str] = set()
        """Names of the scenarios that were played to their end, for all of their readers."""
        self.used: set[str] = set()
        """What was used and answered: qualified names of commands, routes of controls."""
        self.granted: dict[str, int] = {}
        """Up to which level a private message may go, by its id, where a press had announced more than its owner's."""
        self.places: dict[str, Place] = {}
        """By the id of the channel."""
        self.ignored: set[str] = set()
        """Servers on which a mutated bot has left its marks."""
        self._shared: dict[tuple[int, Locale], Place] = {}
        self._count = 0

    async def case(
        self, progress: int | None, horizon: int, locale: Locale, *, fresh: bool = False, titles: bool = False
    ) -> Case:
        """A member at `progress` in a channel with `horizon`, on a server that speaks `locale`, as they do.

        `fresh` makes a server that no other case has used.
        """
        key = (horizon, locale)
        place = None if fresh or titles else self._shared.get(key)
        new = place is None
        if place is None:
            place = await self._place(horizon, locale, titles)
            if not (fresh or titles):
                self._shared[key] = place
        member = self._person(place, locale)
        if progress is not None:
            await self.app.progress.tell(int(member.id), progress)
        case = Case(house=self, place=place, member=member, progress=progress, locale=locale)
        if new:
            await self.quiet()
            await case.skip(0)  # the bot says hello
        return case

    async def _place(self, horizon: int, locale: Locale, titles: bool) -> Place:
        self._count += 1
        owner = self.stage.add_user(f"Host {self._count}", locale=LOCALES[locale])
        guild = self.stage.add_guild(f"House {self._count}", owner["id"], locale=LOCALES[locale])
        channel = self.stage.add_channel(guild["id"], name=f"salon-{self._count}")
        log = self.stage.add_channel(guild["id"], name=f"coulisses-{self._count}")
        await self.app.progress.tell(int(owner["id"]), 8)
        now = self.clock.now()
        settings = GuildSettings(guild_id=int(guild["id"]), locale=locale, titles_shown=titles)
        await self.app.db.write(places.save_guild, settings, at=now)
        await self.app.db.write(
            places.set_channel_horizon,
            channel_id=int(channel["id"]),
            guild_id=int(guild["id"]),
            horizon=horizon,
            at=now,
        )
        place = Place(
            guild_id=guild["id"],
            channel_id=channel["id"],
            log_id=log["id"],
            owner_id=owner["id"],
            horizon=horizon,
            locale=locale,
            titles_shown=titles,
        )
        self.places[channel["id"]] = place
        beginner = self._person(place, locale)
        place.beginner_id = beginner.id
        await self._known(guild["id"], channel["id"])
        return place

    def _person(self, place: Place, locale: Locale) -> StageMember:
        self._count += 1
        user = self.stage.add_user(f"Guest {self._count}", locale=LOCALES[locale])
        self.stage.join(place.guild_id, user["id"])
        return StageMember(self.stage, user["id"], place.channel_id)

    async def _known(self, guild_id: str, channel_id: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while (guild := self.bot.get_guild(int(guild_id))) is None or guild.get_channel(int(channel_id)) is None:
                await asyncio.sleep(0.002)

    @property
    def _drawer(self) -> CardDrawer:
        return drawer_of(self.bot)

    async def restart(self) -> None:
        """The bot ends, and begins anew on the same database."""
        await self.bot.close()
        if self.running is not None:
            await self.running
        self.bot = EtoileBot(self.app)
        await self.start()

    async def start(self) -> None:
        """Let the bot begin, and wait until it is there."""
        self.running = asyncio.create_task(self.bot.start(self.stage.token), name="etoile")
        async with asyncio.timeout(PATIENCE):
            while not self.bot.is_ready():
                await asyncio.sleep(0.01)
                if self.running.done():
                    await self.running
        self.bot._tick.cancel()  # `skip` alone runs what is due, and hears all of it
        for redraws in (drawer_of(self.bot).redraws, redraws_of(self.bot), search_redraws_of(self.bot)):
            redraws.window = 0.0  # no coalescing: every redraw is heard with the press that caused it
        night_drawer_of(self.bot).redraws.window = 0.0

    async def quiet(self) -> None:
        """Wait until the bot has done all that the last action set going."""
        redraws = self._drawer.redraws
        async with asyncio.timeout(PATIENCE):
            while (working := [task for task in asyncio.all_tasks() if _works(task)]) or not redraws.is_idle:
                if working:
                    await asyncio.wait(working)
                else:
                    await asyncio.sleep(0)

    def class_of(self, custom_id: str) -> str | None:
        """The route of the class of controls that a custom id belongs to."""
        for template, item in self.controls():
            if template.fullmatch(custom_id):
                return str(item.route)
        return None

    def controls(self) -> list[tuple[re.Pattern[str], type[Any]]]:
        """Every class of controls that the bot has registered."""
        return list(self.bot._connection._view_store._dynamic_items.items())

    def everything_usable(self) -> set[str]:
        """The qualified name of every command, and the route of every class of controls."""
        names = {str(control.route) for _, control in self.controls()}
        for command in self.bot.tree.get_commands():
            names.add(command.qualified_name)
        for kind in (discord.AppCommandType.user, discord.AppCommandType.message):
            names |= {command.name for command in self.bot.tree.get_commands(type=kind)}
        groups = {c.qualified_name for c in self.bot.tree.walk_commands() if isinstance(c, discord.app_commands.Group)}
        names |= {command.qualified_name for command in self.bot.tree.walk_commands()}
        return names - groups


PLACES = ((Route, "BASE"), (DiscordWebSocket, "DEFAULT_GATEWAY"), (Asset, "BASE"))
"""Where discord.py keeps the addresses that `point_at` changes, to be put back afterwards."""


@contextlib.asynccontextmanager
async def open_house(folder: Path) -> AsyncIterator[House]:
    """Start everything; at the end nothing that the bot did may have been unknown to the stage or over its limits."""
    before = [(owner, name, getattr(owner, name)) for owner, name in PLACES]
    shutil.copy(begun() / FILE, folder)  # and no kept show pack: mutations need one that was read from its files
    clock = SystemClock()
    clock.offset = BEGINNING - clock.now()
    stage = Stage(seed.ETOILE, lambda empty: _open_at(empty, clock.offset))
    stage.interactions.answer_seconds = 9.0  # judged here is what is told, not how soon on a busy machine
    await stage.start()
    try:
        async with open_app(Settings(state_dir=folder, token=stage.token, flood_limit=0), clock) as app:
            point_at(stage.url)
            bot = EtoileBot(app)
            house = House(stage, app, bot, clock)
            with _overheard(house.lines):
                await house.start()
                yield house
                await house.bot.close()
                if house.running is not None:
                    await house.running
        assert stage.unknown_routes == [], stage.unknown_routes[:3]
        assert stage.violations == [], stage.violations[:3]
    finally:
        await stage.stop()
        for owner, name, value in before:
            setattr(owner, name, value)


def _open_at(stage: Stage, offset: timedelta) -> None:
    """Before anything happens, the stage's clock may be set, even back."""
    stage.clock.offset = offset.total_seconds()
    seed.foyer(stage)


@contextlib.contextmanager
def _overheard(lines: list[str]) -> Iterator[None]:
    """Every log line of the bot, formatted with its traceback, at the loudest that an operator can ask for."""

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.name.startswith(("bot.rehearsal", "bot.stage")):
                return  # the stage is no part of the bot
            bad = record.levelno >= (logging.WARNING if record.name == "bot.jobs" else logging.ERROR)
            lines.append(f"{ERROR if bad else ''}{self.format(record)}")

    root = logging.getLogger()
    kept = [(logger, logger.level, list(logger.handlers)) for logger in (root, *_loggers())]
    set_up_logging("DEBUG")
    root.handlers[:] = [*kept[0][2], Ear()]
    try:
        yield
    finally:
        for logger, level, handlers in kept:
            logger.setLevel(level)
            logger.handlers[:] = handlers


def _loggers() -> list[logging.Logger]:
    return [logger for logger in logging.root.manager.loggerDict.values() if isinstance(logger, logging.Logger)]


def _works(task: asyncio.Task[Any]) -> bool:
    if task.done():
        return False
    if task.get_name().startswith(("discord-ui-", "CommandTree", "discord.py: on_")):
        return True
    code = getattr(task.get_coro(), "cr_code", None)
    return code is not None and "/cogs/" in code.co_filename
