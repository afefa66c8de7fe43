"""The show pack: reading and checking data/show, and views of it that hold only what a reader may see."""

from bot.content.pack import ShowPack, check_pack, load_pack, read_pack
from bot.content.problems import PackError, Problem
from bot.content.schemas import write_schemas
from bot.content.view import ShowView

__all__ = [
    "PackError",
    "Problem",
    "ShowPack",
    "ShowView",
    "check_pack",
    "load_pack",
    "read_pack",
    "write_schemas",
]
