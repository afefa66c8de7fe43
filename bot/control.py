"""Orders from the rehearsal, which runs the bot as a child process: JSON lines on standard input.

`{"offset": seconds}` moves the bot's clock, so that a viewer can skip ahead, and is answered on standard output with
the same; `{"ask": "next-job"}` is answered with `{"next_job": milliseconds or null}`. When the input ends, so does the
bot: a rehearsal that is gone must not leave a bot behind.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from bot.clock import SystemClock
from bot.domain.instants import to_ms
from bot.jobs import JobRunner


async def follow_orders(clock: SystemClock, jobs: JobRunner, wake: Callable[[], None]) -> None:
    """Read and follow orders until the input ends. `wake` makes the ticker look at the clock again."""
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        await _follow(json.loads(line), clock, jobs, wake)


async def _follow(order: dict[str, Any], clock: SystemClock, jobs: JobRunner, wake: Callable[[], None]) -> None:
    if "offset" in order:
        clock.offset = timedelta(seconds=float(order["offset"]))
        wake()
        _say({"offset": order["offset"]})
    if order.get("ask") == "next-job":
        due = await jobs.next_due()
        _say({"next_job": None if due is None else to_ms(due)})


def _say(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()
