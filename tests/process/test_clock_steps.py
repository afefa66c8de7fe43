"""The machine's clock is set while the bot runs: forward, nothing comes late; back, nothing comes twice."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.rehearsal.process import BotProcess
from bot.stage.server import Stage
from tests.process.quick import quick
from tests.support.scene import up
from tests.support.stage import StageMember, until, visible_text

SOON = 30.0
"""Within how many seconds after a step due work must be done."""


@pytest.fixture
async def stepped(stage: Stage, tmp_path: Path) -> object:
    """A bot whose machine's clock reads what the file `step` says beside the real one."""
    child = quick(stage)
    child.command = (sys.executable, "-m", "tests.process.test_clock_steps", str(tmp_path / "step"))
    await up(child)
    yield child, tmp_path / "step"
    await child.stop()


async def plan(stage: Stage, minutes: int) -> StageMember:
    """Noor plans a party so many minutes ahead, comes, and asks to be reminded a quarter of an hour before."""
    noor = StageMember(stage, "Noor", "salle-de-projection")
    preview = await noor.slash("party schedule", when=f"in {minutes} minutes", episode=1)
    posted = await noor.press(noor.answer(preview), "Post")
    assert posted.state != "failed"
    card = await until(lambda: _with_button(noor, "Going"), what="the card")
    await noor.press(card, "Going")
    return noor


def _with_button(member: StageMember, label: str) -> object:
    return next((message for message in reversed(member.reads()) if label in visible_text(message)), None)


def _reminders(stage: Stage, member_id: str) -> list[str]:
    return [
        message["content"]
        for messages in stage.world.messages.values()
        for message in messages.values()
        if message["author"]["id"] == stage.world.bot_id and f"<@{member_id}>" in message["content"]
    ]


async def test_after_a_step_forward_a_reminder_comes_within_half_a_minute(
    stepped: tuple[BotProcess, Path], stage: Stage
) -> None:
    _, step = stepped
    noor = await plan(stage, 40)
    await asyncio.sleep(1)
    assert _reminders(stage, noor.id) == []
    stage.skip(26 * 60)
    step.write_text(str(26 * 60))
    await until(lambda: _reminders(stage, noor.id), timeout=SOON, what="the reminder")


async def test_after_a_step_back_the_reminder_is_not_said_again(stepped: tuple[BotProcess, Path], stage: Stage) -> None:
    _, step = stepped
    noor = await plan(stage, 40)
    stage.skip(26 * 60)
    step.write_text(str(26 * 60))
    await until(lambda: _reminders(stage, noor.id), timeout=SOON, what="the reminder")
    for seconds in (-30 * 60, 26 * 60):  # back by an hour, and to where it was
        step.write_text(str(seconds))
        await asyncio.sleep(2)
    assert len(_reminders(stage, noor.id)) == 1


# -- in the process


def _run(step: Path) -> None:
    import bot.clock
    import bot.running

    wall = bot.clock.wall_seconds

    def moved() -> float:
        return wall() + (float(step.read_text() or 0) if step.exists() else 0.0)

    bot.clock.SystemClock.now = lambda self: datetime.fromtimestamp(moved(), UTC) + self.offset  # type: ignore[method-assign]
    bot.running.wall_seconds = moved
    bot.running.CLOCK_LOOK_SECONDS = 0.5
    sys.argv = ["bot", "run"]
    from tests.process.quick_bot import run

    run()


if __name__ == "__main__":
    _run(Path(sys.argv[1]))
