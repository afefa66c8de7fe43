"""/club."""

from __future__ import annotations

from bot.stage import direct_messages as direct
from tests.leaks.case import Case
from tests.leaks.scenarios import scenario
from tests.leaks.scenarios.evenings import at, steer
from tests.leaks.scenarios.finding import TIMES

FIRST = "2027-03-19 21:00"
"""In the weeks in which only New York has changed its clocks."""


async def started(case: Case, **options: object) -> None:
    """The host posts a club of all episodes."""
    host = case.host
    await case.slash("party zone", city="Europe/Paris", by=host)
    setup = await case.slash("club start", by=host, **({"first": FIRST} | options))
    preview = await case.press(setup, "club:step:preview", by=host)
    await case.press(preview, "party:post", by=host)
    await case.skip(15)


@scenario(progress=(None, 4, 8), horizons=(0, 4, 8), fresh=True)
async def a_club_is_posted_joined_and_stopped(case: Case) -> None:
    await started(case)
    for who in (case.beginner, case.member):
        mine = await case.press(case.newest("club:join"), "club:join", by=who)
        await case.press(mine, "club:join:0", by=who)
        await case.press(case.newest("club:programme"), "club:programme", by=who)
    await case.slash("club join")
    await case.slash("club programme")
    await case.slash("club leave")
    await case.slash("club board", by=case.host)
    await case.skip(15)
    paused = await case.slash("club pause", by=case.host, first="2027-03-20", until="2027-03-27")
    await case.press(paused, "club:resume", by=case.host)
    await case.slash("club pause", by=case.host, first="2027-03-20", until="2027-03-27")
    await case.slash("club resume", by=case.host)
    await case.skip(60)
    asked = await case.slash("club stop", by=case.host)
    await case.press(asked, "club:stop", by=case.host)
    await case.skip(15)


@scenario(progress=(None,), horizons=(0,), fresh=True)
async def a_club_is_set_up_step_by_step(case: Case) -> None:
    host = case.host
    await case.slash("party zone", city="Europe/Paris", by=host)
    setup = await case.slash("club start", by=host)
    form = await case.press(setup, "club:when", by=host)
    setup = await case.fill(form, [FIRST, "every week", "2", "2027-03-26"], by=host)
    where = await case.press(setup, "club:step:where", by=host)
    await case.choose(where, "club:place", [case.place.channel_id], by=host)
    await case.choose(where, "club:room-place", [case.place.channel_id], by=host)
    await case.choose(where, "club:voice", [], by=host)
    what = await case.press(where, "club:step:what", by=host)
    await case.choose(what, "club:pieces", ["rooms"], by=host)
    who = await case.press(what, "club:step:who", by=host)
    await case.choose(who, "club:roles", [], by=host)
    form = await case.press(who, "club:seats", by=host)
    who = await case.fill(form, ["12"], by=host)
    await case.press(who, "club:drop", by=host)
    setup = await case.slash("club start", by=host)
    form = await case.press(setup, "club:times", by=host)
    asked = await case.fill(form, [TIMES, "every week"], by=host)
    await case.press(asked, "party:find-post", by=host)
    await case.type("club start", "every", "10 days", by=host)


async def an_evening(case: Case) -> None:
    """The club's evening, an hour ahead, from its start to its end."""
    await case.skip(3700)
    clock = case.newest("party:hosts")
    await steer(case, clock, "party:steer:go")
    await case.skip(3700)
    sure = await steer(case, clock, "party:end")
    await case.press(sure, "party:end:1", by=case.host)


@scenario(progress=(None, 8), horizons=(0, 4), fresh=True)
async def a_room_opens_when_its_evening_is_over(case: Case) -> None:
    host = case.host
    case.place.covers = 8  # what to talk about stands in a closed box
    setup = await case.slash("club start", by=host, first=at(case, 1), per_evening=2)
    where = await case.press(setup, "club:step:where", by=host)
    where = await case.choose(where, "club:room-place", [case.place.channel_id], by=host)
    preview = await case.press(where, "club:step:preview", by=host)
    await case.press(preview, "party:post", by=host)
    await an_evening(case)
    await case.skip(150)
    opening = case.newest("club:let-in")
    for who in (case.beginner, case.member):
        door = await case.press(opening, "club:let-in", by=who)
        if case.has(door, "club:seen"):
            await case.press(door, "club:seen", by=who)
    await case.press(case.newest("club:programme"), "club:programme", by=case.beginner)


@scenario(progress=(None, 4, 8), horizons=(0, 4, 8), fresh=True)
async def a_season_is_looked_back_on(case: Case) -> None:
    host = case.host
    setup = await case.slash("club start", by=host, first=at(case, 1), per_evening=8)
    preview = await case.press(setup, "club:step:preview", by=host)
    await case.press(preview, "party:post", by=host)
    await case.skip(15)
    for who in (case.member, case.beginner):
        await case.press(case.newest("club:join"), "club:join", by=who)
    await an_evening(case)
    await case.skip(15)
    over = case.newest("party:watched")
    for who in (host, case.member, case.beginner, *[await case.another(8) for _ in range(3)]):
        sheet = await case.press(over, "poll:sheet", by=who)
        for _ in range(4):
            if case.has(sheet, "poll:pick"):
                await case.press(sheet, "poll:pick", by=who)
    await case.skip(400)
    season = case.newest("club:next")
    for who in (case.member, case.beginner):
        await case.press(season, "club:my-season", by=who)
        await case.press(season, "club:name-me", by=who)
    await case.slash("club season")
    await case.skip(15)
    await case.slash("etoile-admin horizon", by=host, episode="0")
    await case.skip(60)
    planned = await case.press(season, "club:next", by=host)
    await case.press(planned, "club:drop", by=host)


@scenario(progress=(None,), horizons=(0,), fresh=True)
async def who_asked_for_it_is_nudged(case: Case) -> None:
    host, member = case.host, case.member
    setup = await case.slash("club start", by=host, first=at(case, 1), every="every 4 days")
    preview = await case.press(setup, "club:step:preview", by=host)
    await case.press(preview, "party:post", by=host)
    await case.skip(15)
    mine = await case.press(case.newest("club:join"), "club:join")
    await case.press(mine, "club:nudge:1")
    await case.skip(3700)
    await case.press(case.newest("party:ready"), "party:ready", by=host)
    clock = case.newest("party:hosts")
    await steer(case, clock, "party:steer:go")
    await case.skip(3700)
    sure = await steer(case, clock, "party:end")
    await case.press(sure, "party:end:1", by=host)
    await case.skip(60)
    await case.skip(48 * 3600)
    await case.skip(60)
    world = case.house.stage.world
    channel_id = direct.between(world, world.bot_id, member.id)["id"]
    await case.press(case.posted(channel_id), "club:nudge-seen", by=member.at(channel_id))
