"""Keeps the message of a question right while a crowd answers: many answers, one redraw every second and a half.

Nothing of it is stored: how many have answered is read when it is drawn, and the answer is drawn by the job.
"""

from __future__ import annotations

import asyncio
import logging
from weakref import WeakKeyDictionary, ref

import discord

from bot.client import EtoileBot
from bot.discordpy.codes import UNANSWERED, told
from bot.errors import StoreUnavailable
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
        self.window = WINDOW
        self._held = ref(bot)  # `_drawers` would keep a client alive that its own drawer holds
        self._stale: dict[int, bool] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        _drawers[bot] = self

    def changed(self, night_id: int) -> None:
        """Something on the message is no longer true: it is drawn now, or after the drawing that is under way."""
        if night_id in self._stale:
            self._stale[night_id] = True
            return
        self._stale[night_id] = False
        task = asyncio.get_running_loop().create_task(self._draw(night_id))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

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
        except (discord.NotFound, discord.Forbidden) as error:
            _log.info("a question may no longer be drawn: %s", told(error))

    async def _draw(self, night_id: int) -> None:
        try:
            while True:
                try:
                    await self.draw_now(night_id)
                except (*UNANSWERED, StoreUnavailable) as error:
                    _log.warning("a question could not be drawn: %s", told(error))
                if self.window:
                    await asyncio.sleep(self.window)
                if not self._stale[night_id]:
                    return
                self._stale[night_id] = False
        finally:
            del self._stale[night_id]
