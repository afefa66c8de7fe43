"""Notes that moderators put beside pages of the show pack."""

from __future__ import annotations

from datetime import datetime

from bot.domain.instants import from_ms, to_ms
from bot.domain.member_text import WHOLE_SERVER, MemberText
from bot.domain.server_note import ServerNote
from bot.store.engine.database import Row, Transaction, sql

_LIST = "id, guild_id, about, text, said, level, link, until_at, author_id"


def insert_note(note: ServerNote, *, at: datetime) -> Transaction[None]:
    """Stores a new note."""
    yield sql(
        f"INSERT INTO server_notes ({_LIST}, made_at) VALUES "
        "(:id, :guild_id, :about, :text, :said, :level, :link, :until_at, :author_id, :at)",
        id=note.id,
        guild_id=note.guild_id,
        about=note.about,
        text=note.text.to_store(),
        said=note.said,
        level=note.text.level,
        link=note.link,
        until_at=None if note.until is None else to_ms(note.until),
        author_id=note.author_id,
        at=to_ms(at),
    )


def save_text(note: ServerNote) -> Transaction[bool]:
    """Stores the words and the level of a note. Whether it was still there."""
    rows = yield sql(
        "UPDATE server_notes SET text = :text, level = :level WHERE id = :id AND guild_id = :guild_id RETURNING id",
        id=note.id,
        guild_id=note.guild_id,
        text=note.text.to_store(),
        level=note.text.level,
    )
    return bool(rows)


def load_note(*, note_id: int, guild_id: int) -> Transaction[ServerNote | None]:
    """One note of a server."""
    rows = yield sql(
        f"SELECT {_LIST} FROM server_notes WHERE id = :id AND guild_id = :guild_id", id=note_id, guild_id=guild_id
    )
    return _note(rows[0]) if rows else None


def list_notes(*, guild_id: int, now: datetime, about: str | None = None) -> Transaction[list[ServerNote]]:
    """A server's notes that still hold, the oldest first; those beside one page, when it is named."""
    rows = yield sql(
        f"""
        SELECT {_LIST} FROM server_notes WHERE guild_id = :guild_id AND (until_at IS NULL OR until_at > :now)
        {"" if about is None else "AND about = :about"} ORDER BY id
        """,
        guild_id=guild_id,
        now=to_ms(now),
        **({} if about is None else {"about": about}),
    )
    return [_note(row) for row in rows]


def delete_note(*, note_id: int, guild_id: int) -> Transaction[bool]:
    """Deletes a note. Whether it was still there."""
    rows = yield sql(
        "DELETE FROM server_notes WHERE id = :id AND guild_id = :guild_id RETURNING id", id=note_id, guild_id=guild_id
    )
    return bool(rows)


def forget_author(*, user_id: int) -> Transaction[None]:
    """The member's notes stay the server's, without their name."""
    yield sql("UPDATE server_notes SET author_id = 0 WHERE author_id = :user_id", user_id=user_id)


def purge_notes(*, now: datetime) -> Transaction[None]:
    """Deletes notes whose time is over."""
    yield sql("DELETE FROM server_notes WHERE until_at <= :now", now=to_ms(now))


def _note(row: Row) -> ServerNote:
    return ServerNote(
        id=row["id"],
        guild_id=row["guild_id"],
        about=row["about"],
        text=MemberText(row["text"], row["level"], WHOLE_SERVER),
        said=row["said"],
        link=row["link"],
        until=None if row["until_at"] is None else from_ms(row["until_at"]),
        author_id=row["author_id"],
    )
