"""/quiz."""

from __future__ import annotations

from dataclasses import replace

from bot.stage.interactions import Invocation
from tests.leaks.case import OWN_WORDS, Case
from tests.leaks.scenarios import scenario
from tests.leaks.scenarios.polls import posted
from tests.leaks.scenarios.veil import plot


async def play(case: Case, shown: Invocation) -> None:
    """Answer whatever is asked to the end, and read up on what can be read."""
    for _ in range(60):
        if case.has(shown, "quiz:answer"):
            await case.press(shown, "quiz:answer")
        if case.has(shown, "quiz:read"):
            await case.press(shown, "quiz:read")
        if not case.has(shown, "quiz:next"):
            break
        await case.press(shown, "quiz:next")


@scenario(horizons=(0,))
async def a_round_is_played_alone(case: Case) -> None:
    shown = await case.slash("quiz me", length=20)
    await play(case, shown)
    if case.has(shown, "quiz:again"):
        await case.press(shown, "quiz:again")


@scenario(progress=(8,), horizons=(0,))
async def setting_back_in_the_middle_of_a_question_hides_it(case: Case) -> None:
    shown = await case.slash("quiz me", length=20)
    for progress in (5, 3, 1, 0):
        await case.press(shown, "quiz:answer")
        if case.has(shown, "quiz:next"):
            await case.press(shown, "quiz:next")
        await case.slash("progress set", episode=progress)
    await case.press(shown, "quiz:answer")
    await case.slash("progress set", episode=8)


@scenario(progress=(None, 4), horizons=(0,))
async def every_kind_is_asked(case: Case) -> None:
    for kind in ("story", "cast", "making", "music_and_dance", "ballet", "cities"):
        await play(case, await case.slash("quiz me", kind=kind, length=5))


async def press_all(case: Case) -> None:
    """What can be pressed below a question: by the host, the member and somebody who has not begun."""
    card = case.newest("quiz:host")
    for who in (case.host, case.member, case.beginner):
        if case.has(card, "quiz:sheet"):
            sheet = await case.press(card, "quiz:sheet", by=who)
            if sheet.message_id and case.has(sheet, "quiz:pick"):
                await case.press(sheet, "quiz:pick", by=who)
        if case.has(card, "quiz:pick"):
            told = await case.press(card, "quiz:pick", by=who)
            if case.has(told, "quiz:city"):
                await case.press(told, "quiz:city", by=who)


@scenario(progress=(None, 4, 8), horizons=(0, 4, 8), fresh=True)
async def a_night_is_played_at_every_level(case: Case) -> None:
    host = case.host
    await posted(case, "jack-or-genevieve", arc=True)
    for level in (0, case.place.horizon, 8):
        sides: dict[str, str] = {0: {"sides": "poll"}, 8: {"sides": "chosen"}}.get(level, {})
        await case.slash("quiz night", by=host, questions=3, seconds=10, level=level, **sides)
        await case.skip(1)
        await press_all(case)
        steering = await case.press(case.newest("quiz:host"), "quiz:host", by=host)
        await case.press(steering, "quiz:pause", by=host)
        await case.skip(11)
        await press_all(case)
        await case.press(steering, "quiz:pause", by=host)
        await case.skip(9)
        await press_all(case)
        await case.press(steering, "quiz:skip", by=host)
        for _ in range(6):
            await case.skip(12)
        await case.press(case.newest("quiz:me"), "quiz:me")


@scenario(progress=(None, 8), horizons=(4,), fresh=True)
async def a_planned_night_is_stopped_and_the_horizon_falls(case: Case) -> None:
    host = case.host
    await case.slash("quiz night", by=host, when="in 2 hours", questions=3)
    card = case.newest("quiz:come")
    await case.press(card, "quiz:come")
    await case.press(card, "quiz:calendar")
    await case.skip(2 * 3600 - 200)
    await case.slash("quiz stop", by=host)
    await case.skip(1)
    await case.slash("quiz night", by=host, questions=3, seconds=60)
    await case.skip(1)
    steering = await case.press(case.newest("quiz:host"), "quiz:host", by=host)
    await case.press(steering, "quiz:stop", by=host)
    await case.skip(1)


@scenario(progress=(None, 4, 8), horizons=(0, 4, 8), fresh=True)
async def a_question_comes_every_day(case: Case) -> None:
    host, day = case.host, 24 * 3600
    await case.slash("quiz daily", by=host, time="in 2 hours")
    await case.skip(2 * 3600 + 1)
    for _ in range(3):
        await press_all(case)
        await case.skip(day)
        await case.look_around()
    await case.slash("quiz daily")
    table = await case.slash("quiz table")
    await case.press(table, "quiz:table:ever")
    await case.press(table, "quiz:name")
    await case.press(table, "quiz:name")
    mine = await case.press(case.newest("quiz:host"), "quiz:host", by=host)
    if case.place.horizon:
        await case.slash("etoile-admin horizon", by=host, episode="0")
        case.house.places[case.place.channel_id] = case.place = replace(case.place, horizon=0)
        await case.skip(day)
        await press_all(case)
    await case.press(mine, "quiz:stop-daily", by=host)
    await case.skip(1)
    await case.look_around()


@scenario(progress=(None, 4, 8), horizons=(0, 4, 8), fresh=True)
async def hosts_write_questions_of_their_own(case: Case) -> None:
    host = case.host
    listed = await case.slash("quiz write", by=host)
    written = plot(case)
    for said in ("0", "3", "8"):
        form = await case.press(listed, "quiz:own-write", by=host)
        question = f"{OWN_WORDS} **{said}** || <@1>"
        await case.fill(form, [question, "Right||", "One\n`Two\nThree\\\\", written, [said]], by=host)
    form = await case.press(listed, "quiz:own-write", by=host)
    await case.fill(form, [OWN_WORDS, "Right", "One", None, ["0"]], by=host)  # too few answers: handed back
    await case.slash("quiz write")
    await case.slash("quiz night", by=host, questions=20, seconds=10)
    for _ in range(12):
        await case.skip(1)
        await press_all(case)
        await case.skip(10)
        await case.skip(9)
    await play(case, await case.slash("quiz me", length=20))
    for control in ("quiz:own-open", "quiz:own-switch", "quiz:own-edit", "quiz:own-remove"):
        await case.press(listed, control, by=host)
    for number in range(3):
        form = await case.press(listed, "quiz:own-write", by=host)
        await case.fill(form, [f"{OWN_WORDS} {number}?", "A", "B\nC\nD", None, ["0"]], by=host)
    await case.press(listed, "quiz:own:", by=host)
