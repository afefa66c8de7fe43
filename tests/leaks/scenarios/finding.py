"""/party find."""

from __future__ import annotations

from tests.leaks.case import OWN_WORDS, Case
from tests.leaks.scenarios import scenario

TIMES = "2027-03-19 21:00 Paris or 2027-03-20 21:00 Paris; 2027-03-20 22:00 Paris"


@scenario(progress=(None, 8), horizons=(0, 4), fresh=True)
async def a_time_is_asked_for_ticked_and_taken(case: Case) -> None:
    await case.slash("party zone", city="Europe/Paris")
    dropped = await case.slash("party find", times=TIMES, episode=7)
    await case.press(dropped, "party:find-drop")
    draft = await case.slash("party find", times=TIMES, episode=7, to=8, note=OWN_WORDS, seats=3)
    form = await case.press(draft, "party:find-times")
    draft = await case.fill(form, [TIMES])
    await case.press(draft, "party:find-post")
    await case.skip(3)
    for who in (case.beginner, case.member):
        mine = await case.press(case.newest("party:find-tick"), "party:find-tick", by=who)
        await case.choose(mine, "party:find-mine", by=who)
        for what in ("none", "back", "all"):
            await case.press(mine, f"party:find-whole:{what}", by=who)
    await case.skip(5)
    host = await case.press(case.newest("party:find-host"), "party:find-host")
    await case.press(host, "party:find-take")
    again = await case.press(case.newest("party:find-host"), "party:find-host")
    preview = await case.choose(again, "party:find-other")
    await case.press(preview, "party:post")
    await case.skip(10)
    await case.press(case.newest("party:take"), "party:take", by=case.beginner)


@scenario(progress=(None,), horizons=(0,), fresh=True)
async def a_search_is_stopped_and_given_up(case: Case) -> None:
    draft = await case.slash("party find", times=TIMES, episode=8)
    await case.press(draft, "party:find-post")
    await case.skip(3)
    host = await case.press(case.newest("party:find-host"), "party:find-host")
    await case.press(host, "party:find-end")
    await case.press(host, "party:find-end")
    await case.skip(3)
