"""Where the shipped content lies: beside the packages in a checkout, inside the package once it is installed."""

from __future__ import annotations

import subprocess
import tomllib
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_path() -> Path:
    """The folder that holds `show` and `locales`."""
    installed = _PACKAGE / "_data"
    return installed if installed.is_dir() else _PACKAGE.parent / "data"


def commit() -> str | None:
    """The commit of a checkout, short; None where there is no checkout, or no git."""
    try:
        done = subprocess.run(
            ["git", "-C", str(_PACKAGE.parent), "rev-parse", "--short", "HEAD"],
            capture_output=True,
            text=True,
            timeout=5,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip()


def pack_version() -> str:
    """The version of the shipped show pack, as its file says."""
    with (data_path() / "show" / "pack.toml").open("rb") as file:
        return str(tomllib.load(file)["pack"]["version"])
