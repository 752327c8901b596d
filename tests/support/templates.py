"""The databases that tests are cloned from: the bare platform, and the platform with every migration."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import psycopg
from psycopg import sql

from tests.support.backends import Backend
from workers.ops.migrate_verify import connect
from workers.ops.migration_files import load_migrations
from workers.ops.migrations import Migrator

PROJECT = Path(__file__).resolve().parents[2]
PLATFORM = "catalyst_platform"
MIGRATED = "catalyst_template"


def ensure_platform(backend: Backend) -> str:
    """Return the name of the bare platform, built once; the caller holds the run's lock."""
    if PLATFORM not in _databases(backend):
        _build(backend, PLATFORM, "template1", backend.install_platform)
    return PLATFORM


def ensure_migrated(backend: Backend) -> str:
    """Return the name of the migrated platform, built once; the caller holds the run's lock."""
    if MIGRATED not in _databases(backend):
        source = ensure_platform(backend)
        _build(backend, MIGRATED, source, lambda name: asyncio.run(migrate(backend.dsn(name))))
    return MIGRATED


async def migrate(dsn: str) -> None:
    """Apply every migration of the project."""
    async with await connect(dsn) as connection:
        async for _ in Migrator(connection, load_migrations(PROJECT / "supabase")).up():
            pass


def _databases(backend: Backend) -> set[str]:
    with psycopg.connect(backend.dsn(user="supabase_admin")) as connection:
        return {row[0] for row in connection.execute("select datname from pg_catalog.pg_database")}


def _build(backend: Backend, name: str, template: str, fill: Callable[[str], None]) -> None:
    """Create and fill a template; it gets its name last, so that a failed one is not mistaken for it."""
    unfinished, final, source = (sql.Identifier(part) for part in (f"{name}_unfinished", name, template))
    give_to_postgres = sql.SQL("alter database {} owner to postgres").format(unfinished)
    _execute(
        backend,
        sql.SQL("drop database if exists {} with (force)").format(unfinished),
        sql.SQL("create database {} template {}").format(unfinished, source),
    )
    if template == PLATFORM:  # which has made the role
        _execute(backend, give_to_postgres)
    fill(f"{name}_unfinished")
    _execute(backend, give_to_postgres, sql.SQL("alter database {} rename to {}").format(unfinished, final))


def _execute(backend: Backend, *statements: sql.Composed) -> None:
    """Run statements on a connection of their own: filling a template may restart the server."""
    with psycopg.connect(backend.dsn(user="supabase_admin"), autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)
