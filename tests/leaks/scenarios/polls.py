"""/poll."""

from __future__ import annotations

from bot.stage.payloads import Wire
from tests.leaks.case import OWN_WORDS, Case
from tests.leaks.scenarios import scenario
from tests.leaks.scenarios.veil import plot
from tests.process.planting import BUTTON, STRINGS, ids_on, plant
from tests.support.oracle import oracle
from tests.support.reading import walk

FEW = (0, 4, 8)


async def posted(case: Case, preset: str, *, arc: bool = False) -> Wire:
    """A shipped poll, posted by the host: its card."""
    words, option = ("poll arc", "preset") if arc else ("poll preset", "name")
    preview = await case.slash(words, by=case.host, **{option: preset})
    await case.press(preview, "poll:post", by=case.host)
    return case.posted()


def presets() -> list[str]:
    """The ids of all shipped polls."""
    polls = (text.where.partition("/") for text in oracle().told)
    return sorted({name.partition(".")[0] for file, _, name in polls if file == "polls"})


def id_of(card: Wire) -> str:
    """The poll's id, as its controls carry it."""
    ids = [str(part.get("custom_id") or "") for part in walk(card["components"])]
    return next(custom_id.split(":")[3] for custom_id in ids if custom_id.startswith("v1:poll:"))


@scenario(horizons=FEW, fresh=True)
async def a_gated_poll_is_read_and_answered(case: Case) -> None:
    for preset in ("the-triangle", "jack-or-genevieve"):
        card = await posted(case, preset)
        for who in (case.member, case.beginner):
            for control in ("poll:sheet", "poll:vote", "poll:results"):
                if case.has(card, control):
                    answer = await case.press(card, control, by=who)
                    for inner in ("poll:pick", "poll:back", "poll:never"):
                        if answer.message_id and case.has(answer, inner):
                            await case.press(answer, inner, by=who)
        poll = id_of(card)
        await case.slash("poll show", poll=poll)
        await case.slash("poll results", poll=poll)
        await case.slash("poll list")
        await case.type("poll show", "poll", "")
    status = await case.slash("etoile status")  # tells what is on here
    await case.press(status, "facts:share")
    await case.slash("etoile status", by=case.beginner)
    await case.type("poll preset", "name", "")
    await case.type("poll arc", "preset", "")
    await case.slash("poll preset", name="the-triangle")


@scenario(progress=(4,), fresh=True)
async def every_shipped_poll_is_posted_at_every_horizon(case: Case) -> None:
    for preset in presets():
        card = await posted(case, preset)
        for who in (case.member, case.beginner):
            await case.press(card, "poll:sheet", by=who)
            await case.press(card, "poll:results", by=who)


@scenario(progress=(None, 3), horizons=(0,), fresh=True)
async def the_gate_of_a_poll_is_passed(case: Case) -> None:
    card = await posted(case, "the-triangle")
    gate = await case.press(card, "poll:sheet")
    await case.press(gate, "poll:seen")
    await case.press(gate, "progress:undo")


@scenario(progress=(None, 3), horizons=(8,), fresh=True)
async def the_gate_keeps_what_was_pressed(case: Case) -> None:
    card = await posted(case, "the-triangle")
    gate = await case.press(card, "poll:vote")
    await case.press(gate, "poll:seen-for")
    await case.press(gate, "progress:undo")


@scenario(progress=(4, 8), horizons=(0, 4, 8), fresh=True)
async def how_it_stands_is_shared(case: Case) -> None:
    for preset, arc in (("jack-or-genevieve", False), ("jack-or-genevieve", True)):
        card = await posted(case, preset, arc=arc)
        for who in (case.member, case.host, *[await case.another(8) for _ in range(3)]):
            sheet = await case.press(card, "poll:sheet", by=who)
            for _ in range(4 if arc else 1):
                if case.has(sheet, "poll:pick"):
                    await case.press(sheet, "poll:pick", by=who)
        for who in (case.member, case.host):
            results = await case.press(card, "poll:results", by=who)
            if case.has(results, "poll:share"):
                await case.press(results, "poll:share", by=who)


@scenario(progress=(8,), horizons=FEW, fresh=True)
async def a_poll_ends_and_its_result_is_told(case: Case) -> None:
    case.place.covers = 8  # the end of a poll is told to all, under a cover
    card = await posted(case, "the-triangle")
    for who in [case.member, case.host, *[await case.another(8) for _ in range(2)]]:
        sheet = await case.press(card, "poll:sheet", by=who)
        await case.press(sheet, "poll:pick", by=who)
    await case.press(card, "poll:results")
    (shown,) = (one for one in ids_on(case.message(card)) if one.startswith("v1:poll:results:"))
    # A button that drew the picture stood below results once; those messages are still there.
    plant(case.house.stage, case.message(card), shown.replace("results", "picture"), BUTTON)
    await case.press(card, "poll:picture")
    await case.slash("poll close", by=case.host, poll=id_of(card))
    await case.skip(5)
    await case.press(case.posted(), "poll:results", by=case.beginner)
    await case.slash("poll reopen", by=case.host, poll=id_of(card))
    await case.slash("poll export", by=case.host, poll=id_of(card))
    managed = await case.slash("poll edit", by=case.host, poll=id_of(card))
    await case.press(managed, "poll:close", by=case.host)
    await case.skip(5)
    sure = await case.slash("poll delete", by=case.host, poll=id_of(card))
    await case.press(sure, "poll:delete", by=case.host)


@scenario(progress=(None, 0, 3, 8), horizons=(0, 8), fresh=True)
async def an_arc_is_asked_at_every_episode(case: Case) -> None:
    case.place.covers = 8
    card = await posted(case, "jack-or-genevieve", arc=True)
    for who in (case.member, case.host, *[await case.another(8) for _ in range(3)]):
        sheet = await case.press(card, "poll:sheet", by=who)
        if case.has(sheet, "poll:pick"):
            await case.press(sheet, "poll:pick", by=who)
        if case.has(sheet, "poll:episode"):
            await case.choose(sheet, "poll:episode", by=who)
        await case.press(card, "poll:results", by=who)
    await case.slash("poll close", by=case.host, poll=id_of(card))
    await case.skip(5)


@scenario(progress=(None, 4, 7), horizons=(0, 7), fresh=True)
async def a_question_of_ones_own_that_spoils_is_gated(case: Case) -> None:
    """Plot in the question and in ten answers, with all that can break out; the gate is set to where the plot is."""
    case.place.covers = 8
    host = case.host
    for breaking in ("", "||", "`", "\\"):
        form = await case.slash("poll create", by=host)
        labels = "\n".join(f"{breaking}{number} gravestone {breaking}"[:55] for number in range(10))
        question = f"{breaking}{OWN_WORDS} {plot(case)}{breaking}"[:200]
        preview = await case.fill(form, [question, labels, "0", "voted", ""], by=host)
        await case.choose(preview, "poll:gate", ["8"], by=host)
        await case.press(preview, "poll:post", by=host)
        card = case.posted()
        for who in (case.member, case.beginner, host):
            answer = await case.press(card, "poll:sheet", by=who)
            if case.has(answer, "poll:choose"):
                await case.choose(answer, "poll:choose", ["0"], by=who)
            await case.press(card, "poll:results", by=who)
        await case.slash("poll list")
        await case.type("poll results", "poll", OWN_WORDS)
    await case.slash("poll close", by=host, poll=id_of(card))
    await case.skip(5)


@scenario(progress=(8,), horizons=(8,), fresh=True)
async def a_poll_is_looked_after(case: Case) -> None:
    host = case.host
    await case.slash("etoile-admin log", by=host, channel=case.place.log_id)
    for number in range(7):
        form = await case.slash("poll create", by=host)
        preview = await case.fill(form, [f"{OWN_WORDS} {number}?", "a\nb\nc\nd\ne\nf", "0", "live", ""], by=host)
        if number == 0:
            again = await case.press(preview, "poll:edit", by=host)
            await case.fill(again, [None, None, None, None, "in 3 days"], by=host)
            await case.press(preview, "poll:names", by=host)
            await case.choose(preview, "poll:roles", [case.place.guild_id], by=host)
            await case.choose(preview, "poll:roles", [], by=host)
        await case.press(preview, "poll:post", by=host)
    listed = await case.slash("poll list")
    await case.press(listed, "poll:list")
    dropped = await case.slash("poll preset", name="best-episode", by=host)
    await case.press(dropped, "poll:drop", by=host)
    card = case.posted()
    managed = await case.slash("poll edit", by=host, poll=id_of(card))
    for control, values in (
        ("poll:add", [f"{OWN_WORDS} g"]),
        ("poll:reword", [f"{OWN_WORDS} other?", "a\nb\nc\nd\ne\nf\ng"]),
        ("poll:end", ["in 2 days"]),
    ):
        form = await case.press(managed, control, by=host)
        await case.fill(form, values, by=host)
    sheet = await case.press(card, "poll:sheet")
    # Selects stood on cards and ballots of many answers once; those messages are still there.
    plant(case.house.stage, case.message(sheet), f"v1:poll:choose:{id_of(card)}:0", STRINGS, option="2")
    await case.choose(sheet, "poll:choose", ["2"])
    await case.press(card, "poll:vote")
    await case.choose(managed, "poll:spoils", ["7"], by=host)
    sure = await case.press(managed, "poll:delete", by=host)
    await case.press(sure, "poll:never", by=host)
    await case.press(managed, "poll:export", by=host)
    await case.press(managed, "poll:close", by=host)
    await case.skip(5)
    closed = await case.slash("poll edit", by=host, poll=id_of(card))
    await case.press(closed, "poll:reopen", by=host)
    plant(case.house.stage, card, f"v1:poll:ballot:{id_of(card)}", STRINGS, option="1")
    await case.choose(card, "poll:ballot", ["1"])


@scenario(progress=(8,), horizons=(0,), fresh=True)
async def what_reads_as_a_spoiler_is_said_to_be_none(case: Case) -> None:
    await case.slash("etoile-admin log", by=case.host, channel=case.place.log_id)
    form = await case.slash("poll create", by=case.host)
    answers = [f"{OWN_WORDS}: Gabin at the window?", "a\nb", "1", "live", ""]
    preview = await case.fill(form, answers, by=case.host)
    await case.press(preview, "poll:clear", by=case.host)
    await case.press(preview, "poll:post", by=case.host)
