"""Building HTML that cannot be broken out of: everything that is not already :class:`Html` is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_VOID = frozenset({"img", "input", "hr", "br", "link", "meta"})


class Html(str):
    """Text that is HTML already. Only this module and literals make it."""

    __slots__ = ()


def join(parts: Iterable[str | None], between: str = "") -> Html:
    """Parts one after the other; plain text among them is escaped."""
    return Html(between.join(_safe(part) for part in parts if part is not None))


def el(name: str, /, *children: str | Iterable[str | None] | None, **attributes: str | int | bool | None) -> Html:
    """An element.

    Of the attributes, `cls` is the class, underscores become hyphens, True stands alone, None and False are left out.
    """
    opening = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Html(f"<{name}{opening}>")
    inside = "".join(_child(child) for child in children)
    return Html(f"<{name}{opening}>{inside}</{name}>")


def _child(child: str | Iterable[str | None] | None) -> str:
    if child is None:
        return ""
    return _safe(child) if isinstance(child, str) else join(child)


def _safe(part: str) -> str:
    return part if isinstance(part, Html) else escape(part, quote=False)


def _attribute(key: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = "class" if key == "cls" else key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value), quote=True)}"'
