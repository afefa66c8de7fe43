"""One message as its viewer sees it: wire format in, HTML and its hidden parts out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.rehearsal.page import embeds, media, welcome
from bot.rehearsal.page.components import Layout
from bot.rehearsal.page.html import Html, el
from bot.rehearsal.page.markdown_html import moment, one_line, rich
from bot.rehearsal.page.veil import Veil
from bot.rehearsal.page.view import View, wires
from bot.rehearsal.page.welcome import WELCOME
from bot.stage.payloads import Wire, as_dict
from bot.stage.world import COMPONENTS_V2, EPHEMERAL, LOADING

_PINNED, _THREAD_MADE, THREAD_STARTER, _MENU_COMMAND = 6, 18, 21, 23
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
    if message.get(WELCOME):
        inside: Html | list[Html | None] = welcome.draw(message, view)
    else:
        inside = _system(message, kind, view) if kind in _SYSTEM else _said(message, flags, view, veil)
    html = el(
        "article",
        _above(message, view),
        el("div", _avatar(author, view), cls="side"),
        el("div", _head(message, author, at, view), inside, cls="main"),
        _more(view),
        cls=_classes(message, flags, kind, view),
        id=f"m{message['id']}",
        data_message=message["id"],
        data_author=author,
        data_at=at,
        tabindex=-1,
    )
    return Drawn(html=html, hidden=veil.parts)


def _more(view: View) -> Html:
    label = view.words("more")
    return el("button", "⋯", cls="more", type="button", data_menu=True, aria_haspopup="menu", aria_label=label)


def _said(message: Wire, flags: int, view: View, veil: Veil) -> list[Html | None]:
    if message.get("type") == THREAD_STARTER and message.get("referenced_message"):
        first = _as_it_is(message["referenced_message"], view)
        return _said(first, int(first.get("flags") or 0), view, veil)
    if flags & LOADING:
        words = view.words("thinking", name=_name(message, view))
        return [el("p", words, cls="thinking", role="status"), _only_you(flags, view)]
    edited = el("small", view.words("edited"), cls="edited") if message.get("edited_timestamp") else None
    layout = Layout(view=view, veil=veil)
    everyone = bool(message.get("mention_everyone"))
    content = message.get("content")
    return [
        el("div", rich(content, view, veil, pings_everyone=everyone), edited, cls="text") if content else None,
        *([] if flags & COMPONENTS_V2 else media.attachments(message, view, veil)),
        *(embeds.embed(one, view, veil) for one in wires(message.get("embeds"))),
        embeds.poll(message["poll"]) if message.get("poll") else None,
        el("div", layout.draw(message["components"]), cls="components") if message.get("components") else None,
        edited if not content else None,
        _thread(message, view),
        _reactions(message, view),
        _only_you(flags, view),
    ]


def _as_it_is(message: Wire, view: View) -> Wire:
    """A thread begins with the message itself, not with a copy of what it was then."""
    return view.world.messages[message["channel_id"]].get(message["id"], message)


def _classes(message: Wire, flags: int, kind: int, view: View) -> str:
    mentioned = any(user["id"] == view.user_id for user in wires(message.get("mentions")))
    marks = {
        "ephemeral": bool(flags & EPHEMERAL),
        "mentioned": mentioned or bool(message.get("mention_everyone")),
        "system": kind in _SYSTEM,
        "led": bool(message.get("interaction_metadata") or message.get("referenced_message") or message.get(WELCOME)),
    }
    return " ".join(["message", *(mark for mark, holds in marks.items() if holds)])


def _avatar(user_id: str, view: View) -> Html:
    """A coloured letter, or the star for the bot; the name stands beside it, so readers aloud skip it."""
    if user_id == view.world.bot_id:
        return el("span", "★", cls="avatar star", aria_hidden="true")
    name = view.user(user_id) or "?"
    return el("span", name[0].upper(), cls=f"avatar hue-{int(user_id) % _HUES}", aria_hidden="true")


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
    used = as_dict(message.get("interaction_metadata"))
    if used.get("name"):
        user_id = used["user"]["id"]
        shown = used["name"] if message.get("type") == _MENU_COMMAND else f"/{used['name']}"
        said = [el("b", view.user(user_id) or used["user"]["username"]), f" {view.words('used')} ", el("code", shown)]
        return el("div", avatar(user_id, view), said, cls="above")
    reference = as_dict(message.get("referenced_message"))
    seen = bool(reference) and view.world.may_see_message(view.user_id, reference)
    if not seen or message.get("type") == THREAD_STARTER:
        return None
    said = one_line(reference.get("content") or "", view) or view.words("reply-to-panel")
    return el("a", avatar(reference["author"]["id"], view), el("b", _name(reference, view)), el("span", said),
              cls="above", href=f"#m{reference['id']}", data_jump=reference["id"])  # fmt: skip


def _system(message: Wire, kind: int, view: View) -> Html:
    line = view.words(_SYSTEM[kind], name=_name(message, view), what=str(message.get("content") or ""))
    return el("p", line, cls="system-line")


def _thread(message: Wire, view: View) -> Html | None:
    thread = as_dict(message.get("thread"))
    if not thread or not view.world.may_view(view.user_id, thread["id"]):
        return None
    name = view.world.channels[thread["id"]]["name"]
    return el("button", name, cls="thread-link", type="button", data_go=thread["id"])


def _reactions(message: Wire, view: View) -> Html | None:
    reacted = view.world.reacted.get(message["id"], {})
    found: list[Html] = []
    for one in wires(message.get("reactions")):
        emoji = str(one["emoji"]["name"])
        mine = "true" if view.user_id in reacted.get(emoji, ()) else "false"
        face = f"{emoji} {one['count']}"
        found.append(el("button", face, cls="reaction", type="button", data_react=emoji, aria_pressed=mine))
    return el("div", found, cls="reactions") if found else None


def _only_you(flags: int, view: View) -> Html | None:
    if not flags & EPHEMERAL:
        return None
    dismiss = el("button", view.words("dismiss"), type="button", cls="plain", data_dismiss=True)
    return el("p", view.words("only-you"), " · ", dismiss, cls="only-you")
