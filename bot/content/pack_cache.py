"""The show pack as it passed its checks, kept beside the database until a file of it (or of this code) changes.

Reading, checking and building a pack takes longer than everything else at the bot's start together, and the library
that describes its files as much memory as the database. So this is done once for each pack: a start finds the views
ready. The kept file is only ever a copy; it may be deleted at any time.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import pickle
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.content.pack import ShowPack

_log = logging.getLogger(__name__)

NAME = "show-pack.kept"
_CODE = Path(__file__).resolve().parent


def kept_pack(folder: Path, state_dir: Path) -> ShowPack:
    """The pack in `folder`, from `state_dir` when it was kept there. Raises PackError with every problem."""
    mark = _mark(folder)
    kept = state_dir / NAME
    pack = _find(kept, mark)
    if pack is None:
        from bot.content.loading import load_pack

        pack = load_pack(folder)
        _keep(kept, mark, pack)
    return pack


def is_kept(folder: Path, state_dir: Path) -> bool:
    """Whether `kept_pack` finds the pack as it stands, and need not read its files."""
    mark = _mark(folder)
    try:
        with (state_dir / NAME).open("rb") as file:
            return file.read(len(mark)) == mark
    except OSError:
        return False


def _mark(folder: Path) -> bytes:
    """Changes with any file of the pack, with the code that reads it, and with Python."""
    found = hashlib.sha256(f"{sys.implementation.cache_tag} {pickle.HIGHEST_PROTOCOL}".encode())
    for path in _sources(folder):
        found.update(path.name.encode() + b"\0")
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.digest()


def _sources(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.glob("*.toml"))
    yield from sorted(_CODE.rglob("*.py"))
    yield from (_CODE.parent / "domain" / name for name in ("show.py", "questions.py", "watch.py"))


def _find(kept: Path, mark: bytes) -> ShowPack | None:
    """What is kept under this mark, if it is ours: unpickling runs what stands in the file."""
    try:
        with kept.open("rb") as file:
            status = os.fstat(file.fileno())
            foreign = hasattr(os, "getuid") and status.st_uid != os.getuid()
            if foreign or status.st_mode & (stat.S_IWGRP | stat.S_IWOTH) or file.read(len(mark)) != mark:
                return None
            pack = pickle.load(file)
    except FileNotFoundError:
        return None
    except Exception as error:  # whatever a damaged file may raise
        _log.warning("the kept show pack cannot be used (%s); reading the files", type(error).__name__)
        return None
    return pack if isinstance(pack, ShowPack) else None


def _keep(kept: Path, mark: bytes, pack: ShowPack) -> None:
    part = kept.with_name(f"{NAME}.{os.getpid()}.part")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(mark + pickle.dumps(pack, protocol=pickle.HIGHEST_PROTOCOL))
        part.replace(kept)
    except OSError as error:
        _log.warning("the show pack cannot be kept for the next start: %s", error.strerror)
        with contextlib.suppress(OSError):
            part.unlink()
