"""What every role can really do to every table, by trying it: the matrix behind privileges.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml
from psycopg import AsyncConnection, Error, sql

from tests.support.database import Database
from tests.support.tenants import Table, World, make_values, populate

EXPECTATION = Path(__file__).with_name("privileges.yaml")
Matrix = dict[str, dict[str, Any]]

# Who tries. Everybody but `anon` and the two machine roles is a signed-in person; see tests/support/tenants.py.
ACTORS = {
    "anon": "nobody signed in",
    "owner": "owns organization A",
    "creator": "member of A with role creator",
    "viewer": "member of A with role viewer",
    "removed": "was a member of A, still names it in the header",
    "outsider": "owns organization B",
    "intruder": "owns B, names A in the header",
    "catalyst_worker": "direct database role of workers",
    "service_role": "key of servers",
}
_HEADER = f"""\
# What each actor can do to each table and function, as tried on rows of two organizations, A and B.
# Written by `make privileges`; a person reads the difference before committing it. A table not listed fails.
# `select A B` reads rows of both, `shared` rows are nobody's; `nothing`: granted, but no row in reach; `-`: refused.
# `columns` names what a role may touch where that is not every column.
#
{chr(10).join(f"# {actor}: {meaning}" for actor, meaning in ACTORS.items())}

"""
_PLATFORM = ("auth.users", "auth.sessions", "vault.secrets", "vault.decrypted_secrets", "storage.objects",
             "storage.buckets", "realtime.messages", "cron.job", "supabase_migrations.schema_migrations")  # fmt: skip
_FUNCTIONS = """
select p.oid::regprocedure::text, array(
  select r from unnest(array['anon', 'authenticated', 'catalyst_worker', 'service_role']) as r
  where has_function_privilege(r, p.oid, 'execute') and has_schema_privilege(r, p.pronamespace, 'usage')
)
from pg_proc as p
where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace) and p.prorettype <> 'trigger'::regtype
order by p.pronamespace::regnamespace::text desc, 1
"""


class Attempt(NamedTuple):
    """What a verb reached: whose rows, and which columns unless all."""

    verb: str
    rows: str
    columns: str


async def connect_actor(database: Database, world: World, actor: str) -> AsyncConnection[Any]:
    """A connection that acts as this actor, outside any transaction block of its own."""
    if actor in ("anon", "catalyst_worker", "service_role"):
        return await database.connect_as(actor)
    organization = world.b.organization if actor == "outsider" else world.a.organization
    return await database.connect_as_user(world.people[actor], organization)


class Actor:
    """Somebody who tries. What a role has a grant for is the same for all its actors: it is tried once for each."""

    def __init__(self, connection: AsyncConnection[Any], world: World, role: str, usable: dict[str, list[str]]) -> None:
        self._connection = connection
        self._world = world
        self._role = role
        self._usable_by_role = usable

    async def try_table(self, table: Table) -> list[Attempt]:
        """All four verbs; those that are refused are left out."""
        attempts = [
            await self._try_select(table),
            await self._try_insert(table),
            await self._try_update(table),
            await self._try_delete(table),
        ]
        return [attempt for attempt in attempts if attempt]

    async def _try_select(self, table: Table) -> Attempt | None:
        columns = await self._usable(table, "select {column} from {table} where false")
        if not columns:
            return None
        reached = await _rows(self._connection, table, "select from {table} where {row}")
        return _verb("select", reached, columns, table)

    async def _try_insert(self, table: Table) -> Attempt | None:
        columns = await self._usable(table, "insert into {table} ({column}) select null where false", writing=True)
        if not columns:
            return None
        reached = []
        world = self._world
        for tenant in (world.a, world.b):
            values = {c: v for c, v in make_values(world.tables, table, tenant).items() if c in columns}
            statement = sql.SQL("insert into {} ({}) values ({})").format(
                table.identifier,
                sql.SQL(", ").join(map(sql.Identifier, values)),
                sql.SQL(", ").join(map(sql.Literal, values.values())),
            )
            if values and "organization_id" not in values and "organization_id" in {c.name for c in table.columns}:
                # The table fills in the organization itself: whose row it is shows when it is there.
                statement += sql.SQL(" returning (organization_id = {})::integer").format(tenant.organization)
                admitted = await _lands(self._connection, statement)
            else:
                admitted = await _works(self._connection, statement if values else sql.SQL("select 1/0"))
            if admitted:
                reached.append(tenant.letter)
        return _verb("insert", reached, columns, table)

    async def _try_update(self, table: Table) -> Attempt | None:
        columns = await self._usable(table, "update {table} set {column} = default where false", writing=True)
        if not columns:
            return None
        column = sql.Identifier(columns[0])
        template = "update {table} set {column} = {column} where {row}"
        reached = await _rows(self._connection, table, template, column=column)
        return _verb("update", reached, columns, table)

    async def _try_delete(self, table: Table) -> Attempt | None:
        if not await _works(self._connection, sql.SQL("delete from {} where false").format(table.identifier)):
            return None
        return _verb("delete", await _rows(self._connection, table, "delete from {table} where {row}"), [], table)

    async def _usable(self, table: Table, template: str, *, writing: bool = False) -> list[str]:
        """The columns for which the statement is not refused; it touches no row, so only grants decide."""
        key = f"{self._role} {table.name} {template}"
        if key not in self._usable_by_role:
            usable = self._usable_by_role[key] = []
            for column in table.columns:
                if writing and column.computed:
                    continue
                statement = sql.SQL(template).format(table=table.identifier, column=sql.Identifier(column.name))
                if await _is_admitted(self._connection, statement):
                    usable.append(column.name)
        return self._usable_by_role[key]


async def measure(database: Database) -> Matrix:
    """Try everything as everybody; the database is left as it was."""
    world = await populate(database)
    usable: dict[str, list[str]] = {}
    matrix: Matrix = {"tables": {name: {} for name in world.tables}, "platform": {}, "functions": {}}
    for actor in ACTORS:
        connection = await connect_actor(database, world, actor)
        person = Actor(connection, world, _role(actor), usable)
        for table in world.tables.values():
            entry = matrix["tables"][table.name]
            for attempt in await person.try_table(table):
                entry.setdefault("rows", {}).setdefault(actor, []).append(f"{attempt.verb} {attempt.rows}")
                if attempt.columns:
                    entry.setdefault("columns", {})[f"{_role(actor)} {attempt.verb}"] = attempt.columns
        readable = [name for name in _PLATFORM if await _works(connection, f"select count(*) from {name}")]
        matrix["platform"][actor] = "select " + ", ".join(readable) if readable else "-"
        await connection.close()
    admin = await database.connect("supabase_admin")
    await admin.execute("set search_path = ''")
    for function, roles in await (await admin.execute(_FUNCTIONS)).fetchall():
        matrix["functions"][function] = " ".join(roles) or "-"
    await admin.close()
    return matrix


async def _rows(connection: AsyncConnection[Any], table: Table, template: str, **parts: sql.Composable) -> list[str]:
    """The owners of the rows that the statement reaches, addressed by primary key."""
    reached = []
    for owner, row in sorted(table.rows.items()):
        key = sql.SQL(" and ").join(
            sql.SQL("{} = {}").format(sql.Identifier(c), sql.Literal(row[c])) for c in table.key
        )
        statement = sql.SQL(template).format(table=table.identifier, row=key, **parts)
        if await _works(connection, statement, rows=1):
            reached.append(owner)
    return reached


async def _lands(connection: AsyncConnection[Any], statement: sql.Composable) -> bool:
    """Whether the insert is admitted and answers 1: the row is there, or already was there, in that organization."""
    try:
        async with connection.transaction(force_rollback=True):
            return await (await connection.execute(statement)).fetchone() == (1,)
    except Error as error:
        return error.sqlstate == "23505"


async def _works(connection: AsyncConnection[Any], statement: sql.Composable | str, rows: int | None = None) -> bool:
    """Whether the statement is admitted (a constraint that refuses a value comes after that) and reaches its rows."""
    query = sql.SQL(statement) if isinstance(statement, str) else statement
    try:
        async with connection.transaction(force_rollback=True):
            cursor = await connection.execute(query)
            return rows is None or cursor.rowcount == rows
    except Error as error:
        return (error.sqlstate or "").startswith("23")


async def _is_admitted(connection: AsyncConnection[Any], statement: sql.Composable) -> bool:
    """The same for a statement that touches no row: there is nothing to take back."""
    try:
        await connection.execute(statement)
    except Error as error:
        return (error.sqlstate or "").startswith("23")
    return True


def _verb(verb: str, rows: list[str], columns: list[str], table: Table) -> Attempt:
    every = [c.name for c in table.columns if verb == "select" or not c.computed]
    return Attempt(verb, " ".join(rows) or "nothing", "" if columns in ([], every) else ", ".join(columns))


def _role(actor: str) -> str:
    return actor if actor in ("anon", "catalyst_worker", "service_role") else "authenticated"


def render(matrix: Matrix) -> str:
    """The matrix as reviewed text; actors who can do the same share a line."""
    text = dict(matrix)
    text["tables"] = {}
    for name, entry in matrix["tables"].items():
        by_cell: dict[str, list[str]] = {}
        for actor in ACTORS:
            by_cell.setdefault("; ".join(entry.get("rows", {}).get(actor, [])) or "-", []).append(actor)
        lines = {
            " ".join(actors) if len(actors) < len(ACTORS) else "everybody": cell for cell, actors in by_cell.items()
        }
        text["tables"][name] = lines | ({"columns": entry["columns"]} if "columns" in entry else {})
    return _HEADER + yaml.safe_dump(text, sort_keys=False, width=118, allow_unicode=True)


def read_cells(text: Matrix) -> dict[str, dict[str, str]]:
    """The written matrix as table, actor, cell."""
    cells: dict[str, dict[str, str]] = {}
    for table, lines in text.get("tables", {}).items():
        cells[table] = {}
        for actors, cell in lines.items():
            if actors != "columns":
                cells[table] |= dict.fromkeys(ACTORS if actors == "everybody" else actors.split(), cell)
    return cells
