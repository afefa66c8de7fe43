"""A second opinion on what is seen before a click, from a reader that shares nothing with this program: it is written
in another language, around somebody else's parser of Discord's markdown, and run by node.

Without node, or before `npm install --prefix tests/leaks/second_judge`, these tests are skipped and say so.
"""

from __future__ import annotations

import asyncio
import json
import random
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.domain.locale import Locale
from bot.stage.world import EPHEMERAL
from tests.leaks.house import House
from tests.leaks.scenarios import Scenario, load

HERE = Path(__file__).parent / "second_judge"
GUARDS = Path(__file__).parents[2] / "data" / "show" / "guards.toml"
SCENARIOS: dict[str, Scenario] = {scenario.name: scenario for scenario in load()}
PLAYED = (
    ("veil: a message that says too much is veiled", 4, 0),
    ("veil: what was shared is covered when the horizon falls", 8, 8),
    ("facts: an answer is shared and others ask for their own", 8, 0),
    ("facts: an answer is shared and others ask for their own", 8, 4),
    ("recaps: recaps are shared and each reader gets their own", 8, 3),
    ("polls: a gated poll is read and answered", 8, 0),
    ("polls: a poll ends and its result is told", 8, 0),
    ("parties: a party is planned answered and looked at", 8, 0),
)
SECRET = "venuskiss"
PIECES = (
    "||",
    "|",
    "\\",
    "`",
    "```",
    "```py\n",
    "\n",
    "> ",
    ">>> ",
    "# ",
    "-# ",
    "*",
    "__",
    "~~",
    "[a](b)",
    "\u200b",
    "x",
)

pytestmark = pytest.mark.skipif(
    shutil.which("node") is None or not (HERE / "node_modules" / "discord-markdown-parser").exists(),
    reason="the second judge needs node, and `npm install --prefix tests/leaks/second_judge`",
)


def judged(cases: list[tuple[dict[str, Any], list[str]]]) -> list[list[str]]:
    """Of each message, the secrets that are seen in it without a click."""
    given = json.dumps([{"message": message, "secrets": secrets} for message, secrets in cases])
    done = subprocess.run(
        ["node", str(HERE / "judge.js")], input=given, capture_output=True, text=True, timeout=60, check=True
    )
    return json.loads(done.stdout)


def test_it_sees_what_is_open_and_not_what_is_covered() -> None:
    def message(content: str, *, spoiler: bool = False) -> dict[str, Any]:
        return {"components": [{"type": 17, "spoiler": spoiler, "components": [{"type": 10, "content": content}]}]}

    found = judged(
        [
            (message(f"a **{SECRET}**"), [SECRET]),
            (message(f"a ||{SECRET}|| b"), [SECRET]),
            (message(f"`||{SECRET}||`"), [SECRET]),
            (message(SECRET, spoiler=True), [SECRET]),
            ({"content": f"||{SECRET}||"}, [SECRET]),
        ]
    )
    assert [bool(each) for each in found] == [True, False, True, False, True]


@pytest.mark.asyncio(loop_scope="module")
async def test_it_finds_nothing_either_where_scenarios_are_played(house: House) -> None:
    """All that stands in public after the scenarios, against the guarded words of what may not be said there."""
    guards = tomllib.loads(GUARDS.read_text("utf-8"))["guard"]
    cases: list[tuple[dict[str, Any], list[str]]] = []
    for name, progress, horizon in PLAYED:
        scenario = SCENARIOS[name]
        for locale in Locale:
            case = await house.case(progress, horizon, locale, fresh=True, titles=scenario.titles)
            await scenario.play(case)
            secrets = _guarded(guards, case.place.horizon, locale.value)
            cases += [(message, secrets) for message in _public(house, case.place.guild_id)]
    assert len(cases) > 50
    found = await asyncio.to_thread(judged, cases)
    wrong = [(seen, str(message)[:400]) for (message, _), seen in zip(cases, found, strict=True) if seen]
    assert wrong == []


@pytest.mark.asyncio(loop_scope="module")
async def test_no_hostile_text_comes_out_from_under_a_veil(house: House) -> None:
    case = await house.case(8, 0, Locale.EN, fresh=True)
    case.place.covers = 8
    chance = random.Random(8)
    for _ in range(40):
        before, after = ("".join(chance.choices(PIECES, k=chance.randint(0, 6))) for _ in range(2))
        message = await case.say(f"{before}{SECRET}{after}")
        form = await case.menu(message, "Veil as spoiler…")
        await case.fill(form, ["7"])
    cases = [(message, [SECRET]) for message in _public(house, case.place.guild_id)]
    assert len(cases) >= 40
    assert not any(await asyncio.to_thread(judged, cases))


def _guarded(guards: list[dict[str, Any]], horizon: int, locale: str) -> list[str]:
    """The longer guarded words: short ones stand inside others, and this judge knows no words."""
    return [
        word
        for guard in guards
        if guard["episode"] > horizon
        for word in guard[locale]
        if len(word) >= 8 or " " in word
    ]


def _public(house: House, guild_id: str) -> list[dict[str, Any]]:
    world = house.stage.world
    return [
        message
        for channel_id, messages in world.messages.items()
        if world.channels[channel_id].get("guild_id") == guild_id
        for message in messages.values()
        if message["author"]["id"] == world.bot_id and not message["flags"] & EPHEMERAL
    ]
