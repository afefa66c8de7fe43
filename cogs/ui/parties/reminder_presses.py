"""What presses on a member's own reminders do."""

from __future__ import annotations

from dataclasses import replace

from discord import ui

from bot.discordpy.codes import NOT_REACHED, UNANSWERED, outcome_of
from bot.domain.party import REMINDER_MINUTES, ReminderChoice
from bot.errors import EtoileError
from cogs.ui.kit.controls import Press, pressed
from cogs.ui.kit.delivery import Letter, send
from cogs.ui.kit.reply import answer, asker_of, begin, redraw, say, words_of
from cogs.ui.parties.controls import DirectButton, MinutesSelect, QuietSelect, RemindersButton, StopButton
from cogs.ui.parties.reminders_panel import QUIET, reminders, stop_view


@pressed(RemindersButton)
async def open_reminders(interaction: Press, control: RemindersButton) -> None:
    await show(interaction)


@pressed(MinutesSelect)
async def choose_minutes(interaction: Press, control: MinutesSelect) -> None:
    chosen = frozenset(control.numbers) & frozenset(REMINDER_MINUTES)
    await _change(interaction, minutes=chosen)


@pressed(QuietSelect)
async def choose_quiet_hours(interaction: Press, control: QuietSelect) -> None:
    value = control.values[0]
    if value not in QUIET:
        await _change(interaction, quiet_from=None, quiet_to=None)
    else:
        first, last = value.split("-")
        await _change(interaction, quiet_from=int(first) * 60, quiet_to=int(last) * 60)


@pressed(DirectButton)
async def choose_direct(interaction: Press, control: DirectButton) -> None:
    words = words_of(interaction)
    if control.number("on"):
        await begin(interaction)
        try:
            test = Letter(content=words("party-direct-test"), view=stop_view(words))
            await send(interaction.user, test, nonce=f"d-{interaction.id}")
        except UNANSWERED as error:
            if outcome_of(error) not in NOT_REACHED:
                raise
            raise EtoileError("party-direct-closed") from None
    await _change(interaction, direct=bool(control.number("on")))


@pressed(StopButton)
async def stop_reminders(interaction: Press, control: StopButton) -> None:
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
