"""Keeps the message of a question right while a crowd answers: many answers, one redraw every second and a half (see
`kit.redraws`).

Nothing of it is stored: how many have answered is read when it is drawn, and the answer is drawn by the job.
"""

from __future__ import annotations

import logging
from weakref import WeakKeyDictionary, ref

import discord

from bot.client import EtoileBot
from bot.discordpy.codes import CARD_STAYS, outcome_of, told
from cogs.ui.kit.redraws import Redraws
from cogs.ui.quiz.night_panel import night_panel

WINDOW = 1.5
"""Seconds between two drawings of one message."""

_log = logging.getLogger(__name__)
_drawers: WeakKeyDictionary[EtoileBot, NightDrawer] = WeakKeyDictionary()


def night_drawer_of(bot: EtoileBot) -> NightDrawer:
    """The drawer of this client, made when its cog is loaded."""
    return _drawers[bot]


class NightDrawer:
    """Draws the messages of questions of one client."""

    def __init__(self, bot: EtoileBot) -> None:
        self._held = ref(bot)  # `_drawers` would keep a client alive that its own drawer holds
        self.redraws = Redraws(self.draw_now, window=WINDOW)
        _drawers[bot] = self

    def changed(self, night_id: int) -> None:
        """Something on the message is no longer true: it is drawn now, or at the end of the window that is running."""
        self.redraws.changed(night_id)

    async def draw_now(self, night_id: int) -> None:
        """Draws the message as the night is in the store. A deleted one is left alone. Raises what Discord answers."""
        bot = self._held()
        card = None if bot is None else await bot.app.quiz_course.card(night_id)
        if bot is None or card is None or card.night.asked_id is None:
            return
        channel = bot.get_partial_messageable(card.night.channel_id, guild_id=card.night.guild_id)
        view = night_panel(card, bot.app.text.words(card.locale))
        try:
            await channel.get_partial_message(card.night.asked_id).edit(view=view)
        except discord.HTTPException as error:
            if outcome_of(error) not in CARD_STAYS:
                raise
            _log.info("the question of night %d stays as it is: %s", night_id, told(error))
