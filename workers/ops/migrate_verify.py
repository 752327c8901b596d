"""Prove that the way back is the way back: round trips of every migration on a scratch database."""

from __future__ import annotations

import asyncio
import difflib
import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from psycopg import AsyncConnection, Error, sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from workers.ops.migration_files import Migration
from workers.ops.migrations import MigrationError, Migrator, State
from workers.ops.schema_dump import dump_schema

_DIFF_LINES = 40


async def connect(url: str) -> AsyncConnection:
    """Connect for migrations; a superuser login acts as `postgres`, as in the CLI, so that owners are the same."""
    connection = await AsyncConnection.connect(url, autocommit=True, application_name="catalyst migrate")
    await connection.execute("set client_min_messages = warning")
    row = await (
        await connection.execute(
            "select current_user = 'supabase_admin'"
            " and exists (select from pg_catalog.pg_roles where rolname = 'postgres')"
        )
    ).fetchone()
    if row and row[0]:
        await connection.execute("set session role postgres")
    return connection


async def check_history(url: str, migrations: Sequence[Migration]) -> list[str]:
    """Return one sentence for every difference between ledger and files."""
    async with await connect(url) as connection:
        lines = await Migrator(connection, migrations).status()
    sentence = {
        State.PENDING: "is not applied",
        State.CHANGED: "was applied with other statements than its file has now",
        State.MISSING: "is applied but has no file",
    }
    return [f"{line.version}_{line.name} {sentence[line.state]}" for line in lines if line.state is not State.APPLIED]


async def check_round_trips(url: str, migrations: Sequence[Migration], every: int = 1) -> list[str]:
    """Run each migration down, from the last to the first, and all up again; returns what differs.

    The schema that a way back leaves must be the one that the migrations before it make, and each migration must go up
    again on the data that the ones before it hold. With `every` above 1 the schemas are compared after so many
    migrations only: a dump takes longer than a migration. The database at `url` is changed: give it a scratch one.
    """
    problems = []
    steps = [migrations[start : start + every] for start in range(0, len(migrations), every)]
    async with await connect(url) as connection:
        migrator = Migrator(connection, migrations)
        await _drain(migrator.up())
        complete = await dump_schema(url)
        left: list[str] = []
        for step in reversed(steps):
            for migration in reversed(step):
                await _drain(migrator.down())
                await _drain(migrator.up(to=migration.version))
                await _drain(migrator.down())
            left.append(await dump_schema(url))
        reached = left[-1] if left else complete
        for step, without in zip(steps, reversed(left), strict=True):
            names = step[0].label if len(step) == 1 else f"{step[0].label} to {step[-1].label}"
            problems += _differences(f"the rollback of {names} leaves a difference", reached, without)
            await _drain(migrator.up(to=step[-1].version))
            reached = await dump_schema(url)
    return problems + _differences("all down and all up again gives another schema", complete, reached)


@asynccontextmanager
async def scratch_copy(url: str) -> AsyncIterator[str]:
    """Clone the database at `url` on its server and drop the clone afterwards."""
    parameters = conninfo_to_dict(url)
    source = str(parameters.get("dbname") or "postgres")
    name = f"catalyst_verify_{secrets.token_hex(4)}"
    maintenance = make_conninfo(url, dbname="template1" if source == "postgres" else "postgres")
    try:
        async with await AsyncConnection.connect(maintenance, autocommit=True) as connection:
            await connection.execute(
                sql.SQL("create database {} template {}").format(sql.Identifier(name), sql.Identifier(source))
            )
    except Error as error:
        raise MigrationError(
            f"the round trip needs a scratch database and {source} could not be cloned ({str(error).strip()}); "
            "close its other connections or pass --scratch-url with a database that may be changed"
        ) from error
    try:
        yield make_conninfo(url, dbname=name)
    finally:
        async with await AsyncConnection.connect(maintenance, autocommit=True) as connection:
            await connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


async def _drain(steps: AsyncIterator[Migration]) -> None:
    async for _ in steps:
        await asyncio.sleep(0)


def _differences(title: str, expected: str, actual: str) -> list[str]:
    if expected == actual:
        return []
    diff = [
        line
        for line in difflib.unified_diff(
            expected.splitlines(), actual.splitlines(), "expected", "actual", n=1, lineterm=""
        )
        if not line.startswith(("---", "+++"))
    ]
    shown = diff[:_DIFF_LINES] + ([f"… {len(diff) - _DIFF_LINES} more lines"] if len(diff) > _DIFF_LINES else [])
    return ["\n    ".join([f"{title}:", *shown])]
