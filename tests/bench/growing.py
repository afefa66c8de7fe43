"""What it costs to grow: the same ballots on PostgreSQL, by one process and by two with half of the servers each."""

from __future__ import annotations

import asyncio

from bot.rehearsal.process import BotProcess
from bot.stage.server import Stage
from bot.stage.world import EPHEMERAL
from tests.bench.driving import MEMBERS, PLAIN, Figures, Side, Use
from tests.support.postgres import Postgres
from tests.support.stage import StageMember

SHARDS = 2


async def measured(count: int, rounds: int) -> tuple[Figures, Figures, float]:
    """Ballots of one process for both servers; of each of two processes for its own; the second per second in all."""
    postgres = await asyncio.to_thread(Postgres)
    try:
        together = await _run(postgres, ["auto"], count, rounds)
        apart = await _run(postgres, [f"{shard}/{SHARDS}" for shard in range(SHARDS)], count, rounds)
    finally:
        await asyncio.to_thread(postgres.remove)
    each = Figures(rounds=[one for side in apart for one in side.rounds])
    return together[0], each, sum(side.per_second for side in apart)


async def _run(postgres: Postgres, shards: list[str], count: int, rounds: int) -> list[Figures]:
    """One process for each of these parts of the shards; each gets the ballots of one server."""
    env = {"ETOILE_DATABASE_URL": await asyncio.to_thread(postgres.fresh), "ETOILE_BALLOT_KEY": "k" * 40}
    first = Side("Étoile", PLAIN, env=env | {"ETOILE_SHARDS": shards[0]})
    stage = first.stage
    stage.gateway.shards = SHARDS
    hosts = [_server_on(stage, shard) for shard in range(SHARDS)]
    sides = [first]
    for part in shards[1:]:
        other = Side("Étoile", PLAIN, env=env)
        other.stage, other.bot = stage, BotProcess(stage, command=PLAIN, env=first.bot.env | {"ETOILE_SHARDS": part})
        sides.append(other)
    await first.start(sessions=SHARDS // len(sides))
    for side in sides[1:]:
        await side.bot.start()
        await side.bot.ready(60, sessions=SHARDS // len(sides))
        side.members = first.members
    for host in hosts:
        for member in first.members:
            stage.join(stage.world.channels[host.channel_id]["guild_id"], member)
    uses = [await _ballots(side, host) for side, host in zip(sides, hosts, strict=False)]
    figures = [Figures() for _ in sides]
    for number in range(rounds + 1):
        made = await asyncio.gather(
            *(side.round(use, count, first=number) for side, use in zip(sides, uses, strict=True))
        )
        for figure, one in zip(figures, made, strict=True):
            if number:  # the first warms up
                figure.rounds.append(one)
    for side in sides[1:]:
        await side.bot.stop()
    await first.stop()
    return figures


def _server_on(stage: Stage, shard: int) -> StageMember:
    """The owner of a new server of this shard, in its channel."""
    owner = stage.add_user(f"Owner {shard}")
    while True:
        guild = stage.add_guild(f"Server {shard}", owner["id"])
        if (int(guild["id"]) >> 22) % SHARDS == shard:
            return StageMember(stage, owner["id"]).at(stage.add_channel(guild["id"], name=f"salon-{shard}")["id"])
        stage.remove_bot(guild["id"])


async def _ballots(side: Side, host: StageMember) -> Use:
    """Lets members vote in a new poll of the host's server."""
    await host.slash("progress set", episode=8)
    names = await host.autocomplete("poll preset", "name", "York")
    drafted = await host.slash("poll preset", name=names[0]["value"], closes="in 3 days")
    await host.press(host.answer(drafted), "Post")
    card = [one for one in host.reads() if not one["flags"] & EPHEMERAL and one["author"]["bot"]][-1]
    votes = [one for one in side.buttons(card["id"]) if ":vote:" in one]
    return side.press(card["id"], lambda number: votes[(number + number // MEMBERS) % len(votes)])
