"""The gateway of the stage: hello, identify, heartbeats, shards, dispatches by intent, resume with replay.

Several sessions may be open at once (shards, or several processes of one bot); each gets what Discord would send it.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import zlib
from collections import deque
from typing import Any

from aiohttp import WSMsgType, web

from bot.rehearsal.wire import Wire, as_dict, as_list, dumps, loads
from bot.rehearsal.world import DIRECT, THREADS, World

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME, RECONNECT, REQUEST_MEMBERS, INVALID, HELLO, ACK = (
    0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11,
)  # fmt: skip
GUILDS, MEMBERS, PRESENCES, MESSAGES, REACTIONS = 1 << 0, 1 << 1, 1 << 8, 1 << 9, 1 << 10
DM_MESSAGES, DM_REACTIONS, MESSAGE_CONTENT, SCHEDULED_EVENTS = 1 << 12, 1 << 13, 1 << 15, 1 << 16
PRIVILEGED = MEMBERS | PRESENCES | MESSAGE_CONTENT
REPLAY = 5000
HEARTBEAT_MS = 41_250
BAD_TOKEN, ALREADY, BAD_SHARD, BAD_INTENTS, NOT_ALLOWED, NOT_IDENTIFIED = 4004, 4005, 4010, 4013, 4014, 4003
DISAPPEARED = 4000


def needed_intent(event: str, guild_id: str | None) -> int:
    """The intent that a dispatch needs; 0 for those that everyone gets."""
    if event.startswith("GUILD_SCHEDULED_EVENT"):
        return SCHEDULED_EVENTS
    if event.startswith("GUILD_MEMBER"):
        return MEMBERS
    if event.startswith("MESSAGE_REACTION"):
        return REACTIONS if guild_id else DM_REACTIONS
    if event.startswith("MESSAGE_"):
        return MESSAGES if guild_id else DM_MESSAGES
    if event.startswith(("GUILD_", "CHANNEL_", "THREAD_")):
        return GUILDS
    return 0


class Compressor:
    """The transport compression that the client asked for in its address; none means plain text frames."""

    def __init__(self, kind: str | None) -> None:
        self.kind = kind
        self._zlib = zlib.compressobj() if kind == "zlib-stream" else None
        self._zstd: Any = None
        if kind == "zstd-stream":
            import zstandard  # only a client that has it asks for it

            self._zstd = zstandard.ZstdCompressor(level=1).compressobj()

    def pack(self, data: bytes) -> bytes:
        """One whole gateway message, flushed."""
        if self._zlib is not None:
            return self._zlib.compress(data) + self._zlib.flush(zlib.Z_SYNC_FLUSH)
        import zstandard

        return self._zstd.compress(data) + self._zstd.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)


class Session:
    """One identified session of the bot; it outlives its connection for a resume."""

    def __init__(self, shard: tuple[int, int], intents: int) -> None:
        self.id = secrets.token_hex(16)
        self.shard = shard
        self.intents = intents
        self.seq = 0
        self.sent: deque[tuple[int, bytes]] = deque(maxlen=REPLAY)
        self.connection: Connection | None = None
        self.valid = True

    def wants(self, event: str, guild_id: str | None) -> bool:
        """Whether this shard and these intents get the event."""
        number, count = self.shard
        mine = number == 0 if guild_id is None else (int(guild_id) >> 22) % count == number
        needed = needed_intent(event, guild_id)
        return mine and (not needed or bool(self.intents & needed))

    def push(self, event: str, body: bytes) -> None:
        """Number a dispatch, keep it for a replay, send it when connected."""
        self.seq += 1
        frame = b'{"t":"%s","s":%d,"op":0,"d":%s}' % (event.encode(), self.seq, body)
        self.sent.append((self.seq, frame))
        if self.connection is not None:
            self.connection.send(frame)


class Connection:
    """One websocket; frames leave in order through one writer task."""

    def __init__(self, ws: web.WebSocketResponse, compress: str | None) -> None:
        self.ws = ws
        self.session: Session | None = None
        self._compressor = Compressor(compress) if compress in ("zlib-stream", "zstd-stream") else None
        self._frames: asyncio.Queue[bytes | None] = asyncio.Queue()
        self._writer = asyncio.ensure_future(self._write())
        self.close_code: int | None = None

    def send(self, frame: bytes) -> None:
        """Queue one frame."""
        self._frames.put_nowait(frame)

    def send_op(self, op: int, data: Any = None) -> None:
        """Queue one frame that is no dispatch."""
        self.send(dumps({"op": op, "d": data, "s": None, "t": None}))

    def close(self, code: int) -> None:
        """Close after what is queued has left."""
        self.close_code = code
        self._frames.put_nowait(None)

    def cut(self) -> None:
        """Drop the TCP connection without a word, as a lost network does."""
        if self.ws._req is not None and self.ws._req.transport is not None:  # pyright: ignore[reportPrivateUsage]
            self.ws._req.transport.abort()  # pyright: ignore[reportPrivateUsage]

    async def _write(self) -> None:
        with contextlib.suppress(ConnectionError, RuntimeError):
            while (frame := await self._frames.get()) is not None:
                if self._compressor is None:
                    await self.ws.send_str(frame.decode())
                else:
                    await self.ws.send_bytes(self._compressor.pack(frame))
            await self.ws.close(code=self.close_code or 1000)

    async def done(self) -> None:
        """End the writer."""
        self._writer.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._writer


class Gateway:
    """All sessions of the bot, and what they are told."""

    def __init__(self, world: World, token: str) -> None:
        self.world = world
        self.token = token
        self.sessions: dict[str, Session] = {}
        self.connections: set[Connection] = set()
        self.allow_privileged = False
        self.shards = 1
        """The number of shards that /gateway/bot recommends."""
        self.heartbeat_ms = HEARTBEAT_MS
        world.dispatch = self.dispatch

    # --- to the bot ----------------------------------------------------------------------------------------------
    def dispatch(self, event: str, data: Wire, guild_id: str | None) -> None:
        """Tell every session that gets this event; of threads only those that the bot can see."""
        sessions = [session for session in self.sessions.values() if session.valid and session.wants(event, guild_id)]
        if not sessions:
            return
        if event != "INTERACTION_CREATE" and guild_id is not None and not self._there(event, data, guild_id):
            return
        body: bytes | None = None
        blank: bytes | None = None
        for session in sessions:
            if event in ("MESSAGE_CREATE", "MESSAGE_UPDATE") and not session.intents & MESSAGE_CONTENT:
                blank = blank or dumps(self.without_content(data))
                session.push(event, blank)
            else:
                body = body or dumps(data)
                session.push(event, body)

    def _there(self, event: str, data: Wire, guild_id: str) -> bool:
        mine = self.world.bot_id
        hidden = event.startswith("THREAD_") and not self.world.may_view(mine, data["id"])
        return mine in self.world.members[guild_id] and not hidden

    def without_content(self, message: Wire) -> Wire:
        """A message as a bot without the message content intent gets it."""
        channel = self.world.channels[message["channel_id"]]
        mentioned = any(user["id"] == self.world.bot_id for user in message.get("mentions", []))
        if message["author"]["id"] == self.world.bot_id or channel["type"] in DIRECT or mentioned:
            return message
        return message | {"content": "", "embeds": [], "attachments": [], "components": []}

    def joined(self, guild_id: str) -> None:
        """GUILD_CREATE for a guild that the bot was just added to."""
        for session in self.sessions.values():
            if session.valid and session.wants("GUILD_CREATE", guild_id):
                session.push("GUILD_CREATE", dumps(self.guild_create(guild_id, session.intents)))

    @property
    def connected(self) -> list[Session]:
        """Sessions with a live connection."""
        return [session for session in self.sessions.values() if session.connection is not None]

    def drop(self, *, resumable: bool = True) -> None:
        """Lose every connection at once; when not resumable, the sessions are forgotten too."""
        for connection in list(self.connections):
            if connection.session is not None:
                connection.session.connection = None
                connection.session.valid = resumable
            connection.cut()

    def invalidate(self) -> None:
        """INVALID_SESSION (not resumable) on every connection."""
        for connection in list(self.connections):
            if connection.session is not None:
                connection.session.valid = False
            connection.send_op(INVALID, False)

    def ask_reconnect(self) -> None:
        """RECONNECT on every connection, as Discord does when it moves load."""
        for connection in list(self.connections):
            connection.send_op(RECONNECT)

    # --- from the bot --------------------------------------------------------------------------------------------
    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """Serve one websocket from hello to its end."""
        ws = web.WebSocketResponse(compress=False, max_msg_size=1 << 20, autoping=True)
        await ws.prepare(request)
        connection = Connection(ws, request.query.get("compress"))
        self.connections.add(connection)
        connection.send_op(HELLO, {"heartbeat_interval": self.heartbeat_ms})
        try:
            async for frame in ws:
                if frame.type is WSMsgType.TEXT:
                    self._receive(connection, as_dict(loads(frame.data)))
        finally:
            self.connections.discard(connection)
            if connection.session is not None and connection.session.connection is connection:
                connection.session.connection = None
            await connection.done()
            self._state()
        return ws

    def _receive(self, connection: Connection, frame: Wire) -> None:
        op, data = frame.get("op"), frame.get("d")
        if op == HEARTBEAT:
            connection.send_op(ACK)
        elif op == IDENTIFY:
            self._identify(connection, as_dict(data))
        elif op == RESUME:
            self._resume(connection, as_dict(data))
        elif connection.session is None:
            connection.close(NOT_IDENTIFIED)
        elif op == REQUEST_MEMBERS:
            self._members(connection.session, as_dict(data))

    def _identify(self, connection: Connection, data: Wire) -> None:
        shard = as_list(data.get("shard")) or [0, 1]
        intents = int(data.get("intents") or 0)
        refused = None
        if connection.session is not None:
            refused = ALREADY
        elif data.get("token") != self.token:
            refused = BAD_TOKEN
        elif not 0 <= shard[0] < shard[1]:
            refused = BAD_SHARD
        elif intents & PRIVILEGED and not self.allow_privileged:
            refused = NOT_ALLOWED
        if refused is not None:
            connection.close(refused)
            return
        self._forget_lost(shard)
        session = Session((shard[0], shard[1]), intents)
        self.sessions[session.id] = session
        connection.session, session.connection = session, connection
        self._ready(session)
        self._state()

    def _forget_lost(self, shard: list[int]) -> None:
        """A new identify ends the wait for sessions of that shard that lost their connection."""
        for session in list(self.sessions.values()):
            if session.connection is None and list(session.shard) == shard:
                del self.sessions[session.id]

    def _ready(self, session: Session) -> None:
        number, count = session.shard
        guilds = [
            guild_id
            for guild_id, members in self.world.members.items()
            if self.world.bot_id in members and (int(guild_id) >> 22) % count == number
        ]
        ready: Wire = {
            "v": 10,
            "user": self.world.users[self.world.bot_id] | {"verified": True, "mfa_enabled": True, "email": None},
            "private_channels": [],
            "guilds": [{"id": guild_id, "unavailable": True} for guild_id in guilds],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": self.url,
            "shard": [number, count],
            "application": {"id": self.world.bot_id, "flags": 0},
        }
        session.push("READY", dumps(ready))
        for guild_id in guilds:
            if session.intents & GUILDS:
                session.push("GUILD_CREATE", dumps(self.guild_create(guild_id, session.intents)))

    @property
    def url(self) -> str:
        """The gateway's address."""
        return self.world.url.replace("http://", "ws://") + "/gateway"

    def guild_create(self, guild_id: str, intents: int) -> Wire:
        """A guild as a bot with these intents gets it: of the members only itself, unless it may list them."""
        world = self.world
        mine = world.bot_id
        channels = world.channels_of(guild_id)
        threads = [c for c in channels if c["type"] in THREADS and not c["thread_metadata"]["archived"]]
        members = world.members[guild_id]
        return world.guilds[guild_id] | {
            "joined_at": members[mine]["joined_at"],
            "large": False,
            "unavailable": False,
            "member_count": len(members),
            "voice_states": [],
            "members": list(members.values()) if intents & MEMBERS else [members[mine]],
            "channels": [c for c in channels if c["type"] not in THREADS],
            "threads": [c for c in threads if world.may_view(mine, c["id"])],
            "presences": [],
            "stage_instances": [],
            "guild_scheduled_events": [e for e in world.events.values() if e["guild_id"] == guild_id],
            "roles": list(world.roles[guild_id].values()),
        }

    def _resume(self, connection: Connection, data: Wire) -> None:
        session = self.sessions.get(str(data.get("session_id")))
        seq = int(data.get("seq") or 0)
        if data.get("token") != self.token:
            connection.close(BAD_TOKEN)
            return
        known = session is not None and session.valid and (not session.sent or session.sent[0][0] <= seq + 1)
        if session is None or not known:
            connection.send_op(INVALID, False)
            return
        if session.connection is not None:
            session.connection.close(DISAPPEARED)
        connection.session, session.connection = session, connection
        for number, frame in session.sent:
            if number > seq:
                connection.send(frame)
        session.push("RESUMED", b"{}")
        self._state()

    def _members(self, session: Session, data: Wire) -> None:
        """Answer a request for members: by id always, all of them only with the intent."""
        guild_id = str(data.get("guild_id"))
        members = self.world.members[guild_id]
        ids = data.get("user_ids")
        wanted = [str(ids)] if isinstance(ids, int | str) else [str(one) for one in as_list(ids)]
        found = [members[one] for one in wanted if one in members]
        if not wanted and session.intents & MEMBERS:
            found = list(members.values())
        chunk: Wire = {"guild_id": guild_id, "members": found, "chunk_index": 0, "chunk_count": 1}
        chunk["not_found"] = [one for one in wanted if one not in members]
        if "nonce" in data:
            chunk["nonce"] = data["nonce"]
        session.push("GUILD_MEMBERS_CHUNK", dumps(chunk))

    def _state(self) -> None:
        state = "online" if self.connected else "offline"
        if state != self.world.bot_state:
            self.world.bot_state = state
            self.world.tell("bot", {"state": state})
