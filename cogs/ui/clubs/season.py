"""Our season: one message that looks back, posted once when the last evening is over, drawn again when less may be said
there or somebody is named otherwise."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime

import discord
from discord import ui

from bot.client import EtoileBot
from bot.discordpy.codes import PLACE_CLOSED, outcome_of, told
from bot.domain.delivery import DeliveryKey
from bot.services.clubs.season_picture import draw_season as draw_picture
from bot.services.clubs.seasons import Season
from bot.services.polls.headlines import headline
from bot.services.polls.values import Result
from bot.text import Words
from cogs.ui.clubs.controls import MySeasonButton, NameMeButton, NextSeasonButton
from cogs.ui.clubs.telling import tell_lost
from cogs.ui.kit import panel
from cogs.ui.kit.controls import custom_id_of
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.delivery import Letter, send_once
from cogs.ui.kit.links import jump
from cogs.ui.kit.panel import Item
from cogs.ui.kit.pictures import PICTURE_SECONDS, attached, gallery
from cogs.ui.parties.refresh import edit
from cogs.ui.parties.text import episodes_named
from cogs.ui.polls.text import label
from cogs.ui.quiz.wording import asked

PICTURE = "season.png"

log = logging.getLogger(__name__)


async def post_season(bot: EtoileBot, club_id: int, now: datetime) -> None:
    """Post it, unless it stands there. Raises what Discord answers, where that may pass; a channel that is gone or
    closed is told."""
    season = await bot.app.club_seasons.due(club_id)
    if season is None:
        return
    club = season.view.club
    if club.season_id is not None:
        await draw_season(bot, club_id, now)
        return
    drawn, files = await _drawn(bot, season)
    key = DeliveryKey(guild_id=club.guild_id, subject_id=club.id, purpose="season")
    channel = bot.get_partial_messageable(club.channel_id, guild_id=club.guild_id)
    marker = custom_id_of(NextSeasonButton.route, {"club_id": club.id})
    try:
        message_id = await send_once(bot, key, channel, Letter(view=drawn, files=files, marker=marker), now)
    except discord.HTTPException as error:
        if outcome_of(error) not in PLACE_CLOSED:
            raise
        log.warning("a season cannot be looked back on: %s", told(error))
        await tell_lost(bot, club, "season", club.channel_id, now)
        return
    await bot.app.club_seasons.posted(club.id, message_id)


async def draw_season(bot: EtoileBot, club_id: int, now: datetime) -> None:
    """Make it show what is, where it stands. One that was deleted stays away: that was meant."""
    season = await bot.app.club_seasons.due(club_id)
    if season is None or season.view.club.season_id is None:
        return
    club = season.view.club
    drawn, files = await _drawn(bot, season)
    await edit(bot, club.channel_id, club.season_id or 0, club.guild_id, drawn, files)


async def _drawn(bot: EtoileBot, season: Season) -> tuple[ui.LayoutView, list[discord.File]]:
    words = bot.app.text.words(season.locale)
    arc = await bot.app.club_arcs.shown(season.view.club)
    try:
        picture = await asyncio.wait_for(draw_picture(season.view, words, arc=arc), PICTURE_SECONDS)
    except TimeoutError:
        picture = None
    file = None if picture is None else attached(picture, PICTURE)
    return season_panel(season, words, arc=arc, picture=file), [] if file is None else [file]


def season_panel(
    season: Season, words: Words, *, arc: Result | None = None, picture: discord.File | None = None
) -> ui.LayoutView:
    """What everybody sees. The arc and the hardest question are those that the channel may know."""
    view = season.view
    first, last = view.past[0], view.past[-1]
    lines = [
        f"## ⭐ {words('club-season-title')}",
        words("club-season-about", count=len(view.past), first=stamp(first.at, "D"), last=stamp(last.at, "D")),
        words("club-season-members", count=season.members),
    ]
    rooms = [
        f"[{episodes_named(one.first_episode, one.last_episode, words)}]({jump(view.club.guild_id, one.room_id)})"
        for one in view.past
        if one.room_id is not None
    ]
    items: list[Item | None] = [panel.text("\n".join(lines)), None if picture is None else gallery(picture)]
    told_lines: list[str] = []
    if arc is not None:
        told_lines.append(f"**{words('club-season-arc')}** {headline(arc, words, name=label)}")
    if season.hardest is not None:
        one = season.hardest
        told_lines.append(words("club-season-hardest", question=asked(one.question), right=one.right, of=one.answered))
    if season.faithful:
        names = " · ".join(
            words("club-season-one", name=f"<@{user_id}>", came=came, of=len(view.past))
            for user_id, came in season.faithful
        )
        told_lines.append(words("club-season-faithful", names=names))
    if rooms:
        told_lines.append(words("club-season-rooms", rooms=" · ".join(rooms)))
    if told_lines:
        items.append(panel.text("\n".join(told_lines)))
    items += [
        panel.row(
            MySeasonButton.draw(words("club-my-season"), style=discord.ButtonStyle.primary, club_id=view.club.id),
            NameMeButton.draw(words("club-may-name-me"), on=1, club_id=view.club.id),
            NextSeasonButton.draw(words("club-next-season"), club_id=view.club.id),
        ),
        panel.text(f"-# {words('club-season-note')}"),
    ]
    return panel.stack([panel.box(*items)])
