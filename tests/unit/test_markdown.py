"""Discord's Markdown, read as its client reads it: where spoilers open and close, and what is seen without a click."""

from __future__ import annotations

import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rehearsal.page.markdown import Node, parse, visible_text, whole_text
from bot.rehearsal.page.markdown_html import rich
from bot.rehearsal.page.veil import Veil
from bot.rehearsal.page.words import words_for


class Nobody:
    """Names of an empty world."""

    def user(self, user_id: str) -> str | None:
        return {"1": "Noor"}.get(user_id)

    def role(self, role_id: str) -> str | None:
        return None

    def channel(self, channel_id: str) -> str | None:
        return "# foyer" if channel_id == "3" else None


def html(text: str) -> tuple[str, list[str]]:
    """The HTML of a text, and its hidden parts."""
    veil = Veil(words_for("en"))
    return str(rich(text, Nobody(), veil)), [str(part) for part in veil.parts.values()]


def kinds(nodes: tuple[Node, ...]) -> list[str]:
    return [node.kind for node in nodes]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("||plot||", ""),
        ("a ||plot|| b", "a  b"),
        ("||one|| and ||two||", " and "),
        ("||over\n\ntwo paragraphs\n- and a list||", ""),
        ("||```\nfenced\n```||", ""),
        ("> ||a\n> b||", "\n"),
        # what breaks a spoiler from before
        ("\\||plot||", "||plot||"),
        ("\\\\||plot||", "\\"),
        ("`code ||plot||`", "code ||plot||"),
        ("a ` b ||plot|| c ` d", "a  b ||plot|| c  d"),
        ("```\n||plot||\n```", "||plot||\n"),
        ("**bold ||plot** is seen||", "bold ||plot is seen||"),
        ("|| ||plot||", "plot||"),
        ("[||plot](https://a.example)||", "||plot||"),
        ("https://a.example||plot||", "https://a.example||plot||"),
        # and from inside
        ("||plot \\||", "||plot ||"),
        ("||plot \\\\||", ""),
        ("||plo||t||", "t||"),
        ("||plot|", "||plot|"),
        ("> ||a\nb||", "||a\nb||"),
        ("- ||a\n- b||", "||a\nb||\n"),
        ("- a\n  goes on\n- b", "a\ngoes on\nb\n"),
    ],
)
def test_what_is_seen_without_a_click(text: str, seen: str) -> None:
    assert visible_text(text) == seen


def test_clients_that_close_at_an_escaped_bar_can_be_read_as_well() -> None:
    text = "||plot \\|| more||"
    assert visible_text(text) == ""
    assert visible_text(text, wary=False) == " more||"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**b**", ["strong"]),
        ("*i* _i_", ["em", "text", "em"]),
        ("***b***", ["em"]),
        ("__u__", ["underline"]),
        ("~~s~~", ["strike"]),
        ("snake_case_name", ["text"]),
        ("2 * 3 * 4", ["text"]),
        ("# one\n## two\n### three\n#### four", ["heading", "heading", "heading", "text"]),
        ("#not", ["text"]),
        ("mid # not", ["text"]),
        ("-# small", ["subtext"]),
        ("> q\nrest", ["quote", "text"]),
        (">>> q\nrest", ["quote"]),
        (">no", ["text"]),
        ("- a\n- b\n  - c\n1. d", ["list"]),
        ("`a` ``b ` c``", ["code", "text", "code"]),
        ("```py\nx\n```", ["fence"]),
        ("<t:1> <t:1:R> <t:1:s> <t:1:S> <t:1:x>", ["timestamp", "text"] * 4 + ["text"]),
        ("<@1> <@!1> <@&2> <#3> @everyone @here", ["user", "text", "user", "text", "role", "text", "channel", "text",
                                                    "everyone", "text", "everyone"]),
        ("<:star:4> <a:star:4>", ["emoji", "text", "emoji"]),
        ("</etoile status:5>", ["command"]),
        ("https://a.example/x. <https://b.example>", ["link", "text", "link"]),
        ("[l](https://a.example/(x))", ["link"]),
        ("[l](javascript:alert)", ["text"]),
        ("[https://a.example](https://b.example)", ["text", "link", "text"]),
        ("\\*no\\*", ["text"]),
    ],
)  # fmt: skip
def test_what_is_recognised(text: str, expected: list[str]) -> None:
    found = kinds(parse(text))
    merged = [kind for at, kind in enumerate(found) if kind != "text" or at == 0 or found[at - 1] != "text"]
    wanted = [kind for at, kind in enumerate(expected) if kind != "text" or at == 0 or expected[at - 1] != "text"]
    assert merged == wanted


def test_a_closed_spoiler_is_not_in_the_html() -> None:
    shown, hidden = html("before ||the **swan**|| after")
    assert "swan" not in shown
    assert hidden == ["the <strong>swan</strong>"]


def test_a_spoiler_in_a_spoiler_opens_on_its_own() -> None:
    shown, hidden = html("||outer *with `x` ||")
    assert hidden == ["outer *with <code>x</code> "]
    assert "outer" not in shown


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("<@1>", "@Noor</span>"),
        ("<@2>", "&lt;@2&gt;"),
        ("<#3>", 'data-go="3"'),
        ("<t:0:F>", 'data-at="0" data-style="F"'),
        ("<t:99999999999999999:F>", "&lt;t:99999999999999999:F&gt;"),
        ("<t:9999999999999:F>", "&lt;t:9999999999999:F&gt;"),
        ("@everyone", "@everyone"),
        ("[a](https://x.example/?a=1&b=%22)", 'href="https://x.example/?a=1&amp;b=%22"'),
        ("<script>", "&lt;script&gt;"),
        ("&amp;", "&amp;amp;"),
    ],
)
def test_what_becomes_of_it(text: str, part: str) -> None:
    assert part in html(text)[0]


class _Reader(HTMLParser):
    """What a browser would make of it: its tags and its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.text: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text.append(data)


MARKS = st.sampled_from(
    ["||", "|", "\\", "`", "```", "*", "**", "_", "__", "~~", "> ", ">>> ", "# ", "-# ", "- ", "\n"]
)
PIECES = st.sampled_from(
    ["<t:1:R>", "<@1>", "[a](https://a.example)", "https://b.example", "<b x='1'>", "&lt;", '"', " "]
)
TEXTS = st.lists(MARKS | PIECES | st.text(max_size=6), max_size=40).map("".join)
KNOWN_TAGS = {
    "a", "blockquote", "button", "code", "em", "h2", "li", "pre", "s", "small", "span", "strong", "time",
    "u", "ul",
}  # fmt: skip
KNOWN_ATTRIBUTES = {
    "aria-label", "class", "data-at", "data-compose", "data-go", "data-language", "data-style", "data-veil", "datetime",
    "href", "rel", "role", "tabindex", "target", "type",
}  # fmt: skip


@given(TEXTS)
def test_any_text_becomes_harmless_html(text: str) -> None:
    shown, hidden = html(text)
    for part in (shown, *hidden):
        reader = _Reader()
        reader.feed(part)
        reader.close()
        assert reader.tags <= KNOWN_TAGS
        assert reader.attributes <= KNOWN_ATTRIBUTES


@given(TEXTS)
def test_opening_everything_never_shows_less(text: str) -> None:
    assert len(whole_text(parse(text))) >= len(visible_text(text))


@given(st.text(st.characters(exclude_characters="\\`*_~|<@[\n>#-0123456789hH "), max_size=200))
def test_text_without_marks_stays_as_it_is(text: str) -> None:
    assert visible_text(text) == text


@pytest.mark.parametrize(
    "piece",
    ["*", "||", "||a",
     "[(", "_", "`", "\\", "> ", "~~a", "* a", "[a](https://", "**a _b ", "- a\n", "# ", "||**__~~", "<"],
)  # fmt: skip
def test_hostile_repetition_is_read_in_a_moment(piece: str) -> None:
    # 4,000 characters are the most that a member can send; a second means that an expression backtracks without end.

    begun = time.perf_counter()
    parse((piece * 4000)[:4000])
    assert time.perf_counter() - begun < 1.0
