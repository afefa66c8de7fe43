"""One member uses the whole product, and is forgotten."""

from __future__ import annotations

import asyncio
import json
import sys

import pytest


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
async def test_of_who_used_everything_and_is_forgotten_nothing_is_left_anywhere(
    kind: str, request: pytest.FixtureRequest
) -> None:
    url = ("--url", request.getfixturevalue("postgres").fresh()) if kind == "postgres" else ()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.faults.forgetting", *url,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, err = await process.communicate()
    assert out, err.decode()[-3000:]
    assert {name: found for name, found in json.loads(out).items() if found} == {}
