"""A state directory in which a bot was started before, made once for the whole run: a first start takes seconds."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from bot.content.pack import ShowPack
from bot.content.pack_cache import kept_pack
from bot.resources import data_path
from bot.store.engine import opening
from tests.support.postgres import elsewhere
from tests.support.shared import alone, run_directory

FILE = "etoile.sqlite3"


@cache
def begun() -> Path:
    """A state directory as the first start of a bot leaves it, but for the ballot key. To be copied, not used."""
    folder = run_directory() / "begun"
    with alone("begun"):
        if not folder.exists():
            part = folder.with_name("begun.part")
            part.mkdir(exist_ok=True)
            kept_pack(data_path() / "show", part)
            elsewhere(lambda: opening.migrate(str(part / FILE)))
            part.rename(folder)
    return folder


@cache
def read_pack() -> ShowPack:
    """The show pack that ships, read once for all apps of a process: nothing changes it."""
    return kept_pack(data_path() / "show", begun())


def begin_in(state_dir: Path) -> Path:
    """Make a state directory as a bot leaves it that was started there before; returns it."""
    for file in begun().iterdir():
        shutil.copy2(file, state_dir)
    return state_dir
