"""Discord's permission bits and how a member's permissions in a channel come about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from bot.stage.payloads import Wire


class P:
    """The bits that the stage knows by name."""

    ADMINISTRATOR: Final = 1 << 3
    MANAGE_CHANNELS: Final = 1 << 4
    MANAGE_GUILD: Final = 1 << 5
    ADD_REACTIONS: Final = 1 << 6
    VIEW_AUDIT_LOG: Final = 1 << 7
    VIEW_CHANNEL: Final = 1 << 10
    SEND_MESSAGES: Final = 1 << 11
    MANAGE_MESSAGES: Final = 1 << 13
    EMBED_LINKS: Final = 1 << 14
    ATTACH_FILES: Final = 1 << 15
    READ_HISTORY: Final = 1 << 16
    MENTION_EVERYONE: Final = 1 << 17
    CONNECT: Final = 1 << 20
    MANAGE_ROLES: Final = 1 << 28
    USE_COMMANDS: Final = 1 << 31
    MANAGE_EVENTS: Final = 1 << 33
    MANAGE_THREADS: Final = 1 << 34
    CREATE_PUBLIC_THREADS: Final = 1 << 35
    CREATE_PRIVATE_THREADS: Final = 1 << 36
    SEND_IN_THREADS: Final = 1 << 38
    CREATE_EVENTS: Final = 1 << 44
    SET_VOICE_STATUS: Final = 1 << 48
    SEND_POLLS: Final = 1 << 49
    USE_EXTERNAL_APPS: Final = 1 << 50
    PIN_MESSAGES: Final = 1 << 51


ALL: Final = (1 << 53) - 1
EVERYONE: Final = (
    P.ADD_REACTIONS
    | P.VIEW_CHANNEL
    | P.SEND_MESSAGES
    | P.EMBED_LINKS
    | P.ATTACH_FILES
    | P.READ_HISTORY
    | P.CONNECT
    | P.USE_COMMANDS
    | P.CREATE_PUBLIC_THREADS
    | P.SEND_IN_THREADS
    | P.SEND_POLLS
    | P.USE_EXTERNAL_APPS
)
"""What @everyone may do on the seeded server."""

IN_DIRECT_MESSAGES: Final = EVERYONE | P.MENTION_EVERYONE


def guild_permissions(guild: Wire, roles: Mapping[str, Wire], member: Wire) -> int:
    """A member's bits on the whole guild, before channel overwrites."""
    if guild["owner_id"] == member["user"]["id"]:
        return ALL
    bits = int(roles[guild["id"]]["permissions"])
    for role_id in member["roles"]:
        if role_id in roles:
            bits |= int(roles[role_id]["permissions"])
    return ALL if bits & P.ADMINISTRATOR else bits


def in_channel(base: int, guild_id: str, member: Wire, overwrites: Iterable[Wire]) -> int:
    """A member's bits in one channel: @everyone's overwrite, then the roles' together, then the member's own."""
    if base & P.ADMINISTRATOR:
        return ALL
    table = {entry["id"]: (int(entry["allow"]), int(entry["deny"])) for entry in overwrites}
    bits = base
    if everyone := table.get(guild_id):
        bits = (bits & ~everyone[1]) | everyone[0]
    allow = deny = 0
    for role_id in member["roles"]:
        if entry := table.get(role_id):
            allow |= entry[0]
            deny |= entry[1]
    bits = (bits & ~deny) | allow
    if own := table.get(member["user"]["id"]):
        bits = (bits & ~own[1]) | own[0]
    return bits if bits & P.VIEW_CHANNEL else 0
