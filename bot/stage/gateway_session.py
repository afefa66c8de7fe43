"""A session of the bot on the gateway, its connection, and what its intents let it hear."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import zlib
from collections import deque
from typing import Any

from aiohttp import web

from bot.stage.payloads import dumps

GUILDS, MEMBERS, PRESENCES, MESSAGES, REACTIONS = 1 << 0, 1 << 1, 1 << 8, 1 << 9, 1 << 10
DM_MESSAGES, DM_REACTIONS, MESSAGE_CONTENT, SCHEDULED_EVENTS = 1 << 12, 1 << 13, 1 << 15, 1 << 16
PRIVILEGED = MEMBERS | PRESENCES | MESSAGE_CONTENT
REPLAY = 5000


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
    """The transport compression that a client may ask for in its address: one zlib stream for all frames."""

    def __init__(self) -> None:
        self._zlib = zlib.compressobj()

    def pack(self, data: bytes) -> bytes:
        """One whole gateway message, flushed."""
        return self._zlib.compress(data) + self._zlib.flush(zlib.Z_SYNC_FLUSH)


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
        self._compressor = Compressor() if compress == "zlib-stream" else None
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
