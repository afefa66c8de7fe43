"""Where the bot's own posts stand that may tell plot, and which of them tell more than their place allows now."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.instants import from_ms, to_ms
from bot.domain.job_kinds import JobKind
from bot.domain.post import Post, PostedCard, PostKind, PostState
from bot.store.engine.database import Row, Transaction, sql
from bot.store.ids import new_id
from bot.store.jobs import schedule_by
from bot.store.polls import cards as poll_cards

COVERED_BY = timedelta(seconds=5)
"""After so long a job covers what whoever changed the place has not covered themselves."""

_COLUMNS = "id, guild_id, channel_id, parent_id, message_id, kind, subject_id, author_id, level, state"
_HORIZON = "COALESCE(own.horizon, parent.horizon, server.horizon, 0)"
_PLACES = """
    LEFT JOIN guilds AS server ON server.guild_id = {table}.guild_id
    LEFT JOIN channel_horizons AS own ON own.channel_id = {table}.channel_id
    LEFT JOIN channel_horizons AS parent ON parent.channel_id = {table}.parent_id
"""
_TELLS_MORE = f"""
    (posts.level > {_HORIZON} OR (posts.titled > {_HORIZON} AND COALESCE(server.titles_shown, 0) = 0))
"""


def begin_post(
    *,
    guild_id: int,
    channel_id: int,
    parent_id: int | None,
    kind: PostKind,
    level: int,
    at: datetime,
    titled: int = 0,
    subject_id: int = 0,
    author_id: int | None = None,
    message_id: int | None = None,
) -> Transaction[int]:
    """Notes that a message is about to be posted, or (with `message_id`) that it was, unless that is on record.
    `titled`: up to which episode it spoils where titles count as spoilers. Returns its id here."""
    post_id = new_id()
    yield sql(
        """
        INSERT INTO posts (id, guild_id, channel_id, parent_id, message_id, kind, subject_id, author_id, level, titled,
            state, made_at)
        VALUES (:id, :guild_id, :channel_id, :parent_id, :message_id, :kind, :subject_id, :author_id, :level, :titled,
            :state, :at)
        ON CONFLICT (message_id) DO NOTHING
        """,
        id=post_id,
        guild_id=guild_id,
        channel_id=channel_id,
        parent_id=parent_id,
        message_id=message_id,
        kind=kind,
        subject_id=subject_id,
        author_id=author_id,
        level=level,
        titled=max(level, titled),
        state=PostState.OPEN,
        at=to_ms(at),
    )
    return post_id


def end_post(*, post_id: int, message_id: int, at: datetime) -> Transaction[None]:
    """Notes that it was posted. Less may be allowed there meanwhile: then it is covered soon. Somebody who was quick
    may have had it put on record, and covered it: so it stands."""
    quick = yield sql("DELETE FROM posts WHERE message_id = :message_id AND id <> :id RETURNING state", id=post_id,
                      message_id=message_id)  # fmt: skip
    if quick:
        yield from set_state(post_id=post_id, state=PostState(quick[0]["state"]))
    rows = yield sql(
        "UPDATE posts SET message_id = :message_id WHERE id = :id RETURNING guild_id", id=post_id, message_id=message_id
    )
    found = yield sql(
        f"SELECT 1 FROM posts {_PLACES.format(table='posts')} WHERE posts.id = :id AND {_TELLS_MORE}", id=post_id
    )
    if rows and found:
        yield from schedule_by(kind=JobKind.CARE_COVER, subject_id=rows[0]["guild_id"], due_at=at)


def list_owed(*, guild_id: int, most: int) -> Transaction[list[tuple[Post, datetime]]]:
    """The server's posts that tell more than their place allows, with when they were made, the newest first."""
    columns = ", ".join(f"posts.{name}" for name in _COLUMNS.split(", "))
    rows = yield sql(
        f"""
        SELECT {columns}, posts.made_at FROM posts {_PLACES.format(table="posts")}
        WHERE posts.guild_id = :guild_id AND posts.state = 'open' AND {_TELLS_MORE}
        ORDER BY posts.made_at DESC, posts.id DESC LIMIT :most
        """,
        guild_id=guild_id,
        most=most,
    )
    return [(_post(row), from_ms(row["made_at"])) for row in rows]


def find_post(*, guild_id: int, message_id: int) -> Transaction[Post | None]:
    """The post that a message is."""
    rows = yield sql(
        f"SELECT {_COLUMNS} FROM posts WHERE message_id = :message_id AND guild_id = :guild_id",
        guild_id=guild_id,
        message_id=message_id,
    )
    return _post(rows[0]) if rows else None


def find_card(*, guild_id: int, message_id: int) -> Transaction[PostedCard | None]:
    """The poll or party whose card a message is."""
    rows = yield sql(
        "SELECT id FROM polls WHERE guild_id = :guild_id AND message_id = :message_id AND state <> 'deleted'",
        guild_id=guild_id,
        message_id=message_id,
    )
    if rows:
        return PostedCard(poll_id=rows[0]["id"])
    rows = yield sql(
        """
        SELECT id, host_id, cohost_ids FROM parties
        WHERE guild_id = :guild_id AND message_id = :message_id AND note IS NOT NULL
        """,
        guild_id=guild_id,
        message_id=message_id,
    )
    if not rows:
        return None
    hosts = {rows[0]["host_id"], *map(int, rows[0]["cohost_ids"].split())} - {0}
    return PostedCard(party_id=rows[0]["id"], host_ids=frozenset(hosts))


def raise_note(*, party_id: int, level: int, at: datetime) -> Transaction[None]:
    """From now on the note of a party spoils at least so much; its card is drawn anew."""
    yield sql(
        """
        UPDATE parties SET note_level = CASE WHEN note_level > :level THEN note_level ELSE :level END,
            version = version + 1
        WHERE id = :id
        """,
        id=party_id,
        level=level,
    )
    yield from schedule_by(kind=JobKind.PARTY_CARD, subject_id=party_id, due_at=at)


def list_messages(*, channel_id: int, since: datetime) -> Transaction[frozenset[int]]:
    """Those messages of a channel that are on record since an instant."""
    rows = yield sql(
        "SELECT message_id FROM posts WHERE channel_id = :channel_id AND made_at >= :since AND message_id IS NOT NULL",
        channel_id=channel_id,
        since=to_ms(since),
    )
    return frozenset(row["message_id"] for row in rows)


def set_state(*, post_id: int, state: PostState) -> Transaction[None]:
    """How the post stands from now on."""
    yield sql("UPDATE posts SET state = :state WHERE id = :id", id=post_id, state=state)


def forget_post(*, post_id: int) -> Transaction[None]:
    """The message is gone."""
    yield sql("DELETE FROM posts WHERE id = :id", id=post_id)


def forget_subject(*, kind: PostKind, subject_id: int) -> Transaction[None]:
    """What belonged to this poll or veil is nothing to be covered any more."""
    yield sql("DELETE FROM posts WHERE kind = :kind AND subject_id = :subject_id", kind=kind, subject_id=subject_id)


def set_level(*, guild_id: int, subject_id: int, level: int, at: datetime) -> Transaction[None]:
    """From now on whatever tells how a poll stands or ended spoils so much; what tells too much is covered soon."""
    rows = yield sql(
        """
        UPDATE posts SET level = :level, titled = :level WHERE kind <> :lifted AND subject_id = :subject_id
        RETURNING id
        """,
        lifted=PostKind.LIFTED,
        subject_id=subject_id,
        level=level,
    )
    if rows:
        yield from schedule_by(kind=JobKind.CARE_COVER, subject_id=guild_id, due_at=at)


def raise_written(*, guild_id: int, channel_id: int, since: datetime, level: int, at: datetime) -> Transaction[None]:
    """From now on words of members in what was shared in a channel since an instant spoil at least so much: they may be
    those of a poll of which that was said, or that is gone. What tells too much is covered soon."""
    rows = yield sql(
        """
        UPDATE posts SET level = :level
        WHERE kind = :kind AND guild_id = :guild_id AND channel_id = :channel_id AND made_at >= :since
            AND level < :level
        RETURNING id
        """,
        kind=PostKind.WRITTEN,
        guild_id=guild_id,
        channel_id=channel_id,
        since=to_ms(since),
        level=level,
    )
    if rows:
        yield from schedule_by(kind=JobKind.CARE_COVER, subject_id=guild_id, due_at=at)


def place_changed(*, guild_id: int, channel_id: int | None, at: datetime) -> Transaction[None]:
    """What may stand openly in a channel and its threads (None: on the server) has changed: the bot's cards that tell
    more are drawn anew, and the rest is covered, now or by a job. What may tell more than before stays as it is."""
    here = "(CAST(:channel_id AS BIGINT) IS NULL OR {0}.channel_id = :channel_id OR {0}.parent_id = :channel_id)"
    polls = yield sql(
        f"""
        SELECT polls.id FROM polls {_PLACES.format(table="polls")}
        WHERE polls.guild_id = :guild_id AND polls.message_id IS NOT NULL AND {here.format("polls")}
            AND (polls.level > {_HORIZON} OR polls.gate > {_HORIZON})
        """,
        guild_id=guild_id,
        channel_id=channel_id,
    )
    yield from poll_cards.note_stale([row["id"] for row in polls])
    parties = yield sql(
        """
        SELECT parties.id FROM parties
        LEFT JOIN guilds AS server ON server.guild_id = parties.guild_id
        LEFT JOIN channel_horizons AS own ON own.channel_id = parties.channel_id
        WHERE parties.guild_id = :guild_id AND parties.message_id IS NOT NULL
            AND (CAST(:channel_id AS BIGINT) IS NULL OR parties.channel_id = :channel_id)
            AND (parties.note_level > COALESCE(own.horizon, server.horizon, 0)
                OR parties.first_episode > COALESCE(own.horizon, server.horizon, 0))
        """,
        guild_id=guild_id,
        channel_id=channel_id,
    )
    for row in parties:
        yield from schedule_by(kind=JobKind.PARTY_CARD, subject_id=row["id"], due_at=at)
    clubs = yield sql(
        """
        SELECT id FROM clubs WHERE guild_id = :guild_id AND state = 'open'
            AND (CAST(:channel_id AS BIGINT) IS NULL OR channel_id = :channel_id)
        """,
        guild_id=guild_id,
        channel_id=channel_id,
    )
    for row in clubs:
        yield from schedule_by(kind=JobKind.CLUB_BOARD, subject_id=row["id"], due_at=at)
    yield sql("UPDATE posts SET state = 'open' WHERE guild_id = :guild_id AND state = 'lost'", guild_id=guild_id)
    yield from schedule_by(kind=JobKind.CARE_COVER, subject_id=guild_id, due_at=at + COVERED_BY)


def forget_author(*, user_id: int) -> Transaction[None]:
    """Takes a member's name off what they shared. It stays where it stands."""
    yield sql("UPDATE posts SET author_id = NULL WHERE author_id = :user_id", user_id=user_id)


def purge_posts(*, before: datetime) -> Transaction[None]:
    """Forgets posts that were made before an instant."""
    yield sql("DELETE FROM posts WHERE made_at < :before", before=to_ms(before))


def _post(row: Row) -> Post:
    return Post(
        id=row["id"],
        guild_id=row["guild_id"],
        channel_id=row["channel_id"],
        parent_id=row["parent_id"],
        message_id=row["message_id"],
        kind=PostKind(row["kind"]),
        subject_id=row["subject_id"],
        author_id=row["author_id"],
        level=row["level"],
        state=PostState(row["state"]),
    )
