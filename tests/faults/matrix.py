"""Every deed meets every fault, wherever it calls Discord: what is read, what stands, what is stored.

    python -m tests.faults.matrix            a part of the table, as in CI
    python -m tests.faults.matrix --long     all of it
    python -m tests.faults.matrix --only "post a poll" --fault "500 once"

Bot and stage run in one process, in virtual time: minutes of waiting pass in a moment. What must hold of every case:
the deed is done exactly once or not at all; what its member reads (at the latest with their next press) agrees with
that; nothing is left thinking; what Discord did not take is right once it does. The log is read, too.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import sys
import tempfile
import time
import traceback
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from pathlib import Path

from bot.app import open_app
from bot.client import EtoileBot
from bot.clock import FunctionClock
from bot.discordpy.endpoints import point_at
from bot.discordpy.responses import answer_so
from bot.rehearsal.seed import foyer_stage
from bot.settings import Settings
from bot.stage import server
from bot.stage.clock import StageClock
from bot.stage.faults import Fault
from bot.stage.interactions import Invocation
from bot.stage.server import Stage
from bot.stage.world import EPHEMERAL, LOADING
from tests.faults.deeds import DEEDS, NO_CHANGE
from tests.process.deeds import Begin, Deed, log_of, nothing, owner, public
from tests.support import virtual_time, visible
from tests.support.scene import Scene, set_up
from tests.support.stage import StageMember, until, visible_text

BEGAN = datetime(2026, 11, 28, 18, 0, tzinfo=UTC)
ALWAYS = 999
TOGETHER = 160
"""Cases at work at once."""
GIVING_UP, COMING_RIGHT = 150.0, 2400.0
"""Seconds of virtual time: until all tries that somebody waits for are over; until what is owed is right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """A fault, and how often it happens."""

    fault: Fault
    times: int = 1


def _refused(status: int, code: int) -> Trouble:
    return Trouble(fault=Fault.refuse(status, code, "Refused"), times=ALWAYS)


TROUBLES: dict[str, Trouble] = {
    "429 short": Trouble(fault=Fault.rate_limit(0.3)),
    "429 long": Trouble(fault=Fault.rate_limit(20)),
    "429 for minutes": Trouble(fault=Fault.rate_limit(300), times=3),
    "429 global": Trouble(fault=Fault.rate_limit(0.5, everywhere=True)),
    "500 once": Trouble(fault=Fault.failing(500)),
    "502 once": Trouble(fault=Fault.failing(502)),
    "503 once": Trouble(fault=Fault.failing(503)),
    "500 six times": Trouble(fault=Fault.failing(500), times=6),
    "503 six times": Trouble(fault=Fault.failing(503), times=6),
    "applied, 500": Trouble(fault=Fault.applied_but(500)),
    "applied, 503": Trouble(fault=Fault.applied_but(503)),
    "reset before": Trouble(fault=Fault.reset()),
    "reset four times": Trouble(fault=Fault.reset(), times=4),
    "reset in the middle": Trouble(fault=Fault.cut()),
    "reset after": Trouble(fault=Fault.applied_but_reset()),
    "slow": Trouble(fault=Fault.delay(1.0)),
    "very slow": Trouble(fault=Fault.delay(2.5)),
    "10003": _refused(404, 10003),
    "10008": _refused(404, 10008),
    "10015": _refused(404, 10015),
    "10062": _refused(404, 10062),
    "30046": Trouble(fault=Fault.rate_limit(15, code=30046), times=ALWAYS),
    "40060": Trouble(fault=Fault.refuse(400, 40060, "Already acknowledged")),
    "40333": _refused(403, 40333),
    "50001": _refused(403, 50001),
    "50007": _refused(403, 50007),
    "50013": _refused(403, 50013),
    "50027": _refused(401, 50027),
    "50083": _refused(400, 50083),
    "50278": _refused(403, 50278),
    "a new code": _refused(400, 59999),
}
PLACES = ("the first answer", "what follows it", "the channel", "the log", "the server")


@dataclass(slots=True, kw_only=True)
class Case:
    """One deed that meets one fault in one place, and what became of it."""

    deed: Deed
    place: str
    trouble: str
    problems: list[str]
    read: str = ""

    @property
    def name(self) -> str:
        return f"{self.deed.name} × {self.place} × {self.trouble}"


def pattern_of(place: str, member: StageMember, invocation: Invocation) -> str:
    """The path of the calls that are met."""
    guild_id = member.stage.world.channels[member.channel_id].get("guild_id")
    match place:
        case "the first answer":
            return f"/interactions/{invocation.id}/*"
        case "what follows it":
            return f"/webhooks/*/{invocation.token}*"
        case "the channel":
            return f"/channels/{member.channel_id}/*"
        case "the log":
            return f"/channels/{log_of(member).channel_id}/*"
        case _:
            return f"/guilds/{guild_id}/scheduled-events*"


def private(member: StageMember, since: set[str]) -> str:
    """All that only they were told since then."""
    return "\n".join(visible_text(one) for one in member.reads() if one["flags"] & EPHEMERAL and one["id"] not in since)


class Matrix:
    """The table, on one stage."""

    def __init__(self, stage: Stage, scene: Scene) -> None:
        self.stage = stage
        self.scene = scene
        self.where: dict[str, list[str]] = {}
        self._turn = asyncio.Semaphore(TOGETHER)

    async def learn(self, deeds: tuple[Deed, ...]) -> None:
        """Where each deed calls Discord on a good day."""
        self.stage.calls = deque(maxlen=100_000)
        learnt = await asyncio.gather(*(self._learn(deed) for deed in deeds), return_exceptions=True)
        wrong = [str(one) or repr(one) for one in learnt if one is not None]
        assert not wrong, "\n".join(wrong)

    async def _learn(self, deed: Deed) -> None:
        member = deed.who(self.stage, f"{deed.name} on a good day")
        go = await deed.ready(self.scene, member)
        await asyncio.sleep(20)
        before = len(self.stage.calls)
        invocation = go()
        await invocation.outcome()
        await asyncio.sleep(60)
        paths = [call.path for call in list(self.stage.calls)[before:]]
        self.where[deed.name] = [
            place
            for place in PLACES
            if (place != "the log" or deed.who is owner)
            and any(fnmatchcase(path, pattern_of(place, member, invocation)) for path in paths)
        ]
        if not await deed.done(self.scene, member):
            raise AssertionError(f"{deed.name} is not done on a good day: {[visible_text(m) for m in public(member)]}")

    def cases(self, deeds: tuple[Deed, ...], step: int, trouble: str | None) -> Iterator[Case]:
        """The table, or every `step`th row of it."""
        rows = [
            Case(deed=deed, place=place, trouble=name, problems=[])
            for deed in deeds
            for place in self.where[deed.name]
            for name in TROUBLES
            if trouble is None or name == trouble
        ]
        yield from rows[::step]

    async def run(self, case: Case, number: int) -> None:
        """One case, from its beginning until all is right again."""
        async with self._turn:
            try:
                await self._run(case, number)
            except Exception as error:
                case.problems.append(f"could not be judged: {type(error).__name__} {error} {_at(error)}")

    async def _run(self, case: Case, number: int) -> None:
        deed, stage = case.deed, self.stage
        member, go = await self._ready(deed, number)
        await asyncio.sleep(20)
        since = {one["id"] for one in member.reads()}
        lines = len(log_of(member).reads()) if deed.who is owner else 0
        invocation = go()
        pattern, trouble = pattern_of(case.place, member, invocation), TROUBLES[case.trouble]
        stage.faults.add("*", pattern, trouble.fault, times=trouble.times)
        await invocation.outcome()
        await asyncio.sleep(GIVING_UP)
        stage.faults.clear(pattern)
        await asyncio.sleep(COMING_RIGHT)
        answered = private(member, since) + ("" if invocation.modal is None else str(visible.form(invocation.modal)))
        source = stage.world.messages[member.channel_id].get(invocation.source_message_id or "")
        if source is not None and source["flags"] & EPHEMERAL:
            answered += visible_text(source)
        await member.slash("progress show")
        await asyncio.sleep(5)
        case.read = private(member, since)
        await self._judge(case, member, invocation, answered, lines)

    async def _ready(self, deed: Deed, number: int) -> tuple[StageMember, Begin]:
        """All that comes before it; again with somebody else, where a global limit of another case was in the way."""
        for attempt in range(3):
            member = deed.who(self.stage, f"{deed.name} {number} {attempt}")
            try:
                return member, await deed.ready(self.scene, member)
            except AssertionError:
                await asyncio.sleep(30)
        return member, await deed.ready(self.scene, member)

    async def _judge(self, case: Case, member: StageMember, invocation: Invocation, answered: str, lines: int) -> None:
        deed, say = case.deed, case.problems.append
        done = await deed.done(self.scene, member)
        untouched = not done if deed.untouched is None else await deed.untouched(self.scene, member)
        if deed.done is nothing:
            untouched = False
        if done is untouched:
            say("half done, or twice: " + " | ".join(visible_text(one)[:80] for one in public(member)))
        told_later = "About what you did" in case.read
        another = case.trouble == "40060" and case.place == "the first answer"  # another process has answered
        if not invocation.answered and not told_later and not answered.strip() and not another:
            say("nothing was said, and the next press does not tell")
        thinking = [one for one in member.reads() if one["flags"] & LOADING]
        if thinking and not told_later:
            say("it thinks for good")
        changes = deed.done is not nothing and deed.name not in NO_CHANGE
        if "nothing was changed" in case.read.lower() and done and changes:
            say(f"said not to be done, and is: {case.read[:200]}")
        gone = case.place == "the channel" and case.trouble in ("10003", "10008")  # Discord says that no card is there
        if deed.shown and deed.shown in answered and untouched and invocation.modal is None and not gone:
            say(f"said to be done, and is not: {answered[:200]}")
        if "Something went wrong on my side" in case.read and case.trouble not in ("a new code", "40060"):
            say("called unexpected")
        if deed.who is owner and len(log_of(member).reads()) - lines > 2:  # what was done, and what could not be told
            say("more than two lines in the log")


def _at(error: BaseException) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno}"


class _Clock(StageClock):
    __slots__ = ("began",)

    def ms(self) -> int:
        return int((BEGAN.timestamp() + asyncio.get_running_loop().time() - self.began + self.offset) * 1000)


def running_clock(stage: Stage) -> StageClock:
    """A clock for a stage that goes with the loop's time."""
    clock = _Clock()
    clock.began = asyncio.get_running_loop().time()
    stage.clock = stage.world.clock = clock
    return clock


class _Overheard(logging.Handler):
    """Everything that an operator reads."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: Counter[str] = Counter()
        self.problems: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info:
            self.problems.append(f"traceback: {record.getMessage()} {record.exc_info[1]!r}"[:300])
        self.lines[f"{record.levelname} {record.name}: {record.msg}"] += 1


async def play(options: argparse.Namespace, state_dir: Path) -> dict[str, object]:
    """Play the table; what was found."""
    overheard = _Overheard()
    logging.getLogger().addHandler(overheard)
    logging.getLogger().setLevel(logging.INFO)
    stage = foyer_stage()
    clock = running_clock(stage)
    began = time.monotonic()
    async with stage:
        point_at(stage.url)
        answer_so()
        settings = Settings(state_dir=state_dir, token=stage.token, hello=False, flood_limit=0)
        async with open_app(settings, FunctionClock(clock.now)) as app:
            bot = EtoileBot(app)
            async with bot:
                running = asyncio.create_task(bot.start(stage.token))
                await until(lambda: bot.is_ready() and stage.world.commands, timeout=600)
                matrix = Matrix(stage, await set_up(stage))
                deeds = tuple(deed for deed in DEEDS if options.only in (None, deed.name))
                await matrix.learn(deeds)
                cases = list(matrix.cases(deeds, 1 if options.long or options.only else options.step, options.fault))
                await asyncio.gather(*(matrix.run(case, number) for number, case in enumerate(cases)))
                await bot.close()
                await running
    return {
        "cases": len(cases),
        "seconds": round(time.monotonic() - began, 1),
        "problems": {case.name: case.problems for case in cases if case.problems},
        "log": overheard.problems,
        "violations": [one for one in stage.violations if "SCHEDULE_PAST" not in one],
        "unknown": stage.unknown_routes,
        "lines": dict(overheard.lines.most_common(80)),
    }


def main() -> int:
    """Print what was found, as JSON; 1 where something was wrong."""
    reader = argparse.ArgumentParser(prog="python -m tests.faults.matrix")
    reader.add_argument("--long", action="store_true")
    reader.add_argument("--only")
    reader.add_argument("--fault")
    reader.add_argument("--step", type=int, default=29)
    options = reader.parse_args()
    virtual_time.QUIET = 0.02
    server.TICK = 60.0
    fast = "/dev/shm" if Path("/dev/shm").is_dir() else None  # time passes while nothing happens: a disk is too slow
    with tempfile.TemporaryDirectory(dir=fast) as folder:
        loop = virtual_time.VirtualLoop()
        found = loop.run_until_complete(play(options, Path(folder)))
    print(json.dumps(found, indent=1, ensure_ascii=False))
    return int(bool(found["problems"] or found["log"] or found["violations"] or found["unknown"]))


if __name__ == "__main__":
    sys.exit(main())
