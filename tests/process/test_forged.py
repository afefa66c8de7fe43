"""Controls that were made up: every route of every feature is pressed with ids that no card ever carried.

Discord lets nobody press what is not on a message, so a message of the bot is changed behind its back first. Whatever
stands in the id, the presser gets a sentence (or a form, or something that they may see anyway), never an unexpected
error, and nobody else sees anything.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.rehearsal.process import BotProcess
from bot.rehearsal.seed import foyer_stage
from bot.stage.server import Stage
from tests.process.planting import BUTTON, STRINGS, all_routes, ids_on, plant
from tests.process.quick import quick
from tests.support.scene import Scene, guest, set_up, up
from tests.support.stage import StageMember

pytestmark = pytest.mark.asyncio(loop_scope="module")

FIELD = re.compile(r"\{(\w+)(?::(int))?\}")
NUMBERS = ("0", "-1", "1", "9223372036854775807", "9999999999999999999", "-9223372036854775809")
WORDS = ("", "-", "going", "fact", "x" * 60, "../../etc", "' OR 1=1 --", "\u202eétoile", "{id}")
UNKNOWN = ("v1:", "v1:poll", "v1:nothing:here:1", "v1:poll:vote:", "v1:poll:vote:1:2:3:4", "v1:facts:turn:::x:")


def forgeries(route: str, known: dict[str, str]) -> list[str]:
    """Ids of the route: every field hostile, and all fields those of something real with the rest hostile."""
    made: set[str] = set()
    for attempt in range(max(len(NUMBERS), len(WORDS))):
        number, word = NUMBERS[attempt % len(NUMBERS)], WORDS[attempt % len(WORDS)]
        made.add(FIELD.sub(lambda f, n=number, w=word: n if f[2] else w, route))
        made.add(FIELD.sub(lambda f, n=number, w=word: known.get(f[1]) or (n if f[2] else w), route))
    return sorted(one for one in made if len(one) <= 100)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot() -> AsyncIterator[BotProcess]:
    async with foyer_stage() as stage:
        process = quick(stage)
        await up(process)
        yield process
        await process.stop()
        assert stage.unknown_routes == []


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(bot: BotProcess) -> Scene:
    return await set_up(bot.stage)


def ids_of(scene: Scene) -> dict[str, str]:
    """The real ids of the scene, by the names that routes give them."""
    poll = next(c for c in ids_on(scene.poll) if ":vote:" in c).split(":")[3]
    party = next(c for c in ids_on(scene.party) if ":answer:" in c).split(":")[4]
    return {"poll": poll, "party_id": party, "party": party, "draft": poll, "series_id": party}


async def use(stage: Stage, number: int, custom_id: str, kind: int) -> str:
    """One member presses a forged control; what is wrong about what came of it, or nothing."""
    member = guest(stage, f"Forger {number}")
    message = member.answer(await member.slash("etoile help"))
    plant(stage, message, custom_id, kind)
    pressed = member.actor.press if kind == BUTTON else None
    if pressed is not None:
        invocation = pressed(message["id"], custom_id)
    else:
        invocation = member.actor.select(message["id"], custom_id, ["forged"] if kind == STRINGS else [])
    await invocation.outcome()
    if not invocation.answered:
        return f"{custom_id}: was not answered"
    if invocation.state in ("answered", "updated") and "Something went wrong" in member.text(invocation):
        return f"{custom_id}: {member.text(invocation)}"
    return ""


@pytest.mark.parametrize("route", [route for route, _ in all_routes()])
async def test_a_forged_control_gets_an_answer_and_no_error(bot: BotProcess, scene: Scene, route: str) -> None:
    kind = dict(all_routes())[route]
    made = forgeries(route, ids_of(scene))
    before = public(scene)
    wrong = await asyncio.gather(*(use(bot.stage, n, custom_id, kind) for n, custom_id in enumerate(made)))
    assert [one for one in wrong if one] == [], bot.log_tail()
    assert public(scene) == before, "others see something of it"


def public(scene: Scene) -> list[str]:
    """What everybody sees in the channel, by id: nothing may appear or vanish."""
    reader = StageMember(scene.stage, "Camille")
    return [one["id"] for one in reader.reads() if not one["flags"] & 64]


@pytest.mark.parametrize("custom_id", UNKNOWN)
async def test_an_id_that_means_nothing_gets_a_sentence(bot: BotProcess, custom_id: str) -> None:
    member = guest(bot.stage, "Puzzled")
    message = member.answer(await member.slash("etoile help"))
    plant(bot.stage, message, custom_id, BUTTON)
    pressed = await member.actor.press(message["id"], custom_id).outcome()
    assert "no longer means anything" in member.text(pressed)


async def test_controls_of_one_server_do_nothing_on_another(bot: BotProcess, scene: Scene) -> None:
    """Somebody rebuilds the cards on a server of their own, where everybody may do everything."""
    stage = bot.stage
    guild = stage.add_guild("Elsewhere", stage.add_user("Owner")["id"])
    place = stage.add_channel(guild["id"], name="ailleurs")
    for card in (scene.poll, scene.party):
        for custom_id in ids_on(stage.world.find_message(card["id"])):
            user = stage.add_user("Stranger")
            stage.join(guild["id"], user["id"])
            member = StageMember(stage, user["id"]).at(place["id"])
            message = member.answer(await member.slash("etoile help"))
            plant(stage, message, custom_id, BUTTON)
            pressed = await member.actor.press(message["id"], custom_id).outcome()
            assert pressed.answered, custom_id
            assert user["id"] not in str(stage.world.find_message(card["id"])["components"]), custom_id
            assert user["id"] not in await scene.people(), custom_id
