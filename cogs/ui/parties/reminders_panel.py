"""When and where a member wants to be reminded; the same on every server, and off with one press."""

from __future__ import annotations

from dataclasses import replace

import discord
from discord import ui

from bot.domain.party import REMINDER_MINUTES, ReminderChoice
from bot.errors import EtoileError
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.reply import answer, asker_of, redraw, say, words_of
from cogs.ui.kit.routes import Press, RoutedButton, RoutedSelect
from cogs.ui.parties.outbox import CLOSED_DOOR
from cogs.ui.parties.text import city

QUIET = ("", "22-8", "23-7", "23-9", "0-8", "1-10", "8-18")
"""Quiet hours that can be chosen, as hours of the member's own day."""


class RemindersButton(RoutedButton, route="v1:party:reminders"):
    """Opens one's own reminders."""

    async def pressed(self, interaction: Press) -> None:
        await show(interaction)


class MinutesSelect(RoutedSelect, route="v1:party:minutes"):
    """How long before."""

    async def pressed(self, interaction: Press) -> None:
        chosen = frozenset(self.numbers) & frozenset(REMINDER_MINUTES)
        await _change(interaction, minutes=chosen)


class QuietSelect(RoutedSelect, route="v1:party:quiet"):
    """In which hours not."""

    async def pressed(self, interaction: Press) -> None:
        value = self.values[0]
        if value not in QUIET:
            await _change(interaction, quiet_from=None, quiet_to=None)
        else:
            first, last = value.split("-")
            await _change(interaction, quiet_from=int(first) * 60, quiet_to=int(last) * 60)


class DirectButton(RoutedButton, route="v1:party:direct:{on:int}"):
    """By direct message, or in the thread. A first message shows at once whether they arrive."""

    async def pressed(self, interaction: Press) -> None:
        words = words_of(interaction)
        if self.number("on"):
            await interaction.response.defer()
            try:
                await interaction.user.send(words("party-direct-test"), view=stop_view(words))
            except discord.HTTPException as error:
                if error.code != CLOSED_DOOR:
                    raise
                raise EtoileError("party-direct-closed") from None
        await _change(interaction, direct=bool(self.number("on")))


class StopButton(RoutedButton, route="v1:party:stop"):
    """Under every reminder: no more of them."""

    async def pressed(self, interaction: Press) -> None:
        parties = interaction.client.app.parties
        choice = await parties.reminder_choice(interaction.user.id)
        choice = replace(choice, minutes=frozenset(), direct=False, locale=words_of(interaction).locale)
        await parties.choose_reminders(interaction.user.id, choice)
        if interaction.message is not None and interaction.message.flags.ephemeral:
            await redraw(interaction, await _panel(interaction, choice))
            return
        await say(interaction, words_of(interaction)("party-stopped"))


async def _change(interaction: Press, **changes: object) -> None:
    parties = interaction.client.app.parties
    choice = await parties.reminder_choice(interaction.user.id)
    choice = replace(choice, locale=words_of(interaction).locale, **changes)  # pyright: ignore[reportArgumentType]
    await parties.choose_reminders(interaction.user.id, choice)
    await redraw(interaction, await _panel(interaction, choice))


async def show(interaction: Press) -> None:
    """Show a member their reminders, to be changed there."""
    choice = await interaction.client.app.parties.reminder_choice(interaction.user.id)
    await answer(interaction, await _panel(interaction, choice))


async def _panel(interaction: Press, choice: ReminderChoice) -> ui.LayoutView:
    zones = await interaction.client.app.zones.of(asker_of(interaction))
    return reminders(choice, words_of(interaction), zone=zones.own)


def stop_view(words: Words) -> ui.View:
    """The button under a plain message."""
    view = ui.View(timeout=None)
    view.add_item(StopButton.draw(words("party-stop")))
    return view


def reminders(choice: ReminderChoice, words: Words, *, zone: str | None = None) -> ui.LayoutView:
    """The panel for one member's reminders. `zone`: where their clock stands, if they told."""
    minutes = [
        discord.SelectOption(
            label=words("party-before", minutes=number), value=str(number), default=number in choice.minutes
        )
        for number in REMINDER_MINUTES
    ]
    now = (
        ""
        if choice.quiet_from is None or choice.quiet_to is None
        else f"{choice.quiet_from // 60}-{choice.quiet_to // 60}"
    )
    quiet = [
        discord.SelectOption(label=_quiet_label(value, words), value=value or "none", default=value == now)
        for value in QUIET
    ]
    direct = DirectButton.draw(words("party-in-thread" if choice.direct else "party-direct"), on=int(not choice.direct))
    stop = StopButton.draw(words("party-stop"), style=discord.ButtonStyle.danger)
    place = words("party-reminded-direct" if choice.direct else "party-reminded-thread")
    standing = words("party-reminded-never") if not choice.minutes else place
    clock = words("party-quiet-no-clock") if zone is None else words("party-quiet-clock", city=city(zone))
    return panel.stack(
        [
            panel.box(
                panel.text(f"### {words('party-reminders-title')}\n{standing}"),
                panel.row(
                    MinutesSelect.draw(
                        minutes, placeholder=words("party-no-reminder"), min_values=0, max_values=len(minutes)
                    )
                ),
                panel.row(QuietSelect.draw(quiet, placeholder=words("party-quiet"))),
                panel.text(f"-# {clock}"),
                panel.row(direct, stop if choice.minutes else None),
                panel.text(f"-# {words('party-reminders-note')}"),
            )
        ]
    )


def _quiet_label(value: str, words: Words) -> str:
    if not value:
        return words("party-quiet-none")
    first, last = value.split("-")
    return words("party-quiet-hours", first=first, last=last)
