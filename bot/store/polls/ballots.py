"""Ballots, and the counts that are kept beside them in the same transaction: no result is ever counted anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TypeAlias, cast

from bot.domain.instants import to_ms
from bot.domain.poll import MOST_ANSWERS, Ballot, Poll, PollState
from bot.domain.readers import Asker, Reader
from bot.domain.tally import Tallies, Tally, from_mask, to_mask, total
from bot.errors import EtoileError
from bot.store.engine.database import Row, Statement, Transaction, sql
from bot.store.guild_settings import STAND_COLUMNS, STAND_JOINS, reader_of
from bot.store.polls.polls import POLL_COLUMNS, load_polls, touch_poll, versioned

_PLACES = range(MOST_ANSWERS)
_COLUMNS = ", ".join(f"c{place}" for place in _PLACES)

Allow: TypeAlias = Callable[[Poll, Reader], str]
"""Says under which name the voter's ballot is stored. Raises EtoileError for who may not vote, which undoes all."""
Choose: TypeAlias = Callable[[Poll, frozenset[int]], frozenset[int]]
"""From what was chosen so far to what is to stand (nothing: no ballot). Raises EtoileError to refuse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """What became of a ballot: the poll, the counts of its episode, the ballot before and now.

    `version` rises with every change of the poll and of these counts (in an arc, of its episode and group only).
    `mine` holds all ballots of the voter by episode, as they are now.
    """

    poll: Poll
    version: int
    reader: Reader
    tally: Tally
    before: Ballot | None
    now: Ballot | None
    mine: dict[int, Ballot]


# The poll and the voter at once. The row lock makes whoever else changes ballots of this poll wait: on
# SQLite there is one writer anyway.
_HOLD = f"SELECT version, {POLL_COLUMNS}, {STAND_COLUMNS} FROM polls {STAND_JOINS} WHERE polls.id = :poll_id"
_HOLD_POSTGRES = f"{_HOLD} FOR NO KEY UPDATE OF polls"


def cast_ballot(
    *, poll_id: int, asker: Asker, episode: int, allow: Allow, choose: Choose, at: datetime
) -> Transaction[Cast]:
    """Changes one member's ballot and the counts with it. Everything that the rules ask is read here, at this press.

    `episode` is 0 but in an arc.
    """
    held = yield Statement(
        _HOLD,
        {
            "poll_id": poll_id,
            "user_id": asker.user_id,
            "guild_id": asker.guild_id,
            "channel_id": asker.channel_id,
            "parent_id": asker.parent_id,
        },
        _HOLD_POSTGRES,
    )
    if not held:
        raise EtoileError("poll-gone")
    poll, version = versioned(held[0])
    reader = reader_of(held[0], channel_id=asker.channel_id, may_view=asker.may_view)
    voter = allow(poll, reader)
    mine = yield from load_ballots(poll_id=poll_id, voter=voter)
    before = mine.pop(episode, None)
    choices = choose(poll, before.choices if before else frozenset())
    now = Ballot(choices=choices, newcomer=poll.arc and reader.level == episode) if choices else None
    yield from _store(poll_id, voter, episode, now, at)
    tally, changes = yield from _count(poll_id, episode, before, now)
    if poll.arc:  # the other group counts too
        tallies = yield from load_tallies(poll_id=poll_id, episode=episode)
        tally = total(tallies)
    if now is not None:
        mine[episode] = now
    return Cast(poll=poll, version=version + changes, reader=reader, tally=tally, before=before, now=now, mine=mine)


def _store(poll_id: int, voter: str, episode: int, ballot: Ballot | None, at: datetime) -> Transaction[None]:
    if ballot is None:
        yield sql(
            "DELETE FROM poll_ballots WHERE poll_id = :poll_id AND voter = :voter AND episode = :episode",
            poll_id=poll_id,
            voter=voter,
            episode=episode,
        )
        return
    yield sql(
        """
        INSERT INTO poll_ballots (poll_id, voter, episode, choices, newcomer, cast_at)
        VALUES (:poll_id, :voter, :episode, :choices, :newcomer, :at)
        ON CONFLICT (poll_id, voter, episode) DO UPDATE
        SET choices = excluded.choices, newcomer = excluded.newcomer, cast_at = excluded.cast_at
        """,
        poll_id=poll_id,
        voter=voter,
        episode=episode,
        choices=to_mask(ballot.choices),
        newcomer=int(ballot.newcomer),
        at=to_ms(at),
    )


def _count(poll_id: int, episode: int, before: Ballot | None, after: Ballot | None) -> Transaction[tuple[Tally, int]]:
    """Changes the counts by what the ballot changed. Returns those of the group that the ballot is in now."""
    was = to_mask(before.choices) if before else 0
    now = to_mask(after.choices) if after else 0
    group = after.newcomer if after else before.newcomer if before else False
    if before is not None and before.newcomer != group:
        yield from _add(poll_id, episode, before.newcomer, was, 0)
        was = 0
    return (yield from _add(poll_id, episode, group, was, now))


@lru_cache(maxsize=2048)
def _counting(was: int, now: int) -> str:
    """The statement that counts a ballot of the bits `now` instead of that of `was`; it names only what changes."""
    changes = ["changes = changes + 1"]
    if bool(was) != bool(now):
        changes.append(f"voters = voters {'+' if now else '-'} 1")
    moved = (place for place in _PLACES if (was ^ now) >> place & 1)
    changes += [f"c{place} = c{place} {'+' if now >> place & 1 else '-'} 1" for place in moved]
    return f"""
        UPDATE poll_tallies SET {", ".join(changes)}
        WHERE poll_id = :poll_id AND episode = :episode AND newcomer = :newcomer
        RETURNING changes, voters, {_COLUMNS}
        """


_BEGIN = f"""
INSERT INTO poll_tallies (poll_id, episode, newcomer, changes, voters, {_COLUMNS})
VALUES (:poll_id, :episode, :newcomer, 0, 0, {", ".join("0" for _ in _PLACES)})
"""


def _add(poll_id: int, episode: int, newcomer: bool, was: int, now: int) -> Transaction[tuple[Tally, int]]:
    """Counts a ballot of these bits instead of that one; 0 is none. Returns the counts, and how often they changed."""
    statement = sql(_counting(was, now), poll_id=poll_id, episode=episode, newcomer=int(newcomer))
    rows = yield statement
    if not rows:  # the first ballot here; whoever else votes in this poll waits for us
        yield sql(_BEGIN, poll_id=poll_id, episode=episode, newcomer=int(newcomer))
        rows = yield statement
    return _tally(rows[0], 1), rows[0]["changes"]


def load_ballots(*, poll_id: int, voter: str) -> Transaction[dict[int, Ballot]]:
    """All ballots of a member in a poll, by episode (0 but in an arc)."""
    rows = yield sql(
        "SELECT episode, choices, newcomer FROM poll_ballots WHERE poll_id = :poll_id AND voter = :voter",
        poll_id=poll_id,
        voter=voter,
    )
    return {row["episode"]: _ballot(row) for row in rows}


def load_tallies(*, poll_id: int, episode: int | None = None) -> Transaction[Tallies]:
    """The counts of a poll (of one episode of it) by episode and whether of newcomers."""
    tallies, _ = yield from load_counts(poll_id=poll_id, episode=episode)
    return tallies


def load_counts(*, poll_id: int, episode: int | None = None) -> Transaction[tuple[Tallies, int]]:
    """The counts as `load_tallies` gives them, and how often they changed."""
    rows = yield sql(
        f"""
        SELECT episode, newcomer, changes, voters, {_COLUMNS} FROM poll_tallies
        WHERE poll_id = :poll_id AND episode BETWEEN :first AND :last
        """,
        poll_id=poll_id,
        first=0 if episode is None else episode,
        last=99 if episode is None else episode,
    )
    tallies = {(row["episode"], bool(row["newcomer"])): _tally(row, 3) for row in rows}
    return tallies, sum(row["changes"] for row in rows)


def count_voters(*, poll_ids: Sequence[int]) -> Transaction[dict[int, int]]:
    """How many ballots each of these polls has (in an arc, of all episodes)."""
    if not poll_ids:
        return {}
    named = {f"p{n}": poll_id for n, poll_id in enumerate(poll_ids)}
    wanted = ", ".join(f":{name}" for name in named)
    rows = yield sql(
        f"SELECT poll_id, SUM(voters) AS voters FROM poll_tallies WHERE poll_id IN ({wanted}) GROUP BY poll_id", **named
    )
    return {row["poll_id"]: int(row["voters"]) for row in rows}


def list_voters(*, poll_id: int, limit: int) -> Transaction[list[tuple[int, frozenset[int]]]]:
    """Who chose what in a named poll, in the order of their last vote. Never to be called for an anonymous one."""
    rows = yield sql(
        """
        SELECT b.voter, b.choices FROM poll_ballots AS b JOIN polls AS p ON p.id = b.poll_id
        WHERE b.poll_id = :poll_id AND p.anonymous = 0 ORDER BY b.cast_at, b.voter LIMIT :most
        """,
        poll_id=poll_id,
        most=limit,
    )
    return [(int(row["voter"]), from_mask(row["choices"])) for row in rows]


def drop_ballots(*, poll_id: int) -> Transaction[None]:
    """Deletes all ballots of a poll and sets its counts to nothing."""
    yield sql("DELETE FROM poll_ballots WHERE poll_id = :poll_id", poll_id=poll_id)
    nothing = ", ".join(f"c{place} = 0" for place in _PLACES)
    yield sql(
        f"UPDATE poll_tallies SET changes = changes + 1, voters = 0, {nothing} WHERE poll_id = :poll_id",
        poll_id=poll_id,
    )


def list_poll_ids() -> Transaction[list[tuple[int, bool]]]:
    """Every poll that may hold ballots, and whether it is anonymous: to find those of a member."""
    rows = yield sql("SELECT id, anonymous FROM polls WHERE state <> 'deleted' ORDER BY id")
    return [(row["id"], bool(row["anonymous"])) for row in rows]


def forget_ballots(voters: Sequence[tuple[int, str]]) -> Transaction[list[int]]:
    """Deletes the ballots stored under these (poll, voter) names. Returns the polls that held any.

    An open poll loses the votes too. Of a closed one the counts stay, as its result was told long ago.
    """
    touched: list[int] = []
    for poll_id, voter in voters:
        found = yield from load_ballots(poll_id=poll_id, voter=voter)
        if not found:
            continue
        poll, _ = (yield from touch_poll(poll_id=poll_id)) or (None, 0)
        yield sql("DELETE FROM poll_ballots WHERE poll_id = :poll_id AND voter = :voter", poll_id=poll_id, voter=voter)
        if poll is not None and poll.state == PollState.OPEN:
            for episode, ballot in found.items():
                yield from _add(poll_id, episode, ballot.newcomer, to_mask(ballot.choices), 0)
        touched.append(poll_id)
    return touched


def list_ballots_of(voters: Sequence[tuple[int, str]]) -> Transaction[list[tuple[Poll, dict[int, Ballot]]]]:
    """The ballots stored under these (poll, voter) names, with their polls: for who asks what is stored of them."""
    if not voters:
        return []
    wanted = dict(voters)
    rows = yield sql(
        f"""
        SELECT poll_id, voter, episode, choices, newcomer FROM poll_ballots
        WHERE voter IN ({", ".join(f":v{n}" for n in range(len(voters)))})
        """,
        **{f"v{n}": voter for n, (_, voter) in enumerate(voters)},
    )
    given: dict[int, dict[int, Ballot]] = {}
    for row in rows:
        if wanted.get(row["poll_id"]) == row["voter"]:
            given.setdefault(row["poll_id"], {})[row["episode"]] = _ballot(row)
    polls = yield from load_polls(poll_ids=sorted(given))
    return [(poll, given[poll_id]) for poll_id, poll in polls.items()]


def _ballot(row: Row) -> Ballot:
    return Ballot(choices=from_mask(row["choices"]), newcomer=bool(row["newcomer"]))


def _tally(row: Row, start: int) -> Tally:
    """The counts of a row, which begin with `voters` in the column numbered `start`."""
    values: tuple[int, ...] = tuple(cast("Iterable[int]", row))
    return Tally(values[start], values[start + 1 : start + 1 + MOST_ANSWERS])
