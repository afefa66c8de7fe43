"""Backups by the day: named after their instant, and only the newest kept."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

_STAMP = "%Y%m%dT%H%M%SZ"


def dated(file: Path, now: datetime) -> Path:
    """Where a backup made at `now` (aware UTC) goes: "etoile.sqlite3" becomes "etoile-20261128T040000Z.sqlite3"."""
    return file.with_name(f"{file.stem}-{now:{_STAMP}}{file.suffix}")


def thin_out(file: Path, keep: int) -> list[Path]:
    """Delete all but the newest `keep` backups that `dated` named after `file`. Returns those that went."""
    ours = re.compile(rf"{re.escape(file.stem)}-[0-9]{{8}}T[0-9]{{6}}Z{re.escape(file.suffix)}")
    found = sorted(path for path in file.parent.iterdir() if ours.fullmatch(path.name))
    old = found[: max(len(found) - keep, 0)]
    for path in old:
        path.unlink()
    return old
