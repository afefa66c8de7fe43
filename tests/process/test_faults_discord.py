"""Discord on its bad days: what the member sees of it, and that everything is right afterwards.

Each fault meets one first answer of every feature at once. The bot is a process of its own, on real sockets.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import pytest
import pytest_asyncio

from bot.rehearsal.faults import Fault
from bot.rehearsal.interactions import Invocation
from bot.rehearsal.process import BotProcess
from bot.rehearsal.server import Stage
from tests.support.scene import Scene, begin, control, guest, last_private, set_up, up
from tests.support.stage import StageMember, until

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot() -> AsyncIterator[BotProcess]:
    async with Stage() as stage:
        process = BotProcess(stage)
        await up(process)
        yield process
        log = process.log_path.read_text("utf-8", errors="replace")
        await process.stop()
        assert stage.unknown_routes == []
        assert "Traceback" not in log, log[-4000:]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(bot: BotProcess) -> Scene:
    return await set_up(bot.stage)


@pytest_asyncio.fixture(loop_scope="module")
async def stage(bot: BotProcess) -> AsyncIterator[Stage]:
    yield bot.stage
    bot.stage.faults.clear()


# -- what members do, in every feature: begun, and looked at afterwards


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something that a member does once, what they are shown for it, and whether it was done (exactly once)."""

    name: str
    begin: Callable[[Scene, StageMember], Invocation]
    shown: str
    done: Callable[[Scene, StageMember], Awaitable[bool]]


async def told(scene: Scene, member: StageMember) -> bool:
    return "episodes 1 to 5" in member.text(await member.slash("progress show"))


async def voted(scene: Scene, member: StageMember) -> bool:
    return await scene.ballot_of(member) == 0  # a second press would have taken it back


async def seated(scene: Scene, member: StageMember) -> bool:
    return (await scene.people()).count(f"<@{member.id}>") == 1


async def nothing(scene: Scene, member: StageMember) -> bool:
    return True


DEEDS = (
    Deed(name="facts", begin=lambda _, m: begin(m, "etoile status"), shown="Cancelled", done=nothing),
    Deed(name="progress", begin=lambda _, m: begin(m, "progress set", episode=5), shown="episodes 1 to 5", done=told),
    Deed(name="recaps", begin=lambda _, m: begin(m, "recap episode", number=1), shown="Recap", done=nothing),
    Deed(name="polls", begin=lambda s, m: s.vote(m), shown="New York", done=voted),
    Deed(name="parties", begin=lambda s, m: s.come(m), shown="", done=seated),
    Deed(name="mydata", begin=lambda _, m: begin(m, "mydata show"), shown="keep", done=nothing),
)

FAULTS = {
    "rate limited": Fault.rate_limit(0.3),
    "500": Fault.failing(500),
    "502": Fault.failing(502),
    "reset": Fault.reset(),
    "applied but 500": Fault.applied_but(500),
    "applied but reset": Fault.applied_but_reset(),
    "slow": Fault.delay(1.0),
}


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_fault_at_the_first_answer_is_made_good(stage: Stage, scene: Scene, fault: str) -> None:
    """Every feature answers within Discord's three seconds, and what was asked for happened exactly once."""
    members = {deed.name: guest(stage, f"{deed.name} {fault}") for deed in DEEDS}
    before = len(stage.faults.happened)
    under_way = {deed.name: deed.begin(scene, members[deed.name]) for deed in DEEDS}
    for invocation in under_way.values():
        stage.faults.add("POST", f"/interactions/{invocation.id}/*", FAULTS[fault])
    await asyncio.gather(*(invocation.settled() for invocation in under_way.values()))
    for deed in DEEDS:
        invocation = under_way[deed.name]
        assert invocation.answered, (deed.name, invocation.as_wire())
        assert deed.shown in members[deed.name].text(invocation), deed.name
    await asyncio.sleep(0.1)
    for deed in DEEDS:
        assert await deed.done(scene, members[deed.name]), deed.name
    assert len(stage.faults.happened) - before == len(DEEDS), "not every deed met the fault"


async def test_when_discord_does_not_answer_at_all_what_was_done_is_done(stage: Stage, scene: Scene) -> None:
    """The member reads that the app did not respond; asking again shows that it had been done, once."""
    deeds = [deed for deed in DEEDS if deed.done is not nothing]
    members = {deed.name: guest(stage, f"{deed.name} silence") for deed in deeds}
    under_way = {deed.name: deed.begin(scene, members[deed.name]) for deed in deeds}
    for invocation in under_way.values():
        stage.faults.add("POST", f"/interactions/{invocation.id}/*", Fault.hang(3.5), times=9)
    await asyncio.gather(*(invocation.outcome() for invocation in under_way.values()))
    assert {invocation.state for invocation in under_way.values()} == {"failed"}
    stage.faults.clear()
    for deed in deeds:
        assert await deed.done(scene, members[deed.name]), deed.name


async def test_presses_while_the_gateway_is_down_are_answered_when_it_is_back(stage: Stage, scene: Scene) -> None:
    members = {deed.name: guest(stage, f"{deed.name} drop") for deed in DEEDS}
    stage.interactions.answer_seconds = 10
    try:
        stage.gateway.drop()
        under_way = {deed.name: deed.begin(scene, members[deed.name]) for deed in DEEDS}
        await asyncio.gather(*(invocation.settled() for invocation in under_way.values()))
    finally:
        stage.interactions.answer_seconds = 3
    for deed in DEEDS:
        assert under_way[deed.name].answered, deed.name
        assert await deed.done(scene, members[deed.name]), deed.name


async def test_after_an_invalid_session_everything_works_again(stage: Stage, scene: Scene) -> None:
    before = list(stage.gateway.connected)
    stage.gateway.invalidate()
    await until(lambda: stage.gateway.connected and stage.gateway.connected != before, 20, "a new session")
    for deed in DEEDS:
        member = guest(stage, f"{deed.name} anew")
        invocation = await deed.begin(scene, member).settled()
        assert invocation.answered, deed.name
        assert await deed.done(scene, member), deed.name


async def test_a_share_that_the_channel_refuses_is_said_to_the_sharer(stage: Stage, scene: Scene) -> None:
    member = guest(stage, "Sharer")
    shown = member.answer(await member.slash("etoile status"))
    pressed = member.actor.press(shown["id"], control(shown, ":share:"))
    stage.faults.add("POST", "/webhooks/*", Fault.refuse(403, 50013, "Missing Permissions"))
    await pressed.settled()
    assert "I lack a permission in this channel" in last_private(member)


async def test_a_card_that_was_deleted_does_not_lose_the_ballot_under_way(stage: Stage) -> None:
    """The redraw meets a deleted message: the voter is told, the ballot stands, and the poll can be shown again."""
    other = await set_up(stage)
    late = guest(stage, "Late")
    pressed = other.vote(late)
    stage.faults.add("POST", f"/interactions/{pressed.id}/*", Fault.refuse(404, 10008, "Unknown Message"))
    await pressed.settled()
    assert "deleted" in last_private(late)
    assert await voted(other, late)
    StageMember(stage, "Margot").actor.delete(other.poll["id"])
    assert "New York or Paris" in late.text(await late.slash("poll list"))


async def test_a_channel_that_is_deleted_with_its_poll_hinders_nobody_elsewhere(
    bot: BotProcess, stage: Stage, scene: Scene
) -> None:
    doomed = stage.add_channel(stage.world.guild_id, name="salle-perdue")
    host = StageMember(stage, "Margot").at(doomed["id"])
    await set_up(stage, host)
    stage.delete_channel(doomed["id"])
    await bot.skip(4 * 24 * 3600)  # its poll closes, its party starts: nowhere to say so
    member = guest(stage, "Elsewhere")
    for deed in DEEDS:
        if deed.name not in ("polls", "parties"):  # those of the scene are over by now, too
            assert (await deed.begin(scene, member).settled()).answered, deed.name
    await until(lambda: bot.running)


async def test_a_member_who_left_during_the_press_leaves_nothing_broken(stage: Stage) -> None:
    other = await set_up(stage)
    member, stayer = guest(stage, "Leaver"), guest(stage, "Stayer")
    pressed = other.come(member)
    stage.leave(stage.world.guild_id, member.id)
    await pressed.outcome()
    await other.come(stayer).settled()
    assert await seated(other, stayer)
