"""Nodes of Discord's Markdown as HTML, with every closed spoiler left out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Protocol

from bot.rehearsal.page.html import Html, el, join
from bot.rehearsal.page.markdown import Node, parse, whole_text
from bot.rehearsal.page.veil import Veil

ONE_LINE = 160
"""So many characters are kept of what a message replies to; the page cuts them to the width that there is."""


class Names(Protocol):
    """What mentions are called, as the viewer knows them; None where the viewer would see an unknown one."""

    def user(self, user_id: str) -> str | None: ...

    def role(self, role_id: str) -> str | None: ...

    def channel(self, channel_id: str) -> str | None: ...


def rich(text: str, names: Names, veil: Veil, *, pings_everyone: bool = False) -> Html:
    """A text that Discord reads as Markdown. Spoilers go into the veil; the HTML only holds their covers."""
    return _Writer(names, veil, pings_everyone=pings_everyone).write(parse(text))


def one_line(text: str, names: Names) -> Html:
    """The beginning of a text on one line: mentions by name, instants worded, spoilers left out, nothing to press."""
    parts: list[Html] = []
    length = 0
    for leaf in _leaves(parse(text)):
        said = _said(leaf, names)
        parts.append(said)
        length += len(leaf.text)
        if length > ONE_LINE:
            break
    return join(parts)


def _leaves(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        if node.kind == "spoiler":
            continue
        if node.children:
            yield from _leaves(node.children)
        else:
            yield node


def _said(leaf: Node, names: Names) -> Html:
    if leaf.kind == "timestamp":
        return moment(int(leaf.text), leaf.data or "f")
    word = {
        "user": f"@{names.user(leaf.text) or '?'}",
        "role": f"@{names.role(leaf.text) or '?'}",
        "channel": names.channel(leaf.text) or "#?",
        "command": f"/{leaf.text}",
        "everyone": f"@{leaf.text}",
        "emoji": f":{leaf.text}:",
    }.get(leaf.kind, leaf.text)
    return join([word])


class _Writer:
    def __init__(self, names: Names, veil: Veil, *, pings_everyone: bool) -> None:
        self._names = names
        self._veil = veil
        self._pings_everyone = pings_everyone

    def write(self, nodes: Iterable[Node]) -> Html:
        return join(self._one(node) for node in nodes)

    def _one(self, node: Node) -> Html:
        if node.kind == "text":
            return join([node.text])
        if node.kind in _SIMPLE:
            name, cls = _SIMPLE[node.kind]
            return el(name, self.write(node.children), cls=cls)
        return _WRITERS[node.kind](self, node)

    def spoiler(self, node: Node) -> Html:
        return self._veil.over_text(self.write(node.children), length=len(whole_text(node.children)))

    def heading(self, node: Node) -> Html:
        # All of one level, below the place's own h1: a message may begin with ### and skip none that way.
        return el("h2", self.write(node.children), cls=f"md-h{node.data}")

    def listing(self, node: Node) -> Html:
        return el("ul", [self._item(item) for item in node.children], cls="md-list")

    def _item(self, item: Node) -> Html:
        depth, _, mark = item.data.partition(":")
        sign = el("span", "•" if mark == "-" else f"{mark}.", cls="mark")
        return el("li", sign, el("span", self.write(item.children)), cls=f"d{depth}")

    def fence(self, node: Node) -> Html:
        return el("pre", el("code", node.text), data_language=node.data or None, tabindex=0)

    def code(self, node: Node) -> Html:
        return el("code", node.text)

    def link(self, node: Node) -> Html:
        return outward(node.data, self.write(node.children))

    def user(self, node: Node) -> Html:
        name = self._names.user(node.text)
        return _pill(f"@{name}" if name is not None else f"<@{node.text}>")

    def role(self, node: Node) -> Html:
        name = self._names.role(node.text)
        return _pill(f"@{name}" if name is not None else f"<@&{node.text}>")

    def channel(self, node: Node) -> Html:
        name = self._names.channel(node.text)
        if name is None:
            return _pill(f"<#{node.text}>")
        return el("a", name, cls="pill", href=f"#{node.text}", data_go=node.text)

    def everyone(self, node: Node) -> Html:
        name = f"@{node.text}"
        return _pill(name) if self._pings_everyone else join([name])

    def command(self, node: Node) -> Html:
        return el("button", f"/{node.text}", cls="pill", type="button", data_compose=f"/{node.text} ")

    def emoji(self, node: Node) -> Html:
        return el("span", f":{node.text}:", cls="emoji")

    def timestamp(self, node: Node) -> Html:
        return moment(int(node.text), node.data or "f")


def moment(seconds: int, style: str) -> Html:
    """An instant (seconds since 1970, UTC), which the browser words in its own zone; without script it reads as UTC."""
    try:
        at = datetime.fromtimestamp(seconds, tz=UTC)
    except (ValueError, OverflowError, OSError):
        return join([f"<t:{seconds}:{style}>"])
    shown = at.strftime("%Y-%m-%d %H:%M UTC")
    return el("time", shown, cls="stamp", datetime=at.isoformat(), data_at=seconds, data_style=style)


def outward(address: str, label: str) -> Html:
    """A link that leaves the page; it opens elsewhere and tells nobody where it came from."""
    return el("a", label, href=address, target="_blank", rel="noopener noreferrer nofollow")


def _pill(text: str) -> Html:
    return el("span", text, cls="pill")


_SIMPLE: dict[str, tuple[str, str | None]] = {
    "strong": ("strong", None),
    "em": ("em", None),
    "underline": ("u", None),
    "strike": ("s", None),
    "quote": ("blockquote", None),
    "subtext": ("small", "md-sub"),
}
_WRITERS: dict[str, Callable[[_Writer, Node], Html]] = {
    "spoiler": _Writer.spoiler,
    "heading": _Writer.heading,
    "list": _Writer.listing,
    "fence": _Writer.fence,
    "code": _Writer.code,
    "link": _Writer.link,
    "user": _Writer.user,
    "role": _Writer.role,
    "channel": _Writer.channel,
    "everyone": _Writer.everyone,
    "command": _Writer.command,
    "emoji": _Writer.emoji,
    "timestamp": _Writer.timestamp,
}
