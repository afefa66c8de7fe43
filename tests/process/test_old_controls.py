"""Controls of the first version, on messages that it posted: each still does what it is for.

Whose message it was is replaced by a poll and a party of today; the rest of each id is as it was written down.
"""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.rehearsal.process import BotProcess
from bot.rehearsal.seed import foyer_stage
from cogs.ui.kit.controls import template_of
from tests.process.planting import BUTTON, STRINGS, all_routes, plant
from tests.process.quick import quick
from tests.support.first_ids import FIRST_IDS, PARTY, POLL
from tests.support.scene import Scene, control, guest, set_up, up

pytestmark = pytest.mark.asyncio(loop_scope="module")

GONE = "no longer means anything"
NOT_THERE = (":8100000000000002", ":8300000000000001", ":8400000000000001", "7233452345234")
"""In ids of drafts, veils, imports and changes, of which there are none today: their controls say so."""

OPTIONS = {
    "v1:facts:open": "claim-06",
    "v1:party:minutes": "15",
    "v1:party:quiet": "22-8",
    "v1:party:zone": "Europe/Paris",
    "v1:poll:ballot": "0",
    "v1:poll:choose": "0",
    "v1:setup:go": "language",
    "v1:setup:locale": "fr",
    "v1:setup:titles": "1",
    "v1:setup:zone": "Europe/Paris",
}
"""What is chosen in menus; in all others an episode."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot() -> AsyncIterator[BotProcess]:
    async with foyer_stage() as stage:
        process = quick(stage)
        await up(process)
        yield process
        await process.stop()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(bot: BotProcess) -> Scene:
    return await set_up(bot.stage)


def today(scene: Scene, custom_id: str) -> str:
    """The id with the poll and the party of the scene in the place of those that it was drawn for."""
    poll = control(scene.poll, ":vote:").split(":")[3]
    party = control(scene.party, ":answer:").split(":")[4]
    return custom_id.replace(POLL, poll).replace(PARTY, party)


@pytest.mark.parametrize("custom_id", FIRST_IDS)
async def test_an_id_of_the_first_version_is_answered_for_what_it_is(
    bot: BotProcess, scene: Scene, custom_id: str
) -> None:
    (kind,) = [kind for route, kind in all_routes() if template_of(route).fullmatch(custom_id)]
    member = guest(bot.stage, "Margot’s friend")
    message = member.answer(await member.slash("etoile help"))
    pressed_id = today(scene, custom_id)
    option = next((value for start, value in OPTIONS.items() if custom_id.startswith(start)), "4")
    plant(bot.stage, message, pressed_id, kind, option=option)
    if kind == BUTTON:
        pressed = member.actor.press(message["id"], pressed_id)
    else:
        pressed = member.actor.select(message["id"], pressed_id, [option] if kind == STRINGS else [])
    await pressed.outcome()
    assert pressed.answered, bot.log_tail()
    if pressed.state in ("answered", "updated"):
        said = member.text(pressed)
        assert "Something went wrong" not in said, bot.log_tail()
        assert GONE not in said or any(part in custom_id for part in NOT_THERE), said


async def test_the_cards_of_the_first_version_are_voted_on_and_answered(bot: BotProcess, scene: Scene) -> None:
    noor = guest(bot.stage, "Noor’s friend")
    poll, party = scene.poll, scene.party
    await noor.actor.press(poll["id"], today(scene, f"v1:poll:vote:{POLL}:1")).settled()
    assert await scene.ballot_of(noor) == 1
    await noor.actor.press(party["id"], today(scene, f"v1:party:answer:going:{PARTY}")).settled()
    assert "Noor’s friend" in await scene.people() or noor.id in await scene.people()
