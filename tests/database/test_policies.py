"""policies/ is the readable copy of every policy: the same, no more and no fewer than the migrations make."""

from __future__ import annotations

from typing import Any

import pytest
from psycopg import AsyncConnection, sql

from tests.support.database import Database
from tests.support.templates import PROJECT

pytestmark = pytest.mark.verify

_POLICIES = """
select schemaname, tablename, policyname, permissive, roles::text[], cmd, qual, with_check
from pg_catalog.pg_policies
order by schemaname, tablename, policyname
"""


async def read(connection: AsyncConnection[Any]) -> dict[tuple[str, str, str], tuple[Any, ...]]:
    return {tuple(row[:3]): tuple(row[3:]) for row in await (await connection.execute(_POLICIES)).fetchall()}


async def test_policies_are_those_of_the_migrations(database: Database, platform_database: Database) -> None:
    live = await read(await database.connect())
    supplied = await read(await platform_database.connect())
    expected = {name: policy for name, policy in live.items() if name not in supplied}
    connection = await database.connect()
    for schema, table, name in expected:
        await connection.execute(
            sql.SQL("drop policy {} on {}").format(sql.Identifier(name), sql.Identifier(schema, table))
        )
    for path in sorted((PROJECT / "policies").glob("*.sql")):
        await connection.execute(path.read_bytes())
    written = {name: policy for name, policy in (await read(connection)).items() if name not in supplied}
    problems = [f"{'.'.join(name)} is in the migrations, not in policies/" for name in expected.keys() - written.keys()]
    problems += [
        f"{'.'.join(name)} is in policies/, not in the migrations" for name in written.keys() - expected.keys()
    ]
    problems += [
        f"{'.'.join(name)} differs:\n  migrations {expected[name]}\n  policies/  {written[name]}"
        for name in expected.keys() & written.keys()
        if expected[name] != written[name]
    ]
    assert not problems, "\n".join(sorted(problems))
