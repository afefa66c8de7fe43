"""A part of the table of deeds and faults; the whole of it is `python -m tests.faults.matrix --long`."""

from __future__ import annotations

import asyncio
import json
import sys


async def test_every_deed_meets_faults_and_is_done_once_or_not_at_all_as_it_says() -> None:
    command = (sys.executable, "-m", "tests.faults.matrix")
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, err = await process.communicate()
    assert out, err.decode()[-3000:]
    found = json.loads(out)
    wrong = {name: found[name] for name in ("problems", "log", "violations", "unknown", "uncovered") if found[name]}
    assert wrong == {}
    assert found["cases"] > 50
