"""The smallest discord.py bots: what a round trip costs when nothing is done in between.

On a stage: `/slash` answers a constant, `/type` suggests constants, `/card` posts a card with two buttons. `bare`
redraws the card with a constant; `plain` does the same after one transaction of aiosqlite (WAL, synchronous=FULL), as
a first version of any bot would. Loop, JSON library, intents and the size of the answers are those of the bot that is
measured against it. The sizes come on standard input, before each row.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

import aiosqlite
import discord
import uvloop
from discord import app_commands, ui

from bot.discordpy.endpoints import point_at


class Answers:
    """The constant answers, of as many bytes as the bot's that they are compared with."""

    def __init__(self) -> None:
        self.text = "x"
        self.choices = [app_commands.Choice(name="x", value="x")]

    def resize(self, size: int, choices: int) -> None:
        """A text of `size` bytes (in at most 2,000 characters), and as many bytes in so many suggestions."""
        width = min(-(-max(size, 1) // 2000), 3)
        self.text = " xé…"[width] * min(max(size // width, 1), 2000)
        if choices:
            each = min(max(size // choices // 2, 1), 100)
            self.choices = [app_commands.Choice(name="n" * each, value="v" * each) for _ in range(choices)]


ANSWERS = Answers()


class Card(ui.View):
    """Two buttons that outlive the process."""

    def __init__(self, db: aiosqlite.Connection) -> None:
        super().__init__(timeout=None)
        self.db = db

    @ui.button(label="Bare", custom_id="bare")
    async def bare(self, interaction: discord.Interaction, button: ui.Button[Any]) -> None:
        await interaction.response.edit_message(content=ANSWERS.text)

    @ui.button(label="Plain", custom_id="plain")
    async def plain(self, interaction: discord.Interaction, button: ui.Button[Any]) -> None:
        await self.db.execute(
            "INSERT INTO presses (user_id, choice) VALUES (?, 1)"
            " ON CONFLICT (user_id) DO UPDATE SET choice = choice + 1",
            (interaction.user.id,),
        )
        await self.db.commit()
        await interaction.response.edit_message(content=ANSWERS.text)


class Bare(discord.Client):
    """One command of each sort, registered at every start."""

    def __init__(self, state: Path) -> None:
        intents = discord.Intents.none()
        intents.guilds = True
        intents.guild_scheduled_events = True
        super().__init__(
            intents=intents,
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            allowed_mentions=discord.AllowedMentions.none(),
        )
        self.state = state
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self) -> None:
        db = await aiosqlite.connect(self.state / "bare.sqlite3")
        await db.execute("PRAGMA journal_mode = WAL")
        await db.execute("PRAGMA synchronous = FULL")
        await db.execute("CREATE TABLE IF NOT EXISTS presses (user_id INTEGER PRIMARY KEY, choice INTEGER)")
        await db.commit()
        self.add_view(Card(db))

        @self.tree.command(name="slash", description="A constant")
        async def slash(interaction: discord.Interaction) -> None:
            await interaction.response.send_message(ANSWERS.text, ephemeral=True)

        @self.tree.command(name="type", description="Constant suggestions")
        async def typing(interaction: discord.Interaction, text: str) -> None:
            await interaction.response.send_message("x", ephemeral=True)

        @typing.autocomplete("text")
        async def suggest(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
            return ANSWERS.choices

        @self.tree.command(name="card", description="Two buttons")
        async def card(interaction: discord.Interaction) -> None:
            await interaction.response.send_message(ANSWERS.text, view=Card(db))

        if not (self.state / "synced").exists():
            await self.tree.sync()
            (self.state / "synced").touch()


async def main(state: Path) -> None:
    point_at(os.environ["ETOILE_STAGE_URL"])
    bot = Bare(state)
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    running = asyncio.create_task(bot.start(os.environ["DISCORD_TOKEN"]))
    while line := await reader.readline():
        order = json.loads(line)
        if "size" in order:
            ANSWERS.resize(order["size"], order.get("choices", 0))
    await bot.close()
    await running


if __name__ == "__main__":
    uvloop.run(main(Path(os.environ["ETOILE_STATE_DIR"])))
