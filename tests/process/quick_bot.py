"""What `quick` starts: the bot, but for two waits of discord.py. Nothing else is imported: every test waits for it."""

from __future__ import annotations

from functools import partialmethod

import discord
from discord.state import ConnectionState

from bot.__main__ import main

NO_MORE_SERVERS = 0.2


async def _at_once(self: discord.Client, shard_id: int | None, *, initial: bool = False) -> None:
    """Before a session is asked for."""


def run() -> None:
    """The bot, without the waits."""
    discord.Client.before_identify_hook = _at_once
    ConnectionState.__init__ = partialmethod(ConnectionState.__init__, guild_ready_timeout=NO_MORE_SERVERS)
    main()


if __name__ == "__main__":
    run()
