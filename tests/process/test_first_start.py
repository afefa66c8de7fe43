"""A first start leaves no more in the bot's memory than every later one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bot.rehearsal.process import BotProcess
from bot.stage.server import Stage
from tests.support.scene import up

NEEDED_ONCE = ("pydantic_core", "sqlalchemy")
"""Compiled parts of what reads the show pack and moves the database."""


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc what a process has loaded")
async def test_after_a_first_start_nothing_stays_loaded_that_only_prepared_it(stage: Stage, tmp_path: Path) -> None:
    first = BotProcess(stage, state_dir=tmp_path)
    await up(first)
    loaded = Path(f"/proc/{first.pid}/maps").read_text("utf-8")
    await first.kill()
    assert "orjson" in loaded  # the file does name what is loaded
    assert [name for name in NEEDED_ONCE if name in loaded] == []
