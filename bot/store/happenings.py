"""What is on in a server: the next party and the open polls, read together with everything else an answer needs."""

from __future__ import annotations

from datetime import datetime

from bot.domain.happening import Happening
from bot.domain.instants import from_ms, to_ms
from bot.store.engine.database import Work, sql

POLLS = 3


def happening_in(*, guild_id: int, now: datetime) -> Work[list[Happening]]:
    """The party that starts next (or is on), and the newest open polls."""
    parties = yield sql(
        """
        SELECT channel_id, message_id, starts_at, first_episode, last_episode FROM parties
        WHERE guild_id = :guild_id AND (state = 'live' OR (state = 'open' AND starts_at > :now))
        ORDER BY starts_at LIMIT 1
        """,
        guild_id=guild_id,
        now=to_ms(now),
    )
    polls = yield sql(
        """
        SELECT channel_id, message_id, closes_at, question, gate, preset_id FROM polls
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
                message_id=row["message_id"],
                at=None if row["closes_at"] is None else from_ms(row["closes_at"]),
                question=row["question"],
                gate=row["gate"],
                preset_id=row["preset_id"],
            )
            for row in polls
        ),
    ]
