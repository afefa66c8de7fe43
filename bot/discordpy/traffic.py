"""Calls to Discord as they end, for whoever counts them: aiohttp tells of each, discord.py hands the tracing on."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import aiohttp

_ID = re.compile(r"\d{15,20}")
_TOKEN = re.compile(r"(/(?:interactions|webhooks)/\d+)/[^/]+")
_CALLBACK = re.compile(r"/interactions/(\d+)/")
_VERSION = re.compile(r"^/api/v\d+")


@dataclass(frozen=True, slots=True)
class Call:
    """One call: "POST /channels/{id}/messages", Discord's status (0: no answer came), and how long it took.

    `interaction_id` is that of the interaction which it answers first; 0 for every other call.
    """

    route: str
    status: int
    seconds: float
    interaction_id: int = 0


class Traffic:
    """The tracing that the client is built with. Nothing is looked at while nobody listens."""

    def __init__(self) -> None:
        self.listener: Callable[[Call], None] | None = None
        self.trace = aiohttp.TraceConfig()
        self.trace.on_request_start.append(self._begun)
        self.trace.on_request_end.append(self._ended)
        self.trace.on_request_exception.append(self._broken)

    async def _begun(self, session: aiohttp.ClientSession, context: SimpleNamespace, params: Any) -> None:
        context.begun = asyncio.get_running_loop().time()

    async def _ended(self, session: aiohttp.ClientSession, context: SimpleNamespace, params: Any) -> None:
        self._tell(context, params.method, params.url.path, params.response.status)

    async def _broken(self, session: aiohttp.ClientSession, context: SimpleNamespace, params: Any) -> None:
        self._tell(context, params.method, params.url.path, 0)

    def _tell(self, context: SimpleNamespace, method: str, path: str, status: int) -> None:
        if self.listener is None:
            return
        first = _CALLBACK.search(path)
        self.listener(
            Call(
                route=f"{method} {route_of(path)}",
                status=status,
                seconds=asyncio.get_running_loop().time() - context.begun,
                interaction_id=int(first[1]) if first is not None and path.endswith("/callback") else 0,
            )
        )


def route_of(path: str) -> str:
    """A path without ids and tokens: what a counter may be named after."""
    path = _TOKEN.sub(r"\1/{token}", _VERSION.sub("", path))
    if "/reactions/" in path:
        path = re.sub(r"/reactions/[^/]+", "/reactions/{emoji}", path)
    return _ID.sub("{id}", path)
