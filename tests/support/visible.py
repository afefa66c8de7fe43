"""Reading messages, forms, choices and files as Discord's client shows them: what is there before any click, and after.

The client hides two things only: a spoiler in rendered markdown, and what a closed container holds. Everything else is
plain to see, or seen elsewhere: the content and the embeds of a message also appear in pushes, previews and search
results, as typed. Names on controls, of files and for screen readers are never taken as hidden, wherever they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from bot.rehearsal.page.markdown import Node, parse, visible_text, whole_text

Wire = dict[str, Any]

TEXT_DISPLAY, CONTAINER = 10, 17
PNG = b"\x89PNG\r\n\x1a\n"
READABLE = ("text/", "application/json", "application/xml")


@dataclass(slots=True, kw_only=True)
class Seen:
    """The texts of one thing that Discord shows.

    `pushed`: content and embeds as typed, bars and all. `open`: what text displays show before a click. `named`:
    labels, options, placeholders, file names, texts for screen readers. `covered`: what a click opens.
    """

    pushed: list[str] = field(default_factory=list[str])
    open: list[str] = field(default_factory=list[str])
    named: list[str] = field(default_factory=list[str])
    covered: list[str] = field(default_factory=list[str])

    def uncovered(self) -> list[str]:
        """All that is read without a click."""
        return [*self.pushed, *self.open, *self.named]

    def everything(self) -> list[str]:
        """All that is read, before and after clicks."""
        return [*self.uncovered(), *self.covered]

    def add(self, other: Seen) -> None:
        """Take over another thing's texts."""
        for mine, theirs in zip(self._parts(), other._parts(), strict=True):
            mine.extend(theirs)

    def _parts(self) -> tuple[list[str], ...]:
        return self.pushed, self.open, self.named, self.covered


def message(wire: Wire) -> Seen:
    """A message, with its embeds, components, attached files and the thread that hangs on it."""
    seen = Seen()
    _push(seen, wire.get("content") or "")
    for embed in wire.get("embeds") or []:
        _embed(seen, embed)
    seen.add(components(wire.get("components") or []))
    for attachment in wire.get("attachments") or []:
        seen.named += _present(attachment, "filename", "title", "description")
    if wire.get("thread"):
        seen.named += _present(wire["thread"], "name")
    if wire.get("poll"):
        seen.pushed += _strings(wire["poll"])
    return seen


def components(items: Sequence[Wire], *, covered: bool = False) -> Seen:
    """A tree of components, of a message or of a form."""
    seen = Seen()
    for item in items:
        inside = covered or bool(item.get("type") == CONTAINER and item.get("spoiler"))
        if item.get("type") == TEXT_DISPLAY:
            seen.add(text(item["content"], covered=inside))
        seen.named += _present(item, "label", "placeholder", "description", "value", "name")
        seen.named += (item.get("emoji") or {}).get("name", "").split()
        for option in item.get("options") or []:
            seen.named += _present(option, "label", "description")
        for media in [*(item.get("items") or []), item]:
            seen.named += _file_names(media)
        children = [*(item.get("components") or []), *([item["accessory"]] if item.get("accessory") else [])]
        children += [item["component"]] if item.get("component") else []
        seen.add(components(children, covered=inside))
    return seen


def text(content: str, *, covered: bool = False) -> Seen:
    """One text that the client renders as markdown. Clients disagree about a backslash before closing bars: what one of
    them shows counts as shown."""
    whole = everything_in(content)
    if covered:
        return Seen(covered=[whole])
    shown = _shown(content)
    return Seen(open=list(shown), covered=[] if whole in shown else [whole])


def form(modal: Wire) -> Seen:
    """A modal: its title, labels, placeholders, what is filled in, and its texts."""
    seen = components(modal.get("components") or [])
    seen.named += _present(modal, "title")
    return seen


def choices(found: Iterable[Wire]) -> Seen:
    """What autocomplete offers. The value behind a choice is sent to the bot and shown to nobody."""
    seen = Seen()
    for choice in found:
        seen.named.append(str(choice["name"]))
    return seen


def event(wire: Wire) -> Seen:
    """A scheduled event: name, description and place are on the event's card, for everybody."""
    seen = Seen(named=_present(wire, "name", "description"))
    seen.named += _present(wire.get("entity_metadata") or {}, "location")
    return seen


def file(name: str, content_type: str, data: bytes, description: str | None = None) -> Seen:
    """A file: its names; and what stands in it, which a click opens (a text file unfolds before one).

    Of a picture, what is written beside the pixels: programs show it, and search engines read it.
    """
    seen = Seen(named=[part for part in (name, description) if part])
    if data.startswith(PNG):
        seen.named += _written_in(data)
    if not content_type.startswith(READABLE):
        return seen
    body = data.decode("utf-8", "replace")
    (seen.covered if name.startswith("SPOILER_") else seen.open).append(body.replace("\r\n ", ""))
    return seen


def _written_in(png: bytes) -> Iterator[str]:
    """The texts of a PNG file's own fields: title, description, software."""
    at = len(PNG)
    while at + 8 <= len(png):
        length, kind = int.from_bytes(png[at : at + 4], "big"), png[at + 4 : at + 8]
        if kind in (b"tEXt", b"iTXt"):
            yield png[at + 8 : at + 8 + length].replace(b"\0", b" ").decode("utf-8", "replace")
        at += length + 12


def command(wire: Wire) -> Seen:
    """A command as the picker shows it to everybody: names and descriptions of it, its options and their choices."""
    seen = Seen(named=_present(wire, "name", "description"))
    for part in ("name_localizations", "description_localizations"):
        seen.named += (wire.get(part) or {}).values()
    for option in [*(wire.get("options") or []), *(wire.get("choices") or [])]:
        seen.add(command(option))
    return seen


@cache
def _shown(content: str) -> tuple[str, ...]:
    found: list[str] = []
    for wary in (True, False):
        nodes = parse(content, wary=wary)
        found.append("\n".join([visible_text(content, wary=wary), *_addresses(nodes, hidden=False)]))
    return tuple(dict.fromkeys(found))


@cache
def everything_in(content: str) -> str:
    """All of a text, spoilers opened, with the addresses behind its links."""
    nodes = parse(content)
    return "\n".join([whole_text(nodes), *_addresses(nodes, hidden=True)])


def _push(seen: Seen, content: str) -> None:
    if content:
        seen.pushed += [content, everything_in(content)]


def _embed(seen: Seen, embed: Wire) -> None:
    for owner in (embed, embed.get("footer") or {}, embed.get("author") or {}, embed.get("provider") or {}):
        for part in _present(owner, "title", "description", "text", "name", "url"):
            _push(seen, part)
    for shown in embed.get("fields") or []:
        _push(seen, f"{shown['name']}\n{shown['value']}")
    for media in ("image", "thumbnail", "video"):
        seen.named += _file_names({"media": embed.get(media) or {}})


def _file_names(media: Wire) -> list[str]:
    found = _present(media, "description")
    for part in ("media", "file"):
        if url := (media.get(part) or {}).get("url"):
            found.append(str(url).rsplit("/", 1)[-1])
    return found


def _addresses(nodes: Iterable[Node], *, hidden: bool) -> Iterator[str]:
    for node in nodes:
        if node.kind == "spoiler" and not hidden:
            continue
        if node.kind == "link":
            yield node.data
        yield from _addresses(node.children, hidden=hidden)


def _present(owner: Wire, *parts: str) -> list[str]:
    return [value for part in parts if isinstance(value := owner.get(part), str) and value]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
