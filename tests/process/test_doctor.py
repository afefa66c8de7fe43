"""`etoile doctor` and backups by the day, as an operator runs them: a process of its own beside a stage."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest_asyncio

from bot.rehearsal.seed import foyer_stage
from bot.stage.server import Stage
from bot.store.engine.backups import dated, thin_out
from tests.support.begun import begin_in


@pytest_asyncio.fixture
async def stage() -> AsyncIterator[Stage]:
    stage = foyer_stage()
    await stage.start()
    yield stage
    await stage.stop()


async def etoile(*words: str, state: Path, **settings: str) -> tuple[int, str]:
    """The exit code of a command and all that it said."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("ETOILE_", "DISCORD_"))}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *words,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env=own | {"LANG": "en_US.UTF-8", "ETOILE_STATE_DIR": str(state)} | settings,
    )  # fmt: skip
    said, _ = await process.communicate()
    return process.returncode or 0, said.decode()


async def test_an_installation_that_is_well_is_told_so_with_what_to_look_into(stage: Stage, tmp_path: Path) -> None:
    state = begin_in(tmp_path)
    code, said = await etoile("doctor", state=state, ETOILE_STAGE_URL=stage.url, DISCORD_TOKEN=stage.token)
    assert code == 0, said
    assert "✓ Discord: connected as" in said and "✓ Clock: " in said and "✓ Servers: " in said
    assert "! Backups: none in" in said and "etoile db backup" in said
    assert "Nothing is broken" in said


async def test_after_a_backup_nothing_is_left_to_say(stage: Stage, tmp_path: Path) -> None:
    state = begin_in(tmp_path)
    discord = {"ETOILE_STAGE_URL": stage.url, "DISCORD_TOKEN": stage.token}
    await etoile("doctor", state=state, **discord)
    code, said = await etoile("db", "backup", str(state / "backups" / "etoile.sqlite3"), "--keep", "2", state=state)
    assert code == 0, said
    code, said = await etoile("doctor", state=state, **discord)
    assert code == 0 and "✓ Backups: the newest, etoile-" in said


async def test_a_refused_token_a_damaged_database_and_a_missing_right_are_each_named(
    stage: Stage, tmp_path: Path
) -> None:
    state = begin_in(tmp_path)
    code, said = await etoile("doctor", state=state, ETOILE_STAGE_URL=stage.url, DISCORD_TOKEN="wrong")
    assert code == 1 and "✗ Discord refuses the token" in said
    guild_id = next(iter(stage.world.guilds))
    for role in stage.world.roles[guild_id].values():
        role["permissions"] = "0"
    code, said = await etoile("doctor", state=state, ETOILE_STAGE_URL=stage.url, DISCORD_TOKEN=stage.token)
    assert code == 1 and "my role lacks View Channels" in said
    with sqlite3.connect(state / "etoile.sqlite3") as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET rootpage = 999999 WHERE name = 'polls_listed'")
    code, said = await etoile("doctor", state=state)
    assert code == 1 and "✗ " in said and "Traceback" not in said


async def test_without_token_and_database_it_says_what_the_first_start_makes(tmp_path: Path) -> None:
    code, said = await etoile("doctor", state=tmp_path / "new")
    assert code == 0 and "the first start makes it" in said and "only the rehearsal can run" in said


def test_only_the_newest_backups_of_that_name_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "etoile.sqlite3"
    made = [dated(file, datetime(2026, 11, day, 4, tzinfo=UTC)) for day in range(1, 6)]
    other = tmp_path / "etoile-mine.sqlite3"
    for each in (*made, other):
        each.touch()
    assert thin_out(file, 2) == made[:3]
    assert sorted(tmp_path.iterdir()) == sorted([*made[3:], other])


async def test_logs_can_be_one_object_a_line(stage: Stage, tmp_path: Path) -> None:
    code, said = await etoile(
        "run", state=begin_in(tmp_path), ETOILE_LOG_FORMAT="json", ETOILE_STAGE_URL=stage.url, DISCORD_TOKEN="wrong"
    )
    assert code == 1
    lines = [line for line in said.splitlines() if not line.startswith("etoile:")]
    assert lines and all(set(json.loads(line)) >= {"time", "level", "logger", "event", "message"} for line in lines)


async def test_the_smallest_invitation_says_what_does_not_work_then(tmp_path: Path) -> None:
    code, said = await etoile("invite", "--minimal", "--id", "42", state=tmp_path)
    _, whole = await etoile("invite", "--id", "42", state=tmp_path)
    assert code == 0 and "Left out, and what does not work without it:" in said and "Manage Roles" in said
    assert said.splitlines()[0] != whole.splitlines()[0]


async def test_the_version_names_commit_and_show_pack(tmp_path: Path) -> None:
    code, said = await etoile("version", state=tmp_path)
    assert code == 0 and "show pack 20" in said and "commit" in said
