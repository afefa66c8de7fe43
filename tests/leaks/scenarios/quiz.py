"""/quiz."""

from __future__ import annotations

from bot.stage.interactions import Invocation
from tests.leaks.case import Case
from tests.leaks.scenarios import scenario


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
    for _ in range(2):
        if case.has(shown, "quiz:again"):
            await case.press(shown, "quiz:again")
            await play(case, shown)


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
