"""The REST side of the stage: reads a request, lets the faults happen, applies the call, answers as Discord does."""

from __future__ import annotations

import asyncio
import logging
import re
import traceback
from typing import Any
from urllib.parse import unquote

from aiohttp import BodyPartReader, web

from bot.stage import routing
from bot.stage.attachments import Upload
from bot.stage.call import Call
from bot.stage.context import Context
from bot.stage.errors import ApiError
from bot.stage.faults import Fault
from bot.stage.payloads import dumps, loads

_log = logging.getLogger(__name__)

API = re.compile(r"^/api(?:/v10)?(?=/)")
FILE_FIELD = re.compile(r"^files?\[?(\d*)\]?$")
JSON = "application/json"
VIA = "1.1 google"
APPLIED_FIRST = frozenset({"applied_but", "applied_but_reset", "cut", "delay"})


class Rest:
    """Answers the bot's calls."""

    def __init__(self, context: Context) -> None:
        self.context = context

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """One request under /api."""
        context = self.context
        path = API.sub("", request.path)
        found = routing.find(request.method, path)
        call = Call(method=request.method, path=path, query=dict(request.query))
        context.calls.append(call)
        if found is None:
            context.unknown_routes.append(f"{request.method} {request.path}")
            return self._error(call, ApiError(501, 0, f"The stage has no route {request.method} {path}"))
        route, call.params = found
        call.template = route.template
        if not route.open and request.headers.get("Authorization") != f"Bot {context.token}":
            return self._error(call, ApiError(401, 0, "401: Unauthorized"))
        try:
            await self._read(request, call)
        except (ValueError, UnicodeDecodeError):
            return self._error(call, ApiError(400, 50109, "The request body contains invalid JSON."))
        try:
            for hook in context.before_call:
                await hook(call)
        except ConnectionError:  # a hook's way to say that the call never arrived
            return self._cut(request, call)
        fault = context.faults.take(call.method, path) if context.faults else None
        if fault is not None and fault.kind not in APPLIED_FIRST:
            return await self._fail(request, call, route, fault)
        if (waiting := context.over_global_limit()) is not None and not route.open:
            return self._limited(call, Fault.rate_limit(waiting, everywhere=True))
        response = self._apply(call, route)
        for hook in context.after_call:
            await hook(call)
        if fault is not None:
            return await self._spoil(request, call, fault, response)
        return response

    def _apply(self, call: Call, route: routing.Route) -> web.Response:
        try:
            call.answer = route.handler(self.context, call)
        except ApiError as error:
            if error.code == 50035:
                self.context.violations.append(f"{call.method} {call.path} {dumps(error.errors).decode()}")
            return self._error(call, error, route)
        except Exception:
            _log.exception("the stage failed on %s %s", call.method, call.path)
            self.context.unknown_routes.append(f"{call.method} {call.path} failed: {traceback.format_exc(limit=-3)}")
            return self._error(call, ApiError(501, 0, "The stage itself failed; see its log"))
        if call.answer is None:
            call.status = 204
            return web.Response(status=204, headers=self._headers(route))
        call.status = route.status
        return web.Response(
            status=route.status, body=dumps(call.answer), content_type=JSON, headers=self._headers(route)
        )

    async def _read(self, request: web.BaseRequest, call: Call) -> None:
        if not request.can_read_body:
            return
        if request.content_type == "multipart/form-data":
            await self._read_parts(request, call)
            return
        raw = await request.read()
        if raw:
            call.body = loads(raw)

    async def _read_parts(self, request: web.BaseRequest, call: Call) -> None:
        async for part in await request.multipart():
            if not isinstance(part, BodyPartReader):
                continue
            data = bytes(await part.read(decode=False))
            if part.name == "payload_json":
                call.body = loads(data)
            elif (field := FILE_FIELD.match(part.name or "")) is not None:
                number = int(field[1] or 0)
                call.uploads[number] = Upload(filename=unquote(part.filename or "unknown"), data=data)

    async def _fail(
        self, request: web.BaseRequest, call: Call, route: routing.Route, fault: Fault
    ) -> web.StreamResponse:
        if fault.kind == "rate_limit":
            return self._limited(call, fault)
        if fault.kind == "refuse":
            return self._error(call, ApiError(fault.status, fault.code, fault.message), route)
        if fault.kind == "failing":
            return self._plain(call, fault.status)
        if fault.kind == "hang":
            await asyncio.sleep(fault.seconds)
        return self._cut(request, call)

    async def _spoil(
        self, request: web.BaseRequest, call: Call, fault: Fault, response: web.Response
    ) -> web.StreamResponse:
        if fault.kind == "delay":
            await asyncio.sleep(fault.seconds)
            return response
        if fault.kind == "cut":
            return await self._cut_short(request, call)
        return self._plain(call, fault.status) if fault.kind == "applied_but" else self._cut(request, call)

    async def _cut_short(self, request: web.BaseRequest, call: Call) -> web.StreamResponse:
        """The head of an answer and half of its body."""
        half = web.StreamResponse(status=200, headers={"Content-Type": JSON, "Content-Length": "1000"})
        await half.prepare(request)
        await half.write(b'{"id": "1')
        self._cut(request, call)
        return half

    def _cut(self, request: web.BaseRequest, call: Call) -> web.Response:
        call.status = 0
        if request.transport is not None:
            request.transport.abort()
        return web.Response(status=500)

    def _plain(self, call: Call, status: int) -> web.Response:
        call.status = status
        return web.Response(status=status, text=f"{status}: the stage was told to fail")

    def _limited(self, call: Call, fault: Fault) -> web.Response:
        call.status = 429
        body: dict[str, Any] = {
            "message": "You are being rate limited.",
            "retry_after": fault.seconds,
            "global": fault.everywhere,
        }
        if fault.code:
            body["code"] = fault.code
        headers = {"Via": VIA, "Retry-After": str(max(1, round(fault.seconds)))}
        headers["X-RateLimit-Scope"] = "global" if fault.everywhere else "user"
        if fault.everywhere:
            headers["X-RateLimit-Global"] = "true"
        return web.Response(status=429, body=dumps(body), content_type=JSON, headers=headers)

    def _error(self, call: Call, error: ApiError, route: routing.Route | None = None) -> web.Response:
        call.status = error.status
        call.answer = error.as_wire()
        headers = self._headers(route) if route is not None else None
        return web.Response(status=error.status, body=dumps(call.answer), content_type=JSON, headers=headers)

    def _headers(self, route: routing.Route) -> dict[str, str]:
        """Rate-limit headers as Discord sends them, generous; interaction routes have no bucket of their own."""
        if route.open:
            return {"Via": VIA}
        limit = self.context.bucket_limit
        return {
            "Via": VIA,
            "X-RateLimit-Limit": str(limit),
            "X-RateLimit-Remaining": str(limit - 1),
            "X-RateLimit-Reset-After": "1.000",
            "X-RateLimit-Reset": f"{self.context.clock.ms() / 1000 + 1:.3f}",
            "X-RateLimit-Bucket": route.bucket,
        }
