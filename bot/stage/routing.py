"""From method and path to a handler: a small tree, because benchmarks send many thousand requests through it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.stage.call import Call
from bot.stage.context import Context

Handler = Callable[[Context, Call], Any]
"""Applies a call at once (without waiting) and gives the JSON answer; None means 204."""


@dataclass(slots=True)
class Route:
    """A registered route: ``{name}`` parts are parameters; open routes need no bot token."""

    method: str
    template: str
    handler: Handler
    status: int
    open: bool
    bucket: str = ""


class _Node:
    __slots__ = ("by_method", "children", "parameter")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        self.parameter: tuple[str, _Node] | None = None
        self.by_method: dict[str, Route] = {}


_root = _Node()


def route(method: str, template: str, *, status: int = 200, is_open: bool = False) -> Callable[[Handler], Handler]:
    """Register a handler for ``/channels/{channel_id}/messages`` and the like (without /api/v10)."""

    def register(handler: Handler) -> Handler:
        node = _root
        for part in template.strip("/").split("/"):
            if part.startswith("{"):
                if node.parameter is None:
                    node.parameter = (part[1:-1], _Node())
                node = node.parameter[1]
            else:
                node = node.children.setdefault(part, _Node())
        bucket = f"{abs(hash((method, template))):x}"[:16]
        node.by_method[method] = Route(method, template, handler, status, is_open, bucket)
        return handler

    return register


def find(method: str, path: str) -> tuple[Route, dict[str, str]] | None:
    """The route for a path, with its parameters by the names that the template gave them."""
    parts = path.strip("/").split("/")
    node = _walk(_root, parts, 0)
    found = node.by_method.get(method) if node is not None else None
    if found is None:
        return None
    names = found.template.strip("/").split("/")
    return found, {name[1:-1]: part for name, part in zip(names, parts, strict=True) if name.startswith("{")}


def _walk(node: _Node, parts: list[str], index: int) -> _Node | None:
    if index == len(parts):
        return node if node.by_method else None
    child = node.children.get(parts[index])
    if child is not None and (found := _walk(child, parts, index + 1)) is not None:
        return found
    return _walk(node.parameter[1], parts, index + 1) if node.parameter is not None else None
