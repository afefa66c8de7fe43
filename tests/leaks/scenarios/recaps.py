"""/recap."""

from __future__ import annotations

from bot.stage.invocation import Invocation
from tests.leaks.case import OWN_WORDS, Case
from tests.leaks.scenarios import scenario
from tests.process.planting import BUTTON, ids_on, plant

ALONE = (3,)
FEW = (0, 4, 8)
SEVERAL = (None, 0, 4, 7, 8)


@scenario(horizons=ALONE)
async def each_recap_is_asked_for_at_every_length(case: Case) -> None:
    for number in (1, 5, 8):
        answer = await case.slash("recap episode", number=number, length="full")
        if case.has(answer, "recaps:more"):
            await case.press(answer, "recaps:more")
        if case.has(answer, "recaps:page"):
            await case.press(answer, "recaps:page")
        for length in ("line", "beats", "full"):
            if case.has(answer, "recaps:as"):
                await case.choose(answer, "recaps:as", [length])
        await _more(case, answer)
        for control in ("recaps:turn", "recaps:language", "recaps:go"):
            if case.has(answer, control):
                await case.press(answer, control)
    await case.slash("recap episode", number=7, length="line")
    for words in ("upto", "season", "catchup"):
        answer = await case.slash(f"recap {words}")
        await _more(case, answer)
        for control in ("recaps:turn", "recaps:language"):
            if case.has(answer, control):
                await case.press(answer, control)
    await case.slash("recap upto", episode=6)
    await case.slash("recap who", character="Jack")
    await case.slash("recap who", character="Cheyenne", episode=8)
    await case.slash("recap who", character=f"{OWN_WORDS} coma")


async def _more(case: Case, answer: Invocation) -> None:
    if case.has(answer, "recaps:more"):
        await case.press(answer, "recaps:more")


@scenario(progress=(0, 4), horizons=ALONE)
async def recaps_of_before_have_their_buttons(case: Case) -> None:
    """Buttons that stand on old messages: a length each, and "Never mind" at the gate."""
    for number, kept in ((2, "recaps:length"), (8, "recaps:never-mind")):
        answer = await case.slash("recap episode", number=number)
        message = case.message(answer)
        (one, *_) = [one for one in ids_on(message) if one.startswith(("v1:recaps:go:", "v1:recaps:seen:"))]
        old = f"v1:{kept}:{one.split(':', 3)[3]}"
        plant(case.house.stage, message, old, BUTTON)
        await case.press(answer, kept)


@scenario(horizons=ALONE)
async def options_are_typed(case: Case) -> None:
    for typed in ("", "quinn", "genevieve", OWN_WORDS):
        await case.type("recap who", "character", typed)
    for words, option in (("episode", "number"), ("upto", "episode")):
        await case.type(f"recap {words}", option, "")


@scenario(progress=(None, 0, 3, 7), horizons=ALONE)
async def the_gate_is_passed_in_each_way(case: Case) -> None:
    gate = await case.slash("recap episode", number=8)
    if case.has(gate, "recaps:go"):
        await case.press(gate, "recaps:go")
    gate = await case.slash("recap season", length="minute")
    await case.press(gate, "recaps:anyway")
    await case.press(gate, "recaps:turn")
    await case.choose(gate, "recaps:as", ["line"])
    await case.press(gate, "recaps:more")
    await case.press(gate, "recaps:language")
    gate = await case.slash("recap who", character="Jack", episode=8)
    if case.has(gate, "recaps:seen"):
        await case.press(gate, "recaps:seen")
        await case.press(gate, "recaps:untold")


@scenario(progress=(None,), horizons=ALONE)
async def how_far_is_asked_before_the_story_so_far(case: Case) -> None:
    answer = await case.slash("recap upto")
    await case.press(answer, "recaps:told:3")
    await case.slash("recap catchup")


async def share(case: Case, answer: Invocation) -> None:
    """Share a telling; a story up to the first and to the last episode that is offered."""
    asked = await case.press(answer, "recaps:share")
    if case.has(asked, "recaps:share-upto"):
        offered = case.options(asked, "recaps:share-upto")
        await case.choose(asked, "recaps:share-upto", [offered[0]])
        asked = await case.press(answer, "recaps:share")
        await case.choose(asked, "recaps:share-upto", [offered[-1]])


@scenario()
async def recaps_are_shared_and_each_reader_gets_their_own(case: Case) -> None:
    for words, options in (("episode", {"number": 5, "length": "full"}), ("upto", {})):
        answer = await case.slash(f"recap {words}", **options)
        if case.has(answer, "recaps:anyway"):
            await case.press(answer, "recaps:anyway")
        if case.has(answer, "recaps:share"):
            await share(case, answer)
            await case.press(case.posted(), "recaps:mine", by=case.beginner)
            await case.press(case.posted(), "recaps:mine")


@scenario(progress=SEVERAL, horizons=FEW)
async def the_season_and_a_character_are_shared(case: Case) -> None:
    for words, options in (("season", {"length": "line"}), ("who", {"character": "Jack", "episode": 7})):
        answer = await case.slash(f"recap {words}", **options)
        if case.has(answer, "recaps:anyway"):
            await case.press(answer, "recaps:anyway")
        if case.has(answer, "recaps:share"):
            await share(case, answer)
            await case.press(case.posted(), "recaps:mine", by=case.beginner)


@scenario(progress=(0, 4, 8), horizons=ALONE)
async def an_episode_leads_to_its_recap(case: Case) -> None:
    answer = await case.slash("etoile episode", number=6)
    if case.has(answer, "recaps:episode"):
        await case.press(answer, "recaps:episode")
