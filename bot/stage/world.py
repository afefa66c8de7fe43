"""The world of the stage: one small Discord held in memory, in Discord's wire format.

State only, and who may see what. Changing it is the work of messages.py, threads.py and their like, which tell the
watchers (viewers) and the gateway (the bot) through :meth:`World.announce`.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.stage import permissions
from bot.stage.clock import StageClock
from bot.stage.errors import unknown
from bot.stage.payloads import EPOCH_MS, Wire
from bot.stage.permissions import P
from bot.stage.watching import StageEvent, Watcher, Watching

TEXT, DM, VOICE, GROUP, CATEGORY, NEWS, NEWS_THREAD, PUBLIC_THREAD, PRIVATE_THREAD, STAGE, FORUM = (
    0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 15,
)  # fmt: skip
THREADS = frozenset({NEWS_THREAD, PUBLIC_THREAD, PRIVATE_THREAD})
DIRECT = frozenset({DM, GROUP})
EPHEMERAL = 1 << 6
LOADING = 1 << 7
COMPONENTS_V2 = 1 << 15

Dispatch = Callable[[str, Wire, str | None], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """An attachment's bytes and what Discord says of it."""

    id: str
    filename: str
    content_type: str
    data: bytes
    description: str | None = None
    width: int | None = None
    height: int | None = None
    flags: int = 0

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.data)


def _no_dispatch(event: str, data: Wire, guild_id: str | None) -> None:
    """Before a gateway is attached nobody listens."""


class World:
    """All of it, by id. Read freely, change only through the stage's own modules."""

    def __init__(self, clock: StageClock | None = None) -> None:
        self.clock = clock or StageClock()
        self.url = "http://127.0.0.1:0"
        self.bot_id = "0"
        self.guild_id = "0"
        self.guilds: dict[str, Wire] = {}
        self.channels: dict[str, Wire] = {}
        self.guild_channels: defaultdict[str, dict[str, None]] = defaultdict(dict)
        """The ids of each guild's channels and threads, in order of their making."""
        self.direct: dict[str, frozenset[str]] = {}
        """Who is in each DM or group, by channel id."""
        self.roles: defaultdict[str, dict[str, Wire]] = defaultdict(dict)
        self.members: defaultdict[str, dict[str, Wire]] = defaultdict(dict)
        self.users: dict[str, Wire] = {}
        self.locales: dict[str, str] = {}
        self.messages: defaultdict[str, dict[str, Wire]] = defaultdict(dict)
        self.message_channel: dict[str, str] = {}
        self.nonces: dict[tuple[str, str, str], str] = {}
        """The newest message by channel, author and nonce."""
        self.owner_of_ephemeral: dict[str, str] = {}
        self.ephemeral_of: defaultdict[str, deque[tuple[str, str]]] = defaultdict(deque)
        """Each user's ephemeral messages (channel, message), oldest first."""
        self.events: dict[str, Wire] = {}
        self.automod: defaultdict[str, dict[str, Wire]] = defaultdict(dict)
        """The rules of AutoMod, by guild and rule."""
        self.interested: defaultdict[str, set[str]] = defaultdict(set)
        self.commands: list[Wire] = []
        self.thread_members: defaultdict[str, set[str]] = defaultdict(set)
        self.pins: defaultdict[str, list[str]] = defaultdict(list)
        self.reacted: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
        """Who reacted, by message id and emoji."""
        self.voice_status: dict[str, str] = {}
        self.files: dict[str, StoredFile] = {}
        self.installed_for: set[str] = set()
        """Users who installed the app for themselves."""
        self.added_by: dict[str, str] = {}
        """Who added the bot, by guild id."""
        self.closed_dms: set[str] = set()
        """Users who take no direct messages from the bot."""
        self.actors: list[str] = []
        self.actor_notes: dict[str, str] = {}
        self.bot_state = "offline"
        self.dispatch: Dispatch = _no_dispatch
        self._watching = Watching()
        self._count = 0

    # --- ids, watching -------------------------------------------------------------------------------------------
    def snowflake(self, at: datetime | None = None) -> str:
        """A new id, made now on the stage's clock or at the given instant."""
        self._count = (self._count + 1) & 0x3FFFFF
        ms = self.clock.ms() if at is None else int(at.timestamp() * 1000)
        return str(((ms - EPOCH_MS) << 22) | self._count)

    def watch(self) -> Watcher:
        """A viewer's stream of happenings; use it in a ``with`` statement."""
        return self._watching.watch()

    @property
    def watched(self) -> bool:
        """Whether anybody watches: telling nobody need not be prepared."""
        return bool(self._watching)

    def tell(self, kind: str, data: Wire, **where: Any) -> None:
        """Tell the viewers only: ``guild_id``, ``channel_id`` and ``only`` say who may know."""
        self._watching.tell(kind, data, **where)

    # --- look-ups ------------------------------------------------------------------------------------------------
    def channel(self, channel_id: str) -> Wire:
        """The channel, or ApiError 10003."""
        try:
            return self.channels[channel_id]
        except KeyError:
            raise unknown("channel") from None

    def channels_of(self, guild_id: str) -> list[Wire]:
        """All channels and threads of a guild."""
        return [self.channels[channel_id] for channel_id in self.guild_channels[guild_id]]

    def add_channel(self, channel: Wire) -> None:
        """Put a new guild channel or thread in its place."""
        self.channels[channel["id"]] = channel
        self.guild_channels[channel["guild_id"]][channel["id"]] = None

    def message(self, channel_id: str, message_id: str) -> Wire:
        """The message, or ApiError 10008."""
        try:
            return self.messages[channel_id][message_id]
        except KeyError:
            raise unknown("message") from None

    def find_message(self, message_id: str) -> Wire:
        """A message by its id alone, or ApiError 10008."""
        return self.message(self.message_channel.get(message_id, ""), message_id)

    def guild(self, guild_id: str) -> Wire:
        """The guild, or ApiError 10004."""
        try:
            return self.guilds[guild_id]
        except KeyError:
            raise unknown("guild") from None

    def member(self, guild_id: str, user_id: str) -> Wire:
        """The member, or ApiError 10007."""
        try:
            return self.members[guild_id][user_id]
        except KeyError:
            raise unknown("member") from None

    def attachment(self, attachment_id: str) -> StoredFile | None:
        """A stored file by its id."""
        return self.files.get(attachment_id)

    def display_name(self, user_id: str, guild_id: str | None = None) -> str:
        """What others read as this user's name: nickname, display name, user name."""
        user = self.users[user_id]
        member = self.members[guild_id].get(user_id) if guild_id else None
        nick = member.get("nick") if member is not None else None
        return str(nick or user.get("global_name") or user["username"])

    # --- who may see what ----------------------------------------------------------------------------------------
    def permissions(self, user_id: str, channel_id: str | None = None, guild_id: str | None = None) -> int:
        """Permission bits of a user in a channel (or, without one, on the guild); 0 for who is not there."""
        channel = self.channels.get(channel_id) if channel_id else None
        if channel is not None and channel["type"] in DIRECT:
            return permissions.IN_DIRECT_MESSAGES if user_id in self.direct_members(channel) else 0
        place = str(channel["guild_id"] if channel is not None else guild_id or self.guild_id)
        member = self.members[place].get(user_id)
        if member is None:
            return 0
        base = permissions.guild_permissions(self.guilds[place], self.roles[place], member)
        if channel is None:
            return base
        if channel["type"] in THREADS:
            return self._in_thread(channel, user_id, base, member)
        return permissions.in_channel(base, place, member, channel.get("permission_overwrites", []))

    def _in_thread(self, thread: Wire, user_id: str, base: int, member: Wire) -> int:
        parent = self.channels[thread["parent_id"]]
        bits = permissions.in_channel(base, thread["guild_id"], member, parent.get("permission_overwrites", []))
        if thread["type"] == PRIVATE_THREAD and not bits & P.MANAGE_THREADS:
            return bits if user_id in self.thread_members[thread["id"]] else 0
        return bits

    def direct_members(self, channel: Wire) -> frozenset[str]:
        """Everyone in a DM or group; the wire's ``recipients`` leave out the one whom it is sent to."""
        return self.direct[channel["id"]]

    def may_view(self, user_id: str, channel_id: str) -> bool:
        """Whether the user sees that this channel exists."""
        return channel_id in self.channels and bool(self.permissions(user_id, channel_id) & P.VIEW_CHANNEL)

    def may_know(self, user_id: str, happening: StageEvent) -> bool:
        """Whether Discord would tell this user of a happening."""
        if happening.only is not None:
            return user_id in happening.only
        if happening.channel_id is not None:
            gone = happening.kind in {"channel.delete", "thread.delete"}
            return gone or self.may_view(user_id, happening.channel_id)
        return happening.guild_id is None or user_id in self.members.get(happening.guild_id, {})

    def may_see_message(self, user_id: str, message: Wire) -> bool:
        """Channel permission, and for an ephemeral message its one owner."""
        owner = self.owner_of_ephemeral.get(message["id"])
        return (owner is None or owner == user_id) and self.may_view(user_id, message["channel_id"])

    def visible_channels(self, user_id: str) -> list[Wire]:
        """Guild channels that the user may view (by position), active threads, and their direct messages."""
        found = [channel for channel in self.channels.values() if self.may_view(user_id, channel["id"])]
        open_ones = [c for c in found if not (c["type"] in THREADS and c["thread_metadata"]["archived"])]
        return sorted(open_ones, key=lambda c: (c["type"] in DIRECT, c.get("position", 999), int(c["id"])))

    def archived_threads(self, user_id: str) -> list[Wire]:
        """Threads that were archived, newest first."""
        threads = [c for c in self.channels.values() if c["type"] in THREADS and c["thread_metadata"]["archived"]]
        return [c for c in reversed(threads) if self.may_view(user_id, c["id"])]

    def visible_messages(
        self, user_id: str, channel_id: str, *, before: str | None = None, limit: int = 50
    ) -> list[Wire]:
        """The newest ``limit`` messages that the user may read, oldest first; before a message id if one is given."""
        if not self.may_view(user_id, channel_id):
            return []
        found: list[Wire] = []
        for message in reversed(self.messages[channel_id].values()):
            if before is not None and int(message["id"]) >= int(before):
                continue
            if self.owner_of_ephemeral.get(message["id"], user_id) == user_id:
                found.append(message)
                if len(found) == limit:
                    break
        return found[::-1]
