"""A server with the project's schema and a year of data, or one that an earlier run has kept."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from psycopg import Connection

from stack.platform import install_platform
from stack.postgres import SUPERUSER, PostgresServer
from workers.ops.migrate_verify import connect as migration_connection
from workers.ops.migration_files import load_migrations
from workers.ops.migrations import Migrator

HERE = Path(__file__).parent
MIGRATIONS = HERE.parents[1] / "supabase" / "migrations"
NAME = "scale"
OPTIONAL = {"public.brand_voice_samples": "load_voice.sql", "public.scheduled_posts": "load_posts.sql"}
SETTINGS = {
    "shared_buffers": "1GB",
    "max_wal_size": "8GB",
    "checkpoint_timeout": "30min",
    "effective_cache_size": "4GB",
    "pg_stat_statements.track": "none",
}

Db = Connection[tuple[Any, ...]]


class Scale:
    """One database of one server."""

    def __init__(self, data_dir: Path, port: int = 0) -> None:
        """Start the server, or find it running."""
        self.server = PostgresServer(data_dir, port, settings=SETTINGS)
        self.server.start()

    def exists(self) -> bool:
        """Whether an earlier run has finished loading."""
        with psycopg.connect(self.server.dsn("postgres", SUPERUSER)) as admin:
            if admin.execute("select 1 from pg_database where datname = %s", (NAME,)).fetchone() is None:
                return False
        with self.connect(SUPERUSER) as admin:
            return admin.execute("select to_regclass('bench.done')").fetchone() != (None,)

    def build(self, scale: float) -> float:
        """Make the database anew; the seconds that loading took."""
        with psycopg.connect(self.server.dsn("postgres", SUPERUSER), autocommit=True) as admin:
            admin.execute(f"drop database if exists {NAME} with (force)")
            admin.execute(f"create database {NAME}")
        install_platform(self.server, NAME)
        asyncio.run(self._migrate())
        started = time.monotonic()
        with self.connect(SUPERUSER) as admin:
            admin.execute("select set_config('bench.scale', %s, false)", (str(scale),))
            admin.execute((HERE / "load.sql").read_bytes())
            for table, name in OPTIONAL.items():
                if admin.execute("select to_regclass(%s)", (table,)).fetchone() != (None,):
                    admin.execute((HERE / name).read_bytes())
            admin.execute("reset session_replication_role")
            admin.execute("vacuum analyze")
            seconds = time.monotonic() - started
            for name in ("schema", "score"):
                admin.execute((HERE / "baseline" / f"{name}.sql").read_bytes())
            admin.execute("vacuum analyze")
            admin.execute("create table bench.done as select %s::double precision as seconds", (seconds,))
        return seconds

    async def _migrate(self) -> None:
        async with await migration_connection(self.server.dsn(NAME, SUPERUSER)) as connection:
            async for _ in Migrator(connection, load_migrations(MIGRATIONS.parent)).up():
                pass

    def connect(self, user: str = "postgres") -> Db:
        """A connection as a login role; `postgres` owns the tables and is bound by no policy."""
        return psycopg.connect(self.server.dsn(NAME, user), autocommit=True)

    def connect_as(
        self, role: str, user_id: UUID | None = None, organization_id: UUID | None = None, **claims: Any
    ) -> Db:
        """A connection as PostgREST makes it for this role, person and organization."""
        connection = self.connect("authenticator")
        self.act_as(connection, role, user_id, organization_id, **claims)
        connection.execute(f"set role {role}")
        return connection

    @staticmethod
    def act_as(
        connection: Db, role: str, user_id: UUID | None = None, organization_id: UUID | None = None, **claims: Any
    ) -> None:
        """Say who asks, as PostgREST does, without taking the role."""
        claims |= {"role": role} | ({"sub": str(user_id)} if user_id else {})
        headers = {"x-organization-id": str(organization_id)} if organization_id else {}
        for name, value in (("request.jwt.claims", claims), ("request.headers", headers)):
            connection.execute("select set_config(%s, %s, false)", (name, json.dumps(value)))


def milliseconds(connection: Db, query: str, values: Mapping[str, Any] | None = None, rounds: int = 9) -> list[float]:
    """How long the prepared statement takes, each round, until its last row has arrived."""
    found = []
    for turn in range(rounds + 2):
        started = time.perf_counter()
        connection.execute(query, values, prepare=True).fetchall()
        if turn >= 2:  # plans and caches are warm
            found.append((time.perf_counter() - started) * 1000)
    return found


TIMED = """
create or replace function pg_temp.timed(p_rounds integer) returns double precision[] language plpgsql as $timed$
declare
  v_started timestamptz;
  v_found double precision[] := '{{}}';
begin
  for v_turn in 1 .. p_rounds + 2 loop
    v_started := clock_timestamp();
    perform q from ({query}) as q;
    v_found := v_found || 1000 * extract(epoch from clock_timestamp() - v_started)::double precision;
  end loop;
  return v_found[3:];
end;
$timed$
"""


def server_milliseconds(
    connection: Db, query: str, values: Mapping[str, Any] | None = None, rounds: int = 9
) -> list[float]:
    """How long the server takes to run the prepared statement to its end: what a client would wait beside the network.

    The way there and back, a tenth of a millisecond even on one machine, would hide what small statements cost.
    """
    inlined = psycopg.ClientCursor(connection).mogrify(query, values)
    connection.execute(TIMED.format(query=inlined))
    return list(value(connection, "select pg_temp.timed(%(rounds)s)", {"rounds": rounds}))


def value(connection: Db, query: str, values: Mapping[str, Any] | None = None) -> Any:
    """The one value of a query."""
    row = connection.execute(query, values).fetchone()
    assert row is not None, query
    return row[0]


class Plans:
    """Keeps what explain says beside the results."""

    def __init__(self, folder: Path) -> None:
        """`folder` is emptied of earlier plans by nobody: a plan is overwritten by its own name."""
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def keep(self, name: str, connection: Db, query: str, values: Mapping[str, Any] | None = None) -> None:
        """Explain a query and write the plan down."""
        rows = connection.execute(f"explain (analyze, buffers, settings) {query}", values).fetchall()
        text = "\n".join(row[0] for row in rows)
        (self._folder / f"{name}.txt").write_text(f"{query.strip()}\n\n{text}\n")
