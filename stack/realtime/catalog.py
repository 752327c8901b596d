"""What the database says about tables now: columns, keys, row level security and who may read which column."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from psycopg import AsyncConnection
from psycopg.rows import TupleRow

from stack.realtime.values import Converter, converter

_COLUMNS = """
select c.oid::bigint, n.nspname, c.relname, c.relrowsecurity,
  a.attname, t.typname, t.oid::bigint, t.typtype = 'e', pg_catalog.format_type(a.atttypid, -1),
  coalesce(a.attnum = any(k.conkey), false),
  coalesce(o.collisdeterministic, true),
  array(
    select r.rolname::text
    from pg_catalog.pg_roles r
    where r.rolname = any(%(roles)s)
      and has_schema_privilege(r.oid, n.oid, 'USAGE')
      and has_column_privilege(r.oid, c.oid, a.attnum, 'SELECT')
  )
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_catalog.pg_type t on t.oid = a.atttypid
left join pg_catalog.pg_collation o on o.oid = a.attcollation
left join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
where c.oid = any(%(tables)s::oid[])
order by c.oid, a.attnum
"""

_UNRESTRICTED = """
select rolname::text from pg_catalog.pg_roles where rolname = any(%(roles)s) and (rolbypassrls or rolsuper)
"""


@dataclass(frozen=True, slots=True)
class Column:
    """A live column."""

    name: str
    type_name: str
    type_oid: int
    cast: str
    convert: Converter | None
    is_key: bool
    is_deterministic: bool
    readers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A live table and what the asked-for roles may read of it."""

    oid: int
    schema: str
    name: str
    has_rls: bool
    columns: dict[str, Column]

    @property
    def key(self) -> list[Column]:
        """The columns of the primary key."""
        return [column for column in self.columns.values() if column.is_key]

    def readable(self, role: str) -> list[Column]:
        """The columns that a role may read."""
        return [column for column in self.columns.values() if role in column.readers]


@dataclass(frozen=True, slots=True)
class Catalog:
    """One look at the catalogue."""

    tables: dict[int, Table]
    unrestricted: frozenset[str]


async def read_catalog(connection: AsyncConnection[TupleRow], tables: Sequence[int], roles: Collection[str]) -> Catalog:
    """Look up tables by oid; dropped ones are missing from the answer."""
    parameters: dict[str, Any] = {"tables": list(tables), "roles": sorted(roles)}
    found: dict[int, Table] = {}
    async with connection.cursor() as cursor:
        await cursor.execute(_COLUMNS, parameters)
        async for (
            oid, schema, name, rls, column, type_name, type_oid, is_enum, cast, is_key, deterministic, readers
        ) in cursor:  # fmt: skip
            table = found.setdefault(oid, Table(oid, schema, name, rls, {}))
            table.columns[column] = Column(
                column,
                type_name,
                type_oid,
                cast,
                converter(type_oid, is_enum=is_enum),
                is_key,
                deterministic,
                frozenset(readers),
            )
        await cursor.execute(_UNRESTRICTED, parameters)
        unrestricted = frozenset([role async for (role,) in cursor])
    return Catalog(found, unrestricted)
