"""One bridge for the suite, on a database of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from tests.stack.realtime.support import Bridge, serve
from tests.support.database import Database, DatabaseFactory

SCHEMA = (Path(__file__).parent / "schema.sql").read_text()


@pytest_asyncio.fixture(scope="session")
async def realtime_database(platform_template: str, database_factory: DatabaseFactory) -> AsyncIterator[Database]:
    """The platform and the tables of schema.sql."""
    database = await database_factory.create(platform_template)
    async with await database.connect() as connection:
        await connection.execute(SCHEMA)
    yield database
    await database_factory.drop(database)


@pytest_asyncio.fixture(scope="session")
async def shared_bridge(realtime_database: Database) -> AsyncIterator[Bridge]:
    """The bridge, listening on a free port."""
    async with serve(realtime_database) as bridge:
        yield bridge


@pytest_asyncio.fixture
async def bridge(shared_bridge: Bridge) -> AsyncIterator[Bridge]:
    """The same, with empty tables and nobody connected afterwards."""
    yield shared_bridge
    await shared_bridge.reset()
