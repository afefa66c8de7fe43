"""/etoile."""

from __future__ import annotations

from typing import Any

from tests.leaks.case import OWN_WORDS, Case
from tests.leaks.scenarios import scenario

ALONE = (3,)
"""One horizon, where nothing is posted for others."""
FEW = (0, 4, 8)
"""Some horizons, for what test_walk.py renders at all of them."""


@scenario(horizons=ALONE)
async def every_list_is_read_and_opened(case: Case) -> None:
    for words in ("facts", "cast", "episode", "timeline", "glossary", "status", "help"):
        answer = await case.slash(f"etoile {words}")
        if case.has(answer, "facts:turn"):
            await case.press(answer, "facts:turn")
        if case.has(answer, "facts:open"):
            await case.choose(answer, "facts:open")
        if case.has(answer, "facts:open"):
            await case.choose(answer, "facts:open")


@scenario(horizons=ALONE)
async def what_is_hidden_is_shown_anyway(case: Case) -> None:
    """The way to it stands behind ⋯, except where nothing else is to be seen."""
    for words, options in (
        ("cast", {"who": "jack"}),
        ("facts", {"about": "bond/bond-jack-genevieve"}),
        ("episode", {"number": 8}),
    ):
        answer = await case.slash(f"etoile {words}", **options)
        if case.has(answer, "facts:more"):
            await case.press(answer, "facts:more")
        if case.has(answer, "facts:anyway"):
            await case.press(answer, "facts:anyway")


@scenario(horizons=FEW)
async def an_answer_is_shared_and_others_ask_for_their_own(case: Case) -> None:
    for words, options in (
        ("cast", {"who": "jack"}), ("episode", {"number": 5}), ("facts", {"about": "bond/bond-bruna-mishi"})
    ):  # fmt: skip
        answer = await case.slash(f"etoile {words}", **options)
        if not case.has(answer, "facts:share"):
            continue  # nothing of it may be seen by who asks
        await case.press(answer, "facts:share")
        await case.press(case.posted(), "facts:mine", by=case.beginner)
        await case.press(case.posted(), "facts:mine")


@scenario(horizons=FEW)
async def what_was_shown_anyway_is_shared(case: Case) -> None:
    answer = await case.slash("etoile facts", about="bond/bond-jack-genevieve")
    if case.has(answer, "facts:more"):
        await case.press(answer, "facts:more")
    if case.has(answer, "facts:anyway"):
        await case.press(answer, "facts:anyway")
    await case.press(answer, "facts:share")


@scenario(horizons=ALONE)
async def help_opens_what_it_names(case: Case) -> None:
    for control in ("facts:turn", "progress:show", "recaps:so-far", "party:list", "poll:list", "mydata:sheet"):
        shown = await case.slash("etoile help")
        await case.press(shown, control)
    for control in ("setup:page", "admin:horizons"):
        shown = await case.slash("etoile help", by=case.host)
        await case.press(shown, control, by=case.host)


@scenario(horizons=ALONE)
async def questions_about_the_bot_are_asked(case: Case) -> None:
    for question, control in (("how do I vote", "poll:list"), ("comment on fait une soirée", "facts:turn:help")):
        answer = await case.slash("etoile ask", question=question)
        await case.press(answer, control)
        await case.press(await case.slash("etoile ask", question=question), "facts:share")


@scenario(progress=(None,), horizons=ALONE)
async def how_far_is_asked_and_answered(case: Case) -> None:
    answer = await case.slash("etoile cast", who="cheyenne")
    await case.press(answer, "facts:told:4")
    await case.press(answer, "facts:untold")


@scenario(horizons=ALONE)
async def options_are_typed(case: Case) -> None:
    for typed in ("", "coma", "sœur", "the rat", "jack", OWN_WORDS):
        await case.type("etoile facts", "about", typed)
        await case.type("etoile cast", "who", typed)
        await case.type("etoile glossary", "term", typed)
        await case.type("etoile ask", "question", typed)
        await case.type("etoile timeline", "about", typed)
        await case.type("etoile episode", "number", typed)
    await case.type("etoile episode", "number", "")


@scenario(horizons=ALONE)
async def what_nobody_knows_is_asked_for(case: Case) -> None:
    for words, option in (
        ("facts", "about"), ("ask", "question"), ("cast", "who"), ("glossary", "term"), ("timeline", "about")
    ):  # fmt: skip
        for text in (OWN_WORDS, "jack kisses cheyenne", "the slip", "||coma||"):
            answer = await case.slash(f"etoile {words}", **{option: text})
            if case.has(answer, "facts:turn"):
                await case.press(answer, "facts:turn")


@scenario(horizons=ALONE)
async def questions_about_what_is_further_on_are_asked(case: Case) -> None:
    for question in (
        "how does it end", "who is jack's sister", "which song is the last solo", "la marée noire", "brosse à dents"
    ):  # fmt: skip
        answer = await case.slash("etoile ask", question=question)
        if case.has(answer, "facts:turn:sources"):
            await case.press(answer, "facts:turn:sources")


@scenario(horizons=ALONE)
async def every_source_is_looked_at(case: Case) -> None:
    for words, options in (("status", {}), ("cast", {"who": "jack"}), ("facts", {"about": "fact-last-scene"})):
        answer = await case.slash(f"etoile {words}", **options)
        if case.has(answer, "facts:turn:sources"):
            await case.press(answer, "facts:turn:sources")
            if case.has(answer, "facts:anyway"):
                await case.press(answer, "facts:anyway")


@scenario(progress=(None, 3, 8), horizons=(0,), fresh=True)
async def the_moderators_are_asked(case: Case) -> None:
    await case.slash("etoile-admin log", by=case.host, channel=case.place.log_id)
    answer = await case.slash("etoile ask", question=f"{OWN_WORDS} ||zzz|| `qqq`")
    form = await case.press(answer, "care:ask")
    await case.fill(form, [None])


@scenario(titles=True, progress=(0, 4), horizons=(0, 4))
async def titles_are_shown_by_the_server(case: Case) -> None:
    answer = await case.slash("etoile episode", number=8)
    await case.press(answer, "facts:share")


@scenario(progress=(None, 0, 5, 8), horizons=(0,))
async def an_answer_is_shared_between_two_users(case: Case) -> None:
    """Where the app is only installed for the user, nothing but the answer to an interaction can be posted."""
    private = case.between_users()
    answer = await case.slash("etoile cast", by=private, who="jack")
    await case.press(answer, "facts:share", by=private)
    assert case.posted(private.channel_id)


@scenario(progress=(8,), horizons=(0, 4, 8))
async def a_thread_has_its_own_horizon_or_that_of_its_channel(case: Case) -> None:
    for horizon in (None, 0, 6, 8):
        inside = await case.thread(horizon)
        for words, options in (("etoile cast", {"who": "jack"}), ("recap episode", {"number": 5})):
            answer = await case.slash(words, by=inside, **options)
            control = "facts:share" if words.startswith("etoile") else "recaps:share"
            await case.press(answer, control, by=inside)
            assert case.posted(inside.channel_id)


@scenario(progress=(None, 4, 8), horizons=FEW, fresh=True)
async def a_server_notes_something_beside_a_page(case: Case) -> None:
    host = case.host
    for spoils, about in (
        ("0", None),
        ("8", None),
        ("0", "fact/fact-why"),
        ("0", "status"),
        ("8", "status"),
        ("0", "status"),
    ):
        written = "They dine among the lookalikes, who sue in the end" if spoils == "8" else "A petition is running"
        options: dict[str, Any] = {"about": about} if about else {}
        await case.slash("etoile-admin note", by=host, text=written, spoils=spoils, **options)
    await case.slash("etoile-admin note", by=host, text="The restaurant of lookalikes", link="https://example.org/a")
    await case.slash("etoile-admin note", by=host, text=OWN_WORDS, link="no address")
    for words in ("status", "facts"):
        asked: dict[str, Any] = {"about": "fact/fact-why"} if words == "facts" else {}
        answer = await case.slash(f"etoile {words}", **asked)
        await case.press(answer, "facts:share")
        await case.slash(f"etoile {words}", by=case.beginner, **asked)
    listed = await case.slash("etoile-admin notes", by=host)
    await case.press(listed, "admin:notes:1", by=host)
    await case.press(listed, "admin:note-open", by=host)
    form = await case.press(listed, "admin:note-edit", by=host)
    await case.fill(form, ["A reading in Paris"], by=host)
    await case.press(listed, "admin:note-remove", by=host)
    await case.slash("etoile-admin export", by=host)
    await case.slash("mydata show", by=host)
