"""Changing a party: what is not typed stays, what would happen is shown before, what can mean two things is asked."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import simcord

from bot.domain.walltime import wall_of
from tests.discord.conftest import World
from tests.discord.test_parties import text_of
from tests.support.reading import walk

PARIS = "Europe/Paris"


async def planned(world: World, when: str, **options: Any) -> str:
    """Camille plans a party on Paris's clock and posts it; the value by which commands know it."""
    await world.camille.slash(world.foyer, "party zone", city=PARIS)
    draft = await world.camille.slash(world.foyer, "party schedule", when=when, **({"episode": 5} | options))
    await world.camille.click(draft.response, label="Post")
    (choice, *_) = await world.camille.autocomplete(world.foyer, "party edit", "party", "")
    return str(choice["value"])


def starts(text: str) -> list[datetime]:
    """The long timestamps of a text, on Paris's clock, in their order."""
    return [wall_of(datetime.fromtimestamp(int(found), UTC), PARIS) for found in re.findall(r"<t:(\d+):F>", text)]


async def test_an_hour_alone_keeps_the_day_and_is_shown_before_it_happens(world: World) -> None:
    party = await planned(world, "20 december 2026 20:30")
    asked = await world.camille.slash(world.foyer, "party edit", party=party, when="21h")
    before, after = starts(text_of(asked))
    assert (before, after) == (datetime(2026, 12, 20, 20, 30), datetime(2026, 12, 20, 21, 0))
    shown = await world.camille.slash(world.foyer, "party show", party=party)
    assert starts(text_of(shown))[0] == before, "nothing has happened yet"
    done = await world.camille.click(asked.response, label="Change it")
    assert starts(text_of(done))[1] == after
    shown = await world.camille.slash(world.foyer, "party show", party=party)
    assert starts(text_of(shown))[0] == after


async def test_a_change_can_be_left(world: World) -> None:
    party = await planned(world, "20 december 2026 20:30")
    asked = await world.camille.slash(world.foyer, "party edit", party=party, when="22:00", seats=3)
    assert "**3 seats**" in text_of(asked)
    left = await world.camille.click(asked.response, label="Keep as it is")
    assert "Everything stays" in text_of(left)
    shown = await world.camille.slash(world.foyer, "party show", party=party)
    assert starts(text_of(shown))[0] == datetime(2026, 12, 20, 20, 30)
    again = await world.camille.slash(world.foyer, "party edit", party=party, when="20:30")
    assert "Nothing changed" in text_of(again)


async def test_a_clash_is_said_before_the_change(world: World) -> None:
    await planned(world, "21 december 2026 20:30", episode=6)
    party = await planned(world, "20 december 2026 20:30")
    parties = await world.camille.autocomplete(world.foyer, "party edit", "party", "Episode 5")
    party = str(parties[0]["value"])
    asked = await world.camille.slash(world.foyer, "party edit", party=party, when="21 december")
    assert "Another party overlaps" in text_of(asked)


async def test_a_day_that_can_be_two_is_asked_and_everything_else_is_kept(world: World) -> None:
    await world.camille.slash(world.foyer, "party zone", city=PARIS)
    asked = await world.camille.slash(
        world.foyer, "party schedule", when="8/12 at 20:00", episode=5, seats=4, note="bring tea"
    )
    assert "Which one did you mean?" in text_of(asked)
    assert "Wednesday 12 August 2026, 20:00" in text_of(asked)
    draft = await world.camille.click(asked.response, label="Tuesday 8 December 2026, 20:00")
    assert starts(text_of(draft))[0] == datetime(2026, 12, 8, 20, 0)
    assert "bring tea" in text_of(draft)
    assert "4 seats" in text_of(draft)


async def test_a_host_without_a_zone_is_asked_one_question_with_everything_kept(world: World) -> None:
    asked = await world.theo.slash(
        world.foyer, "party schedule", when="8/12 at 20:00", episode=5, seats=4, note="bring tea"
    )
    assert "Read as **New York** time, which is a guess" in text_of(asked)
    form = await world.theo.select(asked.response, values=["another"], custom_id=_zone_select(asked.response))
    again = await world.theo.submit_modal(form, {_only_field(form): "Tokyo"})
    assert "In Tokyo time" in text_of(again)
    draft = await world.theo.click(again.response, label="Tuesday 8 December 2026, 20:00")
    assert "Read as Tokyo time: **Tuesday 8 December 2026, 20:00**" in text_of(draft)
    assert "bring tea" in text_of(draft)
    assert "Whose time did you mean" not in text_of(draft)
    await world.theo.click(draft.response, label="Post")
    assert world.foyer.history()


async def test_choosing_a_moment_says_whose_clock_it_is_and_the_question_can_be_left(world: World) -> None:
    asked = await world.theo.slash(world.foyer, "party schedule", when="8/12 at 20:00", episode=5)
    draft = await world.theo.click(asked.response, label="Tuesday 8 December 2026, 20:00 (New York)")
    assert "Whose time did you mean" not in text_of(draft)
    asked = await world.theo.slash(world.foyer, "party schedule", when="8/12 at 20:00", episode=5)
    assert "In New York time" in text_of(asked), "it was told"
    left = await world.theo.click(asked.response, label="Discard")
    assert "Discarded" in text_of(left)


async def test_somebody_from_any_city_can_plan_their_first_party(world: World) -> None:
    draft = await world.margot.slash(world.foyer, "party schedule", when="20 december 2026 20:30", episode=5)
    form = await world.margot.select(draft.response, values=["another"], custom_id=_zone_select(draft.response))
    chosen = await world.margot.submit_modal(form, {_only_field(form): "Tokyo"})
    assert "Read as Tokyo time: **Sunday 20 December 2026, 20:30**" in text_of(chosen)
    await world.margot.click(chosen.response, label="Post")
    assert world.foyer.history()


def _only_field(shown: simcord.InteractionResult) -> str:
    assert shown.modal is not None
    return next(part["custom_id"] for part in walk(shown.modal["components"]) if part.get("type") == 4)


def _zone_select(message: Any) -> str:
    ids = [str(part.get("custom_id")) for part in walk(list(message.components))]
    return next(one for one in ids if one.startswith("v1:party:zone:"))
