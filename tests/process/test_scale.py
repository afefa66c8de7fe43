"""Two processes on one PostgreSQL, two shards each, on one stage with four: one is killed, nothing is lost, and what is
due is done once, whoever does it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
import pytest_asyncio

from bot.rehearsal.process import BotProcess
from bot.rehearsal.seed import foyer_stage
from bot.settings import parse_shards
from bot.stage.server import Stage
from tests.process.quick import idle, quick
from tests.support.postgres import Postgres
from tests.support.scene import Scene, begin, set_up, up
from tests.support.stage import StageMember, until

SHARDS = 4
LEASE = 125
pytestmark = pytest.mark.asyncio(loop_scope="module")


@dataclass(slots=True, kw_only=True)
class Pair:
    """Both processes, and a server with a poll and a party for each of them."""

    stage: Stage
    one: BotProcess
    other: BotProcess
    scenes: dict[str, Scene]
    hosts: dict[str, StageMember]

    async def skip(self, seconds: float) -> None:
        """Let time pass for everybody."""
        for bot in (self.one, self.other):
            if bot.running:
                await bot.skip(seconds)
                seconds = 0


def shard_of(guild_id: str) -> int:
    return (int(guild_id) >> 22) % SHARDS


async def a_server(stage: Stage, shards: range, name: str) -> StageMember:
    """A new server on one of these shards, and its owner in its channel."""
    owner = stage.add_user(f"Owner of {name}")
    while True:
        guild = stage.add_guild(name, owner["id"])
        if shard_of(guild["id"]) in shards:
            place = stage.add_channel(guild["id"], name=f"salon-{name}")
            return StageMember(stage, owner["id"]).at(place["id"])
        stage.remove_bot(guild["id"])
        await asyncio.sleep(0.002)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def pair(postgres: Postgres) -> AsyncIterator[Pair]:
    shared = {"ETOILE_DATABASE_URL": await asyncio.to_thread(postgres.fresh), "ETOILE_BALLOT_KEY": "k" * 40}
    async with foyer_stage() as stage:
        stage.gateway.shards = SHARDS
        hosts = {
            "one": await a_server(stage, range(0, 2), "gauche"),
            "other": await a_server(stage, range(2, 4), "droite"),
        }
        one = quick(stage, env=shared | {"ETOILE_SHARDS": "0-1/4"})
        other = quick(stage, env=shared | {"ETOILE_SHARDS": "2,3/4"})
        await up(one, sessions=2)
        await up(other, sessions=2)
        scenes = {name: await set_up(stage, host) for name, host in hosts.items()}
        yield Pair(stage=stage, one=one, other=other, scenes=scenes, hosts=hosts)
        logs = one.log_path.read_text("utf-8") + other.log_path.read_text("utf-8")
        await one.stop()
        await other.stop()
        assert stage.unknown_routes == []
        assert "Traceback" not in logs, logs[logs.index("Traceback") - 500 :][:4000]


async def test_each_process_has_its_shards_and_both_know_the_same(pair: Pair) -> None:
    assert sorted(session.shard for session in pair.stage.gateway.connected) == [(n, SHARDS) for n in range(SHARDS)]
    member = pair.hosts["one"]
    await member.slash("progress set", episode=5)
    guild = pair.stage.world.channels[pair.hosts["other"].channel_id]["guild_id"]
    pair.stage.join(guild, member.id)
    there = member.at(pair.hosts["other"].channel_id)
    assert "episodes 1 to 5" in there.text(await there.slash("progress show"))
    await there.slash("progress set", episode=2)
    assert "episodes 1 and 2" in (told := member.text(await member.slash("progress show"))) or "1 to 2" in told


async def test_one_is_killed_and_the_other_goes_on_with_all_that_is_due(pair: Pair) -> None:
    """The killed one had what is due in hand: the other does it, each thing once, also for servers not its own."""
    stage, lost, kept = pair.stage, pair.hosts["one"], pair.hosts["other"]
    for name, host in pair.hosts.items():
        await pair.scenes[name].vote(host).settled()
    pair.one.on_exit = None
    await pair.one.kill()
    await until(lambda: len(stage.gateway.connected) == 2, "the loss of two shards")
    assert (await begin(kept, "etoile status").settled()).answered
    assert not (await begin(lost, "etoile status").outcome()).answered, "nobody is there for this server"
    await pair.skip(2 * 24 * 3600 - 15 * 60 + 5)  # the reminders of both parties
    await pair.skip(LEASE)
    await pair.skip(24 * 3600 + 15 * 60)  # both polls end
    await pair.skip(LEASE)
    for name in pair.scenes:
        await until(lambda name=name: results(pair, name), f"the result of the poll of {name}")
    await idle(pair.other)
    for name in pair.scenes:
        assert len(results(pair, name)) == 1, f"the poll of {name} was announced more than once"
    calls = Counter(calls_of(pair))
    assert calls, "nobody was called for a party"
    assert max(calls.values()) == 1, "somebody was called twice for the same"
    await pair.one.start()
    await pair.one.ready(timeout=60, sessions=2)
    await until(lambda: len(stage.gateway.connected) == SHARDS, "all shards")
    for name, host in pair.hosts.items():
        assert (await begin(host, "etoile status").settled()).answered, name
        assert await pair.scenes[name].ballot_of(host) == 0, "the ballot was lost"
    await idle(pair.one)
    for name in pair.scenes:
        assert len(results(pair, name)) == 1, "announced anew after the restart"


def calls_of(pair: Pair) -> list[tuple[str, str]]:
    """(place, text) of every message that calls one of the hosts."""
    hosts = [f"<@{host.id}>" for host in pair.hosts.values()]
    return [
        (channel, one["content"])
        for channel, messages in pair.stage.world.messages.items()
        for one in messages.values()
        if any(host in one["content"] for host in hosts)
    ]


def results(pair: Pair, name: str) -> list[str]:
    """What was posted in the server's channel about the end of its poll."""
    channel = pair.hosts[name].channel_id
    poll = pair.scenes[name].poll
    return [
        one["id"]
        for one in pair.stage.world.messages[channel].values()
        if one["author"]["id"] == pair.stage.world.bot_id
        and not one["flags"] & 64
        and one["id"] not in (poll["id"], pair.scenes[name].party["id"])
        and "New York or Paris" in str(one)
    ]


@pytest.mark.parametrize(
    ("setting", "shards"),
    [("auto", (None, None)), ("0-3/8", ([0, 1, 2, 3], 8)), ("0,4/8", ([0, 4], 8)), ("7/8", ([7], 8))],
)
async def test_the_setting_names_the_shards_of_this_process(
    setting: str, shards: tuple[list[int] | None, int | None]
) -> None:
    assert parse_shards(setting) == shards


@pytest.mark.parametrize("setting", ["", "8", "0-8/8", "4-2/8", "a/b", "0/0", "-1/4"])
async def test_shards_that_cannot_be_are_refused(setting: str) -> None:
    with pytest.raises(ValueError):
        parse_shards(setting)
