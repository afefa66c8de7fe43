"""Reading messages in Discord's wire format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

Wire = dict[str, Any]


def walk(components: Sequence[Wire]) -> Iterator[Wire]:
    """Every component, outer ones first."""
    for component in components:
        yield component
        yield from walk(component.get("components", []))
        if "accessory" in component:
            yield from walk([component["accessory"]])
        if "component" in component:
            yield from walk([component["component"]])


def all_text(components: Sequence[Wire], content: str = "") -> str:
    """All text of a message, open and covered, without its controls."""
    return "\n".join([content, *(part["content"] for part in walk(components) if "content" in part)])


def beside(components: list[Any], text: str) -> str:
    """The custom id of the button that stands beside a text: the one section that has it."""
    (found,) = [
        part["accessory"]["custom_id"]
        for part in walk(components)
        if part.get("type") == 9
        and any(text in shown.get("content", "").split("\n")[0] for shown in part["components"])
    ]
    return str(found)
