"""What a window asks for: all of it, one place, one hidden part, what a select offers. The world stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.rehearsal.page import controls, places
from bot.rehearsal.page.html import el
from bot.rehearsal.page.message import draw
from bot.rehearsal.page.view import View
from bot.rehearsal.page.words import PageWords
from bot.stage.permissions import P
from bot.stage.world import DIRECT, EPHEMERAL, FORUM, TEXT, THREADS, World

if TYPE_CHECKING:
    from bot.stage.actor import Actor

PAGE = 50
MOST = 300
_STYLES = ("base", "chat", "parts", "composer", "discord")
_META = {
    "viewport": "width=device-width, initial-scale=1, interactive-widget=resizes-content",
    "color-scheme": "dark light",
}


class NotThere(LookupError):
    """The viewer cannot see that, or it does not exist; the two look the same."""


def window(view: View, bot_state: str, *, controlled: bool, run: str) -> dict[str, Any]:
    """Everything around the messages, for the acting member."""
    world = view.world
    return {
        "me": view.user_id,
        "locale": view.locale,
        "language": view.words.language,
        "words": view.words.all(),
        "actors": [actor(world, one, view.words) for one in world.actors],
        **rail(view),
        "server": world.guilds[world.guild_id]["name"] if world.guild_id in world.guilds else "",
        "home": _home(view),
        "bot": bot_state,
        "botName": view.user(world.bot_id) or "",
        "offset": world.clock.offset,
        "controlled": controlled,
        "run": run,
    }


def actor(world: World, user_id: str, words: PageWords) -> dict[str, str]:
    """Somebody one may act as, what they are, and what is worth looking at as them, in the language of the page."""
    note, known = world.actor_notes.get(user_id, ""), words.all()
    key = note.lower().replace(" ", "-")
    return {
        "id": user_id,
        "name": world.display_name(user_id),
        "note": known.get(f"actor-{key}", note),
        "look": known.get(f"look-as-{key}", ""),
    }


def rail(view: View) -> dict[str, Any]:
    """The list of places, and the list of members."""
    return {"rail": places.rail(view), "people": places.people(view)}


def place(view: View, channel_id: str, count: int = PAGE) -> dict[str, Any]:
    """An open place with its newest messages, `count` of them at most."""
    channel = view.world.channels.get(channel_id)
    if channel is None or not view.world.may_view(view.user_id, channel_id):
        raise NotThere(channel_id)
    forum = channel["type"] == FORUM
    return {
        "id": channel_id,
        "name": view.place_name(channel),
        "address": _address(channel) + view.place_name(channel),
        "head": places.place(view, channel),
        "messages": [] if forum else messages(view, channel_id, count=min(count, MOST)),
        "posts": places.posts(view, channel) if forum else None,
        "write": places.may_write(view, channel),
        "attach": view.may(P.ATTACH_FILES, channel_id),
    }


def messages(view: View, channel_id: str, before: str | None = None, count: int = PAGE) -> list[dict[str, str]]:
    """A page of messages, oldest first."""
    found = view.world.visible_messages(view.user_id, channel_id, before=before, limit=count)
    return [{"id": message["id"], "html": draw(message, view).html} for message in found]


def hidden_part(view: View, message_id: str, key: str) -> dict[str, str]:
    """What is under one cover of a message, now that the viewer has opened it."""
    message = seen_message(view, message_id)
    try:
        return {"html": draw(message, view).hidden[key]}
    except KeyError:
        raise NotThere(key) from None


def seen_message(view: View, message_id: str) -> dict[str, Any]:
    """A message that the viewer may see."""
    channel_id = view.world.message_channel.get(message_id, "")
    message = view.world.messages[channel_id].get(message_id) if channel_id else None
    if message is None or not view.world.may_see_message(view.user_id, message):
        raise NotThere(message_id)
    return message


def offered(view: View, kind: int, channel_id: str, types: frozenset[int]) -> dict[str, str]:
    """The rows of a select of users, roles or channels, and of the composer's options of those kinds."""
    if not view.world.may_view(view.user_id, channel_id):
        raise NotThere(channel_id)
    return {"html": "".join(controls.entities(view, kind, channel_id, types))}


def menu(view: View, member: Actor, message_id: str) -> dict[str, Any]:
    """What the viewer can do with a message and its author."""
    message = seen_message(view, message_id)
    channel_id, author = message["channel_id"], message["author"]["id"]
    ephemeral = bool(int(message.get("flags") or 0) & EPHEMERAL)
    mine = author == view.user_id
    return {
        "apps": [] if ephemeral else [_named(one) for one in member.message_commands(channel_id)],
        "people": [] if ephemeral else [_named(one) for one in member.user_commands(channel_id)],
        "author": view.user(author),
        "authorId": author,
        "reply": not ephemeral and places.may_write(view, view.world.channels[channel_id]),
        "edit": mine and not ephemeral,
        "content": message["content"] if mine else "",
        "delete": not ephemeral and (mine or view.may(P.MANAGE_MESSAGES, channel_id)),
        "dismiss": ephemeral,
    }


def shell(view: View, key: str, version: str) -> str:
    """The empty page; everything in it is filled by its script."""
    words = view.words
    head = [
        el("meta", charset="utf-8"),
        el("title", words("title")),
        *(el("meta", name=name, content=content) for name, content in {**_META, "etoile-key": key}.items()),
        el("link", rel="icon", href="/static/star.svg", type="image/svg+xml"),
        *(el("link", rel="stylesheet", href=f"/static/{name}.css?{version}") for name in _STYLES),
        el("script", src=f"/static/look.js?{version}"),
        el("script", src=f"/static/app.js?{version}", type="module"),
    ]
    body = el("body", el("div", id="app"), el("noscript", words("needs-script")))
    return "<!doctype html>\n" + el("html", el("head", head), body, lang=words.language)


def _named(command: dict[str, Any]) -> dict[str, str]:
    return {"id": command["id"], "name": command.get("name_localized") or command["name"]}


def _address(channel: dict[str, Any]) -> str:
    return "@" if channel["type"] in DIRECT else "" if channel["type"] in THREADS else "#"


def _home(view: View) -> str | None:
    """Where a window begins: the first text channel that the viewer may see, else a conversation."""
    channels = view.world.visible_channels(view.user_id)
    readable = sorted((c for c in channels if c["type"] in {TEXT, *DIRECT}), key=lambda c: c["type"] in DIRECT)
    return readable[0]["id"] if readable else None
