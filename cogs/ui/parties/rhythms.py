"""How often a series takes place: as it is suggested, and as people say it."""

from __future__ import annotations

from discord.app_commands import Choice

from bot.errors import EtoileError
from bot.text import Words
from bot.when import Rhythm, parse_rhythm
from cogs.ui.kit.controls import Press
from cogs.ui.kit.labels import holds
from cogs.ui.kit.reply import words_of

USUAL = (
    *(Rhythm(every="week", step=step) for step in (1, 2)),
    *(Rhythm(every="day", step=step) for step in (1, 2, 3)),
    Rhythm(every="week", step=3),
    *(Rhythm(every="month", nth=nth) for nth in (1, 2, 3, 4, -1)),
)
_NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}


def rhythm_name(rhythm: Rhythm, words: Words) -> str:
    """The rhythm as people say it, which `parse_rhythm` reads back."""
    days = [words(f"party-weekday-{number}") for number in sorted(rhythm.weekdays)]
    if rhythm.every == "month" and rhythm.nth is not None:
        if days:
            return words("party-nth-weekday", nth=words("party-nth", nth=rhythm.nth), day=days[0])
        return words(f"party-choice-{_NTH.get(rhythm.nth, 'last')}")
    if len(days) > 1:
        listed = words("party-days-and", first=", ".join(days[:-1]), last=days[-1])
        return words("party-weeks-on", often=words("party-every-week", step=rhythm.step), days=listed)
    if days:
        return words("party-every-weekday", step=rhythm.step, day=days[0])
    return words(f"party-every-{rhythm.every}", step=rhythm.step)


async def suggest_rhythms(interaction: Press, typed: str) -> list[Choice[str]]:
    """What was typed, as it is understood, and the usual ones that hold it."""
    words = words_of(interaction)
    found = [rhythm for rhythm in USUAL if holds(rhythm_name(rhythm, words), typed)]
    try:
        found.insert(0, parse_rhythm(typed))
    except EtoileError:
        found = found or list(USUAL)
    labels = {rhythm_name(rhythm, words): rhythm.code for rhythm in reversed(found)}
    return [Choice(name=label[:100], value=code) for label, code in reversed(labels.items())][:25]
