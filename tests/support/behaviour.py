"""How /etoile and /progress behave, written once and run in every world (see `driver`)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from tests.support.driver import Driver
from tests.support.oracle import oracle

Behaviour = Callable[[Driver], Awaitable[None]]
BEHAVIOURS: list[Behaviour] = []

LONG = 4000
HOSTILE = (
    "x" * LONG,
    "||" * 500,
    "```\n@everyone\n```",
    "@everyone @here <@&1> <@1>",
    "\u202egnirts desrever\u202c",
    "a\u0000b\u0007c\x1b[31m",
    "👩‍👩‍👧‍👦" * 60,
    "Z̷̢̛͍̺̗a̶͓̔l̴̤̈́g̷̬̈o̵̗͒" * 20,
    "\\",
    "](https://example.org) [x](javascript:alert(1))",
    "' OR 1=1; DROP TABLE progress; --",
    "{ $count } { -term } { facts-share }",
    "   \n\t ",
    "fact/../../etc/passwd",
    "%s %(name)s {0} {name}",
)


def behaviour(test: Behaviour) -> Behaviour:
    """Register one."""
    BEHAVIOURS.append(test)
    return test


@behaviour
async def status_comes_first_and_says_how_it_stands(driver: Driver) -> None:
    answer = await driver.slash(await driver.member(), "etoile status")
    assert answer.private
    assert answer.open.lstrip().startswith("✖ Cancelled after one season")
    assert "nothing newer" in answer.open.splitlines()[1]


@behaviour
async def every_page_answers_its_asker_alone(driver: Driver) -> None:
    camille = await driver.member()
    for words in ("status", "facts", "cast", "episode", "timeline", "glossary", "help"):
        answer = await driver.slash(camille, f"etoile {words}")
        assert answer.private, words
        assert len(answer.open) > 100 or "etoile.png" in str(answer.wire), words
        assert answer.pings == 0
    assert await driver.posts() == []


@behaviour
async def a_claim_that_was_overtaken_says_so_first(driver: Driver) -> None:
    answer = await driver.slash(await driver.member(), "etoile facts", about="season 2 is officially confirmed")
    lines = answer.open.splitlines()
    assert any("overtaken" in line for line in lines[:4]), lines[:6]


@behaviour
async def cast_is_found_either_way_round_and_without_accents(driver: Driver) -> None:
    camille = await driver.member()
    for who, name in (("luke kirby", "Jack McMillan"), ("genevieve", "Geneviève Lavigne"), ("Chyenne", "Cheyenne")):
        answer = await driver.slash(camille, "etoile cast", who=who)
        assert name in answer.open.splitlines()[0]


@behaviour
async def what_is_not_found_offers_the_nearest(driver: Driver) -> None:
    camille = await driver.member()
    answer = await driver.slash(camille, "etoile glossary", term="qqqq")
    assert len(answer.labels) == 4
    assert answer.labels[-1] == "Ask the moderators"
    opened = await driver.press(camille, answer, answer.labels[0])
    assert answer.labels[0].casefold() in opened.open.casefold()


@behaviour
async def how_far_is_asked_once(driver: Driver) -> None:
    camille = await driver.member()
    first = await driver.slash(camille, "etoile cast", who="jack")
    await driver.pause()
    again = await driver.slash(camille, "etoile cast", who="cheyenne")
    assert "Which episode did you finish last?" in first.open
    assert "Which episode did you finish last?" not in again.open


@behaviour
async def telling_below_an_answer_redraws_it_and_can_be_undone(driver: Driver) -> None:
    camille = await driver.member()
    first = await driver.slash(camille, "etoile cast", who="jack")
    told = await driver.press(camille, first, "5")
    assert "He turns 45" in told.open
    assert "his sister" not in told.text
    undone = await driver.press(camille, told, "Undo")
    assert "You haven’t told me" in undone.text
    assert "Jack McMillan" in undone.open
    assert "He turns 45" not in undone.text


@behaviour
async def rather_not_saying_is_respected(driver: Driver) -> None:
    camille = await driver.member()
    first = await driver.slash(camille, "etoile cast", who="jack")
    told = await driver.press(camille, first, "I’d rather not say")
    assert "I won’t ask again" in told.open
    again = await driver.slash(camille, "etoile cast", who="cheyenne")
    assert "Which episode did you finish last?" not in again.open


@behaviour
async def show_anyway_says_what_it_spoils_and_shows_it_to_one(driver: Driver) -> None:
    camille = await driver.member()
    answer = await driver.slash(camille, "etoile cast", who="jack")
    assert "his sister" not in answer.text
    more = await driver.press(camille, answer, "⋯")
    shown = await driver.press(camille, more, "Show anyway (spoils episodes 1 to 8)")
    assert shown.private
    assert "his sister" in shown.text


@behaviour
async def sharing_tells_what_the_channel_may_read_and_never_how_far_the_sharer_is(driver: Driver) -> None:
    theo, noor = await driver.member(), await driver.member()
    await driver.slash(theo, "progress set", episode=8)
    await driver.slash(noor, "progress set", episode=4)
    finished = await driver.slash(theo, "etoile cast", who="jack")
    halfway = await driver.slash(noor, "etoile cast", who="jack")
    for horizon in (0, 4, 8):
        await driver.horizon(horizon)
        posted = await driver.press(theo, finished, "Share")
        assert not posted.private
        assert posted.pings == 0
        assert [leak for text in posted.seen.everything() for leak in oracle().leaks_in(text, horizon, "en")] == []
        assert ("his sister" in posted.open) == (horizon == 8)
        if horizon <= 4:
            theirs = await driver.press(noor, halfway, "Share")
            assert posted.text.replace(str(theo.id), "") == theirs.text.replace(str(noor.id), "")


@behaviour
async def sharing_covers_a_page_that_the_channel_may_not_read(driver: Driver) -> None:
    theo = await driver.member()
    await driver.slash(theo, "progress set", episode=8)
    answer = await driver.slash(theo, "etoile facts", about="fact-jack-surname")
    title = answer.open.splitlines()[1]
    for horizon in (0, 3):
        await driver.horizon(horizon)
        posted = await driver.press(theo, answer, "Share")
        assert [leak for text in posted.seen.uncovered() for leak in oracle().leaks_in(text, horizon, "en")] == []
        assert title in posted.text
        assert (title in posted.open) == (horizon == 3)


@behaviour
async def sharing_never_tells_more_than_the_sharer_was_shown(driver: Driver) -> None:
    noor = await driver.member()
    await driver.slash(noor, "progress set", episode=4)
    await driver.horizon(8)
    answer = await driver.slash(noor, "etoile cast", who="jack")
    await driver.slash(noor, "progress set", episode=8)
    posted = await driver.press(noor, answer, "Share")
    assert [leak for text in posted.seen.everything() for leak in oracle().leaks_in(text, 4, "en")] == []


@behaviour
async def below_a_shared_answer_each_gets_their_own(driver: Driver) -> None:
    theo, camille = await driver.member(), await driver.member()
    await driver.slash(theo, "progress set", episode=8)
    posted = await driver.press(theo, await driver.slash(theo, "etoile cast", who="jack"), "Share")
    theirs = await driver.press(theo, posted, "Show me what I may see")
    hers = await driver.press(camille, posted, "Show me what I may see")
    assert theirs.private
    assert hers.private
    assert "his sister" in theirs.open
    assert "his sister" not in hers.text


@behaviour
async def setting_back_takes_effect_at_once(driver: Driver) -> None:
    theo = await driver.member()
    await driver.slash(theo, "progress set", episode=8)
    assert "The Rat" in (await driver.slash(theo, "etoile episode", number=5)).open
    await driver.slash(theo, "progress set", episode=2)
    assert "The Rat" not in (await driver.slash(theo, "etoile episode", number=5)).text


@behaviour
async def lists_are_turned_and_opened_in_place(driver: Driver) -> None:
    camille = await driver.member()
    answer = await driver.slash(camille, "etoile timeline")
    assert "Page 1 of" in answer.open
    turned = await driver.press(camille, answer, "▶")
    assert "Page 2 of" in turned.open
    topics = await driver.slash(camille, "etoile facts")
    assert "Season 2?" in topics.labels
    topic = await driver.choose(camille, topics, topics.options[0])
    fact = await driver.choose(camille, topic, topic.options[0])
    more = await driver.press(camille, fact, "⋯")
    assert "Something wrong?" in more.labels


@behaviour
async def suggestions_survive_typos_and_hide_what_is_hidden(driver: Driver) -> None:
    camille = await driver.member()
    assert "Geneviève Lavigne" in (await driver.type(camille, "etoile cast", "who", "genevive"))[0]
    assert not any("Rat" in name for name in await driver.type(camille, "etoile episode", "number", "5"))
    await driver.slash(camille, "progress set", episode=8)
    assert any("Rat" in name for name in await driver.type(camille, "etoile episode", "number", "5"))


@behaviour
async def a_bond_is_found_by_what_fans_call_it(driver: Driver) -> None:
    camille = await driver.member()
    exes = "Jack and Geneviève: opposite numbers"
    for typed in ("former lovers", "anciens amants", "opposite numbers"):
        assert (await driver.type(camille, "etoile facts", "about", typed))[0] == exes
        answer = await driver.slash(camille, "etoile facts", about=typed)
        assert exes in answer.open or exes in answer.labels
    couple = "Tobias and Gabin: the choreographer and the dancer"
    for progress, found in ((7, False), (8, True)):  # what they are called says what becomes of them
        await driver.slash(camille, "progress set", episode=progress)
        assert (couple in await driver.type(camille, "etoile facts", "about", "couple")) == found


@behaviour
async def a_whole_question_finds_its_page_however_it_is_asked(driver: Driver) -> None:
    camille = await driver.member()
    await driver.slash(camille, "progress set", episode=1)
    for question in (
        "when does season 2 come out", "is it renewed", "y aura-t-il une saison 2", "did they cancel it", "netflix?"
    ):  # fmt: skip
        suggested = await driver.type(camille, "etoile ask", "question", question)
        assert suggested[0] == "Cancelled after one season", question
        assert suggested[-1] == f"Ask: {question}"
        assert "Cancelled after one season" in (await driver.slash(camille, "etoile ask", question=question)).open
    for words, option, question, page in (
        ("ask", "question", "who plays the mother of jack", "Clara"),
        ("facts", "about", "la mère de Jack", "Clara"),
        ("cast", "who", "lenny bruce", "Jack McMillan"),
        ("cast", "who", "pas de deux", "pas de deux"),
        ("glossary", "term", "luke kirby", "Jack McMillan"),
        ("timeline", "about", "when was it cancelled", "Cancelled"),
        ("facts", "about", "lincoln center", "Lincoln Center"),
    ):
        answer = await driver.slash(camille, f"etoile {words}", **{option: question})
        assert page in answer.open or any(page in label for label in answer.labels), question


@behaviour
async def what_is_further_on_and_what_is_nowhere_get_the_same_answer(driver: Driver) -> None:
    camille = await driver.member()
    await driver.slash(camille, "progress set", episode=4)
    for question in ("i married myself", "zzyzx qqqq"):
        answer = await driver.slash(camille, "etoile ask", question=question)
        assert "I don’t have that" in answer.open
        assert "further on" in answer.open
        assert not any("Married" in label for label in answer.labels)
    await driver.slash(camille, "progress set", episode=8)
    assert "Sparks" in (await driver.slash(camille, "etoile ask", question="i married myself")).open


@behaviour
async def every_source_can_be_seen(driver: Driver) -> None:
    camille = await driver.member()
    await driver.slash(camille, "progress set", episode=1)
    status = await driver.slash(camille, "etoile status")
    (label,) = [label for label in status.labels if label.startswith("Sources (")]
    pages = [await driver.press(camille, status, label)]
    while "▶" in pages[-1].labels:
        pages.append(await driver.press(camille, pages[-1], "▶"))
    listed = [line for page in pages for line in page.open.splitlines() if " · in " in line]
    assert label == f"Sources ({len(listed)})"
    assert "Cancelled" in (await driver.press(camille, pages[-1], "Back")).open


@behaviour
async def hostile_words_get_a_sentence(driver: Driver) -> None:
    for text in HOSTILE:
        camille = await driver.member()  # somebody new each time: a flood by one member is refused
        for words, option in (("facts", "about"), ("cast", "who"), ("glossary", "term")):
            answer = await driver.slash(camille, f"etoile {words}", **{option: text})
            assert answer.private
            assert answer.open.strip()
            assert answer.pings == 0
            await driver.type(camille, f"etoile {words}", option, text)
    driver.assert_quiet()


@behaviour
async def progress_is_shown_cleared_and_taken_back(driver: Driver) -> None:
    camille = await driver.member()
    shown = await driver.slash(camille, "progress show")
    told = await driver.press(camille, shown, "All 8")
    assert "all eight" in told.open
    cleared = await driver.slash(camille, "progress clear")
    assert "Forgotten" in cleared.open
    assert "all eight" in (await driver.press(camille, cleared, "Undo")).open


@behaviour
async def buttons_outlive_the_bot(driver: Driver) -> None:
    theo = await driver.member()
    await driver.slash(theo, "progress set", episode=3)
    answer = await driver.slash(theo, "etoile cast", who="jack")
    posted = await driver.press(theo, answer, "Share")
    listed = await driver.slash(theo, "etoile timeline")
    told = await driver.slash(theo, "progress set", episode=4)
    await driver.restart()
    assert "Page 2 of" in (await driver.press(theo, listed, "▶")).open
    assert "Jack McMillan" in (await driver.press(theo, posted, "Show me what I may see")).open
    assert "episodes 1 to 3" in (await driver.press(theo, told, "Undo")).open
    driver.assert_quiet()
