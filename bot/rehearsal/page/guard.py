"""Who may talk to the page: only this machine's browser, only from the page itself."""

from __future__ import annotations

import secrets

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

KEY_HEADER = "X-Etoile-Key"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self' {streams}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Checks every request. `key` stands in the page, out of other sites' reach; POST requests must carry it."""

    def __init__(self) -> None:
        self.key = secrets.token_urlsafe(24)

    async def add_headers(self, request: web.Request, response: web.StreamResponse) -> None:
        """For `on_response_prepare`: the security headers of every answer, streams and errors too."""
        streams = " ".join(f"ws://{host}" for host in sorted(_hosts(request)))
        response.headers.update(_HEADERS)
        response.headers["Content-Security-Policy"] = POLICY.format(streams=streams)

    def middleware(self) -> Middleware:
        """The aiohttp middleware: 421 for another Host, 403 for another Origin or a missing key."""

        @web.middleware
        async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
            self._check(request)
            return await handler(request)

        return check

    def _check(self, request: web.Request) -> None:
        hosts = _hosts(request)
        if request.headers.get("Host") not in hosts:
            raise web.HTTPMisdirectedRequest
        origin = request.headers.get("Origin")
        if origin is not None and origin not in {f"http://{host}" for host in hosts}:
            raise web.HTTPForbidden
        if request.path != "/" and request.headers.get("Sec-Fetch-Site", "none") not in {"same-origin", "none"}:
            raise web.HTTPForbidden
        given = request.headers.get(KEY_HEADER, "")
        if request.method not in {"GET", "HEAD"} and not secrets.compare_digest(given.encode(), self.key.encode()):
            raise web.HTTPForbidden


def _hosts(request: web.Request) -> set[str]:
    """The names of this page, by the port that the request came in at."""
    socket = request.transport.get_extra_info("sockname") if request.transport else None
    port = socket[1] if socket else 0
    return {f"127.0.0.1:{port}", f"localhost:{port}"}
