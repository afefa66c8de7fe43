"""One message as its viewer sees it: wire format in, HTML and its hidden parts out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.rehearsal.page import embeds, media
from bot.rehearsal.page.components import Layout
from bot.rehearsal.page.html import Html, el
from bot.rehearsal.page.markdown import visible_text
from bot.rehearsal.page.markdown_html import moment, rich
from bot.rehearsal.page.veil import Veil
from bot.rehearsal.page.view import View
from bot.rehearsal.wire import Wire
from bot.rehearsal.world import COMPONENTS_V2, EPHEMERAL, LOADING

_PINNED, _THREAD_MADE, _THREAD_STARTER = 6, 18, 21
_SYSTEM = {_PINNED: "system-pinned", 7: "system-joined", _THREAD_MADE: "system-thread"}
_HUES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A drawn message: its HTML, and the parts that are not in it until they are opened, by key."""

    html: Html
    hidden: Mapping[str, Html]


def draw(message: Wire, view: View) -> Drawn:
    """Draw a message for its viewer, whom the caller has allowed to see it."""
    veil = Veil(view.words)
    flags = int(message.get("flags") or 0)
    author = message["author"]["id"]
    kind = int(message.get("type") or 0)
    at = int(datetime.fromisoformat(message["timestamp"]).timestamp())
    inside = _system(message, kind, view) if kind in _SYSTEM else _said(message, flags, view, veil)
    html = el(
        "article",
        _above(message, view),
        el("div", _avatar(author, view), cls="side"),
        el("div", _head(message, author, at, view), inside, cls="main"),
        el("button", "⋯", cls="more", type="button", data_menu=True, aria_haspopup="menu", aria_label=view.words("more")),
        cls=_classes(message, flags, kind, view),
        id=f"m{message['id']}",
        data_message=message["id"],
        data_author=author,
        data_at=at,
        tabindex=-1,
    )
    return Drawn(html=html, hidden=veil.parts)


def _said(message: Wire, flags: int, view: View, veil: Veil) -> list[Html | None]:
    if message.get("type") == _THREAD_STARTER and message.get("referenced_message"):
        first = message["referenced_message"]
        return _said(first, int(first.get("flags") or 0), view, veil)
    if flags & LOADING:
        return [el("p", view.words("thinking", name=_name(message, view)), cls="thinking", role="status"), _only_you(flags, view)]
    edited = el("small", view.words("edited"), cls="edited") if message.get("edited_timestamp") else None
    layout = Layout(view=view, veil=veil)
    everyone = bool(message.get("mention_everyone"))
    content = message.get("content")
    return [
        el("div", rich(content, view, veil, pings_everyone=everyone), " ", edited, cls="text") if content else None,
        *([] if flags & COMPONENTS_V2 else media.attachments(message, view, veil)),
        *(embeds.embed(one, view, veil) for one in message.get("embeds") or []),
        embeds.poll(message["poll"]) if message.get("poll") else None,
        el("div", layout.draw(message["components"]), cls="components") if message.get("components") else None,
        edited if not content else None,
        _thread(message, view),
        _reactions(message, view),
        _only_you(flags, view),
    ]


def _classes(message: Wire, flags: int, kind: int, view: View) -> str:
    mentioned = any(user["id"] == view.user_id for user in message.get("mentions") or [])
    marks = {
        "ephemeral": bool(flags & EPHEMERAL),
        "mentioned": mentioned or bool(message.get("mention_everyone")),
        "system": kind in _SYSTEM,
        "led": bool(message.get("interaction_metadata") or message.get("referenced_message")),
    }
    return " ".join(["message", *(mark for mark, holds in marks.items() if holds)])


def _avatar(user_id: str, view: View) -> Html:
    """A coloured letter, or the star for the bot; the name stands beside it, so readers aloud skip it."""
    if user_id == view.world.bot_id:
        return el("span", "★", cls="avatar star", aria_hidden="true")
    name = view.user(user_id) or "?"
    return el("span", name[0].upper(), cls=f"avatar hue-{(int(user_id) >> 3) % _HUES}", aria_hidden="true")


def avatar(user_id: str, view: View) -> Html:
    """A user's avatar, for lists."""
    return _avatar(user_id, view)


def _name(message: Wire, view: View) -> str:
    author = message["author"]
    return view.user(author["id"]) or author.get("global_name") or author.get("username") or "?"


def _head(message: Wire, author: str, at: int, view: View) -> Html:
    badge = el("span", view.words("app-badge"), cls="badge") if message["author"].get("bot") else None
    pin = el("span", "📌", cls="pin", title=view.words("pinned")) if message.get("pinned") else None
    return el("header", el("b", _name(message, view), cls="name"), badge, moment(at, "message"), pin)


def _above(message: Wire, view: View) -> Html | None:
    """The line above a message: which command it answers, or which message it replies to."""
    used = message.get("interaction_metadata")
    name = used and (used.get("name") or (message.get("interaction") or {}).get("name"))
    if used and name:
        who = view.user(used["user"]["id"]) or used["user"]["username"]
        shown = f"/{name}" if used.get("command_type", 1) == 1 and message.get("type") != 23 else name
        return el("div", avatar(used["user"]["id"], view), el("b", who), f" {view.words('used')} ", el("code", shown), cls="above")
    reference = message.get("referenced_message")
    if not reference or message.get("type") == _THREAD_STARTER or not view.world.may_see_message(view.user_id, reference):
        return None
    line = visible_text(reference.get("content") or "").strip().replace("\n", " ")
    said = line[:120] or view.words("reply-to-panel")
    return el("a", avatar(reference["author"]["id"], view), el("b", _name(reference, view)), el("span", said),
              cls="above", href=f"#m{reference['id']}", data_jump=reference["id"])  # fmt: skip


def _system(message: Wire, kind: int, view: View) -> Html:
    return el("p", view.words(_SYSTEM[kind], name=_name(message, view), what=message.get("content") or ""), cls="system-line")


def _thread(message: Wire, view: View) -> Html | None:
    thread = message.get("thread")
    if not thread or not view.world.may_view(view.user_id, thread["id"]):
        return None
    name = view.world.channels[thread["id"]]["name"]
    return el("button", name, cls="thread-link", type="button", data_go=thread["id"])


def _reactions(message: Wire, view: View) -> Html | None:
    found = [
        el("button", one["emoji"]["name"], " ", str(one["count"]), cls="reaction", type="button", data_react=one["emoji"]["name"],
           aria_pressed="true" if one.get("me") else "false")
        for one in message.get("reactions") or []
    ]  # fmt: skip
    return el("div", found, cls="reactions") if found else None


def _only_you(flags: int, view: View) -> Html | None:
    if not flags & EPHEMERAL:
        return None
    dismiss = el("button", view.words("dismiss"), type="button", cls="plain", data_dismiss=True)
    return el("p", el("span", "👁", aria_hidden="true"), " ", view.words("only-you"), " · ", dismiss, cls="only-you")
