"""Buttons and selects, in messages and in modals."""

from __future__ import annotations

from bot.rehearsal.page.html import Html, el
from bot.rehearsal.page.view import View, wires
from bot.stage.payloads import Wire, as_list
from bot.stage.world import CATEGORY, DIRECT, TEXT, THREADS, VOICE

STRING, USER, ROLE, MENTIONABLE, CHANNEL = 3, 5, 6, 7, 8
SELECTS = frozenset({STRING, USER, ROLE, MENTIONABLE, CHANNEL})
_LINK = 5


def button(component: Wire) -> Html:
    """A button of any style; a link button is a link."""
    face = [emoji(component.get("emoji")), el("span", component["label"]) if component.get("label") else None]
    style = int(component.get("style", 2))
    if style == _LINK:
        arrow = el("span", "↗", aria_hidden="true")
        address = component["url"] if str(component["url"]).startswith(("https://", "http://")) else None
        return el("a", *face, arrow, cls="btn link", href=address, target="_blank", rel="noopener noreferrer nofollow")
    return el(
        "button",
        *face,
        cls=f"btn style-{style}",
        type="button",
        disabled=bool(component.get("disabled")),
        data_press=component.get("custom_id"),
    )


def emoji(wire: Wire | None) -> Html | None:
    """An emoji as Discord's clients draw it before a label; a custom one by its name."""
    if not wire or not wire.get("name"):
        return None
    name = str(wire["name"])
    return el("span", f":{name}:" if wire.get("id") else name, cls="emoji", aria_hidden="true")


def select(component: Wire, view: View, *, label: str | None = None, where: str | None = None) -> Html:
    """A select of any kind. The browser opens its list.

    Lists of users, roles and channels are filled when they are opened (:func:`entities`).
    """
    kind = int(component["type"])
    rows = options(component) if kind == STRING else []
    chosen = _chosen(component, view)
    placeholder = component.get("placeholder") or view.words("select-placeholder")
    face = el("span", ", ".join(name for _, name in chosen) or placeholder, cls="face")
    low = component.get("min_values")
    return el(
        "div",
        el(
            "button",
            face,
            el("span", "▾", cls="caret", aria_hidden="true"),
            cls="select-open" + ("" if chosen else " empty"),
            type="button",
            disabled=bool(component.get("disabled")),
            aria_haspopup="listbox",
            aria_expanded="false",
            aria_label=label,
        ),
        el("ul", rows, role="listbox", hidden=True, tabindex=-1, aria_label=label or placeholder,
           aria_multiselectable="true" if int(component.get("max_values") or 1) > 1 else None),
        cls="select",
        data_select=component["custom_id"],
        data_kind=kind,
        data_min=1 if low is None else int(low),
        data_max=int(component.get("max_values") or 1),
        data_placeholder=placeholder,
        data_types=",".join(str(one) for one in as_list(component.get("channel_types"))) or None,
        data_chosen=",".join(value for value, _ in chosen) if kind != STRING else None,
        data_where=where,
    )  # fmt: skip


def options(component: Wire) -> list[Html]:
    """The rows of a string select."""
    return [
        _row(
            str(one["value"]),
            str(one["label"]),
            one.get("description"),
            mark=emoji(one.get("emoji")),
            chosen=bool(one.get("default")),
        )
        for one in wires(component.get("options"))
    ]


def entities(view: View, kind: int, channel_id: str, types: frozenset[int]) -> list[Html]:
    """The rows of a user, role, mentionable or channel select, as the viewer would be offered them in that channel."""
    rows: list[Html] = []
    world = view.world
    channel = world.channels.get(channel_id) or {}
    guild_id = channel.get("guild_id")
    if kind in {USER, MENTIONABLE}:
        ids = world.members[guild_id] if guild_id else world.direct_members(channel)
        rows += [_row(one, world.display_name(one, guild_id), f"@{world.users[one]['username']}") for one in ids]
    if kind in {ROLE, MENTIONABLE} and guild_id:
        rows += [_row(one, str(role["name"]), None) for one, role in world.roles[guild_id].items() if one != guild_id]
    if kind == CHANNEL and guild_id:
        offered = [c for c in world.visible_channels(view.user_id) if c.get("guild_id") == guild_id]
        rows += [
            _row(c["id"], view.place_name(c), None, mark=sign(c)) for c in offered if not types or c["type"] in types
        ]
    return rows


def sign(channel: Wire) -> Html:
    """The small sign before a channel's name."""
    kinds = {VOICE: "voice", CATEGORY: "category", TEXT: "text"}
    if channel["type"] in DIRECT:
        kind = "direct"
    elif channel["type"] in THREADS:
        kind = "thread"
    else:
        kind = kinds.get(channel["type"], "forum")
    return el("span", cls=f"sign {kind}", aria_hidden="true")


def _row(value: str, label: str, about: str | None, *, mark: Html | None = None, chosen: bool = False) -> Html:
    words = el("span", el("b", label), el("small", about) if about else None)
    selected = "true" if chosen else "false"
    return el("li", mark, words, role="option", data_value=value, aria_selected=selected, tabindex=-1)


def _chosen(component: Wire, view: View) -> list[tuple[str, str]]:
    if int(component["type"]) == STRING:
        return [(str(one["value"]), str(one["label"])) for one in wires(component.get("options")) if one.get("default")]
    found: list[tuple[str, str]] = []
    for default in wires(component.get("default_values")):
        names = {"user": view.user, "role": view.role, "channel": view.channel}
        one = str(default["id"])
        found.append((one, names[default["type"]](one) or one))
    return found
