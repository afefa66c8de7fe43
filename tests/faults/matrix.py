"""Every deed meets every fault, wherever it calls Discord: what is read, what stands, what is stored.

    python -m tests.faults.matrix            a part of the table, as in CI
    python -m tests.faults.matrix --long     all of it (--part 3/8: the third eighth of the deeds)
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
import re
import sys
import time
import traceback
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from bot.stage.faults import Fault
from bot.stage.interactions import Invocation
from bot.stage.server import Stage
from bot.stage.world import EPHEMERAL, LOADING
from tests.faults.covered import uncovered
from tests.faults.deeds import DEEDS
from tests.faults.playing import in_virtual_time, playing
from tests.process.deeds import Begin, Deed, log_of, nothing, owner, public
from tests.support import visible
from tests.support.described import Description
from tests.support.scene import Scene
from tests.support.stage import StageMember, visible_text

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
GONE_ON_WITHOUT = {"the server": ("50001", "50013"), "the log": ("10003", "50001", "50013", "50083")}
"""Refusals after which the bot does without what stands in a place."""
PLACES = ("the first answer", "what follows it", "the channel", "the thread", "the log", "the server", "the rules",
          "the members", "their direct messages")  # fmt: skip

ONCE_WRONG = {
    ("close a poll", "the channel", "10008"),  # the poll's card was taken for the news of its end
    ("an event is cancelled", "the channel", "503 six times"),  # nobody was asked what holds
    ("note", "the first answer", "10062"),  # what a moderator did was not logged
    ("remove a shared answer", "the channel", "applied, 503"),
    ("plan a quiz", "the first answer", "10062"),  # said not to be planned, and was
    ("choose direct messages", "their direct messages", "applied, 503"),  # written to twice
    ("pause a quiz", "the channel", "40333"),  # its message was given up
}
"""Rows of the table, as (deed, place, trouble), that are always tried."""


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

    @property
    def taken_away(self) -> bool:
        """Whether Discord says that the card, or its channel, is no longer there."""
        return self.place == "the channel" and self.trouble in ("10003", "10008")


def pattern_of(place: str, member: StageMember, invocation: Invocation) -> str:
    """The path of the calls that are met."""
    world = member.stage.world
    guild_id = world.channels[member.channel_id].get("guild_id")
    match place:
        case "the first answer":
            return f"/interactions/{invocation.id}/*"
        case "what follows it":
            return f"/webhooks/*/{invocation.token}*"
        case "the channel":
            return f"/channels/{member.channel_id}/*"
        case "the thread":
            channels = world.channels_of(str(guild_id))
            threads = [one["id"] for one in channels if one.get("parent_id") == member.channel_id]
            return f"/channels/{threads[0] if threads else 'none'}*"
        case "the log":
            return f"/channels/{log_of(member).channel_id}/*"
        case "the server":
            return f"/guilds/{guild_id}/scheduled-events*"
        case "the rules":
            return f"/guilds/{guild_id}/auto-moderation*"
        case "the members":
            return f"/guilds/{guild_id}/members/*"
        case _:
            return f"/channels/{member.at('dm').channel_id}/*"


def private(member: StageMember, since: set[str]) -> str:
    """All that only they were told since then."""
    news = [one for one in member.reads() if one["flags"] & EPHEMERAL and one["id"] not in since]
    return "\n".join(visible_text(one) for one in news)


def answered(member: StageMember, since: set[str], invocation: Invocation) -> str:
    """All that they were shown for it: what is new, the form, and the panel on which they pressed."""
    member = member.at(invocation.channel_id)
    shown = private(member, since) + ("" if invocation.modal is None else str(visible.form(invocation.modal)))
    source = member.stage.world.messages[member.channel_id].get(invocation.source_message_id or "")
    return shown + (visible_text(source) if source is not None and source["flags"] & EPHEMERAL else "")


class Matrix:
    """The table, on one stage."""

    def __init__(self, stage: Stage, scene: Scene) -> None:
        self.stage = stage
        self.scene = scene
        self.where: dict[str, list[str]] = {}
        self.begun: set[str] = set()
        self._turn = asyncio.Semaphore(TOGETHER)

    async def learn(self, deeds: tuple[Deed, ...]) -> None:
        """Where each deed calls Discord on a good day."""
        self.stage.calls = deque(maxlen=100_000)
        learnt = await asyncio.gather(*(self._learn(deed) for deed in deeds), return_exceptions=True)
        wrong = [str(one) or repr(one) for one in learnt if one is not None]
        assert not wrong, "\n".join(wrong)

    async def _learn(self, deed: Deed) -> None:
        member = deed.who(self.stage, f"{deed.name} on a good day")
        try:
            go = await deed.ready(self.scene, member)
        except Exception as error:
            raise AssertionError(f"{deed.name} cannot be got ready: {error!r} {_at(error)}") from error
        await asyncio.sleep(20)
        if deed.untouched is not None and not await deed.untouched(self.scene, member):
            raise AssertionError(f"{deed.name} has been done before: {[visible_text(one) for one in public(member)]}")
        before = len(self.stage.calls)
        since = {one["id"] for one in member.reads()}
        invocation = go()
        await invocation.outcome()
        await asyncio.sleep(deed.takes)
        paths = [call.path for call in list(self.stage.calls)[before:]]
        there = member.at(invocation.channel_id)
        self.begun.add(invocation.name)
        self.where[deed.name] = [
            place
            for place in deed.places or PLACES
            if (place != "the log" or deed.who is owner)
            and any(fnmatchcase(path, pattern_of(place, member, invocation)) for path in paths)
        ]
        looks = {"done": deed.done, **deed.also, **({"stored": deed.stored} if deed.stored is not None else {})}
        wrong = [name for name, look in looks.items() if not await look(self.scene, member)]
        if deed.untouched is not None and await deed.untouched(self.scene, member):
            wrong.append("untouched")
        if deed.shown not in answered(member, since, invocation):
            wrong.append(f"shown: {answered(member, since, invocation)}")
        if wrong or not self.where[deed.name]:
            stands = [visible_text(one) for one in (*public(member), *there.reads()[-2:])]
            raise AssertionError(f"{deed.name} is not as it should be on a good day: {wrong} {stands}")

    def cases(self, deeds: tuple[Deed, ...], step: int, trouble: str | None) -> Iterator[Case]:
        """The table, or every `step`th row of it and those that were wrong once."""
        rows = [
            Case(deed=deed, place=place, trouble=name, problems=[])
            for deed in deeds
            for place in self.where[deed.name]
            for name in TROUBLES
            if trouble is None or name == trouble
        ]
        for number, case in enumerate(rows):
            if number % step == 0 or (case.deed.name, case.place, case.trouble) in ONCE_WRONG:
                yield case

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
        shown = answered(member, since, invocation)
        there = member.at(invocation.channel_id)
        await there.slash("progress show")
        await asyncio.sleep(5)
        case.read = private(there, since)
        await self._judge(case, member, invocation, shown, lines)

    async def _ready(self, deed: Deed, number: int) -> tuple[StageMember, Begin]:
        """All that comes before it; again with somebody else, where a global limit of another case was in the way."""
        for attempt in range(3):
            member = deed.who(self.stage, f"{deed.name} {number} {attempt}")
            try:
                return member, await deed.ready(self.scene, member)
            except AssertionError:
                await asyncio.sleep(30)
        return member, await deed.ready(self.scene, member)

    async def _judge(self, case: Case, member: StageMember, invocation: Invocation, shown: str, lines: int) -> None:
        deed, say = case.deed, case.problems.append
        done = await deed.done(self.scene, member)
        untouched = not done if deed.untouched is None else await deed.untouched(self.scene, member)
        known = deed.stored is not None and await deed.stored(self.scene, member)
        if deed.keeps and not done:
            say("it changed something")
        another = case.trouble == "40060" and case.place == "the first answer"  # another process has answered
        if done is untouched and not (known and (case.taken_away or another)):
            places = (member, member.at("dm"), *([log_of(member)] if deed.who is owner else []))
            stands = [visible_text(one)[:80] for place in places for one in public(place)]
            say("half done, or twice: " + " | ".join(stands))
        told_later = "About what you did" in case.read
        for place, look in deed.also.items():
            given_up = case.place == place and case.trouble in GONE_ON_WITHOUT[place]
            if done and not given_up and not await look(self.scene, member):
                say(f"{place} was not brought up to date")
        if not invocation.answered and not told_later and not shown.strip() and not another:
            say("nothing was said, and the next press does not tell")
        thinking = [one for one in member.at(invocation.channel_id).reads() if one["flags"] & LOADING]
        if thinking and not told_later:
            say("it thinks for good")
        changes = deed.done is not nothing and not deed.keeps
        if "nothing was changed" in case.read.lower() and (done or known) and changes:
            say(f"said not to be done, and is: {case.read[:200]}")
        if deed.shown and deed.shown in shown and not done and not (known and case.taken_away):
            say(f"said to be done, and is not: {shown[:200]}")
        if "Something went wrong on my side" in case.read and case.trouble not in ("a new code", "40060"):
            say("called unexpected")
        if deed.who is owner and len(log_of(member).reads()) - lines > 3:  # what was done, and what could not be shown
            say("more than three lines in the log")


def _at(error: BaseException) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno}"


WHERE = re.compile(r"\d{6,}|/\w+|v1:\w+")
"""How a line says what it is about: by an id, a command, a control, or a place in the code."""
WHAT = re.compile(r"\b[2-5]\d\d\b|\b\d{5,6}\b|[A-Z]\w*(?:Error|Limited|Exception)")
"""How a line says what went wrong: by Discord's number, or by the kind of error."""
TYPED = ("Gabin takes the train", "Tea or", "Bring tea", "A petition", "Two petitions", "lookalikes",
         "throw a rock")  # fmt: skip
"""Part of all that members write in the deeds."""


class _Overheard(logging.Handler):
    """Everything that an operator reads."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: Counter[str] = Counter()
        self.problems: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        line = record.getMessage()
        if record.exc_info:
            self.problems.append(f"traceback: {line} {record.exc_info[1]!r}"[:300])
        ours = record.levelno >= logging.WARNING and record.name.startswith(("bot.", "cogs."))
        if ours and not (WHERE.search(line) and WHAT.search(line)):
            self.problems.append(f"says not where, or not what: {line}")
        if any(text in line for text in TYPED):
            self.problems.append(f"a member's words: {line}")
        self.lines[f"{record.levelname} {record.name}: {record.msg}"] += 1


async def run_table(options: argparse.Namespace, state_dir: Path) -> dict[str, object]:
    """Play the table; what was found."""
    overheard = _Overheard()
    logging.getLogger().addHandler(overheard)
    logging.getLogger().setLevel(logging.INFO)
    began = time.monotonic()
    async with playing(state_dir) as play:
        stage, bot = play.stage, play.bot
        matrix = Matrix(stage, play.scene)
        part, parts = map(int, options.part.split("/"))
        deeds = tuple(deed for deed in DEEDS[part - 1 :: parts] if options.only in (None, deed.name))
        await matrix.learn(deeds)
        cases = list(matrix.cases(deeds, 1 if options.long or options.only else options.step, options.fault))
        await asyncio.gather(*(matrix.run(case, number) for number, case in enumerate(cases)))
        missing = uncovered(bot, matrix.begun, {deed.name for deed in deeds}) if len(deeds) == len(DEEDS) else []
    return {
        "cases": len(cases),
        "seconds": round(time.monotonic() - began, 1),
        "problems": {case.name: case.problems for case in cases if case.problems},
        "log": overheard.problems,
        "violations": [one for one in stage.violations if "SCHEDULE_PAST" not in one],
        "unknown": stage.unknown_routes,
        "uncovered": missing,
        "undescribed": Description(options.described).faults(stage.calls) if options.described else {},
        "lines": dict(overheard.lines.most_common(80)),
    }


def main() -> int:
    """Print what was found, as JSON; 1 where something was wrong."""
    reader = argparse.ArgumentParser(prog="python -m tests.faults.matrix")
    reader.add_argument("--long", action="store_true")
    reader.add_argument("--only")
    reader.add_argument("--fault")
    reader.add_argument("--part", default="1/1")
    reader.add_argument("--step", type=int, default=97)
    reader.add_argument("--described", type=Path, help="Discord's description of its interface")
    options = reader.parse_args()
    found = in_virtual_time(lambda folder: run_table(options, folder))
    print(json.dumps(found, indent=1, ensure_ascii=False))
    return int(any(found[name] for name in ("problems", "log", "violations", "unknown", "uncovered", "undescribed")))


if __name__ == "__main__":
    sys.exit(main())
