"""Three hundred players answer one question of a quiz night within five seconds: on the stage, in virtual time.

    python -m tests.faults.crowd

What must hold: every press is answered within Discord's three seconds, with what was recorded; the message is drawn
anew once a second at most; and all answers count.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

from bot.app import open_app
from bot.client import EtoileBot
from bot.clock import FunctionClock
from bot.discordpy.endpoints import point_at
from bot.discordpy.responses import answer_so
from bot.rehearsal.seed import foyer_stage
from bot.settings import Settings
from bot.stage import server
from bot.stage.attachments import walk
from bot.stage.payloads import Wire
from bot.stage.routing import Call
from bot.stage.server import Stage
from bot.stage.world import EPHEMERAL
from tests.faults.playing import running_clock
from tests.support import virtual_time
from tests.support.scene import guest
from tests.support.stage import StageMember, until, visible_text

PLAYERS = 300
WITHIN = 5.0
SECONDS = 20


def question_of(host: StageMember) -> Wire | None:
    """The message of the question that is asked."""
    cards = [one for one in host.reads() if not one["flags"] & EPHEMERAL and picks_on(one)]
    return cards[-1] if cards else None


def picks_on(message: Wire) -> list[str]:
    """The custom ids of the answers that can be pressed."""
    parts = [one for one in walk(message["components"]) if not one.get("disabled")]
    return [one["custom_id"] for one in parts if ":quiz:pick:" in str(one.get("custom_id"))]


async def play(stage: Stage) -> dict[str, object]:
    """One question; what became of it."""
    host = StageMember(stage, "Margot")
    players = [guest(stage, f"Player {number}") for number in range(PLAYERS)]
    await host.slash("quiz night", questions=3, seconds=SECONDS)
    card = await until(lambda: question_of(host), what="the question", timeout=60)
    await asyncio.sleep(2)
    drawn: list[float] = []
    loop = asyncio.get_running_loop()

    async def note(call: Call) -> None:
        if call.method == "PATCH" and call.path.endswith(f"/messages/{card['id']}"):
            drawn.append(loop.time())

    stage.after_call.append(note)
    picks, pressed = picks_on(card), []
    for number, player in enumerate(players):
        pressed.append(player.actor.press(card["id"], picks[number % len(picks)]))
        await asyncio.sleep(WITHIN / PLAYERS)
    for invocation in pressed:
        await invocation.outcome()
    told = ""
    for _ in range(60):
        await asyncio.sleep(SECONDS)
        told = visible_text(stage.world.find_message(card["id"]))
        if "got it right" in told:
            break
    recorded = [player for player in players if any("Recorded" in visible_text(one) for one in player.reads())]
    asked = [at for at in drawn[:-1] if at]  # the last one shows the answer
    return {
        "answered": sum(invocation.answered for invocation in pressed),
        "recorded": len(recorded),
        "closest": min((later - earlier for earlier, later in pairwise(asked)), default=99.0),
        "drawings": len(drawn),
        "counted": f"of {PLAYERS} got it right" in told,
        "violations": stage.violations,
        "unknown": stage.unknown_routes,
    }


async def run(state_dir: Path) -> dict[str, object]:
    """The bot and the stage in one process, over a database of their own."""
    stage = foyer_stage()
    clock = running_clock(stage)
    async with stage:
        point_at(stage.url)
        answer_so()
        settings = Settings(state_dir=state_dir, token=stage.token, hello=False, flood_limit=0)
        async with open_app(settings, FunctionClock(clock.now)) as app:
            bot = EtoileBot(app)
            async with bot:
                running = asyncio.create_task(bot.start(stage.token))
                await until(lambda: bot.is_ready() and stage.world.commands, timeout=600)
                found = await play(stage)
                await bot.close()
                await running
    return found


def main() -> int:
    """Print what was found, as JSON."""
    virtual_time.QUIET = 0.02
    server.TICK = 60.0
    fast = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=fast) as folder:
        found = virtual_time.VirtualLoop().run_until_complete(run(Path(folder)))
    print(json.dumps(found, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
