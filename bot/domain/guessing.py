"""What a channel is for, guessed from its name: how far it may talk openly. Proposed, never done unasked."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE

_EPISODE = re.compile(r"(?:^|[^a-z])(?:s1?0?1?e|e|ep|eps|episode|épisode|episodes|épisodes)[-_ ]?0?([1-8])(?![0-9])")
_KEPT = re.compile(r"(?:no|sans|zero|zéro|non|0)[-_ ]?spoil|spoil\w*[-_ ]?free")
_ALL = re.compile(
    r"finale?(?![a-z])|season[-_ ]?(?:1|one)(?![0-9])|saison[-_ ]?1(?![0-9])"
    r"|whole[-_ ]season|spoil|tout[-_ ]vu|all[-_ ]seen"
)


def horizon_for(name: str) -> int | None:
    """The horizon that a channel of this name seems to have, 1 to 8; None where its name says nothing of it."""
    written = name.casefold()
    if _KEPT.search(written):
        return None
    if (episode := _EPISODE.search(written)) is not None:
        return max(int(episode[1]), FIRST_EPISODE)
    return LAST_EPISODE if _ALL.search(written) else None


def horizons_for(names: Mapping[int, str], known: Mapping[int, int], server: int) -> dict[int, int]:
    """Of channels by id, those whose name asks for more than holds there, with how much. `known`: the horizons that
    were set already, which stay; `server`: what holds elsewhere."""
    guessed = {channel_id: horizon_for(name) for channel_id, name in names.items() if channel_id not in known}
    return {channel_id: level for channel_id, level in guessed.items() if level is not None and level > server}
