"""When and where a member wants to be reminded; the same on every server, and off with one press."""

from __future__ import annotations

import discord
from discord import ui

from bot.domain.party import REMINDER_MINUTES, ReminderChoice
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.parties.controls import DirectButton, MinutesSelect, QuietSelect, StopButton
from cogs.ui.parties.text import city

QUIET = ("", "22-8", "23-7", "23-9", "0-8", "1-10", "8-18")
"""Quiet hours that can be chosen, as hours of the member's own day."""


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
    stop = StopButton.draw(words("party-stop"))
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
