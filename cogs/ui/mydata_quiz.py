"""What is stored of a member's quizzes, in lines that only they see."""

from __future__ import annotations

from collections.abc import Callable

from bot.services.mydata import Member
from bot.text import Words
from cogs.ui.kit.escaping import escaped, one_line

QUESTION = 120


def quiz_lines(member: Member, words: Words, server_of: Callable[[int], str]) -> list[str]:
    """What they were asked, played, held and wrote in the quiz."""
    days = member.quiz_streak["days"] if member.quiz_streak is not None else 0
    asked = len(member.quiz_boxes)
    lines = [words("mydata-quiz-line", count=asked, days=days)] if asked else []
    if not asked and member.quiz_round is not None:
        lines.append(words("mydata-quiz-begun"))
    nights = [row for row in member.quiz_played if row["kind"] == "night"]
    answered = len(member.quiz_played) - len(nights)
    if nights or member.quiz_hosted:
        lines.append(words("mydata-quiz-nights", played=len(nights), hosted=len(member.quiz_hosted)))
    if answered or member.quiz_dailies:
        lines.append(words("mydata-quiz-dailies", answered=answered, begun=len(member.quiz_dailies)))
    if member.quiz_reminders:
        lines.append(words("mydata-quiz-reminders", count=len(member.quiz_reminders)))
    for guild_id, points in _points(member).items():
        lines.append(words("mydata-quiz-points", server=server_of(guild_id), points=points))
    if member.quiz_unnamed is not None:
        lines.append(words("mydata-quiz-unnamed"))
    written = (escaped(one_line(row["question"], QUESTION)) for row in member.quiz_written)
    return [*lines, *(f"- {words('mydata-quiz-written', question=each)}" for each in written)]


def _points(member: Member) -> dict[int, int]:
    """What they have on the table of each server, over all seasons."""
    found: dict[int, int] = {}
    for row in member.quiz_scores:
        found[row["guild_id"]] = found.get(row["guild_id"], 0) + row["points"]
    return found
