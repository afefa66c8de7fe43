"""The rows of the table: what is compared, and what is to be reached."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

from bot.rehearsal.preparation import find
from bot.stage.routing import Call
from bot.stage.world import EPHEMERAL
from tests.bench import filling, full, growing
from tests.bench.driving import BARE, BUSY, MEMBERS, PLAIN, REAL, Figures, Side, Use, compare, same_size
from tests.support.stage import StageMember, until

PARTIES = 16


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
    def file(self) -> Path:
        """The database of the bot."""
        return self.real.bot.state_dir / "etoile.sqlite3"

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


async def posted(bench: Bench, words: str, *, by: str = "Margot", **options: Any) -> str:
    """Let somebody make something by a command, and post it; the id of its card in the channel."""
    host = StageMember(bench.real.stage, by)
    await host.slash("progress set", episode=8)
    drafted = await host.slash(words, **options)
    await host.press(host.answer(drafted), "Post")
    cards = [one for one in host.reads() if not one["flags"] & EPHEMERAL and one["author"]["bot"]]
    return str(cards[-1]["id"])


async def bare_card(bench: Bench) -> str:
    """The bare bot's card."""
    member = StageMember(bench.bare.stage, "Margot")
    return str(member.answer(await member.slash("card"))["id"])


async def ballot(bench: Bench) -> None:
    """Members vote in a poll of seven answers by its buttons or its menu; the card is drawn anew for each."""
    host = StageMember(bench.real.stage, "Margot")
    names = await host.autocomplete("poll preset", "name", "York")
    card = await posted(bench, "poll preset", name=names[0]["value"], closes="in 3 days")
    votes = [one for one in bench.real.buttons(card) if ":vote:" in one]
    use = bench.real.press(card, lambda n: votes[(n + n // MEMBERS) % len(votes)])
    other = await bare_card(bench)
    bare = bench.bare.press(other, lambda _: "bare")
    ours = await bench.trip("ballot press", use, bare, most=1.6, name="bare button")
    plain = Figures()
    for number in range(bench.rounds):
        plain.rounds.append(
            await bench.bare.round(bench.bare.press(other, lambda _: "plain"), bench.count, first=number)
        )
    ratio = ours.each / plain.each
    figure = f"{ratio:.2f} × ({ours.each:.0f} µs to {plain.each:.0f} µs)"
    bench.add("ballot press", "no more than plain button", figure, ratio <= 1, beside(ours, plain))


async def quiz(bench: Bench) -> None:
    """Members answer a question of the quiz, and change their answers. The question of the day stands long enough."""
    host = StageMember(bench.real.stage, "Margot")
    await host.slash("quiz daily", time="in 2 minutes")
    await bench.real.bot.skip(121)

    def asked() -> str:
        cards = [
            one for one in host.reads() if not one["flags"] & EPHEMERAL and ":quiz:pick:" in str(one["components"])
        ]
        return str(cards[-1]["id"]) if cards else ""

    card = await until(asked, what="the question")
    picks = [one for one in bench.real.buttons(card) if ":pick:" in one]
    use = bench.real.press(card, lambda n: picks[(n + n // MEMBERS) % len(picks)])
    other = bench.bare.press(await bare_card(bench), lambda _: "bare")
    await bench.trip("press in a quiz", use, other, most=1.6, name="bare button")


async def rsvp(bench: Bench) -> None:
    """Members say that they come, or come late, to parties of 100 seats; the last stand on a waitlist.

    Sixteen parties, so that nobody presses more often than a person could: 125 members to each. Nobody takes a seat
    back: telling the next in the line is a message of its own.
    """
    plan = {"when": "in 2 days", "episode": 3, "seats": 100}
    cards = [await posted(bench, "party schedule", by=bench.real.member(2 * n), **plan) for n in range(PARTIES)]
    uses = []
    for card in cards:
        answers = [one for one in bench.real.buttons(card) if ":answer:" in one]
        uses.append(bench.real.press(card, lambda n, answers=answers: answers[n // MEMBERS % 2]))
    other = bench.bare.press(await bare_card(bench), lambda _: "bare")
    await bench.real.round(lambda n: uses[n % PARTIES](n), MEMBERS)
    what = "RSVP press, 100 seats and a waitlist"
    await bench.trip(what, lambda n: uses[n % PARTIES](n), other, most=2, name="bare button")


async def stored_ballots(bench: Bench) -> None:
    """The next ballot in one poll that has few, many and very many."""
    host = StageMember(bench.real.stage, "Margot")
    names = await host.autocomplete("poll preset", "name", "York")
    card = await posted(bench, "poll preset", name=names[0]["value"], closes="in 3 days")
    votes = [one for one in bench.real.buttons(card) if ":vote:" in one]
    use = bench.real.press(card, lambda n: votes[(n + n // MEMBERS) % len(votes)])
    await bench.real.round(use, bench.count // 2)
    costs: dict[int, float] = {}
    for many in (10, 1000, 20_000 if bench.quick else 1_000_000):
        await asyncio.to_thread(filling.ballots, bench.file, int(votes[0].split(":")[3]), many)
        await bench.real.round(use, bench.count // 4)
        figures = Figures(rounds=[await bench.real.round(use, bench.count, first=n) for n in range(bench.rounds)])
        costs[many] = figures.each
    ratio = max(costs.values()) / min(costs.values())
    told = ", ".join(f"{cost:.0f} µs with {many}" for many, cost in costs.items())
    bench.add("the next ballot, few to very many stored", "flat within 1.3 times", f"{ratio:.2f} ×", ratio <= 1.3, told)


async def due(bench: Bench) -> None:
    """Reminders of a thousand parties in the same second, among a hundred thousand jobs that wait."""
    many, waiting_jobs = (200, 10_000) if bench.quick else (1000, 100_000)
    for limit in (None, 50):
        lateness, took, calls = await one_second(bench, many, waiting_jobs, limit)
        p99 = sorted(lateness)[int(len(lateness) * 0.99) - 1]
        if limit is None:
            bench.add(
                f"{many} reminders due at once, {waiting_jobs} jobs waiting",
                "p99 lateness below 5 s",
                f"{p99:.1f} s",
                p99 < 5,
                f"all done after {took:.1f} s, {calls} requests",
            )
        else:
            alone = calls / limit
            bench.add(
                f"the same at {limit} requests a second",
                "at most 5 % above what the limit takes",
                f"{took:.1f} s to {alone:.1f} s ({took / alone - 1:+.0%})",
                took <= alone * 1.05,
                f"{calls} requests: a look whether the member is still there, and the reminder",
            )


async def one_second(bench: Bench, many: int, waiting_jobs: int, limit: int | None) -> tuple[list[float], float, int]:
    """How late each reminder came, when the last did, and how many requests it took (all in seconds)."""
    side = Side("Étoile", PLAIN)
    await side.start(members=many)
    await side.bot.terminate(30)
    file = side.bot.state_dir / "etoile.sqlite3"
    await asyncio.to_thread(filling.jobs, file, waiting_jobs)
    at_ms = side.stage.clock.ms() + 9_000
    guild, channel = int(side.stage.world.guild_id), int(side.channel_id)
    guests = [int(member) for member in side.members]
    await asyncio.to_thread(filling.reminders, file, guild=guild, channel=channel, guests=guests, at_ms=at_ms)
    sent: list[float] = []
    calls = 0

    async def note(call: Call) -> None:
        nonlocal calls
        calls += 1
        if call.template == "/channels/{channel_id}/messages" and call.status == 200:
            sent.append((side.stage.clock.ms() - at_ms) / 1000)

    await side.bot.start()
    await side.bot.ready(60)
    await asyncio.sleep(4)  # ready in the eyes of discord.py, too
    side.stage.after_call.append(note)
    side.stage.global_per_second = limit
    deadline = time.perf_counter() + 120
    while len(sent) < many and time.perf_counter() < deadline:
        await asyncio.sleep(0.05)
    assert len(sent) == many, f"only {len(sent)} came\n{side.bot.log_tail()}"
    assert min(sent) >= -0.05, "the first came before it was due: the filling took too long"
    await side.stop()
    return sent, max(sent), calls


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


async def starting(bench: Bench, *, guilds: int, settle: float = 3.0, stored: int = 0) -> tuple[Start, Start]:
    """Starts of both in turn, on stages with so many servers more; medians."""
    sides = ((Side("Étoile", PLAIN), "etoile status"), (Side("bare", BARE), "slash"))
    for side, words in sides:
        populate(side, guilds)
        await side.start(members=10)
        await side.command(words)(0).outcome()
        await side.bot.terminate(30)
        if stored and side.bot.command == PLAIN:
            for fill in (filling.polls, filling.parties, filling.jobs):
                await asyncio.to_thread(fill, side.bot.state_dir / "etoile.sqlite3", stored)
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
    many_rows = 20_000 if bench.quick else 1_000_000
    ours_stored, bare_again = await starting(bench, guilds=0, settle=0.5, stored=many_rows)
    first(f"1 server, {many_rows} polls, parties and jobs each", bench, ours_stored, bare_again)
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


async def grown(bench: Bench) -> None:
    """Ballots on PostgreSQL, of one process and of two with a part of the shards each. Nothing to judge: the stage and
    the database work on the same cores."""
    one, two, in_all = await growing.measured(bench.count // 2, bench.rounds)
    figure = f"{two.each / one.each:.2f} × ({two.each:.0f} µs to {one.each:.0f} µs)"
    told = f"{in_all:.0f}/s together to {one.per_second:.0f}/s"
    bench.add("ballot press on PostgreSQL: two processes, a shard each, to one", "–", figure, None, told)


Row = Callable[[Bench], Awaitable[None]]
ROUND_TRIPS: dict[str, Row] = {
    "status": status,
    "recap": recap,
    "ballot": ballot,
    "quiz": quiz,
    "rsvp": rsvp,
    "autocomplete": autocomplete,
    "mydata": full.mydata,
    "calendar": full.calendar,
    "polls": full.many_polls,
    "pictures": full.pictures,
    "ballots": stored_ballots,
}
AFTER: dict[str, Row] = {"waiting": waiting, "stalls": stalls}
ALONE: dict[str, Row] = {"start": one_server, "idle": idle, "due": due, "grown": grown}
