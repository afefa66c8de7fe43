"""What all tests share."""

from __future__ import annotations

import os
import sys
import threading
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings

from tests.support.postgres import Postgres, end_shared, shared
from tests.support.shared import begin_run, end_run

# The machines that run these tests are shared and slow at times: a deadline would fail tests that are right.
settings.register_profile(
    "etoile", deadline=timedelta(seconds=10), suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.load_profile("etoile")

_failed: list[int] = []
_began = begin_run()


@pytest.fixture(scope="session")
def postgres() -> Postgres:
    """One server for all tests of a run that do not stop it. It ends with the run."""
    return shared()


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
