"""Members' own text next to a spoiler: before it, inside it, and wherever a panel takes it up. Judged by a reader of
Discord's markdown, with text made to break out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.locale import Locale
from bot.domain.veil import Veil
from bot.rehearsal.page.markdown import Node, parse, visible_text
from bot.resources import data_path
from bot.text import Catalogue, load_catalogue
from cogs.ui import veil
from cogs.ui.kit.escaping import escaped, many_lines, one_line
from cogs.ui.parties import text as party_words
from cogs.ui.polls import text as poll_text
from tests.support import visible
from tests.support.reading import walk

SECRET = "lagravestone"

PIECES = (
    ("||", "|", "\\", "\\\\", "`", "``", "```", "```py\n", "\n```", "> ", ">>> ", "# ", "## ", "-# ", "- ", "1. "),
    ("*", "**", "_", "__", "~~", "[", "](https://example.org)", "<https://example.org>", "https://example.org/a_b_"),
    ("<", ">", "@everyone", "@here", "<@1>", "<@&2>", "<#3>", "<t:1:R>", "</etoile status:4>", "<a:star:55>", ":star:"),
    ("\u200b", "\u200d", "\u2060", "\u202e", "\u2066", "\ufeff", "\u00ad", "\u0301", "\n", "\r\n", "\r", "\t", " "),
    ("\u00a0", "⭐", "👩‍👧", "é", "|\u200b|", "|\u2060|", "\\|", "|\\|", "｜｜", "ǁ", "a", "word"),
)
BREAKING = st.sampled_from([piece for line in PIECES for piece in line])
WRITTEN = st.lists(BREAKING | st.text(max_size=4), max_size=24).map("".join)


@settings(max_examples=400)
@given(WRITTEN)
def test_text_is_shown_letter_by_letter(written: str) -> None:
    """Nothing in it is markup any more: what is read is what was cleaned, and no node but text comes of it."""
    cleaned = many_lines(written, 300)
    nodes = parse(escaped(cleaned))
    assert {node.kind for node in _all(nodes)} <= {"text"}
    assert _bare(visible_text(escaped(cleaned))) == _bare(cleaned)


@settings(max_examples=400)
@given(WRITTEN, WRITTEN)
def test_no_text_opens_a_spoiler_from_before_or_from_inside(before: str, inside: str) -> None:
    """Even where bars are used: safe text before, between and behind them leaves the secret covered."""
    first, within = escaped(one_line(before, 200)), escaped(one_line(inside, 200))
    message = f"{first} ||{within} {SECRET}|| {first}"
    for wary in (True, False):
        assert SECRET not in visible_text(message, wary=wary)


@settings(max_examples=200)
@given(WRITTEN)
def test_nothing_pings_links_or_turns_the_line(written: str) -> None:
    safe = escaped(many_lines(written, 300))
    kinds = {node.kind for node in _all(parse(safe))}
    assert not kinds & {"everyone", "user", "role", "channel", "link", "timestamp", "command"}
    assert "@everyone" not in safe
    assert "@here" not in safe
    assert "://" not in safe
    assert not set(safe) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


@settings(max_examples=150)
@given(WRITTEN, st.booleans())
def test_a_veil_holds_whatever_was_written(words: Callable[[Locale], Catalogue], written: str, french: bool) -> None:
    """Every copy fits into a message, shows nothing of the text before the click, and all of it after."""
    spoken = words(Locale.FR if french else Locale.EN)
    drawn = Veil(id=1, guild_id=2, channel_id=3, author_id=4, veiled_by=4, episode=7, opened=False, message_ids=())
    text = f"{written} {SECRET} {written}"
    pages = veil.pages_of(text)
    read = ""
    for part, page in enumerate(pages):
        view = veil.copy(drawn, page, spoken, part=part, parts=len(pages), files=["SPOILER_1.png"])
        seen = visible.components(view.to_components())
        assert not any(SECRET in shown for shown in seen.uncovered())
        read += "".join(seen.covered)
    assert SECRET in read


@settings(max_examples=150)
@given(st.text(alphabet="|\\`*_~#>[]()@:/.-é \n", min_size=2000, max_size=4000))
def test_a_veil_of_the_longest_text_fits(words: Callable[[Locale], Catalogue], written: str) -> None:
    drawn = Veil(id=1, guild_id=2, channel_id=3, author_id=4, veiled_by=5, episode=8, opened=False, message_ids=())
    pages = veil.pages_of(written)
    for part, page in enumerate(pages):
        view = veil.copy(drawn, page, words(Locale.FR), part=part, parts=len(pages))
        assert sum(len(found["content"]) for found in walk(view.to_components()) if "content" in found) <= 4000


@settings(max_examples=200)
@given(WRITTEN, WRITTEN)
def test_a_question_of_ones_own_stands_before_a_spoiler_and_breaks_nothing(question: str, answer: str) -> None:
    """A poll shows a question and its answers as headings and lines; what follows them stays covered."""
    wording = _wording(one_line(question, 200), one_line(answer, 55))
    for shown in (poll_text.question(wording), poll_text.label(wording.answers[0])):
        message = f"{shown}\n||{SECRET}||"
        for wary in (True, False):
            assert SECRET not in visible_text(message, wary=wary)
        assert not {node.kind for node in _all(parse(shown))} & {"spoiler", "code", "fence", "link", "everyone", "user"}


@settings(max_examples=200)
@given(WRITTEN)
def test_the_note_of_a_party_breaks_nothing_that_follows(written: str) -> None:
    shown = party_words.note(many_lines(written, 300))
    message = f"{shown}\n||{SECRET}||"
    for wary in (True, False):
        assert SECRET not in visible_text(message, wary=wary)
    assert {node.kind for node in _all(parse(shown))} <= {"text", "quote"}


@pytest.mark.parametrize(
    "breaking", ["||", "\\", "`", "```", "> ", ">>> ", "||a||b", "\\||", "`||", "```\n||", "|\\|", "|", "a|", "|a"]
)
def test_each_known_way_out_is_closed(breaking: str) -> None:
    for message in (
        f"{escaped(breaking)}||{SECRET}||",
        f"||{escaped(breaking)}{SECRET}||",
        f"||{SECRET}{escaped(breaking)}||",
        f"||{SECRET}{escaped(breaking)} ||",
    ):
        for wary in (True, False):
            assert SECRET not in visible_text(message, wary=wary), message


@pytest.fixture(scope="module")
def words() -> Callable[[Locale], Catalogue]:
    """The sentences of either language."""
    return load_catalogue(data_path() / "locales").words  # type: ignore[return-value]


def _wording(question: str, answer: str) -> object:
    from bot.services.polls.values import Label, Wording

    return Wording(
        question=question, blurb=None, answers=(Label(text=answer, blurb=None, side="", written=True),), written=True
    )


def _all(nodes: tuple[Node, ...]) -> list[Node]:
    return [found for node in nodes for found in (node, *_all(node.children))]


def _bare(text: str) -> str:
    """Without white space and the marks that keep mentions and links from being ones."""
    return "".join(text.replace("\u200b", "").split())
