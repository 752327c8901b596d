"""The tables of Auth and Storage in stack/platform are those the service would make itself."""

from __future__ import annotations

import asyncio
import os
import subprocess
from pathlib import Path

import psycopg

from stack.layout import PROJECT, node
from tests.support.database import Database, DatabaseFactory

COLUMNS = """
select table_schema, table_name, column_name, data_type, is_nullable, is_generated,
       case when column_default like '%gen_random_uuid%' then 'uuid' else column_default end
from information_schema.columns
where table_schema in ('auth', 'storage')
order by 1, 2, 3
"""
INDEXES = """
select schemaname, tablename, indexname, indexdef from pg_catalog.pg_indexes
where schemaname in ('auth', 'storage') order by 1, 2, 3
"""
CONSTRAINTS = """
select conrelid::regclass::text, conname, pg_catalog.pg_get_constraintdef(oid) from pg_catalog.pg_constraint
where connamespace::regnamespace::text in ('auth', 'storage') order by 1, 2
"""


async def rows(connection: psycopg.AsyncConnection, query: str) -> list[tuple[object, ...]]:
    return await (await connection.execute(query.encode())).fetchall()


async def test_the_tables_are_the_same(platform_database: Database, database_factory: DatabaseFactory) -> None:
    empty = await database_factory.create("template0")
    try:
        done = await asyncio.to_thread(
            subprocess.run,
            [str(node()), str(Path(__file__).with_name("own_tables.mjs")), empty.dsn_as("supabase_admin")],
            cwd=PROJECT,
            env=os.environ | {"DO_NOT_TRACK": "1", "EXPERIMENTAL_STORAGE": "1"},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        ours, theirs = await platform_database.connect("supabase_admin"), await empty.connect("supabase_admin")
        for query in (COLUMNS, INDEXES, CONSTRAINTS):
            expected = await rows(theirs, query)
            assert len(expected) > 5
            assert await rows(ours, query) == expected
    finally:
        await database_factory.drop(empty)
