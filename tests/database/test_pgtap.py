"""Every file of sql_tests/ is one test here, so that `make test` reports each claim by its file's name."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.support.database import Database, DatabaseFactory
from tests.support.pgtap import TEST_DIR, install_pgtap, run_file, sql_test_files


@pytest_asyncio.fixture(scope="session")
async def tap_database(template_database: str, database_factory: DatabaseFactory) -> AsyncIterator[Database]:
    """One clone with pgTAP for all files of this worker: each file rolls back what it did."""
    clone = await database_factory.create(template_database)
    connection = await clone.connect("supabase_admin")
    await install_pgtap(connection)
    await connection.close()
    yield clone
    await database_factory.drop(clone)


@pytest.mark.parametrize(
    "path", sql_test_files(), ids=lambda path: str(path.relative_to(TEST_DIR)).removesuffix(".test.sql")
)
async def test_sql(tap_database: Database, path: Path) -> None:
    problems = await run_file(tap_database.dsn, path)
    assert not problems, "\n".join([str(path), *problems])
