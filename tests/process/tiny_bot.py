"""The smallest bot that touches everything the stage claims to do; run as a process of its own by test_stage.py."""

from __future__ import annotations

import asyncio
import base64
import io
import json
import os
import sys
from datetime import timedelta

import aiohttp
import discord
from discord import app_commands, ui

from bot.discordpy.endpoints import point_at


class Ask(ui.Modal, title="Say it"):
    words = ui.Label(text="Words", component=ui.TextInput(max_length=50))
    side = ui.Label(
        text="Side",
        component=ui.Select(options=[discord.SelectOption(label="Paris"), discord.SelectOption(label="NY")]),
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(
            f"{self.words.component.value} from {self.side.component.values[0]}", ephemeral=True
        )


class Card(ui.LayoutView):
    def __init__(self, presses: int = 0) -> None:
        super().__init__(timeout=None)
        row = ui.ActionRow()
        for label, style in (("Press", 1), ("Ask", 2), ("Later", 2), ("Wait", 2)):
            row.add_item(ui.Button(label=label, style=discord.ButtonStyle(style), custom_id=f"tiny:{label}"))
        menu = ui.ActionRow(ui.Select(custom_id="tiny:menu", options=[discord.SelectOption(label=x) for x in "ABC"]))
        self.add_item(ui.TextDisplay(f"Pressed {presses} times"))
        self.add_item(ui.Container(ui.TextDisplay("a secret"), row, menu, spoiler=True))


class TinyBot(discord.AutoShardedClient):
    def __init__(self) -> None:
        intents = discord.Intents(guilds=True, guild_scheduled_events=True)
        super().__init__(intents=intents, allowed_mentions=discord.AllowedMentions.none(), max_messages=None)
        self.tree = app_commands.CommandTree(self)
        self.presses = 0
        self.seen: list[str] = []

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Discord asks for five seconds between two sessions; the stage does not."""

    async def setup_hook(self) -> None:
        commands(self)
        await self.tree.sync()

    async def on_socket_event_type(self, name: str) -> None:
        self.seen.append(name)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        if interaction.type is not discord.InteractionType.component:
            return
        match interaction.data["custom_id"]:
            case "tiny:Press":
                self.presses += 1
                await interaction.response.edit_message(view=Card(self.presses))
            case "tiny:Ask":
                await interaction.response.send_modal(Ask())
            case "tiny:Later":
                await interaction.response.defer()
                await interaction.edit_original_response(view=Card(99))
            case "tiny:menu":
                await interaction.response.send_message(f"chose {interaction.data['values']}", ephemeral=True)


def commands(bot: TinyBot) -> None:
    @bot.tree.command()
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def hello(interaction: discord.Interaction, name: str, times: app_commands.Range[int, 1, 3] = 1) -> None:
        """Say hello"""
        where = "guild" if interaction.guild else "direct"
        owners = sorted(interaction._integration_owners)
        await interaction.response.send_message(
            f"hello {name} x{times} {interaction.locale} {interaction.guild_locale} {where} {owners}", ephemeral=True
        )

    @hello.autocomplete("name")
    async def names(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=f"{typed}{n}", value=f"{typed}{n}") for n in range(3)]

    @bot.tree.command()
    async def card(interaction: discord.Interaction) -> None:
        """Show the card"""
        await interaction.response.send_message(view=Card())

    @bot.tree.command()
    async def report(interaction: discord.Interaction) -> None:
        """A file, later"""
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.followup.send("here", file=discord.File(io.BytesIO(b"a,b\n1,2\n"), "SPOILER_votes.csv"))
        more = await interaction.followup.send("more", wait=True)
        await more.edit(content="more, edited")

    @bot.tree.command()
    async def silent(interaction: discord.Interaction) -> None:
        """Never answers"""

    @bot.tree.command()
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def run(interaction: discord.Interaction, what: str) -> None:
        """Do something and report how it went"""
        await interaction.response.defer()
        try:
            said = await DEEDS[what](bot, interaction)
        except discord.HTTPException as error:
            said = f"{error.status} {error.code} {error.text}"
        except aiohttp.ClientConnectionError as error:
            said = f"disconnected: {error}"
        await interaction.edit_original_response(content=str(said))

    @bot.tree.context_menu(name="Quote")
    async def quote(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(f"{message.author.display_name}: {message.content}", ephemeral=True)


async def nonce(bot: TinyBot, interaction: discord.Interaction) -> str:
    first = await interaction.channel.send("once", nonce="job-1")
    second = await interaction.channel.send("once", nonce="job-1")
    third = await interaction.channel.send("once", nonce="job-2")
    return f"{first.id == second.id} {first.id == third.id}"


async def edit(bot: TinyBot, interaction: discord.Interaction) -> str:
    message = await interaction.channel.send("before", file=discord.File(io.BytesIO(b"x"), "x.txt"))
    partial = bot.get_partial_messageable(interaction.channel.id).get_partial_message(message.id)
    await partial.edit(content="after")
    again = await interaction.channel.fetch_message(message.id)
    return f"{again.content} {again.attachments[0].filename} {(await again.attachments[0].read()).decode()}"


async def thread(bot: TinyBot, interaction: discord.Interaction) -> str:
    message = await interaction.channel.send("start here")
    made = await message.create_thread(name="Loge")
    await made.send("inside")
    await made.add_user(interaction.user)
    await made.edit(archived=True, locked=True)
    await made.send("once more")  # whoever manages threads opens it again by writing in it
    return f"{made.name} {made.id == message.id}"


async def event(bot: TinyBot, interaction: discord.Interaction) -> str:
    now = interaction.created_at
    made = await interaction.guild.create_scheduled_event(
        name="Episode 1",
        start_time=now + timedelta(hours=1),
        end_time=now + timedelta(hours=2),
        entity_type=discord.EntityType.external,
        privacy_level=discord.PrivacyLevel.guild_only,
        location="at home",
    )
    await made.edit(name="Episode 2")
    try:
        await made.edit(start_time=now - timedelta(hours=1))
    except discord.HTTPException as error:
        return f"{made.id} {error.code}"
    return "was not refused"


async def limits(bot: TinyBot, interaction: discord.Interaction) -> str:
    codes: list[str] = []
    for content in ("x" * 2001, ""):
        try:
            await interaction.channel.send(content)
        except discord.HTTPException as error:
            codes.append(f"{error.code}")
    view = ui.LayoutView()
    for _ in range(2):
        view.add_item(ui.TextDisplay("y" * 3000))
    try:
        await bot.http.request(
            discord.http.Route("POST", "/channels/{channel_id}/messages", channel_id=interaction.channel.id),
            json={"components": view.to_components(), "flags": 1 << 15},
        )
    except discord.HTTPException as error:
        codes.append(error.text)
    return " ".join(codes)


async def unknown(bot: TinyBot, interaction: discord.Interaction) -> str:
    await bot.http.request(
        discord.http.Route("GET", "/guilds/{guild_id}/soundboard-sounds", guild_id=interaction.guild_id)
    )
    return "answered"


async def twice(bot: TinyBot, interaction: discord.Interaction) -> str:
    await interaction.response.__class__(interaction).send_message("again")
    return "was not refused"


async def forbidden(bot: TinyBot, interaction: discord.Interaction) -> str:
    codes: list[int] = []
    for wrong in (
        bot.http.get_channel(1),
        bot.http.get_message(interaction.channel.id, 1),
        bot.http.get_member(interaction.guild_id, interaction.user.id),
        interaction.guild.fetch_member(1),
    ):
        try:
            await wrong
            codes.append(0)
        except discord.HTTPException as error:
            codes.append(error.code)
    try:
        await interaction.user.send("psst")
    except discord.HTTPException as error:
        codes.append(error.code)
    return str(codes)


async def seen(bot: TinyBot, interaction: discord.Interaction) -> str:
    return " ".join(bot.seen)


async def guilds(bot: TinyBot, interaction: discord.Interaction) -> str:
    me = interaction.guild.me.guild_permissions
    return f"{len(bot.guilds)} {len(interaction.guild.members)} {interaction.guild.member_count} {me.manage_events}"


async def many(bot: TinyBot, interaction: discord.Interaction) -> str:
    await asyncio.gather(*(interaction.channel.send(f"line {n}") for n in range(20)))
    return "done"


async def roles(bot: TinyBot, interaction: discord.Interaction) -> str:
    role = await interaction.guild.create_role(name="Party", mentionable=True)
    await interaction.user.add_roles(role)
    member = await interaction.guild.fetch_member(interaction.user.id)
    had = [r.id for r in member.roles]
    await member.remove_roles(role)
    await role.delete()
    own = discord.Object((await interaction.guild.fetch_member(bot.user.id)).roles[-1].id)
    try:
        await member.add_roles(own)
    except discord.HTTPException as error:
        return f"{role.id in had} {error.code}"
    return "was not refused"


async def forum(bot: TinyBot, interaction: discord.Interaction) -> str:
    channel = discord.utils.get(interaction.guild.channels, name="salon-des-questions")
    thread, message = await channel.create_thread(
        name="How many?", content="Episodes, I mean", file=discord.File(io.BytesIO(b"8"), "a.txt")
    )
    await thread.edit(archived=True)
    old = [t.name async for t in channel.archived_threads()]
    return f"{thread.parent_id == channel.id} {message.attachments[0].filename} {old}"


async def picture(bot: TinyBot, interaction: discord.Interaction) -> str:
    png = base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGP4z8AARAgKAB/uAf8Pqg1eAAAAAElFTkSuQmCC"
    )
    view = ui.LayoutView()
    gallery = ui.MediaGallery(discord.MediaGalleryItem("attachment://SPOILER_arc.png", spoiler=True, description="arc"))
    view.add_item(ui.Container(ui.TextDisplay("Result"), gallery, ui.File("attachment://votes.csv"), spoiler=True))
    files = [discord.File(io.BytesIO(png), "SPOILER_arc.png"), discord.File(io.BytesIO(b"a,1"), "votes.csv")]
    sent = await interaction.channel.send(view=view, files=files)
    item = sent.components[0].children[1].items[0].media
    new = ui.LayoutView()
    new.add_item(ui.TextDisplay("Gone"))
    edited = await sent.edit(view=new, attachments=[])
    return f"{item.width}x{item.height} {item.url.endswith('SPOILER_arc.png')} {len(edited.attachments)}"


async def pins(bot: TinyBot, interaction: discord.Interaction) -> str:
    message = await interaction.channel.send("keep")
    await message.pin()
    pinned = [m.content async for m in interaction.channel.pins()]
    await message.unpin()
    return f"{pinned} {[m.content async for m in interaction.channel.pins()]}"


async def mentions(bot: TinyBot, interaction: discord.Interaction) -> str:
    words = f"@everyone {interaction.user.mention} <@&{interaction.guild.roles[-1].id}>"
    quiet = await interaction.channel.send(words)
    one = await interaction.channel.send(words, allowed_mentions=discord.AllowedMentions(users=[interaction.user]))
    loud = await interaction.channel.send(words, allowed_mentions=discord.AllowedMentions.all())
    return str([(len(m.mentions), len(m.role_mentions), m.mention_everyone) for m in (quiet, one, loud)])


async def history(bot: TinyBot, interaction: discord.Interaction) -> str:
    await interaction.channel.send("mine")
    found = [m async for m in interaction.channel.history(limit=30)]
    return f"{'mine' in [m.content for m in found]} {any(m.content for m in found if m.author.id != bot.user.id)}"


async def voice(bot: TinyBot, interaction: discord.Interaction) -> str:
    channel = discord.utils.get(interaction.guild.voice_channels, name="Loge 5")
    await channel.edit(status="Episode 3 at nine")
    return "set"


async def followups(bot: TinyBot, interaction: discord.Interaction) -> str:
    for number in range(7):  # the first one fills the deferred answer
        await interaction.followup.send(f"more {number}", ephemeral=True)
    return "all"


ALL = (nonce, edit, thread, event, limits, unknown, twice, forbidden, seen, guilds, many)
ALL += (roles, forum, picture, pins, mentions, history, voice, followups)
DEEDS = {deed.__name__: deed for deed in ALL}


def main() -> None:
    point_at(os.environ["ETOILE_STAGE_URL"])
    bot = TinyBot()

    async def run() -> None:
        loop = asyncio.get_running_loop()
        reader = asyncio.StreamReader()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        working = asyncio.ensure_future(bot.start(os.environ["DISCORD_TOKEN"]))
        while line := await reader.readline():
            order = json.loads(line)
            answer = {"next_job": None} if order.get("ask") == "next-job" else order
            print(json.dumps(answer), flush=True)
        await bot.close()
        await working

    discord.utils.setup_logging()
    asyncio.run(run())


if __name__ == "__main__":
    main()
