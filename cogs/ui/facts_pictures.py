"""The picture of a shared answer: where the series stands, or an episode as openly as it is told."""

from __future__ import annotations

import asyncio

import discord

from bot.domain.show import Episode
from bot.services.facts_pictures import draw_episode, draw_status
from bot.services.facts_values import Shared, StatusBody
from bot.text import Words
from cogs.ui.kit.dates import day, partial
from cogs.ui.kit.pictures import PICTURE_SECONDS, attached

PICTURE = "etoile.png"


async def picture_of(shared: Shared, words: Words) -> discord.File | None:
    """What is drawn for everybody of a shared answer; nothing that would take longer than Discord waits for it."""
    try:
        return await asyncio.wait_for(_draw(shared, words), PICTURE_SECONDS)
    except TimeoutError:
        return None


async def _draw(shared: Shared, words: Words) -> discord.File | None:
    """The picture of a shared answer, if it has one."""
    # Beside covered plot no file stands open: a reader could not tell that there is nothing in it.
    body = shared.open.body if shared.open is not None and shared.covered is None else None
    if isinstance(body, StatusBody):
        status = body.status
        dates = [partial(words, event.date) for event in status.events]
        picture = await draw_status(status, words, as_of=day(words, status.as_of), dates=dates)
    elif isinstance(body, Episode):
        picture = await draw_episode(body, words)
    else:
        return None
    return attached(picture, PICTURE) if picture is not None else None
