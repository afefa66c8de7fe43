"""Discord on its bad days: what the member sees of it, and that everything is right afterwards.

Each fault meets one first answer of every feature at once. The bot is a process of its own, on real sockets.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence

import pytest
import pytest_asyncio

from bot.rehearsal.process import BotProcess
from bot.rehearsal.seed import foyer_stage
from bot.stage.faults import Fault
from bot.stage.server import Stage
from bot.stage.world import EPHEMERAL
from tests.process.deeds import (
    DEEDS,
    DRY_RUN,
    EXPORT,
    FORM,
    IMPORT,
    REPORT,
    SETUP,
    UNVEIL,
    VEIL,
    Begin,
    Deed,
    fill,
    log_of,
    nothing,
    seated,
    seen,
    voted,
)
from tests.process.quick import quick
from tests.support.scene import Scene, control, guest, last_private, set_up, up
from tests.support.stage import StageMember, until, visible_text

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot() -> AsyncIterator[BotProcess]:
    async with foyer_stage() as stage:
        process = quick(stage)
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


FAULTS = {
    "rate limited": Fault.rate_limit(0.3),
    "500": Fault.failing(500),
    "502": Fault.failing(502),
    "reset": Fault.reset(),
    "applied but 500": Fault.applied_but(500),
    "applied but reset": Fault.applied_but_reset(),
    "slow": Fault.delay(1.0),
}


async def ready(scene: Scene, label: str, deeds: Sequence[Deed] = DEEDS) -> dict[str, tuple[StageMember, Begin]]:
    """Somebody for each deed, who has done all that comes before it."""
    members = [deed.who(scene.stage, f"{deed.name} {label}") for deed in deeds]
    begins = await asyncio.gather(*(deed.ready(scene, one) for deed, one in zip(deeds, members, strict=True)))
    return {deed.name: (one, go) for deed, one, go in zip(deeds, members, begins, strict=True)}


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_fault_at_the_first_answer_is_made_good(stage: Stage, scene: Scene, fault: str) -> None:
    """Every feature answers within Discord's three seconds, and what was asked for happened exactly once."""
    people = await ready(scene, fault)
    before = len(stage.faults.happened)
    under_way = {name: begin() for name, (_, begin) in people.items()}
    for invocation in under_way.values():
        stage.faults.add("POST", f"/interactions/{invocation.id}/*", FAULTS[fault])
    await asyncio.gather(*(invocation.settled() for invocation in under_way.values()))
    for deed in DEEDS:
        invocation, (member, _) = under_way[deed.name], people[deed.name]
        assert invocation.answered, (deed.name, invocation.as_wire())
        assert deed.shown in seen(member, invocation), deed.name
    await asyncio.sleep(0.1)
    for deed in DEEDS:
        assert await deed.done(scene, people[deed.name][0]), deed.name
    assert len(stage.faults.happened) - before == len(DEEDS), "not every deed met the fault"


async def test_when_discord_does_not_answer_at_all_what_was_done_is_done(stage: Stage, scene: Scene) -> None:
    """The member reads that the app did not respond; asking again shows that it had been done, once, or does it."""
    deeds = [deed for deed in DEEDS if deed.done is not nothing]
    people = await ready(scene, "silence", deeds)
    under_way = {name: begin() for name, (_, begin) in people.items()}
    for invocation in under_way.values():
        stage.faults.add("POST", f"/interactions/{invocation.id}/*", Fault.hang(3.5), times=9)
    await asyncio.gather(*(invocation.outcome() for invocation in under_way.values()))
    assert {invocation.state for invocation in under_way.values()} == {"failed"}
    stage.faults.clear()
    for deed in deeds:
        member, _ = people[deed.name]
        if deed.untouched is not None:
            assert await deed.untouched(scene, member), deed.name
            await deed.once(scene, member)
        assert await deed.done(scene, member), deed.name


async def test_presses_while_the_gateway_is_down_are_answered_when_it_is_back(stage: Stage, scene: Scene) -> None:
    people = await ready(scene, "drop")
    stage.interactions.answer_seconds = 10
    try:
        stage.gateway.drop()
        under_way = {name: begin() for name, (_, begin) in people.items()}
        await asyncio.gather(*(invocation.settled() for invocation in under_way.values()))
    finally:
        stage.interactions.answer_seconds = 3
    for deed in DEEDS:
        assert under_way[deed.name].answered, deed.name
        assert await deed.done(scene, people[deed.name][0]), deed.name


async def test_after_an_invalid_session_everything_works_again(stage: Stage, scene: Scene) -> None:
    before = list(stage.gateway.connected)
    stage.gateway.invalidate()
    await until(lambda: stage.gateway.connected and stage.gateway.connected != before, "a new session")
    for deed in DEEDS:
        member = deed.who(stage, f"{deed.name} anew")
        assert (await deed.once(scene, member)).answered, deed.name
        assert await deed.done(scene, member), deed.name


async def test_a_share_that_the_channel_refuses_is_said_to_the_sharer(stage: Stage, scene: Scene) -> None:
    member = guest(stage, "Sharer")
    shown = member.answer(await member.slash("etoile status"))
    pressed = member.actor.press(shown["id"], control(shown, ":share:"))
    stage.faults.add("POST", f"/interactions/{pressed.id}/*", Fault.refuse(403, 50013, "Missing Permissions"))
    await pressed.settled()
    await until(lambda: "I lack a permission in this channel" in last_private(member), what="the sentence")


async def test_a_card_that_was_deleted_does_not_lose_the_ballot_under_way(stage: Stage) -> None:
    """The redraw meets a deleted message: the voter reads what was recorded, and the poll can be shown again."""
    other = await set_up(stage)
    late = guest(stage, "Late")
    pressed = other.vote(late)
    stage.faults.add("POST", f"/interactions/{pressed.id}/*", Fault.refuse(404, 10008, "Unknown Message"))
    await pressed.settled()
    await until(lambda: "New York" in last_private(late), what="the sentence")
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
    for deed in DEEDS:
        if deed.name not in ("polls", "parties"):  # those of the scene are over by now, too
            member = deed.who(stage, f"{deed.name} elsewhere")
            assert (await deed.once(scene, member)).answered, deed.name
            assert await deed.done(scene, member), deed.name
    await until(lambda: bot.running)


async def test_a_member_who_left_during_the_press_leaves_nothing_broken(stage: Stage) -> None:
    other = await set_up(stage)
    member, stayer = guest(stage, "Leaver"), guest(stage, "Stayer")
    pressed = other.come(member)
    stage.leave(stage.world.guild_id, member.id)
    await pressed.outcome()
    await other.come(stayer).settled()
    assert await seated(other, stayer)


# -- behind the first answer: what is posted, edited, deleted and filled in for it


def messages_of(member: StageMember, which: str = "") -> str:
    return f"/channels/{member.channel_id}/messages{which}"


BEHIND: dict[str, tuple[Deed, str, Callable[[StageMember], str]]] = {
    "the message is looked at": (VEIL, "GET", lambda member: messages_of(member, "/*")),
    "the copy is posted": (VEIL, "POST", messages_of),
    "the original is deleted": (VEIL, "DELETE", lambda member: messages_of(member, "/*")),
    "the copy is looked at": (UNVEIL, "GET", lambda member: messages_of(member, "/*")),
    "the copy is redrawn": (UNVEIL, "PATCH", lambda member: messages_of(member, "/*")),
    "a choice is written down": (SETUP, "POST", lambda member: messages_of(log_of(member))),
    "an import is written down": (IMPORT, "POST", lambda member: messages_of(log_of(member))),
    "a report is passed on": (REPORT, "POST", lambda member: messages_of(log_of(member))),
}


def lines_of(member: StageMember) -> list[str]:
    """What the bot has written into the log: first that it is one."""
    return [one["content"] for one in log_of(member).reads() if one["content"]]


def private(member: StageMember) -> str:
    """All that only they were told."""
    return "\n".join(visible_text(one) for one in member.reads() if one["flags"] & EPHEMERAL)


async def test_a_fault_behind_the_first_answer_is_made_good(stage: Stage, scene: Scene) -> None:
    """Nobody reads of it, and it is done exactly once, whatever Discord did with the first try."""
    cases = [(when, fault) for when in BEHIND for fault in FAULTS]
    members = [BEHIND[when][0].who(stage, f"{fault} when {when}") for when, fault in cases]
    people = list(zip(cases, members, strict=True))
    begins = await asyncio.gather(*(BEHIND[when][0].ready(scene, member) for (when, _), member in people))
    for (when, fault), member in people:
        _, method, where = BEHIND[when]
        stage.faults.add(method, where(member), FAULTS[fault])
    before = len(stage.faults.happened)
    under_way = await asyncio.gather(*(begin().settled() for begin in begins))
    await until(lambda: len(stage.faults.happened) - before == len(cases), what="every fault")
    for (case, member), invocation in zip(people, under_way, strict=True):
        deed = BEHIND[case[0]][0]
        assert deed.shown in seen(member, invocation), (case, seen(member, invocation))
        assert await deed.done(scene, member), case
        if deed in (SETUP, IMPORT):
            await until(lambda member=member: len(lines_of(member)) == 2, what=f"the line in the log, {case}")
        assert "may have been done all the same" not in private(member), case


async def test_an_answer_that_is_filled_in_later_is_filled_in_once(stage: Stage, scene: Scene) -> None:
    cases = [(deed, fault) for deed in (EXPORT, VEIL, UNVEIL) for fault in FAULTS]
    members = [deed.who(stage, f"{deed.name} filled in, {fault}") for deed, fault in cases]
    people = list(zip(cases, members, strict=True))
    begins = await asyncio.gather(*(deed.ready(scene, member) for (deed, _), member in people))
    under_way = [begin() for begin in begins]
    for (_, fault), invocation in zip(cases, under_way, strict=True):
        stage.faults.add("*", f"/webhooks/*/{invocation.token}*", FAULTS[fault])
    await asyncio.gather(*(invocation.settled() for invocation in under_way))
    for ((deed, fault), member), invocation in zip(people, under_way, strict=True):
        told = seen(member, invocation)
        assert deed.shown in told, (deed.name, fault, told)
        assert await deed.done(scene, member), (deed.name, fault)


async def test_a_form_that_is_sent_back_before_discord_confirms_it_is_taken(stage: Stage, scene: Scene) -> None:
    """The member has the form as soon as Discord has it; the bot hears later that it has."""
    member = VEIL.who(stage, "Quick")
    shown = (await FORM.ready(scene, member))()
    stage.faults.add("POST", f"/interactions/{shown.id}/*", Fault.delay(0.5))
    await until(lambda: shown.modal, what="the form")
    done = await fill(member, shown).settled()
    assert VEIL.shown in member.text(done)
    assert await VEIL.done(scene, member)


async def test_an_author_hears_of_a_moderators_veil_though_the_moderator_gets_no_answer(
    stage: Stage, scene: Scene
) -> None:
    author = VEIL.who(stage, "Author")
    await FORM.ready(scene, author)
    margot = StageMember(stage, "Margot").at(author.channel_id)
    shown = await (await FORM.ready(scene, margot))().settled()
    done = fill(margot, shown)
    before = len(stage.faults.happened)
    stage.faults.add("*", f"/webhooks/*/{done.token}*", Fault.reset(), times=99)
    await until(lambda: author.at("dm").reads(), what="the message to the author")
    assert await VEIL.done(scene, author)
    await until(lambda: len(stage.faults.happened) - before >= 6, what="every try")
    stage.faults.clear()
    shown = await margot.slash("progress show")
    await until(lambda: "only my answer got lost" in last_private(margot), what="what became of it")
    assert shown.answered


# -- refused, deleted, gone


async def test_a_veil_over_a_message_that_was_deleted_meanwhile_is_refused(stage: Stage, scene: Scene) -> None:
    member = VEIL.who(stage, "Regretful")
    begin = await VEIL.ready(scene, member)
    member.actor.delete(member.reads()[-1]["id"])
    assert "That message is gone" in member.text(await begin().settled())
    assert [one for one in member.reads() if not one["flags"] & EPHEMERAL] == []
    await VEIL.once(scene, member)
    assert await VEIL.done(scene, member)


async def test_a_veil_that_may_not_be_posted_leaves_the_original_and_can_be_tried_again(
    stage: Stage, scene: Scene
) -> None:
    member = VEIL.who(stage, "Unlucky")
    begin = await VEIL.ready(scene, member)
    stage.faults.add("POST", messages_of(member), Fault.refuse(403, 50013, "Missing Permissions"))
    assert "I cannot veil here" in member.text(await begin().settled())
    assert VEIL.untouched is not None
    assert await VEIL.untouched(scene, member)
    await VEIL.once(scene, member)
    assert await VEIL.done(scene, member)


async def test_a_veil_whose_author_has_left_and_takes_no_messages_stands(stage: Stage, scene: Scene) -> None:
    author = VEIL.who(stage, "Gone")
    await FORM.ready(scene, author)
    margot = StageMember(stage, "Margot").at(author.channel_id)
    begin = await VEIL.ready(scene, margot)
    stage.world.closed_dms.add(author.id)
    stage.leave(stage.world.guild_id, author.id)
    assert VEIL.shown in margot.text(await begin().settled())
    copy, told = (visible_text(one) for one in margot.reads() if not one["flags"] & EPHEMERAL)
    assert "Gabin" in copy
    assert f"<@{author.id}>, a moderator covered this message" in told


async def test_a_log_that_was_deleted_stops_no_moderator_and_no_report_is_said_to_have_arrived(
    stage: Stage, scene: Scene
) -> None:
    member = SETUP.who(stage, "Logless")
    choose, tell = await SETUP.ready(scene, member), await REPORT.ready(scene, member)
    stage.delete_channel(log_of(member).channel_id)
    assert SETUP.shown in member.text(await choose().settled())
    assert await SETUP.done(scene, member)
    assert "I couldn’t pass it on" in member.text(await tell().settled())
    assert "may have been done all the same" not in private(member)


async def test_a_file_that_discord_does_not_hand_over_changes_nothing(stage: Stage, scene: Scene) -> None:
    member = DRY_RUN.who(stage, "Fileless")
    begin = await DRY_RUN.ready(scene, member)
    invocation = begin()
    stage.world.files.clear()
    assert "Discord didn’t give me that file" in member.text(await invocation.settled())
    assert await DRY_RUN.done(scene, member)
