"""/progress."""

from __future__ import annotations

from tests.leaks.case import Case
from tests.leaks.scenarios import scenario


@scenario(horizons=(0,))
async def progress_is_told_shown_undone_and_cleared(case: Case) -> None:
    shown = await case.slash("progress show")
    await case.press(shown, "progress:tell:6")
    told = await case.slash("progress set", episode=2)
    await case.press(told, "progress:undo")
    await case.slash("progress clear")


@scenario(progress=(8,), horizons=(0, 8))
async def setting_back_hides_again_at_once(case: Case) -> None:
    before = await case.slash("etoile cast", who="jack")
    await case.slash("progress set", episode=1)
    await case.slash("etoile cast", who="jack")
    assert case.has(before, "facts:share")
