"""A gateway connection that outlives what it does not understand.

In discord.py an event that its parser stumbles over ends the shard for good, and with it the process. Whatever Discord
sends, now or later, must not do that: an event that cannot be read is left out and named in the log. Where the stream
itself cannot be read any more (its compression or JSON is broken), the connection is made anew and resumed.
"""

from __future__ import annotations

import json
import logging
import traceback
import zlib
from collections.abc import Callable
from typing import Any, TypeAlias, cast

import discord
from discord.gateway import DiscordWebSocket, ReconnectWebSocket, WebSocketClosure

_log = logging.getLogger(__name__)
_receive = DiscordWebSocket.received_message

Parser: TypeAlias = Callable[[Any], None]
INTERACTION = "INTERACTION_CREATE"
IDS = ("id", "guild_id", "channel_id", "user_id")
MEANT = (ReconnectWebSocket, WebSocketClosure, discord.ConnectionClosed, OSError)
"""How discord.py says that the connection ends, or that it was lost."""
STREAM_BROKEN = (zlib.error, json.JSONDecodeError, UnicodeDecodeError)


def outlive_events(client: discord.Client) -> None:
    """Lets this client's connections live on after an event that cannot be read."""
    parsers = client._connection.parsers  # pyright: ignore[reportPrivateUsage]
    for event, parser in list(parsers.items()):
        parsers[event] = _guarded(event, parser)
    DiscordWebSocket.received_message = _receive_and_live_on


def _guarded(event: str, parser: Parser) -> Parser:
    def parse(data: Any) -> None:
        try:
            if not _has_ids(data) or (event == INTERACTION and not _can_be_answered(data)):
                raise ValueError
            parser(data)
        except Exception as error:
            _leave_out(event, error)

    return parse


async def _receive_and_live_on(self: DiscordWebSocket, msg: Any, /) -> None:
    try:
        await _receive(self, msg)
    except MEANT:
        raise
    except STREAM_BROKEN as error:
        _log.warning("what the gateway sends cannot be read (%s); connecting anew", type(error).__name__)
        raise ReconnectWebSocket(self.shard_id) from None
    except Exception as error:
        _leave_out("a message of the gateway", error)


def _has_ids(data: Any) -> bool:
    """Whether the ids that an event is about, where it names any, are ids."""
    fields = cast("dict[str, Any]", data) if isinstance(data, dict) else {}
    return all(_is_id(fields[name]) for name in IDS if fields.get(name) is not None)


def _is_id(value: Any) -> bool:
    """Whether it is a 64-bit number, which is what the database holds."""
    return str(value).isdecimal() and int(value) < 2**63


def _can_be_answered(data: Any) -> bool:
    """Whether an interaction has what every one has: an id and a token to answer with, and somebody who acted."""
    match data:
        case {"id": str(), "token": str(), "type": int(), "guild_id": str(), "member": {"user": {"id": str(who)}}}:
            return _is_id(who)
        case {"id": str(), "token": str(), "type": int(), "user": {"id": str(who)}}:
            return "guild_id" not in data and _is_id(who)
        case _:
            return False


def _leave_out(what: str, error: Exception) -> None:
    """Names the event and the place, never what it held."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    _log.warning(
        "%s could not be read and is left out: %s at %s:%s", what, type(error).__name__, frame.name, frame.lineno
    )
