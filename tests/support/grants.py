"""What a signed-in person may write, column by column, from the catalogue; and a value to try with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import psycopg

from tests.support.stacks import RunningStack

_COLUMNS = """
select c.relname, a.attname, t.typname, t.typcategory,
  (select enumlabel from pg_enum as e where e.enumtypid = t.oid order by enumsortorder desc limit 1),
  has_column_privilege('authenticated', c.oid, a.attnum, 'select'),
  has_column_privilege('authenticated', c.oid, a.attnum, 'insert'),
  has_column_privilege('authenticated', c.oid, a.attnum, 'update'),
  has_table_privilege('authenticated', c.oid, 'delete'),
  a.attgenerated <> '' or a.attidentity = 'a'
from pg_class as c
join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_type as t on t.oid = a.atttypid
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
order by c.relname, a.attnum
"""
_LINKS = """
select k.conrelid::regclass::text, k.confrelid::regclass::text, k.conname
from pg_constraint as k
where k.contype = 'f' and k.conparentid = 0 and k.connamespace = 'public'::regnamespace
  and k.confrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
order by 1, 3
"""


@dataclass(frozen=True, slots=True)
class GrantedColumn:
    """One column of the exposed schema and what role `authenticated` may do with it."""

    table: str
    name: str
    type: str
    category: str
    last_label: str | None
    selectable: bool
    insertable: bool
    updatable: bool
    deletable: bool
    computed: bool

    def other_value(self) -> Any:
        """What somebody who cheats would write."""
        if self.last_label is not None:
            return self.last_label
        if self.category == "A":
            return []
        known: dict[str, Any] = {
            "uuid": str(uuid4()), "bool": True, "jsonb": {"cheated": True}, "timestamptz": "2099-01-01T00:00:00Z",
            "date": "2099-01-01", "time": "23:59", "vector": "[1,2]", "tsvector": "cheated", "inet": "192.0.2.9",
            "interval": "99 days", "text": "cheated",
        }  # fmt: skip
        return known.get(self.type, 7)


@dataclass(frozen=True, slots=True)
class Link:
    """A foreign key that the API can embed along."""

    table: str
    parent: str
    constraint: str


def granted_columns(stack: RunningStack) -> dict[str, list[GrantedColumn]]:
    """The columns of every exposed table."""
    found: dict[str, list[GrantedColumn]] = {}
    with psycopg.connect(stack.superuser_url()) as connection:
        for row in connection.execute(_COLUMNS).fetchall():
            found.setdefault(row[0], []).append(GrantedColumn(*row))
    return found


def links(stack: RunningStack) -> list[Link]:
    """The foreign keys between exposed tables."""
    with psycopg.connect(stack.superuser_url()) as connection:
        connection.execute("set search_path = public")
        return [Link(*row) for row in connection.execute(_LINKS).fetchall()]
