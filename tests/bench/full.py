"""Rows of a server that has been in use for long, and of what is drawn as a picture."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from bot.stage.world import EPHEMERAL
from tests.bench import filling
from tests.bench.driving import Figures, Side, Use
from tests.support.stage import StageMember

if TYPE_CHECKING:
    from tests.bench.rows import Bench

POLLS = 500
AT_ONCE = 32
MB = 1024 * 1024


async def calendar(bench: Bench) -> None:
    """`/party calendar` of a server with a party: a file, beside a sentence of the bare bot."""
    host = StageMember(bench.real.stage, "Margot")
    await host.press(host.answer(await host.slash("party schedule", when="in 2 days", episode=3)), "Post")
    use, other = bench.real.command("party calendar"), bench.bare.command("slash")
    await use(0).outcome()  # what makes calendars is loaded with the first
    await bench.trip("/party calendar", use, other, most=1.5, name="bare slash")


async def mydata(bench: Bench) -> None:
    """`/mydata show` of members with a little stored."""
    use, other = bench.real.command("mydata show"), bench.bare.command("slash")
    await bench.trip("/mydata show", use, other, most=1.4, name="bare slash")


async def many_polls(bench: Bench) -> None:
    """`/poll list` and its autocomplete, before and after there are five hundred polls on the server."""
    channel = bench.real.stage.world.channels[bench.real.channel_id]
    listing, typing = bench.real.command("poll list"), bench.real.typing("poll show", "poll", lambda n: "the"[: n % 4])
    before = [await cost(bench, use) for use in (listing, typing)]
    place = {"guild": int(channel["guild_id"]), "channel": int(channel["id"])}
    await asyncio.to_thread(filling.polls_of, bench.file, POLLS, **place)
    after = [await cost(bench, use) for use in (listing, typing)]
    for what, few, many in zip(("/poll list", "autocomplete of polls"), before, after, strict=True):
        figure = f"{many / few:.2f} × ({many:.0f} µs to {few:.0f} µs)"
        bench.add(f"{what}, {POLLS} polls on the server", "at most 1.5 × few", figure, many / few <= 1.5)


async def cost(bench: Bench, use: Use) -> float:
    """CPU per interaction, in microseconds."""
    await bench.real.round(use, 200)
    count = bench.count // 4
    return Figures(rounds=[await bench.real.round(use, count, first=n) for n in range(bench.rounds)]).each


async def pictures(bench: Bench) -> None:
    """Results of a poll as a picture, for 32 members at once, while others ask for the status."""
    host = StageMember(bench.real.stage, "Margot")
    names = await host.autocomplete("poll preset", "name", "York")
    preview = host.answer(await host.slash("poll preset", name=names[0]["value"], closes="in 3 days"))
    await host.press(preview, "Post")
    card = [one for one in host.reads() if not one["flags"] & EPHEMERAL and one["author"]["bot"]][-1]
    votes = [one for one in bench.real.buttons(card["id"]) if ":vote:" in one]
    await bench.real.round(bench.real.press(card["id"], lambda n: votes[n % len(votes)]), 40)
    results = next(one for one in bench.real.buttons(card["id"]) if ":results:" in one)
    drawing = bench.real.press(card["id"], lambda n: results)
    status, side = bench.real.command("etoile status"), bench.real
    crowd = asyncio.create_task(side.round(drawing, 5 * AT_ONCE, in_flight=AT_ONCE))
    waits = await waits_while(side, status, crowd)
    p99, memory = waits[int(len(waits) * 0.99) - 1] * 1000, side.process.memory_info().rss / MB
    what = f"{AT_ONCE} result pictures at once"
    bench.add(f"{what}: memory afterwards", "below 100 MB", f"{memory:.0f} MB", memory < 100)
    bench.add(f"{what}: others' status, p99", "below 60 ms", f"{p99:.0f} ms", p99 < 60)


async def waits_while(side: Side, use: Use, crowd: asyncio.Task[object]) -> list[float]:
    """How long one member after the other waited meanwhile, in seconds, the shortest first."""
    waits: list[float] = []
    while not crowd.done() or len(waits) < 100:
        began = time.perf_counter()
        await use(len(waits)).first
        waits.append(time.perf_counter() - began)
        await asyncio.sleep(0.005)
    await crowd
    return sorted(waits)
