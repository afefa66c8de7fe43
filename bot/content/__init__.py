"""The show pack: reading and checking data/show, and views of it that hold only what a reader may see.

What is needed only to read and check files is imported when it is first asked for: see `bot.content.pack_cache`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from bot.content.pack import ShowPack
from bot.content.pack_cache import kept_pack
from bot.content.problems import PackError, Problem
from bot.content.view import ShowView

if TYPE_CHECKING:
    from bot.content.loading import check_pack, load_pack, read_pack
    from bot.content.schemas import write_schemas

__all__ = [
    "PackError",
    "Problem",
    "ShowPack",
    "ShowView",
    "check_pack",
    "kept_pack",
    "load_pack",
    "read_pack",
    "write_schemas",
]

_LATER = {"check_pack": "loading", "load_pack": "loading", "read_pack": "loading", "write_schemas": "schemas"}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f"bot.content.{_LATER[name]}"), name)
