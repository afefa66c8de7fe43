"""A poll, its ballots, and who may do and see what with it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

from bot.domain.locale import Locale
from bot.domain.member_text import Channel, MemberText
from bot.domain.show import Results, Side
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE, may_see
from bot.errors import EtoileError

FEWEST_ANSWERS = 2
MOST_ANSWERS = 10
QUESTION_LENGTH = 200
ANSWER_LENGTH = 55
SECRET_BELOW = 3
"""Results of an anonymous poll are hidden while fewer members than this have voted."""
LONGEST = timedelta(days=365)


class PollState(StrEnum):
    """Where a poll is in its life."""

    OPEN = "open"
    CLOSED = "closed"
    DELETED = "deleted"


Hidden = Literal["at-the-end", "after-voting", "too-few", "not-finished"]
"""Why a result is not shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One option, as it was written when the poll was posted; `preset` is its id in a shipped poll.

    `added_at` is set for answers that came later. Its index in the list is its identity: options are never removed.
    """

    label: MemberText
    preset: str | None = None
    side: Side = ""
    added_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """A posted poll. Its texts are opened for a reader by `bot.services.polls.texts` alone.

    `gate` is what its author said that it spoils: whoever votes must have seen that far. `question` and the options
    know themselves what they spoil: at least that, and what may be discussed where the poll was posted.

    `most`: how many answers a ballot may hold. `results`: who sees the count when. `round`: how often it was reopened.
    `result_message_id` is None while the end is still to be told, 0 where that could not be posted.
    """

    id: int
    guild_id: int
    channel_id: int
    parent_id: int | None
    message_id: int | None
    author_id: int
    locale: Locale
    preset_id: str | None
    arc: bool
    question: MemberText
    answers: tuple[Option, ...]
    most: int
    results: Results
    anonymous: bool
    gate: int
    role_ids: frozenset[int]
    opened_at: datetime
    closes_at: datetime | None
    closed_at: datetime | None
    state: PollState
    round: int
    announced_at: datetime | None
    result_message_id: int | None

    @property
    def channel(self) -> Channel:
        """The channel or thread in which it stands."""
        return Channel(self.channel_id, self.parent_id)

    @property
    def level(self) -> int:
        """Up to which episode its words may spoil."""
        return max(self.gate, self.question.level)

    @property
    def lowest(self) -> int:
        """The progress that a voter needs: the gate, and for an arc at least one episode to speak of."""
        return max(self.gate, FIRST_EPISODE) if self.arc else self.gate

    @property
    def names_shown(self) -> bool:
        """Whether results say who chose what. Not where voters must have seen an episode: that would tell it."""
        return not self.anonymous and not self.gate

    @property
    def readable_from(self) -> int:
        """The progress at which it may be read anywhere."""
        return max(self.lowest, self.level)

    @property
    def spoils(self) -> int:
        """Up to which episode the results give something away: an arc's sides say how the season went."""
        return LAST_EPISODE if self.arc else self.gate


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """What a member chose: indices of options. `newcomer`: had seen just this episode (arcs only)."""

    choices: frozenset[int]
    newcomer: bool = False


class NotReached(EtoileError):
    """The member has not reached the episode that this poll spoils. They may say that they have."""

    def __init__(self, poll: Poll) -> None:
        episode = poll.readable_from
        super().__init__("poll-not-reached", episode=episode)
        self.poll_id = poll.id
        self.episode = episode
        self.arc = poll.arc


def check_present(poll: Poll | None, *, guild_id: int | None) -> Poll:
    """The poll, when it exists and belongs to this server. Raises EtoileError otherwise."""
    if poll is None:
        raise EtoileError("poll-gone")
    if poll.guild_id != guild_id:
        raise EtoileError("poll-elsewhere")
    if poll.state == PollState.DELETED:
        raise EtoileError("poll-was-deleted")
    return poll


def check_gate(poll: Poll, *, level: int) -> None:
    """Raises NotReached for who may not read this poll at all."""
    if not may_see(level, poll.lowest):
        raise NotReached(poll)


def check_may_vote(poll: Poll, *, level: int, role_ids: frozenset[int], episode: int, now: datetime) -> None:
    """Raises EtoileError unless a member at `level` with these roles may vote now, in an arc for `episode`."""
    if poll.state == PollState.CLOSED or (poll.closes_at is not None and now >= poll.closes_at):
        raise EtoileError("poll-closed-to-votes")
    if poll.role_ids and not poll.role_ids & role_ids:
        raise EtoileError("poll-other-roles")
    check_gate(poll, level=level)
    if not (FIRST_EPISODE <= episode <= min(level, LAST_EPISODE) if poll.arc else episode == 0):
        raise EtoileError("poll-episode-not-reached")


def unanswered(
    poll: Poll, answered: Collection[int], *, level: int, role_ids: frozenset[int], now: datetime
) -> frozenset[int]:
    """At which episodes of an arc a member may vote now, and has not."""
    try:
        check_may_vote(poll, level=level, role_ids=role_ids, episode=FIRST_EPISODE, now=now)
    except EtoileError:
        return frozenset()
    return frozenset(range(FIRST_EPISODE, min(level, LAST_EPISODE) + 1)).difference(answered)


def toggled(poll: Poll, chosen: frozenset[int], option: int) -> frozenset[int]:
    """The choices after pressing the button of one answer: taken back when it was chosen, else added, or instead of
    the former where one answer is all. Raises EtoileError beyond the limit or for an answer that does not exist."""
    _check_options(poll, {option})
    if option in chosen:
        return chosen - {option}
    if poll.most == 1:
        return frozenset({option})
    if len(chosen) >= poll.most:
        raise EtoileError("poll-too-many", most=poll.most)
    return chosen | {option}


def chosen_set(poll: Poll, options: frozenset[int]) -> frozenset[int]:
    """`options` as a ballot. Raises EtoileError when they are too many or do not exist."""
    _check_options(poll, options)
    if len(options) > poll.most:
        raise EtoileError("poll-too-many", most=poll.most)
    return options


def _check_options(poll: Poll, options: frozenset[int] | set[int]) -> None:
    if any(not 0 <= option < len(poll.answers) for option in options):
        raise EtoileError("poll-no-such-answer")


def hidden(poll: Poll, *, voted: bool, voters: int, level: int, episode: int = 0) -> Hidden | None:
    """Why a reader at `level` may not see the counts (of `episode`, in an arc), or None when they may.

    The same for everybody: neither the author nor a moderator sees more. `voters` is how many ballots were given.
    """
    if poll.arc and episode > level:
        return "not-finished"
    if poll.state == PollState.OPEN:
        if poll.results == "end":
            return "at-the-end"
        if poll.results == "voted" and not voted:
            return "after-voting"
    if not poll.names_shown and voters < SECRET_BELOW:
        return "too-few"
    return None


def check_closing(closes_at: datetime | None, *, now: datetime) -> None:
    """Raises EtoileError for an end in the past or more than a year ahead."""
    if closes_at is None:
        return
    if closes_at <= now:
        raise EtoileError("poll-closes-in-past")
    if closes_at - now > LONGEST:
        raise EtoileError("poll-closes-too-late")


def with_answer(poll: Poll, label: str, *, at: datetime) -> Poll:
    """The poll with one more answer. Raises EtoileError when it is full, or has that answer already."""
    if len(poll.answers) >= MOST_ANSWERS:
        raise EtoileError("poll-full", most=MOST_ANSWERS)
    if any(option.label.says(label) for option in poll.answers):
        raise EtoileError("poll-answer-twice")
    check_label(label)
    answers = (*poll.answers, Option(label=poll.question.reworded(label), added_at=at))
    most = len(answers) if poll.most == len(poll.answers) else poll.most  # as many as one likes stays that
    return replace(poll, answers=answers, most=most)


def with_level(poll: Poll, level: int, *, lower: bool = False) -> Poll:
    """The poll whose words spoil at least up to episode `level`; exactly that, if they may also come to spoil less."""

    def moved(text: MemberText) -> MemberText:
        return replace(text, level=level) if lower else text.raised(level)

    options = tuple(replace(option, label=moved(option.label)) for option in poll.answers)
    return replace(poll, question=moved(poll.question), answers=options)


def without_words(poll: Poll) -> Poll:
    """The poll, of whose question and options nothing is left."""
    options = tuple(replace(option, label=option.label.reworded("")) for option in poll.answers)
    return replace(poll, question=poll.question.reworded(""), answers=options, preset_id=None)


def check_answers(labels: list[str]) -> list[str]:
    """The labels, when they are 2 to 10, of a length that fits, and all different. Raises EtoileError otherwise."""
    if not FEWEST_ANSWERS <= len(labels) <= MOST_ANSWERS:
        raise EtoileError("poll-answer-count", fewest=FEWEST_ANSWERS, most=MOST_ANSWERS, count=len(labels))
    for label in labels:
        check_label(label)
    if len({label.casefold() for label in labels}) < len(labels):
        raise EtoileError("poll-answer-twice")
    return labels


def check_label(label: str) -> None:
    """Raises EtoileError for a label that is longer than fits."""
    if len(label) > ANSWER_LENGTH:
        raise EtoileError("poll-answer-long", most=ANSWER_LENGTH, count=len(label))
