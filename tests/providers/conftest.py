"""The simulated APIs, one server for the run, forgetful between tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from stack.simulators.server import Simulators, running
from tests.support.opened import close_opened
from workers.providers.ai.models import dialect


@pytest_asyncio.fixture(scope="session")
async def simulators() -> AsyncIterator[Simulators]:
    """The running server."""
    async with running() as sims:
        yield sims


@pytest.fixture
def sims(simulators: Simulators) -> Iterator[Simulators]:
    """The server as at its start; what endpoints were found to refuse is forgotten as well."""
    simulators.reset()
    dialect.forget()
    yield simulators
    simulators.reset()
    dialect.forget()


@pytest_asyncio.fixture(autouse=True)
async def closed_at_the_end() -> AsyncIterator[None]:
    """Connections that a test left open are closed after it."""
    yield
    await close_opened()
