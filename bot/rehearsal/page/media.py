"""Pictures and files: attachments of a message, and the media that components point at.

Only files of the stage are shown, from the page's own address; a picture anywhere else becomes a link, because nothing
here reaches out.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlsplit

from bot.rehearsal.page.html import Html, el
from bot.rehearsal.page.markdown_html import outward
from bot.rehearsal.page.veil import Veil
from bot.rehearsal.page.view import View, wires
from bot.stage.payloads import Wire

IS_SPOILER = 1 << 3
"""The attachment flag of Discord's `is_spoiler`."""
PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")


def attachments(message: Wire, view: View, veil: Veil) -> list[Html]:
    """The files of an ordinary message; in a Components V2 message they only show where a component points at them."""
    drawn: list[Html] = []
    for file in wires(message.get("attachments")):
        covered = file["filename"].startswith("SPOILER_") or bool(int(file.get("flags") or 0) & IS_SPOILER)
        inside = _attachment(file, view)
        drawn.append(veil.over_block(inside, cls=_shape(file)) if covered else inside)
    return drawn


def picture(item: Wire, view: View, veil: Veil, *, cls: str) -> Html:
    """A thumbnail or an item of a gallery, covered when it is a spoiler."""
    media = item["media"]
    inside = _picture(_address(media, view), item.get("description"), media, view, cls=cls)
    return veil.over_block(inside, cls=cls) if item.get("spoiler") else inside


def file_card(component: Wire, view: View, veil: Veil) -> Html:
    """A File component."""
    media = component["file"]
    name = component.get("name") or _name(media)
    stored = view.world.attachment(str(media.get("attachment_id") or _attachment_id(media["url"])))
    size = component.get("size") or (stored.size if stored else 0)
    inside = _card(name, _address(media, view), int(size))
    return veil.over_block(inside, cls="file") if component.get("spoiler") else inside


def embed_picture(media: Wire, view: View, *, cls: str) -> Html:
    """The picture of an embed, which has no alt text and no cover."""
    return _picture(_address(media, view), media.get("description"), media, view, cls=cls)


def local_address(attachment_id: str, filename: str) -> str:
    """Where the page itself serves a file of the stage."""
    return f"/file/{quote(attachment_id)}/{quote(filename, safe='')}"


def _attachment(file: Wire, view: View) -> Html:
    address = local_address(file["id"], file["filename"])
    if str(file.get("content_type", "")).partition(";")[0] in PICTURES:
        return _picture(address, file.get("description"), file, view, cls="attached")
    return _card(file["filename"], address, int(file.get("size") or 0))


def _shape(file: Wire) -> str:
    return "attached" if str(file.get("content_type", "")).startswith("image/") else "file"


def _picture(address: str | None, alt: str | None, media: Wire, view: View, *, cls: str) -> Html:
    if address is None:
        host = urlsplit(str(media["url"])).hostname or ""
        label = view.words("picture-elsewhere", host=host, alt=alt or "")
        return el("span", outward(str(media["url"]), label), cls=f"elsewhere {cls}")
    size = {"width": media.get("width"), "height": media.get("height")}
    picture = el("img", src=address, alt=alt or "", loading="lazy", **size)
    return el("a", picture, cls=f"picture {cls}", href=address, target="_blank", title=alt or None)


def _card(name: str, address: str | None, size: int) -> Html:
    shown = name.removeprefix("SPOILER_")
    title = el("a", shown, href=address, target="_blank", download=shown) if address else el("span", shown)
    icon = el("span", cls="file-icon", aria_hidden="true")
    return el("div", icon, el("span", title, el("small", _bytes(size))), cls="file-card")


def _address(media: Wire, view: View) -> str | None:
    attachment_id = str(media.get("attachment_id") or _attachment_id(str(media["url"])))
    if view.world.attachment(attachment_id) is None:
        return None
    return local_address(attachment_id, _name(media))


def _attachment_id(url: str) -> str:
    """From `…/cdn/attachments/<channel>/<attachment>/<name>`."""
    parts = urlsplit(url).path.split("/")
    return parts[-2] if "attachments" in parts and len(parts) > 2 else ""


def _name(media: dict[str, Any]) -> str:
    return urlsplit(str(media["url"])).path.rsplit("/", 1)[-1] or "file"


def _bytes(size: int) -> str:
    if size < 1024:
        return f"{size} B"
    return f"{size / 1024:.1f} KB" if size < 1024**2 else f"{size / 1024**2:.1f} MB"
