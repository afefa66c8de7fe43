"""Where the shipped content lies: beside the packages in a checkout, inside the package once it is installed."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_path() -> Path:
    """The folder that holds `show` and `locales`."""
    installed = _PACKAGE / "_data"
    return installed if installed.is_dir() else _PACKAGE.parent / "data"
