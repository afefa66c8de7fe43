"""`/etoile-admin`: what moderators settle. Offered to members with Manage Server, and checked by the service again."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import EtoileBot
from bot.domain.automod import GuardMode
from bot.domain.job_kinds import JobKind
from bot.domain.server_note import LINK_LENGTH, NOTE_LENGTH
from bot.domain.visibility import LAST_EPISODE
from bot.errors import EtoileError, StoreUnavailable
from bot.services.facts_values import Request
from bot.services.server_notes import NoteWish
from bot.when import parse_day
from cogs.ui import admin as ui
from cogs.ui import guard as guard_ui
from cogs.ui import server_notes as notes_ui
from cogs.ui import transfer as transfer_ui
from cogs.ui.covering import cover_owed
from cogs.ui.facts_finding import suggestions
from cogs.ui.kit.commands import localised
from cogs.ui.kit.controls import Press
from cogs.ui.kit.reply import answer, asker_of, begin, words_of
from cogs.ui.setup.checks import check, status
from cogs.ui.setup.presses import CONTROLS as SETUP_CONTROLS
from cogs.ui.setup.wizard import wizard

QUERY = 100
Place = app_commands.AppCommandChannel | app_commands.AppCommandThread
LEVELS = [
    app_commands.Choice(name=localised("admin-choice-none"), value="0"),
    app_commands.Choice(name=localised("admin-choice-first"), value="1"),
    *(app_commands.Choice(name=localised(f"admin-choice-{n}"), value=str(n)) for n in range(2, LAST_EPISODE)),
    app_commands.Choice(name=localised("admin-choice-all"), value="8"),
    app_commands.Choice(name=localised("admin-choice-inherit"), value=ui.INHERIT),
]
SHOWN = [
    app_commands.Choice(name=localised("admin-choice-shown"), value=1),
    app_commands.Choice(name=localised("admin-choice-hidden"), value=0),
]


_log = logging.getLogger(__name__)

GUARD = [
    app_commands.Choice(name=localised("guard-choice-off"), value=GuardMode.OFF.value),
    app_commands.Choice(name=localised("guard-choice-tell"), value=GuardMode.TELL.value),
    app_commands.Choice(name=localised("guard-choice-stop"), value=GuardMode.STOP.value),
]


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class Admin(
    commands.GroupCog,
    group_name="etoile-admin",
    group_description=localised("admin-command"),
):
    """Parses, asks the service, shows what became of it."""

    def __init__(self, bot: EtoileBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        self.bot.add_dynamic_items(
            *ui.CONTROLS, *guard_ui.CONTROLS, *notes_ui.CONTROLS, *SETUP_CONTROLS, *transfer_ui.CONTROLS
        )
        self.bot.app.jobs.handle(JobKind.CARE_GUARD, partial(guard_ui.on_guard, self.bot), owed=True)

    @commands.Cog.listener()
    async def on_guild_channel_create(self, channel: discord.abc.GuildChannel) -> None:
        """AutoMod's rules have to know whether they hold in it."""
        try:
            await self.bot.app.guard.follow(channel.guild.id)
        except StoreUnavailable:
            _log.warning("the database does not answer: AutoMod hears of a new channel with the next change")

    @app_commands.command(
        name="horizon",
        description=localised("admin-horizon-command"),
    )
    @app_commands.describe(
        episode=localised("admin-horizon-episode"),
        channel=localised("admin-horizon-channel"),
        server=localised("admin-horizon-server"),
    )
    @app_commands.choices(episode=LEVELS)
    async def horizon(
        self, interaction: Press, episode: str, channel: Place | None = None, server: bool = False
    ) -> None:
        level = None if episode == ui.INHERIT else _level(episode)
        channel_id, parent_id, kind = (None, None, None) if server else _place(interaction, channel)
        async with ui.noting_move(interaction) as note:
            change = await self.bot.app.horizons.move(
                asker_of(interaction), channel_id=channel_id, parent_id=parent_id, episode=level, note=note
            )
        offer = await ui.mark_offer(interaction, change, kind)
        await answer(interaction, ui.moved(change, words_of(interaction), offer=offer))
        if change.lowered:  # should it fail, a job covers the rest
            covered = await cover_owed(self.bot, interaction.guild_id or 0)
            await answer(interaction, ui.covered(covered, words_of(interaction)))

    @app_commands.command(
        name="horizons",
        description=localised("admin-horizons-command"),
    )
    async def horizons(self, interaction: Press) -> None:
        found = await self.bot.app.horizons.listed(asker_of(interaction), 0)
        await answer(interaction, ui.listed(found, words_of(interaction)))

    @app_commands.command(
        name="titles",
        description=localised("admin-titles-command"),
    )
    @app_commands.describe(titles=localised("admin-titles-titles"))
    @app_commands.choices(titles=SHOWN)
    async def titles(self, interaction: Press, titles: int) -> None:
        key = await ui.show_titles(interaction, shown=bool(titles))
        await answer(interaction, ui.note(words_of(interaction)(f"admin-titles-{key}")))

    @app_commands.command(
        name="log",
        description=localised("admin-log-command"),
    )
    @app_commands.describe(channel=localised("admin-log-channel"))
    async def log(self, interaction: Press, channel: Place | None = None) -> None:
        asker, words = asker_of(interaction), words_of(interaction)
        guild_id = self.bot.app.horizons.authorise(asker)
        if channel is None:
            now = (await self.bot.app.horizons.settings(guild_id)).log_channel_id
            off = ui.LogOffButton.draw(words("admin-log-turn-off"))
            view = (
                ui.note(words("admin-log-none"))
                if now is None
                else ui.note(words("admin-log-now", channel=f"<#{now}>"), off)
            )
            await answer(interaction, view)
            return
        await begin(interaction, thinking=True)
        await ui.move_log(interaction, channel.id)
        said = words("admin-log-set", channel=f"<#{channel.id}>")
        if check(interaction.guild, await self.bot.app.setup.open(asker)).public_log:
            said += "\n" + words("setup-log-public", channel=f"<#{channel.id}>")
        await answer(interaction, ui.note(said))

    @app_commands.command(
        name="guard",
        description=localised("guard-command"),
    )
    @app_commands.describe(mode=localised("guard-option-mode"))
    @app_commands.choices(mode=GUARD)
    async def guard(self, interaction: Press, mode: str | None = None) -> None:
        if mode is None:
            await guard_ui.show(interaction)
        elif mode in list(GuardMode):
            await guard_ui.set_mode(interaction, GuardMode(mode))
        else:
            raise EtoileError("guard-no-such-mode")

    @app_commands.command(
        name="note",
        description=localised("note-command"),
    )
    @app_commands.describe(
        text=localised("note-option-text"),
        about=localised("note-option-about"),
        link=localised("note-option-link"),
        spoils=localised("note-option-spoils"),
        until=localised("note-option-until"),
    )
    @app_commands.choices(spoils=LEVELS[:-1])
    async def note(
        self,
        interaction: Press,
        text: app_commands.Range[str, 1, NOTE_LENGTH],
        about: str | None = None,
        link: app_commands.Range[str, 1, LINK_LENGTH] | None = None,
        spoils: str | None = None,
        until: str | None = None,
    ) -> None:
        try:
            wish = await note_wish(interaction, text, about, link, 0 if spoils is None else _level(spoils), until)
            async with notes_ui.noting_note(interaction, "added") as log:
                note = await self.bot.app.server_notes.add(asker_of(interaction), wish, log)
        except EtoileError as error:
            raise notes_ui.handed_back(error, text, words_of(interaction)) from None
        await notes_ui.show_added(interaction, note)

    @app_commands.command(
        name="notes",
        description=localised("note-list-command"),
    )
    async def notes(self, interaction: Press) -> None:
        await notes_ui.show_list(interaction)

    @note.autocomplete("about")
    async def _suggest_pages(self, interaction: Press, typed: str) -> list[app_commands.Choice[str]]:
        found = await self.bot.app.facts.suggest(asker_of(interaction), "fact", typed[:QUERY])
        return suggestions(found, words_of(interaction), own="fact", typed="")

    @app_commands.command(
        name="setup",
        description=localised("setup-command"),
    )
    async def set_up(self, interaction: Press) -> None:
        settings = await self.bot.app.setup.open(asker_of(interaction))
        await answer(interaction, await wizard(interaction, "start", settings))

    @app_commands.command(
        name="status",
        description=localised("setup-status-command"),
    )
    async def status(self, interaction: Press) -> None:
        await answer(interaction, await status(interaction, words_of(interaction)))

    @app_commands.command(
        name="export",
        description=localised("setup-export-command"),
    )
    async def export(self, interaction: Press) -> None:
        await transfer_ui.export(interaction)

    @app_commands.command(
        name="import",
        description=localised("setup-import-command"),
    )
    @app_commands.describe(file=localised("setup-import-file"))
    async def bring_in(self, interaction: Press, file: discord.Attachment) -> None:
        await transfer_ui.dry_run(interaction, file)


async def note_wish(
    interaction: Press, text: str, about: str | None, link: str | None, spoils: int, until: str | None
) -> NoteWish:
    """A note from what was typed. Raises EtoileError for a page or a day that cannot be read."""
    app, asker = interaction.client.app, asker_of(interaction)
    request = Request(page="status") if about is None else await app.facts.page_of(asker, about[:QUERY])
    if request is None:
        raise EtoileError("note-about-unclear")
    ends: datetime | None = None
    if until is not None:
        zone = await app.zones.zone_of(asker) or "UTC"
        last = parse_day(until, now=app.clock.now(), zone=zone, locale=asker.locale)
        ends = datetime.combine(last + timedelta(days=1), time(), ZoneInfo(zone)).astimezone(UTC)
    return NoteWish(about=request, text=text, link=link, spoils=spoils, until=ends)


def _level(written: str) -> int:
    """Clients send one of the choices; anything else was made up."""
    if not written.isdecimal():
        raise EtoileError("admin-no-such-episode")
    return int(written)


def _place(interaction: Press, channel: Place | None) -> tuple[int, int | None, discord.ChannelType]:
    """Which place is meant: its id, the channel that a thread belongs to, and its kind."""
    if channel is not None:
        if channel.type is discord.ChannelType.category:
            raise EtoileError("admin-no-category")
        parent = channel.parent_id if isinstance(channel, app_commands.AppCommandThread) else None
        return channel.id, parent, channel.type
    here = interaction.channel
    if here is None or interaction.guild_id is None:
        raise EtoileError("error-server-only")
    return here.id, here.parent_id if isinstance(here, discord.Thread) else None, here.type


async def setup(bot: EtoileBot) -> None:
    """Called by discord.py when the client loads this extension."""
    await bot.add_cog(Admin(bot))
