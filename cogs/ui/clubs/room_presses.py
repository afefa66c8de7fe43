"""What presses before a room do, and what follows when a room or its place is deleted."""

from __future__ import annotations

import logging

from bot.client import EtoileBot
from bot.errors import StoreUnavailable
from cogs.ui.clubs.controls import LetInButton, SeenButton
from cogs.ui.clubs.rooms import door_panel
from cogs.ui.clubs.telling import tell_lost
from cogs.ui.kit.controls import Press, pressed
from cogs.ui.kit.reply import answer, asker_of, redraw, words_of
from cogs.ui.progress import UndoButton

log = logging.getLogger(__name__)


@pressed(LetInButton)
async def let_in(interaction: Press, control: LetInButton) -> None:
    door = await interaction.client.app.club_rooms.door(asker_of(interaction), control.number("party_id"))
    await answer(interaction, door_panel(door, words_of(interaction)))


@pressed(SeenButton)
async def say_seen(interaction: Press, control: SeenButton) -> None:
    app, asker, words = interaction.client.app, asker_of(interaction), words_of(interaction)
    party_id = control.number("party_id")
    counted = await app.party_clock.count_as_watched(asker, party_id, sure=True)
    door = await app.club_rooms.door(asker, party_id)
    change = counted.change
    undo = None
    if change is not None and change.moved:
        undo = UndoButton.draw(words("progress-undo"), stamp=change.stamp)
    told_line = words("party-counted", episode=counted.episode)
    await redraw(interaction, door_panel(door, words, told_line=told_line, undo=undo))


async def place_gone(bot: EtoileBot, guild_id: int, thing_id: int) -> None:
    """A thread or a channel was deleted. What is missed, because the database is away, is noticed later."""
    try:
        for club in await bot.app.club_rooms.place_gone(guild_id, thing_id):
            await tell_lost(bot, club, "rooms", thing_id, bot.app.clock.now())
    except StoreUnavailable:
        log.warning("the database does not answer: %d, which is gone, is missed later", thing_id)
