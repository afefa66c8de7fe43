"""What is told when a club loses a place: a line in the moderators' log, and one to its host, once."""

from __future__ import annotations

from datetime import datetime

from bot.client import EtoileBot
from bot.domain.club import Club
from bot.domain.delivery import DeliveryKey
from cogs.ui.kit.delivery import Letter, send_directly
from cogs.ui.kit.moderator_log import log_line, server_words


async def tell_lost(bot: EtoileBot, club: Club, what: str, place_id: int, now: datetime) -> None:
    """The place of a club's rooms, or of its board, is gone or closed."""
    key = DeliveryKey(guild_id=club.guild_id, subject_id=club.id, purpose=f"logged:{what}-lost:{place_id}")
    words = await server_words(bot, club.guild_id)
    await log_line(bot, club.guild_id, words(f"club-log-{what}-lost", channel=f"<#{place_id}>"), once=key)
    if not club.host_id:
        return
    choice = await bot.app.parties.reminder_choice(club.host_id)
    theirs = bot.app.text.words(choice.locale or club.locale)
    letter = Letter(content=theirs(f"club-log-{what}-lost", channel=f"<#{place_id}>"))
    alone = DeliveryKey(
        guild_id=club.guild_id, subject_id=club.id, purpose=f"{what}-lost:{place_id}", user_id=club.host_id
    )
    await send_directly(bot, alone, letter, now)
