"""A schema dump that is the same for the same schema: no versions, no random tokens, no dated partitions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from psycopg import AsyncConnection

from workers.ops.pg_tools import run_tool

# Partitions are named after months, so a dump with them would change with the calendar.
_PARTITIONS = """
select format('%I.%I', n.nspname, c.relname)
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where c.relispartition and c.relkind in ('r', 'p')
order by 1
"""
# What the project puts into schemas that the platform owns, which a dump by schema leaves out.
_FOREIGN_POLICIES = """
select format(
  'create policy %%I on %%I.%%I as %%s for %%s to %%s%%s%%s;',
  policyname, schemaname, tablename, lower(permissive), lower(cmd),
  array_to_string(roles, ', '), ' using (' || qual || ')', ' with check (' || with_check || ')')
from pg_catalog.pg_policies
where schemaname <> all (%(schemas)s)
order by schemaname, tablename, policyname
"""
_FOREIGN_TRIGGERS = """
select pg_get_triggerdef(t.oid) || ';'
from pg_catalog.pg_trigger as t
join pg_catalog.pg_class as c on c.oid = t.tgrelid
join pg_catalog.pg_proc as p on p.oid = t.tgfoid
where not t.tgisinternal
  and c.relnamespace::regnamespace::text <> all (%(schemas)s)
  and p.pronamespace::regnamespace::text = any (%(schemas)s)
order by c.relnamespace::regnamespace::text, c.relname, t.tgname
"""
_PUBLICATIONS = """
select format('alter publication %%I add table %%I.%%I;', pubname, schemaname, tablename)
from pg_catalog.pg_publication_tables
where schemaname = any (%(schemas)s)
order by pubname, schemaname, tablename
"""
_NOISE = re.compile(r"^(--.*|\\(un)?restrict .*|SET .*|SELECT pg_catalog\.set_config.*)?$")

PROJECT_SCHEMAS = ("public", "private")


async def dump_schema(dsn: str, schemas: Sequence[str] = ()) -> str:
    """Dump the schema of a database, or of some schemas plus what they attach to the others."""
    async with await AsyncConnection.connect(dsn, autocommit=True) as connection:
        partitions = [row[0] for row in await (await connection.execute(_PARTITIONS)).fetchall()]
        attached: list[str] = []
        if schemas:
            for query in (_FOREIGN_POLICIES, _FOREIGN_TRIGGERS, _PUBLICATIONS):
                cursor = await connection.execute(query.encode(), {"schemas": list(schemas)})
                attached += [row[0] for row in await cursor.fetchall()]
    arguments = ["--schema-only", "--no-tablespaces", "--no-publications", "--no-subscriptions", "--dbname", dsn]
    arguments += [f"--schema={schema}" for schema in schemas]
    arguments += [f"--exclude-table={partition}" for partition in partitions]
    if not schemas:
        arguments.append("--exclude-schema=supabase_migrations")
    return normalise("\n".join([await run_tool("pg_dump", arguments), *attached]))


def normalise(dump: str) -> str:
    """Drop comments, settings and blank runs of a dump; text inside function bodies stays as it is."""
    kept: list[str] = []
    tag: str | None = None
    for line in dump.splitlines():
        if tag is None and _NOISE.match(line):
            if kept and kept[-1] and line == "":
                kept.append("")
            continue
        for found in re.findall(r"\$\w*\$", line):
            tag = found if tag is None else None if tag == found else tag
        kept.append(line.rstrip() if tag is None else line)
    return "\n".join(kept).strip() + "\n"
