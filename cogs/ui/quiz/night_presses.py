"""What presses in a night do. An answer is stored before the presser reads that it was."""

from __future__ import annotations

import asyncio
import io
import logging

import discord
from discord import ui

from bot.calendar_files import Entry, calendar_file, google_url
from bot.discordpy.codes import UNANSWERED, told
from bot.domain.quiz_night import City, NightState, length_of
from bot.errors import EtoileError
from bot.services.quiz.night_values import Wish
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, pressed
from cogs.ui.kit.links import jump
from cogs.ui.kit.reply import answer, asker_of, redraw, say, words_of
from cogs.ui.kit.reply import begin as wait
from cogs.ui.quiz import daily
from cogs.ui.quiz.announcing import announce
from cogs.ui.quiz.controls import (
    CalendarButton,
    CityButton,
    ComeButton,
    HostButton,
    PauseButton,
    PickButton,
    SheetButton,
    SkipButton,
    StopButton,
)
from cogs.ui.quiz.night_panel import announcement, city_panel, host_panel, picked_text, sheet_panel
from cogs.ui.quiz.refresh import night_drawer_of

_log = logging.getLogger(__name__)


async def begin(interaction: Press, wish: Wish) -> None:
    """Plan a night, or begin it at once."""
    app, words = interaction.client.app, words_of(interaction)
    if wish.when.strip():
        await wait(interaction, thinking=True)
    night = await app.quiz_nights.begin(asker_of(interaction), wish)
    now = app.clock.now()
    if night.starts_at > now:
        try:
            await announce(interaction.client, night, now)
        except UNANSWERED as error:
            _log.info("the announcement of night %d waits for its job: %s", night.id, told(error))
        await say(interaction, words("quiz-night-planned", channel=f"<#{night.channel_id}>"))
    else:
        await say(interaction, words("quiz-night-begins", channel=f"<#{night.channel_id}>"))


@pressed(ComeButton)
async def come(interaction: Press, button: ComeButton) -> None:
    """Be called before it begins, or no longer."""
    app, words = interaction.client.app, words_of(interaction)
    planned = await app.quiz_nights.come(asker_of(interaction), button.number("night"))
    card = announcement(planned.night, app.text.words(planned.night.locale), guests=planned.guests)
    await redraw(interaction, card)
    await say(interaction, words("quiz-coming" if planned.coming else "quiz-not-coming"))


@pressed(CalendarButton)
async def calendar(interaction: Press, button: CalendarButton) -> None:
    """The night for one's own calendar."""
    app, words = interaction.client.app, words_of(interaction)
    night = await app.quiz_nights.planned(asker_of(interaction), button.number("night"))
    message = interaction.message
    link = jump(night.guild_id, night.channel_id, None if message is None else message.id)
    entry = Entry(
        uid=f"quiz-{night.id}@etoile-bot",
        title=words("quiz-night-title"),
        text=words("quiz-calendar-text", link=link),
        start=night.starts_at,
        end=night.starts_at + length_of(night),
        sequence=0,
        cancelled=False,
        place=words("party-event-place"),
        link=link,
    )
    data = await asyncio.to_thread(calendar_file, [entry], name=words("quiz-night-title"), now=app.clock.now())
    buttons = ui.View(timeout=None)
    buttons.add_item(panel.link(words("party-google"), google_url(entry)))
    file = discord.File(io.BytesIO(data), filename="etoile-quiz.ics")
    await say(interaction, words("quiz-calendar-here"), view=buttons, files=[file])


@pressed(PickButton)
async def pick(interaction: Press, button: PickButton) -> None:
    """Give an answer, or another one."""
    app, words, asker = interaction.client.app, words_of(interaction), asker_of(interaction)
    night_id, number = button.number("night"), button.number("number")
    picked = await app.quiz_nights.pick(asker, night_id, number, button.number("place"), press_id=interaction.id)
    alone = interaction.message is not None and interaction.message.flags.ephemeral
    if alone:
        sheet = await app.quiz_nights.sheet(asker, night_id, number)
        await redraw(interaction, sheet_panel(sheet, words, told=picked_text(picked, words)))
    if picked.city_open:
        await answer(interaction, city_panel(picked, words))
    elif not alone:
        await say(interaction, picked_text(picked, words))
    if picked.outcome == "recorded":
        night_drawer_of(interaction.client).changed(night_id)


@pressed(SheetButton)
async def open_sheet(interaction: Press, button: SheetButton) -> None:
    """The question, for who has watched as far."""
    sheet = await interaction.client.app.quiz_nights.sheet(
        asker_of(interaction), button.number("night"), button.number("number")
    )
    await answer(interaction, sheet_panel(sheet, words_of(interaction)))


@pressed(CityButton)
async def choose_city(interaction: Press, button: CityButton) -> None:
    """Join a side."""
    words, city = words_of(interaction), button.one_of("city", City)
    await interaction.client.app.quiz_nights.choose_city(asker_of(interaction), button.number("night"), city)
    told = words("quiz-city-chosen", city=words(f"quiz-city-{city.value}"))
    await redraw(interaction, panel.stack([panel.box(panel.text(told))]))


@pressed(HostButton)
async def open_host(interaction: Press, button: HostButton) -> None:
    """What the host can do."""
    app, asker, words = interaction.client.app, asker_of(interaction), words_of(interaction)
    night = await app.quiz_nights.steered(asker, button.number("night"))
    if night.daily_id is not None:
        await answer(interaction, daily.host_panel(await app.quiz_daily.listed(asker), night.daily_id, words))
        return
    await answer(interaction, host_panel(night, words))


@pressed(PauseButton)
async def pause(interaction: Press, button: PauseButton) -> None:
    """Hold the night after this question, or let it go on."""
    night = await interaction.client.app.quiz_nights.pause(
        asker_of(interaction), button.number("night"), paused=button.number("paused") == 1
    )
    await redraw(interaction, host_panel(night, words_of(interaction)))
    if night.state == NightState.TELLING:
        night_drawer_of(interaction.client).changed(night.id)


@pressed(SkipButton)
async def skip(interaction: Press, button: SkipButton) -> None:
    """End the question that is on."""
    night = await interaction.client.app.quiz_nights.skip(asker_of(interaction), button.number("night"))
    await redraw(interaction, host_panel(night, words_of(interaction)))


@pressed(StopButton)
async def stop(interaction: Press, button: StopButton) -> None:
    """End the night."""
    await interaction.client.app.quiz_nights.stop(asker_of(interaction), button.number("night"))
    told = words_of(interaction)("quiz-night-stopped")
    await redraw(interaction, panel.stack([panel.box(panel.text(told))]))


async def stop_here(interaction: Press) -> None:
    """End the night of this channel; where there is none, its question of the day."""
    app, asker, words = interaction.client.app, asker_of(interaction), words_of(interaction)
    if await app.quiz_nights.stop_here(asker) is not None:
        await say(interaction, words("quiz-night-stopped"))
    elif (stopped := await app.quiz_daily.stop_here(asker)) is not None:
        await say(interaction, words("quiz-daily-stopped", channel=f"<#{stopped.channel_id}>"))
    else:
        raise EtoileError("quiz-night-none")
