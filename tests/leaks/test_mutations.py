"""The suite notices: with a fault in the product, its scenario fails; without it, the same scenario passes."""

from __future__ import annotations

import pytest

from bot.domain.locale import Locale
from tests.leaks.generated import Received, build
from tests.leaks.house import House
from tests.leaks.mutations import MUTATIONS, Mutation, missing_rules
from tests.leaks.scenarios import Scenario, load
from tests.leaks.story import Story
from tests.leaks.text_mutations import TEXT_MUTATIONS, TextMutation

SCENARIOS: dict[str, Scenario] = {scenario.name: scenario for scenario in load()}


def test_every_rule_is_broken_once() -> None:
    assert missing_rules(MUTATIONS) == []


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: f"{mutation.rule}: {mutation.name}")
async def test_a_fault_is_noticed(house: House, mutation: Mutation, monkeypatch: pytest.MonkeyPatch) -> None:
    scenario = SCENARIOS[mutation.scenario]

    async def play() -> None:
        # A server of its own: the others' must not see what a mutated bot posts, draws or remembers.
        case = await house.case(mutation.progress, mutation.horizon, Locale.EN, fresh=True, titles=scenario.titles)
        try:
            await scenario.play(case)
        finally:
            house.ignored.add(case.place.guild_id)

    await play()
    with monkeypatch.context() as patch:
        forget_views(house)
        mutation.apply(patch)
        with pytest.raises(mutation.noticed):
            await play()
    await house.quiet()
    house.lines.clear()
    forget_views(house)


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("mutation", TEXT_MUTATIONS, ids=lambda mutation: mutation.name)
async def test_a_fault_with_members_words_is_noticed(
    house: House, mutation: TextMutation, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def play() -> None:
        story = Story(await build(house, mutation.plan))
        try:
            for step in mutation.steps:
                await story.play(*step)
            for user in story.town.members:
                await story.reads_all(user)
        finally:
            await house.quiet()
            house.lines.clear()

    await play()
    with monkeypatch.context() as patch:
        mutation.apply(patch)
        with pytest.raises(Received):
            await play()


def forget_views(house: House) -> None:
    """What was made once and kept, under a mutation or before it, must not hide the one or outlive the other."""
    house.app.pack._views.clear()
    for service in (house.app.facts, house.app.recaps):
        for name, value in vars(service).items():
            if isinstance(value, dict) and name not in ("_stories", "_hidden_ids"):  # these never change
                value.clear()
