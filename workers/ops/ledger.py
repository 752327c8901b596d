"""The table `supabase_migrations.schema_migrations`, exactly as the Supabase CLI keeps it."""

from __future__ import annotations

from dataclasses import dataclass

from psycopg import AsyncConnection

from workers.ops.migration_files import Migration

# The CLI's own three steps: a ledger made by an old CLI has the version only.
_PREPARE = (
    "create schema if not exists supabase_migrations",
    "create table if not exists supabase_migrations.schema_migrations (version text not null primary key)",
    "alter table supabase_migrations.schema_migrations add column if not exists statements text[]",
    "alter table supabase_migrations.schema_migrations add column if not exists name text",
)
_EXISTS = """
select count(*) = 3
from pg_catalog.pg_attribute
where attrelid = pg_catalog.to_regclass('supabase_migrations.schema_migrations')
  and not attisdropped and attname in ('version', 'name', 'statements')
"""


@dataclass(frozen=True, slots=True)
class AppliedMigration:
    """A row of the ledger; `statements` is null in rows written by `migration repair` of old tools."""

    version: str
    name: str | None
    statements: tuple[str, ...] | None


async def is_prepared(connection: AsyncConnection) -> bool:
    """Whether the ledger exists with all its columns."""
    row = await (await connection.execute(_EXISTS)).fetchone()
    return row is not None and bool(row[0])


async def prepare(connection: AsyncConnection) -> None:
    """Create what the ledger lacks; quiet when it is complete."""
    if not await is_prepared(connection):
        for statement in _PREPARE:
            await connection.execute(statement)


async def is_applied(connection: AsyncConnection, version: str) -> bool:
    """Whether a prepared ledger has this version."""
    row = await (
        await connection.execute(
            "select exists (select from supabase_migrations.schema_migrations where version = %s)", (version,)
        )
    ).fetchone()
    return row is not None and bool(row[0])


async def read_applied(connection: AsyncConnection) -> dict[str, AppliedMigration]:
    """Return the ledger by version, in order; empty when the table does not exist."""
    if not await is_prepared(connection):
        return {}
    cursor = await connection.execute(
        "select version, name, statements from supabase_migrations.schema_migrations order by version"
    )
    return {
        version: AppliedMigration(version, name, None if statements is None else tuple(statements))
        for version, name, statements in await cursor.fetchall()
    }


async def record(connection: AsyncConnection, migration: Migration) -> None:
    """Add the row of an applied migration."""
    await connection.execute(
        "insert into supabase_migrations.schema_migrations (version, name, statements) values (%s, %s, %s)",
        (migration.version, migration.name, migration.script.texts),
    )


async def forget(connection: AsyncConnection, migration: Migration) -> None:
    """Delete the row of a rolled back migration."""
    await connection.execute(
        "delete from supabase_migrations.schema_migrations where version = %s", (migration.version,)
    )
