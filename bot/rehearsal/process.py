"""The bot as a process of its own: started on the stage, told the time, killed without warning, started again."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.settings import describe_settings
from bot.stage.payloads import Wire, as_dict

if TYPE_CHECKING:
    from bot.stage.server import Stage

JUST_BEFORE = 5.0
"""Seconds that "just before the next job" leaves."""
ANSWERS_WITHIN = 5.0
"""Seconds within which the bot follows an order; later it is taken for one that does not answer."""
GRACE = 10.0
LOG_TAIL = 4000


class BotFailed(Exception):
    """The child ended (or did not come up in time); the end of its log is in the text."""


class BotProcess:
    """One bot process. It may be started again after it ended; its state directory stays until :meth:`stop`.

    ``command`` and ``env`` are for tests that run another client, or several processes on one database.
    """

    def __init__(
        self,
        stage: Stage,
        *,
        command: Sequence[str] | None = None,
        env: Mapping[str, str] | None = None,
        state_dir: Path | None = None,
    ) -> None:
        self.stage = stage
        self.command = tuple(command or (sys.executable, "-m", "bot", "run"))
        self.env = dict(env or {})
        self._temporary = None if state_dir is not None else Path(tempfile.mkdtemp(prefix="etoile-rehearsal-"))
        self.state_dir: Path = state_dir or self._temporary or Path()
        self.log_path = self.state_dir / "bot.log"
        self.on_exit: Callable[[int], None] | None = None
        """Called with the return code when the child ends."""
        self._process: asyncio.subprocess.Process | None = None
        self._watch: asyncio.Task[None] | None = None
        self._reader: asyncio.Task[None] | None = None
        self._answers: asyncio.Queue[Wire] = asyncio.Queue()
        self._asking = asyncio.Lock()
        self._sessions_before: set[str] = set()

    @property
    def running(self) -> bool:
        """Whether the child lives."""
        return self._process is not None and self._process.returncode is None

    @property
    def pid(self) -> int | None:
        """The child's process id while it lives."""
        return self._process.pid if self._process is not None and self.running else None

    def environment(self) -> dict[str, str]:
        """The child's environment: nothing that was configured, only what the stage needs."""
        names = {name for name, _, _ in describe_settings()}
        clean = {name: value for name, value in os.environ.items() if not name.startswith("ETOILE_")}
        clean |= dict.fromkeys(names, "")  # an empty value also hides the one in .env
        home = str(Path(__file__).resolve().parents[2])
        clean["PYTHONPATH"] = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
        return clean | {
            "DISCORD_TOKEN": self.stage.token,
            "ETOILE_STAGE_URL": self.stage.url,
            "ETOILE_STATE_DIR": str(self.state_dir),
            "ETOILE_CONTROL": "stdin",
            "ETOILE_CLOCK_OFFSET": str(self.stage.clock.offset),
            **self.env,
        }

    async def start(self) -> None:
        """Start the child; does not wait until it is ready."""
        if self.running:
            raise RuntimeError("the bot runs already")
        self._sessions_before = set(self.stage.gateway.sessions)
        with self.log_path.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self.command,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
                env=self.environment(),
                start_new_session=True,  # Ctrl-C in the terminal is for the rehearsal, which then ends the bot
            )
        self._reader = asyncio.ensure_future(self._read(self._process))
        self._watch = asyncio.ensure_future(self._wait(self._process))

    async def ready(self, timeout: float = 20.0, *, sessions: int = 1) -> None:  # noqa: ASYNC109  callers think in seconds
        """Wait until the child has identified on the gateway. Raises BotFailed when it ends or takes too long."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout
        while True:
            fresh = [s for s in self.stage.gateway.connected if s.id not in self._sessions_before]
            if len(fresh) >= sessions:
                return
            if not self.running or loop.time() > deadline:
                why = "ended" if not self.running else f"was not ready within {timeout:g} s"
                raise BotFailed(f"the bot {why}; the end of its log:\n{self.log_tail()}")
            await asyncio.sleep(0.02)

    def log_tail(self) -> str:
        """The last lines of the child's log."""
        if not self.log_path.exists():
            return ""
        return self.log_path.read_text("utf-8", errors="replace")[-LOG_TAIL:]

    async def kill(self) -> None:
        """SIGKILL: no farewell, nothing flushed."""
        await self._end(signal.SIGKILL)

    async def terminate(self, timeout: float = GRACE) -> int:  # noqa: ASYNC109  callers think in seconds
        """SIGTERM, and the return code. Raises TimeoutError when it does not end in time."""
        process = self._process
        if process is None:
            return 0
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        return await asyncio.wait_for(process.wait(), timeout)

    async def stop(self) -> None:
        """End the child in order (its standard input closes), by force if need be; remove a temporary state."""
        process = self._process
        if process is not None and self.running:
            if process.stdin is not None:
                process.stdin.close()
            try:
                await asyncio.wait_for(process.wait(), GRACE)
            except TimeoutError:
                await self._end(signal.SIGKILL)
        await self._finish()
        if self._temporary is not None:
            await asyncio.to_thread(shutil.rmtree, self._temporary, ignore_errors=True)

    async def _end(self, number: signal.Signals) -> None:
        process = self._process
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(number)
        await process.wait()
        await self._finish()

    async def _finish(self) -> None:
        for task in (self._watch, self._reader):
            if task is not None:
                with contextlib.suppress(asyncio.CancelledError):
                    await task
        self._watch = self._reader = None

    async def _wait(self, process: asyncio.subprocess.Process) -> None:
        code = await process.wait()
        if self.on_exit is not None:
            self.on_exit(code)

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        if process.stdout is None:
            return
        while line := await process.stdout.readline():
            with contextlib.suppress(ValueError):
                self._answers.put_nowait(as_dict(json.loads(line)))

    async def _order(self, order: Wire) -> bool:
        """Send one order; False when there is nobody to take it."""
        process = self._process
        if process is None or process.stdin is None or not self.running:
            return False
        try:
            process.stdin.write(json.dumps(order).encode() + b"\n")
            await process.stdin.drain()
        except (BrokenPipeError, ConnectionResetError):
            return False
        return True

    # --- time ----------------------------------------------------------------------------------------------------
    async def skip(self, seconds: float) -> None:
        """Let time pass at once, for the stage and for the bot: what is pressed afterwards is pressed later."""
        self.stage.skip(seconds)
        await self._ask({"offset": self.stage.clock.offset}, "offset", ANSWERS_WITHIN)

    async def next_job(self, timeout: float = ANSWERS_WITHIN) -> int | None:  # noqa: ASYNC109  callers think in seconds
        """When the bot's next job is due, in milliseconds UTC; None when there is none (or nobody answers)."""
        due = await self._ask({"ask": "next-job"}, "next_job", timeout)
        return int(due) if due is not None else None

    async def _ask(self, order: Wire, name: str, timeout: float) -> Any:  # noqa: ASYNC109  callers think in seconds
        """Send one order and wait until it was followed: what is answered under `name`, None when nobody answers."""
        async with self._asking:
            while not self._answers.empty():
                self._answers.get_nowait()
            if not await self._order(order):
                return None
            try:
                async with asyncio.timeout(timeout):
                    while name not in (answer := await self._answers.get()):
                        pass
            except TimeoutError:
                return None
            return answer[name]

    async def skip_to_next_job(self, before: float = JUST_BEFORE) -> float | None:
        """Skip to ``before`` seconds before the next job; gives the seconds skipped, None when there is no job."""
        due = await self.next_job()
        if due is None:
            return None
        seconds = max(0.0, (due - self.stage.clock.ms()) / 1000 - before)
        if seconds:
            await self.skip(seconds)
        return seconds
