"""The full-extension lane as a test backend: Debian's Postgres 17 with the real pg_cron, pgtap and plpgsql_check."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from stack.errors import StackError
from stack.extensions_lane import ExtensionsServer
from stack.platform import LOGIN_ROLES, apply_platform
from tests.support.backends import TEST_SETTINGS

# pg_cron runs the jobs of one database per server. It is this one, empty until a test fills it.
CRON_DATABASE = "catalyst_live"


class ExtensionsBackend:
    """A server of this run inside the cached Debian root."""

    name = "extensions"

    def __init__(self, run_dir: Path) -> None:
        """Make the Debian root if it is not cached; ends the run in one sentence where that cannot be done."""
        try:
            settings = {name: value for name, value in TEST_SETTINGS.items() if name != "max_connections"}
            self.server = ExtensionsServer(run_dir.name, settings=settings | {"cron.database_name": CRON_DATABASE})
        except StackError as error:
            detail = f"\n{error.detail}" if error.detail else ""
            raise pytest.UsageError(f"{error}{detail}") from None
        self.files = self.server.data_dir

    def start(self) -> None:
        """Start it, or find it running."""
        self.server.start()

    def stop(self) -> None:
        """Stop it and delete its files."""
        self.server.destroy()

    def dsn(self, database: str = "postgres", user: str = "postgres") -> str:
        """A loopback URL."""
        return self.server.dsn(database, user)

    def install_platform(self, database: str) -> None:
        """Apply stack/platform; the real pg_cron is created where its setting points, so it points here meanwhile."""
        self.server.serve_cron(database)
        apply_platform(self.dsn(database, "supabase_admin"), {role: self.server.password(role) for role in LOGIN_ROLES})
        with psycopg.connect(self.dsn(user="supabase_admin"), autocommit=True) as connection:
            connection.execute(f"create database {CRON_DATABASE}")  # cron.schedule() wants to see it
        self.server.serve_cron(CRON_DATABASE)
