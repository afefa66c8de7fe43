"""The components of a message, of both generations: rows of controls, and the layouts of Components V2."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.rehearsal.page import controls, media
from bot.rehearsal.page.html import Html, el, join
from bot.rehearsal.page.markdown_html import rich
from bot.rehearsal.page.veil import Veil
from bot.rehearsal.page.view import View
from bot.stage.payloads import Wire


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Draws components for one viewer; what is hidden goes into the veil."""

    view: View
    veil: Veil

    def draw(self, components: Iterable[Wire]) -> Html:
        """The components, in order."""
        return join(self.one(component) for component in components)

    def one(self, component: Wire) -> Html:
        """One component. An unknown type is drawn as an empty, visible mistake, so that a test or an eye notices it."""
        kind = int(component["type"])
        if kind in controls.SELECTS:
            return controls.select(component, self.view)
        drawer = _DRAWERS.get(kind)
        if drawer is None:
            return el("p", self.view.words("unknown-component", type=kind), cls="mistake")
        return drawer(self, component)

    def row(self, component: Wire) -> Html:
        return el("div", self.draw(component["components"]), cls="row")

    def button(self, component: Wire) -> Html:
        return controls.button(component)

    def text(self, component: Wire) -> Html:
        return el("div", rich(component["content"], self.view, self.veil), cls="text")

    def section(self, component: Wire) -> Html:
        texts = el("div", self.draw(component["components"]), cls="section-texts")
        return el("div", texts, el("div", self.one(component["accessory"]), cls="accessory"), cls="section")

    def thumbnail(self, component: Wire) -> Html:
        return media.picture(component, self.view, self.veil, cls="thumbnail")

    def gallery(self, component: Wire) -> Html:
        items = [media.picture(item, self.view, self.veil, cls="item") for item in component["items"]]
        return el("div", items, cls=f"gallery of-{len(items)}")

    def file(self, component: Wire) -> Html:
        return media.file_card(component, self.view, self.veil)

    def separator(self, component: Wire) -> Html:
        cls = "gap" if component.get("divider") is False else "divider"
        return el("hr", cls=f"{cls} {'wide' if component.get('spacing') == 2 else ''}".strip())

    def container(self, component: Wire) -> Html:
        accent = component.get("accent_color")
        colour = None if accent is None else f"#{int(accent):06x}"
        inside = el("div", self.draw(component["components"]), cls="container", data_accent=colour)
        return self.veil.over_block(inside, cls="curtain") if component.get("spoiler") else inside


_DRAWERS: dict[int, Callable[[Layout, Wire], Html]] = {
    1: Layout.row,
    2: Layout.button,
    9: Layout.section,
    10: Layout.text,
    11: Layout.thumbnail,
    12: Layout.gallery,
    13: Layout.file,
    14: Layout.separator,
    17: Layout.container,
}
