"""What the services tell about polls: plain values, holding only what their reader may see."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from bot.domain.locale import Locale
from bot.domain.poll import Ballot, Hidden, Poll
from bot.domain.poll_draft import Draft
from bot.domain.show import Side
from bot.domain.tally import Arc, Tally
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE
from bot.errors import EtoileError


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One answer in the reader's language. `written` says that a member wrote it: it must be escaped."""

    text: str
    blurb: str | None
    side: Side
    written: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The texts of a poll for somebody who may read them. `written`: the question is a member's own text."""

    question: str
    blurb: str | None
    answers: tuple[Label, ...]
    written: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A poll as everybody in its channel may see it. `wording` None: only that there is a poll, and what it spoils.

    `tally` is None where counts are not public (yet); `voters` is how many ballots there are. `version` rises with
    every change: an older card must not replace a newer one.
    """

    poll: Poll
    version: int
    wording: Wording | None
    tally: Tally | None
    hidden: Hidden | None
    voters: int
    locale: Locale
    horizon: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotView:
    """A poll as one member sees it: their own ballot, and the counts if they may see them.

    In an arc everything is about `episode`; `ballots` are theirs by episode and `reached` is how far they are.
    """

    poll: Poll
    wording: Wording
    episode: int
    ballots: Mapping[int, Ballot]
    tally: Tally | None
    hidden: Hidden | None
    voters: int
    reached: int

    @property
    def mine(self) -> frozenset[int]:
        """What the member chose, nothing when they gave no ballot."""
        ballot = self.ballots.get(self.episode)
        return ballot.choices if ballot else frozenset()

    @property
    def next_episode(self) -> int | None:
        """In an arc: the next episode that they have finished and not voted on, else an earlier one; None when there
        is none."""
        if not self.poll.arc:
            return None
        finished = range(FIRST_EPISODE, min(self.reached, LAST_EPISODE) + 1)
        left = [episode for episode in finished if episode not in self.ballots]
        return next((episode for episode in left if episode > self.episode), left[0] if left else None)


Outcome = Literal["recorded", "changed", "withdrawn", "unchanged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What became of a press. `card` makes the public card as it is after it; None when it must be read anew."""

    outcome: Outcome
    view: BallotView
    version: int
    card: Callable[[], Card] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The outcome of a poll for one reader: the counts, or the arc, or why they are hidden.

    `voters` is how many ballots there are, in an arc those that are shown. `names` is who chose each answer, for named
    polls only; `more` how many voters are not among them.
    """

    poll: Poll
    wording: Wording
    tally: Tally | None
    arc: Arc | None
    hidden: Hidden | None
    voters: int
    names: tuple[tuple[int, ...], ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedResult:
    """How a poll stands, for everybody in a place, in the language of the place; what stands openly spoils episodes up
    to `level`."""

    result: Result
    locale: Locale
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """The end of a poll, to be told in its channel: openly where `covered` is False, else behind a spoiler.

    `result` is None where the channel may not read the poll at all.
    """

    card: Card
    result: Result | None
    covered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A poll in a list: its texts, or None when the reader has not reached what it spoils. `voters`: its ballots."""

    poll: Poll
    wording: Wording | None
    voters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PollPage:
    """One page of a server's polls (`page` from 0), and how many there are in all."""

    polls: list[Listed]
    page: int
    pages: int
    open: int
    closed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftView:
    """What the author sees before posting. `problem` keeps it from being posted.

    `horizon` is that of the channel in which it will stand; `spoken` is what its words spoil by themselves.
    """

    draft: Draft
    wording: Wording | None
    problem: EtoileError | None
    horizon: int
    spoken: int

    @property
    def asks(self) -> bool:
        """Whether its words spoil more than the author says and may be said there: posting it sets the gate."""
        return self.spoken > max(self.draft.gate, self.horizon)
