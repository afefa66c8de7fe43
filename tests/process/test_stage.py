"""The stage itself: the unmodified discord.py client runs against it as a process of its own."""

from __future__ import annotations

import asyncio
import json
import sys
import zlib
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from bot.discordpy.endpoints import point_at
from bot.domain.permissions import INVITED
from bot.rehearsal import seed
from bot.rehearsal.preparation import find
from bot.rehearsal.process import BotProcess
from bot.rehearsal.seed import foyer_stage
from bot.stage.attachments import Upload
from bot.stage.errors import Refused
from bot.stage.faults import Fault
from bot.stage.routing import Call
from bot.stage.server import Stage
from tests.support.stage import StageMember, until, visible_text

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def child() -> AsyncIterator[BotProcess]:
    stage = foyer_stage()
    await stage.start()
    bot = BotProcess(stage, command=(sys.executable, "-m", "tests.process.tiny_bot"))
    await bot.start()
    await bot.ready()
    yield bot
    log = bot.log_tail()
    await bot.stop()
    await stage.stop()
    assert "Traceback" not in log, log


@pytest_asyncio.fixture(loop_scope="module")
async def stage(child: BotProcess) -> AsyncIterator[Stage]:
    yield child.stage
    unknown = [route for route in child.stage.unknown_routes if "soundboard" not in route]
    assert unknown == []
    child.stage.faults.clear()


def noor(stage: Stage) -> StageMember:
    return StageMember(stage, "Noor")


async def test_a_member_uses_a_slash_command_and_sees_the_answer_alone(stage: Stage) -> None:
    used = await noor(stage).slash("hello", name="Jack", times=2)
    assert noor(stage).text(used) == "hello Jack x2 en-US en-US guild [0, 1]"
    message = noor(stage).answer(used)
    assert message["flags"] & 64
    assert message in noor(stage).reads()
    assert message not in StageMember(stage, "Théo").reads()


async def test_a_french_member_is_told_so_in_a_direct_message_and_between_users(stage: Stage) -> None:
    elise = StageMember(stage, "Élise", "dm")
    assert elise.text(await elise.slash("hello", name="toi")) == "hello toi x1 fr None direct [0, 1]"
    private = next(
        c for c in stage.world.visible_channels(noor(stage).id) if c["type"] == 1 and len(c["recipients"]) == 2
    )
    there = noor(stage).at(private["id"])
    assert there.text(await there.slash("hello", name="you")) == "hello you x1 en-US None direct [1]"
    assert [c["name"] for c in there.actor.commands(private["id"])] == ["hello", "run"]


async def test_options_are_checked_before_they_are_sent(stage: Stage) -> None:
    with pytest.raises(Refused):
        await noor(stage).slash("hello", name="Jack", times=9)
    with pytest.raises(Refused):
        await noor(stage).slash("hello")


async def test_autocomplete_answers_while_typing(stage: Stage) -> None:
    choices = await noor(stage).autocomplete("hello", "name", "Che")
    assert [choice["name"] for choice in choices] == ["Che0", "Che1", "Che2"]


async def test_a_press_redraws_the_card_for_everybody(stage: Stage) -> None:
    card = noor(stage).answer(await noor(stage).slash("card"))
    theo = StageMember(stage, "Théo")
    pressed = await theo.press(card, "Press")
    assert pressed.state == "updated"
    assert "Pressed 1 times" in visible_text(noor(stage).answer(pressed))
    assert "Pressed 1 times" in visible_text(stage.world.find_message(card["id"]))
    later = await theo.press(card, "Later")
    assert later.state == "deferred_update"
    assert "Pressed 99 times" in visible_text(stage.world.find_message(card["id"]))
    assert theo.text(await theo.choose(card, "B")) == "chose ['B']"


async def test_a_form_is_shown_filled_in_and_answered(stage: Stage) -> None:
    card = noor(stage).answer(await noor(stage).slash("card"))
    shown = await noor(stage).press(card, "Ask")
    assert shown.state == "modal"
    with pytest.raises(Refused):
        await noor(stage).submit(shown, Words="x" * 51, Side=["NY"])
    sent = await noor(stage).submit(shown, Words="bonsoir", Side=["Paris"])
    assert noor(stage).text(sent) == "bonsoir from Paris"


async def test_a_message_menu_gives_the_bot_the_words(stage: Stage) -> None:
    message = StageMember(stage, "Théo").send("to be quoted")
    assert noor(stage).text(await noor(stage).menu(message, "Quote")) == "Théo: to be quoted"


async def test_a_deferred_answer_is_filled_by_the_first_follow_up_with_its_file(stage: Stage) -> None:
    used = await noor(stage).slash("report")
    message = noor(stage).answer(used)
    assert (message["content"], message["flags"]) == ("here", 64)
    (attachment,) = message["attachments"]
    assert attachment["filename"] == "SPOILER_votes.csv"
    stored = stage.world.attachment(attachment["id"])
    assert stored is not None and stored.data == b"a,b\n1,2\n" and stored.flags
    await until(lambda: used.followup_ids and stage.world.find_message(used.followup_ids[0])["edited_timestamp"])
    assert stage.world.find_message(used.followup_ids[0])["content"] == "more, edited"


async def test_an_app_that_does_not_answer_within_three_seconds_has_failed(stage: Stage) -> None:
    stage.interactions.answer_seconds = 0.3
    try:
        used = await noor(stage).slash("silent")
    finally:
        stage.interactions.answer_seconds = 3.0
    assert (used.state, used.error) == ("failed", "did not respond")


async def report(stage: Stage, what: str) -> str:
    return noor(stage).text(await noor(stage).slash("run", what=what))


async def test_a_send_with_the_same_nonce_happens_once(stage: Stage) -> None:
    assert await report(stage, "nonce") == "True False"
    assert [m["content"] for m in noor(stage).reads()].count("once") == 2


async def test_a_message_is_edited_by_its_id_and_keeps_its_file(stage: Stage) -> None:
    assert await report(stage, "edit") == "after x.txt x"


async def test_a_thread_opens_takes_members_and_is_opened_again_by_who_manages_threads(stage: Stage) -> None:
    assert await report(stage, "thread") == "Loge True"
    thread = stage.channel_named("Loge")
    assert noor(stage).id in stage.world.thread_members[thread["id"]]
    assert thread["thread_metadata"]["locked"] and not thread["thread_metadata"]["archived"]


async def test_an_event_is_mirrored_and_the_past_is_refused(stage: Stage) -> None:
    event_id, code = (await report(stage, "event")).split()
    assert (stage.world.events[event_id]["name"], code) == ("Episode 2", "50035")
    noor(stage).actor.interested(event_id)
    assert stage.world.interested[event_id] == {noor(stage).id}
    StageMember(stage, "Margot").actor.cancel_event(event_id)
    assert event_id not in stage.world.events
    assert "GUILD_SCHEDULED_EVENT_USER_ADD" in await report(stage, "seen")


async def test_what_discord_refuses_the_stage_refuses(stage: Stage) -> None:
    said = await report(stage, "limits")
    assert said.startswith("50035 50006 ")
    assert "cannot exceed 4000 characters" in said


@pytest.mark.parametrize(
    ("deed", "outcome"),
    [
        ("roles", "True 50013"),
        ("forum", "True a.txt ['How many?']"),
        ("picture", "3x2 True 0"),
        ("pins", "['keep'] []"),
        ("mentions", "[(0, 0, False), (1, 0, False), (1, 0, False)]"),
        ("history", "True False"),
        ("voice", "set"),
    ],
)
async def test_the_client_gets_from_the_stage_what_it_gets_from_discord(stage: Stage, deed: str, outcome: str) -> None:
    assert await report(stage, deed) == outcome


async def test_a_user_installed_app_has_five_follow_ups(stage: Stage) -> None:
    private = next(c for c in stage.world.visible_channels(noor(stage).id) if len(c.get("recipients", [])) == 2)
    there = noor(stage).at(private["id"])
    for who, said in ((there, "400 40094"), (noor(stage), "all")):
        used = await who.slash("run", what="followups")
        await until(lambda who=who, used=used, said=said: who.text(used).startswith(said), what=said)


async def test_who_left_is_not_found_and_sees_nothing(stage: Stage) -> None:
    wren = stage.add_user("Passing")
    stage.join(stage.world.guild_id, wren["id"])
    passing = StageMember(stage, wren["id"])
    passing.actor.leave()
    assert passing.reads() == []
    with pytest.raises(Refused):
        passing.send("hello?")


async def test_a_route_that_the_stage_does_not_have_is_loud(stage: Stage) -> None:
    assert (await report(stage, "unknown")).startswith("501 ")
    assert any("soundboard" in route for route in stage.unknown_routes)


async def test_a_second_first_answer_is_refused(stage: Stage) -> None:
    assert (await report(stage, "twice")).startswith("400 40060")


async def test_what_is_gone_or_closed_has_discords_codes(stage: Stage) -> None:
    stage.world.closed_dms.add(noor(stage).id)
    try:
        assert await report(stage, "forbidden") == "[10003, 10008, 0, 10013, 50007]"
    finally:
        stage.world.closed_dms.clear()


async def test_the_bot_is_told_of_no_members_but_itself(stage: Stage) -> None:
    assert await report(stage, "guilds") == f"1 1 {len(stage.world.members[stage.world.guild_id])} True"


async def test_many_sends_at_once_all_arrive(stage: Stage) -> None:
    assert await report(stage, "many") == "done"
    assert sum(m["content"].startswith("line ") for m in noor(stage).reads()) == 20


async def test_words_of_members_do_not_reach_a_bot_without_the_intent(stage: Stage) -> None:
    noor(stage).send("not for bots")
    assert "MESSAGE_CREATE" not in (await report(stage, "seen")).split()


async def test_a_lost_connection_is_resumed_and_misses_nothing(stage: Stage) -> None:
    (before,) = stage.gateway.connected
    stage.gateway.drop()
    assert stage.gateway.connected == []
    used = noor(stage).actor
    found = next(c for c in used.commands(noor(stage).channel_id) if c["name"] == "hello")
    waiting = used.slash(noor(stage).channel_id, found["id"], (), {"name": "again"})
    await until(lambda: stage.gateway.connected, "resume")
    assert stage.gateway.connected == [before]
    assert (await waiting.outcome()).state == "answered"


async def test_an_invalid_session_is_identified_anew(stage: Stage) -> None:
    (before,) = stage.gateway.connected
    stage.gateway.invalidate()
    await until(lambda: stage.gateway.connected and stage.gateway.connected != [before], "a new session")
    assert noor(stage).text(await noor(stage).slash("hello", name="new")).startswith("hello new")


async def test_faults_happen_once_and_the_client_lives_on(stage: Stage) -> None:
    stage.faults.add("POST", "/channels/*/messages", Fault.applied_but(502))
    stage.faults.add("POST", "/channels/*/messages", Fault.rate_limit(0.2))
    assert await report(stage, "nonce") == "True False"
    assert [f.split()[0] for f in stage.faults.happened[-2:]] == ["applied_but", "rate_limit"]


async def test_a_viewer_hears_what_they_may_see(stage: Stage) -> None:
    theo = StageMember(stage, "Théo")
    with stage.world.watch() as watcher:
        await noor(stage).slash("hello", name="quietly")
        theo.send("loudly", [Upload(filename="a b.txt", data=b"1")])
        heard = [await asyncio.wait_for(watcher.get(), 60)]
        while heard[-1].kind != "message.create" or heard[-1].data["content"] != "loudly":
            heard.append(await asyncio.wait_for(watcher.get(), 60))
    assert heard[-1].data["attachments"][0]["filename"] == "a_b.txt"
    for_theo = [h.kind for h in heard if stage.world.may_know(theo.id, h)]
    assert for_theo == ["message.create"]
    assert "interaction" in [h.kind for h in heard if stage.world.may_know(noor(stage).id, h)]


async def test_a_killed_bot_is_offline_until_it_is_started_again(child: BotProcess, stage: Stage) -> None:
    card = noor(stage).answer(await noor(stage).slash("card"))
    await child.kill()
    await until(lambda: stage.world.bot_state == "offline")
    assert not child.running
    await child.start()
    await child.ready()
    assert "Pressed 1 times" in visible_text(noor(stage).answer(await noor(stage).press(card, "Press")))


async def test_the_gateway_speaks_zlib_and_refuses_as_discord_does(stage: Stage) -> None:
    async def identify(**more: Any) -> int | None:
        async with aiohttp.ClientSession() as http, http.ws_connect(stage.gateway.url + "?compress=zlib-stream") as ws:
            hello = await ws.receive_bytes()
            assert hello.endswith(b"\x00\x00\xff\xff")
            assert json.loads(zlib.decompressobj().decompress(hello))["op"] == 10
            await ws.send_json({"op": 2, "d": {"token": stage.token, "intents": 1, "properties": {}} | more})
            frame = await ws.receive()
            return ws.close_code if frame.type is not aiohttp.WSMsgType.BINARY else None

    assert await identify(token="wrong") == 4004
    assert await identify(shard=[3, 2]) == 4010
    assert await identify(intents=1 << 15) == 4014
    assert await identify() is None


async def test_no_browser_reaches_the_stage(stage: Stage) -> None:
    async with aiohttp.ClientSession(headers={"Authorization": f"Bot {stage.token}"}) as http:
        me = stage.url + "/api/v10/users/@me"
        assert (await http.get(me)).status == 200
        assert (await http.get(me, headers={"Origin": "https://example.org"})).status == 403
        assert (await http.get(me, headers={"Host": "example.org"})).status == 403
        assert (await http.get(me, headers={"Authorization": "Bot guessed"})).status == 401


@pytest.mark.parametrize(
    "address", ["https://discord.com", "http://example.org", "http://10.0.0.1:80", "ftp://localhost"]
)
async def test_only_this_machine_is_accepted_as_a_stage(address: str) -> None:
    with pytest.raises(ValueError, match="this machine"):
        point_at(address)


async def test_the_seeded_bot_may_do_what_the_invite_asks_for_and_no_more() -> None:
    assert seed.BOT_PERMISSIONS == INVITED


async def test_quiet_threads_are_archived_and_events_begin_and_end(stage: Stage) -> None:
    margot = StageMember(stage, "Margot")
    thread = margot.actor.create_thread(margot.channel_id, "Quiet")
    event_id = (await report(stage, "event")).split()[0]
    stage.skip(3600 + 60)
    assert stage.world.events[event_id]["status"] == 2
    stage.skip(4320 * 60)
    assert event_id not in stage.world.events
    assert stage.world.channels[thread["id"]]["thread_metadata"]["archived"]
    margot.at(thread["id"]).send("awake")
    assert not stage.world.channels[thread["id"]]["thread_metadata"]["archived"]


async def test_a_call_that_a_hook_swallows_never_happened(stage: Stage) -> None:
    async def lose(call: Call) -> None:
        if call.template == "/channels/{channel_id}/messages" and call.method == "POST":
            stage.before_call.remove(lose)
            raise ConnectionResetError

    stage.before_call.append(lose)
    assert "disconnected" in (await report(stage, "nonce"))
    assert stage.before_call == []


async def test_shards_share_the_guilds_and_new_guilds_are_told_of() -> None:
    async with foyer_stage() as stage:
        stage.gateway.shards = 2
        owner = StageMember(stage, "Noor")
        for number in range(3):
            guild = stage.add_guild(f"Loge {number}", owner.id)
            stage.add_channel(guild["id"], name=f"salon-{number}")
        bot = BotProcess(stage, command=(sys.executable, "-m", "tests.process.tiny_bot"))
        await bot.start()
        await bot.ready(sessions=2)
        assert sorted(session.shard for session in stage.gateway.connected) == [(0, 2), (1, 2)]
        fresh = stage.add_guild("Loge 3", owner.id)
        stage.add_channel(fresh["id"], name="salon-3")
        answers = [owner.at(f"salon-{n}").slash("run", what="guilds") for n in range(4)]
        said = {owner.text(answer) for answer in await asyncio.gather(*answers)}
        assert said == {"5 1 2 True"}
        stage.remove_bot(fresh["id"])
        assert owner.at("salon-3").actor.commands(stage.channel_named("salon-3")["id"])[0]["name"] == "hello"
        await asyncio.sleep(0.1)
        assert owner.text(await owner.at("salon-0").slash("run", what="guilds")) == "4 1 2 True"
        await bot.stop()


@pytest.mark.parametrize("arrives", [True, False])
async def test_a_bot_is_killed_at_a_call_before_or_after_it_is_applied(
    child: BotProcess, stage: Stage, arrives: bool
) -> None:
    async def strike(call: Call) -> None:
        if call.template == "/channels/{channel_id}/messages" and call.method == "POST":
            await child.kill()
            if not arrives:
                raise ConnectionResetError

    sent = sum(m["content"] == "once" for m in noor(stage).reads())
    hooks = stage.after_call if arrives else stage.before_call
    hooks.append(strike)
    found = find(noor(stage).actor, noor(stage).channel_id, "run")
    assert found is not None
    noor(stage).actor.slash(noor(stage).channel_id, found.command_id, (), {"what": "nonce"})
    await until(lambda: not child.running, what="the kill")
    hooks.remove(strike)
    assert sum(m["content"] == "once" for m in noor(stage).reads()) == sent + arrives
    await child.start()
    await child.ready()


async def test_time_moves_and_tokens_end(child: BotProcess, stage: Stage) -> None:
    used = await noor(stage).slash("hello", name="late")
    before = stage.clock.now()
    await child.skip(3600)
    assert (stage.clock.now() - before).total_seconds() >= 3600
    with pytest.raises(Exception, match="50027"):
        stage.interactions.by_token(used.token)
    assert await child.next_job() is None
