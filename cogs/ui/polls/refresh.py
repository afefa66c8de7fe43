"""Keeps the public cards of polls up to date without drawing them for every ballot (see `kit.redraws`).

A card is never drawn at a version below one that was drawn before.

Which version was drawn is noted in the store, for many cards at once and a while later, so that it costs a press
nothing. At the start, cards that show less than is stored are drawn: whoever should have drawn them died before.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta
from enum import Enum, auto
from weakref import WeakKeyDictionary, ref

import discord
from discord import ui

from bot.bounded import Bounded
from bot.client import EtoileBot
from bot.discordpy.codes import PLACE_CLOSED, Outcome, outcome_of, told
from bot.discordpy.retry import again
from bot.domain.delivery import DeliveryKey
from bot.domain.poll import PollState
from bot.errors import EtoileError, StoreUnavailable
from bot.services.polls.values import Card
from bot.text import Words
from cogs.ui.kit.controls import custom_id_of
from cogs.ui.kit.delivery import Letter, send_once
from cogs.ui.kit.redraws import Redraws
from cogs.ui.polls.controls import BallotButton

WINDOW = 3.0
"""Seconds between two drawings of one card."""
REMEMBERED = 2000
NOTED_AT_ONCE = 100
NOTED_AFTER = 30.0
"""So many drawings, or so many seconds, are noted together. A process that dies has those drawn once more."""
CAUGHT_UP = 500
"""At most so many cards are drawn at the start, one after the other."""

AGAIN = timedelta(seconds=5)
REFUSED_AGAIN = timedelta(minutes=30)
"""After so long a card is drawn again that Discord was too busy for, or that we were not allowed to draw."""
CARD = "card"
"""Under which name it is on record that the card was sent."""

Draw = Callable[[Card, Words], ui.LayoutView]

_log = logging.getLogger(__name__)
_drawers: WeakKeyDictionary[EtoileBot, CardDrawer] = WeakKeyDictionary()


def drawer_of(bot: EtoileBot) -> CardDrawer:
    """The drawer of this client, made when its cog is loaded."""
    return _drawers[bot]


class Drawn(Enum):
    """What became of drawing a card."""

    STANDS = auto()
    GONE = auto()
    """There is no card: it was deleted, or never posted."""
    REFUSED = auto()
    """The bot may not draw in that channel any more."""


class CardDrawer:
    """Draws the cards of one client."""

    def __init__(self, bot: EtoileBot, draw: Draw) -> None:
        self.redraws = Redraws(self._draw_held, self._owe, window=WINDOW)
        self._held = ref(bot)  # `_drawers` would keep a client alive that its own drawer holds
        self._draw = draw
        self._versions: Bounded[int, int] = Bounded(REMEMBERED)
        self._drawn: dict[int, int] = {}
        self._drawn_since = 0.0
        _drawers[bot] = self

    @property
    def _bot(self) -> EtoileBot:
        bot = self._held()
        assert bot is not None, "its client is gone"
        return bot

    def lead(self, poll_id: int, version: int) -> bool:
        """Whether this press may draw the card itself, now, at this version; if so, `redraws.rest` must follow,
        whatever happens, and before it `drawn`, or `changed` when it failed."""
        if version < self._versions.get(poll_id, 0) or not self.redraws.lead(poll_id):
            return False
        self._versions[poll_id] = version
        return True

    def changed(self, poll_id: int) -> None:
        """Something on the card is no longer true."""
        self.redraws.changed(poll_id)

    def drawn(self, poll_id: int, version: int) -> None:
        """The card stands on Discord at this version: noted at once with others, so that it costs a press nothing."""
        now = asyncio.get_running_loop().time()
        if not self._drawn:
            self._drawn_since = now
        self._drawn[poll_id] = version
        if now - self._drawn_since >= NOTED_AFTER or len(self._drawn) >= NOTED_AT_ONCE:
            self.redraws.start(self.note())

    async def note(self) -> None:
        """Notes in the store what was drawn. Never raises: what could not be noted is kept for the next time."""
        drawn, self._drawn = self._drawn, {}
        if not drawn:
            return
        try:
            await self._bot.app.polls.note_drawn(drawn)
        except StoreUnavailable:
            self._drawn = drawn | self._drawn
            _log.warning("drawn cards could not be noted: the database does not answer")

    async def catch_up(self, mine: Callable[[int], bool]) -> None:
        """Draws the cards that show less than is stored, of the servers that are `mine`, one after the other."""
        await self.note()
        stale = [poll_id for poll_id, guild_id in await self._bot.app.polls.stale() if mine(guild_id)]
        for poll_id in stale[:CAUGHT_UP]:
            await self.redraws.draw(poll_id)

    async def _draw_held(self, poll_id: int) -> None:
        if await self.draw_now(poll_id) is Drawn.REFUSED:
            await self._owe(poll_id, REFUSED_AGAIN)

    async def _owe(self, poll_id: int, after: timedelta = AGAIN) -> None:
        await self._bot.app.polls.owe_card(poll_id, after)

    async def post(self, poll_id: int, *, once: str = CARD) -> int:
        """Sends the card to the poll's channel, once for each purpose, and remembers the message. Returns its id.
        Raises what Discord answers, and may then be called again."""
        app = self._bot.app
        card = await app.polls.voting.card(poll_id)
        if card is None:
            raise EtoileError("poll-gone")
        channel = self._bot.get_partial_messageable(card.poll.channel_id, guild_id=card.poll.guild_id)
        key = DeliveryKey(guild_id=card.poll.guild_id, subject_id=poll_id, purpose=once)
        marker = custom_id_of(BallotButton.route, {"poll": poll_id})
        letter = Letter(view=self._draw(card, app.text.words(card.locale)), marker=marker)
        message_id = await send_once(self._bot, key, channel, letter, app.clock.now())
        await app.polls.remember_card(
            poll_id,
            channel_id=card.poll.channel_id,
            parent_id=card.poll.parent_id,
            message_id=message_id,
            version=card.version,
        )
        return message_id

    async def draw_owed(self, poll_id: int) -> None:
        """What a job does: post the card that never arrived, or draw it as it is now. Raises what Discord answers."""
        app = self._bot.app
        card = await app.polls.voting.card(poll_id)
        if card is None:
            return
        if card.poll.message_id is not None or await app.deliveries.place_of(poll_id, CARD) is not None:
            if await self.draw_now(poll_id) is Drawn.REFUSED:
                await self._owe(poll_id, REFUSED_AGAIN)
        elif card.poll.state == PollState.OPEN:
            try:
                await self.post(poll_id)
            except discord.HTTPException as error:
                if outcome_of(error) not in PLACE_CLOSED:
                    raise
                _log.warning("the card of poll %d cannot be posted in its channel: %s", poll_id, told(error))

    async def draw_now(self, poll_id: int) -> Drawn:
        """Draws the card as it is in the store, by its message's id. A card that was deleted is forgotten."""
        app = self._bot.app
        card = await app.polls.voting.card(poll_id)
        if card is None or card.poll.message_id is None:
            return Drawn.GONE
        if card.version < self._versions.get(poll_id, 0):
            return Drawn.STANDS
        self._versions[poll_id] = card.version
        channel = self._bot.get_partial_messageable(card.poll.channel_id, guild_id=card.poll.guild_id)
        message = channel.get_partial_message(card.poll.message_id)
        view = self._draw(card, app.text.words(card.locale))
        try:
            await again(lambda: message.edit(view=view))
        except discord.HTTPException as error:
            if outcome_of(error) in (Outcome.MESSAGE_GONE, Outcome.CHANNEL_GONE):
                await app.polls.remember_card(
                    poll_id, channel_id=card.poll.channel_id, parent_id=card.poll.parent_id, message_id=None
                )
                return Drawn.GONE
            if outcome_of(error) not in PLACE_CLOSED:
                raise
            _log.info("the card of poll %d stays as it is: %s", poll_id, told(error))
            return Drawn.REFUSED
        self.drawn(poll_id, card.version)
        return Drawn.STANDS
