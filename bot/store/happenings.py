"""What is on in a server: the next party and the open polls, read together with everything else an answer needs."""

from __future__ import annotations

from datetime import datetime

from bot.domain.happening import Happening
from bot.domain.instants import from_ms, to_ms
from bot.domain.member_text import Channel, MemberText
from bot.store.engine.database import Transaction, sql

PARTIES = 20
POLLS = 50
"""So many open polls are looked through for those that a reader may know of."""


def happening_in(*, guild_id: int, now: datetime) -> Transaction[list[Happening]]:
    """The parties that start next (or are on), and the newest open polls: more than are told of, because not everybody
    may know of each."""
    parties = yield sql(
        """
        SELECT channel_id, message_id, starts_at, first_episode, last_episode FROM parties
        WHERE guild_id = :guild_id AND (state = 'live' OR (state = 'open' AND starts_at > :now))
        ORDER BY starts_at LIMIT :parties
        """,
        guild_id=guild_id,
        now=to_ms(now),
        parties=PARTIES,
    )
    polls = yield sql(
        """
        SELECT channel_id, parent_id, message_id, closes_at, question, gate, level, preset_id, arc FROM polls
        WHERE guild_id = :guild_id AND state = 'open' ORDER BY id DESC LIMIT :polls
        """,
        guild_id=guild_id,
        polls=POLLS,
    )
    return [
        *(
            Happening(
                guild_id=guild_id,
                channel_id=row["channel_id"],
                message_id=row["message_id"],
                at=from_ms(row["starts_at"]),
                episodes=(row["first_episode"], row["last_episode"]),
            )
            for row in parties
        ),
        *(
            Happening(
                guild_id=guild_id,
                channel_id=row["channel_id"],
                parent_id=row["parent_id"],
                message_id=row["message_id"],
                at=None if row["closes_at"] is None else from_ms(row["closes_at"]),
                text=MemberText(row["question"], row["level"], Channel(row["channel_id"], row["parent_id"])),
                gate=max(row["gate"], row["level"]),
                preset_id=row["preset_id"],
                arc=bool(row["arc"]),
            )
            for row in polls
        ),
    ]
