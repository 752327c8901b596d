"""Two tenants with a row in every table, made from the catalogue: a new table is covered on its first day."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, LiteralString, NamedTuple, cast
from uuid import UUID, uuid4

import psycopg
from psycopg import AsyncConnection, sql
from psycopg.types.json import Jsonb

from tests.support.database import Database

Row = dict[str, Any]

_TABLES = """
select n.nspname, c.relname, coalesce(
  (select array_agg(a.attname order by a.attnum) from pg_index as i
    join pg_attribute as a on a.attrelid = c.oid and a.attnum = any (i.indkey)
    where i.indrelid = c.oid and i.indisprimary), '{}')::text[]
from pg_class as c
join pg_namespace as n on n.oid = c.relnamespace
where n.nspname in ('public', 'private') and c.relkind in ('r', 'p') and not c.relispartition
order by 1, 2
"""
_COLUMNS = """
select a.attname, t.typname, format_type(a.atttypid, null), t.typtype, t.typcategory, a.attnotnull,
  a.atthasdef or a.attidentity <> '',
  a.attgenerated <> '' or a.attidentity = 'a',
  (select enumlabel from pg_enum as e where e.enumtypid = t.oid order by enumsortorder limit 1),
  exists (
    select from pg_constraint as k
    where k.conrelid = a.attrelid and a.attnum = any (k.conkey) and k.contype in ('f', 'p')
  ),
  array(
    select pg_get_expr(k.conbin, k.conrelid) from pg_constraint as k
    where k.conrelid = a.attrelid and k.conkey = array[a.attnum] and k.contype = 'c'
  )
from pg_attribute as a
join pg_type as t on t.oid = a.atttypid
where a.attrelid = %s::regclass and a.attnum > 0 and not a.attisdropped
order by a.attnum
"""
_FOREIGN_KEYS = """
select f.nspname || '.' || r.relname,
  (select array_agg(a.attname order by o) from unnest(k.conkey) with ordinality as u (n, o)
    join pg_attribute as a on a.attrelid = k.conrelid and a.attnum = u.n)::text[],
  (select array_agg(a.attname order by o) from unnest(k.confkey) with ordinality as u (n, o)
    join pg_attribute as a on a.attrelid = k.confrelid and a.attnum = u.n)::text[]
from pg_constraint as k
join pg_class as r on r.oid = k.confrelid
join pg_namespace as f on f.oid = r.relnamespace
where k.conrelid = %s::regclass and k.contype = 'f' and k.conparentid = 0
order by cardinality(k.conkey) desc, k.conname
"""
# Checks limit values, not rights; without them one made-up value per type fits everywhere.
_DROP_CHECKS = """
do $$
declare
  v_check record;
begin
  for v_check in
    select conrelid::regclass as relation, conname from pg_constraint
    where contype = 'c' and conparentid = 0 and coninhcount = 0 and conrelid <> 0
      and connamespace in ('public'::regnamespace, 'private'::regnamespace)
  loop
    execute format('alter table %s drop constraint if exists %I', v_check.relation, v_check.conname);
  end loop;
end;
$$
"""

# Values for columns that a trigger, not a check, limits; in the order of their names. No canary is planted in these.
_VALUES: dict[str, Any] = {
    "public.brand_profiles.preferred_platforms": ["instagram"],
    "public.trending_keywords.valid_end": "2126-06-01T00:00:00Z",
}


# Values that put a row where its policies are about something; by table and column, in alphabetical order.
_PARTICULAR: dict[str, dict[str, Any]] = {
    "public.invoices": {"status": "sent"},  # drafts are the seller's own
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column, as far as making up a value needs it."""

    name: str
    type: str
    full_type: str
    kind: str
    category: str
    required: bool
    has_default: bool
    computed: bool
    first_label: str | None
    is_key: bool
    checks: list[str]

    @property
    def holds_words(self) -> bool:
        """Whether its type can hold a word."""
        return self.type in ("text", "_text", "jsonb", "json", "varchar", "citext") and not self.computed


class Word(NamedTuple):
    """What nobody of another tenant may ever read, and the value it is planted in."""

    text: str
    value: Any


@dataclass(slots=True)
class Table:
    """A table with the rows of each tenant ("A", "B") and those that belong to nobody ("shared")."""

    name: str
    key: list[str]
    columns: list[Column]
    foreign_keys: list[tuple[str, list[str], list[str]]]
    rows: dict[str, Row] = field(default_factory=dict)
    words: dict[str, dict[str, Word]] = field(default_factory=dict)

    @property
    def identifier(self) -> sql.Identifier:
        """The qualified name."""
        return sql.Identifier(*self.name.split("."))


@dataclass(frozen=True, slots=True)
class Tenant:
    """An organization and its owner."""

    letter: str
    organization: UUID
    owner: UUID

    def words(self, table: str, column: str) -> list[str]:
        """Forms of a word of their own, of which a column with checks takes one or another."""
        word = f"canary-{self.letter}-{table.partition('.')[2]}-{column}".lower().replace("_", "-")
        digest = hashlib.sha256(word.encode()).hexdigest()
        short, digits = f"canary-{self.letter.lower()}-{digest[:8]}", f"{int(digest[:8], 16):010d}"
        mail, address = f"{word}@example.test", f"https://example.test/{word}"
        return [word, mail, address, short, digest, f"+31{digits}", f"sha256:{digest}"]


@dataclass(frozen=True, slots=True)
class World:
    """Everybody and everything in the database."""

    tables: dict[str, Table]
    a: Tenant
    b: Tenant
    people: dict[str, UUID]


async def populate(database: Database, owners: Sequence[tuple[UUID, UUID]] = ()) -> World:
    """Make people, memberships and one row per tenant and table in a migrated database.

    `owners` are the organizations and people to be A and B, when they have signed up already.
    """
    admin = await database.connect("supabase_admin")
    tables = await _read_tables(admin)
    known = [Tenant(letter, *owner) for letter, owner in zip("AB", owners, strict=False)]
    a, b = known or [await _found(database, admin, letter) for letter in "AB"]
    people = {"owner": a.owner, "outsider": b.owner, "intruder": b.owner}
    await admin.execute("set session_replication_role = replica")
    for table in tables.values():
        for tenant in (a, b):
            table.words[tenant.letter] = await _choose_words(admin, table, tenant)
    for role in ("creator", "viewer", "removed"):
        people[role] = await database.create_user(f"{role}@example.test")
        if role != "removed":
            await admin.execute(
                "insert into public.organization_members (organization_id, user_id, role) values (%s, %s, %s)",
                (a.organization, people[role], role),
            )
    await admin.execute(_DROP_CHECKS)
    for tenant in (a, b):
        for table in _in_order(tables):
            await _seed(admin, tables, table, tenant)
    for table in tables.values():
        if not table.rows:
            cursor = await admin.execute(sql.SQL("select to_jsonb(t) from {} as t limit 1").format(table.identifier))
            if row := await cursor.fetchone():
                table.rows["shared"] = row[0]
            else:
                await _insert(admin, tables, table, None)
    await admin.close()
    return World(tables, a, b, people)


async def _read_tables(admin: AsyncConnection[Any]) -> dict[str, Table]:
    tables = {}
    for schema, name, key in await (await admin.execute(_TABLES)).fetchall():
        full = f"{schema}.{name}"
        columns = [Column(*row) for row in await (await admin.execute(_COLUMNS, (full,))).fetchall()]
        keys = [tuple(row) for row in await (await admin.execute(_FOREIGN_KEYS, (full,))).fetchall()]
        tables[full] = Table(full, key, columns, keys)
    return tables


async def _found(database: Database, admin: AsyncConnection[Any], letter: str) -> Tenant:
    owner = await database.create_user(f"{letter.lower()}@example.test")
    cursor = await admin.execute(
        "select organization_id from public.organization_members where user_id = %s and role = 'owner'", (owner,)
    )
    row = await cursor.fetchone()
    assert row is not None, "a person who signs up gets an organization"
    return Tenant(letter, row[0], owner)


def _in_order(tables: dict[str, Table]) -> list[Table]:
    """Parents first; a circle is cut where it is met."""
    done: dict[str, Table] = {}

    def visit(table: Table, path: tuple[str, ...]) -> None:
        for parent, _, _ in table.foreign_keys:
            if parent in tables and parent not in done and parent not in path:
                visit(tables[parent], (*path, parent))
        done[table.name] = table

    for table in tables.values():
        if table.name not in done:
            visit(table, (table.name,))
    return list(done.values())


def _belongs(tables: dict[str, Table], table: Table, tenant: Tenant) -> dict[str, Any]:
    """The columns that tie a row of this table to the tenant; empty for what is nobody's."""
    names = {column.name for column in table.columns}
    if table.name == "public.organizations":
        return {"id": tenant.organization}
    if table.name == "public.profiles":
        return {"id": tenant.owner}
    if "organization_id" in names:
        return {"organization_id": tenant.organization}
    if "user_id" in names:
        return {"user_id": tenant.owner}
    for parent, columns, referenced in table.foreign_keys:
        row = tables[parent].rows.get(tenant.letter) if parent in tables else None
        if row is not None:
            return {column: row[target] for column, target in zip(columns, referenced, strict=True)}
    return {}


async def _seed(admin: AsyncConnection[Any], tables: dict[str, Table], table: Table, tenant: Tenant) -> None:
    owned = _belongs(tables, table, tenant)
    if not owned:
        # A lookup that the migrations fill: rows of tenants refer to what it has.
        existing = sql.SQL("select to_jsonb(t) from {} as t limit 1").format(table.identifier)
        if "shared" not in table.rows and (found := await (await admin.execute(existing)).fetchone()):
            table.rows["shared"] = found[0]
        return
    condition = sql.SQL(" and ").join(sql.SQL("{} = {}").format(sql.Identifier(c), v) for c, v in owned.items())
    find = sql.SQL("select to_jsonb(t) from {} as t where {} order by to_jsonb(t)::text like %s desc limit 1").format(
        table.identifier, condition
    )
    row = await (await admin.execute(find, (f"%{tenant.owner}%",))).fetchone()
    if row is None:
        await _insert(admin, tables, table, tenant)
        return
    table.rows[tenant.letter] = row[0]
    if words := table.words[tenant.letter]:
        assignments = sql.SQL(", ").join(
            sql.SQL("{} = {}").format(sql.Identifier(c), word.value) for c, word in words.items()
        )
        await admin.execute(sql.SQL("update {} set {} where {}").format(table.identifier, assignments, condition))


async def _choose_words(admin: AsyncConnection[Any], table: Table, tenant: Tenant) -> dict[str, Word]:
    """For each column that can hold words the first form that its checks admit."""
    chosen: dict[str, Word] = {}
    for column in table.columns:
        if not column.holds_words or column.is_key or f"{table.name}.{column.name}" in _VALUES:
            continue
        forms = (Word(text, value) for text in tenant.words(table.name, column.name) for value in _wrap(column, text))
        for word in forms:
            if await _admits(admin, column, word.value):
                chosen[column.name] = word
                break
    return chosen


def _wrap(column: Column, text: str) -> list[Any]:
    """The values of the column's type that hold the word."""
    if column.type == "_text":
        return [[text]]
    return [Jsonb({"note": text}), Jsonb([text])] if column.category == "U" else [text]


async def _admits(admin: AsyncConnection[Any], column: Column, value: Any) -> bool:
    """Whether the checks of this column alone hold; those across columns are about other things than words."""
    checks = sql.SQL(" and ").join([sql.SQL("true"), *(sql.SQL(cast("LiteralString", c)) for c in column.checks)])
    query = sql.SQL("select {} from (select {}::{} as {}) as t").format(
        checks, sql.Literal(value), sql.SQL(cast("LiteralString", column.full_type)), sql.Identifier(column.name)
    )
    try:
        async with admin.transaction():
            return await (await admin.execute(query)).fetchone() == (True,)
    except psycopg.Error:
        return False


async def _insert(admin: AsyncConnection[Any], tables: dict[str, Table], table: Table, tenant: Tenant | None) -> None:
    values = make_values(tables, table, tenant)
    insert = sql.SQL("insert into {} as t ({}) overriding system value values ({}) returning to_jsonb(t)").format(
        table.identifier,
        sql.SQL(", ").join(map(sql.Identifier, values)),
        sql.SQL(", ").join(sql.Placeholder() * len(values)),
    )
    row = await (await admin.execute(insert, list(values.values()))).fetchone()
    assert row is not None
    table.rows[tenant.letter if tenant else "shared"] = row[0]


def make_values(tables: dict[str, Table], table: Table, tenant: Tenant | None) -> dict[str, Any]:
    """Values for every column that needs one, and a canary wherever words fit."""
    values: dict[str, Any] = dict(_belongs(tables, table, tenant)) if tenant else {}
    values |= _PARTICULAR.get(table.name, {})
    for parent, columns, referenced in table.foreign_keys:
        row = _parent_row(tables, parent, tenant)
        required = {column.name for column in table.columns if column.required and not column.has_default}
        if row is not None and required & set(columns):
            values |= {c: row[r] for c, r in zip(columns, referenced, strict=True) if c not in values}
    for column in table.columns:
        if column.name in values or column.computed:
            continue
        if f"{table.name}.{column.name}" in _VALUES:
            values[column.name] = _VALUES[f"{table.name}.{column.name}"]
        elif tenant and column.name in table.words[tenant.letter]:
            values[column.name] = table.words[tenant.letter][column.name].value
        elif column.name in ("created_by", "user_id") and tenant:
            values[column.name] = tenant.owner
        elif column.required and not column.has_default:
            values[column.name] = _made_up(column)
    return values


def _parent_row(tables: dict[str, Table], parent: str, tenant: Tenant | None) -> Row | None:
    if parent not in tables:
        return {"id": tenant.owner} if tenant and parent == "auth.users" else None
    rows = tables[parent].rows
    return (rows.get(tenant.letter) if tenant else None) or rows.get("shared")


def _made_up(column: Column) -> Any:
    if column.first_label is not None:
        return column.first_label
    if column.category == "A":
        return []
    by_type: dict[str, Any] = {
        "uuid": uuid4(), "text": f"word-{uuid4().hex[:12]}", "bool": True, "jsonb": json.dumps({}), "json": "{}",
        "timestamptz": "2026-06-01T00:00:00Z", "date": "2026-06-01", "interval": "1 day", "inet": "192.0.2.1",
        "tstzrange": "[2026-01-01,2027-01-01)", "bytea": b"x", "time": "09:00",
    }  # fmt: skip
    return by_type.get(column.type, 1)
