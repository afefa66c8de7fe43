"""Two sides of a comparison: each a stage of its own with one bot process on it, driven by as many members as it takes.

The stages and the members live in this process; what is measured is the CPU time of the bot's process alone.
"""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

from bot.rehearsal.preparation import find
from bot.rehearsal.process import BotProcess
from bot.rehearsal.seed import foyer_stage
from bot.stage import commands
from bot.stage.attachments import walk
from bot.stage.interactions import AUTOCOMPLETE, COMMAND, COMPONENT, Invocation
from bot.stage.payloads import Wire, dumps
from bot.stage.routing import Call

IN_FLIGHT = 64
MEMBERS = 2000
BUSY = 0.8
CALLBACK = "/interactions/{interaction_id}/{token}/callback"
REAL = (sys.executable, "-m", "tests.bench.watched", "run")
PLAIN = (sys.executable, "-m", "bot", "run")
BARE = (sys.executable, "-m", "tests.bench.bare")

# As an installed program runs: from compiled modules, wherever this is run.
COMPILED = {
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / f"etoile-bench-{os.getuid()}"),
}

Use = Callable[[int], Invocation]
"""Lets the n-th member do it."""


@dataclass(slots=True, kw_only=True)
class Round:
    """What one round of many interactions cost. Seconds, but for `per_second`."""

    count: int
    cpu: float
    wall: float
    stage_load: float
    times: list[float]

    @property
    def each(self) -> float:
        """CPU time of the bot per interaction, in microseconds."""
        return self.cpu / self.count * 1e6


@dataclass(slots=True, kw_only=True)
class Figures:
    """The rounds of one side: the median of the rounds counts."""

    rounds: list[Round] = field(default_factory=list[Round])

    @property
    def each(self) -> float:
        """CPU time of the bot per interaction, in microseconds."""
        return statistics.median(one.each for one in self.rounds)

    @property
    def per_second(self) -> float:
        """Interactions per second of wall time."""
        return statistics.median(one.count / one.wall for one in self.rounds)

    @property
    def stage_load(self) -> float:
        """The stage's own use of a core."""
        return max(one.stage_load for one in self.rounds)

    def quantile(self, share: float) -> float:
        """How long a member waited, in seconds, at this quantile of all rounds."""
        times = sorted(each for one in self.rounds for each in one.times)
        return times[min(int(len(times) * share), len(times) - 1)]


class Side:
    """One bot on its stage."""

    def __init__(self, name: str, command: tuple[str, ...], *, env: Mapping[str, str] | None = None) -> None:
        self.name = name
        self.stage = foyer_stage()
        self.bot = BotProcess(self.stage, command=command, env={**COMPILED, **(env or {})})
        self.channel_id: str = self.stage.channel_named("foyer")["id"]
        self.members: list[str] = []
        self.sizes: list[int] = []
        self._gaps: list[float] = []

    @property
    def gaps(self) -> list[float]:
        """The longest blocks of the bot's event loop that it told of, in seconds, each longer than the one before."""
        told = self.bot._answers
        while not told.empty():
            line = told.get_nowait()
            if "longest_gap" in line:
                self._gaps.append(float(line["longest_gap"]))
        return self._gaps

    async def start(self, *, members: int = MEMBERS, sessions: int = 1) -> None:
        """Stage and bot, ready; `members` more people in the server, half of them French."""
        for number in range(members):
            user = self.stage.add_user(f"Guest {number}", locale="fr" if number % 2 else "en-US")
            self.stage.join(self.stage.world.guild_id, user["id"])
            self.members.append(user["id"])
        self.stage.after_call.append(self._weigh)
        await self.stage.start()
        await self.bot.start()
        await self.bot.ready(60, sessions=sessions)
        await asyncio.sleep(1)
        if self.bot.command == REAL and self.bot.pid is not None:
            os.kill(self.bot.pid, signal.SIGHUP)  # what blocked before counts as the start
            await asyncio.sleep(0.1)
            self._gaps = [gap for gap in self.gaps if False]

    async def stop(self) -> None:
        """The bot, then its stage."""
        await self.bot.stop()
        await self.stage.stop()

    @property
    def process(self) -> psutil.Process:
        """The bot's process."""
        return psutil.Process(self.bot.pid)

    def cpu(self) -> float:
        """Seconds of CPU that the bot has used so far."""
        times = self.process.cpu_times()
        return times.user + times.system

    async def _weigh(self, call: Call) -> None:
        if call.template == CALLBACK:
            self.sizes.append(len(dumps(call.body)))

    # --- what members do -----------------------------------------------------------------------------------------
    def command(self, words: str, **options: Any) -> Use:
        """`/words` of the n-th member; options are values or functions of n."""
        actor = self.stage.member("Margot")
        found = find(actor, self.channel_id, words)
        assert found is not None, f"{self.name} has no /{words}"
        stored = next(one for one in self.stage.world.commands if one["id"] == found.command_id)
        begin, world, channel_id = self.stage.interactions.begin, self.stage.world, self.channel_id

        def use(number: int) -> Invocation:
            values = {name: value(number) if callable(value) else value for name, value in options.items()}
            filled = commands.fill(world, channel_id, stored, found.path, values)
            return begin(COMMAND, self.member(number), channel_id, filled.data, name=words)

        return use

    def typing(self, words: str, focused: str, typed: Callable[[int], str]) -> Use:
        """The n-th member types into an option of `/words`."""
        actor = self.stage.member("Margot")
        found = find(actor, self.channel_id, words)
        assert found is not None, f"{self.name} has no /{words}"
        stored = next(one for one in self.stage.world.commands if one["id"] == found.command_id)
        begin, world, channel_id = self.stage.interactions.begin, self.stage.world, self.channel_id

        def use(number: int) -> Invocation:
            values = {focused: typed(number)}
            filled = commands.fill(world, channel_id, stored, found.path, values, focused=focused)
            return begin(AUTOCOMPLETE, self.member(number), channel_id, filled.data, name=words)

        return use

    def press(self, message_id: str, custom_ids: Callable[[int], str]) -> Use:
        """The n-th member presses a button of a message."""
        begin, channel_id = self.stage.interactions.begin, self.stage.world.find_message(message_id)["channel_id"]

        def use(number: int) -> Invocation:
            message = self.stage.world.messages[channel_id][message_id]
            data: Wire = {"component_type": 2, "custom_id": custom_ids(number), "id": 0}
            return begin(COMPONENT, self.member(number), channel_id, data, name="press", message=message)

        return use

    def member(self, number: int) -> str:
        """The user id of the n-th member."""
        return self.members[number % len(self.members)]

    def buttons(self, message_id: str) -> list[str]:
        """The custom ids on a message."""
        message = self.stage.world.find_message(message_id)
        return [c["custom_id"] for c in walk(message["components"]) if "custom_id" in c]

    # --- measuring -----------------------------------------------------------------------------------------------
    async def round(self, use: Use, count: int, *, first: int = 0, in_flight: int = IN_FLIGHT) -> Round:
        """`count` interactions, `in_flight` at any time. Every one must have been answered."""
        numbers = iter(range(first, first + count))
        times: list[float] = []
        here = psutil.Process()

        async def member() -> None:
            for number in numbers:
                began = time.perf_counter()
                invocation = use(number)
                await invocation.first
                times.append(time.perf_counter() - began)
                assert invocation.answered, f"{self.name}: {invocation.as_wire()}\n{self.bot.log_tail()}"

        gc.collect()
        gc.disable()  # the stages hold all that was ever said: a look through it would be counted as the bot's waiting
        before, own, began = self.cpu(), sum(here.cpu_times()[:2]), time.perf_counter()
        await asyncio.gather(*(member() for _ in range(in_flight)))
        wall = time.perf_counter() - began
        gc.enable()
        load = (sum(here.cpu_times()[:2]) - own) / wall
        return Round(count=count, cpu=self.cpu() - before, wall=wall, stage_load=load, times=times)

    async def size_of(self, use: Use) -> int:
        """The bytes of the answer, on the wire to Discord: the mean over as many as give the usual mix (of cards drawn
        anew and of sentences)."""
        self.sizes.clear()
        await self.round(use, 1000)
        return round(statistics.mean(self.sizes))


async def compare(real: Side, bare: Side, one: Use, other: Use, *, count: int, rounds: int) -> tuple[Figures, Figures]:
    """Rounds of both in turn, after a warm-up: whatever else this machine does meets both alike."""
    ours, theirs = Figures(), Figures()
    await real.round(one, count // 2)
    await bare.round(other, count // 2)
    for number in range(rounds):
        ours.rounds.append(await real.round(one, count, first=number * count))
        theirs.rounds.append(await bare.round(other, count, first=number * count))
    return ours, theirs


async def same_size(bare: Side, size: int, use: Use, *, choices: int = 0) -> int:
    """Tell the bare bot how large its answers should be, and measure what came of it."""
    asked = size
    for _ in range(3):
        await order(bare, {"size": asked, "choices": choices})
        got = await bare.size_of(use)
        asked += size - got
    return got


async def order(side: Side, line: Wire) -> None:
    """One line on the standard input of a bot."""
    process = side.bot._process
    assert process is not None and process.stdin is not None
    process.stdin.write(dumps(line) + b"\n")
    await process.stdin.drain()
    await asyncio.sleep(0.05)


async def profiled(side: Side, work: Callable[[], Awaitable[Any]]) -> Path:
    """Let the bot (started with BENCH_PROFILE) profile itself while `work` runs."""
    pid = side.bot.pid
    assert pid is not None
    os.kill(pid, signal.SIGUSR1)
    await asyncio.sleep(0.1)
    await work()
    os.kill(pid, signal.SIGUSR2)
    await asyncio.sleep(0.5)
    return Path(side.bot.env["BENCH_PROFILE"])
