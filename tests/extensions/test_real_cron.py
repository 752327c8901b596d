"""Only on Postgres 17 with the real extensions: pg_cron runs what the migrations schedule, plpgsql_check agrees."""

from __future__ import annotations

import asyncio
from typing import Any

import psycopg

from tests.support.backends import Backend
from tests.support.database import Database
from tests.support.project import Project
from tests.support.templates import PROJECT


async def rows(database: Database, query: str) -> list[Any]:
    connection = await database.connect("supabase_admin")
    cursor = await connection.execute(query.encode())
    return await cursor.fetchall() if cursor.description else []


async def test_the_server_is_the_one_of_hosted_supabase(database: Database) -> None:
    assert (await rows(database, "select current_setting('server_version_num')::int / 10000"))[0][0] == 17
    extensions = {row[0] for row in await rows(database, "select name from pg_available_extensions")}
    assert {"pg_cron", "vector", "pgtap", "pgcrypto", "plpgsql_check"} <= extensions
    assert (await rows(database, "select extname from pg_extension where extname = 'pg_cron'")) == [("pg_cron",)]


async def test_pg_cron_runs_our_jobs(postgres_server: Backend, template_database: str) -> None:
    """The jobs of the migrations, made due at once, all succeed under the real scheduler."""
    from tests.support.extensions_backend import CRON_DATABASE

    with psycopg.connect(postgres_server.dsn(user="supabase_admin"), autocommit=True) as connection:
        connection.execute(f"drop database {CRON_DATABASE} with (force)")
        connection.execute(f"create database {CRON_DATABASE} owner postgres template {template_database}")
    live = Database(postgres_server, CRON_DATABASE)
    scheduled = {row[0] for row in await rows(live, "select jobname from cron.job where active")}
    assert scheduled, "the migrations schedule something"
    await rows(live, "update cron.job set schedule = '1 second' returning jobid")
    seen: dict[str, set[tuple[str, str]]] = {}
    for _ in range(60):
        runs = await rows(
            live,
            """
            select j.jobname, r.status, r.return_message
            from cron.job_run_details as r join cron.job as j using (jobid)
            where r.status in ('succeeded', 'failed')
            """,
        )
        for job, status, message in runs:
            seen.setdefault(job, set()).add((status, message if status == "failed" else ""))
        if seen.keys() >= scheduled:
            break
        await asyncio.sleep(1)
    await live.close()
    assert seen == {job: {("succeeded", "")} for job in scheduled}


async def test_plpgsql_check_finds_nothing(database: Database) -> None:
    await rows(database, "create extension plpgsql_check with schema extensions")
    linted = await Project(PROJECT).supabase(
        "db", "lint", f"--remote={database.dsn}?sslmode=disable", "--level=warning", "--fail-on=warning",
        "--schema=public,private",
    )  # fmt: skip
    assert linted.code == 0, linted.output
    assert "No schema errors found" in linted.output
