"""Over HTTP, with the person's own token: every column that clients must not write, one by one, on their own rows."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import psycopg
import pytest
import pytest_asyncio
import yaml
from psycopg import sql

from tests.api.conftest import Filled
from tests.support.grants import GrantedColumn, granted_columns
from tests.support.stacks import RunningStack
from tests.support.tenants import Table, World

# All that clients write directly, by hand: a grant too many is noticed here as well as in privileges.yaml.
_WRITES: dict[str, dict[str, list[str]]] = yaml.safe_load(Path(__file__).with_name("writable.yaml").read_text())
WRITABLE = {table: set(writes["update"]) for table, writes in _WRITES.items() if writes.get("update")}
INSERTABLE = {table: set(writes["insert"]) for table, writes in _WRITES.items() if writes.get("insert")}
DELETABLE = {table for table, writes in _WRITES.items() if writes.get("delete")}


@dataclass(frozen=True, slots=True)
class Scene:
    """A's rows in every table, and A's own token."""

    world: World
    columns: dict[str, list[GrantedColumn]]
    headers: dict[str, dict[str, str]]
    http: httpx.AsyncClient
    stack: RunningStack

    def targets(self) -> Iterator[tuple[Table, str, dict[str, str]]]:
        """Every exposed table with the filter that names A's row, or the shared one."""
        for full, table in self.world.tables.items():
            schema, name = full.split(".")
            row = table.rows.get("A") or table.rows.get("shared")
            if schema == "public" and row is not None:
                yield table, name, {column: f"eq.{row[column]}" for column in table.key}

    def stored(self, table: Table) -> list[Any]:
        with psycopg.connect(self.stack.superuser_url()) as connection:
            query = sql.SQL("select to_jsonb(t)::text from {} as t order by 1").format(table.identifier)
            return connection.execute(query).fetchall()

    async def refused(
        self, label: str, who: str, method: str, table: str, *, computed: bool = False, **options: Any
    ) -> str | None:
        """What is wrong with the answer; None when it is a refusal for want of a grant.

        Postgres refuses a value for a computed column (428C9) before it looks at grants.
        """
        answer = await self.http.request(method, f"/{table}", headers=self.headers[who], **options)
        expected = (401, "42501") if who == "anon" else (403, "42501")
        body = answer.json() if answer.content else {}
        given = (answer.status_code, body.get("code") if isinstance(body, dict) else None)
        if computed and given == (400, "428C9"):
            return None
        return None if given == expected else f"{who} {method} {label}: {given} {answer.text[:150]}"


@pytest_asyncio.fixture(scope="module")
async def scene(filled: Filled) -> AsyncIterator[Scene]:
    headers = {"anon": {"apikey": filled.stack.publishable_key}, "owner": filled.a.headers}
    async with httpx.AsyncClient(base_url=filled.stack.rest_url, timeout=30) as http:
        yield Scene(filled.world, granted_columns(filled.stack), headers, http, filled.stack)


def test_the_list_is_the_catalogue(scene: Scene) -> None:
    found = {table: {c.name for c in columns if c.updatable} for table, columns in scene.columns.items()}
    assert {table: names for table, names in found.items() if names} == WRITABLE
    inserted = {table: {c.name for c in columns if c.insertable} for table, columns in scene.columns.items()}
    assert {table: names for table, names in inserted.items() if names} == INSERTABLE
    assert {c.table for columns in scene.columns.values() for c in columns if c.deletable} == DELETABLE
    assert {name for _, name, _ in scene.targets()} == set(scene.columns), "every table has a row to try on"


async def test_a_column_that_is_not_theirs(scene: Scene) -> None:
    """PATCH of each column alone, POST, DELETE of the row: 42501, and nothing in the table has changed."""
    problems: list[str | None] = []
    tried = 0
    for table, name, row in scene.targets():
        before = scene.stored(table)
        calls = []
        for column in (c for c in scene.columns[name] if c.name not in WRITABLE.get(name, ())):
            label, value = f"{name}.{column.name}", {column.name: column.other_value()}
            calls.append(scene.refused(label, "owner", "PATCH", name, computed=column.computed, params=row, json=value))
        # Refused for one column as for another; privileges.yaml has tried each.
        for column in [c for c in scene.columns[name] if c.name not in INSERTABLE.get(name, ())][:3]:
            label, value = f"{name}.{column.name}", {column.name: column.other_value()}
            calls.append(scene.refused(label, "owner", "POST", name, computed=column.computed, json=value))
        if name not in DELETABLE:
            calls.append(scene.refused(name, "owner", "DELETE", name, params=row))
        tried += len(calls)
        problems += [problem for problem in await asyncio.gather(*calls) if problem]
        if scene.stored(table) != before:
            problems.append(f"{name}: changed")
    assert not problems, f"{len(problems)} of {tried}:\n" + "\n".join(map(str, problems[:40]))
    assert tried > sum(map(len, scene.columns.values())) - sum(map(len, WRITABLE.values()))


async def test_nobody_without_a_session_writes(scene: Scene) -> None:
    """The same for anon, who has no grant on any column: one of each table is as good as all."""
    problems: list[str | None] = []
    for table, name, row in scene.targets():
        before = scene.stored(table)
        column = next(c for c in scene.columns[name] if not c.computed)
        value = {column.name: column.other_value()}
        calls = (
            scene.refused(name, "anon", "PATCH", name, params=row, json=value),
            scene.refused(name, "anon", "POST", name, json=value),
            scene.refused(name, "anon", "DELETE", name, params=row),
        )
        problems += [problem for problem in await asyncio.gather(*calls) if problem]
        if scene.stored(table) != before:
            problems.append(f"{name}: changed")
    assert not problems, "\n".join(map(str, problems[:40]))


@pytest.mark.parametrize("table", WRITABLE)
async def test_the_filter_reaches_the_row(scene: Scene, table: str) -> None:
    """The same request with a column that is theirs changes it: the refusals above are about the column alone."""
    row = next(filters for _, name, filters in scene.targets() if name == table)
    headers = scene.headers["owner"] | {"prefer": "return=representation"}
    # Some columns take only what their checks allow; one that takes the value is enough.
    answers = []
    for column in (c for c in scene.columns[table] if c.updatable):
        answer = await scene.http.patch(
            f"/{table}", params=row | {"select": column.name}, json={column.name: column.other_value()}, headers=headers
        )
        if answer.status_code == 200 and len(answer.json()) == 1:
            return
        answers.append(f"{column.name}: {answer.status_code} {answer.text[:150]}")
    pytest.fail("\n".join(answers))


async def test_a_mixture_is_refused_whole(scene: Scene) -> None:
    """One column too many and none is written."""
    for table, allowed in WRITABLE.items():
        found, _, row = next(target for target in scene.targets() if target[1] == table)
        before = scene.stored(found)
        mine = next(c for c in scene.columns[table] if c.name in allowed)
        for column in (c for c in scene.columns[table] if c.name not in allowed):
            body = {mine.name: mine.other_value(), column.name: column.other_value()}
            assert (
                await scene.refused(
                    column.name, "owner", "PATCH", table, computed=column.computed, params=row, json=body
                )
                is None
            )
        assert scene.stored(found) == before


async def test_a_row_of_another_organization_is_out_of_reach(scene: Scene) -> None:
    """Columns that are theirs, on rows that are not: nothing is found, and nothing changes."""
    for full, table in scene.world.tables.items():
        name = full.removeprefix("public.")
        if name not in WRITABLE:
            continue
        theirs: dict[str, UUID] = table.rows["B"]
        row = {column: f"eq.{theirs[column]}" for column in table.key}
        before = scene.stored(table)
        for column in (c for c in scene.columns[name] if c.updatable):
            answer = await scene.http.patch(
                f"/{name}", params=row, json={column.name: column.other_value()},
                headers=scene.headers["owner"] | {"prefer": "return=representation"},
            )  # fmt: skip
            assert answer.status_code in (200, 403), answer.text
            assert answer.status_code == 403 or answer.json() == []
        if name in DELETABLE:
            await scene.http.delete(f"/{name}", params=row, headers=scene.headers["owner"])
        assert scene.stored(table) == before, name
