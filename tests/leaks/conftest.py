"""The house, opened once for all scenarios of a module."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.leaks.house import House, open_house


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """The real bot on the stage, with every word overheard."""
    async with open_house(tmp_path_factory.mktemp("house")) as opened:
        yield opened
