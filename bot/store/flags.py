"""Which messages readers say spoil, and who says so. What the messages said stands in Discord alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain.flag import LIFTED_WITHIN, MISTAKEN, OPEN_FOR, Flag, FlagState, Voice
from bot.domain.instants import from_ms, to_ms
from bot.domain.job_kinds import JobKind
from bot.store.engine.database import Row, Transaction, sql
from bot.store.ids import new_id
from bot.store.jobs import schedule, schedule_by

_COLUMNS = (
    "id, guild_id, channel_id, message_id, edited_at, episode, state, by_moderator, question_channel_id, question_ids, "
    "veil_id, created_at"
)


def raise_flag(
    *, guild_id: int, channel_id: int, message_id: int, edited_at: int, episode: int, at: datetime
) -> Transaction[Flag]:
    """The flag of a message as it is written now: a new one, or the one that somebody raised before."""
    rows = yield sql(
        f"""
        INSERT INTO flags (id, guild_id, channel_id, message_id, edited_at, episode, state, created_at)
        VALUES (:id, :guild_id, :channel_id, :message_id, :edited_at, :episode, 'open', :at)
        ON CONFLICT (message_id, edited_at) DO UPDATE SET guild_id = excluded.guild_id
        RETURNING {_COLUMNS}
        """,
        id=(flag_id := new_id()),
        guild_id=guild_id,
        channel_id=channel_id,
        message_id=message_id,
        edited_at=edited_at,
        episode=episode,
        at=to_ms(at),
    )
    flag = _flag(rows[0])
    if flag.id == flag_id:
        yield from schedule(kind=JobKind.FLAG, subject_id=flag.id, due_at=at + OPEN_FOR)
    return flag


def lock_flag(*, flag_id: int) -> Transaction[Flag | None]:
    """A flag, for a change in this transaction: what others do to it waits."""
    rows = yield sql(f"UPDATE flags SET state = state WHERE id = :id RETURNING {_COLUMNS}", id=flag_id)
    return _flag(rows[0]) if rows else None


def load_flag(*, flag_id: int) -> Transaction[Flag | None]:
    """A flag."""
    rows = yield sql(f"SELECT {_COLUMNS} FROM flags WHERE id = :id", id=flag_id)
    return _flag(rows[0]) if rows else None


def set_voice(
    *, flag_id: int, user_id: int, agrees: bool, counts: bool, flagged: bool, at: datetime
) -> Transaction[None]:
    """Stores what a member says, instead of what they said before."""
    yield sql(
        """
        INSERT INTO flag_voices (flag_id, user_id, agrees, counts, flagged, said_at)
        VALUES (:flag_id, :user_id, :agrees, :counts, :flagged, :at)
        ON CONFLICT (flag_id, user_id) DO UPDATE SET agrees = excluded.agrees, counts = excluded.counts
        """,
        flag_id=flag_id,
        user_id=user_id,
        agrees=int(agrees),
        counts=int(counts),
        flagged=int(flagged),
        at=to_ms(at),
    )


def list_voices(*, flag_id: int) -> Transaction[list[Voice]]:
    """What members say of it."""
    rows = yield sql("SELECT agrees, counts FROM flag_voices WHERE flag_id = :id", id=flag_id)
    return [Voice(agrees=bool(row["agrees"]), counts=bool(row["counts"])) for row in rows]


def settle_flag(*, flag_id: int, state: FlagState, at: datetime, by_moderator: bool = False) -> Transaction[None]:
    """It is decided, or over: a job draws its question anew, and the veil."""
    yield sql(
        "UPDATE flags SET state = :state, by_moderator = :by_moderator, decided_at = :at WHERE id = :id",
        id=flag_id,
        state=state,
        by_moderator=int(by_moderator),
        at=to_ms(at),
    )
    yield from schedule_by(kind=JobKind.FLAG, subject_id=flag_id, due_at=at)


def set_question(*, flag_id: int, channel_id: int, message_ids: Sequence[int]) -> Transaction[None]:
    """Remembers where readers are asked."""
    yield sql(
        "UPDATE flags SET question_channel_id = :channel_id, question_ids = :ids WHERE id = :id",
        id=flag_id,
        channel_id=channel_id,
        ids=" ".join(map(str, message_ids)),
    )


def set_veil(*, flag_id: int, veil_id: int) -> Transaction[None]:
    """Remembers which veil is being drawn for it."""
    yield sql("UPDATE flags SET veil_id = :veil_id WHERE id = :id", id=flag_id, veil_id=veil_id)


def veil_posted(*, veil_id: int, at: datetime) -> Transaction[None]:
    """The message is veiled, by whomever: nobody has to be asked any more."""
    rows = yield sql(
        """
        UPDATE flags SET state = 'veiled', veil_id = :veil_id, decided_at = :at
        WHERE message_id = (SELECT original_id FROM veils WHERE id = :veil_id) AND state IN ('open', 'agreed')
        RETURNING id
        """,
        veil_id=veil_id,
        at=to_ms(at),
    )
    for row in rows:
        yield from schedule_by(kind=JobKind.FLAG, subject_id=row["id"], due_at=at)


def veil_turned(*, veil_id: int, opened: bool, at: datetime) -> Transaction[None]:
    """A moderator lifted the veil: soon after it was drawn, that says that the readers were wrong. Or drew it again."""
    rows = yield sql(
        """
        UPDATE flags SET state = :after
        WHERE veil_id = :veil_id AND state = :before AND decided_at >= :since RETURNING id
        """,
        veil_id=veil_id,
        after=FlagState.LIFTED if opened else FlagState.VEILED,
        before=FlagState.VEILED if opened else FlagState.LIFTED,
        since=to_ms(at - LIFTED_WITHIN),
    )
    for row in rows:
        yield from schedule_by(kind=JobKind.FLAG, subject_id=row["id"], due_at=at)


def count_flagged(*, user_id: int, since: datetime) -> Transaction[int]:
    """How many messages a member flagged since an instant."""
    rows = yield sql(
        "SELECT COUNT(*) AS n FROM flag_voices WHERE user_id = :user_id AND flagged = 1 AND said_at > :since",
        user_id=user_id,
        since=to_ms(since),
    )
    return rows[0]["n"]


def list_wrong(*, user_id: int, since: datetime) -> Transaction[list[datetime]]:
    """When it was decided, since an instant, that what a member stood by does not spoil; the newest first."""
    wrong = ", ".join(f"'{state}'" for state in MISTAKEN)
    rows = yield sql(
        f"""
        SELECT f.decided_at FROM flag_voices AS v JOIN flags AS f ON f.id = v.flag_id
        WHERE v.user_id = :user_id AND v.agrees = 1 AND f.state IN ({wrong}) AND f.decided_at > :since
        ORDER BY f.decided_at DESC
        """,
        user_id=user_id,
        since=to_ms(since),
    )
    return [from_ms(row["decided_at"]) for row in rows]


def count_decided(*, user_id: int, since: datetime) -> Transaction[int]:
    """In how many veils that were agreed on since an instant the voice of a member counted."""
    rows = yield sql(
        """
        SELECT COUNT(*) AS n FROM flag_voices AS v JOIN flags AS f ON f.id = v.flag_id
        WHERE v.user_id = :user_id AND v.agrees = 1 AND v.counts = 1 AND f.state IN ('agreed', 'veiled', 'lifted')
            AND f.decided_at > :since
        """,
        user_id=user_id,
        since=to_ms(since),
    )
    return rows[0]["n"]


def has_readers_decide(*, guild_id: int) -> Transaction[bool]:
    """Whether the server has its readers decide."""
    rows = yield sql("SELECT flags FROM guilds WHERE guild_id = :guild_id", guild_id=guild_id)
    return not rows or bool(rows[0]["flags"])


def have_readers_decide(*, guild_id: int, wanted: bool, at: datetime) -> Transaction[None]:
    """Says whether the server has its readers decide."""
    yield sql(
        """
        INSERT INTO guilds (guild_id, flags, updated_at) VALUES (:guild_id, :wanted, :at)
        ON CONFLICT (guild_id) DO UPDATE SET flags = excluded.flags, updated_at = excluded.updated_at
        """,
        guild_id=guild_id,
        wanted=int(wanted),
        at=to_ms(at),
    )


def load_member(*, user_id: int, most: int) -> Transaction[list[Row]]:
    """What a member said of others' messages."""
    return (
        yield sql(
            """
            SELECT f.guild_id, f.channel_id, f.episode, v.agrees, v.flagged, v.said_at
            FROM flag_voices AS v JOIN flags AS f ON f.id = v.flag_id
            WHERE v.user_id = :user_id ORDER BY v.said_at DESC, f.id LIMIT :most
            """,
            user_id=user_id,
            most=most,
        )
    )


def forget_member(*, user_id: int) -> Transaction[None]:
    """Deletes what a member said."""
    yield sql("DELETE FROM flag_voices WHERE user_id = :user_id", user_id=user_id)


def purge_flags(*, before: datetime) -> Transaction[None]:
    """Deletes what was flagged before an instant."""
    yield sql("DELETE FROM flags WHERE created_at < :before", before=to_ms(before))


def _flag(row: Row) -> Flag:
    return Flag(
        id=row["id"],
        guild_id=row["guild_id"],
        channel_id=row["channel_id"],
        message_id=row["message_id"],
        edited_at=row["edited_at"],
        episode=row["episode"],
        state=FlagState(row["state"]),
        by_moderator=bool(row["by_moderator"]),
        question_channel_id=row["question_channel_id"],
        question_ids=tuple(map(int, row["question_ids"].split())),
        veil_id=row["veil_id"],
        created_at=from_ms(row["created_at"]),
    )
