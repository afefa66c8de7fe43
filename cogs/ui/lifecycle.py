"""The hello on a new server, and the news of a changed standing."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import ui

from bot.client import EtoileBot
from bot.discordpy.codes import UNANSWERED
from bot.domain.locale import Locale
from bot.services.facts_values import Request
from bot.services.lifecycle import StandingNews
from bot.text import Words
from cogs.ui.facts_controls import MineButton, ids_of
from cogs.ui.kit import panel
from cogs.ui.kit.controls import custom_id_of
from cogs.ui.kit.dates import day
from cogs.ui.setup.controls import PageButton

HELLO_MARK = custom_id_of(PageButton.route, {"page": "start"})
NEWS_MARK = custom_id_of(MineButton.route, ids_of(Request(page="status")))
"""Buttons by which hello and news are known again in a channel."""
LOOKED_THROUGH = 10
TRIED = 5
"""Channels to try where the bot does not know its own permissions."""


def locale_of(guild: discord.Guild) -> Locale:
    """The language that Discord reports for a server on which nothing was chosen yet."""
    return Locale.of(guild.preferred_locale.value)


def hello(words: Words) -> ui.LayoutView:
    """Who has come, and the two things to do first."""
    return panel.stack(
        [
            panel.box(
                panel.text(f"## {words('setup-hello-title')}\n{words('setup-hello-text')}"),
                panel.text(words("setup-hello-how")),
                panel.row(
                    PageButton.draw(words("setup-hello-begin"), style=discord.ButtonStyle.primary, page="start"),
                    MineButton.draw(words("setup-news-more"), **ids_of(Request(page="status"))),
                ),
            )
        ]
    )


async def places_for_hello(bot: EtoileBot, guild: discord.Guild) -> Sequence[discord.abc.Messageable]:
    """Where to say hello, the best first: to who added the bot (known only with View Audit Log, which the bot never
    asks for, but may have been given), in the channel for newcomers, in the first channel that it may write in."""
    if guild.me is None:  # pyright: ignore[reportUnnecessaryComparison]  (so it is on a server that was fetched)
        return [each for each in await guild.fetch_channels() if isinstance(each, discord.TextChannel)][:TRIED]
    found: list[discord.abc.Messageable] = []
    adder = await _who_added(bot, guild)
    if adder is not None:
        found.append(adder)
    channels = [channel for channel in (guild.system_channel, *guild.text_channels) if channel is not None]
    writable = [channel for channel in channels if _may_write(channel)]
    return [*found, *writable[:1]]


def _may_write(channel: discord.TextChannel) -> bool:
    rights = channel.permissions_for(channel.guild.me)
    return rights.view_channel and rights.send_messages


async def _who_added(bot: EtoileBot, guild: discord.Guild) -> discord.abc.Messageable | None:
    if bot.user is None or not guild.me.guild_permissions.view_audit_log:
        return None
    try:
        async for entry in guild.audit_logs(action=discord.AuditLogAction.bot_add, limit=LOOKED_THROUGH):
            if entry.target is not None and entry.target.id == bot.user.id and entry.user is not None:
                return entry.user
    except UNANSWERED:
        return None
    return None


def news(told: StandingNews, words: Words) -> ui.LayoutView:
    """How the series stands now, on a card; it spoils nothing."""
    status = told.status
    return panel.stack(
        [
            panel.box(
                panel.text(f"## {words('setup-news-headline', headline=status.headline)}\n{status.overtaken}"),
                panel.text(f"-# {words('facts-as-of', date=day(words, status.as_of))} · {words('setup-news-posted')}"),
                panel.row(MineButton.draw(words("setup-news-more"), **ids_of(Request(page="status")))),
            )
        ]
    )
