"""Panels: messages composed of Components V2.

A panel is always a new view without a timeout that holds routed controls and link buttons only: a view that is edited,
stopped or timed out unregisters its dynamic items everywhere. Discord's limits are counted here, so that a panel that
would be refused fails in a test rather than in front of a member.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import discord
from discord import ui

MAX_COMPONENTS = 40
MAX_TEXT = 4000

GOLD = discord.Colour(0xC9A227)
"""The star: whatever is neither New York's nor Paris's."""
NEW_YORK = discord.Colour(0x2F6DB5)
PARIS = discord.Colour(0xB5476B)
STANDS = discord.Colour(0x3BA55D)
"""What a fact says holds."""
DOUBTED = discord.Colour(0xE0A100)
"""Sources disagree about it, or something needs a look."""
OVER = discord.Colour(0xAB3A4C)
"""It was overtaken, or ended."""

Item = ui.Item[Any]


class Panel(ui.LayoutView):
    """A view that is drawn and sent, and never changed or listened to: its controls are found again by their routes.

    discord.py would keep a private one for 15 minutes, waiting for presses that never reach it. Told that it is
    finished already, it keeps none; so one panel may also be sent more than once.
    """

    _wire: list[dict[str, Any]] | None = None

    def is_finished(self) -> bool:
        return True

    def to_components(self) -> list[dict[str, Any]]:
        if self._wire is None:
            self._wire = super().to_components()
        return self._wire


def panel(*items: Item) -> ui.LayoutView:
    """A new panel of these items. Raises ValueError when it exceeds Discord's limits."""
    view = Panel(timeout=None)
    for item in items:
        view.add_item(item)
    if view.total_children_count > MAX_COMPONENTS:
        raise ValueError(f"{view.total_children_count} components, Discord takes {MAX_COMPONENTS}")
    if view.content_length() > MAX_TEXT:
        raise ValueError(f"{view.content_length()} characters, Discord takes {MAX_TEXT}")
    return view


def box(*items: Item | None, colour: discord.Colour = GOLD, closed: bool = False) -> ui.Container[Any]:
    """A framed block. `closed` makes it a spoiler: nothing of it shows until a member opens it."""
    container: ui.Container[Any] = ui.Container(accent_colour=colour, spoiler=closed)
    for item in items:
        if item is not None:
            container.add_item(item)
    return container


def text(content: str) -> ui.TextDisplay[Any]:
    """A paragraph, rendered as markdown."""
    return ui.TextDisplay(content)


def section(content: str, beside: Item) -> ui.Section[Any]:
    """A paragraph with the one control, or link, that belongs to it at its side."""
    return ui.Section(text(content), accessory=beside)


def paragraphs(content: str) -> list[ui.TextDisplay[Any]]:
    """Each part between blank lines as a paragraph of its own: Discord sets less room between those."""
    return [text(part) for part in content.split("\n\n") if part.strip()]


def rule(*, visible: bool = True) -> ui.Separator[Any]:
    """A thin line between two parts, or just a gap."""
    return ui.Separator(visible=visible, spacing=discord.SeparatorSpacing.small)


def row(*items: Item | None) -> ui.ActionRow[Any] | None:
    """Controls side by side; None when there are none, which `box` and `stack` leave out."""
    present = [item for item in items if item is not None]
    if not present:
        return None
    actions: ui.ActionRow[Any] = ui.ActionRow()
    for item in present:
        actions.add_item(item)
    return actions


def rows(buttons: Sequence[Item], *, width: int = 5) -> list[ui.ActionRow[Any]]:
    """Buttons in rows of `width`."""
    lines = [row(*buttons[start : start + width]) for start in range(0, len(buttons), width)]
    return [line for line in lines if line is not None]


def stack(items: Iterable[Item | None]) -> ui.LayoutView:
    """A panel of the items that are there."""
    return panel(*(item for item in items if item is not None))


def link(label: str, url: str) -> ui.Button[Any]:
    """A button that opens a web page or jumps to a message."""
    return ui.Button(style=discord.ButtonStyle.link, label=label[:80], url=url)
