"""The identical tests on both databases: whatever asks for `db` (or `url`) runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.store.engine.database import Database
from bot.store.engine.opening import open_database
from tests.support.begun import FILE, begun


@pytest.fixture(scope="session")
def migrated_file() -> Path:
    """A file at the newest revision, to be copied."""
    return begun() / FILE


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def url(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database of this test's own, at the newest revision."""
    if kind == "postgresql":
        return request.getfixturevalue("postgres").fresh()
    path = tmp_path / "etoile.sqlite3"
    shutil.copy(request.getfixturevalue("migrated_file"), path)
    return f"sqlite:///{path}"


@pytest.fixture
def empty_url(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database in which nothing stands yet."""
    if kind == "postgresql":
        return request.getfixturevalue("postgres").fresh(migrated=False)
    return f"sqlite:///{tmp_path / 'empty.sqlite3'}"


@pytest.fixture
async def db(url: str) -> AsyncIterator[Database]:
    """The open database."""
    database = await open_database(url)
    yield database
    await database.close()


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 3, 6, 20, 0, tzinfo=UTC)
