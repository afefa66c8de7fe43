"""What the quiz keeps of one member."""

from __future__ import annotations

from bot.store.engine.database import Row, Transaction, sql


def load_member(*, user_id: int, most: int) -> Transaction[dict[str, list[Row]]]:
    """All of it by what it is: one round, one streak, at most so many of what there is more of."""
    quiz_round = yield sql(
        "SELECT length, kind, done, asked, updated_at FROM quiz_rounds WHERE user_id = :user_id", user_id=user_id
    )
    quiz_streak = yield sql("SELECT days, last_day FROM quiz_streaks WHERE user_id = :user_id", user_id=user_id)
    quiz_boxes = yield sql(
        "SELECT question_id, box, asked_at FROM quiz_boxes WHERE user_id = :user_id ORDER BY asked_at, question_id",
        user_id=user_id,
    )
    quiz_played = yield sql(
        """
        SELECT n.guild_id, n.id, n.starts_at, CASE WHEN n.daily_id IS NULL THEN 'night' ELSE 'daily' END AS kind,
               COALESCE(p.points, 0) AS points, COALESCE(p.had, 0) AS had, p.city, COUNT(k.number) AS answered
        FROM quiz_nights AS n
        LEFT JOIN quiz_players AS p ON p.night_id = n.id AND p.user_id = :user_id
        LEFT JOIN quiz_picks AS k ON k.night_id = n.id AND k.user_id = :user_id
        WHERE p.user_id IS NOT NULL OR k.user_id IS NOT NULL
        GROUP BY n.guild_id, n.id, n.starts_at, n.daily_id, p.points, p.had, p.city
        ORDER BY n.starts_at DESC LIMIT :most
        """,
        user_id=user_id,
        most=most,
    )
    quiz_hosted = yield sql(
        "SELECT guild_id, id, starts_at, state FROM quiz_nights WHERE host_id = :user_id ORDER BY starts_at DESC, id",
        user_id=user_id,
    )
    begun = yield sql(
        "SELECT guild_id, id, channel_id, at_time, zone FROM quiz_dailies WHERE host_id = :user_id ORDER BY id",
        user_id=user_id,
    )
    points = yield sql(
        """
        SELECT guild_id, season, points, had, answered FROM quiz_scores WHERE user_id = :user_id
        ORDER BY guild_id, season DESC
        """,
        user_id=user_id,
    )
    quiz_written = yield sql(
        """
        SELECT guild_id, id, question, answers, explanation, active FROM quiz_own WHERE author_id = :user_id
        ORDER BY id DESC LIMIT :most
        """,
        user_id=user_id,
        most=most,
    )
    quiz_reminders = yield sql(
        """
        SELECT n.guild_id, n.id, n.starts_at FROM quiz_guests AS g JOIN quiz_nights AS n ON n.id = g.night_id
        WHERE g.user_id = :user_id ORDER BY n.starts_at DESC LIMIT :most
        """,
        user_id=user_id,
        most=most,
    )
    quiz_unnamed = yield sql("SELECT 1 AS unnamed FROM quiz_unnamed WHERE user_id = :user_id", user_id=user_id)
    return {
        "quiz_round": quiz_round,
        "quiz_streak": quiz_streak,
        "quiz_boxes": quiz_boxes,
        "quiz_played": quiz_played,
        "quiz_hosted": quiz_hosted,
        "quiz_dailies": begun,
        "quiz_scores": points,
        "quiz_written": quiz_written,
        "quiz_reminders": quiz_reminders,
        "quiz_unnamed": quiz_unnamed,
    }
