"""`python -m tests.trace [--files]`: how many files four trips pass, and how often control moves between them.

The real bot runs on the stage in this process. Counted are calls of functions in files of `bot` and `cogs` (without the
stage), on the event loop and on the database's thread, once each however often a coroutine goes on; a move is a call in
another file than the call before it. `--files` names the files in the order in which they are first entered.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import threading
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from types import FrameType
from typing import Any

import bot
from bot.domain.locale import Locale
from bot.stage.payloads import Wire
from tests.leaks.case import Case
from tests.leaks.house import House, open_house
from tests.leaks.scenarios import evenings, polls
from tests.support.shared import RUN

ROOT = Path(bot.__file__).parent.parent
OURS = tuple(str(ROOT / name) + "/" for name in ("bot", "cogs"))
NOT_COUNTED = (str(ROOT / "bot" / "stage"), str(ROOT / "bot" / "rehearsal"))
PARTS = frozenset({"<genexpr>", "<listcomp>", "<setcomp>", "<dictcomp>", "<lambda>"})


class Trip:
    """The calls of one trip, in their order."""

    def __init__(self) -> None:
        self.files: list[str] = []
        self._on = False

    def hear(self, frame: FrameType, event: str, _: Any) -> None:
        """For `sys.setprofile`."""
        if not self._on or event != "call" or frame.f_code.co_name in PARTS:
            return
        file = frame.f_code.co_filename
        if file.startswith(OURS) and not file.startswith(NOT_COUNTED) and not _goes_on(frame):
            self.files.append(file)

    async def take(self, trip: Awaitable[Any]) -> None:
        """Count what this does."""
        self.files = []
        self._on = True
        try:
            await trip
        finally:
            self._on = False

    @property
    def moves(self) -> int:
        """How often a call is in another file than the call before it."""
        return sum(before != after for before, after in zip(self.files, self.files[1:], strict=False))

    def line(self, name: str) -> str:
        return f"| {name} | {len(set(self.files))} | {self.moves} | {len(self.files)} |"


def _goes_on(frame: FrameType) -> bool:
    """Whether a generator or coroutine goes on, where it stood, rather than being called."""
    first = frame.f_code.co_firstlineno
    return bool(frame.f_code.co_flags & 0x2A0) and frame.f_lineno != first


async def _press(case: Case, on: Wire, control: str) -> None:
    """The press alone: a case's own press also reads how far its members are, to judge what they are shown."""
    message = case.message(on)
    await case.member.actor.press(message["id"], case._find(message, control)).settled()
    await case.house.quiet()


async def _trips(house: House, trip: Trip, show: Callable[[str], None]) -> None:
    case = await house.case(8, 8, Locale.EN, fresh=True)
    poll = await polls.posted(case, "the-triangle")
    await case.press(poll, "poll:vote", by=case.host)  # whatever is read once and kept, is read before
    await trip.take(_press(case, poll, "poll:vote"))
    show("ballot")
    party = await evenings.posted(case, note="Bring a cushion")
    await case.press(party, "party:answer:going", by=case.host)
    await trip.take(_press(case, party, "party:answer:going"))
    show("RSVP")
    await case.skip(10)
    await case.skip(2.5 * 3600)
    house.stage.skip(0.3 * 3600)
    house.clock.offset += timedelta(hours=0.3)
    await trip.take(house.app.jobs.run_due())
    show("due reminder")
    await case.slash("recap episode", number=3)
    await trip.take(case.member.slash("recap episode", number=4))
    show("`/recap episode`")


async def main(options: list[str]) -> None:
    """Print the table."""
    trip = Trip()
    threading.setprofile(trip.hear)
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as run:
        os.environ[RUN] = run
        async with open_house(Path(folder)) as house:
            sys.setprofile(trip.hear)
            print("| trip | files | moves between files | calls |\n| --- | --- | --- | --- |")

            def show(name: str) -> None:
                print(trip.line(name))
                if "--files" in options:
                    for file in dict.fromkeys(trip.files):
                        print(f"    {Path(file).relative_to(ROOT)}  {trip.files.count(file)}")

            await _trips(house, trip, show)
            sys.setprofile(None)


asyncio.run(main(sys.argv[1:]))
