"""The pictures of answers: who is who and the timeline, where one rather looks than reads; of shared answers also where
the series stands, or an episode as openly as it is told."""

from __future__ import annotations

import asyncio

import discord

from bot.domain.show import Episode, Event, Person
from bot.pictures.easel import Picture
from bot.services.facts_pictures import draw_cast, draw_episode, draw_status, draw_timeline
from bot.services.facts_values import FactsPage, ListBody, Shared, StatusBody
from bot.text import Words
from cogs.ui.kit.dates import day, partial
from cogs.ui.kit.pictures import PICTURE_SECONDS, attached

PICTURE = "etoile.png"


async def picture_of(found: FactsPage, words: Words) -> discord.File | None:
    """What is drawn of an answer for the asker alone; nothing that would take longer than Discord waits for it."""
    try:
        picture = await asyncio.wait_for(_draw(found, words), PICTURE_SECONDS)
    except TimeoutError:
        return None
    return attached(picture, PICTURE) if picture is not None else None


async def picture_for_all(shared: Shared, words: Words) -> discord.File | None:
    """What is drawn for everybody of a shared answer. As above."""
    # Beside covered plot no file stands open: a reader could not tell that there is nothing in it.
    if shared.open is None or shared.covered is not None:
        return None
    try:
        picture = await asyncio.wait_for(_draw_for_all(shared.open, words), PICTURE_SECONDS)
    except TimeoutError:
        return None
    return attached(picture, PICTURE) if picture is not None else None


async def _draw(found: FactsPage, words: Words) -> Picture | None:
    body = found.body
    if not isinstance(body, ListBody) or not body.entries:
        return None
    if found.request.page == "cast":
        return await draw_cast([each for each in body.entries if isinstance(each, Person)], words)
    if found.request.page == "timeline":
        events = [each for each in body.entries if isinstance(each, Event)]
        return await draw_timeline(events, words, dates=[partial(words, event.date) for event in events])
    return None


async def _draw_for_all(found: FactsPage, words: Words) -> Picture | None:
    body = found.body
    if isinstance(body, StatusBody):
        status = body.status
        dates = [partial(words, event.date) for event in status.events]
        return await draw_status(status, words, as_of=day(words, status.as_of), dates=dates)
    if isinstance(body, Episode):
        return await draw_episode(body, words)
    return await _draw(found, words)
