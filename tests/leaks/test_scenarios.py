"""Every surface of the bot, for every progress, every horizon and both languages, used on the stage and overheard."""

from __future__ import annotations

import pytest

from bot.domain.locale import Locale
from tests.leaks.house import House
from tests.leaks.scenarios import Scenario, load
from tests.support import visible
from tests.support.oracle import oracle

pytestmark = pytest.mark.asyncio(loop_scope="module")
SCENARIOS = load()


@pytest.mark.parametrize("locale", list(Locale))
@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
async def test_nothing_is_given_away(house: House, scenario: Scenario, locale: Locale) -> None:
    heard = 0
    for horizon in scenario.horizons:
        for progress in scenario.progress:
            case = await house.case(progress, horizon, locale, fresh=scenario.fresh, titles=scenario.titles)
            await scenario.play(case)
            heard += case.heard
    assert heard
    house.played.add(scenario.name)


async def test_every_command_and_every_control_has_a_scenario(house: House) -> None:
    """A new command, menu or control without a scenario fails here by its name: add one under tests/leaks/scenarios.

    What counts is what was really used and answered: by the tests above or, when this one runs alone, by itself.
    """
    for scenario in SCENARIOS:
        if scenario.name in house.played:
            continue
        ends = {(scenario.progress[at], scenario.horizons[at]) for at in (0, -1)}
        for progress, horizon in ends:
            case = await house.case(progress, horizon, Locale.EN, fresh=scenario.fresh, titles=scenario.titles)
            await scenario.play(case)
    missing = sorted(house.everything_usable() - house.used)
    assert not missing, "no scenario uses " + ", ".join(missing)


@pytest.mark.parametrize("locale", list(Locale))
async def test_commands_and_their_descriptions_give_nothing_away(house: House, locale: Locale) -> None:
    assert house.stage.world.commands
    for command in house.stage.world.commands:
        for text in visible.command(command).everything():
            assert oracle().leaks_in(text, 0, locale.value) == []
