"""What is true of the code base as a whole, and must stay so."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from bot.checking import locale_problems
from bot.client import COGS
from bot.settings import describe_settings
from bot.store.engine import schema

ROOT = Path(__file__).parents[2]
LATE = ("PIL", "alembic", "sqlalchemy", "icalendar")
"""What only a member's wish or an old database may load."""


def test_every_cog_is_loaded_and_every_loaded_cog_exists() -> None:
    files = {f"cogs.{path.stem}" for path in (ROOT / "cogs").glob("*.py") if path.stem != "__init__"}
    assert files == set(COGS)
    assert list(COGS) == sorted(COGS)


def test_interactions_are_answered_in_one_place() -> None:
    """Nobody answers past the functions that try again, find another way, and tell what could not be shown."""
    way = re.compile(
        r"\.(response\.(send_message|defer|edit_message|send_modal)|followup\.send|edit_original_response)"
    )
    kept = ROOT / "bot" / "discordpy" / "answers.py"
    files = [path for part in ("bot", "cogs") for path in (ROOT / part).rglob("*.py") if path != kept]
    assert [str(path.relative_to(ROOT)) for path in files if way.search(path.read_text("utf-8"))] == []


def test_the_sentences_are_complete_in_both_languages() -> None:
    assert list(locale_problems(ROOT / "data" / "locales")) == []


def test_env_example_lists_every_setting_with_its_default_and_its_reason() -> None:
    lines = (ROOT / ".env.example").read_text("utf-8").splitlines()
    for name, default, why in describe_settings():
        (at,) = [number for number, line in enumerate(lines) if re.match(rf"#? ?{name}=", line)]
        assert lines[at].partition("=")[2] == default
        comment = at - 1
        while comment > 0 and lines[comment - 1].startswith("#") and "=" not in lines[comment - 1]:
            comment -= 1
        said = " ".join(line.removeprefix("#").strip() for line in lines[comment:at])
        assert _squeezed(why) in _squeezed(said)
    named = {found[1] for line in lines if (found := re.match(r"#? ?([A-Z][A-Z_]+)=", line))}
    assert named == {name for name, _, _ in describe_settings()}


def test_the_newest_migration_is_the_one_that_the_code_expects() -> None:
    scripts = ScriptDirectory(str(ROOT / "bot" / "store" / "migrations"))
    assert scripts.get_heads() == [schema.HEAD]


def test_starting_loads_nothing_heavy() -> None:
    code = f"""
import importlib, json, sys
import bot.client, bot.running, bot.cli
for name in bot.client.COGS:
    importlib.import_module(name)
print(json.dumps([name for name in {LATE!r} if name in sys.modules]))
"""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []


def test_no_committed_file_names_a_path_of_a_machine() -> None:
    """Paths of homes, of the place where this was built, and addresses of package mirrors belong to nobody else."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    strange = re.compile(rb"/(?:home|Users|root)/[\w.]+|file:///(?!/)[A-Za-z]:?/")
    files = [ROOT / name for name in listed.stdout.split("\0") if name]
    found = [
        f"{path.relative_to(ROOT)}: {match[0].decode()}"
        for path in files
        if path.is_file() and path != Path(__file__)
        for match in strange.finditer(path.read_bytes())
    ]
    assert found == []


def test_the_client_asks_for_little_keeps_little_and_pings_nobody() -> None:
    intents = _client_facts()
    assert intents["privileged"] == []
    assert intents["intents"] == ["guild_scheduled_events", "guilds"]
    assert intents["caches_members"] is False
    assert intents["keeps_messages"] is False
    assert intents["mentions"] == {"parse": []}


@cache
def _client_facts() -> dict[str, object]:
    """Of a real client, made in a process of its own: making one needs no connection."""
    code = """
import asyncio, json, pathlib, tempfile
from bot.app import open_app
from bot.client import EtoileBot
from bot.clock import SystemClock
from bot.settings import Settings
async def main():
    async with open_app(Settings(state_dir=pathlib.Path(tempfile.mkdtemp())), SystemClock()) as app:
        bot = EtoileBot(app)
        state = bot._connection
        print(json.dumps({
            "privileged": [n for n in ("members", "presences", "message_content") if getattr(bot.intents, n)],
            "intents": sorted(name for name, on in bot.intents if on),
            "caches_members": state.member_cache_flags.value != 0 or bot._connection._chunk_guilds,
            "keeps_messages": state._messages is not None,
            "mentions": bot.allowed_mentions.to_dict(),
        }))
asyncio.run(main())
"""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_rules_never_ask_for_the_time() -> None:
    """`now` is passed in: nothing but bot.clock may name the functions that read the clock."""
    wrong: list[str] = []
    for path in sorted([*(ROOT / "bot").rglob("*.py"), *(ROOT / "cogs").rglob("*.py")]):
        if path.name == "clock.py" or "rehearsal" in path.parts or "stage" in path.parts or "_data" in path.parts:
            continue
        wrong += [
            f"{path.relative_to(ROOT)}:{node.lineno}: {node.attr}"
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Attribute) and node.attr in {"utcnow", "today"}
        ]
    assert wrong == []


def _python(code: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "ignore", "-c", code]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def _squeezed(text: str) -> str:
    return " ".join(text.split())
