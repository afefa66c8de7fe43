"""Discord's dialect of Markdown: text in, a tree of nodes out.

Discord's client is not CommonMark. It walks the text and, at each position, tries a fixed list of regular expressions;
the first that fits cuts its piece out, and the inside is read again on its own. Where those cuts fall decides what a
spoiler hides: `**a ||b** c||` is a bold "a ||b", and nothing is hidden. This module walks in the same way with the same
expressions, so that the page and the leak tests read a text as members would. It is pure: no names are looked up and
nothing is escaped here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

MAX_DEPTH = 24
"""Deeper nesting than this is shown as typed, so that no message can exhaust the stack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One piece of a text.

    `kind` is one of: text, code, fence, spoiler, strong, em, underline, strike, link, quote, heading, subtext, list,
    item, user, role, channel, everyone, command, emoji, timestamp. `text` is what stands in it literally (an id for
    mentions, the number for timestamps), `data` the rest (language, address, style, heading level, marker), `children`
    what was read inside it.
    """

    kind: str
    text: str = ""
    data: str = ""
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scope:
    """What the reader stands in: how deep, and whether quotes or links may still open."""

    depth: int = 0
    quote: bool = False
    link: bool = False
    wary: bool = True

    def inside(self, *, quote: bool = False, link: bool = False) -> _Scope:
        return _Scope(depth=self.depth + 1, quote=self.quote or quote, link=self.link or link, wary=self.wary)


_Build = Callable[[re.Match[str], _Scope], "Node | None"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    pattern: re.Pattern[str]
    build: _Build


def parse(text: str, *, wary: bool = True) -> tuple[Node, ...]:
    """Read a text.

    Clients disagree about a backslash before the closing bars of a spoiler. `wary` (the default, and what the page
    shows) lets the backslash take the bars away, so that the spoiler may stay unclosed and everything is seen; without
    it the bars close all the same.
    """
    return _parse(text, _Scope(wary=wary))


def visible_text(text: str, *, wary: bool = True) -> str:
    """The text that a member sees without opening anything: markup gone, spoilers left out."""
    return _flat(parse(text, wary=wary), hidden=False)


def whole_text(nodes: Iterable[Node]) -> str:
    """The text of nodes with every spoiler opened."""
    return _flat(nodes, hidden=True)


def _flat(nodes: Iterable[Node], *, hidden: bool) -> str:
    parts: list[str] = []
    for node in nodes:
        if node.kind == "spoiler" and not hidden:
            continue
        literal = _LITERAL.get(node.kind, "{0}").format(node.text)
        parts.append(_flat(node.children, hidden=hidden) if node.children else literal)
        if node.kind in _BLOCKS:
            parts.append("\n")
    return "".join(parts)


_BLOCKS = frozenset({"fence", "quote", "heading", "subtext", "item"})
_LITERAL = {
    "user": "<@{0}>",
    "role": "<@&{0}>",
    "channel": "<#{0}>",
    "everyone": "@{0}",
    "timestamp": "<t:{0}>",
    "emoji": ":{0}:",
    "command": "/{0}",
}


def _parse(text: str, scope: _Scope) -> tuple[Node, ...]:
    if scope.depth > MAX_DEPTH:
        return (Node(kind="text", text=text),)
    nodes: list[Node] = []
    plain: list[str] = []
    at = 0
    while at < len(text):
        found = _match(text, at, scope)
        if found is None:
            stop = _plain_until(text, at)
            plain.append(text[at:stop])
            at = stop
            continue
        node, at = found
        if node.kind == "text":
            plain.append(node.text)
            continue
        if plain:
            nodes.append(Node(kind="text", text="".join(plain)))
            plain.clear()
        nodes.append(node)
    if plain:
        nodes.append(Node(kind="text", text="".join(plain)))
    return tuple(nodes)


def _plain_until(text: str, at: int) -> int:
    if text[at] == "\n":
        return at + 1
    special = _SPECIAL.search(text, at + 1)
    return special.start() if special else len(text)


def _match(text: str, at: int, scope: _Scope) -> tuple[Node, int] | None:
    rules: tuple[_Rule, ...] = _AT_MARK.get(text[at], ())
    if at == 0 or text[at - 1] == "\n":
        rules = (*_AT_LINE_START, *rules)
    for rule in rules:
        found = rule.pattern.match(text, at)
        if found is None:
            continue
        node = rule.build(found, scope)
        if node is not None:
            return node, found.end()
    return None


def _wrap(kind: str) -> _Build:
    def build(found: re.Match[str], scope: _Scope) -> Node | None:
        inner = next(group for group in found.groups() if group is not None)
        return Node(kind=kind, children=_parse(inner, scope.inside()))

    return build


def _leaf(kind: str) -> _Build:
    def build(found: re.Match[str], _scope: _Scope) -> Node:
        return Node(kind=kind, text=found[1], data=(found[2] or "") if found.re.groups > 1 else "")

    return build


def _spoiler(*, wary: bool) -> _Build:
    def build(found: re.Match[str], scope: _Scope) -> Node | None:
        if scope.wary is not wary:
            return None
        return Node(kind="spoiler", children=_parse(found[1], scope.inside()))

    return build


def _code(found: re.Match[str], _scope: _Scope) -> Node:
    inner = found[2]
    if len(inner) > 2 and inner[0] == inner[-1] == " " and "`" in (inner[1], inner[-2]):
        inner = inner[1:-1]
    return Node(kind="code", text=inner)


def _fence(found: re.Match[str], _scope: _Scope) -> Node:
    return Node(kind="fence", text=found[2], data=found[1] or "")


def _quote(found: re.Match[str], scope: _Scope) -> Node | None:
    if scope.quote:
        return None
    rest: str | None = found["rest"]
    inner = rest if rest is not None else re.sub(r"^ *> ", "", found["lines"], flags=re.MULTILINE).removesuffix("\n")
    return Node(kind="quote", children=_parse(inner, scope.inside(quote=True)))


def _heading(found: re.Match[str], scope: _Scope) -> Node:
    return Node(kind="heading", data=str(len(found[1])), children=_parse(found[2].strip(), scope.inside()))


def _list(found: re.Match[str], scope: _Scope) -> Node:
    items: list[Node] = []
    for line in _ITEM.finditer(found[0]):
        marker = line[2].rstrip(".") if line[2][0].isdigit() else "-"
        depth = min(len(line[1]) // 2, 4)
        items.append(Node(kind="item", data=f"{depth}:{marker}", children=_parse(_dedented(line[3]), scope.inside())))
    return Node(kind="list", children=tuple(items))


def _dedented(item: str) -> str:
    """An item goes on in lines that are indented; the indentation is not part of its text."""
    return re.sub(r"\n +", "\n", item.strip("\n"))


def _link(found: re.Match[str], scope: _Scope) -> Node | None:
    label, address = found[1], found[2]
    if scope.link or _ADDRESS.search(label):
        return None
    return Node(kind="link", data=address, children=_parse(label, scope.inside(link=True)))


def _bare_link(found: re.Match[str], scope: _Scope) -> Node:
    if scope.link:
        return Node(kind="text", text=found[0])
    return Node(kind="link", data=found[1], children=(Node(kind="text", text=found[1]),))


def _rule(pattern: str, build: _Build, flags: int = 0) -> _Rule:
    return _Rule(pattern=re.compile(pattern, flags), build=build)


_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_SPECIAL = re.compile(r"[\\`*_~|<@\[\n]|https?://", re.IGNORECASE)
_ITEM_LINE = r" *(?:[-*]|\d{1,9}\.) +\S[^\n]*(?:\n {2,}(?![-*] |\d{1,9}\. )\S[^\n]*)*"
_ITEM = re.compile(r"^( *)([-*]|\d{1,9}\.) +(\S[^\n]*(?:\n {2,}(?![-*] |\d{1,9}\. )\S[^\n]*)*)", re.MULTILINE)

_AT_LINE_START = (
    _rule(r" *>>> (?P<rest>[\s\S]+)|(?P<lines> *> [^\n]*(?:\n *> [^\n]*)*\n?)", _quote),
    _rule(r" *(#{1,3}) +((?:\\.|[^\n\\])*[^\s#\\](?:[^\n\\]|\\.)*?) *(?:\n|$)", _heading),
    _rule(r" *-# +([^\n]*\S[^\n]*)(?:\n|$)", _wrap("subtext")),
    _rule(rf"{_ITEM_LINE}(?:\n{_ITEM_LINE})*(?:\n|$)", _list),
)
_FENCE = _rule(r"```(?:([a-z0-9_+\-.#]+?)\n)?\n*([^\n][\s\S]*?)\n*```\n?", _fence, re.IGNORECASE)
_STRONG = _rule(r"\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)", _wrap("strong"))
_EM_STAR = _rule(
    r"\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)",
    _wrap("em"),
)

_AT_MARK: dict[str, tuple[_Rule, ...]] = {
    "\\": (_rule(r"\\([^0-9A-Za-z\s])", _leaf("text")),),
    "`": (_FENCE, _rule(r"(`+)([\s\S]*?[^`])\1(?!`)", _code)),
    "|": (
        _rule(r"\|\|((?:\\[\s\S]|[^\\])+?)\|\|", _spoiler(wary=True)),
        _rule(r"\|\|([\s\S]+?)\|\|", _spoiler(wary=False)),
    ),
    "*": (_EM_STAR, _STRONG),
    "_": (
        _rule(r"__((?:\\[\s\S]|[^\\])+?)__(?!_)", _wrap("underline")),
        _rule(r"_((?:__|\\[\s\S]|[^\\_])+?)_\b", _wrap("em")),
        _rule(r"_((?:__|\\[\s\S]|[^\\_])+?)_(?!\w)", _wrap("em")),
    ),
    "~": (_rule(r"~~([\s\S]+?)~~(?!_)", _wrap("strike")),),
    "<": (
        _rule(r"<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>", _leaf("timestamp")),
        _rule(r"<@!?(\d+)>", _leaf("user")),
        _rule(r"<@&(\d+)>", _leaf("role")),
        _rule(r"<#(\d+)>", _leaf("channel")),
        _rule(r"<a?:(\w{2,32}):(\d+)>", _leaf("emoji")),
        _rule(r"</([-_\w ]{1,100}):(\d+)>", _leaf("command")),
        _rule(r"<(https?://[^\s<>]+)>", _bare_link, re.IGNORECASE),
    ),
    "@": (_rule(r"@(everyone|here)\b", _leaf("everyone")),),
    "[": (
        _rule(
            r"\[((?:\\.|\[[^\[\]]*\]|[^\[\]\\])+)\]\(<?(https?://(?:\([^\s()]*\)|[^\s()<>])+)>?(?:\s+\"[^\"\n]*\")?\)",
            _link,
            re.IGNORECASE,
        ),
    ),
    "h": (_rule(r"(https?://[^\s<]+[^<.,:;\"')\]\s])", _bare_link, re.IGNORECASE),),
}
_AT_MARK["H"] = _AT_MARK["h"]
