"""Before the curtain: the seeded members tell the bot how far they are, and the channels get their horizons.

All of it goes through the bot's own commands, as the members would do it; a command that this bot does not have (yet)
is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.stage.errors import Refused
from bot.stage.payloads import Wire, as_list
from bot.stage.world import EPHEMERAL

if TYPE_CHECKING:
    from bot.stage.actor import Actor
    from bot.stage.server import Stage

PROGRESS = {"Noor": 4, "Théo": 8, "Margot": 8, "Élise": 4}
HORIZONS = {"foyer": 0, "after-the-finale": 8}
HOME = "foyer"
LOG = "coulisses"
"""Where the bot tells moderators what was reported and changed."""
LEVELS = ("episode", "horizon", "level")
OPTION_INTEGER, OPTION_STRING, OPTION_CHANNEL = 4, 3, 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A command that is offered: its id, the way to the subcommand, and the subcommand's options."""

    command_id: str
    path: tuple[str, ...]
    options: list[Wire]


def find(actor: Actor, channel_id: str, words: str) -> Found | None:
    """The slash command ``words`` ("progress set") as it is offered to a member there, else None."""
    first, *path = words.split()
    for command in actor.commands(channel_id):
        if command["name"] != first:
            continue
        holder = command
        for step in path:
            holder = next((o for o in as_list(holder.get("options")) if o["name"] == step), None)
            if holder is None:
                return None
        return Found(command_id=command["id"], path=tuple(path), options=as_list(holder.get("options")))
    return None


async def settle(stage: Stage) -> list[str]:
    """Set progress and horizons of the seeded world; gives what could not be done, one line each."""
    home = stage.channel_named(HOME)["id"]
    missed: list[str] = []
    for name, episode in PROGRESS.items():
        if not await _run(stage.member(name), home, "progress set", episode, None):
            missed.append(f"/progress set {episode} as {name}")
    for channel_name, episode in HORIZONS.items():
        channel = stage.channel_named(channel_name)
        if not await _run(stage.member("Margot"), channel["id"], "etoile-admin horizon", episode, channel["id"]):
            missed.append(f"/etoile-admin horizon {episode} in #{channel_name}")
    log = stage.channel_named(LOG)["id"]
    if not await _run(stage.member("Margot"), log, "etoile-admin log", 0, log):
        missed.append(f"/etoile-admin log in #{LOG}")
    return missed


async def _run(actor: Actor, channel_id: str, words: str, episode: int, target_id: str | None) -> bool:
    found = find(actor, channel_id, words) or find(actor, channel_id, f"{words} set")
    if found is None:
        return False
    options: dict[str, object] = {}
    for option in found.options:
        if option["type"] == OPTION_CHANNEL and target_id is not None:
            options[option["name"]] = target_id
        elif option["type"] in (OPTION_INTEGER, OPTION_STRING) and (option.get("required") or option["name"] in LEVELS):
            options[option["name"]] = _value(option, episode)
    try:
        invocation = actor.slash(channel_id, found.command_id, found.path, options)
        await invocation.settled(timeout=5)
    except (Refused, TimeoutError):
        return False
    _tidy(actor, invocation.message_id)
    return invocation.answered


def _value(option: Wire, episode: int) -> object:
    if option["type"] == OPTION_INTEGER:
        return episode
    for choice in as_list(option.get("choices")):
        if str(choice["value"]) == str(episode):
            return choice["value"]
    return str(episode)


def _tidy(actor: Actor, message_id: str | None) -> None:
    """The rehearsal begins with a clean channel: the private answers are dismissed."""
    message = actor.world.messages[actor.world.message_channel.get(message_id or "", "")].get(message_id or "")
    if message is not None and message["flags"] & EPHEMERAL:
        actor.dismiss(message["id"])
