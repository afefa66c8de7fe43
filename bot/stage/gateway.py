"""The gateway of the stage: hello, identify, heartbeats, shards, dispatches by intent, resume with replay.

Several sessions may be open at once (shards, or several processes of one bot); each gets what Discord would send it.
"""

from __future__ import annotations

import asyncio

from aiohttp import WSMsgType, web

from bot.stage.gateway_session import GUILDS, MEMBERS, MESSAGE_CONTENT, PRIVILEGED, Connection, Session
from bot.stage.payloads import Wire, as_dict, as_list, dumps, loads
from bot.stage.world import DIRECT, THREADS, World

__all__ = ["MESSAGE_CONTENT", "Gateway", "Session"]

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME, RECONNECT, REQUEST_MEMBERS, INVALID, HELLO, ACK = (
    0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11,
)  # fmt: skip
HEARTBEAT_MS = 41_250
ACK_SECONDS = 0.02
BAD_TOKEN, ALREADY, BAD_SHARD, BAD_INTENTS, NOT_ALLOWED, NOT_IDENTIFIED = 4004, 4005, 4010, 4013, 4014, 4003
DISAPPEARED = 4000


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
            # A line to Discord has a length; without one, discord.py hears the answer before it notes the question.
            asyncio.get_running_loop().call_later(ACK_SECONDS, connection.send_op, ACK)
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
