"""The rows of the table: what is compared, and what is to be reached."""

from __future__ import annotations

import asyncio
import shutil
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from bot.rehearsal.settle import find
from tests.bench.driving import BARE, BUSY, PLAIN, REAL, Figures, Side, Use, compare, same_size


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table. `met` is None where there is nothing to judge."""

    what: str
    target: str
    figure: str
    met: bool | None
    beside: str = ""


@dataclass(slots=True, kw_only=True)
class Bench:
    """Both sides, warm, and how much is measured."""

    real: Side
    bare: Side
    quick: bool
    lines: list[Line] = field(default_factory=list[Line])
    waits: list[tuple[str, float, float]] = field(default_factory=list[tuple[str, float, float]])
    """(row, the bot's p99, the bare bot's median) in seconds, of every row of round trips."""

    @property
    def count(self) -> int:
        """Interactions in a round."""
        return 400 if self.quick else 3000

    @property
    def rounds(self) -> int:
        """Rounds, of which the median counts."""
        return 3 if self.quick else 5

    def add(self, what: str, target: str, figure: str, met: bool | None, beside: str = "") -> None:
        """One more line, told at once."""
        self.lines.append(Line(what=what, target=target, figure=figure, met=met, beside=beside))
        print(f"  {what}: {figure} {'' if met is None else '(met)' if met else '(MISSED)'} {beside}", flush=True)

    def absent(self, what: str, target: str, why: str) -> None:
        """A row whose feature is not there."""
        self.add(what, target, f"not measured: {why}", None)

    async def trip(self, what: str, use: Use, other: Use, *, most: float, name: str, choices: int = 0) -> Figures:
        """A row of round trips, compared with a bare one of the same size."""
        size = await self.real.size_of(use)
        await same_size(self.bare, size, other, choices=choices)
        ours, theirs = await compare(self.real, self.bare, use, other, count=self.count, rounds=self.rounds)
        ratio = ours.each / theirs.each
        self.waits.append((what, ours.quantile(0.99), theirs.quantile(0.5)))
        self.add(
            what, f"at most {most:g} × {name}", f"{ratio:.2f} × ({ours.each:.0f} µs to {theirs.each:.0f} µs)",
            ratio <= most, beside(ours, theirs) + f", {size} bytes"
        )  # fmt: skip
        return ours


def beside(ours: Figures, theirs: Figures) -> str:
    """What stands beside a ratio: throughput, and a word when the stage was too busy to tell."""
    busy = [load for load in (ours.stage_load, theirs.stage_load) if load > BUSY]
    note = f"; the stage itself used {max(busy):.0%} of a core" if busy else ""
    return f"{ours.per_second:.0f}/s to {theirs.per_second:.0f}/s{note}"


async def started(*, quick: bool) -> Bench:
    """Both bots on their stages, ready."""
    real, bare = Side("Étoile", REAL), Side("bare", BARE)
    await asyncio.gather(real.start(), bare.start())
    return Bench(real=real, bare=bare, quick=quick)


async def status(bench: Bench) -> None:
    """`/etoile status`, for as many members, in both languages."""
    await bench.trip(
        "/etoile status", bench.real.command("etoile status"), bench.bare.command("slash"), most=1.5, name="bare slash"
    )


async def recap(bench: Bench) -> None:
    """A recap of one minute, as the reader may see it."""
    if find(bench.real.stage.member("Margot"), bench.real.channel_id, "recap episode") is None:
        bench.absent("/recap episode, one minute", "at most 2 × bare slash", "there is no such command")
        return
    use = bench.real.command("recap episode", number=lambda n: n % 8 + 1, length="minute")
    await bench.trip("/recap episode, one minute", use, bench.bare.command("slash"), most=2, name="bare slash")


def typed() -> list[str]:
    """What people type, letter by letter, some of it wrong."""
    names = "genevieve jack cheyenne gabin mishi tobias ballet swan lake paris new york season whisky barre prix étoile"
    words = [*names.split(), "choreograhy", "lincon center", "opéra", "palais garnier", "how many episodes", "renewed"]
    return ["", *sorted({word[:end] for word in words for end in range(1, len(word) + 1)})]


async def autocomplete(bench: Bench) -> None:
    """Typing into `/etoile facts`, over the whole pack: what many type, and every fourth time what nobody typed yet."""
    queries = typed()

    def query(number: int) -> str:
        usual = queries[number * 7 % len(queries)]
        return usual if number % 4 else f"{usual[:3]}{number:x}"

    use = bench.real.typing("etoile facts", "about", query)
    other = bench.bare.typing("type", "text", query)
    await bench.trip("autocomplete over the pack", use, other, most=1.5, name="bare autocomplete", choices=10)


async def waiting(bench: Bench) -> None:
    """The longest wait of a hundred, over all round trips above."""
    if not bench.waits:
        return
    what, p99, median = max(bench.waits, key=lambda wait: wait[1] / wait[2])
    figure = f"{p99 / median:.1f} × ({p99 * 1000:.0f} ms to {median * 1000:.0f} ms, {what})"
    met = p99 < 10 * median and p99 < 1.0
    bench.add("p99 with 64 in flight, the worst row", "below 10 × bare's median, far below 3 s", figure, met)


async def stalls(bench: Bench) -> None:
    """The longest time for which the event loop was kept, since the start."""
    longest = max((1000 * gap for gap in bench.real.gaps), default=0.0)
    bench.add("longest block of the event loop after start", "at most 100 ms", f"{longest:.0f} ms", longest <= 100)


# -- starting


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """A start of a process: seconds from its creation to its first answer, CPU seconds until then, bytes of memory."""

    wall: float
    cpu: float
    memory: int


async def start(side: Side, words: str, *, settle: float) -> Start:
    """One start of the bot of a side, which has started before and is stopped now."""
    began = time.perf_counter()
    await side.bot.start()
    await side.bot.ready(120)
    await side.command(words)(0).outcome()
    wall, cpu = time.perf_counter() - began, side.cpu()
    await asyncio.sleep(settle)
    memory = psutil.Process(side.bot.pid).memory_info().rss
    await side.bot.terminate(30)
    return Start(wall=wall, cpu=cpu, memory=memory)


async def starting(bench: Bench, *, guilds: int, settle: float = 3.0, state: Path | None = None) -> tuple[Start, Start]:
    """Starts of both in turn, on stages with so many servers more; medians."""
    sides = ((Side("Étoile", PLAIN), "etoile status"), (Side("bare", BARE), "slash"))
    for side, words in sides:
        populate(side, guilds)
        await side.start(members=10)
        await side.command(words)(0).outcome()
        await side.bot.terminate(30)
        if state is not None and side.bot.command == PLAIN:
            await asyncio.to_thread(shutil.copytree, state, side.bot.state_dir, dirs_exist_ok=True)
    found: list[list[Start]] = [[], []]
    for _ in range(2 if bench.quick else 5):
        for (side, words), into in zip(sides, found, strict=True):
            into.append(await start(side, words, settle=settle))
    for side, _ in sides:
        await side.stop()
    ours, bare = (
        Start(
            wall=statistics.median(one.wall for one in several),
            cpu=statistics.median(one.cpu for one in several),
            memory=round(statistics.median(one.memory for one in several)),
        )
        for several in found
    )
    return ours, bare


def populate(side: Side, guilds: int) -> None:
    """Many servers of a usual size, as far as a bot without privileged intents hears of them."""
    stage = side.stage
    owner = stage.member("Margot").id
    for number in range(guilds):
        guild = stage.add_guild(f"Server {number}", owner)
        for place in range(12):
            stage.add_channel(guild["id"], name=f"channel-{place}")
        for role in range(6):
            stage.add_role(guild["id"], name=f"role {role}")


async def one_server(bench: Bench) -> None:
    """Memory and time of a start with one server, and with many."""
    many = 500 if bench.quick else 5000
    ours, bare = await starting(bench, guilds=0)
    mb = 1 / 1024 / 1024
    ratio = ours.memory / bare.memory
    figure = f"{ratio:.2f} × ({ours.memory * mb:.0f} MB to {bare.memory * mb:.0f} MB)"
    bench.add("memory after start, one server", "at most 1.6 × bare", figure, ratio <= 1.6)
    first("1 server", bench, ours, bare)
    ours_many, bare_many = await starting(bench, guilds=many, settle=6.0)
    grown, bare_grown = ours_many.memory - ours.memory, bare_many.memory - bare.memory
    ratio = grown / bare_grown
    figure = f"{ratio:.2f} × ({grown * mb:.0f} MB to {bare_grown * mb:.0f} MB)"
    bench.add(f"growth of memory to {many} servers", "at most 1.2 × bare's", figure, ratio <= 1.2)
    first(f"{many} servers", bench, ours_many, bare_many)


def first(how: str, bench: Bench, ours: Start, bare: Start) -> None:
    """The line of a first answer."""
    ratio = ours.wall / bare.wall
    bench.add(
        f"first answered command, {how}", "at most 2 × bare", f"{ratio:.2f} × ({ours.wall:.2f} s to {bare.wall:.2f} s)",
        ratio <= 2, f"CPU {ours.cpu:.2f} s to {bare.cpu:.2f} s"
    )  # fmt: skip


async def idle(bench: Bench) -> None:
    """Nothing happens. Without the watch beside the bot, which itself uses time."""
    seconds = 10 if bench.quick else 60
    real, bare = Side("Étoile", PLAIN), Side("bare", BARE)
    await asyncio.gather(real.start(members=10), bare.start(members=10))
    await asyncio.gather(
        *(side.command(words)(0).outcome() for side, words in ((real, "etoile status"), (bare, "slash")))
    )
    await asyncio.sleep(3)
    before = real.cpu(), bare.cpu()
    await asyncio.sleep(seconds)
    more = (real.cpu() - before[0]) - (bare.cpu() - before[1])
    each = more * 60 / seconds * 1000
    bench.add("idle", "at most 50 ms of CPU a minute above bare", f"{each:.0f} ms", each <= 50)
    await asyncio.gather(real.stop(), bare.stop())


Row = Callable[[Bench], Awaitable[None]]
ROUND_TRIPS: dict[str, Row] = {"status": status, "recap": recap, "autocomplete": autocomplete}
AFTER: dict[str, Row] = {"waiting": waiting, "stalls": stalls}
ALONE: dict[str, Row] = {"start": one_server, "idle": idle}
