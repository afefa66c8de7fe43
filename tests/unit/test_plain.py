"""Whatever a member writes, it stands letter by letter, and a spoiler beside or around it hides what it should."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.rehearsal.page.markdown import parse, visible_text, whole_text
from cogs.ui.kit.escaping import escaped, many_lines, one_line
from cogs.ui.veil import PAGE, pages_of

PIECES = (
    "||", "|", "\\", "`", "```", "``", "*", "**", "_", "__", "~~", "~", "> ", ">>> ", "# ", "### ", "-# ", "- ", "* ",
    "1. ", "[", "](", ")", "<", ">", "<@1>", "<@&1>", "<#1>", "<t:1:R>", "<:a:1>", "</a b:1>", "@everyone", "@here",
    "https://a.example/x", "http", "://", "\n", "\r\n", " ", "\t", "\u200b", "\u200d", "\u202e", "\u2066", "\ufe0f",
    "\u0301", "\u1fef", "\u037e", "\u2028", "é", "Étoile", "👩‍👩‍👧", "x", "7", "\x00", "\ue000",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=24).map("".join)
SECRET = "Gabin leaves by the night train"
BOTH = pytest.mark.parametrize("wary", [True, False], ids=["wary", "lenient"])


def letters(text: str) -> str:
    """A text without the invisible characters that keep mentions and links from forming, and without line breaks."""
    return text.replace("\u200b", "").replace("\n", "").replace(" ", "")


@BOTH
@given(written=TEXTS)
@example(written="||\\||")
@example(written="`a\u1fef b`")
@example(written="1. a\n> b\n-# c")
def test_members_text_is_shown_letter_by_letter(written: str, wary: bool) -> None:
    cleaned = many_lines(written, 300)
    nodes = parse(escaped(cleaned), wary=wary)
    assert {node.kind for node in nodes} <= {"text"}
    assert letters(whole_text(nodes)) == letters(cleaned)


@BOTH
@given(written=TEXTS)
@example(written="\\")
@example(written="a||b")
@example(written="|")
def test_it_cannot_open_the_spoiler_that_it_stands_in(written: str, wary: bool) -> None:
    inside = escaped(many_lines(written, 300))
    visible = visible_text(f"||{inside} {SECRET}||", wary=wary)
    assert SECRET not in visible
    visible = visible_text(f"||{SECRET} {inside}||", wary=wary)
    assert SECRET not in visible


@BOTH
@given(written=TEXTS, line=st.booleans())
@example(written="\\", line=False)
@example(written="`", line=False)
@example(written="```", line=True)
@example(written="||", line=False)
def test_it_cannot_open_the_spoiler_that_comes_after_it(written: str, line: bool, wary: bool) -> None:
    before = escaped(one_line(written, 300) if line else many_lines(written, 300))
    for gap in ("", " ", "\n"):
        assert SECRET not in visible_text(f"{before}{gap}||{SECRET}||", wary=wary)


@given(written=TEXTS)
def test_no_mention_link_or_timestamp_is_left(written: str) -> None:
    safe = escaped(many_lines(written, 300))
    assert not re.search(r"@(everyone|here)|(?<!\\)<[@#t:/]|\w://", safe)


@given(written=TEXTS)
def test_one_line_is_one_line_within_its_limit(written: str) -> None:
    line = one_line(written, 20)
    assert len(line) <= 20
    assert line == "".join(line.splitlines())
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", line)


@given(written=TEXTS | st.text("|\\`*_>#-<@ a\n", min_size=3000, max_size=4000))
@example(written="|" * 4000)
@example(written="a" + "\n" * 3998 + "b")
@example(written="||a|| " * 600)
def test_a_veiled_text_is_kept_whole_on_pages_that_fit(written: str) -> None:
    pages = pages_of(written)
    assert all(page.strip() and len(page) <= PAGE for page in pages)
    shown = "".join(letters(whole_text(parse(page))) for page in pages)
    assert shown == letters(many_lines(written, 4000))
    assert {node.kind for page in pages for node in parse(page)} <= {"text"}
