"""The Postgres servers that tests can run on; tests do not know which one they got."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

import pytest

from stack.postgres import PostgresServer

# Speed over durability: these servers live as long as one test run. Tests of durability start their own.
TEST_SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "256MB",
    "max_connections": "300",
    "max_wal_size": "4GB",
    "autovacuum_naptime": "10s",
}


class Backend(Protocol):
    """One running server."""

    name: str

    def start(self) -> None:
        """Start it, or find it running; idempotent and safe under the run's file lock."""

    def stop(self) -> None:
        """Stop it and delete its files."""

    def dsn(self, database: str = "postgres", user: str = "postgres") -> str:
        """A URL for a database and a login role."""

    def install_platform(self, database: str) -> None:
        """Give a database what Supabase supplies: roles, auth, storage, vault, cron, realtime."""

    @property
    def files(self) -> Path:
        """The server's directory; no process that names it may outlive the run."""


class EmbeddedBackend:
    """The embedded Postgres of the stack, in the directory of this run."""

    name = "embedded"

    def __init__(self, run_dir: Path) -> None:
        """Nothing is started yet."""
        self.files = run_dir / "postgres"
        self.server = PostgresServer(self.files, settings=TEST_SETTINGS)

    def start(self) -> None:
        """Start it, or find the one that another process of this run has started."""
        self.server.start()

    def stop(self) -> None:
        """Stop it and delete its files."""
        self.server.destroy()

    def dsn(self, database: str = "postgres", user: str = "postgres") -> str:
        """A loopback URL."""
        return self.server.dsn(database, user)

    def install_platform(self, database: str) -> None:
        """Apply stack/platform."""
        from stack.platform import install_platform

        install_platform(self.server, database)


def choose_backend(run_dir: Path) -> Backend:
    """Return the backend that CATALYST_TEST_BACKEND names; ends the run in one line when it cannot be had."""
    name = os.environ.get("CATALYST_TEST_BACKEND", "embedded")
    if name == "embedded":
        return EmbeddedBackend(run_dir)
    if name == "extensions":
        from tests.support.extensions_backend import ExtensionsBackend

        return ExtensionsBackend(run_dir)
    if name == "testcontainers":
        from tests.support.container_backend import ContainerBackend

        return ContainerBackend(run_dir)
    raise pytest.UsageError(
        f"CATALYST_TEST_BACKEND={name} is unknown; use embedded, extensions (make test-extensions) or testcontainers"
    )
