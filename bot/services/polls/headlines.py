"""What a result says in one sentence: who leads, by how much, and how an arc went."""

from __future__ import annotations

from collections.abc import Callable

from bot.domain.poll import PollState
from bot.domain.tally import Arc, Tally
from bot.services.polls.values import Label, Result
from bot.text import Words

Name = Callable[[Label], str]
MOST_TIED = 3
"""So many answers that share the lead are named; more are counted."""


def plain(answer: Label) -> str:
    """An answer's name where nothing is markup."""
    return answer.text


def headline(result: Result, words: Words, *, name: Name = plain) -> str:
    """One sentence about the counts or the arc that `result` shows; empty where it shows none.

    `name` writes an answer's name: pass one that escapes where the sentence will be read as markdown.
    """
    if result.arc is not None and result.arc.known:
        return _story(result, result.arc, words, name)
    if result.tally is not None and result.tally.voters:
        return _lead(result, result.tally, words, name)
    return ""


def _lead(result: Result, tally: Tally, words: Words, name: Name) -> str:
    answers, leaders = result.wording.answers, tally.leaders
    if len(leaders) > MOST_TIED:
        return words("poll-head-shared", count=len(leaders))
    if len(leaders) != 1:
        return words("poll-tied", names=words("poll-and").join(name(answers[index]) for index in leaders))
    (first,) = leaders
    over, who, most = str(result.poll.state == PollState.CLOSED).lower(), name(answers[first]), tally.counts[first]
    if most == tally.voters:
        return words("poll-head-all", name=who, count=most)
    if len(answers) == 2 and result.poll.most == 1:
        return words("poll-head-duel", over=over, name=who, most=most, other=tally.voters - most)
    return words("poll-head-ahead", over=over, name=who, most=most, voters=tally.voters)


def _story(result: Result, arc: Arc, words: Words, name: Name) -> str:
    """Who led first, where that changed, and who is ahead at the end."""
    episodes = [point.episode for point in arc.known]
    turns = _turns(arc)
    names = [name(result.wording.answers[index]) for _, index in turns]
    if not turns:
        return words("poll-story-level")
    if len(turns) == 1:
        return words("poll-story-at" if len(episodes) == 1 else "poll-story-on", name=names[0], first=turns[0][0])
    if len(turns) == 2:
        return words("poll-story-two", before=names[0], name=names[1], episode=turns[1][0])
    if len(turns) == 3 and turns[0][1] == turns[2][1]:
        return words("poll-story-back", other=names[1], name=names[2], lost=turns[1][0], again=turns[2][0])
    return words("poll-story-many", count=len(turns) - 1, name=names[-1], last=episodes[-1])


def _turns(arc: Arc) -> list[tuple[int, int]]:
    """The episodes at which somebody takes the lead alone, and who. A tie leaves it where it was."""
    turns: list[tuple[int, int]] = []
    for point in arc.known:
        leaders = point.tally.leaders if point.tally else ()
        if len(leaders) == 1 and (not turns or turns[-1][1] != leaders[0]):
            turns.append((point.episode, leaders[0]))
    return turns
