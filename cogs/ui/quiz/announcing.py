"""The message that there will be a night: sent by the press that plans it, else by its job."""

from __future__ import annotations

from datetime import datetime

from bot.client import EtoileBot
from bot.domain.delivery import DeliveryKey
from bot.domain.quiz_night import Night
from cogs.ui.kit.controls import custom_id_of
from cogs.ui.kit.delivery import Letter, send_once
from cogs.ui.quiz.controls import ComeButton
from cogs.ui.quiz.night_panel import announcement


async def announce(bot: EtoileBot, night: Night, now: datetime) -> None:
    """Send it unless it was sent; the night goes on when those who come are called. Raises what Discord answers."""
    key = DeliveryKey(guild_id=night.guild_id, subject_id=night.id, purpose="quiz:planned")
    channel = bot.get_partial_messageable(night.channel_id, guild_id=night.guild_id)
    marker = custom_id_of(ComeButton.route, {"night": night.id})
    view = announcement(night, bot.app.text.words(night.locale))
    await send_once(bot, key, channel, Letter(view=view, marker=marker), now)
    await bot.app.quiz_course.announced(night)
