"""What one run of the tests makes once, however many workers it has."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

RUN = "TEST_RUN_DIRECTORY"


def begin_run() -> bool:
    """Make the directory of this run, for its workers as well; False for a worker, who finds it made."""
    if RUN in os.environ:
        return False
    os.environ[RUN] = tempfile.mkdtemp(prefix="etoile-tests-")
    return True


def end_run() -> None:
    """Take away what was made. For whom `begin_run` was true, when all workers have ended."""
    shutil.rmtree(os.environ.pop(RUN), ignore_errors=True)


def run_directory() -> Path:
    """The directory of this run."""
    return Path(os.environ[RUN])


@contextmanager
def alone(name: str) -> Iterator[None]:
    """Only one worker at a time is inside, of those who use this name."""
    with (run_directory() / f"{name}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
