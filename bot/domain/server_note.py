"""Notes that a server's moderators put beside a page of `/etoile`: what the show pack cannot know, because it ends at
a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from bot.domain.member_text import MemberText, Viewer

MOST_NOTES = 25
"""Notes of one server."""
NOTE_LENGTH = 500
"""Characters of a note."""
LINK_LENGTH = 300
_LINK = re.compile(r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]+)?([/?#][A-Za-z0-9._~/?#!$&'*+,;=:@%-]*)?")
"""An address without brackets, spaces and user names: what would end a masked link, or hide where it leads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerNote:
    """A note as it is stored.

    `about` is the page beside which it stands: "status", or its kind and record ("fact/fact-why"). `said` is the level
    that its author gave it; `text.level` is never less. It goes by itself at `until` (aware UTC). `author_id` is 0
    when its author was forgotten.
    """

    id: int
    guild_id: int
    about: str
    text: MemberText
    said: int
    link: str | None
    until: datetime | None
    author_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNote:
    """A note opened for those who see it."""

    words: str
    level: int
    link: str | None


def shown_to(note: ServerNote, viewer: Viewer) -> ShownNote | None:
    """The note for a viewer; None for whoever may not read it."""
    words = note.text.opened(viewer)
    return None if words is None else ShownNote(words=words, level=note.text.level, link=note.link)


def is_link(written: str) -> bool:
    """Whether this can be shown as a link that leads where it says."""
    return len(written) <= LINK_LENGTH and _LINK.fullmatch(written) is not None
