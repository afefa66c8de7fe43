"""What all tests share."""

from __future__ import annotations

import os
import sys
import threading
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadFileScheduling

from tests.support.postgres import Postgres, end_shared, shared
from tests.support.shared import begin_run, end_run, run_directory

# The machines that run these tests are shared and slow at times: a deadline would fail tests that are right.
settings.register_profile(
    "etoile", deadline=timedelta(seconds=10), suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.load_profile("etoile")

BROWSER = "tests/browser"

_failed: list[int] = []
_began = begin_run()


@pytest.fixture(scope="session")
def postgres() -> Postgres:
    """One server for all tests of a run that do not stop it. It ends with the run."""
    return shared()


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Workers are for all tests. Whoever names some has them in one process, unless they ask (`-n 2`)."""
    return None if config.args_source is pytest.Config.ArgsSource.TESTPATHS else 0


def pytest_collection_finish() -> None:
    """The bots that tests start find their code compiled after the first, wherever this is set not to be written."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(run_directory() / "compiled")


class _ByFile(LoadFileScheduling):
    """Gives a file to one worker, for what its tests share; and the browser's files to the same, for the browser."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return BROWSER if file.startswith(BROWSER) else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> _ByFile:
    return _ByFile(config, log)


def pytest_sessionfinish(exitstatus: int) -> None:
    if exitstatus != pytest.ExitCode.OK:
        _failed.append(int(exitstatus))


def pytest_unconfigure() -> None:
    """A failed test may leave a database open, whose thread would keep a failed run from ever ending."""
    if _began:
        end_shared()
        end_run()
    left = [thread for thread in threading.enumerate() if not thread.daemon and thread is not threading.main_thread()]
    if _failed and left:
        print(f"left open by a failed test: {', '.join(thread.name for thread in left)}")
        sys.stdout.flush()
        os._exit(_failed[0])
