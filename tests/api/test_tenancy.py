"""Through the gateway: nobody reads another tenant's words, whatever is asked and however connections are shared."""

from __future__ import annotations

import asyncio
import json
import os
import re
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
import pytest_asyncio
import yaml
from psycopg import sql

from tests.api.conftest import Filled
from tests.database.test_privileges import CELLS, reached
from tests.support.grants import GrantedColumn, Link, granted_columns, links
from tests.support.people import Person, join, rows
from tests.support.rpc import Function, client_functions, plausible
from tests.support.stacks import RunningStack, StackDatabase

INTERNAL = re.compile("XX|58|P0(?!001)")  # classes of SQLSTATE that are our mistake
REQUESTS = int(os.environ.get("CATALYST_TENANCY_REQUESTS", "1000"))


# Text in which no word of a tenant's own fits, by the reason why.
WORDLESS = {
    column
    for columns in yaml.safe_load(Path(__file__).with_name("wordless.yaml").read_text()).values()
    for column in columns
}


@pytest_asyncio.fixture(scope="module")
async def members(stack: RunningStack) -> tuple[Person, Person]:
    return await join(stack, "first"), await join(stack, "second")


async def test_connections_carry_nothing_over(stack: RunningStack, members: tuple[Person, Person]) -> None:
    """Alternating people on the same few connections each see their own organization, every time."""
    gate = asyncio.Semaphore(16)
    wrong: list[Any] = []
    async with httpx.AsyncClient(base_url=stack.rest_url, timeout=60) as http:

        async def ask(number: int) -> None:
            member = members[number % 2]
            async with gate:
                answer = await http.get(
                    "/organization_members", params={"select": "organization_id"}, headers=member.headers
                )
            if answer.json() != [{"organization_id": str(member.organization)}]:
                wrong.append((number, answer.status_code, answer.text[:200]))

        await asyncio.gather(*(ask(number) for number in range(REQUESTS)))
    assert not wrong, wrong[:5]


async def test_naming_another_organization_opens_nothing(stack: RunningStack, members: tuple[Person, Person]) -> None:
    a, b = members
    async with httpx.AsyncClient(base_url=stack.rest_url) as http:
        answer = await http.get("/organizations", headers=a.headers | {"x-organization-id": str(b.organization)})
        assert str(b.organization) not in answer.text
        moved = await http.patch(
            "/organizations", params={"id": f"eq.{b.organization}"}, json={"name": "mine"}, headers=a.headers
        )
        assert moved.status_code in (200, 204)
        assert moved.text in ("", "[]")
    assert rows(stack, "select name from public.organizations where id = %s", b.organization) != [("mine",)]


@dataclass(frozen=True, slots=True)
class Reader:
    """Asks as one person and keeps everything that was answered."""

    http: httpx.AsyncClient
    person: Person
    answers: list[tuple[str, str]]

    async def get(self, path: str) -> None:
        await self._keep(path, await self.http.get(path, headers=self.person.headers))

    async def get_all(self, paths: Sequence[str]) -> None:
        """The gateway is the same for all of them, so several are asked at once."""
        gate = asyncio.Semaphore(12)

        async def one(path: str) -> None:
            async with gate:
                await self.get(path)

        await asyncio.gather(*(one(path) for path in paths))

    async def _keep(self, label: str, answer: httpx.Response) -> None:
        assert answer.status_code < 500, (label, answer.text[:300])
        self.answers.append((label, answer.text))

    def met(self, words: dict[str, str]) -> dict[str, str]:
        """Which of the words turned up, and where."""
        found: dict[str, str] = {}
        for label, text in self.answers:
            found |= {column: label for column, word in words.items() if column not in found and word in text}
        return found


class Caller:
    """Calls functions as one person, as the API would, but in SQL: there are tens of thousands of calls."""

    def __init__(self, connection: psycopg.Connection, person: Person) -> None:
        self.person = person
        self.answers: list[tuple[str, str]] = []
        self._connection = connection
        self._claims = json.dumps({"sub": str(person.id), "role": "authenticated"})

    def call(self, function: Function, body: dict[str, Any]) -> None:
        """One call in a transaction of its own, which stays when the function does not refuse."""
        named = sql.SQL(", ").join(
            sql.SQL("{} => {}::" + function.parameters[name]).format(sql.Identifier(name), _literal(value))  # type: ignore[arg-type]
            for name, value in body.items()
        )
        query = sql.SQL("select to_jsonb(f)::text from public.{}({}) as f").format(sql.Identifier(function.name), named)
        label = f"{function.name} {body}"
        try:
            with self._connection.transaction():
                self._connection.execute(
                    "select set_config('request.jwt.claims', %s, true), set_config('request.headers', '{}', true),"
                    " set_config('role', 'authenticated', true)", (self._claims,),
                )  # fmt: skip
                self.answers += [(label, str(row[0])) for row in self._connection.execute(query).fetchall()]
        except psycopg.Error as error:
            if INTERNAL.match(error.sqlstate or "XX"):
                raise
            self.answers.append((label, str(error)))

    def met(self, words: dict[str, str]) -> dict[str, str]:
        """Which of the words turned up, and where."""
        found: dict[str, str] = {}
        for label, text in self.answers:
            found |= {column: label for column, word in words.items() if column not in found and word in text}
        return found


def _literal(value: Any) -> sql.Composable:
    return sql.Literal(json.dumps(value) if isinstance(value, dict) else value)


@pytest_asyncio.fixture
async def readers(filled: Filled) -> AsyncIterator[tuple[Reader, Reader]]:
    async with httpx.AsyncClient(base_url=filled.stack.rest_url, timeout=60) as http:
        yield Reader(http, filled.a, []), Reader(http, filled.b, [])


def words_of(filled: Filled, letter: str) -> dict[str, str]:
    """All that was planted in the rows of a tenant, by table and column."""
    planted: dict[str, str] = {}
    for name, table in filled.world.tables.items():
        if letter in table.rows:
            planted |= {f"{name}.{column}": word.text for column, word in table.words[letter].items()}
    return planted


def ids_of(filled: Filled, letter: str) -> tuple[list[str], list[int]]:
    """Every uuid and every number by which rows of a tenant are known."""
    person = filled.a if letter == "A" else filled.b
    uuids, numbers = {str(person.id), str(person.organization)}, set()
    for table in filled.world.tables.values():
        found = table.rows.get(letter, {}).get("id")
        if isinstance(found, str):
            uuids.add(found)
        elif isinstance(found, int):
            numbers.add(found)
    return sorted(uuids), sorted(numbers)


def stored(filled: Filled, letter: str) -> dict[str, Any]:
    """The rows of a tenant as they are now."""
    person = filled.a if letter == "A" else filled.b
    found: dict[str, Any] = {}
    for name, table in filled.world.tables.items():
        ours = f"%{person.organization}%", f"%{person.id}%"
        query = f"select to_jsonb(t)::text from {name} as t where t::text like %s or t::text like %s order by 1"
        found[name] = rows(filled.stack, query, *ours) if letter in table.rows else []
    return found


def test_every_text_column_holds_a_word(filled: Filled) -> None:
    """What holds none is listed with a reason, so that a new column is not forgotten."""
    wordless = {
        f"{name}.{column.name}"
        for name, table in filled.world.tables.items()
        for column in table.columns
        if "B" in table.rows and column.holds_words and column.name not in table.words["B"]
    }
    assert not wordless - WORDLESS, "\n".join(sorted(wordless - WORDLESS))
    assert not WORDLESS - wordless, sorted(WORDLESS - wordless)
    texts = words_of(filled, "B")
    kept = "".join(str(found) for found in stored(filled, "B").values())
    assert not [column for column, word in texts.items() if word not in kept]


@pytest.mark.timeout(120)
async def test_no_table_shows_another_tenants_words(filled: Filled, readers: tuple[Reader, Reader]) -> None:
    """Every table, by every id of B, with all embedded that a foreign key ties to it; B reads the same as a control."""
    a, b = readers
    columns, words = granted_columns(filled.stack), words_of(filled, "B")
    alone = list(read_paths(filled, columns))
    await asyncio.gather(a.get_all([*alone, *embeddings(columns, links(filled.stack))]), b.get_all(alone))
    assert a.met(words) == {}
    readable = {
        f"public.{column.table}.{column.name}" for found in columns.values() for column in found if column.selectable
    }
    open_to_b = {table for table, actors in CELLS.items() if "B" in reached(actors["outsider"].partition(";")[0])}
    expected = {column for column in words if column in readable and column.rpartition(".")[0] in open_to_b}
    assert len(expected) > 30
    assert set(b.met(words)) >= expected, expected - set(b.met(words))


@pytest.mark.timeout(300)
async def test_no_function_shows_or_touches_what_is_another_tenants(filled: Filled) -> None:
    """A names B's ids in every parameter that takes one; B, as a control, in those that only read."""
    uuids, numbers = ids_of(filled, "B")
    words, before = words_of(filled, "B"), stored(filled, "B")
    tried = 0
    with psycopg.connect(filled.stack.superuser_url(), autocommit=True) as connection:
        a, b = Caller(connection, filled.a), Caller(connection, filled.b)
        for function in await client_functions(StackDatabase(filled.stack)):
            for body in bodies(function, uuids, numbers):
                a.call(function, body)
                tried += 1
                if function.only_reads:
                    b.call(function, body)
    assert tried > 100
    assert a.met(words) == {}
    assert stored(filled, "B") == before
    shown = {label.split()[0] for label, text in b.answers if any(word in text for word in words.values())}
    assert shown >= {"get_generation", "list_members"}, shown


def bodies(function: Function, uuids: list[str], numbers: list[int]) -> Iterator[dict[str, Any]]:
    """One call for each id, in all parameters that take one at once, and plausible what a call is refused without."""
    needed = ("p_changes", "p_action", "p_rating", "p_key", "p_value")
    plain = {name: plausible(kind) for name, kind in function.parameters.items() if name in needed}
    takers = {
        kind: [name for name, type_ in function.parameters.items() if type_.removesuffix("[]") in kinds]
        for kind, kinds in (("uuid", ("uuid",)), ("number", ("bigint",)))
    }
    if not takers["uuid"] and not takers["number"]:
        yield plain
    for names, ids in ((takers["uuid"], uuids), (takers["number"], numbers)):
        for one in ids if names else []:
            yield plain | {name: [one] if function.parameters[name].endswith("[]") else one for name in names}


def granted_by_table(columns: dict[str, list[GrantedColumn]]) -> dict[str, str]:
    return {table: ",".join(c.name for c in found if c.selectable) for table, found in columns.items()}


def read_paths(filled: Filled, columns: dict[str, list[GrantedColumn]]) -> Iterator[str]:
    """Every exposed table by itself, and by all of B's ids in each column that holds ids."""
    granted = granted_by_table(columns)
    uuids, numbers = ids_of(filled, "B")
    for table, found in columns.items():
        yield f"/{table}?select=*"
        if not granted[table]:
            continue
        yield f"/{table}?select={granted[table]}"
        for column in found:
            if column.selectable and column.type in ("uuid", "int8"):
                ids = uuids if column.type == "uuid" else numbers
                yield f"/{table}?select={granted[table]}&{column.name}=in.({','.join(map(str, ids))})"


def embeddings(columns: dict[str, list[GrantedColumn]], ties: list[Link]) -> Iterator[str]:
    """Every exposed table with each table that a foreign key ties to it, both ways."""
    granted = granted_by_table(columns)
    for number, tie in enumerate(ties):
        for table, other in ((tie.table, tie.parent), (tie.parent, tie.table)):
            if granted[table] and granted[other]:
                first, inner = granted[table].split(",")[0], "!inner" if number % 2 else ""
                yield f"/{table}?select={first},{other}!{tie.constraint}{inner}({granted[other]})"
