"""The one Postgres that every system runs on, and what it says about the work it did."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

import psutil
import psycopg
from psycopg import sql
from psycopg.rows import class_row

from stack.postgres import SUPERUSER, PostgresServer

SETTINGS = {
    "shared_buffers": "1GB",
    "max_wal_size": "16GB",
    # A checkpoint in the middle of one system's turn, and the full-page images after it, would be charged to that one.
    "checkpoint_timeout": "1h",
    "fsync": "on",
    "synchronous_commit": "on",
    "pg_stat_statements.track": "none",
}

COUNTERS = """
select xact_commit + xact_rollback as transactions, tup_inserted + tup_updated + tup_deleted as row_writes,
  pg_catalog.pg_current_wal_insert_lsn() - '0/0'::pg_lsn as wal_bytes
from pg_catalog.pg_stat_database where datname = %s
"""
BUSY = """
select count(*) from pg_catalog.pg_stat_activity
where datname = %s and backend_type = 'client backend' and pid <> pg_catalog.pg_backend_pid()
"""


@dataclass(frozen=True)
class Counters:
    """Cumulative figures of one database (the WAL is the server's, which serves nobody else)."""

    transactions: int
    row_writes: int
    wal_bytes: int

    def since(self, earlier: Counters) -> Counters:
        """What happened in between."""
        return Counters(
            int(self.transactions - earlier.transactions),
            int(self.row_writes - earlier.row_writes),
            int(self.wal_bytes - earlier.wal_bytes),
        )


class BenchServer:
    """An embedded server with one database per system."""

    def __init__(self, data_dir: Path, port: int) -> None:
        """Start it, or find it running."""
        self.postgres = PostgresServer(data_dir, port, settings=SETTINGS)
        self.postgres.start()
        self._admin = self.connect("postgres")

    def close(self) -> None:
        """Stop the server and delete its files."""
        self._admin.close()
        self.postgres.destroy()

    def connect(self, database: str) -> psycopg.Connection:
        """A superuser's connection in autocommit."""
        return psycopg.connect(self.dsn(database), autocommit=True)

    def dsn(self, database: str) -> str:
        """A superuser's URL."""
        return self.postgres.dsn(database, user=SUPERUSER)

    def create(self, database: str) -> None:
        """An empty database, replacing any old one."""
        name = sql.Identifier(database)
        self._admin.execute(sql.SQL("drop database if exists {} with (force)").format(name))
        self._admin.execute(sql.SQL("create database {}").format(name))

    def version(self) -> str:
        """The server's version."""
        return str(self._admin.info.parameter_status("server_version"))

    def quiet(self, database: str) -> None:
        """Wait until all clients have left, since a backend reports its counters at the latest when it ends."""
        for _ in range(500):
            row = self._admin.execute(BUSY, (database,)).fetchone()
            if row is not None and row[0] == 0:
                return
            time.sleep(0.02)
        raise TimeoutError(f"connections to {database} stay open")

    def settings(self) -> dict[str, str]:
        """The settings in force that matter here."""
        names = [*SETTINGS, "wal_level", "max_connections", "autovacuum", "jit"]
        rows = self._admin.execute(
            "select name, current_setting(name) from pg_catalog.pg_settings where name = any(%s)", (names,)
        )
        return dict(rows.fetchall())

    def counters(self, database: str) -> Counters:
        """Read the cumulative figures."""
        with self._admin.cursor(row_factory=class_row(Counters)) as cursor:
            found = cursor.execute(COUNTERS, (database,)).fetchone()
        if found is None:
            raise LookupError(database)
        return found

    def wal_bytes(self) -> int:
        """How far the log has been written."""
        row = self._admin.execute("select pg_catalog.pg_current_wal_insert_lsn() - '0/0'::pg_lsn").fetchone()
        return int(row[0]) if row else 0

    def cpu(self) -> float:
        """CPU seconds of all the server's processes so far, those that have ended included."""
        postmaster = psutil.Process(self.postgres.pid)
        own = postmaster.cpu_times()
        total = own.user + own.system + own.children_user + own.children_system
        for child in postmaster.children():
            try:
                times = child.cpu_times()
            except psutil.Error:  # ended meanwhile
                continue
            total += times.user + times.system
        return float(total)
