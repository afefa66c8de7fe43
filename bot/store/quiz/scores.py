"""What members have on a server's table, which side has won how often, and who does not want to be named."""

from __future__ import annotations

from bot.domain.quiz_night import City, Score
from bot.store.engine.database import Param, Transaction, sql


def add_scores(*, night_id: int, number: int, season: str) -> Transaction[None]:
    """Puts the points that were given for one question on the server's table. To be called once for each question."""
    yield sql(
        """
        INSERT INTO quiz_scores (guild_id, season, user_id, points, had, answered)
        SELECT n.guild_id, CAST(:season AS TEXT), k.user_id, k.points, CASE WHEN k.points > 0 THEN 1 ELSE 0 END, 1
        FROM quiz_picks AS k JOIN quiz_nights AS n ON n.id = k.night_id
        WHERE k.night_id = :night_id AND k.number = :number AND k.points IS NOT NULL
        ON CONFLICT (guild_id, season, user_id) DO UPDATE SET points = quiz_scores.points + excluded.points,
            had = quiz_scores.had + excluded.had, answered = quiz_scores.answered + excluded.answered
        """,
        season=season,
        night_id=night_id,
        number=number,
    )


def add_win(*, guild_id: int, season: str, city: City) -> Transaction[None]:
    """A side has won a night."""
    yield sql(
        """
        INSERT INTO quiz_sides (guild_id, season, city, won) VALUES (:guild_id, :season, :city, 1)
        ON CONFLICT (guild_id, season, city) DO UPDATE SET won = quiz_sides.won + 1
        """,
        guild_id=guild_id,
        season=season,
        city=city,
    )


_RANKED = """
SELECT t.user_id, t.points, t.had, t.answered, RANK() OVER (ORDER BY t.points DESC) AS place,
       CASE WHEN u.user_id IS NULL THEN 1 ELSE 0 END AS named
FROM (
    SELECT user_id, SUM(points) AS points, SUM(had) AS had, SUM(answered) AS answered FROM quiz_scores
    WHERE guild_id = :guild_id {season} GROUP BY user_id
) AS t LEFT JOIN quiz_unnamed AS u ON u.user_id = t.user_id
"""


def _ranked(guild_id: int, season: str | None) -> tuple[str, dict[str, Param]]:
    if season is None:
        return _RANKED.format(season=""), {"guild_id": guild_id}
    return _RANKED.format(season="AND season = :season"), {"guild_id": guild_id, "season": season}


def list_scores(*, guild_id: int, season: str | None, skip: int, most: int) -> Transaction[list[Score]]:
    """Rows of a table, the best first; `season` None for ever."""
    ranked, values = _ranked(guild_id, season)
    rows = yield sql(
        f"SELECT * FROM ({ranked}) AS r ORDER BY r.place, r.had DESC, r.user_id LIMIT :most OFFSET :skip",
        most=most,
        skip=skip,
        **values,
    )
    return [
        Score(
            user_id=row["user_id"],
            place=row["place"],
            points=int(row["points"]),
            right=int(row["had"]),
            answered=int(row["answered"]),
            named=bool(row["named"]),
        )
        for row in rows
    ]


def count_scores(*, guild_id: int, season: str | None) -> Transaction[int]:
    """How many have played."""
    ranked, values = _ranked(guild_id, season)
    rows = yield sql(f"SELECT COUNT(*) AS many FROM ({ranked}) AS r", **values)
    return rows[0]["many"]


def load_score(*, guild_id: int, season: str | None, user_id: int) -> Transaction[Score | None]:
    """A member's own row."""
    ranked, values = _ranked(guild_id, season)
    rows = yield sql(f"SELECT * FROM ({ranked}) AS r WHERE r.user_id = :user_id", user_id=user_id, **values)
    if not rows:
        return None
    row = rows[0]
    return Score(
        user_id=user_id,
        place=row["place"],
        points=int(row["points"]),
        right=int(row["had"]),
        answered=int(row["answered"]),
        named=bool(row["named"]),
    )


def load_wins(*, guild_id: int, season: str | None) -> Transaction[dict[City, int]]:
    """How many nights each side has won; empty where none was played in sides."""
    rows = yield sql(
        f"""
        SELECT city, SUM(won) AS won FROM quiz_sides WHERE guild_id = :guild_id
        {"" if season is None else "AND season = :season"} GROUP BY city
        """,
        guild_id=guild_id,
        **({} if season is None else {"season": season}),
    )
    return {City(row["city"]): int(row["won"]) for row in rows}


def drop_scores(*, guild_id: int, user_id: int) -> Transaction[None]:
    """Takes a member who has left off the server's table."""
    yield sql("DELETE FROM quiz_scores WHERE guild_id = :guild_id AND user_id = :user_id", guild_id=guild_id,
              user_id=user_id)  # fmt: skip


def set_named(*, user_id: int, named: bool) -> Transaction[None]:
    """Whether a member is named in tables and on podiums."""
    if named:
        yield sql("DELETE FROM quiz_unnamed WHERE user_id = :user_id", user_id=user_id)
    else:
        yield sql("INSERT INTO quiz_unnamed (user_id) VALUES (:id) ON CONFLICT (user_id) DO NOTHING", id=user_id)


def is_named(*, user_id: int) -> Transaction[bool]:
    """Whether a member is named."""
    return not (yield sql("SELECT 1 AS it FROM quiz_unnamed WHERE user_id = :user_id", user_id=user_id))


def forget_player(*, user_id: int) -> Transaction[None]:
    """Deletes everything of a member."""
    for table in ("quiz_scores", "quiz_unnamed", "quiz_guests"):
        yield sql(f"DELETE FROM {table} WHERE user_id = :user_id", user_id=user_id)
