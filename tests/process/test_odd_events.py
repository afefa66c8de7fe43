"""Whatever the gateway sends, the bot goes on answering; and where it can go on no longer, it says why."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest

from bot.rehearsal.process import BotProcess
from bot.stage.attachments import walk
from bot.stage.gateway_session import Session
from bot.stage.server import Stage
from tests.process.quick import quick
from tests.support.stage import StageMember, until

ODD: tuple[Any, ...] = (None, "odd", -1, [], {}, [None], True, 2**70)
EVENTS = 5000
BETWEEN = 100


def changed(data: Any) -> Iterator[Any]:
    """The payload once for each of its fields and each way to spoil it: dropped, emptied, of another type."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield {k: v for k, v in data.items() if k != key}
            for odd in ODD:
                yield data | {key: odd}
            for inner in changed(value):
                yield data | {key: inner}
    elif isinstance(data, list) and data:
        for inner in changed(data[0]):
            yield [inner, *data[1:]]


def send(session: Session, event: str, data: Any) -> None:
    session.push(event, json.dumps(data).encode())


def let_things_happen(stage: Stage) -> None:
    """Something of everything happens, so that there are events to spoil."""
    guild = stage.world.guild_id
    channel = stage.add_channel(guild, name="odd")
    role = stage.add_role(guild, name="odd")
    user = stage.add_user("Odd")
    stage.join(guild, user["id"], roles=[role["id"]])
    stage.leave(guild, user["id"])
    stage.delete_channel(channel["id"])


async def test_five_thousand_odd_events_do_not_end_the_connection(bot: BotProcess, stage: Stage) -> None:
    noor = StageMember(stage, "Noor")
    others = [_newcomer(stage, f"Reader {number}") for number in range(EVENTS // BETWEEN)]
    (session,) = stage.gateway.connected
    shown = await noor.slash("etoile status")
    await noor.press(noor.answer(shown), next(_labels(noor.answer(shown))))
    let_things_happen(stage)
    recorded = [json.loads(frame) for _, frame in list(session.sent)]
    kinds = {frame["t"]: frame["d"] for frame in recorded}
    assert {"READY", "GUILD_CREATE", "INTERACTION_CREATE", "CHANNEL_CREATE", "GUILD_ROLE_CREATE"} <= kinds.keys()
    # READY made anew is another session to Discord: it has a test of its own below.
    spoiled = [(event, odd) for event, data in kinds.items() if event != "READY" for odd in changed(data)]
    spoiled += [("SOMETHING_NEW", {"a": 1}), ("SOMETHING_NEW", None), ("MESSAGE_CREATE", None)]
    chosen = random.Random(8).choices(spoiled, k=EVENTS)
    for number, reader in enumerate(others):  # each asks once: Noor's presses, sent again and again, are a flood
        for event, data in chosen[number * BETWEEN : (number + 1) * BETWEEN]:
            send(session, event, data)
        send(session, "GUILD_CREATE", stage.gateway.guild_create(stage.world.guild_id, session.intents))
        assert reader.text(await reader.slash("etoile status"))
    assert stage.gateway.connected == [session], "the connection was lost on the way"


def _newcomer(stage: Stage, name: str) -> StageMember:
    user = stage.add_user(name)
    stage.join(stage.world.guild_id, user["id"])
    return StageMember(stage, user["id"])


def _labels(message: dict[str, Any]) -> Iterator[str]:
    for component in walk(message["components"]):
        if component["type"] == 2 and component.get("custom_id"):
            yield component["custom_id"]


async def test_frames_that_are_no_events_do_not_end_it(bot: BotProcess, stage: Stage) -> None:
    (session,) = stage.gateway.connected
    assert session.connection is not None
    for frame in (b"{}", b"[]", b'"text"', b"null", b'{"op": 99}', b'{"op": 0, "t": "READY", "s": 1, "d": {}}'):
        session.connection.send(frame)
    noor = StageMember(stage, "Noor")
    assert noor.text(await noor.slash("etoile status"))


async def test_a_second_ready_on_one_session_is_survived(bot: BotProcess, stage: Stage) -> None:
    noor = StageMember(stage, "Noor")
    (session,) = stage.gateway.connected
    first = next(json.loads(frame)["d"] for _, frame in session.sent if b'"t":"READY"' in frame)
    for _ in range(3):
        send(session, "READY", first)
        send(session, "GUILD_CREATE", stage.gateway.guild_create(stage.world.guild_id, session.intents))
        assert noor.text(await noor.slash("etoile status"))


async def test_a_stream_that_cannot_be_read_is_resumed(bot: BotProcess, stage: Stage) -> None:
    (session,) = stage.gateway.connected
    broken = session.connection
    assert broken is not None
    broken.send(b'{"op": 0, "t": "GUILD_')
    await until(lambda: session.connection not in (None, broken), what="the resume")
    noor = StageMember(stage, "Noor")
    assert noor.text(await noor.slash("etoile status"))


async def test_an_unavailable_server_is_called_what_it_is(bot: BotProcess, stage: Stage) -> None:
    noor = StageMember(stage, "Noor")
    (session,) = stage.gateway.connected
    send(session, "GUILD_DELETE", {"id": stage.world.guild_id, "unavailable": True})
    refused = await noor.slash("party schedule", when="tomorrow at 9pm", episode=1)
    assert "Discord can’t reach this server right now" in noor.text(refused)
    send(session, "GUILD_CREATE", stage.gateway.guild_create(stage.world.guild_id, session.intents))
    planned = await noor.slash("party schedule", when="tomorrow at 9pm", episode=1)
    assert "can’t reach" not in noor.text(planned)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (4004, "Discord refused the token"),
        (4010, "Discord does not know the shards"),
        (4011, "too many servers for one shard"),
        (4012, "no longer accepts this version"),
        (4013, "Discord refused an intent"),
        (4014, "Discord refused an intent"),
    ],
)
async def test_a_close_for_good_ends_with_its_sentence(stage: Stage, code: int, sentence: str) -> None:
    child = quick(stage)
    ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    child.on_exit = ended.set_result
    await child.start()
    await child.ready()
    for connection in list(stage.gateway.connections):
        connection.close(code)
    assert await asyncio.wait_for(ended, 60) == 1
    log = child.log_path.read_text("utf-8")
    assert sentence in log
    assert "Traceback" not in log
    await child.stop()
