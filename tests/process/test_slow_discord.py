"""A slow Discord and a large party: everybody is called, once, in time. In virtual time, so nobody waits for it."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from tests.process.slow_discord import SEATS
from tests.support.begun import begin_in


async def test_five_hundred_are_reminded_once_within_a_minute_though_each_call_takes_two_seconds(
    tmp_path: Path,
) -> None:
    told = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.process.slow_discord", str(begin_in(tmp_path)),
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    said, log = await told.communicate()
    assert told.returncode == 0, log.decode()[-4000:]
    found = json.loads(said)
    assert len(found["late"]) == SEATS
    assert {len(times) for times in found["late"].values()} == {1}
    assert max(times[0] for times in found["late"].values()) < 60
    assert found["busiest"] <= 50
