"""Dates and zones that members type, through the commands that take them."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import discord
import simcord

from bot.errors import EtoileError
from tests.discord.conftest import World
from tests.discord.test_parties import planned, posted, text_of, words

PARIS = ZoneInfo("Europe/Paris")


def _stamp(ahead: int, hour: int, minute: int) -> str:
    """What the card says of a start on Paris's clock, so many days ahead."""
    day = (_now().astimezone(PARIS) + timedelta(days=ahead)).date()
    return f"<t:{int(datetime.combine(day, time(hour, minute), tzinfo=PARIS).timestamp())}:F>"


async def _edited(world: World, when: str) -> str:
    """What the card says after Camille has typed `when` into `/party edit` and pressed that it be changed."""
    (choice,) = await world.camille.autocomplete(world.foyer, "party edit", "party", "")
    before = words(posted(world.foyer, "Coming ("))
    asked = await world.camille.slash(world.foyer, "party edit", party=choice["value"], when=when)
    assert words(posted(world.foyer, "Coming (")) == before
    await world.camille.click(asked.response, label="Change it")
    await world.env.advance_time(10)
    return words(posted(world.foyer, "Coming ("))


def _now() -> datetime:
    return discord.utils.utcnow()  # noqa: TID251  (SimCord moves it)


def _day(ahead: int) -> str:
    there = _now().astimezone(PARIS) + timedelta(days=ahead)
    return f"{there:%A} {there.day} {there:%B %Y}"


async def test_a_bare_time_in_an_edit_keeps_the_day_of_the_party(world: World) -> None:
    await planned(world, when="in 14 days at 20:30")
    assert _stamp(14, 20, 30) in words(posted(world.foyer, "Coming ("))
    assert _stamp(14, 23, 0) in await _edited(world, "11pm")
    assert _stamp(14, 21, 0) in await _edited(world, "21h")


async def test_a_bare_day_in_an_edit_keeps_the_time_of_the_party(world: World) -> None:
    await planned(world, when="in 14 days at 20:30")
    assert _stamp(15, 20, 30) in await _edited(world, "in 15 days")


async def test_an_edit_is_read_on_the_clock_of_the_party(world: World) -> None:
    await planned(world, when="in 14 days at 20:30")
    await world.camille.slash(world.foyer, "party zone", city="Tokyo")
    assert _stamp(14, 21, 0) in await _edited(world, "21:00")


async def test_a_typed_zone_counts_wherever_it_stands(world: World) -> None:
    await world.camille.slash(world.foyer, "party zone", city="Europe/Paris")
    day = _day(6)
    there = (_now() + timedelta(days=6)).replace(hour=20).astimezone(PARIS)
    for when in ("20:00 UTC in 6 days", "in 6 days 20:00 utc", "in 6 days, 20:00 (UTC)", "UTC 20:00, in 6 days"):
        draft = await world.camille.slash(world.foyer, "party schedule", when=when, episode=5)
        assert f"{day}, {there:%H}:00" in text_of(draft), when


async def test_a_question_names_what_was_typed_with_its_day_and_its_time(world: World) -> None:
    await world.camille.slash(world.foyer, "party zone", city="Europe/Paris")
    answer = await world.camille.slash(world.foyer, "party schedule", when="tomorrow at 3:00", episode=5)
    for hour in ("3:00", "15:00"):
        assert f"{_day(1)}, {hour.zfill(5)}" in text_of(answer)
    chosen = await world.camille.click(answer.response, label=f"{_day(1)}, 15:00")
    assert f"{_day(1)}, 15:00" in text_of(chosen)
    assert "03:00" not in text_of(chosen)


async def test_a_day_is_asked_with_days_where_no_time_is_taken(world: World) -> None:
    await world.camille.slash(world.foyer, "party zone", city="Europe/Paris")
    year = _now().year + 1
    answer = await world.camille.slash(
        world.foyer, "party series", first="in 2 days", every="week", episode=5, until=f"01/02/{year}"
    )
    simcord.assert_error(world.env, EtoileError, contains="when-asked-which-day")
    assert f"`{year}-01-02` · `{year}-02-01`" in text_of(answer)


async def test_skipped_days_are_a_list_as_people_write_it(world: World) -> None:
    await world.camille.slash(world.foyer, "party zone", city="Europe/Paris")
    dates = [_now().astimezone(PARIS) + timedelta(days=ahead) for ahead in (9, 16, 23)]
    skip = ", ".join(f"{date:%B} {date.day}, {date.year}" for date in dates[:2])
    draft = await world.camille.slash(
        world.foyer, "party series", first="in 2 days", every="week", episode=5, skip=skip
    )
    assert draft.ephemeral
    await world.camille.click(draft.response, label="Post")
    card = words(posted(world.foyer, "Then:"))
    assert [f"<t:{int(date.timestamp())}:d>" in card for date in dates] == [False, False, True]


async def test_a_city_with_two_names_in_the_database_sets_its_zone(world: World) -> None:
    told = await world.camille.slash(world.foyer, "party zone", city="Istanbul")
    assert "Istanbul" in text_of(told)
