"""What happens, as it happens: one stream per browser window, over a WebSocket.

A WebSocket and not server-sent events, because browsers allow six HTTP connections to one address: with a sixth window
none would be left to act through. Every stream begins with `hello`, upon which the window reads everything anew. So
nothing is lost between two connections, and no history has to be kept for windows that may never come back.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Any

from bot.rehearsal.page.message import THREAD_STARTER, draw
from bot.rehearsal.page.view import View
from bot.stage.payloads import dumps
from bot.stage.watching import StageEvent

_MESSAGES = frozenset({"message.create", "message.update"})
_PLACES = ("channel.", "thread.", "event.", "member.", "voice.")


async def stream(view: View) -> AsyncGenerator[bytes, None]:
    """The events for one viewer, without end; the caller stops iterating when the window is gone."""
    with view.world.watch() as watcher:
        yield _event("hello", {})
        while True:
            happening = await watcher.get()
            if watcher.lost:
                watcher.lost = False
                yield _event("hello", {})
            elif view.world.may_know(view.user_id, happening):
                told = _tell(happening, view)
                if told is not None:
                    yield _event(*told)
                if happening.kind == "message.update" and (starter := _starter(happening.data, view)) is not None:
                    yield _event(*starter)


def _tell(happening: StageEvent, view: View) -> tuple[str, dict[str, Any]] | None:
    data = happening.data
    if happening.kind in _MESSAGES:
        return _message(happening.kind, data, view)
    if happening.kind == "message.delete":
        return "gone", {"channel": data["channel_id"], "id": data["id"]}
    if happening.kind.startswith(_PLACES):
        return "places", {"channel": happening.channel_id}
    if happening.kind == "typing":
        name = view.user(data["user_id"]) if data["user_id"] != view.user_id else None
        return None if name is None else ("typing", {"channel": data["channel_id"], "name": name})
    if happening.kind in {"bot", "clock", "commands"}:
        return happening.kind, data
    return None


def _starter(data: dict[str, Any], view: View) -> tuple[str, dict[str, Any]] | None:
    """The first message of a thread is the message that the thread was made from: when that changes, so does this."""
    first = next(iter(view.world.messages.get(data["id"], {}).values()), None)
    if first is None or first.get("type") != THREAD_STARTER:
        return None
    return _message("message.update", first, view)


def _message(kind: str, data: dict[str, Any], view: View) -> tuple[str, dict[str, Any]] | None:
    # Draw what the message is now, not what it was when this was told: an older drawing must never replace a newer one.
    now = view.world.messages[data["channel_id"]].get(data["id"])
    if now is None or not view.world.may_see_message(view.user_id, now):
        return None
    fresh = kind == "message.create" and now["author"]["id"] != view.user_id
    return "message", {"channel": now["channel_id"], "id": now["id"], "html": draw(now, view).html, "fresh": fresh}


def _event(name: str, data: dict[str, Any]) -> bytes:
    return dumps({"event": name, **data})
