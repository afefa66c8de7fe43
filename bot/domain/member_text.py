"""Text that a member wrote. It stands in a channel and may spoil, so that only somebody's eyes open it.

Its words are kept from everybody who does not say for whom: a service or a panel that wants them asks with a `Viewer`
(a `Reader` for an answer to one member, an `Audience` for a message to all). So nobody can forget the question.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel or a thread; `parent_id` is the channel that a thread belongs to."""

    id: int
    parent_id: int | None = None


WHOLE_SERVER = Channel(0)
"""Where a text stands that belongs to no channel: whoever is on the server may view it."""


class Viewer(Protocol):
    """For whom something is shown."""

    def may_read(self, level: int, channel: Channel) -> bool:
        """Whether they may read a text that spoils up to episode `level` and stands in `channel`."""
        ...


@dataclass(frozen=True, slots=True)
class MemberText:
    """What a member wrote: a question, an answer, a note.

    `level` is the episode up to which it may spoil: the highest of what its author said, the horizon of the channel in
    which it was posted, and what the watchwords in it say (see `level_of_text`).
    """

    _words: str = field(repr=False)
    level: int
    channel: Channel

    def opened(self, viewer: Viewer) -> str | None:
        """The words, for whoever may read them; None for everybody else."""
        return self._words if viewer.may_read(self.level, self.channel) else None

    def to_store(self) -> str:
        """The words, to be stored. For `bot.store` only, and for a server's own export: nobody reads them there."""
        return self._words

    def says(self, words: str) -> bool:
        """Whether it says just these words, in whatever case: so that nothing is offered twice."""
        return self._words.casefold() == words.casefold()

    def is_just(self, words: str) -> bool:
        """Whether it says just these words, letter by letter: so that what was not changed counts as no change."""
        return self._words == words

    def reworded(self, words: str) -> MemberText:
        """Other words in the same place, which spoil no less."""
        return replace(self, _words=words)

    def raised(self, level: int) -> MemberText:
        """The same words, which spoil at least up to episode `level`."""
        return self if level <= self.level else replace(self, level=level)


class Author:
    """Somebody who is shown what they wrote themselves, and nothing else."""

    def may_read(self, level: int, channel: Channel) -> bool:
        """Always: they wrote it."""
        return True
