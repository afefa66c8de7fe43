"""/party, as a host with a few guests lives through it. What is planned and answered alone stands in parties.py."""

from __future__ import annotations

from datetime import timedelta

from bot.stage.payloads import Wire
from tests.leaks.case import OWN_WORDS, Case
from tests.leaks.scenarios import scenario
from tests.support.reading import walk

HOUR = 3600
NOTE = f"{OWN_WORDS} ||a|| `b` \\ > c"


def at(case: Case, hours: float) -> str:
    """An instant as Discord's own @time writes it: the same in every language and zone."""
    return f"<t:{int((case.house.clock.now() + timedelta(hours=hours)).timestamp())}:F>"


def id_of(card: Wire) -> str:
    """The party's id, as its controls carry it."""
    ids = [str(part.get("custom_id") or "").split(":") for part in walk(card["components"])]
    return next(parts[4] for parts in ids if parts[:3] == ["v1", "party", "answer"])


async def posted(case: Case, **options: object) -> Wire:
    """A party three hours ahead, posted by the host: its card."""
    wish = {"when": at(case, 3), "episode": 5, "note": NOTE} | options
    preview = await case.slash("party schedule", by=case.host, **wish)
    await case.press(preview, "party:post", by=case.host)
    await case.skip(1)
    return case.newest("party:answer")


async def steer(case: Case, clock: Wire, control: str) -> Wire:
    """One of the hosts' controls of the clock."""
    return await case.press(await case.press(clock, "party:hosts", by=case.host), control, by=case.host)


@scenario(progress=(None, 4, 8), horizons=(0, 8), fresh=True)
async def a_party_is_joined_watched_and_over(case: Case) -> None:
    host, member, beginner = case.host, case.member, case.beginner
    card = await posted(case, seats=2, to=6, length=45)
    for who in (host, member, beginner):
        await case.press(card, "party:answer:going", by=who)
    await case.press(await case.press(card, "party:more", by=member), "party:who", by=member)
    await case.press(card, "party:answer:no", by=member)
    await case.skip(10)  # the seat passes on
    await case.press(case.newest("party:take"), "party:take", by=beginner)
    await case.skip(2.5 * HOUR)  # the thread
    await case.skip(0.3 * HOUR)  # the reminder
    await case.press(case.newest("party:still"), "party:still", by=beginner)
    await case.skip(0.3 * HOUR)  # the start
    await case.slash("party clock", party=id_of(card))
    await case.press(case.newest("party:ready"), "party:ready", by=beginner)
    clock = case.newest("party:hosts")
    await steer(case, clock, "party:steer:go")
    await case.skip(60)
    await case.press(case.newest("party:wait"), "party:wait", by=beginner)
    for what in ("party:steer:pause", "party:steer:resume"):
        await steer(case, clock, what)
    refused = await case.fill(await steer(case, clock, "party:jump"), ["3:59:00"], by=host)
    await case.fill(await case.press(refused, "party:jump-again", by=host), ["17:42"], by=host)
    await case.press(clock, "party:where", by=member)
    await steer(case, clock, "party:steer:next")
    await case.skip(60)
    sure = await steer(case, clock, "party:end")
    await case.press(sure, "party:end:1", by=host)
    await case.skip(60)
    over = case.newest("party:watched")
    await case.press(over, "party:there", by=host)
    await case.press(over, "party:catchup", by=member)
    await case.press(over, "party:watched", by=member)
    await case.press(over, "quiz:evening", by=beginner)  # who has not watched it is told to say so
    await case.press(over, "quiz:evening", by=member)
    asked = await case.press(over, "party:watched", by=beginner)
    await case.press(asked, "party:watched-all", by=beginner)
    await case.press(over, "party:catchup", by=beginner)
    await case.skip(4 * HOUR)


@scenario(progress=(None,), horizons=(0,), fresh=True)
async def long_lists_of_parties_are_turned(case: Case) -> None:
    for number in range(25):
        preview = await case.slash("party schedule", by=case.host, when=at(case, 30 + 5 * number), episode=1)
        await case.press(preview, "party:post", by=case.host)
    listed = await case.slash("party list")
    await case.press(listed, "party:list")
    data = await case.slash("mydata show", by=case.host)
    await case.press(data, "mydata:sheet", by=case.host)


@scenario(progress=(None, 4), horizons=(0,), fresh=True)
async def who_asked_for_it_is_reminded_directly(case: Case) -> None:
    panel = await case.slash("party remind")
    await case.choose(panel, "party:minutes")
    await case.press(panel, "party:direct:1")
    card = await posted(case)
    await case.press(card, "party:answer:going")
    await case.skip(2.9 * HOUR)
    await case.skip(0.2 * HOUR)
