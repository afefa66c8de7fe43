"""Polls. (Drafts: `bot.store.polls.drafts`; ballots and counts: `bot.store.polls.ballots`.)"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from functools import lru_cache
from typing import Any, cast

from bot.domain.instants import from_ms, to_ms
from bot.domain.locale import Locale
from bot.domain.member_text import Channel, MemberText
from bot.domain.poll import Option, Poll, PollState
from bot.store import meta
from bot.store.engine.database import Row, Transaction, sql
from bot.store.polls import cards as poll_cards

_NAMES = tuple(field.name for field in fields(Poll))
POLL_COLUMNS = ", ".join(f"polls.{name}" for name in (*_NAMES, "level"))
"""The columns of a poll have the names of its fields. `version` is none of them, and `level` is that of its texts."""
_GATES = "poll_gates"
POLLS_PER_SERVER = 500
"""How many polls of a server are looked through for a list or a suggestion, the newest first."""


# -- polls


def insert_poll(poll: Poll) -> Transaction[None]:
    """Stores a new poll."""
    yield sql(
        """
        INSERT INTO polls (id, guild_id, channel_id, parent_id, message_id, author_id, locale, preset_id, arc, question,
            answers, most, results, anonymous, gate, level, role_ids, opened_at, closes_at, state)
        VALUES (:id, :guild_id, :channel_id, :parent_id, :message_id, :author_id, :locale, :preset_id, :arc, :question,
            :answers, :most, :results, :anonymous, :gate, :level, :role_ids, :opened_at, :closes_at, :state)
        """,
        id=poll.id,
        guild_id=poll.guild_id,
        channel_id=poll.channel_id,
        parent_id=poll.parent_id,
        message_id=poll.message_id,
        author_id=poll.author_id,
        locale=poll.locale,
        preset_id=poll.preset_id,
        arc=int(poll.arc),
        question=poll.question.to_store(),
        answers=_answers_text(poll.answers),
        most=poll.most,
        results=poll.results,
        anonymous=int(poll.anonymous),
        gate=poll.gate,
        level=poll.question.level,
        role_ids=",".join(str(role_id) for role_id in sorted(poll.role_ids)),
        opened_at=to_ms(poll.opened_at),
        closes_at=None if poll.closes_at is None else to_ms(poll.closes_at),
        state=poll.state,
    )


def load_poll(*, poll_id: int) -> Transaction[Poll | None]:
    """A poll in whatever state, or None when there is none."""
    found = yield from load_versioned(poll_id=poll_id)
    return found[0] if found else None


def load_versioned(*, poll_id: int) -> Transaction[tuple[Poll, int] | None]:
    """A poll and its version, which rises with every change of it (not of its ballots)."""
    rows = yield sql(f"SELECT version, {POLL_COLUMNS} FROM polls WHERE id = :id", id=poll_id)
    return versioned(rows[0]) if rows else None


def touch_poll(*, poll_id: int) -> Transaction[tuple[Poll, int] | None]:
    """The poll and its version, which is raised: begins every change. Whoever else changes it now waits for us."""
    rows = yield sql(
        f"UPDATE polls SET version = version + 1 WHERE id = :id RETURNING version, {POLL_COLUMNS}", id=poll_id
    )
    return versioned(rows[0]) if rows else None


def list_polls(*, guild_id: int) -> Transaction[list[Poll]]:
    """The server's polls that are not deleted, open ones first, then the newest first."""
    rows = yield sql(
        f"""
        SELECT version, {POLL_COLUMNS} FROM polls WHERE guild_id = :guild_id AND state IN ('open', 'closed')
        ORDER BY CASE state WHEN 'open' THEN 0 ELSE 1 END, id DESC LIMIT :most
        """,
        guild_id=guild_id,
        most=POLLS_PER_SERVER,
    )
    return [versioned(row)[0] for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A poll of a server in few words, to be looked through by the hundred."""

    id: int
    channel: Channel
    state: PollState
    preset_id: str | None
    gate: int
    question: MemberText


def list_entries(*, guild_id: int) -> Transaction[list[Entry]]:
    """The server's polls that are not deleted, open ones first, then the newest first."""
    rows = yield sql(
        """
        SELECT id, channel_id, parent_id, state, preset_id, gate, level, question FROM polls
        WHERE guild_id = :guild_id AND state IN ('open', 'closed')
        ORDER BY CASE state WHEN 'open' THEN 0 ELSE 1 END, id DESC LIMIT :most
        """,
        guild_id=guild_id,
        most=POLLS_PER_SERVER,
    )
    return [_entry(*tuple(cast("Iterable[Any]", row))) for row in rows]


@lru_cache(maxsize=4096)
def _entry(
    poll_id: int,
    channel_id: int,
    parent_id: int | None,
    state: str,
    preset_id: str | None,
    gate: int,
    level: int,
    question: str,
) -> Entry:
    channel = Channel(channel_id, parent_id)
    return Entry(
        id=poll_id,
        channel=channel,
        state=PollState(state),
        preset_id=preset_id,
        gate=gate,
        question=MemberText(question, level, channel),
    )


def load_polls(*, poll_ids: Sequence[int]) -> Transaction[dict[int, Poll]]:
    """These polls, by id."""
    if not poll_ids:
        return {}
    named = {f"p{n}": poll_id for n, poll_id in enumerate(poll_ids)}
    wanted = ", ".join(f":{name}" for name in named)
    rows = yield sql(f"SELECT version, {POLL_COLUMNS} FROM polls WHERE id IN ({wanted}) ORDER BY id", **named)
    return {poll.id: poll for poll, _ in map(versioned, rows)}


def list_open_arcs(*, guild_id: int) -> Transaction[list[Poll]]:
    """The server's open arcs whose card stands, the newest first."""
    rows = yield sql(
        f"""
        SELECT version, {POLL_COLUMNS} FROM polls
        WHERE guild_id = :guild_id AND state = 'open' AND arc = 1 AND message_id IS NOT NULL
        ORDER BY id DESC LIMIT :most
        """,
        guild_id=guild_id,
        most=POLLS_PER_SERVER,
    )
    return [versioned(row)[0] for row in rows]


def find_open(*, guild_id: int, preset_ids: Sequence[str]) -> Transaction[Poll | None]:
    """The server's newest open poll that asks one of these ready-made questions."""
    named = {f"p{n}": preset_id for n, preset_id in enumerate(preset_ids)}
    if not named:
        return None
    wanted = ", ".join(f":{name}" for name in named)
    rows = yield sql(
        f"""
        SELECT version, {POLL_COLUMNS} FROM polls
        WHERE guild_id = :guild_id AND state = 'open' AND preset_id IN ({wanted}) ORDER BY id DESC LIMIT 1
        """,
        guild_id=guild_id,
        **named,
    )
    return versioned(rows[0])[0] if rows else None


def save_place(*, poll_id: int, channel_id: int, parent_id: int | None, message_id: int | None) -> Transaction[None]:
    """Remembers where the poll's card stands."""
    yield sql(
        "UPDATE polls SET channel_id = :channel_id, parent_id = :parent_id, message_id = :message_id WHERE id = :id",
        id=poll_id,
        channel_id=channel_id,
        parent_id=parent_id,
        message_id=message_id,
    )


def save_wording(poll: Poll) -> Transaction[None]:
    """Stores question and answers of a touched poll, what they spoil, how many may be chosen, and which shipped poll
    they come from."""
    yield sql(
        """
        UPDATE polls SET question = :question, answers = :answers, gate = :gate, level = :level, most = :most,
            preset_id = :preset_id
        WHERE id = :id
        """,
        id=poll.id,
        gate=poll.gate,
        level=poll.question.level,
        most=poll.most,
        question=poll.question.to_store(),
        answers=_answers_text(poll.answers),
        preset_id=poll.preset_id,
    )


def save_state(poll: Poll) -> Transaction[None]:
    """Stores state, end and round of a touched poll, and that its end is yet to be told."""
    yield sql(
        """
        UPDATE polls SET state = :state, closes_at = :closes_at, closed_at = :closed_at, round = :round,
            announced_at = NULL, result_message_id = NULL
        WHERE id = :id
        """,
        id=poll.id,
        state=poll.state,
        closes_at=None if poll.closes_at is None else to_ms(poll.closes_at),
        closed_at=None if poll.closed_at is None else to_ms(poll.closed_at),
        round=poll.round,
    )


def raise_gates(gates: Mapping[str, int]) -> Transaction[int]:
    """Raises the gates of polls by the shipped poll that they come from; never lowers one. Returns how many rose.

    Looks through all polls, so only when the gates are not those of the last time.
    """
    text = json.dumps(gates, sort_keys=True)
    if (yield from meta.load(_GATES)) == text:
        return 0
    yield from meta.save(_GATES, text)
    known = yield sql("SELECT preset_id, MIN(gate) AS gate FROM polls WHERE preset_id IS NOT NULL GROUP BY preset_id")
    raised: list[int] = []
    for row in known:
        gate = gates.get(row["preset_id"], 0)
        if gate > row["gate"]:
            rows = yield sql(
                """
                UPDATE polls SET gate = :gate, level = :gate, version = version + 1
                WHERE preset_id = :preset_id AND gate < :gate RETURNING id
                """,
                preset_id=row["preset_id"],
                gate=gate,
            )
            raised += (row["id"] for row in rows)
    yield from poll_cards.note_stale(raised)
    return len(raised)


def mark_announced(*, poll_id: int, round_: int, message_id: int) -> Transaction[None]:
    """Remembers the message that told the end (0: it could not be posted), unless the poll was reopened meanwhile."""
    yield sql(
        "UPDATE polls SET result_message_id = :message_id WHERE id = :id AND round = :round AND state = 'closed'",
        id=poll_id,
        message_id=message_id,
        round=round_,
    )


def forget_author(*, user_id: int) -> Transaction[list[int]]:
    """Deletes the member's drafts and takes their name off their polls. Returns the polls that were theirs."""
    yield sql("DELETE FROM poll_drafts WHERE author_id = :user_id", user_id=user_id)
    rows = yield sql(
        "UPDATE polls SET author_id = 0, version = version + 1 WHERE author_id = :user_id RETURNING id", user_id=user_id
    )
    return sorted(row["id"] for row in rows)


def purge_polls(*, closed_before: datetime) -> Transaction[int]:
    """Deletes polls that ended (or were deleted) before an instant, with their ballots and counts. Returns how many."""
    rows = yield sql(
        "DELETE FROM polls WHERE state <> 'open' AND closed_at < :before RETURNING id", before=to_ms(closed_before)
    )
    return len(rows)


# -- rows as values


def versioned(row: Row) -> tuple[Poll, int]:
    """The poll and its version, of a row that begins with `version` and POLL_COLUMNS."""
    values = tuple(cast("Iterable[Any]", row))
    return _poll(values[1 : 2 + len(_NAMES)]), values[0]


@lru_cache(maxsize=1024)
def _poll(values: tuple[Any, ...]) -> Poll:
    """A row of `polls` without its version, as a value. Kept, because the same row is read at every press."""
    row: dict[str, Any] = dict(zip(_NAMES, values[:-1], strict=True))
    row["question"] = MemberText(row["question"], values[-1], Channel(row["channel_id"], row["parent_id"]))
    row["locale"], row["state"] = Locale(row["locale"]), PollState(row["state"])
    row["arc"], row["anonymous"] = bool(row["arc"]), bool(row["anonymous"])
    row["answers"] = _answers(row["answers"], row["question"])
    row["role_ids"] = frozenset(int(part) for part in row["role_ids"].split(",") if part)
    for instant in ("opened_at", "closes_at", "closed_at", "announced_at"):
        row[instant] = _instant(row[instant])
    return Poll(**row)


def _instant(ms: int | None) -> datetime | None:
    return None if ms is None else from_ms(ms)


def _answers_text(answers: tuple[Option, ...]) -> str:
    return json.dumps(
        [
            {
                "label": answer.label.to_store(),
                "preset": answer.preset,
                "side": answer.side,
                "added_at": None if answer.added_at is None else to_ms(answer.added_at),
            }
            for answer in answers
        ],
        ensure_ascii=False,
    )


def _answers(text: str, question: MemberText) -> tuple[Option, ...]:
    return tuple(
        Option(
            label=question.reworded(each["label"]),
            preset=each["preset"],
            side=each["side"],
            added_at=_instant(each["added_at"]),
        )
        for each in json.loads(text)
    )
