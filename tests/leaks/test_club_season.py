"""Clubs over a whole season, with the clock skipped ahead: every message is counted. Nothing comes twice, nothing is
missing, and nobody is written to who did not ask. A kill in the middle of some weeks changes nothing of that.

`ETOILE_TEST_LONG=1` makes it twenty clubs on twenty servers with five hundred members in all.
"""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from bot.domain.locale import Locale
from bot.domain.readers import Asker
from bot.stage import direct_messages as direct
from bot.stage.payloads import Wire
from bot.stage.world import EPHEMERAL, FORUM, TEXT
from tests.leaks.case import Case
from tests.leaks.house import House
from tests.support.reading import all_text
from tests.support.stage import StageMember

pytestmark = pytest.mark.asyncio(loop_scope="module")

LONG = os.environ.get("ETOILE_TEST_LONG") == "1"
CLUBS, MEMBERS = (20, 25) if LONG else (2, 4)
WEEKS = 8
KILLED = {2: "start", 4: "end", 6: "nudge"}
"""In which weeks, and after what, the bot is killed."""
FIRST_AFTER = timedelta(days=3)


@dataclass(slots=True, kw_only=True)
class Club:
    """A club with its host (who plans and runs it), the channel of its rooms, and who joined. `nudged` asked to be told
    what they have to go; `outside` never did anything."""

    case: Case
    rooms_id: str
    nudged: StageMember
    outside: StageMember
    joined: list[StageMember]


async def founded(house: House, number: int, first: datetime) -> Club:
    """A club of eight weekly evenings, from an instant on, on a server of its own."""
    case = await house.case(None, 0, Locale.FR if number % 2 else Locale.EN, fresh=True)
    kind = FORUM if number % 2 else TEXT
    rooms_id = house.stage.add_channel(case.place.guild_id, name=f"rooms-{number}", type=kind)["id"]
    house.places[rooms_id] = replace(case.place, channel_id=rooms_id, covers=8)
    await house._known(case.place.guild_id, rooms_id)
    host = case.host
    setup = await case.slash("club start", by=host, first=f"<t:{int(first.timestamp())}:F>")
    where = await case.press(setup, "club:step:where", by=host)
    where = await case.choose(where, "club:room-place", [rooms_id], by=host)
    preview = await case.press(where, "club:step:preview", by=host)
    await case.press(preview, "party:post", by=host)
    await case.skip(15)
    nudged, outside = case.member, case.beginner
    mine = await case.press(case.newest("club:join"), "club:join", by=nudged)
    await case.press(mine, "club:nudge:1", by=nudged)
    club = Club(case=case, rooms_id=rooms_id, nudged=nudged, outside=outside, joined=[nudged])
    for _ in range(MEMBERS - 2):
        person = await case.another(8)
        view = await house.app.clubs.here(asker_of(club, person))
        await house.app.clubs.join(asker_of(club, person), view.club.id, comes=True)
        club.joined.append(person)
    return club


def asker_of(club: Club, person: StageMember) -> Asker:
    return Asker(
        user_id=int(person.id), guild_id=int(club.case.place.guild_id), channel_id=int(club.case.place.channel_id),
        parent_id=None, locale=club.case.locale, server_locale=club.case.locale,
    )  # fmt: skip


async def party_now(house: House, club: Club) -> str:
    view = await house.app.clubs.here(asker_of(club, club.nudged))
    assert view.next is not None
    return str(view.next.party_id)


def messages(house: House, club: Club, channel_id: str) -> list[Wire]:
    """What the bot posted in a channel for everybody."""
    world = house.stage.world
    found = world.messages.get(channel_id, {}).values()
    return [one for one in found if one["author"]["id"] == world.bot_id and not one["flags"] & EPHEMERAL]


def with_control(found: list[Wire], route: str) -> int:
    return sum(f'"v1:{route}' in str(one["components"]).replace("'", '"') for one in found)


def directly(house: House, person: StageMember) -> list[Wire]:
    """What the bot wrote to a member alone."""
    world = house.stage.world
    channel_id = direct.between(world, world.bot_id, person.id)["id"]
    return [one for one in world.messages.get(channel_id, {}).values() if one["author"]["id"] == world.bot_id]


async def test_a_season_tells_each_thing_once(house: House) -> None:
    start = house.clock.now()
    first = start.replace(second=0, microsecond=0) + FIRST_AFTER
    clubs = [await founded(house, number, first) for number in range(CLUBS)]
    lead = clubs[0].case
    for week in range(WEEKS):
        evening = first + timedelta(days=7 * week)
        await until(house, lead, evening - timedelta(days=2) + timedelta(seconds=5))
        await killed(house, week, "nudge")
        await until(house, lead, evening - timedelta(minutes=14))
        await until(house, lead, evening + timedelta(seconds=30))
        await killed(house, week, "start")
        for club in clubs:
            await club.case.slash("party clock", by=club.case.host, party=await party_now(house, club), do="go")
        await lead.skip(62 * 60)
        for club in clubs:
            await club.case.slash("party clock", by=club.case.host, party=await party_now(house, club), do="end")
        await lead.skip(3)
        await killed(house, week, "end")
        await lead.skip(180)
        await lead.skip(30)
    await lead.skip(600)
    assert house.clock.now() - start > timedelta(days=51)
    for club in clubs:
        counted(house, club)


async def until(house: House, case: Case, instant: datetime) -> None:
    """Let time pass until an instant."""
    seconds = (instant - house.clock.now()).total_seconds()
    if seconds > 0:
        await case.skip(seconds)


async def killed(house: House, week: int, after: str) -> None:
    """The bot ends and begins anew, in the weeks in which it does."""
    if KILLED.get(week) == after:
        await house.restart()
        await asyncio.sleep(0)


def counted(house: House, club: Club) -> None:
    """What a club said in eight weeks."""
    here = messages(house, club, club.case.place.channel_id)
    assert with_control(here, "club:programme") == 1, "one board"
    assert with_control(here, "club:next") == 1, "one season"
    arcs = [one for one in here if '"v1:poll:results:' in str(one["components"]).replace("'", '"')]
    assert len(arcs) == 1, "one arc, for all evenings"
    cards = [one for one in here if '"v1:party:' in str(one["components"]).replace("'", '"')]
    assert len({one["id"] for one in cards}) >= WEEKS
    world = house.stage.world
    rooms = [one for one in world.channels.values() if one.get("parent_id") == club.rooms_id]
    assert len(rooms) == WEEKS, [one["name"] for one in rooms]
    assert len({one["name"] for one in rooms}) == WEEKS
    openings = messages(house, club, club.rooms_id)
    for room in rooms:
        inside = messages(house, club, room["id"])
        said = [one for one in inside if "club:let-in" not in str(one["components"])]
        talks = [one for one in said if all_text(one["components"], one["content"])]
        assert len(talks) == 1, room["name"]
        openings += [one for one in inside if "club:let-in" in str(one["components"])]
    assert with_control(openings, "club:let-in") == WEEKS
    nudges = [one for one in directly(house, club.nudged) if "club:nudge-seen" in str(one["components"])]
    assert len(nudges) == WEEKS - 1, "before each evening but the first"
    assert len({one["content"] for one in nudges}) == WEEKS - 1
    assert directly(house, club.outside) == []
    for person in club.joined[1:]:
        assert directly(house, person) == []
    everything = [one for channel in world.messages.values() for one in channel.values()]
    said_by_me = [one for one in everything if one["author"]["id"] == world.bot_id]
    assert not [one for one in said_by_me if club.outside.id in {each["id"] for each in one["mentions"]}]
