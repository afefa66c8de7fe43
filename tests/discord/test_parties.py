"""`/party`, as members use it."""

from __future__ import annotations

from datetime import timedelta

import pytest
import simcord

from bot.domain.party import State
from bot.errors import EtoileError
from tests.discord.conftest import World
from tests.support.reading import all_text


def text_of(result: simcord.InteractionResult) -> str:
    """All text of an answer."""
    assert result.response is not None
    return all_text(result.response.components, result.response.content)


def card_text(world: World) -> str:
    """The newest message of #foyer that is a card."""
    found = [message for message in world.foyer.history() if message.components]
    return all_text(found[-1].components, found[-1].content)


async def planned(world: World, when: str = "in 2 days", **more: object):
    """Camille plans a party and posts it; the message of the card."""
    await world.camille.slash(world.foyer, "party zone", city="Europe/Paris")
    draft = await world.camille.slash(world.foyer, "party schedule", when=when, episode=5, **more)
    await world.camille.click(draft.response, label="Post")
    await world.env.settle()
    return next(message for message in world.foyer.history() if message.components)


async def test_a_party_is_planned_previewed_and_posted(world: World) -> None:
    await world.camille.slash(world.foyer, "party zone", city="Europe/Paris")
    draft = await world.camille.slash(world.foyer, "party schedule", when="in 2 days", episode=5, seats=2, note="**tea**")
    assert draft.ephemeral
    assert "Read as Paris time" in text_of(draft)
    assert world.foyer.history() == []
    await world.camille.click(draft.response, label="Post")
    shown = card_text(world)
    assert "Watch party · Episode 5" in shown
    assert "The Rat" not in shown
    assert r"\*\*tea\*\*" in shown
