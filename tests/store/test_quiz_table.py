"""Tables of the quiz on both databases: seasons, places, sides, and who is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.quiz_night import PAUSE, City, Sides
from bot.store.engine.database import Database, Transaction, sql
from bot.store.quiz import scores
from tests.store.test_quiz_nights import WISH, begun, pick
from tests.support.house import CAMILLE, GUILD, MARGOT, NOOR, OTHER_GUILD, THEO, House, discord_id, member


def put(guild_id: int, season: str, points: dict[int, int]) -> Transaction[None]:
    """Points that were won earlier."""
    for user_id, each in points.items():
        yield sql(
            "INSERT INTO quiz_scores (guild_id, season, user_id, points, had, answered) "
            "VALUES (:guild_id, :season, :user_id, :points, 1, 2)",
            guild_id=guild_id, season=season, user_id=user_id, points=each,
        )  # fmt: skip


async def play(house: House, *, cities: Sides = Sides.NONE) -> None:
    """A night of three questions: Camille has all of them, Théo none."""
    night = await begun(house, replace(WISH, quick=False, cities=cities))
    course = house.app.quiz_course
    if cities:
        await house.app.quiz_nights.choose_city(member(CAMILLE), night.id, City.PARIS)
        await house.app.quiz_nights.choose_city(member(THEO), night.id, City.NEW_YORK)
    for number in (1, 2, 3):
        await pick(house, night, CAMILLE, number, right=True)
        await pick(house, night, THEO, number, right=False)
        house.now += timedelta(seconds=20)
        await course.step(night.id)
        await course.told(night.id, number)
        house.now += PAUSE
        await course.step(night.id)
        if number < 3:
            await course.asked(night.id, number + 1, discord_id(house.now))
    for _ in range(2):
        await course.ended(night.id, 77)


async def test_a_night_counts_on_the_table_of_its_server_once(db: Database) -> None:
    house = House(db)
    await play(house, cities=Sides.CHOSEN)
    table = await house.app.quiz_table.show(member(CAMILLE), ever=False, sheet=0)
    assert table.season == "2026-1"
    assert [(row.user_id, row.place, row.points, row.right, row.answered) for row in table.rows] == [
        (CAMILLE, 1, 300, 3, 3),
        (THEO, 2, 0, 0, 3),
    ]
    assert table.wins == {City.PARIS: 1}
    elsewhere = await house.app.quiz_table.show(member(CAMILLE, guild_id=OTHER_GUILD), ever=True, sheet=0)
    assert (elsewhere.rows, elsewhere.mine, elsewhere.players) == ((), None, 0)


async def test_a_season_is_three_months_and_ever_is_all_of_them(db: Database) -> None:
    house = House(db)
    await db.write(put, GUILD, "2025-4", {THEO: 900, NOOR: 50})
    await play(house)
    now = await house.app.quiz_table.show(member(THEO), ever=False, sheet=0)
    ever = await house.app.quiz_table.show(member(THEO), ever=True, sheet=0)
    assert [(row.user_id, row.points) for row in now.rows] == [(CAMILLE, 300), (THEO, 0)]
    assert [(row.user_id, row.points) for row in ever.rows] == [(THEO, 900), (CAMILLE, 300), (NOOR, 50)]
    assert now.mine is not None
    assert ever.mine is not None
    assert (now.mine.place, ever.mine.place) == (2, 1)
    house.now += timedelta(days=40)
    assert (await house.app.quiz_table.show(member(THEO), ever=False, sheet=0)).rows == ()


async def test_equal_points_share_a_place_and_the_hundredth_row_is_found(db: Database) -> None:
    house = House(db)
    await db.write(put, GUILD, "2026-1", {1000 + number: 10 * (number // 2) for number in range(105)})
    await db.write(put, GUILD, "2026-1", {CAMILLE: 5})
    last = await house.app.quiz_table.show(member(CAMILLE), ever=False, sheet=99)
    assert (last.sheet, last.sheets, last.players) == (10, 11, 106)
    tenth = await house.app.quiz_table.show(member(CAMILLE), ever=False, sheet=9)
    assert tenth.rows[-1].place in (99, 100)
    assert [row.place for row in (await house.app.quiz_table.show(member(CAMILLE), ever=False, sheet=0)).rows[:5]] == [
        1, 2, 2, 4, 4,
    ]  # fmt: skip
    assert last.mine is not None
    assert last.mine.place == 104


async def test_who_leaves_is_forgotten_or_will_not_be_named_is_gone_at_once(db: Database) -> None:
    house = House(db)
    await play(house)
    table = house.app.quiz_table
    await table.set_named(member(CAMILLE), named=False)
    shown = await table.show(member(THEO), ever=True, sheet=0)
    assert [row.named for row in shown.rows] == [False, True]
    assert not (await table.show(member(CAMILLE), ever=True, sheet=0)).named
    (night,) = await house.rows("quiz_nights")
    end = await house.app.quiz_course.end(night["id"])
    assert end is not None
    assert [player.named for player in end.players] == [False, True]
    await table.set_named(member(CAMILLE), named=True)
    assert [row.named for row in (await table.show(member(THEO), ever=True, sheet=0)).rows] == [True, True]
    await house.app.mydata.delete(member(CAMILLE))
    assert [row.user_id for row in (await table.show(member(THEO), ever=True, sheet=0)).rows] == [THEO]
    await table.left(GUILD, [THEO])
    assert (await table.show(member(MARGOT), ever=True, sheet=0)).rows == ()


async def test_a_draw_is_nobodys_win(db: Database) -> None:
    house = House(db)
    night = await begun(house, replace(WISH, quick=False, cities=Sides.CHOSEN))
    for user_id, city in ((CAMILLE, City.PARIS), (THEO, City.NEW_YORK)):
        await house.app.quiz_nights.choose_city(member(user_id), night.id, city)
        await pick(house, night, user_id, 1, right=True)
    house.now += timedelta(seconds=20)
    await house.app.quiz_course.step(night.id)
    await house.app.quiz_nights.stop(member(MARGOT), night.id)
    await house.app.quiz_course.ended(night.id, 77)
    assert await db.read(scores.load_wins, guild_id=GUILD, season=None) == {}


async def test_what_was_asked_beyond_the_horizon_puts_nobody_on_the_table(db: Database) -> None:
    house = House(db)
    await house.app.progress.tell(CAMILLE, 8)
    night = await begun(house, replace(WISH, level=8))
    await pick(house, night, CAMILLE, 1, right=True)
    house.now += timedelta(seconds=20)
    await house.app.quiz_course.step(night.id)
    assert [row["points"] > 0 for row in await house.rows("quiz_players")] == [True]
    assert (await house.app.quiz_table.show(member(THEO), ever=True, sheet=0)).rows == ()
