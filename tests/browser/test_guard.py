"""The page talks to this machine's browser only, and only from the page itself."""

from __future__ import annotations

import aiohttp
import pytest
from aiohttp import web

from bot.rehearsal.page.app import Page
from bot.rehearsal.page.guard import KEY_HEADER
from bot.rehearsal.seed import foyer_stage
from bot.stage.server import HOST


@pytest.fixture
async def served():
    stage = foyer_stage()
    page = Page(stage)
    runner = web.AppRunner(page.app(), access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, HOST, 0).start()
    yield stage, page, runner.addresses[0][1]
    await runner.cleanup()


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/", {}, 200),
        ("/api/window", {}, 200),
        ("/", {"Host": "etoile.example"}, 421),
        ("/api/window", {"Host": "localhost.evil.example"}, 421),
        ("/api/window", {"Origin": "http://evil.example"}, 403),
        ("/api/window", {"Origin": "null"}, 403),
        ("/api/window", {"Sec-Fetch-Site": "cross-site"}, 403),
        ("/static/app.js", {}, 200),
        ("/static/..%2fapp.py", {}, 404),
        ("/api/live", {"Origin": "http://evil.example"}, 403),
        ("/api/nothing", {}, 404),
        ("/api/veil?message=1&key=2", {}, 404),
        ("/file/1/x.png", {}, 404),
    ],
)
async def test_who_may_read(served, path: str, headers: dict[str, str], status: int) -> None:
    _stage, _page, port = served
    async with aiohttp.ClientSession() as session, session.get(f"http://{HOST}:{port}{path}", headers=headers) as got:
        assert got.status == status
        if status == 200:
            assert "script-src 'self'" in got.headers["Content-Security-Policy"]
            assert "unsafe" not in got.headers["Content-Security-Policy"]
            assert got.headers["X-Content-Type-Options"] == "nosniff"


async def test_acting_takes_the_key_of_this_page(served) -> None:
    stage, page, port = served
    foyer = stage.channel_named("foyer")["id"]
    before = len(stage.world.messages[foyer])
    address = f"http://{HOST}:{port}/api/send"
    async with aiohttp.ClientSession() as session:
        for key, status in ((None, 403), ("guess", 403), (page.guard.key, 200)):
            headers = {} if key is None else {KEY_HEADER: key}
            async with session.post(address, json={"channel": foyer, "content": "hello"}, headers=headers) as got:
                assert got.status == status
    assert len(stage.world.messages[foyer]) == before + 1


async def test_it_listens_on_loopback_and_a_taken_port_is_an_os_error(served) -> None:
    _stage, page, port = served
    runner = web.AppRunner(page.app(), access_log=None)
    await runner.setup()
    with pytest.raises(OSError, match="address already in use"):
        await web.TCPSite(runner, HOST, port).start()
    await runner.cleanup()
    assert HOST == "127.0.0.1"


async def test_a_member_reads_nothing_that_is_not_theirs(served) -> None:
    stage, _page, port = served
    hidden = stage.channel_named("coulisses")["id"]
    stage.member("Margot").send(hidden, "between moderators")
    message = list(stage.world.messages[hidden])[-1]
    camille = stage.member("Camille").id
    async with aiohttp.ClientSession(f"http://{HOST}:{port}") as session:
        for path in (f"place?channel={hidden}", f"menu?message={message}", f"offered?kind=5&channel={hidden}"):
            async with session.get(f"/api/{path}&as={camille}") as got:
                assert got.status == 404, path
        async with session.get(f"/api/older?channel={hidden}&before=9{message}&as={camille}") as got:
            assert await got.json() == {"messages": []}
