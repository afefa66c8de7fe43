"""How the moderators' commands answer."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any

import discord
from discord import ui

from bot.client import EtoileBot
from bot.discordpy.codes import UNANSWERED
from bot.domain.log_note import LogNote
from bot.errors import EtoileError
from bot.services.horizons import Horizons, Moved
from bot.text import Words
from cogs.ui.covering import Covered
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, RoutedButton, pressed
from cogs.ui.kit.moderator_log import noting, server_words, write
from cogs.ui.kit.reply import answer, asker_of, begin, redraw, words_of

_log = logging.getLogger(__name__)

SPOILER_CHANNEL = 1 << 21
"""Discord's channel flag IS_SPOILER_CHANNEL, which discord.py 2.7 has no name for."""
INHERIT = "inherit"
LOST_SHOWN = 20
"""Addresses of posts out of reach in one answer."""


class HorizonsButton(RoutedButton, route="v1:admin:horizons:{sheet:int}"):
    """Another sheet of the list of horizons."""


@pressed(HorizonsButton)
async def on_horizons(interaction: Press, button: HorizonsButton) -> None:
    found = await interaction.client.app.horizons.listed(asker_of(interaction), button.number("sheet"))
    await redraw(interaction, listed(found, words_of(interaction)))


class MarkButton(RoutedButton, route="v1:admin:mark:{channel_id:int}:{on:int}"):
    """Sets or takes away Discord's own spoiler mark of a channel."""


@pressed(MarkButton)
async def on_mark(interaction: Press, button: MarkButton) -> None:
    interaction.client.app.horizons.authorise(asker_of(interaction))
    words, on = words_of(interaction), button.number("on") == 1
    await begin(interaction, thinking=True)
    done = await mark_channel(interaction.client, button.number("channel_id"), interaction.guild_id, on=on)
    key = ("admin-marked" if on else "admin-unmarked") if done else "admin-mark-refused"
    await answer(interaction, note(words(key, channel=f"<#{button.number('channel_id')}>")))


class LogOffButton(RoutedButton, route="v1:admin:log-off"):
    """Turns the moderators' log off."""


@pressed(LogOffButton)
async def on_log_off(interaction: Press, button: LogOffButton) -> None:
    await begin(interaction)
    await move_log(interaction, None)
    await redraw(interaction, note(words_of(interaction)("admin-log-off")))


async def move_log(interaction: Press, channel_id: int | None) -> None:
    """Have the moderators' log written in another channel, or nowhere. The first line of the new one and the last of
    the old one say who wanted that. Raises EtoileError, and changes nothing, where the bot cannot write.
    """
    bot, asker = interaction.client, asker_of(interaction)
    guild_id = bot.app.horizons.authorise(asker)
    before = (await bot.app.horizons.settings(guild_id)).log_channel_id
    public, who = await server_words(bot, guild_id), interaction.user.mention
    if channel_id is not None and not await write(bot, channel_id, public("admin-log-begins", who=who)):
        raise EtoileError("admin-log-refused", channel=f"<#{channel_id}>")
    await bot.app.horizons.log_to(asker, channel_id)
    if before is not None and before != channel_id:
        await write(bot, before, public("admin-log-ends", who=who, moved=int(channel_id is not None)))


async def mark_channel(bot: EtoileBot, channel_id: int, guild_id: int | None, *, on: bool) -> bool:
    """Set or take away the spoiler mark and keep the channel's other flags. Whether Discord took it."""
    try:
        raw: Any = await bot.http.get_channel(channel_id)
        if str(raw.get("guild_id", guild_id)) != str(guild_id):
            raise EtoileError("admin-not-yours")
        flags = int(raw.get("flags", 0))
        flags = flags | SPOILER_CHANNEL if on else flags & ~SPOILER_CHANNEL
        changed: Any = await bot.http.edit_channel(channel_id, flags=flags)
    except EtoileError:
        raise
    except Exception as error:
        # The flag is young: clients, proxies and test doubles refuse it in their own ways. The horizon holds anyway.
        _log.warning("the spoiler mark of channel %s was refused: %s", channel_id, type(error).__name__)
        return False
    return bool(int(changed.get("flags", 0)) & SPOILER_CHANNEL) is on


def note(sentence: str, *controls: panel.Item | None) -> ui.LayoutView:
    """One framed sentence, with controls where there are any."""
    return panel.stack([panel.box(panel.text(sentence), panel.row(*controls))])


async def mark_offer(interaction: Press, change: Moved, kind: discord.ChannelType | None) -> bool | None:
    """Whether Discord's own spoiler mark is to be offered (True), or its removal (False); None: neither, because the
    place cannot carry it, I may not change it, or it is right already."""
    guild, channel_id = interaction.guild, change.channel_id
    channel = None if guild is None or channel_id is None else guild.get_channel(channel_id)
    fit = kind in MARKABLE and (change.raised or (change.lowered and change.now == 0))
    if guild is None or channel is None or not fit or not channel.permissions_for(guild.me).manage_channels:
        return None
    try:
        raw: Any = await interaction.client.http.get_channel(channel.id)
    except UNANSWERED:
        return None
    marked = bool(int(raw.get("flags", 0)) & SPOILER_CHANNEL)
    return None if marked is change.raised else change.raised


def moved(change: Moved, words: Words, *, offer: bool | None) -> ui.LayoutView:
    """What holds now, what to look after, and Discord's own mark where `mark_offer` says so."""
    lines = [f"### {place_name(change.channel_id, words)}", level_sentence(change.now, words)]
    if change.inherits and change.channel_id is not None:
        lines.append(f"-# {words('admin-inherits')}")
    items: list[panel.Item | None] = [panel.text("\n".join(lines))]
    if change.lowered:
        items.append(panel.text(words("admin-lowered", before=change.before, now=change.now)))
    if offer is True and change.channel_id is not None:
        items.append(panel.text(f"-# {words('admin-mark-why')}"))
        items.append(panel.row(MarkButton.draw(words("admin-mark"), channel_id=change.channel_id, on=1)))
    elif offer is False and change.channel_id is not None:
        items.append(panel.row(MarkButton.draw(words("admin-unmark"), channel_id=change.channel_id, on=0)))
    return panel.stack([panel.box(*items)])


def covered(found: Covered, words: Words) -> ui.LayoutView:
    """What became of the bot's own posts when less may be said than before."""
    lines = [words("admin-covered", count=found.count)]
    if found.lost:
        shown = found.lost[:LOST_SHOWN]
        more = words("admin-covered-more", count=len(found.lost) - len(shown)) if len(found.lost) > len(shown) else ""
        lines += [words("admin-covered-lost", count=len(found.lost)), *(f"- {address}" for address in shown), more]
    return panel.panel(panel.box(panel.text("\n".join(line for line in lines if line))))


def listed(found: Horizons, words: Words) -> ui.LayoutView:
    """The horizons of a server, the most open places first."""
    lines = [
        f"- <#{channel_id}> · {words('admin-level-short', episode=horizon)}" for channel_id, horizon in found.places
    ]
    server = f"{words('admin-horizons-server')} · {words('admin-level-short', episode=found.server)}"
    items: list[panel.Item | None] = [
        panel.text(f"## {words('admin-horizons-title')}\n{server}"),
        panel.text("\n".join(lines) if lines else words("admin-horizons-none")),
    ]
    if found.sheets > 1:
        items.append(panel.text(f"-# {words('admin-sheet', sheet=found.sheet + 1, sheets=found.sheets)}"))
        items.append(
            panel.row(
                HorizonsButton.draw("◀", sheet=found.sheet - 1, disabled=found.sheet == 0),
                HorizonsButton.draw("▶", sheet=found.sheet + 1, disabled=found.sheet + 1 >= found.sheets),
            )
        )
    items.append(panel.text(f"-# {words('admin-horizons-how')}"))
    return panel.stack([panel.box(*items)])


def level_sentence(episode: int, words: Words) -> str:
    """What may be said openly where this horizon holds."""
    return words("admin-level", episode=episode)


def place_name(channel_id: int | None, words: Words) -> str:
    """A channel as a mention, or "the whole server"."""
    return words("admin-whole-server") if channel_id is None else f"<#{channel_id}>"


def noting_move(interaction: Press) -> AbstractAsyncContextManager[LogNote | None]:
    """Write a changed horizon down for the other moderators."""

    def line(words: Words, change: Moved) -> str | None:
        if change.before == change.now:
            return None
        return words(
            "admin-logged-horizon",
            who=interaction.user.mention,
            place=place_name(change.channel_id, words),
            before=words("admin-level-short", episode=change.before),
            now=words("admin-level-short", episode=change.now),
        )

    return noting(interaction, line)


async def show_titles(interaction: Press, *, shown: bool) -> str:
    """Say whether everybody may read episode titles here; "shown" or "hidden", as the sentences about it are called."""
    who, key = interaction.user.mention, "shown" if shown else "hidden"
    async with noting(interaction, lambda words, _: words(f"admin-logged-titles-{key}", who=who)) as note:
        await interaction.client.app.horizons.show_titles(asker_of(interaction), shown=shown, note=note)
    return key


CONTROLS: Sequence[type[RoutedButton]] = (HorizonsButton, MarkButton, LogOffButton)

MARKABLE = frozenset(
    {discord.ChannelType.text, discord.ChannelType.news, discord.ChannelType.voice, discord.ChannelType.forum}
)
"""Kinds of channel that Discord lets be marked."""
