"""What autocomplete offers, as Discord takes it."""

from __future__ import annotations

from collections.abc import Sequence

from discord import app_commands

from bot.domain.show import Match
from bot.text import Words

LONGEST = 100


def episode_choices(found: Sequence[Match], words: Words) -> list[app_commands.Choice[int]]:
    """Episodes as "Episode 5", with the title for who may see it; the value is the number."""
    return [
        app_commands.Choice(
            name=words("facts-episode", number=match.label)[:LONGEST], value=int(match.id.rpartition("-")[2])
        )
        for match in found
    ]
