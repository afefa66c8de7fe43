"""The page's web application: its routes, and nothing else."""

from __future__ import annotations

import asyncio
import secrets
from contextlib import aclosing, suppress
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Protocol

from aiohttp import web

from bot.rehearsal.page import live, reading
from bot.rehearsal.page.acting import VERBS, Act
from bot.rehearsal.page.guard import Guard
from bot.rehearsal.page.media import PICTURES
from bot.rehearsal.page.view import View
from bot.stage.attachments import Upload
from bot.stage.errors import Refused
from bot.stage.payloads import dumps, loads

if TYPE_CHECKING:
    from bot.stage.server import Stage

_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
BEAT_SECONDS = 15.0
_MOST_BYTES = 64 * 1024 * 1024


class Controls(Protocol):
    """What the bar on top of the page can do with the bot's process."""

    @property
    def state(self) -> str:
        """`online`, `starting` or `killed`."""
        ...

    async def kill(self) -> None:
        """SIGKILL; somebody else starts it again."""
        ...

    async def skip(self, seconds: float) -> None:
        """Move the clocks of stage and bot forward."""
        ...

    async def skip_to_next_job(self) -> float | None:
        """Move them to just before the next job; None when there is none."""
        ...


class Page:
    """The routes of one rehearsal."""

    def __init__(self, stage: Stage, controls: Controls | None = None) -> None:
        self.guard = Guard()
        self.run = secrets.token_hex(4)
        """Which rehearsal this is: a window that was opened in an earlier one starts over."""
        self._stage = stage
        self._controls = controls
        self._windows: set[web.WebSocketResponse] = set()
        self._static = {
            one.name: one.read_bytes()
            for one in (files("bot.rehearsal.page") / "static").iterdir()
            if one.name.endswith(tuple(_TYPES))
        }

    def app(self) -> web.Application:
        """The aiohttp application."""
        app = web.Application(middlewares=[self.guard.middleware()], client_max_size=_MOST_BYTES)
        app.on_response_prepare.append(self.guard.add_headers)
        app.on_shutdown.append(self._close)
        app.add_routes(
            [
                web.get("/", self.shell),
                web.get("/static/{name}", self.static),
                web.get("/file/{id}/{name}", self.file),
                web.get("/api/live", self.live),
                web.get("/api/{what}", self.read),
                web.post("/api/skip", self.skip),
                web.post("/api/kill", self.kill),
                web.post("/api/{verb}", self.act),
            ]
        )
        return app

    async def shell(self, request: web.Request) -> web.Response:
        return web.Response(text=reading.shell(self._view(request), self.guard.key, self.run), content_type="text/html")

    async def static(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        if name not in self._static:
            raise web.HTTPNotFound
        kind = _TYPES["." + name.rpartition(".")[2]]
        return web.Response(body=self._static[name], content_type=kind, charset="utf-8")

    async def file(self, request: web.Request) -> web.Response:
        stored = self._stage.world.attachment(request.match_info["id"])
        if stored is None:
            raise web.HTTPNotFound
        kind = stored.content_type.partition(";")[0].strip()
        shown = kind in PICTURES
        response = web.Response(body=stored.data, content_type=kind if shown else "application/octet-stream")
        response.headers["Content-Disposition"] = "inline" if shown else "attachment"
        return response

    async def live(self, request: web.Request) -> web.WebSocketResponse:
        window = web.WebSocketResponse(heartbeat=BEAT_SECONDS)
        await window.prepare(request)
        self._windows.add(window)
        telling = asyncio.create_task(_tell(window, self._view(request)))
        try:
            async for _ in window:
                pass  # windows only listen; this ends when the window is gone
        finally:
            telling.cancel()
            self._windows.discard(window)
        return window

    async def _close(self, _app: web.Application) -> None:
        await self.cut()

    async def cut(self) -> None:
        """Close the stream of every window; they connect again by themselves as long as the page is served."""
        for window in list(self._windows):
            await window.close()

    async def read(self, request: web.Request) -> web.Response:
        try:
            return _json(self._read(request.match_info["what"], self._view(request), request.query))
        except (reading.NotThere, KeyError, ValueError):
            raise web.HTTPNotFound from None

    def _read(self, what: str, view: View, query: Any) -> Any:
        member = self._stage.member(view.user_id)
        match what:
            case "window":
                controlled = self._controls is not None
                return reading.window(view, self._bot_state(), controlled=controlled, run=self.run)
            case "rail":
                return reading.rail(view)
            case "place":
                return reading.place(view, query["channel"], int(query.get("count", reading.PAGE)))
            case "older":
                return {"messages": reading.messages(view, query["channel"], query["before"])}
            case "veil":
                return reading.hidden_part(view, query["message"], query["key"])
            case "commands":
                return {"commands": member.commands(query["channel"])}
            case "menu":
                return reading.menu(view, member, query["message"])
            case "offered":
                types = frozenset(int(one) for one in query.get("types", "").split(",") if one)
                return reading.offered(view, int(query["kind"]), query["channel"], types)
            case _:
                raise reading.NotThere(what)

    async def act(self, request: web.Request) -> web.Response:
        verb = VERBS.get(request.match_info["verb"])
        if verb is None:
            raise web.HTTPNotFound
        view = self._view(request)
        try:
            body, uploads = await _body(request)
            return _json(await verb(Act(member=self._stage.member(view.user_id), view=view, body=body, files=uploads)))
        except Refused as refusal:
            return _json({"message": str(refusal)}, status=409)
        except KeyError:
            raise web.HTTPBadRequest from None

    async def skip(self, request: web.Request) -> web.Response:
        if self._controls is None:
            raise web.HTTPNotFound
        seconds = (await request.json()).get("seconds")
        if seconds is None:
            return _json({"seconds": await self._controls.skip_to_next_job()})
        await self._controls.skip(float(seconds))
        return _json({"seconds": float(seconds)})

    async def kill(self, _request: web.Request) -> web.Response:
        if self._controls is None:
            raise web.HTTPNotFound
        await self._controls.kill()
        return _json({})

    def _view(self, request: web.Request) -> View:
        world = self._stage.world
        asked = request.query.get("as", "")
        if asked not in world.actors:
            asked = world.actors[0]
        return View(world=world, user_id=asked)

    def _bot_state(self) -> str:
        return self._controls.state if self._controls else self._stage.world.bot_state


async def _tell(window: web.WebSocketResponse, view: View) -> None:
    with suppress(ConnectionError):
        async with aclosing(live.stream(view)) as events:
            async for event in events:
                await window.send_str(event.decode())


async def _body(request: web.Request) -> tuple[dict[str, Any], dict[str, list[Upload]]]:
    """JSON, or a form: its field `body` is JSON, its files stand under `file:` and the name that they belong to."""
    if request.content_type == "application/json":
        return await request.json(loads=loads), {}
    form = await request.post()
    uploads: dict[str, list[Upload]] = {}
    for name, value in form.items():
        if isinstance(value, web.FileField):
            uploads.setdefault(name.removeprefix("file:"), []).append(
                Upload(filename=value.filename, data=value.file.read())
            )
    return loads(str(form["body"])), uploads


def _json(data: Any, status: int = 200) -> web.Response:
    return web.Response(body=dumps(data), content_type="application/json", status=status)
