"""What happens on a server around its parties: events changed by hand; channels, threads and roles deleted."""

from __future__ import annotations

import logging

import discord
from discord.ext import commands

from bot.client import EtoileBot
from bot.domain.party import Party
from bot.domain.party_trouble import Trouble
from bot.errors import StoreUnavailable
from cogs.ui.parties.scheduled_events import event_changed, event_gone
from cogs.ui.parties.search_drawing import lose_search

log = logging.getLogger(__name__)


class Surroundings(commands.Cog):
    """Listens. What it misses, because the bot or the database is away, is noticed when it is needed next."""

    def __init__(self, bot: EtoileBot) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_scheduled_event_update(self, before: discord.ScheduledEvent, after: discord.ScheduledEvent) -> None:
        try:
            await event_changed(self.bot, after)
        except StoreUnavailable:
            log.warning("the database does not answer: a change of event %d is missed", after.id)

    @commands.Cog.listener()
    async def on_scheduled_event_delete(self, event: discord.ScheduledEvent) -> None:
        try:
            await event_gone(self.bot, event.id)
        except StoreUnavailable:
            log.warning("the database does not answer: event %d, which is gone, is missed later", event.id)

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        await self._gone(payload.guild_id, payload.thread_id)

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        await self._gone(channel.guild.id, channel.id)

    @commands.Cog.listener()
    async def on_guild_role_delete(self, role: discord.Role) -> None:
        await self._gone(role.guild.id, role.id)

    async def _gone(self, guild_id: int, thing_id: int) -> None:
        """Something of the server was deleted: parties that stand on it go on without it, and their hosts hear."""
        places, now = self.bot.app.party_places, self.bot.app.clock.now()
        try:
            for search in await self.bot.app.time_searches.standing_in(guild_id, thing_id):
                await lose_search(self.bot, search.id, now)
            for party in await places.standing_on(guild_id, thing_id):
                await places.let_go(party, thing_id, _trouble(party, thing_id), now)
        except StoreUnavailable:
            log.warning("the database does not answer: %d, which is gone, is missed later", thing_id)


def _trouble(party: Party, thing_id: int) -> Trouble:
    """What it means for the party that this is gone."""
    return {
        party.seat_role_id: Trouble.SEAT_ROLE_GONE,
        party.call_role_id: Trouble.CALL_ROLE_GONE,
        party.voice_id: Trouble.VOICE_GONE,
        party.thread_id: Trouble.THREAD_GONE,
        party.channel_id: Trouble.CHANNEL_GONE,
    }[thing_id]
