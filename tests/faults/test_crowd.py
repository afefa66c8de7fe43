"""A crowd in a quiz night, as `python -m tests.faults.crowd` plays it."""

from __future__ import annotations

import asyncio
import json
import sys

from tests.faults.crowd import PLAYERS


async def test_three_hundred_press_within_five_seconds_and_each_is_answered_in_time() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.faults.crowd", stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, err = await process.communicate()
    assert out, err.decode()[-3000:]
    found = json.loads(out)
    assert (found["answered"], found["recorded"], found["counted"]) == (PLAYERS, PLAYERS, True)
    assert found["closest"] >= 1
    assert (found["violations"], found["unknown"]) == ([], [])
