"""Coming to a server and leaving it, news that are told once, what is deleted when: everything that nobody asks for by
a command. It owns no command."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

import discord
from discord.ext import commands

from bot.client import EtoileBot
from bot.discordpy.codes import NOT_REACHED, outcome_of, told
from bot.domain.delivery import DeliveryKey
from bot.domain.job_kinds import JobKind
from bot.errors import StoreUnavailable
from bot.jobs import Job
from cogs.ui import lifecycle as ui
from cogs.ui.kit.delivery import Letter, send_once
from cogs.ui.kit.moderator_log import post_owed
from cogs.ui.reports import CONTROLS

SAID_BEFORE = timedelta(days=1)
"""How far back a hello is looked for where it is not known when the bot came."""

NOT_ON_IT = (10004, 50001)
"""How Discord says that the bot is not on a server: unknown, or no access."""

_log = logging.getLogger(__name__)


class Lifecycle(commands.Cog):
    """Listens, and does the jobs of housekeeping."""

    def __init__(self, bot: EtoileBot) -> None:
        self.bot = bot
        self._known: set[int] | None = None  # servers since the first `on_ready`; until then nothing counts as new

    async def cog_load(self) -> None:
        self.bot.add_dynamic_items(*CONTROLS)
        jobs = self.bot.app.jobs
        jobs.handle(JobKind.CARE_HELLO, self.on_hello)
        jobs.handle(JobKind.CARE_STANDING, self.on_standing)
        jobs.handle(JobKind.CARE_PURGE, self.on_purge)
        jobs.handle(JobKind.CARE_SWEEP, self.on_sweep)
        jobs.handle(JobKind.CARE_LOG, self.on_log, owed=True)
        await self.bot.app.lifecycle.begin_sweeping()
        await self.bot.app.lifecycle.schedule_news()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Whatever came and went while the bot was away."""
        bot = self.bot
        # A server that is unavailable right now has no member of ours: when we came there is not known.
        present = {guild.id: guild.me.joined_at if guild.me else None for guild in bot.guilds}  # pyright: ignore[reportUnnecessaryComparison]
        self._known = set(present)
        try:
            await bot.app.lifecycle.take_stock(present, self._is_mine)
        except StoreUnavailable:
            _log.warning("the roster of servers was not brought up to date: the database does not answer")

    def _is_mine(self, guild_id: int) -> bool:
        """Whether a server belongs to the shards of this process."""
        count = self.bot.shard_count or 1
        return self.bot.shard_ids is None or (guild_id >> 22) % count in self.bot.shard_ids

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        if self._known is not None:
            self._known.add(guild.id)
        await self.bot.app.lifecycle.arrive(guild.id)

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        """After an outage, or a new server that Discord describes as "available": discord.py tells them by a field that
        Discord may or may not send."""
        if self._known is not None and guild.id not in self._known:
            await self.on_guild_join(guild)

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        if self._known is not None:
            self._known.discard(guild.id)
        await self.bot.app.lifecycle.leave(guild.id)

    async def on_hello(self, job: Job, now: datetime) -> None:
        """Say hello: to whoever added the bot, where it may know that; else where the server greets newcomers."""
        guild = self.bot.get_guild(job.subject_id)
        if guild is None:  # another process has it, or it is gone again
            guild = await self._fetch(job.subject_id)
        if guild is None or not await self.bot.app.lifecycle.may_greet(guild.id):
            return
        words = self.bot.app.text.words(ui.locale_of(guild))
        key = DeliveryKey(guild_id=guild.id, subject_id=guild.id, purpose="hello")
        letter = Letter(view=ui.hello(words), marker=ui.HELLO_MARK, silent=True)
        # A database that was restored does not know of a hello that was said after its backup.
        came_at = guild.me.joined_at if guild.me else None  # pyright: ignore[reportUnnecessaryComparison]
        for place in await ui.places_for_hello(self.bot, guild):
            try:
                await send_once(self.bot, key, place, letter, now, since=came_at or now - SAID_BEFORE)
            except discord.HTTPException as error:
                if outcome_of(error) not in NOT_REACHED:
                    raise
            else:
                break
        await self.bot.app.lifecycle.mark_greeted(guild.id)

    async def on_standing(self, job: Job, now: datetime) -> None:
        """Tell a server that asked for it how the series stands now."""
        lifecycle = self.bot.app.lifecycle
        news = await lifecycle.news_for(job.subject_id)
        if news is None:
            return
        channel = self.bot.get_partial_messageable(news.channel_id, guild_id=job.subject_id)
        key = DeliveryKey(guild_id=job.subject_id, subject_id=job.subject_id, purpose=f"standing:{news.version}")
        letter = Letter(view=ui.news(news, self.bot.app.text.words(news.locale)), marker=ui.NEWS_MARK)
        try:
            await send_once(self.bot, key, channel, letter, now)
        except discord.HTTPException as error:
            if outcome_of(error) not in NOT_REACHED:
                raise
            _log.warning("server %s could not be told of the standing: %s", job.subject_id, told(error))
        await lifecycle.mark_told(job.subject_id)

    async def on_purge(self, job: Job, now: datetime) -> None:
        """The grace period of a server is over."""
        still_there = await self._fetch(job.subject_id) is not None
        if await self.bot.app.lifecycle.purge(job.subject_id, still_there=still_there):
            _log.info("everything of server %s is deleted: the bot left it a while ago", job.subject_id)

    async def on_log(self, job: Job, now: datetime) -> None:
        """What a server's log lacks."""
        await post_owed(self.bot, job.subject_id)

    async def on_sweep(self, job: Job, now: datetime) -> None:
        """What the retention setting says is old."""
        closed, past = await self.bot.app.lifecycle.sweep()
        if closed or past:
            _log.info("retention: %d polls and %d parties deleted", closed, past)

    async def _fetch(self, guild_id: int) -> discord.Guild | None:
        """The server, if the bot is on it: asked of Discord, because a cache may lack it for other reasons."""
        try:
            return await self.bot.fetch_guild(guild_id, with_counts=False)
        except discord.HTTPException as error:
            if error.code not in NOT_ON_IT:  # what stands in between may refuse, too
                raise
            return None


async def setup(bot: EtoileBot) -> None:
    """Called by discord.py when the client loads this extension."""
    await bot.add_cog(Lifecycle(bot))
