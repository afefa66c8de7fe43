"""Databases that have been in use for long: rows by the hundred thousand, written past the bot while it rests."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

FAR = 4_102_444_800_000
"""An instant that does not come (in the year 2100), in milliseconds."""
LONG_AGO = 1_700_000_000_000
FIRST = 5_000_000_000
"""The lowest id of what is written here."""


def _many(file: Path, statement: str, rows: Iterable[dict[str, Any]]) -> None:
    connection = sqlite3.connect(file, timeout=60)
    try:
        with connection:
            connection.executemany(statement, rows)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def polls(file: Path, count: int) -> None:
    """Polls of many servers, most of them closed long ago."""
    answers = json.dumps(["One", "Another"])
    statement = """
        INSERT INTO polls (id, guild_id, channel_id, author_id, locale, arc, question, answers, most, results,
                           anonymous, gate, role_ids, opened_at, closes_at, closed_at, state, message_id)
        VALUES (:id, :guild, :id, 1, 'en', 0, 'Which of the two?', :answers, 1, 'live',
                1, 0, '', :at, :at, :closed, :state, :id)
        """
    rows = (
        {
            "id": FIRST + n,
            "guild": FIRST + n % 5000,
            "answers": answers,
            "at": LONG_AGO + n,
            "closed": LONG_AGO + n if n % 100 else None,
            "state": "closed" if n % 100 else "open",
        }
        for n in range(count)
    )
    _many(file, statement, rows)
    cards = "INSERT INTO poll_cards (poll_id, drawn) SELECT id, 1 FROM polls WHERE id >= :first AND state = 'open'"
    _many(file, cards, [{"first": FIRST}])


def polls_of(file: Path, count: int, *, guild: int, channel: int) -> None:
    """Closed polls of one server, one in ten still open."""
    statement = """
        INSERT INTO polls (id, guild_id, channel_id, author_id, locale, arc, question, answers, most, results,
                           anonymous, gate, role_ids, opened_at, closed_at, state, message_id)
        VALUES (:id, :guild, :channel, 1, 'en', 0, :question, :answers, 1, 'live', 1, 0, '', :at, :closed, :state, :id)
        """
    rows = (
        {
            "id": 3 * FIRST + n, "guild": guild, "channel": channel, "question": f"Which of the two, number {n}?",
            "answers": json.dumps(["One", "Another"]), "at": LONG_AGO + n,
            "closed": LONG_AGO + n if n % 10 else None, "state": "closed" if n % 10 else "open",
        }
        for n in range(count)
    )  # fmt: skip
    _many(file, statement, rows)


PARTY = """
    INSERT INTO parties (id, guild_id, channel_id, host_id, first_episode, last_episode, starts_at, zone, state,
                         thread_id, mirror, created_at)
    VALUES (:id, :guild, :channel, 1, 3, 3, :at, 'Europe/Paris', :state, :channel, 'off', :at)
    """


def parties(file: Path, count: int) -> None:
    """Parties of many servers, most of them over."""
    rows = (
        {
            "id": FIRST + n,
            "guild": FIRST + n % 5000,
            "channel": FIRST + n,
            "at": LONG_AGO + n if n % 100 else FAR,
            "state": "over" if n % 100 else "open",
        }
        for n in range(count)
    )
    _many(file, PARTY, rows)


JOB = """
    INSERT INTO jobs (id, kind, subject_id, due_at, wake_at) VALUES (:id, :kind, :subject, :at, :at)
    """


def jobs(file: Path, count: int) -> None:
    """Work that waits for an instant far ahead."""
    rows = ({"id": FIRST + n, "kind": "party.start", "subject": FIRST + n, "at": FAR + n} for n in range(count))
    _many(file, JOB, rows)


def reminders(file: Path, *, guild: int, channel: int, guests: list[int], at_ms: int, minutes: int = 15) -> None:
    """One party for each guest, whose reminder is due at the same instant."""
    first = 2 * FIRST
    _many(
        file,
        PARTY,
        (
            {"id": first + n, "guild": guild, "channel": channel, "at": at_ms + minutes * 60_000, "state": "open"}
            for n in range(len(guests))
        ),
    )
    _many(
        file,
        "INSERT INTO party_people (party_id, user_id, answer, place) VALUES (:id, :user, 'going', 'seat')",
        ({"id": first + n, "user": user} for n, user in enumerate(guests)),
    )
    _many(
        file,
        JOB,
        ({"id": first + n, "kind": "party.remind", "subject": first + n, "at": at_ms} for n in range(len(guests))),
    )


def ballots(file: Path, poll_id: int, up_to: int) -> None:
    """Anonymous ballots in one poll of two answers, and the counts that belong to them, until there are `up_to`."""
    connection = sqlite3.connect(file, timeout=60)
    there = connection.execute("SELECT COUNT(*) FROM poll_ballots WHERE poll_id = ?", (poll_id,)).fetchone()[0]
    connection.close()
    more = max(up_to - there, 0)
    dice = random.Random(there)
    statement = """
        INSERT INTO poll_ballots (poll_id, voter, episode, choices, newcomer, cast_at)
        VALUES (:poll, :voter, 0, 1, 0, :at)
        """
    rows = ({"poll": poll_id, "voter": f"{dice.getrandbits(128):032x}", "at": LONG_AGO} for _ in range(more))
    _many(file, statement, rows)
    statement = "UPDATE poll_tallies SET voters = voters + :more, c0 = c0 + :more WHERE poll_id = :poll"
    _many(file, statement, [{"poll": poll_id, "more": more}])
