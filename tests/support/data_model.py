"""docs/data-model.md: every table by domain, with a diagram of each domain, read from the live catalogue."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.support.database import Database
from tests.support.templates import PROJECT

# A table belongs to the domain of the migration that makes it: from this number of the version's last six digits on.
_STARTS = {
    100: "Partitions and retention",
    200: "Identity",
    300: "Tenancy",
    400: "Plans and subscriptions",
    500: "Quotas",
    600: "Jobs",
    900: "Notifications",
    1000: "Audit",
    1100: "Lookups",
    1200: "Connections",
    1250: "AI",
    1300: "Brand",
    1400: "Library",
    1500: "Generation",
    1600: "AI",
    1700: "Production",
    1800: "Canvas",
    1840: "Production",
    1850: "Library",
    1900: "Workflow",
    2000: "Publishing",
    2100: "Analytics",
    2200: "SEO",
    2300: "Billing",
    2400: "System",
}
_CREATED = re.compile(r"^create (?:unlogged )?table (\w+\.\w+) \(", re.MULTILINE)
_TABLES = """
select c.oid::regclass::text, n.nspname || '.' || c.relname, coalesce(obj_description(c.oid, 'pg_class'), ''),
  c.relkind = 'p', c.relpersistence = 'u'
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname in ('public', 'private') and c.relkind in ('r', 'p') and not c.relispartition
"""
_COLUMNS = """
select a.attrelid::regclass::text, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
  coalesce(col_description(a.attrelid, a.attnum), ''),
  exists (
    select from pg_catalog.pg_constraint as k
    where k.conrelid = a.attrelid and k.contype = 'p' and a.attnum = any (k.conkey)
  )
from pg_catalog.pg_attribute as a
join pg_catalog.pg_class as c on c.oid = a.attrelid
where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind in ('r', 'p')
  and not c.relispartition and a.attnum > 0 and not a.attisdropped
order by a.attrelid, a.attnum
"""
# The column that a key adds to the tenant's is what it says; the tenant column itself says nothing new.
_KEYS = """
select k.conrelid::regclass::text, k.confrelid::regclass::text,
  (select array_agg(a.attname order by s.position)
    from unnest(k.conkey) with ordinality as s (number, position)
    join pg_catalog.pg_attribute as a on a.attrelid = k.conrelid and a.attnum = s.number),
  exists (
    select from pg_catalog.pg_index as i
    where i.indrelid = k.conrelid and i.indisunique and i.indpred is null
      and i.indkey::int2[] <@ k.conkey and cardinality(i.indkey::int2[]) > 0
  )
from pg_catalog.pg_constraint as k
where k.contype = 'f' and k.conparentid = 0
  and k.connamespace in ('public'::regnamespace, 'private'::regnamespace)
order by 1, 2, 3
"""
_HEADER = """\
# Data model

Generated from the migrations by `make schema`: every table, by domain. In the diagrams a line with a crow's foot is
a foreign key; keys to `organizations` and `profiles` are left out, since nearly every table has them: `organization_id`
is the tenant of a row, people are referred to by `user_id`, `created_by` and the like. A table of another domain
appears by name only. Status machines, functions and the reasons behind them are in the other documents of this folder.
"""


@dataclass
class Table:
    """One table as the catalogue has it."""

    name: str
    comment: str
    is_partitioned: bool
    is_unlogged: bool
    columns: list[tuple[str, str, bool, str, bool]] = field(default_factory=list)
    """Name, type, not null, comment, in the primary key."""


def domains_of_tables() -> dict[str, str]:
    """Which domain each table belongs to, by the migration that makes it."""
    found = {}
    for path in sorted((PROJECT / "supabase" / "migrations").glob("*.sql")):
        number = int(path.name[8:14])
        domain = _STARTS[max(start for start in _STARTS if start <= number)]
        found |= dict.fromkeys(_CREATED.findall(path.read_text()), domain)
    return found


async def data_model(database: Database) -> str:
    """The whole document."""
    connection = await database.connect()
    domains = domains_of_tables()
    tables: dict[str, Table] = {}
    names: dict[str, str] = {}
    for shown, full, comment, is_partitioned, is_unlogged in await (await connection.execute(_TABLES)).fetchall():
        names[shown] = full
        tables[full] = Table(full.removeprefix("public."), comment, is_partitioned, is_unlogged)
    for shown, *column in await (await connection.execute(_COLUMNS)).fetchall():
        tables[names[shown]].columns.append(tuple(column))
    keys = [
        (names[child], names.get(parent, parent), columns, is_one)
        for child, parent, columns, is_one in await (await connection.execute(_KEYS)).fetchall()
    ]
    grouped: dict[str, list[str]] = defaultdict(list)
    for full in sorted(tables):
        grouped[domains[full]].append(full)
    parts = [_HEADER]
    order = [domain for domain in dict.fromkeys(_STARTS.values()) if domain in grouped]
    parts.append("\n".join(f"- [{d}](#{d.lower().replace(' ', '-')}): {len(grouped[d])} tables" for d in order) + "\n")
    parts += [_domain(domain, [(full, tables[full]) for full in grouped[domain]], keys) for domain in order]
    return "\n".join(parts)


def _domain(title: str, tables: Sequence[tuple[str, Table]], keys: Sequence[tuple[str, str, list[str], bool]]) -> str:
    mine = {full for full, _ in tables}
    lines = [f"## {title}", "", "```mermaid", "erDiagram"]
    for child, parent, columns, is_one in keys:
        if child not in mine or (parent in ("public.organizations", "public.profiles") and parent not in mine):
            continue
        label = ", ".join(column for column in columns if column != "organization_id") or "organization_id"
        lines.append(f"  {_entity(parent)} ||--o{'|' if is_one else '{'} {_entity(child)} : {label.replace(', ', '-')}")
    for full, table in tables:
        lines.append(f"  {_entity(full)} {{")
        lines += [f"    {_type(kind)} {name} PK" for name, kind, _, _, is_key in table.columns if is_key]
        lines.append("  }")
    lines += ["```", ""]
    for _, table in tables:
        possible = (("partitioned by month", table.is_partitioned), ("unlogged", table.is_unlogged))
        traits = [word for word, is_so in possible if is_so]
        lines += [f"### {table.name}", "", _cell(table.comment) + (f" ({', '.join(traits)})" if traits else ""), ""]
        lines += ["| column | type | |", "| --- | --- | --- |"]
        for name, kind, is_required, comment, is_key in table.columns:
            notes = [note for note in ("key" if is_key else "" if is_required else "optional", _cell(comment)) if note]
            lines.append(f"| {name} | {kind.replace('|', chr(92) + '|')} | {': '.join(notes)} |")
        lines.append("")
    return "\n".join(lines)


def _entity(full: str) -> str:
    return full.removeprefix("public.").replace(".", "_")


def _type(kind: str) -> str:
    return re.sub(r"\W+", "_", kind).strip("_")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
