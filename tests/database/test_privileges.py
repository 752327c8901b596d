"""Every table, role, verb and column is as privileges.yaml says, and privileges.yaml says nothing impossible."""

from __future__ import annotations

import difflib
import re
from collections.abc import AsyncIterator
from typing import Any

import psycopg
import pytest
import pytest_asyncio
import yaml
from psycopg import AsyncConnection

from tests.database.privileges import EXPECTATION, Matrix, connect_actor, measure, read_cells, render
from tests.support.database import Database, DatabaseFactory
from tests.support.tenants import populate

WRITTEN: Matrix = yaml.safe_load(EXPECTATION.read_text()) if EXPECTATION.exists() else {}
CELLS = read_cells(WRITTEN)
OF_A = ("owner", "creator", "viewer", "removed", "intruder")


@pytest_asyncio.fixture(scope="module")
async def scratch(template_database: str, database_factory: DatabaseFactory) -> AsyncIterator[Database]:
    clone = await database_factory.create(template_database)
    yield clone
    await database_factory.drop(clone)


@pytest.mark.verify
async def test_matrix_is_as_written(scratch: Database) -> None:
    now = render(await measure(scratch))
    written = EXPECTATION.read_text() if EXPECTATION.exists() else ""
    diff = list(difflib.unified_diff(written.splitlines(), now.splitlines(), "privileges.yaml", "database", n=0))
    assert not diff, "read the difference, then `make privileges`:\n" + "\n".join(diff[:80])


@pytest.mark.parametrize("table", CELLS)
def test_nobody_reaches_another_tenant(table: str) -> None:
    actors = CELLS[table]
    for actor in OF_A:
        rows = reached(actors[actor])
        assert "B" not in rows or (actor == "intruder" and rows <= {"B", "shared"}), f"{actor}: {actors[actor]}"
    assert "A" not in reached(actors["outsider"]), actors["outsider"]
    assert reached(actors["anon"]) <= {"shared"}, actors["anon"]
    assert not {"A"} & reached(actors["removed"]), actors["removed"]
    assert not {"A"} & reached(actors["intruder"]), actors["intruder"]


@pytest.mark.parametrize("table", CELLS)
def test_nobody_changes_what_is_shared(table: str) -> None:
    for actor in (*OF_A, "outsider", "anon"):
        for phrase in CELLS[table][actor].split("; "):
            assert phrase.startswith(("select", "-")) or "shared" not in phrase, f"{actor}: {phrase}"


def test_workers_read_no_secrets() -> None:
    assert WRITTEN["platform"]["catalyst_worker"] == "-"
    for actor in ("anon", *OF_A, "outsider"):
        assert not re.search(r"auth\.|vault\.|cron\.|supabase_migrations\.", WRITTEN["platform"][actor])


async def test_worker_functions_refuse_clients(database: Database) -> None:
    """Called for real, with nulls: refused before they look at an argument."""
    world = await populate(database)
    machine_only = [name for name, roles in WRITTEN["functions"].items() if "authenticated" not in roles.split()]
    assert any(name.startswith("public.claim_jobs(") for name in machine_only)
    admin = await database.connect("supabase_admin")
    found = await admin.execute("select oid::regprocedure::text from pg_proc where provariadic <> 0")
    variadic = {row[0] for row in await found.fetchall()}
    for actor in ("anon", "owner"):
        connection = await connect_actor(database, world, actor)
        for name in machine_only:
            *first, last = re.sub(r"^.*?\((.*)\)$", r"\1", name).split(",")
            given = [f"null::{kind}" for kind in first]
            if last:
                given.append(f"variadic null::{last}" if name in variadic else f"null::{last}")
            arguments = ", ".join(given)
            call = f"select {name.split('(')[0]}({arguments})"
            assert await outcome(connection, call) == "42501", f"{actor} may call {name}"


async def test_worker_role_is_no_more_than_it_says(database: Database) -> None:
    admin = await database.connect("supabase_admin")
    query = """
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin,
        array(select roleid::regrole::text from pg_auth_members where member = r.oid)
      from pg_roles as r where rolname = 'catalyst_worker'
    """
    assert await (await admin.execute(query)).fetchone() == (False, False, False, False, False, False, [])


async def outcome(connection: AsyncConnection[Any], statement: str) -> str | None:
    """The SQLSTATE, None when it works."""
    try:
        await connection.execute(statement.encode())
    except psycopg.Error as error:
        return error.sqlstate
    return None


def reached(cell: str) -> set[str]:
    """The owners of the rows that a cell of the matrix reaches by any verb."""
    return {word for phrase in cell.split("; ") for word in re.sub(r"\(.*", "", phrase).split()[1:]} - {"nothing"}
