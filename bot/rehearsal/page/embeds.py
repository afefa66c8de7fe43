"""Embeds, and the native poll, as Discord draws them."""

from __future__ import annotations

from datetime import datetime

from bot.rehearsal.page import media
from bot.rehearsal.page.html import Html, el
from bot.rehearsal.page.markdown_html import moment, outward, rich
from bot.rehearsal.page.veil import Veil
from bot.rehearsal.page.view import View, wires
from bot.stage.payloads import Wire, as_dict


def embed(wire: Wire, view: View, veil: Veil) -> Html:
    """One embed. Author and footer are never read as Markdown."""
    title = rich(wire["title"], view, veil) if wire.get("title") else None
    if title is not None and wire.get("url"):
        title = outward(wire["url"], title)
    author, footer = as_dict(wire.get("author")), as_dict(wire.get("footer"))
    colour = wire.get("color")
    return el(
        "article",
        el("div", author["name"], cls="embed-author") if author.get("name") else None,
        el("div", title, cls="embed-title") if title is not None else None,
        el("div", rich(wire["description"], view, veil), cls="text") if wire.get("description") else None,
        el("dl", [_field(field, view, veil) for field in wires(wire["fields"])], cls="fields")
        if wire.get("fields")
        else None,
        media.embed_picture(wire["image"], view, cls="attached") if wire.get("image") else None,
        media.embed_picture(wire["thumbnail"], view, cls="thumbnail") if wire.get("thumbnail") else None,
        _footer(footer.get("text"), wire.get("timestamp")),
        cls="embed",
        data_accent=None if colour is None else f"#{int(colour):06x}",
    )


def poll(wire: Wire) -> Html:
    """Discord's own poll: question and answers as typed."""
    answers = [el("li", answer["poll_media"].get("text", "")) for answer in wires(wire.get("answers"))]
    return el("div", el("b", wire["question"].get("text", "")), el("ul", answers), cls="native-poll")


def _field(field: Wire, view: View, veil: Veil) -> Html:
    return el(
        "div",
        el("dt", rich(field["name"], view, veil)),
        el("dd", rich(field["value"], view, veil)),
        cls="inline" if field.get("inline") else None,
    )


def _footer(text: str | None, at: str | None) -> Html | None:
    if not text and not at:
        return None
    instant = moment(int(datetime.fromisoformat(at).timestamp()), "f") if at else None
    return el("footer", text, el("span", " · ") if text and at else None, instant)
