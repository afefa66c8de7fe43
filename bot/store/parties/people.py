"""Who comes to a party, what was posted for it, its clock, and when members want to be reminded."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, cast

from bot.domain.instants import from_ms, to_ms
from bot.domain.locale import Locale
from bot.domain.party import Person, ReminderChoice, Rsvp, SeatStatus
from bot.domain.playback import Playback, Stored
from bot.store.engine.database import Row, Transaction, sql
from bot.store.parties.parties import spaced

_MS = timedelta(milliseconds=1)
_PERSON = "user_id, answer, place, turn, passed, offer_until, offer_told, ready, watched, has_role"


def load_people(*, party_id: int) -> Transaction[dict[int, Person]]:
    """Everybody who answered, by user id, in the order in which they came."""
    rows = yield sql(f"SELECT {_PERSON} FROM party_people WHERE party_id = :party_id", party_id=party_id)
    people = [_person(*row) for row in cast("list[Any]", rows)]
    people.sort(key=lambda person: (person.turn, person.user_id))
    return {person.user_id: person for person in people}


@dataclass(frozen=True, slots=True, kw_only=True)
class AtStake:
    """What one member's answer depends on: far less than the party when it is a large one.

    `people`: the member, all for whom a seat is held or who do not know yet that they came to one, and the first in
    the line, as many as could be given a seat. `seats`: how many there are for these; None: no limit. `turn`: a number
    that nobody has had before.
    """

    people: dict[int, Person]
    seats: int | None
    turn: int


_LISTED = "user_id = :user_id OR offer_until IS NOT NULL"
_AT_STAKE = f"""
SELECT {_PERSON} FROM party_people WHERE party_id = :party_id AND ({_LISTED})
UNION ALL
SELECT {_PERSON} FROM (
    SELECT {_PERSON} FROM party_people WHERE party_id = :party_id AND place = 'line' AND NOT ({_LISTED})
    ORDER BY passed, turn LIMIT :most
) AS waiting
"""


def load_at_stake(*, party_id: int, user_id: int, seats: int | None) -> Transaction[AtStake]:
    """What an answer of this member to a party of so many seats can depend on and change."""
    rows = yield sql(
        f"""
        SELECT COALESCE(MAX(turn), 0) AS turn,
            COUNT(CASE WHEN place = 'seat' AND NOT ({_LISTED}) THEN 1 END) AS taken
        FROM party_people WHERE party_id = :party_id
        """,
        party_id=party_id,
        user_id=user_id,
    )
    turn, left = rows[0]["turn"] + 1, None if seats is None else seats - rows[0]["taken"]
    most = 1_000_000 if left is None else max(left, 1)
    rows = yield sql(_AT_STAKE, party_id=party_id, user_id=user_id, most=most)
    people = [_person(*row) for row in cast("list[Any]", rows)]
    return AtStake(people={person.user_id: person for person in people}, seats=left, turn=turn)


def count_before(*, party_id: int, turn: int) -> Transaction[int]:
    """How many wait in the line before this turn."""
    rows = yield sql(
        "SELECT COUNT(*) AS before FROM party_people WHERE party_id = :party_id AND place = 'line' AND turn < :turn",
        party_id=party_id,
        turn=turn,
    )
    return rows[0]["before"]


def load_person(*, party_id: int, user_id: int) -> Transaction[Person | None]:
    """One member's part; None when they did not answer."""
    rows = yield sql(
        f"SELECT {_PERSON} FROM party_people WHERE party_id = :party_id AND user_id = :user_id",
        party_id=party_id,
        user_id=user_id,
    )
    return _person(*cast("Any", rows[0])) if rows else None


def save_people(*, party_id: int, before: Mapping[int, Person], after: Mapping[int, Person]) -> Transaction[None]:
    """Stores what differs between two states of a locked party."""
    for user_id in before.keys() - after.keys():
        yield sql(
            "DELETE FROM party_people WHERE party_id = :party_id AND user_id = :user_id",
            party_id=party_id,
            user_id=user_id,
        )
    for user_id, person in after.items():
        if (was := before.get(user_id)) is not person and was != person:
            yield from _save_person(party_id, person)


def _save_person(party_id: int, person: Person) -> Transaction[None]:
    yield sql(
        """
        INSERT INTO party_people
            (party_id, user_id, answer, place, turn, passed, offer_until, offer_told, ready, watched, has_role)
        VALUES (:party_id, :user_id, :answer, :place, :turn, :passed, :offer_until, :offer_told, :ready, :watched,
                :has_role)
        ON CONFLICT (party_id, user_id) DO UPDATE SET
            answer = excluded.answer, place = excluded.place, turn = excluded.turn, passed = excluded.passed,
            offer_until = excluded.offer_until, offer_told = excluded.offer_told, ready = excluded.ready,
            watched = excluded.watched, has_role = excluded.has_role
        """,
        party_id=party_id,
        user_id=person.user_id,
        answer=person.answer.value,
        place=person.place.value,
        turn=person.turn,
        passed=int(person.passed),
        offer_until=None if person.offer_until is None else to_ms(person.offer_until),
        offer_told=int(person.offer_told),
        ready=int(person.ready),
        watched=int(person.watched),
        has_role=int(person.has_role),
    )


@lru_cache(maxsize=8192)
def _person(
    user_id: int,
    answer: str,
    place: str,
    turn: int,
    passed: int,
    offer_until: int | None,
    offer_told: int,
    ready: int,
    watched: int,
    has_role: int,
) -> Person:
    """One row, in the order of `_PERSON`. Of a large party hardly any changes from one press to the next."""
    return Person(
        user_id=user_id,
        answer=Rsvp(answer),
        place=SeatStatus(place),
        turn=turn,
        passed=bool(passed),
        offer_until=None if offer_until is None else from_ms(offer_until),
        offer_told=bool(offer_told),
        ready=bool(ready),
        watched=bool(watched),
        has_role=bool(has_role),
    )


# -- the party clock


def load_clock(*, party_id: int) -> Transaction[Playback | None]:
    """The party's clock; None before its start."""
    rows = yield sql("SELECT * FROM party_clocks WHERE party_id = :party_id", party_id=party_id)
    if not rows:
        return None
    row = rows[0]
    before = None if row["before"] is None else _playback(json.loads(row["before"]))
    return _playback(row, before=before)


def save_clock(clock: Playback, *, party_id: int) -> Transaction[None]:
    """Stores what the clock was told last."""
    before = None if clock.before is None else json.dumps(_columns(clock.before))
    yield sql(
        """
        INSERT INTO party_clocks (party_id, phase, episode, position_ms, since, break_minutes, before, presses)
        VALUES (:party_id, :phase, :episode, :position_ms, :since, :break_minutes, :before, :presses)
        ON CONFLICT (party_id) DO UPDATE SET
            phase = excluded.phase, episode = excluded.episode, position_ms = excluded.position_ms,
            since = excluded.since, break_minutes = excluded.break_minutes, before = excluded.before,
            presses = excluded.presses
        """,
        party_id=party_id,
        before=before,
        **_columns(clock),
    )


def _columns(clock: Playback) -> dict[str, Any]:
    return {
        "phase": clock.stored.value,
        "episode": clock.episode,
        "position_ms": clock.position // _MS,
        "since": to_ms(clock.since),
        "break_minutes": clock.break_minutes,
        "presses": clock.presses,
    }


def _playback(row: Any, before: Playback | None = None) -> Playback:
    return Playback(
        stored=Stored(row["phase"]),
        episode=row["episode"],
        position=row["position_ms"] * _MS,
        since=from_ms(row["since"]),
        break_minutes=row["break_minutes"],
        before=before,
        presses=row["presses"],
    )


# -- reminders


def load_choices(*, user_ids: Collection[int]) -> Transaction[dict[int, tuple[ReminderChoice, str | None]]]:
    """What these members chose, with their zone. Who never chose has no entry."""
    found: dict[int, tuple[ReminderChoice, str | None]] = {}
    wanted = sorted(user_ids)
    for start in range(0, len(wanted), 200):
        part = {f"u{number}": user_id for number, user_id in enumerate(wanted[start : start + 200])}
        rows = yield sql(
            f"""
            SELECT r.*, z.zone FROM reminder_choices AS r LEFT JOIN member_zones AS z ON z.user_id = r.user_id
            WHERE r.user_id IN ({", ".join(f":{name}" for name in part)})
            """,
            **part,
        )
        found.update({row["user_id"]: (_choice(row), row["zone"]) for row in rows})
    return found


def save_choice(choice: ReminderChoice, *, user_id: int, at: datetime) -> Transaction[None]:
    """Stores when a member wants to be reminded, on every server."""
    yield sql(
        """
        INSERT INTO reminder_choices (user_id, minutes, direct, quiet_from, quiet_to, locale, updated_at)
        VALUES (:user_id, :minutes, :direct, :quiet_from, :quiet_to, :locale, :at)
        ON CONFLICT (user_id) DO UPDATE SET
            minutes = excluded.minutes, direct = excluded.direct, quiet_from = excluded.quiet_from,
            quiet_to = excluded.quiet_to, locale = excluded.locale, updated_at = excluded.updated_at
        """,
        user_id=user_id,
        minutes=spaced(choice.minutes),
        direct=int(choice.direct),
        quiet_from=choice.quiet_from,
        quiet_to=choice.quiet_to,
        locale=None if choice.locale is None else choice.locale.value,
        at=to_ms(at),
    )


def _choice(row: Row) -> ReminderChoice:
    return ReminderChoice(
        minutes=frozenset(map(int, row["minutes"].split())),
        direct=bool(row["direct"]),
        quiet_from=row["quiet_from"],
        quiet_to=row["quiet_to"],
        locale=None if row["locale"] is None else Locale(row["locale"]),
    )


def forget_member(*, user_id: int) -> Transaction[None]:
    """Deletes what is known of a member here; the parties that they host stay."""
    for table in ("party_people", "reminder_choices", "member_zones", "series_regulars", "party_edits"):
        yield sql(f"DELETE FROM {table} WHERE user_id = :user_id", user_id=user_id)
