"""What a season of a club was, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.store import club_seasons
from bot.store.engine.database import Database
from tests.store.test_quiz_nights import WISH, begun, pick
from tests.support.house import CAMILLE, FOYER, GUILD, MARGOT, THEO, House


async def test_the_hardest_questions_are_those_of_its_channel_its_time_and_its_level(db: Database) -> None:
    house = House(db)
    began = house.now
    night = await begun(house, replace(WISH, length=3))
    await pick(house, night, CAMILLE, 1, right=False)
    await pick(house, night, THEO, 1, right=True)
    await pick(house, night, MARGOT, 1, right=False)
    house.now += timedelta(seconds=20)
    await house.app.quiz_course.step(night.id)
    span = club_seasons.Span(
        guild_id=GUILD, channel_id=FOYER, since=began - timedelta(days=1), until=began + timedelta(days=1), level=0
    )
    (asked,) = await db.read(club_seasons.list_asked, span)
    assert (asked.right, asked.answered) == (1, 3)
    assert await db.read(club_seasons.count_answered, span, user_id=THEO) == (1, 1)
    assert await db.read(club_seasons.count_answered, span, user_id=CAMILLE) == (1, 0)
    for other in (
        replace(span, channel_id=FOYER + 1), replace(span, level=-1), replace(span, until=began - timedelta(hours=1))
    ):  # fmt: skip
        assert await db.read(club_seasons.list_asked, other) == []
        assert await db.read(club_seasons.count_answered, other, user_id=THEO) == (0, 0)
