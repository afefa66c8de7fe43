"""The list of places on the left (channels, threads, conversations, events), and the head of the place that is open."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.rehearsal.page.controls import sign
from bot.rehearsal.page.html import Html, el, join
from bot.rehearsal.page.markdown_html import moment, rich
from bot.rehearsal.page.message import avatar
from bot.rehearsal.page.veil import Veil
from bot.rehearsal.page.view import View
from bot.stage.payloads import Wire, as_dict
from bot.stage.permissions import P
from bot.stage.world import CATEGORY, DIRECT, FORUM, THREADS, VOICE

_SPOILER_CHANNEL = 1 << 21
_OVER = frozenset({3, 4})
"""Scheduled events that are completed or cancelled."""


def rail(view: View) -> Html:
    """Everything one can go to."""
    world = view.world
    channels = world.visible_channels(view.user_id)
    threads = [c for c in channels if c["type"] in THREADS]
    direct = [c for c in channels if c["type"] in DIRECT]
    placed = [c for c in channels if c["type"] not in THREADS | DIRECT]
    loose = [c for c in placed if c["type"] != CATEGORY and not c.get("parent_id")]
    groups = [_group(None, loose, threads, view)] if loose else []
    for category in (c for c in placed if c["type"] == CATEGORY):
        inside = [c for c in placed if c.get("parent_id") == category["id"]]
        groups.append(_group(category["name"], inside, threads, view))
    words = view.words
    return join([_events(view), *groups, _plain_group(words("direct-messages"), direct, view), _archive(view)])


def people(view: View) -> Html:
    """The members of the server as Discord lists them: by the role that stands apart, the others below."""
    world = view.world
    members = list(world.members[world.guild_id])
    apart = [role for role in world.roles[world.guild_id].values() if role["hoist"]]
    groups: list[tuple[str, list[str]]] = []
    for role in sorted(apart, key=lambda role: -int(role["position"])):
        found = [one for one in members if role["id"] in world.members[world.guild_id][one]["roles"]]
        groups.append((role["name"], found))
    placed = {one for _, found in groups for one in found}
    groups.append((view.words("online"), [one for one in members if one not in placed]))
    return join(
        el(
            "section",
            el("h2", f"{name} — {len(found)}"),
            el("ul", [_person(one, view) for one in _by_name(found, view)]),
        )
        for name, found in groups
        if found
    )


def _by_name(user_ids: list[str], view: View) -> list[str]:
    return sorted(user_ids, key=lambda one: (view.user(one) or "").casefold())


def _person(user_id: str, view: View) -> Html:
    """A member; whom one may act as, one press away."""
    world = view.world
    name = el("span", view.user(user_id) or "?", cls="name", data_accent=_colour(user_id, view))
    badge = el("span", view.words("app-badge"), cls="badge") if user_id == world.bot_id else None
    face = [avatar(user_id, view), name, badge]
    if user_id not in world.actors or user_id == view.user_id:
        return el("li", el("div", face, cls="person"))
    label = f"{view.words('act-as')} {view.user(user_id)}"
    return el("li", el("button", face, cls="person", type="button", data_become=user_id, title=label))


def _colour(user_id: str, view: View) -> str | None:
    """The colour of the highest role that has one."""
    roles = view.world.roles[view.world.guild_id]
    mine = [roles[one] for one in view.world.members[view.world.guild_id][user_id]["roles"] if roles[one]["color"]]
    highest = max(mine, key=lambda role: int(role["position"]), default=None)
    return f"#{highest['color']:06x}" if highest else None


def place(view: View, channel: Wire) -> Html:
    """The head of an open place: its sign, name, what it is for, and whether it is a spoiler channel."""
    topic = channel.get("topic") or view.world.voice_status.get(channel["id"])
    spoils = int(channel.get("flags") or 0) & _SPOILER_CHANNEL
    archived = as_dict(channel.get("thread_metadata")).get("archived")
    parent = channel.get("parent_id") if channel["type"] in THREADS else None
    return join(
        [
            _parent(parent, view) if parent else None,
            sign(channel),
            el("h1", view.place_name(channel)),
            el("span", view.words("spoiler-channel"), cls="badge") if spoils else None,
            el("span", view.words("archived"), cls="badge") if archived else None,
            el("p", rich(topic, view, Veil(view.words)), cls="topic") if topic else None,
        ]
    )


def _parent(channel_id: str, view: View) -> Html:
    return el("button", view.channel(channel_id) or "", cls="plain parent", type="button", data_go=channel_id)


def posts(view: View, forum: Wire) -> Html:
    """The posts of a forum, newest first."""
    threads = [c for c in view.world.visible_channels(view.user_id) if c.get("parent_id") == forum["id"]]
    threads += [c for c in view.world.archived_threads(view.user_id) if c.get("parent_id") == forum["id"]]
    cards: list[Html] = []
    for thread in reversed(threads):
        count = view.words("posts-messages", count=len(view.world.messages[thread["id"]]))
        face = [el("b", thread["name"]), el("small", count)]
        cards.append(el("button", face, cls="post", type="button", data_go=thread["id"]))
    return el("div", cards or el("p", view.words("no-posts"), cls="quiet"), cls="posts")


def may_write(view: View, channel: Wire) -> bool:
    """Whether the viewer may send messages there."""
    if channel["type"] == FORUM:
        return False
    return view.may(P.SEND_IN_THREADS if channel["type"] in THREADS else P.SEND_MESSAGES, channel["id"])


def _group(name: str | None, channels: Iterable[Wire], threads: list[Wire], view: View) -> Html:
    rows: list[Html] = []
    for channel in channels:
        rows.append(_row(channel, view))
        below = [_row(thread, view) for thread in threads if thread.get("parent_id") == channel["id"]]
        if below:
            rows.append(el("li", el("ul", below, cls="below")))
    return el("section", el("h2", name) if name else None, el("ul", rows))


def _plain_group(name: str, channels: list[Wire], view: View) -> Html | None:
    return el("section", el("h2", name), el("ul", [_row(c, view) for c in channels])) if channels else None


def _archive(view: View) -> Html | None:
    threads = view.world.archived_threads(view.user_id)
    if not threads:
        return None
    return el("details", el("summary", view.words("archived-threads")), el("ul", [_row(c, view) for c in threads[:30]]))


def _row(channel: Wire, view: View) -> Html:
    status = view.world.voice_status.get(channel["id"]) if channel["type"] == VOICE else None
    people = view.world.direct_members(channel) if channel["type"] in DIRECT else frozenset[str]()
    others = sorted(people - {view.user_id})
    mark = avatar(others[0], view) if others else sign(channel)
    face = [mark, el("span", view.place_name(channel), el("small", status) if status else None, cls="place-name")]
    unread = el("span", cls="unread", aria_label=view.words("unread"))
    return el("li", el("a", *face, unread, href=f"#{channel['id']}", data_go=channel["id"]))


def _events(view: View) -> Html | None:
    world = view.world
    if view.user_id not in world.members[world.guild_id]:
        return None
    ahead = [event for event in world.events.values() if event["status"] not in _OVER]
    ahead.sort(key=lambda event: str(event["scheduled_start_time"]))
    if not ahead:
        return None
    shown = el("ul", [_event(one, view) for one in ahead])
    if len(ahead) == 1:
        return el("section", el("h2", view.words("events")), shown, cls="events")
    # Several would push the channels out of sight.
    return el("details", el("summary", f"{view.words('events')} · {len(ahead)}"), shown, cls="events")


def _event(event: Wire, view: View) -> Html:
    words, world = view.words, view.world
    start = moment(int(datetime.fromisoformat(event["scheduled_start_time"]).timestamp()), "f")
    channel = event.get("channel_id") and world.channels.get(event["channel_id"])
    where = view.place_name(channel) if channel else as_dict(event.get("entity_metadata")).get("location")
    mine = view.user_id in world.interested[event["id"]]
    star = el(
        "button", "★ ", words("interested"), el("span", f" {len(world.interested[event['id']])}"), type="button",
        cls="interested", data_interested=event["id"], aria_pressed="true" if mine else "false",
    )  # fmt: skip
    about = event.get("description")
    details = _about(about, view) if about else None
    now = el("span", words("event-now"), cls="badge") if event["status"] == 2 else None
    place_line = el("small", where) if where else None
    return el("li", el("div", start, now), el("b", event["name"]), place_line, details, star, cls="event")


def _about(description: str, view: View) -> Html:
    text = el("div", rich(description, view, Veil(view.words)), cls="text")
    return el("details", el("summary", view.words("about-event")), text)
