"""Files: stored as Discord stores them, given an address on the stage, and wired into the components that show them."""

from __future__ import annotations

import mimetypes
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.stage.payloads import Wire, as_dict, as_list
from bot.stage.world import StoredFile, World

SPOILER_PREFIX = "SPOILER_"
IS_SPOILER = 1 << 3
UNSAFE = re.compile(r"[^\w.\-]+", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file on its way in."""

    filename: str
    data: bytes
    description: str | None = None
    content_type: str | None = None


def store(world: World, channel_id: str, uploads: dict[int, Upload], described: list[Any]) -> list[Wire]:
    """Keep the uploads and give their attachment objects; ``described`` are the payload's ``attachments`` entries."""
    notes = {str(entry.get("id")): entry for entry in described}
    stored: list[Wire] = []
    for index, upload in sorted(uploads.items()):
        note = as_dict(notes.get(str(index)))
        filename = safe_name(str(note.get("filename") or upload.filename))
        width, height = picture_size(upload.data)
        file = StoredFile(
            id=world.snowflake(),
            filename=filename,
            content_type=upload.content_type or mimetypes.guess_type(filename)[0] or "application/octet-stream",
            data=upload.data,
            description=note.get("description") or upload.description,
            width=width,
            height=height,
            flags=IS_SPOILER if filename.startswith(SPOILER_PREFIX) or note.get("is_spoiler") else 0,
        )
        world.files[file.id] = file
        stored.append(as_wire(world, channel_id, file))
    return stored


def as_wire(world: World, channel_id: str, file: StoredFile) -> Wire:
    """The attachment object of a stored file."""
    url = f"{world.url}/cdn/attachments/{channel_id}/{file.id}/{file.filename}"
    wire: Wire = {
        "id": file.id,
        "filename": file.filename,
        "size": file.size,
        "url": url,
        "proxy_url": url,
        "content_type": file.content_type,
    }
    if file.description:
        wire["description"] = file.description
    if file.width:
        wire |= {"width": file.width, "height": file.height}
    if file.flags:
        wire["flags"] = file.flags
    return wire


def safe_name(filename: str) -> str:
    """A file name as Discord cleans it: no spaces, no separators, nothing but ASCII letters, digits, ``._-``."""
    return UNSAFE.sub("_", filename.replace(" ", "_")) or "unknown"


def resolve_media(components: list[Any], attachments: list[Wire]) -> None:
    """Turn attachment:// references in fresh components into addresses, with sizes, as Discord does."""
    by_name = {attachment["filename"]: attachment for attachment in attachments}
    for component in walk(components):
        for media in _media_of(component):
            name = str(media.get("url", "")).removeprefix("attachment://")
            found = by_name.get(safe_name(name)) if media.get("url", "").startswith("attachment://") else None
            if found is None:
                media.setdefault("proxy_url", media.get("url"))
                continue
            media |= {"url": found["url"], "proxy_url": found["proxy_url"], "attachment_id": found["id"]}
            media |= {"content_type": found["content_type"], "loading_state": 2, "placeholder": None}
            media |= {"width": found.get("width"), "height": found.get("height")}
            if component["type"] == 13:
                component |= {"name": found["filename"], "size": found["size"]}


def number(components: list[Any]) -> None:
    """Give every component without an id one, counted through the message, as Discord does."""
    taken = {component["id"] for component in walk(components) if component.get("id")}
    following = 1
    for component in walk(components):
        if not component.get("id"):
            while following in taken:
                following += 1
            component["id"] = following
            following += 1


def walk(components: list[Any]) -> Iterator[Wire]:
    """Every component of a tree, parents first."""
    for component in components:
        yield component
        yield from walk(as_list(component.get("components")))
        if accessory := component.get("accessory"):
            yield from walk([accessory])
        if inner := component.get("component"):
            yield from walk([inner])


def texts(components: list[Any]) -> Iterator[str]:
    """The contents of all text displays."""
    for component in walk(components):
        if component.get("type") == 10:
            yield str(component.get("content") or "")


def _media_of(component: Wire) -> list[Wire]:
    kind = component.get("type")
    if kind == 11:
        return [component["media"]]
    if kind == 12:
        return [item["media"] for item in component["items"]]
    return [component["file"]] if kind == 13 else []


def picture_size(data: bytes) -> tuple[int | None, int | None]:
    """Width and height of a PNG or GIF, else two Nones."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        return struct.unpack(">II", data[16:24])
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return struct.unpack("<HH", data[6:10])
    return None, None
