"""supabase/postgres in a container as a test backend, where a Docker engine answers."""

from __future__ import annotations

import json
import os
import secrets
import time
from pathlib import Path
from urllib.parse import quote

import docker
import psycopg
import pytest
from docker.errors import DockerException
from testcontainers.core.container import DockerContainer

from stack.platform import LOGIN_ROLES, apply_platform

IMAGE = "supabase/postgres:17.11.0.018"  # the one the pinned Supabase CLI starts
NO_ENGINE = (
    "CATALYST_TEST_BACKEND=testcontainers needs a Docker engine and none answers; "
    "unset it to run the same tests on the embedded Postgres"
)


class ContainerBackend:
    """One container per run. Its address lies in the run's directory, where the other workers find it."""

    name = "testcontainers"

    def __init__(self, run_dir: Path) -> None:
        """End the run in one line when no engine answers."""
        try:
            self._engine = docker.from_env()
            self._engine.ping()
        except DockerException:
            raise pytest.UsageError(NO_ENGINE) from None
        self.files = run_dir / "container.json"

    def start(self) -> None:
        """Start it, unless another worker of this run has."""
        if self.files.exists():
            return
        os.environ["TESTCONTAINERS_RYUK_DISABLED"] = "true"  # the run's controller stops it; no second container
        password = secrets.token_urlsafe(24)
        container = DockerContainer(IMAGE).with_exposed_ports(5432).with_env("POSTGRES_PASSWORD", password)
        container.start()
        address = {
            "id": container.get_wrapped_container().id,
            "host": container.get_container_host_ip(),
            "port": int(container.get_exposed_port(5432)),
            "password": password,
        }
        self.files.write_text(json.dumps(address))
        self._wait()

    def stop(self) -> None:
        """Remove the container."""
        if self.files.exists():
            self._engine.containers.get(self._address()["id"]).remove(force=True, v=True)
            self.files.unlink()

    def dsn(self, database: str = "postgres", user: str = "postgres") -> str:
        """A URL to the published port."""
        address = self._address()
        return f"postgresql://{quote(user)}:{address['password']}@{address['host']}:{address['port']}/{quote(database)}"

    def install_platform(self, database: str) -> None:
        """Complete what the image has in its own database only; real extensions stay in charge of their schemas."""
        apply_platform(self.dsn(database, "supabase_admin"), dict.fromkeys(LOGIN_ROLES, self._address()["password"]))

    def _address(self) -> dict[str, str]:
        address: dict[str, str] = json.loads(self.files.read_text())
        return address

    def _wait(self) -> None:
        """The image restarts Postgres once while it sets itself up, so two answers in a row count."""
        answers, deadline = 0, time.monotonic() + 120
        while answers < 2:
            try:
                psycopg.connect(self.dsn(user="supabase_admin"), connect_timeout=2).close()
                answers += 1
            except psycopg.OperationalError:
                answers = 0
                if time.monotonic() > deadline:
                    raise
            time.sleep(1)
