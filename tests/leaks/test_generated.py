"""Random servers, random members, random orders of what they do: nobody ever receives words that are not for them.

A few dozen servers in every run, always the same ones; ETOILE_TEST_LONG=1 tries hundreds of new ones.
"""

from __future__ import annotations

import os
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.leaks.generated import Plan, Received, build
from tests.leaks.house import House
from tests.leaks.story import Story

LONG = os.environ.get("ETOILE_TEST_LONG") == "1"

LEVEL = st.integers(0, 8)
PROGRESS = st.sampled_from([None, 0, 1, 3, 5, 7, 8])
PLANS = st.builds(
    Plan,
    server=st.sampled_from([0, 0, 2, 8]),
    channels=st.lists(st.tuples(st.sampled_from([None, 0, 3, 6, 8]), st.integers(0, 3)), min_size=2, max_size=3).map(
        tuple
    ),
    members=st.lists(st.tuples(PROGRESS, st.booleans(), st.booleans()), min_size=3, max_size=4).map(tuple),
)
STEP = st.tuples(
    st.sampled_from(
        [
            *("poll", "poll", "poll", "party", "party", "veil", "note"),
            *("channel", "channel", "channel", "server", "progress", "gate", "cover", "lift"),
            *("read", "read", "read", "read", "read", "share", "share", "standing", "vote"),
            *("close", "delete", "delete by a moderator", "edit", "take down", "time"),
        ]
    ),
    st.integers(0, 99),
    st.integers(0, 99),
    LEVEL,
)


@pytest.mark.asyncio(loop_scope="module")
@settings(
    max_examples=int(os.environ.get("ETOILE_TEST_TOWNS", "400")) if LONG else 24,
    deadline=None,
    derandomize=not LONG,
    database=None,
    phases=(Phase.generate, Phase.shrink) if LONG else (Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
@given(plan=PLANS, steps=st.lists(STEP, min_size=8, max_size=16))
async def test_nobody_receives_what_is_not_for_them(house: House, plan: Plan, steps: list[Any]) -> None:
    town = await build(house, plan)
    story = Story(town)
    try:
        for step in steps:
            await story.play(*step)
        for user in (*town.members, town.owner):
            await story.reads_all(user)
    finally:
        house.lines.clear()


@pytest.mark.asyncio(loop_scope="module")
async def test_a_restart_changes_nothing_of_it(house: House) -> None:
    plan = Plan(server=0, channels=((8, 0), (0, 0)), members=((8, True, True), (None, True, True), (3, True, True)))
    town = await build(house, plan)
    story = Story(town)
    for what in ("poll", "party", "veil", "share"):
        await story.play(what, 0, 0, 8)
    await house.restart()
    await story.play("read", 1, 0, 0)
    await story.play("channel", 0, 0, 0)
    town.look_around()
    for user in town.members:
        await story.reads_all(user)


@pytest.mark.asyncio(loop_scope="module")
async def test_the_judge_notices(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """With readers who may read everything, the same story fails."""
    plan = Plan(server=0, channels=((8, 0), (0, 0)), members=((8, True, True), (None, True, True), (3, True, True)))
    story = Story(await build(house, plan))
    await story.play("poll", 0, 0, 8)
    monkeypatch.setattr("bot.domain.readers.Reader.may_read", lambda *_: True)
    with pytest.raises(Received):
        await story.reads_all(story.town.members[1])
    house.lines.clear()
